"""Series told line by line: a town or a seat above each day, a town that heads its line, the town of the title."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_page, tell_sessions

PAGES: list[tuple[str, str, list[str]]] = [
    (
        "Le Mois du conte",
        "<ul><li><strong>Hautmont</strong> - Pôle média - Mercredi 6 mars 2019 de 14h à 16h</li>"
        "<li><strong>Jeumont</strong> - La Gare numérique - Samedi 9 mars 2019 de 10h à 12h</li>"
        "<li><strong>Louvroil</strong> - Espace Casadesus - Mercredi 13 mars 2019 de 14h à 16h</li></ul>",
        ["2019-03-06 14:00-16:00 Hautmont", "2019-03-09 10:00-12:00 Jeumont", "2019-03-13 14:00-16:00 Louvroil"],
    ),
    (
        "Les quartiers en voyage",
        "<p>Mardi 7 juin 2016, vingt habitants et élus de la Somme sont venus à Lens découvrir le musée.</p>",
        ["2016-06-07 - Lens"],
    ),
    (
        "Rencontres des bénévoles",
        "<p>En 2018, les rencontres auront lieu aux dates suivantes :</p><p>Le 15 mars à Guise<br>Foyer rural</p>"
        "<p>Le 17 mai à Chauny<br>Espace Bouzier</p>",
        ["2018-03-15 - Guise", "2018-05-17 - Chauny"],
    ),
    (
        "Stage de remise à niveau à Hazebrouck",
        "<ul><li>Dates : lundi 4 et mardi 5 mars 2019</li><li>Organisme : AFPI, 3 rue des Arts, 59100 Roubaix</li>"
        "<li>Salle : Centre André-Malraux, rue de Thérouanne</li></ul>",
        ["2019-03-04 - Hazebrouck", "2019-03-05 - Hazebrouck"],
    ),
    (
        "Deux jours d'échanges entre équipes",
        "<p>Les 5 et 6 juin 2018, le centre social de Méru jouait les hôtes pour ses voisins de Creil et de Noyon.</p>",
        ["2018-06-05 - Méru", "2018-06-06 - Méru"],
    ),
    (
        "Les matinales",
        "<p>12.02.20 / 09:00 > 12:00 / ARRAS / Casino</p><p>11.03.20 / 09:00 > 12:00 / DOUAI / Gaillon Nord</p>",
        ["2020-02-12 09:00-12:00 Arras", "2020-03-11 09:00-12:00 Douai"],
    ),
    (
        "Quatre haltes pour le climat",
        "<p>Le 5 avril 2022, c'est à Soissons que nous ferons halte, au Mail.</p>"
        "<p>Le 7 mai 2022, c'est à Laon que nous ferons étape, à la Citadelle.</p>",
        ["2022-04-05 - Soissons", "2022-05-07 - Laon"],
    ),
]

PAGES += [
    (
        "Tremplin des jeunes talents",
        "<p>La finale se jouera samedi 25 mai 2019, à 20h, sur la scène du Vivat (Armentières). Les castings : 6 avril "
        "à Hem (le Zéphyr), 13 avril à Lens (le Colisée).</p>",
        ["2019-05-25 20:00- Armentières", "2019-04-06 - Hem", "2019-04-13 - Lens"],
    ),
    (
        "Le groupe de travail avance",
        "<p>Il s'est réuni en mars à Creil, le 4 avril 2019 à Méru puis le 16 mai 2019 à Noyon.</p>",
        ["2019-04-04 - Méru", "2019-05-16 - Noyon"],
    ),
    (
        "Cycle de trois soirées",
        "<p>Les deux premières soirées ont lieu à Guise, la dernière à Hirson.</p>"
        "<p>Jeudi 7 mars 2019</p><p>Jeudi 4 avril 2019</p><p>Jeudi 16 mai 2019</p>",
        ["2019-03-07 - Guise", "2019-04-04 - Guise", "2019-05-16 - Hirson"],
    ),
    (
        "Stage de théâtre",
        "<p>Les répétitions ont lieu à la salle Boris-Vian, à Marquise, sauf celle du 12 avril 2022, délocalisée "
        "à Desvres.</p><ul><li>15 mars 2022</li><li>12 avril 2022</li><li>10 mai 2022</li></ul>",
        ["2022-03-15 - Marquise", "2022-04-12 - Desvres", "2022-05-10 - Marquise"],
    ),
    (
        "Parcours des aidants : inscriptions ouvertes",
        "<p><strong>Groupe Sambre</strong></p><p>12 janvier et 9 février 2023<br>Maison des aidants, 4 rue Verte, "
        "59600 Maubeuge</p><p><strong>Groupe Thiérache</strong></p><p>19 janvier et 16 février 2023<br>"
        "Foyer Lamartine, 02500 Hirson</p>",
        ["2023-01-12 - Maubeuge", "2023-02-09 - Maubeuge", "2023-01-19 - Hirson", "2023-02-16 - Hirson"],
    ),
    (
        "Conférences de l'automne",
        "<table><tr><td>4/10/2016<br>18h</td>"
        "<td>Espace et pouvoir<br>Marie Delorme, Nancy</td><td>Douai<br>Théâtre</td>"
        "</tr><tr><td>8/11/2016<br>18h</td>"
        "<td>Ville et mémoire<br>Paul Grenier, Metz</td><td>Cambrai<br>Médiathèque</td>"
        "</tr></table>",
        ["2016-10-04 18:00- Douai", "2016-11-08 18:00- Cambrai"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), PAGES, ids=[title for title, _, _ in PAGES])
def test_pages(title: str, body: str, expected: list[str]) -> None:
    assert sorted(tell_sessions(read_page(title, body))) == sorted(expected)


def test_seats_above_their_days() -> None:
    text = """# Comités locaux 2021
Arrondissement de Béthune
Lundi 18 janvier à 14h - Sous-préfecture, salle Vauban
Arrondissement de Saint-Omer
Mardi 19 janvier à 9h30 - Sous-préfecture
Arrondissement de Montreuil
Jeudi 21 janvier à 9h30 - Sous-préfecture, salle des mariages"""
    assert tell_sessions(read_brochure(text)) == [
        "2021-01-18 14:00- Béthune",
        "2021-01-19 09:30- Saint-Omer",
        "2021-01-21 09:30- Montreuil-sur-Mer",
    ]


def test_a_town_and_a_house_by_its_own_name_above_their_day() -> None:
    text = """# Se former ensemble
## Formation A
« Repérer »
Caudry, La Serre
jeudis 8 et 15 mars 2018
## Formation B
« Accueillir »
Bohain, Le Cocon
mardis 10 et 17 avril 2018"""
    assert [told.split()[-1] for told in tell_sessions(read_brochure(text))] == [
        "Caudry",
        "Caudry",
        "Bohain-en-Vermandois",
        "Bohain-en-Vermandois",
    ]
