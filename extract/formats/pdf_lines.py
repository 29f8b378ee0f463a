"""Paragraphs of a PDF: lines of one region joined where the line was full, broken where the author broke them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from extract.formats.pdf_addresses import are_parts_of_address, goes_on_with, is_address
from extract.formats.pdf_day_lists import day_behind_head, find_heads_of_days
from extract.formats.pdf_headings import are_parted, is_when, leads_on
from extract.formats.pdf_order import Region
from extract.formats.pdf_statements import find_statements
from extract.formats.pdf_words import PageWord

_BULLET = re.compile(r"[•●▪■◦‣–—\-*>»➢➤➔➜⇒►✓✔❖oO→\uf0a7\uf0b7\uf0d8\uf0fc]")
_BLANKS = re.compile(r"(?:[._…]\s?){5,}|…{2,}|_{3,}")
_DAY = re.compile(
    r"(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|LUNDI|MARDI|MERCREDI|JEUDI|VENDREDI|SAMEDI|DIMANCHE)"
    r"\s(?:\d{1,2}|1er)\b|(?:Lun|Mar|Mer|Jeu|Ven|Sam|Dim)\.\s(?:\d{1,2}|1er)\b"
)
# A day told over several lines, one word in each, as posters do: each word and what may stand below it.
_MONTH = r"(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)"
_STACKED = re.compile(
    rf"(?:(?:le\s)?(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\n(?:[0-3]?\d|1er)(?:\s{_MONTH})?|"
    rf"(?:.{{0,12}}\s)?(?:[0-3]?\d|1er)\n{_MONTH}(?:\s20\d\d)?|.{{0,24}}{_MONTH}\n20\d\d)",
    re.IGNORECASE,
)
# A weekday with hours that end the line: when people meet, and no limit that a sentence goes on to.
_MEETS = re.compile(
    r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\s(?:1er|\d).*\d\s?h(?:\s?\d\d)?$", re.IGNORECASE
)
_WEEKDAY_LAST = re.compile(r"\b(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)$", re.IGNORECASE)
_HOURS_LAST = re.compile(r"[\dhH] ?(?:-|–|à|>|/) ?\d{1,2} ?[hH:](?: ?[0-5]\d)?\)?$")
# A range of hours over the end of a line: `jeudi 8 octobre, de 18h` / `à 20h30`.
_FROM_LAST = re.compile(r"(?<!partir )\b(?:de|entre) \d{1,2} ?(?:[hH:](?: ?[0-5]\d)?|heures)$")
_TO_FIRST = re.compile(r"(?:à|et|jusqu['’]à|[-–]) ?\d{1,2} ?(?:[hH:]|heures)")
_LEADS_ON = re.compile(r"(?:,|\b(?:le|les|du|au|et|ou|de|dès|depuis|à|avant|jusqu['’]au|–|-))$", re.IGNORECASE)
# Words that are written with a capital only where a sentence, or a line of its own, begins.
_OPENS = re.compile(
    r"(?:Une?|Des|Ces?|Cet(?:te)?|Chaque|On|Nous|Vous|Ils?|Elles?|Votre|Vos|Notre|Nos|Pour|Afin|Avec|Dans|Sur|Sous|"
    r"Inscriptions?|Renseignements?|Contacts?|Entr[ée]e|Places|Gratuit|R[ée]servations?|Possibilit[ée]|Merci|Venez|"
    r"Attention|Tou(?:te)?s|Organis[ée]e?s?|Animation|Accueil|Rendez-vous|Lieu|Horaires?|Dates?|Public|Tarifs?)"
    r"(?=[\s:,]\s?(?:$|[^A-ZÀ-Ý\s]))"
)
_TERMINAL = (".", "!", "?", ":", ";", "»", '"', ")")
_SAME_SIZE = 0.12
_SAME_LINE = 0.4
_WIDE_GAP = 0.75  # of the type size: a wider gap between two lines parts paragraphs
_LONGEST_HEADING = 200
_SHORT = 0.6  # of the width of its region: such a line is no full one
_OPEN_END = 0.4  # of its width: a comma before a small letter ends no line that is not full
_FULL_COLUMN = 0.6  # of the room between its neighbours: text that wraps takes up more of its column

Sizes = tuple[float, float]
"""The size of the body's type and that of the title's."""


@dataclass(slots=True)
class VisualLine:
    """One printed line: its words from left to right."""

    words: list[PageWord]
    x0: float = 0.0
    top: float = 0.0
    x1: float = 0.0
    bottom: float = 0.0
    size: float = 0.0

    def __post_init__(self) -> None:
        self.words.sort(key=lambda word: word.x0)
        self.x0, self.x1 = self.words[0].x0, max(word.x1 for word in self.words)
        self.top, self.bottom = min(w.top for w in self.words), max(w.bottom for w in self.words)
        sizes = sorted(word.size for word in self.words)
        self.size = sizes[len(sizes) // 2]

    def text(self) -> str:
        """The words with spaces."""
        return " ".join(word.text for word in self.words)


@dataclass(slots=True)
class Paragraph:
    """Printed lines that are one line of the text. `open_end`: its last line was full and ends no sentence."""

    lines: list[VisualLine]
    page: int
    bullet: bool = False
    row: int | None = None
    column: int | None = None
    is_cell: bool = False
    furniture: bool = False
    open_end: bool = False
    pages: list[int] = field(default_factory=list)

    @property
    def size(self) -> float:
        """The height of its type."""
        return self.lines[0].size

    def text(self) -> str:
        """The words with spaces, hyphens as printed."""
        return " ".join(line.text() for line in self.lines)


def build_visual_lines(words: list[PageWord]) -> list[VisualLine]:
    """Bring the words of a region together into printed lines, top to bottom."""
    rows: list[list[PageWord]] = []
    for word in sorted(words, key=lambda item: item.middle):
        if rows and _on_line(rows[-1], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return sorted((VisualLine(row) for row in rows), key=lambda line: line.top)


def _on_line(row: list[PageWord], word: PageWord) -> bool:
    """Whether a word stands on the line of the words so far: by the largest of them."""
    largest = max(row, key=lambda item: item.size)
    return abs(word.middle - largest.middle) <= _SAME_LINE * max(largest.size, word.size)


def build_paragraphs(
    region: Region, page: int, right_edge: float, body_size: float, title_size: float = 0.0
) -> list[Paragraph]:
    """Join the lines of a region into paragraphs. `right_edge` is where the lines of the page's text end.

    `title_size` is the largest type of the page: what stands in it is its title.
    """
    words = [word for segment in region.segments for word in segment.words]
    lines = build_visual_lines(words)
    if not lines:
        return []
    right = _right_of(lines, region, right_edge)
    left = min(line.x0 for line in lines)
    leading = _usual_gap(lines)
    paragraphs: list[Paragraph] = []
    texts = [line.text() for line in lines]
    heads = find_heads_of_days(texts)
    heads |= {n for n in find_statements(texts) if max(lines[n].size, lines[n - 1].size) <= 1.2 * body_size}
    for number, line in enumerate(lines):
        last = paragraphs[-1] if paragraphs else None
        if last and number not in heads and _goes_on(last, line, right, left, leading, (body_size, title_size)):
            last.lines.append(line)
        else:
            paragraphs.append(Paragraph([line], page, bullet=_is_bullet(line)))
    for paragraph in paragraphs:
        ending = paragraph.lines[-1]
        paragraph.open_end = ending.x1 > right - 4 * ending.size and not ending.text().endswith(_TERMINAL)
    return paragraphs


def join_large_lines(paragraphs: list[Paragraph], body_size: float) -> list[Paragraph]:
    """Join a wrapped title whose last line fell into a region of its own: same large type, same edge, right below."""
    joined: list[Paragraph] = []
    for paragraph in paragraphs:
        if joined and _wraps(joined[-1], paragraph, body_size):
            joined[-1].lines += paragraph.lines
        else:
            joined.append(paragraph)
    return joined


def _wraps(above: Paragraph, below: Paragraph, body: float) -> bool:
    """Whether one large line stands right below another, with a gap that only wrapped lines have."""
    if above.is_cell or below.is_cell or above.bullet or below.bullet:
        return False
    before, line = above.lines[-1], below.lines[0]
    if before.size <= 1.4 * body or abs(before.size - line.size) > _SAME_SIZE * before.size:
        return False
    if are_parted(before.text(), line.text(), had_room=True, in_title=True):
        return False
    close = 0 <= line.top - before.bottom <= 0.4 * line.size and abs(before.x0 - line.x0) < 2
    return close and len(above.text()) + len(below.text()) <= _LONGEST_HEADING


def _right_of(lines: list[VisualLine], region: Region, right_edge: float) -> float:
    """Where full lines of a region end: where several of them do, else at the edge of the column."""
    edge = max(line.x1 for line in lines)
    width = edge - min(line.x0 for line in lines)
    near = sum(line.x1 > edge - 0.12 * width for line in lines)
    room = max(edge, min(region.right, right_edge) if right_edge > edge else region.right)
    if near >= max(3, 0.4 * len(lines)) and width > _FULL_COLUMN * (room - edge + width):
        return edge
    return room


def _usual_gap(lines: list[VisualLine]) -> float:
    """The white between lines of one paragraph: a low quartile of the gaps that are no paragraph's."""
    gaps = sorted(
        after.top - before.bottom
        for before, after in pairwise(lines)
        if after.top - before.bottom <= _WIDE_GAP * after.size
    )
    return max(0.0, gaps[len(gaps) // 4]) if gaps else 0.0


def _goes_on(last: Paragraph, line: VisualLine, right: float, left: float, leading: float, sizes: Sizes) -> bool:
    """Whether a line goes on with the paragraph before it."""
    before = last.lines[-1]
    body, title = sizes
    ranges = _FROM_LAST.search(before.text()) and _TO_FIRST.match(line.text())
    if ranges or _STACKED.fullmatch(f"{last.text()}\n{line.text()}") or goes_on_with(before.text(), line.text()):
        return True
    if abs(before.size - line.size) > _SAME_SIZE * max(before.size, line.size) or _begins_anew(line):
        return False
    gap = line.top - before.bottom
    if gap > 1.2 * line.size or (gap > leading + 0.4 * line.size and not _must_go_on(before, line, right)):
        return False
    if _BLANKS.search(before.text()) or _BLANKS.search(line.text()):
        return False
    if _are_list_lines(before, line) or _is_day_line(before, line) or _opens_anew(before.text(), line.text()):
        return False
    if before.size > 1.2 * body and not last.bullet:
        full, in_title = _was_full(before, line, right, left), before.size > (1 - _SAME_SIZE) * title
        parted = are_parted(before.text(), line.text(), had_room=not full, in_title=in_title) or is_address(
            before.text()
        )
        return not parted and len(last.text()) + len(line.text()) <= _LONGEST_HEADING
    first = line.words[0]
    if re.search(r"\w\w-$", before.words[-1].text) and first.text[:1].isalnum():
        return True
    answered = len(last.lines) == 1 and _asks(before) and line.x1 - left < _SHORT * (right - left)
    return not (answered and first.text[:1].isupper()) and _was_full(before, line, right, left)


def _opens_anew(before: str, line: str) -> bool:
    """Whether a line is part of an address, or opens a sentence while the one before it has ended none."""
    opens = _OPENS.match(line) is not None and not before.endswith(_TERMINAL) and not leads_on(before)
    return opens or are_parts_of_address(before, line)


def _asks(line: VisualLine) -> bool:
    """Whether a line ends a question or a call: what a meeting is about; the next line tells where or when."""
    return line.text().endswith(("?", "!"))


def _must_go_on(before: VisualLine, line: VisualLine, right: float) -> bool:
    """Whether only widely spaced lines explain two lines: the first is full and its sentence goes on in the second."""
    full = before.x1 > right - 4 * before.size
    return full and line.words[0].text[:1].islower() and not before.text().endswith(_TERMINAL)


def _was_full(before: VisualLine, line: VisualLine, right: float, left: float) -> bool:
    """Whether the first word of a line had no room on the line before it (or plainly goes on with its sentence)."""
    first = line.words[0]
    ends = before.text().endswith((".", "!", "?"))
    if ends and line.x0 > left + 0.8 * line.size and before.x0 <= left + 0.8 * line.size:
        return False
    if _are_centred(before, line) and (first.text[:1].isupper() or first.text[:1].isdigit()):
        return False
    # A centred line has room on both of its sides.
    reach = left + before.x1 - before.x0 if _are_centred(before, line) else before.x1
    needed = reach + (first.x1 - first.x0) + 0.22 * line.size
    if needed > right - 0.3 * line.size:
        return True
    goes_on = (first.text[:1].islower() or first.text[:1] == "(") and not before.text().endswith(_TERMINAL)
    goes_on = goes_on or (first.text[:1].isdigit() and _WEEKDAY_LAST.search(before.text()) is not None)
    share = _OPEN_END if before.text().endswith(",") else _SHORT
    return goes_on and before.x1 - left > share * (right - left)


def _are_centred(before: VisualLine, line: VisualLine) -> bool:
    """Whether two lines share their middle and not their beginning, as those of a flyer do."""
    apart = (before.x0 + before.x1) / 2 - (line.x0 + line.x1) / 2
    return abs(apart) < 0.5 * line.size and abs(before.x0 - line.x0) > 0.5 * line.size


def _is_key_line(line: VisualLine) -> bool:
    """Whether a line begins with an hour: a line of a programme."""
    return re.match(r"(?:de |à )?\d{1,2} ?[hH:]", line.text()) is not None


def _is_day_line(before: VisualLine, line: VisualLine) -> bool:
    """Whether a line begins with a day, the weekday in capitals, or is one, and the one before it leads to none."""
    alone = is_when(line.text()) and _MEETS.match(line.text()) is not None
    begins = alone or _DAY.match(line.text()) or day_behind_head(line.text())
    return bool(begins) and _LEADS_ON.search(before.text()) is None and not leads_on(before.text())


def _are_list_lines(before: VisualLine, line: VisualLine) -> bool:
    """Whether two lines are of a list: each begins with an hour, the first ends with hours, the second is only when."""
    if _is_key_line(line) and is_when(line.text()) and not leads_on(before.text()):
        return True
    if _is_key_line(before) and _is_key_line(line):
        return True
    return _HOURS_LAST.search(before.text()) is not None and line.text()[:1].isupper()


def _is_bullet(line: VisualLine) -> bool:
    """Whether a line begins with the mark of a list item."""
    return len(line.words) > 1 and _BULLET.fullmatch(line.words[0].text) is not None


def _begins_anew(line: VisualLine) -> bool:
    """Whether a line begins with a mark that only begins lines: a box to tick, the number of a link."""
    return _is_bullet(line) or re.match(r"\[ ?\]|[☐□❏❑○◯]|\[\d{1,3}\]", line.text()) is not None


def is_form_blank(text: str) -> bool:
    """Whether a line is the blank of a form, or a line of contents with leaders: no facts either way."""
    return _BLANKS.search(text) is not None


def join_over_breaks(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Join a paragraph that goes on in the next column or on the next page to its beginning."""
    joined: list[Paragraph] = []
    last: Paragraph | None = None
    for paragraph in paragraphs:
        if paragraph.furniture or paragraph.is_cell:
            joined.append(paragraph)
            last = last if paragraph.furniture else None
            continue
        if last and _continues(last, paragraph):
            last.lines += paragraph.lines
            last.pages += [paragraph.page] * len(paragraph.lines)
            last.open_end = paragraph.open_end
            continue
        paragraph.pages = [paragraph.page] * len(paragraph.lines)
        joined.append(paragraph)
        last = paragraph
    return joined


def _continues(last: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a paragraph is the rest of the one before it: open end, same type, and it begins in lower case."""
    return (
        last.open_end
        and not paragraph.bullet
        and abs(last.size - paragraph.size) <= _SAME_SIZE * last.size
        and paragraph.lines[0].words[0].text[:1].islower()
        and (paragraph.page != last.pages[-1] or paragraph.lines[0].top < last.lines[-1].top)
    )
