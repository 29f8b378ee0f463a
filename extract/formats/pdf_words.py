"""The words of a PDF page with their boxes, from characters and geometry, whatever order the page was written in."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c

from extract.formats.lines import Box, tidy_characters

# Spacing accents that some producers set over a letter of their own, and the combining accents they mean.
_ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    "ˆ": "\u0302",
    "¨": "\u0308",
    "¸": "\u0327",
    "~": "\u0303",
    "˜": "\u0303",
    "ˊ": "\u0301",
    "ˋ": "\u0300",
}
_PDFIUM_HYPHENS = ("\x02", "\ufffe", "\u00ad")
_MOST_ACCENTS = 300  # looked for over the whole page
_WORD_GAP = 0.22  # of the character height: a wider gap ends the word
_LINE_SHIFT = 0.5  # of the character height: a larger step up or down ends the word
_FEWEST_TURNED = 4  # letters one under the other


@dataclass(slots=True)
class PageWord:
    """A word on a page; box in points from the top left of the page as shown. `size` is the height of its type."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """The height of the middle of the word."""
        return (self.top + self.bottom) / 2

    @property
    def box(self) -> Box:
        """The box, rounded to a tenth of a point."""
        return (round(self.x0, 1), round(self.top, 1), round(self.x1, 1), round(self.bottom, 1))


class Frame:
    """From the coordinates of a page to points from the top left of the page as shown (crop and turn included)."""

    _SCALE = 64

    def __init__(self, page: Any) -> None:
        self.width, self.height = page.get_size()
        origin, right, up = (self._shown(page, x, y) for x, y in ((0, 0), (1000, 0), (0, 1000)))
        self._ox, self._oy = origin
        self._ax, self._ay = (right[0] - origin[0]) / 1000, (right[1] - origin[1]) / 1000
        self._bx, self._by = (up[0] - origin[0]) / 1000, (up[1] - origin[1]) / 1000
        self._is_upright = abs(self._ay) < 1e-6 and abs(self._bx) < 1e-6 and self._ax > 0 > self._by

    def _shown(self, page: Any, x: float, y: float) -> tuple[float, float]:
        """Where pdfium shows a point of the page, in points from the top left."""
        dx, dy = ctypes.c_int(), ctypes.c_int()
        width, height = round(self.width * self._SCALE), round(self.height * self._SCALE)
        pdfium_c.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, x, y, dx, dy)
        return dx.value / self._SCALE, dy.value / self._SCALE

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box as shown: (x0, top, x1, bottom)."""
        if self._is_upright:
            x, y, across, down = self._ox, self._oy, self._ax, self._by
            return (x + across * left, y + down * top, x + across * right, y + down * bottom)
        xs = (self._ox + self._ax * left + self._bx * bottom, self._ox + self._ax * right + self._bx * top)
        ys = (self._oy + self._ay * left + self._by * bottom, self._oy + self._ay * right + self._by * top)
        return (min(xs), min(ys), max(xs), max(ys))


def find_words(text_page: Any, frame: Frame, most: int) -> list[PageWord]:
    """Find the words of a page, of its first `most` characters."""
    characters = _characters(text_page, frame, most)
    _set_accents(characters)
    words: list[PageWord] = []
    current: list[tuple[str, Box]] = []
    for character, box in characters:
        if not character:
            continue
        if character.isspace():
            _end_word(current, words)
            continue
        if current and _is_apart(current[-1][1], box):
            _end_word(current, words)
        current.append((character, box))
    _end_word(current, words)
    return [word for word in words if word.text]


def _characters(text_page: Any, frame: Frame, most: int) -> list[tuple[str, Box]]:
    """Every character with its box as shown, in the order of the content stream."""
    raw = text_page.raw
    count = min(pdfium_c.FPDFText_CountChars(raw), most)
    rect = pdfium_c.FS_RECTF()
    code_of, box_of, place = pdfium_c.FPDFText_GetUnicode, pdfium_c.FPDFText_GetLooseCharBox, frame.box
    found: list[tuple[str, Box]] = []
    nowhere = (0.0, 0.0, 0.0, 0.0)
    for index in range(count):
        character = chr(code_of(raw, index))
        if character in _PDFIUM_HYPHENS:
            character = "-"
        if character in " \r\n\t\u00a0" or not box_of(raw, index, rect):
            found.append((character if character.isspace() else "", nowhere))
            continue
        found.append((character, place(rect.left, rect.bottom, rect.right, rect.top)))
    return found


def _set_accents(characters: list[tuple[str, Box]]) -> None:
    """Put accents that stand over a letter of their own into the letter; the accent and the space before it go."""
    searched = 0
    for index, (character, box) in enumerate(characters):
        mark = _ACCENTS.get(character) or (character if unicodedata.combining(character or " ") else None)
        if mark is None:
            continue
        near = [other for step in (1, 2, -1, -2) if 0 <= (other := index + step) < len(characters)]
        at = _letter_under(characters, near, mark, box)
        if at is None and searched < _MOST_ACCENTS:
            searched += 1
            at = _letter_under(characters, range(len(characters)), mark, box)
        if at is None:
            continue
        letter, place = characters[at]
        characters[at] = (_composed(letter, mark), place)
        between = range(min(index, at), max(index, at) + 1) if abs(index - at) <= 2 else (index,)
        for gone in between:
            if gone != at:
                characters[gone] = ("", box)


def _composed(letter: str, mark: str) -> str:
    """The letter with its accent."""
    return unicodedata.normalize("NFC", letter.replace("ı", "i") + mark)


def _letter_under(characters: list[tuple[str, Box]], places: Iterable[int], mark: str, box: Box) -> int | None:
    """Which of some characters is the letter that an accent stands over, or None."""
    for at in places:
        letter, place = characters[at]
        if letter.isalpha() and _stands_over(box, place) and len(_composed(letter, mark)) == 1:
            return at
    return None


def _stands_over(accent: Box, letter: Box) -> bool:
    """Whether the middle of the accent is above the letter and on its line."""
    middle = (accent[0] + accent[2]) / 2
    slack = 0.15 * (letter[3] - letter[1])
    on_line = accent[1] < letter[3] and letter[1] < accent[3]
    return on_line and letter[0] - slack <= middle <= letter[2] + slack


def _is_apart(before: Box, after: Box) -> bool:
    """Whether geometry ends the word between two characters of the stream."""
    height = max(before[3] - before[1], after[3] - after[1])
    if abs((before[1] + before[3]) - (after[1] + after[3])) / 2 > _LINE_SHIFT * height:
        return True
    gap = after[0] - before[2]
    return gap > _WORD_GAP * height or after[0] < before[0] - 0.5 * height


def _end_word(current: list[tuple[str, Box]], words: list[PageWord]) -> None:
    """Make a word of the characters so far."""
    if not current:
        return
    text = tidy_characters("".join(character for character, _ in current))
    boxes = [box for _, box in current]
    current.clear()
    heights = sorted(box[3] - box[1] for box in boxes)
    word = PageWord(
        text.strip(),
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
        heights[len(heights) // 2],
    )
    if " " not in word.text:
        words.append(word)
        return
    _split_spaced(word, words)


def _split_spaced(word: PageWord, words: list[PageWord]) -> None:
    """Cut a word in whose characters a space came out (a ligature of several characters): widths in proportion."""
    width = (word.x1 - word.x0) / max(1, len(word.text))
    position = 0
    for part in word.text.split():
        position = word.text.index(part, position)
        x0 = word.x0 + position * width
        words.append(PageWord(part, x0, word.top, x0 + len(part) * width, word.bottom, word.size))
        position += len(part)


def upright(words: list[PageWord]) -> tuple[list[PageWord], list[PageWord]]:
    """Tell words that stand upright from letters of turned text, which come one under the other."""
    single = [word for word in words if len(word.text) == 1]
    if len(single) < _FEWEST_TURNED or (len(single) * 2 < len(words) and len(single) < 6):
        return words, []
    turned: set[int] = set()
    run: list[PageWord] = []
    for word in [*single, None]:
        if (
            word
            and run
            and abs(word.x0 - run[-1].x0) < word.size
            and abs(word.middle - run[-1].middle) < 1.6 * word.size
        ):
            run.append(word)
            continue
        if len(run) >= _FEWEST_TURNED and not _stand_in_lines(run, words):
            turned.update(id(member) for member in run)
        run = [word] if word else []
    return [w for w in words if id(w) not in turned], [w for w in words if id(w) in turned]


def _stand_in_lines(letters: list[PageWord], words: list[PageWord]) -> bool:
    """Whether letters that come one under the other each stand beside a word, as the `h` of hours in a column do."""
    longer = [word for word in words if len(word.text) > 1]
    beside = sum(any(_is_beside(letter, word) for word in longer) for letter in letters)
    return 2 * beside >= len(letters)


def _is_beside(letter: PageWord, word: PageWord) -> bool:
    """Whether a word stands on the line of a letter, no farther from it than words of one line do."""
    gap = max(word.x0 - letter.x1, letter.x0 - word.x1)
    return abs(word.middle - letter.middle) < 0.4 * letter.size and gap < 0.8 * letter.size
