"""Whole pages: which town a sitting is in where several are named, or none beside it, and how people meet there.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from extract.read import read_document
from tests.extract.documents import places_of, read_brochure, read_page, tell_sessions
from warehouse.reference import load_knowledge

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "a house named again without its address",
        "Formation des conseils citoyens",
        """<h2>Jour 1</h2><p>Mardi 5 juin 2018, de 9h à 16h<br>La Chambre d'eau, 18 rue du Moulin, 59550 Maroilles</p>
        <h2>Jour 2</h2><p>Mardi 12 juin 2018, de 9h à 16h<br>Maison du parc, 4 cour de l'Abbaye, 59230
        Saint-Amand-les-Eaux</p><h2>Jour 3</h2><p>Mardi 19 juin 2018, de 9h à 12h<br>De nouveau à
        La Chambre d'eau</p>""",
        [
            "2018-06-05 09:00-16:00 Maroilles",
            "2018-06-12 09:00-16:00 Saint-Amand-les-Eaux",
            "2018-06-19 09:00-12:00 Maroilles",
        ],
    ),
    (
        "whom to ask is elsewhere, where people meet is not said",
        "Groupe d'échanges sur la parentalité",
        """<p>Le groupe se retrouvera le jeudi 4 avril 2019 de 14h à 17h. L'adresse vous sera communiquée par
        courriel.</p><p>Contact : Udaf, 10 rue Baptiste-Monoyer, 59000 Lille</p>""",
        ["2019-04-04 14:00-17:00 ?"],
    ),
    (
        "a webinar put off, and a room to follow it from",
        "Webinaire sur les copropriétés",
        """<p>Le webinaire « Copropriétés fragiles » qui devait avoir lieu le 6 février 2024 est reporté au jeudi 14
        mars 2024 de 10h à 11h30.</p><p>Ceux qui veulent peuvent venir dans les bureaux de l'IREV à Lille.</p>""",
        ["2024-02-06 - ? online postponed", "2024-03-14 10:00-11:30 ? online"],
    ),
    (
        "one meeting was in the town, the next one is open to those afar",
        "Retour sur le comité technique",
        """<p>Le comité technique a eu lieu le 8 juin 2022 en mairie de Denain.</p><p>Le prochain
        se tiendra le 6 juillet à 10h à la mission locale, 2 rue Haute, à Denain, et en visioconférence pour les
        autres.</p>""",
        ["2022-06-08 - Denain", "2022-07-06 10:00- Denain hybrid"],
    ),
    (
        "a town that is denied, and where the service works",
        "Club des chefs de projet",
        """<p>Le club se réunira le 4 juin 2024, de 14h à 16h, à la MJC, 5 rue Basse à Liévin, et non à Arras comme nous
        l'avions écrit.</p><p>Le secrétariat est installé 8 place Haute à Arras.</p>""",
        ["2024-06-04 14:00-16:00 Liévin"],
    ),
    (
        "the name of a quarter that ends like a town is none",
        "Repas partagé",
        """<p>Une fois par mois, le collectif se retrouve. Rendez-vous samedi 9 mars 2024 à 12h, salle Jacquard.</p>
        <p>Dans les locaux du centre social des Bas-Champs.</p>""",
        ["2024-03-09 12:00- ?"],
    ),
    (
        "planned in one town, held on the screen",
        "Club des financeurs",
        """<p>À cause du verglas, la séance du lundi 5 février 2018, programmée à Laon (salle Renaud), aura lieu en
        visioconférence, de 14h à 16h.</p>""",
        ["2018-02-05 14:00-16:00 ? online"],
    ),
    (
        "planned in one town, held in another",
        "Journée des animateurs",
        """<p>La journée du mardi 4 juin 2019, prévue à Denain, se tiendra finalement à Anzin, au théâtre, de 9h à
        17h.</p>""",
        ["2019-06-04 09:00-17:00 Anzin"],
    ),
    (
        "one day in two towns, in one sentence",
        "La programmation 2019 en deux réunions",
        """<p>L'équipe vous attend le jeudi 8 novembre 2018 : à 9h30 à la mairie de Guise puis à 14h à la maison de
        l'emploi d'Hirson.</p>""",
        ["2018-11-08 09:30- Guise", "2018-11-08 14:00- Hirson"],
    ),
    (
        "the clause before the colon tells the town",
        "Des diagnostics en marchant",
        """<p>Les habitantes de Condé-sur-l'Escaut ont ouvert la voie le mardi 7 mai 2019, rue de la Paix.</p>
        <p>L'expérience se poursuit à Fresnes-sur-Escaut : départ le mardi 4 juin 2019 à 18h devant l'église.</p>""",
        ["2019-05-07 - Condé-sur-l'Escaut", "2019-06-04 18:00- Fresnes-sur-Escaut"],
    ),
    (
        "a service of the town signs with its telephone",
        "Fête du sport",
        """<ul><li>11h : démonstration du club de judo de Mons-en-Barœul</li><li>15h : relais</li></ul>
        <p>Samedi 8 juin 2019, de 10h à 17h<br>Stade Jean-Bouin</p><p>Service des sports de la ville de Ronchin,
        03 20 11 22 33</p>""",
        ["2019-06-08 10:00-17:00 Ronchin"],
    ),
    (
        "days are the labels of what takes place",
        "Agenda des ateliers",
        """<dl><dt>4 mai 2021</dt><dd><b>Lire un budget</b><br>Arques, salle Balavoine – 9h à 12h</dd>
        <dt>11 mai 2021</dt><dd><b>Monter un dossier</b><br>Webinaire – 14h à 15h30</dd></dl>""",
        ["2021-05-04 09:00-12:00 Arques", "2021-05-11 14:00-15:30 ? online"],
    ),
    (
        "columns tick how people meet",
        "Groupes de travail",
        """<table><tr><th>Date</th><th>Heure</th><th>Présentiel</th><th>À distance</th></tr>
        <tr><td>mardi 7 mars 2023</td><td>9h-11h</td><td>Lens, Louvre-Lens Vallée</td><td>non</td></tr>
        <tr><td>mardi 4 avril 2023</td><td>9h-11h</td><td>-</td><td>oui</td></tr>
        <tr><td>mardi 2 mai 2023</td><td>9h-11h</td><td>Creil, la Faïencerie</td><td>oui</td></tr></table>""",
        ["2023-03-07 09:00-11:00 Lens", "2023-04-04 09:00-11:00 ? online", "2023-05-02 09:00-11:00 Creil hybrid"],
    ),
    (
        "rows of one cell head those below them",
        "Permanences du conciliateur",
        """<table><tr><th colspan="3">Fourmies – Maison de l'État, 3 rue Verpraët</th></tr>
        <tr><td>lundi 5 mai 2025</td><td>14h-17h</td><td>sur rendez-vous</td></tr>
        <tr><th colspan="3">Avesnes-sur-Helpe – Mairie</th></tr>
        <tr><td>lundi 12 mai 2025</td><td>9h-12h</td><td>sans rendez-vous</td></tr></table>""",
        ["2025-05-05 14:00-17:00 Fourmies", "2025-05-12 09:00-12:00 Avesnes-sur-Helpe"],
    ),
    (
        "one sitting of a series on the screen is held in a house",
        "Les Jeudis du numérique",
        """<p>De 9h à 10h, en visio :</p><ul><li>jeudi 2 mars 2023 : les outils</li><li>jeudi 6 avril 2023 : les usages
        (exceptionnellement en présentiel, à la médiathèque d'Halluin)</li></ul><p>Lien de connexion :
        sur demande</p>""",
        ["2023-03-02 09:00-10:00 ? online", "2023-04-06 09:00-10:00 Halluin"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_sittings_of_a_page(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


def test_a_column_of_formats_in_a_brochure() -> None:
    text = """# Les ateliers de l'évaluation 2023
| Date | Thème | Lieu | Format |
| 12 janvier | Questionner | Arras, Office culturel | Présentiel |
| 9 février | Observer | Teams | Distanciel |
| 9 mars | Restituer | Beauvais, Maladrerie | Hybride |
De 14h à 16h."""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2023-01-12 14:00-16:00 Arras",
        "2023-02-09 14:00-16:00 ? online",
        "2023-03-09 14:00-16:00 Beauvais hybrid",
    ]


def test_an_agenda_with_its_places_below_the_days() -> None:
    text = """# Agenda du 2e semestre 2019
## Septembre
Club des adultes-relais
mardi 10 septembre, 9h30-12h
Le Quadrant, Fourmies
## Octobre
Matinée Santé et logement
mardi 8 octobre, 9h30-12h
Espace Drumez, Somain"""
    assert tell_sessions(read_brochure(text)) == ["2019-09-10 09:30-12:00 Fourmies", "2019-10-08 09:30-12:00 Somain"]


def test_groups_head_their_house_and_their_days() -> None:
    text = """# Formation « Aller vers »
[ ] Groupe 1 - ARRAS
Maison des services, 2e étage
12 et 13 mars 2019
[ ] Groupe 2 - LAON
Espace Schuman, 4 rue Haute
19 et 20 mars 2019
Horaires : 9h - 17h"""
    assert tell_sessions(read_brochure(text)) == [
        "2019-03-12 09:00-17:00 Arras",
        "2019-03-13 09:00-17:00 Arras",
        "2019-03-19 09:00-17:00 Laon",
        "2019-03-20 09:00-17:00 Laon",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "11h : deux parcours, à Liévin et à Guise",
        "Invité : la troupe du Chapiteau (Douai)",
        "L'évaluation des actions : un jeu conçu à Calais",
        "Le plan annoncé par la ministre à Roubaix sera présenté.",
        "Atelier 2 - Écoles et quartiers : l'exemple de Méru",
    ],
)
def test_towns_that_are_told_of_are_no_venue(line: str) -> None:
    body = f"""<p>Jeudi 16 mai 2019, de 9h à 12h, Maison des sports, 3 rue Haute, 62000 Arras</p><p>9h : accueil</p>
    <p>{line}</p><p>12h : clôture</p>"""
    assert places_of(read_page("Rencontre des médiateurs", body)) == [("Maison des sports", "3 rue Haute", "Arras")]


def test_own_premises_whose_address_follows() -> None:
    body = "<p>Mardi 6 février 2024, 9h-17h</p><p>Dans nos locaux :<br>Coopérative Baraka<br>20 rue de Sébastopol<br>"
    reading = read_page("Module de formation", f"{body}59100 Roubaix</p>")
    assert {city for _, _, city in places_of(reading)} == {"Roubaix"}


def test_the_site_of_a_house_says_its_town() -> None:
    page = """<html><head><title>Été</title></head><body><header><p>Centre social Les Tilleuls – Guise</p></header>
    <main><h1>Notre été</h1><p>10 juillet 2023, 14h–18h : jeux, stade Foch</p><p>2 août 2023 : mer à Berck</p></main>
    </body></html>"""
    reading = read_document(page.encode(), "https://www.exemple.fr/ete", "text/html", load_knowledge())
    assert tell_sessions(reading) == ["2023-07-10 14:00-18:00 Guise", "2023-08-02 - Berck"]


def test_what_is_handed_in_online_is_no_meeting() -> None:
    body = """<p>Les dossiers sont reçus jusqu'au vendredi 31 mars 2023, exclusivement en ligne.</p>"""
    assert read_page("Fonds de soutien : derniers jours", body).venues == ()


def test_a_house_among_other_towns_is_not_in_that_of_the_page() -> None:
    body = """<p>Le 6 juillet 2022, des enfants de Divion et d'Auchel se sont retrouvés au parc des Cytises.</p>
    <p>Le 8 juillet 2022, ils ont découvert la voile à la base nautique de Beuvry.</p>"""
    assert (("parc des Cytises", None, None)) in places_of(read_page("Un été sportif", body))
