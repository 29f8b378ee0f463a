"""Pages, letters and notices of many authors: what sessions a careful reader puts down.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from extract.read import read_document
from extract.records import Reading, SessionReading
from warehouse.reference import load_knowledge


def read(title: str, body: str) -> Reading:
    page = f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1>{body}</main></body></html>"
    return read_document(page.encode(), "https://www.exemple.fr/agenda/page", "text/html", load_knowledge())


def told(session: SessionReading) -> str:
    venue = session.venue
    hours = f"{session.starts_at or ''}-{session.ends_at or ''}"
    mode = venue.mode if venue is not None and venue.mode != "in_person" else ""
    status = "" if session.status == "announced" else session.status
    city = (venue.city if venue is not None else None) or "?"
    return " ".join(part for part in (session.first_day.isoformat(), hours, city, mode, status) if part)


def sessions(reading: Reading) -> list[str]:
    return [told(session) for event in reading.events for session in event.sessions]


SESSIONS: list[tuple[str, str, str, list[str]]] = [
    (
        "hours behind each day of a list",
        "Festival des solidarités",
        """<p>Vendredi 8 mars 2019 dès 14h, samedi 9 mars 2019 de 10h à 19h et dimanche 10 mars 2019 jusqu'à 12h30,
        à la salle Poirel, à Fourmies.</p>""",
        ["2019-03-08 14:00- Fourmies", "2019-03-09 10:00-19:00 Fourmies", "2019-03-10 -12:30 Fourmies"],
    ),
    (
        "hours at the end of the lines below each day",
        "Trois rendez-vous à noter",
        """<p>3 mai 2018 | Calais<br>Forum des associations<br>Le Channel, 10h-18h</p>
        <p>17 mai 2018 | Boulogne-sur-Mer<br>Rencontre des bailleurs<br>Station Marine, 14h-17h</p>
        <p>31 mai 2018 | en ligne<br>Point sur la réforme<br>12h-13h</p>""",
        ["2018-05-03 10:00-18:00 Calais", "2018-05-17 14:00-17:00 Boulogne-sur-Mer", "2018-05-31 12:00-13:00 ? online"],
    ),
    (
        "hours of two days with their towns",
        "Initiation au budget participatif",
        "<p>Une demi-journée au choix : le 5 juin 2018 à Noyon ou le 7 juin 2018 à Chauny, de 13h30 à 17h.</p>",
        ["2018-06-05 13:30-17:00 Noyon", "2018-06-07 13:30-17:00 Chauny"],
    ),
    (
        "next step behind the full stop",
        "Rencontres des médiateurs : le tour de l'Aisne continue",
        """<p>Les rencontres ont démarré à Guise le 6 avril 2017. Elles ont fait halte à Laon le 9 juin. Prochain rendez-vous à
        Hirson, le 22 septembre à 9h30.</p><p>Publié le 30 juin 2017</p>""",
        ["2017-04-06 - Guise", "2017-06-09 - Laon", "2017-09-22 09:30- Hirson"],
    ),
    (
        "second town of a sentence behind a bracket",
        "Groupes de travail",
        """<p>Le groupe « santé » se réunira le 9 mars 2021 à Lens (Maison des jeunes) et le 6 avril 2021 à
        Avion (Espace Culturel), de 14h à 16h.</p>""",
        ["2021-03-09 14:00-16:00 Lens", "2021-04-06 14:00-16:00 Avion"],
    ),
    (
        "small town between its hours and its house",
        "Permanences numériques",
        """<ul><li>lundi 4 octobre 2021, 9h – 12h, Wormhout (France services)</li>
        <li>jeudi 7 octobre 2021, 14h – 17h, Bergues (L'Embarcadère)</li></ul>""",
        ["2021-10-04 09:00-12:00 Wormhout", "2021-10-07 14:00-17:00 Bergues"],
    ),
    (
        "places in the terms of a list, days below them",
        "Visites des jardins partagés",
        """<dl><dt>Balade 1 – Le Potager du Roy, Soissons</dt><dd>Samedi 4 juin 2022, de 10h à 12h<br>8 rue des Feuillants</dd>
        <dt>Balade 2 – Les Incroyables, Tergnier</dt><dd>Samedi 18 juin 2022, de 14h à 16h<br>ancienne gare</dd>
        <dt>Balade 3 – Le Clos, Chauny</dt><dd>Samedi 2 juillet 2022, de 10h à 12h</dd></dl>""",
        ["2022-06-04 10:00-12:00 Soissons", "2022-06-18 14:00-16:00 Tergnier", "2022-07-02 10:00-12:00 Chauny"],
    ),
    (
        "towns in headings above their days",
        "Bus de l'emploi",
        """<h3>À Abbeville</h3><p>le mardi 6 octobre 2020, de 9h à 12h, place Max-Lejeune</p><h3>À Ham</h3>
        <p>le mardi 13 octobre 2020, de 9h à 12h, sur le parking de la gare</p>""",
        ["2020-10-06 09:00-12:00 Abbeville", "2020-10-13 09:00-12:00 Ham"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), [c[1:] for c in SESSIONS], ids=[c[0] for c in SESSIONS])
def test_sessions_of_a_page(title: str, body: str, expected: list[str]) -> None:
    assert sessions(read(title, body)) == expected
