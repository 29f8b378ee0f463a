"""Mentions: names of the gazetteer that are places here, with what they can mean, and the lists they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.document import Block, Document
from extract.knowledge import Territory
from extract.matching.folding import FoldedText, fold, fold_span
from extract.matching.gates import close_gates
from extract.places.furniture import find_furniture
from extract.places.gazetteer.automaton import Gazetteer, NameMatch, is_elsewhere
from extract.places.gazetteer.choose import choose
from extract.places.gazetteer.cues import (
    INSTITUTION_BEFORE,
    are_called_quarters,
    has_place_cue,
    is_called_so,
    is_compass,
    is_end_of_compound,
    is_half_of_room,
    is_known,
    names_a_person,
    names_a_quarter,
    names_a_street,
)
from extract.places.gazetteer.line_heads import is_at_head, keep_heads_of_lines
from extract.places.gazetteer.list_items import is_item
from extract.places.gazetteer.neighbours import keep_towns_beside
from extract.places.gazetteer.typos import Slip, find_slips
from extract.places.gazetteer.words import COMPOUNDS, ORDINARY, PLAIN_WAYS
from extract.places.grammar.addresses import NAMED_STREET
from extract.places.grammar.context import CALENDAR_DAY, DAY, MONTH
from extract.places.grammar.names import PLACE_NOUN, STARTS_WITH_NOUN
from extract.tables import find_label_of_cell

TERRITORY_LABEL = re.compile(r"territoires?|localisation|secteurs?( g[ée]ographiques?)?|zone|p[ée]rim[èe]tre")
VENUE_LABEL = re.compile(
    r"lieu(x|\(x\))?(?! (?:de |d['’])(?:travail|exercice|r[ée]sidence|naissance|d[ée]p[ôo]t|affectation|vie)).*|"
    r"(?:en )?presentiel|sur place|"
    r"points? de (?:rencontre|rendez-vous|rassemblement|depart)|rendez[- ]vous|"
    r"adresse(?: (?:du (?:jour|lieu|rendez-vous|stage)|(?:de (?:la )?|d['’])"
    r"(?:rencontre|formation|journ[ée]e|r[ée]union|s[ée]ance|session|visite|salle|accueil)))?|o[uù] ?\??|"
    r"salle|localisation|(?:villes?|communes?) (?:et|/|-|ou) (?:salles?|lieux?|adresses?)"
)
# What joins two items of one list of places, determiners and common nouns included.
SET_OFF_HEAD = re.compile(r"\s?(?:\(\d\d\)\s?)?(?:\s[–—-]\s|[,:|]\s)\s?")
SET_OFF = re.compile(r"(?:[,/–—(]|\s-)\s*$")
# The end of a bracket, with the département where it is told: `(Maissemy, Aisne)`.
STREET_BEHIND = re.compile(
    r"\s?[(,]\s?\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|av\.|boulevard|bd|place|quai|all[ée]e|route)\b", re.I
)
# Behind the mark that follows a town its street or its hours go on: `La Grange, Hirson, 9h-11h`.
GOES_ON = re.compile(
    rf"(?:\s?[,(|:]|\s[–—-])\s?(?:(?:de|[àa]|d[èe]s|le|les)\s)?"
    rf"(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di\s|dimanche\s)?{DAY.pattern}|"
    rf"(?:{PLAIN_WAYS})\s(?:(?:de(?:\s(?:la|l['’]))?|du|des)\s?|d['’])?(?-i:[A-ZÀ-Ý]))",
    re.IGNORECASE,
)
# A day behind a town that is set off: `Deuxième étape : Wimereux, le 6 octobre`.
DAY_BEHIND = re.compile(
    rf"\s?[,(]\s?(?:le\s(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\s)?|"
    rf"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\s)(?:1er|\d{{1,2}})\s{MONTH}\b",
    re.IGNORECASE,
)
CLAUSE_HEAD = re.compile(r"(?:^|[:,;–—(]\s|\b(?:par|puis|ensuite|enfin)\s)$", re.IGNORECASE)
IN_BRACKET = re.compile(r"(?:,\s(?:[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?|\d\d))?\)")
# A town between marks: behind the last figure or letter of a day, and before another mark.
BEHIND_DAY = re.compile(r"\w(?:\t|(?:\s?[,:|(]|\s[–—-])\s|\s?\()$")
BEFORE_MARK = re.compile(r"\s?[,|(:]\s?|\s[–—-]\s")
HOURS_BEHIND = re.compile(r"\s?\((?:de |à |dès )?\d{1,2}\s?(?:h|:)", re.IGNORECASE)
STOP = re.compile(r"\.(?=\s[A-ZÀ-Ý])")  # the end of a sentence that only says when and where
REACH = 40
# Characters before a town within which what it is set off from stands, a house or a street.
LONGEST_LEAD = 160
# A proper name with its article is a house as well, before a town that is no everyday word (`Le Phare, Roye, 14h`).
PROPER_SET_OFF = re.compile(r"(?:^|[,–—:(|-]\s)(?:L[ae]s?\s|L['’])[A-ZÀ-Ý][^,;:()\n]{0,40}(?:[,/–—(]|\s-)\s*$")
# A house right before the mark makes the name behind it a town, even an everyday word (`salle Pommery, Clermont`).
HOUSE_SET_OFF = re.compile(rf"\b{PLACE_NOUN}[^,;:()\n]{{0,50}}(?:[,/–—(]|\s-)\s*$", re.IGNORECASE)
BEHIND_STREET = re.compile(
    rf"(?:\d(?: bis| ter)?,? (?:{PLAIN_WAYS})\s|(?:^|[,:(–—-]\s)(?:{PLAIN_WAYS})\s"
    r"(?:(?:d[eu]s?|de la)\s|(?:de l|d)['’])?(?=(?-i:[A-ZÀ-Ý])|\d))[^,;:()\n]{2,50}, $",
    re.IGNORECASE,
)
# With its article in small letters a house is no town that is called so (`à l'Hôpital de Seclin`).
ARTICLE_AND_HOUSE = re.compile(rf"(?:l['’]|la |le )(?i:{PLACE_NOUN})")
# What leads to a house where people only come together: `Guise – RDV à la gare`.
HOUSE_LEAD = re.compile(
    r"(?:rdv|rendez-vous|rv|d[ée]part|accueil)\s?:?\s?(?:devant\s|[àa]\s)?(?:(?:la|le|les)\s|l['’]|du\s|aux?\s)?",
    re.IGNORECASE,
)
AT_HOUSE = re.compile(rf"(?:[àa]\s(?:la\s|l['’])|aux?\s)(?i:{PLACE_NOUN})")
# Towns that are called like a street: `Rue du 8 mai 1945`.
VEHICLE = "bus"  # a village of this name has a few hundred people
WAYS_IN_TOWNS = ("rue", "place", "la rue", "le quai")
BRACKET = re.compile(r"\s?\([^()]*\)\s*")
ARRONDISSEMENTS = re.compile(r"\barrondissements\s(?:de |d['’]|du )$", re.IGNORECASE)
NOUN = r"(?:territoires?|communes?|villes?|agglom[ée]rations?|arrondissements?|d[ée]partements?|r[ée]gions?)"
JOINER = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:,|/|;|·|•|[–—-]|\+|&|\bet\b|\bou\b|\bpuis\b|\bainsi qu(?:e\b|['’])|\n)\s*"
    r"(?:(?:et|ou|puis|enfin)\s+)*(?:(?:[àa]|sur|pour|de|du|des|d['’]|en|dans|aux?)\s*)?"
    rf"(?:(?:la|le|les|l['’])\s*)?(?:{NOUN}\s+(?:de la |de l['’]|de |d['’]|du |des )?)?",
    re.IGNORECASE,
)
# A day between two towns of a schedule, set off by marks: `Guise – 11 mai, Vervins`, `Guise (4 mai), Hirson`.
DAY_BETWEEN = re.compile(
    r"\s*[–—;,:(|/-]\s*(?:et\s)?(?:le\s|du\s)?(?:(?:lun|mar|mercre|jeu|vendre|same)di\s|dimanche\s)?(?:1er|\d{1,2})\s"
    rf"{MONTH}(?:\s\d{{4}})?[^\w\n]*?(?:[,:)–—|-]|\sà)\s*(?:[,;–—-]\s*)?(?:et\s)?(?:à\s)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place named in the text. `candidates` holds one territory when its meaning is decided."""

    start: int
    end: int
    candidates: tuple[Territory, ...]
    block: Block
    rule: str = "name"

    @property
    def territory(self) -> Territory | None:
        """The territory, when the words leave one only."""
        return self.candidates[0] if len(self.candidates) == 1 else None


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
        return not is_compound(text, match)
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


def opens_line(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town set off at the head of a line, a house, street or day behind it (`Guise – Mairie`)."""
    if not is_at_head(text, match.start, block) or block.kind == "title" or not text[match.start].isupper():
        return False
    mark = SET_OFF_HEAD.match(text, match.end, block.end)
    if mark is None:
        return False
    lead = HOUSE_LEAD.match(text, mark.end(), block.end)
    house = STARTS_WITH_NOUN.match(text, lead.end() if lead else mark.end(), block.end)
    if house is not None or match.form.key in ORDINARY:
        return house is not None
    return bool(DAY.search(text, mark.end(), block.end) or NAMED_STREET.match(text, mark.end(), block.end))


def is_set_off_before_day(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town between marks right before a day: `27e rencontre – BRETEUIL – mardi 4 octobre`."""
    if not text[match.start].isupper() or match.form.key in ORDINARY:
        return False
    if any(t.kind == "area" for t in match.form.territories):
        return False
    if SET_OFF.search(text, max(block.start, match.start - 4), match.start) is None:
        return False
    mark = BEFORE_MARK.match(text, match.end, block.end)
    return mark is not None and CALENDAR_DAY.match(text, mark.end(), block.end) is not None


def leads_to_house(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town set off before its house (`le sommeil - Hirson, au centre social`, `(La Fère, mairie)`)."""
    if not text[match.start].isupper() or any(t.kind == "area" for t in match.form.territories):
        return False
    if SET_OFF.search(text, max(block.start, match.start - 4), match.start) is None:
        return False
    mark = BEFORE_MARK.match(text, match.end, block.end)
    if mark is None:
        return False
    bare = match.form.key not in ORDINARY and STARTS_WITH_NOUN.match(text, mark.end(), block.end) is not None
    return bare or AT_HOUSE.match(text, mark.end(), block.end) is not None


def follows_day(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town between marks right behind a day or an hour: `31 mars, 14h – 16h, Bergues (Le Relais)`."""
    if not text[match.start].isupper() or any(t.kind == "area" for t in match.form.territories):
        return False
    before = BEHIND_DAY.search(text, max(block.start, match.start - REACH), match.start)
    mark = (BEFORE_MARK.match(text, match.end, block.end) or STOP.match(text, match.end)) if before else None
    ends = match.end == block.end and CALENDAR_DAY.search(text, block.start, match.start) is not None
    if before is None or (mark is None and not ends):
        return False
    days = list(DAY.finditer(text, max(block.start, match.start - REACH), before.start() + 1))
    beside = bool(days) and days[-1].end() == before.start() + 1
    return beside and (
        ends
        or match.form.key not in ORDINARY
        or (mark is not None and STARTS_WITH_NOUN.match(text, mark.end(), block.end) is not None)
    )


def leads_to_hours(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town set off before a bracket that opens with its hours: `Visite du musée - Guise (10h-16h)`."""
    if not text[match.start].isupper() or SET_OFF.search(text, max(block.start, match.start - 4), match.start) is None:
        return False
    return HOURS_BEHIND.match(text, match.end, block.end) is not None


def leads_to_day(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town at the head of a clause with its day behind it (`Au milieu : Wimereux, le 6 octobre`)."""
    if (
        not text[match.start].isupper()
        or match.form.key in ORDINARY
        or not text.startswith((",", " (", "("), match.end)
    ):
        return False
    head = CLAUSE_HEAD.search(text, max(block.start, match.start - 9), match.start)
    return head is not None and DAY_BEHIND.match(text, match.end, block.end) is not None


def follows_street(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town right behind a street: `28 avenue Foch, La Capelle`, `Le Quai, place Foch, Guise`."""
    return (
        text[match.start].isupper()
        and BEHIND_STREET.search(text, max(block.start, match.start - LONGEST_LEAD), match.start) is not None
    )


def ends_line(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town that is its line, or is set off at its end or at that of a bracket (`Ferme du Bois / Mouy`)."""
    before = text[max(block.start, match.start - LONGEST_LEAD) : match.start]
    if block.kind == "cell" and not before and BRACKET.fullmatch(text, match.end, block.end):
        return True
    if text[match.end : block.end].strip(" .)"):
        behind = IN_BRACKET.match(text, match.end, block.end) or STREET_BEHIND.match(text, match.end, block.end)
        behind = behind or GOES_ON.match(text, match.end, block.end)
        house = behind and HOUSE_SET_OFF.search(before)
        named = behind and match.form.key not in ORDINARY and PROPER_SET_OFF.search(before)
        return bool(house or named) and text[match.start].isupper()
    set_off = SET_OFF.search(before)
    return not before or bool(set_off and (match.form.key not in ORDINARY or HOUSE_SET_OFF.search(before)))


def is_barred(text: str, match: NameMatch) -> bool:
    """Check for a person, a street, a quarter, or a common noun with its article: no list can make it a town."""
    before = text[max(0, match.start - 20) : match.start].rpartition("\n")[2]
    if ARTICLE_AND_HOUSE.match(text, match.start, match.end):
        return True
    end = text.find("\n", match.end)
    if match.form.key in WAYS_IN_TOWNS and NAMED_STREET.match(text, match.start, end if end >= 0 else len(text)):
        return True
    drives = match.form.key == VEHICLE and not before.rstrip().endswith(("à", "À"))  # `Bus N1, arrêt Citadelle`
    if drives or (match.words > 1 and is_called_so(text, match, before)):
        return True
    if text[match.start : match.start + 2] in ("du", "au") and all(map(is_elsewhere, match.form.territories)):
        return True  # `le Bistrot du Port`, in none of the far towns called Le Port
    if match.words == 1 and (is_common_noun(text, match, before) or is_end_of_compound(text, match)):
        return True
    if is_half_of_room(text, match) or are_called_quarters(text, match):
        return True
    if all(t.kind == "area" for t in match.form.territories) and INSTITUTION_BEFORE.search(before):
        return True
    return bool(
        names_a_person(text, match.start) or names_a_street(text, match.start) or names_a_quarter(before, match)
    )


def is_common_noun(text: str, match: NameMatch, before: str) -> bool:
    """Check a one-word town for an article before it (`la Ville`) or a compound around it (`Croix-Rouge`)."""
    if not all(t.kind.startswith(("commune", "former")) for t in match.form.territories):
        return False
    return bool(is_compound(text, match) or re.search(r"\b(?:la|le|les|l['’])\s?$", before, re.IGNORECASE))


def is_compound(text: str, match: NameMatch) -> bool:
    """Check for an everyday word that a hyphen goes on from: `Croix-Rouge`."""
    return match.form.key in COMPOUNDS and re.match(r"-\w", text[match.end : match.end + 2]) is not None


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


def in_one_list(text: str, end: int, start: int) -> bool:
    """Check whether what stands between two places joins them in a list."""
    return start - end < 80 and JOINER.fullmatch(text, end, start) is not None


def in_one_schedule(text: str, end: int, start: int) -> bool:
    """Check whether nothing but a day between marks stands between two places: `Guise – 11 mai, Vervins`."""
    return start - end < 80 and DAY_BETWEEN.fullmatch(text, end, start) is not None


def lists_of(text: str, mentions: list[Mention]) -> list[list[Mention]]:
    """Group neighbouring mentions that stand in one list; a mention alone is a list of one."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        last = groups[-1][-1] if groups else None
        if last and last.block == mention.block and in_one_list(text, last.end, mention.start):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def agree(text: str, mentions: list[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """Decide names by their list: `Nord et Pas-de-Calais` are départements."""
    decided: list[Mention] = []
    for group in lists_of(text, mentions):
        kinds = {m.territory.kind for m in group if m.territory}
        seats = False
        for mention in group:
            seats = seats or bool(ARRONDISSEMENTS.search(text[max(0, mention.start - 30) : mention.start]))
            if seats:
                decided.append(as_arrondissement(mention, gazetteer))
            else:
                decided.append(as_one_of_list(mention, kinds))
    return decided


def as_one_of_list(mention: Mention, kinds: set[str]) -> Mention:
    """Give the mention as the département, or the EPCI, that its open name can mean in such a list, else itself."""
    for kind in ("departement", "epci"):
        narrow = tuple(t for t in mention.candidates if t.kind == kind)
        if kind in kinds and len(mention.candidates) > 1 and len(narrow) == 1:
            return replace(mention, candidates=narrow, rule="name_by_list")
    return mention


def as_arrondissement(mention: Mention, gazetteer: Gazetteer) -> Mention:
    """Give the mention as the arrondissement that the named commune seats, else as it is."""
    seated = tuple(a for t in mention.candidates if (a := gazetteer.by_seat.get(t.territory_id)))
    return replace(mention, candidates=seated, rule="name_by_list") if len(seated) == 1 else mention


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
