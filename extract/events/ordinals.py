"""Lines that tell of the sittings by their number: `module 2 : Maison du projet, Calais`, `Journée 1 : 10h – 17h`.

A line holds for the sitting of its number where the lines number all sittings of the event, and no day stands in them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import Final

from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.matching.gates import compile_gated
from extract.numbers import RANKS
from extract.places.grammar.verbs import MEETING_VERB
from extract.records import VenueReading

_SITTING: Final = (
    r"(?:sessions?|s[ée]ances?|modules?|journ[ée]es?|jours?|ateliers?|rencontres?|webinaires?|dates?|[ée]tapes?|temps|"
    r"parties?|volets?|regroupements?|matin[ée]es?|groupes?|promotions?)"
)
_ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
_LETTERS: Final = "ABCDEFGH"
_NUMBER: Final = (
    rf"(?:{_SITTING}\s*(?:n\s*[°o]\s*)?(?P<figure>\d{{1,2}}|[IV]{{1,3}}|(?-i:[A-H])(?=\s?[:–—|(,-]))|"
    rf"(?:(?:le|la)\s+)?(?P<word>{'|'.join(RANKS)})\s+{_SITTING})(?![^\W_])\s*[:–—|(,-]?"
)
_NUMBERED: Final = re.compile(rf"\W*{_NUMBER}", re.IGNORECASE)


_INITIAL: Final = re.compile(r"\W*[JMS]\s?(?P<short>[1-9])(?![^\W_])(?=\s?[.:–—|(,-])")
"""An initial that counts at the head of a line: `S1. Histoire`, `M2 – Outils`, `J3 : 6 mai`."""
_RANGE: Final = re.compile(r"(\d{1,2})(?:\s?(?:à|au|-|–)\s?[JMS]?\s?(\d{1,2}))?")
_AND: Final = r"\s?(?:,|et|&|à|-|–)\s?"
_SEVERAL: Final = re.compile(
    rf"\W*(?:les\s|le\s|la\s)?(?:{_SITTING}\s(?:n\s?[°o]s?\s?)?(?P<figures>\d{{1,2}}(?:{_AND}\d{{1,2}})+)|"
    rf"(?P<ranks>(?:{'|'.join(RANKS)})(?:{_AND}(?:le\s|la\s)?(?:{'|'.join(RANKS)}))+)\s{_SITTING}|"
    rf"(?P<initials>(?-i:[JMS])\s?[1-9](?:{_AND}(?-i:[JMS])?\s?[1-9])+))(?=\s?[:–—|(,-])",
    re.IGNORECASE,
)
"""Several sittings at the head of a line: `Jours 1 et 2 :`, `J1 à J3 –`, `Premier et deuxième ateliers :`."""
_INSIDE: Final = compile_gated(rf"(?<![^\W_]){_NUMBER}", re.IGNORECASE)
_REACH: Final = 60
_LINES_BELOW: Final = 6
_LINES: Final = ("item", "paragraph", "field", "heading")


def find_numbered_lines(parts: Parts, sittings: list[Sitting]) -> dict[int, Block]:
    """The line of each sitting by its index (from 0), where lines number all of them in turn; else nothing."""
    days = [sitting for sitting in sittings if sitting.is_day]
    if len(days) < 2 or len(days) != len(sittings):
        return {}
    lines: dict[int, Block] = {}
    for block in parts.blocks:
        numbers = _numbers_of_line(parts, block) if block.kind in _LINES else set()
        if numbers and not _holds_day(parts, block):
            for number in numbers:
                lines.setdefault(number - 1, block)
    return lines if sorted(lines) == list(range(len(days))) else {}


def _holds_day(parts: Parts, block: Block) -> bool:
    """Whether a day on which people meet stands in a line, or in the lines below a heading."""
    return any(d.role == "event" for d in standing_between(parts.dates, block.start, _end_of_section(parts, block)))


def _end_of_section(parts: Parts, block: Block) -> int:
    """Where the few lines below a heading end, up to the next one; the end of any other line."""
    if block.kind != "heading":
        return block.end
    below = takewhile(lambda other: other.kind != "heading", parts.blocks_after(block.start, _LINES_BELOW))
    return max((other.end for other in below), default=block.end)


def _number_of(words: str) -> int | None:
    match = _NUMBERED.match(words)
    if match is None:
        return None
    if match["word"]:
        return RANKS[match["word"].lower()] + 1
    figure = match["figure"]
    if figure.isdecimal():
        return int(figure)
    return _ROMAN.get(figure.upper()) or number_of_letter(figure) or None


def _numbers_of_line(parts: Parts, block: Block) -> set[int]:
    """The numbers of the sittings that a line or heading begins with: `Séances 1 et 2 : …`, `1er et 2e jours : …`."""
    several = _SEVERAL.match(parts.document.text, block.start, block.end)
    if several is None:
        number = number_of_line(parts, block)
        return set() if number is None else {number}
    if several["ranks"]:
        return {RANKS[word.lower()] + 1 for word in re.findall("|".join(RANKS), several["ranks"], re.IGNORECASE)}
    return numbers_in(several["figures"] or several["initials"])


def number_of_letter(letter: str) -> int:
    """The number of a group that a capital counts: 2 for `B`; 0 for a letter that counts none."""
    return _LETTERS.find(letter) + 1


def number_of_line(parts: Parts, block: Block) -> int | None:
    """The number of the sitting that a line or heading begins with; None where it begins with none."""
    initial = _INITIAL.match(parts.document.text, block.start, block.end)
    return int(initial["short"]) if initial is not None else _number_of(parts.document.words_of(block))


def numbers_in(words: str) -> set[int]:
    """The numbers that some words tell, one by one or from one to another: `1, 3 et 4`, `J1 à J3`."""
    spans = _RANGE.findall(words)
    return {number for first, last in spans for number in range(int(first), int(last or first) + 1)}


def numbers_of(parts: Parts, sittings: list[Sitting]) -> list[int | None]:
    """The number that leads to the day of each sitting: in its line, or in a line between it and the day before.

    Days in lines right below one another are of one number.
    """
    numbers: list[int | None] = [None] * len(sittings)
    starts = [min(date.where.start for date in sitting.mentions) for sitting in sittings]
    previous, before = 0, None
    for index in sorted(range(len(sittings)), key=starts.__getitem__):  # entries may take turns in the calendar
        start = starts[index]
        lines = [block for block in parts.blocks if previous < block.start and block.end <= start]
        told = (number for block in reversed(lines) if (number := number_of_line(parts, block)) is not None)
        own = number_before(parts, start) or _number_of_own_line(parts, previous, start) or next(told, None)
        before = numbers[index] = before if own is None and not lines else own
        previous = start
    return numbers


def _number_of_own_line(parts: Parts, previous: int, start: int) -> int | None:
    """The number that begins the line of its first day: `Groupe 1 (agents des CCAS) : lundi 20 janvier`."""
    block = parts.block_of(start)
    first = block is not None and block.kind != "cell" and previous < parts.line_of(block)[0]
    return number_of_line(parts, block) if first and block is not None else None


def give_numbered_hours(parts: Parts, sittings: list[Sitting], lines: dict[int, Block]) -> list[Sitting]:
    """The sittings with the hours of their own line, where they have none."""
    given = list(sittings)
    for index, block in lines.items():
        hours = [h for h in parts.loose_hours if block.start <= h.start < block.end]
        sitting = given[index]
        if not hours or sitting.date.starts_at:
            continue
        flags = (*sitting.date.flags, "hours_of_numbered_line")
        date = replace(sitting.date, starts_at=hours[0].starts_at, ends_at=hours[-1].ends_at, flags=flags)
        given[index] = replace(sitting, date=date)
    return given


def find_venue_of_number(parts: Parts, sitting: Sitting) -> tuple[VenueReading, str] | None:
    """The one venue behind the number of a sitting of its day (`Session 2 : 7 mai`, `Session 2 : Lens`)."""
    numbers = {number for date in sitting.mentions if (number := number_before(parts, date.where.start)) is not None}
    if len(numbers) != 1:
        return None
    number = numbers.pop()
    found = [venue for venue in parts.venues if number_before(parts, venue.where.start) == number]
    return (found[0], "same_number") if len(found) == 1 else None


def find_numbers_in(parts: Parts, start: int, end: int) -> set[int]:
    """The numbers of the sittings that some words name."""
    heads = (_number_of(head.group()) for head in _INSIDE.finditer(parts.document.text, start, end))
    return {number for number in heads if number is not None}


def number_before(parts: Parts, position: int) -> int | None:
    """The number of the sitting that leads to a position in its line, with nothing but a mark between them."""
    block = parts.block_of(position)
    start = parts.line_of(block)[0] if block is not None else position  # what counts it may be its label
    heads = list(_INSIDE.finditer(parts.document.text, max(start, position - _REACH), position))
    between = parts.document.text[heads[-1].end() : position] if heads else ""
    near = heads and (not between.strip(" :–—-|(,.") or _is_held(between))
    return _number_of(heads[-1].group()) if near else None


def _is_held(words: str) -> bool:
    """Whether words say that something meets where they lead to: `le module 3, accueilli par la ville de`."""
    return re.search(r"[.;:\d]", words) is None and MEETING_VERB.search(words) is not None


def without_numbered(
    parts: Parts, venues: tuple[VenueReading, ...], *, several: bool = False
) -> tuple[VenueReading, ...]:
    """The venues without those of one sitting by its number, where others are left, or the page tells `several`."""
    left = tuple(v for v in venues if number_before(parts, v.where.start) is None)
    return left if several else left or venues


def end_of_told(parts: Parts, sittings: list[Sitting], start: int, end: int) -> int:
    """Where what a stretch tells of a sitting ends: with its first sentence where that of the days tells their place.

    What later sentences name was only seen or spoken of then: `Une visite à Chauny a suivi`.
    """
    sentences = {parts.sentence_of(date.where.start) for sitting in sittings for date in sitting.mentions}
    if len(sentences) != 1 or not any(venue.city for venue in standing_between(parts.venues, *sentences.pop())):
        return end
    return min(end, parts.sentence_of(start)[1])


def find_numbered_venue(parts: Parts, sitting: Sitting, block: Block | None) -> tuple[VenueReading, str] | None:
    """The one venue in the line of a sitting, or below it where it is a heading, with the name of the rule, or None."""
    if block is None:
        return None
    venues = standing_between(parts.venues, block.start, end_of_told(parts, [sitting], block.start, block.end))
    if not venues and block.kind == "heading":
        venues = standing_between(parts.venues, block.end, _end_of_section(parts, block))
        venues = [venue for venue in venues if venue.street or venue.mode == "online"] or venues
    return (venues[0], "numbered_line") if len(venues) == 1 else None
