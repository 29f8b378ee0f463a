"""How a run ends: the outcomes, their exit codes, and the errors that people can mend themselves."""

from __future__ import annotations

from enum import StrEnum

EXIT_BAD_INPUT = 2
EXIT_LOCKED = 75  # EX_TEMPFAIL of sysexits.h: try again later


class Outcome(StrEnum):
    """How a run ended. `exit_code` tells a scheduler apart what happened."""

    KEPT = "kept"  # of `crawl` and `import` alone, which publish nothing
    PUBLISHED = "published"
    NOTHING_NEW = "nothing new"
    DEGRADED = "degraded"
    REFUSED = "refused"
    FAILED = "failed"

    @property
    def exit_code(self) -> int:
        """0 kept, published or nothing new, 3 published with named losses, 4 a gate refused, 5 failed."""
        return _EXIT_CODES[self]


_EXIT_CODES = {
    Outcome.KEPT: 0,
    Outcome.PUBLISHED: 0,
    Outcome.NOTHING_NEW: 0,
    Outcome.DEGRADED: 3,
    Outcome.REFUSED: 4,
    Outcome.FAILED: 5,
}


class InputError(Exception):
    """Something that the person at the keyboard can mend. The message is one line and says what to do."""
