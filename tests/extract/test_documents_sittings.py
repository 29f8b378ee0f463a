"""Whole documents whose difficulty is which of their days are sittings, and whose hours they tell.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_page, tell_sessions

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "link sent, recording put up, decree: one webinar",
        "Webinaire : comprendre la nouvelle carte des quartiers",
        """<p><b>Quand ?</b> Mardi 23 janvier 2024 de 11h à 12h30 (connexion possible dès 10h50)</p>
        <p><b>Comment ?</b> Sur Zoom, le lien vous sera adressé la veille, soit le 22 janvier.</p>
        <p>Le replay sera mis en ligne à partir du 30 janvier. Inscription jusqu'au 19 janvier 12h00.</p>
        <p>La liste est fixée par le décret n° 2023-1314 du 28 décembre 2023.</p>""",
        ["2024-01-23 11:00-12:30 ? online"],
    ),
    (
        "report: what was spoken of is another meeting's day",
        "Réseau des coordonnateurs : ce qu'il faut retenir",
        """<p><time>3 mars 2022</time></p><p>Les coordonnateurs se sont réunis le 24 février dernier à la préfecture de
        Lille. Au menu : point d'étape et préparation de la rencontre nationale des 12 et 13 mai.</p>
        <p>Prochaine rencontre : jeudi 19 mai, de 9h30 à 12h30, à Béthune.</p>""",
        ["2022-02-24 - Lille", "2022-05-19 09:30-12:30 Béthune"],
    ),
    (
        "hours of four workshops, but for the last",
        "Ateliers « Mieux communiquer » pour les associations de Senlis",
        """<p>Un parcours de trois ateliers, de 18h30 à 20h30, à la Maison des loisirs, avenue de Creil.</p>
        <p><b>Atelier 1 – Définir sa stratégie</b><br>Lundi 9 janvier 2023</p>
        <p><b>Atelier 2 – Rédiger</b><br>Lundi 23 janvier 2023</p>
        <p><b>Atelier 3 – Parler à la presse</b><br>Lundi 6 mars 2023 (attention : 18h)</p>
        <p>Inscription avant le 3 janvier.</p>""",
        ["2023-01-09 18:30-20:30 Senlis", "2023-01-23 18:30-20:30 Senlis", "2023-03-06 18:00- Senlis"],
    ),
    (
        "put off twice, prepared by others",
        "Assises de la vie associative du Cambrésis",
        """<p>Initialement prévues le 4 avril 2020 puis le 27 mars 2021, les assises se dérouleront le samedi 2 avril
        2022, de 9h à 17h30, au théâtre de Cambrai.</p>
        <p>Matinée : plénière (9h-12h15). Après-midi : forum, ouvert à tous (14h-17h30).</p>
        <p>Trois réunions préparatoires se sont tenues à Caudry et à Solesmes les 11, 18 et 25 janvier.</p>""",
        [
            "2020-04-04 - Cambrai postponed", "2021-03-27 - Cambrai postponed", "2022-04-02 09:00-17:30 Cambrai",
        ],
    ),
    (
        "training with its convocation and its evaluation",
        "Formation des médiateurs 2020 – Module « Médiation et numérique »",
        """<h3>Dates et lieu</h3><p>Les 10 et 11 mars 2020, puis les 7 et 8 avril 2020<br>De 9h00 à 12h30 et de 13h30 à
        16h30<br>AFPA, 12 rue de la Croix-Rouge, Creil</p><h3>Convocation</h3>
        <p>Une convocation sera adressée aux stagiaires le 24 février.</p><h3>Évaluation</h3>
        <p>À chaud le 8 avril ; à froid six mois après (8 octobre 2020), par questionnaire.</p>""",
        [
            "2020-03-10 09:00-16:30 Creil", "2020-03-11 09:00-16:30 Creil", "2020-04-07 09:00-16:30 Creil",
            "2020-04-08 09:00-16:30 Creil",
        ],
    ),
    (
        "sessions by number, a form to fill in for each",
        "Formation en ligne : les fondamentaux de la laïcité",
        """<p>Session 1 : lundi 3 mai 2021 de 9h30 à 12h30<br>Session 2 : jeudi 17 juin 2021 de 13h30 à 16h30</p>
        <p>Chaque session est limitée à 12 participants ; la session 1 est complète.</p>
        <p>Un questionnaire est à remplir une semaine avant (soit le 26 avril pour la session 1, le 10 juin pour la
        session 2).</p>""",
        ["2021-05-03 09:30-12:30 ? online full", "2021-06-17 13:30-16:30 ? online"],
    ),
    (
        "call with workshops, appointments and the hours of the house",
        "Besoin d'aide pour votre dossier de subvention ?",
        """<p>La Maison des associations d'Armentières vous aide à répondre (dépôt avant le 31 janvier 2020).</p>
        <p><b>Un atelier collectif</b>, à la Maison des associations, 3 rue Robert-Schuman :</p>
        <ul><li>mardi 7 janvier de 18h à 20h : construire son budget</li></ul>
        <p><b>Des rendez-vous individuels</b> le 16 janvier (créneaux entre 14h et 17h).</p>
        <p>La maison est ouverte du mardi au samedi, 9h-12h / 14h-18h. Fermeture du 24 décembre au 4 janvier.</p>""",
        ["2020-01-07 18:00-20:00 Armentières", "2020-01-16 14:00-17:00 Armentières"],
    ),
    (
        "steps of a month's calendar, a vote and its winners",
        "Budget participatif : les ateliers dans les quartiers",
        """<p><b>Les ateliers, de 18h à 20h :</b></p>
        <p>• Macé-Darcy : mercredi 22 janvier 2020, école Michelet, Hénin-Beaumont<br>
        • Centre-ville : mardi 28 janvier 2020, salle Debeyre, Hénin-Beaumont</p>
        <p>L'étude des projets aura lieu de mars à mai, le vote du 1er au 20 juin et l'annonce des lauréats le 30 juin
        2020.</p><p>Permanence « idées » à l'hôtel de ville tous les samedis de 9h à 12h.</p>""",
        ["2020-01-22 18:00-20:00 Hénin-Beaumont", "2020-01-28 18:00-20:00 Hénin-Beaumont"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("title", "body", "expected"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES])
def test_the_sittings_of_a_page(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


def test_the_sittings_of_a_sheet_with_lines_of_days() -> None:
    text = """# FICHE ACTION N° 12
# Cafés des parents de la Cité de la Rose
Porteur : Centre socioculturel Les Moulins
Période : du 1er janvier au 31 décembre 2023
## Description
Six cafés des parents, un vendredi par mois, de 9h à 10h30,
à l'école Jules-Ferry d'Avion.
## Calendrier prévisionnel
20 janvier - 17 février - 17 mars
16 juin - 22 septembre - 15 décembre
## Budget
Dossier déposé le 28 octobre 2022"""
    days = ["01-20", "02-17", "03-17", "06-16", "09-22", "12-15"]
    assert tell_sessions(read_brochure(text)) == [f"2023-{day} 09:00-10:30 Avion" for day in days]


def test_the_sittings_of_a_seminar_in_two_columns() -> None:
    text = """# Demain, nos quartiers
## 1er et 2 février 2024
Le Pasino, avenue de la Libération
59740 Saint-Amand-les-Eaux
---col---
## Jour 1
12h00 Déjeuner d'accueil
14h00 Ouverture
16h30 Ateliers
18h30 Fin de la première journée
## Jour 2
8h30 Café
9h00 Ateliers (suite)
12h30 Fin du séminaire"""
    town = "Saint-Amand-les-Eaux"
    told = [f"2024-02-01 14:00-18:30 {town}", f"2024-02-02 09:00-12:30 {town}"]
    assert tell_sessions(read_brochure(text, "two-columns-rows")) == told


def test_cards_of_virtual_meetings_to_come() -> None:
    body = """<p>Chaque mois, une heure en ligne pour échanger entre référents.</p>
    <h2>À venir</h2><p>Lundi 7 juin 2021 à 13h30 – Les fonds de participation</p>
    <p>Lundi 5 juillet 2021 à 13h30 – Les abattements</p>
    <h2>Déjà passés</h2><p>Lundi 3 mai 2021 – Les encombrants (voir la vidéo)</p>"""
    told = ["2021-06-07 13:30- ? online", "2021-07-05 13:30- ? online"]
    assert tell_sessions(read_page("Cafés virtuels des référents", body)) == told
