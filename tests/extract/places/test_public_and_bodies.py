"""Whom a page is for, told by the territory they are of; places in the names of bodies, people, streets and houses."""

from __future__ import annotations

import pytest

from extract.read import read_document
from warehouse.reference import load_knowledge


def roles_of(html: str) -> dict[str, set[str]]:
    """The roles of the territories that a page names, by the words it names them with."""
    reading = read_document(html.encode(), None, "text/html", load_knowledge())
    roles: dict[str, set[str]] = {}
    for found in reading.territories:
        roles.setdefault(found.text, set()).add(found.role)
    return roles


def page(*lines: str, title: str = "Une rencontre") -> str:
    """A page with a title and paragraphs."""
    return f"<html><body><main><h1>{title}</h1>{''.join(lines)}</main></body></html>"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<p>Le réseau des coordonnatrices de l'Oise se retrouve le 4 mai 2023.</p>", "Oise"),
        ("<p>Les quartiers prioritaires de la Somme changent de contours.</p>", "Somme"),
        ("<p>Journée des élus et techniciens du Boulonnais, le 4 mai 2023</p>", "Boulonnais"),
        ("<p>Atelier à destination des gardiens et bénévoles associatifs de Thiérache.</p>", "Thiérache"),
        ("<p>Réservé aux porteurs d'une première action dans le champ éducatif du Douaisis.</p>", "Douaisis"),
    ],
)
def test_a_wide_territory_whose_people_open_the_page_is_its_target(line: str, name: str) -> None:
    """Those who are named where a page opens are those it is for, in whatever words."""
    assert roles_of(page(line, "<p>Le 4 mai 2023, à Lens.</p>"))[name] == {"target"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<p>Avec le soutien des collectivités de la Somme.</p>", "Somme"),
        ("<p>Étaient présents les référents du Boulonnais.</p>", "Boulonnais"),
        ("<p>Fédération des centres sociaux de l'Oise</p>", "Oise"),
    ],
)
def test_who_pays_or_was_there_is_no_target(line: str, name: str) -> None:
    """The same words tell of a body, or of those who met."""
    assert roles_of(page("<p>Le 4 mai 2023, à Lens.</p>", line))[name] == {"mentioned"}


@pytest.mark.parametrize("heading", ["Groupe Douaisis", "Somme", "Secteur du Boulonnais", "Groupe B – Thiérache"])
def test_a_heading_that_is_but_a_territory_tells_whom_the_days_below_are_for(heading: str) -> None:
    """A group is headed by the territory it is of."""
    html = page("<p>Une formation en deux groupes.</p>" * 8, f"<h2>{heading}</h2><p>Le 4 mai 2023, à Lens.</p>")
    roles = roles_of(html)
    assert {"target"} in [role for name, role in roles.items() if name in heading]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Rendez-vous à Artois Expo le 4 mai 2023.", "Artois"),
        ("Visite d'une résidence de Pas-de-Calais Habitat.", "Pas-de-Calais"),
        ("Avec un formateur du CEMÉA Picardie.", "Picardie"),
        ("Proposé par le CNFPT Nord-Pas de Calais.", "Nord-Pas de Calais"),
        ("Train au départ de Lille-Flandres à 8h12.", "Flandres"),
        ("La soirée a répondu aux questions des Compiégnois.", "Compiégnois"),
        ("Dans le parc social vit un Dunkerquois sur trois.", "Dunkerquois"),
        ("Accueil au 77 rue du Faubourg-de-Roubaix.", "Roubaix"),
        ("Accueil au 5 rue Jules-de-Vicq.", "Vicq"),
        ("Rendez-vous à l'Espace culturel Saint-André.", "Saint-André"),
        ("Petit déjeuner à l'Hôtel de Guînes.", "Guînes"),
        ("Avec une chercheuse de Lille 3.", "Lille"),
        ("Avec le soutien de la Région Picardie.", "Région Picardie"),
    ],
)
def test_a_place_in_a_name_is_no_territory(words: str, name: str) -> None:
    """Bodies, stations, people, streets and houses are called after places."""
    assert name not in roles_of(page(f"<p>{words}</p>"))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Une rencontre dans l'Artois, le 4 mai 2023.", "Artois"),
        ("Les communes du Dunkerquois sont invitées.", "Dunkerquois"),
        ("Rencontre à Roubaix, rue Foch, le 4 mai 2023.", "Roubaix"),
        ("Un atelier se tient à Saint-André-lez-Lille.", "Saint-André-lez-Lille"),
        ("Trois rencontres en Picardie le 4 mai 2015.", "Picardie"),
        ("Accueil à l'hôtel de ville de Guînes le 4 mai 2023.", "Guînes"),
    ],
)
def test_a_place_that_words_lead_to_stays_a_territory(words: str, name: str) -> None:
    """The same names with what leads to a place."""
    assert name in roles_of(page(f"<p>{words}</p>"))


@pytest.mark.parametrize("group", ["Groupe « Arras »", "Arras", "Session d'Arras"])
def test_a_town_where_a_sitting_is_held_is_its_venue(group: str) -> None:
    """Wherever its name stands, the town of a sitting is a venue."""
    html = page(f"<p>{group} : jeudi 4 mai 2023, de 14h à 16h, Maison des sociétés, rue Aristide Briand, Arras</p>")
    assert "venue" in roles_of(html)["Arras"]


@pytest.mark.parametrize("foot", ["IREV, 5 rue de Vicq, 59000 Lille", "Nous écrire : 36 rue de Paris, 59000 Lille"])
def test_the_town_of_an_address_to_write_to_is_no_territory(foot: str) -> None:
    """Nobody meets at the address of who writes."""
    html = page("<p>Rencontre le jeudi 4 mai 2023, de 14h à 16h, à la mairie de Lens.</p>", f"<p>{foot}</p>")
    assert "Lille" not in roles_of(html)
