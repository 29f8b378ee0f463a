"""One day in several towns, listed below it."""

from __future__ import annotations

from tests.extract.documents import read_page, read_text, tell_sessions

LIST = """
- un atelier à Cambrai, à la Maison Falleur, 39 rue Saint-Georges, animé par Aline Lefranc ;
- un atelier à Creil, à la Faïencerie, allée Nelson, animé par Hakim Ferhat."""


def test_a_list_of_places_below_its_day() -> None:
    text = f"""Deux ateliers pour préparer les conventions

Le même jour, mardi 9 avril 2019, de 9h30 à 12h30, nous tiendrons :
{LIST}

Les contenus sont identiques."""
    assert tell_sessions(read_text(text)) == ["2019-04-09 09:30-12:30 Cambrai", "2019-04-09 09:30-12:30 Creil"]


def test_paragraphs_of_a_page_below_its_day() -> None:
    body = """<p>Le 14 mai 2024, à 18h, les conseils citoyens se réunissent dans trois villes :</p>
<p>à Lens, salle Jaurès ;</p><p>à Béthune, maison Foch ;</p><p>à Avion, espace Aragon.</p>"""
    assert tell_sessions(read_page("Trois réunions le même soir", body)) == [
        "2024-05-14 18:00- Lens",
        "2024-05-14 18:00- Béthune",
        "2024-05-14 18:00- Avion",
    ]


def test_stops_on_the_way_are_no_sittings() -> None:
    text = """Séminaire des médiateurs

Le séminaire a lieu le mardi 9 avril 2019, de 9h30 à 12h30, à Amiens. Des navettes partiront le 9 avril à 7h30 de :

- Cambrai, gare
- Creil, gare"""
    assert tell_sessions(read_text(text)) == ["2019-04-09 09:30-12:30 Amiens"]


def test_a_full_address_goes_before_the_town_that_heads_its_sitting() -> None:
    text = """Cycle d'initiation en deux matinées

Matinée 1 - Béthune
11 avril 2019, 9h30 - 12h30
Chambre de commerce, place Foch

Matinée 2 - Compiègne
16 mai 2019, 9h30 - 12h30
Le Tigre, 2 rue Mermoz, Margny-lès-Compiègne"""
    assert tell_sessions(read_text(text)) == [
        "2019-04-11 09:30-12:30 Béthune",
        "2019-05-16 09:30-12:30 Margny-lès-Compiègne",
    ]
