"""From lines to named lines: furniture by its words, labelled fields, stamps. The same for every format."""

from __future__ import annotations

from collections.abc import Callable

from extract.formats.furniture import is_furniture_text
from extract.formats.labels import Extent, apply_labels
from extract.formats.lines import Line, cut
from extract.formats.stamps import find_stamps


def find_fields(lines: list[Line], extent_of: Callable[[list[Line]], Extent]) -> list[Line]:
    """Name the lines that are furniture, fields and stamps. `extent_of` says where values of labels may stand."""
    for line in lines:
        if line.kind not in ("title", "furniture", "cell") and is_furniture_text(line.text):
            line.kind = "furniture"
    lines = apply_labels(lines, extent_of(lines))
    for line in lines:
        if line.kind in ("paragraph", "item", "lead", "heading"):
            _name_stamp(line)
    return lines


def split_buttons(line: Line) -> list[Line]:
    """Cut a line at links that are buttons of the site (`Téléchargement Favoris +`)."""
    if len(line.links) < 2 or len(line.text) > 200:
        return [line]
    buttons = [(start, end) for start, end, _ in sorted(line.links) if is_furniture_text(line.text[start:end])]
    if not buttons or is_furniture_text(line.text):
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
