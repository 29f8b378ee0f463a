"""Print exports as people copy them: text and Markdown, with the numbered links at their end."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.document import Document, Link
from extract.formats import read_format
from extract.formats.attachments import find_attachments
from extract.formats.print_export import is_only_a_date, title_from_address
from tests.extract.formats.samples import block_of, field_values, words

EXPORT = r"""
Le réseau des chefs de projet vous propose un cycle de deux sessions sur la *participation*, **ouvert à tous**.

## **3 et 4 mars**

et

## **12 avril 2019**

Pour les 3 et 4 mars à Arras¤¤
Maison des sociétés¤¤
16, rue Aristide Briand¤¤
62000 ARRAS

[S'inscrire \[1\]](#)

Journée d'échanges
**PARTICIPER DANS LES
QUARTIERS PRIORITAIRES**

Poids : 1.2 Mo

[Téléchargement](#) [2] [Favoris +](#) [3]

Fichiers joints:  [Plaquete du cycle](#) [4]

 [Bulletin d'inscription](#) [5]

Dates: Dimanche 3 mars 2019 - 01:00 - Vendredi 12 avril 2019 - 02:00

Lieu: Arras (3 et 4 mars) et Lens (12 avril)

Thématiques: [Participation](#) [6]

[Conseils citoyens](#) [7]

Territoires : [Région Hauts de France](#) [8]

Publié le 4 février 2019

**URL de la source (modifié le 08/02/2019 - 09:05):** <https://www.irev.fr/node/234400/cycle-participation-0>

## **Liens**

[1] [https://urldefense.com/v3/\_\_https://irev.fr/inscription\_\_;!!abc$](https://urldefense.com/v3/__https://irev.fr/inscription__;!!abc$)

[2] https://irev.fr/sites/default/files/atoms/files/cycle_participation_v2.pdf

[3] <https://irev.fr/javascript%3A%3B>

[4] <https://irev.fr/sites/default/files/plaquete.pdf>

[5] [https://irev.fr/sites/default/files/bulletin\\_inscr.doc](https://irev.fr/sites/default/files/bulletin_inscr.doc)

[6] <https://irev.fr/taxonomy/term/11>

[7] <https://irev.fr/taxonomy/term/12>

[8] <https://irev.fr/region-hauts-de-france-1>
""".replace("¤", " ")  # two spaces at the end of a line: a break


@pytest.fixture(scope="module")
def export() -> Document:
    return read_format(EXPORT.encode(), "text/markdown", None)


def test_the_export_is_the_page_it_prints(export: Document) -> None:
    assert export.form == "print"
    assert export.node_id == 234400
    assert export.canonical_url == "https://irev.fr/node/234400/cycle-participation-0"
    assert export.modified is not None
    assert export.modified.value == dt.datetime(2019, 2, 8, 9, 5)
    assert export.published is not None
    assert export.published.value == dt.datetime(2019, 2, 4)


def test_no_markdown_is_left(export: Document) -> None:
    read = "\n".join(words(export))
    assert not any(mark in read for mark in ("**", "##", "](", "\\", "[1]", "[2]"))
    assert words(export)[0].endswith("sur la participation, ouvert à tous.")


def test_lines_of_an_address_stay_lines(export: Document) -> None:
    at = words(export).index("Pour les 3 et 4 mars à Arras")
    assert words(export)[at + 1 : at + 4] == ["Maison des sociétés", "16, rue Aristide Briand", "62000 ARRAS"]


def test_bold_words_over_two_lines_are_one(export: Document) -> None:
    assert "PARTICIPER DANS LES QUARTIERS PRIORITAIRES" in words(export)
    assert "Journée d'échanges" in words(export)


def test_fields_with_several_values(export: Document) -> None:
    assert field_values(export, "Thématiques") == ["Participation", "Conseils citoyens"]
    assert field_values(export, "Territoires") == ["Région Hauts de France"]
    assert field_values(export, "Lieu") == ["Arras (3 et 4 mars) et Lens (12 avril)"]
    assert field_values(export, "Fichiers joints") == ["Plaquete du cycle", "Bulletin d'inscription"]
    assert field_values(export, "Publié le") == ["4 février 2019"]


def _is_read(document: Document, link: Link) -> bool:
    block = document.block_at(link.start)
    return block is not None and block.kind != "furniture"


def test_numbered_links_get_their_addresses(export: Document) -> None:
    found = {link.text: link.url for link in export.links if _is_read(export, link)}
    assert found["S'inscrire"] == "https://irev.fr/inscription"
    assert found["Conseils citoyens"] == "https://irev.fr/taxonomy/term/12"
    assert found["Téléchargement"].endswith("/cycle_participation_v2.pdf")
    assert "Favoris +" not in found
    assert block_of(export, "Favoris +").kind == "furniture"


def test_its_attachments(export: Document) -> None:
    found = [(a.title, a.kind, a.stated_size) for a in find_attachments(export)]
    assert found == [
        ("Journée d'échanges", "other", "1.2 Mo"),
        ("Plaquete du cycle", "brochure", None),
        ("Bulletin d'inscription", "registration_form", None),
    ]


def test_a_heading_that_is_a_day_is_no_title(export: Document) -> None:
    assert (export.title, export.title_rule) == ("Cycle participation", "slug")
    assert block_of(export, "3 et 4 mars").kind == "heading"


def test_a_heading_before_the_prose_is_the_title() -> None:
    document = read_format("# Une journée à Lens\n\nLe 3 mars 2020.\n".encode(), "text/markdown", None)
    assert (document.title, document.title_rule) == ("Une journée à Lens", "heading")
    assert document.blocks[0].kind == "title"


def test_lines_broken_by_width_are_joined_and_others_are_not() -> None:
    long = (
        "Cette journée réunira les équipes de la politique de la ville\n"
        "de toute la région autour des questions de santé mentale et de\nprécarité.\n"
    )
    document = read_format((long + "\nHôtel de ville\n62300 Lens\n").encode(), "text/plain", None)
    assert words(document) == [" ".join(long.split()), "Hôtel de ville", "62300 Lens"]


def test_lists_quotes_tables_and_rules() -> None:
    text = (
        "- un\n- deux\n\n> une citation\n\n---\n\n| Date | Lieu | Sujet |\n|---|---|---|\n| 3 mars | Lens | Santé |\n"
    )
    document = read_format(("**x**\n\n" + text).encode(), "text/markdown", None)
    assert words(document, ("item",)) == ["un", "deux"]
    assert "une citation" in words(document)
    assert words(document, ("cell",)) == ["Date", "Lieu", "Sujet", "3 mars", "Lens", "Santé"]
    assert block_of(document, "3 mars").row == block_of(document, "Santé").row != block_of(document, "Lieu").row


def test_plain_text_keeps_its_signs() -> None:
    document = read_format(b"Tarif : 3 * 2 = 6 euros_net\n\nVoir <https://exemple.fr/a_b_c>.\n", "text/plain", None)
    assert "3 * 2 = 6 euros_net" in document.text
    assert document.links[0].url == "https://exemple.fr/a_b_c"


def test_addresses_with_low_lines_survive_markdown() -> None:
    document = read_format(b"**gras**\n\nVoir https://exemple.fr/un_deux_trois et _ceci_.\n", None, None)
    assert words(document)[1] == "Voir https://exemple.fr/un_deux_trois et ceci."
    assert document.links[0].url == "https://exemple.fr/un_deux_trois"


def test_windows_line_ends() -> None:
    assert words(read_format(b"Un\r\n\r\nDeux\rTrois\r\n", None, None)) == ["Un", "Deux", "Trois"]


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("7 et 8 septembre", True),
        ("du 28 mars au 2 avril 2025", True),
        ("Mercredi 15 novembre 2017 de 9h à 12h", True),
        ("Journée du 7 septembre", False),
        ("Santé", False),
    ],
)
def test_headings_that_are_days(text: str, only: bool) -> None:
    assert is_only_a_date(text) is only


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://irev.fr/actualites-0/journee-sante-12", "Journee sante"),
        ("https://irev.fr/files/plaquette%20du_cycle.pdf", "Plaquette du cycle"),
        ("https://irev.fr/action/%C3%A9galit%C3%A9", "Égalité"),
        ("https://irev.fr/12", ""),
        (None, ""),
        ("http://[", ""),
    ],
)
def test_titles_from_addresses(url: str | None, title: str) -> None:
    assert title_from_address(url) == title
