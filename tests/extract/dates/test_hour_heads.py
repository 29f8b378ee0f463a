"""What an hour is, by what its clause is about: the meeting, its doors, or something else."""

from __future__ import annotations

import re

import pytest

from extract.dates import read_dates
from extract.dates.hour_heads import Kind, fold_title, read_kind
from tests.extract.documents import read_page, tell_sessions

_HOURS = re.compile(r"\d{1,2}\s?h(?:\s?\d\d)?(?:\s?(?:à|et|-)\s?\d{1,2}\s?h(?:\s?\d\d)?)?")


def _kinds(sentence: str, title: str = "") -> list[Kind]:
    """The kind of each hour of a sentence, in order."""
    span = (0, len(sentence))
    return [
        read_kind(sentence, told.span(), span, fold_title(title), whole=told.group().count("h") > 1)
        for told in _HOURS.finditer(sentence)
    ]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("La réunion débute à 18h30 et se termine à 20h.", ["start", "end"]),
        ("Le maire ouvrira les débats à 18h30 et un verre sera servi à 20h.", ["start", "aside"]),
        ("Une navette part de la gare à 8h50 et revient à 17h10.", ["aside", "aside"]),
        ("Le peintre de la fresque passe à 8h40, nous commencerons donc à 9h45.", ["foreign", "start"]),
        ("Comme les enfants rentrent à 16h30, nous débutons à 13h45 et libérons tout le monde à 16h.",
         ["foreign", "start", "end"]),
        ("La mairie est ouverte de 8h à 12h.", ["foreign"]),
        ("La table ronde se terminera par un goûter à 16h30.", ["end"]),
        ("La journée sera suivie d'un buffet à 12h30.", ["aside"]),
        ("À 12h30, nous partagerons un repas.", ["aside"]),
        ("12h30 : repas tiré du sac", ["aside"]),
        ("Le public est invité à s'installer à partir de 18h.", ["arrival"]),
        ("Ouverture des portes : 18h30", ["arrival"]),
        ("Merci de ne pas téléphoner avant 9h25.", ["aside"]),
        ("Dès 9h, des mécaniciens contrôlent les freins.", ["bare"]),
        ("De 9h à 16h, repas pris en commun.", ["bare"]),
        ("Les équipes travaillent de 9h à 18h.", ["held"]),
        ("Mme Petit quitte la séance à 15h30.", ["aside"]),
        ("Deux juristes leur ont répondu jusqu'à 16h.", ["end"]),
    ],
)  # fmt: skip
def test_an_hour_is_of_what_its_clause_is_about(sentence: str, kinds: list[Kind]) -> None:
    assert _kinds(sentence) == kinds


def test_what_a_page_is_called_after_has_the_hours_of_the_meeting() -> None:
    assert _kinds("Le repas est servi de 12h à 15h.") == ["aside"]
    assert _kinds("Le repas est servi de 12h à 15h.", title="Repas de quartier") == ["held"]
    assert _kinds("Le hackathon dure de 9h à 18h.", title="Hackathon des quartiers") == ["held"]


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("le 4 mars 2025 à 6 heures du soir", ("18:00", None)),
        ("le 4 mars 2025 à 2 heures de l'après-midi", ("14:00", None)),
        ("le 4 mars 2025 à 14h et demie", ("14:30", None)),
        ("le 4 mars 2025 à 9 heures trente", ("09:30", None)),
        ("le 4 mars 2025 de 8 h ½ à 12 h", ("08:30", "12:00")),
        ("le 4 mars 2025 entre 14 et 16 heures", ("14:00", "16:00")),
        ("le 4 mars 2025 à 8h45 pour 9h", ("09:00", None)),
        ("le 4 mars 2025 (accueil 8h45) de 9h à 12h30", ("09:00", "12:30")),
        ("le 4 mars 2025, merci d'appeler le secrétariat entre 9h et 12h", (None, None)),
        ("le 4 mars 2025 (salle disponible de 8h à 18h)", (None, None)),
        ("le 4 mars 2025 : goûter des aidants, 15h-17h", ("15:00", "17:00")),
    ],
)
def test_hours_beside_a_day_as_people_write_them(words: str, hours: tuple[str | None, str | None]) -> None:
    (date,) = read_dates(words).dates
    assert (date.starts_at, date.ends_at) == hours


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Installation à partir de 18h. Le maire ouvrira les débats à 18h30 et un verre sera servi à 20h.", "18:30-"),
        ("Le matin est consacré aux ateliers (9h45-12h15), la plénière occupe l'après-midi et s'interrompt à 16h15.",
         "09:45-16:15"),
        ("Ouverture officielle par le préfet à 9h30. Point presse à 11h45. Les assises se refermeront à 17h.",
         "09:30-17:00"),
        ("Lever de rideau à 20h. Billetterie à partir de 19h15.", "20:00-"),
    ],
)  # fmt: skip
def test_when_it_begins_and_ends_is_told_by_what_it_does(told: str, expected: str) -> None:
    reading = read_page("Assises de la ville", f"<p>Mardi 14 octobre 2025 à Lens, salle Mandela.</p><p>{told}</p>")
    assert tell_sessions(reading) == [f"2025-10-14 {expected} Lens"]


@pytest.mark.parametrize(
    "aside",
    [
        "La piscine voisine est accessible de 12h05 à 13h25.",
        "Les places de stationnement sont payantes de 9h à 19h.",
        "Laissez un message, nous rappelons entre 11h05 et 11h50.",
        "L'adresse électronique est relevée chaque jour à 17h35.",
        "Le gardien fait sa ronde à 21h15.",
    ],
)
def test_hours_of_something_else_are_not_those_of_a_meeting_without_any(aside: str) -> None:
    reading = read_page("Réunion du réseau", f"<p>Mardi 14 octobre 2025 à Lens, salle Mandela.</p><p>{aside}</p>")
    assert tell_sessions(reading) == ["2025-10-14 - Lens"]
