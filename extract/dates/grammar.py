"""The grammar of French dates, as regular expressions over strings of token codes.

Each production names what it reads. A *group* is a list of days that share a month; groups are joined into lists and
ranges by what stands between them (`extract.dates.joining`). Codes are explained in `extract.dates.lexicon.CODES`.
"""

from __future__ import annotations

import re
from typing import Final

from extract.matching.leaping import compile_leaping

_WEEKDAY: Final = r"(?:l?[wW]\.?,?)"
_ATOM: Final = rf"(?:{_WEEKDAY}>?)?[dl]?l?(?:n|P|D)"
_JOIN: Final = r"(?:,?>?[eO]>?|,|-|/|u+|a)[dl]*"
_MONTH: Final = r"m\.?"
_OF_MONTH: Final = rf"(?:di)?d?{_MONTH}"  # 24 du mois de juin
_YEAR: Final = r"(?:-?y|,?y(?![-/]y)|n(?=[.,)>#]|$))"

GROUP: Final = (
    rf"{_WEEKDAY}?l?(?:(?:n|P|D)(?:{_JOIN}{_ATOM})*|o)-?{_OF_MONTH}{_YEAR}?"  # 7 et 8 septembre 2017
    rf"|{_WEEKDAY}?l?n(?:{_JOIN}{_WEEKDAY}?[dl]?l?n)*{_JOIN}{_WEEKDAY}?l?(?:D|P)"  # du 2 au 4/10/2023
    rf"|{_WEEKDAY}?l?(?:D|P)(?!\d)"  # 16.11.2016, 26/03
)
ONE_DAY: Final = r"l?[wW]?nm(?:y|(?![.n]|[-,]y))"
"""The commonest group, which is one day: `(le) (mardi) 12 mars (2020)`. The other productions would read it alike."""
NTH: Final = rf"l?[onr]wdl?{_MONTH}{_YEAR}?"  # le premier jeudi d'octobre
RECURRENCE: Final = rf"(?:tl?[wW]|lW)x{{0,2}}d(?:l?i?d?)?{_MONTH}{_YEAR}?"  # tous les mardis de mars 2020
RECURRENCE_RANGE: Final = (  # tous les mardis du 3 au 24 mars, tous les mardis de 9h à 11h du 3 au 24 mars
    r"(?:tl?[wW]|lW)f?[,>]{0,2}(?=(?:d?[hHn][-/au]{1,2}[hH][,>]{0,2})?du?[lwn])"
)
VAGUE: Final = rf"v-?[dl]*(?:i?d?{_MONTH}y?|y)"  # fin mai 2024
MONTHS: Final = rf"{_MONTH}y?(?:(?:-|/|u+|a|,?[eO]|,)[dl]*{_MONTH}(?:-?y(?![-/]y))?)*"  # mai - juin 2019
SEMESTER: Final = r"[onr]S[dl]*y?"
QUARTER: Final = r"[onr]T[dl]*y?"
SEASON: Final = r"s[dl]*y?"
THIS_MONTH: Final = r"ci-?k|lir"
_OVER_LINE: Final = r"(?:(?<=d[hH])(?<!xd[hH])>[a-]|(?<=b[hH])>e|[-a]>)"  # de 18h / à 20h30, 18h à / 20h30
HOUR_RANGE: Final = (  # 9h-12h, 9 à 12h
    rf"(?:[hH]|(?<!w)n(?=[-/au]+[hH])|n(?=[-/][hH])|(?<=b)n(?=e[hH]))(?:(?:(?:-|/|a|e?-?u+a?|e)?|{_OVER_LINE})[hH])?"
)
_OF_SOME_BEHIND: Final = (  # 9h30-12h (14h-16h30 le 15 mai), 14h-17h (14h-16h pour la séance en ligne)
    rf"\([dpa]*{HOUR_RANGE}(?:d?l?[wWnPDo]|(?![),/eO>(-]|[au]+[hHn]))"
)
HOURS: Final = (
    rf"{HOUR_RANGE}(?:(?!{_OF_SOME_BEHIND})(?:(?:>(?=e[dpa]*[hH][-/au]+[hH]))?,?e|,|/|-|\(|\))+[dpa]*{HOUR_RANGE})*"
)
YEARS: Final = r"y(?:(?:[-/]|[aeu])y)*"

STARTS: Final = "[wWnPDovmrshHy]|l[wWnPDori]|t[lwW]|ci"
"""What an expression can begin with: at all other codes, and most articles, the productions need not be tried."""
PHRASE: Final = compile_leaping(
    f"(?={STARTS})(?:"
    + "|".join(
        f"(?P<{name}>{pattern})"
        for name, pattern in (
            ("one_day", ONE_DAY),
            ("nth", NTH),
            ("recurrence", RECURRENCE),
            ("every", RECURRENCE_RANGE),
            ("group", GROUP),
            ("vague", VAGUE),
            ("semester", SEMESTER),
            ("quarter", QUARTER),
            ("this_month", THIS_MONTH),
            ("season", SEASON),
            ("months", MONTHS),
            ("hours", HOURS),
            ("years", YEARS),
        )
    )
    + ")"
)
"""Every production in one pass, leftmost first; where two begin together the earlier one in the list wins."""

LIST_GAP: Final = re.compile(r'["()]*[,>]*(?:[eO/][,>]*)?[dl]*')
"""Between two groups of one list: `et`, commas, line ends around them."""
RANGE_GAP: Final = re.compile(r"\)?(?:,?e?u+|-|a)[dl]*")
"""Between the two ends of a range."""
HOURS_AFTER: Final = re.compile(r'(?:[^.#\n]|\.(?=")){0,24}')
"""Between a date and hours that belong to it: the rest of the sentence, without another date."""
HOURS_BEFORE: Final = re.compile(r"[-,:)|>]*[dlc]*")
"""Between hours and a date that follows them."""
HOURS_END: Final = re.compile(
    r"(?:(?!(?<![^\W_])(?:seconde?|deuxi[èe]me|autre|derni[èe]re?|suivante?|lendemain)(?![^\W_]))[^.\n]){0,60}?"
    r"(?:fin(?:i\w+)?(?![^\W_])|retour(?! sur)|"
    r"(?:on|nous) rentr(?:e|ons|era|erons)(?![^\W_])|se termin\w+|termin\w+|s['’]ach[èe]v\w+|cl[ôo]t\w+|"
    r"(?:et|puis) (?:se )?ferm(?:ent|e|eront|era)(?![^\W_])|ferm\w+ (?:ses|leurs) portes|"
    r"fermeture(?! d[^.;:,\d]{1,8}(?:billet|guichet|bureau|accueil|inscri|secr|parking|restau|caf[ée]|mairie))|"
    r"jusqu)[^.\n]{0,25}",
    re.IGNORECASE,
)
"""Between the hour at which something begins and the one at which it ends, told apart in one sentence."""
