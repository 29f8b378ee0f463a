"""A second thing that a page tells of in a line or a sentence beside its event."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_page, read_text


@pytest.mark.parametrize(
    ("told", "titles"),
    [
        ("Atelier photo le 6 juin 2023 de 14h à 16h, à la mairie de Guise", ["Forum des métiers", "Atelier photo"]),
        ("Le forum se poursuit le 20 juin 2023 à 14h, à la mairie de Guise", ["Forum des métiers"]),
        ("Atelier photo le 14 juin 2023 de 14h à 16h, à la mairie de Guise", ["Forum des métiers"]),
    ],
)
def test_a_line_of_another_kind_on_a_day_far_off_is_an_event_of_its_own(told: str, titles: list[str]) -> None:
    page = f"# Forum des métiers\nMardi 13 juin 2023, 9h-17h\nSalle Foch\n02000 Laon\n## Pour s'y préparer\n{told}\n"
    assert [event.title for event in read_brochure(page).events] == titles


def test_what_is_kept_beside_what_is_off_has_its_own_name() -> None:
    reading = read_page(
        "Colloque « Habiter » le 13 juin 2023 à Laon",
        "<p>Le colloque « Habiter » a lieu le mardi 13 juin 2023 à 9h, à la mairie de Laon.</p>"
        "<p>Par ailleurs, le webinaire « Louer » aura lieu le 27 juin 2023 à 11h.</p>",
    )
    assert [(event.title, event.event_type) for event in reading.events][1:] == [("Webinaire « Louer »", "webinaire")]


def test_lines_of_days_over_names_are_entries() -> None:
    reading = read_text(
        "LE FIL DES PARTENAIRES\nLettre d'information n° 12 - mai 2023\n\n*** VOS RENDEZ-VOUS ***\n\n"
        "> Mardi 6 juin 2023, 14h-16h\nRéunion des crèches, mairie de Laon\n\n"
        "> Jeudi 8 juin 2023, 9h-12h\nVillage des sports, gymnase de Guise\n\n"
        "> Mardi 13 juin 2023 : ANNULÉ\nLe café des animateurs prévu à Hirson n'aura pas lieu.\n"
    )
    titles = [event.title for event in reading.events]
    assert [title.split(",")[0] for title in titles] == [
        "Réunion des crèches",
        "Village des sports",
        "Café des animateurs",
    ]


def test_things_told_in_turn_are_events() -> None:
    reading = read_text(
        "Bonjour à tous,\n\nLe premier, un atelier sur le budget, aura lieu le mardi 3 octobre 2023 à 14h, à "
        "Creil. Le second, une conférence sur le sommeil, aura lieu le jeudi 12 octobre 2023 à 18h à la mairie de Laon."
    )
    assert [event.event_type for event in reading.events] == ["atelier", "conférence"]


def test_what_a_mere_rendez_vous_leads_to_is_the_name() -> None:
    reading = read_page(
        "Le bilan de la fête",
        "<p>Publié le 12 juin 2023</p><p>Deux cents personnes sont venues le 10 juin 2023 à Laon, place Foch.</p>"
        "<p>Prochain rendez-vous : un vide-grenier dimanche 2 juillet 2023 de 8h à 17h, au même endroit.</p>",
    )
    assert [event.title for event in reading.events] == ["Le bilan de la fête", "Vide-grenier"]
