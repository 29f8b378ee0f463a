"""What to do when the site is unwell: wait as long as it asks, leave it alone when nothing comes back."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
from email.utils import parsedate_to_datetime
from math import ceil
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.defer import deferred_from_coro

from pipelines.clock import utc_now
from spiders.failures import name_failure
from spiders.middlewares import KIND
from spiders.politeness import ROBOTS_UNREACHABLE
from spiders.profile import SiteProfile

logger = logging.getLogger(__name__)

_BUSY = frozenset({429, 503})
_ERRORS = 400
_UNWELL = 500


def parse_retry_after(value: str, now: dt.datetime) -> float | None:
    """Read `Retry-After` (seconds, or a date) as seconds from `now`, at least 0; None where it says neither."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, (parsedate_to_datetime(text) - now).total_seconds())
    except (ValueError, TypeError):
        return None


class ObeyRetryAfter:
    """Holds all requests back for as long as the server asks; where it asks for too long, this page is left for today.

    Scrapy retries at once whatever the server says.
    """

    def __init__(self, crawler: Crawler, profile: SiteProfile) -> None:
        self._crawler = crawler
        self._patience = profile.patience
        self._not_before = 0.0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the patience of the profile."""
        return cls(crawler, crawler.settings["IREV_PROFILE"])

    async def process_request(self, request: Request) -> None:
        """Wait until the server wants to be asked again."""
        while (rest := self._not_before - time.monotonic()) > 0:
            await asyncio.sleep(rest)

    def process_response(self, request: Request, response: Response) -> Response:
        """Note for how long the server wants to be left alone."""
        value = response.headers.get("Retry-After")
        if response.status not in _BUSY or value is None:
            return response
        seconds = parse_retry_after(value.decode("latin-1"), utc_now())
        if seconds is None:
            return response
        if seconds > self._patience:
            request.meta["dont_retry"] = True
            self._crawler.stats.inc_value("irev/told_to_wait_too_long")
            return response
        logger.info("%s asks for %.0f s", request.url, seconds)
        self._crawler.stats.inc_value("irev/waited", ceil(seconds))
        self._not_before = max(self._not_before, time.monotonic() + seconds)
        return response


class LeaveAlone:
    """Ends the crawl when one request after the other fails: the site is down, and asking on helps nobody."""

    def __init__(self, crawler: Crawler, profile: SiteProfile) -> None:
        self._crawler = crawler
        self._most = profile.failures_in_row
        self._in_row = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the number from the profile."""
        return cls(crawler, crawler.settings["IREV_PROFILE"])

    def process_response(self, request: Request, response: Response) -> Response:
        """Count answers, and answers that are none."""
        if KIND in request.meta and response.status < _ERRORS:
            self._crawler.stats.inc_value("irev/answered")
        self._count(response.status >= _UNWELL or response.status in _BUSY)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Count requests without answer."""
        if not isinstance(exception, IgnoreRequest):
            self._count(failed=True)

    def _count(self, failed: bool) -> None:
        self._in_row = self._in_row + 1 if failed else 0
        if self._in_row == self._most:
            logger.error("%s requests failed in a row: the crawl ends", self._in_row)
            deferred_from_coro(self._crawler.engine.close_spider_async(reason="site_failing"))


class NoteRobots:
    """Notes that robots.txt could not be had: Scrapy would then crawl everything, RFC 9309 says nothing."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Listen to what came of robots.txt after all retries."""
        return cls(crawler)

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Note the reason."""
        if KIND not in request.meta:
            self._crawler.stats.set_value(ROBOTS_UNREACHABLE, 1)
            self._crawler.stats.set_value("irev/robots_problem", name_failure(exception, request.url)[1])
