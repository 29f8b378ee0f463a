"""Documents for the tests of places: lines of text as blocks, without any reader of formats in between."""

from __future__ import annotations

from extract.document import Block, BlockKind, Document
from extract.places import find_venues
from warehouse.reference import load_knowledge

KNOWLEDGE = load_knowledge()
Line = str | tuple[BlockKind, str] | tuple[BlockKind, str, str]


def page(*lines: Line, url: str | None = None) -> Document:
    """A document with one block per line: a paragraph, (kind, text), or ("field", text, label)."""
    text = ""
    blocks: list[Block] = []
    for line in lines:
        kind: BlockKind = "paragraph" if isinstance(line, str) else line[0]
        words = line if isinstance(line, str) else line[1]
        label = line[2] if isinstance(line, tuple) and len(line) == 3 else None
        text += ("\n" if text else "") + (f"{label}: " if label else "")
        blocks.append(Block(kind, len(text), len(text) + len(words), label=label))
        text += words
    return Document("text", text, tuple(blocks), canonical_url=url)


PREAMBLE = "Cette page parle de politique de la ville et de ses acteurs, sans nommer aucun lieu."
# Name, street, postcode, city, mode.
Venue = tuple[str | None, str | None, str | None, str | None, str]
OTHERS = ("Deuxième ligne sans lieu.", "Troisième ligne.", "Quatrième ligne.", "Cinquième ligne.")


def at(
    city: str | None = None,
    name: str | None = None,
    street: str | None = None,
    postcode: str | None = None,
    mode: str = "in_person",
) -> Venue:
    """A venue that is expected, its town first."""
    return name, street, postcode, city, mode


def online(name: str | None = "en ligne") -> Venue:
    """A meeting at a distance, under the name of its means."""
    return name, None, None, None, "online"


def read_among_others(*lines: Line) -> list[Venue]:
    """Venues of some lines in a document that holds other text as well."""
    found = find_venues(page(PREAMBLE, *OTHERS, *lines), KNOWLEDGE)
    return [(v.name, v.street, v.postcode, v.city, v.mode) for v in found]
