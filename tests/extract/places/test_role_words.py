"""The role of a territory by the words of its sentence: who is gathered, where a series runs, and where it has been."""

from __future__ import annotations

import pytest

from extract.places import find_territories
from tests.extract.places.pages import KNOWLEDGE, OTHERS, PREAMBLE, Line, page

ROLES: list[tuple[str, dict[str, str]]] = [
    ("Le cycle s'installe dans le Douaisis.", {"Douaisis": "target"}),
    (
        "Trois villes, un même groupe : Boulogne / Calais / St Omer",
        {"Boulogne": "target", "Calais": "target", "St Omer": "target"},
    ),
    (
        "L'IREV invite les conseils citoyens de Roubaix, Tourcoing et Wattrelos à une soirée.",
        {"Roubaix": "target", "Tourcoing": "target", "Wattrelos": "target"},
    ),
    (
        "Après Soissons et Arras, le cycle se termine à Lille.",
        {"Soissons": "earlier_edition", "Arras": "earlier_edition", "Lille": "target"},
    ),
    ("En 2016, ce cycle a été mené à Creil.", {"Creil": "earlier_edition"}),
    ("La précédente édition s'était tenue à Angers.", {"Angers": "earlier_edition"}),
    ("Le séminaire est déjà passé par Lens et Liévin.", {"Lens": "earlier_edition", "Liévin": "earlier_edition"}),
    (
        "Cette formation est proposée sur quatre territoires du Nord : Roubaix, Maubeuge, Douai et Denain.",
        {"Roubaix": "target", "Maubeuge": "target", "Douai": "target", "Denain": "target"},
    ),
    ("L'an dernier, la rencontre avait lieu à Beauvais.", {"Beauvais": "earlier_edition"}),
    ("L'an passé à Laon, cette année à Soissons : le forum voyage.", {"Laon": "earlier_edition"}),
    ("Le cycle, initié à Roubaix en 2014, arrive dans l'Oise.", {"Roubaix": "earlier_edition", "Oise": "target"}),
    ("Il y a deux ans, la première session s'est tenue à Calais.", {"Calais": "earlier_edition"}),
    (
        "Une formation pour les adultes-relais de Valenciennes et d'Anzin.",
        {"Valenciennes": "target", "Anzin": "target"},
    ),
    ("Cette journée réunit les acteurs de la politique de la ville du Pas-de-Calais.", {"Pas-de-Calais": "target"}),
    ("Une journée destinée aux professionnels de Dunkerque.", {"Dunkerque": "target"}),
    ("Vous travaillez à Lens ou à Liévin ?", {"Lens": "mentioned", "Liévin": "mentioned"}),
    ("Vous êtes élu, technicien ou habitant du Calaisis ?", {"Calaisis": "target"}),
    ("La démarche a été expérimentée à Grenoble.", {"Grenoble": "mentioned"}),
    ("Paul Durand, maire de Lens, ouvrira la journée.", {"Lens": "mentioned"}),
    (
        "Il a réuni 34 stagiaires issus de Lens, Liévin et Avion.",
        {"Lens": "target", "Liévin": "target", "Avion": "target"},
    ),
    (
        "Une première session s'est déroulée à Arras ; la prochaine se déroulera à Béthune le 4 mai.",
        {"Béthune": "venue"},
    ),
    ("Un cycle sur mesure pour Hénin-Carvin", {"Hénin-Carvin": "target"}),
    ("Publics : acteurs de Denain et de Somain", {"Denain": "target", "Somain": "target"}),
    (
        "La session est ouverte en priorité aux acteurs de l'arrondissement de Cambrai.",
        {"arrondissement de Cambrai": "target"},
    ),
    ("Le 4 mai à Lille, un film tourné à Roubaix sera projeté.", {"Lille": "venue", "Roubaix": "mentioned"}),
    (
        "Formation déjà organisée en 2015 à Boulogne-sur-Mer et en 2016 à Calais.",
        {"Boulogne-sur-Mer": "earlier_edition", "Calais": "earlier_edition"},
    ),
    (
        "Les éditions 2014 et 2015 ont eu lieu à Amiens et à Creil.",
        {"Amiens": "earlier_edition", "Creil": "earlier_edition"},
    ),
    ("Ce parcours accompagne les quartiers de Maubeuge et de Jeumont.", {"Maubeuge": "target", "Jeumont": "target"}),
    ("Le cycle se déploie sur le territoire de la CAPSO.", {"CAPSO": "target"}),
    ("Expérimenté à Tourcoing, le dispositif est étendu à Roubaix.", {"Tourcoing": "mentioned"}),
    (
        "Suite au succès de la session de Tourcoing, une nouvelle session est ouverte pour le Valenciennois.",
        {"Tourcoing": "earlier_edition", "Valenciennois": "target"},
    ),
    ("Rappel : la session de Douai est complète.", {"Douai": "venue"}),
    (
        "Quatre ans après Saint-Quentin, les rencontres reviennent dans l'Aisne.",
        {"Saint-Quentin": "earlier_edition", "Aisne": "target"},
    ),
]


def roles(*lines: Line) -> dict[str, str]:
    found, _ = find_territories(page(PREAMBLE, *OTHERS, *lines), KNOWLEDGE)
    return {reading.text: reading.role for reading in found}


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_role_by_words(text: str, expected: dict[str, str]) -> None:
    found = roles(text)
    assert {name: found.get(name) for name in expected} == expected


def test_a_question_above_says_for_whom() -> None:
    assert roles("Pour qui ?", "Professionnels de santé de la Somme") == {"Somme": "target"}


def test_a_question_in_the_line_says_for_whom() -> None:
    assert roles("Pour qui ? Professionnel(le)s de la Somme") == {"Somme": "target"}


def test_an_institution_that_bears_the_name_of_an_area_is_not_the_area() -> None:
    assert roles("Un géographe de l'université d'Artois anime l'atelier dans le Cambrésis.") == {"Cambrésis": "target"}
