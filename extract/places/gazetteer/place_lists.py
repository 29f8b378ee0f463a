"""Lists of places: what joins two of them, and how the names of one list decide each other."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.places.gazetteer.automaton import Gazetteer
from extract.places.gazetteer.mention import Mention
from extract.places.grammar.context import MONTH

ARRONDISSEMENTS = re.compile(r"\barrondissements\s(?:de |d['’]|du )$", re.IGNORECASE)
NOUN = r"(?:territoires?|communes?|villes?|agglom[ée]rations?|arrondissements?|d[ée]partements?|r[ée]gions?)"
# What joins two items of one list of places, determiners and common nouns included.
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
