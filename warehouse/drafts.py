"""An event in the making: its tellings in the order in which they are believed, its sittings, its identifiers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from warehouse.cycle_keys import CycleName
from warehouse.groups import Group
from warehouse.ids import event_id, session_id
from warehouse.sittings import Sitting, build_sittings
from warehouse.tellings import Telling

_RELATION: Final = {"announces": 0, "reports": 1, "mentions": 2}


@dataclass(frozen=True, slots=True)
class Draft:
    """One event. `tellings` are ordered: what stands first is believed first; `anchor` gives the identifier.

    `sittings` are empty until `add_sittings`: grouping needs none.
    """

    event_id: str
    anchor: Telling
    tellings: tuple[Telling, ...]
    group: Group
    cycle: CycleName | None
    sittings: tuple[tuple[str, Sitting], ...] = ()

    def first_stating(self, column: str, *, reports_first: bool = False) -> Telling | None:
        """Give the first telling that states this column of the event."""
        order = sorted(self.tellings, key=lambda t: t.event.relation != "reports") if reports_first else self.tellings
        return next((telling for telling in order if getattr(telling.event, column) not in (None, "")), None)

    def stated(self, column: str, *, reports_first: bool = False) -> Any:
        """Give the value of this column of the event, or None where no telling states it."""
        telling = self.first_stating(column, reports_first=reports_first)
        return None if telling is None else getattr(telling.event, column)


def build_drafts(
    groups: Sequence[Group],
    tellings: Sequence[Telling],
    names: dict[str, CycleName],
    given: Mapping[int, str] | None = None,
) -> list[Draft]:
    """Give the events of all groups in the order of their anchors, with identifiers that are unique.

    `given` holds the identifiers that people chose, by the place of the first telling of the group.
    """
    taken: dict[str, int] = {}
    drafts = []
    for group in groups:
        members = [tellings[place] for place in group.members]
        current = [telling for telling in members if not telling.witness.superseded]
        anchor = min(current, key=lambda telling: (telling.anchor, telling.name))
        plain = (given or {}).get(group.members[0]) or event_id(anchor.source_id, anchor.event.key)
        # Two forms of one page that number different events alike: the second one gets a letter.
        taken[plain] = taken.get(plain, 0) + 1
        found = plain if taken[plain] == 1 else f"{plain}{chr(ord('a') + taken[plain] - 1)}"
        drafts.append(_build_draft(found, anchor, members, group, names))
    return drafts


def _build_draft(
    found: str, anchor: Telling, members: Sequence[Telling], group: Group, names: dict[str, CycleName]
) -> Draft:
    ordered = sorted(members, key=belief)
    cycles = [names[telling.name] for telling in ordered if telling.name in names]
    cycle = min(cycles, key=lambda name: name.rule == "title_names_cycle") if cycles else None
    return Draft(found, anchor, tuple(ordered), group, cycle)


def add_sittings(draft: Draft, full: Mapping[str, Telling]) -> Draft:
    """Give the event with its sittings, from tellings (by name) that have all their words and places."""
    tellings = tuple(full[telling.name] for telling in draft.tellings)
    sittings = tuple(_number(draft.event_id, build_sittings(tellings)))
    return replace(draft, anchor=full[draft.anchor.name], tellings=tellings, sittings=sittings)


def belief(telling: Telling) -> tuple[bool, bool, int, bool, bool, object, str]:
    """Order tellings by how far they are believed.

    Current before superseded, announcements before reports before mentions, pages before documents, the event's own
    page before a newsletter that tells of it among others, then by anchor.
    """
    witness, relation = telling.witness, telling.event.relation
    document = witness.kind == "document"
    return (
        witness.superseded,
        telling.mention,
        _RELATION[relation],
        document,
        telling.in_passing,
        telling.anchor,
        telling.name,
    )


def _number(event: str, sittings: Sequence[Sitting]) -> list[tuple[str, Sitting]]:
    counts: dict[object, int] = {}
    numbered = []
    for sitting in sittings:
        counts[sitting.span] = counts.get(sitting.span, 0) + 1
        first, last = (day.isoformat() for day in sitting.span)
        numbered.append((session_id(event, first, last, counts[sitting.span]), sitting))
    return numbered
