"""The address of who sends a paper is no place where people meet, when the page names that place."""

from __future__ import annotations

import pytest

from tests.extract.documents import places_of, read_brochure


@pytest.mark.parametrize(
    "tail",
    [
        "ORIV - 2e étage - 12 rue de Metz - 59500 Douai",
        "Direction de la cohésion sociale - 12 rue de Metz - 59500 Douai",
        "## Renseignements\nLigue de l'enseignement\n12 rue de Metz\n59500 Douai\nLa ligue est ouverte à tous.\nMerci.",
    ],
)
def test_an_address_at_the_end_of_a_paper(tail: str) -> None:
    text = f"# À vos agendas !\n## Forum des conseils citoyens\nMercredi 8 juin 2022\nAbbeville\nEntrée libre\n{tail}"
    assert places_of(read_brochure(text, "flyer")) == [(None, None, "Abbeville")]


def test_the_only_address_of_a_paper_is_its_place() -> None:
    text = (
        "# Forum des conseils citoyens\nMercredi 8 juin 2022\nEntrée libre\nSalle Vauban - 12 rue de Metz - 59500 Douai"
    )
    assert places_of(read_brochure(text, "flyer")) == [("Salle Vauban", "12 rue de Metz", "Douai")]


@pytest.mark.parametrize(
    "tail",
    [
        "## Retour\navant le 3 juin 2022\nCentre de ressources\n12 rue de Metz\n59500 Douai\nMerci\nÀ bientôt\nNous",
        "Mairie - 12 rue de Metz - 80100 Abbeville - Tél. 03 22 00 00 00",
    ],
)
def test_an_address_to_answer_to(tail: str) -> None:
    head = "# Forum des conseils citoyens\nMercredi 8 juin 2022\nLe Rex\n4 rue Verte\n80100 Abbeville"
    text = f"{head}\nEntrée libre\n{tail}"
    assert places_of(read_brochure(text)) == [("Le Rex", "4 rue Verte", "Abbeville")]


def test_the_towns_of_workshops_in_a_programme() -> None:
    text = """# Journée des cités éducatives
Mercredi 18 octobre 2023 - Hôtel de région, Lille
9h30 Ouverture
14h00 Ateliers en parallèle
Atelier 1 : La lecture (Denain)
Table ronde 2 : L'entreprise (Maubeuge, Calais)
16h30 Clôture"""
    assert places_of(read_brochure(text)) == [("Hôtel de région", None, "Lille")]


def test_a_proper_name_between_its_town_and_its_street() -> None:
    text = (
        "# Deux dates au choix\nLundi 18 mars 2024 - Abbeville, Garopôle, place de la Gare\nMardi 26 mars 2024 - Lens"
    )
    assert places_of(read_brochure(text)) == [("Garopôle", "place de la Gare", "Abbeville"), (None, None, "Lens")]


def test_a_subject_that_begins_with_a_verb_of_organising_is_no_contact() -> None:
    text = """# Cycle « Animer un collectif »
Séance 1 - mardi 10 janvier 2023
Comprendre
Le Manège
8 rue de la Croix, 59600 Maubeuge
Séance 2 - mardi 31 janvier 2023
Organiser une réunion publique
Maison des sports
12 rue Verte, 59300 Valenciennes"""
    assert [city for *_, city in places_of(read_brochure(text))] == ["Maubeuge", "Valenciennes"]


@pytest.mark.parametrize(
    "tail",
    [
        "Commune de Laon - Service politique de la ville, Mairie, BP 12, 02001 Laon cedex",
        "Crédit photos : atelier Vauban, 14 rue Haute, 02000 Laon",
        "Le secrétariat de la fédération est installé au 14 rue Haute à Laon.",
    ],
)
def test_who_signs_below_the_day_is_no_place(tail: str) -> None:
    head = (
        "# On en parle\n## Laon\nUne réunion publique aura lieu le jeudi 17 octobre 2024 à 18h30 au gymnase Berthelot."
    )
    assert {name for name, *_ in places_of(read_brochure(f"{head}\n{tail}"))} == {None, "gymnase Berthelot"}


def test_a_line_of_bodies_is_no_place() -> None:
    text = """# Rencontre des médiateurs
## Jeudi 23 mai 2024 - Clermont
Préfecture de l'Oise - DREETS - ANCT
## Public
Tous les médiateurs"""
    assert places_of(read_brochure(text)) == [(None, None, "Clermont")]
