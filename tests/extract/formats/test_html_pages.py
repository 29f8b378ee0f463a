"""The same page in every dress gives the same words, and nothing of the site around it."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.formats import read_format
from tests.extract.formats.samples import (
    ADDRESS,
    LEAD,
    PROSE,
    TITLE,
    block_of,
    field_values,
    new_page,
    old_page,
    print_page,
    redesigned_page,
    words,
)

DRESSES = {"old": old_page, "new": new_page, "redesigned": redesigned_page}


@pytest.mark.parametrize("dress", DRESSES)
def test_every_dress_gives_the_same_blocks(dress: str) -> None:
    document = read_format(DRESSES[dress]().encode(), "text/html; charset=utf-8", "https://irev.fr/x")
    assert words(document) == [TITLE, LEAD, *PROSE, *ADDRESS, "Maubeuge", "Habitat", "Copropriétés"]
    assert document.title == TITLE
    assert words(document, ("title",)) == [TITLE]
    assert document.lead == LEAD
    assert field_values(document, "Lieu") == ["Maubeuge"]
    assert field_values(document, "Thématiques") == ["Habitat", "Copropriétés"]
    assert document.node_id == 203500


@pytest.mark.parametrize("dress", DRESSES)
def test_what_is_of_the_site_is_kept_as_furniture(dress: str) -> None:
    document = read_format(DRESSES[dress]().encode(), None, "https://irev.fr/x")
    furniture = " ".join(words(document, ("furniture",)))
    assert "2 rue du Test" in furniture
    assert "L'association" in furniture


def test_teasers_of_other_pages_are_furniture() -> None:
    document = read_format(redesigned_page().encode(), None, None)
    assert block_of(document, "3 avril 2019").kind == "furniture"
    assert block_of(document, "Le programme des visites de printemps").kind == "furniture"


def test_the_name_of_the_site_is_furniture_where_a_page_has_hardly_a_word() -> None:
    """The first page of an old listing: no prose shows where the page begins, but its title does."""
    markup = (
        "<div><a href='/'>Centre de ressources</a> <a href='/moi'>Mon espace</a></div><main><h1>Actualités</h1></main>"
    )
    document = read_format(f"<body>{markup}<p>Mardi 3 mars 2020</p></body>".encode(), None, None)
    assert words(document) == ["Actualités", "Mardi 3 mars 2020"]


def test_terms_are_links_with_canonical_addresses() -> None:
    document = read_format(new_page().encode(), None, "http://www.irev.fr/print/x")
    link = next(link for link in document.links if link.text == "Habitat")
    assert (link.url, link.raw_url) == ("https://irev.fr/taxonomy/term/1", "/taxonomy/term/1")
    assert not any("javascript" in link.url for link in document.links)


def test_a_print_page_is_the_page_it_prints() -> None:
    document = read_format(print_page().encode(), None, "https://irev.fr/print/habiter")
    assert document.form == "print"
    assert words(document)[:8] == [TITLE, LEAD, *PROSE, *ADDRESS]
    assert document.node_id == 203500
    assert document.canonical_url == "https://irev.fr/node/203500/habiter"
    assert document.modified is not None
    assert document.modified.value == dt.datetime(2017, 3, 8, 11, 55)
    assert document.published is None
    assert field_values(document, "Thématiques") == ["Habitat"]
    assert field_values(document, "Territoires") == ["Sambre-Avesnois"]
    assert block_of(document, "Habitat").end < len(document.text)
    found = {link.text: link.url for link in document.links}
    assert found["Habitat"] == "https://irev.fr/taxonomy/term/1"
    assert found["S'inscrire en ligne"] == "https://irev.fr/inscription"
    assert "[1]" not in " ".join(words(document))


def test_a_bare_date_under_the_old_header_stays_a_paragraph() -> None:
    page = old_page().replace("</h1>", "</h1><div>Mercredi 15 novembre 2017</div>")
    document = read_format(page.encode(), None, None)
    assert block_of(document, "Mercredi 15 novembre 2017").kind == "paragraph"
    assert words(document)[1] == "Mercredi 15 novembre 2017"


def test_a_date_above_the_title_is_kept() -> None:
    page = old_page().replace("<h1>", "<div>12 mars 2017</div><h1>")
    assert words(read_format(page.encode(), None, None))[0] == "12 mars 2017"


def test_fields_beside_the_page_are_kept_and_its_teasers_are_not() -> None:
    box = (
        "<div class='q'><div><b>Date :</b> 12 mars 2019</div><div><b>Territoires :</b> <a href='/t'>Sambre</a></div>"
        "<div>Publié le 1er février 2019</div></div></main>"
    )
    page = new_page().replace("</main>", "</main>" + box).replace("</main>", "", 1)
    document = read_format(page.encode(), None, None)
    assert field_values(document, "Date") == ["12 mars 2019"]
    assert field_values(document, "Territoires") == ["Sambre"]
    assert document.published is not None
    assert document.published.value == dt.datetime(2019, 2, 1)


def test_the_name_of_the_site_is_never_the_title() -> None:
    page = "<html><head><title>Santé | IREV</title></head><body><h1>IREV</h1><h2>Santé</h2><p>Texte.</p></body></html>"
    document = read_format(page.encode(), None, "https://irev.fr/thematiques/sante")
    assert document.title == "Santé"
    assert words(document, ("title",)) == ["Santé"]


def test_a_title_of_the_head_alone_is_no_block() -> None:
    page = (
        "<html><head><title>Forum des associations | Ville</title></head><body><p>Venez nombreux le 3 "
        "mai.</p></body></html>"
    )
    document = read_format(page.encode(), None, None)
    assert (document.title, document.title_rule) == ("Forum des associations", "head")
    assert words(document, ("title",)) == []


def test_without_any_title_the_address_gives_one_and_says_so() -> None:
    document = read_format(b"<html><body><p>Bonjour.</p></body></html>", None, "https://irev.fr/action/journee-sante-0")
    assert (document.title, document.title_rule) == ("Journee sante", "slug")


def test_a_broken_title_is_joined() -> None:
    page = (
        "<html><head><title>Une journée à Lens</title></head><body><h1>Une journée<br/>à "
        "Lens</h1><p>Texte.</p></body></html>"
    )
    assert words(read_format(page.encode(), None, None)) == ["Une journée à Lens", "Texte."]


@pytest.mark.parametrize(
    ("head", "body", "url", "node"),
    [
        ('<link rel="shortlink" href="/node/12345">', "", None, 12345),
        ("", '<body class="page-node page-node-12345 x">', None, 12345),
        ("", '<body><div id="node-12345">x</div>', None, 12345),
        ("", '<body><div id="node-1">x</div><div id="node-2">y</div>', None, None),
        ("", "<body>", "https://irev.fr/node/12345/slug", 12345),
        ('<link rel="canonical" href="/node/12345">', "<body>", "https://irev.fr/alias", 12345),
        ("", '<body><a href="/node/12345">Voir</a> <a href="/node/12345/edit">Modifier</a>', None, 12345),
        ("", '<body><a href="/printpdf/12345">PDF</a>', None, 12345),
        ("", '<body class="page-node-add">', None, None),
    ],
)
def test_node_numbers(head: str, body: str, url: str | None, node: int | None) -> None:
    page = f"<html><head>{head}</head>{body or '<body>'}<p>Texte de la page.</p></body></html>"
    assert read_format(page.encode(), None, url).node_id == node


def test_moments_of_the_head_are_shown_where_the_text_has_none() -> None:
    page = (
        '<html><head><meta property="article:published_time" content="2021-09-29T10:50:00+02:00"></head>'
        "<body><h1>Une page</h1><p>Texte.</p></body></html>"
    )
    document = read_format(page.encode(), None, None)
    assert document.published is not None
    assert document.published.value == dt.datetime(2021, 9, 29, 10, 50)
    assert document.text[document.published.start : document.published.end] == "29/09/2021 - 10:50"
    assert document.blocks[-1].kind == "furniture"


def test_dates_of_markup_keep_their_words() -> None:
    page = (
        '<p>Le <span class="date-display-single" content="2021-11-30T09:00:00+01:00">mardi 30 novembre</span>, puis '
        '<time datetime="2021-12-02">jeudi</time>. <b content="autre">x</b></p>'
        '<div><div content="2020-01-05">5 janvier</div></div>'
    )
    document = read_format(f"<html><body>{page}</body></html>".encode(), None, None)
    found = [(document.text[start:end], value) for start, end, value in document.markup_dates]
    assert found == [
        ("mardi 30 novembre", "2021-11-30T09:00:00+01:00"),
        ("jeudi", "2021-12-02"),
        ("5 janvier", "2020-01-05"),
    ]
