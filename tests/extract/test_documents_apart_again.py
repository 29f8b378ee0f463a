"""What one paper tells apart: ranks in two clauses, exceptions by number, former visits, several houses of a town."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_page, tell_sessions


def test_two_ranks_in_one_sentence_of_a_report() -> None:
    body = """<p>Retour sur les 11 et 12 juin 2019, à la Cité des congrès de Valenciennes. La première journée, animée
    par un sociologue, a démarré à 10 h par une conférence ; la seconde s'est achevée à 13 h par un jeu.</p>
    <p>Une restitution est prévue le 3 octobre 2019 à Lens, de 14 h à 16 h.</p><p>Publié le 18 juin 2019</p>"""
    found = tell_sessions(read_page("Retour sur le séminaire", body))
    town = "Valenciennes"
    assert found == [f"2019-06-11 10:00- {town}", f"2019-06-12 -13:00 {town}", "2019-10-03 14:00-16:00 Lens"]


def test_an_exception_by_its_number() -> None:
    text = """# Parcours des nouveaux élus
## Jour 1 - mardi 5 mars 2019
Mairie de Lens
## Jour 2 - jeudi 4 avril 2019
Mairie de Liévin
## Jour 3 - mardi 14 mai 2019
Voyage d'étude
## Horaires
9h30 - 17h (accueil à partir de 9h)
Sauf jour 3 : départ à 8h de la gare de Lens"""
    hours = [line.split()[1] for line in tell_sessions(read_brochure(text))]
    assert hours == ["09:30-17:00", "09:30-17:00", "08:00-"]


@pytest.mark.parametrize(
    "aside",
    [
        "<p><b>Les visites précédentes :</b> la Cité des métiers de Creil (12 mars), le Familistère (4 juin).</p>",
        "<p>La première visite, le 12 mars dernier, a plu à tous.</p>",
        "<p>La librairie reçoit l'auteur (université de Tours). La visite est organisée avec le musée de Creil.</p>",
    ],
)
def test_what_was_before_and_who_is_with_it(aside: str) -> None:
    body = f"<p>La deuxième visite aura lieu le jeudi 14 novembre 2019, de 14h à 17h, à Roubaix.</p>{aside}"
    assert tell_sessions(read_page("Visite n° 2", body)) == ["2019-11-14 14:00-17:00 Roubaix"]


def test_when_people_come_in_the_sentence_behind_the_day() -> None:
    body = """<p>Nous recommençons jeudi 18 avril 2019. Rendez-vous à 18h30 devant l'école Ferry, à Hem.</p>
    <p>Nous verrons le maire le 9 mai 2019 à 17h, à la mairie de Hem.</p>"""
    assert tell_sessions(read_page("Marche de nuit", body)) == ["2019-04-18 18:30- Hem", "2019-05-09 17:00- Hem"]


def test_of_several_houses_in_a_town_none_is_that_of_another_day() -> None:
    body = """<h2>Vendredi 10 mai 2019</h2><p>Réunion publique</p><p>Salle Hugo, place Haute, Lens, 18h30</p>
    <h2>Mercredi 15 mai 2019</h2><p>Après-midi jeux dans le square, à partir de 14h</p>
    <h2>Samedi 18 mai 2019</h2><p>Fête des voisins</p><p>Centre Dumas, rue Basse, Lens, 12h-18h</p>"""
    found = [s.venue for e in read_page("Agenda des quartiers", body).events for s in e.sessions]
    assert [(v.name, v.city) if v else None for v in found] == [
        ("Salle Hugo", "Lens"),
        (None, "Lens"),
        ("Centre Dumas", "Lens"),
    ]


def test_a_newspaper_is_no_letter() -> None:
    body = """<p>Mardi 5 février 2019 à 18h30, débat animé par Maud Leroy, du Courrier picard.</p>
    <p>Librairie Haute, 22 rue Hugo, Saint-Quentin. Entrée libre.</p>"""
    assert tell_sessions(read_page("Débat", body)) == ["2019-02-05 18:30- Saint-Quentin"]


def test_the_box_of_who_invites_below_a_street_alone() -> None:
    text = """# Invitation
Le Maire d'Arras a le plaisir de vous convier à
l'inauguration de la Maison Torchy
le vendredi 8 mars 2019 à 17 heures
12 rue Torchy
RSVP avant le 1er mars
Hôtel de Ville - Place des Héros - BP 70913 - 62022 Arras cedex"""
    assert [v.street for v in read_brochure(text).venues] == ["12 rue Torchy"]


def test_the_state_of_one_day_and_the_clause_of_the_next() -> None:
    body = "<p>L'atelier du 6 juin 2019 étant complet, un second est ouvert le 20 juin 2019, de 9h à 16h à Lens.</p>"
    assert [line.endswith("full") for line in tell_sessions(read_page("Atelier", body))] == [True, False]


def test_the_house_below_the_frame_of_weekdays() -> None:
    text = """# Rencontres de la médiation
## Jeudi 7 et vendredi 8 novembre 2019
Le Grand Bleu, 36 avenue Haute, Lille
## Jeudi
14h00 Ouverture
15h00 Conférence de Charlotte Petit, université d'Artois
18h00 Fin de la journée
## Vendredi
9h00 Visites au choix
- Roubaix : la Manufacture
- Tourcoing : la Bourse du travail
16h00 Clôture"""
    assert tell_sessions(read_brochure(text))[0] == "2019-11-07 14:00-18:00 Lille"


def test_a_day_that_a_report_says_to_have_opened_first() -> None:
    body = """<p>Hem, samedi 22 juin. Plus de 600 personnes sont venues à la fête des Hauts-Champs. Ouverte à 11h
    par une fanfare, la journée s'est poursuivie jusqu'à 22h.</p><p>Publié le 26 juin 2019</p>"""
    assert tell_sessions(read_page("Retour en images : la fête du quartier", body)) == ["2019-06-22 11:00-22:00 Hem"]


def test_a_house_with_its_street_in_the_bracket_that_ends_its_line() -> None:
    body = "<p>Mardi 14 mai 2019, à la brasserie Le Carillon (23 Grand-Place, Béthune).</p>"
    assert [(v.name, v.street) for v in read_page("Café", body).venues] == [("brasserie Le Carillon", "23 Grand-Place")]


def test_hours_of_all_meetings_below_their_days() -> None:
    body = """<p>Prochaine rencontre : vendredi 8 novembre 2019, 9h30-16h, mairie de Ham</p><h2>Dates suivantes</h2>
    <ul><li>10 janvier 2020, Doullens</li><li>13 mars 2020, Abbeville</li></ul>
    <p>Toutes nos rencontres ont lieu de 9h30 à 16h.</p>"""
    assert [line.split()[1] for line in tell_sessions(read_page("Réseau", body))] == ["09:30-16:00"] * 3


def test_the_day_on_which_a_report_was_written_at_its_foot() -> None:
    body = """<p>Samedi 21 septembre 2019, une cinquantaine d'habitants se sont retrouvés à Soissons, accueillis à la
    médiathèque par le maire.</p><p>24 septembre 2019</p>"""
    found = read_page("Inauguration de la fresque", body)
    assert tell_sessions(found) == ["2019-09-21 - Soissons"]
    assert [v.name for v in found.venues if v.name] == ["médiathèque"]


def test_days_that_open_the_items_of_a_report_go_up() -> None:
    body = """<p>Trois rencontres ont rythmé l'année :</p><ul><li>le 22 janvier à Lens, sur les baux</li>
    <li>le 14 mars à Creil, sur les aides</li><li>le 5 décembre à Ham</li></ul><p>Publié le 20 décembre 2019</p>"""
    days = [line[:10] for line in tell_sessions(read_page("Bilan du réseau", body))]
    assert days == ["2019-01-22", "2019-03-14", "2019-12-05"]


def test_what_can_be_seen_again_and_what_comes_behind_it() -> None:
    body = """<p>La deuxième séance se tiendra le jeudi 16 mai 2019 de 17h à 19h à Lens.</p>
    <p>Séance 1 : 14 mars (en replay) – Séance 3 : 20 juin, Denain – Séance 4 : 26 septembre, Lille.</p>"""
    found = tell_sessions(read_page("Cycle Habiter", body))
    assert found == ["2019-05-16 17:00-19:00 Lens", "2019-06-20 - Denain", "2019-09-26 - Lille"]


def test_what_a_line_reminds_of_is_to_come() -> None:
    body = """<p>Rappel : réunion des relais le jeudi 16 mai 2019 à 14h, à la mairie de Ham.</p>
    <p>La suivante aura lieu le jeudi 20 juin 2019 à 14h, à la mairie de Roye.</p>"""
    assert tell_sessions(read_page("Réunions des relais", body))[0] == "2019-05-16 14:00- Ham"


def test_towns_with_their_house_and_their_day_in_brackets() -> None:
    body = """<p>Le forum fera halte à Calais (Beau-Marais, 4 avril 2019), Arras (salle Tételin, 5 avril 2019) et Creil
    (Les Hauts, 9 avril 2019).</p><p>À chaque fois, les stands ouvrent à 10h et ferment à 16h.</p>"""
    hours = "10:00-16:00"
    told = [f"2019-04-04 {hours} Calais", f"2019-04-05 {hours} Arras", f"2019-04-09 {hours} Creil"]
    assert tell_sessions(read_page("Le forum des métiers", body)) == told


def test_an_arrow_between_two_hours() -> None:
    body = "<p>Réunion le jeudi 16 mai 2019, 9h30 -> 16h30, à la mairie de Ham.</p>"
    assert tell_sessions(read_page("Réunion", body)) == ["2019-05-16 09:30-16:30 Ham"]
