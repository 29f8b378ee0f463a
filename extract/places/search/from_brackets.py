"""Towns with their house in brackets beside the day: `Avion (mardi 7, place du marché)`, `Lens, le 7 mai (au Labo)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document import Block
from extract.places.elsewhere.speakers import ACTS
from extract.places.grammar.addresses import BARE_STREET, STREET, city_name, town_of
from extract.places.grammar.context import CALENDAR_DAY, DAY, PEOPLE, is_passed
from extract.places.grammar.phrases import Parts, tidy_street
from extract.places.grammar.slot_pieces import DAY_FILLER, Piece, build_parts, find_pieces
from extract.places.page import Page
from extract.places.search.from_slots import PLACE_LIST

BRACKET = re.compile(r"(?P<day>,?\s[^().;:\n]{3,70})?\s?\((?P<inside>[^()\n]{6,160})\)")
COMMA_DAY = re.compile(r",\s(?:le\s)?(?:[^\W\d_]+\s)?$", re.IGNORECASE)
# A bracket that ends its line.
LAST_BRACKET = re.compile(r"\((?P<inside>[^()\n]{6,120})\)[\s.;,!]*")
NEAR_BRACKET = 60
LEAVES = re.compile(r"\bd[ée]part\b|\bretour\b", re.IGNORECASE)


def brackets(page: Page, block: Block) -> Iterator[Parts]:
    """Find each town with the house or the street that stands behind the day in its brackets."""
    text = page.document.text
    if block.kind == "title" or text.find("(", block.start, block.end) < 0:
        return
    for mention in page.mentions_in(block.start, block.end):
        commune = town_of(mention.candidates)
        bracket = BRACKET.match(text, mention.end, block.end)
        if commune is None or bracket is None or is_passed(text, block.start, mention.start):
            continue
        start, end = span_beside_day(text, bracket)
        if start is None:
            continue
        name, street = house_behind(page, start, end)
        if name or street or end < bracket.end("inside"):
            city = city_name(text[mention.start : mention.end], commune)
            yield Parts(mention.start, bracket.end(), name, street, None, city, commune, rule="slot")


def closing_bracket(page: Page, block: Block) -> Iterator[Parts]:
    """Find the town and its house in the bracket that ends a line with its day: `4 mai : évaluer (Creil, le Cube)`.

    Behind somebody who speaks a bracket tells where that person works; a number in it is that of a street.
    """
    text = page.document.text
    start = text.rfind("(", block.start, block.end)
    if start < 0 or block.kind == "title":
        return
    bracket = LAST_BRACKET.fullmatch(text, start, block.end)
    if (
        bracket is None
        or re.search(r"\d", bracket["inside"])
        or is_passed(text, block.start, start)
        or not page.mentions_in(start, block.end)
    ):
        return
    line = text.rfind("\n", 0, block.start) + 1  # a day may be its label
    before = text[max(line, start - NEAR_BRACKET) : start]
    if not DAY.search(text, line, start) or PEOPLE.search(before) or ACTS.search(before):
        return
    pieces = list(find_pieces(page, *bracket.span("inside")))
    letters = "".join(piece.letter for piece in pieces)
    told = "t" in letters or ("x" in letters and not page.mentions_in(block.start, start))
    if told and PLACE_LIST.fullmatch(letters):
        yield build_parts(pieces)


def span_beside_day(text: str, bracket: re.Match[str]) -> tuple[int | None, int]:
    """Where the house may stand in a bracket: behind its day, or before the day that ends it (`(Mail, 4 mai)`)."""
    start, end = bracket.span("inside")
    days = list(DAY.finditer(text, start, end)) if bracket["day"] is None else []
    if len(days) == 1 and days[0].end() == end and days[0].start() > start and CALENDAR_DAY.search(days[0][0]):
        led = COMMA_DAY.search(text, start, days[0].start())
        return (start, led.start()) if led is not None and not LEAVES.search(bracket["inside"]) else (None, end)
    return start_behind_day(text, bracket), end


def start_behind_day(text: str, bracket: re.Match[str]) -> int | None:
    """Where the house may begin in a bracket: behind its day, or at its start where the day stands before it."""
    start, end = bracket.span("inside")
    day = DAY.search(text, start, end)
    if bracket["day"] is None:
        return None if day is None or LEAVES.search(bracket["inside"]) else day.end()
    before = DAY.search(bracket["day"])
    told = before is not None and day is None and DAY_FILLER.fullmatch(DAY.sub(" ", bracket["day"]).strip(" ,"))
    return start if told else None


def house_behind(page: Page, start: int, end: int) -> tuple[str | None, str | None]:
    """The house and the street behind a day, up to the end of its bracket; nothing where another town is named."""
    pieces = list(find_pieces(page, start, end))
    if any(piece.letter in "tx" for piece in pieces):
        return None, None
    numbered = STREET.search(page.document.text, start, end)
    names = [piece.name for piece in pieces if piece.letter in "hr" and piece.name]
    named = next((street for piece in pieces if (street := bare_street(page, piece))), None)
    return ", ".join(names) or None, tidy_street(numbered["street"]) if numbered else named


def bare_street(page: Page, piece: Piece) -> str | None:
    """The words of a piece that are a street without a number or a capital: `place du marché`."""
    words = page.document.text[piece.start : piece.end].strip(" .")
    if piece.letter != "w":
        return piece.street
    return words if BARE_STREET.fullmatch(words) else None
