"""Text to tokens: each word and figure near a date becomes one letter of the grammar's alphabet.

Only the neighbourhood of words that can belong to a date is cut into tokens; the rest is passed over as one `#`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from extract.dates.lexicon import MISSPELLED_MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WORDS, fold

_REACH: Final = 72
"""How far (characters) from a word of dates its phrase is looked for."""

_ANCHOR: Final = re.compile(
    r"(?<![^\W_])(?:janv|f[ée]v|mars|avr|mai|jui|ao[uû]t|sept|octo|oct\b|nov|d[ée]c|lun|mardi|mercr|jeu|vendr|sam|"
    r"dim|"
    r"[12]\d{3}(?!\d)|\d\d?(?:[/.-]\d\d?|[ ]?h|:\d\d|er\b)|semest|trimest|printem|[ée]t[ée]\b|automn|hiver|rentr|"
    r"mois\b)",
    re.IGNORECASE,
)

_DOTTED: Final = r"(?:[01]?\d|2[0-3])\.[0-5]\d"
_TOKEN: Final = re.compile(
    r"(?P<noon>(?:[mM]idi|MIDI)[ ](?:trente|quinze|et demie?))|"
    r"(?P<serial>(?:[nN][ ]?[°º][ ]?|#)\d[\d-]*)|(?P<word>[^\W\d_]+)|"
    r"(?P<phone>(?:\+33|0\d)(?:[ .-]?\d\d){4}(?!\d))|"
    r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d))|"
    r"(?P<spaced>[0-3]?\d[ ]?[/.-][ ]?[01]?\d[ ]?[/.-][ ]?(?:19|20)\d\d(?!\d))|"
    r"(?P<numeric>[0-3]?\d[/.-][01]?\d[/.-](?:(?:19|20)\d\d|\d\d)(?![\d/]))|"
    r"(?P<hour>(?:[01]?\d|2[0-4])(?:[ ]?[hH](?:eures?\b|rs?\b)?(?:[ ]?(?P<min>[0-5][\doO]|[oO]{2})(?:[ ]?(?:mn|"
    r"min)\b)?(?!\d))?|"
    r":[0-5]\d(?::\d\d)?)(?:(?=[àÀ][ ]?\d)|(?![^\W_]))(?![\d:]))|"
    rf"(?P<dotted>{_DOTTED}[ ]?(?:à|a|-|–)[ ]?{_DOTTED}(?![\d.]))|"
    r"(?P<dm>[0-3]?\d/[01]\d(?![\d/]))|"
    r"(?P<unit>\d+(?:[.,]\d+)?[ ]?(?:€|%|euros?\b|ans?\b|m²|km\b|m2\b))|"
    r"(?P<ordinal>\d\d?[ ]?(?:ère|re|nde?|ème|e)(?![^\W_]))|"
    r"(?P<day>(?:0?[1-9]|[12]\d|3[01])(?:[ ]?(?:er|ER|ier)(?![^\W_])\.?|(?!\d)))|"
    r"(?P<year>(?:1[89]|20)\d\d(?!\d))|(?P<number>\d+)|(?P<line>\n)|(?P<other>[^\s])",
)

_DOTTED_HOUR: Final = re.compile(_DOTTED)
_SPACE: Final = re.compile(r"\s")
_COMPOUND: Final = re.compile(r"(?:apr[eè]s|ap)[- ]midi|ainsi que|lendemain", re.IGNORECASE)


class Token(NamedTuple):
    """One word or figure. `value` is the month, weekday, day, minute of the day, ... that its code stands for."""

    code: str
    value: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text and their codes as one string, index for index."""

    text: str
    codes: str
    items: list[Token]


def find_windows(text: str) -> list[tuple[int, int]]:
    """The stretches of the text in which a date can stand, cut at white space, merged where they touch."""
    windows: list[tuple[int, int]] = []
    size = len(text)
    for match in _ANCHOR.finditer(text):
        at = match.start()
        if windows and at + _REACH <= windows[-1][1]:
            continue
        start = max(0, at - _REACH)
        end = min(size, at + _REACH)
        if start:
            space = text.find(" ", start, at)
            start = space if space >= 0 else at
        if windows and start <= windows[-1][1]:
            start = windows.pop()[0]
        windows.append((start, _to_space(text, end)))
    return windows


def _to_space(text: str, end: int) -> int:
    match = _SPACE.search(text, end)
    return match.start() if match else len(text)


def tokenize(text: str) -> Tokens:
    """Cut the neighbourhood of every possible date into tokens. `#` stands for what was passed over."""
    codes: list[str] = []
    items: list[Token] = []
    last = 0
    for start, end in find_windows(text):
        if start > last:
            codes.append("#")
            items.append(Token("#", 0, last, start))
        _tokenize_window(text, start, end, codes, items)
        last = end
    return Tokens(text, "".join(codes), items)


def _tokenize_window(text: str, start: int, end: int, codes: list[str], items: list[Token]) -> None:
    skip = start
    for match in _TOKEN.finditer(text, start, end):
        begin, finish = match.span()
        if begin < skip:
            continue
        kind = match.lastgroup
        if kind == "word":
            known = WORDS.get(match.group())
            if known is not None:
                if not known[0]:
                    continue
                token = Token(known[0], known[1], begin, finish)
            else:
                token = _unknown_word(text, begin, finish, codes)
                skip = token.end
        elif kind == "other":
            code = _PUNCTUATION.get(text[begin], "x")
            if not code:
                continue
            token = Token(code, 0, begin, finish)
        elif kind == "dotted":  # `de 9.30 à 12.30`: figures with a point are hours only as a range
            first, last = _DOTTED_HOUR.finditer(text, begin, finish)
            codes.append("h-")
            items.append(Token("h", parse_minutes(first.group()), *first.span()))
            items.append(Token("-", 0, first.end(), last.start()))
            token = Token("h", parse_minutes(last.group()), *last.span())
        else:
            token = _figure(kind or "", match.group(), begin, finish)
        codes.append(token.code)
        items.append(token)


def _unknown_word(text: str, start: int, end: int, codes: list[str]) -> Token:
    """A word that the lexicon does not hold: two words that are one, a misspelled month after a number, or any word."""
    if text[start] in "aA":
        compound = _COMPOUND.match(text, start)
        if compound:
            code = "e" if compound.group().lower().startswith("ainsi") else "f"
            return Token(code, 1, start, compound.end())
    if codes and codes[-1] == "n" and end - start > 3:
        month = MISSPELLED_MONTHS.get(fold(text[start:end]), 0)
        if month:
            return Token("m", -month, start, end)
    return Token("x", 0, start, end)


def _figure(kind: str, word: str, start: int, end: int) -> Token:
    if kind == "day":
        return Token("n", int(word[:2].strip("eEi ")), start, end)
    if kind == "year":
        return Token("y", int(word), start, end)
    if kind == "line":
        return Token(">", 0, start, end)
    if kind == "noon":
        return Token("h", 12 * 60 + (15 if word.endswith("quinze") else 30), start, end)
    if kind in ("hour", "min"):
        return Token("h", parse_minutes(word), start, end)
    if kind == "ordinal":
        return Token("o", int(re.match(r"\d+", word).group()), start, end)  # type: ignore[union-attr]
    code = {"iso": "D", "spaced": "D", "numeric": "D", "dm": "P"}.get(kind, "N")
    return Token(code, 0, start, end)


_PUNCTUATION: Final = {
    "'": "", "’": "", "*": "",
    ",": ",", ";": ",", "-": "-", "–": "-", "—": "-", "‑": "-", "−": "-", "/": "/", "&": "e", "+": "e", "→": "u",
    "(": "(", ")": ")", ":": ":", ".": ".", "!": ".", "?": ".", "·": ",", "•": ",",
    "|": "|", "_": "-", ">": "u", "«": '"', "»": '"', '"': '"',
}  # fmt: skip


def parse_minutes(words: str) -> int:
    """Minutes since midnight of an hour as written (`9h`, `14H30`, `9 h 05`, `17hOO`, `14:00`)."""
    figures = re.findall(r"\d+", re.sub(r"(?<=[\dhHoO])[oO]", "0", words))
    minutes = int(figures[1]) if len(figures) > 1 else 0
    return int(figures[0]) % 24 * 60 + minutes


def is_short(word: str) -> bool:
    """Whether a month or weekday is abbreviated, and so needs a day beside it to count."""
    folded = fold(word)
    return folded in SHORT_MONTHS or folded in SHORT_WEEKDAYS
