"""What each sitting of an event is about, told in tables, lists, headings, lines below and lines that count."""

from __future__ import annotations

import pytest

from extract.records import Reading
from tests.extract.documents import draw_table, read_page, read_text


def titles_of(reading: Reading) -> list[tuple[str, str | None]]:
    """The day and title of all sittings, in order."""
    return [(s.first_day.isoformat(), s.title) for event in reading.events for s in event.sessions]


def test_a_column_of_themes() -> None:
    table = draw_table(
        ("Date", "Thème", "Lieu"),
        ("Mardi 3 mars 2020", "Accueillir un public en difficulté", "Lens, salle Jean-Jaurès"),
        ("Mardi 10 mars 2020", "Budget", "Lens, salle Jean-Jaurès"),
        ("Mardi 17 mars 2020", "Rendre compte", "Liévin, centre Jean-Ferrat"),
    )
    assert titles_of(read_page("Cycle des agents d'accueil", table)) == [
        ("2020-03-03", "Accueillir un public en difficulté"),
        ("2020-03-10", "Budget"),
        ("2020-03-17", "Rendre compte"),
    ]


def test_lines_that_lead_from_the_day_to_the_theme() -> None:
    body = (
        "<p>Trois rendez-vous de 9h30 à 12h, à la Maison des associations, 8 rue Neuve, 62000 Arras.</p><ul>"
        "<li>jeudi 6 octobre 2022 : les mots de la laïcité, avec Claire Dubois</li>"
        "<li>jeudi 10 novembre 2022 : repérer, orienter, accompagner</li>"
        "<li>jeudi 8 décembre 2022 : que faire quand personne ne vient ?</li></ul>"
    )
    assert titles_of(read_page("Cycle « Bien vivre ensemble »", body)) == [
        ("2022-10-06", "Les mots de la laïcité"),
        ("2022-11-10", "Repérer, orienter, accompagner"),
        ("2022-12-08", "Que faire quand personne ne vient ?"),
    ]


def test_a_week_told_below_its_days() -> None:
    body = (
        "<h2>Lundi 6 mars 2023</h2><p>10h : lancement de la semaine, hôtel de ville, place Foch.</p>"
        "<h2>Mercredi 8 mars 2023</h2><p>14h : atelier « Mon CV sans cliché », maison de quartier du Moulin.</p>"
        "<h2>Vendredi 10 mars 2023</h2><p>18h30 : théâtre-forum à l'espace Ronny-Coutteure, rue Ledru-Rollin.</p>"
    )
    assert titles_of(read_page("Semaine de l'égalité à Grenay", body)) == [
        ("2023-03-06", "Lancement de la semaine"),
        ("2023-03-08", "Atelier « Mon CV sans cliché »"),
        ("2023-03-10", "Théâtre-forum"),
    ]


def test_themes_between_the_day_and_its_hours() -> None:
    text = (
        "Formation des relais de quartier\n\n"
        "Jour 1 - mardi 4 octobre 2022\nÉcouter sans juger\n9h - 12h, centre social, Hirson\n\n"
        "Jour 2 - mardi 11 octobre 2022\nQui fait quoi ?\n9h - 12h, mairie, Guise\n"
    )
    assert titles_of(read_text(text)) == [("2022-10-04", "Écouter sans juger"), ("2022-10-11", "Qui fait quoi ?")]


def test_lines_that_count_sittings_apart_from_their_days() -> None:
    body = (
        "<p>Les vendredis 3, 10 et 17 décembre 2021, de 9h à 12h, centre Brassens, 62290 Nœux-les-Mines.</p>"
        "<h3>Matinée 1</h3><p>Les mots : laïcité, neutralité</p>"
        "<h3>Matinée 2</h3><p>Les situations : repas, sorties</p>"
        "<h3>Matinée 3</h3><p>Les outils</p>"
    )
    assert [title for _, title in titles_of(read_page("Parler laïcité sans se fâcher", body))] == [
        "Les mots : laïcité, neutralité",
        "Les situations : repas, sorties",
        "Les outils",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Séance 1 : mardi 4 octobre 2022, Hirson", "Séance 2 : mardi 11 octobre 2022, Guise"),
        ("4 octobre 2022, 9h : salle des fêtes, Hirson", "11 octobre 2022, 9h : maison des jeunes, Guise"),
        ("4 octobre 2022, 9h, avec Julie Petit, Hirson", "11 octobre 2022, 9h, avec Marc Lenoir, Guise"),
        ("4 octobre 2022 : Julie Petit, Hirson", "11 octobre 2022 : Marc Lenoir, Guise"),
        ("4 octobre 2022, Hirson (complet)", "11 octobre 2022, Guise (il reste des places)"),
        ("Groupe A : 4 octobre 2022, Hirson", "Groupe B : 11 octobre 2022, Guise"),
    ],
)
def test_counters_places_people_and_states_are_no_titles(lines: tuple[str, str]) -> None:
    body = "".join(f"<p>{line}</p>" for line in lines)
    assert [title for _, title in titles_of(read_page("Formation des relais de quartier", body))] == [None, None]


def test_what_a_report_tells_in_sentences_is_no_title() -> None:
    body = (
        "<p>Le 4 octobre 2022, à Hirson, quatorze habitantes ont arpenté le quartier sous la pluie.</p>"
        "<p>Elles se retrouvent le 9 novembre 2022 à 18h, à Guise, pour en parler avec la mairie.</p>"
    )
    assert {title for _, title in titles_of(read_page("Retour sur la marche exploratoire", body))} == {None}


def test_one_title_for_both_days_of_a_module() -> None:
    body = (
        "<ul><li>9 et 10 mai 2022 : partir des colères, Laon</li>"
        "<li>16 et 17 juin 2022 : construire une campagne, Soissons</li></ul>"
    )
    assert [title for _, title in titles_of(read_page("Pouvoir d'agir : une formation en deux temps", body))] == [
        "Partir des colères",
        "Partir des colères",
        "Construire une campagne",
        "Construire une campagne",
    ]


def test_the_words_of_a_title_are_its_evidence() -> None:
    body = "<ul><li>9 mai 2022 : partir des colères</li><li>16 juin 2022 : construire une campagne</li></ul>"
    reading = read_page("Pouvoir d'agir : une formation en deux temps", body)
    (event,) = reading.events
    proofs = [e for session in event.sessions for e in session.evidence if e.field == "title"]
    assert [e.words for e in proofs] == ["partir des colères", "construire une campagne"]
