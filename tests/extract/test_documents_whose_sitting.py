"""Whole pages whose days are plain and whose hours, towns and states belong to one of them: which one, and by what.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import Where, places_of, read_brochure, read_page, tell_sessions

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "towns behind a pin",
        "Conduire après 70 ans",
        """<p>Ateliers de 9h à 11h, gratuits.</p><p>📍 Roye, centre culturel : mardi 3 mai 2022</p>
        <p>📍 Moreuil, salle Antoine-Vitez : mardi 10 mai 2022</p><p>📍 Ham, espace Foy : mardi 17 mai 2022</p>""",
        ["2022-05-03 09:00-11:00 Roye", "2022-05-10 09:00-11:00 Moreuil", "2022-05-17 09:00-11:00 Ham"],
    ),
    (
        "the hours of the meeting, not of the first point of its programme",
        "Réunion des référents famille",
        """<p class="date">Mardi 12 mars 2019</p><p>La réunion se tiendra de 14h à 17h au centre social, rue Basse, à
        Marly.</p><p>14h : Café d'accueil<br>14h20 : Tour de table<br>15h : Les vacances<br>16h30 : Divers</p>""",
        ["2019-03-12 14:00-17:00 Marly"],
    ),
    (
        "towns between a day in figures and their square",
        "Le bus santé en tournée",
        """<p>Dépistage gratuit, de 10h à 16h, sans rendez-vous.</p><ul><li>mardi 03/05/2022 : Songeons, place de
        la Halle</li>
        <li>jeudi 12/05/2022 : Formerie, cour de la mairie</li></ul>""",
        ["2022-05-03 10:00-16:00 Songeons", "2022-05-12 10:00-16:00 Formerie"],
    ),
    (
        "an hour in what a visit is called",
        "Parcours des parents",
        """<p>Temps 1 : 4 mars 2021 à Roubaix, « Le bain et le coucher »<br>Temps 2 : 8 avril 2021 à Lomme, « Avant
        8h30 »</p>
        <p>Chaque temps se déroule de 14h à 16h.</p>""",
        ["2021-03-04 14:00-16:00 Roubaix", "2021-04-08 14:00-16:00 Lomme"],
    ),
    (
        "a rubric beside the day of the page, the hours of the stops below it",
        "La caravane du tri 2023",
        """<p>3 avril 2023 · Actualités</p><p>Chaque halte dure de 15h à 17h.</p><h2>Chauny</h2><p>Mercredi 10 mai,
        square
        Foch</p><h2>Guise</h2><p>Mercredi 17 mai, place d'Armes</p>""",
        ["2023-05-10 15:00-17:00 Chauny", "2023-05-17 15:00-17:00 Guise"],
    ),
    (
        "the end told after the beginning and before the day",
        "Visite du chantier d'insertion de Marly",
        """<p>Rendez-vous sur place à 10 h, 4 rue Pasteur. Fin prévue à midi.</p>
        <p>Serez-vous présent le mardi 7 mai 2024 ?</p>""",
        ["2024-05-07 10:00-12:00 Marly"],
    ),
    (
        "the last day to sign up, below a question",
        "Le jardin partagé en questions",
        """<details><summary>C'est quand ?</summary><p>Les samedis 7 et 14 mars 2026, de 10h à 12h, à la serre, rue
        Verte, à Hem.</p></details><details><summary>Et pour venir ?</summary><p>On appelle Zoé. Dernier jour :
        lundi 23
        février.</p></details>""",
        ["2026-03-07 10:00-12:00 Hem", "2026-03-14 10:00-12:00 Hem"],
    ),
    (
        "the day after the first of two",
        "Rencontres annuelles",
        """<p>Les rencontres se tiendront à Laon les mardi 4 et mercredi 5 juin 2024.</p><p>Le premier jour, à la
        Maison des arts, débutera à 10h pour s'achever à 17h.</p><p>Le lendemain, de 9h à 12h, nous nous retrouverons
        à l'hôtel de ville.</p>""",
        ["2024-06-04 10:00-17:00 Laon", "2024-06-05 09:00-12:00 Laon"],
    ),
    (
        "the meeting that was put off takes place elsewhere",
        "Cycle médiation : la suite",
        """<ul><li>La 1re séance, initialement prévue le lundi 6 avril 2020 à Ham, est reportée au lundi 15 juin 2020.
        Elle se tiendra en visioconférence, de 10h à 12h.</li><li>La 2e séance aura lieu le lundi 5 octobre 2020, de
        9h à 16h, à la mairie de Ham.</li></ul>""",
        ["2020-04-06 - Ham postponed", "2020-06-15 10:00-12:00 ? online", "2020-10-05 09:00-16:00 Ham"],
    ),
    (
        "two days of last year are not this year's",
        "Groupe de travail logement : troisième réunion",
        """<p>Publié le 3 septembre 2018</p><p>La réunion aura lieu le mardi 18 septembre 2018 de 9h à 12h à la mairie
        d'Avion.</p><p>Nous reprendrons les travaux des réunions du 10 avril et du 5 juin derniers.</p>""",
        ["2018-09-18 09:00-12:00 Avion"],
    ),
    (
        "a room called like two villages",
        "Rencontre des adjoints",
        """<p>Vendredi 24 mars 2023, 9h-16h</p><p>Palais des sports, salle Vendeuil-Caply</p><p>Beauvais (60)</p>""",
        ["2023-03-24 09:00-16:00 Beauvais"],
    ),
    (
        "an hour before the square of a row",
        "Balades urbaines",
        """<table><tr><td>Jour</td><td>Ville</td><td>Départ</td></tr><tr><td>Samedi 2 mai 2015</td><td>Ardres</td>
        <td>15h,
        place d'Armes</td></tr><tr><td>Samedi 9 mai 2015</td><td>Bergues</td><td>rue du Port, 14h30</td></tr>
        </table>""",
        ["2015-05-02 15:00- Ardres", "2015-05-09 14:30- Bergues"],
    ),
    (
        "a rendezvous that only takes leave",
        "Cycle « Lire en famille » : le bilan",
        """<p>Publié le 20 juin 2016</p><p>Les 5 et 6 avril 2016, trente parents se sont retrouvés à la médiathèque
        de Marly.
        </p><p>Merci à tous, et rendez-vous à l'automne.</p>""",
        ["2016-04-05 - Marly", "2016-04-06 - Marly"],
    ),
    (
        "villages that are called quarters",
        "Soirées de l'histoire locale à Soissons",
        """<p>jeudi 18 janvier 2018 : les remparts</p><p>jeudi 15 février 2018 : Presles et Chevreux, deux
        quartiers des
        années soixante</p><p>De 18h à 20h, Le Mail, rue Jean-de-Dormans, 02200 Soissons</p>""",
        ["2018-01-18 18:00-20:00 Soissons", "2018-02-15 18:00-20:00 Soissons"],
    ),
    (
        "it was on a day",
        "Un verger pour l'école",
        """<p>C'était le vendredi 25 novembre 2022, sous la pluie ! Trente arbres ont été plantés.</p><footer>Collège
        Anne-Frank, Bapaume</footer>""",
        ["2022-11-25 - Bapaume"],
    ),
    (
        "the town of the title before one that the text only names",
        "On y était : la foire aux associations de Bergues",
        """<p>Le 25 mai 2019, l'Espace Vauban a ouvert ses portes. De 10h à 18h, la foule s'est pressée entre les
        stands.</p>
        <p>Coup de cœur de l'équipe : les brodeuses de Wormhout, qui ont repris en trois heures quarante
        pantalons.</p>""",
        ["2019-05-25 10:00-18:00 Bergues"],
    ),
    (
        "an association that bears the name of its town",
        "Assemblée des précaires : le compte rendu",
        """<p>Le 17 novembre 2016, nous étions soixante autour des tables.</p><footer>Secours populaire
        Hirson</footer>""",
        ["2016-11-17 - Hirson"],
    ),
    (
        "one day elsewhere, the others at the address below",
        "École des parents",
        """<p>Les mardis 3, 10 et 17 janvier 2023, de 18h à 20h<br>Visite du musée : samedi 4 mars 2023, 10h-12h, à
        Arras
        </p><p>L'Atelier, 8 rue du Moulin, 62800 Liévin</p>""",
        [
            "2023-01-03 18:00-20:00 Liévin",
            "2023-01-10 18:00-20:00 Liévin",
            "2023-01-17 18:00-20:00 Liévin",
            "2023-03-04 10:00-12:00 Arras",
        ],
    ),
    (
        "the mayor who opens a house",
        "Les Tilleuls sont inaugurés",
        """<p>Vendredi 18 septembre 2020, le maire d'Avion a inauguré les 34 logements des Tilleuls.</p>
        <footer>Siège : 9 rue Foch, 62300 Lens</footer>""",
        ["2020-09-18 - Avion"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_what_a_page_tells_of_each_day_is_its_own(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


def test_the_place_behind_a_pin_ends_where_its_day_begins() -> None:
    body = "<p>📍 Roye, centre culturel : mardi 3 mai 2022</p><p>📍 Ham, espace Foy : mardi 17 mai 2022</p>"
    expected: list[Where] = [("centre culturel", None, "Roye"), ("espace Foy", None, "Ham")]
    assert places_of(read_page("Atelier du code de la route", body)) == expected


def test_hours_told_for_each_day_under_one_label() -> None:
    text = """# Devenir guide composteur
## Dates
Mardi 4 et mercredi 5 avril 2023
## Horaires
8h30 - 16h30 le premier jour
8h30 - 12h le second jour
## Lieu
Maison de la nature
59740 Liessies"""
    assert tell_sessions(read_brochure(text)) == [
        "2023-04-04 08:30-16:30 Liessies",
        "2023-04-05 08:30-12:00 Liessies",
    ]


def test_a_programme_ends_where_people_leave_and_no_later_than_told() -> None:
    text = """# Journée des régies
Mardi 6 mai 2025
Accueil dès 8h45 - Fin de la journée à 16h30
La Faïencerie, 60100 Creil
## Au programme
9h15 Ouverture
11h00 Table ronde
14h00 Ateliers
16h00 Bilan et clôture"""
    assert tell_sessions(read_brochure(text)) == ["2025-05-06 09:15-16:30 Creil"]
    told = text.replace("Accueil dès 8h45 - Fin de la journée à 16h30\n", "")
    assert tell_sessions(read_brochure(told.replace("Bilan et clôture", "Goûter et départ des cars"))) == [
        "2025-05-06 09:15-16:00 Creil"
    ]


@pytest.mark.parametrize(
    "words",
    ["Coupon à faire parvenir pour le 20 septembre, dernier délai", "À rapporter avant le 20 septembre",
     "Bulletin attendu le 20 septembre, dernier délai"],
)  # fmt: skip
def test_the_last_day_to_answer_is_no_sitting(words: str) -> None:
    body = f"<p>Rencontre du mardi 4 octobre 2016, de 9h à 16h, à Albert.</p><p>{words}.</p>"
    assert tell_sessions(read_page("Rencontre des secrétaires", body)) == ["2016-10-04 09:00-16:00 Albert"]


@pytest.mark.parametrize(
    "line",
    ["12 mars 2018, par l'équipe du CS2", "Posté dans <a href='/vie'>Vie du lycée</a> le 12/03/2018",
     "par Odile, bénévole, le 12 mars 2018", "Par le service jeunesse, 12 mars 2018"],
)  # fmt: skip
def test_a_day_that_is_signed_below_the_title_is_the_page_s_own(line: str) -> None:
    body = f"<p>{line}</p><p>Le mercredi 7 mars, quarante anciens se sont retrouvés à la mairie de Marly.</p>"
    reading = read_page("La journée des anciens, racontée", body)
    assert (str(reading.page.published_on), tell_sessions(reading)) == ("2018-03-12", ["2018-03-07 - Marly"])


@pytest.mark.parametrize("stamp", ["Page mise en ligne le 13 mai 2024", "Évènement créé le 13/05/2024"])
def test_what_was_put_up_on_a_day_may_be_named(stamp: str) -> None:
    reading = read_page("Forum", f"<p>Mardi 4 juin 2024, 14h, mairie de Marly.</p><footer>{stamp}</footer>")
    assert str(reading.page.published_on) == "2024-05-13"
