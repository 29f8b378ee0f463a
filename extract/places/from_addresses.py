"""Venues with an address: a postcode with its town or a numbered street, with the name before, on lines or in one.

An address to write to, to call at or to be billed at is no venue.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Block
from extract.places.addresses import BARE_STREET, NAMED_STREET, NUMBER, STREET, find_cities, town_of
from extract.places.context import DAY, OTHER_DAY, touches_day
from extract.places.cues import NUMBER_AFTER
from extract.places.gazetteer import gazetteer_of
from extract.places.headlines import heads_day
from extract.places.mentions import Mention
from extract.places.names import PLACE_NOUN, STARTS_WITH_NOUN, clean_name
from extract.places.page import Page
from extract.places.phrases import Parts, parse_region
from extract.places.postal import is_postal
from extract.places.room_behind import room_behind
from extract.places.words import WAYS

NAME_LEAD = re.compile(
    r"(?:^|(?<=[\s(:]))(?:[àaÀA] la |[àaÀA] l['’]|au sein (?:de la |de l['’]|du |des |de |d['’])|aux? |chez |"
    r"dans (?:la |le |les |l['’])|devant (?:la |le |l['’])|sur (?:le )(?=parvis)|sur (?:le site d[eu]s? )|"
    r"en (?=mairie|salle|(?:sous-)?pr[ée]fecture)|[àÀ] |[–—-] |: |\()(?=[«\"“]|[A-ZÀ-Ý0-9]|"
    + PLACE_NOUN
    + r")|(?:^|(?<=,)\s)(?="
    + PLACE_NOUN
    + ")",
    re.IGNORECASE,
)
# What stands in brackets right behind an hour: `8h45 (accueil café), Fort de Mons`.
ASIDE = re.compile(r"\s?\([^()]{2,40}\),?")
# A line in brackets says how to find an address: `(derrière la piscine)`.
ASIDE_LINE = re.compile(r"\([^()\d]{4,60}\)")
HOUSE_BEFORE = re.compile(
    rf"(?:[àÀ] la |[àÀ] l['’]|\bau |\bdans (?:la |le |les |l['’])|^|[,:;(|]\s?|\s[–—-]\s){PLACE_NOUN}"
    r"[^,;:()\n]{0,50}[,(]\s?$",
    re.IGNORECASE,
)
# A street that ends a running line, with its postcode on the next one.
STREET_AT_END = re.compile(
    rf"(?:^|(?:,|\s[–—-]|:)\s)(?:{NUMBER} ?,? ?)?(?:{WAYS})(?=[\s'’])[^,;:()|\n•]{{2,60}}$", re.IGNORECASE
)
GO_THERE = re.compile(
    r"\b(?:rendez-vous|rdv|r\.?v\.?|d[ée]part)\s?:?\s(?:sur la |devant la |(?:à|au) )?$", re.IGNORECASE
)
PIECE_BEFORE = re.compile(
    rf"(?:^|[,:;(]|\s[–—-]|\b(?:au|[àÀ] la|[àÀ] l['’]|dans (?:la|les?|l['’]))(?=[\s'’])['’]?)\s*"
    rf"(?P<piece>{PLACE_NOUN}[^,;:()\n]{{2,70}}),?\s?$",
    re.IGNORECASE,
)
# What is a part of a house rather than one.
HOUSE_PART = re.compile(
    r"(?:(?:grande?|petite?)\s)?(?:salles?|amphi\w*|auditorium|p[ôo]le|b[âa]timent|hall|tour|pavillon|salons?|espace)\b",
    re.IGNORECASE,
)
# A quarter between a street and its town: `rue Haute, quartier du Port, à Calais`.
# Or told by its own name, the town in brackets: `10 rue Haute à Hellemmes (Lille)`.
QUARTER = re.compile(
    r"[,(–—-]?\s*quartiers?\s[^,;:()\n]{2,40}(?=[,)–—\n]|\s[–—-]|\s[àa]\s)|\s[àa]\s(?-i:[A-ZÀ-Ý])[\w'’-]{2,25}\s(?=\($)",
    re.IGNORECASE,
)
# How far an address reaches back for its name, in lines and in characters.
LINES_BACK, NAME_LENGTH = 4, 90


def addresses(page: Page, block: Block) -> Iterator[Parts]:
    """Find postal addresses: a postcode with its town, with the street and the name before it, on lines or in one."""
    text = page.document.text
    start = block.start
    for city in find_cities(text, gazetteer_of(page.knowledge), block.start, block.end):
        if city.commune is None and not STREET.search(text, max(start, city.start - 100), city.start):
            continue
        left = address_start(page, block, max(start, page.sentences.at(city.start)[0]), city.start)
        if is_postal(page, block, left, city.end):
            start = city.end
            continue
        found = parse_region(page.region(left, room_behind(page, block, city.end)))
        for parts in found:
            yield replace(parts, rule=f"address_{parts.rule}")
        start = city.end


def streets(page: Page, block: Block) -> Iterator[Parts]:
    """Find numbered streets without a postcode, with the name before and the town behind them."""
    text = page.document.text
    named = [m for m in NAMED_STREET.finditer(text, block.start, block.end) if is_placed(page, block, m)]
    for match in [*STREET.finditer(text, block.start, block.end), *named]:
        sentence = page.sentences.at(match.start())
        start = address_start(page, block, max(block.start, sentence[0]), match.start("street"))
        if start == match.start("street"):
            start = lines_start(page, block, has_street=True) or start if start == block.start else start
        end = following_town(page, match.end())
        start = preceding_town(page, block, start) if end == match.end() else start
        close = re.match(r"\s*\)", text[end : end + 3])
        end = end + close.end() if close and "(" in text[start:end] else end
        if is_postal(page, block, start, end):
            continue
        end = room_behind(page, block, end)
        for parts in parse_region(page.region(start, end)):
            beside = touches_day(text, block.start, start) or is_line_below_day(page, block, match)
            beside = beside or GO_THERE.search(text, block.start, match.start()) is not None
            if parts.city or parts.name or beside:
                yield replace(parts, rule=f"street_{parts.rule}")


def is_placed(page: Page, block: Block, street: re.Match[str]) -> bool:
    """Check for a street without a number that a town follows or leads to, or that stands behind its house."""
    if is_line_below_day(page, block, street) or GO_THERE.search(page.document.text, block.start, street.start()):
        return True
    if following_town(page, street.end()) > street.end() or HOUSE_BEFORE.search(
        page.document.text, max(block.start, street.start() - NAME_LENGTH), street.start()
    ):
        return True
    return preceding_town(page, block, street.start()) < street.start()


def is_line_below_day(page: Page, block: Block, street: re.Match[str]) -> bool:
    """Check for a street that is a line of its own right below a house, or the day or the hour of a meeting."""
    line = page.document.words_of(block).strip(" .,")
    if line != street["street"].strip(" .,") or re.search(r"\s(?:[àa]|de|du|en)$", line):
        return False
    index = page.document.index_of(block) - 1
    above = page.document.blocks[index] if index >= 0 else None
    words = page.document.words_of(above) if above is not None and above.kind != "furniture" else ""
    if above is not None and above.row == block.row and STARTS_WITH_NOUN.match(words) and is_name_line(words):
        return True
    day = DAY.search(words)
    return day is not None and OTHER_DAY.search(words[: day.start()]) is None


def preceding_town(page: Page, block: Block, start: int) -> int:
    """Start of a town that stands before an address with a mark between them (`Calais : `), else its own start."""
    index = bisect_left(page.mentions, start, key=lambda m: m.start) - 1
    mention = page.mentions[index] if index >= 0 else None
    if mention is None or mention.start < block.start or town_of(mention.candidates) is None:
        return start
    between = page.document.text[mention.end : start + 1]
    return mention.start if re.fullmatch(r"\s?[,:(–—/|-]\s?[^\s,:(–—/|-]?", between) else start


def following_town(page: Page, end: int) -> int:
    """End of a town that follows a street (`, à Lille`), else the end of the street."""
    index = bisect_left(page.mentions, end, key=lambda m: m.start)
    if index < len(page.mentions) and town_of(page.mentions[index].candidates):
        mention = page.mentions[index]
        between = page.document.text[end : mention.start]
        street = page.document.block_at(end - 1)
        one_row = "\n" not in between or street is None or street.row == mention.block.row
        one_row = one_row and ("\n" not in between or ends_address(page, mention))
        if one_row and re.fullmatch(r"\s*(?:[,(–—/-]|\n)?\s*(?:[àa]\s+)?", QUARTER.sub("", between)):
            number = NUMBER_AFTER.match(page.document.text, mention.end)
            return number.end() if number else mention.end
    return end


def ends_address(page: Page, mention: Mention) -> bool:
    """Check that the line of a town says no more than an address may: what follows is no day and no house."""
    rest = page.document.text[mention.end : mention.block.end]
    return not heads_day(page, mention.block) and not DAY.search(rest) and not re.match(r"\s?:", rest)


def address_start(page: Page, block: Block, start: int, anchor: int) -> int:
    """Where the words of an address begin: at its name on a line before, or behind its preposition."""
    text = page.document.text
    street = STREET.search(text, start, anchor) or BARE_STREET.match(text, start, anchor)
    street = street or street_before(text, start, anchor)
    inner = street.start("street") if street else anchor
    head = text[start:inner]
    if head.strip(" ,;:–—-/("):
        return start + name_start(head)
    if start > block.start:
        return inner
    return lines_start(page, block, has_street=street is not None) or inner


def street_before(text: str, start: int, anchor: int) -> re.Match[str] | None:
    """The street without a number right before a postcode: `Hôtel du Département – rue Ferdinand-Buisson – 62000`."""
    for match in NAMED_STREET.finditer(text, start, anchor):
        if not text[match.end() : anchor].strip(" ,;–—-(/"):
            return match
    return None


def name_start(head: str) -> int:
    """Where a name begins in the words before an address: behind the last preposition that leads to a name."""
    limit = max(0, len(head) - NAME_LENGTH)
    leads = [m for m in NAME_LEAD.finditer(head) if m.start() >= limit]
    for lead in reversed(leads):
        if clean_name(head[lead.start() :].partition(",")[0]):
            if lead.start() and lead[0].strip() == "":
                return wider_house(head, lead.start())
            return outer_start(head, leads, lead.start())
    days = list(DAY.finditer(head))
    start = days[-1].end() if days else 0
    aside = ASIDE.match(head, start)
    start = aside.end() if days and aside else start
    short = head[start:].strip(" ,;:–—-/")
    if short and len(short) <= NAME_LENGTH and clean_name(head[start:]):
        return start
    return len(head)


def wider_house(head: str, start: int) -> int:
    """Where a name over several pieces begins: `Université X, bâtiment B, Campus Y`, each the noun of a place."""
    while True:
        before = PIECE_BEFORE.search(head, 0, start)
        if before is None or not clean_name(before["piece"]):
            return start
        start = before.start("piece")


def outer_start(head: str, leads: list[re.Match[str]], start: int) -> int:
    """Where the outer name begins when a name stands in brackets behind it or after a dash."""
    if head[start : start + 1] not in "(–—-":
        return start
    for lead in reversed(leads):
        if lead.start() < start and lead[0].strip(" ") not in ("(", "–", "—", "-", ":", ""):
            name = clean_name(head[lead.start() : start])
            return lead.start() if name and not re.search(r"[,;]", head[lead.end() : start]) else start
    return start


def lines_start(page: Page, block: Block, has_street: bool) -> int | None:
    """Where an address over several lines begins: at its street, then at one line of name above it."""
    blocks = page.document.blocks
    index = page.document.index_of(block)
    start = None
    for back in range(1, LINES_BACK + 1):
        line = blocks[index - back] if index >= back else None
        if line is None or line.kind in ("furniture", "title") or line.label or line.row != block.row:
            break
        words = page.document.words_of(line)
        tail = STREET_AT_END.search(words, max(0, len(words) - NAME_LENGTH))
        if back == 1 and not has_street and tail and tail.start() > 0:
            first = max(0, page.sentences.at(line.end - 1)[0] - line.start)
            return line.start + first + name_start(words[first : tail.start()])
        if line.end - line.start > NAME_LENGTH:
            break
        street = STREET.match(words) or BARE_STREET.fullmatch(words)
        if street and not has_street:
            has_street, start = True, line.start
        elif is_box(words):
            start = line.start
        elif is_name_line(words):
            return house_start(page, list(reversed(blocks[max(0, index - back - LINES_BACK) : index - back])), line)
        else:
            break
    return start


def is_name_line(words: str) -> bool:
    """Check for a line that is a name and nothing else."""
    return bool(clean_name(words)) and not DAY.search(words) and not words.rstrip().endswith((".", ":", "!", "?"))


def house_start(page: Page, above: list[Block], line: Block) -> int:
    """Where a name over several lines begins: a house above its parts (`Université` / `bâtiment B`), or below them.

    `above` are the lines over the name, the nearest first. Only one of all lines may be a house of its own.
    """
    start, houses = line.start, HOUSE_PART.match(page.document.words_of(line)) is None
    if not STARTS_WITH_NOUN.match(page.document.words_of(line)):
        return start
    for block in above[: LINES_BACK - 1]:
        words = page.document.words_of(block)
        is_house = HOUSE_PART.match(words) is None
        if block.kind in ("title", "furniture", "cell") or block.label or block.row != line.row:
            break
        if not STARTS_WITH_NOUN.match(words) or not is_name_line(words) or (houses and is_house):
            break
        start, houses = block.start, houses or is_house
    return start


def is_box(words: str) -> bool:
    """Check for a line that only refines an address: a box, a floor, a building."""
    return bool(
        re.match(r"(?:BP|CS|TSA|\d+(?:er|[èe]me|e) étage|b[âa]timent|entr[ée]e|escalier)\b", words, re.IGNORECASE)
        or ASIDE_LINE.fullmatch(words)
    )
