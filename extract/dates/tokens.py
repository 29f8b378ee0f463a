"""Text to tokens: each word and figure near a date becomes one letter of the grammar's alphabet.

One regular expression cuts the text into pieces, and each piece is looked up in a vocabulary that remembers what it has
seen: by itself a piece means the same wherever it stands. What depends on the neighbours (a misspelled month counts
only after a number) is settled afterwards, on the string of codes. Tokens are parallel lists, not objects, because
there are so many of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from extract.dates.cutting import cut
from extract.dates.days_in_turn import find_days_in_turn
from extract.dates.figures import (
    DOTTED_HOUR,
    SERIAL,
    parse_figure,
    parse_minutes,
    parse_spelled_head,
    parse_spelled_hour,
)
from extract.dates.lexicon import (
    MISSPELLED_MONTHS,
    PUNCTUATION,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    TWO_LETTERS,
    WEEKDAYS,
    WORDS,
    Entry,
    fold,
    lower_case,
)
from extract.dates.month_lines import DayUnderMonth, find_days_under_months, put_months, widen_windows
from extract.dates.months_beside import find_days_beside_months
from extract.dates.moved_days import find_moved_days
from extract.dates.rejoined import may_rejoin, rejoin
from extract.dates.spelled import read_spelled
from extract.dates.windows import find_windows
from extract.matching.leaping import compile_leaping

_SERIAL: Final = re.compile(SERIAL)

# Codes that stand only until the neighbours are known.
_NO_WORD: Final = "~"
_TWO_HOURS: Final = "="
_MISSPELLED: Final = "?"
_UNSETTLED: Final = compile_leaping(r"[~=?$]|mm")
_NOT_ONE_TOKEN: Final = re.compile(r"[~=]")
_NAMED_NOON: Final = re.compile("(?<=[lc])H")
"""A time of the day and no hour: `le midi, de 12h15 à 13h30`."""
_NAMED_WEEKDAYS: Final = re.compile("W(?=dl?x)")
"""The name of a series and no day: `Les jeudis de la santé`."""
_LEADERS: Final = re.compile(r"\.{4,}")
"""Dots that lead the eye from a day to its hour: `samedi 18 novembre ......... 11h00`."""
_MONTH_AFTER_NUMBER: Final = re.compile(r"(?<=n)\?")

_BARE_DAY: Final = re.compile(r"wn(?!d?m)")
"""A weekday with its number and no month right behind: only then a neighbour is asked for it."""

_MOST_PIECES: Final = 100_000
"""Different pieces that the vocabulary remembers: more than any language has, less than would fill a memory."""


class _Codes(dict[str, str]):
    """Piece to token code; a piece that is met for the first time is classified and kept, with its value."""

    def __missing__(self, piece: str) -> str:
        code, value = classify_piece(piece)
        if len(self) < _MOST_PIECES:
            _VALUES[piece], self[piece] = value, code
        return code


class _Values(dict[str, int]):
    """Piece to what it stands for; those that are not kept are classified again."""

    def __missing__(self, piece: str) -> int:
        return classify_piece(piece)[1]


# Two of them, as codes are wanted as one string and values as a list: pairs would have to be made and taken apart.
_CODES: Final = _Codes()
_VALUES: Final = _Values()


@dataclass(slots=True)
class Tokens:
    """The tokens of a text: their codes as one string and, index for index, their values and their spans.

    A value is the month, weekday, day, minute of the day, ... that its code stands for, else 0. `under_months` are the
    ends of the days whose month stands on a line above them.
    """

    text: str
    codes: str
    values: list[int]
    starts: list[int]
    ends: list[int]
    under_months: frozenset[int] = frozenset()

    def words(self, index: int) -> str:
        """The words of one token."""
        return self.text[self.starts[index] : self.ends[index]]


def tokenize(text: str, in_tables: Sequence[DayUnderMonth] = ()) -> Tokens:
    """Cut the neighbourhood of every possible date into tokens. `#` stands for what was passed over.

    `in_tables` are days that a table gives their month.
    """
    lower = lower_case(text)
    windows = find_windows(text, lower)
    under_months = find_days_under_months(text) if "\n" in text else []
    if windows:  # days told in turn have one with its month among them
        under_months += [*find_days_in_turn(text, lower), *find_moved_days(text, lower)]
    under_months += in_tables
    if under_months:
        windows = widen_windows(windows, under_months, text)
    if not windows:
        return Tokens(text, "", [], [], [])
    tokens = _cut_windows(text, lower, windows)
    if _UNSETTLED.search(tokens.codes):
        tokens = _settle(tokens)
    if may_rejoin(tokens.codes):
        tokens.codes = rejoin(text, tokens.codes, (tokens.values, tokens.starts, tokens.ends))
    beside = find_days_beside_months(text) if _BARE_DAY.search(tokens.codes) else []
    if beside or under_months:
        _give_months(tokens, {day.end: day for day in (*beside, *under_months)})
    return tokens


def _cut_windows(text: str, lower: str, windows: list[tuple[int, int]]) -> Tokens:
    """The tokens of the stretches of a text that may hold dates; their codes stand by themselves."""
    codes = ""
    values: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    for start, end in windows:
        if start > last:
            codes += "#"
            values.append(0)
            starts.append(last)
            ends.append(start)
        pieces = cut(text[start:end], lower[start:end])
        edges = list(accumulate(map(len, pieces), initial=start))
        words = pieces[1::2]
        codes += "".join(map(_CODES.__getitem__, words))
        values += map(_VALUES.__getitem__, words)
        starts += edges[1:-1:2]
        ends += edges[2::2]
        last = end
    return Tokens(text, _by_neighbours(codes), values, starts, ends)


def _by_neighbours(codes: str) -> str:
    """The codes, those of noon, of weekdays that only name something and of leaders as what they are then."""
    codes = _NAMED_NOON.sub("f", codes) if "H" in codes else codes
    codes = _LEADERS.sub(lambda dots: "-" * len(dots[0]), codes) if "...." in codes else codes
    return _NAMED_WEEKDAYS.sub("x", codes) if "W" in codes else codes


def _give_months(tokens: Tokens, days: dict[int, DayUnderMonth]) -> None:
    """Put the month of each day that lacks it behind its number. `days` are filed by where they end."""
    for end in days:
        _read_two_letters(tokens, bisect_left(tokens.ends, end))
    lists = (tokens.values, tokens.starts, tokens.ends)
    tokens.codes = put_months(tokens.codes, lists, [days[end] for end in sorted(days)])
    tokens.under_months = frozenset(days)


def _read_two_letters(tokens: Tokens, day: int) -> None:
    """Read two letters before a day that was given its month as its weekday: `me 6`, `Je. 12`. `day` is its index."""
    at = day - (2 if tokens.codes[max(0, day - 1) : day] == "." else 1)
    weekday = TWO_LETTERS.get(tokens.words(at).lower()) if tokens.codes[max(0, at) : day].startswith("x") else None
    if weekday is not None:
        tokens.codes = f"{tokens.codes[:at]}w{tokens.codes[at + 1 :]}"
        tokens.values[at] = weekday


def classify_piece(piece: str) -> Entry:
    """The token code of a piece of text and its value, by itself."""
    if piece[0].isdecimal():
        return parse_figure(piece)
    known = WORDS.get(piece)
    if known is not None:
        return known if known[0] else (_NO_WORD, 0)
    if not piece[0].isalpha():
        return PUNCTUATION.get(piece, "N" if len(piece) > 1 else "x"), 0
    if not piece.isalpha():
        return _classify_words(piece)
    month = MISSPELLED_MONTHS.get(fold(piece), 0) if len(piece) > 3 else 0
    return (_MISSPELLED, -month) if month else ("x", 0)


def _classify_words(piece: str) -> Entry:
    """Several words that are one: `midi trente`, `après-midi`, `ainsi que`, `n° 12`."""
    lower = piece.lower()
    if lower[1:].isdecimal():
        return "x", 0
    if lower[-1] == " ":
        return "w", next(number for number, day in enumerate(WEEKDAYS) if day.startswith(lower.strip(" .")))
    if lower.endswith("mer") or lower.startswith(("dur", "pendant")):
        return "x", 0
    if lower.startswith("midi "):
        return "h", 12 * 60 + (-15 if "moins" in lower else 15 if lower.endswith(("quinze", "quart")) else 30)
    if " heure" in lower or lower.startswith("de "):
        return ("h", parse_spelled_hour(lower)) if " heure" in lower else ("n", parse_spelled_head(lower))
    if lower == "ainsi que":
        return "e", 0
    if lower.startswith("ap") and "midi" in lower:
        return "f", 0
    return "N" if _SERIAL.fullmatch(piece) else "x", 0


def _settle(tokens: Tokens) -> Tokens:
    """Give the codes that depend on their neighbours: words that change nothing go, hours in one piece are two."""
    values, starts, ends = tokens.values, tokens.starts, tokens.ends
    codes = read_spelled(tokens.text, tokens.codes, (values, starts, ends))
    for match in reversed(list(_NOT_ONE_TOKEN.finditer(codes))):
        at = match.start()
        if match.group() == _NO_WORD:
            del values[at], starts[at], ends[at]
            continue
        first, last = DOTTED_HOUR.finditer(tokens.text, starts[at], ends[at])
        values[at : at + 1] = parse_minutes(first.group()), 0, parse_minutes(last.group())
        starts[at : at + 1] = first.start(), first.end(), last.start()
        ends[at : at + 1] = first.end(), last.start(), last.end()
    codes = codes.replace(_NO_WORD, "").replace(_TWO_HOURS, "h-h")
    codes = _MONTH_AFTER_NUMBER.sub("m", codes).replace(_MISSPELLED, "x")
    return Tokens(tokens.text, codes, values, starts, ends)


def is_short(word: str) -> bool:
    """Whether a month or weekday is abbreviated, and so needs a day beside it to count."""
    folded = fold(word)
    return folded in SHORT_MONTHS or folded in SHORT_WEEKDAYS
