"""Documents for the tests of places: lines of text as blocks, without any reader of formats in between."""

from __future__ import annotations

from extract.document import Block, BlockKind, Document

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
