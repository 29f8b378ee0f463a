"""The clock, handed in wherever a moment is written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

Clock = Callable[[], dt.datetime]


def utc_now() -> dt.datetime:
    """Tell the time: aware, in UTC."""
    return dt.datetime.now(dt.UTC)
