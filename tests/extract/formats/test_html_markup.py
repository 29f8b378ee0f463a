"""Words, lines, lists, tables and listings out of markup."""

from __future__ import annotations

import pytest

from extract.formats import read_format
from tests.extract.formats.samples import block_of, field_values, words


def body(markup: str) -> str:
    return f"<html><head><title>T</title></head><body>{markup}</body></html>"


def lines_of(markup: str) -> list[str]:
    return words(read_format(body(markup).encode(), "text/html; charset=utf-8", "https://irev.fr/p"))


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>le 1<sup>er</sup> mars</p>", ["le 1er mars"]),
        ("<p>le 1 <sup>er</sup> mars</p>", ["le 1er mars"]),
        ("<p>la 2<sup>ème</sup> session</p>", ["la 2ème session"]),
        ("<p>40 m<sup>2</sup> de salle</p>", ["40 m2 de salle"]),
        ("<p>en mars 2021<sup>1</sup>.</p>", ["en mars 2021 1."]),
        ("<p>Jour<b>née</b> d<i>'</i>étude</p>", ["Journée d'étude"]),
        ("<p>30&nbsp;novembre\u202f2021&#8239;!</p>", ["30 novembre 2021 !"]),
        ("<p>quali&shy;fication et for\u200bmation</p>", ["qualification et formation"]),
        ("<p>l’IREV, cœur de ﬁlière</p>", ["l'IREV, cœur de filière"]),
        ("<p>Le\u0301ducation e\u0301galite\u0301</p>", ["Léducation égalité"]),
        ("<p>Ve<b>\u0301</b>rite</p>", ["Vérite"]),
        ("<p>Lens<br>Liévin<br/><br/>Carvin</p>", ["Lens", "Liévin", "Carvin"]),
        ("<p>avant <!-- rien -->après</p><!-- <p>non</p> -->", ["avant après"]),
        ("<div>un<p>deux</p>trois</div>", ["un", "deux", "trois"]),
        ("<pre>ligne un\nligne deux</pre>", ["ligne un", "ligne deux"]),
        ("<p>Un&#146;autre &#150; cas</p>", ["Un'autre – cas"]),
        ("<p>Bravo 🎉 à tous</p>", ["Bravo 🎉 à tous"]),
        ("<p>a\u0000b</p>", ["a b"]),
        ("<script>var date = '3 mars'</script><style>p{}</style><noscript>non</noscript><p>oui</p>", ["oui"]),
        (
            "<p>oui</p><p hidden>non</p><div style='display: none'><p>non</p></div><p aria-hidden='true'>oui</p>",
            ["oui", "oui"],
        ),
        ("<x-carte><x-titre>Atelier</x-titre><p>texte</p></x-carte>", ["Atelier", "texte"]),
    ],
)
def test_words_and_lines(markup: str, expected: list[str]) -> None:
    assert lines_of(markup) == expected


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Un texte <b>jamais fermé<p>Un autre",
        "<table><tr><td>Un texte jamais fermé<tr><td>Un autre</table>",
        "<div><p>Un texte jamais fermé</div></p></span><div>Un autre",
    ],
)
def test_broken_markup_keeps_its_words(markup: str) -> None:
    assert lines_of(markup) == ["Un texte jamais fermé", "Un autre"]


def test_a_nesting_too_deep_for_the_parser_is_flattened_and_not_lost() -> None:
    markup = "<p>avant</p>" + "<div>" * 5000 + "<p>au fond</p>" + "</div>" * 5000 + "<p>après</p>"
    assert lines_of(markup) == ["avant", "au fond", "après"]


def test_kinds_of_blocks() -> None:
    markup = (
        "<h2>Deux</h2><p>Texte.</p><ul><li>Un point<p>et sa suite</p></li></ul>"
        "<figure><figcaption>Photo</figcaption></figure>"
    )
    document = read_format(body(markup).encode(), None, None)
    found = [(document.words_of(b), b.kind, b.level) for b in document.blocks]
    assert found == [
        ("Deux", "heading", 2),
        ("Texte.", "paragraph", 0),
        ("Un point", "item", 0),
        ("et sa suite", "item", 0),
        ("Photo", "caption", 0),
    ]


def test_links_keep_their_words_whatever_is_inside() -> None:
    markup = (
        '<p>Voir <a href="/a?utm_source=x"> la <b>page</b> </a>. '
        '<a href="b.pdf"><img src="i.png" alt="La plaquette"></a></p>'
        '<p><a href="https://irev.fr/c.pdf"><img src="i.png"></a> <a href="#haut">ancre</a> '
        '<a href="mailto:a@b.fr">a@b.fr</a></p>'
        "<p>Ou sur www.exemple.fr/inscription, et https://exemple.fr/a_b.</p>"
        '<a href="/d"><div>Un bloc</div><div>deux blocs</div></a>'
    )
    document = read_format(body(markup).encode(), None, "https://irev.fr/dossier/page")
    assert [(link.text, link.url) for link in document.links] == [
        ("la page", "https://irev.fr/a"),
        ("La plaquette", "https://irev.fr/dossier/b.pdf"),
        ("c.pdf", "https://irev.fr/c.pdf"),
        ("www.exemple.fr/inscription", "https://exemple.fr/inscription"),
        ("https://exemple.fr/a_b", "https://exemple.fr/a_b"),
        ("Un bloc", "https://irev.fr/d"),
        ("deux blocs", "https://irev.fr/d"),
    ]


def test_the_base_of_a_page_is_respected() -> None:
    page = '<html><head><base href="https://irev.fr/dir/"></head><body><p><a href="x">mot</a></p></body></html>'
    assert read_format(page.encode(), None, "https://irev.fr/autre/y").links[0].url == "https://irev.fr/dir/x"


def test_the_base_of_a_site_is_not_the_address_of_its_page() -> None:
    page = '<html><head><base href="https://irev.fr/"></head><body><p><a href="x">mot</a></p></body></html>'
    document = read_format(page.encode(), None, "https://irev.fr/autre/y")
    assert (document.links[0].url, document.canonical_url) == ("https://irev.fr/x", "https://irev.fr/autre/y")


def test_the_script_of_a_site_is_not_the_address_of_its_page() -> None:
    page = '<html><head><base href="https://irev.fr/index.php"></head><body><p>Lettre de mars</p></body></html>'
    document = read_format(page.encode(), None, "https://irev.fr/index.php/lettres/142-mars")
    assert document.canonical_url == "https://irev.fr/index.php/lettres/142-mars"


def test_a_table_gives_cells_with_rows() -> None:
    markup = (
        "<table><tr><th>Date</th><th>Lieu</th><th>Sujet</th></tr>"
        "<tr><td>3 mars 2020</td><td>Lens</td><td>Santé<br>et sport</td></tr>"
        "<tr><td>5 mai 2020</td><td>Arras</td><td>Emploi</td></tr></table>"
    )
    document = read_format(body(markup).encode(), None, None)
    assert all(block.kind == "cell" for block in document.blocks)
    rows: dict[int | None, list[str]] = {}
    for block in document.blocks:
        rows.setdefault(block.row, []).append(document.words_of(block))
    assert list(rows.values()) == [
        ["Date", "Lieu", "Sujet"],
        ["3 mars 2020", "Lens", "Santé", "et sport"],
        ["5 mai 2020", "Arras", "Emploi"],
    ]


def test_a_table_of_labels_gives_fields() -> None:
    markup = "<table><tr><th>Lieu</th><td>Lens</td></tr><tr><td>Dates :</td><td>3 mars 2020</td></tr></table>"
    document = read_format(body(markup).encode(), None, None)
    assert field_values(document, "Lieu") == ["Lens"]
    assert field_values(document, "Dates") == ["3 mars 2020"]


def test_a_table_that_lays_out_a_page_is_no_table() -> None:
    long = "Une phrase de la page qui se prolonge assez pour être de la prose et non une case de tableau. " * 5
    markup = (
        f"<table><tr><td><a href='/a'>Accueil du "
        f"site</a></td><td><h1>Titre</h1><p>{long}</p><p>Fin.</p></td></tr></table>"
    )
    document = read_format(body(markup).encode(), None, None)
    assert not any(block.kind == "cell" for block in document.blocks)
    assert block_of(document, "Fin.").row is None


LISTINGS = {
    "views": "<div class='{c}'><div><span><a href='/p{n}'>{title}</a></span></div><div><span>{date}</span></div></div>",
    "articles": (
        "<article><h2><a href='/p{n}'>{title}</a></h2><p>{date}</p><p>Un résumé de la page annoncée.</p></article>"
    ),
    "items": "<li><a href='/p{n}'>{title}</a><br>{date}</li>",
    "table": "<tr><td><a href='/p{n}'>{title}</a></td><td>{date}</td></tr>",
}


@pytest.mark.parametrize("name", LISTINGS)
def test_each_entry_of_a_listing_has_its_own_row(name: str) -> None:
    entries = [
        ("Une journée à Lens", "3 mars 2020"),
        ("Un webinaire sur la santé", "5 mai 2020"),
        ("Le forum d'Arras", "8 juin 2020"),
    ]
    markup = "".join(LISTINGS[name].format(c="v", n=n, title=t, date=d) for n, (t, d) in enumerate(entries))
    outer = {"items": "<ul>{}</ul>", "table": "<table>{}</table>"}.get(name, "<div>{}</div>")
    page = f"<main><h1>Actualités</h1>{outer.format(markup)}</main>"
    document = read_format(body(page).encode(), None, None)
    rows = [block_of(document, title).row for title, _ in entries]
    assert None not in rows
    assert len(set(rows)) == 3
    assert rows == [block_of(document, date).row for _, date in entries]
    assert all(block_of(document, date).kind != "furniture" for _, date in entries)


def test_the_sections_of_an_article_are_no_listing() -> None:
    markup = (
        "<main><h1>Une journée</h1><section><h2>Le matin</h2><p>Le 3 mars.</p></section><section><h2>Le "
        "soir</h2><p>De 18h à 20h.</p></section></main>"
    )
    document = read_format(body(markup).encode(), None, None)
    assert {block.row for block in document.blocks} == {None}


def test_cards_of_sessions_have_rows_too() -> None:
    cards = "".join(f"<div class='s'><h3>Session {n}</h3><p>{n} mars 2020</p><p>Lens</p></div>" for n in (1, 2, 3))
    document = read_format(body(f"<main><h1>Un cycle</h1><div>{cards}</div></main>").encode(), None, None)
    assert block_of(document, "2 mars 2020").row == block_of(document, "Session 2").row is not None
    assert block_of(document, "3 mars 2020").row != block_of(document, "Session 2").row


def test_a_single_teaser_is_an_entry() -> None:
    """A theme with one page below it: the day is that page's."""
    teaser = (
        "<div><div><a href='/une-visite'>Une visite à Lens</a></div><div>3 avril 2018</div>"
        "<div><a href='/une-visite'>Lire la suite</a></div></div>"
    )
    document = read_format(body(f"<main><h1>Habitat</h1><p>Des pages.</p>{teaser}</main>").encode(), None, None)
    assert block_of(document, "3 avril 2018").row == block_of(document, "Une visite à Lens").row is not None
    assert block_of(document, "Des pages.").row is None


def test_a_day_between_links_to_two_pages_is_no_entry() -> None:
    markup = (
        "<div><div><a href='/une-visite'>Une visite à Lens</a></div><div>3 avril 2018</div>"
        "<div><a href='/autre'>Lire la suite</a></div></div>"
    )
    document = read_format(body(f"<main><h1>Habitat</h1><p>Des pages.</p>{markup}</main>").encode(), None, None)
    assert block_of(document, "3 avril 2018").row is None


def test_labelled_fields_make_no_listing_of_the_text_beside_them() -> None:
    """Terms are links, but a field is no entry: else the text were one too, and its days those of other pages."""
    terms = "".join(f"<div><a href='/t/{n}'>{term} et quartiers</a></div>" for n, term in enumerate(("Santé", "Sport")))
    field = f"<div><div class='field-label'>Thématiques:</div><div>{terms}</div></div>"
    text = "<div><p>Le programme.</p><h3>Le matin</h3><p>Le 31 mars, <a href='/x'>au centre</a>.</p></div>"
    document = read_format(body(f"<main><h1>Une journée</h1><div>{text}{field}</div></main>").encode(), None, None)
    assert block_of(document, "Le 31 mars, au centre.").row is None


@pytest.mark.parametrize(
    "line",
    [
        "Vous êtes ici",
        "Accueil > Thématiques > Santé",
        "A+A-ImprimerPDF",
        "Favoris +",
        "Partager sur Facebook",
        "Lire la suite",
        "En savoir plus sur la journée",
        "Aller au contenu principal",
        "Ce site utilise des cookies pour améliorer votre expérience.",
        "Page 2 / 7",
        "suivant ›",
        "© 2021 Centre de ressources",
        "Publié sur IREV (https://irev.fr)",
    ],
)
def test_lines_of_the_site_are_furniture(line: str) -> None:
    document = read_format(body(f"<p>Un texte.</p><div>{line}</div>").encode(), None, None)
    assert block_of(document, line).kind == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Accueil à partir de 9h",
        "Accueil du public > salle 3",
        "Partager les pratiques entre pairs",
        "Recherche-action : le 3 mai",
        "12 mars 2019",
    ],
)
def test_lines_of_the_page_are_not(line: str) -> None:
    document = read_format(body(f"<p>Un texte.</p><div>{line}</div>").encode(), None, None)
    assert line in document.text
    assert all(block.kind != "furniture" for block in document.blocks)


def test_the_blanks_of_a_form_are_no_facts() -> None:
    markup = (
        "<h1>Inscription</h1><form><p><label>Territoire</label> <input "
        "name='t'></p><p><label>Date</label><input></p></form>"
    )
    document = read_format(body(markup).encode(), None, None)
    assert not any(block.kind == "field" for block in document.blocks)
    assert block_of(document, "Territoire").kind == "furniture"


def test_the_days_that_a_form_offers_are_facts() -> None:
    markup = (
        "<h1>Inscription</h1><p>Une phrase qui dit ce que l'on apprend dans ces ateliers.</p><form>"
        "<p><label>Nom <input name='n'></label> <label>Date de naissance <input type='text'></label></p>"
        "<p><input type='checkbox'> Atelier 1, mardi 17 mai (9h-12h), Saint-Quentin</p>"
        "<label><input type='radio'> jeudi 2 juin 2022, Laon</label>"
        "<p><label>Groupe <select><option>Choisir</option><option>14/06/2022 à Guise</option></select></label></p>"
        "<p><input type='checkbox'> Je déjeune sur place</p></form>"
    )
    document = read_format(body(markup).encode(), None, None)
    offered = ["Atelier 1, mardi 17 mai (9h-12h), Saint-Quentin", "jeudi 2 juin 2022, Laon", "14/06/2022 à Guise"]
    assert words(document)[2:] == offered


def test_a_page_in_one_form_is_still_read() -> None:
    prose = "La journée se tiendra à Lens le 3 mars prochain, avec les équipes de la réussite éducative du territoire."
    document = read_format(body(f"<form><h1>Une journée</h1><p>{prose}</p></form>").encode(), None, None)
    assert words(document) == ["Une journée", prose]
