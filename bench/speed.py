"""Speed of our own parts: a whole page, a long brochure with its peak memory, and the bare scan as a yardstick."""

from __future__ import annotations

import datetime as dt
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.texts import build_brochure
from extract.dates import read_dates
from extract.read import read_document
from warehouse.reference import load_knowledge

MONTHS = re.compile(
    r"janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre", re.I
)
BROCHURE_PAGES = 150
PAGE_BYTES = 60_000


def time_paragraphs(read: Callable[[str], object], paragraphs: Sequence[str], seconds: float) -> tuple[int, float]:
    """Bytes read and seconds spent, paragraph by paragraph, until the text or the time is over."""
    size = 0
    start = time.perf_counter()
    for paragraph in paragraphs:
        read(paragraph)
        size += len(paragraph.encode())
        if time.perf_counter() - start > seconds:
            break
    return size, time.perf_counter() - start


def read_ours(text: str) -> object:
    """Our date reader as the peers are called: a text and a fixed reference day."""
    return read_dates(text, reference=dt.date(2024, 1, 1))


def scan_months(text: str) -> object:
    """The yardstick: finding month names and nothing else."""
    return MONTHS.findall(text)


def time_page(content: bytes, repeats: int = 20) -> float:
    """Milliseconds for `read_document` on one HTML page, the median of `repeats`."""
    knowledge = load_knowledge()
    read_document(content, "https://irev.fr/node/236790", "text/html", knowledge)
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        read_document(content, "https://irev.fr/node/236790", "text/html", knowledge)
        times.append(time.perf_counter() - start)
    return 1000 * sorted(times)[len(times) // 2]


def measure_brochure() -> tuple[float, float]:
    """Pages per second on a brochure of 150 pages, and the peak memory in MB, in a process of its own."""
    command = [sys.executable, "-m", "bench.speed"]
    done = subprocess.run(
        command, cwd=Path(__file__).parent.parent, capture_output=True, text=True, check=True, timeout=600
    )
    rate, peak = done.stdout.split()[-2:]
    return float(rate), float(peak)


def main() -> None:
    """The body of the brochure process: prints pages per second and the peak memory in MB."""
    knowledge, content = load_knowledge(), build_brochure(BROCHURE_PAGES)
    start = time.perf_counter()
    read_document(content, None, "application/pdf", knowledge)
    rate = BROCHURE_PAGES / (time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(rate, peak)


if __name__ == "__main__":
    main()
