"""Days without their month that only the page can date: `le 16 à 15h` in a letter of June, `mardi, le 19` in a mail.

The month is one told before a day with its weekday, else the one that the head of the page is of (`La Gazette – février
2025`, `ce qui vous attend pour juin`), else the one in which the day next falls after the page was put up or the mail
was sent. A number is a day where its weekday stands beside it and the calendar agrees, where an hour stands right
behind it, or where it heads its line.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from typing import Final, NamedTuple

from extract.dates import DateScan, calendar
from extract.dates.lexicon import WEEKDAY_NAME, WEEKDAYS, WORDS, fold
from extract.dates.month_lines import IS_MONTH, MONTH_NAMES, MORE_DAYS, NUMBER, DayUnderMonth
from extract.dates.months_beside import find_listed_months
from extract.dates.years import Clues
from extract.document import Document
from extract.events.days.told_months import ToldMonths

_BARE: Final = re.compile(
    rf"(?<=[eEiIuU] )(?P<first>1er|{NUMBER})(?P<more>{MORE_DAYS}*)"
    r"(?![\w/%°-]|[.:,]\d| ?(?:€|h(?![^\W\d_])|heures?(?![^\W_])))",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r" ?(?:[.,;:!?()*…–—|]|-\s|$|\n)|"
    r" (?:[àa]u?x?|de|d[èe]s|et|en|chez|dans|sur|entre|apr[èe]s-midi|matin|soir|midi|prochain)(?![^\W_])| \d{1,2} ?h",
    re.IGNORECASE,
)
"""What may stand behind a day, and not behind what is counted: `jeudi 4 places`."""
_HEAD_OF_LINE: Final = re.compile(r"(?:^|\n)[^\w\n]*(?:le )?$", re.IGNORECASE)
_SHORT_HEAD: Final = re.compile(
    r"^[^\w\n]*(?P<weekday>lun|mar|mer|jeu|ven|sam|dim|lu|ma|me|je|ve|sa|di)\.?,? "
    rf"(?P<first>1er|{NUMBER})(?P<more>{MORE_DAYS}*)(?![\w/%-]|[.:,]\d| ?(?:€|h(?![^\W\d_])))",
    re.IGNORECASE | re.MULTILINE,
)
"""A weekday in short at the head of its line: `Ma 13* 9h-16h`."""
_FEWEST_HEADS: Final = 2
_WEEKDAY_BEFORE: Final = re.compile(
    rf"(?<![^\W_])(?P<weekday>{WEEKDAY_NAME})(?:,? (?:le )?|(?: [^\W\d_][\w'’]{{0,12}}){{1,2}}, le )$", re.IGNORECASE
)
_WEEKDAY_BEHIND: Final = re.compile(rf",? \(?(?P<weekday>{WEEKDAY_NAME})(?![^\W_])(?! \d)", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"(?<![^\W_])(?:le|les|du) $", re.IGNORECASE)
_AT_HOUR: Final = re.compile(r",? \(?(?:de |d[èe]s |[àa] (?:partir de )?)?\d{1,2} ?(?:h(?![^\W\d_])|heures?(?![^\W_]))")
_HEADS_LINE: Final = re.compile(r"(?:^|\n)[^\w\n]*(?:les?|du) $", re.IGNORECASE)
_SET_OFF: Final = re.compile(r" ?(?:[:*–—|,]|-\s|$|\n)")
_LEAD: Final = 48
_HEAD: Final = 400
"""Characters of a page in which it says of what month it is."""
_NAMED_MONTH: Final = re.compile(
    rf"(?P<lead>(?<![^\W_])(?:pour|(?:du )?mois de|(?:agenda|programme|lettre|planning|infos?) (?:de|d['’])) ?)?"
    rf"(?<!\d )(?<!er )(?<![\w-])(?P<month>{MONTH_NAMES})(?: (?P<year>20\d\d))?(?![\w-])",
    re.IGNORECASE,
)
_DAY_OF_MONTH: Final = re.compile(r"\d(?:er)?[ -]?$")


class _Bare(NamedTuple):
    """A number that may be a day: where it and its list begin and end, and its weekday (None without one).

    `heads` is where nothing but its place at the head of a line makes it one.
    """

    start: int
    end: int
    number: int
    weekday: int | None
    heads: bool = False


def find_bare_days(document: Document, scan: DateScan, clues: Clues) -> list[DayUnderMonth]:
    """Find the days that nothing was read of, with the month and year that the page as a whole gives them."""
    told = _find_bare(document, scan)
    if not told:
        return []
    issue = _find_issue(document)
    reference = clues.reference if clues.reference_from == "published" else None
    listed = find_listed_months(document.text)
    months = ToldMonths(document, clues, issue)
    found = []
    for bare in told:
        said = months.month_of(bare.start, bare.number, bare.weekday) if bare.weekday is not None else None
        if said is not None:
            day: tuple[int, int | None] | None = said
        elif bare.weekday is None and bare.number in listed:
            day = listed[bare.number].copy().pop() if len(listed[bare.number]) == 1 else None
        elif issue is not None and bare.weekday is None:
            day = _of_issue(bare, issue, clues)
        else:
            day = None if bare.heads else _near(bare, reference)
        if day is not None:
            found.append(DayUnderMonth(bare.start, bare.end, day[0], day[1]))
    return found


def _find_bare(document: Document, scan: DateScan) -> list[_Bare]:
    text = document.text
    starts = [expression.start for expression in scan.expressions]
    found = []
    for match in _BARE.finditer(text):
        if IS_MONTH.match(text, match.end()):
            continue
        bare = _read(text, match)
        if bare is not None and not (_BEHIND.match(text, match.end()) or _heads_line(text, bare)):
            continue
        if bare is None or _is_known(scan, starts, match.start()):
            continue
        block = document.block_at(match.start())
        if block is not None and block.kind != "furniture" and (block.kind != "cell" or bare.weekday is not None):
            found.append(bare)
    return sorted([*found, *_find_short_heads(document, scan, starts)], key=lambda bare: bare.end)


def _find_short_heads(document: Document, scan: DateScan, starts: list[int]) -> list[_Bare]:
    """The days with their weekday in short at the head of lines, where two lines at least begin so."""
    found = []
    for match in _SHORT_HEAD.finditer(document.text):
        block = document.block_at(match.start("first"))
        known = _is_known(scan, starts, match.start("first")) or IS_MONTH.match(document.text, match.end("more"))
        if block is not None and block.kind != "furniture" and not known:
            weekday = next(n for n, day in enumerate(WEEKDAYS) if day.startswith(match["weekday"].lower()))
            number = int(match["first"].lower().removesuffix("er"))
            found.append(_Bare(match.start("weekday"), match.end("more"), number, weekday))
    return found if len(found) >= _FEWEST_HEADS else []


def _heads_line(text: str, bare: _Bare) -> bool:
    """Whether a weekday with its number begins its line, and so may be followed by anything: `Mardi 6 Café-couture`."""
    return bare.weekday is not None and _HEAD_OF_LINE.search(text, max(0, bare.start - _LEAD), bare.start) is not None


def _is_known(scan: DateScan, starts: list[int], place: int) -> bool:
    """Whether a number was read as part of a date; `16 à 15h` is taken for hours as long as its month is not known."""
    index = bisect_right(starts, place) - 1
    return index >= 0 and scan.expressions[index].end > place


def _read(text: str, match: re.Match[str]) -> _Bare | None:
    """A number as a day, by what stands beside it; None for one that may count anything."""
    near = max(0, match.start() - _LEAD)
    before = _WEEKDAY_BEFORE.search(text, near, match.start())
    number = int(match["first"].lower().removesuffix("er"))
    if before is not None:
        start = before.start() if "," not in before.group() else match.start()
        return _Bare(start, match.end(), number, WEEKDAYS.index(fold(before["weekday"])))
    article = _ARTICLE.search(text, near, match.start())
    if article is None:
        return None
    behind = _WEEKDAY_BEHIND.match(text, match.end()) if not match["more"] else None
    if behind is not None:
        return _Bare(article.start(), match.end(), number, WEEKDAYS.index(fold(behind["weekday"])))
    if _AT_HOUR.match(text, match.end()):
        return _Bare(article.start(), match.end(), number, None)
    opens = _HEADS_LINE.search(text, near, match.start()) is not None and _SET_OFF.match(text, match.end()) is not None
    between = text[max(0, article.start() - 2) : article.start()] == ", " and text.startswith(",", match.end())
    heads = opens or between
    return _Bare(article.start(), match.end(), number, None, heads=True) if heads else None


def _find_issue(document: Document) -> tuple[int, int | None] | None:
    """The one month, with its year, that the head of a page is of; None where it names none or several."""
    found: dict[int, int | None] = {}
    head = f"{document.title}\n{document.text[:_HEAD]}"
    for match in _NAMED_MONTH.finditer(head):
        if _DAY_OF_MONTH.search(head, max(0, match.start("month") - 4), match.start("month")):
            continue
        if match["lead"] or match["year"] or match.start() < len(document.title):
            month = WORDS[fold(match["month"])][1]
            found[month] = int(match["year"]) if match["year"] else found.get(month)
    return next(iter(found.items())) if len(found) == 1 else None


def _of_issue(bare: _Bare, issue: tuple[int, int | None], clues: Clues) -> tuple[int, int | None] | None:
    """The month and year of a day of an issue; None where its weekday is another one then."""
    month, year = issue
    if year is None and clues.reference is not None:
        year = clues.reference.year + (month < clues.reference.month - 1)
    if bare.weekday is None or year is None:
        return month, year
    day = calendar.build_day(year, month, bare.number)
    return (month, year) if day is not None and day.weekday() == bare.weekday else None


def _near(bare: _Bare, reference: dt.date | None) -> tuple[int, int | None] | None:
    """The month and year in which a day next falls, from the day of publication on, on its weekday if it tells one."""
    if reference is None:
        return None
    following = (reference.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    former = reference.replace(day=1) - dt.timedelta(days=1)
    for first in (reference, following, former) if bare.weekday is not None else (reference, following):
        day = calendar.build_day(first.year, first.month, bare.number)
        if day is None or (bare.weekday is None and day < reference):
            continue
        if bare.weekday is None or day.weekday() == bare.weekday:
            return day.month, day.year
    return None
