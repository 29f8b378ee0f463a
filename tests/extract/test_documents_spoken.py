"""Pages by people who write as they speak: hours in sentences, days listed under a question, towns in a story."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_page, read_text, sessions_of, tell_sessions


def test_days_listed_with_their_weekday_are_an_event_whatever_it_is_called() -> None:
    text = """# Les aurores du lien social
Trois rendez-vous pour les équipes, de 8h30 à 10h
| Quand ? | De quoi ? | Avec qui ? |
| Mardi 7 mars 2023 | Rompre l'isolement | Odile Carpentier, infirmière |
| Mardi 4 avril 2023 | Tenir une permanence | Luc Defrance, juriste |
## On se retrouve où ?
Maison Sésame, 5 rue du Four, 02800 La Fère"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2023-03-07", "08:30", "10:00", "La Fère", "in_person"),
        ("2023-04-04", "08:30", "10:00", "La Fère", "in_person"),
    ]


def test_a_meeting_about_a_call_is_a_meeting_and_the_call_alone_is_none() -> None:
    body = "<p>On vous aide le jeudi 9 mars 2023 à 10 heures, à la mairie de Guise.</p>"
    told = tell_sessions(read_page("Séance d'aide pour l'appel à projets 2023", body))
    assert told == ["2023-03-09 10:00- Guise"]
    call = read_page("Appel à projets 2023", "<p>Le comité a retenu, le jeudi 9 mars 2023, quatre dossiers.</p>")
    assert tell_sessions(call) == []


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("On commence toujours à 9h15 (le temps de se garer) et on se quitte à 16h.", "09:15-16:00"),
        ("Chaque fois, on démarre à 9h15 et on libère les salles à 16h.", "09:15-16:00"),
        ("Les journées ont lieu de 9h15 à 16h.", "09:15-16:00"),
    ],
)
def test_hours_of_all_days_told_above_them_behind_a_month(words: str, hours: str) -> None:
    days = "<ul><li>Lundi 6 mars 2023 : les mots, à Hirson</li><li>Lundi 3 avril 2023 : les gestes, à Hirson</li></ul>"
    told = tell_sessions(read_page("Les rencontres du réseau", f"<p>Dates choisies en février. {words}</p>{days}"))
    assert told == [f"2023-03-06 {hours} Hirson", f"2023-04-03 {hours} Hirson"]


@pytest.mark.parametrize(
    "close", ["Nous aurons fini à 16h.", "On se sépare vers 16h.", "Le car repart ; on finit à 16h."]
)
def test_the_end_told_in_a_sentence_of_its_own(close: str) -> None:
    words = "Je vous attends le mardi 7 mars 2023 à 14 heures, à la mairie de Guise."
    body = f"<p>{words}</p><p>Nous parlerons budget. {close}</p>"
    assert tell_sessions(read_page("Réunion de rentrée", body)) == ["2023-03-07 14:00-16:00 Guise"]


@pytest.mark.parametrize("close", ["Au revoir", "Levée de séance", "On se quitte"])
def test_the_last_line_of_a_programme_closes_it(close: str) -> None:
    text = f"""# Journée des référents
Mardi 7 mars 2023
Salle Voltaire, 02500 Hirson
9h00 Café
9h30 Ouverture
11h00 Ateliers
16h00 {close}"""
    assert sessions_of(read_brochure(text)) == [("2023-03-07", "09:30", "16:00", "Hirson", "in_person")]


def test_a_report_tells_first_of_the_day_it_reports() -> None:
    body = """<p>Douze équipes sur quinze ont fait le déplacement le mardi 7 mars.</p>
    <p>La réunion s'est tenue au Palais de l'Ailette. Prochaine étape le jeudi 6 avril à Guise, de 10h à 16h.</p>
    <p>Publié le 20 mars 2023</p>"""
    told = tell_sessions(read_page("Chefs de projet : retour sur ce qu'on s'est dit à Chauny", body))
    assert told[0] == "2023-03-07 - Chauny"


@pytest.mark.parametrize("line", ["par Odile, bénévole, le 20 mars 2023", "par Odile Carpentier, le 20 mars 2023"])
def test_who_wrote_and_when_is_no_day_of_the_event(line: str) -> None:
    reading = read_page(
        "La journée des voisins", f"<p>{line}</p><p>Le mardi 7 mars, à la mairie de Guise, il a plu.</p>"
    )
    assert str(reading.page.published_on) == "2023-03-20"
    assert [told[:10] for told in tell_sessions(reading)] == ["2023-03-07"]


@pytest.mark.parametrize("lead", ["Au nord : Wimereux", "Tout au bout, face à la mer : Wimereux", "Wimereux"])
def test_a_small_town_with_its_day_behind_it(lead: str) -> None:
    reading = read_page("La tournée des bourgs", f"<p>Rencontre à 18h. {lead}, le 6 avril 2023, salle Foch.</p>")
    assert {venue.city for venue in reading.venues} == {"Wimereux"}


@pytest.mark.parametrize(
    ("address", "street"),
    [
        ("14 rue du Moulin à Huile, 02500 Hirson", "14 rue du Moulin à Huile"),
        ("14 rue du Bac à Sable, 02500 Hirson", "14 rue du Bac à Sable"),
        ("14 rue du Moulin à Hirson", "14 rue du Moulin"),
    ],
)
def test_streets_called_after_things_for_something(address: str, street: str) -> None:
    reading = read_page("Réunion", f"<p>Mardi 7 mars 2023 à 14h, salle Foch, {address}.</p>")
    assert [(v.street, v.city) for v in reading.venues] == [(street, "Hirson")]


def test_a_webinar_instead_of_what_was_called_off() -> None:
    body = """<p>Jeudi 26 novembre 2020, de 12h30 à 13h30, on répond à vos questions.</p>
    <p>Le préfet nous a fait annuler la veillée prévue à Hirson ; ce webinaire la remplace.</p>"""
    reading = read_page("La pause du jeudi", body)
    assert sessions_of(reading) == [("2020-11-26", "12:30", "13:30", None, "online")]


def test_hours_by_mode_where_a_page_is_laid_out_in_columns() -> None:
    days = """<h3>Module 1. Poser le cadre</h3><p>6 février 2025 – Guise, Maison des arts</p>
    <h3>Module 2. Rendre compte</h3><p>3 avril 2025 – à distance</p>"""
    body = f"""<div class="columns"><div class="column"><h2>Modalités</h2>
    <p>Deux jours entre février et avril 2025. En salle : 9h30-17h. À distance : 9h30-12h.</p></div>
    <div class="column"><h2>Calendrier</h2>{days}</div></div>"""
    reading = read_page("Parcours « Coordonner un réseau »", body)
    assert tell_sessions(reading) == ["2025-02-06 09:30-17:00 Guise", "2025-04-03 09:30-12:00 ? online"]
    assert len(reading.events) == 1


def test_an_end_of_its_own_for_one_day_of_all() -> None:
    body = """<p>7 mars 2023</p><p>4 avril 2023</p><p>Salle Foch, 02500 Hirson</p>
    <p>9 h - 12 h / 13 h 15 - 16 h 30 tous les jours sauf le 4 avril : on s'arrête à 15 h.</p>"""
    told = tell_sessions(read_page("Le cycle « Jeunes »", body))
    assert told == ["2023-03-07 09:00-16:30 Hirson", "2023-04-04 09:00-15:00 Hirson"]


def test_hours_said_of_each_day_in_the_introduction() -> None:
    body = """<p>Deux jours pour poser les bases. De 9h à 17h chaque jour. Gratuit.</p>
    <h2>Hirson</h2><p>Jeudi 9 et vendredi 10 mars 2023</p><p>Espace Foch, 11 rue du Four, 02500 Hirson</p>
    <h2>Pour les élus</h2><p>Une matinée est réservée le samedi 3 juin 2023, de 9h à 12h, à la mairie de Guise.</p>"""
    assert tell_sessions(read_page("Les formations laïcité", body)) == [
        "2023-03-09 09:00-17:00 Hirson",
        "2023-03-10 09:00-17:00 Hirson",
        "2023-06-03 09:00-12:00 Guise",
    ]


def test_the_day_of_a_circular_has_no_hour() -> None:
    body = """<p>Jeudi 18 janvier 2024, de 9h30 à 13h, mairie de Guise</p>
    <ol><li>Tour de table (9h30)</li><li>La circulaire du 31 août 2023, lecture à plusieurs voix (11h30)</li></ol>"""
    assert tell_sessions(read_page("Ordre du jour de la rencontre", body)) == ["2024-01-18 09:30-13:00 Guise"]


def test_a_point_of_an_agenda_that_looks_back_makes_no_report() -> None:
    cells = "<tr><td>Jeudi 9 mars 2023<br>Hirson</td><td>S'organiser ; retour sur ce que chacun a tenté</td></tr>"
    cells += "<tr><td>Jeudi 6 avril 2023<br>Guise</td><td>Écouter sans promettre</td></tr>"
    reading = read_page(
        "Un cycle pour aller vers", f"<table>{cells}</table><p>On commence à 9h30 et on finit à 16h.</p>"
    )
    assert reading.page.kind == "announcement"
    assert tell_sessions(reading) == ["2023-03-09 09:30-16:00 Hirson", "2023-04-06 09:30-16:00 Guise"]


def test_the_town_before_the_day_of_a_house() -> None:
    body = """<p>Nous commençons par Wimereux, mercredi 8 mars 2023, à la Maison de la famille. Puis, mercredi 15 mars,
    c'est à Vervins que nous posons nos chaises. De 18h à 20h.</p>"""
    assert tell_sessions(read_page("On vous écoute !", body)) == [
        "2023-03-08 18:00-20:00 Wimereux",
        "2023-03-15 18:00-20:00 Vervins",
    ]


def test_ranks_of_days_in_each_of_several_sessions() -> None:
    body = """<ul><li>Session 1 – les 16 et 17 janvier 2023, à Hirson (mairie)</li>
    <li>Session 2 – les 13 et 14 février 2023, à Vervins (mairie)</li></ul>
    <p>Horaires : 9h30-17h le premier jour, 9h-16h le second.</p>"""
    assert tell_sessions(read_page("Formation des délégués", body)) == [
        "2023-01-16 09:30-17:00 Hirson",
        "2023-01-17 09:00-16:00 Hirson",
        "2023-02-13 09:30-17:00 Vervins",
        "2023-02-14 09:00-16:00 Vervins",
    ]


@pytest.mark.parametrize("aside", ["(accueil café)", "(salle Foch)", ", accueil des participants,"])
def test_hours_over_what_is_said_of_the_first(aside: str) -> None:
    gap = "" if aside.startswith(",") else " "
    body = f"<p>Mardi 14 mars 2023, de 9h00{gap}{aside} à 16h30, mairie de Vervins.</p>"
    assert tell_sessions(read_page("Journée d'échanges", body)) == ["2023-03-14 09:00-16:30 Vervins"]


def test_a_day_that_is_only_spoken_of() -> None:
    body = """<p>Le 25 novembre rappelle combien il reste à faire. Nous vous convions à une rencontre.</p>
    <p>Mardi 28 novembre 2023, de 9h à 12h, mairie de Vervins.</p>"""
    assert tell_sessions(read_page("Rencontre sur les violences", body)) == ["2023-11-28 09:00-12:00 Vervins"]


def test_days_and_places_in_the_cells_of_one_row() -> None:
    told = (
        ("mardi 7 mars 2023", "Lens, espace Foch", "jeudi 9 mars 2023", "Creil, La Faïencerie"),
        ("mardi 3 octobre 2023", "Hirson, espace Mun", "jeudi 5 octobre 2023", "Noyon, Le Tigre"),
    )
    rows = "<tr><td></td><td>Nord</td><td>Oise</td></tr>" + "".join(
        f"<tr><td>Groupe</td><td>{row[0]}<br>{row[1]}</td><td>{row[2]}<br>{row[3]}</td></tr>" for row in told
    )
    read = tell_sessions(read_page("Le réseau des référents", f"<table>{rows}</table><p>De 14h à 17h.</p>"))
    assert [line.rsplit(" ", 1)[1] for line in read] == ["Lens", "Creil", "Hirson", "Noyon"]


def test_the_next_meeting_does_not_end_with_this_one() -> None:
    text = """COMITÉ DE PILOTAGE
Relevé de décisions de la séance du mardi 7 mars 2023

La séance est ouverte à 14h35 à la mairie de Vervins.

Prochain comité : mardi 6 juin 2023, 9h30.
Levée de la séance à 16h50."""
    told = tell_sessions(read_text(text))
    assert told[0] == "2023-03-07 14:35-16:50 Vervins"
    assert told[1].startswith("2023-06-06 09:30- ")


def test_hours_of_a_town_that_is_excepted() -> None:
    body = """<ol><li><b>Péronne</b>, le 12 mars 2024, espace Mac Orlan</li>
    <li><b>Doullens</b>, le 14 mai 2024, salle Foch</li>
    <li><b>Roye</b>, le 17 septembre 2024</li></ol>
    <p>Chaque étape se déroule de 13h30 à 17h, sauf Roye (9h30-12h30).</p>"""
    assert tell_sessions(read_page("Cycle « Éducation au numérique »", body)) == [
        "2024-03-12 13:30-17:00 Péronne",
        "2024-05-14 13:30-17:00 Doullens",
        "2024-09-17 09:30-12:30 Roye",
    ]


def test_weekdays_alone_are_those_of_the_days_told() -> None:
    body = """<p>Deux jours de débats, les jeudi 30 et vendredi 31 mars, à la mairie de Vervins.</p>
    <p>Le jeudi s'ouvrira à 13h30 et se prolongera jusqu'à 18h. Le vendredi, début à 9h, clôture à 12h30.</p>
    <p>Publié le 1er mars 2023</p>"""
    told = tell_sessions(read_page("Le Printemps de la médiation", body))
    assert told == ["2023-03-30 13:30-18:00 Vervins", "2023-03-31 09:00-12:30 Vervins"]


def test_the_frame_of_a_week_in_a_bracket_holds_no_sitting() -> None:
    body = """<p>Vendredi 13 octobre, 18h30, mairie de Vervins</p>
    <p>Organisée dans le cadre de la Semaine bleue (2 au 8 octobre).</p><p>Publié le 22 septembre 2023</p>"""
    assert tell_sessions(read_page("Conférence « Vieillir chez soi »", body)) == ["2023-10-13 18:30- Vervins"]


def test_where_people_find_each_other_is_when_it_begins() -> None:
    body = """<p>On se retrouve à 14h devant la médiathèque de Vervins. La balade se terminera vers 17h.
    Samedi 18 juin 2022, donc !</p>"""
    assert tell_sessions(read_page("Balade dans un quartier", body)) == ["2022-06-18 14:00-17:00 Vervins"]
