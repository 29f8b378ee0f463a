"""The hours of a morning and of an afternoon told apart: together they are those of the day."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.dates.clock import write_clock
from extract.events.hours.kinds import kind_of
from extract.events.parts import LooseHours, Parts
from extract.events.sittings import Sitting

_MORNING: Final = re.compile(r"(?<![^\W_])matin(?:[ée]e)?(?![^\W_])[^.;!?\d\n]{0,40}$", re.IGNORECASE)
_UNDER_HOURS: Final = re.compile(r"(?<![^\W_])(?:horaires?|heures|quand)\W*$", re.IGNORECASE)
_NEXT_HALF: Final = re.compile(r"\s*(?:et|puis|/|,|;|•|-)?\s*(?:de\s)?", re.IGNORECASE)
_AFTERNOON: Final = re.compile(r"(?<![^\W_])(?:apr[èe]s-midi|soir[ée]*)(?![^\W_])[^.;!?\d\n]{0,40}$", re.IGNORECASE)

_AN_HOUR: Final = re.compile(r"(?<!\d)(?P<h>[01]?\d|2[0-3])\s?[hH:]\s?(?P<m>[0-5]\d)?(?!\d)")
_OF_TWO_HALVES: Final = 4
_MOST_RANGES: Final = 2
_NOON: Final = "12:00"
_SECOND_HALF: Final = re.compile(
    r"(?:^|[.;!?\n]\s?|,\s|\s(?:et|puis)\s)(?:dans |enfin,? )?l['’]apr[èe]s-midi\s?[,:(]?\s?(?:[^.;!?\d\n]{0,40}\s)?"
    r"(?:de|entre|d[èe]s|[àa]|\()?\s?$",
    re.IGNORECASE,
)
"""What leads to the hours of an afternoon that follows on a morning: `L'après-midi, de`, and no `mardi après-midi`."""


def lead_of(parts: Parts, hours: LooseHours) -> str:
    """The words before some hours."""
    return parts.document.text[max(0, hours.start - 60) : hours.start]


def is_of_morning(parts: Parts, starts_at: str | None, ends_at: str) -> bool:
    """Whether some hours are told of the morning of a day: it may go on (`La matinée (9h30-12h30)`)."""
    told = (h for h in parts.loose_hours if (h.starts_at, h.ends_at) == (starts_at, ends_at))
    return any(_MORNING.search(lead_of(parts, hours)) for hours in told)


def join_halves(parts: Parts, hours: list[LooseHours]) -> list[LooseHours]:
    """The ranges among some hours; those of a morning and of its afternoon as one day, whatever else is told.

    A morning may only tell its start: `Au programme de la matinée, à partir de 9h30`, `L'après-midi, de 14h à 16h30`.
    """
    ranges = [h for h in hours if h.starts_at and h.ends_at]
    mornings = [h for h in hours if h.starts_at and _MORNING.search(lead_of(parts, h))]
    afternoons = [h for h in hours if h.starts_at and _AFTERNOON.search(lead_of(parts, h))]
    if len(mornings) == len(afternoons) == 1 and mornings[0].start < afternoons[0].start:
        return _as_one(ranges, mornings[0], afternoons[0])
    if not mornings and len(ranges) <= _MOST_RANGES and (whole := _with_hour_before(parts, hours)) is not None:
        return [whole]
    if len(ranges) != _MOST_RANGES:
        return ranges
    morning, afternoon = ranges
    between = parts.document.text[morning.end : afternoon.start]
    labelled = _UNDER_HOURS.search(lead_of(parts, morning)) and _NEXT_HALF.fullmatch(between)
    return _as_one(ranges, morning, afternoon) if labelled else ranges


def _with_hour_before(parts: Parts, hours: list[LooseHours]) -> LooseHours | None:
    """The hours of a day whose afternoon is told as its second half, from the hour of the morning on; None in others.

    `Nous serons accueillis à 10 h.` … `L'après-midi, de 14 h à 16 h, un temps de travail`: who says what is done in the
    afternoon has begun before noon. People come before they begin, where both are told.
    """
    afternoon = [
        h for h in hours if h.ends_at and (h.starts_at or "") >= _NOON and _SECOND_HALF.search(lead_of(parts, h))
    ]
    if len(afternoon) != 1 or any(h.start > afternoon[0].start and h.ends_at for h in hours):
        return None
    before = [h for h in hours if h.start < afternoon[0].start and h.starts_at and h.starts_at < _NOON]
    kinds = [(h, kind_of(parts, h)) for h in before]
    begun = [h for h, kind in kinds if kind not in ("arrival", "end")] or [h for h, kind in kinds if kind == "arrival"]
    heading = parts.document.heading_over(afternoon[0].start)
    if not begun or parts.document.heading_over(begun[0].start) != heading:
        return None
    return replace(begun[0], ends_at=afternoon[0].ends_at)


def _as_one(ranges: list[LooseHours], morning: LooseHours, afternoon: LooseHours) -> list[LooseHours]:
    """The two halves as one range; all as they are where they overlap."""
    overlap = (morning.ends_at or "") > (afternoon.starts_at or "")
    return ranges if overlap else [replace(morning, ends_at=afternoon.ends_at)]


def join_own_half(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, those read with an afternoon from its morning on: `Matinée (9h-12h) et après-midi (14h-17h)`."""
    ranges = [h for h in parts.loose_hours if h.starts_at and h.ends_at and _MORNING.search(lead_of(parts, h))]
    if len(sittings) == 1:
        sittings = [_with_afternoon(parts, sittings[0])]
    return [_with_morning(parts, sitting, ranges) for sitting in sittings] if ranges else sittings


def _with_afternoon(parts: Parts, sitting: Sitting) -> Sitting:
    """The only sitting, read with its morning, up to the end of the afternoon that is told behind it.

    `Vendredi 7 juin, de 9h30 à 12h, visite du quartier.` … `L'après-midi, de 13h30 à 16h, atelier d'écriture`.
    """
    date = sitting.date
    behind = [h for h in parts.loose_hours if h.start >= date.where.end and h.starts_at and h.ends_at]
    if not date.starts_at or date.starts_at >= _NOON or len(behind) != 1 or not sitting.is_day:
        return sitting
    ends_at, after = behind[0].ends_at, behind[0].starts_at
    follows = (date.ends_at or _NOON) <= (after or "") and _SECOND_HALF.search(lead_of(parts, behind[0])) is not None
    return replace(sitting, date=replace(date, ends_at=ends_at)) if follows else sitting


def _with_morning(parts: Parts, sitting: Sitting, mornings: list[LooseHours]) -> Sitting:
    date = sitting.date
    start, _ = parts.sentence_of(date.where.start)
    lead = parts.document.text[max(start, date.where.start - 60) : date.where.start]
    before = [h for h in mornings if start <= h.start and h.end <= date.where.start]
    own = date.starts_at and date.text[:1].isdigit() and _AFTERNOON.search(lead)
    if (
        not own
        or "hours_of_place" in date.flags
        or len(before) != 1
        or (before[0].ends_at or "") > (date.starts_at or "")
    ):
        return sitting
    return replace(sitting, date=replace(date, starts_at=before[0].starts_at))


_HALF_OF_DAY: Final = re.compile(r"[^\n,;(]{5,40}\((?:le )?(?P<half>matin(?:ée)?|apr[èe]s-midi)\)", re.IGNORECASE)
_HALF_BEHIND: Final = re.compile(
    r"\s?[(:,–-]?\s?(?:le |en |la |l['’])?(?P<half>matin(?:ée)?|apr[èe]s-midi)(?:\s(?:seulement|uniquement))?"
    r"\s?[).;,\n]",
    re.IGNORECASE,
)
_ONE_OF_LIST: Final = re.compile(r"\s(?:et|,)\s", re.IGNORECASE)


def give_half_of_day(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, those of half a day with their half of the hours: `6 décembre (matin)`, `9h-12h et 13h30-16h30`."""
    return [_halved(parts, s) if _has_own_halves(s, len(sittings)) else s for s in sittings]


def _has_own_halves(sitting: Sitting, count: int) -> bool:
    """Whether both halves of a day were read with it, and not from a line below that tells them of all."""
    return "split_hours" in sitting.date.flags and (count == 1 or "\n" not in sitting.date.text)


def _halved(parts: Parts, sitting: Sitting) -> Sitting:
    date = sitting.date
    told = _HALF_OF_DAY.match(parts.document.text, date.where.start)
    if told is None or _ONE_OF_LIST.search(told.group()):
        others = (mention for mention in sitting.mentions if mention.first_day == mention.last_day)
        told = next((half for d in others if (half := _HALF_BEHIND.match(parts.document.text, d.where.end))), None)
    if told is None:
        return sitting
    hours = [write_clock(h["h"], h["m"]) for h in _AN_HOUR.finditer(date.text)]
    if len(hours) != _OF_TWO_HALVES or hours[0] != date.starts_at or hours[-1] != date.ends_at:
        return sitting
    starts, ends = hours[:2] if told["half"].lower().startswith("matin") else hours[2:]
    return replace(sitting, date=replace(date, starts_at=starts, ends_at=ends, flags=(*date.flags, "half_of_day")))
