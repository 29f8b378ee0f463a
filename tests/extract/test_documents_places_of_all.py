"""Where all sittings are, said once above or below their entries, and who writes at the foot of the page."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

DAYS = ("12 mars 2024", "9 avril 2024", "14 mai 2024")
FOOT = "<p>Association Quartiers ouverts – 5 rue Neuve – 62000 Arras</p>"
ENTRIES = "".join(
    f"<h3>Séance {number}</h3><p>{day}, 9h-12h</p><p>Avec Claire Morel</p>" for number, day in enumerate(DAYS, 1)
)
TOLD = ["2024-03-12 09:00-12:00 Lens", "2024-04-09 09:00-12:00 Lens", "2024-05-14 09:00-12:00 Lens"]


@pytest.mark.parametrize(
    "line",
    [
        "Toutes les séances ont lieu à Lens, salle Foch.",
        "Chaque séance se tient à la médiathèque Aragon, 3 rue Pasteur, 62300 Lens.",
        "Lieu unique : salle Foch, 3 rue Pasteur, 62300 Lens",
        "L'ensemble du cycle se déroule à la MJC de Lens.",
    ],
)
def test_a_place_said_of_all_sittings_is_that_of_each(line: str) -> None:
    title = "Cycle « Habiter la ville »"
    assert tell_sessions(read_page(title, f"<p>{line}</p>{ENTRIES}{FOOT}")) == TOLD
    assert tell_sessions(read_page(title, f"{ENTRIES}<p>{line}</p>{FOOT}")) == TOLD
