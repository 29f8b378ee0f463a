"""Pages that tell a town, a place or an hour apart from the day it belongs to, each in its own words.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

MORE: list[tuple[str, str, list[str]]] = [
    (
        "Imaginer Noyelles-sous-Lens demain",
        "<p>Les élus vous attendent samedi 18 juin 2022, de 10h à 17h, sous le chapiteau installé place Jaurès.</p>",
        ["2022-06-18 10:00-17:00 Noyelles-sous-Lens"],
    ),
    (
        "Permanence du délégué du préfet",
        "<p>Il sera présent au marché de Nogent-sur-Oise mardi 4 octobre 2022 de 9h à 12h et à la Maison des services "
        "de Méru mercredi 5 octobre 2022 de 14h à 17h.</p>",
        ["2022-10-04 09:00-12:00 Nogent-sur-Oise", "2022-10-05 14:00-17:00 Méru"],
    ),
    (
        "Petit déjeuner des partenaires",
        "<p>Jeudi 8 février 2024 de 8h30 à 10h.</p><p>Lieu : Maison du Papier, Blendecques.</p><p>Merci de vous "
        "inscrire (Tél. 03 21 00 00 00 - 1 chemin Vert, 62380 Lumbres).</p>",
        ["2024-02-08 08:30-10:00 Blendecques"],
    ),
    (
        "Lettre de la cité éducative",
        "<p>Mercredi 24 mars 2021, 14h-16h</p><p>Atelier cuisine</p><p>Maison de quartier Pasteur</p>"
        "<p>Mardi 6 avril 2021, 17h30</p><p>Comité de suivi (en visioconférence)</p><p>CONTACT</p>"
        "<p>Ville de Coudekerque-Branche</p>"
        "<p>Place de la République</p><p>59210 Coudekerque-Branche</p>",
        ["2021-03-24 14:00-16:00 Coudekerque-Branche", "2021-04-06 17:30- ? online"],
    ),
    (
        "Le festival prend ses quartiers",
        "<p>Les 7 et 8 octobre 2021.</p><p>Jeudi 7 : table ronde à l'Escapade (Hénin-Beaumont), 14h<br>"
        "Vendredi 8 : clôture à la gare d'eau (Lens), 19h</p>",
        ["2021-10-07 14:00- Hénin-Beaumont", "2021-10-08 19:00- Lens"],
    ),
    (
        "Mardi 14 mai 2024 : les Olympiades",
        "<p>300 enfants sont attendus au stade Roger-Couderc de Bruay-la-Buissière, de 9h à 16h.</p>",
        ["2024-05-14 09:00-16:00 Bruay-la-Buissière"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), MORE, ids=[case[0] for case in MORE])
def test_towns_told_apart(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


TOLD_ONCE: list[tuple[str, str, list[str]]] = [
    (
        "Assises du sport",
        "<p>Lieu : Aréna Couvert – Chemin Vert – Hirson</p><p>Date : mardi 2 avril 2024</p>"
        "<p>Horaires : 9:00 – 16:30</p><p>Plus d'infos : Agence du sport, 4 rue Botha, 75020 Paris</p>",
        ["2024-04-02 09:00-16:30 Hirson"],
    ),
    (
        "Appel à bénévoles",
        "<p>Le 15 juin 2024 à Tourcoing et le 22 juin 2024 à Wattrelos, la recyclerie organise ses ventes. De 9h à "
        "17h, venez nombreux !</p>",
        ["2024-06-15 09:00-17:00 Tourcoing", "2024-06-22 09:00-17:00 Wattrelos"],
    ),
    (
        "Les ateliers du plan climat",
        "<table><tr><th></th><th>Atelier 1</th><th>Atelier 2</th></tr>"
        "<tr><th>Air</th><td>3 mars 2020<br>Doullens</td><td>24 mars 2020<br>Albert</td></tr>"
        "<tr><th>Eau</th><td>5 mars 2020<br>Corbie</td><td>26 mars 2020<br>Roye</td></tr></table><p>9h-12h</p>",
        [
            "2020-03-03 09:00-12:00 Doullens",
            "2020-03-05 09:00-12:00 Corbie",
            "2020-03-24 09:00-12:00 Albert",
            "2020-03-26 09:00-12:00 Roye",
        ],
    ),
    (
        "Lancement de la Ruche aux projets",
        "<p>Un accompagnement pour les associations des quartiers de Fourmies. Réunion de présentation mardi 19 "
        "septembre 2023 à 18h à la Maison de l'amitié.</p>",
        ["2023-09-19 18:00- Fourmies"],
    ),
    (
        "Parcours de visites",
        "<ol><li>Douai, Gayant — 22 avril 2022</li><li>Soissons, Presles-Chevreux — 24 juin 2022</li></ol>",
        ["2022-04-22 - Douai", "2022-06-24 - Soissons"],
    ),
    (
        "Réunion d'information",
        "<p>Elle a lieu le vendredi 8 mars 2019 à 14h, avenue des Facultés, à Laon, et simultanément "
        "en visioconférence.</p>",
        ["2019-03-08 14:00- Laon hybrid"],
    ),
    (
        "Portes ouvertes de l'équipe de réussite éducative de Bailleul",
        "<p>Mardi 8 octobre 2019 à partir de 16h30.</p><p>12, rue Eugène Bar – 1er étage</p>",
        ["2019-10-08 16:30- Bailleul"],
    ),
    (
        "Les rendez-vous de l'emploi",
        "<table><tr><th>Département</th><th>Ville</th><th>Date</th></tr>"
        "<tr><td>Aisne</td><td>Chauny</td><td>3 avril 2023</td></tr>"
        "<tr><td>Oise</td><td>Creil</td><td>11 avril 2023</td></tr></table>",
        ["2023-04-03 - Chauny", "2023-04-11 - Creil"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), TOLD_ONCE, ids=[case[0] for case in TOLD_ONCE])
def test_places_and_hours_told_once(title: str, body: str, expected: list[str]) -> None:
    reading = read_page(title, body)
    assert tell_sessions(reading) == expected
    assert not {venue.name for venue in reading.venues} & {"Agence du sport", "Aisne", "Oise"}


APART: list[tuple[str, str, list[str]]] = [
    (
        "Le camion des services",
        "<ul><li>le lundi 5 février 2024 à Anor (9h-12h, halle) et à Trélon (14h-16h, mairie)</li>"
        "<li>le mardi 6 février 2024 à Wignehies (10h-12h, place Verte)</li></ul>",
        ["2024-02-05 09:00-12:00 Anor", "2024-02-05 14:00-16:00 Trélon", "2024-02-06 10:00-12:00 Wignehies"],
    ),
    (
        "Rencontre régionale à Seclin",
        "<p>Rendez-vous mardi 17 octobre 2023 à la Ferme Dupire.</p><p>9h : accueil – 9h30 : lancement – 12h : "
        "buffet – 13h30 : ateliers – 16h30 : fin</p>",
        ["2023-10-17 09:30-16:30 Seclin"],
    ),
    (
        "Permanences dans les centres sociaux de Wattrelos",
        "<ul><li>Centre social Beaulieu : 23 avril 2024, 9h-12h</li>"
        "<li>Centre social Petit-Croix Rouge : 25 avril 2024, 14h-17h</li></ul>",
        ["2024-04-23 09:00-12:00 Wattrelos", "2024-04-25 14:00-17:00 Wattrelos"],
    ),
    (
        "Atelier des coordinateurs",
        "<p>Prochaine date : le 9 juin 2022 à Ham (16 rue Mac Orlan), après Noyon le 3 février 2022 et Albert le 7 "
        "avril 2022.</p>",
        ["2022-06-09 - Ham"],
    ),
    (
        "La cité éducative de Lens fête ses deux ans",
        "<p>Mercredi 19 octobre 2022, de 14h à 18h, au stade Léo-Lagrange. Spectacle de la compagnie « Les Voyageurs » "
        "(Arras).</p>",
        ["2022-10-19 14:00-18:00 Lens"],
    ),
    (
        "Élection des représentants",
        "<p>Les habitants du quartier des Provinces (Laon) votent le samedi 21 mars 2015, de 10h à 17h, dans les "
        "locaux du centre social.</p>",
        ["2015-03-21 10:00-17:00 Laon"],
    ),
    (
        "La semaine des métiers",
        "<p>Du lundi 20 au vendredi 24 mars 2023, la Cité de l'emploi met les métiers à l'honneur à Calais.</p>"
        "<ul><li>mardi : métiers du bois – Forum Gambetta, 9h-12h</li>"
        "<li>jeudi : métiers du soin – lycée du Détroit, 14h-17h</li></ul>",
        ["2023-03-21 09:00-12:00 Calais", "2023-03-23 14:00-17:00 Calais"],
    ),
    (
        "L'école ouvre ses portes",
        "<p>Rencontres à l'école Zola de Marle, de 9h à 11h : les samedis 14 octobre 2023, 20 janvier "
        "et 6 avril 2024.</p>",
        ["2023-10-14 09:00-11:00 Marle", "2024-01-20 09:00-11:00 Marle", "2024-04-06 09:00-11:00 Marle"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), APART, ids=[case[0] for case in APART])
def test_meetings_of_one_day_and_towns_of_others(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected
