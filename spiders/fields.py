"""Typed fields of a TOML table, with one clear line for whatever is wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from pipelines.outcomes import InputError

_DURATION = re.compile(r"(\d+)\s*(d|h|min)|0")
_UNITS = {"d": dt.timedelta(days=1), "h": dt.timedelta(hours=1), "min": dt.timedelta(minutes=1)}


class ProfileError(InputError):
    """A site profile that cannot be used. The message is one line: which profile, which field, what is wrong."""


class Fields:
    """Reads typed fields of a table and says what is wrong in one line."""

    def __init__(self, data: Mapping[str, Any], source: str) -> None:
        self.data = data
        self.source = source

    def text(self, name: str) -> str:
        """Give a text that must be there. Raises `ProfileError`, as all that follow do."""
        value = self.data.get(name)
        if not isinstance(value, str) or not value.strip():
            raise ProfileError(f"{self.source}: {name} must be a text")
        return value.strip()

    def optional_text(self, name: str) -> str | None:
        """Give a text, None where there is none."""
        return self.text(name) if name in self.data else None

    def texts(self, name: str, least: int = 1) -> list[str]:
        """Give a list of at least `least` texts."""
        value = self.data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value) or len(value) < least:
            raise ProfileError(f"{self.source}: {name} must be a list of texts")
        return value

    def number(self, name: str, default: float | None = None, least: float | None = None) -> float:
        """Give a number, not below `least`."""
        value = self.data.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or (least is not None and value < least):
            raise ProfileError(
                f"{self.source}: {name} must be a number" + (f" from {least}" if least is not None else "")
            )
        return value

    def patterns(self, name: str, least: int = 1) -> tuple[re.Pattern[str], ...]:
        """Give regular expressions, compiled."""
        compiled = []
        for text in self.texts(name, least):
            try:
                compiled.append(re.compile(text))
            except re.error as problem:
                raise ProfileError(f"{self.source}: {name}: {text!r} is no regular expression: {problem}") from None
        return tuple(compiled)

    def duration(self, name: str, default: str | None = None) -> dt.timedelta:
        """Give a length of time, written like `7d`, `20h`, `30min` or `0`."""
        text = self.text(name) if default is None or name in self.data else default
        found = _DURATION.fullmatch(text)
        if found is None:
            raise ProfileError(f'{self.source}: {name} must be like "7d", "20h", "30min" or "0"')
        return int(found[1]) * _UNITS[found[2]] if found[1] else dt.timedelta(0)

    def table(self, name: str) -> Fields:
        """Give a table within this one, empty where there is none."""
        value = self.data.get(name, {})
        if not isinstance(value, Mapping):
            raise ProfileError(f"{self.source}: {name} must be a table")
        return Fields(value, f"{self.source}: [{name}]")
