"""Roles that only the page can tell: a `Dates:` field that is a stamp or an envelope, days before an announcement."""

from __future__ import annotations

import datetime as dt
import re
import sys
from dataclasses import replace
from typing import Final

from extract.dates.lexicon import NAMES_WEEKDAY, lower_case
from extract.dates.roles import find_role
from extract.dates.settings import Setting, judge_before
from extract.dates.things import names_act
from extract.document import Block, Document
from extract.events.days.call_steps import set_call_steps_aside
from extract.events.days.chronologies import set_chronologies_aside
from extract.events.days.clues import is_stamp
from extract.events.days.day_columns import settle_columns, without_row_above
from extract.events.days.deadline_heads import settle_deadlines
from extract.events.days.head_stamps import find_line_under_title
from extract.events.days.head_years import OLDEST_NEWS
from extract.events.days.listed_papers import set_listed_papers_aside
from extract.events.days.opening_news import WAS_DONE, give_opening_news
from extract.events.days.opening_times import set_opening_times_aside
from extract.events.days.posts import set_posts_aside
from extract.events.days.signatures import sign_off
from extract.events.days.told import settle_told
from extract.events.days.told_in_past import set_past_aside
from extract.events.page.kinds import publication_of
from extract.events.page.naming import find_event_type
from extract.events.states.of_day import MOVES
from extract.matching.leaping import compile_leaping
from extract.records import DateReading, DateRole, PageKind
from extract.sentences import find_sentence
from extract.tables import find_head_of, find_label_of_cell

_DATES_LABEL: Final = re.compile(r"dates?(?:\(s\))?(?: (?:et heures?|de l['’]événement))?", re.IGNORECASE)
_LETTER: Final = re.compile(r"(?:Fait )?(?:[àÀ] )?[A-ZÀ-Ý][\w'’-]+(?: [\w'’-]+){0,4}\s?, ?(?:le )?#[\s.]*")
_PRECEDING: Final = re.compile(
    r"(?<![^\W_])(?:pr[ée]c[ée]dent(?:e?s)|pass[ée]e?s|ant[ée]rieure?s|d[ée]j[àa] (?:r[ée]alis|organis|propos)\w+)\W*$|"
    r"^\W*(?:[àa] )?(?:re(?:voir|vivre|vivez)|r[ée][ée]couter) nos .{0,40}$|"
    r"^\W*(?:historique|archives?|r[ée]trospective|(?:[çc]a|cela) s['’]est pass[ée]\b.{0,30})\W*$",
    re.IGNORECASE,
)
_SITE: Final = re.compile(
    r"\W*(?:site|antenne|p[ôo]le|secteur|bassin|groupe)s? (?:de |d['’]|du )(?=(?-i:[A-ZÀ-Ý]))", re.IGNORECASE
)
"""A label that tells where, and not what: `Site de Cambrai` over its days."""
_REMINDS: Final = re.compile(
    r"\W*(?:rappels?|pour m[ée]moire|historique|les [ée]pisodes pr[ée]c[ée]dents)\W*", re.IGNORECASE
)
LONG_AGO: Final = 200
"""Days before its publication from which on a day is no part of what a page announces."""
FRESH: Final = 31
"""Days before its publication up to which a day can be the news that a page opens with."""
_LAST: Final = re.compile(r"\s*\b(?:dernier|passé)s?\b", re.IGNORECASE)
# What is no body of people: `La loi Lamy a fêté ses dix ans`.
_PAPER: Final = re.compile(
    r"\b(?:lois?|d[ée]crets?|ordonnances?|chartes?|trait[ée]s?|dispositifs?|programmes?|plans?)\b[^.;:,!?]{0,30}$",
    re.IGNORECASE,
)
_MET: Final = compile_leaping(
    r"(?<![^\W_])(?:(?:s['’]est|se sont|s['’][ée]tait|s['’][ée]taient)\s(?:\w+\s)?(?:tenu|d[ée]roul[ée]|r[ée]uni|"
    r"retrouv[ée]|"
    r"rassembl[ée]|donn[ée] rendez-vous)\w*|(?:a|ont)\s(?:\w+ment\s)?(?:eu lieu|fait (?:[ée]tape|halte|escale)|"
    r"r[ée]uni|rassembl[ée]|particip[ée]|"
    r"[ée]chang[ée]|lanc[ée]|sign[ée]|c[ée]l[ée]br[ée]|f[êe]t[ée]|d[ée]battu|assist[ée]|install[ée]|inaugur[ée]|pr[ée]sid[ée]))(?![^\W_])",
    re.IGNORECASE,
)


def tells_meeting(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether words say that people met, or did together what they meet for."""
    return any(_PAPER.search(text, start, met.start()) is None for met in _MET.finditer(text, start, end))


_MET_THEN: Final = re.compile(r"\W*(?:r[ée]uni|rassembl[ée]|retrouv[ée]|regroup[ée]|rencontr[ée])e?s?(?![^\W_])", re.I)
_ISSUE: Final = compile_leaping(
    r"(?<![^\W_])(?:(?:news|info)?-?lettre (?!de)|newsletter|lettre (?:électronique|d['’]information)|"
    r"bulletin d['’]information|"
    r"gazette|n\s?[°º]\s?\d+\W*$)",
    re.IGNORECASE,
)
"""What the head of a newsletter says of itself."""
_NUMBER_OF_ISSUE: Final = re.compile(
    r"\W*(?:[^\d\n]{0,90}[\s–—-])?(?:n\s?[°º]|num[ée]ro)\s?\d{1,4}\s?[-–—,|·/]\s?(?:le )?", re.IGNORECASE
)
_HEAD_OF_ISSUE: Final = 6
_LONGEST_NAME: Final = 80
_LEAD_OF_MOVE: Final = 90
_MOVING: Final = re.compile(r"(?<![^\W_])(?:report|d[ée]placement)\sd(?:e|u|es)\s[^.;:!?\d]{2,60}$", re.IGNORECASE)
"""What leads to a day and the one it moved to: `Report de la séance du` 3 mai au 24 mai."""
_HELD_THEN: Final = re.compile(
    r"(?<![^\W_])(?:aur(?:a|ont)\s(?:\w+\s){0,2}lieu|se\s(?:tiendr|d[ée]rouler)\w+|ser(?:a|ont)\s(?:organis|propos)\w+)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
"""What tells when a meeting is held, whatever became of it before."""
_IN_FORCE: Final = re.compile(
    r"\b(?:en (?:vigueur|application|service|fonctions?)|promulgu\w+|au journal officiel)\b", re.IGNORECASE
)
"""What becomes of a law, which nobody meets for: `il est entré en vigueur le`."""
_STREAM: Final = re.compile(r"/(?:actualites|actualite|news|actu)[^/]*/")


def settle_roles(document: Document, kind: PageKind, dates: tuple[DateReading, ...]) -> tuple[DateReading, ...]:
    """The dates with the roles that their place on the page gives them; the others are as they were."""
    settled = [part for date in dates for part in _part_moved(document, date)]
    settled = [_by_stamp(document, without_row_above(document, date)) for date in settled]
    settled = [_by_label(document, date, settled) for date in settled]
    settled = [_by_head_of_row(document, date) for date in settled]
    settled = settle_columns(document, settled)
    settled = _by_letter(document, [_under_past_heading(document, date) for date in settled])
    settled = settle_deadlines(document, _by_issue(document, settled))
    settled = [_as_envelope(document, date, settled) for date in settled]
    line = find_line_under_title(document, tuple(settled))
    settled = [_give(d, "publication", "line_under_title") if d is line and d.role == "event" else d for d in settled]
    settled = [
        _give(date, "past", "before_the_web") if date.role == "event" and date.last_day.year < OLDEST_NEWS else date
        for date in settled
    ]
    settled = set_chronologies_aside(document, set_call_steps_aside(document, settled))
    settled = set_opening_times_aside(document, set_listed_papers_aside(document, settled))
    settled = settle_told(document, set_posts_aside(document, settled))
    settled = [_give(d, "event", "meeting_of_title") if _is_meeting_of_title(document, d) else d for d in settled]
    published = publication_of(document)
    settled = sign_off(document, settled, published.value.date() if published is not None else None)
    settled = [_give(d, "event", "ceremony_of_title") if _is_ceremony(document, d) else d for d in settled]
    if kind in ("announcement", "report") and published is not None:
        day = published.value.date()
        settled = [
            _give(d, "event", "news_of_the_day") if d.rule == "founded" and _is_news(document, d, day) else d
            for d in settled
        ]
    if kind == "announcement" and published is not None:
        settled = _before_announcement(document, settled, published.value.date())
    if published is not None:
        settled = give_opening_news(document, settled, published.value.date())
    elif kind == "announcement":
        settled = set_past_aside(document, settled)
    return tuple(settled)


def _part_moved(document: Document, date: DateReading) -> list[DateReading]:
    """`la séance est reportée, celle du 26 mars au 24 septembre`: not a range but a day and the day it moved to."""
    block = document.block_at(date.where.start)
    if block is None or date.first_day == date.last_day or date.precision != "day" or "window" in date.flags:
        return [date]
    start, _ = find_sentence(document.text, date.where.start, block.start, block.end)
    held = list(_HELD_THEN.finditer(document.text, start, date.where.start))
    start = held[-1].end() if held else start  # `reporté deux fois, le festival aura lieu du 6 au 9 octobre`
    before = document.text[start : date.where.start]
    moves = MOVES.search(document.text, start, date.where.end)  # `passe du jeudi 12 au`: its day is a part of it
    if " au " not in date.text or not (moves or _MOVING.search(before[-_LEAD_OF_MOVE:])):
        return [date]
    return [
        replace(date, last_day=date.first_day, rule="moved_from", flags=(*date.flags, "moved_from")),
        replace(date, first_day=date.last_day, rule="moved_to", flags=(*date.flags, "moved_to")),
    ]


_FIGURES: Final = re.compile(r"(?:le )?\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?")


def _give(date: DateReading, role: DateRole, rule: str) -> DateReading:
    return replace(date, role=role, rule=rule)


def _by_stamp(document: Document, date: DateReading) -> DateReading:
    for stamp, role in ((document.published, "publication"), (document.modified, "modification")):
        if stamp is not None and is_stamp(date, stamp):
            return _give(date, role, f"stamp:{stamp.rule}")  # type: ignore[arg-type]
    changed = document.modified
    if changed is not None and changed.value.date() == date.first_day and _FIGURES.fullmatch(date.text):
        around = document.text[date.where.start - 1 : date.where.start] + document.text[date.where.end :][:1]
        if around == "()":  # `complet (07/03)` tells when that was written
            return _give(date, "modification", "day_of_change")
    return date


def _as_envelope(document: Document, date: DateReading, dates: list[DateReading]) -> DateReading:
    """A range in a heading is only the frame of its days where two of them at least are told with their hours."""
    block = document.block_at(date.where.start)
    if date.role != "event" or date.starts_at is not None or block is None or block.kind not in ("title", "heading"):
        return date
    told = {d.first_day for d in dates if d.first_day == d.last_day and d.starts_at and _inside(d, date)}
    return replace(date, flags=tuple(sorted({*date.flags, "envelope"}))) if len(told) > 1 else date


def _under_past_heading(document: Document, date: DateReading) -> DateReading:
    """A day under a heading that only looks back (`Les ateliers précédents`) is past."""
    if date.role != "event":
        return date
    above = document.heading_over(date.where.start)
    heading, lead = document.words_of(above) if above is not None else "", _lead_of_line(document, date)
    looks_back = _PRECEDING.search(heading) or _REMINDS.fullmatch(heading)
    looks_back = looks_back or _PRECEDING.search(lead)  # `Rappel : réunion le 4 mai` reminds of what is to come
    return _give(date, "past", "heading_looks_back") if looks_back else date


def _lead_of_line(document: Document, date: DateReading) -> str:
    """What leads the line of a day to its colon, or labels it: `Les visites précédentes : Guise (14 mars)`."""
    block = document.block_at(date.where.start)
    if block is None or block.kind not in ("paragraph", "item", "lead", "field"):
        return ""
    lead, colon, _ = document.text[block.start : date.where.start].partition(":")
    return block.label or (lead if colon and len(lead) <= _LONGEST_NAME else "")


def _by_letter(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """A line that is a town and its day dates the letter, where later days are told: `Lens, le 3 avril 2018`.

    Several such lines are stops, if some of them tell two days: `Amiens, jeudi 1er et vendredi 2 février`.
    """
    untimed = [d for d in dates if d.role == "event" and d.starts_at is None]
    letters = [d for d in untimed if _LETTER.fullmatch(_line_of(document, d))]
    others = [d for d in dates if d.role == "event" and d not in letters and d.precision == "day"]
    if len(letters) != 1 or letters[0].first_day != letters[0].last_day:
        return dates
    if not any(other.first_day > letters[0].first_day for other in others):
        return dates
    return [_give(d, "publication", "date_of_letter") if d is letters[0] else d for d in dates]


def _by_issue(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """A day that is a line in the head of a newsletter (`La lettre n° 12`, `Jeudi 5 mai`) is that of its issue."""
    head = document.first_lines(_HEAD_OF_ISSUE)
    words = [document.words_of(block) for block in head]
    numbered = next((d for d in dates for block in head if _opens_with_number(document, block, d)), None)
    if numbered is not None:
        return [_give(d, "publication", "day_of_issue") if d is numbered else d for d in dates]
    if not any(_ISSUE.search(line) and not find_event_type(line) for line in words if len(line) <= _LONGEST_NAME):
        return dates
    lines = {block.start: line for block, line in zip(head, words, strict=True)}
    found = [d for d in dates if d.role == "event" and d.starts_at is None and lines.get(d.where.start) == d.text]
    others = {d.first_day for d in dates if d.role == "event" and d.starts_at is not None}
    issued = found[:1] if len(others) > 1 else []
    return [_give(d, "publication", "day_of_issue") if d in issued else d for d in dates]


def _opens_with_number(document: Document, block: Block, date: DateReading) -> bool:
    """Whether a line is the number of an issue and its day: `n° 27 – mardi 11 décembre 2018`."""
    if not block.start < date.where.start < block.end or date.starts_at is not None:
        return False
    if date.role != "event" and date.rule != "cue:act":  # `La lettre du réseau - numéro 42 - 1er avril 2026`
        return False
    if document.text[date.where.end : block.end].strip(" .|") or block.kind not in ("paragraph", "lead", "item"):
        return False
    return _NUMBER_OF_ISSUE.fullmatch(document.text, block.start, date.where.start) is not None


def _line_of(document: Document, date: DateReading) -> str:
    """The words of the line of a day, with a mark in place of the day."""
    block = document.block_at(date.where.start)
    if block is None or block.kind not in ("paragraph", "lead", "heading") or date.where.end > block.end:
        return ""
    return document.text[block.start : date.where.start] + "#" + document.text[date.where.end : block.end]


def is_dates_field(block: Block | None) -> bool:
    """Whether a block is the value of a field labelled as dates."""
    return block is not None and block.kind == "field" and bool(_DATES_LABEL.fullmatch((block.label or "").strip()))


def _by_label(document: Document, date: DateReading, dates: list[DateReading]) -> DateReading:
    """`Dates:` means publication on a news page, the event elsewhere, an envelope where it spans days of the text."""
    named = None if date.rule.startswith("stamp:") else _by_label_words(document, date)
    if named is not None:
        return named
    if not is_dates_field(document.block_at(date.where.start)) or date.role not in ("event", "other"):
        return date
    if date.first_day != date.last_day:
        inside = [other for other in dates if other is not date and _inside(other, date)]
        spanned = bool(inside) and not _are_its_ends(inside, date)
        flags = (*date.flags, "envelope") if spanned or "midnight_artefact" in date.flags else date.flags
        return replace(date, role="event", rule="dates_field", flags=tuple(sorted(set(flags))))
    published = publication_of(document)
    if published is not None and date.first_day == published.value.date():
        return _give(date, "publication", "dates_field_is_publication")
    if _is_moment(date) and _STREAM.search(document.canonical_url or "") and _has_other_day(document, date, dates):
        return _give(date, "publication", "dates_field_of_news")
    return _give(date, "event", "dates_field")


def _by_label_words(document: Document, date: DateReading) -> DateReading | None:
    """A label that says what its date is: `Date limite d'inscription`, `Date de signature`, `Mis en ligne le`."""
    block = document.block_at(date.where.start)
    if block is None:
        return None
    label = block.label if block.kind == "field" else find_label_of_cell(document, block)
    head = find_head_of(document, block)
    named = _by_words_over(document.words_of(head), date) if head is not None else None
    if named is not None:
        return named
    if not label or " : " in document.text[block.start : date.where.start]:
        return None  # behind a second label its line tells of another day (`Clôture : 8 mars – Formation : 19 mars`)
    return _by_words_over(label, date)


def _by_words_over(words: str, date: DateReading) -> DateReading | None:
    """The date in the role that words over or before it alone tell; None where they tell none, or that of an event."""
    if len(words) > _LONGEST_NAME or _SITE.match(words):
        return None
    setting = Setting(judge_before(words + " "), "")
    role, rule = find_role(setting, date.first_day, is_day=date.precision == "day", has_hours=False)
    if role == "event" and names_act(lower_case(words)):
        return _give(date, "other", f"label:{words}")
    known = (rule.startswith("cue:") or rule == "of_thing") and role != "event"
    return _give(date, role, f"label:{words}") if known else None


def _by_head_of_row(document: Document, date: DateReading) -> DateReading:
    """A day in a row of a table that is headed by what becomes of a thing: `Instruction des dossiers` | 19 mai."""
    block = document.block_at(date.where.start)
    if block is None or block.kind != "cell" or date.role != "event" or date.starts_at is not None:
        return date
    first = next((other for other in document.blocks if other.row == block.row), block)
    head = document.words_of(first)
    column = find_label_of_cell(document, first)
    other = first is not block and len(head) <= _LONGEST_NAME and names_act(lower_case(head))
    other = other and not (column and find_event_type(column))  # `Prise de poste` under `Module` is what it is about
    return _give(date, "other", "of_thing") if other else date


def _inside(other: DateReading, envelope: DateReading) -> bool:
    if other.role != "event" or other.precision != "day" or (other.first_day, other.last_day) == (
        envelope.first_day, envelope.last_day,
    ):  # fmt: skip
        return False
    return envelope.first_day <= other.first_day and other.last_day <= envelope.last_day


def _are_its_ends(inside: list[DateReading], frame: DateReading) -> bool:
    """Whether only the hours of the first and of the last day are told: `début mardi 8 à 10h, fin vendredi à 16h`."""
    ends = {(d.first_day, d.starts_at is None, d.ends_at is None) for d in inside if d.first_day == d.last_day}
    return ends == {(frame.first_day, False, True), (frame.last_day, True, False)}


def _is_moment(date: DateReading) -> bool:
    return date.starts_at is not None and date.ends_at is None


def _has_other_day(document: Document, date: DateReading, dates: list[DateReading]) -> bool:
    return any(
        other.role == "event" and other.precision == "day" and other.first_day != date.first_day
        for other in dates
        if not is_dates_field(document.block_at(other.where.start))
    )


def _is_passing(document: Document, date: DateReading, published: dt.date) -> bool:
    """Whether a day before the announcement is only named in passing (`la visio-conférence du 12 octobre` is not)."""
    if date.role != "event" or date.last_day >= published:
        return False
    if date.precision != "day" or (published - date.last_day).days > LONG_AGO:
        return True
    told = date.starts_at is not None and date.ends_at is not None  # who tells from when to when tells of a meeting
    told = told or (_is_news(document, date, published) and not _is_done_by_others(document, date))
    told = told or _heads_entry(document, date)
    return date.rule != "cue:event" and not told and not _was_held(document, date)


def _is_done_by_others(document: Document, date: DateReading) -> bool:
    """Whether a sentence opens with a day and goes on with what was done on it, and nobody met for it.

    `Le 2 mai, quatre-vingts territoires ont été invités à candidater`, above the meetings that are announced.
    """
    block = document.block_at(date.where.start)
    if block is None or date.starts_at is not None:
        return False
    _, end = find_sentence(document.text, date.where.start, block.start, block.end)
    return WAS_DONE.match(document.text, date.where.end, end) is not None and not _was_held(document, date)


def _heads_entry(document: Document, date: DateReading) -> bool:
    """Whether a day with its weekday and year is all of its line: the entry of an agenda that keeps what was."""
    block = document.block_at(date.where.start)
    if block is None or date.year_from != "written" or NAMES_WEEKDAY.search(date.text) is None:
        return False
    line = document.text.rfind("\n", 0, date.where.start) + 1
    return not document.text[max(line, block.start) : date.where.start].strip(" \n-–•*")


def _is_news(document: Document, date: DateReading, published: dt.date) -> bool:
    """Whether a page opens with a day right before its publication: what took place then is its news.

    The day opens a sentence, or something was done on it: a page that announces something else only points back to one
    (`Réunis le 6 novembre dernier, les partenaires …`, `selon les consignes données samedi 14 mars`).
    """
    block = document.block_at(date.where.start)
    if block is None or _LAST.search(date.text) or _LAST.match(document.text, date.where.end):
        return False
    start, _ = find_sentence(document.text, date.where.start, block.start, block.end)
    if document.text[start : date.where.start].strip(' \n«"') not in ("", "Le", "Ce", "Les") and date.rule != "founded":
        return False
    if _IN_FORCE.search(document.text, start, date.where.start):
        return False
    opens = block is not None and (block.kind == "lead" or block == _first_paragraph(document))
    return opens and date.precision == "day" and 0 < (published - date.last_day).days <= FRESH


def _is_ceremony(document: Document, date: DateReading) -> bool:
    """Whether a page is called after what was done for good on a day of its first lines: `Signature du contrat`."""
    if date.rule != "founded" or date.precision != "day" or find_event_type(document.title) != "cérémonie":
        return False
    block = document.block_at(date.where.start)
    if _LAST.search(date.text) or _LAST.match(document.text, date.where.end):
        return False  # `élus le 15 octobre dernier` comes before what the page tells of
    return block is not None and (block.kind == "lead" or block == _first_paragraph(document))


def _is_meeting_of_title(document: Document, date: DateReading) -> bool:
    """Whether a page whose title says that people met opens with who met: `Réunis à Lens le 4 février dernier`.

    Under another title such a sentence only says of them when they did.
    """
    block = document.block_at(date.where.start)
    if date.rule != "attribute" or block is None or not (block.kind == "lead" or block == _first_paragraph(document)):
        return False
    return _MET_THEN.match(document.text, block.start) is not None and tells_meeting(document.title)


def _first_paragraph(document: Document) -> Block | None:
    """The first running text below the title."""
    return next((block for block in document.blocks if block.kind in ("lead", "paragraph")), None)


def _was_held(document: Document, date: DateReading) -> bool:
    """Whether the sentence of a day tells that people met on it."""
    block = document.block_at(date.where.start)
    if block is None:
        return False
    return tells_meeting(document.text, *find_sentence(document.text, date.where.start, block.start, block.end))


def _before_announcement(document: Document, dates: list[DateReading], published: dt.date) -> list[DateReading]:
    """Of the days of an announcement, those before it was published are past, as long as others are still ahead."""
    ahead = any(date.role == "event" and date.last_day >= published for date in dates)
    dates = [
        _give(date, "event", "ahead_of_announcement") if date.role == "past" and date.first_day > published else date
        for date in dates
    ]
    return [
        _give(date, "past", "before_announcement")
        if ahead and _is_passing(document, date, published) and "envelope" not in date.flags
        else date
        for date in dates
    ]
