"""Plans of days: lines that are a day and no more, over lines that each open with the hour of a thing of its own.

`MARDI 10` / `9h-11h - café des parents` / `18h - réunion de préparation` tells two sittings, where other days are told
in the same way: a house writes so what takes place in a week. The steps of one meeting (`9h accueil`, `12h30 pause`)
are no such things, and neither are the halves of the days of a course.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from extract.document import Block, Document
from extract.events.hours.programme import read_step
from extract.events.parts import Parts
from extract.records import DateReading

_BULLETS: Final = " >-–—•*·→"
_MARKS: Final = 6
"""Characters that may stand around a day on its line: `Le … :`."""
_FEWEST: Final = 2
_MOST_BETWEEN: Final = 2
"""Lines that tell more of a thing below its own, at most."""
_HOURS: Final = re.compile(r"^[^^\W\d_]*[\d\shHà:.–—/-]*(?:heures?)?[\s:.,–—|-]*", re.IGNORECASE)
_OF_ONE: Final = re.compile(
    r"(?<![^\W_])(?:formations?(?!\s(?:des?|du)\s)|stages?|s[ée]minaires?|colloques?|congr[èe]s|assises|modules?|"
    r"universit[ée]s?|voyages?|parcours|cycles?|regroupements?|s[ée]jours?|hackathons?|r[ée]sidentiel\w*|"
    r"(?:premi[èe]re|deuxi[èe]me|\d+e) journ[ée]es?)(?![^\W_])",
    re.IGNORECASE,
)
"""Titles of one thing that goes on over several days."""
_STEP_OF_ONE: Final = re.compile(
    r"\W*(?:accueil|caf[ée] d['’]accueil|pauses?|cl[ôo]ture|ouverture|conclusions?|reprise|introduction|pl[ée]ni[èe]re|"
    r"synth[èe]se|mots?\sd|suite|fin|bilan|retour|d[ée]part|(?:d[ée]jeuner|repas|ateliers?)\W*$|restitution|"
    r"[ée]margement|tour de table|pr[ée]sentation|module|s[ée]quence|atelier \d|partie|theme|th[èe]me)(?![^\W_])",
    re.IGNORECASE,
)
_IDLE_DAY: Final = "idle_day"
_IDLE: Final = re.compile(
    r"\W*(?:(?:le centre|la maison|nous|on)\s(?:est|sommes|sera|serons)\s)?"
    r"(?:fermée?s?|ferme(?=\W*$)|fermeture|rel[âa]che|rien|f[ée]ri[ée]|repos)(?![^\W_])(?![^\n]*\d\s?h)",
    re.IGNORECASE,
)
"""What is said of a day on which nothing takes place: `Vendredi 6 juin` over `fermé (formation de l'équipe)`."""


class Step(NamedTuple):
    """A line of a plan and its hours, as `HH:MM`."""

    line: Block
    starts_at: str
    ends_at: str | None


class Plan(NamedTuple):
    """The steps below each day that has several, by where the day begins; where days and steps begin, and it ends."""

    steps: dict[int, list[Step]]
    edges: list[int]
    end: int


_NO_PLAN: Final = Plan({}, [], 0)
_LAST: list[tuple[Document, tuple[DateReading, ...], Plan]] = []


def find_steps_of_plan(parts: Parts, date: DateReading) -> list[Step]:
    """The things that the plan of a page tells below a day, in order; none where the page has no such plan."""
    return _plan_of(parts).steps.get(date.where.start, [])


def at_its_line(parts: Parts, date: DateReading) -> Parts:
    """The parts without the places and towns of the other lines of a plan, for a day or a thing that it tells."""
    plan = _plan_of(parts)
    index = bisect_right(plan.edges, date.where.start) - 1
    if index < 0 or date.where.start >= plan.end:
        return parts
    ends = [*plan.edges[1:], plan.end]
    first, last, begin = plan.edges[index], ends[index], plan.edges[0]

    def is_near(place: int) -> bool:
        return first <= place < last or not begin <= place < plan.end

    venues = tuple(v for v in parts.venues if is_near(v.where.start))
    territories = tuple(t for t in parts.territories if is_near(t.where.start))
    return replace(parts, venues=venues, territories=territories)


def _plan_of(parts: Parts) -> Plan:
    """The plan of a page, kept for the last one."""
    if not _LAST or _LAST[0][0] is not parts.document or _LAST[0][1] is not parts.dates:
        _LAST[:] = [(parts.document, parts.dates, _read_plan(parts))]
    return _LAST[0][2]


def set_idle_days_aside(parts: Parts) -> Parts:
    """The parts, with the days below which or behind which it only says that nothing takes place as no event's."""
    dates = tuple(replace(d, role="other", rule=_IDLE_DAY) if _is_idle(parts, d) else d for d in parts.dates)
    return replace(parts, dates=dates) if dates != parts.dates else parts


def _is_idle(parts: Parts, date: DateReading) -> bool:
    if date.role != "event" or date.precision != "day" or date.starts_at is not None:
        return False
    head = parts.block_of(date.where.start)
    if head is None or parts.document.text[head.start : date.where.start].strip(" LlEe-–•*"):
        return False
    if _is_day_alone(parts, head, date):
        below = parts.blocks_after(head.start, 1)
        return bool(below) and _IDLE.match(parts.document.words_of(below[0])) is not None
    return _IDLE.match(parts.document.text, date.where.end, head.end) is not None


def _is_day_alone(parts: Parts, head: Block, date: DateReading) -> bool:
    """Whether a day is a line of its own."""
    return head.end - head.start <= len(date.text.partition("\n")[0]) + _MARKS


def _read_plan(parts: Parts) -> Plan:
    """The plan of a page; none where its days are those of one thing."""
    days = [d for d in parts.dates if d.precision == "day" and (d.role == "event" or d.rule == _IDLE_DAY)]
    heads = [(d, b) for d in days if (b := parts.block_of(d.where.start)) is not None and _is_day_alone(parts, b, d)]
    if len(heads) < _FEWEST or _OF_ONE.search(parts.document.title):
        return _NO_PLAN
    lines = [block for block in parts.document.blocks if block.kind != "furniture"]
    edges = [*(block.start for _, block in heads[1:]), len(parts.document.text)]
    below = [
        _steps_below(parts, [b for b in lines if head.start < b.start < end])
        for (_, head), end in zip(heads, edges, strict=True)
    ]
    told = [steps for steps in below if steps]
    if len(told) < _FEWEST or max(map(len, told)) < _FEWEST or _are_halves(told):
        return _NO_PLAN
    subjects = [_subject_of(parts, step.line) for steps in told for step in steps]
    if any(_STEP_OF_ONE.match(words) for words in subjects) or not all(any(map(str.isalpha, s)) for s in subjects):
        return _NO_PLAN
    several = {d.where.start: steps for (d, _), steps in zip(heads, below, strict=True) if len(steps) >= _FEWEST}
    starts = {step.line.start for steps in several.values() for step in steps}
    starts |= {head.start for _, head in heads}
    return Plan(several, sorted(starts), max(steps[-1].line.end for steps in told))


def _steps_below(parts: Parts, lines: list[Block]) -> list[Step]:
    """The lines that open with an hour, from the first one on, with few others between them; none out of order."""
    found: list[Step] = []
    since = 0
    for line in lines:
        hours = read_step(parts.document.words_of(line).lstrip(_BULLETS))
        if line.kind in ("heading", "title", "cell", "field") or since > _MOST_BETWEEN or (hours is None and not found):
            break
        since = since + 1 if hours is None else 0
        if hours is not None:
            found.append(Step(line, *hours))
    return found if all(a.starts_at <= b.starts_at for a, b in pairwise(found)) else []


def _are_halves(told: list[list[Step]]) -> bool:
    """Whether all days are told with the same hours, as the mornings and afternoons of a course are."""
    hours = {tuple((step.starts_at, step.ends_at) for step in steps) for steps in told}
    return len(hours) == 1


def _subject_of(parts: Parts, line: Block) -> str:
    """What a line tells behind its hours."""
    return _HOURS.sub("", parts.document.words_of(line).lstrip(_BULLETS), count=1)
