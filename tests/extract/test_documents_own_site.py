"""Pages in the manner of the resource centre's own site: lists, obligations, cells of several lines, places said again.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import draw_table, places_of, read_brochure, read_page, read_text, tell_sessions

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "a law in the words of a day of the list, and a stamp of years later",
        "Cycle de qualification « Habiter autrement »",
        """<p>le mardi 5 mars (la loi du 13 juillet 1991)</p><p>le mardi 2 avril (les charges)</p>
        <p>le mardi 14 mai 2013 (la vente)</p><p>de 9h à 12h, à la mairie, 1 place Foch, 59300 Valenciennes</p>
        <p>Mis à jour le 7 janvier 2016</p>""",
        [f"2013-{day} 09:00-12:00 Valenciennes" for day in ("03-05", "04-02", "05-14")],
    ),
    (
        "what has to be done by a day, whatever it is called",
        "Les contrats de demain",
        """<h3>Le calendrier</h3><p>Les annexes techniques devront être remises le 4 juin 2024. Les avenants devaient
        être signés pour le 31 mars 2024.</p>""",
        [],
    ),
    (
        "what is done under a heading of dates, and no meeting",
        "La carte des quartiers",
        "<h3>Le calendrier</h3><p>Le nouveau périmètre est arrêté par le préfet le 3 mai 2024.</p>",
        [],
    ),
    (
        "a meeting has to be held, too",
        "Conseil citoyen",
        "<p>La prochaine réunion doit se tenir le 4 juin 2024 à 18h, à la mairie de Creil.</p>",
        ["2024-06-04 18:00- Creil"],
    ),
    (
        "a promise of January is no meeting",
        "La lettre du centre de ressources",
        """<p>Moins de rencontres, mais plus longues : c'est le choix que nous avons fait en janvier.</p>
        <p>Atelier le 3 mars 2024 à 9h à Lens.</p>""",
        ["2024-03-03 09:00- Lens"],
    ),
    (
        "the sentence before a day tells its screen",
        "Deux dates avant l'été",
        """<p>La première est pour les maires. Le mardi 11 juin 2024 à 17h30, à l'hôtel de ville de Harnes, débat.</p>
        <p>La seconde se vivra derrière un écran. Le jeudi 27 juin 2024 à 11h, nous lirons la carte.</p>""",
        ["2024-06-11 17:30- Harnes", "2024-06-27 11:00- ? online"],
    ),
    (
        "a place said once more and plainly",
        "Ateliers de l'emploi",
        """<p>Deuxième séance : le mardi 4 février 2020, de 9h30 à 12h, à Nogent-sur-Oise (Château des Rochers).</p>
        <p>Séance de clôture : le mardi 31 mars 2020, de 9h30 à 12h, là où tout avait commencé en mai, à savoir à la
        Faïencerie de Creil.</p>""",
        ["2020-02-04 09:30-12:00 Nogent-sur-Oise", "2020-03-31 09:30-12:00 Creil"],
    ),
    (
        "a programme that ends on the way home",
        "Sortie nature",
        "<p>Jeudi 25 juin 2026, à Lens</p><p>10h : rendez-vous</p><p>10h30 : balade</p><p>16h30 : retour</p>",
        ["2026-06-25 10:00-16:30 Lens"],
    ),
    (
        "a bus sets out elsewhere, and the next visit goes elsewhere",
        "Visite apprenante",
        """<p>Le centre de ressources vous emmène à Outreau découvrir un quartier transformé.</p><p>QUAND ? Mardi 21 mai
        2019</p><p>OÙ ? Rendez-vous à 10h devant la médiathèque, rue Auguste Comte. Fin vers 15h30.</p><p>COMBIEN ?
        Gratuit. Un minibus part de Lille à 8h15 (gare Lille-Flandres).</p><p>Prochaine visite à l'automne, à
        Soissons.</p>""",
        ["2019-05-21 10:00-15:30 Outreau"],
    ),
    (
        "sittings of half a year that nobody has fixed",
        "Formation des bénévoles",
        """<p>Lundi 9 mars 2026, 9h-12h, à Méru, salle Foch, 1 rue Foch</p><p>Jeudi 26 mars 2026, 9h-12h, à Fourmies,
        Le Lien, 2 rue Haute</p><p>Pour l'Aisne, deux sessions seront programmées au second semestre.</p>""",
        ["2026-03-09 09:00-12:00 Méru", "2026-03-26 09:00-12:00 Fourmies"],
    ),
    (
        "a town that only calls a meeting held on the screen",
        "Nos formations s'adaptent",
        """<p>La session des 2 et 3 novembre à Hirson est annulée. Celle du 16 novembre (Creil) se tiendra en ligne.</p>
        <p>Publié le 30 octobre 2020</p>""",
        ["2020-11-02 - Hirson cancelled", "2020-11-03 - Hirson cancelled", "2020-11-16 - ? online"],
    ),
    (
        "a day of rest in a list",
        "Les mardis en visio",
        """<p>De 12h30 à 13h30, sur Zoom.</p><p>▪ 9 mars 2021 : le sport<br>▪ 13 avril 2021 : relâche<br>▪ 11 mai 2021 :
        l'école</p>""",
        ["2021-03-09 12:30-13:30 ? online", "2021-05-11 12:30-13:30 ? online"],
    ),
    (
        "an answer on the spot is no thing; the screen is offered until a day",
        "Comité régional à Lille",
        """<p>Réponse sur place, le vendredi 12 novembre 2021, de 14h à 17h, à la préfecture, 12 rue Jean-sans-Peur,
        Lille. Il sera possible de suivre les débats à distance ; demandez alors le lien avant le 8 novembre.</p>""",
        ["2021-11-12 14:00-17:00 Lille hybrid"],
    ),
    (
        "the hour at which people connect is not that of the meeting",
        "Webinaire : la santé mentale",
        "<p>Mardi 26 janvier 2021 : connexion dès 8h45, début à 9h, fin à 12h.</p>",
        ["2021-01-26 09:00-12:00 ? online"],
    ),
    (
        "what the situation allows is planned",
        "Compte rendu du comité de suivi",
        """<p>Mercredi 18 novembre 2020, à Lens, 9h30-11h30</p><p>Les stages ont accueilli 240 enfants du 6 juillet au
        28 août.</p><p>Prochain comité : mercredi 24 février 2021, 9h30, à la mairie de Denain si la situation le
        permet.</p>""",
        ["2020-11-18 09:30-11:30 Lens", "2021-02-24 09:30- Denain"],
    ),
    (
        "a file tells the history of its subject",
        "Dossier : les cités éducatives",
        """<p>Le label a été lancé le 5 septembre 2019. Une autre vague a suivi le 29 janvier 2022.</p><p>Publié le 20
        octobre 2023</p>""",
        [],
    ),
    (
        "hours that go on in the next line",
        "Soirée des élus",
        "<p>Mercredi 14 octobre 2020, de 18h<br>à 20h30<br>Mairie, Oignies</p>",
        ["2020-10-14 18:00-20:30 Oignies"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_pages_of_the_site(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


def test_a_team_notes_its_day_what_it_says_of_screens_and_what_comes() -> None:
    text = """IREV - réunion d'équipe du lundi 6 septembre 2021

Relevé de décisions (rédaction : Paul)

Présentiel ou visio ? La plupart veulent revenir en salle. On garde la visio pour les formats courts.

Calendrier du trimestre

- 23/09, 14h-16h : visio « Budget » (Lise)
- 07/10, 9h30-16h30 : rencontre des délégués, Laon, préfecture, 2 rue Paul-Doumer (Anne)
- 12/10, 14h : point d'étape (Anne)
- 16/11, 9h-17h : journée « Transitions », Lens, chez nous (toute l'équipe)

L'ouverture des inscriptions est fixée au 27 septembre."""
    assert tell_sessions(read_text(text)) == [
        "2021-09-06 - ?",
        "2021-09-23 14:00-16:00 ? online",
        "2021-10-07 09:30-16:30 Laon",
        "2021-10-12 14:00- ?",
        "2021-11-16 09:00-17:00 Lens",
    ]


def test_hours_that_start_from_an_hour_do_not_end_in_the_next_line() -> None:
    text = "Fête de quartier à Lens\nMercredi 14 octobre 2020 à partir de 14h\nà 15h, le goûter"
    assert tell_sessions(read_text(text)) == ["2020-10-14 14:00- Lens"]


def test_a_wrapped_cell_of_a_brochure_keeps_its_hours() -> None:
    text = """# Formation des élus
| Soirée | Quand | Où |
| Le budget | Mercredi 14 octobre 2020, de 18h à 20h30 | Bully-les-Mines, espace Mitterrand, 1 rue de la Gare |
| Le contrat | Mercredi 9 décembre 2020, de 18h à 20h30 | Oignies, salle Bastien, place de la IVe-République |
"""
    told = ["2020-10-14 18:00-20:30 Bully-les-Mines", "2020-12-09 18:00-20:30 Oignies"]
    assert tell_sessions(read_brochure(text, "table")) == told


def test_the_line_of_a_cell_that_is_a_place() -> None:
    table = draw_table(
        ("Quand", "Quoi"),
        (
            "10 avril 2025, 9h30",
            "<b>Journée d'étude</b><br>Théâtre Les Docks, place de la Victoire, Guise – s'inscrire",
        ),
        ("17 avril 2025, 9h30", "<b>Atelier du jeudi</b><br>Maison des associations, Lens – complet"),
    )
    reading = read_page("Nos rendez-vous", table)
    assert tell_sessions(reading) == ["2025-04-10 09:30- Guise", "2025-04-17 09:30- Lens"]
    assert places_of(reading) == [
        ("Théâtre Les Docks", "place de la Victoire", "Guise"),
        ("Maison des associations", None, "Lens"),
    ]
