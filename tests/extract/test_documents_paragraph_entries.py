"""Agendas in texts: a paragraph is an entry, wherever in it stands its day, and days stand under their month."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_text, tell_sessions

TITLES = ("Séminaire des coordonnateurs", "Loto solidaire", "Mon espace santé, mode d'emploi")
DAYS = ("mardi 12 mars 2024", "jeudi 21 mars 2024", "mardi 26 mars 2024")
HOURS = ("9h-12h", "14h-17h", "18h-20h")
TOWNS = ("Lens", "Douai", "Creil")
TOLD = ["2024-03-12 09:00-12:00 Lens", "2024-03-21 14:00-17:00 Douai", "2024-03-26 18:00-20:00 Creil"]


@pytest.mark.parametrize(
    "entry",
    [
        "{title}\nÀ {town}, salle Foch\n{day} ({hours})",
        "À {town}, salle Foch\n{title}\nLe {day}, {hours}",
        "{hours}\n{title}\n{day}\nsalle Foch, {town}",
        "{title}\nLieu : salle Foch, {town}\nDate : {day}\nHoraires : {hours}",
        "{day}\n{hours}\n{town}, salle Foch\n{title}",
    ],
)
def test_what_stands_between_empty_lines_belongs_together(entry: str) -> None:
    cells = zip(TITLES, DAYS, HOURS, TOWNS, strict=True)
    told = [entry.format(title=title, day=day, hours=hours, town=town) for title, day, hours, town in cells]
    reading = read_text("Le carnet des rendez-vous\n\n" + "\n\n".join(told) + "\n\nEntrée libre.\n")
    assert tell_sessions(reading) == TOLD
    assert [event.title for event in reading.events] == list(TITLES)


@pytest.mark.parametrize(
    "line",
    [
        "{town}, le {day}, {hours} : {title}",
        "{title} : le {day}, {hours}, à {town}",
        "{day} à {town}, salle Foch, {hours} : {title}",
        "{title} – {day} – {hours} – {town}",
    ],
)
def test_days_anywhere_in_a_line_have_the_month_above_it(line: str) -> None:
    cells = zip(TITLES, DAYS, HOURS, TOWNS, strict=True)
    told = [line.format(title=t, day=day.removesuffix(" mars 2024"), hours=h, town=town) for t, day, h, town in cells]
    reading = read_text("Agenda\n\nMars 2024\n\n" + "\n".join(told) + "\n")
    assert tell_sessions(reading) == TOLD


def test_a_weekday_that_does_not_fit_the_month_above_is_no_day_of_it() -> None:
    reading = read_text("Agenda\n\nMars 2024\n\nPermanence le lundi 12, de 9h à 12h, à Lens\n")
    assert tell_sessions(reading) == []
