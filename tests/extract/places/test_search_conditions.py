"""A condition spares only searches that would find nothing; a family of gates opens where one of them does."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from extract.document import Document
from extract.formats import read_format
from extract.matching.gates import SHORT, GateFamily, close_gates, compile_gated
from extract.places import venues
from extract.places.gazetteer.automaton import gazetteer_of
from extract.places.gazetteer.clauses import EarlierClauses
from extract.places.gazetteer.mentions import find_mentions
from extract.places.grammar.sentences import Sentences
from extract.places.page import Page
from tests.gold.truth import load_pages
from warehouse.reference import load_knowledge

KNOWLEDGE = load_knowledge()
PAGES = load_pages("composed_dev")


def page_of(document: Document) -> Page:
    mentions = find_mentions(document, gazetteer_of(KNOWLEDGE))
    sentences = Sentences(document)
    earlier = EarlierClauses(document.text, sentences, (mention.start for mention in mentions))
    return Page(
        document, KNOWLEDGE, mentions, sentences, earlier, urlsplit(document.canonical_url or "").hostname or ""
    )


@pytest.mark.parametrize("number", range(len(PAGES)))
def test_a_search_finds_nothing_where_its_condition_does_not_hold(number: int) -> None:
    given = PAGES[number]
    page = page_of(read_format(given.content, given.media_type, given.url))
    for block in page.document.blocks:
        for search, condition in venues.SEARCHES if block.kind != "furniture" else ():
            assert condition(page, block) or not list(search(page, block)), (search.__name__, block)


def test_a_family_opens_where_one_of_its_gates_does() -> None:
    rain, snow = compile_gated(r"\bpluie\b"), compile_gated(r"\bneige\b")
    family = GateFamily(rain, snow)
    text = "Il fait beau. " * (SHORT // 10) + "La neige, puis la pluie. " + "Il fait beau. " * 3
    close_gates(text)
    for start in range(0, len(text), 5):
        for end in (start + 3, start + 20, len(text)):
            either = rain.may_match(text, start, end) or snow.may_match(text, start, end)
            assert family.may_match(text, start, end) == either
    assert family.may_match("beau")  # of another text nothing is known


def test_a_family_with_a_pattern_without_words_is_always_open() -> None:
    family = GateFamily(compile_gated(r"\bneige\b"), compile_gated(r"\w+"))
    text = "0 " * SHORT
    close_gates(text)
    assert family.may_match(text, 0, 10)
