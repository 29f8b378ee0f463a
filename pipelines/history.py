"""What changed on a page, event or document, for people: its versions, when they were seen, and the changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from pipelines.outcomes import InputError
from pipelines.settings import DataFolder
from pipelines.terminal import clean_line
from warehouse.query import ask

_PAGE = "SELECT page_id, title, state FROM pages WHERE page_id = {id} OR canonical_url = {id}"
_EVENT = "SELECT event_id, title, status, first_seen, last_seen FROM events WHERE event_id = {id}"
_DOCUMENT = """SELECT document_id, coalesce(title, '') FROM documents
    WHERE document_id = {id} OR starts_with(document_id, 'sha256:' || {id}) AND length({id}) >= 12"""
_VERSIONS = """SELECT version, seen_from, seen_until, kind, title, content_digest FROM page_versions
    WHERE page_id = {id} ORDER BY version"""
_TELLERS = """SELECT DISTINCT coalesce(page_id, document_id), relation FROM event_sources
    WHERE event_id = {id} ORDER BY ALL"""
_SEEN = "SELECT url, first_seen, last_seen FROM captures WHERE document_id = {id} ORDER BY ALL"
_CHANGES = """SELECT c.first_seen, c.table_name, c.row_id, c.field, c.what, c.nature,
        coalesce(old.label, c.before), coalesce(new.label, c.after), t.name FROM changes c
    LEFT JOIN territories t ON c.table_name = 'event_territories' AND t.territory_id = split_part(c.row_id, '/', 2)
    LEFT JOIN ({venues}) old ON c.field = 'venue_id' AND old.venue_id = c.before
    LEFT JOIN ({venues}) new ON c.field = 'venue_id' AND new.venue_id = c.after
    WHERE row_id = {id} OR starts_with(row_id, {id} || '/') OR (table_name = 'sessions'
        AND row_id IN (SELECT session_id FROM sessions_history WHERE event_id = {id})) ORDER BY ALL"""
_VENUES = """SELECT venue_id, max(concat_ws(', ', name, street, city)) AS label FROM venues_history GROUP BY venue_id"""
_LONGEST = 120


def show_history(data: DataFolder, row_id: str) -> Iterator[str]:
    """Yield lines. Raises `InputError` where no page, event or document is called so."""
    for line in _find_history(data, row_id):
        yield clean_line(line)


def _find_history(data: DataFolder, row_id: str) -> Iterator[str]:
    for question, show in ((_PAGE, _show_page), (_EVENT, _show_event), (_DOCUMENT, _show_document)):
        rows = _ask(data, question, row_id)
        if rows:
            yield from show(data, rows[0])
            yield from _show_changes(data, str(rows[0][0]))
            return
    raise InputError(f"no page, event or document is called {row_id}; `irev query agenda` names events")


def _show_page(data: DataFolder, row: tuple[Any, ...]) -> Iterator[str]:
    page_id, title, state = row
    yield f"{page_id}  {title} ({state})"
    yield from _show_versions(data, page_id)


def _show_event(data: DataFolder, row: tuple[Any, ...]) -> Iterator[str]:
    event_id, title, status, first_seen, last_seen = row
    yield f"{event_id}  {title} ({status})"
    yield f"  seen {_say(first_seen)} – {_say(last_seen)} UTC"
    for teller, relation in _ask(data, _TELLERS, event_id):
        yield f"  {relation} by {teller}"
        for line in _show_versions(data, teller):
            yield f"  {line}"


def _show_document(data: DataFolder, row: tuple[Any, ...]) -> Iterator[str]:
    document_id, title = row
    yield f"{document_id}  {title}"
    for url, first_seen, last_seen in _ask(data, _SEEN, document_id):
        yield f"  {_say(first_seen)} – {_say(last_seen)} UTC  {url}"


def _show_versions(data: DataFolder, page_id: str) -> Iterator[str]:
    for version, seen_from, seen_until, kind, title, digest in _ask(data, _VERSIONS, page_id):
        short = str(digest).removeprefix("sha256:")[:12]
        yield f"  version {version}  {_say(seen_from)} – {_say(seen_until)} UTC  {kind}  {short}  {title}"


def _show_changes(data: DataFolder, row_id: str) -> Iterator[str]:
    rows = _ask(data, _CHANGES, row_id)
    yield "changes" if rows else "no change since it was first seen"
    for moment, table, row, field, what, nature, before, after, territory in rows:
        name = f"{row}.{field}" if field else f"{table} {row}" + (f" ({territory})" if territory else "")
        values = f": {_cut(before)} → {_cut(after)}" if field else ""
        yield f"  {_say(moment)} UTC  {nature:<8}  {what}: {name}{values}"


def _cut(value: str | None) -> str:
    text = "–" if value is None else value
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _say(moment: dt.datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else "?"


def _ask(data: DataFolder, question: str, row_id: str) -> tuple[tuple[Any, ...], ...]:
    literal = "'" + row_id.replace("'", "''") + "'"
    return ask(data.root, question.format(id=literal, venues=_VENUES)).rows
