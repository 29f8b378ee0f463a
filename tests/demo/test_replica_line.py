"""Reading and relating the replica, scored against its truth; run as a script, this file prints the table.

The pages go straight from the replica's routes to the readers, without a crawl, so that what is measured here is
reading and relating alone. The floors are raised as the line gets better; they never come down.
"""

from __future__ import annotations

import datetime as dt
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pytest

from demo.content import load_site
from demo.markup import ORIGIN, address_of
from demo.routes import answer
from demo.score import Score, fetch_rows, load_truth, score
from extract.addresses import canonical_address
from extract.read import read_document
from extract.records import Reading
from warehouse.build import RunFacts, build
from warehouse.reference import load_knowledge
from warehouse.sightings import Sighting

SEEN_AT = dt.datetime(2026, 1, 10, 6, 0, tzinfo=dt.UTC)
FLOORS = {"session days": 0.85, "session cities": 0.9, "session modes": 0.9}


def measure_line(folder: Path) -> Score:
    """Read every page and document of state 1, relate them into a warehouse below `folder`, and score it."""
    site, knowledge = load_site(1), load_knowledge()
    sightings: list[Sighting] = []
    readings: dict[tuple[str, str], Reading] = {}
    for target in [*map(address_of, site.pages.values()), *site.documents, "/printpdf/233364", "/print/node/235858"]:
        found = answer(site, target)
        raw, media_type = f"{ORIGIN}{target}", found.media_type.split(";")[0]
        url = canonical_address(raw) or raw
        digest = f"sha256:{sha256(found.body).hexdigest()}"
        sightings.append(Sighting(url, raw, SEEN_AT, "response", 200, digest, media_type))
        readings[url, digest] = read_document(found.body, url, media_type, knowledge, seen_at=SEEN_AT)
    result = build(sightings, readings, knowledge, folder, RunFacts("run", SEEN_AT, "build", "code"))
    file = result.refused_file or next(folder.glob("*.duckdb"))
    with duckdb.connect(str(file), read_only=True) as connection:

        def ask(sql: str) -> list[dict[str, Any]]:
            cursor = connection.execute(sql)
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

        return score(load_truth(), fetch_rows(ask))


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Score:
    return measure_line(tmp_path_factory.mktemp("line"))


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_the_line_stays_above_its_floors(measured: Score, name: str, floor: float) -> None:
    assert measured.measure(name).f1 >= floor, measured.format_table()


def test_no_law_no_deadline_and_no_stamp_is_a_session(measured: Score) -> None:
    assert measured.false_days == ()


if __name__ == "__main__":
    with TemporaryDirectory() as scratch:
        sys.stdout.write(measure_line(Path(scratch)).format_table() + "\n")
