"""The day in the head of a page: when it was put up where sittings are told below, else that of the meeting."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text, tell_sessions

STAMPED: list[tuple[str, str, list[str]]] = [
    (
        "a rubric before the day, one meeting below",
        "<p>Citoyenneté | mardi 3 septembre 2024</p><p>Vous avez une idée pour votre quartier ? Parlons-en.</p>"
        "<p>Réunion de lancement le jeudi 19 septembre à 18h, salle Jaurès à Lens.</p>",
        ["2024-09-19 18:00- Lens"],
    ),
    (
        "the minute of the writing",
        "<p>lundi 11 mars 2024 - 09:42 | Odile</p><p>Il reste six parcelles et nous cherchons des mains pour l'été.</p>"
        "<p>Rendez-vous le samedi 6 avril 2024 de 10h à 12h au jardin, rue Pasteur à Lens.</p>",
        ["2024-04-06 10:00-12:00 Lens"],
    ),
    (
        "a badge above the day",
        "<div>À LA UNE</div><div>Vendredi 9 février 2024</div><p>À cause du vent, le défilé de dimanche change de jour."
        "</p><p>Il aura lieu le dimanche 18 février 2024 à 15h, place du Cantin à Lens.</p>",
        ["2024-02-18 15:00- Lens"],
    ),
    (
        "a piece of news that says so, and sittings on both sides of it",
        "<p>Info du vendredi 14 février 2025</p><p>Un cycle pour comprendre ce qui se construit dans nos quartiers.</p>"
        "<ul><li>Séance 2, mardi 18 mars 2025, 18h, Lens</li><li>Séance 3, mardi 15 avril 2025, 18h, Liévin</li>"
        "<li>Séance 1, mardi 14 janvier 2025, 18h, Avion</li></ul>",
        ["2025-01-14 18:00- Avion", "2025-03-18 18:00- Lens", "2025-04-15 18:00- Liévin"],
    ),
]
ANNOUNCED: list[tuple[str, str, list[str]]] = [
    (
        "hours told apart are those of the day in the head",
        "<p>Mardi 12 mars 2024</p><p>Une journée pour échanger sur les pratiques dans les quartiers, de 9h à 17h à la "
        "salle Richart de Lens.</p><p>Une deuxième rencontre suivra le jeudi 6 juin 2024 à 14h à Liévin.</p>",
        ["2024-03-12 09:00-17:00 Lens", "2024-06-06 14:00- Liévin"],
    ),
    (
        "the next one is no other meeting's news",
        "<p>Mardi 12 mars 2024</p><p>Une trentaine de techniciens ont participé à la visite organisée par la "
        "Ville de Lens.</p><p>Prochaine visite à Lens : le 31 mai 2024 à 9h30.</p>",
        ["2024-03-12 - Lens", "2024-05-31 09:30- Lens"],
    ),
    (
        "one line of a list of days",
        "<p>Mardi 12 mars 2024</p><p>Jeudi 14 mars 2024</p><p>De 9h à 17h à Lens.</p>",
        ["2024-03-12 09:00-17:00 Lens", "2024-03-14 09:00-17:00 Lens"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), [page[1:] for page in STAMPED], ids=[page[0] for page in STAMPED])
def test_the_day_in_the_head_is_that_of_the_page(body: str, expected: list[str]) -> None:
    reading = read_page("Le quartier bouge", body)
    assert tell_sessions(reading) == expected
    assert reading.page.published_on is not None


@pytest.mark.parametrize(("body", "expected"), [page[1:] for page in ANNOUNCED], ids=[page[0] for page in ANNOUNCED])
def test_the_day_in_the_head_is_that_of_the_meeting(body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page("Rencontre des médiateurs", body)) == expected


def test_a_letter_dates_what_its_foot_cannot() -> None:
    reading = read_text(
        "Association des parents\n\nÀ Creil, le 14 septembre 2018\n\nMesdames, Messieurs,\n\n"
        "Je vous convie à la journée d'étude qui se tiendra à Clermont le vendredi 16 novembre prochain, de 9h à 16h30."
        "\n\nLa présidente\n\nAssociation créée le 7 octobre 1998\n"
    )
    assert tell_sessions(reading) == ["2018-11-16 09:00-16:30 Clermont"]


def test_what_is_told_of_those_who_apply_or_only_thought_of_is_no_sitting() -> None:
    reading = read_page(
        "Le certificat de médiation",
        "<p>Réunion d'information : jeudi 11 avril 2024 à 17h30, à Lille.</p><ul>"
        "<li>Réponse aux candidats : 28 juin 2024</li><li>Résultats de la sélection : 3 juillet 2024</li></ul>"
        "<p>Une seconde session est envisagée à l'automne, à Laon ou à Creil.</p>",
    )
    assert tell_sessions(reading) == ["2024-04-11 17:30- Lille"]


def test_the_number_of_an_issue_stands_behind_its_name() -> None:
    reading = read_text(
        "La lettre du réseau des quartiers - numéro 42 - 3 avril 2026\n\nAgenda\n\n"
        "Mardi 14 avril, 9h30-12h, Lens : petit déjeuner\nJeudi 7 mai, 14h-17h, Avion : atelier\n"
    )
    assert reading.page.published_on is not None
    assert tell_sessions(reading) == ["2026-04-14 09:30-12:00 Lens", "2026-05-07 14:00-17:00 Avion"]


@pytest.mark.parametrize(
    ("stamp", "role"),
    [
        ("Création : 23 mai 2023", "publication"),
        ("Écrit le 23 mai 2023", "publication"),
        ("Date de parution : 23/05/2023", "publication"),
        ("Actualisation : 23 mai 2023", "modification"),
        ("Révisé le 23 mai 2023", "modification"),
        ("Compte rendu diffusé le 23 mai 2023", "publication"),
        ("Fiche établie par le réseau le 23 mai 2023", "publication"),
        ("Diffusion : 23 mai 2023 à 20h, cinéma Le Sévigné, Avion", "event"),
    ],
)
def test_what_a_page_or_paper_says_of_itself_in_other_words(stamp: str, role: str) -> None:
    reading = read_text(
        f"Assemblée générale\n\n{stamp}\n\nL'assemblée se tient le vendredi 16 juin 2023 à 17h30 à Avion."
    )
    assert [date.role for date in reading.dates] == [role, "event"]


@pytest.mark.parametrize(
    "line",
    [
        "Compte rendu de l'échange de pratiques – Laon, 12 juin 2025",
        "Relevé de décisions du comité des usagers, Laon, jeudi 12 juin 2025",
        "Procès-verbal de l'assemblée, Laon, 12 juin 2025",
    ],
)
def test_the_head_of_minutes_ends_with_the_day_of_the_meeting(line: str) -> None:
    reading = read_text(
        f"LES RENDEZ-VOUS DES MÉDIATEURS\n\n{line}\n\nQuatorze médiateurs ont parlé de leurs situations.\n\n"
        "Prochain échange : jeudi 18 septembre, de 9h30 à 12h, à Soissons."
    )
    assert tell_sessions(reading) == ["2025-06-12 - Laon", "2025-09-18 09:30-12:00 Soissons"]
