"""Years of days that are told as those of a former or of a coming meeting, where their year is not written.

`le compte rendu du 14 avril` lies before the days of the page, `La prochaine revue est fixée au 15 octobre` behind
them; days behind a period of the past lie in it (`menés cet automne à Creil (10 octobre) et à Lens (17 octobre)`).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extract.dates.calendar import build_day
from extract.document import Block, Document
from extract.matching.leaping import compile_leaping
from extract.records import DateReading
from extract.sentences import find_sentence

_PAPER_AT_HAND: Final = compile_leaping(
    r"(?<![^\W_])(?:comptes?[- ]rendus?|relev[ée]s? de (?:conclusions|d[ée]cisions)|proc[èe]s[- ]verb(?:al|aux)|"
    r"p\.?v\.?)(?![^\W_])[^.;:!?\n\d]{0,60}$",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(r"(?<![^\W_])prochaine?s?\s[^.;:!?\n\d]{3,60}$", re.IGNORECASE)
"""What leads to the day of a meeting to come."""
_YEAR: Final = 366
_HALF_A_YEAR: Final = 183
_REACH: Final = 140
_SURE: Final = ("written", "weekday", "published")


def give_told_years(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """The dates, those of former and of coming meetings in the year that their words put them in."""
    days = [date.first_day for date in dates if date.role == "event" and date.precision == "day"]
    known = [date.first_day for date in dates if date.role in ("event", "past") and date.year_from == "written"]
    given: list[DateReading] = []
    period: DateReading | None = None
    for date in dates:
        if date.role == "past" and date.precision != "day":
            period = date
        given.append(_give_year(document, date, period, (days, known)) if _is_single(date) else date)
    return _in_items(document, _in_order(document, given))


def _in_items(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """Days that open the items of a list lie in one year where they go up in it: `le 23 janvier`, `le 15 mars`."""
    ordered = list(dates)
    opening = [(n, block) for n, date in enumerate(ordered) if (block := _item_of(document, date)) is not None]
    for (one, line), (other, below) in reversed(list(pairwise(opening))):
        first, second = ordered[one], ordered[other]
        if first.year_from == "written" or (first.first_day - second.first_day).days < _HALF_A_YEAR:
            continue
        day = build_day(second.first_day.year, first.first_day.month, first.first_day.day)
        follows = document.index_of(below) == document.index_of(line) + 1
        if follows and day is not None and day < second.first_day:
            ordered[one] = replace(first, first_day=day, last_day=day)
    return ordered


def _item_of(document: Document, date: DateReading) -> Block | None:
    """The item of a list that a day opens, behind no more than an article."""
    block = document.block_at(date.where.start) if _is_single(date) else None
    if block is None or block.kind != "item":
        return None
    return block if not document.text[block.start : date.where.start].strip(" -–—•*") else None


def _in_order(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """Days told one after the other in a sentence lie in one year: `le 14 mai, … le 17 septembre, … le 3 décembre`."""
    ordered = list(dates)
    for index in range(len(ordered) - 1, 0, -1):
        one, other = ordered[index - 1], ordered[index]
        if not (_is_single(one) and _is_single(other)) or one.year_from in _SURE or one.first_day <= other.first_day:
            continue
        block = document.block_at(one.where.start)
        day = build_day(other.first_day.year, one.first_day.month, one.first_day.day)
        if block is None or day is None or not day < other.first_day:
            continue
        if other.where.start < find_sentence(document.text, one.where.start, block.start, block.end)[1]:
            ordered[index - 1] = replace(one, first_day=day, last_day=day)
    return ordered


def _give_year(
    document: Document, date: DateReading, period: DateReading | None, told: tuple[list[dt.date], list[dt.date]]
) -> DateReading:
    """One day in the year that its words put it in; one that is written stays.

    `told` are the days of events, and those of events and of the past whose year is written.
    """
    days, known = told
    if date.year_from == "written":
        return date
    given = _before_days(document, _in_period(document, date, period), days)
    return _behind_days(document, given, known) if given.role == "event" and date.year_from not in _SURE else given


def _is_single(date: DateReading) -> bool:
    return date.role == "event" and date.precision == "day" and date.first_day == date.last_day


def _in_period(document: Document, date: DateReading, period: DateReading | None) -> DateReading:
    """A day behind a period of the past in one sentence, where it lies in it: past like the period, in its year."""
    block = document.block_at(date.where.start)
    if period is None or block is None or date.starts_at is not None:
        return date
    start, _ = find_sentence(document.text, date.where.start, block.start, block.end)
    if not start <= period.where.start < date.where.start:
        return date
    days = (
        build_day(y, date.first_day.month, date.first_day.day) for y in (period.first_day.year, period.last_day.year)
    )
    day = next((day for day in days if day and period.first_day <= day <= period.last_day), None)
    return replace(date, first_day=day, last_day=day, role="past", rule="within_past_period") if day else date


def _before_days(document: Document, date: DateReading, days: list[dt.date]) -> DateReading:
    """A day without its year whose minutes are at hand, in the last year that puts it before the days to come."""
    if not _PAPER_AT_HAND.search(_words_before(document, date)):
        return date
    others = [day for day in days if day != date.first_day]
    if not others or date.first_day <= min(others):
        return date
    first = min(others)
    candidates = (build_day(year, date.first_day.month, date.first_day.day) for year in (first.year, first.year - 1))
    day = next((day for day in candidates if day and day < first), None)
    return replace(date, first_day=day, last_day=day) if day is not None else date


def _behind_days(document: Document, date: DateReading, known: list[dt.date]) -> DateReading:
    """The day of the next meeting, told without its year, behind the days of the last year that the page tells of."""
    last = max(known, default=date.first_day)
    recent = [day for day in known if (last - day).days < _YEAR]
    if not 0 < (last - date.first_day).days < _YEAR or min(recent) < date.first_day:
        return date
    day = build_day(date.first_day.year + 1, date.first_day.month, date.first_day.day)
    ahead = day is not None and day > last and _NEXT.search(_words_before(document, date)) is not None
    return replace(date, first_day=day, last_day=day) if day is not None and ahead else date


def _words_before(document: Document, date: DateReading) -> str:
    """The words before a day, in its own block."""
    block = document.block_at(date.where.start)
    start = block.start if block is not None else date.where.start
    return document.text[max(start, date.where.start - _REACH) : date.where.start]
