"""What a PDF does not give is named: scans, locks, damage, limits. Nothing is ever raised."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from extract.formats import Limits, read_format
from tests.extract.formats.samples import draw_pdf, words
from tests.extract.formats.test_pdf_reading import picture, session_table

PAGE = [(60.0, 100.0, "Une phrase assez longue pour compter comme du texte.", 10.0)]


def scan(pages: int) -> bytes:
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=A4, invariant=1)
    for _ in range(pages):
        sheet.drawImage(picture(), 0, 0, *A4)
        sheet.showPage()
    sheet.save()
    return buffer.getvalue()


def test_a_scan_has_no_blocks_and_says_why() -> None:
    document = read_format(scan(2), "application/pdf", None)
    assert document.blocks == ()
    assert document.page_count == 2
    assert [entry.reason for entry in document.open] == ["scan without a text layer (pages 1, 2)"]


def test_an_encrypted_file_is_named() -> None:
    locked = draw_pdf([PAGE], encrypt=StandardEncryption("secret", ownerPassword="maître", strength=128))
    document = read_format(locked, None, None)
    assert document.blocks == ()
    assert [entry.reason for entry in document.open] == ["encrypted: a password is needed"]


def test_a_file_that_only_forbids_changes_is_read() -> None:
    protected = draw_pdf([PAGE], encrypt=StandardEncryption("", ownerPassword="maître", canCopy=0, strength=128))
    assert words(read_format(protected, None, None)) == [PAGE[0][2]]


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.4",
        b"%PDF-1.4\n" + b"\x00\xff" * 400,
        b"%PDF-1.7\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF",
        draw_pdf([PAGE])[:300],
    ],
)
def test_damaged_files_are_named(content: bytes) -> None:
    document = read_format(content, "application/pdf", "https://irev.fr/a.pdf")
    assert document.blocks == ()
    assert len(document.open) == 1
    assert document.open[0].reason.startswith("damaged")


def test_a_file_cut_at_its_end_is_read_as_far_as_it_can_be() -> None:
    content = draw_pdf([PAGE])
    cut = content[: content.rindex(b"startxref")]
    assert words(read_format(cut, None, None)) == [PAGE[0][2]]


def test_a_blank_page_is_no_scan() -> None:
    document = read_format(draw_pdf([PAGE, []]), None, None)
    assert document.open == ()
    assert document.page_count == 2


def test_the_page_limit_is_named() -> None:
    pages = [[(60.0, 300.0, f"La phrase numéro {n} du document, assez longue.", 10.0)] for n in range(1, 6)]
    document = read_format(draw_pdf(pages), None, None, Limits(max_pages=2))
    assert len(words(document)) == 2
    assert document.page_count == 5
    assert [entry.reason for entry in document.open] == ["page limit reached: pages 3 to 5 are not read"]


def test_the_character_limit_is_named() -> None:
    pages = [[(60.0, 300.0, f"La phrase numéro {n} du document, assez longue.", 10.0)] for n in range(1, 6)]
    document = read_format(draw_pdf(pages), None, None, Limits(max_characters=100))
    assert 0 < len(document.text) <= 100
    assert document.open
    assert all("limit reached" in entry.reason for entry in document.open)


def test_the_table_limit_is_named() -> None:
    document = read_format(session_table(), None, None, Limits(max_table_pages=0))
    assert [entry.rule for entry in document.open] == ["pdf table limit reached: rules are not looked at"]
    assert "9h30-12h30" in document.text


def test_a_table_that_pdfplumber_cannot_open_is_still_read() -> None:
    content = session_table().replace(b"/MediaBox", b"/MediaBoy")
    document = read_format(content, None, None)
    assert "9h30-12h30" in document.text
