# ruff: noqa: E501, S608 - rows are made by statements of our own
"""How the warehouse grows: 10⁴, 10⁵ and 10⁶ sessions. `python -m bench.warehouse [SESSIONS …]` prints the table.

Relating is measured on synthetic readings, each size in a process of its own (seconds of CPU, peak memory); the named
questions on a file of synthetic rows, as the median of five runs.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from extract.records import (
    DateReading,
    EventReading,
    Evidence,
    PageFacts,
    Place,
    Reading,
    SessionReading,
    Source,
    TerritoryReading,
    VenueReading,
)
from warehouse.load import new_file
from warehouse.query import NAMED
from warehouse.reference import load_knowledge
from warehouse.relate import relate
from warehouse.sightings import Sighting

SESSIONS_PER_EVENT = 5
RELATED_UP_TO = 100_000
START = dt.datetime(2025, 3, 1, 2, 0, tzinfo=dt.UTC)
_WORDS = [
    "habitat",
    "santé",
    "emploi",
    "jeunesse",
    "laïcité",
    "égalité",
    "culture",
    "sport",
    "numérique",
    "mobilité",
    "écologie",
    "mémoire",
    "école",
    "parents",
]


def build_world(events: int) -> tuple[list[Sighting], dict[tuple[str, str], Reading]]:
    """Make this many pages, each with one event of five sessions in one town; titles share words as real ones do."""
    communes = [t for t in load_knowledge().territories if t.kind == "commune"][:500]
    sightings, readings = [], {}
    for number in range(events):
        url = f"https://irev.test/actualites-0/page-{number}"
        digest = "sha256:" + hashlib.sha256(url.encode()).hexdigest()
        town = communes[number % len(communes)]
        title = f"{_WORDS[number % 14]} et {_WORDS[number // 14 % 14]} à {town.name} atelier{number // 196}"
        venue = VenueReading(
            town.name, "Maison de quartier", None, None, town.name, town.territory_id, "in_person", Place(60, 70)
        )
        first = dt.date(2005, 1, 1) + dt.timedelta(days=number * 7 % 7000)
        sessions = tuple(_build_session(first + dt.timedelta(days=14 * n), venue) for n in range(SESSIONS_PER_EVENT))
        territory = TerritoryReading(town.name, town.territory_id, town.name, "commune", "venue", Place(60, 70))
        evidence = (Evidence("title", title, Place(0, len(title)), "title"),)
        event = EventReading("0", title, "atelier", None, "announces", sessions, (territory,), evidence=evidence)
        page = PageFacts(f"node:{300000 + number}", url, 300000 + number, "announcement", title, evidence=evidence)
        readings[url, digest] = Reading(
            Source(None, url, digest, "text/html"), page, events=(event,), text_digest=digest
        )
        sightings.append(Sighting(url, url, START, "response", 200, digest, "text/html", 20_000))
    return sightings, readings


def _build_session(day: dt.date, venue: VenueReading) -> SessionReading:
    date = DateReading(
        f"le {day}", day, day, "09:00", "12:00", "day", "event", "written", 0.99, (), Place(20, 40), "dmy"
    )
    return SessionReading(day, day, day, "09:00", "12:00", "day", "announced", venue, date)


def measure_relate(events: int) -> dict[str, float]:
    """Relate once; give seconds of CPU, peak memory of relating and of the readings alone, in MiB."""
    sightings, readings = build_world(events)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    begun = time.process_time()
    rows = relate(sightings, readings, load_knowledge())
    took = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"sessions": len(rows.sessions), "seconds": took, "peak": peak, "readings": before}


def fill_file(path: Path, sessions: int) -> None:
    """Make a warehouse file of synthetic rows: events of five sessions, 200 cycles, 2,000 venues, 1,000 territories."""
    events = sessions // SESSIONS_PER_EVENT
    seen = "TIMESTAMP '2025-03-01', TIMESTAMP '2025-03-01'"
    with new_file(path) as connection:
        for statement in (
            f"INSERT INTO cycles SELECT 'cycle-' || i, 'Cycle ' || i, 'cycle ' || i, NULL, NULL, 1, {seen} FROM range(200) t(i)",
            f"""INSERT INTO events SELECT 'event-' || i, CASE WHEN i % 2 = 0 THEN 'cycle-' || (i // 2) % 200 END,
                'Titre de l''événement ' || i, 'journée', 'announced', DATE '2005-01-01' + CAST(i % 7000 AS INTEGER),
                DATE '2005-03-01' + CAST(i % 7000 AS INTEGER), NULL, NULL, NULL, NULL, NULL, NULL,
                DATE '2004-12-01' + CAST(i % 7000 AS INTEGER), 5, {seen} FROM range({events}) t(i)""",
            f"""INSERT INTO sessions SELECT 'session-' || i, 'event-' || i // 5, d, d, d, '09:00', '12:00', 'day',
                'venue-' || i % 2000, 'in_person', 'announced', 'written', 0.99, NULL, {seen}
                FROM (SELECT i, DATE '2005-01-01' + CAST(i // 5 % 7000 + i % 5 * 14 AS INTEGER) AS d FROM range({sessions}) t(i))""",
            f"""INSERT INTO venues SELECT 'venue-' || i, 'Salle ' || i, NULL, '59000', 'Ville ' || i % 500, 'c' || i % 900,
                'in_person', {seen} FROM range(2000) t(i)""",
            f"""INSERT INTO territories SELECT 'c' || i, 'Commune ' || i, 'commune', 'e' || i % 90, '59', 2026, NULL, NULL, {seen}
                FROM range(910) t(i)""",
            f"""INSERT INTO territories SELECT 'e' || i, 'EPCI ' || i, 'epci', '59', '59', 2026, NULL, NULL, {seen} FROM range(90) t(i)""",
            f"INSERT INTO themes SELECT 't' || i, 'Thème ' || i, NULL, i, NULL, {seen} FROM range(40) t(i)",
            f"INSERT INTO event_themes SELECT 'event-' || i, 't' || i % 40, 'label', {seen} FROM range({events}) t(i)",
            f"""INSERT INTO event_territories SELECT 'event-' || i, CASE r WHEN 0 THEN 'c' || i % 900 ELSE 'e' || i % 90 END,
                CASE r WHEN 0 THEN 'venue' ELSE 'target' END, {seen} FROM range({events}) t(i), range(2) u(r)""",
            f"""INSERT INTO captures SELECT 'sha256:' || i, 'https://irev.test/' || i, 'https://irev.test/' || i, 'text/html',
                'node:' || i, NULL, {seen} FROM range({events}) t(i)""",
            f"""INSERT INTO changes SELECT 'look', 'sessions', 'session-' || i, 'day', 'changed', 'factual', 'day moved', 'a', 'b', {seen}
                FROM range(1000) t(i)""",
        ):  # fmt: skip
            connection.execute(statement)


def measure_questions(path: Path) -> dict[str, float]:
    """Give the median time of each named question in milliseconds, all rows fetched by the database."""
    found = {}
    with duckdb.connect(str(path), read_only=True, config={"threads": "2"}) as connection:
        for name in NAMED:
            times = []
            for _ in range(5):
                begun = time.perf_counter()
                connection.execute(f"SELECT count(*), max(hash(q)) FROM {name} q").fetchall()
                times.append(time.perf_counter() - begun)
            found[name] = statistics.median(times) * 1000
    return found


def main(arguments: list[str]) -> int:
    """Print the table for these sizes."""
    if arguments[:1] == ["--relate"]:
        sys.stdout.write(json.dumps(measure_relate(int(arguments[1]))))
        return 0
    sizes = [int(text) for text in arguments] or [10_000, 100_000, 1_000_000]
    questions: dict[int, dict[str, float]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            fill_file(Path(folder) / "w.duckdb", size)
            questions[size] = measure_questions(Path(folder) / "w.duckdb")
        if size <= RELATED_UP_TO:
            command = [sys.executable, "-m", "bench.warehouse", "--relate", str(size // SESSIONS_PER_EVENT)]
            told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
            said = f"{told['seconds']:.1f} s CPU, peak {told['peak']:.0f} MiB, of which readings {told['readings']:.0f} MiB"
        else:
            said = "not run: readings and rows are held in memory, which would not fit"
        sys.stdout.write(f"relate {size:>9,} sessions: {said}\n")
    for name in NAMED:
        cells = "  ".join(f"{questions[size][name]:>9.1f}" for size in sizes)
        sys.stdout.write(f"{name:<42}{cells}  ms\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
