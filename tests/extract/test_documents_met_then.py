"""Whole pages that tell of people who met without calling it a meeting: by who came, by a weekday, by an hour."""

from __future__ import annotations

import pytest

from extract.events.stated.participants import tells_attendance
from tests.extract.documents import read_page, tell_sessions

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "who tells the hour tells of his own meeting, in the pluperfect, too",
        "Marche à Waziers : ce que les femmes ont vu",
        """<p>par Nadège, le 21 octobre 2019</p><p>Rendez-vous avait été donné jeudi 17 octobre à 17h30 devant la salle
        Ravel. La nuit tombait.</p><p>Le 5 novembre, nous en parlerons au maire, à 18h, en mairie.</p>""",
        ["2019-10-17 17:30- Waziers", "2019-11-05 18:00- Waziers"],
    ),
    (
        "a weekday by itself makes the line under the title the day of writing",
        "Tergnier dit non",
        """<p>Lundi 27 novembre 2023</p><p>Samedi, elles étaient plus de deux cents à marcher dans les rues de Tergnier.
        Parties à 14h30 de la gare, elles ont rejoint l'hôtel de ville.</p>""",
        ["2023-11-25 14:30- Tergnier"],
    ),
    (
        "yesterday is counted from there as well",
        "Visite de l'épicerie sociale",
        "<p>28 février 2020</p><p>Hier, 14h, Montataire. Vingt agents sont descendus du car.</p>",
        ["2020-02-27 14:00- Montataire"],
    ),
    (
        "a count of those who came stands for a word of meeting",
        "L'observatoire se raconte",
        "<p>Cent dix professionnels ont suivi la présentation en ligne de l'observatoire, le 6 novembre 2024.</p>",
        ["2024-11-06 - ? online"],
    ),
    (
        "a page about a call holds a meeting where it tells from when to when and where",
        "Appel à projets 2026 : on vous explique tout",
        """<h2>Atelier pour les associations</h2><p>mardi 13 janvier 2026</p><p>10h - 12h</p><p>en salle, à l'Agglo</p>
        <p>58 boulevard Victor Hugo, Saint-Quentin</p><p>ou à distance, sur Teams</p>""",
        ["2026-01-13 10:00-12:00 Saint-Quentin hybrid"],
    ),
    (
        "what was visited on the second of two days that have their place is no place",
        "L'emploi des femmes",
        """<p>Les 11 et 12 février 2016, une quarantaine de professionnelles se sont donné rendez-vous à Laon.</p>
        <p>La première journée a été consacrée aux constats.</p>
        <p>Le second jour, place aux solutions. Une visite de la plateforme de Chauny a suivi.</p>""",
        ["2016-02-11 - Laon", "2016-02-12 - Laon"],
    ),
    (
        "a meeting that ends something is no deadline",
        "Parlons du quartier",
        """<ul><li>Outreau : mercredi 13 septembre 2023 à 18h, salle Phénix</li>
        <li>Étaples : vendredi 15 septembre 2023 à 18h, salle de la Corderie</li></ul>
        <p>Une restitution clôturera la démarche le lundi 16 octobre 2023 à 18h30 à Boulogne-sur-Mer.</p>""",
        ["2023-09-13 18:00- Outreau", "2023-09-15 18:00- Étaples", "2023-10-16 18:30- Boulogne-sur-Mer"],
    ),
    (
        "a line signed by its author dates the page, and the weekday is counted from there",
        "Visite ministérielle au Plateau Rouher",
        """<p>Par la rédaction, le 23 mars 2022</p><p>La ministre chargée de la Ville était à Creil mardi. Elle a
        échangé avec les habitants.</p>""",
        ["2022-03-22 - Creil"],
    ),
    (
        "works have days and hours as well",
        "Travaux à la résidence des Tilleuls",
        """<p>Le désamiantage débutera le lundi 3 juin 2019. L'eau sera coupée le mardi 4 juin de 8h à 12h.</p>
        <p>Ville de Sin-le-Noble</p>""",
        [],
    ),
    (
        "a name changed or a head gone is no meeting",
        "Le centre social change de direction",
        """<p>Michel Delbecq a pris sa retraite le 30 juin 2017. Sarah Ouali lui a succédé le 4 septembre. Elle
        travaillait auparavant à Wattrelos.</p>""",
        [],
    ),
]
ATTENDANCE: list[tuple[str, bool]] = [
    ("Cent quarante personnes étaient en ligne ce jour-là.", True),
    ("Ils étaient près de cent vingt à se presser dans la salle.", True),
    ("Une quinzaine de parents se sont assis autour de Sophie.", True),
    ("Salle comble pour les collégiens !", True),
    ("Douze actions ont été financées.", False),
    ("Le groupe est limité à quinze personnes.", False),
]


@pytest.mark.parametrize(("title", "body", "expected"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES])
def test_sessions(title: str, body: str, expected: list[str]) -> None:
    assert sorted(tell_sessions(read_page(title, body))) == expected


@pytest.mark.parametrize(("sentence", "told"), ATTENDANCE)
def test_attendance(sentence: str, told: bool) -> None:
    assert tells_attendance(sentence) is told
