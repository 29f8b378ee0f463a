"""Days on which nobody meets: when people can sign up, when papers have to be there; and whose eve an eve is."""

from __future__ import annotations

import pytest

from extract.read import read_document
from tests.extract.documents import read_text
from warehouse.reference import load_knowledge


def _days(text: str) -> list[str]:
    events = read_text(text).events
    return sorted(str(session.first_day) for event in events for session in event.sessions)


@pytest.mark.parametrize(
    "told",
    [
        "Les billets sont en vente dès le lundi 18 septembre, 9h, à l'accueil de la mairie.",
        "On s'inscrit à l'accueil dès le lundi 18 septembre à 9h, puis tous les jours de 9h à 12h.",
        "Venez vous inscrire le lundi 18 septembre entre 9h et 12h au service jeunesse.",
        "Les inscriptions se prendront en mairie lundi 18 septembre de 9h à 11h30 et jeudi 21 septembre de 14h à 16h.",
        "Premières inscriptions le lundi 18 septembre de 17h à 19h au local de l'association.",
        "Places disponibles à l'office de tourisme à compter du lundi 18 septembre à 10h.",
        "Retrait des numéros de liste : lundi 18 septembre à 18h.",
        "Les fiches sanitaires non rendues le 18 septembre 2023 entraîneront la suspension de l'inscription.",
        "Les dossiers incomplets le 18 septembre 2023 ne seront pas acceptés.",
        "Une cotisation impayée le 18 septembre 2023 entraîne la perte de la place.",
    ],
)
def test_nobody_meets_where_people_sign_up_or_papers_have_to_be_there(told: str) -> None:
    meeting = "Notre repas aura lieu le dimanche 15 octobre 2023 à midi à la salle polyvalente de Corbie."
    assert _days(f"{meeting}\n{told}") == ["2023-10-15"]


@pytest.mark.parametrize(
    "told",
    [
        "La séance non tenue le 18 septembre 2023 est remise.",
        "L'atelier n'aura pas lieu le 18 septembre 2023.",
    ],
)
def test_what_is_not_held_is_no_paper(told: str) -> None:
    assert [date.role for date in read_text(told).dates] != ["registration_deadline"]


def test_an_eve_with_its_weekday_is_that_of_a_day_that_fits() -> None:
    text = (
        "La bourse aux jouets, c'est le dimanche 24 novembre 2019, de 9h à 13h, rue Léon-Blum à Lens.\n"
        "Coupon à rendre avant les vacances, donc pas plus tard que le 18 octobre.\n"
        "On fait les crêpes la veille : samedi, 14 h, dans la cantine."
    )
    assert _days(text) == ["2019-11-23", "2019-11-24"]


def test_an_agenda_keeps_the_entries_of_what_was() -> None:
    text = (
        "<html><body><h1>Agenda</h1><h2>À venir</h2>"
        "<div><b>Mardi 5 octobre 2021</b> Collectif<br>9h30-16h30, 11 rue du Morvan, Beauvais</div>"
        "<h2>C'est passé</h2><div><b>Jeudi 16 septembre 2021</b> Journée de rentrée<br>Liancourt</div>"
        "<p>Mis à jour le 23 septembre 2021</p></body></html>"
    )
    reading = read_document(text.encode(), None, "text/html", load_knowledge())
    days = {str(session.first_day) for event in reading.events for session in event.sessions}
    assert days == {"2021-09-16", "2021-10-05"}
