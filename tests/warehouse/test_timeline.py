from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.warehouse.factory import (
    KNOWLEDGE,
    SITE,
    START,
    Told,
    attachment,
    document,
    event,
    opened,
    page,
    related,
    session,
    venue,
)
from warehouse.open_rows import Loss
from warehouse.relate import relate
from warehouse.rows import Rows
from warehouse.sightings import Sighting

TITLE = "Mesure territoriale des discriminations"


def at(hours: float) -> dt.datetime:
    return (START + dt.timedelta(hours=hours)).replace(tzinfo=None)


def failing(told: Told, status: int, *hours: float) -> Told:
    """The page, later answered with an error each time."""
    first = told.sightings[0]
    errors = tuple(
        replace(first, seen_at=START + dt.timedelta(hours=h), status=status, digest=f"sha256:error{h}") for h in hours
    )
    return replace(told, sightings=(*told.sightings, *errors))


def test_node_and_alias_are_one_page() -> None:
    alias = page(10, event(TITLE, session("2022-03-24")), path="actualites-0/mesure")
    node = page(10, event(TITLE, session("2022-03-24")), path="node/10", hours=1)
    rows = related(alias, node)
    assert [(row.page_id, row.node_id, row.versions) for row in rows.pages] == [("node:10", 10, 1)]
    assert [row.event_id for row in rows.events] == ["event-10"]
    assert {row.rule for row in rows.event_links} == {"same_page"}


def test_print_without_a_node_is_the_page_of_its_address() -> None:
    web = page(10, event(TITLE, session("2022-03-24")))
    text = page(None, event(TITLE, session("2022-03-24")), url=web.key[0], version="print", hours=2)
    rows = related(web, text)
    assert [row.page_id for row in rows.pages] == ["node:10"]
    assert len(rows.events) == 1


def test_latest_version_wins_and_both_versions_are_kept() -> None:
    old = page(10, event(TITLE, session("2022-03-24", venue("Lille"))), version="1")
    new = page(10, event(TITLE, session("2022-04-07", venue("Lens"))), version="2", hours=24)
    rows = related(old.again(12), new)
    assert [str(s.day) for s in rows.sessions] == ["2022-04-07"]
    assert [(v.version, v.seen_from, v.seen_until) for v in rows.page_versions] == [
        (1, at(0), at(12)),
        (2, at(24), at(24)),
    ]
    assert (rows.events[0].first_seen, rows.sessions[0].first_seen) == (at(0), at(24))


def test_new_bytes_with_the_same_text_are_no_version() -> None:
    rows = related(
        page(10, event(TITLE), version="1", salt="counter 1"), page(10, event(TITLE), salt="counter 2", hours=24)
    )
    assert [(v.version, v.seen_from, v.seen_until) for v in rows.page_versions] == [(1, at(0), at(24))]
    assert len(rows.captures) == 2


def test_return_to_an_earlier_text_is_a_third_version() -> None:
    first, second = page(10, event(TITLE), version="1"), page(10, event(TITLE), version="2", hours=24)
    back = replace(
        first, sightings=(*first.sightings, replace(first.sightings[0], seen_at=START + dt.timedelta(hours=48)))
    )
    versions = related(back, second).page_versions
    assert [v.version for v in versions] == [1, 2, 3]
    assert versions[0].content_digest == versions[2].content_digest != versions[1].content_digest


def test_report_written_over_its_announcement_keeps_day_hours_and_venue() -> None:
    told = page(10, event(TITLE, session("2022-03-24", venue("Lille"), ("09:00", "16:30"))), version="1")
    report = page(
        10, event(f"Retour sur : {TITLE}", relation="reports", participants=40), version="2", kind="report", hours=24
    )
    rows = related(told, report)
    (row,) = rows.events
    assert (row.event_id, row.status, row.participants) == ("event-10", "reported", 40)
    assert [(str(s.day), s.starts_at) for s in rows.sessions] == [("2022-03-24", "09:00")]
    assert sorted(s.relation for s in rows.event_sources) == ["announces", "reports"]


def test_page_taken_for_another_edition_forgets_the_former_one() -> None:
    told = page(10, event(TITLE, session("2022-03-24")), version="1")
    report = page(10, event(TITLE, session("2023-05-12"), relation="reports"), version="2", kind="report", hours=24)
    assert [str(s.day) for s in related(told, report).sessions] == ["2023-05-12"]


def test_capture_that_could_not_be_read_changes_nothing_and_is_named() -> None:
    told = page(10, event(TITLE, session("2022-03-24")), version="1")
    broken = page(10, version="2", hours=24, title="", kind="other")
    rows = related(told, broken, losses=[Loss(*broken.key, "took longer than 20 s")])
    assert [str(s.day) for s in rows.sessions] == ["2022-03-24"]
    assert [(row.url, row.reason) for row in rows.open_readings] == [(broken.key[0], "took longer than 20 s")]


class TestStates:
    def state(self, *told: Told) -> str:
        return next(row.state for row in related(*told).pages if row.page_id == "node:10")

    def test_gone_needs_two_refusals_in_a_row(self) -> None:
        told = page(10, event(TITLE))
        assert self.state(told) == "alive"
        assert self.state(failing(told, 404, 1)) == "unseen"
        assert self.state(failing(told, 404, 1, 25)) == "gone"

    def test_failed_look_is_unseen(self) -> None:
        assert self.state(failing(page(10, event(TITLE)), 503, 1, 25)) == "unseen"

    def test_unlisted_was_linked_once_and_is_no_more(self) -> None:
        told = page(10, event(TITLE))
        listing = page(1, version="1", kind="listing", links=(told.key[0],))
        later = page(1, version="2", kind="listing", hours=24)
        assert self.state(told, listing) == "alive"
        assert self.state(told, listing, later) == "unlisted"

    def test_gone_page_keeps_its_facts(self) -> None:
        rows = related(failing(page(10, event(TITLE, session("2022-03-24"))), 404, 1, 25))
        assert len(rows.sessions) == 1
        assert rows.pages[0].last_seen == at(0)


class TestDocuments:
    def rows(self) -> Rows:
        told = page(10, event(TITLE, session("2022-03-24")), attachments=(attachment("plaquette.pdf"),))
        first = document("plaquette.pdf", event("Programme", session("2022-03-24")), version="1")
        return related(told, first, document("plaquette.pdf", event("Programme"), version="2", hours=24))

    def test_file_replaced_at_its_address_is_a_new_document(self) -> None:
        rows = self.rows()
        assert len(rows.documents) == 2
        assert {(row.title, row.kind, row.page_count, row.size) for row in rows.documents} == {
            ("plaquette.pdf", "brochure", 2, 5000)
        }
        latest = max(rows.documents, key=lambda row: str(row.first_seen))
        assert [row.document_id for row in rows.page_documents] == [latest.document_id]

    def test_attachment_that_was_never_captured_is_listed(self) -> None:
        rows = related(page(10, event(TITLE), attachments=(attachment("bulletin.pdf", "registration_form"),)))
        assert [(r.kind, r.document_id, r.stated_size) for r in rows.page_documents] == [
            ("registration_form", None, "260.76 Ko")
        ]

    def test_office_file_without_a_reading_is_a_document(self) -> None:
        url = f"{SITE}/sites/default/files/bulletin.docx"
        look = Sighting(url, url, START, "response", 200, "sha256:office", "application/msword")
        assert [(r.document_id, r.kind) for r in related_sightings(look).documents] == [("sha256:office", "other")]

    def test_error_page_under_the_address_of_a_file_is_named(self) -> None:
        told = page(10, event(TITLE), attachments=(attachment("plaquette.pdf"),))
        error = page(None, url=f"{SITE}/sites/default/files/plaquette.pdf", kind="other", title="Page introuvable")
        rows = related(told, error)
        assert [(row.rule, row.text) for row in rows.open_readings] == [("page_for_file", "plaquette.pdf")]


def related_sightings(*looks: Sighting) -> Rows:
    """Relate sightings that have no reading."""
    return relate(looks, {}, KNOWLEDGE)


def test_page_without_a_reading_is_named() -> None:
    look = Sighting(f"{SITE}/x", f"{SITE}/x", START, "response", 200, "sha256:x", "text/html")
    rows = related_sightings(look)
    assert [(row.rule, row.url) for row in rows.open_readings] == [("not_read", f"{SITE}/x")]


def test_redirects_and_errors_are_no_content() -> None:
    look = Sighting(f"{SITE}/x", f"{SITE}/x", START, "response", 301, "sha256:x", "text/html")
    rows = related_sightings(look, replace(look, status=404, digest="sha256:y"))
    assert (rows.pages, rows.captures, rows.open_readings) == ([], [], [])


def test_open_readings_of_a_page_are_listed_with_their_place() -> None:
    rows = related(page(10, event(TITLE), open=(opened("en mars dernier", "the year is open"),)))
    (row,) = rows.open_readings
    assert (row.page_id, row.text, row.reason) == ("node:10", "en mars dernier", "the year is open")
    assert row.place == '{"start": 40, "end": 55}'
