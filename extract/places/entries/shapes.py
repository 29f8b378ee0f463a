"""What kind of line a line is, as far as the lines of one entry are alike to those of the next."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from extract.document import Block
from extract.matching.folding import fold
from extract.places.elsewhere.postal import POSTAL
from extract.places.gazetteer.words import WAYS
from extract.places.grammar.addresses import BARE_STREET, NAMED_STREET, STREET, town_of
from extract.places.grammar.context import CALENDAR_DAY, OTHER_DAY, PEOPLE
from extract.places.grammar.names import STARTS_WITH_NOUN
from extract.places.page import Page

LONGEST_LINE: Final = 130
"""A longer line is running text."""
_POSTCODE: Final = re.compile(r"(?<!\d)\d{2}\s?\d{3}\s+[A-ZÀ-Ý]")
_HOURS: Final = re.compile(
    r"\W*(?:(?:de|dès|à|entre|partir|horaires?|accueil)\s?:?\s){0,3}(?:[01]?\d|2[0-4])(?:\s?[hH](?!\w*[a-z]{2})|:[0-5]\d)"
)
_COUNTED: Final = re.compile(
    r"\W*(?:[^\W\d_]{4,12}\s(?:n\s?°\s?)?(?:\d{1,2}|[A-H]|I{1,3})(?![\w'’])|\d{1,2}\s?[.)/°]\s|"
    r"(?:\d{1,2}\s?(?:re|er|e|[èe]me|nde?)|premi(?:er|[èe]re)|deuxi[èe]me|seconde?|troisi[èe]me|derni(?:er|[èe]re))\s)",
    re.IGNORECASE,
)
_BEHIND_TOWN: Final = re.compile(r"\s?(?:\(\s?(?:\d{2,5}|[A-ZÀ-Ý][\w'’ -]{2,20})\s?\))?[\s:.–—-]*")
_BEFORE_TOWN: Final = re.compile(
    r"\W*(?:(?:[àÀ]|ville de|commune de|secteur de|site de)\s|(?:ville|commune|lieu) : )?", re.I
)
# What leads to the town that ends the head of an entry: `Finale à`, `Étape 3 :`, `Et pour finir`, `Chez nos amis d'`.
_LEADS_TO_TOWN: Final = re.compile(
    r"(?:^|[\s:,(–—-])(?:[àÀ]|par|pour (?:finir|terminer|commencer|conclure|clore)|enfin|puis|ensuite|sur|vers|"
    r"direction|chez (?:[\w-]+\s){0,3}(?:de|d['’])|"
    r"(?:[ée]tapes?|halte|escale|arr[êe]t|bassin|secteur|arrondissement) (?:de|d['’]))"
    r"\s?$|(?:\s[:–—-]|,|\()\s?$",
    re.IGNORECASE,
)
_LONGEST_HEAD: Final = 60
_STREET_LEAD: Final = re.compile(rf"(?:{WAYS})\s(?:du\s|de la\s)?\d?$", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"\s?(?:\([^()\n]{2,30}\)\s?)?(?:[,:(/–—-])")


class Shape(Enum):
    """The kinds of lines."""

    HEADING = "heading"
    FIELD = "field"
    TOWN = "town"
    TOWN_AND_MORE = "town and more"
    HOUSE = "house"
    STREET = "street"
    HOURS = "hours"
    COUNTED = "counted"
    SHORT = "short"
    LONG = "long"


PLACES: Final = frozenset({Shape.TOWN, Shape.TOWN_AND_MORE, Shape.HOUSE, Shape.STREET})
WORDS: Final = frozenset({Shape.SHORT, Shape.LONG})

Form = tuple[Shape, str]
"""A shape with what tells it from others of its kind: the level of a heading, the label of a field."""


def form_of(page: Page, block: Block) -> Form:
    """The shape of a line; asked from what its markup says to what its words are.

    A place behind a label is one as well: `Dates et lieux : Amiens` over the first of several days.
    """
    if block.kind == "heading":
        return Shape.HEADING, str(block.level)
    if block.label:
        told = _of_words(page, block)
        return (told, "") if told in PLACES else (Shape.FIELD, label_of(block))
    if block.end - block.start > LONGEST_LINE:
        return Shape.LONG, ""
    return _of_words(page, block), ""


def label_of(block: Block) -> str:
    """The label of a field without its number, to be compared; nothing for other lines."""
    return fold(block.label or "").strip(" 0123456789:")


def _of_words(page: Page, block: Block) -> Shape:
    text = page.document.text
    if is_town_alone(page, block):
        return Shape.TOWN
    first = next(iter(page.mentions_in(block.start, block.end)), None)
    opens = first is not None and _BEFORE_TOWN.fullmatch(text, block.start, first.start) is not None
    if first is not None and opens and town_of(first.candidates) and _GOES_ON.match(text, first.end, block.end):
        return Shape.TOWN_AND_MORE
    if _ends_with_town(page, block):
        return Shape.TOWN_AND_MORE
    if _HOURS.match(text, block.start, block.end):
        return Shape.HOURS
    if STARTS_WITH_NOUN.match(text[block.start : block.end]):
        return Shape.HOUSE
    if _is_street(text, block):
        return Shape.STREET
    return Shape.COUNTED if _COUNTED.match(text, block.start, block.end) else Shape.SHORT


def _ends_with_town(page: Page, block: Block) -> bool:
    """Whether a line ends with a town behind a mark: `Le Temple, Bruay-la-Buissière`."""
    inside = page.mentions_in(block.start, block.end)
    if not inside or town_of(inside[-1].candidates) is None:
        return False
    text, town = page.document.text, inside[-1]
    set_off = text[block.start : town.start].endswith((", ", "– ", "— ", "- ", "("))
    return (set_off and not text[town.end : block.end].strip(" ).")) or is_led_to_town(page, block)


def is_led_to_town(page: Page, block: Block) -> bool:
    """Whether a short line or heading tells one town, which ends it: `Finale à Lens`, `Dernière étape : Calais`."""
    inside = [m for m in page.mentions_in(block.start, block.end) if town_of(m.candidates) is not None]
    if len(inside) != 1 or block.end - block.start > _LONGEST_HEAD:
        return False
    text, town = page.document.text, inside[0]
    if CALENDAR_DAY.search(text, block.start, block.end) or PEOPLE.search(text, block.start, town.start):
        return False
    led = _LEADS_TO_TOWN.search(text, block.start, town.start)
    return led is not None and _BEHIND_TOWN.fullmatch(text, town.end, block.end) is not None


def _is_street(text: str, block: Block) -> bool:
    """Whether a line opens with a street or holds a postcode."""
    opened = (pattern.match(text, block.start, block.end) for pattern in (STREET, NAMED_STREET, BARE_STREET))
    return any(opened) or _POSTCODE.search(text, block.start, block.end) is not None


def is_town_alone(page: Page, block: Block) -> bool:
    """Whether a line says a town and nothing else but its département: `MAUBEUGE`, `À Lens`, `Comines (Nord)`."""
    inside = page.mentions_in(block.start, block.end)
    if not inside or block.end - block.start > LONGEST_LINE or town_of(inside[0].candidates) is None:
        return False
    text, town = page.document.text, inside[0]
    before = _BEFORE_TOWN.fullmatch(text, block.start, town.start)
    return before is not None and _BEHIND_TOWN.fullmatch(text, town.end, block.end) is not None


def likeness(one: Form, other: Form) -> float:
    """How alike two lines are, from 0 to 1: what markup or meaning tell counts more than that both are words."""
    if one == other:
        return 0.3 if one[0] in WORDS else 1.0
    return 0.6 if one[0] in PLACES and other[0] in PLACES else 0.0


def is_day_line(page: Page, block: Block) -> bool:
    """Whether a short line or heading names a day of the calendar that is no deadline and no day of a paper."""
    if block.kind not in ("heading", "paragraph", "item", "lead", "field") or block.end - block.start > LONGEST_LINE:
        return False
    text = page.document.text
    days = CALENDAR_DAY.finditer(text, block.start, block.end)
    day = next((day for day in days if not _STREET_LEAD.search(text, block.start, day.start())), None)
    if day is None:
        return False
    if POSTAL.search(text, block.start, block.end):
        return False  # `Bulletin à renvoyer pour le 23 octobre`
    head = f"{block.label or ''} {text[block.start : day.start()]}"
    return OTHER_DAY.search(head) is None
