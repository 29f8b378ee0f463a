"""A redesign makes no new version: every page of the replica says the same in the old dress and in the new one."""

from __future__ import annotations

from functools import cache

import pytest

from demo.content import Site, load_site
from demo.routes import answer
from extract.knowledge import Knowledge
from extract.read import read_document
from extract.records import Reading
from warehouse.reference import load_knowledge

BEFORE, AFTER = load_site(2), load_site(3)
LISTINGS = [f"/actualites-0?page={number}" for number in range(7)]
TERMS = [f"/taxonomy/term/{number}" for number in AFTER.terms]
NODES = [f"/node/{page.node}" for page in AFTER.pages.values() if not page.gone]


@cache
def knowledge() -> Knowledge:
    return load_knowledge()


def read(site: Site, target: str) -> Reading:
    found = answer(site, target)
    return read_document(found.body, f"http://irev.test{target}", found.media_type, knowledge())


def told(reading: Reading) -> tuple[object, ...]:
    """What a reading says of the page and its events, without where the words stand."""
    page = reading.page
    sessions = [
        (event.title, event.relation, session.first_day, session.last_day, session.starts_at, session.ends_at)
        for event in reading.events
        for session in event.sessions
    ]
    return page.kind, page.title, page.lead, page.published_on, page.modified_at, sessions


@pytest.mark.parametrize("target", [*LISTINGS, *TERMS, *NODES])
def test_the_redesign_is_no_new_version_and_tells_the_same(target: str) -> None:
    assert answer(BEFORE, target).body != answer(AFTER, target).body
    before, after = read(BEFORE, target), read(AFTER, target)
    assert after.text_digest == before.text_digest
    assert told(after) == told(before)


def test_other_words_are_a_new_version() -> None:
    assert read(load_site(1), "/node/236231").text_digest != read(BEFORE, "/node/236231").text_digest
