"""What a response body says once its content encoding is taken off, and the digest that names it."""

from __future__ import annotations

import hashlib
import zlib
from hashlib import sha1, sha256

import brotli  # type: ignore[import-untyped] # comes with scrapy; only WARC files of others hold it

MOST_BYTES = 256 * 1024 * 1024  # a body that grows beyond this when unpacked is kept packed
_BASE_32 = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789ABCDEFGHIJKLMNOPQRSTUV")
_NOT_BASE_32 = b"_+- 089"
_OFTEN = {"sha1": sha1, "sha256": sha256}
_GZIP = b"\x1f\x8b"
_WINDOWS = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}


class PayloadError(ValueError):
    """A body that its stated content encoding does not fit, or that unpacks beyond `MOST_BYTES`."""


def digest_of(content: bytes) -> str:
    """Name the bytes: `sha256:<hex>`."""
    return f"sha256:{sha256(content).hexdigest()}"


def has_digest(content: bytes, stated: str) -> bool:
    """Tell whether bytes have the digest stated (`sha1:` and base 32, `sha256:` and base 16, or the other way around).

    Nothing stated and an algorithm that nobody knows are believed.
    """
    algorithm, _, value = stated.partition(":")
    if not algorithm:
        return True
    try:
        often = _OFTEN.get(algorithm)
        true = (often(content) if often else hashlib.new(algorithm.replace("-", ""), content)).digest()
    except (ValueError, TypeError):
        return True
    value = value.rstrip("=")
    if len(value) == 2 * len(true):
        return value.lower() == true.hex()
    padding = 5 * len(value) - 8 * len(true)
    try:
        digits = value.encode().upper().translate(_BASE_32, _NOT_BASE_32)
        return 0 <= padding < 5 and int(digits, 32) == int.from_bytes(true) << padding
    except ValueError:
        return False


def decode_payload(body: bytes, encoding: str) -> bytes:
    """Take the content encodings off a body, the last one first. Raises `PayloadError`.

    `encoding` is the value of `Content-Encoding`: empty, one name or several with commas.
    """
    for name in reversed([part.strip().lower() for part in encoding.split(",") if part.strip()]):
        if name != "identity":
            body = _decode_one(body, name)
    return body


def payload_of(body: bytes, encoding: str) -> bytes:
    """Decode the body, or give it as received where it cannot be decoded: what was sent is never lost."""
    try:
        return decode_payload(body, encoding)
    except PayloadError:
        return body


def _decode_one(body: bytes, name: str) -> bytes:
    if not body:
        return body
    for window in _WINDOWS.get(name, ()):
        try:
            return _inflate(body, window)
        except zlib.error:
            continue
    if name == "br":
        return _unpack_brotli(body)
    raise PayloadError(f"the body is not {name}")


def _unpack_brotli(body: bytes) -> bytes:
    unpacker = brotli.Decompressor()
    try:
        content: bytes = unpacker.process(body, output_buffer_limit=MOST_BYTES)
    except brotli.error:
        raise PayloadError("the body is not br") from None
    if not unpacker.is_finished():
        raise PayloadError(f"the body is cut, or unpacks beyond {MOST_BYTES} bytes")
    return content


def _inflate(body: bytes, window: int) -> bytes:
    pieces, room = [], MOST_BYTES
    while body:
        inflater = zlib.decompressobj(window)
        piece = inflater.decompress(body, room)
        if inflater.unconsumed_tail:
            raise PayloadError(f"the body unpacks beyond {MOST_BYTES} bytes")
        if not inflater.eof:
            raise zlib.error("incomplete")
        pieces.append(piece)
        room -= len(piece)
        rest = inflater.unused_data.lstrip(b"\0")
        body = rest if rest.startswith(_GZIP) else b""  # what is no further member is dropped, as browsers do
    return b"".join(pieces)
