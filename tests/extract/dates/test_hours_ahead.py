"""Hours before a day that are not its own, and ends, halves and days that are told apart from theirs."""

import datetime as dt

import pytest

from extract.dates import read_dates

SPRING = dt.date(2023, 4, 3)
Times = tuple[str | None, str | None]


def times(text: str, reference: dt.date | None = SPRING) -> list[Times]:
    return [(date.starts_at, date.ends_at) for date in read_dates(text, reference).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Formation laïcité (14 h) : 3 et 4 juin 2019, 9h – 12h30 / 13h30 – 17h", ("09:00", "17:00")),
        ("Module 2 – Animer un collectif (7 heures) : mardi 4 juin 2019 de 9h à 17h", ("09:00", "17:00")),
        ("Stage d'initiation (12h) les 7 et 8 mars 2019, de 9h30 à 16h30.", ("09:30", "16:30")),
        ("Accueil (8h30) mardi 5 mars 2024, 9h-12h", ("09:00", "12:00")),
        ("Café-débat (19h) vendredi 7 avril 2023, entrée libre", ("19:00", None)),
        ("Conférence (18h) mardi 5 mars 2024, suivie d'un cocktail de 20h à 21h", ("18:00", None)),
        ("Réunion d'information (18h) le 3 juin 2019", ("18:00", None)),
    ],
)
def test_an_hour_in_a_bracket_gives_way_to_a_range_behind_the_days(text: str, expected: Times) -> None:
    assert times(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La médiathèque, ouverte du mardi au samedi de 10h à 18h, reçoit les élus le 14 juin 2022 à 14h.",
            ("14:00", None),
        ),
        ("Ouverte chaque jour de 9h à 17h, la maison du projet reçoit les habitants le 5 mai 2022.", (None, None)),
        ("Le 3 mai 2023, la bibliothèque, ouverte tous les jours de 14h à 18h, reçoit l'auteur", (None, None)),
        ("Exposition ouverte du mardi au samedi de 14h à 18h du 4 au 29 avril 2023", ("14:00", "18:00")),
        ("L'exposition est ouverte de 9h à 17h les 5 et 6 mai 2022", ("09:00", "17:00")),
    ],
)
def test_opening_hours_of_a_house_are_those_of_no_single_day(text: str, expected: Times) -> None:
    assert times(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Braderie. Les portes ouvrent dimanche 3 septembre 2023 à 8 h ; fermeture à 17 h.", ("08:00", "17:00")),
        ("Salon jeudi 12 octobre 2023 : ouverture des portes 9h, fermeture 17h.", ("09:00", "17:00")),
        ("Conférence jeudi 9 mars 2023 à 10h, fermeture de la billetterie à 17h.", ("10:00", None)),
        ("Après un accueil à la maison à 14h le 16 mai 2023, départ en bus ; retour à 17h30.", ("14:00", "17:30")),
        ("Plénière (9h-12h), ateliers (14h-16h), le mardi 7 juin 2022", ("09:00", "16:00")),
        ("Atelier le matin de 9h à 12h, visite l'après-midi de 14h à 17h, le 18 mai 2022.", ("09:00", "17:00")),
        ("Rdv 13h30 mercredi 14 juin devant le local, on rentre à 17h", ("13:30", "17:00")),
        ("Groupe 1 le matin (9h-12h), groupe 2 l'après-midi (14h-17h), le 18 mai 2022", ("14:00", "17:00")),
    ],
)
def test_start_and_end_of_a_day_told_in_parts(text: str, expected: Times) -> None:
    assert times(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La réunion se tiendra le jeudi 9 mars 2023 à 14h. Fin des échanges à 16h.", ("14:00", "16:00")),
        ("Café d'accueil à 9h, ouverture à 9h30, le 6 juin 2023. La journée se terminera à 16h.", ("09:30", "16:00")),
        ("Assises du 14 novembre 2019\n9h : accueil\n9h30 : ouverture\n17h : fin des travaux", ("09:30", "17:00")),
        ("Journée du 4 avril 2019\n9h30 ouverture\n12h30 déjeuner\n16h30 clôture de la journée", ("09:30", "16:30")),
        ("Atelier le 6 juin 2023 à 9h30. Fin des inscriptions à 12h.", ("09:30", None)),
        ("Atelier le 6 juin 2023 à 14h. La garderie se termine à 18h30.", ("14:00", None)),
    ],
)
def test_the_end_of_the_only_meeting_may_stand_in_another_sentence(text: str, expected: Times) -> None:
    assert times(text) == [expected]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Avant la fête du samedi 24 juin : le mardi 13 à 18h et le mardi 20 à 18h",
            ["2023-06-24", "2023-06-13", "2023-06-20"],
        ),
        ("Réunion préparatoire au forum du samedi 23 septembre : mercredi 13, 18h", ["2023-09-23", "2023-09-13"]),
        ("Le bus passe à Méru le 2 mai, à Noailles le 9, à Chambly le 16.", ["2023-05-02", "2023-05-09", "2023-05-16"]),
        (
            "Tournée : à Hem le 4 mai, à Lys le 5, à Croix le 11 et à Lille le 12 !",
            ["2023-05-04", "2023-05-05", "2023-05-11", "2023-05-12"],
        ),
        ("Juin : le 7 à Lens, le 14 à Avion, le 21 à Liévin", ["2023-06-07", "2023-06-14", "2023-06-21"]),
    ],
)
def test_days_that_take_the_month_of_another(text: str, days: list[str]) -> None:
    assert [str(date.first_day) for date in read_dates(text, SPRING).dates] == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Forum jeudi 7 novembre 2024 de 9h à 17h. Réponse souhaitée avant le 25 octobre, 17h.", "2024-10-25"),
        ("Colloque le 10 janvier 2024. Inscriptions jusqu'au mercredi 20 décembre, 18h.", "2023-12-20"),
        ("Formation les 4, 11 et 18 juin 2024. Date limite d'inscription : 27 mai", "2024-05-27"),
        ("La loi du 21 février 2014 le prévoit. Réponse attendue avant le 4 octobre.", None),
        ("Sommet mercredi 16 octobre 2024. Réponse avant le mardi 4 octobre", None),
    ],
)
def test_a_limit_is_the_last_such_day_before_its_meeting(text: str, day: str | None) -> None:
    limits = [str(date.first_day) for date in read_dates(text).dates if date.role == "registration_deadline"]
    assert limits == ([day] if day else [])


def test_days_with_the_place_of_each_in_a_bracket_share_the_hours_behind_the_last() -> None:
    assert (
        times("Ateliers le 7/06 (Lens), le 14/06 (Avion), le 21/06 (Liévin) de 14h à 16h") == [("14:00", "16:00")] * 3
    )


def test_a_month_may_close_the_label_of_its_days() -> None:
    dates = read_dates("Permanences de juin : jeudi 1er, jeudi 8, jeudi 15, de 9h à 12h", SPRING).dates
    days = [(str(date.first_day), date.starts_at) for date in dates if date.precision == "day"]
    assert days == [("2023-06-01", "09:00"), ("2023-06-08", "09:00"), ("2023-06-15", "09:00")]


def test_as_many_hours_as_three_days_or_more_are_one_for_each() -> None:
    assert times("Trois dates : le 7, le 14 et le 21 juin, à 18h, 18h30 et 19h.") == [
        ("18:00", None),
        ("18:30", None),
        ("19:00", None),
    ]
    assert times("Les 5, 6 et 7 juin de 9h à 12h") == [("09:00", "12:00")]
