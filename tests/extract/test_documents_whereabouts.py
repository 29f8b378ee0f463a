"""Where people are around a meeting and not for it, and places that another day, entry or cell tells."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text, tell_sessions

TEXTS: list[tuple[str, str, list[str]]] = [
    (
        "where people sleep between two days",
        """Deux jours pour agir
Nous nous retrouvons à Creil, à la Faïencerie (allée Nelson), pour deux journées :
Mardi 21 novembre 2023, de 10h à 17h : ateliers.
Mercredi 22 novembre 2023, de 9h à 16h : débats.
Il est possible de dormir le mardi soir au gîte de Senlis.""",
        ["2023-11-21 10:00-17:00 Creil", "2023-11-22 09:00-16:00 Creil"],
    ),
    (
        "where somebody worked in other years",
        """Formation de printemps
Notre formation se suit en deux matinées : les jeudis 6 et 13 mars 2025, de 9 h à 12 h.
Le formateur, Paul Delcourt, a longtemps travaillé au CHU de Lille.
Une séance de retour a lieu le mardi 20 mai 2025, de 14 h à 16 h.
Tout se passe au pôle social, 1 rue Faroux, à Compiègne.""",
        ["2025-03-06 09:00-12:00 Compiègne", "2025-03-13 09:00-12:00 Compiègne", "2025-05-20 14:00-16:00 Compiègne"],
    ),
    (
        "where those are who are not there",
        """# La maison des parents de Hénin-Beaumont
Ouverture le mardi 5 mars 2024 à 14h. Fermé jeudi : les animatrices sont en formation à Arras.""",
        ["2024-03-05 14:00- Hénin-Beaumont"],
    ),
    (
        "what holds only in case",
        """Cercle des médiateurs
Jeudi 4 mai 2023, 14h, Arras : séance 1
Jeudi 8 juin 2023, 14h, Lens : séance 2
Si la situation sanitaire l'exige, la séance 2 se tiendra en visioconférence.""",
        ["2023-05-04 14:00- Arras", "2023-06-08 14:00- Lens"],
    ),
    (
        "where people eat in the middle of a day",
        """# Journée des acteurs
Jeudi 4 avril 2024, 9h-17h
Le repas sera servi au restaurant Le Beffroi de Douai.
Amphithéâtre de la MJC, 215 rue d'Arras, Sin-le-Noble""",
        ["2024-04-04 09:00-17:00 Sin-le-Noble"],
    ),
    (
        "the next meeting is where the last one of its kind was",
        """Notes de la séance du mardi 6 mars 2018 (18h - 20h, maison des citoyens, avenue Jean-Bart, Avion)
Sortie : samedi 24 mars 2018, visite du terril, rue de Bourgogne à Loos-en-Gohelle, rendez-vous sur place à 9h30.
Prochaine séance : mardi 3 avril 2018, même endroit.""",
        ["2018-03-06 18:00-20:00 Avion", "2018-03-24 09:30- Loos-en-Gohelle", "2018-04-03 - Avion"],
    ),
    (
        "a town with its article before its house in a bracket",
        """Agenda
Mercredi 10 mai 2023, 14h-16h : Atelier budget (La Fère, centre culturel)
Mardi 23 mai 2023, 14h-16h : Atelier budget (Le Quesnoy, salle des fêtes)""",
        ["2023-05-10 14:00-16:00 La Fère", "2023-05-23 14:00-16:00 Le Quesnoy"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_where_people_are_around_a_meeting(text: str, expected: list[str]) -> None:
    assert tell_sessions(read_text(text)) == expected


@pytest.mark.parametrize("stamp", ["19 octobre 2021 / Non classé / 2 commentaires", "Actualité du 18 octobre 2021"])
def test_the_line_of_news_below_a_title_is_no_sitting(stamp: str) -> None:
    told = "<p>La journée aura lieu le mardi 9 novembre 2021 à 9h à la mairie de Lens.</p>"
    assert tell_sessions(read_page("Une journée pour les parents", f"<p>{stamp}</p>{told}")) == [
        "2021-11-09 09:00- Lens"
    ]
