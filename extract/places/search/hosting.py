"""Towns that are said to host: `Anzin nous recevra`, `au tour de Maubeuge d'accueillir`, `Laon, où la mairie ouvre`.

A town or a house that does what a host does is where people meet, in whatever place of the sentence it stands.
"""

from __future__ import annotations

import re

from extract.document import Block
from extract.matching.by_initial import by_initial
from extract.matching.gates import compile_gated
from extract.matching.leaping import compile_leaping
from extract.places.grammar.context import CALENDAR_DAY, DAY, MEETING_NOUN, SOMEBODY_THERE
from extract.places.grammar.names import PLACE_NOUN
from extract.places.grammar.verbs import MEETING_VERB

_WHOM = r"(?:(?:nous|vous|les|leur|en|y)\s)?"
# What a house or a town does for those who meet in it.
_OPENED = (
    r"(?:\w+ment\s)?(?:(?:ses|les|grand ses|en grand ses) portes|"
    r"(?:ses|leurs) (?:salles?|locaux|grilles|jardins|murs))"
)
_OWN = r"(?:(?:ses|son|sa|leurs?|une?|la|le|l['’])\s?[^.;:!?,]{2,40}?\s)?"
DOES = (
    r"(?:accueill(?:e|era|ait|aient|ent|eront|ir)|(?:a|ont|avait|va|vont) (?:ainsi |donc )?accueillir?|"
    r"recevra|recevront|"
    r"recev(?:ait|oir)|re[çc]oi(?:t|vent)|(?:a|ont|avait) re[çc]u|h[ée]berge(?:nt|ra|ront|ait)?|"
    r"(?:a|ont) h[ée]berg[ée]|abrit(?:e|ent|era|eront|ait)|(?:a|ont) abrit[ée]|"
    rf"ouvr(?:e|ent|ira|iront|ait) {_OPENED}|(?:a|avait|avaient) ouvert {_OPENED}|"
    r"(?:a|ont|avait) fait (?:salle comble|le plein)|affichait complet|"
    r"(?:a|avait) (?:vu|vibr[ée])|"
    rf"(?:met|mettent|mettra|mettront|(?:a|ont) mis) (?:gracieusement )?{_OWN}"
    r"[àa] (?:(?:votre|notre|leur|la) )?disposition|"
    r"pr[êe]t(?:e|ent|era|eront|ait) (?:ses|son|sa|leurs?|la|le|les|l['’])\s?\w+|(?:a|avait) pr[êe]t[ée] ses \w+|"
    r"(?:ser(?:t|vent|vait|vira|viront)|(?:a|ont|avait) servi) (?:de|d['’]) ?"
    r"(?:point de \w+|[\w'’-]+)|"
    r"(?:sera|était|fut|a été) le th[ée][âa]tre|"
    r"jou(?:e|ait|era|aient|ent|eront) (?:les h[ôo]tes|à domicile)|(?:a|ont) jou[ée] (?:les h[ôo]tes|à domicile)|"
    r"(?:est|sera|sont|seront|constituera|marquera|deviendra) (?:la |le |les |notre |l['’]|une? )(?:[^\W\d_]+ ){0,2}?"
    r"(?:[ée]tape|halte|escale|villes? h[ôo]tes?|h[ôo]te|point de (?:d[ée]part|chute)))"
)
_WAITS = r"(?:attend(?:ra|ait)? (?=le|les|d[èe]s|ce)|(?:nous|vous) (?:attend(?:ent|ra|ront)?|ouvr(?:e|ent|ira|iront)))"
HOSTS = compile_gated(rf"(?:\s|,\squi\s)(?:qui\s)?(?:{_WHOM}{DOES}|{_WAITS})(?![^\W_])", re.IGNORECASE)
_TAKES_IN = rf"{_WHOM}{DOES}|{_WAITS}"
HOST_VERB = compile_gated(rf"\b(?:{_TAKES_IN})(?![^\W_])", re.IGNORECASE, rf"\b(?:{by_initial(_TAKES_IN)})(?![^\W_])")
# Whose turn it is: `c'était au tour de Maubeuge de recevoir les chefs de projet`.
TURN_OF = compile_leaping(r"\b(?:au|le) tour (?:de la ville |de la commune )?(?:de\s|d['’]|du\s)$", re.IGNORECASE)
TO_HOST = re.compile(r"\s(?:d['’]\s?|de (?:nous |les )?)(?:accueill|recev|ouvrir)\w*", re.IGNORECASE)
# A clause on what takes place in the town before it: `Dunkerque, où la maison de quartier nous ouvre ses portes`.
WHERE = re.compile(r"(?:\s\([^()\n]{1,30}\))?\s?,\s(?:là )?où\s", re.IGNORECASE)
# The meeting that the page tells of: `cette journée`, `notre rencontre`.
THIS_MEETING = compile_leaping(rf"\b(?:cette?|notre|nos)\s(?:[\w'’-]+\s)?{MEETING_NOUN.pattern}", re.IGNORECASE)
# What people do who come to a house: `à avoir bravé la neige pour rejoindre l'espace Barbara de`.
GOES_TO = compile_gated(
    r"\b(?:rejoi(?:ndre|nt|gnaient|gnent)|ralli(?:er|é)|gagn(?:er|é)|investi\w*|d[ée]couv(?:rir|ert)|visit(?:er|é)|"
    r"arpent(?:er|é)|rempli)\s(?:la\s|le\s|les\s|l['’]\s?)(?P<house>"
    rf"{PLACE_NOUN}[^,;:.()\n]{{0,60}}?)(?:,?\s[àa]\s|\sde\s|\sd['’])$",
    re.IGNORECASE,
)
# Two who host are no one house, and neither says where: `le CCAS et la plateforme de répit de Maubeuge`.
TWO_HOSTS = re.compile(r"\set\s(?:l[ae]s?\s|l['’]|son\s|sa\s|ses\s)", re.IGNORECASE)
CLAUSE_END = re.compile(r"[,;]\s")


def is_host(text: str, sentence: tuple[int, int], first: int, last: int) -> bool:
    """Check for a town from `first` to `last` that hosts what its sentence dates, or where the sentence says it is."""
    if TURN_OF.search(text, max(sentence[0], first - 40), first) and TO_HOST.match(text, last):
        return True
    if DAY.search(text, *sentence) is None and THIS_MEETING.search(text, *sentence) is None:
        return False
    return HOSTS.match(text, last) is not None or is_place_of_clause(text, sentence, first, last)


def is_reached(text: str, block: Block, first: int) -> bool:
    """Check for a town whose house people go to, in a paragraph with a day: `… rejoindre l'espace Barbara de` Hem."""
    if GOES_TO.search(text, max(block.start, first - 110), first) is None:
        return False
    return CALENDAR_DAY.search(text, block.start, block.end) is not None


def is_place_of_clause(text: str, sentence: tuple[int, int], first: int, last: int) -> bool:
    """Check for a town that a clause with a day or a verb of meeting follows: `Arras, où nous serons le 4 mai`."""
    where = WHERE.match(text, last, sentence[1])
    if where is None or SOMEBODY_THERE.search(text, max(sentence[0], first - 90), first):
        return False
    stop = CLAUSE_END.search(text, where.end(), sentence[1])
    end = stop.start() if stop else sentence[1]
    return bool(CALENDAR_DAY.search(text, where.end(), end) or MEETING_VERB.search(text, where.end(), end))
