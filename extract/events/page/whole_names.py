"""The whole of a name that begins with some words: up to the day, the place, the hour or the verb behind it."""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block
from extract.events.parts import Parts, standing_between

_LONGEST: Final = 110
_ENDS: Final = re.compile(
    r"[,;.!?(\n](?!\w)|\s[–—-]\s|\s?\(|\s(?:de|d[èe]s|[àa]|entre|vers)?\s?\d{1,2}\s?(?:h(?![^\W\d_])|heures|:\d\d)|"
    r"\s(?:pr[ée]vue?s?|programm[ée]e?s?|initialement|qui|que|dont|o[ùu]|aura|auront|sera|seront|est|sont|a|ont|avait|était|se|s['’]\w+|ouvr\w+|accueill\w+|repren\w+|revien\w+|"
    r"prolong\w+|rassembl\w+|organis\w+|tou(?:s|tes) les)(?![^\W_])",
    re.IGNORECASE,
)
"""Where the name of what takes place ends: a mark, an hour, a verb; marks within quotes are of the name."""
_QUOTED: Final = re.compile(r"«[^»\n]*»|“[^”\n]*”|\"[^\"\n]*\"")
_TRIP: Final = re.compile(
    r"\W*(?:voyage|sortie|excursion|escapade|s[ée]jour|visite|week-end)s?(?:\s[^\W\d_]+){0,2}?\s(?:[àa]\s|de\s|d['’])?",
    re.I,
)
"""What a destination goes with: `Voyage à Gand` is its whole name."""
_LEADS_ON: Final = re.compile(
    r"(?:[\s,:–—-]|(?<![^\W_])(?:le|la|les|l['’]|de|du|des|[àa]|au|aux|en|dans|sur|pour|et|chez|d[èe]s|vers|partir))+$",
    re.IGNORECASE,
)


def whole_name(parts: Parts, block: Block, piece: str) -> str:
    """The name that begins with a piece of a line, up to its day, its place or what else ends it."""
    text = parts.document.text
    start = text.find(piece, block.start, block.end)
    if start < 0:
        return piece
    if block.kind in ("cell", "heading") and _tells_only_what(parts, block):
        return parts.document.words_of(block).strip(" .;,:–-•")
    end = min([block.end, *(d.where.start for d in parts.dates if start < d.where.start < block.end)])
    places = (v.where.start for v in standing_between(parts.venues, start + 1, end) if v.mode != "online")
    end = min([end, *(place for place in places if _TRIP.fullmatch(text, start, place) is None)])
    quotes = [quote.span() for quote in _QUOTED.finditer(text, start, block.end)]
    for mark in _ENDS.finditer(text, start, end):
        if not any(first < mark.start() < last for first, last in quotes):
            end = mark.start()
            break
    end = max([end, *(last for first, last in quotes if first < end < last)])
    return _LEADS_ON.sub("", text[start:end]) or piece


def _tells_only_what(parts: Parts, block: Block) -> bool:
    """Whether a cell or heading holds no day and no place, on one line: all of it is the name."""
    words = parts.document.words_of(block)
    places = (v for v in standing_between(parts.venues, block.start, block.end) if v.mode != "online")
    dated = standing_between(parts.dates, block.start, block.end)
    return len(words) <= _LONGEST and "\n" not in words and not dated and not any(places)
