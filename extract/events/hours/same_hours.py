"""Hours told by those of another sitting: `la réunion suivante est calée au 12 décembre, mêmes horaires`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.hours.closing_hours import closes
from extract.events.hours.hours_of_all import with_hours
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.matching.gates import compile_gated
from extract.records import DateReading

_SAME: Final = compile_gated(
    r"m[êe]mes?\s(?:(?:jours?|lieux?|salles?|endroits?|adresse)(?:,|\set)\s(?:(?:[àa]\s(?:la|l['’])\s?|aux?\s)?m[êe]mes?\s)?)?"
    r"(?:horaires?|heures?|cr[ée]neaux?)(?![^\W_])|"
    r"(?:horaires?|heures?)\s(?:identiques?|inchang[ée]e?s?)(?![^\W_])|(?<=, )idem(?![^\W_])|(?<=\()idem(?=\))|"
    r"dans\s(?:les|ces)\sm[êe]mes\sconditions(?![^\W_])",
    re.IGNORECASE,
)
_LONGEST_LIST: Final = 12
_ALSO: Final = re.compile(r"m[êe]mes? (?:horaires?|heures?|cr[ée]neaux?)", re.IGNORECASE)
_ALL: Final = re.compile(
    r"(?<![^\W_])(?:tou(?:te)?s|chacune?|chaque|elles|ils|les (?:trois|quatre|cinq|six|\d+)? ?\w+s)(?![^\W_])",
    re.IGNORECASE,
)


def give_same_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings without hours whose sentence says that they are the same, with those of the sitting told before."""
    if not _SAME.may_match(parts.document.text) or not any(
        date.starts_at for date in (*parts.dates, *(sitting.date for sitting in sittings))
    ):
        return sittings
    return _alike(parts, [_with_same(parts, sitting, sittings) for sitting in sittings])


def give_hours_said_same(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """Days told before `Même horaire (9h30-12h30)` in one paragraph, with these hours."""
    said = next((s for s in sittings if s.date.starts_at and _ALSO.search(s.date.text)), None)
    if said is None:
        return sittings
    block = parts.block_of(said.date.where.start)
    return [
        with_hours(s, said.date.starts_at, said.date.ends_at)
        if any(parts.block_of(date.where.start) is block for date in s.mentions)
        else s
        for s in sittings
    ]


def says_same(parts: Parts, date: DateReading) -> bool:
    """Whether the sentence of a day says that its hours are those of the others."""
    return _SAME.search(parts.document.text, *parts.sentence_of(date.where.start)) is not None


def _alike(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings with the one start and the end that are said of all: `Toutes débutent à la même heure`."""
    starts = {s.date.starts_at for s in sittings if s.date.starts_at}
    told = (parts.sentence_of(match.start()) for match in _SAME.finditer(parts.document.text))
    said = [
        span for span in told if _ALL.search(parts.document.text, *span) and not standing_between(parts.dates, *span)
    ]
    if len(starts) != 1 or not said:
        return sittings
    closing = {
        h.ends_at or h.starts_at for h in parts.loose_hours if said[0][0] <= h.start < said[0][1] and closes(parts, h)
    }
    ends = closing or {s.date.ends_at for s in sittings if s.date.starts_at}
    end = next(iter(ends)) if len(ends) == 1 else None
    given = [with_hours(s, next(iter(starts)), end) for s in sittings]
    return [replace(s, date=replace(s.date, ends_at=s.date.ends_at or end)) if s.date.starts_at else s for s in given]


def _told_of_another(parts: Parts, position: int) -> DateReading | None:
    """The day told last before a position with a start and an end, where it is one of another event of the page."""
    told = (d for d in reversed(parts.dates) if d.role == "event" and d.ends_at and d.where.end <= position)
    return next(told, None)


def _with_same(parts: Parts, sitting: Sitting, sittings: list[Sitting]) -> Sitting:
    position = _place_of_words(parts, sitting)
    if sitting.date.ends_at or position is None:
        return sitting
    told = [s.date for s in sittings if s.date.starts_at and s.date.where.start < position]
    before = max(told, key=lambda date: date.where.start, default=None) or _told_of_another(parts, position)
    if before is None:
        return sitting
    if sitting.date.starts_at == before.starts_at:  # when it begins was told of all
        return replace(sitting, date=replace(sitting.date, ends_at=before.ends_at))
    return with_hours(sitting, before.starts_at, before.ends_at)


def _place_of_words(parts: Parts, sitting: Sitting) -> int | None:
    """Where it is said that a sitting has the same hours: in its own sentence, or in the line that leads to its list.

    `Les deux suivants, même créneau et même lien :` over `mardi 17 février : l'abattement`.
    """
    position = sitting.date.where.start
    if _SAME.search(parts.document.text, *parts.sentence_of(position)):
        return position
    line = parts.block_of(position)
    head = (
        next((b for b in _lines_above(parts, line) if b.kind != line.kind or parts.ends_with_colon(b)), None)
        if line
        else None
    )
    if head is None or not parts.ends_with_colon(head) or not _SAME.search(parts.document.text, head.start, head.end):
        return None
    return head.start


def _lines_above(parts: Parts, line: Block) -> Iterator[Block]:
    """The lines over one, the nearest first, as far as a list may be long."""
    above = parts.block_above(line)
    for _ in range(_LONGEST_LIST):
        if above is None:
            return
        yield above
        above = parts.block_above(above)
