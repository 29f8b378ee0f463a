"""Formations held once for each group: what is said of a group is said of its days, wherever they stand."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_text, tell_sessions

GROUPS = (
    "Groupe 1 (agents des CCAS) : lundi 20 et mardi 21 janvier 2025\n"
    "Groupe 2 (associations) : lundi 3 et mardi 4 février 2025\n"
    "Groupe 3 (bailleurs) : jeudi 20 et vendredi 21 mars 2025\n"
)


@pytest.mark.parametrize(
    "said",
    [
        "Les groupes 1 et 2 seront reçus à la mairie de Calais. Le groupe 3 se réunira à Guînes.",
        "Lieux : Calais, salle Mollien pour les groupes 1 et 2 ; Guînes, salle des fêtes pour le groupe 3.",
    ],
)
def test_a_place_of_groups_is_that_of_their_days(said: str) -> None:
    told = tell_sessions(read_text(f"Formation « aller vers »\n{GROUPS}{said}\nDe 9h à 16h\n"))
    assert [line.partition(" 09:00-16:00 ")[2] for line in told] == ["Calais"] * 4 + ["Guînes"] * 2


def test_promotions_with_letters_take_turns_in_the_calendar() -> None:
    text = (
        "Formation des médiateurs\n\n"
        "Promotion A (communes) : 6 mars, 3 avril et 15 mai 2024\n"
        "Promotion B (associations) : 20 mars, 17 avril et 29 mai 2024\n\n"
        "La promotion A est accueillie à l'hôtel de ville d'Hénin-Beaumont ; la promotion B à l'espace Mitterrand de "
        "Lens.\nDe 9h à 12h.\n"
    )
    assert tell_sessions(read_text(text)) == [
        f"{day} 09:00-12:00 {town}"
        for day, town in (
            ("2024-03-06", "Hénin-Beaumont"),
            ("2024-03-20", "Lens"),
            ("2024-04-03", "Hénin-Beaumont"),
            ("2024-04-17", "Lens"),
            ("2024-05-15", "Hénin-Beaumont"),
            ("2024-05-29", "Lens"),
        )
    ]


def test_a_house_of_a_quarter_is_in_the_town_that_it_names() -> None:
    text = "Rencontre des parents, mardi 3 juin 2025 à 18h, à la Maison de quartier du Portel, rue Carnot.\n"
    assert tell_sessions(read_text(text)) == ["2025-06-03 18:00- Le Portel"]


def test_hours_that_a_colon_leads_from_are_of_all_days_of_their_sentence() -> None:
    text = "Trois matinées, de 9h à 12h : 5 et 12 octobre à Hazebrouck, 19 octobre 2023 à Bailleul, salle Foch.\n"
    assert tell_sessions(read_text(f"Formation des agents\n{text}")) == [
        "2023-10-05 09:00-12:00 Hazebrouck",
        "2023-10-12 09:00-12:00 Hazebrouck",
        "2023-10-19 09:00-12:00 Bailleul",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Après le groupe de Soissons, qui a terminé le 12 mai par une visite, dix bénévoles commenceront",
        "Le groupe de Soissons, qui s'est séparé le 12 mai, passe le relais : dix bénévoles feront leur rentrée",
    ],
)
def test_what_a_relative_clause_tells_in_the_past_is_over(sentence: str) -> None:
    text = f"Une nouvelle session pour les bénévoles\n{sentence} le mardi 6 juin 2023 à Laon, salle Europe, à 14h.\n"
    assert tell_sessions(read_text(text)) == ["2023-06-06 14:00- Laon"]
