"""Cycles of several days against what stands beside them: letters, exhibitions, calls, columns of what was signed."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text, tell_sessions

PAGES: list[tuple[str, str, list[str]]] = [
    (  # a town and its day are no date of a letter beside a town and two days
        "Cycle de formation 2024 : animer un conseil citoyen",
        "<p><b>Module 1 – Connaître son territoire</b><br>Soissons, lundi 4 et mardi 5 mars 2024<br>"
        "CPIE, 33 rue des Victimes de Comportet</p>"
        "<p><b>Module 2 – Construire un projet</b><br>Lens, jeudi 28 mars 2024<br>"
        "Maison syndicale, 32 rue Casimir Beugnet</p><p>Horaires : 9h30 - 17h.</p>",
        ["2024-03-04 09:30-17:00 Soissons", "2024-03-05 09:30-17:00 Soissons", "2024-03-28 09:30-17:00 Lens"],
    ),
    (  # who lists days announces them, whatever was done before
        "Cycle « Aller vers »",
        "<p>Jeudi 18 janvier : Hénin-Beaumont, L'Escapade</p><p>Jeudi 14 mars 2024 : Boulogne-sur-Mer, Faïencerie</p>"
        "<p>Début des séances à 9h30, fin à 12h30. Un comité de préparation s'est réuni le 14 novembre 2023.</p>",
        ["2024-01-18 09:30-12:30 Hénin-Beaumont", "2024-03-14 09:30-12:30 Boulogne-sur-Mer"],
    ),
    (
        "Les conventions territoriales",
        "<p>Le tableau est tenu à jour.</p><table><tr><th>Territoire</th><th>Signature</th></tr>"
        "<tr><td>CA du Boulonnais</td><td>12/05/2022</td></tr>"
        "<tr><td>CC du Ternois</td><td>20/06/2022</td></tr></table>",
        [],
    ),
    (
        "Conseils citoyens : le calendrier",
        "<table><tr><th>Ville</th><th>Arrêté préfectoral</th><th>Prochaine réunion</th></tr>"
        "<tr><td>Avion</td><td>12 mai 2022</td><td>4 octobre 2022</td></tr>"
        "<tr><td>Liévin</td><td>20 juin 2022</td><td>11 octobre 2022</td></tr></table>",
        ["2022-10-04 - Avion", "2022-10-11 - Liévin"],
    ),
    (
        "Où en sont les projets alimentaires ?",
        "<p>Celui du Douaisis, paraphé le 14 mars 2022, et celui du Ponthieu, le 2 juin 2022, sont en ligne.</p>",
        [],
    ),
    (  # places that are left are those of a meeting
        "Formation « Animer une réunion publique »",
        "<p>La formation affiche complet à Hazebrouck (2 février 2023). Bonne nouvelle : huit places restent "
        "disponibles à Chauny, le jeudi 16 février.</p><p>Rappel des horaires : 9h30-12h30 et 13h30-16h30.</p>",
        ["2023-02-02 09:30-16:30 Hazebrouck full", "2023-02-16 09:30-16:30 Chauny"],
    ),
    (
        "Forum des associations",
        "<h2>Quand ?</h2><p>Samedi 9 septembre 2023, de 10h à 18h, à Saint-Quentin</p>"
        "<h2>L'inscription des exposants</h2><p>ouverte du 15 mai au 30 juin 2023</p>"
        "<h2>L'exposition</h2><p>du 2 au 29 septembre à Guise</p>",
        ["2023-09-09 10:00-18:00 Saint-Quentin"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), PAGES, ids=[page[0] for page in PAGES])
def test_the_days_of_a_cycle_are_told_from_what_stands_beside_them(title: str, body: str, expected: list[str]) -> None:
    page = read_page(title, body)

    assert tell_sessions(page) == expected


TEXTS: list[tuple[str, list[str]]] = [
    (  # hours in a bracket that are said of one sitting are none of the others
        """Les Jeudis de la participation
12 octobre 2023 : Le budget participatif, Dunkerque
16 novembre 2023 : Les tables de quartier, Lens
18 janvier 2024 : Les écoles de la participation, en ligne
De 14h à 17h (14h-16h pour la séance en ligne).""",
        ["2023-10-12 14:00-17:00 Dunkerque", "2023-11-16 14:00-17:00 Lens", "2024-01-18 14:00-16:00 ? online"],
    ),
    (
        """Les Jeudis de la participation
12 octobre 2023 : Le budget participatif, Dunkerque
18 janvier 2024 : Les écoles de la participation, Lens
Horaires : 14h-17h (9h-12h à Lens).""",
        ["2023-10-12 14:00-17:00 Dunkerque", "2024-01-18 09:00-12:00 Lens"],
    ),
    (  # the last day is that of its own sentence, and what stands behind a bracket is not said of it
        """Formation « Gestes et postures »
Les 6, 7 et 8 mars 2023, de 9h à 17h (16h le dernier jour), à la Maison des services, 3 rue Carnot, Péronne. Une \
demi-journée de suivi aura lieu le 12 juin 2023, de 9h à 12h, à Albert.""",
        [
            "2023-03-06 09:00-17:00 Péronne",
            "2023-03-07 09:00-17:00 Péronne",
            "2023-03-08 09:00-16:00 Péronne",
            "2023-06-12 09:00-12:00 Albert",
        ],
    ),
    (  # what follows a sitting elsewhere is not that sitting; who opens with a former meeting goes on with the next
        """Groupe de travail « Habitat indigne »
Suite à la réunion de lancement du 30 novembre 2023, le groupe se réunira de 9h30 à 12h à la DDTM, 62 boulevard de \
Belfort, Lille :
25 janvier 2024 : repérage et signalement
30 mai 2024 : l'accompagnement des ménages
La séance du 30 mai sera suivie d'une visite de terrain à Hellemmes (14h-16h).""",
        ["2024-01-25 09:30-12:00 Lille", "2024-05-30 09:30-12:00 Lille"],
    ),
    (  # one half of a day beside it, and both halves told of all; looking back on what was done is no answer
        """Formation-action « Copropriétés fragiles »
J1 : 13 mars 2023
J2 : 14 mars 2023
Retour d'expérience : 12 juin 2023 (matin)
Lieu : Maison de l'environnement, Dunkerque
Horaires : 9h-12h30 / 13h30-17h""",
        ["2023-03-13 09:00-17:00 Dunkerque", "2023-03-14 09:00-17:00 Dunkerque", "2023-06-12 09:00-12:30 Dunkerque"],
    ),
    (  # hours below several days to come are theirs, and not the report's
        """Retour sur la formation « Aller-vers » et nouvelles sessions
Onze travailleurs sociaux ont suivi la formation les 3 et 4 octobre 2022 à Soissons. Deux sessions sont organisées :
• à Laon, les 5 et 6 décembre 2022, à la Maison des associations ;
• à Château-Thierry, le 16 janvier 2023, à la salle de la Rotonde.
Horaires : de 9 h à 17 h.""",
        [
            "2022-10-03 - Soissons",
            "2022-10-04 - Soissons",
            "2022-12-05 09:00-17:00 Laon",
            "2022-12-06 09:00-17:00 Laon",
            "2023-01-16 09:00-17:00 Château-Thierry",
        ],
    ),
    (  # a report tells its own meeting, and the list below the line on the next ones has the hours and place of that
        """Compte rendu de la réunion du réseau du 12 janvier 2021 à Laon
Présents : M. Lefebvre, Mme Caron, M. Haddad
Les échanges ont porté sur le bilan de l'année.
Prochaines réunions (14h-16h, mairie de Guise) :
mardi 9 mars 2021
mardi 11 mai 2021""",
        ["2021-01-12 - Laon", "2021-03-09 14:00-16:00 Guise", "2021-05-11 14:00-16:00 Guise"],
    ),
    (  # rows that all begin with a capital are entries, and each ends with its day
        """Newsletter – Formations à venir

Droit des usagers – 2 jours – Lille, les 16 et 17 mai 2022
Écrits professionnels – 2 jours – Amiens, les 30 et 31 mai 2022
Comptabilité des associations – 1 jour – Arras, le 7 juin 2022
Toutes nos formations ont lieu de 9 h à 17 h.""",
        [
            "2022-05-16 09:00-17:00 Lille",
            "2022-05-17 09:00-17:00 Lille",
            "2022-05-30 09:00-17:00 Amiens",
            "2022-05-31 09:00-17:00 Amiens",
            "2022-06-07 09:00-17:00 Arras",
        ],
    ),
    (
        """Formation des assistantes familiales – Groupe 12
Septembre : 12 et 26
Octobre : 3, 10 et 17
Année 2022 – de 9h à 16h – Maison des services, Clermont""",
        [f"2022-{day} 09:00-16:00 Clermont" for day in ("09-12", "09-26", "10-03", "10-10", "10-17")],
    ),
    (
        """Formation « Prise de parole »
Elle est reprogrammée les lundis 6 et 13 mars 2023 (au lieu des 16 et 23 janvier), de 9h30 à 16h30, à Lens.""",
        [
            "2023-01-16 09:30-16:30 Lens postponed",
            "2023-01-23 09:30-16:30 Lens postponed",
            "2023-03-06 09:30-16:30 Lens",
            "2023-03-13 09:30-16:30 Lens",
        ],
    ),
    (
        """Semaines d'information sur la santé mentale 2022
Plusieurs rendez-vous gratuits sur le territoire :
JEUDI 13 OCTOBRE
9h – 12h : Forum des associations d'usagers – salle Vauban, Saint-Omer
18h : Conférence « Sommeil et écrans » – Maison de quartier Saint-Exupéry, Longuenesse
MERCREDI 19 OCTOBRE
14h : Atelier relaxation – Espace Batavia, Arques""",
        ["2022-10-13 09:00-12:00 Saint-Omer", "2022-10-13 18:00- Longuenesse", "2022-10-19 14:00- Arques"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS, ids=[text.partition("\n")[0] for text, _ in TEXTS])
def test_what_is_said_of_one_sitting_is_not_said_of_all(text: str, expected: list[str]) -> None:
    reading = read_text(text)

    assert tell_sessions(reading) == expected
