"""Tables whose columns are sittings, and tables whose hours stand before their days: each sitting has its own cells."""

from __future__ import annotations

import pytest

from tests.extract.documents import draw_table, read_page, read_text, tell_sessions

EXPECTED = ["2024-03-12 09:00-12:00 Lens", "2024-04-09 14:00-17:00 Douai", "2024-05-14 09:30-12:30 Douai"]
DAYS = ("12 mars 2024", "9 avril 2024", "14 mai 2024")
HOURS = ("9h-12h", "14h-17h", "9h30-12h30")
TOWNS = ("Lens", "Douai", "Douai")
THEMES = ("Comprendre", "Agir", "Évaluer")


def turn(*rows: tuple[str, tuple[str, ...]]) -> str:
    """A table with a row for each label, whose cells are columns."""
    cells = ("".join(f"<td>{words}</td>" for words in told) for _, told in rows)
    return f"<table>{''.join(f'<tr><th>{r[0]}</th>{c}</tr>' for r, c in zip(rows, cells, strict=True))}</table>"


@pytest.mark.parametrize(
    "rows",
    [
        (("Date", DAYS), ("Horaires", HOURS), ("Ville", TOWNS), ("Thème", THEMES)),
        (("Thème", THEMES), ("De… à…", HOURS), ("Ville", TOWNS), ("Quand ?", DAYS)),
        (("N°", ("1", "2", "3")), ("Ville", TOWNS), ("Jour", DAYS), ("Créneau", HOURS)),
    ],
)
def test_columns_of_a_turned_table_are_sittings(rows: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    assert tell_sessions(read_page("Cycle « Aller vers »", turn(*rows))) == EXPECTED
    text = "\n".join("\t".join((label, *told)) for label, told in rows)
    assert tell_sessions(read_text(f"Cycle « Aller vers »\n\n{text}\n")) == EXPECTED


def test_a_merged_cell_of_a_turned_table_holds_for_all_its_columns() -> None:
    body = (
        "<table><tr><th>Date</th><td>12 mars 2024</td><td>9 avril 2024</td><td>14 mai 2024</td></tr>"
        "<tr><th>Heures</th><td>9h-12h</td><td>14h-17h</td><td>9h30-12h30</td></tr>"
        '<tr><th>Ville</th><td>Lens</td><td colspan="2">Douai</td></tr></table>'
    )
    assert tell_sessions(read_page("Cycle « Aller vers »", body)) == EXPECTED


@pytest.mark.parametrize("wording", ["{}-{}", "de {} à {}", "entre {} et {}", "de {} jusqu'à {}"])
def test_hours_before_the_day_are_those_of_its_row(wording: str) -> None:
    told = [wording.format(*hours.split("-")) for hours in HOURS]
    rows = list(zip(told, TOWNS, DAYS, THEMES, strict=True))
    assert tell_sessions(read_page("Cycle « Aller vers »", draw_table(("Heure", "Ville", "Jour", "Thème"), *rows))) == (
        EXPECTED
    )
    last = [(hours, town, theme, day) for hours, town, day, theme in rows]  # the day ends its row
    assert tell_sessions(read_page("Cycle « Aller vers »", draw_table(("Heure", "Ville", "Thème", "Jour"), *last))) == (
        EXPECTED
    )


def test_a_calendar_whose_columns_are_the_days_of_a_programme_stays_as_it_is() -> None:
    body = draw_table(
        ("", "Mardi 12 mars 2024", "Mercredi 13 mars 2024"),
        ("Matin", "9h : accueil", "9h30 : visite"),
        ("Après-midi", "14h-17h : ateliers", "14h-16h : bilan"),
    )
    told = tell_sessions(read_page("Séminaire du réseau à Lens", body))
    assert told == ["2024-03-12 09:00-17:00 Lens", "2024-03-13 09:30-16:00 Lens"]
