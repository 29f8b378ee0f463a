"""What vocabularies are compared by. It stands alone, so that who only compares words loads no reader of documents."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final


def _strip_accents(lower: str) -> str:
    """A text without its accents, whatever its letters are."""
    return "".join(c for c in unicodedata.normalize("NFD", lower) if not unicodedata.combining(c))


def _build_table(encoding: str) -> bytes:
    """For each byte of an encoding the letter that is left of it, small and without accents."""
    letters = (bytes([code]).decode(encoding, "ignore") for code in range(256))
    plain = (_strip_accents(letter.lower()).encode(encoding) for letter in letters)
    return b"".join(left or bytes([code]) for code, left in enumerate(plain))


# Nearly all French text has no other characters than these: by their bytes it is folded ten times faster.
_TABLES: Final = {encoding: _build_table(encoding) for encoding in ("latin-1", "cp1252")}


def unaccented(text: str) -> str:
    """A text in lower case, without accents."""
    if text.isascii():
        return text.lower()
    for encoding, table in _TABLES.items():
        try:
            return text.encode(encoding).translate(table).decode(encoding)
        except UnicodeEncodeError:
            continue
    return _strip_accents(text.lower())


@lru_cache(maxsize=16384)
def plain_key(text: str) -> str:
    """A phrase in lower case, without accents, with single spaces: what vocabularies are compared by."""
    return unaccented(text).strip(" .:!…")
