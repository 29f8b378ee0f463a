"""Days without their month that only the page can date: its month of issue, the day on which it was put up or sent.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, read_text, tell_sessions

TEXTS: list[tuple[str, str, list[str]]] = [
    (
        "the month of the mail's day",
        """De : Sophie Marchand <s.marchand@cs-avion.example>
À : equipe
Envoyé : lundi 3 mars 2025 09:12
Objet : réunion d'équipe

Bonjour à tous,
On se retrouve jeudi 13 à 14h au centre social, 12 rue Pasteur à Avion, pour préparer la fête de quartier.
Merci de confirmer avant mercredi 12.
Sophie""",
        ["2025-03-13 14:00- Avion"],
    ),
    (
        "numbers that head the lines of an issue",
        """LE PETIT ÉCHO DU FAUBOURG
n° 12 – octobre 2024

LE 9 : atelier cuisine, 10h-12h, salle Prévert, Soissons
LE 16 : visite de la ferme, 13h30, rue du Port, Soissons
DU 21 AU 25 : stage de cirque, de 14h à 17h, gymnase de Presles, Soissons""",
        [
            "2024-10-09 10:00-12:00 Soissons",
            "2024-10-16 13:30- Soissons",
            "2024-10-21 14:00-17:00 Soissons",
            "2024-10-22 14:00-17:00 Soissons",
            "2024-10-23 14:00-17:00 Soissons",
            "2024-10-24 14:00-17:00 Soissons",
            "2024-10-25 14:00-17:00 Soissons",
        ],
    ),
    (
        "what is prepared for a month",
        """La lettre du conseil citoyen de Denain
Publiée le 28 avril 2023

Ce que nous préparons pour mai :
- Le mardi 9, réunion publique à 18h, salle Baudin.
- Balade le 13 à 14h30, départ place Wilson.
- Le 24, mercredi, atelier vélo, 14h-17h, au Fab Lab.""",
        ["2023-05-09 18:00- Denain", "2023-05-13 14:30- Denain", "2023-05-24 14:00-17:00 Denain"],
    ),
    (
        "the next month after the mail",
        """Objet : visite du quartier
De : Karim
Date : vendredi 28 juin 2024 18:03

Salut, la visite avec le bailleur c'est mardi 2 à 10h devant la tour 4, quartier Saint-Jean à Beauvais. On finit à midi.
On sera 14 ou 15. Le bureau est au 3 rue de Songeons, ouvert le mardi de 9h à 12h.""",
        ["2024-07-02 10:00-12:00 Beauvais"],
    ),
    (
        "numbers that count are no days",
        """Info travaux
Publié le 4 mars 2025
Le bus 12 ne circule plus. La ligne 3 est déviée par le 8 rue Foch. Des navettes partent à 8h et le 15 à 20 places.
Réunion d'information le mardi 18 mars 2025 à 18h à la mairie de Caudry.""",
        ["2025-03-18 18:00- Caudry"],
    ),
    (
        "figures between marks head their lines",
        """LE FIL DES QUARTIERS
n° 9 -- février 2026

[ 03/02 ] 18h / Conseil de quartier / Creil, salle Voltaire
[ 05/02 ] 9h30-11h30 / Café des habitants / Nogent-sur-Oise, Maison du projet
Résultats : 12/15 au quiz""",
        ["2026-02-03 18:00- Creil", "2026-02-05 09:30-11:30 Nogent-sur-Oise"],
    ),
    (
        "days between commas of an issue",
        """Bloc-notes de novembre 2023

Chez nous
- Le 7, à Arras, matinée d'échanges à 9h30, Maison de la Région, 24 boulevard Carnot.
- À Beauvais, le 21, le centre de ressources invite à une journée sur l'emploi (9h-17h, médiathèque du Centre).""",
        ["2023-11-07 09:30- Arras", "2023-11-21 09:00-17:00 Beauvais"],
    ),
    (
        "the sender stands behind the day of printing",
        """Semaine du quartier à Denain

LUNDI 20 mars
Inauguration à 18h, médiathèque de Denain, rue de la Croix
MARDI 21 mars
Ciné-débat à 20h, cinéma Villars, à Denain

Édité le 6 mars 2023 – Communauté d'agglomération de la Porte du Hainaut, service de la politique de la ville""",
        ["2023-03-20 18:00- Denain", "2023-03-21 20:00- Denain"],
    ),
    (
        "the month told last before a weekday and its number",
        """Ciné-débat

Le local de Cambrai a rouvert en septembre 2024. Novembre sera le mois du chauffage.
Nous en parlerons avec le bailleur jeudi 14, à 18h, à la maison des associations.""",
        ["2024-11-14 18:00- Cambrai"],
    ),
    (
        "weekdays in short before what takes place, one with its mark",
        """Juin 2024 à la maison de quartier : notre programme, à Lens

Ma 4* atelier bricolage, de 10h à 12h
Je 13 sortie au parc, départ à 14h
* apporter son tablier""",
        ["2024-06-04 10:00-12:00 Lens", "2024-06-13 14:00- Lens"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TEXTS], ids=[t[0] for t in TEXTS])
def test_the_page_dates_a_bare_day(text: str, expected: list[str]) -> None:
    assert sorted(tell_sessions(read_text(text))) == expected


def test_a_weekday_behind_words_and_an_hour_right_behind() -> None:
    body = """<p>Publié le 12 novembre 2024</p>
    <p>La réunion prévue jeudi soir n'aura pas lieu. Elle se tiendra le jeudi d'après, le 21, à 18h30,
    salle Marcel-Bertrand, Creil. Une préparation entre habitants est proposée le 19 à 17h, même salle.</p>"""
    assert sorted(tell_sessions(read_page("Réunion de quartier : changement de date", body))) == [
        "2024-11-19 17:00- Creil",
        "2024-11-21 18:30- Creil",
    ]


def test_a_weekday_and_its_number_may_be_followed_by_anything_at_the_head_of_a_line() -> None:
    body = """<dl><dt>Mardi 6</dt><dd><b>Café-couture</b> – 14h à 16h30, salle des Épis, Douai.</dd>
    <dt>Mercredi 14</dt><dd><b>Balade à vélo</b> – départ à 14h15 de la mairie de Douai.</dd></dl>"""
    assert tell_sessions(read_page("Agenda des quartiers : mai 2025", body)) == [
        "2025-05-06 14:00-16:30 Douai",
        "2025-05-14 14:15- Douai",
    ]


def test_a_report_looks_back_to_its_weekday() -> None:
    body = """<p>Publié le 20 mars 2024</p>
    <p>Le conseil citoyen s'est réuni mardi 12 à Laon. Le point 3 a retenu l'attention.</p>"""
    assert tell_sessions(read_page("Compte rendu du conseil citoyen", body)) == ["2024-03-12 - Laon"]


def test_a_day_with_hyphens_is_a_name() -> None:
    body = "<p>Atelier du centre social du 14-Juillet, le mardi 4 mars 2025 à 15h, à Sallaumines.</p>"
    reading = read_page("Atelier cuisine", body)
    assert [date.first_day.isoformat() for date in reading.dates] == ["2025-03-04"]
