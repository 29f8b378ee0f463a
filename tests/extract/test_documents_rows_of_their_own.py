"""Tables whose rows are days: the month above them, a town before its spot, two columns of hours.

A session is told as `day start-end town`.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import draw_table, read_page, tell_sessions

PAGES: list[tuple[str, str, list[str]]] = [
    (
        "weekdays and numbers below the month of a caption",
        "<p>Réunions de janvier 2026</p>"
        + draw_table(
            ("Pour le secteur de…", "Rendez-vous le…", "Adresse"),
            ("Laon", "jeudi 22, à 9h30", "Maison des associations, place Saint-Julien"),
            ("Soissons", "vendredi 23, à 14h", "Centre social de Presles, 10 rue Louise-Michel"),
        ),
        ["2026-01-22 09:30- Laon", "2026-01-23 14:00- Soissons"],
    ),
    (
        "a month within the sentence above",
        "<p>Nos équipes vous attendent tout au long de novembre 2024.</p>"
        + draw_table(
            ("Quand", "Lieu"), ("mercredi 6, 14h", "Denain, médiathèque"), ("mardi 19, 17h", "Anzin, théâtre")
        ),
        ["2024-11-06 14:00- Denain", "2024-11-19 17:00- Anzin"],
    ),
    (
        "lines of weekdays below any line that ends with a month",
        "<p>Les balades urbaines de mai 2023 :</p><ul><li>samedi 13, 10h : Roubaix, place de la Liberté</li>"
        "<li>samedi 27, 10h : Tourcoing, gare</li></ul>",
        ["2023-05-13 10:00- Roubaix", "2023-05-27 10:00- Tourcoing"],
    ),
    (
        "from and to in columns, a town before its spot",
        draw_table(
            ("Où nous trouver", "Jour", "De", "à"),
            ("SISSONNE, mairie, 2 rue de la Libération", "lundi 12 octobre 2026", "9h30", "12h"),
            ("LAON, place du marché couvert", "samedi 17 octobre 2026", "9h", "11h30"),
            ("ANIZY-LE-GRAND, salle polyvalente", "mardi 3 novembre 2026", "14h", "16h30"),
        ),
        ["2026-10-12 09:30-12:00 Sissonne", "2026-10-17 09:00-11:30 Laon", "2026-11-03 14:00-16:30 Anizy-le-Grand"],
    ),
    (
        "opening and closing, with colons",
        draw_table(
            ("Date", "Ouverture", "Fermeture", "Commune"),
            ("mardi 3 novembre 2026", "9:30", "12:00", "Laon"),
            ("jeudi 5 novembre 2026", "14:00", "16:30", "Chauny"),
        ),
        ["2026-11-03 09:30-12:00 Laon", "2026-11-05 14:00-16:30 Chauny"],
    ),
    (
        "welcome and beginning are no end",
        draw_table(
            ("Date", "Accueil", "Début", "Commune"),
            ("mardi 3 novembre 2026", "9h", "9h30", "Laon"),
            ("jeudi 5 novembre 2026", "14h", "14h30", "Chauny"),
        ),
        ["2026-11-03 09:00- Laon", "2026-11-05 14:00- Chauny"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_a_row_has_its_own_day_hours_and_place(body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page("La tournée des droits", body)) == expected
