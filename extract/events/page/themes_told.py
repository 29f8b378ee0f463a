"""What some words say that a sitting is about, beside days, hours, places, counters and who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.document import Block
from extract.events.page.event_nouns import find_first_noun
from extract.events.page.line_pieces import SAYS_WHERE, WHEN, holds_words
from extract.events.page.theme_words import (
    AND,
    COLUMN,
    COUNTER,
    HOURS,
    LEADS_ON,
    LEADS_TO,
    OF_IT,
    PASSING,
    PERSON,
    RUNS_ON,
    SPEAKS,
    TELLS,
)
from extract.events.parts import Parts, standing_between
from extract.places.grammar.names import STARTS_WITH_NOUN

_LONGEST: Final = 140
_FEWEST_WORDS: Final = 2
_WIDEST_MARK: Final = 6
"""Marks, and an `et`, between a piece and what goes on from it: more is a day, an hour or a place."""
_COVERED: Final = 0.5
_LONG_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_QUOTE: Final = re.compile(r"[«“\"]")
_QUOTED: Final = re.compile(r"«[^»\n]*»|“[^”\n]*”|\"[^\"\n]*\"")
_PARTED: Final = re.compile(
    r"(?P<goes_on>,\s|\s:\s(?=\S)|\s?:\s)|\s?[\n|•·;()>→]\s?|\s[–—-]\s|(?<=[.!?])\s",
)
"""Marks between the pieces of a line; behind a comma or a colon the same thing may go on."""
_MARKS: Final = " .;,:/–—-•·|>→\n"
_TOLD: Final = ("paragraph", "lead")


class ToldTheme(NamedTuple):
    """What a sitting is about, where the text says so, and in which kind of block."""

    words: str
    start: int
    end: int
    kind: str


def is_column_of_themes(head: str) -> bool:
    """Whether the head of a column says that each row tells below it what it is about."""
    return COLUMN.fullmatch(head) is not None


def whole_theme(parts: Parts, cell: Block) -> ToldTheme | None:
    """All words of a cell as a theme, without a counter; None where they are nothing else, or a place."""
    found = _without_counter(parts, cell.start, cell.end, cell.kind)
    words = found.words
    if not _LONG_WORD.search(words) or len(words) > _LONGEST or PASSING.match(words) or _is_place(parts, found):
        return None
    return found


def find_theme(parts: Parts, line: Block, *, first: bool = False) -> ToldTheme | None:
    """The first piece of a line that names a theme, with what goes on from it; only the very `first` piece if asked."""
    named = line.label is not None and find_first_noun(line.label) is not None  # `Webinaire : les postes FONJEP`
    pieces = list(_pieces(parts, parts.line_of(line)[0] if named else line.start, line.end))
    for number, (begin, stop, _) in enumerate(pieces):
        found = _without_counter(parts, begin, stop, line.kind)
        if not _LONG_WORD.search(found.words) or _is_place(parts, found):
            continue
        whole = _go_on(parts, found, pieces[number + 1 :], goes_on=pieces[number][2])
        if _names(parts, found, whole):
            return whole
        if first:
            return None
    return None


def _go_on(parts: Parts, found: ToldTheme, behind: list[tuple[int, int, bool]], *, goes_on: bool) -> ToldTheme | None:
    """A theme with the pieces behind commas and colons that are of it; None where a sentence goes on instead."""
    if RUNS_ON.match(parts.document.text, found.end) and not _QUOTE.match(found.words):
        return None
    for begin, stop, joins in behind:
        piece = _cut(parts, *_without_and(parts, begin, stop), found.kind)
        apart = piece.start - found.end > _WIDEST_MARK
        if apart or not goes_on or not _LONG_WORD.search(piece.words) or not _may_be_theme(parts, piece):
            break
        found = _cut(parts, found.start, piece.end, found.kind)
        goes_on = joins
    return found if len(found.words) <= _LONGEST else None


def _without_and(parts: Parts, start: int, end: int) -> tuple[int, int]:
    """A piece that goes on from another without the `et` that ties them: `Gagner, et raconter`."""
    tie = AND.match(parts.document.text, start, end)
    return (tie.end() if tie is not None else start), end


def _pieces(parts: Parts, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The pieces of a span between its marks, days, hours and places, and whether a comma or colon ends each."""
    text = _blanked(parts, start, end)
    quotes = [quote.span() for quote in _QUOTED.finditer(text)]
    begin = 0
    for mark in _PARTED.finditer(text):
        if any(first < mark.start() < last for first, last in quotes):
            continue
        yield from _split_at_blanks(text, start, begin, mark.start(), goes_on=mark["goes_on"] is not None)
        begin = mark.end()
    yield from _split_at_blanks(text, start, begin, len(text), goes_on=False)


def _split_at_blanks(
    text: str, offset: int, begin: int, stop: int, *, goes_on: bool
) -> Iterator[tuple[int, int, bool]]:
    spans = [match.span() for match in re.finditer(r"[^\0]+", text[begin:stop])]
    for number, (first, last) in enumerate(spans):
        yield offset + begin + first, offset + begin + last, goes_on and number == len(spans) - 1


def _blanked(parts: Parts, start: int, end: int) -> str:
    """A span of text, its days, hours and places made blank, so that positions stay."""
    text = parts.document.text
    spans = [match.span() for match in HOURS.finditer(text, start, end)]
    for date in standing_between(parts.dates, start, end):
        told = date.where.start, min(date.where.end, end)
        worded = holds_words(date.text)
        spans += [match.span() for match in WHEN.finditer(text, *told)] if worded else [told]
    places = (v.where for v in standing_between(parts.venues, start, end) if not _is_meeting(v.text))
    spans += [(where.start, where.end) for where in places if not OF_IT.search(text, start, where.start)]
    words = list(text[start:end])
    for first, last in spans:
        words[first - start : min(last, end) - start] = "\0" * (min(last, end) - first)
    return "".join(words)


def _cut(parts: Parts, start: int, end: int, kind: str) -> ToldTheme:
    """The words of a span without the marks at its ends."""
    text = parts.document.text
    raw = LEADS_ON.sub("", text[start:end].rstrip(_MARKS + "["))
    end = start + len(raw)
    start += len(raw) - len(raw.lstrip(_MARKS + "]"))
    words = " ".join(text[start:end].split())
    return ToldTheme(words[:1].upper() + words[1:], start, end, kind)


def _without_counter(parts: Parts, start: int, end: int, kind: str) -> ToldTheme:
    counter = COUNTER.match(parts.document.text, start, end)
    counts = counter is not None and (counter.end() == end or re.search(r"[\d:.)–—-]\W*$", counter.group()) is not None)
    return _cut(parts, counter.end() if counter is not None and counts else start, end, kind)


def _names(parts: Parts, found: ToldTheme, whole: ToldTheme | None) -> bool:
    """Whether a piece with what goes on from it names something: two words at least, or one in quotes or after a colon.

    In a paragraph nothing stands before it but its day, hours, place and counter, or what leads to it by such a mark.
    """
    words = len(_LONG_WORD.findall(whole.words)) if whole is not None else 0
    before = _blanked(parts, parts.sentence_of(found.start)[0], found.start)
    is_led = LEADS_TO.search(before) is not None
    if whole is not None and PERSON.fullmatch(whole.words) and find_first_noun(whole.words) is None:
        return False
    enough = words >= _FEWEST_WORDS or (words > 0 and (is_led or _QUOTE.match(found.words) is not None))
    return enough and _may_be_theme(parts, found) and (is_led or found.kind not in _TOLD or _begins(before))


def _begins(before: str) -> bool:
    counter = COUNTER.match(before)
    return _LONG_WORD.search(before, counter.end() if counter is not None else 0) is None


def _may_be_theme(parts: Parts, found: ToldTheme) -> bool:
    """Whether a piece may be what a sitting is about: no place, no state, nobody who speaks, no sentence of its own."""
    words = found.words
    if len(words) > _LONGEST or PASSING.match(words) or SAYS_WHERE.match(words):
        return False
    if STARTS_WITH_NOUN.match(words) and find_first_noun(words) is None:
        return False
    if not _QUOTE.match(words) and (TELLS.search(words) or (found.kind in _TOLD and SPEAKS.search(words))):
        return False
    return not _is_place(parts, found)


def _is_meeting(words: str) -> bool:
    """Whether words that say where say what as well: `Webinaire`, and not `en visioconférence`."""
    noun = find_first_noun(words)
    return noun is not None and noun.start == 0


def _is_place(parts: Parts, found: ToldTheme) -> bool:
    """Whether places and territories are most of a piece."""
    near = standing_between(parts.venues, found.start, found.end)
    named = [venue.where for venue in near if not _is_meeting(venue.text)]
    named += [territory.where for territory in standing_between(parts.territories, found.start, found.end)]
    covered = sum(min(where.end, found.end) - where.start for where in named)
    return covered > _COVERED * (found.end - found.start)
