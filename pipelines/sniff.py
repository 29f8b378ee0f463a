"""What a local file is: told by its bytes first, by its name only where the bytes leave it open."""

from __future__ import annotations

import re
import zlib

WARC = "application/warc"

_WARC_NAME = re.compile(r"\.warc(?:\.gz)?$", re.IGNORECASE)
_HTML_START = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HTML_TAG = re.compile(rb"<(?:html|head|body|div|p|h[1-6]|table|ul|meta|span)\b[^>]*>", re.I)
_OFFICE = {
    "doc": "application/msword",
    "ppt": "application/vnd.ms-powerpoint",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
}
_OLD_OFFICE, _ZIP, _GZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"\x1f\x8b"
_TEXT = {
    "md": "text/markdown",
    "markdown": "text/markdown",
    "txt": "text/plain",
    "html": "text/html",
    "htm": "text/html",
}


def find_media_type(content: bytes, file_name: str) -> str | None:
    """Find the media type of a file (`application/warc` for WARC files, packed or not), or None if it is not ours."""
    suffix = file_name.rpartition(".")[2].lower()
    head = content[:4096]
    if _is_warc(head):
        return WARC
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    if head.startswith((_OLD_OFFICE, _ZIP)):
        return _OFFICE.get(suffix)
    if _HTML_START.match(head):
        return "text/html"
    if _WARC_NAME.search(file_name) and _is_binary(head):
        return WARC  # its beginning is damaged: reading it tells where, and finds what follows
    return None if _is_binary(head) else _find_text_type(head, suffix)


def _find_text_type(head: bytes, suffix: str) -> str:
    if suffix in _TEXT:
        return _TEXT[suffix]
    return "text/html" if _HTML_TAG.search(head) else "text/plain"


def is_arc(head: bytes) -> bool:
    """Tell an ARC file, packed or not, by its first bytes: what web archives wrote before there was WARC."""
    return _unpack(head).startswith(b"filedesc://")


def _is_warc(head: bytes) -> bool:
    return _unpack(head).startswith(b"WARC/")


def _unpack(head: bytes) -> bytes:
    """Give the first bytes of what is packed, or the head itself."""
    try:
        return zlib.decompressobj(31).decompress(head, 64) if head.startswith(_GZIP) else head
    except zlib.error:
        return head


def _is_binary(head: bytes) -> bool:
    """Tell whether bytes are no text in any encoding: control characters that no text has."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False  # UTF-16
    return any(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
