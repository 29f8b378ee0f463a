"""Which year a day without one belongs to, and who decided.

The order is fixed: the sentence or the list; the title; the weekday, against the years around the reference; the day of
publication; other dated facts of the page; the node id. What nothing separates stays open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from extract.dates.calendar import build_day
from extract.dates.leaning_words import LEANS_ON
from extract.records import YearFrom

_HALF_A_YEAR: Final = 150
_FAR: Final = 176
"""Days from the reference beyond which the nearest year is no better than the next one, unless something leans."""
_TITLE_REACH: Final = 300
_SEASON_OPENS: Final = 8
"""Days from the publication within which a year of the title is believed."""
_BACK: Final = 45
"""Days that an announcement may look back, and a report ahead."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What a page offers to date a day without a year. `leaning`: -1 for a report, 1 for an announcement, 0 unknown.

    `reference` is the day of publication, or the nearest thing to it, and `reference_from` says what it is.
    `title_years` stand in the title, `page_years` alone in the text, and `span_years` lie in its spans (`2015-2020`).
    `known_days` are days written in full on the page, `facts` the event days among them. `season` are the two
    years that the page runs over from autumn to summer.
    """

    reference: dt.date | None = None
    reference_from: YearFrom = "published"
    leaning: int = 0
    title_years: tuple[int, ...] = ()
    known_days: frozenset[dt.date] = field(default=frozenset())
    facts: tuple[dt.date, ...] = ()
    page_years: tuple[int, ...] = ()
    span_years: tuple[int, ...] = ()
    node_day: dt.date | None = None
    season: tuple[int, int] | None = None


_LONGEST_LIST: Final = 300
"""Days over which a list in order goes on."""
_IN_ORDER: Final = 0.75


class Year(NamedTuple):
    """A year with who decided it and how sure that is."""

    year: int
    source: YearFrom
    certainty: float
    flags: tuple[str, ...] = ()


class Wanted(NamedTuple):
    """A day without a year: its month, day, weekday if written, and where its own words lean."""

    day: int
    month: int
    weekday: int | None = None
    relative: int = 0
    leaning: int = 0


@lru_cache(maxsize=1024)
def give_written_year(year: int, *, shared: bool) -> Year:
    """The year that is written beside a day, or at the other end of its list (`shared`)."""
    return Year(year, "list", 0.96) if shared else Year(year, "written", 0.99)


def find_year(wanted: Wanted, clues: Clues, sentence: dt.date | None, lean: Callable[[], int]) -> Year | str:
    """The year of a day without one, or the reason why it stays open.

    `sentence` is a day with its year in the same sentence. `lean` tells where the words around the day lean,
    and is asked only where nothing before it in the order decides.
    """
    if sentence is not None and not wanted.relative:
        year = _known_far_from(wanted, clues, sentence) or _nearest(wanted, sentence)
        if year is not None and _fits_weekday(wanted, year):
            return Year(year, "list", 0.9)
    if clues.known_days:
        known = [day.year for day in clues.known_days if (day.month, day.day) == (wanted.month, wanted.day)]
        if len(set(known)) == 1 and _fits_weekday(wanted, known[0]):
            return Year(known[0], "page", 0.93)
    if clues.title_years:
        fitting = [year for year in clues.title_years if _fits(wanted, year)]
        near = len(fitting) == 1 and not wanted.relative and _is_near(wanted, fitting[0], clues.reference)
        if near and not leans_off(wanted, fitting[0], clues, lean):
            return Year(fitting[0], "title", 0.9)
    told = _by_weekday(wanted, clues.reference) or _by_weekday_of_page(wanted, clues) or _of_season(wanted, clues)
    return told or _from_reference(wanted._replace(leaning=lean()), clues)


def _known_far_from(wanted: Wanted, clues: Clues, sentence: dt.date) -> int | None:
    """The year that the page writes beside the same day elsewhere, where that of its sentence is half a year away."""
    if not clues.known_days or _distance(wanted, sentence) <= _HALF_A_YEAR:
        return None
    known = {day.year for day in clues.known_days if (day.month, day.day) == (wanted.month, wanted.day)}
    known -= {_nearest(wanted, sentence)}  # its own first reading
    return known.pop() if len(known) == 1 else None


def fit_told_year(wanted: Wanted, told: int, reference: dt.date | None, before: dt.date | None) -> Year | None:
    """The year told earlier in the sentence, where weekday and reference let it be that of the day; None otherwise.

    `before` is the day before in the same list: a list that goes on past December goes on in the next year.
    """
    day = build_day(told, wanted.month, wanted.day)
    if before is not None and day is not None and before.year == told and day < before:
        told += 1
    near = reference is None or wanted.weekday is not None or abs(told - reference.year) <= 1
    return Year(told, "list", 0.9) if near and _fits_weekday(wanted, told) else None


def keep_order(wanted: Wanted, year: Year | str, before: dt.date | None) -> Year | str:
    """The year of a day behind another one of its list: that of the next such day, where none or a far one was found.

    Days of a list stand in order: `les 24 juin et 29 juillet` are five weeks apart, whatever lies nearest to today.
    """
    if before is None or wanted.relative:
        return year
    day = build_day(year.year, wanted.month, wanted.day) if isinstance(year, Year) else None
    if day is not None and 0 <= (day - before).days <= _LONGEST_LIST:
        return year
    following = before.year + ((wanted.month, wanted.day) < (before.month, before.day))
    told = build_day(following, wanted.month, wanted.day)
    near = told is not None and (told - before).days <= _LONGEST_LIST
    return Year(following, "list", _IN_ORDER) if near and _fits_weekday(wanted, following) else year


def _by_weekday(wanted: Wanted, reference: dt.date | None) -> Year | None:
    """The year that a written weekday tells, where it fits one of the years around the reference only."""
    if wanted.weekday is None or reference is None:
        return None
    fitting = [day for day in _candidates(wanted, reference) if day.weekday() == wanted.weekday]
    return Year(fitting[0].year, "weekday", 0.96) if len(fitting) == 1 else None


def _by_weekday_of_page(wanted: Wanted, clues: Clues) -> Year | None:
    """The one year of the days told on a page that a weekday fits, where it fits none around the reference.

    A page that was changed, or seen, years after its days tells them of their own year.
    """
    if wanted.weekday is None or clues.reference is None:
        return None
    if any(day.weekday() == wanted.weekday for day in _candidates(wanted, clues.reference)):
        return None
    fitting = {day.year for day in clues.facts if _fits(wanted, day.year)}
    return Year(fitting.pop(), "page", 0.85) if len(fitting) == 1 else None


def _of_season(wanted: Wanted, clues: Clues) -> Year | None:
    """The year of a season from autumn to summer that a month lies in: October in its first, March in its second."""
    if clues.season is None or wanted.relative:
        return None
    year = clues.season[0 if wanted.month >= _SEASON_OPENS else 1]
    near = clues.reference is None or _within(build_day(year, wanted.month, wanted.day), clues.reference)
    return Year(year, "page", 0.85) if near and _fits(wanted, year) else None


def _is_near(wanted: Wanted, year: int, reference: dt.date | None) -> bool:
    """Whether a year of the title lies within reach of the publication: `programme 2026` is no year of 2025's days."""
    day = build_day(year, wanted.month, wanted.day)
    return reference is None or wanted.weekday is not None or _within(day, reference)


def leans_off(wanted: Wanted, year: int, clues: Clues, lean: Callable[[], int]) -> bool:
    """Whether the words around a day lean away from where a year of the title puts it.

    It lies ahead of a day that comes long before all others, or back from one behind the publication: `vos remarques du
    12 décembre` in the `calendrier 2020` of January.
    """
    if _is_long_before(wanted, year, clues.facts):
        return lean() > 0
    day = build_day(year, wanted.month, wanted.day)
    told = clues.reference is not None and clues.reference_from == "published"
    return told and day is not None and clues.reference is not None and day > clues.reference and lean() < 0


def _is_long_before(wanted: Wanted, year: int, facts: tuple[dt.date, ...]) -> bool:
    """Whether a day lies so far before all that the page dates that words which lean ahead mean another year's."""
    day = build_day(year, wanted.month, wanted.day)
    return bool(facts) and day is not None and (min(facts) - day).days > _FAR


def _within(day: dt.date | None, reference: dt.date) -> bool:
    return day is not None and abs((day - reference).days) <= _TITLE_REACH


def _from_reference(wanted: Wanted, clues: Clues) -> Year | str:
    follows = wanted.leaning == LEANS_ON
    wanted = wanted._replace(leaning=min(1, wanted.leaning))
    if clues.reference is not None:
        return _around(wanted, clues.reference, clues.reference_from, clues.leaning)
    if clues.facts:
        fact = min(clues.facts, key=lambda day: abs(_distance(wanted, day)))
        fact = min(clues.facts, key=lambda day: _days_until(wanted, day)) if follows else fact
        found = _around(wanted if follows else wanted._replace(leaning=min(0, wanted.leaning)), fact, "page", 0)
        if isinstance(found, Year) and "weekday_mismatch" in found.flags:
            found = _of_page_years(wanted, clues) or found
        return found if isinstance(found, str) else Year(found.year, found.source, found.certainty - 0.1, found.flags)
    if clues.node_day is not None:
        found = _around(wanted, clues.node_day, "node_id", 0)
        return found if isinstance(found, str) else Year(found.year, found.source, 0.5, found.flags)
    for years, certainty in ((clues.page_years, 0.85), (clues.span_years, 0.7)) if wanted.weekday is not None else ():
        fitting = [year for year in years if _fits(wanted, year)]
        if fitting:
            return Year(fitting[0], "page", certainty) if len(fitting) == 1 else "no_year"
    return "no_year"


def _of_page_years(wanted: Wanted, clues: Clues) -> Year | None:
    """The one year that stands alone on the page in which a day has its weekday."""
    fitting = [year for year in clues.page_years if _fits(wanted, year)]
    return Year(fitting[0], "page", 0.85) if len(fitting) == 1 else None


def _distance(wanted: Wanted, near: dt.date) -> int:
    return min((abs((day - near).days) for day in _candidates(wanted, near)), default=999)


def _days_until(wanted: Wanted, fact: dt.date) -> int:
    """How many days after one that the page writes in full the next such day comes."""
    return min(((day - fact).days for day in _candidates(wanted, fact) if day > fact), default=999)


def _candidates(wanted: Wanted, reference: dt.date) -> list[dt.date]:
    days = (build_day(reference.year + shift, wanted.month, wanted.day) for shift in (-1, 0, 1))
    return [day for day in days if day is not None]


def _nearest(wanted: Wanted, reference: dt.date) -> int | None:
    same = build_day(reference.year, wanted.month, wanted.day)
    if same is not None and -_HALF_A_YEAR < (same - reference).days < _HALF_A_YEAR:
        return reference.year  # the others lie further off
    days = _candidates(wanted, reference)
    return min(days, key=lambda day: abs((day - reference).days)).year if days else None


def _fits(wanted: Wanted, year: int) -> bool:
    return build_day(year, wanted.month, wanted.day) is not None and _fits_weekday(wanted, year)


def _fits_weekday(wanted: Wanted, year: int) -> bool:
    if wanted.weekday is None:
        return True
    day = build_day(year, wanted.month, wanted.day)
    return day is not None and day.weekday() == wanted.weekday


@lru_cache(maxsize=8192)
def _around(wanted: Wanted, reference: dt.date, source: YearFrom, leaning: int) -> Year | str:
    """The year next to the reference: by weekday where one is written, else by what the words or the page lean to."""
    days = _candidates(wanted, reference)
    if not days:
        return _leap_day(wanted, reference, source)
    leaning = wanted.leaning or leaning
    best = _choose(days, reference, wanted.relative, leaning)
    if wanted.weekday is None:
        return best if isinstance(best, str) else Year(best.year, source, _sureness(best, reference, wanted, leaning))
    fitting = [day for day in days if day.weekday() == wanted.weekday]
    if len(fitting) == 1:
        return Year(fitting[0].year, "weekday", 0.96)
    if isinstance(best, str):
        best = min(days, key=lambda day: abs((day - reference).days))
    return Year(best.year, source, 0.5, ("weekday_mismatch",))


def _leap_day(wanted: Wanted, reference: dt.date, source: YearFrom) -> Year | str:
    for shift in (-2, 2):
        if build_day(reference.year + shift, wanted.month, wanted.day) is not None:
            return Year(reference.year + shift, source, 0.6)
    return "impossible_day"


def _choose(days: list[dt.date], reference: dt.date, relative: int, leaning: int) -> dt.date | str:
    if relative:
        side = [day for day in days if (day - reference).days * relative >= -2]
        return (min if relative > 0 else max)(side) if side else "no_year"
    if leaning:
        return min(days, key=lambda day: _strain(day, reference, leaning))
    best = min(days, key=lambda day: abs((day - reference).days))
    return best if abs((best - reference).days) <= _FAR else "two_years_possible"


def _strain(day: dt.date, reference: dt.date, leaning: int) -> float:
    """How far from the reference a day is felt to be: days on the other side than expected weigh more."""
    offset = (day - reference).days * leaning
    return offset if offset >= 0 else -offset * (366 - _BACK) / _BACK if offset < -_BACK else -offset


def _sureness(day: dt.date, reference: dt.date, wanted: Wanted, leaning: int) -> float:
    if wanted.relative:
        return 0.93
    offset = abs((day - reference).days)
    if leaning:
        return 0.9 if offset <= 200 else 0.75
    return 0.85 if offset <= 100 else 0.65


def find_month_year(
    month: int, clues: Clues, sentence: dt.date | None, relative: int, lean: Callable[[], int]
) -> Year | str:
    """The year of a month without one, by the same order. `month` counts from 1."""
    if relative and clues.reference is not None:
        year = clues.reference.year
        if relative < 0:
            year -= month >= clues.reference.month
        else:
            year += month <= clues.reference.month
        return Year(year, clues.reference_from, 0.85)
    found = find_year(Wanted(15, month), clues, sentence, lean)
    if isinstance(found, str):
        return found
    return Year(found.year, found.source, min(found.certainty, 0.8))


def find_year_of_limit(wanted: Wanted, meetings: Sequence[dt.date], reach: int | None = None) -> Year | None:
    """The year of a limit that nothing else dates: it is the last such day before the meeting that it comes nearest to.

    With `reach` none where that meeting is more days off: the limit is then of something else, and may lie behind.
    """
    before = ((meeting, _last_before(wanted, meeting)) for meeting in meetings)
    fitting = [((meeting - day).days, day.year) for meeting, day in before if day is not None]
    gap, year = min(fitting, default=(0, 0))
    return Year(year, "page", 0.85) if year and (reach is None or gap <= reach) else None


def _last_before(wanted: Wanted, meeting: dt.date) -> dt.date | None:
    """The last such day up to a meeting, where it has its weekday."""
    year = meeting.year - ((wanted.month, wanted.day) > (meeting.month, meeting.day))
    return build_day(year, wanted.month, wanted.day) if _fits(wanted, year) else None
