"""Places that are none of the meeting's: wished for, done alone, of other days; and those that say more of a town."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page


def where(title: str, body: str) -> list[tuple[str | None, str | None]]:
    """The town and the way to meet of each sitting, in order."""
    sessions = [session for event in read_page(title, body).events for session in event.sessions]
    ordered = sorted(sessions, key=lambda session: session.first_day)
    return [(s.venue.city, s.venue.mode) if s.venue else (None, None) for s in ordered]


@pytest.mark.parametrize(
    "wish",
    [
        "Une journée du même genre est souhaitée à Abbeville, nous n'avons pas encore de date.",
        "Une suite est envisagée à Creil.",
        "Les élus aimeraient poursuivre à Laon.",
        "Une visite à Laon est à l'étude.",
    ],
)
def test_a_meeting_that_is_only_wished_for_is_nowhere(wish: str) -> None:
    body = f"<p>Ils étaient cent vingt, mardi 13 juin 2017, à pousser la porte de la salle Dewailly.</p><p>{wish}</p>"
    assert where("Retour sur la rencontre « Laïcité », Amiens", body) == [("Amiens", "in_person")]


def test_a_meeting_that_was_asked_for_takes_place() -> None:
    body = "<p>La réunion est demandée par les habitants ; elle se tient le 13 juin 2017 à Creil, salle Jaurès.</p>"
    assert where("Réunion publique", body) == [("Creil", "in_person")]


@pytest.mark.parametrize(
    "told",
    [
        "L'inscription vaut pour l'ensemble et se fait en ligne.",
        "Votre demande de participation s'effectue directement en ligne.",
        "Le règlement des repas est à faire en ligne.",
        "Les candidatures seront faites en ligne.",
    ],
)
def test_what_is_done_alone_online_is_no_meeting(told: str) -> None:
    assert where("Journée d'échanges", f"<p>Le 4 mars 2024, à 9h. {told}</p>") == [(None, None)]


@pytest.mark.parametrize("told", ["La rencontre se fera en ligne.", "L'atelier « Dossiers » se passe en ligne."])
def test_a_meeting_that_is_held_online_is_there(told: str) -> None:
    assert where("Rencontre du réseau", f"<p>Le 4 mars 2024, à 9h. {told}</p>") == [(None, "online")]


@pytest.mark.parametrize("kind", ["Ce webinaire dure une heure.", "Chaque séance se tient en visioconférence."])
def test_a_town_beside_its_own_days_is_not_that_of_webinars(kind: str) -> None:
    body = (
        f"<p>Le 21 septembre 2021 : les cités de l'emploi</p><p>Le 12 octobre 2021 : les friches</p><p>{kind}</p>"
        "<p>Les rencontres de la santé - Nancy, 29 novembre 2021</p>"
    )
    assert where("Les midis de la cohésion", body) == [(None, "online"), (None, "online"), ("Nancy", "in_person")]


@pytest.mark.parametrize(
    ("town", "address"),
    [
        ("Arras", "Artois Expo, 50 avenue Roger Salengro, 62223 Saint-Laurent-Blangy"),
        ("Lille", "Le Fresnoy, 22 rue du Fresnoy, 59200 Tourcoing"),
        ("Valenciennes", "Cité des Congrès, 1 esplanade des Rives Créatives, 59410 Anzin"),
    ],
)
def test_a_whole_address_in_a_neighbouring_town_says_where(town: str, address: str) -> None:
    body = f"<p>Mardi 11 octobre 2022, {town}</p><p>{address}</p><p>9h : accueil</p>"
    assert where("Santé mentale : en parler", body) == [(address.rpartition(" ")[2], "in_person")]


def test_an_address_far_from_the_town_does_not() -> None:
    body = "<p>Mardi 11 octobre 2022, Arras</p><p>Réseau Santé, 3 rue Haute, 60100 Creil</p>"
    assert where("Santé mentale : en parler", body) == [("Arras", "in_person")]


@pytest.mark.parametrize("season", ["de printemps", "d'été", "d'automne"])
def test_a_university_of_a_season_is_no_house(season: str) -> None:
    body = f"<p>Jeudi 21 mai 2015, Valenciennes</p><p>UNIVERSITÉ {season.upper()} DU RENOUVELLEMENT URBAIN</p>"
    (event,) = read_page("La lettre du réseau", body).events
    assert [(s.venue.name, s.venue.city) for s in event.sessions if s.venue] == [(None, "Valenciennes")]


@pytest.mark.parametrize("lead", ["à Saint-Denis, 15 rue Catulienne", "15 rue Catulienne, Saint-Denis"])
def test_a_name_that_a_town_overseas_bears_too_is_on_the_mainland(lead: str) -> None:
    assert where("Rencontre", f"<p>La rencontre du 11 juin 2015 aura lieu {lead}.</p>") == [
        ("Saint-Denis", "in_person")
    ]


@pytest.mark.parametrize(
    ("opening", "town"),
    [
        (
            "Ils étaient plus de quatre-vingts, infirmiers, membres d'associations de familles, à l'Hippodrome de",
            "Douai",
        ),
        ("Nous étions soixante, agents des villes et bailleurs, au théâtre de", "Laon"),
        ("Plus de cent élus, techniciens et habitants se sont retrouvés à", "Creil"),
    ],
)
def test_those_who_came_are_where_they_came_to(opening: str, town: str) -> None:
    body = f"<p>Jeudi 4 octobre 2012</p><p>{opening} {town}. Une matinée dense.</p><p>À Méru, une école ouvre.</p>"
    assert where("Retour sur la rencontre", body) == [(town, "in_person")]


def test_who_came_is_not_where() -> None:
    body = "<p>Jeudi 4 octobre 2012, Lens</p><p>Ils étaient cent, dont la directrice de la mission locale de Creil.</p>"
    assert where("Retour sur la rencontre", body) == [("Lens", "in_person")]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Toutes les séances ont lieu à la MJC de Lens, à l'exception de la deuxième, à Creil, espace Buhl.", "Creil"),
        ("Les séances se tiennent à la MJC de Lens, sauf le 14 octobre à Arras, salle Foch.", "Arras"),
        ("Toutes les rencontres se déroulent à la MJC de Lens, hormis celle du 14 octobre, qui sera en visio.", None),
    ],
)
def test_an_exception_is_where_it_says(told: str, expected: str | None) -> None:
    body = f"<p>23 septembre 2024</p><p>14 octobre 2024</p><p>18 novembre 2024</p><p>{told}</p>"
    towns = [town for town, _ in where("Parcours de formation", body)]
    assert towns == ["Lens", expected, "Lens"]


@pytest.mark.parametrize("premises", ["dans nos locaux", "dans nos murs", "en nos locaux"])
def test_our_premises_are_at_the_address_of_who_writes(premises: str) -> None:
    body = (
        f"<p>Mardi 9 décembre 2014, 12h15 - 13h45, {premises}.</p><p>Visite vendredi 12 décembre 2014 à Chambéry.</p>"
        "<p>Le Labo - 4 rue de Narvik, 69008 Lyon - Tél. 04 78 77 01 43</p>"
    )
    assert where("La lettre du Labo", body)[0] == ("Lyon", "in_person")


@pytest.mark.parametrize("mark", [" :", ",", " –"])
def test_lines_of_a_field_that_open_with_a_town_each(mark: str) -> None:
    body = (
        "<p>14 mars 2024, à Denain</p><p>11 avril 2024, à Valenciennes</p>"
        f"<p><strong>Lieux :</strong><br>Denain{mark} médiathèque Fouchet, rue de Villars<br>"
        f"Valenciennes{mark} MJC, 2 place de l'Hôpital</p>"
    )
    sessions = [s for e in read_page("Cycle de formation", body).events for s in e.sessions]
    told = [(s.venue.city, s.venue.street) for s in sessions if s.venue]
    assert told == [("Denain", "rue de Villars"), ("Valenciennes", "2 place de l'Hôpital")]


@pytest.mark.parametrize("but", ["sauf", "hormis", "à l'exception de"])
def test_a_place_behind_an_exception_makes_nothing_hybrid(but: str) -> None:
    days = "<ul><li>12 mars 2024, 10h</li><li>9 avril 2024, 10h</li></ul>"
    body = f"<p>Ateliers en ligne (lien envoyé la veille), {but} l'atelier de clôture, à Amiens.</p>{days}"
    assert "hybrid" not in [mode for _, mode in where("Ateliers du numérique", body)]


@pytest.mark.parametrize("denied", ["et non à la mairie de Loos", "et non plus à la mairie de Loos"])
def test_a_place_that_is_denied(denied: str) -> None:
    body = f"<p>Mardi 12 mars 2024, 14h. Changement de lieu : rendez-vous à la MRES à Lille {denied}.</p>"
    assert where("Rencontre du réseau", body) == [("Lille", "in_person")]
