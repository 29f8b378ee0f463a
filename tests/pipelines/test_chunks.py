"""The chunked transfer encoding comes off as RFC 9112 says; what is none, or goes wrong, loses nothing."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.bufferedreaders import ChunkedDataReader

from pipelines.chunks import undo_chunks


def read_with_warcio(body: bytes) -> bytes:
    reader = ChunkedDataReader(io.BytesIO(body))
    return b"".join(iter(reader.read, b""))


@given(st.lists(st.binary(min_size=1, max_size=40)))
def test_whatever_was_cut_into_chunks_comes_back(pieces: list[bytes]) -> None:
    body = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
    assert undo_chunks(body) == b"".join(pieces) == read_with_warcio(body)


@pytest.mark.parametrize(
    ("body", "content"),
    [
        (b"5;name=value\r\n<p>a<\r\n3\r\n/p>\r\n0\r\n\r\n", b"<p>a</p>"),
        (b"8\r\n<p>a</p>\r\n0\r\nX-Checksum: 1\r\n\r\n", b"<p>a</p>"),
        (b"0008\r\n<p>a</p>\r\n0\r\n\r\n", b"<p>a</p>"),
        (b"8 \n<p>a</p>\n0\n\n", b"<p>a</p>"),
        (b"8\r\n<p>a</p>\r\n", b"<p>a</p>"),
        (b"20\r\n<p>a", b"<p>a"),
        (b"<p>a</p>", b"<p>a</p>"),
        (b"ffffffffffffffffffff\r\n<p>a</p>", b"ffffffffffffffffffff\r\n<p>a</p>"),
        (b"-5\r\n<p>a</p>", b"-5\r\n<p>a</p>"),
        (b"3\r\n<p>\r\nno size\r\n", b"<p>no size\r\n"),
        (b"", b""),
    ],
    ids=[
        *("extension", "trailer", "leading zeros", "bare line feeds", "without end", "cut", "not chunked"),
        *("too many digits", "negative", "wrong further on", "empty"),
    ],
)
def test_chunks_of_every_kind(body: bytes, content: bytes) -> None:
    assert undo_chunks(body) == content
