"""Places where one signs up, asks or buys a ticket: `Inscriptions auprès de Lucie, bureau du CCAS, 2 place Foch, Roye`.

Behind words that say whom to ask, all places up to the end of the sentence are theirs, however they are written. A day
of a meeting or a verb of meeting between them leads back to where people meet.
"""

from __future__ import annotations

import re
from typing import Final

from extract.matching.gates import compile_gated
from extract.places.elsewhere.postal import is_at_home, names_meeting
from extract.places.elsewhere.senders import CONTACT
from extract.places.grammar.phrases import Parts
from extract.places.grammar.verbs import MEETING_VERB
from extract.places.page import Page

_WHAT: Final = (
    r"(?:(?:pr[ée]-?)?inscri(?:ptions?|re|vez[- ]vous)|r[ée]serv(?:ations?|er|ez)|renseign(?:ements?|er|ez[- ]vous)|"
    r"(?<!d['’])informations|billet(?:s|terie)|places|dossiers?|bulletins?|formulaires?|coupons?)"
)
_WHOM: Final = (
    r"(?:aupr[èe]s d|(?:se fait|se font|(?:est|sont) (?:[àa]|prises?|re[çc]ue?s?)|"
    r"[àa] (?:faire|prendre|retirer|d[ée]poser|remettre|rapporter)|"
    r"en vente|en pr[ée]vente|disponibles?|d[ée]pos[ée]e?s?|possibles?|uniquement)\s(?:[^.;:!?\n]{0,30}\s)?"
    r"(?:[àa]u?x?|dans|chez|en|sur)(?![^\W_])|(?:[àa] l['’]|au )(?:accueil|secr[ée]tariat|guichet))"
)
ASKS: Final = compile_gated(rf"\b{_WHAT}(?![^\W_])[^.;!?\n]{{0,60}}?\s{_WHOM}", re.IGNORECASE)
# Who signs up for something that takes place is led to it: `inscrits à la journée du 3 mai, salle Foch`.
_REACH: Final = 180


def without_contacts(page: Page, ordered: list[Parts]) -> list[Parts]:
    """The venues without those that only say whom to ask; under such a label where another place is told."""
    kept = [parts for parts in ordered if parts.mode == "online" or not is_contact_place(page, parts)]
    places = [parts for parts in kept if parts.mode == "online" or not is_under_contact(page, parts)]
    return places if any(parts.mode != "online" for parts in places) else kept


def is_under_contact(page: Page, parts: Parts) -> bool:
    """Check for the value of a field that says whom to ask: `Renseignements : Maison des familles, 3 rue Basse`."""
    block = page.document.block_at(parts.start)
    return block is not None and block.label is not None and CONTACT.match(block.label) is not None


def is_contact_place(page: Page, parts: Parts) -> bool:
    """Check for a place behind words that say whom to ask, with nothing that takes place between them."""
    if "label" in parts.rule:
        return False
    text = page.document.text
    start, _ = page.sentences.at(parts.start)
    first = max(start, parts.start - _REACH)
    if not ASKS.may_match(text, first, parts.end):
        return False
    asked = ASKS.search(text, first, parts.end)
    if asked is None or asked.start() >= parts.start or asked.end() > parts.start + 12:
        return False
    between = text[asked.end() : parts.start]
    if MEETING_VERB.search(between) or names_meeting(between):
        return False
    return not is_at_home(page, text[parts.start : parts.end])
