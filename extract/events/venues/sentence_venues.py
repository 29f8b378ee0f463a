"""The venue that the sentence of a day tells, or the sentences behind it in its paragraph.

With several days and several places each day takes the place on the side that the sentence begins with; what stands
behind the last day of a list serves those before it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from operator import attrgetter

from extract.events.parts import Parts, standing_between
from extract.events.venues.exceptions import after_exception
from extract.events.venues.page_venue import richness
from extract.records import DateReading, VenueReading

_CLAUSE = re.compile(r"[^\W\d_]{3,}(?:[^\W\d_]|[\s'’-])*[^\W\d_]{3,}")
"""Two words of some length between two days: the second one is told in a clause of its own."""
_MOVED = re.compile(
    r"\W*(?:est |a été |sera |finalement )?(?:report|d[ée]plac|d[ée]cal|avanc|repouss)[ée]+\w*\W", re.IGNORECASE
)
"""The same sitting is put off to the second day: `le webinaire prévu le 12 mai est reporté au 3 juin`."""
_STANDS_IN = re.compile(
    r"[^.;!?]*?(?:annul|supprim|d[ée]programm)\w+(?:[^.;!?]{0,40}?(?:,|\set)\s(?:une?|deux|des)\s|"
    r"[^.;!?]{0,20}remplac[ée]e?s?\s(?:par|d)[^.;!?]{0,40})$",
    re.IGNORECASE,
)
"""What leads from a day that is called off to what takes its place: `est annulée, un webinaire la remplace`."""
_BESIDE = re.compile(r"\s?[,:(–—-]?\s?(?:les? )?", re.IGNORECASE)
_WAS = re.compile(r"\s(?:était|fut|avait|a(?! lieu))\s")
"""What a meeting on the screen was says nothing of the next one: `Ce webinaire était le premier temps d'un cycle`."""
_GOES_ON = re.compile(r",\s(?!(?:[àa]|aux?|dans|chez|en|puis|et)\s)", re.IGNORECASE)
"""The comma behind a former day and its place."""
_PAIR = 2
_NEAR = 250
"""Characters behind the sentence of a day within which its paragraph still tells where it is."""
_LONGEST_LEAD = 25
_START = attrgetter("where.start")


def find_in_sentence(parts: Parts, date: DateReading, sessions: list[DateReading]) -> VenueReading | None:
    """The venue of a day in its sentence, among the other days and places there; None where none is its own."""
    start, end = parts.sentence_of(date.where.start)
    start = _behind_former(parts, after_exception(parts, start, date.where.start), date)
    venues = [v for v in standing_between(parts.venues, start, end) if not _is_of_stand_in(parts, v, date, sessions)]
    venues = [v for v in venues if not _is_former_screen(parts, v, date)] or venues
    if not venues:
        return None
    if len(venues) == 1:
        days = _days_between(parts, sessions, venues[0].where.end, date.where.start)
        if _is_before_move(parts, venues[0], date) and find_in_sentences_after(parts, date, sessions) is not None:
            return None  # `… prévue le 2 avril à Senlis, est reportée au 11 juin. Elle se fera en ligne.`
        return venues[0] if _reaches(parts, venues[0], date, days) else None
    days = _days_between(parts, sessions, start, end)
    if (own := _in_pairs(date, days, venues) or _at_the_end(date, days, venues)) is not None:
        return own
    months = [d for d in standing_between(parts.dates, start, end) if d.precision == "month"]
    if venues[0].where.start < min(d.where.start for d in [*days, *months, date]):
        before = [v for v in venues if v.where.start < date.where.start]
        if not before or not _reaches(parts, before[-1], date, days):
            return None
        return _with_detail(before[-1], date, _up_to_next(date, days, venues))
    following = [d.where.start for d in days if d.where.start > date.where.start]
    limit = min(following, default=end)
    after = [v for v in venues if date.where.start < v.where.start < limit]
    if after:
        return _in_town_before(parts, max(after, key=richness), date, venues)
    return _right_before(parts, date, venues) or _shared(parts, venues, limit)


def _is_of_stand_in(parts: Parts, venue: VenueReading, date: DateReading, sessions: list[DateReading]) -> bool:
    """Whether a screen is that of what takes the place of a day called off, on another day of the page."""
    if venue.mode != "online" or not date.where.end <= venue.where.start <= date.where.end + _NEAR:
        return False
    if _STANDS_IN.match(parts.document.text[date.where.end : venue.where.start]) is None:
        return False
    return any(d.first_day > date.last_day for d in (*sessions, *(d for d in parts.dates if d.role == "event")))


def _behind_former(parts: Parts, start: int, date: DateReading) -> int:
    """Where a sentence goes on behind the comma that ends what it says of former meetings before a day.

    `Après une première séance le 9 mars à Beauvais, le cycle se poursuit à Creil le 6 avril`.
    """
    former = [d for d in standing_between(parts.dates, start, date.where.start) if _was_held(d)]
    text = parts.document.text
    end = former[-1].where.end if former else date.where.start
    if text.rfind("(", start, end) > text.rfind(")", start, end):  # `la rencontre (le 2 octobre, à Compiègne), puis`
        end = text.find(")", end, date.where.start)
    goes_on = _GOES_ON.search(text, end, date.where.start) if end >= 0 else None
    return goes_on.end() if goes_on is not None else start


def _is_former_screen(parts: Parts, venue: VenueReading, date: DateReading) -> bool:
    """Whether a screen before a day is that of a meeting of which the sentence tells what it was."""
    before = venue.mode == "online" and venue.where.end < date.where.start
    return before and _WAS.match(parts.document.text, venue.where.end) is not None


def _days_between(parts: Parts, sessions: list[DateReading], start: int, end: int) -> list[DateReading]:
    """The days between two positions, and those of former meetings, in order."""
    held = [d for d in standing_between(parts.dates, start, end) if _was_held(d)]
    return sorted([*standing_between(sessions, start, end), *held], key=_START)


def _was_held(date: DateReading) -> bool:
    """Whether a day is that of a former meeting: it has its place as well (`après une séance à Creil le 6 mars`)."""
    return date.role == "past" and date.precision == "day"


def _in_pairs(date: DateReading, days: list[DateReading], venues: list[VenueReading]) -> VenueReading | None:
    """The place of a day by its number, where as many towns follow: `les 5 et 12 mai à Laon et à Lens`."""
    told = [d for d in days if d.precision == "day" and d.first_day == d.last_day]
    places = [v for v in venues if v.city is not None]
    if not len(told) == len(days) == len(places) == len({v.city for v in venues}) or date not in told:
        return None
    apart = max(d.where.start for d in days) < min(v.where.start for v in venues)
    return places[told.index(date)] if apart and len(told) > 1 else None


def _at_the_end(date: DateReading, days: list[DateReading], venues: list[VenueReading]) -> VenueReading | None:
    """The place behind the last of some days, whose first ones are met on a screen told before them.

    `en visio le 3 juin à 14h et le 5 juin à 10h à Soissons`
    """
    if len(venues) != _PAIR or len(days) < _PAIR or date is not days[-1]:
        return None
    screen, place = venues
    apart = screen.where.start < days[0].where.start and date.where.start < place.where.start
    return place if apart and screen.mode == "online" and place.mode == "in_person" else None


def _reaches(parts: Parts, venue: VenueReading, date: DateReading, days: list[DateReading]) -> bool:
    """Whether a venue before a day is its own: another day between them must be of the same list.

    `commencé à Soissons le 16 mars, le cycle fait halte à mi-parcours le 12 juillet` says nothing of where July is.
    """
    between = [d.where.end for d in days if venue.where.end <= d.where.start < date.where.start]
    words = parts.words((max(between), date.where.start)) if between else ""
    return _CLAUSE.search(words) is None or _MOVED.search(words) is not None


def _up_to_next(date: DateReading, days: list[DateReading], venues: list[VenueReading]) -> list[VenueReading]:
    """The venues of a sentence up to the next day: one that holds a day itself is of that day."""
    following = min((d.where.start for d in days if d.where.start > date.where.start), default=None)
    return (
        venues
        if following is None
        else [v for v in venues if v.where.end <= following or v.where.start < date.where.start]
    )


def _is_before_move(parts: Parts, venue: VenueReading, date: DateReading) -> bool:
    """Whether a place is told with the day from which a sitting was moved to this one."""
    if venue.where.end > date.where.start:
        return False
    return _MOVED.search(parts.document.text, venue.where.end, date.where.start) is not None


def _with_detail(venue: VenueReading, date: DateReading, venues: list[VenueReading]) -> VenueReading:
    """`à Méru, le 5 octobre (salle des fêtes)`: the town before the day and the place after it are one venue."""
    after = next((v for v in venues if v.where.start > date.where.start), None)
    if after is not None and after.city and after.name and not venue.name and len(venues) == _PAIR:
        return after  # `Maubeuge : samedi 11 mars, Espace Philipe (Feignies)`: the area, and where in it
    if after is None or after.city is not None or after.mode == "online" or venue.street is not None:
        return venue
    return replace(after, city=venue.city, commune_code=venue.commune_code, name=after.name or venue.name)


def _in_town_before(parts: Parts, venue: VenueReading, date: DateReading, venues: list[VenueReading]) -> VenueReading:
    """A house behind its day, in the town right before that day: `une étape à Creil, le 7 avril, à La Faïencerie`."""
    if venue.city is not None or venue.mode == "online":
        return venue
    before = next((v for v in reversed(venues) if v.where.start < date.where.start), None)
    if before is None or before.city is None or before.name or before.street:
        return venue
    if _BESIDE.fullmatch(parts.document.text, before.where.end, date.where.start) is None:
        return venue
    return replace(venue, city=before.city, commune_code=before.commune_code)


def _right_before(parts: Parts, date: DateReading, venues: list[VenueReading]) -> VenueReading | None:
    """The place that leads to a day behind others: `le 11 mai à Lens, remplacée par une visio le 15`."""
    beside = (v for v in venues if v.where.end <= date.where.start)
    return next((v for v in beside if _BESIDE.fullmatch(parts.document.text, v.where.end, date.where.start)), None)


def _shared(parts: Parts, venues: list[VenueReading], limit: int) -> VenueReading | None:
    """The venue after the last day of a list serves the days before it.

    Not where each day has its own bracket: `3 février (en visio), 19 mai, 13 octobre (Maubeuge)`.
    """
    after = [v for v in venues if v.where.start >= limit]
    set_off = [v for v in venues if _is_in_bracket(parts, v)]
    return after[0] if after and not (after[0] in set_off and set_off[0] is not after[0]) else None


def _is_in_bracket(parts: Parts, venue: VenueReading) -> bool:
    """Whether a venue stands in a bracket of few words: `(tenue en visioconférence)`."""
    before = parts.document.text[max(0, venue.where.start - _LONGEST_LEAD) : venue.where.start]
    return before.rfind("(") > before.rfind(")")


def find_in_sentences_after(parts: Parts, date: DateReading, sessions: list[DateReading]) -> VenueReading | None:
    """The one venue between a day and the next day of its paragraph (`mardi 8 octobre : … Rendez-vous à Denain.`)."""
    block = parts.block_of(date.where.start)
    if block is None or block.kind == "cell":
        return None
    start = date.where.end
    later = (d.where.start for d in standing_between(parts.dates, start, block.end) if d.precision == "day")
    found = standing_between(parts.venues, start, next(later, block.end))
    found = [venue for venue in found if not _is_of_stand_in(parts, venue, date, sessions)]
    if len(found) != 1:
        return None
    return found[0] if len(sessions) > 1 or _goes_on(parts, date, found[0]) else None


def find_in_sentence_before(parts: Parts, date: DateReading) -> VenueReading | None:
    """The place of the sentence right before that of a day in its paragraph: `Elle se tiendra à la MJC. C'est le 3`."""
    start, _ = parts.sentence_of(date.where.start)
    block = parts.block_of(date.where.start)
    if block is None or block.kind not in ("paragraph", "lead", "item") or start <= block.start:
        return None
    before, _ = parts.sentence_of(start - 1)
    if any(d.precision == "day" for d in standing_between(parts.dates, max(before, block.start), start)):
        return None
    found = standing_between(parts.venues, max(before, block.start), start)
    if len(found) != 1:
        return None
    told = found[0].mode == "online" or (found[0].city and (found[0].name or found[0].street))
    return found[0] if told else None


def _goes_on(parts: Parts, date: DateReading, venue: VenueReading) -> bool:
    """Whether a place with its town stands in the sentence right behind that of the only day of a page.

    Its house and town may stand in one of the few sentences behind: `Rendez-vous le 9 juillet. Début à 9h15. Lieu …`.
    """
    _, end = parts.sentence_of(date.where.start)
    if venue.city is None:
        return False
    if venue.name or venue.street:
        return venue.where.start < end + _NEAR
    return parts.sentence_of(end + 1)[0] <= venue.where.start < parts.sentence_of(end + 1)[1]
