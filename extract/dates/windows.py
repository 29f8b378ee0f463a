"""Where a date can stand: the neighbourhood of every word or figure that dates are made of.

This is the gate of the date reader: one regular expression passes over the text in lower case, and what lies outside
the windows is never cut into tokens.
"""

from __future__ import annotations

import re
from typing import Final

from extract.matching.leaping import compile_leaping

_REACH: Final = 72
"""How far (characters) from a word of dates its phrase is looked for."""
_STRIDE: Final = 36
"""How far (characters) after an anchor the next one is looked for."""

_ANCHOR: Final = compile_leaping(
    r"(?=[^a-z0-9à-öø-ÿ])[\W_](?:j(?:anv|ui|eu)|f[ée]v|m(?:a(?:rs|i|rdi)|ercr|i(?:di|nuit)|ois\b)|a(?:vr|o[uû]t|utomn)|s(?:ept|am|emest)|"
    r"oct(?:o|\b)|nov|d(?:[ée]c|im)|lun|vendr|printem|trimest|h(?:iver|eures?\b)|rentr|[ée]t[ée]\b|"
    r"[12]\d{3}(?!\d)|\d\d?(?:[/.-]\d\d?|[ ]?h|:\d\d|er\b|"
    r"(?:er)?(?:jan|f[ée]v|mar|avr|mai|jui|ao[uû]|sept|octo|nov|d[ée]c)))"
)
"""The first letters of such a word behind what parts it from the word before: so the search leaps from word to word.

The look ahead says no more than what follows it, in characters that the search passes over quicker.
"""
_SPACE: Final = re.compile(r"\s")


def find_windows(text: str, lower: str) -> list[tuple[int, int]]:
    """The stretches of the text in which a date can stand, cut at white space, merged where they touch.

    `lower` is the text in lower case, character for character.
    After an anchor the search goes on a stride further, and the window reaches as far beyond: what stands close to an
    anchor need not be looked at again.
    """
    shifted = " " + lower  # a match begins one character before its word, which so is where the word stands in `lower`
    match = _ANCHOR.search(shifted)
    if match is None:
        return []
    if match.start() <= _REACH and len(text) <= match.start() + _STRIDE + _REACH:
        return [(0, len(text))]  # a short text is within reach of its first anchor
    windows: list[tuple[int, int]] = []
    start = reached = -1
    last: int | None = None
    while match is not None:
        at = match.start()
        match = _ANCHOR.search(shifted, at + _STRIDE)
        if last is not None and at - last <= _STRIDE + _REACH:  # well inside the window of the anchor before it
            last = at
            continue
        if last is not None:
            reached = _to_space(text, last + _STRIDE + _REACH)
            windows.append((start, reached))
        start, last = _find_start(text, at), at
        if start <= reached:
            start = windows.pop()[0]
    if last is not None:
        windows.append((start, _to_space(text, last + _STRIDE + _REACH)))
    return windows


def _find_start(text: str, at: int) -> int:
    start = at - _REACH
    if start <= 0:
        return 0
    space = _SPACE.search(text, start, at)
    return space.start() if space else at


def _to_space(text: str, end: int) -> int:
    match = _SPACE.search(text, end)
    return match.start() if match else len(text)
