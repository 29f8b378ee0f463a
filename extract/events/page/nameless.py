"""Titles that name a paper, a rubric or what a page is printed with, and nothing that takes place.

`La feuille du réseau n° 18`, `IREV INFOS`, `L'édito`, `CHEZ NOS VOISINS`, `Imprimer | Fermer`: what stands under such a
title is called by its own lines.
"""

from __future__ import annotations

import re
from typing import Final

from extract.events.page.event_types import find_title_noun

_PAPER: Final = re.compile(
    r"(?<![^\W_])(?:(?:la|notre|votre|une) (?:petite )?(?:lettre|feuille|gazette)|"
    r"[^\W\d_'’]+['’]?\s?infos?|infos? [^\W\d_]+|"
    r"l['’](?:info|actu|hebdo|[ée]cho|essentiel) (?:d[eu]s?|de la)|en bref|br[èe]ves d[eu]s?|flash|"
    r"bulletin (?:municipal|(?:de (?:la )?|d['’]|du )(?!inscription|participation|adh[ée]sion|r[ée]ponse))|"
    r"(?:les )?nouvelles (?:d[eu]s?|de la)|journal (?:de|du|des)|newsletter|infolettre|"
    r"(?:le|mon) petit (?:journal|citoyen|[^\W\d_]+(?:ois|ais|ien))|"
    r"fil d['’]infos?|lettre (?:d['’]|aux?|du|de|des))(?![^\W_])|^[^:?!]{3,40}\sn\s?[°o]\s?\d{1,3}\W*$",
    re.IGNORECASE,
)
_RUBRIC: Final = re.compile(
    r"\W*(?:(?:l['’])?[ée]dito(?:rial)?|le mot (?:d[eu]s?|de la) .{3,30}|sommaire|[àa] la une|"
    r"(?:chez )?nos (?:voisine?s|partenaires|amis|rendez-vous|dates|adh[ée]rents)|"
    r"(?:le )?coin des [^\W\d_]+|[çc]a (?:se passe|bouge)(?: .{3,30})?|[àa] (?:venir|noter|retenir|suivre)|"
    r"(?:prochaines?|autres) (?:dates|rendez-vous)|(?:et )?aussi|ailleurs|en r[ée]gion|nouvelles?|reprise|br[èe]ves|"
    r"ce qui (?:nous|vous) attend|chez (?:les|nos|vos) [^\W\d_]+|[àa] vos agendas|on y (?:sera|va)|la suite ?\??|"
    r"imprimer\W.*|imprim[ée] (?:depuis|sur|le) .*|d[ée]tails? de l['’][ée]v[ée]nement)\W*",
    re.IGNORECASE,
)


def is_periodical(title: str) -> bool:
    """Whether a title is that of a letter or a paper that comes again: `La feuille du réseau`, `Loc'Infos n° 9`."""
    noun = find_title_noun(title)
    return (noun is None or noun.kind == "événement") and _PAPER.search(title) is not None


def names_nothing(title: str) -> bool:
    """Whether a title is but that of a letter, a rubric or a print; one that holds a noun of events names something."""
    return _RUBRIC.fullmatch(title) is not None or is_periodical(title)
