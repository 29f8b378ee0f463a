"""Whole pages of several days: each entry keeps its own lines, in whatever order they stand."""

from __future__ import annotations

import itertools

import pytest

from tests.extract.documents import places_of, read_brochure, read_page, read_text, tell_sessions

ENTRIES = (
    {"day": "Jeudi 5 mars 2020", "town": "Lens", "house": "Maison des associations", "street": "Rue Foch"},
    {"day": "Jeudi 12 mars 2020", "town": "Noyon", "house": "Salle Aragon", "street": "Place Carnot"},
    {"day": "Jeudi 19 mars 2020", "town": "Hirson", "house": "Centre social", "street": "Avenue de Verdun"},
)
IN_THEIR_TOWNS = ["2020-03-05 - Lens", "2020-03-12 - Noyon", "2020-03-19 - Hirson"]


@pytest.mark.parametrize("order", list(itertools.permutations(("day", "town", "house", "street"))))
def test_lines_in_any_order_stay_with_their_day(order: tuple[str, ...]) -> None:
    lines = [f"<p>{'<br>'.join(entry[part] for part in order)}</p>" for entry in ENTRIES]
    reading = read_page("Rencontres sur le logement", "<p>Une tournée pour tous.</p>" + "".join(lines))
    assert tell_sessions(reading) == IN_THEIR_TOWNS


def test_a_street_takes_no_town_from_the_heading_below_it() -> None:
    reading = read_page(
        "Accueillir le public",
        """<h3>Lens</h3><p>Lundi 6 et mardi 7 mars 2023, Maison syndicale, 32 rue Casimir Beugnet</p>
        <h3>Noyon</h3><p>Lundi 3 avril 2023, Médiathèque, 4 place Aristide Briand</p>
        <h3>Hirson</h3><p>Lundi 15 mai 2023, Centre social, 2 rue de l'Europe</p><p>Lieux : Lens, Noyon, Hirson</p>""",
    )
    assert tell_sessions(reading) == [
        "2023-03-06 - Lens",
        "2023-03-07 - Lens",
        "2023-04-03 - Noyon",
        "2023-05-15 - Hirson",
    ]
    assert ("Maison syndicale", "32 rue Casimir Beugnet", "Lens") in places_of(reading)


def test_a_line_of_words_between_town_and_house_parts_nothing() -> None:
    reading = read_brochure(
        """# Ateliers numériques pour tous
Venez avec votre téléphone !
## Mardi 16 janvier 2024
De 9h à 11h
BÉTHUNE
Un conseiller vous attend
Maison des jeunes
Boulevard Victor Hugo
## Mardi 23 janvier 2024
De 9h à 11h
AUCHEL
Ludothèque
Rue Roger Salengro
## Mardi 30 janvier 2024
De 14h à 16h
LILLERS
Goûter offert
Place Jean Jaurès
## Renseignements
Mission locale, 4 rue de Lille, 59000 Lille"""
    )
    assert tell_sessions(reading) == [
        "2024-01-16 09:00-11:00 Béthune",
        "2024-01-23 09:00-11:00 Auchel",
        "2024-01-30 14:00-16:00 Lillers",
    ]


def test_a_text_without_a_title_begins_with_its_first_entry() -> None:
    reading = read_text(
        """DENAIN
Théâtre municipal
rue Villars
lundi 16 septembre 2019 à 18h30

DOUCHY-LES-MINES
Centre des arts
boulevard de la Liberté
lundi 23 septembre 2019 à 18h30

LOURCHES
Salle des fêtes
rue Jean Jaurès
lundi 30 septembre 2019 à 18h30"""
    )
    assert [told.split()[-1] for told in tell_sessions(reading)] == ["Denain", "Douchy-les-Mines", "Lourches"]


def test_what_ends_the_page_is_of_no_entry() -> None:
    reading = read_page(
        "Bus numérique",
        """<p>Jeudi 18 janvier 2018</p><p>9h-12h : Ribemont, place de l'Hôtel de Ville.</p><p>Jeudi 15 février 2018</p>
        <p>9h-12h : Chauny, place du Marché.</p><p>Une question ? Communauté de communes, 1 rue de l'Abbaye, 02100
        Saint-Quentin</p>""",
    )
    assert [told.split()[-1] for told in tell_sessions(reading)] == ["Ribemont", "Chauny"]


def test_a_thing_is_called_like_a_town_far_away() -> None:
    reading = read_page(
        "Comité de quartier", "<p>Mardi 13 juin 2023, 9h30 : Dunkerque, Communauté urbaine, Pertuis de la Marine</p>"
    )
    assert [told.split()[-1] for told in tell_sessions(reading)] == ["Dunkerque"]


def test_what_is_visited_is_no_place_of_the_second_day() -> None:
    reading = read_page(
        "Retour sur le voyage d'étude",
        """<p>Les 11 et 12 février 2016, les équipes se sont retrouvées à Laon, au foyer de jeunes travailleurs.</p>
        <p>Le second jour, place aux échanges. Une visite de la plateforme de mobilité de Chauny a suivi.</p>""",
    )
    assert [told.split()[2] for told in tell_sessions(reading)] == ["Laon", "Laon"]


def test_a_day_until_which_one_writes_is_read_once() -> None:
    reading = read_brochure(
        """# BULLETIN
## Formation « Lire un contrat de ville »
Mardi 13 juin 2017, de 9h30 à 16h30
Beauvais - Maison des services, rue de Pontoise
A retourner avant le vendredi 26 mai par courrier à :
Centre de ressources, 2 place de la Gare, 59000 LILLE"""
    )
    assert tell_sessions(reading) == ["2017-06-13 09:30-16:30 Beauvais"]


def test_the_day_of_a_paper_takes_no_place_away() -> None:
    reading = read_text(
        """De : secrétariat du club
Objet : ordre du jour de notre séance du 7 juin

Bonjour à tous,

Voici l'ordre du jour de la séance du mardi 7 juin 2016 à 14h. Attention, contrairement au relevé de décisions du 15
mars, nous ne serons pas reçus à Cambrai mais dans les locaux de la CCI, place du Théâtre à Lille.

Cordialement,
Claire Vasseur
Club Développement - 40 rue Eugène Jacquet - 59700 Marcq-en-Barœul"""
    )
    assert [told.split()[-1] for told in tell_sessions(reading)] == ["Lille"]
