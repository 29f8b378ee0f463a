"""Hours at which sittings end, told apart from those at which they begin: `fin vers 16h`, `jusqu'à 17h`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from extract.dates.hour_families import ENDS, LEAVES
from extract.events.hours.half_hours import is_of_morning
from extract.events.hours.kinds import kind_of
from extract.events.page.kinds import TOLD_IN_PAST
from extract.events.parts import LooseHours, Parts
from extract.events.sittings import Sitting, is_next
from extract.records import DateReading

_NOON: Final = "12:00"
_SAME_MEETING: Final = dt.timedelta(days=6)
_CLOSING_AFTER: Final = re.compile(
    r"\s?[:–—|-]?\s?(?:pour (?:la |le |l['’])?)?"
    r"(?:(?:mots? de |d[ée]part et )?cl[ôo]ture|fin(?![^\W_])|conclusions?(?! et))",
    re.IGNORECASE,
)
_THEN: Final = re.compile(r"(?<![^\W_])(?:puis|ensuite|suivie?s?|avant)(?![^\W_])", re.IGNORECASE)
_SIGNS_UP: Final = re.compile(
    r"(?<![^\W_])(?:inscri|r[ée]serv|d[ée]p[ôo]t|candidat|command|r[ée]pon(?!du))", re.IGNORECASE
)


def with_closing(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings that start at an hour and have no end, with the one at which the lines below say that they close."""
    given = []
    for sitting in sittings:
        date = sitting.date
        others = [d.where.start for s in sittings if s.first != sitting.first for d in s.mentions]
        others += [d.where.start for d in parts.dates if _is_entry_of_another(parts, sitting, d)]
        end = min((start for start in others if start > date.where.start), default=len(parts.document.text))
        end = len(parts.document.text) if is_of_minutes(parts, sitting, sittings) else end
        first = _opening_of(parts, sitting) if len(sittings) == 1 else date.where.end
        closing = [h for h in parts.loose_hours if first <= h.start < end and _brings_to_end(parts, h, len(sittings))]
        if _is_after_report(parts, sitting) or _is_long_after(parts, sitting, sittings):
            closing = [h for h in closing if _goes_on_with(parts, h, date)]  # else the end of the meeting told of
        last = _end_of(parts, closing[-1]) if closing else None
        goes_on = closing and _is_followed(parts, date.starts_at, date.ends_at, closing[-1])
        first_part = goes_on or (date.ends_at and is_of_morning(parts, date.starts_at, date.ends_at))
        before = date.ends_at if first_part else date.starts_at
        if last and sitting.is_day and before and date.ends_at in {None, before} and last > before:
            date = replace(date, ends_at=last, flags=(*date.flags, "closing_hour"))
        given.append(replace(sitting, date=date))
    return given


def _is_entry_of_another(parts: Parts, sitting: Sitting, date: DateReading) -> bool:
    """Whether a day is that of another event with its own hour, and opens its line."""
    if date.role != "event" or date.precision != "day" or date.starts_at is None or date.first_day == sitting.first:
        return False
    block = parts.block_of(date.where.start)
    return block is not None and not parts.document.text[block.start : date.where.start].strip(" -–•*")


def _brings_to_end(parts: Parts, hours: LooseHours, count: int) -> bool:
    """Whether an hour closes, or of two the second by words between them: `visite à 13h30 et on se quitte à 16h`."""
    if closes(parts, hours):
        return True
    between = parts.document.text[hours.start : hours.end] if hours.ends_at and count == 1 else ""
    return (ENDS.search(between) or LEAVES.search(between)) is not None


def _end_of(parts: Parts, close: LooseHours) -> str | None:
    """When it ends that closes at an hour: behind a break, with what goes on in the same sentence.

    `Elle s'interrompt à 12h, reprend à 14h et prend fin à 17h`.
    """
    last = close.ends_at or close.starts_at
    _, end = parts.sentence_of(close.start)
    behind = (h for h in parts.loose_hours if close.end <= h.start < end and h.starts_at and h.ends_at)
    return max((h.ends_at for h in behind if h.ends_at and last and (h.starts_at or "") > last), default=last)


def _is_followed(parts: Parts, starts_at: str | None, ends_at: str | None, last: LooseHours) -> bool:
    """Whether hours are those of a first part: `table ronde de 9h30 à 11h, puis stands jusqu'à 12h30`."""
    start, _ = parts.sentence_of(last.start)
    told = [h for h in parts.loose_hours if start <= h.start < last.start]
    if not told or not ends_at or (told[-1].starts_at, told[-1].ends_at) != (starts_at, ends_at):
        return False
    return _THEN.search(parts.document.text, told[-1].end, last.start) is not None


def _opening_of(parts: Parts, sitting: Sitting) -> int:
    """Where the hour of the only sitting has been told, before its day or with it: it closes behind that."""
    told = [h.end for h in parts.loose_hours if h.starts_at == sitting.date.starts_at and not h.ends_at]
    return min([*told, sitting.date.where.end])


def with_own_close(sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, those of which a mention only tells the end with that one (`sauf le 18 : on s'arrête à 15h`)."""
    given = []
    for sitting in sittings:
        told = {d.ends_at for d in sitting.mentions if d.starts_at is None and d.ends_at}
        date = sitting.date
        if len(told) == 1 and date.starts_at and (end := told.pop()) is not None and end > date.starts_at:
            date = replace(date, ends_at=end)
        given.append(replace(sitting, date=date))
    return given


def is_of_minutes(parts: Parts, sitting: Sitting, sittings: list[Sitting]) -> bool:
    """Whether a sitting is the first that a report names, or told in one sentence with it: what it says is of those."""
    first = min(s.date.where.start for s in sittings)
    if parts.page.kind != "report":
        return False
    return sitting.date.where.start == first or parts.sentence_of(sitting.date.where.start) == parts.sentence_of(first)


def _goes_on_with(parts: Parts, hours: LooseHours, date: DateReading) -> bool:
    """Whether an hour stands in the paragraph of a day, in a sentence that does not look back."""
    if parts.block_of(hours.start) is not parts.block_of(date.where.start):
        return False
    return not _looks_back(parts, hours)


def _is_after_report(parts: Parts, sitting: Sitting) -> bool:
    """Whether a sitting comes after the report that names it was put up, or is the next one by its words."""
    published = parts.page.published_on
    after = published is not None and sitting.first > published
    return parts.page.kind == "report" and (after or is_next(parts, sitting))


def _is_long_after(parts: Parts, sitting: Sitting, sittings: list[Sitting]) -> bool:
    """Whether a report tells a sitting last that lies days after the meeting that it is of: `Prochain conseil : …`."""
    if parts.page.kind != "report" or is_of_minutes(parts, sitting, sittings):
        return False
    opening = min(sittings, key=lambda s: s.date.where.start)
    return sitting.first - opening.last > _SAME_MEETING


def closes(parts: Parts, hours: LooseHours) -> bool:
    """Whether a single hour is said to be the end, before or behind it."""
    block = parts.block_of(hours.start)
    if (hours.starts_at and hours.ends_at) or block is None:
        return False
    if hours.ends_at and _SIGNS_UP.search(parts.words(parts.sentence_of(hours.start))):
        return False  # until then one may sign up
    if hours.ends_at:
        return True  # `puis échanges jusqu'à 17h`
    text = parts.document.text
    alone = hours.end > block.end or (
        hours.start == block.start and not block.label
    )  # else `Accueil dès 9h` above `Fin à 16h45` would close
    behind = _CLOSING_AFTER.match(text, hours.end, len(text) if alone else block.end)
    return behind is not None or kind_of(parts, hours) == "end"


def find_close_behind(parts: Parts, hours: LooseHours) -> str | None:
    """The hour that closes in the sentence of one that opens: `accueil à 13h30, puis échanges jusqu'à 17h`."""
    _, end = parts.sentence_of(hours.start)
    later = [h for h in parts.loose_hours if hours.end <= h.start < end and closes(parts, h)]
    return (later[0].starts_at or later[0].ends_at) if len(later) == 1 else None


def with_ends(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """Days that all start at one hour, with the end that the page gives to that hour elsewhere (`de 10h30 à 12h`)."""
    told = any(s.date.ends_at or "hours_of_programme" in s.date.flags for s in sittings)  # a step ends before the day
    if told or len({s.date.starts_at for s in sittings if s.date.starts_at}) != 1:
        return sittings
    start = next(s.date.starts_at for s in sittings if s.date.starts_at)
    ends = {h.ends_at for h in parts.loose_hours if h.starts_at == start and h.ends_at and not _looks_back(parts, h)}
    if len(ends) != 1:
        return sittings
    end = ends.pop()
    return [
        replace(s, date=replace(s.date, ends_at=end, flags=(*s.date.flags, "end_of_page")))
        if s.date.starts_at == start
        else s
        for s in sittings
    ]


def _looks_back(parts: Parts, hours: LooseHours) -> bool:
    return TOLD_IN_PAST.search(parts.words(parts.sentence_of(hours.start))) is not None


def with_end_of_others(sitting: Sitting, others: list[Sitting]) -> Sitting:
    """A sitting that only begins at another hour ends with the others: `9h-17h, sauf le module 2, qui débute à 10h`."""
    date = sitting.date
    ends = {other.date.ends_at for other in others}
    end = next(iter(ends)) if len(ends) == 1 else None
    if any((other.date.starts_at or "") >= _NOON > (date.starts_at or "") for other in others):
        return sitting  # they begin in another half of the day
    if date.starts_at is None or date.ends_at is not None or end is None or end <= date.starts_at:
        return sitting
    return replace(sitting, date=replace(date, ends_at=end))
