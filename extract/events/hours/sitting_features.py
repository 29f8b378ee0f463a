"""What tells the sittings of a page apart: their runs, mode and half of the day, and the words that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import Final

from extract.dates.lexicon import fold
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.records import TerritoryReading
from extract.tables import find_head_of

_STOPS: Final = r"(?![^\W_])"
_STARTS: Final = r"(?<![^\W_])"
REMOTE: Final = (
    r"(?:(?:[àa]|en)\s)?(?:distance|distanciel\w*|visio\w*(?:[- ]conf[ée]rences?)?|ligne|virtuel\w*|webinaires?)"
)
"""What leads to meetings that people attend from afar."""
ON_SITE: Final = r"(?:en\s)?pr[ée]sentiel\w*|en\ssalle|sur\s(?:place|site)"
"""What leads to meetings that people come to."""
HALVES: Final = {"morning": r"matin(?:[ée]e)?", "afternoon": r"apr[èe]s-midi", "evening": r"soir(?:[ée]e)?"}
"""The halves of a day, with the words for each."""
_AN_HOUR: Final = re.compile(r"\d\s?(?:h|:\d)", re.IGNORECASE)
_HALF_TOLD: Final = {name: re.compile(rf"{_STARTS}{words}s?{_STOPS}", re.IGNORECASE) for name, words in HALVES.items()}
_LAST_WORDS: Final = re.compile(r"[^\W\d_]+(?:-midi)?[ ](?:du )?$")
_NEXT_WORDS: Final = re.compile(r"\s?[(,:–-]?\s?(?:le\s|en\s|la\s|l['’])?[^\W\d_]+(?:-midi)?")
_CLAUSE_END: Final = re.compile(r";|[.!?]\s")
_ASIDE: Final = re.compile(r"\([^()\n]{0,40}\)")
_NEAR: Final = 20
_WORD: Final = re.compile(r"[^\W_]+")
_ONLINE: Final = re.compile(rf"{_STARTS}(?:{REMOTE}){_STOPS}", re.IGNORECASE)
_HERE: Final = re.compile(rf"{_STARTS}(?:{ON_SITE}){_STOPS}", re.IGNORECASE)
_SET_OFF: Final = re.compile(r"\s?(?::|–|—|-|\()\s?(?P<words>[^\n:.;]{4,60})[.)]?\s*")
_LONGEST_HEAD: Final = 80
_SHORTEST_WORD: Final = 4
_FEWEST: Final = 2
_OF_ANY: Final = frozenset(
    f"{stem}{end}" for stem in ("prevu", "fixe", "programme", "annonce", "propose", "organise") for end in ("", "e")
) | (
    {"aura", "auront", "lieu", "sera", "seront", "tiendra", "tiendront", "deroulera", "pour", "avec", "dans", "chez"}
    | {"vou", "nou", "votre", "notre", "leur", "cette", "tout", "toute", "entre", "puis", "enfin", "aussi", "avant"}
)
"""Words that tell of no sitting more than of another: `Fin prévue à 17h`, `Pour toutes les rencontres`."""


class Features:
    """What tells the sittings of a page apart, asked for when words need it."""

    def __init__(self, parts: Parts, sittings: list[Sitting], cities: Sequence[str | None] | None = None) -> None:
        """`cities` are the towns in which the sittings are known to be; else those beside their days count."""
        self.parts = parts
        self.sittings = sittings
        self.count = len(sittings)
        self._cities = cities

    def of(self, group: list[int]) -> Features:
        """The features of some of the sittings, by their index."""
        cities = [self._cities[index] for index in group] if self._cities else None
        return Features(self.parts, [self.sittings[index] for index in group], cities)

    @cached_property
    def runs(self) -> list[list[int]]:
        """The sittings that are told together, in turn: `Module 1 : lundi 3 et mardi 4` is one run."""
        told = [sitting.date.where.start for sitting in self.sittings]
        runs = self._grouped(told)
        if len(runs) == self.count:
            blocks = [block.start if (block := self.parts.block_of(start)) is not None else start for start in told]
            runs = self._grouped(blocks)
        return runs if len(runs) >= _FEWEST and min(map(len, runs)) >= _FEWEST else []

    @cached_property
    def lines(self) -> list[str]:
        """The words of the line of each sitting, those of its row in a table."""
        return [self._line_of(sitting) for sitting in self.sittings]

    @cached_property
    def online(self) -> frozenset[int]:
        """The sittings that people attend from afar, by the words of their line or its last venue."""
        return frozenset(index for index in range(self.count) if self._is_online(index))

    @cached_property
    def halves(self) -> dict[str, set[int]]:
        """The sittings whose line says that they are only one half of a day: `mardi 6 mai (matin)`."""
        told = {h: {n for n in range(self.count) if self._tells_half(n, w)} for h, w in _HALF_TOLD.items()}
        return {h: of - set().union(*(others for o, others in told.items() if o != h)) for h, of in told.items()}

    @cached_property
    def heads(self) -> dict[str, frozenset[int]]:
        """Words that lead to the days of some sittings, and towns beside them: `Restitution`, `Groupe A`, `Lens`."""
        of: dict[str, set[int]] = {}
        before = [set(self._words_before(sitting)) for sitting in self.sittings]
        behind = [set(self._words_behind(sitting)) for sitting in self.sittings]  # `15 et 16 mai : tronc commun`
        if all(behind):
            before = [ahead | words for ahead, words in zip(before, behind, strict=True)]
        for index, sitting in enumerate(self.sittings):
            words = before[index] if all(before) else set()  # else it only leads to the next one of the same kind
            towns = (word for town in self._towns_beside(sitting) for word in words_of(town.text))
            for word in words.union(towns):
                of.setdefault(word, set()).add(index)
        return {word: frozenset(told) for word, told in of.items() if len(told) < self.count}

    @cached_property
    def towns(self) -> dict[str, frozenset[int]]:
        """The sittings in each town, by the code of the town; none of a town that all are in."""
        of: dict[str, set[int]] = {}
        for index, sitting in enumerate(self.sittings):
            for town in self._towns_of(index) if self._cities else self._towns_beside(sitting):
                of.setdefault(town.territory_id or "", set()).add(index)
        return {code: frozenset(told) for code, told in of.items() if code and len(told) < self.count}

    def _grouped(self, keys: list[int]) -> list[list[int]]:
        order = sorted(range(self.count), key=lambda index: (keys[index], index))
        return [list(group) for _, group in groupby(order, key=lambda index: keys[index])]

    def _line_of(self, sitting: Sitting) -> str:
        block = self.parts.block_of(sitting.date.where.start)
        if block is None:
            return ""
        row = self.parts.row_of(block) if block.kind == "cell" else ()
        return " | ".join(self.parts.words(self.parts.line_of(line)) for line in row or (block,))

    def _tells_half(self, index: int, half: re.Pattern[str]) -> bool:
        """Whether the words right beside the days of a sitting, or its own line, say that it is one half of a day."""
        text = self.parts.document.text
        for date in self.sittings[index].mentions:
            lead = _LAST_WORDS.search(text, max(0, date.where.start - _NEAR), date.where.start)
            behind = _NEXT_WORDS.match(text, date.where.end) if "\n" not in date.text else None
            if any(words is not None and half.search(words.group()) for words in (lead, behind)):
                return True
            line, below, _ = date.text.partition("\n")
            if below and half.search(line):
                return True  # read up to the hours of all on the line below: `12 juin (matin)`
        return half.search(self._clause_of(index)) is not None

    def _clause_of(self, index: int) -> str:
        """The words of the clause in which a sitting is told, where they name one half of a day; else none."""
        start = self.sittings[index].date.where.start
        block = self.parts.block_of(start)
        if block is None or block.kind == "cell":
            return ""
        text = self.parts.document.text
        first, last = self.parts.line_of(block)
        first = max((m.end() for m in _CLAUSE_END.finditer(text, first, start)), default=first)
        end = _CLAUSE_END.search(text, self.sittings[index].date.where.end, last)
        words = _ASIDE.sub("", text[first : end.start() if end is not None else last])
        return words if sum(half.search(words) is not None for half in _HALF_TOLD.values()) == 1 else ""

    def _is_alone(self, index: int) -> bool:
        """Whether no other sitting is told in the line of this one."""
        block = self.parts.block_of(self.sittings[index].date.where.start)
        others = sum(block.start <= s.date.where.start < block.end for s in self.sittings) if block is not None else 0
        return others == 1 and block is not None and block.kind != "cell"

    def _is_online(self, index: int) -> bool:
        position = self.sittings[index].date.where.start
        block = self.parts.block_of(position)
        if self._is_alone(index):
            remote, here = _ONLINE.search(self.lines[index]), _HERE.search(self.lines[index])
            if (remote is None) != (here is None):
                return remote is not None
        lines = (self.parts.row_of(block) if block.kind == "cell" else ()) or (block,) if block is not None else ()
        venues = [v for line in lines for v in standing_between(self.parts.venues, line.start, line.end)]
        return bool(venues) and venues[-1].mode == "online"

    def _words_before(self, sitting: Sitting) -> Iterator[str]:
        """The words that lead to a day in its line, or those of the heading right above a line that begins with it."""
        start = sitting.date.where.start
        block = self.parts.block_of(start)
        if block is None:
            return
        first = self.parts.line_of(block)[0]
        head = self.parts.document.text[first:start]
        if not head.strip(" -–•"):
            above = self.parts.block_above(block) or block
            first, start = (above.start, above.end) if above.kind == "heading" else (first, first)
            head = self.parts.document.text[first:start]
        dated = standing_between(self.parts.dates, first, start)
        if start - first <= _LONGEST_HEAD and not dated and not _AN_HOUR.search(head):
            yield from words_of(head)

    def _words_behind(self, sitting: Sitting) -> Iterator[str]:
        """The few words set off behind a day that end its line and are neither when nor where it is."""
        start = sitting.date.where.end
        block = self.parts.block_of(start - 1)
        told = _SET_OFF.fullmatch(self.parts.document.text, start, block.end) if block is not None else None
        if told is None or _AN_HOUR.search(told["words"]) or standing_between(self.parts.venues, *told.span("words")):
            return
        if not standing_between(self.parts.dates, *told.span("words")):
            yield from words_of(told["words"])

    def _towns_of(self, index: int) -> Iterator[TerritoryReading]:
        """The town in which a sitting is known to be, wherever it is named."""
        city = fold((self._cities or [None])[index] or "")
        yield from (t for t in self.parts.territories if city and t.kind.startswith("commune") and fold(t.name) == city)

    def _towns_beside(self, sitting: Sitting) -> Iterator[TerritoryReading]:
        """The towns of a day: beside it, at the head of its line or above it, in its row or the head of its column."""
        start = sitting.date.where.start
        block = self.parts.block_of(start)
        if block is None:
            return
        if block.kind == "cell":
            head = find_head_of(self.parts.document, block)
            for cell in (*self.parts.row_of(block), *((head,) if head is not None else ())):
                dated = standing_between(self.parts.dates, cell.start, cell.end)
                if not dated or cell.start <= start < cell.end:
                    yield from self._towns_in(cell.start, cell.end)
            return
        days = [s.date.where.start for s in self.sittings if block.start <= s.date.where.start < block.end]
        behind = sitting.date.where.end  # of a list: `le 2 avril et le 30 avril, 17h-19h, à Lens` is of both
        after = min((day for day in days if day >= behind), default=block.end)
        first = min(days, default=start)
        beside = list(self._towns_in(block.start if first == start else start, after))
        yield from beside or self._towns_in(self.parts.line_of(block)[0], first)

    def _towns_in(self, start: int, end: int) -> Iterator[TerritoryReading]:
        inside = standing_between(self.parts.territories, start, end)
        yield from (town for town in inside if town.kind.startswith("commune"))


def words_of(text: str) -> Iterator[str]:
    """The words of a head without their plural; a letter or a figure together with the word before it (`groupe a`)."""
    before = ""
    for match in _WORD.finditer(text):
        word = fold(match.group())
        if len(word) == 1:
            yield f"{before} {word}"
        elif len(word) >= _SHORTEST_WORD and not word.isdecimal() and word.removesuffix("s") not in _OF_ANY:
            yield word.removesuffix("s")
        before = word.removesuffix("s")
