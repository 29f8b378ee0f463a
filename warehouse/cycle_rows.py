"""Rows of cycles: the events of one series, unless their sites and organisers say that they are namesakes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extract.records import Evidence
from warehouse.cycle_keys import choose_title
from warehouse.doubts import Doubt
from warehouse.drafts import Draft
from warehouse.event_rows import title_evidence
from warehouse.ids import cycle_id
from warehouse.rows import Cycle, Day
from warehouse.seen import Seen, Sights
from warehouse.tellings import Telling
from warehouse.titles import fold, without_edition


@dataclass(frozen=True, slots=True)
class Series:
    """The events of one cycle."""

    cycle_id: str
    key: str
    drafts: tuple[Draft, ...]


def find_series(drafts: Sequence[Draft]) -> tuple[list[Series], list[Doubt]]:
    """Give the cycles of all events, and a doubt for each that was kept apart from a namesake."""
    by_key: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.cycle is not None:
            by_key[draft.cycle.series].append(draft)
    series, doubts = [], []
    for key in sorted(by_key):
        for number, group in enumerate(_divide(by_key[key])):
            homonym = "" if number == 0 else min(_context(draft)[0] for draft in group)
            series.append(Series(cycle_id(key, homonym), key, tuple(group)))
            if number:
                reason = "another organiser on another site has a cycle of this title, not joined"
                doubts.append(Doubt(group[0].anchor, key, reason, "homonym_cycle"))
    return series, doubts


def _context(draft: Draft) -> tuple[str, frozenset[str]]:
    organiser = fold(draft.stated("organiser") or "")
    return organiser, frozenset(telling.site for telling in draft.tellings)


def _divide(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Divide events of one title: apart are those whose stated organisers differ and whose sites differ."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        touched = [group for group in groups if any(_together(other, draft) for other in group)]
        merged = [other for group in touched for other in group] + [draft]
        place = groups.index(touched[0]) if touched else len(groups)
        groups = [group for group in groups if group not in touched]
        groups.insert(place, merged)
    return groups


def _together(left: Draft, right: Draft) -> bool:
    (one, sites), (two, others) = _context(left), _context(right)
    return not one or not two or one == two or bool(sites & others)


def build_cycle(series: Series, days: tuple[Day, Day], sights: Sights) -> Cycle:
    """Give the row of a cycle; `days` are the first and the last day of its events."""
    # What only has the name of the cycle in its title has words of its own besides.
    naming = [draft for draft in series.drafts if draft.cycle and draft.cycle.rule != "title_names_cycle"]
    titles = [text for draft in naming or series.drafts for _, text in find_titles(draft)]
    seen = Seen.over(
        sights.of(telling, ("event", telling.event.key)) for draft in series.drafts for telling in draft.tellings
    )
    title = choose_title(titles or [series.key])
    return Cycle(series.cycle_id, title, series.key, *days, len(series.drafts), *seen.columns)


def find_titles(draft: Draft) -> list[tuple[Telling, str]]:
    """Give how the tellings of an event write the title of its cycle."""
    stated = [(telling, telling.event.cycle.strip()) for telling in draft.tellings if telling.event.cycle]
    return stated or [(telling, without_edition(telling.event.title)) for telling in draft.tellings[:1]]


def title_words(telling: Telling) -> list[Evidence]:
    """Give the words of a telling that state the title of its cycle."""
    stated = [item for item in telling.event.evidence if item.field == "cycle"]
    titles = [item for item in telling.event.evidence if item.field == "title"]
    found = stated or titles or title_evidence(telling.witness.reading.page)
    return [Evidence("title", item.words, item.where, item.rule, item.certainty) for item in found]
