"""Days told by a frame and what stands in rows below it: weekdays of a week, numbers of a month."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_page, sessions_of, tell_sessions


def test_each_weekday_of_a_week_has_the_hours_and_the_place_of_its_row() -> None:
    text = """# Le camion du numérique
Du 14 au 17 mai 2018
| Lundi | Marle | place de la mairie | 9h-11h |
| Mardi | Rozoy-sur-Serre | parking du collège | 14h-16h30 |
| Jeudi | Montcornet | salle des fêtes | 10h-12h |"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2018-05-14", "09:00", "11:00", "Marle", "in_person"),
        ("2018-05-15", "14:00", "16:30", "Rozoy-sur-Serre", "in_person"),
        ("2018-05-17", "10:00", "12:00", "Montcornet", "in_person"),
    ]


def test_a_week_without_hours_is_told_by_rows_of_towns() -> None:
    text = """# Le bus de la parentalité près de chez vous
Du 8 au 10 octobre 2018, de 14h à 17h
| Lundi | Gamaches |
| Mardi | Ault |
| Mercredi | Mers-les-Bains |"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2018-10-08", "14:00", "17:00", "Gamaches", "in_person"),
        ("2018-10-09", "14:00", "17:00", "Ault", "in_person"),
        ("2018-10-10", "14:00", "17:00", "Mers-les-Bains", "in_person"),
    ]


def test_days_of_a_frame_far_above_have_its_month() -> None:
    text = """# La semaine des métiers du soin
## À Hirson, du lundi 8 au vendredi 12 octobre 2018
Les établissements de la ville ouvrent leurs portes aux demandeurs d'emploi et aux lycéens pendant toute la semaine.
Les visites sont gratuites, dans la limite des places ; un goûter est offert à la fin de chacune par les partenaires.
Renseignements à l'accueil de la mission locale, où un livret présente tous les métiers et les formations qui y mènent.
| Jour | Heure | Thème | Lieu |
| Lundi 8 | 9h-11h | aide-soignant | centre hospitalier, Hirson |
| Jeudi 11 | 14h-16h30 | ambulancier | caserne des pompiers, Hirson |"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2018-10-08", "09:00", "11:00", "Hirson", "in_person"),
        ("2018-10-11", "14:00", "16:30", "Hirson", "in_person"),
    ]


def test_days_counted_below_their_frame() -> None:
    text = """# Séjour de cohésion
Du 8 au 10 octobre 2018
| Jour 1 | Ault, auberge de jeunesse | 14h-18h |
| Jour 2 | Cayeux-sur-Mer, base nautique | 9h-17h |
| Jour 3 | Abbeville, mairie | 9h-12h |"""
    found = sessions_of(read_brochure(text, "table"))
    assert [(day, town) for day, _, _, town, _ in found] == [
        ("2018-10-08", "Ault"), ("2018-10-09", "Cayeux-sur-Mer"), ("2018-10-10", "Abbeville"),
    ]  # fmt: skip


def test_the_place_told_apart_from_all_sections_is_that_of_each() -> None:
    body = """<h3>Atelier « Dire »</h3><p>Mardi 5 mars 2019 à 14h</p>
    <h3>Atelier « Lire »</h3><p>Mardi 12 mars 2019 à 14h</p>
    <h3>Où ?</h3><p>Médiathèque Jean-Ferrat, Montataire</p>"""
    assert tell_sessions(read_page("Deux ateliers pour les parents", body)) == [
        "2019-03-05 14:00- Montataire",
        "2019-03-12 14:00- Montataire",
    ]


def test_weekdays_over_columns_have_the_place_and_the_hours_below_them() -> None:
    text = """# Le bus des droits
Semaine du 8 au 12 octobre 2018
| | Lundi | Mercredi | Vendredi |
| Lieu | Bavay | Jenlain | Poix-du-Nord |
| Horaires | 9h-12h | 14h-17h | 9h30-11h30 |"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2018-10-08", "09:00", "12:00", "Bavay", "in_person"),
        ("2018-10-10", "14:00", "17:00", "Jenlain", "in_person"),
        ("2018-10-12", "09:30", "11:30", "Poix-du-Nord", "in_person"),
    ]


def test_weekdays_told_in_a_sentence_each_have_their_town() -> None:
    body = """<p>La caravane circule du 8 au 11 octobre 2018, de 10h à 16h.</p>
    <p>Elle sera lundi à Albert, mardi à Péronne, mercredi à Roye et jeudi à Nesle.</p>"""
    assert tell_sessions(read_page("La caravane des métiers", body)) == [
        "2018-10-08 10:00-16:00 Albert",
        "2018-10-09 10:00-16:00 Péronne",
        "2018-10-10 10:00-16:00 Roye",
        "2018-10-11 10:00-16:00 Nesle",
    ]


def test_a_week_over_a_table_is_the_frame_of_the_days_in_it() -> None:
    body = """<p>Semaine du 14 au 18 mai 2018</p><table><tr><th>Jour</th><th>Lieu</th></tr>
    <tr><td>Lundi 14</td><td>Marle, mairie</td></tr><tr><td>Mercredi 16</td><td>Guise, mairie</td></tr></table>"""
    assert tell_sessions(read_page("Permanences de la conseillère", body)) == [
        "2018-05-14 - Marle",
        "2018-05-16 - Guise",
    ]


def test_numbers_of_a_column_of_days_are_of_the_month_above_the_table() -> None:
    body = """<h3>Les rendez-vous de novembre 2020</h3><table><tr><th>Jour</th><th>Horaires</th><th>Commune</th></tr>
    <tr><td>5</td><td>9h-12h</td><td>Wimereux</td></tr><tr><td>12</td><td>14h-17h</td><td>Marquise</td></tr></table>"""
    assert tell_sessions(read_page("Permanences logement", body)) == [
        "2020-11-05 09:00-12:00 Wimereux",
        "2020-11-12 14:00-17:00 Marquise",
    ]


def test_numbers_of_another_column_are_no_days() -> None:
    body = """<h3>Bilan de novembre 2020</h3><table><tr><th>Places</th><th>Commune</th></tr>
    <tr><td>5</td><td>Wimereux</td></tr><tr><td>12</td><td>Marquise</td></tr></table>"""
    assert tell_sessions(read_page("Permanences logement", body)) == []


def test_what_a_page_opens_with_right_before_its_publication_is_its_news() -> None:
    body = """<p>Publié le 6 octobre 2021</p><p>Samedi 2 octobre, les habitantes ont sillonné les rues de Roubaix.</p>
    <p>Restitution le jeudi 18 novembre à 18h à la mairie de Roubaix.</p>"""
    assert tell_sessions(read_page("Marche exploratoire : ce qu'elles ont vu", body)) == [
        "2021-10-02 - Roubaix",
        "2021-11-18 18:00- Roubaix",
    ]


def test_the_only_town_beside_a_day_is_where_people_meet() -> None:
    body = "<p>Mardi 9 mars 2021, 14h : réunion « décrochage », Outreau et ses écoles</p>"
    assert tell_sessions(read_page("Agenda", body)) == ["2021-03-09 14:00- Outreau"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Un lundi sur deux, du 4 mars au 15 avril 2024, de 9h à 11h.", ["03-04", "03-18", "04-01", "04-15"]),
        ("Un lundi sur deux de 9h à 11h, du 4 mars au 15 avril 2024, sauf le 1er.", ["03-04", "03-18", "04-15"]),
        ("Chaque lundi au local, du 4 au 25 mars 2024, de 9h à 11h, sauf le 18.", ["03-04", "03-11", "03-25"]),
        ("Tous les lundis à partir du 4 mars 2024, de 9h à 11h, sauf le 1er avril.", ["03-04"]),
        ("Un lundi sur deux à compter du 4 mars 2024, hormis les 18 mars et 1er avril, de 9h à 11h.", []),
    ],
)
def test_series_by_weekdays_with_days_left_out(words: str, days: list[str]) -> None:
    told = tell_sessions(read_page("Permanences numériques", f"<p>{words} À Lens.</p>"))
    assert [line[5:10] for line in told] == days


def test_a_series_that_leaves_holidays_out_is_one_period() -> None:
    words = "Un lundi sur deux, du 4 mars au 15 avril 2024, hors vacances scolaires, de 9h à 11h, à Lens."
    reading = read_page("Permanences numériques", f"<p>{words}</p>")
    sessions = [session for event in reading.events for session in event.sessions]
    assert [(str(s.first_day), str(s.last_day), s.day) for s in sessions] == [("2024-03-04", "2024-04-15", None)]
