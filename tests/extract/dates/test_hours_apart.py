"""Hours of a phrase that stand apart from its day, go on behind one another, or end a list of days."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import read_dates

Told = list[tuple[str | None, str | None]]


def hours(text: str) -> Told:
    return [(date.starts_at, date.ends_at) for date in read_dates(text).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Journée le 17 mars 2026. Accueil à 8h45, début à 9h15, repas à 12h30, fin à 16h.", [("09:15", "16:00")]),
        ("Émargement à 8h45, début à 9h, fin à 12h : ce sera le 17 mars 2026.", [("09:00", "12:00")]),
        ("De 9h à 12h : la salle est à nous. Rendez-vous le 17 mars 2026.", [("09:00", "12:00")]),
        ("Encombrants le 14 mai 2024 à partir de 6h, à sortir la veille après 19h.", [("06:00", None)]),
        ("Repas des aînés dimanche 12 octobre 2025, salle des fêtes, repas à 12h30.", [("12:30", None)]),
        ("Réunion le 17 mars 2026. Le secrétariat est ouvert de 9h à 12h.", [(None, None)]),
        ("Réunion le 17 mars et atelier le 24 mars 2026. On commence à 9h et on reprend à 14h.", [(None, None)] * 2),
    ],
)
def test_hours_of_another_sentence_are_those_of_the_only_day(text: str, expected: Told) -> None:
    assert hours(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le 18 mars 2026 : accueil 8h30, ouverture à 9h, ateliers jusqu'à 12h30, clôture à 16h30", ("09:00", "16:30")),
        ("Le 28 mars 2026 : émargement à 8h45, AG extraordinaire à 9h15, AG ordinaire à 10h", ("09:15", None)),
        ("Le 19 juillet 2025, départ du bus à 7h30 devant le centre, retour vers 19h", ("07:30", "19:00")),
        ("Table ronde (10h-12h) et ateliers (13h30-16h) le 1er octobre 2026", ("10:00", "16:00")),
        ("Jeudi 15 octobre 2026, 8 h 30 accueil, 9 h ouverture, 17 h clôture", ("09:00", "17:00")),
        ("Le 7 juin 2026, de 8 heures du matin à 6 heures du soir", ("08:00", "18:00")),
        ("Mercredi 28 janvier 2026, dix-huit heures trente, amphithéâtre Turing", ("18:30", None)),
        ("Le 3 mars 2026, dix heures de formation", (None, None)),
        ("Le 12 mars 2026, 14h : financement ; 16h : questions", ("14:00", None)),
    ],
)
def test_the_hours_of_a_day_go_on_behind_one_another(text: str, expected: tuple[str | None, str | None]) -> None:
    assert hours(text) == [expected]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("À Raismes le 16 mai 2025 et à Escautpont le 23 mai 2025, 9h30", 2),
        ("Le bus sera à Doullens le 16 avril 2024 et à Albert le 18 avril 2024, de 9h30 à 16h", 2),
        ("Première session le 6 mars 2023, seconde session le 3 avril 2023, 9h30-17h", 2),
        ("À Lens le 3 mai 2025, à Avion le 8 mai 2025 et à Liévin le 12 mai 2025, 14h", 3),
    ],
)
def test_hours_at_the_end_are_of_all_days_told_alike(text: str, count: int) -> None:
    told = hours(text)
    assert len(told) == count
    assert len(set(told)) == 1
    assert told[0][0] is not None


@given(
    st.integers(8, 10), st.integers(15, 18), st.sampled_from(["repas à 12h30", "pause déjeuner à 12h15", "café à 11h"])
)
def test_what_is_done_meanwhile_neither_begins_nor_ends_it(first: int, last: int, meanwhile: str) -> None:
    text = f"Journée le 17 mars 2026. Début à {first}h, {meanwhile}, fin à {last}h."
    assert hours(text) == [(f"{first:02d}:00", f"{last}:00")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les 14 et 15 octobre 2026 (J1 : 10h-17h30, J2 : 9h-16h)", [("10:00", "17:30"), ("09:00", "16:00")]),
        (
            "Les 3 et 4 juillet 2025, de 9h30 à 17h le premier jour et de 9h à 16h le second",
            [("09:30", "17:00"), ("09:00", "16:00")],
        ),
        ("Les 13, 14 et 20 mai 2025 de 9h à 17h (fin à 16h le dernier jour)", [("09:00", "17:00"), ("09:00", "16:00")]),
        ("Les 6, 7 et 8 mai 2025, de 9h à 17h (16h le dernier jour)", [("09:00", "17:00"), ("09:00", "16:00")]),
        ("Les 6 et 7 mai 2025, de 9h à 17h (10h le premier jour)", [("10:00", "17:00"), ("09:00", "17:00")]),
        ("Les 3 et 4 juillet 2025, de 9h à 17h, pour le premier groupe", [("09:00", "17:00")]),
    ],
)
def test_hours_go_with_the_rank_of_their_day(text: str, expected: Told) -> None:
    assert hours(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fermeture à 17h le mercredi 24 décembre 2025", (None, "17:00")),
        ("Le 17/09/26 : 9h30 café – 10h début – 12h30 fin", ("10:00", "12:30")),
        ("Ouvert dès 14 heures samedi 7 février 2026, le salon fermera ses portes à 19 heures.", ("14:00", "19:00")),
        ("le 6 mars 2026 9.30h-12h", ("09:30", "12:00")),
        ("Le 14 octobre 2026 de 18h à 20h ; on s'achèvera avant le dernier train (20h12)", ("18:00", "20:00")),
    ],
)
def test_what_begins_and_what_closes(text: str, expected: tuple[str | None, str | None]) -> None:
    assert hours(text) == [expected]
