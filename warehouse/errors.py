"""Errors that people can mend. Each message is one line and says what to do."""

from __future__ import annotations


class WarehouseError(Exception):
    """The warehouse cannot do what was asked; the message is one line for the person who asked."""


def one_line(text: str, limit: int = 240) -> str:
    """Give the first telling line of a message, cut to a limit."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= limit else line[: limit - 1] + "…"
