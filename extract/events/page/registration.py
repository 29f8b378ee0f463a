"""Until when one can register."""

from __future__ import annotations

import re
from typing import Final

from extract.events.parts import Parts
from extract.records import DateReading


def find_deadline(parts: Parts, spans: list[tuple[int, int]]) -> DateReading | None:
    """The day until which one can register; a report has none, and a limit for something else is not one."""
    if parts.page.kind == "report":
        return None
    dates = [d for d in parts.dates if d.role == "registration_deadline" and _is_to_register(parts, d)]
    return next((d for d in dates if any(start <= d.where.start < end for start, end in spans)), None)


_TO_REGISTER: Final = re.compile(
    r"inscri|bulletin|r[ée]pon[sd]|retourn|candidat|places?\b|formulaire|confirm|r[ée]serv|s['’]annoncer|s['’]inscrire",
    re.IGNORECASE,
)


def _is_to_register(parts: Parts, date: DateReading) -> bool:
    block = parts.block_of(date.where.start)
    label = block.label or "" if block is not None else ""
    words = parts.words(parts.sentence_of(date.where.start))
    return len(words) < 40 or _TO_REGISTER.search(label + " " + words) is not None
