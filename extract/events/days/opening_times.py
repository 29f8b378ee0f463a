"""A house that is open from one day to another holds no meeting: `Du 4 au 29 juillet, la médiathèque est ouverte`.

What people come to see is open, too (`l'exposition est ouverte au public`): only houses and offices are meant, and only
over more days than a meeting lasts. The day on which an office opens again after it was closed is none either.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from extract.dates.lexicon import WEEKDAY_NAME, WEEKDAYS, fold
from extract.document import Document
from extract.records import DateReading
from extract.sentences import find_sentence

_LONGEST_MEETING: Final = 4
_WEEK: Final = 7
_HOUSE: Final = (
    r"espaces? (?:jeunes?|num[ée]riques?|famill\w+|public\w*)|m[ée]diath[èe]ques?|biblioth[èe]ques?|ludoth[èe]ques?|"
    r"mairies?|"
    r"piscines?|gymnases?|bureaux|guichets?|accueils?|centres? (?:socia\w+|de loisirs|a[ée]r[ée]s?)|maisons?|points?|"
    r"agences?|"
    r"services?|secr[ée]tariats?|standards?|locaux|local|cr[èe]ches?|antennes?|boutiques?|[ée]piceries?|recycleries?|"
    r"ressourceries?|d[ée]chetteries?|restaurants?|[ée]quipements?|structures?|lieux?"
)
_OPEN: Final = re.compile(
    rf"(?<![^\W_])(?:(?:l[ea]s?|nos|notre|votre|vos|cette|ce)\s|l['’])(?:{_HOUSE})(?![^\W_])[^.;!?]{{0,90}}?\s"
    r"(?:(?:est|sont|sera|seront|reste(?:nt|ra|ront)?)\s(?:\w+\s){0,2}(?:ouverte?s?|accessibles?)|"
    r"(?:ouvre|accueille|re[çc]oi)\w*|change\w*)(?![^\W_])",
    re.IGNORECASE,
)
_OPENS_ITS_DOORS: Final = re.compile(r"(?<![^\W_])ouvr\w+ (?:grand )?(?:ses|leurs|nos) portes(?![^\W_])", re.IGNORECASE)
"""Whoever opens the doors for a week invites people to come: `la maison ouvre ses portes aux jeunes`."""
_SINCE: Final = re.compile(r"(?<![^\W_])(?:[àa] (?:partir|compter) du|d[èe]s le|depuis le)\s?$", re.IGNORECASE)
_WEEKLY: Final = re.compile(
    rf"(?<![^\W_])(?:tous les|chaque|les)\s(?P<weekday>(?:{WEEKDAY_NAME})s?)(?![^\W_])(?!\s\d)|"
    rf"(?<![^\W_])du\s(?:{WEEKDAY_NAME})\sau\s(?:{WEEKDAY_NAME})(?![^\W_])(?!\s\d)",
    re.IGNORECASE,
)
_SOON: Final = 4
"""Days from the last one on which an office is closed to the first one of its work."""
_AGAIN: Final = re.compile(
    r"(?<![^\W_])(?:(?P<meets>rendez-vous|retrouv\w+|revoi[rt])|reprise|reprend\w*|r[ée]ouvert\w*|rouvr\w+|de retour)"
    r"\s?[^.;:!?\d]{0,30}$",
    re.IGNORECASE,
)
"""What leads to the day on which everybody is back: `Reprise le lundi 22 août`."""


def set_opening_times_aside(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """The dates, a longer run of days on which a house is said to be open as no event's, nor the day it opens again."""
    closed = [date.last_day for date in dates if date.rule == "cue:away"]
    return [
        replace(date, role="other", rule="house_open")
        if _is_opening_time(document, date)
        or _begins_weekly(document, date)
        or (closed and _opens_again(document, date, closed))
        else date
        for date in dates
    ]


def _begins_weekly(document: Document, date: DateReading) -> bool:
    """Whether a day only tells since when people are there each week, and is no such day itself.

    `À partir du lundi 6 octobre, notre équipe tient une permanence tous les mardis de 14h à 17h`.
    """
    block = document.block_at(date.where.start)
    if date.role != "event" or date.precision != "day" or date.first_day != date.last_day or block is None:
        return False
    start, end = find_sentence(document.text, date.where.start, block.start, block.end)
    if _SINCE.search(document.text, start, date.where.start) is None:
        return False
    weekly = _WEEKLY.search(document.text, start, end)
    if weekly is None or weekly["weekday"] is None:
        return weekly is not None
    return WEEKDAYS.index(fold(weekly["weekday"]).rstrip("s")) != date.first_day.weekday()


def _opens_again(document: Document, date: DateReading, closed: list[dt.date]) -> bool:
    """Whether a sentence only says that one is back on a day right after days on which nobody is there."""
    if date.role != "event" or not any(0 < (date.first_day - last).days <= _SOON for last in closed):
        return False
    block = document.block_at(date.where.start)
    if block is None:
        return False
    back = _AGAIN.search(document.text, block.start, date.where.start)
    return back is not None and not (back["meets"] and date.starts_at)


def _is_opening_time(document: Document, date: DateReading) -> bool:
    if date.role != "event" or date.precision != "day" or (date.last_day - date.first_day).days < _LONGEST_MEETING:
        return False
    block = document.block_at(date.where.start)
    if block is None or block.kind in ("title", "heading", "cell"):
        return False
    sentence = find_sentence(document.text, date.where.start, block.start, block.end)
    is_week = (date.last_day - date.first_day).days < _WEEK
    return _OPEN.search(document.text, *sentence) is not None and not (
        is_week and _OPENS_ITS_DOORS.search(document.text, *sentence)
    )
