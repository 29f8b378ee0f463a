"""Hours of programmes and newsletters: what ends behind a break, doors of a fair, times apart, hours of another day."""

import pytest

from extract.dates.reader import read_dates
from tests.extract.documents import read_text


def _sessions(text: str) -> set[tuple[str, str | None, str | None]]:
    events = read_text(text).events
    return {(f"{s.first_day:%d/%m}", s.starts_at, s.ends_at) for event in events for s in event.sessions}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Atelier cuisine le 4 février 2025 à 10h, à Lens. Repas partagé à 12h30, fin à 14h.", ("10:00", "14:00")),
        ("Marche le 13 juin 2019 à 13h30, à Lens. Retour et goûter à 16h30, fin à 17h.", ("13:30", "17:00")),
        ("Visite du 6 mars 2025, départ à 9h, à Creil. Pause à 10h30, retour à 12h.", ("09:00", "12:00")),
    ],
)
def test_it_ends_behind_the_hour_of_a_meal(text: str, hours: tuple[str, str]) -> None:
    assert {told[1:] for told in _sessions(text)} == {hours}


@pytest.mark.parametrize("words", ["soirée de clôture", "fête de fin d'année", "concert de clôture"])
def test_what_is_called_after_an_end_begins(words: str) -> None:
    text = f"Semaine bleue à Denain\n\nLundi 6 mars 2023\n14h : ouverture\n\nVendredi 10 mars 2023\n18h : {words}"
    assert ("10/03", "18:00", None) in _sessions(text)


def test_a_fair_lasts_from_when_its_doors_open_until_they_shut() -> None:
    steps = "9h30 Ouverture des portes\n10h00 Conférence\n14h00 Ateliers\n16h30 Fermeture des portes"
    assert _sessions(f"Forum\n\nJeudi 18 octobre 2018, à Lille\n\n{steps}") == {("18/10", "09:30", "16:30")}
    steps = "9h30 Ouverture des portes\n10h00 Conférence\n14h00 Ateliers\n16h30 Clôture"
    assert _sessions(f"Forum\n\nJeudi 18 octobre 2018, à Lille\n\n{steps}") == {("18/10", "10:00", "16:30")}


def test_the_day_after_on_which_two_days_end_is_the_second() -> None:
    text = "Séminaire\n\nLes 22 et 23 juin 2023 à Lens : accueil le premier jour à 9h, fin le lendemain à 16h."
    assert {day for day, _, _ in _sessions(text)} == {"22/06", "23/06"}
    assert ("23/06", "09:00", "16:00") in _sessions(text)


def test_how_long_a_former_meeting_lasted_is_not_told_of_those_to_come() -> None:
    text = (
        "Restitution de l'étude\n\nL'étude a été restituée en public le 24 janvier 2019, à Avion.\n\n"
        "La soirée a duré de 18h à 20h30.\n\nDeux autres restitutions sont programmées :\n"
        "- le 7 février à 18h, à Saint-Quentin\n- le 12 février à 17h30, à Compiègne"
    )
    expected = {("24/01", "18:00", "20:30"), ("07/02", "18:00", None), ("12/02", "17:30", None)}
    assert _sessions(text) == expected


def test_the_end_of_one_day_is_not_that_of_the_next_sentence() -> None:
    text = (
        "Changement d'horaire\n\nL'atelier « Budget » du mardi 4 juin 2024 commencera à 14h30, à Soissons. "
        "La fin reste prévue à 17h.\n\nLa réunion du 11 juin 2024 est avancée à 9h, à Laon."
    )
    assert _sessions(text) == {("04/06", "14:30", "17:00"), ("11/06", "09:00", None)}


def test_one_square_of_a_town_is_not_that_of_every_house() -> None:
    text = (
        "Semaine de l'égalité à Denain\n\nMardi 7 mars 2023\n9h-12h : atelier, centre social Duclos\n\n"
        "Mercredi 8 mars 2023\n10h : marche, départ place Gambetta\n\nVendredi 10 mars 2023\n18h : débat, salle Baudin"
    )
    venues = {s.venue for event in read_text(text).events for s in event.sessions if s.venue and s.venue.name}
    assert {venue.street for venue in venues} == {None}


def test_hours_in_a_bracket_lead_to_the_days_of_their_sentence() -> None:
    text = "Ateliers du numérique\n\nTrois matinées (9h-12h) sont au programme : les 5, 12 et 26 novembre 2024."
    assert _sessions(text) == {(day, "09:00", "12:00") for day in ("05/11", "12/11", "26/11")}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("le 12 avril 2013 : à 14h et à 18h", ("14:00", None)),
        ("Mardi 4 mars 2025, 10h et 14h", ("10:00", None)),
        ("Mardi 4 mars 2025, entre 10h et 14h", ("10:00", "14:00")),
        ("Mardi 4 mars 2025, de quatorze à dix-sept heures", ("14:00", "17:00")),
        ("Mardi 4 mars 2025, de dix-huit à vingt heures", ("18:00", "20:00")),
    ],
)
def test_two_times_are_no_range_and_a_range_in_words_is_one(text: str, hours: tuple[str, str | None]) -> None:
    date = read_dates(text).dates[0]
    assert (date.starts_at, date.ends_at) == hours


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Les inscriptions au cycle sont prolongées jusqu'au vendredi 13 octobre 2023.", "registration_deadline"),
        ("L'exposition, sur réservation, est prolongée jusqu'au 3 mars 2023.", "other"),
    ],
)
def test_signing_up_is_prolonged(text: str, role: str) -> None:
    assert read_dates(text).dates[0].role == role


@pytest.mark.parametrize(
    "text",
    [
        "Trois dates, un même programme : 9h accueil, 9h30-11h ateliers, 11h-12h synthèse\n\n"
        "> 4 février 2025, Noyon\n> 6 février 2025, Béthune",
        "- 4 février 2025 à Noyon\n- 6 février 2025 à Béthune\n\n"
        "Déroulé de chaque rencontre : accueil à 9h, plénière de 9h30 à 11h, ateliers de 11h15 à 12h.",
        "4 février 2025 à Noyon\n6 février 2025 à Béthune\n\nProgramme\n9h Accueil\n9h30 Témoignages\n12h Fin",
        "Les 4 et 6 février 2025 à Noyon\n\n9.00 - 9.30 Accueil\n9.30 - 11.00 Témoignages\n11.00 - 12.00 Ateliers",
    ],
)
def test_one_programme_above_or_below_all_days_is_of_each(text: str) -> None:
    assert _sessions(f"Rencontres Jeunesse\n\n{text}") == {("04/02", "09:30", "12:00"), ("06/02", "09:30", "12:00")}


def test_a_word_over_a_programme_is_no_house() -> None:
    text = "Rencontres\n\n4 février 2025 à Noyon\n6 février 2025 à Béthune\n\nProgramme\n9h30 Témoignages\n12h Fin"
    assert {venue.name for venue in read_text(text).venues} == {None}


def test_groups_divide_who_comes_and_not_the_days() -> None:
    text = (
        "Atelier\n\nLes 6, 13 et 20 novembre 2024, à Lens\nDe 9h à 12h pour le groupe 1, de 14h à 17h pour le groupe 2"
    )
    assert len({told[1:] for told in _sessions(text)}) == 1


def test_a_week_told_by_its_first_day_dates_its_days() -> None:
    text = "Agenda – semaine du 13 mai 2024\n\nLundi 13, 14h : comité, Lille\nMardi 14, 9h30-12h30 : atelier à Avion"
    assert _sessions(text) == {("13/05", "14:00", None), ("14/05", "09:30", "12:30")}


def test_hours_that_end_the_line_of_a_day_are_not_of_the_next_line() -> None:
    text = "Agenda de mai 2024\n\nJeudi 16 : réunion, 9h, Lille ; webinaire, 11h-12h\nVendredi 17 : visite à Avion"
    assert ("17/05", None, None) in _sessions(text)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        (
            "La formation prévue le 10 octobre 2024 de 9h à 17h se déroulera finalement de 9h30 à 17h30 à Lens.",
            ("09:30", "17:30"),
        ),
        ("La rencontre du 12 mars 2024 à Lens ne commencera pas à 9h mais à 9h30.", ("09:30", None)),
    ],
)
def test_hours_that_hold_take_the_place_of_former_ones(text: str, hours: tuple[str, str | None]) -> None:
    assert {told[1:] for told in _sessions(text)} == {hours}


def test_a_house_that_opens_for_good_is_no_sitting() -> None:
    text = (
        "Inauguration de la maison de services\n\nSamedi 14 octobre 2023 à 11h, 6 place de l'Europe, 60100 Creil\n\n"
        "La maison sera ouverte au public dès le lundi 16 octobre, du lundi au samedi de 9h à 18h."
    )
    assert _sessions(text) == {("14/10", "11:00", None)}


def test_an_evening_without_an_end_does_not_take_the_end_of_the_work() -> None:
    text = (
        "Université d'été\n\nBeauvais, vendredi 28 juin 2019\n\nDe 14h à 14h30 : accueil\nDe 14h30 à 18h : ateliers\n"
    )
    assert _sessions(text + "À partir de 19h : repas et soirée festive") == {("28/06", "14:30", "18:00")}


def test_a_place_in_the_line_of_one_thing_is_not_that_of_others() -> None:
    text = "Dates à noter\n\n- CA : 13/01/2025 18h\n- AG : 16/06/2025 17h30\n"
    text += "- Journée d'équipe : 03/07/2025, 9h-17h, à Avion"
    towns = {(s.first_day.month, s.venue and s.venue.city) for e in read_text(text).events for s in e.sessions}
    assert towns == {(1, None), (6, None), (7, "Avion")}


def test_a_row_of_a_day_heads_the_steps_below_it_in_a_table() -> None:
    steps = (
        ("Mardi 12 mars 2024", (("9h00", "Accueil"), ("9h30", "Introduction"), ("12h00", "Fin"))),
        ("Mercredi 13 mars 2024", (("9h30", "Accueil"), ("10h00", "Visite"), ("16h00", "Clôture"))),
    )
    rows = ""
    for day, told in steps:
        rows += f"<tr><td colspan=2>{day}</td></tr>"
        rows += "".join(f"<tr><td>{hour}</td><td>{words}</td></tr>" for hour, words in told)
    assert _sessions(f"<h1>Séminaire</h1><p>Deux jours à Laon</p><table>{rows}</table>") == {
        ("12/03", "09:30", "12:00"),
        ("13/03", "10:00", "16:00"),
    }


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Le forum débute à 9h. Un atelier CV est proposé de 14h à 16h.", ("09:00", None)),
        ("Début de la visite à 9h45 ; nous terminerons par une réunion de 14h à 15h30.", ("09:45", "15:30")),
        ("Nous commencerons à 9h30. Une réunion de 14h à 15h30 terminera la journée.", ("09:30", "15:30")),
    ],
)
def test_a_later_part_is_not_the_whole_day(text: str, hours: tuple[str, str | None]) -> None:
    assert _sessions(f"Journée de terrain\n\nJeudi 6 juin 2024 à Arras. {text}") == {("06/06", *hours)}


def test_a_house_is_open_on_its_open_day() -> None:
    text = "Journée portes ouvertes\n\nSamedi 8 juin 2024 à Lens. La maison ouvre ses portes de 10h à 18h. "
    assert _sessions(text + "Un spectacle est prévu à 15h et un goûter à 16h.") == {("08/06", "10:00", "18:00")}
