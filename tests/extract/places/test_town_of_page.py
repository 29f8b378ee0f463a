"""A place without a town takes the one that the page tells elsewhere, and says by which rule; two towns give none."""

from __future__ import annotations

import pytest

from extract.places import find_venues
from tests.extract.places.pages import KNOWLEDGE, Line, page

ROOM = "La réunion se tiendra le 4 décembre à 18h30, salle du Moulin."
TOLD: list[tuple[tuple[Line, ...], str, str]] = [
    ((("furniture", "Ville de Grande-Synthe"), ROOM), "Grande-Synthe", "town_of_site"),
    ((ROOM, "La Ville de Denain vous invite à débattre."), "Denain", "town_of_host"),
    ((ROOM, ("field", "Ville de Denain", "Organisateur")), "Denain", "town_of_host"),
    ((ROOM, "Un rendez-vous organisé par la commune d'Anzin."), "Anzin", "town_of_host"),
    (
        (ROOM, ("furniture", "Salle du Moulin, 3 rue Basse, 59760 Grande-Synthe")),
        "Grande-Synthe",
        "town_beside_its_name",
    ),
    ((ROOM, ("furniture", "Centre social – Calais Nord")), "Calais", "town_of_site"),
    ((ROOM, "Le quartier Moulin de Cambrai change de visage."), "Cambrai", "only_town_of_page"),
    # The host of the page goes before a town that is only named.
    ((ROOM, "La Ville de Denain vous invite.", "Un film sur Roubaix sera projeté."), "Denain", "town_of_host"),
]
UNTOLD: list[tuple[Line, ...]] = [
    (ROOM,),
    (ROOM, "Après Cambrai et Douai, le réseau avance."),
    (ROOM, "Témoignage de Claire Morel, cheffe de projet à Cambrai."),
    (ROOM, "La Ville de Denain vous invite, la Ville d'Anzin vous accueille."),
]


@pytest.mark.parametrize(("lines", "town", "rule"), TOLD)
def test_town_told_elsewhere(lines: tuple[Line, ...], town: str, rule: str) -> None:
    found = [venue for venue in find_venues(page(*lines), KNOWLEDGE) if venue.name == "salle du Moulin"]
    assert [(venue.city, venue.rule.partition("; ")[2]) for venue in found] == [(town, rule)]
    assert found[0].certainty < 0.8


@pytest.mark.parametrize("lines", UNTOLD)
def test_no_town_where_none_or_two_are_told(lines: tuple[Line, ...]) -> None:
    assert [v.city for v in find_venues(page(*lines), KNOWLEDGE) if v.name == "salle du Moulin"] == [None]
