"""Three states of the replica, months apart, against what a person wrote down of their changes; and the questions."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import ProxyHandler, build_opener

import pytest

from demo.content import HERE, load_site
from demo.server import serve_replica
from pipelines.archive import Archive
from pipelines.build import build_archive
from pipelines.history import show_history
from pipelines.outcomes import Outcome
from pipelines.progress import NoProgress
from pipelines.records import Exchange
from pipelines.run import RunContext
from pipelines.settings import DataFolder
from tests.warehouse.as_of import find_differences, find_differences_now
from tests.warehouse.test_documents import QUESTIONS, keep_true
from warehouse.describe import describe_questions
from warehouse.query import NAMED, ask
from warehouse.reader import open_file

MOMENTS = {1: "2025-12-08T03:00:00+00:00", 2: "2026-02-03T03:00:00+00:00", 3: "2026-05-05T03:00:00+00:00"}
LOOKS = {state: f"look-{moment[:19]}Z" for state, moment in MOMENTS.items()}
TRUTH = tomllib.loads((HERE / "truth" / "changes.toml").read_text(encoding="utf-8"))["change"]


def find_targets(state: int) -> list[str]:
    """The listing, every page by its alias, each fifth one printed, and all documents."""
    site = load_site(state)
    aliases = [page.alias for page in site.pages.values()]
    printed = [f"/print/{alias}" for alias in aliases[::5]]
    listing = [f"/actualites-0?page={number}" for number in range(7)]
    return [*listing, *(f"/{alias}" for alias in aliases), *printed, *site.documents]


def capture_state(data: DataFolder, state: int) -> None:
    """Ask the replica over HTTP for everything, by a clock of our own: one second for each answer."""
    moment = dt.datetime.fromisoformat(MOMENTS[state])
    with serve_replica(state) as replica, Archive(data.archive) as archive:
        opener = build_opener(ProxyHandler({"http": replica.proxy}))
        for number, target in enumerate(find_targets(state)):
            url = f"http://irev.test{quote(target, safe='/?=%&')}"
            try:
                answer = opener.open(url)
            except HTTPError as error:
                answer = error
            headers = tuple((name.encode(), value.encode()) for name, value in answer.headers.items())
            seen_at = moment + dt.timedelta(seconds=number)
            archive.append_response(Exchange(url, answer.status, headers, answer.read(), seen_at))


@pytest.fixture(scope="module")
def replica(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    data = DataFolder(tmp_path_factory.mktemp("replica"))
    for state in (1, 2, 3):
        capture_state(data, state)
        moment = dt.datetime.fromisoformat(MOMENTS[state]) + dt.timedelta(hours=1)
        result = build_archive(data, False, NoProgress(), RunContext(f"run-{state}", "build", moment))
        assert (result.outcome, result.gates) == (Outcome.PUBLISHED, ())
    return data


def changed_pages(data: DataFolder, state: int, nature: str) -> set[int]:
    """The nodes that changes of this nature belong to; those of cycles follow from their events."""
    question = f"""SELECT row_id FROM changes WHERE run_id = '{LOOKS[state]}' AND nature = '{nature}'
        AND table_name NOT IN ('cycles', 'documents', 'venues', 'themes')"""
    found = (re.match(r"(?:event-|session-|node:)(\d+)", str(row_id)) for (row_id,) in ask(data.root, question).rows)
    return {int(match[1]) for match in found if match}


def truth(state: int, *natures: str) -> set[int]:
    return {item["page"] for item in TRUTH if item["state"] == state and "page" in item and item["nature"] in natures}


def test_exactly_the_pages_with_other_facts_have_factual_changes(replica: DataFolder) -> None:
    assert changed_pages(replica, 2, "factual") == truth(2, "factual")


def test_corrected_words_a_page_no_longer_linked_and_a_renamed_theme_are_textual(replica: DataFolder) -> None:
    assert truth(2, "textual") <= changed_pages(replica, 2, "textual")


def test_after_the_redesign_not_one_factual_change(replica: DataFolder) -> None:
    question = f"SELECT count(*) FROM captures_as_of('{MOMENTS[3][:19]}') WHERE first_seen >= '{MOMENTS[3][:10]}'"
    assert int(ask(replica.root, question).rows[0][0]) > 70  # all markup is new
    rows = ask(replica.root, f"SELECT * FROM changes WHERE run_id = '{LOOKS[3]}' AND nature = 'factual'").rows
    assert rows == ()


@pytest.mark.parametrize(
    ("row_id", "field", "what", "before", "after"),
    [
        ("session-238420-2025-06-20", "day", "day moved", "2025-06-13", "2025-06-20"),
        ("session-237350-2023-11-24", "starts_at", "hours changed", "09:00", "09:30"),
        ("event-237205", "status", "reported", "announced", "reported"),
        ("node:236021", "state", "page gone", "alive", "gone"),
        ("node:237148", "state", "page unlisted", "alive", "unlisted"),
        ("transition-ecologique", "site_label", "theme renamed", "Transition écologique", "Écologie populaire"),
    ],
)
def test_what_was_changed_is_told_with_before_and_after(
    replica: DataFolder, row_id: str, field: str, what: str, before: str, after: str
) -> None:
    question = f"""SELECT what, before, after FROM changes
        WHERE run_id = '{LOOKS[2]}' AND row_id = '{row_id}' AND field = '{field}'"""
    assert ask(replica.root, question).rows == ((what, before, after),)


def test_venue_as_it_was_told_then(replica: DataFolder) -> None:
    question = """SELECT v.city FROM sessions_as_of('{0}') s JOIN venues_as_of('{0}') v USING (venue_id)
        WHERE s.session_id = 'session-237090-2023-06-12'"""
    towns = [ask(replica.root, question.format(MOMENTS[state][:19])).rows for state in (1, 2, 3)]
    assert towns == [(("Anzin",),), (("Valenciennes",),), (("Valenciennes",),)]


def test_history_of_an_event_names_territories_that_came_and_went(replica: DataFolder) -> None:
    lines = [line.strip() for line in show_history(replica, "event-237090")]
    told = [line.split("UTC  ")[1] for line in lines if "event_territories" in line]
    assert "factual   new: event_territories event-237090/59606/venue (Valenciennes)" in told
    assert "factual   no longer there: event_territories event-237090/59014/venue (Anzin)" in told


def test_announcement_and_the_report_over_it_are_both_kept(replica: DataFolder) -> None:
    question = "SELECT kind FROM page_versions WHERE page_id = 'node:237205' ORDER BY version"
    assert [kind for (kind,) in ask(replica.root, question).rows][:2] == ["announcement", "report"]
    question = "SELECT relation FROM event_sources WHERE event_id = 'event-237205' ORDER BY relation"
    assert ask(replica.root, question).rows == (("announces",), ("reports",))


def test_replaced_brochure_is_a_document_of_its_own(replica: DataFolder) -> None:
    question = "SELECT count(*) FROM documents WHERE url LIKE '%programme_contrats_de_ville_novembre_2023.pdf'"
    assert ask(replica.root, question).rows == ((2,),)


def test_document_of_the_questions_is_true(replica: DataFolder) -> None:
    """To the letter: the rows it shows, their number, and the digest of all rows of each answer."""
    with open_file(replica.warehouse) as connection:
        now = list(describe_questions(connection))
    assert keep_true(QUESTIONS, now) == now
    assert [line for line in now if line.startswith("## ")] == [f"## {name}" for name in NAMED]


def test_each_moment_is_what_was_published_then(replica: DataFolder) -> None:
    releases = sorted((replica.root / "releases").iterdir())
    assert len(releases) == len(MOMENTS)
    ends = (dt.datetime.fromisoformat(moment) + dt.timedelta(hours=1) for moment in MOMENTS.values())
    for folder, moment in zip(releases, ends, strict=True):
        then = moment.replace(tzinfo=None).isoformat()
        assert find_differences(replica.warehouse, folder / "warehouse.duckdb", then) == {}
    assert find_differences_now(replica.warehouse) == {}
