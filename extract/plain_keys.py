"""What vocabularies are compared by. It stands alone, so that who only compares words loads no reader of documents."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=16384)
def plain_key(text: str) -> str:
    """A phrase in lower case, without accents, with single spaces: what vocabularies are compared by."""
    lower = text.lower()
    if not lower.isascii():
        lower = "".join(c for c in unicodedata.normalize("NFD", lower) if not unicodedata.combining(c))
    return lower.strip(" .:!…")
