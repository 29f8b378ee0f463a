"""Lines become a `Document`: one text, blocks in reading order, links with canonical addresses, stamps, words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import Literal

from extract.addresses import canonical_address
from extract.document import Block, Document, Link, Stamp, Word
from extract.formats.limits import Limits
from extract.formats.lines import Line
from extract.formats.refrains import Built, Refrain, SharedLine, depends_on_page
from extract.formats.stamps import FoundStamp, find_closing_stamp, find_stamps
from extract.formats.turned_tables import turn_tables
from extract.records import OpenReading

_BARE_ADDRESS = re.compile(r"(?:https?://|\bwww\.)[^\s<>\"«»{}|\\^`]+[^\s<>\"«»{}|\\^`.,;:!?)\]'…*]", re.IGNORECASE)

Verse = tuple[Line, int]
"""A line outside refrains, and where it begins in the text."""


@dataclass(slots=True)
class Head:
    """What is known of a document beside its lines."""

    form: Literal["html", "print", "pdf", "text"]
    title: str = ""
    title_rule: str = ""
    canonical_url: str | None = None
    node_id: int | None = None
    page_count: int | None = None
    base: str | None = None
    open: list[OpenReading] = field(default_factory=list)


def build_document(lines: list[Line], head: Head, limits: Limits) -> Document:
    """Put lines together; what goes beyond the character limit is left out and named in `open`."""
    lines = turn_tables(_within(lines, head, limits))
    starts = _starts(lines)
    blocks, links, verses = _build_parts(lines, starts, head.base)
    published, modified = _build_stamps(verses)
    return Document(
        form=head.form,
        text="\n".join(line.text for line in lines),
        blocks=tuple(blocks),
        links=tuple(links),
        title=head.title,
        title_rule=head.title_rule,
        lead=next((line.text for line, _ in verses if line.kind == "lead"), None),
        canonical_url=head.canonical_url,
        node_id=head.node_id,
        published=published,
        modified=modified,
        words=tuple(_build_words(verses)),
        page_count=head.page_count,
        markup_dates=tuple(
            (start + s, start + e, value)
            for line, start in verses
            if line.moments
            for s, e, value in sorted(line.moments)
        ),
        open=tuple(head.open),
    )


def _within(lines: list[Line], head: Head, limits: Limits) -> list[Line]:
    """The lines that the character limit allows, without empty ones."""
    kept: list[Line] = []
    size = 0
    for line in lines:
        text = line.text
        if not (line.value if line.value_at else text).strip():
            continue
        size += len(text) + 1
        if size > limits.max_characters:
            reason = f"character limit reached: only the first {limits.max_characters} characters are read"
            head.open.append(OpenReading("", reason, rule="character limit"))
            break
        kept.append(line)
    return kept


def _starts(lines: list[Line]) -> list[int]:
    """Where each line begins in the text."""
    starts, position = [], 0
    for line in lines:
        starts.append(position)
        position += len(line.text) + 1
    return starts


def _build_parts(lines: list[Line], starts: list[int], base: str | None) -> tuple[list[Block], list[Link], list[Verse]]:
    """Blocks and links in order, and the lines outside refrains with where they begin.

    In a refrain that is set aside there is nothing else to be found, and what is built of it may be known.
    """
    blocks: list[Block] = []
    links: list[Link] = []
    verses: list[Verse] = []
    at = 0
    for index, refrain in [*_find_refrains(lines), (len(lines), None)]:
        part = list(zip(lines[at:index], starts[at:index], strict=True))
        verses += part
        blocks += [_build_block(line, start) for line, start in part]
        links += _build_links(part, base)
        if refrain is not None:
            built = _build_refrain(refrain, starts[index], base)
            blocks += built.blocks
            links += built.links
            at = index + len(refrain.aside)
    return blocks, links, verses


def _find_refrains(lines: list[Line]) -> list[tuple[int, Refrain]]:
    """The refrains that stand whole among the lines, set aside, each with the number of its first line."""
    found: list[tuple[int, Refrain]] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if isinstance(line, SharedLine):
            aside = line.refrain.aside
            last = at + len(aside) - 1
            if line is aside[0] and last < len(lines) and lines[last] is aside[-1]:
                found.append((at, line.refrain))
                at = last
        at += 1
    return found


def _build_refrain(refrain: Refrain, shift: int, base: str | None) -> Built:
    """The blocks and links of a refrain, at its place in the text."""
    origin = base if refrain.by_page else _origin(base)
    built = refrain.built.get((shift, origin))
    if built is None:
        starts = accumulate((len(line.text) + 1 for line in refrain.aside), initial=shift)
        part: list[Verse] = list(zip(refrain.aside, starts, strict=False))  # the last one is where the next line begins
        built = Built(tuple(_build_block(line, start) for line, start in part), tuple(_build_links(part, base)))
        refrain.keep_built(shift, origin, built)
    return built


def _build_block(line: Line, start: int) -> Block:
    """The block of a line; that of a field covers the value only."""
    end = start + len(line.text)
    begins = start + line.value_at
    return Block(line.kind, begins, end, line.label, line.level, line.row, line.page, line.column, line.group)


def _origin(base: str | None) -> str | None:
    """The site of an address."""
    return "/".join(base.split("/", 3)[:3]) + "/" if base and "://" in base else base


def _build_links(lines: list[Verse], base: str | None) -> list[Link]:
    """All links with a web address, those written out in the text too, in order."""
    known: dict[str, str | None] = {}
    origin = _origin(base)
    links = []
    for line, shift in lines:
        text, marks = line.text, line.links
        if line.kind != "furniture" and ("://" in text or "www." in text):
            marks = marks + _bare_addresses(line)
        for start, end, raw in sorted(marks) if len(marks) > 1 else marks:
            if raw not in known:
                known[raw] = None if raw.startswith("#") else _canonical(raw, base, origin)
            url = known[raw]
            if url is not None:
                links.append(Link(url, raw, text[start:end], shift + start, shift + end))
    return links


def _canonical(raw: str, base: str | None, origin: str | None) -> str | None:
    """The canonical address; those that depend on the site only are remembered, for menus come on every page."""
    if not depends_on_page(raw):
        return _remembered(raw, origin)
    return canonical_address(raw, base)


@lru_cache(maxsize=8192)
def _remembered(raw: str, origin: str | None) -> str | None:
    """The canonical address of a link that does not depend on the page it stands on."""
    return canonical_address(raw, origin)


def _bare_addresses(line: Line) -> list[tuple[int, int, str]]:
    """Addresses that stand in the text and are no link yet; those of furniture are none of the page."""
    return [
        (match.start(), match.end(), match[0])
        for match in _BARE_ADDRESS.finditer(line.text)
        if not any(start < match.end() and match.start() < end for start, end, _ in line.links)
    ]


def _build_words(lines: list[Verse]) -> list[Word]:
    """The words of a PDF with their boxes. Lines give theirs up, so that a long document is not held twice."""
    words: list[Word] = []
    for line, shift in lines:
        if not line.words:
            continue
        words += [Word(shift + start, shift + end, page, box) for start, end, page, box in line.words]
        line.words = []
    return words


def _build_stamps(lines: list[Verse]) -> tuple[Stamp | None, Stamp | None]:
    """The publication and the modification stamp: the first of the page itself, not of an entry listed on it."""
    first: dict[bool, Stamp] = {}
    for line, shift in lines:
        if line.row is not None:
            continue
        closes = line.kind == "furniture" or line is lines[-1][0]
        closing = find_closing_stamp(line.text) if closes else ()
        for found in find_stamps(line.text) or closing:
            first.setdefault(found.modified, _build_stamp(found, shift))
    return first.get(False), first.get(True)


def _build_stamp(found: FoundStamp, shift: int) -> Stamp:
    """A stamp with its place in the text."""
    return Stamp(found.value, shift + found.start, shift + found.end, f"stamp: {found.label.lower()}")
