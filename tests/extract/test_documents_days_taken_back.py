"""Days that are no meeting's for what their page says of them, and others that are though a word speaks against it."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text, tell_sessions


@pytest.mark.parametrize(
    "words",
    [
        "ERRATUM : la réunion publique n'a pas lieu le mercredi 12 juin mais le mercredi 19 juin 2024 à 18h",
        "Une erreur s'est glissée dans notre invitation : l'atelier se tiendra le mercredi 19 juin 2024 à 18h, au lieu "
        "du 12 juin",
        "Rectificatif. Il fallait lire : assemblée le mercredi 19 juin 2024 à 18h (et non pas mercredi 12 juin)",
        "Nous nous sommes trompés : la séance prévue le 12 juin se tient en fait le mercredi 19 juin 2024 à 18h",
    ],
)
def test_a_day_told_by_mistake_never_was_one(words: str) -> None:
    assert tell_sessions(read_text(f"Conseil citoyen\n\n{words}, salle Foch, à Lens.")) == ["2024-06-19 18:00- Lens"]


def test_without_a_mistake_the_old_day_is_that_of_a_meeting_that_was_moved() -> None:
    reading = read_text("Réunion publique le mercredi 19 juin 2024 à 18h et non le 12 juin, salle Foch, à Lens.")
    assert [(s.first_day.day, s.status) for e in reading.events for s in e.sessions] == [
        (12, "postponed"),
        (19, "announced"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Apportez vos légumes la veille, Fatiha les mettra au frais.",
        "Montage des stands la veille à partir de 16h.",
        "Répétition de la chorale la veille à 18h30.",
        "Le bus sera aussi à Lille la semaine suivante.",
    ],
)
def test_what_is_done_around_a_meeting_is_none(words: str) -> None:
    told = read_text(f"Marché solidaire\n\nIl se tient le samedi 14 décembre 2024 à 10h, salle Foch, à Lens. {words}")
    assert tell_sessions(told)[0].startswith("2024-12-14 10:00")
    assert len(tell_sessions(told)) == 1


def test_the_title_tells_of_the_move_by_its_noun() -> None:
    reading = read_page(
        "Égalité : report de la journée du 14 janvier",
        "<p>La journée prévue le mardi 14 janvier 2025 à Lens ne peut avoir lieu à la date indiquée.</p>"
        "<p>Elle est reportée au jeudi 6 février 2025, de 9h30 à 16h30, salle Foch, Lens.</p>",
    )
    assert [(s.first_day.isoformat(), s.status) for e in reading.events for s in e.sessions] == [
        ("2025-01-14", "postponed"),
        ("2025-02-06", "announced"),
    ]


@pytest.mark.parametrize("close", ["Clôture en musique", "Clôture avec la fanfare", "Clôture musicale"])
def test_a_close_that_people_come_to_is_no_limit(close: str) -> None:
    text = (
        "Femmes de quartier\n\nPremière rencontre\nJeudi 7 mars 2019, 9h, Tourcoing\n\n"
        f"{close}\nJeudi 21 mars 2019, 19h, Roubaix"
    )
    assert tell_sessions(read_text(text)) == ["2019-03-07 09:00- Tourcoing", "2019-03-21 19:00- Roubaix"]


def test_a_house_that_opens_its_doors_for_a_week_invites_people() -> None:
    words = "Du lundi 17 au vendredi 21 mars 2025, la Maison de l'emploi, à Lens, ouvre ses portes aux jeunes."
    assert len(tell_sessions(read_text(f"Cinq jours pour l'emploi\n\n{words}"))) == 5
    month = "Du lundi 3 au lundi 31 mars 2025, la médiathèque, à Lens, ouvre à 10h."
    assert tell_sessions(read_text(f"La vie de la médiathèque\n\n{month}")) == []


def test_a_paper_adopted_by_a_committee_tells_of_no_meeting() -> None:
    words = "Document adopté par le comité de pilotage du 14 mars 2023."
    assert tell_sessions(read_text(f"Charte de proximité\n\n{words} Elle engage la commune de Lens.")) == []


def test_hours_between_two_on_the_line_below_a_day() -> None:
    text = "Budget participatif\n\nL'urne passe au marché de Lens\nle mardi 31 janvier 2023\nentre 10h et midi"
    assert tell_sessions(read_text(text)) == ["2023-01-31 10:00-12:00 Lens"]


def test_a_call_whose_field_of_dates_and_house_tell_of_a_meeting() -> None:
    reading = read_page(
        "Appel à projets culture : la DRAC vous reçoit",
        '<div class="field field-name-field-dates"><div class="field-label">Dates: </div>'
        "<div>Mardi 26 septembre 2023 - 14:00 - 16:30</div></div>"
        "<p>Les conseillères présenteront le cahier des charges.</p>"
        "<p>Rendez-vous au Safran, 3 rue Guynemer, 80080 Amiens.</p>",
    )
    assert tell_sessions(reading) == ["2023-09-26 14:00-16:30 Amiens"]
