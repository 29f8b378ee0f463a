"""Houses that a page knows: named once with their town, later by their name only (`le Phare (Calais)` … `au Phare`).

A house that a sentence with a day leads to is where people meet, once any place on the page tells its town.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from extract.document import Block
from extract.knowledge import Territory
from extract.matching.folding import fold, fold_span
from extract.matching.leaping import compile_leaping
from extract.places.elsewhere.affiliations import is_apposed
from extract.places.elsewhere.postal import POSTAL
from extract.places.gazetteer.automaton import gazetteer_of
from extract.places.gazetteer.mention import Mention
from extract.places.grammar.addresses import city_name, find_cities, has_address, town_of
from extract.places.grammar.context import CALENDAR_DAY, DAY, MADE_THERE, OTHER_DAY, SOMEBODY_THERE
from extract.places.grammar.names import STARTS_WITH_NOUN, clean_name
from extract.places.grammar.phrases import Parts
from extract.places.page import Page

Town = tuple[str, Territory]

# How far behind a name its town is looked for, and how short a name in small letters says nothing by itself.
BEHIND, SHORTEST, SHORTEST_PROPER = 120, 8, 4
BETWEEN = re.compile(
    r"(?:\s(?:de la\s|de l['’]|du\s|des\s|de\s|d['’])[\w'’-]+){0,2}?[\s,(:–—/-]*(?:[àa]\s+)?|\s(?:de\s|d['’])"
)
PROPER_NAME = re.compile(r"(?:\s[A-ZÀ-Ý][\w'’-]+){1,3}(?=\s(?:de\s|d['’]|à\s))")
# The same before a postcode: the street may stand there, on the line below the name.
BEFORE_POSTCODE = re.compile(r"[^\w.;!?]*[^.;:!?\n]{0,90}?[^\w.;!?]*")
# A house that a preposition leads to: by its noun, or by a name that is its own (`au Phare`).
LED = compile_leaping(
    r"(?<![\w’'])(?:au|[àÀ] la|[àÀ] l['’]|dans (?:la|le|les|l['’])|de la|du|chez|devant (?:la|le|l['’]))\s?"
    r"(?P<name>[^\W\d][^,;:.!?()\n–—]{2,70})",
    re.IGNORECASE,
)
FROM = re.compile(r"(?:de la|du)\s", re.IGNORECASE)
DEPARTURE = re.compile(r"\bd[ée]part(?: \w+ \d{1,2} ?h(?: ?\d\d)?)?\s$", re.IGNORECASE)
LEADS_ON = re.compile(r"(?:\s?\(|,\s)(?:[àÀ] la |[àÀ] l['’]|au |aux |chez |dans (?:la |le |les |l['’]))$|\s?\($")
TOKEN = re.compile(r"[A-ZÀ-Ý][\w'’-]*(?:\s(?:(?:de|du|des|la|le|les|et)\s|[dl]['’])*[A-ZÀ-Ý][\w'’-]*)*")
# A sentence that only says where: `Au Phare.`
LONGEST_BARE = 60
LINES_BELOW_DAY = 3
# What leads back to a place.
AGAIN = re.compile(
    r"\W*(?:(?:(?:et |de )?retour|(?:de|[àa]) nouveau|encore|toujours|rendez-vous|rdv|accueil)\s?:?\s)?"
    r"(?:(?:[àÀ]|dans|chez)\s|au\s)?",
    re.IGNORECASE,
)
# A name that stands more often is no less one house for it.
MOST_OCCURRENCES = 40


_LAST: list[tuple[Page, dict[str, Town | None]]] = []
"""The towns of the last page by the names that were looked for: a house is asked for wherever it is told."""


def named_elsewhere(page: Page, name: str) -> Town | None:
    """The one town that stands right behind the same name anywhere on the page, its footer included."""
    proper = proper_part(name)
    return town_behind(page, name) or (town_behind(page, proper) if proper else None)


def proper_part(name: str) -> str | None:
    """The own name of a house without its noun: `Stéphane Hessel`, which `Maison` and `auberge` may stand before."""
    noun = STARTS_WITH_NOUN.match(name)
    own = name[noun.end() :].strip() if noun else ""
    return own if len(own.split()) > 1 and TOKEN.fullmatch(own) else None


def town_behind(page: Page, name: str) -> Town | None:
    """The one town that stands right behind these words, wherever they stand on the page."""
    key = fold(name)
    noun = STARTS_WITH_NOUN.fullmatch(name) is not None
    if len(key) < (SHORTEST_PROPER if name[:1].isupper() else SHORTEST) and not noun:
        return None
    if not _LAST or _LAST[0][0] is not page:
        _LAST[:] = [(page, {})]
    known = _LAST[0][1]
    if name not in known:
        ends = islice(ends_of(page.document.text, name, key), MOST_OCCURRENCES)
        known[name] = the_one(
            town for end in ends for town in (*towns_after(page, end, noun=noun), *town_before(page, end - len(key)))
        )
    return known[name]


def ends_of(text: str, name: str, key: str) -> Iterator[int]:
    """Where a name ends each time it stands in a text; a short one as a word of its own with its capital."""
    folded = fold_span(text, 0, len(text))
    position = folded.find(key)
    while position >= 0:
        end = position + len(key)
        whole = not text[end : end + 1].isalnum() and not text[position - 1 : position].isalnum()
        if len(key) >= SHORTEST or (whole and text[position] == name[0]):
            yield end
        position = folded.find(key, end)


def towns_after(page: Page, end: int, *, noun: bool = False) -> Iterator[Town]:
    """The town of the address behind a name, and the town that stands right behind it, or behind its proper name."""
    text = page.document.text
    city = next(find_cities(text, gazetteer_of(page.knowledge), end, min(len(text), end + BEHIND)), None)
    if city and city.commune and BEFORE_POSTCODE.fullmatch(text, end, city.start):
        yield city.name, city.commune
    mention = next(iter(page.mentions_in(end, end + BEHIND)), None)
    commune = town_of(mention.candidates) if mention else None
    proper = PROPER_NAME.match(text, end) if noun else None  # `l'école Jules-Ferry de Denain`, then `l'école`
    end = proper.end() if proper is not None else end
    if mention and commune and BETWEEN.fullmatch(text, end, mention.start) and not opens_other_line(text, end, mention):
        yield city_name(text[mention.start : mention.end], commune), commune


def town_before(page: Page, start: int) -> Iterator[Town]:
    """The town in whose brackets a name stands, or that a preposition leads on from: `à Lille (à la MRES)`."""
    text = page.document.text
    lead = LEADS_ON.search(text, max(0, start - BEHIND), start)
    mention = next(reversed(page.mentions_in(max(0, start - BEHIND), start)), None) if lead else None
    commune = town_of(mention.candidates) if mention else None
    apposed = mention is not None and is_apposed(text, page.sentences.at(mention.start)[0], mention.start)
    if mention and lead and commune and mention.end == lead.start() and not apposed:
        yield city_name(text[mention.start : mention.end], commune), commune


def opens_other_line(text: str, end: int, mention: Mention) -> bool:
    """Check for a town that heads other lines, or begins one and goes on there: `Anzin : mardi 24` tells of itself."""
    if "\n" not in text[end : mention.start]:
        return False
    if mention.block.kind == "heading":
        return True
    stop = text.find("\n", mention.end)
    return bool(DAY.search(text, mention.end, stop if stop >= 0 else len(text)))


def the_one(towns: Iterable[Town]) -> Town | None:
    """The town, where all that are named are one and the same commune."""
    found = {commune.territory_id: (name, commune) for name, commune in towns}
    return next(iter(found.values())) if len(found) == 1 else None


def known_houses(page: Page, block: Block) -> Iterator[Parts]:
    """Find houses that a sentence with a day leads to, or that are a sentence, where the page tells their town."""
    if block.kind in ("title", "heading", "cell"):
        return
    text = page.document.text
    alone = house_alone(page, block)
    if alone is not None:
        yield alone
        return
    for start, end in page.sentences.within(block.start, block.end):
        bare = end - start <= LONGEST_BARE
        day = CALENDAR_DAY.search(text, start, end)
        if (day is None and not bare) or tells_town(page, start, end):
            continue
        for lead in LED.finditer(text, start, end):
            if day is None and lead.start() != start:
                continue
            found = house_at(page, start, lead)
            if found is not None:
                yield found
                break


def house_alone(page: Page, block: Block) -> Parts | None:
    """The house that is all a short line below a day says, told elsewhere with its town: `Retour à La Verrière`."""
    text = page.document.text
    if block.label or block.end - block.start > LONGEST_BARE or DAY.search(text, block.start, block.end):
        return None
    lead = AGAIN.match(text, block.start, block.end)
    name = clean_name(text[lead.end() if lead else block.start : block.end].strip(" ."))
    if name is None or len(fold(name)) < SHORTEST or not name[0].isupper() or not is_below_day(page, block):
        return None
    if heads_address(page, block):
        return None  # its name is read with it
    ends = islice(ends_of(text, name, fold(name)), MOST_OCCURRENCES)
    others = (end for end in ends if not block.start < end <= block.end)  # what stands below it is another line
    town = the_one(town for end in others for town in towns_after(page, end))
    return Parts(block.start, block.end, name, rule="house") if town else None


def heads_address(page: Page, block: Block) -> bool:
    """Check for an address on the line below."""
    number = page.document.index_of(block) + 1
    below = page.document.blocks[number : number + 1]
    return any(has_address(page.document.text, line.start, line.end) for line in below)


def is_below_day(page: Page, block: Block) -> bool:
    """Check for a day of the calendar in the few lines above, back to the heading."""
    blocks = page.document.blocks
    index = page.document.index_of(block)
    for line in reversed(blocks[max(0, index - LINES_BELOW_DAY) : index]):
        if line.kind != "furniture" and CALENDAR_DAY.search(page.document.text, line.start, line.end):
            return OTHER_DAY.search(page.document.words_of(line)) is None
        if line.kind in ("heading", "title"):
            return False
    return False


def house_at(page: Page, start: int, lead: re.Match[str]) -> Parts | None:
    """The house that a preposition leads to, its name as long as one with a town behind it stands on the page."""
    text = page.document.text
    head = text[start : lead.start()]
    if FROM.match(lead[0]) and not DEPARTURE.search(head):
        return None
    if OTHER_DAY.search(head) or POSTAL.search(head) or MADE_THERE.search(head) or SOMEBODY_THERE.search(head):
        return None
    words = lead["name"].split(" ")
    for count in range(min(len(words), 6), 0, -1):
        name = clean_name(" ".join(words[:count]))
        if name and is_named(name) and named_elsewhere(page, name):
            end = lead.start("name") + len(" ".join(words[:count]))
            return Parts(lead.start(), end, name, rule="house")
    return None


def is_named(name: str) -> bool:
    """Check for the noun of a house with what tells it from others, or a name of its own."""
    noun = STARTS_WITH_NOUN.match(name)
    told = noun is not None and (name[:1].isupper() or bool(name[noun.end() :].strip()))
    return told if noun else TOKEN.fullmatch(name) is not None


def tells_town(page: Page, start: int, end: int) -> bool:
    """Check whether a sentence names a town itself."""
    return any(town_of(mention.candidates) is not None for mention in page.mentions_in(start, end))
