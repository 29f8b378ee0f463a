"""Words of what becomes of a meeting, by families: no place is left, nobody signs up any more, it is off, it moves.

Each family is a noun or verb with what denies or exhausts it (`il ne reste aucune place`, `places épuisées`), not the
phrases in which it has been seen.
"""

from __future__ import annotations

import re
from typing import Final

_ADVERB: Final = r"(?:\w+ment\s|donc\s|d[ée]j[àa]\s|plus\s|d[ée]sormais\s|toutes?\s|pas\s)"
_BE: Final = rf"(?:(?:est|sont|a [ée]t[ée]|ont [ée]t[ée])\s{_ADVERB}{{0,2}})"
NO_PLACES: Final = (
    r"(?:plus|aucune?|plus aucune|plus une seule|0|z[ée]ro)\s(?:d['’]|de\s)?(?:seule\s)?places?|"
    r"places?\s(?:restantes?|disponibles?|libres?)\s?:\s?(?:0|z[ée]ro|aucune)|"
    rf"places?\s(?:[^.;:!?\d]{{0,60}}\s)?{_BE}?{_ADVERB}{{0,2}}(?:[ée]puis[ée]e?s|prises|pourvues|attribu[ée]es|occup[ée]es|parties|"
    rf"r[ée]serv[ée]es(?=\W*$))|"
    rf"inscriptions?\s{_BE}?(?:closes?|termin[ée]es?|ferm[ée]es?|suspendues?|cl[ôo]tur[ée]es?|arr[êe]t[ée]es?)"
    r"(?![^\W_]|\s(?:le|au|[àa]|une?|d[èe]s|\d))|"  # `Inscriptions closes le` labels a limit
    r"plus (?:possible de s['’]|la peine de s['’]|vous )inscrire|plus d['’]inscriptions?|"
    r"avons fait le plein|(?:affich\w+|sommes|jouer?a?|joue) (?:au |à guichets? ferm[ée]s?|d[ée]j[àa] )?complets?|"
    rf"(?:salle|jauge|liste)\s{_BE}(?:pleine|atteinte|compl[èe]te)"
)
"""What is full: nothing is left to take."""
PLACES_LEFT: Final = re.compile(
    r"(?:nombre de |nb\.? )?places?\s(?:restantes?|disponibles?|libres?|vacantes?)|disponibilit[ée]s?|places?",
    re.IGNORECASE,
)
"""What heads a column of how many may still come."""
OFF: Final = (
    r"annul(?:[ée]e?s?|ons|ation)|abandonn[ée]e?s?|supprim(?:[ée]e?s?|ons)|d[ée]programm(?:[ée]e?s?|ons)|"
    r"(?:tomb\w+|est tomb\w+) à l['’]eau"
)
"""Verbs of what does not take place, as they stand beside a day."""
BUT_ELSEWHERE: Final = (
    r"\s(?:[àa]|aux?|dans|en(?! raison)|chez|salle)\s[^.;:!?]{3,80}?(?:\smais\s|[.;:!]\s+"
    r"(?:(?:elles?|ils?|nous|on|vous|tout|l[ae]|cette?)\s[^.;:!?\d]{0,40}?)?(?:accueilli\w*|tiendr\w+|lieu|attend\w*|"
    r"retrouv\w+|rendez-vous|d[ée]plac[ée]\w*|transf[ée]r\w+|d[ée]roul\w+|venez)\s[^.;:!?\d]{0,40}?"
    r"(?:[àa]|aux?|dans|en|chez|salle)\s)"
)
"""What follows `n'aura pas lieu` where only the place changes: `à la salle Gagarine, mais à l'école`.

So in the next sentence: `à la mairie. Elle est accueillie à l'école`.
"""
_DENIED: Final = re.compile(r"\bpas(?: eu)?(?: lieu)?$", re.IGNORECASE)
_BUT_ELSEWHERE: Final = re.compile(BUT_ELSEWHERE, re.IGNORECASE)
MOVING: Final = (
    r"(?:report|repouss|d[ée]cal|d[ée]plac|diff[ée]r|recul|avanc(?=[ée]e?s? (?:au|du|d['’]un|ou)))[ée]e?s?|"
    r"(?:gliss|pass)(?:e|era|ent|eront)(?=\s(?:du|au)\s(?:\w+di\s)?\d)"
)
"""Verbs of what changes its day."""
LEADS_TO_NEW: Final = re.compile(
    rf"\W*(?:[^\W\d_]+\s){{0,3}}(?:{MOVING}|(?:nouvelle|autre) date)(?!\sdu)(?![^\W_])", re.IGNORECASE
)
"""What a remark begins with that tells the new day of its row: `Reportée au 8 juillet`, `Nouvelle date : 8 juillet`."""
ANOTHER_SUBJECT: Final = re.compile(
    r"(?P<lead>(?:,|;|\set|,\s(?:et|mais|tandis que))\s)(?:l[ae]s?\s|l['’]|notre\s|nos\s)", re.IGNORECASE
)
"""Where another thing begins to be told of: `… est annulé et la fête de quartier du 29 juin est reportée`."""
CANNOT_MEET: Final = re.compile(
    r"(?<![^\W_])(?:ne\s(?:nous\s|me\s|lui\s|leur\s)?(?:permet\w*|pourr\w+|pouv\w+|peu(?:t|vent|x))\s"
    r"(?:[^\W\d_]+ment\s|donc\s)?(?:pas|plus)|(?:impossible|plus possible|hors de question)|"
    r"(?:renonc|emp[êe]ch)\w+)(?![^\W_])[^.;:!?]{0,30}?\s(?:de |d['’]|[àa] )?"
    r"(?:nous |vous |se |s['’]|les |la |le |l['’]|y )*"
    r"(?:recev|accueil|r[ée]un|retrouv|rassembl|rencontr|ten|organis|mainten|invit|venir|anim|faire)\w*",
    re.IGNORECASE,
)
"""Why people do not meet on a day: `les mesures ne nous permettent pas de vous recevoir le`."""
TITLE_MOVED: Final = re.compile(
    r"(?<![^\W_])(?:reports?(?![^\W_])|(?:report|d[ée]cal|d[ée]plac|repouss)[ée]|d[ée]calages?(?![^\W_])|"
    r"(?:nouvelles?|changements? de) (?:dates?|jours?)(?![^\W_]))",
    re.IGNORECASE,
)
"""A title that says that something was moved: `Report de la journée du 14 janvier`, `Atelier reporté`."""


def is_held_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether words from `start` to `end` deny no more than a place, as what follows them in the text goes on to tell.

    `n'aura pas lieu à la mairie. Elle est accueillie à l'école`: the next sentence is outside of that of the day.
    """
    return _DENIED.search(text, start, end) is not None and _BUT_ELSEWHERE.match(text, end) is not None
