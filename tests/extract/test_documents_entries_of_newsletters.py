"""Newsletters whose entries keep to themselves: the screen of one, the hours of two, the town in a heading."""

from __future__ import annotations

from tests.extract.documents import read_page, read_text, tell_sessions


def test_some_meetings_on_the_screen_leave_the_others_where_they_are() -> None:
    text = """LETTRE DU RÉSEAU - novembre 2020

Vu les consignes sanitaires, certaines réunions basculent en visio.

* Café des parents
Mardi 10 novembre à 9h
Maison des familles, 3 rue Basse, Lens

* Conseil citoyen
Lundi 16 novembre à 18h
salle Jaurès, Liévin"""
    assert tell_sessions(read_text(text)) == ["2020-11-10 09:00- Lens", "2020-11-16 18:00- Liévin"]


def test_the_screen_of_one_entry_is_of_that_entry() -> None:
    text = """LETTRE DU RÉSEAU - novembre 2020

* Café des parents
Mardi 10 novembre à 9h
Maison des familles, 3 rue Basse, Lens

* Atelier budget
Jeudi 12 novembre à 14h
Cette rencontre se tiendra finalement en visioconférence

* Conseil citoyen
Lundi 16 novembre à 18h
salle Jaurès, Liévin"""
    assert tell_sessions(read_text(text)) == [
        "2020-11-10 09:00- Lens",
        "2020-11-12 14:00- ? online",
        "2020-11-16 18:00- Liévin",
    ]


def test_hours_of_both_stand_behind_the_second_place() -> None:
    text = (
        "Deux permanences en mars 2025. À Cambrai le mercredi 12, salle Vauban, avenue de la Victoire, et à Caudry "
        "le mercredi 19, foyer Jean-Jaurès, rue de la République ; les deux de 17h à 19h."
    )
    assert tell_sessions(read_text(text)) == ["2025-03-12 17:00-19:00 Cambrai", "2025-03-19 17:00-19:00 Caudry"]


def test_one_hour_of_both_needs_no_end() -> None:
    text = "Nous serons à Lens le mardi 4 mars 2025 et à Liévin, salle des fêtes, le mardi 11 mars ; tous deux à 18h30."
    assert tell_sessions(read_text(text)) == ["2025-03-04 18:30- Lens", "2025-03-11 18:30- Liévin"]


def test_an_angle_leads_from_the_first_hour_to_the_last() -> None:
    assert tell_sessions(read_text("Atelier le lundi 16 septembre 2024, 9h30 › 11h30, mairie de Laon")) == [
        "2024-09-16 09:30-11:30 Laon"
    ]


def test_hours_and_town_behind_a_list_of_days_are_of_all_of_them() -> None:
    text = "Lettre du 14/03/2019\n\nLe groupe Mobilités se réunit le 02/04 et le 30/04, 17h30-19h30, à Valenciennes."
    assert tell_sessions(read_text(text)) == [
        "2019-04-02 17:30-19:30 Valenciennes",
        "2019-04-30 17:30-19:30 Valenciennes",
    ]


_FOOT = "<footer><p>Réseau des centres, 12 rue Frédéric-Petit, 80000 Amiens. Permanence les mardis.</p></footer>"
_FIRST = (
    "<p><strong>Arpentage</strong><br>Amiens, café La Lucarne, 31 rue Saint-Leu, jeudi 6 octobre 2022, 18h30 à 21h.</p>"
)


def test_the_name_of_an_entry_tells_the_town_of_its_house() -> None:
    reading = read_page(
        "Infolettre d'octobre",
        f"{_FIRST}<p><strong>Balade sonore à Flixecourt</strong><br>Rendez-vous devant la mairie samedi 15 octobre à "
        "14h.</p><p><strong>Groupe local d'Abbeville</strong><br>Jeudi 20 octobre dès 17h30 à la Maison des "
        f"associations.</p>{_FOOT}",
    )
    assert tell_sessions(reading) == [
        "2022-10-06 18:30-21:00 Amiens",
        "2022-10-15 14:00- Flixecourt",
        "2022-10-20 17:30- Abbeville",
    ]


def test_who_leaves_for_a_town_meets_at_home() -> None:
    reading = read_page(
        "Infolettre d'octobre",
        f"{_FIRST}<p><strong>Sortie à Bruges</strong><br>Rendez-vous devant la mairie samedi 15 octobre à 7h.</p>"
        f"{_FOOT}",
    )
    assert "Bruges" not in tell_sessions(reading)[1]


def test_a_weekday_behind_a_colon_is_told() -> None:
    text = (
        "Infolettre du 15 mai 2025\n\nPremiers secours : lundi 16 et mardi 17 juin, 9h-17h, à l'IFSI de Bailleul.\n\n"
        "Tournoi « Foot pour toutes » à Merville : samedi 21 juin. Inscriptions sur place."
    )
    days = [session.first_day.isoformat() for event in read_text(text).events for session in event.sessions]
    assert days == ["2025-06-16", "2025-06-17", "2025-06-21"]


def test_what_passes_by_quarters_is_held_there() -> None:
    text = (
        "Lettre du 8 juin 2022\n\nFête du quartier : samedi 18 juin, de 14h à 22h, place de France à Beauvais.\n\n"
        "Pour mémoire, le ciné plein air passera par Argentine le vendredi 8 juillet et Saint-Jean le vendredi 5 août."
        "\n\nBilans des actions : il nous en manque onze ! Dernière limite, le 30 juin."
    )
    days = [session.first_day.isoformat() for event in read_text(text).events for session in event.sessions]
    assert sorted(days) == ["2022-06-18", "2022-07-08", "2022-08-05"]


def test_a_heading_over_what_was_dates_a_day_back() -> None:
    text = (
        "Infolettre du 5 septembre 2025\n\n## À venir\n\nForum : jeudi 18 septembre, 9h-17h, à l'IFSI de Bailleul.\n\n"
        "## C'était cet été\n\nLe bal du 13 juillet à Estaires, en images sur notre site."
    )
    assert tell_sessions(read_text(text)) == ["2025-09-18 09:00-17:00 Bailleul"]


def test_a_house_that_takes_people_in_is_in_the_town_of_who_writes() -> None:
    text = """LE FIL - lettre du tiers-lieu La Ruche, mars 2024

Café couture
Mardi 5 mars à 14h, à la Ruche, 3 rue Basse, Hirson.

Atelier compost
Samedi 9 mars à 10h, médiathèque de Vervins.

Bourse aux graines
Dimanche 17 mars à 9h, salle des fêtes de Guise.

Soirée jeux
Vendredi 22 mars à 20h. Ce soir-là nous sommes accueillis par la Maison des associations.

La Ruche - 3 rue Basse - 02500 Hirson"""
    assert tell_sessions(read_text(text)) == [
        "2024-03-05 14:00- Hirson",
        "2024-03-09 10:00- Vervins",
        "2024-03-17 09:00- Guise",
        "2024-03-22 20:00- Hirson",
    ]


def test_a_month_named_before_its_clause_is_that_of_the_days_behind() -> None:
    text = (
        "Le P'tit Journal de mars, 27 février 2025\n\nBébés lecteurs : mercredi 5 et mercredi 19 mars, 10h à 11h, à "
        "Boulogne-sur-Mer.\n\nStage citoyen pendant les vacances d'avril, du mercredi 16 au samedi 19, à Outreau."
    )
    days = [session.first_day.isoformat() for event in read_text(text).events for session in event.sessions]
    assert days[2:] == ["2025-04-16", "2025-04-17", "2025-04-18", "2025-04-19"]


def test_a_month_behind_the_first_sitting() -> None:
    text = (
        "Permanence le mardi 4 mars 2025 à 9h, à Lens. Au mois d'avril : le jeudi 3 et le jeudi 17, 9h-11h, à Liévin."
    )
    assert tell_sessions(read_text(text)) == [
        "2025-03-04 09:00- Lens",
        "2025-04-03 09:00-11:00 Liévin",
        "2025-04-17 09:00-11:00 Liévin",
    ]


def test_a_town_and_its_house_are_a_sentence_behind_the_day() -> None:
    text = """Les matinées de l'habitat

21 octobre 2021, 9h : la précarité énergétique. Creil, La Faïencerie.
18 novembre 2021, 9h : l'habitat indigne. Clermont, salle Pommery.
9 décembre 2021, 9h : le bail glissant. Guise, médiathèque.

SOLIHA Oise, 36 rue de Paris, 60000 Beauvais"""
    assert tell_sessions(read_text(text)) == [
        "2021-10-21 09:00- Creil",
        "2021-11-18 09:00- Clermont",
        "2021-12-09 09:00- Guise",
    ]


def test_what_follows_on_the_doors_is_the_beginning() -> None:
    text = """Agenda de février 2026

Dimanche 8 février : loto des familles. Ouverture de la salle à 13h30, jeux à 14h30.
Salle Concorde, rue de la Loire, Lille.

Mercredi 11 février : crêpes, 16h, à la maison de quartier de Lille."""
    assert tell_sessions(read_text(text)) == ["2026-02-08 14:30- Lille", "2026-02-11 16:00- Lille"]


def test_a_section_with_one_day_beside_an_agenda_is_an_entry_as_well() -> None:
    text = """Brèves de l'insertion

Lettre n° 8
17 octobre 2022

## Rendez-vous

Atelier mobilité
Mardi 8 novembre 2022
9h30 à 12h
Mission locale, 20 rue du Collège, Soissons

Forum alternance
Jeudi 24 novembre 2022
13h30 à 17h
Salle des fêtes
Villeneuve-Saint-Germain

## Visio

Clauses sociales
Mardi 15 novembre 2022
11h à 12h

## En chiffres
318 accueils"""
    assert sorted(tell_sessions(read_text(text))) == [
        "2022-11-08 09:30-12:00 Soissons",
        "2022-11-15 11:00-12:00 ? online",
        "2022-11-24 13:30-17:00 Villeneuve-Saint-Germain",
    ]


def test_counted_departures_are_sittings_of_one_day() -> None:
    text = (
        "Visite de chantier : jeudi 13 juin 2024, deux départs au choix, 16 h ou 17 h 30. Point de rencontre, la "
        "maison du projet à Tergnier."
    )
    assert tell_sessions(read_text(text)) == ["2024-06-13 16:00- Tergnier", "2024-06-13 17:30- Tergnier"]


def test_counted_sittings_of_two_days() -> None:
    text = (
        "Mercredi 11 février 2026 : conte à la médiathèque de Lens. Deux séances : 10h et 15h30.\n\n"
        "Samedi 14 février : trois passages, 10h, 14h et 16h, salle Jaurès à Liévin."
    )
    assert tell_sessions(read_text(text)) == [
        "2026-02-11 10:00- Lens",
        "2026-02-11 15:30- Lens",
        "2026-02-14 10:00- Liévin",
        "2026-02-14 14:00- Liévin",
        "2026-02-14 16:00- Liévin",
    ]
