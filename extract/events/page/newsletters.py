"""Newsletters: each heading with a day below it holds an event of its own, whatever the heading says.

The heading of such an entry often names a rubric only (`2/ Emploi`, `WEBINAIRE`, `Vie du réseau`): the event is called
by the line below it, or by what its sentence says takes place.
"""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block
from extract.events.page.event_nouns import find_first_noun, find_head_noun, find_nouns
from extract.events.page.event_types import find_title_noun
from extract.events.page.sections import Section, announces, find_sections
from extract.events.page.told_names import capitalise, name_of
from extract.events.parts import Parts, standing_between
from extract.records import DateReading

_LETTER: Final = re.compile(
    r"(?<![^\W_])(?:lettres? (?:d['’]informations?|[ée]lectronique|mensuelle|trimestrielle|(?:du|des|de la) \w+)|"
    r"info[- ]?lettre|newsletter|flash[- ]infos?|bulletin d['’]informations?|"
    r"(?<=[–—-] )envoi d[ue]|num[ée]ro d[ue]|"
    r"(?:lettre|bulletin|gazette|journal|feuille|fil)\b.{0,60}?\bn\s?[°o]\s?\d+)(?![^\W_])",
    re.IGNORECASE | re.DOTALL,
)
_RUBRIC: Final = re.compile(
    r"\W*(?:nos|vos|chez|[çc]a|du c[ôo]t[ée]|la vie|vie|[àa] venir|[àa] vos|save|prochain|bient[ôo]t|agenda|"
    r"l['’]agenda|zoom|"
    r"en bref|br[èe]ves|[àa] la une|ailleurs|et aussi|dans (?:le|nos|les)|l['’]actu|(?:les )?actu|nouvelles)(?![^\W_])",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"^\W*\d{1,2}\s*[/.)°–-]+\s*")
_HEAD_LINES: Final = 4
_HEAD_WIDTH: Final = 200
_LONGEST_NAME: Final = 120
_FEWEST_OF_NAME: Final = 2


def find_letter_entries(parts: Parts, dates: list[DateReading]) -> list[Section]:
    """The sections of a newsletter that tell of something on a day; none on other pages, or where only one does."""
    if not is_letter(parts):
        return []
    dated = [s for s in find_sections(parts, dates) if s.dates and s.heading is not None]
    entries = [
        Section(s.heading, s.start, s.end, s.dates, title)
        for s in dated
        if (title := _name_entry(parts, s)) is not None
    ]
    return entries if len(entries) >= 2 and len(entries) == len(dated) else []


def is_letter(parts: Parts) -> bool:
    """Whether the title or the lines below it say that this is an issue of a newsletter."""
    head = [parts.document.words_of(block) for block in parts.blocks[:_HEAD_LINES]]
    lines = "\n".join(words for words in (parts.page.title, *head) if len(words) < _HEAD_WIDTH)
    return _LETTER.search(lines) is not None


def _name_entry(parts: Parts, section: Section) -> str | None:
    """What an entry announces: its heading, the line below it, or the noun in the sentence of its first day."""
    if section.heading is not None and not _is_rubric(parts, section.heading):
        words = _NUMBER.sub("", parts.document.words_of(section.heading)).strip(" :")
        if announces(parts, section):
            return parts.document.words_of(section.heading)
        noun = find_first_noun(words)
        if noun is not None and len(words[noun.end :].split()) >= _FEWEST_OF_NAME:
            return words  # `1/ Forum de l'insertion`
    inside = [b for b in parts.blocks if section.start <= b.start < section.end and b.kind != "heading"]
    if inside and _is_name(parts, inside[0]):
        return parts.document.words_of(inside[0])
    start, end = parts.sentence_of(section.dates[0].where.start)
    head = find_head_noun(parts.document.text, start, end)
    for noun in [*([head] if head is not None else []), *find_nouns(parts.document.text, start, end)]:
        return capitalise(name_of(parts, noun, end))
    return (
        _NUMBER.sub("", parts.document.words_of(section.heading)).strip(" :") if section.heading is not None else None
    )


def _is_rubric(parts: Parts, heading: Block) -> bool:
    """Whether a heading says for whom or when, not what: `CHEZ NOS PARTENAIRES`, `Ça se passe bientôt`."""
    words = parts.document.words_of(heading)
    return _RUBRIC.match(words) is not None and find_title_noun(words) is None


def _is_name(parts: Parts, block: Block) -> bool:
    """Whether a line can be what an entry is called: short, without a day and without a full stop."""
    words = parts.document.words_of(block)
    has_day = bool(standing_between(parts.dates, block.start, block.end))
    return len(words) <= _LONGEST_NAME and not has_day and not words.rstrip().endswith((".", ",", ";", ":"))
