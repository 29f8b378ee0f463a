"""Several places told in one sentence or one line, each with its town; and places of which none is meant."""

from __future__ import annotations

import pytest

from tests.extract.places.pages import Line, Venue, at, read_among_others

LISTS: list[tuple[str, list[Venue]]] = [
    ("Deux lieux au choix : Fruges ou Hesdin", [at("Fruges"), at("Hesdin-la-Forêt")]),
    ("Quatre haltes : Marle, Guise, Hirson puis Vervins", [at("Marle"), at("Guise"), at("Hirson"), at("Vervins")]),
    (
        "Deux dates, deux lieux : Somain (salle Pasteur) et Aniche (médiathèque)",
        [at("Somain", "salle Pasteur"), at("Aniche", "médiathèque")],
    ),
    (
        "Trois lieux : la mairie de Denain, le centre social d'Anzin et Bouchain",
        [at("Denain", "mairie"), at("Anzin", "centre social"), at("Bouchain")],
    ),
    ("Groupe 1 : Ham. Groupe 2 : Nesle", [at("Ham"), at("Nesle")]),
    ("Séance 1 : Lens / Séance 2 : Fruges / Séance 3 : Lumbres", [at("Lens"), at("Fruges"), at("Lumbres")]),
    ("Ateliers itinérants : Noyon, Ham", [at("Noyon"), at("Ham")]),
    (
        "Journée en deux temps : Denain (salle Baudin) le matin, puis Somain (médiathèque)",
        [at("Denain", "salle Baudin"), at("Somain", "médiathèque")],
    ),
    (
        "Au choix : Maison du projet, Marly, ou Espace Matisse, Creil",
        [at("Marly", "Maison du projet"), at("Creil", "Espace Matisse")],
    ),
    (
        "Le mardi 4 mai à la mairie d'Anzin, le jeudi au foyer rural de Bavay",
        [at("Anzin", "mairie"), at("Bavay", "foyer rural")],
    ),
    (
        "Le 4 mai au matin, à la médiathèque de Somain puis au centre social d'Aniche.",
        [at("Somain", "médiathèque"), at("Aniche", "centre social")],
    ),
]


@pytest.mark.parametrize(("line", "expected"), LISTS)
def test_a_promised_or_counted_list_tells_all_its_places(line: str, expected: list[Venue]) -> None:
    assert read_among_others(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Atelier 1 : Albert Camus et nous. Atelier 2 : Rosa Parks",
        "Quatre communes sont partenaires : Lens, Liévin, Avion et Harnes.",
        "Trois lieux restent à trouver : une salle, un bureau, un garage.",
    ],
)
def test_other_lists_tell_none(line: str) -> None:
    assert read_among_others(line) == []


CONTACTS: list[tuple[Line, ...]] = [
    ("Inscriptions auprès de Karim (03 27 00 11 22), maison de quartier, 4 rue Basse à Denain.",),
    ("Réservations à prendre à la médiathèque d'Anzin.",),
    ("Renseignez-vous auprès du secrétariat, hôtel de ville de Bouchain, ou par téléphone.",),
    ("Billets en vente à l'office de tourisme de Cambrai.",),
    ("Dossier à retirer au centre social de Marly.",),
    (("field", "Maison du projet, 3 rue Haute, Aniche", "Renseignements"),),
]


@pytest.mark.parametrize("lines", CONTACTS)
def test_whom_to_ask_is_no_place_beside_that_of_the_meeting(lines: tuple[Line, ...]) -> None:
    assert read_among_others("Mardi 4 mai 2021 à 14h, salle Brel à Somain", *lines) == [at("Somain", "salle Brel")]


def test_who_signs_up_for_a_day_is_led_to_its_place() -> None:
    line = "Inscriptions auprès de Karim pour la journée du 4 mai, salle Brel à Somain."
    assert read_among_others(line) == [at("Somain", "salle Brel")]


STREETS: list[tuple[str, Venue]] = [
    ("Maison des services, salle 4, rue Pasteur à Somain", at("Somain", "Maison des services, salle 4", "rue Pasteur")),
    ("Espace 23, avenue Foch, Denain", at("Denain", "Espace 23", "avenue Foch")),
    ("Amicale laïque 1936 - 5 rue Basse 59490 Somain", at("Somain", "Amicale laïque 1936", "5 rue Basse", "59490")),
    ("Foyer Saint-Roch, 12, r. Haute, 59490 Somain", at("Somain", "Foyer Saint-Roch", "12, r. Haute", "59490")),
    ("Foyer rural, rue du Bac à Sable, 62800 Liévin", at("Liévin", "Foyer rural", "rue du Bac à Sable", "62800")),
    ("Salle des fêtes d'Aniche, place Foch (59580)", at("Aniche", "Salle des fêtes", "place Foch", "59580")),
    (
        "parvis du théâtre, 3 rue Verte, 59300 Valenciennes",
        at("Valenciennes", "parvis du théâtre", "3 rue Verte", "59300"),
    ),
    ("Pôle Nord, ZAC du Port, rue des Docks, Wattrelos", at("Wattrelos", "Pôle Nord, ZAC du Port", "rue des Docks")),
    ("Abbeville, foyer Saint-Martin", at("Abbeville", "foyer Saint-Martin")),
    ("IREV, 2e étage, 7 rue Pasteur, 59800 Lille", at("Lille", "IREV", "7 rue Pasteur", "59800")),
    ("à l'IREV, 2e étage, 7 rue Pasteur à Lille", at("Lille", "IREV", "7 rue Pasteur")),
    ("dans les locaux de l'IREV, 7 rue Pasteur, 59160 Lomme", at("Lomme", "IREV", "7 rue Pasteur", "59160")),
]


@pytest.mark.parametrize(("words", "expected"), STREETS)
def test_the_words_of_an_address(words: str, expected: Venue) -> None:
    assert read_among_others(("field", words, "Lieu")) == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Rendez-vous le 4 mai devant la mairie d'Aniche, place Foch.", at("Aniche", "mairie", "place Foch")),
        ("Le 4 mai à 14h, chez Paul Petit, route de Douai, Aniche.", at("Aniche", "Paul Petit", "route de Douai")),
        ("Le 4 mai à 17h, local du club, 3 rue Basse, Somain", at("Somain", "local du club", "3 rue Basse")),
    ],
)
def test_a_house_that_words_lead_to_has_the_street_behind_it(line: str, expected: Venue) -> None:
    assert read_among_others(line) == [expected]


def test_a_street_ends_with_its_sentence() -> None:
    line = "Rendez-vous le 4 mai à la Maison Schuman de Marly, 7 rue Henri Rémy. Ensuite, chacun rentre."
    assert read_among_others(line) == [at("Marly", "Maison Schuman", "7 rue Henri Rémy")]


def test_a_house_that_ends_a_sentence_is_no_name_of_the_address_below_it() -> None:
    lines = (
        "Les lauréats seront reçus le mardi 4 mai à 17h en mairie.",
        "Service presse – 3 rue Basse, 59300 Valenciennes",
    )
    assert [name for name, *_ in read_among_others(*lines)][:1] == ["mairie"]


def test_a_tour_that_begins_with_a_town_is_there() -> None:
    line = "Nous débutons par Hirson, mercredi 5 octobre, au centre social (rue de Vervins)."
    assert read_among_others(line) == [at("Hirson", "centre social", "rue de Vervins")]


@pytest.mark.parametrize(
    "line",
    [
        "La conférence du 4 mai est à réécouter en ligne.",
        "Réservation conseillée sur la billetterie en ligne.",
        "Rappel : la visite s'est faite le 4 mai, le relevé est en ligne.",
        "La journée du 4 mai pourra être basculée en visioconférence.",
        "Le calendrier des visios de suivi sera envoyé.",
    ],
)
def test_what_is_done_online_without_meeting(line: str) -> None:
    assert read_among_others(line) == []


MORE: list[tuple[tuple[Line, ...], list[Venue]]] = [
    (
        ("Mardi 4 mai à 18h, à Aniche, à la mairie, salle des mariages, place Foch.",),
        [at("Aniche", "mairie, salle des mariages", "place Foch")],
    ),
    (
        ("Mardi 4 mai à 18h, groupe scolaire Curie (entrée par la rue Basse), Aniche",),
        [at("Aniche", "groupe scolaire Curie")],
    ),
    (("Mardi 4 mai, rendez-vous place Foch pour sa fête, à Aniche",), [at("Aniche", street="place Foch")]),
    (
        ("Il est remplacé par une réunion mardi 4 mai à 10h, locaux de l'amicale, 3 rue Basse, 59580 Aniche.",),
        [at("Aniche", "locaux de l'amicale", "3 rue Basse", "59580")],
    ),
    (
        ("Mardi 4 mai à 18h, foyer Duclos, Aniche", "Maison des aînés, 12 rue Haute, 59580 Aniche"),
        [at("Aniche", "foyer Duclos")],
    ),
    (
        ("Mardi 4 mai à 9h, foyer Duclos, Aniche. Covoiturage depuis Somain (place Pasteur).",),
        [at("Aniche", "foyer Duclos")],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), MORE)
def test_whose_words_belong_to_an_address(lines: tuple[Line, ...], expected: list[Venue]) -> None:
    assert read_among_others(*lines) == expected
