"""Days on which people set out and come home: `Départ du bus : 7h` and `Retour vers 21h` are when an outing is.

Of several days the last ends with the way home: `Départ le 4 juin à 8h, retour le 5 juin vers 19h`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.dates.clock import write_clock
from extract.events.parts import Parts
from extract.events.sittings import Sitting

_REACH: Final = 60
_HOME: Final = re.compile(
    r"(?<![^\W_])(?:retours?(?!\ssur)|rentr(?:ée|er|ons|era|erons)|reviendr\w+)"
    r"(?![^\W_])[^.;:!?\d]{0,40}$",
    re.IGNORECASE,
)


_CLOCK: Final = r"(?P<h>[01]?\d|2[0-3])\s?(?:h(?:eures?)?|:(?=\d\d))\s?(?P<m>[0-5]\d)?(?![^\W_])"
_SETS_OUT: Final = re.compile(
    rf"(?<![^\W_])(?:rendez-vous|rdv|d[ée]parts?|on part|nous part\w+)(?![^\W_])[^.;!?\d\n]{{0,60}}?{_CLOCK}",
    re.IGNORECASE,
)
_COMES_BACK: Final = re.compile(
    r"(?<![^\W_])(?:retours?(?!\ssur)|on (?:rentre|revient)|nous (?:rentr|reviendr)\w+)(?![^\W_])"
    rf"[^.;!?\d\n]{{0,40}}?{_CLOCK}",
    re.IGNORECASE,
)
_LINES: Final = 6
"""Lines below a day in which its outing is told, at most."""


def give_outing_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, those of an outing from when people set out to when they are back the same day."""
    if _SETS_OUT.search(parts.document.text) is None and not any(block.label for block in parts.blocks):
        return sittings
    return [_go_out(parts, sitting, sittings) for sitting in sittings]


def _go_out(parts: Parts, sitting: Sitting, sittings: list[Sitting]) -> Sitting:
    date = sitting.date
    if date.ends_at is not None or not sitting.is_day or date.precision != "day" or len(sitting.mentions) > 1:
        return sitting
    words = _words_of_outing(parts, sitting, sittings)
    out, back = _SETS_OUT.search(words), _COMES_BACK.search(words)
    if out is None or back is None:
        return sitting
    starts_at, ends_at = write_clock(out["h"], out["m"]), write_clock(back["h"], back["m"])
    if starts_at >= ends_at or date.starts_at not in (None, starts_at, ends_at):
        return sitting
    return replace(sitting, date=replace(date, starts_at=starts_at, ends_at=ends_at))


def _words_of_outing(parts: Parts, sitting: Sitting, sittings: list[Sitting]) -> str:
    """What is told of a day from its line on, labels included, up to the next day or heading."""
    start = sitting.date.where.start
    others = (date.where.start for other in sittings if other is not sitting for date in other.mentions)
    end = min((other for other in others if other > start), default=len(parts.document.text))
    own = parts.block_of(start)
    lines = [own] if own is not None else []
    for block in parts.blocks_after(start, _LINES):
        if block.start >= end or block.kind == "heading":
            break
        lines.append(block)
    spans = [(line, max(line.start, start), min(line.end, end)) for line in lines]
    return "\n".join(f"{line.label or ''} {parts.document.text[first:last]}" for line, first, last in spans)


def end_at_homecoming(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings of several days; the last of them ends at the hour at which people are said to come back on it."""
    if len(sittings) < 2:
        return sittings
    last = max(sittings, key=lambda sitting: sitting.first)
    return [_end_at(parts, sitting) if sitting is last else sitting for sitting in sittings]


def _end_at(parts: Parts, sitting: Sitting) -> Sitting:
    date = sitting.date
    start = max(parts.sentence_of(date.where.start)[0], date.where.start - _REACH)
    if date.starts_at is None or date.ends_at is not None:
        return sitting
    if _HOME.search(parts.document.text, start, date.where.start) is None:
        return sitting
    return replace(sitting, date=replace(date, starts_at=None, ends_at=date.starts_at))
