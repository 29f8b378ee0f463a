"""Sessions told in entries over several lines: their heads count, hours and places stand among their own lines."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text, tell_sessions

TOLD = ["2024-03-12 09:00-12:00 Lens", "2024-04-09 14:00-17:00 Douai", "2024-05-14 09:30-12:30 Creil"]
DAYS = ("12 mars 2024", "9 avril 2024", "14 mai 2024")
HOURS, TOWNS = ("9h-12h", "14h-17h", "9h30-12h30"), ("Lens", "Douai", "Creil")
BODIES = (
    "{t}, médiathèque Aragon\nLe {d}, {h}\nContenu : repères et outils",
    "Lieu : {t}. Horaires : {h}. Date : {d}.",
    "Horaires : {h}\nLieu : salle Foch, {t}\nDate : {d}\nAvec Claire Morel, sociologue",
)


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("head", ["Volet {} : agir", "{}/ Agir", "Bloc {} – Repères et outils"])
@pytest.mark.parametrize("title", ["Habiter la ville : le calendrier de la formation", "Cycle « Habiter la ville »"])
def test_entries_that_count_are_sittings_of_one_event(title: str, head: str, body: str) -> None:
    cells = enumerate(zip(DAYS, HOURS, TOWNS, strict=True), 1)
    entries = [(head.format(number), body.format(d=day, h=hours, t=town)) for number, (day, hours, town) in cells]
    text = "\n".join(f"{top}\n{lines}" for top, lines in entries)
    markup = "".join(f"<h3>{top}</h3><p>{'</p><p>'.join(lines.split(chr(10)))}</p>" for top, lines in entries)
    for reading in (read_text(f"{title}\n\n{text}\n"), read_page(title, markup)):
        assert tell_sessions(reading) == TOLD
        assert len(reading.events) == 1


def test_the_calendar_of_one_kind_of_thing_is_no_agenda_but_that_of_many_is() -> None:
    lines = (
        "<p>12 mars 2024, 9h, Lens</p><p>Trouver un stage</p><p>9 avril 2024, 14h, Douai</p><p>Faire ses comptes</p>"
    )
    assert len(read_page("Le calendrier de la formation", lines).events) == 1
    assert len(read_page("Agenda", lines).events) == 2


@pytest.mark.parametrize("line", ["{}", "9h-12h, {}", "Date : {}"])
def test_a_day_in_figures_alone_on_its_line_is_no_page_number(line: str) -> None:
    entries = "".join(
        f"<h3>Séance {number}</h3><p>{line.format(day)}</p><p>{town}, salle Foch</p>"
        for number, (day, town) in enumerate((("03/06", "Lens"), ("27/06", "Douai")), 1)
    )
    told = tell_sessions(read_page("Cycle « Habiter »", f"<p>Publié le 2 mai 2024</p>{entries}<p>1/2</p>"))
    assert [session.split()[0] for session in told] == ["2024-06-03", "2024-06-27"]


@pytest.mark.parametrize(
    "places",
    [
        "Lieux\nSession A : Saint-Omer\nSalle Balavoine\nSession B : Hirson\nSalle de Blangy",
        "Session A – salle Balavoine, Saint-Omer\nSession B – salle de Blangy, Hirson",
    ],
)
def test_places_by_the_letter_of_their_sittings(places: str) -> None:
    days = "Dates\nSession A : 6 et 7 juin 2016\nSession B : 20 juin 2016\nHoraires\n9h-17h\n"
    assert tell_sessions(read_text(f"Formation « Laïcité »\n{days}{places}\n")) == [
        "2016-06-06 09:00-17:00 Saint-Omer",
        "2016-06-07 09:00-17:00 Saint-Omer",
        "2016-06-20 09:00-17:00 Hirson",
    ]


def test_a_town_in_brackets_behind_what_counts_a_sitting() -> None:
    text = "Formation « Laïcité »\nGroupe A (Lens) : 6 juin 2016, 9h-12h\nGroupe B (Douai) : 20 juin 2016, 14h-17h\n"
    reading = read_text(text)
    assert tell_sessions(reading) == ["2016-06-06 09:00-12:00 Lens", "2016-06-20 14:00-17:00 Douai"]
    assert [venue.text for venue in reading.venues] == ["Lens", "Douai"]


def test_a_session_that_takes_place_is_not_the_first() -> None:
    text = "Formation\nLa session a lieu le 6 juin 2016 à Saint-Omer, la suivante le 20 juin 2016 à Hirson.\n"
    assert tell_sessions(read_text(text)) == ["2016-06-06 - Saint-Omer", "2016-06-20 - Hirson"]
