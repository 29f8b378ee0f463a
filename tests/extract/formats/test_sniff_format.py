"""The bytes say what a document is; addresses and headers do not."""

from __future__ import annotations

import io
import zipfile

import pytest

from extract.formats import Limits, read_format
from extract.formats.sniff import extension_of, sniff_kind
from tests.extract.formats.samples import draw_pdf, new_page


def packed(name: str, content: str = "x") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "media_type", "kind"),
    [
        (b"<!DOCTYPE html><html></html>", "application/pdf", "html"),
        (b"\xef\xbb\xbf  <html><body>x", None, "html"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC ''><html>", None, "html"),
        (b"<p>Un fragment</p>", None, "html"),
        ("<html><body>x".encode("utf-16"), None, "html"),
        (b"%PDF-1.4 ...", "application/octet-stream", "pdf"),
        (b"\r\n\r\n%PDF-1.4 ...", "text/html", "pdf"),
        ("Un texte simple, été.".encode(), None, "text"),
        (b"## **7 et 8 septembre**\n\n[S'inscrire](#) [1]<br>", "text/markdown", "text"),
        (b"<?xml version='1.0'?><rss><channel></channel></rss>", "text/xml", "unread"),
        (b'{"a": 1}', "application/json", "unread"),
        (b"\x89PNG\r\n\x1a\n", "image/png", "unread"),
        (bytes(range(256)) * 8, None, "unread"),
        (b"", "text/html", "empty"),
        (b" \n\t ", None, "empty"),
    ],
)
def test_what_the_bytes_are(content: bytes, media_type: str | None, kind: str) -> None:
    assert sniff_kind(content, media_type, None).kind == kind


@pytest.mark.parametrize(
    ("content", "url", "words"),
    [
        (packed("word/document.xml"), "https://irev.fr/x.zip", "docx"),
        (packed("ppt/presentation.xml"), None, "pptx"),
        (packed("xl/workbook.xml"), None, "xlsx"),
        (packed("mimetype", "application/vnd.oasis.opendocument.text"), None, "odt"),
        (packed("photo.jpg"), None, "ZIP"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "WordDocument".encode("utf-16-le"), None, "(doc)"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "https://irev.fr/a/b.PPT?x=1", "(ppt)"),
        (b"{\\rtf1 texte}", None, "RTF"),
    ],
)
def test_documents_that_are_not_read_are_named(content: bytes, url: str | None, words: str) -> None:
    document = read_format(content, "application/octet-stream", url)
    assert document.blocks == ()
    assert [entry.rule for entry in document.open] == ["unread format"]
    assert words in document.open[0].reason


def test_an_error_page_under_the_address_of_a_brochure_is_said_to_be_one() -> None:
    document = read_format(new_page().encode(), "application/pdf", "https://irev.fr/files/plaquette.pdf")
    assert document.form == "html"
    assert [entry.rule for entry in document.open] == ["not the document"]


def test_a_pdf_served_as_bytes_is_a_pdf() -> None:
    content = draw_pdf([[(60, 100, "Une journée à Lens", 12)]])
    document = read_format(content, "application/octet-stream", "https://irev.fr/download/12")
    assert (document.form, document.page_count, document.open) == ("pdf", 1, ())


def test_an_empty_document_is_named() -> None:
    assert read_format(b"", None, None).open[0].reason == "an empty document"


@pytest.mark.parametrize(
    ("url", "extension"),
    [
        ("https://x.fr/a.PDF?b=c.doc", "pdf"),
        ("https://x.fr/a", ""),
        (None, ""),
        ("http://[", ""),
        ("https://x.fr/a.b/c", ""),
    ],
)
def test_extensions(url: str | None, extension: str) -> None:
    assert extension_of(url) == extension


def test_limits_of_markup_and_text_are_named() -> None:
    page = "<html><body>" + "<p>Une phrase de la page.</p>" * 2000 + "</body></html>"
    short = read_format(page.encode(), None, None, Limits(max_characters=500))
    assert len(short.text) <= 500
    assert [entry.rule for entry in short.open] == ["character limit"]
    cut = read_format(page.encode(), None, None, Limits(max_markup_bytes=1000))
    assert [entry.rule for entry in cut.open] == ["markup limit"]
    assert cut.text.startswith("Une phrase de la page.")
