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
    "what others were asked to do": "<p>Le 2 mai, quatre-vingts villes ont été invitées à candidater.</p>",
    "what was published": "<p>Le 29 avril, le cahier des charges a été publié par l'État.</p>",
    "what was given": "<p>Le 3 mai, trente postes ont été attribués à la région.</p>",
}


@pytest.mark.parametrize("words", NEWS.values(), ids=NEWS)
def test_what_was_done_on_a_day_by_others_is_no_meeting_beside_those_to_come(words: str) -> None:
    words += "<p>Inscrivez-vous : les places sont limitées. L'IREV vous propose un après-midi.</p>"
    body = f"{words}<p>16 mai 2019, 14h30 à 17h, Canopé, 45 rue Saint-Leu, Amiens</p><p>Publié le 7 mai 2019</p>"
    assert tell_sessions(read_page("Deux rencontres", body)) == ["2019-05-16 14:30-17:00 Amiens"]


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
