"""Towns before any mark in a heading, stamps that close a footer, signed days, meetings moved to no day or another."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.read import read_document
from extract.records import Reading, SessionReading
from warehouse.reference import load_knowledge


def read(body: str, footer: str = "") -> Reading:
    """The reading of a page with a body and a footer."""
    page = f"<html><body><main><h1>Rencontres</h1>{body}</main><footer>{footer}</footer></body></html>"
    return read_document(page.encode(), None, "text/html", load_knowledge())


def read_text(text: str) -> Reading:
    """The reading of plain text."""
    return read_document(text.encode(), None, "text/plain", load_knowledge())


def sittings(reading: Reading) -> list[SessionReading]:
    """All sittings in the order of their days."""
    return sorted((s for e in reading.events for s in e.sessions), key=lambda s: s.first_day)


@pytest.mark.parametrize("mark", ["·", "–", "|", ":", "•"])
def test_a_town_that_opens_a_heading_is_where_the_street_below_lies(mark: str) -> None:
    """Not in the town of the footer."""
    cards = "".join(
        f"<div><h4>{town} {mark} {quarter}</h4><p>{day}</p><p>Rassemblement à 10 h, hall du 4 rue Debussy</p></div>"
        for town, quarter, day in (
            ("Hem", "Longchamp", "Mardi 10 mai 2022"),
            ("Louvroil", "Les Provinces", "Jeudi 12 mai 2022"),
        )
    )
    found = sittings(read(cards, "Habitat du Nord, 27 boulevard Vauban, Lille. Page publiée le 21/04/2022."))
    assert [s.venue.city for s in found if s.venue] == ["Hem", "Louvroil"]


@pytest.mark.parametrize(
    "stamp", ["mise en ligne : 31/08/2023", "publié le 31 août 2023", "Mis en ligne le 31.08.2023"]
)
def test_a_stamp_behind_the_address_of_a_footer_dates_the_page(stamp: str) -> None:
    """So days without a year are of it."""
    reading = read("<p>Forum jeudi 14 septembre à 10h, salle Ravel à Arras.</p>", f"12 rue Foch, 62000 Arras – {stamp}")
    assert [s.first_day for s in sittings(reading)] == [dt.date(2023, 9, 14)]


@pytest.mark.parametrize("signed", ["le 31 mai 2024", "31 mai 2024", "Arras, le 31 mai 2024"])
def test_the_day_that_ends_a_letter_is_when_it_was_written(signed: str) -> None:
    """Where it lies before the day that the letter tells."""
    text = f"Bonjour,\n\nNous visitons mercredi 5 juin le parc de Lens, à 14h.\n\nÀ bientôt,\nPaul Vasseur\n{signed}\n"
    assert [s.first_day for s in sittings(read_text(text))] == [dt.date(2024, 6, 5)]


@pytest.mark.parametrize(
    "moved", ["=> repoussée à une date inconnue", "– reportée à la rentrée", ", repoussée à l'automne"]
)
def test_what_is_set_off_as_moved_to_no_day_is_postponed(moved: str) -> None:
    """With when it may be held, too."""
    found = sittings(read(f"<p>Visite de la ferme de Laon, prévue le 23 avril 2020 {moved}.</p>"))
    assert [s.status for s in found] == ["postponed"]


@pytest.mark.parametrize("held", ["ce sera le 21", "elle aura lieu le 21", "elle se tiendra finalement le 21"])
def test_a_number_tells_the_day_that_took_the_place_of_another(held: str) -> None:
    """The month is that of the day given up."""
    found = sittings(read(f"<p>La réunion devait se tenir le 14 novembre 2019, {held}, à la mairie de Calais.</p>"))
    assert [s.first_day for s in found][-1:] == [dt.date(2019, 11, 21)]


@pytest.mark.parametrize(
    "words",
    [
        "salle d'attente ouverte dix minutes avant",
        "école et familles : ce que l'on a appris",
        "collège et parents, qui parle à qui",
    ],
)
def test_what_is_no_place_leaves_a_meeting_on_line(words: str) -> None:
    """A waiting room on a screen, a subject told of two things."""
    found = sittings(read(f"<p>Webinaire le 26 janvier 2021 à 10h sur Zoom, {words}.</p>"))
    assert [s.venue.mode for s in found if s.venue] == ["online"]


@pytest.mark.parametrize("words", ["formule mixte", "même formule mixte", "format mixte"])
def test_a_mixed_way_to_meet_is_both(words: str) -> None:
    """A place and a screen."""
    found = sittings(read(f"<p>12 juin 2025, 14h-17h, à Lille, à la Maison des associations ({words}).</p>"))
    assert [s.venue.mode for s in found if s.venue] == ["hybrid"]


@pytest.mark.parametrize("season", ["Hiver 2018", "Printemps 2018", "Février 2018"])
def test_a_limit_in_full_dates_days_before_a_season_does(season: str) -> None:
    """A winter may begin in the year before."""
    found = sittings(
        read(
            f"<p>{season}</p><p>15 février, Calais</p><p>22 mars, Lens</p><p>Inscription avant le 26 janvier 2018.</p>"
        )
    )
    assert [s.first_day for s in found] == [dt.date(2018, 2, 15), dt.date(2018, 3, 22)]


@pytest.mark.parametrize("words", ["mêmes heures qu'à Lens", "plus longue qu'à Lens", "autrement qu'à Lens"])
def test_a_town_that_others_are_compared_to_is_not_where_they_meet(words: str) -> None:
    """The line opens with its own town."""
    found = sittings(
        read(f"<p>Calais – la réunion est le 21 novembre 2019 ({words}), à la sous-préfecture, 9 rue Foch.</p>")
    )
    assert [s.venue.city for s in found if s.venue] == ["Calais"]


@pytest.mark.parametrize(
    "words",
    [
        "nous recevrons une équipe de Roubaix",
        "nous accueillerons les médiateurs de Roubaix",
        "on invitera des élus de Roubaix",
    ],
)
def test_those_who_come_to_one_sitting_are_not_where_it_is(words: str) -> None:
    """All meet in the one place that the page tells."""
    found = sittings(
        read(
            "<p>Le premier atelier (jeudi 5 février 2015) porte sur les relais. Le deuxième (jeudi 5 mars 2015) "
            f"s'appuie sur ce que fait Saint-Denis. Lors du troisième, mercredi 8 avril 2015, {words}.</p>"
            "<p>Les ateliers ont lieu à la mairie, 15 rue Catulienne, à Lens.</p>"
        )
    )
    assert found[-1].venue is not None
    assert found[-1].venue.city == "Lens"


@pytest.mark.parametrize("thing", ["délai", "la fin des travaux est", "signature"])
def test_a_term_that_is_moved_is_no_meeting(thing: str) -> None:
    """As a meeting would be."""
    found = sittings(read(f"<p>Forum le 10 mars 2020 à Lens. On en parle, {thing} repoussée au 30 juin 2020.</p>"))
    assert [s.first_day for s in found] == [dt.date(2020, 3, 10)]


@pytest.mark.parametrize("thing", ["Le forum est repoussé", "La rencontre est reportée", "L'atelier est décalé"])
def test_a_meeting_that_is_moved_is_held_then(thing: str) -> None:
    """On its new day."""
    found = sittings(read(f"<p>{thing} au 30 juin 2020, à Lens.</p>"))
    assert [s.first_day for s in found] == [dt.date(2020, 6, 30)]


@pytest.mark.parametrize(
    "words", ["Le jour 2 à Lens se termine à 16h.", "La première séance à Lens se termine à 16h.", "Lens : fin à 16h."]
)
def test_rows_that_hold_their_places_keep_them(words: str) -> None:
    """Whatever is said of one of them below."""
    rows = (("Calais", "05/10/2021", "12/10/2021", "Le Channel"), ("Lens", "06/10/2021", "13/10/2021", "Mairie"))
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    head = "<tr><th>Ville</th><th>Jour 1</th><th>Jour 2</th><th>Salle</th></tr>"
    found = sittings(read(f"<table>{head}{cells}</table><p>Horaires : 9h30 à 17h. {words}</p>"))
    assert [s.venue.city for s in found if s.venue] == ["Calais", "Lens", "Calais", "Lens"]


@pytest.mark.parametrize("told", ["Salle complète (07/03)", "Il ne reste plus de place (07/03/2022)."])
def test_a_day_in_brackets_that_is_that_of_the_last_change_is_no_meeting(told: str) -> None:
    text = f"Séminaire des cités\n\nMercredi 23 mars 2022, 9h15, à Lille\n\n{told}\n\nModifié le 07/03/2022 17:40\n"
    reading = read_document(text.encode(), None, "text/plain", load_knowledge())
    assert [str(s.first_day) for e in reading.events for s in e.sessions] == ["2022-03-23"]
