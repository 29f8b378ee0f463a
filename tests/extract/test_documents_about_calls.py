"""Pages about a call for projects that also tell when and where people meet about it, and whom to ask.

A session is told as `day start-end town`.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

CALL = "Contrat de ville : l'appel à projets 2027 est ouvert"
LEAD = "<p>L'équipe vous donne deux rendez-vous, chaque fois à 17h30 :</p>"
LIST = """<ul><li>à Libercourt, le mardi 6 octobre 2026, salle Delaby, rue Cyprien-Quinet ;</li>
<li>à Hénin-Beaumont, le jeudi 8 octobre 2026, à l'Escapade, 263 rue de l'Abbaye.</li></ul>"""
OFFICE = "<h3>Contact</h3><p>Service cohésion sociale – 62110 Hénin-Beaumont<br>De 9h à 12h et de 14h à 17h</p>"
MET = ["2026-10-06 17:30- Libercourt", "2026-10-08 17:30- Hénin-Beaumont"]

PAGES: list[tuple[str, str, str, list[str]]] = [
    ("a list of places, each on its weekday", CALL, LEAD + LIST, MET),
    ("the hours of the office below", CALL, LEAD + LIST + OFFICE, MET),
    ("the same office below meetings", "Réunions d'information du contrat de ville", LEAD + LIST + OFFICE, MET),
    (
        "the steps of the call",
        CALL,
        """<ul><li>le mardi 6 octobre 2026 : ouverture de la plateforme</li>
        <li>le vendredi 13 novembre 2026 : clôture des dépôts</li></ul>""",
        [],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_people_meet_about_a_call(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected
