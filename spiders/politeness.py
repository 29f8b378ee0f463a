"""Manners: the user agent that says who asks, the delay of the profile, and the longer one of robots.txt."""

from __future__ import annotations

import logging
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

from spiders.profile import SiteProfile, require_contact

logger = logging.getLogger(__name__)

ROBOT_NAME = "irev-archive"
ROBOTS_UNREACHABLE = "robots_unreachable"


def profile_settings(profile: SiteProfile, contact: str | None, limit: int | None) -> dict[str, Any]:
    """Build the Scrapy settings that depend on the site. Raises `ProfileError` where a contact is missing."""
    return {
        "IREV_PROFILE": profile,
        "IREV_LIMIT": min(limit or profile.max_requests, profile.max_requests),
        "USER_AGENT": build_user_agent(require_contact(profile, contact)),
        "ROBOTSTXT_USER_AGENT": ROBOT_NAME,
        "DOWNLOAD_DELAY": profile.delay,
        "DOWNLOAD_TIMEOUT": profile.timeout,
        "DOWNLOAD_MAXSIZE": profile.max_bytes,
        "AUTOTHROTTLE_START_DELAY": profile.delay,
        "AUTOTHROTTLE_ENABLED": not profile.is_local,  # on this machine it would only measure our own speed
    }


def build_user_agent(contact: str | None) -> str:
    """Write who asks and whom to write to: `irev-archive/0.1.0 (+mailto:name@example.org)`."""
    try:
        name = f"{ROBOT_NAME}/{version(ROBOT_NAME)}"
    except PackageNotFoundError:
        name = ROBOT_NAME
    if contact is None:
        return name
    return f"{name} (+{contact if '://' in contact else f'mailto:{contact}'})"


class CrawlDelay:
    """Scrapy extension: applies `Crawl-delay`, which Scrapy reads and ignores, and notes robots.txt that fails.

    A server that answers robots.txt with an error 5xx has not said what may be crawled: by RFC 9309 nothing may.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Listen to robots.txt."""
        extension = cls(crawler)
        crawler.signals.connect(extension.apply, signal=signals.robots_parsed)
        crawler.signals.connect(extension.note_failure, signal=signals.response_received)
        return extension

    def apply(self, robotparser: RobotParser, request: Request) -> None:
        """Make the delay at least what robots.txt asks for, for this host and against AutoThrottle too."""
        asked = robotparser.crawl_delay(ROBOT_NAME) or 0.0
        if asked > self._crawler.settings["IREV_PROFILE"].patience:
            self._crawler.stats.set_value(ROBOTS_UNREACHABLE, 1)
            self._crawler.stats.set_value("irev/robots_problem", "crawl_delay_too_long")
            return
        downloader = self._crawler.engine.downloader
        throttle = self._crawler.get_extension(AutoThrottle)
        if throttle is not None:
            throttle.mindelay = max(throttle.mindelay, asked)
            throttle.maxdelay = max(throttle.maxdelay, asked)
        downloader._delay = max(downloader._delay, asked)
        for slot in downloader.slots.values():
            slot.delay = max(slot.delay, asked)
        self._crawler.stats.set_value("irev/delay", downloader._delay)
        logger.info("%s s between requests; robots.txt asks for %s", downloader._delay, asked)

    def note_failure(self, response: Response, request: Request) -> None:
        """Note that robots.txt could not be read, which forbids everything."""
        if urlsplit(request.url).path == "/robots.txt" and (response.status >= 500 or response.status == 429):
            self._crawler.stats.set_value(ROBOTS_UNREACHABLE, 1)
            self._crawler.stats.set_value("irev/robots_problem", f"http_{response.status}")
