"""The spider: from the start addresses along the links that the profile allows. It captures and reads nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.http import HtmlResponse, Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from pipelines.addresses import canonical_address, node_id_of, page_id_of
from pipelines.capture import RAW_URL, archive_of
from pipelines.clock import utc_now
from pipelines.current import find_current
from pipelines.looks import GONE, find_looks
from spiders.addresses import AddressClass, Refusal, split_pager
from spiders.failures import name_failure
from spiders.ledger import Ledger
from spiders.links import base_of, find_links, find_other_names
from spiders.middlewares import KIND, SEEN_LATELY
from spiders.plan import Visits, plan_visits
from spiders.politeness import profile_settings
from spiders.profile import ProfileError, SiteProfile, find_profile

HOPS = "hops"
"""Key of `request.meta`: links away from a start address."""

ASKED = "asked"
"""Key of `request.meta`: the canonical address first asked for; redirects keep it."""


class NewsSpider(Spider):
    """Visits each page once per crawl, whatever the addresses that lead to it, and the documents it links to."""

    name = "news"
    profile: SiteProfile
    seen: set[str]
    ledger: Ledger
    visits: Visits

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
        spider.ledger = Ledger(key_of)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Begin at the start addresses, then go through what the archive knows, which no link may lead to any more."""
        archive = archive_of(self.crawler)
        now, current = utc_now(), self.crawler.settings.get("IREV_CURRENT")
        if current is None:
            current = find_current(Path(self.crawler.settings["IREV_DATA"]), now.date(), self.profile.plan.recent)
        self.visits = plan_visits(self.profile.plan, find_looks(archive.captures_seen()), frozenset(current), now)
        for address in self.profile.start:
            for request in self.visit(address, self.profile.origin, 0, "start"):
                yield request
        for address in archive.living_addresses():
            for request in self.visit(address, self.profile.origin, 0, "archive"):
                yield request

    def parse(self, response: Response) -> Iterator[Request]:
        """Follow the links of a page."""
        base, hops = base_of(response), response.meta[HOPS] + 1
        for name in find_other_names(response):
            other = canonical_address(name, base) or name
            self.seen.add(key_of(other))
            self.ledger.note_alias(other)
        links = find_links(response)
        source = "sitemap" if response.meta[KIND] == "sitemap" else "link"
        self._note_page(response, [found for link in links if (found := canonical_address(link, base))])
        for link in links:
            yield from self.visit(link, base, hops, source)

    def visit(self, link: str, base: str, hops: int, source: str) -> Iterator[Request]:
        """Give the request for a link, unless it was made already, is not due, or the profile refuses it."""
        canonical = canonical_address(link, base)
        if canonical is None:
            self._count_refusal("not_an_address", link)
            return
        self.ledger.note_offer(canonical, source)
        found = self.profile.rules.classify(canonical)
        if _is_pager_step(canonical, base):
            hops -= 1
        if isinstance(found, Refusal) or hops > self.profile.max_depth:
            self._count_refusal(found.reason if isinstance(found, Refusal) else "too_deep", canonical)
        elif (key := key_of(canonical)) not in self.seen:
            self.seen.add(key)
            if found is self.profile.rules.documents and self.visits.judge(canonical, found) == "not_due":
                self._note_seen_lately(canonical)  # no link stands in it: no need to open it
                return
            meta = {KIND: found.kind, HOPS: hops, RAW_URL: link, ASKED: canonical}
            url = self.profile.request_url(canonical)
            yield Request(url, self.parse, priority=found.priority, errback=self.failed, meta=meta)

    def failed(self, failure: Failure) -> None:
        """Count what did not come, by its reason."""
        request = getattr(failure, "request", None)
        url = request.url if request else ""
        kind, reason = name_failure(failure.value, url) if failure.value else ("error", "unknown")
        if reason == SEEN_LATELY and request:
            self._note_seen_lately(request.meta.get(ASKED, url))
            return
        self.crawler.stats.inc_value(f"irev/{kind}/{reason}")
        if request:
            led = "redirect_" if kind == "refused" and request.meta.get("redirect_times") else ""
            self.ledger.note_reason(request.meta.get(ASKED, url), f"{led}{reason}")
        if kind == "error":
            self.logger.warning("%s: %s", request, reason)

    def note_duplicate(self, request: Request) -> None:
        """Note where a redirect led that was dropped, because another one led there before: refused like the first."""
        canonical = canonical_address(request.url)
        found = self.profile.rules.classify(canonical) if canonical else Refusal("not_an_address")
        if isinstance(found, Refusal):
            self.crawler.stats.inc_value(f"irev/refused/{found.reason}")
            self.ledger.note_reason(request.meta.get(ASKED, request.url), f"redirect_{found.reason}")

    def _note_page(self, response: Response, links: list[str]) -> None:
        """Enter a page into the account: its links, its place in a listing, what it says."""
        here = canonical_address(response.url) or response.url
        found = self.profile.rules.classify(here)
        allowed = {link for link in links if isinstance(self.profile.rules.classify(link), AddressClass)}
        if isinstance(response, HtmlResponse):
            self.ledger.note_links(allowed)
            if "archived" not in response.flags:
                self.ledger.note_body(here, sha256(response.body).hexdigest())
        if isinstance(found, AddressClass) and found.pager:
            steps = {link for link in allowed if link != here and _is_pager_step(link, here)}
            if steps or found.kind in ("listing", "overview"):
                path = urlsplit(here).path
                self.ledger.note_listing(path, _page_number(here), map(_page_number, steps), allowed - steps)

    def _note_seen_lately(self, address: str) -> None:
        """Count what is not asked for in this run; that there was nothing last time stays a difference."""
        self.crawler.stats.inc_value("irev/seen_lately")
        look = self.visits.looks.get(address)
        if look and look.status in GONE:
            self.ledger.note_reason(address, f"http_{look.status}")

    def _count_refusal(self, reason: str, address: str) -> None:
        if (key := f"refused:{address}") not in self.seen:
            self.seen.add(key)
            self.ledger.note_reason(address, reason)
            self.crawler.stats.inc_value(f"irev/refused/{reason}")


def key_of(canonical: str) -> str:
    """Name the page behind an address: a node is one page, whatever slug follows its number."""
    return page_id_of(canonical, None if "?" in canonical else node_id_of(canonical))


def _page_number(address: str) -> int:
    page = split_pager(urlsplit(address).query)[0]
    return int(page) if page and page.isascii() and page.isdigit() else 0


def _is_pager_step(canonical: str, base: str) -> bool:
    """Tell whether a link only leads to another page of the same listing."""
    here, _, query = (canonical_address(base) or "").partition("?")
    there, _, step = canonical.partition("?")
    return here == there and split_pager(query)[1] == split_pager(step)[1]
