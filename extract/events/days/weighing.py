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
from typing import Final

from extract.dates.lexicon import NAMES_WEEKDAY
from extract.document import Block
from extract.events.days.roles import tells_meeting
from extract.events.page.naming import find_event_type
from extract.events.parts import Parts, standing_between
from extract.events.states.of_day import MOVES
from extract.matching.leaping import compile_leaping
from extract.records import DateReading

_RUNNING: Final = ("paragraph", "lead", "item")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS: Final = 4
"""Words before a day, or behind it, from which on it stands within a sentence and not in a line of its own."""
_MEETS: Final = re.compile(
    r"(?<![^\W_])(?:rendez-vous|retrouv\w+|rejoign\w+|venez|attend(?:ons|ent|u\w*)|invit\w+|convi\w+|accueill\w+|re[çc]\w+v\w+|"
    r"r[ée]uni\w*|rassembl\w+|rencontr\w+|(?:a|ont|aura|auront|avait|avaient) (?:eu )?lieu|"
    r"tien(?:t|dr\w+|nent)|tenue?s?|d[ée]roul\w+|si[ée]g\w+|"
    r"particip\w+|travers\w+|pass(?:era|eront)|fer(?:a|ont) (?:[ée]tape|halte|escale)|stages?|permanences?|complets?|"
    r"f[êe]t(?:er|ons|ez|era)\w*|c[ée]l[ée]br\w+|organis\w+|inaugur\w+|annul\w+|report\w+|prochaine?s?|suivante?s?|dates?|jours?|"
    r"pouss\w+ (?:la|les) portes?|franchi\w*|r[ée]pondu pr[ée]sent|arpent\w+|"
    r"initialement|maintenu\w*)(?![^\W_])",
    re.IGNORECASE,
)
"""Words of those who meet, or of what becomes of a meeting: a day beside them is not named in passing."""

_DONE: Final = re.compile(
    r"(?<![^\W_])(?!(?:pr[ée]vu|programm|annonc|fix|planifi|maintenu|tenu|retenu|arr[êe]t|choisi|pos)[ée]?e?s?\s)"
    r"(?:[^\W\d_]{2,}ée?s?|(?:re|trans|sou|ad)?mise?s?|(?:com|re|sur)?prise?s?|(?:con|sur)venue?s?|(?:re[çc]|par|conn|rend|"
    r"concl|v|l)ue?s?|(?:sort|part|fin|[ée]tabl|chois)ie?s?|(?:re)?(?:[ée]crit|fait|produit|ouvert|offert)e?s?)\s(?:le\s)?$",
    re.IGNORECASE,
)
"""What was done on a day, right before it: `Photo prise le`, `Comme convenu le`."""
_LAST: Final = re.compile(r"\s*(?<![^\W_])(?:dernier|passé)s?(?![^\W_])", re.IGNORECASE)
_YEAR_AGO: Final = compile_leaping(
    r"(?<![^\W_])(?:l['’]an|l['’]ann[ée]e|l['’][ée]dition) (?:derni[èe]re?|pass[ée]e?)(?![^\W_])", re.IGNORECASE
)
"""What says of a day that it has just been: `le 24 juin dernier`."""
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
    r",\s[^.;:!?,]{1,60}?(?<![^\W_])(?:ai|a|avons|ont|avait|avaient|avions)\s(?:\w+ment\s)?\w+(?:é|i|u|is|it|ert|int)e?s?(?![^\W_])"
)
"""What was done on a day that opens its sentence: `Le 12 mars, nous avons remis notre centième vélo`."""
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
_LISTED: Final = re.compile(r"\s?(?:,|et|ou|puis|&)\s(?:les?\s)?(?:[^\W\d_]+di\s)?", re.IGNORECASE)
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
_HOUR_ASIDE: Final = re.compile(r"\(\s?(?:[àa]\s)?\d{1,2}\s?[hH:]\s?(?:\d\d)?\)?$")
_ARRIVES: Final = re.compile(
    r"\s(?:n['’]?\s?)?(?:est|arrive|approche|revient|rappelle|marque|c[ée]l[èe]bre|reste|symbolise|tombe)(?![^\W_])",
    re.IGNORECASE,
)
_LONGEST_AGENDA: Final = 15
_FEWEST_LED: Final = 2
"""Words before a day in an item from which on they lead to it."""


def weigh_days(parts: Parts) -> Parts:
    """The parts with the days that are only named in passing set apart: past before the first day told, else others."""
    days = [date for date in parts.dates if date.role == "event" and date.precision == "day"]
    last = max((date.last_day for date in days if _is_told(parts, date) or _stands_out(parts, date)), default=None)
    if last is None:
        return parts
    apart = [
        date
        for date in days
        if _is_in_passing(parts, date)
        or _is_looked_back_on(parts, date, last)
        or _is_spoken_of(parts, date)
        or _is_on_agenda(parts, date)
        or _is_of_news(parts, date)
        or _is_before_letter(parts, date)
    ]
    apart += [d for d in parts.dates if d.role == "event" and d.precision != "day" and _is_on_agenda(parts, d)]
    named = {id(date) for date in apart}
    kept = {_span(date) for date in days if id(date) not in named}
    first = min((first for first, _ in kept), default=last)
    named -= {id(date) for date in apart if _span(date) in kept}
    settled = (_set_apart(date, first) if id(date) in named else date for date in parts.dates)
    return replace(parts, dates=tuple(settled))


def _span(date: DateReading) -> tuple[dt.date, dt.date]:
    return date.first_day, date.last_day


def _set_apart(date: DateReading, first: dt.date) -> DateReading:
    """A day that is named in passing: past before the first day of a meeting, else that of something else."""
    return replace(date, role="past" if date.last_day < first else "other", rule="named_in_passing")


def _is_looked_back_on(parts: Parts, date: DateReading, last: dt.date) -> bool:
    """Whether a page tells of a meeting that was, below its first lines and before the last day that it tells."""
    block = parts.block_of(date.where.start)
    if date.last_day >= last or date.starts_at is not None or block is None or not _is_running(parts, block):
        return False
    has_been = _LAST.search(date.text) or _LAST.match(parts.document.text, date.where.end)
    has_been = has_been or _LAST_OF_LIST.match(parts.document.text, date.where.end)
    if block.kind == "lead":
        sentence = parts.sentence_of(date.where.start)
        beside = standing_between(parts.dates, *sentence) if has_been else []
        former = has_been and _FORMER.search(parts.document.text, sentence[0], date.where.start) is not None
        again = standing_between(parts.dates, sentence[1], block.end) if former else []
        told = [*(d for d in beside if d.starts_at is not None), *(d for d in again if d.role == "event")]
        return any(d.first_day > date.last_day for d in told)
    if has_been:
        return parts.page.kind == "announcement" or not (_is_told(parts, date) or _opens(parts, block))
    sentence = parts.sentence_of(date.where.start)
    year_ago, met = _looks_back(parts.document.text[sentence[0] : sentence[1]])
    if year_ago and not _opens(parts, block):
        return True
    if met:
        return parts.page.kind == "announcement" or _PREPARES.search(parts.document.text, *sentence) is not None
    did = parts.page.kind == "announcement" and not _is_told(parts, date) and date.rule == "day"
    return did and _DID.match(parts.document.text, date.where.end) is not None


def _is_spoken_of(parts: Parts, date: DateReading) -> bool:
    """Whether a day without hours is that of a meeting that another one speaks of (`préparation du forum du 5 mai`)."""
    block = parts.block_of(date.where.start)
    if block is None or _has_own_hours(date) or block.kind in ("title", "heading"):
        return False
    start, _ = parts.sentence_of(date.where.start)
    start = max([start, *(d.where.end for d in standing_between(parts.dates, start, date.where.start))])
    text = parts.document.text
    return any(
        cue.search(text, start, date.where.start) is not None
        for cue in (_SUBJECT, _TOPIC, _UNREAL, _MET_BEFORE, _NONE_THEN)
    )


def _has_own_hours(date: DateReading) -> bool:
    """Whether hours are told of a day; one alone in a bracket is when it is spoken of (`le 17 juin (11h30)`)."""
    return date.starts_at is not None and (date.ends_at is not None or _HOUR_ASIDE.search(date.text) is None)


def _is_before_letter(parts: Parts, date: DateReading) -> bool:
    """Whether a day without hours lies before the day of the letter that names it: nobody is invited to it."""
    if date.starts_at is not None or parts.page.kind == "report":
        return False
    return any(other.rule == "date_of_letter" and date.last_day < other.first_day for other in parts.dates)


def _is_on_agenda(parts: Parts, date: DateReading) -> bool:
    """Whether a day without hours stands within an item of what people will speak of (`Ordre du jour`)."""
    block = parts.block_of(date.where.start)
    if block is None or _has_own_hours(date) or block.kind not in (*_RUNNING, "field"):
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
    if block is None or _is_told(parts, date) or date.where.start > block.start + len("- Le "):
        return False
    heading = next((b for b in reversed(parts.blocks) if b.kind == "heading" and b.start < block.start), None)
    return heading is not None and _NEWS.fullmatch(parts.document.words_of(heading)) is not None


def _is_within(parts: Parts, block: Block, before: str) -> bool:
    """Whether words lead to a day in an item, below a day that is told with its hours."""
    above = (d for d in parts.dates if d.where.start < block.start)
    led = len(_WORD.findall(before)) >= _FEWEST_LED
    return led and any(d.role == "event" and d.precision == "day" and d.starts_at is not None for d in above)


def _opens(parts: Parts, block: Block) -> bool:
    """Whether a block is the first running text of the page."""
    return next((other for other in parts.blocks if other.kind in _RUNNING), None) == block


def _is_told(parts: Parts, date: DateReading) -> bool:
    """Whether a day has its hours or its place in its own sentence; a screen is the place of whatever is sent, too."""
    beside = standing_between(parts.venues, *parts.sentence_of(date.where.start))
    return date.starts_at is not None or any(venue.mode != "online" for venue in beside)


def _stands_out(parts: Parts, date: DateReading) -> bool:
    """Whether a day opens its line or cell, stands in a heading or behind a label, or in a sentence on a meeting."""
    block = parts.block_of(date.where.start)
    if block is None or not _is_running(parts, block):
        return block is not None
    head = parts.document.text[block.start : date.where.start]
    return len(head) <= len("- Le ") or _names_meeting(parts.document.text[slice(*parts.sentence_of(date.where.start))])


def _is_in_passing(parts: Parts, date: DateReading) -> bool:
    """Whether a day stands within a sentence that says nothing of a meeting: no hours, no place, no word of one."""
    block = parts.block_of(date.where.start)
    if block is None or date.rule != "day" or _is_told(parts, date):
        return False
    if parts.page.kind == "report" and (block.kind == "lead" or _opens(parts, block)):
        return False  # what a report opens with is the day that it tells of
    start, end = parts.sentence_of(date.where.start)
    if not (_is_running(parts, block) or (block.kind == "field" and start > block.start)):
        return False  # behind the value of a field something else may be said
    words = parts.document.text[start:end]
    head = _head_of_list(parts, date, start)
    led = len(_WORD.findall(parts.document.text, start, head)) >= _FEWEST_WORDS
    if led or _DONE.search(parts.document.text, start, head):
        return not _names_meeting(words)
    return _is_subject(parts, date, end) and not _names_meeting(words)


def _is_subject(parts: Parts, date: DateReading, end: int) -> bool:
    """Whether a day without its weekday is what an announcement only speaks of: `Le 8 mars n'arrive qu'une fois`."""
    if parts.page.kind != "announcement" or not date.text.startswith("Le ") or NAMES_WEEKDAY.search(date.text):
        return False
    return _ARRIVES.match(parts.document.text, date.where.end, end) is not None


def _head_of_list(parts: Parts, date: DateReading, start: int) -> int:
    """Where the list of days begins that a day stands in: `les samedis 14 janvier, 11 février et` 11 mars."""
    head = date.where.start
    for before in reversed(standing_between(parts.dates, start, date.where.start)):
        if _LISTED.fullmatch(parts.document.text, before.where.end, head) is None:
            break
        head = before.where.start
    return head


@lru_cache(maxsize=16)
def _looks_back(sentence: str) -> tuple[bool, bool]:
    """Whether a sentence speaks of a year ago, and of people who met; kept, as all days of a long one ask for it."""
    return _YEAR_AGO.search(sentence) is not None, tells_meeting(sentence)


@lru_cache(maxsize=16)
def _names_meeting(sentence: str) -> bool:
    """Whether a sentence has a word of a meeting; kept, as all days of a long one ask for it."""
    return bool(find_event_type(sentence) or _MEETS.search(sentence) or MOVES.search(sentence))


def _is_running(parts: Parts, block: Block) -> bool:
    """Whether a block is running text: no title, no cell, nothing behind a label."""
    return block.kind in _RUNNING and not block.label
