"""Days weighed against one another: named in passing, looked back on, told with their hours or their place."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

MEETING = "<p>Jeudi 6 octobre 2022, 14h-17h, à la médiathèque de Guise.</p>"
HELD = ["2022-10-06 14:00-17:00 Guise"]


@pytest.mark.parametrize(
    "passing",
    [
        "Les codes d'accès vous parviendront par courriel la veille, soit le 5 octobre 2022.",
        "Le guide de l'animateur se trouve sur notre plateforme depuis peu : il y a été déposé le 12 septembre 2022.",
        "Notre association tient sa page à jour ; la liste des structures s'arrête au lundi 3 octobre 2022.",
        "Les deux intercommunalités ont fusionné leurs services le 3 mai 2021.",
    ],
)
def test_a_day_named_in_passing_is_no_sitting(passing: str) -> None:
    reading = read_page("Atelier d'écriture pour les familles", f"{MEETING}<p>{passing}</p>")
    assert tell_sessions(reading) == HELD


@pytest.mark.parametrize(
    "back",
    [
        "Les référents se sont retrouvés une première fois le 12 mai 2022 à Hirson.",
        "Une première série a eu lieu les 3 et 4 mars 2022 à Laon.",
        "Le 12 mai 2022, nous étions trente à Laon.",
        "L'équipe a souhaité, le mardi 17 mai dernier, ouvrir davantage ce rendez-vous aux parents.",
    ],
)
def test_a_meeting_that_was_is_none_of_the_announcement_and_lends_it_no_place(back: str) -> None:
    body = f"<p>Publié le 20 septembre 2022</p><p>Inscrivez-vous !</p>{MEETING}<p>{back}</p>"
    assert tell_sessions(read_page("Atelier d'écriture pour les familles", body)) == HELD


def test_every_day_stays_where_none_is_told_better() -> None:
    body = "<p>La compagnie viendra chez vous avec ses conteurs le 6 octobre 2022 et le 8 décembre 2022.</p>"
    assert tell_sessions(read_page("Soirée contes", body)) == ["2022-10-06 - ?", "2022-12-08 - ?"]


def test_days_listed_with_one_of_a_recording_are_past() -> None:
    body = f"{MEETING}<p>Les replays des séances du 9 juin 2022 et du 1er juillet 2022 sont en ligne.</p>"
    assert tell_sessions(read_page("Atelier d'écriture pour les familles", body)) == HELD


def test_hours_told_with_two_days_hold_for_both_above_a_programme_by_day() -> None:
    body = """<p>Dates : mardi 4 et mercredi 5 mai 2021<br>Horaires : 9h-12h30 / 13h30-17h</p>
    <p>Lieu : MJC de Hazebrouck</p>
    <h3>Jour 1</h3><p>Matin : le cadre</p><h3>Jour 2</h3><p>Matin : les outils</p>"""
    told = ["2021-05-04 09:00-17:00 Hazebrouck", "2021-05-05 09:00-17:00 Hazebrouck"]
    assert tell_sessions(read_page("Formation « Tenir un budget »", body)) == told


@pytest.mark.parametrize(
    "spoken",
    [
        "Il sera question de la préparation du forum régional des 3 et 4 novembre 2022.",
        "Au menu : un point sur les dossiers, et un autre sur l'organisation de la fête du 19 novembre 2022.",
        "Si la salle était trop petite, une seconde séance serait organisée le 13 octobre 2022.",
        "Le 12 novembre 2019, nous avons remis notre centième vélo.",
        "L'association a reçu l'agrément du 3 mai 2022.",
        "Les comptes rendus des ateliers de 2021 (3 mars, 9 juin) sont en ligne.",
    ],
)
def test_a_day_of_something_that_is_spoken_of_is_no_sitting(spoken: str) -> None:
    reading = read_page("Atelier d'écriture pour les familles", f"<p>Bienvenue.</p>{MEETING}<p>{spoken}</p>")
    assert tell_sessions(reading) == HELD


def test_webinars_to_come_in_one_paragraph_of_a_report() -> None:
    body = """<p>Vous étiez cent, mardi 8 juin 2021, à notre webinaire.</p>
    <p>Prochains webinaires : « Se loger » le 6 juillet 2021 à 14h ; « Voisiner » le 14 septembre 2021 à 11h.</p>"""
    told = ["2021-06-08 - ? online", "2021-07-06 14:00- ? online", "2021-09-14 11:00- ? online"]
    assert tell_sessions(read_page("Replay | Webinaire « Habiter d'abord » du 8 juin", body)) == told


def test_what_somebody_did_on_a_day_is_no_sitting() -> None:
    body = """<p>Les médiateurs se sont retrouvés le mardi 9 octobre 2018 à la sous-préfecture de Vervins.</p>
    <p>Ils ont parlé du plan dévoilé par la ministre de la Cohésion des territoires le 22 mai 2018.</p>"""
    assert tell_sessions(read_page("Les médiateurs en séminaire", body)) == ["2018-10-09 - Vervins"]


def test_a_meeting_under_its_own_heading_on_a_page_about_a_call() -> None:
    body = """<p>Déposez vos dossiers.</p><h2>Une réunion pour en parler</h2>
    <p>Nos services présenteront le règlement le mercredi 5 novembre 2025, de 10h à 11h30, à la mairie de Corbie.</p>"""
    told = ["2025-11-05 10:00-11:30 Corbie"]
    assert tell_sessions(read_page("L'appel à projets 2026 est ouvert", body)) == told


def test_hours_under_their_label_hold_for_all_days() -> None:
    body = """<p>Les deux premières journées se dérouleront à Albert les 15 et 16 mai 2018, la dernière à Ham le 5 juin
    2018.</p><p>Horaires : 9h30 – 17h.</p>"""
    told = ["2018-05-15 09:30-17:00 Albert", "2018-05-16 09:30-17:00 Albert", "2018-06-05 09:30-17:00 Ham"]
    assert tell_sessions(read_page("Cycle « Tenir conseil »", body)) == told


def test_a_day_between_two_years_is_that_of_the_page() -> None:
    body = """<p>Les 7 et 8 avril 2020, de 9h à 16h, à l'AFPA de Creil.</p>
    <p>Évaluation à chaud le 8 avril ; à froid six mois après (8 octobre 2020), par questionnaire.</p>"""
    days = [line[:10] for line in tell_sessions(read_page("Formation des médiateurs", body))]
    assert "2021-04-08" not in days and days[:2] == ["2020-04-07", "2020-04-08"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Le film sera projeté en avant-première le vendredi 17 juin 2022, à 20h30, au CinéMarine.", "20:30-"),
        ("Auparavant, une séance réservée aux familles est prévue le vendredi 17 juin 2022 à 18h.", "18:00-"),
    ],
)
def test_words_that_look_like_a_limit_or_a_move_and_are_none(words: str, told: str) -> None:
    reading = read_page("Étaples : le quartier fait son cinéma", f"<p>Bientôt la séance !</p><p>{words}</p>")
    assert tell_sessions(reading) == [f"2022-06-17 {told} Étaples"]


def test_the_day_on_which_a_jury_chose_and_days_under_a_reminder() -> None:
    body = f"""{MEETING}<p>Les lauréats ont été choisis par le jury réuni le 18 mai 2022 parmi cent dossiers.</p>
    <h3>Rappel</h3><p>Atelier n° 1 : 15 novembre 2021</p><p>Atelier n° 2 : 24 janvier 2022</p>"""
    assert tell_sessions(read_page("Atelier d'écriture pour les familles", body)) == HELD


@pytest.mark.parametrize(
    "aside",
    [
        "Le kit remis aux participants paraîtra le 2 décembre 2022.",
        "L'animatrice de l'atelier a pris ses fonctions le 5 septembre 2022.",
        "Le 2 décembre 2022, les participants recevront leur attestation.",
        "Le 22 octobre 2022 commencent les vacances de la Toussaint.",
        "Les contrats signés pendant la rencontre débuteront le 1er décembre 2022.",
        "Livraison du matériel de l'atelier : 3 octobre 2022.",
    ],
)
def test_the_verb_that_governs_a_day_outweighs_the_meetings_beside_it(aside: str) -> None:
    reading = read_page("Atelier d'écriture pour les familles", f"{MEETING}<p>{aside}</p>")
    assert tell_sessions(reading) == HELD


def test_a_row_headed_by_what_is_done_with_papers_is_no_sitting() -> None:
    rows = "<tr><th>Étape</th><th>Date</th></tr><tr><td>Instruction des dossiers</td><td>19 octobre 2022</td></tr>"
    reading = read_page("Atelier d'écriture pour les familles", f"{MEETING}<table>{rows}</table>")
    assert tell_sessions(reading) == HELD
