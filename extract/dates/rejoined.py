"""Figures that only their neighbours make one: a day `25/9` behind its weekday, an hour `16 30` at the end of a range.

By itself `25/9` may be a fraction and `16 30` two numbers, so each is cut into two; what stands beside them tells.
"""

from __future__ import annotations

import re
from typing import Final

_DAYS: Final = re.compile(
    r"(?:(?<=[wW])|(?<=[wW][.,])|(?<=[wW]P[e,])|(?<=l)(?=n/n,?[ad]*h))n/n(?:(?:,?e|,)l?[wW]?n/n)*(?![/mn])"
)
"""`samedi 25/9`, `le 7/9 à 18h`, `les samedis 4/9 et 1/6`; `samedi 24/25 mai` are two days."""
_DAY: Final = re.compile("n/n")
_HOUR: Final = re.compile(r"(?<=[hmyPD]a)n[nN](?=[,.)>e/#-]|$)|(?<=h-)n[nN](?=[,.)>e/#-]|$)|(?<=d)n[nN](?=[a-]h)")
"""`de 13h à 16 30`, `et de 13 30 à 17h`, `le 4 juin à 18 30`."""
_LIMITED: Final = re.compile(r"(?<=l)n/n(?![/mn])")
_LIMIT: Final = re.compile(r"(?<![^\W_])(?:avant|pour|jusqu['’]au|au plus tard|d['’]ici)\s(?:le\s)?\Z", re.IGNORECASE)
_LEAD: Final = 20
"""Characters before a day that may bind it as a limit: `avant le 2/5`."""
_DAY_WORDS: Final = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/[1-9]")
_HOUR_WORDS: Final = re.compile(r"(?P<hour>0?[7-9]|1\d|2[0-3])[ ](?P<minutes>00|15|30|45)")

_PARTS: Final = ("n/n", "nn", "nN")
"""Codes without which there is nothing to put together."""

Lists = tuple[list[int], list[int], list[int]]


def may_rejoin(codes: str) -> bool:
    """Whether figures stand side by side that may be one."""
    return any(parts in codes for parts in _PARTS)


def rejoin(text: str, codes: str, lists: Lists) -> str:
    """The codes with each such day and hour as one token; `lists` (values, starts, ends) are changed in place."""
    values, starts, ends = lists
    listed = _DAYS.finditer(codes) if "n/n" in codes else ()
    found = [(match.start() + at.start(), "P", 3) for match in listed for at in _DAY.finditer(match.group())]
    told = {at for at, _, _ in found}
    for match in _LIMITED.finditer(codes) if "n/n" in codes else ():
        start = starts[match.start()]
        if match.start() not in told and _LIMIT.search(text, max(0, start - _LEAD), start):
            found.append((match.start(), "P", 3))
    found += [(match.start(), "h", 2) for match in _HOUR.finditer(codes)]
    for at, code, length in sorted(found, reverse=True):
        words = text[starts[at] : ends[at + length - 1]]
        if (_DAY_WORDS if code == "P" else _HOUR_WORDS).fullmatch(words) is None:
            continue
        value = 0 if code == "P" else 60 * values[at] + int(words[-2:])
        stop = at + length
        codes = codes[:at] + code + codes[stop:]
        values[at:stop], starts[at:stop], ends[at:stop] = [value], [starts[at]], [ends[stop - 1]]
    return codes
