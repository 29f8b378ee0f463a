"""Sittings that are events of their own: each has a name, and the names are of different kinds.

A page of several things tells them alike: a line, a row or a few lines for each day, with what takes place. What it is
called is looked for from near to far: in the line of the day, in its row, in the line below a line that tells only the
day, in the heading or the line above. `Réunion publique`, `Permanences`, `Balade urbaine` are three events; `Séance 1`,
`Séance 2` are one, and so is all that a week, a cycle or a programme in so many steps holds together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from extract.counters import are_counted
from extract.dates.month_lines import MONTH_NAMES
from extract.document import Block
from extract.events.hours.programme import read_step
from extract.events.page.collections import only_collects
from extract.events.page.event_nouns import find_first_noun
from extract.events.page.event_types import find_title_noun
from extract.events.page.kept_together import go_with_one
from extract.events.page.line_pieces import SAYS_WHERE, line_pieces
from extract.events.page.named_by_state import name_by_state, without_places_of_others
from extract.events.page.newsletters import is_letter
from extract.events.page.parted import OF_ANY, key_of_name, part_by_names
from extract.events.page.sections import MONTHS_ONLY, PLAIN
from extract.events.page.sitting_titles import title_sittings
from extract.events.page.titled_columns import SittingName, call_by_own, name_by_titled_column
from extract.events.page.titled_entries import is_place_line
from extract.events.page.titles_of_papers import is_of_writer
from extract.events.page.whole_names import whole_name
from extract.events.parts import Parts, standing_between
from extract.records import EventReading, SessionReading

_LONGEST: Final = 110
_FEWEST: Final = 2
_MOST_BETWEEN: Final = 12
_LONG_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_HOLDS_TOGETHER: Final = re.compile(
    rf"(?<![^\W_])(?:cycles?|parcours|s[ée]minaires?|semaines?(?! du \d)|quinzaines?|mois de(?! (?:{MONTH_NAMES}))|"
    r"festivals?|tourn[ée]es?|voyages?|"
    r"universit[ée]s?|formations?(?:-actions?)?|stages?|assises|saisons?|modules?|caravanes?|s[ée]ries?|"
    r"(?:deux|trois|quatre|cinq|six|sept|huit|\d) (?:\w+ )?(?:rendez-vous|temps|[ée]tapes?|dates|moments|jours)|"
    r"(?:les|nos) (?:\w+dis|causeries|caf[ée]s|matinales)|"
    r"une? [^:]{3,40} et une?)(?![^\W_])",
    re.IGNORECASE,
)
"""Titles of what holds its sittings together, whatever each of them is."""
_COLLECTS: Final = re.compile(
    r"\W*(?:(?:nos|les|vos|l['’])\s?)?(?:prochaine?s\s)?(?:[ée]v[ée]nements?|manifestations|actualit[ée]s?|actus?|agenda|catalogue)"
    r"(?![^\W_])|(?<![^\W_])(?:calendrier des instances|dates? [àa] retenir|en bref|br[èe]ves)(?![^\W_])",
    re.IGNORECASE,
)
"""Titles of what only collects: each of the things below is an event, whatever it is."""
_COUNTS_ON: Final = re.compile(
    r"\W*(?:la\s)?(?:premi[èe]re|seconde|deuxi[èe]me|troisi[èe]me|derni[èe]re)\s(?:demi-)?(?:journ[ée]e|s[ée]ance|session|"
    r"partie|date)(?![^\W_])",
    re.IGNORECASE,
)
_RUBRIC: Final = re.compile(
    r"\W*(?:(?:l['’]|les |nos |vos |mes |[àa] (?:vos |nos )?)?"
    r"(?:agendas?|(?:prochains |grands )?rendez-vous|prochaines dates|"
    r"dates? [àa] (?:retenir|noter)|[àa] (?:venir|noter)|[çc]a se passe(?: bient[ôo]t)?|bient[ôo]t|prochainement))\W*",
    re.IGNORECASE,
)
_FRAMES: Final = ("événement", "quinzaine", "semaine", "mois")


_Place = Callable[[Parts, Block], Block | None]


def part_named_sittings(parts: Parts, event: EventReading) -> list[EventReading]:
    """An event, or where its sittings are events of their own one event for each name, in the order of their days."""
    if len({session.first_day for session in event.sessions}) < _FEWEST:
        return [event]
    letter = is_letter(parts)
    noun = find_title_noun(event.title)  # `Agenda des ateliers` is that of one thing
    collects = letter or _COLLECTS.search(event.title) is not None
    collects = (collects and (noun is None or noun.kind == "événement")) or only_collects(event.title)
    holds_together = event.relation == "reports" or _HOLDS_TOGETHER.search(event.title) is not None
    by_state = name_by_state(parts, event)
    if by_state:
        return part_by_names(parts, without_places_of_others(parts, event), by_state)
    titled = [] if event.relation == "reports" else name_by_titled_column(parts, event)
    event = event if titled else title_sittings(parts, event)
    if not collects and any(session.status == "postponed" for session in event.sessions):
        return [event]  # what it was moved from and what it was moved to
    if holds_together and not (letter or collects or titled):
        return [event]
    names = _join_counted(titled or [_unless_house(parts, name) for name in _name_all(parts, event.sessions)])
    collects = collects or bool(titled) or is_of_writer(parts, event.title) or _is_name_of_one(event, names)
    collects = collects or (_stand_under_rubric(parts, event) and (noun is None or noun.kind in _FRAMES))
    if names.count(None) > letter or not (collects or _differ(names)):
        return [event]
    if are_counted([parts.document.words_of(name.block) for name in names if name is not None]):
        return [event]
    if not collects and go_with_one(parts, names):
        return [event]
    return part_by_names(parts, event, names)


def _unless_house(parts: Parts, name: SittingName | None) -> SittingName | None:
    """A name that is not the house where a sitting is: `Salle polyvalente, rue des Lombards`."""
    noun = name.noun if name is not None else None
    if name is None or (noun is not None and noun.start == 0) or name.block.kind == "heading":
        return name
    at = parts.document.text.find(name.words, name.block.start, name.block.end)
    near = standing_between(parts.venues, name.block.start - _LONGEST, name.block.end)
    return None if any(v.where.start <= at < v.where.end for v in near) else name


def _is_name_of_one(event: EventReading, names: list[SittingName | None]) -> bool:
    """Whether an event is called as one of several sittings is: the others, by names of their own, are none of it."""
    keys = [key_of_name(name.words) for name in names if name is not None]
    return len(set(keys)) == len(keys) > _FEWEST and key_of_name(event.title) in keys


def _stand_under_rubric(parts: Parts, event: EventReading) -> bool:
    """Whether the heading over all sittings says only that things take place: `RENDEZ-VOUS`, `À vos agendas`."""
    heads = {parts.document.heading_over(session.date.where.start) for session in event.sessions}
    head = heads.pop() if len(heads) == 1 else None
    return head is not None and head.kind == "heading" and _RUBRIC.fullmatch(parts.document.words_of(head)) is not None


def _join_counted(names: list[SittingName | None]) -> list[SittingName | None]:
    """The names, that of the entry before in place of one that only counts (`Seconde journée`)."""
    joined: list[SittingName | None] = []
    for name in names:
        counts = joined and name is not None and _COUNTS_ON.match(name.words)
        joined.append(joined[-1] if counts else name)
    return joined


def _differ(names: list[SittingName | None]) -> bool:
    """Whether two names in three have a noun of events and these are of different kinds, or half of them of three."""
    named = [name for name in names if name is not None and name.noun is not None]
    kinds = {_kind_of(name) for name in named} - OF_ANY
    if len(kinds) > _FEWEST and 2 * len(named) >= len(names):
        return True
    return 3 * len(named) >= 2 * len(names) and len(kinds) >= _FEWEST


def _kind_of(name: SittingName) -> str:
    """The kind that a name tells; committees are told apart by what they are called."""
    if name.noun is None:
        return ""
    return name.noun.kind if name.noun.kind != "comité" else name.words[name.noun.start : name.noun.end].lower()


def _name_all(parts: Parts, sessions: Sequence[SessionReading]) -> list[SittingName | None]:
    """What each sitting is called: by its line or row, else all others by their headings, the lines above or below.

    Of these the one is taken that names most of them; where names stand is the same for all entries of a page.
    """
    blocks = [parts.block_of(session.date.where.start) for session in sessions]
    headed = _by_own_headings(parts, blocks)
    if headed and _differ(headed):
        return headed
    own = [name_in_own_line(parts, block) for block in blocks]
    if None not in own:
        return own
    others = (
        [_of_other_line(parts, place, block) for block in blocks] for place in (_heading_over, _line_above, _line_below)
    )
    named = [[name or other for name, other in zip(own, names, strict=True)] for names in others]
    best = max(
        named,
        key=lambda names: (len(names) - names.count(None), sum(n is not None and n.noun is not None for n in names)),
    )
    if best is named[-1]:
        best = [call_by_own(parts, name, block) for name, block in zip(best, blocks, strict=True)]
    return [name or (name_plainly(parts, block) if block else None) for name, block in zip(best, blocks, strict=True)]


def _by_own_headings(parts: Parts, blocks: list[Block | None]) -> list[SittingName | None]:
    """What each sitting is called where the line of each stands right below a heading of its own; else none."""
    above = {block: parts.block_above(block) if block is not None else None for block in blocks}
    if not all(head is not None and head.kind == "heading" for head in above.values()):
        return []
    names = [_of_other_line(parts, _heading_over, block) for block in blocks]
    return [] if None in names else names


def name_in_own_line(parts: Parts, block: Block | None) -> SittingName | None:
    """What the line of a day names, or another cell of its row."""
    if block is None:
        return None
    if block.row is None:
        words = name_plainly(parts, block)
        quoted = words if words is not None and words.words.startswith(("«", "“")) else None
        return _of_line(parts, block) or quoted
    cells = [cell for cell in parts.row_of(block) if not is_place_line(parts, cell)]
    named = [name for cell in cells if (name := _of_line(parts, cell)) is not None]
    plain = (name for cell in cells if (name := name_plainly(parts, cell)) is not None)
    placed = (name for cell in parts.row_of(block) if cell not in cells and (name := _of_line(parts, cell)) is not None)
    return next(iter(named), None) or next(plain, None) or next(placed, None)


def _of_other_line(parts: Parts, place: _Place, day_line: Block | None) -> SittingName | None:
    """What the line at a place near the line of a day names; a heading may be called as a house is."""
    block = place(parts, day_line) if day_line is not None else None
    if block is None or block.kind == "title" or (place is not _heading_over and is_place_line(parts, block)):
        return None
    words = parts.document.words_of(block)
    if MONTHS_ONLY.fullmatch(words) or PLAIN.search(words):
        return None
    return _of_line(parts, block) or name_plainly(parts, block)


def _heading_over(parts: Parts, block: Block) -> Block | None:
    """The last heading over a line, or the line itself where it is one."""
    return parts.document.heading_over(block.start)


def _line_above(parts: Parts, block: Block) -> Block | None:
    """The line above the lines of days that a line stands in, where it is no sentence."""
    above = parts.block_above(block)
    for _ in range(_MOST_BETWEEN):
        if above is None or not (_only_says_where(parts, above) or _is_of_days(parts, above, block)):
            break
        above = parts.block_above(above)
    dated = above is not None and standing_between(parts.dates, above.start, above.end)
    return None if above is None or dated or _is_sentence(parts, above) else above


def _is_of_days(parts: Parts, above: Block, block: Block) -> bool:
    """Whether a line of the kind of another holds a day as it does."""
    return above.kind == block.kind and bool(standing_between(parts.dates, above.start, above.end))


def _only_says_where(parts: Parts, line: Block) -> bool:
    """Whether a line is a labelled field, a place or hours and nothing else: what takes place stands above it."""
    if line.kind in ("heading", "title") or standing_between(parts.dates, line.start, line.end):
        return False
    words = parts.document.words_of(line)
    return line.label is not None or is_place_line(parts, line) or read_step(words) is not None


def _line_below(parts: Parts, block: Block) -> Block | None:
    """The line right below a line, where it tells no day."""
    below = next(iter(parts.blocks_after(block.start, 1)), None)
    return None if below is None or standing_between(parts.dates, below.start, below.end) else below


def _is_sentence(parts: Parts, block: Block) -> bool:
    """Whether a line is too long to name anything, or ends as a sentence does."""
    words = parts.document.words_of(block)
    return len(words) > _LONGEST or words.rstrip().endswith((".", ",", ";", ":"))


def _of_line(parts: Parts, block: Block) -> SittingName | None:
    """What a line names besides days, hours and places: the piece that begins with a noun of events."""
    words = parts.document.words_of(block)
    if block.kind == "title" or MONTHS_ONLY.fullmatch(words) or PLAIN.search(words):
        return None
    pieces = line_pieces(parts, block, standing_between(parts.dates, block.start, block.end))
    for piece in pieces:
        noun = find_first_noun(piece)
        if noun is not None and noun.kind != "événement" and not SAYS_WHERE.match(piece):
            whole = whole_name(parts, block, piece)
            return SittingName(whole if len(whole) >= noun.end else piece, block, noun)
    return None


def name_plainly(parts: Parts, block: Block) -> SittingName | None:
    """What a short line says besides days, hours and places where it has no noun of events: `Marche rose de 5 km`."""
    if block.kind == "title" or block.end - block.start > 2 * _LONGEST:
        return None
    pieces = line_pieces(parts, block, standing_between(parts.dates, block.start, block.end))
    worded = [piece for piece in pieces if len(_LONG_WORD.findall(piece)) >= _FEWEST and not SAYS_WHERE.match(piece)]
    return SittingName(whole_name(parts, block, worded[0]), block, None) if worded else None
