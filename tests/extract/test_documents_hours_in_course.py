"""Hours of the parts of one day told in turn, and hours that words of a rank behind them do not take away."""

import pytest

from tests.extract.documents import read_text


def _sessions(text: str) -> set[tuple[str, str | None, str | None]]:
    events = read_text(text).events
    return {(f"{s.first_day:%d/%m}", s.starts_at, s.ends_at) for event in events for s in event.sessions}


@pytest.mark.parametrize(
    "text",
    [
        "Rencontre du 20 mai 2025 à Lens. Plénière de 9h30 à 11h, ateliers de 11h à 12h30.",
        "Rencontre du 20 mai 2025 à Lens. Accueil de 9h à 9h30, plénière de 9h30 à 11h, ateliers de 11h15 à 12h30.",
        "Rencontre du 20 mai 2025 à Lens.\nConférence (9h30-10h30)\nTravail en groupes (10h45-12h30)",
        "Rencontre du 20 mai 2025 à Lens. Accueil de 9h à 9h30, fin à 12h30.",
    ],
)
def test_parts_of_a_day_are_the_day(text: str) -> None:
    assert _sessions(text) == {("20/05", "09:30", "12:30")}


def test_a_rank_behind_hours_heads_the_next_day() -> None:
    text = (
        "Les deux premières séances (11 et 25 février 2025) ont lieu de 9h à 12h, la dernière (11 mars) à 14h, à Lens."
    )
    assert _sessions(text) == {("11/02", "09:00", "12:00"), ("25/02", "09:00", "12:00"), ("11/03", "14:00", None)}


def test_the_same_is_said_in_a_word() -> None:
    text = "Ateliers à Lens : 3 juin 2025, 14h-16h ; 10 juin, idem ; 17 juin, 9h-11h."
    assert _sessions(text) == {("03/06", "14:00", "16:00"), ("10/06", "14:00", "16:00"), ("17/06", "09:00", "11:00")}


def test_hours_at_the_end_are_those_of_each_verb() -> None:
    text = (
        "Le cycle s'ouvre le 7 janvier 2025 à Lens, continue le 4 février et s'achève le 4 mars à Avion, de 9h à 12h."
    )
    assert _sessions(text) == {(day, "09:00", "12:00") for day in ("07/01", "04/02", "04/03")}


@pytest.mark.parametrize(
    "text",
    [
        "Première session les 6 et 7 mars, seconde session les 3 et 4 avril 2025, 9h30-17h.",
        "Groupe A : 6 et 7 mars, groupe B : 3 et 4 avril 2025, 9h30-17h.",
        "Le premier groupe vient les 6 et 7 mars, le second les 3 et 4 avril 2025, chaque fois de 9h30 à 17h.",
        "Les midis, sur le temps du déjeuner (9h30-17h).\nVisioconférences les 6 et 7 mars, 3 et 4 avril 2025",
    ],
)
def test_hours_behind_counted_days_are_those_of_all(text: str) -> None:
    assert _sessions(text) == {(day, "09:30", "17:00") for day in ("06/03", "07/03", "03/04", "04/04")}


def test_the_hour_of_one_of_two_names_is_its_own() -> None:
    text = "Réunion publique le 3 mars 2025 et conseil citoyen le 5 avril 2025, de 18h à 20h."
    assert _sessions(text) == {("03/03", None, None), ("05/04", "18:00", "20:00")}


def test_a_day_with_only_a_welcome_and_an_end_begins_with_the_welcome() -> None:
    text = "# Voyage à Nantes\n\n## Mercredi 12 octobre 2022\n14h : accueil à la Maison des Haubans\n17h30 : fin\n\n"
    text += "## Jeudi 13 octobre 2022\n9h30 : visite de Bellevue\n17h : retour libre"
    assert _sessions(text) == {("12/10", "14:00", "17:30"), ("13/10", "09:30", "17:00")}


def test_a_copy_of_a_page_is_no_sitting() -> None:
    text = "Une matinale\n\nLe mardi 21 mars 2023\nDe 8h45 à 11h45\n\nImprimé depuis ville.fr le 14/03/2023 à 09:27"
    assert _sessions(text) == {("21/03", "08:45", "11:45")}


@pytest.mark.parametrize(
    "text",
    [
        "Rencontre à Lens, mardi 20 mai 2025 – 9h accueil – 9h30 table ronde – 11h échanges – 12h30 clôture",
        "Mardi 20 mai 2025, salle Brel, à Lens. 9h : café. 9h30 : témoignages. 11h : ateliers. 12h30 : fin.",
        "mardi 20 mai 2025 | 9h00 accueil | 9h30 film | 11h échanges | 12h30 verre de l'amitié",
        "Le 20 mai 2025, accueil à partir de 9h. Une table ronde (9h30-11h) sera suivie d'ateliers (11h15-12h30).",
        "Date : 20 mai 2025\nAccueil dès 9h\nTravaux : 9h30 - 11h\nPause : 11h - 11h15\nAteliers : 11h15 - 12h30",
        "Visioconférence le 20 mai 2025 ; la salle ouvrira à 9h20, les échanges vont de 9h30 à 12h30.",
        "Matinale du 20 mai 2025, 9h30 précises, à Lens. Vous serez libres à 12h30.",
        "Date : 20 mai 2025\nDébut : 9h30\nFin : 12h30",
    ],
)
def test_the_parts_of_a_course_are_those_of_its_day(text: str) -> None:
    assert _sessions(text) == {("20/05", "09:30", "12:30")}


def test_ranks_that_lead_to_hours_share_out_the_days_behind_them() -> None:
    text = "Le premier atelier à 10h, le second à 14h, les 2 et 9 juin 2025, à Lens."
    assert _sessions(text) == {("02/06", "10:00", None), ("09/06", "14:00", None)}


def test_hours_in_brackets_within_a_list_are_those_of_one_day() -> None:
    text = "Réunions les 8 janvier, 12 février (16 heures) et 12 mars 2024, à Lens."
    assert _sessions(text) == {("08/01", None, None), ("12/02", "16:00", None), ("12/03", None, None)}


def test_days_counted_before_hours_are_no_subject() -> None:
    text = "Les jeudis 7, 14 et 21 mars 2019, à Lens. Les deux premiers de 14h à 16h, le dernier de 14h à 18h."
    assert _sessions(text) == {("07/03", "14:00", "16:00"), ("14/03", "14:00", "16:00"), ("21/03", "14:00", "18:00")}


def test_who_comes_later_on_the_first_day_leaves_with_the_others() -> None:
    text = "Formation les 8 et 9 mars 2022 à Lens. Accueil le premier jour à 9h30, le second à 9h ; fin à 17h."
    assert _sessions(text) == {("08/03", "09:30", "17:00"), ("09/03", "09:00", "17:00")}


def test_an_hour_that_is_refused_is_none() -> None:
    text = "Le job dating du mardi 12 mai 2026 débutera à 14h30, et non à 14h. Fin prévue à 17h.\n\nLieu : Lens\n\n"
    text += "PS : la formation prévue les 18 et 19 mai 2026 est complète."
    assert ("12/05", "14:30", "17:00") in _sessions(text)


def test_half_of_a_day_leads_to_its_number() -> None:
    text = "Atelier en deux temps : le matin du 10 juillet 2023 (9h-12h), l'après-midi du 11 (14h-17h), à Lens."
    assert _sessions(text) == {("10/07", "09:00", "12:00"), ("11/07", "14:00", "17:00")}


def test_half_of_a_day_told_elsewhere_is_no_day_of_this_month() -> None:
    text = "Rencontre le 3 mars 2023 à Lens. Le compte rendu de la soirée du 9 est en ligne."
    assert _sessions(text) == {("03/03", None, None)}


def test_the_hours_of_a_meeting_that_was_are_not_those_of_the_next() -> None:
    text = "# L'essentiel de la rencontre du 12 juin 2018\n\nQuarante personnes étaient réunies de 14h à 17h à Arras. "
    text += "La prochaine rencontre est prévue le 4 octobre 2018 à Lens."
    assert _sessions(text) == {("12/06", "14:00", "17:00"), ("04/10", None, None)}


def test_a_morning_between_a_day_and_its_afternoon_opens_it() -> None:
    text = "Mardi 10 septembre 2019 : formation à Roubaix.\nMatin, 9h-12h : le cadre légal\n"
    text += "Après-midi, 13h30-16h30 : mises en situation\n\nJeudi 12 septembre 2019 : formation à Arras.\n"
    text += "Matin, 9h30-12h : retours d'expérience"
    assert _sessions(text) == {("10/09", "09:00", "16:30"), ("12/09", "09:30", "12:00")}
