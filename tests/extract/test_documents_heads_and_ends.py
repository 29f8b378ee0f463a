"""Whole papers whose year stands once, in their head or at the end of a list, beside days of long ago.

A session is told as `day start-end town`.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_text, tell_sessions

PAPERS: list[tuple[str, str, list[str]]] = [
    (
        "the year within a line of the head",
        """Réseau des aidants
        Calendrier des rencontres 2021 du réseau
        12 mars, 9h30, Lens, salle B
        4 juin, 9h30, Arras, salle C
        Association fondée le 3 juin 1999""",
        ["2021-03-12 09:30- Lens", "2021-06-04 09:30- Arras"],
    ),
    (
        "what was decided once",
        """La ronde des livres
        Lecture publique : nos formations 2019, ouvertes aux bénévoles
        2 avril, 9h à 12h, Laon, médiathèque
        4 juin, 9h à 12h, Soissons, médiathèque
        Plan lancé par le comité du 3 mai 2007""",
        ["2019-04-02 09:00-12:00 Laon", "2019-06-04 09:00-12:00 Soissons"],
    ),
    (
        "a letter of a body as old as its last line tells",
        """Lille, le 14 septembre 2018

        Mesdames et Messieurs,
        J'ai le plaisir de vous convier à la journée d'étude qui se tiendra à Clermont le 16 novembre, de 9h à 16h.
        Association créée le 7 octobre 1998""",
        ["2018-11-16 09:00-16:00 Clermont"],
    ),
    (
        "the last of a list in order",
        """Cafés des aidants
        Un café, un sujet
        - 14 février, 14h, Creil, mairie
        - 3 mai, 14h, Noyon, mairie
        - 12 décembre 2024, 14h, Méru, salle A""",
        ["2024-02-14 14:00- Creil", "2024-05-03 14:00- Noyon", "2024-12-12 14:00- Méru"],
    ),
    (
        "a list that goes on in the next year",
        """Les rencontres du réseau
        21 novembre, 14h, Lens
        12 décembre, 14h, Arras
        23 janvier 2026, 14h, Douai""",
        ["2025-11-21 14:00- Lens", "2025-12-12 14:00- Arras", "2026-01-23 14:00- Douai"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [p[1:] for p in PAPERS], ids=[p[0] for p in PAPERS])
def test_one_year_dates_the_paper(text: str, expected: list[str]) -> None:
    assert tell_sessions(read_text("\n".join(line.strip() for line in text.split("\n")))) == expected
