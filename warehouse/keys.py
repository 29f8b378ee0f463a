"""What makes a row the same row over time: the key of each table, and the columns that move without a fact moving."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, get_args, get_type_hints

from warehouse import rows as row_types
from warehouse.rows import PUBLIC_TABLES, Rows

KEYS: Final[dict[str, tuple[str, ...]]] = {
    "cycles": ("cycle_id",),
    "events": ("event_id",),
    "sessions": ("session_id",),
    "venues": ("venue_id",),
    "territories": ("territory_id",),
    "themes": ("theme_id",),
    "event_territories": ("event_id", "territory_id", "role"),
    "event_themes": ("event_id", "theme_id"),
    "event_sources": ("event_id", "telling", "relation"),
    "event_links": ("event_id", "left_telling", "right_telling", "rule"),
    "pages": ("page_id",),
    "page_versions": ("page_id", "version"),
    "documents": ("document_id",),
    "page_documents": ("page_id", "url"),
    "captures": ("capture_digest", "url"),
    "evidence": ("table_name", "row_id", "field", "capture_digest", "url", "place"),
    "open_readings": ("open_id",),
    "corrections": ("correction_id",),
    "changes": ("run_id", "table_name", "row_id", "field", "change"),
}

MOVING: Final = frozenset({"last_seen", "seen_until"})
"""When something was last seen: it moves with every look and says nothing of what is told."""

HISTORIC: Final = tuple(table for table in PUBLIC_TABLES if table not in ("corrections", "changes"))
"""Tables whose former rows are kept. The other two only grow, and say by themselves when."""


@cache
def columns_of(table: str) -> tuple[str, ...]:
    """Give the columns of a public table in order."""
    (row_type,) = get_args(get_type_hints(Rows, vars(row_types))[table])
    return tuple(row_type._fields)


@cache
def row_type_of(table: str) -> Any:
    """Give the named tuple that a row of a public table is."""
    (row_type,) = get_args(get_type_hints(Rows, vars(row_types))[table])
    return row_type


def row_key(table: str, row: Any) -> str:
    """Give the identifier of a row: the parts of its key, joined by a slash; empty parts stay empty."""
    values = (getattr(row, column) for column in KEYS[table])
    return "/".join("" if value is None else str(value) for value in values)
