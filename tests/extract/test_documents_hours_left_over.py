"""Hours that a page tells once, in whatever words: they are those of the sittings that have none of their own."""

from __future__ import annotations

import pytest

from extract.read import read_document
from warehouse.reference import load_knowledge

OF_ALL = [
    "Cycle Agir en quartier\n\nJeudi 4 avril 2024 : le cadre, à Lens\n"
    "Jeudi 18 avril 2024 : les outils, à Arras\n\n{words}\n",
    "Cycle Agir en quartier\n\n{words}\n\nJeudi 4 avril 2024 : le cadre, à Lens\n\n"
    "On y parle des habitants et de leurs droits.\n\nJeudi 18 avril 2024 : les outils, à Arras\n",
]
WORDS = [
    "On travaille de 9h15 à 16h45, repas compris.",
    "Vous serez avec nous entre 9h15 et 16h45.",
    "Il faut compter une vraie journée, 9h15-16h45.",
]


def hours_of(text: str) -> dict[str, tuple[str | None, str | None]]:
    """When each sitting begins and ends, by its first day."""
    reading = read_document(text.encode(), None, "text/plain", load_knowledge())
    return {str(s.first_day): (s.starts_at, s.ends_at) for e in reading.events for s in e.sessions}


@pytest.mark.parametrize("page", OF_ALL)
@pytest.mark.parametrize("words", WORDS)
def test_hours_told_once_are_those_of_all(page: str, words: str) -> None:
    assert hours_of(page.format(words=words)) == {
        "2024-04-04": ("09:15", "16:45"),
        "2024-04-18": ("09:15", "16:45"),
    }


@pytest.mark.parametrize(
    "words",
    [
        "On travaille de 9h15 à 16h45, sauf à Arras : 9h15-12h30.",
        "9h15 - 16h45 (à Arras : 9h15 - 12h30)",
        "De 9h15 à 16h45 à Lens, de 9h15 à 12h30 à Arras.",
    ],
)
def test_what_is_said_of_a_town_is_of_its_sittings(words: str) -> None:
    told = hours_of(
        "Cycle Agir en quartier\n\nLe cadre\nJeudi 4 avril 2024\nLens, Maison syndicale\n\nLes outils\n"
        f"Jeudi 18 avril 2024\nArras, hôtel de ville\n\n{words}\n"
    )
    assert told == {"2024-04-04": ("09:15", "16:45"), "2024-04-18": ("09:15", "12:30")}


@pytest.mark.parametrize(
    "words",
    [
        "On travaille de 9h15 à 16h45, sauf le 18 avril où l'on se quitte à 13h.",
        "Nous sommes ensemble de 9h15 à 16h45, sauf le 18 avril, qui se termine à 13h.",
        "De 9h15 à 16h45, hormis le 18 avril où tout s'arrête à 13h.",
    ],
)
def test_an_exception_may_tell_only_its_end(words: str) -> None:
    told = hours_of(f"Cycle Agir en quartier à Lens\n\n- jeudi 4 avril 2024\n- jeudi 18 avril 2024\n\n{words}\n")
    assert told == {"2024-04-04": ("09:15", "16:45"), "2024-04-18": ("09:15", "13:00")}


@pytest.mark.parametrize(
    "words",
    [
        "Séance plénière : 9h30 - 12h\nMarche et retours : 13h15 - 16h",
        "La séance plénière va de 9h30 à 12h.\nLa marche, de 13h15 à 16h.",
    ],
)
def test_parts_told_in_turn_are_one_day(words: str) -> None:
    told = hours_of(
        f"Cycle Agir en quartier\n\n{words}\n\nUn même déroulé partout.\n\n"
        "LENS\nJeudi 4 avril 2024\nMaison syndicale\n\nARRAS\nJeudi 18 avril 2024\nHôtel de ville\n"
    )
    assert set(told.values()) == {("09:30", "16:00")}


@pytest.mark.parametrize(
    "text",
    [
        # what another event of an agenda keeps to
        "À vos agendas\n\nMardi 2 avril 2024 : formation à l'écoute, Lens, de 9h à 17h\n\n"
        "Jeudi 18 avril 2024 : forum des habitants, Arras\n",
        # the next meeting is none of this one
        "Réseau des chefs de projet\n\nRencontre du mardi 2 avril 2024, à Lens\nHoraires : 9h30 - 12h30\n\n"
        "Dates suivantes à noter\n- 18 avril 2024, à Arras\n",
        # an office
        "Forum\n\n18 avril 2024, Arras.\n\nContact : 03 21 00 00 00, du lundi au vendredi de 9h à 17h\n",
        # hours that the page says are not known
        "Cycle Agir\n\nMardi 2 avril 2024, de 9h à 17h, à Lens\nJeudi 18 avril 2024, à Arras (horaires à préciser)\n",
    ],
)
def test_hours_of_others_are_dealt_out_to_nobody(text: str) -> None:
    assert hours_of(text)["2024-04-18"] == (None, None)


def test_the_proof_points_to_the_words() -> None:
    text = OF_ALL[0].format(words=WORDS[0])
    reading = read_document(text.encode(), None, "text/plain", load_knowledge())
    session = reading.events[0].sessions[0]
    proof = next(e for e in session.evidence if e.field == "starts_at")
    assert "9h15 à 16h45" in proof.words


@pytest.mark.parametrize(
    "words",
    [
        "Les journées vont de 9h15 à 16h45. À Arras, le premier jour débute à 10h.",
        "Horaires : 9h15-16h45. Le premier jour à Arras, accueil et début à 10h.",
    ],
)
def test_a_town_and_a_rank_side_by_side_name_one_day(words: str) -> None:
    told = hours_of(
        "Formation Agir en quartier\n\nSession de Lens : mardi 2 et mercredi 3 avril 2024\n"
        f"Session d'Arras : mardi 16 et mercredi 17 avril 2024\n\n{words}\n"
    )
    assert told["2024-04-16"] == ("10:00", "16:45")
    assert {told[day] for day in ("2024-04-02", "2024-04-03", "2024-04-17")} == {("09:15", "16:45")}


@pytest.mark.parametrize("words", ["le 18 avril : 10h-12h", "le 18 avril, c'est de 10h à 12h"])
def test_a_day_told_again_as_an_exception_is_no_entry(words: str) -> None:
    told = hours_of(
        "Les cafés des droits, à Creil\n\nJeudi 4 avril 2024 : le logement\nJeudi 18 avril 2024 : la retraite\n"
        f"Jeudi 25 avril 2024 : les papiers\nde 14h à 16h\n({words})\n"
    )
    assert told == {
        "2024-04-04": ("14:00", "16:00"),
        "2024-04-18": ("10:00", "12:00"),
        "2024-04-25": ("14:00", "16:00"),
    }
