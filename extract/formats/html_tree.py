"""A tree out of any HTML: lxml where the markup is whole, BeautifulSoup where it is broken."""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from bs4 import BeautifulSoup, ParserRejectedMarkup
from lxml import etree

_BODY = re.compile(r"<body\b|<(?:div|p|table|h1|main|article|section|ul|span|font|center|td|li|a)\b", re.IGNORECASE)
_FATAL = etree.ErrorLevels.FATAL
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_CONTROLS = bytes((*range(9), 11, 12, *range(14, 32), 127))
# Bytes that begin what is no character: U+FFFE, U+FFFF, and half of a surrogate pair (or a Hangul letter).
_NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode(), b"\xed")
_DEEPEST = 1500


class Tree(NamedTuple):
    """The root element, and whether the markup had to be repaired first. `root` is None when nothing is left."""

    root: etree._Element | None
    repaired: bool


def parse_html(text: str) -> Tree:
    """Parse HTML characters. Comments and processing instructions are left out. Never raises."""
    text = _without_controls(text)
    root, whole = _parsed(text)
    if _is_whole(text, root, whole):
        return Tree(root, False)
    repaired, _ = _parsed(_repaired(text))
    return Tree(repaired if repaired is not None else root, True)


def parse_whole(text: str) -> etree._Element | None:
    """Parse HTML characters as `parse_html` does; None where they would have to be repaired first."""
    text = _without_controls(text)
    root, whole = _parsed(text)
    return root if _is_whole(text, root, whole) else None


def _is_whole(text: str, root: etree._Element | None, whole: bool) -> bool:
    """Whether lxml read a page to its end, and found a body where there is one."""
    return whole and root is not None and (root.find("body") is not None or not _BODY.search(text))


def _without_controls(text: str) -> str:
    """The text with blanks for what XML does not know; nearly all pages have none, which their bytes tell fastest."""
    data = text.encode("utf-8", "surrogatepass")
    is_clean = len(data.translate(None, _CONTROLS)) == len(data) and not any(mark in data for mark in _NO_CHARACTERS)
    return text if is_clean else _NOT_XML.sub(" ", text)


def _parsed(text: str) -> tuple[etree._Element | None, bool]:
    """Parse with lxml; tell whether it read to the end."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.LxmlError, ValueError):
        return None, False
    return root, not any(entry.level == _FATAL for entry in parser.error_log)


def _repaired(text: str) -> str:
    """Write broken markup anew as BeautifulSoup understands it; too deep a nesting is flattened to its lines."""
    try:
        soup = BeautifulSoup(text, "html.parser")
    except (ParserRejectedMarkup, AssertionError, ValueError):
        # The one thing that this parser rejects is a marked section of no known kind (`<![if …`, cut off).
        soup = BeautifulSoup(text.replace("<![", "&lt;!["), "html.parser")
    if _depth(text) < _DEEPEST:
        return str(soup)
    title = escape(soup.title.get_text()) if soup.title else ""
    for hidden in soup(["script", "style", "noscript", "template", "title"]):
        hidden.extract()
    lines = "".join(f"<p>{escape(part)}</p>" for part in soup.stripped_strings)
    return f"<html><head><title>{title}</title></head><body>{lines}</body></html>"


def _depth(text: str) -> int:
    """A bound of how deep elements are nested: opening tags less closing tags, at the worst point."""
    depth = worst = 0
    for match in re.finditer(r"<(/?)[a-zA-Z]", text):
        depth = max(0, depth - 1) if match[1] else depth + 1
        worst = max(worst, depth)
    return worst
