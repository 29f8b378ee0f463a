"""Days told by their weekday beside the day of publication: `Jeudi dernier, …`, `Lundi et mardi, quinze agents ont …`.

What is put up on a Wednesday means by `lundi` the one before or the one behind it, and the tense of the sentence says
which. Without a tense, behind `le` or `chaque`, or beside a day of the calendar, a weekday says nothing of the kind.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from extract.dates import DateScan, clock
from extract.dates.expressions import Hours
from extract.dates.lexicon import WEEKDAY_NAME, WEEKDAYS, fold
from extract.document import Block, Document
from extract.events.page.kinds import TOLD_IN_PAST
from extract.matching.leaping import compile_leaping
from extract.places.grammar.verbs import MEETING_VERB
from extract.records import DateReading
from extract.sentences import find_sentence

_HALF: Final = r"(?:\s(?:matin|midi|apr[èe]s-midi|soir))?"
_TOLD: Final = compile_leaping(
    rf"(?<![\w'’-])(?:(?:(?P<this>ce)\s)?(?P<first>{WEEKDAY_NAME}){_HALF}(?:\set\s(?P<second>{WEEKDAY_NAME}){_HALF})?"
    rf"(?:\s(?P<side>prochain|dernier)s?)?(?!\s(?:\d|1er))|(?P<ago>avant-hier|hier){_HALF}(?!\s(?:encore|comme)))"
    r"(?![\w'’-])",
    re.IGNORECASE,
)
# What makes a habit of a weekday, or a span of several.
_HABIT: Final = re.compile(
    r"(?:^|[^\w])(?:les?|un|une|du|de|des|d['’]un|au|chaque|tous|toutes|sauf|ou|jusqu['’]au|avant|dès)\s?$",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(
    r"\s?(?:au|à|et|ou|[/–—-])\s(?:le\s)?(?:" + WEEKDAY_NAME + r")|,\s(?:" + WEEKDAY_NAME + ")", re.IGNORECASE
)
_AHEAD: Final = re.compile(
    r"(?<![^\W_])(?:\w+(?:ra|rons|rez|ront)|rendez-vous|rdv|venez|rejoign\w+|participez|a lieu|ont lieu|se tient|"
    r"ouvre(?:nt)?|attend\w*|invit\w+|organise(?:nt)?|propose(?:nt)?)(?![^\W_])",
    re.IGNORECASE,
)
_OPENING_LINES: Final = 4
_WEEK: Final = 7
_BEHIND: Final = 40
"""Characters within which hours stand behind their weekday."""
_CERTAINTY: Final = 0.75


def add_near_weekdays(
    document: Document, scan: DateScan, dates: tuple[DateReading, ...], published: dt.date | None
) -> tuple[DateReading, ...]:
    """The dates, with the days that the first lines of a page tell by their weekday alone; `published` counts them."""
    if published is None:
        return dates
    known = {date.first_day for date in dates if date.role != "publication"}
    added = [
        date
        for block in _opening(document)
        for date in _find_days(document, scan, block, published, dates)
        if date.first_day not in known
    ]
    return (*dates, *added)


def _opening(document: Document) -> list[Block]:
    """The first running lines below the title."""
    running = [b for b in document.blocks if b.kind in ("lead", "paragraph") and b.row is None]
    return running[:_OPENING_LINES]


def _find_days(
    document: Document, scan: DateScan, block: Block, published: dt.date, dates: tuple[DateReading, ...]
) -> Iterator[DateReading]:
    told_below = _weekdays_told(dates)
    for match in _TOLD.finditer(document.text, block.start, block.end):
        start, end = find_sentence(document.text, match.start(), block.start, block.end)
        if any(start <= date.where.start < end and date.precision == "day" for date in dates):
            continue
        side = _side_of(document.text, match, start, end)
        if not side:
            continue
        hours = _hours_behind(scan, match.end())
        last = hours.end if hours is not None else match.end()
        for day in _days_of(match, published, side, told_below):
            yield DateReading(
                text=document.text[match.start() : last],
                first_day=day,
                last_day=day,
                starts_at=clock(hours.starts) if hours is not None else None,
                ends_at=clock(hours.ends) if hours is not None else None,
                precision="day",
                role="event",
                year_from="published",
                certainty=_CERTAINTY,
                flags=(),
                where=document.place(match.start(), last),
                rule="near_weekday",
            )


def _days_of(match: re.Match[str], published: dt.date, side: int, told_below: set[int]) -> Iterator[dt.date]:
    """The days that words name beside the day of publication: `Hier`, `Lundi et mardi`."""
    if match["ago"]:
        yield published - dt.timedelta(days=1 if match["ago"].lower() == "hier" else 2)
    for word in filter(None, match.group("first", "second")):
        weekday = WEEKDAYS.index(fold(word))
        if match["side"] or weekday not in told_below:  # `Le jeudi s'ouvrira à 13h30` is the Thursday that is told
            yield _near(published, weekday, side, again=bool(match["side"]))


def looks_back_by_weekday(document: Document) -> bool:
    """Whether the first lines tell of a day by its weekday alone, as only one who dates them can (`Samedi dernier`)."""
    for block in _opening(document):
        for match in _TOLD.finditer(document.text, block.start, block.end):
            sentence = find_sentence(document.text, match.start(), block.start, block.end)
            if _side_of(document.text, match, *sentence) < 0:
                return True
    return False


def _weekdays_told(dates: tuple[DateReading, ...]) -> set[int]:
    """The weekdays of the event days that are told with their number: such a weekday alone is that day again."""
    days = (d for d in dates if d.role == "event" and d.precision == "day" and (d.last_day - d.first_day).days < _WEEK)
    return {
        (date.first_day.weekday() + n) % _WEEK
        for date in days
        for n in range((date.last_day - date.first_day).days + 1)
    }


def _side_of(text: str, match: re.Match[str], start: int, end: int) -> int:
    """-1 where a weekday lies before the publication, 1 where behind it, 0 where its sentence tells of no meeting.

    A weekday by itself opens the sentence, or has its hour or a verb of meeting beside it.
    """
    if _HABIT.search(text, start, match.start()) or _GOES_ON.match(text, match.end(), end):
        return 0
    opens = not text[start : match.start()].strip(' «"–-')
    if match["ago"]:
        return -opens
    if match["side"]:
        return -1 if match["side"].lower() == "dernier" else 1
    past, ahead = TOLD_IN_PAST.search(text, start, end), _AHEAD.search(text, start, end)
    if (past is None) == (ahead is None):
        return 0
    opens = opens or (past is not None and text[match.end() : match.end() + 1] in (".", ","))  # `était à Creil mardi.`
    meets = ahead is not None and MEETING_VERB.search(text, start, end) is not None
    return 0 if not (match["this"] or opens or meets) else 1 if ahead else -1


def _hours_behind(scan: DateScan, position: int) -> Hours | None:
    """The hours that stand by themselves right behind a weekday, or None."""
    index = bisect_left(scan.loose_hours, position, key=lambda hours: hours.start)
    hours = scan.loose_hours[index] if index < len(scan.loose_hours) else None
    if hours is None or hours.start - position > _BEHIND:
        return None
    return None if re.search(r"[.;!?\n]", scan.text[position : hours.start]) else hours


def _near(published: dt.date, weekday: int, side: int, *, again: bool) -> dt.date:
    """The nearest such weekday on a side of a day; the day itself counts, unless it is told as the last or next one."""
    if side > 0:
        ahead = (weekday - published.weekday()) % 7
        return published + dt.timedelta(days=ahead or 7 * again)
    back = (published.weekday() - weekday) % 7
    return published - dt.timedelta(days=back or 7 * again)
