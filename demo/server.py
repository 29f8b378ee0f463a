"""The replica as a server on 127.0.0.1: answers browsers, and acts as the proxy through which a crawler sees `irev.test`.

python -m demo.server [STATE]        serves it for a browser until interrupted
"""

from __future__ import annotations

import gzip
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
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
    """A running replica. `proxy` is the address to hand to a crawler as its HTTP proxy; `requests` grows as it is asked."""

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
    server = ThreadingHTTPServer(("127.0.0.1", port), BaseHTTPRequestHandler)
    server.daemon_threads = True
    replica = Replica(server.server_address[1])
    sites = [load_site(number) for number in range(1, state + 1)]
    server.RequestHandlerClass = _build_handler(sites or [load_site(state)], replica, delay)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield replica
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


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


def _build_handler(sites: list[Site], replica: Replica, delay: float) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version, sys_version = "Apache", ""

        def do_GET(self) -> None:
            time.sleep(delay)
            host, target = self._split_target()
            headers = {key.lower(): value for key, value in self.headers.items()}
            known = host in HOSTS
            found = (
                answer_over_time(sites, target)
                if known
                else Answer(502, b"the replica serves irev.test only\n", "text/plain")
            )
            etag = f'"{sha256(found.body).hexdigest()[:20]}"'
            unchanged = is_unchanged(found, etag, headers)
            status = 304 if unchanged else found.status
            replica.requests.append(Request(self.command, host, target, status, headers))
            body = b"" if unchanged else found.body
            self._send(status, found, etag, body, "gzip" in headers.get("accept-encoding", ""))

        do_HEAD = do_GET

        def do_CONNECT(self) -> None:
            replica.requests.append(Request("CONNECT", self.path, "", 501, {}))
            self.send_error(501, "the replica speaks plain HTTP only")

        def _split_target(self) -> tuple[str, str]:
            """The host and the target of an absolute-form (proxy) or origin-form (browser) request line."""
            parts = urlsplit(self.path)
            host = parts.hostname or HOSTS[0]
            return host, (parts.path or "/") + (f"?{parts.query}" if parts.query else "")

        def _send(self, status: int, found: Answer, etag: str, body: bytes, zipped: bool) -> None:
            zipped = zipped and found.media_type.startswith("text/") and bool(body)
            body = gzip.compress(body, mtime=0) if zipped else body
            self.send_response(status)
            if found.modified is not None:
                self.send_header("ETag", etag)
                self.send_header("Last-Modified", format_datetime(found.modified, usegmt=True))
                self.send_header("Cache-Control", "public, max-age=0")
            for name, value in found.headers.items():
                self.send_header(name, value)
            if status != 304:
                self.send_header("Content-Type", found.media_type)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Vary", "Accept-Encoding")
            if zipped:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Quiet: the requests are recorded in `Replica.requests`."""

    return Handler


def main(arguments: list[str]) -> int:
    """Serve for a browser on port 8765 until interrupted."""
    state = int(arguments[0]) if arguments else 1
    with serve_replica(state, port=8765) as replica:
        sys.stdout.write(
            f"{datetime.now(UTC):%H:%M:%S} state {state} of the replica on {replica.proxy}/ (Ctrl-C ends it)\n"
        )
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
