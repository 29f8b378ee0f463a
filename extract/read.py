"""Bytes and their address in, a `Reading` out: the whole of extraction as one pure function."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace

from extract.addresses import canonical_address, page_id_of
from extract.dates import DateScan, DatesResult, scan_dates
from extract.dates.month_lines import DayUnderMonth
from extract.document import Document
from extract.duration_cells import find_durations
from extract.events.build import build_events
from extract.events.days.bare_days import find_bare_days
from extract.events.days.clues import build_clues, is_read, read_closed_fields, read_written
from extract.events.days.day_plans import set_idle_days_aside
from extract.events.days.frames import without_untold_of_frames
from extract.events.days.head_stamps import find_stamp_lines
from extract.events.days.issue_days import settle_issue_days
from extract.events.days.left_out import leave_out
from extract.events.days.mistaken_days import take_back_mistakes
from extract.events.days.near_weekdays import add_near_weekdays
from extract.events.days.next_days import add_next_days
from extract.events.days.only_day import keep_only_day
from extract.events.days.roles import settle_roles
from extract.events.days.ruled_days import unfold_rules
from extract.events.days.told_periods import tell_periods
from extract.events.days.weighing import weigh_days
from extract.events.hours.chapters import find_chapters
from extract.events.hours.kinds import without_asides
from extract.events.page.kinds import find_kind, leaning_of, publication_of
from extract.events.parts import Parts, find_loose_hours
from extract.events.venues.strays import set_strays_aside
from extract.events.venues.towns_held import as_venues_of_sittings, without_towns_of_letters
from extract.events.venues.towns_of_sittings import add_towns_left, give_towns_of_sittings
from extract.formats import read_format
from extract.formats.attachments import find_attachments
from extract.knowledge import Knowledge
from extract.month_tables import find_month_cells
from extract.places import find_places
from extract.records import DateReading, Evidence, LabelledField, OpenReading, PageFacts, PageKind, Reading, Source
from extract.tables import find_row_starts
from extract.themes import find_themes
from extract.titles import find_title_evidence, read_title

SURE = 0.9
"""Certainty from which a day told in the text counts as the page's own."""


def read_document(
    content: bytes,
    url: str | None,
    media_type: str | None,
    knowledge: Knowledge,
    path: str | None = None,
    seen_at: dt.datetime | None = None,
) -> Reading:
    """Read one document. Bad input never raises: what could not be read stands in `Reading.open`.

    `seen_at` (aware) dates days without a year only where the document itself offers nothing.
    """
    document = read_format(content, media_type, url)
    in_tables = [DayUnderMonth(cell.start, cell.last, cell.month, cell.year) for cell in find_month_cells(document)]
    apart = find_durations(document), find_stamp_lines(document), find_row_starts(document)
    scan = scan_dates(document.text, in_tables, *apart)
    written = read_written(document, scan)
    clues = build_clues(document, "other", written, knowledge)
    if bare := find_bare_days(document, scan, clues):
        scan = scan_dates(document.text, [*in_tables, *bare], *apart)
    kind = find_kind(document, tuple(date for date in scan.read(clues).dates if is_read(document, date)))
    # A letter, known by its month of issue, tells what was and what comes alike.
    clues = replace(clues, leaning=0 if clues.reference_from == "title" else leaning_of(kind))
    if clues.reference is None and not clues.facts and clues.node_day is None and seen_at is not None:
        clues = replace(clues, reference=seen_at.date(), reference_from="page")
    result = scan.read(clues, document.place)
    dates = tuple(date for date in result.dates if is_read(document, date))
    dates = (*dates, *read_closed_fields(document, dates))
    dates = add_next_days(document, scan, settle_issue_days(document, settle_roles(document, kind, dates)))
    dated = next((d.first_day for d in dates if d.rule == "line_under_title"), None)
    published = clues.reference if clues.reference_from == "published" else dated
    dates = add_near_weekdays(document, scan, dates, published)
    ordered = unfold_rules(document.text, sorted(dates, key=lambda date: date.where.start))
    ordered = leave_out(document.text, ordered)
    dates = tuple(without_untold_of_frames(ordered))
    result = replace(result, dates=dates)
    source = Source(path, url, hashlib.sha256(content).hexdigest(), media_type or "application/octet-stream")
    page = _with_publication(_page_facts(document, kind, source), dates)
    return _assemble(document, page, result, scan, knowledge, source)


def _with_publication(page: PageFacts, dates: tuple[DateReading, ...]) -> PageFacts:
    """A page without a stamp of its own is published on the day that its words say (`lundi 20 novembre, par …`)."""
    said = next((d for d in dates if d.role == "publication" and d.precision == "day" and d.certainty >= SURE), None)
    stamped = page.published_on is not None and not _is_only_changed(page)
    if stamped or said is None:
        return page
    proof = Evidence("published_on", said.text, said.where, said.rule, said.certainty)
    kept = tuple(other for other in page.evidence if other.field != "published_on")
    return replace(page, published_on=said.first_day, evidence=(*kept, proof))


def _is_only_changed(page: PageFacts) -> bool:
    """Whether a page is taken to be published on the day of its last change, for want of another."""
    return page.modified_at is not None and page.published_on == page.modified_at.date()


def _assemble(
    document: Document, page: PageFacts, found: DatesResult, scan: DateScan, knowledge: Knowledge, source: Source
) -> Reading:
    territories, venues, open_places = find_places(document, knowledge)
    venues = tuple(sorted(venues, key=lambda venue: venue.where.start))
    themes = find_themes(document, knowledge)
    blocks = tuple(block for block in document.blocks if block.kind != "furniture")
    loose_hours = find_loose_hours(document, scan)
    taken = [(d.where.start, d.where.end) for d in found.dates if d.rule in ("next_day", "near_weekday")]
    chapters = find_chapters(document, blocks)
    taken += [(block.start, block.end) for block in blocks if block.start in chapters]
    loose_hours = tuple(h for h in loose_hours if not any(start <= h.start < end for start, end in taken))
    parts = Parts(document, page, found.dates, venues, territories, themes, knowledge, loose_hours, blocks)
    parts = tell_periods(keep_only_day(weigh_days(take_back_mistakes(without_asides(set_idle_days_aside(parts))))))
    events, open_events = build_events(parts)
    venues, territories = set_strays_aside(parts, events, open_events)
    territories = as_venues_of_sittings(territories, events)
    territories = without_towns_of_letters(document.text, territories, venues)
    venues = add_towns_left(give_towns_of_sittings(venues, events), events)
    return Reading(
        source=source,
        page=page,
        fields=_fields(document),
        dates=parts.dates,
        venues=venues,
        territories=territories,
        themes=themes,
        events=events,
        attachments=find_attachments(document),
        open=(*document.open, *_distinct(found.open, document), *open_places, *open_events),
        text_digest=_text_digest(document),
        page_count=document.page_count,
        links=tuple(dict.fromkeys(link.url for link in document.links)),
    )


def _page_facts(document: Document, kind: PageKind, source: Source) -> PageFacts:
    canonical = document.canonical_url or (canonical_address(source.url) if source.url else None)
    identity = canonical or f"urn:sha256:{source.sha256}"
    title = read_title(document)
    evidence = [find_title_evidence(document, title)] if title else []
    published = publication_of(document)
    for name, stamp in (("published_on", published), ("modified_at", document.modified)):
        if stamp is not None:
            words = document.text[stamp.start : stamp.end]
            evidence.append(Evidence(name, words, document.place(stamp.start, stamp.end), stamp.rule))
    lead = next((block for block in document.blocks if block.kind == "lead"), None)
    if lead is not None:
        place = document.place(lead.start, lead.end)
        evidence.append(Evidence("lead", document.text[lead.start : lead.end], place, "first sentence under the title"))
    return PageFacts(
        page_id=page_id_of(identity, document.node_id),
        canonical_url=canonical,
        node_id=document.node_id,
        kind=kind,
        title=title,
        published_on=published.value.date() if published else None,
        modified_at=document.modified.value if document.modified else None,
        lead=document.lead,
        evidence=tuple(evidence),
    )


def _fields(document: Document) -> tuple[LabelledField, ...]:
    return tuple(
        LabelledField(block.label or "", document.words_of(block), document.place(block.start, block.end))
        for block in document.blocks
        if block.kind == "field"
    )


def _distinct(readings: tuple[OpenReading, ...], document: Document) -> list[OpenReading]:
    """Open dates of the blocks that are read, each wording once."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for reading in readings:
        block = document.block_at(reading.where.start) if reading.where else None
        key = (reading.text.lower(), reading.reason)
        if block is not None and block.kind != "furniture" and key not in seen:
            seen.add(key)
            kept.append(reading)
    return kept


def _text_digest(document: Document) -> str:
    """The digest of what the page says, without its furniture and its stamps of change: same digest, same version.

    Labels and words only: what we take a block for, and where markup ends one, is no content.
    """
    said = [
        f"{block.label or ''} {document.words_of(block)}"
        for block in document.blocks
        if block.kind != "furniture" and not _is_stamp(document, block.start, block.end)
    ]
    return hashlib.sha256(" ".join(" ".join([document.title, *said]).split()).encode()).hexdigest()


def _is_stamp(document: Document, start: int, end: int) -> bool:
    return document.modified is not None and start <= document.modified.start < end
