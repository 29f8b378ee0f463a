"""What an import came to: what was kept, what was kept already, what was refused and why, what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

MOST_NAMED = 1_000
"""Captures that a report names, and refusals; more are counted, so that a report of any size fits into memory."""


class Kept(NamedTuple):
    """A file or a capture that is in the archive now: `url` is canonical, `digest` names the decoded content."""

    path: str
    url: str
    digest: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was not kept, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import came to: newly kept, kept already, refused, and WARC captures of other hosts by host.

    `kept`, `already` and `refused` name no more than `MOST_NAMED` each; `more_kept`, `more_already` and `more_refused`
    count the rest. `passed_over` counts records that are no captures, by kind.
    """

    kept: tuple[Kept, ...] = ()
    already: tuple[Kept, ...] = ()
    refused: tuple[Refused, ...] = ()
    other_hosts: Mapping[str, int] = field(default_factory=dict)
    more_kept: int = 0
    more_already: int = 0
    more_refused: int = 0
    passed_over: Mapping[str, int] = field(default_factory=dict)


class ImportNotes:
    """Takes down what becomes of each file and capture while an import goes on."""

    def __init__(self) -> None:
        self._kept: list[Kept] = []
        self._already: list[Kept] = []
        self._refused: list[Refused] = []
        self._more: Counter[str] = Counter()
        self.other_hosts: Counter[str] = Counter()
        self.passed_over: Counter[str] = Counter()

    def keep(self, kept: Kept, is_new: bool) -> None:
        """Note what is in the archive, and whether it is new there."""
        named, name = (self._kept, "kept") if is_new else (self._already, "already")
        if len(named) < MOST_NAMED:
            named.append(kept)
        else:
            self._more[name] += 1

    def refuse(self, path: str, reason: str) -> None:
        """Note what was not kept."""
        if len(self._refused) < MOST_NAMED:
            self._refused.append(Refused(path, reason))
        else:
            self._more["refused"] += 1

    def build_report(self) -> ImportReport:
        """Build the report of the whole import."""
        return ImportReport(
            kept=tuple(self._kept),
            already=tuple(self._already),
            refused=tuple(self._refused),
            other_hosts=dict(sorted(self.other_hosts.items())),
            more_kept=self._more["kept"],
            more_already=self._more["already"],
            more_refused=self._more["refused"],
            passed_over=dict(sorted(self.passed_over.items())),
        )
