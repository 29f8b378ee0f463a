"""What the first run shows: cycles by territory and year, the score against the truth, what to type next."""

from __future__ import annotations

import shlex
import tempfile
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipelines.archive import Archive
from pipelines.outcomes import InputError
from pipelines.settings import DATA_VARIABLE, DataFolder
from pipelines.terminal import clean_line
from warehouse.query import ask

_REPLICA = "irev.test"
_NAME_WIDTH = 44
_LINE_WIDTH = 110
_CELL = "{:>6}"

_FINDINGS = """
    SELECT coalesce(cycle, ''), territory, year, sum(sessions) FROM cycles_by_territory_and_year
    GROUP BY ALL ORDER BY ALL"""

# A session that a PDF tells shows most of what `explain` can do.
_TELLING_SESSION = """
    SELECT row_id FROM evidence WHERE table_name = 'sessions' AND field = 'day'
    ORDER BY json_extract(place, '$.box') IS NULL, row_id LIMIT 1"""


def choose_folder(folder: Path | None) -> DataFolder:
    """Choose where the demo keeps its data: a new folder, or the given one where no other site lives.

    Raises `InputError` where the folder already keeps something else, because an archive is for ever.
    """
    if folder is None:
        return DataFolder(Path(tempfile.mkdtemp(prefix="irev-demo-")))
    data = DataFolder(folder)
    hosts = {urlsplit(capture.canonical).hostname for capture in Archive(data.archive).captures()}
    if hosts - {_REPLICA}:
        raise InputError(f"{folder} keeps captures of a real site; give the demo a folder of its own")
    return data


def ask_rows(data: DataFolder) -> Callable[[str], list[dict[str, Any]]]:
    """Make the function by which the score asks the warehouse: SQL in, rows as dicts out."""

    def answer(question: str) -> list[dict[str, Any]]:
        found = ask(data.root, question)
        return [dict(zip(found.columns, row, strict=True)) for row in found.rows]

    return answer


def show_findings(data: DataFolder) -> str:
    """Show a table of cycles: a line for each territory, a column for each year, sessions in the cells."""
    rows = ask(data.root, _FINDINGS).rows
    years = sorted({year for _, _, year, _ in rows})
    cells = {(cycle, territory, year): sessions for cycle, territory, year, sessions in rows}
    places = dict.fromkeys((cycle, territory) for cycle, territory, _, _ in rows)
    return "\n".join(clean_line(line) for line in _table_lines(list(places), years, cells))


def show_score(measures: Iterable[tuple[str, float]]) -> str:
    """Show the score: the F1 of each field, on lines that fit a terminal."""
    told = ", ".join(f"{name} {f1:.2f}" for name, f1 in measures)
    return textwrap.fill(f"Against the truth written by hand (F1): {told}", _LINE_WIDTH, subsequent_indent="  ")


def show_next_commands(data: DataFolder, command: str) -> str:
    """Show three commands to type; `command` is how the person called `irev`."""
    found = ask(data.root, _TELLING_SESSION).rows
    session = found[0][0] if found else "SESSION"
    prefix = f"{DATA_VARIABLE}={shlex.quote(str(data.root))} {shlex.quote(command)}"
    questions = ("query agenda", f"explain {session}", f"export {shlex.quote(str(data.root / 'export'))}")
    return "\n".join(["Next, type:", *(f"  {prefix} {question}" for question in questions)])


def name_command(called: str) -> str:
    """Name the command as it can be typed again from here: `.venv/bin/irev` or `irev`."""
    path = Path(called)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        return str(path.relative_to(Path.cwd()))
    return called


def _table_lines(
    places: Sequence[tuple[str, str]], years: Sequence[int], cells: dict[tuple[str, str, int], int]
) -> Iterator[str]:
    heading = "Sessions of each cycle by territory and year"
    yield f"{heading:<{_NAME_WIDTH}}" + "".join(_CELL.format(year) for year in years)
    title = None
    for cycle, territory in places:
        if cycle != title:
            title = cycle
            yield cycle
        counts = (cells.get((cycle, territory, year), "·") for year in years)
        yield f"  {territory[: _NAME_WIDTH - 3]:<{_NAME_WIDTH - 2}}" + "".join(map(_CELL.format, counts))
