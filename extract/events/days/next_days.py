"""Days told by the one before them: `vendredi 13 novembre à 20h` and, further on, `le lendemain à 15h, à Douai`.

Such a word tells of a meeting where hours or a place stand beside it, or the ordinal of a sitting leads to it (`le
second une semaine plus tard`), and where what it hangs on is no other thing (`Le lien vous parviendra la veille`).
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extract.dates import DateScan, clock
from extract.dates.counted_days import COUNTED, count_from
from extract.dates.expressions import Hours
from extract.dates.lexicon import WEEKDAY_NAME, WEEKDAYS, fold
from extract.dates.roles import find_role
from extract.dates.settings import find_setting
from extract.document import Block, Document
from extract.numbers import RANKS
from extract.places.grammar.names import PLACE_NOUN
from extract.records import DateReading

_SAME_HOURS: Final = re.compile(r"[^.;!?\n]{0,60}?(?<![^\W_])m[êe]mes? (?:heures?|horaires?)", re.IGNORECASE)
_NEXT_SITTING: Final = re.compile(
    r"(?<![^\W_])(?:l[ae]s?\s)?(?:seconde?|deuxi[èe]me|troisi[èe]me|suivante?|prochaine?)(?![^\W_])", re.IGNORECASE
)
_PLACE_BEHIND: Final = re.compile(
    r"[^.;:!?\n\d]{0,40}?(?<![^\W_])(?:[àÀ]|aux?|chez|dans|salle)\s(?:l[ae]s?\s|l['’])?(?=(?-i:[A-ZÀ-Ý])|"
    rf"{PLACE_NOUN})[^\W\d]",
    re.IGNORECASE,
)
"""Where people meet on it: `à la salle Foch`, and not `(Fatiha les mettra) au frais`."""
_PREPARATION: Final = re.compile(
    r"(?<![^\W_])(?:(?:d[ée])?montage|installation|r[ée]p[ée]titions?|pr[ée]parat(?:ion|ifs?)|mise en place|balances?|"
    r"rangement|d[ée]p[ôo]t|livraison|accrochage|cuisine)s?(?![^\W_])[^.;:!?\d]{0,60}$",
    re.IGNORECASE,
)
"""What is done before a meeting and is none: `Montage des stands` la veille."""
_PLACE_BEFORE: Final = re.compile(
    rf"(?:^|[,;:]\s|\s)(?:à|aux?|chez|dans|salle)\s(?:l[ae]s?\s|l['’])?(?=(?-i:[A-ZÀ-Ý])|{PLACE_NOUN})"
    r"[^\W\d][^.;:!?\n]{2,90}$",
    re.IGNORECASE,
)
_TILL: Final = re.compile(r"(?:jusqu['’][àa]|avant|au plus tard|d[èe]s|depuis)\s$", re.IGNORECASE)
_OF_BEHIND: Final = re.compile(r"\s(?:de\s(?!\d)|du\s|d['’]|des\s)[^.;:!?\n\d]{3,90}$", re.IGNORECASE)
"""What leads from `la veille` to the day of what it is the eve of: `la veille de l'atelier, qui se tient le 4 mai`."""
_WEEKDAY_OF_EVE: Final = re.compile(rf"\s?[,:(–—-]?\s?(?P<weekday>{WEEKDAY_NAME})(?![^\W_])", re.IGNORECASE)
"""The weekday of the eve, by which it tells of which day it is one: `la veille : samedi, 14 h`."""
_LIMIT: Final = re.compile(r"(?<![^\W_])(?:avant|jusqu|au plus tard)", re.IGNORECASE)
_END: Final = re.compile(r"[.;!?\n](?=\s|$)")
_ONE_OF_THEM: Final = re.compile(
    rf"(?<![^\W_])(?:(?:l[ae]\s)?(?P<rank>{'|'.join(RANKS)})\s(?:jour|journ[ée]e|soir[ée]e|matin[ée]e)|"
    rf"le\s(?P<weekday>{WEEKDAY_NAME}))(?![^\W_])",
    re.IGNORECASE,
)
"""What tells of one of several days that were named together."""
_ENDS_BEFORE: Final = re.compile(
    r"(?<![^\W_])(?:fin|retour|d[ée]part|dispersion|s[ée]paration|cl[ôo]ture|termin\w+|s['’]ach[èe]v\w+|jusqu['’]au|conclusion)"
    r"(?: (?:des travaux|du s[ée]minaire|de la formation|du stage|pr[ée]vue?|est|se fera|vers [^\W\d_]+))?,?\s$",
    re.IGNORECASE,
)
"""What ends on a day that is counted from the ones before it: `fin des travaux le lendemain`."""
_FAR: Final = 400
"""Characters between a day and the words that count from it, at most."""
_NEAR: Final = 90


def add_next_days(document: Document, scan: DateScan, dates: tuple[DateReading, ...]) -> tuple[DateReading, ...]:
    """The dates, with those that are counted from one of them."""
    named = sorted((d for d in dates if d.role == "event" and d.precision == "day"), key=lambda d: d.where.start)
    if not named or not COUNTED.may_match(document.text):
        return dates
    return (*dates, *_find_counted(document, scan, named, dates))


def _find_counted(
    document: Document, scan: DateScan, named: list[DateReading], dates: tuple[DateReading, ...]
) -> Iterator[DateReading]:
    counted: DateReading | None = None
    for match in COUNTED.finditer(document.text):
        block = document.block_at(match.start())
        known = _day_beside(document, match, named, counted)
        if block is None or known is None:
            continue
        words = document.text[known.where.start : match.start()]
        ends = match["next"] is not None and _ENDS_BEFORE.search(words) is not None
        day = count_from(match, _day_told_of(known, words, ends=ends))
        end = _end_of_clause(document, match, block, dates)
        hours = _hours_behind(scan, match.end(), end)
        if day is None or not _is_meeting(document, match, hours, (known, day), end):
            continue
        last = hours.end if hours is not None else match.end()
        if hours is not None and ends and hours.ends is None:
            hours = replace(hours, starts=None, ends=hours.starts)
        same = hours is None and _SAME_HOURS.match(document.text, match.end(), end) is not None
        counted = replace(
            known,
            text=document.text[match.start() : last],
            where=document.place(match.start(), last),
            first_day=day,
            last_day=day,
            starts_at=clock(hours.starts) if hours is not None else known.starts_at if same else None,
            ends_at=clock(hours.ends) if hours is not None else known.ends_at if same else None,
            rule="next_day",
            flags=(),
        )
        yield counted


def _day_beside(
    document: Document, match: re.Match[str], named: list[DateReading], counted: DateReading | None
) -> DateReading | None:
    """The day that some words are counted from: the last one before them, or, for the eve of something, its own."""
    before = [d for d in named if d.where.end <= match.start() and match.start() - d.where.end <= _FAR]
    behind = next((d for d in named if d.where.start >= match.end()), None)
    if behind is not None and _OF_BEHIND.fullmatch(document.text, match.end(), behind.where.start):
        return behind
    if counted is not None and match["count"] and before and counted.where.start > before[-1].where.start:
        return counted
    if match["eve"] and (weekday := _WEEKDAY_OF_EVE.match(document.text, match.end())) is not None:
        after = (WEEKDAYS.index(fold(weekday["weekday"])) + 1) % 7
        before = [d for d in before if d.first_day.weekday() == after] or before
    return before[-1] if before else None


def _end_of_clause(document: Document, match: re.Match[str], block: Block, dates: tuple[DateReading, ...]) -> int:
    """Where the words about a counted day end: with their sentence, before the next day or the next counted one."""
    stop = _END.search(document.text, match.end(), block.end)
    another = COUNTED.search(document.text, match.end(), block.end)
    ends = [d.where.start for d in dates if d.where.start >= match.end()]
    return min([block.end, *ends, *(found.start() for found in (stop, another) if found is not None)])


def _hours_behind(scan: DateScan, start: int, end: int) -> Hours | None:
    """The first hours that stand by themselves in the clause of a counted day, or None."""
    index = bisect_left(scan.loose_hours, start, key=lambda hours: hours.start)
    hours = scan.loose_hours[index] if index < len(scan.loose_hours) else None
    return hours if hours is not None and hours.start < end else None


def _is_meeting(
    document: Document, match: re.Match[str], hours: Hours | None, told: tuple[DateReading, dt.date], end: int
) -> bool:
    """Whether a counted day is that of a meeting, by what it hangs on and what stands beside it."""
    text, (known, day) = document.text, told
    block = document.block_at(match.start())
    start = max(block.start if block is not None else 0, known.where.end if known.where.end <= match.start() else 0)
    near = max(start, match.start() - _NEAR), match.start()
    if _TILL.search(text, *near) or _PREPARATION.search(text, *near):
        return False
    setting = find_setting(text, match.start(), match.end(), start, end)
    if find_role(setting, day, is_day=True, has_hours=hours is not None)[0] != "event":
        return False
    if hours is not None:
        return _LIMIT.search(text, match.end(), hours.start) is None  # `inscriptions la veille avant 17h`
    if match["week"] and _SAME_HOURS.match(text, match.end(), end) is None:
        return False  # `Le bus sera aussi à Saint-Michel la semaine suivante` tells no day
    return not match["same"] and bool(
        _NEXT_SITTING.search(text, *near)
        or _PLACE_BEHIND.match(text, match.end(), end)
        or (_PLACE_BEFORE.search(text, *near) and (match.end() + 1 >= end or known.where.start > match.end()))
    )


def _day_told_of(date: DateReading, words: str, *, ends: bool) -> dt.date:
    """Which of several days some words on them tell of last, by its rank or weekday; the last one by default.

    `les 12 et 13 mai … La première journée débutera à 9h. Le lendemain`: that is the second of the two. So it is where
    they end (`ends`): `départ de Creil à 9h, dispersion le lendemain à 15h`.
    """
    if date.first_day == date.last_day:
        return date.last_day
    days = [date.first_day + dt.timedelta(days=n) for n in range((date.last_day - date.first_day).days)]
    told = list(_ONE_OF_THEM.finditer(words))
    if not told:
        return days[-1] if ends else date.last_day
    rank, weekday = told[-1]["rank"], told[-1]["weekday"]
    if rank:
        return days[min(RANKS[rank.lower()], len(days) - 1)]
    return next((day for day in days if day.weekday() == WEEKDAYS.index(fold(weekday))), date.last_day)
