"""Hours that end a sentence of several days and places are those of all, unless something ties them to the last."""

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
