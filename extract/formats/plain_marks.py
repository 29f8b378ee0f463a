"""Marks that a plain text draws with characters: frames and rules between lines, whatever sign begins its items.

A sign with which two lines of a paragraph begin is their bullet (`. agence de Tourcoing` / `. agence de Roubaix`);
lines of nothing but dashes and corners are drawn, and say nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

_DRAWN: Final = re.compile(r"^\s*[-+=_*~|#\u2500-\u257f ]{5,}$")
_FRAME: Final = re.compile(r"[+|\u2500-\u257f]")
_SIGN: Final = re.compile(r"^(\s*)((?![>|#\"«(\[*_<@&'’/…]|[-–—]{2})[^\w\s]{1,2}|=>|->|--)\s+(?=\S)")
# A line behind a drawn mark at the top of its paragraph: `++ ET ENSUITE`, `>> Agenda`, `--- À LIRE`.
_HEAD: Final = re.compile(
    r"(?:\A|(?<=\n\n))(?P<mark>([-=~+>])\2{1,5})[ \t]+(?P<words>[^\W_][^\n]{1,60}?[^\s.,;:=~+>-])[ \t]*$", re.MULTILINE
)
_QUOTED: Final = re.compile(r"^>(?!>)", re.MULTILINE)
_FEWEST: Final = 2


def frame_heads(text: str) -> str:
    """A text whose heads stand behind one mark, two of them at least, with the mark on both sides of each.

    Lines of a mail that is quoted in its answer stand behind `>` as well, and head nothing.
    """
    heads = [match for match in _HEAD.finditer(text) if match["mark"][0] != ">" or _QUOTED.search(text) is None]
    counts = Counter(match["mark"] for match in heads)
    framed = {match.start() for match in heads if counts[match["mark"]] >= _FEWEST}
    return _HEAD.sub(lambda m: f"--- {m['words']} ---" if m.start() in framed else m[0], text) if framed else text


def part_at_rules(rows: list[str]) -> Iterator[list[str]]:
    """The lines of a paragraph, parted at drawn rules; those of frames go and part nothing."""
    part: list[str] = []
    for row in rows:
        if not _DRAWN.match(row):
            part.append(row)
        elif not _FRAME.search(row) and part:
            yield part
            part = []
    if part:
        yield part


def with_bullets(rows: list[str]) -> list[str]:
    """The lines with a dash in place of the sign that begins two of them at least."""
    signs = [_SIGN.match(row) for row in rows]
    counts = Counter(sign[2] for sign in signs if sign)
    return [
        f"{sign[1]}- {row[sign.end() :]}" if sign and counts[sign[2]] >= _FEWEST else row
        for row, sign in zip(rows, signs, strict=True)
    ]
