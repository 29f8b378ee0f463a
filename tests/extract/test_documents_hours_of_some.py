"""Hours told apart from days, of some sittings only: by rank, weekday, half of the day, mode, group, town or kind."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_text, tell_sessions

PAGES = [
    (
        "the first and the second day of every module",
        "Module 1 : jeudi 3 et vendredi 4 avril 2025\nModule 2 : mardi 13 et mercredi 14 mai 2025\n"
        "On commence à 9h30 le premier jour de chaque module et à 9h le lendemain ; on termine à 16h30 à chaque fois.",
        ["09:30-16:30", "09:00-16:30", "09:30-16:30", "09:00-16:30"],
    ),
    (
        "by weekday, behind each hour",
        "Premier stage : lundi 3 et mardi 4 février 2025\nSecond stage : lundi 10 et mardi 11 mars 2025\n"
        "Horaires : 9h30-17h le lundi, 9h-16h le mardi.",
        ["09:30-17:00", "09:00-16:00", "09:30-17:00", "09:00-16:00"],
    ),
    (
        "in the week and at its end",
        "Mercredi 5 mars 2025 : le Pile\nMercredi 12 mars 2025 : l'Alma\nSamedi 15 mars 2025 : Moulins\n"
        "En semaine, à 18h30. Le samedi, à 10h.",
        ["18:30-", "18:30-", "10:00-"],
    ),
    (
        "a day that ends earlier",
        "Lundi 2 juin 2025\nMardi 3 juin 2025\nMercredi 4 juin 2025\n"
        "Horaires : 9h - 17h ; le dernier jour, on s'arrête à 12h30.",
        ["09:00-17:00", "09:00-17:00", "09:00-12:30"],
    ),
    (
        "all days of a run but one",
        "Stage du lundi 7 au jeudi 10 avril 2025\nTous les jours de 10h à 16h, sauf le jeudi (10h-12h).",
        ["10:00-16:00", "10:00-16:00", "10:00-16:00", "10:00-12:00"],
    ),
    (
        "by short numbers",
        "18, 19 et 25 mars 2025, Péronne\nJ1 : 9h30-17h, J2 et J3 : 9h-16h30",
        ["09:30-17:00", "09:00-16:30", "09:00-16:30"],
    ),
    (
        "halves of a day, and a whole one",
        "Matin : 9h-12h. Après-midi : 13h30-16h30.\n- lundi 5 mai 2025 (journée)\n- mardi 6 mai 2025 (matin)\n"
        "- lundi 12 mai 2025 (après-midi)",
        ["09:00-16:30", "09:00-12:00", "13:30-16:30"],
    ),
    (
        "by mode",
        "- mardi 6 mai 2025, présentiel, Laon\n- mardi 13 mai 2025, visioconférence\n"
        "En visio, on se connecte de 10h à 12h. Sur place, on travaille de 9h30 à 16h30.",
        ["09:30-16:30", "10:00-12:00"],
    ),
    (
        "by group",
        "Groupe A : lundi 3 mars 2025\nGroupe B : jeudi 6 mars 2025\n"
        "Le groupe A travaille de 9h à 16h, le groupe B de 10h à 17h.",
        ["09:00-16:00", "10:00-17:00"],
    ),
    (
        "by town, all days in one line",
        "Jeudi 12 juin 2025 (Amiens) et vendredi 13 juin 2025 (Beauvais)\nAmiens : 9h30-16h30 - Beauvais : 10h-17h",
        ["09:30-16:30", "10:00-17:00"],
    ),
    (
        "halves told in clauses",
        "La première rencontre, le 7 octobre 2025, aura lieu en soirée ; les deux suivantes, les 14 octobre et "
        "4 novembre 2025, en matinée.\nSoirées : 18h30-20h30. Matinées : 9h30-11h30.",
        ["18:30-20:30", "09:30-11:30", "09:30-11:30"],
    ),
    (
        "an exception to the end",
        "6 mai 2025\n20 mai 2025\n3 juin 2025\n"
        "Début des travaux à 9h30 chaque jour ; clôture à 17h, sauf le dernier jour (15h30).",
        ["09:30-17:00", "09:30-17:00", "09:30-15:30"],
    ),
    (
        "by kind",
        "Atelier 1 – mardi 4 mars 2025\nAtelier 2 – mardi 18 mars 2025\nRestitution – mardi 1er avril 2025 à 18h\n"
        "Les ateliers commencent à 17h et se terminent à 19h.",
        ["17:00-19:00", "17:00-19:00", "18:00-"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES])
def test_hours_of_some_sittings(body: str, expected: list[str]) -> None:
    told = tell_sessions(read_text(f"Formation des bénévoles\n{body}\nLieu : Maison des associations, Amiens"))
    assert [line.split()[1] for line in told] == expected


LEFT = [
    (
        "an end for days that begin at different hours",
        "Lundi 3 mars 2025 à 9h\nLundi 10 mars 2025 à 9h\nLundi 17 mars 2025 à 13h30\nChaque séance se conclut à 17h.",
        ["09:00-17:00", "09:00-17:00", "13:30-17:00"],
    ),
    (
        "hours for the days that have none",
        "Mardi 11 mars 2025, Ham : de 14h à 17h\nMardi 8 avril 2025, Roye\nMardi 13 mai 2025, Montdidier\n"
        "Les rencontres durent de 9h à 12h.",
        ["14:00-17:00", "09:00-12:00", "09:00-12:00"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), [page[1:] for page in LEFT], ids=[page[0] for page in LEFT])
def test_hours_left_for_days_without(body: str, expected: list[str]) -> None:
    told = tell_sessions(read_text(f"Rencontres de secteur\n{body}"))
    assert [line.split()[1] for line in told] == expected


EXCEPTED = [
    (
        "a day in figures",
        "Les mardis 3 et 10 décembre 2024, de 9h à 12h30 (sauf le 10 : 14h)",
        ["09:00-12:30", "14:00-"],
    ),
    (
        "a day of a list that looks like a frame",
        "Les 3, 10 et 17 mars 2025, de 9h à 12h (sauf le 17 mars, 14h-17h)",
        ["09:00-12:00", "09:00-12:00", "14:00-17:00"],
    ),
    (
        "a day behind its hours, in a bracket",
        "Les 6 mars, 3 avril et 15 mai 2025, de 9h30 à 12h (14h-16h30 le 15 mai)",
        ["09:30-12:00", "09:30-12:00", "14:00-16:30"],
    ),
    (
        "a day under the label of hours",
        "Dates : 12, 13 et 20 mai 2025\nHoraires : 9h-17h (sauf le 20 mai : 9h-12h)",
        ["09:00-17:00", "09:00-17:00", "09:00-12:00"],
    ),
    (
        "only half of its day",
        "Dates : jeudi 2, vendredi 3 et jeudi 16 octobre 2025\n"
        "Horaires : 9h-12h et 13h-16h, excepté le 16 octobre (matinée seulement)",
        ["09:00-16:00", "09:00-16:00", "09:00-12:00"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), [page[1:] for page in EXCEPTED], ids=[page[0] for page in EXCEPTED])
def test_hours_of_an_excepted_day(body: str, expected: list[str]) -> None:
    told = tell_sessions(read_text(f"Formation des bénévoles\n{body}\nLieu : Maison des associations, Amiens"))
    assert [line.split()[1] for line in told] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Rendez-vous à 10h, nous vous libérons à 12h30.", "10:00-12:30"),
        ("Nous commençons à 14h pile et nous vous rendons votre liberté à 16h.", "14:00-16:00"),
        ("Les échanges démarreront à 18h ; tout le monde pourra repartir à 20h.", "18:00-20:00"),
        ("On démarre à 9h, on a fini pour midi.", "09:00-12:00"),
        ("On se retrouve à 9h, on mange ensemble à 12h30.", "09:00-"),
    ],
)
def test_what_people_do_at_the_later_hour_is_to_go(words: str, expected: str) -> None:
    told = tell_sessions(read_text(f"Atelier des habitants\nLe lundi 3 mars 2025, salle Vauban à Lens.\n{words}"))
    assert [line.split()[1] for line in told] == [expected]


@pytest.mark.parametrize(
    "aside",
    [
        "(merci d'arriver à 8h45 le premier jour pour l'émargement)",
        "(accueil à 8h45 le premier jour)",
        "; le premier jour, présentez-vous dès 8h45",
        "– café d'accueil le premier jour à 8h30",
    ],
)
def test_when_people_come_on_the_first_day_is_not_when_it_begins(aside: str) -> None:
    reading = read_text(f"Formation des bénévoles\n\nLundi 10 et mardi 11 mars 2025, à Lens\n\n9h00 - 17h00 {aside}")
    assert tell_sessions(reading) == ["2025-03-10 09:00-17:00 Lens", "2025-03-11 09:00-17:00 Lens"]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (
            "Notez notre prochaine rencontre le samedi 20 septembre. De 14 h à 18 h, nous visiterons le parc.",
            "14:00-18:00",
        ),
        ("La prochaine aura lieu le samedi 20 septembre. On se retrouve à 14h.", "14:00-"),
        ("Nous nous revoyons le samedi 20 septembre. Début à 14h, fin à 16h30.", "14:00-16:30"),
        ("Rendez-vous le samedi 20 septembre ! Horaires : 14h-16h.", "14:00-16:00"),
    ],
)
@pytest.mark.parametrize("before", ["", ", de 9h à 12h"])
def test_hours_behind_the_day_of_the_next_meeting_are_its_own(before: str, behind: str, expected: str) -> None:
    text = f"Des nouvelles du réseau\n\nNous étions trente le samedi 24 mai 2025 à Denain{before}.\n\n{behind}"
    own = "09:00-12:00" if before else "-"
    assert [line.split()[:2] for line in tell_sessions(read_text(text))] == [
        ["2025-05-24", own],
        ["2025-09-20", expected],
    ]


def test_what_goes_on_with_one_meeting_tells_its_hour() -> None:
    days = "Ateliers d'écriture\n\nLes 3 et 10 mars 2026 à Lens.\n\n"
    text = f"{days}Une restitution aura lieu le 24 mars à Avion. Elle débutera à 18h."
    assert tell_sessions(read_text(text)) == ["2026-03-03 - Lens", "2026-03-10 - Lens", "2026-03-24 18:00- Avion"]
