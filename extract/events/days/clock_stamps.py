"""Lines that tell the minute at which a page was put up: `lundi 2 janvier 2023 - 10:20 | Cindy`."""

from __future__ import annotations

import re
from typing import Final

_CLOCK: Final = re.compile(
    r"(?:le )?(?:[^\W\d_]{3,8}\.? )?(?:\d{1,2}|1er)(?: [^\W\d_]{3,9}\.? |[/.]\d{1,2}[/.])(?:19|20)\d\d,?"
    r"\s?(?:[–—·|-]|à)?\s?\d{1,2}[:h](?P<minutes>\d\d)(?P<signed>\s?[|·•–—-]\s?[^\W\d_][^\d,;:.!?]{1,30})?",
    re.IGNORECASE,
)
_QUARTER: Final = 15


def is_of_clock(line: str, *, before_all: bool) -> bool:
    """Whether a line is nothing but a day with the minute of a clock, and who wrote.

    People meet at a quarter of an hour; at one a page is put up where the line is signed and its day comes `before_all`
    others.
    """
    told = _CLOCK.fullmatch(line)
    return told is not None and (int(told["minutes"]) % _QUARTER > 0 or (told["signed"] is not None and before_all))
