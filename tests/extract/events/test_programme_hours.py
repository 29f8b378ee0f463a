"""Hours that stand in the lines of a programme, apart from the day."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, sessions_of

FLYER = "# Rencontre des centres sociaux\nMardi 5 avril 2022\nEspace Gérard-Philipe, 62210 Avion\n"


@pytest.mark.parametrize(
    ("programme", "hours"),
    [
        ("## Déroulé\n8h45 Café d'accueil\n9h15 Allocutions\n11h00 Échanges\n12h15 Clôture", ("09:15", "12:15")),
        ("## Déroulé\n14h00 - 15h00 Conférence\n15h00 - 17h30 Tables rondes", ("14:00", "17:30")),
        ("## Le matin\n9h30 Visite\n## L'après-midi\n14h00 Jeux\n16h00 : fin", ("09:30", "16:00")),
        ("## Déroulé\n14h : contes\n15h30 : cuisine\n17h : goûter", ("14:00", None)),
        ("## Déroulé\n18h30 Ouverture des portes\n19h00 Concert", ("19:00", None)),
        ("## Permanences au secrétariat\n9h - 12h\n14h - 17h", (None, None)),
    ],
)
def test_a_programme_tells_when_its_day_begins_and_ends(programme: str, hours: tuple[str | None, str | None]) -> None:
    day = sessions_of(read_brochure(FLYER + programme))
    assert [session[1:3] for session in day] == [hours]


def test_each_day_has_the_lines_below_it() -> None:
    text = """# Colloque « Habiter la ville »
## Jeudi 7 mars 2019
9h00 Accueil au théâtre
9h30 Ouverture
17h00 Fin de la journée
## Vendredi 8 mars 2019
10h00 Visites
12h30 Clôture"""
    assert [session[1:3] for session in sessions_of(read_brochure(text))] == [("09:30", "17:00"), ("10:00", "12:30")]


def test_one_programme_below_several_days_holds_for_all() -> None:
    text = """# Formation des médiateurs
7 mars et 4 avril 2019, à Lens
## Une journée type
9h00 Accueil
9h15 Apports
16h45 Fin"""
    assert [session[:3] for session in sessions_of(read_brochure(text))] == [
        ("2019-03-07", "09:15", "16:45"),
        ("2019-04-04", "09:15", "16:45"),
    ]


def test_hours_beside_the_day_stay() -> None:
    text = FLYER.replace("2022", "2022, de 9h à 13h") + "## Déroulé\n9h30 Ouverture\n12h00 Clôture"
    assert [session[1:3] for session in sessions_of(read_brochure(text))] == [("09:00", "13:00")]


@pytest.mark.parametrize(
    ("head", "last", "end"),
    [
        ("Accueil dès 9h\nFin à 16h45\n", "16h30 Mot de la fin", "16:45"),
        ("On termine à 17 heures.\n", "15h30 Débat", "17:00"),
        ("", "16h30 Débat et cocktail (fin à 18h)", "18:00"),
        ("", "16h30 Visite, jusqu'à 17h15", "17:15"),
        ("Clôture des inscriptions la veille à 12h\n", "16h30 Mot de la fin", "16:30"),
    ],
)
def test_the_end_told_apart_from_the_steps_is_that_of_the_day(head: str, last: str, end: str) -> None:
    steps = "## Programme\n9h30 Ouverture\n10h00 Table ronde\n12h00 Repas\n14h00 Ateliers\n"
    assert [session[1:3] for session in sessions_of(read_brochure(FLYER + head + steps + last))] == [("09:30", end)]


def test_the_end_of_the_first_day_is_not_that_of_the_next() -> None:
    text = """# Colloque « Habiter » : 7 et 8 mars 2019
## Jeudi 7 mars
10h00 Ouverture
17h00 Fin de la première journée
## Vendredi 8 mars
9h00 Visites
11h00 Échanges
12h30 Conclusion et départ"""
    assert [session[1:3] for session in sessions_of(read_brochure(text))] == [("10:00", "17:00"), ("09:00", "12:30")]
