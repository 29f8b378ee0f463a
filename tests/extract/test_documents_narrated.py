"""What reports, reminders and newsletters tell: when people met and parted, where, and what is of another meeting."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_page, tell_sessions

STAMP = "<p>Publié le 21 juin 2019</p>"


@pytest.mark.parametrize(
    ("told", "hours"),
    [
        ("La marche a démarré à 9h30 de la gare ; nous avons poursuivi jusqu'à 12h.", "09:30-12:00"),
        ("La réunion, ouverte à 14h par la maire, a duré. Les habitants se sont séparés vers 17h.", "14:00-17:00"),
        ("L'assemblée a été ouverte à 18h. Elle s'est achevée à 20h30 par un pot.", "18:00-20:30"),
        ("Partis à 8h de la gare, ils se sont arrêtés vers 12h.", "08:00-12:00"),
    ],
)
def test_hours_that_a_report_tells_one_by_one(told: str, hours: str) -> None:
    body = f"<p>Retour sur la rencontre du jeudi 13 juin 2019 à Noyon.</p><p>{told}</p>{STAMP}"
    assert tell_sessions(read_page("Retour sur la rencontre", body)) == [f"2019-06-13 {hours} Noyon"]


@pytest.mark.parametrize("title", ["Une matinée à Noyon pour se parler", "Rencontre à Noyon"])
def test_the_town_of_the_title_and_one_that_the_text_goes_on_to(title: str) -> None:
    body = f"<p>Ils étaient vingt le 13 juin 2019.</p><p>À Ham, les visites ont lieu le soir.</p>{STAMP}"
    assert tell_sessions(read_page(title, body)) == ["2019-06-13 - Noyon"]


@pytest.mark.parametrize(
    ("told", "town"),
    [
        ("Le samedi 18 mai 2019, un bus est parti de Ham avec 40 personnes, cap sur Calais.", "Calais"),
        ("Le samedi 18 mai 2019, les conseillers et chargés de projet ont sillonné Calais toute la journée.", "Calais"),
    ],
)
def test_where_people_went(told: str, town: str) -> None:
    assert tell_sessions(read_page("Une journée à la mer", f"<p>{told}</p>{STAMP}")) == [f"2019-05-18 - {town}"]


def test_a_town_hall_is_in_the_town_of_those_who_meet() -> None:
    body = f"""<p>Le comité technique du contrat de ville d'Hazebrouck s'est réuni le 6 juin 2019 en mairie, devant le
    sous-préfet de Dunkerque.</p>{STAMP}"""
    assert tell_sessions(read_page("Contrat de ville : un comité", body)) == ["2019-06-06 - Hazebrouck"]


def test_towns_in_turn_with_the_same_hours() -> None:
    body = """<p>La première a lieu à Laon, le 12 mars 2019 à 10h. Puis ce sera Hirson, le 9 avril, au Familistère,
    et enfin Denain le 14 mai, à la médiathèque. Toutes commencent à la même heure et se terminent à 12h.</p>"""
    told = ["2019-03-12 10:00-12:00 Laon", "2019-04-09 10:00-12:00 Hirson", "2019-05-14 10:00-12:00 Denain"]
    assert tell_sessions(read_page("Cycle de rencontres", body)) == told


def test_days_of_a_year_of_which_a_paper_reminds() -> None:
    body = """<p>Ordre du jour de la rencontre du jeudi 16 mai 2019</p><p>Horaires : 9h - 12h</p>
    <p>Lieu : Maison des parents, 5 rue Basse, 02000 Laon</p>
    <p>Rappel des dates de l'année : 7 février (en visio), 16 mai, 10 octobre (Hirson).</p>"""
    found = tell_sessions(read_page("Réseau des relais", body))
    assert found == ["2019-02-07 - ? online", "2019-05-16 09:00-12:00 Laon", "2019-10-10 - Hirson"]


def test_a_line_of_a_list_on_the_screen_speaks_of_towns() -> None:
    body = """<p>Trois visioconférences, les mardis de 12h à 13h :</p><p>5 mars 2019 – Reloger</p>
    <p>2 avril 2019 – Premiers bilans chez les bailleurs de Ham et de Noyon</p>"""
    assert [line.split(" ", 2)[2] for line in tell_sessions(read_page("Les midis", body))] == ["? online", "? online"]


def test_a_sender_below_houses_under_the_names_of_their_towns() -> None:
    text = """# Parlons du quartier !
## LAON
Lundi 20 mai 2019 à 18h
Salle Hugo - place Haute
## GUISE
Jeudi 23 mai 2019 à 18h30
Espace Godin
Entrée libre
Communauté de communes de Laon
57 rue Basse - 02000 Laon
Mai 2019"""
    assert tell_sessions(read_brochure(text, "flyer")) == ["2019-05-20 18:00- Laon", "2019-05-23 18:30- Guise"]


def test_headings_of_a_newsletter_that_begin_with_their_noun() -> None:
    body = """<h2>Forum : des clubs pour tous</h2><p>Mardi 2 avril 2019, 14h-17h. Salle Mimoun, Ham.</p>
    <h2>Webinaire : les aides au logement social</h2><p>Jeudi 11 avril 2019, 11h-12h. Gratuit.</p>"""
    found = tell_sessions(read_page("Quartiers en bref", body))
    assert found == ["2019-04-02 14:00-17:00 Ham", "2019-04-11 11:00-12:00 ? online"]


def test_a_season_in_a_step_of_a_programme_is_no_day() -> None:
    body = """<h2>Jeudi 6 juin 2019</h2><p>10h Accueil</p><p>11h Visite</p><p>16h Retour sur les nuits de l'été 2018</p>
    <p>17h Fin</p>"""
    found = read_page("Séminaire", body)
    assert [date.role for date in found.dates if date.precision == "season"] == ["other"]
    assert tell_sessions(found) == ["2019-06-06 11:00-17:00 ?"]


def test_a_session_is_full_on_all_of_its_days() -> None:
    body = """<p>14 et 15 mai 2019, à Laon</p><p>18 et 19 juin 2019, à Guise</p>
    <p>La formation du 14 mai est complète.</p>"""
    assert ["full" in line for line in tell_sessions(read_page("Formation", body))] == [True, True, False, False]


def test_a_link_for_those_who_cannot_come() -> None:
    body = """<p>Nous nous retrouverons vendredi 17 mai 2019 de 9h à 11h au centre Brel, rue Basse à Denain.</p>
    <p>Pour les collègues qui ne pourront pas venir, un lien visio suivra.</p>
    <p>La réunion suivante est fixée au jeudi 20 juin 2019, de 9h à 11h, à la mairie de Somain.</p>"""
    found = tell_sessions(read_page("Réunion du réseau", body))
    assert found == ["2019-05-17 09:00-11:00 Denain hybrid", "2019-06-20 09:00-11:00 Somain"]


def test_an_address_below_a_line_that_nobody_need_sign_up() -> None:
    text = """# Les lundis du bricolage
Lundi 6 mai 2019 de 14h à 16h
Gratuit - sans réservation
Ludothèque Jean-Macé
8 rue Basse
62800 Liévin"""
    assert [v.street for v in read_brochure(text, "flyer").venues] == ["8 rue Basse"]


def test_what_takes_place_at_an_hour_of_a_programme_is_no_house() -> None:
    body = """<p>Samedi 18 mai 2019, La Ruche, allée Haute, 60100 Creil</p><table><tr><td>9h</td><td>Accueil</td></tr>
    <tr><td>14h</td><td>Forum des idées neuves</td></tr></table>"""
    assert [v.name for v in read_page("Assises", body).venues] == ["La Ruche"]


def test_the_town_of_an_item_is_not_that_of_the_day_below_its_list() -> None:
    body = """<p>Réunion du 14 mai 2019, 18h, Maison des projets</p><ul><li>Fête : samedi 6 juillet, place du Port.</li>
    <li>Visite du jardin partagé de Berck : en septembre.</li></ul>
    <p>Prochaine séance : mardi 18 juin 2019, 18h, Maison des projets.</p>"""
    found = read_page("Conseil citoyen d'Étaples", body)
    assert tell_sessions(found)[0] == "2019-05-14 18:00- Étaples"
    first = found.events[0].sessions[0].venue
    assert first is not None
    assert (first.name, first.street) == ("Maison des projets", None)
