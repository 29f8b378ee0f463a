"""Deadlines told by what heads them: `Inscription` over `En ligne jusqu'au 5 novembre`, `Réponse souhaitée` over a day.

What heads a line is read before it as if it were one sentence with it: so the words of limits are known only once.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.dates.lexicon import lower_case
from extract.dates.limits import OPEN_THEN, ends_with_bound, is_for_days, is_limit
from extract.dates.roles import find_role
from extract.dates.settings import SAYS_NOTHING, Setting, judge_before
from extract.dates.things import names_act
from extract.document import Block, Document
from extract.records import DateReading, DateRole
from extract.sentences import find_sentence

_LEAD: Final = 60
_LONGEST_HEAD: Final = 60
_RUNNING: Final = ("paragraph", "item", "lead")
_HEADED: Final = (*_RUNNING, "field")
_WINDOW: Final = re.compile(rf"\W*(?:{OPEN_THEN},?\s)?(?:du|entre)\s(?:le\s)?(?:[^\W\d_]+di\s)?", re.IGNORECASE)
_CLOSED: Final = re.compile(r"[.!?;,]\s*$")
"""How a line ends that heads nothing."""
_NEXT_LIMIT: Final = re.compile(
    r"(?:,|;|\set|\spuis|\sou)\s(?:(?:jusqu['’]?|avant|d['’]ici)\s?)?(?:au|le)?\s?(?:[^\W\d_]+di\s)?$"
)
"""What leads from a limit to the next one of its sentence."""
_STEP: Final = re.compile(r"\W*\d{1,2}\s?(?:h(?:eures?)?|:)(?![^\W\d_])", re.IGNORECASE)
"""How a step of a programme begins, which heads nothing either: `16 h 00 Clôture` over the day."""

_TELLS_WHAT: Final = re.compile(r"\s?[:–—-]\s[^\W\d_]{3,}")
"""What a day read with the hours of its line tells between them: `Le 5 octobre : café des habitants (9h30)`."""


def settle_deadlines(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """The dates, those that what heads them makes a limit as deadlines."""
    settled = [_by_head(document, date) if date.role in ("other", "event", "publication") else date for date in dates]
    limits = [date for date in settled if date.role == "registration_deadline"]
    return [_like_limit_before(document, date, limits) if date.role == "other" else date for date in settled]


def _like_limit_before(document: Document, date: DateReading, limits: list[DateReading]) -> DateReading:
    """A day bound like the limit before it in its sentence: `jusqu'au 23 mars pour le printemps et au 8 juin`."""
    block = document.block_at(date.where.start)
    if block is None or date.first_day != date.last_day or date.precision != "day":
        return date
    start, _ = find_sentence(document.text, date.where.start, block.start, block.end)
    before = [limit for limit in limits if start <= limit.where.start < date.where.start]
    if not before:
        return date
    lead = lower_case(document.text[before[-1].where.end : date.where.start])
    listed = _NEXT_LIMIT.search(lead) is not None and len(lead) <= _LEAD
    return replace(date, role="registration_deadline", rule="limit_of_list") if listed else date


def _by_head(document: Document, date: DateReading) -> DateReading:
    block = document.block_at(date.where.start)
    if block is None or block.kind not in _HEADED or date.ends_at is not None:
        return date
    start = max(block.start, date.where.start - _LEAD)
    lead = lower_case(document.text[start : date.where.start])
    if date.first_day != date.last_day or block.kind == "field":
        return _by_head_of_window(document, date, block, lead)
    if is_for_days(lead, date.text):
        return date
    if ends_with_bound(lead):
        after = lower_case(document.text[date.where.end : block.end])
        above = (_line_above(document, block), _heading_over(document, block))
        if any(head and is_limit(f"{lower_case(head)} : {lead}", after, has_hours=False) for head in above):
            return replace(date, role="registration_deadline", rule="heading_signs_up")
    elif start == block.start and lead.strip(" :–-") in SAYS_NOTHING and _is_alone(document, block, date):
        head = _line_above(document, block)
        role = _role_by_head(head, date) if head else "event"
        begins = role == "other" and "\n" in date.text  # `Programme à Lens` / `Lundi 6 octobre` / `14h – ciné-débat`
        if role != "event" and not begins:
            return replace(date, role=role, rule="heading_signs_up" if role == "registration_deadline" else "of_thing")
    return date


def _by_head_of_window(document: Document, date: DateReading, block: Block, lead: str) -> DateReading:
    """Days from one to another below what heads the time to sign up: `Candidater` over `Du 15 avril au 28 juin`."""
    if date.first_day == date.last_day or date.precision != "day" or _WINDOW.fullmatch(lead) is None:
        return date
    above = (_line_above(document, block, asks=True), _heading_over(document, block))
    heads = (block.label or "",) if block.kind == "field" else above
    after = lower_case(document.text[date.where.end : block.end])
    leads = [f"{lower_case(head).rstrip('? ')} : {lead}" for head in heads if head]
    limits = any(is_limit(led, after, has_hours=False) for led in leads)
    return replace(date, role="registration_deadline", rule="heading_signs_up") if limits else date


def _role_by_head(head: str, date: DateReading) -> DateRole:
    """What a line says of a day alone below it: `Clôture des inscriptions`, `Affichage de la liste des élus`."""
    if names_act(lower_case(head)):
        return "other"
    setting = Setting(judge_before(head.rstrip(" :") + " : "), "")
    role, rule = find_role(setting, date.first_day, is_day=date.precision == "day", has_hours=False)
    limit = role == "registration_deadline" and rule.startswith("cue:")
    return role if limit else "event"


def _is_alone(document: Document, block: Block, date: DateReading) -> bool:
    told = _TELLS_WHAT.search(document.text, date.where.start, date.where.end) is not None
    return not told and not document.text[date.where.end : block.end].strip(" .,;()")


def _line_above(document: Document, block: Block, *, asks: bool = False) -> str:
    """The short line right above a block that may head it, with `asks` also a question; empty where there is none."""
    index = document.index_of(block)
    above = document.blocks[index - 1] if index else None
    if above is None or above.kind in ("furniture", "cell", "field", "title"):
        return ""
    words = document.words_of(above)
    if _STEP.match(words):
        return ""
    return "" if len(words) > _LONGEST_HEAD or _CLOSED.search(words.rstrip("? ") if asks else words) else words


def _heading_over(document: Document, block: Block) -> str:
    """The short heading over a block; empty where there is none."""
    above = document.heading_over(block.start)
    words = document.words_of(above) if above is not None else ""
    return words if len(words) <= _LONGEST_HEAD else ""
