"""A house that is open from one day to another holds no meeting: `Du 4 au 29 juillet, la médiathèque est ouverte`.

What people come to see is open, too (`l'exposition est ouverte au public`): only houses and offices are meant, and only
over more days than a meeting lasts.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.document import Document
from extract.records import DateReading
from extract.sentences import find_sentence

_LONGEST_MEETING: Final = 4
_HOUSE: Final = (
    r"espaces? (?:jeunes?|num[ée]riques?|famill\w+|public\w*)|m[ée]diath[èe]ques?|biblioth[èe]ques?|ludoth[èe]ques?|"
    r"mairies?|"
    r"piscines?|gymnases?|bureaux|guichets?|accueils?|centres? (?:socia\w+|de loisirs|a[ée]r[ée]s?)|maisons?|points?|"
    r"agences?|"
    r"services?|secr[ée]tariats?|standards?|locaux|local|cr[èe]ches?|antennes?|boutiques?|[ée]piceries?|recycleries?|"
    r"ressourceries?|d[ée]chetteries?|restaurants?|[ée]quipements?|structures?|lieux?"
)
_OPEN: Final = re.compile(
    rf"(?<![^\W_])(?:(?:l[ea]s?|nos|notre|votre|vos|cette|ce)\s|l['’])(?:{_HOUSE})(?![^\W_])[^.;!?]{{0,90}}?\s"
    r"(?:(?:est|sont|sera|seront|reste(?:nt|ra|ront)?)\s(?:\w+\s){0,2}(?:ouverte?s?|accessibles?)|"
    r"(?:ouvre|accueille|re[çc]oi)\w*|change\w*)(?![^\W_])",
    re.IGNORECASE,
)


def set_opening_times_aside(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """The dates, a longer run of days on which a house is said to be open as no event's."""
    return [replace(d, role="other", rule="house_open") if _is_opening_time(document, d) else d for d in dates]


def _is_opening_time(document: Document, date: DateReading) -> bool:
    if date.role != "event" or date.precision != "day" or (date.last_day - date.first_day).days < _LONGEST_MEETING:
        return False
    block = document.block_at(date.where.start)
    if block is None or block.kind in ("title", "heading", "cell"):
        return False
    return (
        _OPEN.search(document.text, *find_sentence(document.text, date.where.start, block.start, block.end)) is not None
    )
