"""A line of text on its way into a `Document`: clean words, and marks (links, moments, boxes) that keep their place.

Every format is first cut into lines; labels, stamps, print marks and furniture are then found on lines, whatever
the format was. `extract.formats.assemble` joins the lines into the text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from extract.document import BlockKind

Box = tuple[float, float, float, float]
Mark = tuple[int, int, str]

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Soft hyphen, zero-width signs, direction marks, byte order marks: nobody sees them.
_DROPPED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\ufeff\ufffe\uffff" + (
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_CONTROLS = "".join(map(chr, (*range(9), *range(14, 28), 127)))
_TABLE: dict[int, str | None] = {ord(c): None for c in _DROPPED + _CONTROLS}
_TABLE |= {ord(c): "'" for c in "\u2018\u2019\u02bc\u201b"}
_TABLE |= {ord(c): "-" for c in "\u2010\u2011"}
_TABLE |= {ord(c): plain for c, plain in _LIGATURES.items()}
# Bytes 0x80 to 0x9f read as Latin-1, or written as `&#146;`, are windows-1252 characters.
for _byte in range(0x80, 0xA0):
    _meant = bytes([_byte]).decode("windows-1252", "ignore")
    _TABLE[_byte] = {"": None, "’": "'", "‘": "'"}.get(_meant, _meant)
_SPECIAL = re.compile("[" + re.escape("".join(chr(c) for c in _TABLE)) + "\ud800-\udfff]")
# Of spans inside one another that a line leaves open, so many go on: a link that is never closed, two hundred times
# over, would else stand two hundred times on every line of the page.
_MOST_OPEN = 8
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Line:
    """One line. `links` and `moments` are (start, end, value) in `text`; `words` carry page and box.

    `value_at` is where the value of a labelled field begins (0 for other lines); `bold` counts the leading
    characters that markup sets in bold; `marked` says that markup calls the line a label; `home` is the number of
    the block element that holds the line (HTML only, else -1). `offered` marks a day that a form offers to choose;
    `column` counts the cells of a table row, `group` the paragraphs of a text.
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    row: int | None = None
    page: int | None = None
    label: str | None = None
    value_at: int = 0
    bold: int = 0
    marked: bool = False
    home: int = -1
    links: list[Mark] = field(default_factory=list)
    moments: list[Mark] = field(default_factory=list)
    words: list[tuple[int, int, int, Box]] = field(default_factory=list)
    offered: bool = False
    column: int | None = None
    group: int | None = None

    @property
    def value(self) -> str:
        """The words of the block: the text without the label in front of it."""
        return self.text[self.value_at :]

    def only_links(self) -> bool:
        """Whether nothing but links (and separators) stands in the value."""
        covered = sum(end - start for start, end, _ in self.links)
        return covered > 0 and len(self.value) - covered <= 3 * len(self.links)


def tidy_characters(text: str) -> str:
    """Drop invisible characters, split ligatures, straighten apostrophes; spaces are left alone; NFC."""
    if text.isascii():
        return text if text.isprintable() or not _SPECIAL.search(text) else text.translate(_TABLE)
    if _SPECIAL.search(text):
        text = _SURROGATE.sub("\ufffd", text.translate(_TABLE))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def is_tidy(text: str) -> bool:
    """Whether `tidy_characters` would leave a text as it is."""
    return not _SPECIAL.search(text) and unicodedata.is_normalized("NFC", text)


def tidy_text(text: str) -> str:
    """Bring a string to the form of `Document.text`: tidy characters, single plain spaces, no line break."""
    return " ".join(tidy_characters(text).split())


class LineWriter:
    """Writes the pieces of one line (text, and spans that open and close) with single spaces between words."""

    __slots__ = ("_open", "_parts", "_space", "bold", "length", "links", "moments", "written")

    def __init__(self) -> None:
        self._open: list[tuple[bool, int, str]] = []
        self.written = 0
        self._reset()

    def _reset(self) -> None:
        self._parts: list[str] = []
        self.length = 0  # characters of the line so far
        self._space = False
        self.bold = 0
        self.links: list[Mark] = []
        self.moments: list[Mark] = []

    def words(self) -> str:
        """The line so far."""
        return "".join(self._parts)

    def write(self, raw: str) -> None:
        """Add running text; its spaces are brought together, also with the text before it."""
        if raw.isspace():
            self._space = True
            return
        text = " ".join(raw.split())
        if not (text.isascii() and text.isprintable()) and not is_tidy(raw):
            text = " ".join(tidy_characters(raw).split())
        if not text:
            self._space = self._space or bool(raw)
            return
        if self.length and (self._space or raw[0].isspace()):
            text = " " + text
        self._parts.append(text)
        self.length += len(text)
        self.written += len(text)
        self._space = raw[-1].isspace()

    def glue(self, raw: str) -> None:
        """Add text to the word before it, whatever space stood between them (`1 er`)."""
        self._space = False
        self.write(raw.lstrip())

    def space(self) -> None:
        """End the word."""
        self._space = True

    def open(self, is_link: bool, value: str) -> None:
        """Open a span (a link, or a moment of markup) that ends with the matching `close`."""
        self._open.append((is_link, self.length, value))

    def close(self) -> None:
        """Close the span opened last."""
        is_link, start, value = self._open.pop()
        if self.length > start:
            (self.links if is_link else self.moments).append((start, self.length, value))

    def has_open(self) -> bool:
        """Whether a span is open."""
        return bool(self._open)

    def drop_space(self) -> None:
        """Begin a line where nothing was written."""
        self._space = False

    def flush(self) -> Line | None:
        """Give the line and begin a new one; open spans go on there. None when nothing was written."""
        if not self.length:
            self._space = False
            return None
        if self._open:
            for is_link, start, value in self._open[-_MOST_OPEN:]:
                if self.length > start:
                    (self.links if is_link else self.moments).append((start, self.length, value))
            self._open = [(is_link, 0, value) for is_link, _, value in self._open]
        text = "".join(self._parts)
        line = Line(text, bold=self.bold)
        if self.links:
            line.links = _trimmed(text, self.links)
        if self.moments:
            line.moments = _trimmed(text, self.moments)
        if not text.isascii() and not unicodedata.is_normalized("NFC", text):
            recompose(line)
        self._reset()
        return line


def _trimmed(text: str, marks: list[Mark]) -> list[Mark]:
    """Leave out the space at the edges of spans, and spans without words."""
    trimmed = []
    for start, end, value in marks:
        while start < end and text[start] == " ":
            start += 1  # noqa: PLW2901
        while end > start and text[end - 1] == " ":
            end -= 1  # noqa: PLW2901
        if end > start:
            trimmed.append((start, end, value))
    return trimmed


def recompose(line: Line) -> None:
    """Bring a line to NFC where a letter and its accent came in two pieces; all marks move along."""
    original = line.text

    def at(position: int) -> int:
        return len(unicodedata.normalize("NFC", original[:position]))

    line.text = unicodedata.normalize("NFC", original)
    line.bold = at(line.bold)
    line.links = [(at(start), at(end), value) for start, end, value in line.links]
    line.moments = [(at(start), at(end), value) for start, end, value in line.moments]


def cut(line: Line, start: int, end: int) -> Line:
    """Give the part of a line from `start` to `end` as a line of its own, with the marks inside it."""
    while start < end and line.text[start] == " ":
        start += 1
    while end > start and line.text[end - 1] == " ":
        end -= 1
    part = Line(line.text[start:end], line.kind, line.level, line.row, line.page, home=line.home, marked=line.marked)
    part.bold, part.column, part.group = max(0, min(line.bold, end) - start), line.column, line.group
    part.links = [(s - start, e - start, v) for s, e, v in line.links if s >= start and e <= end]
    part.moments = [(s - start, e - start, v) for s, e, v in line.moments if s >= start and e <= end]
    part.words = [
        (max(s, start) - start, min(e, end) - start, p, b) for s, e, p, b in line.words if s < end and e > start
    ]
    return part


def without(line: Line, spans: list[tuple[int, int]]) -> Line:
    """Give the line without some spans of its text (footnote marks of print exports); marks move along."""
    if not spans:
        return line
    kept: list[tuple[int, int]] = []
    position = 0
    for start, end in spans:
        kept.append((position, start))
        position = end
    kept.append((position, len(line.text)))
    joined = Line("", line.kind, line.level, line.row, line.page, home=line.home, marked=line.marked)
    for start, end in kept:
        part = cut(line, start, end)
        if part.text:
            glued = line.text[start:end][:1] in (*"., ;:!?)]", "")
            joined = join(joined, part, "" if glued and line.text[start] != " " else " ") if joined.text else part
    joined.label, joined.bold, joined.column, joined.group = line.label, line.bold, line.column, line.group
    return joined


def join(first: Line, second: Line, between: str = " ") -> Line:
    """Put two lines into one; kind, row and page are those of the first."""
    shift = len(first.text) + len(between)
    return Line(
        first.text + between + second.text,
        first.kind,
        first.level,
        first.row,
        first.page,
        first.label,
        first.value_at,
        first.bold,
        first.marked,
        first.home,
        first.links + [(s + shift, e + shift, v) for s, e, v in second.links],
        first.moments + [(s + shift, e + shift, v) for s, e, v in second.moments],
        first.words + [(s + shift, e + shift, p, b) for s, e, p, b in second.words],
        first.offered or second.offered,
        first.column,
        first.group,
    )
