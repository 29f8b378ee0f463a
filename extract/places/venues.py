"""Venues that a document names: where people meet, with name, street, postcode, town and mode."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from extract.document import Block, Document
from extract.knowledge import Knowledge
from extract.matching.folding import fold
from extract.places.elsewhere.conditional import without_conditional
from extract.places.elsewhere.contacts import without_contacts
from extract.places.elsewhere.given_up import without_given_up
from extract.places.elsewhere.guests import without_guests
from extract.places.elsewhere.quoted import without_quoted
from extract.places.elsewhere.senders import ORGANISATION, without_senders
from extract.places.elsewhere.services import without_services
from extract.places.elsewhere.subjects import without_subjects
from extract.places.elsewhere.visited import without_visited
from extract.places.elsewhere.whereabouts import without_whereabouts
from extract.places.entries.layout import Layout, layout_of
from extract.places.entries.towns import with_towns_of_entries
from extract.places.gazetteer.automaton import gazetteer_of
from extract.places.gazetteer.clauses import EarlierClauses
from extract.places.gazetteer.far_names import without_far_names
from extract.places.gazetteer.homonyms import settle_homonyms
from extract.places.gazetteer.mention import Mention
from extract.places.gazetteer.mentions import find_mentions
from extract.places.grammar.context import CALENDAR_DAY
from extract.places.grammar.names import STARTS_WITH_NOUN
from extract.places.grammar.phrases import Parts
from extract.places.grammar.room_behind import with_rooms_below
from extract.places.grammar.sentences import Sentences
from extract.places.page import Page
from extract.places.search.conditions import (
    Condition,
    anything,
    has_digit,
    is_cell,
    is_labelled_or_marked,
    may_lead_to_room,
    may_tell_how,
    may_tell_premises,
    may_tell_street,
    names_place,
    names_place_near,
)
from extract.places.search.from_addresses import HOUSE_PART, addresses, streets
from extract.places.search.from_brackets import brackets, closing_bracket
from extract.places.search.from_columns import columns, is_read_by_columns
from extract.places.search.from_counted import counted
from extract.places.search.from_departures import departures
from extract.places.search.from_heads import heads
from extract.places.search.from_hosts import hosts
from extract.places.search.from_hour_lines import hour_lines
from extract.places.search.from_labels import labelled
from extract.places.search.from_lines import bare_phrase, lines
from extract.places.search.from_lines_below_towns import houses_below_towns
from extract.places.search.from_lists import lists
from extract.places.search.from_notes import notes
from extract.places.search.from_rooms import rooms
from extract.places.search.from_rows import rows
from extract.places.search.from_sentences import place_sentences
from extract.places.search.from_slots import slot_houses, slots
from extract.places.search.from_towns import towns
from extract.places.search.from_words import modes, premises
from extract.places.search.hybrid import with_hybrid
from extract.places.search.joined_towns import with_towns
from extract.places.search.known_houses import known_houses
from extract.places.towns.named_towns import sole_town
from extract.places.towns.titles import with_town_of_title
from extract.places.towns.town_heads import town_heads
from extract.places.towns.town_of_page import town_of_speaker, with_page_town
from extract.records import VenueReading

Search = Callable[[Page, Block], Iterator[Parts]]
# In this order: what an earlier search found is not read again by a later one. Each goes through the blocks that hold
# what it cannot do without.
SEARCHES: tuple[tuple[Search, Condition], ...] = (
    (labelled, is_labelled_or_marked),
    (columns, is_cell),
    (rows, is_cell),
    (hour_lines, names_place),
    (addresses, has_digit),
    (brackets, names_place),
    (closing_bracket, names_place),
    (counted, names_place),
    (lists, names_place),
    (streets, may_tell_street),
    (premises, may_tell_premises),
    (slots, names_place_near),
    (departures, names_place),
    (lines, anything),
    (hosts, names_place),
    (towns, names_place),
    (town_heads, names_place),
    (heads, names_place),
    (place_sentences, names_place),
    (rooms, may_lead_to_room),
    (houses_below_towns, names_place_near),
    (slot_houses, anything),
    (known_houses, anything),
    (modes, may_tell_how),
)
CERTAINTY = {
    "label": 1.0,
    "inline": 1.0,
    "address": 1.0,
    "street": 0.9,
    "premises": 0.9,
    "line": 0.9,
    "town": 0.8,
    "host": 0.8,
    "room": 0.6,
    "house": 0.7,
    "row": 0.9,
    "slot": 0.8,
    "head": 0.8,
    "mode": 0.8,
    "title": 0.7,
}
# What may stand before a place in a line that is its name: `Rendez-vous le 4 mai à 14h :`.
LONGEST_LEAD = 40
# How sure a town is that stands apart from the name of its place.
TOWN_APART = {
    "town_in_title": 0.95,
    "town_in_name": 0.95,
    "town_of_heading": 0.9,
    "town_beside_its_name": 0.9,
    "town_of_host": 0.8,
    "town_of_site": 0.8,
    "town_of_other_places": 0.7,
    "town_of_sentence": 0.7,
    "town_named_in_title": 0.7,
    "only_town_of_page": 0.6,
    "town_of_agglomeration": 0.5,
}


def find_venues(document: Document, knowledge: Knowledge) -> tuple[VenueReading, ...]:
    """Venues of a document, in order. Towns of speakers, partners or members and postal addresses are none."""
    return survey(document, knowledge).venues


@dataclass(frozen=True, slots=True)
class Survey:
    """What territories and venues are both read from."""

    page: Page
    venues: tuple[VenueReading, ...]

    @property
    def mentions(self) -> list[Mention]:
        """The places that are named, in order."""
        return self.page.mentions


_LAST: list[tuple[Document, Knowledge, Survey]] = []


def survey(document: Document, knowledge: Knowledge) -> Survey:
    """Find mentions, sentences and venues of a document; the last answer is kept, as both doors ask for it."""
    for known, reference, answer in _LAST:
        if known is document and reference is knowledge:
            return answer
    mentions = without_far_names(document.text, find_mentions(document, gazetteer_of(knowledge)))
    mentions = settle_homonyms(mentions)
    sentences = Sentences(document)
    earlier = EarlierClauses(document.text, sentences, (m.start for m in mentions))
    host = urlsplit(document.canonical_url or "").hostname or ""
    page = Page(document, knowledge, mentions, sentences, earlier, host)
    answer = Survey(page, venues_among(page))
    _LAST[:] = [(document, knowledge, answer)]
    return answer


def read_venue(phrase: str, knowledge: Knowledge) -> tuple[VenueReading, ...]:
    """Venues in a phrase that is known to say where, as in the field `Lieu` of a page. May be empty."""
    field = Block("field", 0, len(phrase), label="Lieu")
    return find_venues(Document("text", phrase, (field,)), knowledge)


def find_home(document: Document, knowledge: Knowledge) -> tuple[str, str, str] | None:
    """The town of who speaks on a page (its host, its site, its paper), with its code and the rule that found it."""
    home = town_of_speaker(survey(document, knowledge).page)
    return (home[0][0], home[0][1].territory_id, home[1]) if home else None


def find_layout(document: Document, knowledge: Knowledge) -> Layout:
    """The entries of a document, one per day or run of days."""
    return layout_of(survey(document, knowledge).page)


def venues_among(page: Page) -> tuple[VenueReading, ...]:
    """Venues of a document whose mentions of places are at hand."""
    found = Claims()
    found.add(bare_phrase(page))
    blocks = [block for block in page.document.blocks if block.kind != "furniture"]
    holding: dict[Condition, list[Block]] = {}
    for search, condition in SEARCHES if not found.parts else ():
        if condition not in holding:
            holding[condition] = [block for block in blocks if condition(page, block)]
        for block in holding[condition]:
            found.add(search(page, block))
    joined = without_quoted(page, with_rooms_below(page, with_lines_joined(page, found.parts)))
    joined = without_contacts(page, without_guests(page, without_visited(page, without_whereabouts(page, joined))))
    ordered = without_given_up(page, without_senders(page, without_subjects(page, without_services(page, joined))))
    ordered = without_conditional(page, ordered)
    told = with_hybrid(page, with_same_place(with_towns(page, ordered)))
    placed = with_towns_of_entries(page, list(with_page_town(page, told)))
    placed = with_town_of_title(page, placed)
    for last_resort in (sole_town, notes):
        placed = placed or list(last_resort(page))
    return tuple(build_venue(page.document, parts) for parts in placed)


class Claims:
    """Venues found so far, in order; words that were read once are not read again."""

    def __init__(self) -> None:
        """Begin with none."""
        self.parts: list[Parts] = []

    def add(self, candidates: Iterable[Parts]) -> None:
        """Add candidates whose words are still free."""
        for candidate in candidates:
            index = bisect_left(self.parts, candidate.start, key=lambda parts: parts.start)
            before = self.parts[index - 1] if index else None
            after = self.parts[index] if index < len(self.parts) else None
            free = (before is None or before.end <= candidate.start) and (after is None or candidate.end <= after.start)
            if free:
                self.parts.insert(index, candidate)


def with_lines_joined(page: Page, ordered: list[Parts]) -> list[Parts]:
    """Join a name on its lines with the street or postcode on the line below, where no town speaks against it."""
    joined: list[Parts] = []
    for parts in ordered:
        above = joined[-1] if joined else None
        if above is not None and is_name_of(page, above, parts):
            names = [name for name in (above.name, parts.name) if name]
            name = ", ".join(dict.fromkeys(names)) or None
            mode = "hybrid" if "hybrid" in (above.mode, parts.mode) else parts.mode
            street = parts.street or above.street
            city, commune = (parts.city, parts.commune) if parts.city else (above.city, above.commune)
            whole = replace(parts, start=above.start, name=name, street=street, mode=mode, rule=above.rule)
            joined[-1] = replace(whole, city=city, commune=commune)
        else:
            joined.append(parts)
    return joined


def is_name_of(page: Page, above: Parts, parts: Parts) -> bool:
    """Check for a name alone above an address in its town, or a street above its postcode, on lines that follow."""
    if above.postcode or "online" in (above.mode, parts.mode) or layout_of(page).part(above.start, parts.start):
        return False
    if above.street:
        if parts.street or parts.name or not parts.postcode:
            return False
    elif not above.name or not (above.city is None or parts.city in (above.city, None) or is_called_so(above, parts)):
        return False
    first, second = page.document.block_at(above.start), page.document.block_at(parts.start)
    between = page.document.text[above.end : parts.start]
    if second is not None and second.label and second.label != (first.label if first is not None else None):
        between = between.replace(second.label, "")  # `Lieu : Le Quai` over `Adresse : 3 rue Basse`
    own = ORGANISATION.match(parts.name or "") or (above.city and is_own_house(parts))
    if own or ends_sentence(page, above, between):
        return False
    if "\n" not in between or between.strip(" ,;:.()–-\n") or not (parts.street or parts.postcode):
        return False
    if first is None or second is None or stand_apart(first, second, parts):
        return False
    if first is not second and all(CALENDAR_DAY.search(page.document.words_of(line)) for line in (first, second)):
        return False  # two lines of a list, each with its day
    return first.column == second.column or not is_read_by_columns(page, first)


def stand_apart(above: Block, line: Block, parts: Parts) -> bool:
    """Check for lines of two rows, or for a house with its address in a paragraph of its own: that of who signs."""
    return above.row != line.row or above.kind == "title" or bool(above.group != line.group and parts.name)


def is_own_house(parts: Parts) -> bool:
    """Check for a place with the name of a house that is no part of one: not of that above it, which has its town."""
    name = parts.name or ""
    return STARTS_WITH_NOUN.match(name) is not None and HOUSE_PART.match(name) is None


def ends_sentence(page: Page, above: Parts, between: str) -> bool:
    """Check for a place at the end of a sentence that tells more than it: the line below is no part of it."""
    told = above.start - page.sentences.at(above.start)[0]
    return "." in between.partition("\n")[0] and told > LONGEST_LEAD


def is_called_so(above: Parts, parts: Parts) -> bool:
    """Check for a house that only bears the name of a town, over its address: `Cité des Congrès Valenciennes`."""
    return bool(above.name and above.city and parts.postcode) and fold(above.name or "").endswith(
        fold(above.city or "")
    )


def with_same_place(ordered: Iterable[Parts]) -> Iterator[Parts]:
    """Resolve `dans ces mêmes locaux` to the last venue named before it, a label's first; else it says nothing."""
    last: Parts | None = None
    for parts in ordered:
        if parts.rule != "same_place":
            told = last is not None and "label" in last.rule and "label" not in parts.rule
            last = parts if parts.mode != "online" and not told else last
            yield parts
        elif last is not None:
            name = parts.name or last.name
            yield replace(last, start=parts.start, end=parts.end, name=name, rule="same_place")


def certainty_of(rule: str) -> float:
    """How sure a venue is by the rule that found it, less where its town stands apart from it."""
    found, _, town = rule.partition("; ")
    return round(CERTAINTY.get(found.split("_")[0], 0.8) * TOWN_APART.get(town, 1.0), 2)


def build_venue(document: Document, parts: Parts) -> VenueReading:
    """Build the reading of a venue; `where` covers all its words."""
    text = document.text[parts.start : parts.end]
    left = len(text) - len(text.lstrip(" \n,;:|–-"))
    right = len(text.rstrip(" \n,;:|–-"))
    start, end = parts.start + left, parts.start + max(right, left)
    if text.count("(") > text.count(")") and document.text[end : end + 1] == ")":
        end += 1
    return VenueReading(
        text=document.text[start:end].replace("\n", " / "),
        name=parts.name,
        street=parts.street,
        postcode=parts.postcode,
        city=parts.city,
        commune_code=parts.commune.territory_id if parts.commune else None,
        mode=parts.mode,
        where=document.place(start, end),
        rule=parts.rule,
        certainty=certainty_of(parts.rule),
    )
