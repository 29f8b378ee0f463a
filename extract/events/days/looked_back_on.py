"""Meetings that were: a page tells of them beside those to come, by `dernier`, `l'an passé` or in the past tense."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from extract.dates.lexicon import NAMES_WEEKDAY
from extract.document import Block
from extract.events.days.in_passing import (
    is_running,
    is_told,
    opens,
)
from extract.events.days.passing_clauses import AHEAD
from extract.events.days.roles import tells_meeting
from extract.events.page.kinds import TOLD_IN_PAST
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
_HEADS_PAST: Final = re.compile(
    r"(?<![^\W_])(?:[ée]tai(?:t|ent|s)|[ée]tions|"
    r"(?:a|ont|avez|avons|est|sont) (?:[^\W\d_]+ )?[^\W\d_]{2,}(?:é|i|u|is|it)e?s?|retours?|bilans?|"
    r"[ée]chos?|souvenirs?|r[ée]trospective|en images|r[ée]cemment|derni[èe]rement|pass[ée]e?s?)(?![^\W_])",
    re.IGNORECASE,
)
"""What heads the news of what was: `On y était`, `Ce qu'on a fait`, `Ça s'est passé`."""
_OVER_PAST: Final = re.compile(
    r"\W*(?:retours?|r[ée]trospective|[ée]chos? d[eu]|en images|en photos|souvenirs?|bilans?|bravo|merci|"
    r"(?:[çc]a|cela|ce qui|c['’])\s?(?:s['’]est|est|[ée]tait) ?(?:pass[ée]|fait)?|on y [ée]tait|vous y [ée]tiez|"
    r"(?:nous|on) (?:y [ée]tions|l['’]a fait)|ce qu(?:['’]on a|e nous avons) fait)(?![^\W_])",
    re.IGNORECASE,
)
"""What stands over nothing but what was: `Ça s'est passé`, `Retour sur`."""
_RELATIVE: Final = compile_leaping(r",\s(?:qui|que|dont|où)\s[^,;.!?\n]{3,120}", re.IGNORECASE)
_WILL: Final = re.compile(r"(?<![^\W_])(?:se|fe|au|i|viend|tiend|pour|devr)r(?:a|ont|ons|ez)(?![^\W_])", re.IGNORECASE)
_PREPARES: Final = re.compile(
    r"(?<![^\W_])(?:préparatoires?|préalables?|au préalable|en amont)(?![^\W_])", re.IGNORECASE
)
"""What says that people met before the meeting that the page tells of."""


def is_looked_back_on(parts: Parts, date: DateReading, last: dt.date) -> bool:
    """Whether a page tells of a meeting that was, below its first lines and before the last day that it tells."""
    block = parts.block_of(date.where.start)
    if date.starts_at is not None or block is None or not is_running(parts, block):
        return False
    sentence = parts.sentence_of(date.where.start)
    if is_of_year_before(parts, date):
        return True  # a day without its year was given that of the days to come
    if date.last_day >= last:
        return False
    if _YEAR_BEFORE.match(parts.document.text, sentence[0], date.where.start):
        return True
    return _is_of_relative(parts, date, sentence) or _has_been(parts, date, block, sentence)


def _is_of_relative(parts: Parts, date: DateReading, sentence: tuple[int, int]) -> bool:
    """Whether a relative clause tells in the past what somebody did who is now announced with something else.

    `Après le groupe de Soissons, qui a terminé le 12 mai par une visite, dix bénévoles commenceront le 6 juin`.
    """
    text = parts.document.text
    clauses = _RELATIVE.finditer(text, *sentence)
    own = next((c for c in clauses if c.start() < date.where.start < c.end()), None)
    if own is None or TOLD_IN_PAST.search(own.group()) is None or _STATE.search(text[slice(*sentence)]):
        return False
    beside = ((sentence[0], own.start()), (own.end(), sentence[1]))
    return any(words.search(text, *span) is not None for words in (AHEAD, _WILL) for span in beside)


def _has_been(parts: Parts, date: DateReading, block: Block, sentence: tuple[int, int]) -> bool:
    """Whether a day before others is said to have been, by `dernier`, by a year ago or by its tense."""
    has_been = _LAST.search(date.text) or _LAST.match(parts.document.text, date.where.end)
    has_been = has_been or _LAST_OF_LIST.match(parts.document.text, date.where.end)
    announced = parts.page.kind == "announcement"
    if block.kind == "lead":
        beside = standing_between(parts.dates, *sentence) if has_been else []
        former = has_been and _FORMER.search(parts.document.text, sentence[0], date.where.start) is not None
        again = standing_between(parts.dates, sentence[1], block.end) if former else []
        told = [*(d for d in beside if d.starts_at is not None), *(d for d in again if d.role == "event")]
        later = any(d.first_day > date.last_day for d in told)
        return later or (announced and _is_former(parts, date, sentence))
    if has_been:
        return announced or not (is_told(parts, date) or opens(parts, block))
    year_ago, met = _looks_back(parts.document.text[slice(*sentence)])
    if year_ago and not opens(parts, block):
        return True
    if met:
        return announced or _PREPARES.search(parts.document.text, *sentence) is not None
    did = date.rule == "day" and not opens(parts, block) and _DID.match(parts.document.text, date.where.end) is not None
    return announced and (did or _is_former(parts, date, sentence))


def is_of_year_before(parts: Parts, date: DateReading) -> bool:
    """Whether a day without its year was in the year before, by its sentence or by a heading over what was.

    `Ça s'est passé` / `la séance du 24 juin est racontée en ligne`, in a letter of September.
    """
    if date.year_from == "written":
        return False
    sentence = parts.document.text[slice(*parts.sentence_of(date.where.start))]
    if tells_year_before(sentence):
        return True
    published, heading = parts.page.published_on, parts.document.heading_over(date.where.start)
    if published is None or date.first_day <= published or heading is None or NAMES_WEEKDAY.search(date.text):
        return False
    return _OVER_PAST.match(parts.document.words_of(heading)) is not None and _WILL.search(sentence) is None


def tells_year_before(sentence: str) -> bool:
    """Whether a sentence tells what was a year ago: `L'an dernier, elles avaient réuni 300 personnes`."""
    return _looks_back(sentence)[0] and TOLD_IN_PAST.search(sentence) is not None


def as_year_before(date: DateReading) -> DateReading:
    """A day that was given the year of those to come, as that of the year before; 29 February keeps its year."""
    try:
        first, last = (day.replace(year=day.year - 1) for day in (date.first_day, date.last_day))
    except ValueError:
        first, last = date.first_day, date.last_day
    return replace(date, first_day=first, last_day=last, role="past", rule="year_before")


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


def is_news_of_letter(parts: Parts, date: DateReading) -> bool:
    """Whether a meeting that was is told under a heading of its own, with its place and hours or with who came.

    `On y était` stands over it, `La prochaine fois` over what is announced.
    """
    block = parts.block_of(date.where.start)
    heading = parts.document.heading_over(date.where.start)
    if heading is None or block is None or not is_running(parts, block) or NAMES_WEEKDAY.search(date.text) is None:
        return False
    if not _HEADS_PAST.search(parts.document.words_of(heading)):
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


@lru_cache(maxsize=16)
def _looks_back(sentence: str) -> tuple[bool, bool]:
    """Whether a sentence speaks of a year ago, and of people who met; kept, as all days of a long one ask for it."""
    return _YEAR_AGO.search(sentence) is not None, tells_meeting(sentence)
