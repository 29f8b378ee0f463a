"""What a title holds together is one event, whatever its days are called; one name on several days is one event."""

from __future__ import annotations

import pytest

from extract.events.page.collections import is_series
from tests.extract.documents import draw_table, places_of, read_brochure, read_page

DAYS = (
    "Mardi 13 janvier 2026, 9h-12h, Lens",
    "Mardi 10 février 2026, 9h-12h, Arras",
    "Mardi 10 mars 2026, 9h-12h, Douai",
)


def events_of(title: str, body: str) -> list[tuple[str, int]]:
    return [(event.title, len(event.sessions)) for event in read_page(title, body).events]


@pytest.mark.parametrize(
    "title",
    [
        "Université populaire du numérique",
        "Égalité : trois rendez-vous en ligne",
        "Deux jours pour les habitants",
        "Parcours « Bénévole »",
    ],
)
def test_titles_of_one_event_on_several_days(title: str) -> None:
    assert is_series(title)


@pytest.mark.parametrize("title", ["Nos rendez-vous de mars", "Agenda du réseau", "Les visites de l'été"])
def test_other_titles_hold_nothing_together(title: str) -> None:
    assert not is_series(title)


@pytest.mark.parametrize(
    ("title", "names"),
    [
        (
            "L'université populaire repart",
            ("Déjouer les faux messages", "Ranger ses photos", "Déclarer ses impôts en ligne"),
        ),
        (
            "Trois ateliers du numérique",
            ("Déjouer les faux messages", "Ranger ses photos", "Déclarer ses impôts en ligne"),
        ),
        ("Bénévole, et alors ?", ("Premier soir : la maison", "Deuxième soir : la loi", "Dernier soir : la caisse")),
        ("L'égalité en ligne", ("#1 Les femmes et le sport", "#2 Les marches : le guide", "#3 Un budget sensible")),
    ],
)
def test_sittings_under_headings_of_their_own_are_one_event(title: str, names: tuple[str, ...]) -> None:
    body = "".join(f"<h2>{name}</h2><p>{day}</p>" for name, day in zip(names, DAYS, strict=True))
    assert [count for _, count in events_of(title, f"<p>Rencontre ouverte à tous.</p>{body}")] == [3]


def test_headings_that_only_tell_days_part_nothing() -> None:
    body = "".join(
        f"<h2>Rencontre du {day} 2027</h2><p>De 14h à 16h, à {town}.</p>"
        for day, town in (("jeudi 21 janvier", "Lens"), ("jeudi 11 mars", "Arras"))
    )
    assert events_of("Rencontres sur la maladie de Parkinson", body) == [("Rencontres sur la maladie de Parkinson", 2)]


def test_a_cell_that_holds_what_and_where_names_its_row() -> None:
    rows = (
        ("4 avril 2023", "14h-16h", "Atelier budget (Tergnier, maison des services)"),
        ("13 avril 2023", "9h30-12h", "Club des référents égalité (Chauny, pôle Gambetta)"),
        ("10 mai 2023", "14h-16h", "Atelier budget (La Fère, centre culturel)"),
        ("16 mai 2023", "14h-16h", "Groupe mobilité (Vervins, maison de quartier)"),
    )
    table = draw_table(("Jour", "Heure", "Quoi"), *rows)
    told = events_of("Les rendez-vous du trimestre", table)
    assert told == [("Atelier budget", 2), ("Club des référents égalité", 1), ("Groupe mobilité", 1)]
    places = places_of(read_page("Les rendez-vous du trimestre", table))
    assert places[1:] == [
        ("pôle Gambetta", None, "Chauny"),
        ("centre culturel", None, "La Fère"),
        ("maison de quartier", None, "Vervins"),
    ]


def test_one_name_on_two_days_of_an_agenda_is_one_event() -> None:
    body = """<ul><li>Mardi 12 mai 2026, 9h-11h : Groupe mobilité, mairie de Lens</li>
    <li>Jeudi 21 mai 2026, 18h : Soirée débat sur la solitude, mairie de Douai</li>
    <li>Jeudi 18 juin 2026, 9h-11h : Groupe mobilité, mairie d'Arras</li></ul>"""
    told = dict(events_of("Agenda de mai et juin 2026", body))
    assert told == {"Groupe mobilité": 2, "Soirée débat sur la solitude": 1}


def test_a_flyer_is_called_by_the_heading_below_its_kind() -> None:
    text = "# WEBINAIRE\n## Vacciner dans les quartiers : retours\nMercredi 26 mai 2021\n11h30 - 12h45\nEn ligne"
    (event,) = read_brochure(text).events
    assert event.title.endswith("Vacciner dans les quartiers : retours")
