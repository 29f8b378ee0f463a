"""Lines that only list a day, a place and its town: in any order that is read, and with any marks between them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.places.pages import Line, Venue, at, read_among_others

LINES: list[tuple[tuple[Line, ...], list[Venue]]] = [
    (("Mardi 14 mars 2024 – Le Colisée (Lens)",), [at(city="Lens", name="Le Colisée")]),
    (("14/03/2024, 9h30 - 12h | Lens | salle Houdart",), [at(city="Lens", name="salle Houdart")]),
    (("Jeudi 4 avril à 14h", "Studio 43", "Dunkerque"), [at(city="Dunkerque", name="Studio 43")]),
    (("Jeudi 4 avril à 14h", "Le Phénix - Valenciennes"), [at(city="Valenciennes", name="Le Phénix")]),
    (("Rendez-vous le 4 avril, au Fresnoy, à Tourcoing.",), [at(city="Tourcoing", name="Fresnoy")]),
    (("Atelier du 4 avril : Cinéma L'Étoile, La Madeleine",), [at(city="La Madeleine", name="Cinéma L'Étoile")]),
    (("4 avril 2019, IUT de Béthune, amphi 2",), [at(city="Béthune", name="IUT, amphi 2")]),
    (
        ("Vendredi 5 avril à Calais (Le Channel, boulevard Gambetta)",),
        [at(city="Calais", name="Le Channel", street="boulevard Gambetta")],
    ),
    # The theme of a sitting is no house; the town behind it is read all the same.
    (("4 avril 2019 – laïcité et espace public – Denain",), [at(city="Denain")]),
    (
        ("Le 4 avril 2019, au Musée du textile, parc Barbieux, Roubaix",),
        [at(city="Roubaix", name="Musée du textile", street="parc Barbieux")],
    ),
    (("4 avril 2019 : l'éco-quartier du Rivage, Marquette", "Laon"), [at(city="Laon")]),
    (("Groupe de Laon : Hôtel du Département, 4 avril 2019",), [at(city="Laon", name="Hôtel du Département")]),
]
GROUPS: list[tuple[tuple[Line, ...], list[Venue]]] = [
    (("Groupe A : espace Lapora, Lomme",), [at(city="Lomme", name="espace Lapora")]),
    (("Session 2 – salle Concorde – Guise",), [at(city="Guise", name="salle Concorde")]),
    (("Mardi 17 : Atelier santé mentale, Arras, 9h30",), [at(city="Arras")]),
    (("Groupe A : les élus, les agents",), []),
]
NOWHERE: list[tuple[Line, ...]] = [
    ("Publié le 4 avril 2019, La Voix du Nord, Lille",),
    ("Photo du 4 avril 2019, Le Phénix, Valenciennes",),
    ("Inscriptions avant le 4 avril 2019, La Poste, Lille",),
]


@pytest.mark.parametrize(("lines", "expected"), LINES + GROUPS)
def test_lines_that_list(lines: tuple[Line, ...], expected: list[Venue]) -> None:
    assert read_among_others(*lines) == expected


@pytest.mark.parametrize("lines", NOWHERE)
def test_days_of_papers_are_no_days_of_meetings(lines: tuple[Line, ...]) -> None:
    assert read_among_others(*lines) == []


DAYS = ("Mardi 14 mars 2024", "14 mars 2024 de 9h à 12h", "14/03/2024", "jeudi 14 et vendredi 15 mars, 9h-17h")
HOUSES = ("salle Roger-Pécheux", "Centre social Les Alizés", "La Condition publique", "Espace Jean Vilar", "mairie")
TOWNS = ("Lens", "Grande-Synthe", "Villers-Cotterêts", "Saint-Pol-sur-Mer", "Bruay-la-Buissière")
MARKS = (", ", " - ", " – ", " | ", " : ")


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(DAYS),
    st.sampled_from(HOUSES),
    st.sampled_from(TOWNS),
    st.sampled_from(MARKS),
    st.sampled_from(("dht", "dth", "htd", "thd", "dh(t)")),
)
def test_any_order_and_any_mark_reads_back(day: str, house: str, town: str, mark: str, order: str) -> None:
    pieces = {"d": day, "h": house, "t": town}
    line = f"{day}{mark}{house} ({town})" if "(" in order else mark.join(pieces[letter] for letter in order)
    found = read_among_others(line)
    assert [(city, mode) for *_, city, mode in found] == [(town, "in_person")]
    assert (found[0][0] or "") == house
