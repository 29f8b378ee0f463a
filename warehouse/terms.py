"""Terms of the site: one number is one theme, whatever its label says at the time."""

from __future__ import annotations

import datetime as dt
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
    themes = find_known(knowledge)
    last: dict[int, tuple[tuple[dt.datetime, str], str]] = {}
    for capture in sorted(captures, key=lambda capture: (capture.first_seen, capture.url, capture.digest)):
        reading = readings.get(capture.key)
        for found in numbered_themes(reading) if reading else ():
            number = int(found.site_term or 0)
            if found.theme_id != f"term:{number}":
                themes.setdefault(number, found.theme_id)
            said = ((capture.last_seen, capture.url), found.text)
            last[number] = max(last.get(number, said), said, key=lambda item: item[0])
    return Terms(themes, name_labels(themes, {number: label for number, (_, label) in last.items()}))


def find_known(knowledge: Knowledge) -> dict[int, str]:
    """Find the theme of each numbered term of the vocabulary."""
    return {term.site_term: term.theme_id for term in knowledge.themes if term.site_term is not None}


def name_labels(themes: Mapping[int, str], last: Mapping[int, str]) -> dict[str, str]:
    """Give the last label of each theme from the last label of each number."""
    return {themes.get(number, f"term:{number}"): label for number, label in sorted(last.items())}


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
    if not any(_is_strange(found, terms) for found in numbered_themes(reading)):
        return reading
    events = tuple(
        replace(event, themes=tuple(_rename(found, terms) for found in event.themes)) for event in reading.events
    )
    return replace(reading, events=events, themes=tuple(_rename(found, terms) for found in reading.themes))


def _rename(found: ThemeReading, terms: Terms) -> ThemeReading:
    return replace(found, theme_id=terms.themes[int(found.site_term or 0)]) if _is_strange(found, terms) else found


def _is_strange(found: ThemeReading, terms: Terms) -> bool:
    return found.site_term is not None and terms.themes.get(found.site_term, found.theme_id) != found.theme_id


def numbered_themes(reading: Reading) -> list[ThemeReading]:
    """Give the themes of a reading and of its events that are labelled with a numbered term."""
    events: tuple[EventReading, ...] = reading.events
    found = [*reading.themes, *(theme for event in events for theme in event.themes)]
    return [theme for theme in found if theme.site_term is not None and theme.origin == "label"]
