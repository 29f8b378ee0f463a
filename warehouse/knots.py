"""Knots: which things hang together when some are tied to each other; found by the first of them."""

from __future__ import annotations


class Knots:
    """A union-find over places from 0 on."""

    def __init__(self, count: int) -> None:
        self._of = list(range(count))

    def of(self, place: int) -> int:
        """Give the first place of the knot of a place."""
        while self._of[place] != place:
            self._of[place] = self._of[self._of[place]]
            place = self._of[place]
        return place

    def tie(self, left: int, right: int) -> None:
        """Tie the knots of two places together."""
        one, two = sorted((self.of(left), self.of(right)))
        self._of[two] = one
