"""Entries of an agenda with their title above the line of their day, or among the lines of their paragraph.

`Forum des métiers` / `Jeudi 8 mai`, or `À Lens, salle Foch` / `Forum des métiers` / `Jeudi 8 mai, 14h`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby, pairwise
from typing import Final

from extract.document import Block
from extract.events.hours.programme import read_step
from extract.events.page.event_nouns import find_first_noun
from extract.events.page.line_pieces import LONG_WORD, WHEN, choose_title, line_pieces
from extract.events.page.told_names import capitalise, name_of
from extract.events.parts import Parts, standing_between
from extract.records import DateReading

_LONGEST: Final = 90
_FEWEST: Final = 2
_MARKS: Final = 2
_OF_TWO: Final = 2
_DAY_FIRST: Final = re.compile(rf"(?:(?:{WHEN.pattern}|les?|du|au|et|&|,)\s?){{1,9}}(?:[–—:-]\s)(?=\D)", re.IGNORECASE)


def find_titled_entries(parts: Parts, blocks: list[Block], dates: list[DateReading]) -> list[Block]:
    """The titles of the entries, where each line with a day follows one or its entry does; else none.

    A list whose first day stands under no title puts its titles elsewhere.
    """
    titles = [
        title
        for title, line in pairwise(blocks)
        if _is_title(parts, title, dates)
        and not _opens_entry(title, line)
        and standing_between(dates, line.start, line.end)
    ]
    dated = [block for block in blocks if standing_between(dates, block.start, block.end)]
    if len(titles) < _FEWEST or dated[0].start < titles[0].start:
        return []
    return titles if len(titles) * 2 >= len(dated) else []


def name_above(parts: Parts, line: Block, days: list[DateReading]) -> Block | None:
    """The line right above one that begins with its day and names nothing, where that one names an event.

    `Assises de la vie associative` over `Jeudi 21 septembre, de 9h à 17h, au Palais des congrès d'Arras`.
    """
    above = parts.block_above(line)
    if above is None or line.group is None or above.group != line.group or not _is_title(parts, above, days):
        return None
    begins = days[0].where.start <= line.start + _MARKS
    named = find_first_noun(parts.document.words_of(above)) is not None
    names_itself = any(find_first_noun(piece) is not None for piece in line_pieces(parts, line, days))
    apart = above.kind not in ("title", "heading")
    return above if begins and named and apart and not names_itself else None


def _opens_entry(above: Block, line: Block) -> bool:
    """Whether a line begins an entry of its own below what is no heading: what stands above it ends another one.

    `* 25 janvier - Groupe de travail` / `Compiègne, de 10h à 12h30` / `* 1er février - Après-midi des nouveaux`
    """
    return line.kind == "item" and above.kind == "paragraph" and above.group != line.group


Told = tuple[Block, int, int, tuple[DateReading, ...], str]
"""The line that names an entry, where the entry begins and ends, its days and its name."""


def find_entries(parts: Parts, blocks: list[Block], dates: list[DateReading]) -> list[Told]:
    """The entries of a text by its paragraphs, where each with a day holds one line that names something; else none."""
    found: list[Told] = []
    for group, lines in groupby(blocks, key=lambda block: block.group):
        entry = list(lines)
        inside = tuple(standing_between(dates, entry[0].start, entry[-1].end))
        if not inside:
            continue
        named = _name_entry(parts, entry, dates)
        if group is None or named is None:
            return []
        found.append((named[0], entry[0].start, entry[-1].end + 1, inside, named[1]))
    return found if len(found) >= _FEWEST else []


def _name_entry(parts: Parts, entry: list[Block], dates: list[DateReading]) -> tuple[Block, str] | None:
    """The line that names an entry and its name: what stands behind the day of an item, else a line of its own.

    `* 25 janvier - Groupe de travail « copropriétés »` over `Compiègne, Hôtel de ville, de 10h à 12h30`
    """
    first, days = entry[0], standing_between(dates, entry[0].start, entry[0].end)
    behind = _words_behind(parts, first, days) if days and first.kind == "item" else ""
    if behind:
        return first, behind
    title = next((line for line in entry if _is_title(parts, line, dates) and not _is_hours(parts, line)), None)
    if title is not None:
        return title, parts.document.words_of(title)
    return _name_by_subject(parts, entry[1]) if len(entry) == _OF_TWO and days else None


def _name_by_subject(parts: Parts, line: Block) -> tuple[Block, str] | None:
    """What a sentence below the line of a day is about: `Le café des animateurs prévu à Doullens n'aura pas lieu`."""
    noun = find_first_noun(parts.document.words_of(line))
    if noun is None:
        return None
    moved = noun._replace(start=line.start + noun.start, end=line.start + noun.end)
    return line, capitalise(name_of(parts, moved, line.end))


def _words_behind(parts: Parts, line: Block, days: list[DateReading]) -> str:
    """What a line says behind its day: all of it where it tells no place, else the piece that names something."""
    head = _DAY_FIRST.match(parts.document.words_of(line))
    if head is None or standing_between(parts.venues, line.start, line.end):
        return choose_title(line_pieces(parts, line, days))
    return parts.document.words_of(line)[head.end() :].rstrip(" .;,:")


def _is_hours(parts: Parts, block: Block) -> bool:
    """Whether a line is made of hours (`De 9h à 12h`) or is a labelled field."""
    return block.label is not None or read_step(parts.document.words_of(block)) is not None


def _is_title(parts: Parts, block: Block, dates: list[DateReading]) -> bool:
    """Whether a line is short, holds no day, names something and is no sentence."""
    words = parts.document.words_of(block)
    if block.kind not in ("heading", "item", "paragraph", "lead") or block.end - block.start > _LONGEST:
        return False
    inside = standing_between(dates, block.start, block.end)
    if (inside and not _is_called_after(parts, block, inside)) or words.endswith((".", ":", ";", ",", "!")):
        return False
    if is_place_line(parts, block):
        return False
    return re.search(r"[^\W\d_]{3,}", words) is not None


def _is_called_after(parts: Parts, block: Block, inside: list[DateReading]) -> bool:
    """Whether a line names an event by the day of its entry: `Cérémonie du 11 novembre` below `Mardi 11 novembre`."""
    noun = find_first_noun(parts.document.words_of(block))
    of_day = len(inside) == 1 and noun is not None and inside[0].where.start > block.start + noun.end
    beside = [d for d in parts.dates if abs(d.where.start - block.start) <= _LONGEST and d not in inside]
    return of_day and any(d.first_day == inside[0].first_day for d in beside)


def is_place_line(parts: Parts, block: Block) -> bool:
    """Whether a line says where, with its hours at most, and nothing else: it is no title of what takes place."""
    found = [
        v for v in standing_between(parts.venues, block.start, block.end) if v.name or v.street or v.mode == "online"
    ]
    if len(found) != 1 or found[0].where.start > block.start + _MARKS:
        return False
    behind = parts.words((found[0].where.end, block.end))
    return LONG_WORD.search(WHEN.sub("", behind)) is None


def cut_at_titles(parts: Parts, blocks: list[Block], dates: list[DateReading]) -> list[Told]:
    """The entries that begin with a line which names something above running text, with their days; else none.

    `Forum des métiers` / `Une journée pour tous. Elle a lieu le 8 mai …` as cards or items have it, below no heading.
    """
    starts = [
        number
        for number, (title, line) in enumerate(pairwise(blocks))
        if title.kind != "heading" and _is_title(parts, title, dates) and is_running(parts, line)
    ]
    if len(starts) < _FEWEST:
        return []
    edges = {*(blocks[number].start for number in starts), *(b.start for b in blocks if b.kind == "heading")}
    ends = sorted([*edges, blocks[-1].end + 1])
    found: list[Told] = []
    for number in starts:
        title = blocks[number]
        end = ends[bisect_right(ends, title.start)]
        inside = tuple(standing_between(dates, title.start, end))
        found.append((title, title.start, end, inside, parts.document.words_of(title)))
    return found


def is_running(parts: Parts, block: Block) -> bool:
    """Whether a line is a sentence or several."""
    return block.kind != "heading" and parts.document.words_of(block).endswith((".", "!", "?"))
