"""Characters are read right when header, page and bytes disagree."""

from __future__ import annotations

import pytest

from extract.formats import read_format
from extract.formats.charset import decode_text

TEXT = "Égalité – l’accès à l’œuvre : 30 € à Évreux, où ça ?"
META = '<html><head><meta charset="{}"></head><body><p>' + TEXT + "</p></body></html>"


@pytest.mark.parametrize("real", ["utf-8", "windows-1252"])
@pytest.mark.parametrize(
    "header", [None, "text/html", "text/html; charset=utf-8", "text/html; charset=ISO-8859-1", "text/html; charset=x"]
)
@pytest.mark.parametrize("named", ["utf-8", "iso-8859-1", "windows-1252", "klingon"])
def test_mislabelled_pages(real: str, header: str | None, named: str) -> None:
    text, _ = decode_text(META.format(named).encode(real), header)
    assert TEXT in text


def test_utf_16_with_and_without_a_mark() -> None:
    assert TEXT in decode_text(META.format("utf-16").encode("utf-16"), None)[0]
    assert TEXT in decode_text(TEXT.encode("utf-16-le"), "text/plain; charset=utf-16-le")[0]


def test_a_byte_order_mark_leaves_no_character() -> None:
    text, rule = decode_text(b"\xef\xbb\xbf" + TEXT.encode(), "text/html; charset=iso-8859-1")
    assert (text, rule) == (TEXT, "byte order mark")


def test_a_page_of_two_charsets() -> None:
    content = ("Les équipes régionales " * 20).encode() + "déjà là".encode("windows-1252") + " à Lens".encode()
    text, _ = decode_text(content, None)
    assert text.endswith("déjà là à Lens")
    assert text.startswith("Les équipes régionales")


def test_text_encoded_twice_is_undone() -> None:
    twice = "L'égalité à Évry, déjà".encode().decode("windows-1252", "replace").encode()
    assert "égalité" in decode_text(twice, None)[0]


def test_a_character_cut_at_the_end_is_forgiven() -> None:
    text, rule = decode_text("égalité é".encode()[:-1], None)
    assert (text, rule) == ("égalité ", "utf-8")


def test_another_charset_that_the_page_names() -> None:
    content = b'<html><head><meta charset="iso-8859-5"></head><body><p>' + "Лилль".encode("iso-8859-5")
    assert "Лилль" in decode_text(content, None)[0]


def test_the_document_of_a_windows_page_is_clean() -> None:
    document = read_format(META.format("utf-8").encode("windows-1252"), "text/html; charset=utf-8", None)
    assert document.text == "Égalité – l'accès à l'œuvre : 30 € à Évreux, où ça ?"
