"""What stands around the events of minutes, letters and calls: other instances, a screen for some, days of a month."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_text, tell

SCHOOL = (
    "École élémentaire Jean-Macé – Carvin\nProcès-verbal du conseil d'école n° 1\nJeudi 6 novembre 2025 à 18h00\n\n"
    "Étaient présents : Mme Lenoir, directrice ; les représentants de parents élus le 10 octobre.\n\n"
    "Vie de l'école\n- Carnaval : mardi 17 février après-midi\n- Kermesse : samedi 20 juin\n\n"
    "Date du prochain conseil d'école : jeudi 12 mars, à 18h.\n\nSéance levée à 19h45."
)
CALL = (
    "Appel à projets Santé\nNous vous proposons trois rencontres : à Lille le mardi 10 mars 2026 de 9h30 à 11h30 (ARS, "
    "556 avenue Willy-Brandt), à Amiens le jeudi 12 mars de 14h à 16h (52 rue Daire) et en visio le lundi 16 mars de "
    "12h à 13h30 pour celles et ceux qui ne pourraient pas se déplacer."
)
VILLAGE = (
    "COMITÉ DES FÊTES DE MONTIGNY-EN-OSTREVENT\nCALENDRIER DES MANIFESTATIONS 2026\n\n"
    "JANVIER\nDim. 11 : Galette des aînés, 15h, salle Coquelet\n\nMARS\nSam. 7 : Repas de la pétanque\n\n"
    "Bureau : Président M. Delattre. Réunion du comité le premier mardi du mois à 19h."
)
LETTER = (
    "La Lettre de l'insertion n°7 – DDETS du Pas-de-Calais – Avril 2026\n\n1/ FORUM DE L'INSERTION\n"
    "La 4e édition se tiendra à Calais, au Forum Gambetta, le mardi 19 mai de 9h à 16h30.\n\n2/ PROFESSIONNALISATION\n"
    "Deux sessions « Accompagner les publics » sont proposées les 4 et 5 juin à Arras (Cité de la Nature), 9h-17h."
)
POST = (
    "Ça bouge dans le réseau ! 2 rendez-vous à ne pas manquer avant l'été\n\n"
    "22 mai – Journée nationale des centres de ressources, à Paris (La Villette)\n"
    "5 juin, 14h-16h – Webinaire « Commande publique »\n\nPublié le 28 avril 2026"
)
WINTER = (
    "Régie de quartier Vivacité\nLes nouvelles (hiver 2025-2026)\n\n"
    "Goûter de Noël : mercredi 17 décembre, 15h, 5 rue Renan à Creil.\n\n"
    "Chantier peinture : du 9 au 10 février, à la maison de quartier Europe de Creil."
)
WEEK = (
    "Mairie de Fourmies\nInfos municipales – semaine du 2 mars 2026\n\n"
    "Mardi 3 mars, 18h30 : réunion publique sur le plan vélo, salle Mandela\n"
    "Vendredi 6 mars, 20h : concert de l'harmonie, théâtre Jean-Ferrat\n\nCollecte des encombrants : lundi 9 mars."
)
TEXTS = {
    "instances between minutes and the next sitting of their body": (
        SCHOOL,
        [
            (
                "Conseil d'école n° 1 – École élémentaire Jean-Macé – Carvin",
                ["2025-11-06 18:00-19:45 Carvin", "2026-03-12 18:00- ?"],
            ),
            ("Carnaval", ["2026-02-17 - Carvin"]),
            ("Kermesse", ["2026-06-20 - Carvin"]),
        ],
    ),
    "a screen on a day of its own for those who cannot come": (
        CALL,
        [
            (
                "Rencontres",
                [
                    "2026-03-10 09:30-11:30 Lille",
                    "2026-03-12 14:00-16:00 Amiens",
                    "2026-03-16 12:00-13:30 ? online",
                ],
            )
        ],
    ),
    "the hour of a day of each month": (
        VILLAGE,
        [
            ("Galette des aînés", ["2026-01-11 15:00- Montigny-en-Ostrevent"]),
            ("Repas de la pétanque", ["2026-03-07 - Montigny-en-Ostrevent"]),
        ],
    ),
    "a short heading of a letter names its event": (
        LETTER,
        [
            ("FORUM DE L'INSERTION", ["2026-05-19 09:00-16:30 Calais"]),
            (
                "Sessions « Accompagner les publics »",
                ["2026-06-04 09:00-17:00 Arras", "2026-06-05 09:00-17:00 Arras"],
            ),
        ],
    ),
    "what a title only counts and collects": (
        POST,
        [
            ("Journée nationale des centres de ressources", ["2026-05-22 - Paris"]),
            ("Webinaire « Commande publique »", ["2026-06-05 14:00-16:00 ? online"]),
        ],
    ),
    "the news of one week, and what is taken away": (
        WEEK,
        [
            ("Réunion publique sur le plan vélo", ["2026-03-03 18:30- Fourmies"]),
            ("Concert de l'harmonie", ["2026-03-06 20:00- Fourmies"]),
        ],
    ),
    "the winter of two years": (
        WINTER,
        [
            ("Goûter de Noël", ["2025-12-17 15:00- Creil"]),
            ("Chantier peinture", ["2026-02-09 - Creil", "2026-02-10 - Creil"]),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_events_and_what_stands_around_them(text: str, expected: list[tuple[str, list[str]]]) -> None:
    read = [(event.title, [tell(session) for session in event.sessions]) for event in read_text(text).events]

    assert read == expected


def test_what_nothing_calls_anything_is_called_as_people_call_any_meeting() -> None:
    text = "Et si on parlait du quartier ?\nMardi 3 mars 2026 à 18h, {}"

    kinds = [read_text(text.format(place)).events[0].event_type for place in ("12 rue Foch à Laon", "en visio")]

    assert kinds == ["rencontre", "visioconférence"]
