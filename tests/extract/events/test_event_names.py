"""What an event is called, and which events a page holds: papers without a name, reports, newsletters, calendars."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_page, read_text, tell_sessions

WHERE = "Jeudi 9 mars 2023 à 18h\nSalle des fêtes\nPlace du Marché\n60160 Montataire"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("# Invitation\nForum des associations du bassin creillois", "Forum des associations du bassin creillois"),
        ("# Rencontre départementale\nSoigner sans médecin", "Soigner sans médecin"),
        ("# Compte rendu\nComité de suivi du contrat local", "Comité de suivi du contrat local"),
        (
            "# Convocation\nMadame, Monsieur,\nJ'ai le plaisir de vous convier à une séance de travail sur le logement "
            "qui se tiendra",
            "Séance de travail sur le logement",
        ),
        ("# Bulletin d'inscription\n## Animer une réunion difficile\nÀ retourner", "Animer une réunion difficile"),
        (
            "# Bulletin d'inscription\nAtelier du 9 mars 2023 - Parler d'argent\n( ) à la matinée",
            "Atelier du 9 mars 2023 - Parler d'argent",
        ),
        ("# Invitation presse\nSignature de la charte « Air pur »\nDéroulé", "Signature de la charte « Air pur »"),
        ("# Ensemble pour le climat\nForum ouvert à tous", "Ensemble pour le climat"),
    ],
)
def test_a_paper_that_only_says_what_it_is_is_named_below(head: str, name: str) -> None:
    assert read_brochure(f"{head}\n{WHERE}").events[0].title == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (
            "SOUS-PRÉFECTURE DE PÉRONNE\n\nCONTRAT DE VILLE - COMITÉ DE PILOTAGE DU 18 OCTOBRE 2023\n\nCompte rendu",
            "CONTRAT DE VILLE - COMITÉ DE PILOTAGE DU 18 OCTOBRE 2023",
        ),
        (
            "CNFPT - Délégation Hauts-de-France\n\nVous êtes inscrite au stage suivant :\n\n"
            "LAÏCITÉ ET POSTURE PROFESSIONNELLE (réf. SXL2W 014)",
            "LAÏCITÉ ET POSTURE PROFESSIONNELLE",
        ),
        (
            "COMMUNIQUÉ DE PRESSE\n\nLille, le 14 novembre 2022\n\nLe bus des métiers reprend la route",
            "Le bus des métiers reprend la route",
        ),
    ],
)
def test_a_paper_that_begins_with_who_writes_it_is_named_below(head: str, name: str) -> None:
    told = "Le jeudi 9 novembre 2023, de 9h à 17h, à la salle des fêtes de Somain."
    assert read_text(f"{head}\n\n{told}\n").events[0].title == name


def test_the_next_meeting_of_a_report_is_an_event_of_its_own() -> None:
    reading = read_page(
        "Retour sur la rencontre des médiateurs",
        "<p>Publié le 20 mars 2023</p><p>Le 9 mars 2023, les médiateurs se sont retrouvés à la mairie de Guise.</p>"
        "<p>Une deuxième rencontre est prévue le mardi 6 juin 2023 à 14h, à la mairie de Laon.</p>",
    )
    assert [(event.relation, event.title) for event in reading.events] == [
        ("reports", "Retour sur la rencontre des médiateurs"),
        ("announces", "Deuxième rencontre"),
    ]
    assert tell_sessions(reading) == ["2023-03-09 - Guise", "2023-06-06 14:00- Laon"]


def test_the_next_sitting_of_a_cycle_stays_with_it() -> None:
    reading = read_page(
        "Retour sur le cycle Habiter autrement",
        "<p>Publié le 20 mars 2023</p><p>La première séance a eu lieu le 9 mars 2023 à Guise.</p>"
        "<p>La prochaine séance est prévue le mardi 6 juin 2023 à 14h, à la mairie de Laon.</p>",
    )
    assert len(reading.events) == 1


def test_each_rubric_of_a_newsletter_with_a_day_is_an_event() -> None:
    reading = read_page(
        "La gazette du centre n° 12",
        "<h3>1/ Parents</h3><p>Le café des parents ouvre ses portes le jeudi 9 mars 2023 à 9h à la mairie de Guise.</p>"
        "<h3>2/ Vie associative</h3><p>Forum du bénévolat</p><p>Samedi 11 mars 2023, de 10h à 17h, 02000 Laon</p>",
    )
    assert [event.title for event in reading.events] == ["Café des parents", "Forum du bénévolat"]


def test_a_calendar_of_a_network_holds_sittings_and_no_events_called_by_their_subject() -> None:
    reading = read_page(
        "Réseau des référents famille : le calendrier 2023",
        "<ul><li>jeudi 9 mars à Guise : la place des pères</li><li>jeudi 6 avril à Laon : les écrans à la maison</li>"
        "<li>jeudi 4 mai à Hirson : partir en vacances</li></ul>",
    )
    assert len(reading.events) == 1
    assert len(reading.events[0].sessions) == 3


def test_headings_below_a_line_that_says_cycle_are_sittings() -> None:
    reading = read_brochure(
        "# Manager une équipe\nCycle de perfectionnement, printemps 2023\n"
        "## Jeudi 9 mars 2023 : le cadre d'emploi\n9h-17h\n"
        "## Jeudi 6 avril 2023 : l'écoute et la régulation\n9h-17h\nEspace Athena, 59300 Valenciennes"
    )
    assert [(event.title, len(event.sessions)) for event in reading.events] == [("Manager une équipe", 2)]


def test_an_agenda_of_a_centre_holds_events() -> None:
    reading = read_page(
        "Agenda du centre social",
        "<ul><li>jeudi 9 mars 2023 à 14h : Atelier cuisine</li><li>jeudi 6 avril 2023 à 18h : Conférence sur le sommeil"
        "</li><li>jeudi 4 mai 2023 à 9h : Sortie à la mer</li></ul>",
    )
    assert [event.title for event in reading.events] == [
        "Atelier cuisine",
        "Conférence sur le sommeil",
        "Sortie à la mer",
    ]


@pytest.mark.parametrize(
    ("title", "words", "name"),
    [
        (
            "Report de la table ronde",
            "La table ronde « Se loger à vingt ans », prévue le 6 mai 2025, est reportée au 20 mai 2025 à 18h, à Lens.",
            "Table ronde « Se loger à vingt ans »",
        ),
        (
            "Changement de date pour notre atelier",
            "L'atelier sur les aides à la mobilité aura lieu le jeudi 5 juin 2025 à 9h30, au centre social d'Oignies.",
            "Atelier sur les aides à la mobilité",
        ),
        (
            "Complet !",
            "Il n'y a plus de place pour la conférence « Grandir en quartier » du 4 juin 2025, à 18h, à Calais.",
            "Conférence « Grandir en quartier »",
        ),
        (
            "Report de la visite de la ferme urbaine",
            "La visite de la ferme « Le Pré vert », prévue le 6 mai 2025, est reportée au 20 mai 2025 à 18h, à Lens.",
            "Report de la visite de la ferme urbaine",
        ),
        (
            "Annulation du forum santé",
            "Le forum santé des femmes du quartier, prévu le mardi 6 mai 2025 à 14h, à Lens, est annulé.",
            "Annulation du forum santé",
        ),
        (
            "Bien vieillir chez soi",
            "Le CCAS organise une après-midi d'information le mardi 3 juin 2025 à 14h, salle des fêtes de Guise.",
            "Bien vieillir chez soi",
        ),
    ],
)
def test_an_event_of_which_a_title_tells_news_is_called_as_its_text_calls_it(title: str, words: str, name: str) -> None:
    assert read_page(title, f"<p>{words}</p>").events[0].title == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Mission locale du Santerre\n3 bis rue Gambetta\n80400 HAM\n\nMadame, Monsieur,\n\n"
            "Nous avons la joie de vous inviter à notre forum de l'alternance, le mercredi 14 mai 2025 à 14h, à Ham.",
            "Forum de l'alternance",
        ),
        (
            "Maison pour tous - Creil\n\nLa bourse aux vélos revient ! Elle se tiendra le samedi 24 mai 2025, à Creil.",
            "Bourse aux vélos",
        ),
        (
            "CONSEIL CITOYEN DU PONT DE PIERRE\nRelevé de décisions de la séance du lundi 3 mars 2025\n\n"
            "Présents : Mme Alaoui, M. Petit.\nExcusée : Mme Roy.\n\n1. Budget\nAdopté.\n\n"
            "La séance est ouverte à 18h30 au centre social de Maubeuge.",
            "Séance – CONSEIL CITOYEN DU PONT DE PIERRE",
        ),
    ],
)
def test_a_letter_that_begins_with_who_writes_is_called_by_its_text(text: str, name: str) -> None:
    assert read_text(text).events[0].title == name
