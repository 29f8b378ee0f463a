"""Whose year a day has and whether people meet on it: limits, what was said before, papers, exhibitions, frames."""

from __future__ import annotations

import pytest

from tests.extract.documents import draw_table, read_page, read_text, tell_sessions

LIMITS = {
    "a limit below a meeting of years before": (
        "Rencontre des conseils citoyens",
        "<p>Après Lens, où nous étions le 25 novembre 2017, place à Amiens.</p><p>Samedi 17 novembre 2018, 9h30 à "
        "16h30, salle Foch, Amiens.</p><p>Inscription gratuite, jusqu'au 9 novembre.</p>",
        "2018-11-09",
    ),
    "a limit below what something is since": (
        "Café-mémoire",
        "<p>Mardi 8 octobre 2024, 14h30-16h30, foyer Zola, 12 rue Zola, Avion.</p><p>Prévenir au plus tard le "
        "4 octobre.</p><p>La caravane circule depuis le 1er octobre 2019.</p>",
        "2024-10-04",
    ),
    "a limit behind the first of several meetings": (
        "Deux ateliers",
        "<p>Vendredi 4 octobre 2024, 10h-12h, hôtel de ville, Soissons</p><p>Jeudi 5 décembre 2024, 9h30-16h, Palais "
        "l'Art déco, Saint-Quentin. Repas à réserver avant le 22 novembre.</p>",
        "2024-11-22",
    ),
    "a limit before meetings of the next year": (
        "Rencontres de l'hiver",
        "<p>Jeudi 15 janvier 2026, 14h-16h, à Laon</p><p>Mardi 10 février 2026, 14h-16h, à Laon</p>"
        "<p>Inscriptions avant le 20 décembre.</p>",
        "2025-12-20",
    ),
}


@pytest.mark.parametrize(("title", "body", "day"), LIMITS.values(), ids=LIMITS)
def test_a_limit_has_the_year_of_the_meeting_it_comes_before(title: str, body: str, day: str) -> None:
    dates = read_page(title, body).dates
    assert [d.first_day.isoformat() for d in dates if d.role == "registration_deadline"] == [day]


PAST = {
    "what was said by those one writes to": (
        "<p>Nous avons tenu compte de vos remarques du 12 décembre à Lille.</p>",
        "2019-12-12",
    ),
    "what was decided together": (
        "<p>Le calendrier suit nos échanges du 5 décembre à Lens.</p>",
        "2019-12-05",
    ),
    "what was promised at a place": (
        "<p>Comme promis à Liévin le 17 septembre, nous parlerons des parents.</p>",
        "2019-09-17",
    ),
}


@pytest.mark.parametrize(("words", "day"), PAST.values(), ids=PAST)
def test_what_was_said_on_a_day_is_past_and_in_no_year_of_the_title(words: str, day: str) -> None:
    days = "<p>6 février – Laon, mairie, 9h30-12h30</p><p>2 avril – Beauvais, mairie, 9h30-12h30</p>"
    reading = read_page(
        "Réseau des coordonnateurs : le calendrier 2020", f"{words}{days}<p>Publié le 14 janvier 2020</p>"
    )
    told = [d for d in reading.dates if d.first_day.isoformat() == day]
    assert [d.role for d in told] == ["past"]
    assert tell_sessions(reading) == ["2020-02-06 09:30-12:30 Laon", "2020-04-02 09:30-12:30 Beauvais"]


@pytest.mark.parametrize(
    "words", ["Les bilans de l'année 2024 sont à remettre.", "Le bilan de la saison 2024 est en ligne.",
              "Nous avons lu les actes de l'édition 2024."]
)  # fmt: skip
def test_a_year_within_a_sentence_dates_no_calendar(words: str) -> None:
    body = f"<p>18/03, 14h-16h30, à Douai</p><p>20/05, 9h30-12h30, à Lens</p><p>{words}</p><p>Publié le 17/02/2025</p>"
    assert tell_sessions(read_page("Quatre ateliers", body)) == [
        "2025-03-18 14:00-16:30 Douai",
        "2025-05-20 09:30-12:30 Lens",
    ]


def test_days_of_a_table_lie_near_meetings_and_not_near_months_of_papers() -> None:
    rows = draw_table(("Date", "Thème"), ("24/03", "Mobiliser"), ("14/04", "Tirer au sort"), ("16/06", "Statuts"))
    body = f"<p>Mardi 24 mars 2015</p><p>De 9h30 à 12h30 à Lille.</p>{rows}<p>Cadre de référence (juin 2014)</p>"
    days = [line[:10] for line in tell_sessions(read_page("Les ateliers du mardi", body))]
    assert days == ["2015-03-24", "2015-04-14", "2015-06-16"]


NEWS = {
    "what others were asked to do": "le 2 mai, quatre-vingts villes ont été invitées à candidater.",
    "what was published": "le 29 avril, le cahier des charges a été publié par l'État.",
    "what was given": "le 3 mai, trente postes ont été attribués à la région.",
}


@pytest.mark.parametrize("words", NEWS.values(), ids=NEWS)
def test_what_was_done_on_a_day_by_others_is_no_meeting_beside_those_to_come(words: str) -> None:
    body = (
        f"<p>L'instruction du 13 février 2019 a ouvert la voie ; {words} Les dossiers sont à remettre le 20 juin.</p>"
        "<p>L'IREV propose deux rencontres. Inscrivez-vous.</p><p>16 mai, 14h30 à 17h, Canopé, Amiens</p>"
        "<p>22 mai, 14h à 16h30, salle Foch, Lens</p><p>Publié le 7 mai 2019</p>"
    )
    days = [line[:10] for line in tell_sessions(read_page("Deux rencontres pour les candidats", body))]
    assert days == ["2019-05-16", "2019-05-22"]


def test_what_was_held_on_a_day_stays_the_news() -> None:
    body = (
        "<p>Le 2 mai, cinquante personnes ont été accueillies à la salle Foch, à Lens.</p>"
        "<p>16 mai 2019, 14h30 à 17h, Canopé, Amiens</p><p>Publié le 7 mai 2019</p>"
    )
    assert "2019-05-02" in [line[:10] for line in tell_sessions(read_page("Deux rencontres", body))]


EXHIBITIONS = {
    "in sentences": (
        "L'exposition est visible du 5 au 23 mars 2024 à la mairie de Roubaix. Vernissage le jeudi 7 mars 2024 "
        "à 18h30.",
        True,
    ),
    "an accrochage with its inauguration": (
        "Accrochage du 5 au 23 mars 2024, mairie de Roubaix. Inauguration jeudi 7 mars 2024 à 18h30.",
        True,
    ),
    "what is shown besides a meeting": (
        "La rencontre a lieu jeudi 7 mars 2024 à 18h30, mairie de Roubaix. Photographies visibles dans le hall du 5 au "
        "23 mars 2024.",
        False,
    ),
    "weeks of sessions": ("Formation du 5 au 23 mars 2024 à Roubaix. Séance jeudi 7 mars 2024 à 18h30.", False),
}


@pytest.mark.parametrize(("words", "is_told"), EXHIBITIONS.values(), ids=EXHIBITIONS)
def test_weeks_of_an_exhibition_stay_beside_its_opening(words: str, is_told: bool) -> None:
    reading = read_page("« Mon palier », portraits d'habitants", f"<p>{words}</p>")
    spans = {(str(s.first_day), str(s.last_day)) for e in reading.events for s in e.sessions}
    assert ("2024-03-07", "2024-03-07") in spans
    assert (("2024-03-05", "2024-03-23") in spans) is is_told


PAPERS = {
    "a seminar long before": "lancé lors du séminaire du 11 octobre 2011 à Lens",
    "a meeting long before": "né après la rencontre du 11 octobre 2011 à Lens",
    "an atelier long before": "nourri par les actes de l'atelier du 11 octobre 2011",
}


@pytest.mark.parametrize("words", PAPERS.values(), ids=PAPERS)
def test_a_page_of_long_after_has_no_meeting_of_then(words: str) -> None:
    text = f"Les Cahiers n° 5 : vieillir\n\nCe cahier est le fruit d'un travail {words}.\n\nParution : 15 mars 2013.\n"
    assert tell_sessions(read_text(text)) == []


HISTORY = {
    "of laws and acts": (
        "21 février 2014 : la loi crée le programme",
        "16 décembre 2014 : le conseil d'administration arrête la liste",
        "8 juillet 2021 : l'État annonce deux milliards",
    ),
    "of a house": (
        "Le 3 mars 2009 : les habitants occupent la friche",
        "Le 12 mai 2013 : première pierre",
        "Le 4 juin 2016 : la maison ouvre",
    ),
    "of an association": (
        "1er avril 1998 : naissance de l'association",
        "15 juin 2004 : le réseau compte vingt membres",
        "2 septembre 2019 : nouveau nom",
    ),
}


@pytest.mark.parametrize("items", HISTORY.values(), ids=HISTORY)
def test_lists_of_days_years_apart_tell_history(items: tuple[str, ...]) -> None:
    body = f"<h2>Repères</h2><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul><p>Publié le 9 mars 2022</p>"
    assert tell_sessions(read_page("Dossier : le renouvellement urbain", body)) == []


def test_lists_of_days_months_apart_are_calendars() -> None:
    items = ("21 février 2022 : atelier à Lens", "16 mai 2022 : atelier à Douai", "8 juillet 2022 : atelier à Laon")
    body = f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul><p>Publié le 9 janvier 2022</p>"
    assert len(tell_sessions(read_page("Cycle d'ateliers sur l'habitat", body))) == len(items)


DUE = {
    "papers ready": "Les préfets demandent que les contrats-cadres soient prêts pour le 30 juin 2015.",
    "papers finished": "Les diagnostics devront être finalisés pour le 30 juin 2015.",
    "bulletins given back": "Retour du bulletin : le 30 juin 2015 par courrier.",
}


@pytest.mark.parametrize("words", DUE.values(), ids=DUE)
def test_a_day_by_which_papers_are_due_is_no_meeting(words: str) -> None:
    reading = read_page("La nouvelle géographie prioritaire", f"<p>L'IREV fait le point.</p><p>{words}</p>")
    assert [d.role for d in reading.dates] == ["registration_deadline"]
    assert tell_sessions(reading) == []


ENDS = {
    "to end at a town": "Le carnet de route s'achèvera le jeudi 16 mai 2013 à Maubeuge, de 9h45 à 16h.",
    "to close at a town": "Le guide se termine le jeudi 16 mai 2013 à Maubeuge, de 9h45 à 16h.",
    "to begin at a town": "Le programme débute le jeudi 16 mai 2013, à Maubeuge, de 9h45 à 16h.",
}


@pytest.mark.parametrize("words", ENDS.values(), ids=ENDS)
def test_what_ends_or_begins_at_a_town_is_met_for(words: str) -> None:
    assert tell_sessions(read_page("Copropriétés fragiles", f"<p>{words}</p>")) == ["2013-05-16 09:45-16:00 Maubeuge"]


STATES = {
    "a longer cell that opens with it": (
        draw_table(
            ("Ville", "Jours", "Observation"),
            ("Laon", "5 février 2018", ""),
            ("Beauvais", "4 juin 2018", "Annulé, nouvelle programmation au second semestre"),
        ),
        ["announced", "cancelled"],
    ),
    "a longer cell that is full": (
        draw_table(
            ("Ville", "Jours", "Observation"),
            ("Laon", "5 février 2018", "Complet : une liste d'attente est ouverte"),
            ("Beauvais", "4 juin 2018", "Priorité aux agents de la ville"),
        ),
        ["full", "announced"],
    ),
    "what replaces it in the next lines": (
        "<p>Je suis obligée d'annuler notre séance du jeudi 13 janvier 2022. Ne vous déplacez pas !</p>"
        "<p>Elle est remplacée par le jeudi 3 février 2022.</p>",
        ["postponed", "announced"],
    ),
}


@pytest.mark.parametrize(("body", "states"), STATES.values(), ids=STATES)
def test_states_told_beside_and_below_a_day(body: str, states: list[str]) -> None:
    reading = read_page("Formation des équipes", body)
    assert [s.status for e in reading.events for s in e.sessions] == states


CANNOT = {
    "measures that forbid": "Les mesures annoncées hier ne nous permettent pas de vous recevoir le jeudi 18 mars.",
    "people who cannot": "Nous ne pourrons pas vous accueillir à la salle Foch le jeudi 18 mars.",
    "what is no more possible": "Il est impossible de nous réunir le jeudi 18 mars.",
}


@pytest.mark.parametrize("words", CANNOT.values(), ids=CANNOT)
def test_a_day_on_which_people_cannot_meet_was_that_of_the_meeting(words: str) -> None:
    body = f"<p>{words}</p><p>Le forum aura lieu mardi 11 mai, 18h, à Roubaix.</p><p>Publié le 12 mars 2021</p>"
    reading = read_page("Report du forum des parents", body)
    told = [(str(s.first_day), s.status) for e in reading.events for s in e.sessions]
    assert told == [("2021-03-18", "postponed"), ("2021-05-11", "announced")]


PAPERS_DATED = {
    "who wrote the minutes": ("Rédaction : Yann Petit, IREV, le 14 décembre 2018.", "2018-12-14"),
    "who took notes": ("Secrétaire de séance : Lucie Blanc, le 7 juillet 2018", "2018-07-07"),
    "when a programme was made": ("Programme établi le 11 janvier 2018, susceptible de changer", "2018-01-11"),
}


@pytest.mark.parametrize(("line", "day"), PAPERS_DATED.values(), ids=PAPERS_DATED)
def test_a_line_that_says_when_the_paper_was_made(line: str, day: str) -> None:
    dates = read_page("Vos rendez-vous", f"<p>{line}</p>").dates
    assert [(d.role, str(d.first_day)) for d in dates] == [("publication", day)]


@pytest.mark.parametrize("words", ["l'article 7 de la loi du 21 février", "la loi du 21 février (ville)"])
def test_a_founding_law_has_its_own_year(words: str) -> None:
    dates = read_page("Deux jours", f"<p>24 et 25 juin 2016</p><p>Depuis {words}, le vent tourne.</p>").dates
    assert [str(d.first_day) for d in dates if d.role == "law"] == ["2014-02-21"]


def test_no_sitting_of_the_frame_around_groups() -> None:
    body = (
        "<p>De 9h30 à 16h30.</p><h3>Groupe A</h3><p>Les 3 et 10 octobre 2017, Lens</p><h3>Groupe B</h3>"
        "<p>Les 7 et 14 novembre 2017, Creil</p><h3>Contenu</h3><p>Le droit, l'écoute.</p>"
        "<p>Dates : Mardi 3 octobre 2017 - 02:00 - Mardi 14 novembre 2017 - 01:00</p>"
    )
    days = [line[:10] for line in tell_sessions(read_page("Former des équipes-relais", body))]
    assert days == ["2017-10-03", "2017-10-10", "2017-11-07", "2017-11-14"]


def test_an_agenda_in_a_column_beside_the_page_is_none_of_its_meetings() -> None:
    page = "<p>Déposez votre dossier avant le 12 avril 2019.</p>"
    beside = '<div class="sidebar"><h3>Agenda</h3><ul><li>Jeudi 4 avril 2019 - Rencontre (Arras)</li></ul></div>'
    assert tell_sessions(read_page("Appel à projets : partir cet été", page + beside)) == []
