"""The JSON of a reading: exactly the keys of the design, in its order."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

from extract.records import (
    Attachment,
    DateReading,
    EventReading,
    LabelledField,
    OpenReading,
    PageFacts,
    Place,
    Reading,
    SessionReading,
    Source,
    TerritoryReading,
    ThemeReading,
    VenueReading,
)
from pipelines.serialise import build_reading

DAY = dt.date(2022, 3, 16)
SPAN = Place(10, 24)
DATE = DateReading(
    "16 mars de 14h à 16h", DAY, DAY, "14:00", "16:00", "day", "event", "published", 0.91234, ("typo",), SPAN
)
VENUE = VenueReading("à Laon", None, None, None, "Laon", "02408", "in_person", Place(40, 46))
TERRITORY = TerritoryReading("Laon", "02408", "Laon", "commune", "venue", Place(42, 46))
THEME = ThemeReading("sante", "Santé", "label", "Santé", Place(60, 65), site_term=1)
SESSION = SessionReading(DAY, DAY, DAY, "14:00", "16:00", "day", "announced", VENUE, DATE)
READING = Reading(
    source=Source("laon.html", None, "ab" * 32, "text/html"),
    page=PageFacts(
        "node:236000", None, 236000, "announcement", "Rencontre", DAY, dt.datetime(2022, 3, 1, 9, 5), "Chapeau"
    ),
    fields=(LabelledField("Lieu", "Laon", Place(42, 46)),),
    dates=(DATE,),
    venues=(VENUE,),
    territories=(TERRITORY,),
    themes=(THEME,),
    events=(
        EventReading("0", "Rencontre", "rencontre", None, "announces", (SESSION,), (TERRITORY,), (THEME,), "élus", 12),
    ),
    attachments=(Attachment("https://irev.fr/a.pdf", "Programme", "programme", "12 Ko"),),
    open=(OpenReading("au printemps", "no year"),),
)


def test_the_keys_are_those_of_the_design() -> None:
    built = build_reading(READING)
    assert {key: list(value if isinstance(value, dict) else value[0]) for key, value in built.items()} == {
        "source": ["path", "url", "sha256", "media_type"],
        "page": [
            "page_id", "canonical_url", "node_id", "kind", "title", "published_on", "modified_at", "lead",
        ],
        "fields": ["label", "text"],
        "dates": [
            "text", "first_day", "last_day", "starts_at", "ends_at", "precision", "role", "year_from",
            "certainty", "flags", "where",
        ],
        "venues": ["text", "name", "street", "postcode", "city", "commune_code", "mode", "where"],
        "territories": ["text", "territory_id", "name", "kind", "role", "where"],
        "themes": ["theme_id", "label", "origin", "where"],
        "events": [
            "title", "event_type", "cycle", "sessions", "territories", "themes", "audience", "participants",
            "stated_sessions", "organiser", "partners", "registration_url", "registration_deadline",
        ],
        "attachments": ["url", "title", "kind", "stated_size"],
        "open": ["text", "reason"],
    }  # fmt: skip


def test_values_are_plain_json() -> None:
    built = json.loads(json.dumps(build_reading(READING)))
    assert built["page"]["published_on"] == "2022-03-16"
    assert built["page"]["modified_at"] == "2022-03-01T09:05:00"
    assert built["dates"][0]["certainty"] == 0.912
    assert built["dates"][0]["where"] == {"start": 10, "end": 24}
    session = built["events"][0]["sessions"][0]
    assert (session["day"], session["starts_at"], session["venue"]["city"]) == ("2022-03-16", "14:00", "Laon")


def test_a_fuzzy_session_has_no_day() -> None:
    fuzzy = replace(SESSION, day=None, last_day=dt.date(2022, 3, 31), precision="month", venue=None)
    event = replace(READING.events[0], sessions=(fuzzy,))
    session = build_reading(replace(READING, events=(event,)))["events"][0]["sessions"][0]
    assert (session["day"], session["first_day"], session["last_day"]) == (None, "2022-03-16", "2022-03-31")
    assert session["venue"] is None


def test_a_place_in_a_pdf_has_its_page_and_box() -> None:
    placed = replace(DATE, where=Place(10, 24, page=2, box=(72.0, 90.5, 130.0, 101.0)))
    (date,) = build_reading(replace(READING, dates=(placed,)))["dates"]
    assert date["where"] == {"page": 2, "box": [72.0, 90.5, 130.0, 101.0], "start": 10, "end": 24}
