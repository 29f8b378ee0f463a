"""New days of moved meetings by their number alone: `7 novembre – Médiathèque, Hénin-Beaumont (reporté au 14)`.

The month is that of the day before them in their line; a number that does not go on from it is of the next month, or of
the one before where a meeting is brought forward.
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.lexicon import WORDS, fold
from extract.dates.month_lines import MONTH_NAMES, NUMBER, DayUnderMonth

_STEMS: Final = ("report", "repouss", "décal", "decal", "déplac", "deplac", "avanc", "différ", "differ")
_HELD_INSTEAD: Final = ("ce sera", "lieu le", "tiendra", "tiendront", "lieu finalement", "lieu donc")
_MOVED: Final = re.compile(
    r"(?<![^\W_])(?:report|repouss|d[ée]cal|d[ée]plac|avanc|diff[ée]r)[ée]{0,2}r?e?s?[ ]"
    r"(?:finalement[ ]|d['’]une semaine[ ])?"
    rf"(?P<to>au[ ](?P<number>1er|{NUMBER}))(?=[ ]?[).,;:!?\]]|[ ]?$|[ ](?:[àÀ]|en|[–—-])[ ])",
    re.IGNORECASE | re.MULTILINE,
)
_INSTEAD: Final = re.compile(
    r"(?<![^\W_])(?:devai\w+|pr[ée]vue?s?|programm[ée]e?s?|annonc[ée]e?s?|au lieu du)[ ]"
    r"(?=[^.;\n]{0,60}\d)[^.;\n]{4,80}?,?[ ]"
    r"(?:ce[ ]sera|(?:elles?|ils?)[ ](?:aur(?:a|ont)[ ](?:donc[ ]|finalement[ ])?lieu|se[ ]tiendr(?:a|ont)))[ ]"
    rf"(?:donc[ ]|finalement[ ]|plut[ôo]t[ ])?(?P<to>le[ ](?P<number>1er|{NUMBER}))"
    r"(?=[ ]?[).,;:!?\](]|[ ]?$|[ ](?:[àÀ]|en|[–—-])[ ])",
    re.IGNORECASE | re.MULTILINE,
)
"""What is held in place of a day: `Elle devait se tenir le 14 novembre, ce sera le 21`."""
_DAY: Final = re.compile(
    rf"(?<![\w/.,])(?P<number>1er|{NUMBER})[ ](?P<month>{MONTH_NAMES})(?:[ ](?P<year>(?:19|20)\d\d))?(?![^\W_])",
    re.IGNORECASE,
)
_REACH: Final = 200
_LAST_MONTH: Final = 12


def find_moved_days(text: str, lower: str) -> list[DayUnderMonth]:
    """Find the numbers of new days, each with the month of the day before it in its line; `lower` is the text so."""
    found = list(_MOVED.finditer(text)) if any(stem in lower for stem in _STEMS) else []
    if any(words in lower for words in _HELD_INSTEAD):
        found += _INSTEAD.finditer(text)
    return [day for match in found if (day := _read(text, match)) is not None]


def _read(text: str, match: re.Match[str]) -> DayUnderMonth | None:
    start = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _REACH)
    days = list(_DAY.finditer(text, start, match.start("to")))
    if not days:
        return None
    old, new = (int(day["number"].lower().removesuffix("er")) for day in (days[-1], match))
    month, year = WORDS[fold(days[-1]["month"])][1], int(days[-1]["year"]) if days[-1]["year"] else None
    back = "avanc" in match.group().lower()
    if new == old:
        return None
    if (new > old) is back:
        month += -1 if back else 1
        year = year and year + (month > _LAST_MONTH) - (month < 1)
        month = (month - 1) % _LAST_MONTH + 1
    return DayUnderMonth(match.start("to"), match.end("number"), month, year)
