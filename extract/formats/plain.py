"""Plain text and Markdown, as print exports are copied: markup leaves the text, links and headings stay known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.addresses import canonical_address, node_id_of
from extract.document import BlockKind, Document
from extract.formats.assemble import Head, build_document
from extract.formats.charset import decode_text
from extract.formats.fields import find_fields, set_lead, split_buttons
from extract.formats.labels import find_label, next_line_only
from extract.formats.letters import HEAD_OF_LETTER, read_letter
from extract.formats.limits import Limits
from extract.formats.lines import Line, LineWriter
from extract.formats.plain_columns import find_columns
from extract.formats.plain_furniture import set_head_aside
from extract.formats.plain_marks import frame_heads, part_at_rules, with_bullets
from extract.formats.print_export import is_only_a_date, read_print_marks, title_from_address
from extract.plain_keys import plain_key

_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
# A line between drawn marks heads what is below it: `--- AGENDA ---`, `== On y va ! ==`.
_FRAMED = re.compile(r"^\s*([-=*~_#+])\1+\s+(?P<words>[^\W_].{1,70}?)\s+\1{2,}\s*$")
# So does one in square brackets that is no mark of a link: `[Beauvais - Saint-Jean]`.
_BRACKETED = re.compile(r"^\s*\[\s*(?P<words>[^\W\d_][^\[\]\n]{1,60}[^\W_])\s*\]\s*$")
_ITEM = re.compile(r"^\s*(?:[-*+•●▪■◦‣–]|\d{1,2}[.)])\s+(?=\S)")
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_BARRED = re.compile(r"^\s*\|(?:[^|\n]*\|){2,}\s*$")
_TABLE_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")
# One inline piece: an escape, a link, an address in angle brackets, a code span, emphasis marks, or a tag.
_INLINE = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+\-.!<>|$~\"'&:])"
    r"|(?P<image>!)?\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)"
    r"|<(?P<auto>(?:https?://|mailto:|www\.)[^<>\s]+)>"
    r"|(?P<bare>https?://[^\s<>\]\[()]+)"
    r"|(?P<strong>\*\*|__(?=\S)|(?<=\S)__)"
    r"|(?P<emphasis>(?<![\w*])[*_](?=[^\s*_])|(?<=[^\s*_])[*_](?![\w*]))"
    r"|</?(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>"
)
_MARKDOWN = re.compile(r"^#{1,6} |\*\*\S|\]\([^)\s]*\)|\\[_\[\]]", re.MULTILINE)
# Lines that each begin with a day are entries of a list, however long they are.
_DAY_FIRST = re.compile(
    r"^\s*(?:les? |du )?(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:lun|mar|mer|jeu|ven|sam|dim)\.?) )?"
    r"(?:\d{1,2}[/.]\d{1,2}\b|(?:(?:1er|\d{1,2})(?:,|,? et|,? puis| au| &|-) ?){0,4}(?:1er|\d{1,2}) "
    r"(?:janv|f[ée]v|mars|avr|mai|jui|ao[uû]t|sept|oct|nov|d[ée]c))|"
    r"^\s*(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche) (?:1er|\d{1,2})\b",
    re.IGNORECASE,
)
# So are lines that each begin with their count (`Jour 1 –`), and fields with their label (`Lieu du stage : Anzin`).
_COUNT_FIRST = re.compile(r"^\s*[^\W\d_]{4,12}\s(?:n\s?°\s?)?\d{1,2}\s?(?:[:.,|]|[–—-]\s)", re.IGNORECASE)
_LABEL_FIRST = re.compile(r"^\s*[A-ZÀ-Ý][^\W\d_]+(?:[ '’][^\W\d_]+){0,4}\s?:\s\S")
# And those that set off two things or more: `Guise – CCAS – les jeudis 16 janvier et 13 février, 14h-17h`.
_SET_OFF = re.compile(r"^\s*[A-ZÀ-Ý][^–—|\n]{1,50}?\s[–—|-]\s[^–—|\n]{2,60}?\s[–—|-]\s\S")
# A row that is emphasised from end to end is a line by itself: `*Salle des fêtes, 3 rue du Moulin*`.
_EMPHASIS = re.compile(r"^\s*([*_])(?![*_\s])[^*_]+(?<!\s)\1\s*$")
# A line in capitals that may head what is below it, with its number at most: `3/ APPEL À PROJETS`.
_CAPITALS = re.compile(
    r"(?:\d{1,2}\s?[/.)–-]\s?)?[A-ZÀ-ÝŒ][A-ZÀ-ÝŒ '’&,/«»:-]{3,68}(?:[!?…]|\.{3})?(?:\s?\([^()]{1,24}\))?"
)
_FEWEST_HEADINGS = 2
_RUBRIC = 3
# Rows broken by width only have about one width, and none is wider than a text is wrapped: else each is a line.
_SOFT_WIDTH, _WIDEST = 55, 130
_FEWEST_WRAPPED, _ROOM = 2, 15
_FEWEST_ENTRIES = 3
# How a row ends whose sentence goes on in the next one, whatever that begins with.
_GOES_ON = re.compile(
    r"(?:[,'’(«–-]|(?<![^\W_])(?:de|du|des|d|la|le|les|l|et|ou|à|au|aux|en|pour|par|sur|avec|dans|chez|entre|sous|"
    r"notre|nos|votre|vos|une?|Mme|M\.|MM\.|Dr|saint|sainte))\s*$",
    re.IGNORECASE,
)
# A longer line is a sentence; a text of fewer lines is a phrase, and needs no title.
_LONGEST_TITLE, _FEWEST_LINES = 110, 5
_SHORTEST_TITLE = 3
_PART = re.compile(
    r"\W*(?:(?:jour|journ[ée]e|module|s[ée]ance|session|partie|[ée]tape|atelier|temps|volet|axe)\s(?:n\s?°\s?)?\d|"
    r"(?:(?:1\s?[eè]re?|2\s?(?:nde?|[eè](?:me)?)|premi[eè]re?|deuxi[eè]me|seconde?|troisi[eè]me)\s)"
    r"(?:jour|journ[ée]e|module|s[ée]ance|session|partie|[ée]tape|temps)|(?:au |le )?programme\W*$)",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[A-ZÀ-Ý][\w'’ -]{1,40},? le (?:1er|\d{1,2}) [^\W\d_]+ (?:19|20)\d\d")


def read_plain(content: bytes, media_type: str | None, url: str | None, limits: Limits) -> Document:
    """Read a text or Markdown document, print exports in text form included."""
    text, _ = decode_text(content, media_type)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    markdown = _MARKDOWN.search(text) is not None
    text = frame_heads(text)
    lines, facts = read_print_marks(list(_lines(text, markdown)))
    head = Head("print" if facts else "text", base=url)
    if facts and facts.source:
        head.base, head.node_id = facts.source, facts.node_id
    head.canonical_url = canonical_address(head.base) if head.base else None
    if head.node_id is None and head.canonical_url:
        head.node_id = node_id_of(head.canonical_url)
    set_head_aside(lines)
    _set_title(lines, head, read_letter(lines))
    _set_headings(lines)
    lines = [part for line in lines for part in split_buttons(line)]
    lines = find_fields(lines, next_line_only)
    set_lead(lines)
    return build_document(lines, head, limits)


def _lines(text: str, markdown: bool) -> Iterator[Line]:
    """Cut a text into lines: paragraphs by empty lines, and inside them where a break is meant."""
    table_row = 0
    widest = max((len(row.rstrip()) for row in text.split("\n")), default=0)
    for group, paragraph in enumerate(re.split(r"\n[ \t\u00a0]*\n", text)):
        for rows in part_at_rules([row for row in paragraph.split("\n") if row.strip()]):
            for line in _lines_of(with_bullets(rows), markdown, table_row, widest):
                table_row = line.row or table_row
                line.group = group
                yield line


def _lines_of(rows: list[str], markdown: bool, table_row: int, widest: int) -> Iterator[Line]:
    """The lines and cells of one paragraph; its rows of cells are counted on from `table_row`."""
    for run, cells in find_columns(rows):
        for row in cells:
            table_row += 1
            yield from _cells_of(row, table_row, markdown)
        for raw in _breaks(run, widest):
            if _TABLE_RULE.match(raw) or _RULE.match(raw):
                continue
            if _BARRED.match(raw) or (markdown and raw.strip().startswith("|") and raw.count("|") > 2):
                table_row += 1
                yield from _cells_of(re.split(r"(?<!\\)\|", raw.strip().strip("|")), table_row, markdown)
            elif line := _line(raw, markdown):
                if raw is rows[0] and _CAPITALS.fullmatch(line.text) and any(map(str.isalpha, line.text)):
                    line.bold = len(line.text)
                yield line


def _set_headings(lines: list[Line]) -> None:
    """Make headings of the lines in capitals that open paragraphs, where several do: `AGENDA`, `2/ EMPLOI`."""
    found = [line for line in lines if line.kind == "paragraph" and 0 < line.bold == len(line.text)]
    found = [line for line in found if _CAPITALS.fullmatch(line.text)]
    for line in found if len(found) >= _FEWEST_HEADINGS else ():
        line.kind, line.level = "heading", _RUBRIC


def _breaks(rows: list[str], widest: int) -> list[str]:
    """Join the rows of one paragraph that were broken by width only, or inside bold words."""
    wrapped = _are_wrapped(rows, widest)
    firsts = [
        mark for mark in (_DAY_FIRST, _COUNT_FIRST, _LABEL_FIRST, _SET_OFF) if sum(map(bool, map(mark.match, rows))) > 1
    ]
    headed = sum(row.startswith("**") for row in rows) > 1
    joined: list[str] = []
    for row in rows:
        marked = _ITEM.match(row) or _HEADING.match(row) or any(mark.match(row) for mark in firsts)
        leads = (headed and row.startswith("**")) or HEAD_OF_LETTER.match(row) is not None
        apart = any(_EMPHASIS.match(line) or _BARRED.match(line) for line in (row, *joined[-1:]))
        starts_anew = marked or leads or apart or row.lstrip().startswith(("|", "["))
        if joined and not starts_anew and not joined[-1].endswith("  ") and (wrapped or _is_open(joined[-1])):
            joined[-1] = f"{joined[-1].rstrip()} {row.strip()}"
        else:
            joined.append(row)
    return joined


def _are_wrapped(rows: list[str], widest: int) -> bool:
    """Whether rows were broken by width only: each as wide as text is wrapped, with no room for a word of the next.

    The address of who writes above a longer sentence is a line by itself. What hangs below a bullet belongs to it,
    but for a line that begins anew where the widest line of the text would have had room for its first word.
    """
    if len(rows) < _FEWEST_WRAPPED or not all(_SOFT_WIDTH <= len(row.rstrip()) <= _WIDEST for row in rows[:-1]):
        return False
    words = [row.split(maxsplit=1)[0] if row.strip() else "" for row in rows[1:]]
    if all(row.lstrip()[:1].isupper() for row in rows) and (
        len(rows) >= _FEWEST_ENTRIES or _GOES_ON.search(rows[0]) is None
    ):
        return False  # each is an entry: a sentence that is broken goes on with a small letter somewhere
    if _ITEM.match(rows[0]):
        room = [widest - _ROOM > len(row.rstrip()) + len(word) for row, word in zip(rows[:-1], words, strict=True)]
        return not any(free and word[:1].isupper() for free, word in zip(room, words, strict=True))
    widest = max(len(row.rstrip()) for row in rows)
    return all(len(row.rstrip()) + 1 + len(word) > widest - _ROOM for row, word in zip(rows[:-1], words, strict=True))


def _is_open(row: str) -> bool:
    """Whether bold words begin in this row and do not end in it."""
    return row.count("**") % 2 == 1


def _cells_of(cells: Sequence[str], row: int, markdown: bool) -> Iterator[Line]:
    """The cells of one row of a table, of Markdown or laid out by blanks."""
    for column, cell in enumerate(cells):
        line = _line(cell, markdown)
        if line:
            line.kind, line.row, line.column = "cell", row, column
            yield line


def _line(raw: str, markdown: bool) -> Line | None:
    """One line without its Markdown; None when nothing is left."""
    kind: BlockKind = "paragraph"
    level = 0
    if heading := _HEADING.match(raw):
        kind, level, raw = "heading", len(heading[1]), heading[2]
    elif framed := _FRAMED.match(raw) or _BRACKETED.match(raw):
        kind, level, raw = "heading", _RUBRIC, framed["words"]
    elif item := _ITEM.match(raw):
        # A number that counts items is dropped like a bullet; a day ("7. September") is no item in French.
        kind, raw = "item", raw[item.end() :]
    elif raw.lstrip().startswith(">"):
        raw = raw.lstrip().lstrip("> ")
    writer = LineWriter()
    if markdown:
        _write_inline(writer, raw)
    else:
        _write_addresses(writer, raw)
    line = writer.flush()
    if line:
        line.kind, line.level = kind, level
    return line


def _write_addresses(writer: LineWriter, raw: str) -> None:
    """Write text as it stands, but for the angle brackets around addresses."""
    writer.write(re.sub(r"<((?:https?://|www\.)[^<>\s]+)>", r"\1", raw))


def _write_inline(writer: LineWriter, raw: str, depth: int = 0) -> None:
    """Write a line of Markdown: marks go, words and links stay."""
    position = 0
    bold_from: int | None = None
    for match in _INLINE.finditer(raw):
        writer.write(raw[position : match.start()])
        position = match.end()
        if match["strong"]:
            if bold_from == 0:
                writer.bold = writer.length
            bold_from = writer.length if bold_from is None else None
        elif not match["emphasis"]:
            _write_piece(writer, match, depth)
    writer.write(raw[position:])


def _write_piece(writer: LineWriter, match: re.Match[str], depth: int) -> None:
    """Write an escaped character, a link or an address; tags and pictures leave nothing but their words."""
    if match["escaped"]:
        writer.write(match["escaped"])
    elif match["bare"]:
        writer.write(re.sub(r"\\(?=[_*~$&#])", "", match["bare"]))
    elif match["auto"]:
        writer.open(True, match["auto"])
        writer.write(match["auto"])
        writer.close()
    elif match["text"] is not None:
        writer.open(True, match["target"] or "#")
        if depth < 2:
            _write_inline(writer, match["text"], depth + 1)
        else:
            writer.write(match["text"])
        writer.close()
    elif match["tag"] and match["tag"].lower() == "br":
        writer.space()


def _set_title(lines: list[Line], head: Head, subject: str) -> None:
    """Take the first heading of level 1 or 2 before any prose as the title, or the subject of a letter.

    Else the words of the address; where there is none, the first line, if it is short and no label.
    """
    for line in lines:
        if line.kind == "furniture":
            continue
        if line.kind == "heading" and line.level < _RUBRIC and _may_be_title(line):
            line.kind, head.title, head.title_rule = "title", line.text, "heading"
            return
        if line.kind == "heading" or len(line.text) > 120:
            break
    named = _subject_line(lines, subject) or _first_line(lines, title_from_address(head.base))
    if named is not None:
        named.kind, head.title, head.title_rule = "title", subject or named.text, "subject" if subject else "first line"
        return
    head.title = title_from_address(head.base)
    head.title_rule = "slug" if head.title else ""


def _may_be_title(line: Line) -> bool:
    """Whether a heading may say what a whole text is about: more than a day, a label or a part of it (`Jour 1`)."""
    if is_only_a_date(line.text) or len(line.text) <= _SHORTEST_TITLE:
        return False
    return _PART.match(line.text) is None and find_label(line) is None


def _subject_line(lines: list[Line], subject: str) -> Line | None:
    """The line that holds the subject of a letter."""
    return next((line for line in lines if subject and line.text.endswith(subject)), None)


def _first_line(lines: list[Line], slug: str) -> Line | None:
    """The first line where it can be the title: short, no label, no day; on a page with an address, its words."""
    first = next((line for line in lines if line.kind != "furniture"), None)
    if first is None or first.kind != "paragraph" or len(lines) < _FEWEST_LINES or len(first.text) > _LONGEST_TITLE:
        return None
    if find_label(first) or is_only_a_date(first.text) or first.text.endswith((".", ",", ";", ":")):
        return None
    if _DATELINE.fullmatch(first.text):
        return None  # a letter has its town and day there
    said, words = (set(re.findall(r"[a-z]{4,}", plain_key(text))) for text in (first.text, slug))
    return first if not words or len(words & said) * 2 > len(words) else None
