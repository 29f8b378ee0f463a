"""Menus that were read before are taken out of the source of a page before it is parsed.

Nearly all of a page is menus, styles and the like, the same on each page of a site and each night. A list that reads
the same wherever it stands (`html_strict`) and in which no rule finds anything (`html_learning`) is replaced by an
empty one with a number. The walk puts in there what reading it once gave. Where the empty one is not found in the tree,
it stood in a comment or the like, and the page is read as it came.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator
from threading import Lock
from typing import Final, Generic, TypeVar

from lxml import etree

from extract.formats.html_learning import learn_refrain
from extract.formats.html_tree import Tree, parse_html, parse_whole
from extract.formats.html_walk import REFRAIN
from extract.formats.refrains import LIST_TAGS, Refrain

_SHORTEST: Final = 500
_LONGEST: Final = 200_000
_MOST_LISTS: Final = 24
"""Of lists that are looked at in one page: each costs a look at its characters."""
_DEEPEST: Final = 500
"""Below this the parser may give up, and would do so in a list that it does not see."""
_TAKEN_WHOLE: Final = frozenset(("a", "sup"))
_STYLES: Final = re.compile(r"(?:<style(?: [a-z]+=\"[^\"<>]*+\")*+>[^<]*+</style>\s*+)++")
_NO_STYLE: Final = f'<style {REFRAIN}="0"></style>'

T = TypeVar("T")


class Memory(Generic[T]):
    """What is made of sources, by the source itself, up to so many characters; what was not asked for longest goes."""

    def __init__(self, make: Callable[[str], T], most: int) -> None:
        self._make, self._most, self._size = make, most, 0
        self._kept: OrderedDict[str, T] = OrderedDict()
        self._lock = Lock()

    def give(self, source: str) -> T:
        """What is made of a source, made now if it is not known."""
        with self._lock:
            if source in self._kept:
                self._kept.move_to_end(source)
                return self._kept[source]
        made = self._make(source)
        with self._lock:
            if source not in self._kept:
                self._kept[source] = made
                self._size += len(source)
            while self._size > self._most:
                self._size -= len(self._kept.popitem(last=False)[0])
        return made


_refrains: Final = Memory(learn_refrain, 600_000)
_styles: Final = Memory(lambda source: _STYLES.fullmatch(source) is not None, 400_000)


def parse_page(text: str) -> tuple[Tree, list[Refrain]]:
    """Parse a page without its refrains; `walk` puts them where an empty list carries their number. Never raises."""
    if REFRAIN not in text:
        shorter, refrains, has_styles = _take_out(text)
        root = parse_whole(shorter) if refrains or has_styles else None
        if root is not None and _stand(root, len(refrains)) and (not has_styles or _stand_in_head(root)):
            return Tree(root, False), refrains
    return parse_html(text), []


def _take_out(text: str) -> tuple[str, list[Refrain], bool]:
    """The source of a page without refrains and without the styles of its head; the refrains; whether it has styles."""
    parts: list[str] = []
    refrains: list[Refrain] = []
    start, done = _find_styles(text)
    if done:
        parts += [text[:start], _NO_STYLE]
    for start, end, refrain in _find_refrains(text, done):
        parts += [text[done:start], _stand_in(refrain, len(refrains))]
        refrains.append(refrain)
        done = end
    parts.append(text[done:])
    return "".join(parts), refrains, _NO_STYLE in parts


def _stand_in(refrain: Refrain, number: int) -> str:
    """The empty list that stands for a refrain."""
    return f'<{refrain.tag} {REFRAIN}="{number}"{refrain.attributes}</{refrain.tag}>'


def _find_styles(text: str) -> tuple[int, int]:
    """Where the styles of the head begin and end that follow one another; (0, 0) where there are few or none."""
    start = text.find("<style")
    head_end = text.find("</head>", start) if start >= 0 else -1
    end = text.rfind("</style>", start, head_end) + len("</style>") if head_end >= 0 else 0
    if _SHORTEST <= end - start <= _LONGEST and _styles.give(text[start:end]):
        return start, end
    return 0, 0


def _find_refrains(text: str, at: int) -> Iterator[tuple[int, int, Refrain]]:
    """The refrains of a page with their start and end; lists inside others where the outer one is none."""
    looked_at = 0
    ahead = {tag: text.find(f"<{tag}", at) for tag in LIST_TAGS}
    while looked_at < _MOST_LISTS and (found := [(start, tag) for tag, start in ahead.items() if start >= 0]):
        start, tag = min(found)
        end = _end_of_list(text, tag, start)
        if end is None:
            ahead[tag] = -1
            continue
        at = end
        if end - start >= _SHORTEST:
            looked_at += 1
            refrain = _refrains.give(text[start:end]) if end - start <= _LONGEST else None
            at = end if refrain else start + 1
            if refrain:
                yield start, end, refrain
        ahead = {tag: text.find(f"<{tag}", at) if 0 <= start < at else start for tag, start in ahead.items()}


def _end_of_list(text: str, tag: str, start: int) -> int | None:
    """Where the list ends that begins at `start`, beyond the longest if it is too long; None where it never does."""
    opened, at = 1, start + 1
    while opened:
        close = text.find(f"</{tag}>", at)
        if close < 0:
            return None
        opened += text.count(f"<{tag}", at, close) - 1
        at = close + len(f"</{tag}>")
        if at - start > _LONGEST:
            break
    return at


def _stand(root: etree._Element, count: int) -> bool:
    """Whether all lists with a number stand in the tree in their order, where the walk comes by them."""
    found = [element for element in root.iter(*LIST_TAGS) if element.get(REFRAIN) is not None]
    if [element.get(REFRAIN) for element in found] != [str(number) for number in range(count)]:
        return False
    return all(map(_is_walked, found))


def _is_walked(element: etree._Element) -> bool:
    """Whether an element is not too deep in the tree, nor in one whose text is taken as a whole."""
    around = [above.tag for above in element.iterancestors()]
    return len(around) < _DEEPEST and _TAKEN_WHOLE.isdisjoint(around)


def _stand_in_head(root: etree._Element) -> bool:
    """Whether the empty style that stands for the others is in the head."""
    head = root.find("head")
    return head is not None and any(style.get(REFRAIN) is not None for style in head.iterchildren("style"))
