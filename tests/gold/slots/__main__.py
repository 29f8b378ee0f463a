"""Measures the reader on composed pages: the share that is wholly right, by kind of page, and F1 of their sessions.

On pages of several entries right also means that the days which make one event are those of one event.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extract.knowledge import Knowledge
from extract.read import read_document
from extract.records import EventReading
from tests.gold.judge_events import is_title
from tests.gold.judge_pages import judge_sessions
from tests.gold.slots.details import judge_details
from tests.gold.slots.drafts import Draft, load_bank
from tests.gold.slots.forms import make_page
from tests.gold.slots.kinds import KINDS, compose
from warehouse.reference import load_knowledge

HERE = Path(__file__).parent
OPEN = HERE / "open.json"


@dataclass
class Tally:
    """Pages and wrong pages by kind, form and phrase, and the sessions of all."""

    pages: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    titles: int = 0
    wrong_titles: list[str] = field(default_factory=list)
    hits: int = 0
    false: int = 0
    missed: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)

    @property
    def right_share(self) -> float:
        """The share of the pages whose sessions are all read, and no others."""
        return 1 - self.wrong["all"] / self.pages["all"]

    @property
    def f1(self) -> float:
        """F1 of the sessions, 0 to 1."""
        return 2 * self.hits / (2 * self.hits + self.false + self.missed)


def measure(bank: Path, seeds: Iterable[int], knowledge: Knowledge, kinds: Collection[str] = KINDS) -> Tally:
    """Compose a page for each seed, of one of some kinds, read it and count."""
    phrases, tally = load_bank(bank), Tally()
    for seed in seeds:
        draft = compose(seed, phrases, kinds)
        page = make_page(draft)
        reading = read_document(page.content, None, page.media_type, knowledge)
        verdict = judge_sessions(page, [session for event in reading.events for session in event.sessions])
        tally.hits, tally.false = tally.hits + verdict.hits, tally.false + verdict.false
        tally.missed += verdict.missed
        for detail, fault in judge_details(draft, reading):
            tally.asked[detail] += 1
            if fault:
                tally.failed[detail] += 1
                tally.errors.append(_describe(seed, draft, page.form, f"{detail}: {fault}"))
        names = ["all", draft.kind, page.form, *(f"{slot} {number}" for slot, number in draft.used.items())]
        tally.pages.update(names)
        detail = verdict.detail or judge_parting(draft, reading.events)
        if detail:
            tally.wrong.update(names)
            tally.errors.append(_describe(seed, draft, page.form, detail))
        elif draft.events:
            _count_titles(tally, draft, reading.events)
    return tally


def judge_parting(draft: Draft, found: Sequence[EventReading]) -> str:
    """What is wrong about which days make one event, empty where nothing is."""
    wanted = sorted(sorted(map(str, event.days)) for event in draft.events)
    read = sorted(sorted({str(session.first_day) for session in event.sessions}) for event in found)
    return f"events {wanted} read {read}" if wanted and wanted != read else ""


def _count_titles(tally: Tally, draft: Draft, found: Sequence[EventReading]) -> None:
    """Count the titles of the events of a page whose days are right."""
    days = {frozenset(session.first_day for session in event.sessions): event.title for event in found}
    for event in draft.events:
        tally.titles += 1
        if not is_title(event.title, days[event.days]):
            tally.wrong_titles.append(f"{draft.kind}: {event.title!r} read {days[event.days]!r}")


def _describe(seed: int, draft: Draft, form: str, detail: str) -> str:
    return "\n    ".join([f"{seed} {draft.kind} {form}: {detail}", draft.title, *draft.lines])


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print; `--errors` also prints the pages that were read wrongly and the phrases that are on them."""
    parser = argparse.ArgumentParser(prog="python -m tests.gold.slots", description=__doc__)
    parser.add_argument("--pages", type=int, default=1000, help="how many pages")
    parser.add_argument("--first", type=int, default=0, help="the seed of the first")
    parser.add_argument("--bank", type=Path, default=OPEN, help="the phrases")
    parser.add_argument("--errors", action="store_true", help="the pages that were read wrongly")
    parser.add_argument("--kind", action="append", choices=list(KINDS), help="only pages of this kind; may be repeated")
    options = parser.parse_args(arguments)
    seeds = range(options.first, options.first + options.pages)
    tally = measure(options.bank, seeds, load_knowledge(), options.kind or KINDS)
    kinds = [name for name in tally.pages if not name[-1].isdecimal() and name != "all"]
    for name in sorted(kinds):
        print(f"{100 * (1 - tally.wrong[name] / tally.pages[name]):5.1f} % of {tally.pages[name]:5} {name}")
    print(f"{100 * tally.right_share:5.1f} % of {tally.pages['all']:5} pages; sessions F1 {100 * tally.f1:.1f}")
    if tally.titles:
        print(f"{100 * (1 - len(tally.wrong_titles) / tally.titles):5.1f} % of {tally.titles:5} titles of their events")
    for name in sorted(tally.asked):
        print(
            f"{100 * (1 - tally.failed[name] / tally.asked[name]):5.1f} % of {tally.asked[name]:5} {name}, of days read"
        )
    if options.errors:
        print("\n".join([*tally.errors, *tally.wrong_titles]))
        for name in sorted(tally.wrong, key=lambda name: -tally.wrong[name] / tally.pages[name])[:20]:
            print(f"{tally.wrong[name]:4} of {tally.pages[name]:4} {name}")


if __name__ == "__main__":
    main()
