"""Verbs that say that people meet: `aura lieu`, `se sont retrouvés`, `fait étape`, `vous êtes attendus`.

They are written as stems with their pronouns and auxiliaries, so that one entry holds for all persons and tenses.
"""

from __future__ import annotations

import re

from extract.matching.by_initial import by_initial
from extract.matching.gates import compile_gated

_PRONOUN = (
    r"(?:se\s|s['’]\s?|nous\snous\s|vous\svous\s|on\sse\s)(?:est\s|sont\s|[ée]tait\s|[ée]taient\s|sommes\s|[êe]tes\s)?"
)
# What something that takes place does with itself.
_REFLEXIVE = (
    r"(?:tien(?:t|dr\w+|nent)|tenait|tenir|tenue?s?|d[ée]roul\w+|poursui\w+|cl[ôo]tur\w+|termin\w+|conclu\w+|"
    r"ach[eè]v\w+|ouvr\w+|ouvert\w*|retrouv\w+|r[ée]uni\w*|rassembl\w+|rencontr\w+|regroup\w+|rendr\w+|rendue?s?|"
    r"install\w+|arr[êe]t\w+|pos(?:e|ent|era|eront)(?= (?:\w+ |d['’]abord )?(?:[àa]|aux?|sur)\b)|"
    r"fer(?:a|ont)|fait|pass(?:e|ent|er\w*|ait|aient)|donner\w* rendez-vous|donn\w+ rendez-vous)"
)
# What takes place, opens its doors or gathers people somewhere.
_PLAIN = (
    r"(?:(?:aura|auront|avait|a|ont|avaient|ayant|avoir)\s(?:eu\s)?lieu|pren(?:d|nent|dra|dront)\splace|"
    r"tenue?s?|d[ée]roul[ée]e?s?|organis[ée]e?s?|programm[ée]e?s?|planifi[ée]e?s?|pr[ée]vue?s?|fix[ée]e?s?|"
    r"anim[ée]e?s?|"
    r"h[ée]berg[ée]e?s?|stationner(?:a|ont)|"
    r"(?:ét[ée]|sont|étai(?:t|ent)|sera|seront)\sre[çc]ue?s?|"
    r"accueill\w+|accueil|re[çc]\w+vrons|r[ée]uni\w*|rassembl\w+|retrouv[ée]e?s?|investi\w*|"
    r"(?:fer(?:a|ons|ont|ez)|fait|font|faisons)\s(?:[ée]tape|halte|escale|un arr[êe]t)|"
    r"pos(?:e|ent|era|eront)\sses\svalises|"
    r"attendue?s?(?= (?:[àa]|aux?|dans|en|sur)\b(?! (?:plus tard|titre)))|"
    r"rendez-vous|rdv|nous serons|vous (?:[êe]tes )?(?:tous )?(?:attend\w*|convi[ée]\w*|invit[ée]\w*)|"
    r"d[ée]localis[ée]e?s?|d[ée]plac[ée]e?s?(?=\s(?:[àa]|aux?)\s)|"
    r"(?:est|sont|[ée]tai(?:t|ent))\svenue?s?(?=\s[àa]\s)|"
    r"(?:se sont|s['’]est|s['’][ée]tai(?:t|ent)|nous sommes)\s(?:donc\s|ensuite\s|tous\s)?rendu\w*|"
    r"pouss\w+ les? portes?|pouss\w+ la porte|franchi\w* (?:les? portes?|la porte|le seuil)|"
    r"pris (?:la direction|la route|le chemin|ses quartiers|leurs quartiers|place)|mis le cap|"
    r"(?:retrouv|rejoign|rencontr)\w*-nous|venez(?:\snombreu(?:x|ses))?|"
    r"(?:[ée]tions|[ée]taient|[ée]tiez)\s(?:plus de |pr[èe]s de |environ |quelque )?"
    r"(?:\d+|une? [^\W\d_]+aine|nombreu(?:x|ses)|tous|toutes|pr[ée]sent\w+|r[ée]unis)|"
    r"(?:vous|nous)\s(?:(?:emm|am)[èe]n(?:e|ent|era|eront|er)|condui(?:t|ra|ront|re|sent)|entra[îi]ne\w*|embarqu\w+)|"
    r"autour de la table|"
    r"install(?:[ée]e?s?|er|ent)\s(?:leurs?|les?|des|ses) (?:tables?|stands?|quartiers|barnums?|chapiteaux?)|"
    r"(?:ont|a|avons|avez)\s(?:[ée]chang|partag|d[ée]batt|dialogu|discut|travaill|planch)\w+)"
)
# Done to an event as to anything else: they count behind the noun of an event.
_WEAK = (
    r"(?:d[ée]but\w+|commenc\w+|d[ée]marr\w+|donn[ée]e?s?|dispens[ée]e?s?|propos[ée]e?s?|lanc[ée]e?s?|inaugur\w+|"
    r"c[ée]l[ée]br\w+|si[ée]g\w+|assur[ée]e?s?|d[ée]livr[ée]e?s?|mise?s? en place|convoqu[ée]e?s?|ouvert\w*|"
    r"sera|seront|est|continu\w+|arriv\w+|revien\w+|poursui\w+)"
)
HELD = rf"(?:{_PRONOUN}{_REFLEXIVE}|{_PLAIN})"

_QUICK_HELD = f"(?:{by_initial(HELD)})"

MEETING_VERB = compile_gated(rf"\b{HELD}\b", re.IGNORECASE, rf"\b{_QUICK_HELD}\b")
WEAK_VERB = compile_gated(rf"\b{_WEAK}\b", re.IGNORECASE, rf"\b(?:{by_initial(_WEAK)})\b")
# A verb of meeting, with what may stand between it and the place.
HELD_BEFORE = re.compile(rf"\b{_QUICK_HELD}\s(?:[^.,;:]{{0,25}}\s)?$", re.IGNORECASE)
HELD_FIRST = compile_gated(rf"\b{HELD}\s", re.IGNORECASE, rf"\b{_QUICK_HELD}\s")
