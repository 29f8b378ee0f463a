"""Places that a page names with the day of something else: of a letter, of a former meeting, of another event."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.parts import Parts, standing_between
from extract.records import DateReading

_PAPER: Final = re.compile(
    r"\b(?:relev[ée]s?|comptes?[- ]rendus?|proc[èe]s-verb\w+|courriers?|courriels?|messages?|mails?|invitations?|"
    r"convocations?|lettres?|notes?|plannings?|calendriers?)\s(?:[\w'’]+\s){0,3}?(?:du|de ce)\s$",
    re.IGNORECASE,
)

_OPENING: Final = re.compile(
    r"\W*(?:(?:[àa] la )?suite|faisant suite|apr[èe]s|dans (?:le prolongement|la continuit[ée])|comme convenu|depuis|"
    r"conform[ée]ment)(?![^\W_])",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(r"[^.;:!?,\d]{0,60},\s(?!(?:[àa]|aux?|en)\s)")
"""`Suite à la réunion du 30 novembre,` the group will meet somewhere else."""


def without_place_of_letter(parts: Parts) -> Parts:
    """The parts without the town where a letter was written: `Lille, le 13 juin 2022`."""
    letters = [parts.block_of(date.where.start) for date in parts.dates if date.rule == "date_of_letter"]
    written = [venue for block in letters if block for venue in standing_between(parts.venues, block.start, block.end)]
    if not written:
        return parts
    return replace(parts, venues=tuple(venue for venue in parts.venues if venue not in written))


def without_places_of(parts: Parts, others: list[DateReading], main: list[DateReading]) -> Parts:
    """The parts without the places that stand in one sentence with a day of another event and none of the main one."""
    if not others:
        return parts
    taken = {_reach_of(parts, date) for date in others if not _is_of_paper(parts, date)}
    taken -= {parts.sentence_of(date.where.start) for date in main}
    kept = tuple(venue for venue in parts.venues if not any(start <= venue.where.start < end for start, end in taken))
    return replace(parts, venues=kept)


def _reach_of(parts: Parts, date: DateReading) -> tuple[int, int]:
    """How far the words of another day reach: over its sentence, or over what opens it up to its comma."""
    start, end = parts.sentence_of(date.where.start)
    opens = _OPENING.match(parts.document.text, start, date.where.start) is not None
    comma = _COMMA.match(parts.document.text, date.where.end, end) if opens else None
    return (start, end if comma is None else comma.end())


def _is_of_paper(parts: Parts, date: DateReading) -> bool:
    """Whether a day is that of a paper: `contrairement au relevé de décisions du 15 mars, nous serons à la CCI`."""
    start, _ = parts.sentence_of(date.where.start)
    return _PAPER.search(parts.document.text, max(start, date.where.start - 60), date.where.start) is not None
