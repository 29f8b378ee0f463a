"""What kind of event an event is: by its title, by what its text calls it, by how people meet."""

from __future__ import annotations

import pytest

from extract.events.page.event_types import find_title_noun
from extract.records import EventReading, Reading
from tests.extract.documents import read_brochure, read_page

WHEN = "<p>Mardi 6 juin 2023, 9h30-12h30, salle Voltaire, 02100 Saint-Quentin.</p>"


def main_event(reading: Reading) -> EventReading:
    return reading.events[0]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Assemblée générale 2023 de l'association", "assemblée générale"),
        ("Mobilités douces : le webinaire de rentrée", "webinaire"),
        ("Animer une réunion publique : le module", "formation"),
        ("Organiser un forum des métiers – atelier du 3 mai", "atelier"),
        ("Réseau des ateliers santé ville : séminaire annuel", "séminaire"),
        ("Semaine de la petite enfance à Creil", "semaine"),
        ("Quartiers d'été : le préfet à la rencontre des habitants", None),
        ("Marche exploratoire au Faubourg d'Isle", "marche exploratoire"),
        ("Café des familles du samedi", "café"),
        ("Colloque « Habiter la ville » : une journée à Amiens", "colloque"),
        ("Ce que vivent les familles monoparentales", None),
        ("Dépistage de la vue, avec l'atelier santé ville", "dépistage"),
        ("Le grand nettoyage des berges", "nettoyage"),
        ("Troc de graines et de boutures", "troc"),
        ("Promenade urbaine au Pont-de-Pierre", "balade"),
        ("Lancement de l'observatoire : séminaire du 4 mai", "séminaire"),
        ("Lancement de l'appel à projets 2025", None),
        ("Notre assemblée générale en bref", "assemblée générale"),
        ("Voyage apprenant : trois jours à Nantes", "voyage d'étude"),
        ("Nuit de l'engagement : soirée au théâtre", "nuit"),
    ],
)
def test_a_title_names_the_kind_and_not_what_it_is_about(title: str, kind: str | None) -> None:
    noun = find_title_noun(title)
    assert (noun.kind if noun else None) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le centre social organise pour les parents un atelier gratuit. Venez nombreux.", "atelier"),
        ("Cette formation s'adresse aux gardiens d'immeuble.", "formation"),
        ("La communauté de communes vous invite à une réunion publique sur ce projet.", "réunion publique"),
        ("Un séminaire pour les élus et leurs équipes, au réseau des maisons de projet.", "séminaire"),
        ("Deux journées de sensibilisation pour les agents d'accueil.", "formation"),
        ("Une rencontre des équipes du département. Atelier 1 : les parents. Atelier 2 : les médias.", "rencontre"),
        ("La rencontre annuelle des équipes. Notre centre y animera un atelier.", "rencontre"),
        ("Au nom de l'atelier santé ville, nous vous convions à une conférence.", "conférence"),
        ("La prochaine séance portera sur le sommeil.", "réunion"),
        ("Les bibliothécaires et les enseignants se retrouvent pour en parler.", "rencontre"),
    ],
)
def test_where_the_title_names_no_kind_the_text_does(text: str, kind: str) -> None:
    reading = read_page("Lire et grandir", f"<p>{text}</p>{WHEN}")
    assert main_event(reading).event_type == kind


def test_the_words_below_the_title_count_before_the_steps_of_a_programme() -> None:
    reading = read_brochure(
        "# Vieillir dans son quartier\nColloque régional\nJeudi 9 mars 2023\n"
        "9h00 Accueil\n9h30 Conférence d'ouverture\n11h00 Table ronde\n14h00 Ateliers au choix\n16h30 Fin du colloque\n"
        "Hôtel de ville, 80000 Amiens"
    )
    assert main_event(reading).event_type == "colloque"


def test_a_meeting_on_screen_that_nothing_names_is_one_by_video() -> None:
    reading = read_page("Parlons des impayés", "<p>Lundi 5 juin 2023 de 11h à 12h, sur Zoom.</p>")
    assert main_event(reading).event_type == "visioconférence"


def test_of_several_events_each_takes_what_the_page_calls_them_all() -> None:
    reading = read_page(
        "Les webinaires du trimestre",
        "<h2>Comprendre le recensement des habitants</h2><p>Mardi 6 juin 2023 de 11h à 12h</p>"
        "<h2>Mesurer les besoins des familles</h2><p>Mardi 13 juin 2023 de 11h à 12h</p>",
    )
    assert [event.event_type for event in reading.events] == ["webinaire", "webinaire"]


def test_the_kind_points_at_its_words() -> None:
    reading = read_page("Lire et grandir", f"<p>Ce forum réunit les bibliothèques du département.</p>{WHEN}")
    evidence = next(e for e in main_event(reading).evidence if e.field == "event_type")
    assert (main_event(reading).event_type, evidence.words) == ("forum", "forum")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<p>À vos agendas ! Mardi 9 mai 2023 à Laon.</p><p>Une conférence de Nora Petit.</p>", "conférence"),
        ("<p>Mardi 9 mai 2023 de 9h à 17h à Laon. Formatrice : Nora Petit.</p>", "formation"),
        ("<p>Mardi 9 mai 2023 à 9h à Laon.</p><p>Ordre du jour : le budget.</p>", "réunion"),
    ],
)
def test_who_takes_part_tells_the_kind_where_no_noun_does(text: str, kind: str) -> None:
    assert read_page("Évaluer, ce n'est pas remplir des cases", text).events[0].event_type == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Écrire une charte de quartier", "formation"),
        ("Prendre ses fonctions au conseil citoyen", "formation"),
        ("Avenir du Faubourg de Paris", "rencontre"),
        ("Quartier en mouvement", "rencontre"),
    ],
)
def test_a_title_that_tells_what_people_learn_to_do_is_that_of_a_training(title: str, kind: str) -> None:
    assert main_event(read_page(title, WHEN)).event_type == kind


def test_sittings_without_a_name_are_a_cycle_and_those_on_screen_a_conference_by_video() -> None:
    days = "<li>mardi 6 juin 2023, 9h30-12h</li><li>mardi 13 juin 2023, 9h30-12h</li>"
    there = f"<p>Les séances ont lieu à la salle Voltaire, 02100 Saint-Quentin :</p><ul>{days}</ul>"
    online = f"<p>Les séances ont lieu à distance, sur Zoom :</p><ul>{days}</ul>"
    assert main_event(read_page("Lire et grandir", there)).event_type == "cycle"
    assert main_event(read_page("Lire et grandir", online)).event_type == "visioconférence"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Réseau des référents familles du Soissonnais", "réunion de réseau"),
        ("Conseil citoyen du quartier Presles", "réunion"),
        ("Le groupe santé mentale se penche sur les écrans", "réunion"),
    ],
)
def test_who_meets_tells_the_kind_where_no_word_does(title: str, kind: str) -> None:
    assert main_event(read_page(title, WHEN)).event_type == kind


def test_what_opens_the_doors_of_a_house_is_no_open_day() -> None:
    text = "<p>Hautmont ouvre les portes du centre social aux équipes, pour un atelier d'écriture.</p>"
    assert main_event(read_page("Lire et grandir", text + WHEN)).event_type == "atelier"
