"""The title of a page: where it stands, and what can be given back to one that is only the words of an address."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote, urlsplit

from extract.dates.lexicon import fold
from extract.document import Document
from extract.records import Evidence

_SPELLED: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FROM_ADDRESS: Final = 0.7
"""Certainty of a title made of the words of an address: its accents and punctuation are lost."""


def read_title(document: Document) -> str:
    """The title of a document as people wrote it, as far as the document tells."""
    return restore_title(document.title, document.text) if document.title_rule == "slug" else document.title


def restore_title(title: str, text: str) -> str:
    """Give the words of an address back the accents, capitals and apostrophes that they have in the text.

    Addresses drop them (`dapprofondissement`, `egalite`); a word that the text does not hold stays as it is.
    """
    spelled: dict[str, str] = {}
    for match in _SPELLED.finditer(text):
        word = match.group()
        spelled.setdefault(fold(word).replace("'", "").replace("’", ""), word)
    words = [spelled.get(fold(word), word) for word in title.split(" ")]
    restored = " ".join(word if index == 0 or not word.isupper() else word.lower() for index, word in enumerate(words))
    return restored[:1].upper() + restored[1:]


def find_title_evidence(document: Document, title: str) -> Evidence:
    """Where a title stands: its own block, else the address it was made of, else the start of the document."""
    size = len(title)
    for block in document.blocks:
        if block.end - block.start == size and document.words_of(block) == title:
            return Evidence("title", title, document.place(block.start, block.end), "page_title")
    found = _find_words(document.text, title)
    if found is not None:
        return Evidence("title", document.text[slice(*found)], document.place(*found), "title_in_text", 0.9)
    kind, _, name = title.partition(" : ")  # the largest line of a flyer and the one below it
    at = document.text.find(name, document.text.find(kind)) if name and kind in document.text else -1
    if at >= 0:
        return Evidence("title", name, document.place(at, at + len(name)), "title_below_kind", 0.9)
    meeting, _, of = title.partition(" – ")  # a meeting, and whose or on what it is: `Séance – Conseil citoyen d'Isle`
    found = _find_words(document.text, meeting) if of else None
    if found is not None:
        return Evidence("title", document.text[slice(*found)], document.place(*found), "title_of_parts", 0.8)
    rule = f"title_{document.title_rule or 'markup'}"
    if document.title_rule == "slug" and document.canonical_url:
        slug = unquote(urlsplit(document.canonical_url).path.rsplit("/", 1)[-1])
        at = document.text.rfind(slug)
        if at >= 0:
            return Evidence("title", slug, document.place(at, at + len(slug)), rule, _FROM_ADDRESS)
    return Evidence("title", document.title, document.place(0, 0), rule, _FROM_ADDRESS)


def _find_words(text: str, words: str) -> tuple[int, int] | None:
    """Where words stand in a text, their first letter large or small; None where they do not."""
    at = text.find(words) if words else -1
    if at < 0 and words:
        at = text.find(words[:1].lower() + words[1:])
    return (at, at + len(words)) if at >= 0 else None
