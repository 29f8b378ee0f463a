"""Terms of the site: one number is one theme, whatever its label says at the time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from extract.knowledge import Knowledge
from extract.records import EventReading, Reading, ThemeReading
from warehouse.timeline import Capture, Key, Readings


@dataclass(frozen=True, slots=True)
class Terms:
    """The theme of each term number, and the label that the site gave it last."""

    themes: Mapping[int, str]
    labels: Mapping[str, str]


def find_terms(captures: Iterable[Capture], readings: Readings, knowledge: Knowledge) -> Terms:
    """Find which theme each numbered term is: as the vocabulary says, else as the earliest capture that knew it."""
    numbered = {term.site_term: term.theme_id for term in knowledge.themes if term.site_term is not None}
    themes: dict[int, str] = dict(numbered)
    last: dict[int, tuple[object, str]] = {}
    for capture in sorted(captures, key=lambda capture: (capture.first_seen, capture.url, capture.digest)):
        reading = readings.get(capture.key)
        for found in _numbered(reading) if reading else ():
            number = int(found.site_term or 0)
            if found.theme_id != f"term:{number}":
                themes.setdefault(number, found.theme_id)
            said = ((capture.last_seen, capture.url), found.text)
            last[number] = max(last.get(number, said), said, key=lambda item: str(item[0]))
    labels = {themes.get(number, f"term:{number}"): label for number, (_, label) in sorted(last.items())}
    return Terms(themes, labels)


def join_terms(captures: Iterable[Capture], readings: Readings, terms: Terms) -> dict[Key, Reading]:
    """Give the readings of the captures, each numbered term under its theme."""
    joined: dict[Key, Reading] = {}
    for capture in captures:
        reading = readings.get(capture.key)
        if reading is not None:
            joined[capture.key] = join_reading(reading, terms)
    return joined


def join_reading(reading: Reading, terms: Terms) -> Reading:
    """Give the reading with each numbered term under its theme."""
    if not any(_is_strange(found, terms) for found in _numbered(reading)):
        return reading
    events = tuple(
        replace(event, themes=tuple(_rename(found, terms) for found in event.themes)) for event in reading.events
    )
    return replace(reading, events=events, themes=tuple(_rename(found, terms) for found in reading.themes))


def _rename(found: ThemeReading, terms: Terms) -> ThemeReading:
    return replace(found, theme_id=terms.themes[int(found.site_term or 0)]) if _is_strange(found, terms) else found


def _is_strange(found: ThemeReading, terms: Terms) -> bool:
    return found.site_term is not None and terms.themes.get(found.site_term, found.theme_id) != found.theme_id


def _numbered(reading: Reading) -> list[ThemeReading]:
    events: tuple[EventReading, ...] = reading.events
    found = [*reading.themes, *(theme for event in events for theme in event.themes)]
    return [theme for theme in found if theme.site_term is not None and theme.origin == "label"]
