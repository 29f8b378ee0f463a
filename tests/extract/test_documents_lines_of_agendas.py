"""Lines of agendas and newsletters: days in brackets, meals as entries, footers that date the page."""

from __future__ import annotations

import pytest

from extract.read import read_document
from tests.extract.documents import read_brochure, read_page, read_text, tell_sessions
from warehouse.reference import load_knowledge


def test_days_in_brackets_with_a_nought_open_their_lines() -> None:
    text = (
        "LE FIL DES QUARTIERS, février 2026\n\n"
        "[ 03/02 ] 18h / Conseil de quartier / Creil, salle Voltaire\n"
        "[ 10/02 ] 14h / Atelier CV et lettre / Montataire, espace Jaurès"
    )
    assert tell_sessions(read_text(text)) == ["2026-02-03 18:00- Creil", "2026-02-10 14:00- Montataire"]


@pytest.mark.parametrize(
    "words", ["Guichet ouvert 24/7 à Lens en 2026.", "Les 2/3 des habitants de Lens sont venus en 2026."]
)
def test_fractions_are_no_days(words: str) -> None:
    assert read_text(f"La vie du quartier\n\n{words}").events == ()


@pytest.mark.parametrize("entry", ["Repas solidaire, 12h", "Buffet des voisins à 12h", "Goûter dès 12h"])
def test_a_meal_below_its_day_is_what_takes_place(entry: str) -> None:
    text = f"Octobre 2023 à Beauvais\n\nVendredi 13 octobre\nLoto, 19h\n\nMardi 17 octobre\n{entry}\nCentre social"
    assert tell_sessions(read_text(text)) == ["2023-10-13 19:00- Beauvais", "2023-10-17 12:00- Beauvais"]


def test_the_footer_that_dates_a_page_may_be_signed() -> None:
    page = (
        "<html><head><title>Semaine</title></head><body><main><h1>Semaine contre les discriminations</h1>"
        "<p><b>LUNDI 20 mars</b><br>Exposition à 18h, médiathèque de Maubeuge.</p></main>"
        "<footer>Édité le 6 mars 2023 – CA de Maubeuge, 1 place du Pavillon, 59600 Maubeuge</footer></body></html>"
    )
    assert tell_sessions(read_page("Semaine", page)) == ["2023-03-20 18:00- Maubeuge"]


def test_the_day_under_a_title_with_its_rubric_is_when_it_was_put_up() -> None:
    body = '<p><time>11 mai 2023</time> Classé dans <a href="/c/">Documentation</a></p><p>Nos guides sont à Aniche.</p>'
    assert read_page("Nos ressources sur la rénovation urbaine", body).events == ()


def test_a_line_of_a_brochure_that_ends_with_a_comma_goes_on() -> None:
    text = (
        "# Compte rendu de l'atelier du 18 février 2016\nRéseau renouvellement urbain, Maubeuge\n## Décisions\n"
        "L'atelier suivant portera sur le relogement des ménages : jeudi 21 avril,\n"
        "de 9h30 à 12h15, à Fourmies, place Blondeau.\n"
    )
    assert tell_sessions(read_brochure(text))[-1] == "2016-04-21 09:30-12:15 Fourmies"


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("Un bilan à distance est proposé en juin.", ""),
        ("Une réunion de suivi en visio aura lieu en juin.", ""),
        ("Une retransmission en direct est prévue.", " hybrid"),
    ],
)
def test_one_more_thing_on_a_screen_opens_no_meeting_to_those_afar(words: str, mode: str) -> None:
    reading = read_text(f"Journée à Lens\n\nMardi 17 octobre 2023, 9h, salle Foch, Lens\n\n{words}")
    assert tell_sessions(reading)[0] == f"2023-10-17 09:00- Lens{mode}"


def test_a_letter_that_was_only_sent_on_is_read() -> None:
    text = (
        "Objet : RE: atelier\nLe 14 sept. 2021, Farid B. a écrit :\n\nSalut,\n\n"
        "mardi 21 septembre, 14h-16h30, à la mission locale de Péronne, 2 rue Foch : on prépare le pitch."
    )
    assert tell_sessions(read_text(text)) == ["2021-09-21 14:00-16:30 Péronne"]


def test_what_was_posted_is_no_meeting() -> None:
    text = (
        "VOISINS DE LA RUE MOZART (LAMBERSART)\n\nGhislaine P. -- 9 mai 2023, 21:14\n\n"
        "Fête des voisins le vendredi 2 juin, à partir de 18h30, rue Mozart."
    )
    assert tell_sessions(read_text(text)) == ["2023-06-02 18:30- Lambersart"]
    head = "La Gazette du centre social, Lens • n° 58 • 5 avril 2022"
    assert tell_sessions(read_text(f"{head}\n\nChasse aux œufs samedi 16 avril, 10h30, parc des Îles.")) == [
        "2022-04-16 10:30- Lens"
    ]


def test_the_day_over_a_post_is_when_it_was_written() -> None:
    page = (
        "<html><head><title>Les bibliothécaires: Lectures en bas des tours</title></head><body>"
        "<h1><a href='/'>Les bibliothécaires</a></h1><h2>mercredi 19 juin 2024</h2><h3>Lectures en bas des tours</h3>"
        "<p>Les tapis sont secoués, le triporteur est regonflé. En juillet on vient lire chez vous, à Lens, "
        "de 16h30 à 18h, toujours gratuit et sans carte de bibliothèque :</p>"
        "<ul><li>le mercredi 3 juillet, place Foch ;</li><li>le mercredi 10 juillet.</li></ul></body></html>"
    )
    reading = read_document(page.encode(), "https://blog.example/lectures", "text/html", load_knowledge())
    assert [session[:10] for session in tell_sessions(reading)] == ["2024-07-03", "2024-07-10"]
    assert reading.page.title == "Lectures en bas des tours"


def test_a_screen_of_a_day_without_its_month_takes_no_house_from_the_others() -> None:
    text = (
        "Cycle « Aller vers »\n\nTrois matinées, de 9h30 à 12h15 :\n- le 4, à Lens, médiathèque Cousin ;\n"
        "- le 11, à Creil, Maison de la ville ;\n- le 18, en visioconférence.\n\n"
        "Inscriptions avant le vendredi 28 février 2025. Lettre de mars 2025."
    )
    reading = read_text(text)
    assert [(s.venue.name, s.venue.city) for e in reading.events for s in e.sessions if s.venue][:2] == [
        ("médiathèque Cousin", "Lens"),
        ("Maison de la ville", "Creil"),
    ]
