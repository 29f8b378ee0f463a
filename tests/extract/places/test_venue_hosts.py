"""Who takes people in, and what a place in running text hangs on."""

from __future__ import annotations

import pytest

from extract.places import find_venues
from tests.extract.places.pages import KNOWLEDGE, at, page, read_among_others

HOSTS: list[tuple[str, str, str | None]] = [
    ("La ville de Denain accueillera le quatrième forum de l'emploi.", "Denain", None),
    ("Après Laon l'an dernier, c'est Chauny qui reçoit la rencontre des élus, le 5 mai 2021.", "Chauny", None),
    ("Hazebrouck met à notre disposition le centre André-Malraux pour cette journée.", "Hazebrouck",
     "centre André-Malraux"),
    ("La commune de Marly nous ouvre les portes de sa médiathèque pour l'atelier.", "Marly", "médiathèque"),
    ("Le Boulon, à Vieux-Condé, servira de cadre au séminaire.", "Vieux-Condé", "Le Boulon"),
    ("Le théâtre municipal d'Abbeville abritera la conférence.", "Abbeville", "théâtre municipal"),
    ("Les stagiaires seront accueillis par la mission locale d'Hénin-Beaumont.", "Hénin-Beaumont", "mission locale"),
    ("La soirée aura pour cadre la ferme Dupuich de Mazingarbe.", "Mazingarbe", "ferme Dupuich"),
    ("Hirson sera la prochaine étape de cette tournée.", "Hirson", None),
]  # fmt: skip
FREE: list[tuple[str, str]] = [
    ("Le bilan sera présenté à Clermont, à l'espace Séraphine-Louis.", "Clermont"),
    ("Direction la salle des sports de Liévin pour le temps fort de la saison.", "Liévin"),
    ("C'est dans la maison des associations d'Albert que tout a commencé.", "Albert"),
    ("Les échanges se feront dans les murs de la chartreuse de Gosnay.", "Gosnay"),
    ("Les groupes travailleront à la maison pour tous de Bruay-sur-l'Escaut.", "Bruay-sur-l'Escaut"),
    ("Le conseil départemental et le maire de Lens inaugureront à Vimy la nouvelle maison France services.", "Vimy"),
    ("Le public est attendu à Cassel pour le débat.", "Cassel"),
    ("Le groupe se réunit sous la halle de Bergues.", "Bergues"),
]
FREE += [
    ("L'atelier de Chauny affiche déjà complet.", "Chauny"),
    ("La séance d'Hazebrouck est ouverte à toutes et à tous.", "Hazebrouck"),
    ("Anne Morel, maire de Guise, a conclu les débats à la salle des fêtes d'Hirson.", "Hirson"),
    ("Les habitants du quartier sont invités à la maison de la famille de Méru.", "Méru"),
    ("Nous serons reçus par nos collègues d'Avion.", "Avion"),
    ("La marche partira du beffroi de Bergues.", "Bergues"),
    ("Le débat, dans une salle du lycée Condorcet de Lens, a duré deux heures.", "Lens"),
    ("Elle aura pour décor le château de Potelle.", "Potelle"),
    ("Un goûter vous sera offert à la ferme du Héron de Villeneuve-d'Ascq.", "Villeneuve-d'Ascq"),
    ("Le forum revient au cœur de Denain.", "Denain"),
]
FREE += [
    ("La finale d'Hirson a réuni huit équipes.", "Hirson"),
    ("La démarche sera exposée aux maires du canton au lycée de Chauny.", "Chauny"),
    ("Nous avons retenu le centre de congrès de Laon pour cette rencontre.", "Laon"),
    ("Prochain arrêt de la tournée : Hazebrouck, où les bailleurs nous attendent.", "Hazebrouck"),
    ("Tergnier recevra en octobre les directeurs d'école.", "Tergnier"),
]
NOBODY_THERE = [
    "Retour sur dix ans de rénovation à Denain et à Anzin : le livre vient de paraître.",
    "L'association compte douze salariés répartis entre Denain, Anzin et Somain.",
    "Paul Renard, formateur au lycée professionnel de Béthune, a écrit ce guide.",
    "Le taux de chômage atteint 21 % à Denain, 18 % à Maubeuge.",
    "Un appel à projets à Lens et un fonds de soutien à Liévin complètent le dispositif.",
    "Le guide est proposé par le centre de ressources, à Arras.",
    "Les dossiers sont à retirer à la maison de la famille de Carvin.",
    "La ville de Creil accueille 35 000 habitants.",
    "Lancé à Soissons en 2019, le programme est évalué.",
    "Le dossier doit parvenir à la direction de l'habitat, à Beauvais.",
    "La réunion prévue à Noyon se fera finalement par téléphone.",
    "Initialement prévu à Cambrai, le point d'étape aura finalement lieu par téléphone.",
]


@pytest.mark.parametrize(("sentence", "city", "name"), HOSTS)
def test_one_who_hosts_is_the_place(sentence: str, city: str, name: str | None) -> None:
    assert read_among_others(sentence) == [at(city=city, name=name)]


@pytest.mark.parametrize(("sentence", "city"), FREE)
def test_what_hangs_on_the_sentence_is_where(sentence: str, city: str) -> None:
    assert [venue[3] for venue in read_among_others(sentence)] == [city]


@pytest.mark.parametrize("sentence", NOBODY_THERE)
def test_what_hangs_on_another_word_is_that_words_own(sentence: str) -> None:
    assert [venue for venue in read_among_others(sentence) if venue[4] == "in_person"] == []


def test_each_half_of_a_day_has_its_town() -> None:
    found = read_among_others("Au choix : Wattrelos le matin, à la maison des services, ou Roncq l'après-midi.")
    assert [(venue[0], venue[3]) for venue in found] == [("maison des services", "Wattrelos"), (None, "Roncq")]


def test_towns_between_which_a_series_moves_are_its_places() -> None:
    found = read_among_others("La formation alternera entre Noyon (modules 1 et 3) et Creil (module 2).")
    assert [venue[3] for venue in found] == ["Noyon", "Creil"]


COUNTED = [
    ("Module 1 – Denain, maison des arts", "Module 2 – Anzin, théâtre municipal"),
    ("Lundi : Denain (salle Baudin)", "Mardi : Anzin"),
    ("Groupe A : lundi, Denain", "Groupe B : mardi, Anzin"),
    ("1re étape - Denain, Médiathèque", "2e étape - Anzin, Espace Matisse"),
]


@pytest.mark.parametrize("lines", COUNTED)
def test_lines_that_count_their_sittings_say_where_each_is(lines: tuple[str, str]) -> None:
    found = find_venues(page("Voici le calendrier du cycle.", *lines), KNOWLEDGE)
    assert [venue.city for venue in found] == ["Denain", "Anzin"]


def test_one_line_that_counts_is_no_list() -> None:
    assert find_venues(page("Le bureau s'est réuni.", "Module 1 – Denain", "Merci à tous."), KNOWLEDGE) == ()


NOTES: list[tuple[str, list[str]]] = [
    ("4 ateliers itinérants (Bavay, Jenlain)", ["Bavay", "Jenlain"]),
    ("réunion publique de quartier, Somain", ["Somain"]),
    ("parvis de la gare de Creil", ["Creil"]),
    ("Étude sur la gare de Creil", []),
    ("Témoignage d'une habitante de Somain", []),
    ("Réunion animée par le maire de Somain", []),
]


@pytest.mark.parametrize(("words", "towns"), NOTES)
def test_a_note_of_one_line_says_where(words: str, towns: list[str]) -> None:
    assert [venue.city for venue in find_venues(page(words), KNOWLEDGE)] == towns
