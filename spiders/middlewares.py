"""What stands between the spider and the network: the site's borders, the proxy, conditional requests, the limit."""

from __future__ import annotations

from typing import Self
from urllib.parse import urljoin, urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from scrapy.utils.defer import deferred_from_coro

from pipelines.addresses import canonical_address
from pipelines.archive import Archive, ArchiveError
from pipelines.capture import archive_of
from pipelines.index import Capture
from pipelines.looks import Look
from spiders.addresses import Refusal
from spiders.plan import Visits
from spiders.politeness import ROBOTS_UNREACHABLE
from spiders.profile import SiteProfile

SEEN_LATELY = "seen_lately"
KIND = "kind"
"""Key of `request.meta`: the class of address. Scrapy's own requests (robots.txt) have none."""


class RefusedRequest(IgnoreRequest):
    """A request that is not sent. `reason` is one word for the count."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"refused: {reason}")
        self.reason = reason


class StayOnSite:
    """Refuses what the profile refuses, wherever it comes from: links, redirects, and retries of both.

    Scrapy's own filter lets requests pass that a retry has marked, and knows nothing of what never to follow.
    """

    def __init__(self, profile: SiteProfile) -> None:
        self._profile = profile

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the profile of the crawl."""
        return cls(crawler.settings["IREV_PROFILE"])

    def process_request(self, request: Request) -> None:
        """Let the request pass or raise `RefusedRequest`."""
        canonical = canonical_address(request.url)
        if self._profile.origin.startswith("https:") and not request.url.startswith("https:"):
            raise RefusedRequest("insecure")  # a redirect that would give up the encryption
        if KIND not in request.meta:  # robots.txt, and wherever it redirects to
            if canonical is None or urlsplit(canonical).netloc not in self._profile.rules.hosts:
                raise RefusedRequest("off_site")
            return
        found = self._profile.rules.classify(canonical) if canonical else Refusal("not_an_address")
        if isinstance(found, Refusal):
            raise RefusedRequest(found.reason)


class NoCircles:
    """Names a redirect that leads back to where it came from; Scrapy would drop it as a duplicate, without a word."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Let the response pass or raise IgnoreRequest."""
        location = response.headers.get("Location")
        if KIND in request.meta and location and 300 < response.status < 400:
            target = urljoin(request.url, location.decode("latin-1"))
            if target in (request.url, *request.meta.get("redirect_urls", ())):
                raise IgnoreRequest("redirections in a circle")
        return response


class ThroughProxy:
    """Sends every request, robots.txt included, through the profile's proxy, and through no other.

    `proxy` set to None keeps Scrapy from taking one out of the environment.
    """

    def __init__(self, proxy: str | None) -> None:
        self._proxy = proxy

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the proxy of the profile."""
        return cls(crawler.settings["IREV_PROFILE"].proxy)

    def process_request(self, request: Request) -> None:
        """Set the proxy of the request."""
        if self._proxy != "environment":
            request.meta["proxy"] = self._proxy


class AskOnlyForChanges:
    """Asks with the validators that the archive keeps; a 304 and a page seen lately come from the archive.

    So the spider finds the same links whether the server sent the page again or not.
    """

    def __init__(self, crawler: Crawler, archive: Archive, profile: SiteProfile) -> None:
        self._crawler = crawler
        self._archive = archive
        self._profile = profile

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the archive of the crawl."""
        return cls(crawler, archive_of(crawler), crawler.settings["IREV_PROFILE"])

    def process_request(self, request: Request) -> Response | None:
        """Answer from the archive what was seen lately; else ask whether it has changed."""
        for name in ("If-None-Match", "If-Modified-Since"):
            request.headers.pop(name, None)  # a redirect carries over those of another address
        canonical = canonical_address(request.url)
        if KIND not in request.meta or canonical is None or request.meta.get("unconditional"):
            return None
        visits: Visits = self._crawler.spider.visits  # type: ignore[union-attr] # ours is the only spider
        if not self._is_due(canonical, visits):
            return self._answer_lately(request, visits.looks[canonical])
        if not visits.wants_patience(canonical):
            request.meta["max_retry_times"] = 0
        if visits.wants_whole(canonical):
            return None
        known = self._archive.validators(canonical)
        if known and known.etag:
            request.headers["If-None-Match"] = known.etag
        if known and known.last_modified:
            request.headers["If-Modified-Since"] = known.last_modified
        return None

    def process_response(self, request: Request, response: Response) -> Response | Request:
        """Put the version we keep in the place of a 304."""
        canonical = canonical_address(request.url)
        known = self._archive.validators(canonical) if response.status == 304 and canonical else None
        if known is None:
            return response
        try:
            return self._answer(request, known.original)
        except ArchiveError:  # what we keep cannot be read: ask for all of it
            return request.replace(dont_filter=True, meta={**request.meta, "unconditional": True})

    def _is_due(self, canonical: str, visits: Visits) -> bool:
        found = self._profile.rules.classify(canonical)
        return isinstance(found, Refusal) or visits.judge(canonical, found) != "not_due"

    def _answer_lately(self, request: Request, look: Look) -> Response | None:
        """Give what was seen lately; a redirect leads nowhere new, and what cannot be read is asked for."""
        if look.status not in (200, 304):
            raise RefusedRequest(SEEN_LATELY)
        kept = self._archive.holder(look.sha256)
        try:
            answer = self._answer(request, kept) if kept else None
        except ArchiveError:
            answer = None
        if answer:
            self._crawler.stats.inc_value("irev/seen_lately")
        return answer

    def _answer(self, request: Request, capture: Capture) -> Response:
        content = self._archive.read(capture.sha256)
        headers = Headers({"Content-Type": capture.media_type})
        kind = responsetypes.from_args(headers=headers, url=request.url, body=content)
        return kind(request.url, status=200, headers=headers, body=content, request=request, flags=["archived"])


class LastGate:
    """Counts what goes out, and lets nothing more out at the limit or where robots.txt could not be asked."""

    def __init__(self, crawler: Crawler, limit: int) -> None:
        self._crawler = crawler
        self._limit = limit
        self._sent = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the limit of the crawl."""
        return cls(crawler, crawler.settings.getint("IREV_LIMIT"))

    def process_request(self, request: Request) -> None:
        """Let the request out or raise `RefusedRequest`."""
        if KIND not in request.meta:
            return
        if self._crawler.stats.get_value(ROBOTS_UNREACHABLE):
            self._close(ROBOTS_UNREACHABLE)
        if self._sent >= self._limit:
            self._close("limit")
        self._sent += 1
        self._crawler.stats.inc_value("irev/requests")

    def _close(self, reason: str) -> None:
        deferred_from_coro(self._crawler.engine.close_spider_async(reason=reason))
        raise RefusedRequest(reason)
