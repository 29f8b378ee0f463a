"""What is shown for weeks and opened on a day of them: both are told, and people come to both.

`L'exposition est visible du 5 au 23 mars, de 13h à 19h` stays beside `vernissage le jeudi 7 mars à 18h30`. Of anything
else a range is the frame of the days within it.
"""

from __future__ import annotations

import re
from typing import Final

from extract.events.parts import Parts
from extract.records import DateReading

_SHOWN: Final = re.compile(
    r"(?<![^\W_])(?:expo(?:sitions?|s)?|expos[ée]e?s?|accrochages?|visibles?|[àa] (?:voir|d[ée]couvrir)|installations?)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(
    r"(?<![^\W_])(?:quant [àa]|de (?:son|leur) c[ôo]t[ée]|en parall[èe]le|par ailleurs|"
    r"(?:accompagn|prolong|compl[èée]t)\w+)(?![^\W_])",
    re.IGNORECASE,
)
"""What sets the exhibition beside what the page is about: `L'exposition, quant à elle, est visible`."""
_OPENED: Final = re.compile(
    r"(?<![^\W_])(?:vernissages?|inaugur\w+|finissages?|d[ée]vernissages?|d[ée]crochages?)(?![^\W_])", re.I
)
"""What tells of the day on which people come together for it; beside another meeting it is no more than shown."""
_FEWEST_DAYS: Final = 4


def is_shown(parts: Parts, date: DateReading) -> bool:
    """Whether a range is told as the days over which something is shown, by its sentence or the heading over it."""
    if date.precision != "day" or (date.last_day - date.first_day).days < _FEWEST_DAYS or "envelope" in date.flags:
        return False
    sentence = parts.document.text[slice(*parts.sentence_of(date.where.start))]
    if _BESIDE.search(sentence) or not _OPENED.search(parts.document.text):
        return False
    block = parts.block_of(date.where.start)
    above = parts.block_above(block) if block is not None else None
    heading = parts.document.heading_over(date.where.start)
    heads = (parts.document.words_of(head) for head in (above, heading) if head is not None)
    return any(_SHOWN.search(words) is not None for words in (sentence, *heads))
