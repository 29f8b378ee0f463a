"""How much of one document is read: beyond that it is left open under a name, never silently lost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest document that is read whole. Bytes count markup, characters count text."""

    max_pages: int = 300
    max_characters: int = 1_000_000
    max_markup_bytes: int = 8_000_000
    max_table_pages: int = 40


DEFAULT_LIMITS = Limits()
