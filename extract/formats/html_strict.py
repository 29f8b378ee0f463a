"""Source of a list that reads the same wherever it stands: tags of a few kinds, each closed where it was opened.

Such a list can be parsed by itself. What is around it changes nothing inside it, and it changes nothing around it.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from extract.formats.html_tree import parse_whole
from extract.formats.refrains import LIST_TAGS

_TAG: Final = re.compile(
    r"<(?:(?P<start>ul|ol|li|select|optgroup|option|a|span|div|b|i|em|strong|small|img|br)"
    r"(?:\s+[a-zA-Z][\w:.-]*+(?:\s*=\s*(?:\"[^\"<>]*+\"|'[^'<>]*+'))?+)*+\s*+(?P<empty>/?)"
    r"|/(?P<end>[a-z]+)\s*+)>[^<>]*+"
)
_VOID: Final = frozenset(("img", "br"))
# What stands directly inside these elements; their entries stand nowhere else.
_ENTRIES: Final = {
    "ul": ("li",),
    "ol": ("li",),
    "select": ("option", "optgroup"),
    "optgroup": ("option",),
    "option": (),
}
_IN_LISTS: Final = frozenset(("li", "option", "optgroup"))
_DEEPEST: Final = 40

Outline = list[tuple[str, int]]
"""The tags of elements in order, each with its depth."""


def parse_list(source: str) -> etree._Element | None:
    """Parse a list that reads the same wherever it stands; None for any other source."""
    written = _outline_written(source)
    root = parse_whole(source) if written else None
    if root is None or len(root) != 1 or len(root[0]) != 1:
        return None
    element = root[0][0]
    return element if written == _outline_parsed(element) and not element.tail else None


def _outline_written(source: str) -> Outline | None:
    """The elements as they are written, or None where a tag is of another kind or not closed in its place."""
    outline: Outline = []
    stack: list[str] = []
    at = 0
    for match in _TAG.finditer(source):
        tag = match["start"]
        if match.start() != at or (at and not stack):
            return None
        at = match.end()
        if tag is None:
            if not stack or stack.pop() != match["end"]:
                return None
            continue
        if not _may_stand(tag, stack) or (match["empty"] and tag not in _VOID):
            return None
        outline.append((tag, len(stack)))
        if tag not in _VOID:
            stack.append(tag)
    return outline if at == len(source) and not stack else None


def _may_stand(tag: str, stack: list[str]) -> bool:
    """Whether an element may stand in those that are open: a list around all, entries in lists and nowhere else."""
    if not stack:
        return tag in LIST_TAGS
    entries = _ENTRIES.get(stack[-1])
    fits = tag not in _IN_LISTS and tag != "select" if entries is None else tag in entries
    return fits and len(stack) < _DEEPEST


def _outline_parsed(element: etree._Element) -> Outline:
    """The elements as they were parsed."""
    outline: Outline = []
    depth = 0
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            outline.append((str(inner.tag), depth))
        depth += 1 if event == "start" else -1
    return outline
