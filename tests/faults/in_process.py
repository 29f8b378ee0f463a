"""Many crawls in one process, one after the other: the same settings, spider and message as `spiders.child`.

Reads jobs (JSON lines) from standard input until it ends, and answers each with the crawl's last message. A job may
move the clock by `hours`, so that two crawls are two nights.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import sys
import threading
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess

import pipelines.clock

_moved = [dt.timedelta(0)]
pipelines.clock.utc_now = lambda: dt.datetime.now(dt.UTC) + _moved[0]

from spiders.child import build_message, build_settings  # noqa: E402 - it takes the clock as it finds it


def main() -> int:
    first = json.loads(sys.stdin.readline())
    process = AsyncCrawlerProcess(build_settings(first))
    from twisted.internet import reactor  # noqa: PLC0415 - only now is it the one that asyncio runs

    loop = asyncio.get_event_loop()

    async def run_all() -> None:
        job: dict[str, Any] | None = first
        while job:
            _moved[0] = dt.timedelta(hours=job.get("hours", 0))
            process.settings = build_settings(job)
            crawler = process.create_crawler("news")
            failures: list[str] = []
            try:
                await process.crawl(crawler)
            except Exception as error:
                failures.append(f"{type(error).__name__}: {error}")
            sys.stdout.write(json.dumps(build_message(crawler, failures)) + "\n")
            sys.stdout.flush()
            line = await loop.run_in_executor(None, sys.stdin.readline)
            job = json.loads(line) if line else None
        loop.call_soon(reactor.stop)  # type: ignore[misc] # zope's interfaces say too little

    task = loop.create_task(run_all())
    process.start(stop_after_crawl=False)
    return 0 if task.done() and not task.exception() else 1


if __name__ == "__main__":
    threading.current_thread().name = "crawls"
    sys.exit(main())
