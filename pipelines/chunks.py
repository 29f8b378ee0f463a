"""The chunked transfer encoding (RFC 9112, 7.1) taken off a body, as far as it is one.

Crawlers keep it, drop it, or drop it and leave its header: a body that does not begin with a chunk has none. Where one
is cut or goes wrong further on, what stands there is the rest of the content: nothing that was sent is dropped.
"""

from __future__ import annotations

import re

_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LINE_END = re.compile(rb"\r?\n")


def undo_chunks(body: bytes) -> bytes:
    """Give the content of a chunked body without sizes, extensions and trailers; a body that is none as it is."""
    pieces: list[bytes] = []
    position = 0
    while chunk := _CHUNK.match(body, position):
        size, begin = int(chunk[1], 16), chunk.end()
        if size == 0:
            return b"".join(pieces)
        pieces.append(body[begin : begin + size])
        end = _LINE_END.match(body, begin + size)
        position = end.end() if end else begin + size
    pieces.append(body[position:])
    return b"".join(pieces)
