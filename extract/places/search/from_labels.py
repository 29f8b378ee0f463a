"""Venues behind a label: a field `Lieu`, or `Lieu :`, `Où ?`, a pin inside a block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Block
from extract.matching.folding import FoldedText, fold
from extract.matching.leaping import compile_leaping
from extract.places.gazetteer.automaton import gazetteer_of
from extract.places.gazetteer.mentions import VENUE_LABEL
from extract.places.grammar.addresses import city_name, town_of
from extract.places.grammar.context import CALENDAR_DAY, DAY, MONTH
from extract.places.grammar.names import STARTS_WITH_NOUN
from extract.places.grammar.phrases import Parts, parse_region
from extract.places.grammar.slot_pieces import SITTING, find_pieces
from extract.places.page import Page
from extract.places.search.from_slots import is_place_list
from extract.places.search.shared_fields import parse_shares

INLINE_LABEL = compile_leaping(
    r"(?:(?<![^\s•|(])(?:(?:Lieux?(?:\s?\((?:x|s)\))?|Format (?:hybride|mixte|pr[ée]sentiel)|LIEUX?|Adresse|Où)"
    r"\s?[?:]|(?:[EeÀà][nN] pr[ée]sentiel|Pr[ée]sentiel|[Ss]ur place)\s?(?:[?:]|(?P<bracket>\()))|"
    r"(?<![^\s•|])[📍🏠📌])\s*"
)
# The label of a line that says how people meet, and often where (`Format hybride : à Béthune, ou en visio`).
HOW_LABEL = re.compile(
    r"(?:(?:format|mode|modalites?)(?: (?:de |d')?(?:la )?(?:participation|rencontre|formation|journee|seance|"
    r"accueil))?(?P<both> hybride| mixte)?(?: presentiel)?|(?P<alone>hybride|mixte)|au choix|presentiel|"
    r"participation)\W*"
)
# The label of a day, which may tell where as well: `Date de Creil : 3 mai`.
WHEN_LABEL = re.compile(r"(?:dates?|jours?|sessions?|horaires?|calendrier|quand|p[ée]riode)\s", re.IGNORECASE)
NUMBERED = re.compile(rf"(?<![^\W_]){SITTING}[:–—(-]\s*", re.IGNORECASE)
# Where the next part of a field begins that says its own day.
DATED_PART = re.compile(
    rf"\s*;\s*(?=[^;\n]{{3,90}}\((?:le |les )?(?:1er|\d{{1,2}}) {MONTH})|"
    r"(?:\s*[;,]\s*|\s[–—-]\s|\s(?:et|puis)\s)(?=(?:sauf |pour )?les?\s(?:(?:lun|mar|mercre|jeu|vendre|same)di\s|"
    rf"dimanche\s)?(?:1er|\d{{1,2}})\s{MONTH})",
    re.IGNORECASE,
)
# Where a place has been told and its day begins: `📍 Nesle, pôle culturel : jeudi 26 mars`.
DAY_OF_PLACE = re.compile(rf"\s?:\s(?=(?:les?\s|du\s)?{CALENDAR_DAY.pattern})", re.IGNORECASE)
LEADS_WITH_DAY = re.compile(
    rf"(?:les?\s|du\s)?(?:\d{{1,2}}(?:er)?(?:,\s|\set\s))*\d?{CALENDAR_DAY.pattern}", re.IGNORECASE
)
ON_SITE = re.compile(r"sur place", re.IGNORECASE)
HOUR = re.compile(r"(?<!\d)\d{1,2}\s?(?:[hH](?![^\W\d_])|heures)")
OPENS_VALUE = re.compile(r"\W*(?:(?:[àÀ]|[Aa]ux?|[Ee]n|[Dd]ans)\s)?(?:(?:la|le|les)\s)?")
MARKS = ":?(📍🏠📌"
AFAR_LABEL = re.compile(
    r"[\s/|;,–-]*(?:\bet\s|\bou\s)?(?:en |[àa] )?(?:distanciel|distance|visio\w*|ligne)\s?[:(]", re.IGNORECASE
)
# A label is followed by one place or a few, not by a page.
LONGEST, LINES = 400, 4
NEXT_LABEL = re.compile(
    r"\s(?:Dates?|Horaires?|Heures?|Public|Quand|Inscriptions?|Contacts?|Tarifs?|Programme|Organis\w+|Th[èe]mes?|"
    r"Intervenant\w*|Dur[ée]e|Animation)(?:\s?\(s\))?\s?[?:]|[📅🕐🕘🕑⏰📆✉☎📞📧]"
)


# What may lead to the town that opens a line of a field, and what sets off the house behind it.
OPENS_LINE = re.compile(r"\W*(?:[àÀ]\s|sur\s|ville de\s|groupe d(?:e\s|['’]))?", re.IGNORECASE)
MARK_OF_TOWN = re.compile(r"\s?(?::|,|[–—-]\s|\(|\|)")


def is_told_later(page: Page, parts: Parts) -> bool:
    """Check for a town alone behind what else is found there: `Sur place : ordinateurs de la médiathèque de Laon`."""
    inside = page.mentions_in(parts.start, parts.end)
    bare = parts.city is not None and not (parts.name or parts.street or parts.postcode)
    return bare and bool(inside) and OPENS_VALUE.fullmatch(page.document.text, parts.start, inside[0].start) is None


def end_of_field(page: Page, block: Block) -> int:
    """Where the lines of one field end: the lines right below under the same label are more of the same place."""
    text, end = page.document.text, block.end
    index = page.document.index_of(block) + 1
    for line in page.document.blocks[index : index + LINES]:
        if line.label != block.label or text[end : line.start].strip():
            break
        end = line.end
    return end


def numbered_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of a field behind each number of a sitting (`Session 1 : Lens - Session 2 : Arras`), else all of it."""
    heads = list(NUMBERED.finditer(text, start, end))
    if len(heads) < 2 or text[start : heads[0].start()].strip():
        yield start, end
        return
    for head, following in zip(heads, [*(h.start() for h in heads[1:]), end], strict=True):
        yield head.end(), following


def dated_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a field that each say where one day is: `Laon, salle Foch – le 10 décembre à Guise`."""
    position = start
    for part in DATED_PART.finditer(text, start, end):
        yield position, part.start()
        position = part.end()
    yield position, end


def places_and_modes(page: Page, block: Block, *, both: bool) -> Iterator[Parts]:
    """Read a line that says how people meet: a town, a street or a house is where; other words are no names there."""
    for parts in parse_region(page.region(block.start, block.end)):
        named = parts.name is not None and STARTS_WITH_NOUN.match(parts.name) is not None
        if parts.rule == "mode_words":
            yield replace(parts, mode="hybrid") if both else parts
        elif parts.city or parts.street or named:
            name = parts.name if named or parts.mode != "hybrid" else None
            yield replace(parts, name=name, mode="hybrid" if both else parts.mode, rule=f"label_{parts.rule}")


def in_field(page: Page, block: Block) -> Iterator[Parts]:
    """Read the value of a field `Lieu`, with the lines of the same label below it."""
    text, end = page.document.text, end_of_field(page, block)
    lines = lines_with_towns(page, block, end)
    if lines:
        for start, stop in lines:
            yield from (replace(parts, rule=f"label_{parts.rule}") for parts in parse_region(page.region(start, stop)))
        return
    other = NEXT_LABEL.search(text, block.start, end)  # `Lieu : mairie. Horaires : 14h`
    for first, last in numbered_spans(text, block.start, other.start() if other is not None else end):
        for start, end in dated_spans(text, first, last):
            for parts in parse_shares(page, start, end_of_where(page, start, end)):
                yield replace(parts, rule=f"label_{parts.rule}")


def lines_with_towns(page: Page, block: Block, end: int) -> list[tuple[int, int]]:
    """The lines of a field that each open with a town of its own, two at least: `À Lens : la MJC` / `À Douai : …`."""
    lines = page.document.blocks_between(block.start, end)
    towns: list[str] = []
    for line in lines:
        inside = page.mentions_in(line.start, line.end)
        commune = town_of(inside[0].candidates) if inside else None
        led = commune is not None and OPENS_LINE.fullmatch(page.document.text, line.start, inside[0].start)
        if commune is None or not led or MARK_OF_TOWN.match(page.document.text, inside[0].end, line.end) is None:
            return []
        towns.append(commune.territory_id)
    apart = len(set(towns)) == len(towns) > 1
    return [(line.start, line.end) for line in lines] if apart else []


def end_of_where(page: Page, start: int, end: int) -> int:
    """Where a value stops to say where: before its next sentence that tells an hour (`Devant la mairie. Fin à 15h`)."""
    following = (
        first for first, last in page.sentences.within(start, end) if HOUR.search(page.document.text, first, last)
    )
    return next((first for first in following if first > start), end)


def town_of_label(page: Page, block: Block) -> Iterator[Parts]:
    """Read the town in the label of a day: `Session d'Arras : 12 et 13 mai`, and the house behind the day."""
    text, label = page.document.text, block.label or ""
    if CALENDAR_DAY.search(text, block.start, block.end) is None or not text[: block.start].rstrip(" :").endswith(
        label
    ):
        return
    pieces = list(find_pieces(page, block.start, block.end))
    found = {
        town.territory_id: (match, town)
        for match in gazetteer_of(page.knowledge).find_names(FoldedText.of(label))
        if (town := town_of(match.form.territories))
    }
    if len(found) != 1 or any(piece.letter in "tx" for piece in pieces):
        return
    match, town = next(iter(found.values()))
    name = next((piece.name for piece in pieces if piece.letter in "hr"), None)
    city = city_name(label[match.start : match.end], town)
    yield Parts(text.rfind(label, 0, block.start), block.end, name, city=city, commune=town, rule="label_day")


def labelled(page: Page, block: Block) -> Iterator[Parts]:
    """Find venues in a field `Lieu`, `Adresse`, `Où ?`, or behind such a label inside a block."""
    text = page.document.text
    if block.label is not None and VENUE_LABEL.fullmatch(fold(block.label).strip()):
        yield from in_field(page, block)
        return
    if block.label is not None and DAY.search(block.label) and is_place_list(page, block.start, block.end):
        for parts in parse_region(page.region(block.start, block.end)):
            yield replace(parts, rule=f"label_{parts.rule}")
        return
    if block.label is not None and WHEN_LABEL.match(block.label):
        yield from town_of_label(page, block)
    how = HOW_LABEL.fullmatch(fold(block.label).strip()) if block.label is not None else None
    if how is not None:
        yield from places_and_modes(page, block, both=bool(how["both"] or how["alone"]))
        return
    if all(text.find(mark, block.start, block.end) < 0 for mark in MARKS):
        return
    for match in INLINE_LABEL.finditer(text, block.start, block.end):
        limit = min(block.end, match.end() + LONGEST)
        following = INLINE_LABEL.search(text, match.end(), limit)
        limit = following.start() if following else limit
        if match["bracket"]:
            closed = text.find(")", match.end(), limit)
            limit = closed if closed >= 0 else limit
        stop = AFAR_LABEL.search(text, match.end(), limit) or NEXT_LABEL.search(text, match.end(), limit)
        stop = DAY_OF_PLACE.search(text, match.end(), stop.start() if stop else limit) or stop
        full = re.compile(r"\.\s+(?=[A-ZÀ-Ý])").search(text, match.end(), stop.start() if stop else limit)
        end = full.start() if full else (stop.start() if stop else limit)
        if LEADS_WITH_DAY.match(text, match.end(), end):
            continue  # `6 jours en présentiel : les 10 et 11 janvier à Saint-Quentin, les 7 et 8 février à Hirson`
        told = parse_shares(page, match.end(), end)
        on_site = ON_SITE.match(match[0]) is not None
        yield from (
            replace(p, rule=f"inline_label_{p.rule}") for p in told if not on_site or not is_told_later(page, p)
        )
