"""What the meeting of a paper, of a mail and of a page about a call is called.

An event is told as `title | kind`.
"""

from __future__ import annotations

import pytest

from extract.read import read_document
from warehouse.reference import load_knowledge

PAGES: list[tuple[str, str, list[str]]] = [
    (
        "minutes whose second line tells of which body",
        "Compte rendu de la réunion du 6 juin 2019\n\nGroupe de travail « Habitat et vieillissement »\n"
        "Étaient présents : Mme Carlier (CCAS), M. Leroy (bailleur)\nExcusés : M. Dumont\n\n"
        "1. La visite de la résidence\n2. Questions diverses\n\n"
        "Prochaine réunion : jeudi 12 septembre 2019, 10h, en mairie de Roncq.",
        [
            "Groupe de travail « Habitat et vieillissement » | groupe de travail",
            "Prochaine réunion – Groupe de travail « Habitat et vieillissement » | réunion",
        ],
    ),
    (
        "a kind in one line, the body in another, who writes above both",
        "Centre communal d'action sociale de Harnes\nObservatoire local de la précarité\n"
        "Comité de suivi – relevé de décisions\nMardi 4 octobre 2022, 14h-16h, salle Préseau\n"
        "Présents : CCAS, CAF, CPAM, mission locale\nDécisions :\n- les données seront mises à jour",
        ["Comité de suivi – Observatoire local de la précarité | comité"],
    ),
    (
        "an agenda over who meets",
        "ORDRE DU JOUR\n\nRéseau des acteurs du numérique de Thiérache\nJeudi 15 février 2024 à 14h\n"
        "Maison France services, Vervins\n\n1. Tour de table\n2. Le nouveau pass numérique\n3. Divers",
        ["Réseau des acteurs du numérique de Thiérache | réunion"],
    ),
    (
        "a body over a bare meeting",
        "Projet éducatif de territoire\nGroupe de suivi n° 3 – ordre du jour\n"
        "Lundi 11 mars 2019, 17h30, école Jean-Macé, Hautmont\n- bilan du premier trimestre\n- la pause méridienne\n"
        "- inscriptions",
        ["Groupe de suivi n° 3 – Projet éducatif de territoire | groupe de suivi"],
    ),
    (
        "a call, and the workshop for those who answer it",
        "<h1>Appel à projets « Bien vivre à l'école »</h1><p>La Ville lance un appel à projets doté de 40 000 euros. "
        "Les dossiers sont à remettre avant le 30 avril 2024.</p><p>Pour vous aider à monter votre dossier, un atelier "
        "d'écriture se tiendra le mardi 2 avril 2024 à 18h à la Faïencerie, à Creil.</p>",
        ["Atelier d'écriture – Appel à projets « Bien vivre à l'école » | atelier"],
    ),
    (
        "a subject that tells only which day",
        "De : Julie Marchand\nÀ : partenaires CLS\nObjet : Rappel : journée du 14 mai\n\nBonjour,\n"
        "Je vous rappelle la tenue de la journée d'étude « Santé mentale et précarité » le mardi 14 mai 2024 de 9h "
        "à 17h à la salle des fêtes de Liévin.\nMerci de vous inscrire avant le 3 mai.\nBien à vous",
        ["Journée d'étude « Santé mentale et précarité » | journée d'étude"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES])
def test_events_are_called_by_what_they_are_and_whose(text: str, expected: list[str]) -> None:
    media_type = "text/html" if text.startswith("<") else "text/plain"
    reading = read_document(text.encode(), None, media_type, load_knowledge())

    assert [f"{event.title} | {event.event_type}" for event in reading.events] == expected
