"""Menus known from other pages: a page with them reads as if it had been read by itself."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from extract.document import Document
from extract.formats import html, read_format
from extract.formats.html_learning import learn_refrain
from extract.formats.html_refrains import Memory, parse_page
from extract.formats.html_strict import parse_list
from extract.formats.html_tree import parse_html
from tests.gold.truth import load_pages

ADDRESS = "https://www.irev.fr/actualites/une-page"
NAMES = ("Qui sommes-nous", "Thématiques", "Santé", "Emploi", "Actualités", "Publications", "Nos adhérents", "Contact")


def build_menu(count: int = 24, first: str = '<ul class="menu">', prefix: str = "/") -> str:
    """A menu of so many entries."""
    entries = (
        f'<li class="leaf"><a href="{prefix}page-{number}" title="">{NAMES[number % len(NAMES)]} {number}</a></li>\n'
        for number in range(count)
    )
    return f"{first}{''.join(entries)}</ul>"


MENU = build_menu()
NESTED = MENU.replace("</li>", f"{build_menu(3)}</li>", 1)
CHOICES = "".join(f'<option value="{number}">{NAMES[number % len(NAMES)]} {number}</option>' for number in range(30))
SELECT = f'<select name="theme" class="form-select">{CHOICES}</select>'
PROSE = (
    "La rencontre réunit les conseils citoyens de la région autour du plan d'été des quartiers, "
    "le jeudi 12 mai 2022 à 14h, à la maison de quartier de Creil. "
)


def build_page(inside: str, prose: str = PROSE * 4) -> bytes:
    """A page with a title, something in front of its text, and a second menu below it."""
    return (
        "<html><head><title>Rencontre d'été | IREV</title></head><body>"
        f"<div id='page'>{inside}<div class='content'><h1>Rencontre d'été</h1><p>{prose}</p>"
        f"<div class='field'><div class='field-label'>Lieu :</div><div>Creil</div></div></div><div>{MENU}</div>"
        "</div></body></html>"
    ).encode()


def read_by_itself(content: bytes, monkeypatch: pytest.MonkeyPatch, url: str | None = ADDRESS) -> Document:
    """The document as it is read where nothing is known of its menus."""
    with monkeypatch.context() as patch:
        patch.setattr(html, "parse_page", lambda text: (parse_html(text), []))
        return read_format(content, "text/html", url)


AROUND = {
    "plain": "{}",
    "nav": "<nav>{}</nav>",
    "region by its id": '<div id="header">{}</div>',
    "aside": "<aside>{}</aside>",
    "below a heading": "<div><h2>Menu</h2>{}</div>",
    "below a label": "<div><h3>Date</h3>{}</div>",
    "value of a label": '<div><div class="field-label">Territoires :</div><div>{}</div></div>',
    "related": "<div><h3>À lire aussi</h3>{}</div>",
    "comments": "<div><h3>2 commentaires</h3>{}</div>",
    "cell": "<table><tr><td>{}</td><td>Texte</td></tr></table>",
    "link": '<a href="/x">{}</a>',
    "raised": "<p>2<sup>e{}</sup> rencontre</p>",
    "paragraph": "<p>Avant {}</p>",
    "definition": "<dl><dt>Dates</dt><dd>{}</dd></dl>",
    "choice": '<form><input type="checkbox">{}</form>',
    "comment": "<!-- {} -->",
    "script": "<script>{}</script>",
    "attribute": '<div title="{}">Texte</div>',
    "broken attribute": '<div title="x>{}</div>',
    "hidden": '<div style="display:none">{}</div>',
    "moment": '<div content="2022-05-12">{}</div>',
    "heading around": "<h2>{}</h2>",
    "preformatted": "<pre>\n{}\n</pre>",
    "template": "<template>{}</template>",
    "unclosed list": "<ul><li>{}",
    "listing": '<div><h3><a href="/z">Une actualité assez longue</a></h3>{}</div>'
    '<div><h3><a href="/y">Une autre actualité longue</a></h3><p>Texte</p></div>',
    "print export": "{}<p>URL de la source (modifié le 12/03/2021) : https://www.irev.fr/x</p>",
}


@pytest.mark.parametrize("prose", [PROSE * 4, "Un mot."], ids=["much prose", "no prose"])
@pytest.mark.parametrize("menu", [MENU, NESTED, SELECT, build_menu(40, "<ul hidden>"), build_menu(12, prefix="")])
@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND.keys())
def test_a_page_with_refrains_reads_as_by_itself(
    around: str, menu: str, prose: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = build_page(around.format(menu), prose)
    assert read_format(content, "text/html", ADDRESS) == read_by_itself(content, monkeypatch)


def test_gold_pages_with_menus_anywhere_read_as_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(7)
    pages = [page for page in load_pages("composed_dev") if b"<body" in page.content]
    for page in chance.choices(pages, k=40):
        source = page.content.decode("utf-8", "replace")
        at = chance.choice([match.start() for match in re.finditer("<", source)])
        around = chance.choice(list(AROUND.values())).format(chance.choice([MENU, NESTED, SELECT]))
        content = (source[:at] + around + source[at:]).encode()
        known = read_format(content, "text/html", page.url)
        assert known == read_by_itself(content, monkeypatch, page.url), page.id


def test_the_order_in_which_pages_are_read_does_not_matter() -> None:
    contents = [build_page(around.format(menu)) for around in AROUND.values() for menu in (MENU, NESTED, SELECT)]
    forth = [read_format(content, "text/html", ADDRESS) for content in contents]
    back = [read_format(content, "text/html", ADDRESS) for content in reversed(contents)]
    assert forth == back[::-1]


def test_reading_pages_leaves_a_refrain_as_it_was_learned() -> None:
    _, (refrain,) = parse_page(f"<body>{MENU}</body>")
    for around in AROUND.values():
        read_format(build_page(around.format(MENU), "Un mot."), "text/html", ADDRESS)
    learned = learn_refrain(MENU)
    assert learned is not None
    assert [(line.text, line.kind, line.links, line.row) for line in refrain.lines + refrain.aside] == [
        (line.text, line.kind, line.links, line.row) for line in learned.lines + learned.aside
    ]


def test_nothing_can_be_set_on_a_shared_line() -> None:
    refrain = learn_refrain(MENU)
    assert refrain is not None
    with pytest.raises(AttributeError, match="read only: kind"):
        refrain.lines[0].kind = "title"


def test_a_menu_is_taken_out_where_it_stands_in_the_tree() -> None:
    tree, refrains = parse_page(f"<html><body>{MENU}{SELECT}<p>Texte</p><div>{NESTED}</div></body></html>")
    assert [refrain.source for refrain in refrains] == [MENU, SELECT, NESTED]
    assert tree.root is not None
    assert not list(tree.root.iter("li", "option"))
    assert not parse_page(f"<html><body><!-- {MENU} --><p>Texte</p></body></html>")[1]
    assert not parse_page(f"<html><body><sup>{MENU}</sup></body></html>")[1]


def test_styles_are_taken_out_of_the_head_only() -> None:
    styles = "".join(
        f'<style type="text/css" media="all">@import url("/m{number}.css");</style>\n' for number in range(30)
    )
    in_head, _ = parse_page(f"<html><head>{styles}</head><body><p>Texte</p></body></html>")
    in_body, _ = parse_page(f"<html><body><p>Texte</p>{styles}<p>Texte</p></body></head></html>")
    assert in_head.root is not None
    assert in_body.root is not None
    assert len(list(in_head.root.iter("style"))) == 1
    assert len(list(in_body.root.iter("style"))) == 30


@pytest.mark.parametrize(
    "wound",
    [
        lambda menu: menu.replace("</a>", "", 1),
        lambda menu: menu.replace("</li>", "", 1),
        lambda menu: menu.replace('title=""', 'title="<ul>"', 1),
        lambda menu: menu.replace('href="/page-1"', "href=/page-1", 1),
        lambda menu: menu.replace("<li", "<li><table", 1),
        lambda menu: menu.replace("<li", "text<p><li", 1),
        lambda menu: menu.replace("Santé", "Santé <!-- x -->", 1),
        lambda menu: menu + menu,
        lambda menu: menu + " ",
        lambda menu: menu[4:],
    ],
)
def test_a_list_that_may_read_otherwise_elsewhere_is_not_parsed_by_itself(wound: Callable[[str], str]) -> None:
    assert parse_list(MENU) is not None
    assert parse_list(wound(MENU)) is None


@pytest.mark.parametrize(
    "entry",
    [
        "Lieu : Creil",
        "<b>Dates</b>",
        "Publié le 12/03/2021",
        "12",
        "mars 2022",
        PROSE,
        "<div><div><a href='/a'>Le titre d'une actualité</a></div><div>Un chapeau</div></div>" * 2,
    ],
)
def test_a_list_that_a_rule_may_find_something_in_is_no_refrain(entry: str) -> None:
    assert learn_refrain(MENU) is not None
    assert learn_refrain(MENU.replace("<li", f"<li>{entry}</li><li>{entry}</li><li", 1)) is None


def test_choices_of_which_one_is_a_day_are_no_refrain() -> None:
    assert learn_refrain(SELECT) is not None
    assert learn_refrain(SELECT.replace("Santé 2", "Jeudi 12 mai 2022")) is None


def test_a_list_that_never_ends_hides_none_of_another_tag() -> None:
    _, refrains = parse_page(f"<body><p>Texte</p>{MENU}<ul><li>Un</li>{SELECT}</body>")
    assert [refrain.source for refrain in refrains] == [MENU, SELECT]


def test_a_list_of_few_entries_or_of_one_large_one_is_no_refrain() -> None:
    assert learn_refrain(build_menu(7)) is None
    assert learn_refrain(f"<ul><li><a href='/'>Accueil</a>{build_menu(30)}</li><li>Un</li><li>Deux</li></ul>") is None


def test_a_memory_forgets_what_was_not_asked_for_longest() -> None:
    made: list[str] = []

    def make(source: str) -> int:
        made.append(source)
        return len(source)

    memory = Memory(make, 10)
    assert [memory.give(source) for source in ("aaaa", "bbbb", "aaaa", "cccc", "aaaa", "bbbb")] == [4] * 6
    assert made == ["aaaa", "bbbb", "cccc", "bbbb"]
    assert memory.give("d" * 20) == 20
    assert memory.give("d" * 20) == 20
    assert made[-2:] == ["d" * 20] * 2
