"""Days and hours made by what stands beside their figures or words: `samedi 25/9`, `à 16 30`, `sept heures du soir`."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import read_dates

SPRING = dt.date(2024, 4, 2)


def read(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(str(date.first_day), date.starts_at, date.ends_at) for date in read_dates(text, SPRING).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ramassage des déchets mardi 3/9 14h-16h au stade", [("2024-09-03", "14:00", "16:00")]),
        ("Café des parents jeu. 6/6 9h30 - 11h, salle Prévert", [("2024-06-06", "09:30", "11:00")]),
        ("AG de l'amicale le 7/9 à 18h30", [("2024-09-07", "18:30", None)]),
        ("Atelier vélo les samedis 4/5 et 1/6 à 14h", [("2024-05-04", "14:00", None), ("2024-06-01", "14:00", None)]),
        ("RDV vend 5/7 18h30 à la salle", [("2024-07-05", "18:30", None)]),
        ("Les inscriptions se font avant le 2/5", [("2024-05-02", None, None)]),
        ("Les 3/4 des familles viennent à 18h", []),
        ("Il reste à faire le 2/3 du chemin", []),
        ("Le week-end, samedi 25/26 mai", [("2024-05-25", None, None)]),
    ],
)
def test_a_month_of_one_figure_is_told_by_the_weekday_or_the_hour(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("Stage le 5 mars 2026 de 9h à 12 30 et de 13 30 à 17h", "09:00", "17:00"),
        ("Atelier : 12 mai 2025 de 13h30 à 16 30", "13:30", "16:30"),
        ("Réunion le 4 juin 2025 à 18 30", "18:30", None),
        ("Réunion le 4 juin 2025 de 9h à 12 30 participants attendus", "09:00", None),
        ("permanence mercredi 3 avril à 14h:15", "14:15", None),
        ("Mardi 23 avril 14/16h", "14:00", "16:00"),
        ("Café : 12/05 9/11h30", "09:00", "11:30"),
        ("Samedi 12/10 10h", "10:00", None),
        ("26 mai 24 à 14h30", "14:30", None),
        ("Mardi 23 avril 9 à 12h", "09:00", "12:00"),
        ("reunion jeudi 14 mars à 18:h30 salle des fetes", "18:30", None),
    ],
)
def test_hours_with_a_mark_too_many_or_too_few(text: str, starts: str | None, ends: str | None) -> None:
    assert [hours for _, *hours in read(text)] == [[starts, ends]]


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("Réunion publique le mardi 3 avril 2018, sept heures du soir, salle des fêtes", "19:00", None),
        ("Rendez-vous lundi 4 juin 2018 à neuf heures et demie du matin", "09:30", None),
        ("Goûter mercredi 19 décembre 2018 à trois heures de l'après-midi", "15:00", None),
        (
            "La fête du 7 mai 2022 va de deux heures de l'après-midi à sept heures du soir",
            "14:00",
            "19:00",
        ),
        ("Goûter le 21 juin 2023 à quatre heures", "16:00", None),
        ("Départ le 21 juin 2023 à cinq heures du matin", "05:00", None),
        ("On se voit le 14 juin 2023 à deux heures moins le quart devant le local", "13:45", None),
        ("Un atelier de trois heures du cycle Écrire, le 7 mai 2022", None, None),
    ],
)
def test_hours_in_words_with_the_half_of_their_day(text: str, starts: str | None, ends: str | None) -> None:
    assert [hours for _, *hours in read(text)] == [[starts, ends]]


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("Soirée jeux le vendredi 8 mars 2024 de 20h à minuit", "20:00", "24:00"),
        ("Fête de la musique, samedi 21 juin 2014, 18h - minuit", "18:00", "24:00"),
        ("Le bal du 13 juillet 2014 se déroule de 21h à 00h", "21:00", "24:00"),
        ("Ouvert le 13 juillet 2014 jusqu'à minuit", None, "24:00"),
        ("La veillée du 6 mai 2023 débutera à 20h et s'achèvera à minuit", "20:00", "24:00"),
        ("Feu d'artifice le 14 juillet 2014 à minuit", "00:00", None),
        ("12/03/2024 10:00 - 00:00", "10:00", None),
    ],
)
def test_what_ends_at_midnight_ends_with_its_day(text: str, starts: str | None, ends: str | None) -> None:
    assert [hours for _, *hours in read(text)] == [[starts, ends]]


@given(st.integers(7, 22), st.sampled_from([0, 15, 30, 45]))
def test_an_hour_and_its_minutes_apart_are_those_beside_each_other(hour: int, minutes: int) -> None:
    apart, beside = (f"Atelier le 12 mai 2025 de 6h à {hour}{mark}{minutes:02d}." for mark in (" ", "h"))
    assert [hours for _, *hours in read(apart)] == [hours for _, *hours in read(beside)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Dépôt de gerbe le 19 mars 2019", "event"),
        ("Cérémonie : dépôt d'une gerbe mardi 8 mai 2018 à 10h30", "event"),
        ("Dépôt des fleurs au monument : dimanche 11 novembre 2018, 11h", "event"),
        ("Dépôt des dossiers vendredi 16 septembre 2022 à 12h", "registration_deadline"),
        ("Dernière actualisation de la fiche : 28 juin 2018", "modification"),
        ("Dernière révision du document : 12/05/2020", "modification"),
        ("Actualisation de la page : 4 janvier 2021", "modification"),
        ("Formation d'actualisation des compétences : 4 janvier 2021", "event"),
        ("Dernière édition du festival : 4 janvier 2021", "event"),
        ("Lille, le 9 décembre 2019\nCommuniqué de presse", "publication"),
        ("Beauvais, le 4 mars 2019\nObjet : invitation", "publication"),
        ("Fait à Lens, le jeudi 5 mai 2022\n\nMadame, Monsieur,", "publication"),
        ("À noter : pas d'atelier le 8 juin 2023", "other"),
        ("Dernier café avant l'été le 29 juin 2023", "event"),
        ("Dernier café avant les vacances le 29 juin 2023", "event"),
        ("Inscription avant le 29 juin 2023", "registration_deadline"),
        ("Lens, le 5 mai 2022\nFormation des bénévoles", "event"),
        ("Lens, le 2 mai 2023. Chers partenaires, la salle est prête.", "publication"),
    ],
)
def test_role(text: str, role: str) -> None:
    assert [date.role for date in read_dates(text, SPRING).dates] == [role]


def test_hours_without_their_first_mark_stand_between_a_weekday_and_its_days() -> None:
    found = read("Tous les mardis 9-12h du 7 au 21 mai")
    assert found == [(day, "09:00", "12:00") for day in ("2024-05-07", "2024-05-14", "2024-05-21")]
