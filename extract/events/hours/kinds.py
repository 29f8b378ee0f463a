"""What the hours of a page are, each by its clause: those of the meeting, of its doors, or of something else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.dates.hour_families import ENDS, MEALS, THINGS
from extract.dates.hour_heads import Kind, fold_title, read_kind
from extract.document import Block
from extract.events.hours.office_hours import is_of_office
from extract.events.parts import LooseHours, Parts, standing_between
from extract.matching.leaping import compile_leaping
from extract.places.grammar.verbs import HELD_BEFORE

_LEAD: Final = 60
_KEEPS_OPEN: Final = compile_leaping(
    r"(?<![^\W_])(?:ouvr\w+|ouvert\w*|ferm\w+|visibles?|accessibles?|visit\w+|consult\w+|assur\w+|circul\w+|"
    r"pass\w+|rel(?:ie|ient|iera|ieront)|fonctionn\w+|autoris\w+|interdit\w*|r[ée]serv\w+)(?![^\W_])",
    re.IGNORECASE,
)
"""What is done by a thing that has its hours, whoever meets (`La ludothèque est ouverte de 14h à 18h`)."""
_ENDS_BETWEEN: Final = re.compile(
    rf"(?:\s(?:et|puis),?|\s?[;,])\s[^\d.;]{{0,60}}(?:{ENDS.pattern}|(?<![^\W_])(?:retour(?! sur)|jusqu)(?![^\W_]))"
    r"[^\d.;]{0,20}?(?=\d)",
    re.IGNORECASE,
)
_UNTIL: Final = "jusqu"
_BEGINS: Final = re.compile(
    r"(?<![^\W_])(?:d[ée]but\w*|commenc\w*|coup d['’]envoi)(?![^\W_])[^.;!?\d\n]{0,30}$", re.IGNORECASE
)
_OPENS: Final = re.compile(r"\W*(?:(?:[àa]|d[èe]s|vers|de|[àa] partir de)\s)?", re.IGNORECASE)
_LABEL: Final = re.compile(r"[^\W\d_][^\d.,;!?\n]*:?")
_MAY_LABEL: Final = ("paragraph", "heading", "item", "cell")
_LONGEST_LABEL: Final = 30
"""Characters of a line that is but a label over its value."""
_LONGEST_ENTRY: Final = 90
_HEAD: Final = 400
_OPEN_HOUSE: Final = re.compile(r"(?<![^\W_])portes?[ -]ouvertes?(?![^\W_])", re.IGNORECASE)
_OPENS_ITS_DOORS: Final = re.compile(
    r"(?<![^\W_])(?:ouvr\w+|ouverte?s?|accueill\w+)(?![^\W_])[^.;:!?\d]{0,50}$", re.IGNORECASE
)
"""What a house does for as long as people come on its open day: `La maison ouvre ses portes de 10h à 18h`."""
OF_EACH: Final = re.compile(
    r",?\s(?:(?:chaque|tous les|par)\sjours?|"
    r"(?:[àa]|pour|lors de|dans|sur|en)\s(?:chaque\s(?!fois|semaine|mois|ann[ée]e|trimestre)|chacune?\sdes?\s)"
    r"[^\W\d_]+)(?![^\W_])",
    re.IGNORECASE,
)
"""What says behind hours that they are those of each: `de 9h à 17h chaque jour`, `de 9h30 à 12h à chaque arrêt`."""
_HOUSE: Final = re.compile(r"\W*(?:l[ae]s?|nos|notre)\s(?:salles?|portes?|lieux?|locaux)(?![^\W_])", re.IGNORECASE)


def without_asides(parts: Parts) -> Parts:
    """The parts without the hours of something else than a meeting: `Le parking ferme à 20h`.

    A range of a subject that nothing is known of is the meeting's where it is the only one that the page tells, beside
    no day and apart from all (`Le temps de travail court de 18h à 19h30`).
    """
    told = [part for hours in parts.loose_hours for part in _split(parts, hours)]
    kinds = [(hours, "aside" if is_of_office(parts, hours) else kind_of(parts, hours)) for hours in told]
    kept = tuple(hours for hours, kind in kinds if kind not in ("aside", "foreign"))
    strange = tuple(h for h, kind in kinds if kind in ("aside", "foreign") and not is_of_office(parts, h))
    if not kept and not any(date.starts_at or date.ends_at for date in parts.dates if date.role == "event"):
        foreign = [hours for hours, kind in kinds if kind == "foreign" and _may_be_meeting(parts, hours)]
        foreign = foreign or [hours for hours, _ in kinds if _leads_to_days(parts, hours)]
        kept = tuple(foreign) if len({(hours.starts_at, hours.ends_at) for hours in foreign}) == 1 else ()
    return parts if kept == parts.loose_hours else replace(parts, loose_hours=kept, strange_hours=strange)


def _split(parts: Parts, hours: LooseHours) -> tuple[LooseHours, ...]:
    """Two hours of which a verb of the second says that the meeting ends, where the first is something else's.

    `Le repas sera servi à 12h et la journée s'achèvera à 16h30`.
    """
    joint = _ENDS_BETWEEN.search(parts.document.text, hours.start, hours.end) if hours.ends_at else None
    if joint is None or kind_of(parts, hours) != "aside":
        return (hours,)
    first = replace(hours, ends_at=None, end=joint.start())
    until = _UNTIL in joint.group()
    starts_at, ends_at = (None, hours.ends_at) if until else (hours.ends_at, None)
    return first, LooseHours(starts_at, ends_at, joint.end(), hours.end)


def _may_be_meeting(parts: Parts, hours: LooseHours) -> bool:
    """Whether hours of an unknown subject are a range, and not of a thing that is open, runs or is kept."""
    if hours.starts_at is None or hours.ends_at is None:
        return False
    start, end = parts.sentence_of(hours.start)
    text = parts.document.text
    if _HOUSE.match(text, start):
        return True
    return _KEEPS_OPEN.search(text, start, end) is None and THINGS.search(text, start, end) is None


def _leads_to_days(parts: Parts, hours: LooseHours) -> bool:
    """Whether a range stands in a line over days: `Permanences de 9h à 12h, sans rendez-vous` over their table."""
    block = parts.block_of(hours.start)
    if block is None or not hours.ends_at or is_of_office(parts, hours):
        return False
    below = next((d for d in parts.dates if d.where.start > block.end), None)
    if below is None or below.role != "event" or standing_between(parts.dates, block.start, block.end):
        return False
    between = parts.blocks_between(block.start, below.where.start)
    return all(line.kind == "cell" for line in between[:-1]) and block.kind != "cell"


def is_beginning(parts: Parts, hours: LooseHours) -> bool:
    """Whether an hour tells only when something begins, or people come: it ends when the others do."""
    if _BEGINS.search(parts.document.text, max(0, hours.start - _LEAD), hours.start):
        return True
    return kind_of(parts, hours) == "arrival"


def _label_over(parts: Parts, block: Block) -> str:
    """The short line or cell before a block that says what its hour is (`Ça finit` over `à 17 heures`), or nothing."""
    above = parts.block_above(block)
    if block.label or above is None or above.label or above.kind not in _MAY_LABEL or above.row != block.row:
        return ""
    if above.end - above.start > _LONGEST_LABEL:
        return ""
    return parts.document.words_of(above) if _LABEL.fullmatch(parts.document.text, above.start, above.end) else ""


def _without_places(parts: Parts, start: int, end: int) -> str:
    """The words before hours without those of houses: a `Foyer-restaurant` where people meet is no meal."""
    words = parts.document.text[start:end]
    for venue in standing_between(parts.venues, start, end):
        if venue.mode != "online" and venue.name and venue.where.end <= end:
            first, last = venue.where.start - start, venue.where.end - start
            words = words[:first] + "x" * (last - first) + words[last:]
    return words


def _is_below_day(parts: Parts, block: Block) -> bool:
    """Whether the line above a short one is nothing but the day of a meeting, as over an entry of an agenda."""
    above = parts.block_above(block) if block.end - block.start <= _LONGEST_ENTRY and block.kind != "cell" else None
    if above is None:
        return False
    days = standing_between(parts.dates, above.start, above.end)
    if len(days) != 1 or days[0].role != "event":
        return False
    return days[0].where.end >= above.end and days[0].where.start - above.start <= len("- Le ")


def kind_of(parts: Parts, hours: LooseHours) -> Kind:
    """What some hours are by their sentence; a page may be called after what else has hours (`Repas de quartier`)."""
    block = parts.block_of(hours.start)
    if block is None:
        return "bare"
    start, end = parts.sentence_of(hours.start)
    floor = min(start, parts.line_of(block)[0]) if start == block.start else start
    whole = hours.starts_at is not None and hours.ends_at is not None
    title, text = parts.document.title, parts.document.text
    opens = not whole and _OPENS.fullmatch(text, block.start, hours.start) is not None
    if opens and (label := _label_over(parts, block)):
        words, shift = f"{label} {text[block.start : end]}", len(label) + 1 - block.start
        span = hours.start + shift, hours.end + shift
        above = parts.block_above(block)
        called = f"{title} {label}" if above is not None and _is_below_day(parts, above) else title
        kind = read_kind(words, span, (0, len(words)), fold_title(called), whole=whole)
        return "bare" if kind == "foreign" else kind
    kind = read_kind(text, (hours.start, hours.end), (floor, end), fold_title(title), whole=whole)
    is_meal = kind == "aside" and start == block.start and MEALS.search(text, start, hours.start) is not None
    if is_meal and _is_below_day(parts, block):
        named = fold_title(f"{title} {text[block.start : hours.start]}")  # `Repas solidaire, 12h` is the entry's name
        kind = read_kind(text, (hours.start, hours.end), (floor, end), named, whole=whole)
    if whole and kind == "aside" and (blank := _without_places(parts, floor, hours.start)) != text[floor : hours.start]:
        words, span = blank + text[hours.start : end], (hours.start - floor, hours.end - floor)
        kind = read_kind(words, span, (0, len(words)), fold_title(title), whole=whole)
    if whole and kind in ("foreign", "aside", "arrival") and _OPEN_HOUSE.search(parts.document.text, 0, _HEAD):
        open_then = _OPENS_ITS_DOORS.search(parts.document.text, max(start, hours.start - _LEAD), hours.start)
        kind = "held" if open_then is not None else kind
    if whole and kind in ("foreign", "aside") and OF_EACH.match(text, hours.end, end) is not None:
        return "held"  # `nos conseillères vous reçoivent de 9h30 à 12h à chaque arrêt`
    if kind == "foreign" and HELD_BEFORE.search(parts.document.text, max(start, hours.start - _LEAD), hours.start):
        return "held"
    return "held" if whole and kind in {"start", "end"} else kind
