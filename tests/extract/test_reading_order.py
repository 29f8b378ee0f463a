"""What is remembered from page to page changes no reading: pages read in any order read the same."""

from __future__ import annotations

import pytest

from extract.formats import read_format
from extract.matching.gates import close_gates
from extract.places.furniture import find_furniture
from extract.places.gazetteer.automaton import gazetteer_of
from extract.places.towns.site_towns import read_furniture
from extract.read import read_document
from tests.extract.places.test_gated_patterns import PATTERNS
from tests.gold.truth import load_pages
from warehouse.reference import load_knowledge

KNOWLEDGE = load_knowledge()
PAGES = [page for page in load_pages("composed_dev") if page.media_type == "text/html"][::3]


def test_pages_read_the_same_in_any_order() -> None:
    def read(order: list[int]) -> dict[int, object]:
        return {n: read_document(PAGES[n].content, PAGES[n].url, PAGES[n].media_type, KNOWLEDGE) for n in order}

    forwards = list(range(len(PAGES)))
    assert read(forwards) == read(forwards[::-1]) == read([*forwards[1::2], *forwards[::2]])


def test_furniture_is_every_line_of_it_and_no_other() -> None:
    for page in PAGES:
        document = read_format(page.content, page.media_type, page.url)
        spans = find_furniture(document)
        assert spans == sorted(spans)
        lines = [line for start, end in spans for line in document.text[start:end].split("\n")]
        assert lines == [document.words_of(block) for block in document.blocks if block.kind == "furniture"]


@pytest.mark.parametrize("part", range(4))
def test_gates_open_in_lines_that_come_again_as_in_others(part: int) -> None:
    gates = [PATTERNS[name] for name in sorted(PATTERNS)[part::4]]
    for page in PAGES[:3]:
        document = read_format(page.content, page.media_type, page.url)
        lines = [(block.start, block.end) for block in document.blocks]

        def opened(text: str, again: list[tuple[int, int]], spans: list[tuple[int, int]]) -> list[bool]:
            close_gates(text, again)
            return [gate.may_match(text, start, end) for gate in gates for start, end in spans]

        bare = opened(document.text, [], lines)
        for moved in ("", "Mairie.\n"):
            text = moved + "".join(document.text)
            shift = len(moved)
            again = [(start + shift, end + shift) for start, end in find_furniture(document)]
            assert opened(text + "\n", again, [(start + shift, end + shift) for start, end in lines]) == bare


def test_a_stretch_of_furniture_tells_the_towns_of_its_lines() -> None:
    gazetteer = gazetteer_of(KNOWLEDGE)
    told = read_furniture("Accueil\nVille de Lens\n62400 Béthune\nNous contacter", gazetteer)
    assert [town for town, _ in told.named] == ["Lens"]
    assert [town for town, _ in told.addresses] == ["Béthune"]
    long = "\n".join(["Accueil"] * 3000) + "\nMairie de Douai"
    assert [town for town, _ in read_furniture(long, gazetteer).named] == ["Douai"]
