"""A stated fact with the words that state it."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A value read from the words between two positions of the text, by a rule, with a certainty from 0 to 1."""

    value: T
    start: int
    end: int
    rule: str
    certainty: float = 0.9
