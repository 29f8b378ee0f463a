"""What kind of change a change is: factual, textual or cosmetic; rules as data, one line for each column.

factual: a day, an hour, a place, a status, a number, a territory or theme of an event, a page that is gone.
textual: other words for the same facts; a page that is no longer linked; another file.
cosmetic: bytes, addresses, stamps, and how sure we are of what we read.
"""

from __future__ import annotations

from typing import Any, Final, Literal

Nature = Literal["cosmetic", "textual", "factual"]

IGNORED: Final = frozenset({"first_seen", "last_seen", "seen_from", "seen_until", "capture_digest", "place"})
"""Columns whose movement is no change."""

SILENT: Final = frozenset({"evidence", "territories"})
"""Tables that say why a value is what it is, and reference data: their history is kept, and not told (decision 17)."""

_WHOLE_ROWS: Final[dict[str, Nature]] = {
    "cycles": "factual",
    "events": "factual",
    "sessions": "factual",
    "event_territories": "factual",
    "event_themes": "factual",
    "venues": "textual",
    "themes": "textual",
    "event_sources": "textual",
    "pages": "textual",
    "page_versions": "textual",
    "documents": "textual",
    "page_documents": "textual",
}

_COLUMNS: Final[dict[str, dict[str, Nature]]] = {
    "cycles": {
        **dict.fromkeys(("title", "key"), "textual"),
        **dict.fromkeys(("first_day", "last_day", "event_count"), "factual"),
    },
    "events": {
        **dict.fromkeys(("title", "event_type", "audience", "registration_url", "cycle_id", "announced_on"), "textual"),
        **dict.fromkeys(("status", "first_day", "last_day", "stated_sessions", "participants"), "factual"),
        **dict.fromkeys(("organiser", "partners", "registration_deadline", "session_count"), "factual"),
    },
    "sessions": {
        "title": "textual",
        **dict.fromkeys(("day", "first_day", "last_day", "starts_at", "ends_at", "precision"), "factual"),
        **dict.fromkeys(("venue_id", "mode", "status", "event_id"), "factual"),
    },
    "venues": {
        **dict.fromkeys(("name", "street", "postcode"), "textual"),
        **dict.fromkeys(("city", "commune_code"), "factual"),
    },
    "themes": dict.fromkeys(("label", "parent_id", "site_label"), "textual"),
    "pages": dict.fromkeys(("kind", "title", "published_on", "lead"), "textual"),
    "page_versions": dict.fromkeys(("kind", "title", "content_digest"), "textual"),
    "documents": dict.fromkeys(("title", "kind"), "textual"),
    "page_documents": dict.fromkeys(("document_id", "title", "kind"), "textual"),
}

_GONE: Final = frozenset({404, 410})

_WORDS: Final = {
    ("sessions", "day"): "day moved",
    ("sessions", "first_day"): "period moved",
    ("sessions", "starts_at"): "hours changed",
    ("sessions", "ends_at"): "hours changed",
    ("sessions", "venue_id"): "venue changed",
    ("page_documents", "document_id"): "file replaced",
    ("themes", "site_label"): "theme renamed",
}
_NEW: Final = {
    "events": "new event",
    "sessions": "new session",
    "pages": "new page",
    "page_versions": "new text",
    "documents": "new file",
    "captures": "new bytes",
    "event_links": "linked",
}


def _is_missing(page: Any) -> bool:
    """Tell whether the site says, once or more often, that the page is gone."""
    return page.state == "gone" or (page.state == "unseen" and page.last_status in _GONE)


def judge_row(table: str) -> Nature:
    """Tell the nature of a row that is new or no longer there."""
    return _WHOLE_ROWS.get(table, "cosmetic")


def judge_value(table: str, column: str, old: Any, new: Any) -> Nature:
    """Tell the nature of a value that changed, from both rows.

    A page that answers 404 for the first time is a fact; that it still does so at the next look confirms it.
    """
    if (table, column) == ("pages", "state"):
        if _is_missing(old) != _is_missing(new):
            return "factual"
        return "textual" if "unlisted" in (old.state, new.state) else "cosmetic"
    return _COLUMNS.get(table, {}).get(column, "cosmetic")


def say_row(table: str, change: str) -> str:
    """Say in words what became of a row."""
    if change == "added":
        return _NEW.get(table, "new")
    if table == "event_links":
        return "no longer linked"
    return "no longer told" if table in ("cycles", "events", "sessions") else "no longer there"


def say_value(table: str, column: str, old: Any, new: Any) -> str:
    """Say in words what became of a value: `day moved`, `venue changed`, `cancelled`, `page gone`."""
    if column == "status":
        return str(new.status)
    if (table, column) == ("pages", "state"):
        if _is_missing(new):
            return "page gone, confirmed" if _is_missing(old) else "page gone"
        return "page back" if new.state == "alive" else f"page {new.state}"
    return _WORDS.get((table, column), f"{column.removesuffix('_id').replace('_', ' ')} changed")
