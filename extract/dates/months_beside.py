"""Days without their month beside one that has it: `lundi 3 juin à Fourmies, mardi 4 à Trélon, mercredi 5 à Hirson`.

Only days with their weekday are read so, and only where weekday and number go on together from the day that names its
month, before them or behind them: that rules out what is merely counted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from extract.dates import calendar
from extract.dates.lexicon import WEEKDAY_NAME, WEEKDAYS, WORDS, fold
from extract.dates.month_lines import IS_MONTH, MONTH_NAMES, MORE_DAYS, NUMBER, DayUnderMonth
from extract.matching.leaping import compile_leaping

_DAY: Final = compile_leaping(
    rf"(?<![^\W_])(?P<weekday>{WEEKDAY_NAME})[ ]+(?P<number>1er|{NUMBER})"
    rf"(?:[ ]+(?P<month>{MONTH_NAMES})(?![^\W\d_])(?:[ ]+(?P<year>(?:19|20)\d\d)(?!\d))?|(?![\w/]|[.:,]\d))",
    re.IGNORECASE,
)
_MORE: Final = re.compile(rf"{MORE_DAYS}*", re.IGNORECASE)
_MONTH_SAID: Final = compile_leaping(
    rf"(?<!\d )(?<!er )(?<![^\W_])(?P<month>{MONTH_NAMES})[ ](?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
"""A month with its year and without a day."""
_MONTH_NAMED: Final = compile_leaping(
    rf"(?<![^\W_])(?:en|(?:mois|vacances|cong[ée]s|p[ée]riode) d(?:e |['’])|"
    rf"vacances [^().;:!?\n]{{0,30}}\()[ ]?(?P<month>{MONTH_NAMES})\)?"
    r"(?=[ ]?[,:;(–—)])[^.!?\n\d]{0,90}$",
    re.IGNORECASE,
)
"""A month without its year that a clause before a day names: `pendant les vacances d'avril, du lundi 14`."""
_MONTH_HEAD: Final = re.compile(
    r"^[^\w\n]*(?:(?:[^\W\d_][^\n:.;,\d]{0,40}[ ])?(?:en|au mois de|du mois de|mois de|pour|de|d['’])[ ]?)?"
    rf"(?P<month>{MONTH_NAMES})(?:[ ](?P<year>(?:19|20)\d\d))?[ ]?[:–—-][ ]",
    re.IGNORECASE | re.MULTILINE,
)
"""A month that heads its line, as the label of what follows: `Permanences de septembre : le mardi 19, à Hem`."""
_LISTED: Final = compile_leaping(
    rf"(?<![\w/])(?P<days>(?:1er|{NUMBER})"
    rf"(?:[ ]*(?:,|et|&|/|-|–|au)[ ]*(?:le[ ]+)?(?:(?:{WEEKDAY_NAME})[ ]+)?(?:1er|{NUMBER}))+)[ ]+"
    rf"(?P<month>{MONTH_NAMES})(?![^\W\d_])(?:[ ]+(?P<year>(?:19|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)
"""Several days with their month, which may be told one by one below: `les 5 et 6 décembre`, `du lundi 3 au jeudi 6`."""
_ISSUE: Final = re.compile(
    r"(?<![^\W_])(?:num[ée]ro|n\s?°|(?:info|news)?lettre|newsletter|journ(?:al|aux)|gazette|bulletin|agenda|programme|feuille|"
    r"[ée]chos?|calendrier|infos?)(?![^\W_])|n°",
    re.IGNORECASE,
)
"""What comes out month by month."""
_HEAD: Final = 400
_LONGEST_ISSUE: Final = 60
_IN_TEXT: Final = re.compile(
    r"[.!?]\s|(?<![^\W_])(?:depuis|en|d[èe]s|fin|d[ée]but|mi|publi\w+|jusqu\w*|avant|apr[èe]s)[\s-]", re.IGNORECASE
)
"""What stands before a month that is not that of an issue."""
_BEFORE_IT: Final = re.compile(
    r"(?<![^\W_])(?:avant|en amont|pr[ée]par(?:er|ation|atoires?)|pr[ée]c[èe]d\w+|en vue)(?![^\W_])[^.;:!?\d]{0,60}\Z",
    re.IGNORECASE,
)
_LEAD: Final = 90
_JOINS: Final = re.compile(r" ?(?:,|au|et|&|-|–) (?:le )?")
"""Between two days of one run or list: `du lundi 14 au samedi 19`."""
_NEAR: Final = 120
_REACH: Final = 300
"""Characters between a day and the one that tells its month, at most."""


class _Told(NamedTuple):
    """A weekday with its number, and the month and year that it names or was given (0 and None where unknown)."""

    start: int
    end: int
    weekday: int
    number: int
    month: int
    year: int | None
    written: bool = False


def find_days_beside_months(text: str) -> list[DayUnderMonth]:
    """Find weekdays with a number and no month that go on from a day with its month, or lead to one."""
    told = [day for match in _DAY.finditer(text) if (day := _read(text, match)) is not None]
    if all(day.month for day in told):
        return []
    told = _with_month_said(text, told)
    for index in range(1, len(told)):
        if _JOINS.fullmatch(text, told[index - 1].end, told[index].start):
            _give_month(text, told, index, index - 1)
    told = _with_listed(text, told)
    bare = [index for index, day in enumerate(told) if not day.month]
    for index in bare:
        _give_month(text, told, index, index - 1)
    for index in reversed(bare):
        _give_month(text, told, index, index + 1)
    return [DayUnderMonth(day.start, day.end, day.month, day.year) for day in told if day.month and not day.written]


def _with_month_said(text: str, told: list[_Told]) -> list[_Told]:
    """The days with the month that the words before them say with its year: `en mai 2021 : Lens (mardi 4)`."""
    months = list(_MONTH_SAID.finditer(text))
    heads = {head.start(): head for head in _MONTH_HEAD.finditer(text)}
    told = [day if day.month else _with_month_before(text, day, months, heads) for day in told]
    issue = _month_of_issue(text, months)
    if issue is None:
        return told
    start, month = issue
    return [day if day.month or day.start < start else _as_listed(day, {month}) for day in told]


def _month_of_issue(text: str, months: list[re.Match[str]]) -> tuple[int, tuple[int, int | None]] | None:
    """Where the head of a letter names its month (`Numéro 41 - octobre 2025`), with month and year; None of two."""
    found: dict[tuple[int, int | None], int] = {}
    for said in months:
        if said.start() > _HEAD:
            break
        line = text.rfind("\n", 0, said.start()) + 1
        end = text.find("\n", said.end())
        ends = not text[said.end() : end if end >= 0 else len(text)].strip(" .)*_=")
        if ends and said.start() - line <= _LONGEST_ISSUE and not _IN_TEXT.search(text, line, said.start()):
            found.setdefault((_month_of(said), _year_of(said)), said.end())
    month, start = next(iter(found.items()), (None, 0))
    if month is None or len(found) > 1 or _ISSUE.search(text, 0, start) is None:
        return None
    return start, month


def _with_month_before(text: str, day: _Told, months: list[re.Match[str]], heads: dict[int, re.Match[str]]) -> _Told:
    """A day with the month said before it, where its weekday fits, else with the one that heads its line.

    `heads` are filed by where their line begins.
    """
    said = _month_said(text, day, months)
    if said is not None:
        month, year = _month_of(said), _year_of(said) or 0
        date = calendar.build_day(year, month, day.number)
        if date is not None and date.weekday() == day.weekday:
            return day._replace(month=month, year=year)
    head = heads.get(text.rfind("\n", 0, day.start) + 1)
    if head is not None and head.end() <= day.start:
        return day._replace(month=_month_of(head), year=_year_of(head))
    named = _MONTH_NAMED.search(text, max(0, day.start - _NEAR), day.start)
    return day._replace(month=_month_of(named)) if named is not None else day


def _month_said(text: str, day: _Told, months: list[re.Match[str]]) -> re.Match[str] | None:
    """The last of the months that lead to a day; only those within reach are asked."""
    for index in range(bisect_left(months, day.start, key=_end_of) - 1, -1, -1):
        if day.start - months[index].end() > _REACH:
            break
        if _leads_to(text, months[index].end(), day.start):
            return months[index]
    return None


def _end_of(match: re.Match[str]) -> int:
    return match.end()


def _month_of(match: re.Match[str]) -> int:
    """The month that a match names."""
    return WORDS[fold(match["month"])][1]


def _year_of(match: re.Match[str]) -> int | None:
    """The year that a match names, if it does."""
    return int(match["year"]) if match["year"] else None


def _with_listed(text: str, told: list[_Told]) -> list[_Told]:
    """The days with the month of the one list that holds their number: `Jeudi 5 : 10h` below `les 5 et 6 décembre`."""
    listed = find_listed_months(text)
    return [day if day.month else _as_listed(day, listed.get(day.number, set())) for day in told]


def find_listed_months(text: str) -> dict[int, set[tuple[int, int | None]]]:
    """Give, by number of the day, the months and years of the lists that hold it: 5 and 6 of `les 5 et 6 décembre`."""
    listed: dict[int, set[tuple[int, int | None]]] = {}
    for match in _LISTED.finditer(text):
        for number in _numbers_of(match["days"]):
            listed.setdefault(number, set()).add((_month_of(match), _year_of(match)))
    return listed


def _as_listed(day: _Told, months: set[tuple[int, int | None]]) -> _Told:
    """A day with the month (and year) of the lists that hold its number, where they agree and its weekday fits."""
    if len({month for month, _ in months}) != 1:
        return day
    month, year = max(months, key=lambda found: found[1] or 0)
    date = calendar.build_day(year, month, day.number) if year else None
    fits = date is None or date.weekday() == day.weekday
    return day._replace(month=month, year=year) if fits else day


def _numbers_of(words: str) -> set[int]:
    """The numbers of a list of days; `du 5 au 7` holds the 6th as well."""
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    run = range(numbers[0], numbers[-1] + 1) if re.search(r"au|-|–", words) and len(numbers) == 2 else numbers
    return set(run)


def _leads_to(text: str, end: int, start: int) -> bool:
    """Whether a month that ends here leads to a day: in the same line, or in the one above that ends with a colon."""
    return 0 < start - end <= _REACH and "\n" not in text[end:start].replace(":\n", " ").replace(": \n", " ")


def _read(text: str, match: re.Match[str]) -> _Told | None:
    """A match as a day; None where it is one of a list whose month stands at its end (`lundi 3 et mardi 4 juin`)."""
    number = int(match["number"].lower().removesuffix("er"))
    month = WORDS[fold(match["month"])][1] if match["month"] else 0
    if not month:
        listed = _MORE.match(text, match.end())
        if IS_MONTH.match(text, listed.end() if listed else match.end()):
            return None
    weekday = WEEKDAYS.index(fold(match["weekday"]))
    year = int(match["year"]) if match["year"] else None
    return _Told(match.start(), match.end(), weekday, number, month, year, written=bool(month))


def _comes_before(text: str, other: _Told, day: _Told) -> bool:
    """Whether what is told behind a day, in its own line, is said to come before it."""
    line = text.rfind("\n", 0, other.start) + 1
    led = _BEFORE_IT.search(text, max(line, other.start - _LEAD), other.start) is not None
    return led and "\n" not in text[other.end : day.start]


def _give_month(text: str, told: list[_Told], index: int, beside: int) -> None:
    """Give a day the month of its neighbour, where weekday and number have moved on by as many days.

    They go back behind a day that others lead to: `avant le concert du samedi 21 juin : le jeudi 12 et le jeudi 19`.
    """
    if not 0 <= beside < len(told) or told[index].month:
        return
    day, other = told[index], told[beside]
    apart = day.number - other.number
    far = max(day.start - other.end, other.start - day.end) > _REACH
    if not other.month or far or apart == 0:
        return
    if (apart > 0) != (index > beside) and not (index > beside and _comes_before(text, other, day)):
        return
    if (apart - (day.weekday - other.weekday)) % 7 == 0:
        told[index] = day._replace(month=other.month, year=other.year)
