"""Roles and names: what the words around a day make of it, in sentences of their own."""

import datetime as dt

import pytest

from extract.dates import read_dates

SPRING = dt.date(2019, 4, 2)


def roles(text: str) -> list[str]:
    return [date.role for date in read_dates(text, SPRING).dates]


@pytest.mark.parametrize(
    "text",
    [
        "la loi relative à l'engagement associatif, promulguée le 3 juin 2016",
        "Cette loi de finances, votée le 18 décembre dernier",
        "le décret sur les adultes-relais, publié au Journal officiel le 4 mars 2018",
        "L'arrêté du 2 mai 2013, complété par celui du 6 juin 2014",
    ],
)
def test_a_law_is_told_by_how_it_was_made(text: str) -> None:
    assert set(roles(text)) == {"law"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Publié par Julie Lambert le 4 mai 2018 à Laon", "publication"),
        ("Mis en ligne par la cellule web, 7 juin 2018", "publication"),
        ("Dernière mise à jour le 9 janvier 2018 à 08:15", "modification"),
        ("Date de mise à jour : 9 janvier 2018", "modification"),
        ("Séjours d'études à Namur, le 5 octobre 2018", "event"),
        ("La visite d'étude du 5 octobre 2018", "event"),
        ("Présentation calée au 7 novembre", "event"),
        ("MATINEE PORTES OUVERTES LE 12 MAI 2018", "event"),
        ("L'espace numérique, ouvert le 12 mai 2018", "past"),
        ("Le plan régional, présenté le 3 mars 2018, compte dix mesures", "past"),
    ],
)
def test_stamps_and_events(text: str, role: str) -> None:
    assert roles(text) == [role]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Un nouveau groupe commencera à l'automne 2021", "event"),
        ("Le collectif se réunira en octobre 2021", "event"),
        ("Séminaire de bilan au second semestre 2021", "event"),
        ("Prochain atelier au printemps 2021", "event"),
        ("Le dispositif prend fin au printemps 2021", "other"),
        ("au printemps 2021", "other"),
    ],
)
def test_periods_in_which_something_begins(text: str, role: str) -> None:
    assert roles(text) == [role]


@pytest.mark.parametrize(
    "text",
    [
        "Remise des candidatures : 8 mars 2020",
        "Formulaire à retourner rempli pour le 8 mars",
        "Fiche à transmettre à votre référent avant le 8 mars",
        "Dépôt des offres possible jusqu'au 8 mars 2020",
        "Fermeture des inscriptions : 8 mars 2020",
        "Réponse souhaitée avant le\n8 mars 2020",
    ],
)
def test_deadlines(text: str) -> None:
    assert roles(text) == ["registration_deadline"]


@pytest.mark.parametrize(
    "text",
    [
        "La maison des projets est fermée le 8 mars 2020.",
        "Fermeture annuelle du 3 au 21 août 2020",
        "Notre chargée de mission est en congé du 3 au 21 août 2020",
        "Du 3 au 21 août 2020, le centre de ressources sera exceptionnellement fermé.",
        "Prise de fonctions : 1er octobre 2020",
        "Poste à pourvoir au 1er octobre 2020",
    ],
)
def test_days_on_which_nobody_meets(text: str) -> None:
    assert roles(text) == ["other"]


def test_what_closes_or_is_sent_does_not_reach_the_next_event() -> None:
    assert roles("Dossier à transmettre pour la journée du 8 mars 2020") == ["event"]
    assert roles("Fermé le lundi. Atelier le 8 mars 2020") == ["event"]
    assert roles("Rencontre le\njeudi 8 octobre 2020") == ["event"]


@pytest.mark.parametrize(
    "text",
    [
        "descendre à l'arrêt « 8 mai 1945 »",
        "tram 2, arrêt de tram 11 novembre 1918",
        "station : 4 septembre",
        "lycée du 4 septembre",
        "arrêt du 8 mai 1945",
    ],
)
def test_stops_and_houses_named_after_a_day(text: str) -> None:
    result = read_dates(text, SPRING)
    assert (result.dates, [seen.reason for seen in result.open]) == ((), ["name_of_a_street"])


def test_a_stop_before_an_article_is_only_a_place() -> None:
    assert [date.first_day for date in read_dates("rendez-vous à la station le 12 mai 2019").dates] == [
        dt.date(2019, 5, 12)
    ]


def test_a_school_year_is_no_september() -> None:
    assert read_dates("rentrée 2020/2021 : les postes").dates == ()
    assert read_dates("à la rentrée 2020").dates[0].first_day == dt.date(2020, 9, 1)
    assert read_dates("hiver 2020-2021").dates[0].last_day == dt.date(2021, 2, 28)
