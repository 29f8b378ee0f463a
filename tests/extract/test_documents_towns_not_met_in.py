"""Towns that are told of something else: of a speaker, of a stretch, of the next meeting, of those who came not."""

from __future__ import annotations

import pytest

from extract.places.elsewhere.speakers import names_speaker
from tests.extract.documents import read_brochure, read_text, tell_sessions


@pytest.mark.parametrize("words", ["9h45 Pourquoi créer ici ? Nordine Belkacem", "« Habiter » Ilyes Aït Saïd"])
def test_a_name_behind_a_question_or_a_title_speaks(words: str) -> None:
    assert names_speaker(words)


def test_the_town_of_a_speaker_on_the_next_line() -> None:
    text = """# Entreprendre au quartier
Rencontre régionale, 21 mars 2019
## Au fil de la journée
9h15 Café
9h45 Pourquoi créer ici ? Nordine Belkacem,
Hem
16h30 Au revoir
## Infos pratiques
Louvre-Lens Vallée
84 rue Paul Bert
62300 Lens"""
    found = tell_sessions(read_brochure(text))
    assert len(found) == 1 and found[0].endswith("Lens")


def test_a_stretch_between_two_towns_is_no_place() -> None:
    text = """Que disent les familles ?

La Caf a posé la question aux parents, d'Étaples à Oignies, et a livré leurs réponses le 2 décembre 2020, au cours
d'un webinaire suivi par 94 personnes entre 14h et 15h30."""
    assert tell_sessions(read_text(text)) == ["2020-12-02 14:00-15:30 ? online"]


def test_what_is_seen_there_and_what_comes_next() -> None:
    text = """Visite apprenante
Jeudi 24 septembre 2015

Une trentaine de techniciens des villes de Calais et Lens ont découvert les projets menés à Denain, au Faubourg.

La prochaine visite, prévue au printemps, portera sur la Basse-Ville de Dunkerque."""
    assert tell_sessions(read_text(text)) == ["2015-09-24 - Denain"]


def test_minutes_are_of_the_town_that_heads_them() -> None:
    text = """Compte rendu du comité de pilotage
Programme de réussite éducative de Denain
Séance du 14 décembre 2021

Étaient présents : la sous-préfète de Valenciennes, le maire, la Caf du Nord. Excusée : la ville de Raismes.

La séance est ouverte à 9 h 30 en salle du conseil de l'hôtel de ville.

Le comité valide une journée portes ouvertes, le 2 février 2022, au Phare, 25 rue Haute, de 10 h à 17 h.

La séance est levée à 11 h 20."""
    assert [line.split()[0::2][:2] for line in tell_sessions(read_text(text))] == [
        ["2021-12-14", "Denain"],
        ["2022-02-02", "Denain"],
    ]


def test_a_meeting_put_off_would_have_been_where_it_is_held() -> None:
    text = """La rencontre « Entreprendre » change de date

La rencontre prévue le jeudi 12 décembre 2019 est reportée.
Elle se tiendra finalement le jeudi 23 janvier 2020, de 9h30 à 12h30, au Bio-incubateur, 70 rue Yersin, 59120 Loos.

La Maison de l'emploi de Roubaix a confirmé sa participation."""
    assert [line.partition(" ")[0] for line in tell_sessions(read_text(text)) if "Loos" in line] == [
        "2019-12-12",
        "2020-01-23",
    ]
