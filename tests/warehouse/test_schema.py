"""Schema and row types say the same, and nothing in the file is without a comment."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse import rows
from warehouse.load import new_file
from warehouse.query import NAMED
from warehouse.rows import PUBLIC_TABLES, Rows

DESIGNED = {
    "cycles": "cycle_id title key first_day last_day event_count",
    "events": "event_id cycle_id title event_type status first_day last_day stated_sessions participants audience "
    "organiser registration_url registration_deadline",
    "sessions": "session_id event_id day first_day last_day starts_at ends_at precision venue_id mode status year_from "
    "certainty",
    "venues": "venue_id name street postcode city commune_code mode",
    "territories": "territory_id name kind parent_id vintage",
    "themes": "theme_id label parent_id site_term",
    "event_territories": "event_id territory_id role",
    "event_themes": "event_id theme_id origin",
    "event_sources": "event_id page_id document_id relation",
    "pages": "page_id canonical_url node_id kind title published_on modified_at state",
    "page_versions": "page_id version content_digest seen_from seen_until",
    "documents": "document_id url title kind media_type page_count size",
    "evidence": "table_name row_id field capture_digest place words rule certainty",
    "changes": "run_id table_name row_id change nature before after",
    "open_readings": "open_id text reason",
    "corrections": "correction_id what why who",
    "runs": "run_id outcome",
    "gates": "run_id rule bound value",
}


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    with new_file(tmp_path_factory.mktemp("schema") / "w.duckdb") as made:
        yield made


def columns(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    return [str(row[0]) for row in connection.execute(f"DESCRIBE {table}").fetchall()]


@pytest.mark.parametrize("table", DESIGNED)
def test_names_of_the_design_hold(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    assert set(DESIGNED[table].split()) <= set(columns(connection, table))


@pytest.mark.parametrize("table", PUBLIC_TABLES)
def test_row_types_are_the_columns_in_order(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    hint = typing.get_type_hints(Rows, vars(rows))[table]
    (row_type,) = typing.get_args(hint)
    assert list(row_type._fields) == columns(connection, table)
    assert row_type._fields[-2:] == ("first_seen", "last_seen")


def test_every_table_view_and_column_has_a_comment(connection: duckdb.DuckDBPyConnection) -> None:
    bare = connection.execute("""
        SELECT table_name FROM duckdb_tables() WHERE comment IS NULL AND database_name = 'warehouse'
        UNION ALL SELECT view_name FROM duckdb_views()
            WHERE comment IS NULL AND NOT internal AND database_name = 'warehouse'
        UNION ALL SELECT c.table_name || '.' || c.column_name FROM duckdb_columns() c JOIN duckdb_tables() t
            USING (database_name, table_name) WHERE c.comment IS NULL AND database_name = 'warehouse'
    """).fetchall()
    assert bare == []


def test_each_named_question_is_a_view_in_two_languages(connection: duckdb.DuckDBPyConnection) -> None:
    question = "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal AND database_name = 'warehouse'"
    views = dict(connection.execute(question).fetchall())
    assert set(views) == set(NAMED)
    assert all(" / " in comment for comment in views.values())


def test_scratch_file_replaces_what_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "it's.duckdb"
    path.write_text("old")
    path.with_name(path.name + ".wal").write_text("old log")
    with new_file(path) as made:
        made.execute("SELECT 1")
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
