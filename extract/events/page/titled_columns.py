"""Tables that are catalogues: under `Intitulé`, `Formation` or `Réseau` stands in each row an event of its own.

Under `Module`, `Séance` or `Thème` stand the sittings of one, and so they do where another column numbers the rows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from extract.document import Block
from extract.events.page.event_nouns import EventNoun, find_first_noun
from extract.events.page.event_types import find_title_noun
from extract.events.page.line_pieces import words_behind_day
from extract.events.page.naming import find_event_type
from extract.events.parts import Parts, standing_between
from extract.records import EventReading
from extract.tables import find_table

_TITLES: Final = re.compile(
    r"\W*(?:intitul[ée]s?|titres?|nom d(?:e la formation|u (?:stage|r[ée]seau))|(?P<kind>formations?|stages?|"
    r"r[ée]seaux?|clubs?|instances?))(?:\sd(?:e la formation|u stage|es formations))?\W*",
    re.IGNORECASE,
)
"""The head of a column of names: what a row is, and no part of anything."""
_COUNTS: Final = re.compile(
    r"\W*(?:n\s?[°o]\W*|num[ée]ro|modules?|s[ée]ances?|[ée]tapes?|journ[ée]es?|sessions?)\W*", re.IGNORECASE
)
_ONE: Final = re.compile(
    r"(?<![^\W_])(?:cycles?|parcours|plans? de formation|universit[ée]s?|[ée]coles?|semaines?|quinzaines?|saisons?|"
    r"festivals?|s[ée]minaires?|(?:la|cette|notre|une) formation|tourn[ée]es?)(?![^\W_])|"
    r"^\W*(?:formation|stage)(?![^\W_])",
    re.IGNORECASE,
)
"""Titles of one thing, whatever its rows are called."""
_BODIES: Final = re.compile(r"r[ée]seau|club|instance", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SittingName:
    """What a sitting is called, the block that says so, and its noun of events where it has one."""

    words: str
    block: Block
    noun: EventNoun | None


def name_by_titled_column(parts: Parts, event: EventReading) -> list[SittingName | None]:
    """What each sitting of an event is called by the column of names of its table; none where one is not so called."""
    if _ONE.search(event.title) or find_event_type(event.title) == "cycle":
        return []
    found = [_name_in_row(parts, parts.block_of(session.date.where.start)) for session in event.sessions]
    return [] if None in found else found


def _name_in_row(parts: Parts, block: Block | None) -> SittingName | None:
    table = find_table(parts.document, block) if block is not None else None
    if block is None or table is None or table.rows[0][0].row == block.row:
        return None
    heads = {cell.column: parts.document.words_of(cell) for cell in table.rows[0]}
    if any(_COUNTS.fullmatch(words) for words in heads.values()):
        return None
    for cell in parts.row_of(block):
        head = _TITLES.fullmatch(heads.get(cell.column, ""))
        words = parts.document.words_of(cell)
        if head is not None and cell is not block and re.search(r"[^\W\d_]{3,}", words):
            noun = find_first_noun(words)
            of_body = _BODIES.match(head["kind"] or "") and find_title_noun(words) is None
            named = _with_head(heads[cell.column], words) if of_body else words
            return SittingName(" ".join(named.split()), cell, noun)
    return None


def _with_head(head: str, words: str) -> str:
    """A body that meets with what its column calls it: `Réseau : chefs de projet`."""
    kind = head.strip(" :").removesuffix("s").removesuffix("x")
    return words if words.lower().startswith(kind.lower()) else f"{kind[:1].upper()}{kind[1:].lower()} : {words}"


def call_by_own(parts: Parts, name: SittingName | None, block: Block | None) -> SittingName | None:
    """A name from the line below a day, in the words that the day leads to: `Mardi 16 juin, 10h : veille et santé`.

    The line below tells then what kind it is: `Webinaire proposé par l'ARS`.
    """
    if name is None or name.noun is None or block is None or name.block is block:
        return name
    words = words_behind_day(parts, block, standing_between(parts.dates, block.start, block.end))
    return SittingName(words, block, name.noun._replace(start=0, end=0)) if words else name
