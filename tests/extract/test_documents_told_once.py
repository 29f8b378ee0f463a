"""Whole pages of people who say each thing once, in their own order: a form, a poster, a letter of volunteers.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import Where, places_of, read_brochure, read_page, tell_sessions

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "the sessions to choose from on a form",
        "Prévenir les conflits de voisinage – Bulletin d'inscription",
        """<p>Tarif : 180 € – Horaires : 9h30-12h / 13h-16h30</p><form><p>Session souhaitée</p>
        <label><input type="radio" name="s"> Laon, 8 mars 2022 – La Ferme du Mont, 4 rue du Cloître</label><br>
        <label><input type="radio" name="s"> Cambrai, 5 avril 2022 – Espace Fénelon, 12 rue Vauban</label>
        <label>Nom <input></label><button>Envoyer</button></form>""",
        ["2022-03-08 09:30-16:30 Laon", "2022-04-05 09:30-16:30 Cambrai"],
    ),
    (
        "what is done behind the beginning is the end",
        "Atelier photo du quartier",
        """<p>Rendez-vous au Foyer Jean-Macé, 8 rue des Lilas, à Lillers. Ce sera le 12 mai 2018, un samedi ; nous
        démarrons à 10 heures et rendons les clés à 12 heures.</p>""",
        ["2018-05-12 10:00-12:00 Lillers"],
    ),
    (
        "a break behind the beginning is no end",
        "Atelier photo du quartier",
        """<p>Rendez-vous au Foyer Jean-Macé, 8 rue des Lilas, à Lillers. Ce sera le 12 mai 2018, un samedi ; nous
        démarrons à 10 heures et déjeunons à 12 heures.</p>""",
        ["2018-05-12 10:00- Lillers"],
    ),
    (
        "a town before its verb was not made on that day",
        "Retour sur le forum des aidants",
        """<p>Denain a accueilli le 12 mars 2019, au Théâtre, le forum des aidants. De 14h à 17h, cent personnes y ont
        participé.</p>""",
        ["2019-03-12 14:00-17:00 Denain"],
    ),
    (
        "the screen is for those who are far",
        "Réunion du réseau",
        """<p>La réunion se tient le mardi 5 mai 2026 de 9h à 11h à la mairie de Guise, rue Haute, et, pour celles et
        ceux qui sont loin, en visioconférence.</p>""",
        ["2026-05-05 09:00-11:00 Guise hybrid"],
    ),
    (
        "an evening that will finish",
        "Conférence",
        "<p>Mardi 5 mai 2026 à 18h30, salle Jean-Vilar, Noyon.</p><p>La soirée finira vers 20h.</p>",
        ["2026-05-05 18:30-20:00 Noyon"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_what_is_told_once_is_kept(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


BROCHURES: list[tuple[str, str, str, list[str]]] = [
    (
        "the link leads to the rows on the screen",
        "table",
        """# Réseau des adultes-relais
| Rencontre | Jour | Heure | Où |
| 1. Les écrits | mardi 12 janvier 2021 | 9h-11h | en ligne |
| 2. Le secret partagé | mardi 9 mars 2021 | 9h-11h | en ligne |
| 3. Bilan | mardi 8 juin 2021 | 14h-16h | Mairie, Denain |
Lien de connexion envoyé la veille.
""",
        [
            "2021-01-12 09:00-11:00 ? online",
            "2021-03-09 09:00-11:00 ? online",
            "2021-06-08 14:00-16:00 Denain",
        ],
    ),
    (
        "hours over a programme whose last line tells no end",
        "one-column",
        """# Grandir dehors
Jeudi 12 octobre 2023
Accueil à partir de 9h00 - Fin de la rencontre à 17h00
Palais de la Bourse, 3 rue Haute, 59300 Valenciennes
## Au programme
9h30 Mot du maire
9h45 Conférence : la rue et l'enfant
11h00 Table ronde
13h30 Ateliers au choix
16h15 Mise en commun
""",
        ["2023-10-12 09:30-17:00 Valenciennes"],
    ),
]


@pytest.mark.parametrize(("layout", "text", "expected"), [b[1:] for b in BROCHURES], ids=[b[0] for b in BROCHURES])
def test_what_a_paper_tells_once_is_kept(layout: str, text: str, expected: list[str]) -> None:
    assert tell_sessions(read_brochure(text, layout)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dans nos locaux du 12, rue Neuve à Albert", (None, "12, rue Neuve", "Albert")),
        ("dans nos locaux situés au 3 place Carnot, 59140 Dunkerque", (None, "3 place Carnot", "Dunkerque")),
        ("dans nos locaux sis 7 rue du Moulin à Guise", (None, "7 rue du Moulin", "Guise")),
    ],
)
def test_an_address_tells_where_somebodys_own_premises_are(words: str, expected: Where) -> None:
    assert places_of(read_page("Atelier budget", f"<p>Mercredi 4 mai 2022 à 14h, {words}.</p>")) == [expected]


def test_a_place_lies_in_the_town_of_its_sitting() -> None:
    body = """<p>Chauny : lundi 6 mai 2024</p><p>Guise : lundi 3 juin 2024</p><p>Toujours de 14h à 17h.</p>
    <h2>Les salles</h2><p>Le 6 mai : centre social, 4 rue Basse</p><p>Le 3 juin : médiathèque, place d'Armes</p>"""
    places = places_of(read_page("Formation à l'accueil", body))
    assert ("centre social", "4 rue Basse", "Chauny") in places
    assert ("médiathèque", "place d'Armes", "Guise") in places


def test_a_house_and_its_street_stand_below_what_takes_place() -> None:
    body = """<p>NOYON – jeudi 4 avril 2024 (9h-12h)</p><p>Ouvrir les écoles, oui mais comment ?</p><p>Maison des
    associations, place Foch</p><p>PÉRONNE – jeudi 2 mai 2024 (9h-12h)</p><p>Un budget pour tous</p><p>Salle Jean-Zay,
    place Verte</p>"""
    reading = read_page("Parcours « La ville des enfants »", body)
    assert ("Maison des associations", "place Foch", "Noyon") in places_of(reading)
    assert ("Salle Jean-Zay", "place Verte", "Péronne") in places_of(reading)


def test_the_body_behind_somebody_titled_is_where_that_person_works() -> None:
    body = """<p>Rendez-vous à Carvin, salle Rousseau, place Verte, mardi 5 et mercredi 6 mai 2026, 18h-20h.</p>
    <p>Inscription auprès de M. Lenoir, mairie de Carvin, 03 21 00 00 00.</p>"""
    assert places_of(read_page("Deux soirées sur l'énergie", body)) == [("salle Rousseau", "place Verte", "Carvin")]


def test_own_premises_lie_at_the_address_that_stands_below() -> None:
    body = """<p>Mardi 8 mars 2022, 9h-12h</p><p>Lieu : dans nos locaux (voir adresse en bas de page)</p>
    <p>Tarif : 20 euros</p><p>Maison des aidants - 3 rue du Puits - 62500 Saint-Omer - 03 21 00 00 00</p>"""
    assert tell_sessions(read_page("Atelier répit", body)) == ["2022-03-08 09:00-12:00 Saint-Omer"]
