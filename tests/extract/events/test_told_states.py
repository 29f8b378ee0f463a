"""What becomes of an event, told in a sentence without its day: full, called off, put off."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page

ONE = "<p>Mardi 6 juin 2023, 9h30-12h30, salle Voltaire, 02100 Saint-Quentin.</p>"
TWO = "<p>Mardi 6 juin 2023, 14h, Laon</p><p>Mardi 13 juin 2023, 14h, Hirson</p>"


def states_of(days: str, words: str) -> list[str]:
    reading = read_page("Atelier couture", f"<p>Publié le 2 mars 2023</p>{days}<p>{words}</p>")
    return [session.status for event in reading.events for session in event.sessions]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("L'atelier affiche complet.", "full"),
        ("Victime de son succès, cet atelier est complet", "full"),
        ("Il n'y a plus de place disponible.", "full"),
        ("Inscriptions closes (jauge atteinte)", "full"),
        ("Toutes les places ont été attribuées.", "full"),
        ("Faute d'inscrits, l'atelier n'aura pas lieu.", "cancelled"),
        ("Le rendez-vous est malheureusement annulé.", "cancelled"),
        ("L'atelier est repoussé à l'automne.", "postponed"),
        ("Mise à jour du 12 mai 2023 : l'atelier est complet.", "full"),
        ("La chambre est complète.", "announced"),
        ("Journée complète, repas compris.", "announced"),
        ("Votre dossier doit être complet.", "announced"),
        ("En cas d'annulation, prévenez-nous.", "announced"),
        ("L'atelier sera annulé s'il y a moins de cinq inscrits.", "announced"),
        ("La visite de mai ayant été annulée, nous vous proposons cet atelier.", "announced"),
    ],
)
def test_what_a_sentence_tells_of_the_only_sitting(words: str, state: str) -> None:
    assert states_of(ONE, words) == [state]


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("Les deux dates sont complètes.", ["full", "full"]),
        ("La session d'Hirson est annulée.", ["announced", "cancelled"]),
        ("Il reste des places pour Hirson, Laon est complet.", ["full", "announced"]),
        ("La séance est reportée.", ["announced", "postponed"]),
        ("La formation est complète.", ["full", "full"]),
    ],
)
def test_which_of_several_sittings_it_is_told_of(words: str, states: list[str]) -> None:
    assert states_of(TWO, words) == states


THREE = (
    "<p>Mardi 14 mars 2023, 14h, Laon</p><p>Mardi 13 juin 2023, 14h, Ham</p><p>Mardi 12 septembre 2023, 14h, Hirson</p>"
)


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("La séance de mars affiche déjà complet.", ["full", "announced", "announced"]),
        ("La deuxième séance est annulée.", ["announced", "cancelled", "announced"]),
        ("La rencontre d'automne est annulée.", ["announced", "announced", "cancelled"]),
        ("Les deux premières dates sont complètes.", ["full", "full", "announced"]),
        ("Le groupe 2 est complet ; la séance 3 est reportée.", ["announced", "full", "postponed"]),
        ("La séance de juin est complète, celle de mars est annulée.", ["cancelled", "full", "announced"]),
        ("La dernière n'aura pas lieu, faute de salle.", ["announced", "announced", "cancelled"]),
        ("Les chambres d'hôtel sont complètes.", ["announced", "announced", "announced"]),
        ("Nos rencontres sont annulées.", ["cancelled", "cancelled", "cancelled"]),
    ],
)
def test_sittings_named_by_number_rank_or_month(words: str, states: list[str]) -> None:
    assert states_of(THREE, words) == states


def test_what_is_said_of_one_that_is_named_is_said_of_no_other() -> None:
    days = THREE.replace("Laon", "Laon (complet)")
    assert states_of(days, "La séance de juin est annulée.") == ["full", "cancelled", "announced"]
    assert states_of(days, "La séance est annulée.") == ["full", "announced", "announced"]


def test_a_state_points_at_the_words_that_tell_it() -> None:
    reading = read_page("Atelier couture", f"{ONE}<p>Hélas, l'atelier affiche complet.</p>")
    session = reading.events[0].sessions[0]
    assert [item.words for item in session.evidence if item.field == "status"] == ["l'atelier affiche complet"]


def test_what_was_called_off_in_a_report_is_something_else() -> None:
    reading = read_page(
        "Retour sur l'atelier couture",
        "<p>Le mardi 6 juin 2023, vingt personnes se sont retrouvées à Laon. La visite prévue ensuite est annulée.</p>",
    )
    assert [session.status for event in reading.events for session in event.sessions] == ["announced"]
