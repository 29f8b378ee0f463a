"""Text folded for matching (case, accents, ligatures, St/Saint) with exact spans of the original kept."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from extract.matching.leaping import compile_leaping


def build_table() -> dict[int, str]:
    """One character in, one character out: lower case without accents; œ and æ wait for the words."""
    table = {}
    for code in range(0x21, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1:
            table[code] = base
    return table | {ord("Œ"): "œ", ord("Æ"): "æ"}


TABLE = build_table()
WORD = compile_leaping(r"[0-9a-zœæ]+")
# Words that are written in several ways inside names of places.
SAME_WORD = {"st": "saint", "ste": "sainte", "lez": "les"}


def words_of(text: str) -> frozenset[str]:
    """Give a set of words written in one line after the other."""
    return frozenset(text.split())


def build_byte_table(encoding: str) -> bytes:
    """The same for the bytes of an encoding with one byte a character, which C translates ten times faster."""
    table = bytearray(range(256))
    for code in range(0x21, 0x100):
        character = bytes([code]).decode(encoding, "ignore")
        folded = TABLE.get(ord(character), character) if character else ""
        table[code : code + 1] = folded.encode(encoding, "ignore") or bytes([code])
    return bytes(table)


# Nearly all French text has no other characters than these encodings, but for a pictogram here and there.
LATIN, WINDOWS = build_byte_table("latin-1"), build_byte_table("cp1252")
MOST_OTHERS = 20


def fold(text: str) -> str:
    """Fold case and accents; the result is as long as the text, so that spans stay true."""
    if text.isascii():
        return text.lower()
    try:
        return text.encode("latin-1").translate(LATIN).decode("latin-1")
    except UnicodeEncodeError:
        return "".join(fold_pieces(text))


def fold_pieces(text: str) -> Iterator[str]:
    """The folded pieces of a text between the characters that cp1252 does not know."""
    for _ in range(MOST_OTHERS):
        try:
            yield text.encode("cp1252").translate(WINDOWS).decode("cp1252")
        except UnicodeEncodeError as other:
            yield text[: other.start].encode("cp1252").translate(WINDOWS).decode("cp1252")
            yield text[other.start : other.end].translate(TABLE)
            text = text[other.end :]
        else:
            return
    yield text.translate(TABLE)


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text with its folded form, and where groups of words stand in it, in order."""

    text: str
    folded: str
    found: dict[tuple[str, ...], list[int]] = field(default_factory=dict)


_LAST: list[_Folded] = []
# A text shorter than this is a piece of one: it is folded when it is asked for, and does not displace the whole.
SHORT = 500


def _folded(text: str) -> _Folded:
    """Fold a text as a whole; the last long one is kept, as many spans of it are asked for."""
    if _LAST and _LAST[0].text is text:
        return _LAST[0]
    fresh = _Folded(text, fold(text))
    if len(text) >= SHORT:
        _LAST[:] = [fresh]
    return fresh


def fold_span(text: str, start: int, end: int) -> str:
    """Fold a span of a text."""
    return _folded(text).folded[start:end]


def may_hold(text: str, start: int, end: int, words: tuple[str, ...]) -> bool:
    """Check whether one of some folded words begins in a span: a cheap look, for all spans of a text at once."""
    known = _folded(text)
    if len(text) < SHORT:
        return any(word in known.folded for word in words)
    if words not in known.found:
        known.found[words] = sorted(at for word in words for at in _find_all(known.folded, word))
    places = known.found[words]
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end


def _find_all(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def fold_word(word: str) -> str:
    """Give the one spelling of an already folded word that all its spellings share."""
    if "œ" in word or "æ" in word:
        word = word.replace("œ", "oe").replace("æ", "ae")
    return SAME_WORD.get(word, word)


def key_of(name: str) -> str:
    """Key of a name: its folded words with one space between them."""
    return " ".join(fold_word(word) for word in WORD.findall(fold(name)))


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text as its folded words: `joined` has one space before and after each word.

    `spans` are the spans of the words in the original text; `offsets` the positions in `joined` of the space before
    each word. Both are found when they are first asked for: most texts hold none of the words that are looked for.
    """

    text: str
    folded: str
    words: list[str]
    joined: str
    spans: list[tuple[int, int]] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, folded: str | None = None) -> FoldedText:
        """Fold a text, unless it is at hand folded."""
        folded = fold(text) if folded is None else folded
        words = WORD.findall(folded)
        if "œ" in folded or "æ" in folded or not SAME_WORD.keys().isdisjoint(words):
            words = [fold_word(word) for word in words]
        return cls(text, folded, words, f" {' '.join(words)} ")

    def word_at(self, offset: int) -> int:
        """Give the number of the word behind a space of `joined`."""
        if not self.offsets:
            lengths = accumulate(map(len, self.words), initial=0)
            self.offsets.extend(length + index for index, length in enumerate(lengths))
        return bisect_left(self.offsets, offset)

    def span(self, first: int, count: int) -> tuple[int, int]:
        """Give the span in the text of some words in a row."""
        if not self.spans:
            self.spans.extend(match.span() for match in WORD.finditer(self.folded))
        return self.spans[first][0], self.spans[first + count - 1][1]
