"""Groups that meet in parallel: their places told once, in running text, in headings or in a row of a table."""

from __future__ import annotations

import pytest

from extract.read import read_document
from warehouse.reference import load_knowledge

KNOWLEDGE = load_knowledge()
DAYS_BY_LETTER = (
    "<h3>Module 1</h3><p>Groupe A : 4 mars 2024</p><p>Groupe B : 6 mars 2024</p>"
    "<h3>Module 2</h3><p>Groupe A : 8 avril 2024</p><p>Groupe B : 10 avril 2024</p>"
)
TURNS = {"03-04": "Lens", "03-06": "Creil", "04-08": "Lens", "04-10": "Creil"}


def places(html: str) -> dict[str, str | None]:
    """The town, or the way to meet, of each sitting of a page by its month and day."""
    page = f"<html><body><main>{html}</main></body></html>".encode()
    reading = read_document(page, "https://exemple.example/page", "text/html", KNOWLEDGE)
    sessions = [session for event in reading.events for session in event.sessions]
    return {f"{s.first_day:%m-%d}": (s.venue.city or s.venue.mode) if s.venue is not None else None for s in sessions}


@pytest.mark.parametrize(
    "places_told",
    [
        "<p>Un groupe A à Lens (MJC, 3 rue Pasteur), un groupe B à Creil (espace Buhl, 2 rue Haute).</p>",
        "<p>Le groupe A se retrouve à Lens, salle Jaurès ; le groupe B à Creil, espace Buhl.</p>",
        "<ul><li>Groupe A : Lens, salle Jaurès</li><li>Groupe B : Creil, espace Buhl</li></ul>",
        "<p>Les groupes ont chacun leur lieu : groupe A à Lens, salle Jaurès, groupe B à Creil, espace Buhl.</p>",
    ],
)
def test_places_of_groups_by_letter(places_told: str) -> None:
    """The days of a group are where the page tells once that it meets."""
    assert places(f"<h1>Formation 2024</h1>{places_told}{DAYS_BY_LETTER}") == TURNS


@pytest.mark.parametrize(
    ("told", "one", "other"),
    [
        ("Le groupe bleu se réunit à Lens, salle Jaurès, et le groupe vert à Creil, espace Buhl.", "bleu", "vert"),
        ("Groupe Nord (Lens, salle Jaurès), groupe Sud (Creil, espace Buhl).", "Nord", "Sud"),
        ("Le groupe 1 à Lens, à la MJC ; le groupe 2 à Creil, à la Faïencerie.", "1", "2"),
    ],
)
def test_groups_by_name_in_headings_and_rows(told: str, one: str, other: str) -> None:
    """A group may be named by a heading over its days, or by the head of their row."""
    headings = (
        f"<h3>Groupe {one}</h3><p>4 mars et 8 avril 2024</p><h3>Groupe {other}</h3><p>6 mars et 10 avril 2024</p>"
    )
    table = (
        f"<table><tr><td>Groupe {one}</td><td>4 mars 2024</td><td>8 avril 2024</td></tr>"
        f"<tr><td>Groupe {other}</td><td>6 mars 2024</td><td>10 avril 2024</td></tr></table>"
    )
    for days in (headings, table):
        assert places(f"<h1>Formation 2024</h1><p>{told}</p>{days}") == TURNS


def test_ranks_alone_are_those_of_groups() -> None:
    """`le premier … le second` behind `deux groupes` names them."""
    told = "<p>Deux groupes : le premier à Lens, salle Jaurès, le second à Creil, espace Buhl.</p>"
    days = "<p>Premier groupe : 4 mars et 8 avril 2024</p><p>Second groupe : 6 mars et 10 avril 2024</p>"
    assert places(f"<h1>Formation 2024</h1>{told}{days}") == TURNS


@pytest.mark.parametrize("head", ["Groupe « {} »", "Groupe A – {}", "Sous-groupe ({})", "Promotion de {}"])
def test_headings_that_name_the_town_of_a_group(head: str) -> None:
    """A house below the heading of a group stands in the town that the group is called after."""
    html = (
        f"<h1>Deux groupes</h1><h3>{head.format('Lens')}</h3><p>4 mars et 8 avril 2024, MJC, 3 rue Pasteur</p>"
        f"<h3>{head.format('Creil')}</h3><p>6 mars et 10 avril 2024, espace Buhl, 2 rue Haute</p>"
    )
    assert places(html) == TURNS


@pytest.mark.parametrize("label", ["Lieu", "Adresse", "Où ?"])
@pytest.mark.parametrize("first", [True, False])
def test_row_of_places_over_or_under_days(label: str, *, first: bool) -> None:
    """Each column of days is where its row of places says, but a day that tells its own place."""
    row = f"<tr><td>{label}</td><td>Lens, Louvre-Lens Vallée</td><td>Creil, espace Buhl</td></tr>"
    days = (
        "<tr><td>Module 1</td><td>4 mars 2024</td><td>6 mars 2024</td></tr>"
        "<tr><td>Module 2</td><td>8 avril 2024</td><td>10 avril 2024</td></tr>"
        "<tr><td>Clôture</td><td>3 mai 2024, Amiens, le Quai</td><td>3 mai 2024, Amiens, le Quai</td></tr>"
    )
    head = "<tr><th>Module</th><th>Groupe Artois</th><th>Groupe Oise</th></tr>"
    told = places(f"<h1>Formation 2024</h1><table>{head}{row if first else ''}{days}{'' if first else row}</table>")
    assert told == {**TURNS, "05-03": "Amiens"}


@pytest.mark.parametrize(
    "html",
    [
        # what groups do on one day does not move the day
        "<p>Le 4 mars 2024 à Creil, espace Buhl. L'après-midi le groupe 1 visite Méru, le groupe 2 Laon.</p>",
        # nor does one group alone
        "<p>Le 4 mars 2024 à Creil, espace Buhl. Le groupe A présente son travail mené à Lens.</p>",
        # nor what stands with a day of its own
        "<p>Groupe A : 4 mars 2024, Creil, espace Buhl</p><p>Le groupe B, réuni à Lens en 2023, a fini.</p>",
    ],
)
def test_groups_that_move_nothing(html: str) -> None:
    """A day keeps its own place."""
    assert places(f"<h1>Rencontre</h1>{html}")["03-04"] == "Creil"


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        (("Lille", "À distance"), ("Lille", "online")),
        (("Groupe Lille", "Groupe Amiens"), ("Lille", "Amiens")),
        (("Session d'Arras", "En visio"), ("Arras", "online")),
    ],
)
def test_columns_of_groups_of_towns_and_screens(heads: tuple[str, str], expected: tuple[str, str]) -> None:
    """A column is where its head says, a town, a group called after one, or a screen."""
    one, other = heads
    html = (
        f"<h1>Formation</h1><table><tr><th>Module</th><th>{one}</th><th>{other}</th></tr>"
        "<tr><td>Module 1</td><td>4 mars 2024</td><td>6 mars 2024</td></tr>"
        "<tr><td>Module 2</td><td>8 avril 2024</td><td>10 avril 2024</td></tr></table>"
    )
    first, second = expected
    assert places(html) == {"03-04": first, "03-06": second, "04-08": first, "04-10": second}


@pytest.mark.parametrize(
    "told",
    [
        "Premier jour à Lens (halle aux sucres), second jour à Creil (la Faïencerie).",
        "Le premier jour à Lens, salle Jaurès, le second à Creil, espace Buhl.",
        "Première séance à Lens, deuxième séance à Creil.",
    ],
)
def test_ranks_in_one_sentence(told: str) -> None:
    """Each rank leads to the place of its own sitting."""
    assert places(f"<h1>Formation</h1><p>Les 4 et 6 mars 2024. {told}</p>") == {"03-04": "Lens", "03-06": "Creil"}
