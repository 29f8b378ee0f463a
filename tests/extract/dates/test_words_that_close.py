"""Words by which an application closes, and words that only look like them: `club`, `climat`, `ferme`."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_text


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Vous êtes inscrit(e) à la journée « Ville inclusive » du vendredi 14 octobre 2022, à Chauny.",
            "event",
        ),
        ("Inscription à la visite du club de la Sambre le 14 octobre 2022, à Denain.", "event"),
        ("Inscrivez-vous pour parler climat le 14 octobre 2022, à Laon.", "event"),
        ("Inscriptions à la découverte de la ferme du Vinage le 14 octobre 2022, à Laon.", "event"),
        ("Les inscriptions en ligne ferment le 14 octobre 2022.", "registration_deadline"),
        ("L'inscription ferme le 14 octobre 2022.", "registration_deadline"),
        ("Inscription : clôture le 14 octobre 2022.", "registration_deadline"),
        ("Inscription en ligne, clos le 14 octobre 2022.", "registration_deadline"),
    ],
)
def test_only_words_that_close_make_a_day_the_last_to_sign_up(text: str, role: str) -> None:
    assert [date.role for date in read_text(text).dates] == [role]
