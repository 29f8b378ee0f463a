"""What a local file is: told by its bytes first, by its name only where the bytes leave it open."""

from __future__ import annotations

import re
import zlib

WARC = "application/warc"

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
    return None if _is_binary(head) else _find_text_type(head, suffix)


def _find_text_type(head: bytes, suffix: str) -> str:
    if suffix in _TEXT:
        return _TEXT[suffix]
    return "text/html" if _HTML_TAG.search(head) else "text/plain"


def _is_warc(head: bytes) -> bool:
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(31).decompress(head, 64)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def _is_binary(head: bytes) -> bool:
    """Tell whether bytes are no text in any encoding: control characters that no text has."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False  # UTF-16
    return any(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
