"""Days into sessions: which of the event's dates are sittings, at what hours, and in what state."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Final

from extract.document import Block
from extract.events.page.naming import find_event_type
from extract.events.parts import Parts, standing_between
from extract.matching.gates import GatedPattern, compile_gated
from extract.records import DateReading, SessionStatus

LONGEST_SITTING: Final = 10
"""Days in a row that are still one sitting a day; a longer run is one period."""

_ENVELOPE: Final = 3
"""From this difference of days on a range may be the frame of days that are told one by one."""

_TWO: Final = 2
_SHORT: Final = 30
"""Characters up to which a sentence is only an aside to the one before it."""
_MOVED_FROM: Final = compile_gated(
    r"(?:initialement|d['’]abord (?=pr[ée]v|programm|annonc|fix|plani)|devait|"
    r"auparavant (?=pr[ée]v|programm|annonc|fix|plani))[^.]{0,60}$|"
    r"(?:au lieu|à la place) du\s*(?:\w+ )?$",
    re.IGNORECASE,
)
MOVES: Final = compile_gated(
    r"(?<![^\W_])(?:report|repouss|d[ée]cal|d[ée]plac|avanc(?=[ée]e?s? (?:au|du|d['’]un)))[ée]e?s?(?![^\W_])",
    re.IGNORECASE,
)
# `La neige nous oblige à repousser la réunion du 7 février`.
_HAS_TO_MOVE: Final = compile_gated(
    r"(?<![^\W_])(?:oblig\w+|contrain\w+|am[èe]n\w+|d[ûu]|devons|doit|d[ée]cid\w+|pr[ée]f[ée]r\w+)\s"
    r"(?:[àa] |de |d['’])?"
    r"(?:repousser|reporter|d[ée]caler|diff[ée]rer)(?![^\W_])[^.;:!?]{0,60}$",
    re.IGNORECASE,
)
# Set off at the end of a line that it was moved says so of its day: `Arras (reportée)`, `14h – REPORTÉ`.
_SET_OFF_MOVED: Final = re.compile(rf"(?:[(\[–—!|-]|,)\s*(?:\w+\s)?{MOVES.pattern}[\s)\].!]*$", re.IGNORECASE)
_SAID_MOVED: Final = compile_gated(r"^\W*report[ée]e?s?\s?[:–—-]", re.IGNORECASE)
_CANCELLED: Final = compile_gated(
    r"(?<![^\W_])(?:annul[ée]e?s?|annulation|"
    r"(?:d[ûu]e?s?|contraint\w*|oblig\w+|forc\w+)\s(?:d['’]|[àa] )?annuler|supprim[ée]e?s?|"
    r"ne (?:se tiendr\w+ (?:\w+ )?pas|pourr\w+ (?:\w+ )?(?:pas )?(?:se tenir|avoir lieu))|"
    r"n['’](?:aura|auront|a|ont) pas (?:eu )?lieu"
    r"(?!\s(?:[àa]|aux?|dans|en|chez)\s[^.;:!?]{3,80}?\smais\s))(?![^\W_])",
    re.IGNORECASE,
)
_PLANNED: Final = re.compile(
    r"(?:pr[ée]vue?s?|programm[ée]e?s?|initiale?ment|annonc[ée]e?s?|qui devai\w+)\s[^.;]{0,40}$", re.IGNORECASE
)
_NOT_THEN: Final = compile_gated(
    r"n['’](?:aura|auront) pas lieu (?:(?:à|aux) (?:cette|ces|la) dates?|ce jour[- ]l[àa]|ces jours[- ]l[àa])",
    re.IGNORECASE,
)
_NOT_HELD: Final = compile_gated(
    r"n['’](?:a|ont|avai(?:t|ent)) (?:malheureusement |finalement )?(?:pas|jamais) pu (?:se (?:tenir|d[ée]rouler)|"
    r"avoir lieu|[êe]tre (?:organis|maintenu)\w*)",
    re.IGNORECASE,
)
_WHOLE_CANCELLED: Final = compile_gated(
    r"(?<![^\W_])(?:les?|la|l['’]|cette|ce|ces|notre|nos)\s?(?:[\w'’-]+\s){1,6}?"
    r"(?:est|sont|a [ée]t[ée]|ont [ée]t[ée])\s(?:\w+\s)?"
    r"annul[ée]e?s?(?![^\W_])",
    re.IGNORECASE,
)
_MOVED_AWAY: Final = compile_gated(
    r"(?:est|sont|a [ée]t[ée]|ont [ée]t[ée]|sera|seront)\s(?:\w+\s)?(?:report|repouss|d[ée]cal|d[ée]plac|avanc)[ée]",
    re.IGNORECASE,
)
_REPLACED: Final = re.compile(r"(?<![^\W_])(?:remplac[ée]e?s? par|au profit d)[^.;:!?\d]{3,60}$", re.IGNORECASE)
_FULL: Final = compile_gated(
    r"(?<![^\W_])(?:(?<!dossier )(?<!programme )(?<!descriptif )complets?|"
    r"(?<!journée )(?<!journées )(?<!semaine )(?<!version )(?<!liste )(?<!adresse )complètes?|"
    r"plus de places?|inscriptions? (?:closes?|termin[ée]es?))(?![^\W_])",
    re.IGNORECASE,
)
"""A day that is full, not one that is whole (`journée complète`)."""

_NEXT: Final = re.compile(
    r"(?<![^\W_])(?:prochaine?s?|(?:r[ée]union|s[ée]ance|rencontre|session|comit[ée]|plénière) suivante?)\s"
    r"[^.;!?\n\d]{3,40}$",
    re.IGNORECASE,
)
"""What leads to the day of a meeting after this one: `La prochaine séance plénière est fixée au`."""

_NEXT_ONES: Final = re.compile(r"(?<![^\W_])prochaine?s\s[^.;!?\n\d]{3,40}\s?:\s[^.;!?\n]{3,120}$", re.IGNORECASE)
"""What leads to one of several next meetings: `Prochains rendez-vous : 12 mars (les outils) et`."""

_AND: Final = re.compile(r",?\s(?:et|ou|puis)\s(?:[^\W\d_]+\s)?", re.IGNORECASE)
"""What stands between two days of a list."""
_LINES_BELOW: Final = 4
_ONLY_STATE: Final = re.compile(
    r"[\W_]*(?:(?:journ[ée]e|session|s[ée]ance|atelier|groupe|date|formation|r[ée]union|rencontre|visite|conf[ée]rence|"
    r"forum|webinaire|soir[ée]e|[ée]v[ée]nement|manifestation)s?\s)?"
    rf"(?:{_FULL.pattern}|{_CANCELLED.pattern}|{MOVES.pattern})"
    r"(?:\s(?:en raison|pour (?:cause|raisons?)|[àa] cause|par manque|faute|suite|du fait|compte tenu)"
    r"\s[^.;\d]{2,80})?[\W_]*",
    re.IGNORECASE,
)
"""A line that says nothing but the state of the day above it, and why."""

_STATES: Final = (_MOVED_FROM, _HAS_TO_MOVE, _SAID_MOVED, MOVES, _CANCELLED, _NOT_THEN, _NOT_HELD, _MOVED_AWAY, _FULL)
"""Without a word of any of these a page says of no day that it was moved, called off or is full."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One day (or period) with all the dates that name it, the one that tells most first."""

    first: dt.date
    last: dt.date
    date: DateReading
    mentions: tuple[DateReading, ...]
    status: SessionStatus

    @property
    def is_day(self) -> bool:
        """Whether this is one day."""
        return self.first == self.last and self.date.precision == "day"


def is_after_next(parts: Parts, sitting: Sitting) -> bool:
    """Whether a day is that of the meeting behind the next one: `la réunion suivante se tiendra le`."""
    before = parts.document.text[max(0, sitting.date.where.start - 50) : sitting.date.where.start]
    return "suivante" in before and _NEXT.search(before) is not None


def is_next(parts: Parts, sitting: Sitting) -> bool:
    """Whether a day is that of the next meeting: what this one keeps to is not told of it."""
    date = sitting.date
    block = parts.block_of(date.where.start)
    label = block.label or "" if block is not None else ""
    if _NEXT.search(f"{label} {parts.document.text[max(0, date.where.start - 50) : date.where.start]}") is not None:
        return True
    before = parts.document.text[
        max(block.start if block is not None else 0, date.where.start - 180) : date.where.start
    ]
    return "rochain" in before and _NEXT_ONES.search(before) is not None


def build_sittings(parts: Parts, dates: list[DateReading], opening: tuple[Block, ...] = ()) -> list[Sitting]:
    """Unfold the event's dates into days, one sitting a day; periods stay only where no day stands inside them.

    `opening` are the blocks before the first of several events: what they say of the whole holds for each.
    """
    found: dict[tuple[dt.date, dt.date], list[DateReading]] = {}
    singles = {d.first_day for d in dates if d.precision == "day" and d.first_day == d.last_day and d.starts_at}
    told = {d.first_day for d in dates if d.precision == "day" and d.first_day == d.last_day}
    for date in dates:
        frames = _is_in_title(parts, date) or _is_over_table(parts, date, dates)
        inside = [day for day in (told if frames else singles) if date.first_day <= day <= date.last_day]
        if len(inside) >= 2 and (date.last_day - date.first_day).days >= _ENVELOPE and not date.starts_at:
            continue  # from the first to the last of the days that are told one by one
        for first, last in _unfold(date):
            found.setdefault((first, last), []).append(date)
    days = [first for first, last in found if first == last]
    sittings = []
    for (first, last), mentions in found.items():
        if first != last and any(first <= day <= last for day in days):
            continue
        sittings.append(_build_sitting(parts, first, last, mentions))
    if all(sitting.status == "announced" for sitting in sittings):
        status = status_of(parts.document.title)
        status = status if status != "announced" else _status_told_apart(parts, (*opening, *parts.blocks))
        sittings = [replace(sitting, status=status) for sitting in sittings]
    return sorted(_drop_wider(sittings), key=lambda s: (s.first, s.last))


def _is_in_title(parts: Parts, date: DateReading) -> bool:
    """Whether a range stands in the title: the days below it are told one by one."""
    block = parts.block_of(date.where.start)
    return block is not None and block.kind == "title"


def _is_over_table(parts: Parts, date: DateReading, dates: list[DateReading]) -> bool:
    """Whether a range stands outside of the table that tells days of it one by one."""
    block = parts.block_of(date.where.start)
    if block is None or block.kind == "cell" or date.first_day == date.last_day:
        return False
    days = [d for d in dates if d is not date and date.first_day <= d.first_day == d.last_day <= date.last_day]
    return bool(days) and all((cell := parts.block_of(d.where.end - 1)) and cell.kind == "cell" for d in days)


def _status_told_apart(parts: Parts, blocks: tuple[Block, ...]) -> SessionStatus:
    """Cancelled where a sentence without a day says so of the whole event (`les rencontres sont annulées`).

    A report tells of what has been: what is called off in it is something else.
    """
    for block in blocks if parts.page.kind != "report" else ():
        for match in _WHOLE_CANCELLED.finditer(parts.document.text, block.start, block.end):
            start, end = parts.sentence_of(match.start())
            dated = any(d.role == "event" for d in standing_between(parts.dates, start, end))
            if find_event_type(match.group()) and not dated:
                return "cancelled"
    return "announced"


def _unfold(date: DateReading) -> list[tuple[dt.date, dt.date]]:
    length = (date.last_day - date.first_day).days + 1
    if date.precision != "day" or length > LONGEST_SITTING or {"envelope", "window"} & set(date.flags):
        return [(date.first_day, date.last_day)]
    days = [date.first_day + dt.timedelta(days=shift) for shift in range(length)]
    return [(day, day) for day in days]


def _drop_wider(sittings: list[Sitting]) -> list[Sitting]:
    """Of periods that contain one another only the narrowest stays."""
    return [
        wide
        for wide in sittings
        if wide.is_day
        or not any(other is not wide and wide.first <= other.first and other.last <= wide.last for other in sittings)
    ]


def _build_sitting(parts: Parts, first: dt.date, last: dt.date, mentions: list[DateReading]) -> Sitting:
    ranked = sorted(mentions, key=lambda d: (d.starts_at is None, d.ends_at is None, -d.certainty, d.where.start))
    best = ranked[0]
    surest = max(mentions, key=lambda d: d.certainty)
    if surest.certainty > best.certainty and surest.year_from == "written":
        best = replace(best, certainty=max(best.certainty, 0.95))
    if best.first_day < best.last_day and best.starts_at and best.ends_at and best.ends_at <= best.starts_at:
        best = _at_its_end(best, first, last)
    states = [find_status(parts, date) for date in mentions]
    status: SessionStatus = next((s for s in states if s != "announced"), "announced")
    return Sitting(first, last, best, tuple(ranked), status)


def _at_its_end(date: DateReading, first: dt.date, last: dt.date) -> DateReading:
    """A run of days from an hour of the first to one of the last: `du mercredi 16 mai (14h) au jeudi 17 (12h30)`."""
    starts_at = date.starts_at if first == date.first_day else None
    flags = (*date.flags, "hours_at_its_ends")
    return replace(date, starts_at=starts_at, ends_at=date.ends_at if last == date.last_day else None, flags=flags)


def find_status(parts: Parts, date: DateReading) -> SessionStatus:
    """Whether the words around a day say that it was moved, cancelled or is full."""
    if "moved_from" in date.flags or "moved_to" in date.flags:
        return "postponed" if "moved_from" in date.flags else "announced"
    text = parts.document.text
    if not any(state.may_match(text) for state in _STATES):
        return "announced"
    start, end = parts.sentence_of(date.where.start)
    beside = standing_between(parts.dates, start, end)
    start = max([start, *(d.where.end for d in beside if not _joins(parts, d, date))])
    before, after = (start, date.where.start), (date.where.end, end)
    later = any(other.where.start > date.where.end for other in beside)
    moves = _tells(MOVES, text, after)
    if (
        _tells(_MOVED_FROM, text, before)
        or _tells(_HAS_TO_MOVE, text, before)
        or _tells(_SAID_MOVED, text, before)
        or (moves and (later or "ultérieur" in text[date.where.end : end]))
    ):
        return "postponed"
    planned = not later and _tells(_MOVED_AWAY, text, after) and _PLANNED.search(text[start : date.where.start])
    if (
        planned
        or _tells(_NOT_THEN, text, after)
        or (_tells(_CANCELLED, text, after) and MOVES.search(parts.document.title))
    ):
        return "postponed"  # what is called off here takes place on another day
    if _tells(_NOT_HELD, text, after):
        below = parts.blocks_after(date.where.start, 1)
        told = _next_sentence(parts, end) or (parts.document.words_of(below[0]) if below else "")
        return "postponed" if MOVES.search(told) else "cancelled"
    near = " | ".join(
        [_aside(parts, end), *_beside_in_row(parts, date), _heading_of(parts, date), _line_below(parts, date)]
    )
    if (moves and _SET_OFF_MOVED.search(text[date.where.end : end])) or MOVES.search(near):
        return "postponed"
    after = (date.where.end, _end_of_own(parts, date, beside, end))
    if _REPLACED.search(text, start, date.where.start):
        before = (date.where.start, date.where.start)  # `annulée, remplacée par une visio le 15 janvier`
    if _tells(_CANCELLED, text, before) or _tells(_CANCELLED, text, after) or _CANCELLED.search(near):
        return "cancelled"
    return "full" if _tells(_FULL, text, before) or _tells(_FULL, text, after) or _FULL.search(near) else "announced"


def _end_of_own(parts: Parts, date: DateReading, beside: list[DateReading], end: int) -> int:
    """Where the words behind a day end that may tell its state.

    A bracket that ends a sentence tells that of the last day in it: `le 4 à Lens, le 11 à Avion (complet)`.
    """
    later = [d.where.start for d in beside if d.where.start > date.where.start and not _joins(parts, date, d)]
    bracket = parts.document.text.rfind("(", date.where.end, end)
    return bracket if later and bracket > later[0] else end


def _joins(parts: Parts, one: DateReading, date: DateReading) -> bool:
    """Whether a day stands behind another, or is listed right before it: what leads to the first holds for both."""
    return one.where.end > date.where.start or bool(
        _AND.fullmatch(parts.document.text, one.where.end, date.where.start)
    )


def _tells(state: GatedPattern, text: str, span: tuple[int, int]) -> bool:
    """Whether the words of a span tell a state: they are cut out only where the gate of its pattern is open."""
    start, end = span
    is_cut = text[start - 1 : start].isalnum() and text[start : start + 1].isalnum()  # a word that the gate saw whole
    return (is_cut or state.may_match(text, start, end)) and state.search(text[start:end]) is not None


def _heading_of(parts: Parts, date: DateReading) -> str:
    """The short heading right above the line of a day, which may tell its state (`Session 3 – annulée`)."""
    last = bisect_right(parts.blocks, date.where.start, key=lambda block: block.start)
    above = parts.blocks[max(0, last - _TWO) : last]
    if len(above) < _TWO or above[0].kind != "heading" or above[0].end - above[0].start > 2 * _SHORT:
        return ""
    return parts.document.words_of(above[0])


def _line_below(parts: Parts, date: DateReading) -> str:
    """The line among the few below a day, before the next heading or day, that only tells its state (`COMPLET`)."""
    for block in parts.blocks_after(date.where.start, _LINES_BELOW):
        if block.kind == "heading" or any(
            d.role == "event" for d in standing_between(parts.dates, block.start, block.end)
        ):
            break
        words = parts.words(parts.sentence_of(block.end - 1))  # `Salle Jean-Vilar, Arras. Complet.`
        if len(words) <= 3 * _SHORT and _ONLY_STATE.fullmatch(words):
            return words
    return ""


def _beside_in_row(parts: Parts, date: DateReading) -> list[str]:
    """The short cells of the row of a day: one of them may only say that it is full, called off or put off."""
    block = parts.block_of(date.where.start)
    cells = parts.row_of(block) if block is not None else ()
    return [parts.document.words_of(cell) for cell in cells if cell.end - cell.start <= _SHORT]


def _aside(parts: Parts, end: int) -> str:
    """A very short sentence right after another speaks of the same day (`… à partir de 14 heures. Complet !`)."""
    words = _next_sentence(parts, end)
    return words if len(words) <= _SHORT else ""


def _next_sentence(parts: Parts, end: int) -> str:
    """The sentence of the same block that follows the one that ends here, empty where none does."""
    block = parts.block_of(end)
    if block is None or end >= block.end:
        return ""
    return parts.words(parts.sentence_of(min(end + 1, block.end - 1)))


def status_of(words: str) -> SessionStatus:
    """Cancelled or full, as some words say of the days they speak of."""
    if _CANCELLED.search(words):
        return "cancelled"
    return "full" if _FULL.search(words) else "announced"
