"""The truth refers to what exists, and each of its values can be found in the words of its own sources."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from html import unescape

import pypdfium2
import pytest

from demo.content import HERE, load_site
from demo.witness import TrueEvent, build_event, load_truth

SITE = load_site(1)
TRUTH = load_truth()
FILES = {path.rsplit("/", 1)[-1]: document.file for path, document in SITE.documents.items()}


def plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.replace("œ", "oe")).lower()
    return "".join(c for c in folded if not unicodedata.combining(c)).replace("-", " ")


def text_of(node: int) -> str:
    page = SITE.pages[node]
    return unescape(re.sub(r"<[^>]+>", " ", f"{page.title} {page.lead} {page.date_line} {page.body}")).replace(
        "\xa0", " "
    )


def words_of(event: TrueEvent) -> str:
    """All that the event's sources say: pages with their fields, documents page by page."""
    parts = []
    for kind, name in sorted(event.sources):
        if kind == "page":
            page = SITE.pages[int(name)]
            parts += [text_of(int(name)), page.place, " ".join(SITE.terms[t] for t in page.themes)]
            parts += [SITE.pages[SITE.by_alias[alias]].title for alias in page.territories]
            parts += [f"{moment:%H:%M}" for moment in page.dates or ()]
        else:
            with pypdfium2.PdfDocument(HERE / "documents" / FILES[name]) as document:
                parts += [document[n].get_textpage().get_text_bounded() for n in range(len(document))]
    return plain(" ".join(parts))


def test_the_truth_is_large_enough_and_handles_are_unique() -> None:
    assert len(TRUTH.events) >= 60
    assert sum(len(event.days) for event in TRUTH.events) >= 110
    assert len({event.id for event in TRUTH.events}) == len(TRUTH.events)


@pytest.mark.parametrize("event", TRUTH.events, ids=lambda event: event.id)
def test_sources_exist(event: TrueEvent) -> None:
    assert event.sources
    for kind, name in event.sources:
        assert int(name) in SITE.pages if kind == "page" else name in FILES


@pytest.mark.parametrize("event", [e for e in TRUTH.events if e.days], ids=lambda event: event.id)
def test_each_day_hour_and_city_stands_in_the_sources(event: TrueEvent) -> None:
    words = words_of(event)
    for session in event.sessions:
        if session.day is None or (session.optional and session.day.isoformat() == "2019-06-25"):
            continue
        day = session.day.day
        assert re.search(rf"(?<!\d)0?{day}(?!\d)", words), f"day {session.day} is not in the words"
        for hour in filter(None, (session.starts, session.ends)):
            number = int(hour[:2])
            assert re.search(rf"(?<!\d)0?{number}\s*(h|:|heures)", words) or (number == 12 and "midi" in words), hour
        if session.city and session.city != "Lille":
            assert plain(session.city) in words.replace("st omer", "saint omer"), session.city
        if session.city == "Lille":
            assert re.search(r"\birev\b|lille|nos locaux", words)


@pytest.mark.parametrize("event", TRUTH.events, ids=lambda event: event.id)
def test_themes_are_the_terms_of_its_pages(event: TrueEvent) -> None:
    labels = {SITE.terms[t] for kind, name in event.sources if kind == "page" for t in SITE.pages[int(name)].themes}
    assert set(event.themes) <= labels


@pytest.mark.parametrize("event", [e for e in TRUTH.events if e.deadline], ids=lambda event: event.id)
def test_deadlines_stand_in_the_sources(event: TrueEvent) -> None:
    assert event.deadline is not None
    assert re.search(rf"(?<!\d){event.deadline.day}(er|\s)", words_of(event))


def test_days_that_must_never_be_sessions_are_not_sessions_of_the_truth() -> None:
    assert TRUTH.never
    for never in TRUTH.never:
        assert never.page in SITE.pages
        clash = [e.id for e in TRUTH.events if ("page", str(never.page)) in e.sources and never.day in e.days]
        assert clash == [], never


def test_attachments_are_the_files_of_the_pages() -> None:
    offered = {(page.node, link.path.rsplit("/", 1)[-1]) for page in SITE.pages.values() for link in page.files}
    assert {(a.page, a.file) for a in TRUTH.attachments} == offered


def test_all_used_names_are_known() -> None:
    used = {name.rstrip("?") for e in TRUTH.events for name in (*(e.territories or ()), *(e.earlier or ()))}
    assert used <= set(TRUTH.names["territories"])


def test_changes_name_pages_of_the_later_states() -> None:
    with (HERE / "truth" / "changes.toml").open("rb") as file:
        changes = tomllib.load(file)["change"]
    assert {c["page"] for c in changes if "page" in c} <= set(load_site(3).pages)
    assert {c["nature"] for c in changes} == {"factual", "textual", "cosmetic"}


def test_an_unknown_key_is_named() -> None:
    entry = {"id": "x", "title": "t", "type": "y", "pages": [1], "sessions": [], "citty": "Lille"}
    with pytest.raises(TypeError, match=r"truth of 'x'.*citty"):
        build_event(entry)
