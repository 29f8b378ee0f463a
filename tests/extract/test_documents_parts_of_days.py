"""Days limited to one half or ranked among those of their line, where people set off, and what headings call."""

from __future__ import annotations

import pytest

from tests.extract.documents import draw_table, read_page, read_text

HALVES = "Formation des référents\nDates : mardi 4 mars, mercredi 19 mars, mardi 1er avril 2025\nLieu : Laon\n"


def _hours(text: str) -> list[str]:
    sessions = [session for event in read_text(text).events for session in event.sessions]
    told = sorted((session.first_day, session) for session in sessions)
    return [f"{session.starts_at}-{session.ends_at}" for _, session in told]


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("Horaires : 9h-12h et 13h30-17h.\nLa dernière séance n'occupe que la matinée.", "09:00-12:00"),
        ("Horaires : 9h-12h30 / 13h30-17h. La troisième journée se limite à l'après-midi.", "13:30-17:00"),
        ("Horaires : 9h-12h30 et 13h30-17h (matinée seulement le 1er avril).", "09:00-12:30"),
        ("Horaires : 9h-12h et 13h30-17h. Seule la matinée est maintenue le dernier jour.", "09:00-12:00"),
        ("Horaires : 9h-12h et 13h30-17h. L'après-midi du dernier jour est libre.", "09:00-12:00"),
        ("Horaires : 9h-12h et 13h30-17h. Le dernier jour, l'après-midi est consacré à une visite.", "09:00-17:00"),
    ],
)
def test_a_day_that_is_limited_to_one_half_has_its_hours(words: str, last: str) -> None:
    assert _hours(HALVES + words)[-1] == last


def test_words_that_limit_a_day_take_no_hours_with_them() -> None:
    words = "Horaires : 9h-12h / 14h-17h (le 19 : matin uniquement)"
    assert _hours(HALVES + words) == ["09:00-17:00", "09:00-12:00", "09:00-17:00"]


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        (
            "Webinaire : les aides\nMardi 20 mai 2025 à 14h.\n\nSéminaire annuel\nMardi 14 et mercredi 15 octobre "
            "2025, à la mairie de Creil. Le premier jour de 13h30 à 18h, le second de 9h à 12h30.",
            ["14:00-None", "13:30-18:00", "09:00-12:30"],
        ),
        (
            "Trois ateliers : 3 mars, 10 mars, 17 mars 2025, à la mairie de Creil.\n"
            "Le premier se tient de 9h à 11h, les autres de 14h à 17h.",
            ["09:00-11:00", "14:00-17:00", "14:00-17:00"],
        ),
        (
            "Séminaire\nLundi 3, mardi 4 et jeudi 6 novembre 2025, au Familistère de Guise. La première séance de 14h "
            "à 18h, les suivantes de 9h à 12h.",
            ["14:00-18:00", "09:00-12:00", "09:00-12:00"],
        ),
    ],
)
def test_ranks_are_those_of_the_days_told_with_them(words: str, hours: list[str]) -> None:
    assert _hours(words) == hours


@pytest.mark.parametrize(
    ("words", "town"),
    [
        ("Jeudi 27 mars 2025. Départ à 13h30 de la gare de Creil, retour à 17h. Trois étapes à pied.", "gare Creil"),
        ("Samedi 17 mai 2025. On part à 10h du parvis de la gare de Laon.", "parvis de la gare Laon"),
        ("Vendredi 13 juin 2025, 9h-17h, à la mairie de Guise. Un bus part à 8h de la gare de Laon.", "mairie Guise"),
        ("Réunion le 4 mars 2025 à 10h, salle des fêtes de Loos-lez-Lille.", "salle des fêtes Loos"),
        ("Réunion le 4 mars 2025 à 10h, salle des fêtes de Longueau-lès-Amiens.", "salle des fêtes Longueau"),
    ],
)
def test_where_people_set_off_and_towns_told_by_a_larger_one(words: str, town: str) -> None:
    event = read_text(f"Visite apprenante\n{words}").events[0]
    venue = event.sessions[0].venue
    assert venue is not None
    assert f"{venue.name} {venue.city}" == town


def test_sittings_below_headings_of_their_own_are_called_by_them() -> None:
    body = (
        "<h3>Petit-déjeuner : les femmes créent aussi</h3><p>Jeudi 6 février 2025, 8h30-10h30, mairie de Beauvais.</p>"
        "<h3>Visite apprenante de la pépinière</h3><p>Jeudi 27 mars 2025. Départ à 13h30 de la gare de Creil. Trois "
        "étapes : la boutique, l'atelier partagé.</p>"
        "<h3>Webinaire : que reste-t-il des aides ?</h3><p>Mardi 20 mai 2025 à 14h.</p>"
    )
    titles = [event.title for event in read_page("Entreprendre : le programme 2025", body).events]
    assert titles == [
        "Petit-déjeuner : les femmes créent aussi",
        "Visite apprenante de la pépinière",
        "Webinaire : que reste-t-il des aides ?",
    ]


@pytest.mark.parametrize(
    ("words", "modes"),
    [
        ("Durée : 3 jours (2 en salle, 1 à distance)", ["in_person", "in_person", "online"]),
        ("Trois séances, dont deux en présentiel et une en visio.", ["in_person", "in_person", "online"]),
    ],
)
def test_ways_to_meet_counted_apart_are_of_different_sittings(words: str, modes: list[str]) -> None:
    days = "Dates : 12 et 13 mars 2025, à la médiathèque de Lens ; 20 mars 2025, classe virtuelle."
    sessions = [s for event in read_text(f"Formation accueil\n{words}\n{days}").events for s in event.sessions]
    assert [session.venue.mode for session in sessions if session.venue is not None] == modes


def test_a_place_with_seats_in_the_hall_and_afar_is_hybrid() -> None:
    words = "Conférence le 5 mars 2025 à 14h, centre social de Méru. 30 places en salle, 100 à distance."
    venue = read_text(words).events[0].sessions[0].venue
    assert venue is not None
    assert venue.mode == "hybrid"


@pytest.mark.parametrize(
    "words",
    [
        "Théorie : lundi 3 et mardi 4 mars 2025\nPratique : mercredi 12 mars 2025\nLieux\nThéorie : salle Cassini, 3 "
        "rue des Minimes, Laon\nPratique : mairie de Guise\nHoraires\nThéorie : 9h-17h\nPratique : 8h30-12h",
        "Lundi 3 et mardi 4 mars 2025 : apports théoriques\nMercredi 12 mars 2025 : mise en pratique\nOù ?\n- Apports "
        "théoriques : salle Cassini à Laon\n- Mise en pratique : au centre social de Guise\n"
        "Apports théoriques de 9h à 17h, mise en pratique de 8h30 à 12h",
    ],
)
def test_parts_have_the_places_and_hours_told_under_their_names(words: str) -> None:
    sessions = [s for event in read_text(f"Formation des relais\n{words}").events for s in event.sessions]
    told = [f"{s.starts_at}-{s.ends_at} {s.venue.city}" for s in sessions if s.venue is not None]
    assert told == ["09:00-17:00 Laon", "09:00-17:00 Laon", "08:30-12:00 Guise"]


def test_hours_of_one_part_are_not_those_of_the_other() -> None:
    words = (
        "Habilitation 2025\n15 et 16 mai 2025 (tronc commun)\n8 juin 2025 (évaluation)\n"
        "Le tronc commun se tient à l'auberge de jeunesse d'Amiens, de 9h à 17h30.\nL'évaluation se fait en visio."
    )
    sessions = [s for event in read_text(words).events for s in event.sessions]
    told = [(s.starts_at, s.venue.mode) for s in sessions if s.venue is not None]
    assert told == [("09:00", "in_person"), ("09:00", "in_person"), (None, "online")]


@pytest.mark.parametrize("head", ["Invité", "Invité·e·s", "Avec", "Grand témoin", "Qui ?"])
def test_a_column_of_guests_tells_no_place(head: str) -> None:
    rows = (
        ("mardi 6 avril 2021", "Le numérique", "Emmaüs Connect"),
        ("mardi 20 avril 2021", "Jeunes et mobilité", "Maison de l'emploi de Lens"),
        ("mardi 11 mai 2021", "Précarité étudiante", "Université de Picardie"),
    )
    body = f"<p>Cinq webinaires</p>{draw_table(('Date', 'Thème', head), *rows)}<p>Toujours à 12h30, sur Livestorm.</p>"
    sessions = [s for event in read_page("Midis de la ville", body).events for s in event.sessions]
    assert [s.venue.mode for s in sessions if s.venue is not None] == ["online"] * 3
