"""Whole brochures, flyers and programmes: every session with its day, hours, town and mode, and the places."""

from __future__ import annotations

from tests.extract.documents import places_of, read_brochure, sessions_of


def test_a_save_the_date_with_its_sender_in_the_footer() -> None:
    text = """# Save the date !
## Les assises régionales de la participation
15 & 16 novembre 2023
Tourcoing
Programme et inscriptions à venir
Contact : assises@exemple.org
IREV - 3e étage - 1 place Georges Lyon - 59000 Lille"""
    assert sessions_of(read_brochure(text, "flyer")) == [
        ("2023-11-15", None, None, "Tourcoing", "in_person"),
        ("2023-11-16", None, None, "Tourcoing", "in_person"),
    ]


def test_a_season_of_evenings_under_their_days() -> None:
    text = """# Les Jeudis de la ville durable
Saison 2024-2025
## 17 octobre
La ville à hauteur d'enfant
Compiègne, salle André-Pommery
## 6 février
Se déplacer sans voiture
Méru, Le Domaine
---col---
## Horaires
De 17h30 à 19h30
## Inscriptions
Sur le site de l'agence d'urbanisme
13 allée de la Faïencerie
60100 Creil"""
    reading = read_brochure(text, "two-columns")
    assert sessions_of(reading) == [
        ("2024-10-17", "17:30", "19:30", "Compiègne", "in_person"),
        ("2025-02-06", "17:30", "19:30", "Méru", "in_person"),
    ]
    assert places_of(reading) == [("salle André-Pommery", None, "Compiègne"), ("Le Domaine", None, "Méru")]


def test_an_invitation_by_a_mayor() -> None:
    text = """# Réunion publique
## Rénovation urbaine du Faubourg de Béthune
Madame le Maire de Lille,
les élus du quartier
et les bailleurs
vous invitent à échanger
Mercredi 5 février
18 h 30
Salle Concorde
69 rue Saint-Bernard
Janvier 2020"""
    reading = read_brochure(text, "flyer")
    assert sessions_of(reading) == [("2020-02-05", "18:30", None, "Lille", "in_person")]
    assert places_of(reading) == [("Salle Concorde", "69 rue Saint-Bernard", "Lille")]


def test_sittings_moved_online_but_one() -> None:
    text = """# Programme des ateliers du réseau
Les ateliers prévus en présentiel sont basculés en visioconférence, sauf mention contraire.
Atelier 1 - Financer son entreprise
Mardi 22 septembre 2020 - 10h/12h - Zoom
Atelier 2 - Le commerce de proximité
Mardi 17 novembre 2020 - 9h30/12h30 - La Plaine Images, 99 boulevard Descat, Tourcoing"""
    assert sessions_of(read_brochure(text)) == [
        ("2020-09-22", "10:00", "12:00", None, "online"),
        ("2020-11-17", "09:30", "12:30", "Tourcoing", "in_person"),
    ]


def test_sessions_to_choose_from_under_their_year() -> None:
    text = """# Formation « Laïcité au quotidien »
Sessions 2022 (au choix) :
* Saint-Omer : 10 et 11 mars, Maison de l'Etat, 41 rue Saint-Bertin
* Arras : 22 et 23 septembre, Office culturel, 61 Grand'Place
* Calais : 24 novembre, Centre Gérard Philipe, rue Gérard Philipe
Accueil à 8h45, début des travaux à 9h, fin à 17h.
Votre contact : Ligue de l'enseignement, 55 rue Michelet, 62000 Arras"""
    reading = read_brochure(text)
    assert sessions_of(reading) == [
        ("2022-03-10", "09:00", "17:00", "Saint-Omer", "in_person"),
        ("2022-03-11", "09:00", "17:00", "Saint-Omer", "in_person"),
        ("2022-09-22", "09:00", "17:00", "Arras", "in_person"),
        ("2022-09-23", "09:00", "17:00", "Arras", "in_person"),
        ("2022-11-24", "09:00", "17:00", "Calais", "in_person"),
    ]
    assert places_of(reading) == [
        ("Maison de l'Etat", "41 rue Saint-Bertin", "Saint-Omer"),
        ("Office culturel", "61 Grand'Place", "Arras"),
        ("Centre Gérard Philipe", "rue Gérard Philipe", "Calais"),
    ]


def test_a_planning_in_a_table_whose_town_stands_above() -> None:
    text = """# PLANNING PRÉVISIONNEL DES COMITÉS TECHNIQUES 2017
Contrat de ville de l'agglomération de Saint-Quentin
| Instance | Date | Horaire | Salle |
| COTECH 1 | 26/01/17 | 9h30 | Salle Foucauld |
| COPIL | 27/04/17 | 14h00 | Hôtel de ville, salle du conseil |
Direction de la politique de la ville - 58 boulevard Victor Hugo - 02100 Saint-Quentin"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2017-01-26", "09:30", None, "Saint-Quentin", "in_person"),
        ("2017-04-27", "14:00", None, "Saint-Quentin", "in_person"),
    ]


def test_an_inauguration_in_a_quarter() -> None:
    text = """# Invitation presse
Valérie Morel, présidente de la communauté d'agglomération,
Aymeric Robin, maire de Raismes,
et Olivier Jacob, sous-préfet de Valenciennes,
ont le plaisir de vous inviter à la pose de la première pierre
le jeudi 19 octobre 2017, à 11 h
Rue des Amaryllis, quartier Sabatier, à Raismes
Contact presse : Marie Duval - 2 place de l'hôpital général - CS 60227 - 59305 Valenciennes Cedex"""
    reading = read_brochure(text)
    assert sessions_of(reading) == [("2017-10-19", "11:00", None, "Raismes", "in_person")]


def test_a_meeting_by_telephone_instead_of_one_on_site() -> None:
    text = """# Note aux partenaires
La réunion du 12 mars 2020, prévue à la sous-préfecture de Vervins, est annulée.
Elle est remplacée par une audioconférence le 19 mars 2020 de 14h à 15h."""
    assert sessions_of(read_brochure(text))[1] == ("2020-03-19", "14:00", "15:00", None, "online")


def test_a_tour_of_towns_on_a_call_for_projects() -> None:
    text = """# Tournée d'information sur l'appel à projets 2021
| Ville | Date | Horaire | Lieu |
| Cambrai | 3 novembre 2020 | 10h | Hôtel de ville, salle des cérémonies |
| Caudry | 5 novembre 2020 | 14h | Maison de l'emploi |"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2020-11-03", "10:00", None, "Cambrai", "in_person"),
        ("2020-11-05", "14:00", None, "Caudry", "in_person"),
    ]


def test_an_hour_before_a_street_is_no_number_of_it() -> None:
    text = """# Visite d'étude
Lundi 2 octobre 2017, Grande Résidence, Lens
Départ du bus (8h30, boulevard de Turin)"""
    assert [street for _, street, _ in places_of(read_brochure(text)) if street] == []
