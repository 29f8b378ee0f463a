"""Days without their month, on the lines under one that only names it: `Novembre 2021`, then `Mar. 9 – 14h`.

Agendas and calendars are laid out so. The rule `month_of_heading` gives such a day the month of the last line above it
that is nothing but a month, and its year where that line names one. Without its weekday a number counts only where it
is set off by a colon or a dash, and where the numbers under the months go up: `14 : comité technique`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from extract.dates import calendar
from extract.dates.lexicon import MONTHS, WEEKDAY_NAME, WEEKDAYS, WORDS, fold, lower_case

FLAG: Final = "month_of_heading"

MONTH_NAMES: Final = "|".join(sorted({*MONTHS, *map(fold, MONTHS)}))
_MONTHS_IN_LOWER: Final = MONTH_NAMES.split("|")
_MONTH_LINE: Final = re.compile(
    rf"^(?:[^\w\n]*(?:mois (?:de |d['’]))?|"
    r"(?:[^\n\d]{3,80}[ ][–—|-][ ])?[^\w\n]*(?:(?:l['’]|les? |la |nos |votre |vos )?"
    r"(?:agendas?|(?:news|info)?-?lettre|newsletter|bulletin|journal|gazette|infos|programmes?|calendriers?|plannings?|animations?|activit[ée]s|"
    r"sorties|ateliers|rendez-vous|[ée]v[ée]nements|permanences)(?:[ ][^\W\d_]+){0,4}?[ ]"
    r"(?:de |d['’]|du mois de |du mois d['’]|en |pour ))|"
    rf"[^\n\d]{{3,120}}[ ](?:en|pour|mois (?:de |"
    rf"d['’]?))[ ]?(?=[^\n\d]*[ \d]*:[ ]*$))"
    rf"(?P<month>{MONTH_NAMES})(?:[ ]+(?P<year>(?:19|20)\d\d))?"
    r"(?:[ ](?:[àa]|aux?|en|dans|chez|du|de|[–-])[ ][^\n\d]{2,60})?"
    r"[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_WEEKDAY: Final = rf"(?:{WEEKDAY_NAME}|lun|mar|mer|jeu|ven|sam|dim|lu|ma|me|je|ve|sa|di)s?\.?,?[ ]+"
NUMBER: Final = r"(?:3[01]|[12]\d|0?[1-9])"
MORE_DAYS: Final = (
    rf"(?:[ ]*(?:,|et|&|ou|/|-|–|au)[ ]*(?:le[ ]+|{_WEEKDAY})?{NUMBER}(?![\w.:/]|[ ]h(?:eures?)?(?![^\W\d_])))"
)
_BARE_DAY: Final = re.compile(
    rf"^[^\w\n]*(?P<lead>(?:les?|du)[ ]+)?(?P<weekday>{_WEEKDAY})?(?P<last>(?:1er|{NUMBER})(?![\w./]|:\d){MORE_DAYS}*)"
    rf"(?=(?(weekday)[*°]{{0,3}})(?P<behind>[ ]*(?:[:–—|,;(•]|-[ ]|$)|[ ]+(?:[àÀ]|de|d[èe]s|\d\d?[ ]?h|\d\d?:\d\d|"
    r"(?-i:[A-ZÀ-Ý«])))|(?(weekday)[*°]{0,3}[ ]|(?!)))",
    re.IGNORECASE | re.MULTILINE,
)
"""A day at the head of its line; a mark of a note behind it is no part of it: `Ma 13*`."""
_DAY_INSIDE: Final = re.compile(
    rf"(?:(?<=[^\n][:–—|,(•-][ ])|(?<=[^\n][ ])(?=les?[ ]))(?:les?[ ]+)?(?P<weekday>{_WEEKDAY})"
    rf"(?P<last>(?:1er|{NUMBER})(?![\w./]|:\d){MORE_DAYS}*)",
    re.IGNORECASE,
)
"""A weekday and its number further on in a line, behind a mark or its article: `Lens, le mercredi 10, de 10h à 12h`."""
IS_MONTH: Final = re.compile(
    rf"[ ]*(?:{MONTH_NAMES}|janv|f[ée]v|avr|juil|sept|oct|nov|d[ée]c)(?![^\W\d_])", re.IGNORECASE
)


_SET_OFF: Final = re.compile(r"[ ]*[:–—-]")
_AT: Final = re.compile(r"[ ]+[àÀ]|[ ]*[(,]")
_FIRST: Final = re.compile(r"\d+")


_LONGEST_HEAD: Final = 90
_ONLY_MONTH: Final = re.compile(rf"[^\w\n]*(?:{MONTH_NAMES})(?:[ ]+(?:19|20)\d\d)?[^\w\n]*", re.IGNORECASE)
_MONTH_SAID: Final = re.compile(
    r"[0-9](?:(?<=1)er|(?<=3)[01]|(?<=[12])\d|(?<=0)[1-9]|(?<=[1-9]))"  # 1er, or `NUMBER` by its first digit
    rf"[ ](?P<month>{MONTH_NAMES})[ ](?P<year>(?:19|"
    rf"20)\d\d)(?=[^\n]{{0,200}}:[ ]*$)",
    re.IGNORECASE | re.MULTILINE,
)
"""A month named with its days in a line that leads to a list: `du 21 au 28 mars 2022 … rendez-vous :`."""


_MONTH_LEADS: Final = re.compile(
    rf"(?<![^\W_])(?:en|pour|courant|mois de|de|d['’])[ ]?(?P<month>{MONTH_NAMES})(?:[ ](?P<year>(?:19|20)\d\d))?(?!\d)"
    r"(?=[^\n]{0,120}:[ ]*$)",
    re.IGNORECASE | re.MULTILINE,
)
"""A month without a day in a line that leads to a list: `cinq rencontres en octobre 2019, de 14h à 17h :`."""

_MONTH_ENDS: Final = re.compile(
    r"[^\n\d.!?;:]{3,80}(?:[ ](?:de |d['’]|en |pour |du mois de |du mois d['’]|[–—|-][ ])|[ ]?[(,][ ]?)"
    rf"(?P<month>{MONTH_NAMES})(?:[ ](?P<year>(?:19|20)\d\d))?[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Any short line that ends with its month: `Réunions de janvier 2026`, `Nos rendez-vous – mai 2024` over `jeudi 22`."""


_WEEK_OF: Final = re.compile(
    rf"[^\n]{{0,80}}(?<![^\W_])semaine (?:du|de) (?:lundi )?(?:1er|{NUMBER}) (?P<month>{MONTH_NAMES})"
    r"(?:[ ](?P<year>(?:19|20)\d\d))?[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A week told by its first day, over its days: `Agenda – semaine du 13 mai 2024` over `Mardi 14, 9h30`."""


_LABELLED: Final = re.compile(
    rf"^[^\w\n]*(?P<month>{MONTH_NAMES})(?:[ ](?P<year>(?:19|20)\d\d))?[ ]?:[ ]"
    rf"(?P<days>(?:1er|{NUMBER})(?:[ ]?(?:,|et|&|/)[ ]?(?:1er|{NUMBER})(?![\w/]|[.:]\d))*)(?=[ ]*(?:[.;(]|[–—-][ ]|$))",
    re.IGNORECASE | re.MULTILINE,
)
"""Numbers alone behind the month that labels their line: `Septembre : 12, 19 et 26`."""
_FEWEST_LABELS: Final = 2


class DayUnderMonth(NamedTuple):
    """A day that lacks its month: where its line begins, where its number ends, and the month and year above it."""

    line: int
    end: int
    month: int
    year: int | None


def _find_labelled(text: str) -> list[DayUnderMonth]:
    """The numbers that lines labelled by their month list, where two lines at least do."""
    found = list(_LABELLED.finditer(text))
    if len(found) < _FEWEST_LABELS:
        return []
    told = ((m.span("days"), WORDS[fold(m["month"])][1], int(m["year"]) if m["year"] else None) for m in found)
    return [DayUnderMonth(*span, month, year) for span, month, year in told]


def find_days_under_months(text: str) -> list[DayUnderMonth]:
    """Find the days that begin a line and lack their month, under a line that is a month."""
    if "\n" not in text:
        return []
    labelled = _find_labelled(text)
    months = _find_months(text)
    if not months:
        return labelled
    starts = [month.start() for month in months]
    years = _years_of(months)
    found: list[DayUnderMonth] = labelled
    days = [match for match in _BARE_DAY.finditer(text, months[0].end()) if not IS_MONTH.match(text, match.end("last"))]
    numbered = _are_days(days, starts)
    for match in days:
        index = bisect_right(starts, match.start()) - 1
        only_ends = months[index].re in (_MONTH_ENDS, _WEEK_OF)
        if match["behind"] is None and "," in match["weekday"]:
            continue  # `Mardi, 14 participants`
        if not match["weekday"] and (only_ends or not (numbered and _is_set_off(match))):
            continue
        number = WORDS[fold(months[index]["month"])][1]
        asked = months[index].re is _MONTH_SAID or (only_ends and years[index] is not None)
        if asked and not fits_weekday(match["weekday"], match["last"], number, years[index] or 0):
            continue
        found.append(DayUnderMonth(match.start(), match.end("last"), number, years[index]))
    found += _find_inside(text, months, years, {day.end for day in found})
    return sorted(found, key=lambda day: day.end)


def _find_inside(
    text: str, months: list[re.Match[str]], years: list[int | None], known: set[int]
) -> list[DayUnderMonth]:
    """The days further on in the lines under a line that is nothing but a month; their weekday fits a year told."""
    starts = [month.start() for month in months]
    bare = [_ONLY_MONTH.fullmatch(month[0]) is not None for month in months]
    found: list[DayUnderMonth] = []
    for match in _DAY_INSIDE.finditer(text, months[0].end()) if any(bare) else ():
        index = bisect_right(starts, match.start()) - 1
        end, year = match.end("last"), years[index]
        number = WORDS[fold(months[index]["month"])][1]
        if not bare[index] or end in known or IS_MONTH.match(text, end):
            continue
        if year is None or fits_weekday(match["weekday"], match["last"], number, year):
            found.append(DayUnderMonth(match.start(), end, number, year))
    return found


def _find_months(text: str) -> list[re.Match[str]]:
    """The months that may head the days of the lines below them, in order: only lines that name one are looked at."""
    lower = lower_case(text)
    places = [place for name in _MONTHS_IN_LOWER for place in _places_of(name, lower)]
    lines = sorted({lower.rfind("\n", 0, place) + 1 for place in places})
    months: list[re.Match[str]] = []
    for start in lines:
        own = _MONTH_LINE.match(text, start) or _MONTH_ENDS.match(text, start)
        own = own or (_WEEK_OF.match(text, start) if "semaine" in lower[start : start + _LONGEST_HEAD] else None)
        found = [] if own is None else [own]
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].rstrip(" ").endswith(":"):
            taken = own and own.start("month")
            led = [month for month in _MONTH_LEADS.finditer(text, start, end) if month.start("month") != taken]
            found += [*_MONTH_SAID.finditer(text, start, end), *led]
        months += sorted(found, key=lambda month: month.start()) if len(found) > 1 else found
    return months


def _places_of(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _is_set_off(day: re.Match[str]) -> bool:
    """Whether a number without its weekday is set off as a day is: `14 : comité`, `le 3 à Chauny`."""
    return _SET_OFF.match(day["behind"]) is not None or (
        day["lead"] is not None and _AT.match(day["behind"]) is not None
    )


def _years_of(months: list[re.Match[str]]) -> list[int | None]:
    """The year of each line that is a month: its own, else that of the line before, one more behind December.

    A line that tells several months has the year of the last.
    """
    years: list[int | None] = []
    for month in months:
        own = int(month["year"]) if month["year"] else None
        if own is None and years and (last := years[-1]) is not None:
            before, here = (WORDS[fold(m["month"])][1] for m in (months[len(years) - 1], month))
            ranged = fold(month["month"]) in fold(months[len(years) - 1][0])  # `septembre - octobre 2023`
            own = last - (here > before) if ranged else last + (here < before)
        years.append(own)
    return years


def _are_days(days: list[re.Match[str]], months: list[int]) -> bool:
    """Whether the numbers without a weekday that begin lines go up under each month: two of them at least."""
    set_off = [day for day in days if not day["weekday"] and _is_set_off(day)]
    numbers = [(bisect_right(months, day.start()), int(_FIRST.findall(day["last"])[0])) for day in set_off]
    return len(numbers) > 1 and all(before < after for before, after in pairwise(numbers))


def fits_weekday(weekday: str | None, days: str, month: int, year: int) -> bool:
    """Whether the first of some days of a month (1 to 12) has the weekday that is written before it."""
    number = _FIRST.match(days)
    date = calendar.build_day(year, month, int(number.group())) if number else None
    told = fold(weekday or "").strip(" .,")[:3]
    return date is not None and bool(told) and WEEKDAYS[date.weekday()].startswith(told)


def widen_windows(windows: list[tuple[int, int]], days: list[DayUnderMonth], text: str) -> list[tuple[int, int]]:
    """Give the windows with the lines of such days, up to the end of the line at most."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted([*windows, *((day.line, _end_of_line(text, day.end)) for day in days)]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _end_of_line(text: str, position: int) -> int:
    end = text.find("\n", position)
    return min(end if end >= 0 else len(text), position + 72)


def put_months(codes: str, lists: tuple[list[int], list[int], list[int]], days: list[DayUnderMonth]) -> str:
    """The codes with the month, and the year, right behind each such day, as tokens without words of their own.

    `lists` (values, starts, ends) are changed in place.
    """
    values, starts, ends = lists
    for day in reversed(days):
        at = bisect_left(ends, day.end) + 1
        if ends[at - 1 : at] != [day.end] or codes[at - 1] != "n":
            continue
        told = [day.month] if day.year is None else [day.month, day.year]
        codes = codes[:at] + "my"[: len(told)] + codes[at:]
        values[at:at] = told
        starts[at:at] = ends[at:at] = [day.end] * len(told)
    return codes
