"""The faults of a single address, one line each: what the server does, and what must come of it.

`kept` are the statuses in the archive, in order; `reason` is how the completeness account names the difference (None:
there is none); `asked` is how often the address is requested; `outcome` is what the crawl comes to.
"""

from __future__ import annotations

import gzip
import time
import zlib
from dataclasses import dataclass
from email.utils import formatdate

from pipelines.outcomes import Outcome
from tests.faults.bad_server import (
    Behaviour,
    answer,
    endless,
    first,
    hang_up,
    markup,
    page,
    raw,
    reply,
    stall,
)

KEPT, DEGRADED = Outcome.KEPT, Outcome.DEGRADED
GOOD = page("bonjour")
TEXT = markup("bonjour " * 50).encode()
BOMB = gzip.compress(b"\0" * 40_000_000)
OPEN = b"HTTP/1.1 200 X\r\nContent-Type: text/html\r\n"


@dataclass(frozen=True)
class Fault:
    name: str
    behave: Behaviour
    kept: tuple[int, ...]
    reason: str | None
    asked: int
    outcome: Outcome
    path: str = "/node/7"


def gone_for(seconds: str, status: int = 503) -> Behaviour:
    return answer(status, "occupé", f"Retry-After: {seconds}")


def to(location: str, status: int = 302) -> Behaviour:
    return answer(status, "", f"Location: {location}")


def chunked(body: bytes) -> bytes:
    return OPEN + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + body


FAULTS = [
    # The server is busy or broken
    Fault("429 once", first(answer(429, "trop"), GOOD), (429, 200), None, 2, KEPT),
    Fault("429 once, Retry-After 0", first(gone_for("0", 429), GOOD), (429, 200), None, 2, KEPT),
    Fault("429 for ever", answer(429, "trop"), (429, 429, 429), "http_429", 3, DEGRADED),
    Fault("503 once", first(answer(503, "occupé"), GOOD), (503, 200), None, 2, KEPT),
    Fault("503 once, Retry-After 1 s", first(gone_for("1"), GOOD), (503, 200), None, 2, KEPT),
    Fault(
        "503 once, Retry-After a past date",
        first(gone_for(formatdate(1, usegmt=True)), GOOD),
        (503, 200),
        None,
        2,
        KEPT,
    ),
    Fault("503, Retry-After a day", gone_for("86400"), (503,), "http_503", 1, DEGRADED),
    Fault(
        "503, Retry-After a far date",
        gone_for(formatdate(time.time() + 9e6, usegmt=True)),
        (503,),
        "http_503",
        1,
        DEGRADED,
    ),
    Fault("503, Retry-After nonsense", gone_for("bientôt"), (503, 503, 503), "http_503", 3, DEGRADED),
    Fault("500 once", first(answer(500, "x"), GOOD), (500, 200), None, 2, KEPT),
    Fault("500 for ever", answer(500, "x"), (500, 500, 500), "http_500", 3, DEGRADED),
    Fault("502 twice", first(answer(502, "x"), GOOD, 2), (502, 502, 200), None, 3, KEPT),
    Fault("504 for ever", answer(504, "x"), (504, 504, 504), "http_504", 3, DEGRADED),
    # The server says no
    Fault("401", answer(401, "qui ?"), (401,), "http_401", 1, DEGRADED),
    Fault("403", answer(403, "non"), (403,), "http_403", 1, DEGRADED),
    Fault("404", answer(404, "rien"), (404,), "http_404", 1, KEPT),
    Fault("410", answer(410, "plus rien"), (410,), "http_410", 1, KEPT),
    Fault("a status nobody knows", answer(799, "?"), (799,), "http_799", 1, DEGRADED),
    # The body is not what it should be
    Fault("cut body", raw(reply(200, TEXT[:99], length=len(TEXT))), (), "incomplete", 3, DEGRADED),
    Fault("cut once", first(raw(reply(200, TEXT[:99], length=len(TEXT))), GOOD), (200,), None, 2, KEPT),
    Fault("Content-Length too small", raw(reply(200, TEXT, length=100)), (200,), None, 1, KEPT),
    Fault(
        "Content-Length no number",
        raw(OPEN + b"Content-Length: beaucoup\r\n\r\nx"),
        (),
        "connection_failed",
        3,
        DEGRADED,
    ),
    Fault("Content-Length negative", raw(OPEN + b"Content-Length: -5\r\n\r\nx"), (), "connection_failed", 3, DEGRADED),
    Fault("no Content-Length", raw(OPEN + b"Connection: close\r\n\r\n" + TEXT), (200,), None, 1, KEPT),
    Fault("cut chunks", raw(chunked(b"10\r\nbonjour")), (), "incomplete", 3, DEGRADED),
    Fault("chunks of no length", raw(chunked(b"zz\r\nbonjour\r\n0\r\n\r\n")), (), "incomplete", 3, DEGRADED),
    Fault("stalled body", stall(reply(200, TEXT[:99], length=len(TEXT))), (), "timeout", 3, DEGRADED),
    Fault("stalled before it begins", stall(b""), (), "timeout", 3, DEGRADED),
    Fault("endless body", endless(OPEN + b"Connection: close\r\n\r\n", TEXT * 99), (), "too_large", 1, DEGRADED),
    Fault("endless drip", endless(OPEN + b"Connection: close\r\n\r\n", b"."), (), "timeout", 3, DEGRADED),
    Fault("endless headers", endless(OPEN, b"X-Encore: " + b"x" * 900 + b"\r\n"), (), "timeout", 3, DEGRADED),
    Fault(
        "brochure of 2 GB",
        stall(reply(200, b"%PDF-1.7", kind="application/pdf", length=2**31)),
        (),
        "too_large",
        1,
        DEGRADED,
        "/enorme.pdf",
    ),
    Fault("gzip bomb", answer(200, BOMB, "Content-Encoding: gzip"), (200,), "too_large", 1, DEGRADED),
    Fault("gzip cut", answer(200, gzip.compress(TEXT)[:-9], "Content-Encoding: gzip"), (200,), None, 1, KEPT),
    Fault("gzip that is none", answer(200, TEXT, "Content-Encoding: gzip"), (200,), "bad_encoding", 1, DEGRADED),
    Fault(
        "deflate without header",
        answer(200, zlib.compress(TEXT)[2:-4], "Content-Encoding: deflate"),
        (200,),
        None,
        1,
        KEPT,
    ),
    Fault("an encoding nobody knows", answer(200, TEXT, "Content-Encoding: zoo"), (200,), None, 1, KEPT),
    Fault("empty page", answer(200, b""), (200,), None, 1, KEPT),
    Fault("204", raw(b"HTTP/1.1 204 X\r\nConnection: close\r\n\r\n"), (204,), None, 1, KEPT),
    Fault("206 unasked", answer(206, TEXT[:99], "Content-Range: bytes 0-98/900"), (206,), None, 1, KEPT),
    Fault("304 unasked", raw(b"HTTP/1.1 304 X\r\nConnection: close\r\n\r\n"), (304,), "http_304", 1, DEGRADED),
    Fault("wrong charset", answer(200, "éé".encode("latin-1"), kind="text/html; charset=utf-8"), (200,), None, 1, KEPT),
    Fault("a charset nobody knows", answer(200, TEXT, kind="text/html; charset=klingon"), (200,), None, 1, KEPT),
    Fault("page under .pdf", answer(200, TEXT), (200,), None, 1, KEPT, "/brochure.pdf"),
    Fault("PDF under a page's address", answer(200, b"%PDF-1.7\n", kind="text/html"), (200,), None, 1, KEPT),
    Fault("nulls and controls", answer(200, b"<a href='/node/8\x1b[2J'>\0\x07\x9b</a>"), (200,), None, 1, KEPT),
    Fault("10,000 levels of markup", answer(200, "<div>" * 10_000), (200,), None, 1, KEPT),
    Fault(
        "a name that is a path",
        answer(200, b"%PDF-", 'Content-Disposition: attachment; filename="../../../etc/x"', kind="application/pdf"),
        (200,),
        None,
        1,
        KEPT,
        "/..%2F..%2Fetc%2Fpasswd.pdf",
    ),
    # The connection breaks
    Fault("hangs up", hang_up(), (), "connection_failed", 3, DEGRADED),
    Fault("hangs up once", first(hang_up(), GOOD), (200,), None, 2, KEPT),
    Fault("reset", hang_up(OPEN, reset=True), (), "connection_failed", 3, DEGRADED),
    Fault("no HTTP", raw(b"SSH-2.0-OpenSSH_9.2\r\n"), (), "connection_failed", 3, DEGRADED),
    # It leads elsewhere
    Fault("redirect to itself", to("/node/7"), (302,), "redirect_loop", 1, DEGRADED),
    Fault("redirect in a circle of two", to("/node/8"), (302,), "redirect_loop", 1, DEGRADED),
    Fault("redirect without end", to("/etape/1"), (302,), "redirect_loop", 1, DEGRADED),
    Fault("redirect without Location", answer(302, ""), (302,), "http_302", 1, DEGRADED),
    Fault("redirect off the site", to("http://ailleurs.test/x"), (302,), "redirect_off_site", 1, KEPT),
    Fault("redirect to this machine", to("http://127.0.0.1:22/"), (302,), "redirect_off_site", 1, KEPT),
    Fault("redirect to localhost", to("http://localhost/"), (302,), "redirect_off_site", 1, KEPT),
    Fault("redirect to a cloud's metadata", to("http://169.254.169.254/latest/"), (302,), "redirect_off_site", 1, KEPT),
    Fault("redirect to a private network", to("https://10.0.0.1/"), (302,), "redirect_off_site", 1, KEPT),
    Fault("redirect to IPv6 loopback", to("http://[::1]/"), (302,), "redirect_off_site", 1, KEPT),
    Fault("redirect to another port", to("http://irev.test:8080/"), (302,), "redirect_off_site", 1, KEPT),
    Fault("redirect with a user name", to("http://irev.test@ailleurs.test/"), (302,), "redirect_off_site", 1, KEPT),
    Fault("redirect to a file", to("file:///etc/passwd"), (302,), "http_302", 1, DEGRADED),
    Fault("redirect to a script", to("javascript:alert(1)"), (302,), "bad_address", 1, DEGRADED),
    Fault("redirect to what is never asked for", to("/user/login"), (302,), "redirect_never", 1, KEPT),
]
