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
from functools import lru_cache
from typing import Final, NamedTuple

from extract.dates.lexicon import NAMES_WEEKDAY
from extract.document import Block
from extract.events.days.in_passing import (
    RUNNING,
    WORD,
    has_own_hours,
    is_in_passing,
    is_laid_out,
    is_referred_to,
    is_running,
    is_told,
    opens,
    stands_out,
)
from extract.events.days.passing_clauses import AHEAD, REACH
from extract.events.days.roles import LONG_AGO, tells_meeting
from extract.events.page.kinds import TOLD_IN_PAST
from extract.events.page.naming import find_event_type
from extract.events.parts import Parts, standing_between
from extract.events.stated.participants import tells_attendance
from extract.matching.leaping import compile_leaping
from extract.records import DateReading

_LAST: Final = re.compile(r"\s*(?<![^\W_])(?:dernier|passé)s?(?![^\W_])", re.IGNORECASE)
_YEAR_AGO: Final = compile_leaping(
    r"(?<![^\W_])(?:l['’]an|l['’]ann[ée]e|l['’][ée]dition) (?:derni[èe]re?|pass[ée]e?)(?![^\W_])", re.IGNORECASE
)
"""What says of a day that it has just been: `le 24 juin dernier`."""
_YEAR_BEFORE: Final = re.compile(
    r"\W*(?:l['’]an|l['’]ann[ée]e|l['’][ée]dition) (?:derni[èe]re?|pass[ée]e?|pr[ée]c[ée]dente),?\s"
    r"(?:(?:d[ée]j[àa],? )?le\s)?$",
    re.IGNORECASE,
)
"""What says so right before a day: `L'an dernier, le 19 septembre`."""
_LAST_OF_LIST: Final = re.compile(
    r"(?:,|\set)\s(?:le\s|du\s)?(?:1er|\d{1,2})\s[^.;:!?]{3,30}\s(?:derniers|passés)(?![^\W_])", re.IGNORECASE
)
"""What says so of a day and of those listed behind it: `du 10 avril et du 5 juin derniers`."""
_FORMER: Final = re.compile(
    r"(?<![^\W_])(?:la|le|l['’]|notre|une?)\s?(?:premi[èe]re?|pr[ée]c[ée]dente?|derni[èe]re)(?![^\W_])[^.;:!?]{0,80}$",
    re.IGNORECASE,
)
"""What calls a meeting the first, or the one before: `La première marche, le 8 mars dernier, vous a plu`."""
_DID: Final = re.compile(
    r",\s[^.;:!?,]{1,60}?(?<![^\W_])(?:(?:ai|a|avons|ont|avait|avaient|avions)\s(?:\w+ment\s)?"
    r"\w+(?:é|i|u|is|it|ert|int)e?s?|[ée]tions|[ée]tai(?:t|ent))(?![^\W_])"
)
"""What was done on a day that opens its sentence, or who was where: `Le 12 mars, nous avons remis …`, `nous étions`."""
_STATE: Final = compile_leaping(
    r"(?<![^\W_])(?:report|reprogramm|d[ée]cal|d[ée]plac|annul|repouss|remplac|(?:pr[ée]vu|programmé|fixé|planifié)e?s?(?![^\W_])|"
    r"initial|devai)",
    re.IGNORECASE,
)
"""What becomes of a meeting, or that it was planned."""
_BACK: Final = re.compile(
    r"\W*(?:retour (?:sur|en images)|compte[- ]rendu|en images|[çc]a s['’]est pass[ée])", re.IGNORECASE
)
"""What heads the report on a meeting: it is what is told below, and no aside."""
_PREPARES: Final = re.compile(
    r"(?<![^\W_])(?:préparatoires?|préalables?|au préalable|en amont)(?![^\W_])", re.IGNORECASE
)
"""What says that people met before the meeting that the page tells of."""
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
            not _is_news_of_letter(parts, date)
            and (
                (first is not None and date.last_day < first and is_referred_to(parts, date))
                or _is_looked_back_on(parts, date, last)
            )
        )
        or _is_spoken_of(parts, date)
        or _is_on_agenda(parts, date)
        or _is_of_news(parts, date)
        or _is_before_letter(parts, date)
    ]
    apart += [d for d in parts.dates if d.role == "event" and d.precision != "day" and _is_on_agenda(parts, d)]
    named = {id(date) for date in apart}
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
    near = max(start, date.where.start - REACH)
    ahead = AHEAD.search(parts.document.text, near, date.where.start) is not None
    was = date.last_day < first and not ahead
    return replace(date, role="past" if was else "other", rule="named_in_passing")


def _is_looked_back_on(parts: Parts, date: DateReading, last: dt.date) -> bool:
    """Whether a page tells of a meeting that was, below its first lines and before the last day that it tells."""
    block = parts.block_of(date.where.start)
    if date.last_day >= last or date.starts_at is not None or block is None or not is_running(parts, block):
        return False
    start, _ = parts.sentence_of(date.where.start)
    if _YEAR_BEFORE.match(parts.document.text, start, date.where.start):
        return True
    has_been = _LAST.search(date.text) or _LAST.match(parts.document.text, date.where.end)
    has_been = has_been or _LAST_OF_LIST.match(parts.document.text, date.where.end)
    if block.kind == "lead":
        sentence = parts.sentence_of(date.where.start)
        beside = standing_between(parts.dates, *sentence) if has_been else []
        former = has_been and _FORMER.search(parts.document.text, sentence[0], date.where.start) is not None
        again = standing_between(parts.dates, sentence[1], block.end) if former else []
        told = [*(d for d in beside if d.starts_at is not None), *(d for d in again if d.role == "event")]
        later = any(d.first_day > date.last_day for d in told)
        return later or (parts.page.kind == "announcement" and _is_former(parts, date, sentence))
    if has_been:
        return parts.page.kind == "announcement" or not (is_told(parts, date) or opens(parts, block))
    sentence = parts.sentence_of(date.where.start)
    year_ago, met = _looks_back(parts.document.text[sentence[0] : sentence[1]])
    if year_ago and not opens(parts, block):
        return True
    if met:
        return parts.page.kind == "announcement" or _PREPARES.search(parts.document.text, *sentence) is not None
    if parts.page.kind != "announcement":
        return False
    did = date.rule == "day" and not opens(parts, block) and _DID.match(parts.document.text, date.where.end) is not None
    return did or _is_former(parts, date, sentence)


def _is_former(parts: Parts, date: DateReading, sentence: tuple[int, int]) -> bool:
    """Whether a sentence in the past tense tells a day before all that the page announces with hours.

    `Celui du 12 décembre portait sur les tiers-lieux`; one with its place is told as a meeting.
    """
    coming = _find_coming(parts)
    if coming is None or date.last_day >= coming.first or is_told(parts, date):
        return False
    heading = parts.document.heading_over(date.where.start)
    if (heading.start if heading is not None else None) not in coming.headings:
        return False  # the news of a letter has a heading of its own
    line = parts.block_of(date.where.start)
    above = parts.block_above(line) if line is not None else None
    if any(head is not None and _BACK.match(parts.document.words_of(head)) for head in (heading, above)):
        return False
    told, ahead, state = _tenses(parts.document.text[slice(*sentence)])
    return told and not ahead and not state


def _is_news_of_letter(parts: Parts, date: DateReading) -> bool:
    """Whether a meeting that was is told under a heading of its own, with its place and hours or with who came.

    `On y était` stands over it, `La prochaine fois` over what is announced.
    """
    block = parts.block_of(date.where.start)
    heading = parts.document.heading_over(date.where.start)
    if heading is None or block is None or not is_running(parts, block) or NAMES_WEEKDAY.search(date.text) is None:
        return False
    span = parts.sentence_of(date.where.start)
    told = any(venue.mode != "online" for venue in standing_between(parts.venues, *span))
    if not (told or tells_attendance(parts.document.text[slice(*span)])):
        return False
    coming = _find_coming(parts)
    return coming is not None and heading.start not in coming.headings and date.last_day < coming.first


class _Coming(NamedTuple):
    """The first of the days that a page does not tell in the past, and where the headings over them all begin."""

    first: dt.date
    headings: frozenset[int | None]


_LAST_COMING: Final[list[tuple[Parts, _Coming | None]]] = []


def _find_coming(parts: Parts) -> _Coming | None:
    """The days that a page tells in no past tense; None where it tells none. Kept for the last page asked for."""
    if not _LAST_COMING or _LAST_COMING[0][0] is not parts:
        text = parts.document.text
        past: dict[tuple[int, int], bool] = {}
        days: list[DateReading] = []
        for date in parts.dates:
            if date.role == "event" and date.precision == "day":
                span = parts.sentence_of(date.where.start)
                if span not in past:
                    past[span] = TOLD_IN_PAST.search(text, *span) is not None
                days += [] if past[span] else [date]
        blocks = {id(parts.block_of(date.where.start)): date for date in days}  # one of each line
        heads = (parts.document.heading_over(date.where.start) for date in blocks.values())
        headings = frozenset(head.start if head is not None else None for head in heads)
        coming = _Coming(min(date.first_day for date in days), headings) if days else None
        _LAST_COMING[:] = [(parts, coming)]
    return _LAST_COMING[0][1]


@lru_cache(maxsize=16)
def _tenses(sentence: str) -> tuple[bool, bool, bool]:
    """Whether a sentence tells what was, looks ahead, and tells what became of a meeting; kept, as all its days ask."""
    told, ahead, state = (words.search(sentence) is not None for words in (TOLD_IN_PAST, AHEAD, _STATE))
    return told, ahead, state


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


@lru_cache(maxsize=16)
def _looks_back(sentence: str) -> tuple[bool, bool]:
    """Whether a sentence speaks of a year ago, and of people who met; kept, as all days of a long one ask for it."""
    return _YEAR_AGO.search(sentence) is not None, tells_meeting(sentence)
