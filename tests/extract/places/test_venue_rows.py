"""Rows of a table: the cells of one row are one venue, and no address runs over into the next row."""

from __future__ import annotations

from extract.document import Block, Document
from extract.places import find_venues
from tests.extract.places.pages import KNOWLEDGE, Venue, at


def table(*rows: tuple[str, ...]) -> Document:
    """A document that is one table: a block per cell, rows numbered."""
    text, blocks = "", []
    for number, cells in enumerate(rows):
        for words in cells:
            text += "\n" if text else ""
            blocks.append(Block("cell", len(text), len(text) + len(words), row=number))
            text += words
    return Document("text", text, tuple(blocks))


def read(*rows: tuple[str, ...]) -> list[Venue]:
    found = find_venues(table(*rows), KNOWLEDGE)
    return [(v.name, v.street, v.postcode, v.city, v.mode) for v in found]


def test_town_street_and_house_of_a_row_are_one_venue() -> None:
    found = read(
        ("Ville", "Date", "Lieu"),
        ("Arras", "14 mai 2019", "68 boulevard Faidherbe"),
        ("Dunkerque", "4 juin 2019", "Halle aux sucres"),
        ("Laon", "11 juin 2019", "Maison des associations, 12 rue Haute"),
    )
    assert found == [
        at("Arras", street="68 boulevard Faidherbe"),
        at("Dunkerque", "Halle aux sucres"),
        at("Laon", "Maison des associations", "12 rue Haute"),
    ]


def test_a_street_never_takes_the_town_of_the_next_row() -> None:
    found = read(("14 mai 2019", "12 rue Haute, Arras"), ("4 juin 2019", "Dunkerque"))
    assert found == [at("Arras", street="12 rue Haute"), at("Dunkerque")]


def test_a_house_and_a_street_named_after_a_day_stand_in_one_cell() -> None:
    found = read(("Date", "Ville", "Où"), ("11 juin 2020", "Saint-Omer", "La Station, place du 8 mai 1945"))
    assert found == [at(city="Saint-Omer", name="La Station", street="place du 8 mai 1945")]


def test_a_column_of_places_is_read_without_a_noun_of_place() -> None:
    found = read(("Jour", "Lieu"), ("14 mai 2019", "L'Escapade"), ("4 juin 2019", "Le Flow, Lille"))
    assert found[-1] == at("Lille", "Le Flow")


def test_people_in_a_table_give_no_venue() -> None:
    assert read(("Nom", "Structure"), ("Paul Durand", "Ville de Lens"), ("Anne Petit", "CAF, Arras")) == []


def test_a_row_without_a_place_gives_none() -> None:
    assert read(("Repérer", "14 mai 2019", "9h-12h"), ("Orienter", "4 juin 2019", "14h-17h")) == []


def test_a_session_online_stays_beside_one_in_a_town() -> None:
    found = read(("Module 1", "9 mars 2021", "En distanciel"), ("Module 2", "17 juin 2021", "IREV, Lille"))
    assert [(v[0], v[3], v[4]) for v in found] == [("en ligne", None, "online"), ("IREV", "Lille", "in_person")]


def test_a_body_without_its_own_premises_is_no_venue() -> None:
    assert read(("Date de signature", "2 juillet 2015"), ("Pilote", "Communauté d'agglomération de Cambrai")) == []
