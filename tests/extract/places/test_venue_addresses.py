"""Addresses in one line or over several: street, postcode, town, and the name on the line before."""

from __future__ import annotations

import pytest

from tests.extract.places.pages import Line, Venue, at, read_among_others

ADDRESSES: list[tuple[tuple[Line, ...], list[Venue]]] = [
    (
        ("Le 4 mai, Centre Mousseron – 7, bis rue Voltaire – 80100 Abbeville",),
        [at(city="Abbeville", name="Centre Mousseron", street="7 bis rue Voltaire", postcode="80100")],
    ),
    (
        ("Rendez-vous le 4 mai, 7, bis rue Voltaire, 80100 Abbeville",),
        [at(city="Abbeville", street="7 bis rue Voltaire", postcode="80100")],
    ),
    (
        (
            "Jeudi 4 mai 2017",
            "Salle des fêtes",
            "Rue de la Mairie",
            "62800 LIÉVIN",
            "Inscriptions avant le 1er mai.",
        ),
        [at(city="Liévin", name="Salle des fêtes", street="Rue de la Mairie", postcode="62800")],
    ),
    (
        (
            "Le 4 mai à la Maison du Parc, rue des Mines",
            "62590 Oignies",
        ),
        [at(city="Oignies", name="Maison du Parc", street="rue des Mines", postcode="62590")],
    ),
    (
        (
            "Jeudi 4 mai 2017",
            "MJC",
            "Place du 8 Mai",
            "59490 Somain",
        ),
        [at(city="Somain", name="MJC", street="Place du 8 Mai", postcode="59490")],
    ),
    (
        (
            "Jeudi 4 mai 2017 à 14h",
            "Espace Flandre, boulevard Jean-Moulin, 59760 Grande-Synthe",
        ),
        [at(city="Grande-Synthe", name="Espace Flandre", street="boulevard Jean-Moulin", postcode="59760")],
    ),
    (
        ("Rendez-vous le 12 juin 2018 à 9 h à l'Hôtel de la Communauté d'agglomération, 28 place Jean-Bart, à Lens",),
        [at(city="Lens", name="Hôtel de la Communauté d'agglomération", street="28 place Jean-Bart")],
    ),
    (
        ("12 juin 2018 | 9h30-12h30 | Maison Stéphane-Hessel, 235 boulevard Paul-Painlevé, Lille",),
        [at(city="Lille", name="Maison Stéphane-Hessel", street="235 boulevard Paul-Painlevé")],
    ),
    (
        ("Amphithéâtre de l'ESPE, 365 bis rue Jules Guesde, 59650 Villeneuve d'Ascq, le 12 juin",),
        [
            at(
                city="Villeneuve-d'Ascq",
                name="Amphithéâtre de l'ESPE",
                street="365 bis rue Jules Guesde",
                postcode="59650",
            )
        ],
    ),
    (
        ("Le 12 juin à la Maison de la citoyenneté, 1 bis, place de la République - 60100 Creil",),
        [at(city="Creil", name="Maison de la citoyenneté", street="1 bis, place de la République", postcode="60100")],
    ),
    (
        (
            "Mardi 12 juin 2018 – 9h",
            "Centre socioculturel Les Acacias (salle 2)",
            "Rue des Acacias",
            "02000 Laon",
        ),
        [at(city="Laon", name="Centre socioculturel Les Acacias, salle 2", street="Rue des Acacias", postcode="02000")],
    ),
    (
        ("La rencontre aura lieu au 12 rue de Thionville à Lille le 3 mai.",),
        [at(city="Lille", street="12 rue de Thionville")],
    ),
    (
        (
            "Accueil café 8h45",
            "ADNSEA",
            "23 rue Malus",
            "59000 Lille",
        ),
        [at(city="Lille", name="ADNSEA", street="23 rue Malus", postcode="59000")],
    ),
    (
        (
            "Mardi 3 juin 2014",
            "de 9h à 17h",
            "Le Nautilys",
            "Rue Jean Moulin – 62800 Liévin",
        ),
        [at(city="Liévin", name="Le Nautilys", street="Rue Jean Moulin", postcode="62800")],
    ),
    (
        ("Le jeudi 3 juin 2014 de 9h à 17h à la salle Ronny Coutteure, rue de l'Abbé Bonpain, La Madeleine",),
        [at(city="La Madeleine", name="salle Ronny Coutteure", street="rue de l'Abbé Bonpain")],
    ),
    (
        ("Jeudi 3 juin, 14h – 17h, Centre Effel, 32 rue Rosenberg à Carvin",),
        [at(city="Carvin", name="Centre Effel", street="32 rue Rosenberg")],
    ),
    (
        ("Jeudi 3 juin : Hôtel du Département, rue Ferdinand-Buisson, 62018 Arras Cedex 9",),
        [at(city="Arras", name="Hôtel du Département", street="rue Ferdinand-Buisson", postcode="62018")],
    ),
    (
        ("Adresse : CNFPT, 369 avenue Henri-Barbusse, 62400 Béthune",),
        [at(city="Béthune", name="CNFPT", street="369 avenue Henri-Barbusse", postcode="62400")],
    ),
    (
        (
            "Rendez-vous : 3 juin, 9h30",
            "Maison de l'Europe",
            "13 mail Albert-1er",
            "80000 AMIENS",
        ),
        [at(city="Amiens", name="Maison de l'Europe", street="13 mail Albert-1er", postcode="80000")],
    ),
    (
        ("3 juin | Le Flow | 1 rue de Fontenoy | 59000 Lille",),
        [at(city="Lille", name="Le Flow", street="1 rue de Fontenoy", postcode="59000")],
    ),
    (
        ("Salle Wauters, 16 bis avenue Van Pelt 62300 Lens, le 3 juin",),
        [at(city="Lens", name="Salle Wauters", street="16 bis avenue Van Pelt", postcode="62300")],
    ),
    (
        ("Jeudi 3 juin 2014 à Calais (Centre Gérard-Philipe, rue de Normandie)",),
        [at(city="Calais", name="Centre Gérard-Philipe", street="rue de Normandie")],
    ),
    (
        ("Jeudi 3 juin 2014 à Calais : centre Gérard-Philipe, 12 rue de Normandie",),
        [at(city="Calais", name="centre Gérard-Philipe", street="12 rue de Normandie")],
    ),
    (
        ("Calais, centre Gérard-Philipe, 12 rue de Normandie, jeudi 3 juin",),
        [at(city="Calais", name="centre Gérard-Philipe", street="12 rue de Normandie")],
    ),
    (
        (
            "Jeudi 3 juin 2014",
            "62100 Calais",
        ),
        [at(city="Calais", postcode="62100")],
    ),
    (
        (("field", "Salle du Minck, place de Norvège, Calais", "Lieu"),),
        [at(city="Calais", name="Salle du Minck", street="place de Norvège")],
    ),
    (
        (("field", "Mairie de Calais, place du Soldat-Inconnu", "Lieu"),),
        [at(city="Calais", name="Mairie", street="place du Soldat-Inconnu")],
    ),
    (
        (
            ("item", "mardi 3 juin 2014 : Roubaix, La Condition publique, 14 place Faidherbe"),
            ("item", "jeudi 5 juin 2014 : Tourcoing, maison de services, 3 rue Jules-Ferry"),
        ),
        [
            at(city="Roubaix", name="La Condition publique", street="14 place Faidherbe"),
            at(city="Tourcoing", name="maison de services", street="3 rue Jules-Ferry"),
        ],
    ),
    (
        ("Le séminaire aura lieu à la Cité nature, 25 boulevard Schuman à Arras, le mardi 3 juin 2014 de 9h à 17h.",),
        [at(city="Arras", name="Cité nature", street="25 boulevard Schuman")],
    ),
    (
        ("Forum Gambetta", "Boulevard Léon Gambetta", "Calais, 62100 France"),
        [at(city="Calais", name="Forum Gambetta", street="Boulevard Léon Gambetta", postcode="62100")],
    ),
    (
        ("Le 4 mai, maison de quartier du Chemin Vert, 25 rue Buisson, 62200 Boulogne-sur-Mer",),
        [
            at(
                city="Boulogne-sur-Mer",
                name="maison de quartier du Chemin Vert",
                street="25 rue Buisson",
                postcode="62200",
            )
        ],
    ),
    (
        (
            "Nous vous attendons dans nos bureaux :",
            "Les Petits Débrouillards, 23 rue du Ballon, 59110 La Madeleine",
            "Tél. 03 20 55 12 40",
        ),
        [at(city="La Madeleine", name="Les Petits Débrouillards", street="23 rue du Ballon", postcode="59110")],
    ),
    (
        ("RDV le 12 octobre, 8h45 (accueil café), Fort de Mons, rue de Normandie, 59370 Mons-en-Baroeul.",),
        [at(city="Mons-en-Baroeul", name="Fort de Mons", street="rue de Normandie", postcode="59370")],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), ADDRESSES)
def test_addresses_of_venues(lines: tuple[Line, ...], expected: list[Venue]) -> None:
    assert read_among_others(*lines) == expected


@pytest.mark.parametrize(
    "use", ["Hébergement : hôtel Ibis", "Parking :", "Organisé par : Ville de Lens", "Organisateur :"]
)
def test_an_address_that_serves_the_event_is_not_its_place(use: str) -> None:
    assert read_among_others(f"{use}, 12 rue de la Gare, 59000 Lille") == []


def test_a_postcode_in_brackets_belongs_to_the_town_before_it() -> None:
    found = read_among_others("Rendez-vous le 4 mai au 16, rue Haute à Abbeville (80100)")
    assert found == [at("Abbeville", street="16, rue Haute", postcode="80100")]


def test_a_street_is_no_town_with_a_typing_error() -> None:
    assert read_among_others("Le 4 mai, Maison des associations, rue du Moulin, Hirson") == [
        at("Hirson", "Maison des associations", "rue du Moulin")
    ]
