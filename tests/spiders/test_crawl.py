"""A crawl over real HTTP on loopback: what is asked for, how often, what is never asked for, what is kept."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import signal
import ssl
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from pipelines.archive import Archive
from pipelines.archive_lock import ArchiveLocked
from spiders.crawl import CrawlOutcome, crawl
from spiders.profile import ProfileError, SiteProfile, load_profile, parse_profile, replica_profile
from tests.faults.crawls import Crawls

ROOT = Path(__file__).parents[2]
ROBOTS = "User-agent: *\nCrawl-delay: 0.01\nDisallow: /reserve\n"


class SmallSite:
    """A site of pages made of links, on `irev.test` behind a loopback proxy. `asked` are the addresses in order."""

    def __init__(self, server: HTTPServer, crawls: Crawls) -> None:
        self.server = server
        self.crawls = crawls
        self.pages: dict[str, str | Callable[[Request], Response]] = {}
        self.robots: str | Response = ROBOTS
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.pause = threading.Event()
        self.hold_after = 10**9
        server.expect_request(re.compile(".*")).respond_with_handler(self.answer)

    @property
    def profile(self) -> SiteProfile:
        profile = replica_profile(self.server.url_for("").rstrip("/"))
        return parse_profile({**profile.data, "start": ["/actualites-0"]}, "small")

    def crawl(self, data: Path, profile: SiteProfile | None = None) -> CrawlOutcome:
        """Crawl in the process that all tests of this file share; `crawl` itself starts one of its own."""
        return crawl(data, profile or self.profile, engine=self.crawls.run)

    def answer(self, request: Request) -> Response:
        address: str = request.environ["RAW_URI"].removeprefix("http://irev.test")
        self.asked.append(address)
        self.headers.append(dict(request.headers))
        if address == "/robots.txt":
            return (
                self.robots if isinstance(self.robots, Response) else Response(self.robots, content_type="text/plain")
            )
        if len(self.asked) > self.hold_after:
            self.pause.wait(20)
        found = self.pages.get(address)
        if found is None:
            return Response("<p>rien</p>", 404, content_type="text/html")
        if callable(found):
            return found(request)
        etag = f'"{hash(found) & 0xFFFFFF}"'
        if request.headers.get("If-None-Match") == etag:
            return Response(status=304, headers={"ETag": etag})
        kind = "application/pdf" if address.endswith(".pdf") else "text/html; charset=utf-8"
        return Response(found, content_type=kind, headers={"ETag": etag})


@pytest.fixture(scope="module")
def crawls() -> Iterator[Crawls]:
    with Crawls() as running:
        yield running


@pytest.fixture
def site(httpserver: HTTPServer, crawls: Crawls) -> Iterator[SmallSite]:
    small = SmallSite(httpserver, crawls)
    yield small
    small.pause.set()


def links(*addresses: str) -> str:
    return "<html><body>" + "".join(f'<a href="{address}">x</a>' for address in addresses) + "</body></html>"


def redirect(to: str) -> Callable[[Request], Response]:
    return lambda _: Response(status=302, headers={"Location": to})


def flaky(to: str) -> Callable[[Request], Response]:
    """An error first, then a redirect: Scrapy's own offsite filter lets what was retried pass."""
    answers = iter([Response("", 503), Response(status=302, headers={"Location": to})])
    return lambda _: next(answers)


def captured(data: Path) -> list[tuple[str, str]]:
    return sorted(
        (capture.kind, capture.url.removeprefix("http://irev.test")) for capture in Archive(data / "archive").captures()
    )


def test_each_page_is_asked_for_once_and_the_traps_never(site: SmallSite, tmp_path: Path) -> None:
    site.pages = {
        "/actualites-0": links(
            "/actualites-0?page=1", "/actualites-0/une?utm_source=lettre#haut", "http://www.irev.test/actualites-0/une/",
            "/print/actualites-0/une", "//irev.test/actualites-0/une", "https://irev.test:443/actualites-0/une",
            "/node/12", "/node/12/un-titre", "/print/12", "/printpdf/12", "/actualites-0/deux", "/reserve/aux-membres",
            "/user/login", "/admin", "/search/node?keys=x", "/agenda/2019/06", "/agenda?mini=2019-06", "/node/12/edit",
            "/javascript%3A%3B", "javascript:;", "mailto:a@example.org", "tel:+33", "#", "/logo.png", "/rss.xml",
            "https://example.org/ailleurs", "/a/b/b/b", "/actualites-0?page=99999", "/actualites-0?page=-1",
            "/actualites-0?sort=asc", "/sortie", "/instable", "/boucle", "/sites/default/files/caf%C3%A9%20(v2).pdf",
        ),
        "/actualites-0?page=1": links("?page=0", "?page=2", "/actualites-0/trois"),
        "/actualites-0?page=2": links("?page=1"),
        "/actualites-0/une": "<link rel='shortlink' href='/node/77'>" + links("/node/77", "/fichier.docx", "/vide.odt"),
        "/actualites-0/deux": links("https://urldefense.com/v3/__https://irev.test/action/a-part__;!!x!y$"),
        "/actualites-0/trois": links("/javascript%3A%3B"),
        "/action/a-part": "<base href='/thematiques/'>" + links("sante"),
        "/thematiques/sante": links("/taxonomy/term/3680"),
        "/taxonomy/term/3680": links(),
        "/node/12": links(),
        "/sortie": redirect("http://ailleurs.test/x"),
        "/instable": flaky("http://ailleurs.test/y"),
        "/boucle": redirect("/user/login"),
        "/sites/default/files/caf%C3%A9%20(v2).pdf": "%PDF-1.4",
        "/fichier.docx": "PK",
        "/vide.odt": "PK2",
    }  # fmt: skip
    outcome = crawl(tmp_path, site.profile)
    assert site.asked[0] == "/robots.txt"
    expected = ["/robots.txt", *(set(site.pages) - {"/instable"}), "/instable", "/instable"]
    assert sorted(site.asked) == sorted(expected)
    assert outcome.problem is None
    assert outcome.finish_reason == "finished"
    assert outcome.requests == len(site.asked) - 1
    assert outcome.statuses == {200: 14, 302: 3, 503: 1}
    assert outcome.errors == {}
    assert outcome.refused == {
        "never": 8 + 1,  # eight links, and /user/login again behind a redirect
        "no_class": 2,
        "not_an_address": 4,
        "off_site": 1 + 2,
        "pager_limit": 2,
        "robots": 1,
    }
    assert outcome.delay == 0.01
    assert {header["User-Agent"].partition("/")[0] for header in site.headers} == {"irev-archive"}
    assert not any("Cookie" in header for header in site.headers)
    assert Archive(tmp_path / "archive").verify() == ()
    raw = {capture.url: capture.raw_url for capture in Archive(tmp_path / "archive").captures()}
    assert raw["http://irev.test/actualites-0/une"] == "/actualites-0/une?utm_source=lettre#haut"


def test_a_second_crawl_of_the_unchanged_site_adds_only_revisits(site: SmallSite, tmp_path: Path) -> None:
    site.pages = {
        "/actualites-0": links("/actualites-0/une", "/brochure.pdf", "/sans-etag"),
        "/actualites-0/une": links("/node/5"),
        "/node/5": links(),
        "/brochure.pdf": "%PDF-1.4",
        "/sans-etag": lambda _: Response("<p>toujours pareil</p>", content_type="text/html"),
    }
    first = site.crawl(tmp_path)
    assert (first.new_records, first.revisits) == (6, 0)
    site.asked.clear()
    second = site.crawl(tmp_path)
    assert (second.new_records, second.revisits) == (0, 6)
    assert second.statuses == {200: 2, 304: 4}  # robots.txt and the page without a validator are sent again
    assert sorted(site.asked) == [
        "/actualites-0",
        "/actualites-0/une",
        "/brochure.pdf",
        "/node/5",
        "/robots.txt",
        "/sans-etag",
    ]
    site.pages["/actualites-0/une"] = links("/node/5", "/node/6")
    site.pages["/node/6"] = "<p>nouveau</p>"
    third = site.crawl(tmp_path)
    assert third.new_records == 2
    versions = [capture for capture in Archive(tmp_path / "archive").captures() if capture.url.endswith("/une")]
    assert [capture.kind for capture in versions] == ["response", "revisit", "response"]


def test_pages_no_longer_linked_are_still_asked_for(site: SmallSite, tmp_path: Path) -> None:
    site.pages = {"/actualites-0": links("/node/5"), "/node/5": links()}
    site.crawl(tmp_path)
    site.pages = {"/actualites-0": links()}
    outcome = site.crawl(tmp_path)
    assert site.asked.count("/node/5") == 2
    assert outcome.errors == {"http_404": 1}


def test_a_rhythm_spares_the_server_and_still_finds_the_links(site: SmallSite, tmp_path: Path) -> None:
    site.pages = {
        "/actualites-0": links("/actualites-0/une"),
        "/actualites-0/une": links("/node/5"),
        "/node/5": links(),
    }
    data = {**site.profile.data, "class": load_profile().data["class"]}  # the rhythms of the real profile
    profile = parse_profile(data, "slow")
    site.crawl(tmp_path, profile)
    site.asked.clear()
    outcome = site.crawl(tmp_path, profile)
    assert site.asked == ["/robots.txt", "/actualites-0"]
    assert outcome.seen_lately == 2
    assert (outcome.new_records, outcome.revisits) == (0, 2)


def test_dead_links_and_broken_pages_cost_little_the_next_night_and_stay_in_the_account(
    site: SmallSite, tmp_path: Path
) -> None:
    site.pages = {"/actualites-0": links("/node/404", "/node/500"), "/node/500": lambda _: Response("", 500)}
    profile = parse_profile({**site.profile.data, "class": load_profile().data["class"]}, "slow")
    first = site.crawl(tmp_path, profile)
    assert (site.asked.count("/node/404"), site.asked.count("/node/500")) == (1, 3)
    site.asked.clear()
    second = site.crawl(tmp_path, profile)
    assert site.asked == ["/robots.txt", "/actualites-0", "/node/500"]
    for outcome in (first, second):
        named = {entry["address"]: entry["reason"] for entry in outcome.account["differences"]}
        assert named == {"https://irev.test/node/404": "http_404", "https://irev.test/node/500": "http_500"}


def test_robots_txt_that_fails_forbids_everything(site: SmallSite, tmp_path: Path) -> None:
    site.robots = Response("", 500)
    site.pages = {"/actualites-0": links()}
    outcome = site.crawl(tmp_path)
    assert set(site.asked) == {"/robots.txt"}
    assert outcome.finish_reason == "robots_unreachable"
    assert outcome.problem is not None


def test_a_limit_is_a_limit_and_no_proxy_comes_from_the_environment(
    site: SmallSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    origin = site.server.url_for("").rstrip("/")
    changes = {"origin": origin, "hosts": [origin.removeprefix("http://")], "start": ["/"]}
    data = {key: value for key, value in site.profile.data.items() if key != "proxy"}
    site.pages = {"/": links(*(f"/node/{number}" for number in range(9)))}
    site.pages |= {f"/node/{number}": links() for number in range(9)}
    outcome = crawl(tmp_path, parse_profile({**data, **changes}, "direct"), limit=3)
    assert (outcome.requests, outcome.finish_reason, outcome.problem) == (3, "limit", None)
    assert len(site.asked) == 1 + 3


def test_an_unreachable_site_is_one_line(tmp_path: Path) -> None:
    data = {**replica_profile("http://127.0.0.1:9").data, "start": ["/actualites-0"]}
    outcome = crawl(tmp_path, parse_profile(data))
    assert (outcome.requests, outcome.new_records) == (0, 0)  # robots.txt could not be asked: nothing else is
    assert outcome.problem == "the site could not be reached: robots.txt: connection_refused"


def test_a_certificate_nobody_vouches_for_is_refused(crawls: Crawls, tmp_path: Path) -> None:
    with HTTPServer(ssl_context=self_signed(tmp_path)) as server:
        server.expect_request("/actualites-0").respond_with_data(links(), content_type="text/html")
        origin = server.url_for("").rstrip("/")
        changes = {"origin": origin, "hosts": [origin.removeprefix("https://")], "start": ["/actualites-0"]}
        local = {"local": True, "politeness": {"delay": 0}}
        profile = parse_profile({**load_profile().data, **changes, **local})
        outcome = crawl(tmp_path / "data", profile, engine=crawls.run)
        assert outcome.problem == "the site could not be reached: robots.txt: certificate"
        assert list(Archive(tmp_path / "data" / "archive").captures()) == []
        assert server.log == []


def self_signed(folder: Path) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    day = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), day, day.replace(2120))
    alternative = x509.SubjectAlternativeName([x509.DNSName("localhost")])
    certificate = builder.add_extension(alternative, critical=False).sign(key, hashes.SHA256())
    pem = folder / "server.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(secret + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


def test_a_real_site_is_not_crawled_without_a_contact(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="set IREV_CONTACT"):
        crawl(tmp_path, load_profile())
    with pytest.raises(ProfileError, match="neither a mail address nor a web address"):
        crawl(tmp_path, load_profile(), contact="moi")


def test_a_second_crawl_at_the_same_time_is_told_so(site: SmallSite, tmp_path: Path) -> None:
    with Archive(tmp_path / "archive"), pytest.raises(ArchiveLocked, match=f"process {os.getpid()} is writing"):
        crawl(tmp_path, site.profile)
    assert site.asked == []


CRAWL_IN_CHILD = """
import json, sys
from pathlib import Path
from spiders.crawl import crawl
from spiders.profile import parse_profile
crawl(Path(sys.argv[1]), parse_profile(json.loads(sys.argv[2])))
"""


def test_a_crawl_killed_half_way_loses_nothing_and_doubles_nothing(site: SmallSite, tmp_path: Path) -> None:
    numbers = range(20)
    site.pages = {"/actualites-0": links(*(f"/node/{number}" for number in numbers))}
    site.pages |= {f"/node/{number}": f"<html><p>Page {number}</p></html>" for number in numbers}
    site.hold_after = 10
    arguments = [sys.executable, "-c", CRAWL_IN_CHILD, str(tmp_path), json.dumps(site.profile.data)]
    with subprocess.Popen(arguments, cwd=ROOT) as parent:
        while len(site.asked) <= site.hold_after:
            assert parent.poll() is None
            site.pause.wait(0.02)
        os.kill(parent.pid, signal.SIGKILL)
    site.hold_after = 10**9
    site.pause.set()
    before = captured(tmp_path)
    assert 5 < len(before) < 22
    outcome = site.crawl(tmp_path)
    assert outcome.problem is None
    after = captured(tmp_path)
    responses = [address for kind, address in after if kind == "response"]
    assert sorted(responses) == sorted({"/robots.txt", *site.pages})
    assert set(before) <= set(after)
    assert Archive(tmp_path / "archive").verify() == ()


def scrapy_crawl(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("IREV_")}
    command = [sys.executable, "-m", "scrapy", "crawl", "news"]
    return subprocess.run(command, cwd=ROOT, env={**clean, **environment}, capture_output=True, text=True, check=False)


def test_scrapy_crawl_news_works_from_the_root(site: SmallSite, tmp_path: Path) -> None:
    site.pages = {"/actualites-0": links("/node/5"), "/node/5": links()}
    profile = tmp_path / "small.toml"
    profile.write_text(build_toml(site.profile.data), encoding="utf-8")
    done = scrapy_crawl({"IREV_DATA": str(tmp_path / "data"), "IREV_SITE": str(profile)})
    assert done.returncode == 0, done.stderr
    assert [address for _, address in captured(tmp_path / "data")] == ["/actualites-0", "/node/5", "/robots.txt"]


def test_scrapy_crawl_news_without_a_contact_is_one_line(tmp_path: Path) -> None:
    done = scrapy_crawl({"IREV_DATA": str(tmp_path)})
    assert done.returncode != 0
    assert "set IREV_CONTACT" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def build_toml(data: Any) -> str:
    """JSON texts, numbers, booleans and lists are TOML; tables come last."""
    plain = {key: value for key, value in data.items() if not isinstance(value, dict) and key != "class"}
    tables = {f"[{key}]": value for key, value in data.items() if isinstance(value, dict)}
    lines = [f"{key} = {json.dumps(value)}" for key, value in plain.items()]
    for head, table in [*tables.items(), *(("[[class]]", entry) for entry in data["class"])]:
        lines += [head, *(f"{key} = {json.dumps(value)}" for key, value in table.items())]
    return "\n".join(lines)
