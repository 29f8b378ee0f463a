"""Letters in plain text: rubrics between drawn marks, items with their place on the line below."""

from __future__ import annotations

from tests.extract.documents import read_text, tell_sessions


def test_the_place_line_belongs_to_the_item_above() -> None:
    text = """LETTRE DES QUARTIERS n° 8 - mars 2022

*** NOS RENDEZ-VOUS ***

- 3 mars : atelier "budgets participatifs"
  Douai, hôtel de ville, 14h-17h

- 17 mars : visite de la ferme urbaine des Trois-Ormes
  Prévoir des bottes
  Roubaix, 12 rue du Collège, 10h-12h

- 24 mars : webinaire sur les impayés
  En ligne, 11h-12h

*** ET AILLEURS ***

Le Cerema invite à une journée d'étude le 30 mars à 9h30, à Arras, hôtel de région.

*** BREVES ***

Bienvenue à Clara, nouvelle chargée de mission depuis le 1er février."""
    reading = read_text(text)
    assert tell_sessions(reading) == [
        "2022-03-03 14:00-17:00 Douai",
        "2022-03-17 10:00-12:00 Roubaix",
        "2022-03-24 11:00-12:00 ? online",
        "2022-03-30 09:30- Arras",
    ]
    assert [event.title for event in reading.events][:2] == [
        'Atelier "budgets participatifs"',
        "Visite de la ferme urbaine des Trois-Ormes",
    ]


def test_a_place_below_a_long_item_is_a_line() -> None:
    text = """AGENDA DU CLUB HABITAT, octobre 2019

Voici nos rencontres de l'automne, ouvertes à tous les bailleurs et à leurs partenaires de la région.

* 10 octobre - Réunion plénière « Vivre avec les travaux » suivie
  d'un verre de l'amitié
  Beauvais, salle des fêtes, 9h30

* 14 octobre - Atelier « Mieux expliquer les charges locatives »
  Creil, La Faïencerie, 14h"""
    assert tell_sessions(read_text(text)) == ["2019-10-10 09:30- Beauvais", "2019-10-14 14:00- Creil"]


def test_paragraphs_of_one_line_beside_those_of_several() -> None:
    text = """Permanences numériques de l'hiver

Un conseiller vous aide à remplir vos dossiers.

Caudry, au centre social (3 rue de Ligny)
   mardi 4 et mardi 18 janvier 2022, 9h/12h

Aniche, en mairie
   jeudi 6 janvier 2022, 14h/17h

Solesmes, à la médiathèque
   vendredi 7 janvier 2022, 14h/17h"""
    assert tell_sessions(read_text(text)) == [
        "2022-01-04 09:00-12:00 Caudry",
        "2022-01-06 14:00-17:00 Aniche",
        "2022-01-07 14:00-17:00 Solesmes",
        "2022-01-18 09:00-12:00 Caudry",
    ]
