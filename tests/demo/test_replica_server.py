"""The replica's server: proxy and origin form, validators, robots, failures, traps, compression."""

from __future__ import annotations

import gzip
import http.client
from collections.abc import Iterator

import pytest

from demo.server import Handler, QuietServer, Replica, serve_replica

BASSIN = "/thematiques/discriminations-egalite-laicite/cycle-de-qualification-egalite-citoyennete-bassin-mi"


@pytest.fixture(scope="module")
def replica() -> Iterator[Replica]:
    with serve_replica() as running:
        yield running


def ask(
    replica: Replica, target: str, headers: dict[str, str] | None = None, method: str = "GET"
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", replica.port, timeout=10)
    try:
        connection.request(method, target, headers=headers or {})
        response = connection.getresponse()
        return response.status, {k.lower(): v for k, v in response.getheaders()}, response.read()
    finally:
        connection.close()


def test_proxy_form_and_origin_form_give_the_same_page(replica: Replica) -> None:
    bodies = {
        ask(replica, address)[2]
        for address in (
            BASSIN,
            f"http://irev.test{BASSIN}",
            f"http://www.irev.test{BASSIN}",
            "/node/233364",
            "/node/233364/x",
        )
    }
    assert len(bodies) == 1
    assert "Béthune (7 et 8 septembre) et Lens (16 et 17 octobre)".encode() in bodies.pop()


def test_foreign_hosts_and_tunnels_are_refused_and_recorded(replica: Replica) -> None:
    assert ask(replica, "http://www.reseau-crpv.fr/evenements/")[0] == 502
    assert ask(replica, "irev.test:443", method="CONNECT")[0] == 501
    assert ("www.reseau-crpv.fr", "/evenements/", 502) in [(r.host, r.target, r.status) for r in replica.requests]
    assert "/evenements/" not in replica.targets()


@pytest.mark.parametrize("target", ["/node/235858", "/actualites-0?page=2", "/printpdf/233364", "/sitemap.xml"])
def test_unchanged_content_answers_304_by_etag_and_by_date(replica: Replica, target: str) -> None:
    status, headers, body = ask(replica, target)
    assert (status, bool(body)) == (200, True)
    for condition in ({"If-None-Match": headers["etag"]}, {"If-Modified-Since": headers["last-modified"]}):
        status, again, body = ask(replica, target, condition)
        assert (status, body, again["etag"]) == (304, b"", headers["etag"])
    assert ask(replica, target, {"If-None-Match": '"other"', "If-Modified-Since": headers["last-modified"]})[0] == 200
    assert ask(replica, target, {"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"})[0] == 200
    assert ask(replica, target, {"If-Modified-Since": "not a date"})[0] == 200


def test_last_modified_is_the_stamp_of_the_page_in_utc(replica: Replica) -> None:
    headers = ask(replica, "/node/233364")[1]
    assert headers["last-modified"] == "Fri, 08 Dec 2017 10:55:00 GMT"  # 11:55 in Paris, winter
    headers = ask(replica, "/node/235858")[1]
    assert headers["last-modified"] == "Mon, 04 Oct 2021 08:50:00 GMT"  # 10:50 in Paris, summer


def test_pages_without_validators_never_answer_304(replica: Replica) -> None:
    status, headers, _ = ask(replica, "/node/238104")
    assert status == 200
    assert not {"etag", "last-modified"} & headers.keys()
    assert (
        ask(replica, "/node/238104", {"If-Modified-Since": "Mon, 01 Jan 2035 00:00:00 GMT", "If-None-Match": "*"})[0]
        == 200
    )


def test_robots_names_a_delay_a_refusal_and_the_sitemap(replica: Replica) -> None:
    text = ask(replica, "http://irev.test/robots.txt")[2].decode()
    assert "Crawl-delay: 0.05" in text
    assert "Disallow: /reserve-aux-membres" in text
    assert "Sitemap: http://irev.test/sitemap.xml" in text
    assert ask(replica, "/reserve-aux-membres/annuaire")[0] == 403
    assert ask(replica, "/search/node?keys=")[0] == 403


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/actualites-0/la-newsletter-de-mai-2018", 404),
        ("/actualites-0/offre-demploi-chargee-de-mission", 410),
        ("/thematiques/statistiques-locales", 500),
        ("/actualites-0/inscription-closes", 200),
        ("/javascript%3A%3B", 404),
        ("/node/999999", 404),
        ("/node/" + "9" * 400, 404),
        ("/actualites-0?page=99", 404),
        ("/actualites-0?page=x", 200),
        ("/printpdf/238104", 404),
        ("/sites/default/files/../../../etc/passwd", 404),
        ("/agenda/9999/12", 404),
    ],
)
def test_addresses_that_fail_say_so(replica: Replica, target: str, status: int) -> None:
    assert ask(replica, target)[0] == status


def test_the_soft_error_claims_success(replica: Replica) -> None:
    assert "Site en maintenance" in ask(replica, "/actualites-0/inscription-closes")[2].decode()


def test_redirects_lead_inside_and_outside(replica: Replica) -> None:
    status, headers, _ = ask(replica, "/lettre-irev")
    assert (status, headers["location"]) == (301, "http://irev.test/actualites-0/agenda-de-rentree-2019")
    assert ask(replica, "/reseau-national")[1]["location"].startswith("https://www.reseau-crpv.fr/")


def test_html_is_compressed_for_those_who_ask_and_stable(replica: Replica) -> None:
    plain = ask(replica, "/node/233364")
    zipped = [ask(replica, "/node/233364", {"Accept-Encoding": "gzip"}) for _ in range(2)]
    assert zipped[0][1]["content-encoding"] == "gzip"
    assert zipped[0][2] == zipped[1][2]
    assert gzip.decompress(zipped[0][2]) == plain[2]
    assert "content-encoding" not in ask(replica, "/printpdf/233364", {"Accept-Encoding": "gzip"})[1]


def test_head_has_the_length_and_no_body(replica: Replica) -> None:
    status, headers, body = ask(replica, "/node/233364", method="HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["content-length"]) == len(ask(replica, "/node/233364")[2])


def test_the_old_charset_is_declared_in_the_markup_only(replica: Replica) -> None:
    _, headers, body = ask(replica, "/action/la-m%C3%A9diation-sociale-un-m%C3%A9tier")
    assert headers["content-type"] == "text/html"
    assert b"charset=windows-1252" in body
    assert "Hénin - Carvin" in body.decode("windows-1252")
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")


def test_an_error_page_stands_under_a_pdf_address(replica: Replica) -> None:
    status, headers, body = ask(replica, "/sites/default/files/atoms/files/programme_gusp_2025.pdf")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert body.startswith(b"<!DOCTYPE html>")


def test_an_unknown_state_is_refused() -> None:
    with pytest.raises(ValueError, match="states 1 to 3, not 7"), serve_replica(state=7):
        pass


@pytest.mark.parametrize(("error", "said"), [(ConnectionResetError("gone"), False), (ValueError("wrong"), True)])
def test_a_client_that_went_away_is_no_error_of_the_server(
    error: Exception, said: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    with QuietServer(("127.0.0.1", 0), Handler) as server:
        try:
            raise error
        except type(error):
            server.handle_error(None, ("127.0.0.1", 1))
    assert (str(error) in capsys.readouterr().err) is said
