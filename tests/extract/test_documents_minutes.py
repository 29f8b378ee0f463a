"""Minutes: their own sitting, the matters that tell of another one, and what is only spoken of."""

from __future__ import annotations

from tests.extract.documents import read_page, read_text, tell_sessions


def test_a_matter_of_minutes_with_its_hour_and_house_is_a_meeting() -> None:
    body = (
        "<p>Présents : 12. La réunion s'est tenue de 17h30 à 19h au centre social, 3 rue Mozart, Creil.</p>"
        "<p><b>I - Jardin.</b> Les bacs arrivent en novembre.</p>"
        "<p><b>II - Invitation des pompiers.</b> La caserne nous ouvre ses portes mercredi 26 octobre à 14h30, au "
        "centre de secours, rue des Usines, à Montataire.</p>"
    )
    reading = read_page("CR de la réunion du 12 octobre 2022", body)
    assert tell_sessions(reading) == ["2022-10-12 17:30-19:00 Creil", "2022-10-26 14:30- Montataire"]
    assert reading.events[-1].title == "Invitation des pompiers"


def test_the_head_of_minutes_stays_beside_the_sections_that_are_events() -> None:
    body = (
        "<table><tr><th>Séance du</th><td>14/02/2023, 14h30 à 16h30</td></tr>"
        "<tr><th>Lieu</th><td>Mairie annexe, 12 rue de Lens, Avion</td></tr></table>"
        "<h2>Concertation des locataires</h2><p>Une réunion le 08/03/2023 à 17h30, salle Aragon, à Liévin.</p>"
        "<h2>Fête du quartier</h2><p>Elle aura lieu le 24/06/2023 de 11h à 18h au parc de la Glissoire, à Avion.</p>"
    )
    assert sorted(tell_sessions(read_page("Comité de suivi n° 6 - îlot Bouvines", body))) == [
        "2023-02-14 14:30-16:30 Avion",
        "2023-03-08 17:30- Liévin",
        "2023-06-24 11:00-18:00 Avion",
    ]


def test_the_screen_of_a_former_sitting_is_none_of_the_others() -> None:
    text = (
        "Bonjour,\nVeuillez trouver le relevé du comité du lundi 4 janvier 2021, tenu en visio de 10h à 11h.\n\n"
        "Les rencontres reprennent :\n"
        "- COPIL : jeudi 4 février 2021 à 9h, La Luna, 12 route de Mons, Maubeuge\n"
        "- Atelier des porteurs : mardi 9 février 2021, 14h-17h, salle des fêtes de Louvroil\n"
        "La journée des habitants du 27 mars 2021 n'aura pas lieu cette année.\n"
    )
    (cancelled,) = [s for e in read_text(text).events for s in e.sessions if s.status == "cancelled"]
    assert cancelled.venue is None


def test_one_entry_in_both_ways_opens_no_other_with_its_day_in_figures() -> None:
    body = (
        "<p>L'atelier « plan » est fixé au 10/06/2021 à 17h30 : Maison du projet, 3 place d'Auge, Amiens.</p>"
        "<p>COPIL : 01/07/2021, 14h30, formule mixte (hôtel de ville d'Amiens ou lien Teams)</p>"
    )
    modes = [s.venue.mode for e in read_page("Dates du projet", body).events for s in e.sessions if s.venue]
    assert modes == ["in_person", "hybrid"]


def test_what_a_meeting_has_done_behind_its_day_lies_back() -> None:
    letter = (
        "Hautmont, le 4 septembre 2023\n\nMadame, Monsieur,\n\n"
        "Le comité de pilotage du 23 juin a souhaité que les opérateurs se rencontrent. Comme convenu au bureau du "
        "12 juin, la rencontre aura lieu le mardi 10 octobre 2023 à 14h, salle des fêtes, Hautmont.\n\nLe maire\n"
    )
    reading = read_text(letter)
    assert tell_sessions(reading) == ["2023-10-10 14:00- Hautmont"]
    assert [str(d.first_day) for d in reading.dates if d.role == "past"] == ["2023-06-23", "2023-06-12"]


def test_an_hour_with_its_house_behind_it_is_that_of_the_days_below() -> None:
    body = (
        "<p>La commission écoute les porteurs à 17h30 précises, à la maison des associations, 8 rue de Thionville, "
        "Lille.</p><ul><li>jeudi 7 février 2019</li><li>jeudi 4 avril 2019</li></ul>"
        "<p>Secrétariat ouvert le mardi de 9h à 12h.</p>"
    )
    assert tell_sessions(read_page("Commission des aides aux projets", body)) == [
        "2019-02-07 17:30- Lille",
        "2019-04-04 17:30- Lille",
    ]
