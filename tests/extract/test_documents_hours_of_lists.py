"""Hours that lead to a list of days or stand under it: each list of a page has its own.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text, tell_sessions

TEXTS: list[tuple[str, str, list[str]]] = [
    (
        "each committee has a line with its hours",
        """Communauté d'agglomération du Beauvaisis
Instances de la cité éducative, année 2024-2025

Groupe d'appui – de 9h à 11h – inspection académique, 22 avenue Victor-Hugo, Beauvais
- mardi 8 octobre 2024
- mardi 14 janvier 2025
- mardi 6 mai 2025

Comité de pilotage – 17h30 – préfecture, place de la Préfecture, Beauvais
- lundi 18 novembre 2024
- lundi 16 juin 2025""",
        [
            "2024-10-08 09:00-11:00 Beauvais",
            "2024-11-18 17:30- Beauvais",
            "2025-01-14 09:00-11:00 Beauvais",
            "2025-05-06 09:00-11:00 Beauvais",
            "2025-06-16 17:30- Beauvais",
        ],
    ),
    (
        "minutes lead to the days to come",
        """Compte rendu du comité d'animation du 12 septembre 2023

La réunion s'est tenue à 10h au centre social, à Creil.
Elle a porté sur la rentrée.

Les prochains comités auront lieu à 14h30, salle du conseil, selon le calendrier suivant :
- mardi 14 novembre 2023
- mardi 16 janvier 2024
- mardi 12 mars 2024

Fin de la réunion à 12h10.""",
        [
            "2023-09-12 10:00-12:10 Creil",
            "2023-11-14 14:30- Creil",
            "2024-01-16 14:30- Creil",
            "2024-03-12 14:30- Creil",
        ],
    ),
    (
        "the same hours are said over the list",
        """Objet : cycle « agir sur l'emploi »

Bonjour à tous,

La première rencontre aura lieu le jeudi 6 mars 2025 de 9h30 à 12h30 à Amiens, 12 rue Frédéric-Petit.

Deux autres dates à noter, aux mêmes horaires :
* jeudi 3 avril 2025 : l'insertion
* jeudi 15 mai 2025 : les clauses sociales

Bien à vous,
Claire""",
        ["2025-03-06 09:30-12:30 Amiens", "2025-04-03 09:30-12:30 Amiens", "2025-05-15 09:30-12:30 Amiens"],
    ),
    (
        "a permanence is what the table tells",
        """Permanences du point info habitat

Permanence de 14h à 17h, avec ou sans rendez-vous

| Date | Commune | Lieu |
| mardi 4 mars 2025 | Avion | mairie annexe, rue Jean-Jaurès |
| mardi 1er avril 2025 | Méricourt | espace La Gare |
| mardi 6 mai 2025 | Sallaumines | maison de l'art |""",
        ["2025-03-04 14:00-17:00 Avion", "2025-04-01 14:00-17:00 Méricourt", "2025-05-06 14:00-17:00 Sallaumines"],
    ),
    (
        "said of each below the last of them",
        """Le réseau des ambassadeurs du quartier

Trois rencontres en 2024 :
mardi 5 mars 2024, à Roubaix, maison des associations.
jeudi 4 avril 2024, à Tourcoing, centre social Marlière.
mardi 14 mai 2024, à Hem, salle des fêtes.

À chacune de ces rencontres : accueil à 9h, début des échanges à 9h30, fin à 12h.""",
        ["2024-03-05 09:30-12:00 Roubaix", "2024-04-04 09:30-12:00 Tourcoing", "2024-05-14 09:30-12:00 Hem"],
    ),
    (
        "the line under bare days tells of all",
        """Agenda du mois de mars

Lundi 3 mars 2025
Lundi 10 mars 2025
De 14h à 16h, atelier couture, maison de quartier du Nouveau Monde, Roubaix

Jeudi 6 mars 2025
Jeudi 20 mars 2025
À 18h, réunion des locataires, salle Watremez, Roubaix""",
        [
            "2025-03-03 14:00-16:00 Roubaix",
            "2025-03-06 18:00- Roubaix",
            "2025-03-10 14:00-16:00 Roubaix",
            "2025-03-20 18:00- Roubaix",
        ],
    ),
    (
        "days and what takes place take turns",
        """Programme de mars, centre social de Wattignies
Mardi 4 mars 2025
Atelier cuisine, 14h
Jeudi 6 mars 2025
Sortie au musée, 9h30
Mardi 11 mars 2025
Café des parents, 10h""",
        ["2025-03-04 14:00- Wattignies", "2025-03-06 09:30- Wattignies", "2025-03-11 10:00- Wattignies"],
    ),
    (
        "a second outing at the same hours",
        """Visite de la ferme urbaine : complet
Publié le 3 juin 2024
La visite du mardi 18 juin 2024, de 9h30 à 12h, 4 rue du Port à Amiens, affiche complet.
Bonne nouvelle, un second créneau est ouvert le mardi 25 juin, même heure, même lieu.""",
        ["2024-06-18 09:30-12:00 Amiens full", "2024-06-25 09:30-12:00 Amiens"],
    ),
    (
        "one more under the same conditions",
        """Sortie au zoo de Lille
Publié le 3 juin 2024
Le bus est plein pour le mercredi 10 juillet (départ 8h, maison de quartier de Wazemmes, Lille, retour 18h).
Une autre virée est prévue le mercredi 24 juillet, dans les mêmes conditions.""",
        ["2024-07-10 08:00-18:00 Lille", "2024-07-24 08:00-18:00 Lille"],
    ),
    (
        "coming and going hold for the list",
        """Stage de théâtre à Denain
Publié le 3 juin 2024
Trois mercredis pour les 8-12 ans :
- 12 juin 2024 : le corps
- 19 juin 2024 : la voix
- 26 juin 2024 : la scène
Rendez-vous à 13h30 à la maison de la jeunesse, avenue Villars. Retour des enfants à 17 heures.
Les parents sont invités à la représentation le samedi 29 juin à 18h au théâtre municipal.""",
        [
            "2024-06-12 13:30-17:00 Denain",
            "2024-06-19 13:30-17:00 Denain",
            "2024-06-26 13:30-17:00 Denain",
            "2024-06-29 18:00- Denain",
        ],
    ),
    (
        "the line under days that say what they are about",
        """Ateliers du mardi, Saint-Quentin
4 mars 2025 : budget
11 mars 2025 : logement
Arrivée à 9h, on se quitte à 11h30. La ministre passera le jeudi 13 mars 2025 à 15h, salle Vermandois.""",
        [
            "2025-03-04 09:00-11:30 Saint-Quentin",
            "2025-03-11 09:00-11:30 Saint-Quentin",
            "2025-03-13 15:00- Saint-Quentin",
        ],
    ),
    (
        "a list that wraps inside a day",
        """Atelier de conversation, bibliothèque d'Abbeville
Lundi 3 et lundi 17 octobre, puis lundi 7 et lundi
21 novembre 2022
Toujours de 17h15 à 18h45""",
        [
            "2022-10-03 17:15-18:45 Abbeville",
            "2022-10-17 17:15-18:45 Abbeville",
            "2022-11-07 17:15-18:45 Abbeville",
            "2022-11-21 17:15-18:45 Abbeville",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TEXTS], ids=[t[0] for t in TEXTS])
def test_hours_of_a_list_are_those_of_its_days(text: str, expected: list[str]) -> None:
    assert sorted(tell_sessions(read_text(text))) == expected


def test_a_heading_heads_its_list() -> None:
    body = """<h2>Plénières (18h30, salle Jean-Nohain)</h2>
    <ul><li>jeudi 16 janvier 2025</li><li>jeudi 10 avril 2025</li></ul>
    <h2>Commissions cadre de vie (17h, maison de quartier)</h2>
    <ul><li>mercredi 5 février 2025</li><li>mercredi 14 mai 2025</li></ul>
    <p>Contact : Mairie de Lens, du lundi au vendredi de 8h30 à 12h</p>"""
    assert sorted(tell_sessions(read_page("Conseil citoyen de Lens : calendrier 2025", body))) == [
        "2025-01-16 18:30- Lens",
        "2025-02-05 17:00- Lens",
        "2025-04-10 18:30- Lens",
        "2025-05-14 17:00- Lens",
    ]


STREETS = [
    ("le mardi 23 janvier à 18h à la Maison citoyenne, 9 rue du 8 Mai 1945 à Liévin", "2024-01-23 18:00- Liévin"),
    ("le jeudi 8 février à 14h, salle des fêtes, place du 11 novembre 1918, à Lens", "2024-02-08 14:00- Lens"),
]


@pytest.mark.parametrize(("words", "expected"), STREETS)
def test_a_street_gives_its_year_to_no_day(words: str, expected: str) -> None:
    text = f"Table de quartier\n\nPublié le 2 janvier 2024\n\nLa prochaine réunion est fixée : {words}."
    assert tell_sessions(read_text(text)) == [expected]
