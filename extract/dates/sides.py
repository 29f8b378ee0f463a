"""On which side of their day hours stand, where days and hours follow one another in a list.

A list keeps its order: where its first day has no hours before it, hours stand behind their days (`le 3 mai à Lens de
14h à 16h, le 5 mai à Avion de 9h à 11h`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extract.dates.expressions import Group, Hours, Period
from extract.dates.grammar import HOURS_AFTER
from extract.dates.parsing import Expression
from extract.dates.tokens import Tokens

_SET_APART: Final = re.compile(r"[)>]*,")
"""Hours and the day behind them are two items of a list."""
_LINE_HEAD: Final = re.compile(r"(?:^|\n)[^\w\n]*(?:(?:le|les|du)\s)?$", re.IGNORECASE)
_HOUR_FIRST: Final = re.compile(r"(?:^|\n)[^\w\n]*(?:(?:de|[àa]|d[èe]s|entre)\s)?$", re.IGNORECASE)
_SET_OFF: Final = re.compile(r"[^\n]{0,120}?[,:–—(-]\s*(?:(?:le|ce)\s)?", re.IGNORECASE)
_LINE_ENDS: Final = re.compile(r"\s*[.;,)!]?\s*(?:\n|$)")
_FEWEST_LINES: Final = 2
_LEAD: Final = 12
"""Characters before the hours of a line that may lead to them."""
_FEWEST: Final = 4
"""Days and hours from which a list has an order."""
_LINES: Final = 4
"""Lines below a day on which its hours may stand before another day begins a line."""
_AT: Final = r"(?:[àa]|au|aux|en|chez) [^\n.;:,()\d]{2,40}?(?: \([^()\n]{2,60}\))?"
_OTHER: Final = (
    r"(?:l['’]autre|(?:la |le |une )?(?:seconde?|(?:deuxi|troisi|quatri)[èe]me|derni[èe]re?|autre)(?: [^\W\d_]{4,20})?|"
    r"(?:le |la )?(?:session|groupe|module|atelier|s[ée]ance|date) (?:n° ?)?[A-Z\d])(?: :)?"
)
_BRACKET: Final = r" \([^()\n\d]{2,40}\)"
_AND_THEN: Final = re.compile(
    rf"{_BRACKET},?(?: (?:et|ou|puis))?(?: les?)? ?|"
    rf",? {_AT},? (?:et|ou|puis)(?: (?:bien|aussi|soit))?(?: le)? ?|,? (?:et|ou|puis) {_AT},?(?: les?)? ?|"
    rf"[,;]?(?: (?:et|ou|puis))? {_OTHER}(?: les?)? ?",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(
    rf"{_BRACKET},(?: puis)?(?: les?)? ?|,? {_AT}, (?:puis )?(?:le )?|, (?:puis )?(?:{_AT}|{_OTHER}),?(?: les?)? ?",
    re.IGNORECASE,
)

Item = tuple[Expression, int, int]


def stands_behind(tokens: Tokens, before: Item, item: Item, after: Item, *, days_lead: bool = False) -> bool:
    """Whether hours between two days are those of the one before them, which has none yet.

    Where `days_lead`, hours alone on their line are, too.
    """
    day, hours, following = before[0], item[0], after[0]
    if not isinstance(day, Group | Period) or day.hours is not None or not isinstance(hours, Hours):
        return False
    gap, behind = tokens.codes[before[2] : item[1]], tokens.codes[item[2] : after[1]]
    if ">" not in gap:
        apart = hours.ends is not None if ">" in behind else _SET_APART.match(behind) is not None
        return apart and HOURS_AFTER.fullmatch(gap) is not None
    opens = isinstance(following, Group) and _opens_line(tokens.text, following)
    return ">" in behind and opens and is_below(tokens, before, item, alone=days_lead)


def do_days_lead(found: list[Item], tokens: Tokens) -> bool:
    """Whether each entry of a text begins with its day and tells its hours below: `LUNDI 6 MARS` over `9h - 12h`.

    The first of all is a day and the last are hours, and no two days that open lines stand without hours between them.
    """
    if "\n" not in tokens.text:
        return False  # one line has one entry at most
    kinds = [
        isinstance(item[0], Hours)
        for item in found
        if isinstance(item[0], Hours) or (isinstance(item[0], Group) and _opens_entry(tokens.text, item[0]))
    ]
    if len(kinds) < _FEWEST or kinds[0] or not kinds[-1] or kinds.count(False) < _FEWEST // 2:
        return False
    return all(before or after for before, after in pairwise(kinds))


def give_leading_hours(found: list[Item], text: str) -> list[Item]:
    """Give hours that open a line to the day that closes it, where two lines at least are like that; the others stay.

    `14h, place Gambetta à Denain, mardi 18 mars` above `17h30, salle Aragon à Escaudain, jeudi 20 mars`.
    """
    lines: dict[int, tuple[Hours, Group]] = {}
    for index, ((hours, *_), (day, *_)) in enumerate(pairwise(found) if "\n" in text else ()):
        if isinstance(hours, Hours) and isinstance(day, Group) and _fill_line(text, hours, day):
            lines[index] = (hours, day)
    if len(lines) < _FEWEST_LINES:
        return found
    for hours, day in lines.values():
        day.hours = hours
    return [item for index, item in enumerate(found) if index not in lines]


def _fill_line(text: str, hours: Hours, day: Group) -> bool:
    """Whether some hours open a line and a day closes it, set off from what stands between them."""
    if _LINE_ENDS.match(text, day.end) is None or _SET_OFF.fullmatch(text, hours.end, day.start) is None:
        return False
    return _HOUR_FIRST.search(text[max(0, hours.start - _LEAD) : hours.start]) is not None


def is_below(tokens: Tokens, before: Item, item: Item, *, alone: bool = False) -> bool:
    """Whether hours end one of the lines below the day that opens its line, behind other words, or also `alone`."""
    day, hours, gap = before[0], item[0], tokens.codes[before[2] : item[1]]
    if not isinstance(day, Group | Period) or day.hours is not None or not isinstance(hours, Hours):
        return False
    near = 0 < gap.count(">") <= _LINES and (alone or not gap.endswith(">"))
    return near and hours.ends is not None and _opens_line(tokens.text, day)


def _opens_entry(text: str, day: Group) -> bool:
    """Whether days open their line; what lasts from one to another is the frame of the entries."""
    return all(run.single for run in day.runs) and _opens_line(text, day)


def _opens_line(text: str, day: Group | Period) -> bool:
    return _LINE_HEAD.search(text, max(0, day.start - 12), day.start) is not None


def is_told_of_both(text: str, first: Group | Period, second: Group, *, last: bool) -> bool:
    """Whether two days with only a place or their number between them share hours: `le 8 mai à Lens et le 9 à Avion`.

    Before the `last` pair of a list a comma joins them: `à Lens le 3 mai, à Avion le 8 et à Liévin le 9, 14h`.
    """
    return (_AND_THEN if last else _NEXT).fullmatch(text, first.end, second.start) is not None


_HEADS_LIST: Final = re.compile(r"[^:]{0,40}:\s*|\s*,?\s*")
"""What stands between hours and the list of days that they hold for."""


def share_ahead(found: list[Item], first: int, text: str) -> None:
    """Give the hours that stand right before a list of days to all of it: `de 9h à 11h, les 14 mai et 4 juin`."""
    head = found[first][0]
    hours = head.hours if isinstance(head, Group) else None
    if hours is None or _HEADS_LIST.fullmatch(text, hours.end, head.start) is None:
        return
    listed: list[Group] = []
    for item, _, _ in found[first + 1 :]:
        if isinstance(item, Hours):
            return  # the last of them have hours of their own
        if not isinstance(item, Group) or item.link != "list":
            break
        listed.append(item)
    for group in listed:
        group.hours = group.hours or replace(hours, start=group.start, end=group.end)
