"""Cycles, tours, letters and agendas on web sites: where each sitting is when its town stands apart from its day.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from extract.read import read_document
from tests.extract.documents import read_page, tell_sessions
from warehouse.reference import load_knowledge

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "towns are headings over several days",
        "Quinzaine de l'égalité",
        """<h4>Douai</h4><p>Lundi 4 mars 2019 à 14h – Lycée Corot – Théâtre-forum</p>
        <p>Mardi 5 mars 2019 à 9h – Café-lecture avec Claire Martin</p>
        <h4>Fourmies</h4><p>Jeudi 7 mars 2019 à 10h – Écomusée – Visite</p>""",
        ["2019-03-04 14:00- Douai", "2019-03-05 09:00- Douai", "2019-03-07 10:00- Fourmies"],
    ),
    (
        "an arrondissement leads its line",
        "Réunions d'information sur la programmation",
        """<ul><li>pour l'arrondissement de Béthune : le 4 mai 2021 à 10h à la sous-préfecture ;</li>
        <li>pour l'arrondissement de Saint-Omer : le 6 mai 2021 à 14h à la salle Vauban.</li></ul>""",
        ["2021-05-04 10:00- Béthune", "2021-05-06 14:00- Saint-Omer"],
    ),
    (
        "the address of a part of a house stands in brackets behind its town",
        "Rencontres du réseau santé",
        """<p>Vendredi 2 mars 2018 de 9h à 12h<br>Espace Foch, Laon</p><p>Vendredi 8 juin 2018 de 9h à 12h<br>
        Beauvais, locaux du CLS (Pavillon Sud, 4 rue Biot)</p>""",
        ["2018-03-02 09:00-12:00 Laon", "2018-06-08 09:00-12:00 Beauvais"],
    ),
    (
        "a line opens the meeting to those who prefer the screen",
        "Comité local des médiateurs",
        """<p>jeudi 6 juin 2024<br>9:30 - 12:00<br>à Laon, dans les locaux de la CAF (3 rue Basse)</p>
        <p>et en visio pour celles qui le souhaitent : cliquez ici</p>""",
        ["2024-06-06 09:30-12:00 Laon hybrid"],
    ),
    (
        "préfecture de région",
        "Installation du comité des référents",
        """<p>La première réunion s'est tenue à la préfecture de région le 14 janvier 2014, devant ceux du Nord et
        du Pas-de-Calais. La deuxième aura lieu le 11 mars 2014 à Denain.</p>""",
        ["2014-01-14 - Lille", "2014-03-11 - Denain"],
    ),
    (
        "hôtel du département",
        "Forum de l'insertion",
        """<p>Le Conseil départemental de l'Aisne vous invite au forum.</p><p>Jeudi 5 octobre 2023<br>9h – 16h<br>
        Hôtel du Département<br>Rue Paul Doumer</p>""",
        ["2023-10-05 09:00-16:00 Laon"],
    ),
    (
        "an agglomeration named after its town invites",
        "Signature de la convention",
        """<p>La communauté d'agglomération du Pays de Saint-Omer signe une
        convention.</p><p>La signature aura lieu le 6 mai 2019 à 15h à l'Hôtel de ville.</p>""",
        ["2019-05-06 15:00- Saint-Omer"],
    ),
    (
        "the field of a place says another one for one of the days",
        "Parcours « Accueillir »",
        """<p>Dates : 12 et 13 novembre 2019 et 10 décembre 2019</p><p>Lieu : Cambrai, mairie, salle Foch – le
        10 décembre à Caudry, Théâtre municipal</p>""",
        ["2019-11-12 - Cambrai", "2019-11-13 - Cambrai", "2019-12-10 - Caudry"],
    ),
    (
        "the hour of the return",
        "Sortie nature à Guînes",
        "<p>Dimanche 4 juin 2017 – Départ à 9h30 devant la mairie de Guînes, retour vers 12h. Prévoir des bottes.</p>",
        ["2017-06-04 09:30-12:00 Guînes"],
    ),
    (
        "hours of the first and the second day in one line",
        "Séminaire de rentrée",
        "<p>Avion accueille le séminaire les 3 et 4 septembre 2020.</p><p>Jour 1 : 13h-18h, jour 2 : 9h-12h30.</p>",
        ["2020-09-03 13:00-18:00 Avion", "2020-09-04 09:00-12:30 Avion"],
    ),
    (
        "weekdays without their month below the days that have it",
        "Assemblée du réseau",
        """<p>Deux jours à Amiens les 6 et 7 décembre 2018 !</p><p>Jeudi 6 : 10h - 18h, à la Chapelle</p>
        <p>Vendredi 7 : 9h - 12h, au siège</p>""",
        ["2018-12-06 10:00-18:00 Amiens", "2018-12-07 09:00-12:00 Amiens"],
    ),
    (
        "months head their lines",
        "Les rendez-vous du réseau en 2023",
        """<p>Octobre 2023 : le mardi 3, de 18h à 20h, chez nos voisins de Lomme (maison des associations)</p>
        <p>Novembre 2023 : le mardi 7, de 18h à 20h, à Loos</p>""",
        ["2023-10-03 18:00-20:00 Lomme", "2023-11-07 18:00-20:00 Loos"],
    ),
    (
        "the day after",
        "Le bus des droits s'arrête à Chauny",
        """<p>Il stationnera place Yves-Brinon mardi 10 mai 2022, de 14h à 17h, puis le lendemain, de 9h à 12h, devant
        la gare.</p>""",
        ["2022-05-10 14:00-17:00 Chauny", "2022-05-11 09:00-12:00 Chauny"],
    ),
    (
        "one day in two rows of a table",
        "Un conseiller près de chez vous",
        """<table><tr><th>Jour</th><th>Commune</th><th>Lieu</th><th>Horaires</th></tr>
        <tr><td>lundi 3 mars 2025</td><td>Trélon</td><td>Mairie</td><td>9h-12h</td></tr>
        <tr><td>lundi 3 mars 2025</td><td>Anor</td><td>Salle des fêtes</td><td>14h-16h</td></tr></table>""",
        ["2025-03-03 09:00-12:00 Trélon", "2025-03-03 14:00-16:00 Anor"],
    ),
    (
        "an hour behind the last of three days with their places",
        "Ateliers participatifs",
        "<p>Le 5 mai 2022 à Arques, le 9 mai à Aire-sur-la-Lys et le 12 mai à Lillers (mairie, 18h).</p>",
        ["2022-05-05 18:00- Arques", "2022-05-09 18:00- Aire-sur-la-Lys", "2022-05-12 18:00- Lillers"],
    ),
    (
        "a day that only those afar see",
        "Présentation des résultats",
        """<p>- aux élus : le 4 mai 2021, 10h, mairie de Béthune ;<br>- aux agents : le 6 mai 2021, 14h, Le 9-9bis,
        Oignies ;<br>- à tous : le 11 mai 2021, 18h30, en direct sur YouTube.</p>""",
        ["2021-05-04 10:00- Béthune", "2021-05-06 14:00- Oignies", "2021-05-11 18:30- ? online"],
    ),
    (
        "a meeting on the spot behind those on the screen",
        "Cycle de webinaires « Sobriété »",
        """<p>Séances le 9 mars 2023 et le 13 avril 2023, toujours de 14h à 15h sur Zoom. Une rencontre de clôture en
        présentiel aura lieu le 6 juillet 2023 à Seclin (9h-16h).</p>""",
        [
            "2023-03-09 14:00-15:00 ? online",
            "2023-04-13 14:00-15:00 ? online",
            "2023-07-06 09:00-16:00 Seclin",
        ],
    ),
    (
        "an area, and the house and town in it",
        "Formation des conseillers",
        """<ul><li>Valenciennes : samedi 4 mars 2017, Espace Aragon (Anzin)</li>
        <li>Cambrai : samedi 11 mars 2017, salle Vauban</li></ul>""",
        ["2017-03-04 - Anzin", "2017-03-11 - Cambrai"],
    ),
    (
        "a title that says where the exhibition is",
        "Exposition « Visages » à la médiathèque de Longuenesse",
        "<p>Vernissage le vendredi 6 octobre 2023 à 18h en présence des auteurs.</p>",
        ["2023-10-06 18:00- Longuenesse"],
    ),
    (
        "an everyday word among the towns of a schedule",
        "Rencontres santé",
        "<p>2 mai 2023, Ham – 9 mai 2023, Péronne – 16 mai 2023, Roye : venez nombreux.</p>",
        ["2023-05-02 - Ham", "2023-05-09 - Péronne", "2023-05-16 - Roye"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES])
def test_sessions_of_pages(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


LETTERS: list[tuple[str, str, list[str]]] = [
    (
        "a line that looks back, and a link for those afar",
        """Bonjour,

Notre groupe se réunira le lundi 6 mars 2023 de 14h à 16h.
Nous serons accueillis par la mission locale de Denain, 3 rue Villars.
Pour les absents, une connexion Zoom sera ouverte.

Ordre du jour :
1. Retour sur la rencontre du 9 janvier 2023
2. Divers
""",
        ["2023-03-06 14:00-16:00 Denain hybrid"],
    ),
    (
        "a letter that is quoted below its answer",
        """Bonjour,

La réunion du collectif aura lieu le jeudi 9 novembre 2023 à 10h.
Lieu : mairie de Bray-Dunes

A jeudi

Le 02/11/2023 à 09:14, Marc Petit a écrit :
> La dernière réunion était le 5 octobre 2023 à Bergues.
""",
        ["2023-11-09 10:00- Bray-Dunes"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in LETTERS], ids=[case[0] for case in LETTERS])
def test_sessions_of_letters(body: str, expected: list[str]) -> None:
    reading = read_document(body.encode(), "https://www.exemple.fr/courrier", "text/plain", load_knowledge())
    assert tell_sessions(reading) == expected


def venues(body: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(venue.name, venue.street, venue.city) for venue in read_page("Rencontre du réseau", body).venues]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            """<p>Date : jeudi 6 juillet 2023<br>Lieu : Le Hangar<br>Adresse : 9 rue du Port<br>Ville : Creil</p>""",
            [("Le Hangar", "9 rue du Port", "Creil")],
            id="fields of one place",
        ),
        pytest.param(
            "<p>Rencontre le 4 mai 2023 à Lille, puis visite du quartier de Moulins.</p>",
            [(None, None, "Lille")],
            id="a quarter called as a village",
        ),
        pytest.param(
            "<p>Forum le 4 mai 2023 au lycée Foch à Hirson. Navettes gratuites au départ de Guise (9h), Marle "
            "(8h30) et Vervins (9h15).</p>",
            [("lycée Foch", None, "Hirson")],
            id="towns that a shuttle leaves from",
        ),
        pytest.param(
            "<p>Les Rendez-vous aux jardins ont lieu le 4 juin 2022 à 10h, devant l'école Zola à Lens.</p>",
            [("école Zola", None, "Lens")],
            id="what a day is about",
        ),
    ],
)
def test_venues(body: str, expected: list[tuple[str | None, str | None, str | None]]) -> None:
    assert venues(body) == expected


def test_no_town_is_taken_from_the_address_of_the_site_below_another_line() -> None:
    page = """<html><body><main><h1>Réunion de lancement</h1><p>Amiens Métropole vous convie à la réunion
    le 18 septembre 2023 à 14h, à l'Espace Dewailly.</p></main>
    <footer><p>Réseau – 5 rue Basse, 59000 Lille</p></footer></body></html>"""
    reading = read_document(page.encode(), "https://irev.fr/actualites-0/x", "text/html", load_knowledge())
    assert tell_sessions(reading) == ["2023-09-18 14:00- Amiens"]
