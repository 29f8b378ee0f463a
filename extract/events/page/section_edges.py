"""Where the sections of a page begin: at its headings, or at the lines of days that stand right above each of them.

Cards put their day over their name: `15 janvier` / `Où vivent les familles ?` / `12 février` / `La vacance`.
"""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.numbers import NUMBER, parse_number
from extract.records import DateReading

_FEWEST: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_STATE: Final = re.compile(
    r"(?<![^\W_])(?:annul[ée]e?s?|report[ée]e?s?|compl[eè]te?s?|nouveau|gratuit|sur inscription)(?![^\W_])",
    re.IGNORECASE,
)
"""What a mark beside the day of a card says of it: `Jeudi 12 mars` with `Annulé` behind it."""
_MOST_BESIDE: Final = 2
_COUNTED: Final = re.compile(
    rf"\W*(?:les\s|ces\s|nos\s)?(?P<count>{NUMBER})\s(?:\w+\s)?(?:rendez-vous|s[ée]ances?|dates?|[ée]pisodes?|sessions?|"
    r"ateliers?|webinaires?|rencontres?|matin[ée]es?|soir[ée]es?|midis?|apr[èe]s-midi|conf[ée]rences?|caf[ée]s?|modules?|"
    r"[ée]tapes?|temps)(?![^\W_])",
    re.IGNORECASE,
)


def edges_of_sections(parts: Parts, dates: list[DateReading]) -> list[tuple[int, Block]]:
    """Where each section begins, with its heading: where it stands, or its day above it on a page of such cards."""
    headings = [block for block in parts.blocks if block.kind == "heading"]
    above = {heading.start: day for heading in headings if (day := _day_above(parts, heading, dates)) is not None}
    days = {date.where.start for date in dates if date.precision == "day"}
    told = {d.where.start for day in above.values() for d in standing_between(dates, day.start, day.end)}
    cards = len(above) >= _FEWEST and days <= told
    return [(above[h.start].start if cards and h.start in above else h.start, h) for h in headings]


def _day_above(parts: Parts, heading: Block, dates: list[DateReading]) -> Block | None:
    """The line right above a heading that is a day and no more than what became of it, or in its card what it is."""
    above = parts.block_above(heading)
    if above is None or above.kind in ("heading", "title", "field"):
        return None
    found = standing_between(dates, above.start, above.end)
    if not found:
        return None
    rest = (
        parts.document.text[above.start : found[0].where.start] + parts.document.text[found[-1].where.end : above.end]
    )
    in_card = above.row is not None and above.row == heading.row and found[0].where.start == above.start
    return above if len(_WORD.findall(_STATE.sub(" ", rest))) <= (_MOST_BESIDE if in_card else 0) else None


def counts_days(parts: Parts, words: str) -> bool:
    """Whether a line counts what takes place, as often as the page tells a day: `Quatre rendez-vous en ligne`."""
    counted = _COUNTED.match(words)
    number = parse_number(counted["count"]) if counted is not None else None
    if number is None or number < _FEWEST:
        return False
    return number == len({d.first_day for d in parts.dates if d.role == "event" and d.precision == "day"})
