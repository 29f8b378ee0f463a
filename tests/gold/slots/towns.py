"""Cycles over several towns: a line each, a paragraph, or a table; one sitting is moved, called off or online."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tests.gold.slots.agendas import choose_days
from tests.gold.slots.drafts import Draft, Sitting, ToldEvent
from tests.gold.slots.layout import Laid
from tests.gold.slots.tables import Column, lay_columns
from tests.gold.slots.wording import THEMES, Spot, as_clock, choose_spots, fill, write_day, write_days, write_hour

_HOURS: Final = ((540, 720), (570, 750), (585, 990), (840, 1020), (855, 960), (1080, 1200))
_PIECE: Final = re.compile(r"\[([^\[\]]*)\]")
_ON_SCREEN: Final = "en visioconférence"
_CANCELLED, _MOVED, _ONLINE, _PLAIN = "cmop"
_MARKUP: Final = ("paragraphs", "list", "breaks", "strong")


@dataclass
class Group:
    """The sittings in one town: its days with their hours, where they go if one is moved, and its state."""

    days: list[dt.date]
    hours: tuple[int, int]
    spot: Spot
    state: str = _PLAIN
    moved_to: dt.date | None = None


def _make_groups(draft: Draft, counts: Sequence[int]) -> list[Group]:
    """A group for each count of days, each in a town of its own; days of one group follow one another."""
    days = choose_days(draft, sum(counts), months=3)
    spots = [spot for _ in range(2) for spot in choose_spots(draft.chance)]
    unlike = list({spot.town: spot for spot in spots}.values())
    groups, first = [], 0
    for count, spot in zip(counts, unlike, strict=False):
        groups.append(Group(days[first : first + count], draft.chance.choice(_HOURS), spot))
        first += count
    draft.days = days
    return groups


def _disturb(draft: Draft, group: Group, state: str) -> None:
    group.state = state
    if state == _MOVED:
        group.moved_to = draft.days[-1] + dt.timedelta(9 - (draft.days[-1].weekday() >= 5))
        if group.moved_to.weekday() == 6:
            group.moved_to += dt.timedelta(1)


def _day(draft: Draft, day: dt.date) -> str:
    return write_day(day, weekday=draft.weekday, year=draft.year)


def _hours(draft: Draft, hours: tuple[int, int], wording: str) -> str:
    start, end = (write_hour(minutes, draft.hour_style) for minutes in hours)
    return wording.format(s=start, e=end)


def _add(draft: Draft, groups: Sequence[Group], *, no_hours: str = "") -> None:
    """The sittings of all groups; those in a state of `no_hours` are told without any."""
    for group in groups:
        for day in group.days:
            draft.sittings.append(_make_sitting(group, day, with_hours=group.state not in no_hours))
        if group.moved_to:
            city = group.spot.town
            starts, ends = map(as_clock, group.hours)
            draft.sittings.append(Sitting(group.moved_to, starts, ends, city, "in_person"))
    if not any(group.moved_to for group in groups):
        draft.events.append(ToldEvent(draft.title, frozenset(draft.days)))


def _make_sitting(group: Group, day: dt.date, *, with_hours: bool) -> Sitting:
    starts, ends = map(as_clock, group.hours) if with_hours else (None, None)
    if group.state == _ONLINE:
        return Sitting(day, starts, ends, None, "online")
    status = {_CANCELLED: "cancelled", _MOVED: "postponed"}.get(group.state, "announced")
    return Sitting(day, starts, ends, group.spot.town, "in_person", group.state == _MOVED, status)


def _choose_title(draft: Draft, count: int) -> None:
    counts = {3: "trois", 4: "quatre", 5: "cinq"}
    titles = [title for title in draft.bank["cycle_titles"] if "{k}" not in title or count in counts]
    draft.title = draft.chance.choice(titles).format(th=draft.chance.choice(THEMES), k=counts.get(count, ""))


def tell_town_lines(draft: Draft) -> None:
    """A line for each town with its one or two days; hours on each line, or told once."""
    frame = draft.pick("town_lines")
    twos = draft.chance.random() < 0.4
    groups = _make_groups(draft, [draft.chance.choice((1, 2)) if twos else 1 for _ in range(3)])
    shared = draft.choose("hours", ("own", "own", "shared")) == "shared"
    wording, note = draft.pick("range"), ""
    if shared:
        for group in groups:
            group.hours = (draft.start, draft.end)
    singles = [group for group in groups if len(group.days) == 1]
    if singles and draft.chance.random() < 0.6:
        disturbed = draft.chance.choice(singles)
        can_be_online = not any(slot in frame for slot in ("{st}", "{p0}"))
        if can_be_online and draft.chance.random() < 0.4:
            _disturb(draft, disturbed, _ONLINE)
        else:
            state, note = draft.pick("town_states")
            _disturb(draft, disturbed, state)
    _choose_title(draft, len(draft.days))
    lines = [_write_line(draft, frame, group, "" if shared else wording, note) for group in groups]
    draft.lines.append(draft.pick("town_leads"))
    draft.lines += _mark_up(draft, lines)
    if shared:
        draft.lines.insert(draft.choose("shared", (0, len(draft.lines))), draft.say_hours("hours_of_all"))
    _add(draft, groups)


def _write_line(draft: Draft, frame: str, group: Group, wording: str, note: str) -> str:
    kept = _PIECE.sub(lambda piece: piece[1] if wording else "", frame)
    listed = write_days(group.days, weekday=draft.weekday, year=draft.year)
    with_article = f"{'les' if len(group.days) > 1 else 'le'} {listed}"
    spot, on_screen = group.spot, group.state == _ONLINE
    slots = {"t": spot.town, "l": listed, "L": with_article, "L0": with_article.capitalize(), "st": spot.street}
    slots |= {"h": _ON_SCREEN if on_screen else spot.house, "ha": _ON_SCREEN if on_screen else spot.at_house}
    slots |= {"p0": spot.as_address(), "H": _hours(draft, group.hours, wording) if wording else ""}
    words = fill(kept, slots)
    if group.state in (_CANCELLED, _MOVED):
        told = note.format(M=_day(draft, group.moved_to)) if group.moved_to else note
        words = words.removesuffix(".") + told
    return words[0].upper() + words[1:]


def _mark_up(draft: Draft, lines: Sequence[str]) -> list[str]:
    """Lines as paragraphs, entries of a list, one paragraph with breaks, or with the words before a mark set bold."""
    way = draft.choose("lines", _MARKUP)
    bare = [line.removeprefix("* ").removeprefix("- ") for line in lines]
    text = "\n".join(lines)
    if way == "paragraphs":
        return [Laid(line, f"<p>{line}</p>") for line in bare]
    if way == "list":
        return [Laid(text, "<ul>" + "".join(f"<li>{line}</li>" for line in bare) + "</ul>")]
    if way == "strong":
        bare = [re.sub(r"^(.+?)( ?[:–—|=→.(] ?| \()", r"<strong>\1</strong>\2", line) for line in bare]
        return [Laid(text, "\n".join(f"<p>{line}</p>" for line in bare))]
    return [Laid(text, f"<p>{'<br>'.join(bare)}</p>")]


def tell_town_prose(draft: Draft) -> None:
    """Three towns in one paragraph, of which one sitting may be moved, called off or held on a screen."""
    code, phrase = draft.pick("town_prose")
    groups = _make_groups(draft, (1, 1, 1))
    wording = draft.pick("range")
    way = draft.chance.randrange(7)
    slots: dict[str, str] = {}
    for number, (group, state) in enumerate(zip(groups, code, strict=True), 1):
        _disturb(draft, group, state)
        day, spot = _day(draft, group.days[0]), group.spot
        told = {"L": f"le {day}", "L^": f"Le {day}", "l": day, "P": spot.in_a_sentence()[way], "t": spot.town}
        told |= {"h": spot.house, "ha": spot.at_house, "ha^": spot.at_house[0].upper() + spot.at_house[1:]}
        told |= {"H": _hours(draft, group.hours, wording), "M": _day(draft, group.moved_to) if group.moved_to else ""}
        slots |= {
            name.removesuffix("^") + str(number) + "^" * name.endswith("^"): words for name, words in told.items()
        }
    _choose_title(draft, 3)
    draft.lines.append(fill(phrase, slots))
    _add(draft, groups, no_hours=_CANCELLED)


def tell_town_table(draft: Draft) -> None:
    """A table whose cells of town, place and hours are merged; one row may be noted as moved, called off or online."""
    groups = _make_groups(draft, [draft.chance.choice((1, 2, 2, 3)) for _ in range(3)])
    one_hour = draft.chance.random() < 0.4
    rows = [Group([day], group.hours, group.spot) for group in groups for day in group.days]
    for row in rows:
        row.hours = rows[0].hours if one_hour else row.hours
    notes = [""] * len(rows)
    if draft.chance.random() < 0.7:
        number = draft.chance.randrange(len(rows))
        state, note = draft.pick("town_notes")
        _disturb(draft, rows[number], state)
        moved = rows[number].moved_to
        notes[number] = note.format(M=_day(draft, moved)) if moved else note
    _choose_title(draft, len(rows))
    draft.lines += [draft.pick("town_leads"), lay_columns(draft, _make_columns(draft, rows, notes))]
    _add(draft, rows)


def _make_columns(draft: Draft, rows: Sequence[Group], notes: Sequence[str]) -> list[Column]:
    wording = draft.pick("range")
    houses = tuple(row.spot.house[0].upper() + row.spot.house[1:] for row in rows)
    columns = [
        Column(draft.pick("head_town"), tuple(row.spot.town for row in rows), merges=True),
        Column(draft.pick("head_day"), tuple(_day(draft, row.days[0]) for row in rows)),
        Column(draft.pick("head_hours"), tuple(_hours(draft, row.hours, wording) for row in rows), merges=True),
        Column(draft.pick("head_house"), houses, merges=True),
    ]
    order = draft.choose("columns", ((0, 1, 2, 3), (0, 3, 1, 2), (1, 2, 0, 3), (0, 1, 3, 2)))
    told = [columns[number] for number in order]
    return [*told, Column(draft.pick("head_note"), tuple(notes))] if any(notes) else told
