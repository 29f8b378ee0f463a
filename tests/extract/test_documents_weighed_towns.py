"""Sittings that no place is told for: of all towns that a page names the heaviest is theirs, and two alike are none."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "whose turn it is weighs more than who had it before and who writes",
        "Journée d'étude : habiter le littoral",
        """<p>Jeudi 21 septembre 2023, 9h-17h</p>
        <p>Après Boulogne-sur-Mer l'an passé, c'est Dunkerque qui ouvre ses portes aux professionnels.</p>
        <footer>© Agence d'urbanisme, Saint-Omer</footer>""",
        ["2023-09-21 09:00-17:00 Dunkerque"],
    ),
    (
        "the station beside a house weighs more than where its trains go, and where people come from",
        "Invitation : les clauses d'insertion dans les marchés",
        """<p>Rendez-vous le 6 avril 2023 à 14h au Vivat, à deux pas de la gare d'Armentières (ligne Lille -
        Hazebrouck).</p><p>Vous venez de Lille ? Covoiturage organisé depuis Euralille.</p>""",
        ["2023-04-06 14:00- Armentières"],
    ),
    (
        "who calls people together does so at home, whoever is welcome",
        "On cause !",
        """<p>Le collectif « Mieux vivre » de Marcq-en-Barœul invite les habitants le jeudi 29 septembre 2022 à 17h30,
        sous le préau de l'école Rousseau. Les voisins de Wasquehal et de Mons-en-Barœul sont bienvenus.</p>""",
        ["2022-09-29 17:30- Marcq-en-Barœul"],
    ),
    (
        "people meet where they are invited, and eat elsewhere",
        "Séminaire inter-sites",
        """<p>Participants : chefs de projet de Douai, Waziers, Sin-le-Noble.</p><p>Jeudi 30 mars 2023, 9h30 – 16h30</p>
        <p>Nous serons les invités de la ville de Sin-le-Noble.</p><p>Déjeuner pris en commun à Douai.</p>""",
        ["2023-03-30 09:30-16:30 Sin-le-Noble"],
    ),
    (
        "the town of the text weighs more than the address of who writes",
        "Parlons de votre rénovation",
        """<p>La réhabilitation de la résidence Les Hauts-Champs, à Wattrelos, commencera en 2025.</p>
        <p>Réunion publique : jeudi 16 mai 2024 à 18h, école Jean-Zay, 45 rue Michelet</p>
        <footer>Siège : 120 boulevard Gambetta, 59100 Roubaix</footer>""",
        ["2024-05-16 18:00- Wattrelos"],
    ),
    (
        "who received people last time weighs nothing",
        "Nous nous reverrons",
        """<p>Comme convenu lors de notre dernière réunion à Péronne, nous nous reverrons le jeudi 19 mai 2022 à 9h30.
        Cette fois Abbeville nous reçoit, à la Maison pour tous, rue du Bourdois.</p>""",
        ["2022-05-19 09:30- Abbeville"],
    ),
    (
        "a place told right behind its day goes before the address below",
        "Dernier comité avant l'été",
        """<p>Rappel : le comité technique aura lieu le 30 juin 2022 (9h-12h). Nous serons cette fois à Outreau, salle
        Phénix.</p><p>Agglomération du Boulonnais, 1 boulevard du Bassin Napoléon, Boulogne-sur-Mer</p>""",
        ["2022-06-30 09:00-12:00 Outreau"],
    ),
    (
        "what is said of some sittings opens no other one to the screen",
        "L'urbanisme transitoire",
        """<p>Séance 1, le 10 juin 2021 de 9h30 à 11h30 : conférence</p><p>Séance 2, le 24 juin 2021 de 9h30 à 11h30 :
        études de cas</p><p>Séance 3, le 1er juillet 2021 de 9h30 à 16h : visite du 9-9bis à Oignies</p>
        <p>Les séances 1 et 2 sont suivies depuis chez soi (lien de connexion transmis).</p>""",
        [
            "2021-06-10 09:30-11:30 ? online",
            "2021-06-24 09:30-11:30 ? online",
            "2021-07-01 09:30-16:00 Oignies",
        ],
    ),
    (
        "towns told for days by their number",
        "Modalités pratiques",
        """<p>Dates : 18 janvier, 8 février et 7 mars 2024</p><p>Horaires : 9h30-16h30</p>
        <p>Lieux : Lille pour les jours 1 et 3, Lens pour le jour 2</p>""",
        ["2024-01-18 09:30-16:30 Lille", "2024-02-08 09:30-16:30 Lens", "2024-03-07 09:30-16:30 Lille"],
    ),
    (
        "two towns that weigh alike are no place",
        "Rencontre des réseaux",
        "<p>Mardi 14 mars 2023, 9h30-12h</p><p>Cambrai, Denain : deux démarches seront présentées.</p>",
        ["2023-03-14 09:30-12:00 ?"],
    ),
    (
        "the only place of a page is of its own day, where another town weighs more",
        "Retour sur la visite de Loos-en-Gohelle",
        """<p>Le 12 mai 2022, trente élus ont pris le car pour voir comment Loos-en-Gohelle accueille ses visiteurs.</p>
        <p>La restitution se fera le mardi 14 juin 2022 à 10h à la mairie de Ronchin (salle du conseil).</p>""",
        ["2022-05-12 - Loos-en-Gohelle", "2022-06-14 10:00- Ronchin"],
    ),
    (
        "those who live in a town are at home there, whoever's address stands below",
        "Le verger est planté",
        """<p>Samedi 28 juin 2025, cent riverains de Wattrelos ont découvert leur verger, rue Vallon.</p>
        <footer>Siège : 7 boulevard de Cambrai, 59100 Roubaix</footer>""",
        ["2025-06-28 - Wattrelos"],
    ),
    (
        "the address of an office says less than the town of another day",
        "Le verger est planté",
        """<p>Samedi 28 juin 2025, cent riverains de Wattrelos ont découvert leur verger.</p>
        <p>Un atelier aura lieu le mercredi 24 septembre 2025 à 17h, dans la salle commune de la résidence.</p>
        </main><footer>Nord Logis, 7 boulevard de Cambrai, 59100 Roubaix</footer>""",
        ["2025-06-28 - Wattrelos", "2025-09-24 17:00- Wattrelos"],
    ),
    (
        "a house stays in the town of its site, whatever is visited at the end",
        "Devenir guide composteur - Ville de Sallaumines",
        """<p>La formation a lieu le samedi 13 mai 2023, de 9h30 à 12h, à la salle Copernic, rue Jean-Jaurès.</p>
        <p>Elle se terminera par la visite du centre de tri d'Évin-Malmaison.</p>
        <footer>Ville de Sallaumines, place Jean-Jaurès, 62430 Sallaumines</footer>""",
        ["2023-05-13 09:30-12:00 Sallaumines"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_the_town_that_weighs_most(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected
