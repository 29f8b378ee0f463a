"""Towns of those who issue a paper: `Lettre de la cité éducative de Maubeuge` at its head, `Contact : Ville de Calais`.

A bulletin, a letter or an agenda of a town tells of places in it, unless it says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document import Block
from extract.knowledge import Territory
from extract.matching.folding import fold
from extract.matching.gates import compile_gated
from extract.places.elsewhere.guests import WHO as GUESTS
from extract.places.elsewhere.postal import PHONE_OR_MAIL
from extract.places.gazetteer.automaton import gazetteer_of
from extract.places.grammar.addresses import city_name, find_cities, town_of
from extract.places.page import Page
from extract.places.towns.site_towns import is_set_off

Town = tuple[str, Territory]

# What a local body or its paper is called, with the town that it is of, at the head of a page.
ISSUER = compile_gated(
    r"\b(?:cit[ée]s? [ée]ducatives?|centres? soci\w+|maisons? de quartier|maisons? pour tous|conseils? citoyens?|"
    r"(?:comit[ée]s?|conseils?|amicales?|collectifs?|associations?) (?:de quartier|(?:de |d['’]|des )?(?:habitant|"
    r"locataire)\w*)|"
    r"bulletin|lettre|newsletter|journal|gazette|infos?|agenda|r[ée]gies? de quartier|missions? locales?|mjc|"
    r"m[ée]diath[èe]ques?|programmes? de r[ée]ussite [ée]ducative|contrats? de ville|conseil municipal|"
    r"comit[ée]s? (?:de pilotage|techniques?|locaux|local|de suivi)|ateliers? sant[ée] ville|cl?ispd|clspd|"
    r"mairie|ville|commune|ccas|caf[ée]s?)\b[^.;:!?]{0,60}?(?:\b(?:de\s|du\s|des\s|d['’]|[àa]\s)|\s[–—-]\s|,\s|\s\()$",
    re.IGNORECASE,
)
CONTACT = re.compile(r"(?:votre |vos |nos )?(?:contacts?|renseignements?|informations?|infos?)\b", re.IGNORECASE)
BODY = compile_gated(r"\b(?:ville|mairie|commune|ccas)\s(?:de\s|d['’])$", re.IGNORECASE)
DATED = re.compile(r",? le (?:1er|\d{1,2}) [^\W\d_]+ (?:19|20)\d\d\W*")
LETTER_LINES = 8
HEAD_LINES, REACH, LONGEST_FOOT = 3, 90, 160


def issuers(page: Page) -> Iterator[Town]:
    """Towns of those who issue a page, by its first lines; else of the body of a town that is its contact."""
    found = list(towns_at_head(page))
    yield from found or towns_of_contact(page)


def towns_at_head(page: Page) -> Iterator[Town]:
    """Towns that a local body or its paper is of, in the first of the first lines that tells any."""
    blocks = page.document.first_lines(HEAD_LINES)
    told: Block | None = None
    for mention in page.mentions:
        commune, block = town_of(mention.candidates), mention.block
        if commune is None or block not in blocks or GUESTS.match(page.document.words_of(block)):
            continue
        if told is not None and block is not told:
            return
        if ISSUER.search(page.document.text, max(block.start, mention.start - REACH), mention.start) or (
            block.kind != "title"
            and is_set_off(page.document.words_of(block), mention.start - block.start, mention.end - block.start)
        ):
            told = block
            yield city_name(page.document.text[mention.start : mention.end], commune), commune


def towns_at_foot(page: Page) -> Iterator[Town]:
    """The town of the address that a paper ends with: `Association du Bois, 60500 Chantilly`."""
    blocks = [block for block in page.document.blocks if block.kind != "furniture"][-1:]
    for block in blocks:
        if block.end - block.start <= LONGEST_FOOT:
            cities = find_cities(page.document.text, gazetteer_of(page.knowledge), block.start, block.end)
            yield from ((city.name, city.commune) for city in cities if city.commune is not None)


def town_of_letter(page: Page) -> Iterator[Town]:
    """The town that dates a letter, in its first lines: `Steenvoorde, le 20 janvier 2020`."""
    blocks = page.document.first_lines(LETTER_LINES)
    for block in blocks:
        mention = next(iter(page.mentions_in(block.start, block.end)), None)
        commune = town_of(mention.candidates) if mention is not None and mention.start == block.start else None
        if mention and commune and DATED.fullmatch(page.document.text, mention.end, block.end):
            yield city_name(page.document.text[mention.start : mention.end], commune), commune


def towns_of_contact(page: Page) -> Iterator[Town]:
    """Towns whose own body is named as the contact, or before its telephone.

    `Contact : Ville de Calais, service jeunesse`, `Service jeunesse de la ville de Calais, 03 21 00 00 00`.
    """
    text = page.document.text
    for mention in page.mentions:
        commune, block = town_of(mention.candidates), mention.block
        if commune is None or not BODY.search(text, max(block.start, mention.start - REACH), mention.start):
            continue
        label = fold(block.label or "")
        told = CONTACT.match(label) if label else CONTACT.match(text, block.start)
        if told or PHONE_OR_MAIL.search(text, mention.end, block.end):
            yield city_name(text[mention.start : mention.end], commune), commune
