"""The text of a PDF paragraph: hyphenation at line ends undone, each word with its page and box."""

from __future__ import annotations

import re

from extract.formats.lines import Box, Line
from extract.formats.pdf_lines import Paragraph
from extract.formats.pdf_words import PageWord

_GLUE_GAP = 0.08  # of the type size: words this near are one word that the producer cut
# First parts of words that keep their hyphen at a line end.
_COMPOUND = re.compile(
    r"(?:saint|sainte|hauts?|basse|nord|sud|est|ouest|pas|mont|vice|ex|non|quasi|demi|mi|semi|au|là|ci|celui|celle|ceux|peut|"
    r"rendez|vis|après|avant|porte|grand|petite?|dix|vingt|trente|quarante|cinquante|soixante|quatre|elle|lui|eux|même|"
    r"est|sont|a|ont|chef|lieu|savoir|compte|mise|prise|centre|point|inter|co|post|socio|médico|éco)-",
    re.IGNORECASE,
)


def build_vocabulary(paragraphs: list[Paragraph]) -> set[str]:
    """The words of a document in lower case, without the pieces that may be halves of a word cut at a line end."""
    found: set[str] = set()
    is_half = False
    for paragraph in paragraphs:
        for line in paragraph.lines:
            whole = [word.text.lower() for word in line.words]
            next_is_half = whole[-1].endswith("-")
            for text in whole[is_half : len(whole) - next_is_half]:
                found.update(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text))
            is_half = next_is_half
    return found


def build_line(paragraph: Paragraph, vocabulary: set[str], boxes: dict[Box, Box]) -> Line:
    """Write a paragraph as one line of text, hyphenation undone, every word with its page and box."""
    parts: list[str] = []
    words: list[tuple[int, int, int, Box]] = []
    length = 0
    previous: PageWord | None = None
    line_end = False
    pages = paragraph.pages or [paragraph.page] * len(paragraph.lines)
    for visual, page in zip(paragraph.lines, pages, strict=True):
        for word in visual.words:
            if previous is None and paragraph.bullet:
                previous = word
                continue
            glue, cut = _joint(previous, word, line_end, vocabulary) if parts else (True, False)
            if cut:
                parts[-1] = parts[-1][:-1]
                length -= 1
                start, end, on, box = words[-1]
                words[-1] = (start, end - 1, on, box)
            if not glue:
                parts.append(" ")
                length += 1
            parts.append(word.text)
            box = boxes.setdefault(word.box, word.box)
            words.append((length, length + len(word.text), page, box))
            length += len(word.text)
            previous, line_end = word, False
        line_end = True
    line = Line("".join(parts), page=paragraph.page, row=paragraph.row, column=paragraph.column, words=words)
    line.kind = (
        "furniture"
        if paragraph.furniture
        else "cell"
        if paragraph.is_cell
        else "item"
        if paragraph.bullet
        else "paragraph"
    )
    return line


def _joint(before: PageWord | None, after: PageWord, line_end: bool, vocabulary: set[str]) -> tuple[bool, bool]:
    """How two words stand together: glued or not, and whether the hyphen between them goes."""
    if before is None:
        return False, False
    if not line_end:
        near = after.x0 - before.x1 < _GLUE_GAP * max(before.size, after.size) and after.x0 > before.x0
        same = (
            abs(after.middle - before.middle) < 0.1 * before.size and abs(after.size - before.size) < 0.1 * before.size
        )
        return near and same and before.text[-1:].isalnum() and after.text[:1].isalnum(), False
    if not before.text.endswith("-") or len(before.text) < 2 or not before.text[-2].isalnum():
        return False, False
    if not after.text[:1].isalnum():
        return False, False
    return True, _is_hyphenation(before.text, after.text, vocabulary)


def _is_hyphenation(before: str, after: str, vocabulary: set[str]) -> bool:
    """Whether the hyphen at a line end cuts a word (and goes), or belongs to a compound (and stays)."""
    first = re.split(r"[^\w-]", before)[-1]
    second = re.split(r"[^\w-]", after)[0]
    if not second[:1].islower() or first[:-1].isdigit() or "-" in first[:-1] or re.search(r"-[A-ZÀ-Ý]", after):
        return False
    whole, compound = (first[:-1] + second).lower(), (first + second).lower()
    if compound in vocabulary:
        return False
    if whole in vocabulary:
        return True
    if _COMPOUND.fullmatch(first):
        return False
    known = first[:-1].lower() in vocabulary and second.lower() in vocabulary
    return not (known and min(len(first) - 1, len(second)) >= 4)
