"""Whole texts put together from ways to tell days, hours and places that each occur by themselves."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_page, read_text, tell_sessions

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
        "who signs at the foot, below the last line of a list, is where nobody meets",
        """L'emploi au pied des immeubles

Boulogne-sur-Mer – jeudi 31 mars 2016 – hôtel de ville
Abbeville – jeudi 28 avril 2016 – café associatif Le Zinc
Roubaix – jeudi 19 mai 2016 – maison de quartier du Faubourg
Association Quartiers ouverts – 5 rue Neuve – 62000 Arras
""",
        ["2016-03-31 - Boulogne-sur-Mer", "2016-04-28 - Abbeville", "2016-05-19 - Roubaix"],
    ),
    (
        "who signs at the foot, below running text that tells the place",
        """« La place » : un atelier

L'atelier est fixé au mercredi 16 août 2023. Le groupe sera hébergé à Noyon, Halle aux Grains.

Association Quartiers ouverts – 5 rue Neuve – 62000 Arras
""",
        ["2023-08-16 - Noyon"],
    ),
    (
        "a day, from when to when, and a house are a meeting whatever it is called",
        """Lutter contre le non-recours

Depuis 2018, nous travaillons avec les conseils citoyens.

Notez bien la date : le 17 mars 2025.

Temps de travail : 13h30 - 15h30.

Le groupe sera hébergé à Abbeville, salle Jean-Moulin.
""",
        ["2025-03-17 13:30-15:30 Abbeville"],
    ),
    (
        "the hour of a day may stand behind its place",
        """Petit-déjeuner débat

Le lundi 10 août 2020, on se voit à la médiathèque Aragon (quai de la Marne, Calais), à 9h15, autour d'un café.
""",
        ["2020-08-10 09:15- Calais"],
    ),
    (
        "of two hours one is said to close",
        """Cycle Habiter la ville

- samedi 3 janvier 2015 à Douai
- samedi 31 janvier 2015 à Roubaix

À chaque séance, les participants sont attendus à 14h et repartent à 16h30.
""",
        ["2015-01-03 14:00-16:30 Douai", "2015-01-31 14:00-16:30 Roubaix"],
    ),
    (
        "hours said of each time hold for all days of a list, and not for the outing below it",
        """Les cafés des familles reprennent

Mardi 14 janvier 2025
Le sommeil

Mardi 28 janvier 2025
Les écrans

On se voit à chaque fois de 14h à 16h dans la grande salle du centre social, 18 rue Salengro à Auchel.

Samedi 22 février 2025, de 8h30 à 18h, sortie au musée. Départ du centre social.
""",
        ["2025-01-14 14:00-16:00 Auchel", "2025-01-28 14:00-16:00 Auchel", "2025-02-22 08:30-18:00 Auchel"],
    ),
    (
        "a day above a greeting dates the letter",
        """Union des associations du Santerre
8, rue Verte
80200 PÉRONNE

Le 3 février 2025

Chère présidente, cher président,

Voici deux soirées de formation, les mercredis 5 et 12 mars, chaque fois de 18h à 20h, à Albert, au Théâtre du jeu.
""",
        ["2025-03-05 18:00-20:00 Albert", "2025-03-12 18:00-20:00 Albert"],
    ),
    (
        "people meet again on a screen",
        """Les rencontres du mardi

On se retrouve sur Zoom le mardi 4 mars 2025, à 14 h.
""",
        ["2025-03-04 14:00- ? online"],
    ),
    (
        "the house of a town that one may follow from afar",
        """Le fil des quartiers, avril 2026

Mardi 5 mai 2026, 14h-16h30, Lille et en visio
Atelier : les cités éducatives partagent leurs outils
Maison de l'éducation permanente, 1 place Georges-Lyon
""",
        ["2026-05-05 14:00-16:30 Lille hybrid"],
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


def test_a_meeting_that_is_full_is_held_on_one_more_day() -> None:
    body = """<p>Publié le 19 février 2026</p><p>Vous êtes trop pour le jeudi 12 mars 2026, à la Cité, à Laon.</p>
    <p>La même journée sera redonnée le vendredi 20 mars 2026 au théâtre, 15 rue Basse, 80000 Amiens.</p>"""
    title = "La rencontre du 12 mars affiche complet, une seconde date est ouverte"
    assert tell_sessions(read_page(title, body)) == ["2026-03-12 - Laon full", "2026-03-20 - Amiens"]


def test_a_meeting_that_is_only_pointed_to_by_its_day_is_none_of_the_table() -> None:
    text = """# Réseau des médiateurs
Nos rendez-vous du second semestre 2024
| Date | Thème | Lieu |
| 17 septembre 2024 | Accueillir la colère | Douai, salle Foch |
| 15 octobre 2024 | Le RSA | Waziers, salle Péri |
La rencontre du 11 juin 2024 sur les halls a rassemblé 31 médiateurs.
"""
    assert tell_sessions(read_brochure(text, "table")) == ["2024-09-17 - Douai", "2024-10-15 - Waziers"]


def test_hours_of_all_days_are_those_of_each_that_stands_under_its_own_heading() -> None:
    body = """<h2>Le calendrier</h2><h3>Jeudi 6 février 2025, à Creil – Espace Matisse</h3><p>Mobiliser</p>
    <h3>Mardi 11 mars 2025, à Denain – Maison Bellevue</h3><p>Tenir une réunion</p>
    <p>Toutes les journées se tiennent de 9h30 à 16h30.</p>"""
    assert tell_sessions(read_page("Cycle « Animer un conseil citoyen »", body)) == [
        "2025-02-06 09:30-16:30 Creil",
        "2025-03-11 09:30-16:30 Denain",
    ]
