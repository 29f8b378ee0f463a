"""Hours at either end of several days in a sentence: `le 3 mars à Lens et le 5 avril à Douai, de 9h à 12h`.

They stand beside the last day only, or the first. Set off from the last one by a mark, or said of all (`dans les deux
cas`), a range that ends the sentence is told of all its days, where no other hour stands in it. One that leads to a
list of days is told of the whole list (`de 9h à 12h, les 29 mars, 5 et 12 avril`), whatever else the page tells.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extract.events.hours.hours_of_all import with_hours
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting

_HOUR: Final = r"\d{1,2}\s?(?:[hH]|:|heures)"
_FIRST_HOUR: Final = re.compile(rf"{_HOUR}|\d{{1,2}}(?=\s?(?:-|–|à|et)\s?{_HOUR})")
_SET_OFF: Final = re.compile(r"(?:[,;:(–-])\s*(?:toujours\s|chaque fois\s)?(?:de\s|entre\s|d[èe]s\s)?$", re.IGNORECASE)
_OF_ALL: Final = re.compile(
    r"[\s,(]*(?:(?:dans|pour|[àa]|lors de)\s)?(?:(?:tous|toutes)\s)?(?:les|chaque|chacune?)"
    r"(?:\s(?:deux|trois|quatre|cinq|six))?(?:\s(?:cas|fois|villes?|lieux|dates?|jours?|s[ée]ances?|sites?|[ée]tapes?))?"
    r"[\s)!.]*$",
    re.IGNORECASE,
)
_LED_BY: Final = rf"{_HOUR}?[\d\s]*(?:-|–|à|/|et|jusqu['’]à)\s?{_HOUR}\s?(?:\d\d)?\s?"
_LEADS: Final = re.compile(rf"{_LED_BY}[,:(–-]?\s", re.IGNORECASE)
"""What a date begins with that hours lead to: `9h à 12h, les 29 mars`."""
_LEADS_TO_ALL: Final = re.compile(rf"{_LED_BY}:\s", re.IGNORECASE)
"""Hours that lead to all days of their sentence: `9h à 12h : 5 et 12 octobre à Hazebrouck, 19 octobre à Bailleul`."""
_LISTED: Final = re.compile(r"\s?(?:,|et|ou|puis|&|;)\s(?:(?:et|puis)\s)?(?:les?\s)?(?:[^\W\d_]+di\s)?", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    r"(?<![^\W_])(?:se\s|s['’])?(?:poursui|continu|prolong|ach[eè]v|termin|cl[ôo]t|conclu|repren)\w*\s(?:le\s)?$",
    re.IGNORECASE,
)
"""A further verb of one subject between two days: `débute le 6 mars à Lens, se poursuit le`."""
_EACH_TIME: Final = re.compile(
    r"(?<![^\W_])(?:chaque fois|toujours|le tout|chacune?|tou(?:te)?s(?: deux)?|"
    r"(?:tou(?:te)?s )?les (?:deux|trois|quatre|cinq|six)"
    r"(?: (?:cas|fois|villes?|lieux|dates?|jours?|s[ée]ances?|sites?))?)\s(?:de\s|entre\s|d[èe]s\s|[àa]\s)?$",
    re.IGNORECASE,
)
_COUNTS: Final = re.compile(
    r"(?<![^\W_])(?:(?:premi|derni|deuxi|troisi|quatri)[èe](?:re?|me)|seconde?|[1-9](?:er|re|[eè](?:me)?)|"
    r"[^\W\d_]{5,}\s(?:n°\s?)?[1-9A-D])(?![^\W_])[^.;]{0,60}?(?:les?\s|du\s|[,:(–-]\s?)?$",
    re.IGNORECASE,
)
"""What counts the entries that days are told of: `Première session les 6 et 7 mars, seconde session les`."""
_FEWEST: Final = 2


def share_hours_at_end(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The days without hours of a sentence, with those that end it behind its last day."""
    timed = [s for s in sittings if s.date.starts_at and len(s.mentions) == 1 and s.is_day]
    if not timed or len(timed) == len(sittings):
        return sittings
    for last in timed:
        start, end = parts.sentence_of(last.date.where.start)
        beside = [s for s in sittings if any(start <= d.where.start < end for d in s.mentions)]
        if len(beside) >= _FEWEST and _are_shared(parts, last, beside, end):
            given = {id(s) for s in beside}
            hours = last.date.starts_at, last.date.ends_at
            sittings = [with_hours(s, *hours) if id(s) in given else s for s in sittings]
    return sittings


def pass_on_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The new day of an exchange with the hours behind the old one: `le 11 mai et non le 4 mai, de 9h à 12h`."""
    given: dict[int, Sitting] = {}
    for old in sittings:
        if old.status != "postponed" or not old.date.starts_at:
            continue
        start, _ = parts.sentence_of(old.date.where.start)
        before = [s for s in sittings if start <= s.date.where.start < old.date.where.start]
        if len(before) == 1 and before[0].status == "announced" and not before[0].date.starts_at:
            given[id(before[0])] = with_hours(before[0], old.date.starts_at, old.date.ends_at)
            given[id(old)] = replace(old, date=replace(old.date, starts_at=None, ends_at=None))
    return [given.get(id(sitting), sitting) for sitting in sittings]


def share_hours_ahead(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The days without hours of a list, with the range that leads to its first day."""
    led = [s for s in sittings if s.date.ends_at and s.is_day and _LEADS.match(s.date.text)]
    led = [s for s in led if len(s.mentions) == 1 or _LEADS_TO_ALL.match(s.date.text)]
    for first in led if len(led) < len(sittings) else ():
        last = _end_of_list(parts, first)
        start, hours = first.date.where.end, (first.date.starts_at, first.date.ends_at)
        sittings = [with_hours(s, *hours) if start <= s.date.where.start < last else s for s in sittings]
    return sittings


def _end_of_list(parts: Parts, first: Sitting) -> int:
    """Where the list of days ends that a day opens; places stand between its days where a colon leads to it."""
    end = first.date.where.end
    _, limit = parts.sentence_of(first.date.where.start)
    leads = _LEADS_TO_ALL.match(first.date.text) is not None
    for date in standing_between(parts.dates, end, limit):
        if date.where.start < end:
            continue  # one of two that one month ends
        if date.role != "event" or not (leads or _LISTED.fullmatch(parts.document.text, end, date.where.start)):
            break
        end = date.where.end
    return end


def _are_shared(parts: Parts, last: Sitting, beside: list[Sitting], end: int) -> bool:
    """Whether the hours of the last of some sittings of one sentence are told of all of them."""
    text, end_of_day = parts.document.text, last.date.where.end
    date = min((s.date for s in beside if s.date.where.end == end_of_day), key=lambda day: day.where.start)
    others = [s for s in beside if s.date.where.end != end_of_day]
    if any(s.date.starts_at or len(s.mentions) != 1 or s.date.where.start >= date.where.start for s in others):
        return False
    if any(s.status != "announced" for s in beside):
        return False
    first = _FIRST_HOUR.search(date.text)
    if first is None or "\n" in date.text:
        return False
    if _OF_ALL.match(text, date.where.end, end):
        return True
    if _EACH_TIME.search(text, date.where.start, date.where.start + first.start()):
        return True
    is_set_off = last.date.ends_at and _SET_OFF.search(date.text, 0, first.start())
    if not is_set_off or text[date.where.end : end].strip(" .!)"):
        return False
    starts = sorted({date.where.start, *(s.date.where.start for s in others)})
    if all(_COUNTS.search(text, low, high) for low, high in pairwise(starts)):
        return True
    edges = [*(s.date.where.start for s in others), date.where.start, date.where.start + first.start()]
    venues = standing_between(parts.venues, parts.sentence_of(date.where.start)[0], edges[-1])
    return all(
        any(v.where.start < high and v.where.end > low for v in venues) or _GOES_ON.search(text, low, high) is not None
        for low, high in pairwise(edges)
    )
