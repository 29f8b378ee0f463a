"""Venues that are a town, alone or with a named place: `à Lille` beside a day or behind a verb of meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.dates.lexicon import WEEKDAY_NAME
from extract.document import Block
from extract.matching.leaping import compile_leaping
from extract.numbers import RANKS
from extract.places.elsewhere.affiliations import is_affiliation, is_workplace
from extract.places.elsewhere.postal import POSTAL, SIGN_UP
from extract.places.elsewhere.receivers import is_received
from extract.places.elsewhere.speakers import names_speaker
from extract.places.entries.layout import layout_of
from extract.places.gazetteer.cues import NUMBER_AFTER
from extract.places.gazetteer.mention import Mention
from extract.places.gazetteer.place_lists import in_one_list
from extract.places.gazetteer.set_off import BRACKET_BEHIND_NUMBER
from extract.places.grammar.addresses import town_of
from extract.places.grammar.context import (
    CALENDAR_DAY,
    DAY,
    MADE_THERE,
    MEETING_NOUN,
    PEOPLE,
    RELATIVE,
    SOMEBODY_THERE,
    THOSE_WHO_CAME,
    TO_SOMEBODY,
    is_barred_place,
    is_day_of_paper,
    is_event_place,
    is_passed,
    touches_day,
)
from extract.places.grammar.governors import hangs_free
from extract.places.grammar.houses import (
    HOUSE_THAT_HOSTS,
    ends_line,
    house_above,
    name_behind,
    named_place_start,
)
from extract.places.grammar.names import PLACE_NOUN
from extract.places.grammar.phrases import HOUSE_IN_BRACKETS, Parts, parse_region
from extract.places.grammar.room_behind import room_behind
from extract.places.grammar.schedule import OPENING, day_behind, is_dateline, is_scheduled
from extract.places.page import Page
from extract.places.search.cards import is_town_of_card
from extract.places.search.headlines import heads_day
from extract.places.search.hosting import TWO_HOSTS, is_host, is_reached
from extract.places.search.told_alone import SET_OFF, TOWN_LEAD, WENT, is_told_alone

# How far before a town the words that lead to it are looked for.
HEAD = 160
# A name that ends a line behind its town: `Orléans, Argonaute`.
LAST_WORDS = re.compile(r",\s(?=[A-ZÀ-Ý])[^.;:!?,]{3,50}$")
# Territories that are no town but have a seat in one.
SEATED = ("departement", "epci")
# A place of publication: `(Lille, 1987)`.
IN_BRACKETS_WITH_YEAR = re.compile(r",\s(?:19|20)\d\d\)")
IN_BRACKETS = re.compile(r"\s?\)")
# A place that a preposition leads to, its town in brackets: `samedi 22 juin, sur la scène de l'Aéronef (Lille)`.
LED_NAME = re.compile(
    r"\b(?:aux?|[àa] la|[àa] l['’]|dans (?:la|le|les|l['’])|sur (?:la|le|l['’])|chez|"
    r"(?:parvis|locaux|murs|sc[èe]ne|cour|jardins?|si[èe]ge|site|salons?) (?:de la|de l['’]|du|des|d['’]))\s?"
    rf"(?P<name>(?:{PLACE_NOUN}|(?-i:[A-ZÀ-Ý0-9]))[^,;:.()\n]{{1,60}})\s\($",
    re.IGNORECASE,
)
# Where something does not take place: `n'aura pas lieu à la médiathèque de Lomme mais à la gare`.
NOT_THERE = compile_leaping(
    r"\bn['’](?:aura|auront|a|ont) (?:finalement )?pas (?:eu )?lieu\s[^.;:!?]{0,60}$|"
    r"\bne se (?:tiendr|d[ée]rouler)\w+ (?:finalement )?pas\s[^.;:!?]{0,60}$",
    re.IGNORECASE,
)
# Whose house is told behind the one that does it: `proposée par l'université de Picardie, à Amiens`.
AGENT = re.compile(
    r"\b(?:organis|propos|anim|port|pilot|men|conçu|coordonn|soutenu|financ|r[ée]alis|[ée]crit|r[ée]dig|sign)[ée]?e?s?\s"
    r"(?:[\w'’-]+\s){0,2}?par\s[^.;:!?]{3,80},\s$",
    re.IGNORECASE,
)
NO_MEETING = compile_leaping(
    rf"\b(?:pas|plus|aucune?|sans|ni)\s(?:de\s|d['’])?{MEETING_NOUN.pattern}[^.;!?]{{0,40}}$", re.IGNORECASE
)


# A line of a series begins with its number: `Étape 2 :`, `3e rencontre –`, `Journée 1 à`.
NUMBERED = re.compile(r"\W*(?:\d{1,2}\s?(?:[eè]?re|er|e|[èe]me|nde?)\s|[^\W\d_]+\s(?:n°\s?)?\d{1,2}\b)", re.IGNORECASE)
# What a clause tells is explained behind its colon.
EXPLAINED = re.compile(r"\s?:\s")

# A house may lead to a town: `à la salle des fêtes de Tergnier`.
TURN = re.compile(r"\btour d(?:e\s|['’])$")  # `c'est au tour d'Avion`
HOUSE_BEFORE = re.compile(r"(?:\bde(?: la)?|\bd['’]|\b[àa]|,)\s?$")

# What leads from one place to the next: `puis jeudi au centre social de`, `, l'après-midi à la mairie de`.
NEXT_HOUSE = re.compile(
    r"\s*(?:,|;|\bet|\bou|\bpuis)\s(?:(?:et|ou|puis|ensuite|enfin)\s)?"
    rf"(?:(?:(?:le\s)?(?:{WEEKDAY_NAME}|matin|soir|lendemain|\d{{1,2}})|l['’]apr[èe]s-midi)\s)?"
    r"(?P<house>(?:[àa] la\s|[àa] l['’]|aux?\s|dans (?:la\s|le\s|l['’])|chez\s|la\s|le\s|l['’])"
    rf"(?:{PLACE_NOUN}|(?-i:[A-ZÀ-Ý]))[^,;:.()\n]{{0,60}}?(?:\s(?:de|du|[àa])\s|\sd['’]|,\s))",
    re.IGNORECASE,
)

# What reaches from one town to another: `de Calais à Creil`.
RANGE_FROM = re.compile(r"(?<![^\W_])(?:de\s|d['’]\s?|du\s|depuis\s)$", re.IGNORECASE)
RANGE_TO = re.compile(r"\s(?:jusqu['’])?(?:à|au)\s$", re.IGNORECASE)

# Behind those who came, set off by a comma: `Ils étaient cent, élus, membres d'associations, à l'Hippodrome de`.
SET_APART = re.compile(r",\s$")
# What leads to the place of one of several: `Premier jour à Dunkerque, second jour à Calais`.
RANKED = re.compile(
    rf"(?:^|[,;:(–—-]\s|\bet\s|\bpuis\s)\W*(?:l[ae]\s|pour\sl[ae]\s)?(?:{'|'.join(RANKS)}|derni(?:er|[èe]re))\s"
    r"(?:jours?|temps|rendez-vous|date|regroupement|volet|partie|semaine|"
    rf"{MEETING_NOUN.pattern})\s?[:,–—-]?\s?(?:[àa]\s|aux?\s)?$|"
    rf"\b(?:sauf|hormis|exception de)\s(?:pour\s)?l[ae]\s(?:{'|'.join(RANKS)}|derni(?:er|[èe]re))\s?[:,(–—-]?\s?$",
    re.IGNORECASE,
)
LED = re.compile(r"(?:[àa]|aux?|dans|sous|entre|chez|en|devant|sur|direction|cap)\b", re.IGNORECASE)


def towns(page: Page, block: Block) -> Iterator[Parts]:
    """Find towns where an event is: `à Lille` beside a day or a verb of meeting, with a named place before them."""
    text = page.document.text
    inside = page.mentions_in(block.start, block.end)
    previous: Mention | None = None
    named = -1  # where the last house with its town ends
    for mention in inside:
        listed = previous is not None and in_one_list(text, previous.end, mention.start)
        previous = mention if listed else None
        if town_of(mention.candidates) is None and not any(t.kind in SEATED for t in mention.candidates):
            continue
        sentence = page.sentences.at(mention.start)
        if mention.start > block.start and is_dateline(page.document.words_of(block)):
            continue
        span = town_span(page, block, mention, sentence)
        if (
            listed
            and span is None
            and re.search(r"(?:,|/|\bet|\bou|\bpuis)\s*(?:[àa]\s+)?$", text[: mention.start][-8:])
        ):
            house = HOUSE_IN_BRACKETS.match(text, mention.end, block.end)
            span = (mention.start, house.end() if house else mention.end)
        house_next = NEXT_HOUSE.fullmatch(text, named, mention.start) if named >= sentence[0] else None
        if span is None and house_next is not None:
            span = (house_next.start("house"), mention.end)
        if (
            span is None
            or is_end_of_range(text, inside, mention)
            or was_earlier(page, mention, sentence)
            or is_passed(text, sentence[0], mention.start)
        ):
            continue
        previous = mention
        for parts in parse_region(page.region(*span)):
            if parts.city:
                named = span[1] if parts.name else -1
                yield replace(parts, rule=f"town_{parts.rule}")


def is_end_of_range(text: str, inside: list[Mention], mention: Mention) -> bool:
    """Check for a town up to which something reaches from another one: `1 300 parents, d'Étaples à Oignies`."""
    if not RANGE_TO.search(text, max(0, mention.start - len(" jusqu'à ")), mention.start):
        return False
    other = next((m for m in inside if m.end < mention.start and RANGE_TO.fullmatch(text, m.end, mention.start)), None)
    return other is not None and RANGE_FROM.search(text, max(0, other.start - len("depuis  ")), other.start) is not None


def was_earlier(page: Page, mention: Mention, sentence: tuple[int, int]) -> bool:
    """Check for a town of an earlier edition without a day of its own: no venue of an event that is told here."""
    return page.earlier.hold(mention.start) and not touches_day(page.document.text, sentence[0], mention.start)


def town_span(page: Page, block: Block, mention: Mention, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The words of a venue that end with this town, or None when no event is there."""
    text, first = page.document.text, max(sentence[0], mention.start - HEAD)
    if is_affiliation(text, first, mention.start) or NO_MEETING.search(text, first, mention.start):
        return None
    if NOT_THERE.search(text, first, mention.start) and " mais " in text[mention.end : sentence[1]]:
        return None
    number = NUMBER_AFTER.match(page.document.text, mention.end, block.end)
    if (number.end() if number else mention.end) == block.end and is_numbered(page, block, mention):
        if goes_on_from_speaker(page, block):
            return None
        house = None if heads_day(page, block) else house_above(page, block)
        if house is not None and beside_day(page, house) and not layout_of(page).part(house.start, block.start):
            return house.start, block.end
        return (mention.start, block.end) if beside_day(page, block) or is_town_of_card(page, block) else None
    span = set_off_span(page, block, mention, sentence)
    led = HOUSE_BEFORE.search(text, first, mention.start) and not TURN.search(text, first, mention.start)
    if span is not None and (span[0] < mention.start or not led):
        return span
    return led_span(page, block, mention, sentence) or span


def goes_on_from_speaker(page: Page, block: Block) -> bool:
    """Check for a line that only ends the one above it, which names somebody: `9h45 Que faire ? Anne Roy,` / `Hem`."""
    number = page.document.index_of(block) - 1
    above = page.document.blocks[number] if number >= 0 else None
    words = page.document.words_of(above) if above is not None else ""
    return words.endswith(",") and names_speaker(words[:-1])


def is_numbered(page: Page, block: Block, mention: Mention) -> bool:
    """Check for a town that begins its line, or stands behind nothing but a number of sittings (`Étape 2 : Creil`)."""
    head = page.document.text[block.start : mention.start]
    return not head or (NUMBERED.match(head) is not None and OPENING.fullmatch(head) is not None)


def set_off_span(page: Page, block: Block, mention: Mention, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The words of a venue whose town is set off beside a day, in a schedule, or shared out to a sitting."""
    text, start = page.document.text, sentence[0]
    head = text[max(start, mention.start - HEAD) : mention.start]
    opens = (
        mention.start - start < HEAD
        and not head.strip(" (,|–—-")
        and not IN_BRACKETS_WITH_YEAR.match(text, mention.end)
    )
    if SET_OFF.search(head) and is_day_of_paper(text, start, mention.start):
        return None
    if SET_OFF.search(head) and (opens or touches_day(text, start, mention.start)):
        hall = LAST_WORDS.match(text, mention.end, block.end)
        named = hall is not None and not DAY.search(hall[0])
        return mention.start, hall.end() if hall and named else name_behind(page, block, mention.end)
    if head.endswith("(") and (begins := bracket_start(text, head, mention)) is not None:
        return begins, mention.end
    if is_told_alone(text, head, mention.end):
        return mention.start, name_behind(page, block, mention.end)
    if is_host(text, sentence, mention.start, mention.end) or is_reached(text, block, mention.start):
        house = HOUSE_THAT_HOSTS.search(head)
        two = house is not None and TWO_HOSTS.search(house["house"]) is not None
        return None if two else (mention.start - len(house["house"] if house else ""), mention.end)
    if not is_scheduled(text, block, start, mention.start, mention.end, lambda: beside_day(page, block)):
        return None
    behind = day_behind(text, mention.end, block.end)
    if behind and ends_line(text, behind[1], block.end):
        return mention.start, block.end
    elsewhere = MADE_THERE.search(head) or SOMEBODY_THERE.search(head)
    return None if elsewhere else (mention.start, name_behind(page, block, mention.end))


def bracket_start(text: str, head: str, mention: Mention) -> int | None:
    """Where the words of a venue begin whose town is all that stands in brackets; None where nobody meets there."""
    if IN_BRACKETS.match(text, mention.end) is None:
        return None
    if touches_day_after(text, mention.end) or BRACKET_BEHIND_NUMBER.search(head):
        return mention.start
    led = LED_NAME.search(head)
    if led is None or not DAY.search(head, 0, led.start()) or SOMEBODY_THERE.search(head, 0, led.start()):
        return None
    return mention.start - len(head) + led.start("name")


def led_span(page: Page, block: Block, mention: Mention, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The words of a venue whose town a preposition or a named place leads to, where an event is there."""
    text = page.document.text
    base = max(sentence[0], mention.start - HEAD)
    head = text[base : mention.start]
    lead = TOWN_LEAD.search(head)
    contracted = text[mention.start : mention.start + 2] == "au"
    named = named_place_start(head[: lead.start()] if lead else head, lead is not None)
    if not (lead or contracted or named is not None):
        return None
    words = lead[0] if lead and not WENT.match(lead[0]) else ""
    first = base + named if named is not None else mention.start - len(words)
    if named is not None and is_workplace(text, sentence[0], first):
        return None
    title = block.kind in ("title", "heading", "lead")
    if not (
        (lead and leads_to_day(page, mention, sentence))
        or is_event_place(text, sentence, first, mention.end, title)
        or is_where(page, block, sentence[0], first, house=named is not None)
    ):
        return None
    return first, name_behind(page, block, mention.end) if named is None else room_behind(page, block, mention.end)


def leads_to_day(page: Page, mention: Mention, sentence: tuple[int, int]) -> bool:
    """Check for the only town of a sentence at the end of the clause that its day explains.

    `La démarche s'étend à Jeumont : rendez-vous le 6 novembre devant la gare`.
    """
    text, end = page.document.text, sentence[1]
    if not EXPLAINED.match(text, mention.end, end) or not CALENDAR_DAY.search(text, mention.end, end):
        return False
    if MADE_THERE.search(text, sentence[0], mention.start) or POSTAL.search(text, sentence[0], mention.start):
        return False
    return not any(town_of(other.candidates) for other in page.mentions_in(mention.end, end))


def is_where(page: Page, block: Block, start: int, first: int, *, house: bool) -> bool:
    """Check for a place that hangs on nothing but its sentence: no word before it is where that place is.

    A house that people are led to by a preposition is where they meet, unless people are told of before it.
    """
    text = page.document.text
    inside = house and text[start:first].strip() != ""
    if block.kind in ("title", "heading", "cell", "field") or not (inside or LED.match(text, first)):
        return False
    if any(words.search(text, start, first) for words in (AGENT, POSTAL, SIGN_UP, RELATIVE)):
        return False
    if THOSE_WHO_CAME.match(text, start, first) and SET_APART.search(text, start, first):
        return True
    if is_barred_place(text, start, first) or (house and is_received(text, start, first)):
        return False
    if RANKED.search(text[max(start, first - HEAD) : first]):
        return True
    if hangs_free(text, start, first) or THOSE_WHO_CAME.match(text, start, first):
        return True
    people = PEOPLE.search(text, start, first) if house else None
    return house and (people is None or TO_SOMEBODY.search(text, start, people.start()) is not None)


def touches_day_after(text: str, end: int) -> bool:
    """Check whether a day follows right behind the bracket that holds a town: `(Douai) le 4 octobre`."""
    day = DAY.search(text, end, end + 30)
    return day is not None and day.start() - end <= 12 and "\n" not in text[end : day.start()]


def beside_day(page: Page, block: Block) -> bool:
    """Check whether the line before or after a block holds a day."""
    blocks = page.document.blocks
    index = page.document.index_of(block)
    near = [blocks[i] for i in (index - 1, index + 1) if 0 <= i < len(blocks) and blocks[i].row == block.row]
    return any(b.kind != "furniture" and DAY.search(page.document.words_of(b)[:120]) for b in near)
