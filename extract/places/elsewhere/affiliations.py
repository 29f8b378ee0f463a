"""Where somebody comes from or works, behind a name: `Pr Marie Lefort (CHU de Rouen)`, `la compagnie X (Arras)`."""

from __future__ import annotations

import re

from extract.matching.folding import fold
from extract.places.gazetteer.words import GIVEN_NAMES, HONORIFIC, PLAIN_WAYS
from extract.places.grammar.context import MEETING_NOUN
from extract.places.grammar.names import PLACE_NOUN
from extract.places.grammar.verbs import MEETING_VERB

# Whom the brackets stand behind: `Pr Marie Lefort (CHU de Rouen)`.
PERSON = re.compile(r"(?P<first>[A-ZÀ-Ý][\w'’-]+)\s(?:(?:de|d['’]|Le|La|El|Ben)\s?)?[A-ZÀ-Ý][\w'’-]+\s?$")
# `M. Petit (maison de l'emploi de Noyon)`.
TITLED = re.compile(rf"{HONORIFIC.pattern.removesuffix('$')}[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?\s?$")
# An initial stands for a given name: `P. Dequidt (CCAS de Béthune)`, `J.-M. Le Goff (ville de Loos)`.
INITIALED = re.compile(
    r"(?<![\w.])[A-ZÀ-Ý][a-z]?\.\s?(?:-?[A-ZÀ-Ý]\.\s?)?(?:(?:de|du|d['’]|Le|La|El|Ben|Van|De)\s?)?[A-ZÀ-Ý][\w'’-]+"
    r"(?:\s[A-ZÀ-Ý][\w'’-]+)?\s?$"
)
# Those who play or sing come from the town in their brackets: `la compagnie « Les Voyageurs » (Arras)`.
TROUPE = re.compile(
    r"\b(?:compagnie|cie|troupe|collectif|chorale|orchestre|fanfare|harmonie|batucada|groupe|dj|duo|trio)\b\.?[^.;:()\n]{0,50}$",
    re.IGNORECASE,
)
# What somebody is, between the name and the town: `Luc Hennebelle, expert-comptable à` Hirson.
APPOSED = re.compile(
    rf"(?P<first>[A-ZÀ-Ý][\w'’-]+)\s(?:(?:de|d['’]|Le|La|El|Ben)\s?)?[A-ZÀ-Ý][\w'’-]+,\s(?:la\s|le\s|l['’])?"
    rf"(?!(?:{PLACE_NOUN}))(?!(?:[àa]|aux?|en|dans|chez|sur|par|pour|puis|et|avec|de|du|qui|ce|le|la|les)\s|"
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)(?P<what>[a-zà-ÿ][a-zà-ÿ'’-]{3,}(?:\s[a-zà-ÿ][a-zà-ÿ'’-]*){0,5}?)"
    r"\s(?:[àa]|en|de|d['’]|dans)\s?$"
)


def is_apposed(text: str, start: int, first: int) -> bool:
    """Check for a town that ends what somebody is said to be; no meeting, day or house stands between."""
    apposed = APPOSED.search(text, max(start, first - 90), first)
    if apposed is None or fold(apposed["first"]) not in GIVEN_NAMES:
        return False
    return MEETING_NOUN.search(apposed["what"]) is None and MEETING_VERB.search(apposed["what"]) is None


def is_affiliation(text: str, start: int, first: int) -> bool:
    """Check for brackets behind a person's name: what they hold is where that person comes from."""
    if is_apposed(text, start, first):
        return True
    bracket = text.rfind("(", start, first)
    if bracket < 0 or text.find(")", bracket, first) >= 0:
        return False
    near = max(start, bracket - 60)
    if any(who.search(text, near, bracket) is not None for who in (TROUPE, TITLED, INITIALED)):
        return True
    person = PERSON.search(text, max(start, bracket - 60), bracket)
    if person is None:
        return False
    before = text[max(start, person.start() - 12) : person.start()]
    return fold(person["first"]) in GIVEN_NAMES or HONORIFIC.search(before) is not None


# What may be called after somebody: `salle Simone Veil, CHU d'Amiens`.
CALLED_AFTER = re.compile(rf"(?:{PLACE_NOUN}|\b(?:{PLAIN_WAYS}))(?:[\s-][\w'’]+){{0,3}}[\s-]$", re.IGNORECASE)


def is_workplace(text: str, start: int, first: int) -> bool:
    """Check for a house set off by a comma behind somebody's name: it is where that person works."""
    before = text[max(start, first - 60) : first].rstrip()
    if before.endswith(",") and TITLED.search(before, 0, len(before) - 1):
        return True  # `auprès de Mme Petit, mairie de Noyon`
    person = PERSON.search(before[:-1]) if before.endswith(",") else None
    if person is None or fold(person["first"]) not in GIVEN_NAMES:
        return False
    return CALLED_AFTER.search(before, 0, person.start()) is None
