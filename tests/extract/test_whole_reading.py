"""Every reading of a document of the replica: places point to the words, the same bytes give the same reading.

`tests/test_gold.py` asks the same of the pages of the gold.
"""

from collections.abc import Iterator
from functools import cache

import pytest

from demo.content import load_site
from demo.markup import ORIGIN, address_of
from demo.routes import answer
from extract.formats import read_format
from extract.read import read_document
from extract.records import Reading
from tests.extract.whole_reading import (
    count_sessions,
    find_misplaced,
    find_sessions_of_no_event_day,
    find_sessions_on_days_of_else,
)
from warehouse.reference import load_knowledge


def documents() -> Iterator[tuple[str, bytes, str, str]]:
    """Name, bytes, address and media type of the replica's pages and documents."""
    site = load_site(1)
    for target in [*map(address_of, site.pages.values()), *site.documents]:
        found = answer(site, target)
        yield target, found.body, f"{ORIGIN}{target}", found.media_type


ALL = list(documents())


@cache
def read(content: bytes, url: str, media_type: str) -> Reading:
    """The reading of a document, once for all tests that only look at it."""
    return read_document(content, url, media_type, load_knowledge())


@pytest.mark.parametrize(("name", "content", "url", "media_type"), ALL, ids=[name for name, *_ in ALL])
def test_every_place_points_to_its_words(name: str, content: bytes, url: str, media_type: str) -> None:
    text = read_format(content, media_type, url).text
    assert find_misplaced(read(content, url, media_type), text) == []


def test_the_same_bytes_give_the_same_reading() -> None:
    for _, content, url, media_type in ALL:
        assert read(content, url, media_type) == read.__wrapped__(content, url, media_type)


def test_every_session_is_born_of_an_event_date() -> None:
    readings = [(name, read(content, url, media_type)) for name, content, url, media_type in ALL]
    assert sum(count_sessions(reading) > 0 for _, reading in readings) > len(ALL) / 2  # else it holds of nothing
    assert [(name, days) for name, reading in readings if (days := find_sessions_of_no_event_day(reading))] == []


def test_no_day_of_a_law_a_deadline_or_a_stamp_is_a_session() -> None:
    readings = [(name, read(content, url, media_type)) for name, content, url, media_type in ALL]
    assert [(name, days) for name, reading in readings if (days := find_sessions_on_days_of_else(reading))] == []
