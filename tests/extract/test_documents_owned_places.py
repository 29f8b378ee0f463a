"""Whole pages: whose a place is: of its label, its row, its group, its heading, its guest, or of the page.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "a place under its label is that of the days that tell none",
        "Parcours des médiateurs",
        """<p>Module 1<br>Lundi 4 mars 2024, 9h-12h</p><p>Module 2<br>Lundi 8 avril 2024, 9h-12h<br>Ce module se tient
        à la maison du projet de Hautmont, 2 rue Basse</p><h2>Infos pratiques</h2><p>Lieu : Centre Lumière, 5 rue
        de la Poste, Fourmies (module 1)</p>""",
        ["2024-03-04 09:00-12:00 Fourmies", "2024-04-08 09:00-12:00 Hautmont"],
    ),
    (
        "a series on the screen about towns",
        "Les cafés de l'inclusion",
        """<p>Une demi-heure pour découvrir une action, de 13h à 13h30, en visioconférence.</p><ul>
        <li>Mardi 7 février 2023 : une épicerie solidaire à Marles-les-Mines</li>
        <li>Mardi 7 mars 2023 : le garage solidaire de Guise</li></ul>""",
        ["2023-02-07 13:00-13:30 ? online", "2023-03-07 13:00-13:30 ? online"],
    ),
    (
        "a webinar beside a day in a house",
        "Cycle sur la jeunesse",
        """<p>Un webinaire et une rencontre en présentiel pour échanger.</p><h2>Webinaire</h2><p>4 mai 2021,
        14h-15h</p><h2>Rencontre finale</h2><p>1er juin 2021, 9h-12h</p><p>Espace Condorcet, 2 rue Haute, Gauchy</p>""",
        ["2021-05-04 14:00-15:00 ? online", "2021-06-01 09:00-12:00 Gauchy"],
    ),
    (
        "the maire who presents is the host",
        "Réunion publique sur les transports",
        """<p>Mercredi 15 novembre 2023, de 18h à 20h</p><p>Salle du Kiosque, rue Haute</p><p>Le maire de Berck et la
        Région vous présentent le nouveau réseau.</p>""",
        ["2023-11-15 18:00-20:00 Berck"],
    ),
    (
        "days label lines that a town opens",
        "Balades dans les quartiers",
        """<p>Départ à 10h.</p><dl><dt>Samedi 5 juin 2021</dt><dd>Lillers, le Faubourg. Rendez-vous devant la mairie.
        </dd><dt>Samedi 12 juin 2021</dt><dd>Bully-les-Mines, Les Brebis. Rendez-vous au stade.</dd></dl>""",
        ["2021-06-05 10:00- Lillers", "2021-06-12 10:00- Bully-les-Mines"],
    ),
    (
        "titles in quotes hold marks and verbs",
        "Les soirées du savoir",
        """<ul><li>Lundi 9 janvier 2017 : « Qui fait la ville ? » – Avion, salle Aragon</li>
        <li>Lundi 6 février 2017 : « L'emploi : comment faire ? » – Bruay-la-Buissière, salle Grossemy</li></ul>""",
        ["2017-01-09 - Avion", "2017-02-06 - Bruay-la-Buissière"],
    ),
    (
        "the field says the screen, a guest works in a town",
        "Webinaire : comprendre la réforme",
        """<ul><li><b>Quand ?</b> mardi 4 février 2025</li><li><b>Où ?</b> En ligne, sur Teams</li></ul><p>La
        directrice de la cohésion sociale (préfecture de l'Oise, Beauvais) présentera le texte.</p>""",
        ["2025-02-04 - ? online"],
    ),
    (
        "headings open with their town",
        "Les nouvelles du printemps",
        """<h3>Vervins : un club de lecture</h3><p>La médiathèque lance un club. Première rencontre : mardi 12 mars
        2019, 18h-19h.</p><h3>Fourmies : le forum de l'emploi</h3><p>Il se tiendra le jeudi 14 mars 2019 de 9h à 12h à
        l'espace Mandela.</p><h3>Une exposition à voir</h3><p>« Nos rues » est visible à la médiathèque d'Anor.</p>""",
        ["2019-03-12 18:00-19:00 Vervins", "2019-03-14 09:00-12:00 Fourmies"],
    ),
    (
        "those who were there come from other towns",
        "Compte rendu de la réunion du club du 5 février 2015",
        """<p>Présents : Mme Lenglet (mission locale de Creil), M. Petit (Maison de l'emploi de Noyon).</p><p>La réunion
        s'est tenue dans les locaux de la mission locale de Beauvais, de 10h à 12h.</p>""",
        ["2015-02-05 10:00-12:00 Beauvais"],
    ),
    (
        "as many towns as days",
        "Deux rencontres sur le logement",
        """<p>Elles se dérouleront les 6 et 13 mars 2018, respectivement à Lomme (maison Saint-Jean) et à Somain
        (centre Adolphe-Largiller), de 14h à 16h.</p>""",
        ["2018-03-06 14:00-16:00 Lomme", "2018-03-13 14:00-16:00 Somain"],
    ),
    (
        "weekdays in short, towns called like words",
        "Calendrier du réseau en 2019",
        """<p>Mar. 14 mai 2019 : Comité - Laon, mairie (14h-16h)</p><p>Jeu. 23 mai 2019 : Visite du musée - Guise
        (10h-12h)</p><p>Ven. 24 mai 2019 : Visioconférence avec l'ANCT (9h-10h)</p>""",
        ["2019-05-14 14:00-16:00 Laon", "2019-05-23 10:00-12:00 Guise", "2019-05-24 09:00-10:00 ? online"],
    ),
    (
        "those afar connect",
        "Comité technique de la santé",
        """<p>Il se réunira le mardi 5 mars 2024 de 14h à 16h à Douai (mairie, salle Foch). Les agents éloignés pourront
        se connecter par visioconférence.</p>""",
        ["2024-03-05 14:00-16:00 Douai hybrid"],
    ),
    (
        "a field tells two places, one with its day",
        "Formation des référents",
        """<p>Dates : 4, 5 et 18 juin 2024, de 9h à 12h</p><p>Lieu : Maison pour tous, rue Haute, Lillers (les deux
        premiers jours) ; visioconférence (18 juin)</p>""",
        ["2024-06-04 09:00-12:00 Lillers", "2024-06-05 09:00-12:00 Lillers", "2024-06-18 09:00-12:00 ? online"],
    ),
    (
        "an event on the screen, its witnesses elsewhere",
        "S'engager à vingt ans",
        """<p>Jeudi 7 décembre 2023 de 18h à 19h</p><h4>Lieu</h4><p>Événement en ligne</p><h4>À propos</h4><p>Avec des
        témoignages de jeunes de Ham, d'Albert et de Noyon.</p>""",
        ["2023-12-07 18:00-19:00 ? online"],
    ),
    (
        "a place reaches over several rows",
        "Formation des bénévoles",
        """<table><tr><th>Jour</th><th>Contenu</th><th>Lieu</th></tr><tr><td>lundi 3 avril 2017</td><td>Cadre</td>
        <td rowspan="2">Ligue, 4 rue Basse, Arras</td></tr><tr><td>mardi 4 avril 2017</td><td>Posture</td></tr>
        <tr><td>lundi 10 avril 2017</td><td>Bilan</td><td>Maison du projet, Méru</td></tr></table>""",
        ["2017-04-03 - Arras", "2017-04-04 - Arras", "2017-04-10 - Méru"],
    ),
    (
        "a town reaches over several rows",
        "Ateliers de l'année",
        """<table><tr><th>Ville</th><th>Date</th><th>Heure</th></tr><tr><td rowspan="2">Douai</td><td>mardi 4 mai
        2021</td><td>9h-12h</td></tr><tr><td>mardi 11 mai 2021</td><td>14h-17h</td></tr><tr><td>Creil</td><td>jeudi
        6 mai 2021</td><td>9h-12h</td></tr></table>""",
        ["2021-05-04 09:00-12:00 Douai", "2021-05-06 09:00-12:00 Creil", "2021-05-11 14:00-17:00 Douai"],
    ),
    (
        "a day reaches over several rows",
        "Permanences du conciliateur",
        """<table><tr><th>Date</th><th>Lieu</th><th>Horaires</th></tr><tr><td rowspan="2">mardi 4 mars 2025</td>
        <td>Marle, mairie</td><td>9h-12h</td></tr><tr><td>Anor, mairie</td><td>14h-17h</td></tr><tr>
        <td>jeudi 6 mars 2025</td><td>Trélon, gare</td><td>9h-12h</td></tr></table>""",
        ["2025-03-04 09:00-12:00 Marle", "2025-03-04 14:00-17:00 Anor", "2025-03-06 09:00-12:00 Trélon"],
    ),
    (
        "lines of one day, each with its town, hours and street",
        "Portes ouvertes de la caisse",
        """<p>Nos agences vous attendent le mardi 4 juin 2024 :</p><ul><li>Chauny : de 9h à 12h, 40 rue de Laon</li>
        <li>Noyon : de 14h à 17h, 1 rue Basse</li></ul>""",
        ["2024-06-04 09:00-12:00 Chauny", "2024-06-04 14:00-17:00 Noyon"],
    ),
    (
        "a hall on another day than the town before it",
        "Bulletin du comité des fêtes de Vervins",
        """<ul><li>Samedi 8 novembre 2014 : sortie à Soissons, musée</li><li>Loto : samedi 22 novembre 2014, 14h,
        salle des fêtes</li></ul>""",
        ["2014-11-08 - Soissons", "2014-11-22 14:00- Vervins"],
    ),
    (
        "a series of webinars that tell of towns",
        "Les pauses de la rénovation",
        """<p>Webinaires ouverts à tous</p><ul><li>06/11/2024 : le diagnostic (retour de Denain)</li>
        <li>04/12/2024 : les friches (retour de Méru)</li></ul>""",
        ["2024-11-06 - ? online", "2024-12-04 - ? online"],
    ),
    (
        "the town that the title names before that of who helps",
        "Restitution de l'étude « Habiter Somain »",
        """<p>Jeudi 6 avril 2023</p><p>14h00 – 16h00</p><p>Théâtre municipal, rue Villars</p><p>Le débat sera animé par
        l'université d'Arras.</p>""",
        ["2023-04-06 14:00-16:00 Somain"],
    ),
    (
        "the first ones on the screen, the last one in a house",
        "Les rendez-vous de midi",
        """<p>De 12h à 13h. Les deux premières rencontres sont en visioconférence ; la dernière se tient à Laon, à la
        Maison des associations.</p><ul><li>15 septembre 2020 – Voter</li><li>13 octobre 2020 – Agir</li>
        <li>17 novembre 2020 – Dire</li></ul>""",
        ["2020-09-15 12:00-13:00 ? online", "2020-10-13 12:00-13:00 ? online", "2020-11-17 12:00-13:00 Laon"],
    ),
    (
        "lines that number the sittings",
        "Parcours sur l'impact social",
        """<p>Les jeudis 10 mars 2022, 24 mars 2022 et 7 avril 2022</p><p>Temps 1 : comprendre (webinaire)<br>Temps 2 :
        cadrer sa démarche (webinaire)<br>Temps 3 : s'outiller (Canopé, 45 rue Haute, Beauvais)</p>
        <h2>Public</h2><p>Associations des quartiers</p><p>Collectivités</p><p>Centres sociaux</p>""",
        ["2022-03-10 - ? online", "2022-03-24 - ? online", "2022-04-07 - Beauvais"],
    ),
    (
        "days and their towns open the paragraphs of a log",
        "Carnet de bord : deux jours avec le bus",
        """<p>Mardi 15 septembre 2020, Frévent. Le bus se gare sur la place.</p><p>Mercredi 16 septembre 2020,
        Auxi-le-Château. La pluie décourage un peu.</p>""",
        ["2020-09-15 - Frévent", "2020-09-16 - Auxi-le-Château"],
    ),
    (
        "the screen in brackets behind the place",
        "Réunion sur le logement",
        "<p>Elle aura lieu le mardi 4 mai 2021 à 10h à l'ADIL de Dunkerque (et en visio).</p>",
        ["2021-05-04 10:00- Dunkerque hybrid"],
    ),
    (
        "a body with its town behind a dash",
        "Conseil citoyen du Faubourg - Maubeuge",
        """<p>Réunion le mercredi 8 mars 2017 à 18h à la Maison du projet, rue Haute.</p><p>Une visite à Tourcoing
        est en préparation.</p>""",
        ["2017-03-08 18:00- Maubeuge"],
    ),
    (
        "the place of one day is not known yet",
        "Groupe de travail",
        """<p>Vendredi 7 juin 2019 (chez Novalys, Lesquin) et vendredi 4 octobre 2019 (lieu à confirmer).</p>""",
        ["2019-06-07 - Lesquin", "2019-10-04 - ?"],
    ),
    (
        "the town of a day is known, its house is not",
        "Groupe de pairs",
        "<p>La prochaine rencontre est fixée au 10 mars 2020 à Noyon, de 10h à 16h (lieu à préciser).</p>",
        ["2020-03-10 10:00-16:00 Noyon"],
    ),
    (
        "rows of groups with their town",
        "Formation des bénévoles",
        """<table><tr><td colspan="2"><b>GROUPE DOUAI</b></td></tr><tr><td>Jour 1</td><td>lundi 5 nov. 2018, 9h-16h</td>
        </tr><tr><td colspan="2"><b>GROUPE CREIL</b></td></tr><tr><td>Jour 1</td><td>mardi 6 nov. 2018, 9h-16h</td></tr>
        </table>""",
        ["2018-11-05 09:00-16:00 Douai", "2018-11-06 09:00-16:00 Creil"],
    ),
    (
        "a castle that is called like a town, in the bracket of another",
        "Cycle sur la santé",
        """<p>Première date le mardi 3 novembre 2020 à Anzin (salle Dussart), deuxième le mardi 24 novembre 2020 à
        Lumbres (château d'Esquerdes, place Verte).</p>""",
        ["2020-11-03 - Anzin", "2020-11-24 - Lumbres"],
    ),
    (
        "a house that bears a town over the address of another",
        "Journée de la réussite",
        """<p>Mardi 19 novembre 2019, de 9h à 16h</p><p>Où ?</p><p>Palais des sports Valenciennes</p><p>1 esplanade des
        Rives</p><p>59410 ANZIN</p>""",
        ["2019-11-19 09:00-16:00 Anzin"],
    ),
    (
        "bodies that do something together are no place",
        "Université des conseils citoyens",
        """<h2>Vendredi 20 et samedi 21 octobre 2017 à Amiens</h2><p>Deux jours pour se former, avec Amiens</p>
        <p>Métropole
        et la Ville d'Abbeville.</p><h2>Vendredi 20 octobre - 14h à 18h</h2><p>Centre Léo-Lagrange, 12 place Vogel</p>
        <h2>Samedi 21 octobre - 9h30 à 16h</h2><p>Espace Dewailly, 3 place Dewailly</p>""",
        ["2017-10-20 14:00-18:00 Amiens", "2017-10-21 09:30-16:00 Amiens"],
    ),
    (
        "weekdays lead to their towns below the frame of a week",
        "Tournée des métiers",
        """<p>Trois rendez-vous du 3 au 5 juin 2024, de 14h à 17h :</p><p>Lundi à Guise (mairie)<br>Mardi à Chauny
        (mission locale)<br>Mercredi à Noyon (centre social)</p>""",
        ["2024-06-03 14:00-17:00 Guise", "2024-06-04 14:00-17:00 Chauny", "2024-06-05 14:00-17:00 Noyon"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_each_sitting_has_its_own_place(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


def test_the_label_of_hours_ends_that_of_the_place() -> None:
    body = "<p>Mardi 7 mai 2019</p><p>Lieu : salle Foch, mairie de Noyon. Horaires : 14h-16h.</p><p>Ouvert à tous.</p>"
    assert [venue.name for venue in read_page("Réunion du comité", body).venues] == ["salle Foch, mairie"]
