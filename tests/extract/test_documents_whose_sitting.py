"""Whole pages whose days are plain and whose hours, towns and states belong to one of them: which one, and by what.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import Where, places_of, read_brochure, read_page, read_text, tell_sessions

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


PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "towns behind a pin",
        "Conduire après 70 ans",
        """<p>Ateliers de 9h à 11h, gratuits.</p><p>📍 Roye, centre culturel : mardi 3 mai 2022</p>
        <p>📍 Moreuil, salle Antoine-Vitez : mardi 10 mai 2022</p><p>📍 Ham, espace Foy : mardi 17 mai 2022</p>""",
        ["2022-05-03 09:00-11:00 Roye", "2022-05-10 09:00-11:00 Moreuil", "2022-05-17 09:00-11:00 Ham"],
    ),
    (
        "the hours of the meeting, not of the first point of its programme",
        "Réunion des référents famille",
        """<p class="date">Mardi 12 mars 2019</p><p>La réunion se tiendra de 14h à 17h au centre social, rue Basse, à
        Marly.</p><p>14h : Café d'accueil<br>14h20 : Tour de table<br>15h : Les vacances<br>16h30 : Divers</p>""",
        ["2019-03-12 14:00-17:00 Marly"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_what_a_page_tells_of_each_day_is_its_own(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


def test_the_place_behind_a_pin_ends_where_its_day_begins() -> None:
    body = "<p>📍 Roye, centre culturel : mardi 3 mai 2022</p><p>📍 Ham, espace Foy : mardi 17 mai 2022</p>"
    expected: list[Where] = [("centre culturel", None, "Roye"), ("espace Foy", None, "Ham")]
    assert places_of(read_page("Atelier du code de la route", body)) == expected


def test_hours_told_for_each_day_under_one_label() -> None:
    text = """# Devenir guide composteur
## Dates
Mardi 4 et mercredi 5 avril 2023
## Horaires
8h30 - 16h30 le premier jour
8h30 - 12h le second jour
## Lieu
Maison de la nature
59740 Liessies"""
    assert tell_sessions(read_brochure(text)) == [
        "2023-04-04 08:30-16:30 Liessies",
        "2023-04-05 08:30-12:00 Liessies",
    ]
