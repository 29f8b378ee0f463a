"""Every way to say where: labels, addresses on lines or in one, towns, premises, online; and what is no venue."""

from __future__ import annotations

import pytest

from extract.places import find_venues
from extract.places.venues import read_venue
from extract.records import VenueReading
from tests.extract.places.pages import PREAMBLE, Line, page
from warehouse.reference import load_knowledge

KNOWLEDGE = load_knowledge()
Parts = tuple[str | None, str | None, str | None, str | None]


def parts(venue: VenueReading) -> Parts:
    return venue.name, venue.street, venue.postcode, venue.city


def read(*lines: Line) -> list[Parts]:
    return [parts(v) for v in find_venues(page(PREAMBLE, *lines), KNOWLEDGE)]


ADDRESS: list[tuple[tuple[Line, ...], Parts]] = [
    (
        ("Le 4 mai", "Espace Dewailly", "3 place Dewailly", "80000 AMIENS CEDEX 1"),
        ("Espace Dewailly", "3 place Dewailly", "80000", "Amiens"),
    ),
    (
        ("MJC, 3 allée des Sports – 02100 SAINT QUENTIN",),
        ("MJC", "3 allée des Sports", "02100", "Saint-Quentin"),
    ),
    (
        ("Gymnase Jean-Bouin / rue des Écoles / 80100 Abbeville",),
        ("Gymnase Jean-Bouin", "rue des Écoles", "80100", "Abbeville"),
    ),
    (
        ("Centre de gestion, 14 bis rue Jeanne Maillotte CS 71222 59013 LILLE CEDEX",),
        ("Centre de gestion", "14 bis rue Jeanne Maillotte", "59013", "Lille"),
    ),
    (
        ("Rendez-vous le 4 mai à la Maison Folie, 70-72 rue des Sarrazins à Lille.",),
        ("Maison Folie", "70-72 rue des Sarrazins", None, "Lille"),
    ),
    (
        ("Accueil dès 9h à la salle des fêtes, rue du Général-de-Gaulle, Grande-Synthe.",),
        ("salle des fêtes", "rue du Général-de-Gaulle", None, "Grande-Synthe"),
    ),
    (
        ("📍 Médiathèque, 3 place de la Gare, 80000 Amiens 📅 4 mai",),
        ("Médiathèque", "3 place de la Gare", "80000", "Amiens"),
    ),
    (
        (("field", "CCI Grand Lille, Place du Théâtre, 59800 Lille", "Lieu(x)"),),
        ("CCI Grand Lille", "Place du Théâtre", "59800", "Lille"),
    ),
    (
        ("Espace Culturel, 1 Rue du 8 Mai 1945, 59282 Douchy-les-Mines",),
        ("Espace Culturel", "1 Rue du 8 Mai 1945", "59282", "Douchy-les-Mines"),
    ),
    (
        ("Le 4 mai, Foyer rural, 2 rue Haute, 23999 Petiteville",),
        ("Foyer rural", "2 rue Haute", "23999", "Petiteville"),
    ),
]


@pytest.mark.parametrize(("lines", "expected"), ADDRESS)
def test_addresses(lines: tuple[Line, ...], expected: Parts) -> None:
    assert read(*lines) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La rencontre du 4 mai se tient à Soissons.", [(None, None, None, "Soissons")]),
        ("Le 4 mai à Béthune et à Laon", [(None, None, None, "Béthune"), (None, None, None, "Laon")]),
        ("C'est à Creil que s'est tenue la journée du 14 juin.", [(None, None, None, "Creil")]),
        ("Le 12 octobre, Tourcoing accueille le réseau.", [(None, None, None, "Tourcoing")]),
        ("15 février 2018, La Roche-sur-Yon", [(None, None, None, "La Roche-sur-Yon")]),
        ("9 juin 2023 - Orléans, Argonaute", [("Argonaute", None, None, "Orléans")]),
        ("Le 4 mai à Lille, dans la salle Ravel", [("salle Ravel", None, None, "Lille")]),
        ("Le 4 mai au centre social l'Escale (Wattrelos)", [("centre social l'Escale", None, None, "Wattrelos")]),
        ("Le 4 mai à la salle polyvalente de Fourmies", [("salle polyvalente", None, None, "Fourmies")]),
        ("Salle du conseil, mairie de Denain, 4 juin à 14h", [("Salle du conseil, mairie", None, None, "Denain")]),
        ("La cérémonie s'est déroulée en mairie de Soissons.", [("mairie", None, None, "Soissons")]),
    ],
)
def test_towns_and_named_places(text: str, expected: list[Parts]) -> None:
    assert read(text) == expected


def test_a_town_alone_on_its_line_needs_a_day_beside_it() -> None:
    assert read("Vendredi 15 mars 2019", "AMIENS") == [(None, None, None, "Amiens")]
    assert read("Nos partenaires", "AMIENS") == []


def test_a_field_with_several_towns_gives_venues_with_spans_of_their_own() -> None:
    field: Line = ("field", "Douai (7 et 8 mars) et Lens (16 et 17 avril)", "Lieu")
    document = page(field)
    first, second = find_venues(document, KNOWLEDGE)
    assert (first.city, first.commune_code, second.city, second.commune_code) == ("Douai", "59178", "Lens", "62498")
    assert first.where.end <= second.where.start
    assert document.text[second.where.start : second.where.end] == "Lens (16 et 17 avril)"


@pytest.mark.parametrize(
    "text",
    [
        "Une séance se tient le 4 mai à 14h à l'IREV.",
        "Le 4 mai dans les locaux de l'IREV, à Lille.",
        "L'IREV vous accueille le 4 mai dans ses locaux.",
        "Une réunion a lieu dans nos locaux le 4 mai.",
        "Lieu : IREV",
    ],
)
def test_the_organisers_premises(text: str) -> None:
    assert read(text) == [("IREV", None, None, "Lille")]


def test_own_premises_without_a_body_are_at_the_one_address_of_the_page() -> None:
    letter = page("Une réunion a lieu dans nos locaux le 4 mai.", "Le Fil, 3 rue Haute, 62300 Lens")
    assert {venue.city for venue in find_venues(letter, KNOWLEDGE)} == {"Lens"}


@pytest.mark.parametrize(
    "text",
    [
        "Le préfet a confié en 2021 à l'IREV une mission d'appui.",
        "Merci d'adresser vos demandes à l'IREV avant le 4 mai.",
    ],
)
def test_what_is_given_to_somebody_is_not_at_their_place(text: str) -> None:
    assert read(text) == []


def test_the_same_rooms_are_those_named_last() -> None:
    text = "Le 3 mai à la Maison de l'emploi, 4 rue Gambetta à Denain. Le 5 juin dans ces mêmes locaux."
    first, second = find_venues(page(PREAMBLE, text), KNOWLEDGE)
    assert parts(first) == parts(second) == ("Maison de l'emploi", "4 rue Gambetta", None, "Denain")
    assert second.text == "dans ces mêmes locaux"


def test_the_same_rooms_without_any_before_say_nothing() -> None:
    assert read("La prochaine séance aura lieu le 4 juin dans ces mêmes locaux.") == []


@pytest.mark.parametrize(
    ("text", "mode", "city"),
    [
        ("La séance du 4 mai aura lieu en visioconférence.", "online", None),
        ("La séance du 4 mai se tiendra en distanciel.", "online", None),
        ("Le webinaire du 4 mai est gratuit.", "online", None),
        ("Le 4 mai à Lille ou en visio", "hybrid", "Lille"),
        ("Séminaire hybride le 4 mai à Amiens", "hybrid", "Amiens"),
        ("Le 4 mai à Amiens", "in_person", "Amiens"),
    ],
)
def test_modes(text: str, mode: str, city: str | None) -> None:
    assert [(v.mode, v.city) for v in find_venues(page(PREAMBLE, text), KNOWLEDGE)] == [(mode, city)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Inscription en ligne avant le 3 mars.",),
        ("Le replay est disponible en ligne depuis le 3 mars.",),
        ("Contact", "12 rue Haute", "59000 Lille", "Tél : 03 20 00 00 00"),
        ("Bulletin à retourner à :", "Service formation", "12 boulevard Vauban", "59800 LILLE"),
        ("Siège social : 12 rue des Lilas, 62000 Arras",),
        ("Inscriptions jusqu'au 4 juin auprès de la direction, 45 rue Lenient, 59000 Lille.",),
        ("En présence de l'adjointe au maire de Lens et d'un élu d'Amiens.",),
        ("Une démarche expérimentée à Nantes et à Rennes sera présentée le 4 juin.",),
        ("Avec la Ville de Roubaix, partenaire de la journée du 4 juin.",),
        ("Née à Roubaix le 4 juin 1980, elle dirige le théâtre.",),
        (("furniture", "Le 4 mai à Lille"),),
        (("field", "Lens, Douai", "Territoires"),),
    ],
)
def test_what_is_no_venue(lines: tuple[Line, ...]) -> None:
    assert read(*lines) == []


def test_a_prefecture_is_where_it_sits() -> None:
    assert read(("field", "Préfecture du Val d'Oise", "Lieu")) == [("Préfecture du Val d'Oise", None, None, "Cergy")]


@pytest.mark.parametrize(
    ("phrase", "city"),
    [
        ("à Mons-en-Baroeul", "Mons-en-Baroeul"),
        ("dans la Ville de Grigny (91)", "Grigny"),
        ("CREPS PACA – Aix en Provence", "Aix-en-Provence"),
        ("Angoulême (16 )", "Angoulême"),
        ("au Louvre-Lens", "Lens"),
    ],
)
def test_read_venue_takes_a_bare_phrase(phrase: str, city: str) -> None:
    assert [v.city for v in read_venue(phrase, KNOWLEDGE)] == [city]


def test_every_span_covers_the_words_of_the_venue() -> None:
    document = page(PREAMBLE, "Le 4 mai à 9h : Hôtel de Région, 151 avenue Hoover, 59000 Lille.", "Le 5 mai à Laon.")
    found = find_venues(document, KNOWLEDGE)
    assert [venue.city for venue in found] == ["Lille", "Laon"]
    for venue in found:
        words = document.text[venue.where.start : venue.where.end]
        assert words == venue.text
        assert (venue.city or "") in words


def test_reading_twice_gives_the_same() -> None:
    document = page(PREAMBLE, "Le 4 mai à Laon et le 5 mai à Creil.")
    copy = page(PREAMBLE, "Le 4 mai à Laon et le 5 mai à Creil.")
    assert find_venues(document, KNOWLEDGE) == find_venues(document, KNOWLEDGE) == find_venues(copy, KNOWLEDGE)
