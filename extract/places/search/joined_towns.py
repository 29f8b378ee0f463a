"""Rooms, houses and streets without a town that take the one named before them: in the sentence, or above their day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.knowledge import Territory
from extract.places.entries.layout import layout_of
from extract.places.gazetteer.automaton import gazetteer_of
from extract.places.gazetteer.mention import Mention
from extract.places.grammar.addresses import city_name, town_of
from extract.places.grammar.context import CALENDAR_DAY, DAY
from extract.places.grammar.phrases import Parts
from extract.places.page import Page
from extract.places.search.headlines import heads_day
from extract.places.search.known_houses import named_elsewhere
from extract.places.towns.town_of_page import located, own_town, town_of_sentence

# What is left of the words of a day once the day itself is cut out.
LETTERS = re.compile(
    r"(?!\b(?:le|les|du|au|de|des|et|à|dès|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|heures?|min|"
    r"partir|jusqu|matin|après|midi)\b)\b[^\W\d_]{2,}|[.;!?\n]",
    re.IGNORECASE,
)
LONGEST_DAY = 70
# What a town seats or names, at the head of a line.
AREA = re.compile(
    r"\W*(?:(?:pour\s)?(?:l['’]|le\s|la\s)?(?:arrondissement|secteur|bassin|p[ôo]le|antenne|groupe|site)\s"
    r"(?:de\s(?:la\s)?|d['’]|du\s))?",
    re.IGNORECASE,
)
COLON = re.compile(r"\s?:\s")
STILL = re.compile(r"\b(?:toujours|encore|(?:de|[àa]) nouveau),?\s$", re.IGNORECASE)
# How many lines below the one that heads a day still tell of it.
LINES_OF_DAY = 4


def with_towns(page: Page, ordered: list[Parts]) -> Iterator[Parts]:
    """Give a room or street without a town the town that was named last before it, in its sentence or the one before.

    Behind the day of a town alone they are one venue with it: `à Méru, le 5 octobre à 18h (salle des fêtes)`.
    """
    last: Parts | None = None
    taken: Parts | None = None  # the town that was given to the house above it
    for number, parts in enumerate(ordered):
        if parts is taken:
            continue
        following = of_one_entry(page, parts, ordered[number + 1] if number + 1 < len(ordered) else None)
        last = of_one_entry(page, parts, last)
        if following is not None and is_town_of(page, parts, following):
            last = parts
            continue
        if following is not None and is_town_below(page, parts, following):
            yield replace(parts, city=following.city, commune=following.commune)
            taken = last = following
            continue
        if (named := in_its_own_town(page, parts)) is not None:
            last = named
            yield named
            continue
        if last is not None and (goes_on(page, parts) or is_in_clause(page, last, parts)):
            yield replace(parts, city=last.city, commune=last.commune)
            continue
        behind = number > 0 and is_town_of(page, ordered[number - 1], parts)
        own = town_at_head(page, parts) if not (parts.city or behind or parts.mode == "online") else None
        if own is None and parts.rule.startswith("room") and not parts.city:
            own = town_of_sentence(page, parts)
        if own is not None:
            yield located(parts, *own)
            continue
        if parts.rule.startswith(("room", "street")) and not parts.city and last is not None:
            yield in_town_near(page, parts, last, behind=behind)
            continue
        last = parts if parts.city else last
        headed = last is not None and is_headed(page, last, parts)
        yield replace(parts, city=last.city, commune=last.commune) if headed and last else parts


def in_its_own_town(page: Page, parts: Parts) -> Parts | None:
    """A house in the town that its name ends with, whatever town was told before: `l'église Saint-Lucien de Méru`."""
    if parts.city or not parts.name or parts.mode == "online":
        return None
    named = own_town(page, parts)
    return located(parts, named, "town_in_name") if named is not None else None


def in_town_near(page: Page, parts: Parts, last: Parts, *, behind: bool) -> Parts:
    """A room or street in the town that the page tells of it elsewhere, else in the one named last, if that is near."""
    apart = page.sentences.at(parts.start) != page.sentences.at(last.start)
    told = apart and parts.name and parts.name.lower() in page.document.text[: parts.start].lower()
    known = named_elsewhere(page, parts.name) if told and parts.name else None
    if known is not None:  # `le centre social de Mouvaux part à Bruxelles. Rendez-vous au centre social`
        return located(parts, known, "town_beside_its_name")
    near = page.sentences.at(max(0, page.sentences.at(parts.start)[0] - 2))[0] <= last.start
    near = near and not is_of_other_day(page, last, parts)
    near = near or behind or is_headed(page, last, parts)
    start = last.start if behind else parts.start
    return replace(parts, start=start, city=last.city, commune=last.commune) if near else parts


def of_one_entry(page: Page, parts: Parts, other: Parts | None) -> Parts | None:
    """Another place, unless it stands in the entry of another day."""
    return None if other is None or layout_of(page).part(parts.start, other.start) else other


def is_of_other_day(page: Page, town: Parts, house: Parts) -> bool:
    """Check for a town and a house on two lines that each tell their own day: the one says nothing of the other.

    Neither does the last item of a list say where people meet on a day below it.
    """
    one, other = page.document.block_at(town.start), page.document.block_at(house.start)
    if one is None or other is None or one == other:
        return False
    if one.kind == "item" != other.kind and CALENDAR_DAY.search(page.document.text, other.start, other.end):
        return True
    return all(CALENDAR_DAY.search(page.document.text, line.start, line.end) for line in (one, other))


def is_in_clause(page: Page, town: Parts, house: Parts) -> bool:
    """Check for a house whose town alone is told before it: `C'est à Creil que nous serons, à la Faïencerie`."""
    if house.city or not house.name or town.name or town.street or "online" in (house.mode, town.mode):
        return False
    if page.sentences.at(town.start) != page.sentences.at(house.start):
        return False
    between = page.document.text[town.end : house.start]
    if DAY.search(between) is not None:
        return False
    return between.rstrip().endswith(",") or (between.rstrip().endswith("(") and between.startswith(","))


def goes_on(page: Page, house: Parts) -> bool:
    """Check for a house without a town where the next meeting is held again: `le 8 février, toujours à la MJC`."""
    if house.city or not house.name or house.mode == "online":
        return False
    still = STILL.search(page.document.text, max(0, house.start - 20), house.start) is not None
    return still and named_elsewhere(page, house.name) is None  # a house that the page knows has its own town


def town_at_head(page: Page, parts: Parts) -> tuple[tuple[str, Territory], str] | None:
    """The town that opens the line of a place: `Arrondissement de Laon : le 11 mai à 10h (sous-préfecture)`."""
    block = page.document.block_at(parts.start)
    text = page.document.text
    start = max(block.start, text.rfind(";", block.start, parts.start) + 1) if block is not None else parts.start
    inside = page.mentions_in(start, parts.start)
    commune = town_of(inside[0].candidates) or seat_of(page, inside[0]) if inside else None
    if commune is None:
        return None
    lead, colon = AREA.fullmatch(text, start, inside[0].start), COLON.match(text, inside[0].end)
    if lead is None or colon is None:
        return None
    return (city_name(text[inside[0].start : inside[0].end], commune), commune), "town_of_line"


def seat_of(page: Page, mention: Mention) -> Territory | None:
    """The town where a named arrondissement or département is seated."""
    seats = [t.seat_code for t in mention.candidates if t.seat_code]
    return gazetteer_of(page.knowledge).by_id.get(seats[0]) if len(seats) == 1 else None


def is_headed(page: Page, town: Parts, house: Parts) -> bool:
    """Check for a house or street without a town on the lines of a day that a line with a town heads, or holds."""
    if house.city or not (house.name or house.street) or house.mode == "online":
        return False
    head, line = page.document.block_at(town.start), page.document.block_at(house.start)
    if head is None or line is None:
        return False
    dated = head.kind == "heading" and DAY.search(page.document.words_of(head)) is not None
    if not dated and not heads_day(page, head):
        return False
    first, last = page.document.index_of(head), page.document.index_of(line)
    below = page.document.blocks[first + (1 if dated else 2) : last + 1]
    return first < last <= first + LINES_OF_DAY and not any(
        CALENDAR_DAY.search(page.document.words_of(block)) for block in below
    )


def is_town_below(page: Page, house: Parts, town: Parts) -> bool:
    """Check for a town on a line of its own below a house and its hours: `La Roseraie` / `14h-16h` / `Méru`."""
    if house.city or not (house.name or house.street) or house.mode == "online":
        return False
    block = page.document.block_at(town.start)
    if (
        not town.city
        or town.name
        or town.street
        or block is None
        or block.end - block.start > town.end - town.start + 2
    ):
        return False
    between = page.document.text[house.end : town.start].replace("\n", " ")
    return len(between) < LONGEST_DAY and DAY.search(between) is not None and not LETTERS.search(DAY.sub("", between))


def is_town_of(page: Page, town: Parts, house: Parts) -> bool:
    """Check for a town alone with nothing but days and hours between it and a room or street without a town."""
    if not town.city or town.name or town.street or house.city or not house.rule.startswith(("room", "street")):
        return False
    between = page.document.text[town.end : house.start]
    if between.startswith("\n"):  # a town on a line of its own, its day on the next one, its house below
        between = between.replace("\n", " ")
    return len(between) < LONGEST_DAY and DAY.search(between) is not None and not LETTERS.search(DAY.sub("", between))
