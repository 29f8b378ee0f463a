"""Ordinary papers and pages of several hands: what sessions and places a careful reader puts down.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from extract.read import read_document
from extract.records import Reading
from tests.extract.documents import read_brochure, read_page, tell_sessions
from warehouse.reference import load_knowledge


def read_text(text: str, url: str = "https://www.exemple.fr/a.txt") -> Reading:
    return read_document(text.encode(), url, "text/plain", load_knowledge())


PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "what a sentence puts behind itself",
        "Ateliers du numérique : on se retrouve le 14 juin",
        """<p>Après un premier atelier à Hirson le 9 avril et un second à Guise le 14 mai, la prochaine étape est prévue
        le vendredi 14 juin, de 14h à 17h, à la médiathèque de Laon.</p><p>Publié le 28 mai 2019</p>""",
        ["2019-06-14 14:00-17:00 Laon"],
    ),
    (
        "the year of the last change",
        "Les permanences d'octobre",
        """<ul><li>11 octobre - Doullens - mairie, 9h-12h</li>
        <li>18 octobre - Albert - maison du temps libre, 14h-16h</li></ul>
        <p>Dernière mise à jour : 3 octobre 2022</p>""",
        ["2022-10-11 09:00-12:00 Doullens", "2022-10-18 14:00-16:00 Albert"],
    ),
    (
        "the same hours for a whole list",
        "Les mardis du logement",
        """<p>Mardi 7 mars 2023, de 17h à 18h30, à la maison du projet de Calais.</p>
        <p>Et ensuite : 4 avril, 2 mai et 6 juin (mêmes horaires, même lieu).</p>""",
        [f"2023-{day} 17:00-18:30 Calais" for day in ("03-07", "04-04", "05-02", "06-06")],
    ),
    (
        "a step of the programme elsewhere",
        "Assises de la santé",
        """<p>Jeudi 12 et vendredi 13 mai 2022</p><p>Centre Matisse, Noyon</p><h3>Jeudi 12 mai</h3>
        <p>14h : ouverture</p><p>17h : clôture</p><p>20h : concert au Théâtre impérial, Compiègne</p>
        <h3>Vendredi 13 mai</h3><p>9h : ateliers</p><p>12h : fin</p>""",
        ["2022-05-12 14:00-17:00 Noyon", "2022-05-13 09:00-12:00 Noyon"],
    ),
    (
        "one programme above several days",
        "Lire et écrire : se former",
        """<h3>Programme</h3><p>9h00 : accueil</p><p>9h15 - 12h00 : repérer</p><p>13h30 - 16h00 : orienter</p>
        <h3>Dates au choix</h3><ul><li>Jeudi 8 mars 2018 : Avion, maison Moulin</li>
        <li>Mardi 13 mars 2018 : Laon, espace Godart</li></ul>""",
        ["2018-03-08 09:15-16:00 Avion", "2018-03-13 09:15-16:00 Laon"],
    ),
    (
        "the day of a post with its rubric as a link",
        "Trois matinées pour les gardiens",
        """<p><time class="entry-date published" datetime="2019-09-02T08:00:00+02:00">2 septembre 2019</time>
        <a href="https://www.exemple.fr/category/agenda">Agenda</a></p>
        <p>À chaque fois en pied d'immeuble, de 9h à 11h30 :</p>
        <p>Mardi 24 septembre – Hautmont, maison des services<br>Jeudi 3 octobre – Caudry, salle Jaurès</p>""",
        ["2019-09-24 09:00-11:30 Hautmont", "2019-10-03 09:00-11:30 Caudry"],
    ),
    (
        "a day with its hour as a line of its own",
        "Les nouveaux chiffres du chômage",
        """<p><b>Sur notre chaîne vidéo</b><br>le 6 février 2024 à 11 heures</p>
        <p>Combien de jeunes sont concernés ?</p>
        <p>Page actualisée le 29/01/2024</p>""",
        ["2024-02-06 11:00- ?"],
    ),
    (
        "hours day by day, by ordinals",
        "Médiation : se former en deux jours",
        """<p>Les 12 et 13 mars 2024 à Fourmies.</p>
        <p>Horaires : 9h - 16h30 pour le premier jour, 9h30 - 12h le deuxième.</p>""",
        ["2024-03-12 09:00-16:30 Fourmies", "2024-03-13 09:30-12:00 Fourmies"],
    ),
    (
        "the next meeting of last autumn's minutes",
        "Procès-verbal de la réunion du 6 décembre 2017",
        """<p>Maison des services, Guise</p><p>La journée du réseau se tiendra le jeudi 5 avril 2018 à Laon.</p>
        <p>Prochaine réunion : le 7 février à 10h, à Vervins.</p>""",
        ["2017-12-06 - Guise", "2018-04-05 - Laon", "2018-02-07 10:00- Vervins"],
    ),
    (
        "the screen of one day in the frame of several",
        "Trois jours pour apprendre",
        """<p>Du 6/2/2023 au 8/2/2023</p>
        <p>J1 : lundi 6 février, Creil (mairie)<br>J2 : mardi 7 février, Senlis (mairie)
        <br>J3 : mercredi 8 février, à distance (9h-12h)</p>""",
        ["2023-02-06 - Creil", "2023-02-07 - Senlis", "2023-02-08 09:00-12:00 ? online"],
    ),
    (
        "the paper before this one",
        "Une charte pour les gardiens",
        """<p>Réunis ce mardi 8 mars à la mairie de Denain, les bailleurs ont signé une charte.</p>
        <p>Elle remplace celle du 12 mai 2014.</p><p>Publié le 10 mars 2022</p>""",
        ["2022-03-08 - Denain"],
    ),
    (
        "line of the news under the title",
        "Les ambassadrices du tri témoignent",
        """<p class="date">17 mai 2021 | Actualités</p><p>Le collectif, né le 3 mars 2015, a fait l'objet d'un film.</p>
        <p>Il sera disponible sur notre site en septembre.</p>""",
        [],
    ),
    (
        "day of a post in a list of one",
        "Les petits déjeuners de l'égalité",
        """<ul><li>2 mars 2022</li></ul>
        <p>Trois rencontres en visio, les jeudis 10, 17 et 24 mars, de 8h30 à 9h30.</p>""",
        ["2022-03-10 08:30-09:30 ? online", "2022-03-17 08:30-09:30 ? online", "2022-03-24 08:30-09:30 ? online"],
    ),
    (
        "hours of whole and of half days",
        "Formation « Accueillir un public en difficulté »",
        """<p>Les 4 et 5 mai 2017, 18 mai 2017 (matin)</p><p>Maison des services, 12 rue Pasteur, Hirson</p>
        <p>Horaires : 9h30 - 16h30 (demi-journées : 9h30 - 12h00)</p>""",
        ["2017-05-04 09:30-16:30 Hirson", "2017-05-05 09:30-16:30 Hirson", "2017-05-18 09:30-12:00 Hirson"],
    ),
    (
        "line below that says full",
        "Stage « Conduire une réunion publique »",
        """<h3>Amiens</h3><p>Les 6 et 7 avril 2026</p><p>9h - 17h</p><p>3 rue Lamarck, 80000 Amiens</p>
        <p>Groupe complet</p>
        <h3>Creil</h3><p>Les 4 et 5 mai 2026</p><p>9h - 17h</p><p>1 rue Jules Juillet, 60100 Creil</p>""",
        [
            "2026-04-06 09:00-17:00 Amiens full", "2026-04-07 09:00-17:00 Amiens full",
            "2026-05-04 09:00-17:00 Creil", "2026-05-05 09:00-17:00 Creil",
        ],
    ),
    (
        "screen alone, whoever speaks from a town",
        "[Webinaire] Le sommeil des adolescents",
        """<p>Date : jeudi 4 mars 2021 - 14:00 - 15:30</p><p>Lieu : En ligne</p><p>Diffusé depuis Laon par l'équipe de
        l'Aisne, il donne la parole à une infirmière scolaire.</p><p>Lien de connexion envoyé sur demande.</p>""",
        ["2021-03-04 14:00-15:30 ? online"],
    ),
    (
        "agenda with one word for its entries",
        "Nos rendez-vous d'automne",
        """<p><b>Ateliers des familles</b> (gratuit, de 10h à 11h30)</p>
        <ul><li>samedi 4 octobre 2025 : cuisiner ! - Guise, au centre social</li>
        <li>samedi 18 octobre 2025 : jouer - Bohain, à la médiathèque</li></ul>
        <p>Spectacle : "Allô !", samedi 15 novembre 2025 à 17h, salle Delbecque, rue de Lesdins à Guise.</p>""",
        [
            "2025-10-04 10:00-11:30 Guise", "2025-10-18 10:00-11:30 Bohain-en-Vermandois",
            "2025-11-15 17:00- Guise",
        ],
    ),
    (
        "meeting of former years, in the pluperfect",
        "Marche exploratoire à Liévin",
        """<p>Rendez-vous le samedi 6 juin 2020 à 10h, place Gambetta à Liévin.</p>
        <p>En 2019, la marche avait rassemblé trente habitantes à Lens.</p>""",
        ["2020-06-06 10:00- Liévin"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("title", "body", "expected"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
def test_page_is_read_as_a_careful_reader_does(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


def test_no_town_of_former_meetings_is_a_venue() -> None:
    title, body = next(row[1:3] for row in PAGES if row[0].startswith("meeting of former years"))
    assert {venue.city for venue in read_page(title, body).venues} == {"Liévin"}


def test_town_in_the_heading_of_a_day_is_that_of_the_address_below() -> None:
    text = """## **Mardi 3 mars 2020 – Maubeuge**

Poser un diagnostic partagé
*Espace Sculfort, 2 avenue de la Gare*

## **Jeudi 26 mars 2020 – Cambrai**

Évaluer ensemble
*Maison des associations, 40 rue de l'Amiral*

Horaires : 9h30 - 16h30

**URL de la source (modifié le 02/02/2020 - 09:31):** <https://www.irev.fr/node/1/un-cycle-de-travail>
"""
    reading = read_text(text)
    assert tell_sessions(reading) == ["2020-03-03 09:30-16:30 Maubeuge", "2020-03-26 09:30-16:30 Cambrai"]
    named = [(v.name, v.street, v.city) for v in reading.venues if v.street]
    assert named == [
        ("Espace Sculfort", "2 avenue de la Gare", "Maubeuge"),
        ("Maison des associations", "40 rue de l'Amiral", "Cambrai"),
    ]


def test_day_with_a_programme_below_is_announced() -> None:
    text = """# Culture et lien social : et demain ?
## Programme
Mardi 14 mai 2024
9h00 Accueil
9h30 Ouverture par la maire de Denain
10h00 Ce que disent les habitants
12h00 Fin de la matinée
## Informations pratiques
Théâtre municipal
Rue Villars
59220 DENAIN
"""
    assert tell_sessions(read_brochure(text)) == ["2024-05-14 09:30-12:00 Denain"]


SENDERS = [
    (
        "whom to ask",
        "Soirée débat sur l'habitat\nJEUDI 9 MARS 2023\nÀ 19H\nLe Palace\nRue des Lilas\n60160 MONTATAIRE\n"
        "Renseignements auprès de la Maison des projets, 4 place Auguste Génie, Montataire\n",
        "Rue des Lilas",
    ),
    (
        "letter of a mayor",
        "# INVITATION\nJ'ai le plaisir de vous convier à une réunion publique\nle mardi 4 avril 2023 à 18h30\n"
        "à la salle Jean Vilar, rue Roger Salengro à Avion.\nLe Maire\nFait à Avion, le 20 mars 2023\n"
        "Mairie d'Avion - Place Jacques Duclos - 62210 Avion\n",
        "rue Roger Salengro",
    ),
]


@pytest.mark.parametrize(("text", "street"), [row[1:] for row in SENDERS], ids=[row[0] for row in SENDERS])
def test_address_of_who_writes_is_no_venue(text: str, street: str) -> None:
    assert [venue.street for venue in read_brochure(text).venues] == [street]
