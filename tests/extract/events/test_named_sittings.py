"""Pages of several things: each is an event with its own name, and what belongs together stays one."""

from __future__ import annotations

import pytest

from extract.records import Reading
from tests.extract.documents import draw_table, read_page, read_text


def tell_events(reading: Reading) -> list[tuple[str, list[str]]]:
    """The events of a reading: title and days."""
    return [(event.title, [str(s.first_day) for s in event.sessions]) for event in reading.events]


THREE = [
    ("Réunion publique", ["2025-05-15"]),
    ("Permanences des architectes", ["2025-05-27", "2025-06-05"]),
    ("Balade urbaine", ["2025-06-14"]),
]


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Réunion publique</h2><p>Jeudi 15 mai 2025 à 18h, salle Watremez, Roubaix</p>"
        "<h2>Permanences des architectes</h2><p>27 mai et 5 juin 2025, 14h-17h, local des locataires, Roubaix</p>"
        "<h2>Balade urbaine</h2><p>Samedi 14 juin 2025 à 10h, départ place Carnot, Roubaix</p>",
        "<ul><li>Réunion publique : jeudi 15 mai 2025 à 18h, salle Watremez, Roubaix</li>"
        "<li>Permanences des architectes : 27 mai et 5 juin 2025, 14h-17h, local des locataires, Roubaix</li>"
        "<li>Balade urbaine : samedi 14 juin 2025 à 10h, départ place Carnot, Roubaix</li></ul>",
        "<h3>Jeudi 15 mai 2025</h3><p>Réunion publique, 18h, salle Watremez, Roubaix</p>"
        "<h3>27 mai et 5 juin 2025</h3><p>Permanences des architectes, 14h-17h, local des locataires, Roubaix</p>"
        "<h3>Samedi 14 juin 2025</h3><p>Balade urbaine, 10h, départ place Carnot, Roubaix</p>",
        draw_table(
            ("Quand", "Quoi", "Où"),
            ("jeudi 15 mai 2025, 18h", "Réunion publique", "salle Watremez, Roubaix"),
            ("27 mai et 5 juin 2025, 14h-17h", "Permanences des architectes", "local des locataires, Roubaix"),
            ("samedi 14 juin 2025, 10h", "Balade urbaine", "place Carnot, Roubaix"),
        ),
    ],
)
def test_things_of_different_kinds_are_events(body: str) -> None:
    assert tell_events(read_page("Résidence Les Hauts-Champs : parlons de votre rénovation", body)) == THREE


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Cycle « Nature en ville »", ("Conférence inaugurale", "Visite du parc", "Atelier de concertation")),
        ("Semaine de la parentalité", ("Conférence « Les écrans »", "Atelier parents-enfants", "Spectacle")),
        ("Adultes-relais : se rencontrer", ("Rencontre n° 1", "Rencontre n° 2", "Rencontre n° 3")),
        ("Les cafés de l'habitat", ("Charges et précarité", "Accession sociale", "Habitat participatif")),
    ],
)
def test_what_one_name_holds_together_is_one_event(title: str, lines: tuple[str, ...]) -> None:
    days = ("6 mars 2025", "5 avril 2025", "15 mai 2025")
    body = "".join(f"<li>{line} – {day}, 14h, Lens</li>" for line, day in zip(lines, days, strict=True))
    told = tell_events(read_page(title, f"<ul>{body}</ul>"))
    assert told == [(title, ["2025-03-06", "2025-04-05", "2025-05-15"])]


def test_a_letter_holds_what_its_lines_tell() -> None:
    text = """LA LETTRE DU RÉSEAU - n° 41 - mars 2025

À vos agendas

> Mardi 25 mars, 14h-17h
  Réunion des coordonnateurs
  Lille, dans nos locaux

> Jeudi 10 avril, 9h30-16h30
  Journée « Lire, écrire, compter »
  Noyon, place Aristide-Briand

> Mardi 6 mai, 11h-12h
  Webinaire : les postes FONJEP
  En ligne
"""
    assert tell_events(read_text(text)) == [
        ("Réunion des coordonnateurs", ["2025-03-25"]),
        ("Journée « Lire, écrire, compter »", ["2025-04-10"]),
        ("Webinaire : les postes FONJEP", ["2025-05-06"]),
    ]


def test_committees_of_two_names_are_two() -> None:
    text = """CITÉ ÉDUCATIVE DE CREIL

Comité technique
- mardi 21 janvier 2025, 9h30
- mardi 13 mai 2025, 9h30

Comité de pilotage
- jeudi 6 février 2025, 14h
- jeudi 26 juin 2025, 14h
"""
    assert tell_events(read_text(text)) == [
        ("Comité technique", ["2025-01-21", "2025-05-13"]),
        ("Comité de pilotage", ["2025-02-06", "2025-06-26"]),
    ]


def test_what_minutes_tell_in_lines_are_events_of_their_own() -> None:
    text = """Procès-verbal de la réunion du bureau du 9 janvier 2025 (18h-20h, Hazebrouck)

Points abordés : budget, recrutement, communication.

Prochaines réunions du bureau : 13 février, 13 mars, 10 avril, à 18h au siège.
Conseil d'administration : 27 mars 2025 à 18h30, mairie de Merville.
Assemblée générale : 24 mai 2025, 9h30, Espace Flandre, Hazebrouck.

Le président, Luc Deroo
"""
    assert tell_events(read_text(text))[1:] == [
        ("Prochaines réunions du bureau", ["2025-02-13", "2025-03-13", "2025-04-10"]),
        ("Conseil d'administration", ["2025-03-27"]),
        ("Assemblée générale", ["2025-05-24"]),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Celui du 12 décembre 2024 portait sur les tiers-lieux.",
        "Le groupe s'est déjà réuni le 5 décembre 2024 ; il y a été décidé de travailler sur les freins.",
        "Le programme 2025 avait été présenté le 3 décembre 2024.",
    ],
)
def test_what_was_before_all_that_is_announced_is_no_sitting(words: str) -> None:
    body = f"<p>Le groupe se réunit les 6 février et 3 avril 2025, de 9h30 à 12h, à Valenciennes.</p><p>{words}</p>"
    told = tell_events(read_page("Groupe de travail « Emploi »", body))
    assert told == [("Groupe de travail « Emploi »", ["2025-02-06", "2025-04-03"])]


def test_what_a_sentence_says_goes_with_the_event_is_no_event_of_its_own() -> None:
    reading = read_page(
        "Habiter les cités jardins",
        "<p>Jeudi 8 juin 2023, 9h-17h</p><p>Colloque de l'université d'Artois, à la mairie de Lens.</p>"
        "<p>Une balade dans la cité, vendredi 9 juin 2023 à 10h, prolonge le colloque. Départ : mairie de Liévin.</p>",
    )
    assert len(reading.events) == 1
