"""Periods that stand for a day, days on an agenda, days of issues, years by the order of days."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

LENS = "<h3>Lire une carte</h3><p>Lundi 3 février 2025, de 14h à 17h, à Lens</p>"


def test_a_month_with_its_town_heads_an_entry_without_a_day() -> None:
    body = f"{LENS}<h3>Écrire un projet</h3><p>En avril 2025, à Hazebrouck</p><p>Salle à préciser</p>"
    told = ["2025-02-03 14:00-17:00 Lens", "2025-04-01 - Hazebrouck"]
    assert tell_sessions(read_page("À vos agendas : les formations du printemps", body)) == told


def test_a_report_that_opens_with_a_month_and_its_town() -> None:
    body = """<p>En mars 2019, à Tergnier, quarante bénévoles ont fait le point sur leurs actions.</p>
    <p>La loi du 1er juillet 1901 reste leur cadre. Une synthèse a été rédigée.</p>"""
    assert tell_sessions(read_page("Retour sur les bénévoles", body)) == ["2019-03-01 - Tergnier"]


def test_days_in_brackets_on_an_agenda_are_those_of_what_is_spoken_of() -> None:
    body = """<p>Réunion le jeudi 6 décembre 2018 à 10h, mairie de Marle</p><p>Ordre du jour :</p>
    <ul><li>suite de la visite (30 novembre 2018)</li><li>calendrier (forum le 15 janvier, bilan en mars)</li></ul>"""
    assert tell_sessions(read_page("Comité de pilotage : réunion", body)) == ["2018-12-06 10:00- Marle"]


def test_the_day_in_the_head_of_a_newsletter_is_that_of_the_issue() -> None:
    body = """<p>Lettre d'information du réseau, n° 12</p><p>Lundi 6 mars 2023</p>
    <p>Le club se réunit le jeudi 16 mars à 9h, salle Allende, à Mons-en-Barœul.</p>
    <p>Le bureau se réunit le jeudi 23 mars à 9h, salle Allende, à Mons-en-Barœul.</p>"""
    assert tell_sessions(read_page("Le petit journal du réseau", body)) == [
        "2023-03-16 09:00- Mons-en-Barœul",
        "2023-03-23 09:00- Mons-en-Barœul",
    ]


def test_days_told_in_turn_lie_in_one_year() -> None:
    body = """<p>Le collectif s'est réuni le 14 mai à Roubaix, le 17 septembre à Douai et le 3 décembre à Lens.</p>
    <p>La prochaine rencontre est fixée au 10 mars 2020 à Abbeville.</p>"""
    days = [line[:10] for line in tell_sessions(read_page("Le collectif", body))]
    assert days == ["2019-05-14", "2019-09-17", "2019-12-03", "2020-03-10"]


@pytest.mark.parametrize(("line", "state"), [("Groupe complet", " full"), ("journée complète, repas compris", "")])
def test_a_whole_day_is_not_full(line: str, state: str) -> None:
    body = f"<p>Mardi 4 juin 2024, de 10h à 16h, à Wimereux ({line})</p>"
    assert tell_sessions(read_page("Sortie des familles", body)) == [f"2024-06-04 10:00-16:00 Wimereux{state}"]


def test_a_feast_that_will_not_be_on_that_day_is_put_off() -> None:
    body = """<p>La fête, annoncée le 26 juin 2021, n'aura pas lieu ce jour-là.</p>
    <p>Elle aura lieu le samedi 4 septembre 2021, de 14h à 19h, à Wattignies.</p>"""
    told = ["2021-06-26 - Wattignies postponed", "2021-09-04 14:00-19:00 Wattignies"]
    assert tell_sessions(read_page("Fête de quartier", body)) == told
