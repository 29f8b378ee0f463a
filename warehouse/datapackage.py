"""The descriptor of the exported package (`datapackage.json`), with sources and licences, and `CITATION.cff`."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any, Final

import duckdb

from warehouse.codebook import Entry, read_codebook
from warehouse.keys import KEYS
from warehouse.rows import PUBLIC_TABLES

TITLE: Final = "IREV Archive: training cycles and meetings on urban policy in Hauts-de-France"

_TYPES: Final = {
    "VARCHAR": "string",
    "DATE": "date",
    "TIMESTAMP": "datetime",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
}
_REFERENCES: Final = {
    "events": {"cycle_id": "cycles"},
    "sessions": {"event_id": "events", "venue_id": "venues"},
    "event_territories": {"event_id": "events", "territory_id": "territories"},
    "event_themes": {"event_id": "events", "theme_id": "themes"},
    "event_sources": {"event_id": "events", "page_id": "pages", "document_id": "documents"},
    "page_versions": {"page_id": "pages"},
    "page_documents": {"page_id": "pages"},
}
_NO_KEY: Final = frozenset({"event_links", "event_sources", "changes"})
_LICENCE: Final = {
    "name": "etalab-2.0",
    "title": "Licence Ouverte / Open Licence 2.0",
    "path": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
}
_SOURCES: Final = [
    {"title": "IREV, centre de ressources politique de la ville, Hauts-de-France", "path": "https://irev.fr"},
    {
        "title": "@etalab/decoupage-administratif: communes, EPCI, départements (INSEE, DGCL), Licence Ouverte 2.0",
        "path": "https://github.com/etalab/decoupage-administratif",
    },
]
_NOTES: Final = (
    "One table per resource, described in codebook.csv (English and French). Empty cells are null. Days are ISO; "
    "moments are UTC; hours are HH:MM local (Europe/Paris). Lists within a cell: sessions.flags, separated by spaces. "
    "In CSV, a cell that a spreadsheet would take for a formula (it begins with = + - @, a tab, a carriage return, "
    "their full-width forms, or an apostrophe) has one apostrophe put before it: take one away to have the raw value; "
    "JSON and Parquet hold raw values. What is known to be wrong or unsure stands in known_defects. calendars/ holds "
    "the sessions as .ics."
)
_EXTRAS: Final = {
    "known_defects": (
        "What is known to be open, unsure, missing, or below a gate / Ce qui est ouvert, incertain, manquant ou refusé",
        {
            "defect": "left_open, unsure, not_captured or gate",
            "table_name": "Table",
            "row_id": "Identifier of the row, or name of the gate",
            "what": "In words",
        },
    ),
    "codebook": (
        "What each table and column means / Ce que signifie chaque table et chaque colonne",
        {
            "table_name": "Table",
            "column_name": "Column; empty for the table itself",
            "type": "Type in DuckDB",
            "english": "Meaning in English",
            "french": "Sens en français",
        },
    ),
}
_MEDIA: Final = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}


def write_descriptor(
    connection: duckdb.DuckDBPyConnection, folder: Path, counts: dict[str, int], form: str, as_of: dt.datetime | None
) -> None:
    """Write `datapackage.json` and `CITATION.cff` for the files that stand in the folder."""
    ((version, seen),) = connection.execute(
        "SELECT version, (SELECT max(last_seen) FROM captures) FROM release"
    ).fetchall()
    entries = read_codebook(connection, PUBLIC_TABLES)
    moment = (as_of or seen or dt.datetime(1970, 1, 1)).replace(microsecond=0)
    package: dict[str, Any] = {
        "profile": "tabular-data-package" if form == "csv" else "data-package",
        "name": "irev-archive",
        "title": TITLE,
        "description": _NOTES,
        "version": version,
        "created": f"{moment.isoformat()}Z",
        "licenses": [_LICENCE],
        "sources": _SOURCES,
        "resources": [_build_resource(folder, name, count, entries) for name, count in counts.items()],
    }
    if as_of:
        package["as_of"] = f"{as_of.isoformat()}Z"
    text = json.dumps(package, ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8")
    (folder / "CITATION.cff").write_text(_cite(version, moment), encoding="utf-8")


def _build_resource(folder: Path, name: str, count: int, entries: list[Entry]) -> dict[str, Any]:
    path = next(path for path in sorted(folder.glob(f"{name}.*")))
    content = path.read_bytes()
    kind = path.suffix[1:]
    resource: dict[str, Any] = {
        "name": name.replace("_", "-"),
        "path": path.name,
        "format": kind,
        "mediatype": _MEDIA[kind],
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rowcount": count,
    }
    if kind == "csv":
        resource["encoding"] = "utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8"
    if kind != "parquet":
        resource["profile"] = "tabular-data-resource"
    if name in _EXTRAS:
        meaning, columns = _EXTRAS[name]
        fields = [{"name": column, "type": "string", "description": said} for column, said in columns.items()]
        return {**resource, "description": meaning, "schema": {"fields": fields, "missingValues": [""]}}
    own = [entry for entry in entries if entry.table == name]
    resource["title"], resource["description"] = own[0].english, own[0].french
    resource["schema"] = _build_schema(name, own[1:])
    return resource


def _build_schema(table: str, columns: list[Entry]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_build_field(entry) for entry in columns], "missingValues": [""]}
    if table not in _NO_KEY:
        schema["primaryKey"] = list(KEYS[table])
    references = _REFERENCES.get(table, {})
    if references:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": target.replace("_", "-"), "fields": [column]}}
            for column, target in references.items()
        ]
    return schema


def _build_field(entry: Entry) -> dict[str, Any]:
    field = {"name": entry.column, "type": _TYPES[entry.kind], "title": entry.french, "description": entry.english}
    if entry.kind == "TIMESTAMP":
        field["format"] = "%Y-%m-%dT%H:%M:%S" + ("" if entry.column == "modified_at" else "Z")
    return field


def _cite(version: str, moment: dt.datetime) -> str:
    return f"""cff-version: 1.2.0
message: If you use these data, please cite them with their version.
type: dataset
title: "{TITLE}"
version: "{version}"
date-released: "{moment.date().isoformat()}"
authors:
  - name: IREV Archive
license-url: {_LICENCE["path"]}
abstract: "{_SOURCES[0]["title"]}: what its site announced, when it said so, and where each value was read."
"""
