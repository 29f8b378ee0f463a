"""Whole pages on how people meet: what is only a condition, a length, a place to read at, or said of a person."""

from __future__ import annotations

import pytest

from tests.extract.documents import draw_table, read_page, tell_sessions

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "what holds only if something else does is no place",
        "Analyse de pratiques",
        draw_table(
            ("Séance", "Jour", "Lieu"),
            ("1", "lundi 22 mars 2021, 9h30-12h", "Abbeville, centre social, 2 place Clemenceau"),
            ("2", "lundi 14 juin 2021, 9h30-12h", "Amiens, Maison des associations, 12 rue Petit"),
        )
        + "<p>Si les règles sanitaires l'imposent, les séances 1 et 2 se feront à distance.</p>",
        ["2021-03-22 09:30-12:00 Abbeville", "2021-06-14 09:30-12:00 Amiens"],
    ),
    (
        "the place for bad weather is only for that",
        "Pique-nique du quartier",
        """<p>Samedi 6 juillet 2024, 12h-16h, parc de la Citadelle, Lille.</p>
        <p>En cas de pluie, repli au gymnase Jean-Bouin, à Lomme.</p>""",
        ["2024-07-06 12:00-16:00 Lille"],
    ),
    (
        "what each of two ways lasts makes no day hybrid",
        "Conduire un diagnostic",
        """<p>Durée : 2 jours en présentiel et 0,5 jour à distance</p><h2>Session de Douai</h2>
        <p>Lundi 12 mai 2025, 9h-16h30, hôtel de ville de Douai</p>""",
        ["2025-05-12 09:00-16:30 Douai"],
    ),
    (
        "a letter read online holds no meeting there",
        "À vos agendas",
        """<p>Pour l'imprimer ou la lire en ligne, suivez le guide.</p>
        <p>Jeudi 19 septembre 2024, 8h30-10h30, collège Bracke, Denain</p>""",
        ["2024-09-19 08:30-10:30 Denain"],
    ),
    (
        "the first part of one meeting may be followed from afar",
        "Assises de la cohésion sociale",
        """<p>Jeudi 29 juin 2023, 13h30-18h, lycée Ribot, 42 rue Gambetta, Saint-Omer</p>
        <p>La première partie sera aussi diffusée en direct sur notre page Facebook.</p>""",
        ["2023-06-29 13:30-18:00 Saint-Omer hybrid"],
    ),
    (
        "the same address is that of the last sitting that had one",
        "Construire un plan d'action",
        """<p>Jour 1 : mardi 5 novembre 2024, 9h-17h, AFPC, 9 allée de la Pépinière, 80480 Dury</p>
        <p>Jour 2, classe virtuelle : mardi 12 novembre 2024, 9h-12h</p>
        <p>Jour 3 : mardi 3 décembre 2024, 9h-17h, même adresse</p>""",
        ["2024-11-05 09:00-17:00 Dury", "2024-11-12 09:00-12:00 ? online", "2024-12-03 09:00-17:00 Dury"],
    ),
    (
        "who was away is no way to meet, what somebody is has a town of its own, and a film has marks",
        "Replay : le budget d'une association",
        """<p>Vous n'étiez pas devant votre écran le mardi 20 janvier 2026 ? Voici l'enregistrement du webinaire animé
        par Luc Hennebelle, expert-comptable à Hirson.</p>
        <ul><li>00:00 Présentation</li><li>06:30 Les comptes</li><li>31:10 Les subventions</li></ul>""",
        ["2026-01-20 - ? online"],
    ),
    (
        "a house that does something is no place, the badge under the title tells how people meet",
        "Les rendez-vous des médiateurs reprennent",
        """<p>Visioconférence</p><p>Une heure, un sujet : tel est le principe des rendez-vous que le relais propose,
        une fois par mois.</p>"""
        + draw_table(
            ("Date", "Horaire", "Invité"),
            ("Mardi 3 mars 2026", "11h00 – 12h15", "DDETS du Nord"),
            ("Mardi 12 mai 2026", "11h00 – 12h15", "GRETA du Hainaut"),
        ),
        ["2026-03-03 11:00-12:15 ? online", "2026-05-12 11:00-12:15 ? online"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES])
def test_how_people_meet(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


def test_the_day_in_a_microformat_is_that_of_publication() -> None:
    reading = read_page(
        "Les midis du renouvellement urbain",
        """<p><abbr class="published">vendredi 14 février 2025</abbr></p><p>Séance 3 : mardi 18 mars 2025, à Calais</p>
        <p>Séance 4 : mardi 15 avril 2025, à Calais</p>""",
    )
    assert tell_sessions(reading) == ["2025-03-18 - Calais", "2025-04-15 - Calais"]
    assert reading.page.published_on is not None and reading.page.published_on.isoformat() == "2025-02-14"
