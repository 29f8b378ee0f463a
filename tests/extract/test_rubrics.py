"""Rubrics of a post: themes where the vocabulary knows them, drawers of the site where it does not."""

from __future__ import annotations

import pytest

from extract.read import read_document
from warehouse.reference import load_knowledge

KNOWLEDGE = load_knowledge()
HEAD = "<html><head><title>Le café des aidants</title></head><body><nav><a href='/agenda'>Agenda</a></nav><main>"
BODY = "<p>Venez nombreux le mardi 4 mars 2025 à 14h, salle Jean-Jaurès.</p>"


def read_labelled(line_above: str, below: str = "") -> list[str]:
    """The labelled themes of a post with this line under its title."""
    html = f"{HEAD}<article><h1>Le café des aidants</h1>{line_above}{BODY}{below}</article></main></body></html>"
    reading = read_document(html.encode(), "https://ville.example/cafe", "text/html", KNOWLEDGE)
    return [theme.text for theme in reading.themes if theme.origin == "label"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            '<div class="meta">Publié le 12 février 2025 dans <a href="/c/sante" rel="category tag">Santé</a></div>',
            ["Santé"],
        ),
        (
            '<p><time>12/02/2025</time> | <a href="/rubrique/7">Emploi</a>, <a href="/rubrique/9">Laïcité</a></p>',
            ["Emploi", "Laïcité"],
        ),
        ("<p>Posté le 12 février 2025 par Lucie, dans Mobilité</p>", ["Mobilité"]),
        ('<p>Le 12 février 2025 dans <a href="/category/agenda/">Agenda</a></p>', []),
        ('<p>12 février 2025 par <a href="/author/1">Karim</a></p>', []),
    ],
)
def test_line_under_the_title(line: str, expected: list[str]) -> None:
    assert read_labelled(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<p>Classé dans : Jeunesse, Vie de la maison</p>", ["Jeunesse"]),
        ("<dl><dt>Rubrique :</dt><dd>Santé</dd></dl>", ["Santé"]),
        ("<p>Catégorie : Actualités</p>", []),
        (
            '<p><a href="/mots/genre-et-ville">Genre et ville</a> <a href="/mots/bilan">Bilan</a></p>',
            ["Genre et ville", "Bilan"],
        ),
        ('<p><a href="/emploi">Emploi</a></p>', []),
    ],
)
def test_line_below_the_text(line: str, expected: list[str]) -> None:
    assert read_labelled("", line) == expected


def test_the_theme_of_each_sitting_is_none_of_the_page() -> None:
    sittings = "<p>Jeudi 6 mars, 14 h.<br>Thème : le sommeil</p><p>Jeudi 3 avril, 14 h.<br>Thème : les droits</p>"
    assert read_labelled("", sittings) == []
