"""Days that a subject holds or a participle sets back, and hours before their days, in words, behind a welcome."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.dates import read_dates

_NEAR = dt.date(2025, 1, 1)


def _roles(text: str) -> dict[str, str]:
    return {f"{date.first_day:%d/%m}": date.role for date in read_dates(text, _NEAR).dates}


def _hours(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(f"{d.first_day:%d/%m}", d.starts_at, d.ends_at) for d in read_dates(text, _NEAR).dates]


@pytest.mark.parametrize(
    "text",
    [
        "Les réponses pour l'atelier du 12 mai 2025 à Lens sont attendues le 9 mai.",
        "La date limite pour les inscriptions à l'atelier du 12 mai 2025 à Lens sera le 9 mai.",
        "La clôture des inscriptions à la visite du 12 mai 2025 est fixée au 9 mai.",
        "Les inscriptions à la rencontre du 12 mai 2025 à Lens se terminent le 9 mai.",
    ],
)
def test_a_verb_is_said_of_the_subject_that_holds_a_day(text: str) -> None:
    assert _roles(text) == {"12/05": "event", "09/05": "registration_deadline"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Le parcours se clôt le 12 juin 2025.", "event"),
        ("La saison se clôturera le 12 juin 2025.", "event"),
        ("L'inscription au parcours se clôt le 12 juin 2025.", "registration_deadline"),
        ("Stage gratuit, sur inscription du 12 juin 2025.", "event"),
        ("Le parcours débute le 12 juin 2025 à Lens et se clôt le 19 juin.", "event"),
        ("Les inscriptions au parcours se clôturent le 12 juin 2025.", "registration_deadline"),
        ("Une seconde date est ouverte le 12 juin 2025.", "event"),
        ("Formation accessible sur candidature du 12 au 14 juin 2025.", "event"),
        ("L'association, fondée à Lens le 12 juin 1998, tient son forum.", "other"),
        ("Les cafés reprennent après la rentrée du 1er septembre 2025.", "other"),
        ("On remet ça le 12 juin 2025.", "event"),
        ("L'atelier du 12 juin 2025 ayant réuni trente personnes.", "past"),
        ("La visite prévue le 12 juin 2025 n'ayant pu se tenir, une autre aura lieu.", "past"),
        ("Le 12 juin 2025, journée nationale des aidants, un forum se tiendra à Lens.", "event"),
        ("Le club, déclaré en sous-préfecture le 12 juin 2011, fête ses membres.", "other"),
    ],
)
def test_a_day_is_what_it_hangs_on(text: str, role: str) -> None:
    assert set(_roles(text).values()) == {role}


def test_hours_stand_before_each_of_their_days() -> None:
    text = "De 9h à 12h le 4 mars 2025, de 14h à 17h le 11 mars, à 20h le mardi 18 mars"
    assert _hours(text) == [("04/03", "09:00", "12:00"), ("11/03", "14:00", "17:00"), ("18/03", "20:00", None)]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Le 20 mai 2025, de neuf heures et quart à midi et quart", ("09:15", "12:15")),
        ("Le 20 mai 2025, à neuf heures moins le quart", ("08:45", None)),
        ("Le 20 mai 2025. Début : dix heures. Durée : deux heures", ("10:00", None)),
        ("Jeudi 20 mai 2025\nde 9h à 12h\net de 13h30 à 17h", ("09:00", "17:00")),
        ("Le 20 mai 2025, accueil des participants de 9h à 9h30", ("09:30", None)),
        ("Le 20 mai 2025, dès 8h45 pour un café, à 9h15 pour la plénière", ("09:15", None)),
        ("Le 20 mai 2025\nÀ QUELLE HEURE ? 14 heures", ("14:00", None)),
        ("L'atelier du 20 mai 2025, annoncé à 14h, commencera à 14h30", ("14:30", None)),
        ("Vous êtes attendus à 13h45, le 20 mai 2025 ; nous commencerons à 14h pour finir à 17h", ("14:00", "17:00")),
    ],
)
def test_hours_are_those_of_the_meeting(text: str, hours: tuple[str | None, str | None]) -> None:
    assert _hours(text) == [("20/05", *hours)]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Jeudi 6 mars 2025, le midi, de 12h45 à 13h45", ("12:45", "13:45")),
        ("Jeudi 6 mars 2025, midi, 12h30-13h30", ("12:30", "13:30")),
        ("Le 6 mars 2025, sur la pause de midi (12h15-13h30)", ("12:15", "13:30")),
        ("Le 6 mars 2025 de midi à 14h", ("12:00", "14:00")),
        ("Le 6 mars 2025, midi - 14h", ("12:00", "14:00")),
        ("Le 6 mars 2025 de 9h à midi", ("09:00", "12:00")),
        ("Le 6 mars 2025 à midi", ("12:00", None)),
        ("Le 6 mars 2025, le midi", (None, None)),
    ],
)
def test_noon_is_an_hour_or_the_time_of_the_day_of_the_hours_behind_it(
    text: str, hours: tuple[str | None, str | None]
) -> None:
    assert [told[1:] for told in _hours(text)] == [hours]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Organisée le vendredi 7 mars 2025 par l'Agence et la DRDFE, cette journée réunira des élus.", "event"),
        ("Réunion proposée le 7 mars 2025 par le centre social", "event"),
        ("Le 7 mars 2025, par Julie Petit", "publication"),
        ("La visite a lieu dans le cadre de la Semaine bleue (du 6 au 12 octobre 2025).", "other"),
        ("Proposé à l'occasion du Mois de l'économie sociale, du 1er au 30 novembre 2025", "other"),
        ("Dans le cadre du cycle « Santé », les 4 et 5 mars 2025", "event"),
        ("Jury le 6 mars 2025", "other"),
    ],
)
def test_who_held_a_meeting_signs_nothing_and_the_frame_of_one_is_none(text: str, role: str) -> None:
    assert set(_roles(text).values()) == {role}


def test_the_month_of_a_day_told_again_is_that_of_its_list_and_not_of_the_next_sentence() -> None:
    text = "La visite a lieu les 22 et 23 mai 2025. Départ le 22 à 7h30. Date limite : 25 avril 2025."
    assert list(_roles(text).items())[-1] == ("25/04", "registration_deadline")
    assert ("22/05", "07:30", None) in _hours(text)
    assert "22/04" not in _roles(text)


@pytest.mark.parametrize("name", ["Les jeudis de la doc", "Les jeudis de l'Agence", "Les jeudis des familles"])
def test_a_series_that_is_called_after_a_weekday_says_nothing_of_its_days(name: str) -> None:
    assert _hours(f"{name}\nLe mardi 6 mai 2025, de 12h à 13h") == [("06/05", "12:00", "13:00")]
    assert [told[0] for told in _hours("Les jeudis de mai 2025")] == ["01/05", "08/05", "15/05", "22/05", "29/05"]


def test_hours_that_are_always_the_same_are_not_those_of_an_act() -> None:
    text = "Le contrat a été signé le 30 juin 2025. Réunions : Ham (8 septembre), Hem (9 septembre), toujours à 18h."
    assert _hours(text) == [("30/06", None, None), ("08/09", "18:00", None), ("09/09", "18:00", None)]
