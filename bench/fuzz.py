"""Mutated pages and PDFs through the whole of extraction: no crash, no hang, limits kept. `make fuzz` runs it.

Each input is a page (of all three states) or a brochure of the replica with a few random wounds: bytes flipped, cut,
doubled, spliced from another file. Runs in one process. An input may take so many seconds of processor time, counted by
the process so that other work on the machine does not matter; a fault and every slowest input so far is written
below the folder given by `--keep` so that it can be read again with `irev read`.

A run is made of parts with a seed of their own. With `--log` each part that is done is a line of that file: a run that
was stopped goes on where it stood, and several processes can share one run (`--only 0,2,4`).
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import FrameType

from demo.content import load_site
from demo.markup import ORIGIN, address_of
from demo.routes import answer
from extract.knowledge import Knowledge
from extract.read import read_document
from warehouse.reference import load_knowledge

FAR_APART = 1_000_003
Wound = Callable[[random.Random, bytearray, bytes], None]


class HangError(Exception):
    """An input took longer than it may."""


@dataclass
class Outcome:
    """What a part found: faults, one line each; the slowest input and its milliseconds; how many took over a second."""

    keep: Path | None
    ending: str
    part: int = 0
    faults: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    slow: int = 0

    def note_time(self, number: int, content: bytes, seconds: float) -> None:
        """Count an input that was read; one slower than all before it is kept."""
        self.slow += seconds > 1
        if 1000 * seconds > self.slowest[0]:
            self.slowest = (1000 * seconds, f"{self.part}-{number}")
            self.write("slow", number, content)

    def note_fault(self, number: int, content: bytes, error: Exception) -> None:
        """Note what was raised, and keep the input."""
        self.faults.append(f"{self.ending} {self.part}-{number}: {type(error).__name__}: {str(error)[:120]}")
        self.write("fault", number, content)

    def write(self, why: str, number: int, content: bytes) -> None:
        """Write an input, if there is a folder for it."""
        if self.keep is not None:
            self.keep.mkdir(parents=True, exist_ok=True)
            (self.keep / f"{why}-{self.part}-{number}.{self.ending}").write_bytes(content)


@dataclass(frozen=True, slots=True)
class Report:
    """A part that is done, as the log keeps it. `spent` are seconds of processor time, `peak` mebibytes."""

    media_type: str
    part: int
    count: int
    faults: list[str]
    slowest: tuple[float, str]
    slow: int
    spent: float
    peak: float


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


def run(inputs: Iterator[bytes], media_type: str, knowledge: Knowledge, seconds: int, outcome: Outcome) -> None:
    """Read every input within its time."""
    for number, content in enumerate(inputs):
        began = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            read_document(content, f"{ORIGIN}/fuzz/{number}", media_type, knowledge)
        except Exception as error:  # whatever it is, it is what we look for
            outcome.note_fault(number, content, error)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        outcome.note_time(number, content, time.process_time() - began)


def run_part(
    inputs: list[bytes], media_type: str, part: int, count: int, arguments: argparse.Namespace, knowledge: Knowledge
) -> Report:
    """Read one part of the inputs; the same for the same seed and number."""
    outcome = Outcome(arguments.keep, media_type.rpartition("/")[2], part)
    began = time.process_time()
    wounded = mutate(inputs, count, arguments.seed + part * FAR_APART)
    run(wounded, media_type, knowledge, arguments.seconds, outcome)
    spent = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Report(media_type, part, count, outcome.faults, outcome.slowest, outcome.slow, spent, peak)


def describe(reports: list[Report]) -> str:
    """The figures of some parts of one media type in one line."""
    count, slow, spent = (sum(values) for values in zip(*((r.count, r.slow, r.spent) for r in reports), strict=True))
    milliseconds, number = max(tuple(report.slowest) for report in reports)
    faults = sum(len(report.faults) for report in reports)
    return (
        f"{reports[0].media_type}: {count} mutated inputs, {faults} faults, slowest {milliseconds:.0f} ms (input "
        f"{number}), {slow} over 1 s, {spent:.0f} s in all, peak {max(report.peak for report in reports):.0f} MiB"
    )


def load_log(log: Path | None) -> list[Report]:
    """The parts that were done before; a line that was cut off is none."""
    done: list[Report] = []
    for line in log.read_text(encoding="utf-8").splitlines() if log is not None and log.exists() else ():
        try:
            done.append(Report(**json.loads(line)))
        except (ValueError, TypeError):
            continue
    return done


def note_report(log: Path | None, report: Report) -> None:
    """Print a part that is done, and add it to the log."""
    print(f"part {report.part}, {describe([report])}", file=sys.stderr, flush=True)
    if log is not None:
        with log.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(asdict(report)) + "\n")


def _alarm(_number: int, _frame: FrameType | None) -> None:
    raise HangError("took too long")


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--pdfs", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=10, help="longest time for one input")
    parser.add_argument("--keep", type=Path, help="folder for the inputs that failed and the slowest")
    parser.add_argument("--parts", type=int, default=20, help="how many parts a run has")
    parser.add_argument("--only", default="", help="numbers of the parts to run, with commas; all of them if empty")
    parser.add_argument("--log", type=Path, help="file of the parts that are done, which are not run again")
    return parser.parse_args()


def main() -> int:
    """Run the parts that are not done; print what was read, how fast, in how much memory, and every fault."""
    arguments = parse_arguments()
    signal.signal(signal.SIGPROF, _alarm)
    pages, files = load_inputs()
    knowledge = load_knowledge()
    reports = load_log(arguments.log)
    done = {(report.media_type, report.part) for report in reports}
    chosen = [int(number) for number in arguments.only.split(",") if number] or range(arguments.parts)
    for part in chosen:
        for media_type, inputs, whole in (
            ("text/html", pages, arguments.pages),
            ("application/pdf", files, arguments.pdfs),
        ):
            if (media_type, part) not in done:
                count = whole // arguments.parts + (part < whole % arguments.parts)
                reports.append(run_part(inputs, media_type, part, count, arguments, knowledge))
                note_report(arguments.log, reports[-1])
    for media_type in ("text/html", "application/pdf"):
        print(describe([report for report in reports if report.media_type == media_type]), flush=True)
    faults = [fault for report in reports for fault in report.faults]
    print("\n".join(faults[:50]), flush=True)
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
