"""Notices that claim success are failures to look; what was content once is never taken for a notice later."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.notices import find_notice
from extract.records import OpenReading, PageFacts, Reading, Source
from pipelines.notices import Key, as_seen, find_notices, find_same_bytes, say_notices, without_same_bytes
from pipelines.vanished import say_vanished
from warehouse.sightings import Sighting
from warehouse.slim import Slimmer

HTML, PDF = "text/html", "application/pdf"
BEGUN = dt.datetime(2026, 3, 9, 3, tzinfo=dt.UTC)


def address(number: int) -> str:
    return f"https://irev.fr/{number}"


def seen(number: int, digest: str = "n", media_type: str = HTML, day: int = 1, status: int = 200) -> Sighting:
    moment = dt.datetime(2026, 3, day, 4, tzinfo=dt.UTC)
    return Sighting(address(number), address(number), moment, "response", status, digest, media_type, 10)


def page(title: str, media_type: str = HTML, links: tuple[str, ...] = (), pages: int | None = None) -> Reading:
    facts = PageFacts("url:x", None, None, "news", title)
    source = Source(None, None, f"bytes of {title}", media_type)
    return Reading(source, facts, text_digest=f"words of {title}", page_count=pages, links=links)


def test_one_page_at_many_addresses_on_a_day_need_not_be_read() -> None:
    notices = [seen(number) for number in range(5)]
    sound = [seen(9, "other"), *(seen(number, "pdf", PDF) for number in range(9))]
    assert find_same_bytes([*notices, *sound]) == {"n"}
    assert without_same_bytes([*notices, *sound]) == sound
    judged = as_seen([*notices, *sound], find_notices([*notices, *sound], {}))
    assert [(sighting.status, sighting.digest) for sighting in judged[:5]] == [(503, None)] * 5
    assert judged[5:] == sound


def test_aliases_of_a_page_are_no_notice() -> None:
    assert find_same_bytes([seen(number) for number in range(4)]) == frozenset()
    assert find_same_bytes([seen(number, day=1 + number) for number in range(9)]) == frozenset()


def two_nights(titles: list[str], links: Sequence[tuple[str, ...]]) -> tuple[list[Sighting], dict[Key, Reading]]:
    """Pages with titles of their own, and what they show the night after."""
    sightings, readings = [], {}
    for number, (title, shown) in enumerate(zip(titles, links, strict=True)):
        for day, reading in ((1, page(f"Page {number}")), (2, page(title, links=shown))):
            digest = f"{number} on {day}"
            sightings.append(seen(number, digest, day=day))
            readings[address(number), digest] = reading
    return sightings, readings


def test_pages_that_lose_their_own_titles_for_one_and_the_same_are_behind_a_wall() -> None:
    back = [(f"https://irev.fr/user/login?destination=node/{number}",) for number in range(5)]
    sightings, readings = two_nights(["Espace réservé"] * 5, back)
    assert find_notices(sightings, readings) == {(address(n), f"{n} on 2"): "same_title" for n in range(5)}
    assert find_notices(*two_nights(["Espace réservé"] * 4, back[:4])) == {}
    others = [(f"https://irev.fr/theme/{number}",) for number in range(5)]
    assert find_notices(*two_nights(["IREV"] * 5, others)) == {}  # pages of one title that lead to different places
    assert find_notices(*two_nights([f"Page {number}" for number in range(5)], back)) == {}


def test_a_site_that_never_had_other_titles_has_no_wall() -> None:
    sightings = [seen(number, str(number)) for number in range(9)]
    readings = {(address(number), str(number)): page("IREV") for number in range(9)}
    assert find_notices(sightings, readings) == {}


def test_what_was_content_is_never_a_notice_later() -> None:
    """A page address that gave a file for one night has not lost the page when it gives it again."""
    sightings = [seen(1, "page", day=1), seen(1, "file", PDF, day=2), seen(1, "page", day=3), seen(1, "new", day=4)]
    told = {"page": page("Page"), "file": page("Fiche", PDF, pages=2), "new": page("Page neuve")}
    readings = {(address(1), digest): reading for digest, reading in told.items()}
    assert find_notices(sightings, readings) == {}


def test_a_file_that_becomes_a_page_or_nothing_stays_the_file_it_was() -> None:
    sightings = [seen(1, "file", PDF, day=1), seen(1, "page", day=2), seen(1, "cut", PDF, day=3)]
    cut = Reading(page("").source, page("").page, open=(OpenReading("", "damaged", rule="pdf damaged"),))
    told = {"file": page("Fiche", PDF, pages=2), "page": page("Déplacé"), "cut": cut}
    readings = {(address(1), digest): reading for digest, reading in told.items()}
    assert find_notices(sightings, readings) == {(address(1), "page"): "unreadable", (address(1), "cut"): "unreadable"}
    assert find_notices(sightings[2:], readings) == {}  # a file that was never better is told as it is


def test_errors_are_what_they_say_and_imported_files_are_no_looks() -> None:
    told = {"a": page("Page non trouvée"), "b": page("Accès refusé"), "c": page("Site en maintenance")}
    sightings = [seen(number, digest) for number, digest in enumerate(told)]
    readings = {(address(number), digest): told[digest] for number, digest in enumerate(told)}
    notices = find_notices(sightings, readings)
    assert [sighting.status for sighting in as_seen(sightings, notices)] == [404, 403, 503]
    assert [line for _, line in say_notices(sightings, notices)] == [
        "1 address answers 200 with a refusal in the place of content: https://irev.fr/1",
        "1 address answers 200 with a notice of maintenance in the place of content: https://irev.fr/2",
        "1 address answers 200 with an error page (not found) in the place of content: https://irev.fr/0",
    ]
    saved = [Sighting(s.url, s.raw_url, s.seen_at, "resource", 200, s.digest, HTML) for s in sightings]
    assert find_notices(saved, readings) == {}


def test_a_notice_is_told_in_the_night_it_was_seen_and_not_for_ever() -> None:
    old = [seen(0, "a", day=1), seen(1, "b", day=5)]
    readings = {(address(0), "a"): page("Accès refusé"), (address(1), "b"): page("Page")}
    assert list(say_notices(old, find_notices(old, readings))) == []


def test_many_addresses_without_content_at_once_are_told_once() -> None:
    before = [seen(number, "x", day=8) for number in range(20)]
    tonight = [seen(number, "x", day=9, status=404 if number < 5 else 200) for number in range(20)]
    assert list(say_vanished([*before, *tonight], BEGUN)) == [
        "5 of 20 addresses that gave content until now give none any more: 5 × 404 not found"
    ]
    assert list(say_vanished([*before, *tonight[1:]], BEGUN)) == []  # four are an editor's work
    tomorrow = [seen(number, "x", day=10, status=404) for number in range(5)]
    assert list(say_vanished([*before, *tonight, *tomorrow], BEGUN + dt.timedelta(days=1))) == []
    failing = [seen(number, "x", day=9, status=503) for number in range(20)]
    assert list(say_vanished([*before, *failing], BEGUN)) == []  # told by the crawl, and no answer


DAMAGED = replace(page("Fiche", PDF), open=(OpenReading("%PDF", "the file is cut off", None, "pdf damaged"),))
SILENT = replace(page("IREV"), text_digest=hashlib.sha256(b"IREV").hexdigest())
EMPTY = replace(page("", PDF), source=Source(None, None, hashlib.sha256(b"").hexdigest(), PDF))
NEWS = replace(page("Maintenance"), page=replace(page("Maintenance").page, published_on=dt.date(2026, 3, 1)))


@pytest.mark.parametrize(
    ("reading", "kind"),
    [
        pytest.param(page("Page introuvable"), "not_found", id="error"),
        pytest.param(DAMAGED, "unreadable", id="damaged"),
        pytest.param(SILENT, "empty", id="silent"),
        pytest.param(EMPTY, "empty", id="no-bytes"),
        pytest.param(NEWS, None, id="dated"),
        pytest.param(page("Accueil"), None, id="content"),
    ],
)
def test_a_slim_reading_tells_a_notice_as_the_full_one_does(reading: Reading, kind: str | None) -> None:
    """So that no build has to open all readings again to look for notices."""
    full, slim = find_notice(reading), find_notice(Slimmer().slim(reading))
    assert (full and full.kind) == kind
    assert slim == full
