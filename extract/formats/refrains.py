"""A refrain: a menu, or the choices of a form, that comes again on page after page, and what reading it gives.

Most of a page is menus, and every page of a site has the same ones. What the walk over such a menu makes is kept with
its source (`html_refrains`) and put into each page that holds it, as lines that all these pages share.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Final, NamedTuple

from extract.document import Block, BlockKind, Link
from extract.formats.lines import Line

LIST_TAGS: Final = ("ul", "select")
"""The lists that can be a refrain: menus, and the choices of a form."""
_MOST_BUILT = 2


class SharedLine(Line):
    """A line of a refrain, the same object on many pages: whoever tries to set something on it is refused."""

    __slots__ = ("refrain",)
    refrain: Refrain

    def __init__(self, line: Line, kind: BlockKind, refrain: Refrain) -> None:
        for name in (known.name for known in fields(Line)):
            object.__setattr__(self, name, getattr(line, name))
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "home", -1)
        object.__setattr__(self, "refrain", refrain)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a shared line is read only: {name}")

    def copy(self, home: int) -> Line:
        """An ordinary line of the same words, for a page that says something of its own of it."""
        return Line(self.text, self.kind, bold=self.bold, home=home, links=list(self.links))


class Built(NamedTuple):
    """The blocks and links of a refrain that is set aside, at one place of the text of a site."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]


@dataclass(slots=True, eq=False)
class Refrain:
    """One menu: its source, its lines as they are walked, the same lines set aside, and where its entries are.

    `entries` are (first, end) of the elements directly inside, counted from the first line of the refrain.
    """

    source: str
    tag: str
    attributes: str
    """Tag and attributes of the list itself, as they are written up to `>`."""
    lines: list[SharedLine] = field(default_factory=list)
    aside: list[SharedLine] = field(default_factory=list)
    entries: tuple[tuple[int, int], ...] = ()
    lengths: tuple[int, ...] = ()
    linked: tuple[int, ...] = ()
    """Of each line: its characters, and those of its links."""
    by_page: bool = False
    """Whether one of its links depends on the page it stands on."""
    built: dict[tuple[int, str | None], Built] = field(default_factory=dict)
    """What was built of it, by its place in the text and what its links are relative to: menus stand at the top."""

    def keep_built(self, shift: int, base: str | None, built: Built) -> None:
        """Keep what was built for the next page; a menu below the text of each page stands elsewhere each time."""
        if len(self.built) >= _MOST_BUILT:
            self.built.clear()
        self.built[shift, base] = built


def depends_on_page(raw: str) -> bool:
    """Whether a link leads elsewhere from another page of the site (`autre-page`, `?page=2`)."""
    is_of_site = raw.startswith(("/", "#")) and not raw.startswith("//")
    return not is_of_site and "://" not in raw


def count_linked(line: Line) -> int:
    """How many characters of a line are links."""
    if len(line.links) == 1:
        return line.links[0][1] - line.links[0][0]
    return sum(end - start for start, end, _ in line.links) if line.links else 0


def make_refrain(source: str, lines: list[Line], entries: tuple[tuple[int, int], ...]) -> Refrain:
    """A refrain out of the lines of its source."""
    tag = next(tag for tag in LIST_TAGS if source.startswith(f"<{tag}"))
    refrain = Refrain(source, tag, source[1 + len(tag) : source.index(">") + 1], entries=entries)
    refrain.lengths, refrain.linked = tuple(len(line.text) for line in lines), tuple(map(count_linked, lines))
    refrain.by_page = any(depends_on_page(raw) for line in lines for _, _, raw in line.links)
    refrain.aside += [SharedLine(line, "furniture", refrain) for line in lines]
    if all(line.kind == "furniture" for line in lines):
        refrain.lines = refrain.aside
    else:
        refrain.lines += [SharedLine(line, line.kind, refrain) for line in lines]
    return refrain
