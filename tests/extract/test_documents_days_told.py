"""Whole pages of sites: which days are sittings, in what state, and what only stands beside them.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

PAGES: list[tuple[str, str, str, list[str]]] = [
    (
        "weekdays of the news, counted from the day that stamps it",
        "La laïcité, on en parle",
        """<p>Publié le mercredi 6 juin 2018</p><p>Lundi et mardi, douze animatrices ont suivi le stage à la salle
        Voltaire de Noyon.</p><p>Prochaines dates : les 4 et 5 juillet à Senlis, le 12 juillet à Pont-Sainte-Maxence
        (complet).</p>""",
        [
            "2018-06-04 - Noyon",
            "2018-06-05 - Noyon",
            "2018-07-04 - Senlis",
            "2018-07-05 - Senlis",
            "2018-07-12 - Pont-Sainte-Maxence full",
        ],
    ),
    (
        "a habit is no day",
        "Le café des aidants de Lens",
        """<p>Publié le 20 mars 2023</p><p>Nous vous accueillons le mardi à 14h à la mairie de Lens.</p>""",
        [],
    ),
    (
        "weekdays of a month that frame the days told below",
        "Les mardis de mars : deux visios",
        """<p>Sur Teams, de 12h à 13h :</p><p>- le 9 mars 2021 : le droit au logement<br>- le 23 mars 2021 : l'accès aux
        soins</p>""",
        ["2021-03-09 12:00-13:00 ? online", "2021-03-23 12:00-13:00 ? online"],
    ),
    (
        "next sessions are all the sessions",
        "Formation : accueillir",
        """<p>Prochaines sessions (une au choix) :</p><ul><li>12/03/2024 – Lille (mairie de
        quartier)</li><li>04/06/2024 –
        Amiens (espace Dewailly)</li></ul><p>Horaires : 9h - 12h30 / 13h30 - 17h</p>""",
        ["2024-03-12 09:00-17:00 Lille", "2024-06-04 09:00-17:00 Amiens"],
    ),
    (
        "the month of a letter",
        "Le coin des parents – la newsletter de mai 2018",
        """<p><b>Jeudi 3</b> – Atelier, 14h-17h, maison des parents, Halluin<br><b>Mardi 15</b> – Débat, 18h-20h, salle
        Foch, Roncq<br><b>Samedi 26</b> – Forum, 10h-17h, halle des sports, Halluin</p>""",
        ["2018-05-03 14:00-17:00 Halluin", "2018-05-15 18:00-20:00 Roncq", "2018-05-26 10:00-17:00 Halluin"],
    ),
    (
        "until when something is on show is no sitting",
        "Portraits d'habitantes",
        """<p>Vernissage le vendredi 8 mars 2019 à 18h30 à la médiathèque de Landrecies.</p><p>Exposition visible
        jusqu'au
        30 mars aux heures d'ouverture (mardi, samedi : 10h-12h et 14h-18h).</p>""",
        ["2019-03-08 18:30- Landrecies"],
    ),
    (
        "several sessions are called off by their numbers",
        "Formation à l'entretien",
        """<ul><li>Session 1 : 5 mars 2020, Arras</li><li>Session 2 : 2 avril 2020, Lens</li><li>Session 3 : 14 mai
        2020,
        Calais</li></ul><p>9h-17h. Mise à jour : les sessions 2 et 3 sont annulées.</p>""",
        [
            "2020-03-05 09:00-17:00 Arras",
            "2020-04-02 09:00-17:00 Lens cancelled",
            "2020-05-14 09:00-17:00 Calais cancelled",
        ],
    ),
    (
        "news have the day they were put up",
        "Bienvenue au café des familles de Croix !",
        """<h2>Prochains rendez-vous</h2><ul><li>Mercredi 5 juin 2024, 15h : goûter</li><li>Samedi 8 juin 2024, 10h :
        cuisine</li></ul><h2>Actualités</h2><p>12 mai 2024 – Merci aux bénévoles du vide-grenier !</p>""",
        ["2024-06-05 15:00- Croix", "2024-06-08 10:00- Croix"],
    ),
    (
        "what one line of a list tells is not for the others",
        "Infolettre n° 7 - juin 2023",
        """<h2>Ça se passe bientôt</h2><p>• Commission logement : 20 juin, 14h, à l'agglomération<br>• Premiers
        secours : 26
        juin, 9h-17h, Sin-le-Noble<br>• Groupe des aidants : 4 juillet, 10h, dans nos bureaux</p>""",
        ["2023-06-20 14:00- ?", "2023-06-26 09:00-17:00 Sin-le-Noble", "2023-07-04 10:00- ?"],
    ),
    (
        "a meeting that has to be put off",
        "Report de notre réunion",
        """<p>La neige nous oblige à repousser la réunion de mercredi 7 février 2018. Elle aura lieu le mercredi 14
        février
        2018, à 17h30, au local de la rue Haute, à Outreau.</p>""",
        ["2018-02-07 - Outreau postponed", "2018-02-14 17:30- Outreau"],
    ),
]


@pytest.mark.parametrize(("title", "body", "told"), [p[1:] for p in PAGES], ids=[p[0] for p in PAGES])
def test_sittings_of_pages(title: str, body: str, told: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == told
