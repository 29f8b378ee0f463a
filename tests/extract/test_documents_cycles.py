"""Cycles, plans and series whose sittings each have a town of their own, and reports whose town stands in prose."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_page, tell_sessions

PAGES: list[tuple[str, str, list[str]]] = [
    (
        "Atelier d'écriture : deux groupes",
        "<h3>Groupe du lundi</h3><p>À Chauny, Espace Bouzier</p>"
        "<p>Les lundis 4 mars, 8 avril et 13 mai 2024, 14h-16h</p>"
        "<h3>Groupe du mardi</h3><p>À Hirson, salle Jacques-Brel</p>"
        "<p>Les mardis 5 mars, 9 avril et 14 mai 2024, 14h-16h</p>",
        [
            "2024-03-04 14:00-16:00 Chauny",
            "2024-03-05 14:00-16:00 Hirson",
            "2024-04-08 14:00-16:00 Chauny",
            "2024-04-09 14:00-16:00 Hirson",
            "2024-05-13 14:00-16:00 Chauny",
            "2024-05-14 14:00-16:00 Hirson",
        ],
    ),
    (
        "La caravane des métiers : retour en images",
        "<p>La caravane est passée le 3 juin 2022 à Fourmies, place Verte, le 7 à Anor, le 10 au Cateau-Cambrésis "
        "et le 14 à Caudry.</p><p>Publié le 20 juin 2022</p>",
        ["2022-06-03 - Fourmies", "2022-06-07 - Anor", "2022-06-10 - Le Cateau-Cambrésis", "2022-06-14 - Caudry"],
    ),
    (
        "Les commissions de l'année 2023",
        "<table><tr><th></th><th>Logement</th><th>Jeunesse</th></tr>"
        "<tr><th>Printemps</th><td>14 mars - Lens</td><td>4 avril - Avion</td></tr>"
        "<tr><th>Automne</th><td>12 septembre - Liévin</td><td>3 octobre - Harnes</td></tr></table>"
        "<p>Début à 9 heures.</p>",
        [
            "2023-03-14 09:00- Lens",
            "2023-04-04 09:00- Avion",
            "2023-09-12 09:00- Liévin",
            "2023-10-03 09:00- Harnes",
        ],
    ),
    (
        "Le Hangar a dix ans",
        "<p>Le Hangar, ancienne filature (4 rue du Bac, 59280 Armentières), fête ses dix ans.</p>"
        "<p><b>Vendredi 7 juin 2019, 19h</b> : concert. Au Hangar.</p>"
        "<p><b>Samedi 8 juin 2019, 15h</b> : bal des familles. Au Hangar.</p>",
        ["2019-06-07 19:00- Armentières", "2019-06-08 15:00- Armentières"],
    ),
    (
        "Habitat participatif : une matinée bien remplie",
        "<p><em>Le 12 mai 2022</em></p>"
        "<p>Le mardi 3 mai, une trentaine d'élus ont poussé la porte de la Grange dîmière, "
        "à Wambrechies, pour écouter les habitants.</p>",
        ["2022-05-03 - Wambrechies"],
    ),
    (
        "Rencontres de quartier",
        "<p>La Ville de Lomme vous invite :</p><ul><li>Quartier du Marais : lundi 4 mars 2019, 18h, salle Zola</li>"
        "<li>Lambersart : mardi 5 mars 2019, 18h, ferme du Mont-Garin</li></ul>",
        ["2019-03-04 18:00- Lomme", "2019-03-05 18:00- Lambersart"],
    ),
]

PAGES += [
    (
        "Aide aux associations : trois secteurs",
        "<h3>Secteur de Laon</h3><p>Réunion : 3 mai 2018 à 18h</p><p>Atelier : 24 mai 2018 à 18h</p>"
        "<p>Lieu : Laon, maison des arts</p><h3>Secteur de Guise</h3><p>Réunion : 4 mai 2018 à 18h</p>"
        "<p>Atelier : 25 mai 2018 à 18h</p><p>Lieu : Vervins, salle polyvalente</p>",
        [
            "2018-05-03 18:00- Laon",
            "2018-05-24 18:00- Laon",
            "2018-05-04 18:00- Vervins",
            "2018-05-25 18:00- Vervins",
        ],
    ),
    (
        "Deux jours sur le terrain : ce qu'il faut en retenir",
        "<p>Les 3 et 4 octobre 2017, vingt élus se sont déplacés.</p>"
        "<p>La première journée, ils ont été "
        "reçus à la mairie de Fourmies. La seconde journée, place à Anor et à ses vergers.</p>"
        "<p>Publié le 10 octobre 2017</p>",
        ["2017-10-03 - Fourmies", "2017-10-04 - Anor"],
    ),
    (
        "Formation des délégués",
        "<p>Tous les regroupements ont lieu à l'IUT de Béthune, sauf le regroupement 2, organisé "
        "à Bruay-la-Buissière.</p>"
        "<ul><li>Regroupement 1 : 4 mars 2020</li><li>Regroupement 2 : 1er avril 2020</li>"
        "<li>Regroupement 3 : 6 mai 2020</li></ul>",
        ["2020-03-04 - Béthune", "2020-04-01 - Bruay-la-Buissière", "2020-05-06 - Béthune"],
    ),
    (
        "Cycle de conférences - saison 2016-2017",
        "<p>6 octobre : l'école, à Lens.</p><p>2 février : le sport, à Avion.</p>",
        ["2016-10-06 - Lens", "2017-02-02 - Avion"],
    ),
    (
        "Plan de formation 2023",
        "<table><tr><th>Thème</th><th>Date</th><th>Lieu</th></tr><tr><td>Écouter</td><td>14/03</td>"
        "<td>Salle Arras, Lens</td></tr><tr><td>Agir</td><td>11/04</td><td>Foyer Lens, Laon</td></tr></table>",
        ["2023-03-14 - Lens", "2023-04-11 - Laon"],
    ),
    (
        "Le bus de l'emploi",
        "<p>Arrêt 1<br>Marly<br>Mardi 3 mai 2016<br>Le Phare</p>"
        "<p>Arrêt 2<br>Bruay-sur-l'Escaut<br>Mardi 10 mai 2016<br>Le Refuge</p>"
        "<p>Arrêt 3<br>Vieux-Condé<br>Mardi 17 mai 2016<br>Le Boulon</p>",
        ["2016-05-03 - Marly", "2016-05-10 - Bruay-sur-l'Escaut", "2016-05-17 - Vieux-Condé"],
    ),
]

PAGES += [
    (
        "Le club des bailleurs en visite à Fourmies",
        "<p>Mardi 4 juin 2019, vingt membres du club ont parcouru les courées. L'après-midi, ils ont débattu.</p>",
        ["2019-06-04 - Fourmies"],
    ),
    (
        "Instances du mois",
        "<p>Le conseil citoyen de Caudry se réunira le lundi 3 juin 2019 à 18h à la salle Vauban. "
        "Celui de Bavay siégera le mardi 4 juin 2019 à 18h au foyer rural.</p>",
        ["2019-06-03 18:00- Caudry", "2019-06-04 18:00- Bavay"],
    ),
    (
        "Cycle « Bien vieillir »",
        "<h3>Étape 1 - Wattrelos</h3><ul><li>Dates : 4 et 5 mai 2021</li>"
        "<li>Lieu : Centre social Croix-Blanche</li></ul>"
        "<h3>Étape 2 - Hirson</h3><ul><li>Dates : 1er et 2 juin 2021</li><li>Lieu : salle polyvalente</li></ul>",
        ["2021-05-04 - Wattrelos", "2021-05-05 - Wattrelos", "2021-06-01 - Hirson", "2021-06-02 - Hirson"],
    ),
    (
        "Réunions par canton",
        "<table><tr><th>Canton</th><th>Communes</th><th>Réunion</th></tr>"
        "<tr><td>Nord</td><td>Chauny, Tergnier, La Fère</td><td>3 mai 2017 à 14h, Tergnier (salle Mendès)</td></tr>"
        "<tr><td>Sud</td><td>Soissons, Belleu, Crouy</td>"
        "<td>4 mai 2017 à 14h, mairie de Belleu</td></tr></table>",
        ["2017-05-03 14:00- Tergnier", "2017-05-04 14:00- Belleu"],
    ),
    (
        "Tournoi des quartiers",
        "<p>Samedi 4 mai 2019, le gymnase Coubertin de Lens a vu défiler dix équipes.</p>"
        "<p>On se retrouve l'an prochain à Douai !</p>",
        ["2019-05-04 - Lens"],
    ),
    (
        "Balades de printemps",
        "<p>Balade n°1 : vendredi 5 avril 2019, 14h</p>"
        "<p>Rendez-vous à la sortie de la station Eurotéléport, Roubaix</p>"
        "<p>Balade n°2 : vendredi 3 mai 2019, 14h</p><p>Rendez-vous devant la mairie d'Anzin</p>",
        ["2019-04-05 14:00- Roubaix", "2019-05-03 14:00- Anzin"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), PAGES, ids=[title for title, _, _ in PAGES])
def test_pages(title: str, body: str, expected: list[str]) -> None:
    assert sorted(tell_sessions(read_page(title, body))) == sorted(expected)


def test_groups_on_cards() -> None:
    text = """# Parcours des relais de quartier
Inscription avant le 5 janvier 2022
## Groupe Nord
Hem
Salle Blaise-Pascal
les 18 et 19 janvier 2022
## Groupe Sud
Péronne
Espace Mac Orlan
les 25 et 26 janvier 2022
## Contact
Association Relais
03 20 00 00 00"""
    assert tell_sessions(read_brochure(text, "one-column")) == [
        "2022-01-18 - Hem",
        "2022-01-19 - Hem",
        "2022-01-25 - Péronne",
        "2022-01-26 - Péronne",
    ]


def test_the_name_quoted_at_the_head_is_that_of_the_cycle_that_the_title_describes() -> None:
    body = (
        "<p>L'agence d'urbanisme propose un cycle intitulé « Construire avec les habitants », à Dunkerque : "
        "les 5, 12 et 19 novembre 2024, de 9h à 12h.</p>"
    )
    (event,) = read_page("Habitat participatif : un cycle pour les techniciens", body).events
    assert event.cycle == "Construire avec les habitants"
