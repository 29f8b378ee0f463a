"""When a letter appeared: the day in its title, the dated line of its writer, `Diffusé le`."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.read import read_document
from extract.records import Reading
from warehouse.reference import load_knowledge


def read(title: str, *lines: str) -> Reading:
    """The reading of a page with a title and paragraphs."""
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html><body><main><h1>{title}</h1>{body}</main></body></html>"
    return read_document(page.encode(), None, "text/html", load_knowledge())


MEETING = "Rencontre le jeudi 15 mars 2018 à 14h, à la mairie de Lens."


@pytest.mark.parametrize(
    "title",
    [
        "LA LETTRE DU RÉSEAU - n° 87 - 5 février 2018",
        "LES BRÈVES DE L'ASSOCIATION - 5 février 2018",
        "L'ÉCHO DES QUARTIERS - édition du 5 février 2018",
        "Flash quartiers, lundi 5 février 2018",
    ],
)
def test_the_day_in_the_title_of_a_letter_is_that_of_its_issue(title: str) -> None:
    """No sitting is held on it."""
    reading = read(title, MEETING)
    assert reading.page.published_on == dt.date(2018, 2, 5)
    assert [s.first_day for e in reading.events for s in e.sessions] == [dt.date(2018, 3, 15)]


@pytest.mark.parametrize("title", ["Forum des métiers - 5 février 2018", "Réunion publique, lundi 5 février 2018"])
def test_the_day_in_the_title_of_an_event_is_its_own(title: str) -> None:
    """A title that names what takes place tells when."""
    reading = read(title, "À 14h, à la mairie de Lens.")
    assert reading.page.published_on is None
    assert [s.first_day for e in reading.events for s in e.sessions] == [dt.date(2018, 2, 5)]


@pytest.mark.parametrize("stamp", ["Diffusé le 5 février 2018", "Diffusé le 05/02/2018"])
def test_what_is_sent_out_is_published(stamp: str) -> None:
    """As what is put on line."""
    assert read("Rencontre du réseau", MEETING, stamp).page.published_on == dt.date(2018, 2, 5)


def test_the_dated_line_of_a_letter_goes_before_its_last_change() -> None:
    """A page that was changed since appeared on the day that its writer tells."""
    reading = read(
        "Cité éducative", "Mis à jour le 09/02/2018", "Soissons, le 5 février 2018", "La sous-préfète.", MEETING
    )
    assert reading.page.published_on == dt.date(2018, 2, 5)
