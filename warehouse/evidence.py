"""The evidence of every value: the capture, the place in it, the words, the rule, and how sure it is."""

from __future__ import annotations

import json
from collections.abc import Iterable

from extract.records import Evidence, Place
from warehouse.rows import EvidenceItem, Moment
from warehouse.seen import Seen
from warehouse.timeline import Capture, Key


def place_json(place: Place) -> str:
    """Give a place as JSON text: `start` and `end`, for a PDF also `page` and `box` (points from the top left)."""
    if place.page is None and place.box is None:
        return f'{{"start": {place.start}, "end": {place.end}}}'
    value: dict[str, object] = {"start": place.start, "end": place.end}
    if place.page is not None:
        value["page"] = place.page
    if place.box is not None:
        value["box"] = [round(edge, 2) for edge in place.box]
    return json.dumps(value)


class EvidenceBook:
    """Collects evidence; the same words at the same place of the same capture count once for a value."""

    def __init__(self) -> None:
        self._items: dict[tuple[str, str, str, str, str, str], EvidenceItem] = {}
        self._seen: dict[Key, tuple[Moment, Moment]] = {}

    def add(self, row: tuple[str, str], capture: Capture, item: Evidence) -> None:
        """Note why a value of the row (table, identifier) is what it is; `item.field` names the column."""
        place = place_json(item.where)
        key = (*row, item.field, capture.digest, capture.url, place)
        if key not in self._items:
            seen = self._seen.get(capture.key) or Seen.of([capture]).columns
            self._seen[capture.key] = seen
            self._items[key] = EvidenceItem(
                *row, item.field, capture.digest, capture.url, place, item.words, item.rule, item.certainty, *seen
            )

    def add_stated(
        self, row: tuple[str, str], capture: Capture, items: Iterable[Evidence], fields: Iterable[str]
    ) -> set[str]:
        """Note those of the items that are about one of the fields; give the fields that were found."""
        wanted = set(fields)
        found = [item for item in items if item.field in wanted]
        for item in found:
            self.add(row, capture, item)
        return {item.field for item in found}

    def add_item(self, item: EvidenceItem) -> None:
        """Note evidence that is no capture's: a person's."""
        self._items[item.table_name, item.row_id, item.field, item.capture_digest, item.url, item.place] = item

    def rows(self) -> list[EvidenceItem]:
        """Give all evidence in the order of its key."""
        return [self._items[key] for key in sorted(self._items)]
