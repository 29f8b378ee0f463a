"""WARC import beside warcio's own reading loop: the same files, one after the other, wall clock and CPU.

The loop reads each record's content through and keeps nothing; the import checks every digest, names the content,
looks it up, and keeps it on disk. Three kinds of archive:

- ordinary: what a crawler that follows a page's links and pictures writes. Each response with its request record; by
  number 62 in 100 pages of the site (30 kB), 4 brochures (200 kB to 1 MB), 15 scripts and 15 pictures of other hosts,
  2 redirects, 2 revisits. More than half of its bytes are brochures;
- pages alone: responses of the site and nothing else, each new: as much work for each byte as there can be;
- brochures alone: what is packed already, where unpacking costs next to nothing and the digests nearly all.
"""

from __future__ import annotations

import random
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from bench.measuring import MB, build_page, run_script, say

SITE = "https://www.irev.fr"
OTHERS = "https://cdn.example.org"
HEADERS = [
    ("Date", "Wed, 21 Oct 2020 07:28:00 GMT"),
    ("Server", "Apache"),
    ("Cache-Control", "public, max-age=3600"),
    ("Content-Language", "fr"),
    ("X-Generator", "Drupal 7 (http://drupal.org)"),
    ("Last-Modified", "Tue, 20 Oct 2020 06:00:00 GMT"),
    ("Vary", "Cookie,Accept-Encoding"),
]
SIZES: tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]] = (
    {
        "ordinary": (100 * MB, 200 * MB, 1000 * MB),
        "pages alone": (10 * MB, 50 * MB, 200 * MB),
        "brochures alone": (100 * MB,),
    },
    {"ordinary": (10 * MB, 100 * MB), "pages alone": (10 * MB, 50 * MB), "brochures alone": (10 * MB,)},
)
"""Bytes of the archives that are imported, and of those that are where it has to be quick."""

SMALL = 10 * MB
"""Up to this size each run takes a fraction of a second: more turns are needed to tell anything."""

KINDS = {"page": 62, "brochure": 4, "script": 15, "picture": 15, "redirect": 2, "revisit": 2}

READ = """
import json, sys, time
from warcio.archiveiterator import ArchiveIterator
begun, worked = time.perf_counter(), time.process_time()
with open(sys.argv[1], "rb") as handle:
    for record in ArchiveIterator(handle):
        record.content_stream().read()
print(json.dumps({"wall": time.perf_counter() - begun, "cpu": time.process_time() - worked}))
"""
IMPORT = """
import json, resource, sys, time
from pathlib import Path
from pipelines.imports import import_paths
begun, worked = time.perf_counter(), time.process_time()
report = import_paths([Path(sys.argv[1])], Path(sys.argv[2]), hosts={"irev.fr"})
print(json.dumps({"wall": time.perf_counter() - begun, "cpu": time.process_time() - worked,
                  "kept": len(report.kept) + report.more_kept, "of other hosts": sum(report.other_hosts.values()),
                  "refused": len(report.refused) + report.more_refused,
                  "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


class Answer(NamedTuple):
    """A response to be written: of which kind, at which address, with which body."""

    kind: str
    url: str
    status: str
    media_type: str
    body: bytes


def build_ordinary(dice: random.Random) -> Iterator[Answer]:
    """Build the answers of an ordinary archive, without end."""
    number = 0
    kinds, weights = list(KINDS), list(KINDS.values())
    while number := number + 1:
        match dice.choices(kinds, weights)[0]:
            case "page":
                yield build_page_answer(number)
            case "brochure":
                yield build_brochure_answer(number, dice)
            case "script":
                body = f"/* {number} */".encode() + b"function f(a,b){return a.b;}\n" * dice.randrange(100, 2000)
                yield Answer("response", f"{OTHERS}/{number}.js", "200 OK", "text/javascript", body)
            case "picture":
                body = b"\xff\xd8\xff\xe0" + dice.randbytes(dice.randrange(5_000, 60_000))
                yield Answer("response", f"{OTHERS}/{number}.jpg", "200 OK", "image/jpeg", body)
            case "redirect":
                yield Answer("response", f"{SITE}/old/{number}", "301 Moved Permanently", "text/html", b"")
            case "revisit":
                yield Answer("revisit", f"{SITE}/node/0", "200 OK", "text/html", b"")


def build_page_answer(number: int) -> Answer:
    """Build a page of 30 kB that no other one repeats."""
    return Answer("response", f"{SITE}/node/{number}", "200 OK", "text/html", build_page(number, number, 75))


def build_brochure_answer(number: int, dice: random.Random) -> Answer:
    """Build what a PDF is to who packs it: streams that are packed already, and between them plain objects."""
    pieces = [b"%PDF-1.7\n"]
    for place in range(dice.randrange(20, 100)):
        pieces += [b"%d 0 obj <</Length 10000 /Filter /FlateDecode>> stream\n" % place, dice.randbytes(10_000)]
        pieces.append(b"\nendstream endobj\n")
    url = f"{SITE}/sites/default/files/{number}.pdf"
    return Answer("response", url, "200 OK", "application/pdf", b"".join(pieces))


def build_pages(dice: random.Random) -> Iterator[Answer]:
    """Build pages alone, without end, a third of each in letters that do not pack."""
    number = 0
    while number := number + 1:
        page = build_page(number % 1000, 1000) + dice.randbytes(6_000).hex().encode()
        yield Answer("response", f"{SITE}/node/{number}", "200 OK", "text/html", page)


def build_brochures(dice: random.Random) -> Iterator[Answer]:
    """Build brochures alone, without end."""
    number = 0
    while number := number + 1:
        yield build_brochure_answer(number, dice)


ARCHIVES: dict[str, tuple[Callable[[random.Random], Iterator[Answer]], bool]] = {
    "ordinary": (build_ordinary, True),
    "pages alone": (build_pages, False),
    "brochures alone": (build_brochures, False),
}


def write_archive(path: Path, name: str, size: int) -> None:
    """Write an archive of this name as warcio writes it, packed record by record, of about `size` bytes."""
    build, with_requests = ARCHIVES[name]
    answers = build(random.Random(1))  # noqa: S311 - chance, not secrets
    with path.open("wb") as handle:
        writer = WARCWriter(handle, gzip=True, warc_version="1.1")
        first = write_answer(writer, build_page_answer(0), None)
        while handle.tell() < size:
            answer = next(answers)
            write_answer(writer, answer, first)
            if with_requests:
                asked = StatusAndHeaders("GET / HTTP/1.1", [("User-Agent", "Mozilla/5.0")], is_http_request=True)
                writer.write_record(writer.create_warc_record(answer.url, "request", http_headers=asked))


def write_answer(writer: WARCWriter, answer: Answer, first: ArcWarcRecord | None) -> ArcWarcRecord:
    """Write one response or revisit and give its record; a revisit has the payload of the first record."""
    headers = [*HEADERS, ("Content-Type", answer.media_type), ("Content-Length", str(len(answer.body)))]
    http = StatusAndHeaders(answer.status, headers, protocol="HTTP/1.1")
    if answer.kind == "revisit" and first is not None:
        told = first.rec_headers
        record = writer.create_revisit_record(
            answer.url,
            told.get_header("WARC-Payload-Digest"),
            told.get_header("WARC-Target-URI"),
            told.get_header("WARC-Date"),
            http_headers=http,
        )
    else:
        record = writer.create_warc_record(answer.url, "response", BytesIO(answer.body), http_headers=http)
    writer.write_record(record)
    return record


class Compared(NamedTuple):
    """The medians of both sides, and those of their ratios (theirs to ours) in each turn.

    What else goes on in the machine slows the two runs of a turn alike, and those of another turn otherwise.
    """

    theirs: dict[str, float]
    ours: dict[str, float]
    ratio: dict[str, float]


def compare(path: Path, folder: Path, turns: int) -> Compared:
    """Read and import the same file in turns, after once to warm the cache."""
    run_script(READ, str(path))
    theirs, ours = [], []
    for _ in range(turns):
        theirs.append(run_script(READ, str(path)))
        ours.append(run_script(IMPORT, str(path), str(folder / "import")))
        shutil.rmtree(folder / "import")
    ratios = [{name: one[name] / other[name] for name in one} for one, other in zip(theirs, ours, strict=True)]
    return Compared(_median(theirs), _median(ours), _median(ratios))


def measure_imports(folder: Path, sizes: Mapping[str, tuple[int, ...]], turns: int = 5) -> None:
    """Import archives of each kind in these sizes (bytes); compare the speed with warcio's loop, memory with memory."""
    measure_fixed_cost(folder, turns)
    for name in ARCHIVES:
        memory = [measure_import(folder, name, size, turns) for size in sizes[name]]
        if len(memory) > 1:
            most, least = max(memory), memory[0]
            what = f"memory of the largest import, {name}"
            say(what, f"{most:.0f} MB", f"smallest {least:.0f} MB", most / least, "constant")


def measure_fixed_cost(folder: Path, turns: int) -> None:
    """Import a single page: what an import costs beside its records."""
    path = folder / "x.warc.gz"
    write_archive(path, "pages alone", 1)
    ours = compare(path, folder, turns).ours
    path.unlink()
    wall, cpu = 1000 * ours["wall"], 1000 * ours["cpu"]
    sys.stdout.write(
        f"WARC import of a single page: {wall:.0f} ms (wall), {cpu:.0f} ms (cpu), the program being loaded\n"
    )


def measure_import(folder: Path, name: str, size: int, turns: int) -> float:
    """Import an archive of about this size in turns with warcio's loop; print both speeds, give the memory in MB."""
    path = folder / "x.warc.gz"
    write_archive(path, name, size)
    length = path.stat().st_size / MB
    theirs, ours, ratio = compare(path, folder, turns if size > SMALL else 3 * turns)
    path.unlink()
    what = f"WARC import, {name}, {length:.0f} MB, MB/s"
    for clock, goal in (("wall", "≥ 0.5"), ("cpu", "")):
        mine, other = length / ours[clock], length / theirs[clock]
        say(f"{what} ({clock})", f"{mine:.1f}", f"warcio's loop {other:.1f}", ratio[clock], goal)
    counts = ", ".join(f"{ours[count]:.0f} {count}" for count in ("kept", "of other hosts", "refused"))
    sys.stdout.write(f"  captures: {counts}; {ours['memory']:.0f} MB of memory\n")
    return ours["memory"]


def _median(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}
