"""Pages of a town hall and its neighbours: several events, and around them the hours of offices, steps and trips."""

from __future__ import annotations

import pytest

from extract.records import EventReading
from tests.extract.documents import read_text

BULLETIN = (
    "Mairie de Proville – Bulletin municipal, novembre 2025\n\nL'AGENDA DU MOIS\n\nMardi 11 novembre\n"
    "Cérémonie du 11 novembre\nRassemblement à 10h45 place de l'Église, puis dépôt de gerbes.\n\nSamedi 15 novembre\n"
    "Loto des parents d'élèves\nSalle polyvalente, ouverture des portes à 17h, début des jeux à 19h.\n\n"
    "Jeudi 20 novembre\nConseil municipal\nMairie, salle des mariages, 18h30. Séance publique.\n\nPERMANENCES\n"
    "Assistante sociale : tous les jeudis de 9h à 11h30, sur rendez-vous.\n"
    "Mission locale : 1er et 3e mardis du mois, 14h-16h30."
)
FORUM = (
    "CPTS du Ternois\nForum santé « Bien vivre dans le Ternois »\n"
    "Mercredi 8 octobre 2025 – Salle des fêtes de Saint-Pol-sur-Ternoise, rue de Béthune\n\n"
    "9h30 : accueil et ouverture\n10h00 : table ronde\n14h00 : conférence du Dr Leroy\n16h00 : clôture\n\n"
    "En octobre, retrouvez aussi nos permanences de dépistage :\n"
    "Frévent, maison de santé : mardi 14 octobre, 9h-12h\n"
    "Auxi-le-Château, France services : jeudi 16 octobre, 14h-17h"
)
CALL = (
    "Communauté d'agglomération du Saint-Quentinois\nContrat de ville – Appel à projets 2026\n\nCalendrier\n"
    "- Dépôt des dossiers : jusqu'au 19 décembre 2025\n- Instruction : janvier 2026\n"
    "- Comité de pilotage : 17 février 2026\n\nDeux réunions d'information sont organisées :\n"
    "- le jeudi 13 novembre à 10h, à l'Hôtel de Ville de Saint-Quentin ;\n"
    "- le mardi 18 novembre à 17h30, au centre social Europe, 2 rue du Limousin à Saint-Quentin."
)
LETTER = (
    "La lettre du réseau – n° 42 – mars 2025\n\nNOS RENDEZ-VOUS\n"
    "> Webinaire « Lire les données »\nMardi 18 mars, 11h-12h30. En ligne.\n"
    "> Journée régionale des conseils citoyens\nSamedi 29 mars, 9h30-16h30, 72 rue Royale, Lille.\n\n"
    "CHEZ NOS PARTENAIRES\n> Colloque « Habiter la ville »\n20 mai, Amiens, Université de Picardie (pôle Cathédrale)."
)
COURSES = (
    "FORMACTION – Nos prochaines sessions\n\nGÉRER LES CONFLITS (2 jours)\nArras : 9 et 10 avril 2026\n"
    "Compiègne : 18 et 19 mai 2026\nHoraires : 9h00-12h30 / 13h30-17h00\n\n"
    "ANIMER UNE RÉUNION À DISTANCE (1/2 journée)\nClasse virtuelle : 28 avril 2026, 9h-12h30"
)
COUNCIL = (
    "Conseil d'administration du 5 mai 2026 – relevé de décisions\n"
    "Le conseil s'est réuni au siège, 7 rue des Augustines, 62000 Arras.\nLe budget est adopté.\n"
    "Le compte rendu du conseil municipal du 9 avril est joint."
)
WORKS = (
    "Réunion publique sur la réhabilitation\nMercredi 1er octobre 2025 à 18h, salle polyvalente d'Anzin.\n"
    "À partir du lundi 6 octobre, notre équipe tiendra des permanences sur place tous les mardis de 14h à 17h."
)
DELEGATE = (
    "Conseil de quartier du Moulin\nLe conseil se réunira le mardi 17 février 2026 à 18h30 à l'école Nerval, à Creil.\n"
    "Nous vous rappelons la permanence de votre élue, le samedi 7 mars de 10h à 12h à la mairie de quartier."
)
TOUR = (
    "Concertation « Notre santé, parlons-en » : dernières étapes\nLaon, le 6 mai 2025\n\n"
    "Lancée le 18 mars à Château-Thierry, la concertation a déjà réuni 240 participants.\n\n"
    "Deux réunions restent à venir :\nVervins, le mercredi 14 mai, 18h-20h, Espace Chambrelent\n"
    "Saint-Quentin, le mardi 20 mai, 18h-20h, CFA interpro"
)
WEEK = (
    "Mission locale de Thiérache\nSemaine de l'alternance du 18 au 20 mai 2026\n\n"
    "Lundi : Hirson, CCI, place Victor-Hugo\n"
    "Mardi : Guise, Familistère\nMercredi : Vervins, salle Chambrelent\n\n"
    "Horaires identiques tous les jours : 9h30-12h"
)
PROJECTS = (
    "Foyer rural de Wizernes\nAgenda 2026\n\nCarnaval\nSamedi 14 mars, départ 14h30 place de l'Église\n\n"
    "Brocante\nDimanche 7 juin, de 7h à 17h, rue Mendès-France\n\nVoyage à Gand\nSamedi 12 septembre"
)
MORE = (
    "Objet : Conseil citoyen Sud\nDate : 4 mars 2026\n\nBonjour à tous,\n"
    "Notre réunion plénière a lieu ce jeudi 12 mars à 18h30 à la salle Foch, à Laon.\n\n"
    "À noter également dans vos agendas :\n• samedi 21 mars, 10h-12h : diagnostic en marchant, place Foch à Laon\n"
    "• mardi 7 avril, 18h : formation « Lire un budget », en visio\n\nNos permanences : le mercredi de 14h à 17h."
)
MINUTES = (
    "Foyer rural de Wizernes\nASSEMBLÉE GÉNÉRALE\nProcès-verbal\n\n"
    "Le vendredi 30 janvier 2026 à 18h30, les adhérents se sont réunis à la salle Ternois.\n"
    "Rapport moral : le président rappelle les temps forts de 2025 : le carnaval du 8 mars, la brocante du "
    "1er juin.\n\n"
    "Projets 2026\nBrocante : dimanche 7 juin, de 7h à 17h\nMarché de Noël : 5 et 6 décembre"
)
ASSISES = (
    "Assises de la cohésion urbaine\nJeudi 20 novembre 2025, de 14h à 17h, Loisinord, Nœux-les-Mines\n"
    "Vendredi 21 novembre 2025, de 9h à 12h, Hôtel communautaire de Béthune\n\n"
    "Les visites de terrain initialement prévues l'après-midi sont reportées au printemps."
)
AGENCIES = (
    "Atelier « Éco-gestes »\n"
    "Mercredi 24 septembre 2025 de 14h à 16h, 8 rue Faidherbe à Roubaix.\nHoraires des agences\n"
    "À partir du 1er octobre, vos agences vous accueillent du lundi au jeudi de 9h à 12h."
)
PAGES = {
    "an agenda whose last rubric tells the hours of offices": (
        BULLETIN,
        [
            ("cérémonie", "Cérémonie du 11 novembre", ["2025-11-11 10:45- Proville"]),
            ("loto", "Loto des parents d'élèves", ["2025-11-15 19:00- Proville"]),
            ("conseil municipal", "Conseil municipal", ["2025-11-20 18:30- Proville"]),
        ],
    ),
    "a line that leads to a list of other things names them": (
        FORUM,
        [
            (
                "forum",
                "Forum santé « Bien vivre dans le Ternois »",
                ["2025-10-08 09:30-16:00 Saint-Pol-sur-Ternoise"],
            ),
            (
                "permanence",
                "Permanences de dépistage",
                ["2025-10-14 09:00-12:00 Frévent", "2025-10-16 14:00-17:00 Auxi-le-Château"],
            ),
        ],
    ),
    "who decides on a call is a step of it": (
        CALL,
        [
            (
                "réunion d'information",
                "Réunions d'information – Contrat de ville – Appel à projets 2026",
                ["2025-11-13 10:00- Saint-Quentin", "2025-11-18 17:30- Saint-Quentin"],
            )
        ],
    ),
    "what other rubrics of a letter name, with a day and no hours": (
        LETTER,
        [
            ("webinaire", "Webinaire « Lire les données »", ["2025-03-18 11:00-12:30 online"]),
            ("journée", "Journée régionale des conseils citoyens", ["2025-03-29 09:30-16:30 Lille"]),
            ("colloque", "Colloque « Habiter la ville »", ["2025-05-20 - Amiens"]),
        ],
    ),
    "heads in capitals with how long it lasts": (
        COURSES,
        [
            (
                "formation",
                "GÉRER LES CONFLITS (2 jours)",
                [
                    *(f"2026-04-{day} 09:00-17:00 Arras" for day in ("09", "10")),
                    *(f"2026-05-{day} 09:00-17:00 Compiègne" for day in ("18", "19")),
                ],
            ),
            ("classe virtuelle", "ANIMER UNE RÉUNION À DISTANCE (1/2 journée)", ["2026-04-28 09:00-12:30 online"]),
        ],
    ),
    "the day of a council in the head of its minutes": (
        COUNCIL,
        [
            (
                "conseil d'administration",
                "Conseil d'administration du 5 mai 2026 – relevé de décisions",
                ["2026-05-05 - Arras"],
            )
        ],
    ),
    "since when people are there each week": (
        WORKS,
        [("réunion publique", "Réunion publique sur la réhabilitation", ["2025-10-01 18:00- Anzin"])],
    ),
    "where people come one by one beside a meeting": (
        DELEGATE,
        [
            ("conseil", "Conseil de quartier du Moulin", ["2026-02-17 18:30- Creil"]),
            ("permanence", "Permanence de votre élue", ["2026-03-07 10:00-12:00 Creil"]),
        ],
    ),
    "what was begun opens the sentence on what goes on": (
        TOUR,
        [
            (
                "concertation",
                "Concertation « Notre santé, parlons-en » : dernières étapes",
                ["2025-05-14 18:00-20:00 Vervins", "2025-05-20 18:00-20:00 Saint-Quentin"],
            )
        ],
    ),
    "weekdays head the lines of small towns": (
        WEEK,
        [
            (
                "semaine",
                "Semaine de l'alternance du 18 au 20 mai 2026",
                [
                    "2026-05-18 09:30-12:00 Hirson",
                    "2026-05-19 09:30-12:00 Guise",
                    "2026-05-20 09:30-12:00 Vervins",
                ],
            )
        ],
    ),
    "where people travel to lends its town to nothing else": (
        PROJECTS,
        [
            ("carnaval", "Carnaval", ["2026-03-14 14:30- Wizernes"]),
            ("brocante", "Brocante", ["2026-06-07 07:00-17:00 Wizernes"]),
            ("voyage", "Voyage à Gand", ["2026-09-12 - Gand"]),
        ],
    ),
    "what a mail adds below its meeting": (
        MORE,
        [
            ("réunion", "Conseil citoyen Sud", ["2026-03-12 18:30- Laon"]),
            ("diagnostic en marchant", "Diagnostic en marchant", ["2026-03-21 10:00-12:00 Laon"]),
            ("formation", "Formation « Lire un budget »", ["2026-04-07 18:00- online"]),
        ],
    ),
    "what minutes recall of a year, and what they plan for the next": (
        MINUTES,
        [
            ("assemblée générale", "ASSEMBLÉE GÉNÉRALE", ["2026-01-30 18:30- Wizernes"]),
            ("brocante", "Brocante", ["2026-06-07 07:00-17:00 Wizernes"]),
            ("marché de Noël", "Marché de Noël", ["2026-12-05 - Wizernes", "2026-12-06 - Wizernes"]),
        ],
    ),
    "since when offices are open on days of the week": (
        AGENCIES,
        [("atelier", "Atelier « Éco-gestes »", ["2025-09-24 14:00-16:00 Roubaix"])],
    ),
}


def test_a_part_that_is_postponed_leaves_the_event_as_it_was() -> None:
    sessions = [session for event in read_text(ASSISES).events for session in event.sessions]

    assert [session.status for session in sessions] == ["announced", "announced"]


@pytest.mark.parametrize(("text", "expected"), PAGES.values(), ids=PAGES)
def test_events_of_a_page_with_much_around_them(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    read = [(event.event_type, event.title, tell_sittings(event)) for event in read_text(text).events]

    assert read == expected


def tell_sittings(event: EventReading) -> list[str]:
    """The sittings of an event in short: day, hours, and the town, `online` or `?`."""
    told = []
    for session in event.sessions:
        hours = f"{session.starts_at or ''}-{session.ends_at or ''}"
        place = (session.venue.city or session.venue.mode) if session.venue is not None else "?"
        told.append(f"{session.first_day} {hours} {place}")
    return told
