"""What only a layout parts, and what only seems to be told of a sitting: days, years, steps, towns of guests."""

from __future__ import annotations

import pytest

from tests.extract.documents import draw_table, read_page, read_text, tell_sessions


def test_elements_that_only_a_style_sheet_parts() -> None:
    rows = (("lun. 12 mai", "Arras, place Foch", "9 h 30 → 12 h"), ("mar. 13 mai", "Lens, place Cauchy", "14 h → 17 h"))
    steps = "".join(
        f'<div><span class="jour">{day}</span><span class="lieu">{place}</span><span class="h">{hours}</span></div>'
        for day, place, hours in rows
    )
    reading = read_page("Le bus de l'emploi", f"{steps}<footer>© 2021-2025 Maison de l'emploi</footer>")
    assert tell_sessions(reading) == ["2025-05-12 09:30-12:00 Arras", "2025-05-13 14:00-17:00 Lens"]


def test_a_word_cut_in_pieces_stays_one() -> None:
    body = "<p><span>M</span><span>ardi</span> <b>4</b> <b>mars 2025</b> à <i>L</i><i>ens</i>, de 9h à 12h</p>"
    assert tell_sessions(read_page("Atelier", body)) == ["2025-03-04 09:00-12:00 Lens"]


def test_the_calendar_that_opens_a_line_goes_before_a_former_one() -> None:
    text = (
        "La science prend le bus\nConférences itinérantes\n7 MARS - LIÉVIN\n4 AVRIL - HARNES\nde 16 h à 19 h\n"
        "Édition 2025. Les conférences de l'édition 2024 sont à réécouter."
    )
    assert tell_sessions(read_text(text)) == ["2025-03-07 16:00-19:00 Liévin", "2025-04-04 16:00-19:00 Harnes"]


def test_rows_of_one_day_with_their_own_hours_and_places() -> None:
    table = draw_table(
        ("Quand", "Qui", "Adresse"),
        ("Sam. 10 sept. 2022, 10h-13h", "Les Aînés", "27 rue du Curé, Roubaix"),
        ("Sam. 10 sept. 2022, 14h-18h", "La Boxe", "salle Pasteur, rue Pasteur, Roubaix"),
        ("Mer. 14 sept. 2022, 13h30-17h", "Le Potager", "14 rue Arago, Roubaix"),
    )
    assert tell_sessions(read_page("Portes ouvertes des associations", table)) == [
        "2022-09-10 10:00-13:00 Roubaix",
        "2022-09-10 14:00-18:00 Roubaix",
        "2022-09-14 13:30-17:00 Roubaix",
    ]


def test_work_that_goes_on_in_a_town_is_a_meeting() -> None:
    text = (
        "Conférences de l'enfance\n\nTout commence à Calais le 26 septembre 2022. Les travaux se poursuivront à "
        "Saint-Omer le 3 octobre et à Arras le 10 octobre."
    )
    assert tell_sessions(read_text(text)) == ["2022-09-26 - Calais", "2022-10-03 - Saint-Omer", "2022-10-10 - Arras"]


def test_a_house_called_after_meals_is_no_meal() -> None:
    table = draw_table(
        ("Quand ?", "Thème"), ("mardi 14 janvier 2020", "La fatigue"), ("mardi 28 janvier 2020", "Dire non")
    )
    body = f"<p>On se retrouve au Foyer Restaurant, à Bailleul, toujours de 14h30 à 16h30 :</p>{table}"
    assert tell_sessions(read_page("Un cycle pour les aidants", body)) == [
        "2020-01-14 14:30-16:30 Bailleul",
        "2020-01-28 14:30-16:30 Bailleul",
    ]


def test_steps_of_a_day_that_count_its_parts() -> None:
    text = (
        "Colloque « Jeunesses »\n\nQuand : les 21 et 22 novembre 2019\nOù : Pôle Cathédrale, 80000 Amiens\n\n"
        "Jeudi 21\n9h30 : introduction\n10h : session 1, L'école\n14h : session 2, Les bandes\n18h30 : clôture\n\n"
        "Vendredi 22\n9h : session 3, Travailler tôt\n11h : session 4, Se marier\n12h30 : mot de la fin"
    )
    assert tell_sessions(read_text(text)) == ["2019-11-21 09:30-18:30 Amiens", "2019-11-22 09:00-12:30 Amiens"]


@pytest.mark.parametrize("line", ["04/04/2023 – Par Inès Carlier", "4 avril 2023, par Inès Carlier"])
def test_a_day_before_who_wrote_is_that_of_the_news(line: str) -> None:
    text = f"Retour sur l'atelier\n\n{line}\n\nNous étions trente-quatre le 23 mars dernier à Tourcoing."
    assert tell_sessions(read_text(text)) == ["2023-03-23 - Tourcoing"]


def test_guests_and_those_who_lead_a_meeting_bring_their_towns_along() -> None:
    text = (
        "Programme 2016\n\nOn se retrouve à 18 h 30, à l'École des arts, 5 rue Foch, à Roubaix.\n\n"
        "Vendredi 22 janvier 2016 : conférence de Marie Toussaint, sociologue à Poitiers\n"
        "Vendredi 26 février 2016 : lecture à deux voix, à Hem, salle de la Ferme"
    )
    assert tell_sessions(read_text(text)) == ["2016-01-22 18:30- Roubaix", "2016-02-26 18:30- Hem"]
    text = (
        "Café des familles\nMaison de la famille de Noyon\n\nvendredi 9 février 2024, 9h-11h\n"
        "vendredi 15 mars 2024, 9h-11h\n"
        "7 boulevard Foch\nLa matinée du 15 mars sera animée par la ludothèque de Chauny"
    )
    assert tell_sessions(read_text(text)) == ["2024-02-09 09:00-11:00 Noyon", "2024-03-15 09:00-11:00 Noyon"]
