"""Any list of days, written out in any form of the grammar, reads back to the same days."""

import datetime as dt
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dates import read_dates
from extract.dates.lexicon import MONTHS, WEEKDAYS, fold
from tests.gold.slots.wording import write_days

DAYS = st.dates(dt.date(2005, 1, 1), dt.date(2032, 12, 31))


def number(day: int) -> str:
    return "1er" if day == 1 else str(day)


def days_of(text: str, reference: dt.date | None = None) -> list[dt.date]:
    """All days of the dates read, each run unfolded."""
    unfolded: list[dt.date] = []
    for date in read_dates(text, reference).dates:
        assert date.precision == "day"
        length = (date.last_day - date.first_day).days + 1
        unfolded += [date.first_day + dt.timedelta(days=shift) for shift in range(length)]
    return unfolded


def month_word(month: int, style: str) -> str:
    word = MONTHS[month - 1]
    return {"plain": word, "capital": word.capitalize(), "upper": word.upper(), "bare": fold(word)}[style]


STYLES = st.sampled_from(["plain", "capital", "upper", "bare"])


@given(DAYS, STYLES, st.booleans(), st.sampled_from(["", "le ", "Le ", "du ", "ce "]))
def test_one_day_in_words(day: dt.date, style: str, weekday: bool, article: str) -> None:
    name = WEEKDAYS[day.weekday()] + " " if weekday else ""
    text = f"{article}{name}{number(day.day)} {month_word(day.month, style)} {day.year}"
    assert days_of(text) == [day]
    assert read_dates(text).dates[0].flags == ()


@given(DAYS, st.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%d/%m/%y"]))
def test_one_day_in_figures(day: dt.date, form: str) -> None:
    assert days_of("le " + day.strftime(form)) == [day]


@given(
    st.lists(DAYS, min_size=2, max_size=6, unique=True),
    st.sampled_from([", ", " , "]),
    st.sampled_from([" et ", " & "]),
)
def test_list_with_every_month_and_year_written(days: list[dt.date], comma: str, last: str) -> None:
    days.sort()
    words = [f"{number(d.day)} {MONTHS[d.month - 1]} {d.year}" for d in days]
    assert days_of("les " + comma.join(words[:-1]) + last + words[-1]) == days


@given(
    st.integers(2005, 2032),
    st.integers(1, 12),
    st.lists(st.integers(1, 28), min_size=2, max_size=6, unique=True),
    st.booleans(),
)
def test_list_that_shares_a_month_and_a_year(year: int, month: int, numbers: list[int], weekdays: bool) -> None:
    days = [dt.date(year, month, n) for n in sorted(numbers)]
    words = [(WEEKDAYS[d.weekday()] + " " if weekdays else "") + number(d.day) for d in days]
    text = "les " + ", ".join(words[:-1]) + " et " + words[-1] + f" {MONTHS[month - 1]} {year}"
    assert days_of(text) == days


@given(st.lists(DAYS, min_size=2, max_size=7, unique=True))
def test_groups_that_share_months_and_one_year_at_the_tail(days: list[dt.date]) -> None:
    days = sorted({day.replace(year=2019, day=min(day.day, 28)) for day in days})
    groups = []
    for month, members in groupby(days, key=lambda d: d.month):
        numbers = [number(d.day) for d in members]
        listed = ", ".join(numbers[:-1]) + (" et " if len(numbers) > 1 else "") + numbers[-1]
        groups.append(f"{listed} {MONTHS[month - 1]}")
    assert days_of("les " + " et ".join(groups) + " 2019") == days


@given(DAYS, st.integers(1, 40), st.booleans())
def test_range(first: dt.date, length: int, weekdays: bool) -> None:
    last = first + dt.timedelta(days=length)
    head = number(first.day)
    if first.month != last.month:
        head += f" {MONTHS[first.month - 1]}"
    if first.year != last.year:
        head += f" {first.year}"
    names = [WEEKDAYS[d.weekday()] + " " if weekdays else "" for d in (first, last)]
    text = f"du {names[0]}{head} au {names[1]}{number(last.day)} {MONTHS[last.month - 1]} {last.year}"
    (date,) = read_dates(text).dates
    assert (date.first_day, date.last_day) == (first, last)


@given(DAYS, st.integers(-120, 120))
def test_year_from_the_weekday_near_the_reference(day: dt.date, offset: int) -> None:
    text = f"{WEEKDAYS[day.weekday()]} {number(day.day)} {MONTHS[day.month - 1]}"
    if (day.month, day.day) == (2, 29):
        return
    (date,) = read_dates(text, day + dt.timedelta(days=offset)).dates
    assert date.first_day == day
    assert date.year_from == "weekday"


@given(DAYS, st.integers(1, 360))
def test_last_and_next_hold_to_their_side(day: dt.date, offset: int) -> None:
    if (day.month, day.day) == (2, 29):
        return
    words = f"le {number(day.day)} {MONTHS[day.month - 1]}"
    (past,) = read_dates(words + " dernier", day + dt.timedelta(days=offset)).dates
    (ahead,) = read_dates(words + " prochain", day - dt.timedelta(days=offset)).dates
    assert past.first_day == ahead.first_day == day


HOURS = st.tuples(st.integers(6, 13), st.integers(0, 59), st.integers(14, 22), st.integers(0, 59))
HOUR_FORMS = (
    "de {a}h{b:02d} à {c}h{d:02d}",
    "({a}h{b:02d}-{c}h{d:02d})",
    "- {a:02d}:{b:02d} - {c:02d}:{d:02d}",
    ", {a}H{b:02d}-{c}H{d:02d}",
    "de {a} h {b:02d} à {c} h {d:02d}",
    "{a}h{b:02d} à{c}h{d:02d}",
    "de {a} heures {b:02d} à {c} heures {d:02d}",
)


@given(DAYS, HOURS, st.sampled_from(HOUR_FORMS))
def test_hours_beside_a_day(day: dt.date, hours: tuple[int, int, int, int], form: str) -> None:
    a, b, c, d = hours
    words = f"le {number(day.day)} {MONTHS[day.month - 1]} {day.year} " + form.format(a=a, b=b, c=c, d=d)
    (date,) = read_dates(words).dates
    assert (date.first_day, date.starts_at, date.ends_at) == (day, f"{a:02d}:{b:02d}", f"{c:02d}:{d:02d}")


HOURS_OF_LISTS = (
    ("de {0} à {1}, les ", ""),
    ("de {0} à {1} les ", ""),
    ("{0}-{1} : ", ""),
    ("entre {0} et {1}, les ", ""),
    ("les ", ", de {0} à {1}"),
    ("les ", " ({0}-{1})"),
    ("les ", " : {0} à {1}"),
    ("les ", ", début à {0}, fin à {1}"),
    ("les ", ", toujours de {0} à {1}"),
)


@given(
    st.lists(DAYS, min_size=2, max_size=5, unique=True),
    st.booleans(),
    st.sampled_from(HOURS_OF_LISTS),
)
def test_hours_before_or_behind_a_list_are_those_of_all_its_days(
    days: list[dt.date], weekday: bool, around: tuple[str, str]
) -> None:
    days = sorted({day.replace(year=2019, day=min(day.day, 28)) for day in days})
    before, behind = (words.format("9h30", "12h15") for words in around)
    told = read_dates(f"{before}{write_days(days, weekday=weekday, year=True)}{behind}").dates
    assert {(date.starts_at, date.ends_at) for date in told} == {("09:30", "12:15")}
    assert {date.role for date in told} == {"event"}


@given(st.lists(st.integers(1, 60), min_size=1, max_size=4), DAYS)
def test_days_of_a_list_without_a_year_stand_in_order(steps: list[int], first: dt.date) -> None:
    days = [first]
    for step in steps:
        days.append(days[-1] + dt.timedelta(days=step))
    if (days[-1] - first).days > 200 or any((day.month, day.day) == (2, 29) for day in days):
        return
    told = [date.first_day for date in read_dates(f"les {write_days(days, weekday=False, year=False)}", first).dates]
    assert told == sorted(told)


@given(DAYS)
def test_wrong_weekday_is_flagged_and_never_corrected(day: dt.date) -> None:
    wrong = WEEKDAYS[(day.weekday() + 3) % 7]
    (date,) = read_dates(f"{wrong} {number(day.day)} {MONTHS[day.month - 1]} {day.year}").dates
    assert date.first_day == day
    assert date.flags == ("weekday_mismatch",)
    assert date.certainty <= 0.5


@given(st.text(alphabet="0123456789/-.,: hHleétdumaisjvrOo()\n«»'’", max_size=200))
@settings(max_examples=250)
def test_any_text_is_read_without_fault_and_places_point_to_the_words(text: str) -> None:
    result = read_dates(text, dt.date(2021, 9, 1))
    found = [(item.text, item.where) for item in result.dates] + [(item.text, item.where) for item in result.open]
    for words, where in found:
        assert where is not None
        assert text[where.start : where.end] == words
    for date in result.dates:
        assert date.first_day <= date.last_day
        assert 0 < date.certainty <= 1


@given(st.lists(DAYS, min_size=1, max_size=4), st.text(alphabet="abcdefg éà.,", max_size=300))
def test_a_paragraph_does_not_change_what_another_says(days: list[dt.date], other: str) -> None:
    lines = [f"Le {number(d.day)} {MONTHS[d.month - 1]} {d.year}, à Lille." for d in days]
    alone = [days_of(line) for line in lines]
    together = days_of("\n\n".join([lines[0], other, *lines[1:]]))
    assert together == [day for days in alone for day in days]
