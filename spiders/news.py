"""The spider: from the start addresses along the links that the profile allows. It captures and reads nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from pipelines.addresses import canonical_address, node_id_of, page_id_of
from pipelines.capture import RAW_URL, archive_of
from spiders.addresses import Refusal, split_pager
from spiders.failures import name_failure
from spiders.links import base_of, find_links, find_other_names
from spiders.middlewares import KIND
from spiders.politeness import profile_settings
from spiders.profile import ProfileError, SiteProfile, find_profile

HOPS = "hops"
"""Key of `request.meta`: links away from a start address."""


class NewsSpider(Spider):
    """Visits each page once per crawl, whatever the addresses that lead to it, and the documents it links to."""

    name = "news"
    profile: SiteProfile
    seen: set[str]

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Add what the site profile says; `irev crawl` hands its own in, `scrapy crawl` names one."""
        super().update_settings(settings)
        if settings.get("IREV_PROFILE") is None:
            try:
                profile = find_profile(settings["IREV_SITE"])
                values = profile_settings(profile, settings["IREV_CONTACT"] or None, None)
            except ProfileError as problem:
                raise UsageError(str(problem), print_help=False) from None
            settings.update(values, priority="spider")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Take the profile out of the settings."""
        spider: Self = super().from_crawler(crawler, *args, **kwargs)
        spider.profile = crawler.settings["IREV_PROFILE"]
        spider.seen = set()
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Begin at the start addresses, then ask again for what the archive knows and no link may lead to."""
        archive = archive_of(self.crawler)
        for address in [*self.profile.start, *archive.living_addresses()]:
            for request in self.visit(address, self.profile.origin, hops=0):
                yield request

    def parse(self, response: Response) -> Iterator[Request]:
        """Follow the links of a page."""
        base, hops = base_of(response), response.meta[HOPS] + 1
        for name in find_other_names(response):
            self.seen.add(_key_of(canonical_address(name, base) or name))
        for link in find_links(response):
            yield from self.visit(link, base, hops)

    def visit(self, link: str, base: str, hops: int) -> Iterator[Request]:
        """Give the request for a link, unless it was made already or the profile refuses it."""
        canonical = canonical_address(link, base)
        if canonical is None:
            self._count_refusal("not_an_address", link)
            return
        found = self.profile.rules.classify(canonical)
        if _is_pager_step(canonical, base):
            hops -= 1
        if isinstance(found, Refusal) or hops > self.profile.max_depth:
            self._count_refusal(found.reason if isinstance(found, Refusal) else "too_deep", canonical)
        elif (key := _key_of(canonical)) not in self.seen:
            self.seen.add(key)
            meta = {KIND: found.kind, HOPS: hops, RAW_URL: link}
            url = self.profile.request_url(canonical)
            yield Request(url, self.parse, priority=found.priority, errback=self.failed, meta=meta)

    def failed(self, failure: Failure) -> None:
        """Count what did not come, by its reason."""
        kind, reason = name_failure(failure.value) if failure.value else ("error", "unknown")
        self.crawler.stats.inc_value(f"irev/{kind}/{reason}")
        if kind == "error":
            self.logger.warning("%s: %s", getattr(failure, "request", None), reason)

    def _count_refusal(self, reason: str, address: str) -> None:
        if (key := f"refused:{address}") not in self.seen:
            self.seen.add(key)
            self.crawler.stats.inc_value(f"irev/refused/{reason}")


def _key_of(canonical: str) -> str:
    """Name the page behind an address: a node is one page, whatever slug follows its number."""
    return page_id_of(canonical, None if "?" in canonical else node_id_of(canonical))


def _is_pager_step(canonical: str, base: str) -> bool:
    """Tell whether a link only leads to another page of the same listing."""
    here, _, query = (canonical_address(base) or "").partition("?")
    there, _, step = canonical.partition("?")
    return here == there and split_pager(query)[1] == split_pager(step)[1]
