"""Neighbourhoods named after `quartier(s)`: kept as written, since no code of a neighbourhood is at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document import Document
from extract.matching.gates import compile_gated

PROPER = r"[A-ZÀ-Ý](?:[\w'’-]*\w)?"
NAME = rf"{PROPER}(?:[ ](?:(?:de la|de l['’]|de|du|des|d['’]|la|le|les|en|sur|sous|et du)[ ]?)?{PROPER})*"
QUARTER = compile_gated(
    r"[Qq](?<!\w[Qq])(?:uartiers?|PV)(?: prioritaires?| populaires?)?(?: (?:de la |de l['’]|du |des |de |d['’])| )"
    rf"[«\"“]?[ ]?({NAME})"
)
# Words that follow `quartiers` without being the name of one.
LABELS = re.compile(r"(?:Politique|Ville|ANRU|NPNRU|Nord|Sud|Est|Ouest|QPV|Prioritaires|Hauts)\b|\d")


def find_quarters(document: Document) -> Iterator[tuple[int, int]]:
    """Spans of names of neighbourhoods, outside furniture."""
    for match in QUARTER.finditer(document.text):
        block = document.block_at(match.start())
        if block is None or block.kind == "furniture" or match.end() > block.end:
            continue
        if not LABELS.match(match[1]):
            yield match.span(1)
