"""Days weighed against one another: what a page names in passing beside the days that it tells with hours or a place.

Where no word says what a day is, it is taken for that of a meeting. That holds as long as nothing on the page is told
better: beside days with their hours, their place or a line of their own, a day that stands somewhere within a running
sentence without any word of a meeting is that of something else (a letter sent, a link opened, a file put up).
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.days.in_passing import (
    RUNNING,
    WORD,
    could_not_be_kept,
    has_own_hours,
    is_in_passing,
    is_laid_out,
    is_referred_to,
    is_told,
    stands_out,
)
from extract.events.days.looked_back_on import as_year_before, is_looked_back_on, is_news_of_letter, is_of_year_before
from extract.events.days.passing_clauses import AHEAD, REACH
from extract.events.days.roles import LONG_AGO
from extract.events.page.naming import find_event_type
from extract.events.parts import Parts, standing_between
from extract.matching.leaping import compile_leaping
from extract.records import DateReading

_AGENDA: Final = re.compile(
    r"\W*(?:(?:l['’]|(?:[àa]|avec) l['’]|proposition d['’]|projet d['’])?ordre du jour"
    r"(?: (?:pr[ée]visionnel|de la (?:r[ée]union|s[ée]ance)|suivant|sera le suivant|propos[ée]))*)\W*",
    re.IGNORECASE,
)
_TO_COME: Final = compile_leaping(
    r"(?<![^\W_])(?:prochaine?s?|dates?|retenir|rendez-vous|venir)(?![^\W_])", re.IGNORECASE
)
_SUBJECT: Final = re.compile(
    r"(?<![^\W_])(?:pr[ée]parations?|pr[ée]parer|organisation|points?|suites? (?:[àa] donner|de)|"
    r"programmation|contenu|annonce)"
    r"\s(?:d['’e]|des|du|de la|de l['’]|sur|[àa]|la|le|l['’])[^.;:!?\n\d]{3,60}"
    r"(?:\s(?:du|des|de)|,(?:\sle)?)\s(?:\w+di\s)?$",
    re.IGNORECASE,
)
"""What leads to a meeting that is only spoken of, with its day."""
_TOPIC: Final = re.compile(
    r"(?<![^\W_])(?:au menu|[àa] l['’]ordre du jour|(?:nous|on) (?:parler|aborder|[ée]voquer|reviendr|[ée]changer)\w+)"
    r"(?![^\W_])[^.;!?\n]{3,200}\((?:le\s)?$",
    re.IGNORECASE,
)
"""What leads to a day in the bracket of a subject: `Au menu : la fête des voisins (25 mai)`."""
_NEWS: Final = re.compile(
    r"\W*(?:(?:nos|les|toutes les)\s)?(?:derni[èe]res?\s)?(?:actualit[ée]s?|actus?|news|nouvelles|br[èe]ves|"
    r"en bref)\W*",
    re.IGNORECASE,
)
"""A heading over news."""
_UNREAL: Final = compile_leaping(
    r"(?<![^\W_])(?:si\s[^.;:!?]{5,100}\sserai(?:t|ent)\s[^.;:!?]{0,60}|"
    r"(?:si le quorum|faute de quorum)[^.;:!?]{0,120})$",
    re.IGNORECASE,
)
"""What leads to a meeting that there may be: `Si le quorum manquait, une seconde assemblée serait convoquée`."""
_MET_BEFORE: Final = re.compile(
    r"(?<![^\W_])par\s(?:l[ea]s?|un|une)\s(?:jury|comit[ée]s?|commission|groupe|coll[èe]ge|[ée]lus|membres)\s"
    r"(?:[^.;:,\d]{0,40}\s)?r[ée]unie?s?\s(?:[^.;:,\d]{0,40}\s)?$|"
    r"(?<![^\W_])\w+(?:é|i|u|is)e?s?\s(?:par|en|lors d[eu]s?)\s?(?:l[ea]s?\s|l['’]|notre\s|une?\s)?"
    r"(?:comit[ée]|copil|commission|assembl[ée]e|conseil|bureau|jury|coll[èe]ge|groupe|r[ée]union|s[ée]ance|pl[ée]ni[èe]re)s?"
    r"(?![^\W_])[^.;:,\d]{0,50}?\s(?:du|des)\s(?:\w+di\s)?$",
    re.IGNORECASE,
)
"""Who met on a day that is only named: `choisis par le jury réuni le`, `le calendrier arrêté par le bureau du`."""
_MET_THEN: Final = re.compile(
    r"(?<![^\W_])(?:jury|comit[ée]|copil|commission|groupe|coll[èe]ge|bureau|[ée]lus|membres)s?\s(?:[^.;:,\d]{0,40}\s)?"
    r"(?<!est )(?<!sont )(?<!a )(?<!ont )(?<!sera )(?<!seront )r[ée]unie?s?\s(?:[^.;:,\d]{0,40}\s)?$",
    re.IGNORECASE,
)
_HAS_DONE: Final = re.compile(r",?\s(?:[^.;:\d]{0,40}\s)?(?:a|ont)\s(?:\w+ment\s)?\w+(?:é|i|u|is|it)e?s?(?![^\W_])")
"""Who met, and what they then did: `le comité d'animation réuni le 7 décembre a retenu un cycle`."""
_NONE_THEN: Final = re.compile(
    r"(?<![^\W_])(?:pas (?:de |d['’])[^.;:!?\d]{2,40}?|rel[âa]che|aucune? [^.;:!?\d]{2,40}?)"
    r"\s?[:(]?\s?(?:les?|du|ce)?\s?$",
    re.IGNORECASE,
)
"""What does not take place on a day: `Pas de distribution le`."""
_LONGEST_RUN: Final = 5
_LONGEST_AGENDA: Final = 15
_FEWEST_LED: Final = 2
"""Words before a day in an item from which on they lead to it."""


def weigh_days(parts: Parts) -> Parts:
    """The parts with the days that are only named in passing set apart: past before the first day told, else others."""
    days = [date for date in parts.dates if date.role == "event" and date.precision == "day"]
    last = max((date.last_day for date in days if is_told(parts, date) or stands_out(parts, date)), default=None)
    if last is None:
        return _without_long_ago(parts, days)
    first = min((d.first_day for d in days if is_told(parts, d) or is_laid_out(parts, d)), default=None)
    apart = [
        date
        for date in days
        if is_in_passing(parts, date)
        or (
            not is_news_of_letter(parts, date)
            and (
                (first is not None and date.last_day < first and is_referred_to(parts, date))
                or is_looked_back_on(parts, date, last)
            )
        )
        or _is_spoken_of(parts, date)
        or _is_on_agenda(parts, date)
        or _is_of_news(parts, date)
        or _is_before_letter(parts, date)
    ]
    apart += [d for d in parts.dates if d.role == "event" and d.precision != "day" and _is_on_agenda(parts, d)]
    named = {id(date) for date in apart if not could_not_be_kept(parts, date)}
    kept = {_span(date) for date in days if id(date) not in named}
    first = min((first for first, _ in kept), default=last)
    named -= {id(date) for date in apart if _span(date) in kept or _is_run_around(date, kept)}
    settled = (_set_apart(parts, date, first) if id(date) in named else date for date in parts.dates)
    return replace(parts, dates=tuple(settled))


def _without_long_ago(parts: Parts, days: list[DateReading]) -> Parts:
    """A page whose title names no meeting tells nothing but history by days in sentences from long before it."""
    published = parts.page.published_on
    if published is None or find_event_type(parts.page.title):
        return parts
    long_ago = {id(date) for date in days if (published - date.last_day).days > LONG_AGO}
    settled = (replace(d, role="past", rule="long_before") if id(d) in long_ago else d for d in parts.dates)
    return replace(parts, dates=tuple(settled))


def _span(date: DateReading) -> tuple[dt.date, dt.date]:
    return date.first_day, date.last_day


def _is_run_around(date: DateReading, kept: set[tuple[dt.date, dt.date]]) -> bool:
    """Whether a run of a few days holds a day that is told: `les 23 et 24 mai`, above `Départ le 23 à 7h30`."""
    if not 0 < (date.last_day - date.first_day).days < _LONGEST_RUN:
        return False
    return any(date.first_day <= first and last <= date.last_day for first, last in kept)


def _set_apart(parts: Parts, date: DateReading, first: dt.date) -> DateReading:
    """A day that is named in passing: past before the first day of a meeting, where its words do not look ahead."""
    start, _ = parts.sentence_of(date.where.start)
    if is_of_year_before(parts, date):
        return as_year_before(date)
    near = max(start, date.where.start - REACH)
    ahead = AHEAD.search(parts.document.text, near, date.where.start) is not None
    was = date.last_day < first and not ahead
    return replace(date, role="past" if was else "other", rule="named_in_passing")


def _is_spoken_of(parts: Parts, date: DateReading) -> bool:
    """Whether a day without hours is that of a meeting that another one speaks of (`préparation du forum du 5 mai`)."""
    block = parts.block_of(date.where.start)
    if block is None or has_own_hours(date) or block.kind in ("title", "heading"):
        return False
    start, _ = parts.sentence_of(date.where.start)
    start = max([start, *(d.where.end for d in standing_between(parts.dates, start, date.where.start))])
    text = parts.document.text
    return any(
        cue.search(text, start, date.where.start) is not None
        for cue in (_SUBJECT, _TOPIC, _UNREAL, _MET_BEFORE, _NONE_THEN)
    ) or (
        _MET_THEN.search(text, start, date.where.start) is not None
        and _HAS_DONE.match(text, date.where.end, parts.sentence_of(date.where.start)[1]) is not None
    )


def _is_before_letter(parts: Parts, date: DateReading) -> bool:
    """Whether a day without hours lies before the day of the letter that names it and invites to another one."""
    if date.starts_at is not None or parts.page.kind == "report":
        return False
    letter = next((other.first_day for other in parts.dates if other.rule == "date_of_letter"), date.first_day)
    return date.last_day < letter and any(d.role == "event" and d.last_day >= letter for d in parts.dates)


def _is_on_agenda(parts: Parts, date: DateReading) -> bool:
    """Whether a day without hours stands within an item of what people will speak of (`Ordre du jour`)."""
    block = parts.block_of(date.where.start)
    if block is None or has_own_hours(date) or block.kind not in (*RUNNING, "field"):
        return False
    if not _is_under_agenda(parts, block):
        return False
    before = parts.document.text[block.start : date.where.start]
    return not (
        (before.count("(") == before.count(")") and not _is_within(parts, block, before))
        or _TO_COME.search(parts.document.words_of(block))
        or standing_between(parts.venues, block.start, block.end)
    )  # what is spoken of is when people meet again


def _is_under_agenda(parts: Parts, block: Block) -> bool:
    """Whether a line is labelled as an agenda, or is an item below one."""
    if block.label is not None and _AGENDA.fullmatch(block.label):
        return True
    index = bisect_left(parts.blocks, block.start, key=lambda other: other.start)
    for above in reversed(parts.blocks[max(0, index - _LONGEST_AGENDA) : index]):
        if _AGENDA.fullmatch(parts.document.words_of(above)):
            return True
        if above.kind in ("heading", "title") or above.kind not in (block.kind, "item", "field"):
            return False
    return False


def _is_of_news(parts: Parts, date: DateReading) -> bool:
    """Whether a day without hours or place only opens a line below a heading of news: that is when it was put up."""
    block = parts.block_of(date.where.start)
    if block is None or is_told(parts, date) or date.where.start > block.start + len("- Le "):
        return False
    heading = next((b for b in reversed(parts.blocks) if b.kind == "heading" and b.start < block.start), None)
    return heading is not None and _NEWS.fullmatch(parts.document.words_of(heading)) is not None


def _is_within(parts: Parts, block: Block, before: str) -> bool:
    """Whether words lead to a day in an item, below a day that is told with its hours."""
    above = (d for d in parts.dates if d.where.start < block.start)
    led = len(WORD.findall(before)) >= _FEWEST_LED
    return led and any(d.role == "event" and d.precision == "day" and d.starts_at is not None for d in above)
