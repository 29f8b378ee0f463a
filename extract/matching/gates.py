r"""Patterns that are searched only where one of their own words stands.

A rule of places or events is a long expression that hardly ever matches, and yet is tried in every line of a page. But
each of its matches holds one of a few words (`apr[èe]s\s+avoir|d[ée]j[àa]` holds `apres` or `deja`). These words are
derived from the pattern itself, so that none can be forgotten. All words of all patterns are looked for in one pass
over the folded page; a pattern is then asked only of spans in which one of its words begins.

A gate only ever says that nothing can match. It says nothing of texts other than the one it was closed for last, and
nothing where a pattern has a branch without such a word: then the pattern is searched as it is.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, Final

import ahocorasick

from extract.matching.folding import fold, fold_span
from extract.matching.leaping import compile_leaping

try:  # what `re` makes of a pattern is private: a Python that has it elsewhere searches every pattern as it is
    from re import _constants as op  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover
    op = parser = None

SHORT: Final = 500
"""A text shorter than this is searched as it is: that is as quick."""
LONGEST_REMEMBERED: Final = 20_000
"""Characters from which on lines that come again are looked through again."""
REMEMBERED: Final = 64
"""How many stretches of such lines are remembered: those of some twenty sites at a time."""
_LEAST: Final = 2
"""What a word must weigh: two letters inside others, or one that begins a word."""
_RARE: Final = frozenset("kwxyz")
"""Letters that French hardly uses: they weigh as much as three."""
# What matches a plain letter where case does not count, beside its capital, and the apostrophe of printers.
_SAME: Final = (("’", "'"), ("ı", "i"), ("ſ", "s"), ("\u212a", "k"), ("\u212b", "a"))

Word = tuple[str, bool]
"""Folded letters that a match holds, and whether they begin a word."""


def fold_for_gates(text: str) -> str:
    """Fold a text as the words of gates are, character by character."""
    return _fold_further(fold(text))


def _fold_further(folded: str) -> str:
    """A folded text with the letters that only gates take for the same."""
    for character, letter in () if folded.isascii() else _SAME:
        if character in folded:
            folded = folded.replace(character, letter)
    return folded


class GatedPattern:
    """A compiled pattern with the words of which every match holds one, used as `re.Pattern` is.

    `pattern` is its source, `bare` the pattern without its gate; `words` is empty where none are known.
    """

    __slots__ = ("bare", "number", "pattern", "words")

    def __init__(self, pattern: re.Pattern[str], quick: re.Pattern[str] | None = None) -> None:
        """Derive the words of a pattern; `quick` matches the very same and is searched in its stead."""
        self.bare = quick or pattern
        self.pattern = pattern.pattern
        self.words = derive_words(pattern)
        self.number = len(_GATES)
        _GATES.append(self)
        _INDEX.text = ""  # what was looked for in it does not hold this pattern's words

    def may_match(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Check whether a match can stand in a span: False is certain."""
        if _INDEX.text is not text or not self.words:
            return True
        places = _INDEX.places.get(self.number)
        if places is None:
            return False
        index = bisect_left(places, start)
        return index < len(places) and places[index] < end

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a span, as `re.Pattern.search` gives it."""
        return self.bare.search(text, start, end) if self.may_match(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches in a span, as `re.Pattern.finditer` gives them."""
        return self.bare.finditer(text, start, end) if self.may_match(text, start, end) else iter(())

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins a span, as `re.Pattern.match` gives it."""
        return self.bare.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that is a span, as `re.Pattern.fullmatch` gives it."""
        return self.bare.fullmatch(text, start, end)

    def findall(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[Any]:
        """All matches in a span, as `re.Pattern.findall` gives them."""
        return self.bare.findall(text, start, end) if self.may_match(text, start, end) else []

    def sub(self, replacement: str, text: str, count: int = 0) -> str:
        """The text with its matches replaced, as `re.Pattern.sub` gives it."""
        return self.bare.sub(replacement, text, count)


class GateFamily:
    """Several gated patterns that are asked for together: a span in which none can match is passed over at once."""

    __slots__ = ("numbers",)

    def __init__(self, *gates: GatedPattern) -> None:
        """Take patterns in; where the words of one are not known, the family may match anywhere."""
        self.numbers = tuple(gate.number for gate in gates) if all(gate.words for gate in gates) else ()

    def may_match(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Check whether a match of any of the patterns can stand in a span: False is certain."""
        if _INDEX.text is not text or not self.numbers:
            return True
        places = _INDEX.together.get(self.numbers)
        if places is None:
            each = (_INDEX.places.get(number, ()) for number in self.numbers)
            places = _INDEX.together[self.numbers] = sorted(chain.from_iterable(each))
        index = bisect_left(places, start)
        return index < len(places) and places[index] < end


def close_gates(text: str, again: Sequence[tuple[int, int]] = ()) -> None:
    """Look for the words of all gates in the text of a document; for any other text they stay open.

    `again` are whole lines of it, in order, that come again in other documents: what stands in them is remembered.
    """
    if len(text) >= SHORT:
        _INDEX.read(text, again)


def compile_gated(pattern: str, flags: int = 0, quick: str = "") -> GatedPattern:
    """Compile a pattern and its gate. `quick` is another way to write it that is quicker to search (`by_initial`)."""
    return GatedPattern(compile_leaping(pattern, flags), compile_leaping(quick, flags) if quick else None)


_GATES: Final[list[GatedPattern]] = []
_Places = dict[int, list[int]]


class _Index:
    """The words of all gates as one automaton, and where they stand in the last long text."""

    def __init__(self) -> None:
        self.gates = 0
        self.automaton = ahocorasick.Automaton()
        self.text = ""
        self.places: _Places = {}
        self.together: dict[tuple[int, ...], list[int]] = {}
        self.remembered = lru_cache(maxsize=REMEMBERED)(self.find)

    def build(self) -> None:
        """Build the automaton over the gates known by now."""
        bearers: dict[str, list[tuple[int, bool]]] = {}
        for gate in _GATES:
            for word, begins in gate.words:
                bearers.setdefault(word, []).append((gate.number, begins))
        self.automaton = ahocorasick.Automaton()
        for word, gates in bearers.items():
            inside = tuple(number for number, begins in gates if not begins)
            self.automaton.add_word(word, (len(word) - 1, tuple(number for number, _ in gates), inside))
        self.automaton.make_automaton()
        self.gates = len(_GATES)

    def read(self, text: str, again: Sequence[tuple[int, int]]) -> None:
        """Look for all words in a text; kept until the next one, as it is asked about span by span."""
        if self.text is text:
            return
        if self.gates != len(_GATES):
            self.build()
            self.remembered.cache_clear()
        self.places, self.together = self.scan(text, again), {}
        self.text = text

    def scan(self, text: str, again: Sequence[tuple[int, int]]) -> _Places:
        """Where the words of each gate begin in a text, in order."""
        places: _Places = {}
        folded = _fold_further(fold_span(text, 0, len(text)))  # the text is kept folded: others ask for spans of it
        position = 0
        for start, end in (*again, (len(text), len(text))):
            stretches = ((position, start, self.find), (start, end, self.find_again))
            for first, last, find in stretches:
                for number, found in find(folded[first:last]).items() if first < last else ():
                    places.setdefault(number, []).extend([at + first for at in found])
            position = end
        return places

    def find(self, folded: str) -> _Places:
        """Where the words of each gate begin in folded lines, in order."""
        places: _Places = {}
        for last, (length, gates, inside) in self.automaton.iter(folded):
            at = last - length
            for number in inside if at and folded[at - 1].isalnum() else gates:
                places.setdefault(number, []).append(at)
        for found in places.values():
            found.sort()
        return places

    def find_again(self, folded: str) -> _Places:
        """The same for lines that come again; not for the longest: a memory must not hold a book."""
        return self.find(folded) if len(folded) > LONGEST_REMEMBERED else self.remembered(folded)


_INDEX: Final = _Index()


def derive_words(pattern: re.Pattern[str]) -> frozenset[Word]:
    """The words of which every match of a pattern holds one, folded; none where no such words are known."""
    if parser is None:
        return frozenset()
    words = _Derivation().derive(parser.parse(pattern.pattern, pattern.flags), starts_word=False)
    if not words or min(map(_weight, words)) < _LEAST:
        return frozenset()
    return words


def _weight(word: Word) -> int:
    """How much a word tells: its letters, rare ones more, and one more where it begins a word."""
    letters, begins = word
    return len(letters) + begins + 2 * len(_RARE.intersection(letters))


class _Derivation:
    """One walk over a parsed pattern: collects runs of letters that every match holds, and keeps the best choice."""

    def __init__(self) -> None:
        self.best: frozenset[Word] = frozenset()
        self.run = ""
        self.begins = False  # the run begins a word
        self.at_start = False  # nothing stands between the start of a word and here

    def derive(self, parsed: Any, *, starts_word: bool) -> frozenset[Word]:
        """The best words of a sequence; `starts_word` says that it begins where a word does."""
        self.at_start = starts_word
        self.walk(parsed)
        self.end_run()
        return self.best

    def walk(self, parsed: Any) -> None:
        """Walk over a sequence; what is of no known kind ends the run."""
        for code, value in parsed:
            letter = _letter(code, value)
            if letter:
                self.add(letter)
            elif code is op.AT or code is op.ASSERT or code is op.ASSERT_NOT:
                self.at_start = self.at_start or (not self.run and _starts_word(code, value))
            elif code is op.SUBPATTERN:
                self.walk(value[3])
            elif code is op.ATOMIC_GROUP:
                self.walk(value)
            elif code is op.BRANCH:
                self.branch(value[1])
            elif code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and value[0] > 0:
                self.branch([value[2]])
            else:
                self.end_run()

    def add(self, letter: str) -> None:
        """Add a letter to the run."""
        if not self.run:
            self.begins = self.at_start and letter.isalnum()
        self.run += letter
        self.at_start = False

    def branch(self, alternatives: Any) -> None:
        """Take in what each of some alternatives holds, where all hold something."""
        starts_word = self.at_start and not self.run
        self.end_run()
        found = [_Derivation().derive(alternative, starts_word=starts_word) for alternative in alternatives]
        if all(found):
            self.choose(frozenset[Word]().union(*found))

    def end_run(self) -> None:
        """The letters so far are one word; what follows them is not next to them."""
        if self.run:
            self.choose(frozenset({(self.run, self.begins)}))
        self.run, self.at_start = "", False

    def choose(self, words: frozenset[Word]) -> None:
        """Keep the better words: the longer ones, then the fewer."""
        if not self.best or (min(map(_weight, words)), -len(words)) > (min(map(_weight, self.best)), -len(self.best)):
            self.best = words


def _letter(code: Any, value: Any) -> str:
    """The folded letter that an element of a pattern stands for, or nothing: `é`, `[ée]`."""
    if code is op.LITERAL:
        return fold_for_gates(chr(value))
    if code is not op.IN or any(member is not op.LITERAL for member, _ in value):
        return ""
    letters = {fold_for_gates(chr(member)) for _, member in value}
    return letters.pop() if len(letters) == 1 else ""


def _starts_word(code: Any, value: Any) -> bool:
    r"""Check for `\b`, `(?<!\w)` or `(?<![^\W_])`: letters behind it begin a word."""
    if code is op.AT:
        return bool(value is op.AT_BOUNDARY)
    direction, inside = value
    if code is not op.ASSERT_NOT or direction != -1 or len(inside) != 1 or inside[0][0] is not op.IN:
        return False
    members = inside[0][1]
    return members == _LETTERS or (_WORD in members and members[0][0] is not op.NEGATE)


_LETTERS: Final = parser.parse(r"[^\W_]")[0][1]
_WORD: Final = parser.parse(r"[\w]")[0][1][0]
