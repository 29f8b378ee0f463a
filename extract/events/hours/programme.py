"""Hours of a programme: lines that each begin with an hour, from the first that is no welcome to the one that closes.

A page that tells its day and its programme apart tells no hours beside the day. The lines of a programme go up from
hour to hour; where they start over, another day begins.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extract.dates.clock import minutes_of, waits_long, write_clock
from extract.document import Block
from extract.duration_cells import is_duration
from extract.events.hours.chapters import find_chapters
from extract.events.hours.closing_hours import closes
from extract.events.parts import LooseHours, Parts
from extract.events.sittings import Sitting
from extract.records import DateReading

_HOUR: Final = (
    r"(?P<{0}h>[01]?\d|2[0-3])(?:\s?(?:heures?(?![^\W\d_])|[hH:])\s?|\.(?=[0-5]\d(?:\s?[-–]|\s\W*[^\W\d]|$)))"
    r"(?P<{0}m>[0-5]\d)?(?!\d)"
)
_STEP: Final = re.compile(
    r"[\W_]*(?:(?:(?P<between>entre)|de|à|dès|vers|à partir de)\s)?"
    + _HOUR.format("a")
    + r"(?:\s?(?:(?(between)et|(?:-|–|—|à|/|>|→|jusqu['’]à)))\s?"
    + _HOUR.format("b")
    + r")?(?!\s?(?:\d|min\b))",
    re.IGNORECASE,
)
_WELCOME: Final = re.compile(
    r"[\W_]*(?:l['’])?(?:(?:caf[ée]|petit[- ]d[ée]jeuner)(?![^\W_]|[- ](?:des?|du)[ ](?!bienvenue))|"
    r"accueil|d[ée]jeuner d['’]accueil|"
    r"[ée]margement|arriv[ée]e|connexions?(?![^\W_])|enregistrement|ouverture des portes|"
    r"rassemblement(?![^\W_])|installation(?: des)?(?![^\W_])|"
    r"(?:remise|retrait) des (?:badges|dossards|dossiers)|"
    r"(?:on|nous)\s[^.;\n]{3,30}(?:autour d['’]un|avec un|pour (?:un|le))\s(?:caf[ée]|th[ée]|petit[- ]d[ée]jeuner))"
    r"(?![^\n]{0,30}\s(?:et|puis)\s(?:mots?\s(?:d['’]|de\s))?"
    r"(?:ouverture|introduction|lancement|bienvenue)(?! des portes))",
    re.IGNORECASE,
)
_CLOSES: Final = re.compile(
    r"[\W_]*(?:(?:mots? de |temps de |(?:buffet|cocktail|verre|pot|repas|d[ée]jeuner|go[ûu]ter) de )?cl[ôo]ture|"
    r"mots? de (?:la )?fin|"
    r"cocktail|verres? (?:de l['’]amiti[ée]|convivial)|ap[ée]ritif|pot (?:de|d['’]|convivial)|"
    r"au revoir|[àa] bient[ôo]t|lev[ée]e de (?:la )?s[ée]ance|(?:on|nous) (?:se|nous) (?:quitt|s[ée]par)\w+|"
    r"fin(?![^\W_])|conclusions?|d[ée]part(?![^\W_])|retours? (?:à|en|aux?|vers|chez|libres?)\b|"
    r"(?:retours?|dispersion|s[ée]paration|remerciements?|fermeture(?: des portes)?|rangement|clap de fin|"
    r"on (?:range|remballe))\W*$|"
    r"(?:train|bus|car) (?:de )?retour(?![^\W_])|"
    r"[^.;\n]{2,40}\s(?:et|puis|,)\s(?:mots? de )?(?:cl[ôo]ture|fin(?![^\W_])|conclusions?|"
    r"d[ée]part (?:des |du |de la )(?:cars?|bus|navettes?|trains?|participant\w*|stagiaires|invit[ée]s|familles)))",
    re.IGNORECASE,
)
_CONCLUDES: Final = re.compile(
    r"[\W_]*(?:(?:mots? de |temps de )?cl[ôo]ture|fin(?![^\W_])|conclusions?)(?![^\n]*(?:cocktail|buffet|pot|verre))",
    re.IGNORECASE,
)
_OFFERED: Final = re.compile(
    r"[\W_]*(?:cocktail|verre|ap[ée]ritif|pot|buffet|go[ûu]ter|collation|d[ée]jeuner|repas)(?![^\W_])", re.IGNORECASE
)
_DOORS: Final = re.compile(r"[\W_]*ouverture des portes(?![^\W_])", re.IGNORECASE)
_SHUTS: Final = re.compile(r"[\W_]*fermeture(?: des portes)?\W*$", re.IGNORECASE)
"""Where doors are shut at the end, it lasts from when they open: a fair, and no meeting that people wait for."""
_LEISURE: Final = re.compile(r"[\W_]*(?:d[îi]ner|repas du soir|nuit[ée]e|h[ée]bergement)(?![^\W_])", re.IGNORECASE)
"""What follows the work of a day, at an hour of its own."""
_EVENING: Final = re.compile(
    r"[\W_]*(?:repas|go[ûu]ter|collation|buffet|"
    r"soir[ée]e (?:festive|conviviale|libre|dansante|jeux)|veill[ée]e|barbecue|f[êe]te|"
    r"(?:temps|moment) (?:convivial|festif|libre))(?![^\W_])",
    re.IGNORECASE,
)
"""What follows without an end when the last part of the work has one: `14h30-18h : ateliers`, `dès 19h : repas`."""
_PLAIN_RANGE: Final = re.compile(
    r"[\d\s]+(?:h|:|heures?)[\d\s]*(?:-|–|—|à)[\d\s]+(?:h|:|heures?)?[\d\s]*", re.IGNORECASE
)
_ARRIVES: Final = re.compile(r"(?:accueil|arriv[ée]e|[ée]margement)[^.;!?\n]*$", re.IGNORECASE)
_LEAD: Final = 40
_LONGEST_WELCOME: Final = 60
"""Minutes for which people only arrive, at most."""
_FEWEST_STEPS: Final = 4
_AN_HOUR: Final = re.compile(_HOUR.format("a"), re.IGNORECASE)
_FEWEST_TOLD: Final = 3
_RUNNING: Final = ("paragraph", "lead", "item")
_OPENS_STEP: Final = re.compile(r"(?:^|[.;!?]\s|\s[|•–—-]\s)(?=\d)")
"""What an hour stands behind that opens a sentence, or what is set off like one."""
_PIECE: Final = re.compile(r"\s+[–—|•/-]\s+|\s*;\s*")
_OFFICE: Final = re.compile(
    r"contacts?|renseign|informations?|inscri|permanence|ouvert|horaires|nous (?:joindre|trouver|rencontrer)|acc[èe]s",
    re.IGNORECASE,
)


_ASKS_WHEN: Final = re.compile(r"(?:quand|dates?|jours?|programme|d[ée]roul|ordre du jour)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a programme: where it begins, its hour or range as `HH:MM`, and what takes place then."""

    position: int
    starts_at: str
    ends_at: str | None
    subject: str

    @property
    def closes(self) -> str | None:
        """The hour at which the programme ends when this line is its last."""
        return self.ends_at or (self.starts_at if _CLOSES.match(self.subject) else None)


def give_programme_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings with the hours of their programme, where no hours or only its first ones stand beside their day."""
    days = [sitting for sitting in sittings if sitting.is_day and sitting.status != "postponed"]
    days = days or [sitting for sitting in sittings if sitting.is_day]
    if any("hours_of_column" in sitting.date.flags for sitting in days) or all(
        sitting.date.ends_at and "\n" not in sitting.date.text and not _opens_line(parts, sitting.date)
        for sitting in days
    ):
        return sittings
    runs = _find_runs(parts, days)
    if not runs or len({day.first for day in days}) < len(days):  # sittings of one day have hours of their own
        return sittings
    dealt = _deal(parts, days, runs)
    return [with_programme(parts, s, dealt[s.first], len(days) == 1) if s.first in dealt else s for s in sittings]


def _find_runs(parts: Parts, days: list[Sitting]) -> list[list[Step]]:
    """The steps in runs that go up from hour to hour; a day between two steps parts them."""
    edges = sorted({date.where.start for day in days for date in day.mentions})
    runs: list[list[Step]] = []
    for step in find_steps(parts):
        before = runs[-1][-1] if runs else None
        apart = before is None or any(before.position < edge <= step.position for edge in edges)
        if apart or (before is not None and step.starts_at < before.starts_at):
            runs.append([])
        runs[-1].append(step)
    return runs


def has_programme(parts: Parts) -> bool:
    """Whether lines go up from hour to hour, as those of a meeting do from its welcome to its end."""
    steps = find_steps(parts)
    hours = [step.starts_at for step in steps]
    told = any(_WELCOME.match(step.subject) or _CLOSES.match(step.subject) for step in steps)
    return len(hours) >= _FEWEST_STEPS and hours == sorted(hours) and told


def read_step(words: str) -> tuple[str, str | None] | None:
    """The hour or range that a line begins with, as `HH:MM`; None where it begins with none."""
    match = _STEP.match(words)
    return None if match is None else _hours_of(match)


def read_close(words: str) -> str | None:
    """The hour of a line that closes a programme (`16h30 Fin`), as `HH:MM`; None where it does not."""
    match = _STEP.match(words)
    if match is None:
        return None
    return Step(0, *_hours_of(match), words[match.end() :]).closes


def is_welcome(words: str) -> bool:
    """Whether words behind an hour only tell that people arrive then."""
    return _WELCOME.match(words) is not None


def find_outer_hours(told: Sequence[tuple[str | None, str | None]]) -> tuple[str | None, str | None]:
    """From the first hour of several ranges to the end of the one that begins last; None where none is told."""
    starts = min((start for start, _ in told if start), default=None)
    _, ends = max(told, key=lambda hours: hours[0] or "", default=(None, None))
    return starts, ends


def _hours_of(match: re.Match[str]) -> tuple[str, str | None]:
    return write_clock(match["ah"], match["am"]), write_clock(match["bh"], match["bm"]) if match["bh"] else None


def find_steps(parts: Parts) -> list[Step]:
    """All lines that begin with an hour, but those that say when an office is open."""
    steps: list[Step] = []
    chapters = find_chapters(parts.document, parts.blocks)
    office = False
    for index, block in enumerate(parts.blocks):
        words = parts.document.words_of(block)
        match = _STEP.match(words)
        if block.kind == "heading":
            office = _OFFICE.search(words) is not None
        if office or block.start in chapters or is_duration(parts.document, block):
            continue
        if match is None:
            steps += _steps_in_sentences(block, words) if block.kind in _RUNNING else ()
            continue
        if block.kind == "title" or not (_is_cell(block) or _goes_on_below(parts.blocks, index)):
            continue
        subject = words[match.end() :] or _next_words(parts, parts.blocks[index + 1 : index + 2])
        steps += (
            _steps_in_line(block.start, words)
            or _steps_in_sentences(block, words)
            or [Step(block.start, *_hours_of(match), subject)]
        )
    return steps


def _is_cell(block: Block) -> bool:
    return block.kind == "cell" or (block.kind != "field" and not block.label)


def _goes_on_below(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a line under a label that asks when is not the first of it: `Quand ?`, the day, then the programme."""
    block, above = blocks[index], blocks[index - 1] if index else None
    return above is not None and above.label == block.label and _ASKS_WHEN.match(block.label or "") is not None


def _steps_in_line(start: int, words: str) -> list[Step]:
    """The steps of a programme told in one line (`9h : accueil – 9h30 : lancement – 16h30 : fin`); none of fewer."""
    pieces = _PIECE.split(words)
    told = [(match, piece) for piece in pieces if (match := _STEP.match(piece)) is not None]
    hours = [_hours_of(match)[0] for match, _ in told]
    if len(told) < _FEWEST_STEPS or len(told) < len(pieces) or hours != sorted(hours):
        return []
    return [Step(start, *_hours_of(match), piece[match.end() :].lstrip(" :")) for match, piece in told]


def _steps_in_sentences(block: Block, words: str) -> list[Step]:
    """The steps of a programme whose sentences each open with their hour; none of fewer, or where no end is told.

    `Jeudi 5 novembre. 8h45 : café. 9h15 : ouverture. 12h15 : fin`.
    """
    places = [opens.end() for opens in _OPENS_STEP.finditer(words)] if words.count("h") >= _FEWEST_TOLD else []
    told = [match for place in places if (match := _STEP.match(words, place)) is not None]
    stops = [*(match.start() for match in told[1:]), len(words)][: len(told)]
    steps = [
        Step(block.start + match.start(), *_hours_of(match), words[match.end() : stop].lstrip(" :"))
        for match, stop in zip(told, stops, strict=True)
    ]
    hours = [step.starts_at for step in steps]
    ends = len(steps) >= _FEWEST_TOLD and steps[-1].closes is not None
    return steps if ends and hours == sorted(set(hours)) else []


def _next_words(parts: Parts, following: tuple[Block, ...]) -> str:
    return parts.document.words_of(following[0]) if following else ""


def _deal(parts: Parts, days: list[Sitting], runs: list[list[Step]]) -> dict[dt.date, list[Step]]:
    """The steps of each day: all of them of the only day, else the runs of the day named last before them.

    Under a heading below the last day, runs stand for all days: as many runs as days in turn, one run for each of them.
    So does one run that a heading parts from the first day behind it (`Programme` over `Dates au choix`).
    """
    if len(days) == 1:
        return {days[0].first: [step for run in runs for step in run]}
    named = sorted((date.where.start, day.first) for day in days for date in day.mentions)
    if _has_heading_between(parts, named[-1][0], runs[0][0].position):
        if len(runs) == len(days):
            return {day.first: run for day, run in zip(days, runs, strict=True)}
        return {day.first: runs[0] for day in days} if len(runs) == 1 and len(runs[0]) > 1 else {}
    last = runs[-1][-1].position
    if len(runs) == 1 and len(runs[0]) > 1 and _stands_below_all(parts, [start for start, _ in named], runs[0]):
        return {day.first: runs[0] for day in days}
    if len(runs) == 1 and len(runs[0]) > 1 and last < named[0][0] and _has_heading_between(parts, last, named[0][0]):
        return {day.first: runs[0] for day in days}
    dealt: dict[dt.date, list[Step]] = {}
    shared = {start for start, _ in named if sum(start == other for other, _ in named) > 1}
    for run in runs:
        before = [(start, day) for start, day in named if start <= run[0].position]
        if before and before[-1][0] not in shared:
            dealt.setdefault(before[-1][1], []).extend(run)
    return dealt if len(dealt) > 1 else {day: steps for day, steps in dealt.items() if len(steps) > 1}


def _stands_below_all(parts: Parts, starts: list[int], run: list[Step]) -> bool:
    """Whether the one programme of a page stands below days that are told in one line or in lines below one another."""
    near = all(len(parts.blocks_between(one, other)) <= 1 for one, other in pairwise(starts))
    lines = [parts.block_of(position) for position in (starts[-1], run[0].position, run[-1].position)]
    return near and starts[-1] < run[0].position and lines[0] is not lines[1] is not lines[2]


def _has_heading_between(parts: Parts, start: int, end: int) -> bool:
    return any(block.kind == "heading" and start < block.start < end for block in parts.blocks)


def _find_outer(parts: Parts, date: DateReading, steps: list[Step]) -> tuple[str | None, str | None]:
    """The hours between the day and its programme that hold all its steps, their end alone where people arrive first.

    `se déroulera de 9h30 à 12h30` tells both; `accueil à 8h45 – fin à 17h` its end.
    """
    first, last = min(step.starts_at for step in steps), max(step.starts_at for step in steps)
    between = [h for h in parts.loose_hours if date.where.end <= h.start < steps[0].position]
    outer = [h for h in between if h.starts_at and h.ends_at and h.starts_at <= first and last < h.ends_at]
    if len({h.ends_at for h in outer}) != 1:
        return None, _find_told_end(parts, between, steps)
    plain = [h for h in outer if _PLAIN_RANGE.fullmatch(parts.document.text, h.start, h.end)]
    told = [h for h in plain if not _ARRIVES.search(parts.document.text, max(0, h.start - _LEAD), h.start)]
    return (told[0].starts_at if told else None), outer[0].ends_at


def _find_told_end(parts: Parts, between: list[LooseHours], steps: list[Step]) -> str | None:
    """The one hour at which a day is said to end, above its programme or in its last line; None where none is.

    `Fin à 16h45` holds over `16h30 Mot de la fin`; `16h30 Débat et cocktail (fin à 18h)` tells both hours of a step.
    """
    last = max(steps, key=lambda step: step.starts_at)
    block = parts.block_of(last.position)
    inside = [h for h in parts.loose_hours if block is not None and last.position <= h.start < block.end]
    behind = (h for h in inside if h.starts_at != last.starts_at)
    above = (h for h in between if not _is_in_step(parts, h))
    told = {h.starts_at or h.ends_at for h in (*above, *behind) if closes(parts, h)}
    told |= {h.ends_at for h in inside if h.starts_at == last.starts_at and h.ends_at}
    end = told.pop() if len(told) == 1 else None
    return end if end is not None and end > last.starts_at and last.ends_at is None else None


def _is_in_step(parts: Parts, hours: LooseHours) -> bool:
    """Whether hours stand in a line that begins with an hour: that of a programme, be it another day's."""
    block = parts.block_of(hours.start)
    return block is not None and _STEP.match(parts.document.text, block.start, block.end) is not None


def with_programme(parts: Parts, sitting: Sitting, steps: list[Step], alone: bool) -> Sitting:
    """A sitting with the hours of its steps; those written beside its day stay."""
    date = sitting.date
    tied = _is_first_of(date, steps)
    beside = date.starts_at if not tied else None
    if (date.ends_at and not tied) or (alone and len(steps) < 2):
        return sitting
    shuts = _SHUTS.match(steps[-1].subject) is not None
    meant = [s for s in steps if not _is_mere_welcome(s) or (shuts and _DOORS.match(s.subject))]
    first = min((step.starts_at for step in meant), default="00:00")
    meant += [s for s in steps if s not in meant and waits_long(s.ends_at or s.starts_at, first)]
    meant = meant if any(step.closes != step.starts_at for step in meant) else steps  # `14h : accueil`, `17h : fin`
    outer_start, outer_end = _find_outer(parts, date, steps)
    starts = beside or outer_start or min(step.starts_at for step in meant)
    worked = [step for step in meant if not _LEISURE.match(step.subject)] or meant
    if len(worked) > 1 and worked[-2].ends_at and worked[-1].closes is None and _EVENING.match(worked[-1].subject):
        worked = worked[:-1]
    ends = outer_end or _find_end(worked)
    if ends is not None and ends <= starts:
        ends = None
    flags = (*date.flags, "hours_of_programme")
    return replace(sitting, date=replace(date, starts_at=starts, ends_at=ends, flags=flags))


def _is_mere_welcome(step: Step) -> bool:
    """Whether people only arrive at a step: what goes on for long is more (`9h30-11h : café des aidants`)."""
    long = step.ends_at is not None and minutes_of(step.ends_at) - minutes_of(step.starts_at) > _LONGEST_WELCOME
    return not long and _WELCOME.match(step.subject) is not None


def _find_end(steps: list[Step]) -> str | None:
    """When the last step ends; one without an end within others ends with them (`14h-17h : stands`, `15h : débat`).

    What is offered behind its closing is no more of it: `12h-12h10 : conclusion`, `12h15 : cocktail`.
    """
    closing = [n for n, step in enumerate(steps) if _CONCLUDES.match(step.subject) and step.ends_at]
    if closing and all(_OFFERED.match(step.subject) for step in steps[closing[-1] + 1 :]):
        return steps[closing[-1]].ends_at
    last = max(steps, key=lambda step: step.starts_at)
    around = [step.ends_at for step in steps if step.ends_at and step.ends_at > last.starts_at]
    return last.closes or max(around, default=None)


def _opens_line(parts: Parts, date: DateReading) -> bool:
    """Whether a day was read with the welcome of a programme in its line: `4 mars – 9h accueil – 12h fin`."""
    first = _AN_HOUR.search(date.text)
    return first is not None and is_welcome(
        parts.document.text[date.where.start + first.end() : date.where.end + _LEAD]
    )


def _is_first_of(date: DateReading, steps: list[Step]) -> bool:
    """Whether hours tied to a day are those of the first line of its programme, which goes on after them."""
    hours = {(step.starts_at, step.ends_at) for step in steps}
    below = "\n" in date.text
    if not below and any(date.where.start < step.position < date.where.end for step in steps):
        return True  # in one line with its day
    tied = below and (date.starts_at, date.ends_at) in hours
    if "split_hours" in date.flags and "\n" in date.text:  # those of the first two lines
        tied = date.starts_at in {first for first, _ in hours} and date.ends_at in {last for _, last in hours}
    end = date.ends_at
    if not tied or end is None:
        return tied
    if any(s.starts_at < (date.starts_at or "") and not _WELCOME.match(s.subject) for s in steps):
        return True  # those of a later line, over `9h30 | Introduction`
    return any(step.starts_at > end or (step.starts_at == end and step.ends_at is not None) for step in steps)
