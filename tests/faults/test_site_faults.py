"""The whole site misbehaves: what the run says, what it leaves alone, and that nothing kept is lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from scrapy import Request

from pipelines.build import build_archive
from pipelines.outcomes import Outcome
from pipelines.progress import NoProgress
from pipelines.run import RunContext, StageResult
from pipelines.settings import DataFolder
from spiders.middlewares import KIND, RefusedRequest, StayOnSite
from spiders.profile import load_profile, parse_profile
from tests.faults.bad_server import BadServer, Behaviour, answer, first, hang_up, markup, page, stall
from tests.faults.certificates import build_context
from tests.faults.crawls import POLITENESS, Crawled, Crawls, bad_profile
from warehouse.query import ask

ROBOTS = answer(200, "User-agent: *\nDisallow:\n", kind="text/plain")
NUMBERS = range(1, 13)


@pytest.fixture(scope="module")
def crawls() -> Iterator[Crawls]:
    with Crawls() as running:
        yield running


@pytest.fixture
def server() -> Iterator[BadServer]:
    with BadServer() as running:
        running.routes = {
            "/robots.txt": ROBOTS,
            "/actualites-0": page("liste", *(f"/node/{number}" for number in NUMBERS)),
            **{f"/node/{number}": page(f"page {number}") for number in NUMBERS},
        }
        yield running


def pages_asked(server: BadServer) -> set[str]:
    return {path for path in server.asked if path != "/robots.txt"}


@pytest.mark.parametrize(
    ("robots", "problem"),
    [
        (answer(500, "x"), "the site could not be reached: robots.txt: http_500"),
        (answer(503, "x"), "the site could not be reached: robots.txt: http_503"),
        (answer(429, "x"), "the site could not be reached: robots.txt: http_429"),
        (stall(b""), "the site could not be reached: robots.txt: timeout"),
        (hang_up(), "the site could not be reached: robots.txt: connection_failed"),
        (
            answer(302, "", "Location: http://ailleurs.test/robots.txt"),
            "the site could not be reached: robots.txt: off_site",
        ),
        (answer(302, "", "Location: http://169.254.169.254/x"), "the site could not be reached: robots.txt: off_site"),
        (
            answer(200, "User-agent: *\nDisallow: /\n", kind="text/plain"),
            "robots.txt forbids everything that the profile asks for",
        ),
        (
            answer(200, "User-agent: *\nCrawl-delay: 86400\n", kind="text/plain"),
            "the site could not be reached: robots.txt: crawl_delay_too_long",
        ),
    ],
    ids=[
        "500",
        "503",
        "429",
        "stalls",
        "hangs up",
        "leads off site",
        "leads to metadata",
        "forbids all",
        "asks for a day",
    ],
)
def test_without_robots_txt_nothing_is_asked_for(
    robots: Behaviour, problem: str, server: BadServer, crawls: Crawls, tmp_path: Path
) -> None:
    server.routes["/robots.txt"] = robots
    crawled = crawls.crawl(tmp_path, bad_profile(server.proxy, politeness={**POLITENESS, "timeout": 0.4}))
    assert crawled.result.outcome is Outcome.FAILED
    assert crawled.result.error == problem
    assert pages_asked(server) == set()


@pytest.mark.parametrize(
    "robots",
    [answer(404, "rien"), answer(403, "non"), answer(200, "<html>maintenance</html>"), answer(200, b"\xff\0" * 99)],
    ids=["404", "403", "a page", "binary"],
)
def test_a_robots_txt_that_says_nothing_forbids_nothing(
    robots: Behaviour, server: BadServer, crawls: Crawls, tmp_path: Path
) -> None:
    server.routes["/robots.txt"] = robots
    crawled = crawls.crawl(tmp_path, bad_profile(server.proxy))
    assert crawled.result.outcome is Outcome.KEPT
    assert len(pages_asked(server)) == 1 + len(NUMBERS)


def test_a_site_of_errors_is_a_failure(server: BadServer, crawls: Crawls, tmp_path: Path) -> None:
    server.routes = {"/robots.txt": ROBOTS, "/actualites-0": answer(500, "x")}
    crawled = crawls.crawl(tmp_path, bad_profile(server.proxy))
    assert crawled.result.outcome is Outcome.FAILED
    assert crawled.result.error == "the site could not be reached: http_500 (1)"
    assert crawled.kept("/actualites-0") == [500, 500, 500]


def test_a_site_that_dies_half_way_is_left_alone(server: BadServer, crawls: Crawls, tmp_path: Path) -> None:
    for number in NUMBERS[:8]:  # the newest link of a page is followed first
        server.routes[f"/node/{number}"] = hang_up()
    impatient = {**POLITENESS, "failures_in_row": 6}
    crawled = crawls.crawl(tmp_path, bad_profile(server.proxy, politeness=impatient))
    assert crawled.result.outcome is Outcome.FAILED
    assert crawled.outcome.finish_reason == "site_failing"
    assert sum(server.asked[f"/node/{number}"] for number in NUMBERS[:8]) <= 7
    assert [crawled.kept(f"/node/{number}") for number in NUMBERS[8:]] == [[200]] * 4
    assert set(crawled.reasons().values()) <= {"connection_failed", "not_asked"}
    assert len(crawled.reasons()) == len(NUMBERS[:8])


def test_a_listing_that_loses_half_is_named_and_what_it_lost_still_asked_for(
    server: BadServer, crawls: Crawls, tmp_path: Path
) -> None:
    profile = bad_profile(server.proxy)
    before = crawls.crawl(tmp_path, profile)
    assert before.outcome.account["listings"]["/actualites-0"]["items"] == len(NUMBERS)
    server.routes["/actualites-0"] = page("liste", *(f"/node/{number}" for number in NUMBERS[:5]))
    server.asked.clear()
    crawled = crawls.crawl(tmp_path, profile, before.outcome.account)
    assert crawled.result.outcome is Outcome.DEGRADED
    assert crawled.result.losses == ("/actualites-0: the listing shows 5 items, 12 in the run before",)
    assert len(pages_asked(server)) == 1 + len(NUMBERS)


@pytest.mark.parametrize(
    "listing",
    [page("plus rien"), answer(302, "", "Location: /user/login"), answer(200, b"")],
    ids=["empties", "wants a login", "is blank"],
)
def test_a_listing_that_empties_is_no_quiet_day(
    listing: Behaviour, server: BadServer, crawls: Crawls, tmp_path: Path
) -> None:
    profile = bad_profile(server.proxy)
    before = crawls.crawl(tmp_path, profile)
    server.routes["/actualites-0"] = listing
    crawled = crawls.crawl(tmp_path, profile, before.outcome.account)
    assert crawled.result.outcome is Outcome.DEGRADED
    assert "/actualites-0: the listing shows 0 items, 12 in the run before" in crawled.result.losses


def test_a_gap_in_the_pager_is_named(server: BadServer, crawls: Crawls, tmp_path: Path) -> None:
    steps = [f"/actualites-0?page={number}" for number in range(1, 5)]
    server.routes["/actualites-0"] = page("liste", "/node/1", *steps)
    server.routes |= {step: page(step, *steps) for step in steps}
    server.routes["/actualites-0?page=3"] = answer(500, "x")
    crawled = crawls.crawl(tmp_path, bad_profile(server.proxy))
    assert crawled.result.outcome is Outcome.DEGRADED
    assert "/actualites-0: 1 of 5 pages of the listing not read (3)" in crawled.result.losses
    assert crawled.reasons() == {"/actualites-0?page=3": "http_500"}


def test_a_pager_without_end_ends(server: BadServer, crawls: Crawls, tmp_path: Path) -> None:
    for number in range(40):
        address = f"/actualites-0?page={number}" if number else "/actualites-0"
        server.routes[address] = page(f"page {number}", f"?page={number + 1}")
    crawled = crawls.crawl(tmp_path, bad_profile(server.proxy, pager_limit=6))
    assert len(pages_asked(server)) == 7
    assert crawled.reasons() == {"/actualites-0?page=7": "pager_limit"}


def test_links_without_end_end(server: BadServer, crawls: Crawls, tmp_path: Path) -> None:
    server.routes["/actualites-0"] = page("liste", "/x0")
    server.routes |= {f"/x{number}": page(f"{number}", f"/x{number + 1}") for number in range(40)}
    crawled = crawls.crawl(tmp_path, bad_profile(server.proxy, max_depth=5))
    assert len(pages_asked(server)) == 6
    assert crawled.reasons() == {"/x5": "too_deep"}


def test_more_pages_than_the_profile_allows_are_a_loss(server: BadServer, crawls: Crawls, tmp_path: Path) -> None:
    crawled = crawls.crawl(tmp_path, bad_profile(server.proxy, max_requests=5))
    assert len(pages_asked(server)) == 5
    assert sorted(crawled.reasons()) == sorted(
        f"/node/{number}" for number in NUMBERS if not crawled.kept(f"/node/{number}")
    )


def test_session_identifiers_make_no_new_pages(server: BadServer, crawls: Crawls, tmp_path: Path) -> None:
    sessions = [
        "?PHPSESSID=a1",
        "?PHPSESSID=b2",
        ";jsessionid=C3",
        "?SESS0123456789abcdef=d4",
        "?utm_source=x",
        "#haut",
    ]
    server.routes["/actualites-0"] = page("liste", *(f"/node/1{session}" for session in sessions))
    crawled = crawls.crawl(tmp_path, bad_profile(server.proxy))
    assert server.asked["/node/1"] == 1
    assert pages_asked(server) == {"/actualites-0", "/node/1"}
    assert crawled.result.outcome is Outcome.KEPT


def test_ten_thousand_links_on_one_page_cost_no_more_than_the_limit(
    server: BadServer, crawls: Crawls, tmp_path: Path
) -> None:
    server.routes["/actualites-0"] = page("liste", *(f"/piege-{number}" for number in range(10_000)))
    crawled = crawls.crawl(tmp_path, bad_profile(server.proxy, max_requests=10))
    assert crawled.outcome.requests == 10
    assert sum(server.asked.values()) <= 11
    assert crawled.outcome.finish_reason == "limit"


def test_a_sitemap_that_is_broken_or_lies_is_told(server: BadServer, crawls: Crawls, tmp_path: Path) -> None:
    places = "".join(f"<url><loc>http://irev.test/{name}</loc></url>" for name in ("node/1", "absente", "user/login"))
    server.routes["/sitemap.xml"] = answer(200, f"<urlset>{places}<url><loc>http://irev.test/nod", kind="text/xml")
    crawled = crawls.crawl(tmp_path, bad_profile(server.proxy, start=["/actualites-0", "/sitemap.xml"]))
    named = {entry["address"]: entry["named_by"] for entry in crawled.outcome.account["differences"]}
    assert crawled.reasons().items() >= {"/absente": "http_404", "/user/login": "never"}.items()
    assert named["https://irev.test/absente"] == "sitemap"


def test_a_changed_file_that_the_server_calls_unchanged_is_found_in_time(
    server: BadServer, crawls: Crawls, tmp_path: Path
) -> None:
    def brochure(body: str) -> Behaviour:
        full = answer(200, body, 'ETag: "toujours"', kind="application/pdf")
        unchanged = answer(304, "", 'ETag: "toujours"')
        return lambda socket, headers, times: (unchanged if "if-none-match" in headers else full)(
            socket, headers, times
        )

    profile = bad_profile(server.proxy)
    server.routes |= {"/actualites-0": page("liste", "/b.pdf"), "/b.pdf": brochure("%PDF-1.7 un")}
    crawls.crawl(tmp_path, profile)
    server.routes["/b.pdf"] = brochure("%PDF-1.7 deux")
    believed = crawls.crawl(tmp_path, profile)
    assert believed.kept("/b.pdf") == [200, 304]  # for a while the server is believed
    doubting = bad_profile(server.proxy, plan={"whole": "0"})
    crawled = crawls.crawl(tmp_path, doubting)
    assert crawled.kept("/b.pdf") == [200, 304, 200]
    assert crawled.outcome.new_records == 1


def test_a_changed_file_is_found_by_its_etag(server: BadServer, crawls: Crawls, tmp_path: Path) -> None:
    profile = bad_profile(server.proxy)
    server.routes |= {
        "/actualites-0": page("liste", "/b.pdf"),
        "/b.pdf": answer(200, "%PDF un", 'ETag: "1"', kind="application/pdf"),
    }
    crawls.crawl(tmp_path, profile)
    server.routes["/b.pdf"] = answer(200, "%PDF deux", 'ETag: "2"', kind="application/pdf")
    assert crawls.crawl(tmp_path, profile).outcome.new_records == 1


# With a build: what analysts see the morning after

EVENT = "Journée du réseau : {title}. La journée aura lieu le {day} septembre 2025 de 9h30 à 16h30 à Lille."


def event_page(
    number: int,
    frame: str = "<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>",
) -> str:
    title = f"Rencontre des centres sociaux numéro {number}"
    return frame.format(title=title, text=EVENT.format(title=title, day=number + 1))


def build(crawled: Crawled) -> StageResult:
    context = RunContext("r", "run", dt.datetime.now(dt.UTC))
    return build_archive(DataFolder(crawled.data), False, NoProgress(), context)


def days(data: Path) -> list[str]:
    return [str(day) for (day,) in ask(data, "SELECT day FROM sessions WHERE day IS NOT NULL ORDER BY day").rows]


def test_a_maintenance_notice_with_status_200_replaces_nothing(
    server: BadServer, crawls: Crawls, tmp_path: Path
) -> None:
    server.routes |= {f"/node/{number}": answer(200, event_page(number)) for number in NUMBERS}
    profile = bad_profile(server.proxy)
    before = crawls.crawl(tmp_path, profile)
    assert build(before).outcome is Outcome.PUBLISHED
    published = days(tmp_path)
    assert len(published) == len(NUMBERS)
    notice = answer(200, markup("Le site est en maintenance, revenez plus tard."))
    routes, server.routes = server.routes, dict.fromkeys(server.routes, notice) | {"/robots.txt": ROBOTS}
    crawled = crawls.crawl(tmp_path, profile, before.outcome.account)
    assert crawled.result.outcome is Outcome.FAILED
    assert crawled.result.error == "the site answers 13 of 13 addresses with one and the same page"
    assert crawled.kept("/node/1") == [200, 200]  # kept all the same
    assert build(crawled).outcome is Outcome.DEGRADED  # it names the notices that only claim to be content
    assert days(tmp_path) == published
    server.routes = routes
    assert crawls.crawl(tmp_path, profile, before.outcome.account).result.outcome is Outcome.NOTHING_NEW


def test_a_redesign_changes_every_byte_and_no_fact(server: BadServer, crawls: Crawls, tmp_path: Path) -> None:
    server.routes |= {f"/node/{number}": answer(200, event_page(number)) for number in NUMBERS}
    profile = bad_profile(server.proxy)
    before = crawls.crawl(tmp_path, profile)
    build(before)
    published = days(tmp_path)
    new = "<!DOCTYPE html><html lang=fr><head><title>{title}</title></head><body><main class=neuf><article>"
    new += "<h1>{title}</h1><div><p>{text}</p></div></article></main></body></html>"
    server.routes |= {f"/node/{number}": answer(200, event_page(number, new)) for number in NUMBERS}
    crawled = crawls.crawl(tmp_path, profile, before.outcome.account)
    assert crawled.result.outcome is Outcome.KEPT
    assert crawled.outcome.new_records == len(NUMBERS)
    assert build(crawled).outcome in (Outcome.NOTHING_NEW, Outcome.PUBLISHED)
    assert days(tmp_path) == published


# Names and certificates


def test_a_host_that_nobody_knows(crawls: Crawls, tmp_path: Path) -> None:
    profile = bad_profile("http://127.0.0.1:9")
    data = {key: value for key, value in profile.data.items() if key not in ("proxy", "local")}
    changes = {"origin": "http://nulle-part.invalid", "hosts": ["nulle-part.invalid"], "start": ["/actualites-0"]}
    polite = {**POLITENESS, "delay": 1.0, "contact": "essai@example.org"}
    crawled = crawls.crawl(tmp_path, parse_profile({**data, **changes, "politeness": polite}))
    assert crawled.result.error == "the site could not be reached: robots.txt: host_unknown"


@pytest.mark.parametrize(
    ("host", "until"), [("localhost", 2120), ("localhost", 2021), ("autre.test", 2120)], ids=["own", "expired", "other"]
)
def test_a_certificate_that_proves_nothing(host: str, until: int, crawls: Crawls, tmp_path: Path) -> None:
    with HTTPServer(ssl_context=build_context(tmp_path, host, until)) as secure:
        origin = secure.url_for("").rstrip("/")
        data = {key: value for key, value in bad_profile("http://127.0.0.1:9").data.items() if key != "proxy"}
        changes = {"origin": origin, "hosts": [origin.removeprefix("https://")]}
        crawled = crawls.crawl(tmp_path / "data", parse_profile({**data, **changes}))
        assert crawled.result.outcome is Outcome.FAILED
        assert crawled.result.error == "the site could not be reached: robots.txt: certificate"
        assert secure.log == []


def test_a_server_that_speaks_no_tls(crawls: Crawls, tmp_path: Path, server: BadServer) -> None:
    origin = server.proxy.replace("http://127.0.0.1", "https://localhost")
    data = {key: value for key, value in bad_profile(server.proxy).data.items() if key != "proxy"}
    crawled = crawls.crawl(
        tmp_path,
        parse_profile(
            {
                **data,
                "origin": origin,
                "hosts": [origin.removeprefix("https://")],
                "politeness": {**POLITENESS, "timeout": 0.4},
            }
        ),
    )
    assert crawled.result.outcome is Outcome.FAILED
    assert server.seen == []


def test_encryption_is_not_given_up_for_a_redirect() -> None:
    """Judged where it is decided: a server with a certificate that we trust cannot be had here."""

    gate = StayOnSite(load_profile())
    gate.process_request(Request("https://irev.fr/node/1", meta={KIND: "node"}))
    with pytest.raises(RefusedRequest, match="insecure"):
        gate.process_request(Request("http://irev.fr/node/1", meta={KIND: "node"}))


def test_a_fault_once_is_forgotten(server: BadServer, crawls: Crawls, tmp_path: Path) -> None:
    server.routes["/node/3"] = first(answer(500, "x"), page("guérie"), times=3)
    profile = bad_profile(server.proxy)
    assert crawls.crawl(tmp_path, profile).result.outcome is Outcome.DEGRADED
    healed = crawls.crawl(tmp_path, profile)
    assert healed.kept("/node/3") == [500, 500, 500, 200]
    assert (healed.result.outcome, healed.result.losses) == (Outcome.KEPT, ())
