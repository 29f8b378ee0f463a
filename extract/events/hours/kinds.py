"""What the hours of a page are, each by its clause: those of the meeting, of its doors, or of something else."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extract.dates.hour_heads import Kind, fold_title, read_kind
from extract.events.parts import LooseHours, Parts
from extract.places.grammar.verbs import HELD_BEFORE

_LEAD: Final = 60
_NOT_MEETING: Final = ("aside", "foreign")


def without_asides(parts: Parts) -> Parts:
    """The parts without the hours of something else than a meeting: `Le parking ferme à 20h`."""
    kept = tuple(hours for hours in parts.loose_hours if kind_of(parts, hours) not in _NOT_MEETING)
    return parts if len(kept) == len(parts.loose_hours) else replace(parts, loose_hours=kept)


def kind_of(parts: Parts, hours: LooseHours) -> Kind:
    """What some hours are by their sentence; a page may be called after what else has hours (`Repas de quartier`)."""
    block = parts.block_of(hours.start)
    if block is None:
        return "bare"
    start, end = parts.sentence_of(hours.start)
    floor = min(start, parts.line_of(block)[0]) if start == block.start else start
    title = parts.document.title
    whole = hours.starts_at is not None and hours.ends_at is not None
    kind = read_kind(parts.document.text, (hours.start, hours.end), (floor, end), fold_title(title), whole=whole)
    if kind == "foreign" and HELD_BEFORE.search(parts.document.text, max(start, hours.start - _LEAD), hours.start):
        return "held"
    return "held" if whole and kind in {"start", "end"} else kind
