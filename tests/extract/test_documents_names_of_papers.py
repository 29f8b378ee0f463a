"""What the meeting of a paper, of a mail or letter, of a page about a call and of an agenda is called.

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
        "a body over a numbered meeting of it",
        "<h1>Projet alimentaire de la vallée</h1><h2>Comité technique n° 6</h2><p>Vendredi 17 juin 2022, 9h30 – 12h, "
        "mairie de Guise.</p><p>Bilan du diagnostic.</p>",
        ["Comité technique n° 6 – Projet alimentaire de la vallée | comité"],
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
    (
        "a letter without a subject, from a council that holds a meeting",
        "Madame, Monsieur,\n\nLa Caisse d'allocations familiales de l'Aisne et le Conseil départemental organisent, le "
        "mardi 3 juin 2025, une rencontre départementale consacrée à la parentalité. Elle aura lieu de 9h à 16h30 au "
        "Palais de Fervaques, à Saint-Quentin.\n\nL'inscription se fait en ligne avant le 23 mai : "
        "https://caf02.example/rencontre\n\nVeuillez agréer, Madame, Monsieur, nos salutations distinguées.",
        ["Rencontre départementale consacrée à la parentalité | rencontre"],
    ),
    (
        "a mail of numbered sentences",
        "Bonjour à tous,\n\nDeux informations cette semaine :\n\n1) Une visioconférence sur les bourses scolaires aura "
        "lieu le 15 juin 2021 à 17h. Le lien suivra.\n\n2) Rappel : la fête de la musique du quartier se déroulera le "
        "21 juin 2021 à partir de 18h place Cachin, à Avion.\n\nBonne semaine,\nNadège",
        [
            "Visioconférence sur les bourses scolaires | visioconférence",
            "Fête de la musique du quartier | fête",
        ],
    ),
    (
        "an agenda whose headings are short, under those of the months",
        "<h1>Agenda</h1><h2>Septembre</h2><h3>Portes ouvertes</h3><p>Samedi 9 septembre 2023, de 10h à 17h. Venez "
        "découvrir les activités.</p><h3>Réunion parents</h3><p>Jeudi 14 septembre 2023 à 18h.</p><h2>Octobre</h2>"
        "<h3>Sortie à Berck</h3><p>Mercredi 11 octobre 2023. Départ à 8h30 du centre.</p>"
        "<h3>Repas solidaire</h3><p>Vendredi 20 octobre 2023, 12h, salle polyvalente.</p>",
        [
            "Portes ouvertes | portes ouvertes",
            "Réunion parents | réunion",
            "Sortie à Berck | sortie",
            "Repas solidaire | repas",
        ],
    ),
    (
        "a mail whose subject tells only which day",
        "De : Marie\nÀ : groupe\nObjet : on se retrouve le 18 !\n\nBonjour à tous,\nComme promis, le réseau des "
        "référents numériques se réunira jeudi 18 janvier 2024 de 14h à 17h à la médiathèque de Tergnier.\n"
        "Nous parlerons des ateliers du printemps.\nÀ bientôt",
        ["Réseau des référents numériques | réunion de réseau"],
    ),
    (
        "a letter whose heads stand behind a mark",
        "L'IREV EN BREF – septembre 2023\n\n++ LE RENDEZ-VOUS DU MOIS\nAssises de la vie associative\n"
        "Jeudi 21 septembre, de 9h à 17h, au Palais des congrès d'Arras.\n\n++ ET ENSUITE\n"
        "* 5 octobre - 10h - visio : « Décrypter un budget », avec Marc Dufour\n"
        "* 9 et 10 novembre - BEAUVAIS, Maladrerie Saint-Lazare : formation « Conduire une évaluation », 9h-17h\n\n"
        "++ À LIRE\nNotre note sur la réforme.",
        [
            "Assises de la vie associative | assises",
            "« Décrypter un budget » | visioconférence",
            "Formation « Conduire une évaluation » | formation",
        ],
    ),
    (
        "days that lead to names, over lines that tell the kind",
        "LA LETTRE DU CENTRE\n\nn° 87 - juin 2020\n\nRENDEZ-VOUS\n\n- Mardi 16 juin, 10h-11h30 : la continuité "
        "éducative, et après ?\n  Webinaire avec le rectorat de Lille\n"
        "- Jeudi 25 juin, 14h-15h30 : veille sanitaire et médiation\n  Webinaire proposé par l'ARS\n\nÀ LIRE\n\n"
        "Le guide.",
        [
            "La continuité éducative, et après ? | webinaire",
            "Veille sanitaire et médiation | webinaire",
        ],
    ),
    (
        "dates between brackets",
        "Actualités du réseau\nMai 2024\n\n>> Agenda\n[ mardi 14 mai ] Comité régional des centres sociaux. Amiens, "
        "9h30-12h30\n[ lundi 27 mai ] Rencontre des animateurs jeunesse. Compiègne, de 10h à 16h\n\n>> Le chiffre\n"
        "42 : c'est le nombre de centres sociaux de l'Oise.",
        ["Comité régional des centres sociaux | comité", "Rencontre des animateurs jeunesse | rencontre"],
    ),
    (
        "a programme of a month",
        "Programme du mois de mai de la Maison du projet\n\nJeudi 4 mai 2023, 14h : atelier cuisine\n"
        "Mercredi 10 mai 2023, 10h : visite du chantier de l'école\n"
        "Mardi 16 mai 2023, 18h : réunion publique sur la place des Hauts\n"
        "Samedi 27 mai 2023, de 14h à 18h : fête du quartier\n\nMaison du projet, 12 rue Ampère, Beauvais",
        [
            "Atelier cuisine | atelier",
            "Visite du chantier de l'école | visite",
            "Réunion publique sur la place des Hauts | réunion publique",
            "Fête du quartier | fête",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES])
def test_events_are_called_by_what_they_are_and_whose(text: str, expected: list[str]) -> None:
    media_type = "text/html" if text.startswith("<") else "text/plain"
    reading = read_document(text.encode(), None, media_type, load_knowledge())

    assert [f"{event.title} | {event.event_type}" for event in reading.events] == expected
