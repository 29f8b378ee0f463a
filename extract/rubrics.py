"""Rubrics: where a site puts a post (`Publié dans : Emploi`, `26 mars 2018 | Santé`), and lines that are only terms.

A rubric is a drawer of the site (`Actualités`, `Vie associative`) at least as often as a theme, so that only one that
the vocabulary of themes knows is one. Terms on a line of their own are themes as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document import Block, Document, Link
from extract.matching.folding import fold
from extract.plain_keys import plain_key

Span = tuple[int, int, Link | None]

_LABEL = re.compile(r"categories?|rubriques?|(?:publie|classe|range|poste|archive)e?s? (?:dans|sous|en)")
_PUT = re.compile(r"\s(?:dans|sous)\s*:?\s*(?P<names>[^\d:.!?]{3,80})$")
"""What closes the line of a post: `Posté le 17 juin 2017 dans Santé, Emploi`."""
_PUT_IN = re.compile(
    r"(?:publi|class|rang|post|archiv)[ée]+e?s?\s+(?:dans|sous)\s*:?\s*(?P<names>[^\d:.!?]{3,80})$", re.IGNORECASE
)
_NAMES = re.compile(r"[^,;|•]+")
_DAY = re.compile(
    r"(?:publi\S{1,4} |post\S{1,4} )?(?:le )?(?:\w{2,8}\.? )?(?:\d{1,2}(?:er)? [a-zà-ÿ]{3,9}|\d{1,2}/\d)", re.I
)
_TERMS = re.compile(r"/(?:mots?(?:-cles?)?|tags?|etiquettes?|taxonomy/term|thematiques?/terme)/[\w%.-]{1,80}/?$")
_LONGEST_LINE = 160
_LINES = 4
"""How far below the title the line of a post with its day and its rubrics may stand."""


def find_rubrics(document: Document) -> Iterator[Span]:
    """The words of each rubric that a page says it stands in, by its label or in the line under its title."""
    for block in document.blocks:
        if block.kind == "field" and block.label and _LABEL.fullmatch(fold(block.label).strip(" :")):
            yield from _split(document, block.start, block.end)
        elif block.kind == "paragraph" and (put := _PUT_IN.match(document.text, block.start, block.end)):
            yield from _split(document, put.start("names"), put.end("names"))
    for block in _lines_of_post(document):
        links = [link for link in document.links_between(block.start, block.end) if block.start <= link.start]
        yield from ((link.start, link.end, link) for link in links)
        put = None if links else _PUT.search(document.words_of(block))
        if put is not None:
            yield from _split(document, block.start + put.start("names"), block.start + put.end("names"))


def find_lone_terms(document: Document) -> Iterator[Span]:
    """The links of lines that hold nothing but links to terms: `Évaluation`, `CUCS` below the text of a page."""
    for block in document.blocks:
        if block.kind not in ("paragraph", "item") or block.end - block.start > _LONGEST_LINE:
            continue
        links = document.links_between(block.start, block.end)
        if links and all(_TERMS.search(link.url) for link in links):
            rest = len(plain_key(document.words_of(block))) - sum(len(plain_key(link.text)) for link in links)
            if rest <= 2 * len(links):
                yield from ((link.start, link.end, link) for link in links)


def _lines_of_post(document: Document) -> Iterator[Block]:
    """The short lines right below the title that tell the day of a post, and the line that holds its stamp."""
    below = [k for k, block in enumerate(document.blocks) if block.kind == "title"][:1]
    for at in below:
        shown = [block for block in document.blocks[at + 1 :] if block.kind != "furniture"]
        for block in shown[:_LINES]:
            if block.end - block.start <= _LONGEST_LINE and _is_dated(document, block):
                yield block


def _is_dated(document: Document, block: Block) -> bool:
    """Whether a line holds the stamp of its page or opens with a day."""
    stamp = document.published
    if stamp is not None and block.start <= stamp.start < block.end:
        return True
    return _DAY.match(document.text, block.start, block.end) is not None and block.kind in ("paragraph", "field")


def _split(document: Document, start: int, end: int) -> Iterator[Span]:
    """The names of a list of rubrics: its links, else its words between commas."""
    links = [link for link in document.links_between(start, end) if start <= link.start and link.end <= end]
    if links:
        yield from ((link.start, link.end, link) for link in links)
        return
    yield from ((start + m.start(), start + m.end(), None) for m in _NAMES.finditer(document.text[start:end]))
