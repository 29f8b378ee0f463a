"""What a line says besides its days and places: what it announces, piece by piece."""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block
from extract.events.page.naming import find_event_type
from extract.events.parts import Parts, standing_between
from extract.records import DateReading

_SET_OFF: Final = re.compile(r"[,(–—:|-]\s?$")
_AROUND: Final = re.compile(r"(?:\s?:|,|\s[–—-])\s+(?:[«\"“]?\s?[^\W\d_]{3,}[\s»\"”]+){2}")
"""A day and its hours may stand on both sides of what takes place (`Mardi 17 : Atelier santé mentale, 9h30`)."""
WHEN: Final = re.compile(
    r"(?<![^\W_])(?:(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|(?:lun|mar|mer|jeu|ven|sam|dim)\.|janv\w*|"
    r"f[ée]v\w*|"
    r"mars|avr\w*|mai|juin|juil\w*|ao[uû]t|sept\w*|oct\w*|nov\w*|d[ée]c\w*|1er|\d{1,2} ?(?:h|heures?)(?: ?\d\d)?|"
    r"\d[\d/.:]*|"
    r"heures?|matin\w*|apr[èe]s-midi|partir|jusqu\w*|dès|des(?= \d))(?![^\W_])",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"«[^«»|\n]{3,120}»|“[^“”|\n]{3,120}”")
_IN_QUOTES: Final = {",": "\ue000", ":": "\ue001", "–": "\ue002", "-": "\ue003", "—": "\ue004"}
_KEPT: Final = str.maketrans(_IN_QUOTES)
"""Marks within a quoted name part nothing: `« Réemploi : quel modèle ? »`."""
_GIVEN_BACK: Final = str.maketrans({kept: mark for mark, kept in _IN_QUOTES.items()})
_IS_DAY: Final = re.compile(
    r"(?:les?\s)?(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:lun|mar|mer|jeu|ven|sam|dim)\.)s?\s+\d",
    re.IGNORECASE,
)
SAYS_WHERE: Final = re.compile(r"(?:rendez-vous|rdv|d[ée]part|accueil|retour)(?![^\W_])(?!\s[«“\"])", re.IGNORECASE)
LONG_WORD: Final = re.compile(r"[^\W\d_]{3,}")

_LED_TO: Final = re.compile(r"[\W\d]*?[:–—]\s+(?=[«“\"]?\s?[^\W\d_])")
_FEWEST: Final = 2


def line_pieces(parts: Parts, block: Block | None, dates: list[DateReading]) -> list[str]:
    """What a line says besides its day and place, piece by piece."""
    if block is None:
        return []
    words = parts.document.words_of(block)
    places = [
        venue.where
        for venue in standing_between(parts.venues, block.start, block.end)
        if venue.mode != "online" and _SET_OFF.search(parts.document.text, block.start, venue.where.start)
    ]
    days = [date.where for date in dates if not holds_words(date.text)]
    for where in [date.where for date in dates if holds_words(date.text)]:
        start, end = where.start - block.start, where.end - block.start
        words = words[:start] + WHEN.sub(lambda match: "|" * len(match[0]), words[start:end]) + words[end:]
    for where in sorted([*days, *places], key=lambda where: -where.start):
        words = words[: where.start - block.start] + "|" + words[where.end - block.start :]
    words = re.sub(r"\(\s*\|\s*\)", "|", words)
    words = _QUOTED.sub(lambda match: match[0].translate(_KEPT), words)
    pieces = [part.strip(" .;,:–-•()[]") for part in re.split(r"\s*[|–—:]\s*|\s+-\s+|,\s+", words)]
    return [piece.translate(_GIVEN_BACK) for piece in pieces if not _IS_DAY.match(piece) and not piece.startswith("//")]


def choose_title(pieces: list[str]) -> str:
    """The first piece of a line that names a kind of event, else the first of two words."""
    full = [piece for piece in pieces if len(LONG_WORD.findall(piece)) >= 2]
    full = [piece for piece in full if not SAYS_WHERE.match(piece)] or full
    return next((piece for piece in full if find_event_type(piece)), full[0] if full else "")


def holds_words(text: str) -> bool:
    """Whether other words stand between a day and its hours than those of dates."""
    return _AROUND.search(text) is not None or re.search(r"[^\W\d_]{3,}", WHEN.sub("", text)) is not None


def blank_when(parts: Parts, block: Block, inside: list[DateReading]) -> str:
    """The words of a line, its days, hours and places made blank, so that positions stay."""
    words = list(parts.document.words_of(block))
    venues = standing_between(parts.venues, block.start, block.end)
    told = [match.span() for match in WHEN.finditer(parts.document.text, block.start, block.end)]
    days = [(date.where.start, date.where.end) for date in inside if not holds_words(date.text)]
    for start, end in [*days, *told, *((venue.where.start, venue.where.end) for venue in venues)]:
        for position in range(start - block.start, min(end, block.end) - block.start):
            words[position] = " "
    return "".join(words)


def words_behind_day(parts: Parts, line: Block, inside: list[DateReading]) -> str:
    """What a line says behind its day, hours and a colon, two words at least: `Mardi 16 juin, 10h : bien lire`."""
    rest = blank_when(parts, line, inside)
    led = _LED_TO.match(rest)
    if led is None or len(LONG_WORD.findall(rest, led.end())) < _FEWEST:
        return ""
    return parts.document.words_of(line)[led.end() :].strip()
