"""Families of words that hours are told of: those who meet, the doors they come through, and what has its own hours."""

from __future__ import annotations

import re
from typing import Final

from extract.dates.cues import EVENT_WORDS, LAID
from extract.matching.leaping import compile_leaping

_PEOPLE: Final = (
    r"participant\w*|stagiaires?|inscrits|inscrites|habitant\w*|public|familles?|associations?|marcheu\w+|visiteu\w+|"
    r"exposant\w*|[ée]quipes|[ée]l[èe]ves|jeunes|parents|personnes|b[ée]n[ée]voles|salari[ée]s|professionnel\w*|agents|"
    r"acteurs|[ée]lus|adh[ée]rents|membres|partenaires|invit[ée]s|groupes?"
)
_GATHERING: Final = (
    rf"(?!permanences?|h[ée]bergement|accueil|formations? initiale)(?:{EVENT_WORDS})|"
    r"travaux(?! (?:du?|de la|d['’]|en|sur)(?![^\W_]))|[ée]changes?|d[ée]bats?|discussions?|activit[ée]s?|animations?|"
    r"programme|horaires?|heures?|c[ée]r[ée]monies?|inauguration|diagnostics?|apr[èe]s-midi|classe virtuelle|cours|"
    r"interventions?|[ée]v[ée]nement|[ée]v[èe]nement|chantiers?|sortie|comit[ée]|commission|conseil|jury|jeux?|"
    r"stands?|portes? ouvertes?|braderie|bourse|kermesse|lectures?"
)
MEETING: Final = compile_leaping(rf"(?<![^\W_])(?:{_GATHERING}|{_PEOPLE})(?![^\W_])", re.IGNORECASE)
"""The meeting, what people do there, and those who meet."""
MEETS: Final = compile_leaping(rf"(?<![^\W_])(?:{_GATHERING})(?![^\W_])", re.IGNORECASE)
"""The meeting and what people do there."""
DOORS: Final = compile_leaping(
    r"(?<![^\W_])(?:accueil\w*|portes?(?! ouvertes?)|[ée]margement|enregistrement|install\w+|badges?|connexions?|"
    r"connect\w+|billetterie|caisses?|vestiaire|arriv\w+|(?:remise|retrait) d\w+|"
    r"inscriptions? sur place|pr[ée]sent(?:er|ez|ation)|"
    r"attend\w+|petits?[- ]d[ée]jeuners?|caf[ée] d['’]accueil|montage)(?![^\W_])",
    re.IGNORECASE,
)
"""How people come in before it begins."""

_MEALS: Final = (
    r"repas|d[ée]jeun\w+|d[îi]n(?:er|ent|ons|ez)|buffets?|cantine|restau\w+|self|plateaux?\w*|traiteur|pauses?|"
    r"go[ûu]ters?|ap[ée]ritifs?|ap[ée]ros?|cocktails?|collations?|verres?|vins? d['’]honneur|pots?|pique-nique|mang\w+|"
    r"pass\w+ [àa] table"
)
MEALS: Final = re.compile(rf"(?<![^\W_])(?!pause)(?:{_MEALS})(?![^\W_])", re.IGNORECASE)
"""What people are called to eat and drink: a meeting may be nothing else (`Repas solidaire, 12h`)."""
_AT_MEAL_TIME: Final = "".join(
    f"(?<!{lead} )"
    for lead in (
        "pendant la",
        "pendant le",
        "durant la",
        "durant le",
        "sur la",
        "sur le temps du",
        "temps de",
        "temps du",
    )
) + "".join(f"(?<!{lead} )" for lead in ("heure du", "moment du", "moment de la", "pause", "de pause"))
"""Not what only tells when people meet: `pendant la pause déjeuner, de 12h15 à 13h30`."""
_TRANSPORT: Final = (
    r"trains?|tram\w*|bus|minibus|cars?|autocars?|navettes?|m[ée]tro|bateaux?|bac|covoiturages?|stationnement|parkings?|"
    r"correspondances?|trajets?|taxis?|route|passage du"
)
_OFFICE: Final = (
    r"garderie|cr[èe]che|halte-garderie|gardes? d['’]enfants?|[ée]coles?|bureaux?|standard|secr[ée]tariat|guichets?|"
    r"permanences?(?! (?:des (?!services?|bureaux)|avec |d['’](?!accueil)))|"
    r"accueil (?:du public|t[ée]l[ée]phonique|physique)|hotline|t[ée]l[ée]phon\w+|t[ée]l|"
    r"(?!rappels?(?![^\W_]))r?appel\w*|"
    r"joign\w+|joind\w+|contact\w*|renseign\w+|assistance|courriers?|ouverte?s? au (?:public|pr[êe]t)|disponibles?"
)
_PAPERS: Final = (
    r"inscri(?!t(?:e?s)?(?![^\W_]))\w+|r[ée]serv\w+|candidatures?|dossiers?|bulletins?|r[ée]ponses?|commandes?|"
    rf"d[ée]p[ôo]ts?(?! (?:d[eu]s? )?{LAID})|"
    r"d[ée]poser|liens?|replay|captation|[ée]mission|documentaire|vid[ée]o|compte[- ]rendu|convocations?|"
    r"dur[ée]e"
)
PAPERS: Final = re.compile(_PAPERS, re.IGNORECASE)
"""What is sent, signed or looked at: no meeting is called after it."""
THINGS: Final = compile_leaping(
    r"(?<![^\W_])(?<!sur )(?<!avec )(?<!sans )(?<!hors )(?<!mise en )"
    rf"(?:{_AT_MEAL_TIME}(?:{_MEALS})|{_TRANSPORT}|{_OFFICE}|{_PAPERS})(?![^\W_])",
    re.IGNORECASE,
)
"""What has hours of its own beside those of a meeting, by families: meals, transport, offices, papers."""

_NAMED_AFTER_END: Final = "".join(
    f"(?<!{lead} de )" for lead in ("ée", "ie", "ête", "ce", "re", "concert", "bal", "gala", "repas")
)
"""Not what is only called after an end: `18h : soirée de clôture`, `concert de fin d'année`."""
ENDS: Final = compile_leaping(
    r"(?<![^\W_])(?:"
    rf"(?:{_NAMED_AFTER_END}|(?<=eure de ))(?:fin(?! de semaine)|cl[ôo]tur\w+)|"
    r"termin\w+|ach[èe]v\w+|arr[êe]t\w+|s[ée]par\w*|dispers\w*|conclu\w*|"
    r"fini(?:r\w*|ssons|ssent|t|e?s?)|derniers? mots?|levée?s?(?! de rideau)|l[èe]ver(?:a|ons)|l[èe]ve(?= la s)|"
    r"remises? des (?:coupes|troph[ée]es|m[ée]dailles)|"
    r"boucl\w+|interromp\w*|interrupt\w+|referm\w+|remball\w+|range\w*|s['’][ée]teign\w+)(?![^\W_])",
    re.IGNORECASE,
)
"""That something ends."""
LEAVES: Final = compile_leaping(
    r"(?<![^\W_])(?:quitt\w*|lib[éèe]r\w+|(?:serez|serons|seront|serai) libres?|retourn\w+|retours?(?! d['’e])|"
    r"repart\w*|clos(?:es?)?|ferm\w+|"
    r"jusqu['’](?:à|aux?|en|vers)?|(?:prolong|poursui)\w+)(?![^\W_])",
    re.IGNORECASE,
)
"""What ends a meeting of those who do it, and else tells of something else."""
BEGINS: Final = compile_leaping(
    r"(?<![^\W_])(?:d[ée]but\w*|commen[cç]\w*|d[ée]marr\w*|coup d['’]envoi|top d[ée]part|lev[ée]e?r? de rideau|"
    r"lancement|introduction|reprise|repr(?:end|enn)\w*)(?![^\W_])",
    re.IGNORECASE,
)
"""That something begins."""
OPENS: Final = compile_leaping(r"(?<![^\W_])(?:ouvr\w+|ouvert\w*)(?![^\W_])", re.IGNORECASE)
FESTIVE: Final = re.compile(
    r"(?<![^\W_])(?:soir[ée]e (?:festive|conviviale|dansante|jeux)|d[îi]ner|repas|cocktail|concert|bal|veill[ée]e|"
    r"barbecue)"
    r"(?![^\W_])[^.;:!?,\d]{0,30}$",
    re.IGNORECASE,
)
"""What people are offered when the work is done, right before its hours: `soirée festive de 19h à 22h`."""
