"""Sittings by an initial with their number, `S1`, `M2 et M3`, `J1 à J3`, where the lines of the days are headed so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extract.events.ordinals import numbers_in, numbers_of
from extract.events.parts import Parts
from extract.events.sittings import Sitting

INITIALS: Final = re.compile(
    r"(?<![^\W_])[JMS]\s?[1-9](?:\s?(?:,|et|ou|&|à|-|–)\s?[JMS]?\s?[1-9])*(?!\s?[h:.,]?\d)(?![^\W_])"
)
_ARTICLE: Final = re.compile(r"(?<![^\W_])(?:les?|la|du|des|aux?|pour)\s$", re.IGNORECASE)
_LONGEST: Final = 5


def find_initials(
    parts: Parts, sittings: list[Sitting], start: int, end: int
) -> Iterator[tuple[frozenset[int] | None, int, int]]:
    """The sittings, by index, that initials in a span name, with the span of each with its article.

    A student is in `M1` as well: only the numbers that lines of days begin with name anything.
    """
    text = parts.document.text
    for match in INITIALS.finditer(text, start, end):
        numbers = numbers_in(match.group())
        told = numbers_of(parts, sittings)
        if not numbers <= set(told):
            continue
        article = _ARTICLE.search(text, max(start, match.start() - _LONGEST), match.start())
        first = article.start() if article is not None else match.start()
        yield frozenset(n for n, number in enumerate(told) if number in numbers), first, match.end()
