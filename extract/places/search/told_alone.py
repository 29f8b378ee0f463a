"""Towns that need no day beside them: of one sitting, of what is visited, beside the screen, first in a sentence."""

from __future__ import annotations

import re

from extract.matching.gates import compile_gated
from extract.matching.leaping import compile_leaping
from extract.places.grammar.context import MEETING_NOUN, SOMEBODY_THERE
from extract.places.grammar.houses import HALF_DAY_BEHIND
from extract.places.grammar.verbs import MEETING_VERB

SET_OFF = compile_leaping(r"[,|(–—-]\s*$|\s/\s$")
TOWN_LEAD = compile_leaping(
    r"(?:\b[àÀ]|(?<![\w])A|(?<=\w )a|(?:au c[œo]+e?ur|au centre|aux portes) d(?:e|['’])|"
    r"\b(?:pass|commen[çc]|d[ée]but|d[ée]marr|termin|fini|conclu|achev|clôtur)\w* par|"
    r"\b(?:rejoindre|rallier|gagner|regagner|arpent(?:er|[ée]|ent)|sillonn(?:er|[ée]|ent)|parcour(?:ir|u|ent))|"
    r"dans la (?:ville|commune) d(?:e|['’])|"
    r"chez (?:nos|les|leurs|vos) (?:\w+ ){0,2}(?:de|d['’]))(?: la ville de)?\s?$"
)
# Who goes to a town, or through it: the verb is no word of the place.
WENT = re.compile(r"rejo|rall|re?gagn|gagn|arpent|sillonn|parcour", re.IGNORECASE)
# The next town of a list with its day behind it: `Calais le 4 mai, puis Hazebrouck le 6`.
NEXT = re.compile(r"(?:[,;]|\set)\s(?:puis|enfin|ensuite)\s$", re.IGNORECASE)
DAY_BEHIND = re.compile(r",?\s(?:le|les|du)\s(?:[^\W\d_]+di\s)?\d", re.IGNORECASE)
CHOICE = re.compile(r"(?::|\bou|\bet|\bpuis)\s$", re.IGNORECASE)
# A town that one can choose instead of the screen, and towns shared out between the sittings of a series.
OR_ONLINE = re.compile(
    r"\s*[,(]?\s*(?:ou|et|et/ou|/)\s(?:aussi )?(?:en (?:ligne|visio\w*|distanciel)|[àa] distance|(?:par|via|sur) "
    r"(?:visio\w*|zoom|teams))\b",
    re.IGNORECASE,
)
# What is visited lies in the town that it is named with: `visite de l'écoquartier de Loos-en-Gohelle`.
VISIT = compile_gated(
    r"\b(?:visites?|inaugur(?:ations?|era|eront|erons|e|ent)|"
    r"d[ée]couverte|balade|d[ée]ambulation)(?: guid[ée]e?s?| d['’][ée]tude| comment[ée]e?s?)*\s"
    r"(?:de la|de l['’]|du|des|de|d['’]|dans l[ea]s?|au|aux?)\s?[^.,;:!?()]{2,70}?\s(?:de\s|d['’]|[àa]\s)$",
    re.IGNORECASE,
)
# A sentence that leads to a place ends with its town: `Rendez-vous à la sortie du métro, Hellemmes`.
GO_THERE = re.compile(
    r"\W*(?:rendez-vous|rdv|r\.?v\.?|d[ée]part|accueil|on se retrouve|retrouvons-nous)\s:?\s?"
    r"(?:[àa]u?x?|devant|sur|dans|place|parking)\s[^.;!?:]{2,80}(?:,|\s[–—-]|\()\s?$",
    re.IGNORECASE,
)
# `À Auchel, une rencontre pour les habitants`.
OPENS_WITH_TOWN = re.compile(
    rf"\s?,\s(?:une?|la|le|l['’]|les|cette|ce|notre|deux|trois)\s?(?:[\w'’-]+\s){{0,2}}?{MEETING_NOUN.pattern}",
    re.IGNORECASE,
)
# `À Liévin, au Pathé, le 7 mars`.
OPENS_WITH_HOUSE = re.compile(
    r"\s?,\s(?:[àa] la|[àa] l['’]|aux?|dans (?:la|le|les|l['’])|chez)\s?[^.,;:!?\n]{2,60},?\s"
    r"(?:le|les|du|ce|[àa]|d[èe]s|de)\s"
    r"(?:[^\W\d_]+\s)?\d",
    re.IGNORECASE,
)
ORDINAL_SITTING = compile_leaping(
    rf"(?:\b\d\d?(?:[eè]?re|er|e|[èe]me|nde?)\s|\b(?:la|le|l['’]|une?)\s?(?:premi[èe]re?|seconde?|deuxi[èe]me|"
    rf"troisi[èe]me|quatri[èe]me|derni[èe]re?|"
    rf"prochaine?|suivante?|autre)\s)(?:{MEETING_NOUN.pattern}\s)?(?:[àa]|dans la ville de)\s$|"
    r"\b(?:altern|partag|r[ée]part|tourn|navigu|voyag|circul)\w*\s(?:[^.;:!?]{0,30}\s)?entre\s$|"
    r"\b(?:l['’]une?|l['’]autre|les uns|les autres|"
    r"le matin|l['’]apr[èe]s-midi|le soir|en (?:matin|soir)[ée]e|tant[ôo]t|lundi|mardi|mercredi|jeudi|vendredi|"
    r"samedi|dimanche)\s[àa]\s$|"
    r"(?:^|[.!?]\s|,\s(?:puis\s|et\s|ensuite\s)?)(?:cap sur|direction|escale [àa]|place [àa]|"
    r"(?:prochaine? |seconde |derni[èe]re )?(?:[ée]tape|rendez-vous|halte|escale|destination|arr[êe]t)"
    r"(?: suivante?| d[eu][^.:;!?]{2,40})?\s?:)\s$|"
    r"(?:^|[.!?,;]\s|\set\s)(?:puis\s|ensuite\s|enfin\s)?ce\s(?:sera|fut)\s(?:au tour (?:de\s|d['’])|[àa]\s)?$|"
    r"\baccueillie?s?\s(?:le\s[^.;:]{5,40}\s)?par\s(?:la (?:ville|commune) d(?:e\s|['’]))?$",
    re.IGNORECASE,
)
# How the words end that `ORDINAL_SITTING`, `OF_EVENT` and `SITES` look for.
LEADS = compile_leaping(r"(?:[àa:]|de|entre|sur|direction|par|sera|fut)\s$|d['’]$", re.IGNORECASE)
LONGEST_LEAD = 12
OF = re.compile(r"(?:d[eu]\s|d['’])$", re.IGNORECASE)
OPENS_LIST = re.compile(r"[:(]\s?$")
# An event that is called by its town: `l'atelier d'Abbeville`, `la session de Clermont`.
OF_EVENT = compile_leaping(
    r"\b(?:ateliers?|sessions?|s[ée]ances?|r[ée]unions?|rencontres?|[ée]tapes?|regroupements?|journ[ée]es?|permanences?|"
    r"formations?|stages?|rendez-vous|projections?|finales?|congr[èe]s|concerts?|conf[ée]rences?|soir[ée]es?|f[êe]tes?|"
    r"forums?|colloques?|s[ée]minaires?|marches?|balades?)\s(?:de\s|d['’]|du\s)$",
    re.IGNORECASE,
)
# Where all of a series takes place: `La formation se donne sur trois sites : Amiens, Laon et Creil`.
SITES = re.compile(
    r"\b(?:sur|dans|en|[àa])\s(?:\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|plusieurs|différents?)\s"
    r"(?:sites|villes|communes|lieux|antennes|endroits)(?:\s(?:possibles|au choix))?\s?[:(]\s?$",
    re.IGNORECASE,
)
# `C'est à Paris, à l'invitation de tous, que se tenait la rencontre`.
CLEFT = compile_leaping(r"\bc['’](?:est|était|est donc|est encore)\s(?:[àa]|dans la ville de)\s$", re.IGNORECASE)
THAT_MEETS = re.compile(
    rf"[^.;!?]{{0,90}}?\bqu(?:e\s|['’])[^.;!?]{{0,40}}?(?:{MEETING_VERB.pattern}|{MEETING_NOUN.pattern})", re.IGNORECASE
)
ONE_OF_TWO = re.compile(r"l['’](?:une?|autre)|les (?:uns|autres)", re.IGNORECASE)


def is_told_alone(text: str, head: str, end: int) -> bool:
    """Check for the town of a sitting, of what is visited, beside the screen, or first in a sentence."""
    tail = max(0, len(head) - LONGEST_LEAD)
    shared = ORDINAL_SITTING.search(head) if LEADS.search(head, tail) else None
    if shared and shared[0].endswith("entre "):
        return MEETING_NOUN.search(head) is not None
    if (shared and not (ONE_OF_TWO.match(shared[0]) and SOMEBODY_THERE.search(head))) or (
        VISIT.may_match(text) and VISIT.search(head)
    ):
        return True
    first = len(head) == len("À ") and head[0] in "ÀA" and head[1].isspace()
    if first and OPENS_WITH_HOUSE.match(text, end):
        return True
    if (
        (OF.search(head, tail) and OF_EVENT.search(head))
        or GO_THERE.match(head)
        or (OPENS_LIST.search(head, tail) and SITES.search(head) and MEETING_NOUN.search(head))
    ):
        return True
    if CLEFT.search(head) and THAT_MEETS.match(text, end):
        return True
    if OR_ONLINE.match(text, end) and TOWN_LEAD.search(head):
        return True
    if is_dated_behind(text, head, end):
        return True
    return first and OPENS_WITH_TOWN.match(text, end) is not None


def is_dated_behind(text: str, head: str, end: int) -> bool:
    """Check for a town whose half day or day stands right behind it, in a list: `puis Hazebrouck le 6 mai`."""
    if NEXT.search(head, max(0, len(head) - LONGEST_LEAD)) and DAY_BEHIND.match(text, end):
        return True
    apart = not head.strip() or SET_OFF.search(head) or CHOICE.search(head)
    return bool(apart) and HALF_DAY_BEHIND.match(text, end) is not None
