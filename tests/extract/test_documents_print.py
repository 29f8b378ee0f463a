"""Whole printed papers: programmes, tables of sessions, forms and posters, with every session and every place."""

from __future__ import annotations

from tests.extract.documents import places_of, read_brochure, sessions_of


def test_fridays_whose_hours_stand_above_the_table() -> None:
    text = """# Les matinées de la parentalité 2024
## Maison pour tous, Hirson
Les mardis de 9h30 à 11h
| Mardi 9 janvier | Les repas | Grande salle |
| Mardi 6 février | Le sommeil, départ 9h30 de la mairie | Médiathèque |
| Mardi 5 mars | Jouer ensemble | Grande salle |"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2024-01-09", "09:30", "11:00", "Hirson", "in_person"),
        ("2024-02-06", "09:30", "11:00", "Hirson", "in_person"),
        ("2024-03-05", "09:30", "11:00", "Hirson", "in_person"),
    ]


def test_hours_of_each_weekday_below_the_weekends() -> None:
    text = """# Université populaire : les dates
Étape 1 : 7 et 8 octobre 2023 - Ferme pédagogique, Guînes
Étape 2 : 4 et 5 novembre 2023 - Le Channel, Calais
Le samedi de 10h à 17h, le dimanche de 9h30 à 13h"""
    assert sessions_of(read_brochure(text)) == [
        ("2023-10-07", "10:00", "17:00", "Guînes", "in_person"),
        ("2023-10-08", "09:30", "13:00", "Guînes", "in_person"),
        ("2023-11-04", "10:00", "17:00", "Calais", "in_person"),
        ("2023-11-05", "09:30", "13:00", "Calais", "in_person"),
    ]


def test_an_exception_in_brackets_behind_its_day() -> None:
    text = """# Comités de suivi 2021
| Comité technique | 14 janvier | 8 avril |
| Comité de pilotage | 11 février | 20 mai |
Les réunions ont lieu à 10 h à l'hôtel de ville, place Foch, 60000 Beauvais, sauf celle du 8 avril (visioconférence)."""
    assert sorted(sessions_of(read_brochure(text, "table"))) == [
        ("2021-01-14", "10:00", None, "Beauvais", "in_person"),
        ("2021-02-11", "10:00", None, "Beauvais", "in_person"),
        ("2021-04-08", "10:00", None, None, "online"),
        ("2021-05-20", "10:00", None, "Beauvais", "in_person"),
    ]


def test_a_second_house_in_the_town_of_the_first() -> None:
    text = """# Programme du colloque
## Jeudi 5 mars 2020 - Hôtel de ville, Soissons
14h00 Ouverture
15h00 Table ronde : l'expérience de Laon et de Guise
17h00 Visite
## Vendredi 6 mars 2020 - Le Mail, 7 rue Jean de Dormans
9h00 Ateliers
12h00 Clôture"""
    reading = read_brochure(text)
    assert sessions_of(reading) == [
        ("2020-03-05", "14:00", None, "Soissons", "in_person"),
        ("2020-03-06", "09:00", "12:00", "Soissons", "in_person"),
    ]
    assert places_of(reading) == [
        ("Hôtel de ville", None, "Soissons"),
        ("Le Mail", "7 rue Jean de Dormans", "Soissons"),
    ]


def test_days_to_tick_on_a_form() -> None:
    text = """# Talon-réponse
à retourner avant le 2 mai 2019 à : Ligue des familles, 8 rue Neuve, 59300 Valenciennes
s'inscrit à la séance :
[ ] mardi 14 mai 2019, 9h-12h, Maison de quartier Beaujardin, 10 rue Lomprez, Valenciennes
[ ] jeudi 23 mai 2019, 14h-17h, MJC d'Anzin, 21 rue Pasteur"""
    reading = read_brochure(text)
    assert sessions_of(reading) == [
        ("2019-05-14", "09:00", "12:00", "Valenciennes", "in_person"),
        ("2019-05-23", "14:00", "17:00", "Anzin", "in_person"),
    ]
    assert places_of(reading)[1] == ("MJC", "21 rue Pasteur", "Anzin")


def test_towns_of_the_talks_of_a_programme_held_online() -> None:
    text = """# Webconférence : le sport au féminin
Mardi 9 mars 2021, en ligne
9h30 Introduction par la déléguée régionale
9h45 Retours d'expérience : Hirson, Vervins et Guise
10h30 Présentation du diagnostic mené à Tergnier
11h30 Conclusion"""
    reading = read_brochure(text)
    assert sessions_of(reading) == [("2021-03-09", "09:30", "11:30", None, "online")]
    assert places_of(reading) == []


def test_days_with_two_letters_in_the_agenda_of_a_network() -> None:
    text = """# Les rendez-vous du réseau
| Date | Rendez-vous | Lieu |
| Je 9/03 | Réseau des médiateurs | Cambrai - Maison Falleur |
| Ma 21/03 | Visite du quartier | Caudry - RDV gare |
Mars 2023"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2023-03-09", None, None, "Cambrai", "in_person"),
        ("2023-03-21", None, None, "Caudry", "in_person"),
    ]


def test_one_day_in_several_towns_each_with_its_hours() -> None:
    text = """# Portes ouvertes des ressourceries
Samedi 8 avril 2023
Avion : La Boutique, rue Jules-Guesde, 9h-12h
Liévin : Atelier du Réemploi, rue Basly, 14h-17h30
Carvin : Le Grenier, rue Florent-Évrard, 10h-16h"""
    assert sessions_of(read_brochure(text)) == [
        ("2023-04-08", "09:00", "12:00", "Avion", "in_person"),
        ("2023-04-08", "14:00", "17:30", "Liévin", "in_person"),
        ("2023-04-08", "10:00", "16:00", "Carvin", "in_person"),
    ]


def test_two_meetings_of_one_day_in_two_towns() -> None:
    text = """# Réunions d'information 2018
| Jour | Heure | Commune |
| Lundi 5 mars | 10h | Doullens |
| Lundi 5 mars | 14h30 | Corbie |
| Mardi 6 mars | 10h | Ham |"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2018-03-05", "10:00", None, "Doullens", "in_person"),
        ("2018-03-05", "14:30", None, "Corbie", "in_person"),
        ("2018-03-06", "10:00", None, "Ham", "in_person"),
    ]


def test_a_poster_whose_year_is_that_of_its_season() -> None:
    text = """# Apéro-débat
## Jeu. 6 avril 19h
## Le Nautilys
12 rue du Port, Comines
Saison 2016-2017"""
    assert sessions_of(read_brochure(text, "flyer")) == [("2017-04-06", "19:00", None, "Comines", "in_person")]


def test_the_sender_below_an_answer() -> None:
    text = """Invitation à l'inauguration du pôle social
le mardi 12 septembre 2023 à 18 h 00
Salle polyvalente du Cateau
Rue du 14 juillet
R.S.V.P. avant le 5 septembre au 03 27 00 00 00
6 rue du Marché aux chevaux - 59360 LE CATEAU-CAMBRESIS"""
    assert places_of(read_brochure(text))[0][1] == "Rue du 14 juillet"
    assert len(places_of(read_brochure(text))) == 1


def test_weekdays_below_the_frame_of_their_week() -> None:
    text = """# Semaine de la parentalité à Loon-Plage
Du mardi 14 au vendredi 17 mai 2019
## Mardi
Atelier cuisine - 9h30 - maison de quartier
## Jeudi
Conférence - 18h - médiathèque
## Vendredi
Spectacle - 17h - salle Coluche"""
    assert sessions_of(read_brochure(text)) == [
        ("2019-05-14", "09:30", None, "Loon-Plage", "in_person"),
        ("2019-05-16", "18:00", None, "Loon-Plage", "in_person"),
        ("2019-05-17", "17:00", None, "Loon-Plage", "in_person"),
    ]


def test_the_place_below_a_run_of_days() -> None:
    text = """# Parcours de formation des médiateurs
## Groupe A
Séance 1 : 6 mai 2021, 9h-12h
Séance 2 : 3 juin 2021, 9h-12h
Maison du citoyen
8 rue du Moulin
59220 Denain
## Groupe B
Séance 1 : 7 mai 2021, 9h-12h
Séance 2 : 4 juin 2021, 9h-12h
Espace Matisse
60100 Creil"""
    assert sessions_of(read_brochure(text)) == [
        ("2021-05-06", "09:00", "12:00", "Denain", "in_person"),
        ("2021-05-07", "09:00", "12:00", "Creil", "in_person"),
        ("2021-06-03", "09:00", "12:00", "Denain", "in_person"),
        ("2021-06-04", "09:00", "12:00", "Creil", "in_person"),
    ]


def test_quarters_and_bodies_beside_a_column_of_places() -> None:
    text = """# Calendrier des conseils de quartier 2023
| Quartier | Jour et heure | Lieu de réunion |
| Chemin Vert | 6 février, 18h30 | École Pasteur, 4 rue Haute, Roubaix |
| Place Verte | 8 février, 18h30 | Mairie annexe, 9 avenue Motte, Roubaix |
Hôtel de ville, service vie des quartiers, BP 737, 59066 Roubaix Cedex"""
    assert places_of(read_brochure(text, "table")) == [
        ("École Pasteur", "4 rue Haute", "Roubaix"),
        ("Mairie annexe", "9 avenue Motte", "Roubaix"),
    ]


def test_a_point_of_meeting_and_who_organises() -> None:
    text = """# Visite commentée du quartier Bellevue
Date : le 14 juin 2022 (9h30 – 12h00)
Point de rendez-vous : parvis de la mairie, Hem
Organisateur : CAUE du Nord, 98 rue des Stations, 59000 Lille"""
    assert sessions_of(read_brochure(text)) == [("2022-06-14", "09:30", "12:00", "Hem", "in_person")]


def test_a_table_whose_rows_are_day_hours_and_place() -> None:
    text = """# Les assises de la jeunesse
| | Acte 1 | Acte 2 | Acte 3 |
| Date | 11 janvier 2023 | 8 mars 2023 | 10 mai 2023 |
| Horaire | 18h-20h | 18h-20h | 9h-12h30 |
| Lieu | Espace Victor-Hugo, Méru | MJC, Creil | Salle des fêtes, Chambly |"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2023-01-11", "18:00", "20:00", "Méru", "in_person"),
        ("2023-03-08", "18:00", "20:00", "Creil", "in_person"),
        ("2023-05-10", "09:00", "12:30", "Chambly", "in_person"),
    ]


def test_places_below_the_weekday_alone() -> None:
    text = """# Colloque « Ville et travail »
19-20 mars 2020
Jeudi
Musée du textile
25 rue de la République
59610 Fourmies
Vendredi
Archives départementales
22 rue Saint-Bernard
59000 Lille
---col---
Inscription en ligne
Repas à 12 €"""
    assert [(day, city) for day, _, _, city, _ in sessions_of(read_brochure(text, "two-columns"))] == [
        ("2020-03-19", "Fourmies"),
        ("2020-03-20", "Lille"),
    ]


def test_a_programme_of_hours_is_a_meeting_whatever_its_title() -> None:
    text = """# Jeunesses rurales : partir ou rester ?
Mardi 3 octobre 2023
9h00 Accueil
9h30 Ouverture par le sous-préfet de Péronne
10h30 Regards croisés
12h00 Clôture
## Informations pratiques
Château de Péronne
Place André-Audinot
80200 PÉRONNE
Accès : gare TGV Haute-Picardie"""
    reading = read_brochure(text)
    assert sessions_of(reading) == [("2023-10-03", "09:30", "12:00", "Péronne", "in_person")]
    assert places_of(reading) == [("Château de Péronne", "Place André-Audinot", "Péronne")]


def test_lines_of_an_agenda_that_tell_their_subject_before_the_hour() -> None:
    text = """# Les dates à retenir du réseau
9 janv. 2023 : atelier des référents, 14h, Maison du projet (Denain)
7 févr. 2023 : visite de quartier, 9h-12h, mairie de Lourches
14 mars 2023 : réunion plénière, 17h, salle Villars, Denain"""
    assert [(day, start, city) for day, start, _, city, _ in sessions_of(read_brochure(text))] == [
        ("2023-01-09", "14:00", "Denain"),
        ("2023-02-07", "09:00", "Lourches"),
        ("2023-03-14", "17:00", "Denain"),
    ]


def test_ages_are_no_days() -> None:
    text = """# Stage de cirque
du mardi 11 au jeudi 13 février 2020
10h - 12h : 8/11 ans
Salle Jean-Vilar, Harnes"""
    assert [day for day, *_ in sessions_of(read_brochure(text, "flyer"))] == ["2020-02-11", "2020-02-12", "2020-02-13"]


def test_a_street_that_breaks_before_the_name_of_a_general() -> None:
    text = """# Réunion du réseau
Mardi 5 mai 2020, 14h
Maison des sports
12 avenue du Maréchal
Leclerc
62000 Arras"""
    assert places_of(read_brochure(text)) == [("Maison des sports", "12 avenue du Maréchal Leclerc", "Arras")]


def test_boxes_to_tick_with_the_hours_on_the_last_line() -> None:
    text = """# Inscription à l'atelier « Monter un budget participatif »
Dates et lieux (cocher) :
☐ CREIL : 5 et 6 mars 2024 – La Faïencerie, 2 allée Nelson
☐ LAON : 2 et 3 avril 2024 – Maison des arts, 2 place Aubry, espace Conférences
de 9 heures à 17 heures"""
    reading = read_brochure(text)
    assert sessions_of(reading) == [
        ("2024-03-05", "09:00", "17:00", "Creil", "in_person"),
        ("2024-03-06", "09:00", "17:00", "Creil", "in_person"),
        ("2024-04-02", "09:00", "17:00", "Laon", "in_person"),
        ("2024-04-03", "09:00", "17:00", "Laon", "in_person"),
    ]


def test_one_hour_at_the_head_of_a_line_below_all_days() -> None:
    text = """# Les mardis de la santé
| 8 octobre 2019 | Bien vieillir | Mme Claire Blond, infirmière, Lille |
| 10 décembre 2019 | La mémoire | Dr Paul Roger, CHU d'Amiens |
À 20 h - Salle des fêtes de Wingles - Entrée libre"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2019-10-08", "20:00", None, "Wingles", "in_person"),
        ("2019-12-10", "20:00", None, "Wingles", "in_person"),
    ]


def test_days_in_figures_of_the_year_that_the_planning_is_of() -> None:
    text = """# Parcours « Entreprendre au féminin »
Maison de l'entreprise, rue de l'Industrie, Fourmies
| Semaine | Mardi | Jeudi |
| 1 | 07/03 | 09/03 |
| 2 | 14/03 | - |
Séances de 14h à 17h. Année 2023."""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2023-03-07", "14:00", "17:00", "Fourmies", "in_person"),
        ("2023-03-09", "14:00", "17:00", "Fourmies", "in_person"),
        ("2023-03-14", "14:00", "17:00", "Fourmies", "in_person"),
    ]


def test_houses_of_a_kind_are_no_place() -> None:
    text = """# Note aux référents
Rencontre des directions de maisons de quartier
Elle aura lieu jeudi 7 septembre 2023 de 14 h à 16 h, à l'espace Nelson-Mandela de Hem (rue de la Vallée)."""
    assert places_of(read_brochure(text)) == [("espace Nelson-Mandela", "rue de la Vallée", "Hem")]
