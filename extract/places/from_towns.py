"""Venues that are a town, alone or with a named place: `à Lille` beside a day or behind a verb of meeting."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Block
from extract.places.addresses import town_of
from extract.places.context import DAY, MADE_THERE, MEETING_NOUN, SOMEBODY_THERE, is_event_place, touches_day
from extract.places.from_addresses import NAME_LEAD, NAME_LENGTH
from extract.places.from_rooms import HELD_BEFORE
from extract.places.mentions import Mention, in_one_list
from extract.places.names import PLACE_NOUN, STARTS_WITH_NOUN, clean_name
from extract.places.page import Page
from extract.places.phrases import Parts, parse_region
from extract.places.schedule import is_scheduled

TOWN_LEAD = re.compile(r"(?:\b[àÀ]|(?<![\w])A|dans la (?:ville|commune) d(?:e|['’]))(?: la ville de)?\s?$")
# A name that ends a line behind its town: `Orléans, Argonaute`.
LAST_WORDS = re.compile(r",\s(?=[A-ZÀ-Ý])[^.;:!?,]{3,50}$")
# What leads to a name that has no noun of place in it (`au Learning Center, Villeneuve-d'Ascq`).
HOSTS = re.compile(r"\s(?:accueill(?:e|era|ait)|a accueilli|recevra|re[çc]oit|a reçu)\b")
# Territories that are no town but have a seat in one.
SEATED = ("departement", "epci")
IN_BRACKETS = re.compile(r"\s?\)")
PROPER_LEADS = ("au", "à la", "à l'", "à l’", "au sein de la", "au sein de l'", "au sein du", "au sein de", "chez")
# A town that one can choose instead of the screen, and towns shared out between the sittings of a series.
OR_ONLINE = re.compile(
    r"\s*[,(]?\s*(?:ou|et|et/ou|/)\s(?:aussi )?(?:en (?:ligne|visio\w*|distanciel)|[àa] distance|(?:par|via|sur) "
    r"(?:visio\w*|zoom|teams))\b",
    re.IGNORECASE,
)
ORDINAL_SITTING = re.compile(
    rf"\b(?:la|le|l['’]|une?)\s?(?:premi[èe]re?|seconde?|deuxi[èe]me|troisi[èe]me|quatri[èe]me|derni[èe]re?|"
    rf"prochaine?|suivante?|autre)(?:\s{MEETING_NOUN.pattern})?\s(?:[àa]|dans la ville de)\s$",
    re.IGNORECASE,
)
# A named place behind its town: `à Lille, dans la salle Courmont`, `Lille (IREV)`, `Béthune, Maison du projet`.
NAME_BEHIND = re.compile(
    rf",?\s(?:dans (?:la|le|les|l['’])|[àa] la|[àa] l['’]|aux?|chez)\s?"
    rf"(?={PLACE_NOUN}|(?-i:[A-ZÀ-Ý]))[^,;:.()\n]{{3,70}}|"
    rf",\s(?={PLACE_NOUN})[^,;:.()\n]{{3,70}}|\s?\((?=(?-i:[A-ZÀ-Ý])|{PLACE_NOUN})[^()\n]{{2,60}}\)",
    re.IGNORECASE,
)

ROOM_BEHIND = re.compile(
    r",\s(?:[àa] la |en |dans la |[àa] l['’])?(?:salle|amphi\w*|auditorium|b[âa]timent|hall|atrium)\b[^,;:.()\n]{0,45}",
    re.IGNORECASE,
)


def towns(page: Page, block: Block) -> Iterator[Parts]:
    """Find towns where an event is: `à Lille` beside a day or a verb of meeting, with a named place before them."""
    text = page.document.text
    inside = page.region(block.start, block.end).mentions
    previous: Mention | None = None
    for mention in inside:
        listed = previous is not None and in_one_list(text, previous.end, mention.start)
        previous = mention if listed else None
        if town_of(mention.candidates) is None and not any(t.kind in SEATED for t in mention.candidates):
            continue
        sentence = page.sentences.at(mention.start)
        span = town_span(page, block, mention, sentence)
        if listed and span is None and re.search(r"(?:,|/|\bet)\s*(?:[àa]\s+)?$", text[: mention.start][-8:]):
            span = (mention.start, mention.end)
        if span is None or was_earlier(page, mention, sentence):
            continue
        previous = mention
        for parts in parse_region(page.region(*span)):
            if parts.city:
                yield replace(parts, rule=f"town_{parts.rule}")


def was_earlier(page: Page, mention: Mention, sentence: tuple[int, int]) -> bool:
    """Check for a town of an earlier edition without a day of its own: no venue of an event that is told here."""
    return page.earlier.hold(mention.start) and not touches_day(page.document.text, sentence[0], mention.start)


def town_span(page: Page, block: Block, mention: Mention, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The words of a venue that end with this town, or None when no event is there."""
    text = page.document.text
    start = sentence[0]
    head = text[start : mention.start]
    title = block.kind in ("title", "heading", "lead")
    lead = TOWN_LEAD.search(head)
    contracted = text[mention.start : mention.start + 2] == "au"
    alone = (mention.start, mention.end) == (block.start, block.end)
    if alone:
        return (mention.start, mention.end) if beside_day(page, block) else None
    if re.search(r"[,|(–—-]\s*$", head) and (touches_day(text, start, mention.start) or not head.strip(" (,|–—-")):
        hall = LAST_WORDS.match(text, mention.end, block.end)
        if hall and not DAY.search(hall[0]):
            return mention.start, hall.end()
        return mention.start, name_behind(page, block, mention.end)
    if head.endswith("(") and IN_BRACKETS.match(text, mention.end) and touches_day_after(text, mention.end):
        return mention.start, mention.end
    shared_out = ORDINAL_SITTING.search(head) or (lead and OR_ONLINE.match(text, mention.end))
    if shared_out or (HOSTS.match(text, mention.end) and DAY.search(text, *sentence)):
        return mention.start, mention.end
    if is_scheduled(text, block, start, mention.start, mention.end, beside_day(page, block)) and not (
        MADE_THERE.search(head) or SOMEBODY_THERE.search(head)
    ):
        return mention.start, name_behind(page, block, mention.end)
    named = named_place_start(head[: lead.start()] if lead else head, lead is not None)
    if not (lead or contracted or named is not None):
        return None
    first = start + named if named is not None else mention.start - len(lead[0] if lead else "")
    if not is_event_place(text, sentence, first, mention.end, title):
        return None
    return first, name_behind(page, block, mention.end) if named is None else room_behind(page, block, mention.end)


def touches_day_after(text: str, end: int) -> bool:
    """Check whether a day follows right behind the bracket that holds a town: `(Douai) le 4 octobre`."""
    day = DAY.search(text, end, end + 30)
    return day is not None and day.start() - end <= 12


def beside_day(page: Page, block: Block) -> bool:
    """Check whether the line before or after a block holds a day."""
    blocks = page.document.blocks
    index = bisect_left(blocks, block.start, key=lambda b: b.start)
    near = [blocks[i] for i in (index - 1, index + 1) if 0 <= i < len(blocks) and blocks[i].row == block.row]
    return any(b.kind != "furniture" and DAY.search(page.document.words_of(b)[:120]) for b in near)


def named_place_start(head: str, has_lead: bool) -> int | None:
    """Where a named place begins that leads to a town: `à la maison de quartier Beaujardin à` Valenciennes."""
    if not has_lead and not re.search(r"(?:\bde|\bd['’]|[,(–—-]|[A-ZÀ-Ý][\w-]+)\s*$", head):
        return None
    set_off = has_lead or head.rstrip().endswith(",")
    leads = list(NAME_LEAD.finditer(head, max(0, len(head) - NAME_LENGTH)))
    for position, lead in reversed(list(enumerate(leads))):
        words = head[lead.start() :].rstrip()
        name = clean_name(re.sub(r"[,(–—-]\s*$", "", words))
        if not name or re.search(r",\s|;|:", words[2:-1]):
            continue
        if re.search(PLACE_NOUN, name[:25], re.IGNORECASE):
            return wider_start(head, leads[:position], lead.start())
        behind_day = set_off or touches_day(head, 0, lead.start()) or HELD_BEFORE.search(head, 0, lead.start())
        if name[0].isupper() and lead[0].strip(" ").lower() in PROPER_LEADS and behind_day:
            return lead.start()
    return None


def wider_start(head: str, leads: list[re.Match[str]], start: int) -> int:
    """Where a name begins that has a house behind its room: `Salle du conseil, mairie de` Denain."""
    for lead in leads:
        words = head[lead.start() : start]
        one_piece = words.strip(" ,").count(",") == 0
        if one_piece and STARTS_WITH_NOUN.match(words.lstrip(" ,")) and clean_name(words):
            return lead.start()
    return start


def room_behind(page: Page, block: Block, end: int) -> int:
    """End of a room that follows a house and its town (`IUT de Béthune, amphi 2`), else the end of the town."""
    match = ROOM_BEHIND.match(page.document.text, end, block.end)
    return match.end() if match and clean_name(match[0]) and not DAY.search(match[0]) else end


def name_behind(page: Page, block: Block, end: int) -> int:
    """End of a named place that follows a town, else the end of the town."""
    match = NAME_BEHIND.match(page.document.text, end, block.end)
    if match is None or not clean_name(match[0]):
        return end
    day = DAY.search(match[0])
    if day and "(" in match[0]:
        return end
    return match.start() + day.start() if day else match.end()
