"""Lists of days in print: each entry begins with what stands before its day, or on the line above it.

`Laon : mardi 3 novembre 2026 …` over `Soissons : mardi 10 novembre 2026 …` are entries of their own, however full
their lines are; so is a town alone on its line where each day of a paper has a line like it above.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from extract.formats.pdf_addresses import breaks_off
from extract.formats.pdf_headings import is_when, leads_on

_MONTH: Final = (
    r"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|\d{1,2}[/.])"
)
_WEEKDAY: Final = r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)"
_DAY: Final = (
    rf"(?:(?:le\s)?{_WEEKDAY}\s(?:\d{{1,2}}|1er)\b|(?:le\s)?(?:\d{{1,2}}|1er)\s{_MONTH}|\d{{1,2}}[/.]\d\d?[/.]\d\d)"
)
_BEHIND_HEAD: Final = re.compile(rf"(?-i:[A-ZÀ-Ý0-9])[^:;.!?]{{1,40}}?\s?[:–—-]\s{_DAY}", re.IGNORECASE)
_DAY_LINE: Final = re.compile(rf"\W*{_DAY}", re.IGNORECASE)
_HEAD: Final = re.compile(r"(?:(?:Le|La|Les|À|A)\s|L['’])?[A-ZÀ-Ý][\w'’-]*(?:\s[\w'’-]+){0,3}")
_LEADS_TO_DAY: Final = re.compile(
    r"(?:[,–-]|\b(?:les?|du|au|aux|et|ou|de|dès|avant|après|jusqu['’]au|tard|soit|pour|vers|fixée?|prévue?))$",
    re.IGNORECASE,
)
_FEWEST: Final = 2
_FEW_WORDS: Final = 4


def day_behind_head(line: str) -> re.Match[str] | None:
    """The beginning of a line that tells something and its day: `Laon : mardi 3 novembre 2026`; None without one."""
    return _BEHIND_HEAD.match(line)


def find_heads_of_days(lines: list[str]) -> set[int]:
    """The numbers of short lines that each stand right above a line that begins with a day, where several do."""
    heads = {
        number
        for number, (line, below) in enumerate(pairwise(lines))
        if _HEAD.fullmatch(line.strip()) and _DAY_LINE.match(below)
    }
    alone = {n for n in range(1, len(lines) - 1) if _heads_alone(lines[n - 1], lines[n], lines[n + 1])}
    return alone | (heads if len(heads) >= _FEWEST else set()) | _find_days(lines)


def _find_days(lines: list[str]) -> set[int]:
    """The numbers of the lines of a list of days, a line each, whatever line stands above them: a place, a head."""
    days = {n for n, line in enumerate(lines) if is_when(line) and _DAY_LINE.match(line) is not None}
    return {n for n in days if n and not _LEADS_TO_DAY.search(lines[n - 1])} if len(days) >= _FEWEST else set()


def _heads_alone(above: str, line: str, below: str) -> bool:
    """Whether a few words with a capital stand right above a line that is nothing but a day, and begin no sentence."""
    few = len(line.split()) <= _FEW_WORDS and line[:1].isupper()
    return few and is_when(below) and not (leads_on(above) or breaks_off(above))
