"""The later states of the replica: what changes, what does not, and what the server tells about it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from lxml import html as lxml_html

from demo.content import build_page, load_site
from demo.markup import address_of
from demo.prints import number_links
from demo.routes import answer
from demo.server import answer_over_time

ONE, TWO, THREE = (load_site(state) for state in (1, 2, 3))


def parse(body: bytes) -> Any:
    """The tree of a page; lxml's stubs make every xpath a union of seven types."""
    return lxml_html.fromstring(body)


def main_text(body: bytes) -> str:
    """The words of a node's content, whatever the markup around them."""
    content = parse(body).xpath("//div[starts-with(@id,'node-')]")[0]
    return " ".join(" ".join(content.itertext()).split())


def test_the_second_state_changes_what_it_says_it_changes() -> None:
    assert b"lundi 13 juin 2025" in answer(ONE, "/node/238420").body
    assert b"vendredi 20 juin 2025" in answer(TWO, "/node/238420").body
    assert "maison de quartier Beaujardin" in answer(TWO, "/node/237090").body.decode()
    assert "retour sur" in answer(TWO, "/node/237205").body.decode()
    assert "Écologie populaire" in answer(TWO, "/taxonomy/term/3699").body.decode()
    assert answer(ONE, "/node/236021").status == 200
    assert answer(TWO, "/node/236021").status == 404
    assert answer(ONE, "/node/238931").status == 404
    assert answer(TWO, "/node/238931").status == 200


def test_an_unlisted_page_lives_and_is_linked_nowhere() -> None:
    address = address_of(TWO.pages[237148])
    assert answer(TWO, address).status == 200
    linking = [
        page.node
        for page in TWO.pages.values()
        if page.node != 237148
        and not page.gone
        and f'href="{address}"' in answer(TWO, address_of(page)).body.decode("utf-8", "replace")
    ]
    listing = [n for n in range(8) if address in answer(TWO, f"/actualites-0?page={n}").body.decode()]
    assert (linking, listing) == ([], [])
    assert address not in answer(TWO, "/sitemap.xml").body.decode()
    assert address in answer(ONE, "/sitemap.xml").body.decode()


def test_a_brochure_is_replaced_at_its_address() -> None:
    path = "/sites/default/files/atoms/files/programme_contrats_de_ville_novembre_2023.pdf"
    before, after = answer(ONE, path), answer(TWO, path)
    assert before.body != after.body
    assert after.modified is not None and before.modified is not None and after.modified > before.modified


@pytest.mark.parametrize("node", [p.node for p in TWO.pages.values() if not p.gone])
def test_the_redesign_changes_all_markup_and_no_word(node: int) -> None:
    before, after = answer(TWO, f"/node/{node}"), answer(THREE, f"/node/{node}")
    assert before.body != after.body
    charset = TWO.pages[node].charset
    assert main_text(before.body.decode(charset).encode()) == main_text(after.body.decode(charset).encode())


def test_last_modified_moves_with_the_bytes_and_only_with_them() -> None:
    unchanged = answer_over_time([ONE, TWO], "/node/203988")
    assert unchanged.modified == answer(ONE, "/node/203988").modified
    renamed = answer_over_time([ONE, TWO], "/taxonomy/term/3699")
    assert renamed.modified == dt.datetime(2026, 2, 2, 8, 0, tzinfo=dt.UTC)
    redesigned = answer_over_time([ONE, TWO, THREE], "/node/203988")
    assert redesigned.modified == dt.datetime(2026, 5, 4, 7, 0, tzinfo=dt.UTC)


def test_content_that_contradicts_itself_is_refused() -> None:
    entry = {
        "node": 1,
        "kind": "news",
        "era": "new",
        "title": "T",
        "alias": "a",
        "body": "b",
        "published": dt.datetime(2020, 1, 1),
    }
    assert build_page(entry).modified == dt.datetime(2020, 1, 1)
    with pytest.raises(TypeError, match="boddy"):
        build_page(entry | {"boddy": "x"})


def test_links_are_numbered_in_order_and_made_absolute() -> None:
    fragment, links = number_links('<a href="/a">un</a> et <a class="x" href="http://b/">deux</a>')
    assert links == ["http://irev.test/a", "http://b/"]
    assert fragment.endswith('deux</a> <span class="print-footnote">[2]</span>')
