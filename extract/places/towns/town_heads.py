"""Towns at the head of what they are told of: a heading that is a town, `Arrondissement de Laon :` before a day.

Below a heading that is a town and nothing else all lines tell of that town, up to the next heading of its kind. What
leads a line to its colon says for whom the line is: a house behind it that names no town stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document import Block
from extract.knowledge import Territory
from extract.places.gazetteer.automaton import gazetteer_of
from extract.places.gazetteer.mention import Mention
from extract.places.grammar.addresses import city_name, town_of
from extract.places.grammar.context import CALENDAR_DAY, DAY, SOMEBODY_THERE
from extract.places.grammar.phrases import Parts
from extract.places.grammar.schedule import OPENING
from extract.places.page import Page
from extract.places.search.headlines import opens_with_day

Town = tuple[str, Territory]

BEHIND_TOWN = re.compile(r"\s?(?:\(\s?(?:\d{2,5}|[A-ZÀ-Ý][\w'’ -]{2,20})\s?\))?[\s:.–—-]*")
# Some of those who meet, called after their town: `Groupe « Lens »`, `Groupe A – Creil`, `Sous-groupe (Laon)`.
GROUP_OF_TOWN = re.compile(
    r"\W*(?:(?:sous-)?groupes?|promotions?|promos?|cohortes?|sessions?|parcours|[ée]quipes?|sites?|p[ôo]les?|antennes?|"
    r"secteurs?|territoires?|bassins?)\s(?:n\s?°\s?)?(?:(?:\d{1,2}|(?-i:[A-H]|I{1,3}))(?![\w'’]))?[\s«“\"(:–—-]*(?:de\s|d['’]|[àa]\s)?",
    re.IGNORECASE,
)
BEHIND_GROUP = re.compile(r"[\s»”\"):.–—-]*")
LEAD_END = re.compile(r"\s?:\s|\s[–—|·•-]\s")
# Who acts rather than whom it is for: `La mission locale de Lens propose : …`.
ACTS = re.compile(r"\b(?:propos|organis|invit|anim|pr[ée]sent|avec|par)\w*\b", re.IGNORECASE)
# For whom a line is, in general.
FOR_THEM = re.compile(
    r"\W*(?:pour|secteur|territoire|arrondissement|bassin|groupe|antenne|site|ville|commune|quartiers? prioritaires?|"
    r"[àa]|sur|dans|en)\b",
    re.IGNORECASE,
)
LONGEST_LEAD = 90


def town_heads(page: Page, block: Block) -> Iterator[Parts]:
    """Find a heading that is a town and nothing else, over lines of which one holds a day of the calendar."""
    mention = town_alone(page, block)
    commune = town_of(mention.candidates) if mention is not None else None
    if mention is None or commune is None or not has_day_below(page, block):
        return
    name = city_name(page.document.text[mention.start : mention.end], commune)
    yield Parts(mention.start, mention.end, None, None, None, name, commune, rule="head_town")


def town_alone(page: Page, block: Block) -> Mention | None:
    """The mention of a heading that says a town, and nothing else but its number or its département."""
    if block.kind != "heading":
        return None
    inside = page.mentions_in(block.start, block.end)
    mention = inside[0] if inside else None
    if mention is None or town_of(mention.candidates) is None:
        return None
    text = page.document.text
    alone = OPENING.fullmatch(text, block.start, mention.start) and BEHIND_TOWN.fullmatch(text, mention.end, block.end)
    alone = alone or (
        GROUP_OF_TOWN.fullmatch(text, block.start, mention.start)
        and BEHIND_GROUP.fullmatch(text, mention.end, block.end)
    )
    return mention if alone else None


def has_day_below(page: Page, heading: Block) -> bool:
    """Check for a day of the calendar in the lines of a heading."""
    blocks = page.document.blocks
    for block in blocks[page.document.index_of(heading) + 1 :]:
        if block.kind in ("heading", "furniture"):
            return False
        if CALENDAR_DAY.search(page.document.text, block.start, block.end):
            return True
    return False


def town_of_section(page: Page, position: int) -> Town | None:
    """The town whose heading governs a position: the nearest heading, or one above it where several are towns."""
    block = page.document.block_at(position)
    if block is None:
        return None
    above = page.document.blocks[: page.document.index_of(block)]
    headings = [line for line in reversed(above) if line.kind == "heading"]
    for number, heading in enumerate(headings):
        mention = town_alone(page, heading)
        commune = town_of(mention.candidates) if mention is not None else None
        if mention is not None and commune is not None:
            return city_name(page.document.text[mention.start : mention.end], commune), commune
        if number == 0 and heading.level <= 2:
            return None
    return None


def town_of_opening(page: Page, position: int) -> Town | None:
    """The one town that opens the heading right above a position, before its mark: `Laon : le forum de l'emploi`."""
    block = page.document.block_at(position)
    above = page.document.blocks[: page.document.index_of(block)] if block is not None else ()
    heading = next((line for line in reversed(above) if line.kind == "heading"), None)
    inside = page.mentions_in(heading.start, heading.end) if heading is not None else []
    if heading is None or len(inside) != 1 or inside[0].start != heading.start:
        return None
    commune = town_of(inside[0].candidates)
    if commune is None or LEAD_END.match(page.document.text, inside[0].end, heading.end) is None:
        return None
    return city_name(page.document.text[inside[0].start : inside[0].end], commune), commune


def town_of_lead(page: Page, parts: Parts) -> Town | None:
    """The one town, or seat of the one arrondissement, that leads the line of a place to its colon, before a day."""
    text = page.document.text
    block = page.document.block_at(parts.start)
    if block is None or block.kind in ("title", "heading", "furniture"):
        return None
    end = LEAD_END.search(text, block.start, min(parts.start, block.start + LONGEST_LEAD))
    if end is None or not DAY.search(text, end.end(), block.end):
        return None
    inside = page.mentions_in(block.start, end.start())
    alone = len(inside) == 1 and (inside[0].start, inside[0].end) == (block.start, end.start())
    if not (alone or FOR_THEM.match(text, block.start)) or ACTS.search(text, block.start, end.start()):
        return None
    if SOMEBODY_THERE.search(text, block.start, end.start()):
        return None
    return seat_of(page, inside[0]) if len(inside) == 1 else None


def town_of_line_above(page: Page, parts: Parts) -> Town | None:
    """The town, or the seat, that the line above the day of a place ends with: `Arrondissement de Laon` / `12 mai : …`.

    So on a page with several such lines, each above a day.
    """
    block = page.document.block_at(parts.start)
    line = line_before(page, block) if block is not None and opens_with_day(page, block) else None
    town = town_of_line(page, line) if line is not None else None
    if town is None:
        return None
    others = (b for b in page.document.blocks if b is not block and opens_with_day(page, b))
    heads = (line_before(page, other) for other in others)
    return town if any(head is not None and town_of_line(page, head) for head in heads) else None


def line_before(page: Page, block: Block) -> Block | None:
    """The line right before a line, in the same run of lines."""
    index = page.document.index_of(block) - 1
    line = page.document.blocks[index] if index >= 0 else None
    return line if line is not None and line.kind not in ("title", "furniture", "cell", "field") else None


def town_of_line(page: Page, line: Block) -> Town | None:
    """The town or seat that is all a short line tells of, and that ends it; none where somebody acts there."""
    text = page.document.text
    inside = page.mentions_in(line.start, line.end)
    if len(inside) != 1 or line.end - line.start > LONGEST_LEAD or DAY.search(text, line.start, line.end):
        return None
    if not FOR_THEM.match(text, line.start) and inside[0].start != line.start:
        return None
    return seat_of(page, inside[0]) if BEHIND_TOWN.fullmatch(text, inside[0].end, line.end) else None


def seat_of(page: Page, mention: Mention) -> Town | None:
    """The town of a mention, or the one where the arrondissement that it names is seated."""
    commune = town_of(mention.candidates)
    if commune is not None:
        return city_name(page.document.text[mention.start : mention.end], commune), commune
    known = gazetteer_of(page.knowledge).by_id
    seats = {t.seat_code for t in mention.candidates if t.kind == "arrondissement" and t.seat_code}
    seat = known.get(seats.pop()) if len(seats) == 1 else None
    return (seat.name, seat) if seat is not None else None
