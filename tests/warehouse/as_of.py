"""What `*_as_of(moment)` gives, set against the release that was published at that moment."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.keys import MOVING, columns_of
from warehouse.rows import PUBLIC_TABLES


def find_differences(current: Path, release: Path, moment: str) -> dict[str, int]:
    """Count, by table, the rows in which the state of a moment differs from a release.

    Moments of last sight are left out: what was seen again later is, in the state of that moment, seen up to it.
    """
    with duckdb.connect() as connection:
        for name, path in (("current", current), ("release", release)):
            connection.execute(f"ATTACH '{path}' AS {name} (READ_ONLY)")
        connection.execute("USE current")
        counts = {}
        for table in PUBLIC_TABLES:
            columns = ", ".join(column for column in columns_of(table) if column not in MOVING)
            then = f"SELECT {columns} FROM {table}_as_of('{moment}')"
            shown = f"SELECT {columns} FROM release.main.{table}"
            question = f"SELECT count(*) FROM (({then} EXCEPT ALL {shown}) UNION ALL ({shown} EXCEPT ALL {then}))"
            ((counts[table],),) = connection.execute(question).fetchall()
    return {table: count for table, count in counts.items() if count}


def find_differences_now(current: Path) -> dict[str, int]:
    """Count, by table, the rows in which the state of a moment to come differs from the table of today."""
    with duckdb.connect(str(current), read_only=True) as connection:
        counts = {}
        for table in PUBLIC_TABLES:
            then = f"FROM {table}_as_of('2100-01-01')"
            question = (
                f"SELECT count(*) FROM (({then} EXCEPT ALL FROM {table}) UNION ALL (FROM {table} EXCEPT ALL {then}))"
            )
            ((counts[table],),) = connection.execute(question).fetchall()
    return {table: count for table, count in counts.items() if count}
