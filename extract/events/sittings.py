"""Days into sessions: which of the event's dates are sittings, at what hours, and in what state."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from extract.document import Block
from extract.events.days.shown import is_shown
from extract.events.days.side_meetings import without_side_meetings
from extract.events.parts import Parts
from extract.events.states.of_day import find_status, status_of
from extract.records import DateReading, SessionStatus

LONGEST_SITTING: Final = 10
"""Days in a row that are still one sitting a day; a longer run is one period."""

_TURNED: Final = "hours_at_its_ends"
_ENVELOPE: Final = 3
"""From this difference of days on a range may be the frame of days that are told one by one."""

_HEAD: Final = re.compile(r"\W*(?:le\s)?", re.IGNORECASE)

_NEXT: Final = re.compile(
    r"(?<![^\W_])(?:prochaine?s?|(?:r[ée]union|s[ée]ance|rencontre|session|comit[ée]|plénière|visite|[ée]tape|date|atelier|"
    r"balade|rendez-vous) suivante?)\s[^.;!?\n\d]{1,40}$",
    re.IGNORECASE,
)
_LONGEST_HEAD: Final = 60
_NEXT_HEAD: Final = re.compile(
    r"\W*(?:les\s)?(?:dates?|r[ée]unions?|s[ée]ances?|rencontres?|rendez-vous)\ssuivante?s?", re.IGNORECASE
)
"""What leads to the day of a meeting after this one: `La prochaine séance plénière est fixée au`."""

_NEXT_ONES: Final = re.compile(r"(?<![^\W_])prochaine?s\s[^.;!?\n\d]{3,40}\s?:\s[^.;!?\n]{3,120}$", re.IGNORECASE)
"""What leads to one of several next meetings: `Prochains rendez-vous : 12 mars (les outils) et`."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One day (or period) with all the dates that name it, the one that tells most first."""

    first: dt.date
    last: dt.date
    date: DateReading
    mentions: tuple[DateReading, ...]
    status: SessionStatus

    @property
    def is_day(self) -> bool:
        """Whether this is one day."""
        return self.first == self.last and self.date.precision == "day"


_REMINDS: Final = re.compile(r"\W*(?:pour )?(?:rappels?|m[ée]moire)(?![^\W_])[^.:\n]{0,80}:", re.IGNORECASE)
"""What leads to all days of a year in a paper on one of them: `Rappel des rencontres de l'année :`."""


def is_after_next(parts: Parts, sitting: Sitting) -> bool:
    """Whether a day is that of the meeting behind the next one: `la réunion suivante se tiendra le`."""
    before = parts.document.text[max(0, sitting.date.where.start - 50) : sitting.date.where.start]
    return "suivante" in before and _NEXT.search(before) is not None


def is_next(parts: Parts, sitting: Sitting) -> bool:
    """Whether a day is that of the next meeting: what this one keeps to is not told of it."""
    date = sitting.date
    block = parts.block_of(date.where.start)
    label = block.label or "" if block is not None else ""
    if _NEXT.search(f"{label} {parts.document.text[max(0, date.where.start - 50) : date.where.start]}") is not None:
        return True
    if any(_NEXT_HEAD.match(parts.document.words_of(head)) for head in _heads_of(parts, date)):
        return True
    before = parts.document.text[
        max(block.start if block is not None else 0, date.where.start - 180) : date.where.start
    ]
    reminds = block is not None and _REMINDS.match(parts.document.text, block.start, date.where.start) is not None
    return reminds or ("rochain" in before and _NEXT_ONES.search(before) is not None)


def _heads_of(parts: Parts, date: DateReading) -> Iterator[Block]:
    """The heading over a day, and the short line without a day that its list stands under."""
    above = [block for block in parts.blocks if block.start < date.where.start]
    yield from islice((block for block in reversed(above) if block.kind == "heading"), 1)
    own = parts.block_of(date.where.start)
    if own is not None and own.kind == "item":
        yield from islice((b for b in reversed(above) if b.kind != "item" and b.end - b.start <= _LONGEST_HEAD), 1)


def build_sittings(parts: Parts, dates: list[DateReading]) -> list[Sitting]:
    """Unfold the event's dates into days, one sitting a day; periods stay only where no day stands inside them."""
    found: dict[tuple[dt.date, dt.date], list[DateReading]] = {}
    singles = {d.first_day for d in dates if d.precision == "day" and d.first_day == d.last_day and d.starts_at}
    told = {d.first_day for d in dates if d.precision == "day" and d.first_day == d.last_day}
    for date in dates:
        frames = _is_in_title(parts, date) or _is_over_table(parts, date, dates) or _is_over_entries(parts, date, dates)
        inside = [day for day in (told if frames else singles) if date.first_day <= day <= date.last_day]
        if (
            len(inside) >= 2
            and (date.last_day - date.first_day).days >= _ENVELOPE
            and not date.starts_at
            and not is_shown(parts, date)
        ):
            continue  # from the first to the last of the days that are told one by one
        for first, last in _unfold(date):
            found.setdefault((first, last), []).append(date)
    days = [first for first, last in found if first == last]
    sittings: list[Sitting] = []
    weeks: list[tuple[dt.date, dt.date]] = []
    for (first, last), mentions in found.items():
        if first != last and any(is_shown(parts, date) for date in mentions):
            weeks.append((first, last))
        elif first != last and any(first <= day <= last for day in days):
            continue
        sittings.append(_build_sitting(parts, first, last, without_side_meetings(parts, mentions)))
    if all(sitting.status == "announced" for sitting in sittings):
        status = _state_of_title(parts, dates)
        sittings = [replace(sitting, status=status) for sitting in sittings]
    shown = [sitting for sitting in sittings if (sitting.first, sitting.last) in weeks]
    others = [sitting for sitting in sittings if sitting not in shown]
    return sorted([*_drop_weeks_beside_days(_drop_wider(others)), *shown], key=lambda s: (s.first, s.last))


def _state_of_title(parts: Parts, dates: list[DateReading]) -> SessionStatus:
    """The state that the title tells of an event; that of a page on several days may be told of another of them.

    `la rencontre du 2 avril est annulée, un webinaire la remplace` says nothing of the webinar of the 28th.
    """
    status = status_of(parts.document.title)
    if status == "announced":
        return status
    days = {date.first_day for date in dates}
    others = [d for d in parts.dates if d.role == "event" and d.precision == "day" and d.first_day not in days]
    return "announced" if any(find_status(parts, other) != "announced" for other in others) else status


def _is_in_title(parts: Parts, date: DateReading) -> bool:
    """Whether a range stands in the title: the days below it are told one by one."""
    block = parts.block_of(date.where.start)
    return block is not None and block.kind == "title"


def _is_over_table(parts: Parts, date: DateReading, dates: list[DateReading]) -> bool:
    """Whether a range stands outside of the table that tells days of it one by one."""
    block = parts.block_of(date.where.start)
    if block is None or block.kind == "cell" or date.first_day == date.last_day:
        return False
    days = [d for d in dates if d is not date and date.first_day <= d.first_day == d.last_day <= date.last_day]
    return bool(days) and all((cell := parts.block_of(d.where.end - 1)) and cell.kind == "cell" for d in days)


def _is_over_entries(parts: Parts, date: DateReading, dates: list[DateReading]) -> bool:
    """Whether lines below a range tell days of it one by one, each at its head (`Samedi 25 avril, Étouvie`)."""
    below = (d for d in dates if d.where.start > date.where.end and d.precision == "day" and d.first_day == d.last_day)
    heads = {d.first_day for d in below if date.first_day <= d.first_day <= date.last_day and _opens_line(parts, d)}
    return len(heads) >= _ENVELOPE


def _opens_line(parts: Parts, date: DateReading) -> bool:
    block = parts.block_of(date.where.start)
    return block is not None and _HEAD.fullmatch(parts.document.text, block.start, date.where.start) is not None


def _unfold(date: DateReading) -> list[tuple[dt.date, dt.date]]:
    length = (date.last_day - date.first_day).days + 1
    if date.precision != "day" or length > LONGEST_SITTING or {"envelope", "window"} & set(date.flags):
        return [(date.first_day, date.last_day)]
    days = [date.first_day + dt.timedelta(days=shift) for shift in range(length)]
    return [(day, day) for day in days]


def _drop_wider(sittings: list[Sitting]) -> list[Sitting]:
    """Of periods that contain one another only the narrowest stays."""
    return [
        wide
        for wide in sittings
        if wide.is_day
        or not any(other is not wide and wide.first <= other.first and other.last <= wide.last for other in sittings)
    ]


def _drop_weeks_beside_days(sittings: list[Sitting]) -> list[Sitting]:
    """Who meets on days told one by one does not meet for weeks: an exhibition, a call or holidays last so long."""
    days = [sitting for sitting in sittings if sitting.is_day]
    return [s for s in sittings if s.is_day or s.date.precision != "day"] if days else sittings


def _build_sitting(parts: Parts, first: dt.date, last: dt.date, mentions: list[DateReading]) -> Sitting:
    ranked = sorted(mentions, key=lambda d: (d.starts_at is None, d.ends_at is None, -d.certainty, d.where.start))
    best = ranked[0]
    surest = max(mentions, key=lambda d: d.certainty)
    if surest.certainty > best.certainty and surest.year_from == "written":
        best = replace(best, certainty=max(best.certainty, 0.95))
    told_twice = bool(best.starts_at and best.ends_at)
    if best.first_day < best.last_day and told_twice and (_TURNED in best.flags or not _goes_up(best)):
        best = _at_its_end(best, first, last)
    states = [find_status(parts, date) for date in mentions]
    status: SessionStatus = next((s for s in states if s != "announced"), "announced")
    return Sitting(first, last, best, tuple(ranked), status)


def _goes_up(date: DateReading) -> bool:
    """Whether the last hour is later than the first, so that both may be those of every day."""
    return date.starts_at is not None and date.ends_at is not None and date.starts_at < date.ends_at


def _at_its_end(date: DateReading, first: dt.date, last: dt.date) -> DateReading:
    """A run of days from an hour of the first to one of the last: `du mercredi 16 mai (14h) au jeudi 17 (12h30)`."""
    starts_at = date.starts_at if first == date.first_day else None
    flags = (*date.flags, _TURNED)
    return replace(date, starts_at=starts_at, ends_at=date.ends_at if last == date.last_day else None, flags=flags)
