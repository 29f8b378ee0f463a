"""`make bench`: our date reader and its peers on the same phrases and the same text, in one run."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.accuracy import list_requests, score_part
from bench.install import HERE, NODE, PYTHON, install_peers
from bench.speed import (
    MUCH_TEXT,
    PAGE_BYTES,
    PAGES,
    SOME_TEXT,
    measure_brochure,
    read_ours,
    scan_months,
    time_pages,
    time_paragraphs,
)
from bench.texts import build_dense_text, build_page, build_running_text, build_site, build_wall
from extract.dates import read_dates
from tests.gold.truth import PHRASE_PARTS, load_phrases

SECONDS = 20.0  # a slow peer reads as much of a text as it can in this time
PEER_LIMIT = 600.0  # after that a peer is stopped; what it has said counts, what it has not said is not read
RUNNING_BYTES, DENSE_BYTES = 2_000_000, 1_000_000


@dataclass(frozen=True)
class Result:
    """What one reader gave: its name with version, its days per phrase, bytes and seconds per text; or why nothing."""

    name: str
    answers: dict[str, list[tuple[str, str]]]
    speed: dict[str, tuple[int, float]]
    missing: str | None = None


def run_ours(texts: dict[str, list[str]]) -> Result:
    """Our reader on all phrases and texts."""
    answers: dict[str, list[tuple[str, str]]] = {}
    for part in PHRASE_PARTS:
        for phrase in load_phrases(part):
            if phrase.answers is not None:
                dates = read_dates(phrase.text, reference=phrase.reference).dates
                days = [date for date in dates if date.precision == "day"]
                answers[phrase.id] = [(day.first_day.isoformat(), day.last_day.isoformat()) for day in days]
    speed = {name: time_paragraphs(read_ours, text, SECONDS) for name, text in texts.items()}
    return Result("ours (extract.dates)", answers, speed)


def run_peer(name: str, request: dict[str, Any]) -> Result:
    """One peer in its own process; a peer that fails says so."""
    python = [str(PYTHON), str(HERE / "drive_python_peer.py")]
    command = ["node", str(HERE / "drive_chrono.mjs"), str(NODE)] if name == "chrono-node" else python
    try:
        done = subprocess.run(
            command,
            input=json.dumps({**request, "peer": name}).encode(),
            capture_output=True,
            timeout=PEER_LIMIT,
            check=False,
        )
        said, failed = done.stdout, done.stderr.decode().strip() if done.returncode else ""
    except subprocess.TimeoutExpired as stopped:
        said, failed = stopped.stdout or b"", ""
    except OSError as error:
        said, failed = b"", str(error)
    return collect_lines(name, said.decode(), failed)


def collect_lines(name: str, said: str, failed: str) -> Result:
    """The result in the lines that a peer said before it ended or was stopped."""
    lines = [json.loads(line) for line in said.split("\n")[:-1]]
    answers = {line["id"]: line["days"] for line in lines if "id" in line}
    speed = {line["text"]: (line["bytes"], line["seconds"]) for line in lines if "text" in line}
    version = next((line["version"] for line in lines if "version" in line), "")
    if failed:
        return Result(f"{name} {version}".strip(), answers, speed, f"does not run: {failed.splitlines()[-1]}")
    return Result(f"{name} {version}", answers, speed)


def format_rate(result: Result, text: str) -> str:
    """Megabytes per second on one text; a dash where the peer was stopped before it."""
    if text not in result.speed:
        return "–"
    size, seconds = result.speed[text]
    return f"{size / seconds / 1e6:.3g}"


def format_ratio(ours: Result, other: Result, text: str) -> str:
    """How many times faster ours is on one text."""
    if text not in other.speed:
        return "–"
    (size, seconds), (other_size, other_seconds) = ours.speed[text], other.speed[text]
    return f"×{(size / seconds) / (other_size / other_seconds):.3g}"


def build_accuracy_table(results: list[Result]) -> Table:
    """Per reader and part: phrases whose days are exact, and phrases without days where none is read, in per cent."""
    table = Table(title="Days exact, and silent where no day stands (% of phrases, 95 %)", title_justify="left")
    table.add_column("reader")
    for part in PHRASE_PARTS:
        table.add_column(f"{part}: days", justify="right")
        table.add_column("silent", justify="right")
    for result in results:
        if result.missing:
            table.add_row(result.name, f"missing: {result.missing[:60]}")
            continue
        asked, given = len(list_requests()), len(result.answers)
        name = result.name if asked == given else f"{result.name} (stopped after {given} of {asked} phrases)"
        shares = [share for part in PHRASE_PARTS for share in score_part(part, result.answers).describe()]
        table.add_row(name, *shares)
    return table


def build_speed_table(results: list[Result], texts: dict[str, list[str]]) -> Table:
    """Megabytes per second per reader, and how many times faster ours is."""
    table = Table(title="Throughput on one core (MB/s), paragraph by paragraph", title_justify="left")
    table.add_column("reader")
    ours = results[0]
    for text in texts:
        table.add_column(text, justify="right")
        table.add_column("ours is", justify="right")
    for result in results:
        if result.missing:
            continue
        row = [cell for text in texts for cell in (format_rate(result, text), format_ratio(ours, result, text))]
        table.add_row(result.name, *row)
    return table


def build_parts_table() -> Table:
    """Our own parts beside their limits."""
    rate, peak = measure_brochure()
    table = Table(title="Our own parts", title_justify="left")
    for column in ("part", "measured", "limit"):
        table.add_column(column)
    for name, limit, pages in (
        ("HTML page of 60 kB, as its author wrote it", "15 ms", build_site(PAGE_BYTES)),
        ("with 2 kB of other announcements on it", "–", [build_page(PAGE_BYTES, SOME_TEXT, n) for n in range(PAGES)]),
        ("with 6 kB of them", "–", [build_page(PAGE_BYTES, MUCH_TEXT, n) for n in range(PAGES)]),
        ("60 kB of nothing but announcements", "–", [build_wall(PAGE_BYTES, n) for n in range(8)]),
    ):
        took = time_pages(pages)
        table.add_row(name, f"{took.whole:.1f} ms (nine of ten {took.slow:.1f}; format alone {took.alone:.1f})", limit)
    table.add_row("brochure of 150 pages", f"{rate:.1f} pages/s", "20 pages/s")
    table.add_row("peak memory on it", f"{peak:.0f} MB", "150 MB")
    return table


def main() -> None:
    """Installs the peers, runs everything, prints three tables; arguments limit the peers."""
    chosen = sys.argv[1:]
    missing = {name: reason for name, reason in install_peers().items() if not chosen or name in chosen}
    texts = {"running text": build_running_text(RUNNING_BYTES), "dense text": build_dense_text(DENSE_BYTES)}
    request = {"phrases": list_requests(), "texts": texts, "seconds": SECONDS}
    results = [run_ours(texts)]
    for name, reason in missing.items():
        results.append(Result(name, {}, {}, f"does not install: {reason}") if reason else run_peer(name, request))
    scan = {name: time_paragraphs(scan_months, text, SECONDS) for name, text in texts.items()}
    console = Console(width=None if Console().is_terminal else 150)
    console.print(build_accuracy_table(results))
    console.print(build_speed_table([*results, Result("bare scan for month names", {}, scan)], texts))
    console.print(build_parts_table())


if __name__ == "__main__":
    main()
