"""Fields that tell several places, each of some sittings, in the many ways in which secretaries write them."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_text, sessions_of

THREE = "Dates : 5, 6 et 26 novembre 2014"
TWICE_AND_ONCE = (
    "Lieux : jours 1 et 2 à Amiens (ESPE, 49 boulevard de Châteaudun), jour 3 à Creil (Maison de la ville)",
    "Lieux : Amiens (ESPE, 49 boulevard de Châteaudun) pour les jours 1 et 2, Creil (mairie) pour le jour 3",
    "Lieux : les 5 et 6 novembre à l'ESPE d'Amiens, 49 boulevard de Châteaudun ; le 26 novembre à la mairie de Creil",
    "Lieu : Amiens (ESPE) les deux premiers jours, puis Creil (Maison de la ville)",
    "Lieux : Amiens, ESPE, 49 boulevard de Châteaudun (5 et 6 novembre) et Creil, 34 place Saint-Médard (26 novembre)",
    "Lieux : ESPE, 49 boulevard de Châteaudun, Amiens / Maison de la ville, 34 place Saint-Médard, Creil",
)


@pytest.mark.parametrize("field", TWICE_AND_ONCE)
def test_each_sitting_is_at_the_place_of_its_part(field: str) -> None:
    told = sessions_of(read_text(f"Formation « Mener une enquête »\n{THREE}\n{field}\n"))
    assert [session[3] for session in told] == ["Amiens", "Amiens", "Creil"]


@pytest.mark.parametrize(
    ("dates", "field"),
    [
        ("14 janvier et 11 février 2020", "Lieux : Laon puis Soissons"),
        ("14 janvier et 11 février 2020", "Où ? Laon en janvier, Soissons en février"),
        ("mardi 14 et jeudi 16 janvier 2020", "Lieu : le mardi à Laon, MJC ; le jeudi à Soissons, Cité de la musique"),
        ("14 janvier et 11 février 2020", "Lieu : 1re journée, mairie de Laon ; 2e journée, mairie de Soissons"),
        ("14 janvier et 11 février 2020", "Lieu : Journée 1 : MJC, 3 rue Haute, Laon / Journée 2 : MJC, Soissons"),
    ],
)
def test_two_places_of_two_days(dates: str, field: str) -> None:
    told = sessions_of(read_text(f"Cycle « Santé »\nDates : {dates}\n{field}\n"))
    assert [session[3] for session in told] == ["Laon", "Soissons"]


def test_a_town_or_the_screen_is_a_choice_where_no_sitting_is_named() -> None:
    text = "Journée « Santé »\nDate : 14 janvier 2020\nLieu : Espace Foch, 2 rue Haute, Laon (2e étage) ; ou en visio\n"
    assert [session[3:] for session in sessions_of(read_text(text))] == [("Laon", "hybrid")]
