from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.warehouse.factory import attachment, built, document, event, page, session, territory, theme, venue
from warehouse.errors import WarehouseError
from warehouse.explain import explain

HALL = venue("Béthune", "Hôtel communautaire", "100, avenue de Londres", postcode="62411")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain")
    told = event(
        "Cycle Egalité-Citoyenneté", session("2017-09-07", HALL, ("09:00", None), text="les 7 et 8 septembre"),
        cycle="Egalité-Citoyenneté", participants=21,
        territories=(territory("246200364"),), themes=(theme("laicite", "label"),),
    )  # fmt: skip
    brochure = document("plaquette.pdf", event("Programme", session("2017-09-07", None, ("09:00", "16:30"))), hours=5)
    built(folder, page(10, told, published_on="2017-08-01", attachments=(attachment("plaquette.pdf"),)), brochure)
    return folder


def test_session_shows_words_capture_place_and_moment(data: Path) -> None:
    rows = explain(data, "session-10-2017-09-07", "day")
    page_row = next(row for row in rows if row.url.endswith("page-10"))
    assert (page_row.words, page_row.value, page_row.rule) == ("les 7 et 8 septembre", "2017-09-07", "day_month_year")
    assert page_row.place == {"start": 100, "end": 110}
    assert page_row.seen_at == dt.datetime(2025, 3, 1, 2, 0)
    assert page_row.capture_digest.startswith("sha256:")
    assert {row.url.rsplit("/", 1)[1] for row in rows} == {"page-10", "plaquette.pdf"}


def test_hours_come_from_the_source_that_states_them(data: Path) -> None:
    (end,) = explain(data, "session-10-2017-09-07", "ends_at")
    assert (end.value, end.url.rsplit("/", 1)[1]) == ("16:30", "plaquette.pdf")


def test_event_comes_with_its_territories_and_themes(data: Path) -> None:
    rows = explain(data, "event-10")
    assert {(row.table, row.field) for row in rows} >= {
        ("events", "title"),
        ("events", "participants"),
        ("event_territories", "territory_id"),
        ("event_themes", "theme_id"),
    }
    assert next(row.value for row in rows if row.table == "event_territories") == "246200364/target"
    assert rows[0].table == "events"


def test_page_cycle_venue_and_document_are_explained(data: Path) -> None:
    assert {row.field for row in explain(data, "node:10")} >= {"title", "published_on", "url"}
    assert [row.words for row in explain(data, "cycle-egalite-citoyennete", "title")] == ["Egalité-Citoyenneté"]
    venue_id = next(row.value for row in explain(data, "session-10-2017-09-07") if row.field == "venue_id")
    assert {row.field for row in explain(data, venue_id or "")} == {
        "name",
        "street",
        "postcode",
        "city",
        "commune_code",
    }


def test_document_is_found_by_the_first_digits_of_its_digest(data: Path) -> None:
    digest = explain(data, "session-10-2017-09-07", "ends_at")[0].capture_digest
    for name in (digest, digest.removeprefix("sha256:"), digest.removeprefix("sha256:")[:12]):
        assert explain(data, name)[0].row_id == digest
    with pytest.raises(WarehouseError, match="no row"):
        explain(data, digest.removeprefix("sha256:")[:6])


def test_unknown_identifier_gives_near_ones(data: Path) -> None:
    with pytest.raises(WarehouseError, match="Did you mean session-10-2017-09-07"):
        explain(data, "session-10-2017-09-08")
    with pytest.raises(WarehouseError, match="There is no row 1"):
        explain(data, "1")
    with pytest.raises(WarehouseError, match="There is no row"):
        explain(data, "' OR 1=1 --")


def test_unknown_field_names_those_that_there_are(data: Path) -> None:
    with pytest.raises(WarehouseError, match=r"it has some for: .*participants"):
        explain(data, "event-10", "colour")
