"""Tokens to expressions: each production of the grammar is turned into days, runs, hours and periods."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from extract.dates.expressions import Day, Every, Group, Hours, Period, Run, Unread
from extract.dates.grammar import PHRASE
from extract.dates.lexicon import fold
from extract.dates.tokens import Token, Tokens, is_short
from extract.records import Precision

Expression = Group | Period | Hours | Every | Unread
_Parser = Callable[[str, Tokens, int, int], Expression | None]

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2099
_PARTS: Final = {"debut": (1, 10), "mi": (11, 20), "milieu": (11, 20), "fin": (21, 31)}
_COUNTED: Final = frozenset(
    {"seance", "session", "module", "atelier", "journee", "jour", "groupe", "etape", "partie", "lot", "salle", "niveau"}
    | {"volet", "axe", "chapitre", "numero", "no"}
)
_LASTS: Final = re.compile(
    r"(?:dur[ée]{1,2}s?|dure(?:ra)?|volume horaire|(?:formation|module|stage|parcours|cycle|atelier)s? d[e'’])"
    r"[\s:]*(?:totale)?[\s:]*(?:de|d['’])?\s*$",
    re.IGNORECASE,
)
_LONG: Final = re.compile(
    r"\s*(?:de |d['’])(?:formation|cours|travail|d[ée]bat|atelier|visio|pr[ée]sence)", re.IGNORECASE
)
_DELAY: Final = re.compile(r"d[ée]lai", re.IGNORECASE)
_LENGTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SEASONS: Final = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 2), 5: (9, 9)}


def find_expressions(text: str, tokens: Tokens) -> list[tuple[Expression, int, int]]:
    """All expressions in order, each with the indices of its first token and of the one after its last."""
    found: list[tuple[Expression, int, int]] = []
    for match in PHRASE.finditer(tokens.codes):
        first, last = match.span()
        expression = _PARSERS[match.lastgroup or ""](text, tokens, first, last)
        if expression is not None:
            found.append((expression, first, last))
    return found


def _span(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The words of some tokens; a full stop at their end is the sentence's, but for an abbreviated month."""
    if tokens.codes[last - 1] == "." and last - first > 1:
        month = tokens.items[last - 2]
        if not is_short(tokens.text[month.start : month.end]):
            last -= 1
    return tokens.items[first].start, tokens.items[last - 1].end


def _after(tokens: Tokens, last: int) -> int:
    """The direction of a `dernier` or `prochain` right after the words, else 0 (`dernier délai` is none)."""
    if last < len(tokens.items) and tokens.codes[last] == "r" and tokens.codes[last + 1 : last + 2] != "x":
        return tokens.items[last].value
    following = tokens.items[last + 1] if last + 1 < len(tokens.items) else None
    if following is not None and tokens.codes[last] == "r" and not _DELAY.match(tokens.text, following.start):
        return tokens.items[last].value
    return 0


def _parse_group(text: str, tokens: Tokens, first: int, last: int) -> Group | Unread | None:
    codes = tokens.codes[first:last]
    entre = "b" in tokens.codes[max(0, first - 2) : first]
    numbered = first > 0 and _is_numbering(tokens, first)
    walk = _Walk(text, entre=entre, spelled="m" in codes, numbered=numbered)
    for token in tokens.items[first:last]:
        walk.take(token)
    runs, start = walk.close()
    end = _span(tokens, first, last)[1]
    if _is_fraction(tokens, first, last):
        return None
    if not runs:
        return Unread("impossible_day", start, end) if "m" in codes else None
    group = Group(runs, start, end, relative=_after(tokens, last), flags=walk.flags)
    if runs[-1].last.year is not None:
        group.year_from = "written"
    if group.relative:
        group.end = tokens.items[last].end
    return group


def _is_fraction(tokens: Tokens, first: int, last: int) -> bool:
    """Whether two figures with a slash are no day: `24/7`, `1/3 des habitants`; `le 26/03`, `mardi 26/03` are."""
    if tokens.codes[first:last] != "P":
        return False
    before = tokens.codes[first - 1] if first else "^"
    after = tokens.codes[last : last + 4]
    if re.match(r"(?:,?e?|u)[dl]*[PD]|[,(-]?[aud]?h", after) or tokens.codes[max(0, first - 2) : first] in ("P,", "Pe"):
        return False
    return before not in "lwWue:>^-"


def _is_numbering(tokens: Tokens, first: int) -> bool:
    """Whether the first number counts something (`Séance 1, 14 novembre`) and is no day."""
    before = tokens.items[first - 1]
    return before.code == "x" and fold(tokens.text[before.start : before.end]).rstrip("s") in _COUNTED


class _Walk:
    """One pass over the tokens of a group: collects days, their weekdays and connectors, then month and year."""

    def __init__(self, text: str, *, entre: bool, spelled: bool, numbered: bool) -> None:
        self.text = text
        self.entre = entre
        self.spelled = spelled
        self.numbered = numbered
        self.days: list[Day] = []
        self.joins: list[str] = []
        self.starts: list[int] = []
        self.join = ""
        self.opened: int | None = None
        self.weekday: int | None = None
        self.plural: int | None = None
        self.flags: set[str] = set()

    def take(self, token: Token) -> None:
        """Take the next token of the group."""
        code = token.code
        if code in "nwWPDlo" and self.opened is None:
            self.opened = token.start
        if code == "n" and self.days and self.days[-1].month is not None:
            self._year(2000 + token.value)  # `12 déc. 18`
        elif code == "n":
            self._day(token.value)
        elif code == "m":
            self._month(token)
        elif code in "wW":
            self.weekday = token.value
            self.plural = token.value if code == "W" else None
        elif code in "PD":
            self._numeric(token)
        elif code == "y":
            self._year(token.value)
        elif code == "o":
            self._day(1 if token.value == 1 else 0)
        elif code in "eOu,-/a":
            self.join = code if self.join in ("", ",") else self.join

    def _day(self, number: int) -> None:
        weekday = self.weekday if self.weekday is not None else self.plural
        self.days.append(Day(number, weekday=weekday))
        self.joins.append(self.join)
        self.starts.append(self.opened or 0)
        self.join = ""
        self.opened = self.weekday = None

    def _year(self, year: int) -> None:
        for day in self.days:
            day.year = year

    def _month(self, token: Token) -> None:
        if token.value < 0:
            self.flags.add("misspelled")
        for day in self.days:
            day.month = abs(token.value)

    def _numeric(self, token: Token) -> None:
        words = self.text[token.start : token.end]
        figures = [int(figure) for figure in re.findall(r"\d+", words)]
        if self.spelled:  # `17/18 février`: before a month in words the figures are days
            separator = re.sub(r"\d", "", words)[0]
            for index, figure in enumerate(figures):
                self.join = (separator if separator in "/-" else ",") if index else self.join
                self.opened = token.start
                self._day(figure)
            return
        if figures[0] > 31:
            figures.reverse()
        self._day(figures[0])
        self.days[-1].month = figures[1]
        if len(figures) == 3:
            self.days[-1].year = figures[2] if figures[2] > 99 else 2000 + figures[2]
        for day in self.days[:-1]:  # `du 2 au 4/10/2023`
            day.month, day.year = day.month or self.days[-1].month, day.year or self.days[-1].year

    def close(self) -> tuple[list[Run], int]:
        """The runs of the group, impossible ones left out, and where the words begin."""
        keep = self._count_ascending()
        days, joins = self.days[-keep:], ["", *self.joins[len(self.joins) - keep + 1 :]]
        runs: list[Run] = []
        for day, join in zip(days, joins, strict=True):
            if runs and self._is_range(join) and runs[-1].single:
                runs[-1] = Run(runs[-1].first, day)
            elif runs and self._is_range(join) and day.day == runs[-1].last.day + 1:
                runs[-1].last = day
            else:
                runs.append(Run(day, day))
            if join == "O":
                self.flags.add("alternative")
        possible = [run for run in runs if _possible(run.first) and _possible(run.last)]
        return possible, self.starts[-keep]

    def _is_range(self, join: str) -> bool:
        return join in ("-", "u", "a") or (join in ("e", ",") and self.entre)

    def _count_ascending(self) -> int:
        """How many of the last numbers count upwards: `salle 12, 3 mai` holds one day, not two.

        A number without a weekday before a dash and a day with one is no day: `Séance 1 - jeudi 14 novembre`.
        """
        keep = 1
        while keep < len(self.days) and self.days[-keep - 1].day < self.days[-keep].day:
            before, after = self.days[-keep - 1], self.days[-keep]
            if before.weekday is None and after.weekday is not None and self.joins[-keep] in ("-", "/", ","):
                break
            keep += 1
        return keep - 1 if keep > 1 and keep == len(self.days) and self.numbered else keep


def _possible(day: Day) -> bool:
    if day.month is None or not 1 <= day.month <= 12 or not 1 <= day.day <= _LENGTHS[day.month - 1]:
        return False
    return day.year is None or FIRST_YEAR <= day.year <= LAST_YEAR


def _written_year(tokens: Tokens, first: int, last: int) -> int | None:
    for token in tokens.items[first:last]:
        if token.code == "y":
            return token.value
    return None


def _parse_nth(text: str, tokens: Tokens, first: int, last: int) -> Group | None:
    """`le premier jeudi d'octobre 2022`: one day, known once the year is."""
    items = [token for token in tokens.items[first:last] if token.code in "onrwm"]
    if len(items) != 3 or not -1 <= items[0].value <= 5:
        return None
    group = _parse_month_of(tokens, first, last, every=items[1].value)
    group.nth = items[0].value
    return group


def _parse_recurrence(text: str, tokens: Tokens, first: int, last: int) -> Group | None:
    """`tous les mardis de mars 2020`: every such weekday of the month."""
    weekday = next(token.value for token in tokens.items[first:last] if token.code in "wW")
    return _parse_month_of(tokens, first, last, every=weekday)


def _parse_month_of(tokens: Tokens, first: int, last: int, every: int) -> Group:
    month = next(abs(token.value) for token in tokens.items[first:last] if token.code == "m")
    year = _written_year(tokens, first, last)
    run = Run(Day(1, month, year), Day(_LENGTHS[month - 1], month, year))
    start, end = _span(tokens, first, last)
    group = Group([run], start, end, relative=_after(tokens, last), every=every)
    group.year_from = "written" if year else None
    return group


def _parse_every(text: str, tokens: Tokens, first: int, last: int) -> Every:
    weekday = next(token.value for token in tokens.items[first:last] if token.code in "wW")
    return Every(weekday, *_span(tokens, first, last))


def _parse_vague(text: str, tokens: Tokens, first: int, last: int) -> Period | Unread | None:
    """`fin mai 2024`: a third of a month, flagged; `fin 2015` stays open."""
    month = next((abs(token.value) for token in tokens.items[first:last] if token.code == "m"), None)
    span = _span(tokens, first, last)
    if month is None:
        return Unread("vague_period", *span)
    before = tokens.items[first - 1] if first else None
    if before is not None and _is_since(text, before):
        return Unread("open_ended_period", before.start, span[1])
    year = _written_year(tokens, first, last)
    part = _PARTS[fold(text[tokens.items[first].start : tokens.items[first].end])]
    return Period("month", month, month, year, *span, _after(tokens, last), flags={"vague"}, days=part)


def _parse_months(text: str, tokens: Tokens, first: int, last: int) -> Period | Unread | None:
    months = [token for token in tokens.items[first:last] if token.code == "m"]
    years = [token.value for token in tokens.items[first:last] if token.code == "y"]
    year = years[0] if years else None
    relative = _after(tokens, last)
    before = tokens.items[first - 1] if first else None
    if year is None and not relative and len(months) == 1 and not _has_month_cue(before):
        return None
    if year is None and any(is_short(text[token.start : token.end]) for token in months):
        return None
    start, end = _span(tokens, first, last)
    if before is not None and _is_since(text, before):
        return Unread("open_ended_period", before.start, end)
    first_month, last_month = abs(months[0].value), abs(months[-1].value)
    precision: Precision = "month" if first_month == last_month else "period"
    end = tokens.items[last].end if relative else end
    last_year = years[-1] if len(years) > 1 else None
    return Period(precision, first_month, last_month, year, start, end, relative, last_year)


def _is_since(text: str, before: Token) -> bool:
    return before.code == "p" and text[before.start : before.end].lower() == "depuis"


def _has_month_cue(before: Token | None) -> bool:
    """Whether a bare month is one: `en mars`, `d'avril`, `courant mai`; `Mars` alone may be anything."""
    return before is not None and (before.code in "pdbk" or before.code == "i")


def _parse_semester(text: str, tokens: Tokens, first: int, last: int) -> Period | None:
    return _parse_part_of_year(tokens, first, last, months=6, precision="semester")


def _parse_quarter(text: str, tokens: Tokens, first: int, last: int) -> Period | None:
    return _parse_part_of_year(tokens, first, last, months=3, precision="period")


def _parse_part_of_year(tokens: Tokens, first: int, last: int, months: int, precision: Precision) -> Period | None:
    number = tokens.items[first].value
    if not 1 <= number <= 12 // months:
        return None
    year = _written_year(tokens, first, last)
    start, end = _span(tokens, first, last)
    first_month = (number - 1) * months + 1
    return Period(precision, first_month, first_month + months - 1, year, start, end, _after(tokens, last))


def _parse_season(text: str, tokens: Tokens, first: int, last: int) -> Period | None:
    year = _written_year(tokens, first, last)
    relative = _after(tokens, last)
    before = tokens.codes[max(0, first - 2) : first]
    cued = before.endswith("c") or before == "al" or relative
    if not cued and (year is None or not re.search(r"[lcpdu>]$|^$", before)):
        return None
    if last < len(tokens.codes) and tokens.codes[last] == "m":  # `la rentrée de septembre`: the month tells more
        return None
    first_month, last_month = _SEASONS[tokens.items[first].value]
    start, end = _span(tokens, first, last)
    return Period("season", first_month, last_month, year, start, end, relative)


def _parse_this_month(text: str, tokens: Tokens, first: int, last: int) -> Period:
    relative = tokens.items[last - 1].value if tokens.codes[last - 1] == "r" else 0
    return Period("month", 0, 0, None, *_span(tokens, first, last), relative)


def _parse_hours(text: str, tokens: Tokens, first: int, last: int) -> Hours | None:
    hours = [_as_hour(token) for token in tokens.items[first:last] if token.code in "hHn"]
    start, end = _span(tokens, first, last)
    if hours[0].value >= 24 * 60 or (len(hours) == 1 and _is_duration(text, start, end)):
        return None
    colon = all(":" in text[token.start : token.end] for token in hours)
    starts, ends = hours[0].value, hours[-1].value
    if len(hours) == 1 and tokens.codes[first] == "H":
        return None
    if len(hours) == 1 and tokens.codes[max(0, first - 2) : first] in ("ua", "uu"):
        return Hours(None, ends, start, end, colon)
    return Hours(starts, ends if ends > starts else None, start, end, colon, stops=len(hours))


def _as_hour(token: Token) -> Token:
    """`9 à 12h`: a bare number before an hour is an hour too."""
    return token._replace(value=token.value * 60) if token.code == "n" else token


def _is_duration(text: str, start: int, end: int) -> bool:
    """Whether an hour says how long, not when: `durée : 3h`, `7h de formation`."""
    return bool(_LASTS.search(text, max(0, start - 40), start) or _LONG.match(text, end))


def _parse_years(text: str, tokens: Tokens, first: int, last: int) -> Unread | None:
    if not 1990 <= tokens.items[first].value <= 2060:
        return None
    return Unread("year_only", *_span(tokens, first, last))


_PARSERS: Final[dict[str, _Parser]] = {
    "nth": _parse_nth,
    "recurrence": _parse_recurrence,
    "every": _parse_every,
    "group": _parse_group,
    "vague": _parse_vague,
    "months": _parse_months,
    "semester": _parse_semester,
    "quarter": _parse_quarter,
    "season": _parse_season,
    "this_month": _parse_this_month,
    "hours": _parse_hours,
    "years": _parse_years,
}
