"""Looks: the stretches of time in which the site was gone through once. History advances from look to look.

A look ends where an address answers otherwise than before in the same look, or after a pause. So two crawls of a site
that changed are two looks, however close together they ran, and files saved on different days are looks of their own.
Extracts of other archives know seconds only, and may hold several answers of one second: the last in order counts.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from warehouse.sightings import Sighting
from warehouse.thresholds import PAUSE
from warehouse.timeline import Key, in_order, is_content

_BUSY: Final = frozenset({408, 425, 429})

Known = dict[tuple[str, str], dict[str, Sighting]]


@dataclass(frozen=True, slots=True)
class Look:
    """All sightings of one look in the order of time. `moment` (UTC, aware) is the first: facts hold from there on.

    `digest` covers this look and all before it, and `seed`: what else the rows depend on. `quiet` tells that nothing
    but known contents was seen where they were known to be: no row can differ from the look before.
    """

    sightings: tuple[Sighting, ...]
    digest: str
    quiet: bool

    @property
    def moment(self) -> dt.datetime:
        """Give when the look began."""
        return self.sightings[0].seen_at


def find_looks(sightings: Iterable[Sighting], lost: Mapping[Key, str] | None = None, seed: str = "") -> list[Look]:
    """Give the looks of all sightings, oldest first; `lost` are captures that could not be read, and why."""
    looks: list[Look] = []
    chain, unread = hashlib.sha256(seed.encode()), lost or {}
    known: Known = {}
    for group in _divide(in_order(sightings)):
        told = "".join(_tell(sighting, unread.get((sighting.url, sighting.digest or ""))) for sighting in group)
        chain.update(told.encode("utf-8", "backslashreplace"))
        quiet = _is_quiet(group, known)
        for sighting in group:
            known.setdefault(_form(sighting), {})[sighting.raw_url] = sighting
        looks.append(Look(tuple(group), chain.hexdigest(), quiet))
    return looks


def _tell(sighting: Sighting, reason: str | None) -> str:
    """Give all fields of a sighting as one text: a `repr` takes three times as long, and an archive has millions."""
    return "\x1f".join(
        (
            sighting.url,
            sighting.raw_url,
            sighting.seen_at.isoformat(),
            sighting.kind,
            str(sighting.status),
            repr(sighting.digest),
            repr(sighting.media_type),
            repr(sighting.size),
            repr(sighting.file_name),
            repr(reason),
            "\x1e",
        )
    )


def _divide(sightings: Sequence[Sighting]) -> Iterator[list[Sighting]]:
    group: list[Sighting] = []
    answers: dict[str, object] = {}
    for sighting in sightings:
        answer = sighting.digest if is_content(sighting) else sighting.status
        other = answers.get(sighting.raw_url, answer) != answer and not _is_failure(sighting)
        other = other and sighting.seen_at > group[0].seen_at  # what stood for no time is no state of the site
        if group and (other or sighting.seen_at - group[-1].seen_at > PAUSE):
            yield group
            group, answers = [], {}
        group.append(sighting)
        if not _is_failure(sighting):  # what failed is tried again in the same look
            answers[sighting.raw_url] = answer
    if group:
        yield group


def _is_failure(sighting: Sighting) -> bool:
    return sighting.status >= 500 or sighting.status in _BUSY


def _is_quiet(group: Sequence[Sighting], known: Known) -> bool:
    """Tell whether each sighting shows what its address, in all ways to write it, has shown last."""
    for sighting in group:
        before = known.get(_form(sighting), {})
        same = all(is_content(other) and other.digest == sighting.digest for other in before.values())
        if sighting.raw_url not in before or not is_content(sighting) or not same:
            return False
    return True


def _form(sighting: Sighting) -> tuple[str, str]:
    if "/print" not in sighting.raw_url:
        return sighting.url, ""
    for form in ("/printpdf", "/print"):
        if form in sighting.raw_url:
            return sighting.url, form
    return sighting.url, ""
