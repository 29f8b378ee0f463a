"""Days of which only one half is kept: `Le dernier temps se limite à la matinée`, `l'après-midi du 2 juin est libre`.

The hours of the others are those of two halves (`9h-12h et 13h15-16h45`); the sitting that the words name has one.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.dates.clock import write_clock
from extract.events.hours.named_sittings import find_named_in
from extract.events.hours.sitting_features import Features
from extract.events.parts import Parts
from extract.events.sittings import Sitting
from extract.matching.gates import compile_gated
from extract.records import DateReading

_FORENOON: Final = r"matin(?:[ée]e)?"
_AFTERNOON: Final = r"apr[èe]s-midi"
_HALF: Final = rf"(?:{_FORENOON}|{_AFTERNOON})(?![^\W_])"
_THE: Final = r"(?:l[ae]\s|l['’]|une?\s|en\s|d['’])?"
LIMITED: Final = compile_gated(
    rf"(?:limit\w+|r[ée]dui\w+|born\w+|r[ée]sum\w+)\s(?:[àa]|au)\s{_THE}(?P<to>{_HALF})|"
    rf"(?<![^\W_])n(?:e\s|['’])[^.;!?\n\d]{{2,30}}?\squ(?:e\s|['’])(?:sur\s|pendant\s|durant\s)?{_THE}(?P<but>{_HALF})|"
    rf"(?<![^\W_])(?:seule?s?|seulement|uniquement|exclusivement)\s(?:sur\s|pendant\s)?{_THE}(?P<only>{_HALF})|"
    rf"(?<![^\W_])(?P<half>{_HALF})\s(?:seule|seulement|uniquement|exclusivement)(?![^\W_])|"
    rf"(?<![^\W_])(?:pas|sans|ni)\s(?:de\s|d['’])?(?:[^\W\d_]+\s)?{_THE}(?P<none>{_HALF})|"
    rf"(?<![^\W_])(?P<free>{_HALF})(?:\s[^.;!?,\n\d]{{1,30}})?\s(?:libre|annul[ée]e?|supprim[ée]e?)(?![^\W_])",
    re.IGNORECASE,
)
"""What limits a day to one of its halves, or takes one away."""
_HALF_TOLD: Final = re.compile(r"(?<![^\W_])(?:matin|apr[èe]s-midi)", re.IGNORECASE)
_AN_HOUR: Final = re.compile(r"(?<!\d)(?P<h>[01]?\d|2[0-3])\s?[hH:]\s?(?P<m>[0-5]\d)?(?!\d)")
_OF_TWO_HALVES: Final = 4
_FEWEST: Final = 2
_NOON, _AFTER_NOON = "12:30", "13:30"
"""A day that begins before the one and ends behind the other has two halves."""


def give_limited_halves(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, those that the page limits to one half of their day with its hours; the end is None if untold."""
    text = parts.document.text
    if len(sittings) < _FEWEST or not any(_is_whole(s) for s in sittings) or not _HALF_TOLD.search(text):
        return sittings
    features = Features(parts, sittings)
    kept = _told_as_halves(features)
    for match in LIMITED.finditer(text):
        block = parts.block_of(match.start())
        if block is None or block.kind in ("title", "furniture"):
            continue
        word = next(name for name in ("to", "but", "only", "half", "none", "free") if match[name])
        forenoon = match[word][0] in "mM"
        for index in _named_in(features, *parts.sentence_of(match.start())):
            kept[index] = forenoon is (word not in ("none", "free"))
    return [_halved(parts, s, forenoon=kept[n]) if n in kept else s for n, s in enumerate(sittings)]


def _told_as_halves(features: Features) -> dict[int, bool]:
    """The sittings of which only one half is told beside their day (`12 juin (matin)`): whether it is the first."""
    told = {n: half == "morning" for half in ("morning", "afternoon") for n in features.halves[half]}
    told = {n: first for n, first in told.items() if len(set(_HALF_TOLD.findall(features.lines[n].lower()))) == 1}
    return told if len(told) < features.count else {}


def _is_whole(sitting: Sitting) -> bool:
    date = sitting.date
    return sitting.is_day and (date.starts_at or "99") < _NOON and (date.ends_at or "") > _AFTER_NOON


def _named_in(features: Features, start: int, end: int) -> frozenset[int]:
    """The sittings that a sentence names by a feature, else the one whose day it tells; none where it tells several."""
    named = find_named_in(features, start, end, start) or []
    told = frozenset().union(*(n.sittings for n in named if not n.half))
    dated = {n for n, s in enumerate(features.sittings) for d in s.mentions if start <= d.where.start < end}
    return told or (frozenset(dated) if len(dated) == 1 else frozenset())


def _halved(parts: Parts, sitting: Sitting, *, forenoon: bool) -> Sitting:
    if not _is_whole(sitting):
        return sitting
    date = sitting.date
    hours = _find_both_halves(parts, date)
    if not (hours or forenoon):
        return sitting
    half: list[str | None] = [date.starts_at, None]
    if hours:
        half = [*hours[:2]] if forenoon else [*hours[2:]]
    flags = (*date.flags, "half_of_day")
    return replace(sitting, date=replace(date, starts_at=half[0], ends_at=half[1], flags=flags))


def _find_both_halves(parts: Parts, date: DateReading) -> list[str]:
    """The four hours of the two halves of a day, as `HH:MM`, where they are told together or apart; else none."""
    ranges = [h for h in parts.loose_hours if h.starts_at and h.ends_at]
    whole = [parts.document.text[h.start : h.end] for h in ranges if (h.starts_at, h.ends_at) == _times_of(date)]
    told = [[write_clock(h["h"], h["m"]) for h in _AN_HOUR.finditer(words)] for words in (date.text, *whole)]
    mornings = {h.ends_at for h in ranges if h.starts_at == date.starts_at and h.ends_at != date.ends_at}
    afternoons = {h.starts_at for h in ranges if h.ends_at == date.ends_at and h.starts_at != date.starts_at}
    told.append([hour for hour in (date.starts_at, *mornings, *afternoons, date.ends_at) if hour])
    return next((hours for hours in told if _are_halves(hours, date)), [])


def _are_halves(hours: list[str], date: DateReading) -> bool:
    return len(hours) == _OF_TWO_HALVES and hours == sorted(hours) and (hours[0], hours[-1]) == _times_of(date)


def _times_of(date: DateReading) -> tuple[str | None, str | None]:
    return date.starts_at, date.ends_at
