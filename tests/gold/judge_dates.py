"""Judges what the date reader says of one phrase: days, hours, precision, year, role, and what it must not read.

Readings of precision `day` are its days; a `period` with the exact bounds of an expected run of days counts as that
run (an envelope). Of several right answers the one nearest to the reading is taken.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from extract.records import DateReading
from tests.gold.scores import Verdict, judge_sets
from tests.gold.truth import Phrase, Span, TruthDate


def find_days(readings: Sequence[DateReading], answer: Sequence[TruthDate]) -> list[DateReading]:
    """The readings that claim days."""
    runs = {date.span for date in answer if date.is_day}
    return [
        reading
        for reading in readings
        if reading.precision == "day"
        or (reading.precision == "period" and (reading.first_day, reading.last_day) in runs)
    ]


def collect_spans(readings: Sequence[DateReading]) -> set[Span]:
    """First and last days of readings."""
    return {(reading.first_day, reading.last_day) for reading in readings}


def choose_answer(phrase: Phrase, readings: Sequence[DateReading]) -> tuple[TruthDate, ...]:
    """The right answer nearest to what was read."""

    def distance(answer: tuple[TruthDate, ...]) -> int:
        days = {date.span for date in answer if date.is_day}
        found = collect_spans(find_days(readings, answer))
        hours = {(date.span, date.hours) for date in answer if date.is_day}
        read = {((r.first_day, r.last_day), (r.starts_at, r.ends_at)) for r in find_days(readings, answer)}
        return 100 * len(days ^ found) + len(hours ^ read)

    return min(phrase.answers or ((),), key=distance)


def expand_days(spans: set[Span]) -> set[dt.date]:
    """Every single day of some spans (spans longer than a year give their bounds only)."""
    days: set[dt.date] = set()
    for first, last in spans:
        length = (last - first).days
        days.update(first + dt.timedelta(n) for n in range(length + 1)) if length < 366 else days.update((first, last))
    return days


def is_year_written(date: TruthDate, text: str) -> bool:
    """True when the year of the first or last day stands in the words."""
    years = {date.span[0].year, date.span[1].year}
    short = "|".join(f"{year % 100:02d}" for year in years)
    full = "|".join(map(str, years))
    return bool(re.search(rf"(?<!\d)(?:{full})(?!\d)", text)) or bool(
        re.search(rf"(?:[/.\-]|[a-zéû]\.? '?)(?:{short})(?!\d|[hH:])", text)
    )


def judge_phrase(phrase: Phrase, readings: Sequence[DateReading], opened: int) -> Iterator[Verdict]:
    """All verdicts on one date phrase; `opened` is how many entries the reader left open with a reason."""
    answer = choose_answer(phrase, readings)
    holds_day = any(date.is_day for date in (phrase.answers or ((),))[0])
    if phrase.must_stay_open:
        yield from judge_open(phrase, readings, opened)
    elif holds_day:
        yield from judge_days(phrase, readings, answer)
    elif not any(date.is_day for date in answer):
        yield from judge_no_day(phrase, readings)
    if not phrase.must_stay_open:
        yield from judge_periods(phrase, readings, answer)
        yield from judge_roles(phrase, readings, answer)


def judge_open(phrase: Phrase, readings: Sequence[DateReading], opened: int) -> Iterator[Verdict]:
    """A phrase that must stay open: no day may be read, and the reader should say that it saw something."""
    days = [reading for reading in readings if reading.precision == "day"]
    yield judge_sets("left open", phrase.form, phrase.id, set(), collect_spans(days), phrase.text)
    yield Verdict("said so", phrase.form, phrase.id, int(opened > 0), 0, int(opened == 0), repr(phrase.text))


def judge_days(phrase: Phrase, readings: Sequence[DateReading], answer: Sequence[TruthDate]) -> Iterator[Verdict]:
    """Days, hours, years, flags of a phrase that holds days."""
    days = find_days(readings, answer)
    expected = {date.span for date in answer if date.is_day}
    found = collect_spans(days)
    yield judge_sets("days", phrase.form, phrase.id, expected, found, phrase.text)
    same = expand_days(expected) == expand_days(found)
    yield Verdict("days, spans joined", phrase.form, phrase.id, int(same), 0, int(not same))
    yield from judge_hours(phrase, days, answer)
    for date in answer:
        if date.is_day and not is_year_written(date, phrase.text):
            ok = date.span in found
            yield Verdict("year not written", phrase.form, phrase.id, int(ok), 0, int(not ok), repr(phrase.text))
        for flag in date.flags:
            ok = any(flag in reading.flags for reading in days)
            yield Verdict(f"flag {flag}", phrase.form, phrase.id, int(ok), 0, int(not ok), repr(phrase.text))
    if not phrase.role_from_page and not any("event" in date.roles for date in answer):
        events = {span for r in days if r.role == "event" for span in [(r.first_day, r.last_day)]}
        yield judge_sets("false event days (other roles)", phrase.form, phrase.id, set(), events, phrase.text)


def judge_hours(phrase: Phrase, days: Sequence[DateReading], answer: Sequence[TruthDate]) -> Iterator[Verdict]:
    """Hours of the days of a phrase, where there are some or where some were read."""
    free = {date.span for date in answer if date.hours_any}
    expected = {(d.span, *d.hours) for d in answer if d.is_day and any(d.hours) and not d.hours_any}
    timed = [r for r in days if (r.starts_at or r.ends_at) and (r.first_day, r.last_day) not in free]
    found = {((r.first_day, r.last_day), r.starts_at, r.ends_at) for r in timed}
    if expected or found:
        yield judge_sets("hours", phrase.form, phrase.id, expected, found, phrase.text)


def judge_no_day(phrase: Phrase, readings: Sequence[DateReading]) -> Iterator[Verdict]:
    """A phrase that holds no day: no day, and no event day, may be read out of it."""
    days = [reading for reading in readings if reading.precision == "day"]
    events = [reading for reading in days if reading.role == "event"]
    yield judge_sets("false event days", phrase.form, phrase.id, set(), collect_spans(events), phrase.text)
    yield judge_sets("false days", phrase.form, phrase.id, set(), collect_spans(days), phrase.text)
    if not any(phrase.answers or ((),)):
        spans = collect_spans(readings)
        yield judge_sets("any date at all", phrase.form, phrase.id, set(), spans, phrase.text)


def judge_periods(phrase: Phrase, readings: Sequence[DateReading], answer: Sequence[TruthDate]) -> Iterator[Verdict]:
    """Months, seasons, semesters and longer periods: their bounds, or for loose ones that they overlap."""
    fuzzy = [reading for reading in readings if reading.precision != "day"]
    for date in answer:
        if date.is_day:
            continue
        ok = covers(date, fuzzy)
        detail = f"{phrase.text!r} expected {date.span} read {sorted(map(str, collect_spans(fuzzy)))}"
        field = "periods without bounds" if date.loose else "periods"
        yield Verdict(field, phrase.form, phrase.id, int(ok), 0, int(not ok), "" if ok else detail)


def covers(date: TruthDate, fuzzy: Sequence[DateReading]) -> bool:
    """True when a reading, or adjacent readings together, say this period."""
    if date.loose:
        return any(r.first_day <= date.span[1] and date.span[0] <= r.last_day for r in fuzzy)
    return date.span in collect_spans(fuzzy) or expand_days({date.span}) == expand_days(collect_spans(fuzzy))


def judge_roles(phrase: Phrase, readings: Sequence[DateReading], answer: Sequence[TruthDate]) -> Iterator[Verdict]:
    """Role and precision of every date of the answer. A date that was not read has no right role.

    A period without bounds (`fin mai`) may be left unread; it is not asked for its role then.
    """
    field = "roles, page needed" if phrase.role_from_page else "roles"
    for date in answer:
        matched = match_readings(date, readings)
        if date.loose and not matched:
            continue
        role = matched[0].role if matched else None
        ok = role in date.roles
        detail = "" if ok else f"{phrase.text!r} {date.span[0]} expected {date.roles} read {role}"
        yield Verdict(field, date.roles[0], phrase.id, int(ok), int(bool(matched) and not ok), int(not ok), detail)
        if matched:
            ok = any(
                r.precision == date.precision or ((date.is_day or date.loose) and r.precision == "period")
                for r in matched
            )
            detail = f"{phrase.text!r} expected {date.precision} read {matched[0].precision}"
            yield Verdict("precision", date.precision, phrase.id, int(ok), 0, int(not ok), "" if ok else detail)


def match_readings(date: TruthDate, readings: Sequence[DateReading]) -> list[DateReading]:
    """The readings that speak of a date of the answer."""
    exact = [r for r in readings if (r.first_day, r.last_day) == date.span]
    if exact or date.is_day:
        return exact
    return [r for r in readings if r.precision != "day" and covers(date, [r])]
