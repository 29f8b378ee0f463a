"""Words that look like a state or a report and are none: `se déplacer` moves no day, `le retour` is no report."""

from __future__ import annotations

from tests.extract.documents import read_brochure


def test_a_subject_that_tells_of_moving_moves_no_day() -> None:
    reading = read_brochure("# Les jeudis de l'écologie\n## Se déplacer\nJeudi 5 mai 2022, 18h, Creil, salle Voltaire")
    assert [s.status for e in reading.events for s in e.sessions] == ["announced"]


def test_a_title_about_a_return_is_no_report() -> None:
    text = "# Colloque « Les bassins miniers : le retour ? »\nJeudi 5 mai 2022, 9h, Lens, Louvre-Lens"
    assert read_brochure(text).page.kind == "announcement"


def test_a_house_called_after_feasts_is_no_feast() -> None:
    text = "# Parcours « Agir »\nJeudi 5 mai 2022, 9h, Hirson, salle des fêtes"
    assert [event.event_type for event in read_brochure(text).events] != ["fête"]
    assert [event.event_type for event in read_brochure(text.replace("Parcours", "Fête")).events] == ["fête"]


def test_a_bracket_behind_a_day_tells_the_state_of_that_day_alone() -> None:
    reading = read_brochure("# Formation\nLille, 9h-17h : 4 mars 2025 (complet), 11 mars 2025, 18 mars 2025")
    assert [s.status for e in reading.events for s in e.sessions] == ["full", "announced", "announced"]
