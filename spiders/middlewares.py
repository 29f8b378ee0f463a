"""What stands between the spider and the network: the site's borders, the proxy, conditional requests, the limit."""

from __future__ import annotations

import datetime as dt
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from scrapy.utils.defer import deferred_from_coro

from pipelines.addresses import canonical_address
from pipelines.archive import Archive, ArchiveError
from pipelines.capture import archive_of
from pipelines.clock import utc_now
from pipelines.index import Capture
from spiders.addresses import AddressClass, Refusal
from spiders.politeness import ROBOTS_UNREACHABLE
from spiders.profile import SiteProfile

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
        if KIND not in request.meta:
            return
        canonical = canonical_address(request.url)
        found = self._profile.rules.classify(canonical) if canonical else Refusal("not_an_address")
        if isinstance(found, Refusal):
            raise RefusedRequest(found.reason)


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
        latest = self._archive.latest(canonical)
        if latest and self._is_fresh(latest, canonical) and self._archive.holds(latest.sha256):
            self._crawler.stats.inc_value("irev/seen_lately")
            return self._answer(request, latest)
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

    def _is_fresh(self, latest: Capture, canonical: str) -> bool:
        found = self._profile.rules.classify(canonical)
        revisit = found.revisit if isinstance(found, AddressClass) else dt.timedelta(0)
        seen_well = latest.kind != "resource" and latest.status in (200, 304)
        return seen_well and dt.timedelta(0) <= utc_now() - latest.date < revisit

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
