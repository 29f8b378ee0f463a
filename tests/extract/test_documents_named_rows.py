"""Rows of agendas that tell what takes place beside the house where it does: each is called by the former."""

from __future__ import annotations

from tests.extract.documents import draw_table, read_page


def test_what_takes_place_and_a_house_in_two_cells() -> None:
    """Houses may be called as things are (`Forum`, `Cinéma`), but not where another cell tells the house."""
    table = draw_table(
        ("Quand", "", "", ""),
        ("4 octobre 2025", "Nettoyons la nature", "Parking du stade Basly", "9h"),
        ("15 octobre 2025", "Forum santé des seniors", "Salle Jules-Ferry, place Guesde", "de 10h à 17h"),
        ("22 octobre 2025", "Cinéma de plein air au parc", "Esplanade de la cité 3", "20h"),
    )
    reading = read_page("Agenda", f"{table}<p>Mairie d'Auchel, place Mancey, 62260 Auchel</p>")
    assert [(event.title, s.venue and s.venue.name) for event in reading.events for s in event.sessions] == [
        ("Nettoyons la nature", "Parking du stade Basly"),
        ("Forum santé des seniors", "Salle Jules-Ferry"),
        ("Cinéma de plein air au parc", "Esplanade de la cité 3"),
    ]


def test_hours_and_a_house_parted_by_a_dot() -> None:
    table = draw_table(
        ("Date", "Quoi", "Infos"),
        ("13 mars 2026", "Nuit de la lecture", "17h30 - 20h30 · Collège Paul-Langevin, Avion"),
        ("2 avril 2026", "Conseil de la cité éducative", "14h - 16h · Hôtel de ville, Avion · sur invitation"),
    )
    reading = read_page("Agenda", table)
    assert [
        (event.title, s.starts_at, s.venue and s.venue.city) for event in reading.events for s in event.sessions
    ] == [("Nuit de la lecture", "17:30", "Avion"), ("Conseil de la cité éducative", "14:00", "Avion")]


def test_houses_do_not_part_one_event() -> None:
    table = draw_table(
        ("Commune", "Date", "Lieu"),
        ("Frévent", "14/01/2025", "salle polyvalente, rue des Lombards"),
        ("Auxi-le-Château", "21/01/2025", "hôtel de ville"),
        ("Saint-Pol-sur-Ternoise", "28/01/2025", "salle Cuallacci, place du 8-Mai-1945"),
    )
    reading = read_page("Réunions sur le plan de mobilité", f"<p>Trois réunions, de 18h30 à 20h30.</p>{table}")
    assert [event.title for event in reading.events] == ["Réunions sur le plan de mobilité"]
    assert len(reading.events[0].sessions) == 3


def test_hours_below_a_line_of_two_days_are_of_both() -> None:
    """And not those of the next day, below its own line."""
    reading = read_page(
        "Résidence Les Hauts-Champs : parlons de votre rénovation",
        "<h3>Jeudi 15 mai 2025</h3><p>Réunion publique, 18h, salle Watremez, Roubaix</p>"
        "<h3>27 mai et 5 juin 2025</h3><p>Permanences des architectes, 14h-17h, local des locataires, Roubaix</p>"
        "<h3>Samedi 14 juin 2025</h3><p>Balade urbaine, 10h, départ place Carnot, Roubaix</p>",
    )
    told = [(s.first_day.isoformat(), s.starts_at, s.ends_at) for event in reading.events for s in event.sessions]
    assert told == [
        ("2025-05-15", "18:00", None),
        ("2025-05-27", "14:00", "17:00"),
        ("2025-06-05", "14:00", "17:00"),
        ("2025-06-14", "10:00", None),
    ]
