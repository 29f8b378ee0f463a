"""Days set as badges, and sittings set side by side in a table that only lays out."""

from __future__ import annotations

import pytest

from extract.formats import read_format
from tests.extract.documents import read_page, tell_sessions


def lines(body: str) -> list[str]:
    document = read_format(f"<html><body><main><h1>Agenda</h1>{body}</main></body></html>".encode(), "text/html", None)
    return [document.words_of(block) for block in document.blocks][1:]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p><span>7<br>mars</span></p><h3>Forum</h3>", ["7 mars", "Forum"]),
        ("<div>lun.</div><div>07</div><div>MARS</div><div>2022</div><p>Forum</p>", ["lun. 07 MARS 2022", "Forum"]),
        (
            "<div>Mar. 7</div><div>nov.</div><p>Forum</p><div>9 nov.</div><div>2023</div>",
            ["Mar. 7 nov.", "Forum", "9 nov. 2023"],
        ),
        ("<div>Déc.</div><div>14</div><p>Forum</p><div>Janv.</div><div>9</div>", ["14 Déc.", "Forum", "9 Janv."]),
    ],
)
def test_the_lines_of_a_badge_are_one(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_a_month_over_several_numbers_is_a_heading() -> None:
    body = "<p>Mars</p><p>7</p><p>Forum</p><p>9</p><p>Atelier</p>"
    assert lines(body) == ["Mars", "7", "Forum", "9", "Atelier"]


def test_days_over_their_headings_own_what_stands_below_them() -> None:
    body = """<div><span>7<br>mars</span><h3>Forum des métiers</h3><p>10h-16h | Halle Kennedy, Creil</p></div>
    <div><span>9<br>mars</span><h3>Comité technique</h3><p>14h-16h | Visioconférence</p></div>
    <div><span>14<br>mars</span><h3>Assemblée du réseau</h3><p>9h-12h | Mairie de Nogent-sur-Oise</p></div>
    <p>Agenda 2022</p>"""
    assert tell_sessions(read_page("Agenda", body)) == [
        "2022-03-07 10:00-16:00 Creil",
        "2022-03-09 14:00-16:00 ? online",
        "2022-03-14 09:00-12:00 Nogent-sur-Oise",
    ]


def test_cells_that_tell_a_sitting_each_are_cards() -> None:
    body = """<table><tr><td>Groupe 1<br>3 et 4 mars 2022<br>Calais – Le Concept</td>
    <td>Groupe 2<br>10 mars 2022<br>Laon – Quai de la gare</td></tr></table>
    <p>Formatrice : agence Horizons, 69003 Lyon</p>"""
    assert tell_sessions(read_page("Écrire un projet", body)) == [
        "2022-03-03 - Calais",
        "2022-03-04 - Calais",
        "2022-03-10 - Laon",
    ]
