"""The address of who sends a paper, in its last lines or under its contact: people meet at the place beside the day.

Only a page that names another place beside a day can tell the two apart: an address that is alone on its page stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from extract.document import Block
from extract.matching.leaping import compile_leaping
from extract.places.grammar.context import CALENDAR_DAY, DAY, OTHER_DAY
from extract.places.grammar.phrases import Parts
from extract.places.grammar.verbs import MEETING_VERB
from extract.places.page import Page

# Who sends papers, at the head of the line of an address.
BODY: Final = re.compile(
    r"[^\n]{0,60}\b(?:directions?|services?|d[ée]partement|ddcs|ddets|dreets|drjscs|drdjscs|dreal|ddtm|f[ée]d[ée]ration|"
    r"mairie|ville|ccas|cias|pr[ée]fecture|communaut[ée]|m[ée]tropole|agglom[ée]ration|conseil|union|ligue|"
    r"associations?|secr[ée]tariat|centre de ressources|observatoire|irev|crpv|siret|impression|"
    r"ne pas jeter|hub|organis[ée]e?s? par|propos[ée]e?s? par|port[ée]e?s? par|"
    r"(?:une?|cet|cette|notre)\s(?:[ée]v[ée]nement|initiative|op[ée]ration|action|projet|manifestation|rendez-vous|"
    r"programme|proposition)\s(?:de|du|des|d['’]))\b",
    re.IGNORECASE,
)
# Who signs a paper with his address below the last place that it tells.
ORGANISATION: Final = re.compile(
    r"(?:l['’]\s?|le\s|la\s)?(?:associations?|r[ée]seau|f[ée]d[ée]ration|collectif|ligue|union|comit[ée]|club|amicale|irev|crpv)\b",
    re.IGNORECASE,
)
CONTACT: Final = re.compile(
    r"\W*(?:(?:vos?|votre|nos?|notre|les?|la)\s)?(?:contacts?|renseignements?|"
    r"informations?(?! pratiques)|infos?(?! pratiques)|inscriptions?|inscrivez[- ]vous|"
    r"s['’]inscrire|organis(?!er\b)\w+|secr[ée]tariat|interlocut\w+|r[ée]serv(?:ations?|ez|er)|qui sommes[- ]nous|"
    r"qui contacter|par (?:courrier|courriel|mail|t[ée]l[ée]phone)|[àa] qui s['’]adresser|"
    r"bulletin|modalit[ée]s|partenaires?|retour|r\.?\s?s\.?\s?v\.?\s?p|r[ée]ponse|"
    r"[àa] (?:retourner|renvoyer|adresser)|comment s['’]inscrire|avant le|au plus tard|date limite|candidatures?)\b",
    re.IGNORECASE,
)
# What an address is of that stands behind its label: an office, or who wrote, edited, drew or printed.
OFFICE: Final = re.compile(
    r"[^\n:]{0,40}(?<![^\W_])(?:exp[ée]diteu\w+|[ée]metteu\w+|[ée]diteu\w+|si[èe]ge|bureaux|suivi|r[ée]dac\w+|concep\w+|"
    r"r[ée]alisation|impress\w+|cr[ée]dits?|direct(?:eur|rice)|responsable|gestion|pour nous [ée]crire|"
    r"nous (?:contacter|[ée]crire|joindre))(?![^\W_])[^\n:]{0,40}:\s*$",
    re.IGNORECASE,
)
PHONE: Final = re.compile(
    r"[^\n]{0,12}(?:\bwww\.|https?:|[\w.-]{1,30}@\w|\bT[ée]l|\bFax\b|0\d(?:[ .]\d\d){2}|☎|📞)", re.IGNORECASE
)
# Only letters are brought to a CEDEX or a box.
CEDEX: Final = compile_leaping(r"\bcedex\b|\b(?:BP|CS|TSA)\s?\d", re.IGNORECASE)
# What stands below the address of who writes: the day of the letter, to whom, about what.
LETTER: Final = re.compile(
    r"[A-ZÀ-Ý][\w'’ -]{1,30}, le (?:1er|\d{1,2}) [^\W\d_]+ \d{4}\W*|(?:objet|r[ée]f(?:[ée]rences?)?|"
    r"v/r[ée]f|n/r[ée]f|affaire suivie par|dossier suivi par)\s?[.:].*",
    re.IGNORECASE,
)
HEAD_OF_LETTER: Final = 8
# A line that says where: `Lieu du jour 3 : Maison des syndicats, …`.
WHERE: Final = re.compile(r"\W*(?:lieux?|o[uù]|rendez-vous|rdv)\b[^:\n]{0,40}\s?[:?]", re.IGNORECASE)
# When a house is open says nothing of a meeting.
OPENING_HOURS: Final = re.compile(
    r"\W*(?:ouvert|horaires? d['’]ouverture|permanences?|accueil du public)", re.IGNORECASE
)
CLOCK: Final = compile_leaping(r"(?<![\d.:])[0-2]?\d:[0-5]\d(?![\d:])")
# A line of running text that tells all that it has to tell: what stands below is no part of it.
ENDED: Final = re.compile(r"(?:\S+\s+){4}\S*[.!?]\W*$")
# When a page was put up may stand below its foot.
STAMPED: Final = re.compile(r"\W*(?:publi|mise? (?:en ligne|[àa] jour)|modifi|derni[èe]re m)", re.IGNORECASE)
# Lines at the end of a paper, and lines that stand under a heading of contact.
BESIDE: Final = 1000
LAST_LINES: Final = 3
FIRST_LINES: Final = 3
UNDER_CONTACT: Final = 6
BELOW_DAY: Final = 5
NEAR_DAY: Final = 2
LONGEST_CONTACT: Final = 60
WHOM: Final = re.compile(
    CONTACT.pattern + r"[^\n.]{0,40}\b(?:auprès|aupr[eè]s|[àa] l['’](?:accueil|adresse)|par courrier)\b", re.IGNORECASE
)


def without_senders(page: Page, ordered: list[Parts]) -> list[Parts]:
    """The venues without the addresses of senders, where another venue stands beside a day."""
    blocks = [block for block in page.document.blocks if block.kind != "furniture"]
    numbers = {id(parts): number_of(blocks, parts.start) for parts in ordered}
    taken = {numbers[id(parts)] for parts in ordered if parts.name or parts.street}
    suspects = [parts for parts in ordered if is_set_apart(page, blocks, parts, numbers[id(parts)], taken)]
    suspects = [parts for parts in suspects if not is_only_one_below_day(page, blocks, ordered, numbers, parts)]
    if not suspects:
        return ordered
    doubted = {id(parts) for parts in suspects}
    places = [p for p in ordered if id(p) not in doubted and p.rule != "mode_words_also"]
    meant = [p for p in places if is_below_day(page, blocks, numbers[id(p)])]
    meant = meant or [p for p in places if p.mode == "online"]  # `45 minutes en visio` leads to the days
    sent = {id(p) for p in suspects if is_other(page, blocks, blocks[numbers[id(p)]], p, meant)}
    return [parts for parts in ordered if id(parts) not in sent]


def is_only_one_below_day(
    page: Page, blocks: list[Block], ordered: list[Parts], numbers: dict[int, int], parts: Parts
) -> bool:
    """Check for an address right below a day and its subject that no other place and no line of contact stands in."""
    number, taken = numbers[id(parts)], {numbers[id(p)] for p in ordered if p.name or p.street}
    if BODY.match(page.document.text, blocks[number].start, parts.end) or PHONE.match(page.document.text, parts.end):
        return False
    for line in range(number - 1, max(-1, number - NEAR_DAY - 1), -1):
        words = page.document.words_of(blocks[line])
        if line in taken or is_contact(page, blocks[line]):
            return False
        if day := CALENDAR_DAY.search(words):
            return OTHER_DAY.search(words[: day.start()]) is None
    return False


def number_of(blocks: list[Block], position: int) -> int:
    """The number of the block around a position."""
    return next((n for n, block in enumerate(blocks) if block.start <= position < block.end), 0)


def is_set_apart(page: Page, blocks: list[Block], parts: Parts, number: int, taken: set[int]) -> bool:
    """Check for an address without a day beside it, in the last lines of the page or under a heading of contact.

    `taken` are the lines with a place of their own: the day in the line above is that of the place told there.
    """
    if not (parts.street or parts.postcode) or "label" in parts.rule or parts.mode != "in_person":
        return False
    if blocks[number].kind in ("cell", "title") or is_said_where(page, blocks[number], parts):
        return False
    if is_of_office(page, blocks[number], parts):
        return True
    boxed = CEDEX.search(page.document.text, parts.start, parts.end) is not None
    signs = boxed and BODY.match(page.document.text, blocks[number].start, parts.start) is not None
    opens = not page.document.text[blocks[number].start : parts.start].strip(" –—-")
    opens = opens or BODY.match(page.document.text, blocks[number].start, parts.start) is not None
    closed = number > 0 and ENDED.search(page.document.words_of(blocks[number - 1])) is not None
    foot = number == len(blocks) - 1 or (
        number == len(blocks) - 2 and STAMPED.match(page.document.words_of(blocks[-1]))
    )
    own = opens and parts.postcode is not None and foot and (number - 1 in taken or closed)
    above = blocks[max(0, number - (0 if signs or own else 1)) : number]
    if _is_dated_beside(page, blocks[number], parts) or any(
        is_dated(page.document.words_of(block)) for block in above
    ):  # `place du 4 Septembre`
        return False
    end = number_of(blocks, max(parts.start, parts.end - 1))
    if end < HEAD_OF_LETTER and heads_letter(page, blocks, end):
        return True
    if heads_page(page, blocks, number, parts):
        return True
    end = end if boxed else number
    last = page.document.text.count("\n", parts.end) < LAST_LINES and end >= len(blocks) - LAST_LINES
    # One of a list of places is none of who sends.
    last = last and not ({number - 1, number} <= taken and blocks[number].kind == blocks[number - 1].kind == "item")
    if last and any(is_dated(page.document.words_of(block)) for block in blocks[:number]):
        return True
    lines = (*under_one_heading(blocks, number), blocks[number])
    return asks_to_write(page, blocks[number]) or any(is_contact(page, line) for line in lines)


def is_said_where(page: Page, block: Block, parts: Parts) -> bool:
    """Check for an address that its line or its sentence says people meet at: `Elle est accueillie au 36 rue Basse`."""
    if WHERE.match(page.document.text, block.start):
        return True
    return MEETING_VERB.search(page.document.text, page.sentences.at(parts.start)[0], parts.start) is not None


def _is_dated_beside(page: Page, block: Block, parts: Parts) -> bool:
    """Whether a day stands in the line of an address besides it, not too far away in a line that does not end."""
    text, sentence = page.document.text, page.sentences.at(parts.start)
    if is_dated(text[max(block.start, sentence[0], parts.start - BESIDE) : parts.start]):
        return True
    before = text[max(block.start, parts.start - BESIDE) : parts.start]
    return is_dated(before + text[parts.end : min(block.end, parts.end + BESIDE)])


def heads_letter(page: Page, blocks: list[Block], number: int) -> bool:
    """Check for a line above the day of a letter or what it is about: the address there is that of who writes."""
    return any(LETTER.fullmatch(page.document.words_of(block)) for block in blocks[number + 1 : HEAD_OF_LETTER])


def heads_page(page: Page, blocks: list[Block], number: int, parts: Parts) -> bool:
    """Check for the full address of a body in the first lines, above all days: that of who writes."""
    if number > FIRST_LINES or not (parts.postcode and parts.street):
        return False
    if any(is_dated(page.document.words_of(block)) for block in blocks[:number] if block.kind != "title"):
        return False
    return BODY.match(page.document.text, blocks[number].start, parts.end) is not None


def is_of_office(page: Page, block: Block, parts: Parts) -> bool:
    """Check for an address behind the label of an office (`Siège :`, `Éditeur du site :`), in its own sentence."""
    start, _ = page.sentences.at(parts.start)
    return OFFICE.match(page.document.text, max(start, block.start), parts.start) is not None


def asks_to_write(page: Page, block: Block) -> bool:
    """Check for a line that says whom to ask (`Renseignements auprès de la Maison du projet, 3 rue …`)."""
    return WHOM.match(page.document.words_of(block)) is not None


# A block with a thousand addresses is asked for each of them.
@lru_cache(maxsize=64)
def is_dated(words: str) -> bool:
    """Check for a day or an hour in a line that is no deadline."""
    day = (DAY.search(words) or CLOCK.search(words)) if not OPENING_HOURS.match(words) else None
    return day is not None and OTHER_DAY.search(words[: day.start()]) is None


def under_one_heading(blocks: list[Block], number: int) -> Iterable[Block]:
    """The lines above a line, back to its heading."""
    for block in reversed(blocks[max(0, number - UNDER_CONTACT) : number]):
        yield block
        if block.kind == "heading":
            return


def heads_lines(blocks: list[Block], parts: Parts) -> bool:
    """Check for a town in a heading: the houses below it are there."""
    return blocks[number_of(blocks, parts.start)].kind == "heading"


def is_contact(page: Page, block: Block) -> bool:
    """Check for a heading, a label or a short line of contact."""
    if block.label is not None and CONTACT.match(block.label):
        return True
    words = page.document.words_of(block)
    return CONTACT.match(words) is not None and (block.kind == "heading" or len(words) <= LONGEST_CONTACT)


def is_below_day(page: Page, blocks: list[Block], number: int) -> bool:
    """Check for a day or an hour in a block or in the few before it."""
    near = blocks[max(0, number - BELOW_DAY) : number + 1]
    return any(DAY.search(page.document.words_of(block)) for block in near)


def is_below_contact(page: Page, blocks: list[Block], block: Block) -> bool:
    """Check for a line right below one of contact, of an answer or of papers to send back."""
    number = blocks.index(block)
    return any(is_contact(page, line) for line in blocks[max(0, number - 2) : number])


def is_other(page: Page, blocks: list[Block], block: Block, parts: Parts, meant: list[Parts]) -> bool:
    """Check for an address in another town than the places of the days, or of a body that sends papers."""
    places = [p for p in meant if p.mode != "online" and (p.city or p.name or p.street)]
    if not places:
        return any(p.mode == "online" for p in meant)
    cities = {p.city for p in places if p.city}
    if cities and parts.city and parts.city not in cities:
        return True
    asked = is_below_contact(page, blocks, block) or asks_to_write(page, block)
    if all(p.street and p.street != parts.street for p in places) and asked:
        return True
    text = page.document.text
    signed = parts.name and parts.street and parts.postcode and block is blocks[-1]
    if signed and all(p.name and p.name != parts.name for p in places):
        return True  # the last line of a paper, whose days are in other houses
    if CEDEX.search(text, parts.start, parts.end):  # a town alone may be that of any house
        places = [p for p in places if p.name or p.street] or places
    housed = [p for p in places if p.name or p.street or not heads_lines(blocks, p)]
    places = housed or places  # a town over the line of its house tells no other place
    told = all(p.street for p in places) or all(p.name and p.name != parts.name for p in places)
    if told and heads_letter(page, blocks, blocks.index(block)):
        return True
    return told and bool(
        (asked and parts.street)
        or CEDEX.search(text, parts.start, parts.end)
        or BODY.match(text, block.start, parts.end)
        or PHONE.match(text, parts.end)
    )
