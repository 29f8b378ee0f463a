"""Days that stamp a page and days that people choose among: what sessions a careful reader puts down."""

from __future__ import annotations

import pytest

from extract.formats import read_format
from extract.read import read_document
from extract.records import Reading
from tests.extract.documents import read_brochure, read_page, tell_sessions
from warehouse.reference import load_knowledge


def read_post(meta: str, body: str, url: str = "https://www.exemple.fr/2020/blog") -> Reading:
    """A post whose head states 4 March 2020 by its markup, with `meta` below the title."""
    page = (
        "<html><head><title>Les ateliers du printemps</title></head><body><main><article><header>"
        f'<h1 class="entry-title">Les ateliers du printemps</h1>{meta}</header><div class="entry-content">'
        f"{body}</div></article></main></body></html>"
    )
    return read_document(page.encode(), url, "text/html", load_knowledge())


STAMP = '<time class="entry-date published" datetime="2020-03-04T11:20:00+01:00">4 mars 2020</time>'


@pytest.mark.parametrize(
    "meta",
    [
        f'<div class="entry-meta"><span>{STAMP}</span> <span class="cat-links">Solidarités</span></div>',
        f'<div class="entry-meta"><span class="author">Nadia Lefort</span> <span>{STAMP}</span></div>',
        f'<p class="meta">{STAMP} <a href="/t">Santé, Quartiers</a></p>',
    ],
    ids=["rubric", "author", "links"],
)
def test_the_day_of_a_post_is_no_sitting(meta: str) -> None:
    reading = read_post(meta, "<p>Atelier cuisine jeudi 19 mars 2020 à 14h, centre social Marlière, Tourcoing.</p>")
    assert tell_sessions(reading) == ["2020-03-19 14:00- Tourcoing"]


def test_a_line_that_tells_where_the_day_takes_place_is_no_stamp() -> None:
    meta = f'<div class="entry-meta">{STAMP}</div><p>4 mars 2020, salle Bourdon à Guise</p>'
    reading = read_post(meta, "<p>La prochaine date : le 22 avril 2020 à 14h, à Vervins, salle des fêtes.</p>")
    assert [told[:10] for told in tell_sessions(reading)] == ["2020-03-04", "2020-04-22"]


def test_news_that_lead_nowhere_are_no_list() -> None:
    body = "<main><h1>Nos rendez-vous de mai</h1><p>Forum mardi 7 mai 2019 à 9h, mairie de Liévin.</p></main>"
    page = f"<html><head><title>Nos rendez-vous</title></head><body>{body}</body></html>"
    reading = read_document(page.encode(), "https://www.exemple.fr/actualites", "text/html", load_knowledge())
    assert tell_sessions(reading) == ["2019-05-07 09:00- Liévin"]


def test_slots_of_one_day_among_which_people_choose() -> None:
    reading = read_page(
        "Choisir sa séance de découverte",
        "<ul><li>Mercredi 9 octobre 2019, 9h-10h30</li><li>Mercredi 9 octobre 2019, 15h-16h30</li></ul>"
        "<p>Lieu : ludothèque, 4 rue Pasteur, 62300 Lens</p>",
    )
    assert tell_sessions(reading) == ["2019-10-09 09:00-10:30 Lens", "2019-10-09 15:00-16:30 Lens"]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("ANNULÉ POUR RAISONS SANITAIRES", " cancelled"),
        ("Réunion reportée en raison des élections", " postponed"),
        ("Complet par manque de places", " full"),
        ("Annulation possible jusqu'au 10 juin", ""),
    ],
    ids=["cancelled", "postponed", "full", "may be"],
)
def test_a_line_that_tells_the_state_of_the_day_above_it_and_why(line: str, status: str) -> None:
    reading = read_page(
        "Réunion de quartier",
        f"<p>Vendredi 12 juin 2020 à 18h<br>Salle Baudelocque, rue des Arts, Péronne</p><p>{line}</p>",
    )
    assert tell_sessions(reading) == [f"2020-06-12 18:00- Péronne{status}"]


def test_hours_of_those_on_the_spot_and_of_those_online() -> None:
    reading = read_brochure(
        """# Se former à la médiation en 2022
| Thème | Dates | Lieu |
| Écouter | 3 et 4 février | Laon |
| Écrire un compte rendu | 10 mars | webinaire |
| Évaluer | 7 avril | Guise |
En salle, nous nous retrouvons de 9h à 16h ; le webinaire dure de 13h à 14h30.""",
        "table",
    )
    assert tell_sessions(reading) == [
        "2022-02-03 09:00-16:00 Laon",
        "2022-02-04 09:00-16:00 Laon",
        "2022-03-10 13:00-14:30 ? online",
        "2022-04-07 09:00-16:00 Guise",
    ]


def test_an_end_told_further_down_in_a_tale() -> None:
    reading = read_page(
        "Café des aidants",
        "<p>Lundi 4 novembre 2019, dès 14h, vingt personnes se sont retrouvées à la mairie d'Albert. "
        "Deux psychologues leur ont répondu jusqu'à 16h.</p>",
    )
    assert tell_sessions(reading) == ["2019-11-04 14:00-16:00 Albert"]


def test_a_programme_that_ends_with_the_way_back() -> None:
    reading = read_brochure(
        """# Visite de sites
Mardi 10 mai 2022, Cambrai
## Programme
9h00 Accueil à la gare
9h30 Tour du quartier Martin-Martine
11h00 Échange avec les habitants
12h15 Retour vers la gare"""
    )
    assert tell_sessions(reading) == ["2022-05-10 09:30-12:15 Cambrai"]


def test_a_day_under_a_heading_about_signing_up_is_its_deadline() -> None:
    reading = read_page(
        "Forum de l'emploi", "<p>Le 21 mars 2019 à 9h, à Liévin.</p><h2>S'inscrire</h2><p>En ligne jusqu'au 8 mars</p>"
    )
    assert [d.role for d in reading.dates] == ["event", "registration_deadline"]


def test_one_sitting_that_is_told_apart_by_its_ordinal() -> None:
    reading = read_page(
        "Trois matinées pour les bénévoles",
        "<ul><li>Accueillir : jeudi 6 avril 2023</li><li>Écouter : jeudi 4 mai 2023</li>"
        "<li>Orienter : jeudi 8 juin 2023</li></ul><p>Les matinées se tiennent de 9h à 12h au centre social Vachala, "
        "10 rue Victor Hugo à Lens, à l'exception de la dernière, à la mairie d'Avion à 10h.</p>",
    )
    assert tell_sessions(reading) == [
        "2023-04-06 09:00-12:00 Lens",
        "2023-05-04 09:00-12:00 Lens",
        "2023-06-08 10:00- Avion",
    ]


def test_hours_below_a_move_are_those_of_the_new_day() -> None:
    reading = read_page(
        "Forum santé : changement de date",
        "<p>Le forum prévu le 3 février 2022 à Creil est reporté au jeudi 12 mai 2022.</p>"
        "<p>Il se tiendra de 10h à 17h.</p>",
    )
    assert [told[:22].rstrip() for told in tell_sessions(reading)] == [
        "2022-02-03 - Creil pos",
        "2022-05-12 10:00-17:00",
    ]


@pytest.mark.parametrize(
    "words",
    ["Après l'édition 2016 à Laon (le 7 juin), place à Guise.", "Après l'édition du 7 juin 2016, place à Guise."],
    ids=["bracket", "of"],
)
def test_the_edition_behind_is_past(words: str) -> None:
    reading = read_page("Fête des quartiers", f"<p>Jeudi 8 juin 2017 à 14h, parc Godin, Guise.</p><p>{words}</p>")
    assert tell_sessions(reading) == ["2017-06-08 14:00- Guise"]


def test_hours_above_a_list_hold_for_all_but_the_one_with_its_own() -> None:
    reading = read_page(
        "Permanences 2021",
        "<p>Une permanence par mois, le jeudi de 14h à 16h :</p><ul><li>7 octobre</li><li>4 novembre</li>"
        "<li>25 novembre : dès 9h</li><li>16 décembre</li></ul><p>À la mairie de Guise.</p>",
    )
    assert [told[5:22].rstrip() for told in tell_sessions(reading)] == [
        "10-07 14:00-16:00",
        "11-04 14:00-16:00",
        "11-25 09:00- Guis",
        "12-16 14:00-16:00",
    ]


def test_days_of_an_agenda_are_no_sittings() -> None:
    reading = read_page(
        "Comité technique",
        "<p>Mardi 7 mai 2019 de 9h à 11h, mairie de Liévin.</p><p>Ordre du jour :</p><ul>"
        "<li>calendrier des dossiers : commission d'attribution le 18 juin</li><li>questions diverses</li></ul>",
    )
    assert tell_sessions(reading) == ["2019-05-07 09:00-11:00 Liévin"]


def test_days_that_are_told_together_as_behind_us() -> None:
    reading = read_page(
        "Une troisième séance",
        "<p>Après les séances du 3 mars à Anzin et du 7 avril à Denain, retrouvons-nous à Condé-sur-l'Escaut :</p>"
        "<p>Mardi 12 mai 2015, 14h, salle des fêtes, Condé-sur-l'Escaut</p>",
    )
    assert [told[:10] for told in tell_sessions(reading)] == ["2015-05-12"]


def test_what_begins_and_when_the_doors_open() -> None:
    reading = read_brochure(
        """# Concert de soutien
Samedi 6 avril 2019
Salle Michelet - Creil
Ouverture des portes : 19h
Début du concert : 20h15"""
    )
    assert tell_sessions(reading) == ["2019-04-06 20:15- Creil"]


def test_several_next_meetings_keep_no_hours_of_this_one() -> None:
    reading = read_page(
        "Café des parents",
        "<p>Jeudi 9 mars 2023, 9h-11h, centre social de Guise</p>"
        "<p>Prochains cafés : 6 avril (le sommeil) et 4 mai (les écrans).</p>",
    )
    assert [told[5:17].rstrip() for told in tell_sessions(reading)] == ["03-09 09:00-", "04-06 - Guis", "05-04 - Guis"]


def test_minutes_tell_of_their_own_day() -> None:
    text = """Compte rendu de la réunion du comité de pilotage du 11 mai 2016

La réunion est ouverte à 14h10 à la mairie de Chauny.
1) Visite de chantier du 3 mai : rien à signaler.
2) Budget : voté.
Fin de la réunion à 16h."""
    reading = read_document(text.encode(), "https://www.exemple.fr/cr.txt", "text/plain", load_knowledge())
    assert tell_sessions(reading) == ["2016-05-11 14:10-16:00 Chauny"]


def test_what_was_chosen_last_month_comes_before_the_ceremony() -> None:
    reading = read_page(
        "Installation du conseil de quartier",
        "<p>Les conseillers désignés le 4 octobre dernier se sont réunis mardi 9 novembre 2021 de 18h à 19h à la "
        "mairie d'Avion.</p>",
    )
    assert tell_sessions(reading) == ["2021-11-09 18:00-19:00 Avion"]


def test_labelled_hours_for_the_days_without_their_own() -> None:
    reading = read_page(
        "Formation de tuteurs",
        "<p>- Mardi 4 et mercredi 5 octobre 2022 à Laon<br>- Jeudi 10 novembre 2022 à distance (14h-16h)</p>"
        "<p>Public : tuteurs et bénévoles des associations</p><p>Horaires : 9h-16h30</p>",
    )
    assert tell_sessions(reading) == [
        "2022-10-04 09:00-16:30 Laon",
        "2022-10-05 09:00-16:30 Laon",
        "2022-11-10 14:00-16:00 ? online",
    ]


def test_a_programme_ends_where_people_drink_to_it() -> None:
    reading = read_page(
        "Assises de quartier",
        "<p>Jeudi 6 juin 2019, mairie de Chauny</p><p>13h30 - 14h : accueil</p><p>14h - 14h30 : ouverture</p>"
        "<p>14h30 - 16h : ateliers</p><p>16h15 - 17h : plénière</p><p>17h : verre de l'amitié</p>",
    )
    assert tell_sessions(reading) == ["2019-06-06 14:00-17:00 Chauny"]


@pytest.mark.parametrize(
    "line",
    [
        "Dernière mise à jour de cette page : 29/05/2018",
        "Centre social Le Large, 4 rue des Flots, 62100 Calais – 03 21 00 00 00 – Mis à jour le 29 mai 2018",
        "Planning actualisé le 29 mai 2018 (travaux : les ateliers du mercredi ont lieu à la médiathèque)",
        "Source URL (modified on 29/05/2018 - 09:14): https://centre.example/agenda",
        "Page refaite le 29/05/2018",
    ],
)
def test_what_a_page_says_of_its_last_change(line: str) -> None:
    html = (
        f"<html><body><main><h1>Ateliers</h1><p>Chaque mercredi.</p></main><footer><p>{line}</p></footer></body></html>"
    )
    document = read_format(html.encode(), "text/html", "https://centre.example/agenda")
    assert document.modified is not None
    assert str(document.modified.value.date()) == "2018-05-29"
