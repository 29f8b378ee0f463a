"""Teasers: entries of a listing, each of which names another page and leads to it.

An entry bears the day on which its page was put up (`3 mars 2021`, alone on its line), and no sitting. What it says in
words is told (`Rendez-vous le 23 mai à 9h30 à La Machinerie`), though more briefly than on the page it leads to.
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.lexicon import WORDS
from extract.document import Block, Document
from extract.matching.folding import fold

_LONG_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_FEWEST_WORDS: Final = 3
"""Words besides those of days and hours from which on a line tells something and is no stamp (`5 mai 2021 - 9:04`)."""
_HOUR: Final = re.compile(r"(?<![\d:])\d{1,2}\s?h(?:eures?)?(?![^\W\d_])", re.IGNORECASE)


def tells_in_words(document: Document, block: Block) -> bool:
    """Whether a line of an entry says more than a day: something else, or at which hour and where (`En ligne, 13h`)."""
    if block.kind == "field":
        return False
    line = document.words_of(block)
    count = sum(word not in WORDS for word in _LONG_WORD.findall(fold(line)))
    return count >= _FEWEST_WORDS or (count > 0 and _HOUR.search(line) is not None)
