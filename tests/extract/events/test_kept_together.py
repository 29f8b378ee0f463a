"""Sittings whose lines say that they go with another."""

from __future__ import annotations

from extract.document import Block
from extract.events.page.event_nouns import EventNoun
from extract.events.page.kept_together import go_with_one
from extract.events.page.titled_columns import SittingName
from tests.extract.documents import read_text


def test_a_name_whose_kind_other_words_tell_goes_with_none() -> None:
    block = Block(kind="paragraph", start=0, end=10)
    name = SittingName("ce que dit le droit", block, EventNoun("journée", 0, 0))
    assert not go_with_one(None, [name, None])  # type: ignore[arg-type]  # no words of the page are asked for


def test_a_visit_that_completes_a_meeting_is_of_one_event_with_it() -> None:
    text = (
        "Santé des jeunes\n\nForum : mardi 4 mars 2025, 9h-12h, salle Foch à Lens\n"
        "Visite : jeudi 6 mars 2025, 14h-16h, centre de santé de Lens, elle complète le forum"
    )
    assert len(read_text(text).events) == 1
