"""Hours of the only day of a page, told in turn over its sentences and lines; those of desks stand beside them."""

import pytest

from tests.extract.documents import read_text


def _hours(text: str) -> list[tuple[str | None, str | None]]:
    return [(s.starts_at, s.ends_at) for event in read_text(text).events for s in event.sessions]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        (
            "Vendredi 20 novembre 2026, la médiathèque de Chauny parle des droits de l'enfant. De 9 h à 11 h 30, elle "
            "accueille les classes. À partir de 14 h, place aux collégiens. À 18 h, une autrice parlera de son livre.",
            ("09:00", None),
        ),
        (
            "Notre journée du mardi 24 mars 2026 se passe à Wattrelos. On démarre à 9h30, à 12h30 repas tiré du sac, "
            "visite du jardin à 13h30 et on se quitte vers 16h pour éviter les bouchons.",
            ("09:30", "16:00"),
        ),
        (
            "Ducasse de Lens, dimanche 4 octobre 2026. Retrait des dossards de 8h30 à 9h15, briefing à 9h20, "
            "podium à 11h45.",
            ("09:20", None),
        ),
        (
            "Portes ouvertes à Laon, samedi 7 février 2026\nVisites guidées à 9h30 et 14h.\n"
            "Stands de 9h à 16h30 sans interruption.",
            ("09:00", "16:30"),
        ),
        (
            "Matinée du mercredi 25 novembre 2026, de 9h à 12h30, à Albert.\nSinon, on vous reçoit "
            "lundi, mardi et vendredi de 9h à 12h et de 13h30 à 17h, le mercredi de 13h30 à 17h.",
            ("09:00", "12:30"),
        ),
        ("Rencontre du 10 octobre 2026 à Roubaix, de 10h à 17h30 (soirée festive de 19h à 22h)", ("10:00", "17:30")),
        ("Formation à Laon\nlundi 16 novembre 2026\n9h-12h30 / 13h30-17h (7 heures)", ("09:00", "17:00")),
    ],
)
def test_the_run_of_hours_is_the_day(text: str, hours: tuple[str | None, str | None]) -> None:
    assert _hours(text) == [hours]


@pytest.mark.parametrize(
    ("steps", "hours"),
    [
        ("9h30-11h : café des aidants\n11h-12h : point info\n14h-16h : atelier\n16h : goûter", ("09:30", "16:00")),
        ("8h30-9h : café\n9h-12h : ateliers\n14h-17h : stands\n15h : conférence", ("09:00", "17:00")),
        ("9h : accueil\n9h10-12h : débats\n12h-12h10 : conclusion\n12h15 : cocktail", ("09:10", "12:10")),
        ("9h : on se retrouve autour d'un café\n9h30 : chantier\n14h-16h : bassins", ("09:30", "16:00")),
        ("8h50 : rassemblement dans le hall\n9h : mot du président\n9h30-12h : ateliers", ("09:00", "12:00")),
    ],
)
def test_the_steps_of_a_programme(steps: str, hours: tuple[str | None, str | None]) -> None:
    assert _hours(f"Journée de rentrée\nJeudi 10 septembre 2026, maison des associations, Lens\n\n{steps}") == [hours]


def test_an_exception_on_the_next_line_is_to_the_end() -> None:
    text = (
        "Formation à Boulogne-sur-Mer\nlundi 6 octobre et lundi 24 novembre 2025\n"
        "On commence toujours à 9h15. On finit à 16h45,\nsauf le dernier jour, à 15h30."
    )
    assert _hours(text) == [("09:15", "16:45"), ("09:15", "15:30")]


def test_the_programme_below_a_day_is_of_its_entry() -> None:
    text = (
        "LES RENDEZ-VOUS DU CENTRE SOCIAL DE FOURMIES\nSamedi 14 mars 2026 : Journée des femmes\n10h Marche rose\n"
        "12h Auberge espagnole\n16h30 Théâtre\n18h Clôture en musique\n"
        "Samedi 28 mars 2026 : bourse aux vêtements de 9h à 17h"
    )
    assert _hours(text) == [("10:00", "18:00"), ("09:00", "17:00")]


def test_hours_in_the_text_of_one_day_are_not_those_of_the_other() -> None:
    text = (
        "Merci pour votre participation à la rencontre de Clermont le 12 mai 2026 : 34 personnes, un record ! Merci "
        "encore.\n\nPour la suite, bloquez votre jeudi 24 septembre 2026 : nous serons à Airion. "
        "Arrivée dès 8h45, début des échanges à 9h15, reprise à 13h45. Nous libérerons la salle à 16h."
    )
    assert _hours(text) == [(None, None), ("09:15", "16:00")]


def test_hours_behind_a_telephone_are_those_of_a_desk() -> None:
    text = (
        "Théâtre-forum à Wasquehal\nVendredi 13 mars 2026\nDeux représentations : 9h15 et 10h45\n"
        "Service jeunesse – 03 20 65 84 00 – ouvert de 14h à 18h"
    )
    assert _hours(text) == [("09:15", None)]
