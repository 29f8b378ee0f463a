"""The reference data: gazetteer, themes, organisers, and how node numbers follow time; each with its source.

Data files and the one function that loads them live here; nothing that reads a text may enter.
`SOURCES.md` names the sources and their licences, `derive.py` makes the derived tables, the others are
kept by hand.
"""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from extract.knowledge import Knowledge, Organiser, Territory, ThemeTerm

HERE = Path(__file__).parent
TERRITORY_TABLES = ("territories.csv", "areas.csv", "levels_france.csv", "communes_france.csv", "towns_abroad.csv")
DATA_FILES = (*TERRITORY_TABLES, "territory_names.csv", "themes.toml", "organisers.toml", "node_days.csv")


@cache
def load_knowledge() -> Knowledge:
    """Load all reference data, once per process. `digest` is the SHA-256 (hex) of the data files and names.

    Raises `OSError` when a file is missing, `ValueError` or `KeyError` when one is malformed: both are
    faults of the installation, not of any input.
    """
    digest = hashlib.sha256()
    for name in DATA_FILES:
        content = (HERE / name).read_bytes()
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return Knowledge(
        territories=tuple(load_territories()),
        themes=load_themes(),
        organisers=load_organisers(),
        node_days=tuple((int(row["node_id"]), row["day"]) for row in read_table("node_days.csv")),
        digest=digest.hexdigest(),
    )


def load_territories() -> Iterator[Territory]:
    """Yield the gazetteer, each row with the hand-kept names added behind its own."""
    extra: dict[str, list[str]] = {}
    for row in read_table("territory_names.csv"):
        extra.setdefault(row["territory_id"], []).append(row["name"])
    for table in TERRITORY_TABLES:
        for row in read_table(table):
            yield build_territory(row, extra.get(row["territory_id"], []))


def build_territory(row: dict[str, str], extra: list[str]) -> Territory:
    """One row of a table as a `Territory`; columns that a table does not have are open."""
    others = row["other_names"].split("|") if row["other_names"] else []
    names = tuple(dict.fromkeys([row["name"], *others, *extra]))
    return Territory(
        territory_id=row["territory_id"],
        name=row["name"],
        kind=row["kind"],
        names=names,
        parent_id=row["parent_id"] or None,
        departement=row["departement"] or None,
        postcodes=tuple(row["postcodes"].split("|")) if row.get("postcodes") else (),
        vintage=whole_number(row.get("vintage")),
        valid_from=whole_number(row.get("valid_from")),
        valid_until=whole_number(row.get("valid_until")),
        population=whole_number(row.get("population")),
        seat_code=row.get("seat_code") or None,
    )


def load_themes() -> tuple[ThemeTerm, ...]:
    """Load the vocabulary of themes."""
    rows = tomllib.loads((HERE / "themes.toml").read_text("utf-8"))["theme"]
    return tuple(ThemeTerm(r["id"], r["label"], tuple(r["forms"]), r.get("parent"), r.get("site_term")) for r in rows)


def load_organisers() -> tuple[Organiser, ...]:
    """Load the organisers; the first one is the site's own."""
    rows = tomllib.loads((HERE / "organisers.toml").read_text("utf-8"))["organiser"]
    return tuple(
        Organiser(r["name"], tuple(r["names"]), r.get("city"), r.get("commune_code"), tuple(r.get("hosts", ())))
        for r in rows
    )


def read_table(name: str) -> list[dict[str, str]]:
    """Read a CSV file of this folder as rows by column name."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def whole_number(cell: str | None) -> int | None:
    """Read a cell as a number, or None when it is empty or the table does not have the column."""
    return int(cell) if cell else None
