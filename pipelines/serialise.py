"""A reading as JSON: the shape that `irev read --json` and `irev dates --json` promise to other programs.

Days are ISO, hours `HH:MM`, `where` is `{start, end}` for text and `{page, box, start, end}` for a PDF.
Keys come in the order of the design; a value that is not there is `null`, never left out.
"""

from __future__ import annotations

from typing import Any

from extract.records import (
    Attachment,
    DateReading,
    EventReading,
    PageFacts,
    Place,
    Reading,
    SessionReading,
    TerritoryReading,
    ThemeReading,
    VenueReading,
)

Json = dict[str, Any]


def build_reading(reading: Reading) -> Json:
    """Build the whole reading; `open` holds what was seen and deliberately not read."""
    source = reading.source
    return {
        "source": {
            "path": source.path,
            "url": source.url,
            "sha256": source.sha256,
            "media_type": source.media_type,
        },
        "page": build_page(reading.page),
        "fields": [{"label": labelled.label, "text": labelled.text} for labelled in reading.fields],
        "dates": [build_date(date) for date in reading.dates],
        "venues": [build_venue(venue) for venue in reading.venues],
        "territories": [build_territory(territory) for territory in reading.territories],
        "themes": [build_theme(theme) for theme in reading.themes],
        "events": [build_event(event) for event in reading.events],
        "attachments": [build_attachment(attachment) for attachment in reading.attachments],
        "open": [{"text": entry.text, "reason": entry.reason} for entry in reading.open],
    }


def build_page(page: PageFacts) -> Json:
    """Build what the page says of itself."""
    return {
        "page_id": page.page_id,
        "canonical_url": page.canonical_url,
        "node_id": page.node_id,
        "kind": page.kind,
        "title": page.title,
        "published_on": page.published_on.isoformat() if page.published_on else None,
        "modified_at": page.modified_at.isoformat() if page.modified_at else None,
        "lead": page.lead,
    }


def build_date(date: DateReading) -> Json:
    """Build one date expression."""
    return {
        "text": date.text,
        "first_day": date.first_day.isoformat(),
        "last_day": date.last_day.isoformat(),
        "starts_at": date.starts_at,
        "ends_at": date.ends_at,
        "precision": date.precision,
        "role": date.role,
        "year_from": date.year_from,
        "certainty": round(date.certainty, 3),
        "flags": list(date.flags),
        "where": build_where(date.where),
    }


def build_venue(venue: VenueReading) -> Json:
    """Build one place where people meet."""
    return {
        "text": venue.text,
        "name": venue.name,
        "street": venue.street,
        "postcode": venue.postcode,
        "city": venue.city,
        "commune_code": venue.commune_code,
        "mode": venue.mode,
        "where": build_where(venue.where),
    }


def build_territory(territory: TerritoryReading) -> Json:
    """Build one territory; `territory_id` is null where several fit."""
    return {
        "text": territory.text,
        "territory_id": territory.territory_id,
        "name": territory.name,
        "kind": territory.kind,
        "role": territory.role,
        "where": build_where(territory.where),
    }


def build_theme(theme: ThemeReading) -> Json:
    """Build one theme of the vocabulary."""
    return {
        "theme_id": theme.theme_id,
        "label": theme.label,
        "origin": theme.origin,
        "where": build_where(theme.where),
    }


def build_event(event: EventReading) -> Json:
    """Build one event with its sessions."""
    return {
        "title": event.title,
        "event_type": event.event_type,
        "cycle": event.cycle,
        "sessions": [build_session(session) for session in event.sessions],
        "territories": [build_territory(territory) for territory in event.territories],
        "themes": [build_theme(theme) for theme in event.themes],
        "audience": event.audience,
        "participants": event.participants,
        "stated_sessions": event.stated_sessions,
        "organiser": event.organiser,
        "partners": event.partners.split("; ") if event.partners else [],
        "registration_url": event.registration_url,
        "registration_deadline": event.registration_deadline.isoformat() if event.registration_deadline else None,
    }


def build_session(session: SessionReading) -> Json:
    """Build one sitting; `day` is null where only a period can be read."""
    return {
        "title": session.title,
        "day": session.day.isoformat() if session.day else None,
        "first_day": session.first_day.isoformat(),
        "last_day": session.last_day.isoformat(),
        "starts_at": session.starts_at,
        "ends_at": session.ends_at,
        "venue": build_venue(session.venue) if session.venue else None,
        "precision": session.precision,
        "status": session.status,
    }


def build_attachment(attachment: Attachment) -> Json:
    """Build one document linked from the page."""
    return {
        "url": attachment.url,
        "title": attachment.title,
        "kind": attachment.kind,
        "stated_size": attachment.stated_size,
    }


def build_where(place: Place) -> Json:
    """Build the place of the words: a span, and for a PDF the page and the box."""
    span: Json = {"start": place.start, "end": place.end}
    if place.page is None:
        return span
    return {"page": place.page, "box": list(place.box) if place.box else None} | span
