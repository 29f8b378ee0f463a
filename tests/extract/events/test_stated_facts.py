"""What a page states besides days and places: for whom, how many, by whom, with whom, and how to sign up."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.events.stated.bodies import find_last_bodies, split_bodies
from extract.records import EventReading
from tests.extract.documents import read_brochure, read_page

WHEN = "<p>Mardi 6 juin 2023, 9h30-12h30, salle Voltaire, 02100 Saint-Quentin.</p>"


def event_of(*paragraphs: str, title: str = "Lire et grandir") -> EventReading:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return read_page(title, f"{body}{WHEN}").events[0]


def report_of(*paragraphs: str) -> EventReading:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return read_page("Retour sur le forum des familles", f"<p>Publié le 9 juin 2023</p>{body}").events[0]


@pytest.mark.parametrize(
    ("words", "audience"),
    [
        (
            "Cet atelier s'adresse en priorité aux assistantes maternelles du quartier.",
            "assistantes maternelles du quartier",
        ),
        ("Une matinée à destination des gardiens et des bailleurs, sur inscription.", "gardiens et des bailleurs"),
        ("Conférence ouverte à toutes les familles", "toutes les familles"),
        ("Participation réservée aux adhérents de la fédération.", "adhérents de la fédération"),
        ("Le Département propose aux travailleurs sociaux trois visites.", "travailleurs sociaux"),
        ("Une formation pour les bénévoles et les élus.", "les bénévoles et les élus"),
        ("L'office convie les habitants de la tour Nord à un goûter.", "les habitants de la tour Nord"),
        ("Les médiateurs du bassin minier sont invités à cette journée.", "Les médiateurs du bassin minier"),
        ("Éducateurs, animateurs : venez échanger avec nous !", "Éducateurs, animateurs"),
        ("Ce parcours est proposé aux animateurs du Cambrésis.", "animateurs du Cambrésis"),
        ("Rencontre départementale des médiateurs de l'Aisne", "médiateurs de l'Aisne"),
        ("Le service forme les agents d'accueil, au siège.", "les agents d'accueil"),
        ("Spectacle tout public dès 6 ans", "tout public dès 6 ans"),
        ("La salle est accessible aux personnes à mobilité réduite.", None),
        ("Le lien sera adressé aux inscrits la veille.", None),
        ("Bus gratuit au départ de Guise.", None),
    ],
)
def test_for_whom(words: str, audience: str | None) -> None:
    assert event_of(words).audience == audience


def test_for_whom_behind_a_label_and_below_a_heading() -> None:
    assert event_of("Public : élus, techniciens des communes").audience == "élus, techniciens des communes"
    below = read_brochure(
        "# Parler de l'argent\nJeudi 9 mars 2023 à 18h\nMairie, 02000 Laon\n## Pour qui ?\nConseillers et bénévoles\n"
        "## Contact\n03 23 00 00 00"
    )
    assert below.events[0].audience == "Conseillers et bénévoles"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Le 6 juin 2023 à Laon, 112 personnes ont suivi les échanges.", 112),
        ("Le 6 juin 2023 à Laon, le forum a réuni une quarantaine de parents.", 40),
        ("Plus de 200 bénévoles se sont retrouvés le 6 juin 2023 à Laon.", 200),
        ("Nous étions soixante-trois le 6 juin 2023 à la mairie de Laon.", 63),
        ("Le 6 juin 2023 à Laon, la salle, limitée à 80 personnes, était pleine.", None),
        ("Le 6 juin 2023 à Laon, trois élus ont ouvert la journée.", 3),
    ],
)
def test_how_many_took_part(words: str, count: int | None) -> None:
    assert report_of(words).participants == count


def test_who_may_come_is_no_count_of_those_who_did() -> None:
    assert event_of("Groupe de 12 participants au plus.", "Places limitées à 20 personnes.").participants is None


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Trois rencontres pour apprendre à cuisiner.", 3),
        ("Un cycle de deux demi-journées.", 2),
        ("Six ateliers en parallèle l'après-midi, puis une synthèse.", None),
        ("Une journée pour faire le point.", None),
    ],
)
def test_how_many_sittings_are_told(words: str, count: int | None) -> None:
    assert event_of(words).stated_sessions == count


@pytest.mark.parametrize(
    ("words", "organiser", "partners"),
    [
        ("La médiathèque et le centre social Éclaté organisent un goûter.", "médiathèque", "centre social Éclaté"),
        ("Atelier proposé par l'ADIL de l'Aisne, avec le soutien de la CAF et du contrat de ville.",
         "ADIL de l'Aisne", "CAF; contrat de ville"),
        ("En partenariat avec la Ville de Guise, l'IREV vous propose une visite.", "IREV", "Ville de Guise"),
        ("Une initiative du conseil citoyen de Vervins", "conseil citoyen de Vervins", None),
        ("Organisateur : Maison de l'emploi et de la formation", "Maison de l'emploi et de la formation", None),
        ("Le 3 mai dernier, le club des entreprises a lancé un appel.", "club des entreprises", None),
        ("Ce cycle propose des repères à chacun.", None, None),
        ("Débat animé par Denis Fauquembergue, avec Mme Dubois.", None, None),
        ("Deux temps sont organisés en juin.", None, None),
    ],
)  # fmt: skip
def test_by_whom_and_with_whom(words: str, organiser: str | None, partners: str | None) -> None:
    event = event_of(words)
    assert (event.organiser, event.partners) == (organiser, partners)


def test_names_of_bodies_end_where_the_sentence_goes_on() -> None:
    words = "la Ville, l'État et la communauté d'agglomération de Laon vous invitent"
    assert [name for name, _, _ in split_bodies(words)] == ["Ville", "État", "communauté d'agglomération de Laon"]
    subject = "Après une pause, le musée et ses amis"
    assert [(name, subject[start:end]) for name, start, end in find_last_bodies(subject)] == [("musée", "musée")]


def test_what_heads_several_events_states_of_each() -> None:
    reading = read_page(
        "Les webinaires du trimestre",
        "<p>La Ligue propose aux bénévoles deux webinaires.</p>"
        "<h2>Comprendre le recensement des habitants</h2><p>Mardi 6 juin 2023 de 11h à 12h, sur Zoom</p>"
        "<h2>Mesurer les besoins des familles</h2><p>Mardi 13 juin 2023 de 11h à 12h, sur Zoom</p>",
    )
    assert [(event.organiser, event.audience) for event in reading.events] == [("Ligue", "bénévoles")] * 2


def test_where_and_until_when_to_sign_up() -> None:
    event = event_of(
        "Inscription obligatoire sur https://ateliers.exemple.fr/lire avant le 31 mai 2023.",
        "Documentation : https://exemple.fr/guide",
    )
    assert event.registration_url == "https://ateliers.exemple.fr/lire"
    assert event.registration_deadline == dt.date(2023, 5, 31)


def test_each_stated_fact_points_at_its_words() -> None:
    event = event_of("L'IREV propose aux élus une visite, avec l'appui de la DREAL.")
    words = {item.field: item.words for item in event.evidence}
    assert (words["organiser"], words["audience"], words["partners"]) == ("IREV", "élus", "DREAL")


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["avec le soutien de la CAF et ", "organisé par l'IREV ", "les élus sont invités "])
def test_a_statement_without_end_is_read_in_time(piece: str) -> None:
    event = event_of(piece * (60_000 // len(piece)))
    assert event.sessions
