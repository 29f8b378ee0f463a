"""Rows of events with their sources, links, territories and themes, each value with its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from extract.records import Evidence, PageFacts, Place
from warehouse.drafts import Draft
from warehouse.evidence import EvidenceBook
from warehouse.rows import Day, Event, EventLink, EventSource, EventTerritory, EventTheme, Moment
from warehouse.seen import Seen, Sights
from warehouse.tellings import Telling

STATED: Final = (
    "title",
    "event_type",
    "stated_sessions",
    "participants",
    "audience",
    "organiser",
    "partners",
    "registration_url",
    "registration_deadline",
)
"""Columns of an event that a page states; all others are derived."""

_FROM_REPORTS: Final = frozenset({"participants"})

Source = tuple[str | None, str | None, str, str]
"""Page or document, relation and telling."""


def build_event(draft: Draft, cycle_id: str | None, sights: Sights, book: EvidenceBook) -> Event:
    """Give the row of an event and note its evidence."""
    seen = Seen.over(sights.of(telling, ("event", telling.event.key)) for telling in draft.tellings)
    sights.note(("events", draft.event_id), seen)
    for column in STATED:
        _note_column(draft, column, book)
    spans = [sitting.span for _, sitting in draft.sittings]
    return Event(
        event_id=draft.event_id,
        cycle_id=cycle_id,
        title=draft.stated("title") or draft.anchor.witness.reading.page.title,
        event_type=draft.stated("event_type") or "",
        status=_status(draft),
        first_day=min((first for first, _ in spans), default=None),
        last_day=max((last for _, last in spans), default=None),
        stated_sessions=draft.stated("stated_sessions"),
        participants=draft.stated("participants", reports_first=True),
        audience=draft.stated("audience"),
        organiser=draft.stated("organiser"),
        partners=draft.stated("partners"),
        registration_url=draft.stated("registration_url"),
        registration_deadline=draft.stated("registration_deadline"),
        announced_on=_announced_on(draft, book),
        session_count=len(draft.sittings),
        first_seen=seen.columns[0],
        last_seen=seen.columns[1],
    )


def _note_column(draft: Draft, column: str, book: EvidenceBook) -> None:
    """Note every telling that states the value of the row."""
    value = draft.stated(column, reports_first=column in _FROM_REPORTS)
    if value is None:
        return
    row = ("events", draft.event_id)
    for telling in draft.tellings:
        if getattr(telling.event, column) == value:
            found = book.add_stated(row, telling.capture, telling.event.evidence, [column])
            if not found and column in ("title", "event_type"):
                _note_by_title(row, telling, column, book)


def _note_by_title(row: tuple[str, str], telling: Telling, column: str, book: EvidenceBook) -> None:
    """Note a title, or the kind of event that a title says, by the words of the title."""
    page = telling.witness.reading.page
    for item in (*telling.event.evidence, *title_evidence(page)):
        if item.field == "title":
            book.add(row, telling.capture, _as_field(item, column))
            return


def title_evidence(page: PageFacts) -> list[Evidence]:
    """Give the evidence of a page's title; one that stands in the head and not in the text has no place in it."""
    stated = [item for item in page.evidence if item.field == "title"]
    return stated or [Evidence("title", page.title, Place(0, 0), "title_of_the_page")]


def _status(draft: Draft) -> str:
    """Tell how things stand: what befell all its sessions, else whether a report exists, else what is said of it."""
    states = {sitting.decided.session.status for _, sitting in draft.sittings}
    if len(states) == 1 and states <= {"cancelled", "postponed"}:
        return next(iter(states))
    relations = {telling.event.relation for telling in draft.tellings}
    if "reports" in relations:
        return "reported"
    if relations == {"mentions"}:
        return "mentioned"
    return "full" if states == {"full"} else "announced"


def _announced_on(draft: Draft, book: EvidenceBook) -> Day:
    pages = [
        telling
        for telling in draft.tellings
        if telling.event.relation == "announces" and telling.witness.reading.page.published_on is not None
    ]
    if not pages:
        return None
    first = min(pages, key=lambda telling: str(telling.witness.reading.page.published_on))
    page = first.witness.reading.page
    for item in page.evidence:
        if item.field == "published_on":
            book.add(("events", draft.event_id), first.capture, _as_field(item, "announced_on"))
    return page.published_on


def _as_field(item: Evidence, field: str) -> Evidence:
    return Evidence(field, item.words, item.where, item.rule, item.certainty)


def build_sources(draft: Draft, sights: Sights) -> list[EventSource]:
    """Give one row for each source and relation."""
    spans: dict[Source, list[Seen]] = {}
    for telling in draft.tellings:
        page = telling.source_id if telling.witness.kind == "page" else None
        document = telling.source_id if page is None else None
        key = (page, document, telling.event.relation, telling.label)
        spans.setdefault(key, []).append(sights.of(telling, ("event", telling.event.key)))
    return [EventSource(draft.event_id, *key, *_note_source(draft, key, found, sights)) for key, found in spans.items()]


def _note_source(draft: Draft, key: Source, found: Sequence[Seen], sights: Sights) -> tuple[Moment, Moment]:
    return sights.note(("event_sources", f"{draft.event_id}/{key[3]}/{key[2]}"), Seen.over(found)).columns


def build_links(draft: Draft, cycle_id: str | None, tellings: Sequence[Telling], sights: Sights) -> list[EventLink]:
    """Give one row for each link that made the event, and one for its place in the cycle."""
    rows = []
    sides_of = ((tellings[link.left], tellings[link.right], link.rule) for link in draft.group.links)
    names = Counter(_name_link(draft, left.label, right.label, rule) for left, right, rule in sides_of)
    for link in draft.group.links:
        left, right = tellings[link.left], tellings[link.right]
        sides = (Seen.of([left.capture]), Seen.of([right.capture]))
        row = _name_link(draft, left.label, right.label, link.rule)
        # Of several links of one name nobody could tell which captures show which: `parts.py` makes them again.
        sights.note(row, Seen.over(sides) if names[row] == 1 else Seen())
        rows.append(
            EventLink(
                draft.event_id, None, left.label, right.label, link.rule, link.why, round(link.score, 1), *_both(sides)
            )
        )
    if draft.cycle is not None and cycle_id is not None:
        name = draft.cycle
        why = f"the title of the cycle is written: {name.title}"
        seen = Seen.of(telling.capture for telling in draft.tellings)
        anchor = draft.anchor.label
        columns = sights.note(_name_link(draft, anchor, name.key, name.rule), seen).columns
        score = round(name.score, 1)
        rows.append(EventLink(draft.event_id, cycle_id, anchor, name.key, name.rule, why, score, *columns))
    return rows


def _name_link(draft: Draft, left: str, right: str, rule: str) -> tuple[str, str]:
    return "event_links", f"{draft.event_id}/{left}/{right}/{rule}"


def _both(sides: Sequence[Seen]) -> tuple[Moment, Moment]:
    columns = [side.columns for side in sides]
    return max(c[0] for c in columns if c[0]), max(c[1] for c in columns if c[1])


def build_territories(draft: Draft, sights: Sights, book: EvidenceBook) -> list[EventTerritory]:
    """Give one row for each territory and role; `mentioned` only where no other role is known."""
    roles: dict[str, dict[str, list[Seen]]] = {}
    for telling in draft.tellings:
        for found in telling.event.territories:
            if found.territory_id is not None:
                span = sights.of(telling, ("territory", found.territory_id, found.role))
                roles.setdefault(found.territory_id, {}).setdefault(found.role, []).append(span)
    kept = [
        (territory_id, role, spans)
        for territory_id, by_role in roles.items()
        for role, spans in by_role.items()
        if role != "mentioned" or len(by_role) == 1
    ]
    names = {(territory_id, role) for territory_id, role, _ in kept}
    for telling in draft.tellings:
        for found in telling.event.territories:
            if (found.territory_id, found.role) in names:
                row = ("event_territories", f"{draft.event_id}/{found.territory_id}/{found.role}")
                item = Evidence("territory_id", found.text, found.where, found.rule or "territory", found.certainty)
                book.add(row, telling.capture, item)
    rows = []
    for code, role, spans in kept:
        seen = sights.note(("event_territories", f"{draft.event_id}/{code}/{role}"), Seen.over(spans))
        rows.append(EventTerritory(draft.event_id, code, role, *seen.columns))
    return rows


def build_themes(draft: Draft, sights: Sights, book: EvidenceBook) -> list[EventTheme]:
    """Give one row for each theme; a term of the site outweighs the same theme read in the text."""
    origins: dict[str, str] = {}
    spans: dict[str, list[Seen]] = {}
    for telling in draft.tellings:
        for found in telling.event.themes:
            origin = "label" if "label" in (found.origin, origins.get(found.theme_id)) else "text"
            origins[found.theme_id] = origin
            spans.setdefault(found.theme_id, []).append(sights.of(telling, ("theme", found.theme_id)))
            row = ("event_themes", f"{draft.event_id}/{found.theme_id}")
            item = Evidence("theme_id", found.text, found.where, found.rule or "theme", found.certainty)
            book.add(row, telling.capture, item)
    rows = []
    for key, shown in spans.items():
        seen = sights.note(("event_themes", f"{draft.event_id}/{key}"), Seen.over(shown))
        rows.append(EventTheme(draft.event_id, key, origins[key], *seen.columns))
    return rows
