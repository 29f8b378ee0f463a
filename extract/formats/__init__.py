"""Every format becomes text with places: HTML, print exports, plain text and Markdown, PDF → `Document`.

`read_format` is the one entrance. It looks at the bytes, not at what they are called. Never enters here: what the words
mean, beyond labels and stamps.
"""

from __future__ import annotations

from dataclasses import replace

from extract.addresses import canonical_address
from extract.document import Document
from extract.formats.html import read_html
from extract.formats.limits import DEFAULT_LIMITS, Limits
from extract.formats.pdf import read_pdf
from extract.formats.plain import read_plain
from extract.formats.sniff import Sniffed, extension_of, sniff_kind
from extract.records import OpenReading

_DOCUMENTS = frozenset(["pdf", "doc", "docx", "odt", "ppt", "pptx", "odp", "xls", "xlsx", "ods", "rtf", "zip"])

__all__ = ["DEFAULT_LIMITS", "Limits", "read_format"]


def read_format(content: bytes, media_type: str | None, url: str | None, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read any document; what cannot be read is named in `Document.open`. Pure, and never raises for bad input.

    `media_type` is the header as received (its charset is used), `url` the address of the capture.
    """
    sniffed = sniff_kind(content, media_type, url)
    if sniffed.kind == "pdf":
        return read_pdf(content, url, limits)
    if sniffed.kind == "html":
        return _with_surprise(read_html(content, media_type, url, limits), url)
    if sniffed.kind == "text":
        return read_plain(content, media_type, url, limits)
    return _unread(sniffed, url)


def _unread(sniffed: Sniffed, url: str | None) -> Document:
    """A document that is named and not read."""
    reason = "an empty document" if sniffed.kind == "empty" else f"{sniffed.name}: not read"
    canonical = canonical_address(url) if url else None
    return Document("text", "", (), canonical_url=canonical, open=(OpenReading("", reason, rule="unread format"),))


def _with_surprise(document: Document, url: str | None) -> Document:
    """Say so when a page stands where a document should: an error page under the address of a brochure."""
    extension = extension_of(url)
    if extension not in _DOCUMENTS:
        return document
    reason = f"an HTML page stands under the address of a document (.{extension})"
    return replace(document, open=(*document.open, OpenReading(document.title, reason, rule="not the document")))
