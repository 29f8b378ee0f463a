"""Whether something was met before: never wrong where it says no, and hardly ever where it says yes.

A Bloom filter of fixed size. Asking it costs a tenth of asking the table, and of an archive that somebody else made
nearly all content is new here.
"""

from __future__ import annotations

_BITS = 23  # of the number of a place: 1 MB of places; a million of contents fill a quarter of them
_PLACES = (1 << _BITS) - 1


class SeenBefore:
    """Remembers texts by two bits each, in 1 MB whatever their number."""

    def __init__(self) -> None:
        self._bits = bytearray(1 << (_BITS - 3))

    def add(self, text: str) -> None:
        """Remember a text."""
        number = hash(text)
        for place in (number & _PLACES, number >> _BITS & _PLACES):
            self._bits[place >> 3] |= 1 << (place & 7)

    def __contains__(self, text: str) -> bool:
        """Tell whether the text may have been added; where not, it was not."""
        number = hash(text)
        first, second = number & _PLACES, number >> _BITS & _PLACES
        return bool(self._bits[first >> 3] >> (first & 7) & self._bits[second >> 3] >> (second & 7) & 1)
