"""Letters whose items are told in sentences: each item keeps its own day, hour, place and title."""

from __future__ import annotations

from tests.extract.documents import read_page, read_text, tell_sessions

TITLE = "Les nouvelles du quartier"
FAIR = (
    "Bourse aux vêtements",
    "La salle ouvrira ses portes le 25 mai 2023. On se retrouve à Douai, salle Foch, à 10h.",
)
LESSON = (
    "Séance d'initiation au compost",
    "Une heure pour tout comprendre. Elle a lieu le 3 mai 2023, de 9h à 12h, à Lens.",
)
SCREEN = (
    "Loto solidaire",
    "Suivez la séance de chez vous, le 6 juin 2023, à 14h. Le lien de connexion est envoyé la veille.",
)
NEWS = ("Le guide est paru", "Il compte quarante pages et se télécharge gratuitement.")


def draw_cards(*items: tuple[str, str]) -> str:
    """Items as cards whose titles are no headings."""
    return "".join(f"<div class='card'><div>{title}</div><div>{words}</div></div>" for title, words in items)


def test_each_item_is_an_event_of_its_own() -> None:
    expected = {
        FAIR[0]: "2023-05-25 10:00- Douai",
        LESSON[0]: "2023-05-03 09:00-12:00 Lens",
        SCREEN[0]: "2023-06-06 14:00- ? online",
    }
    items = (FAIR, LESSON, NEWS, SCREEN)
    headed = "".join(f"<h3>{title}</h3><p>{words}</p>" for title, words in items)
    text = "\n\n".join("\n".join(item) for item in items)
    for reading in (read_page(TITLE, headed), read_page(TITLE, draw_cards(*items)), read_text(f"{TITLE}\n\n{text}\n")):
        assert dict(zip((e.title for e in reading.events), tell_sessions(reading), strict=True)) == expected


def test_what_stands_below_a_town_is_in_that_town() -> None:
    body = (
        "<h2>Denain</h2><h3>Grand loto solidaire</h3><p>Venez au café Le Zinc, le 19 juin 2023, à 14h.</p>"
        "<h3>Les aides en ligne</h3><p>Webinaire le 20 juin 2023, à 18h.</p>"
        "<h2>Liévin</h2><h3>Bourse aux vêtements</h3><p>Le 28 juillet 2023, à 9h30, à la Maison des associations.</p>"
    )
    assert tell_sessions(read_page(TITLE, body)) == [
        "2023-06-19 14:00- Denain",
        "2023-06-20 18:00- ? online",
        "2023-07-28 09:30- Liévin",
    ]


def test_a_screen_told_with_its_own_day_opens_no_place_above() -> None:
    body = "".join(f"<h3>{title}</h3><p>{words}</p>" for title, words in (LESSON, SCREEN))
    reading = read_page(TITLE, body)
    assert [s.venue.mode for e in reading.events for s in e.sessions if s.venue] == ["in_person", "online"]


def test_paragraphs_of_one_event_are_no_items() -> None:
    text = (
        "Journée du réseau\n\nLe matin en plénière\nOn se retrouve le 3 mai 2023, de 9h à 12h, à Lens.\n\n"
        "Les ateliers du lendemain\nOn travaille le 4 mai 2023, de 9h à 12h, à Lens.\n"
    )
    assert len(read_text(text).events) == 1
