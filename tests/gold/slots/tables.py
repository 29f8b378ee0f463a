"""Tables of sessions: columns in any order, merged cells, rows of breaks, turned on their side, and their text."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from tests.gold.slots.agendas import Entry, choose_days, make_entries, write_entry_day, write_hours
from tests.gold.slots.drafts import Draft, ToldEvent
from tests.gold.slots.layout import Laid
from tests.gold.slots.wording import THEMES, Spot

_COUNTS: Final = {3: "trois", 4: "quatre", 5: "cinq"}
_GAP: Final = 3


@dataclass(frozen=True)
class Column:
    """One column: its heading and a cell for each session; `merges` where like cells on end are one."""

    heading: str
    cells: tuple[str, ...]
    merges: bool = False


def tell_table(draft: Draft) -> None:
    """The sessions of one cycle as rows of a table, or as its columns."""
    days = choose_days(draft, draft.chance.randrange(3, 6), months=3)
    titles = draft.chance.sample(list(draft.bank["module_titles"]), len(days))
    entries = _share(draft, make_entries(draft, titles, days, screens=False))
    draft.days, theme = days, draft.chance.choice(THEMES)
    draft.title = draft.pick("cycle_titles").format(th=theme, k=_COUNTS[len(days)])
    _lay_table(draft, entries, "head_theme", with_speakers=True)
    draft.events.append(ToldEvent(draft.title, frozenset(days)))


def tell_table_of_events(draft: Draft) -> None:
    """An agenda as a table: each row is a thing of its own."""
    days = choose_days(draft, draft.chance.randrange(3, 7), months=1)
    titles = draft.chance.sample(list(draft.bank["event_titles"]), len(days))
    entries = make_entries(draft, titles, days, screens=False)
    draft.days = days
    draft.title = draft.chance.choice([title for title in draft.bank["agenda_titles"] if "{m}" not in title])
    _lay_table(draft, entries, "head_event", with_speakers=False)
    draft.events += [ToldEvent(entry.title, frozenset({entry.day})) for entry in entries]


def _share(draft: Draft, entries: list[Entry]) -> list[Entry]:
    """Sessions whose places are their own, one for all, or one for the first two and another for the rest."""
    shared = draft.choose("places", ("own", "one", "two"))
    if shared == "own":
        return entries
    spots = [draft.spots[0] if shared == "one" or number < 2 else draft.spots[1] for number in range(len(entries))]
    return [replace(entry, spot=spot) for entry, spot in zip(entries, spots, strict=True)]


def _lay_table(draft: Draft, entries: list[Entry], titled: str, *, with_speakers: bool) -> None:
    """The table of some entries, with what leads to it."""
    columns = _choose_columns(draft, entries, titled, with_speakers=with_speakers)
    draft.lines += [draft.say("table_leads"), lay_columns(draft, columns)]
    draft.sittings += [entry.make_sitting() for entry in entries]


def lay_columns(draft: Draft, columns: Sequence[Column]) -> Laid:
    """Columns as a table, or turned on its side."""
    turned = draft.choose("table", ("rows", "rows", "rows", "turned")) == "turned"
    pause = draft.pick("breaks") if not turned and draft.chance.random() < 0.3 else None
    grid = _turn(columns) if turned else _grid(columns)
    if pause is not None:
        grid.insert(2, [pause])
    markup = _write_turned(columns) if turned else _write_rows(columns, pause, has_head=draft.chance.random() < 0.7)
    return Laid(_write_text(draft, grid, turned=turned), markup, _draw(grid))


def _choose_columns(draft: Draft, entries: list[Entry], titled: str, *, with_speakers: bool) -> list[Column]:
    """The columns of a table in some order; day and hours may share one, house and town may stand in two."""
    wordings = (draft.pick("range"), draft.pick("start"))
    way_of_days = draft.choose("days", ("full", "full", "full", "short", "figures"))
    days = [write_entry_day(draft, entry.day, way_of_days) for entry in entries]
    hours = [write_hours(draft, entry, wordings) for entry in entries]
    if draft.choose("day and hours", ("apart", "apart", "together")) == "together":
        told = tuple(f"{day}, {hour}" for day, hour in zip(days, hours, strict=True))
        columns = [Column(draft.pick("head_day_hours"), told)]
    else:
        columns = [Column(draft.pick("head_day"), tuple(days)), Column(draft.pick("head_hours"), tuple(hours))]
    columns.append(Column(draft.pick(titled), tuple(entry.title for entry in entries)))
    spots = [entry.spot or draft.spots[0] for entry in entries]
    if draft.choose("house and town", ("together", "together", "apart")) == "apart":
        columns.append(Column(draft.pick("head_town"), tuple(spot.town for spot in spots), merges=True))
        columns.append(Column(draft.pick("head_house"), tuple(spot.house for spot in spots), merges=True))
    else:
        way = draft.choose("place", (0, 1, 2, 3))
        columns.append(Column(draft.pick("head_place"), tuple(_write_spot(spot, way) for spot in spots), merges=True))
    if with_speakers and draft.chance.random() < 0.5:
        speakers = tuple(draft.chance.choice(draft.bank["speakers"]) for _ in entries)
        columns.append(Column(draft.pick("head_speakers"), speakers))
    draft.chance.shuffle(columns)
    if draft.chance.random() < 0.4:
        numbers = tuple(str(number + 1) for number in range(len(entries)))
        columns.insert(0, Column(draft.pick("head_number"), numbers))
    return columns


def _write_spot(spot: Spot, way: int) -> str:
    house = spot.house[0].upper() + spot.house[1:]
    return (spot.as_address(), f"{house} ({spot.town})", spot.town, f"{spot.town} – {house}")[way]


def _grid(columns: Sequence[Column]) -> list[list[str]]:
    """Rows of cells, the headings first."""
    return [[column.heading for column in columns], *map(list, zip(*(c.cells for c in columns), strict=True))]


def _turn(columns: Sequence[Column]) -> list[list[str]]:
    """A row for each column, its heading first."""
    return [[column.heading, *column.cells] for column in columns]


def _spans(column: Column) -> list[int]:
    """How many rows the cell of each row takes, 0 where the one above it goes on."""
    if not column.merges:
        return [1] * len(column.cells)
    spans: list[int] = []
    for _, group in groupby(column.cells):
        length = len(list(group))
        spans += [length] + [0] * (length - 1)
    return spans


def _cell(words: str, **spans: int) -> str:
    """A cell with what it spans, where that is more than one row or column."""
    told = "".join(f' {name}="{span}"' for name, span in spans.items() if span > 1)
    return f"<td{told}>{html.escape(words, quote=False)}</td>"


def _write_rows(columns: Sequence[Column], pause: str | None, *, has_head: bool) -> str:
    """A table whose rows are sessions; its headings are `th`, or cells like the others."""
    heads = "".join(f"<th>{column.heading}</th>" if has_head else _cell(column.heading) for column in columns)
    spans = [_spans(column) for column in columns]
    rows = [f"<tr>{heads}</tr>"]
    breaks = next((n for n in range(1, len(spans[0])) if all(own[n] for own in spans)), None)
    for number in range(len(columns[0].cells)):
        if pause is not None and number == breaks:
            rows.append(f"<tr>{_cell(pause, colspan=len(columns))}</tr>")
        told = [(column.cells[number], own[number]) for column, own in zip(columns, spans, strict=True) if own[number]]
        rows.append(f"<tr>{''.join(_cell(words, rowspan=span) for words, span in told)}</tr>")
    return f"<table>{''.join(rows)}</table>"


def _write_turned(columns: Sequence[Column]) -> str:
    """A table whose columns are sessions."""
    rows = []
    for column in columns:
        told = [(words, span) for words, span in zip(column.cells, _spans(column), strict=True) if span]
        cells = "".join(_cell(words, colspan=span) for words, span in told)
        rows.append(f'<tr><th scope="row">{column.heading}</th>{cells}</tr>')
    return f"<table>{''.join(rows)}</table>"


def _write_text(draft: Draft, grid: list[list[str]], *, turned: bool) -> str:
    """A table in a text: behind tabs or strokes, in columns of blanks, or a cell a line with a blank line between."""
    way = draft.choose("text of a table", ("tabs", "strokes", "columns") + (() if turned else ("lines",)))
    if way == "lines":
        return "\n" + "\n\n".join("\n".join(row) for row in grid) + "\n"
    if way == "columns":
        full = [row for row in grid if len(row) > 1]
        widths = [max(len(cell) for cell in column) + _GAP for column in zip(*full, strict=True)]
        return "\n".join(
            "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip() for row in grid
        )
    return "\n".join(("\t" if way == "tabs" else " | ").join(row) for row in grid)


def _draw(grid: list[list[str]]) -> str:
    """The rows as a brochure draws them."""
    return "\n".join(f"| {' | '.join(row)} |" if len(row) > 1 else row[0] for row in grid)
