"""Hours at either end of several days in a sentence are those of all; the parts of one day are one range."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions


def sessions_of(words: str) -> list[str]:
    return tell_sessions(read_page("Les ateliers du logement", f"<p>{words}</p>"))


@pytest.mark.parametrize(
    "words",
    [
        "Ateliers le mardi 14 mai 2024 à la mairie de Lens et le jeudi 16 mai 2024 salle Aragon à Douai, de 9h à 12h.",
        "L'atelier passe par Lens le 14 mai 2024 (mairie) et par Douai le 16 mai 2024 (salle Aragon), 9h-12h.",
        "Venez à Lens le mardi 14 mai 2024 ou à Douai le jeudi 16 mai 2024, de 9h à 12h dans les deux cas.",
    ],
)
def test_hours_that_end_a_sentence_are_of_all_its_days(words: str) -> None:
    assert sessions_of(words) == ["2024-05-14 09:00-12:00 Lens", "2024-05-16 09:00-12:00 Douai"]


def test_each_day_keeps_hours_of_its_own() -> None:
    words = "Ateliers le 14 mai 2024 à 18h à la mairie de Lens et le 16 mai 2024 salle Aragon à Douai, de 9h à 12h."
    assert sessions_of(words) == ["2024-05-14 18:00- Lens", "2024-05-16 09:00-12:00 Douai"]


def test_hours_that_lead_to_a_list_are_of_all_its_days_whatever_else_the_page_tells() -> None:
    words = "À la mairie de Lens, de 9h à 12h, les 29 mars, 5 et 12 avril 2024 : trois rendez-vous.</p>"
    office = "<p>Vous pouvez nous appeler entre 8h30 et 17h."
    assert sessions_of(words + office) == [f"2024-{day} 09:00-12:00 Lens" for day in ("03-29", "04-05", "04-12")]


@pytest.mark.parametrize(
    "words",
    [
        "Rendez-vous à la mairie de Lens le 14 mai 2024 à 9h. Le repas est servi à 12h et la journée s'achève à 17h.",
        "Il démarre à 9h le 14 mai 2024 à la mairie de Lens, s'interrompt à 12h, reprend à 14h et prend fin à 17h.",
        "Matinée (9h-12h) et après-midi (14h-17h), le mardi 14 mai 2024, à la mairie de Lens.",
        "Le mardi 14 mai 2024 à la mairie de Lens (rue du Général-Leclerc) : 9h-12h en plénière, 14h-17h en ateliers.",
        "Le mardi 14 mai 2024 à la mairie de Lens. Pensez à l'heure : 9h pour le début, 17h pour la fin.",
    ],
)
def test_the_parts_of_a_day_are_one_range(words: str) -> None:
    assert sessions_of(words) == ["2024-05-14 09:00-17:00 Lens"]
