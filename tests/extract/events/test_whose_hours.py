"""Whose hours stand on a line of their own: the meeting's, those of its halves, or those of something else."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_page, tell_sessions

DAY = "<p>Mardi 14 mai 2024, salle Jacques-Brel, Aulnoye-Aymeries</p>"


@pytest.mark.parametrize(
    "line",
    [
        "Le secrétariat vous répond du lundi au vendredi, de 8h30 à 12h.",
        "Horaires de l'accueil : 8h30 - 17h",
        "Repas tiré du sac : 12h30 – 13h45",
        "Une garderie est assurée de 17h à 19h.",
        "Notre équipe est à l'accueil tous les samedis de 10h à 12h.",
        "Navette depuis la gare : départ à 8h10.",
    ],
)
def test_hours_of_something_else_are_not_those_of_the_meeting(line: str) -> None:
    assert tell_sessions(read_page("Rencontre des parents", f"{DAY}<p>{line}</p>")) == ["2024-05-14 - Aulnoye-Aymeries"]


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("Horaires : de 9h30 à 12h", "09:30-12:00"),
        ("O Matin (9h - 12h) O Repas (12h - 13h30) O Après-midi (13h30 - 16h)", "09:00-16:00"),
    ],
)
def test_hours_of_the_meeting_on_a_line_of_their_own(line: str, hours: str) -> None:
    body = f"{DAY}<p>{line}</p>"
    assert tell_sessions(read_page("Rencontre des parents", body)) == [f"2024-05-14 {hours} Aulnoye-Aymeries"]


def test_an_hour_set_off_at_the_end_of_the_line_of_the_place() -> None:
    body = "<p>Jeudi 5 mars 2015 – Bureau du réseau</p><p>Sous-préfecture de Douai, salle Bleue, 17h30.</p>"
    assert tell_sessions(read_page("Bureau du réseau", body)) == ["2015-03-05 17:30- Douai"]


def test_hours_below_the_last_of_several_lines_of_days() -> None:
    text = """# Apprendre à conter
Lundi 4 mars 2013
Lundi 11 mars 2013
Lundi 18 mars 2013
de 18h à 20h
Médiathèque, Bruay-la-Buissière"""
    town = "18:00-20:00 Bruay-la-Buissière"
    told = [f"2013-03-04 {town}", f"2013-03-11 {town}", f"2013-03-18 {town}"]
    assert tell_sessions(read_brochure(text, "flyer")) == told


def test_days_with_dashes_between_them_are_a_list() -> None:
    text = "# Les goûters lecture\n6 février - 6 mars - 3 avril 2019\n14h - 16h\nÉcole Jules-Ferry\nDouchy-les-Mines"
    assert [line[:10] for line in tell_sessions(read_brochure(text))] == ["2019-02-06", "2019-03-06", "2019-04-03"]


@pytest.mark.parametrize(
    "step",
    [
        "Réponse aux candidats le 5 juillet 2024.",
        "Les travaux, puis la mise en service le 2 septembre 2024.",
        "L'équipe travaillera au classement des idées et à l'annonce des gagnants le 5 juillet 2024.",
        "Label obtenu le 29 janvier 2022.",
        "Dates limites : 2 mai 2024.",
    ],
)
def test_steps_of_a_calendar_are_no_sittings(step: str) -> None:
    body = f"{DAY}<p>Candidatures à envoyer avant le 2 mai 2024. {step}</p>"
    assert tell_sessions(read_page("Rencontre des parents", body)) == ["2024-05-14 - Aulnoye-Aymeries"]


def test_the_ceremony_that_a_page_is_called_after() -> None:
    body = """<p>La maison des projets a été inaugurée le samedi 8 octobre 2016, rue Mirabeau à Guesnain.</p>
    <p>Elle complète le local ouvert le 3 mai 2011.</p>"""
    assert tell_sessions(read_page("Inauguration de la maison des projets", body)) == ["2016-10-08 - Guesnain"]


def test_days_within_a_period_of_the_past_are_past() -> None:
    body = """<p>Lundi 20 janvier 2020 de 9h à 12h à la mairie de Roye : forum des aidants.</p>
    <p>Il prolonge les entretiens menés cet automne à Ham (8 octobre), Nesle (15 octobre) et Roye (5 novembre).</p>"""
    assert tell_sessions(read_page("Forum des aidants", body)) == ["2020-01-20 09:00-12:00 Roye"]


def test_both_days_that_a_meeting_was_first_planned_on_are_put_off() -> None:
    body = """<p>Initialement prévue le 4 avril 2020 puis le 27 mars 2021, la fête aura lieu le 2 avril 2022 de 9h à 17h
    à Caudry.</p>"""
    told = [line.split()[0] for line in tell_sessions(read_page("Fête du jeu", body)) if line.endswith("postponed")]
    assert told == ["2020-04-04", "2021-03-27"]


def test_the_start_of_the_morning_and_the_end_of_the_afternoon() -> None:
    body = f"""{DAY}<p>Le matin, nous nous retrouverons dès 9h autour d'un café.</p>
    <p>L'après-midi, de 13h30 à 16h, chacun choisit son atelier.</p>"""
    assert tell_sessions(read_page("Rencontre des parents", body)) == ["2024-05-14 09:00-16:00 Aulnoye-Aymeries"]


@pytest.mark.parametrize(
    "lead", ["Un parcours de trois ateliers, de 18h à 20h.", "Chaque rencontre se tient le soir, de 18h à 20h."]
)
def test_hours_told_above_all_days_hold_for_those_without_hours(lead: str) -> None:
    body = f"""<p>{lead}</p><p>Mairie de Bapaume</p><h3>Oser</h3><p>Lundi 9 janvier 2023</p>
    <h3>Écrire</h3><p>Lundi 23 janvier 2023</p><h3>Dire</h3><p>Lundi 6 février 2023 (à 19h)</p>"""
    told = ["2023-01-09 18:00-20:00 Bapaume", "2023-01-23 18:00-20:00 Bapaume", "2023-02-06 19:00- Bapaume"]
    assert sorted(tell_sessions(read_page("Ateliers de prise de parole", body))) == told


def test_an_end_told_behind_the_day_and_a_length_in_brackets() -> None:
    body = """<p>Rendez-vous le vendredi 22 mars 2024 à 19h30 au cinéma de Guise. Le film (1h42) sera suivi d'un
    débat jusqu'à 22h30. Il est sorti en salles le 8 novembre 2023.</p>"""
    assert tell_sessions(read_page("Ciné-débat", body)) == ["2024-03-22 19:30-22:30 Guise"]


def test_a_webinar_in_the_calendar_of_a_call() -> None:
    rows = [("5 mai 2021", "Lancement"), ("11 mai 2021, 10h", "Webinaire (Teams)"), ("28 mai 2021", "Dépôt")]
    table = "".join(f"<tr><td>{day}</td><td>{what}</td></tr>" for day, what in rows)
    reading = read_page("Appel à projets « Un été au pied des tours »", f"<table>{table}</table>")
    assert tell_sessions(reading) == ["2021-05-11 10:00- ? online"]


@pytest.mark.parametrize(
    ("half", "hours"), [(" (matin)", "09:30-12:00"), (" (après-midi)", "13:30-17:00"), ("", "09:30-17:00")]
)
def test_half_a_day_has_its_half_of_the_hours(half: str, hours: str) -> None:
    body = f"<p>Date : mardi 6 décembre 2022{half}</p><p>Horaires : 9h30-12h et 13h30-17h</p><p>Mairie de Marck</p>"
    assert tell_sessions(read_page("Formation au budget", body)) == [f"2022-12-06 {hours} Marck"]


def test_the_day_of_a_letter_above_its_title() -> None:
    text = """CCAS de Wingles
Le 2 mai 2017
# Invitation
Rencontre des aînés le jeudi 18 mai 2017 à 14 heures
Salle Mandela, Wingles"""
    assert tell_sessions(read_brochure(text)) == ["2017-05-18 14:00- Wingles"]


def test_hours_that_are_always_the_same_behind_two_days() -> None:
    body = """<p>Le cycle reprend. Première date le mardi 3 novembre 2020 à Anzin, deuxième le mardi 24 novembre 2020 à
    Denain. Toujours de 9h30 à 16h.</p><p>Le bureau se réunit le 8 octobre 2020, 14h, à Valenciennes.</p>"""
    told = ["2020-10-08 14:00- Valenciennes", "2020-11-03 09:30-16:00 Anzin", "2020-11-24 09:30-16:00 Denain"]
    assert sorted(tell_sessions(read_page("La feuille du réseau", body))) == told


def test_hours_of_every_week_are_not_those_of_a_day_called_off_above() -> None:
    body = """<p>La rencontre prévue à Guise le 2 avril 2020 est annulée.</p>
    <p>En remplacement, nous vous retrouvons en ligne, chaque jeudi de 10h à 11h30 :</p>
    <ul><li>9 avril : l'école</li><li>16 avril : l'aide alimentaire</li></ul>"""
    lines = tell_sessions(read_page("Le réseau continue à distance", body))
    assert [line for line in lines if line.endswith("cancelled")] == ["2020-04-02 - Guise cancelled"]
    assert sum(line[11:22] == "10:00-11:30" for line in lines) == 2


def test_a_dinner_is_not_the_end_of_the_work_of_a_day() -> None:
    body = """<p>Mardi 27 septembre 2016</p><p>Espace Jean-Legendre, Compiègne</p><h3>Programme</h3>
    <p>9h30 Ouverture<br>10h Actualités<br>14h-17h Ateliers<br>19h30 Dîner au restaurant (facultatif)</p>"""
    assert tell_sessions(read_page("Séminaire des délégués", body)) == ["2016-09-27 09:30-17:00 Compiègne"]


def test_what_is_sent_is_told_behind_the_value_of_a_field() -> None:
    body = """<p><b>Date :</b> mardi 28 novembre 2023 à 14h</p><p><b>Lieu :</b> mairie de Lewarde</p>
    <p><b>Durée prévue :</b> 2 heures. Le document de travail sera transmis le 21 novembre.</p>"""
    assert tell_sessions(read_page("Comité technique", body)) == ["2023-11-28 14:00- Lewarde"]
