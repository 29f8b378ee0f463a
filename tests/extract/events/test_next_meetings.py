"""What a report announces besides what it reports: events of their own, called by the words that announce them."""

from __future__ import annotations

import pytest

from extract.records import Reading
from tests.extract.documents import read_page

TOLD = "<p>Soixante personnes se sont retrouvées le jeudi 6 février 2025 à Soissons, salle du Mail.</p>"


def events_of(reading: Reading) -> list[tuple[str, list[str]]]:
    return [(event.title, [session.first_day.isoformat() for session in event.sessions]) for event in reading.events]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Un groupe de travail se réunira le jeudi 10 avril 2025 à 14h, à Laon.", "Groupe de travail"),
        ("Pour avancer, un petit groupe se donne rendez-vous le 10 avril 2025 à 10h à Laon.", "Petit groupe"),
        ("Un groupe de travail est né. Il se retrouvera à Laon le 10 avril 2025 à 14h.", "Groupe de travail"),
        ("Un atelier pratique est proposé le 10 avril 2025, de 14h à 17h, à Laon.", "Atelier pratique"),
        ("Le premier comité de pilotage est fixé au 10 avril 2025 à 14h30, à Laon.", "Comité de pilotage"),
        ("Le rapport sera remis lors d'une réunion commune, le 10 avril 2025, à 17h.", "Réunion commune"),
    ],
)
def test_what_is_to_come_is_parted_from_what_took_place(words: str, title: str) -> None:
    report, coming = events_of(read_page("Bien vieillir : retour sur la journée", f"{TOLD}<p>{words}</p>"))
    assert report == ("Bien vieillir : retour sur la journée", ["2025-02-06"])
    assert coming == (title, ["2025-04-10"])


@pytest.mark.parametrize(
    "words",
    [
        "Le groupe se retrouvera le 10 avril 2025 à 14h, à Laon.",  # the same people, and no name
        "Le prochain atelier du cycle se tiendra le 10 avril 2025 à 14h, à Laon.",
    ],
)
def test_what_goes_on_is_not_parted(words: str) -> None:
    (event,) = read_page("Bien vieillir : retour sur la journée", f"{TOLD}<p>{words}</p>").events
    assert len(event.sessions) == 2


def test_a_sitting_of_a_series_is_not_parted() -> None:
    body = f"{TOLD}<p>Un atelier pratique est proposé le 10 avril 2025 à 14h, à Laon.</p>"
    (event,) = read_page("Parcours « Bien vieillir » : retour sur la première journée", body).events
    assert len(event.sessions) == 2


def test_lines_of_minutes_name_what_is_to_come() -> None:
    body = """<p>Compte rendu de la séance du lundi 3 mars 2025, salle du Mail, à Soissons</p>
    <p>Comité technique : jeudi 20 mars 2025, 9h30, à Laon</p>
    <p>Forum des partenaires : mercredi 9 avril 2025, 14h, à Guise</p>"""
    titles = [title for title, _ in events_of(read_page("Conseil citoyen : compte rendu", body))]
    assert titles == ["Conseil citoyen : compte rendu", "Comité technique", "Forum des partenaires"]


@pytest.mark.parametrize(
    ("told", "names", "days"),
    [
        (
            "Le groupe retient l'idée d'une visite du chantier, le mardi 4 juillet 2023 à 14h, à la mairie de Laon.",
            ["Visite du chantier"],
            ["2023-07-04"],
        ),
        (
            "Et après ? Un atelier de réparation samedi 6 mai 2023 de 10h à 12h, à la mairie de Laon.",
            ["Atelier de réparation"],
            ["2023-05-06"],
        ),
        (
            "Deux ateliers avec les jeunes sont fixés : le 9 mai 2023 à 18h et le 16 mai 2023 à 18h, à Laon.",
            ["Ateliers avec les jeunes"],
            ["2023-05-09", "2023-05-16"],
        ),
        (
            "Un groupe de travail se crée. Il se réunira le 9 mai 2023 à 10h, à la Maison de la formation de Laon.",
            ["Groupe de travail"],
            ["2023-05-09"],
        ),
    ],
)
def test_what_minutes_plan_in_a_sentence_is_an_event_of_its_own(told: str, names: list[str], days: list[str]) -> None:
    reading = read_page(
        "Retour sur la journée des médiateurs",
        "<p>Publié le 20 mars 2023</p><p>Le 9 mars 2023, les médiateurs se sont retrouvés à la mairie de Guise.</p>"
        f"<p>{told}</p>",
    )
    later = reading.events[1:]
    assert [event.title for event in later] == names
    assert [str(session.first_day) for event in later for session in event.sessions] == days


def test_a_page_of_short_headings_under_a_title_that_says_agenda_holds_events() -> None:
    reading = read_page(
        "Les rendez-vous de mai",
        "<h3>Comité technique restreint</h3><p>Mardi 2 mai 2023, 14h, mairie de Laon.</p>"
        "<h3>Balade urbaine</h3><p>Le mercredi 3 mai 2023, à 9h, on marche au port. Départ : mairie de Guise.</p>",
    )
    assert [event.title for event in reading.events] == ["Comité technique restreint", "Balade urbaine"]


def test_one_rendez_vous_is_no_agenda() -> None:
    reading = read_page(
        "Marchés publics : un rendez-vous en ligne",
        "<p>Nos conseillers vous répondent mardi 2 mai 2023 à 9h, en visioconférence.</p>"
        "<p>Même heure, même principe le mardi 9 mai 2023.</p>",
    )
    assert [event.title for event in reading.events] == ["Marchés publics : un rendez-vous en ligne"]
