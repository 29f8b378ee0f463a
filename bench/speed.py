"""Speed of our own parts: a whole page, a long brochure with its peak memory, and the bare scan as a yardstick."""

from __future__ import annotations

import datetime as dt
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bench.texts import build_brochure
from extract.dates import read_dates
from extract.formats import read_format
from extract.read import read_document
from warehouse.reference import load_knowledge

MONTHS = re.compile(
    r"janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre", re.I
)
BROCHURE_PAGES = 150
ADDRESS = "https://irev.fr/node/{0}"
PAGE_BYTES, PAGES = 60_000, 16
# Bytes of paragraphs of other pages that are put on one page: two or three announcements, or a dozen.
SOME_TEXT, MUCH_TEXT = 2000, 6000
ROUNDS = 7


def time_paragraphs(read: Callable[[str], object], paragraphs: Sequence[str], seconds: float) -> tuple[int, float]:
    """Bytes read and CPU seconds spent: the best of several rounds over the text, so that every reader is warm.

    A reader that needs more than `seconds` for its rounds is stopped: what it has read by then counts. CPU time leaves
    out what other programs do on the machine; the readers of `drive_python_peer.py` and `drive_chrono.mjs` are timed by
    the same rules.
    """
    best: tuple[int, float] | None = None
    spent = 0.0
    for _ in range(ROUNDS):
        size, took = time_round(read, paragraphs, seconds - spent)
        if best is None or (size == best[0] and took < best[1]):  # a round cut short says nothing
            best = size, took
        spent += took
        if spent > seconds:
            break
    return best or (0, 1.0)


def time_round(read: Callable[[str], object], paragraphs: Sequence[str], seconds: float) -> tuple[int, float]:
    """Bytes and CPU seconds of one round over the text, paragraph by paragraph."""
    size = 0
    start = time.process_time()
    for paragraph in paragraphs:
        read(paragraph)
        size += len(paragraph.encode())
        if time.process_time() - start > seconds:
            break
    return size, time.process_time() - start


def read_ours(text: str) -> object:
    """Our date reader as the peers are called: a text and a fixed reference day."""
    return read_dates(text, reference=dt.date(2024, 1, 1))


def scan_months(text: str) -> object:
    """The yardstick: finding month names and nothing else."""
    return MONTHS.findall(text)


class PageTimes(NamedTuple):
    """Milliseconds of CPU time for one HTML page: the median of its format alone, that of all, and the ninth decile."""

    alone: float
    whole: float
    slow: float


def time_pages(pages: Sequence[bytes]) -> PageTimes:
    """What a page costs: every other one is only parsed, the others are read by the whole `read_document`.

    Each is read once, at an address of its own, and the first is not counted: as in a night, menus come again and texts
    do not.
    """
    knowledge = load_knowledge()
    named = [(page, ADDRESS.format(number)) for number, page in enumerate(pages, start=236790)]
    alone = [_spend(partial(read_format, page, "text/html", url)) for page, url in named[::2]][1:]
    whole = [_spend(partial(read_document, page, url, "text/html", knowledge)) for page, url in named[1::2]][1:]
    slow = sorted(whole)[len(whole) * 9 // 10]
    return PageTimes(1000 * statistics.median(alone), 1000 * statistics.median(whole), 1000 * slow)


def _spend(read: Callable[[], object]) -> float:
    """Seconds of CPU time that a call takes."""
    start = time.process_time()
    read()
    return time.process_time() - start


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
