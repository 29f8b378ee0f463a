"""Places told of some of several sittings, by ordinals or in the order of a list; runs of days from hour to hour."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_text, tell_sessions


def tell(words: str) -> list[str]:
    """The sessions of a short announcement, without their year."""
    return [told[5:] for told in tell_sessions(read_text(f"Formation à la médiation\n\n{words}\n"))]


@pytest.mark.parametrize(
    ("words", "towns"),
    [
        (
            "La première des trois séances (4, 11 et 18 mars 2025) se tient à Lens. Les suivantes se tiennent à Douai.",
            "Lens Douai Douai",
        ),
        (
            "Trois temps, les 4, 11 et 18 mars 2025. L'ouverture a lieu à Lens, les deux autres à Douai.",
            "Lens Douai Douai",
        ),
        (
            "Voici les dates : 4, 11 et 18 mars 2025. Pour la première, rendez-vous à Lens ; pour la deuxième, à "
            "Douai ; pour la troisième, à Laon.",
            "Lens Douai Laon",
        ),
        (
            "Les 4, 11 et 18 mars 2025, rendez-vous à Lens la première fois, à Douai les deux suivantes.",
            "Lens Douai Douai",
        ),
        (
            "Lens, Douai et Laon accueillent tour à tour le groupe, les 25 février, 4 et 11 mars 2025.",
            "Lens Douai Laon",
        ),
        ("Trois journées les 25 février, 4 et 11 mars 2025, dans cet ordre : Lens, Douai, Laon.", "Lens Douai Laon"),
    ],
)
def test_towns_are_shared_out_among_the_days_of_a_list(words: str, towns: str) -> None:
    assert [line.split()[-1] for line in tell(words)] == towns.split()


def test_a_run_of_days_from_an_hour_to_an_hour() -> None:
    assert tell("Du mardi 4 mars 2025 à 9h au mercredi 5 mars 2025 à 16h, à Lens.") == [
        "03-04 09:00- Lens",
        "03-05 -16:00 Lens",
    ]
    assert tell("Du 4 au 5 mars 2025, de 9h à 16h, à Lens.") == ["03-04 09:00-16:00 Lens", "03-05 09:00-16:00 Lens"]


def test_a_house_ends_where_another_sitting_begins() -> None:
    told = tell(
        "Les 4, 11 et 18 mars 2025. La première rencontre a lieu à Lens, maison Vauban, la deuxième à Douai, "
        "café Le Zinc et la dernière à Laon, espace Simone-Veil."
    )
    assert [line.split()[-1] for line in told] == ["Lens", "Douai", "Laon"]


def test_the_days_of_one_list_share_their_town() -> None:
    told = tell("Les rencontres de Creil ont lieu les 4 et 11 mars 2025, celles de Laon les 25 mars et 1er avril 2025.")
    assert [line.split()[-1] for line in told] == ["Creil", "Creil", "Laon", "Laon"]


def test_days_that_towns_take_in_turn_are_not_named_in_passing() -> None:
    told = tell(
        "Creil accueillera la première rencontre le 4 mars 2025, Laon la deuxième le 1er avril, Lens une le 6 mai."
    )
    assert told == ["03-04 - Creil", "04-01 - Laon", "05-06 - Lens"]


def test_people_sign_up_for_several_days_and_until_one() -> None:
    told = tell("Inscrivez-vous pour les 4 et 11 mars 2025, de 9h à 12h, à la mairie de Creil.")
    assert told == ["03-04 09:00-12:00 Creil", "03-11 09:00-12:00 Creil"]


def test_a_sitting_told_with_its_day_keeps_its_place_and_hours() -> None:
    told = tell(
        "La première séance a lieu le 4 mars 2025 de 9h à 11h à Lens, la deuxième le 1er avril de 14h à 16h à Douai, "
        "la troisième le 6 mai de 18h à 20h à Laon."
    )
    assert told == ["03-04 09:00-11:00 Lens", "04-01 14:00-16:00 Douai", "05-06 18:00-20:00 Laon"]


def test_a_share_takes_the_house_on_the_lines_below_its_town() -> None:
    text = (
        "Cycle Santé\n\nLes deux premières journées se passeront à Maubeuge\nMaison folie La Porte de Mons\n"
        "Place Vauban\n\nLes deux dernières à Fourmies\nThéâtre Jean-Ferrat\nPlace Georges-Coppeaux\n59610 FOURMIES\n\n"
        "Dates : 6 et 7 novembre, 4 et 11 décembre 2017, de 9h à 17h"
    )
    venues = [session.venue for event in read_text(text).events for session in event.sessions]
    streets = [venue.street for venue in venues if venue is not None]
    assert streets == ["Place Vauban", "Place Vauban", "Place Georges-Coppeaux", "Place Georges-Coppeaux"]
