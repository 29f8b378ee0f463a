"""The evidence of a row for people: page, version, sentence with the words marked, picture of the PDF page."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from pipelines.archive import Archive, ArchiveError
from pipelines.passage import Look, Passage, Sight, Spot, look_again
from pipelines.settings import DataFolder
from pipelines.terminal import clean_line
from pipelines.workers import Limits, Rejection, WorkerPool
from warehouse.explain import EvidenceRow, explain
from warehouse.query import ask
from warehouse.sightings import Sighting

_ON_TERMINAL = ("\x1b[7m", "\x1b[0m")
_IN_TEXT = ("⟦", "⟧")


def explain_row(data: DataFolder, row_id: str, field: str | None, marked: bool) -> Iterator[str]:
    """Yield lines that show where the values of a row come from; `marked` uses the terminal's reverse video.

    Raises `WarehouseError` where the row or the field is unknown. What a site wrote is cleaned of controls.
    """
    rows = sorted(explain(data.root, row_id, field), key=_capture_of)
    if not rows:
        yield f"{row_id} holds no value that was read from a page: it is reference data"
        return
    marks = _ON_TERMINAL if marked else _IN_TEXT
    archive = Archive(data.archive)
    first_sights = _find_first_sights(archive)
    with WorkerPool(_prepare_look, None, 1, Limits()) as pool:
        for capture, found in groupby(rows, key=_capture_of):
            group = list(found)
            sight = _look(pool, archive, first_sights.get(capture), group)
            yield from _show_capture(data, group)
            yield from _show_group(group, sight, marks)
            yield from _show_pictures(data, row_id, field, sight)


def _capture_of(row: EvidenceRow) -> tuple[str, str]:
    return row.url, row.capture_digest


def _find_first_sights(archive: Archive) -> dict[tuple[str, str], Sighting]:
    """Find how each capture was declared when it was read: the same bytes must give the same text again."""
    first: dict[tuple[str, str], Sighting] = {}
    for sighting in archive.sightings():
        if sighting.digest is not None:
            first.setdefault((sighting.url, sighting.digest), sighting)
    return first


def _look(pool: WorkerPool, archive: Archive, seen: Sighting | None, rows: Sequence[EvidenceRow]) -> Sight | Rejection:
    if seen is None or seen.digest is None:
        return Rejection("error", "the archive does not hold this capture")
    try:
        content = archive.read(seen.digest)
    except ArchiveError as error:
        return Rejection("error", str(error))
    spots = tuple(_build_spot(row) for row in rows)
    url = None if seen.url.startswith("urn:") else seen.url
    sight: Sight | Rejection = next(pool.map([Look(content, seen.media_type, url, spots)]))
    return sight


def _build_spot(row: EvidenceRow) -> Spot:
    box = row.place.get("box")
    place = row.place
    return Spot(place["start"], place["end"], place.get("page"), (box[0], box[1], box[2], box[3]) if box else None)


def _show_capture(data: DataFolder, rows: Sequence[EvidenceRow]) -> Iterator[str]:
    row = rows[0]
    seen = f", seen {row.seen_at:%Y-%m-%d %H:%M} UTC" if row.seen_at else ""
    yield clean_line(row.url)
    yield clean_line(f"  {_find_version(data, row)}{seen}, {row.capture_digest[:23]}…")


def _find_version(data: DataFolder, row: EvidenceRow) -> str:
    """Name the page and its version, or the document, that a capture shows."""
    url, digest = (value.replace("'", "''") for value in (row.url, row.capture_digest))
    answer = ask(
        data.root,
        f"""SELECT c.page_id, v.version FROM captures c LEFT JOIN page_versions v
            ON v.page_id = c.page_id AND c.first_seen BETWEEN v.seen_from AND v.seen_until
            WHERE c.capture_digest = '{digest}' AND c.url = '{url}' ORDER BY ALL LIMIT 1""",  # noqa: S608
    )
    if not answer.rows or answer.rows[0][0] is None:
        return "document"
    page_id, version = answer.rows[0]
    return f"{page_id}, version {version}" if version else str(page_id)


def _show_group(rows: Sequence[EvidenceRow], sight: Sight | Rejection, marks: tuple[str, str]) -> Iterator[str]:
    if isinstance(sight, Rejection):
        yield clean_line(f"  the capture cannot be shown again: {sight.reason}")
    for index, row in enumerate(rows):
        name = f"{row.row_id}.{row.field}"
        yield ""
        yield clean_line(f"  {name} = {row.value if row.value is not None else row.words}")
        passage = sight.passages[index] if isinstance(sight, Sight) else None
        yield f"    {_show_passage(row, passage, marks)}"
        yield clean_line(f"    {_say_place(row)}, rule {row.rule}, certainty {row.certainty:.2f}")
    yield ""


def _show_passage(row: EvidenceRow, passage: Passage | None, marks: tuple[str, str]) -> str:
    """Mark the words in their sentence; where they stand outside the text (an address), show them alone."""
    opening, closing = marks
    if passage is None or not passage.words:
        return f"{opening}{clean_line(row.words)}{closing}"
    label = f"{passage.label}: " if passage.label else ""
    before, words, after = (clean_line(part) for part in (label + passage.before, passage.words, passage.after))
    return f"{before}{opening}{words}{closing}{after}"


def _say_place(row: EvidenceRow) -> str:
    start, end, page = row.place["start"], row.place["end"], row.place.get("page")
    if start == end:
        return "not in the text"
    return f"characters {start}–{end}" + (f", page {page}" if page else "")


def _show_pictures(data: DataFolder, row_id: str, field: str | None, sight: Sight | Rejection) -> Iterator[str]:
    if isinstance(sight, Rejection):
        return
    for page, picture in sorted(sight.pictures.items()):
        name = re.sub(r"[^\w.-]+", "_", "-".join(part for part in (row_id, field, f"p{page}") if part))
        yield f"  picture of page {page}: {_write_picture(data, f'{name}.png', picture)}"
        yield ""


def _write_picture(data: DataFolder, name: str, picture: bytes) -> Path:
    """Write below the data folder, or where everybody may write when that is not ours."""
    try:
        data.pictures.mkdir(parents=True, exist_ok=True)
        path = data.pictures / name
        path.write_bytes(picture)
    except OSError:
        path = Path(tempfile.mkdtemp(prefix="irev-")) / name
        path.write_bytes(picture)
    return path


def _prepare_look(_: object) -> Callable[[Look], Sight]:
    return look_again
