"""Whole pages of sites: whose hours sittings have, and where they are told: by lines, lists, screens and heads.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from extract.read import read_document
from tests.extract.documents import read_brochure, read_page, tell_sessions
from warehouse.reference import load_knowledge

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "a town before its day, the house behind it",
        "Un parcours sur le sport",
        """<p>Le parcours commence le mardi 6 février 2024 à Avion, à la salle Aragon, et s'achève par une étape à
        Laon, le jeudi 7 mars, à La Boutique. Chaque séance va de 9h à 12h.</p>""",
        ["2024-02-06 09:00-12:00 Avion", "2024-03-07 09:00-12:00 Laon"],
    ),
    (
        "where one sleeps is no place of a day",
        "Séminaire des médiateurs",
        """<p>Il se tiendra les 4 et 5 juin 2018 au château de Rochefort à Lillers.</p><h2>Lundi 4 juin</h2><ul>
        <li>10h : ouverture</li><li>17h : fin</li></ul><h2>Mardi 5 juin</h2><ul><li>9h : débat</li><li>12h :
        clôture</li></ul><p>Hébergement conseillé : Hôtel du Lac, Béthune.</p>""",
        ["2018-06-04 10:00-17:00 Lillers", "2018-06-05 09:00-12:00 Lillers"],
    ),
    (
        "a heading about housing is what is talked about",
        "Les soirées du logement",
        """<h2>Se loger quand on est étudiant</h2><p>Mardi 4 juin 2024, 18h</p><p>Maison du parc, Lomme</p>
        <h2>Se chauffer mieux</h2><p>Mardi 11 juin 2024, 18h</p><p>Salle Allende, Mons-en-Barœul</p>""",
        ["2024-06-04 18:00- Lomme", "2024-06-11 18:00- Mons-en-Barœul"],
    ),
    (
        "the same place again says nothing of hours",
        "Bourse aux stages : nouvelle date",
        """<p>La bourse qui devait avoir lieu le jeudi 2 mars a dû être annulée. Elle est reprogrammée au jeudi 16 mars
        2023, de 9h à 12h, toujours dans la halle Gourdin, à Corbie.</p>""",
        ["2023-03-02 - Corbie postponed", "2023-03-16 09:00-12:00 Corbie"],
    ),
    (
        "the next meeting keeps no hours of this one",
        "Ordre du jour du lundi 5 mars 2018",
        """<p>14h - 16h, centre social Les Roses, 12 rue Haute, 62300 Lens</p><ol><li>Bilan</li><li>Divers</li></ol>
        <p>La séance suivante aura lieu le 9 avril 2018, lieu à préciser.</p>""",
        ["2018-03-05 14:00-16:00 Lens", "2018-04-09 - ?"],
    ),
    (
        "towns like everyday words head counted steps",
        "Trois villes à pied",
        """<p>De 10h à 12h.</p><h2>Étape 1. Chauny</h2><p>Jeudi 6 mars 2025. Rendez-vous devant la mairie.</p>
        <h2>Étape 2. Ham</h2><p>Jeudi 13 mars 2025. Rendez-vous au Château.</p>
        <h2>Étape 3. Noyon</h2><p>Jeudi 20 mars 2025. Rendez-vous au Chevalet.</p>""",
        ["2025-03-06 10:00-12:00 Chauny", "2025-03-13 10:00-12:00 Ham", "2025-03-20 10:00-12:00 Noyon"],
    ),
    (
        "all else is at home",
        "Mai à la Maison de la famille de Marly",
        """<p>Mardi 7 mai 2019, 9h-11h : café (sur inscription)<br>Mardi 14 mai 2019, 18h : débat, au cinéma Le Gaumont,
        à Valenciennes</p><p>Sauf indication contraire, nous vous recevons chez nous : 8 rue Haute, 59770 Marly.</p>""",
        ["2019-05-07 09:00-11:00 Marly", "2019-05-14 18:00- Valenciennes"],
    ),
    (
        "this thursday lies ahead",
        "Forum des seniors",
        """<p>Publié le 20 mars 2023</p><p>Ce jeudi, à Lens, le forum ouvre ses portes de 9h à 12h.</p>""",
        ["2023-03-23 09:00-12:00 Lens"],
    ),
    (
        "the news is what took place, whatever is announced at its end",
        "Une belle journée",
        """<p>12 juin 2019 • par Léa</p><p>Elles étaient quatre-vingts, samedi 1er juin, à la salle Vauban de
        Gravelines. On a chanté.</p><p>À noter :
        l'assemblée se tiendra le samedi 7 décembre 2019, le lieu reste à trouver.</p>""",
        ["2019-06-01 - Gravelines", "2019-12-07 - ?"],
    ),
    (
        "headings with a day and a town, under a title that names no meeting",
        "Apprendre à écouter",
        """<h3>1er temps : les 4 et 5 avril 2016 à Laon</h3><p>Centre Charpentier, 2 rue Haute<br>La posture.</p>
        <h3>2e temps : les 9 et 10 mai 2016 à Vervins</h3><p>Maison des services, 4 rue Basse<br>Le conflit.</p>
        <p>Chaque journée commence à 9h et finit à 17h.</p>""",
        [
            "2016-04-04 09:00-17:00 Laon",
            "2016-04-05 09:00-17:00 Laon",
            "2016-05-09 09:00-17:00 Vervins",
            "2016-05-10 09:00-17:00 Vervins",
        ],
    ),
    (
        "the whole address is where the one day is, not another town that is named",
        "Nuit des musées",
        """<p>Samedi 18 mai 2019, de 19h à 23h.</p><h2>Concert</h2><p>Un quatuor.</p><h2>Ateliers</h2>
        <p>Pour tous les âges.</p><h2>Visites</h2><p>Une autre soirée est organisée au musée de
        Péronne.</p><h2>Infos pratiques</h2><p>Musée de l'Hôtel-Dieu<br>48 rue de la République<br>80000 Amiens</p>""",
        ["2019-05-18 19:00-23:00 Amiens"],
    ),
    (
        "what was given up in a town takes place on the screen",
        "Conférence « Le sommeil » : du nouveau",
        """<p>La conférence que nous avons dû annuler le 17 mars 2020 à Lens aura finalement lieu en visioconférence le
        jeudi 23 avril 2020 à 15 h.</p>""",
        ["2020-03-17 - ? online cancelled", "2020-04-23 15:00- ? online"],
    ),
    (
        "an hour that opens all and the one that closes them",
        "Trois matinées pour se lancer",
        """<ul><li>le 5 novembre 2019 à la ferme des Saules (Frévent)</li><li>le 12 novembre 2019 à la salle des fêtes
        de Blangy-sur-Ternoise</li></ul><p>À chaque fois : accueil à 8h30, tour de table, puis ateliers jusqu'à 12h.</p>
        """,
        ["2019-11-05 08:30-12:00 Frévent", "2019-11-12 08:30-12:00 Blangy-sur-Ternoise"],
    ),
    (
        "one that only begins later ends with the others",
        "Cycle en trois modules",
        """<p>Module 1<br>Jeudi 17 janvier 2019, Béthune</p><p>Module 2<br>Vendredi 15 février 2019, Douai</p><p>Module
        3<br>Jeudi 21 mars 2019, Laon</p><p>Horaires : de 9h30 à 17h, sauf le module 2, qui commencera à 10h30.</p>""",
        ["2019-01-17 09:30-17:00 Béthune", "2019-02-15 10:30-17:00 Douai", "2019-03-21 09:30-17:00 Laon"],
    ),
    (
        "on the screen and on the spot in turn",
        "Le club des référents",
        """<p>Le club se réunit alternativement en visioconférence et sur site.</p><ul><li>mardi 7 mars 2023,
        10h-12h, en
        visio</li><li>mardi 13 juin 2023, 10h-16h, à Beauvais</li><li>mardi 5 décembre 2023, 10h-16h, à
        Lens</li></ul>""",
        [
            "2023-03-07 10:00-12:00 ? online",
            "2023-06-13 10:00-16:00 Beauvais",
            "2023-12-05 10:00-16:00 Lens",
        ],
    ),
    (
        "the last house below a town is not in the next one",
        "La quinzaine de la famille",
        """<h3>CAMBRAI</h3><p>Lundi 16 novembre 2015 à 18h : débat, salle Fénelon<br>Mercredi 25 novembre 2015 à 14h :
        jeux, centre social Les Lilas</p><h3>SOLESMES</h3><p>Jeudi 19 novembre 2015 à 9h : café, salle Foch</p>""",
        ["2015-11-16 18:00- Cambrai", "2015-11-19 09:00- Solesmes", "2015-11-25 14:00- Cambrai"],
    ),
    (
        "a programme is that of the new day",
        "Webinaire « Agir ensemble »",
        """<p>Mardi 8 mars 2022, sur Zoom</p><p>Initialement programmé le 3 février 2022, ce webinaire a été décalé.</p>
        <p>13h – Ouverture<br>13h10 – Les chiffres<br>14h20 – Conclusion</p>""",
        ["2022-02-03 - ? online postponed", "2022-03-08 13:00-14:20 ? online"],
    ),
    (
        "outings: when one leaves, where one goes, when one may sign up",
        "Les sorties de février",
        """<p>Inscriptions à partir du mercredi 25 janvier 2023, 9h, à l'accueil.</p><p>Mardi 14 février
        2023<br>Nausicaá
        (Boulogne-sur-Mer). Départ 8h, retour 18h30.</p><p>Jeudi 16 février 2023<br>Patinoire de Liévin. Départ 13h30,
        retour 17h30.</p>""",
        ["2023-02-14 08:00-18:30 Boulogne-sur-Mer", "2023-02-16 13:30-17:30 Liévin"],
    ),
    (
        "a day that only closes earlier",
        "Le bus de la santé en tournée",
        """<p>Montez à bord, de 10h à 16h !</p><ul><li>Lundi 13 septembre 2021 : Gauchy, parking de la
        mairie</li><li>Mardi
        14 septembre 2021 : Harly, place Foch</li><li>Mercredi 15 septembre 2021 : Essigny-le-Grand, place de l'église
        (fermeture à 13h)</li></ul>""",
        ["2021-09-13 10:00-16:00 Gauchy", "2021-09-14 10:00-16:00 Harly", "2021-09-15 10:00-13:00 Essigny-le-Grand"],
    ),
    (
        "a subject with its day, a guest with an hour",
        "Prochaine réunion du conseil citoyen",
        """<p>On se retrouve lundi 12 mars 2018 à 17h30, à la maison de quartier de Sous-le-Bois, à
        Maubeuge.</p><p>Au menu :
        la fête du quartier (25 mai), le jardin. Le directeur viendra à 18h30.</p>""",
        ["2018-03-12 17:30- Maubeuge"],
    ),
    (
        "what replaces a meeting is not called off",
        "Deux réunions pour les clubs",
        """<ul><li>mercredi 10 janvier 2024 à 18h30 : salle Villars, Valenciennes</li><li>jeudi 11 janvier 2024 à
        18h30 :
        club-house de Marck (annulée, remplacée par une visio le 15 janvier 2024 à 19h)</li></ul>""",
        [
            "2024-01-10 18:30- Valenciennes",
            "2024-01-11 18:30- Marck cancelled",
            "2024-01-15 19:00- ? online",
        ],
    ),
    (
        "a heading about a service over a meeting on the screen",
        "Formations gratuites",
        """<h4>Rechercher des fonds</h4><p>Samedi 14 mars 2020 de 9h à 16h à la salle des fêtes du
        Quesnoy.</p><h4>Accueillir
        un service civique</h4><p>Mercredi 25 mars 2020 de 18h à 20h en visioconférence.</p>""",
        ["2020-03-14 09:00-16:00 Le Quesnoy", "2020-03-25 18:00-20:00 ? online"],
    ),
    (
        "a weekday that is excepted, the hours behind it",
        "Ateliers informatiques",
        """<p>Maison pour tous de Guise, 2 rue Haute</p><p>Tous les mardis du 9 janvier au 6 février 2024 (sauf le 23
        janvier), de 14h à 16h.</p>""",
        [f"2024-{day} 14:00-16:00 Guise" for day in ("01-09", "01-16", "01-30", "02-06")],
    ),
    (
        "two years in the title, the one place that is told apart",
        "Les mardis de la prévention 2021-2022",
        """<p>De 9h à 12h.</p><p>12 octobre : le sommeil<br>16 novembre : les jeux<br>18 janvier : la
        parole</p><p>Maison
        de santé, 3 rue Haute, Bapaume, sauf la séance du 18 janvier, au centre social d'Avion. Convention du 4 juillet
        2020.</p>""",
        ["2021-10-12 09:00-12:00 Bapaume", "2021-11-16 09:00-12:00 Bapaume", "2022-01-18 09:00-12:00 Avion"],
    ),
    (
        "the place of the next edition is not that of this one",
        "Hirson : cent visiteurs au forum des métiers",
        """<p>Publié le 15/11/2022</p><p>Les allées du gymnase se remplissaient vite, ce mardi matin.</p><p>Prochaine
        édition en novembre 2023, à Vervins.</p>""",
        ["2022-11-15 - Hirson"],
    ),
    (
        "there or live on the screen",
        "Journée sur les addictions",
        """<p>Jeudi 30 novembre 2023, de 9h à 16h</p><p>À suivre sur place à l'institut Pasteur de Lille ou en direct
        par
        visioconférence.</p>""",
        ["2023-11-30 09:00-16:00 Lille hybrid"],
    ),
    (
        "counted headings that are all towns, however they are called",
        "Tours de plaine 2026",
        """<h3>1. Chaulnes</h3><p>Mercredi 22 avril 2026, 14 h, chez Paul.</p><h3>2. Roye</h3><p>Mercredi 13 mai 2026,
        14 h, EARL du Bois.</p><h3>3. Nesle</h3><p>Jeudi 4 juin 2026, 9 h 30, ferme du Moulin.</p>""",
        ["2026-04-22 14:00- Chaulnes", "2026-05-13 14:00- Roye", "2026-06-04 09:30- Nesle"],
    ),
    (
        "what is due from a day on, and hours far from a word that has its own",
        "[Webinaire] La consigne, on s'y met !",
        """<ul><li>26/03/2026</li><li>12h30 - 13h15</li><li>Zoom</li></ul><p>Dès le 1er septembre 2026, tous les
        commerces devront reprendre les bouteilles.</p>""",
        ["2026-03-26 12:30-13:15 ? online"],
    ),
    (
        "two lists of days over the hours of both",
        "Ateliers d'écriture",
        """<p>Archives, 7 rue Haute, Laon</p><p>Niveau débutant : les samedis 14 janvier, 11 février et 11 mars 2017<br>
        Niveau confirmé : les samedis 21 janvier et 18 mars 2017</p><p>De 10h à 12h. Gratuit.</p>""",
        [f"2017-{day} 10:00-12:00 Laon" for day in ("01-14", "01-21", "02-11", "03-11", "03-18")],
    ),
    (
        "each tuesday of a span that is told behind its place",
        "Du sport pour toutes",
        """<p>Rendez-vous chaque mardi de 13h45 à 15h15 au gymnase de Corbie, du 12 septembre au 3 octobre 2023.</p>""",
        [f"2023-{day} 13:45-15:15 Corbie" for day in ("09-12", "09-19", "09-26", "10-03")],
    ),
    (
        "from an hour of the first day to one of the last",
        "Rencontre régionale",
        """<p>Elle se déroulera du mercredi 16 mai 2018 (14h) au jeudi 17 mai 2018 (12h30) au centre Les Tourelles, au
        Crotoy. Départ en bus de Lille à 10h.</p>""",
        ["2018-05-16 14:00- Le Crotoy", "2018-05-17 -12:30 Le Crotoy"],
    ),
    (
        "all meetings are shown live",
        "Trois réunions publiques",
        """<ul><li>lundi 3 juin 2019, Bourbourg, salle Foch</li><li>mercredi 5 juin 2019, Gravelines, salle Vauban</li>
        </ul><p>Toutes les réunions commencent à 18h30 et sont retransmises en direct sur la page Facebook.</p>""",
        ["2019-06-03 18:30- Bourbourg hybrid", "2019-06-05 18:30- Gravelines hybrid"],
    ),
    (
        "the screen above its day",
        "Les ateliers reprennent",
        """<h2>Atelier santé</h2><p>Bapaume, salle Foch<br>Mercredi 7 octobre 2020, 18h-20h</p><h2>Atelier mobilité</h2>
        <p>Vimy, salle Kléber<br>Mercredi 14 octobre 2020, 18h-20h</p><h2>Rattrapage</h2><p>En visioconférence<br>Mardi
        20 octobre 2020, 12h-13h</p>""",
        ["2020-10-07 18:00-20:00 Bapaume", "2020-10-14 18:00-20:00 Vimy", "2020-10-20 12:00-13:00 ? online"],
    ),
]


@pytest.mark.parametrize(("title", "body", "told"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_sittings_of_pages(title: str, body: str, told: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == told


def test_a_list_that_begins_with_a_day_keeps_its_order() -> None:
    reading = read_brochure(
        "# Permanences logement\n## Les dates\nLundi 6 mai 2024 à 9h\nCentre social Les Lilas\nCroix\n"
        "Lundi 3 juin 2024 à 9h\nMaison du projet\nLys-lez-Lannoy\n"
        "Lundi 1er juillet 2024 à 9h\nSalle Watremez\nRoubaix\n"
    )
    assert tell_sessions(reading) == [
        "2024-05-06 09:00- Croix",
        "2024-06-03 09:00- Lys-lez-Lannoy",
        "2024-07-01 09:00- Roubaix",
    ]


def test_a_report_that_came_out_is_no_publication_of_the_page() -> None:
    reading = read_page("La lettre n° 7", "<p>Octobre 2021</p><p>Le guide, paru le 2 mai 2019, reste utile.</p>")
    assert reading.page.published_on is None


def test_the_site_is_told_by_the_head_alone() -> None:
    page = (
        "<html><head><title>Ville de Wizernes - Enfance</title></head><body><h1>Le café des parents</h1>"
        "<p>JEUDI 5 DÉCEMBRE 2024<br>9H-11H<br>ÉCOLE PERGAUD, RUE DU MOULIN</p></body></html>"
    )
    reading = read_document(page.encode(), "http://vie.example/cafe.html", "text/html", load_knowledge())
    assert tell_sessions(reading) == ["2024-12-05 09:00-11:00 Wizernes"]


def test_a_span_of_years_tells_that_of_a_weekday() -> None:
    reading = read_brochure(
        "# Le centre social fête ses vingt ans\nSAMEDI 20 MAI\nde 14 h à 18 h\nCentre social L'Escale\n"
        "rue Haute - GAUCHY\nProjet soutenu par le contrat de ville 2020-2023\n",
        "flyer",
    )
    assert tell_sessions(reading) == ["2023-05-20 14:00-18:00 Gauchy"]


def test_a_signed_day_under_the_title_is_when_it_was_put_up() -> None:
    reading = read_page(
        "Assemblée des aidants : le compte rendu",
        "<p>mercredi 23 novembre 2016, par le bureau</p><p>Jeudi 17 novembre, nous étions quarante à la mairie "
        "de Thourotte.</p>",
    )
    assert str(reading.page.published_on) == "2016-11-23"
    assert tell_sessions(reading) == ["2016-11-17 - Thourotte"]
