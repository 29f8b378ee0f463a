"""Whole pages of sites: which days are sittings, whose hours they have, and what only stands beside them.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_page, tell_sessions

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "a town before its day, the house behind it",
        "Un parcours sur le sport",
        """<p>Le parcours commence le mardi 6 février 2024 à Avion, à la salle Aragon, et s'achève par une étape à
        Laon, le jeudi 7 mars, à La Boutique. Chaque séance va de 9h à 12h.</p>""",
        ["2024-02-06 09:00-12:00 Avion", "2024-03-07 09:00-12:00 Laon"],
    ),
    (
        "where one sleeps is no place of a day",
        "Séminaire des médiateurs",
        """<p>Il se tiendra les 4 et 5 juin 2018 au château de Rochefort à Lillers.</p><h2>Lundi 4 juin</h2><ul>
        <li>10h : ouverture</li><li>17h : fin</li></ul><h2>Mardi 5 juin</h2><ul><li>9h : débat</li><li>12h :
        clôture</li></ul><p>Hébergement conseillé : Hôtel du Lac, Béthune.</p>""",
        ["2018-06-04 10:00-17:00 Lillers", "2018-06-05 09:00-12:00 Lillers"],
    ),
    (
        "a heading about housing is what is talked about",
        "Les soirées du logement",
        """<h2>Se loger quand on est étudiant</h2><p>Mardi 4 juin 2024, 18h</p><p>Maison du parc, Lomme</p>
        <h2>Se chauffer mieux</h2><p>Mardi 11 juin 2024, 18h</p><p>Salle Allende, Mons-en-Barœul</p>""",
        ["2024-06-04 18:00- Lomme", "2024-06-11 18:00- Mons-en-Barœul"],
    ),
    (
        "the same place again says nothing of hours",
        "Bourse aux stages : nouvelle date",
        """<p>La bourse qui devait avoir lieu le jeudi 2 mars a dû être annulée. Elle est reprogrammée au jeudi 16 mars
        2023, de 9h à 12h, toujours dans la halle Gourdin, à Corbie.</p>""",
        ["2023-03-02 - Corbie postponed", "2023-03-16 09:00-12:00 Corbie"],
    ),
    (
        "the next meeting keeps no hours of this one",
        "Ordre du jour du lundi 5 mars 2018",
        """<p>14h - 16h, centre social Les Roses, 12 rue Haute, 62300 Lens</p><ol><li>Bilan</li><li>Divers</li></ol>
        <p>La séance suivante aura lieu le 9 avril 2018, lieu à préciser.</p>""",
        ["2018-03-05 14:00-16:00 Lens", "2018-04-09 - ?"],
    ),
    (
        "towns like everyday words head counted steps",
        "Trois villes à pied",
        """<p>De 10h à 12h.</p><h2>Étape 1. Chauny</h2><p>Jeudi 6 mars 2025. Rendez-vous devant la mairie.</p>
        <h2>Étape 2. Ham</h2><p>Jeudi 13 mars 2025. Rendez-vous au Château.</p>
        <h2>Étape 3. Noyon</h2><p>Jeudi 20 mars 2025. Rendez-vous au Chevalet.</p>""",
        ["2025-03-06 10:00-12:00 Chauny", "2025-03-13 10:00-12:00 Ham", "2025-03-20 10:00-12:00 Noyon"],
    ),
    (
        "all else is at home",
        "Mai à la Maison de la famille de Marly",
        """<p>Mardi 7 mai 2019, 9h-11h : café (sur inscription)<br>Mardi 14 mai 2019, 18h : débat, au cinéma Le Gaumont,
        à Valenciennes</p><p>Sauf indication contraire, nous vous recevons chez nous : 8 rue Haute, 59770 Marly.</p>""",
        ["2019-05-07 09:00-11:00 Marly", "2019-05-14 18:00- Valenciennes"],
    ),
]


@pytest.mark.parametrize(("title", "body", "told"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_sittings_of_pages(title: str, body: str, told: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == told


def test_a_list_that_begins_with_a_day_keeps_its_order() -> None:
    reading = read_brochure(
        "# Permanences logement\n## Les dates\nLundi 6 mai 2024 à 9h\nCentre social Les Lilas\nCroix\n"
        "Lundi 3 juin 2024 à 9h\nMaison du projet\nLys-lez-Lannoy\n"
        "Lundi 1er juillet 2024 à 9h\nSalle Watremez\nRoubaix\n"
    )
    assert tell_sessions(reading) == [
        "2024-05-06 09:00- Croix",
        "2024-06-03 09:00- Lys-lez-Lannoy",
        "2024-07-01 09:00- Roubaix",
    ]


def test_a_report_that_came_out_is_no_publication_of_the_page() -> None:
    reading = read_page("La lettre n° 7", "<p>Octobre 2021</p><p>Le guide, paru le 2 mai 2019, reste utile.</p>")
    assert reading.page.published_on is None
