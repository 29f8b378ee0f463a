"""Towns that a sitting is held in although no words lead to a place: they are venues of the page all the same."""

from __future__ import annotations

import pytest

from extract.read import read_document
from warehouse.reference import load_knowledge

KNOWLEDGE = load_knowledge()


@pytest.mark.parametrize(
    ("body", "city"),
    [
        (
            "<p>Jeudi 4 mai 2023, le vieux hangar de Somain avait troqué ses machines contre des stands d'emploi.</p>",
            "Somain",
        ),
        ("<p>- mardi 22 mars 2022, de 14h à 17h, à la ruche d'entreprises d'Aniche</p>", "Aniche"),
    ],
)
def test_the_town_of_a_sitting_is_a_venue_of_its_page(body: str, city: str) -> None:
    title = "Forum de l'emploi"
    html = f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1>{body}</main></body></html>"
    reading = read_document(html.encode(), "https://exemple.example/forum", "text/html", KNOWLEDGE)
    assert {session.venue.city for event in reading.events for session in event.sessions if session.venue} == {city}
    assert [venue.city for venue in reading.venues] == [city]
