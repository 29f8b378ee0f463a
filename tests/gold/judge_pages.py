"""Judges the reading of a whole page: sessions, dates with their roles, false days, places, themes, stamps.

A session is right when its day, hours, town and mode are. `optional` truths are neither asked for nor held against.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.records import DateReading, Reading, SessionReading
from tests.gold.judge_dates import covers
from tests.gold.judge_events import judge_events
from tests.gold.judge_places import fold, judge_territories, judge_venues
from tests.gold.scores import Verdict, judge_sets
from tests.gold.truth import Page, TruthDate, TruthSession


def judge_page(page: Page, reading: Reading) -> Iterator[Verdict]:
    """All verdicts on one page."""
    sessions = [session for event in reading.events for session in event.sessions]
    yield judge_sessions(page, sessions)
    yield judge_session_days(page, sessions)
    yield from judge_statuses(page, sessions)
    yield from judge_events(page, reading.events)
    yield from judge_page_roles(page, reading)
    yield judge_false_days(page, reading.dates)
    yield from judge_venues(page.form, page.id, page.venues, reading.venues, page.id)
    yield from judge_territories(page.form, page.id, page.territories, reading.territories, page.id)
    labelled = {fold(theme.text) for theme in reading.themes if theme.origin == "label"}
    yield judge_sets("themes, labelled", page.form, page.id, {fold(t) for t in page.themes}, labelled, page.id)
    yield from judge_stamps(page, reading)


def is_session(expected: TruthSession, found: SessionReading) -> bool:
    """True when a session that was read is the expected one: day or period, hours, town, mode."""
    return (
        is_sitting(expected, found) and expected.has_hours(found.starts_at, found.ends_at) and is_place(expected, found)
    )


def is_sitting(expected: TruthSession, found: SessionReading) -> bool:
    """True when day or period are the expected ones."""
    if expected.loose:
        return found.precision != "day" and found.first_day <= expected.span[1] and expected.span[0] <= found.last_day
    return (found.first_day, found.last_day) == expected.span


def is_place(expected: TruthSession, found: SessionReading) -> bool:
    """True when town and mode are the expected ones."""
    city = fold(found.venue.city) if found.venue and found.venue.city else None
    mode = found.venue.mode if found.venue else "in_person"
    cities = {fold(name) if name else None for name in expected.cities}
    return city in cities and mode == expected.mode


def is_spare(page: Page, found: SessionReading) -> bool:
    """True when a session may be read or not: it is optional, or its date may be an event or something else."""
    undecided = [d.span for d in page.dates if "event" in d.roles and d.roles[0] != "event"]
    return any(session.optional and is_sitting(session, found) for session in page.sessions) or any(
        first <= found.first_day and found.last_day <= last for first, last in undecided
    )


def judge_sessions(page: Page, found: Sequence[SessionReading]) -> Verdict:
    """Sessions of a page, one to one."""
    left = list(found)
    missed: list[TruthSession] = []
    hits = 0
    for session in page.sessions:
        if session.optional:
            continue
        match = next((reading for reading in left if is_session(session, reading)), None)
        if match is None:
            missed.append(session)
        else:
            left.remove(match)
            hits += 1
    left = [reading for reading in left if not is_spare(page, reading)]
    detail = ""
    if missed or left:
        wanted = [(str(s.span[0]), s.hours, s.cities, s.mode) for s in missed]
        read = [describe_session(s) for s in left]
        detail = f"missed {wanted} false {read}"
    return Verdict("sessions", page.form, page.id, hits, len(left), len(missed), detail)


def describe_session(session: SessionReading) -> tuple[str, str | None, str | None, str | None, str | None]:
    """A session in short, for a person."""
    venue = session.venue
    day = (
        str(session.first_day) if session.first_day == session.last_day else f"{session.first_day}..{session.last_day}"
    )
    return day, session.starts_at, session.ends_at, venue.city if venue else None, venue.mode if venue else None


def judge_session_days(page: Page, found: Sequence[SessionReading]) -> Verdict:
    """The days of the sessions alone, without hours and places."""
    due = {session.span for session in page.sessions if not session.optional}
    days = {(s.first_day, s.last_day) for s in found if (s.first_day, s.last_day) in due or not is_spare(page, s)}
    spare = {session.span for session in page.sessions if session.loose}
    return judge_sets("session days", page.form, page.id, set(due - spare), set(days - spare), page.id)


def judge_statuses(page: Page, found: Sequence[SessionReading]) -> Iterator[Verdict]:
    """The status of sessions that are not simply announced."""
    for session in page.sessions:
        matched = [reading for reading in found if is_sitting(session, reading)]
        if session.status == "announced" or (session.optional and not matched):
            continue
        ok = any(reading.status == session.status for reading in matched)
        detail = f"{session.span[0]} expected {session.status} read {[m.status for m in matched]}"
        yield Verdict("session status", page.form, page.id, int(ok), 0, int(not ok), "" if ok else detail)


def list_stamped_roles(date: TruthDate, reading: Reading) -> set[str]:
    """The roles that the page's own stamps give to a day."""
    published, modified = reading.page.published_on, reading.page.modified_at
    roles = {"publication"} if published == date.span[0] else set()
    return roles | ({"modification"} if modified and modified.date() == date.span[0] else set())


def judge_page_roles(page: Page, reading: Reading) -> Iterator[Verdict]:
    """The role of every date that stands on a page; a date that was not read has no right role."""
    spare = {date.span for date in page.dates if date.optional}
    for date in page.dates:
        if date.optional or (date.loose and not match_date(date, reading.dates)):
            continue
        right_roles = {role for other in page.dates if other.span == date.span for role in other.roles}
        right_roles |= {"event"} if date.span in spare else set()
        read = {match.role for match in match_date(date, reading.dates)}
        stamped = list_stamped_roles(date, reading)
        ok = read <= right_roles and bool((read | stamped) & set(date.roles))
        detail = f"{date.span[0]} expected {date.roles} read {sorted(read | stamped)}"
        yield Verdict(
            "roles on pages",
            date.roles[0],
            page.id,
            int(ok),
            int(bool(read) and not ok),
            int(not ok),
            "" if ok else detail,
        )


def match_date(date: TruthDate, found: Sequence[DateReading]) -> list[DateReading]:
    """The readings that speak of a date: same bounds, inside a run of days, or for periods a cover."""
    if not date.is_day:
        return [reading for reading in found if reading.precision != "day" and covers(date, [reading])]
    exact = [reading for reading in found if (reading.first_day, reading.last_day) == date.span]
    inside = [r for r in found if r.precision == "day" and date.span[0] <= r.first_day and r.last_day <= date.span[1]]
    return exact or inside


def judge_false_days(page: Page, found: Sequence[DateReading]) -> Verdict:
    """Event days that stand nowhere on the page as such."""
    days = {(r.first_day, r.last_day) for r in found if r.precision == "day" and r.role == "event"}
    spans = [date.span for date in page.dates]
    false = {day for day in days if not any(first <= day[0] and day[1] <= last for first, last in spans)}
    return judge_sets("false event days on pages", page.form, page.id, set(), false, page.id)


def judge_stamps(page: Page, reading: Reading) -> Iterator[Verdict]:
    """The publication day and the moment of modification that a page states of itself."""
    if page.published_on:
        ok = reading.page.published_on == page.published_on
        detail = f"expected {page.published_on} read {reading.page.published_on}"
        yield Verdict("published on", page.form, page.id, int(ok), 0, int(not ok), "" if ok else detail)
    if page.modified_at:
        moment = reading.page.modified_at
        ok = moment is not None and moment.isoformat().startswith(page.modified_at)
        detail = f"expected {page.modified_at} read {moment}"
        yield Verdict("modified at", page.form, page.id, int(ok), 0, int(not ok), "" if ok else detail)
