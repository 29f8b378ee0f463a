"""What keeping costs: crawling, asking again, importing and remembering, measured on this machine in one run.

python -m bench.operations [speed] [again] [memory] [import] [quick]

- speed: pages per second with archiving on, against a bare Scrapy spider on the same server, in a process of its own;
- again: bytes (heads included, as they come over the wire) and requests of an unchanged re-crawl against the first one;
- memory: that of a crawl of 10,000 pages;
- import: WARC import in MB/s against warcio's own reading loop, and its memory (`bench/imports.py`).

All of it where nothing is named. With `quick`, everything is smaller, most of it ten times.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from bench.imports import SIZES, measure_imports
from bench.measuring import build_page, run_script, say
from demo.server import Replica, serve_replica
from spiders.crawl import CrawlOutcome, crawl
from spiders.profile import SiteProfile, load_profile, parse_profile, replica_profile

BARE = """
import json, resource, sys, time
from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
class Bare(Spider):
    name = "bare"
    async def start(self):
        yield Request("http://irev.test/actualites-0", meta={"proxy": sys.argv[1]})
    def parse(self, response):
        self.crawler.stats.inc_value("pages")
        for link in response.xpath("//a/@href").getall():
            yield response.follow(link, meta={"proxy": sys.argv[1]})
settings = {"CONCURRENT_REQUESTS": 1, "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "LOG_LEVEL": "INFO", "ROBOTSTXT_OBEY": True,
            "COOKIES_ENABLED": False, "TELNETCONSOLE_ENABLED": False, "DOWNLOAD_DELAY": 0}
process = AsyncCrawlerProcess(settings)
crawler = process.create_crawler(Bare)
process.crawl(crawler)
process.start()
stats = crawler.stats.get_stats()
print(json.dumps({"pages": stats["pages"], "seconds": stats["elapsed_time_seconds"]}))
"""


class BigSite(BaseHTTPRequestHandler):
    """Pages of about 20 kB, each linking to the next ten; no validators, so that every byte is asked for."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or the delayed acknowledgement of 40 ms is all that is measured
    pages = 1000

    def do_GET(self) -> None:
        """Answer one page, robots.txt or 404."""
        path = self.path.removeprefix("http://irev.test")
        number = 0 if path == "/actualites-0" else int(path.rpartition("/")[2]) if path.startswith("/node/") else -1
        body = b"User-agent: *\n" if path == "/robots.txt" else build_page(number, self.pages)
        self.send_response(404 if not body else 200)
        self.send_header("Content-Type", "text/plain" if path == "/robots.txt" else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Quiet."""


def serve_pages(pages: int) -> ThreadingHTTPServer:
    """Serve so many pages on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Site", (BigSite,), {"pages": pages}))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def crawl_pages(data: Path, proxy: str) -> tuple[CrawlOutcome, float, float]:
    """Crawl all pages; give the outcome, the seconds between the first and the last request, and the child's memory."""
    limit = 10**6
    profile = parse_profile(
        {**replica_profile(proxy).data, "start": ["/actualites-0"], "max_requests": limit, "max_depth": 9}
    )
    outcome = crawl(data, profile)
    log = outcome.log.read_text(encoding="utf-8") if outcome.log else ""
    seconds = float(log.rpartition("'elapsed_time_seconds': ")[2].partition(",")[0])
    memory = float(log.rpartition("'memusage/max': ")[2].partition(",")[0] or 0) / 2**20
    return outcome, seconds, memory


def measure_speed(folder: Path, pages: int) -> None:
    """Crawl the same pages with our spider and with a bare one, twice each, the better of the two."""
    server = serve_pages(pages)
    proxy = f"http://127.0.0.1:{server.server_address[1]}"
    bare, ours = [], []
    for turn in range(2):
        found = run_script(BARE, proxy)
        bare.append(found["pages"] / found["seconds"])
        outcome, seconds, _ = crawl_pages(folder / f"speed-{turn}", proxy)
        ours.append(outcome.answered / seconds)
    server.shutdown()
    say(
        "pages per second, archiving on",
        f"{max(ours):.0f}",
        f"bare Scrapy {max(bare):.0f}",
        max(ours) / max(bare),
        "≥ 0.8",
    )


def measure_again(folder: Path) -> None:
    """Crawl the replica again: by the plan of the real profile, and asking for every single page."""
    with serve_replica() as replica:
        every = replica_profile(replica.proxy)
        real = load_profile().data
        planned = parse_profile({**every.data, "class": real["class"], "documents": real["documents"]}, "planned")
        for name, profile in (("by the plan", planned), ("every page asked for", every)):
            sizes = [crawl_once(folder / name, profile, replica) for _ in range(2)]
            (first, asked, _), (second, again, statuses) = sizes
            what = f"bytes of an unchanged re-crawl, {name}"
            say(what, f"{second / 1000:.0f} kB", f"first {first / 1000:.0f} kB", second / first, "≤ 0.03")
            sys.stdout.write(f"  {again} requests against {asked}; answers {statuses}\n")


def crawl_once(data: Path, profile: SiteProfile, replica: Replica) -> tuple[float, int, dict[int, int]]:
    """Crawl; give the bytes received (heads included), the number of requests and the answers."""
    before = len(replica.requests)
    outcome = crawl(data, profile)
    return outcome.bytes, len(replica.requests) - before, dict(outcome.statuses)


def measure_memory(folder: Path, pages: int) -> None:
    """Crawl very many pages; give the memory of the process that crawls, and of the one that waits."""
    server = serve_pages(pages)
    outcome, seconds, memory = crawl_pages(folder / "many", f"http://127.0.0.1:{server.server_address[1]}")
    server.shutdown()
    say(
        f"memory of a crawl of {outcome.answered} pages",
        f"{memory:.0f} MB",
        f"{seconds:.0f} s",
        memory / 300,
        "≤ 300 MB",
    )


MEASURES: dict[str, Callable[[Path, int], None]] = {
    "speed": lambda folder, scale: measure_speed(folder, 1000 // scale),
    "again": lambda folder, _: measure_again(folder),
    "memory": lambda folder, scale: measure_memory(folder, 10_000 // scale),
    "import": lambda folder, scale: measure_imports(folder, SIZES[scale > 1]),
}


def main(arguments: list[str]) -> int:
    """Measure what is named, or all of it."""
    named = [name for name in arguments if name != "quick"]
    if unknown := [name for name in named if name not in MEASURES]:
        sys.stderr.write(f"there is no measure {unknown[0]!r}; there are {', '.join(MEASURES)}, and quick\n")
        return 2
    scale = 10 if "quick" in arguments else 1
    for name in named or MEASURES:
        with tempfile.TemporaryDirectory() as folder:
            MEASURES[name](Path(folder), scale)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
