"""What keeping costs: crawling, asking again, importing and remembering, measured on this machine in one run.

python -m bench.operations [QUICK]

- pages per second with archiving on, against a bare Scrapy spider on the same server in the same kind of process;
- bytes (heads included, as they come over the wire) and requests of an unchanged re-crawl against the first one;
- WARC import in MB/s against warcio's own reading loop, and the memory of an import of 1 GB;
- the memory of a crawl of 10,000 pages.

With an argument, everything is ten times smaller.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from demo.server import Replica, serve_replica
from spiders.crawl import CrawlOutcome, crawl
from spiders.profile import SiteProfile, load_profile, parse_profile, replica_profile

ROOT = Path(__file__).resolve().parent.parent
MB = 1_000_000
WORDS = [
    "ville",
    "quartier",
    "habitants",
    "contrat",
    "politique",
    "réseau",
    "journée",
    "rencontre",
    "formation",
    "santé",
    "emploi",
    "école",
]

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
IMPORT = """
import datetime as dt, json, resource, sys, time
from pathlib import Path
from pipelines.imports import import_paths
begun = time.perf_counter()
report = import_paths([Path(sys.argv[1])], Path(sys.argv[2]), hosts={"irev.fr"})
print(json.dumps({"seconds": time.perf_counter() - begun, "kept": len(report.kept) + report.more_kept,
                  "refused": len(report.refused), "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
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


def build_page(number: int, pages: int) -> bytes:
    """Build a page whose words depend on its number alone; nothing past the last one."""
    if not 0 <= number <= pages:
        return b""
    dice = random.Random(number)  # noqa: S311 - chance, not secrets
    links = "".join(f'<a href="/node/{n}">{n}</a>' for n in range(10 * number + 1, min(10 * number + 10, pages) + 1))
    text = "".join(f"<p>{' '.join(dice.choices(WORDS, k=60))}</p>" for _ in range(45))
    return f"<html><body><h1>Page {number}</h1>{links}{text}</body></html>".encode()


def serve_pages(pages: int) -> ThreadingHTTPServer:
    """Serve so many pages on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Site", (BigSite,), {"pages": pages}))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def run_script(script: str, *arguments: str) -> dict[str, float]:
    """Run a script in a process of its own; give the JSON of its last line. Raises CalledProcessError."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], env=environ, capture_output=True, text=True, check=True, cwd=ROOT
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


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


def write_warc(path: Path, size: int) -> None:
    """Write a WARC file of about so many bytes: pages of 32 kB that do not repeat, packed to a third."""
    dice = random.Random(1)  # noqa: S311 - chance, not secrets
    with path.open("wb") as handle:
        writer = WARCWriter(handle, gzip=True)
        number = 0
        while handle.tell() < size:
            number += 1
            body = build_page(number % 1000, 1000) + dice.randbytes(6_000).hex().encode()
            http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            url = f"https://irev.fr/node/{number}"
            writer.write_record(writer.create_warc_record(url, "response", BytesIO(body), http_headers=http))


def read_with_warcio(path: Path) -> float:
    """Read every record of a WARC file with warcio's own loop; give the seconds."""
    begun = time.perf_counter()
    with path.open("rb") as handle:
        for record in ArchiveIterator(handle):
            record.content_stream().read()
    return time.perf_counter() - begun


def measure_import(folder: Path, sizes: tuple[int, int]) -> None:
    """Import a small and a large WARC file; compare the speed with warcio's loop and the memory with each other."""
    memory = []
    for size in sizes:
        path = folder / f"{size}.warc.gz"
        write_warc(path, size)
        length = path.stat().st_size / MB
        turns = range(3 if size == sizes[0] else 1)  # the better one, as other work on the machine counts in seconds
        runs = [run_script(IMPORT, str(path), str(folder / f"import-{size}-{turn}")) for turn in turns]
        found = min(runs, key=lambda run: run["seconds"])
        memory.append(found["rss"])
        ours, theirs = length / found["seconds"], length / min(read_with_warcio(path) for _ in turns)
        path.unlink()
        say(
            f"WARC import of {length:.0f} MB, MB/s",
            f"{ours:.1f}",
            f"warcio's loop {theirs:.1f}",
            ours / theirs,
            "≥ 0.5",
        )
        sys.stdout.write(
            f"  {found['kept']:.0f} captures kept, {found['refused']:.0f} refused, {found['rss']:.0f} MB of memory\n"
        )
    say(
        "memory of the larger import",
        f"{memory[1]:.0f} MB",
        f"smaller {memory[0]:.0f} MB",
        memory[1] / memory[0],
        "constant",
    )


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


def say(what: str, ours: str, other: str, ratio: float, goal: str) -> None:
    """Print one line of the table."""
    sys.stdout.write(f"{what:<54} {ours:>10}   {other:<22} ratio {ratio:.3f}   goal {goal}\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Measure all of it."""
    scale = 10 if arguments else 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure_speed(folder, 1000 // scale)
        measure_again(folder)
        measure_memory(folder, 10_000 // scale)
        measure_import(folder, (100 * MB // scale, 1000 * MB // scale))
    sys.stdout.write(f"this process itself: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
