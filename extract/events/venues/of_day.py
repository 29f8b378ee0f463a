"""Which venue belongs to which day: by the sentence, by the lines that follow, else by the page.

A venue in the sentence of a day is its venue; with several of both, each day takes the venue on the side that the
sentence begins with (`Béthune (7 et 8 septembre) et Lens (16 et 17 octobre)`). An address on the lines after a day
belongs to it until the next day is named. What the page names once holds for all its days.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.days.columns import find_column_venue
from extract.events.days.weekday_heads import find_frame_venue, find_weekday_venue
from extract.events.hours.hours_above import at_its_line
from extract.events.hours.programme import read_step
from extract.events.page.kinds import is_paper_of_minutes
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting, is_next
from extract.events.venues.destination import is_of_journey
from extract.events.venues.enriching import enrich
from extract.events.venues.entry_venue import find_venue_of_entry, is_below_entries, is_of_other_entry
from extract.events.venues.exceptions import find_venue_of_exception
from extract.events.venues.in_turn import find_in_turn, find_town_at
from extract.events.venues.lines_above import find_screen_above, find_venue_above
from extract.events.venues.lines_below import GUESSED, find_in_lines_below
from extract.events.venues.list_leads import find_venue_of_lead
from extract.events.venues.neighbour_towns import is_refined_below
from extract.events.venues.page_venue import find_venue_of_all, find_venue_of_page, richness
from extract.events.venues.row_venues import find_row_venue
from extract.events.venues.running_lines import find_venue_running_on
from extract.events.venues.screens import find_screen
from extract.events.venues.section_venues import find_venue_of_section
from extract.events.venues.sentence_venues import find_in_sentence, find_in_sentence_before, find_in_sentences_after
from extract.events.venues.told_apart import is_of_another, is_walk_elsewhere_told, stands_beside, stands_with_another
from extract.events.venues.town_left import find_town_left
from extract.events.venues.untold_venues import is_untold, is_untold_behind
from extract.records import DateReading, Place, VenueReading

_BRACKET = re.compile(r"\s?\((?:le |les )?")
_AFAR: Final = ("town_of_site", "only_town_of_page", "town_of_agglomeration")
"""Rules of towns that stand apart from their house, so that another one of the page may weigh more."""
_ONLY: Final = ("only_venue_of_page", "only_town_of_page")
_SET_OFF = re.compile(r"\s?[–—-]\s")
_OPENS = re.compile(r"\s?\(")
_LONGEST_BRACKET: Final = len(" (les ")


def find_venue(parts: Parts, sitting: Sitting, sessions: list[DateReading]) -> tuple[VenueReading, str] | None:
    """The venue of a sitting with the name of the rule that tied it, or None where nothing does."""
    found = None
    if not any(is_untold_behind(parts, date) for date in sitting.mentions):
        found = find_screen(parts, sitting, sessions, _find_told(parts, sitting, sessions))
    if found is None or found[0].mode == "online":
        return found
    if found[0].mode == "hybrid" and is_walk_elsewhere_told(parts, found[0], sitting):
        found = replace(found[0], mode="in_person"), found[1]
    if found[0].city is not None and not found[0].rule.endswith(_AFAR):
        return found
    town = find_town_left(parts, sitting)  # a house whose town stands nowhere beside it
    if town is None or town[0].city == found[0].city or not stands_beside(parts, town[0], found[0], sitting):
        return found
    return _in_town_of(found[0], town[0]), f"{found[1]}; {town[1]}"


def _find_told(parts: Parts, sitting: Sitting, sessions: list[DateReading]) -> tuple[VenueReading, str] | None:
    sitting = replace(sitting, mentions=tuple(map(at_its_line, sitting.mentions)))
    sessions = [at_its_line(date) for date in sessions]
    own = next((v for v in parts.venues if v.where.start == sitting.date.where.start), None)
    own = own or find_town_at(parts, sitting.date)
    if own is not None:  # a sitting that was told apart by its place
        return own, "same_cell"
    row = find_row_venue(parts, sitting.mentions, sessions)
    if row is not None:
        return row, "same_row"
    column = find_column_venue(parts, sitting.mentions)
    if column is not None:
        return column, "same_column"
    below_weekday = find_weekday_venue(parts, sitting)
    if below_weekday is not None:
        return below_weekday, "lines_below_weekday"
    if (told := _in_entry(parts, sitting, sessions)) is not None:
        return enrich(parts, told[0]), told[1]
    candidates = _of_mentions(parts, sitting, sessions) or _of_section(parts, sitting, sessions)
    candidates = [(v, rule) for v, rule in candidates if not is_of_other_entry(parts, v, sitting.mentions)]
    candidates = [(v, rule) for v, rule in candidates if not is_below_entries(parts, v, sitting.mentions)]
    if not any(_tells_house(venue) for venue, _ in candidates):
        lead = _of_lead(parts, sitting, sessions)
        afar = any(venue.mode == "online" for venue, _ in lead)  # then a place in a line is what it speaks of
        candidates = lead if afar else candidates or lead
    if find_venue_of_all(parts) is not None and not any(r == "same_sentence" or _tells_house(v) for v, r in candidates):
        candidates = []  # towns that the subject of a sitting names: `une enquête à Creil`
    if candidates:
        best, rule = max(_agreeing(candidates), key=lambda item: richness(item[0]))
        return enrich(parts, best), rule
    if any(is_untold(parts, date, sessions) for date in sitting.mentions) or _is_another(parts, sitting, sessions):
        return None
    of_all = _of_all_days(parts, sitting, sessions)
    return _unless_of_another(parts, of_all, sitting, sessions)


def _in_entry(parts: Parts, sitting: Sitting, sessions: list[DateReading]) -> tuple[VenueReading, str] | None:
    """The venue whose words stand around a day, that of the lines that run on to it, or of its entry."""
    if (excepted := find_venue_of_exception(parts, sitting.mentions)) is not None:
        return excepted, "same_sentence"
    if (running := find_venue_running_on(parts, sitting.mentions)) is not None:
        return running, "same_sentence"
    if (around := _around(parts, sitting.mentions)) is not None:
        return around, "around_the_day"
    own = find_venue_of_entry(parts, sitting.mentions, sessions)
    return (own, "own_entry") if own is not None else None


def _unless_of_another(
    parts: Parts, of_all: tuple[VenueReading, str] | None, sitting: Sitting, sessions: list[DateReading]
) -> tuple[VenueReading, str] | None:
    """The place of all days; where that is the screen of others, the town that is left for a sitting.

    A day on which people travelled has none that is told below it, with the next meeting at home.
    """
    own = parts.block_of(sitting.date.where.start)
    if of_all and own and of_all[0].where.start >= own.end and is_of_journey(parts, sitting.date):
        return None
    if of_all is None or not is_of_another(parts, of_all[0], sitting, sessions):
        return of_all
    return find_town_left(parts, sitting) if of_all[0].mode == "online" else None


def _of_all_days(parts: Parts, sitting: Sitting, sessions: list[DateReading]) -> tuple[VenueReading, str] | None:
    """The venue told for the frame of some days, or for all days of the page, or the town that is left."""
    frame = find_frame_venue(parts, sitting, sessions)
    if frame is not None:
        return enrich(parts, frame), "below_the_frame"
    page = find_venue_of_all(parts) or find_venue_of_page(parts, sessions)
    left = find_town_left(parts, sitting)
    if left is not None and _is_town_of_next(parts, sitting, left[0].city):
        left = None
    if page is not None and not page[0].rule.startswith("label") and _is_of_next(parts, sitting, page[0].where):
        return left
    if page is None or not stands_with_another(parts, page[0], sitting, sessions):
        return page or left
    return page if left is None or page[1] not in _ONLY or left[0].city == page[0].city else left


def _tells_house(venue: VenueReading) -> bool:
    """Whether a place says by its own words in which house or how people meet: its town was not guessed."""
    town = venue.city is not None and venue.name is not None and not venue.rule.endswith(GUESSED)
    return town or venue.street is not None or venue.mode == "online"


def _of_mentions(parts: Parts, sitting: Sitting, sessions: list[DateReading]) -> list[tuple[VenueReading, str]]:
    """The venues around the mentions of a day; those that name it alone count first, where they tell a house fully.

    The place of a step of the programme (`19h30 : soirée au stade`) counts where there is no other.
    Below `Colloque des 12 et 13 octobre` stands where the first day is; below `Vendredi 13 octobre` where that one is.
    """
    whole = list(sitting.mentions)
    alone = [date for date in whole if date.first_day == date.last_day]
    found: list[tuple[VenueReading, str]] = []
    for mentions in (whole,) if len(alone) == len(whole) else (alone, whole):
        found = [venue for date in mentions for venue in _candidates(parts, date, sessions)]
        told = [(venue, rule) for venue, rule in found if not _is_of_step(parts, venue)]
        if any(venue.mode == "online" or (venue.city and (venue.name or venue.street)) for venue, _ in told):
            return told
    return told or _unless_page_tells(parts, found, sessions)


def _unless_page_tells(
    parts: Parts, found: list[tuple[VenueReading, str]], sessions: list[DateReading]
) -> list[tuple[VenueReading, str]]:
    """The places of steps, unless the page tells outside of them where all its days are."""
    page = find_venue_of_page(parts, sessions) if found else None
    return [] if page is not None and not _is_of_step(parts, page[0]) and page[1] != "only_town_of_page" else found


def _candidates(parts: Parts, date: DateReading, sessions: list[DateReading]) -> list[tuple[VenueReading, str]]:
    """The venues that stand around a day, each with the rule that ties it: in its sentence, below it, above it."""
    found: list[tuple[VenueReading, str]] = []
    near = find_in_turn(parts, date, sessions) or find_in_sentence(parts, date, sessions)
    near = _behind_body(parts, date, near) or near
    after = find_in_sentences_after(parts, date, sessions) if near is None else None
    if near is None and after is None and _is_alone(parts, date, sessions):
        after = find_in_sentence_before(parts, date)
    below = _without_other_than_told(parts, find_in_lines_below(parts, date, sessions), sessions)
    above = find_venue_above(parts, date) if near is None else None
    if near is not None:
        found.append((near, "same_sentence"))
    if after is not None:
        found.append((after, "same_paragraph"))
    beside = near or after
    if below is not None and beside is not None and is_refined_below(parts, beside, below):
        return [(below, "lines_below")]
    if below is not None and (beside is None or _compatible(beside, below)):
        found.append((below, "lines_below"))
    if above is not None:
        found.append((above, "line_above"))
        found += [(_in_town_of(below, above), "lines_below")] if below and below.city is None else []
    if not found and (screen := find_screen_above(parts, date)) is not None:
        found.append((screen, "line_above"))
    return found


def _behind_body(parts: Parts, date: DateReading, near: VenueReading | None) -> VenueReading | None:
    """The one place told behind a body that heads the entry of a day: `5 juin – Caf du Nord. Le point : en visio`."""
    if near is None or not near.rule.startswith("room") or near.street is not None:
        return None
    text = parts.document.text
    block = parts.block_of(near.where.start)
    if block is None or not (_SET_OFF.fullmatch(text, date.where.end, near.where.start)):
        return None
    if text[near.where.end : near.where.end + 1] not in (".", ":"):
        return None
    days = (d.where.start for d in standing_between(parts.dates, near.where.end, block.end) if d.precision == "day")
    told = standing_between(parts.venues, near.where.end, next(days, block.end))
    own = [v for v in told if v.mode == "online" or v.street or (v.city and v.name)]
    return own[0] if len(own) == 1 == len(told) else None


def _is_of_step(parts: Parts, venue: VenueReading) -> bool:
    """Whether a place stands in a line that begins with an hour and holds no day."""
    block = parts.block_of(venue.where.start)
    if block is None or block.kind not in ("paragraph", "item") or read_step(parts.document.words_of(block)) is None:
        return False
    days = standing_between(parts.dates, block.start, block.end)
    return not any(date.precision == "day" for date in days)


def _without_other_than_told(
    parts: Parts, below: VenueReading | None, sessions: list[DateReading]
) -> VenueReading | None:
    """The place below the only day of a page, unless it lies elsewhere than the one under the label of places."""
    told = {venue.city for venue in parts.venues if venue.rule.startswith("label") and venue.city}
    if below is None or len({date.first_day for date in sessions}) > 1 or len(told) != 1:
        return below
    return below if below.rule.startswith("label") or below.city in (*told, None) else None


def _of_section(parts: Parts, sitting: Sitting, sessions: list[DateReading]) -> list[tuple[VenueReading, str]]:
    """The venue that the section of a day tells above its first day."""
    found = (find_venue_of_section(parts, date, sessions) for date in sitting.mentions)
    told = [(venue, "head_of_section") for venue in found if venue is not None]
    return (
        told if not all(_is_of_step(parts, venue) for venue, _ in told) else _unless_page_tells(parts, told, sessions)
    )


def _of_lead(parts: Parts, sitting: Sitting, sessions: list[DateReading]) -> list[tuple[VenueReading, str]]:
    """The venue in the line that leads to the list in which a day stands."""
    found = (find_venue_of_lead(parts, date, sessions) for date in sitting.mentions)
    return [(venue, "lead_of_list") for venue in found if venue is not None]


def _is_another(parts: Parts, sitting: Sitting, sessions: list[DateReading]) -> bool:
    """Whether a day is only named as that of the next meeting: where this one was says nothing of it."""
    before = any(d.first_day < sitting.first and d.where.start < sitting.date.where.start for d in sessions)
    return before and parts.page.kind == "report" and is_next(parts, sitting)


def _is_of_next(parts: Parts, sitting: Sitting, place: Place) -> bool:
    """Whether minutes tell a place in the sentence of a later day alone: where this meeting was they do not tell.

    `Compte rendu de la réunion du 14 mars` / `Prochaine réunion : jeudi 13 avril, mairie d'Outreau`
    """
    if parts.page.kind != "report" or not is_paper_of_minutes(parts.document):
        return False
    told = [d for d in standing_between(parts.dates, *parts.sentence_of(place.start)) if d.role == "event"]
    return bool(told) and all(date.first_day > sitting.last for date in told)


def _is_town_of_next(parts: Parts, sitting: Sitting, town: str | None) -> bool:
    """Whether a town is named in the sentences of later meetings alone."""
    there = [territory.where for territory in parts.territories if territory.name == town]
    return bool(there) and all(_is_of_next(parts, sitting, place) for place in there)


def _agreeing(candidates: list[tuple[VenueReading, str]]) -> list[tuple[VenueReading, str]]:
    """Where the sentence of a day names a town, only what lies in that town; what has none below it lies there too."""
    town = next((v for v, rule in candidates if rule == "same_sentence" and v.city is not None), None)
    if town is None:
        return candidates
    kept = [(v, rule) for v, rule in candidates if v.city in (town.city, None)]
    return [(v if v.city or v.mode == "online" else _in_town_of(v, town), rule) for v, rule in kept]


def _around(parts: Parts, mentions: tuple[DateReading, ...]) -> VenueReading | None:
    """The venue whose words stand on both sides of a day, or right before the bracket with it (`Trélon (mardi 4)`).

    What a bracket right behind a day says is its own as well: `sauf celle du 2 avril (visioconférence)`.
    """
    text = parts.document.text
    for date in mentions:
        for venue in parts.venues:
            before, behind = date.where.start - venue.where.end, venue.where.start - date.where.end
            if venue.where.start <= date.where.start < venue.where.end:
                return venue
            if date.where.start < venue.where.start and venue.where.end < date.where.end and venue.mode == "online":
                return venue  # `celle du 12 octobre, qui aura lieu en visio de 14h à 16h`
            if 0 < before <= _LONGEST_BRACKET and _BRACKET.fullmatch(text, venue.where.end, date.where.start):
                return venue
            if 0 < behind <= _LONGEST_BRACKET and _OPENS.fullmatch(text, date.where.end, venue.where.start):
                return venue
    return None


def _compatible(first: VenueReading, second: VenueReading) -> bool:
    if first.mode == "online" or second.mode == "online":
        return first.mode == second.mode
    return first.city is None or second.city is None or first.city == second.city


def _in_town_of(venue: VenueReading, town: VenueReading) -> VenueReading:
    """A house or street of the lines below a day, in the town of the line above it."""
    return replace(venue, name=venue.name or town.name, city=town.city, commune_code=town.commune_code)


def _is_alone(parts: Parts, date: DateReading, sessions: list[DateReading]) -> bool:
    """Whether a day is the only one of its page, or in the paragraph in which another sentence leads to its own."""
    if len({d.first_day for d in sessions}) == 1:
        return True
    block = parts.block_of(date.where.start)
    if block is None or block.start == parts.sentence_of(date.where.start)[0]:
        return False
    return len({d.first_day for d in standing_between(sessions, block.start, block.end)}) == 1
