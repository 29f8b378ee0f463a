"""A day that is only named in passing: beside what is told better on its page it is that of something else.

A day is told with its hours or its place, stands out on a line of its own, or stands in a sentence on a meeting. One
within a sentence about anything else, or by which a sentence points to a former meeting, is named in passing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from extract.dates.cues import EVENT_WORDS
from extract.dates.lexicon import NAMES_WEEKDAY, lower_case
from extract.dates.things import is_no_meeting_behind
from extract.document import Block
from extract.events.days.passing_clauses import (
    AHEAD,
    REACH,
    find_body,
    find_other_verb,
    follows_participle,
    is_quoted,
    sets_aside,
)
from extract.events.line_heads import is_one_of_several
from extract.events.page.kinds import tells_day_of_minutes
from extract.events.page.naming import find_event_type
from extract.events.parts import Parts, standing_between
from extract.events.stated.participants import tells_attendance
from extract.events.states.families import CANNOT_MEET, TITLE_MOVED
from extract.events.states.of_day import MOVES
from extract.events.venues.in_turn import find_town_in_turn
from extract.matching.leaping import compile_leaping
from extract.records import DateReading

RUNNING: Final = ("paragraph", "lead", "item")
WORD: Final = re.compile(r"[^\W\d_]{2,}")
_OPENS: Final = ("", "le", "ce", "dès", "dès le", "et", "puis")
"""What stands before a day that opens its sentence."""
_STEM: Final = 4
"""Letters of a participle by which the noun of a title is known: `signé`, `Signature`."""
_IN_TURN: Final = 3
_FEWEST_ENTRIES, _LONGEST_ENTRY = 3, 90
_PIECES: Final = re.compile(r"\s[–—|:-]\s|[»”\"]\s?,\s")
"""What parts the pieces of an entry."""
_FEWEST_WORDS: Final = 4
"""Words before a day, or behind it, from which on it stands within a sentence and not in a line of its own."""
_MEETS: Final = re.compile(
    r"(?<![^\W_])(?:rendez-vous|retrouv\w+|rejoign\w+|venez|attend(?:ons|ent|u\w*)|invit\w+|convi\w+|accueill\w+|re[çc]\w+v\w+|"
    r"r[ée]uni\w*|rassembl\w+|rencontr\w+|(?:a|ont|aura|auront|avait|avaient|avoir) (?:pas )?(?:eu )?lieu|"
    r"tien(?:t|dr\w+|nent)|tenue?s?|d[ée]roul\w+|si[ée]g\w+|"
    r"particip\w+|travers\w+|pass(?:era|eront|ent?(?=\s(?:[àa]|aux?|par|dans|chez|devant|en)\s))|"
    r"fer(?:a|ont) (?:[ée]tape|halte|escale)|stages?|permanences?|complets?|"
    r"places?\s(?:\w+\s){0,2}?(?:disponibles?|libres?|vacantes?|lib[ée]r\w+)|rest(?:e|ent)\s(?:[^.;:!?\s]+\s){0,3}places?|"
    r"se fer(?:a|ont)|(?:r[ée]serv|bloqu|gard|not|coch|ret(?:en|ien))(?:ez|ons)\s"
    r"(?:(?:bien|vite|d[ée]j[àa]|d[èe]s [àa] pr[ée]sent)\s)?"
    r"(?:votre|vos|la|le|l['’]|cette|ce|ces|les)|"
    r"f[êe]t(?:er|ons|ez|era)\w*|c[ée]l[ée]br\w+|organis\w+|inaugur\w+|annul\w+|report\w+|prochaine?s?|suivante?s?|dates?|jours?|"
    r"pouss\w+ (?:la|les) portes?|franchi\w*|r[ée]pondu pr[ée]sent|arpent\w+|"
    r"initialement|maintenu\w*)(?![^\W_])",
    re.IGNORECASE,
)
"""Words of those who meet, or of what becomes of a meeting: a day beside them is not named in passing."""
_REFERS: Final = compile_leaping(
    rf"(?<![^\W_])(?:{EVENT_WORDS}|[ée]ditions?)(?![^\W_])(?:\s[^.;:!?,\d]{{0,40}})?\sdu\s(?:\w+di\s)?$", re.IGNORECASE
)
"""What points to a meeting that is known by its day: `Les conclusions du séminaire du`."""
_PUT_OFF: Final = compile_leaping(
    r"(?<![^\W_])(?:report|reprogramm|d[ée]cal|annul|repouss|remplac|"
    r"pas (?:se tenir|se d[ée]rouler|avoir lieu|lieu)|est (?:d[ée]j[àa] )?compl[eè]te?(?![^\W_]))",
    re.IGNORECASE,
)
_TAKES_PLACE_OF: Final = re.compile(
    r"(?<![^\W_])(?:remplac[ée]e?s? par|report[ée]e?s?|d[ée]cal[ée]e?s?|reprogramm[ée]e?s?)\s"
    r"(?:cel(?:le|ui) du\s|au\s|le\s)?(?:[^\W\d_]+di\s)?$",
    re.IGNORECASE,
)
_SAME_BEHIND: Final = re.compile(
    r"\s?[,(:–-]?\s?(?:aux?\s|[àa]\s(?:la\s|l['’])?|dans\sla\s|dans\sles\s)?m[êe]mes?\s(?:horaires?|heures?|cr[ée]neaux?|lieux?|endroit|"
    r"salles?|adresse|conditions|programme)(?![^\W_])",
    re.IGNORECASE,
)
"""What likens a day to another one of the same meeting: `le mercredi 10 août, mêmes horaires`."""
_LISTED: Final = re.compile(r"\s?(?:,|et|ou|puis|&)\s(?:les?\s)?(?:[^\W\d_]+di\s)?", re.IGNORECASE)
_ARRIVES: Final = re.compile(
    r"\s(?:n['’]?\s?)?(?:est|arrive|approche|revient|rappelle|marque|c[ée]l[èe]bre|reste|symbolise|tombe)(?![^\W_])",
    re.IGNORECASE,
)
_LEADS_TO_DAY: Final = re.compile(r"\s:\s(?:les?\s)?$")
_HOUR_ASIDE: Final = re.compile(r"\(\s?(?:[àa]\s)?\d{1,2}\s?[hH:]\s?(?:\d\d)?\)?$")


def stands_out(parts: Parts, date: DateReading) -> bool:
    """Whether a day opens its line or cell, stands in a heading or behind a label, or in a sentence on a meeting."""
    laid_out = is_laid_out(parts, date)
    return laid_out or _names_meeting(parts.document.text[slice(*parts.sentence_of(date.where.start))])


def is_laid_out(parts: Parts, date: DateReading) -> bool:
    """Whether a day opens its line or cell, or stands in a heading or behind a label."""
    block = parts.block_of(date.where.start)
    if block is None or not is_running(parts, block):
        return block is not None
    return date.where.start - block.start <= len("- Le ")


def is_told(parts: Parts, date: DateReading) -> bool:
    """Whether a day has its hours or its place in its own sentence; a screen is the place of whatever is sent, too."""
    beside = standing_between(parts.venues, *parts.sentence_of(date.where.start))
    days = [d for d in standing_between(parts.dates, *parts.sentence_of(date.where.start)) if d.role == "event"]
    if len(days) >= _IN_TURN and find_town_in_turn(parts, date, days) is not None:
        return True  # `c'est Laon qui ouvre le bal le 3 mars ; Roubaix prend la suite le 7 avril`
    return date.starts_at is not None or any(venue.mode != "online" for venue in beside)


def is_in_passing(parts: Parts, date: DateReading) -> bool:
    """Whether a day stands within a sentence that says nothing of a meeting: no hours, no place, no word of one."""
    block = parts.block_of(date.where.start)
    if block is None or date.rule not in ("day", "cue:event", "cue:other"):
        return False
    if is_told(parts, date):
        return _is_done_at_a_place(parts, date, block)
    if tells_day_of_minutes(parts.document, block, date.where.end):
        return False
    if _is_entry_of_list(parts, date, block):
        return False
    start, end = parts.sentence_of(date.where.start)
    if parts.page.kind == "report" and (block.kind == "lead" or opens(parts, block)):
        return _has_other_verb(parts, date, start, _head_of_list(parts, date, start))  # else the day that it tells of
    if not (is_running(parts, block) or (block.kind == "field" and start > block.start)):
        return False  # behind the value of a field something else may be said
    head = _head_of_list(parts, date, start)
    if _has_other_verb(parts, date, start, head) or _hangs_elsewhere(parts, date, start):
        return True
    return date.rule == "day" and _is_unnamed(parts, date, (start, end), head)


def could_not_be_kept(parts: Parts, date: DateReading) -> bool:
    """Whether a page on what was moved says that people cannot meet on a day, or this one takes the place of it."""
    start, _ = parts.sentence_of(date.where.start)
    if _TAKES_PLACE_OF.search(parts.document.text, start, date.where.start):
        return True  # `Elle est remplacée par le jeudi 3 février`
    if TITLE_MOVED.search(parts.document.title) is None:
        return False
    return CANNOT_MEET.search(parts.document.text, start, date.where.start) is not None


def _is_entry_of_list(parts: Parts, date: DateReading, block: Block) -> bool:
    """Whether a day ends its line as those of other lines beside it do: `Comptabilité – Arras, les 7 et 8 juin`.

    Lines with heads that open with the same word are entries as well: `Groupe de Roubaix : les 22 et 23 septembre`.
    """
    if is_one_of_several(parts, date):
        return True
    if not _ends_line(parts, date, block):
        return False
    lines = ((other, parts.block_of(other.where.start)) for other in parts.dates if other.role == "event")
    alike = {line.start for other, line in lines if line is not None and _ends_line(parts, other, line)}
    return len(alike) >= _FEWEST_ENTRIES


def _ends_line(parts: Parts, date: DateReading, block: Block) -> bool:
    """Whether a short line, set off in pieces, ends with a day and no full stop."""
    words = parts.document.text[block.start : date.where.start]
    return (
        date.where.end == block.end
        and is_running(parts, block)
        and len(words) <= _LONGEST_ENTRY
        and _PIECES.search(words) is not None
    )


def _has_other_verb(parts: Parts, date: DateReading, start: int, head: int) -> bool:
    """Whether the verb that governs a day, or its list from `head`, tells what is no meeting.

    A report tells of its own meeting in the past: there only a future is asked (`Le jury se prononcera le`).
    """
    text = parts.document.text
    if parts.page.kind == "report":
        coming = find_other_verb(text, start, head)
        return AHEAD.match(coming) is not None and coming[:_STEM] not in parts.document.title.lower()
    if text[start:head].strip(' \n–•-«"').lower() in _OPENS:
        _, end = parts.sentence_of(date.where.start)
        return is_no_meeting_behind(lower_case(text[date.where.end : min(end, date.where.end + REACH)]))
    done = find_other_verb(text, start, head)
    return bool(done) and done[:_STEM] not in parts.document.title.lower()


def _hangs_elsewhere(parts: Parts, date: DateReading, start: int) -> bool:
    """Whether the words before a day, from the start of its sentence, set it aside or lead to another body's day."""
    text = parts.document.text
    return sets_aside(text, start, date.where.start) or _is_of_other_body(parts, date, start)


def _is_of_other_body(parts: Parts, date: DateReading, start: int) -> bool:
    """Whether a sentence tells when a body meets that the page names neither in its title nor beside its own days."""
    noun = find_body(parts.document.text, start, date.where.start)
    if not noun:
        return False
    told = (d for d in parts.dates if d.role == "event" and d is not date and is_told(parts, d))
    beside = (parts.document.text[slice(*parts.sentence_of(d.where.start))] for d in told)
    return not any(noun in words.lower() for words in (parts.document.title, *beside))


def _is_done_at_a_place(parts: Parts, date: DateReading, block: Block) -> bool:
    """Whether something is done on a day at a place, without an hour, that the title does not speak of."""
    if date.starts_at is not None or not is_running(parts, block):
        return False
    start, _ = parts.sentence_of(date.where.start)
    if standing_between(parts.dates, start, date.where.start):
        return False  # one of several days of what the sentence tells
    done = find_other_verb(parts.document.text, start, date.where.start, passive=True)
    return bool(done) and done[:_STEM] not in parts.document.title.lower()


def _is_unnamed(parts: Parts, date: DateReading, sentence: tuple[int, int], head: int) -> bool:
    """Whether no word of a meeting stands in a sentence that leads to the list of a day at `head`, or quotes it."""
    start, end = sentence
    if is_quoted(parts.document.text, start, date.where.start, date.where.end, end):
        return True
    behind = parts.document.text[date.where.end : end]
    led = _LEADS_TO_DAY.search(parts.document.text, start, head) is not None
    if led and not behind.strip(" .!") and NAMES_WEEKDAY.search(date.text):
        return False  # `Marche « Mai à vélo » : dimanche 15 juin.`
    if NAMES_WEEKDAY.search(date.text) and not _is_over(parts, date):
        return False  # who names the weekday of a day to come wants somebody to come
    words = parts.document.text[start:end]
    led = len(WORD.findall(parts.document.text, max(start, head - REACH), head)) >= _FEWEST_WORDS
    if led or follows_participle(parts.document.text, start, head):
        return not _names_meeting(words) and not _SAME_BEHIND.match(parts.document.text, date.where.end, end)
    return _is_subject(parts, date, end) and not _names_meeting(words)


def _is_over(parts: Parts, date: DateReading) -> bool:
    """Whether a day lies before its page was published."""
    published = parts.page.published_on
    return published is not None and date.last_day < published


def is_referred_to(parts: Parts, date: DateReading) -> bool:
    """Whether an announcement points in a sentence to a meeting by its day: `suite au séminaire du 3 mars`."""
    block = parts.block_of(date.where.start)
    if block is None or parts.page.kind == "report" or not is_running(parts, block) or is_told(parts, date):
        return False
    start, end = parts.sentence_of(date.where.start)
    near = max(start, date.where.start - REACH)
    refers = _REFERS.search(parts.document.text, near, date.where.start) is not None
    return refers and _PUT_OFF.search(parts.document.text, start, end) is None  # `le report de la visite du 3 mars`


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


def opens(parts: Parts, block: Block) -> bool:
    """Whether a block is the first running text of the page."""
    return next((other for other in parts.blocks if other.kind in RUNNING), None) == block


def has_own_hours(date: DateReading) -> bool:
    """Whether hours are told of a day; one alone in a bracket is when it is spoken of (`le 17 juin (11h30)`)."""
    return date.starts_at is not None and (date.ends_at is not None or _HOUR_ASIDE.search(date.text) is None)


@lru_cache(maxsize=16)
def _names_meeting(sentence: str) -> bool:
    """Whether a sentence has a word of a meeting; kept, as all days of a long one ask for it."""
    told = find_event_type(sentence) or _MEETS.search(sentence) or MOVES.search(sentence)
    return bool(told or tells_attendance(sentence))


def is_running(parts: Parts, block: Block) -> bool:
    """Whether a block is running text: no title, no cell, nothing behind a label."""
    return block.kind in RUNNING and not block.label
