"""Hours said of several sittings at once, above or behind: `Quatre ateliers, de 18h à 20h`, `Toujours à 9h`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.dates.lexicon import WEEKDAY_NAME
from extract.events.hours.half_hours import lead_of
from extract.events.hours.kinds import OF_EACH, kind_of
from extract.events.parts import LooseHours, Parts, standing_between
from extract.events.sittings import Sitting

_SEVERAL: Final = re.compile(
    r"(?<![^\W_])(?:chaque|toutes les|tous les|les|ces|nos|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2})\s"
    r"(?:\w+\s){0,2}?"
    r"(?:ateliers?|s[ée]ances?|modules?|rencontres?|sessions?|journ[ée]es?|matin[ée]es?|soir[ée]es?|webinaires?|"
    r"r[ée]unions?|rendez-vous|conf[ée]rences?|formations?|[ée]tapes?|temps|demi-journ[ée]es?|cas|"
    rf"(?:{WEEKDAY_NAME})s)(?![^\W_])|"
    r"(?<![^\W_])(?:par|du|chaque|de chaque) (?:mois|semaine|trimestre)(?![^\W_])",
    re.IGNORECASE,
)
_OF_ALL: Final = re.compile(
    r"\W*(?:pour |[àa] |lors de )?(?:toutes (?:les|nos|ces)|tous (?:les|nos|ces)|chaque|l['’]ensemble des|"
    r"chacune? (?:des|de nos)|nos)\s(?:\w+\s){0,2}?"
    r"(?:ateliers?|s[ée]ances?|modules?|rencontres?|sessions?|journ[ée]es?|matin[ée]es?|soir[ée]es?|webinaires?|"
    r"r[ée]unions?|rendez-vous|conf[ée]rences?|formations?|[ée]tapes?|visites?|dates?|apr[èe]s-midis?|villes?|lieux|sites?|"
    r"rdv|cours|permanences?|caf[ée]s?|demi-journ[ée]es?|comit[ée]s?|sorties?)(?![^\W_])",
    re.IGNORECASE,
)
_BEGINS: Final = ("start", "held")
_ALIKE: Final = re.compile(r"(?<![^\W_])(?:toujours|(?:[àa] )?chaque fois)\s(?:(?:de|[àa]|d[èe]s)\s)?$", re.IGNORECASE)
_HALF: Final = re.compile(r"[\s(,:–-]*(?:le |en )?(?:matin|apr[èe]s-midi|soir)", re.IGNORECASE)


def give_hours_ahead(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """Days without hours, with those told above all days for each of several (`Quatre ateliers, de 18h à 20h`).

    What is told of all (`Toutes les rencontres ont lieu de 9h à 16h`) may stand anywhere.
    """
    first = min((date.where.start for s in sittings for date in s.mentions), default=0)
    ranges = [h for h in parts.loose_hours if h.starts_at and h.ends_at]
    starts = [h for h in parts.loose_hours if h.starts_at and not ranges and kind_of(parts, h) in _BEGINS]
    told = [h for h in ranges or starts if is_of_all(parts, h) or (h.end <= first and is_of_several(parts, h))]
    if len(sittings) < 2 or len({(h.starts_at, h.ends_at) for h in told}) != 1:
        return sittings
    return [s if is_half_day(parts, s) else with_hours(s, told[0].starts_at, told[0].ends_at) for s in sittings]


def is_of_all(parts: Parts, hours: LooseHours) -> bool:
    """Whether the sentence of some hours opens with all sittings, or each, and tells no day."""
    start, end = parts.sentence_of(hours.start)
    if _OF_ALL.match(parts.document.text, start, hours.start) is None:
        return False
    return not standing_between(parts.dates, start, end)


def is_of_several(parts: Parts, hours: LooseHours) -> bool:
    """Whether the sentence of some hours tells before them of several sittings, or of each, or that it is always so."""
    start, _ = parts.sentence_of(hours.start)
    if _ALIKE.search(parts.document.text, start, hours.start):
        return True
    if OF_EACH.match(parts.document.text, hours.end):
        return True
    return _SEVERAL.search(parts.document.text, start, hours.start) is not None


def give_hours_alike(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The days of a paragraph with the hours at its end that are said to be always the same: `Toujours de 9h à 16h`."""
    for hours in parts.loose_hours:
        block = parts.block_of(hours.start)
        if block is not None and hours.ends_at and _ALIKE.search(lead_of(parts, hours)):
            sittings = [
                with_hours(s, hours.starts_at, hours.ends_at)
                if any(block.start <= d.where.start < hours.start for d in s.mentions)
                else s
                for s in sittings
            ]
    return sittings


def is_half_day(parts: Parts, sitting: Sitting) -> bool:
    """Whether a day is only half of one: `18 mai (matin)`."""
    return _HALF.match(parts.document.text, sitting.date.where.end) is not None


def with_hours(sitting: Sitting, starts_at: str | None, ends_at: str | None) -> Sitting:
    """A sitting of one day with some hours as `HH:MM`; as it is where it has its own."""
    if not sitting.is_day or sitting.date.starts_at or "hours_at_its_ends" in sitting.date.flags:
        return sitting
    flags = (*sitting.date.flags, "hours_of_page")
    ends_at = sitting.date.ends_at or ends_at  # `vendredi 17 (fermeture à 13h)`
    return replace(sitting, date=replace(sitting.date, starts_at=starts_at, ends_at=ends_at, flags=flags))
