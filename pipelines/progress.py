"""What a person sees while a run works: a bar on a terminal, a few plain lines elsewhere."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TextIO, TypeVar

from rich.console import Console
from rich.progress import Progress as Bar

from pipelines.terminal import clean_line

Item = TypeVar("Item")

_PLAIN_STEPS = 10
_COUNTED_STEP = 100


class Progress(Protocol):
    """How a run tells what it does."""

    def say(self, line: str) -> None:
        """Tell one fact."""

    def track(self, items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
        """Yield the items and tell how far they are."""

    def counter(self, label: str) -> Callable[[int, str], None]:
        """Make what is told of each step of a stage whose end is not known: its number and its name."""


class PlainProgress:
    """Lines for logs and pipes: at most ten per stage, whatever its length."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def say(self, line: str) -> None:
        """Write one line."""
        self._stream.write(f"{line}\n")
        self._stream.flush()

    def track(self, items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
        """Yield the items; a line at each tenth of a long stage."""
        step = max(100, -(-total // _PLAIN_STEPS))
        for count, item in enumerate(items, start=1):
            yield item
            if count % step == 0 or count == total:
                self.say(f"{label}: {count} of {total}")

    def counter(self, label: str) -> Callable[[int, str], None]:
        """Write a line at each hundredth step."""

        def tell(count: int, _: str) -> None:
            if count and count % _COUNTED_STEP == 0:
                self.say(f"{label}: {count}")

        return tell


class BarProgress(PlainProgress):
    """A progress bar for a terminal; it goes when its stage is done."""

    def track(self, items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
        """Yield the items under a bar."""
        with Bar(console=Console(file=self._stream), transient=True) as bar:
            yield from bar.track(items, total=total, description=label)

    def counter(self, label: str) -> Callable[[int, str], None]:
        """Write the count and the name over the line before."""

        def tell(count: int, name: str) -> None:
            width = shutil.get_terminal_size().columns - 1
            line = clean_line(f"{label}: {count}  {name}")[:width]
            self._stream.write(f"\r{line:<{width}}\r")
            self._stream.flush()

        return tell


class NoProgress:
    """Says nothing: for tests and for callers that print their own summary."""

    def say(self, line: str) -> None:
        """Drop the line."""

    def track(self, items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
        """Yield the items."""
        yield from items

    def counter(self, label: str) -> Callable[[int, str], None]:
        """Drop the count."""
        return lambda _count, _name: None


def choose_progress(stream: TextIO) -> Progress:
    """Choose a bar where the stream is a terminal, lines elsewhere."""
    return BarProgress(stream) if stream.isatty() else PlainProgress(stream)
