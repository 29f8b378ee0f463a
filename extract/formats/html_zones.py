"""What of a page is the page, and what is the site around it: by semantics, by where the prose is, by link density.

Semantic elements and roles decide first. Then the element that holds the prose (the core) is found, and what stands
beside it is judged piece by piece: menus and teasers of other pages are set aside, facts with a label are kept
wherever they stand. Names that Drupal core gives to regions come last; a theme's own class names are never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate
from operator import attrgetter
from typing import Final

from extract.formats.furniture import (
    is_comments_heading,
    is_footer_text,
    is_furniture_text,
    is_heading_of_others,
    is_related_heading,
)
from extract.formats.html_page import Node, Page
from extract.formats.html_records import Listing, is_linked_title
from extract.formats.html_semantics import MAIN_ROLES, SPEAKING_TAGS, find_protected, semantics_of
from extract.formats.labels import Extent
from extract.formats.lines import Line
from extract.formats.refrains import count_linked
from extract.formats.stamps import find_stamps, names_day
from extract.plain_keys import plain_key

PROSE = 50
_LEAST_PROSE = 120
_MUCH_PROSE = 300
CORE_SHARE = 0.75
_LITTLE = 0.15
_MENU_SHARE = 0.75
_MENU_WORD = 60
_LONG_BEFORE_TITLE = 80
_LINES_OF_LEAF = 3
_LEAF = 30
_LAID_OUT = frozenset(("table", "tbody", "tr"))
"""What lays a page out beside the prose: a menu may stand in a cell of it."""


class Zones:
    """The judgement over one page. Lines that are set aside become `furniture`; nothing is removed."""

    def __init__(
        self, page: Page, children: list[list[int]], listings: list[Listing], title: int | None, extent: Extent
    ) -> None:
        self.page, self.children, self.listings, self.title = page, children, listings, title
        self._protected = find_protected(page, extent)
        self._fields = {*self._protected, title}
        self._kept = _sums([i in self._protected for i in range(len(page.lines))])
        self._chars = _sums(page.measure(_length, attrgetter("lengths")))
        self._linked = _sums(page.measure(count_linked, attrgetter("linked")))
        self._loose: dict[int, list[int]] = {}  # of each element: the lines in none of its children
        for i in page.verses():
            self._loose.setdefault(page.lines[i].home, []).append(i)
        self._hard: set[int] = set()
        self._soft: set[int] = set()

    def judge(self) -> None:
        """Set aside all lines that are not of the page."""
        self._find_semantic()
        for number in self._hard:
            self._set_aside(self.page.nodes[number], keep_fields=False)
        prose = self._prose()
        core, inner = self._core(prose)
        self._judge_within(core, prose)
        if prose[-1] >= _LEAST_PROSE:
            self._judge_beside(core, inner)
        for number in self._soft:
            self._set_aside(self.page.nodes[number], keep_fields=True)
        self._judge_columns(prose)
        self._judge_related()
        self._judge_comments()
        self._judge_before_title()

    def _find_semantic(self) -> None:
        """Note the elements that say by tag, role or Drupal region that they are of the site."""
        inside_article = [False] * len(self.page.nodes)
        most = 0.6 * self._chars[-1]
        for number, node in enumerate(self.page.nodes):
            attributes, tag = node.attributes, node.tag
            role = attributes.get("role") if attributes else None
            inside_article[number] = (
                (node.parent >= 0 and inside_article[node.parent]) or tag in MAIN_ROLES or role in MAIN_ROLES
            )
            if not (attributes or tag in SPEAKING_TAGS) or node.end <= node.first or self._size(node) > most:
                continue
            holds_title = self.title is not None and node.first <= self.title < node.end
            verdict = semantics_of(node, role, inside_article[number])
            if verdict == "hard" and not holds_title:
                self._hard.add(number)
            elif verdict:
                self._soft.add(number)

    def _size(self, node: Node) -> int:
        """Characters of an element."""
        return self._chars[node.end] - self._chars[node.first]

    def _link_share(self, node: Node) -> float:
        """Which part of the characters of an element are links."""
        size = self._size(node)
        return (self._linked[node.end] - self._linked[node.first]) / size if size else 0.0

    def _set_aside(self, node: Node, *, keep_fields: bool) -> None:
        """Make the lines of an element furniture, but for the title and, if asked, labelled facts and stamps."""
        self.page.set_aside(node.first, node.end, self._fields if keep_fields else (self.title,))

    def _core(self, prose: list[int]) -> tuple[int, int]:
        """The tightest element with most of the prose, and the one that holds title and prose together."""
        core = 0
        while True:
            nodes = self.page.nodes
            best = max(self.children[core], key=lambda child: self._share(nodes[child], prose), default=None)
            if best is None or self._share(nodes[best], prose) < CORE_SHARE:
                break
            core = best
        return core, self._inner(core)

    def _share(self, node: Node, prose: list[int]) -> float:
        """Which part of the prose an element holds; where there is too little prose, of all characters."""
        sums = prose if prose[-1] >= _LEAST_PROSE else self._chars
        return (sums[node.end] - sums[node.first]) / sums[-1] if sums[-1] else 0.0

    def _judge_within(self, core: int, prose: list[int]) -> None:
        """Judge the pieces of a wide core that hold no prose: it may hold the whole page, menus and foot included."""
        numbers = [child for child in self.children[core] if child not in self._hard]
        for piece in () if numbers else self.page.entries_of(core):
            if self._share(piece, prose) < _LITTLE:
                self._judge_piece(piece, inside=True)
        for number in numbers:
            piece = self.page.nodes[number]
            if self._share(piece, prose) < _LITTLE:
                self._judge_piece(piece, inside=True)
            elif piece.tag in _LAID_OUT:
                self._judge_within(number, prose)

    def _prose(self) -> list[int]:
        """Sums of running text by line; teasers count only where there is little else."""
        weights = [0] * len(self.page.lines)
        for i in self.page.verses():  # a refrain is no prose
            line = self.page.lines[i]
            plain = len(line.text) - count_linked(line) if len(line.text) >= PROSE else 0
            is_prose = plain >= PROSE and line.kind not in ("furniture", "heading", "title")
            weights[i] = plain if is_prose and (self.title is None or i > self.title) else 0
        own = list(weights)
        for listing in self.listings:
            if listing.teasers:
                node = self.page.nodes[listing.node]
                own[node.first : node.end] = [0] * (node.end - node.first)
        return _sums(own if sum(own) >= _MUCH_PROSE else weights)

    def _inner(self, core: int) -> int:
        """The element up to which what stands beside the core belongs to the page, unless it shows otherwise."""
        inner = core
        number = core
        while number > 0:
            node = self.page.nodes[number]
            is_main = node.tag in MAIN_ROLES or node.attributes.get("role") in MAIN_ROLES
            holds_title = self.title is not None and node.first <= self.title < node.end
            if is_main or holds_title:
                inner = number
                if is_main and (holds_title or node.tag == "main"):
                    break
                if holds_title:
                    break
            number = node.parent
        if inner == core and self.title is None and core > 0:
            return self.page.nodes[core].parent
        return inner

    def _judge_beside(self, core: int, inner: int) -> None:
        """Judge all that stands beside the core, level by level up to the whole page."""
        number, inside = core, core != inner
        while number > 0:
            parent = self.page.nodes[number].parent
            for child in self.children[parent]:
                if child != number and child not in self._hard:
                    self._judge_piece(self.page.nodes[child], inside=inside)
            if not inside:
                self._judge_loose(parent)
            inside = inside and parent != inner
            number = parent

    def _judge_piece(self, node: Node, *, inside: bool) -> None:
        """Judge one element beside the core."""
        if node.end <= node.first:
            return
        holds_title = self.title is not None and node.first <= self.title < node.end
        if holds_title and inside:
            return
        if self._is_foreign(node):
            self._set_aside(node, keep_fields=False)
        elif not inside and not self._is_day_of_title(node):
            self._set_aside(node, keep_fields=True)

    def _is_day_of_title(self, node: Node) -> bool:
        """Whether an element is nothing but a day, set right before the title as a calendar's leaf beside it."""
        if self.title is None or not 0 < self.title - node.first <= _LINES_OF_LEAF or node.end > self.title:
            return False
        lines = self.page.lines[node.first : node.end]
        return len(lines) == 1 and len(lines[0].text) <= _LEAF and names_day(lines[0].text)

    def _judge_loose(self, number: int) -> None:
        """Set aside lines that stand in an element outside the page itself, in none of its children."""
        for i in self._loose.get(number, ()):
            if i not in self._fields:
                self.page.lines[i].kind = "furniture"

    def _is_foreign(self, node: Node) -> bool:
        """Whether an element beside the core shows that it is of the site: teasers, a menu, the foot."""
        lines = self.page.lines[node.first : node.end]
        heading = lines[0]
        if heading.kind == "heading" and is_related_heading(heading.text) and self._link_share(node) > 0.2:
            return True
        if any(is_footer_text(line.text) for line in lines if line.links or len(lines) < 4):
            return True
        return self._is_menu(node) or self._is_teasers(node)

    def _is_menu(self, node: Node) -> bool:
        """Whether an element is a menu or a path: short links, and no label before them."""
        lines = self.page.lines[node.first : node.end]
        if self._kept[node.end] > self._kept[node.first]:
            return False
        if self._size(node) < 400 and plain_key(lines[0].text) in ("accueil", "home", "vous etes ici"):
            return True
        linked = [line for line in lines if line.links]
        if sum(len(line.links) for line in linked) < 3 or _has_file(linked):
            return False
        mean = self._size(node) / len(lines)
        return self._link_share(node) >= _MENU_SHARE and mean < _MENU_WORD

    def _is_teasers(self, node: Node) -> bool:
        """Whether an element is mostly teasers of other pages, on a page that has prose of its own."""
        if not self.listings and self._linked[node.end] == self._linked[node.first]:
            return False
        teasers = sum(
            self._size(self.page.nodes[listing.node])
            for listing in self.listings
            if listing.teasers and node.first <= self.page.nodes[listing.node].first < node.end
        )
        titles = [
            len(line.text)
            for i, line in enumerate(self.page.lines[node.first : node.end], node.first)
            if i not in self._protected and is_linked_title(line)
        ]
        of_others = max(teasers, sum(titles) if len(titles) > 1 else 0)
        return of_others > 0.5 * self._size(node) and self._has_own_prose()

    def _has_own_prose(self) -> bool:
        """Whether much prose stands outside listings."""
        inside = {
            i
            for listing in self.listings
            if listing.teasers
            for i in range(self.page.nodes[listing.node].first, self.page.nodes[listing.node].end)
        }
        own = 0
        for i, line in enumerate(self.page.lines):
            if len(line.text) >= PROSE and line.kind != "furniture" and i not in inside:
                own += len(line.text)
                if own >= _MUCH_PROSE:
                    return True
        return False

    def _judge_related(self) -> None:
        """Set aside what follows a heading such as `À lire aussi`, up to the next heading of its rank."""
        for i in self.page.verses():
            line = self.page.lines[i]
            if line.kind != "heading" or i == self.title or not is_related_heading(line.text):
                continue
            end = self._section_end(i)
            below = self.page.lines[i + 1 : end]
            entries = any(other.kind == "heading" and other.row is not None for other in (line, *below))
            if entries or is_heading_of_others(line.text) or any(map(is_linked_title, below)):
                self.page.set_aside(i, end, {k for k in range(i, end) if self._may_stay(k)})

    def _may_stay(self, k: int) -> bool:
        """Whether a line below such a heading stays: the title, and a stamp that is not of an entry."""
        line = self.page.lines[k]
        return line.row is None and (k == self.title or bool(find_stamps(line.text)))

    def _judge_columns(self, prose: list[int]) -> None:
        """Set aside columns beside that of the title, where one of their headings announces what is not of the page."""
        number = self.page.lines[self.title].home if self.title is not None else 0
        while number > 0:
            node, parent = self.page.nodes[number], self.page.nodes[number].parent
            if prose[node.end] - prose[node.first] >= _LEAST_PROSE:
                for child in self.children[parent] if parent >= 0 else ():
                    if child != number and self._announces_others(self.page.nodes[child]):
                        self._set_aside(self.page.nodes[child], keep_fields=False)
            number = parent

    def _announces_others(self, node: Node) -> bool:
        """Whether an element that holds several lines has a heading of other pages or events."""
        lines = self.page.lines[node.first : node.end]
        return len(lines) > 1 and any(line.kind == "heading" and is_related_heading(line.text) for line in lines)

    def _judge_comments(self) -> None:
        """Set aside what visitors wrote below a page, whatever days and towns they name."""
        for i in self.page.verses():
            line = self.page.lines[i]
            if line.kind == "heading" and i != self.title and is_comments_heading(line.text):
                self.page.set_aside(i, self._section_end(i), (self.title,))

    def _section_end(self, i: int) -> int:
        """Where the section under the heading on line i ends: the next heading of its rank, or its element's end."""
        line = self.page.lines[i]
        node = self.page.nodes[line.home]
        while node.parent >= 0 and node.end == i + 1:
            node = self.page.nodes[node.parent]
        for k in range(i + 1, node.end):
            other = self.page.lines[k]
            if other.kind == "heading" and other.level <= line.level and other.row == line.row:
                return k
        return node.end

    def _judge_before_title(self) -> None:
        """Set aside short lines above the title: the site's name and slogan, tools. Days and labels stay."""
        if self.title is None:
            return
        self.page.unshare_what_is_read()
        for i in self.page.verses():
            line = self.page.lines[i]
            if line.kind == "furniture" or i >= self.title:
                continue
            short = len(line.text) < _LONG_BEFORE_TITLE and not any(c.isdigit() for c in line.text)
            if i not in self._protected and (short or is_furniture_text(line.text)) and line.row is None:
                line.kind = "furniture"


_FILE: Final = re.compile(r"\.(?:pdf|docx?|odt|pptx?|odp|xlsx?|ods|rtf|zip)(?:$|[?#])", re.IGNORECASE)


def _has_file(lines: Iterable[Line]) -> bool:
    """Whether a link leads to a document."""
    return any(_FILE.search(raw) for line in lines for _, _, raw in line.links)


def _length(line: Line) -> int:
    """The characters of a line."""
    return len(line.text)


def _sums(values: Iterable[int]) -> list[int]:
    """Running sums, beginning with 0."""
    return list(accumulate(values, initial=0))
