"""Days on which something becomes of a paper, a link or works, beside days on which people meet."""

from __future__ import annotations

import pytest

from extract.dates import read_dates


def tell_roles(text: str) -> list[str]:
    return [date.role for date in read_dates(text).dates]


@pytest.mark.parametrize(
    "lead",
    [
        "La convocation part",
        "Les invitations seront expédiées",
        "Le lien vous parviendra",
        "Un code vous sera donné par courriel",
        "Vous recevrez le programme",
        "Nous vous enverrons les supports",
        "Le reportage passera à la télévision",
        "Attestation délivrée",
        "Les résultats tomberont",
        "Le chantier sera livré",
        "Les subventions seront versées",
        "Le tirage au sort a été effectué",
        "La nouvelle directrice prendra ses fonctions",
        "Le prélèvement interviendra",
        "Transmis aux partenaires",
        "Date de rédaction :",
    ],
)
def test_what_becomes_of_things(lead: str) -> None:
    assert tell_roles(f"{lead} le 3 mars 2025") == ["other"]


@pytest.mark.parametrize("text", ["Par lettre en date du 3 mars 2025", "Votre courriel du 3 mars 2025 a été lu"])
def test_days_of_letters(text: str) -> None:
    assert tell_roles(text) == ["other"]


@pytest.mark.parametrize("text", ["Actualité du 3 mars 2025", "Bulletin n° 12 – 3 mars 2025"])
def test_days_of_issues(text: str) -> None:
    assert tell_roles(text) == ["publication"]


@pytest.mark.parametrize(
    "text",
    [
        "La collecte de jouets prend fin le 3 mars 2025 à 18h",
        "La consultation en ligne se termine le 3 mars 2025 à 18h",
        "Le logiciel sera en maintenance le 3 mars 2025 de 9h à 17h",
    ],
)
def test_what_ends_or_is_out_of_order_at_an_hour(text: str) -> None:
    assert "event" not in tell_roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le bilan sera présenté aux habitants le 3 mars 2025",
        "Le programme de la journée du 3 mars 2025",
        "Les attestations seront remises lors de la réunion du 3 mars 2025",
        "Le film sera projeté le 3 mars 2025",
        "Le bureau se réunira le 3 mars 2025",
        "Le support sera remis le 3 mars 2025 à 14h",
        "La journée se termine le 3 mars 2025 à 18h",
        "La sociologue interviendra le 3 mars 2025",
    ],
)
def test_days_on_which_people_come_together(text: str) -> None:
    assert tell_roles(text) == ["event"]
