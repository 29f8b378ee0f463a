"""A territory is the target, the venue, of an earlier edition, or only mentioned: by field, clause and words."""

from __future__ import annotations

import pytest

from extract.places import at_year, find_territories
from tests.extract.places.pages import PREAMBLE, Line, page
from warehouse.reference import load_knowledge

KNOWLEDGE = load_knowledge()


def roles(*lines: str) -> dict[str, str]:
    found, _ = find_territories(page(PREAMBLE, *lines), KNOWLEDGE)
    return {reading.text: reading.role for reading in found}


def test_the_clause_of_earlier_editions_ends_where_the_main_clause_begins() -> None:
    text = (
        "Après avoir été proposé sur quatre territoires du département du Nord (Roubaix, Maubeuge, Douai et Denain), "
        "et un territoire du Pas-de-Calais (Boulogne / Calais / St Omer), le centre a organisé ce cycle pour les "
        "territoires de Lens - Liévin et Hénin - Carvin"
    )
    assert roles(text) == {
        "département du Nord": "mentioned",
        "Roubaix": "earlier_edition",
        "Maubeuge": "earlier_edition",
        "Douai": "earlier_edition",
        "Denain": "earlier_edition",
        "Pas-de-Calais": "mentioned",
        "Boulogne": "earlier_edition",
        "Calais": "earlier_edition",
        "St Omer": "earlier_edition",
        "Lens - Liévin": "target",
        "Hénin - Carvin": "target",
    }


@pytest.mark.parametrize(
    ("text", "earlier", "now"),
    [
        ("Le cycle, déjà déployé à Roubaix et Douai, se tiendra à Lens le 4 mai.", ["Roubaix", "Douai"], ["Lens"]),
        ("Après une première édition à Lens, le cycle arrive à Creil le 4 mai.", ["Lens"], ["Creil"]),
        ("Fort du succès de la session de Laon, il se tient le 4 mai à Creil.", ["Laon"], ["Creil"]),
        ("Lors des éditions précédentes à Amiens et Beauvais, la salle était pleine.", ["Amiens", "Beauvais"], []),
        ("Roubaix et Tourcoing ont déjà accueilli cette formation.", ["Roubaix", "Tourcoing"], []),
        ("Le sixième séminaire après Arras, Liévin et Le Touquet.", ["Arras", "Liévin", "Le Touquet"], []),
        ("Déjà proposé à Lille puis à Douai, il l'est désormais à Laon le 4 mai.", ["Lille", "Douai"], ["Laon"]),
    ],
)
def test_earlier_editions_by_clause(text: str, earlier: list[str], now: list[str]) -> None:
    found = roles(text)
    assert [name for name, role in found.items() if role == "earlier_edition"] == earlier
    assert [name for name, role in found.items() if role != "earlier_edition"] == now


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cette journée s'adresse aux acteurs du Dunkerquois.", "Dunkerquois"),
        ("Une session à destination des professionnels de la CAD.", "CAD"),
        ("Un cycle pour le bassin minier.", "bassin minier"),
        ("Un cycle de formation dans le Cambrésis.", "Cambrésis"),
        ("Les conseils citoyens de Denain sont invités à une soirée.", "Denain"),
        ("Après Maubeuge, le cycle arrive à Somain.", "Somain"),
    ],
)
def test_targets_by_their_words(text: str, name: str) -> None:
    assert roles(text)[name] == "target"


def test_labels_decide_before_words() -> None:
    document = page(("field", "Nord, Oise (60) ; Boulogne / Calais", "Territoires"), ("field", "Lens", "Lieu"))
    found, _ = find_territories(document, KNOWLEDGE)
    assert [(r.territory_id, r.role) for r in found] == [
        ("59", "target"),
        ("60", "target"),
        ("62160", "target"),
        ("62193", "target"),
        ("62498", "venue"),
    ]


def test_towns_of_people_are_only_mentioned() -> None:
    found = roles("Paul Durand, élu à Amiens, et une équipe de Grenoble ont parlé le 4 mai à Lille.")
    assert found == {"Amiens": "mentioned", "Grenoble": "mentioned", "Lille": "venue"}


def test_an_epci_in_the_name_of_a_venue_is_no_venue() -> None:
    found = roles("Communauté d'agglomération du Boulonnais, 1 rue Nationale, 62200 Boulogne-sur-Mer")
    assert found["Communauté d'agglomération du Boulonnais"] == "mentioned"
    assert found["Boulogne-sur-Mer"] == "venue"


def test_ambiguous_names_stay_open_with_their_candidates() -> None:
    found, still_open = find_territories(page(PREAMBLE, "Un travail mené dans le Nord et à Fleury."), KNOWLEDGE)
    by_name = {r.text: r for r in found}
    assert by_name["Nord"].territory_id is None
    assert by_name["Nord"].candidates == ("59", "area:nord")
    assert len(by_name["Fleury"].candidates) == 4
    assert {o.text for o in still_open} == {"Nord", "Fleury"}
    assert all("several territories" in o.reason for o in still_open)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le préfet du Nord a signé.", "59"),
        ("Dans le Nord et le Pas-de-Calais.", "59"),
        ("Le Nord (59) participe.", "59"),
        ("Les ateliers de Fleury (60) reprennent.", "60239"),
        ("Les arrondissements de Lens et Béthune.", "627"),
        ("Avec l'agglomération de Maubeuge.", "200043396"),
    ],
)
def test_words_around_decide_an_ambiguous_name(text: str, code: str) -> None:
    found, _ = find_territories(page(PREAMBLE, text), KNOWLEDGE)
    assert found[0].territory_id == code


@pytest.mark.parametrize(
    ("words", "year", "code"),
    [("MEL", 2017, "245900410"), ("MEL", 2021, "200093201"), ("Calaisis", 2018, "246201149"), ("Lille", 1999, "59350")],
)
def test_the_code_is_the_one_of_the_year(words: str, year: int, code: str) -> None:
    found, _ = find_territories(page(("field", words, "Territoires")), KNOWLEDGE)
    assert at_year(found[0], year, KNOWLEDGE).territory_id == code


def test_a_role_never_depends_on_another_paragraph() -> None:
    alone = roles("Un cycle pour le bassin minier.")
    among = roles("Déjà mené ailleurs lors des éditions précédentes.", "Un cycle pour le bassin minier.")
    assert alone == among


@pytest.mark.parametrize(
    ("lines", "name", "role"),
    [
        (("4 mai 2021 (9h-12h), Lille, dans les locaux de l'IREV",), "Lille", "venue"),
        (("Les centres sociaux du Cambrésis se retrouvent le 4 mai 2021 à Lens.",), "Cambrésis", "target"),
        (("Amiens Métropole : mardi 4 mai 2021, 14h, salle Verte",), "Amiens Métropole", "target"),
        ((("heading", "Sessions du printemps - département de l'Aisne - 2022"),), "département de l'Aisne", "target"),
        ((("heading", "Avec le soutien du département de l'Aisne"),), "département de l'Aisne", "mentioned"),
        (("Le Cambrésis compte trois centres sociaux.",), "Cambrésis", "mentioned"),
    ],
)
def test_roles_by_the_line(lines: tuple[Line, ...], name: str, role: str) -> None:
    found, _ = find_territories(page(("title", "Ateliers"), *lines), KNOWLEDGE)
    assert {reading.role for reading in found if reading.text == name} == {role}


@pytest.mark.parametrize(
    ("words", "borne"),
    [
        ("Mardi 4 mai 2021, Hôtel de Guînes, 2 rue des Jongleurs, Arras", "Guînes"),
        ("Mardi 4 mai 2021, Espace Flandre, rue du Rivage, 59190 Hazebrouck", "Flandre"),
        ("Bus : arrêt Citadelle", "Bus"),
        ("Bus N1, arrêt Languedoc", "Bus"),
    ],
)
def test_what_a_house_is_called_after_and_what_drives_there_are_no_territories(words: str, borne: str) -> None:
    assert borne not in roles(words)
