"""The address of who sends a paper is no place where people meet, when the page names that place."""

from __future__ import annotations

import pytest

from tests.extract.documents import places_of, read_brochure


@pytest.mark.parametrize(
    "tail",
    [
        "ORIV - 2e étage - 12 rue de Metz - 59500 Douai",
        "Direction de la cohésion sociale - 12 rue de Metz - 59500 Douai",
        "## Renseignements\nLigue de l'enseignement\n12 rue de Metz\n59500 Douai\nLa ligue est ouverte à tous.\nMerci.",
    ],
)
def test_an_address_at_the_end_of_a_paper(tail: str) -> None:
    text = f"# À vos agendas !\n## Forum des conseils citoyens\nMercredi 8 juin 2022\nAbbeville\nEntrée libre\n{tail}"
    assert places_of(read_brochure(text, "flyer")) == [(None, None, "Abbeville")]


def test_the_only_address_of_a_paper_is_its_place() -> None:
    text = (
        "# Forum des conseils citoyens\nMercredi 8 juin 2022\nEntrée libre\nSalle Vauban - 12 rue de Metz - 59500 Douai"
    )
    assert places_of(read_brochure(text, "flyer")) == [("Salle Vauban", "12 rue de Metz", "Douai")]
