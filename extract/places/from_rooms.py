"""Venues that are a room without a town: `s'est tenue à l'université populaire`, `10h, au Palais des Sports`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document import Block
from extract.places.context import DAY
from extract.places.names import PLACE_NOUN, clean_name
from extract.places.page import Page
from extract.places.phrases import Parts

# Institutions and groups begin like houses but are asked, seen or told, not met in.
ROOM = re.compile(
    rf"(?:(?<=,)\s|\b)(?:(?:[àÀ] la|[àÀ] l['’]|au|dans (?:la|le|les|l['’])|en)\s?)?(?={PLACE_NOUN})"
    r"(?!(?:conseils?|chambre|centres? de ressources|villes?|villages?|ateliers?|forum|p[ôo]le|"
    r"cit[ée]s? [ée]ducatives?|agence|"
    r"communaut[ée]s?|m[ée]tropole|quartiers?)\b)[^,;:.()\n–—]{3,60}",
    re.IGNORECASE,
)
HELD_BEFORE = re.compile(
    r"\b(?:se tien(?:dr\w+|t|nent)|tenue?s?|aur(?:a|ont) lieu|a eu lieu|ont eu lieu|se d[ée]roul\w+|d[ée]roul[ée]e?s?|"
    r"accueil\w*|rendez-vous|r[ée]unis?|retrouv[ée]e?s?)\s(?:[^.,;:]{0,25}\s)?$|"
    r"\b(?:ont|a|avons|avez)\s(?:[ée]chang|partag|d[ée]batt|dialogu|discut|travaill|planch)\w+\s(?:[^.,;:]{0,40}\s)?$",
    re.IGNORECASE,
)


def rooms(page: Page, block: Block) -> Iterator[Parts]:
    """Find rooms and houses right behind an hour, a day or a verb of meeting."""
    text = page.document.text
    if block.kind in ("title", "heading"):
        return
    for match in ROOM.finditer(text, block.start, block.end):
        start = page.sentences.at(match.start())[0]
        head = text[start : match.start()]
        days = list(DAY.finditer(head[-60:]))
        behind_day = bool(days) and not head[-60:][days[-1].end() :].strip(" ,(–—-")
        name = clean_name(match[0])
        if (
            name
            and (behind_day or HELD_BEFORE.search(head))
            and (match[0].strip()[0] != match[0].strip()[0].upper() or behind_day)
        ):
            yield Parts(match.start(), match.end(), name, rule="room")
