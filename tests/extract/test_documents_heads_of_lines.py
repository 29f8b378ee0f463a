"""Lines with heads of one kind (`Groupe de Lille : …`): what heads one says nothing of another."""

from __future__ import annotations

from tests.extract.documents import draw_table, read_page, read_text, tell_sessions


def test_the_town_that_heads_a_line_is_that_of_no_other_line() -> None:
    text = (
        "Formation « Écrits »\n\nGroupe de Lille : les 15 et 16 septembre 2020\n"
        "Groupe du Valenciennois : les 22 et 23 septembre 2020\n"
    )
    assert tell_sessions(read_text(text)) == [
        "2020-09-15 - Lille",
        "2020-09-16 - Lille",
        "2020-09-22 - ?",
        "2020-09-23 - ?",
    ]


def test_lists_of_days_behind_heads_of_one_kind_are_entries() -> None:
    text = (
        "Note de service\n\nFormation « Écrits professionnels »\n\n"
        "La formation intra reprend à l'automne selon le planning suivant :\n\n"
        "Groupe de Lille : jours 3 et 4 les 15 et 16 septembre 2020 (jours 1 et 2 réalisés en février)\n"
        "Groupe de Roubaix-Tourcoing : les 22, 23 septembre et 6, 7 octobre 2020\n"
        "Groupe de Valenciennes : reporté à 2021\n\n"
        "Lieux : pour Lille, au siège, 199 rue Colbert ; pour Roubaix-Tourcoing, au 45 rue de l'Ouest à Roubaix.\n"
        "Horaires : 9h-12h et 13h-16h30.\n"
    )
    days = [("09-15", "Lille"), ("09-16", "Lille"), *((d, "Roubaix") for d in ("09-22", "09-23", "10-06", "10-07"))]
    assert tell_sessions(read_text(text)) == [f"2020-{day} 09:00-16:30 {town}" for day, town in days]


def test_all_halves_that_are_counted_share_their_hours() -> None:
    text = (
        "Programme 2025\nLe réseau organise trois matinées (9h-12h) à la mairie de Calais :\n"
        "- 4 février : addictions\n- 1er avril : santé mentale\n- 3 juin : vaccination\n"
        "La matinée du 3 juin se tiendra exceptionnellement à la Maison pour tous, 81 boulevard Jacquard.\n"
    )
    days = ("2025-02-04", "2025-04-01", "2025-06-03")
    assert tell_sessions(read_text(text)) == [f"{day} 09:00-12:00 Calais" for day in days]


def test_what_a_number_below_a_table_says_is_of_its_own_row() -> None:
    text = (
        "Cycle « Entreprises »\nModule 1 | 15/03/2022 | 14h-16h30 | Préfecture de région, Lille\n"
        "Module 2 | 12/04/2022 | 14h-16h30 | CCI, Arras\nModule 3 | 17/05/2022 | 10h-11h30 | à distance\n"
        "Module 4 | 14/06/2022 | 14h-16h30 | Amiens Métropole, salle 4\n"
        "Module 3 : lien de connexion envoyé la veille.\n"
    )
    assert tell_sessions(read_text(text)) == [
        "2022-03-15 14:00-16:30 Lille",
        "2022-04-12 14:00-16:30 Arras",
        "2022-05-17 10:00-11:30 ? online",
        "2022-06-14 14:00-16:30 Amiens",
    ]


def test_who_met_to_decide_and_where_people_travelled_before_is_no_sitting() -> None:
    text = (
        "Bilan et perspectives du réseau\n"
        "En 2023, nous avons organisé quatre rencontres et un voyage d'étude à Grenoble en octobre.\n"
        "Pour 2024, le comité d'animation réuni le 7 décembre a retenu un cycle de deux séances :\n"
        "- jeudi 8 février 2024, de 10h à 16h, à Lille\n- jeudi 4 avril 2024, de 10h à 16h, à Compiègne\n"
        "L'assemblée plénière est fixée au mardi 10 décembre 2024.\n"
    )
    assert tell_sessions(read_text(text)) == [
        "2024-02-08 10:00-16:00 Lille",
        "2024-04-04 10:00-16:00 Compiègne",
        "2024-12-10 - ?",
    ]


def test_hours_that_lead_to_a_list_are_of_the_list() -> None:
    text = (
        "Communauté d'agglomération du Saint-Quentinois\n\nCOMPTE RENDU – Groupe projet « Gestion urbaine »\n"
        "Mardi 4 février 2020, 14h, salle du conseil\n\n"
        "Les diagnostics en marchant auront lieu aux dates suivantes, de 14h à 16h30 :\n"
        "Quartier Vermandois : mardi 10 mars\nQuartier Europe : jeudi 19 mars\n"
        "Rendez-vous à chaque fois devant l'école du quartier.\n"
    )
    assert tell_sessions(read_text(text)) == [
        "2020-02-04 14:00- Saint-Quentin",
        "2020-03-10 14:00-16:30 Saint-Quentin",
        "2020-03-19 14:00-16:30 Saint-Quentin",
    ]


def test_the_whole_days_beside_halves_and_what_the_next_paragraph_tells() -> None:
    text = (
        "Formations 2026\n\nThème 1 : Prévention\n22 janvier, Lille, 7 bis rue Racine\n\n"
        "Thème 2 : Décence\n5 février (matin), Valenciennes, CAF\n2 avril (après-midi), Lens, Maison de l'habitat\n\n"
        "Thème 3 : Copropriétés (webinaire, 11h-12h30)\n18 juin\n\n"
        "Horaires : journée 9h30-16h30 ; matin 9h-12h ; après-midi 14h-17h\n"
    )
    assert tell_sessions(read_text(text)) == [
        "2026-01-22 09:30-16:30 Lille",
        "2026-02-05 09:00-12:00 Valenciennes",
        "2026-04-02 14:00-17:00 Lens",
        "2026-06-18 11:00-12:30 ? online",
    ]


def test_the_body_of_a_guest_is_no_place() -> None:
    rows = (
        ("Date", "Invité", "Structure"),
        ("3 octobre 2023", "Amina Cherif", "Médiathèque de Wattrelos"),
        ("7 novembre 2023", "Jean-Luc Petit", "Centre social de Tergnier"),
    )
    body = "<p>De 12h30 à 13h30, en visio, un acteur témoigne.</p>" + draw_table(*rows)
    assert tell_sessions(read_page("Les midis du Hub", body)) == [
        "2023-10-03 12:30-13:30 ? online",
        "2023-11-07 12:30-13:30 ? online",
    ]
