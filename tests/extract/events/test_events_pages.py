"""Whole small pages: which days are sessions of what, where, in which cycle, and what the page only mentions."""

import datetime as dt

import pytest

from extract.read import read_document
from extract.records import EventReading, Reading
from warehouse.reference import load_knowledge


def read(title: str, body: str, url: str = "https://irev.fr/actualites-0/page", published: str = "") -> Reading:
    stamp = (
        f"<div class='field'><div class='field-label'>Publié le</div><div>{published}</div></div>" if published else ""
    )
    page = f"<html><head><title>{title} | IREV</title></head><body><h1>{title}</h1>{body}{stamp}</body></html>"
    return read_document(page.encode(), url, "text/html; charset=utf-8", load_knowledge())


def only(reading: Reading) -> EventReading:
    (event,) = reading.events
    return event


def days(event: EventReading) -> list[str]:
    return [f"{s.day or s.precision}{' ' + s.starts_at if s.starts_at else ''}" for s in event.sessions]


def cities(event: EventReading) -> list[str | None]:
    return [s.venue.city if s.venue else None for s in event.sessions]


def test_each_day_goes_to_the_town_on_its_side() -> None:
    event = only(
        read("Cycle de formation X-Y", "<p>Deux sessions : Béthune (7 et 8 mars 2022) et Lens (16 et 17 mai 2022).</p>")
    )
    assert days(event) == ["2022-03-07", "2022-03-08", "2022-05-16", "2022-05-17"]
    assert cities(event) == ["Béthune", "Béthune", "Lens", "Lens"]


def test_an_address_on_the_lines_after_a_day_is_its_venue() -> None:
    lines = "le jeudi 12 mai 2022", "de 9h à 12h", "Maison des associations", "24 place de la Liberté", "59100 ROUBAIX"
    body = f"<p>{'<br>'.join(lines)}</p>"
    (session,) = only(read("Atelier budget", body)).sessions
    assert session.venue is not None
    assert (session.venue.name, session.venue.street) == ("Maison des associations", "24 place de la Liberté")
    assert (session.venue.postcode, session.venue.city) == ("59100", "Roubaix")
    assert (session.starts_at, session.ends_at) == ("09:00", "12:00")


def test_rows_of_a_table_keep_day_and_place_together() -> None:
    rows = "".join(
        f"<tr><td>{city}</td><td>{day}</td><td>{place}</td></tr>"
        for city, day, place in (
            ("Arras", "14 mai 2019", "68 boulevard Faidherbe"),
            ("Dunkerque", "4 juin 2019", "Halle aux sucres"),
        )
    )
    event = only(
        read("Formation des bailleurs", f"<table><tr><th>Ville</th><th>Date</th><th>Lieu</th></tr>{rows}</table>")
    )
    assert days(event) == ["2019-05-14", "2019-06-04"]
    assert cities(event) == ["Arras", "Dunkerque"]


def test_the_envelope_of_the_dates_field_never_becomes_sessions() -> None:
    body = (
        "<p>Rendez-vous les 12 et 13 mars puis le 10 avril 2018 à Valenciennes.</p>"
        "<div class='field'><div class='field-label'>Dates:</div>"
        "<div>Lundi 12 mars 2018 - 01:00 - Mardi 10 avril 2018 - 02:00</div></div>"
    )
    assert days(only(read("Formation des médiateurs", body))) == ["2018-03-12", "2018-03-13", "2018-04-10"]


def test_the_dates_field_of_news_is_its_publication() -> None:
    body = (
        "<p>Un webinaire aura lieu le jeudi 25 novembre de 10h à 11h.</p>"
        "<div class='field'><div class='field-label'>Dates:</div><div>Lundi 8 novembre 2021 - 10:00</div></div>"
    )
    reading = read("Webinaire santé", body, published="8 novembre 2021")
    assert days(only(reading)) == ["2021-11-25 10:00"]
    assert reading.page.published_on == dt.date(2021, 11, 8)
    assert only(reading).sessions[0].date.year_from == "weekday"


def test_law_days_and_deadlines_are_no_sessions() -> None:
    body = (
        "<p>La loi du 21 février 2014 et la circulaire du 22 janvier 2019 seront présentées lors de la journée du "
        "5 mars 2020, à Amiens. Inscription avant le 20 février 2020.</p>"
    )
    event = only(read("Journée d'étude", body))
    assert days(event) == ["2020-03-05"]
    assert event.registration_deadline == dt.date(2020, 2, 20)


def test_an_earlier_edition_is_an_event_of_its_own_with_its_own_numbers() -> None:
    body = (
        "<p>Une journée d'approfondissement se tiendra le mardi 14 juin 2022 à Arras.</p>"
        "<p>Le cycle « Agir contre le non-recours » proposé en mars 2022 s'inscrit dans cette mission. "
        "Ce cycle, composé de 4 sessions, a réuni 18 participants.</p>"
    )
    main, earlier = read("Journée d'approfondissement", body).events
    assert days(main) == ["2022-06-14"]
    assert main.participants is None
    assert (earlier.relation, earlier.stated_sessions, earlier.participants) == ("mentions", 4, 18)
    assert [(s.precision, s.first_day) for s in earlier.sessions] == [("month", dt.date(2022, 3, 1))]
    assert main.cycle == earlier.cycle == "Agir contre le non-recours"


def test_an_agenda_holds_one_event_a_heading() -> None:
    body = (
        "<h3>Rencontre des coordinateurs</h3><p>mardi 10 septembre 2019, 14h-17h, à l'IREV.</p>"
        "<h3>Atelier « Lire un budget »</h3><p>jeudi 3 octobre 2019 de 9h30 à 12h, à Arras.</p>"
    )
    events = read("Agenda de rentrée", body).events
    assert [(event.title, event.event_type) for event in events] == [
        ("Rencontre des coordinateurs", "rencontre"),
        ("Atelier « Lire un budget »", "atelier"),
    ]
    assert [cities(event) for event in events] == [["Lille"], ["Arras"]]


def test_an_agenda_of_lines_holds_one_event_a_line() -> None:
    lines = (
        "Mercredi 4 décembre 2019, 14h – Goûter des familles, salle Jaurès, Liévin",
        "Mardi 10 décembre 2019, 9h30-11h30 – Petit-déjeuner santé, maison de quartier Calonne, Liévin",
    )
    first, second = read("L'agenda de décembre", "".join(f"<p>{line}</p>" for line in lines)).events
    assert (first.title, days(first)) == ("Goûter des familles", ["2019-12-04 14:00"])
    assert (second.title, second.event_type, days(second)) == (
        "Petit-déjeuner santé",
        "petit-déjeuner",
        ["2019-12-10 09:30"],
    )


def test_hours_on_the_line_before_a_list_hold_for_the_list() -> None:
    items = "".join(f"<li>mardi {day} 2020 : laïcité</li>" for day in ("29 septembre", "13 octobre", "10 novembre"))
    event = only(
        read("Webinaires laïcité", f"<p>Chaque webinaire se déroule en ligne, de 13h à 14h30 :</p><ul>{items}</ul>")
    )
    assert days(event) == ["2020-09-29 13:00", "2020-10-13 13:00", "2020-11-10 13:00"]


def test_a_date_that_is_a_label_is_read() -> None:
    body = "<p>Trois webinaires sur Zoom.</p><p><b>Mardi 10 janvier 2023 :</b> Faire venir</p>"
    assert days(only(read("Les midis de la participation", body))) == ["2023-01-10"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("La séance du 12 mai 2022 est annulée.", "cancelled"),
        ("La séance du 12 mai 2022 est reportée au 9 juin 2022.", "postponed"),
        ("Séance du 12 mai 2022 : complet !", "full"),
        ("Séance du 12 mai 2022.", "announced"),
    ],
)
def test_status(words: str, status: str) -> None:
    session = only(read("Réunion de réseau", f"<p>{words}</p>")).sessions[0]
    assert (session.day, session.status) == (dt.date(2022, 5, 12), status)


def test_a_report_looks_back_for_a_missing_year() -> None:
    reading = read(
        "Retour sur la rencontre",
        "<p>Le 12 décembre, 40 personnes se sont réunies à Creil.</p>",
        published="8 janvier 2024",
    )
    event = only(reading)
    assert (days(event), event.relation) == (["2023-12-12"], "reports")


def test_the_next_meeting_of_a_report_is_another_event() -> None:
    following = "<p>Prochain rendez-vous le mardi 13 juin, de 9h30 à 12h30.</p>"
    body = f"<p>Les chefs de projet se sont retrouvés à Arras.</p>{following}"
    first, second = read("Retour sur la rencontre du 8 mars 2017", body, published="24 mars 2017").events
    assert (days(first), days(second)) == (["2017-03-08"], ["2017-06-13 09:30"])


def test_hours_said_once_hold_for_all_days() -> None:
    days_listed = "<li>jeudi 11 mai 2017 à Boulogne-sur-Mer</li><li>lundi 29 mai 2017 à Calais</li>"
    body = f"<ul>{days_listed}</ul><p>Chaque journée : 9h-17h.</p>"
    event = only(read("Le cycle sur la Côte d'Opale", body))
    assert days(event) == ["2017-05-11 09:00", "2017-05-29 09:00"]


def test_a_page_without_an_event_has_none_and_says_what_it_saw() -> None:
    reading = read("Appel à projets", "<p>Le texte paru le 12 mars 2019 précise les conditions.</p>")
    assert reading.events == ()


def test_a_listing_gives_no_events() -> None:
    entries = "".join(
        f"<div class='views-row'><h2><a href='/actualites-0/p{n}'>Journée numéro {n}</a></h2><p>{n} mars 2021</p></div>"
        for n in range(2, 9)
    )
    reading = read("Actualités", f"<div class='view-content'>{entries}</div>", url="https://irev.fr/actualites-0")
    assert (reading.page.kind, reading.events) == ("listing", ())


@pytest.mark.parametrize(
    ("title", "cycle"),
    [
        ("Cycle de qualification Égalité-citoyenneté : bassin minier", "Égalité-citoyenneté"),
        ("Égalité-citoyenneté : le cycle à Douai", "Égalité-citoyenneté"),
        ("Journée de clôture du cycle « Habiter et participer »", "Habiter et participer"),
        ("Cycle Développement économique urbain 2013-2014", "Développement économique urbain"),
        ("Cycle de formation « Laïcité au quotidien » – Creil", "Laïcité au quotidien"),
    ],
)
def test_the_name_of_a_series_has_no_edition_in_it(title: str, cycle: str) -> None:
    assert only(read(title, "<p>Le mardi 14 mars 2017 à Douai.</p>")).cycle == cycle


def test_every_stated_value_has_evidence_that_points_to_its_words() -> None:
    body = "<p>L'IREV organise le mardi 14 juin 2022 de 9h à 12h, à Arras, un atelier à destination des élus.</p>"
    event = only(read("Atelier « Budgets »", body))
    fields = {item.field for item in event.evidence} | {item.field for s in event.sessions for item in s.evidence}
    assert {"title", "event_type", "organiser", "audience", "day", "starts_at", "venue_id"} <= fields
