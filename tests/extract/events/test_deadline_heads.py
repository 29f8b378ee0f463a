"""Deadlines that are told by what heads their line: a heading, or the short line above."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text

MEETING = "Réunion du réseau le mardi 18 mars 2025 de 9h à 12h, salle Watteau à Valenciennes."


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("Réponse souhaitée", "Par courriel au secrétariat, pour le 7 mars 2025."),
        ("Sur inscription uniquement", "jusqu'au 7 mars 2025"),
        ("Réservation", "En ligne jusqu'au 7 mars 2025"),
        ("Clôture des inscriptions", "7 mars 2025"),
    ],
)
def test_a_limit_below_what_heads_it(head: str, line: str) -> None:
    for reading in (
        read_text(f"Invitation\n\n{MEETING}\n\n{head}\n{line}\n"),
        read_page("Invitation", f"<p>{MEETING}</p><h2>{head}</h2><p>{line}</p>"),
    ):
        assert [(str(d.first_day), d.role) for d in reading.dates] == [
            ("2025-03-18", "event"),
            ("2025-03-07", "registration_deadline"),
        ]


def test_what_lasts_is_no_limit_even_below_such_a_heading() -> None:
    body = f"<p>{MEETING}</p><h2>Inscriptions</h2><p>L'exposition est visible jusqu'au 30 mars 2025.</p>"
    assert [d.role for d in read_page("Invitation", body).dates] == ["event", "other"]


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("Candidater", "Du 15 janvier au 28 février 2025, auprès de votre service."),
        ("Comment s'inscrire ?", "Du mercredi 15 janvier au vendredi 28 février 2025"),
        ("Dépôt des dossiers", "Entre le 15 janvier et le 28 février 2025, en ligne"),
        ("Période d'inscription", "du 15 janvier au 28 février 2025"),
    ],
)
def test_the_time_to_sign_up_below_what_heads_it_or_behind_it(head: str, line: str) -> None:
    for between in ("\n", " : "):
        reading = read_text(f"Invitation\n\n{MEETING}\n\n{head.rstrip(' ?')}{between}{line}\n")
        roles = [(str(d.first_day), str(d.last_day), d.role) for d in reading.dates]
        assert roles[1:] == [("2025-01-15", "2025-02-28", "registration_deadline")]


@pytest.mark.parametrize("head", ["Inscription à la formation", "Réservation de l'atelier", "Dates"])
def test_days_of_a_meeting_below_such_a_head_are_its_own(head: str) -> None:
    assert [d.role for d in read_text(f"{head}\n\nDu 3 au 5 mars 2025 à Lens\n").dates] == ["event"]
