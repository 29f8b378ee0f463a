"""Mutated pages and PDFs through the whole of extraction: no crash, no hang, limits kept. `make fuzz` runs it.

Each input is a page (of all three states) or a brochure of the replica with a few random wounds: bytes flipped, cut,
doubled, spliced from another file. Runs in one process. An input may take so many seconds of processor time, counted by
the process so that other work on the machine does not matter; a fault and every slowest input so far is written
below the folder given by `--keep` so that it can be read again with `irev read`.
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from demo.content import load_site
from demo.markup import ORIGIN, address_of
from demo.routes import answer
from extract.knowledge import Knowledge
from extract.read import read_document
from warehouse.reference import load_knowledge

EVERY = 5000
Wound = Callable[[random.Random, bytearray, bytes], None]


class HangError(Exception):
    """An input took longer than it may."""


@dataclass
class Outcome:
    """What a run found: faults, one line each; the slowest input and its milliseconds; how many took over a second."""

    keep: Path | None
    ending: str
    faults: list[str] = field(default_factory=list)
    slowest: tuple[float, int] = (0.0, 0)
    slow: int = 0

    def note_time(self, number: int, content: bytes, seconds: float) -> None:
        """Count an input that was read; one slower than all before it is kept."""
        self.slow += seconds > 1
        if 1000 * seconds > self.slowest[0]:
            self.slowest = (1000 * seconds, number)
            self.write("slow", number, content)

    def note_fault(self, number: int, content: bytes, error: Exception) -> None:
        """Note what was raised, and keep the input."""
        self.faults.append(f"{self.ending} {number}: {type(error).__name__}: {str(error)[:120]}")
        self.write("fault", number, content)

    def describe(self) -> str:
        """The figures in one line."""
        milliseconds, number = self.slowest
        return f"{len(self.faults)} faults, slowest {milliseconds:.0f} ms (input {number}), {self.slow} over 1 s"

    def write(self, why: str, number: int, content: bytes) -> None:
        """Write an input, if there is a folder for it."""
        if self.keep is not None:
            self.keep.mkdir(parents=True, exist_ok=True)
            (self.keep / f"{why}-{number}.{self.ending}").write_bytes(content)


def flip(dice: random.Random, content: bytearray, _other: bytes) -> None:
    """Change some bytes."""
    for _ in range(dice.randint(1, 12)):
        content[dice.randrange(len(content))] = dice.randrange(256)


def cut(dice: random.Random, content: bytearray, _other: bytes) -> None:
    """Take a stretch away, often the tail."""
    start = dice.randrange(len(content))
    del content[start : start + dice.choice([1, 10, 200, len(content)])]


def double(dice: random.Random, content: bytearray, _other: bytes) -> None:
    """Repeat a stretch, up to two hundred times."""
    start = dice.randrange(len(content))
    piece = content[start : start + dice.randint(1, 60)]
    content[start:start] = piece * dice.choice([1, 3, 200])


def splice(dice: random.Random, content: bytearray, other: bytes) -> None:
    """Put a stretch of another file in."""
    start, at = dice.randrange(len(other)), dice.randrange(len(content))
    content[at:at] = other[start : start + dice.randint(1, 800)]


WOUNDS: tuple[Wound, ...] = (flip, cut, double, splice)


def load_inputs() -> tuple[list[bytes], list[bytes]]:
    """The pages of the replica in its three states, and its PDFs."""
    sites = [load_site(state) for state in (1, 2, 3)]
    pages = {answer(site, address_of(page)).body: None for site in sites for page in site.pages.values()}
    files = {answer(site, target).body: None for site in sites for target in site.documents if target.endswith(".pdf")}
    return list(pages), [body for body in files if body.startswith(b"%PDF")]


def mutate(inputs: list[bytes], count: int, seed: int) -> Iterator[bytes]:
    """Wounded copies, the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311  chance, not secrecy
    for _ in range(count):
        content = bytearray(dice.choice(inputs))
        for _ in range(dice.randint(1, 4)):
            if content:
                dice.choice(WOUNDS)(dice, content, dice.choice(inputs))
        yield bytes(content)


def run(inputs: Iterator[bytes], media_type: str, knowledge: Knowledge, seconds: int, keep: Path | None) -> Outcome:
    """Read every input within its time."""
    outcome = Outcome(keep, media_type.rpartition("/")[2])
    for number, content in enumerate(inputs):
        if number and number % EVERY == 0:
            print(f"{number} read: {outcome.describe()}", file=sys.stderr, flush=True)
        began = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            read_document(content, f"{ORIGIN}/fuzz/{number}", media_type, knowledge)
        except Exception as error:  # whatever it is, it is what we look for
            outcome.note_fault(number, content, error)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        outcome.note_time(number, content, time.process_time() - began)
    return outcome


def _alarm(_number: int, _frame: FrameType | None) -> None:
    raise HangError("took too long")


def main() -> int:
    """Run it and print what was read, how fast, in how much memory, and every fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--pdfs", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=10, help="longest time for one input")
    parser.add_argument("--keep", type=Path, help="folder for the inputs that failed")
    arguments = parser.parse_args()
    signal.signal(signal.SIGPROF, _alarm)
    pages, files = load_inputs()
    knowledge = load_knowledge()
    code = 0
    for inputs, count, media_type in (
        (pages, arguments.pages, "text/html"),
        (files, arguments.pdfs, "application/pdf"),
    ):
        began = time.process_time()
        found = run(mutate(inputs, count, arguments.seed), media_type, knowledge, arguments.seconds, arguments.keep)
        spent = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{media_type}: {count} mutated inputs, {found.describe()}, {spent:.0f} s in all, peak {peak:.0f} MiB",
            flush=True,
        )
        for fault in found.faults[:50]:
            print(fault, flush=True)
        code = code or int(bool(found.faults))
    return code


if __name__ == "__main__":
    sys.exit(main())
