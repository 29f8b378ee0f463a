"""Where people sleep, eat or park: places that serve a meeting and are none, on a page that tells where it is."""

from __future__ import annotations

import re

from extract.matching.gates import compile_gated
from extract.places.elsewhere.postal import is_under_service
from extract.places.grammar.phrases import Parts
from extract.places.page import Page

# The head of a line that tells of a service, up to its colon: `Hébergement conseillé :`.
LEAD = compile_gated(
    r"\W*(?:(?:votre|vos|nos|les?|l['’])\s?)?(?:h[ée]bergements?|logement|nuit[ée]e?s?|h[ôo]tels?|parkings?|stationnement|"
    r"(?:pour |o[uù] )?(?:se loger|dormir|se garer|d[ée]jeuner|manger)|restauration|repas|d[îi]ner)\b"
    r"(?!\s(?:et|&|/)\s)[^.;!?:\d]{0,40}:\s?[^.;!?]{0,40}$",
    re.IGNORECASE,
)
LABEL = re.compile(r"(?:h[ée]bergement|h[ôo]tel|parking|stationnement|restauration|repas)\w*", re.IGNORECASE)
REACH = 110


def without_services(page: Page, ordered: list[Parts]) -> list[Parts]:
    """The places without those where one only sleeps, eats or parks; all of them where nothing else is left."""
    kept = [parts for parts in ordered if parts.mode == "online" or not is_service(page, parts)]
    return kept if any(parts.mode != "online" for parts in kept) else ordered


def is_service(page: Page, parts: Parts) -> bool:
    """Check for a place behind the head of a line that tells of a service, or under such a heading."""
    block = page.document.block_at(parts.start)
    if block is None or block.kind == "title":
        return False
    if block.label and LABEL.match(block.label):
        return True
    text = page.document.text
    near = parts.start - block.start <= REACH and LEAD.may_match(text, block.start, parts.start)
    return (near and LEAD.match(text[block.start : parts.start + 2].rstrip("àÀ ")) is not None) or (
        parts.rule.partition("_")[0] not in ("address", "street") and is_under_service(page, block)
    )
