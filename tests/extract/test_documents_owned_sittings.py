"""Whose day, hours and place: of a run of days told by ranks, a table, a form, a ceremony, or of somebody else."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_page, tell_sessions

TABLE = """<table><tr><td>Groupe rouge</td><td>3 et 4 mars 2020</td><td>Hirson, salle Ferrer</td></tr>
<tr><td>Groupe bleu</td><td>7 et 8 avril 2020</td><td>Guise, Familistère</td></tr></table>"""


def test_labelled_hours_below_a_table_are_those_of_all_its_rows() -> None:
    found = tell_sessions(read_page("Formation des bénévoles", f"{TABLE}<p>Horaires : 9h-12h et 13h-16h</p>"))
    assert [line[11:22] for line in found] == ["09:00-16:00"] * 4


def test_hours_below_days_that_head_columns_are_those_of_each_day() -> None:
    table = """<table><tr><th></th><th>Groupe de Laon</th><th>Groupe de Vervins</th></tr>
    <tr><td>Dates</td><td>6 et 7 mai 2019</td><td>3 et 4 juin 2019</td></tr>
    <tr><td>Horaires</td><td>9h-16h</td><td>10h-17h</td></tr></table>"""
    found = tell_sessions(read_page("Formation des bénévoles", table))
    assert [line[11:22] for line in found] == ["09:00-16:00", "09:00-16:00", "10:00-17:00", "10:00-17:00"]


@pytest.mark.parametrize(
    ("below", "hours"),
    [
        ("<p>à partir de 10 h</p><dl><dt>Fin</dt><dd>16 h 30</dd></dl>", "10:00-16:30"),
        ("<p>La cérémonie s'est déroulée à 11 h, devant une centaine de personnes.</p>", "11:00-"),
        ("<p>Durée : 1 jour (7 heures), de 9h à 17h</p>", "09:00-17:00"),
        ("<p>Une journée, soit 6h, de 9h30 à 16h30</p>", "09:30-16:30"),
    ],
)
def test_hours_told_apart_from_their_only_day(below: str, hours: str) -> None:
    body = f"<p>Samedi 5 octobre 2019, salle Ferrer à Hirson</p>{below}"
    assert tell_sessions(read_page("Cérémonie des nouveaux habitants", body)) == [f"2019-10-05 {hours} Hirson"]


def test_hours_and_places_of_the_ranks_that_head_sections() -> None:
    text = """# Assises de l'habitat
12 et 13 mars 2024 - Laon
## Première journée, de 14h à 18h
Plénière au théâtre
Maison des arts, 2 rue Haute, 02000 Laon
## Deuxième journée, de 9h à 12h
Ateliers à la salle du Dôme, 7 rue Basse, 02000 Laon"""
    found = read_brochure(text)
    assert tell_sessions(found) == ["2024-03-12 14:00-18:00 Laon", "2024-03-13 09:00-12:00 Laon"]
    assert [s.venue.street for e in found.events for s in e.sessions if s.venue] == ["2 rue Haute", "7 rue Basse"]


def test_a_place_in_the_bracket_that_ends_the_line_of_a_day() -> None:
    body = """<ul><li>Séance 1 – jeudi 2 mai 2019 : Quoi ? Repères, freins et leviers (Noyon, Chartreuse)</li>
    <li>Séance 2 – mardi 4 juin 2019 : faire ensemble, évaluer (Chauny, Espace des Halles)</li></ul>"""
    assert tell_sessions(read_page("Parcours mobilité", body)) == ["2019-05-02 - Noyon", "2019-06-04 - Chauny"]


@pytest.mark.parametrize(
    "aside",
    [
        "Voici le calendrier validé par le comité technique du 9 décembre :",
        "Thèmes retenus en assemblée générale du 9 décembre :",
        "Un guide sera consultable à l'hiver 2021.",
    ],
)
def test_a_day_on_which_it_was_decided_is_no_sitting(aside: str) -> None:
    body = f"""<p>{aside}</p><ul><li>Mardi 12 janvier 2021, 9h, à Laon</li>
    <li>Jeudi 4 février 2021, 9h, à Guise</li></ul>"""
    assert tell_sessions(read_page("Visites d'échange", body)) == ["2021-01-12 09:00- Laon", "2021-02-04 09:00- Guise"]


def test_an_hour_in_the_bracket_of_a_step_is_not_that_of_the_meeting_spoken_of() -> None:
    body = """<p>La réunion aura lieu le jeudi 7 octobre 2021 de 9h à 12h à Laon.</p><p>Ordre du jour :</p>
    <ul><li>Tour de table (9h)</li><li>Points sur les comités techniques du 10 et du 24 juin (10h)</li></ul>"""
    assert tell_sessions(read_page("Réunion du réseau", body)) == ["2021-10-07 09:00-12:00 Laon"]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Les médiateurs se sont réunis", "Rassemblés à Denain le mardi 4 février dernier, ils ont parlé d'accueil."),
        ("Une matinée à Denain", "Ils devaient se voir. C'est chose faite depuis le 4 février, à Denain."),
    ],
)
def test_the_meeting_of_a_report_told_in_passing(title: str, lead: str) -> None:
    body = f"""<p>{lead}</p><p>La prochaine rencontre est fixée au 3 juin 2025, à Arras.</p>
    <p>Publié le 11 février 2025</p>"""
    assert tell_sessions(read_page(title, body)) == ["2025-02-04 - Denain", "2025-06-03 - Arras"]


@pytest.mark.parametrize("line", ["15 janvier 2018, par l'équipe du F3C", "Par Zoé, stagiaire, le 15 janvier 2018"])
def test_a_byline_with_its_day(line: str) -> None:
    body = f"<p>{line}</p><p>Venez !</p><p>Mercredi 7 février 2018, 10h-17h, à Hirson</p>"
    assert tell_sessions(read_page("Journée portes ouvertes", body)) == ["2018-02-07 10:00-17:00 Hirson"]


def test_the_last_of_the_sittings_is_where_they_close() -> None:
    body = """<p>Le parcours compte deux séances :</p><ul><li>Lens, 5 mars 2015 : lancement</li>
    <li>Arras, 2 avril 2015 : clôture, au théâtre</li></ul>"""
    assert tell_sessions(read_page("Parcours", body)) == ["2015-03-05 - Lens", "2015-04-02 - Arras"]


def test_what_cannot_take_place_is_put_off_by_the_words_behind() -> None:
    body = """<p>La journée prévue le jeudi 2 avril 2020 à Lens ne pourra pas se tenir.</p>
    <p>Elle est décalée au 8 octobre 2020.</p>"""
    assert tell_sessions(read_page("Journée du réseau", body))[0] == "2020-04-02 - Lens postponed"


@pytest.mark.parametrize(
    ("body", "second"),
    [
        ("<p>Jeudi 9 mai 2019 : payer. Dans nos murs.</p>", "2019-05-09 - Lille"),
        ("<p>La rencontre suivante est prévue le 9 mai 2019 (lieux à confirmer).</p>", "2019-05-09 - ?"),
        ("<p>Jeudi 9 mai 2019 : « Une ressource ? », webinaire, 10h-11h</p>", "2019-05-09 10:00-11:00 ? online"),
    ],
)
def test_places_told_in_few_words(body: str, second: str) -> None:
    first = "<p>Rencontre de l'IREV le mardi 9 avril 2019, de 9h à 12h, à Arras.</p>"
    assert tell_sessions(read_page("Rencontres de l'IREV", first + body))[-1] == second


def test_the_address_below_an_invitation_to_the_screen() -> None:
    body = """<p>Les matins du droit reviennent : une heure en visio.</p><p>Mardi 10 janvier 2023 - 9h à 10h</p>
    <p>Payer</p><p>Mardi 7 février 2023 - 9h à 10h</p><p>Signer</p><p>Je m'inscris</p>
    <p>Maison du droit - 2 rue Haute - 60000 Beauvais</p>"""
    assert [line[23:] for line in tell_sessions(read_page("Les matins du droit", body))] == ["? online", "? online"]
