"""Events that a page about something else names in one sentence or line (`Prochain rendez-vous le mardi 13 juin`)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from extract.document import Block
from extract.events.drafts import Draft, build_event
from extract.events.page.announcing import INVITES, LONGEST_LEAD, find_venues_beside
from extract.events.page.collections import only_collects
from extract.events.page.event_nouns import find_first_noun, find_head_noun
from extract.events.page.event_types import find_title_noun, support_event_type
from extract.events.page.kinds import is_report_by_title
from extract.events.page.naming import find_event_type
from extract.events.page.sections import PLAIN
from extract.events.page.titled_entries import name_above
from extract.events.page.told_names import UP_TO_DAY, capitalise, name_of
from extract.events.parts import Parts, standing_between
from extract.records import DateReading, EventReading, OpenReading, VenueReading

DAY_OF_ANOTHER: Final = "day_of_another_event"
_LONGEST_NAME: Final = 90
_MOST_NEXT: Final = 8
_NEXT_ONES: Final = re.compile(
    r"\W*(?:\d{1,2}\W+)?(?:(?:les|nos|dates? des|calendrier des)\s)?prochaine?s?\s", re.IGNORECASE
)
"""What leads to the days of the next meetings, at the end of minutes."""
_LISTED: Final = re.compile(r"\s?(?:,|et|&|puis|,\set)\s(?:les?\s)?(?:[^\W\d_]+di\s)?", re.IGNORECASE)
_LABEL: Final = re.compile(r"\W*([^\W\d_][^.;:!?\n\d]{3,70}?)\s?:\s?(?:le\s)?")

_BEHIND: Final = re.compile(r"\s?(?:[:,|]|[–—-]\s)\s?(?P<words>[^\n.;!?,(]{3,120})")

_HEAD_OF_MATTER: Final = re.compile(
    r"\W*(?:(?:\d{1,2}|[IVX]{1,4})\s?[./)°-]+\s*)?(?P<words>[^\W\d_][^.:!?\n\d]{3,70})\s?[.:–—]\s"
)
"""What a matter of minutes is headed by in its own line: `3/ Rencontre avec ceux de Loos.`"""


def leave_open(date: DateReading, reason: str) -> OpenReading:
    """A day that no event could be given, with the reason."""
    return OpenReading(date.text, reason, date.where, "events")


def find_following_events(
    parts: Parts, dates: list[DateReading], reason: str, *, in_agenda: bool = False
) -> tuple[list[EventReading], list[OpenReading]]:
    """Events that a page about something else names in one sentence (`Prochain rendez-vous le mardi 13 juin`).

    They are called by the words before their day, or beside it in its row. Days without such words stay open, with the
    reason given; one more day with its hour in the sentence of another is that of the next event of the kind.
    Beside the entries of an agenda the only day of a section is what its heading, or the line below it, says.
    """
    told: list[_Told] = []
    unplaced: list[OpenReading] = []
    for date in dates:
        if told and _is_listed(parts, told[-1].dates[-1], date):
            told[-1].dates.append(date)
            continue
        found = _name_following(parts, date, told[-1] if told else None)
        if found is not None and told and found.lead is not None and _is_of_same_list(told[-1], found):
            told[-1].dates.append(date)
            continue
        if found is None and reason == DAY_OF_ANOTHER and date.starts_at is not None:
            found = _name_in_label(parts, date) or _name_behind(parts, date) or _name_at_head(parts, date)
        if found is None and reason == DAY_OF_ANOTHER:
            found = _name_above(parts, date) or _name_matter(parts, date)
        if found is None and in_agenda:
            found = _name_of_section(parts, date)
        if found is not None:
            told.append(found)
        elif date.precision == "day":
            unplaced.append(leave_open(date, reason))
    return [event for found in told for event in _build_following(parts, found)], unplaced


_ASIDE: Final = re.compile(r"(?:par ailleurs|en revanche|de plus|en outre|enfin|ensuite|pour rappel),\s", re.IGNORECASE)
"""What leads from one thing to another: `Par ailleurs, le webinaire` is the `Webinaire`."""


class _Told(NamedTuple):
    """What a page about something else tells of an event: its words, kind, places and days."""

    words: str
    event_type: str
    venues: tuple[VenueReading, ...]
    dates: list[DateReading]
    lead: Block | None = None
    """The line that leads to the list of its days, with their hours and place: `Prochaines réunions (14h, Guise)`."""


def _is_of_same_list(before: _Told, found: _Told) -> bool:
    """Whether two days stand below one line that leads to both, at the place that it tells."""
    return before.lead is found.lead and before.venues == found.venues


def _is_listed(parts: Parts, before: DateReading, date: DateReading) -> bool:
    """Whether a day only goes on with the list of the one before: `13 février, 13 mars et` 10 avril."""
    if date.where.start < before.where.end == date.where.end:
        return True  # both with the hours behind the last of the list
    return _LISTED.fullmatch(parts.document.text, before.where.end, date.where.start) is not None


def _name_following(parts: Parts, date: DateReading, before: _Told | None) -> _Told | None:
    """What is said of a day by the words before it, its row, its label or the heading above; None for nothing."""
    words, event_type = _name_in_sentence(parts, date)
    venues = find_venues_beside(parts, date)
    if not event_type and date.starts_at is not None:
        if before is not None and _goes_on(parts, before.dates[-1], date):
            words = parts.document.text[before.dates[-1].where.end : date.where.start].strip(" ,;:–-.")
            event_type, venues = before.event_type, venues or find_venues_beside(parts, before.dates[-1])
        else:
            words, event_type, beside = _name_in_row(parts, date)
            venues = beside or venues
        if not event_type and date.ends_at is not None and venues:
            words = _last_heading(parts, date.where.start)
            event_type = find_event_type(words)
    lead = _next_ones_above(parts, date) if not event_type else None
    if lead is not None:
        words = parts.document.words_of(lead)
        event_type = find_event_type(words)
        venues = venues or tuple(standing_between(parts.venues, lead.start, lead.end))
    return _Told(words, event_type, venues, [date], lead) if event_type else None


def _name_in_label(parts: Parts, date: DateReading) -> _Told | None:
    """What a line with a day and hours is labelled as, whatever it is: `Conseil d'administration : 27 mars, 18h30`."""
    block = parts.block_of(date.where.start)
    if block is None:
        return None
    before = parts.document.text[block.start : date.where.start]
    label = _LABEL.fullmatch(before) if before.strip(" -–—•*") else None
    words = label[1] if label is not None else block.label or ""
    if not words or PLAIN.search(words) or (label is None and before.strip(" -–—•*le")):
        return None
    noun = find_title_noun(words)
    kind = noun.kind if noun is not None else "événement"
    return _Told(words, kind, find_venues_beside(parts, date), [date])


def _name_above(parts: Parts, date: DateReading) -> _Told | None:
    """What the line above that of a day names, of the same paragraph: `Colloque « Habiter »` over `20 mai, Amiens`."""
    block = parts.block_of(date.where.start)
    above = name_above(parts, block, [date]) if block is not None else None
    noun = find_first_noun(parts.document.words_of(above)) if above is not None else None
    if above is None or noun is None:
        return None
    return _Told(parts.document.words_of(above), noun.kind, find_venues_beside(parts, date), [date])


def _name_matter(parts: Parts, date: DateReading) -> _Told | None:
    """What the head of its matter calls a day with its hour and its house: `3/ Visite. On nous reçoit à 18h`."""
    block, venues = parts.block_of(date.where.start), find_venues_beside(parts, date)
    if block is None or date.starts_at is None or not any(v.name and v.mode != "online" for v in venues):
        return None
    head = _HEAD_OF_MATTER.match(parts.document.text, block.start, date.where.start)
    words = head["words"].strip() if head is not None else _last_heading(parts, date.where.start)
    return _Told(words, find_event_type(words) or "événement", venues, [date]) if words else None


def _name_of_section(parts: Parts, date: DateReading) -> _Told | None:
    """What a section with hours of one day alone is called: `Visio` over `Clauses sociales` over `15 novembre, 11h`."""
    heading, block = parts.document.heading_over(date.where.start), parts.block_of(date.where.start)
    if heading is None or block is None or date.starts_at is None or block.start != date.where.start:
        return None
    words = parts.document.words_of(heading)
    between = parts.blocks_between(heading.start, block.start)
    following = next((b.start for b in parts.blocks if b.start > heading.start and b.kind == "heading"), None)
    end = following if following is not None else len(parts.document.text)
    days = {d.first_day for d in standing_between(parts.dates, heading.start, end) if d.precision == "day"}
    if PLAIN.search(words) or len(between) > 1 or len(days) != 1:
        return None
    name = parts.document.words_of(between[0]) if between else words
    if len(name) > _LONGEST_NAME or name.endswith((".", ":")):
        return None
    noun = find_title_noun(name) or find_title_noun(words)
    venues = tuple(standing_between(parts.venues, heading.start, end))
    return _Told(name, noun.kind if noun is not None else "événement", venues, [date])


def names_day(parts: Parts, date: DateReading) -> bool:
    """Whether the line above that of a day names what takes place on it."""
    return _name_above(parts, date) is not None


def _name_behind(parts: Parts, date: DateReading) -> _Told | None:
    """What stands behind a day that opens its line, a meeting or an item: `- 23/09, 14h : point d'étape`."""
    block = parts.block_of(date.where.start)
    if block is None or parts.document.text[block.start : date.where.start].strip(" -–—•*le"):
        return None
    behind = _BEHIND.match(parts.document.text, date.where.end, block.end)
    if behind is None or PLAIN.search(behind["words"]):
        return None
    kind = find_event_type(behind["words"]) or ("événement" if block.kind == "item" else "")
    return _Told(behind["words"].strip(" .,("), kind, find_venues_beside(parts, date), [date]) if kind else None


def _name_at_head(parts: Parts, date: DateReading) -> _Told | None:
    """What the clause that leads to a day opens with: `Noël : le goûter se fera le 15 décembre à 15h`."""
    text, day = parts.document.text, date.where.start
    start, _ = parts.sentence_of(day)
    start = max(start, text.rfind(": ", start, day) + 2)
    noun = find_head_noun(text, start, day)
    if noun is None:
        return None
    return _Told(capitalise(name_of(parts, noun, day)), noun.kind, find_venues_beside(parts, date), [date])


def _build_following(parts: Parts, found: _Told) -> list[EventReading]:
    first = found.dates[0]
    block = parts.block_of(first.where.start)
    hours = [h for h in parts.loose_hours if block is not None and block.start <= h.start < block.end]
    dates = [_with_hours_of_lead(parts, date, found.lead) for date in found.dates]
    inner = replace(parts, venues=found.venues, blocks=(), loose_hours=tuple(hours))
    aside = _ASIDE.match(found.words)
    title = capitalise(UP_TO_DAY.sub("", found.words[aside.end() if aside else 0 :]))
    if only_collects(title) and parts.page.title and not is_report_by_title(parts.document):
        title = parts.page.title  # `Les rendez-vous` names none; a report is called by the meeting that was
    kind = support_event_type(inner, found.event_type, title, dates)
    return build_event(inner, Draft(f"next:{first.first_day.isoformat()}", title, kind, None, dates, []))


def _with_hours_of_lead(parts: Parts, date: DateReading, lead: Block | None) -> DateReading:
    """A day without hours with those of the line that leads to its list, where that tells one range or hour."""
    told = [h for h in parts.loose_hours if lead is not None and lead.start <= h.start < lead.end]
    if len(told) != 1 or date.starts_at is not None:
        return date
    return replace(date, starts_at=told[0].starts_at, ends_at=told[0].ends_at)


def without_leads_of(parts: Parts, others: list[DateReading]) -> Parts:
    """The parts without the hours and places of lines that lead to the next meetings: they are none of this one."""
    leads = [lead for date in others if (lead := _next_ones_above(parts, date)) is not None]
    if not leads:
        return parts
    hours = (h for h in parts.loose_hours if not any(lead.start <= h.start < lead.end for lead in leads))
    venues = (v for v in parts.venues if not any(lead.start <= v.where.start < lead.end for lead in leads))
    return replace(parts, loose_hours=tuple(hours), venues=tuple(venues))


def _name_in_sentence(parts: Parts, date: DateReading) -> tuple[str, str]:
    """The words before a day that name an event, and its kind; no kind where they name none."""
    start, _ = parts.sentence_of(date.where.start)
    words = parts.document.text[start : date.where.start].strip(" ,:–-")
    points_back = _POINTS_BACK.match(words) is not None
    short = points_back or len(words) <= LONGEST_LEAD
    told = date.rule == "cue:event" or date.starts_at is not None  # nobody tells the hours of what is only spoken of
    said = short and (told or INVITES.search(words) is not None)
    words = _heading_above(parts, start) if points_back else words
    if said and _NEXT_OF_KIND.match(words):
        return parts.page.title, find_event_type(parts.page.title)
    return words, find_event_type(words) if said and len(words) <= LONGEST_LEAD else ""


def _goes_on(parts: Parts, before: DateReading, date: DateReading) -> bool:
    """Whether a day is the next of a list in one paragraph: `le 6 juillet à 14h ; « … » le 14 septembre à 14h`."""
    between = parts.document.text[before.where.end : date.where.start]
    same = parts.block_of(before.where.start) is parts.block_of(date.where.start)
    return same and between.lstrip()[:1] in (";", ",") and len(between) <= LONGEST_LEAD


def _name_in_row(parts: Parts, date: DateReading) -> tuple[str, str, tuple[VenueReading, ...]]:
    """What the other cells of the row of a day call an event, its kind, and the places in the row."""
    block = parts.block_of(date.where.start)
    cells = [cell for cell in (parts.row_of(block) if block is not None else ()) if cell is not block]
    words = " – ".join(parts.document.words_of(cell) for cell in cells)
    if not cells or len(words) > LONGEST_LEAD:
        return "", "", ()
    venues = tuple(v for cell in cells for v in standing_between(parts.venues, cell.start, cell.end))
    return words, find_event_type(words), venues


# `Le suivant aura lieu le 14 mai` behind what the page is about.
_NEXT_OF_KIND: Final = re.compile(
    r"(?:le|la) (?:suivante?|prochaine?)\s(?:est|sera|aura|se|rendez-vous est)(?![^\W_])", re.IGNORECASE
)
# `Elle est organisée le 17 octobre` under `Une réunion d'information`.
_POINTS_BACK: Final = re.compile(r"(?:elles?|ils?|cel(?:le|ui)-ci|ce dernier|cette dernière)(?![^\W_])", re.IGNORECASE)


def _next_ones_above(parts: Parts, date: DateReading) -> Block | None:
    """The line that leads to a list of the next meetings, in which a day opens its line: `Prochaines rencontres`."""
    block = parts.block_of(date.where.start)
    if block is None or parts.document.text[block.start : date.where.start].strip(" -–•*\n"):
        return None
    above = [other for other in parts.blocks if other.start < block.start][-_MOST_NEXT:]
    for line in reversed(above):
        if not standing_between(parts.dates, line.start, line.end):
            words = parts.document.words_of(line)
            return line if _NEXT_ONES.match(words) and len(words) <= LONGEST_LEAD else None
    return None


def _last_heading(parts: Parts, position: int) -> str:
    """The words of the last heading above a position, or nothing: `Un webinaire pour bien démarrer`."""
    heads = [block for block in parts.blocks if block.start <= position and block.kind == "heading"]
    return parts.document.words_of(heads[-1]) if heads else ""


def _heading_above(parts: Parts, position: int) -> str:
    """The words of the heading right above the block at a position, or nothing."""
    above = [block for block in parts.blocks if block.start <= position]
    return parts.document.words_of(above[-2]) if len(above) > 1 and above[-2].kind == "heading" else ""
