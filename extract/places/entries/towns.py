"""The town of an entry: the one that a line of it is, over or under its house and street."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from extract.document import Block
from extract.knowledge import Territory
from extract.places.entries.layout import SURE, Entry, layout_of
from extract.places.entries.shapes import is_led_to_town, is_town_alone
from extract.places.gazetteer.mention import Mention
from extract.places.grammar.addresses import city_name, town_of
from extract.places.grammar.phrases import Parts
from extract.places.page import Page

Town = tuple[str, Territory]

_QUARTER: Final = re.compile(r"\s[–—|·•/-]\s(?:quartier\s)?[A-ZÀ-Ý][^\W\d_]+(?:[\s'’-][^\W\d_]+){0,3}[\s\]]*")


def town_of_entry(page: Page, position: int) -> Town | None:
    """The one town that a line of the entry around a position is; of the innermost entry that tells one."""
    for entry in reversed(layout_of(page).around(position)):
        towns = {commune.territory_id: (name, commune) for name, commune in _towns_of(page, entry)}
        if towns:
            return next(iter(towns.values())) if len(towns) == 1 else None
    return None


def with_towns_of_entries(page: Page, placed: list[Parts]) -> list[Parts]:
    """The venues, with the towns of entries that tell no other place: `Lens` / `jeudi 5 mars` / `Venez nombreux`."""
    found = list(placed)
    for entry in _all(layout_of(page).entries):
        told = [parts for parts in placed if entry.start <= parts.start < entry.end]
        lines = list(_town_lines(page, entry)) if entry.fit >= SURE and not told else []
        if len({commune.territory_id for _, _, commune in lines}) == 1:
            mention, name, commune = lines[0]
            found.append(Parts(mention.start, mention.end, None, None, None, name, commune, rule="head_town"))
    return sorted(found, key=lambda parts: parts.start)


def _all(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Entries and those within them."""
    for entry in entries:
        yield entry
        yield from _all(entry.inner)


def _towns_of(page: Page, entry: Entry) -> Iterator[Town]:
    return ((name, commune) for _, name, commune in _town_lines(page, entry))


def _town_lines(page: Page, entry: Entry) -> Iterator[tuple[Mention, str, Territory]]:
    """The towns that are a line each among the lines of an entry that are of no entry within it."""
    for line in own_lines(page, entry):
        head = line.start == entry.start and is_led_to_town(page, line)
        if head or is_town_alone(page, line) or _is_town_and_quarter(page, line):
            mention = next(m for m in page.mentions_in(line.start, line.end) if town_of(m.candidates) is not None)
            commune = town_of(mention.candidates)
            if commune is not None:
                yield mention, city_name(page.document.text[mention.start : mention.end], commune), commune


def _is_town_and_quarter(page: Page, line: Block) -> bool:
    """Whether a line is a town and one of its quarters: `[Beauvais - Saint-Jean]`, `Lille – Fives`."""
    first = next(iter(page.mentions_in(line.start, line.end)), None)
    if first is None or page.document.text[line.start : first.start].strip("[ "):
        return False
    return _QUARTER.fullmatch(page.document.text, first.end, line.end) is not None


def own_lines(page: Page, entry: Entry) -> Iterator[Block]:
    """The lines of an entry that stand in no entry within it."""
    for block in page.document.blocks_between(entry.start, entry.end):
        inside = any(inner.start <= block.start < inner.end for inner in entry.inner)
        if block.kind not in ("furniture", "cell") and not inside:
            yield block
