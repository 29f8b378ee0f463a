"""What a page tells of its sittings apart from their days: by number, in an agenda, in a sentence, under the title."""

from __future__ import annotations

import pytest

from extract.read import read_document
from extract.records import Reading, SessionReading
from warehouse.reference import load_knowledge


def read(title: str, body: str) -> Reading:
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
    return read_document(page.encode(), "https://irev.fr/actualites-0/page", "text/html", load_knowledge())


def told(session: SessionReading) -> tuple[str, str | None, str | None, str | None]:
    city = session.venue.city if session.venue else None
    return session.first_day.isoformat(), session.starts_at, session.ends_at, city


def sessions(reading: Reading) -> list[tuple[str, str | None, str | None, str | None]]:
    return [told(session) for event in reading.events for session in event.sessions]


def test_numbered_lines_belong_to_the_sitting_of_their_number() -> None:
    body = """<p>Les modules se dérouleront les 15 et 29 novembre 2018.</p><ul>
    <li>Module 1 : centre social Éclat, à Calais, de 9h à 12h</li>
    <li>Module 2 : Maison du projet, à Lens, de 14h à 17h</li></ul>"""
    assert sessions(read("Formation des gardiens", body)) == [
        ("2018-11-15", "09:00", "12:00", "Calais"),
        ("2018-11-29", "14:00", "17:00", "Lens"),
    ]


def test_numbers_that_do_not_count_all_sittings_tie_nothing() -> None:
    body = """<p>Les 15 et 29 novembre et le 6 décembre 2018, à Arras.</p><ul>
    <li>Atelier 1 : lire un budget</li><li>Atelier 2 : bâtir un projet, avec Lens</li></ul>"""
    assert [city for *_, city in sessions(read("Formation des gardiens", body))] == ["Arras"] * 3


def test_an_agenda_told_in_paragraphs_holds_an_event_each() -> None:
    body = """<h2>L'agenda</h2><p><b>6 novembre 2018 – Dunkerque</b><br>Visite du quartier. Rendez-vous à 14h.</p>
    <p><b>13 novembre 2018 – Lens</b><br>Ciné-débat « Habiter », à partir de 19h.</p>"""
    reading = read("La lettre du réseau", body)
    assert [event.title for event in reading.events] == ["Visite du quartier", "Ciné-débat « Habiter »"]
    assert sessions(reading) == [("2018-11-06", "14:00", None, "Dunkerque"), ("2018-11-13", "19:00", None, "Lens")]


def test_a_day_alone_under_the_title_stamps_the_page() -> None:
    body = "<p>7 octobre 2024</p><p>La réunion aura lieu le jeudi 17 octobre à 14h30, à Douai.</p>"
    reading = read("Réunion d'information", body)
    assert reading.page.published_on is not None
    assert reading.page.published_on.isoformat() == "2024-10-07"
    assert sessions(reading) == [("2024-10-17", "14:30", None, "Douai")]


def test_the_only_day_under_the_title_is_the_day_of_the_meeting() -> None:
    assert sessions(read("Réunion d'information", "<p>7 octobre 2024</p><p>Salle du conseil, à Douai.</p>"))[0][0] == (
        "2024-10-07"
    )


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("En raison de l'épidémie, les rencontres sont annulées.", "cancelled"),
        ("Les frais d'inscription seront remboursés.", "announced"),
        ("L'aide au transport est annulée.", "announced"),
    ],
)
def test_a_sentence_about_the_whole_event(words: str, status: str) -> None:
    body = f"<p>{words}</p><p>Elles auront lieu les 19 et 20 mars 2020 à Lens.</p>"
    (event,) = read("Rencontres de la médiation sociale", body).events
    assert {session.status for session in event.sessions} == {status}


def test_a_cell_that_says_full_is_the_state_of_its_row() -> None:
    rows = "".join(
        f"<tr><td>{day} mars 2018</td><td>{place}</td></tr>"
        for day, place in ((8, "Laon"), (15, "Complet"), (22, "Guise"))
    )
    (event,) = read("Formation à la laïcité", f"<table><tr><th>Date</th><th>Lieu</th></tr>{rows}</table>").events
    told = [(session.status, session.venue and session.venue.city) for session in event.sessions]
    assert told == [("announced", "Laon"), ("full", None), ("announced", "Guise")]


def test_an_agenda_of_days_under_their_months() -> None:
    body = """<h2>Septembre 2024</h2><ul><li>Jeudi 5 : Réunion des chefs de projet, Lille</li>
    <li>Mardi 17 : Atelier santé mentale, Arras, 9h30</li></ul>
    <h2>Octobre 2024</h2><ul><li>Mardi 22 : Webinaire « Cités éducatives », 14h</li></ul>"""
    reading = read("L'agenda de la politique de la ville", body)
    assert [event.title for event in reading.events] == [
        "Réunion des chefs de projet",
        "Atelier santé mentale",
        "Webinaire « Cités éducatives »",
    ]
    assert sessions(reading) == [
        ("2024-09-05", None, None, "Lille"),
        ("2024-09-17", "09:30", None, "Arras"),
        ("2024-10-22", "14:00", None, None),
    ]


def test_a_row_with_several_days_has_one_place() -> None:
    rows = "".join(
        f"<tr><td>{town}</td><td>{first} mars 2025</td><td>{first + 7} mars 2025</td><td>{place}</td></tr>"
        for town, first, place in (("Lens", 4, "La Plaine, 11 rue de Londres"), ("Arras", 6, "Le Pharos, 3 rue Verte"))
    )
    found = sessions(read("Parcours en deux ateliers", f"<table>{rows}</table>"))
    assert [(day, city) for day, _, _, city in found] == [
        ("2025-03-04", "Lens"),
        ("2025-03-06", "Arras"),
        ("2025-03-11", "Lens"),
        ("2025-03-13", "Arras"),
    ]


def test_a_place_does_not_reach_into_the_next_clause() -> None:
    body = """<p>Le parcours, commencé à Soissons le 16 mars 2023, fait halte plus au nord le mercredi 12 juillet.</p>
    <p>Maison des sociétés, 16 rue Aristide Briand, Arras.</p>"""
    found = sessions(read("Parcours : la deuxième journée", body))
    assert [(day, city) for day, _, _, city in found] == [("2023-03-16", "Soissons"), ("2023-07-12", "Arras")]


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("Rendez-vous à 9 h précises, à Lens. Fin des travaux à midi.", ("09:00", "12:00")),
        ("Accueil à 8h45, à Lens. Fin prévue vers 17h.", ("08:45", "17:00")),
        ("Rendez-vous à 14h, à Lens. Repas à midi pour ceux qui le veulent.", ("14:00", None)),
        ("Rendez-vous à 14h, à Lens. La précédente, à 9h, avait fait salle comble.", ("14:00", None)),
    ],
)
def test_the_end_told_in_a_sentence_of_its_own(words: str, hours: tuple[str, str | None]) -> None:
    body = f"<p>La réunion aura lieu le jeudi 19 mars 2015.</p><p>{words}</p>"
    assert [(start, end) for _, start, end, _ in sessions(read("Réunion", body))] == [hours]


def test_the_same_hours_for_the_days_before() -> None:
    body = """<p>La séance du 19 mars 2020 est reportée au 17 septembre 2020, celle du 26 mars au 24 septembre 2020.
    Même horaire (9h30-12h30), à Roubaix.</p>"""
    found = sessions(read("Trois matinées", body))
    assert {(start, end) for _, start, end, _ in found} == {("09:30", "12:30")}
    assert len(found) == 4


def test_a_flyer_without_a_word_for_its_event() -> None:
    body = "<p>MERCREDI 24 MAI 2023</p><p>14h : cuisine au collège</p><p>17h : goûter à La Luna, 59600 Maubeuge</p>"
    assert [(day, city) for day, _, _, city in sessions(read("Venez voir !", body))] == [("2023-05-24", "Maubeuge")]


def test_a_body_that_has_met_tells_of_a_meeting() -> None:
    body = "<p>La préfète a réuni ce mardi 14 décembre 2021, en préfecture à Amiens, tous les partenaires.</p>"
    assert sessions(read("Installation du comité local", body)) == [("2021-12-14", None, None, "Amiens")]


@pytest.mark.parametrize(
    ("told", "status"),
    [("Elle est reportée au mardi 19 janvier 2021.", "postponed"), ("Nous le regrettons.", "cancelled")],
)
def test_what_could_not_be_held(told: str, status: str) -> None:
    body = f"<p>La séance du mardi 17 novembre 2020, à Lens, n'a pas pu se tenir.</p><p>{told}</p>"
    (event,) = read("Formation des conseillers", body).events
    assert event.sessions[0].status == status


AGENDA = """{opening}<h2>Rencontre des conseils citoyens</h2><p>Jeudi 12 mars 2020 à Lens.</p>{note}
<h2>Atelier sur la participation</h2><p>Mardi 17 mars 2020 à Douai.</p>"""


@pytest.mark.parametrize(
    ("opening", "note", "states"),
    [
        ("", "<p>La rencontre est annulée.</p>", [{"cancelled"}, {"announced"}]),
        ("<p>Les rencontres sont annulées.</p>", "", [{"cancelled"}, {"cancelled"}]),
        ("", "", [{"announced"}, {"announced"}]),
    ],
    ids=["one", "all", "none"],
)
def test_what_is_called_off_under_one_heading_is_that_event(opening: str, note: str, states: list[set[str]]) -> None:
    events = read("Nos rendez-vous de mars", AGENDA.format(opening=opening, note=note)).events
    assert [{session.status for session in event.sessions} for event in events] == states


def test_the_end_told_elsewhere_of_the_same_hour() -> None:
    body = "<p>Le mardi 16 février 2021 à 10h30.</p><p>Le webinaire se tiendra de 10h30 à 12h.</p>"
    assert sessions(read("Webinaire : le numérique", body)) == [("2021-02-16", "10:30", "12:00", None)]


def test_a_place_in_a_later_sentence_of_the_paragraph() -> None:
    body = "".join(
        f"<p><b>{number} journée – {day} 2019</b> : le cadre. Rendez-vous à {town}, espace Villars.</p>"
        for number, day, town in (("1re", "8 octobre", "Denain"), ("2e", "7 novembre", "Maubeuge"))
    )
    assert [city for *_, city in sessions(read("Un parcours de formation", body))] == ["Denain", "Maubeuge"]


def test_a_day_before_the_web_is_history() -> None:
    reading = read("Portrait", "<p>« Le 27 décembre 1974, je m'en souviens », dit-elle. Rencontre à Lens.</p>")
    assert [(date.role, date.rule) for date in reading.dates] == [("past", "before_the_web")]
    assert reading.events == ()


def test_the_town_of_a_site_is_a_territory_too() -> None:
    page = """<html><body><header><p class="site-name">Ville de Grande-Synthe</p></header><h1>Plénière</h1>
    <p>La réunion se tiendra le lundi 4 décembre 2017 à 18h30, salle du Moulin.</p></body></html>"""
    reading = read_document(page.encode(), None, "text/html", load_knowledge())
    assert sessions(reading) == [("2017-12-04", "18:30", None, "Grande-Synthe")]
    assert [(t.territory_id, t.role) for t in reading.territories] == [("59271", "venue")]


def test_words_that_open_a_meeting_to_those_afar_speak_of_the_place_before_them() -> None:
    body = """<p>Le réseau s'est réuni à Lens le 2 février 2023.</p>
    <p>La réunion suivante aura lieu le 22 juin 2023 à Arques. Il sera possible d'y assister en visioconférence.</p>"""
    venues = {venue.city: venue.mode for venue in read("Réseau des développeurs", body).venues}
    assert venues == {"Lens": "in_person", "Arques": "hybrid"}
