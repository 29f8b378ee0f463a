"""What must change nothing: sentences about something else, put on open pages that are read rightly.

`python -m tests.gold.asides` puts each sentence of `asides.txt` below the text of one open page in so many, with days
near those of its sittings, and counts the pages whose sessions are still right. A rule that knows the words of the
pages only is found out so: the sentences were written without looking at any rule.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from extract.dates.lexicon import MONTHS, WEEKDAYS
from extract.knowledge import Knowledge
from extract.read import read_document
from tests.gold.brochures import draw_brochure
from tests.gold.judge_pages import judge_sessions
from tests.gold.truth import HERE, PAGE_PARTS, Page, parse_page, read_json_lines
from warehouse.reference import load_knowledge

ASIDES = HERE / "asides.txt"
_MONTH = re.compile(rf"(?i)\b(?:{'|'.join(MONTHS)})\b|\d{{1,2}}/\d\d")
_FOOT = re.compile(r'(?i)class="field |URL de la source|<footer|id="footer|</article|</main|</body')
_PARAGRAPH = re.compile(r"(?i)</p>")


@dataclass(frozen=True)
class Aside:
    """A sentence with its class; `{a}` to `{y}` in it stand for days (`fill_days`)."""

    kind: str
    words: str


@dataclass(frozen=True)
class Base:
    """A page as its author wrote it, with its truth."""

    row: dict[str, Any]
    source: str
    page: Page

    def put(self, words: str) -> Page:
        """The page with one more sentence below what it tells; as it is where it has no place for one."""
        source = put_below(self.source, self.row["media_type"], words)
        layout = self.row.get("layout")
        return replace(self.page, content=draw_brochure(source, layout) if layout else source.encode())


def load_asides(path: Path = ASIDES) -> list[Aside]:
    """All sentences, each under the heading of its class."""
    asides: list[Aside] = []
    kind = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            kind = line.lstrip("# ")
        elif line.strip():
            asides.append(Aside(kind, line.strip()))
    return asides


def name_day(day: dt.date, *, weekday: bool = False, year: bool = True) -> str:
    """A day written out: `mardi 4 mai 2021`, `4 mai`."""
    words = [WEEKDAYS[day.weekday()]] if weekday else []
    words += ["1er" if day.day == 1 else str(day.day), MONTHS[day.month - 1]]
    return " ".join([*words, str(day.year)] if year else words)


def fill_days(words: str, page: Page) -> str:
    """A sentence with its days: `a` nine days before the first sitting, `b` six weeks, `y` a year; `c`, `e` after all.

    Capitals stand for the same days with their weekday.
    """
    days = [day for session in page.sessions if not (session.loose or session.optional) for day in session.span]
    first, last = min(days), max(days)
    a, b, y = (first - dt.timedelta(days=n) for n in (9, 43, 371))
    c, e = last + dt.timedelta(days=23), last + dt.timedelta(days=27)
    return words.format(
        a=name_day(a),
        A=name_day(a, weekday=True, year=False),
        b=name_day(b),
        B=name_day(b, weekday=True),
        c=name_day(c),
        C=name_day(c, weekday=True),
        e=name_day(e),
        y=name_day(y),
    )


def put_below(source: str, media_type: str, words: str) -> str:
    """The source of a page with one more paragraph behind its text; of a text behind its last line with a day."""
    if media_type == "text/html":
        foot = _FOOT.search(source)
        ends = [match.end() for match in _PARAGRAPH.finditer(source, 0, foot.start() if foot else len(source))]
        return f"{source[: ends[-1]]}\n<p>{words}</p>\n{source[ends[-1] :]}" if ends else source
    lines = source.rstrip("\n").split("\n")
    if media_type == "application/pdf":
        return "\n".join([*lines, words, ""])
    last = max((number for number, line in enumerate(lines) if _MONTH.search(line)), default=len(lines) - 1)
    return "\n".join([*lines[: last + 1], "", words, "", *lines[last + 1 :], ""])


def load_bases(knowledge: Knowledge, step: int) -> Iterator[Base]:
    """One open page in `step` of those that tell a day and whose sessions are read rightly."""
    folder = HERE / PAGE_PARTS["opened"]
    for row in read_json_lines(folder / "truth.jsonl")[3::step]:
        try:
            source = (folder / row["file"]).read_bytes().decode()
        except UnicodeDecodeError:
            continue
        page = parse_page(folder, row)
        told = any(not (session.loose or session.optional) for session in page.sessions)
        if told and is_right(page, knowledge):
            yield Base(row, source, page)


def is_right(page: Page, knowledge: Knowledge) -> bool:
    """Whether all sessions of a page are read, and no others."""
    reading = read_document(page.content, page.url, page.media_type, knowledge)
    return not judge_sessions(page, [session for event in reading.events for session in event.sessions]).detail


def measure(asides: Sequence[Aside], step: int) -> dict[Aside, list[tuple[str, bool]]]:
    """For each sentence the pages that it was put on, and whether they are still right."""
    knowledge = load_knowledge()
    results: dict[Aside, list[tuple[str, bool]]] = defaultdict(list)
    for base in load_bases(knowledge, step):
        for aside in asides:
            with_aside = base.put(fill_days(aside.words, base.page))
            results[aside].append((base.page.id, is_right(with_aside, knowledge)))
    return dict(results)


def add_kinds(results: dict[Aside, list[tuple[str, bool]]]) -> dict[str, float]:
    """The share of pages still right, by class of sentence."""
    by_kind: dict[str, list[bool]] = defaultdict(list)
    for aside, pages in results.items():
        by_kind[aside.kind] += [right for _, right in pages]
    return {kind: sum(rights) / len(rights) for kind, rights in by_kind.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print: a line a class, and with `--errors` one for each sentence that changed a page."""
    parser = argparse.ArgumentParser(prog="python -m tests.gold.asides", description=__doc__)
    parser.add_argument("--every", type=int, default=16, help="one open page in so many")
    parser.add_argument("--bank", type=Path, default=ASIDES, help="the sentences")
    parser.add_argument("--errors", action="store_true", help="the sentences that changed a page")
    options = parser.parse_args(arguments)
    results = measure(load_asides(options.bank), options.every)
    for kind, share in add_kinds(results).items():
        print(f"{100 * share:5.1f} % {kind}")
    rights = [right for pages in results.values() for _, right in pages]
    print(f"{100 * sum(rights) / len(rights):5.1f} % of {len(rights)} pages with a sentence more")
    if options.errors:
        for aside, pages in sorted(results.items(), key=lambda item: sum(right for _, right in item[1])):
            wrong = [page for page, right in pages if not right]
            if wrong:
                print(f"{len(wrong):4} {aside.kind}: {aside.words} ({', '.join(wrong[:6])})")


if __name__ == "__main__":
    main()
