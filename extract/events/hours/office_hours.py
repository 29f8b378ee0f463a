"""Hours at which somebody is there week after week: under the heading of an office, or beside its telephone number.

`PERMANENCES` over `Mission locale : 1er et 3e mardis du mois, 14h-16h30`, or `Service culture, 03 21 … , du lundi au
vendredi de 9h à 12h`: no meeting of a page takes place then, unless the page is called after it.
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.lexicon import fold
from extract.document import Block
from extract.events.parts import LooseHours, Parts, standing_between

_HEAD: Final = re.compile(
    r"\W*(?:(?:nos|les|vos|mes|autres)\s)?(?P<what>permanences?|(?:horaires?|heures|jours)\sd['’]ouverture|"
    r"ouverture au public|nous\s(?:contacter|joindre|rencontrer)|num[ée]ros\sutiles|"
    r"[àa]\svotre\sservice)(?![^\W_])[^.]{0,30}",
    re.IGNORECASE,
)
"""What stands over the hours of an office, and over no others."""
_MAY_HEAD: Final = re.compile(
    r"\W*(?P<what>contacts?|renseignements?|inscriptions?|r[ée]servations?|accueil|secr[ée]tariat|(?:vie\s|infos?\s|informations?\s)?pratiques?|"
    r"(?:votre\s|la\s|en\s)?mairie|nos\sservices)(?![^\W_])[^.]{0,30}",
    re.IGNORECASE,
)
"""What stands over those that are told for a day of each week."""
_LEADS_LINE: Final = re.compile(
    r"\W*(?:(?:nos|les|vos)\s)?(?P<what>permanences?|accueil|secr[ée]tariat|ouverture|contacts?|renseignements?)(?![^\W_])"
    r"[^.:\d]{0,30}:",
    re.IGNORECASE,
)
"""What a line of such hours begins with: `Nos permanences : CAF le lundi de 9h à 12h`."""
_WEEKDAY: Final = r"(?:(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?)"
_WEEKLY: Final = re.compile(
    rf"(?<![^\W_])(?:(?:du\s)?{_WEEKDAY}\s?(?:au|à|-|–|/)\s?{_WEEKDAY}|(?:tous\sles|toutes\sles|chaque|les)\s{_WEEKDAY}|"
    rf"(?:\d(?:er|e|[èe]me)s?(?:,|\set)?\s){{1,3}}{_WEEKDAY}|le\s{_WEEKDAY}(?!\s\d))(?![^\W_])",
    re.IGNORECASE,
)
_MONTHLY: Final = re.compile(
    rf"(?<![^\W_])(?:(?:premier|deuxi[èe]me|second|troisi[èe]me|dernier|\d(?:er|e|[èe]me)s?)(?:,|\set)?\s){{1,3}}{_WEEKDAY}\s"
    r"(?:d[eu]\s(?:chaque\s)?|de\sla\s|par\s)(?:mois|semaine)[^.;:!?\n\d]{0,25}$",
    re.IGNORECASE,
)
"""A day of each month, which is none of the days that a page tells: `Réunion le premier mardi du mois à 19h`."""
_REACHED: Final = re.compile(
    r"(?<!\d)(?:0|\+33\s?)\d(?:[ .-]?\d\d){4}(?!\d)|\S@\S|(?<![^\W_])t[ée]l(?:[ée]phone)?\s?[.:]", re.IGNORECASE
)
_LONGEST_HEAD: Final = 70


def is_of_office(parts: Parts, hours: LooseHours) -> bool:
    """Whether hours are those of an office or of people who are there on a day of each week, and of no meeting."""
    block = parts.block_of(hours.start)
    if block is not None and _MONTHLY.search(parts.document.text, block.start, hours.start):
        return True
    if block is None or block.kind == "cell" or standing_between(parts.dates, *parts.line_of(block)):
        return False
    line = parts.words(parts.line_of(block))
    weekly = _WEEKLY.search(parts.document.text, *parts.sentence_of(hours.start)) is not None
    if weekly and _REACHED.search(line):
        return True
    if (
        weekly
        and (led := _LEADS_LINE.match(line)) is not None
        and fold(led["what"])[:7] not in fold(parts.document.title)
    ):
        return True
    return any(_heads_office(parts, head, weekly=weekly) for head in _heads_over(parts, block))


def _heads_over(parts: Parts, block: Block) -> list[Block]:
    """The heading over a line with no day between them, and the line that opens its paragraph."""
    heads = []
    heading = parts.document.heading_over(block.start)
    if heading is not None and not _tells_event(parts, heading.start, block.start):
        heads.append(heading)
    if block.group is not None:
        first = block
        while (above := parts.block_above(first)) is not None and above.group == block.group:
            first = above
        if first is not block and not standing_between(parts.dates, first.start, block.start):
            heads.append(first)
    return heads


def _tells_event(parts: Parts, start: int, end: int) -> bool:
    """Whether a day of an event stands in a span: one on which people may sign up is none."""
    return any(date.role == "event" for date in standing_between(parts.dates, start, end))


def _heads_office(parts: Parts, head: Block, *, weekly: bool) -> bool:
    words = parts.document.words_of(head)
    if len(words) > _LONGEST_HEAD:
        return False
    told = _HEAD.fullmatch(words) or (_MAY_HEAD.fullmatch(words) if weekly else None)
    return told is not None and fold(told["what"])[:7] not in fold(parts.document.title)
