"""Which sittings some words speak of, and what they say of them: `Les modules 1 à 3 ont lieu à Lens, de 9h à 16h`.

Several sittings are told apart by their numbers, their ranks (`les deux premières`, `la dernière`) or their months (`la
rencontre de juin`); `les autres` are those that are left. What follows such words is said of these sittings, up to the
next such words; in a bracket, or behind `pour`, they close what is said before them (`Lens (modules 1 et 2)`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter
from typing import Final

from extract.dates.lexicon import MONTHS, WEEKDAY_NAME, WEEKDAYS, fold
from extract.document import Block
from extract.events.initials import INITIALS, find_initials
from extract.events.ordinals import number_of_letter, numbers_in, numbers_of
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.matching.gates import compile_gated
from extract.numbers import RANKS
from extract.sentences import find_sentences

Span = tuple[int, int]

_NOUN: Final = (
    r"(?:jours?|journ[ée]es?|matin[ée]es?|soir[ée]es?|s[ée]ances?|sessions?|ateliers?|rencontres?|[ée]tapes?|"
    r"rendez-vous|modules?|temps|regroupements?|visites?|volets?|r[ée]unions?|webinaires?|conf[ée]rences?|dates?|groupes?|promotions?|parties?|fois)"
)
_COUNTS: Final = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8}
_MONTH: Final = rf"(?:{'|'.join(MONTHS)})"
_MONTHS: Final = {fold(month): number for number, month in enumerate(MONTHS, start=1)}
_SEASONS: Final = {
    "printemps": (3, 4, 5, 6),
    "été": (6, 7, 8, 9),
    "automne": (9, 10, 11, 12),
    "hiver": (12, 1, 2, 3),
    "rentrée": (9, 10),
}
_RANK: Final = "|".join(RANKS)
_COUNT: Final = "|".join(_COUNTS)
_STOPS: Final = r"(?![^\W_])"
# Behind a rank without its noun something is said of it: `la dernière à Lens`, `le second se tient …`, `(la première)`.
_SAID: Final = (
    r"(?=\s?(?:[,:;.)(]|$)|\ss['’]|\sdes\s(?:deux|trois|quatre|cinq|six)\s|\s(?:salle|halle|place|[àa]|aux?|en|dans|chez|sur|de|aura|auront|a|ont|est|sont|sera|seront|se|ser\w+|"
    r"commenc\w+|"
    r"dur\w+|et|ou|–|—|-)(?![^\W_]))"
)
_AND: Final = r"\s?(?:,|et|ou|&|puis)\s?(?:(?:de|du)\s|d['’])?"
_BARE: Final = r"(?:1er|3[01]|[12]\d|[1-9])(?![\w/]|[.,:]\d|\s?h(?![^\W\d_]))"
_SCOPE: Final = compile_gated(
    rf"(?<![^\W_])(?:"
    rf"(?:(?P<the>les?|la|du|des|aux?|une?)\s|(?P<short>l['’]))?{_NOUN}\s(?:n\s?[°o]s?\s?)?(?P<numbers>(?:\d{{1,2}}"
    rf"(?:\s?(?:,|et|ou|&|à|au|-|–)\s?\d{{1,2}})*)(?!\s?(?:h|:\d|€|%|/|\d|\.\d|jours?|heures?|places?|{_MONTH}))|"
    rf"(?-i:[A-H](?:\s?(?:,|et|ou|&)\s?[A-H])*)(?!['’])){_STOPS}|"
    rf"(?:les?|des|aux)\s(?:(?P<before>{_COUNT})\s)?(?:premi(?:er|[èe]re)s|(?P<lasts>derni(?:er|[èe]re)s))"
    rf"(?:\s(?P<behind>{_COUNT}))?(?:\s{_NOUN})?{_STOPS}|"
    rf"(?:l[ae]|(?P<this>cette|ce))\s(?P<last>derni(?:er|[èe]re))(?:\s{_NOUN}{_STOPS}|{_STOPS}{_SAID})|"
    rf"les?\s(?P<ranks>(?:{_RANK})(?:{_AND}(?:{_RANK}))+)\s{_NOUN}{_STOPS}|"
    rf"l[ae]\s(?P<rank>{_RANK})(?:\s{_NOUN}{_STOPS}|{_STOPS}{_SAID})|"
    rf"(?:(?:les?|la|l['’])\s?{_NOUN}|cel(?:le|ui|les)|ceux)\s(?:du\smois\s)?(?:de\s|d['’])"
    rf"(?P<months>{_MONTH}(?:{_AND}{_MONTH})*){_STOPS}(?!\s\d)|"
    rf"(?:(?:les?|la|l['’])\s?{_NOUN}|cel(?:le|ui|les)|ceux)\s(?:de\s(?:la\s)?|du\s|d['’])"
    rf"(?P<season>{'|'.join(_SEASONS)}){_STOPS}(?!\s\d)|"
    rf"(?:les?|chaque|tous\sles)\s(?P<weekday>{WEEKDAY_NAME})s?"
    rf"(?=\s(?:[àa]|aux?|en|dans|chez|de|matin|soir|:)(?![^\W_])|,?\s(?:s['’]|se\s|d[ée]but|commenc|ouvr|d[ée]marr|sera\s|nous\s))|"
    rf"(?:les?|du|des)\s(?:(?:{WEEKDAY_NAME})\s)?(?P<days>{_BARE}(?:\s?(?:,|et|&|puis)\s?(?:(?:les?|du)\s)?"
    rf"(?:(?:{WEEKDAY_NAME})\s)?{_BARE})*)(?=\s?(?:[;,.:)(]|$)|\s(?:[–-]|[àa]|aux?|en|dans|chez|de\s\d|et)(?![^\W_]))|"
    rf"(?:l[ae]\s{_NOUN}\sd['’e]\s?|l['’]|(?:d['’]|en\s|pour l['’])(?=o))(?P<opening>ouverture){_STOPS}|"
    rf"(?:l[ae]\s{_NOUN}\sde\s|la\s|en\s)(?P<closing>cl[ôo]ture){_STOPS}|"
    rf"(?P<rest>les\s(?:(?:{_COUNT})\s)?(?:autres|suivante?s)(?:\s{_NOUN})?){_STOPS})",
    re.IGNORECASE,
)
_OF_PEOPLE: Final = re.compile(r"(?<![^\W_])groupes?(?![^\W_])", re.IGNORECASE)
_AN_HOUR: Final = re.compile(r"\d\s?h(?![^\W\d_])|\d:\d\d")
_NEAR_GROUP: Final = 24
_DAY_NOUN: Final = re.compile(r"jour", re.IGNORECASE)
_JOINED: Final = re.compile(r"\s?(?:,|et|ou|&|puis)\s?", re.IGNORECASE)
_FOR: Final = re.compile(r"(?:pour|lors d[eu]|pendant|durant)\s$", re.IGNORECASE)
_OPENS: Final = re.compile(r"\W*(?:(?:pour|lors d[eu]|à)\s)?", re.IGNORECASE)
"""What may stand before the first words of a sentence for some: it tells of them in turn, behind each."""
_CLOSES: Final = re.compile(r"\s?(?:\)|$|[;.,]|et(?![^\W_])|puis(?![^\W_]))", re.IGNORECASE)
_LETTERED: Final = re.compile(r"(?<![^\W_])(?:groupes?|promotions?|sessions?|modules?)\s[A-H]", re.IGNORECASE)
"""Sittings that letters count; workshops of one day have letters as well (`Atelier A` beside `Atelier B`)."""
_LETTER: Final = re.compile(r"(?<![^\W_])[A-H](?![^\W_])")
_KINDS: Final = ("paragraph", "lead", "item", "field")
_LONGEST_JOINT: Final = 8
"""Characters between two days of a list: `, `, ` et les `."""
_FEWEST: Final = 2
_NEAR_DAYS: Final = 60
"""Characters before a rank within which its noun may stand with the rank before it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Some sittings by their index, with the span of all that is said of them."""

    sittings: frozenset[int]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a scope, before what is said of them is known; `sittings` is empty for those that are left."""

    sittings: frozenset[int]
    start: int
    end: int


def find_scopes(parts: Parts, sittings: list[Sitting]) -> list[Scope]:
    """What the page says of some of its sittings; nothing of those that it tells together with a day."""
    if len(sittings) < _FEWEST or not all(sitting.is_day for sitting in sittings):
        return []
    text = parts.document.text
    if not _SCOPE.may_match(text) and INITIALS.search(text) is None:
        return []
    blocks = [b for b in parts.blocks if b.kind in _KINDS and _may_name(text, b)]
    return [scope for block in blocks for scope in _find_in_block(parts, block, sittings)]


def _may_name(text: str, block: Block) -> bool:
    """Whether a block may hold words that name some sittings."""
    return _SCOPE.may_match(text, block.start, block.end) or INITIALS.search(text, block.start, block.end) is not None


def find_named(parts: Parts, sittings: list[Sitting], start: int, end: int) -> frozenset[int]:
    """The sittings, by index, that the first words for some in a span name; none where there are none."""
    match = _SCOPE.search(parts.document.text, start, end)
    return (_resolve(parts, match, sittings, bare=True) or frozenset()) if match is not None else frozenset()


def _find_in_block(parts: Parts, block: Block, sittings: list[Sitting]) -> Iterator[Scope]:
    """The scopes of a block, sentence by sentence; those that are left are all but the ones named in the block."""
    named: set[int] = set()
    days = [date.where.start for sitting in sittings for date in sitting.mentions]
    for start, end in _sentences(parts.document.text, block.start, block.end):
        words = find_words(parts, sittings, start, end)
        for index, found in enumerate(words):
            rest = frozenset(range(len(sittings))) - named
            of = found.sittings or (rest if named else frozenset())
            named |= of
            begin, stop = _said_of(parts.document.text, words, index, (start, end))
            begin = _behind_list(sittings, begin, stop)
            other = any(begin <= day < stop for day in days) or _is_of_other_time(parts, sittings, of, begin, stop)
            if of and len(of) < len(sittings) and not other:
                yield Scope(of, begin, stop)


def _is_of_other_time(parts: Parts, sittings: list[Sitting], of: frozenset[int], begin: int, stop: int) -> bool:
    """Whether what is said tells a month or a season in which none of them is: `La première, fin mars à Lille`."""
    told = [d for d in standing_between(parts.dates, begin, stop) if d.precision != "day"]
    return any(not any(d.first_day <= sittings[n].first <= d.last_day for n in of) for d in told)


def _behind_list(sittings: list[Sitting], begin: int, stop: int) -> int:
    """Where what is said of some sittings begins, behind the list of all days: `La première des trois séances (…)`."""
    spans = sorted(
        {(d.where.start, d.where.end) for s in sittings for d in s.mentions if begin <= d.where.start < stop}
    )
    told = all(any(begin <= d.where.start < stop for d in s.mentions) for s in sittings)
    listed = all(other[0] - one[1] <= _LONGEST_JOINT for one, other in pairwise(spans))
    return spans[-1][1] if spans and told and listed else begin


def _sentences(text: str, first: int, last: int) -> list[Span]:
    """The sentences of a block, of which those that a semicolon parts are one."""
    spans: list[Span] = []
    for start, end in find_sentences(text, first, last):
        if spans and text[spans[-1][1] - 1] == ";":
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def find_words(parts: Parts, sittings: list[Sitting], start: int, end: int, *, bare: bool = False) -> list[_Words]:
    """The words of a sentence that name some of the sittings; those that are only joined by `et` name them together.

    `bare` is where one number needs no article: `idem séance 1`, `Jour 1 : 13h-18h`.
    """
    text = parts.document.text
    found: list[_Words] = []
    told = ((_resolve(parts, m, sittings, bare=bare), *m.span()) for m in _SCOPE.finditer(text, start, end))
    for of, first, last in sorted([*told, *find_initials(parts, sittings, start, end)], key=itemgetter(1)):
        if of is None:
            continue
        joined = found and of and found[-1].sittings and _JOINED.fullmatch(text, found[-1].end, first)
        if joined:
            found[-1] = replace(found[-1], sittings=found[-1].sittings | of, end=last)
        else:
            found.append(_Words(of, first, last))
    return found


def _resolve(
    parts: Parts, match: re.Match[str], sittings: list[Sitting], *, bare: bool = False
) -> frozenset[int] | None:
    """The sittings that some words name; none for those that are left, None where the words name no sitting of it."""
    if match["rest"]:
        return frozenset()
    if match["this"] and not _follows_day(parts, match.start(), sittings):
        return None
    if match["days"]:
        return _of_numbers(parts, match, sittings)
    if match["months"]:
        months = {_MONTHS[fold(name)] for name in re.findall(_MONTH, match["months"], re.IGNORECASE)}
        of = {index for index, sitting in enumerate(sittings) if sitting.first.month in months}
    elif match["season"] or match["weekday"]:
        of = _timed(match, sittings)
    elif match["numbers"]:
        of = _numbered(parts, match, sittings, bare=bare)
    else:
        of = (
            _days_of_runs(match, sittings) or _days_of_sentence(parts, match, sittings) or _ranked(match, len(sittings))
        )
    return frozenset(of) if of and max(of) < len(sittings) else None


def _of_numbers(parts: Parts, match: re.Match[str], sittings: list[Sitting]) -> frozenset[int] | None:
    """The sittings whose days are told again by their numbers alone: `à Lens les 6 et 7 ; à distance le 24`."""
    if any(d.where.start < match.end() and match.start() < d.where.end for s in sittings for d in s.mentions):
        return None  # read as days by themselves, perhaps behind their hours: `de 9h à 17h :` / `les 21 et 22 mai`
    if standing_between(parts.dates, match.start(), match.end()):
        return None
    numbers = [int(number) for number in re.findall(r"\d+", match["days"])]
    days = [sitting.first.day for sitting in sittings]
    known = all(days.count(number) == 1 for number in numbers) and all(sitting.is_day for sitting in sittings)
    return frozenset(days.index(number) for number in numbers) if known else None


def _follows_day(parts: Parts, position: int, sittings: list[Sitting]) -> bool:
    """Whether a sitting is told before some words in their sentence, so that they can point to it: `cette dernière`."""
    start, _ = parts.sentence_of(position)
    return any(start <= date.where.start < position for sitting in sittings for date in sitting.mentions)


def _timed(match: re.Match[str], sittings: list[Sitting]) -> set[int]:
    """The sittings in a season or on a weekday."""
    if match["season"]:
        months = _SEASONS[match["season"].lower()]
        return {index for index, sitting in enumerate(sittings) if sitting.first.month in months}
    weekday = WEEKDAYS.index(fold(match["weekday"]))
    return {index for index, sitting in enumerate(sittings) if sitting.first.weekday() == weekday}


def _days_of_runs(match: re.Match[str], sittings: list[Sitting]) -> set[int]:
    """Of sessions of several days each the day of a rank in every one: `9h30-17h le premier jour, 9h-16h le second`."""
    rank = match["rank"]
    if rank is None or "jour" not in match.string[max(0, match.start() - _NEAR_DAYS) : match.end()]:
        return set()
    runs: dict[int, list[int]] = {}
    for index, sitting in enumerate(sittings):
        runs.setdefault(sitting.date.where.start, []).append(index)
    if len(runs) < _FEWEST or max(map(len, runs.values())) < _FEWEST:
        return set()
    return {run[RANKS[rank.lower()]] for run in runs.values() if RANKS[rank.lower()] < len(run)}


def _days_of_sentence(parts: Parts, match: re.Match[str], sittings: list[Sitting]) -> set[int]:
    """The day of a rank among several of one sentence: `du mardi 11 au jeudi 13 (fin à 16h le dernier jour)`."""
    inside = find_days_of_sentence(parts, match.start(), sittings) if _DAY_NOUN.search(match.group()) else []
    return {inside[number] for number in _ranked(match, len(inside)) if number < len(inside)} if inside else set()


def find_days_of_sentence(parts: Parts, position: int, sittings: list[Sitting]) -> list[int]:
    """The sittings, by index, whose days stand in a sentence before a position; none where they are one, or all."""
    start, _ = parts.sentence_of(position)
    inside = [n for n, s in enumerate(sittings) if any(start <= d.where.start < position for d in s.mentions)]
    return inside if _FEWEST <= len(inside) < len(sittings) else []


def _ranked(match: re.Match[str], count: int) -> set[int]:
    if match["last"] or match["closing"]:
        return {count - 1}
    if match["opening"]:
        return {0}
    if match["rank"] or match["ranks"]:
        return {RANKS[word.lower()] for word in re.findall(_RANK, match["ranks"] or match["rank"], re.IGNORECASE)}
    number = match["before"] or match["behind"]
    size = _COUNTS[number.lower()] if number else count  # `les premières` alone tell no number: all, so none
    return set(range(count - size, count)) if match["lasts"] else set(range(size))


def _numbered(parts: Parts, match: re.Match[str], sittings: list[Sitting], *, bare: bool) -> set[int]:
    """The sittings of some numbers: by the numbers that lead to their days, else by their order.

    One number without an article heads a line of its own or a step of a programme.
    """
    numbers = numbers_in(match["numbers"])
    lettered = _LETTERED.search(match.group()) is not None
    if lettered:
        numbers |= {number_of_letter(letter) for letter in _LETTER.findall(match["numbers"])}
    text = parts.document.text
    led = bare or match["the"] or match["short"] or text[match.start() - 1 : match.start()] == "("
    if len(numbers) == 1 and not led:
        return set()
    told = numbers_of(parts, sittings)
    if numbers <= set(told):
        return {index for index, number in enumerate(told) if number in numbers}
    if lettered:
        return set()
    before = text[max(0, match.start() - _NEAR_GROUP) : match.start()].rpartition("\n")[2]
    behind = text[match.end() : match.end() + _NEAR_GROUP].partition("\n")[0]
    if _OF_PEOPLE.search(match.group()) and _AN_HOUR.search(f"{before} {behind}"):
        return set()  # `9h-12h pour le groupe 1` divides who comes, and not the days
    return {number - 1 for number in numbers if number > 0}


def _said_of(text: str, words: list[_Words], index: int, sentence: Span) -> Span:
    """The span of what is said of a scope: before it where it closes a bracket or a phrase with `pour`, else behind."""
    own = words[index]
    first = words[index - 1].end if index else sentence[0]
    opens = _OPENS.fullmatch(text, sentence[0], words[0].start) is not None
    if len(words) > 1 and not opens and all(_CLOSES.match(text, w.end, sentence[1]) for w in words):
        return first, own.start  # each closes what is said before it: `9h30-17h le premier jour, 9h-16h le second`
    if not (opens and len(words) > 1) and (_CLOSES.match(text, own.end, sentence[1]) or own.end == sentence[1]):
        if text[own.start - 1 : own.start] == "(":
            return max(first, text.rfind(";", first, own.start) + 1), own.start
        if _FOR.search(text, max(first, own.start - 12), own.start):
            return max(first, text.rfind("(", first, own.start) + 1), own.start
    last = words[index + 1].start if index + 1 < len(words) else sentence[1]
    close = text.find(")", own.end, last)
    if close >= 0 and text.count("(", sentence[0], own.start) > text.count(")", sentence[0], own.start):
        last = close  # `de 9h à 17h (fin à 16h le dernier jour), dans nos locaux`
    return own.end, last
