"""From lines to named lines: furniture by its words, labelled fields, stamps. The same for every format."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.formats.furniture import is_footer_text, is_furniture_text
from extract.formats.labels import Extent, apply_labels
from extract.formats.lines import Line, cut
from extract.formats.stamps import find_stamps

_DASH = re.compile(r"[-–—•*·] ?(?=[^\W\d_]|\d)")
# A lead is a sentence: long, or of some length and ended.
_LEAD = re.compile(r"^.{45,}[.!?…:]\W*$|^.{90,}$")


def find_fields(lines: list[Line], extent_of: Callable[[list[Line]], Extent]) -> list[Line]:
    """Name the lines that are furniture, fields and stamps. `extent_of` says where values of labels may stand."""
    for line in lines:
        if line.kind not in ("title", "furniture", "cell") and _is_of_the_site(line):
            line.kind = "furniture"
        elif line.kind == "paragraph" and _DASH.match(line.text):
            line.kind = "item"
    lines = apply_labels(lines, extent_of(lines))
    for line in lines:
        if line.kind in ("paragraph", "item", "lead", "heading"):
            _name_stamp(line)
    return lines


def set_lead(lines: list[Line]) -> None:
    """The first sentence of some length under the title (from the top if no line is the title) is the lead."""
    under = all(line.kind != "title" for line in lines)
    for line in lines:
        if line.kind == "title":
            under = True
        elif under and line.kind == "heading":
            return
        elif under and line.kind == "paragraph" and line.row is None and _LEAD.search(line.text):
            line.kind = "lead"
            return


def _is_of_the_site(line: Line) -> bool:
    """Whether the words of a line, or its links, are those of the site."""
    return is_furniture_text(line.text) or (bool(line.links) and is_footer_text(line.text) and line.only_links())


def split_buttons(line: Line) -> list[Line]:
    """Cut a line at links that are buttons of the site (`Téléchargement Favoris +`)."""
    if len(line.links) < 2 or len(line.text) > 200:
        return [line]
    buttons = [(start, end) for start, end, _ in sorted(line.links) if is_furniture_text(line.text[start:end])]
    if not buttons or _is_of_the_site(line):
        return [line]
    parts, position = [], 0
    for start, end in buttons:
        parts += [cut(line, position, start), cut(line, start, end)]
        position = end
    parts.append(cut(line, position, len(line.text)))
    return [part for part in parts if part.text]


def _name_stamp(line: Line) -> None:
    """Make a line that begins with a stamp a field: `Publié le` is its label, the day its value."""
    found = find_stamps(line.text)
    if found and line.text.lower().startswith(found[0].label.lower()):
        line.kind, line.label, line.value_at, line.level = "field", found[0].label, found[0].start, 0
