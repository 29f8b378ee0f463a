"""The series that an event belongs to, as its page names it: in the title, in quotes, or as `le cycle`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from extract.dates.lexicon import fold
from extract.events.page.mentions import quoted_cycles
from extract.events.page.naming import Name, find_cycle_in_title, find_event_type
from extract.events.parts import Parts
from extract.matching.gates import compile_gated
from extract.places.gazetteer.automaton import gazetteer_of
from extract.titles import find_title_evidence


def find_series(parts: Parts, title: str, *, is_cycle: bool) -> Name | None:
    """The series: quoted in the text when the title only points at it or abbreviates it, else as the title names it."""
    named = find_series_in_title(parts, title)
    quoted = quoted_cycles(parts)
    if named is not None and named.rule != "cycle_title" and quoted and parts.document.title_rule == "slug":
        return max(
            quoted, key=lambda name: (sum(q.title.lower() == name.title.lower() for q in quoted), len(name.title))
        )
    if named is not None and named.rule == "title_of_cycle":
        return _quoted_at_the_head(parts, title) or named
    if named is not None:
        return named
    tied = [name for name in quoted if _is_tied(parts, name)]
    if tied and not is_cycle:
        return tied[0]
    if len({fold(name.title) for name in quoted}) == 1 and _CONTINUES.search(parts.document.text):
        return quoted[0]._replace(rule="cycle_continued")
    return _named_by_prefix(parts, title)


def find_series_in_title(parts: Parts, title: str) -> Name | None:
    """The series that a title of the page names, with its place."""
    return _place(parts, find_cycle_in_title(title, knows_places(parts)), title)


def _place(parts: Parts, name: Name | None, title: str) -> Name | None:
    """A name found in the title, with its span in the document; nowhere where the title does not stand in it."""
    if name is None:
        return None
    where = find_title_evidence(parts.document, title).where
    if parts.document.text[where.start : where.end] != title:
        return name._replace(start=where.start, end=where.start)
    return name._replace(start=where.start + name.start, end=where.start + name.end)


_CONTINUES: Final = compile_gated(
    r"(?<![^\W_])(?:approfondi\w*|prolong\w+|reprend|revient|se termine|s['’]ach[èe]ve|se poursuit|continue|arrive|"
    r"s['’]installe|ouvre|d[ée]marre|lance\w*)(?![^\W_])",
    re.IGNORECASE,
)
_THE_CYCLE: Final = compile_gated(r"(?<![^\W_])(?:[Ll]e|[Cc]e|du|au) cycle(?![^\W_])(?!\s*[«“\"A-ZÀ-Ü])")
_A_CYCLE: Final = re.compile(r":\s*(?:un|nouveau) cycle(?![^\W_])", re.IGNORECASE)
_QUOTED_FIRST: Final = re.compile(
    r"\W*(?:[^«»“”\"\n.]{0,80}?(?<![^\W_])(?:cycle|parcours)(?![^\W_])[^«»“”\"\n.]{0,30})?"
    r"[«“\"]\s*([^«»“”\"\n]{4,120}?)\s*[»”\"]",
    re.IGNORECASE,
)
"""A name at the head of a text, by itself or as that of a cycle: `L'agence ouvre un cycle intitulé « … »`."""


def _named_by_prefix(parts: Parts, title: str) -> Name | None:
    """`X : deux demi-journées` is a part of the series X where the text goes on to speak of `le cycle`."""
    head, colon, _ = title.partition(" : ")
    spoken = next((m for b in parts.blocks if (m := _THE_CYCLE.search(parts.document.text, b.start, b.end))), None)
    if colon and spoken and len(head) >= 8 and not find_event_type(head):
        return Name(head, spoken.start(), spoken.end(), "prefix_of_title")
    return None


def _quoted_at_the_head(parts: Parts, title: str) -> Name | None:
    """Where the title only says `un cycle`, the words quoted at the head of the text are its name."""
    if not _A_CYCLE.search(title):
        return None
    for block in parts.blocks:
        quoted = _QUOTED_FIRST.match(parts.document.words_of(block)) if block.kind in ("lead", "paragraph") else None
        if quoted:
            at = block.start
            return Name(quoted.group(1), at + quoted.start(1), at + quoted.end(1), "quoted_at_the_head")
    return None


def _is_tied(parts: Parts, name: Name) -> bool:
    """Whether the event is part of the series: the title names it too, or the words before it say so."""
    if fold(name.title) in fold(parts.document.title):
        return True
    return _PART_OF.search(parts.document.text[max(0, name.start - 160) : name.start]) is not None


_PART_OF: Final = re.compile(
    r"(?:dans le cadre|approfondissement|suite|session|journ[ée]e|s[ée]ance|webinaire|[ée]tape|temps fort|"
    r"propos\w+|lanc\w+|"
    r"organis\w+|ouvr\w+)\b[^.]{0,80}\bcycle\b[^.]*$",
    re.IGNORECASE,
)


def knows_places(parts: Parts) -> Callable[[str], bool]:
    """Whether some words are the name of a territory, as a question to ask."""
    gazetteer = gazetteer_of(parts.knowledge)
    return lambda name: bool(gazetteer.named(name))
