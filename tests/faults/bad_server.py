"""A server on loopback that misbehaves on purpose: raw sockets, because no HTTP library would send what it sends.

It answers as the proxy of `irev.test`. A behaviour is a function that gets the socket, the request's headers and the
number of times this address was asked for (from 1), and does whatever it likes with the socket.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Self

Headers = Mapping[str, str]
Behaviour = Callable[[socket.socket, Headers, int], None]

HOST = "http://irev.test"
HTML = "text/html; charset=utf-8"


class BadServer:
    """Serves `routes` by path (with query). What it does not know is 404; `asked` counts requests by path."""

    def __init__(self) -> None:
        self.routes: dict[str, Behaviour] = {}
        self.asked: Counter[str] = Counter()
        self.seen: list[tuple[str, Headers]] = []
        self.tunnel: ssl.SSLContext | None = None  # what it shows of itself to who asks for encryption
        self.stop = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._thread = threading.Thread(target=self._accept, daemon=True)

    @property
    def proxy(self) -> str:
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)

    def _accept(self) -> None:
        while not self.stop.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(20)
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return
                head += piece
            first, *lines = head.decode("latin-1").split("\r\n")
            target = first.split(" ")[1]
            if first.startswith("CONNECT ") and self.tunnel is not None:
                connection.sendall(b"HTTP/1.1 200 X\r\n\r\n")
                self.asked[target] += 1
                self.tunnel.wrap_socket(connection, server_side=True).close()
                return
            headers = {
                name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
            }
            if not target.startswith(HOST):
                self.asked[target] += 1
                send(connection, reply(502, b"elsewhere"))
                return
            path = target.removeprefix(HOST)
            self.asked[path] += 1
            self.seen.append((path, headers))
            behave = self.routes.get(path, answer(404, "<p>rien</p>"))
            behave(connection, headers, self.asked[path])


def send(connection: socket.socket, data: bytes) -> None:
    """Send all, and let go of the connection: one request each keeps the faults apart."""
    connection.sendall(data)
    with suppress(OSError):
        connection.shutdown(socket.SHUT_WR)


def reply(status: int, body: bytes, *headers: str, kind: str = HTML, length: int | None = None) -> bytes:
    """Write a response whose Content-Length is true unless `length` says otherwise."""
    lines = [f"HTTP/1.1 {status} X", f"Content-Type: {kind}", "Connection: close", *headers]
    lines.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def raw(data: bytes) -> Behaviour:
    """Send these bytes whatever is asked."""
    return lambda connection, headers, times: send(connection, data)


def answer(status: int, body: str | bytes, *headers: str, kind: str = HTML) -> Behaviour:
    """Answer correctly with this status and body."""
    return raw(reply(status, body.encode() if isinstance(body, str) else body, *headers, kind=kind))


def page(text: str, *links: str) -> Behaviour:
    """A sound page with links."""
    return answer(200, markup(text, *links))


def markup(text: str, *links: str) -> str:
    """The markup of a sound page."""
    return f"<html><body><p>{text}</p>" + "".join(f'<a href="{link}">x</a>' for link in links) + "</body></html>"


def first(bad: Behaviour, then: Behaviour, times: int = 1) -> Behaviour:
    """Misbehave so many times, then answer well."""
    return lambda connection, headers, count: (bad if count <= times else then)(connection, headers, count)


def stall(data: bytes) -> Behaviour:
    """Send the beginning and then nothing, without closing."""

    def behave(connection: socket.socket, headers: Headers, times: int) -> None:
        connection.sendall(data)
        with suppress(OSError):
            connection.recv(1)  # until the other side gives up

    return behave


def endless(head: bytes, piece: bytes) -> Behaviour:
    """Send the beginning, and the piece again and again until the other side hangs up."""

    def behave(connection: socket.socket, headers: Headers, times: int) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(piece)

    return behave


def hang_up(data: bytes = b"", reset: bool = False) -> Behaviour:
    """Close after these bytes; `reset` without a proper end."""

    def behave(connection: socket.socket, headers: Headers, times: int) -> None:
        connection.sendall(data)
        if reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    return behave
