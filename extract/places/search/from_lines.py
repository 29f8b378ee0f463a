"""Venues that fill a line of their own: `à l'Hôtel de Ville de Valenciennes` under the hours, or a bare phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Block
from extract.matching.by_initial import by_initial
from extract.matching.leaping import compile_leaping
from extract.places.elsewhere.postal import BODY_LEAD, POSTAL
from extract.places.elsewhere.senders import is_contact
from extract.places.elsewhere.workshops import is_workshop
from extract.places.gazetteer.mention import Mention
from extract.places.grammar.addresses import STREET
from extract.places.grammar.context import DAY, MEETING_NOUN, PEOPLE, SOMEBODY_THERE
from extract.places.grammar.modes import EXCEPTION, find_mode_words
from extract.places.grammar.names import PLACE_NOUN
from extract.places.grammar.phrases import Parts, parse_region
from extract.places.page import Page
from extract.places.search.from_towns import beside_day

# A longer line tells more than where.
LONGEST_LINE, LONGEST_PHRASE = 120, 220
VERBS = (
    r"est|sont|(?-i:a)|ont|sera|seront|aura|auront|avait|était|fait|va|vont|peut|doit|arrive|propose|organise|"
    r"accueille|vien(?:t|nent|dra)|sort(?:ent|ira)?(?= )|"
    r"boug(?:e|ent)|f[êe]te(?:nt|ra)?(?= (?:ses|son|leurs?)\b)|met(?:tent|tra)?|ouvr(?:e|ent|ira)|"
    r"compte(?:nt)?(?= \d)|comporte(?:nt)?|regroupe(?:nt)?|"
    r"pr[ée]sente(?:nt)?|invite(?:nt)?|s['’]\w+e|se \w+(?:e|ent|ra|ront)|nous|vous|il|elle|qui|que|dont|"
    r"pour(?! tous)|avec|contre|\w+ée?s? (?:depuis [\w' -]+ )?par"
)
VERB = compile_leaping(rf"\b(?:{by_initial(VERBS)})\b|(?-i:[a-zà-ÿ)]{{2}}[.!?]\s+[A-ZÀ-Ý])", re.IGNORECASE)
PLACE_FIRST = re.compile(
    r"\W*(?!A\s[–—-]\s)(?:(?:successivement|ensuite|puis|soit)\s)?(?:(?:[àaÀA]|au sein d\w+['’]?|dans|aux?|chez|en|"
    r"r[ée]unis [àa])\s(?:la |le |les |l['’])?|[àÀA] l['’]|"
    rf"{PLACE_NOUN})",
    re.IGNORECASE,
)

# Those who do something together: `Amiens Métropole et la Ville d'Abbeville`.
BODIES = compile_leaping(
    r"\bet (?:la |le |les |l['’])(?:villes?|communes?|m[ée]tropole|d[ée]partement|r[ée]gion|[ée]tat|communaut[ée])\b|"
    # Several bodies between marks, by their initials: `Préfecture de l'Oise - DDETS - ANCT`.
    r"(?:\s[–—/|+-]\s|,\s)(?-i:DDETS|DDCS|DREETS|DRJSCS|DRAJES|DREAL|DDTM|ANCT|CGET|IREV|ARS|CAF|CPAM|MSA|CNFPT|"
    r"R[ée]gion|D[ée]partement|[ÉE]tat|[ÉE]ducation nationale)(?=\s?(?:$|\s[–—/|+-]\s|,\s))",
    re.I,
)
LINE_FIRST = re.compile(
    r"\W*(?!A\s[–—-]\s)(?!au (?:menu|programme|sommaire|fil)(?![^\W_]))(?!ateliers?\s(?:n\s?[°o]\s?)?\d)"
    rf"(?:{PLACE_NOUN}|[àÀA]u?x?\s|dans\s|au sein)",
    re.IGNORECASE,
)
TOWN_AND_HOUSE = re.compile(rf"(?:\s[–—/|-]|,|\s?:)\s(?={PLACE_NOUN})", re.IGNORECASE)


def lines(page: Page, block: Block) -> Iterator[Parts]:
    """Find a line beside a day that holds a named place with its town and nothing else."""
    if block.kind in ("title", "field") or block.end - block.start > LONGEST_LINE or is_workshop(page, block):
        return
    words = page.document.words_of(block)
    if BODIES.search(words) or is_under_contact(page, block) or BODY_LEAD.match(words) or EXCEPTION.search(words):
        return
    if not (is_place_line(words) or opens_with_town(page, block)) or DAY.search(words) or not beside_day(page, block):
        return
    if not (LINE_FIRST.match(words) or opens_with_town(page, block)):
        return
    for parts in parse_region(page.region(block.start, block.end)):
        if parts.city:
            yield replace(parts, rule=f"line_{parts.rule}")


def is_under_contact(page: Page, block: Block) -> bool:
    """Check for a line right below a heading of how to sign up or whom to ask."""
    index = page.document.index_of(block)
    above = page.document.blocks[index - 1] if index else None
    return above is not None and above.kind == "heading" and is_contact(page, above)


def opens_with_town(page: Page, block: Block) -> bool:
    """Check for a line that is a town and a house behind it, with a mark between them: `Calais - Centre social`."""
    first = next(iter(page.mentions_in(block.start, block.end)), None)
    if first is None or first.start != block.start:
        return False
    return TOWN_AND_HOUSE.match(page.document.text, first.end, block.end) is not None


# A word that ends like a verb, right before the article of its object: `retrouve la halle`, `publie une note`.
VERB_AND_OBJECT = re.compile(
    r"(?<!\w)(?!(?:salle|halle|mairie|maison|[ée]cole|place|rue|ferme|gare|base)\b)[a-zà-ÿ]{4,}(?:e|ent|it)\s"
    r"(?:l[ae]s?|une?|ses|sa|son|leurs?)\s\w|(?<!\w)[a-zà-ÿ]{3,}(?:er|ir|dr)(?:a|ont)\b"
)
# Several sittings, each with a place of its own: `Matin à la mairie de Douai, après-midi à Sin-le-Noble`.
SITTINGS = re.compile(
    r"\s[àa]\s(?-i:[A-ZÀ-Ý]).*\bpuis\s.*\s[àa]\s(?-i:[A-ZÀ-Ý])|"
    r"\b(?:matin\w*|apr[èe]s-midi|soir[ée]*e?)\b.*\b(?:matin\w*|apr[èe]s-midi|soir[ée]*e?)\b|"
    rf"{MEETING_NOUN.pattern}.*\b(?:puis|et|ou|,)\s.*{MEETING_NOUN.pattern}|"
    r"\b(?:s[ée]ances?|jours?|journ[ée]es?|sessions?|modules?|ateliers?|[ée]tapes?)\s\d\b.*"
    r"\b(?:s[ée]ances?|jours?|journ[ée]es?|sessions?|modules?|ateliers?|[ée]tapes?)\s\d\b",
    re.IGNORECASE | re.DOTALL,
)
FORMAT_FIRST = re.compile(
    r"\s*(?:format|mode|modalit[ée]s?|atelier|session|s[ée]ance|module|journ[ée]e|groupe|[ée]tape)\s(?:\d{1,2}|[A-Z]|"
    r"hybride|mixte|"
    r"pr[ée]sentiel)\s?:\s(?:sur place\s)?",
    re.IGNORECASE,
)
# A house that a preposition leads to: `au Stade Bollaert-Delelis`.
NOUN_FIRST = re.compile(rf"\W*(?:aux?|[àÀ] la|[àÀ] l['’]|en|dans (?:la|le|les|l['’]))\s?{PLACE_NOUN}", re.IGNORECASE)


def bare_phrase(page: Page) -> list[Parts]:
    """Read a document that is one venue phrase and nothing else, as somebody types it; empty when it is more."""
    blocks = [b for b in page.document.blocks if b.kind != "furniture"]
    if not blocks or any(b.label for b in blocks) or len(blocks) > 4:
        return []
    start, end = blocks[0].start, blocks[-1].end
    label = FORMAT_FIRST.match(page.document.text, start, end)
    start = label.end() if label else start
    words = page.document.text[start:end]
    outside_brackets = re.sub(r"\([^)]*\)", " ", words)
    if len(words) > LONGEST_PHRASE or VERB.search(outside_brackets) or DAY.search(outside_brackets):
        return []
    if (
        POSTAL.search(words)
        or SITTINGS.search(words)
        or VERB_AND_OBJECT.search(words)
        or PEOPLE.search(words)
        or ":" in words
        or not (PLACE_FIRST.match(words) or names_places(page, start, end))
    ):
        return []
    found = [
        parts if not label or parts.is_empty else with_format(parts, label[0])
        for parts in parse_region(page.region(start, end))
    ]
    led = NOUN_FIRST.match(words) is not None
    return [
        replace(p, rule=f"phrase_{p.rule}")
        for p in found
        if p.city or p.mode != "in_person" or p.street or (p.name and led)
    ]


def with_format(parts: Parts, label: str) -> Parts:
    """A place behind `Format hybride :` is hybrid."""
    return replace(parts, mode="hybrid") if re.search(r"hybride|mixte", label, re.IGNORECASE) else parts


def names_places(page: Page, start: int, end: int) -> bool:
    """Check for a town that begins a phrase or is set off at its end (`CREPS PACA – Aix en Provence`), or a street."""
    text = page.document.text
    towns = [m for m in page.mentions if any(t.kind.startswith("commune") for t in m.candidates)]
    if towns and (towns[0].start == start or ends_with_town(text, start, end, towns[-1])):
        return True
    return STREET.search(text, start, end) is not None or any(True for _ in find_mode_words(text, start, end))


def ends_with_town(text: str, start: int, end: int, town: Mention) -> bool:
    """Check that a phrase ends with a town that is set off from what may be a name, and from no person."""
    if text[town.end : end].strip(" .()0123456789"):
        return False
    head = text[start : town.start]
    set_off = re.search(r"(?:[,/–—-]|\s[àa])\s*$", head) and head[:1].isupper()
    return bool(set_off) and not SOMEBODY_THERE.search(head)


def is_place_line(words: str) -> bool:
    """Check that words begin like a place and are no sentence."""
    if not PLACE_FIRST.match(words) or words.rstrip(" .").endswith((":", "?", "!")):
        return False
    return VERB.search(words) is None
