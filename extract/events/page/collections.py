"""Titles that name nothing that takes place: they only say that what follows is collected, for whom and for when.

`Nos rendez-vous de mars`, `Le calendrier du réseau`, `Dates à retenir`: take away the words for lists of dates, for
times and for those who are addressed, and nothing is left. `Rendez-vous de la parentalité` names what it is about.
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.lexicon import MONTHS, fold

_WORD: Final = re.compile(r"[^\W\d_]+")
_MADE_OF_PARTS: Final = re.compile(r"rendez[- ]vous|temps forts?|bloc[- ]notes")
_LIST: Final = re.compile(
    r"agendas?|calendriers?|dates?|evenements?|evenementiel|manifestations?|programm(?:es?|ation)|planning|carnets?|"
    r"actualites?|actus?|infos?|informations?|breves|animations|activites|sorties|rendezvous|echeances|catalogue"
)
"""What a list of things to come is called."""
_TIME: Final = re.compile(
    r"prochaine?s?|venir|suivre|retenir|noter|manquer|avant|apres|cocher|reserver|bientot|future?s?|annee|mois|semaine|saison|"
    r"(?:tri|se)mestre|rentree|ensuite|suite|printemps|ete|automne|hiver|" + "|".join(fold(month) for month in MONTHS)
)
_OTHER: Final = re.compile(
    r"reseaux?|quartiers?|adherents|partenaires|habitants|territoire|commun|partagee?|general|locale?|culturel(?:le)?|"
    r"associati(?:ons?|f|ve)|municipales?|communales?|l[ea]?s?|un|une|d|d[eu]s?|a|aux?|en|et|ou|pour|par|sur|dans|chez|pres|c[ei]s?|cet(?:te)?|"
    r"nos|notre|vos|votre|vous|nous|on|qu[eio]i?|faire|attend|bouge|passe|ca|se|ne|pas|tout(?:e?s|e)?|tous|il|y"
)
"""Who is addressed, and small words."""

_ONE_OF_MANY: Final = re.compile(
    r"(?<![^\W_])(?:cycle|parcours|universit[ée] populaire|"
    r"(?:deux|trois|quatre|cinq|six|sept|huit|[2-8]) (?:\w+ )?(?:rendez-vous|dates|jours|journ[ée]es|soir[ée]es|"
    r"matin[ée]es|s[ée]ances|ateliers|rencontres|webinaires|visites|[ée]tapes))(?![^\W_])",
    re.IGNORECASE,
)
"""Titles of what is one event on several days: `Deux jours pour se rencontrer`, `Parcours …`."""


def only_collects(title: str) -> bool:
    """Whether a title holds nothing but words of lists, times and addressees, and one of the first two at least."""
    words = _WORD.findall(_MADE_OF_PARTS.sub("rendezvous", fold(title)))
    telling = [word for word in words if _LIST.fullmatch(word) or _TIME.fullmatch(word)]
    return bool(telling) and all(word in telling or _OTHER.fullmatch(word) for word in words)


def is_series(title: str) -> bool:
    """Whether a title names one event on several days, whatever each of them is called."""
    return _ONE_OF_MANY.search(title) is not None
