"""Days told in turn with the place or the hours of each: `le 5 juillet à Hem, le 8 à Wattrelos et le 13 à Avion`.

Only the first of them names the month, or the last, or the words that lead to them (`trois vendredis de mars : le 8 à
Hirson, le 15 à Guise`). A number is such a day where `le` stands before it and the preposition of a place or an hour
behind it, where a day with its month stands beside it in the paragraph, and the numbers go up. A list of numbers may
follow its month as well: `mai 2025 : les 5, 12 et 19`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final, NamedTuple

from extract.dates.lexicon import WORDS, fold
from extract.dates.month_lines import IS_MONTH, MONTH_NAMES, MORE_DAYS, NUMBER, DayUnderMonth
from extract.dates.months_beside import find_listed_months
from extract.matching.leaping import compile_leaping

_AT_HOUR: Final = (
    r",?[ ]?\(?(?:de |d[èe]s |[àa] (?:partir de )?|entre )?\d{1,2}[ ]?(?:h(?![^\W\d_])|heures?(?![^\W_])|:\d\d)"
)
_BARE: Final = compile_leaping(
    r"[es] \d(?:(?<=\b[Ll]e \d)|(?<=\b[Ll]es \d))(?:er|\d)?"
    rf"(?:,? (?:[àÀ]|aux?|chez|dans|sur|en) (?=[^\W\d]|«)|{_AT_HOUR})"
)
"""A first look, which most texts do not pass. It begins with plain characters: so the search leaps to them."""
_HALF: Final = r"(?:(?<=matin )|(?<=midi )|(?<=soir )|(?<=ée ))du[ ]+"
"""Half of a day leads to its number: `le matin du 10 juillet, l'après-midi du 11`."""
_DAY: Final = re.compile(
    rf"(?<![\w/.:,-])(?:(?P<article>les?[ ]+)|(?P<half>{_HALF}))?(?P<number>1er|{NUMBER})"
    rf"(?:[ ]+(?P<month>{MONTH_NAMES})(?![^\W\d_])"
    r"(?:[ ]+(?P<year>(?:19|20)\d\d)(?!\d))?|"
    r"(?(half)(?![\w/:]|[.,]\d|[ ](?:au?|et)[ ]\d)|"
    r"(?(article)(?=,?[ ]+(?:[àÀ]|aux?|chez|dans|sur)[ ]+(?:(?:l[ae]s?[ ]|l['’])?[^\W\d]|«)|"
    rf"{_AT_HOUR})|(?!))))",
    re.IGNORECASE,
)
_PLACED: Final = compile_leaping(
    r"(?:,|;|(?<![^\W_])(?:et|puis|enfin))[ ](?:(?:et|puis|ensuite|enfin)[ ]){0,2}(?:[àÀ]|aux?|chez|dans)[ ]"
    r"(?:l[ae]s?[ ]|l['’])?[^\W\d_][^,.;:\d\n]{1,60}?[ ](?P<article>le)[ ](?P<number>1er|[12]\d|3[01]|[1-9])"
    r"(?=[ ]?(?:[.,;:()!?]|$|\n)|[ ](?:et|puis)[ ])(?![.:]\d)"
)
"""A day with its place before it: `à Hirson le 9 octobre et à Guise le 11`."""
_LEAD: Final = re.compile(
    rf"(?<![^\W_])(?:en|de|du mois de|d['’])[ ]?(?P<month>{MONTH_NAMES})(?![^\W\d_])"
    r"(?:[ ]+(?P<year>(?:19|20)\d\d)(?!\d))?[ ]?:[ ](?=le[ ]+\d)",
    re.IGNORECASE,
)
_SAID: Final = compile_leaping(
    rf"(?<!\d )(?<!er )(?<![^\W_])(?P<month>{MONTH_NAMES})[ ](?P<year>(?:19|20)\d\d)(?=[ ]?[.:,;!)]?(?:\s|$))",
    re.IGNORECASE,
)
"""A month with its year and without a day."""
_FEWEST: Final = 2
_LISTED: Final = compile_leaping(
    rf"(?<!\d )(?<!er )(?<![^\W_])(?P<month>{MONTH_NAMES})(?:[ ]+(?P<year>(?:19|20)\d\d))?[ ]?[:,–—-][ ]"
    rf"les?[ ]+(?P<last>(?:1er|{NUMBER})(?![\w./]|:\d){MORE_DAYS}*)",
    re.IGNORECASE,
)
_BRACKET: Final = r"[ ]\([^()\d\n]{2,40}\)"
_BRACKETED: Final = compile_leaping(
    rf"(?<![^\W_])les[ ](?P<days>(?:1er|{NUMBER}){_BRACKET}(?:(?:,|,?[ ]et)[ ](?:le[ ])?(?:1er|{NUMBER}){_BRACKET})*)"
    rf"(?:,|,?[ ]et)[ ](?:le[ ])?(?:1er|{NUMBER})[ ](?P<month>{MONTH_NAMES})"
    r"(?![^\W\d_])(?:[ ](?P<year>(?:19|20)\d\d)(?!\d))?",
    re.IGNORECASE,
)
"""Days with the place of each in a bracket, before their month: `les 4 (Somain), 11 (Aniche) et 18 mars (Lewarde)`."""
_LEADS: Final = re.compile("[:,–—-] (?:le|(?<=: )Le)")
_HALVES: Final = (b"matin du 9", b"midi du 9", b"soir du 9", b"\xe9e du 9")
_NINES: Final = bytes(ord("9") if code in b"0123456789?" else code for code in range(256))
"""Each digit as the same one; so is the mark of letters that the encoding lacks, as digits may be among them."""
_STOPS: Final = re.compile(r"[.!?]\s+[A-ZÀ-Ý]")
_REACH: Final = 200
"""Characters between a day and the one that tells its month, at most."""


class _Told(NamedTuple):
    start: int
    end: int
    number: int
    month: int
    year: int | None
    written: bool


def find_days_in_turn(text: str, lower: str) -> list[DayUnderMonth]:
    """Find the days without a month that go on from one that has it, or lead to it, each with its place behind it.

    `lower` is the text in lower case.
    """
    plain = lower.encode("latin-1", "replace").translate(_NINES)
    halved = b" du 9" in plain and any(half in plain for half in _HALVES)
    if not halved and b"le 9" not in plain and b"les 9" not in plain and b"  " not in plain:
        return []  # no number behind its article
    may_lead = b": le" in plain or b", le" in plain or b"- le" in plain or b"9 le" in plain  # a dash is a `9` here
    listed = list(_find_listed(text)) if may_lead and _LEADS.search(text) else []
    if b"les 9" in plain and b" (" in plain:
        listed += _find_bracketed(text)
    placed = [_read_placed(match) for match in _PLACED.finditer(text)] if b" le 9" in plain else []
    if not placed and not halved and _BARE.search(text) is None:
        return listed
    leads = [_read_lead(match) for match in _LEAD.finditer(text)]
    days = {day.end: day for day in (*leads, *placed, *(_read(match) for match in _DAY.finditer(text)))}
    for day in listed:  # the first of `Juin : le 7 à Lens, le 14 à Avion` has its month, the others follow
        if day.end in days and not days[day.end].month:
            days[day.end] = days[day.end]._replace(month=day.month, year=day.year)
    told = _told_again(text, sorted(days.values()))
    for index in range(1, len(told)):
        _give(text, told, index, index - 1)
    for index in reversed(range(len(told) - 1)):
        _give(text, told, index, index + 1)
    if sum(not day.month for day in told) >= _FEWEST:
        told = _under_month_said(text, told)
    turned = [DayUnderMonth(day.start, day.end, day.month, day.year) for day in told if day.month and not day.written]
    return [*listed, *(day for day in turned if all(day.end != other.end for other in listed))]


def _find_listed(text: str) -> Iterator[DayUnderMonth]:
    """Find the lists of numbers behind their month: the last number of each gets it."""
    for match in _LISTED.finditer(text):
        if IS_MONTH.match(text, match.end("last")) is None:
            month, year = WORDS[fold(match["month"])][1], match["year"]
            yield DayUnderMonth(match.start("last"), match.end("last"), month, int(year) if year else None)


def _find_bracketed(text: str) -> Iterator[DayUnderMonth]:
    """Find the numbers of a list that stand before their month, each with a bracket of its own."""
    for match in _BRACKETED.finditer(text):
        month, year = WORDS[fold(match["month"])][1], match["year"]
        for number in re.finditer(r"(?:1er|\d{1,2})(?=[ ]\()", match["days"]):
            start = match.start("days") + number.start()
            yield DayUnderMonth(start, start + len(number.group()), month, int(year) if year else None)


def _read(match: re.Match[str]) -> _Told:
    month = WORDS[fold(match["month"])][1] if match["month"] else 0
    number = int(match["number"].lower().removesuffix("er"))
    year = int(match["year"]) if match["year"] else None
    return _Told(match.start(), match.end("number"), number, month, year, written=bool(month))


def _read_placed(match: re.Match[str]) -> _Told:
    number = int(match["number"].lower().removesuffix("er"))
    return _Told(match.start("article"), match.end("number"), number, 0, None, written=False)


def _read_lead(match: re.Match[str]) -> _Told:
    """The month that leads to days, before the first of them."""
    year = int(match["year"]) if match["year"] else None
    return _Told(match.start(), match.end(), 0, WORDS[fold(match["month"])][1], year, written=True)


def _give(text: str, told: list[_Told], index: int, beside: int) -> None:
    """Give a day the month of its neighbour, where both stand in one paragraph and their numbers go up."""
    day, other = told[index], told[beside]
    if day.month or not other.month or (day.number - other.number) * (index - beside) <= 0:
        return
    first, last = sorted((day, other), key=lambda one: one.start)
    if last.start - first.end > _REACH or "\n" in text[first.end : last.start]:
        return
    if (beside > index or text.startswith("du", day.start)) and _STOPS.search(text, first.end, last.start) is not None:
        return  # the month of another sentence is not waited for
    told[index] = day._replace(month=other.month, year=other.year)


def _under_month_said(text: str, told: list[_Told]) -> list[_Told]:
    """The days, two or more that go up right below a month said with its year: `Trois ateliers en mai 2023`."""
    for said in _SAID.finditer(text):
        below = [n for n, day in enumerate(told) if 0 <= day.start - said.end() <= _REACH]
        bare = list(takewhile(lambda n: not told[n].month, below))
        numbers = [told[n].number for n in bare]
        if len(bare) >= _FEWEST and numbers == sorted(set(numbers)):
            month, year = WORDS[fold(said["month"])][1], int(said["year"])
            for n in bare:
                told[n] = told[n]._replace(month=month, year=year)
    return told


def _told_again(text: str, told: list[_Told]) -> list[_Told]:
    """The days, those of the one list above them with its month: `les 23 et 24 mai. Départ le 23 à 7h30`."""
    if all(day.month for day in told):
        return told
    listed = find_listed_months(text)
    months = {number: next(iter(found)) for number, found in listed.items() if len(found) == 1}
    return [
        day._replace(month=months[day.number][0], year=months[day.number][1])
        if not day.month and day.number in months
        else day
        for day in told
    ]
