"""Towns that heads of entries lead to (`On termine par Calais`), and towns that are told of a former year."""

from __future__ import annotations

from tests.extract.documents import read_text, tell_sessions


def test_the_head_of_an_entry_tells_the_town_of_its_house() -> None:
    text = (
        "Rencontres de la fédération\n\nOn commence à Auchel\n"
        "Mardi 24 janvier 2023, 14h, centre social, rue de l'Egalité\n\n"
        "Deuxième étape : Arques\nJeudi 2 février 2023, 14h, maison de quartier\n\n"
        "On termine par Calais\nJeudi 9 février 2023, 14h, Espace Fort, 22 rue de Toul\n"
    )
    assert tell_sessions(read_text(text)) == [
        "2023-01-24 14:00- Auchel",
        "2023-02-02 14:00- Arques",
        "2023-02-09 14:00- Calais",
    ]


def test_the_head_of_an_entry_tells_its_town_where_no_house_is_named() -> None:
    text = (
        "Concours de cuisine\n\nDemi-finale à Avion\nsamedi 8 novembre 2025, 10h-14h\nVenez nombreux\n"
        "Finale à Lens\nsamedi 29 novembre 2025, 10h-15h\nApportez vos tabliers\n"
    )
    assert tell_sessions(read_text(text)) == ["2025-11-08 10:00-14:00 Avion", "2025-11-29 10:00-15:00 Lens"]


def test_a_town_of_a_former_year_is_no_place() -> None:
    day = "Forum des initiatives\nSamedi 6 juin 2026, 10h-17h\n"
    for former in (
        "En 2024, nous étions 180 à Cambrai !",
        "En 2022, c'était à Lille ; en 2023, Lens accueillait le forum.",
        "La dernière fois, nous nous étions retrouvés à Wattrelos.",
        "En 2025, le forum s'est tenu à Laon.",
    ):
        assert tell_sessions(read_text(day + former)) == ["2026-06-06 10:00-17:00 ?"], former


def test_a_town_of_this_year_is_a_place() -> None:
    for told in ("En 2026, nous avons choisi Maubeuge : rendez-vous", "En 2026, le réseau est accueilli à Maubeuge"):
        assert tell_sessions(read_text(f"{told} le 4 avril 2026 à 14h.")) == ["2026-04-04 14:00- Maubeuge"], told
