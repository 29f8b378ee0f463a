"""Cycles told town by town: the town that names a group is where it meets, unless its line has a screen instead."""

from __future__ import annotations

from tests.extract.documents import draw_table, read_page, read_text, tell_sessions

TITLE = "Cycle de formation : la médiation au quotidien"


def test_the_town_of_each_group_is_where_it_meets() -> None:
    text = (
        f"{TITLE}\n\nLes participants de Lens se retrouvent le 4 mars 2024, de 9h à 12h, à la sous-préfecture.\n"
        "Les participants de Douai se retrouvent le 11 mars 2024, de 14h à 17h, au théâtre du Passage.\n"
    )
    assert tell_sessions(read_text(text)) == ["2024-03-04 09:00-12:00 Lens", "2024-03-11 14:00-17:00 Douai"]


def test_a_screen_in_place_of_a_house_takes_the_group_online() -> None:
    body = (
        "<p>Soissons : 22 novembre 2024 – 9h-12h – Halle aux Grains</p>"
        "<p>Abbeville : 13 janvier 2025 – 18h-20h – en visioconférence</p>"
        "<p>Chauny : 20 janvier 2025 – 9h-12h – maison de quartier du Faubourg</p>"
    )
    (event,) = read_page(TITLE, body).events
    modes = [(s.venue.city, s.venue.mode) for s in event.sessions if s.venue]
    assert modes == [("Soissons", "in_person"), (None, "online"), ("Chauny", "in_person")]


def test_a_screen_besides_a_town_leaves_the_town() -> None:
    lines = ("À Lens ou en visioconférence : le 4 mars 2024, 9h-12h", "À Douai, MJC Prévert : le 11 mars 2024, 9h-12h")
    body = "".join(f"<p>{line}</p>" for line in lines)
    (event,) = read_page(TITLE, body).events
    assert [s.venue.city for s in event.sessions if s.venue] == ["Lens", "Douai"]


def test_a_remark_in_a_table_is_of_its_row() -> None:
    rows = (
        ("Ville", "Date", "Horaires", "Lieu", "Remarque"),
        ("Lens", "4 mars 2024", "9h-12h", "MJC Prévert", "À distance"),
        ("Lens", "11 mars 2024", "9h-12h", "MJC Prévert", "Nouvelle date : lundi 8 avril 2024"),
        ("Douai", "18 mars 2024", "9h-12h", "Halle aux Grains", ""),
    )
    text = "\n".join(" | ".join(row) for row in rows)
    for reading in (read_text(f"{TITLE}\n\n{text}\n"), read_page(TITLE, draw_table(*rows))):
        (event,) = reading.events
        assert [(s.first_day.day, s.status, s.venue and s.venue.mode) for s in event.sessions] == [
            (4, "announced", "online"),
            (11, "postponed", "in_person"),
            (18, "announced", "in_person"),
            (8, "announced", "in_person"),
        ]


def test_hours_that_go_down_over_rows_are_of_each_of_them() -> None:
    body = (
        "<table><tr><th>Ville</th><th>Date</th><th>Horaires</th></tr>"
        '<tr><td rowspan="2">Lens</td><td>4 mars 2024</td><td rowspan="3">entre 9h et 12h</td></tr>'
        "<tr><td>11 mars 2024</td></tr><tr><td>Douai</td><td>18 mars 2024</td></tr></table>"
    )
    assert tell_sessions(read_page(TITLE, body)) == [
        "2024-03-04 09:00-12:00 Lens",
        "2024-03-11 09:00-12:00 Lens",
        "2024-03-18 09:00-12:00 Douai",
    ]


def test_a_row_with_two_cells_stands_below_the_columns_of_its_table() -> None:
    text = (
        f"{TITLE}\n\nVille\tLens\tLens\tDouai\nDate\t4 mars 2024\t11 mars 2024\t18 mars 2024\n"
        "Horaires\t9h-12h\t9h-12h\t14h-17h\nRemarque\t\t\tANNULÉ\n"
    )
    (event,) = read_text(text).events
    assert [(s.venue and s.venue.city, s.status) for s in event.sessions] == [
        ("Lens", "announced"),
        ("Lens", "announced"),
        ("Douai", "cancelled"),
    ]


def test_sentences_of_one_paragraph_each_keep_their_town_and_screen() -> None:
    text = (
        f"{TITLE}\n\nLa session de Calais aura lieu le 15 janvier 2024, de 9h à 12h, à l'espace Mandela. Celle de "
        "Hénin-Beaumont, le 7 mars 2024, de 9h à 12h, se tiendra en visioconférence. Pour Lens, rendez-vous à la MJC "
        "Prévert le 26 mars 2024, de 14h à 17h.\n"
    )
    assert tell_sessions(read_text(text)) == [
        "2024-01-15 09:00-12:00 Calais",
        "2024-03-07 09:00-12:00 ? online",
        "2024-03-26 14:00-17:00 Lens",
    ]


def test_a_moved_day_keeps_its_hours_and_its_town() -> None:
    text = (
        f"{TITLE}\n\nÀ Roubaix : le 5 octobre 2026, de 14h à 17h, à la Maison des associations (reporté au 30 octobre "
        "2026)\nÀ Calais : le 21 octobre 2026, de 9h à 12h, au théâtre du Passage\n"
    )
    assert sorted(tell_sessions(read_text(text))) == [
        "2026-10-05 14:00-17:00 Roubaix postponed",
        "2026-10-21 09:00-12:00 Calais",
        "2026-10-30 14:00-17:00 Roubaix",
    ]


def test_a_timetable_of_a_house_and_labels_with_articles() -> None:
    text = (
        "Journée d'étude : la santé\n\nFiche pratique\nLe jour : 27 février 2026\nL'heure : 10h à 16h\n"
        "La salle : MJC Prévert, Douai\n\nHoraires d'ouverture\nLundi : 9h - 17h\nMardi : 9h - 17h\nFermé le mercredi\n"
    )
    assert tell_sessions(read_text(text)) == ["2026-02-27 10:00-16:00 Douai"]
