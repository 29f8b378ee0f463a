"""What holds of every document, however bad: spans, blocks, characters; nothing is raised, nothing hangs."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.document import Document
from extract.formats import read_format
from extract.formats.attachments import find_attachments
from tests.extract.formats.samples import LEAD, column, draw_pdf, new_page, old_page, print_page, redesigned_page
from tests.extract.formats.test_pdf_reading import LEFT, RIGHT, session_table, two_columns
from tests.extract.formats.test_plain_text import EXPORT


def check(document: Document) -> None:
    """All that the contract of a document promises."""
    text = document.text
    assert unicodedata.is_normalized("NFC", text)
    assert "  " not in text
    assert not any(character in text for character in "\u00a0\u00ad\u200b\u2019\ufb01\r\t")
    last = -1
    for block in document.blocks:
        assert last < block.start < block.end <= len(text)
        assert text[block.start : block.end].strip()
        assert "\n" not in text[block.start : block.end]
        assert (block.kind == "field") == (block.label is not None)
        last = block.end
    for link in document.links:
        assert text[link.start : link.end] == link.text != ""
        assert document.block_at(link.start) is not None or link.text in text
    for word in document.words:
        assert text[word.start : word.end].strip()
        assert word.box[0] <= word.box[2]
    assert list(document.words) == sorted(document.words, key=lambda word: word.start)
    for start, end, _ in document.markup_dates:
        assert text[start:end].strip()
    for stamp in (document.published, document.modified):
        assert stamp is None or any(c.isdigit() for c in text[stamp.start : stamp.end])
    assert text or document.open or not document.blocks
    find_attachments(document)


PAGES = [page().encode() for page in (old_page, new_page, redesigned_page, print_page)] + [EXPORT.encode()]
BROCHURES = [two_columns("rows"), session_table(), draw_pdf([column(LEFT, 60, 100, 300), column(RIGHT, 60, 100, 300)])]
PIECES = [
    *(
        b"<div>",
        b"</div>",
        b"<table><tr><td>",
        b"</td>",
        b"<a href='x'>",
        b"</a>",
        b"<br>",
        b"<li>",
        b"<sup>2</sup>",
        b"<label>",
    ),
    *(
        b"&#0;",
        b"&#55357;",
        b"<!--",
        b"<![CDATA[",
        b"<script>",
        b"\x00",
        b"\xff\xfe",
        b"e\xcc\x81",
        b"Lieu : ",
        b" [1] ",
        b"\n\n",
    ),
]


def mutated(content: bytes, dice: random.Random) -> bytes:
    """Some bytes lost, changed, doubled, moved, or with a piece of markup put between them."""
    changed = bytearray(content)
    for _ in range(dice.randint(1, 12)):
        if not changed:
            break
        start = dice.randrange(len(changed))
        end = min(len(changed), start + dice.randint(1, 60))
        action = dice.randrange(6)
        if action == 0:
            del changed[start:end]
        elif action == 1:
            changed[start] = dice.randrange(256)
        elif action == 2:
            changed[start:start] = changed[start:end] * dice.randint(1, 5)
        elif action == 3:
            changed[start:start] = dice.choice(PIECES)
        elif action == 4:
            place = dice.randrange(len(changed))
            changed[place:place] = changed[start:end]
        elif dice.random() < 0.2:
            del changed[end:]
    return bytes(changed)


@pytest.mark.parametrize("content", PAGES + BROCHURES)
def test_whole_documents_keep_the_contract(content: bytes) -> None:
    document = read_format(content, None, "https://irev.fr/p")
    check(document)
    assert document.blocks


@pytest.mark.parametrize("seed", range(8))
def test_mutated_pages_keep_the_contract(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(60):
        media_type = dice.choice([None, "text/html; charset=utf-8", "application/pdf", "text/html; charset=utf-16"])
        check(
            read_format(
                mutated(dice.choice(PAGES), dice), media_type, dice.choice([None, "https://irev.fr/a", "http://["])
            )
        )


@pytest.mark.parametrize("seed", range(4))
def test_mutated_brochures_keep_the_contract(seed: int) -> None:
    dice = random.Random(100 + seed)
    for _ in range(25):
        check(read_format(mutated(dice.choice(BROCHURES), dice), "application/pdf", None))


WORDS = st.text(st.characters(codec="utf-8"), max_size=40)
TAGS = st.sampled_from(
    ["p", "div", "li", "td", "h2", "a", "b", "sup", "span", "br", "section", "dt", "dd", "ul", "table", "tr", "pre"]
)


@st.composite
def markup(draw: st.DrawFn, depth: int = 3) -> str:
    """Nested markup with any words in it."""
    if depth == 0 or draw(st.booleans()):
        return draw(WORDS).replace("<", "&lt;")
    tag = draw(TAGS)
    attributes = draw(
        st.sampled_from(["", " href='/x'", " content='2020-03-03'", " class='field-label'", " hidden", " href='a.pdf'"])
    )
    inside = "".join(draw(st.lists(markup(depth=depth - 1), max_size=3)))
    return f"<{tag}{attributes}>{inside}</{tag}>"


@settings(max_examples=150, deadline=None)
@given(st.lists(markup(), max_size=6))
def test_any_markup_keeps_the_contract(pieces: list[str]) -> None:
    page = f"<html><body>{''.join(pieces)}</body></html>"
    check(read_format(page.encode("utf-8", "replace"), "text/html; charset=utf-8", "https://irev.fr/p"))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_keep_the_contract(content: bytes) -> None:
    check(read_format(content, None, None))


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_any_text_keeps_the_contract(content: str) -> None:
    check(read_format(content.encode(), "text/plain; charset=utf-8", None))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=2, max_size=9), min_size=5, max_size=80
    ),
    st.randoms(),
)
def test_reading_order_does_not_depend_on_the_stream(vocabulary: list[str], dice: random.Random) -> None:
    left, right = " ".join(vocabulary) + ".", " ".join(reversed(vocabulary)) + "."
    items = column([left, LEAD], 60, 100, 220) + column([right, LEAD], 315, 100, 220)
    ordered = read_format(draw_pdf([items]), None, None).text
    dice.shuffle(items)
    assert read_format(draw_pdf([items]), None, None).text == ordered


def test_the_same_bytes_give_the_same_document() -> None:
    for content in PAGES + BROCHURES:
        assert read_format(content, None, None) == read_format(content, None, None)
