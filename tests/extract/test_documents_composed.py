"""Whole texts put together from ways to tell days, hours and places that each occur by themselves."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text, tell_sessions

TEXTS: list[tuple[str, str, list[str]]] = [
    (
        "a house ends where the next day is joined to it",
        """Habiter la ville demain

Première étape le 23 juillet 2015 à Roubaix, gymnase Colette-Besson, puis le 27 août 2015 à Denain, théâtre du Passage
et enfin le 17 septembre 2015 à Grande-Synthe, centre social Les Tilleuls.
""",
        ["2015-07-23 - Roubaix", "2015-08-27 - Denain", "2015-09-17 - Grande-Synthe"],
    ),
    (
        "hours behind a word of duration are from when to when",
        """Cycle Alimentation et précarité

Nos rendez-vous durent de 9 heures 15 à 15 heures 45.

- Le vendredi 10 février 2017 à Calais (Maison des associations)
- Le vendredi 24 mars 2017 à Lens (hôtel de ville)
""",
        ["2017-02-10 09:15-15:45 Calais", "2017-03-24 09:15-15:45 Lens"],
    ),
    (
        "behind the stop before, the sentence tells the next ones",
        """Habiter la ville

Après Hirson le 6 février 2018 (Halle aux Grains), le cycle passe par Soissons le 6 mars 2018 (médiathèque Aragon) et se
termine à Laon le 10 avril 2018 (pôle Simone-Veil).
""",
        ["2018-03-06 - Soissons", "2018-04-10 - Laon"],
    ),
    (
        "a report is dated at its head, after what it tells of",
        """Les jeunes et le sport : le compte rendu

Lille, le 18 janvier 2018

Les quartiers changent, les métiers aussi.
Le séminaire du samedi 6 janvier a réuni trente participants salle Jean-Moulin (1 boulevard Faidherbe, Péronne).
""",
        ["2018-01-06 - Péronne"],
    ),
]


@pytest.mark.parametrize(("text", "sessions"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_each_sitting_has_what_its_words_say(text: str, sessions: list[str]) -> None:
    assert tell_sessions(read_text(text)) == sessions


def test_the_first_stop_of_a_tour_that_is_announced_is_none_of_the_past() -> None:
    body = """<p>Publié le 4 janvier 2018</p><p>Après Hirson le 6 février 2018 (salle Foch), le cycle passe par
    Soissons le 6 mars 2018 (salle Blum).</p>"""
    assert tell_sessions(read_page("Le cycle de la médiation", body)) == [
        "2018-02-06 - Hirson",
        "2018-03-06 - Soissons",
    ]
