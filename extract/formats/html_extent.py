"""Where the value of a label may stand in a page: in the label's own element, or in the element after it."""

from __future__ import annotations

import re

from extract.formats.html_page import Page
from extract.formats.labels import Extent, is_known_label
from extract.formats.stamps import names_day
from extract.plain_keys import plain_key

_MOST_LINES = 20
_LONGEST_BREAK = 100
_MOST_BREAKS = 5
_FEW_LINES = 3
_SHORT_VALUE = 120
_FEWEST_PAIRS = 3
_LEVEL_OF_TERM = 4
_LONGEST_LABEL = 48
# How people meet, as the label of one of several pairs.
_HOW = re.compile(r"(?:a distance|(?:en )?(?:visio(?:conference)?|distanciel|presentiel)|en ligne|sur place)")
# A term that numbers its sitting or names it: `Visite 2 – La Ruche, Laon`, `« Habiter », Douai`.
_TELLS = re.compile(r"[^\W\d_]+ (?:n°\s?)?\d{1,2}\s?[:–—-]\s\w.*(?:,|\s[–—-])\s[A-ZÀ-Ý]|[«\"“]")
# A term that tells its day and behind it where: `Jeudi 8 mai, 14h – 16h, à la mairie d'Aniche`.
_TELLS_WHERE = re.compile(r".*\d.*[\s,(](?:[àÀ]\s(?:la\s|l['’])?|aux?\s|chez\s)[^\W\d]{2}")


class _Extents:
    """Finds the lines that may hold the value of a label, by the elements around the label."""

    def __init__(self, page: Page, children: list[list[int]]) -> None:
        self._page, self._children = page, children

    def __call__(self, i: int) -> tuple[int, int]:
        lines, nodes = self._page.lines, self._page.nodes
        number = lines[i].home
        if number < 0:
            return i + 1, i + 1
        if lines[i].kind == "cell":
            return i + 1, self._row_end(i)
        if i + 1 < nodes[number].end:
            return i + 1, self._broken_end(i, nodes[number].end)
        while nodes[number].parent >= 0 and nodes[nodes[number].parent].end == i + 1:
            number = nodes[number].parent
        parent = nodes[number].parent
        if parent < 0:
            return i + 1, i + 1
        holder = nodes[parent]
        if holder.first == i and parent > 0 and holder.tag != "dl" and holder.end - i <= _MOST_LINES:
            return i + 1, holder.end
        return i + 1, self._sibling_end(i, parent, number)

    def _row_end(self, i: int) -> int:
        """The end of a table row of two cells that begins with the label; of other rows a label has no value."""
        lines, nodes = self._page.lines, self._page.nodes
        number = lines[i].home
        while nodes[number].tag not in ("td", "th") and nodes[number].parent >= 0:
            number = nodes[number].parent
        filled = [child for child in self._children[nodes[number].parent] if nodes[child].end > nodes[child].first]
        if len(filled) != 2 or filled[0] != number:
            return i + 1
        end = i + 1
        while end < len(lines) and lines[end].kind == "cell" and lines[end].row == lines[i].row is not None:
            end += 1
        return end

    def _broken_end(self, i: int, last: int) -> int:
        """The end of short lines that `<br>` separates in one element."""
        end = i + 1
        while end < min(last, i + 1 + _MOST_BREAKS) and len(self._page.lines[end].text) <= _LONGEST_BREAK:
            end += 1
        return max(end, i + 2)

    def _sibling_end(self, i: int, parent: int, number: int) -> int:
        """The end of the element after the label; of a definition list, of all definitions up to the next term."""
        nodes = self._page.nodes
        end = i + 1
        for child in self._children[parent]:
            node = nodes[child]
            if node.first <= i or node.end <= node.first or child <= number:
                continue
            if nodes[number].tag != "dt":
                return node.end
            if node.tag != "dd":
                break
            end = node.end
        return end


def extent_in(page: Page, children: list[list[int]]) -> Extent:
    """Give the function that finds the lines which may hold the value of the label on a line."""
    return _Extents(page, children)


def mark_pairs(page: Page, children: list[list[int]]) -> None:
    """Mark the labels of a list of pairs: equal elements of two parts each, several of which begin with a known label.

    Beside such labels even a word that may be a heading elsewhere (`Effectif`, `Inscription`) is one.
    """
    for inside in children:
        if len(inside) < _FEWEST_PAIRS:
            continue
        pairs = [number for number in inside if _is_pair(page, number, children)]
        known = [number for number in pairs if _may_label(page.lines[page.nodes[number].first].text)]
        if len(known) >= _FEWEST_PAIRS and 2 * len(pairs) >= len(inside):
            for number in known:
                page.lines[page.nodes[number].first].marked = True


def _is_pair(page: Page, number: int, children: list[list[int]]) -> bool:
    """Whether an element holds one short line and, in an element after it, something else."""
    node = page.nodes[number]
    filled = [child for child in children[number] if page.nodes[child].end > page.nodes[child].first]
    if len(filled) != 2 or page.nodes[filled[0]].end != node.first + 1 or node.end - node.first > _MOST_LINES:
        return False
    return page.nodes[filled[1]].first == node.first + 1 and len(page.lines[node.first].text) <= _LONGEST_LABEL


def _may_label(text: str) -> bool:
    """Whether the first words of a pair are a label: of the vocabulary, or how people meet (`À distance`)."""
    words = text.rstrip(" :?")
    if any(word[:1].isupper() for word in words.split()[1:]) and not words.isupper():
        return False  # `Quartier Nord` names one
    return is_known_label(words) or _HOW.fullmatch(plain_key(words)) is not None


def _heads_day(page: Page, i: int) -> bool:
    """Whether a term of a definition list is no label but a head: `Loos`, over its day and its house."""
    line = page.lines[i]
    words = line.text.rstrip(" :?")
    if page.nodes[line.home].tag != "dt" or is_known_label(words) or names_day(words):
        return False
    below: list[str] = []
    for other in page.lines[i + 1 : i + 1 + _FEW_LINES]:
        if other.marked or other.home < 0 or page.nodes[other.home].tag != "dd":
            break
        below.append(other.text)
    return any(map(names_day, below))


def mark_labels(page: Page) -> None:
    """Mark headings that are the label of a field: alone with one short value in an element of their own.

    A term that tells something of its own (`Visite 2 – La Ruche, Laon`) is no label but a line.
    """
    for i, line in enumerate(page.lines):
        if line.marked and _heads_day(page, i):
            line.marked, line.kind, line.level = False, "heading", _LEVEL_OF_TERM
        if line.marked and (_TELLS.match(line.text) or (names_day(line.text) and _TELLS_WHERE.match(line.text))):
            line.marked = page.nodes[line.home].tag != "dt"
        if line.kind != "heading" or line.level < 3 or not is_known_label(line.text):
            continue
        node = page.nodes[line.home]
        holder = page.nodes[node.parent] if node.parent > 0 else None
        if holder and holder.first == i and 2 <= holder.end - i <= _FEW_LINES:
            line.marked = sum(len(other.text) for other in page.lines[i + 1 : holder.end]) <= _SHORT_VALUE
