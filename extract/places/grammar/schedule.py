"""Towns of a schedule: set beside a day by punctuation alone, as in `Laon (12 mars)`, `Creil : 4 mai`, `4 mai – Arras`.

No verb says that people meet there; the order of the line does. The town that dates a letter (`Lille, le 3 avril 2017`)
looks the same and is told by standing alone with its day.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.document import Block
from extract.matching.leaping import compile_leaping
from extract.places.grammar.context import DAY, MEETING_NOUN, touches_day

WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)s?\b\.?"
# Words of a day that stand before the month: `jeudi 7 et vendredi 8 mars`.
DAY_WORDS = rf"(?:(?:le|les|du|au|ce|et|puis|matin|{WEEKDAY}|1er|\d{{1,2}}(?!\d))[ ,]*)*"
TO_DAY = re.compile(
    rf"\s?(?:\((?:\d{{2,3}}|[^()\d\n]{{3,60}})\)\s?)?(?P<mark>[,:(|–—/-]?)\s*{DAY_WORDS}", re.IGNORECASE
)
# What may open a line of a schedule before its town: `Session 2 :`, `1re journée –`, `Groupe de`, `À`.
OPENING = re.compile(
    r"[\W\d]*(?:(?:1[eè]?re?|\d\d?e|\d\d?[èe]me|premi[èe]re?|deuxi[èe]me|seconde?|troisi[èe]me|quatri[èe]me|"
    r"cinqui[èe]me|"
    r"derni[èe]re?)\s)?"
    r"(?:(?:[ée]tapes?|groupes?|promotions?|promos?|dates?|jours?|jour|acte|volet|s[ée]ances?|[ée]dition|lieux?|"
    r"antenne|"
    rf"{MEETING_NOUN.pattern[5:-3]})\s?(?:n°\s?)?(?:\d{{1,2}}|[A-Z]|I+)?\s?(?:de |d['’]|[àa] |du territoire de )?"
    r"[.:,|–—-]?\s*)?(?:[àa] )?",
    re.IGNORECASE,
)
SET_OFF = compile_leaping(r"(?:[;:•|]|[–—-]\s|\bet|\bpuis|\benfin|\d\))\s*(?:[àa]\s)?$", re.IGNORECASE)
OF = re.compile(r"\b(?:de|d['’]|du)\s?$")
OPENS_WITH_EVENT = re.compile(rf"\W*{MEETING_NOUN.pattern}[^.;!?:]{{0,90}}$", re.IGNORECASE)
LETTER = re.compile(r",?\s(?:le\s)?(?:1er|\d{1,2})\s\w+\s(?:19|20)\d\d\W*")
# The line that dates a letter or a notice: `Communiqué de presse – Lille, le 17 janvier 2023`.
DATELINE = re.compile(r"[^.;:!?\d]{0,60}?[A-ZÀ-Ý][^.;:!?\d]{2,40},\sle\s(?:1er|\d{1,2})\s\w+\s(?:19|20)\d\d\W*")
# A house behind the town says that people meet there: `À Liévin, au Pathé, le 7 mars`.
AT_HOUSE = re.compile(r",\s(?:aux?|[àa] la|dans (?:la|le|les))\s|,\s(?:[àa]|dans) l['’]", re.IGNORECASE)
# Something goes to a town: `Prochaine escale à Hirson, le 7 mai 2019`. A letter is only made in one.
LED_THERE = re.compile(r"\b(?!fait|sign[ée]|[ée]crit|r[ée]dig[ée]|[ée]tabli)[^\W\d_]+\s[àÀ]\s[A-ZÀ-Ý]", re.IGNORECASE)
REACH = 45


def is_dateline(words: str) -> bool:
    """Check for the line that dates a letter or a notice: a town, a comma and a day, and nothing that takes place."""
    if DATELINE.fullmatch(words) is None:
        return False
    if LED_THERE.search(words):
        return False
    return MEETING_NOUN.search(words) is None and AT_HOUSE.search(words) is None


def day_behind(text: str, end: int, limit: int) -> tuple[str, int] | None:
    """The mark between a town that ends here and the day that follows it at once, and where that day ends."""
    day = DAY.search(text, end, min(limit, end + REACH))
    between = TO_DAY.fullmatch(text, end, day.start()) if day else None
    return (between["mark"], day.end()) if day and between else None


def is_scheduled(text: str, block: Block, start: int, first: int, last: int, dated: Callable[[], bool]) -> bool:
    """Decide whether a town from `first` to `last` stands in a schedule; its sentence begins at `start`.

    `dated` tells whether a line beside the block holds a day as well, as the lines of a schedule do.
    """
    head = text[start:first]
    behind = day_behind(text, last, block.end)
    if behind is None:
        return is_behind_day(text, block, start, first, last)
    mark = behind[0]
    if mark == "(":
        return not OF.search(head) or MEETING_NOUN.search(head, max(0, len(head) - REACH)) is not None
    if head.endswith("(") or (head.endswith(", ") and OPENS_WITH_EVENT.match(head)):
        return True
    if OPENING.fullmatch(head):
        letter = LETTER.fullmatch(text, last, block.end)
        return letter is None or mark not in ",:" or bool(head) or block.kind in ("item", "cell") or dated()
    return bool(SET_OFF.search(head))


def is_behind_day(text: str, block: Block, start: int, first: int, last: int) -> bool:
    """Check for a town that is set off behind a day and ends its line or its part of it (`4 mai : Saint-Omer`)."""
    head = text[start:first]
    if not touches_day(text, start, first):
        return False
    if head.rstrip().endswith(":"):
        return True
    bare = [day.end() for day in DAY.finditer(head[-30:])]
    ends = not text[last : block.end].strip(" .") or re.match(r"\s?[,;|:–—(-]", text[last : last + 2]) is not None
    return bool(bare) and bare[-1] == len(head[-30:].rstrip()) and ends
