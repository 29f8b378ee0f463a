"""The cells of a row: which of them say where, and the one venue that the parts found in them make."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.document import Block
from extract.matching.folding import fold
from extract.places.gazetteer.words import GIVEN_NAMES
from extract.places.grammar.addresses import BARE_STREET, NAMED_STREET, STREET, town_of
from extract.places.grammar.context import DAY, MEETING_NOUN, PEOPLE
from extract.places.grammar.names import STARTS_WITH_NOUN
from extract.places.grammar.phrases import Parts
from extract.places.grammar.slot_pieces import find_pieces, with_articles
from extract.places.page import Page
from extract.places.search.from_lines import VERB
from extract.places.search.from_slots import is_place_list
from extract.tables import find_table

# A house before its street: `Le Pharos, 3 rue Verte`, `La Station, place du 8 mai 1945`.
HOUSE_LEAD = r"[A-ZÀ-Ý][^,:.;\d]{2,50}(?:,|\s[–—-])\s"
HOUSE_AND_STREET = tuple(re.compile(HOUSE_LEAD + street.pattern) for street in (NAMED_STREET, STREET))
# The letters are those of `slot_pieces`.
SUBJECT_AND_PLACE = re.compile(r"w+(?P<place>[hrx]{1,2}s?t?|t)")
FULL_NAME = re.compile(
    r"(?:^|[\n,;–—])\s*([A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?)\s(?=(?:(?:de|d['’]|Le|La|El)\s?)?[A-ZÀ-Ý])"
)
# A town and its quarter fill a cell: `Maubeuge - Sous-le-Bois`.
QUARTER_BEHIND = re.compile(r"\s[–—/-]\s[A-ZÀ-Ý][^,:.\d\n]{2,30}")
ROOM_BEHIND = re.compile(
    r"(?:,|\s[–—-])\s(?:(?:grande|petite)\s)?(?:salle|amphi\w*|auditorium|b[âa]timent)(?![^\W_]).{0,40}", re.IGNORECASE
)
SPOT_BEHIND = re.compile(r"(?:,|\s[–—-]|\s?[:(|])\s?(?P<spot>(?:(?-i:[a-zà-ÿ])|les?\s|la\s|l['’])[^,;.!?\d]{3,50}?)\)?")
# What takes place, by its number or its subject: `Atelier 2 : les plans territoriaux`.
COUNTED_MEETING = re.compile(rf"{MEETING_NOUN.pattern}(?:\s(?:n\s?°\s?)?\d{{1,2}}\b|\s?:\s)", re.IGNORECASE)
_HOUR = r"\d{1,2}\s?[hH](?:\s?[0-5]\d)?"
_HOURS = rf"(?:(?:de|[àa]|d[èe]s)\s)?{_HOUR}(?:\s?(?:-|–|—|à)\s?{_HOUR})?"
HOURS_FIRST = re.compile(rf"\s*{_HOURS}\s?(?:[,:|·•]|[–—-](?=\s))\s?", re.IGNORECASE)
HOURS_LAST = re.compile(rf"\s?(?:[,:|·•(]|(?<=\s)[–—-])\s?{_HOURS}\)?\s*$", re.IGNORECASE)
# Behind a place a cell goes on with whom, on what, for how much: `Fort de Mons – Avec le Planning de Lille`.
OTHERS_LAST = re.compile(
    r"(?:\s?[,;|.·•]|\s[–—-])\s(?:avec|(?:anim|propos|organis|pr[ée]sent)[ée]e?s? par|"
    r"en (?:pr[ée]sence|partenariat|compagnie)|th[èe]mes?|sujets?|ordre du jour|au (?:programme|menu)|gratuit\w*|"
    r"entr[ée]e (?:libre|gratuite)|tarifs?|(?:sur )?(?:inscription|r[ée]servation|invitation)s?|s['’]inscrire|"
    r"inscrivez|(?:plus d['’])?infos?|en savoir|complet|voir|d[ée]tails?|contacts?|t[ée]l(?:[ée]phone)?|"
    r"tout public|pour tous)(?![^\W_])",
    re.IGNORECASE,
)
# What heads the places of a half of the day: `Matin (9h30 - 12h)`.
HALF_OF_DAY = re.compile(
    r"\W*(?:(?:le\s|en\s)?(?:matin(?:[ée]e)?|soir(?:[ée]e)?)|l?['’]?apr[èe]s-midi)(?![^\W_])", re.IGNORECASE
)
# What takes place, though a house may be called so: `Forum des métiers`, `Cinéma de plein air`, `Conseil citoyen`.
THING_OR_HOUSE = re.compile(
    r"(?:forums?|cin[ée]mas?|conseils?|ateliers?|clubs?|assembl[ée]es?|bourses?|relais|march[ée]s?|caf[ée]s?|salons?|"
    r"cercles?|restaurants?)\s(?-i:[a-zà-ÿ])",
    re.IGNORECASE,
)
# A longer cell tells more than where.
LONGEST_CELL = 160
SHORT_CELL, FEWEST_PLACES = 60, 2


def is_place_cell(page: Page, cell: Block, says_where: bool) -> bool:
    """Check for a cell that holds nothing but a place: under such a label, a town, a street, or a house by its noun."""
    words = page.document.words_of(cell).strip()
    if not words or len(words) > LONGEST_CELL or DAY.search(NAMED_STREET.sub("", words)):
        return False
    if not says_where and (names_somebody(words) or COUNTED_MEETING.match(words)):
        return False
    if says_where or STREET.match(words) or BARE_STREET.fullmatch(words) or STARTS_WITH_NOUN.match(words):
        return True
    shaped = any(shape.fullmatch(words) for shape in HOUSE_AND_STREET) or is_place_list(page, cell.start, cell.end)
    if shaped or is_room_of_body(page, cell):
        return True
    inside = page.mentions_in(cell.start, cell.end)
    town = town_of(inside[0].candidates) if inside else None
    if town and inside[0].start == cell.start and QUARTER_BEHIND.fullmatch(words, inside[0].end - cell.start):
        return True
    if town and leads_to_spot(page, cell, inside[0].end):
        return True
    if len(inside) != 1 or inside[0].end != cell.end or town is None:
        return False
    return bool(re.fullmatch(r"|[^,:.]{2,60}(?:,|\s[–—-]|\s/)\s", page.document.text[cell.start : inside[0].start]))


def is_room_of_body(page: Page, cell: Block) -> bool:
    """Check for a room behind the agglomeration that receives in it: `Amiens Métropole, salle 4`."""
    inside = page.mentions_in(cell.start, cell.end)
    body = inside[0].territory if inside and inside[0].start == cell.start else None
    if body is None or body.kind != "epci":
        return False
    return ROOM_BEHIND.fullmatch(page.document.text, inside[0].end, cell.end) is not None


def leads_to_spot(page: Page, cell: Block, end: int) -> bool:
    """Check for a town that opens a short cell, set off from where exactly: `LAON, place du marché couvert`.

    `end` is where the town ends. What takes place there, who speaks and what is done are no such words.
    """
    if page.document.text[cell.start : end].count(" ") > 2 or cell.end - cell.start > SHORT_CELL:
        return False
    spot = SPOT_BEHIND.fullmatch(page.document.text, end, cell.end)
    if spot is None:
        return False
    words = spot["spot"]
    return not (MEETING_NOUN.search(words) or VERB.search(words) or PEOPLE.search(words) or DAY.search(words))


def without_hours(page: Page, cell: Block) -> Block:
    """A cell without hours at its ends (`15h, place d'Armes`, `mairie, 14h30`) and what it goes on with."""
    words = page.document.words_of(cell)
    first, last = HOURS_FIRST.match(words), OTHERS_LAST.search(words) or HOURS_LAST.search(words)
    start = cell.start + (first.end() if first else 0)
    end = cell.start + (last.start() if last else len(words))
    return cell._replace(start=start, end=end) if start < end and (first or last) else cell


def names_somebody(words: str) -> bool:
    """Check for a given name before a family name: the town behind it is where that person works."""
    return any(fold(name.partition("-")[0]) in GIVEN_NAMES for name in FULL_NAME.findall(words))


_LAST: list[tuple[Page, dict[int, bool]]] = []


def is_in_column_of_places(page: Page, cell: Block) -> bool:
    """Check for a column without a label whose cells each hold one town and little else, one plainly a place.

    The answer of a column is kept for the last page: every one of its cells asks for it.
    """
    table = find_table(page.document, cell)
    column = table.columns.get(cell.column or 0, []) if table is not None and cell.column is not None else []
    if not column:
        return False
    if not _LAST or _LAST[0][0] is not page:
        _LAST[:] = [(page, {})]
    known = _LAST[0][1]
    if column[0].start not in known:
        known[column[0].start] = is_column_of_places(page, column)
    return known[column[0].start]


def is_column_of_places(page: Page, column: list[Block]) -> bool:
    """Check for short cells with one town each, one of them plainly a place; empty ones count for nothing."""
    told = [cell for cell in column if page.document.words_of(cell).strip()]
    told = told[1:] if told and HALF_OF_DAY.match(page.document.words_of(told[0])) else told
    if len(told) < FEWEST_PLACES or not all(is_short_place(page, cell) for cell in told):
        return False
    return any(is_place_list(page, cell.start, cell.end) for cell in told)


def is_short_place(page: Page, cell: Block) -> bool:
    """Check for a short cell with one town in it, and no day, verb or person."""
    words, towns = page.document.words_of(cell), page.mentions_in(cell.start, cell.end)
    if len(words) > SHORT_CELL or len(towns) != 1 or town_of(towns[0].candidates) is None:
        return False
    return not (DAY.search(words) or VERB.search(words) or PEOPLE.search(words))


def place_behind_subject(page: Page, cell: Block) -> int | None:
    """Where the place begins that ends a cell behind what takes place: `Atelier énergie, centre social de Barlin`."""
    pieces = with_articles(page, list(find_pieces(page, cell.start, cell.end)))
    order = SUBJECT_AND_PLACE.fullmatch("".join(piece.letter for piece in pieces))
    if order is None or VERB.search(page.document.text, cell.start, cell.end):
        return None
    first = pieces[order.start("place")]
    words = page.document.text[first.start : first.end]
    return first.start if first.letter in "tx" or STARTS_WITH_NOUN.match(first.name or words) else None


def without_borne_towns(found: list[Parts]) -> list[Parts]:
    """The parts of a row, of which a house that bears the name of a town lies in the one that a cell tells alone.

    `Arras | Hôtel de Guînes, 2 rue des Jongleurs`.
    """
    alone = {parts.city for parts in found if parts.city and not (parts.name or parts.street)}
    if len(alone) != 1:
        return found
    return [
        replace(parts, city=None, commune=None) if bears_town(parts) and parts.city not in alone else parts
        for parts in found
    ]


def without_things(page: Page, found: list[Parts]) -> list[Parts]:
    """The parts of a row without those that tell what takes place, where another cell tells a house.

    `Forum santé des seniors | Salle Jules-Ferry`.
    """
    things = [parts for parts in found if THING_OR_HOUSE.match(page.document.text, parts.start)]
    houses = [parts for parts in found if parts not in things and (parts.name or parts.street)]
    return [parts for parts in found if parts not in things] if houses else found


def bears_town(parts: Parts) -> bool:
    """Check for a house that is only called after the town that was read in its name."""
    return bool(parts.name and parts.city) and fold(parts.name or "").endswith(fold(parts.city or ""))


def merge(found: list[Parts]) -> Parts | None:
    """One venue out of the parts of a row; None when they name two towns, two streets, whole places, or nothing."""
    if sum(parts.name is not None and parts.city is not None for parts in found) > 1:
        return None  # the places of two halves of a day
    cities = {parts.city for parts in found if parts.city}
    streets = {parts.street for parts in found if parts.street}
    if len(found) < 2 or len(cities) > 1 or len(streets) > 1 or any(p.mode == "online" for p in found):
        return None
    town = next((p for p in found if p.city), found[0])
    names = dict.fromkeys(p.name for p in found if p.name)
    return replace(
        town,
        start=min(p.start for p in found),
        end=max(p.end for p in found),
        name=", ".join(names) or None,
        street=next(iter(streets), None),
        postcode=next((p.postcode for p in found if p.postcode), None),
        mode=max((p.mode for p in found), key=lambda mode: mode == "hybrid"),
    )
