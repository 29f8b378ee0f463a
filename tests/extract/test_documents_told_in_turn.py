"""Whole pages that tell their days, hours and steps in turn, or once for all: which of them each thing belongs to.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "one of the days begins later and ends with the others",
        "Le café des aidants",
        """<p>Le vendredi, de 9h à 11h, à la médiathèque, rue Haute, à Barlin :</p><ul><li>vendredi 6 octobre 2023 : le
        répit</li><li>vendredi 3 novembre 2023 : les droits</li><li>vendredi 1er décembre 2023 : le repas (ce matin-là
        nous démarrons à 9h30)</li></ul>""",
        [
            "2023-10-06 09:00-11:00 Barlin",
            "2023-11-03 09:00-11:00 Barlin",
            "2023-12-01 09:30-11:00 Barlin",
        ],
    ),
    (
        "a day told in turn in running text",
        "La journée du vélo",
        """<p>Rendez-vous samedi 11 juin 2022, place Foch, à Hirson.</p><p>Dès 9 heures, des mécaniciens contrôlent les
        freins. À 11h, balade jusqu'à l'étang.</p><p>La journée s'achèvera à 17 heures par un lâcher de ballons.</p>""",
        ["2022-06-11 09:00-17:00 Hirson"],
    ),
    (
        "minutes: the end and the place are those of the meeting they tell of",
        "Compte rendu de la réunion du 12 mars",
        """<p>Publié le 18 mars 2019</p><p>La séance s'ouvre à 18h à la Maison du projet, rue Verte, à Hem.</p>
        <p>Une visite est organisée le samedi 13 avril à 10h, rendez-vous devant l'école Pasteur.</p>
        <p>La séance est levée à 20h15. Prochaine réunion : jeudi 9 mai, 18h, même lieu.</p>""",
        ["2019-03-12 18:00-20:15 Hem", "2019-04-13 10:00- Hem", "2019-05-09 18:00- Hem"],
    ),
    (
        "the last session of a list is full, its hours stand below the list",
        "Gestes et postures",
        """<ul><li>Caudry : 3 et 4 mai 2021</li><li>Solesmes : 7 et 8 juin 2021 <em>(complet)</em></li></ul>
        <h2>Horaires</h2><p>9h-12h et 13h-16h30</p>""",
        [
            "2021-05-03 09:00-16:30 Caudry",
            "2021-05-04 09:00-16:30 Caudry",
            "2021-06-07 09:00-16:30 Solesmes full",
            "2021-06-08 09:00-16:30 Solesmes full",
        ],
    ),
    (
        "a walk that is back towards noon",
        "On marche !",
        """<p>Le dimanche 8 octobre 2023, on part de l'étang communal de Brebières à 9h précises.</p>
        <p>Retour prévu vers midi et verre de l'amitié.</p>""",
        ["2023-10-08 09:00-12:00 Brebières"],
    ),
    (
        "the last minute of a call for projects",
        "Appel à projets 2024",
        """<p>Deux permanences :</p><ul><li>Denain : mardi 7 novembre 2023, 9h-12h, à la mairie</li><li>Anzin : jeudi 9
        novembre 2023, 14h-17h, au théâtre</li></ul><h2>Calendrier</h2><ul><li>30 novembre 2023, minuit : clôture du
        dépôt en ligne</li></ul>""",
        ["2023-11-07 09:00-12:00 Denain", "2023-11-09 14:00-17:00 Anzin"],
    ),
    (
        "one label for those who come and one for those who do not",
        "Matinée juridique",
        """<table><tr><th>Date</th><td>Mardi 9 janvier 2024</td></tr><tr><th>Horaires</th><td>9 h – 12 h</td></tr>
        <tr><th>Modalités</th><td>Présentiel : UDAF, 3 rue Gresset, Amiens<br>Distanciel : lien envoyé la
        veille</td></tr>
        <tr><th>Public</th><td>Travailleurs sociaux</td></tr></table>""",
        ["2024-01-09 09:00-12:00 Amiens hybrid"],
    ),
    (
        "weekdays under a title that begins with their month",
        "Mars à la maison de quartier",
        """<h2>Pour les familles</h2><p><b>Mercredi 4</b> : sortie au musée, départ 13h30, retour 18h.</p><p><b>Samedi
        14</b> : atelier cuisine, 10h-12h.</p><p>Fermeture du 23 mars 2020 au 3 avril 2020.</p><p>Maison de quartier,
        rue Verte, 59150 Wattrelos</p>""",
        ["2020-03-04 13:30-18:00 Wattrelos", "2020-03-14 10:00-12:00 Wattrelos"],
    ),
    (
        "each step at its own place",
        "Festival des voisins",
        """<h2>Samedi 15 novembre 2025</h2><ul><li>14h – Table ronde – La Grande Galerie, Lomme</li></ul><h2>Dimanche 16
        novembre 2025</h2><ul><li>11h – Banquet – Ferme du Trichon, Roubaix</li></ul>""",
        ["2025-11-15 14:00- Lomme", "2025-11-16 11:00- Roubaix"],
    ),
    (
        "a plan that was launched, told beside the morning",
        "Retour sur la rencontre des délégués",
        """<p>Publié le 12 juin 2019</p><p>Le 4 juin 2019, le réseau s'est réuni à Creil. Au programme de la matinée :
        la mobilisation pour les habitants, lancée le 18 juillet 2018.</p>""",
        ["2019-06-04 - Creil"],
    ),
    (
        "what has to be sent in before a day",
        "Note aux directeurs",
        """<p>La réunion est fixée au jeudi 5 septembre 2019 à 9h, au collège de Tergnier.</p><p>Les tableaux me seront
        transmis pour le mardi 3 septembre, 17 h.</p>""",
        ["2019-09-05 09:00- Tergnier"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_what_is_told_in_turn_is_its_own(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


def test_the_next_meeting_is_at_the_place_of_the_minutes() -> None:
    body = next(page[2] for page in PAGES if page[0].startswith("minutes"))
    last = [s for event in read_page("Compte rendu de la réunion du 12 mars", body).events for s in event.sessions][-1]
    assert last.venue is not None and last.venue.name == "Maison du projet"


def test_a_screen_in_the_heading_of_another_day_is_that_day_s() -> None:
    body = """<h3>Ciné-débat</h3><p>Lundi 10 octobre 2022 à 20h – Cinéma Le Rex, Abbeville</p><h3>Marche</h3><p>Mercredi
    12 octobre 2022, départ à 14h du port</p><h3>Porte ouverte</h3><p>Mardi 18 octobre 2022, 10h-16h, 12 rue Basse à
    Doullens</p><h3>Webinaire</h3><p>Jeudi 20 octobre 2022, 12h30-13h30, sur demande</p>"""
    told = tell_sessions(read_page("Semaines de la santé mentale", body))
    assert [words for words in told if words.endswith("online")] == ["2022-10-20 12:30-13:30 ? online"]
