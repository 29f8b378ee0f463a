"""Documents made from the warehouse are what it says; `IREV_WRITE_DOCS=1 pytest tests/warehouse` writes them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from tests.warehouse.factory import attachment, built, document, event, page, session, territory, theme, venue
from warehouse.describe import describe_schema
from warehouse.reader import open_file
from warehouse.rows import PUBLIC_TABLES

DOCS = Path(__file__).resolve().parents[2] / "docs"
SCHEMA, QUESTIONS = DOCS / "schema.md", DOCS / "questions.md"


def keep_true(path: Path, lines: list[str]) -> list[str]:
    """Give the lines of a document; write it first where that is asked for."""
    if os.environ.get("IREV_WRITE_DOCS"):
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path.read_text(encoding="utf-8").splitlines()


def build_example(data: Path) -> None:
    """A small world with a row in every table: a day that moves, a brochure, a correction."""
    hall = venue("Béthune", "Hôtel communautaire", "100 avenue de Londres", postcode="62411")
    told: dict[str, Any] = {
        "cycle": "Égalité-citoyenneté", "audience": "professionnels", "participants": 21, "stated_sessions": 1,
        "territories": (territory("200072460"),), "themes": (theme("laicite", "label", site_term=3686),),
    }  # fmt: skip
    first = event("Égalité-citoyenneté : le bassin minier", session("2017-09-07", hall, ("09:00", "17:00")), **told)
    moved = event("Égalité-citoyenneté : le bassin minier", session("2017-09-08", hall, ("09:00", "17:00")), **told)
    more: dict[str, Any] = {"published_on": "2017-08-08", "attachments": (attachment("plaquette.pdf"),)}
    data.mkdir(exist_ok=True)
    line = "event-10.organiser,,IREV,named in the brochure,Camille,2026-01-31"
    (data / "corrections.csv").write_text(f"what,from,to,why,who,when\n{line}\n", encoding="utf-8")
    built(
        data,
        page(10, first, **more),
        page(10, moved, version="2", hours=24, **more),
        page(
            11,
            event("Autre rencontre", territories=(territory(None, text="Petite-Synthe"),)),
            published_on="2017-10-02",
        ),
        document("plaquette.pdf", event("Programme", session("2017-09-08"))),
    )


def test_document_of_the_schema_is_true(tmp_path: Path) -> None:
    build_example(tmp_path / "data")
    with open_file(tmp_path / "data" / "warehouse.duckdb") as connection:
        now = list(describe_schema(connection))
        for table in PUBLIC_TABLES:
            assert connection.execute(f"SELECT count(*) > 0 FROM {table}").fetchall() == [(True,)], table
    assert keep_true(SCHEMA, now) == now
