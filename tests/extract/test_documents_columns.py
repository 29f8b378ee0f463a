"""Columns of tables and of print: groups over their days, statements below one another, days in large figures."""

from __future__ import annotations

from tests.extract.documents import places_of, read_brochure, tell_sessions


def test_groups_over_days_with_their_house_and_hours_below() -> None:
    text = """# Formation des aidants familiaux
| | Groupe de Creil | Groupe de Noyon |
| Rencontre 1 | mardi 7 mars 2023 | mardi 14 mars 2023 |
| Rencontre 2 | mardi 4 avril 2023 | mardi 11 avril 2023 |
| Lieu | Espace Buhl, place Saint-Médard | Le Chevalet, place Aristide-Briand |
| Heures | 9h30-12h | 14h-16h30 |"""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2023-03-07 09:30-12:00 Creil",
        "2023-03-14 14:00-16:30 Noyon",
        "2023-04-04 09:30-12:00 Creil",
        "2023-04-11 14:00-16:30 Noyon",
    ]


def test_two_days_side_by_side_with_their_programmes() -> None:
    text = """# Campus de l'innovation sociale
| Mardi 4 juin 2019 | Mercredi 5 juin 2019 |
| 9h30 Lancement | 9h00 Ateliers |
| 12h00 Repas | 11h00 Restitutions |
| 17h30 Fin de la journée | 12h30 Mot de la fin |
Halle Freyssinet, rue de la Gare, Calais"""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2019-06-04 09:30-17:30 Calais",
        "2019-06-05 09:00-12:30 Calais",
    ]


def test_places_below_counted_days_are_no_titles() -> None:
    text = """# Écouter et orienter : formation
## Dates et lieux (calendrier prévisionnel)
Session 1 : lundi 4 novembre 2019
Salle Wauquier, 3 rue du Parc, Armentières
Session 2 : lundi 2 décembre 2019
Espace Bayard, 8 place Thiers, Hazebrouck
## Horaires
9h-12h et 13h30-16h30"""
    reading = read_brochure(text)
    assert len(reading.events) == 1
    assert tell_sessions(reading) == [
        "2019-11-04 09:00-16:30 Armentières",
        "2019-12-02 09:00-16:30 Hazebrouck",
    ]


def test_the_day_of_a_poster_in_three_lines() -> None:
    text = """# BAL DE QUARTIER
14
juillet
2023
19h-23h
Place Jean-Jaurès
CREIL"""
    assert tell_sessions(read_brochure(text, "flyer")) == ["2023-07-14 19:00-23:00 Creil"]


def test_statements_of_a_narrow_column_stay_apart() -> None:
    text = """# Atelier couture solidaire
## En pratique
Tous les niveaux sont les bienvenus
Prêt de machines sur place
Matériel fourni par l'association
---col---
## Rendez-vous
Samedi 12 octobre 2024, 14h-17h
Centre social, 14 rue Anatole-de-Montaiglon
Goûter offert à toutes et à tous en fin d'après-midi
Vervins
Entrée libre"""
    reading = read_brochure(text, "two-columns")
    assert "14 rue Anatole-de-Montaiglon" in [street for _, street, _ in places_of(reading)]
