"""Papers whose months, places and hours stand in heads, columns, boxes or lines of their own."""

from __future__ import annotations

import pytest

from tests.extract.documents import places_of, read_brochure, sessions_of


def test_numbers_of_days_below_their_months() -> None:
    text = """# Consultations juridiques gratuites 2019
| | Avril | Mai | Juin |
| Somain (mairie) | 2 | 7 et 21 | 4 |
| Aniche (CCAS) | 11 | 9 | 13 |
Ces rencontres ont lieu de 14h à 17h."""
    found = sessions_of(read_brochure(text, "table"))
    assert [(day, city) for day, _, _, city, _ in found] == [
        ("2019-04-02", "Somain"),
        ("2019-04-11", "Aniche"),
        ("2019-05-07", "Somain"),
        ("2019-05-09", "Aniche"),
        ("2019-05-21", "Somain"),
        ("2019-06-04", "Somain"),
        ("2019-06-13", "Aniche"),
    ]
    assert {(start, end) for _, start, end, _, _ in found} == {("14:00", "17:00")}


def test_places_below_days_and_beside_halves_of_days() -> None:
    text = """# Semaine de la petite enfance - du 4 au 8 octobre 2021
| | Lundi 4 octobre | Mercredi 6 octobre |
| 9h30-11h | Éveil musical, crèche de Vervins | Atelier peinture, mairie d'Hirson |
| 14h-16h | Contes, médiathèque de Guise | - |"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2021-10-04", "09:30", "11:00", "Vervins", "in_person"),
        ("2021-10-04", "14:00", "16:00", "Guise", "in_person"),
        ("2021-10-06", "09:30", "11:00", "Hirson", "in_person"),
    ]


def test_a_row_that_says_where_below_columns_of_days() -> None:
    text = """# Formation « Accueillir sans discriminer »
| | Groupe A | Groupe B |
| Jour 1 | 4 mars 2024 | 6 mars 2024 |
| Jour 2 | 18 mars 2024 | 20 mars 2024 |
| Salle | Mairie, Bully-les-Mines | Le Prato, 6 allée de la Filature, Lille |"""
    assert [(day, city) for day, _, _, city, _ in sessions_of(read_brochure(text, "table"))] == [
        ("2024-03-04", "Bully-les-Mines"),
        ("2024-03-06", "Lille"),
        ("2024-03-18", "Bully-les-Mines"),
        ("2024-03-20", "Lille"),
    ]


def test_a_length_in_its_column_is_no_hour() -> None:
    text = """# Parcours « Conduite de projet »
| Thème | Durée | Quand | Où |
| Les bases | 7 h | 5 juin 2023 | Noyon |
| Le budget | 14 h | 12-13 juin 2023 | Chauny |"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2023-06-05", None, None, "Noyon", "in_person"),
        ("2023-06-12", None, None, "Chauny", "in_person"),
        ("2023-06-13", None, None, "Chauny", "in_person"),
    ]


def test_meetings_of_one_day_each_at_its_hour_and_house() -> None:
    text = """# Fêtes de quartier - la ville de Wattrelos vous attend
Samedi 15 juin 2019
10h : école Jean-Zay, rue Alfred Delecourt
15h : maison de la Mousserie, place Jean Delvainquière"""
    reading = read_brochure(text)
    assert sessions_of(reading) == [
        ("2019-06-15", "10:00", None, "Wattrelos", "in_person"),
        ("2019-06-15", "15:00", None, "Wattrelos", "in_person"),
    ]
    assert [street for _, street, _ in places_of(reading)] == ["rue Alfred Delecourt", "place Jean Delvainquière"]


def test_steps_of_one_meeting_from_house_to_house_are_one() -> None:
    text = """# Visite des équipements
Samedi 15 juin 2019
10h : école Jean-Zay, rue Alfred Delecourt, Wattrelos
15h : maison de la Mousserie, place Jean Delvainquière, Wattrelos"""
    assert len(sessions_of(read_brochure(text))) == 1


def test_a_house_by_its_article_before_its_town() -> None:
    text = """# Cafés citoyens
Novembre 2018
Mardi 6 à 18h00 - La Capelle, Grande-Synthe : les transports
Jeudi 15 à 18h00 - Cinéma Merlin, Cucq : le logement"""
    assert [(name, city) for name, _, city in places_of(read_brochure(text))] == [
        ("La Capelle", "Grande-Synthe"),
        ("Cinéma Merlin", "Cucq"),
    ]


def test_where_somebody_works_who_opens_a_meeting() -> None:
    text = """# Rencontre « Sport et santé »
Jeudi 10 octobre 2019, de 9h à 12h
Palais des sports, 59140 Dunkerque
9h00 Introduction par Claire Masson, CHU d'Amiens
9h30 Échanges"""
    assert [city for _, _, city in places_of(read_brochure(text))] == ["Dunkerque"]


@pytest.mark.parametrize(
    "lines",
    [
        "Sur place (20 personnes)\nEspace Louis Delgrès\n13 rue de Douai\n59000 Lille\nEn visio\nLien sur demande",
        "o en présentiel - Espace Louis Delgrès, Lille (13 rue de Douai)\no en visio (lien Teams)",
    ],
    ids=["told_apart", "to_tick"],
)
def test_for_those_who_come_and_those_afar(lines: str) -> None:
    text = f"# Réunion du réseau\nMardi 8 février 2022 - 14h à 16h\n{lines}"
    assert sessions_of(read_brochure(text)) == [("2022-02-08", "14:00", "16:00", "Lille", "hybrid")]


def test_a_street_right_behind_its_hour() -> None:
    text = """# Marché solidaire
La mairie de Caudry vous convie
le dimanche 3 avril 2022 à 9 heures
place du Général de Gaulle
(devant la basilique)
Masque conseillé"""
    assert places_of(read_brochure(text, "flyer")) == [(None, "place du Général de Gaulle", "Caudry")]


def test_streets_are_lines_of_their_own_on_a_flyer() -> None:
    text = """# Repas partagé
Samedi 2 juillet 2022
12 h 30
Foyer Georges Brassens
rue du Dr Schweitzer
Crèche sur place
Hem"""
    assert places_of(read_brochure(text, "flyer"))[0][:2] == ("Foyer Georges Brassens", "rue du Dr Schweitzer")


def test_the_town_that_ends_the_title() -> None:
    text = """# Journées nationales de la médiation - Tourcoing
Les 5 et 6 juin 2018
Maison Folie, 100 rue Haute
## Où dormir
Hôtel des Arts, 3 place Sébastopol, Lille"""
    reading = read_brochure(text)
    assert places_of(reading) == [("Maison Folie", "100 rue Haute", "Tourcoing")]
    assert {city for _, _, _, city, _ in sessions_of(reading)} == {"Tourcoing"}


def test_those_who_sign_a_contract_are_not_where_it_is_carried_out() -> None:
    text = """# Convention de partenariat
Entre les soussignés :
La ligue, 3 rue du Pont, 59300 Valenciennes, représentée par sa présidente
Et la ville, 1 place Roger Salengro, 59220 Denain
La formation aura lieu le 3 mars 2020 de 9h à 12h à la maison des jeunes, 8 rue de la Paix, 59220 Denain."""
    assert [street for _, street, _ in places_of(read_brochure(text))] == ["8 rue de la Paix"]


def test_a_meeting_told_below_where_to_write() -> None:
    text = """# Rencontre des correspondants
## Réponse
Fiche à renvoyer avant le 3 mai à l'adresse ci-dessous
Elle se tiendra le mardi 10 mai 2016 à 10h au centre Balavoine, 51 rue Sully, 80000 Amiens"""
    assert [street for _, street, _ in places_of(read_brochure(text))] == ["51 rue Sully"]


def test_a_dash_parts_more_than_a_comma() -> None:
    text = """# Agenda du réseau - 2018
> 12 avril 2018 - Club habitat - Cambrai, Porte de Paris
> 17 mai 2018 - Rencontre jeunesse - Laon, Médiapole"""
    assert [(name, city) for name, _, city in places_of(read_brochure(text))] == [
        ("Porte de Paris", "Cambrai"),
        ("Médiapole", "Laon"),
    ]


def test_days_that_stand_under_dates_tell_of_meetings() -> None:
    text = """# Papotages du jeudi
Centre social Agora
Rue Ferrer
62160 Bully-les-Mines
## Les dates
12 janvier 2017 : la télévision
9 février 2017 : les vacances"""
    assert [(day, city) for day, _, _, city, _ in sessions_of(read_brochure(text))] == [
        ("2017-01-12", "Bully-les-Mines"),
        ("2017-02-09", "Bully-les-Mines"),
    ]


def test_two_letters_of_weekdays_in_a_list() -> None:
    text = """# Formation des élus 2024
| Dates | Lieu |
| Je 15 et ve 16 février | Péronne |
| Lu 4 et lu 18 mars | Albert |"""
    assert [day for day, *_ in sessions_of(read_brochure(text, "table"))] == [
        "2024-02-15",
        "2024-02-16",
        "2024-03-04",
        "2024-03-18",
    ]


def test_a_name_of_several_towns_is_that_of_the_area_of_the_others() -> None:
    text = """# Ateliers de conversation
| Commune | Lieu | Date |
| Divion | Mairie | 4 mai 2022 |
| Bruay | Centre social, rue Basse | 11 mai 2022 |
| Barlin | Médiathèque | 18 mai 2022 |"""
    assert [city for _, _, _, city, _ in sessions_of(read_brochure(text, "table"))] == [
        "Divion",
        "Bruay-la-Buissière",
        "Barlin",
    ]


def test_such_a_name_stays_open_where_the_page_points_to_neither() -> None:
    text = """# Atelier de conversation
Mercredi 11 mai 2022 à 14h
Centre social, rue Basse
Bruay"""
    assert places_of(read_brochure(text)) == [("Centre social", "rue Basse", None)]


def test_a_programme_below_bare_weekdays_of_two_days() -> None:
    text = """# Rencontres régionales de l'éducation populaire
Vendredi 6 et samedi 7 mars 2020
Le Cube - Liévin
2 rue Haute
Vendredi
14h : ouverture
18h : fin de la journée
Samedi
9h30 : ateliers
12h : conclusions
Départ en bus d'Arras (place du Wetz) à 13h le vendredi"""
    assert sessions_of(read_brochure(text)) == [
        ("2020-03-06", "14:00", "18:00", "Liévin", "in_person"),
        ("2020-03-07", "09:30", "12:00", "Liévin", "in_person"),
    ]


def test_hours_told_of_all_sittings_by_their_noun() -> None:
    text = """# Les jeudis du documentaire
Jeudi 7 mars 2019
Le Palace, Cambrai
Jeudi 14 mars 2019
Le Sirius, Le Cateau
Projections à 20h suivies d'un débat"""
    assert [(start, city) for _, start, _, city, _ in sessions_of(read_brochure(text))] == [
        ("20:00", "Cambrai"),
        ("20:00", "Le Cateau-Cambrésis"),
    ]
