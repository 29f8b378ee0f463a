"""Which addresses are current: with an event still ahead, or dated lately. Asked of the published warehouse."""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError
from warehouse.query import ask

logger = logging.getLogger(__name__)

_CURRENT = """
    SELECT DISTINCT unnest([p.canonical_url, d.url]) AS address
    FROM sessions s JOIN event_sources e USING (event_id)
    LEFT JOIN pages p USING (page_id) LEFT JOIN documents d USING (document_id)
    WHERE s.last_day >= DATE '{today}'
    UNION
    SELECT canonical_url FROM pages WHERE greatest(published_on, CAST(modified_at AS DATE)) >= DATE '{since}'"""


def find_current(data: Path, today: dt.date, recent: dt.timedelta) -> frozenset[str]:
    """Find the canonical addresses of what is current on `today`.

    That is: pages and documents that tell of a session on that day or later, and pages that say themselves that they
    were published or changed less than `recent` before.
    A warehouse that is missing or cannot be read knows of none: a crawl never waits for it.
    """
    question = _CURRENT.format(today=today.isoformat(), since=(today - recent).isoformat())
    try:
        rows = ask(data, question).rows
    except (WarehouseError, duckdb.Error, OSError) as problem:
        logger.info("no current pages known: %s", problem)
        return frozenset()
    return frozenset(str(address) for (address,) in rows if address)
