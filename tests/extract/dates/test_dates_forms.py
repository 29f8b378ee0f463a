"""Forms of dates one by one: what is read, what it is to the page, and what is left open and why."""

import datetime as dt

import pytest

from extract.dates import Clues, read_dates, read_dates_with
from extract.records import DateReading

AUTUMN = dt.date(2021, 9, 1)


def spans(text: str, reference: dt.date | None = None) -> list[str]:
    """Each date as `first[/last][ start[-end]]`."""
    return [show(date) for date in read_dates(text, reference).dates]


def show(date: DateReading) -> str:
    days = str(date.first_day) if date.first_day == date.last_day else f"{date.first_day}/{date.last_day}"
    hours = date.starts_at or ""
    if date.ends_at:
        hours += "-" + date.ends_at
    return f"{days} {hours}".strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("les jeudis 12, 19 et 26 mars 2020", ["2020-03-12", "2020-03-19", "2020-03-26"]),
        ("les 24 et 25 juin 2021", ["2021-06-24/2021-06-25"]),
        ("Réunions et ateliers les 5, 9 et 24 juin 2021", ["2021-06-05", "2021-06-09", "2021-06-24"]),
        ("Ateliers les 5, 9 et 24 juin 2021", ["2021-06-05", "2021-06-09", "2021-06-24"]),
        ("Matinée 3 – 21 juin 2021", ["2021-06-21"]),
        ("Webinaire 3, 21 juin 2021", ["2021-06-21"]),
        ("matinées 5 et 21 juin 2021", ["2021-06-05", "2021-06-21"]),
        ("les 24 et 28 novembre 2022", ["2022-11-24", "2022-11-28"]),
        ("les 13-14 et 15 septembre 2022", ["2022-09-13/2022-09-15"]),
        ("17/18 février 2022", ["2022-02-17/2022-02-18"]),
        ("10/11/12 octobre 2022", ["2022-10-10/2022-10-12"]),
        ("30 novembre et 1er décembre 2017", ["2017-11-30/2017-12-01"]),
        ("les vendredi 15 et samedi 16 mars 2019", ["2019-03-15/2019-03-16"]),
        ("le 15 décembre et le 12 janvier 2024", ["2023-12-15", "2024-01-12"]),
        ("du 28 décembre au 3 janvier 2024", ["2023-12-28/2024-01-03"]),
        ("entre le 02 et le 10 juillet 2015", ["2015-07-02/2015-07-10"]),
        ("7 et 8 septembre\net\n16 et 17 octobre 2017", ["2017-09-07/2017-09-08", "2017-10-16/2017-10-17"]),
        ("tous les mardis de mars 2020", ["2020-03-03", "2020-03-10", "2020-03-17", "2020-03-24", "2020-03-31"]),
        ("chaque mardi du 3 au 17 mars 2020", ["2020-03-03", "2020-03-10", "2020-03-17"]),
        ("le premier jeudi d'octobre 2022", ["2022-10-06"]),
        ("le dernier vendredi de mai 2022", ["2022-05-27"]),
        ("atelier-du-19-septembre-2019-a-lens", ["2019-09-19"]),
        ("Mercredi 04.05.22 à 18h30", ["2022-05-04 18:30"]),
        ("15 sept. 2021", ["2021-09-15"]),
    ],
)
def test_days(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mardi 14 septembre 2021 de 9h à 17hOO", ["2021-09-14 09:00-17:00"]),
        ("Vendredi 3 juin 2022, 14h à17h", ["2022-06-03 14:00-17:00"]),
        ("le 3 mai 2022 de 9h à midi", ["2022-05-03 09:00-12:00"]),
        ("9h-12h30 et 13h30-17h le 3 mai 2022", ["2022-05-03 09:00-17:00"]),
        (
            "Le 3 mai 2022 de 9h à 12h et le 5 mai 2022 de 14h à 16h",
            ["2022-05-03 09:00-12:00", "2022-05-05 14:00-16:00"],
        ),
        ("mardi 3 et jeudi 5 mai 2022, de 9h à 12h", ["2022-05-03 09:00-12:00", "2022-05-05 09:00-12:00"]),
        ("le 3 mai 2022, 9 à 12 h", ["2022-05-03 09:00-12:00"]),
        ("le 3 mai 2022 à partir de 14h00 et jusqu'à 17h00", ["2022-05-03 14:00-17:00"]),
        ("le 3 mai 2022, accueil 9h, fin 16h30", ["2022-05-03 09:00-16:30"]),
        ("3 mai 2022, 9h-12h et 5 mai 2022, mêmes horaires", ["2022-05-03 09:00-12:00", "2022-05-05 09:00-12:00"]),
        ("le 3 mai 2022 (durée : 2h30)", ["2022-05-03"]),
        ("journée du 3 mai 2022 (7h de formation)", ["2022-05-03"]),
        ("le 25 novembre 2021 jusqu'à 16h", ["2021-11-25 -16:00"]),
        ("3 mai 2022\nde 9h00 à 16h30", ["2022-05-03 09:00-16:30"]),
        ("Date : 3 mai 2022\nHoraires : 9h - 16h30", ["2022-05-03 09:00-16:30"]),
        ("Le 16 mars 2023 à l'hôtel de ville de Soissons, de 9h à 12h.", ["2023-03-16 09:00-12:00"]),
        ("Le 16 mars 2023 à Soissons. Le guichet ouvre de 9h à 12h.", ["2023-03-16"]),
    ],
)
def test_hours(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeudi 7 septembre 2017 - 02:00 - Mardi 17 octobre 2017 - 02:00", "2017-09-07/2017-10-17"),
        ("Mardi 7 février 2017 - 01:00", "2017-02-07"),
        ("Mardi 7 février 2017 - 00:00", "2017-02-07"),
        ("Mardi 7 février 2017 - 02:00", "2017-02-07 02:00"),
        ("Mercredi 16 mars 2022 - 14:00 - 16:00", "2022-03-16 14:00-16:00"),
        ("Mercredi 29 septembre 2021 - 10:00", "2021-09-29 10:00"),
    ],
)
def test_drupal_midnights_go_and_true_hours_stay(text: str, expected: str) -> None:
    assert spans(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Quartiers 2030", "NPNRU 2014-2024", "contrats de ville 2024 - 2030", "24h/24 et 7j/7", "24/7", "16/25 ans",
        "Tél : 03 20 25 10 29", "03.20.25.10.29", "59000 Lille", "12 000 €", "5 séances de 3 heures", "de 14h à17h",
        "2,5 % des 15 communes", "12, rue du 8 mai 1945", "place du 11 novembre 1918", "article 5 et 6",
        "le 31 juin 2020", "1/3 des habitants", "mars", "la planète Mars", "page 3/12",
    ],
)  # fmt: skip
def test_no_day_is_read_where_none_stands(text: str) -> None:
    assert spans(text, AUTUMN) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("la loi du 24 août 2021", "law"),
        ("décret n° 2014-1750 du 30 décembre 2014", "law"),
        ("L'instruction du 3 mars 2020", "law"),
        ("présentation de la loi lors de la journée du 12 octobre 2021", "event"),
        ("Inscriptions jusqu'au 12 mai 2021", "registration_deadline"),
        ("à retourner avant le vendredi 7 mai 2021", "registration_deadline"),
        ("Publié le 29 septembre 2021", "publication"),
        ("modifié le 08/12/2017 - 11:55", "modification"),
        ("la journée internationale des droits des femmes du 8 mars 2017", "other"),
        ("la séance est reportée au 4 juillet 2022", "event"),
        ("applicable au 1er janvier 2024", "other"),
        ("un cycle initié en juin 2020", "past"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert [date.role for date in read_dates(text).dates] == [role]


@pytest.mark.parametrize(
    ("text", "reference", "expected", "source"),
    [
        ("le mardi 30 novembre", AUTUMN, "2021-11-30", "weekday"),
        ("le 16 décembre", AUTUMN, "2021-12-16", "published"),
        ("Le 5 septembre dernier", dt.date(2025, 9, 22), "2025-09-05", "published"),
        ("la loi du 21 février dernier", dt.date(2014, 12, 20), "2014-02-21", "published"),
        ("le 16 mars 2023 à Soissons puis le 12 juillet à Arras", None, "2023-07-12", "list"),
    ],
)
def test_missing_year(text: str, reference: dt.date | None, expected: str, source: str) -> None:
    date = read_dates(text, reference).dates[-1]
    assert (str(date.first_day), date.year_from) == (expected, source)


def test_the_page_gives_the_year_before_the_reference_does() -> None:
    clues = Clues(reference=dt.date(2019, 1, 10), known_days=frozenset({dt.date(2016, 3, 7)}))
    (date,) = read_dates_with("le 7 mars", clues).dates
    assert (date.first_day.year, date.year_from) == (2016, "page")


def test_the_title_gives_the_year_when_the_weekday_agrees() -> None:
    clues = Clues(reference=dt.date(2019, 1, 10), title_years=(2017,))
    (date,) = read_dates_with("jeudi 12 octobre", clues).dates
    assert (date.first_day, date.year_from) == (dt.date(2017, 10, 12), "title")


@pytest.mark.parametrize(
    ("text", "reference", "reason"),
    [
        ("les 1er et 2 décembre", None, "no_year"),
        ("le 1er mars", dt.date(2021, 8, 31), "two_years_possible"),
        ("fin 2015", None, "vague_period"),
        ("depuis décembre 2018", None, "open_ended_period"),
        ("Quartiers 2030", None, "year_only"),
        ("le 31 juin 2020", None, "impossible_day"),
        ("rue du 8 mai 1945", None, "name_of_a_street"),
    ],
)
def test_what_is_left_open_says_why(text: str, reference: dt.date | None, reason: str) -> None:
    result = read_dates(text, reference)
    assert result.dates == ()
    assert reason in [item.reason for item in result.open]


@pytest.mark.parametrize(
    ("text", "precision", "span"),
    [
        ("en avril 2021", "month", "2021-04-01/2021-04-30"),
        ("fin mai 2024", "month", "2024-05-21/2024-05-31"),
        ("mai – juin 2019", "period", "2019-05-01/2019-06-30"),
        ("2nd semestre 2021", "semester", "2021-07-01/2021-12-31"),
        ("à l'automne 2021", "season", "2021-09-01/2021-11-30"),
        ("à la rentrée de septembre 2021", "month", "2021-09-01/2021-09-30"),
        ("de novembre à janvier 2020", "period", "2019-11-01/2020-01-31"),
    ],
)
def test_periods(text: str, precision: str, span: str) -> None:
    (date,) = read_dates(text).dates
    assert (date.precision, show(date)) == (precision, span)


def test_misspelled_month_is_read_and_flagged() -> None:
    (date,) = read_dates("Mardi 14 septembe 2021").dates
    assert (str(date.first_day), date.flags) == ("2021-09-14", ("misspelled",))


def test_two_letters_of_a_short_month_may_be_exchanged() -> None:
    assert [str(date.first_day) for date in read_dates("jeudi 12 jiun 2025").dates] == ["2025-06-12"]


def test_figures_of_one_day_have_one_mark_between_them() -> None:
    assert all(date.first_day.year != 2015 for date in read_dates("10.05-15.06.2025").dates)


@pytest.mark.parametrize("text", ["24juin2021", "le 24juin 2021", "jeudi 24 juin2021", "Jeudi24juin2021"])
def test_what_stands_without_blanks_is_read(text: str) -> None:
    assert [str(date.first_day) for date in read_dates(text).dates] == ["2021-06-24"]


@pytest.mark.parametrize(
    "text", ["juin 24 2021", "juin 24, 2021", "2021/06/24", "24 06 2021", "24-juin-21", "2021 juin 24"]
)
def test_a_clean_expression_outside_the_grammar_is_read_by_dateparser(text: str) -> None:
    (date,) = read_dates(text).dates
    assert (str(date.first_day), date.flags) == ("2021-06-24", ("dateparser",))


@pytest.mark.parametrize(
    "text", ["03 20 25 10", "12 345 678 €", "page 12 2021", "lot 24 2021", "59000 Lille", "juin 2021 24 pages"]
)
def test_dateparser_is_believed_only_where_the_words_bear_it_out(text: str) -> None:
    assert [date for date in read_dates(text).dates if date.precision == "day"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le 3 mai 2022 de neuf heures trente à douze heures", "2022-05-03 09:30-12:00"),
        ("Le 3 mai 2022 à quatorze heures", "2022-05-03 14:00"),
        ("le 3 mai 2022, dès dix-huit heures et demie", "2022-05-03 18:30"),
        ("de neuf heures à midi le 3 mai 2022", "2022-05-03 09:00-12:00"),
        ("le 3 mai 2022, une visite de deux heures", "2022-05-03"),
        ("une formation de douze heures le 3 mai 2022", "2022-05-03"),
        ("le 3 mai 2022, à deux heures de Lille", "2022-05-03"),
        ("le 3 mai 2022, trois heures d'échanges", "2022-05-03"),
    ],
)
def test_hours_in_words_after_a_preposition_of_time(text: str, expected: str) -> None:
    assert spans(text) == [expected]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Lundi 4 à Lens, DİMANCHE 10 mars 2024", ["2024-03-04", "2024-03-10"]),
        ("Lundi 4 à Lens, ſamedi 9 mars 2024", ["2024-03-04", "2024-03-09"]),
        ("Lundi 4 à Lens, mercredi 6 ſeptembre 2023", ["2023-09-04"]),
    ],
    ids=["dotted capital", "long s of a weekday", "long s of a month"],
)
def test_letters_that_are_an_i_or_an_s_without_regard_to_case_are_read_as_such(text: str, days: list[str]) -> None:
    assert [date.first_day.isoformat() for date in read_dates(text).dates] == days


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("durant la première quinzaine de septembre 2024", ("2024-09-01", "2024-09-15")),
        ("la seconde quinzaine de février 2025", ("2025-02-16", "2025-02-28")),
        ("2ème quinzaine d'avril 2025", ("2025-04-16", "2025-04-30")),
        ("la première semaine de mars 2025", ("2025-03-01", "2025-03-07")),
        ("une quinzaine de jours en mai 2025", ("2025-05-01", "2025-05-31")),
    ],
)
def test_half_of_a_month(text: str, span: tuple[str, str]) -> None:
    (date,) = read_dates(text).dates
    assert (str(date.first_day), str(date.last_day)) == span


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Vous êtes dix-neuf à avoir répondu présent pour jeudi 13 juin 2024", "event"),
        ("Trente personnes sont attendues pour le 13 juin 2024", "event"),
        ("Les inscrits pour le 13 juin 2024 recevront un lien", "event"),
        ("Vous êtes inscrit(e) à la journée « Ville inclusive » du vendredi 14 octobre 2022", "event"),
        ("Merci de répondre pour le 13 juin 2024", "registration_deadline"),
        ("Les dossiers sont attendus pour le 13 juin 2024", "registration_deadline"),
        ("Chaque organisme inscrit ses équipes entre le 5 et le 23 janvier 2026", "registration_deadline"),
        ("Les candidatures seront reçues du 5 au 23 janvier 2026", "registration_deadline"),
    ],
)
def test_what_is_done_is_no_longer_asked(text: str, role: str) -> None:
    assert {date.role for date in read_dates(text).dates} == {role}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("RENDEZ-VOUS JEUDI 12 AVRIL 2018 À 17 HEURES", ("17:00", None)),
        ("JEUDI 12 AVRIL 2018 DE 14 HEURES À 17 HEURES", ("14:00", "17:00")),
        ("jeudi 12 avril 2018 à midi pile", ("12:00", None)),
        ("jeudi 12 avril 2018 de 10h à midi", ("10:00", "12:00")),
        ("jeudi 12 avril 2018 : début à 10h, fin à midi", ("10:00", "12:00")),
        ("La visite commence à 10h et se termine à midi, jeudi 12 avril 2018", ("10:00", "12:00")),
        ("Début à 9h, fin à 16h30 le jeudi 12 avril 2018", ("09:00", "16:30")),
    ],
)
def test_noon_and_ends_before_their_day(text: str, hours: tuple[str | None, str | None]) -> None:
    assert [(date.starts_at, date.ends_at) for date in read_dates(text).dates] == [hours]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Date limite de réponse à l'appel à manifestation d'intérêt : 31/10/2022", ["registration_deadline"]),
        ("Date limite de candidature à la formation : 31/10/2022", ["registration_deadline"]),
        ("La rencontre du 14 janvier 2025 est remise au 28 janvier 2025", ["event", "event"]),
        ("Le dossier est remis au 28 janvier 2025", ["other"]),
        ("La précédente rencontre, organisée à Hirson le 29 mai 2018, avait réuni 45 participants", ["past"]),
        ("Comme les précédentes, la réunion aura lieu le 29 mai 2018", ["event"]),
    ],
)
def test_what_a_day_is_last_put_off_to_or_before(text: str, roles: list[str]) -> None:
    assert [date.role for date in read_dates(text).dates] == roles


@pytest.mark.parametrize(
    "text",
    [
        "Nous serons à Hirson le 9 octobre 2023 et à Guise le 11.",
        "À Hirson le 9 octobre 2023, puis à Guise le 11 (salle des fêtes)",
        "Rendez-vous au Familistère le 9 octobre 2023 et dans la salle des fêtes de Guise le 11, à 10h",
    ],
)
def test_a_number_behind_its_place_has_the_month_of_the_day_before(text: str) -> None:
    assert [str(date.first_day) for date in read_dates(text).dates] == ["2023-10-09", "2023-10-11"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Initialement programmée le 19 mars, la journée se tiendra le 1er octobre 2020", ["2020-03-19", "2020-10-01"]),
        ("Initialement prévue le 12 décembre, la réunion aura lieu le 16 janvier 2025", ["2024-12-12", "2025-01-16"]),
    ],
)
def test_what_was_planned_first_lies_before(text: str, days: list[str]) -> None:
    assert [str(date.first_day) for date in read_dates(text).dates] == days
