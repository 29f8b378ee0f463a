"""Mentions: names of the gazetteer that are places here, with what they can mean, and the lists they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Block, Document
from extract.matching.folding import FoldedText, fold, fold_span
from extract.matching.gates import close_gates
from extract.places.furniture import find_furniture
from extract.places.gazetteer.automaton import Gazetteer, NameMatch, is_elsewhere
from extract.places.gazetteer.barred import begins_street, is_barred, is_compound
from extract.places.gazetteer.choose import choose
from extract.places.gazetteer.cues import (
    has_place_cue,
    is_compass,
    is_known,
)
from extract.places.gazetteer.line_heads import keep_heads_of_lines
from extract.places.gazetteer.list_items import is_item
from extract.places.gazetteer.mention import Mention
from extract.places.gazetteer.neighbours import keep_towns_beside
from extract.places.gazetteer.place_lists import agree, in_one_list, in_one_schedule
from extract.places.gazetteer.set_off import (
    ends_line,
    follows_day,
    follows_street,
    is_bracketed_behind_number,
    is_set_off_before_day,
    leads_to_day,
    leads_to_hours,
    leads_to_house,
    opens_line,
)
from extract.places.gazetteer.typos import Slip, find_slips
from extract.questions import ASKS_WHERE
from extract.tables import find_label_of_cell

TERRITORY_LABEL = re.compile(r"territoires?|localisation|secteurs?( g[ée]ographiques?)?|zone|p[ée]rim[èe]tre")
LED_BY_OF = re.compile(r"(?<![^\W_])(?:de\s|d['’])$")
VENUE_LABEL = re.compile(
    r"lieu(x|\(x\))?(?! (?:de |d['’])(?:travail|exercice|r[ée]sidence|naissance|d[ée]p[ôo]t|affectation|vie)).*|"
    r"(?:en )?presentiel|sur place|"
    r"points? de (?:rencontre|rendez-vous|rassemblement|depart)|rendez[- ]vous|"
    r"adresse(?: (?:du (?:jour|lieu|rendez-vous|stage)|(?:de (?:la )?|d['’])"
    r"(?:rencontre|formation|journ[ée]e|r[ée]union|s[ée]ance|session|visite|salle|accueil)))?|o[uù] ?\??|"
    rf"{ASKS_WHERE}|"
    r"salle|localisation|(?:villes?|communes?) (?:et|/|-|ou) (?:salles?|lieux?|adresses?)"
)


def find_mentions(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """All places named in a document outside its furniture, in order."""
    text = document.text
    furniture = find_furniture(document)
    close_gates(text, furniture)
    folded = without_furniture(fold_span(text, 0, len(text)), furniture)
    read = FoldedText.of(without_furniture(text, furniture), folded)
    matches = [
        (match, block)
        for match in gazetteer.find_names(read)
        if (block := document.block_at(match.start)) is not None and block.kind != "furniture"
    ]
    kept = [accepts(text, match, block) or is_in_column(document, match, block) for match, block in matches]
    spread(text, matches, kept)
    keep_told_again(text, matches, kept)
    keep_heads_of_lines(document, matches, kept)
    ends = keep_towns_beside(text, matches, kept)
    mentions = [
        Mention(m.start, ends.get(m.start, m.end), choose(text, m, gazetteer, block.label is not None), block)
        for (m, block), keep in zip(matches, kept, strict=True)
        if keep
    ]
    return with_slips(document, in_region(agree(text, mentions, gazetteer)), gazetteer)


def in_region(mentions: list[Mention]) -> list[Mention]:
    """The mentions; of homonyms the one in the region, where the page names others that are surely there."""
    here = any(m.territory is not None and m.territory.population and not is_elsewhere(m.territory) for m in mentions)
    return [m if m.territory is not None or not here else as_the_one_here(m) for m in mentions]


def as_the_one_here(mention: Mention) -> Mention:
    """Give the mention as the one commune of its name in the region, else as it is."""
    communes = all(t.kind == "commune" for t in mention.candidates)
    inside = tuple(t for t in mention.candidates if not is_elsewhere(t))
    return replace(mention, candidates=inside, rule="name_in_region") if communes and len(inside) == 1 else mention


def without_furniture(text: str, furniture: list[tuple[int, int]]) -> str:
    """The text with a blank for every character of the furniture: spans stay true, and no name is looked for in it."""
    pieces: list[str] = []
    position = 0
    for start, end in furniture:
        pieces += (text[position:start], " " * (end - start))
        position = end
    return "".join((*pieces, text[position:]))


def accepts(text: str, match: NameMatch, block: Block) -> bool:
    """Decide whether a match is a place by its own neighbourhood."""
    label = fold(block.label or "").strip()
    if label and TERRITORY_LABEL.match(label):
        return True
    if label and VENUE_LABEL.fullmatch(label) and starts_item(text, match.start, block):
        return not (is_compound(text, match) or begins_street(text, match))
    if is_barred(text, match):
        return False
    if match.form.key == "nord":
        return not is_compass(text, match.start, match.end) and has_place_cue(text, match)
    return (
        is_known(match)
        or has_place_cue(text, match)
        or ends_line(text, match, block)
        or opens_line(text, match, block)
        or follows_day(text, match, block)
        or is_set_off_before_day(text, match, block)
        or is_bracketed_behind_number(text, match, block)
        or leads_to_hours(text, match, block)
        or leads_to_house(text, match, block)
        or leads_to_day(text, match, block)
        or follows_street(text, match, block)
        or is_item(text, match, block)
    )


def is_in_column(document: Document, match: NameMatch, block: Block) -> bool:
    """Check for a town that begins a cell, or an item in it, under a head that says where (`Lieu`)."""
    if block.kind != "cell" or not starts_item(document.text, match.start, block) or is_barred(document.text, match):
        return False
    return VENUE_LABEL.fullmatch(fold(find_label_of_cell(document, block)).strip(" ?")) is not None


def starts_item(text: str, start: int, block: Block) -> bool:
    """Check whether a position is the start of a field's value or of an item in it."""
    return start == block.start or bool(
        re.search(r"(?:[,;/(–—]|\s-|-\s)\s*$", text[max(block.start, start - 4) : start])
    )


def spread(text: str, matches: list[tuple[NameMatch, Block]], kept: list[bool]) -> None:
    """Accept, forwards then backwards, names that stand in one list with an accepted one."""
    pairs = [(i, i + 1) for i in range(len(matches) - 1)]
    for one, other in [*pairs, *((j, i) for i, j in reversed(pairs))]:
        first, second = sorted((one, other))
        left, right = matches[first][0], matches[second][0]
        joined = in_one_list(text, left.end, right.start) or in_one_schedule(text, left.end, right.start)
        if kept[one] and not kept[other] and joined:
            kept[other] = not is_barred(text, matches[other][0])


def keep_told_again(text: str, matches: list[tuple[NameMatch, Block]], kept: list[bool]) -> None:
    """Accept a name behind `de` that the page names elsewhere: `le garage d'Albert` beside `un repas à Albert`."""
    told = {match.form.key for (match, _), keep in zip(matches, kept, strict=True) if keep}
    for index, (match, _) in enumerate(matches):
        if not kept[index] and match.form.key in told and LED_BY_OF.search(text, max(0, match.start - 3), match.start):
            kept[index] = not is_barred(text, match)


def with_slips(document: Document, mentions: list[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """Add places written with a typing error, which are read only inside a list of places."""
    named = [(m.start, m.end, m.candidates[0]) for m in mentions]
    slips = find_slips(document.text, named, gazetteer)
    added = list(slip_mentions(document, slips))
    return sorted([*mentions, *added], key=lambda m: m.start) if added else mentions


def slip_mentions(document: Document, slips: list[Slip]) -> Iterator[Mention]:
    """Turn slips into mentions, each in its block."""
    for slip in slips:
        block = document.block_at(slip.start)
        if block is not None and block.kind != "furniture":
            yield Mention(slip.start, slip.end, (slip.territory,), block, "name_in_list_with_typing_error")
