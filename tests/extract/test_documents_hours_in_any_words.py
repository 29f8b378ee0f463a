"""Hours that a page tells once, in words of its own: whose they are, and when people leave."""

from __future__ import annotations

import pytest

from extract.read import read_document
from tests.extract.documents import read_page, tell_sessions
from warehouse.reference import load_knowledge

DAY = "<p>Prochaine date : mardi 30 mai 2017, salle Foch à Noyon.</p>"


@pytest.mark.parametrize(
    "words",
    [
        "Le temps de travail court de 9h15 à 12h15.",
        "Votre présence est requise de 9h15 à 12h15.",
        "Durée : de 9h15 à 12h15.",
        "Réservez le créneau 9h15-12h15.",
        "Premiers échanges à 9h15, conclusion à 12h15.",
        "Arrivée des participants : 9h15. Départ : 12h15.",
        "Mise en route 9h15, dispersion 12h15.",
        "La salle ouvre à 9h15 et ferme à 12h15.",
    ],
)
def test_the_only_hours_of_a_page_are_those_of_its_day(words: str) -> None:
    reading = read_page("Journée d'étude", f"{DAY}<p>{words}</p><p>Gratuit, sur inscription.</p>")
    assert tell_sessions(reading) == ["2017-05-30 09:15-12:15 Noyon"]


@pytest.mark.parametrize(
    "words",
    [
        "La ludothèque est ouverte de 9h15 à 18h.",
        "Le secrétariat répond de 9h15 à 12h15.",
        "Durée : 3 heures.",
        "Le gardien passe à 8h40.",
    ],
)
def test_hours_of_a_thing_that_opens_or_runs_are_not(words: str) -> None:
    reading = read_page("Journée d'étude", f"{DAY}<p>{words}</p><p>Gratuit, sur inscription.</p>")
    assert tell_sessions(reading) == ["2017-05-30 - Noyon"]


@pytest.mark.parametrize(
    "words",
    ["Accueil à 9h, départ à 11h pour chacune des étapes.", "Arrivée 9h, sortie vers 11h, à toutes les dates."],
)
def test_when_people_come_and_leave_at_each_day_of_a_list(words: str) -> None:
    days = "<ul><li>mardi 6 juin 2017, Noyon</li><li>mardi 13 juin 2017, Creil</li></ul>"
    reading = read_page("Deux étapes", f"{days}<p>{words}</p>")
    assert tell_sessions(reading) == ["2017-06-06 09:00-11:00 Noyon", "2017-06-13 09:00-11:00 Creil"]


@pytest.mark.parametrize("heads", [("De", "à"), ("Heure de début", "Heure de fin"), ("Arrivée", "Départ")])
def test_columns_of_their_own_tell_when_a_row_begins_and_ends(heads: tuple[str, str]) -> None:
    reading = read_page(
        "Analyse de pratiques",
        f"<table><tr><th>Jour</th><th>{heads[0]}</th><th>{heads[1]}</th><th>Où</th></tr>"
        "<tr><td>lundi 25 janvier 2021</td><td>9h30</td><td>12h</td><td>Amiens</td></tr>"
        "<tr><td>lundi 14 juin 2021</td><td>13h30</td><td>16h30</td><td>Creil</td></tr></table>",
    )
    assert tell_sessions(reading) == ["2021-01-25 09:30-12:00 Amiens", "2021-06-14 13:30-16:30 Creil"]


def test_hours_of_two_groups_side_by_side_are_no_start_and_end() -> None:
    reading = read_page(
        "Analyse de pratiques",
        "<table><tr><th>Jour</th><th>Groupe A</th><th>Groupe B</th></tr>"
        "<tr><td>lundi 25 janvier 2021</td><td>9h</td><td>10h</td></tr>"
        "<tr><td>lundi 14 juin 2021</td><td>9h</td><td>10h</td></tr></table>",
    )
    assert [told[10:17] for told in tell_sessions(reading)] == [" 09:00-", " 09:00-"]


@pytest.mark.parametrize("stamp", ["lundi 2 janvier 2023 - 10:20 | Cindy", "02/01/2023 à 14:07"])
def test_a_line_with_the_minute_of_a_clock_stamps_its_page(stamp: str) -> None:
    reading = read_page(
        "Cafés des parents",
        f"<p>{stamp}</p><p>École Ferry<br>mardi 10 janvier à 8h45</p><p>École Pasteur<br>jeudi 12 janvier à 13h45</p>",
    )
    assert [told[:16] for told in tell_sessions(reading)] == ["2023-01-10 08:45", "2023-01-12 13:45"]


def test_a_line_under_the_title_is_a_stamp_only_with_the_day_that_the_page_states() -> None:
    page = (
        "<html><head><title>Journée des cités</title></head><body><main><h1>Journée des cités</h1>"
        "<p>Mercredi 22 mai 2024<br>De 9 heures à 16 heures 30<br>Lycée Gambetta<br>Arras</p>"
        '<div class="field field-name-post-date"><p>Publié le 2 avril 2024</p></div></main></body></html>'
    )
    reading = read_document(page.encode(), "https://www.exemple.fr/actualites/journee", "text/html", load_knowledge())
    assert tell_sessions(reading) == ["2024-05-22 09:00-16:30 Arras"]


DAYS = (
    "<ul><li>mardi 3 avril 2018, Lens</li><li>mercredi 4 avril 2018, Lens</li><li>mardi 12 juin 2018, Arras</li></ul>"
)


@pytest.mark.parametrize(
    "words",
    [
        "Horaires : 9h – 17h en avril ; 9h – 12h30 en juin",
        "En avril, de 9h à 17h. En juin, de 9h à 12h30.",
        "Horaires : 9h-17h (avril), 9h-12h30 (juin).",
    ],
)
def test_a_month_names_the_days_that_are_in_it(words: str) -> None:
    assert tell_sessions(read_page("Formation", f"{DAYS}<p>{words}</p>")) == [
        "2018-04-03 09:00-17:00 Lens",
        "2018-04-04 09:00-17:00 Lens",
        "2018-06-12 09:00-12:30 Arras",
    ]


def test_days_that_are_counted_are_those_of_each_session() -> None:
    reading = read_page(
        "Stage",
        "<ul><li>Lens : du 3 au 4 avril 2018</li><li>Arras : du 10 au 11 avril 2018</li></ul>"
        "<p>Les deux journées se déroulent de 9h à 17h. Un bilan aura lieu le 12 juin 2018 de 10h à 12h à Lens.</p>",
    )
    hours = [told[11:22] for told in tell_sessions(reading)]
    assert hours == ["09:00-17:00"] * 4 + ["10:00-12:00"]


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("Un goûter est offert le dernier jour à 16h.", "10:00-17:00"),
        ("Une photo sera prise le dernier jour, à 11h30.", "10:00-17:00"),
        ("Le dernier jour, on commence à 14h.", "14:00-17:00"),
    ],
)
def test_something_within_the_hours_of_all_moves_no_day(words: str, last: str) -> None:
    reading = read_page("Le bus des métiers", f"{DAYS}<p>De 10h à 17h à chaque étape. {words}</p>")
    assert [told[11:22] for told in tell_sessions(reading)] == ["10:00-17:00", "10:00-17:00", last]


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("Comme la précédente, ces journées débutent à 9h30 et finissent à 16h.", "09:30-16:00"),
        ("Toutes nos journées vont de 9h30 à 16h.", "09:30-16:00"),
        ("Les ateliers se sont tenus de 9h30 à 16h.", "- Creil"),
    ],
)
def test_what_a_report_says_of_several_days_holds_for_those_to_come(words: str, hours: str) -> None:
    reading = read_page(
        "Parcours santé : à mi-chemin",
        "<p>La journée du 28 janvier 2025 à Méru a réuni trente stagiaires.</p>"
        f"<p>Rendez-vous à Creil mardi 29 avril 2025. {words}</p>",
    )
    assert tell_sessions(reading)[1].startswith(f"2025-04-29 {hours}")


def test_the_part_that_follows_the_first_one_ends_the_day() -> None:
    words = "<p>Table ronde de 9h30 à 11h sur le sommeil, puis stands jusqu'à 12h30.</p>"
    reading = read_page("Université des parents", f"<p>Samedi 2 avril 2022, salle Foch à Lens.</p>{words}")
    assert tell_sessions(reading) == ["2022-04-02 09:30-12:30 Lens"]


@pytest.mark.parametrize(
    "chapters",
    [("00:00 Présentation", "06:30 Le cadre", "31:10 Les questions"), ("01:20 Le cadre", "44:05 Conclusion")],
)
def test_the_chapters_of_a_recording_are_no_hours(chapters: tuple[str, ...]) -> None:
    lines = "".join(f"<li>{line}</li>" for line in chapters)
    reading = read_page(
        "Replay du webinaire", f"<p>Le webinaire du mardi 20 janvier 2026 a été enregistré.</p><ul>{lines}</ul>"
    )
    assert [told[:12] for told in tell_sessions(reading)] == ["2026-01-20 -"]


def test_hours_behind_the_place_of_a_day_are_of_no_former_meeting() -> None:
    reading = read_page(
        "Une journée à Louvroil",
        "<p>Trente membres du réseau se sont réunis le mardi 14 novembre 2023 à Louvroil.</p>"
        "<p>La prochaine visite aura lieu à Tourcoing, le jeudi 18 janvier 2024 : nous irons à la maison des jeunes La "
        "Fabrique, rue Foch, de 13 h à 17 h. Pensez à vous inscrire avant le 22 décembre.</p>",
    )
    assert tell_sessions(reading) == ["2023-11-14 - Louvroil", "2024-01-18 13:00-17:00 Tourcoing"]
