"""A doubt between sources: what relating could not decide, for a person to look at."""

from __future__ import annotations

from dataclasses import dataclass

from warehouse.tellings import Telling


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two sides that may or may not be one thing. `telling` is where a person should look first."""

    telling: Telling
    text: str
    reason: str
    rule: str
