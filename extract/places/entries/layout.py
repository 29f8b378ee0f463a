"""The entries of a page, one per day or run of days, found once from the days and the layout.

Sections under headings hold days of their own; within a section, or on a page without headings, the lines of days part
the lines. An entry may hold entries: under `Lens` two days, each with its house.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extract.counters import are_counted, read_counter
from extract.document import Block
from extract.places.elsewhere.postal import POSTAL
from extract.places.elsewhere.senders import is_contact
from extract.places.entries.leads import count_lead
from extract.places.entries.shapes import Form, Shape, form_of, is_day_line, is_town_alone, label_of
from extract.places.page import Page

_FEWEST: Final = 2
SURE: Final = 0.6
"""How alike the entries of a page must be, in lines, for what they tell to be taken before what stands elsewhere."""
_LONGEST_HEAD: Final = 90
_HEAD: Final = 5
_DATELINE: Final = re.compile(
    r"[A-ZÀ-Ý][^\W\d]+(?:[ '’-][^\W\d]+){0,4}, le (?:[^\W\d]+ )?\d{1,2}(?:er)? [^\W\d]+ \d{4}\W?"
)
_MOST_LINES: Final = 12
"""Lines of an entry below its day, at most."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The lines from `start` to `end` that tell of `days` lines of days; `inner` are the entries among them.

    `fit` says how alike it is to the others of its list, in lines.
    """

    start: int
    end: int
    days: int
    fit: float
    inner: tuple[Entry, ...] = ()


class Layout:
    """The entries of a page, and what they part."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        """Keep the entries in order."""
        self.entries = entries

    def around(self, position: int) -> list[Entry]:
        """The entries that a position stands in, the outermost first."""
        found: list[Entry] = []
        level: Sequence[Entry] = self.entries
        while (entry := _standing_in(level, position)) is not None:
            found.append(entry)
            level = entry.inner
        return found

    def part(self, one: int, other: int) -> bool:
        """Whether two positions stand in entries of which neither holds the other."""
        here, there = self.around(one), self.around(other)
        depth = min(len(here), len(there))
        return here[:depth] != there[:depth]


def _standing_in(entries: Sequence[Entry], position: int) -> Entry | None:
    index = bisect_right(entries, position, key=lambda entry: entry.start) - 1
    return entries[index] if index >= 0 and position < entries[index].end else None


_LAST: list[tuple[Page, Layout]] = []


def layout_of(page: Page) -> Layout:
    """The layout of a page; kept for the last one, as every place and every day asks."""
    if not _LAST or _LAST[0][0] is not page:
        _LAST[:] = [(page, Layout(tuple(_find(page, _lines(page)))))]
    return _LAST[0][1]


def _lines(page: Page) -> list[Block]:
    """The lines that can be of an entry; a table is read by its rows.

    A title that is a town heads the first of several towns: a text without any title begins with its first entry.
    """
    lines = [block for block in page.document.blocks if block.kind not in ("furniture", "cell")]
    titles = [line for line in lines if line.kind == "title"]
    lines = _below_title(page, lines)
    first = [line._replace(kind="heading", level=_level_of(lines)) for line in titles if is_town_alone(page, line)]
    return sorted([*first[:1], *(line for line in lines if line.kind != "title")], key=lambda line: line.start)


def _below_title(page: Page, lines: list[Block]) -> list[Block]:
    """The lines from the title on: what stands above it is of who issues the page, unless it tells a day."""
    lines = [line for index, line in enumerate(lines) if index > _HEAD or not _is_dateline(page, line)]
    first = next((index for index, line in enumerate(lines) if line.kind == "title"), 0)
    return lines if any(is_day_line(page, line) for line in lines[:first]) else lines[first:]


def _is_dateline(page: Page, line: Block) -> bool:
    """Whether a line says where and when a letter was written: `Lille, le 4 juillet 2016`."""
    return _DATELINE.fullmatch(page.document.text, line.start, line.end) is not None


def _level_of(lines: list[Block]) -> int:
    """The level of the outermost headings."""
    return min((line.level for line in lines if line.kind == "heading"), default=0)


def _find(page: Page, lines: list[Block]) -> Iterator[Entry]:
    """The entries among some lines: sections with days, else what stands around each day."""
    days = _of_one_kind(lines, [index for index, line in enumerate(lines) if is_day_line(page, line)])
    if len(days) < _FEWEST:
        return
    sections = _sections(lines, days) or _counted_sections(page, lines, days)
    if sections:
        for first, last in _cut_last(page, lines, days, sections):
            inner = tuple(_find(page, lines[first + 1 : last]))
            yield Entry(lines[first].start, lines[last - 1].end, sum(first <= d < last for d in days), 1.0, inner)
        return
    paragraphs = _paragraphs(lines, days)
    if paragraphs:
        for first, last in paragraphs:
            held = [day for day in days if first <= day <= last]
            inner = tuple(_find(page, lines[first : last + 1])) if len(held) > 1 else ()
            yield Entry(lines[first].start, lines[last].end, len(held), 1.0, inner)
        return
    headed = [index for index in days if lines[index].kind == "heading"]
    yield from _around_days(page, lines, headed if len(headed) >= _FEWEST else days)


def _paragraphs(lines: list[Block], days: list[int]) -> list[tuple[int, int]]:
    """The first and last lines of the paragraphs of a text that hold days, if two at least have several lines.

    An item of one line (`* 13 février - Conférence, Maubeuge`) among those of several is an entry as well.
    """
    spans: dict[int, tuple[int, int]] = {}
    for index, line in enumerate(lines):
        if line.group is not None:
            spans[line.group] = (spans.get(line.group, (index, index))[0], index)
    groups = [lines[day].group for day in days]
    told = [spans[group] for group in dict.fromkeys(groups) if group is not None]
    several = [(first, last) for first, last in told if first < last]
    if None in groups or len(several) < _FEWEST:
        return []
    return told


def _of_one_kind(lines: list[Block], days: list[int]) -> list[int]:
    """The lines of days without single fields beside others (`Dates : du 4 mars au 23 mai`)."""
    labels = Counter(label_of(lines[day]) for day in days)
    kept = [day for day in days if not lines[day].label or labels[label_of(lines[day])] > 1]
    return kept if len(kept) >= _FEWEST else days


def _sections(lines: list[Block], days: list[int]) -> list[tuple[int, int]]:
    """The sections of the outermost headings of which two at least hold days and tell none themselves.

    Not where days stand above their headings (`12 oct.` / `Forum` / `10h, Liévin`).
    """
    dated = set(days)
    for level in sorted({line.level for line in lines if line.kind == "heading"}):
        heads = [i for i, line in enumerate(lines) if line.kind == "heading" and line.level <= level]
        spans = list(zip(heads, [*heads[1:], len(lines)], strict=True))
        held = [(first, last) for first, last in spans if any(first < day < last for day in days)]
        if len(held) < _FEWEST or any(first in dated for first, _ in spans):
            continue
        above = [first for first, _ in spans if first - 1 in dated]
        if len(above) >= _FEWEST and spans[-1] not in held:
            return []
        return held
    return []


def _counted_sections(page: Page, lines: list[Block], days: list[int]) -> list[tuple[int, int]]:
    """The lines from each that counts to the next, where these count one by one and each leads to days below it.

    `Module 1 : le cadre` / `Lens, salle Foch` / `Mardi 12 mars`, in a text without headings.
    """
    heads = [i for i, line in enumerate(lines) if _may_count(line) and read_counter(page.document.words_of(line))]
    if len(heads) < _FEWEST or not are_counted([page.document.words_of(lines[head]) for head in heads]):
        return []
    spans = list(zip(heads, [*heads[1:], _end_of_count(heads, days, len(lines))], strict=True))
    return spans if all(any(first < day < last for day in days) for first, last in spans) else []


def _end_of_count(heads: list[int], days: list[int], end: int) -> int:
    """Where the last counted entry ends: before what heads a second day, where each other entry holds one."""
    held = [[day for day in days if first < day < last] for first, last in pairwise([*heads, end])]
    if len(held[-1]) < _FEWEST or any(len(of) != 1 for of in held[:-1]):
        return end
    return held[-1][1] - min(held[0][0] - heads[0], held[-1][1] - held[-1][0])


def _may_count(line: Block) -> bool:
    """Whether a line is short enough to head others."""
    return line.end - line.start <= _LONGEST_HEAD


def _cut_last(
    page: Page, lines: list[Block], days: list[int], sections: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The sections, the last one without what ends the page: fields, contacts, more than stands below other days."""
    labels = {label_of(line) for first, last in sections[:-1] for line in lines[first:last]}
    below = [last - max(day for day in days if first <= day < last) - 1 for first, last in sections]
    first, last = sections[-1]
    inside = [day for day in days if first <= day < last and label_of(lines[day]) in ("", *labels)]
    end = inside[-1] + 1 if inside else last
    for index in range(end, min(last, end + max(below[:-1]))):
        if label_of(lines[index]) not in ("", *labels) or _is_of_whom_to_ask(page, lines[index]):
            break
        end = index + 1
    return [*sections[:-1], (first, end)]


def _is_of_whom_to_ask(page: Page, line: Block) -> bool:
    """Whether a line is of a contact, or of where to send something."""
    return is_contact(page, line) or POSTAL.search(page.document.words_of(line)) is not None


def _around_days(page: Page, lines: list[Block], days: list[int]) -> Iterator[Entry]:
    """The entries around lines of days: with the lines above that are alike, up to the next."""
    runs = _runs(days)
    forms = [form_of(page, line) for line in lines]
    first_day, behind = runs[0][0], runs[-1][1] + 1
    gaps = [(last + 1, first) for (_, last), (first, _) in pairwise(runs)]
    lead, fit = count_lead(forms[:first_day], [forms[start:stop] for start, stop in gaps], forms[behind:])
    starts = [first_day - lead, *(max(stop - lead, start) for start, stop in gaps)]
    end = _end_of_last(page, lines, forms, behind, [(start, stop - lead) for start, stop in gaps])
    for (first, last), start, stop in zip(runs, starts, [*starts[1:], end], strict=True):
        count = last - first + 1
        heads = (i for i in range(last + 1, stop) if lines[i].kind == "heading" != lines[first].kind)
        below = next(heads, stop)  # what stands under a heading of its own is of no day above it
        inner = tuple(Entry(line.start, line.end, 1, 0.0) for line in lines[first : last + 1]) if count > 1 else ()
        yield Entry(lines[start].start, lines[below - 1].end, count, fit, inner)


def _runs(days: list[int]) -> list[tuple[int, int]]:
    """Lines of days right below one another as first and last; each by itself where all stand so."""
    runs: list[tuple[int, int]] = []
    for day in days:
        if runs and runs[-1][1] == day - 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs if len(runs) > 1 else [(day, day) for day in days]


def _end_of_last(page: Page, lines: list[Block], forms: list[Form], behind: int, between: list[tuple[int, int]]) -> int:
    """Where the entry of the last day ends: no more lines below it than below any other, up to what ends a page."""
    tails = [index for first, last in between for index in range(first, last)]
    known, labels = {forms[index] for index in tails}, {"", *(label_of(lines[index]) for index in tails)}
    most = min(max((last - first for first, last in between), default=0), _MOST_LINES, len(lines) - behind)
    for index in range(behind, behind + most):
        other = forms[index][0] in (Shape.HEADING, Shape.LONG) and forms[index] not in known
        if other or label_of(lines[index]) not in labels or _is_of_whom_to_ask(page, lines[index]):
            return index
    return behind + max(most, 0)
