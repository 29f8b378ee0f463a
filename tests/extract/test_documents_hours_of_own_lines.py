"""Hours in the lines of one day are its own in whatever words, and those of no other."""

from __future__ import annotations

from tests.extract.documents import read_text

_JOB = """Mission locale de Soissons – nos ateliers de juin 2024

Mardi 4 juin. Atelier CV. Sylvie vous accueille de 9h à 11h30 dans nos locaux de Soissons.
Mercredi 19 juin. Visite de l'usine de verre. Le car part à 8h30 et rentre à 12h30.
Jeudi 27 juin. Bilan et pot de l'été.
"""
_NEIGHBOURS = """Bonjour les voisins,
D'abord la brocante : dimanche 14 mai 2023, rue de la Paix à Lomme. Il reste des emplacements.
Ensuite la fête des voisins : vendredi 2 juin 2023, dans la cour de l'école de Lomme. On installe les tables à 18h30.
Enfin le nettoyage de la Deûle, samedi 10 juin 2023 : à Lomme aussi.
"""
_HOUSE = """Voici ce qui vous attend en mai 2019 au centre social de Maubeuge :

- Lundi 6 mai : cuisine du monde avec Fatima. On commence à 14h.
- Jeudi 9 mai : permanence de l'écrivain public.
- Samedi 25 mai : grand ménage du jardin partagé, 10 heures, apportez vos gants.
"""
_LAST_OF_ALL = """Trois permanences en mai 2023 :
- mardi 2 mai, mairie de Lens
- mardi 9 mai, mairie de Liévin
- mardi 16 mai, mairie d'Avion
On vous accueille à partir de 14h.
"""
_BUS = """Le camion de la santé passe près de chez vous en mars 2022
Ouvert à tous de 10h à 16h, sauf à Fruges (10h-12h seulement).
Lillers, place d'Armes : lundi 7 mars
Fruges, parking de la mairie : jeudi 10 mars
Auxi-le-Château, place de l'Hôtel de ville : mardi 15 mars
"""
_CAPITALS = """Permanences de l'association en mai 2023

* Mercredi 10/05 - CLERMONT - 9h30/12h, Maison de la justice
* Jeudi 11/05 - SENLIS - 14h/17h, mairie
"""


def _times(text: str) -> list[tuple[str, str | None, str | None]]:
    sessions = [session for event in read_text(text).events for session in event.sessions]
    return [(s.first_day.isoformat(), s.starts_at, s.ends_at) for s in sorted(sessions, key=lambda s: s.first_day)]


def test_hours_of_one_paragraph_go_to_no_other() -> None:
    """A day whose lines tell none has none; those of a bus are its own where they tell nothing else."""
    assert _times(_JOB) == [
        ("2024-06-04", "09:00", "11:30"),
        ("2024-06-19", "08:30", "12:30"),
        ("2024-06-27", None, None),
    ]


def test_hour_in_the_middle_of_a_mail_is_of_its_own_sentence() -> None:
    """What is told behind the second of three days is said of none beside it."""
    assert _times(_NEIGHBOURS) == [
        ("2023-05-14", None, None),
        ("2023-06-02", "18:30", None),
        ("2023-06-10", None, None),
    ]


def test_hours_of_items_stay_in_their_items() -> None:
    """An item without hours takes none of the one above it."""
    assert _times(_HOUSE) == [("2019-05-06", "14:00", None), ("2019-05-09", None, None), ("2019-05-25", "10:00", None)]


def test_hour_below_a_list_is_of_all() -> None:
    """What stands below the last item alone holds for the whole list."""
    assert {times[1] for times in _times(_LAST_OF_ALL)} == {"14:00"}


def test_town_of_a_line_goes_before_that_of_an_exception() -> None:
    """What a line tells itself goes before the town that is excepted above it."""
    sessions = [session for event in read_text(_BUS).events for session in event.sessions]
    towns = [(s.venue.city, s.ends_at) for s in sessions if s.venue is not None]
    assert towns == [("Lillers", "16:00"), ("Fruges", "12:00"), ("Auxi-le-Château", "16:00")]


def test_everyday_word_in_capitals_before_an_hour_is_a_town() -> None:
    """A field of its own between a day and an hour is where people meet."""
    sessions = [session for event in read_text(_CAPITALS).events for session in event.sessions]
    assert [s.venue.city for s in sessions if s.venue is not None] == ["Clermont", "Senlis"]
