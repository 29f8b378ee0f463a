"""From Scrapy to WARC: what comes over the wire is kept before anything else sees it.

`signals.response_downloaded` fires once per response, with the body as received (still content-encoded) and before
any middleware: retries, redirects, errors and 304s are all kept. A response that cannot be kept ends the crawl.
"""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.utils.defer import deferred_from_coro

from pipelines.archive import Archive
from pipelines.clock import Clock, utc_now
from pipelines.records import Exchange
from pipelines.settings import DataFolder
from pipelines.warc import build_response_block

logger = logging.getLogger(__name__)

RAW_URL = "raw_url"
"""Key of `request.meta`: the address as it stood in the link."""


class CaptureResponses:
    """Scrapy extension: opens the archive for the crawl, keeps every response in it, and counts what it kept."""

    def __init__(self, crawler: Crawler, archive: Archive, clock: Clock = utc_now) -> None:
        self.archive = archive
        self._crawler = crawler
        self._clock = clock

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Open the archive of IREV_DATA. Raises `ArchiveLocked` while another process writes to it, OSError."""
        archive = Archive(DataFolder(Path(crawler.settings["IREV_DATA"])).archive)
        capture = cls(crawler, archive.__enter__())
        crawler.signals.connect(capture.keep, signal=signals.response_downloaded)
        crawler.signals.connect(capture.close, signal=signals.spider_closed)
        return capture

    def keep(self, response: Response, request: Request) -> None:
        """Keep one response as it came."""
        stats = self._crawler.stats
        stats.inc_value(f"irev/status/{response.status}")
        try:
            exchange = _build_exchange(response, request, self._clock())
            head = build_response_block(exchange.status, exchange.headers, b"")
            stats.inc_value("irev/bytes", len(head) + len(exchange.body))
            captured = self.archive.append_response(exchange)
        except Exception as problem:  # a signal handler's error would only be logged, and the response lost
            logger.error("%s could not be kept: %s", request.url, problem)
            stats.inc_value("irev/error/archive_failed")
            deferred_from_coro(self._crawler.engine.close_spider_async(reason="archive_failed"))
            return
        stats.inc_value("irev/revisits" if captured.kind == "revisit" else "irev/new_records")

    def close(self) -> None:
        """Close the archive and write its index."""
        self.archive.__exit__(None, None, None)


def archive_of(crawler: Crawler) -> Archive:
    """Give the archive that the crawl writes to. Raises RuntimeError where the extension is switched off."""
    capture = crawler.get_extension(CaptureResponses)
    if capture is None:
        raise RuntimeError("pipelines.capture.CaptureResponses must be among the EXTENSIONS")
    return capture.archive


def _build_exchange(response: Response, request: Request, now: dt.datetime) -> Exchange:
    address = None if request.meta.get("proxy") else response.ip_address
    return Exchange(
        url=request.url,
        status=response.status,
        headers=_pairs(response.headers),
        body=response.body,
        seen_at=now,
        request_headers=_pairs(request.headers),
        raw_url=request.meta.get(RAW_URL),
        ip_address=str(address) if address else None,
    )


def _pairs(headers: Headers) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name in headers for value in headers.getlist(name)]
