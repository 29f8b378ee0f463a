"""What a page tells of its own meeting: the day of a report, the second half of a day, no earlier edition."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text, tell_sessions


@pytest.mark.parametrize(
    ("title", "told", "days"),
    [
        (
            "Paroles d'habitants : retour sur la soirée de Liévin",
            "<p>Soixante personnes, trois tables.</p><p>La salle était pleine. Le jeudi 6 octobre dernier, à la Maison "
            "des associations, chacun a pu parler.</p><p>On se retrouve le jeudi 8 décembre 2022 à 18h30 à Lens.</p>",
            ["2022-10-06", "2022-12-08"],
        ),
        (
            "Synthèse de l'atelier habitat",
            "<p>Rassemblés à Amiens le mardi 4 octobre 2022, vingt bailleurs ont débattu.</p>"
            "<p>Le groupe poursuivra à Laon le mardi 6 décembre, de 9h à 12h.</p>",
            ["2022-10-04", "2022-12-06"],
        ),
        (
            "Compte rendu du groupe santé",
            "<p>Le projet avait été retenu par le jury réuni le 3 mars 2022. Les médiateurs ont échangé.</p>"
            "<p>Prochain groupe : jeudi 15 décembre 2022, 9h30-12h, Beauvais</p>",
            ["2022-12-15"],
        ),
    ],
)
def test_a_report_tells_its_own_day_beside_the_next_one(title: str, told: str, days: list[str]) -> None:
    reading = read_page(title, f"<p>Publié le 13 octobre 2022</p>{told}")
    assert [line[:10] for line in tell_sessions(reading)] == days


def test_a_letter_that_points_back_to_a_meeting_is_no_report_on_it() -> None:
    letter = (
        "Objet : atelier du 25/11\nEnvoyé : jeudi 6 novembre 2025 10:21\n\nBonjour,\n\nComme convenu lors de notre "
        "dernière rencontre (le 2 octobre, à Compiègne), je vous attends mardi 25 novembre, de 9h15 à 12h15, à Méru."
    )
    assert tell_sessions(read_text(letter)) == ["2025-11-25 09:15-12:15 Méru"]


@pytest.mark.parametrize(
    ("told", "hours"),
    [
        (
            "Nous serons accueillis à 10 h. La marche finira vers 12 h 30. L'après-midi, de 14 h à 16 h, échanges.",
            "10-16",
        ),
        ("Café d'accueil à 9h, ouverture des travaux à 9h30. L'après-midi, de 13h à 16h, ateliers.", "09:30-16"),
        ("Rendez-vous à 9h45 devant la mairie ; l'après-midi sera consacré, de 14h à 17h, aux échanges.", "09:45-17"),
        ("De 9h30 à 12h, visite. Repas partagé. L'après-midi, de 13h30 à 16h, atelier d'écriture.", "09:30-16"),
        ("L'après-midi, de 14h à 16h, atelier. Renseignements au secrétariat dès 9h.", "14-16"),
        ("De 9h30 à 12h30. Permanence du secrétariat l'après-midi, de 14h à 17h.", "09:30-12:30"),
    ],
)
def test_an_afternoon_goes_on_from_the_hour_of_the_morning(told: str, hours: str) -> None:
    starts, ends = (hour if ":" in hour else f"{hour}:00" for hour in hours.split("-"))
    reading = read_text(f"Journée du réseau\n\nVendredi 7 juin 2024 à Denain.\n\n{told}")
    assert tell_sessions(reading) == [f"2024-06-07 {starts}-{ends} Denain"]


@pytest.mark.parametrize(
    "said",
    [
        "Ce cycle fait suite à celui qui s'était tenu à Dunkerque au printemps 2016.",
        "Le cycle a d'abord été mené à Douai à l'automne dernier.",
        "À lire : « Cinquante mots pour comprendre », édition revue, novembre 2016.",
    ],
)
def test_a_season_or_a_book_is_no_earlier_edition(said: str) -> None:
    title = "Cycle de qualification « Égalité »"
    body = f"<p>Publié le 3 octobre 2017</p><p>Lundi 6 novembre 2017, 9h-17h, à Maubeuge.</p><p>{said}</p>"
    assert tell_sessions(read_page(title, body)) == ["2017-11-06 09:00-17:00 Maubeuge"]


def test_an_earlier_edition_with_its_month_or_its_people_is_mentioned() -> None:
    title = "Cycle « Égalité »"
    body = (
        "<p>Publié le 3 octobre 2017</p><p>Lundi 6 novembre 2017, 9h-17h, à Maubeuge.</p>"
        "<p>Le cycle « Égalité » proposé en avril 2016 a réuni 21 participants.</p>"
    )
    relations = [event.relation for event in read_page(title, body).events]
    assert relations == ["announces", "mentions"]
