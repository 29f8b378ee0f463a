"""One day in several towns, told beside it: `le 4 mai : de 9h à 11h à Laon et de 14h à 16h à Hirson`.

Hours and towns stand in turn there, each hours beside the town that they are of, in one sentence or in several (`Le
même jour, de 14h à 16h, elle sera à Hirson`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.dates import clock, find_hours
from extract.dates.expressions import Hours
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.events.venues.in_turn import find_towns_between
from extract.matching.folding import fold
from extract.matching.gates import compile_gated
from extract.records import Place

_AT_ONCE: Final = compile_gated(
    r"(?<![^\W_])(?:en m[êe]me temps|simultan[ée]ment|en parall[èe]le|au m[êe]me moment|(?:deux|trois|quatre)\s"
    r"(?:villes|communes|sites|lieux|endroits))(?![^\W_])",
    re.IGNORECASE,
)
"""What says that people meet in several towns on one day without any hour."""
_ENDS: Final = re.compile(
    r"(?<![^\W_])(?:fin|cl[ôo]ture|retour|termin\w+|ach[èe]v\w+|jusqu['’]?)\s?[^.;:!?\d]{0,15}$", re.IGNORECASE
)
"""An hour at which something ends is of the one before it: `Accueil à 8h45 au Fort de Mons, fin à 17h`."""
_NEAR: Final = 30
_FEWEST: Final = 2
_LONGEST: Final = 600


def part_by_towns(parts: Parts, sitting: Sitting) -> list[Sitting]:
    """One sitting for each town told with a day that has hours of its own beside it; none else."""
    start, end = _find_stretch(parts, sitting)
    towns = _find_towns(parts, start, end) if end - start <= _LONGEST else []
    if len(towns) < _FEWEST:
        return []
    hours = find_hours(parts.document.text[start:end])
    alone = all(_is_same(d.first_day, sitting) for d in standing_between(parts.dates, *parts.sentence_of(start)))
    if alone and not hours and sitting.date.starts_at is None and _AT_ONCE.search(parts.document.text, start, end):
        return [_at(parts, sitting, Hours(None, None, 0, 0), where) for where in towns]
    if any(
        _ENDS.search(parts.document.text, max(start, start + told.start - _NEAR), start + told.start) for told in hours
    ):
        return []
    if len(hours) != len(towns) or not _in_turn([start + told.start for told in hours], towns):
        return []
    return [_at(parts, sitting, told, where) for told, where in zip(hours, towns, strict=True)]


def _find_stretch(parts: Parts, sitting: Sitting) -> tuple[int, int]:
    """The words about a day: its paragraph, where no other day stands there, else its sentence up to the next day."""
    position = sitting.date.where.start
    block = parts.block_of(position)
    start, end = parts.sentence_of(position)
    if block is None:
        return start, end
    others = [d for d in standing_between(parts.dates, block.start, block.end) if not _is_same(d.first_day, sitting)]
    if not others and block.kind != "cell":
        return block.start, block.end
    before = [d.where.end for d in others if d.where.start < position]
    behind = [d.where.start for d in others if d.where.start > position]
    return (start, min([block.end, *behind])) if not any(start <= at for at in before) else (position, position)


def _is_same(day: object, sitting: Sitting) -> bool:
    return day == sitting.first


def _find_towns(parts: Parts, start: int, end: int) -> list[Place]:
    """Where the places or, without houses, the towns of a stretch stand, each town once; none where one is unknown."""
    venues = standing_between(parts.venues, start, end)
    towns = {venue.city for venue in venues}
    if len({fold(town) for town in towns if town}) == len(venues) >= _FEWEST:
        return [venue.where for venue in venues]
    named = find_towns_between(parts, start, end)
    alone = len({town.territory_id for town in named}) == len(named)
    return [town.where for town in named] if alone and towns <= {town.name for town in named} else []


def _in_turn(hours: list[int], towns: list[Place]) -> bool:
    """Whether all hours stand before their town, or all behind it, and no two share one."""
    marks = sorted([(at, "h") for at in hours] + [(where.start, "t") for where in towns])
    order = "".join(letter for _, letter in marks)
    return order in ("ht" * len(hours), "th" * len(hours))


def _at(parts: Parts, sitting: Sitting, hours: Hours, where: Place) -> Sitting:
    """The sitting in one town, at its hours; its day is told by the words of the town."""
    date = replace(
        sitting.date,
        text=parts.document.text[where.start : where.end],
        where=where,
        starts_at=clock(hours.starts),
        ends_at=clock(hours.ends),
        flags=(*sitting.date.flags, "hours_of_place"),
    )
    return replace(sitting, date=date, mentions=(date,))
