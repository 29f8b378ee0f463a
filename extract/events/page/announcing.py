"""Whether a page announces an event at all: by its title and first lines, by invitations, by a day with its place."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from extract.dates.lexicon import NAMES_WEEKDAY, WEEKDAY_NAME
from extract.document import Block
from extract.events.days.in_passing import stands_out
from extract.events.days.passing_clauses import leads_ahead
from extract.events.days.roles import tells_meeting
from extract.events.days.schedules import is_schedule
from extract.events.days.weekday_heads import tells_week
from extract.events.hours.programme import has_programme
from extract.events.page.naming import find_event_type
from extract.events.parts import Parts, standing_between
from extract.events.stated.participants import tells_attendance
from extract.places.grammar.verbs import MEETING_VERB
from extract.records import DateReading, VenueReading

Span = tuple[int, int]

_LAST_WEEKDAY: Final = re.compile(rf"(?<![^\W_]){WEEKDAY_NAME} (?:dernier|prochain),? (?:le )?$", re.IGNORECASE)
"""A weekday set off from its number: `Samedi dernier, 21 mai`."""
_LONGEST_WEEKDAY: Final = 30
_OF_NO_MEETING: Final = re.compile(
    r"appel [àa] (?:projets?|candidatures?|manifestation)|offres? d(?:e stage|['’]emploi)|recrutement|"
    r"recrute(?:nt)?\s(?:une?|des|son|sa|ses|deux|trois|\d)(?![^\W_])|postes? (?:de |d['’]|[àa] pourvoir)|"
    r"(?<![^\W_])CD[DI](?![^\W_])|"
    r"^\W*(?:(?:les|des|nos)\s)?(?:travaux(?! (?:pratiques|dirig|de groupe|en))|coupures?|d[ée]c[èe]s|disparition)"
    r"(?![^\W_])|n[ée]crologie|mentions l[ée]gales",
    re.IGNORECASE,
)
"""What a page is about that tells days, places and hours on which nobody meets: calls, posts, works, deaths."""


_SERIES: Final = 3
_LONGEST_LINE: Final = 130


_WEEKDAYS_OF: Final = re.compile(rf"\W*(?:les\s)?(?:{WEEKDAY_NAME})s\s(?:d[eu]s?\s|d['’])", re.IGNORECASE)
"""A series that is called after its weekday: `Les mardis de la santé`."""


_ON_THAT_DAY: Final = re.compile(r"\W*(?:on se|nous nous)\s(?:voi|voy|retrouv|r[ée]uni|donn)\w+", re.IGNORECASE)
"""What goes on behind the day on which people meet: `… est le 6 février. On se voit donc à 14 h`."""


def speaks_of_event(parts: Parts, dates: list[DateReading]) -> bool:
    """Whether the page speaks of something that takes place: by its own words, or by a day told as people meet.

    Nobody tells a weekday, an hour or how many came of a law, a deadline or a paper; a page about a call for projects
    speaks of a meeting where it tells a day with its hours and its place.
    """
    laid_out = is_schedule(parts, dates) or tells_week(parts, dates)
    if laid_out or parts.page.kind == "report" or _stand_under_dates(parts, dates):
        return True
    days = [date for date in dates if date.precision == "day"]
    if is_of_call(parts.document.title):
        told = any(date.starts_at is not None and _has_place(parts, date) for date in days)
        return told or _lists_meetings(parts, days) or _has_dates_and_house(parts, days)
    sentences = dict.fromkeys(parts.sentence_of(date.where.start) for date in days)
    met = any(_is_told_as_met(parts, date) for date in days) or any(_tells_of_people(parts, s) for s in sentences)
    met = met or any(_will_be_at_place(parts, date) for date in days)
    met = met or (bool(days) and _tells_hours_and_house(parts)) or _are_series(parts, days)
    met = met or _stand_beside_houses(parts, days) or _head_places(parts, days)
    return met or _names_event(parts, dates) or _opens_to_all(parts, dates)


def _are_series(parts: Parts, days: list[DateReading]) -> bool:
    """Whether three days or more stand in one sentence to come: `Connectez-vous les 10 novembre, 8 décembre et …`."""
    if parts.page.kind != "announcement":
        return False
    listed = Counter(parts.sentence_of(date.where.start) for date in days)
    return any(count >= _SERIES for count in listed.values())


def _stand_beside_houses(parts: Parts, days: list[DateReading]) -> bool:
    """Whether two lines at least tell a day and a house or street each: `Berck, les 23 et 24 mai, espace Dupont`."""
    lines = {id(block): block for day in days if (block := parts.block_of(day.where.start)) is not None}
    short = (line for line in lines.values() if line.end - line.start <= _LONGEST_LINE)
    told = (standing_between(parts.venues, line.start, line.end) for line in short)
    return sum(any(v.street or (v.name and v.city) for v in venues) for venues in told) >= _FEWEST_LISTED


def _head_places(parts: Parts, days: list[DateReading]) -> bool:
    """Whether a day leads to lines that each tell an hour and a place: `Le 4 octobre :` / `Lens, 18h, salle Foch`."""
    for day in days:
        line = parts.block_of(day.where.start)
        if line is None or not parts.ends_with_colon(line):
            continue
        below = parts.blocks_after(line.start, _FEWEST_LISTED)
        hours = [[h for h in parts.loose_hours if block.start <= h.start < block.end] for block in below]
        places = [standing_between(parts.venues, block.start, block.end) for block in below]
        if len(below) == _FEWEST_LISTED and all(hours) and all(places):
            return True
    return False


def _names_event(parts: Parts, dates: list[DateReading]) -> bool:
    """Whether an event is named in the title, the lead, a heading, the first lines or the sentence of a day."""
    headings = [parts.document.words_of(block) for block in parts.blocks if block.kind == "heading"]
    opening = [block for block in parts.blocks if block.kind == "paragraph" and block.row is None]
    opening = [block for block in opening[:2] if not _leads_elsewhere(parts, block)]
    sentences = dict.fromkeys(parts.words(parts.sentence_of(d.where.start)) for d in dates)
    told = (parts.document.lead or "", *headings, *sentences)
    named = (parts.document.title, *told, *map(parts.document.words_of, opening))
    if _WEEKDAYS_OF.match(parts.document.title):
        return True
    behind = (parts.sentence_of(d.where.start)[1] + 1 for d in dates)
    if any(_ON_THAT_DAY.match(parts.words(parts.sentence_of(position))) for position in behind):
        return True
    return any(map(find_event_type, named)) or any(INVITES.search(text) or tells_meeting(text) for text in told)


def _is_told_as_met(parts: Parts, date: DateReading) -> bool:
    """Whether a day has what only a day has on which people meet: its weekday, its hour, its place."""
    if date.starts_at is not None or date.rule == "dates_field" or NAMES_WEEKDAY.search(date.text):
        return True
    near = max(parts.sentence_of(date.where.start)[0], date.where.start - _LONGEST_WEEKDAY)
    if _LAST_WEEKDAY.search(parts.document.text, near, date.where.start):
        return True
    return _heads_with_place(parts, date)


def _will_be_at_place(parts: Parts, date: DateReading) -> bool:
    """Whether a sentence tells what will be done on a day at a place, by a verb that is none of something else."""
    start, _ = parts.sentence_of(date.where.start)
    towns = (venue for venue in find_venues_beside(parts, date) if venue.city and venue.mode != "online")
    return next(towns, None) is not None and leads_ahead(parts.document.text, start, date.where.start)


def _tells_of_people(parts: Parts, sentence: Span) -> bool:
    """Whether the sentence of a day tells who was there, or that people meet and where."""
    return tells_attendance(parts.words(sentence)) or _says_met(parts, sentence)


def _tells_hours_and_house(parts: Parts) -> bool:
    """Whether a page with a day tells from when to when, and a house or street: `Notez la date`, `14h-17h`, `Lieu`."""
    houses = [venue for venue in parts.venues if venue.mode != "online" and (venue.name or venue.street)]
    if any(hours.starts_at and hours.ends_at for hours in parts.loose_hours):
        return bool(houses)
    spans = [parts.sentence_of(hours.start) for hours in parts.loose_hours] if houses else []
    told = (span for span in spans if standing_between(houses, *span))  # `Les comités se réunissent à 18h à l'espace X`
    return any(MEETING_VERB.search(parts.document.text, *span) is not None for span in told)


def _has_place(parts: Parts, date: DateReading) -> bool:
    return bool(find_venues_beside(parts, date)) or _has_place_below(parts, date)


def _has_dates_and_house(parts: Parts, days: list[DateReading]) -> bool:
    """Whether the field of dates of a page tells from when to when people meet, and its text at which address."""
    held = any(date.rule == "dates_field" and date.starts_at and date.ends_at for date in days)
    return held and any(venue.name and venue.street and venue.city for venue in parts.venues)


def _opens_to_all(parts: Parts, dates: list[DateReading]) -> bool:
    """Whether the page asks people to come or to sign up, or goes from town to town."""
    title = parts.document.title
    asks = any(_ASKS.search(parts.document.words_of(block)) for block in parts.blocks[:8])
    opens = _OPENS_TO_SIGN_UP.search(title) is not None or _SIGN_UP_PAPER.search(title) is not None
    if asks or opens or _invites_to_sign_up(parts) or _goes_around(parts, dates):
        return True
    return has_programme(parts) or any(date.rule == "period_with_town" for date in dates)


def is_of_call(title: str) -> bool:
    """Whether a page is about a call or a post to fill; a meeting about a call is a meeting."""
    call = _OF_NO_MEETING.search(title)
    if call is None or find_event_type(title[: call.start()]):
        return False
    behind = _ABOUT_CALL.search(title, call.end())
    return behind is None or not find_event_type(behind[0])


def _lists_meetings(parts: Parts, days: list[DateReading]) -> bool:
    """Whether items of a list each tell a weekday and a place, the hour told once: people meet even about a call.

    `trois rendez-vous, chaque fois à 17h30` over `à Libercourt, le mardi 6 octobre, salle Delaby`.
    """
    listed: set[int] = set()
    for date in days:
        block = parts.block_of(date.where.start)
        if block is not None and block.kind in ("item", "cell") and NAMES_WEEKDAY.search(date.text):
            listed |= {block.start} if find_venues_beside(parts, date) else set()
    return len(listed) >= _FEWEST_LISTED


def _heads_with_place(parts: Parts, date: DateReading) -> bool:
    """Whether a heading tells a day with its place, or over one: `1er temps : les 3 et 4 mai 2016 à Cambrai`."""
    block = parts.block_of(date.where.start)
    if block is None or block.kind != "heading" or date.precision != "day":
        return False
    return bool(standing_between(parts.venues, block.start, block.end)) or _has_place_below(parts, date)


def _invites_to_sign_up(parts: Parts) -> bool:
    """Whether a day until which one may sign up is told: people sign up for what takes place."""
    ends = (parts.sentence_of(date.where.start) for date in parts.dates if date.role == "registration_deadline")
    return any(_SIGNS_UP.search(parts.words(sentence)) for sentence in ends)


def _says_met(parts: Parts, sentence: Span) -> bool:
    """Whether the sentence of a day says that people meet and where (`le 5 avril, nous ferons halte à Soissons`)."""
    beside = [venue for venue in standing_between(parts.venues, *sentence) if venue.city]
    if any(venue.rule.startswith("host") for venue in beside):
        return True
    return bool(beside) and MEETING_VERB.search(parts.document.text, *sentence) is not None


_OPENS_TO_SIGN_UP: Final = re.compile(
    r"(?<![^\W_])(?:inscriptions? (?:est |sont )?(?:ouvertes?|possibles?|prolong[ée]e?s?|en cours)|inscrivez|"
    r"(?:derni[èe]res|des|il reste des) places)(?![^\W_])",
    re.IGNORECASE,
)
# A paper that is itself the form: `Bulletin d'inscription`, `Animer un collectif : inscription`.
_SIGN_UP_PAPER: Final = re.compile(
    r"(?:^\W*|[:–—|-]\s)(?:(?:bulletin|formulaire|fiche|feuille|coupon) d['’]\s?)?"
    r"(?:pr[ée]-?)?inscriptions?\W*(?:$|[:–—|-])|"
    r"^\W*(?:bulletin|formulaire|fiche|coupon) d['’]\s?(?:pr[ée]-?)?inscription",
    re.IGNORECASE,
)
_SIGNS_UP: Final = re.compile(r"(?<![^\W_])(?:pr[ée]-?)?inscri", re.IGNORECASE)
# What a title goes on to behind the call: `Appel à projets 2023 : un webinaire pour les associations`.
_ABOUT_CALL: Final = re.compile(r"\s[:–—-]\s(?:une?|notre|la|le|les|des)\s[^:]{3,60}$", re.IGNORECASE)
_FEWEST_STOPS: Final = 3
_FEWEST_LISTED: Final = 2


def _goes_around(parts: Parts, dates: list[DateReading]) -> bool:
    """Whether days stand beside towns, three of them at least, and not always the same: something goes around."""
    spans = {date.first_day: parts.sentence_of(date.where.start) for date in dates}
    told = {span: {v.city for v in standing_between(parts.venues, *span) if v.city} for span in set(spans.values())}
    days = {day: told[span] for day, span in spans.items()}
    stops = [towns for towns in days.values() if towns]
    return len(stops) >= _FEWEST_STOPS and len(set().union(*stops)) > 1


INVITES: Final = re.compile(
    r"(?<![^\W_])(?:rejoign\w+|venez|retrouv\w+[- ]nous|participez|inscrivez|vous attend\w*|aura lieu|auront lieu|"
    r"se tiendr\w+|se r[ée]uni(?:t|ra|ront|ssent)|"
    r"se d[ée]rouler\w*|se tien(?:t|nent)|vous accueill\w+|est organis[ée]e?|sont organis[ée]e?s|"
    r"(?:a|ont) (?:r[ée]uni|rassembl[ée])|c['’](?:est|[ée]tait|sera) le)(?![^\W_])",
    re.IGNORECASE,
)


_ASKS: Final = re.compile(
    r"(?<![^\W_])(?:de vous (?:inviter|convier)|vous (?:invit|convi)\w+|"
    r"vous prie(?:nt)? de (?:bien vouloir )?(?:participer|assister|honorer))",
    re.IGNORECASE,
)
"""Words of an invitation, in the first lines of a paper."""


_OF_DATES: Final = re.compile(
    r"\W*(?:(?:les|nos|vos)\s)?(?:(?:prochaine?s\s)?dates?|calendrier|quand|rendez-vous|agenda|planning|s[ée]ances|"
    r"sessions)(?:\s(?:des?\s|d['’])?[\w'’-]+){0,3}\W*",
    re.IGNORECASE,
)


def _stand_under_dates(parts: Parts, dates: list[DateReading]) -> bool:
    """Whether a day stands under a heading that only says that days follow (`Les dates`, `Calendrier 2021`).

    A sentence there that speaks of no meeting tells the days of something else (`La carte est arrêtée le 3 mai`).
    """
    heads = [block for block in parts.blocks if block.kind == "heading"]
    ends = [*(head.start for head in heads[1:]), len(parts.document.text)]
    for head, end in zip(heads, ends, strict=False):  # without a heading there is one end all the same
        below = standing_between(dates, head.start, end)
        if not below or not _OF_DATES.fullmatch(parts.document.words_of(head)):
            continue
        if any(d.precision == "day" and stands_out(parts, d) for d in below):
            return True
    return False


def _leads_elsewhere(parts: Parts, block: Block) -> bool:
    """Whether a line is only a link: what it names is another page's."""
    links = parts.document.links_between(block.start, block.end)
    return sum(link.end - link.start for link in links) * 2 > block.end - block.start


_LINES_BELOW: Final = 5
LONGEST_LEAD: Final = 120
"""So long are the words before a day at most that name an event: a page of days in one sentence stays cheap."""


def find_venues_beside(parts: Parts, date: DateReading) -> tuple[VenueReading, ...]:
    """The venues in the sentence of a day."""
    start, end = parts.sentence_of(date.where.start)
    return tuple(venue for venue in parts.venues if start <= venue.where.start < end)


def _has_place_below(parts: Parts, date: DateReading) -> bool:
    """Whether one of the short lines below a day says where, as on a flyer."""
    for block in parts.blocks_after(date.where.start, _LINES_BELOW):
        if block.end - block.start > LONGEST_LEAD or block.row is not None:
            return False
        if any(venue.city or venue.street for venue in standing_between(parts.venues, block.start, block.end)):
            return True
    return False
