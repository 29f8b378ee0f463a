"""Pages and brochures laid out in columns, tables, cards and lists: whose hours, towns and screens stand where.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import draw_table, read_brochure, read_page, tell_sessions

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "a screen and places, each of its own day",
        "Un webinaire et deux ateliers",
        """<p>On en parle d'abord à distance, puis près de chez vous.</p>
        <p>Jeudi 18 janvier 2024, 11h-12h30, sur Zoom</p>
        <p>Mardi 30 janvier 2024, 14h-17h, Maison des services, Hirson</p>
        <p>Vendredi 9 février 2024, 9h30-12h, hôpital de Fourmies</p>""",
        ["2024-01-18 11:00-12:30 ? online", "2024-01-30 14:00-17:00 Hirson", "2024-02-09 09:30-12:00 Fourmies"],
    ),
    (
        "two who host, and the place behind the verb",
        "Ville de Feignies",
        """<p>Le CCAS et la plateforme de répit de Maubeuge vous accueillent le 23 janvier 2025 de 14h30 à 16h, à
        l'espace Gérard-Philipe (place du 8-Mai-1945).</p></main><footer>Ville de Feignies</footer><main>""",
        ["2025-01-23 14:30-16:00 Feignies"],
    ),
    (
        "hours told by the towns that head columns",
        "Ateliers numériques",
        draw_table(
            ("Atelier", "Cambrai (Le Labo)", "Caudry", "Solesmes"),
            ("Naviguer", "4 avril 2023", "5 avril 2023", "7 avril 2023"),
            ("S'informer", "11 avril 2023", "12 avril 2023", "14 avril 2023"),
        )
        + "<p>De 10h à 12h à Cambrai et à Solesmes, de 14h à 16h à Caudry.</p>",
        [
            "2023-04-04 10:00-12:00 Cambrai",
            "2023-04-05 14:00-16:00 Caudry",
            "2023-04-07 10:00-12:00 Solesmes",
            "2023-04-11 10:00-12:00 Cambrai",
            "2023-04-12 14:00-16:00 Caudry",
            "2023-04-14 10:00-12:00 Solesmes",
        ],
    ),
    (
        "hours told by the towns that open lines of several days",
        "Permanences",
        """<p>Lens : mardi 4 et mardi 11 avril 2023<br>Avion : jeudi 6 et jeudi 13 avril 2023</p>
        <p>À Lens, de 9h à 12h ; à Avion, de 14h à 17h.</p>""",
        [
            "2023-04-04 09:00-12:00 Lens",
            "2023-04-06 14:00-17:00 Avion",
            "2023-04-11 09:00-12:00 Lens",
            "2023-04-13 14:00-17:00 Avion",
        ],
    ),
]

BROCHURES: list[tuple[str, str, str, list[str]]] = [
    (
        "a row that says where beside one of those who lead",
        "table",
        """# Ateliers parents-enfants
Centre social, 18 rue Pasteur, 62320 Rouvroy
| | Mercredi 9 octobre 2024 | Mercredi 4 décembre 2024 |
| 10h - 11h30 | Éveil musical | Contes de l'hiver |
| Où ? | Centre social | Médiathèque de Méricourt |
| Animatrice | Sonia | Caroline (médiathèque) |""",
        ["2024-10-09 10:00-11:30 Rouvroy", "2024-12-04 10:00-11:30 Méricourt"],
    ),
]


@pytest.mark.parametrize(("what", "title", "body", "expected"), PAGES, ids=[page[0] for page in PAGES])
def test_pages(what: str, title: str, body: str, expected: list[str]) -> None:
    assert sorted(tell_sessions(read_page(title, body))) == expected, what


@pytest.mark.parametrize(("what", "layout", "text", "expected"), BROCHURES, ids=[page[0] for page in BROCHURES])
def test_brochures(what: str, layout: str, text: str, expected: list[str]) -> None:
    assert sorted(tell_sessions(read_brochure(text, layout))) == expected, what
