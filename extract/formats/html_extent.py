"""Where the value of a label may stand in a page: in the label's own element, or in the element after it."""

from __future__ import annotations

from extract.formats.html_walk import Page
from extract.formats.labels import Extent

_MOST_LINES = 20
_LONGEST_BREAK = 100
_MOST_BREAKS = 5


def extent_in(page: Page, children: list[list[int]]) -> Extent:
    """Give the function that finds the lines which may hold the value of the label on a line."""
    lines, nodes = page.lines, page.nodes

    def extent(i: int) -> tuple[int, int]:
        number = lines[i].home
        if number < 0:
            return i + 1, i + 1
        if lines[i].kind == "cell":
            return i + 1, _row_end(i)
        if i + 1 < nodes[number].end:
            return i + 1, _broken_end(i, number)
        while nodes[number].parent >= 0 and nodes[nodes[number].parent].end == i + 1:
            number = nodes[number].parent
        parent = nodes[number].parent
        if parent < 0:
            return i + 1, i + 1
        holder = nodes[parent]
        if holder.first == i and parent > 0 and holder.tag != "dl" and holder.end - i <= _MOST_LINES:
            return i + 1, holder.end
        return _next_sibling(i, parent, number)

    def _row_end(i: int) -> int:
        """The end of a table row."""
        end = i + 1
        while end < len(lines) and lines[end].kind == "cell" and lines[end].row == lines[i].row is not None:
            end += 1
        return end

    def _broken_end(i: int, number: int) -> int:
        """The end of short lines that `<br>` separates in one element."""
        end = i + 1
        while end < min(nodes[number].end, i + 1 + _MOST_BREAKS) and len(lines[end].text) <= _LONGEST_BREAK:
            end += 1
        return max(end, i + 2)

    def _next_sibling(i: int, parent: int, number: int) -> tuple[int, int]:
        """The lines of the element after the label; of a definition list all definitions up to the next term."""
        end = i + 1
        for child in children[parent]:
            node = nodes[child]
            if node.first <= i or node.end <= node.first or child <= number:
                continue
            if nodes[number].tag == "dt" and node.tag == "dd":
                end = node.end
                continue
            return i + 1, max(end, node.end if nodes[number].tag != "dt" else end)
        return i + 1, end

    return extent
