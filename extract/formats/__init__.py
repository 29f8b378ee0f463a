"""Every format becomes text with places: HTML, print exports, plain text and Markdown, PDF → `Document`.

`read_format` is the one entrance. It looks at the bytes, not at what they are called.
"""

from __future__ import annotations

from extract.document import Document
from extract.formats.html import read_html
from extract.formats.limits import DEFAULT_LIMITS, Limits
from extract.formats.plain import read_plain
from extract.formats.sniff import Sniffed, extension_of, sniff_kind
from extract.records import OpenReading

__all__ = ["DEFAULT_LIMITS", "Limits", "read_format"]


def read_format(
    content: bytes, media_type: str | None, url: str | None, limits: Limits = DEFAULT_LIMITS
) -> Document:
    """Read any document; what cannot be read is named in `Document.open`. Pure, and never raises for bad input.

    `media_type` is the header as received (its charset is used), `url` the address of the capture.
    """
    sniffed = sniff_kind(content, media_type, url)
    if sniffed.kind == "html":
        return read_html(content, media_type, url, limits)
    return read_plain(content, media_type, url, limits)
