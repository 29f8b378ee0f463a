"""Agendas that houses of a quarter, libraries and associations print: short weekdays, months over lists, rows of hours.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text, tell_sessions

TEXTS: list[tuple[str, str, list[str]]] = [
    (
        "two letters under the month",
        """MÉDIATHÈQUE D'AVION
L'agenda

MAI 2025
me 7    10h30   bébés lecteurs
sa 17   15h     rencontre avec Nadia Bouchenni, autrice

JUIN 2025
sa 7    14h-18h  jeux de société

Les mercredis et samedis : aide aux devoirs, 16h45-18h
Médiathèque, rue Jean-Jaurès, 62210 Avion""",
        ["2025-05-07 10:30- Avion", "2025-05-17 15:00- Avion", "2025-06-07 14:00-18:00 Avion"],
    ),
    (
        "a month behind the mark of a heading, streets called after days",
        """Les rendez-vous du conseil citoyen de Méricourt - mai 2018

Jeu. 3 : réunion publique, salle Foch, rue du 11 Novembre, 18h30
Ven. 18 : café-débat, cité du 9, à 14h
Sam. 19 : fête, place du 8 mai 1945, dès 11h""",
        ["2018-05-03 18:30- Méricourt", "2018-05-18 14:00- Méricourt", "2018-05-19 11:00- Méricourt"],
    ),
    (
        "two months whose year stands behind the second",
        """Le dépliant de la maison de quartier d'Hirson
décembre - janvier 2024

DÉCEMBRE
Ma 5 : goûter des voisins, 16h
JANVIER
Me 10 : galette, de 14h à 16h30""",
        ["2023-12-05 16:00- Hirson", "2024-01-10 14:00-16:30 Hirson"],
    ),
    (
        "days over lines of hours, each of a thing of its own",
        """Maison des jeunes et de la culture de Creil
Programme du 17 au 22 février 2025

Lundi 17 février
• 10h-12h : Atelier cirque (6-10 ans)
• 14h-17h : Tournoi de ping-pong
Mercredi 19 février
• 9h-17h : Sortie à la Cité des sciences de Paris, sur inscription
Jeudi 20 février
• 14h : Jeux en bois
• 18h30 : Repas partagé
Samedi 22 février
fermé

MJC, 11 place Carnot, 60100 Creil""",
        [
            "2025-02-17 10:00-12:00 Creil",
            "2025-02-17 14:00-17:00 Creil",
            "2025-02-19 09:00-17:00 Paris",
            "2025-02-20 14:00- Creil",
            "2025-02-20 18:30- Creil",
        ],
    ),
    (
        "steps of one meeting are no things of their own",
        """Rencontres des conseils citoyens
Salle des fêtes de Guise

Mardi 14 mai 2024
9h Accueil
9h30 Travaux en groupes
Mercredi 15 mai 2024
9h Visite du quartier
16h30 Clôture""",
        ["2024-05-14 09:30- Guise", "2024-05-15 09:00-16:30 Guise"],
    ),
    (
        "the address at the foot of a house, beside the places it goes to",
        """Maison pour tous du Blanc-Mont
AGENDA DE MAI 2024

Mardi 7 mai, 14h : atelier peinture, salle verte
Samedi 11 mai, 8h : sortie en famille au parc Astérix, à Plailly
Jeudi 16 mai, 18h : conseil de maison, grande salle
Mercredi 22 mai, 10h : visite de la caserne de Laon

Maison pour tous, 6 allée des Sports, 02000 Soissons. Tél. 03 23 00 77 88""",
        [
            "2024-05-07 14:00- Soissons",
            "2024-05-11 08:00- Plailly",
            "2024-05-16 18:00- Soissons",
            "2024-05-22 10:00- Laon",
        ],
    ),
    (
        "a line that says programme, over a day and the hour of its line below",
        """Semaines d'information sur la santé mentale
Programme à Roubaix

Lundi 6 octobre 2025
14h – Ciné-débat, cinéma Duplexe

Mardi 7 octobre 2025
10h – Café des aidants, maison des associations""",
        ["2025-10-06 14:00- Roubaix", "2025-10-07 10:00- Roubaix"],
    ),
    (
        "slots of one day are a sitting each",
        """Spectacle « La valise », mercredi 16 octobre 2024, salle Dom Calmet, Arras. Deux séances : 10h30 et 15h.""",
        ["2024-10-16 10:30- Arras", "2024-10-16 15:00- Arras"],
    ),
    (
        "coming home from a trip ends no other day",
        """Maison de quartier Vauban
Mars 2019

Mercredi 6 mars 2019, 14h30
Carnaval du quartier
Samedi 16 mars 2019, 10h - 12h
Éveil musical
Lundi 18 mars 2019, 14h
Atelier « je comprends mes factures »
Jeudi 28 mars 2019, 9h
Visite de la halle aux sucres
Retour à 18h, participation 4 euros

26 rue du Progrès, 59600 Maubeuge""",
        [
            "2019-03-06 14:30- Maubeuge",
            "2019-03-16 10:00-12:00 Maubeuge",
            "2019-03-18 14:00- Maubeuge",
            "2019-03-28 09:00-18:00 Maubeuge",
        ],
    ),
]


@pytest.mark.parametrize(("text", "told"), [t[1:] for t in TEXTS], ids=[t[0] for t in TEXTS])
def test_the_agenda_of_a_house_is_read(text: str, told: list[str]) -> None:
    assert sorted(tell_sessions(read_text(text))) == sorted(told)


def test_a_mark_beside_the_day_of_a_card_shifts_nothing() -> None:
    card = '<div class="row"><div>{}</div><h3><a href="/a">{}</a></h3><p>{}</p></div>'
    cards = (
        ("Mardi 10 mars 2026", "Réunion publique sur le quartier de la Tour", "18h – Centre Brel, Outreau."),
        ("Jeudi 12 mars 2026 <span>Annulé</span>", "Café création d'entreprise", "9h30 – Pépinière, Le Portel."),
        ("Jeudi 26 mars 2026", "Visite de chantier avec le conseil citoyen", "17h30 – Mairie d'Outreau."),
    )
    assert tell_sessions(read_page("Agenda", "".join(card.format(*told) for told in cards))) == [
        "2026-03-10 18:00- Outreau",
        "2026-03-12 09:30- Le Portel cancelled",
        "2026-03-26 17:30- Outreau",
    ]


def test_hours_of_each_stop_and_days_of_a_table_under_their_month() -> None:
    table = """<p>Notre équipe vous accueille de 14h à 17h30 dans chaque village, sans rendez-vous.</p>
    <table><tr><th>Commune</th><th>Jour</th></tr><tr><td>Wassigny</td><td>Mardi 4 novembre 2025</td></tr>
    <tr><td>Étreux</td><td>Jeudi 6 novembre 2025</td></tr></table>"""
    assert tell_sessions(read_page("Le camion des droits en tournée", table)) == [
        "2025-11-04 14:00-17:30 Wassigny",
        "2025-11-06 14:00-17:30 Étreux",
    ]
    table = """<table><tr><td>Mercredi 3, 14h</td><td>Atelier jardin</td><td>Jardin partagé</td></tr>
    <tr><td>Samedi 13, de 10h à 16h</td><td>Vide-dressing</td><td>Salle des fêtes</td></tr></table>
    <p>La maison est fermée du 22 au 26 avril 2024. 3 rue Kléber, 59200 Tourcoing</p>"""
    assert tell_sessions(read_page("Le programme d'avril de la maison des habitants", table)) == [
        "2024-04-03 14:00- Tourcoing",
        "2024-04-13 10:00-16:00 Tourcoing",
    ]
