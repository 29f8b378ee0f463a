"""Print exports: the source line, the numbered `Liens` list, and the marks that tie words to it.

The print module of Drupal writes the same three things in HTML, in PDF and in the text people copy out of them.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from extract.addresses import canonical_address, node_id_of
from extract.formats.lines import Line, Mark, without
from extract.formats.stamps import find_stamps
from extract.plain_keys import plain_key

_SOURCE = re.compile(
    r"^\s*(?:URL (?:de la )?source|Source URL|Adresse (?:de la )?source)\b(?P<rest>.*)$", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LIST_HEAD = re.compile(r"(?:liens|links) ?:?", re.IGNORECASE)
_ENTRY = re.compile(r"^\[(\d{1,3})\]\s*(\S.*)$")
_MARK = re.compile(r"\s?\[(\d{1,3})\]")
_LONGEST_LINK = 80
_DATE_WORDS = re.compile(
    r"\b(?:\d+(?:er)?|du|de|des|le|les|et|au|a|en|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|"
    r"avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|h|heures?)\b"
)


class PrintFacts(NamedTuple):
    """What a print export says of its source: address as written, node id if known; None where it is no export."""

    source: str | None
    node_id: int | None


def read_print_marks(lines: list[Line]) -> tuple[list[Line], PrintFacts | None]:
    """Resolve the marks of a print export; None when the lines are none. The list and the source become furniture.

    Lines keep their order. Links whose address is given by number get that address; marks leave the text.
    """
    at = _source_line(lines)
    if at is None:
        return lines, None
    list_at = _list_start(lines)
    targets = _targets(lines, list_at)
    body_end = min(position for position in (at, list_at) if position is not None)
    done = [_resolved(line, targets) if k < body_end else _set_aside(line, k == at) for k, line in enumerate(lines)]
    source = _source_address(lines, at)
    return done, PrintFacts(source, node_id_of(source) if source else None)


def is_print_export(lines: list[Line]) -> bool:
    """Whether the lines are those of a print export: a line among the last names its source."""
    return _source_line(lines) is not None


def _source_line(lines: list[Line]) -> int | None:
    """The number of the closing line `URL de la source (modifié le …): …`, or None."""
    for k in range(len(lines) - 1, -1, -1):
        match = _SOURCE.match(lines[k].text) if "source" in lines[k].text.lower() else None
        if match and (_ADDRESS.search(lines[k].text) or ":" in match["rest"] or find_stamps(lines[k].text)):
            return k
    return None


def _source_address(lines: list[Line], at: int) -> str | None:
    """The address of the source line; in a PDF it may be broken over the next words or lines."""
    if lines[at].links:
        return lines[at].links[-1][2]
    for k in (at, at + 1):
        found = _ADDRESS.search(lines[k].text) if k < len(lines) else None
        if found:
            return _whole_address(lines, k, lines[k].text[found.start() :])
    return None


def _whole_address(lines: list[Line], at: int, words: str) -> str:
    """An address with the pieces that were broken off: the next words of its line, and lines without a space."""
    first, *others = words.split()
    address = first
    for piece in others:
        if not _is_piece(piece):
            return address.rstrip(".,;)>")
        address += piece
    for line in lines[at + 1 : at + 5]:
        if not _is_piece(line.text):
            break
        address += line.text
    return address.rstrip(".,;)>")


def _is_piece(words: str) -> bool:
    """Whether words can be a piece of an address: no space, no mark, no other address."""
    starts_anew = words.startswith(("[", "(", "http", "www.")) or _LIST_HEAD.fullmatch(words)
    return " " not in words and not starts_anew


def _list_start(lines: list[Line]) -> int | None:
    """The number of the line that heads the list of links: `Liens`, followed by `[1] …`."""
    for k in range(len(lines) - 1, -1, -1):
        if _LIST_HEAD.fullmatch(lines[k].text.strip()) and k + 1 < len(lines) and _ENTRY.match(lines[k + 1].text):
            return k
    return None


def _targets(lines: list[Line], list_at: int | None) -> dict[str, str]:
    """The addresses of the list by their number."""
    targets: dict[str, str] = {}
    if list_at is None:
        return targets
    for k in range(list_at + 1, len(lines)):
        entry = _ENTRY.match(lines[k].text)
        if not entry:
            continue
        if lines[k].links:
            targets[entry[1]] = lines[k].links[-1][2]
        elif _ADDRESS.match(entry[2].lstrip("<")) or " " not in entry[2]:
            targets[entry[1]] = _whole_address(lines, k, entry[2].lstrip("<"))
    return targets


def _set_aside(line: Line, is_source: bool) -> Line:
    """Make a line of the closing part furniture; its links are of the export, not of the page."""
    line.kind, line.links = "furniture", line.links if is_source else []
    line.label, line.value_at = None, 0
    return line


def _resolved(line: Line, targets: dict[str, str]) -> Line:
    """Take the numbered marks out of a line and give their addresses to the words before them."""
    marks = [mark for mark in _MARK.finditer(line.text) if mark[1] in targets]
    if not marks:
        return line
    previous = 0
    for mark in marks:
        _give_address(line, mark.start(), previous, targets[mark[1]])
        previous = mark.end()
    return without(line, [mark.span() for mark in marks])


def _give_address(line: Line, end: int, previous: int, address: str) -> None:
    """Set the address on the link that ends before the mark (or holds it), or on the words before it."""
    for k, (start, stop, old) in enumerate(line.links):
        if start < end <= stop + 1:
            if canonical_address(old) is None:
                line.links[k] = (start, min(stop, end), address)
            else:
                line.links[k] = (start, min(stop, end), old)
            return
    start = _words_before(line.text, previous, end)
    if start < end:
        mark: Mark = (start, end, address)
        line.links.append(mark)


def _words_before(text: str, previous: int, end: int) -> int:
    """Where the words of an unmarked link begin: after the last mark, label or sentence, if that is not too far."""
    start = previous
    for separator in (": ", ". ", "; ", " | "):
        found = text.rfind(separator, previous, end - 1)
        if found >= 0:
            start = max(start, found + len(separator))
    while start < end and text[start] == " ":
        start += 1
    if end - start <= _LONGEST_LINK:
        return start
    return text.rfind(" ", start, end) + 1


def is_only_a_date(text: str) -> bool:
    """Whether a heading says nothing but a day (`7 et 8 septembre`): such a heading is no title."""
    return not re.search(r"[a-z]{2,}", _DATE_WORDS.sub(" ", plain_key(text)))


def title_from_address(url: str | None) -> str:
    """Words of the last part of an address (`cycle-de-qualification` gives `Cycle de qualification`), or nothing."""
    if not url:
        return ""
    try:
        slug = unquote(urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1])
    except ValueError:
        return ""
    slug = re.sub(r"\.(?:pdf|html?|docx?|odt|pptx?|txt|md|php)$", "", slug, flags=re.IGNORECASE)
    words = re.sub(r"[-_+\s]+", " ", slug).strip()
    words = re.sub(r" \d{1,3}$", "", words)
    if not re.search(r"[^\W\d_]{3}", words):
        return ""
    return words[0].upper() + words[1:]
