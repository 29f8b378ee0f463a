"""Days that are no sitting, by what they hang on: a limit explained, a law in force, a term, a printed page."""

from __future__ import annotations

import pytest

from extract.read import read_document
from extract.records import Reading
from warehouse.reference import load_knowledge


def _read(text: str) -> Reading:
    return read_document(text.encode(), None, "text/plain", load_knowledge())


def _days(text: str) -> list[str]:
    events = _read(text).events
    return sorted(str(session.first_day) for event in events for session in event.sessions)


def _roles(text: str) -> dict[str, str]:
    return {str(date.first_day): date.role for date in _read(text).dates}


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (
            "Le lien vous parviendra après inscription, possible jusqu'à la veille, mercredi 3 avril, à midi.",
            "2024-04-03",
        ),
        ("Les inscriptions sont ouvertes jusqu'à la fin du mois, soit le 29 mars.", "2024-03-29"),
        ("On s'inscrit jusqu'à l'avant-veille (mardi 2 avril).", "2024-04-02"),
        ("Candidatures à envoyer avant la fin de semaine, le vendredi 22 mars.", "2024-03-22"),
        ("\n\nInscriptions : ouvertes sur le site du 4 au 22 mars 2024", "2024-03-04"),
        ("\n\n## Candidatures\nOuvertes du 4 au 22 mars 2024\nRéponse sous huit jours", "2024-03-04"),
    ],
)
def test_a_limit_may_be_explained_by_its_day(told: str, day: str) -> None:
    text = f"# Journée d'étude\nLe jeudi 4 avril 2024 à Lens, de 9h à 17h. {told}"
    assert (_days(text), _roles(text)[day]) == (["2024-04-04"], "registration_deadline")


@pytest.mark.parametrize(
    "told",
    [
        "Les conventions de la première vague arrivent à terme le 31 août 2022.",
        "Le contrat arrive à son échéance le 31 août 2022.",
        "Le décret du 28 juin 2022 fixe la liste ; il est entré en vigueur le 31 août 2022.",
        "Publié au Journal officiel le 31 août 2022, le décret fixe la liste des quartiers.",
    ],
)
def test_a_term_or_a_law_in_force_is_no_meeting(told: str) -> None:
    assert _days(f"# Repères sur les cités éducatives\n{told}\n\nPublié le 5 septembre 2022") == []


@pytest.mark.parametrize(
    "kept",
    [
        "Imprimé depuis www.insertion.example le 14/03/2023 à 09:27 - page 1/1",
        "Page consultée le 14 mars 2023 à 9h27",
        "Document généré automatiquement le 14 mars 2023",
        "Exporté du site de la métropole, le 14/03/2023 09:27",
    ],
)
def test_when_a_page_was_printed_is_of_the_page(kept: str) -> None:
    text = f"# Une matinale à Halluin\nLe mardi 21 mars 2023\nDe 8h45 à 11h45\nSalle Nollet, 59250 Halluin\n{kept}"
    assert _days(text) == ["2023-03-21"]
    assert _roles(text)["2023-03-14"] in ("other", "modification")


def test_the_day_under_a_title_is_that_of_the_meeting_whose_morrow_is_told() -> None:
    text = (
        "# Habiter les cités minières\nJeudi 23 novembre 2017\n\nColloque de l'université. Accueil à 8h45.\n\n"
        "Une promenade complète le colloque le lendemain matin : rendez-vous vendredi "
        "24 novembre à 10h devant l'église.\n\n"
        "Le colloque se déroule à Arras, à la Maison de la recherche, 9 rue du Temple."
    )
    assert _days(text)[0] == "2017-11-23"
    assert {session.status for event in _read(text).events for session in event.sessions} == {"announced"}


def test_the_month_of_an_issue_is_that_of_its_bare_days() -> None:
    text = (
        "LA PETITE LETTRE\nNuméro 41 - octobre 2025\n\nCafé des projets\nVous avez une idée. Jeudi 9, 14h à 16h, "
        "Espace Rolland, 12 rue du Soleil, Abbeville.\n\nSoirée jeux\nVendredi 17, dès 19h, ludothèque, place Foch."
    )
    assert _days(text) == ["2025-10-09", "2025-10-17"]


def test_a_weekday_that_does_not_fit_the_issue_is_left() -> None:
    assert _days("LA LETTRE\nNuméro 41 - octobre 2025\n\nCafé : mardi 9, de 14h à 16h, salle Dufy, Laon.") == []


@pytest.mark.parametrize(
    "told",
    [
        "Le mardi 12 mars, quarante bénévoles se sont retrouvés à la maison des associations de Laon.",
        "La marche du mardi 12 mars a réuni 60 personnes.",
    ],
)
def test_what_a_letter_tells_under_a_heading_of_its_own_was_a_meeting(told: str) -> None:
    text = (
        f"Lettre du réseau, avril 2024\n\n## Ça s'est passé\n{told}\n\n## À venir\n"
        "Permanence le jeudi 18 avril, de 9h à 12h, salle Dufy, Laon"
    )
    assert _days(text) == ["2024-03-12", "2024-04-18"]


def test_an_address_that_names_one_page_is_no_listing() -> None:
    html = (
        '<html><head><link rel="canonical" href="https://mpt.example/?p=911"></head><body>'
        '<nav><a href="/1">Accueil</a>'
        '<a href="/2">Jouer</a><a href="/3">Apprendre</a><a href="/4">Venir</a></nav><main><h1>Samedis sorties</h1>'
        "<p>Les premiers auront lieu les 7 octobre et 18 novembre 2023, à 9h30, salle Marceau à Tergnier.</p>"
        "</main></body>"
    )
    events = read_document(html.encode(), "https://mpt.example/?p=911", "text/html", load_knowledge()).events
    assert [str(session.first_day) for event in events for session in event.sessions] == ["2023-10-07", "2023-11-18"]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Le mercredi 12 juin 2024, on marche. Départ à 9h devant la mairie de Laon. COMPLET.", ["full"]),
        (
            "L'atelier du mardi 11 décembre 2018 ne pourra pas se tenir.\n\nNous vous donnons donc rendez-vous le "
            "mardi 22 janvier 2019, de 9h30 à 12h30, à Hem.",
            ["postponed", "announced"],
        ),
        (
            "| Ville | Jours | Salle |\n| Beauvais | 18 novembre 2021 | Maison de quartier, rue Berlioz (complet) |\n"
            "| Somain | 13 décembre 2021 | Salle Anne-Frank, rue Victor-Hugo |\n"
            "| Albert | 20 janvier 2022 | Théâtre, 3 rue Jeanne-d'Harcourt (annulé) |",
            ["full", "announced", "cancelled"],
        ),
        ("Le 4 mai 2023 à 14h, à Creil, une visite complète le module.", ["announced"]),
    ],
)
def test_a_state_is_that_of_its_own_day(text: str, states: list[str]) -> None:
    sessions = [session for event in _read(f"# Atelier\n\n{text}").events for session in event.sessions]
    assert [session.status for session in sorted(sessions, key=lambda s: s.first_day)] == states


@pytest.mark.parametrize(
    ("told", "days"),
    [
        (
            "Inscription jusqu'au 26 octobre 2018 pour la première étape, jusqu'au 16 novembre 2018 pour la seconde.",
            ("2018-10-26", "2018-11-16"),
        ),
        (
            "On s'inscrit avant le 5 octobre 2018 pour l'automne et avant le 8 novembre 2018 pour l'hiver.",
            ("2018-10-05", "2018-11-08"),
        ),
    ],
)
def test_limits_of_one_sentence_are_alike(told: str, days: tuple[str, str]) -> None:
    roles = _roles(f"# Séminaire\n{told}\n\nLens, le 20 novembre 2018, de 9h à 17h.")
    assert [roles[day] for day in days] == ["registration_deadline", "registration_deadline"]


@pytest.mark.parametrize("head", ["Actualité du 26 août 2024", "Lettre d'information n° 47 – 26 août 2024"])
def test_the_day_of_an_issue_is_that_of_its_publication(head: str) -> None:
    text = f"# La caravane\n\n{head}\n\nDenain, place Baudin : mardi 10 septembre 2024 à 9h"
    assert (_roles(text)["2024-08-26"], _days(text)) == ("publication", ["2024-09-10"])
