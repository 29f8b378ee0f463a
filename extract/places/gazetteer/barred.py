"""What can be no place in any list: a person, a street, a quarter, a common noun with its article."""

from __future__ import annotations

import re

from extract.places.gazetteer.automaton import NameMatch, is_elsewhere
from extract.places.gazetteer.bodies import is_in_name
from extract.places.gazetteer.cues import (
    INSTITUTION_BEFORE,
    are_called_quarters,
    is_called_so,
    is_end_of_compound,
    is_half_of_room,
    names_a_person,
    names_a_quarter,
    names_a_street,
)
from extract.places.gazetteer.words import COMPOUNDS
from extract.places.grammar.addresses import NAMED_STREET
from extract.places.grammar.names import PLACE_NOUN

# With its article in small letters a house is no town that is called so (`à l'Hôpital de Seclin`).
ARTICLE_AND_HOUSE = re.compile(rf"(?:l['’]|la |le )(?i:{PLACE_NOUN})")
# What a street is called, behind its noun: `Rue du Faubourg de Cambrai`; a town is followed by a mark or its house.
STREET_NAME = re.compile(r"\s(?:d(?:u|e la|e|es)\s|de l['’]|d['’])\w", re.IGNORECASE)
VEHICLE = "bus"  # a village of this name has a few hundred people
# Towns that are called like a street: `Rue du 8 mai 1945`.
WAYS_IN_TOWNS = ("rue", "place", "la rue", "le quai")


def is_barred(text: str, match: NameMatch) -> bool:
    """Check for a person, a street, a quarter, or a common noun with its article: no list can make it a town."""
    before = text[max(0, match.start - 20) : match.start].rpartition("\n")[2]
    if ARTICLE_AND_HOUSE.match(text, match.start, match.end):
        return True
    if begins_street(text, match):
        return True
    drives = match.form.key == VEHICLE and not before.rstrip().endswith(("à", "À"))  # `Bus N1, arrêt Citadelle`
    if drives or (match.words > 1 and is_called_so(text, match, before)):
        return True
    if text[match.start : match.start + 2] in ("du", "au") and all(map(is_elsewhere, match.form.territories)):
        return True  # `le Bistrot du Port`, in none of the far towns called Le Port
    if match.words == 1 and (is_common_noun(text, match, before) or is_end_of_compound(text, match)):
        return True
    if is_half_of_room(text, match) or are_called_quarters(text, match) or is_in_name(text, match):
        return True
    if all(t.kind == "area" for t in match.form.territories) and INSTITUTION_BEFORE.search(before):
        return True
    return bool(
        names_a_person(text, match.start) or names_a_street(text, match.start) or names_a_quarter(before, match)
    )


def begins_street(text: str, match: NameMatch) -> bool:
    """Check for a town that is called like a street, before the name of one: `Rue du 8 mai 1945`."""
    end = text.find("\n", match.end)
    end = end if end >= 0 else len(text)
    return match.form.key in WAYS_IN_TOWNS and (
        NAMED_STREET.match(text, match.start, end) is not None or STREET_NAME.match(text, match.end, end) is not None
    )


def is_common_noun(text: str, match: NameMatch, before: str) -> bool:
    """Check a one-word town for an article before it (`la Ville`) or a compound around it (`Croix-Rouge`)."""
    if not all(t.kind.startswith(("commune", "former")) for t in match.form.territories):
        return False
    return bool(is_compound(text, match) or re.search(r"\b(?:la|le|les|l['’])\s?$", before, re.IGNORECASE))


def is_compound(text: str, match: NameMatch) -> bool:
    """Check for an everyday word that a hyphen goes on from: `Croix-Rouge`."""
    return match.form.key in COMPOUNDS and re.match(r"-\w", text[match.end : match.end + 2]) is not None
