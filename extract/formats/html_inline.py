"""What stands inside a line of HTML: moments of markup, pictures in links, superscript, hidden words."""

from __future__ import annotations

import re

from lxml import etree

from extract.formats.html_page import Attributes
from extract.formats.lines import LineWriter

_ISO = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_ORDINAL = re.compile(r"(?:er|ers|ere|ère|re|nd|nde|e|è|ème|eme|ième|ieme|es|o|os|mes?|lle)", re.IGNORECASE)
_UNIT_BEFORE = re.compile(r"(?:^|[^\w])(?:[kcdm]?m|\d{1,2} ?h)$", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Drupal core's and Views' own names for the label of a field, not a theme's.
_LABEL_CLASS = re.compile(r"(?:^|\s)(?:field-label|field__label|views-label(?:-[\w-]+)?)(?:\s|$)")
_FILE_LINK = re.compile(r"\.(?:pdf|docx?|odt|pptx?|odp|xlsx?|ods|rtf|zip)(?:$|[?#])", re.IGNORECASE)
# An element without any of these is not hidden and carries no moment.
SPEAKING_ATTRIBUTES = frozenset(("hidden", "style", "aria-hidden", "datetime", "content"))


def moment_of(attributes: Attributes) -> str | None:
    """The machine-readable moment that an element carries, or None."""
    value = attributes.get("datetime") or attributes.get("content")
    return value.strip() if value and _ISO.match(value.strip()) else None


def words_of_picture(element: etree._Element) -> str:
    """What a link without words says: the text for its picture, its own title, or the name of the file."""
    for inner in element.iter("img"):
        if (inner.get("alt") or "").strip():
            return str(inner.get("alt"))
    title = (element.get("title") or element.get("aria-label") or "").strip()
    href = element.get("href") or ""
    if title or not _FILE_LINK.search(href):
        return title
    return href.split("?")[0].split("#")[0].rsplit("/", 1)[-1]


def write_raised(writer: LineWriter, text: str) -> None:
    """Write superscript: `1 er` is `1er`, `m2` stays a word, a footnote number never joins the word before it."""
    raised = text.strip()
    before = writer.words()[-8:]
    if _ORDINAL.fullmatch(raised) and before.rstrip()[-1:].isalnum():
        writer.glue(raised)
    elif raised.isdigit() and not _UNIT_BEFORE.search(before):
        writer.space()
        writer.write(raised)
    else:
        writer.write(text)


def is_hidden(tag: str, attributes: Attributes) -> bool:
    """Whether markup says that nobody sees the element."""
    if not attributes:
        return False
    style = attributes.get("style")
    return (
        "hidden" in attributes
        or (style is not None and _HIDDEN_STYLE.search(style) is not None)
        or (attributes.get("aria-hidden") == "true" and tag in ("i", "span", "em", "b", "a"))
    )


def is_label_class(attributes: Attributes) -> bool:
    """Whether Drupal itself calls the element the label of a field."""
    name = attributes.get("class")
    return name is not None and "label" in name and _LABEL_CLASS.search(name) is not None
