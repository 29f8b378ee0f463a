"""Whole pages that never say that people meet online: clues, weighed against the places by how near they stand."""

from __future__ import annotations

import pytest

from extract.places.grammar.screen_clues import find_screen_clues
from tests.extract.documents import read_page, read_text, tell_sessions

CLUES: list[tuple[str, list[str]]] = [
    ("Le lien vous parviendra la veille", ["lien vous parviendra"]),
    ("Inscrivez-vous pour recevoir le lien", ["recevoir le lien"]),
    ("Le lien d'inscription vous sera envoyé", []),
    ("Créer du lien social et transmettre", []),
    ("Merci de couper vos micros", ["couper vos micros"]),
    ("Aucun déplacement : venez comme vous êtes", ["Aucun déplacement"]),
    ("Un café virtuel entre collègues", ["virtuel"]),
    ("Un casque de réalité virtuelle", []),
    ("Connectez-vous à votre espace", []),
    ("Pour nous rejoindre : meet.jit.si/reseau-sante", ["meet.jit.si/reseau-sante"]),
    ("Plan d'accès : www.zoomerie.fr/plan", []),
]

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "a clue below the day is nearer than the address at the foot",
        "Les midis de la prévention",
        """<p>Jeudi 14 mars 2024, 12h30-13h30. Un lien vous sera envoyé la veille de la rencontre.</p>
        <p>Inscription obligatoire</p><p>Association Le Pont, 12 rue de l'Hospice, 59100 Roubaix</p>""",
        ["2024-03-14 12:30-13:30 ? online"],
    ),
    (
        "a clue in the sentence of the day is nearer than the town of a guest",
        "Atelier : écrire un projet",
        """<p>Jeudi 21 janvier 2021, de 13h30 à 15h30, chacun chez soi.</p>
        <p>Animé par la Ligue de l'Oise, à Beauvais.</p>""",
        ["2021-01-21 13:30-15:30 ? online"],
    ),
    (
        "a place beside the day is nearer than any clue",
        "Réunion du réseau",
        """<p>Jeudi 14 mars 2024, 14h-16h, à la salle des fêtes de Liévin.</p>
        <p>Le lien pour accéder aux photos vous sera envoyé.</p>""",
        ["2024-03-14 14:00-16:00 Liévin"],
    ),
    (
        "the place of the day before says nothing of one that is told from the desk",
        "Parcours de formation",
        """<p>Étape 1 : jeudi 21 mars 2024, 9h30-16h30, Arras, Cité des services</p>
        <p>Étape 2 : jeudi 4 avril 2024, 10h-11h30, depuis votre poste de travail</p>""",
        ["2024-03-21 09:30-16:30 Arras", "2024-04-04 10:00-11:30 ? online"],
    ),
    (
        "where no place is told what one needs to take part says how",
        "Évaluer son action",
        """<p>Atelier du jeudi 19 mai 2022, de 14h à 16h</p><h2>Modalités pratiques</h2>
        <p>Munissez-vous d'un micro-casque et d'une webcam.</p>""",
        ["2022-05-19 14:00-16:00 ? online"],
    ),
    (
        "a link that leads to a room on the screen",
        "Échanges de pratiques",
        """<p>Rencontre du mardi 30 mars 2021, de 10h à 11h30.</p>
        <p>Pour entrer : <a href="https://us02web.zoom.us/j/83456">par ici</a></p>""",
        ["2021-03-30 10:00-11:30 ? online"],
    ),
    (
        "what is learnt is not how",
        "Formation : animer un webinaire",
        "<p>Mardi 24 janvier 2023, 9h30-12h30</p><p>Maladrerie Saint-Lazare, 203 rue de Paris, Beauvais</p>",
        ["2023-01-24 09:30-12:30 Beauvais"],
    ),
    (
        "a page to follow says nothing of where people meet",
        "Atelier couture",
        """<p>Atelier du jeudi 19 mai 2022, de 14h à 16h.</p>
        <p>Retrouvez nos actualités sur notre page Facebook.</p>""",
        ["2022-05-19 14:00-16:00 ?"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), CLUES)
def test_clues(words: str, expected: list[str]) -> None:
    assert [words[clue.start : clue.end] for clue in find_screen_clues(words, 0, len(words))] == expected


@pytest.mark.parametrize(("title", "body", "expected"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES])
def test_sessions(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


def test_one_sitting_of_several_is_on_the_screen() -> None:
    told = (
        "Groupe de travail\n\n14 septembre 2023 et 12 octobre 2023, de 14h à 17h à la Maison des services, Tourcoing.\n"
    )
    sessions = tell_sessions(read_text(told + "Celle du 12 octobre aura lieu en visioconférence de 14h à 17h."))
    assert sessions == ["2023-09-14 14:00-17:00 Tourcoing", "2023-10-12 14:00-17:00 ? online"]
