"""Where a file that was at hand says it comes from: a print export's own source line, or what a browser wrote into it.

Only the address is looked for here, to file the bytes under it; what the document means is read later.
"""

from __future__ import annotations

import html
import re

import pypdfium2

from extract.addresses import canonical_address

_TAG = re.compile(r"<[a-z/!][^>]*>", re.IGNORECASE)
_SCRIPT = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)

# `URL de la source (modifié le 08/12/2017 - 11:55): <https://…>`, bold or not, and Drupal's English for it.
_SOURCE_LINE = re.compile(
    r"(?:URL\s+(?:de\s+la\s+)?source|Source\s+URL)[\s*_]*(?:\([^)\n]{0,80}\))?[\s*_]*:[\s*_]*"
    r"(?:\[[^\]\n]*\]\(|[<\[(])?\s*(https?://[^\s<>\])\"']+)",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S+?)\s*-->", re.IGNORECASE)
_META = (
    re.compile(r"<link\b[^>]*\brel=[\"']?canonical\b[^>]*>", re.IGNORECASE),
    re.compile(r"<meta\b[^>]*\bproperty=[\"']?og:url\b[^>]*>", re.IGNORECASE),
    re.compile(r"<link\b[^>]*\brel=[\"']?shortlink\b[^>]*>", re.IGNORECASE),
)
_VALUE = re.compile(r"\b(?:href|content)=[\"']?(https?://[^\s\"'>]+)", re.IGNORECASE)
_MARKDOWN_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!~$&-])")
_LINE_END_HYPHEN = "\ufffe"  # what pdfium makes of a hyphen at the end of a line, which it also joins
_LAST_PAGES = 2
_MOST_TEXT = 2_000_000


def find_origin(content: bytes, media_type: str) -> str | None:
    """Find the address that a document says it comes from, as written; None where it does not say."""
    if media_type == "application/pdf":
        return _find_in_pdf(content)
    text = _decode(content[:_MOST_TEXT])
    if media_type == "text/html":
        plain = html.unescape(_TAG.sub(" ", _SCRIPT.sub(" ", text)))
        return find_source_line(plain) or _find_in_markup(text)
    return find_source_line(text) if media_type.startswith("text/") else None


def find_source_line(text: str) -> str | None:
    """Find the address in the last source line of a text. Markdown may have escaped its underscores."""
    found = _SOURCE_LINE.findall(_MARKDOWN_ESCAPE.sub(r"\1", text))
    return _checked(found[-1].rstrip(".,;*")) if found else None


def _find_in_markup(text: str) -> str | None:
    if saved := _SAVED_FROM.search(text):
        return _checked(html.unescape(saved[1]))
    for pattern in _META:
        for tag in pattern.findall(text):
            value = _VALUE.search(tag)
            if value and (address := _checked(html.unescape(value[1]))):
                return address
    return None


def _find_in_pdf(content: bytes) -> str | None:
    """Find the source line on the last pages of a PDF print; nothing in a PDF that cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return None
    try:
        pages = range(max(0, len(document) - _LAST_PAGES), len(document))
        text = "\n".join(document[number].get_textpage().get_text_range() for number in pages)
    except pypdfium2.PdfiumError:
        return None
    finally:
        document.close()
    return find_source_line(_join_broken_address(text.replace("\r", "").replace(_LINE_END_HYPHEN, "-")))


def _join_broken_address(text: str) -> str:
    """Put together an address that the page's width has broken over lines: up to a line that holds a space or none."""
    return re.sub(r"(https?://\S+)((?:\n[a-z0-9%./_~-]{2,}(?=\n|$))+)", lambda m: m[1] + m[2].replace("\n", ""), text)


def _checked(address: str) -> str | None:
    return address if canonical_address(address) else None


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
