"""The furniture of a page as stretches: menus, heads and feet that come again on every page of a site, every night.

What is found in such a stretch depends on its words only, and is remembered by them.
"""

from __future__ import annotations

from extract.document import Document


def find_furniture(document: Document) -> list[tuple[int, int]]:
    """The spans of furniture, in order: lines that follow one another are one span, with their line ends inside."""
    spans: list[tuple[int, int]] = []
    begun = ended = -2
    for block in document.blocks:
        if block.kind != "furniture":
            continue
        if block.start > ended + 1:
            if ended >= 0:
                spans.append((begun, ended))
            begun = block.start
        ended = block.end
    if ended >= 0:
        spans.append((begun, ended))
    return spans
