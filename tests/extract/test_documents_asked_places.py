"""Places under a question, houses whose town stands elsewhere, hours in words before a place."""

from __future__ import annotations

import pytest

from extract.formats.labels import is_known_label
from extract.places.gazetteer.mentions import VENUE_LABEL
from tests.extract.documents import places_of, read_brochure, read_page, read_text, tell_sessions


@pytest.mark.parametrize(
    "question",
    ["ou", "ou sommes-nous", "ou ca se passe", "c'est ou", "ou se retrouve-t-on", "ou aura lieu la rencontre",
     "on se retrouve ou", "ou nous trouver", "on part d'ou", "ou se tiendra la journee", "a quel endroit"],
)  # fmt: skip
def test_questions_that_ask_where(question: str) -> None:
    assert VENUE_LABEL.fullmatch(question)


@pytest.mark.parametrize(
    "question", ["ou dormir", "ou se garer", "ou en sommes-nous", "ou s'inscrire", "ou trouver des"]
)
def test_questions_that_ask_for_something_else(question: str) -> None:
    assert not VENUE_LABEL.fullmatch(question) and not is_known_label(question, bare=True)


def test_the_town_above_its_house_under_a_question() -> None:
    text = """# Les rencontres de la participation
Jeudi 8 octobre 2015
13h30 Accueil
14h00 Ateliers, fin à 17h00
## On se retrouve où ?
Abbeville
Espace Saint-André
Rue du Moulin
## Comment s'inscrire ?
Auprès de Paul Lebas, Amiens"""
    assert tell_sessions(read_brochure(text)) == ["2015-10-08 14:00-17:00 Abbeville"]


def test_an_hour_in_words_before_a_house() -> None:
    text = """Madame, Monsieur,

Le groupe sera installé le mercredi 9 novembre 2022, à dix-sept heures trente, à l'hôtel de ville de Guise.
Il se réunira ensuite à Laon, à la préfecture, le 7 décembre 2022, à 10h."""
    assert tell_sessions(read_text(text)) == ["2022-11-09 17:30- Guise", "2022-12-07 10:00- Laon"]


def test_the_address_of_a_site_is_where_somebody_works() -> None:
    body = """<p>Un programme de travaux est prévu sur vos trois bâtiments à Ronchin.</p>
<p>Une réunion de restitution aura lieu le jeudi 27 février 2025 à 18h15, au foyer Croizat, rue Louis-Braille.</p>
</main><footer>Plaine Habitat, agence de Lille-Sud, 210 rue de Marquillies, 59000 Lille</footer>"""
    reading = read_page("Champ du Cerf : votre avis sur les travaux", body)
    assert places_of(reading)[-1] == ("foyer Croizat", "rue Louis-Braille", "Ronchin")


def test_a_heading_is_no_end_of_an_address() -> None:
    body = """<h3>Lens</h3><p>Un petit déjeuner aura lieu mardi 18 novembre 2025 à 8h30, au Centre, 84 rue Bert.</p>
<h3>Hem</h3><p>Le conseil citoyen fête ses dix ans à la salle Franklin, samedi 22 novembre 2025, de 15h à 20h.</p>"""
    assert tell_sessions(read_page("Le réseau en bref", body)) == [
        "2025-11-18 08:30- Lens",
        "2025-11-22 15:00-20:00 Hem",
    ]


def test_what_somebody_does_with_his_own_things() -> None:
    text = """Les balades du réseau

Après les balades de Roubaix (2024) et de Compiègne (2025), nous poserons cette fois nos valises à Avion.

Le mardi 28 avril 2026, entre 13h30 et 17h."""
    assert tell_sessions(read_text(text)) == ["2026-04-28 13:30-17:00 Avion"]


def test_a_screen_heads_its_part_as_towns_do() -> None:
    body = """<h3>Lens</h3><p>Petit déjeuner mardi 18 novembre 2025 à 8h30, salle Foch.</p>
<h3>Hem</h3><p>Le conseil citoyen fête ses dix ans samedi 22 novembre 2025, de 15h à 20h.</p>
<h3>En ligne</h3><p>L'Agence présente le baromètre le mardi 2 décembre 2025 de 11h à 12h.</p>"""
    assert tell_sessions(read_page("Le réseau en bref", body))[-1] == "2025-12-02 11:00-12:00 ? online"
