"""Towns in the title of what takes place: `mardi 3 mars, 18h : « Vivre à Dunkerque »` is no meeting there.

A house in quotes is a house (`à l'« Espace Foch » de Laon`); a town alone in them is what is spoken of, where any
other place is told.
"""

from __future__ import annotations

from extract.places.grammar.phrases import Parts
from extract.places.page import Page

_LONGEST = 120
"""Characters behind a town within which its quotes end."""


def is_quoted(text: str, start: int, position: int) -> bool:
    """Whether quotes stand open at a position of the text that begins at `start`."""
    opened = text.rfind("«", start, position)
    return opened >= 0 and text.find("»", opened, position) < 0 <= text.find("»", position, position + _LONGEST)


def without_quoted(page: Page, ordered: list[Parts]) -> list[Parts]:
    """The venues without the bare towns of titles in quotes, where another place is told."""
    quoted = {id(parts) for parts in ordered if _is_in_title_of_talk(page, parts)}
    return [parts for parts in ordered if id(parts) not in quoted] if len(quoted) < len(ordered) else ordered


def _is_in_title_of_talk(page: Page, parts: Parts) -> bool:
    block = page.document.block_at(parts.start)
    if block is None or block.kind in ("title", "heading") or "label" in parts.rule:
        return False
    bare = parts.city is not None and not (parts.name or parts.street or parts.postcode)
    return bare and is_quoted(page.document.text, block.start, parts.start)
