"""Pages that open with a meeting held some weeks ago and go on to the next one.

A session is told as `day start-end town`.
"""

from __future__ import annotations

import pytest

from extract.read import read_document
from tests.extract.documents import tell_sessions
from warehouse.reference import load_knowledge

NEXT = "<p>Un groupe se réunira le jeudi 10 avril, de 14h à 16h30, au CCAS de Laon, 3 rue Eugène-Leduc.</p>"
COMING = "2025-04-10 14:00-16:30 Laon"

PAGES: list[tuple[str, str, list[str]]] = [
    (
        "who had come",
        "Soixante personnes s'étaient donné rendez-vous, le 6 février, au centre culturel de Soissons.",
        ["2025-02-06 - Soissons", COMING],
    ),
    (
        "looking back behind a colon",
        "Une salle pleine : retour sur la soirée qui s'est tenue le mardi 4 février 2025 à l'Espace Matisse, à Creil.",
        ["2025-02-04 - Creil", COMING],
    ),
    (
        "who came, in a section of its own",
        "Le printemps revient et nos rencontres reprennent enfin dans tous les quartiers de la ville.</p>"
        "<h2>C'était en janvier</h2><p>Soixante personnes ont suivi, le 30 janvier, notre rencontre sur les jardins "
        "partagés à Chauny.</p><h2>Et maintenant</h2><p>Voici la suite.",
        ["2025-01-30 - Chauny", COMING],
    ),
    (
        "what leads on from a former meeting",
        "Après la journée du 6 février, au centre culturel de Soissons, un groupe de travail se met en place.",
        [COMING],
    ),
    (
        "what was decided",
        "Le conseil municipal avait adopté le 6 février, à Soissons, le plan d'action pour les personnes âgées.",
        [COMING],
    ),
    (
        "a year ago",
        "Nous avions passé une belle soirée, le 6 février 2024, au centre culturel de Soissons, et promis de revenir.",
        [COMING],
    ),
    (
        "what opened then",
        "Le café des aidants avait ouvert ses portes le 10 janvier à Chauny, et il s'installe maintenant à Laon.",
        [COMING],
    ),
]


@pytest.mark.parametrize(("opening", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_the_opening_is_the_news(opening: str, expected: list[str]) -> None:
    title = "Bien vieillir : nos idées"
    page = f"""<html><head><title>{title}</title></head><body><main><h1>{title}</h1><p>Publié le 18 février 2025</p>
    <p>{opening}</p>{NEXT}</main></body></html>"""
    reading = read_document(page.encode(), "https://www.exemple.fr/actu/page", "text/html", load_knowledge())
    assert tell_sessions(reading) == expected
