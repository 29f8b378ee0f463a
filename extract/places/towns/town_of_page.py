"""The town of a place that is named without one: said elsewhere on the page, by its host, its site, or its only town.

`salle du Moulin` on the site of a town is in that town, and `au Phénix` where `Le Phénix, Valenciennes` stands below is
in Valenciennes. The rule that found a town stands in the rule of the venue, and lowers its certainty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.document import Block
from extract.matching.folding import fold
from extract.matching.gates import compile_gated
from extract.places.entries.layout import layout_of
from extract.places.entries.towns import town_of_entry
from extract.places.grammar.addresses import city_name, town_of
from extract.places.grammar.context import CALENDAR_DAY, DAY, SOMEBODY_THERE, have_own_days
from extract.places.grammar.names import STARTS_WITH_NOUN
from extract.places.grammar.phrase_towns import OF_TOWN, TOWN_ROOM
from extract.places.grammar.phrases import Parts
from extract.places.grammar.verbs import MEETING_VERB, WEAK_VERB
from extract.places.page import Page
from extract.places.search.known_houses import Town, named_elsewhere, the_one
from extract.places.towns.entry_names import THEIRS, town_of_entry_name
from extract.places.towns.issuers import issuers, town_of_letter, towns_at_foot
from extract.places.towns.named_towns import of_those_who_live_there, others
from extract.places.towns.seats import town_of_body, town_of_state, towns_of_agglomerations
from extract.places.towns.site_towns import BODY, bears_its_town, site_towns
from extract.places.towns.titles import towns_of_title
from extract.places.towns.town_heads import town_of_lead, town_of_line_above, town_of_opening, town_of_section

# A body of a town; one that invites is the host.
BODY_ANYWHERE = compile_gated(BODY.pattern.removesuffix("$"), re.IGNORECASE)
INVITES = re.compile(
    r"[^.;!?]{0,160}?\b(?:vous\s(?:invit|convi|propos|accueill|attend|donn|pr[ée]sent)\w*|organis\w+|accueill\w+|re[çc]oit|"
    r"recevra|"
    r"propos\w+|lanc\w+|convi\w+|invit\w+|met en place)\b",
    re.IGNORECASE,
)
# One who invites over several lines: `Madame le Maire de Lens,` / `et les bailleurs` / `vous convient à …`.
INVITES_BELOW = re.compile(
    r"[^.;!?:]{0,240}?(?:\bvous\s(?:invit|convi|accueill|attend)\w*|\b(?:a|ont)\s(?:le plaisir|l['’]honneur|la joie)|"
    r"\b(?:est|sont) heureu(?:x|ses?)\b)",
    re.IGNORECASE,
)
ORGANISER = re.compile(
    r"\b(?:organis[ée]e?s? par|propos[ée]e?s? par|[àa] l['’](?:initiative|invitation) de)\b[^.;!?]{0,40}$", re.I
)
ORGANISER_LABEL = re.compile(r"organis\w+.*|propos[ée]e? par|porteur.*|structure organisatrice")
# What a sentence opens with that tells of another meeting.
NEXT_ONE = re.compile(r"\W*(?:l[ea]s?\s|notre\s|nos\s)?(?:prochaine?|suivante?)s?\s", re.IGNORECASE)
# Between a town and its house: `Caudry, mercredi 5 octobre, à la Maison de la famille`.
DAY_ONLY = re.compile(
    rf"\s?[,(–]\s?(?:les?\s)?(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\s)?{DAY.pattern}\s?[,)–]\s?",
    re.IGNORECASE,
)
# What leads to a town that people only go to: `Voyage à`, `Sortie familiale à`, `une journée au parc de`.
TRIP = re.compile(
    r"(?<![^\W_])(?:voyages?|sorties?|excursions?|escapades?|s[ée]jours?|mini-?s[ée]jours?|week-?ends?|vir[ée]es?|balades?)"
    r"(?:\s[^\W\d_]+){0,2}\s(?:[àa]u?x?|en|vers|direction)(?:\sla\s\w+,?)?\s$",
    re.IGNORECASE,
)
LONGEST_TRIP = 50
FEWEST_OF_TOWN = 3
GUESSED = ("town_of_other_places", "only_town_of_page")
Source = tuple[Iterable[Town], str]
"""Towns that something on a page tells, and the name of the rule."""


def with_page_town(page: Page, ordered: Iterable[Parts]) -> Iterator[Parts]:
    """Give every named place without a town the town that the page tells elsewhere, where it tells one only."""
    page_town: tuple[Town, str] | None = None
    looked = False
    ordered = list(ordered)
    beside = {name: named_elsewhere(page, name) for name in unlocated(ordered)}
    same = towns_of_same_name(ordered)
    for parts in ordered:
        if parts.city or parts.mode == "online" or not (parts.name or parts.street):
            yield parts
            continue
        own = own_town(page, parts) or town_of_body(page, parts)
        if own is not None:
            yield located(parts, own, "town_in_name")
            continue
        entry = town_of_entry(page, parts.start) or town_of_day_line(page, parts, ordered)
        if entry is not None:
            yield located(parts, entry, "town_of_heading")
            continue
        town = (beside[parts.name] or same.get(parts.name) or town_of_state(page, parts.name)) if parts.name else None
        if town is not None:
            yield located(parts, town, "town_beside_its_name")
            continue
        above = town_of_heading(page, parts, ordered) or town_of_lead(page, parts)
        above = above or town_of_opening(page, parts.start)
        above = above or town_of_section(page, parts.start) or town_of_line_above(page, parts)
        above = above or town_of_entry_name(page, parts.start)
        if above is not None:
            yield located(parts, above, "town_of_heading")
            continue
        if not looked:
            page_town, looked = town_in_title(page, ordered) or town_of_page(page, ordered), True
        told = (
            town_of_sentence(page, parts) if page_town is None or is_among_others(page, parts, page_town) else page_town
        )
        apart = told is not None and told[1] in GUESSED and is_told_in_turn(page, parts, told[0])
        yield located(parts, *told) if told and not apart else parts


def is_told_in_turn(page: Page, parts: Parts, town: Town) -> bool:
    """Check for a house and a town of one sentence with a day each: the house is not in that town."""
    sentence = page.sentences.at(parts.start)
    there = [m.start for m in page.mentions_in(parts.end, sentence[1]) if town_of(m.candidates) == town[1]]
    return any(have_own_days(page.document.text, sentence, parts.end, start) for start in there)


def town_of_day_line(page: Page, parts: Parts, ordered: list[Parts]) -> Town | None:
    """The one town in the line of the day that heads the entry of a place: `Jeudi 23 mai, à Lens` / `Au Patio`."""
    entry = next(iter(reversed(layout_of(page).around(parts.start))), None)
    line = page.document.block_at(entry.start) if entry is not None else None
    if line is None or line.end > parts.start or not CALENDAR_DAY.search(page.document.text, line.start, line.end):
        return None
    return the_one((p.city, p.commune) for p in ordered if line.start <= p.start < line.end and p.city and p.commune)


def is_among_others(page: Page, parts: Parts, told: tuple[Town, str]) -> bool:
    """Check for a place whose sentence names towns, but not the one that the other places of the page are in."""
    town, rule = told
    if rule != "town_of_other_places":
        return False
    codes = {c.territory_id for m in page.mentions_in(*page.sentences.at(parts.start)) if (c := town_of(m.candidates))}
    return bool(codes) and town[1].territory_id not in codes


def own_town(page: Page, parts: Parts) -> Town | None:
    """The town that the name of a house by its noun ends with: `gare d'Amiens (salle Verne)`."""
    text = page.document.text
    for mention in page.mentions_in(parts.start, parts.end):
        commune = town_of(mention.candidates)
        written = text[mention.start : mention.end]
        if written.startswith(("la ", "le ", "les ")):
            continue  # `salle de la Neuville`: what a house is called after
        if commune and parts.name and OF_TOWN.search(text, parts.start, mention.start):
            head = parts.name.partition(written)
            if head[1] and not head[2].strip() and TOWN_ROOM.match(head[0]):
                return city_name(written, commune), commune
    return None


def town_of_sentence(page: Page, parts: Parts) -> tuple[Town, str] | None:
    """The town of those who meet at a place: `Le comité de Calais se réunira à l'espace Multi-Accueil`.

    It is the only one of the sentence before that place, and a verb of meeting stands between them, or nothing but the
    day (`Nous commençons par Caudry, mercredi 5 octobre, à la Maison de la famille`).
    """
    text = page.document.text
    start, _ = page.sentences.at(parts.start)
    towns = [(m, town) for m in page.mentions_in(start, parts.start) if (town := town_of(m.candidates))]
    if len({town.territory_id for _, town in towns}) != 1:
        return None
    mention, commune = towns[0]
    meets = MEETING_VERB.search(text, mention.end, parts.start) or WEAK_VERB.search(text, mention.end, parts.start)
    told = meets is not None and THEIRS.search(text, start, mention.start) is not None
    if not told and DAY_ONLY.fullmatch(text, towns[-1][0].end, parts.start) is None:
        return None
    return (city_name(text[mention.start : mention.end], commune), commune), "town_of_sentence"


def towns_of_same_name(ordered: list[Parts]) -> dict[str, Town]:
    """The towns of houses that a page tells with their town, by their name: told again, they stand where they did."""
    towns = {(p.name, p.commune.territory_id): (p.city, p.commune) for p in ordered if p.name and p.city and p.commune}
    names = Counter(name for name, _ in towns)
    return {name: town for (name, _), town in towns.items() if names[name] == 1 and STARTS_WITH_NOUN.match(name)}


def unlocated(ordered: list[Parts]) -> set[str]:
    """The names of places without a town, each once however often it is told."""
    return {parts.name for parts in ordered if parts.name and not parts.city and parts.mode != "online"}


def town_of_heading(page: Page, parts: Parts, ordered: list[Parts]) -> Town | None:
    """The one town in the heading above a place, where a day stands beside it (`Jeudi 5 mars – Laon`)."""
    block = page.document.block_at(parts.start)
    if block is None:
        return None
    index = page.document.index_of(block)
    heading = next((b for b in reversed(page.document.blocks[:index]) if b.kind == "heading"), None)
    if heading is None or not (holds_day(page, heading) or any(holds_day(page, b) for b in lines_of(page, heading))):
        return None
    return the_one(
        (p.city, p.commune) for p in ordered if heading.start <= p.start < heading.end and p.city and p.commune
    )


def holds_day(page: Page, block: Block) -> bool:
    """Whether a block holds a day or an hour."""
    return DAY.search(page.document.text, block.start, block.end) is not None


def lines_of(page: Page, heading: Block) -> Iterator[Block]:
    """The blocks below a heading, up to the next one."""
    for block in page.document.blocks[page.document.index_of(heading) + 1 :]:
        if block.kind == "heading":
            break
        yield block


def located(parts: Parts, town: Town, rule: str) -> Parts:
    """A place with its town, and the rule that says where the town comes from."""
    return replace(parts, city=town[0], commune=town[1], rule=f"{parts.rule}; {rule}")


def most_of(towns: list[Town]) -> Town | None:
    """The town of more than half of the places of a page, where three of them at least are in it."""
    counts = Counter(commune.territory_id for _, commune in towns)
    code, count = counts.most_common(1)[0]
    most = count >= FEWEST_OF_TOWN and 2 * count > len(towns)
    return next(town for town in towns if town[1].territory_id == code) if most else None


def town_in_title(page: Page, ordered: list[Parts]) -> tuple[Town, str] | None:
    """The one town where the title says that people meet: `Journée d'étude à Liévin`."""
    found: list[Town] = []
    for parts in ordered:
        block = page.document.block_at(parts.start)
        if block is not None and block.kind == "title" and parts.city and parts.commune:
            found.append((parts.city, parts.commune))
    town = the_one(found) or the_one((p.city, p.commune) for p in towns_of_title(page) if p.city and p.commune)
    return (town, "town_in_title") if town else None


def town_of_page(page: Page, ordered: list[Parts]) -> tuple[Town, str] | None:
    """The town of the page's host, else of its site, of its other places, else the only town that its text names.

    Of places in several towns the one where most are tells it.
    """
    return first_told(sources_of_page(page, ordered)) or own_among_others(page, ordered)


def sources_of_page(page: Page, ordered: list[Parts]) -> Iterator[Source]:
    """What can tell the town of a page, the surest first; each is looked at only where those before it tell nothing."""
    yield hosts(page), "town_of_host"
    own = site_towns(page)
    if own and not bears_its_town(page):
        whole = (p for p in ordered if is_of_whole_page(page, p) and not is_of_trip(page, p))
        yield towns_of_venues(whole), "town_of_other_places"
    yield own, "town_of_site"
    yield issuers(page), "town_of_site"
    told = (p for p in ordered if not is_of_next_one(page, p) and not is_of_trip(page, p))
    yield towns_of_venues(told), "town_of_other_places"
    yield towns_named_in_title(page), "town_named_in_title"
    yield town_of_letter(page), "only_town_of_page"
    yield others(page), "only_town_of_page"
    yield of_those_who_live_there(page), "only_town_of_page"
    yield towns_of_agglomerations(page), "town_of_agglomeration"
    yield towns_at_foot(page), "only_town_of_page"


def is_of_trip(page: Page, parts: Parts) -> bool:
    """Check for a town that people travel to: nothing else on the page takes place there (`Voyage à Gand : 12 mai`)."""
    before = page.document.text[max(0, parts.start - LONGEST_TRIP) : parts.start + len("à ")]
    return TRIP.search(before) is not None


def towns_named_in_title(page: Page) -> Iterator[Town]:
    """The town that the title names, where it is one only and nobody's origin: `L'enquête « Vivre à Denain »`."""
    title = next((block for block in page.document.blocks if block.kind == "title"), None)
    inside = page.mentions_in(title.start, title.end) if title is not None else []
    found = {town.territory_id: (m, town) for m in inside if (town := town_of(m.candidates)) is not None}
    for mention, commune in found.values() if len(found) == 1 else ():
        head = page.document.text[mention.block.start : mention.start]
        told = "«" in head or SOMEBODY_THERE.search(head) is None  # a title in quotes is what the meeting is about
        if told and not page.earlier.hold(mention.start):
            yield city_name(page.document.text[mention.start : mention.end], commune), commune


def town_of_speaker(page: Page) -> tuple[Town, str] | None:
    """The town of who speaks on a page: of the body that invites, of the site, or of those who issue the paper."""
    return first_told(sources_of_speaker(page))


def sources_of_speaker(page: Page) -> Iterator[Source]:
    """What can tell the town of who speaks, the surest first."""
    yield hosts(page), "town_of_host"
    yield site_towns(page), "town_of_site" if bears_its_town(page) else "town_of_address"
    yield issuers(page), "town_of_issuer"


def first_told(sources: Iterable[Source]) -> tuple[Town, str] | None:
    """The one town of the first source that tells any, with its rule; of places in several towns where most are."""
    for towns, rule in sources:
        if found := list(towns):
            town = the_one(found) or (most_of(found) if rule == "town_of_other_places" else None)
            return (town, rule) if town else None
    return None


def own_among_others(page: Page, ordered: list[Parts]) -> tuple[Town, str] | None:
    """Of the several towns where people meet the one that the letter, or its foot, tells as that of who writes it."""
    among = {commune.territory_id for _, commune in towns_of_venues(ordered)}
    for towns in (town_of_letter, towns_at_foot):
        town = the_one(towns(page))
        if town is not None and town[1].territory_id in among:
            return town, "only_town_of_page"
    return None


def hosts(page: Page) -> Iterator[Town]:
    """Towns whose own body invites: `la Ville de Denain vous invite`, `organisé par la commune d'Anzin`."""
    text = page.document.text
    for mention in page.mentions:
        first = max(mention.block.start, mention.start - 90)
        if not BODY_ANYWHERE.may_match(text, first, mention.start):
            continue
        commune = town_of(mention.candidates)
        head = text[first : mention.start]
        body = BODY.search(head)
        if commune is None or body is None:
            continue
        label = fold(mention.block.label or "").strip()
        asked = INVITES.match(text, mention.end, mention.block.end) or INVITES_BELOW.match(text, mention.end)
        asked = asked or ORGANISER.search(head[: body.start()])
        if asked or ORGANISER_LABEL.fullmatch(label):
            yield city_name(text[mention.start : mention.end], commune), commune


def is_of_whole_page(page: Page, parts: Parts) -> bool:
    """Check for a place that is told of no single day, before the address of a site, which says where somebody works.

    `vos trois bâtiments à Ronchin` over `une réunion le 27 février, au foyer Croizat`
    """
    told = CALENDAR_DAY.search(page.document.text, *page.sentences.at(parts.start)) is not None
    return not told and not parts.rule.startswith("head") and not is_of_next_one(page, parts)


def is_of_next_one(page: Page, parts: Parts) -> bool:
    """Check for the town of a meeting to come that has no day yet: `Prochaine visite à l'automne, à Soissons`."""
    start, end = page.sentences.at(parts.start)
    return NEXT_ONE.match(page.document.text, start) is not None and not DAY.search(page.document.text, start, end)


def towns_of_venues(ordered: Iterable[Parts]) -> Iterator[Town]:
    """Towns of the places where people meet that the page tells with their town."""
    for parts in ordered:
        if parts.city and parts.commune and parts.mode != "online":
            yield parts.city, parts.commune
