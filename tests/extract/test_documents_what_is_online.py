"""What of an event is online is told by what the words hang on: the sitting, a thing that is told of, a recording."""

from __future__ import annotations

import pytest

from extract.read import read_document
from extract.records import VenueReading
from warehouse.reference import load_knowledge


def _venues(text: str) -> list[VenueReading | None]:
    """The venues of the sessions of a plain text, in the order of their days."""
    events = read_document(text.encode(), None, "text/plain", load_knowledge()).events
    sessions = sorted((session for event in events for session in event.sessions), key=lambda s: s.first_day)
    return [session.venue for session in sessions]


def _modes(text: str) -> list[str | None]:
    return [venue.mode if venue is not None else None for venue in _venues(text)]


@pytest.mark.parametrize(
    "told",
    [
        "Au programme : le compte en ligne, pas à pas.",
        "Nous parlerons de la haine en ligne.",
        "Le compte rendu sera à lire sur la page Facebook de la ville.",
        "On hésite entre l'interdiction et la page Facebook du centre social.",
        "Les interventions seront filmées et mises en ligne en avril.",
        "Les échanges seront filmés et diffusés en avril sur YouTube.",
    ],
)
def test_a_thing_or_a_recording_online_is_no_way_to_meet(told: str) -> None:
    assert _modes(f"# Journée\nLe mardi 5 mars 2024 à 18h, salle Dufy, rue Haute, à Laon. {told}") == ["in_person"]


@pytest.mark.parametrize(
    "told",
    [
        "Une retransmission avec possibilité de poser des questions est organisée sur Zoom.",
        "Une liaison est assurée en visio depuis la sous-préfecture.",
        "La journée sera filmée et retransmise en direct sur YouTube.",
        "Il sera possible d'y assister en visioconférence ; merci de le préciser pour le 1er mars au plus tard.",
    ],
)
def test_what_is_shown_elsewhere_at_once_is_a_second_way(told: str) -> None:
    assert _modes(f"# Journée\nLe mardi 5 mars 2024 à 18h, salle Dufy, rue Haute, à Laon. {told}") == ["hybrid"]


def test_topics_of_a_list_of_days_say_nothing_of_the_way() -> None:
    text = (
        "# Les ateliers du numérique\nSéances de 9h30 à 11h30\n9 avril 2024 : la prime d'activité\n"
        "25 juin 2024 : le compte en ligne, pas à pas\n2 juillet 2024 : la déclaration en ligne\n"
        "9 juillet 2024 : nos démarches à distance\n\n"
        "Lieu : espace France services, 36 avenue de l'Europe, 60230 Chambly"
    )
    assert _modes(text) == ["in_person"] * 4


@pytest.mark.parametrize(
    "told", ["un atelier en ligne", "la séance à distance", "la réunion de l'équipe en ligne", "le webinaire de la Caf"]
)
def test_a_meeting_online_is_one(told: str) -> None:
    assert _modes(f"# Rendez-vous\nLe lundi 4 mars 2024 à 10h, {told}.") == ["online"]


def test_what_is_learnt_from_afar_is_met_for_somewhere() -> None:
    text = (
        "# Cycle « Animer la participation à distance et en présence »\nModule 1, à distance : Casser la glace\n"
        "Mardi 7 septembre 2021, 9h30 - 11h30\nModule 2, en présence : Le chemin de la salle\n"
        "Mardi 12 octobre 2021, 9h - 17h, au Channel, 173 boulevard Gambetta, 62100 CALAIS"
    )
    assert _modes(text) == ["online", "in_person"]


def test_the_excepted_sitting_alone_is_on_the_screen() -> None:
    text = (
        "# Parcours\nDates : 8 avril, 11 mai et 27 mai 2021.\nTous les modules ont lieu à Arras, 16 rue Briand, "
        "sauf le deuxième, proposé à distance (lien Teams envoyé la veille)."
    )
    assert _modes(text) == ["in_person", "online", "in_person"]


@pytest.mark.parametrize("range_", ["d'Étaples à Oignies", "de Calais à Creil"])
def test_the_end_of_a_range_of_towns_is_no_place(range_: str) -> None:
    text = f"# Bilan\nDes parents, {range_}, ont suivi le webinaire de la Caf le 2 décembre 2020, de 14h à 15h30."
    assert [(v.mode, v.city) for v in _venues(text) if v is not None] == [("online", None)]


def test_what_is_told_behind_the_body_of_an_entry_is_where_people_meet() -> None:
    text = (
        "# Juin\n\n**3 juin 2025 – Département de la Somme.** Une rencontre, de 14h à 16h30. Centre administratif, "
        "1 boulevard du Port, Amiens.\n\n**5 juin 2025 – Caf du Nord.** Le point sur les contrats locaux : "
        "visioconférence d'une heure, à partir de 11h.\n\n**17 juin 2025 – Université Jules-Verne.** Séminaire. À 17h, "
        "citadelle d'Amiens, 10 rue des Français-Libres."
    )
    assert _modes(text) == ["in_person", "online", "in_person"]
    assert [venue.name for venue in _venues(text) if venue is not None][2] == "citadelle"


@pytest.mark.parametrize(
    "title", ["Formation à la visio", "Initiation au webinaire", "Prise en main de la visioconférence"]
)
def test_what_is_taught_says_nothing_of_the_way(title: str) -> None:
    assert _modes(f"# {title}\nLe mardi 24 janvier 2023, de 10h à 12h30, salle Dufy, Amiens.") == ["in_person"]
