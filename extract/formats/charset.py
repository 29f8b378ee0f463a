"""Which characters the bytes mean: header, byte order mark, `<meta>`, and the bytes themselves when those lie."""

from __future__ import annotations

import codecs
import logging
import re

from bs4.dammit import UnicodeDammit

logging.getLogger("bs4.dammit").setLevel(logging.ERROR)  # it warns of characters that are counted here anyway

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# What browsers do: these names mean windows-1252, which holds all of their printable characters.
_LATIN = {"iso8859-1", "ascii", "latin-1", "cp1252", "iso-8859-1", "us-ascii"}
_HEAD = 4096
# An accented UTF-8 letter read as windows-1252 shows as one of these pairs.
_MOJIBAKE = re.compile("Ã[\u00a0-¿ƒ„…†‡ˆ‰Š‹Œ'‘’“”•–—˜™š›œžŸ]|â€[™œ“”˜¦]|Â[\u00a0«»°]")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read the one byte that is no UTF-8 as windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.start + 1].decode("windows-1252", "replace"), error.start + 1


_ISLANDS = "windows-1252-islands"
codecs.register_error(_ISLANDS, _as_windows)


def decode_text(content: bytes, media_type: str | None) -> tuple[str, str]:
    """Give the characters of a text or HTML document, and the rule that decided. Never raises.

    Order: byte order mark; UTF-8 wherever the bytes are valid UTF-8 (no other charset is, by chance, over more
    than a few letters); the charset that the header or the page names, if the bytes allow it; windows-1252 with
    UTF-8 islands; detection.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace"), "byte order mark"
    if content.isascii() or not _named_wide(content, media_type):
        utf8 = _as_utf8(content)
        if utf8 is not None:
            return utf8, "utf-8"
    for name, rule in _named(content, media_type):
        text = _strictly(content, name)
        if text is not None:
            return text, rule
    return _detected(content)


def _named(content: bytes, media_type: str | None) -> list[tuple[str, str]]:
    """The charsets that the document is said to have: by the header, then by itself."""
    head = content[:_HEAD]
    found = []
    if media_type and (match := _CHARSET.search(media_type)):
        found.append((match[1].lower(), "header"))
    for pattern in (_XML, _META):
        if inner := pattern.search(head):
            found.append((inner[1].decode("ascii", "ignore").lower(), "meta"))
    return found


def _named_wide(content: bytes, media_type: str | None) -> bool:
    """Whether a charset of wide units is named: its bytes can be valid UTF-8 by accident."""
    return any(name.startswith(("utf-16", "utf-32", "utf16", "utf32")) for name, _ in _named(content, media_type)) and (
        b"\x00" in content[:_HEAD]
    )


def _as_utf8(content: bytes) -> str | None:
    """The text if these are bytes of UTF-8; a sequence cut at the very end is forgiven; doubly encoded is undone."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(content) - 3 or error.reason != "unexpected end of data":
            return None
        text = content[: error.start].decode("utf-8")
    return _undoubled(text)


def _undoubled(text: str) -> str:
    """Undo a UTF-8 text that was read as windows-1252 and encoded again (`Ã©` for `é`), if it is so throughout."""
    if text.isascii() or not _may_be_doubled(text) or len(_MOJIBAKE.findall(text)) < 3:
        return text
    try:
        return text.encode("windows-1252").decode("utf-8")
    except UnicodeError:
        return text


def _may_be_doubled(text: str) -> bool:
    """Whether a text holds the first letters of such pairs; one letter is found fifty times faster than two."""
    return "Ã" in text or "Â" in text or ("€" in text and "â€" in text)


def _strictly(content: bytes, name: str) -> str | None:
    """Decode by a named charset, or None if the name is unknown or the bytes are not of it."""
    try:
        known = codecs.lookup(name).name
        if known in _LATIN:
            known = "windows-1252"
        text, _ = codecs.lookup(known).decode(content, "strict")
    except (LookupError, UnicodeError, ValueError, TypeError, AttributeError):
        return None
    return text if isinstance(text, str) and text.count("\x00") * 10 <= len(text) else None


def _detected(content: bytes) -> tuple[str, str]:
    """Decode bytes of no known charset: UTF-8 with windows-1252 letters in it, windows-1252, or what is detected."""
    text = content.decode("utf-8", "replace")
    wide = sum(1 for character in text if ord(character) > 127)
    if text.count("\ufffd") * 4 <= wide:
        return content.decode("utf-8", _ISLANDS), "utf-8 with windows-1252 in it"
    single = _strictly(content, "windows-1252")
    if single is not None:
        return single, "windows-1252"
    found = UnicodeDammit(content[:65536], is_html=True).original_encoding
    detected = _strictly(content, found) if found else None
    if detected is not None:
        return detected, f"detected {found}"
    return content.decode("windows-1252", "replace"), "unknown"
