"""Towns that the head or foot of a page tells of who speaks, and the only town of a page without a home.

A session is told as `day start-end town`.
"""

from __future__ import annotations

import pytest

from extract.read import read_document
from tests.extract.documents import tell_sessions
from warehouse.reference import load_knowledge

FAIR = "<main><h1>Vide-dressing</h1><p>Samedi 8 juin 2024 de 10h à 17h, salle Jean-Moulin.</p></main>"

PAGES: list[tuple[str, str, list[str]]] = [
    (
        "a town between the marks of the foot",
        f"{FAIR}<footer>Les Petites Mains de la rue Verte · Wattrelos · Mentions légales</footer>",
        ["2024-06-08 10:00-17:00 Wattrelos"],
    ),
    (
        "who made the site is no home",
        f"{FAIR}<footer>Conseil citoyen des Provinces, Maubeuge | Site réalisé par Graines de Web, Lille</footer>",
        ["2024-06-08 10:00-17:00 Maubeuge"],
    ),
    (
        "several towns between marks are none",
        f"{FAIR}<footer>Nos antennes : Arras – Lens – Béthune</footer>",
        ["2024-06-08 10:00-17:00 ?"],
    ),
    (
        "the only town stands with another day",
        "<h1>Le jardin de la rue Basse</h1><p>La fête du jardin a lieu samedi 8 juin 2024 à 15h, 12 rue Basse à Denain."
        "</p><p>Une réunion de préparation se tient chez Samira le mardi 4 juin 2024 à 20h.</p>",
        ["2024-06-04 20:00- Denain", "2024-06-08 15:00- Denain"],
    ),
    (
        "a rubric behind the day on which the page was put up",
        '<h1>Nos ateliers du soir</h1><p><time class="published" datetime="2024-12-17T11:05">17/12/2024</time> dans '
        '<a href="/c">Accès au droit</a></p><p>Atelier le mardi 21 janvier 2025 à 9h30, à la mairie de Beauvais.</p>',
        ["2025-01-21 09:30- Beauvais"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_the_head_tells_the_town(body: str, expected: list[str]) -> None:
    page = f'<html lang="fr"><head><title>Page</title></head><body>{body}</body></html>'.encode()
    reading = read_document(page, "https://asso.example/page", "text/html", load_knowledge())
    assert sorted(tell_sessions(reading)) == expected
