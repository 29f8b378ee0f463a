"""Events of letters, rubrics and prints, called by their own lines; kinds told by more than the noun of a day."""

from __future__ import annotations

import pytest

from extract.events.page.nameless import names_nothing
from extract.read import read_document
from extract.records import EventReading
from warehouse.reference import load_knowledge


def events_of(title: str, *lines: str) -> tuple[EventReading, ...]:
    """The events of a page with a title and paragraphs."""
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html><body><main><h1>{title}</h1>{body}</main></body></html>"
    return read_document(page.encode(), None, "text/html", load_knowledge()).events


@pytest.mark.parametrize(
    "title",
    ["INFOS QUARTIER", "La lettre du réseau", "Flash quartiers", "L'édito", "Chez nos partenaires", "Imprimer | Fermer",
     "Loc'Infos", "Le coin des bénévoles", "Les nouvelles du Faubourg", "La gazette des Tilleuls n° 12"],
)  # fmt: skip
def test_papers_and_rubrics_name_nothing(title: str) -> None:
    """A letter, a rubric, a print."""
    assert names_nothing(title)


@pytest.mark.parametrize(
    "title",
    ["Habiter, écouter, relier", "Réunion d'information sur les charges", "Forum des lettres",
     "Nos quartiers à l'écran",
     "Numérique : ne laisser personne au bord du chemin", "Lettre à mon quartier : atelier d'écriture"],
)  # fmt: skip
def test_names_of_events_name_something(title: str) -> None:
    """What takes place, by a noun or by what it is about."""
    assert not names_nothing(title)


@pytest.mark.parametrize("title", ["LES NOUVELLES DU QUARTIER", "INFOS LOCATAIRES", "Chez nos voisins"])
def test_the_one_event_of_a_letter_is_called_by_its_line(title: str) -> None:
    """The name stands with the day."""
    line = (
        "Réunion d'information sur les travaux de la rue du Chêne, le vendredi 24 mai 2019 à 18h, à la mairie de Lens."
    )
    (event,) = events_of(title, "À noter !", line)
    assert event.title.startswith("Réunion d'information sur les travaux")


@pytest.mark.parametrize("title", ["Ensemble au jardin", "Mieux se loger, mieux vivre"])
def test_a_title_that_says_what_it_is_about_is_kept(title: str) -> None:
    """No letter, no rubric."""
    (event,) = events_of(title, "Une rencontre avec les habitants, le vendredi 24 mai 2019 à 18h, à la mairie de Lens.")
    assert event.title == title


@pytest.mark.parametrize("called", ["Ce cycle s'adresse aux élus.", "Un cycle de rencontres pour les élus."])
def test_three_days_that_are_called_a_cycle_are_one(called: str) -> None:
    """Whatever each of the days is called."""
    days = ("Rencontre le 4 mai 2023 à Lens.", "Rencontre le 11 mai 2023 à Arras.", "Rencontre le 25 mai 2023 à Lille.")
    assert {event.event_type for event in events_of("Habiter la ville", called, *days)} == {"cycle"}


@pytest.mark.parametrize("lead", ["Une école de la ville participe.", "Le cycle 3 de l'école participe."])
def test_days_that_nothing_calls_a_cycle_are_none(lead: str) -> None:
    """A class of a school is none."""
    days = ("Rencontre le 4 mai 2023 à Lens.", "Rencontre le 11 mai 2023 à Arras.", "Rencontre le 25 mai 2023 à Lille.")
    assert "cycle" not in {event.event_type for event in events_of("Habiter la ville", lead, *days)}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Plénière du conseil citoyen", "plénière"),
        ("Lecture-goûter à la médiathèque", "lecture"),
        ("Vote sur les compteurs d'eau", "vote"),
        ("Vernissage : portraits du quartier", "vernissage"),
    ],
)
def test_nouns_at_the_head_of_titles(title: str, kind: str) -> None:
    """What an event is called by the first word of its title."""
    (event,) = events_of(title, "Le vendredi 24 mai 2019 à 18h, à la mairie de Lens.")
    assert event.event_type == kind
