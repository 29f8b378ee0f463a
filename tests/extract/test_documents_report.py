"""Newsletters, minutes, e-mails and calendars as small documents: the sessions they tell, and pages that tell none."""

from __future__ import annotations

import re

import pytest

from extract.read import read_document
from extract.records import Reading, SessionReading
from warehouse.reference import load_knowledge

_STATES = {"announced": "", "postponed": " postponed", "cancelled": " cancelled", "full": " full"}


def read_page(title: str, body: str) -> Reading:
    page = f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1>{body}</main></body></html>"
    return read_document(page.encode(), "https://www.exemple.fr/page", "text/html; charset=utf-8", load_knowledge())


def read_text(*lines: str) -> Reading:
    return read_document("\n".join(lines).encode(), None, "text/plain; charset=utf-8", load_knowledge())


def tell(session: SessionReading) -> str:
    """A session as one line: its day, hours, town or mode, and its state where it is not simply announced."""
    hours = f"{session.starts_at or ''}-{session.ends_at or ''}" if session.starts_at else "-"
    venue = session.venue
    place = "?" if venue is None else venue.city or ("online" if venue.mode == "online" else venue.name)
    day = str(session.first_day) if session.day else f"{session.first_day}..{session.last_day}"
    return f"{day} {hours} {place}{_STATES[session.status]}"


def sessions(reading: Reading) -> list[str]:
    return sorted(tell(session) for event in reading.events for session in event.sessions)


def places(reading: Reading) -> list[str | None]:
    return [venue.city for venue in reading.venues if venue.mode != "online"]


PAGES = [
    (  # a town that ends in -sur-Mer names no Wednesday
        "Retour sur un parcours",
        "<p>Publié le 4 mars 2021</p><p>Le parcours a fait étape à Cayeux-sur-Mer le 12 janvier, à Lens le "
        "9 février.</p>",
        ["2021-01-12 - Cayeux-sur-Mer", "2021-02-09 - Lens"],
    ),
    (  # numbers under their month, set off by colons, in order
        "Calendrier du réseau 2023",
        "<h2>Mars</h2><p>- 7 : plénière (mairie de Douai, 9h)<br>- 21 : visite (Denain, 14h30)</p>"
        "<h2>Avril</h2><p>- 4 : bilan (hôtel de ville de Lens, 10h)</p>",
        ["2023-03-07 09:00- Douai", "2023-03-21 14:30- Denain", "2023-04-04 10:00- Lens"],
    ),
    (  # weekdays that go on from the day that names its month
        "La tournée des ateliers",
        "<p>Ateliers à Lens le lundi 4 mars 2024, à Liévin (mardi 5) et à Carvin (vendredi 8).</p>",
        ["2024-03-04 - Lens", "2024-03-05 - Liévin", "2024-03-08 - Carvin"],
    ),
    (  # a length of time is no hour
        "Atelier budget",
        "<p>Date : 12/05/2022 Durée : 3 heures (14h-17h) – en visioconférence</p>",
        ["2022-05-12 14:00-17:00 online"],
    ),
    (  # what a cell says of its row
        "Cycle santé",
        "<table><tr><th>Date</th><th>Ville</th></tr><tr><td>3 mars 2020</td><td>Laon</td></tr>"
        "<tr><td>31 mars 2020</td><td>Guise (reportée)</td></tr></table>",
        ["2020-03-03 - Laon", "2020-03-31 - Guise postponed"],
    ),
    (  # a numbered line with its town, its day below, its house under that
        "Cycle emploi",
        "<p>Rencontre 1 : Douai<br>Mardi 8 mars 2022, 9h-12h<br>L'Hippodrome, place du Barlet</p>"
        "<p>Rencontre 2 : Somain<br>Mardi 5 avril 2022, 9h-12h<br>Espace Adolphe Largiller, 2 rue Gambetta</p>",
        ["2022-03-08 09:00-12:00 Douai", "2022-04-05 09:00-12:00 Somain"],
    ),
    (  # when, what, where on one line
        "Nos rendez-vous 2024",
        "<p>Vendredi 14 juin, 9h : forum des métiers, Le Manège, Maubeuge<br>"
        "Mardi 18 juin, 14h : point d'étape, sous-préfecture de Péronne</p>",
        ["2024-06-14 09:00- Maubeuge", "2024-06-18 14:00- Péronne"],
    ),
    (  # the place of the next meeting is not that of the one reported on
        "Compte-rendu de la réunion du 12 mars 2019",
        "<p>Publié le 20 mars 2019</p><p>Le groupe a validé sa feuille de route.</p>"
        "<p>La prochaine réunion se tiendra le 14 mai 2019 à 10h à la mairie de Caudry.</p>",
        ["2019-03-12 - ?", "2019-05-14 10:00- Caudry"],
    ),
    (  # a day on which people met is told, though another is still ahead
        "Une matinée sur les achats",
        "<p>Publié le 12 mars 2022</p><p>Le jeudi 3 mars, quarante élus se sont retrouvés à Creil (La Faïencerie)."
        "</p><p>Prochaine matinée : le 7 avril, de 9h à 12h, à Noyon (Le Chevalet).</p>",
        ["2022-03-03 - Creil", "2022-04-07 09:00-12:00 Noyon"],
    ),
    (  # the steps of a calendar are no meetings
        "Contrat de ville 2018",
        "<p>Le comité s'est réuni le 6 mars 2018 à la mairie de Chauny.</p><ul><li>20 mars : comité de pilotage, "
        "10h, mairie de Chauny</li><li>4 mai : dépôt des dossiers</li><li>15 juin : résultats</li></ul>",
        ["2018-03-06 - Chauny", "2018-03-20 10:00- Chauny"],
    ),
    (  # the line that dates a notice is no place
        "Signature de la convention",
        "<p>COMMUNIQUÉ – Amiens, le 3 mai 2023</p><p>La convention sera signée le 9 mai 2023 à 15h à Albert.</p>",
        ["2023-05-09 15:00- Albert"],
    ),
    (  # an everyday word is a town behind a house in its bracket
        "Petit-déjeuner sport",
        "<p>Le petit-déjeuner du 4 avril 2019 (8h-10h, Maison des sports, Avion) est ouvert à tous.</p>",
        ["2019-04-04 08:00-10:00 Avion"],
    ),
    (  # the state of a sitting in the heading above its day
        "Formation à l'accueil",
        "<h3>Groupe 1 – complet</h3><p>Mardi 6 mars 2018, Laon, Maison des associations</p>"
        "<h3>Groupe 2</h3><p>Jeudi 5 avril 2018, Soissons, Le Mail</p>"
        "<h3>Groupe 3 – annulé</h3><p>Lundi 14 mai 2018, Chauny</p>",
        ["2018-03-06 - Laon full", "2018-04-05 - Soissons", "2018-05-14 - Chauny cancelled"],
    ),
    (  # what a call decided, and the weeks in which it is open, are no sittings
        "Une ressourcerie à Denain",
        "<p>Retenue à l'appel à projets du 3 mars 2022, l'association a adopté, le 5 mai 2022, ses statuts.</p>"
        "<p>L'inauguration aura lieu le 9 juin 2022 à 11h, 4 rue de Turenne.</p>"
        "<p>Prochain appel à candidatures : du 1er au 30 septembre 2022.</p>",
        ["2022-06-09 11:00- Denain"],
    ),
    (  # hours kept to every week, said once for all days
        "Parents en pratique : cycle de conférences",
        "<p>La Ville de Chauny propose un cycle gratuit, le mardi à 18h30, à la Maison des parents.</p>"
        "<p>3 octobre 2023 : le sommeil. 10 octobre 2023 : les écrans.</p>",
        ["2023-10-03 18:30- Chauny", "2023-10-10 18:30- Chauny"],
    ),
    (  # the hours of this meeting are not those of the next one
        "Réunion du réseau emploi",
        "<p>Date : 7 juin 2016<br>Heure : 14h-16h<br>Lieu : mairie de Douai</p>"
        "<p>Prochaine rencontre : 11 octobre 2016, Denain</p>",
        ["2016-06-07 14:00-16:00 Douai", "2016-10-11 - Denain"],
    ),
    (  # a second label on a line tells of its own day
        "Formation des bénévoles",
        "<p>Clôture des inscriptions : 3 mai – Formation : 4 et 5 juin 2020, 9h-17h, Bailleul (salle Vauban)</p>",
        ["2020-06-04 09:00-17:00 Bailleul", "2020-06-05 09:00-17:00 Bailleul"],
    ),
    (  # a webinar in an agenda is what takes place, not its place
        "Agenda du réseau, mars 2022",
        "<p>4/03/2022 (Lens, 9h30) : comité local<br>18/03/2022 (en ligne, 10h) : webinaire Action logement</p>",
        ["2022-03-04 09:30- Lens", "2022-03-18 10:00- online"],
    ),
    (  # a house behind its small article is no town of that name
        "Rencontre santé",
        "<p>La rencontre du 5 juin 2018 aura lieu de 9h à 12h à l'Hôpital de Denain.</p>",
        ["2018-06-05 09:00-12:00 Denain"],
    ),
    (  # a cell that tells what takes place and where
        "Le calendrier de l'équipe",
        "<table><tr><td>3 mai 2019</td><td>9h</td><td>Atelier mobilité – Lens, hôtel de ville</td></tr>"
        "<tr><td>7 juin 2019</td><td>14h</td><td>Bilan des coordonnateurs – Paris, ANCT</td></tr></table>",
        ["2019-05-03 09:00- Lens", "2019-06-07 14:00- Paris"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), PAGES, ids=[title for title, _, _ in PAGES])
def test_the_sessions_of_a_page(title: str, body: str, expected: list[str]) -> None:
    reading = read_page(title, body)
    assert sessions(reading) == expected
    told = {re.sub(r"^\S+ \S+ | (?:postponed|full|cancelled)$", "", line) for line in expected}
    assert {city for city in places(reading) if city} <= told


NO_EVENT = [
    (
        "Offre d'emploi : chargé de mission",
        "<p>Poste à pourvoir le 1er mars 2022. Lieu de travail : Lens.</p><p>Entretiens le 8 février 2022 au siège de "
        "l'association.</p>",
    ),
    (
        "Portrait : une vie d'éducatrice",
        "<p>Elle a grandi à Denain et dirige la structure depuis le 2 mai 2010. Elle a reçu une médaille à Paris le "
        "14 juillet 2018.</p>",
    ),
    ("Un nouveau sous-préfet", "<p>Il prendra ses fonctions le 4 septembre 2023 à Saint-Omer.</p>"),
]


@pytest.mark.parametrize(("title", "body"), NO_EVENT, ids=[title for title, _ in NO_EVENT])
def test_nothing_is_made_up_where_nothing_takes_place(title: str, body: str) -> None:
    reading = read_page(title, body)
    assert (reading.events, places(reading)) == ((), [])
    assert not [found for found in reading.territories if found.role == "venue"]


MAIL = (
    "De : Pôle insertion",
    "À : réseau des référents",
    "Objet : Invitation - Séminaire des référents",
    "Date : 3 mars 2020",
    "",
    "Bonjour,",
    "Le séminaire se tiendra le jeudi 2 avril 2020 à 14h à la salle Vivat d'Armentières.",
    "Merci de répondre avant le 20 mars.",
    "",
    "Bien cordialement,",
    "",
    "Léa Durand",
    "Ville de Lomme",
    "72 avenue de la République",
    "59160 LOMME",
)


def test_the_head_and_the_signature_of_a_mail_are_no_content() -> None:
    reading = read_text(*MAIL)
    assert (reading.page.title, str(reading.page.published_on)) == ("Séminaire des référents", "2020-03-03")
    assert sessions(reading) == ["2020-04-02 14:00- Armentières"]
    assert places(reading) == ["Armentières"]


def test_what_stands_below_a_greeting_with_a_day_is_content() -> None:
    reading = read_text("Bonjour,", "", "Cordialement,", "", "L'équipe", "", "Atelier le 4 mai 2021 à 9h à Lens")
    assert places(reading) == ["Lens"]


def test_the_first_line_of_a_text_is_its_title_unless_it_is_a_sentence_or_a_label() -> None:
    lines = ("Forum des habitants", "Samedi 4 mai 2019", "de 10h à 17h", "Salle Vox", "Lens")
    assert read_text(*lines).page.title == "Forum des habitants"
    assert read_text("Date : 4 mai 2019", *lines).page.title == ""
    assert read_text("Chers partenaires,", *lines).page.title == ""


def test_lines_that_each_begin_with_a_day_are_not_wrapped_prose() -> None:
    reading = read_text(
        "Le calendrier des ateliers du réseau régional",
        "",
        "Mardi 5 mars 2024, 9h30 : atelier sur les mobilités, La Luna, Maubeuge",
        "Jeudi 4 avril 2024, 14h : atelier sur les friches, Le Boulon, Vieux-Condé",
    )
    assert sessions(reading) == ["2024-03-05 09:30- Maubeuge", "2024-04-04 14:00- Vieux-Condé"]


def test_hours_that_end_the_line_of_their_day_are_not_those_of_the_next_line() -> None:
    lines = (
        "* 4 avril 2019 à Lens, IUT, 9h-12h",
        "* 9 mai 2019 à Douai, 9h-12h",
        "* 6 juin 2019 à Laon, 14h-17h",
    )
    told = ["2019-04-04 09:00-12:00 Lens", "2019-05-09 09:00-12:00 Douai", "2019-06-06 14:00-17:00 Laon"]
    assert sessions(read_text("Cycle laïcité", "", "Les dates :", *lines, "Bonne lecture")) == told
