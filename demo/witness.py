"""The truth about the replica as typed values: what `truth/*.toml` says, read and checked, with nothing added."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demo.content import HERE, load_site
from demo.markup import address_of

Source = tuple[str, str]
"""`("page", "233364")` by node, or `("document", "plaquette.pdf")` by the last part of its address."""


@dataclass(frozen=True, slots=True)
class TrueSession:
    """One sitting: a day, or a period from `first_day` to `last_day`. See `truth/README.md` for each field."""

    first_day: dt.date
    last_day: dt.date
    day: dt.date | None = None
    precision: str = "day"
    starts: str | None = None
    ends: str | None = None
    city: str | None = None
    mode: str | None = None
    status: str = "announced"
    flags: tuple[str, ...] = ()
    hours_open: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class TrueEvent:
    """One event with everything that tells of it. `territories` is None where they are not measured."""

    id: str
    title: str
    type: str
    sessions: tuple[TrueSession, ...]
    sources: frozenset[Source]
    cycle: str | None = None
    territories: tuple[str, ...] | None = None
    earlier: tuple[str, ...] | None = None
    themes: tuple[str, ...] = ()
    deadline: dt.date | None = None
    stated_sessions: int | None = None
    participants: int | None = None
    optional: bool = False
    may_split: bool = False
    group: str | None = None

    @property
    def days(self) -> frozenset[dt.date]:
        """The days of its sittings, without its periods."""
        return frozenset(session.day for session in self.sessions if session.day)


@dataclass(frozen=True, slots=True)
class NeverDay:
    """A day that a page names and that is no session, with the reason."""

    page: int
    day: dt.date
    why: str


@dataclass(frozen=True, slots=True)
class TrueAttachment:
    """A file offered by a page; `unreadable` says why nothing can be read from it."""

    page: int
    file: str
    kind: str
    unreadable: str | None = None


@dataclass(frozen=True, slots=True)
class Truth:
    """All of it. `names` gives other names of territories, themes and cities; `nodes` leads from path to node."""

    events: tuple[TrueEvent, ...]
    never: tuple[NeverDay, ...]
    attachments: tuple[TrueAttachment, ...]
    names: Mapping[str, Mapping[str, list[str]]]
    nodes: Mapping[str, int]


def load_truth(folder: Path = HERE / "truth") -> Truth:
    """The truth of state 1. Raises TypeError, naming the entry, for a key that the schema does not know."""
    events: list[TrueEvent] = []
    never: list[NeverDay] = []
    for path in sorted(folder.glob("events_*.toml")):
        content = _read(path)
        for entry in content.get("event", []):
            never += [NeverDay(**day) for day in entry.pop("never", [])]
            events.append(build_event(entry))
        never += [NeverDay(**day) for day in content.get("never", [])]
    attachments = tuple(TrueAttachment(**entry) for entry in _read(folder / "attachments.toml")["attachment"])
    nodes = {address_of(page): page.node for page in load_site(1).pages.values()}
    return Truth(tuple(events), tuple(never), attachments, _read(folder / "names.toml"), nodes)


def build_event(entry: dict[str, Any]) -> TrueEvent:
    """An event from its TOML entry. Raises TypeError for an unknown key."""
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    pages = frozenset(("page", str(node)) for node in values.pop("pages"))
    documents = frozenset(("document", name) for name in values.pop("documents", ()))
    try:
        sessions = tuple(build_session(session) for session in values.pop("sessions"))
        return TrueEvent(sessions=sessions, sources=pages | documents, **values)
    except TypeError as error:
        raise TypeError(f"truth of {entry['id']!r}: {error}") from error


def build_session(entry: Mapping[str, Any]) -> TrueSession:
    """A session from its TOML entry: a `day` is its own first and last day."""
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    if "day" in values:
        values |= {"first_day": values["day"], "last_day": values["day"]}
    return TrueSession(**values)


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)
