"""Words that tell a theme from what stands beside it: counters, states, places, speakers, sentences."""

from __future__ import annotations

import re
from typing import Final

_RANK: Final = (
    r"(?:\d{1,2}(?:re|er|e|[èe]me)|premi[èe]re?|derni[èe]re?|second\w?|deuxi[èe]me|troisi[èe]me|quatri[èe]me|cinqui[èe]me|"
    r"prochaine?)"
)
_COUNTED: Final = (
    r"(?:s[ée]ances?|s[ée]quences?|sessions?|modules?|journ[ée]es?|demi-journ[ée]es?|jours?|ateliers?|[ée]tapes?|"
    r"rencontres?|rendez-vous|rdv|matin[ée]es?|soir[ée]es?|webinaires?|groupes?|volets?|temps|th[èe]mes?|parties?|"
    r"stages?|[jms])"
)
_NUMBER: Final = r"(?:n\s?[°o]\s?)?(?:\d{1,2}|[ivx]{1,4}|[a-h])(?![^\W_])"
COUNTER: Final = re.compile(
    rf"\W*(?:(?:la |le |l['’])?(?:{_RANK}\s{_COUNTED}|{_COUNTED}(?:\s{_RANK}|\s?{_NUMBER}))|"
    r"(?:th[èe]mes?|volets?|parties?|objets?|sujets?|contenus?|programme)(?=\s?:)|"
    r"\d{1,2}(?=\W)|[A-H](?=[.)]))\W*(?:suivante?s?\W*)?(?:\((?:suite|fin)\)\W*)?",
    re.IGNORECASE,
)
"""What counts a sitting before its theme: `Module 2 : `, `3. `, `J1 – `."""
_STATES: Final = (
    r"gratuite?s?|compl[eè]te?s?|report[ée]e?s?|annul[ée]e?s?|ouverte?s?|limit[ée]e?s?|inscri\w+|entr[ée]e|"
    r"sur (?:place|inscription|r[ée]servation)|changement|nouve(?:au|lle)s?|merci|bienvenue|attention"
)
_ROUND_ABOUT: Final = (
    r"accueil|pause|d[ée]jeuner|horaires?|lieux?|adresse|dates?|dur[ée]e|public|places?|nombre|contacts?|"
    r"renseign\w+|tarifs?|jusqu\w*|apportez|pr[ée]voir|trajet|covoitur\w*|journ[ée]e (?:enti[èe]re|compl[èe]te)|"
    r"(?:les |la |l['’])?autres?|(?:les |la )?(?:[^\W\d_]+ )?(?:suivante|prochaine)s?|programme(?=\W*$)"
)
_PEOPLE: Final = (
    r"(?:co-?)?anim[ée]e?s? par|(?:co-?)?animat(?:ion|eur|rice)s?|interven\w+|formatrice|formateur|avec|par|"
    r"tou(?:te)?s|groupes?(?= (?:[a-h]|\d))|sessions? (?:de|du)"
)
_PLACES: Final = (
    r"[àa]|aux?|en|dans|chez|sous|devant|o[uù]|m[êe]mes?|de \d+\w*|\d+,?\s?(?:bis )?(?:rue|place|avenue|boulevard)|"
    r"rue|avenue|boulevard|all[ée]e|chemin|place|quai|impasse|route|square|zac?"
)
_LENGTH: Final = (
    r"(?:une?|deux|trois|quatre|cinq|six|\d+) (?:demi-)?(?:jours?|journ[ée]es?|heures?|matin[ée]es?|soir[ée]es?|"
    r"s[ée]ances?|ateliers?|rendez-vous|rencontres?|webinaires?)"
)
PASSING: Final = re.compile(
    rf"\W*(?:{_STATES}|{_ROUND_ABOUT}|{_PEOPLE}|{_PLACES}|page vue|secteurs? d[eu]|puis|et|"
    rf"sessions? d['’]|{_LENGTH})(?![^\W_])",
    re.IGNORECASE,
)
"""What stands beside a day and is not what it is about."""
PERSON: Final = re.compile(r"(?:[A-ZÀ-Ý][\w'’-]+ ){1,2}[A-ZÀ-Ý][\w'’-]+")
"""A name of a person and nothing else: who speaks, and not of what."""
TELLS: Final = re.compile(
    r"(?<![^\W_])(?:est|sont|sera|seront|aura|auront|s['’]est|se (?:tien|d[ée]roul|retrouv|r[ée]uni|fer)\w+|nous|"
    r"aurons|invit\w+|commenc\w+|poursui\w+|affich\w+|lieu|initialement|qui (?:aura|se|a)|"
    r"pour (?:s['’]|en savoir))(?![^\W_])",
    re.IGNORECASE,
)
"""Words of a sentence that tells of a sitting in place of naming it."""
SPEAKS: Final = re.compile(
    r"(?<![^\W_])(?:ils?|elles?|on|nous|vous|je|c['’](?:est|[ée]tait)|n['’]\w+|(?-i:a)|ont|est|sont|[ée]tai(?:t|ent)|"
    r"fut|pourr\w+|[^\W\d_]+(?:[ei]ra|[ei]r?ont|[ei]rons|ez)|lors d\w+|"
    r"(?:lun|mar|mercre|jeu|vendre|same)di (?:matin|soir))(?![^\W_])",
    re.IGNORECASE,
)
"""Words of somebody who tells something in a paragraph."""
RUNS_ON: Final = re.compile(
    r"\s*(?:(?:est|sont|sera|seront|a|ont|aura|auront|se|nous|vous|qui|reprend\w*|commence\w*|du|des|de la)(?![^\W_])|"
    r"[sd]['’])",
    re.IGNORECASE,
)
"""What goes on from some words as a sentence does."""
COLUMN: Final = re.compile(
    r"\W*(?:th[èe]mes?|th[ée]matiques?|contenus?|intitul[ée]s?|titres?|objets?|sujets?|quoi|activit[ée]s?|animations?|"
    r"modules?|s[ée]ances?|ateliers?|sessions?|journ[ée]es?|[ée]tapes?|formations?|rencontres?|rendez-vous|"
    r"[ée]v[ée]nements?|programme|webinaires?|temps|notions?|libell[ée]s?)"
    r"(?:\s(?:de |d['’]|du |des |abord).{0,40})?\W*",
    re.IGNORECASE,
)
"""The head of a column that says what each row is about."""
AND: Final = re.compile(r"\s*(?:et|ou|puis)\s", re.IGNORECASE)
LEADS_ON: Final = re.compile(
    r"(?:[\s,:–—-]|(?<![^\W_])(?:le|la|les|l['’]|de|du|des|[àa]|au|aux|en|dans|sur|pour|et|chez|d[èe]s|vers|partir))+$",
    re.IGNORECASE,
)
LEADS_TO: Final = re.compile(r"(?:\s?[:|→>\n]|\s[–—-])\s*[«“\"]?\s?$")
OF_IT: Final = re.compile(
    r"(?<![àa])(?<!dans)(?<!sur)(?<!chez)(?<!devant)(?<!sous)(?<!vers)"
    r"(?:\s|['’])(?:d[ue]|des|de la|de l|d|l[ea]s?|une?|l|«|“)['’]?\s?[«“\"]?$",
    re.IGNORECASE,
)
"""Words before a place that make it part of what is told: `Visite du Familistère`."""
HOURS: Final = re.compile(
    r"(?:de |d[èe]s |[àa] |entre )?(?<!\d)\d{1,2}\s?(?:h(?:eures?)?(?![^\W\d_])\s?(?:\d\d)?|:\d\d)"
    r"(?:\s?(?:[-–—/]|[àa]|et)\s?\d{1,2}\s?(?:h(?:eures?)?(?![^\W\d_])\s?(?:\d\d)?|:\d\d))?",
    re.IGNORECASE,
)
