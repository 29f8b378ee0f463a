"""What holds for every reading of every document: places point to the words, the same bytes give the same reading."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from demo.content import load_site
from demo.markup import ORIGIN, address_of
from demo.routes import answer
from extract.formats import read_format
from extract.read import read_document
from extract.records import Evidence, Place, Reading
from tests.gold.truth import load_pages
from warehouse.reference import load_knowledge


def documents() -> Iterator[tuple[str, bytes, str, str]]:
    """Name, bytes, address and media type of the replica's pages and documents and of the open gold pages."""
    site = load_site(1)
    for target in [*map(address_of, site.pages.values()), *site.documents]:
        found = answer(site, target)
        yield target, found.body, f"{ORIGIN}{target}", found.media_type
    for part in ("composed_dev", "opened"):
        for page in load_pages(part):
            yield page.id, page.content, page.url or "https://irev.fr/page", page.media_type


ALL = list(documents())


@cache
def read(content: bytes, url: str, media_type: str) -> Reading:
    """The reading of a document, once for all tests that only look at it."""
    return read_document(content, url, media_type, load_knowledge())


def places(reading: Reading) -> Iterator[tuple[str, str, Place]]:
    """Every (what, words, place) of a reading."""
    for what in ("dates", "venues", "territories", "themes", "open"):
        for item in getattr(reading, what):
            if item.where is not None:
                yield what, item.text, item.where
    for field in reading.fields:
        yield "fields", field.text, field.where
    evidence: list[Evidence] = list(reading.page.evidence)
    for event in reading.events:
        evidence += event.evidence
        for session in event.sessions:
            evidence += session.evidence
    for proof in evidence:
        if proof.where.end > proof.where.start:
            yield f"evidence of {proof.field}", proof.words, proof.where


def squeeze(words: str) -> str:
    """Words without the marks that join lines (` / `) and white space."""
    return re.sub(r"[\s/]+", "", words)


@pytest.mark.parametrize(("name", "content", "url", "media_type"), ALL, ids=[name for name, *_ in ALL])
def test_every_place_points_to_its_words(name: str, content: bytes, url: str, media_type: str) -> None:
    reading = read(content, url, media_type)
    text = read_format(content, media_type, url).text
    for what, words, where in places(reading):
        assert 0 <= where.start <= where.end <= len(text), (what, words)
        assert squeeze(text[where.start : where.end]).startswith(squeeze(words)[:40]), (what, words, where)


def test_the_same_bytes_give_the_same_reading() -> None:
    for _, content, url, media_type in ALL[::7]:
        assert read(content, url, media_type) == read.__wrapped__(content, url, media_type)


def test_every_session_is_born_of_an_event_date() -> None:
    told = set()
    for name, content, url, media_type in ALL:
        reading = read(content, url, media_type)
        for event in reading.events:
            for session in event.sessions:
                allowed = {"event"} if event.relation != "mentions" else {"event", "past", "other"}
                told.add(name)
                assert session.date.role in allowed, (name, session)
                assert session.date.first_day <= session.first_day <= session.last_day <= session.date.last_day, name
    assert len(told) > len(ALL) / 2  # else this would hold of nearly nothing


def test_no_day_of_a_law_a_deadline_or_a_stamp_is_a_session() -> None:
    for name, content, url, media_type in ALL:
        reading = read(content, url, media_type)
        of_else = [d for d in reading.dates if d.role in ("law", "registration_deadline", "modification")]
        apart = {d.first_day for d in of_else if d.precision == "day"}
        events = {d.first_day for d in reading.dates if d.role == "event"} - apart
        days = {s.day for e in reading.events if e.relation != "mentions" for s in e.sessions if s.day}
        assert not (days & (apart - events)) or name in SAME_DAY, name


SAME_DAY: frozenset[str] = frozenset({"gd18", "hy09", "ja03"})
"""Pages whose day is also that until which one may register for another thing or hour: at noon for the evening."""
