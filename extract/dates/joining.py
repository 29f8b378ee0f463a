"""Expressions that belong together: lists and ranges over months, a year shared by a list, hours and their days."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from extract.dates.ahead import give_way, is_of_house, is_opening_time
from extract.dates.counted_days import COUNTED, may_count
from extract.dates.cues import ACT_OR_LAW
from extract.dates.expressions import Day, Every, Group, Hours, Link, Period, Run
from extract.dates.former_hours import behind_move, is_former
from extract.dates.founding import is_founding
from extract.dates.grammar import HOURS_AFTER, HOURS_BEFORE, LIST_GAP, RANGE_GAP
from extract.dates.lexicon import lower_case
from extract.dates.parsing import Expression
from extract.dates.sides import do_days_lead, give_leading_hours, is_below, is_told_of_both, share_ahead, stands_behind
from extract.dates.timetable import (
    are_alike,
    behind_welcome,
    closes,
    is_behind_former,
    is_excepted,
    is_first_half,
    is_meanwhile,
    is_of_last_day,
    is_of_thing,
    prolongs,
    starts_after_welcome,
)
from extract.dates.tokens import Tokens

_HOURS_GAP: Final = re.compile(r"-|[(,]?[dapl]*")
_RIGHT_AFTER: Final = re.compile(r"r?(?:-|[(,:>]*[dapl]*)")
_NEXT_LINE: Final = re.compile(r"[^#]{0,10}>+[adplbc:,\-\"]*x?[:>adplc,\-]*")
_HOURS_LABEL: Final = re.compile(
    r"\s*(?:[àa] quelles?\s+)?(?:heures?|horaires?)\s*[:?]?\s*(?:de|[àa])?\s*", re.IGNORECASE
)
_SAME_SENTENCE: Final = re.compile(r"[xadlpcn,]{1,10}")
_LED_BY_BRACKET: Final = re.compile(r"\)[xadlpcnu]{0,8}:[xdlc]{0,7}")
"""Codes between hours in a bracket and the days that its sentence leads to: `matinées (9h-12h) au programme : les`."""
_BETWEEN_AND: Final = re.compile(r"e[dl]*")
_LEADS_TO_DAY: Final = re.compile(r"[dlc]+|(?=$)")
_JOINS_LIST: Final = frozenset("eO,/")

Found = list[tuple[Expression, int, int]]
_DATED: Final = (Group, Period)
_REACH: Final = 60
_COUNTED_REACH: Final = 200
_END_OF_COUNTED: Final = re.compile(r"[.;!?\n]\s|\n")
_LEAD_OF_ACT: Final = 90
_EVERY_GAP: Final = 8
"""Tokens between `tous les mardis` and its days: an hour or a range may stand there."""


def join_expressions(found: Found, tokens: Tokens) -> tuple[list[Expression], list[Hours]]:
    """Link groups, share years, tie hours to days. The hours that nothing ties stand in a list of their own."""
    if len(found) == 1 and isinstance(found[0][0], _DATED):
        return [found[0][0]], []
    kinds = {type(item[0]) for item in found}
    if Every in kinds:
        _tie_every(found, tokens.codes)
    links = _link_groups(found, tokens.codes)
    loose: list[Hours] = []
    if Hours in kinds:
        found, loose = _tie_hours(give_leading_hours(_read_hours(found, tokens.text), tokens.text), tokens)
    expressions: list[Expression] = [item[0] for item in found]
    if Every in kinds:
        expressions = [expression for expression in expressions if not isinstance(expression, Every)]
    if "range" in links:
        expressions = _merge_ranges(expressions)
    if "list" in links or "or" in links:
        _share_relative(expressions)
        _share_years(expressions)
    return expressions, loose


def _tie_every(found: Found, codes: str) -> None:
    """Give a recurrence to the days behind it; other words on the line of the days tell of something else."""
    without_hours = [item for item in found if not isinstance(item[0], Hours)]
    for (every, _, last), (group, first, _) in pairwise(without_hours):
        _, line, words = codes[last:first].rpartition(">")
        near = first - last <= _EVERY_GAP and not (line and "x" in words)
        if isinstance(every, Every) and isinstance(group, Group) and near:
            group.every = every.weekday
            group.start = every.start


def _link_groups(found: Found, codes: str) -> set[Link]:
    """Mark each group with how it hangs on the one before it, over hours that stand between the two."""
    links: set[Link] = set()
    previous: tuple[int, int] | None = None
    for index, (expression, first, last) in enumerate(found):
        if isinstance(expression, Group):
            if previous is not None:
                group_first, group_last = previous
                if isinstance(found[index - 1][0], Hours):
                    group_last = _after_hours(found, index, group_last, codes)
                if group_last < first and codes[group_last] not in "x#":
                    lead = codes[group_first - 2 if group_first > 1 else 0 : group_first]
                    expression.link = read_link(lead, codes[group_last:first])
                    links.add(expression.link)
            previous = (first, last)
        elif not isinstance(expression, Hours):
            previous = None
    if "range" in links:
        links |= _list_dashes(found, codes)
    return links


def _list_dashes(found: Found, codes: str) -> set[Link]:
    """Three days or more with mere dashes between them are a list: `18 janvier - 15 février - 15 mars`."""
    links: set[Link] = set()
    dashed = [
        isinstance(one, Group) and isinstance(other, Group) and codes[last:first] == "-" and len(one.runs) == 1
        for (one, _, last), (other, first, _) in pairwise(found)
    ]
    for index, told in enumerate(dashed):
        near = dashed[index - 1 : index] + dashed[index + 1 : index + 2]
        following = found[index + 1][0]
        if told and any(near) and isinstance(following, Group):
            following.link = "list"
            links.add("list")
    return links


def _after_hours(found: Found, index: int, after: int, codes: str) -> int:
    """Where the gap before this expression begins: after the hours of the group before, else after the group."""
    _, first, last = found[index - 1]
    return last if _HOURS_GAP.fullmatch(codes, after, first) else after


@lru_cache(maxsize=4096)
def read_link(lead: str, gap: str) -> Link:
    """How a group hangs on the one before it, from the codes before that one (`lead`) and those between the two."""
    if gap.startswith("r"):
        gap = gap[1:]
    if RANGE_GAP.fullmatch(gap) and (gap[0] != "a" or "d" in lead):
        return "range"
    if "b" in lead and _BETWEEN_AND.fullmatch(gap):
        return "range"
    if LIST_GAP.fullmatch(gap) and not _JOINS_LIST.isdisjoint(gap):
        return "or" if "O" in gap else "list"
    return None


def _read_hours(found: Found, text: str) -> Found:
    """The expressions with the hours that are not only those of a welcome, and without those that hold no more."""
    told: Found = []
    for expression, first, last in found:
        if isinstance(expression, Hours):
            hours = behind_move(text, behind_welcome(text, expression))
            if not is_former(text, hours):
                told.append((hours, first, last))
        else:
            told.append((expression, first, last))
    return told


def _tie_hours(found: Found, tokens: Tokens) -> tuple[Found, list[Hours]]:
    codes = tokens.codes
    kept: Found = []
    loose: list[Hours] = []
    below = over = False
    days_lead, counts = "\n" in tokens.text and do_days_lead(found, tokens), may_count(tokens.text)
    for index, (expression, first, last) in enumerate(found):
        if not isinstance(expression, Hours):
            kept.append(found[index])
            continue
        before = _near(_day_before(kept, tokens, first), expression, codes[kept[-1][2] : first] if kept else "")
        after = _dated(found[index + 1]) if index + 1 < len(found) else None
        after = _near(after, expression, codes[last : found[index + 1][1]] if after is not None else "")
        before = None if before is not None and is_behind_former(tokens.text, before, expression) else before
        before = None if after is not None and _go_ahead(before, codes[last : found[index + 1][1]]) else before
        over = (over or before is None) and after is not None and _heads(codes[last : found[index + 1][1]])
        if over or _is_of_counted_day(tokens, kept, expression, counts=counts):
            _set_loose(loose, expression, tokens.text)
        elif before is not None and _RIGHT_AFTER.fullmatch(codes, kept[-1][2], first):
            _give_right_after(kept, expression, tokens.text, alone=_is_aside_in_list(found, index, codes))
        elif before is not None and (
            closes(tokens.text, before.hours, expression) or prolongs(tokens.text, before.hours, expression)
        ):
            _close_back(kept, before.hours, expression)
        elif before is not None and before.hours and starts_after_welcome(tokens.text, before.hours, expression):
            before.hours = expression
        elif (
            before is not None
            and after is not None
            and stands_behind(tokens, kept[-1], found[index], found[index + 1], days_lead=days_lead)
        ):
            _give_back(kept, expression)
            _share_back(kept, expression, tokens.text)
            below = below or "\n" in tokens.text[before.end : expression.start]
        elif (
            after is not None
            and not is_opening_time(tokens.text, expression, after.start)
            and not (days_lead and ">" in codes[last : found[index + 1][1]])
            and not (before is not None and _ends_line_of_day(before, kept[-1][2], found, index, codes))
            and _belongs_after(
                expression,
                codes[last : found[index + 1][1]],
                tokens.text[expression.end : after.start],
                alone=before is None,
            )
        ):
            after.hours = _with_start(loose, expression, tokens.text)
            share_ahead(found, index + 1, tokens.text)
        elif (
            before is not None
            and _can_take(before, expression)
            and not is_excepted(tokens.text, before, expression)
            and not is_of_thing(tokens.text, before, expression)
            and not is_of_house(tokens.text, before, expression)
            and (
                _belongs_loosely(expression, before, codes[kept[-1][2] : first], tokens.text)
                or (below and is_below(tokens, kept[-1], found[index]))
            )
        ):
            whole = _with_start(loose, expression, tokens.text, since=before.end)
            _give_back(kept, whole)
            _share_back(kept, whole, tokens.text)
        else:
            _set_loose(loose, expression, tokens.text)
    return kept, loose


def _ends_line_of_day(before: Group | Period, end: int, found: Found, index: int, codes: str) -> bool:
    """Whether hours end a line that opens with a day (up to the token `end`) and its hours: the next line has its own.

    `Jeudi 16 : réunion, 9h ; webinaire, 11h-12h` above `Vendredi 17`.
    """
    _, first, last = found[index]
    return before.hours is not None and ">" in codes[last : found[index + 1][1]] and ">" not in codes[end:first]


def _is_aside_in_list(found: Found, index: int, codes: str) -> bool:
    """Whether hours in brackets are those of one day within a list: `8 janvier, 12 février (16 heures), 12 mars`."""
    first, last = found[index][1:]
    if codes[first - 1 : first] != "(" or codes[last : last + 1] != ")" or index + 1 == len(found):
        return False
    following = found[index + 1][0]
    own = index + 2 < len(found) and isinstance(found[index + 2][0], Hours) and codes[found[index + 2][1] - 1] == "("
    return isinstance(following, Group) and following.link == "list" and not own


def _go_ahead(before: Group | Period | None, gap: str) -> bool:
    """Whether hours stand right before their day as those of the day before did: `à 9h le 4 mars, à 14h le 11 mars`."""
    hours = None if before is None else before.hours
    return (
        before is not None
        and hours is not None
        and hours.end <= before.start
        and _LEADS_TO_DAY.fullmatch(gap) is not None
    )


def _is_of_counted_day(tokens: Tokens, kept: Found, hours: Hours, *, counts: bool) -> bool:
    """Whether words that count a day from the one before stand between it and some hours: `le lendemain, de 10h à 13h`.

    Such hours are left to whoever tells that day.
    """
    if not counts:
        return False
    start = max(kept[-1][0].end if kept else 0, hours.start - _COUNTED_REACH)
    words = tokens.text[start : hours.start]
    told = COUNTED.search(words) if may_count(words) else None
    return told is not None and _END_OF_COUNTED.search(words, told.end()) is None


def _with_start(loose: list[Hours], hours: Hours, text: str, since: int = 0) -> Hours:
    """Hours with the start told before them, `since` their day: `On commence à 10h et on finit à midi, le 4 mai`.

    So with a first half (`Table ronde (10h-12h) et ateliers (13h30-16h) le 1er octobre`).
    """
    if loose and is_first_half(text, loose[-1], hours):
        return _widen(loose.pop(), hours)
    opened = _find_opened(loose, hours, text)
    return _closed(loose.pop(opened), hours) if opened is not None and loose[opened].start >= since else hours


def _find_opened(loose: list[Hours], hours: Hours, text: str) -> int | None:
    """Which of the hours that stand by themselves some others close; what stands between is done meanwhile.

    `Début à 9h15, repas partagé à 12h30, fin à 16h`.
    """
    if not loose or not closes(text, loose[-1], hours):
        return None
    opened = len(loose) - 1
    while opened and is_meanwhile(text, loose[opened - 1], loose[opened]):
        opened -= 1
    return opened


def _set_loose(loose: list[Hours], hours: Hours, text: str) -> None:
    """Hours that stand by themselves, joined with those before them (`commencent à 10h et se terminent à 16h`)."""
    opened = _find_opened(loose, hours, text)
    if opened is not None:
        loose[opened:] = [_closed(loose[opened], hours)]
    elif loose and starts_after_welcome(text, loose[-1], hours):
        loose[-1] = hours
    else:
        loose.append(hours)


def _give_right_after(kept: Found, hours: Hours, text: str, *, alone: bool) -> None:
    """Give hours to the day they stand beside, and to its list unless `alone`; at the end of something they end it."""
    if _replace_ahead(kept, hours, text):
        return
    group = kept[-1][0]
    if alone and isinstance(group, Group) and group.hours is None:
        group.hours = hours
        return
    opened = _dated(kept[-2]) if len(kept) > 1 else None
    if not isinstance(group, Group) or not isinstance(opened, Group) or not is_of_last_day(text, group, hours):
        _give_back(kept, hours)
        _share_back(kept, hours, text)
    elif opened.hours is not None and _is_same_day(opened, group):
        opened.hours = _closed(opened.hours, hours)
        kept.pop()
    elif opened.hours is not None:
        group.hours = Hours(None, hours.starts, hours.start, hours.end, hours.colon)
    else:
        _give_back(kept, hours)


def _replace_ahead(kept: Found, hours: Hours, text: str) -> bool:
    """Give hours to the last day and its list where those told before them give way; whether they do."""
    told: list[Group | Period] = []
    ahead: Hours | None = None
    for dated in map(_dated, reversed(kept)):
        if dated is None or dated.hours is None or (ahead is not None and dated.hours.starts != ahead.starts):
            break
        told.append(dated)
        ahead = dated.hours
        if not isinstance(dated, Group) or dated.link != "list":
            break
    if ahead is None or not give_way(text, ahead, told[-1], hours):
        return False
    for dated in told:
        dated.hours = hours
    return True


def _is_same_day(first: Group, second: Group) -> bool:
    days = [group.runs[0].first for group in (first, second) if len(group.runs) == 1 and group.runs[0].single]
    return len(days) == 2 and (_key(days[0]), days[0].year) == (_key(days[1]), days[1].year)


def _share_back(kept: Found, hours: Hours, text: str) -> None:
    """Give hours that are said to be always the same to all days of the line before them that have none."""
    last = _dated(kept[-1])
    before = _dated(kept[-2]) if len(kept) > 1 else None
    if not isinstance(last, Group) or before is None:
        return
    told = last
    for dated in map(_dated, reversed(kept[:-1])):
        if dated is None or dated.hours is not None or not is_told_of_both(text, dated, told, last=told is last):
            break
        dated.hours = replace(hours, start=dated.start, end=dated.end)
        if not isinstance(dated, Group):
            break
        told = dated
    if not are_alike(text, last, hours):
        return
    start = last.start
    for dated in map(_dated, reversed(kept[:-1])):
        if (
            dated is None
            or dated.hours is not None
            or "\n" in text[dated.end : start]
            or _is_day_of_founding(text, dated.start)
        ):
            return
        dated.hours = replace(hours, start=dated.start, end=dated.end)  # the words of the other days are not its own
        start = dated.start


def _is_day_of_founding(text: str, start: int) -> bool:
    """Whether the words before a day tell what was done on it for good: `Le contrat a été signé le 30 juin`."""
    return is_founding(lower_case(text[max(0, start - _LEAD_OF_ACT) : start]))


def _closed(opened: Hours | None, hours: Hours) -> Hours:
    start = opened.start if opened else hours.start
    end = hours.starts if hours.starts is not None else hours.ends
    return Hours(opened.starts if opened else None, end, start, hours.end, hours.colon)


def _close_back(kept: Found, opened: Hours | None, hours: Hours) -> None:
    """Give its end to the last day and to those of its list: `les 4 et 11 mai, début à 9h, fin à 12h`."""
    for dated in map(_dated, reversed(kept)):
        if dated is None or dated.hours != opened:
            return
        dated.hours = _closed(opened, hours)
        if not isinstance(dated, Group) or dated.link != "list":
            return


def _dated(item: tuple[Expression, int, int]) -> Group | Period | None:
    return item[0] if isinstance(item[0], _DATED) else None


def _belongs_after(hours: Hours, gap: str, words: str, *, alone: bool) -> bool:
    """Whether hours stand before their day: right before it or on the line above.

    `alone` says that no day stands before them: then the same sentence is near enough. Hours that end a bracket on the
    line above are said of what stands there.
    """
    if _heads(gap):
        return False
    if HOURS_BEFORE.fullmatch(gap) is not None:
        return hours.ends is not None or ">" not in gap or alone
    if alone and hours.ends is not None and _LED_BY_BRACKET.fullmatch(gap):
        return True
    return alone and _SAME_SENTENCE.fullmatch(gap) is not None and not _names_act(words)


def _names_act(words: str) -> bool:
    """Whether words before a day name a law or an act, whose day it is (`9h30 La loi Lamy` du 21 février 2014)."""
    return ACT_OR_LAW.search(lower_case(words)) is not None


def _heads(gap: str) -> bool:
    """Whether hours end a bracket and their line before a day: they are said of the whole list that follows."""
    return gap.startswith(")") and ">" in gap


def _day_before(kept: Found, tokens: Tokens, first: int) -> Group | Period | None:
    """The day that hours at the token `first` stand behind; that of a law has none on the lines below it."""
    before = _dated(kept[-1]) if kept else None
    below = before is not None and ">" in tokens.codes[kept[-1][2] : first]
    return None if before is None or (below and _is_of_act(tokens.text, before)) else before


def _near(dated: Group | Period | None, hours: Hours, gap: str) -> Group | Period | None:
    """A day or period beside hours; a period has none of another line or of other words (`16h : retour sur l'été`)."""
    far = isinstance(dated, Period) and hours.ends is None and not {">", "x"}.isdisjoint(gap)
    return None if far else dated


def _is_of_act(text: str, dated: Group | Period) -> bool:
    """Whether a day is that of a law: hours on the next line are of what comes then (`… la loi du` 3 mai / `10h`)."""
    line = text[max(text.rfind("\n", 0, dated.start) + 1, dated.start - _REACH) : dated.start].rstrip()
    return line.endswith(" du") and _names_act(line)


def _belongs_loosely(hours: Hours, dated: Group | Period, gap: str, text: str) -> bool:
    """Whether hours further on in the sentence, or at the start of one of the next lines, are those of the day."""
    if gap.startswith("),") and hours.starts is None:
        return False  # `après la première (Dunkerque, 11 octobre), les participants ont travaillé jusqu'à 12h`
    if ">" not in gap:
        return HOURS_AFTER.fullmatch(gap) is not None and (hours.ends is not None or len(gap) <= 16)
    if _HOURS_LABEL.fullmatch(text, dated.end, hours.start):
        return True
    return hours.ends is not None and _NEXT_LINE.fullmatch(gap) is not None


def _give_back(kept: Found, hours: Hours) -> None:
    """Give hours to the last dated expression, and to those of its list that have none yet."""
    for index in range(len(kept) - 1, -1, -1):
        dated = _dated(kept[index])
        if dated is None:
            return
        if dated.hours is None:
            dated.hours = hours
        elif dated.hours.end < hours.start and index == len(kept) - 1 and hours.ends is not None:
            dated.hours = _widen(dated.hours, hours)
        if not isinstance(dated, Group) or dated.link is None or (index and _has_hours(kept[index - 1])):
            return


def _has_hours(item: tuple[Expression, int, int]) -> bool:
    dated = _dated(item)
    return dated is None or dated.hours is not None


def _can_take(dated: Group | Period, hours: Hours) -> bool:
    """Whether hours further on can be those of a day: it has none, or they are its afternoon, with its morning told."""
    return dated.hours is None or dated.hours.end > hours.start or _widen(dated.hours, hours) is not dated.hours


def _widen(first: Hours, second: Hours) -> Hours:
    """Morning and afternoon given apart: from the start of the one to the end of the other."""
    if first.ends is None or second.starts is None or second.starts < first.ends:
        return first
    return Hours(first.starts, second.ends, first.start, second.end, first.colon, first.stops + second.stops)


def _merge_ranges(expressions: list[Expression]) -> list[Expression]:
    merged: list[Expression] = []
    for expression in expressions:
        if isinstance(expression, Group) and expression.link == "range" and merged:
            before = merged[-1]
            if isinstance(before, Group) and before.runs[-1].single and expression.runs[0].single:
                merged[-1] = _as_range(before, expression)
                continue
        merged.append(expression)
    return merged


def _as_range(first: Group, second: Group) -> Group:
    hours, flags = first.hours, first.flags | second.flags
    if first.hours is not None and second.hours is not None and first.hours is not second.hours:
        colon = first.hours.colon and second.hours.colon  # a field of a site, whose hours are those of each day
        if first.hours.ends is None and second.hours.ends is None and not colon:
            flags.add("hours_at_its_ends")
        hours = Hours(
            first.hours.starts,
            second.hours.ends or second.hours.starts,
            first.hours.start,
            second.hours.end,
            first.hours.colon and second.hours.colon,
        )
    group = Group(
        [*first.runs[:-1], Run(first.runs[-1].last, second.runs[0].first), *second.runs[1:]],
        first.start,
        second.end,
        link=first.link,
        relative=first.relative or second.relative,
        hours=hours or second.hours,
        flags=flags,
        year_from=second.year_from or first.year_from,
        every=first.every,
    )
    _share_inside(group)
    return group


def _share_inside(group: Group) -> None:
    """In a range the year written once, at either end, is that of both ends."""
    run = next(run for run in group.runs if not run.single)
    first, last = run.first, run.last
    if first.year is None and last.year is not None:
        first.year = last.year - (_key(first) > _key(last))
    elif last.year is None and first.year is not None:
        last.year = first.year + (_key(last) < _key(first))
    for other in group.runs:
        for day in (other.first, other.last):
            day.year = day.year or (first.year if _key(day) <= _key(first) else last.year)


def _key(day: Day) -> tuple[int, int]:
    return (day.month or 0, day.day)


def _share_relative(expressions: list[Expression]) -> None:
    """What is said of the last days of a list is said of all: `les séances du 12 avril et du 7 juin derniers`."""
    groups = [e for e in expressions if isinstance(e, Group)]
    for group, following in zip(reversed(groups[:-1]), reversed(groups[1:]), strict=True):
        if following.link in ("list", "or") and following.relative and group.year_from is None:
            group.relative = group.relative or following.relative


def _share_years(expressions: list[Expression]) -> None:
    """The year at the tail of a list is that of the whole list; one at its head holds for what follows."""
    groups = [e for e in expressions if isinstance(e, Group)]
    for group, following in zip(reversed(groups[:-1]), reversed(groups[1:]), strict=True):
        if following.link in ("list", "or") and group.year_from is None and following.runs[0].first.year:
            _set_year(group, following, backwards=True)
    for before, group in pairwise(groups):
        if group.link in ("list", "or") and group.year_from is None and before.runs[-1].last.year:
            _set_year(group, before, backwards=False)


def _set_year(group: Group, known: Group, *, backwards: bool) -> None:
    edge = known.runs[0].first if backwards else known.runs[-1].last
    for run in group.runs:
        for day in (run.first, run.last):
            turned = _key(day) > _key(edge) if backwards else _key(day) < _key(edge)
            day.year = (edge.year or 0) + (turned * (-1 if backwards else 1))
    group.year_from = "list"
