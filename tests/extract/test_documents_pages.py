"""Pages, letters and notices of many authors: what sessions a careful reader puts down.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

SESSIONS: list[tuple[str, str, str, list[str]]] = [
    (
        "hours in brackets over each list of days",
        "Agenda du printemps",
        """<p>Cafés des voisins (de 15h à 17h)</p><p>mardi 4 mai 2021</p><p>mardi 1er juin 2021</p>
        <p>Salle Jean-Macé, Liévin</p><p>Marché solidaire (de 9h à 12h30)</p><p>samedi 8 mai 2021</p>
        <p>samedi 12 juin 2021</p><p>Place du Cantin, Lens</p>""",
        [
            "2021-05-04 15:00-17:00 Liévin",
            "2021-06-01 15:00-17:00 Liévin",
            "2021-05-08 09:00-12:30 Lens",
            "2021-06-12 09:00-12:30 Lens",
        ],
    ),
    (
        "hours over the lines of an agenda",
        "Agenda de mai",
        """<p>Marche bleue, de 14h à 16h30</p><p>Mardi 3 mai 2022 : le long du canal, Douai</p>
        <p>Mardi 10 mai 2022 : autour du lac, Cantin</p>
        <p>Concert de printemps : samedi 14 mai 2022 à 20h, salle d'Anchin, Douai</p>""",
        ["2022-05-03 14:00-16:30 Douai", "2022-05-10 14:00-16:30 Cantin", "2022-05-14 20:00- Douai"],
    ),
    (
        "hours behind each day of a list",
        "Festival des solidarités",
        """<p>Vendredi 8 mars 2019 dès 14h, samedi 9 mars 2019 de 10h à 19h et dimanche 10 mars 2019 jusqu'à 12h30,
        à la salle Poirel, à Fourmies.</p>""",
        ["2019-03-08 14:00- Fourmies", "2019-03-09 10:00-19:00 Fourmies", "2019-03-10 -12:30 Fourmies"],
    ),
    (
        "hours at the end of the lines below each day",
        "Trois rendez-vous à noter",
        """<p>3 mai 2018 | Calais<br>Forum des associations<br>Le Channel, 10h-18h</p>
        <p>17 mai 2018 | Boulogne-sur-Mer<br>Rencontre des bailleurs<br>Station Marine, 14h-17h</p>
        <p>31 mai 2018 | en ligne<br>Point sur la réforme<br>12h-13h</p>""",
        ["2018-05-03 10:00-18:00 Calais", "2018-05-17 14:00-17:00 Boulogne-sur-Mer", "2018-05-31 12:00-13:00 ? online"],
    ),
    (
        "hours of two days with their towns",
        "Initiation au budget participatif",
        "<p>Une demi-journée au choix : le 5 juin 2018 à Noyon ou le 7 juin 2018 à Chauny, de 13h30 à 17h.</p>",
        ["2018-06-05 13:30-17:00 Noyon", "2018-06-07 13:30-17:00 Chauny"],
    ),
    (
        "next step behind the full stop",
        "Rencontres des médiateurs : le tour de l'Aisne continue",
        """<p>Les rencontres ont démarré à Guise le 6 avril 2017. Elles ont fait halte à Laon le 9 juin. Prochain
        rendez-vous à
        Hirson, le 22 septembre à 9h30.</p><p>Publié le 30 juin 2017</p>""",
        ["2017-04-06 - Guise", "2017-06-09 - Laon", "2017-09-22 09:30- Hirson"],
    ),
    (
        "second town of a sentence behind a bracket",
        "Groupes de travail",
        """<p>Le groupe « santé » se réunira le 9 mars 2021 à Lens (Maison des jeunes) et le 6 avril 2021 à
        Avion (Espace Culturel), de 14h à 16h.</p>""",
        ["2021-03-09 14:00-16:00 Lens", "2021-04-06 14:00-16:00 Avion"],
    ),
    (
        "small town between its hours and its house",
        "Permanences numériques",
        """<ul><li>lundi 4 octobre 2021, 9h – 12h, Wormhout (France services)</li>
        <li>jeudi 7 octobre 2021, 14h – 17h, Bergues (L'Embarcadère)</li></ul>""",
        ["2021-10-04 09:00-12:00 Wormhout", "2021-10-07 14:00-17:00 Bergues"],
    ),
    (
        "places in the terms of a list, days below them",
        "Visites des jardins partagés",
        """<dl><dt>Balade 1 – Le Potager du Roy, Soissons</dt>
        <dd>Samedi 4 juin 2022, de 10h à 12h<br>8 rue des Feuillants</dd><dt>Balade 2 – Les Incroyables,
        Tergnier</dt><dd>Samedi 18 juin 2022, de 14h à 16h<br>ancienne gare</dd>
        <dt>Balade 3 – Le Clos, Chauny</dt><dd>Samedi 2 juillet 2022, de 10h à 12h</dd></dl>""",
        ["2022-06-04 10:00-12:00 Soissons", "2022-06-18 14:00-16:00 Tergnier", "2022-07-02 10:00-12:00 Chauny"],
    ),
    (
        "towns in headings above their days",
        "Bus de l'emploi",
        """<h3>À Abbeville</h3><p>le mardi 6 octobre 2020, de 9h à 12h, place Max-Lejeune</p><h3>À Ham</h3>
        <p>le mardi 13 octobre 2020, de 9h à 12h, sur le parking de la gare</p>""",
        ["2020-10-06 09:00-12:00 Abbeville", "2020-10-13 09:00-12:00 Ham"],
    ),
    (
        "minutes: the hours of the meeting itself, the next ones without its place",
        "Comité d'usagers de la Maison pour tous",
        """<p>Procès-verbal de la séance du 5 février 2019</p><p>La réunion débute à 17h40 au foyer Ambroise-Croizat,
        rue des Lilas à Méru.</p><p>1. Bourse aux jouets : le samedi 7 décembre 2019, parc de la Mairie, de 9h à 17h.
        Prochaine réunion de préparation le 12 mars.</p><p>2. La sortie à Berck est annulée.</p>
        <p>La séance est levée à 19h15.</p>""",
        ["2019-02-05 17:40-19:15 Méru", "2019-03-12 - ?", "2019-12-07 09:00-17:00 Méru"],
    ),
    (
        "next meeting of a report without its place",
        "Retour sur la matinée « Sport et insertion »",
        """<p>Le 4 avril 2019, trente éducateurs se sont réunis au Colisée, à Lens.</p>
        <p>La prochaine matinée est programmée le 12 juin 2019.</p>""",
        ["2019-04-04 - Lens", "2019-06-12 - ?"],
    ),
    (
        "weekdays below the month that a sentence says",
        "Le camion des services publics",
        """<p>Il fera halte en octobre 2021 :</p><p>Hirson (lundi 4, 9h-12h, place Victor-Hugo), Guise (jeudi 7,
        14h-17h,
        parvis de la mairie) et Vervins (vendredi 15, 10h-13h, maison de santé).</p>""",
        ["2021-10-04 09:00-12:00 Hirson", "2021-10-07 14:00-17:00 Guise", "2021-10-15 10:00-13:00 Vervins"],
    ),
    (
        "places and days numbered apart",
        "Stage « Prendre la parole »",
        """<p>Groupe 1 : 5 et 6 juin 2018</p><p>Groupe 2 : 19 juin 2018</p>
        <p>Lieu : Groupe 1 : Denain, salle Baudin - Groupe 2 : Anzin, théâtre municipal</p>""",
        ["2018-06-05 - Denain", "2018-06-06 - Denain", "2018-06-19 - Anzin"],
    ),
    (
        "address of the house for the days that name no place",
        "Le trimestre de la maison de quartier",
        """<p>L'équipe vous reçoit au 14 rue Jules-Verne à Chauny.</p><p>Café des aînés : les jeudis 5 et 19 mars 2020,
        de 14h à 16h.</p><p>Visite : le mercredi 11 mars 2020 à Laon (départ à 13h).</p>""",
        ["2020-03-05 14:00-16:00 Chauny", "2020-03-11 13:00- Laon", "2020-03-19 14:00-16:00 Chauny"],
    ),
    (
        "house in the bracket behind town and day",
        "Le réseau poursuit sa route",
        """<p>Le réseau se retrouvera à Péronne le jeudi 7 mai 2020 (au Tremplin, rue de Paris) puis à Roye le mardi 9
        juin 2020 (à l'espace Coluche, avenue Jean-Jaurès).</p>""",
        ["2020-05-07 - Péronne", "2020-06-09 - Roye"],
    ),
    (
        "entries of a newsletter under titles of their own",
        "Lettre de la cité éducative de Denain, avril 2022",
        """<p>CAFÉ DES ÉQUIPES</p><p>Rendez-vous mardi 5 avril à 8h30 au collège Bayard (salle d'études).</p>
        <p>FORUM DES STAGES</p><p>Mercredi 13 avril, de 14h à 17h, à La Rotonde. Entrée libre.</p>
        <p>FORMATION « DÉBATTRE »</p><p>Jeudi 21 avril, 9h-16h, à l'INSPÉ de Douai.</p>""",
        ["2022-04-05 08:30- Denain", "2022-04-13 14:00-17:00 Denain", "2022-04-21 09:00-16:00 Douai"],
    ),
    (
        "days numbered by a letter",
        "Parcours « Animer un conseil »",
        """<p>- J1, le 3 mars 2020, à Péronne (Espace Mac-Orlan) ;<br>- J2, le 24 mars 2020, à Ham (hôtel de ville).</p>
        <p>De 9h à 16h.</p>""",
        ["2020-03-03 09:00-16:00 Péronne", "2020-03-24 09:00-16:00 Ham"],
    ),
    (
        "hours on the line above the first day",
        "Le camion de la santé",
        """<p>Sans rendez-vous, de 10h à 12h30 :</p><p>Lundi 3 octobre 2022 – Place du 8-Mai – NŒUX-LES-MINES<br>
        Mardi 4 octobre 2022 – Salle Mercier – LENS<br>Jeudi 6 octobre 2022 – Stade Parc – BRUAY-LA-BUISSIÈRE</p>""",
        [
            "2022-10-03 10:00-12:30 Nœux-les-Mines",
            "2022-10-04 10:00-12:30 Lens",
            "2022-10-06 10:00-12:30 Bruay-la-Buissière",
        ],
    ),
    (
        "opening of the inscriptions at an hour",
        "Sorties de l'été",
        """<p>Les inscriptions débutent le mardi 7 juin 2022 à 13h30 !</p>
        <p>12 juillet 2022 : parc de loisirs d'Ardres (départ à 9h)</p>
        <p>19 juillet 2022 : base de loisirs de Monampteuil (départ à 10h)</p>""",
        ["2022-07-12 09:00- Ardres", "2022-07-19 10:00- Monampteuil"],
    ),
    (
        "month of the title over short weekdays",
        "Agenda de novembre",
        """<p>Publié le 2 novembre 2022</p><ul><li>Sam. 5 : bourse aux livres, salle Herriot à Hirson, 9h-17h</li>
        <li>Mer. 16 : ciné-débat « Debout ! », médiathèque d'Hirson, 14h30</li></ul>""",
        ["2022-11-05 09:00-17:00 Hirson", "2022-11-16 14:30- Hirson"],
    ),
    (
        "weekday in the stamp under the title",
        "Deux soirées pour parler d'eau",
        """<p>mardi 3 janvier 2023</p>
        <p>La Ville de Marles-les-Mines propose deux soirées gratuites à la salle Adam :</p>
        <ul><li>19 janvier : « Mieux la connaître »</li><li>16 février : « Mieux la partager »</li></ul>
        <p>De 18h à 20h.</p>""",
        ["2023-01-19 18:00-20:00 Marles-les-Mines", "2023-02-16 18:00-20:00 Marles-les-Mines"],
    ),
    (
        "here or at a distance, on two lines",
        "Réunion d'information « Devenir parrain »",
        """<p>Mardi 3 octobre 2023 à 18h</p><ul><li>sur place : Maison de l'emploi, 5 rue Gambetta, Carvin</li>
        <li>à distance : lien envoyé la veille</li></ul>""",
        ["2023-10-03 18:00- Carvin hybrid"],
    ),
    (
        "stamp with its rubric",
        "Nos médiatrices ont la parole",
        """<p>6 mai 2019 - Vie des quartiers</p><p>Le 12 avril 2019, elles se sont retrouvées au centre social
        d'Avion.</p>
        <p>Le dispositif date du 4 mars 2003.</p>""",
        ["2019-04-12 - Avion"],
    ),
    (
        "half days with hours of their own",
        "Gérer les conflits du quotidien",
        """<p>Le stage compte deux groupes.</p><p><b>Groupe du Ternois</b><br>3 et 4 octobre 2016, 17 octobre 2016
        (matin)
        <br>Espace Baudel, rue d'Hesdin, Saint-Pol-sur-Ternoise</p>
        <p>Horaires : 9h30 - 17h00 (matinées : 9h30 - 12h30)</p>""",
        [
            "2016-10-03 09:30-17:00 Saint-Pol-sur-Ternoise",
            "2016-10-04 09:30-17:00 Saint-Pol-sur-Ternoise",
            "2016-10-17 09:30-12:30 Saint-Pol-sur-Ternoise",
        ],
    ),
    (
        "streets below headings with day and town",
        "Cycle « Bien grandir »",
        """<h2>Mardi 5 mars 2019 – Calais</h2><p>Repères et chiffres</p><p>Station, 12 quai de la Loire</p>
        <h2>Jeudi 28 mars 2019 – Arras</h2><p>Aller vers les familles</p><p>Salle Méaulens, 3 rue Méaulens</p>
        <p>De 9h à 16h.</p>""",
        ["2019-03-05 09:00-16:00 Calais", "2019-03-28 09:00-16:00 Arras"],
    ),
    (
        "full, said below the days of one town",
        "Devenir tutrice ou tuteur",
        """<h3>Douai</h3><p>Les 3 et 4 février 2026<br>9h – 17h<br>CFA, 12 rue du Canteleu, 59500
        Douai</p><p>COMPLET</p>
        <h3>Laon</h3><p>Les 10 et 11 mars 2026<br>9h – 17h<br>CCI, 83 boulevard Jean-Bouin, 02000 Laon</p>""",
        [
            "2026-02-03 09:00-17:00 Douai full",
            "2026-02-04 09:00-17:00 Douai full",
            "2026-03-10 09:00-17:00 Laon",
            "2026-03-11 09:00-17:00 Laon",
        ],
    ),
    (
        "hours above a list, small towns before their houses",
        "Nos rendez-vous d'automne 2015",
        """<p>Goûters des parents (sur inscription, de 16h à 18h)</p><ul><li>lundi 12 octobre : jouer - Guise, à la
        médiathèque</li><li>lundi 2 novembre : dire non - Vervins, au centre social</li></ul>""",
        ["2015-10-12 16:00-18:00 Guise", "2015-11-02 16:00-18:00 Vervins"],
    ),
    (
        "not there but here",
        "Changement de salle",
        """<p>La réunion du mardi 10 mars 2020 (14h – 16h) n'aura pas lieu à la mairie d'Avion mais au Colisée, rue de
        Paris, à Lens.</p>""",
        ["2020-03-10 14:00-16:00 Lens"],
    ),
    (
        "former meeting without its year",
        "Réunion du collectif",
        """<p>Publié le 6 novembre 2018</p><p>Le collectif se réunira samedi 1er décembre 2018 à 10h. La précédente
        réunion, le 9 juin à Anzin, avait réuni vingt personnes.</p>""",
        ["2018-12-01 10:00- ?"],
    ),
    (
        "room or screen in one line",
        "Le point du jeudi",
        "<p>📅 14/09/2023 – 🕘 12h-13h – 📍 IREV ou Teams, au choix</p>",
        ["2023-09-14 12:00-13:00 Lille hybrid"],
    ),
    (
        "webinars under headings of their own",
        "Les webinaires de l'habitat",
        """<h3>#1 – Repérer les fragilités</h3><p>Mardi 7 novembre 2023 de 13h à 14h</p><h3>#2 – Agir avec les
        syndics</h3><p>Mardi 21 novembre 2023 de 13h à 14h</p>""",
        ["2023-11-07 13:00-14:00 ? online", "2023-11-21 13:00-14:00 ? online"],
    ),
    (
        "hours below each day",
        "Les rencontres de l'achat responsable",
        """<p><b>Premier temps</b> – à distance – les 14 et 15 juin 2022<br>Conférences de 11h à 12h</p>
        <p><b>Second temps</b> – le 22 septembre 2022 à la CCI d'Arras<br>Ateliers de 9h30 à 17h</p>""",
        ["2022-06-14 11:00-12:00 ? online", "2022-06-15 11:00-12:00 ? online", "2022-09-22 09:30-17:00 Arras"],
    ),
    (
        "numbers of days below their month",
        "Rencontres du logement",
        """<p>Quatre rencontres en octobre 2018, toujours de 14h à 16h :</p><ul><li>le 2 à Guise (mairie)</li>
        <li>le 4 à Chauny (salle Péguy)</li><li>le 9 à Hirson (centre social)</li></ul>""",
        ["2018-10-02 14:00-16:00 Guise", "2018-10-04 14:00-16:00 Chauny", "2018-10-09 14:00-16:00 Hirson"],
    ),
    (
        "several towns on each day",
        "Semaine de la parentalité : le programme",
        """<p>Lundi 6 mars 2023</p><ul><li>Lens, 14h : ouverture de l'exposition, médiathèque</li>
        <li>Avion, 18h30 : ciné-débat, espace culturel</li></ul><p>Mardi 7 mars 2023</p>
        <ul><li>Liévin, 10h-17h : village des familles, hôtel de ville</li><li>Carvin, 20h : spectacle, Le
        Majestic</li></ul>""",
        [
            "2023-03-06 14:00- Lens",
            "2023-03-06 18:30- Avion",
            "2023-03-07 10:00-17:00 Liévin",
            "2023-03-07 20:00- Carvin",
        ],
    ),
    (
        "interviews for a post, and a quoted letter",
        "Recrutement d'une médiatrice",
        """<p>Les entretiens se dérouleront le 20 juin 2023 à la mairie de Lens.</p>""",
        [],
    ),
    (
        "towns in headings over days, hours and houses with marks",
        "Assises du sport : deux villes, deux dates",
        """<h2>Lillers</h2><p>📆 14 sept. 2022<br>🕑 14 h-17 h<br>📍 Salle Jacques-Prévert</p><h2>Bapaume</h2>
        <p>📆 5 oct. 2022<br>🕑 14 h-17 h<br>📍 Espace Isabelle de Hainaut</p>""",
        ["2022-09-14 14:00-17:00 Lillers", "2022-10-05 14:00-17:00 Bapaume"],
    ),
    (
        "small town with its département in a bracket",
        "Retour sur l'université du réseau",
        """<p>Elle s'est déroulée les 6 et 7 avril 2023 au Domaine du Lieu-Dieu (Beauchamps, Somme).</p>
        <p>Prochain rendez-vous : 15 juin 2023, à Amiens.</p>""",
        ["2023-04-06 - Beauchamps", "2023-04-07 - Beauchamps", "2023-06-15 - Amiens"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), [c[1:] for c in SESSIONS], ids=[c[0] for c in SESSIONS])
def test_sessions_of_a_page(title: str, body: str, expected: list[str]) -> None:
    assert sorted(tell_sessions(read_page(title, body))) == sorted(expected)
