"""What a document really is, by its bytes: addresses and headers lie (an error page under `.pdf`)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

Kind = Literal["html", "pdf", "text", "unread", "empty"]

_HEAD = 2048
_PDF_HEAD = 1024
_SPACE = b" \t\r\n\f\x00\xef\xbb\xbf\xff\xfe"
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|div|p|table|h[1-6]|article|section|main|ul|span|center|br)\b",
    re.IGNORECASE,
)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"RIFF", "a RIFF media file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"%!PS", "a PostScript document"),
    (b"ID3", "an MP3 recording"),
    (b"<?xml", "an XML document"),
    (b"<svg", "an SVG picture"),
)
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document (docx)"),
    (b"ppt/", "a PowerPoint document (pptx)"),
    (b"xl/", "an Excel document (xlsx)"),
    (b"opendocument.text", "an OpenDocument text (odt)"),
    (b"opendocument.presentation", "an OpenDocument presentation (odp)"),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet (ods)"),
    (b"application/epub", "an EPUB book"),
)
_OLD_OFFICE: tuple[tuple[str, str], ...] = (
    ("WordDocument", "a Word document (doc)"),
    ("PowerPoint Document", "a PowerPoint document (ppt)"),
    ("Workbook", "an Excel document (xls)"),
)
_BY_NAME = {
    "doc": "a Word document (doc)",
    "docx": "a Word document (docx)",
    "ppt": "a PowerPoint document (ppt)",
    "pptx": "a PowerPoint document (pptx)",
    "xls": "an Excel document (xls)",
    "xlsx": "an Excel document (xlsx)",
    "odt": "an OpenDocument text (odt)",
    "odp": "an OpenDocument presentation (odp)",
    "ods": "an OpenDocument spreadsheet (ods)",
}


class Sniffed(NamedTuple):
    """The true kind of some bytes. `name` says what it is in words when it is not read."""

    kind: Kind
    name: str


def sniff_kind(content: bytes, media_type: str | None, url: str | None) -> Sniffed:
    """Tell what the bytes are. The media type and the address only decide between text and unknown bytes."""
    body = content[: _HEAD * 2].lstrip(_SPACE)
    if not body and not content.strip(_SPACE):
        return Sniffed("empty", "empty")
    if b"%PDF-" in content[:_PDF_HEAD]:
        return Sniffed("pdf", "a PDF document")
    packed = _sniff_packed(content, url)
    if packed:
        return Sniffed("unread", packed)
    head = _narrow(content[: _HEAD * 2]).lstrip(_SPACE)[:_HEAD]
    if _HTML.search(head) and not _is_feed(head) and not _is_markdown(head):
        return Sniffed("html", "an HTML page")
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return Sniffed("unread", name)
    return _sniff_text(content, media_type, url)


@lru_cache(maxsize=8192)
def extension_of(url: str | None) -> str:
    """The file name extension of an address in lower case, without its dot; empty where there is none."""
    if not url:
        return ""
    try:
        name = urlsplit(url).path.rsplit("/", 1)[-1]
    except ValueError:
        return ""
    return name.rsplit(".", 1)[-1].lower() if "." in name else ""


def _narrow(head: bytes) -> bytes:
    """The ASCII part of UTF-16 text, so that tags can be seen in it."""
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(b"\x00") * 3 > len(head)
    return head.replace(b"\x00", b"") if wide else head


def _is_feed(head: bytes) -> bool:
    """Whether this is XML that is no page: a feed, a sitemap."""
    return re.search(rb"<(?:rss|feed|urlset|sitemapindex)\b", head[:600]) is not None


def _is_markdown(head: bytes) -> bool:
    """Whether the tags are but a few in a Markdown text: no structure of a page, and Markdown marks around."""
    if re.search(rb"<(?:!doctype|html|head|body|div|table|p)\b", head, re.IGNORECASE):
        return False
    return re.search(rb"^#{1,6} |\]\([^)]*\)|^\*\*", head, re.MULTILINE) is not None


def _sniff_packed(content: bytes, url: str | None) -> str | None:
    """Name an office document by what stands in its container, or None."""
    if content.startswith(b"PK\x03\x04"):
        inner = [(content.find(mark), name) for mark, name in _ZIPPED if mark in content]
        return min(inner)[1] if inner else "a ZIP archive"
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        for stream, name in _OLD_OFFICE:
            if stream.encode("utf-16-le") in content:
                return name
        return _BY_NAME.get(extension_of(url), "an office document of the old form")
    if content[4:8] == b"ftyp":
        return "a video or sound recording"
    return None


def _sniff_text(content: bytes, media_type: str | None, url: str | None) -> Sniffed:
    """Tell text from unknown bytes by its control characters."""
    head = content[: _HEAD * 4]
    controls = sum(byte < 9 or 13 < byte < 27 for byte in head)
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not wide and controls * 50 > len(head):
        return Sniffed("unread", _BY_NAME.get(extension_of(url), "bytes of an unknown kind"))
    declared = (media_type or "").split(";")[0].strip().lower()
    if declared in ("application/json", "application/ld+json") or head.lstrip()[:2] in (b'{"', b"[{"):
        return Sniffed("unread", "a JSON document")
    if declared in ("text/html", "application/xhtml+xml") and b"<" in content:
        return Sniffed("html", "an HTML page")
    return Sniffed("text", "a text")
