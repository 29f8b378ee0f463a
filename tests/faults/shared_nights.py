"""Small faults that share a night: each goes wrong at an announcement of its own, and must be found there."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pipelines.outcomes import Outcome
from tests.faults.bad_server import Behaviour, answer, endless, first, hang_up, raw, reply, stall
from tests.faults.night_table import DEGRADED, NOTHING_NEW, OPEN, PUBLISHED, TIMES, Fault, busy, to
from tests.faults.nights import Night
from tests.faults.small_site import NEWS, News


@dataclass(frozen=True)
class Single:
    """What goes wrong at one announcement whose facts stay."""

    name: str
    behave: Callable[[News], Behaviour]
    kept: tuple[int, ...]
    asked: int
    said: tuple[str, ...] = ()
    profile: Mapping[str, object] = field(default_factory=dict)


def share(outcome: Outcome, *singles: Single) -> Fault:
    """Let faults of one outcome go wrong in the same night, from the third announcement on, each at one of its own."""
    placed = list(zip(NEWS[2 : 2 + len(singles)], singles, strict=True))

    def spoil(night: Night) -> None:
        for news, single in placed:
            night.routes[news.path] = single.behave(news)
            night.profile |= single.profile

    return Fault(
        " + ".join(single.name for single in singles),
        spoil,
        outcome,
        tuple(words.format(path=news.path) for news, single in placed for words in single.said),
        {news.path: single.kept for news, single in placed},
        {news.path: single.asked for news, single in placed},
    )


def sound(news: News) -> Behaviour:
    """Answer as on a good night."""
    return answer(200, news.markup())


def cut(news: News) -> Behaviour:
    """Send less than was announced."""
    text = news.markup().encode()
    return raw(reply(200, text[:200], length=len(text)))


# Each night, several of these of one outcome, at an announcement each; `{path}` is its address.
SHARED = [
    share(
        NOTHING_NEW,
        Single("429 once", lambda news: first(answer(429, "trop"), sound(news)), (429, 200), 2),
        Single("503 once, Retry-After 0", lambda news: first(busy(503, "0"), sound(news)), (503, 200), 2),
        Single("500 once", lambda news: first(answer(500, "x"), sound(news)), (500, 200), 2),
        Single("truncated once", lambda news: first(cut(news), sound(news)), (200,), 2),
    ),
    share(
        DEGRADED,
        Single("429 for ever", lambda _: answer(429, "trop"), (429,) * 3, 3, ("1 request: http_429",)),
        Single("503 for ever", lambda _: answer(503, "occupé"), (503,) * 3, 3, ("1 request: http_503",)),
        Single("500 for ever", lambda _: answer(500, "x"), (500,) * 3, 3, ("1 request: http_500", "{path}")),
    ),
    share(
        DEGRADED,
        Single("403", lambda _: answer(403, "non"), (403,), 1, ("1 request: http_403",)),
        Single("empty page", lambda _: answer(200, b""), (200,), 1,
               ("1 address answers 200 with nothing in the place of content",)),
        Single("truncated body", cut, (), 3, ("1 request: incomplete",)),
        Single("Content-Length no number", lambda _: raw(OPEN + b"Content-Length: beaucoup\r\n\r\nx"), (), 3,
               ("1 request: connection_failed",)),
    ),
    share(
        DEGRADED,
        Single("stalled body", lambda _: stall(reply(200, b"<html>", length=999)), (), 3,
               ("1 request: timeout",), TIMES),
        Single("endless body", lambda _: endless(OPEN + b"\r\n", b"<p>encore</p>" * 999), (), 1,
               ("1 request: too_large",)),
        Single("hangs up", lambda _: hang_up(), (), 3, ("1 request: connection_failed",)),
    ),
    share(
        DEGRADED,
        Single("gzip bomb", lambda _: answer(200, gzip.compress(b"\0" * 8_000_000), "Content-Encoding: gzip"), (200,),
               1, ("1 request: too_large",)),
        Single("redirect to itself", lambda news: to(news.path), (302,), 1, ("1 request: redirect_loop",)),
    ),
    share(
        PUBLISHED,
        Single("redirect off the site", lambda _: to("http://ailleurs.test/x"), (302,), 1,
               ("redirect_off_site", "{path}")),
        Single("redirect to a private network", lambda _: to("http://10.0.0.1/"), (302,), 1,
               ("redirect_off_site", "{path}")),
        Single("redirect to a cloud's metadata", lambda _: to("http://169.254.169.254/latest/"), (302,), 1,
               ("redirect_off_site", "{path}")),
    ),
]  # fmt: skip
