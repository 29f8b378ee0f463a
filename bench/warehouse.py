# ruff: noqa: E501, S608 - rows are made by statements of our own
"""How the warehouse grows: 10⁴, 10⁵ and 10⁶ sessions. `python -m bench.warehouse [SESSIONS …]` prints the table.

Builds are measured on synthetic readings, each in a process of its own (seconds of CPU, peak memory): one of everything,
one with a page more, and one of a night in which every page was seen again as it was; the named questions on a file of
synthetic rows, as the median of five runs.
"""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
import json
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

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
    ThemeReading,
    VenueReading,
)
from warehouse.answers import keep_answers
from warehouse.build import RunFacts, build
from warehouse.load import new_file
from warehouse.query import NAMED
from warehouse.reference import load_knowledge
from warehouse.sightings import Sighting
from warehouse.slim import Library
from warehouse.timeline import Key

SESSIONS_PER_EVENT = 5
START = dt.datetime(2025, 3, 1, 2, 0, tzinfo=dt.UTC)
_VOCABULARY = """habitat santé emploi jeunesse laïcité égalité culture sport numérique mobilité écologie mémoire école parents
quartier logement insertion prévention médiation participation citoyenneté discrimination radicalisation accompagnement
alimentation commerce formation handicap migration patrimoine propreté réussite sécurité solidarité tranquillité
transport vieillissement violence associations bailleurs communes conseils habitants intercommunalité partenaires
contrats évaluation financement gouvernance observation projets renouvellement stratégie territoires énergie
environnement finances innovation justice langage"""
_WORDS = _VOCABULARY.split()


class World(Mapping[Key, Reading]):
    """Pages with one event of five sessions in one town each, made when they are asked for, as from a disk.

    Every fiftieth page reports the event of the page before it; every tenth event belongs to one of 500 cycles.
    """

    def __init__(self, events: int) -> None:
        knowledge = load_knowledge()
        self._towns = [t for t in knowledge.territories if t.kind == "commune"][:500]
        self._themes = knowledge.themes
        self.slims: dict[Key, Reading] = {}
        self._numbers = {_key_of(number): number for number in range(events)}

    def __iter__(self) -> Iterator[Key]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, number: int) -> None:
        """Let there be one page more."""
        self._numbers[_key_of(number)] = number

    def sightings(self, since: int, moment: dt.datetime) -> list[Sighting]:
        """See the pages from this number on."""
        return [
            Sighting(url, url, moment, "response", 200, digest, "text/html", 20_000)
            for (url, digest), number in self._numbers.items()
            if number >= since
        ]

    def __getitem__(self, key: Key) -> Reading:
        number = self._numbers[key]
        reports = number % 50 == 49
        event = self._build_event(number - reports, "reports" if reports else "announces")
        kind = "report" if reports else "announcement"
        evidence = event.evidence[:1]
        page = PageFacts(f"node:{300000 + number}", key[0], 300000 + number, kind, event.title, evidence=evidence)
        links = tuple(_key_of(other)[0] for other in range(max(0, number - 3), number))
        source = Source(None, key[0], key[1], "text/html")
        return Reading(source, page, events=(event,), text_digest=key[1], links=links)

    def _build_event(self, number: int, relation: Literal["announces", "reports"]) -> EventReading:
        town = self._towns[number * 31 % len(self._towns)]
        words = [_WORDS[number // 60**power % 60] for power in range(3)]
        title = f"{words[0]} et {words[1]} : {words[2]} à {town.name}"
        cycle = f"Parcours {_WORDS[number // 10 % 25]} et {_WORDS[number // 250 % 20]}" if number % 10 == 3 else None
        names = (town.name, "Maison de quartier", None, None, town.name, town.territory_id)
        venue = VenueReading(*names, "in_person", Place(60, 70))
        first = dt.date(2005, 1, 1) + dt.timedelta(days=number * 7919 % 7000)
        sessions = tuple(_build_session(first + dt.timedelta(days=14 * n), venue) for n in range(SESSIONS_PER_EVENT))
        territory = TerritoryReading(town.name, town.territory_id, town.name, "commune", "venue", Place(60, 70))
        term = self._themes[number % len(self._themes)]
        theme = ThemeReading(term.theme_id, term.label, "text", term.label, Place(80, 90))
        stated = {"title": title, "cycle": cycle}
        evidence = tuple(Evidence(name, text, Place(0, len(text)), name) for name, text in stated.items() if text)
        return EventReading("0", title, "atelier", cycle, relation, sessions, (territory,), (theme,), evidence=evidence)


def _key_of(number: int) -> Key:
    url = f"https://irev.test/actualites-0/page-{number}"
    return url, "sha256:" + hashlib.sha256(url.encode()).hexdigest()


def _build_session(day: dt.date, venue: VenueReading) -> SessionReading:
    date = DateReading(
        f"le {day}", day, day, "09:00", "12:00", "day", "event", "written", 0.99, (), Place(20, 40), "dmy"
    )
    return SessionReading(day, day, day, "09:00", "12:00", "day", "announced", venue, date)


def measure_build(events: int, folder: Path, more: int, nights: int) -> dict[str, float]:
    """Build an archive of this many pages and `more` that came a week later; give CPU seconds and the peak in MiB.

    On each of the `nights` after that all pages were seen again.

    What earlier builds left in the folder is made use of.
    """
    world = World(events)
    sightings = world.sightings(0, START)
    for number in range(events, events + more):
        world.add(number)
    sightings += world.sightings(events, START + dt.timedelta(days=7)) if more else []
    for night in range(nights):
        sightings += world.sightings(0, START + dt.timedelta(days=8 + night))
    run = RunFacts(f"run-{more}-{nights}", START, "bench", "code")
    begun = time.process_time()
    library = _open_library(world, folder / "slims")
    result = build(sightings, library, load_knowledge(), folder, run)
    took = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = (folder / "warehouse.duckdb").stat().st_size / 2**20
    return {"sessions": result.counts["sessions"], "seconds": took, "peak": peak, "size": size}


def _open_library(world: World, path: Path) -> Library:
    """Give the readings with the slim ones that an earlier build kept, as `pipelines.shelf` does."""
    if path.exists():
        gc.disable()  # as `pipelines.reading_cache` does
        world.slims = pickle.loads(path.read_bytes())  # noqa: S301 - written here
        gc.enable()
        return Library(world)
    library = Library(world)
    path.write_bytes(pickle.dumps(dict(library), protocol=5))
    return library


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
        keep_answers(connection)


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
    if arguments[:1] == ["--build"]:
        found = measure_build(int(arguments[1]), Path(arguments[2]), int(arguments[3]), int(arguments[4]))
        sys.stdout.write(json.dumps(found))
        return 0
    sizes = [int(text) for text in arguments] or [10_000, 100_000, 1_000_000]
    columns: dict[int, dict[str, str]] = {size: measure(size) for size in sizes}
    sys.stdout.write(f"{'sessions asked for':<42}" + "".join(f"{size:>14,}" for size in sizes) + "\n")
    for name in columns[sizes[0]]:
        sys.stdout.write(f"{name:<42}" + "".join(f"{columns[size][name]:>14}" for size in sizes) + "\n")
    return 0


def measure(size: int) -> dict[str, str]:
    """Measure one size; give what the table says of it."""
    told: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, more, nights in (("full build", 0, 0), ("one page more", 1, 0), ("all seen again", 1, 1)):
            command = [sys.executable, "-m", "bench.warehouse", "--build", str(size // SESSIONS_PER_EVENT)]
            done = subprocess.run([*command, folder, str(more), str(nights)], capture_output=True, check=True)
            found = json.loads(done.stdout)
            told[f"{name}: sessions"] = f"{found['sessions']:,}"
            told[f"{name}: CPU"] = f"{found['seconds']:.1f} s"
            told[f"{name}: peak memory"] = f"{found['peak']:,.0f} MiB"
            told[f"{name}: file"] = f"{found['size']:,.0f} MiB"
    with tempfile.TemporaryDirectory() as folder:
        fill_file(Path(folder) / "w.duckdb", size)
        questions = measure_questions(Path(folder) / "w.duckdb")
    return told | {name: f"{milliseconds:.1f} ms" for name, milliseconds in questions.items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
