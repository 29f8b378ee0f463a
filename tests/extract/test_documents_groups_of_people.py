"""Formations held once for each group: what is said of a group is said of its days, wherever they stand."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_text, tell_sessions

GROUPS = (
    "Groupe 1 (agents des CCAS) : lundi 20 et mardi 21 janvier 2025\n"
    "Groupe 2 (associations) : lundi 3 et mardi 4 février 2025\n"
    "Groupe 3 (bailleurs) : jeudi 20 et vendredi 21 mars 2025\n"
)


@pytest.mark.parametrize(
    "said",
    [
        "Les groupes 1 et 2 seront reçus à la mairie de Calais. Le groupe 3 se réunira à Guînes.",
        "Lieux : Calais, salle Mollien pour les groupes 1 et 2 ; Guînes, salle des fêtes pour le groupe 3.",
    ],
)
def test_a_place_of_groups_is_that_of_their_days(said: str) -> None:
    told = tell_sessions(read_text(f"Formation « aller vers »\n{GROUPS}{said}\nDe 9h à 16h\n"))
    assert [line.partition(" 09:00-16:00 ")[2] for line in told] == ["Calais"] * 4 + ["Guînes"] * 2


def test_promotions_with_letters_take_turns_in_the_calendar() -> None:
    text = (
        "Formation des médiateurs\n\n"
        "Promotion A (communes) : 6 mars, 3 avril et 15 mai 2024\n"
        "Promotion B (associations) : 20 mars, 17 avril et 29 mai 2024\n\n"
        "La promotion A est accueillie à l'hôtel de ville d'Hénin-Beaumont ; la promotion B à l'espace Mitterrand de "
        "Lens.\nDe 9h à 12h.\n"
    )
    assert tell_sessions(read_text(text)) == [
        f"{day} 09:00-12:00 {town}"
        for day, town in (
            ("2024-03-06", "Hénin-Beaumont"),
            ("2024-03-20", "Lens"),
            ("2024-04-03", "Hénin-Beaumont"),
            ("2024-04-17", "Lens"),
            ("2024-05-15", "Hénin-Beaumont"),
            ("2024-05-29", "Lens"),
        )
    ]


def test_a_house_of_a_quarter_is_in_the_town_that_it_names() -> None:
    text = "Rencontre des parents, mardi 3 juin 2025 à 18h, à la Maison de quartier du Portel, rue Carnot.\n"
    assert tell_sessions(read_text(text)) == ["2025-06-03 18:00- Le Portel"]


def test_hours_that_a_colon_leads_from_are_of_all_days_of_their_sentence() -> None:
    text = "Trois matinées, de 9h à 12h : 5 et 12 octobre à Hazebrouck, 19 octobre 2023 à Bailleul, salle Foch.\n"
    assert tell_sessions(read_text(f"Formation des agents\n{text}")) == [
        "2023-10-05 09:00-12:00 Hazebrouck",
        "2023-10-12 09:00-12:00 Hazebrouck",
        "2023-10-19 09:00-12:00 Bailleul",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Après le groupe de Soissons, qui a terminé le 12 mai par une visite, dix bénévoles commenceront",
        "Le groupe de Soissons, qui s'est séparé le 12 mai, passe le relais : dix bénévoles feront leur rentrée",
    ],
)
def test_what_a_relative_clause_tells_in_the_past_is_over(sentence: str) -> None:
    text = f"Une nouvelle session pour les bénévoles\n{sentence} le mardi 6 juin 2023 à Laon, salle Europe, à 14h.\n"
    assert tell_sessions(read_text(text)) == ["2023-06-06 14:00- Laon"]


SPLIT = "Elle se tiendra les jeudi 6 et vendredi 7 octobre 2022 puis le lundi 21 novembre 2022 :\n"


@pytest.mark.parametrize(
    "lines",
    [
        "- 1er et 2e jours : au Centre de gestion, allée du Château, 62702 Bruay-la-Buissière, de 9h00 à 16h30 ;\n"
        "- 3e jour : en classe virtuelle, de 9h30 à 12h00.\n",
        "J1 et J2 : 9h-16h30, Bruay-la-Buissière, mairie\nJ3 : 9h30-12h, à distance\n",
        "Journées 1 et 2 : mairie de Bruay-la-Buissière, 9h-16h30\nJournée 3 : en visio, 9h30-12h\n",
    ],
)
def test_lines_that_number_several_sittings_are_of_each(lines: str) -> None:
    assert tell_sessions(read_text(f"Formation « Référent laïcité »\n{SPLIT}{lines}")) == [
        "2022-10-06 09:00-16:30 Bruay-la-Buissière",
        "2022-10-07 09:00-16:30 Bruay-la-Buissière",
        "2022-11-21 09:30-12:00 ? online",
    ]


def test_the_first_days_and_the_second_ones_of_all_sessions() -> None:
    text = (
        "Formation en deux sessions de deux jours\nSession 1 : 7 et 8 novembre 2019, MJC de Croix\n"
        "Session 2 : 23 et 24 janvier 2020, MJC de Roubaix\n"
        "Les premiers jours commencent à 10h et finissent à 18h ; les seconds vont de 9h à 16h.\n"
    )
    assert tell_sessions(read_text(text)) == [
        "2019-11-07 10:00-18:00 Croix",
        "2019-11-08 09:00-16:00 Croix",
        "2020-01-23 10:00-18:00 Roubaix",
        "2020-01-24 09:00-16:00 Roubaix",
    ]


def test_a_module_of_several_days_is_in_one_place() -> None:
    text = (
        "Fiche formation\n\nDates : du 2 au 3 mars et du 6 au 7 avril 2022\nHoraires : 9h-12h / 13h30-17h30\n"
        "Lieu : 1er module à Amiens (7 rue Henriette Dumuin), 2nd module à Compiègne (Maison de l'Europe)\n"
    )
    days = (("03-02", "Amiens"), ("03-03", "Amiens"), ("04-06", "Compiègne"), ("04-07", "Compiègne"))
    assert tell_sessions(read_text(text)) == [f"2022-{day} 09:00-17:30 {town}" for day, town in days]


def test_hours_of_counted_weekdays_and_of_a_month_reach_their_sittings() -> None:
    text = (
        "La « Fabrique citoyenne » ouvre à Dunkerque, janvier 2015\n\n"
        "Premier cycle de l'année : deux lundis, à 18h30. On se retrouve le 19 janvier à l'hôtel de ville de Dunkerque "
        "et le 2 février à la Maison de l'environnement, à Dunkerque.\n"
    )
    assert [line.split()[1] for line in tell_sessions(read_text(text))] == ["18:30-", "18:30-"]
    text = (
        "Journées d'échanges 2025\n\n* Mardi 11 mars : Amiens, Mégacité\n"
        "* Jeudi 5 juin : Valenciennes, Serre numérique\n"
        "* Jeudi 9 octobre : Lens, mairie\n\nLes journées du 11 mars et du 5 juin débuteront à 9h30 et se termineront "
        "à 16h ; celle d'octobre sera une demi-journée (9h30-12h30).\n"
    )
    hours = [line.split()[1] for line in tell_sessions(read_text(text))]
    assert hours == ["09:30-16:00", "09:30-16:00", "09:30-12:30"]


@pytest.mark.parametrize(
    ("line", "new"),
    [
        ("7 novembre 2017 – Médiathèque La Source, Hénin-Beaumont (reporté au 14)", "2017-11-14"),
        ("7 novembre 2017 – Médiathèque La Source, Hénin-Beaumont (avancé au 31)", "2017-10-31"),
        ("28 novembre 2017 – Médiathèque La Source, Hénin-Beaumont (décalé au 5)", "2017-12-05"),
    ],
)
def test_a_new_day_by_its_number_alone_goes_on_from_the_old_one(line: str, new: str) -> None:
    told = tell_sessions(read_text(f"Cycle\n{line}\n21 janvier 2018 – Mairie, Lens\n"))
    assert f"{new} - Hénin-Beaumont" in told
    assert any(line.endswith("postponed") for line in told)
