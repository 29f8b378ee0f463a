"""Venues of a line that only lists: its day, a named place and its town, set apart by commas, dashes, brackets, lines.

No word says that people meet there; the order of the pieces does: `mardi 14 mars – Le Colisée (Lens)`. Each piece gets
one letter, and the orders that tell a venue are patterns over these letters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.document import Block
from extract.knowledge import Territory
from extract.places.addresses import FIVE_DIGITS, NAMED_STREET, STREET, city_name, town_of
from extract.places.context import DAY, MADE_THERE, MEETING_NOUN, OTHER_DAY, is_passed
from extract.places.cues import NUMBER_AFTER
from extract.places.folding import fold
from extract.places.from_lines import PEOPLE, VERB
from extract.places.modes import find_mode_words
from extract.places.names import STARTS_WITH_NOUN, clean_name
from extract.places.page import Page
from extract.places.phrases import Parts, Region, parse_region
from extract.places.schedule import OPENING, is_dateline
from extract.places.words import GIVEN_NAMES, HONORIFIC
from extract.places.workshops import is_workshop

# What parts the pieces: commas, brackets, bars, colons, spaced dashes and slashes, the ends of short lines.
MARK = re.compile(r"\s*[,;|•:()\n]\s*|\s+[–—/-]\s+")
# A piece that ends with its day is cut behind it: `Rendez-vous le 14 mars | au Colisée`.
DAY_FILLER = re.compile(
    r"(?:\b(?:le|les|du|au|de|des|et|à|dès|partir|jusqu['’]?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|"
    r"samedis?|dimanches?|"
    r"heures?|min|matin|après|midi|apr[èe]s-midi|soir)\b|[\W\d])*",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"(?P<to>aux?\s|(?:[àÀ]|dans|sur|chez|devant)\s(?:(?:la|le|les)\s|l['’]\s?)?)?(?P<article>(?:les?|la)\s|l['’])?",
    re.IGNORECASE,
)
TOWN_LEAD = re.compile(r"(?:[àÀA]|ville de|commune de)?\s?", re.IGNORECASE)
CAPITAL = re.compile(r"[A-ZÀ-Ý0-9«\"“]")
SMALL_WORD = re.compile(r"(?:de|du|des|la|le|les|l['’]|d['’]|et|en|sur|aux?|à)\b", re.IGNORECASE)
ACRONYM = re.compile(r"[A-ZÀ-Ý]\w{0,8}[A-ZÀ-Ý]\w{0,8}")
# A longer sentence tells more than it lists; a line above it that is longer is a sentence of its own.
LONGEST_STRETCH, LONGEST_LINE, LONGEST_NAME, LINES_ABOVE = 320, 120, 60, 3
# The groups that meet at different places are listed like days are: `Groupe A : espace Lapora, Lomme`.
GROUP = re.compile(
    r"\W*(?:groupes?|promotions?|promos?|sessions?|s[ée]ances?|ateliers?|[ée]tapes?|dates?|secteurs?)\s(?:n°\s?)?"
    r"(?:\d{1,2}|[A-H]|I{1,3}|IV|V)\b\s*",
    re.IGNORECASE,
)
GROUP_LINE = re.compile(rf"{GROUP.pattern}(?:[:(|]|[–—-]\s)", re.IGNORECASE)
CONTRACTED = re.compile(r"aux?\s", re.IGNORECASE)
ROOM_FIRST = re.compile(r"(?:salle|amphi\w*|auditorium|hall|b[âa]timent|atrium|salon)\b", re.IGNORECASE)
COUNTED = re.compile(r"\d+\s(?!(?-i:[A-ZÀ-Ý]))")
# d: a day and nothing else, D: words that end with a day, t: a town, h: a house, r: a room, x: a house with its town,
# s: a street without a number, w: other words.
# A house with the name of a town in it, beside a town of its own, lies in the latter (`Lille Grand Palais, Lens`).
ORDERS = re.compile(
    r"[dD](?P<a>[hrx]{1,2}s?tr?)(?!t)|[dD](?P<b>t[hrx]{1,2}s?)|(?P<c>[hrx]{1,2}s?t)d|(?<!t)(?P<d>t[hrx]{1,2}s?)d|"
    r"[dD](?P<e>[hr]?xr?s?)|(?P<f>[hr]?xr?s?)d"
)
PLACE_LIST = re.compile(r"t[hrx]{1,2}s?|[hrx]{1,2}s?tr?|[hr]?xr?s?")
HOUSE_LAST = re.compile(r"[dD](?P<house>h)[rs]?$")
# A house that opens a line before its day, behind no more than a word: `Départ : parvis de la gare, mardi 3 mai à 14h`.
HOUSE_FIRST = re.compile(r"^w?(?P<house>[hr]{1,2})s?[dD]")
# A house and its town that end a line which its day opens: `12 mai – « Habiter » – Le Safran, Laon`.
# A house by its noun, or a street, that stands by itself in such a line: `13 mai : tournoi, stade Mercier, 17h`.
HOUSE_INSIDE = re.compile(r"^[dD]t?w+(?P<house>[hr]{1,2}s?|s)d*$")
PLACE_LAST = re.compile(r"^[dD]+[^tx]*[^dDtx](?P<place>[hr]{1,2}s?t)$")
SET_OFF_PLACE = re.compile(r"(?:\s[–—-]|[|•\n(])\s*$")
ACTS = re.compile(r"\b(?:avec|par|anim[ée]e?s?|intervenante?s?|t[ée]moignages?)\b", re.IGNORECASE)
TOWN_LAST = re.compile(r"[dD]w(?P<place>t)d?$")
# When, what, where: `vendredi 21 juin, 9h30 : forum des métiers, La Luna, Maubeuge`.
WHERE_LAST = re.compile(r"[dD]w(?P<place>h?[hr]s?tr?|t[hr]{1,2}s?|[hr]?xr?s?)d?$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a line: its span, its letter, and what was read in it; `whole` is its name with the town in it."""

    start: int
    end: int
    letter: str
    name: str | None = None
    city: str | None = None
    commune: Territory | None = None
    whole: str | None = None
    street: str | None = None


def slots(page: Page, block: Block) -> Iterator[Parts]:
    """Find the venues of lines that set a day, a named place and its town beside each other."""
    if block.kind == "cell" or block.label or is_workshop(page, block):
        return
    yield from place_line(page, block)
    for found in pieces_of(page, block):
        pieces = with_proper_names(page, found)
        letters = "".join(piece.letter for piece in pieces)
        for order in ORDERS.finditer(letters):
            first, last = order.span(order.lastgroup or 0)
            named = next((piece for piece in pieces[first:last] if piece.city), pieces[first])
            if is_passed(page.document.text, pieces[0].start, named.start):
                continue
            if pieces[last - 1].end > block.start:
                yield build_parts(pieces[first:last])
        if (place := place_at_end(page, pieces, letters)) and pieces[-1].end > block.start:
            yield build_parts(place)
        told = TOWN_LAST.search(letters) or WHERE_LAST.search(letters)
        line = page.document.text[pieces[0].start : pieces[-1].end]
        if told and pieces[-1].start >= block.start and DAY.search(line) and not VERB.search(line):
            yield build_parts(pieces[told.start("place") : told.end("place")])


def place_line(page: Page, block: Block) -> Iterator[Parts]:
    """Find a line that is a town and a house beside it, below the day and its subject: `Noyon, Le Chevalet`."""
    if block.end - block.start > LONGEST_LINE or lines_above(page, block) == block.start:
        return
    pieces = list(find_pieces(page, block.start, block.end))
    pieces = with_proper_names(page, pieces, ends_line=True)
    letters = "".join(piece.letter for piece in pieces)
    if PLACE_LIST.fullmatch(letters) and "t" in letters:
        yield build_parts(pieces)


def with_proper_names(page: Page, pieces: list[Piece], *, ends_line: bool = False) -> list[Piece]:
    """The pieces, with a proper name between a town and a street (or behind a town, at the end) as a house."""
    letters = "".join(piece.letter for piece in pieces)
    places = [match.end() - 1 for match in re.finditer(r"tw(?=s)|(?<!\w)tw$" if ends_line else r"tw(?=s)", letters)]
    named = list(pieces)
    for index in places:
        piece = pieces[index]
        if is_proper(page, piece):
            name = clean_name(page.document.text[piece.start : piece.end])
            named[index] = replace(piece, letter="h", name=name)
    return named


def is_proper(page: Page, piece: Piece) -> bool:
    """Check for one or two capitalised words that are no place of the gazetteer and no person."""
    words = page.document.text[piece.start : piece.end].strip(" .")
    tokens = words.split()
    if not 1 <= len(tokens) <= 2 or not all(CAPITAL.match(token) for token in tokens) or not clean_name(words):
        return False
    return not page.region(piece.start, piece.end).mentions and fold(tokens[0]) not in GIVEN_NAMES


def slot_houses(page: Page, block: Block) -> Iterator[Parts]:
    """Find a house that ends a line with its day, or the short line below it, and says no town (`Jardin partagé`)."""
    if block.kind == "cell" or block.label:
        return
    for pieces in pieces_of(page, block):
        letters = "".join(piece.letter for piece in pieces)
        order = HOUSE_LAST.search(letters) or HOUSE_FIRST.search(letters) or HOUSE_INSIDE.search(letters)
        if order is None or pieces[-1].end <= block.start:
            continue
        house = pieces[order.start("house")]
        words = page.document.text[house.start : house.end]
        if STARTS_WITH_NOUN.match(house.name or "") or CONTRACTED.match(words) or house.letter == "s":
            last = len(pieces) if order.re is HOUSE_LAST else order.end("house")
            yield build_parts(pieces[order.start("house") : last])


def place_at_end(page: Page, pieces: list[Piece], letters: str) -> list[Piece]:
    """The pieces of a house and its town that end a line opened by its day, set off from what stands before; or none.

    Behind the name of somebody who speaks they may be where he works: then only a house by its noun counts.
    """
    order = PLACE_LAST.search(letters)
    if order is None:
        return []
    first = order.start("place")
    before = page.document.text[pieces[first - 1].end : pieces[first].start + 1].rstrip(" ")
    told = page.document.text[pieces[first - 1].start : pieces[first - 1].end]
    if not SET_OFF_PLACE.search(before[:-1]) or PEOPLE.search(told) or ACTS.search(told):
        return []
    return pieces[first:]


_LAST: list[tuple[Page, dict[int, list[list[Piece]]]]] = []


def pieces_of(page: Page, block: Block) -> list[list[Piece]]:
    """The pieces of every stretch that ends in a block; kept for the last page, as two searches ask for them."""
    if not _LAST or _LAST[0][0] is not page:
        _LAST[:] = [(page, {})]
    known = _LAST[0][1]
    if block.start not in known:
        known[block.start] = [list(find_pieces(page, start, end)) for start, end in stretches(page, block)]
    return known[block.start]


def is_place_list(page: Page, start: int, end: int) -> bool:
    """Check for words that are a town with a house beside it and nothing else (`Soissons, Le Mail`)."""
    letters = "".join(piece.letter for piece in find_pieces(page, start, end))
    return PLACE_LIST.fullmatch(letters) is not None


def stretches(page: Page, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block that hold a day, or the block with the short lines above it that do."""
    text = page.document.text
    position = block.start
    while position < block.end:
        start, end = page.sentences.at(position)
        if end <= position:
            break
        start, end = max(start, block.start), min(end, block.end)
        if start == block.start and end == block.end and end - start <= LONGEST_LINE:
            start = lines_above(page, block)
        if is_slot_line(text, start, end):
            yield start, end
        position = end if end > position else position + 1


def is_slot_line(text: str, start: int, end: int) -> bool:
    """Check for a stretch with a day, or the number of a group, and no address: that is read by rules of its own."""
    return (
        end - start <= LONGEST_STRETCH
        and (DAY.search(text, start, end) is not None or GROUP_LINE.match(text, start, end) is not None)
        and STREET.search(text, start, end) is None
        and FIVE_DIGITS.search(text, start, end) is None
        and not is_dateline(text[start:end])
    )


def lines_above(page: Page, block: Block) -> int:
    """Start of the short lines right above a line without a day, back to the one with their day."""
    blocks = page.document.blocks
    index = bisect_left(blocks, block.start, key=lambda b: b.start)
    if DAY.search(page.document.text, block.start, block.end):
        return block.start
    for back in range(1, LINES_ABOVE + 1):
        line = blocks[index - back] if index >= back else None
        if line is None or line.kind in ("furniture", "title", "cell") or line.label or line.row != block.row:
            break
        if line.end - line.start > LONGEST_LINE or page.document.words_of(line).endswith((".", "!", "?")):
            break
        if DAY.search(page.document.text, line.start, line.end):
            return line.start
    return block.start


def find_pieces(page: Page, start: int, end: int) -> Iterator[Piece]:
    """Cut a stretch at its marks and behind its days, and give each piece its letter."""
    text = page.document.text
    position = start
    for stop, following in [*(m.span() for m in MARK.finditer(text, start, end)), (end, end)]:
        if text[position:stop].strip(" ."):
            yield from read_piece(page, position, stop)
        position = following


def read_piece(page: Page, start: int, end: int) -> Iterator[Piece]:
    """Read a piece; one with a day in it is the words up to the day, and what follows the day."""
    text = page.document.text
    days = list(DAY.finditer(text, start, end))
    if not days and GROUP.fullmatch(text, start, end):
        yield Piece(start, end, "d")
        return
    if not days:
        yield classify(page, start, end)
        return
    head = text[start : days[0].start()]
    pure = DAY_FILLER.fullmatch(head) is not None
    other = OTHER_DAY.search(head) or MADE_THERE.search(head)
    yield Piece(start, days[-1].end(), "v" if other else "d" if pure else "D")
    rest = text[days[-1].end() : end]
    if not DAY_FILLER.fullmatch(rest):
        yield classify(page, days[-1].end() + len(rest) - len(rest.lstrip()), end)


def classify(page: Page, start: int, end: int) -> Piece:
    """The letter of a piece without a day: a town, a street, a house, a house with its town, or other words."""
    words = page.document.text[start:end].rstrip(" .")
    region = page.region(start, start + len(words))
    town = read_town(region)
    if town is not None:
        return town
    if NAMED_STREET.fullmatch(words):
        return Piece(start, region.end, "s", street=words)
    if len(words) > LONGEST_NAME:
        return Piece(start, end, "v")
    if is_territory(region):
        return Piece(start, end, "w")
    if not is_house(words) or any(True for _ in find_mode_words(words, 0, len(words))):
        return Piece(start, end, "w")
    return read_house(region, words)


def is_territory(region: Region) -> bool:
    """A piece that is the name of an agglomeration, a département or a region says for whom, not where."""
    if len(region.mentions) != 1:
        return False
    mention = region.mentions[0]
    wide = not any(t.kind.startswith("commune") for t in mention.candidates)
    return wide and mention.start == region.start and mention.end == region.end


def read_town(region: Region) -> Piece | None:
    """A piece that is a town and what leads to it, or None."""
    if len(region.mentions) != 1:
        return None
    mention = region.mentions[0]
    number = NUMBER_AFTER.match(region.text, mention.end)
    commune = town_of(mention.candidates, number[1] if number else None)
    if commune is None or mention.end < region.end or not is_town_lead(region.text[region.start : mention.start]):
        return None
    name = city_name(region.text[mention.start : mention.end], commune)
    return Piece(region.start, region.end, "t", city=name, commune=commune)


def read_house(region: Region, words: str) -> Piece:
    """A piece that names a house, with the town that its own name holds."""
    name = clean_name(words)
    found = parse_region(region)
    if not region.mentions or len(found) != 1 or not (found[0].name and found[0].city):
        return Piece(region.start, region.end, "r" if name and ROOM_FIRST.match(name) else "h", name)
    if CONTRACTED.match(words) and found[0].name == found[0].city:
        return Piece(region.start, region.end, "h", name)  # `au Fresnoy`, which a town of its own may follow
    if not is_house(found[0].name) or MADE_THERE.search(region.text, region.start, region.mentions[-1].start):
        return Piece(region.start, region.end, "v")
    return Piece(region.start, region.end, "x", found[0].name, found[0].city, found[0].commune, name)


def is_town_lead(words: str) -> bool:
    """Check that nothing stands before a town but a preposition or the opening of a schedule's line (`Groupe de`)."""
    return TOWN_LEAD.fullmatch(words) is not None or OPENING.fullmatch(words) is not None


def is_house(words: str) -> bool:
    """Check for the name of a house: it begins with the noun of one, or is a proper name that is no person's."""
    if clean_name(words) is None or VERB.search(words):
        return False
    lead = LEAD.match(words)
    name = words[lead.end() :] if lead else words
    if OPENING.fullmatch(words) or COUNTED.match(name) or (MEETING_NOUN.match(name) and not (lead and lead[0])):
        return False
    if STARTS_WITH_NOUN.match(name):
        return PEOPLE.search(words) is None
    if PEOPLE.search(words) or MEETING_NOUN.search(name) or not CAPITAL.match(name):
        return False
    first = re.split(r"[\s.'’-]", name, maxsplit=1)[0]
    if HONORIFIC.match(f"{first} ") or (fold(first) in GIVEN_NAMES and not (lead and lead[0])):
        return False
    if lead and lead[0]:
        return True
    tokens = [word for word in name.split() if not SMALL_WORD.fullmatch(word)]
    return ACRONYM.fullmatch(name) is not None or (len(tokens) > 1 and all(CAPITAL.match(word) for word in tokens))


def named_pieces(pieces: list[Piece]) -> list[Piece]:
    """The pieces that make the name: a house and its room; of two houses the one beside the town."""
    houses = [piece for piece in pieces if piece.letter in "hx"]
    if len(houses) < 2:
        return pieces
    other = houses[1] if pieces[0].letter == "t" else houses[0]
    return [piece for piece in pieces if piece is not other]


def build_parts(pieces: list[Piece]) -> Parts:
    """The venue of the pieces of one order."""
    town = next((piece for piece in pieces if piece.letter == "t"), None)
    names = [piece.whole if town and piece.whole else piece.name for piece in named_pieces(pieces)]
    name = ", ".join(name for name in names if name) or None
    town = town or next((piece for piece in pieces if piece.city), pieces[0])
    street = next((piece.street for piece in pieces if piece.street), None)
    return Parts(pieces[0].start, pieces[-1].end, name, street, None, town.city, town.commune, rule="slot")
