"""Days whose month or year stands elsewhere: in the head of a mail or of a letter, or beside other days."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_text, tell_sessions

TEXTS = {
    "the day on which a mail was sent on": (
        "Objet : TR: Lancement du projet\nDate : 9 janv. 2026\n\nMesdames, Messieurs,\n"
        "La conférence de lancement aura lieu le 30 janvier à 14 h 30, salle des fêtes d'Hirson.",
        ["2026-01-30 14:30- Hirson"],
    ),
    "the day of a mail as programs write it": (
        "Sujet : Fwd: Atelier santé\nDate : Mon, 6 Feb 2023 10:12:44 +0100\nDe : IREV\n\nBonjour à toutes et tous,\n"
        "L'atelier santé se tiendra le 2 mars de 9h30 à 12h à Denain.",
        ["2023-03-02 09:30-12:00 Denain"],
    ),
    "a month of issue lies before the days of the next year": (
        "Lettre du réseau – décembre 2021\nProchains rendez-vous\n13 janvier : atelier numérique, Abbeville\n"
        "3 mars : visite de la ferme urbaine, Amiens",
        ["2022-01-13 - Abbeville", "2022-03-03 - Amiens"],
    ),
    "a programme of a month over numbers of days": (
        "Programme d'octobre 2023\nLe 5 : café des habitants (9h30)\nLe 12 : sortie à la mer (départ 8h)",
        ["2023-10-05 09:30- ?", "2023-10-12 08:00- ?"],
    ),
    "the year of what is spoken of is not that of the next meeting": (
        "Ateliers santé ville\nMardi 8 octobre 2013\nPremière rencontre à Lille, 23 rue Gosselet, de 13h30 à 17h.\n"
        "À l'ordre du jour : attentes, choix des thèmes de l'année 2014.\n"
        "La suivante est calée au 5 décembre, à la même heure, à l'hôtel de ville d'Aniche.",
        ["2013-10-08 13:30-17:00 Lille", "2013-12-05 13:30-17:00 Aniche"],
    ),
    "a number with its hour between two days of its month": (
        "Théâtre-forum\nÀ Hénin-Beaumont, la représentation a lieu le 22 mars 2022 à 14h30. "
        "À Avion, rendez-vous le 24, à 18h. La dernière se joue à Bruay-la-Buissière le mardi 29 mars à 19 heures.",
        ["2022-03-22 14:30- Hénin-Beaumont", "2022-03-24 18:00- Avion", "2022-03-29 19:00- Bruay-la-Buissière"],
    ),
    "numbers below the month that is said once": (
        "Trois ateliers en mai 2023\nLe premier aura lieu le 4 à Laon, le deuxième le 11 à Hirson et le dernier le 25 "
        "à Soissons, toujours de 14h à 16h30.",
        [
            "2023-05-04 14:00-16:30 Laon",
            "2023-05-11 14:00-16:30 Hirson",
            "2023-05-25 14:00-16:30 Soissons",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_days_without_their_month_or_year(text: str, expected: list[str]) -> None:
    assert tell_sessions(read_text(text)) == expected
