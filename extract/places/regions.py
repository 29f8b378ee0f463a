"""Where a document says where: the spans that hold a venue, found by label, address, premises, town or mode words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.document import Block, Document
from extract.knowledge import Knowledge
from extract.places.addresses import STREET, find_cities, town_of
from extract.places.context import DAY, is_event_place, touches_day
from extract.places.folding import fold
from extract.places.mentions import VENUE_LABEL, Mention, in_one_list
from extract.places.modes import find_mode_words
from extract.places.names import PLACE_NOUN, clean_name
from extract.places.phrases import Parts, Region, parse_premises, parse_region
from extract.places.premises import DATIVE, find_premises
from extract.places.roles import in_earlier_clause
from extract.places.sentences import Sentences

INLINE_LABEL = re.compile(
    r"(?:^|(?<=[\s•|]))(?:(?:Lieux?(?:\s?\((?:x|s)\))?|LIEUX?|Adresse|Où)\s?(?:\?|:)|📍|🏠|📌)\s*", re.MULTILINE
)
NEXT_LABEL = re.compile(
    r"\s(?:Dates?|Horaires?|Heures?|Public|Quand|Inscriptions?|Contacts?|Tarifs?|Programme|Organis\w+|Th[èe]mes?|"
    r"Intervenant\w*|Dur[ée]e|Animation)(?:\s?\(s\))?\s?[?:]|[📅🕐🕘🕑⏰📆✉☎📞📧]"
)
# An address to write to, to call at or to be billed at is no venue.
POSTAL = re.compile(
    r"\b(?:renvoy\w+|retourn\w+|adress(?:er|ez|é)\w*|envoy\w+|courrier|si[èe]ge social|factur\w+|contacts?|"
    r"coordonn[ée]es|"
    r"ch[èe]que|ordre de|cachet|signature|nom et pr[ée]nom|mentions l[ée]gales|responsable de (?:la )?publication|"
    r"[ée]dit[ée]e? par|directeur de (?:la )?publication|siret)\b",
    re.IGNORECASE,
)
PHONE_OR_MAIL = re.compile(r"\bT[ée]l(?:[ée]phone|\.)?\s?:?\s?\d|(?:0\d[ .]){2}|\w@\w|\bFax\b|\bwww\.", re.IGNORECASE)
NAME_LEAD = re.compile(
    r"(?:^|(?<=[\s(:]))(?:[àaÀA] la |[àaÀA] l['’]|au sein (?:de la |de l['’]|du |des |de |d['’])|aux? |chez |"
    r"dans (?:la |le |les |l['’])|[àÀ] |[–—-] |: |\()(?=[«\"“]|[A-ZÀ-Ý0-9]|"
    + PLACE_NOUN
    + r")|(?:^|(?<=,)\s)(?="
    + PLACE_NOUN
    + ")",
    re.IGNORECASE,
)
TOWN_LEAD = re.compile(r"(?:\b[àÀ]|(?<![\w])A|dans la (?:ville|commune) d(?:e|['’]))(?: la ville de)?\s?$")
OF_TOWN = re.compile(r"\b(?:de|d['’])\s?$")
# How far an address reaches back for its name, in lines and in characters.
LINES_BACK, NAME_LENGTH = 4, 90


@dataclass(frozen=True, slots=True)
class Page:
    """What the search for venues looks at."""

    document: Document
    knowledge: Knowledge
    mentions: list[Mention]
    sentences: Sentences
    host: str

    def region(self, start: int, end: int) -> Region:
        """Give a span as a region, with the mentions of places in it."""
        first = bisect_left(self.mentions, start, key=lambda m: m.start)
        last = bisect_left(self.mentions, end, key=lambda m: m.start)
        return Region(self.document.text, start, end, self.mentions[first:last], self.knowledge, self.host)


def labelled(page: Page, block: Block) -> Iterator[Parts]:
    """Find venues in a field `Lieu`, `Adresse`, `Où ?`, or behind such a label inside a block."""
    text = page.document.text
    if block.label is not None and VENUE_LABEL.fullmatch(fold(block.label).strip()):
        for parts in parse_region(page.region(block.start, block.end)):
            yield replace(parts, rule=f"label_{parts.rule}")
        return
    for match in INLINE_LABEL.finditer(text, block.start, block.end):
        stop = NEXT_LABEL.search(text, match.end(), block.end)
        full = re.compile(r"\.\s+(?=[A-ZÀ-Ý])").search(text, match.end(), stop.start() if stop else block.end)
        end = full.start() if full else (stop.start() if stop else block.end)
        for parts in parse_region(page.region(match.end(), end)):
            yield replace(parts, rule=f"inline_label_{parts.rule}")


def addresses(page: Page, block: Block) -> Iterator[Parts]:
    """Find postal addresses: a postcode with its town, with the street and the name before it, on lines or in one."""
    text = page.document.text
    start = block.start
    for city in find_cities(text, page.region(block.start, block.end).gazetteer, block.start, block.end):
        if city.commune is None and not STREET.search(text, max(start, city.start - 100), city.start):
            continue
        left = address_start(page, block, max(start, page.sentences.at(city.start)[0]), city.start)
        if is_postal(page, block, left, city.end):
            start = city.end
            continue
        found = parse_region(page.region(left, city.end))
        for parts in found:
            yield replace(parts, rule=f"address_{parts.rule}")
        start = city.end


def address_start(page: Page, block: Block, start: int, anchor: int) -> int:
    """Where the words of an address begin: at its name on a line before, or behind its preposition."""
    text = page.document.text
    street = next((m for m in STREET.finditer(text, start, anchor)), None)
    inner = street.start("street") if street else anchor
    head = text[start:inner]
    if head.strip(" ,;:–—-/("):
        return start + name_start(head)
    if start > block.start:
        return inner
    return lines_start(page, block, has_street=street is not None) or inner


def name_start(head: str) -> int:
    """Where a name begins in the words before an address: behind the last preposition that leads to a name."""
    limit = max(0, len(head) - NAME_LENGTH)
    leads = [m for m in NAME_LEAD.finditer(head) if m.start() >= limit]
    for lead in reversed(leads):
        if clean_name(head[lead.start() :].partition(",")[0]):
            return outer_start(head, leads, lead.start())
    days = list(DAY.finditer(head))
    start = days[-1].end() if days else 0
    short = head[start:].strip(" ,;:–—-/")
    if short and len(short) <= NAME_LENGTH and clean_name(head[start:]):
        return start
    return len(head)


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
    index = bisect_left(blocks, block.start, key=lambda b: b.start)
    start = None
    for back in range(1, LINES_BACK + 1):
        line = blocks[index - back] if index >= back else None
        if line is None or line.kind in ("furniture", "title") or line.label or line.end - line.start > NAME_LENGTH:
            break
        words = page.document.words_of(line)
        street = STREET.match(words)
        if street and not has_street:
            has_street, start = True, line.start
        elif is_box(words):
            start = line.start
        elif clean_name(words) and not DAY.search(words) and not words.rstrip().endswith((".", ":", "!", "?")):
            return line.start
        else:
            break
    return start


def is_box(words: str) -> bool:
    """Check for a line that only refines an address: a box, a floor, a building."""
    return bool(
        re.match(r"(?:BP|CS|TSA|\d+(?:er|[èe]me|e) étage|b[âa]timent|entr[ée]e|escalier)\b", words, re.IGNORECASE)
    )


def is_postal(page: Page, block: Block, start: int, end: int) -> bool:
    """Check whether an address is one to write to: said so before it, or followed by a telephone without any day."""
    text = page.document.text
    blocks = page.document.blocks
    index = bisect_left(blocks, start + 1, key=lambda b: b.start) - 1
    before = max(0, index - 1)
    head = text[max(blocks[before].start, start - 160) : start]
    if POSTAL.search(head) or (block.label and POSTAL.search(block.label)):
        return True
    after = text[end : end + 90]
    return bool(PHONE_OR_MAIL.search(after)) and not DAY.search(text[max(0, start - 200) : start])


def streets(page: Page, block: Block) -> Iterator[Parts]:
    """Find numbered streets without a postcode, with the name before and the town behind them."""
    text = page.document.text
    for match in STREET.finditer(text, block.start, block.end):
        sentence = page.sentences.at(match.start())
        start = address_start(page, block, max(block.start, sentence[0]), match.start("street"))
        if start == match.start("street"):
            start = lines_start(page, block, has_street=True) or start if start == block.start else start
        end = following_town(page, match.end())
        close = re.match(r"\s*\)", text[end : end + 3])
        end = end + close.end() if close and "(" in text[start:end] else end
        if is_postal(page, block, start, end):
            continue
        for parts in parse_region(page.region(start, end)):
            if parts.city or parts.name:
                yield replace(parts, rule=f"street_{parts.rule}")


def following_town(page: Page, end: int) -> int:
    """End of a town that follows a street (`, à Lille`), else the end of the street."""
    index = bisect_left(page.mentions, end, key=lambda m: m.start)
    if index < len(page.mentions) and town_of(page.mentions[index].candidates):
        mention = page.mentions[index]
        between = page.document.text[end : mention.start]
        if re.fullmatch(r"\s*(?:[,(–—/-]|\n)?\s*(?:[àa]\s+)?", between):
            return mention.end
    return end


def premises(page: Page, block: Block) -> Iterator[Parts]:
    """Find organisers' premises where an event is; `confié à l'IREV` is none."""
    text = page.document.text
    for found in find_premises(text, page.knowledge, block.start, block.end):
        sentence = page.sentences.at(found.start)
        if found.same:
            yield Parts(found.start, found.end, rule="same_place")
            continue
        if not found.locaux or found.organiser is None:
            title = block.kind in ("title", "heading")
            alone = found.start - block.start < 3
            if DATIVE.search(text, max(sentence[0], found.start - 70), found.start):
                continue
            if not alone and not is_event_place(text, sentence, found.start, found.end, title):
                continue
        parts = parse_premises(page.region(found.start, min(block.end, found.end + 60)))
        if parts:
            yield parts


def towns(page: Page, block: Block) -> Iterator[Parts]:
    """Find towns where an event is: `à Lille` beside a day or a verb of meeting, with a named place before them."""
    text = page.document.text
    inside = page.region(block.start, block.end).mentions
    previous: Mention | None = None
    for mention in inside:
        listed = previous is not None and in_one_list(text, previous.end, mention.start)
        previous = mention if listed else None
        if town_of(mention.candidates) is None and not any(t.kind == "departement" for t in mention.candidates):
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
    start, end = sentence
    places = {m.start - start for m in page.region(start, end).mentions}
    text = page.document.text
    return in_earlier_clause(text[start:end], mention.start - start, places) and not touches_day(
        text, start, mention.start
    )


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
        hall = re.compile(r",\s(?=[A-ZÀ-Ý])[^.;:!?,]{3,50}$").match(text, mention.end, block.end)
        return mention.start, hall.end() if hall and not DAY.search(hall[0]) else mention.end
    named = named_place_start(head[: lead.start()] if lead else head, lead is not None)
    if not (lead or contracted or named is not None):
        return None
    first = start + named if named is not None else mention.start - len(lead[0] if lead else "")
    if not is_event_place(text, sentence, first, mention.end, title):
        return None
    return first, name_behind(page, block, mention.end) if named is None else mention.end


def beside_day(page: Page, block: Block) -> bool:
    """Check whether the line before or after a block holds a day."""
    blocks = page.document.blocks
    index = bisect_left(blocks, block.start, key=lambda b: b.start)
    near = [blocks[i] for i in (index - 1, index + 1) if 0 <= i < len(blocks)]
    return any(b.kind != "furniture" and DAY.search(page.document.words_of(b)[:120]) for b in near)


def named_place_start(head: str, has_lead: bool) -> int | None:
    """Where a named place begins that leads to a town: `à la maison de quartier Beaujardin à` Valenciennes."""
    if not has_lead and not re.search(r"(?:\bde|\bd['’]|[,(–—-]|[A-ZÀ-Ý][\w-]+)\s*$", head):
        return None
    limit = max(0, len(head) - NAME_LENGTH)
    leads = list(NAME_LEAD.finditer(head, limit))
    for lead in reversed(leads):
        words = head[lead.start() :].rstrip()
        name = clean_name(re.sub(r"[,(–—-]\s*$", "", words))
        if name and not re.search(r",\s|;|:", words[2:-1]) and re.search(PLACE_NOUN, name[:25], re.IGNORECASE):
            return lead.start()
        if name and has_lead and lead[0].strip() not in ("-", "–", "—", "(") and re.match(r"[A-ZÀ-Ý]{2}", name):
            return lead.start()
    return None


def name_behind(page: Page, block: Block, end: int) -> int:
    """End of a named place that follows a town: `à Lille, dans la salle Courmont`."""
    match = re.compile(
        rf",?\s(?:dans (?:la|le|les|l['’])|[àa] la|[àa] l['’]|au|aux|chez)\s?(?={PLACE_NOUN})[^,;:.()\n]{{3,70}}",
        re.IGNORECASE,
    ).match(page.document.text, end, block.end)
    if match is None:
        return end
    day = DAY.search(match[0])
    return match.start() + day.start() if day else match.end()


def modes(page: Page, block: Block) -> Iterator[Parts]:
    """Find online and hybrid words where an event is."""
    text = page.document.text
    title = block.kind in ("title", "heading", "lead")
    for words in find_mode_words(text, block.start, block.end):
        sentence = page.sentences.at(words.start)
        if words.generic and not title and not DAY.search(text, *sentence):
            continue
        yield Parts(words.start, words.end, words.name, mode=words.mode, rule="mode_words")
