"""What a site wrote, made safe to print: a page may hold bytes that would command the reader's terminal."""

from __future__ import annotations

_REPLACEMENT = "\ufffd"
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
# Marks that reorder what stands around them can make a terminal show other words than the file holds.
_REORDERING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SURROGATES = range(0xD800, 0xE000)

_KEEP_LINES = dict.fromkeys((*_CONTROLS, *_REORDERING, *_SURROGATES), _REPLACEMENT) | {0x09: "\t", 0x0A: "\n"}
_ONE_LINE = _KEEP_LINES | dict.fromkeys((0x09, 0x0A, 0x0D, 0x2028, 0x2029), " ")


def clean_line(text: str) -> str:
    """Put the text on one line: line ends and tabs are spaces, other controls the replacement character."""
    return text.translate(_ONE_LINE)


def clean_lines(text: str) -> str:
    """Do as `clean_line`, but keep line feeds and tabs."""
    return text.translate(_KEEP_LINES)
