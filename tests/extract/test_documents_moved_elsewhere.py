"""Meetings that are said not to be held at one place and to be held at another: they are neither off nor there."""

from __future__ import annotations

from tests.extract.documents import read_text, tell_sessions


def test_the_next_sentence_tells_where_a_meeting_is_held_instead() -> None:
    text = (
        "La journée du jeudi 19 mars 2026 n'aura pas lieu à la Maison du Colonel à Amiens.\n\n"
        "Elle est accueillie à Abbeville, au Carmel, 36 rue des Capucins. Les horaires restent les mêmes : "
        "accueil à 9 heures, fin des travaux à 16 heures 30.\n\nUn covoiturage part d'Amiens.\n"
    )
    assert tell_sessions(read_text(text)) == ["2026-03-19 09:00-16:30 Abbeville"]


def test_whatever_verb_denies_and_whatever_verb_invites() -> None:
    for text, told in (
        (
            "La réunion du mardi 3 mars 2026 à 18h ne se tiendra pas salle Baudin à Denain. "
            "Rendez-vous à Escaudain, à la médiathèque, place Gambetta.",
            "2026-03-03 18:00- Escaudain",
        ),
        (
            "L'atelier du 5 juin 2026 à 14h n'aura pas lieu à la mairie de Caudry. "
            "Nous vous attendons à Cambrai, au Labo, 3 rue des Liniers.",
            "2026-06-05 14:00- Cambrai",
        ),
    ):
        assert tell_sessions(read_text(text)) == [told]


def test_what_is_held_nowhere_is_cancelled() -> None:
    text = "La fête de quartier du samedi 4 juillet 2026 n'aura pas lieu à Hem en raison de la canicule."
    assert tell_sessions(read_text(text)) == ["2026-07-04 - Hem cancelled"]


def test_lines_that_a_town_opens_are_a_sitting_each() -> None:
    text = (
        "Journée du refus de la misère\n\n"
        "Le mardi 17 octobre 2023, le collectif sort dans la rue. Trois villes, un seul jour :\n"
        "Creil, parvis de la gare, 10 h : lâcher de messages.\n"
        "Montataire, salle de la Libération, 14 h : lectures et témoignages.\n"
        "Méru, Le Domino, place du Jeu-de-Paume, 18 h : concert solidaire.\n"
    )
    assert tell_sessions(read_text(text)) == [
        "2023-10-17 10:00- Creil",
        "2023-10-17 14:00- Montataire",
        "2023-10-17 18:00- Méru",
    ]
