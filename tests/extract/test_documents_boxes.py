"""Papers in columns, boxes and lists: lines that stand by themselves, however full the line above them is."""

from __future__ import annotations

from extract.read import read_document
from tests.extract.documents import places_of, read_brochure, sessions_of
from warehouse.reference import load_knowledge


def test_lines_of_a_list_by_their_towns_stay_apart() -> None:
    text = """# Réunions d'information sur la programmation
Guise : lundi 6 mars 2023 de 10h à 12h, mairie annexe, 12 rue de la Sous-Direction, escalier du fond
Hirson : jeudi 9 mars 2023 de 14h à 16h, centre culturel, 1 rue de Guise
Vervins : mardi 14 mars 2023 de 10h à 12h, sous-préfecture, salle du conseil, place du Général de Gaulle
Chauny : mardi 21 mars 2023 de 14h à 16h, Maison des associations, 4 avenue Haute"""
    reading = read_brochure(text)
    assert [city for _, _, _, city, _ in sessions_of(reading)] == ["Guise", "Hirson", "Vervins", "Chauny"]
    assert ("Maison des associations", "4 avenue Haute", "Chauny") in places_of(reading)


def test_a_town_above_its_day_in_a_narrow_column() -> None:
    text = """# Comptabilité des petites associations
## Pour qui ?
Toute association du territoire, même sans salarié.
## Réservez
Point d'appui, 3 rue Basse, Avesnes-sur-Helpe
---col---
## Choisissez votre date
Fourmies
mardi 17 janvier 2023 à 18h30
Mairie de Fourmies, place Georges Coppeaux
Landrecies
jeudi 26 janvier 2023 à 18h30
Salle des Tilleuls"""
    reading = read_brochure(text, "two-columns-rows")
    assert [(day, city) for day, _, _, city, _ in sessions_of(reading)] == [
        ("2023-01-17", "Fourmies"),
        ("2023-01-26", "Landrecies"),
    ]
    assert [place for place in places_of(reading) if place[0]] == [
        ("Mairie", "place Georges Coppeaux", "Fourmies"),
        ("Salle des Tilleuls", None, "Landrecies"),
    ]


def test_a_bulletin_to_send_back_far_before_its_day() -> None:
    text = """# Colloque « Habiter »
Les 5 et 6 novembre 2015 à Lens
Atelier B : la rue et ses usages
Bulletin à renvoyer à l'association Territoires, BP 40218, 59029 Lille Cedex, pour le 23 octobre 2015"""
    reading = read_brochure(text)
    assert [day for day, *_ in sessions_of(reading)] == ["2015-11-05", "2015-11-06"]
    assert places_of(reading) == [(None, None, "Lens")]


def test_an_address_at_the_very_beginning_of_a_text() -> None:
    text = "Le 11/19\nChemin des Fosses\nF-62750 Loos-en-Gohelle"
    reading = read_document(text.encode(), None, "text/plain", load_knowledge())
    assert places_of(reading) == [("Le 11/19", "Chemin des Fosses", "Loos-en-Gohelle")]


def test_the_numbers_of_a_pit_are_no_numbers_of_a_street() -> None:
    text = "à la Fabrique, Base 11/19, rue de Bourgogne, 62750 Loos-en-Gohelle"
    reading = read_document(text.encode(), None, "text/plain", load_knowledge())
    assert places_of(reading) == [("Fabrique, Base 11/19", "rue de Bourgogne", "Loos-en-Gohelle")]


def test_a_group_with_its_house_between_semicolons() -> None:
    text = "Groupe 3 ; Mission locale du Calaisis ; Calais ; 10 places"
    reading = read_document(text.encode(), None, "text/plain", load_knowledge())
    assert [city for _, _, city in places_of(reading)] == ["Calais"]


def test_a_house_lies_in_the_town_that_opens_its_clause() -> None:
    text = """# Réunions de présentation du dispositif
arrondissement de Cambrai : le 7 décembre 2020 à 14h30 (salle des fêtes de Caudry) ;
arrondissement de Dunkerque : le 11 décembre 2020 à 10h (sous-préfecture).
Pour ceux qui n'étaient pas disponibles, une session va avoir lieu en visioconférence le 15 décembre à 17h."""
    assert [(city, mode) for _, _, _, city, mode in sessions_of(read_brochure(text))] == [
        ("Caudry", "in_person"),
        ("Dunkerque", "in_person"),
        (None, "online"),
    ]


def test_groups_with_their_places_in_brackets_over_their_days() -> None:
    text = """# Analyse des pratiques 2019
| Séance | Groupe Littoral (Calais, Maison pour tous) | Groupe Flandre (Hazebrouck, 4 rue du Milieu) |
| 1 | 24/01/2019 | 29/01/2019 |
| 2 | 21/03/2019 | 26/03/2019 |"""
    assert [city for _, _, _, city, _ in sessions_of(read_brochure(text, "table"))] == [
        "Calais",
        "Hazebrouck",
        "Calais",
        "Hazebrouck",
    ]


def test_the_hours_of_a_morning_and_of_what_follows_it() -> None:
    text = """# Journée « Santé »
Jeudi 23 septembre 2021
Matinée d'échanges : 9h-12h, Espace Noiret, Hazebrouck
Après-midi, ateliers au choix : 14h-16h30"""
    assert sessions_of(read_brochure(text)) == [("2021-09-23", "09:00", "16:30", "Hazebrouck", "in_person")]


def test_who_speaks_alone_before_a_house() -> None:
    text = """# Rencontres du logement
Mardi 8 octobre 2019 - 8h30 à 13h
Kursaal, 7 place du Casino, Dunkerque
9h20 Grand témoin : Claire Petit, Sciences Po Rennes
11h45 Table ronde"""
    assert [name for name, _, _ in places_of(read_brochure(text))] == ["Kursaal"]


def test_halves_of_days_over_places_beside_their_day() -> None:
    text = """# Tournée du camion santé - octobre 2022
| Date | Matin (9h-12h) | Après-midi (14h-17h) |
| Mardi 4 octobre | Hirson, place Victor Hugo | Guise, mairie |
| Jeudi 6 octobre | Wassigny, salle des fêtes | Étreux, maison de santé |"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2022-10-04", "09:00", "12:00", "Hirson", "in_person"),
        ("2022-10-04", "14:00", "17:00", "Guise", "in_person"),
        ("2022-10-06", "09:00", "12:00", "Wassigny", "in_person"),
        ("2022-10-06", "14:00", "17:00", "Étreux", "in_person"),
    ]


def test_a_town_and_its_quarter_before_several_days() -> None:
    text = """# Calendrier 2021 des comités de quartier
| Comité | Printemps | Automne |
| Tourcoing - La Bourgogne | 11/03/2021 | 07/10/2021 |
| Halluin | 18/03/2021 | 14/10/2021 |"""
    assert [city for _, _, _, city, _ in sessions_of(read_brochure(text, "table"))] == [
        "Tourcoing",
        "Halluin",
        "Tourcoing",
        "Halluin",
    ]


def test_the_house_that_ends_a_line_of_hours() -> None:
    text = """# Semaine des retraités à Aniche
LUNDI 3 OCTOBRE 2022
10h : marche douce au complexe Pernot
MARDI 4 OCTOBRE 2022
15h : goûter à la résidence Les Lilas"""
    assert places_of(read_brochure(text)) == [
        ("complexe Pernot", None, "Aniche"),
        ("résidence Les Lilas", None, "Aniche"),
    ]


def test_an_agglomeration_at_its_own_address() -> None:
    text = """# Compte rendu de la réunion « Logement »
19 novembre 2018 - Communauté urbaine de Dunkerque, 1 rue Haute
Présents : M. Petit (Bergues), Mme Roux (Bourbourg)"""
    assert [city for _, _, _, city, _ in sessions_of(read_brochure(text))] == ["Dunkerque"]


def test_the_welcome_of_a_day_below_its_weekday() -> None:
    text = """# Université d'hiver
Du vendredi 1er au samedi 2 février 2019
Centre Les Tourelles, Condette
Vendredi
14h00 accueil
14h30 jeux
18h00 fin
Samedi
9h00 ateliers
16h00 fin
Possible sur place (15 euros)"""
    assert sessions_of(read_brochure(text)) == [
        ("2019-02-01", "14:30", "18:00", "Condette", "in_person"),
        ("2019-02-02", "09:00", "16:00", "Condette", "in_person"),
    ]


def test_a_day_over_two_entries_each_at_its_hour() -> None:
    text = """# Théâtre-forum contre les violences
Jeudi 21 novembre 2019, 14h
Salle Carpentier, Carvin
Jeudi 21 novembre 2019, 19h
Espace Gare, Carvin
Mardi 26 novembre 2019, 19h
Le Temple, Bruay-la-Buissière"""
    assert sessions_of(read_brochure(text)) == [
        ("2019-11-21", "14:00", None, "Carvin", "in_person"),
        ("2019-11-21", "19:00", None, "Carvin", "in_person"),
        ("2019-11-26", "19:00", None, "Bruay-la-Buissière", "in_person"),
    ]


def test_days_under_a_title_with_their_month_and_their_house() -> None:
    text = """# Vos rendez-vous de juin 2018 à la maison de quartier Nord
3 rue Haute, Beauvais
Vendredi 1er - 14h : jeux de société
Samedi 9 - 10h : brocante
Mardi 26 - 9h30 : atelier cuisine"""
    assert [(day, start, city) for day, start, _, city, _ in sessions_of(read_brochure(text))] == [
        ("2018-06-01", "14:00", "Beauvais"),
        ("2018-06-09", "10:00", "Beauvais"),
        ("2018-06-26", "09:30", "Beauvais"),
    ]


def test_the_high_street_by_its_number() -> None:
    text = """# Réunions de lancement
| Arrondissement | Date | Lieu |
| Montdidier | 11 janvier 2023 à 9h30 | Mairie, 12 Grande Rue |
| Abbeville | 12 janvier 2023 à 14h | Salle Ponthieu, 4 Grand'Rue |"""
    assert places_of(read_brochure(text, "table")) == [
        ("Mairie", "12 Grande Rue", "Montdidier"),
        ("Salle Ponthieu", "4 Grand'Rue", "Abbeville"),
    ]


def test_four_days_with_dashes_between_them_are_a_list() -> None:
    text = """# Gym douce
4 - 11 - 18 - 25 mars 2021
de 9h à 10h
Salle des sports, Orchies"""
    assert [day for day, *_ in sessions_of(read_brochure(text))] == [
        "2021-03-04",
        "2021-03-11",
        "2021-03-18",
        "2021-03-25",
    ]


def test_streets_called_by_what_stands_there() -> None:
    text = """# Permanences d'avril 2018
## Guise
Jeudi 5 avril 2018 - 14h
Odysséa, rue des écoles
## Hirson
Jeudi 12 avril 2018 - 14h
Mission locale, place de la mairie
## Infos
Réseau Alpha, 4 rue Haute, Laon"""
    reading = read_brochure(text)
    assert places_of(reading) == [
        ("Odysséa", "rue des écoles", "Guise"),
        ("Mission locale", "place de la mairie", "Hirson"),
    ]
    assert [city for _, _, _, city, _ in sessions_of(reading)] == ["Guise", "Hirson"]


def test_a_room_called_after_a_town_far_away() -> None:
    text = """# Formation des adultes-relais
Mardi 3 mai 2022 de 9h à 12h
Salle Bobigny, 3 rue du Parc"""
    assert places_of(read_brochure(text)) == [("Salle Bobigny", "3 rue du Parc", None)]


def test_stations_of_a_journey_are_not_where_it_leads() -> None:
    text = """# Voyage d'étude à Grenoble
Jeudi 6 juin 2019
Départ : gare de Lille-Flandres, 6h
Arrivée : gare de Grenoble, 11h
Rencontre à la Maison des habitants, 97 galerie de l'Arlequin"""
    assert [(name, city) for name, _, city in places_of(read_brochure(text)) if name] == [
        ("Maison des habitants", "Grenoble")
    ]


def test_the_town_before_an_organisers_premises() -> None:
    text = """# Parcours « Référent »
Module 1 - à Roubaix, dans les locaux de l'URH - vendredi 4 mars 2022 - 9h30/16h"""
    assert [city for _, _, _, city, _ in sessions_of(read_brochure(text))] == ["Roubaix"]


def test_a_house_of_a_village_alone_below_its_day() -> None:
    text = """# Ateliers mémoire
## TRÉLON
Lundi 6 mars 2023 de 14h à 16h
Salle polyvalente
## OHAIN
Jeudi 9 mars 2023 de 14h à 16h
Salle des fêtes"""
    assert [place for place in places_of(read_brochure(text)) if place[0]] == [
        ("Salle polyvalente", None, "Trélon"),
        ("Salle des fêtes", None, "Ohain"),
    ]


def test_a_frame_of_which_only_the_first_and_the_last_hour_are_told() -> None:
    text = """# Stage des animateurs
Dates : du 3 au 6 juin 2019
Horaires : début lundi 3 à 14h - fin jeudi 6 à 12h
Hébergement et formation : Maison familiale, 2 rue du Parc, Beauvais"""
    assert sessions_of(read_brochure(text)) == [
        ("2019-06-03", "14:00", None, "Beauvais", "in_person"),
        ("2019-06-04", None, None, "Beauvais", "in_person"),
        ("2019-06-05", None, None, "Beauvais", "in_person"),
        ("2019-06-06", None, "12:00", "Beauvais", "in_person"),
    ]


def test_who_carries_a_project_is_not_where_it_takes_place() -> None:
    text = """# Fiche action : atelier « Jardins »
Porteur : association Terre, 4 rue Haute, 59100 Roubaix
Lancement le 12 septembre 2019 (14h, salle Watremez, Wattrelos)"""
    assert places_of(read_brochure(text)) == [("salle Watremez", None, "Wattrelos")]


def test_a_street_called_after_somebody_with_a_ligature() -> None:
    text = """# Réunion des locataires
Jeudi 7 novembre 2019 à 17h30
Loge du gardien
rue des Œillets
59460 Jeumont"""
    assert places_of(read_brochure(text)) == [("Loge du gardien", "rue des Œillets", "Jeumont")]
