"""What can go wrong in a night, one entry each: what the server does, and what must be found in the morning.

Small faults are told in `shared_nights.py`: several of them share a night.

`outcome` is how the whole run ends; `said` stands in what people are told; `kept` are the statuses that the archive
has of an address from this night; `asked` is how often it was requested. Facts stay as they were published unless
`lost` and `found` name sessions (day, hour, town). `moves` counts published factual changes, where facts move.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pipelines.outcomes import Outcome
from tests.faults.bad_server import Behaviour, answer, hang_up, markup, reply, stall
from tests.faults.nights import Night
from tests.faults.small_site import (
    BROCHURE,
    CHANGED_PROGRAMME,
    FRAME,
    LISTING,
    NEWS,
    PDF,
    PROGRAMME,
    REDESIGNED,
    listing,
)

PUBLISHED, NOTHING_NEW = Outcome.PUBLISHED, Outcome.NOTHING_NEW
DEGRADED, REFUSED, FAILED = Outcome.DEGRADED, Outcome.REFUSED, Outcome.FAILED

Spoil = Callable[[Night], None]
Session = tuple[str, str, str]

ONE = NEWS[2]
OPEN = b"HTTP/1.1 200 X\r\nContent-Type: text/html\r\n"
NEWS_PATHS = [news.path for news in NEWS]
NOTICE = (
    "<html><head><title>Site en maintenance</title></head><body><h1>Site en maintenance</h1><p>{}</p></body></html>"
)
NOT_FOUND = """<html><head><title>Page non trouvée | IREV</title></head><body><h1>Page non trouvée</h1>
<p>La page « {} » est introuvable.</p><a href="/actualites-0">Actualités</a></body></html>"""
LOGIN = """<html><head><title>Espace réservé | IREV</title></head><body><h1>Espace réservé</h1>
<a href="/user/login?destination={}">Connexion</a></body></html>"""
SHELL = """<html><head><title>{title} | IREV</title><link rel="shortlink" href="/node/{node}"></head>
<body><div id="app"></div><script src="/app.js"></script></body></html>"""
SOON = "L'IREV organise une journée régionale. Toutes les informations seront données prochainement."
TIMES: dict[str, object] = {"politeness": {"timeout": 0.4}}


@dataclass(frozen=True)
class Fault:
    name: str
    spoil: Spoil
    outcome: Outcome
    said: tuple[str, ...] = ()
    kept: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    asked: Mapping[str, int] = field(default_factory=dict)
    lost: tuple[Session, ...] = ()
    found: tuple[Session, ...] = ()
    moves: int = 0
    clock: dt.timedelta = dt.timedelta(0)


def at(path: str, behave: Behaviour, **profile: object) -> Spoil:
    def spoil(night: Night) -> None:
        night.routes[path] = behave
        night.profile |= profile

    return spoil


def at_one(behave: Behaviour, **profile: object) -> Spoil:
    return at(ONE.path, behave, **profile)


def at_each(make: Callable[[str], Behaviour], *paths: str) -> Spoil:
    """Every address of the site but robots.txt, or those named."""
    return lambda night: night.routes.update(
        {path: make(path) for path in (paths or night.routes) if path != "/robots.txt"}
    )


def at_all(behave: Behaviour) -> Spoil:
    return at_each(lambda _: behave)


def as_told(frame: str = FRAME, text: str | None = None, encoding: str = "utf-8") -> Spoil:
    """All announcements in another frame, with other words, or in another encoding than they say."""
    pages = {news.path: answer(200, news.markup(frame, text).encode(encoding)) for news in NEWS}
    return lambda night: night.routes.update(pages)


def robots(behave: Behaviour, **profile: object) -> Spoil:
    return at("/robots.txt", behave, **profile)


def profiled(**profile: object) -> Spoil:
    return lambda night: night.profile.update(profile)


def busy(status: int, seconds: str) -> Behaviour:
    return answer(status, "occupé", f"Retry-After: {seconds}")


def to(location: str, status: int = 302) -> Behaviour:
    return answer(status, "", f"Location: {location}")


def numbered(connection: object, headers: object, times: int) -> None:
    """A notice of maintenance that is never the same twice."""
    _COUNT[0] += 1
    answer(200, NOTICE.format(f"Requête {_COUNT[0]:x}"))(connection, headers, times)  # type: ignore[arg-type]


_COUNT = [0x7F31]


def tagged(body: bytes, believed: bool) -> Behaviour:
    """A file whose ETag never changes; `believed` says 304 whenever it is asked with it."""
    whole = answer(200, body, 'ETag: "toujours"', kind=PDF)
    unchanged = answer(304, "", 'ETag: "toujours"', kind=PDF)
    return lambda connection, headers, times: (unchanged if believed and "if-none-match" in headers else whole)(
        connection, headers, times
    )


def dying(night: Night) -> None:
    night.profile |= {"politeness": {"failures_in_row": 6}}
    night.routes |= dict.fromkeys([*NEWS_PATHS, BROCHURE], hang_up())


def stairs(night: Night) -> None:
    night.routes |= {f"/etape/{step}": to(f"/etape/{step + 1}") for step in range(1, 9)}
    night.routes[ONE.path] = to("/etape/1")


def in_sessions() -> Spoil:
    """Every link of the listing carries a session of its own."""
    links = [f"{news.path}{mark}" for news in NEWS for mark in ("?PHPSESSID=a1", ";jsessionid=B2", "?utm_source=x")]
    return at(LISTING, answer(200, listing(NEWS, *links)))


def endless_pager(night: Night) -> None:
    night.profile |= {"pager_limit": 4}
    for number in range(30):
        address = f"{LISTING}?page={number}" if number else LISTING
        night.routes[address] = answer(200, listing(NEWS, f"{LISTING}?page={number + 1}"))


def pager_gap(night: Night) -> None:
    night.routes[LISTING] = answer(200, listing(NEWS, f"{LISTING}?page=1", f"{LISTING}?page=2"))
    night.routes[f"{LISTING}?page=1"] = answer(500, "x")
    night.routes[f"{LISTING}?page=2"] = answer(200, listing([]))


GONE_SAID = "7 of 9 addresses that gave content until now give none any more"

FAULTS = [
    # The server is busy or broken
    Fault("503 everywhere", at_all(answer(503, NOTICE)), FAILED, ("the site could not be reached: http_503 (9)",),
          {ONE.path: (503,) * 3}, {ONE.path: 3}),
    # The site says no
    Fault("404", at_one(answer(404, "rien")), PUBLISHED, ("http_404",), {ONE.path: (404,)}, {ONE.path: 1}, moves=1),
    Fault("404 for all announcements", at_each(lambda _: answer(404, "rien"), *NEWS_PATHS), DEGRADED, (GONE_SAID,),
          {ONE.path: (404,)}, moves=7),
    # The body is not what it should be
    Fault("blank pages everywhere", at_all(answer(200, b"")), FAILED,
          ("the site answers 9 of 9 addresses with one and the same page",), {ONE.path: (200,)}),
    Fault("wrong charset", as_told(encoding="latin-1"), PUBLISHED, kept={ONE.path: (200,)}),
    # Brochures
    Fault("brochure of 2 GB", at(BROCHURE, stall(reply(200, b"%PDF-1.7", kind=PDF, length=2**31))), DEGRADED,
          ("1 request: too_large",), {BROCHURE: ()}, {BROCHURE: 1}),
    Fault("HTML under .pdf", at(BROCHURE, answer(200, markup("Le fichier a été déplacé"))), DEGRADED,
          ("1 address answers 200 with what cannot be read", BROCHURE), {BROCHURE: (200,)}),
    Fault("HTML that says it is a PDF", at(BROCHURE, answer(200, markup("Le fichier a été déplacé"), kind=PDF)),
          DEGRADED, ("1 address answers 200 with what cannot be read", BROCHURE), {BROCHURE: (200,)}),
    Fault("half of a PDF", at(BROCHURE, answer(200, PROGRAMME[:700], kind=PDF)), DEGRADED,
          ("1 address answers 200 with what cannot be read", BROCHURE), {BROCHURE: (200,)}),
    Fault("empty PDF", at(BROCHURE, answer(200, b"", kind=PDF)), DEGRADED,
          ("1 address answers 200 with nothing", BROCHURE), {BROCHURE: (200,)}),
    Fault("PDF for a page", at_one(answer(200, PROGRAMME, kind=PDF)), PUBLISHED, kept={ONE.path: (200,)}),
    Fault("changed PDF, unchanged ETag", at(BROCHURE, tagged(CHANGED_PROGRAMME, believed=False)), PUBLISHED,
          kept={BROCHURE: (200,)}, lost=(("2023-11-24", "09:00", "Lille"),), found=(("2023-11-24", "09:30", "Lille"),)),
    # The connection breaks
    Fault("hangs up everywhere", at_all(hang_up()), FAILED, ("the site could not be reached: connection_failed (9)",),
          {ONE.path: ()}, {ONE.path: 3}),
    Fault("dies half way", dying, FAILED, ("the site stopped answering",), {LISTING: (200,)}),
    # It leads elsewhere
    Fault("redirect without end", stairs, DEGRADED, ("1 request: redirect_loop",), {ONE.path: (302,)}),
    Fault("redirects to a login", at_each(lambda _: to("/user/login"), *NEWS_PATHS), DEGRADED,
          (GONE_SAID, "7 redirect never"), {ONE.path: (302,)}),
    Fault("redirects to the listing", at_each(lambda _: to(LISTING), *NEWS_PATHS), DEGRADED, (GONE_SAID,),
          {ONE.path: (302,)}),
    # robots.txt
    Fault("robots.txt 500", robots(answer(500, "x")), FAILED, ("the site could not be reached: robots.txt: http_500",),
          {ONE.path: ()}, {ONE.path: 0, "/robots.txt": 3}),
    Fault("robots.txt forbids all", robots(answer(200, "User-agent: *\nDisallow: /\n", kind="text/plain")), FAILED,
          ("robots.txt forbids everything that the profile asks for",), {ONE.path: ()}, {ONE.path: 0}),
    Fault("robots.txt forbids the news",
          robots(answer(200, "User-agent: *\nDisallow: /actualites-0/\n", kind="text/plain")), NOTHING_NEW,
          ("7 closed by robots.txt",), {ONE.path: ()}, {ONE.path: 0}),
    Fault("robots.txt leads to a cloud's metadata", robots(to("http://169.254.169.254/x")), FAILED,
          ("robots.txt: off_site",), {ONE.path: ()}, {ONE.path: 0}),
    # Names
    Fault("a name that nobody knows", profiled(proxy=None, local=False), FAILED,
          ("robots.txt: host_unknown",), {ONE.path: ()}, {ONE.path: 0}),
    # The listing, the pager, the links
    Fault("listing loses half", at(LISTING, answer(200, listing(NEWS[:3]))), DEGRADED,
          ("/actualites-0: the listing shows 3 items, 7 in the run before",), {ONE.path: (200,), NEWS[6].path: (200,)}),
    Fault("listing empties", at(LISTING, answer(200, listing([]))), DEGRADED,
          ("/actualites-0: the listing shows 0 items, 7 in the run before",), {NEWS[6].path: (200,)}),
    Fault("listing wants a login", at(LISTING, to("/user/login")), DEGRADED,
          ("/actualites-0: the listing shows 0 items, 7 in the run before",), {LISTING: (302,), NEWS[6].path: (200,)}),
    Fault("a pager that never ends", endless_pager, PUBLISHED, ("pager_limit",),
          asked={f"{LISTING}?page=4": 1, f"{LISTING}?page=5": 0}),
    Fault("a gap in the pager", pager_gap, DEGRADED, ("1 of 3 pages of the listing not read (1)",),
          asked={f"{LISTING}?page=1": 3}),
    Fault("session identifiers in links", in_sessions(), PUBLISHED, kept={ONE.path: (200,)}, asked={ONE.path: 1}),
    Fault("a thousand links", at(LISTING, answer(200, listing(NEWS, *(f"/piege-{n}" for n in range(1_000)))),
          max_requests=9), DEGRADED, ("addresses left for another run",)),
    # Notices that claim success
    Fault("maintenance with status 200", at_all(answer(200, NOTICE)), FAILED,
          ("the site answers 9 of 9 addresses with one and the same page",), {ONE.path: (200,)}),
    Fault("maintenance with status 200, never twice the same", at_all(numbered), DEGRADED,
          ("9 addresses answer 200 with a notice of maintenance",), {ONE.path: (200,)}),
    Fault("maintenance of three pages", at_each(lambda _: numbered, *NEWS_PATHS[:3]), DEGRADED,
          ("3 addresses answer 200 with a notice of maintenance", ONE.path), {ONE.path: (200,)}),
    Fault("not found with status 200", at_one(answer(200, NOT_FOUND.format("x"))), PUBLISHED,
          ("1 address answers 200 with an error page (not found)", ONE.path), {ONE.path: (200,)}, moves=1),
    Fault("all not found with status 200", at_each(lambda path: answer(200, NOT_FOUND.format(path)), *NEWS_PATHS),
          DEGRADED, (GONE_SAID,), {ONE.path: (200,)}, moves=7),
    Fault("a wall before all pages", at_each(lambda path: answer(200, LOGIN.format(path)), *NEWS_PATHS), DEGRADED,
          ("7 addresses answer 200 with one and the same title",), {ONE.path: (200,)}),
    Fault("somebody else's page everywhere", at_all(answer(200, markup("Ce nom de domaine est à vendre"))), FAILED,
          ("the site answers 9 of 9 addresses with one and the same page",), {ONE.path: (200,)}),
    # A redesign
    Fault("redesign", as_told(REDESIGNED), PUBLISHED, kept={ONE.path: (200,)}),
    Fault("redesign that a browser must fill", as_told(SHELL), DEGRADED,
          ("7 addresses answer 200 with nothing in the place of content",), {ONE.path: (200,)}),
    Fault("redesign that loses all dates", as_told(REDESIGNED, SOON), REFUSED,
          ("events_not_halved: found 0.125, bound 0.5 (refuse)", "stays"), {ONE.path: (200,)}),
    Fault("redesign that moves all dates", as_told(text="La journée aura lieu le 3 juin 2061 à 9h."), REFUSED,
          ("days_in_bounds",), {ONE.path: (200,)}),
    # The clock
    Fault("the clock goes back 400 days", lambda night: None, PUBLISHED, kept={ONE.path: (200,)},
          clock=dt.timedelta(days=-400)),
    Fault("the clock jumps ahead 400 days", lambda night: None, NOTHING_NEW, kept={ONE.path: (200,)},
          clock=dt.timedelta(days=400)),
]  # fmt: skip
