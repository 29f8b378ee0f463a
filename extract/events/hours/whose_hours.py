"""Whose hours: those of an office, of a meal, of a bus or of a child-minder are no hours of the meeting.

Hours that stand beside no day may be told of anything. What their line says before them tells whose they are; hours of
a weekday on which no sitting falls are not those of the sittings either.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.dates.lexicon import WEEKDAY_NAME, WEEKDAYS, fold
from extract.document import Block
from extract.events.parts import LooseHours, Parts, standing_between
from extract.events.sittings import Sitting
from extract.matching.leaping import compile_leaping

_WEEKLY: Final = compile_leaping(
    rf"(?<![^\W_])(?:du (?:{WEEKDAY_NAME}) au (?:{WEEKDAY_NAME})|(?P<daily>tous les jours)|"
    r"les jours ouvr[ée]s|(?P<week>en semaine))(?![^\W_])",
    re.IGNORECASE,
)
"""What opens day after day."""
_OFFICE: Final = re.compile(
    r"\W*(?:(?:vos?|nos?|notre|votre|les?|mes)\s)?(?:contacts?|coordonn[ée]es|interlocut\w+|r[ée]f[ée]rente?s?|"
    r"secr[ée]tariat|(?:nous|pour nous) (?:joindre|contacter)|(?:une|des) questions?)(?![^\W_])[^\d\n]{0,40}",
    re.IGNORECASE,
)
"""A heading over whom to ask: hours below it are those of an office, `Contact` over `De 9h à 12h et de 14h à 17h`."""
_FAR: Final = 70
"""Characters between hours and what they are told of, at most."""
_FEW: Final = 2
_FRIDAY: Final = 4
_EVERY: Final = compile_leaping(
    rf"(?<![^\W_])(?:chaque|tous les|toutes les|les)\s(?:\w+\s)?(?P<weekday>{WEEKDAY_NAME})s?(?![^\W_])"
    r"[^.;\n]{0,30}$",
    re.IGNORECASE,
)

_DAY_OF_WEEK: Final = re.compile(
    rf"\W*(?P<weekday>{WEEKDAY_NAME})s?\s?(?:matin|soir|apr[èe]s-midi)?\W*(?:de\s)?", re.IGNORECASE
)
"""What a line of a timetable begins with: `Lundi : 9h - 17h`."""
_A_WEEKDAY: Final = compile_leaping(
    rf"(?<![^\W_])(?P<weekday>{WEEKDAY_NAME})s?(?![^\W_])(?!,?\s(?:\d{{1,2}}|1er)(?![\dhH: ]))", re.IGNORECASE
)
_BEHIND_WEEKDAY: Final = re.compile(
    rf"(?<![^\W_])(?P<weekday>{WEEKDAY_NAME})s?(?:\s(?:matin|soir|apr[èe]s-midi))?\s?[:,(–-]?\s?(?:(?:de|entre|[àa])\s)?$",
    re.IGNORECASE,
)
_LEAD: Final = 40
_DATED: Final = re.compile(r"\d{1,2}(?:er)?(?:\s[^\W\d_]{3,}|/)(?<!heures)(?<!heure)", re.IGNORECASE)

_PUT_UP: Final = re.compile(
    r"\W*(?:publi[ée]e?|post[ée]e?|mis en ligne|[ée]crit|r[ée]dig[ée]|envoy[ée]e?|ajout[ée])"
    r"(?:\spar\s[^\d.;:!?\n]{2,50})?"
    r"\s?(?:[,|·–—-]|[àa])?\s?$",
    re.IGNORECASE,
)
"""A page is put up at an hour: `Publié par Conseil citoyen à 21:14`."""


def without_hours_of_others(parts: Parts, sittings: list[Sitting]) -> Parts:
    """The parts without the hours that are told of something else than the sittings."""
    weekdays = {day for s in sittings for day in ([s.first.weekday()] if s.is_day else range(7))}
    kept = tuple(hours for hours in parts.loose_hours if not _are_of_others(parts, hours, weekdays))
    told = tuple(hours for hours in kept if not _are_of_office(parts, hours))
    kept = told if told or any(sitting.date.starts_at for sitting in sittings) else kept
    return parts if len(kept) == len(parts.loose_hours) else replace(parts, loose_hours=kept)


def _are_of_office(parts: Parts, hours: LooseHours) -> bool:
    """Whether hours stand below the heading of whom to ask, or are labelled so, where no day of a meeting is told."""
    block = parts.block_of(hours.start)
    if block is not None and block.label is not None:
        return _OFFICE.fullmatch(block.label) is not None and not _tells_day(parts, block.start, block.end)
    head = parts.document.heading_over(hours.start)
    if head is None or _OFFICE.fullmatch(parts.document.words_of(head)) is None:
        return False
    return not _tells_day(parts, head.start, hours.end)


def _tells_day(parts: Parts, start: int, end: int) -> bool:
    return any(date.role == "event" for date in standing_between(parts.dates, start, end))


def _are_of_others(parts: Parts, hours: LooseHours, weekdays: set[int]) -> bool:
    start, _ = parts.sentence_of(hours.start)
    if _PUT_UP.fullmatch(parts.document.text, start, hours.start):
        return True
    if _are_of_timetable(parts, hours, weekdays):
        return True
    if _are_of_week(parts, hours, weekdays):
        return True
    before = [h.end for h in parts.loose_hours if start <= h.end <= hours.start]
    every = _EVERY.search(parts.document.text, start, hours.start)
    if every is not None and WEEKDAYS.index(fold(every["weekday"])) not in weekdays:
        return True
    named = list(_WEEKLY.finditer(parts.document.text, max(start, hours.start - _FAR), hours.start))
    told = named[-1] if named else None
    if told is not None and ((told["daily"] and len(weekdays) > _FEW) or (told["week"] and max(weekdays) > _FRIDAY)):
        return False  # the sittings are on several days of a week, or in the week and at its end
    return told is not None and told.end() >= max(before, default=0)


def _are_of_week(parts: Parts, hours: LooseHours, weekdays: set[int]) -> bool:
    """Whether hours stand right behind a weekday of no sitting, or in a sentence that tells those of others as well.

    `Ouvert mardi 14h-18h, mercredi 10h-12h et samedi 10h-17h` says nothing of a meeting on a Wednesday.
    """
    behind = _BEHIND_WEEKDAY.search(parts.document.text, max(0, hours.start - _LEAD), hours.start)
    if behind is None:
        return False
    told = _A_WEEKDAY.finditer(parts.document.text, *parts.sentence_of(hours.start))
    named = {WEEKDAYS.index(fold(match["weekday"])) for match in told}
    return WEEKDAYS.index(fold(behind["weekday"])) not in weekdays or (len(named) > 1 and not named <= weekdays)


def _are_of_timetable(parts: Parts, hours: LooseHours, weekdays: set[int]) -> bool:
    """Whether hours stand behind a weekday of no sitting in a line of their own, or among such lines of other days."""
    block = parts.block_of(hours.start)
    own = _weekday_of(parts, block, hours.start)
    if block is None or own is None:
        return False
    beside = (*parts.blocks_after(block.start, 1), *filter(None, [parts.block_above(block)]))
    others = {told for line in beside if (told := _weekday_of(parts, line, line.end)) not in (None, own)}
    return own not in weekdays or not others <= weekdays


def _weekday_of(parts: Parts, block: Block | None, end: int) -> int | None:
    """The weekday that a line begins with, and tells nothing else of before its hours."""
    if block is None:
        return None
    label = f"{block.label} : " if block.label else ""
    words = label + parts.document.text[block.start : min(end, block.start + _FAR)]
    told = _DAY_OF_WEEK.match(words)
    if told is None or (words[told.end() :] and not words[told.end()].isdigit()):
        return None
    return None if _DATED.match(words, told.end()) else WEEKDAYS.index(fold(told["weekday"]))
