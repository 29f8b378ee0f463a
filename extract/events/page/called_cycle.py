"""Days that the first lines of a page call a cycle, whatever each of them is called: `Ce cycle de rencontres …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extract.events.parts import Parts
from extract.records import DateReading

_CALLED_CYCLE: Final = re.compile(
    r"(?<![^\W_])(?:(?:ce|le|notre|un|nouveau|du|premier|petit)\s(?:\w+\s)?cycle(?!\s(?:scolaire|de vie|[234]\b))|"
    r"cycle (?:de|d['’])\s?(?:\w+\s)?(?:qualification|rencontres|journ[ée]es|ateliers|soir[ée]es|conf[ée]rences|"
    r"webinaires|[ée]changes?|visites|formations?))(?![^\W_])",
    re.IGNORECASE,
)
_OF_A_CYCLE: Final = frozenset(("journée", "rencontre", "soirée", "matinée", "après-midi", "séance", "session"))
"""What a day of a cycle is called."""
_FEWEST: Final = 3
_OPENING: Final = 900


def is_called_cycle(parts: Parts, kind: str, dates: Sequence[DateReading]) -> bool:
    """Whether an event of three days or more, of a kind that a day of a cycle is of, is called a cycle by its page."""
    if kind not in _OF_A_CYCLE or len({date.first_day for date in dates}) < _FEWEST or not parts.blocks:
        return False
    first = parts.blocks[0].start
    return _CALLED_CYCLE.search(parts.document.text, first, first + _OPENING) is not None
