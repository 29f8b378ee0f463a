"""Agendas whose entries lead to pages of their own, beside listings that only name other pages."""

from __future__ import annotations

from extract.read import read_document
from extract.records import Reading
from tests.extract.documents import tell_sessions
from warehouse.reference import load_knowledge

ENTRIES = (
    ("Aidants Connect : la formation", "Péronne – mercredi 5 février 2025, 9h15-17h", "Salle Foch, 12 rue Pasteur."),
    ("Réparer plutôt que jeter", "Lens – mardi 11 février 2025, 14h-17h", "Avec les « Bidouilleurs »."),
    ("Café visio des conseillers", "En ligne – vendredi 14 février 2025, 11h-12h", "Tour d'écran."),
    ("Impôts, CAF : s'y retrouver", "Soissons – jeudi 6 mars 2025, 9h30-12h30", "Ouvert aux agents d'accueil."),
)


def read(entries: tuple[tuple[str, ...], ...], title: str) -> Reading:
    """The reading of a page of linked entries whose first heading is the name of the site."""
    items = "".join(
        f'<li class="item"><h3><a href="/article{number}">{head}</a></h3><p>{line}</p><p>{words}</p></li>'
        for number, (head, line, words) in enumerate(entries)
    )
    page = (
        f"<html><head><title>{title} - Le Hub des aidants</title></head>"
        f"<body><header><h1>Le Hub des aidants</h1></header><main><h2>{title}</h2><ul>{items}</ul></main>"
        "<footer><p>Le Hub, 4 rue Marotte, 80000 Amiens</p></footer></body></html>"
    )
    return read_document(page.encode(), "https://www.exemple.fr/-Agenda-", "text/html", load_knowledge())


def test_linked_entries_that_tell_day_and_hours_are_events() -> None:
    reading = read(ENTRIES, "Agenda")
    assert reading.page.title == "Agenda"
    assert tell_sessions(reading) == [
        "2025-02-05 09:15-17:00 Péronne",
        "2025-02-11 14:00-17:00 Lens",
        "2025-02-14 11:00-12:00 ? online",
        "2025-03-06 09:30-12:30 Soissons",
    ]
    assert [event.title for event in reading.events] == [entry[0] for entry in ENTRIES]


def test_linked_entries_with_the_days_on_which_they_were_put_up_are_a_listing() -> None:
    entries = tuple(
        (head, f"Publié le {number} mars 2025", words) for number, (head, _, words) in enumerate(ENTRIES, 3)
    )
    reading = read(entries, "Toute l'information")
    assert reading.page.kind == "listing"
    assert reading.events == ()


TEASERS = (
    ("Atelier : écrire ensemble", "Publié le 4 novembre 2021", "Rendez-vous le 25 novembre à 14h à la MJC, à Lens."),
    ("Webinaire « budgets »", "Publié le 2 novembre 2021", "En ligne, mardi 16 novembre, de 13h à 14h."),
    ("Parution du cahier n° 12", "Publié le 21 octobre 2021", "Vingt-huit pages de repères, à télécharger."),
    ("Retour sur la visite", "Publié le 13 octobre 2021", "Quinze personnes ont découvert le tiers-lieu le 5 octobre."),
)


def test_a_listing_mentions_what_its_entries_tell_in_words() -> None:
    reading = read(TEASERS, "Actualités")
    assert reading.page.kind == "listing"
    assert [(event.title, event.relation) for event in reading.events] == [
        ("Atelier : écrire ensemble", "mentions"),
        ("Webinaire « budgets »", "mentions"),
        ("Retour sur la visite", "mentions"),
    ]
    assert tell_sessions(reading) == ["2021-11-25 14:00- Lens", "2021-11-16 13:00-14:00 ? online", "2021-10-05 - ?"]


def test_the_key_of_a_listed_event_stays_when_the_entry_moves_down() -> None:
    newer = ("Une nouvelle", "Publié le 5 novembre 2021", "La journée du jeudi 2 décembre est ouverte à tous.")
    before, after = read(TEASERS, "Actualités"), read((newer, *TEASERS), "Actualités")
    assert {event.key for event in before.events} < {event.key for event in after.events}
