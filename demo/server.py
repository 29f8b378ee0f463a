"""The replica as a server on 127.0.0.1: answers browsers, and is the proxy through which a crawler sees `irev.test`.

python -m demo.server [STATE]        serves it for a browser until interrupted
"""

from __future__ import annotations

import gzip
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import urlsplit

from demo.content import Site, load_site
from demo.french import to_utc
from demo.routes import Answer, answer

HOSTS = ("irev.test", "www.irev.test")


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it came: `target` is the address below the host, `status` what was answered."""

    method: str
    host: str
    target: str
    status: int
    headers: dict[str, str]


@dataclass(slots=True)
class Replica:
    """A running replica. `proxy` is the address to hand to a crawler; `requests` grows as it is asked."""

    port: int
    requests: list[Request] = field(default_factory=list)

    @property
    def proxy(self) -> str:
        """`http://127.0.0.1:<port>`: the proxy for `http://irev.test/`, and the root for a browser."""
        return f"http://127.0.0.1:{self.port}"

    def targets(self, status: int | None = None) -> list[str]:
        """The targets asked for on the replica's own hosts, in order; those answered with `status` if one is given."""
        return [r.target for r in self.requests if r.host in HOSTS and status in (None, r.status)]


@contextmanager
def serve_replica(state: int = 1, delay: float = 0, port: int = 0) -> Iterator[Replica]:
    """Serve the replica in this state on 127.0.0.1 (any free port by default) for the length of a `with` block.

    `delay` is the seconds that each answer takes. Raises ValueError for an unknown state, OSError for a taken port.
    """
    last = load_site(state)
    sites = [*(load_site(number) for number in range(1, state)), last]
    replica = Replica(port)
    handler = type("ReplicaHandler", (Handler,), {"sites": sites, "replica": replica, "delay": delay})
    server = QuietServer(("127.0.0.1", port), handler)
    replica.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield replica
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class QuietServer(ThreadingHTTPServer):
    """A server whose clients may be killed: a connection that they drop is no error of ours."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell all errors but lost connections."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def answer_over_time(sites: list[Site], target: str) -> Answer:
    """The answer of the last state, its `modified` the moment of the last state that changed these bytes.

    A theme renamed or a redesign changes pages whose own stamp stands still; a server that told otherwise would make
    clients miss the change.
    """
    current = answer(sites[-1], target)
    if current.modified is None:
        return current
    for before, after in zip(sites[-2::-1], sites[:0:-1], strict=True):
        if answer(before, target).body != answer(after, target).body and after.moment:
            moment = max(to_utc(after.moment), current.modified)
            return Answer(current.status, current.body, current.media_type, moment, current.headers)
    return current


def is_unchanged(found: Answer, etag: str, headers: dict[str, str]) -> bool:
    """Whether the client's validators allow a 304: `If-None-Match` decides alone where it is given."""
    if found.status != 200 or found.modified is None:
        return False
    if match := headers.get("if-none-match"):
        return etag in [tag.strip().removeprefix("W/") for tag in match.split(",")]
    try:
        since = parsedate_to_datetime(headers.get("if-modified-since", ""))
    except ValueError:
        return False
    return found.modified.replace(microsecond=0) <= since.astimezone(UTC)


class Handler(BaseHTTPRequestHandler):
    """Answers one request; `sites`, `replica` and `delay` are set by `serve_replica` on a subclass of its own."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Apache", ""
    sites: ClassVar[list[Site]]
    replica: ClassVar[Replica]
    delay: ClassVar[float]

    def do_GET(self) -> None:
        """Answer with the page, with 304 where the client's validators allow it, with 502 for a foreign host."""
        time.sleep(self.delay)
        host, target = self._split_target()
        headers = {key.lower(): value for key, value in self.headers.items()}
        foreign = Answer(502, b"the replica serves irev.test only\n", "text/plain")
        found = answer_over_time(self.sites, target) if host in HOSTS else foreign
        etag = f'"{sha256(found.body).hexdigest()[:20]}"'
        status = 304 if is_unchanged(found, etag, headers) else found.status
        self.replica.requests.append(Request(self.command, host, target, status, headers))
        zipped = "gzip" in headers.get("accept-encoding", "") and found.media_type.startswith("text/")
        body = b"" if status == 304 else gzip.compress(found.body, mtime=0) if zipped else found.body
        self._send_head(status, found, etag, len(body), zipped)
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_HEAD(self) -> None:
        """As GET, without the body."""
        self.do_GET()

    def do_CONNECT(self) -> None:
        """Refuse tunnels: there is no TLS here."""
        self.replica.requests.append(Request("CONNECT", self.path, "", 501, {}))
        self.send_error(501, "the replica speaks plain HTTP only")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Quiet: the requests are recorded in `Replica.requests`."""

    def _split_target(self) -> tuple[str, str]:
        """The host and the target of an absolute-form (proxy) or origin-form (browser) request line."""
        parts = urlsplit(self.path)
        return parts.hostname or HOSTS[0], (parts.path or "/") + (f"?{parts.query}" if parts.query else "")

    def _send_head(self, status: int, found: Answer, etag: str, length: int, zipped: bool) -> None:
        headers = dict(found.headers)
        if found.modified is not None:
            headers |= {"ETag": etag, "Last-Modified": format_datetime(found.modified, usegmt=True)}
        if status != 304:
            headers |= {"Content-Type": found.media_type, "Content-Length": str(length), "Vary": "Accept-Encoding"}
        if zipped and status != 304:
            headers["Content-Encoding"] = "gzip"
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()


def main(arguments: list[str]) -> int:
    """Serve for a browser on port 8765 until interrupted."""
    state = int(arguments[0]) if arguments else 1
    with serve_replica(state, port=8765) as replica:
        sys.stdout.write(
            f"{datetime.now(UTC):%H:%M:%S} state {state} of the replica on {replica.proxy}/ (Ctrl-C ends it)\n"
        )
        with suppress(KeyboardInterrupt):
            threading.Event().wait()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
