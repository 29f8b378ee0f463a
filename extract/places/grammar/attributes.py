"""What is online or far away by itself, while the meeting need not be: `le compte en ligne`, `les actes à distance`.

A definite article leads to a thing that is known, and the words behind it say what kind of thing that is. A meeting,
a part of the day, a rank or those who come are told of by the same words as how people meet.
"""

from __future__ import annotations

import re
from typing import Final

from extract.places.grammar.context import MEETING_NOUN

_NOUN: Final = re.compile(
    r"(?<![^\W_])(?P<of>d[eu]\s)?(?:(?:l[ae]s?|nos|vos|ses|leurs?|son|sa|mon|ma|cette|ces)\s|l['’])"
    r"(?P<noun>[^\W\d_][\w-]{3,})\s$",
    re.IGNORECASE,
)
_TOLD_OF: Final = re.compile(
    r"(?:heures?|matin|midi|soir|jours?|jeudi|mardi|lundi|mercredi|vendredi|samedi|dimanche|semaine|fois|moiti[ée]|"
    r"partie|temps|premi\w+|derni\w+|secon\w+|deux|trois|quatre|cinq|suivant\w*|autres?|reste|suite|format|mode|"
    r"version|[ée]dition|dispositif|rendez-vous|permanence\w*|point|pauses?|clubs?|cours|classes?|cin[ée]-?\w*|"
    r"participa\w+|invit\w+|personnes|coll[èe]gues|membres|publics?|salari\w+|r[ée]seaux?|accueil|rejoindre|"
    r"[ée]changes?|discussions?|travaux|vote|tenue|tenir|suivre|animation|organisation|connexion|lien|acc[èe]s|"
    r"[ée]tapes?|volets?|phases?|jeux?|quiz+|ap[ée]ro\w*|caf[ée]s?|interventions?|consultations?|concertations?)",
    re.IGNORECASE,
)
_DATED: Final = re.compile(
    r"[ \xa0](?:(?:du|de|le|ce)\s)?(?:[^\W\d_]+di\s)?(?:\d|1er)|\s(?:est|sera|aura|se|s['’]|a)(?![^\W_])"
)
_AFAR: Final = re.compile(r"en ligne|[àa] distance", re.IGNORECASE)
_REACH: Final = 40


def is_attribute(text: str, start: int, first: int, end: int) -> bool:
    """Whether the words of a screen from `first` to `end` say what kind of thing the noun before them is.

    `start` is that of their sentence.
    """
    if _AFAR.fullmatch(text, first, end) is None:
        return False
    thing = _NOUN.search(text, max(start, first - _REACH), first)
    if thing is None or _TOLD_OF.fullmatch(thing["noun"]) or MEETING_NOUN.search(thing["noun"]):
        return False
    if thing["of"] and MEETING_NOUN.search(text, start, thing.start()):
        return False  # `la réunion de l'équipe en ligne`
    return _DATED.match(text, end) is None
