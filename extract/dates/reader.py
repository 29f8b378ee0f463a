"""Text in, date readings out: the grammar's expressions are given their years, hours and roles."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import groupby, islice, repeat
from operator import itemgetter
from typing import Final

from extract.dates import calendar
from extract.dates.clock import has_real_hours, read_hours
from extract.dates.closed_span import LONGEST, read_closed_span
from extract.dates.expressions import Day, Group, Hours, Period, Unread
from extract.dates.heading_years import find_heading_year
from extract.dates.hours_apart import give_hours_apart
from extract.dates.joining import join_expressions
from extract.dates.leaning_words import LEANS_ON
from extract.dates.lexicon import lower_case
from extract.dates.limits import is_for_days
from extract.dates.list_years import find_year_of_list_end
from extract.dates.month_lines import DayUnderMonth
from extract.dates.parsing import Expression, find_expressions
from extract.dates.quoted_hours import without_quoted_hours
from extract.dates.ranked_hours import find_ranked_hours
from extract.dates.roles import Role, find_leaning, find_period_leaning, find_role, find_year_of_law, is_limit_day
from extract.dates.runs import Resolved, find_weekdays, join_neighbours, merge_consecutive, resolve_day, resolve_run
from extract.dates.settings import MAY_GO_ON, Setting, find_setting, goes_on
from extract.dates.street_names import MAY_NAME_STREET, is_street_name, is_written_as_name, stands_in_street_name
from extract.dates.timetable import are_dealt_out, deal_hours, turn_to_close
from extract.dates.tokens import tokenize
from extract.dates.told_after import heads_letter
from extract.dates.told_years import find_told_year
from extract.dates.years import (
    Clues,
    Wanted,
    Year,
    find_month_year,
    find_year,
    find_year_of_limit,
    fit_told_year,
    give_written_year,
    keep_order,
    leans_off,
)
from extract.quick_records import quick_maker
from extract.records import DateReading, DateRole, OpenReading, Place, Precision

_SAME_HOURS: Final = re.compile(r"m[êe]mes? (?:heures?|horaires?|cr[ée]neaux?)", re.IGNORECASE)
_SAME_WORDS: Final = ("me h", "mes h", "me c", "mes c")
_CUES_OF_LISTS: Final = ("cue:other", "cue:away", "cue:limit", "cue:deadline")
_AND: Final = re.compile(r",?\s(?:et|ou|puis)\s", re.IGNORECASE)
"""Between a day and the next one of which the same is told."""
_SURE_YEARS: Final = ("weekday", "published", "title")
_FROM_NEARNESS: Final = ("page", "node_id")
"""Who tells a year only by what else lies near: a limit comes before a meeting, whatever that is."""
_SIGNED_UP: Final = 90
"""Days before a meeting within which its limit is looked for."""
_SURE: Final = 0.85
"""Certainty from which a day that tells no year itself gives its year to the next one of its sentence."""
_STEPS_BACK: Final = 8
_PAIR: Final = 2
_LONG_AGO: Final = 300
"""Days before the reference from which on a day of no meeting gives its year to none that is told ahead."""
_round: Final = lru_cache(maxsize=256)(partial(round, ndigits=2))
_make_place: Final = quick_maker(Place)
_make_reading: Final = quick_maker(DateReading)

Placer = Callable[[int, int], Place]


@dataclass(frozen=True, slots=True)
class DatesResult:
    """The dates of a text in the order of their words, and what was seen and left open with its reason."""

    dates: tuple[DateReading, ...]
    open: tuple[OpenReading, ...]


_HALF_A_YEAR: Final = dt.timedelta(days=182)
_NOTHING: Final = DatesResult((), ())


def read_dates(text: str, reference: dt.date | None = None) -> DatesResult:
    """Read the dates of a text. `reference` is the day near which a missing year is looked for (as of publication)."""
    scan = scan_dates(text)
    result = scan.read(_clues_near(reference)) if scan.expressions else _NOTHING
    if result.dates and scan.loose_hours:
        tied = [one.hours for one in scan.expressions if isinstance(one, Group) and one.hours is not None]
        return DatesResult(give_hours_apart(text, result.dates, scan.loose_hours, tied), result.open)
    if result.dates or len(text) > LONGEST:
        return result
    closed = read_closed_span(text)
    return result if closed is None else DatesResult((closed,), ())


@lru_cache(maxsize=64)
def _clues_near(reference: dt.date | None) -> Clues:
    return Clues(reference=reference)


def read_dates_with(text: str, clues: Clues, place: Placer = _make_place) -> DatesResult:
    """Read the dates of a text with all that its page offers to date them; `place` makes places of spans."""
    return scan_dates(text).read(clues, place)


@dataclass(slots=True)
class DateScan:
    """The date expressions of a text, found once, to be read as often as there are clues to read them with.

    `settings` are the words around each expression, None for what is left open. `loose_hours` are hours that stand by
    themselves (`Accueil à partir de 18h`): the page may tie them to its day.
    """

    text: str
    expressions: list[Expression]
    settings: list[Setting | None]
    loose_hours: list[Hours]
    _same_hours: bool | None = None

    def tells_same_hours(self) -> bool:
        """Whether the text may say anywhere that a day has the hours told before: a first look, taken once."""
        if self._same_hours is None:
            lower = lower_case(self.text)
            self._same_hours = any(words in lower for words in _SAME_WORDS)
        return self._same_hours

    def read(self, clues: Clues, place: Placer = _make_place) -> DatesResult:
        """Give every expression its years, hours and role."""
        return _Reader(self, clues, place).read() if self.expressions else _NOTHING


def scan_dates(
    text: str,
    in_tables: Sequence[DayUnderMonth] = (),
    lengths: Sequence[tuple[int, int]] = (),
    stamps: Sequence[tuple[int, int]] = (),
    rows: Sequence[int] = (),
) -> DateScan:
    """Find the date expressions of a text without resolving any year.

    `in_tables` are days with their month apart, `lengths` the spans of cells that tell how long something lasts,
    `stamps` those of lines that only say when the page was published: hours behind them are not of their day. `rows`
    are where the rows of tables begin: no sentence goes on from one into the next.
    """
    tokens = tokenize(text, in_tables)
    if not tokens.codes:
        return DateScan(text, [], [], [])
    found = without_quoted_hours(find_expressions(tokens), text)
    if not found:
        return DateScan(text, [], [], [])
    if lengths:
        found = [item for item in found if not (isinstance(item[0], Hours) and _is_within(item[0].start, lengths))]
    streets = [item for item in found if isinstance(item[0], Group) and stands_in_street_name(text, item[0].start)]
    found = [item for item in found if item not in streets] if streets else found  # `rue du 11 Novembre, à 18h`
    expressions, loose_hours = join_expressions(found, tokens)
    if streets:
        expressions = sorted([*expressions, *(item[0] for item in streets)], key=lambda item: item.start)
    if stamps:
        loose_hours = sorted([*loose_hours, *_untie_stamps(expressions, stamps)], key=lambda hours: hours.start)
    return DateScan(text, expressions, _find_settings(text, expressions, rows), loose_hours)


def find_hours(text: str) -> list[Hours]:
    """The hours that a text tells, in order, each as it is written and tied to no day."""
    return [item[0] for item in find_expressions(tokenize(text)) if isinstance(item[0], Hours)]


def _untie_stamps(expressions: list[Expression], stamps: Sequence[tuple[int, int]]) -> list[Hours]:
    """The hours that were tied to the day of a stamp, and are taken from it: they stand in the text behind it."""
    untied: list[Hours] = []
    for expression in expressions:
        if not isinstance(expression, Group) or expression.hours is None or not _is_within(expression.start, stamps):
            continue
        if not _is_within(expression.hours.start, stamps):
            untied.append(expression.hours)
            expression.hours = None
    return untied


def _is_within(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


def _find_settings(text: str, expressions: list[Expression], rows: Sequence[int]) -> list[Setting | None]:
    """The words around each expression, cut at its neighbours; the words before a list govern each of its members.

    A bare year cuts nothing: the year of `loi n° 2014-173` is no date.
    """
    settings: list[Setting | None] = []
    floor = reached = 0
    ceilings = [expression.start for expression in expressions[1:]]
    ceilings.append(len(text))
    before: Setting | None = None
    for expression, ceiling in zip(expressions, ceilings, strict=False):  # no expression has one ceiling
        start, end = expression.start, expression.end
        if isinstance(expression, Unread):
            settings.append(None)
            before = None
            if expression.reason != "year_only":
                reached = end
            continue
        link = None
        if isinstance(expression, Group):
            hours, link = expression.hours, expression.link
            if hours is not None and hours.end <= start:
                start = _start_with_hours(text, hours, start)
        if link is None:
            floor = max(reached, rows[bisect_right(rows, start) - 1]) if rows and rows[0] <= start else reached
        setting = find_setting(text, start, end, floor, ceiling)
        may_go_on = setting.may & MAY_GO_ON or len(setting.before) != start - reached
        if before is not None and floor == reached and may_go_on and goes_on(text[reached:start], before.before):
            setting = setting.told_of(before)
        settings.append(setting)
        before = setting
        reached = end
    return settings


def _start_with_hours(text: str, hours: Hours, start: int) -> int:
    """Where an expression begins with the hours right before it: what leads to them leads to it."""
    return start if text[hours.end : start].strip(" ,:") else hours.start


def _join_alike(resolved: list[Resolved], dealt: list[Hours]) -> Iterator[tuple[Resolved, Hours]]:
    """Days with the hours dealt out to them; those that follow one another with the same hours are one run.

    They are flagged: the hours are the day's own, though one line tells those of all.
    """
    for hours, items in groupby(zip(resolved, dealt, strict=False), key=itemgetter(1)):
        for item in merge_consecutive([item for item, _ in items]):
            yield item._replace(flags=(*item.flags, "hours_of_rank")), hours


def _says_same_hours(setting: Setting) -> bool:
    """Whether the words after a day say that its hours are those told before."""
    return "me" in setting.after.lower() and _SAME_HOURS.search(setting.after) is not None


def _year_of_law(setting: Setting, day: Day) -> Year | None:
    """The year of a founding law that is called by its day and month alone."""
    year = find_year_of_law(setting, day.month, day.day) if day.year is None and day.month is not None else None
    return None if year is None else Year(year, "page", 0.85)


class _Reader:
    __slots__ = ("clues", "dates", "expressions", "last_hours", "open", "place", "scan", "settings", "text")

    def __init__(self, scan: DateScan, clues: Clues, place: Placer) -> None:
        self.scan = scan
        self.text = scan.text
        self.expressions = scan.expressions
        self.settings = scan.settings
        self.clues = clues
        self.place = place
        self.last_hours: Hours | None = None
        self.dates: list[DateReading] = []
        self.open: list[OpenReading] = []

    def read(self) -> DatesResult:
        for index, (expression, setting) in enumerate(zip(self.expressions, self.settings, strict=True)):
            if setting is None:
                if isinstance(expression, Unread):
                    self._leave(expression.start, expression.end, expression.reason)
            elif isinstance(expression, Group):
                self._read_group(index, expression, setting)
            elif isinstance(expression, Period):
                self._read_period(expression, setting)
        dates = join_neighbours(self.dates, self.expressions, self.text) if len(self.dates) > 1 else self.dates
        return DatesResult(tuple(dates), tuple(self.open))

    def _leave(self, start: int, end: int, reason: str) -> None:
        self.open.append(OpenReading(self.text[start:end], reason, self.place(start, end), "dates"))

    def _sentence_day(self, start: int) -> dt.date | None:
        """The last day written with its year in the same sentence before this position."""
        if not self.dates or self.dates[-1].year_from not in ("written", "list"):
            return None
        before = self.dates[-1]
        if before.role in ("law", "publication", "modification"):
            return None
        return before.last_day if self._is_one_sentence(before.where.end, start) else None

    def _is_history(self, near: dt.date, setting: Setting) -> bool:
        """Whether a day of no meeting in the sentence is long past, and what is told then ahead of the reference.

        `Le conseil citoyen, installé le 12 octobre 2015, fêtera ses cinq ans le samedi 17 octobre`, in October 2020.
        """
        reference = self.clues.reference
        if self.dates[-1].role == "event" or (reference is not None and (reference - near).days <= _LONG_AGO):
            return False
        return find_leaning(setting) > 0

    def _day_before(self, start: int) -> dt.date | None:
        """The day before in the same sentence, whoever told its year: `le mardi 19 septembre ; puis le` 5 décembre."""
        before = self.dates[-1] if self.dates else None
        if before is None or before.role != "event" or before.precision != "day" or before.year_from not in _SURE_YEARS:
            return None
        if before.certainty < _SURE:
            return None
        return before.last_day if self._is_one_sentence(before.where.end, start) else None

    def _is_one_sentence(self, start: int, end: int) -> bool:
        between = self.text[start:end]
        return len(between) < 160 and "\n" not in between and ". " not in between

    def _later_day(self, index: int) -> dt.date | None:
        """The next day of the same sentence that writes its year, when nothing before it does."""
        end = self.expressions[index].end
        for following in islice(self.expressions, index + 1, index + 12):
            if not isinstance(following, Group):
                continue
            if not self._is_one_sentence(end, following.start):
                return None
            day = following.runs[0].first
            if day.year is not None and day.month is not None:
                setting = find_setting(self.text, following.start, following.end, end, len(self.text))
                if is_street_name(setting, self.text[following.start : following.end]):
                    continue
                date = calendar.build_day(day.year, day.month, day.day)
                role = find_role(setting, date, is_day=True, has_hours=False)[0] if date else "law"
                return date if role == "event" else None
        return None

    def _read_group(self, index: int, group: Group, setting: Setting) -> None:
        start, end = group.start, group.end
        street = setting.may & MAY_NAME_STREET and is_street_name(setting, self.text[start:end])
        street = street or is_written_as_name(setting, self.text[start:end])
        resolved = "name_of_a_street" if street else self._resolve_runs(index, group, setting)
        if isinstance(resolved, str):
            self._leave(start, end, resolved)
            return
        hours = group.hours
        if hours is None and self.last_hours is not None and self._has_same_hours(index, setting):
            hours = group.hours = replace(self.last_hours, start=start, end=end)  # its own words only
        first = resolved[0].first
        if hours is None:
            role, rule = find_role(setting, first, is_day=True, has_hours=False)
            if rule == "day" and heads_letter(self.text, end, setting.before):
                role, rule = "publication", "head_of_letter"
        else:
            hours = turn_to_close(self.text, end, hours)
            self.last_hours = hours
            role, rule = find_role(setting, first, is_day=True, has_hours=has_real_hours(hours, first))
            if hours.start > start - 60:
                start, end = min(start, hours.start), max(end, hours.end)
        role, rule = self._role_of_list(start, (role, rule))
        if role == "registration_deadline" and is_for_days(setting.lower, self.text[group.start : group.end]):
            role, rule = "event", "day"
        if "iti" in setting.lower and role == "event" and setting.was_planned:
            resolved = [item._replace(flags=(*item.flags, "moved_from")) for item in resolved]
        dealt = self._deal(group, setting, hours)
        if len(resolved) > 1 and dealt is None and group.every is None and "alternative" not in group.flags:
            resolved = merge_consecutive(resolved)
        text, where = self.text[start:end], self.place(start, end)
        for item, own in zip(resolved, repeat(hours), strict=False) if dealt is None else _join_alike(resolved, dealt):
            self._append(text, item, own, "day", role, where, rule)

    def _role_of_list(self, start: int, role: Role) -> Role:
        """The role of the day before, where nothing but `et` parts them: `se prendront lundi 18 à 9h et jeudi 21`."""
        before = self.dates[-1] if self.dates and role[1] == "day" else None
        if before is None or before.rule not in _CUES_OF_LISTS or before.where.end > start:
            return role
        joined = _AND.fullmatch(self.text, before.where.end, start) is not None
        return (before.role, before.rule) if joined else role

    def _has_same_hours(self, index: int, setting: Setting) -> bool:
        """Whether a day or the last one of its list is said to have the hours told before (`mêmes heures`)."""
        if not self.scan.tells_same_hours():
            return False
        if _says_same_hours(setting):
            return True
        for position in range(index + 1, len(self.expressions)):
            later, words = self.expressions[position], self.settings[position]
            if not isinstance(later, Group) or later.link != "list" or words is None or later.hours is not None:
                return False
            if _says_same_hours(words):
                return True
        return False

    def _deal(self, group: Group, setting: Setting, hours: Hours | None) -> list[Hours] | None:
        """The hours of the days of this group, where they are told by rank, or in order for all that share them."""
        if hours is None or len(hours.each) < _PAIR or not are_dealt_out(self.text, setting.lower, group, hours):
            return find_ranked_hours(self.text, group, find_hours)
        sharing = [other for other in self.expressions if isinstance(other, Group) and other.hours is hours]
        dealt = deal_hours(self.text, sharing, hours)
        if dealt is None:
            return None
        first = sum(len(other.runs) for other in sharing[: sharing.index(group)])
        return dealt[first : first + len(group.runs)]

    def _resolve_runs(self, index: int, group: Group, setting: Setting) -> list[Resolved] | str:
        resolved: list[Resolved] = []
        for run in group.runs:
            first = run.first
            if first.year is not None and first is run.last and group.every is None:
                item = resolve_day(group, first, first.year)  # by far the commonest: one day with its year
                if isinstance(item, str):
                    return item
                resolved.append(item)
                continue
            year = (None if group.relative else _year_of_law(setting, first)) or self._find_year(
                index, group, first, setting
            )
            if (isinstance(year, str) or year.source in _FROM_NEARNESS) and is_limit_day(setting):
                year = self._year_of_limit(first, None if isinstance(year, str) else _SIGNED_UP) or year
            if isinstance(year, str):
                return year
            item = resolve_run(group, run, year)
            if isinstance(item, str):
                return item
            if group.every is None:
                resolved.append(item)
            else:
                resolved += find_weekdays(item, group.every, group.nth)
        return resolved or "impossible_day"

    def _find_year(self, index: int, group: Group, day: Day, setting: Setting) -> Year | str:
        if day.year is not None:
            return give_written_year(day.year, shared=group.year_from == "list")
        if day.month is None:
            return "impossible_day"
        weekday = day.weekday if group.every is None else None
        wanted = Wanted(day.day, day.month, weekday, group.relative)
        if len(self.expressions) == 1:  # nothing else can tell the year
            return find_year(wanted, self.clues, None, lambda: find_leaning(setting))
        told = None if group.relative else find_told_year(self.text, self.expressions, index)
        if told is not None:
            reference = None if self._lean(index, setting) < 0 else self.clues.reference
            year = fit_told_year(wanted, told, reference, self._told_before(group))
            if year is not None:
                return year
        near = self._sentence_day(group.start)
        if near is not None and self._is_history(near, setting):
            near = None
        if near is None and (near := self._later_day(index)) is not None and setting.was_planned:
            near -= _HALF_A_YEAR  # what was planned first lies within the year before
        headed = None if near or group.relative else find_heading_year(self.text, self.expressions, index, day.month)
        if headed is None and near is None and not group.relative:
            headed = find_year_of_list_end(self.text, self.expressions, index)
        year = fit_told_year(wanted, headed, self.clues.reference, None) if headed else None
        if year is not None and not leans_off(wanted, year.year, self.clues, lambda: self._lean(index, setting)):
            return year
        near = near or (self._day_before(group.start) if weekday is None else None)
        found = find_year(wanted, self.clues, near, lambda: self._lean(index, setting))
        return keep_order(wanted, found, self._told_before(group))

    def _year_of_limit(self, day: Day, reach: int | None) -> Year | None:
        """The year of a limit that nothing else dates, by the meetings told before it or in full on the page."""
        meetings = [d.first_day for d in self.dates if d.role == "event" and d.precision == "day"]
        meetings += [] if self.clues.reference_from == "published" and self.clues.reference else self.clues.facts
        wanted = None if day.month is None else Wanted(day.day, day.month, day.weekday)
        return None if wanted is None else find_year_of_limit(wanted, meetings, reach)

    def _told_before(self, group: Group) -> dt.date | None:
        """The day before this one in a list, after which it must come."""
        return self.dates[-1].last_day if group.link == "list" and self.dates else None

    def _lean(self, index: int, setting: Setting) -> int:
        """Where a day leans: a sentence in the past tense dates all its days back."""
        leaning = find_leaning(setting)
        for position in range(index - 1, max(-1, index - _STEPS_BACK), -1):
            before = self.settings[position]
            end, start = self.expressions[position].end, self.expressions[position + 1].start
            if leaning or before is None or not self._is_one_sentence(end, start):
                break
            told = find_leaning(before)
            leaning = told if told == LEANS_ON else min(0, told)
        return leaning

    def _append(
        self,
        text: str,
        item: Resolved,
        hours: Hours | None,
        precision: Precision,
        role: DateRole,
        where: Place,
        rule: str,
    ) -> None:
        flags, certainty = item.flags, item.certainty
        if hours is None:
            starts = ends = None
        else:
            starts, ends, told = read_hours(hours, item.first, item.last)
            if told:
                flags = tuple(sorted({*flags, *told}))
        if "alternative" in item.flags:
            certainty = certainty * 0.5
        self.dates.append(
            _make_reading(
                text,
                item.first,
                item.last,
                starts,
                ends,
                precision,
                role,
                item.source,
                _round(certainty),
                flags,
                where,
                rule,
            )
        )

    def _read_period(self, period: Period, setting: Setting) -> None:
        days = self._resolve_period(period, setting)
        if isinstance(days, str):
            self._leave(period.start, period.end, days)
            return
        hours = period.hours
        role, rule = find_role(setting, days.first, is_day=False, has_hours=hours is not None)
        start, end = period.start, period.end
        if hours is not None:
            start, end = min(start, hours.start), max(end, hours.end)
        self._append(self.text[start:end], days, hours, period.precision, role, self.place(start, end), rule)

    def _resolve_period(self, period: Period, setting: Setting) -> Resolved | str:
        year: Year | str
        first_month, last_month = period.first_month, period.last_month
        if first_month == 0:
            reference = self.clues.reference
            if reference is None:
                return "no_year"
            months = reference.year * 12 + reference.month - 1 + period.relative
            first_month = last_month = months % 12 + 1
            year = Year(months // 12, self.clues.reference_from, 0.85)
        elif period.year is not None:
            turned = last_month < first_month and period.precision == "period" and period.last_year is None
            year = Year(period.year - turned, "written", 0.98)
        else:
            sentence = self._sentence_day(period.start)
            year = find_month_year(
                first_month, self.clues, sentence, period.relative, partial(find_period_leaning, setting)
            )
        if isinstance(year, str):
            return year
        first, last = calendar.build_months(year.year, first_month, last_month)
        if period.last_year is not None and period.last_year >= year.year:
            last = calendar.build_months(period.last_year, last_month, last_month)[1]
        if last < first:
            return "impossible_period"
        if period.days is not None:
            first, last = first.replace(day=period.days[0]), min(last, last.replace(day=min(last.day, period.days[1])))
        return Resolved(first, last, year.source, year.certainty, tuple(sorted(period.flags)))
