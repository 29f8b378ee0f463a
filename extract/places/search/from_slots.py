"""Venues of a line that only lists: its day, a named place and its town, set apart by commas, dashes, brackets, lines.

No word says that people meet there; the order of the pieces does: `mardi 14 mars – Le Colisée (Lens)`. Each piece gets
one letter, and the orders that tell a venue are patterns over these letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Block
from extract.matching.folding import fold
from extract.places.elsewhere.affiliations import is_affiliation
from extract.places.elsewhere.speakers import ACTS, names_speaker
from extract.places.elsewhere.subjects import TALK
from extract.places.elsewhere.workshops import is_workshop
from extract.places.entries.layout import SURE, layout_of
from extract.places.gazetteer.words import GIVEN_NAMES
from extract.places.grammar.addresses import has_address
from extract.places.grammar.context import CALENDAR_DAY, DAY, MEETING_NOUN, PEOPLE, is_passed
from extract.places.grammar.names import STARTS_WITH_NOUN, clean_name
from extract.places.grammar.phrases import Parts
from extract.places.grammar.schedule import is_dateline
from extract.places.grammar.slot_pieces import (
    CAPITAL,
    CONTRACTED,
    GROUP,
    QUOTED,
    Piece,
    build_parts,
    find_pieces,
    with_articles,
    with_bound_marks,
)
from extract.places.page import Page
from extract.places.search.from_lines import BODIES, VERB
from extract.places.search.headlines import heads_day, line_after, opens_with_day

# A longer sentence tells more than it lists; a line above it that is longer is a sentence of its own.
LONGEST_STRETCH, LONGEST_LINE, LONGEST_HOUSE, LINES_ABOVE = 320, 120, 45, 3
GROUP_LINE = re.compile(rf"{GROUP.pattern}(?:[:;(|]|[–—-]\s)", re.IGNORECASE)
# When one leaves for a place that is a sentence of its own: `Patinoire de Liévin. Départ 13h30`.
DEPARTS = re.compile(r"\s?(?:d[ée]part|rendez-vous|rdv|accueil|ouverture)\s(?:[àa]\s|d[èe]s\s)?\d", re.IGNORECASE)
# The letters are those of `slot_pieces`.
# A house with the name of a town in it, beside a town of its own, lies in the latter (`Lille Grand Palais, Lens`).
ORDERS = re.compile(
    r"[dD](?P<a>[hrx]{1,2}s?tr?)(?!t)|[dD](?P<b>t[hrx]{1,2}s?)|(?P<c>[hrx]{1,2}s?t)d|(?<!t)(?P<d>t[hrx]{1,2}s?)d|"
    r"[dD](?P<e>[hr]?xr?s?)|(?P<f>[hr]?xr?s?)d"
)
PLACE_LIST = re.compile(r"t[hrx]{1,2}s?|[hrx]{1,2}s?tr?|[hr]?xr?s?")
HOUSE_LAST = re.compile(r"[dD](?P<house>r?h|r(?=s?$))[rs]?$")
# Rooms that are houses of their own in a village.
OWN_ROOM = re.compile(
    r"salle (?:des f[êe]tes|polyvalente|municipale|communale|omnisports?|d['’]animations?|multi-?activit[ée]s|"
    r"paroissiale|(?:des? (?:la |l['’])?|du )?(?-i:[A-ZÀ-Ý][a-zà-ÿ][\w'’-]+)(?! ?\d))",
    re.IGNORECASE,
)
# A house that opens a line before its day, behind no more than a word: `Départ : parvis de la gare, mardi 3 mai à 14h`.
HOUSE_FIRST = re.compile(r"^w?(?P<house>[hr]{1,2})s?[dD]")
# A house and its town that end a line which its day opens: `12 mai – « Habiter » – Le Safran, Laon`.
# A house by its noun, or a street, that stands by itself in such a line: `13 mai : tournoi, stade Mercier, 17h`.
HOUSE_INSIDE = re.compile(r"^[dD]+t?w+(?P<house>[hr]{1,2}s?|s)d*$")
PLACE_LAST = re.compile(r"^[dD]+[^tx]*[^dDtx](?P<place>[hr]{1,2}s?t)$")
# A proper name with its own article: `à La Luna`, `à L'Escapade`.
AT_NAME = re.compile(r"[àÀ] (?:[Ll]a |Le |Les |[Ll]['’])[A-ZÀ-Ý]")
SET_OFF_PLACE = re.compile(r"(?:\s[–—-]|[|•\n(])\s*$")
# A town that heads the line of its day: `Carvin – Atelier média – mercredi 13 novembre`.
TOWN_FIRST = re.compile(r"^(?P<place>t)[wr]{1,2}[dD]")
TOWN_LAST = re.compile(r"[dD]w(?P<place>t)d?$")
# When, what, where: `vendredi 21 juin, 9h30 : forum des métiers, La Luna, Maubeuge`.
WHERE_LAST = re.compile(r"[dD]w(?P<place>h?[hr]s?tr?|t[hr]{1,2}s?|[hr]?xr?s?)d?$")


def slots(page: Page, block: Block) -> Iterator[Parts]:
    """Find the venues of lines that set a day, a named place and its town beside each other."""
    if block.kind == "cell" or is_labelled(block) or is_workshop(page, block):
        return
    yield from place_line(page, block)
    for start, end in stretches_of(page, block):
        if not page.mentions_in(start, end):
            continue  # each order has a town
        pieces = with_proper_names(page, pieces_of(page, block, start, end))
        letters = "".join(piece.letter for piece in pieces)
        for order in ORDERS.finditer(letters):
            first, last = order.span(order.lastgroup or 0)
            named = next((piece for piece in pieces[first:last] if piece.city), pieces[first])
            if is_passed(page.document.text, pieces[0].start, named.start):
                continue
            if pieces[last - 1].end > block.start and not BODIES.search(page.document.words_of(block)):
                yield build_parts(pieces[first:last])
        if (place := place_at_end(page, pieces, letters)) and pieces[-1].end > block.start:
            yield build_parts(place)
        told = TOWN_LAST.search(letters) or WHERE_LAST.search(letters) or TOWN_FIRST.search(letters)
        line = page.document.text[pieces[0].start : pieces[-1].end]
        if told and is_of_speaker(page, start, pieces[told.start("place") - 1], pieces[told.start("place")]):
            continue
        if (
            told
            and pieces[-1].start >= block.start
            and (block.label or DAY.search(line))
            and not VERB.search(QUOTED.sub(" ", line))
        ):
            yield build_parts(pieces[told.start("place") : told.end("place")])


def is_of_speaker(page: Page, start: int, before: Piece, place: Piece) -> bool:
    """Check for a place behind somebody's name: it is where that person works (`par A. Watteau (Valenciennes)`)."""
    return names_speaker(words_of_piece(page, before)) or is_affiliation(page.document.text, start, place.start)


def is_labelled(block: Block) -> bool:
    """Check for the value of a field. One labelled by its day or its group (`Session A : …`) is a line that lists."""
    return block.label is not None and DAY.search(block.label) is None and GROUP.fullmatch(block.label) is None


def place_line(page: Page, block: Block) -> Iterator[Parts]:
    """Find a line that is a town and a house beside it, below the day and its subject or above it: `Noyon, La Cave`."""
    if block.end - block.start > LONGEST_LINE or not page.mentions_in(block.start, block.end):
        return
    below = line_after(page, block)
    alone = lines_above(page, block) == block.start and (below is None or not opens_with_day(page, below))
    if alone and not is_told_below(page, block.start, block.end):
        return
    pieces = list(find_pieces(page, block.start, block.end))
    pieces = with_proper_names(page, pieces, ends_line=True)
    letters = "".join(piece.letter for piece in pieces)
    if letters == "tw" and is_title_of_house(page, pieces[1]):
        pieces[1], letters = as_house(page, pieces[1]), "th"
    if PLACE_LIST.fullmatch(letters) and "t" in letters:
        yield build_parts(pieces)


def with_proper_names(page: Page, pieces: list[Piece], *, ends_line: bool = False) -> list[Piece]:
    """The pieces, with a proper name between a town and a street (or behind a town, at the end) as a house."""
    letters = "".join(piece.letter for piece in pieces)
    order = r"tw(?=s)|(?<!\w)tw(?=r?$)" if ends_line else r"tw(?=s)|(?<=[dDw])tw$"
    places = [match.end() - 1 for match in re.finditer(order, letters)]
    named = list(pieces)
    for index in places:
        piece = pieces[index]
        if is_proper(page, piece):
            named[index] = as_house(page, piece)
    return named


def as_house(page: Page, piece: Piece) -> Piece:
    """A piece as the name of a house."""
    return replace(piece, letter="h", name=clean_name(page.document.text[piece.start : piece.end]))


def is_title_of_house(page: Page, piece: Piece) -> bool:
    """Check for a few words with a capital that can name a house and tell nothing of what takes place."""
    words = page.document.text[piece.start : piece.end].strip(" .")
    told = MEETING_NOUN.search(words) or TALK.search(words) or PEOPLE.search(words) or VERB.search(words)
    return CAPITAL.match(words) is not None and told is None and len(words) <= LONGEST_HOUSE and bool(clean_name(words))


def is_proper(page: Page, piece: Piece) -> bool:
    """Check for one or two capitalised words that are no place of the gazetteer and no person."""
    words = page.document.text[piece.start : piece.end].strip(" .")
    tokens = words.split()
    if not 1 <= len(tokens) <= 2 or not all(CAPITAL.match(token) for token in tokens) or not clean_name(words):
        return False
    if MEETING_NOUN.match(words) or TALK.match(words):
        return False
    return not page.mentions_in(piece.start, piece.end) and fold(tokens[0]) not in GIVEN_NAMES


def slot_houses(page: Page, block: Block) -> Iterator[Parts]:
    """Find a house that ends a line with its day, or the short line below it, and says no town (`Jardin partagé`)."""
    if block.kind == "cell" or is_labelled(block):
        return
    for start, end in stretches_of(page, block):
        pieces = pieces_of(page, block, start, end)
        letters = "".join(piece.letter for piece in pieces)
        order = HOUSE_LAST.search(letters) or HOUSE_FIRST.search(letters) or HOUSE_INSIDE.search(letters)
        if order is None or pieces[-1].end <= block.start:
            continue
        first = order.start("house")
        house = pieces[first]
        if first and names_speaker(words_of_piece(page, pieces[first - 1])):
            continue
        words = page.document.text[house.start : house.end]
        led = CONTRACTED.match(words) or AT_NAME.match(words)
        if order["house"] == "r" and order.re is HOUSE_LAST and not OWN_ROOM.match(house.name or ""):
            continue
        if STARTS_WITH_NOUN.match(house.name or "") or led or house.letter == "s":
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


def words_of_piece(page: Page, piece: Piece) -> str:
    """The words of a piece."""
    return page.document.text[piece.start : piece.end]


_STRETCHES: list[tuple[Page, dict[int, list[tuple[int, int]]]]] = []
_PIECES: list[tuple[Page, dict[tuple[int, int, int], list[Piece]]]] = []
"""The stretches of the last page by the block that they end in, and their pieces: two searches ask for them."""


def stretches_of(page: Page, block: Block) -> list[tuple[int, int]]:
    """Every stretch that ends in a block; kept for the last page."""
    if not _STRETCHES or _STRETCHES[0][0] is not page:
        _STRETCHES[:] = [(page, {})]
    known = _STRETCHES[0][1]
    if block.start not in known:
        known[block.start] = list(stretches(page, block))
    return known[block.start]


def pieces_of(page: Page, block: Block, start: int, end: int) -> list[Piece]:
    """The pieces of a stretch that ends in a block; kept for the last page."""
    if not _PIECES or _PIECES[0][0] is not page:
        _PIECES[:] = [(page, {})]
    known = _PIECES[0][1]
    key = block.start, start, end
    if key not in known:
        pieces = [*day_of_label(page, block, start, end), *find_pieces(page, start, end)]
        known[key] = with_bound_marks(page, with_articles(page, pieces))
    return known[key]


def day_of_label(page: Page, block: Block, start: int, end: int) -> list[Piece]:
    """The day that labels a line, as the piece before its first words (`4 juin : Outreau, la Tour du Renard`).

    So stands the day of an entry whose place is told above it (`LAON` / `Maison des associations` / `11 mai`).
    """
    labelled = block.label is not None and start == block.start
    return [Piece(start, start, "d")] if labelled or is_told_below(page, start, end) else []


def is_told_below(page: Page, start: int, end: int) -> bool:
    """Check for lines of an entry of one day that stand above that day."""
    around = layout_of(page).around(start)
    entry = around[-1] if around else None
    if entry is None or entry.days != 1 or entry.fit < SURE or DAY.search(page.document.text, start, end):
        return False
    return CALENDAR_DAY.search(page.document.text, end, entry.end) is not None


def is_place_list(page: Page, start: int, end: int) -> bool:
    """Check for words that are a town with a house beside it and nothing else (`Soissons, Le Mail`)."""
    letters = "".join(piece.letter for piece in find_pieces(page, start, end))
    return PLACE_LIST.fullmatch(letters) is not None


def stretches(page: Page, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block that hold a day, or the block with the short lines above it that do."""
    text = page.document.text
    for start, end in page.sentences.within(block.start, block.end):
        is_line = start == block.start and end - start <= LONGEST_LINE
        is_line = is_line and (end == block.end or DEPARTS.match(text, end, block.end) is not None)
        is_line = (
            is_line and block.kind != "heading" and not heads_day(page, block)
        )  # else its town is that of the day below it
        first = lines_above(page, block, end) if is_line and not GROUP_LINE.match(text, start, end) else start
        dated = block.label is not None and start == block.start  # a line labelled by its day
        dated = dated or is_told_below(page, first, end)
        if is_slot_line(text, first, end, dated=dated):
            yield first, end


def is_slot_line(text: str, start: int, end: int, *, dated: bool = False) -> bool:
    """Check for a stretch with a day, or the number of a group, and no address: that is read by rules of its own."""
    return (
        end - start <= LONGEST_STRETCH
        and (dated or DAY.search(text, start, end) is not None or GROUP_LINE.match(text, start, end) is not None)
        and not has_address(text, start, end)
        and not is_dateline(text[start:end])
    )


def lines_above(page: Page, block: Block, end: int | None = None) -> int:
    """Start of the short lines right above a line without a day (up to `end`), back to the one with their day."""
    blocks = page.document.blocks
    index = page.document.index_of(block)
    if DAY.search(page.document.text, block.start, block.end if end is None else end):
        return block.start
    top = block.start
    for back in range(1, LINES_ABOVE + 1):
        line = blocks[index - back] if index >= back else None
        if line is None or line.kind in ("furniture", "title", "cell") or line.label or line.row != block.row:
            break
        if layout_of(page).part(line.start, block.start):
            return top
        if line.end - line.start > LONGEST_LINE or page.document.words_of(line).endswith((".", "!", "?")):
            break
        if DAY.search(page.document.text, line.start, line.end):
            return line.start
        if line.kind == "heading":
            break  # what stands below it is told under another head
        top = line.start
    return block.start
