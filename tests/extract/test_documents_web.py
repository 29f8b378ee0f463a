"""Announcements on web pages as their authors write them: what sessions and places a careful reader puts down.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

SESSIONS: list[tuple[str, str, str, list[str]]] = [
    (
        "deadline in a row of its own",
        "Stage « Animer un débat »",
        """<table><tr><td>Dates</td><td>4 et 5 juin 2019</td></tr><tr><td>Lieu</td><td>Douai</td></tr>
        <tr><td>Clôture des inscriptions</td><td>24 mai 2019</td></tr></table>""",
        ["2019-06-04 - Douai", "2019-06-05 - Douai"],
    ),
    (
        "minutes of a former meeting",
        "Comité local de l'emploi",
        """<p>La prochaine réunion aura lieu le 6 mars 2023 à 14h à Denain.</p>
        <p>Vous trouverez ci-joint le relevé de décisions de notre séance du 12 janvier 2023.</p>""",
        ["2023-03-06 14:00- Denain"],
    ),
    (
        "former meeting in the pluperfect",
        "Deuxième atelier « Jeux vidéo et prévention »",
        """<p>Le prochain atelier se tiendra le 4 juin 2021 de 9h à 12h à Lens.</p>
        <p>Le précédent, proposé à Calais le 2 avril 2021, avait mobilisé trente agents.</p>""",
        ["2021-06-04 09:00-12:00 Lens"],
    ),
    (
        "day of a file",
        "Réunion d'information sur les fonds européens",
        """<p>La réunion aura lieu le 12 mai 2022 à 10h à Arras.</p>
        <p><a href="/a.pdf">Bulletin (docx - 48,2 Ko - 02/05/2022)</a></p>""",
        ["2022-05-12 10:00- Arras"],
    ),
    (
        "one hour for all sittings",
        "Cycle « Regards croisés »",
        """<p>Trois soirées, chaque fois à 19h.</p><ul><li>Mardi 4 avril 2023 : Le Colisée, Lens</li>
        <li>Mardi 2 mai 2023 : Maison Rose, Avion</li></ul>""",
        ["2023-04-04 19:00- Lens", "2023-05-02 19:00- Avion"],
    ),
    (
        "place at the end of a line that its day opens",
        "Rencontres du printemps",
        """<ul><li>Mardi 4 avril 2023 : « Bouger au quotidien » – Le Colisée, Lens</li>
        <li>Jeudi 4 mai 2023 : « Bien manger » – Le Métaphone, Oignies</li></ul>""",
        ["2023-04-04 - Lens", "2023-05-04 - Oignies"],
    ),
    (
        "month in the line above its days",
        "Ateliers CV",
        """<p>Nos conseillers vous accueillent en mai 2023 :</p><p>- le mardi 9 de 9h à 12h à Denain</p>
        <p>- le jeudi 25 de 14h à 16h30 à Bouchain</p>""",
        ["2023-05-09 09:00-12:00 Denain", "2023-05-25 14:00-16:30 Bouchain"],
    ),
    (
        "hours in the next sentence",
        "Forum de l'habitat de Cambrai",
        """<p>Inauguration le vendredi 7 juin 2024 à 17h30. Rendez-vous les 8 et 9 juin 2024 au Palais des grottes.
        Le public est attendu de 9h30 à 19h.</p>""",
        ["2024-06-07 17:30- Cambrai", "2024-06-08 09:30-19:00 Cambrai", "2024-06-09 09:30-19:00 Cambrai"],
    ),
    (
        "house before its day",
        "Visite du quartier Rive gauche",
        "<p>Départ : parking de la piscine, samedi 4 juin 2022 à 10h</p><p>Mairie d'Hautmont</p>",
        ["2022-06-04 10:00- Hautmont"],
    ),
    (
        "hour at which the programme closes",
        "Carrefour des associations",
        """<p>Le carrefour se tiendra à Avion.</p><h3>Mardi 7 mars 2023</h3><p>13h30 : plénière</p><p>15h : ateliers</p>
        <p>17h : conclusions</p>""",
        ["2023-03-07 13:30-17:00 Avion"],
    ),
    (
        "hour at which a visit ends, behind the street",
        "Visite de la ferme urbaine",
        "<p>Rendez-vous le 9 mai 2023, à 9h, 12 rue Emile Zola à Lomme. La matinée se terminera vers 12h30.</p>",
        ["2023-05-09 09:00-12:30 Lomme"],
    ),
    (
        "signature below a letter",
        "Convocation à la réunion annuelle",
        """<p>La réunion annuelle aura lieu le 3 mai 2023 à 18h à Hirson.</p><p>Fait à Hirson, le 11 avril 2023<br>
        Le secrétaire</p>""",
        ["2023-05-03 18:00- Hirson"],
    ),
    (
        "screen on demand",
        "Réunion des référents",
        "<p>Rendez-vous le 3 mai 2023 à 10h à la mairie de Guise. Distanciel possible.</p>",
        ["2023-05-03 10:00- Guise hybrid"],
    ),
    (
        "a council that is set up",
        "Le quartier a son conseil",
        "<p>Jeudi 5 mars 2015, M. le Maire a présidé à l'installation officielle du conseil citoyen à Somain.</p>",
        ["2015-03-05 - Somain"],
    ),
    (
        "a farm is not closed, a departure is an hour for all",
        "Balades à la ferme",
        """<p>Trois balades urbaines, départ à 10h.</p><p>Première balade : la ferme de Lomme le 4 mai 2022</p>
        <p>Deuxième balade : les jardins de Seclin le 18 mai 2022</p>""",
        ["2022-05-04 10:00- Lomme", "2022-05-18 10:00- Seclin"],
    ),
    (
        "days on which a call opens and closes",
        "Réunion sur l'appel à projets",
        """<p>La réunion s'est tenue le 5 décembre 2022 à Bruay-la-Buissière.</p>
        <p>Le guichet de dépôt des dossiers ouvrira le 9 janvier 2023 et se clôturera le 3 mars 2023.</p>""",
        ["2022-12-05 - Bruay-la-Buissière"],
    ),
    (
        "the head of a letter",
        "Inauguration du centre social",
        """<p>Laon, le 2 mai 2022</p><p>Madame la Préfète vous convie à l'inauguration du centre social :</p>
        <p>mardi 17 mai 2022 à 11h<br>avenue Gambetta<br>Laon</p>""",
        ["2022-05-17 11:00- Laon"],
    ),
    (
        "houses and streets among the words of a line",
        "L'été à Denain",
        """<ul><li>Mercredi 6 juillet 2022 : concert, parc Zola, 20h</li>
        <li>Jeudi 7 juillet 2022 : lecture de contes, place Baudin, de 14h à 16h</li></ul>""",
        ["2022-07-06 20:00- Denain", "2022-07-07 14:00-16:00 Denain"],
    ),
    (
        "those called upon say where",
        "Soirée d'information sur les jardins",
        "<p>Habitantes de Wattrelos, cette soirée est pour vous ! Venez au Bois Joli ce mardi 6 juin 2023 à 18h.</p>",
        ["2023-06-06 18:00- Wattrelos"],
    ),
    (
        "towns at the head of their lines",
        "Rendez-vous de l'emploi",
        """<ul><li>Hirson – Espace Jaurès : lundi 5 mai 2025, 9h-12h</li>
        <li>Marle – Médiathèque : mardis 6 et 20 mai 2025, 14h-16h</li></ul>""",
        ["2025-05-05 09:00-12:00 Hirson", "2025-05-06 14:00-16:00 Marle", "2025-05-20 14:00-16:00 Marle"],
    ),
    (
        "days of a week whose frame names the month",
        "Semaine bleue",
        """<p>La semaine se déroule du 3 au 9 octobre 2022. Voici nos rencontres :</p>
        <p>– Lundi 3 à 14h, salle Zola (Lens)</p><p>– Jeudi 6 à 10h, Le Colisée (Avion)</p>""",
        ["2022-10-03 14:00- Lens", "2022-10-06 10:00- Avion"],
    ),
    (
        "hours for the days that have none of their own",
        "Formation « Tenir un budget »",
        """<p>Jour 1 le 6 novembre 2023 à Laon ; jour 2 le 9 novembre, à distance de 14h à 16h ; jour 3 le
        16 novembre 2023, à Laon.</p><p>Horaires en présentiel : 9h-16h30</p>""",
        ["2023-11-06 09:00-16:30 Laon", "2023-11-09 14:00-16:00 ? online", "2023-11-16 09:00-16:30 Laon"],
    ),
    (
        "an article that is dated at its foot",
        "Rencontre avec les bailleurs",
        "<p>La rencontre se tiendra le mardi 16 mai 2023 à 18h à Somain.</p><p>2 mai 2023</p>",
        ["2023-05-16 18:00- Somain"],
    ),
    (
        "a call that is closed",
        "Réunion des associations",
        "<p>Le 16 mai 2023 à 18h à Somain : point sur l'appel à projets (clos le 28/04/2023).</p>",
        ["2023-05-16 18:00- Somain"],
    ),
    (
        "who meets, told in the line above the days",
        "Panel citoyen",
        """<p>Le panel se réunira trois samedis à la mairie de Lomme :</p><ul><li>7 octobre 2023</li>
        <li>4 novembre 2023</li></ul>""",
        ["2023-10-07 - Lomme", "2023-11-04 - Lomme"],
    ),
    (
        "a length is no hour, the sender's address no place of a webinar",
        "Webinaires : lire une convention",
        """<p>Deux webinaires de 3h :</p><ul><li>mardi 8 mars 2022 de 9h à 12h</li>
        <li>mardi 15 mars 2022 de 14h à 17h</li>
        </ul><p>Union des centres ruraux<br>12 rue de la Gare<br>80000 Amiens</p>""",
        ["2022-03-08 09:00-12:00 ? online", "2022-03-15 14:00-17:00 ? online"],
    ),
    (
        "days as the terms of a list of places",
        "Stages de printemps",
        """<dl><dt>Mardi 4 avril 2023 – 9h</dt><dd>Espace Prévert, Marle</dd><dt>Jeudi 6 avril 2023 – 9h</dt>
        <dd>Le Repaire, Hirson</dd></dl><p>21/03/2023</p>""",
        ["2023-04-04 09:00- Marle", "2023-04-06 09:00- Hirson"],
    ),
    (
        "pictures as the labels of rows",
        "Colloque des régies de quartier",
        "<table><tr><td>📅</td><td>6 octobre 2022</td></tr><tr><td>📍</td><td>Le Kiosque, Étaples</td></tr></table>",
        ["2022-10-06 - Étaples"],
    ),
    (
        "a title with the day that was given up",
        "L'atelier du 9 mai est repoussé",
        "<p>Prévu le 9 mai 2023 à Lens, l'atelier est repoussé au 6 juin 2023 à Lens, à 9h30.</p>",
        ["2023-05-09 - Lens postponed", "2023-06-06 09:30- Lens"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), [case[1:] for case in SESSIONS], ids=[c[0] for c in SESSIONS])
def test_sessions(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


PLACES: list[tuple[str, str, list[tuple[str | None, str | None, str | None]]]] = [
    (
        "a street behind a house without a preposition",
        "<p>La réunion se tient le 3 mars 2020 à 19 heures 30, salle Jean Vilar, rue du 11 novembre. Ville d'Anzin</p>",
        [("salle Jean Vilar", "rue du 11 novembre", "Anzin")],
    ),
    (
        "those who organise are no place",
        "<p>Organisée par les maisons de quartier de Lomme, le 3 mars 2020 au parc Mitterrand pour une balade.</p>",
        [("parc Mitterrand", None, "Lomme")],
    ),
    (
        "where somebody comes from in a clause of its own",
        "<p>Rencontre avec Paul, qui a exercé à Creil. Le 3 mars 2020 à Laon.</p>",
        [(None, None, "Laon")],
    ),
    (
        "a house of the state",
        "<p>Le 3 mars 2020 à 10h, France Services, Guise</p>",
        [("France Services", None, "Guise")],
    ),
    (
        "a zone",
        "<p>Visite de l'atelier le 3 mars 2020 (ZI du Bois, Feignies).</p>",
        [(None, "ZI du Bois", "Feignies")],
    ),
    (
        "where a speaker comes from in brackets",
        "<p>9h30 Conférence, Dr Nadia Roux (CHU d'Angers)</p><p>Le 3 mars 2020, à la mairie de Laon.</p>",
        [("mairie", None, "Laon")],
    ),
    (
        "a street without its town behind an hour",
        "<p>Rendez-vous le 3 mars 2020 dès 9h (14, rue du Moulin). Mairie de Laon</p>",
        [(None, "14, rue du Moulin", "Laon")],
    ),
    (
        "of two towns of one name the one of the region",
        "<p>La journée aura lieu le 3 mars 2020 au gymnase de Merville.</p>",
        [("gymnase", None, "Merville")],
    ),
    (
        "an agglomeration is no house",
        "<p>Le 3 mars 2020 - Communauté de communes Flandre Lys</p><p>10h, salle Bayard, Estaires</p>",
        [("salle Bayard", None, "Estaires")],
    ),
    (
        "a spectacle is no house",
        "<p>Le 3 juin 2020 à Laon : cinéma en plein air, place Foch</p>",
        [(None, None, "Laon"), (None, "place Foch", "Laon")],
    ),
    (
        "premises of a body that is not known",
        "<p>Le foyer rural organise un stage le 3 mars 2020, dans ses locaux de Chauny.</p>",
        [(None, None, "Chauny")],
    ),
    (
        "a postcode behind its town",
        "<p>Adresse : Cap Emploi, 4 rue Pasteur, Laon, 02000</p><p>Le 3 mars 2020 à 10h</p>",
        [("Cap Emploi", "4 rue Pasteur", "Laon")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in PLACES], ids=[case[0] for case in PLACES])
def test_places(body: str, expected: list[tuple[str | None, str | None, str | None]]) -> None:
    found = read_page("Journée des bénévoles", body).venues
    assert [(venue.name, venue.street, venue.city) for venue in found] == expected
