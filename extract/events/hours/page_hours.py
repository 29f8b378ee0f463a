"""Hours that the page says once for several days, on a line of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import Final

from extract.dates.cues import EVENT_WORDS
from extract.document import Block
from extract.events.hours.closing_hours import (
    closes,
    find_close_behind,
    with_closing,
    with_end_of_others,
    with_ends,
)
from extract.events.hours.course import find_beginning, find_course, find_run, is_mere_welcome
from extract.events.hours.excepted_sitting import find_moved, with_exceptions
from extract.events.hours.first_and_last import find_first_and_last
from extract.events.hours.half_hours import give_half_of_day, join_halves, join_own_half, lead_of
from extract.events.hours.hours_above import find_hours_above
from extract.events.hours.hours_at_end import pass_on_hours, share_hours_ahead, share_hours_at_end
from extract.events.hours.hours_of_all import give_hours_ahead, give_hours_alike, is_of_all, with_hours
from extract.events.hours.kinds import is_beginning, kind_of
from extract.events.hours.left_hours import give_left_hours
from extract.events.hours.limited_days import give_limited_halves
from extract.events.hours.list_hours import find_hours_of_lists
from extract.events.hours.next_hours import find_own_hours
from extract.events.hours.own_entries import find_hours_of_entries, give_told_in_entries, with_only_hour
from extract.events.hours.report_hours import is_of_former, of_minutes_only
from extract.events.hours.same_hours import give_hours_said_same, give_same_hours
from extract.events.hours.same_sentence import give_hours_of_sentence, give_second_half
from extract.events.hours.statements import give_stated_hours, with_stated
from extract.events.hours.untold_hours import without_untold_hours
from extract.events.hours.whose_hours import without_hours_of_others
from extract.events.line_heads import find_head
from extract.events.parts import LooseHours, Parts, standing_between
from extract.events.sittings import Sitting, is_after_next, is_next
from extract.places.grammar.verbs import HELD_BEFORE
from extract.records import DateReading

_OPENING: Final = re.compile(
    r"(?:accueil|d[ée]but|(?:on|nous) (?:se|nous) (?:retrouv|rejoi|donn|voi)\w+|"
    rf"(?:{EVENT_WORDS}|c[ée]r[ée]monie|f[êe]te|travaux|[ée]changes|diagnostic)(?: \w+){{0,2}},? "
    r"(?:(?:est|sont|sera|seront|a|ont|s['’]est) )?(?:[ée]t[ée] |fut )?ouverte?s?(?![^\W_])|"
    r"(?:^|[.!?]\s)ouverte?s?\s(?:[àa]|d[èe]s)|"
    r"rendez-vous|rdv|ouverture|attendue?s?|soyez l[àa]|[àa] partir de|dès|"
    r"(?:s['’])?ouvr(?:e|ent|ira|iront|ait)(?! (?:ses|leurs) portes)|"
    r"commenc\w*|d[ée]marr\w*|horaires?|départ|(?<![^\W_])part(?:ent|ira|iront|ie?s?)?(?![^\W_])|"
    r"(?:ont|auront) lieu|se ti(?:ennent|endront)|se d[ée]roul(?:ent|eront)|se r[ée]uni(?:ssent|ront)|"
    r"toujours|partout|chaque|[àa] chaque fois|tous|toutes)[^.\n]{0,30}$|"
    r"(?:^|\n)\W*(?:les\s)?(?:s[ée]ances|rencontres|projections|ateliers|r[ée]unions|visites|conf[ée]rences|spectacles)\s"
    r"(?:[àa]|d[èe]s)\s$",
    re.IGNORECASE,
)


_ALL: Final = re.compile(r"\n.*(?:horaires?|heures|en présentiel|à chaque|chaque|toutes?|tous)", re.IGNORECASE)
_FOR_ALL: Final = re.compile(r"(?:horaires?(?: \w+){0,3}|en présentiel)\s?:\s*$", re.IGNORECASE)
# Hours kept to week after week: `le jeudi à 14h30`, `chaque mardi soir à 18h`.
_HABIT: Final = re.compile(
    r"(?<![^\W_])(?:les?|chaque|tous les|une?)\s(?:(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?)(?:\ssur deux)?"
    r"(?:\s(?:matin|soir|midi|apr[èe]s-midi)s?)?,?\s(?:[àa]|d[èe]s)\s$",
    re.IGNORECASE,
)


_BESIDE: Final = 12
_JOINS: Final = re.compile(r"(?:\s(?:pile|pr[ée]cises?|tapantes?))?\s?,?\s?(?:\()?", re.IGNORECASE)
_HEAD: Final = re.compile(r"\W*(?:les?\s)?", re.IGNORECASE)
_LINES_BELOW: Final = 4
_ARRIVES: Final = re.compile(r"arriv[ée]\w*[^.;!?\n]{0,40}d[ée]part[^.;!?\n]{0,30}$", re.IGNORECASE)


_LABEL_OF_HOURS: Final = re.compile(r"\W*(?:horaires?|heures)\s?:", re.IGNORECASE)
"""What a line begins with that tells the hours of all days, wherever the days stand."""
_BEGINS_LATER: Final = re.compile(
    r"(?<![^\W_])(?:d[ée]but\w*|commen[cç]\w*|d[ée]marr\w+)[^.;!?\d\n]{0,30}\d{1,2}\s?(?:h|heures)\s?\d{0,2}\W*$",
    re.IGNORECASE,
)
_SET_OFF: Final = re.compile(r"(?:,|\s[–—|•-])\s(?:[àa]\s|d[èe]s\s)?$", re.IGNORECASE)
_HEAD_OF_HOUR: Final = re.compile(r"\W*(?:à|dès)?\W*", re.IGNORECASE)
_NEXT: Final = 10
"""Characters between an hour and the place that follows on it, at most."""
_CELEBRATED: Final = re.compile(r"\W*cl[ôo]ture\s(?:et|avec|en|festive|officielle|conviviale)\s", re.IGNORECASE)
_LONGEST_LIST: Final = 30
_COMES: Final = re.compile(r"(?:accueil|arriv|bus|navette|train|d[ée]part)[^.\n]{0,30}$", re.IGNORECASE)


_TOLD_ALREADY: Final = frozenset(("hours_of_numbered_line", "hours_of_programme"))
"""Sittings whose own lines told their hours: `10h : session 1` below `Jeudi 21` is a step of that day."""


def give_page_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings with the hours that the page gives them together, or to those of a scope.

    Hours beside no day hold for all days when no day has hours of its own; hours on the line after the last day hold
    for the days above it, and `même horaire` for the days before it in its paragraph. Those told behind the day of
    another meeting are its own.
    """
    given = give_told_in_entries(parts, _give_in_scopes(parts, sittings))
    return without_untold_hours(parts, sittings, given)


def _give_in_scopes(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    listed = find_hours_of_lists(parts, sittings)
    told = {} if listed else find_hours_of_entries(parts, sittings)
    owned = listed or {**told, **find_own_hours(parts, sittings)}
    if not owned or len(owned) == len(sittings):
        return _give_page_hours(parts, sittings)
    page = replace(parts.page, kind="announcement")
    own: dict[int, Sitting] = {}
    for hours in dict.fromkeys(owned.values()):
        beside = [index for index in owned if owned[index] == hours]  # days of one sentence are read together
        alone = replace(parts, page=page, loose_hours=hours)
        several = [sittings[index] for index in beside]
        own |= zip(beside, several if beside[0] in listed else _give_page_hours(alone, several), strict=True)
    own = {n: with_only_hour(parts, s, told[n]) if n in told else s for n, s in own.items()}
    taken = {hours for of in owned.values() for hours in of}
    left = replace(parts, loose_hours=tuple(hours for hours in parts.loose_hours if hours not in taken))
    given = iter(_give_page_hours(left, [s for index, s in enumerate(sittings) if index not in own]))
    whole = [own[index] if index in own else next(given) for index in range(len(sittings))]
    return give_same_hours(parts, give_hours_said_same(parts, whole))


def _give_page_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    sittings = join_own_half(parts, with_exceptions(parts, give_hours_said_same(parts, sittings)))
    sittings = pass_on_hours(parts, sittings)
    sittings = share_hours_ahead(parts, share_hours_at_end(parts, sittings))
    begins = {h.starts_at for h in parts.loose_hours if not h.ends_at and is_beginning(parts, h)}
    whole_parts = parts
    parts, sittings, stated = give_stated_hours(without_hours_of_others(parts, sittings), sittings)
    stated = {n: told for n, told in stated.items() if _TOLD_ALREADY.isdisjoint(sittings[n].date.flags)}
    whole = {n: with_stated(sittings[n], told, begins) for n, told in stated.items() if told[0] and told[1]}
    apart = {**find_moved(parts, sittings), **whole}
    shared = _give_shared_hours(parts, [s for index, s in enumerate(sittings) if index not in apart])
    apart = {n: with_end_of_others(s, shared) if s.date.starts_at in begins else s for n, s in apart.items()}
    others = [s for s in shared if not _only_begins(s)]
    shared = [with_end_of_others(s, others) if _only_begins(s) else s for s in shared]
    given = iter(shared)
    sittings = [apart[index] if index in apart else next(given) for index in range(len(sittings))]
    sittings = [
        with_stated(s, stated[n], begins) if n in stated and n not in apart else s for n, s in enumerate(sittings)
    ]
    sittings = [
        with_end_of_others(s, sittings[:n] + sittings[n + 1 :]) if n in stated and s.date.starts_at in begins else s
        for n, s in enumerate(sittings)
    ]
    return give_limited_halves(whole_parts, give_left_hours(parts, give_same_hours(parts, sittings)))


def _only_begins(sitting: Sitting) -> bool:
    """Whether the line of a day says that it begins at another hour: `23 mai (ce jour-là nous commençons à 9h15)`."""
    date = sitting.date
    return date.starts_at is not None and date.ends_at is None and _BEGINS_LATER.search(date.text) is not None


def _give_shared_hours(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    sittings = give_second_half(parts, give_hours_of_sentence(parts, sittings))
    sittings = give_half_of_day(parts, sittings)
    sittings = _with_hours_of_list(parts, sittings)
    sittings = _with_hours_below(parts, give_hours_ahead(parts, sittings))
    return with_closing(parts, of_minutes_only(parts, sittings, _with_starts(parts, sittings)))


def _with_hours_of_list(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """Days in the lines of a list, with the only hours of the line that leads to it (`Cafés (de 9h à 11h)`)."""
    above = [hours for sitting in sittings if (hours := find_hours_above(sitting.date)) is not None]
    lists = [(h, _list_below(parts, h)) for h in (*above, *parts.loose_hours) if h.starts_at and h.ends_at]
    given = []
    for sitting in sittings:
        start = sitting.date.where.start
        above = [h for h, (first, last) in lists if first <= start < last]
        given.append(with_hours(sitting, above[0].starts_at, above[0].ends_at) if len(above) == 1 else sitting)
    return given


def _list_below(parts: Parts, hours: LooseHours) -> tuple[int, int]:
    """Where the list begins and ends that the line of some hours leads to: items, or lines that begin with a day."""
    following = parts.blocks_after(hours.start, _LONGEST_LIST)
    own = parts.block_of(hours.start)
    if own is not None and own.kind == "item" and _opens_with_day(parts, own):
        return 0, 0  # one of the list
    items = list(takewhile(lambda block: block.kind == "item", following))
    if not items:
        line = parts.block_of(hours.start)
        if line is not None and _opens_with_day(parts, line):
            return 0, 0  # `2 avril : on se retrouve à 9h. Fin vers midi` leads to no other day
        leads = line is not None and parts.ends_with_colon(line)
        items = list(takewhile(lambda b: _begins_with_day(parts, b) or (leads and _is_headed(parts, b)), following))
        items = items if len(items) > 1 else []  # else days and what takes place on them take turns
    return (items[0].start, items[-1].end) if items else (0, 0)


def _is_headed(parts: Parts, block: Block) -> bool:
    """Whether a line tells a day behind a head that is set off: `Liévin, hôtel de ville : mardi 5 mars`."""
    inside = [d for d in standing_between(parts.dates, block.start, block.end) if d.precision == "day"]
    return len(inside) == 1 and find_head(parts, inside[0]) is not None


def _begins_with_day(parts: Parts, block: Block) -> bool:
    """Whether a line of running text opens with a day: `mardi 4 mai`."""
    return block.kind == "paragraph" and _opens_with_day(parts, block)


def _opens_with_day(parts: Parts, block: Block) -> bool:
    inside = standing_between(parts.dates, block.start, block.end)
    head = parts.document.text[block.start : inside[0].where.start] if inside else "x"
    return inside != [] and inside[0].precision == "day" and _HEAD.fullmatch(head) is not None


def _with_hours_below(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """Days that each have one hour on the lines below them, before the next day (`Hirson` / `Marché, 10h`)."""
    days = (date.where.start for date in parts.dates if date.role == "event" and date.precision == "day")
    edges = sorted({*days, *(date.where.start for sitting in sittings for date in sitting.mentions)})
    below = {sitting.first: _hour_below(parts, sitting, edges) for sitting in sittings if not sitting.date.starts_at}
    starts = {s.mentions[0].where.start for s in sittings if below.get(s.first) is not None}  # days of one list are one
    told = len(starts) + len(sittings) - len(below)
    blocks = [parts.block_of(start) for start in edges]
    headed = any(is_of_all(parts, hours) for hours in parts.loose_hours) and all(
        block is not None and block.kind == "heading" for block in blocks
    )
    if (told < 2 and not headed) or not any(below.values()):
        return sittings
    return [
        with_hours(s, hours.starts_at, hours.ends_at) if (hours := below.get(s.first)) is not None else s
        for s in sittings
    ]


def _hour_below(parts: Parts, sitting: Sitting, edges: list[int]) -> LooseHours | None:
    """The only hour on the few lines below a day that is told once."""
    if len(sitting.mentions) != 1:
        return None
    start = sitting.mentions[0].where.start
    lines = parts.blocks_after(start, _LINES_BELOW)
    last = lines[-1] if lines else parts.block_of(start)  # the last day of a page has but its own line
    bottom = last.end if last is not None else start
    end = min([edge for edge in edges if edge > start], default=bottom)
    end = min(end, bottom)
    inside = [h for h in parts.loose_hours if start < h.start < end and not is_of_all(parts, h)]
    hours = [h for h in inside if not closes(parts, h) or _is_celebrated(parts, h)]
    return hours[0] if len(hours) == 1 and edges.count(start) == 1 and hours[0].starts_at else None


def _is_celebrated(parts: Parts, hours: LooseHours) -> bool:
    """Whether an hour is that of an end to which people come: `Clôture et remise des prix à 16h`."""
    start, _ = parts.sentence_of(hours.start)
    return hours.ends_at is None and _CELEBRATED.match(parts.document.text, start, hours.start) is not None


def _with_starts(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings with hours that are told once for all of them."""
    timed = [sitting for sitting in sittings if sitting.date.starts_at or sitting.date.ends_at]
    if len({(s.date.starts_at, s.date.ends_at) for s in timed}) == 1 and any(_is_shared(s, sittings) for s in timed):
        first = timed[0]
        opening = min(sittings, key=lambda s: s.date.where.start)  # `Prochaines sessions :` is next to nothing
        others = not is_next(parts, opening)
        given = [
            s
            if (others and is_next(parts, s)) or (s is not opening and is_after_next(parts, s))
            else with_hours(s, first.date.starts_at, first.date.ends_at)
            for s in sittings
        ]
        return with_ends(parts, given)
    if timed:
        given = _with_line_below(parts, give_hours_alike(parts, sittings))
        period = _period_with_hours(parts, [s for s in given if not s.date.starts_at])
        given = [with_hours(s, period.starts_at, period.ends_at) for s in given] if period is not None else given
        return with_ends(parts, given)
    if (period := _period_with_hours(parts, sittings)) is not None:
        return [with_hours(s, period.starts_at, period.ends_at) for s in sittings]
    if (outer := find_first_and_last(parts)) is not None:
        return [with_hours(s, *outer) for s in sittings]
    ranges = join_halves(parts, list(parts.loose_hours))
    if len(parts.loose_hours) > len(ranges):
        ranges = [h for h in ranges if not is_mere_welcome(parts, h)]
    if (begun := find_beginning(parts, ranges, sittings)) is not None:
        return [with_hours(s, *begun) for s in sittings]
    kinds = {h: kind_of(parts, h) for h in parts.loose_hours} if not ranges else {}
    later = [h for h, kind in kinds.items() if kind not in {"arrival", "end"} and h.starts_at]
    coming = later or parts.loose_hours  # doors open when it begins, where no other hour is told
    starting = [h for h, kind in kinds.items() if kind == "start" and h.starts_at]
    hours = (
        ranges
        or (starting if len({h.starts_at for h in starting}) == 1 else [])
        or [
            h
            for h in coming
            if (_OPENING.search(lead_of(parts, h)) and not _ARRIVES.search(lead_of(parts, h)))
            or _HABIT.search(lead_of(parts, h))
            or _leads_to_days(parts, h, sittings)
        ]
    )
    hours = hours or [h for h in coming if HELD_BEFORE.search(lead_of(parts, h))] or _alone_on_line(parts)
    hours = hours or [h for h in coming if kinds.get(h) != "foreign" and _is_at_house(parts, h)]
    told_once = len({(h.starts_at, h.ends_at) for h in hours}) == 1
    run = find_run(parts, sittings)
    if told_once and not (run is not None and len(ranges) == 1 and run == (ranges[0].starts_at, None)):
        run = None  # else the range is but the first part
    if (course := find_course(parts, hours, sittings) or run) is not None:
        return [with_hours(s, *course) for s in sittings]
    if not told_once:
        return sittings
    ends_at = hours[0].ends_at or find_close_behind(parts, hours[0])
    return [s if is_of_former(parts, hours[0], s) else with_hours(s, hours[0].starts_at, ends_at) for s in sittings]


def _is_at_house(parts: Parts, hours: LooseHours) -> bool:
    """Whether a house stands right behind an hour: `On étudie les demandes à 18 heures pile, au centre`."""
    behind = standing_between(parts.venues, hours.end, hours.end + _BESIDE)
    between = parts.document.text[hours.end : behind[0].where.start] if behind else "."
    return _JOINS.fullmatch(between) is not None and behind[0].mode != "online" and behind[0].name is not None


def _leads_to_days(parts: Parts, hours: LooseHours, sittings: list[Sitting]) -> bool:
    """Whether an hour stands in a line that leads to several days: `Trois soirées, à 18h :`."""
    block = parts.block_of(hours.start)
    below = [s for s in sittings if block is not None and s.date.where.start >= block.end]
    return block is not None and len(below) > 1 and parts.ends_with_colon(block)


def _alone_on_line(parts: Parts) -> list[LooseHours]:
    """The only hour of a page, where its line begins with it (`À 18 h 30 – salle des mariages`) or ends so, set off."""
    if len(parts.loose_hours) != 1:
        return []
    hours = parts.loose_hours[0]
    block = parts.block_of(hours.start)
    sentence = parts.sentence_of(hours.start)[0]
    if (
        block is not None
        and sentence > block.start
        and _HEAD_OF_HOUR.fullmatch(parts.document.text, sentence, hours.start)
    ):
        return [hours] if standing_between(parts.venues, hours.end, hours.end + _NEXT) else []
    head = parts.document.text[block.start : hours.start] if block is not None else "x"
    ends = block is not None and not parts.document.text[hours.end : block.end].strip(" .")
    set_off = ends and _SET_OFF.search(head) is not None
    return [hours] if set_off or _HEAD_OF_HOUR.fullmatch(head) else []


def _period_with_hours(parts: Parts, sittings: list[Sitting]) -> DateReading | None:
    """The month told with hours above its days: `cinq rencontres en octobre, à chaque fois de 14h à 17h`."""
    timed = [
        d
        for d in parts.dates
        if d.role == "event" and d.precision in ("month", "season", "semester", "period") and d.starts_at and d.ends_at
    ]
    spans = [d for d in timed if all(d.first_day <= s.first <= s.last <= d.last_day for s in sittings)]
    return spans[0] if len(spans) == 1 else None


def _with_line_below(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """Hours under a label of their own, or on a line below the last day, for the days that have none of their own."""
    labelled = [h for h in parts.loose_hours if h.ends_at and _is_labelled(parts, h)]
    if len({(h.starts_at, h.ends_at) for h in labelled}) == 1:
        return [with_hours(s, labelled[0].starts_at, labelled[0].ends_at) for s in sittings]
    last = max((d for s in sittings for d in s.mentions), key=lambda d: d.where.start)
    if "\n" not in last.text or not last.ends_at or not _ALL.search(last.text):
        return sittings
    return [with_hours(s, last.starts_at, last.ends_at) for s in sittings]


def _is_labelled(parts: Parts, hours: LooseHours) -> bool:
    """Whether some hours stand under the label of those of all days, as a line or as the value of a field."""
    block = parts.block_of(hours.start)
    if block is not None and block.kind == "field" and not parts.document.text[block.start : hours.start].strip(" de"):
        return _FOR_ALL.fullmatch(f"{block.label}:") is not None
    return _FOR_ALL.search(lead_of(parts, hours)) is not None


def _is_shared(timed: Sitting, sittings: list[Sitting]) -> bool:
    """Whether hours on a line of their own, after the last day or before the first, are meant for all days."""
    places = [date.where.start for s in sittings for date in s.mentions if "envelope" not in date.flags]
    _, line, below = timed.date.text.rpartition("\n")
    labelled = _LABEL_OF_HOURS.match(below) is not None
    return line != "" and (labelled or any(d.where.start in (min(places), max(places)) for d in timed.mentions))
