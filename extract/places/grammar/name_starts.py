"""Where the name of a place begins in the words before its street: behind a preposition, a mark, or its day."""

from __future__ import annotations

import re

from extract.matching.leaping import compile_leaping
from extract.places.grammar.context import DAY
from extract.places.grammar.names import NAME_LEAD, NAME_LENGTH, PLACE_NOUN, clean_name
from extract.places.grammar.slot_pieces import is_house

# What stands in brackets right behind an hour: `8h45 (accueil café), Fort de Mons`.
ASIDE = re.compile(r"\s?\([^()]{2,40}\),?")
PIECE_BEFORE = re.compile(
    rf"(?:^|[,:;(]|\s[–—-]|\b(?:(?:au|[àÀ] la|dans (?:la|les?))(?=\s)|(?:[àÀ]|dans) l['’]))\s*"
    rf"(?P<piece>{PLACE_NOUN}[^,;:()\n]{{0,70}}),?\s?$",
    re.IGNORECASE,
)
# What parts the pieces of a line before its street.
LIST_MARK = compile_leaping(r"\s?[,:(]\s|\s[–—-]\s")


def name_start(head: str) -> int:
    """Where a name begins in the words before an address: behind the last preposition that leads to a name."""
    limit = max(0, len(head) - NAME_LENGTH)
    leads = [m for m in NAME_LEAD.finditer(head) if m.start() >= limit]
    for lead in reversed(leads):
        if clean_name(head[lead.start() :].partition(",")[0]):
            if lead.start() and lead[0].strip() == "":
                return wider_house(head, lead.start())
            return outer_start(head, leads, lead.start())
    days = list(DAY.finditer(head))
    start = days[-1].end() if days else 0
    aside = ASIDE.match(head, start)
    start = aside.end() if days and aside else start
    short = head[start:].strip(" ,;:–—-/")
    if short and len(short) <= NAME_LENGTH and clean_name(head[start:]):
        return start
    proper = proper_name_start(head)
    return len(head) if proper is None else proper


def proper_name_start(head: str) -> int | None:
    """Where the last piece of a list begins that is the proper name of a house: `bal, Le Grand Large, 4 rue Haute`."""
    marks = list(LIST_MARK.finditer(head, 0, len(head.rstrip(" ,:(–—-"))))
    start = marks[-1].end() if marks else 0
    return start if start and is_house(head[start:].strip(" ,:(–—-")) else None


def wider_house(head: str, start: int) -> int:
    """Where a name over several pieces begins: `Université X, bâtiment B, Campus Y`, each the noun of a place."""
    while True:
        before = PIECE_BEFORE.search(head, 0, start)
        if before is None or not clean_name(before["piece"]):
            return start
        start = before.start("piece")


def outer_start(head: str, leads: list[re.Match[str]], start: int) -> int:
    """Where the outer name begins when a name stands in brackets behind it or after a dash."""
    if head[start : start + 1] not in "(–—-":
        return start
    for lead in reversed(leads):
        if lead.start() < start and lead[0].strip(" ") not in ("(", "–", "—", "-", ":", ""):
            name = clean_name(head[lead.start() : start])
            return lead.start() if name and not re.search(r"[,;]", head[lead.end() : start]) else start
    return start
