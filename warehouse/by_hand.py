"""CSV files that people write by hand: read whole, with errors that name the file and the line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from warehouse.errors import WarehouseError


def read_by_hand(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each line as where it stands (`corrections.csv, line 3`) and its values, without blanks around them.

    An absent file holds no lines. Raises WarehouseError with one line where the file cannot be read, its first line
    is not `columns`, or a line has more or fewer values.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError) as error:
        raise WarehouseError(f"{path} cannot be read: {error}") from error
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        if tuple(reader.fieldnames or ()) != columns:
            raise WarehouseError(f"{path} must have the columns {','.join(columns)} in its first line.")
        for row in reader:
            where = f"{path}, line {reader.line_num}"
            if None in row or None in row.values():
                raise WarehouseError(f"{where}: there must be {len(columns)} values.")
            yield where, tuple((row[column] or "").strip() for column in columns)
    except csv.Error as error:
        raise WarehouseError(f"{path}, line {reader.line_num}: {error}") from error
