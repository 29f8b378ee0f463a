"""Pages of a resource centre as they are copied out of a browser: menus, buttons and labels stand in lines."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text, tell, tell_sessions

NEW_HEAD = "Vous êtes ici\nPrécédent\nAccueil > Actualités\nFavoris\n"
OLD_HEAD = (
    "IREV Nord-Pas de Calais\nCentre de ressources politique de la ville en Nord - Pas de Calais\nA+A-ImprimerPDF\n"
)
PAGES: list[tuple[str, str, list[str]]] = [
    (
        f"""{NEW_HEAD}Report de la journée d'étude "Habiter les quartiers en transition"
La journée d'étude prévue le 19 novembre 2020 à l'Hôtel de Région est reportée, au premier trimestre 2021.
Les personnes inscrites seront informées.
Dans cette attente, l'IREV vous propose un webinaire le 26 novembre de 14h à 15h30 sur les copropriétés.
Dates:
Lundi 2 novembre 2020 - 16:20
Publié le 2 novembre 2020""",
        'Report de la journée d\'étude "Habiter les quartiers en transition"',
        ["2020-11-19 - ? postponed", "2020-11-26 14:00-15:30 ? online"],
    ),
    (
        f"""{OLD_HEAD}Développement économique urbain - Troisième journée du cycle
Jeudi 12 février 2015
La troisième journée aura lieu le jeudi 12 février 2015 de 9h30 à 16h30, à la Maison de l'emploi de Roubaix.
Elle fait suite aux journées des 13 novembre (Valenciennes) et 11 décembre 2014 (Dunkerque).
Programme :
9h30 : accueil café
10h00 : introduction
14h-16h15 : ateliers
Inscription obligatoire avant le 6 février""",
        "Développement économique urbain - Troisième journée du cycle",
        ["2015-02-12 09:30-16:30 Roubaix"],
    ),
    (
        f"""{NEW_HEAD}Le conseil citoyen de Dutemple fête ses 5 ans à Valenciennes
Le conseil citoyen, installé le 12 octobre 2015, fêtera ses cinq ans le samedi 17 octobre à partir de 15 h.
L'occasion de revenir sur les actions menées : le jardin partagé inauguré en mai 2018, la boîte à livres…
Publié le 6 octobre 2020""",
        "Le conseil citoyen de Dutemple fête ses 5 ans à Valenciennes",
        ["2020-10-17 15:00- Valenciennes"],
    ),
    (
        f"""{NEW_HEAD}Vers plus d'égalité en santé : retour sur le webinaire du 31 mars
Le 31 mars 2025, 85 personnes ont suivi le webinaire sur l'égalité en santé.
Ce webinaire était le premier temps d'une démarche qui se prolongera par une journée le 13 mai 2025 à Arras.
La synthèse sera mise en ligne d'ici fin juin.
Publié le 9 avril 2025""",
        "Vers plus d'égalité en santé : retour sur le webinaire du 31 mars",
        ["2025-03-31 - ? online", "2025-05-13 - Arras"],
    ),
    (
        f"""{NEW_HEAD}Emploi et quartiers : matinale le 18 octobre à Béthune
Mercredi 18 octobre 2023
8h30 - 12h
Maison de l'emploi du Béthunois, rue Fernand Bar, 62400 Béthune
Cette matinale sera suivie de deux visites, les 9 et 16 novembre (horaires et lieux communiqués ultérieurement).
Publié le 26 septembre 2023""",
        "Emploi et quartiers : matinale le 18 octobre à Béthune",
        ["2023-10-18 08:30-12:00 Béthune", "2023-11-09 - ?", "2023-11-16 - ?"],
    ),
    (
        f"""{NEW_HEAD}Prévention de la radicalisation : une formation de deux jours
Le CIPDR et l'IREV organisent une formation les 24 et 28 novembre prochains.
Jour 1 - Comprendre
9h accueil
9h30 - 12h30 : le phénomène
14h - 17h : le cadre juridique
Jour 2 - Agir
9h30 - 12h30 : la prise en charge
13h45 - 16h30 : étude de cas
Lieu : La Luna, place de la Concorde, 59600 Maubeuge
Publié le 2 novembre 2016""",
        "Prévention de la radicalisation : une formation de deux jours",
        ["2016-11-24 09:30-17:00 Maubeuge", "2016-11-28 09:30-16:30 Maubeuge"],
    ),
    (
        f"""{NEW_HEAD}Journée nationale des centres de santé participatifs
La 4e journée nationale se déroulera à Roubaix les vendredi 17 et samedi 18 juin 2022, à la Condition publique.
Programme et inscription avant le 3 juin.
Publié le 16 mai 2022""",
        "Journée nationale des centres de santé participatifs",
        ["2022-06-17 - Roubaix", "2022-06-18 - Roubaix"],
    ),
]


@pytest.mark.parametrize(("text", "title", "told"), PAGES)
def test_a_copied_page_tells_what_the_page_tells(text: str, title: str, told: list[str]) -> None:
    reading = read_text(text)
    assert reading.page.title == title
    assert tell_sessions(reading) == told


LINES: list[tuple[str, list[str]]] = [
    (
        "Venez nous voir\n14h, place Gambetta à Denain, mardi 18 mars ;\n"
        "17h30, salle Louis-Aragon à Escaudain, jeudi 20 mars ;\n"
        "10h, médiathèque de Saint-Amand-les-Eaux, samedi 22 mars.\nPublié le 3 février 2025",
        ["2025-03-18 14:00- Denain", "2025-03-20 17:30- Escaudain", "2025-03-22 10:00- Saint-Amand-les-Eaux"],
    ),
    (
        "Semaine des conseils citoyens\nANZIN\nSalle Jean-Dumaine\nGrand rassemblement\n"
        "samedi 18 novembre ......... 11h00\nPublié le 5 octobre 2023",
        ["2023-11-18 11:00- Anzin"],
    ),
    (
        "Le bulletin des centres sociaux\n\n[Beauvais - Saint-Jean]\nBourse aux manteaux, samedi 9 novembre, 9h-16h30,"
        " 28 rue de Gascogne.\n\n[Grandvilliers]\nJournée du jeu : samedi 23 novembre de 10h à 18h à l'espace culturel"
        " Aubaud.\n\nPublié le 2 octobre 2024",
        ["2024-11-09 09:00-16:30 Beauvais", "2024-11-23 10:00-18:00 Grandvilliers"],
    ),
]


@pytest.mark.parametrize(("text", "told"), LINES)
def test_lines_keep_their_hours_and_their_town(text: str, told: list[str]) -> None:
    assert tell_sessions(read_text(text)) == told


def test_cards_with_their_day_over_their_name_keep_it() -> None:
    cards = "".join(
        f"<li><span>{day}</span><h3>{name}</h3><p>{rest}</p></li>"
        for day, name, rest in (
            ("15 janvier 2026", "Atelier cuisine", "14h, salle Foch, Lens"),
            ("12 février 2026", "Loto solidaire", "15h, salle Carnot, Avion"),
            ("19 mars 2026", "Conférence sur le sommeil", "18h30, médiathèque, Liévin"),
        )
    )
    events = read_page("Agenda de la maison des habitants", f"<ul>{cards}</ul>").events
    told = [(event.title, tell(event.sessions[0])) for event in events]
    assert told == [
        ("Atelier cuisine", "2026-01-15 14:00- Lens"),
        ("Loto solidaire", "2026-02-12 15:00- Avion"),
        ("Conférence sur le sommeil", "2026-03-19 18:30- Liévin"),
    ]


def test_what_is_counted_as_often_as_days_are_told_is_one_series() -> None:
    body = (
        "<p>Trois rendez-vous en ligne, un jeudi par mois, de 13 h 15 à 13 h 45</p>"
        "<ul><li><span>15 janvier 2026</span><h3>Où vivent les familles ?</h3></li>"
        "<li><span>12 février 2026</span><h3>Suivre la vacance du logement</h3></li>"
        "<li><span>19 mars 2026</span><h3>L'accès aux soins, en bus et à pied</h3></li></ul>"
    )
    (event,) = read_page("Les quarts d'heure carto", body).events
    days = ("2026-01-15", "2026-02-12", "2026-03-19")
    assert [tell(session) for session in event.sessions] == [f"{day} 13:15-13:45 ? online" for day in days]


def test_the_number_of_a_house_is_no_day_told_again() -> None:
    text = (
        "Stage BAFA, session de formation générale\n"
        "Du samedi 15 au mardi 18 février 2025, la MJC accueille une session de formation.\n"
        "Chaque jour de 9h à 18h, au 16 rue Foch, 02000 Laon."
    )
    days = ("2025-02-15", "2025-02-16", "2025-02-17", "2025-02-18")
    assert tell_sessions(read_text(text)) == [f"{day} 09:00-18:00 Laon" for day in days]


def test_what_a_body_lists_are_events_and_no_sittings_of_one() -> None:
    text = (
        "MAISON DE L'EMPLOI DU SANTERRE\nProgramme du premier trimestre 2025 (ouvert à tous, gratuit)\n\n"
        "- Rencontre avec l'intérim d'insertion : jeudi 16/01, 9h30, Roye (Théâtre de l'Avre)\n"
        "- Découverte des métiers de l'aide à domicile : mardi 28/01, 14h, Péronne (Espace Mac Orlan)\n"
        "- Simulation d'entretiens : jeudi 13/02, 13h30-16h30, Montdidier (salle du Prieuré)\n"
    )
    assert [event.title for event in read_text(text).events] == [
        "Rencontre avec l'intérim d'insertion",
        "Découverte des métiers de l'aide à domicile",
        "Simulation d'entretiens",
    ]


PLACES: list[tuple[str, list[str]]] = [
    (
        "Cycle « Femmes, quartiers, emploi »\nPublié le 18 mars 2022\nAprès une première séance le 9 mars à Beauvais,"
        " le cycle se poursuit à Creil le 6 avril et s'achèvera à Compiègne le 18 mai.",
        ["2022-04-06 - Creil", "2022-05-18 - Compiègne"],
    ),
    (
        "La Nuit du droit\nLe 4 octobre 2023, trois rendez-vous sont proposés :\n"
        "- à Amiens, 18h, centre culturel Jacques-Tati : procès fictif\n- à Soissons, 19h, salle du Mail : ciné-débat\n"
        "- à Laon, 20h, Maison des arts : conférence\nEntrée libre.",
        ["2023-10-04 18:00- Amiens", "2023-10-04 19:00- Soissons", "2023-10-04 20:00- Laon"],
    ),
]


@pytest.mark.parametrize(("text", "told"), PLACES)
def test_each_sitting_is_where_its_own_words_say(text: str, told: list[str]) -> None:
    assert [session for session in tell_sessions(read_text(text)) if "?" not in session] == told
