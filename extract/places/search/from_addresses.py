"""Venues with an address: a postcode with its town or a numbered street, with the name before, on lines or in one.

An address to write to, to call at or to be billed at is no venue.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Block
from extract.matching.leaping import compile_leaping
from extract.places.elsewhere.affiliations import is_apposed
from extract.places.elsewhere.postal import is_postal
from extract.places.entries.layout import layout_of
from extract.places.gazetteer.automaton import gazetteer_of
from extract.places.gazetteer.cues import NUMBER_AFTER
from extract.places.gazetteer.mention import Mention
from extract.places.gazetteer.words import WAYS
from extract.places.grammar.addresses import BARE_STREET, NAMED_STREET, NUMBER, STREET, find_cities, town_of
from extract.places.grammar.context import DAY, OTHER_DAY, is_passed, stands_behind_day, touches_day
from extract.places.grammar.houses import HOUSE_BEFORE, LENT_HOUSE
from extract.places.grammar.name_starts import name_start
from extract.places.grammar.names import NAME_LENGTH, PLACE_NOUN, STARTS_WITH_NOUN, clean_name
from extract.places.grammar.phrases import ENTRANCE, POSTCODE_LAST, Parts, parse_region
from extract.places.grammar.room_behind import room_behind, with_house_behind
from extract.places.page import Page
from extract.places.search.headlines import heads_day, opens_with_day

# A line in brackets says how to find an address: `(derrière la piscine)`.
ASIDE_BEHIND = re.compile(r"\s\([^()]{3,60}\)$")
# On which floor, or in which building, behind a street.
FLOOR_BEHIND = re.compile(
    r"(?:,|\s[–—-])\s(?:(?:\d+(?:er|[èe]me|e)|premier|deuxi[èe]me|dernier) [ée]tage|rez[- ]de[- ]chauss[ée]e|"
    r"(?:b[âa]timent|b[âa]t\.|entr[ée]e|hall|escalier|porte) \w{1,3})$",
    re.IGNORECASE,
)
ASIDE_LINE = re.compile(r"\([^()\d]{4,60}\)")
# A street that ends a running line, with its postcode on the next one.
STREET_AT_END = re.compile(
    rf"(?:^|(?:,|\s[–—-]|:)\s)(?:{NUMBER} ?,? ?)?(?:{WAYS})(?=[\s'’])[^,;:()|\n•]{{2,60}}$", re.IGNORECASE
)
GO_THERE = compile_leaping(
    r"\b(?:rendez-vous|rdv|r\.?v\.?|d[ée]part|install[ée]e?s?|stationn\w+|dress[ée]e?s?|garée?s?|pos[ée]e?s?)\s?:?\s"
    r"(?:sur la |devant la |(?:à|au) )?$",
    re.IGNORECASE,
)
TRANSPORT = re.compile(r"(?:covoiturages?|navettes?|bus|cars?|d[ée]parts?)\b", re.IGNORECASE)
PARK = re.compile(r"parc\s(?!d['’])", re.IGNORECASE)
# What is a part of a house rather than one.
HOUSE_PART = re.compile(
    r"(?:(?:grande?|petite?)\s)?(?:salles?|amphi\w*|auditorium|p[ôo]le|b[âa]timent|hall|tour|pavillon|salons?|espace)\b",
    re.IGNORECASE,
)
# A quarter between a street and its town: `rue Haute, quartier du Port, à Calais`.
# A room stands there as well: `10 placette Lafleur, amphi 2, à Amiens`.
# Or told by its own name, the town in brackets: `10 rue Haute à Hellemmes (Lille)`.
QUARTER = compile_leaping(
    r"[,(–—-]?\s*(?:quartiers?|r[ée]sidence|parc d['’]activit[ée]s?|technop[ôo]le|(?-i:ZA|ZAC|ZI|ZAE)|"
    r"zone (?:artisanale|industrielle|commerciale|d['’]activit[ée]s?))\s[^,;:()\n]{2,40}?"
    r"(?=[,)–—\n]|\s[–—-]|\s[àa]\s)|"
    r",\s(?:(?:grande|petite)\s)?(?:salle|amphi\w*|auditorium|salon|b[âa]timent|hall|\d(?:er|[èe]me|e) [ée]tage)"
    r"(?![^\W_])[^,;:()\n]{0,40}(?=,\s[àa]\s)|\s[àa]\s(?-i:[A-ZÀ-Ý])[\w'’-]{2,25}\s(?=\($)",
    re.IGNORECASE,
)
# What stands between a town and the address behind it: a mark, or a house whose part has the address.
BEFORE_ADDRESS = re.compile(
    rf"\s?[,:(–—/|-]\s?(?:{PLACE_NOUN}[^,;:()\n.]{{2,60}}?\s?[,(–—-]\s?)?[^\s,:(–—/|-]?", re.IGNORECASE
)
# The name of a house that fills its line before its street: `Garopôle, place de la gare`.
HOUSE_ALONE = re.compile(r"[A-ZÀ-Ý][^,;:.()\d\n]{2,40}(?:,|\s[–—-])\s")
# What takes place on a day, told in a line of its own between the day and its house.
LONGEST_SUBJECT = 90
# How far an address reaches back for its name, in lines.
LINES_BACK = 4


def addresses(page: Page, block: Block) -> Iterator[Parts]:
    """Find postal addresses: a postcode with its town, with the street and the name before it, on lines or in one."""
    text = page.document.text
    start = block.start
    for city in find_cities(text, gazetteer_of(page.knowledge), block.start, block.end):
        if city.commune is None and not STREET.search(text, max(start, city.start - 100), city.start):
            continue
        first = max(start, page.sentences.at(city.start)[0])
        left = address_start(page, block, max(first, text.rfind(";", first, city.start) + 1), city.start)
        if is_postal(page, block, left, city.end):
            start = city.end
            continue
        found = parse_region(page.region(left, room_behind(page, block, city.end)))
        for parts in found:
            yield replace(parts, rule=f"address_{parts.rule}")
        start = city.end


# What may stand on a line beside its street: brackets, a floor.
LONGEST_ASIDE = 160


def streets(page: Page, block: Block) -> Iterator[Parts]:
    """Find numbered streets without a postcode, with the name before and the town behind them."""
    text = page.document.text
    named = [m for m in NAMED_STREET.finditer(text, block.start, block.end) if is_placed(page, block, m)]
    ends: list[int] = []
    for match in [*STREET.finditer(text, block.start, block.end), *named]:
        sentence = page.sentences.at(match.start())
        first = max([block.start, sentence[0], *(end for end in ends if end <= match.start())])
        first = max(first, text.rfind(";", first, match.start()) + 1)  # the place of another day stands before it
        start = address_start(page, block, first, match.start("street"))
        lent = LENT_HOUSE.search(text, max(first, match.start() - NAME_LENGTH), match.start())
        if lent is not None:
            start = lent.start("house")
        elif start == match.start("street"):
            above = lines_start(page, block, has_street=True) if start == block.start else None
            start = start if above is None else above
        end = following_town(page, match.end())
        end = end_of_postcode(page, block, end) if end == match.end() else end
        ends.append(end)
        start = preceding_town(page, block, start) if not page.mentions_in(match.end(), end) else start
        close = re.match(r"\s*\)", text[end : end + 3])
        end = end + close.end() if close and "(" in text[start:end] else end
        if is_postal(page, block, start, end):
            continue
        stops = is_passed(text, block.start, match.start())
        end = room_behind(page, block, end)
        for read in parse_region(page.region(start, end)):
            parts = with_house_behind(text, read, block.end)
            beside = touches_day(text, block.start, start) or is_line_below_day(page, block, match)
            beside = beside or is_led_to(text, block, match.start())
            beside = beside or opens_with_day(page, block)
            if stops and TRANSPORT.match(parts.name or ""):
                continue
            if parts.name is None and PARK.match(parts.street or ""):
                continue  # a park is a place by itself
            if parts.name or ((parts.city or beside) and not stops):
                yield replace(parts, rule=f"street_{parts.rule}")


def end_of_postcode(page: Page, block: Block, end: int) -> int:
    """End of a postcode that ends a street without a town, which stands before it: `(4 rue Haute, 59490)`."""
    code = POSTCODE_LAST.match(page.document.text, end, block.end)
    return code.end(1) if code else end


def is_led_to(text: str, block: Block, first: int) -> bool:
    """Check for words that lead people to a street right before it."""
    return GO_THERE.search(text, max(block.start, first - NAME_LENGTH), first) is not None


def is_placed(page: Page, block: Block, street: re.Match[str]) -> bool:
    """Check for a street without a number that a town follows or leads to, or that stands behind its house."""
    text = page.document.text
    if ENTRANCE.search(text, max(block.start, street.start() - NAME_LENGTH), street.start()):
        return False
    if is_line_below_day(page, block, street) or GO_THERE.search(
        text, max(block.start, street.start() - NAME_LENGTH), street.start()
    ):
        return True
    is_passed_by = is_passed(text, block.start, street.start())
    if (not is_passed_by and stands_behind_day(text, block.start, street.start())) or following_town(
        page, street.end()
    ) > street.end():
        return True
    if HOUSE_BEFORE.search(text, max(block.start, street.start() - NAME_LENGTH), street.start()):
        return True
    near = street.start() - block.start <= 2 * NAME_LENGTH
    if near and HOUSE_ALONE.fullmatch(text, block.start, street.start()) and is_below_day(page, block, subject=True):
        return True
    return preceding_town(page, block, street.start()) < street.start()


def is_below_day(page: Page, block: Block, *, subject: bool = False) -> bool:
    """Check for a line right below one that holds the day or the hour of a meeting.

    With `subject`, a house by its noun may also stand below the line that tells what takes place on that day.
    """
    index = page.document.index_of(block) - 1
    above = page.document.blocks[index] if index >= 0 else None
    if subject and above is not None and STARTS_WITH_NOUN.match(page.document.words_of(block)):
        short = above.kind == "paragraph" and above.end - above.start <= LONGEST_SUBJECT and above.label is None
        if short and not DAY.search(page.document.words_of(above)) and is_below_day(page, above):
            return True
    words = page.document.words_of(above) if above is not None and above.kind != "furniture" else ""
    day = DAY.search(words)
    return day is not None and OTHER_DAY.search(words[: day.start()]) is None


def is_line_below_day(page: Page, block: Block, street: re.Match[str]) -> bool:
    """Check for a street that is a line of its own right below a house, or the day or the hour of a meeting."""
    if block.end - block.start > len(street["street"]) + LONGEST_ASIDE:
        return False
    line = FLOOR_BEHIND.sub("", ASIDE_BEHIND.sub("", page.document.words_of(block))).strip(" .,")
    if line != street["street"].strip(" .,") or re.search(r"\s(?:[àa]|de|du|en)$", line):
        return False
    index = page.document.index_of(block) - 1
    above = page.document.blocks[index] if index >= 0 else None
    words = page.document.words_of(above) if above is not None and above.kind != "furniture" else ""
    if above is not None and above.row == block.row and STARTS_WITH_NOUN.match(words) and is_name_line(words):
        return True
    return is_below_day(page, block)


def preceding_town(page: Page, block: Block, start: int) -> int:
    """Start of a town that stands before an address with a mark between them (`Calais : `), else its own start."""
    index = bisect_left(page.mentions, start, key=lambda m: m.start) - 1
    mention = page.mentions[index] if index >= 0 else None
    if mention is None or mention.start < block.start or town_of(mention.candidates) is None:
        return start
    if is_apposed(page.document.text, page.sentences.at(mention.start)[0], mention.start):
        return start  # `Sophie Marin, psychologue à Nantes, au Channel, 173 boulevard Gambetta`
    between = page.document.text[mention.end : start + 1]
    return mention.start if BEFORE_ADDRESS.fullmatch(between) else start


def following_town(page: Page, end: int) -> int:
    """End of a town that follows a street (`, à Lille`), else the end of the street."""
    index = bisect_left(page.mentions, end, key=lambda m: m.start)
    if index < len(page.mentions) and town_of(page.mentions[index].candidates):
        mention = page.mentions[index]
        between = page.document.text[end : mention.start]
        street = page.document.block_at(end - 1)
        one_row = "\n" not in between or street is None or street.row == mention.block.row
        one_row = one_row and ("\n" not in between or ends_address(page, mention))
        apart = mention.block.kind == "heading" or layout_of(page).part(end - 1, mention.start)
        one_row = one_row and ("\n" not in between or not apart)
        if one_row and re.fullmatch(r"\)?\s*(?:[,(–—/-]|\n)?\s*(?:ici\s)?(?:[àa]\s+)?", QUARTER.sub("", between)):
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
    above = lines_start(page, block, has_street=street is not None)
    return inner if above is None else above


def street_before(text: str, start: int, anchor: int) -> re.Match[str] | None:
    """The street without a number right before a postcode: `Hôtel du Département – rue Ferdinand-Buisson – 62000`."""
    for match in NAMED_STREET.finditer(text, start, anchor):
        if not text[match.end() : anchor].strip(" ,;–—-(/"):
            return match
    return None


def lines_start(page: Page, block: Block, has_street: bool) -> int | None:
    """Where an address over several lines begins: at its street, then at one line of name above it."""
    blocks = page.document.blocks
    index = page.document.index_of(block)
    start = None
    for back in range(1, LINES_BACK + 1):
        line = blocks[index - back] if index >= back else None
        if line is None or line.kind in ("furniture", "title") or line.label or line.row != block.row:
            break
        if layout_of(page).part(line.start, block.start):
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
            named = name_behind_day(words, line.start)
            return start if named is None else named
    return start


def name_behind_day(words: str, start: int) -> int | None:
    """Where a name begins that ends the line of its day, above its street: `le 24 mars à 10h au Colisée`."""
    days = list(DAY.finditer(words))
    first = name_start(words)
    behind = bool(days) and days[-1].end() <= first < len(words) and len(words[days[-1].end() : first].strip(" ,")) == 0
    return start + first if behind and OTHER_DAY.search(words[: days[0].start()]) is None else None


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
