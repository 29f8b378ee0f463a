"""A reading for people: plain lines for a terminal. Whatever a site wrote passes through `clean_line`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extract.dates import DatesResult
from extract.records import (
    DateReading,
    EventReading,
    OpenReading,
    Place,
    Reading,
    SessionReading,
    VenueReading,
)
from pipelines.terminal import clean_line

_LONGEST_QUOTE = 90


def show_reading(reading: Reading) -> str:
    """Show what one document says: page, events, dates, venues, territories, themes, attachments, open."""
    sections = (
        ("", _show_page(reading)),
        ("Fields", (f"{entry.label}: {_quote(entry.text)}" for entry in reading.fields)),
        ("Events", (line for event in reading.events for line in _show_event(event))),
        ("Dates", map(show_date, reading.dates)),
        ("Venues", (f"{show_venue(venue)}  {_show_words(venue.text, venue.where)}" for venue in reading.venues)),
        ("Territories", (_show_territory_line(reading, index) for index in range(len(reading.territories)))),
        ("Themes", (f"{theme.theme_id}  {theme.label} ({theme.origin})" for theme in reading.themes)),
        ("Attachments", (f"{entry.kind}: {entry.title}  {entry.url}" for entry in reading.attachments)),
        ("Left open", map(show_open, reading.open)),
    )
    return "\n".join(line for title, lines in sections for line in _show_section(title, lines)).strip("\n")


def show_dates(result: DatesResult) -> str:
    """Show the dates of a text, and what was left open."""
    lines = [*map(show_date, result.dates), *(f"open  {show_open(entry)}" for entry in result.open)]
    return "\n".join(map(clean_line, lines)) or "no date"


def show_date(date: DateReading) -> str:
    """Show a date on one line: days, hours, role, what decided the year, the words."""
    facts = [show_days(date.first_day.isoformat(), date.last_day.isoformat())]
    facts += [hours] if (hours := show_hours(date.starts_at, date.ends_at)) else []
    facts += [date.role] if date.precision == "day" else [date.role, date.precision]
    facts += [f"year from {date.year_from}"] if date.year_from not in (None, "written") else []
    facts += [f"certainty {date.certainty:.2f}", *date.flags, _show_words(date.text, date.where)]
    return "  ".join(facts)


def show_days(first: str, last: str) -> str:
    """Show a day, or the first and the last of several."""
    return first if first == last else f"{first}–{last}"


def show_hours(start: str | None, end: str | None) -> str:
    """Show hours as `09:00–16:30`; empty where none is known."""
    return "–".join(hour for hour in (start, end) if hour)


def show_venue(venue: VenueReading) -> str:
    """Show a venue on one line."""
    town = " ".join(part for part in (venue.postcode, venue.city) if part)
    place = ", ".join(part for part in (venue.name, venue.street, town) if part)
    if venue.mode == "in_person":
        return place or venue.text
    return f"{place} ({venue.mode})" if place else venue.mode


def show_open(entry: OpenReading) -> str:
    """Show what was left open, and why."""
    return f"{_quote(entry.text)}: {entry.reason}" if entry.text else entry.reason


def _show_section(title: str, lines: Iterable[str]) -> Iterator[str]:
    shown = [clean_line(line) for line in lines]
    if shown and title:
        yield ""
        yield title
    yield from (f"  {line}" if title else line for line in shown)


def _show_page(reading: Reading) -> Iterator[str]:
    page, source = reading.page, reading.source
    yield page.title or "(no title)"
    yield f"{page.kind}, {page.page_id}"
    yield f"{source.media_type}, sha256 {source.sha256.removeprefix('sha256:')[:16]}…"
    if page.published_on:
        yield f"published {page.published_on.isoformat()}"
    if page.modified_at:
        yield f"modified {page.modified_at:%Y-%m-%d %H:%M}"


def _show_event(event: EventReading) -> Iterator[str]:
    cycle = f", of the cycle {event.cycle}" if event.cycle else ""
    yield f"{event.title}  ({event.event_type}, {event.relation}{cycle})"
    yield from (f"  {_show_session(session)}" for session in event.sessions)
    by_role: dict[str, list[str]] = {}
    for territory in event.territories:
        by_role.setdefault(territory.role, []).append(_name_code(territory.name, territory.territory_id))
    yield from (f"  {role}: {', '.join(names)}" for role, names in by_role.items())
    facts: Sequence[tuple[str, object]] = (
        ("themes", ", ".join(theme.label for theme in event.themes)),
        ("audience", event.audience),
        ("participants", event.participants),
        ("stated sessions", event.stated_sessions),
        ("organiser", event.organiser),
        ("partners", event.partners),
        ("registration", event.registration_url),
        ("registration until", event.registration_deadline),
    )
    yield from (f"  {name}: {value}" for name, value in facts if value)


def _show_session(session: SessionReading) -> str:
    days = show_days(session.first_day.isoformat(), session.last_day.isoformat())
    facts = [days, show_hours(session.starts_at, session.ends_at)]
    facts += [] if session.precision == "day" else [f"({session.precision})"]
    facts += [show_venue(session.venue)] if session.venue else []
    facts += [] if session.status == "announced" else [session.status]
    facts += [_quote(session.title)] if session.title else []
    return "  ".join(fact for fact in facts if fact)


def _show_territory_line(reading: Reading, index: int) -> str:
    territory = reading.territories[index]
    name = _name_code(territory.name, territory.territory_id or " or ".join(territory.candidates) or None)
    return f"{territory.role}: {name}  {_show_words(territory.text, territory.where)}"


def _name_code(name: str, code: str | None) -> str:
    return f"{name} ({code})" if code else name


def _show_words(words: str, where: Place) -> str:
    place = f"page {where.page}" if where.page else f"{where.start}–{where.end}"
    return f"{_quote(words)} [{place}]"


def _quote(words: str) -> str:
    return f"« {words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + '…'} »"
