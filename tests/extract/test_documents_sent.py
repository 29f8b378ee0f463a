"""Mails, letters, news and sheets of centres: when they appear, who speaks and what is sent out is no meeting."""

from __future__ import annotations

import pytest

from extract.read import read_document
from tests.extract.documents import (
    draw_table,
    places_of,
    read_brochure,
    read_page,
    read_text,
    sessions_of,
    tell_sessions,
)
from warehouse.reference import load_knowledge


def test_where_a_speaker_works_is_no_place_of_the_first_day() -> None:
    text = """# Cycle « Médiation »
## Objectifs
Comprendre les conflits de voisinage et trouver sa place
## Intervenante
Odile M., consultante, Atelier des possibles (Rouen)
## Dates
Séance 1
Mardi 7 mars 2023
Les postures
Séance 2
Mardi 4 avril 2023
Horaires : 9h15 - 17h00
## Lieu
Centre Foch, rue des Tanneurs, 02500 Hirson"""
    days = [
        ("2023-03-07", "09:15", "17:00", "Hirson", "in_person"),
        ("2023-04-04", "09:15", "17:00", "Hirson", "in_person"),
    ]
    assert sessions_of(read_brochure(text)) == days


def test_a_date_limit_as_a_heading() -> None:
    text = """# Tenir une permanence
## Dates
Lundi 6 mars 2023, de 9h à 12h
## Lieu
Centre Foch, rue des Tanneurs, 02500 Hirson
## Date limite d'inscription
20 février 2023
Organisme enregistré en préfecture."""
    assert sessions_of(read_brochure(text)) == [("2023-03-06", "09:00", "12:00", "Hirson", "in_person")]


def test_the_day_on_which_codes_are_sent_is_no_day_of_the_meeting() -> None:
    body = """<p>Jeudi 9 mars 2023</p><p>De 10h à 11h30, nous vous proposons une web-conférence avec la caisse.</p>
    <p>Le lien vous sera envoyé le 7 mars.</p>"""
    assert sessions_of(read_page("Web-conférence sur les aides", body)) == [
        ("2023-03-09", "10:00", "11:30", None, "online")
    ]


@pytest.mark.parametrize("tool", ["sur BigBlueButton", "via Whereby", "par Google Meet"])
def test_tools_to_meet_on_the_screen(tool: str) -> None:
    body = f"<ul><li>Jeudi 9 mars 2023</li><li>de 13h à 13h45</li><li>chez vous, {tool}</li></ul>"
    assert sessions_of(read_page("La pause #9", body)) == [("2023-03-09", "13:00", "13:45", None, "online")]


def test_the_number_of_an_issue_and_its_day() -> None:
    text = """LA LETTRE DES ATELIERS
n° 14 - mardi 14 mars 2023

Chères et chers collègues,

Le jeudi 9 mars, la mairie de Guise a accueilli le job dating des quartiers.

À l'année prochaine,

Odile Carpentier
Association Passerelles
4 rue Foch, 02500 Hirson"""
    reading = read_text(text)
    assert str(reading.page.published_on) == "2023-03-14"
    assert [line[:10] for line in tell_sessions(reading)] == ["2023-03-09"]
    assert "4 rue Foch" not in {venue.street for venue in reading.venues}


def test_the_rubric_above_the_title_tells_when_news_were_put_up() -> None:
    source = """<html><body><main><p>Santé · 13 mars 2023</p><h1>Les aînés à l'honneur</h1>
    <p>Le forum du mardi 7 mars 2023 a réuni 80 personnes à la mairie de Guise.</p></main></body></html>"""
    reading = read_document(source.encode(), "https://ville.example/a", "text/html", load_knowledge())
    assert str(reading.page.published_on) == "2023-03-13"
    assert [line[:10] for line in tell_sessions(reading)] == ["2023-03-07"]


def test_a_mail_of_which_only_subject_and_date_are_kept() -> None:
    text = """Objet : formation « Aller vers les habitants des quartiers » : changement de date
Date : lundi 6 mars 2023 17:02

Bonsoir,

La séance du mardi 14 mars est reportée au mardi 28 mars 2023, de 9h15 à 16h, centre Foch, 02500 Hirson.

Odile"""
    told = tell_sessions(read_text(text))
    assert "2023-03-28 09:15-16:00 Hirson" in told
    assert not any(line.startswith("2023-03-06") for line in told)


def test_an_invitation_with_its_date_below_its_subject_is_no_mail() -> None:
    text = """Objet : réunion du comité des fêtes et des associations de quartier
Date : lundi 6 mars 2023 à 17h30
Lieu : centre Foch, 02500 Hirson

Venez nombreux."""
    assert tell_sessions(read_text(text)) == ["2023-03-06 17:30- Hirson"]


def test_lines_that_each_open_with_a_town_in_bold() -> None:
    text = """## Le tour des maisons de santé passe près de chez vous

**Hirson**, le jeudi 9 mars 2023, à l'hôtel de ville : accès aux soins en milieu rural
**Guise**, le jeudi 16 mars 2023, à la salle des fêtes : bien manger à tous les âges
**Vervins**, le jeudi 23 mars 2023, à la médiathèque : la santé mentale des jeunes

Toutes les matinées vont de 9h30 à 12h."""
    assert tell_sessions(read_text(text)) == [
        "2023-03-09 09:30-12:00 Hirson",
        "2023-03-16 09:30-12:00 Guise",
        "2023-03-23 09:30-12:00 Vervins",
    ]


@pytest.mark.parametrize("room", ["salle 2", "hall 3", "bureau 12", "bâtiment 4"])
def test_the_number_of_a_room_is_not_that_of_the_street(room: str) -> None:
    reading = read_page("Réunion", f"<p>Mardi 7 mars 2023 à 14h, à l'Enclos, {room}, rue Saint-Bertin, à Hirson.</p>")
    assert {place[1] for place in places_of(reading)} <= {"rue Saint-Bertin", None}


def test_a_state_shouted_at_the_end_of_a_cell() -> None:
    table = draw_table(
        ("Ville", "Date", "Horaires", "Accueil"),
        ("Hirson", "mardi 7 mars 2023", "9h - 12h", "Le Phare, 12 boulevard Gambetta <b>COMPLET</b>"),
        ("Guise", "mardi 14 mars 2023", "9h - 12h", "Maison des associations, place Foch"),
    )
    reading = read_page("Atelier fresque", table)
    assert [s.status for e in reading.events for s in e.sessions] == ["full", "announced"]
    assert "12 boulevard Gambetta" in {venue.street for venue in reading.venues}


def test_a_training_from_its_first_day_to_its_last() -> None:
    body = """<p>Commencée le 3 mars, la formation s'est achevée le vendredi 24 mars 2023 à Hirson.</p>
    <p>Pendant ces deux vendredis, de 9h30 à 16h30, le groupe a arpenté la ville.</p>"""
    told = tell_sessions(read_page("Bilan de la formation « Lire la ville »", body))
    assert told == ["2023-03-03 09:30-16:30 Hirson", "2023-03-24 09:30-16:30 Hirson"]


def test_a_page_that_calls_itself_a_report_reports_a_meeting() -> None:
    body = "<p>Mardi 7 mars 2023</p><p>Trente agents ont planché à Hirson sur le droit commun.</p>"
    assert [line[:10] for line in tell_sessions(read_page("Compte-rendu : le droit commun", body))] == ["2023-03-07"]


def test_hours_in_a_column_that_is_called_duration() -> None:
    table = draw_table(
        ("N°", "Date", "Durée"),
        ("1", "jeudi 9 mars 2023", "9h30-16h30"),
        ("2", "mardi 14 mars 2023", "9h30-12h30"),
    )
    told = tell_sessions(read_page("Parcours des médiateurs", f"{table}<p>Salle Foch, 02500 Hirson</p>"))
    assert told == ["2023-03-09 09:30-16:30 Hirson", "2023-03-14 09:30-12:30 Hirson"]


def test_a_meeting_that_turns_to_the_screen_has_no_town() -> None:
    body = """<p>Le réseau se réunira le mardi 14 mars 2023, de 10h à 12h. La réunion de Liévin bascule en visio ;
    le lien vous parviendra.</p>"""
    assert sessions_of(read_page("Réunion du réseau", body)) == [("2023-03-14", "10:00", "12:00", None, "online")]


def test_a_row_that_meets_on_the_screen_has_no_town() -> None:
    table = draw_table(
        ("Arrondissement", "Date", "Horaire", "Lieu"),
        ("Lens", "Lundi 6 mars 2023", "10h00 - 11h30", "Salle Foch, 3 rue du Four, Lens"),
        ("Hirson", "Mardi 7 mars 2023", "10h00 - 11h30", "Visioconférence"),
    )
    reading = read_page("Réunions d'information", table)
    assert [place[3:] for place in sessions_of(reading)] == [("Lens", "in_person"), (None, "online")]


def test_hours_that_are_identical() -> None:
    body = """<p>Mardi 7 mars 2023, 9h30 à 16h, mairie de Vervins.</p>
    <p>Réunions suivantes : 4 avril 2023 à Lens et 9 mai 2023 à Hirson (horaires identiques).</p>"""
    assert tell_sessions(read_page("Réunion des coordonnateurs", body)) == [
        "2023-03-07 09:30-16:00 Vervins",
        "2023-04-04 09:30-16:00 Lens",
        "2023-05-09 09:30-16:00 Hirson",
    ]


def test_at_the_invitation_of_somebody_is_no_invitation() -> None:
    body = """<p>Trente référents ont répondu présent, le 9 mars dernier, à l'invitation de la ville.</p>
    <p>La matinée s'est ouverte au théâtre Foch, à Hirson.</p>
    <p>La prochaine rencontre aura lieu le jeudi 6 avril à Lens.</p><p>Publié le 20 mars 2023</p>"""
    reading = read_page("Les référents se retrouvent", body)
    assert reading.page.kind == "report"
    assert [line[:10] for line in tell_sessions(reading)] == ["2023-03-09", "2023-04-06"]


@pytest.mark.parametrize(
    "attended",
    [
        "Présents : A. Lemaire (CAF du Nord), P. Dequidt (CCAS de Béthune)",
        "Étaient présents : la maison de quartier de Beauvais, C. Petit (centre social de Méru)",
        "Absents excusés : J.-P. Leroy (mairie d'Avion)",
        "Présent·e·s : la mairie de Lens, le CCAS de Béthune",
    ],
)
def test_who_attended_is_no_place_of_the_meeting(attended: str) -> None:
    text = f"""GROUPE DE TRAVAIL
Lieu : IREV, Lille
Date : jeudi 22 janvier 2026, 10h00-12h00
{attended}
Prochaine séance : elle se tiendra à Béthune, le jeudi 12 mars de 14h00 à 16h30, à l'Espace Victor-Hugo.
"""
    assert tell_sessions(read_text(text)) == ["2026-01-22 10:00-12:00 Lille", "2026-03-12 14:00-16:30 Béthune"]


@pytest.mark.parametrize(
    "sent", ["Date : mardi 12 novembre 2019", "Le mardi 12 novembre 2019", "Lille, le 12 novembre 2019"]
)
def test_days_of_a_letter_are_counted_from_its_own_and_not_from_years_that_it_names(sent: str) -> None:
    text = f"""Objet : invitation au club du 5 décembre
De : Union des bailleurs
{sent}

Chers collègues,

Le club se réunit à Valenciennes le 5 décembre de 9h à 13h, un an après la convention du 4 décembre 2018. Le calendrier
2020 suivra.
"""
    assert tell_sessions(read_text(text)) == ["2019-12-05 09:00-13:00 Valenciennes"]


@pytest.mark.parametrize(
    "done",
    ["Les statuts ont été modifiés le", "Le règlement a été révisé le", "La structure a été agréée le"],
)
def test_what_was_changed_for_good_is_no_meeting(done: str) -> None:
    body = f"<h2>Adhérer</h2><p>{done} 21 juin 2018.</p><h2>Venir</h2><p>50 rue Gustave Delory, Lille</p>"
    assert tell_sessions(read_page("Le centre de ressources", body)) == []
