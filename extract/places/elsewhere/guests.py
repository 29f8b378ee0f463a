"""Where guests come from: the towns of a line that says who speaks or plays (`Invité : Théâtre du Réel (Amiens)`).

Nor are those a place who invite people to one: `l'association Graines de Lens vous attend au jardin, à Liévin`.
"""

from __future__ import annotations

import re
from typing import Final

from extract.matching.folding import fold
from extract.places.grammar.context import DAY
from extract.places.grammar.phrases import Parts
from extract.places.grammar.verbs import MEETING_VERB
from extract.places.page import Page

WHO: Final = re.compile(
    r"\W*(?:(?:nos|notre|les?|la|l['’]|des?|grande?s?)\s?)*(?:invit[ée]+s?(?:[.·-]?e)?s?|intervenant\w*(?:[.·-]\w+)*|"
    r"interventions?|anim(?:ation|at\w+|[ée]e?s? par)|t[ée]moins?|t[ée]moignages?|artistes?|compagnies?|"
    r"format(?:eur|rice)s?|r[ée]alisat\w+|conf[ée]renci\w+|mod[ée]rat\w+|participant\w*(?:[.·-]\w+)*|avec|"
    r"(?:(?:[ée]taient|sont)\s)?(?:pr[ée]sent|excus[ée]|absent|repr[ée]sent[ée])(?:[.·-]?e)?(?:[.·-]?s)?|diffusion|"
    r"secr[ée]taires? de s[ée]ance|r[ée]dact(?:eur|rice)s?|signataires?|membres?)\b[^:\n]{0,30}\s?:",
    re.IGNORECASE,
)

BODY: Final = re.compile(
    r"(?:l['’]|le |la |les )?(?:associations?|conseils? citoyens?|comit[ée]s?|collectifs?|clubs?|amicales?|r[ée]seaux?|"
    r"f[ée]d[ée]rations?|unions?|soci[ée]t[ée]s?)\b",
    re.IGNORECASE,
)


def without_guests(page: Page, ordered: list[Parts]) -> list[Parts]:
    """The venues without those of lines that say who comes, and neither on what day nor to meet where."""
    return [parts for parts in ordered if not (is_of_guest(page, parts) or is_of_inviter(page, parts, ordered))]


def is_of_inviter(page: Page, parts: Parts, ordered: list[Parts]) -> bool:
    """Check for a body that takes people in, behind which its sentence tells a house or a street with its town."""
    if not parts.rule.startswith("host") or not parts.name or not BODY.match(parts.name):
        return False
    _, end = page.sentences.at(parts.start)
    return any(other.city and (other.name or other.street) for other in ordered if parts.end < other.start < end)


def is_of_guest(page: Page, parts: Parts) -> bool:
    """Check for a place behind the head of such a line, or under such a label."""
    block = page.document.block_at(parts.start)
    if block is None or block.kind in ("title", "heading") or parts.mode != "in_person" or "label" in parts.rule:
        return False
    text = page.document.text
    head = WHO.match(text, block.start, min(block.end, max(parts.start + 2, parts.end)))
    labelled = head is not None or (block.label and WHO.match(f"{fold(block.label)} :"))
    if not labelled or DAY.search(text, block.start, block.end):
        return False
    told = head.end() if head is not None else block.start  # `Étaient présents :` is no verb of where
    return MEETING_VERB.search(text, told, block.end) is None
