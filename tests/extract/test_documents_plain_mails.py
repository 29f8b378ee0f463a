"""Letters and notes in plain text: whose hours and towns stand in their columns, marks and sentences.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_text, tell_sessions

TEXTS: list[tuple[str, str, list[str]]] = [
    (
        "rows laid out by blanks",
        """FÉDÉRATION DES FOYERS RURAUX DE L'OISE

Bonjour à tous,

Nos réunions de secteur sur les subventions auront lieu comme suit :

  12/03/2019   18h00 - 20h00   SONGEONS          salle des associations
  19/03/2019   18h00 - 20h00   MAIGNELAY-MONTIGNY   foyer rural, rue Haute

Merci de prévenir Josiane de votre venue avant le 5 mars.
""",
        ["2019-03-12 18:00-20:00 Songeons", "2019-03-19 18:00-20:00 Maignelay-Montigny"],
    ),
    (
        "rows laid out by tabs",
        """Calendrier des ateliers mémoire de l'automne

Inscription à l'accueil de la maison des aînés.

Date\tHeure\tVille\tSalle
3 octobre 2022\t14h-16h\tAvion\tespace La Fontaine
10 octobre 2022\t14h-16h\tMéricourt\tmédiathèque La Gare
""",
        ["2022-10-03 14:00-16:00 Avion", "2022-10-10 14:00-16:00 Méricourt"],
    ),
    (
        "all places are taken",
        """Objet : Conférence du 4 mai

Bonjour,

La conférence sur le sommeil se tient le mercredi 4 mai 2022 de 18h à 20h, salle Vauban, à Bergues.
Les 60 places ont toutes été prises en deux jours, merci de votre intérêt.

Danièle
""",
        ["2022-05-04 18:00-20:00 Bergues full"],
    ),
    (
        "one of two meetings is put off, the words apart from their verb",
        """Lettre de mai 2023

La permanence juridique aura lieu en visioconférence le mardi 9 mai 2023 à 17h.

La réunion de quartier prévue le 12 mai 2023 à Noyon est, elle, repoussée : nous vous dirons quand.
""",
        ["2023-05-09 17:00- ? online", "2023-05-12 - Noyon postponed"],
    ),
    (
        "the next of its kind behind the one that the letter is about",
        """Objet : Regroupement du 24 mars

Bonjour,

Le regroupement de mardi 24 mars 2020 se tient au centre social Imagine, 1 boulevard Jean-Moulin à Lomme.
Horaires : 9h15-12h15.

Le suivant aura lieu le 12 mai au matin, à Wattrelos.

Karim
""",
        ["2020-03-24 09:15-12:15 Lomme", "2020-05-12 - Wattrelos"],
    ),
    (
        "a day in place of another, and the day of the letter",
        """Objet : CHANGEMENT DE DATE

Bonjour,

La journée de formation du jeudi 2 décembre (Beauvais) est annulée et remplacée par le jeudi 16 décembre,
mêmes horaires (9h30-17h).

Bonne journée,
Mélanie - 22 novembre 2021
""",
        ["2021-12-02 09:30-17:00 Beauvais cancelled", "2021-12-16 09:30-17:00 Beauvais"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TEXTS], ids=[t[0] for t in TEXTS])
def test_what_a_text_tells_of_each_day_is_its_own(text: str, expected: list[str]) -> None:
    assert tell_sessions(read_text(text)) == expected


def test_blanks_behind_full_stops_and_blanks_to_fill_in_make_no_rows() -> None:
    text = """Atelier couture du 3 mars 2020 à Lens, de 14h à 16h.  Il est gratuit.  Venez avec du tissu.
On y apprend l'ourlet.  On y boit un café.  On y rit beaucoup.

Nom :   ........   Prénom :   ........   Âge :   ....
Rue :   ........   Ville :    ........   Tél :   ....
"""
    reading = read_text(text)
    assert tell_sessions(reading) == ["2020-03-03 14:00-16:00 Lens"]


def test_a_town_between_marks_before_the_day() -> None:
    text = """ASSOCIATION DES RÉGISSEURS

18e JOURNÉE ANNUELLE - SONGEONS - MARDI 4 OCTOBRE 2016

Bulletin à renvoyer à Mme Prévôt, mairie, 60130 Saint-Just-en-Chaussée
"""
    assert tell_sessions(read_text(text)) == ["2016-10-04 - Songeons"]
