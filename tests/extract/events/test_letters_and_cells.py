"""Days of letters and minutes that are no sittings, and what rows and lines say of the state and the place of a day."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, sessions_of


@pytest.mark.parametrize(
    "line",
    ["Hazebrouck, le 4 mai 2017", "Fait à Hazebrouck, le 4 mai 2017", "Villeneuve-d'Ascq, 4 mai 2017"],
)
def test_the_line_that_dates_a_letter_is_no_sitting(line: str) -> None:
    text = f"# Assemblée générale\n{line}\nNous vous convions à notre assemblée\nle mardi 6 juin 2017 à 18h\nà Bailleul"
    assert sessions_of(read_brochure(text)) == [("2017-06-06", "18:00", None, "Bailleul", "in_person")]


def test_a_town_with_its_day_and_hours_is_a_sitting() -> None:
    text = "# Réunions d'information\nArras, le 6 juin 2017 de 14h à 16h\nLens, le mardi 13 juin 2017 de 14h à 16h"
    assert [session[0] for session in sessions_of(read_brochure(text))] == ["2017-06-06", "2017-06-13"]


@pytest.mark.parametrize("paper", ["compte rendu", "procès-verbal de la séance", "relevé de conclusions"])
def test_minutes_that_are_approved_tell_of_no_sitting(paper: str) -> None:
    text = f"# Comité de pilotage\nMardi 6 juin 2017 à 18h, à Bailleul\n1. Approbation du {paper} du 4 mai 2017"
    assert [session[0] for session in sessions_of(read_brochure(text))] == ["2017-06-06"]


@pytest.mark.parametrize(
    ("cell", "status"), [("REPORTÉ", "postponed"), ("Décalé à l'automne", "postponed"), ("ANNULÉ", "cancelled")]
)
def test_a_cell_tells_the_state_of_its_row(cell: str, status: str) -> None:
    text = f"# Calendrier des ateliers\n| Date | Lieu |\n| 8/11/2018 | Roubaix |\n| 6/12/2018 | {cell} |"
    reading = read_brochure(text, "table")
    assert [session.status for event in reading.events for session in event.sessions] == ["announced", status]


@pytest.mark.parametrize("line", ["Lieu à préciser", "La salle sera communiquée aux inscrits", "Adresse à confirmer"])
def test_a_place_that_is_told_later_is_not_that_of_the_other_days(line: str) -> None:
    text = f"""# Cycle « Aller vers »
## Séance 1
12/01/2023
Centre social Jean Ferrat, 62300 LENS
## Séance 2
09/02/2023
{line}"""
    assert [session[3] for session in sessions_of(read_brochure(text))] == ["Lens", None]


def test_the_two_halves_of_a_day_told_in_a_form() -> None:
    text = """# Journée d'étude
12 décembre 2019 à Denain
Je m'inscris :
- pour la matinée (9h-12h30)
- pour l'après-midi (13h45-16h45)"""
    assert [session[1:3] for session in sessions_of(read_brochure(text))] == [("09:00", "16:45")]


@pytest.mark.parametrize(
    "days",
    [
        "Tous les lundis\ndu 3 au 17 juin 2019\nde 9h à 11h",
        "Chaque lundi de 9h à 11h, du 3 au 17 juin 2019",
        "Tous les lundis après-midi du 3 au 17 juin 2019",
    ],
)
def test_weekdays_are_unfolded_over_lines_and_hours(days: str) -> None:
    text = f"# Atelier couture\n{days}\nMaison de quartier, 59280 Armentières"
    found = [session[0] for session in sessions_of(read_brochure(text, "flyer"))]
    assert found == ["2019-06-03", "2019-06-10", "2019-06-17"]


def test_hours_that_hold_where_nothing_else_is_said() -> None:
    text = """# Plan de formation 2022
17 janvier : Dunkerque
14 février (après-midi) : Calais
21 mars, 9h-12h : Lens
Sauf mention contraire, les journées se déroulent de 9h30 à 16h."""
    assert [session[1:3] for session in sessions_of(read_brochure(text))] == [
        ("09:30", "16:00"),
        (None, None),
        ("09:00", "12:00"),
    ]


def test_lines_of_a_calendar_that_say_what_they_are() -> None:
    text = """# Concertation : le calendrier
- Logement : 23 mars 2023 à Vervins, mairie, 18h30
- Transports : 30 mars 2023 à Hirson, mairie, 18h30
- Santé : 6 avril 2023 à Laon, mairie, 18h30"""
    assert [session[3] for session in sessions_of(read_brochure(text))] == ["Vervins", "Hirson", "Laon"]


@pytest.mark.parametrize("stack", ["SAMEDI\n8\nJUIN\n2019", "Samedi\n8 juin\n2019", "Samedi 8\njuin 2019"])
def test_a_day_stacked_on_a_poster(stack: str) -> None:
    text = f"# Fête du quartier\nLe Maire de Denain\nvous invite\n{stack}\nà 15h\nRue du Petit Moulin"
    reading = read_brochure(text, "flyer")
    assert sessions_of(reading) == [("2019-06-08", "15:00", None, "Denain", "in_person")]
