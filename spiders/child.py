"""The crawl itself, in a process of its own: Scrapy's reactor cannot be started twice in one.

Reads one JSON line (the job) from standard input and writes JSON lines: progress, and at last the outcome. When the
standard input ends the parent is gone, and so is this process at once: the archive survives that at any moment.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Mapping
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.http import Response
from scrapy.settings import Settings

from pipelines.capture import archive_of
from pipelines.looks import Look, find_looks
from spiders.addresses import Refusal
from spiders.news import NewsSpider, key_of
from spiders.politeness import profile_settings
from spiders.profile import SiteProfile, parse_profile

GONE = 70


def main() -> int:
    """Run the one crawl that standard input asks for."""
    job = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_parent, daemon=True).start()
    process = AsyncCrawlerProcess(build_settings(job))
    crawler = process.create_crawler("news")
    crawler.signals.connect(_tell_progress(crawler), signal=signals.response_received, weak=False)
    failures: list[str] = []
    task = process.crawl(crawler)
    task.add_done_callback(lambda done: failures.extend(_describe(done.exception())))
    process.start()
    _tell(build_message(crawler, failures))
    return 0


def build_message(crawler: Crawler, failures: list[str]) -> dict[str, Any]:
    """Build the last message of a crawl that has ended: what was counted, and the completeness account."""
    stats = crawler.stats.get_stats() if crawler.stats else {}
    return {
        "outcome": {key: value for key, value in stats.items() if isinstance(value, int | float | str)},
        "failures": failures,
        "account": {} if failures else _build_account(crawler),  # it did not come so far
    }


def _build_account(crawler: Crawler) -> dict[str, Any]:
    spider = crawler.spider
    if not isinstance(spider, NewsSpider):
        return {}
    archive = archive_of(crawler)
    keys = {key_of(seen.canonical) for seen in archive.captures()}
    account = spider.ledger.build_account(lambda address: key_of(address) in keys)
    return {**account, "last_news": _find_last_news(find_looks(archive.captures_seen()), spider.profile)}


def _find_last_news(looks: Mapping[str, Look], profile: SiteProfile) -> str | None:
    """Find the day on which a news page was last seen for the first time."""
    classes = ((look, profile.rules.classify(address)) for address, look in looks.items())
    days = [
        look.first_seen.date() for look, found in classes if not isinstance(found, Refusal) and found.kind == "news"
    ]
    return max(days).isoformat() if days else None


def build_settings(job: dict[str, Any]) -> Settings:
    """Build the settings of one crawl: those of the project, of its profile, and of the job."""
    settings = Settings()
    settings.setmodule("spiders.settings", priority="project")
    profile = parse_profile(job["profile"], job["source"])
    settings.update(profile_settings(profile, job["contact"], job["limit"]), priority="cmdline")
    settings.set("IREV_DATA", job["data"], priority="cmdline")
    settings.set("IREV_CURRENT", job.get("current"), priority="cmdline")
    return settings


def _tell_progress(crawler: Crawler) -> Any:
    def tell(response: Response, request: Request) -> None:
        _tell({"url": request.url, "status": response.status, "requests": crawler.stats.get_value("irev/requests", 0)})

    return tell


def _tell(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def _describe(error: BaseException | None) -> list[str]:
    return [f"{type(error).__name__}: {error}"] if error else []


def _end_with_parent() -> None:
    sys.stdin.read()
    os._exit(GONE)


if __name__ == "__main__":
    sys.exit(main())
