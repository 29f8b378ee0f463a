"""What an earlier build told, by the published file: so that only new looks have to be replayed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import duckdb

from warehouse.errors import WarehouseError
from warehouse.reader import open_file
from warehouse.release import Release, read_release, schema_digest


class Standing(NamedTuple):
    """The release that stands published, and the digests of the looks that it was told, oldest first."""

    release: Release | None
    looks: tuple[str, ...]


def read_standing(path: Path) -> Standing:
    """Give what stands at a path.

    There is no release where there is no file or none that can be opened, and there are no looks where it has another
    schema.
    """
    try:
        with open_file(path) as connection:
            release = read_release(connection)
            if release is None or release.schema_digest != schema_digest():
                return Standing(release, ())
            looks = connection.execute("SELECT digest FROM looks ORDER BY moment").fetchall()
    except (WarehouseError, duckdb.Error):
        return Standing(None, ())
    return Standing(release, tuple(digest for (digest,) in looks))
