"""Pages and brochures laid out in columns, tables, cards and lists: whose hours, towns and screens stand where.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from extract.read import read_document
from tests.extract.documents import draw_table, read_brochure, read_page, tell_sessions
from warehouse.reference import load_knowledge

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "a screen and places, each of its own day",
        "Un webinaire et deux ateliers",
        """<p>On en parle d'abord à distance, puis près de chez vous.</p>
        <p>Jeudi 18 janvier 2024, 11h-12h30, sur Zoom</p>
        <p>Mardi 30 janvier 2024, 14h-17h, Maison des services, Hirson</p>
        <p>Vendredi 9 février 2024, 9h30-12h, hôpital de Fourmies</p>""",
        ["2024-01-18 11:00-12:30 ? online", "2024-01-30 14:00-17:00 Hirson", "2024-02-09 09:30-12:00 Fourmies"],
    ),
    (
        "two who host, and the place behind the verb",
        "Ville de Feignies",
        """<p>Le CCAS et la plateforme de répit de Maubeuge vous accueillent le 23 janvier 2025 de 14h30 à 16h, à
        l'espace Gérard-Philipe (place du 8-Mai-1945).</p></main><footer>Ville de Feignies</footer><main>""",
        ["2025-01-23 14:30-16:00 Feignies"],
    ),
    (
        "hours told by the towns that head columns",
        "Ateliers numériques",
        draw_table(
            ("Atelier", "Cambrai (Le Labo)", "Caudry", "Solesmes"),
            ("Naviguer", "4 avril 2023", "5 avril 2023", "7 avril 2023"),
            ("S'informer", "11 avril 2023", "12 avril 2023", "14 avril 2023"),
        )
        + "<p>De 10h à 12h à Cambrai et à Solesmes, de 14h à 16h à Caudry.</p>",
        [
            "2023-04-04 10:00-12:00 Cambrai",
            "2023-04-05 14:00-16:00 Caudry",
            "2023-04-07 10:00-12:00 Solesmes",
            "2023-04-11 10:00-12:00 Cambrai",
            "2023-04-12 14:00-16:00 Caudry",
            "2023-04-14 10:00-12:00 Solesmes",
        ],
    ),
    (
        "hours told by the towns that open lines of several days",
        "Permanences",
        """<p>Lens : mardi 4 et mardi 11 avril 2023<br>Avion : jeudi 6 et jeudi 13 avril 2023</p>
        <p>À Lens, de 9h à 12h ; à Avion, de 14h à 17h.</p>""",
        [
            "2023-04-04 09:00-12:00 Lens",
            "2023-04-06 14:00-17:00 Avion",
            "2023-04-11 09:00-12:00 Lens",
            "2023-04-13 14:00-17:00 Avion",
        ],
    ),
    (
        "a day set as a badge in a cell, beside lines of its place and hours",
        "Journée départementale",
        """<table><tr><td><p>Mardi</p><p><b>5</b></p><p>décembre</p><p>2017</p></td><td><p>« Être père aujourd'hui »</p>
        <p>Mégacité d'Amiens, avenue de l'Hippodrome</p><p>de 8h45 à 16h45</p></td></tr></table><p>Au programme</p>
        <ul><li>9h15 : ouverture</li><li>14h : forum</li></ul><p>Document : invitation_12_dec.pdf</p>""",
        ["2017-12-05 08:45-16:45 Amiens"],
    ),
    (
        "other news without links",
        "Matinée médiation",
        """<ul><li>Le 19 octobre 2021</li><li>9h &gt; 12h30</li><li>Maison de la recherche, 9 rue du Temple, Arras
        </li></ul>
        <section><h2>Autres actualités</h2><article><h3>Soirée d'accueil</h3><p>21 octobre 2021, 18h, Douai</p>
        </article>
        </section>""",
        ["2021-10-19 09:00-12:30 Arras"],
    ),
    (
        "weekdays over the places of weeks",
        "Le bus des familles",
        "<p>Avril 2024 - de 9h30 à 16h30</p>"
        + draw_table(
            ("Semaine", "Lundi", "Jeudi"),
            ("Du 8 au 12 avril", "Marle, place de la Halle", "Guise, mairie (14h - 17h)"),
            ("Du 15 au 19 avril", "Vervins, gare", "-"),
        ),
        ["2024-04-08 09:30-16:30 Marle", "2024-04-11 14:00-17:00 Guise", "2024-04-15 09:30-16:30 Vervins"],
    ),
    (
        "weeks over the places of weekdays",
        "Le bus numérique",
        "<p>De 9h à 12h</p>"
        + draw_table(
            ("", "4 au 8 mars 2024", "11 au 15 mars 2024"),
            ("Lundi", "Guise", "Hirson"),
            ("Vendredi", "Marle (14h-17h)", "La Capelle"),
        ),
        [
            "2024-03-04 09:00-12:00 Guise",
            "2024-03-08 14:00-17:00 Marle",
            "2024-03-11 09:00-12:00 Hirson",
            "2024-03-15 09:00-12:00 La Capelle",
        ],
    ),
    (
        "a menu in a cell of a layout table",
        "Origny-Sainte-Benoite",
        """<table><tr><td><a href="/">Accueil</a><br><a href="/c">Le conseil</a><br>À venir<br>14 juillet : bal<br>
        1er septembre : brocante</td><td><b>Mutuelle communale</b><br>La commune a négocié avec deux assureurs une
        complémentaire santé à tarif réduit pour tous ses habitants. Venez les rencontrer :<br>- mardi 25 juin 2019 à
        18h, salle des fêtes de Ribemont<br>- jeudi 27 juin 2019 à 18h, salle communale de Thenelles<br>Chacun peut
        venir avec ses contrats, les deux assureurs répondront aux questions.</td></tr><tr><td>Mairie, 12 rue Pasteur,
        02390 Origny-Sainte-Benoite, ouverte du lundi au vendredi de 9h à 12h</td></tr></table>""",
        ["2019-06-25 18:00- Ribemont", "2019-06-27 18:00- Thenelles"],
    ),
    (
        "a label that tells a place, and a sentence that moves the meeting to the screen",
        "Colloque régional des aidants",
        """<dl><dt>Date :</dt><dd>06/10/2020 - 09:15 - 16:30</dd>
        <dt>Lieu :</dt><dd>Centre Prouvé, Saint-Quentin</dd></dl>
        <p>ATTENTION : le colloque se tiendra entièrement à distance. Le lien sera envoyé la veille.</p>""",
        ["2020-10-06 09:15-16:30 ? online"],
    ),
    (
        "signing up online moves nothing",
        "Formation des bénévoles",
        """<p>Mardi 6 octobre 2020 à 18h, salle des fêtes de Marle</p>
        <p>L'inscription à la formation se fera exclusivement en ligne.</p>""",
        ["2020-10-06 18:00- Marle"],
    ),
    (
        "no place left in a column",
        "Réseau des référents handicap",
        draw_table(
            ("Thème", "Quand", "Où", "Places restantes"),
            ("Le FALC", "22/01/2026", "Amiens, Espace Dewailly", "3"),
            ("Visite de l'Esat", "24/09/2026", "Abbeville, zone de la Plaine", "0"),
        ),
        ["2026-01-22 - Amiens", "2026-09-24 - Abbeville full"],
    ),
    (
        "weekday and day of publication below the title, over lists of days with their hours",
        "Nos réunions collectives",
        """<div>mercredi 8 janvier 2020</div><h3>Lille</h3><p>Maison des familles, rue Baptiste-Monnoyer<br>les lundis
        20 janvier et 17 février, de 14h à 16h</p><h3>Cambrai</h3><p>Centre social, rue Saint-Fiacre<br>le mardi 4
        février, de 9h30 à 11h30</p>""",
        ["2020-01-20 14:00-16:00 Lille", "2020-02-04 09:30-11:30 Cambrai", "2020-02-17 14:00-16:00 Lille"],
    ),
    (
        "a session is no number of the days behind it",
        "Comptabilité associative",
        """<p>Dates : 14 et 21 novembre 2022<br>Horaire : 18h-21h<br>Lieu : MAAM, 12 rue Frédéric-Petit, Amiens<br>
        Autre session 5 et 12 décembre 2022, Espace Saint-Jacques, Doullens</p>""",
        [
            "2022-11-14 18:00-21:00 Amiens",
            "2022-11-21 18:00-21:00 Amiens",
            "2022-12-05 18:00-21:00 Doullens",
            "2022-12-12 18:00-21:00 Doullens",
        ],
    ),
    (
        "what is set up the day before",
        "Journée des jardins",
        """<p>Samedi 15 juin 2024 de 10h à 18h, parc Fénelon, Cambrai</p>
        <p>Montage la veille à 17h : les bras sont les bienvenus.</p>""",
        ["2024-06-15 10:00-18:00 Cambrai"],
    ),
    (
        "hours of its own in the card of a day",
        "Les webinaires de la Fabrique",
        """<p>Toujours de 13h à 14h.</p><div><div><p>Mar. 14 janv. 2025</p><h3>Recruter un alternant</h3><p>Avec
        l'Opco</p></div><div><p>Mar. 18 mars 2025</p><h3>Reprendre en coopérative</h3><p>Avec l'Urscop -
        exceptionnellement de 12h à 13h30</p></div></div>""",
        ["2025-01-14 13:00-14:00 ? online", "2025-03-18 12:00-13:30 ? online"],
    ),
    (
        "days left out of a run, and one with other hours",
        "Stages d'été",
        """<p>Du 12 au 16 juillet 2021, sauf le 14, de 9h à 12h : théâtre, école Curie, Denain</p>
        <p>Du 19 au 21 juillet 2021 de 14h à 17h (sauf le mardi) : cirque, salle Baudin, Denain</p>""",
        [
            "2021-07-12 09:00-12:00 Denain",
            "2021-07-13 09:00-12:00 Denain",
            "2021-07-15 09:00-12:00 Denain",
            "2021-07-16 09:00-12:00 Denain",
            "2021-07-19 14:00-17:00 Denain",
            "2021-07-21 14:00-17:00 Denain",
        ],
    ),
    (
        "two things on one day, a line each",
        "Le mois de l'économie sociale",
        """<p><b>Lundi 4 novembre 2019</b><br>Ciné-débat, 20h, cinéma Jeanne-Moreau, Clermont</p>
        <p><b>Jeudi 7 novembre 2019</b><br>Portes ouvertes, 10h-17h, rue de la Madeleine, Beauvais<br>Forum de l'emploi,
        14h-17h, salle Saint-Nicolas, Compiègne</p>
        <p><b>Vendredi 15 novembre 2019</b><br>Petit-déjeuner, 8h30, CCI, Beauvais</p>""",
        [
            "2019-11-04 20:00- Clermont",
            "2019-11-07 10:00-17:00 Beauvais",
            "2019-11-07 14:00-17:00 Compiègne",
            "2019-11-15 08:30- Beauvais",
        ],
    ),
    (
        "weekdays with their numbers below the frame of their month, on the site of a town hall",
        "Semaine du développement durable",
        "<p>Du Mardi 20 Septembre 2022 au Samedi 24 Septembre 2022</p>"
        + draw_table(
            ("Mardi 20", "18h30", "Conférence sur le trait de côte", "Salle des fêtes"),
            ("Vendredi 23", "20h", "Projection-débat", "Cinéma de Boulogne"),
            ("Samedi 24", "10h", "Nettoyage de la plage", "Club nautique"),
        )
        + "</main><footer>Mairie, place du Roi-Albert-1er, 62930 Wimereux</footer><main>",
        ["2022-09-20 18:30- Wimereux", "2022-09-23 20:00- Boulogne-sur-Mer", "2022-09-24 10:00- Wimereux"],
    ),
    (
        "towns with their quarters above the days of cards",
        "Les rendez-vous de concertation",
        """<ul><li><div>Roubaix - Le Pile</div><div>Atelier mobilités</div><div>12/06/2024 18:00</div><div>Maison de
        projet, rue de la Fosse-aux-Chênes</div></li><li><div>Tourcoing - La Bourgogne</div><div>Balade</div>
        <div>15/06/2024 10:00</div><div>Place de la Bourgogne</div></li></ul>""",
        ["2024-06-12 18:00- Roubaix", "2024-06-15 10:00- Tourcoing"],
    ),
]

BROCHURES: list[tuple[str, str, str, list[str]]] = [
    (
        "a row that says where beside one of those who lead",
        "table",
        """# Ateliers parents-enfants
Centre social, 18 rue Pasteur, 62320 Rouvroy
| | Mercredi 9 octobre 2024 | Mercredi 4 décembre 2024 |
| 10h - 11h30 | Éveil musical | Contes de l'hiver |
| Où ? | Centre social | Médiathèque de Méricourt |
| Animatrice | Sonia | Caroline (médiathèque) |""",
        ["2024-10-09 10:00-11:30 Rouvroy", "2024-12-04 10:00-11:30 Méricourt"],
    ),
    (
        "columns headed by the town of a site",
        "table",
        """# Parcours « Devenir pair-aidant »
| Séance | Site de Lille (Fives) | Site de Valenciennes |
| Se connaître | Lundi 16 janvier 2023 | Mardi 17 janvier 2023 |
| Agir | Lundi 6 mars 2023 | Mardi 7 mars 2023 |
| Horaires | 13h30 - 16h30 | 9h - 12h |
| Adresse | Clubhouse, 12 rue de Lannoy | Maison des aidants, 24 rue des Capucins |""",
        [
            "2023-01-16 13:30-16:30 Lille",
            "2023-01-17 09:00-12:00 Valenciennes",
            "2023-03-06 13:30-16:30 Lille",
            "2023-03-07 09:00-12:00 Valenciennes",
        ],
    ),
    (
        "the month of a column of days, one of whose cells tells none",
        "table",
        """# Planning des permanences - mars 2025
| Commune | Jours | Heures | Lieu |
| Beauvais | tous les jours ouvrés | 9h-12h | 28 rue du Pont-d'Arcole |
| Creil | mercredi 5 et mercredi 19 | 9h30-12h | Maison de la ville, place Saint-Médard |
| Noyon | mardi 11 | 14h-16h30 | 1435 boulevard Cambronne |""",
        ["2025-03-05 09:30-12:00 Creil", "2025-03-11 14:00-16:30 Noyon", "2025-03-19 09:30-12:00 Creil"],
    ),
    (
        "the hours of an office below the days on which people sign up",
        "two-columns",
        """# Vacances apprenantes à Denain
## Semaine 1
du 16 au 17 août 2021
Salle Allard
14h - 17h
---col---
## Inscriptions
Service jeunesse, place des Farineau
à partir du 7 juin
du lundi au vendredi, 13h30 - 17h30""",
        ["2021-08-16 14:00-17:00 Denain", "2021-08-17 14:00-17:00 Denain"],
    ),
    (
        "halves of the day over columns of towns",
        "table",
        """# Dépistage gratuit de la vue
| Jour | Matin (9h30 - 12h) | Après-midi (14h - 17h) |
| Lundi 6 novembre 2023 | Marquise, salle des fêtes | Wimille, espace Pilâtre |
| Mercredi 8 novembre 2023 | Le Portel, Yves-Montand | Outreau, centre Phénix |""",
        [
            "2023-11-06 09:30-12:00 Marquise",
            "2023-11-06 14:00-17:00 Wimille",
            "2023-11-08 09:30-12:00 Le Portel",
            "2023-11-08 14:00-17:00 Outreau",
        ],
    ),
]


def test_a_leaf_of_a_calendar_beside_the_title() -> None:
    page = """<html><body><main><div><div><div>23</div><div>mai</div><div>2024</div></div><div><h1>Votre avis sur la
    réhabilitation</h1><ul><li>17:30 → 19:30</li><li>Salle commune, rue Ampère, Raismes</li></ul><p>Nos équipes et
    l'architecte, du cabinet Trace à Lille, vous présentent les logements témoins et répondent à vos questions.
    </p></div></div></main></body></html>"""
    reading = read_document(page.encode(), "https://exemple.org/agenda/avis", "text/html", load_knowledge())
    assert tell_sessions(reading) == ["2024-05-23 17:30-19:30 Raismes"]


@pytest.mark.parametrize(("what", "title", "body", "expected"), PAGES, ids=[page[0] for page in PAGES])
def test_pages(what: str, title: str, body: str, expected: list[str]) -> None:
    assert sorted(tell_sessions(read_page(title, body))) == expected, what


@pytest.mark.parametrize(("what", "layout", "text", "expected"), BROCHURES, ids=[page[0] for page in BROCHURES])
def test_brochures(what: str, layout: str, text: str, expected: list[str]) -> None:
    assert sorted(tell_sessions(read_brochure(text, layout))) == expected, what
