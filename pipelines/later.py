"""Records whose turn comes after all others: revisits that stand before what they refer to, or in another file.

They wait in a file without a name, so that their number costs no memory and a kill leaves nothing behind.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from pipelines.warc import Record


class Later:
    """Takes records, and gives them back once, in the order in which they came. Raises OSError, as files do."""

    def __init__(self) -> None:
        self._file: BinaryIO | None = None

    def put(self, path: str, record: Record) -> None:
        """Put a record aside; `path` is the file that it comes from."""
        if self._file is None:
            self._file = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115 - it is closed by `take_all`
        line = json.dumps([path, record.fields, record.block.decode("latin-1")])
        self._file.write(line.encode() + b"\n")

    def take_all(self) -> Iterator[tuple[str, Record]]:
        """Give each record with its path, and forget them."""
        if self._file is None:
            return
        with self._file as lines:
            self._file = None
            lines.seek(0)
            for line in lines:
                path, fields, block = json.loads(line)
                yield path, Record(fields, block.encode("latin-1"))
