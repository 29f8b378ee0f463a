"""How a crawl ended is decided from what happened; why a request failed is one word."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import HtmlResponse, Response, XmlResponse
from scrapy.spidermiddlewares.httperror import HttpError

from spiders.crawl import CrawlOutcome, build_outcome
from spiders.failures import name_failure
from spiders.links import base_of, find_links, find_other_names
from spiders.middlewares import RefusedRequest
from spiders.politeness import build_user_agent

NOON = dt.datetime(2025, 11, 22, 12, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (CannotResolveHostError("x"), ("error", "host_unknown")),
        (DownloadConnectionRefusedError("x"), ("error", "connection_refused")),
        (DownloadTimeoutError("x"), ("error", "timeout")),
        (DownloadCancelledError("too big"), ("error", "too_large")),
        (ResponseDataLossError(), ("error", "incomplete")),
        (DownloadFailedError("x"), ("error", "connection_failed")),
        (DownloadFailedError("[('SSL routines', '', 'certificate verify failed')]"), ("error", "certificate")),
        (HttpError(Response("http://x.test", status=410)), ("error", "http_410")),
        (RefusedRequest("never"), ("refused", "never")),
        (IgnoreRequest("Forbidden by robots.txt"), ("refused", "robots")),
        (IgnoreRequest("Filtered offsite request to 'x'"), ("refused", "off_site")),
        (IgnoreRequest("max redirections reached"), ("error", "redirect_loop")),
        (ZeroDivisionError(), ("error", "ZeroDivisionError")),
    ],
)
def test_failures_have_one_word(error: Exception, expected: tuple[str, str]) -> None:
    assert name_failure(error) == expected


def outcome(stats: dict[str, Any], *failures: str) -> CrawlOutcome:
    return build_outcome(stats, list(failures), NOON, NOON, None)


def test_a_good_crawl_has_no_problem() -> None:
    stats = {
        "finish_reason": "finished",
        "irev/requests": 2,
        "irev/answered": 2,
        "irev/status/200": 1,
        "irev/status/304": 1,
    }
    good = outcome({**stats, "irev/new_records": 1, "irev/revisits": 1, "irev/refused/never": 4})
    assert good.problem is None
    assert (good.statuses, good.refused, good.new_records, good.revisits) == ({200: 1, 304: 1}, {"never": 4}, 1, 1)


@pytest.mark.parametrize(
    ("stats", "words"),
    [
        ({}, "ended early (died)"),
        ({"finish_reason": "archive_failed", "irev/requests": 1, "irev/status/200": 1}, "ended early (archive_failed)"),
        ({"finish_reason": "shutdown"}, "ended early (shutdown)"),
        (
            {"finish_reason": "finished", "irev/requests": 2, "irev/status/500": 2, "irev/error/http_500": 2},
            "could not be reached: http_500 (2)",
        ),
        (
            {"finish_reason": "finished", "irev/requests": 1, "irev/answered": 1, "spider_exceptions/KeyError": 3},
            "3 pages could not be searched for links",
        ),
    ],
)
def test_what_scrapy_calls_finished_can_be_a_failure(stats: dict[str, Any], words: str) -> None:
    problem = outcome(stats).problem
    assert problem is not None
    assert words in problem


def test_what_kept_the_crawl_from_running_is_its_end() -> None:
    assert outcome({}, "OSError: disk full").finish_reason == "OSError: disk full"


def test_the_user_agent_says_whom_to_write_to() -> None:
    assert build_user_agent("name@example.org").endswith("(+mailto:name@example.org)")
    assert build_user_agent("https://example.org/x").endswith("(+https://example.org/x)")
    assert "(" not in build_user_agent(None)


def html(body: str) -> HtmlResponse:
    return HtmlResponse("https://irev.fr/a/b", body=body.encode(), encoding="utf-8")


def test_links_stand_where_a_page_puts_them() -> None:
    body = (
        '<link rel="next" href="?page=1"><link rel="stylesheet" href="x.css"><a href=" /a ">a</a><a name="x">b</a>'
        '<area href="/b"><iframe src="/c"></iframe><embed src="/d.pdf"><object data="/e.pdf"></object>'
        '<img src="/f.png">'
    )
    assert find_links(html(body)) == ["?page=1", "/a", "/b", "/c", "/d.pdf", "/e.pdf"]


def test_links_of_broken_html_are_found() -> None:
    assert find_links(html("<html><body><div><a href='/a'>x<p><a href=/b>y</table>")) == ["/a", "/b"]


def test_a_sitemap_gives_its_places() -> None:
    name = "http://www.sitemaps.org/schemas/sitemap/0.9"
    body = f'<?xml version="1.0"?><urlset xmlns="{name}"><url><loc> https://irev.fr/a </loc></url></urlset>'.encode()
    assert find_links(XmlResponse("https://irev.fr/sitemap.xml", body=body)) == ["https://irev.fr/a"]


def test_documents_have_no_links() -> None:
    assert find_links(Response("https://irev.fr/a.pdf", body=b"%PDF <a href='/x'>")) == []


def test_the_base_of_a_page_and_its_other_names() -> None:
    page = html('<head><base href="/c/"><link rel="shortlink" href="/node/5"><link rel="canonical" href="/z"></head>')
    assert base_of(page) == "https://irev.fr/c/"
    assert find_other_names(page) == ["/node/5"]
