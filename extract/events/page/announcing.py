"""Whether a page announces an event at all: by its title and first lines, by invitations, by a day with its place."""

from __future__ import annotations

import re
from typing import Final

from extract.dates.lexicon import NAMES_WEEKDAY
from extract.document import Block
from extract.events.days.roles import tells_meeting
from extract.events.days.schedules import is_schedule
from extract.events.days.weekday_heads import tells_week
from extract.events.hours.programme import has_programme
from extract.events.page.naming import find_event_type
from extract.events.parts import Parts, standing_between
from extract.places.grammar.verbs import MEETING_VERB
from extract.records import DateReading, VenueReading

Span = tuple[int, int]

_SOCIAL: Final = re.compile(
    r"appel [àa] (?:projets?|candidatures?|manifestation)|offre d['’]emploi|recrutement", re.IGNORECASE
)


def speaks_of_event(parts: Parts, dates: list[DateReading]) -> bool:
    """Whether the page speaks of something that takes place: in its title, its lead, or beside one of the days."""
    title = parts.document.title
    laid_out = is_schedule(parts, dates) or tells_week(parts, dates)
    if laid_out or parts.page.kind == "report" or _stand_under_dates(parts, dates):
        return True
    if _is_of_call(title):
        return False
    headings = [parts.document.words_of(block) for block in parts.blocks if block.kind == "heading"]
    opening = [block for block in parts.blocks if block.kind == "paragraph" and block.row is None]
    headings += [parts.document.words_of(block) for block in opening[:2] if not _leads_elsewhere(parts, block)]
    sentences = dict.fromkeys(parts.words(parts.sentence_of(d.where.start)) for d in dates)
    if any(find_event_type(text) for text in (title, parts.document.lead or "", *headings, *sentences)):
        return True
    told = (parts.document.lead or "", *headings, *sentences)
    if any(INVITES.search(text) or tells_meeting(text) or _WERE_THERE.search(text) for text in told):
        return True
    asks = any(_ASKS.search(parts.document.words_of(block)) for block in parts.blocks[:8])
    if asks or any(_stands_in_title(parts, date) for date in dates):
        return True
    opens = _OPENS_TO_SIGN_UP.search(title) is not None or _SIGN_UP_PAPER.search(title) is not None
    spans = dict.fromkeys(parts.sentence_of(date.where.start) for date in dates)
    met = opens or any(_is_next_one(parts, date) or _was_then(parts, date) for date in dates)
    met = met or any(_says_met(parts, span) for span in spans)
    if met or _invites_to_sign_up(parts) or _goes_around(parts, dates):
        return True
    if _tells_when_and_where(parts, [d for d in dates if d.precision == "day" and NAMES_WEEKDAY.search(d.text)]):
        return True
    return has_programme(parts) or any(
        _heads_with_place(parts, d)
        or d.rule in ("dates_field", "period_with_town")
        or (d.starts_at and (d.ends_at or _fills_line(parts, d)))
        for d in dates
    )


def _tells_when_and_where(parts: Parts, weekdays: list[DateReading]) -> bool:
    """Whether days with their weekday have a place at hand, a place and an hour anywhere, or are listed."""
    if any(find_venues_beside(parts, d) or _has_place_below(parts, d) for d in weekdays):
        return True
    return _are_listed(parts, weekdays) or bool(weekdays and parts.venues and parts.loose_hours)


def _is_of_call(title: str) -> bool:
    """Whether a page is about a call or a post to fill; a meeting about a call is a meeting."""
    call = _SOCIAL.search(title)
    if call is None or find_event_type(title[: call.start()]):
        return False
    behind = _ABOUT_CALL.search(title, call.end())
    return behind is None or not find_event_type(behind[0])


def _are_listed(parts: Parts, weekdays: list[DateReading]) -> bool:
    """Whether two days with their weekday, or more, each open a line or a cell: nobody lists other days so."""
    listed = set()
    for date in weekdays:
        block = parts.block_of(date.where.start)
        if (
            block is not None
            and block.kind in ("item", "cell", "paragraph")
            and date.where.start <= block.start + len("- Le ")
        ):
            listed.add(date.first_day)
    return len(listed) >= _FEWEST_LISTED


def _heads_with_place(parts: Parts, date: DateReading) -> bool:
    """Whether a heading tells a day with its place, or over one: `1er temps : les 3 et 4 mai 2016 à Cambrai`."""
    block = parts.block_of(date.where.start)
    if block is None or block.kind != "heading" or date.precision != "day":
        return False
    return bool(standing_between(parts.venues, block.start, block.end)) or _has_place_below(parts, date)


def _fills_line(parts: Parts, date: DateReading) -> bool:
    """Whether a day with its hour is all that stands in its line."""
    block = parts.block_of(date.where.start)
    return block is not None and parts.document.words_of(block).strip(" .:–-") == date.text


def _is_next_one(parts: Parts, date: DateReading) -> bool:
    """Whether a day with its hour is that of the next of something: `Prochain épisode jeudi 20 mai à 13h`."""
    start, _ = parts.sentence_of(date.where.start)
    return date.starts_at is not None and _NEXT_ONE.search(parts.document.text, start, date.where.start) is not None


def _was_then(parts: Parts, date: DateReading) -> bool:
    """Whether a sentence opens with nothing but that it was on a day: `C'était le 25 novembre, sous la pluie`."""
    start, _ = parts.sentence_of(date.where.start)
    return date.precision == "day" and _IT_WAS.fullmatch(parts.document.text, start, date.where.start) is not None


def _stands_in_title(parts: Parts, date: DateReading) -> bool:
    """Whether a day with its weekday is told in the title itself (`Jeudi 16 mai : les Olympiades`)."""
    block = parts.block_of(date.where.start)
    return block is not None and block.kind == "title" and NAMES_WEEKDAY.search(date.text) is not None


def _invites_to_sign_up(parts: Parts) -> bool:
    """Whether a day until which one may sign up is told: people sign up for what takes place."""
    ends = (parts.sentence_of(date.where.start) for date in parts.dates if date.role == "registration_deadline")
    return any(_SIGNS_UP.search(parts.words(sentence)) for sentence in ends)


_WERE_THERE: Final = re.compile(
    r"(?<![^\W_])(?:(?:nous|vous|ils|elles)\s[ée]t(?:ions|iez|aient)\s(?:(?:pr[èe]s|plus|moins) de\s|environ\s|une?\s)?"
    r"(?:\d+|nombreu(?:x|ses)|[^\W\d_]+aine|cent|deux cents|soixante|cinquante|quarante|trente|vingt)|"
    r"(?:a|ont) (?:ouvert (?:ses|leurs) portes|fait salle comble))(?![^\W_])",
    re.IGNORECASE,
)
"""What a report says of who was there, or of a house that was open."""
_IT_WAS: Final = re.compile(
    r"\W*(?:c['’](?:[ée]tait|est|sera)|[çc]a (?:s['’]est pass[ée]|se passait|se passe)|cela se passait)\s",
    re.IGNORECASE,
)
_NEXT_ONE: Final = re.compile(r"(?<![^\W_])prochaine?s?\s[^\W\d_]+\W*$", re.IGNORECASE)


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
    """Whether a day stands under a heading that only says that days follow (`Les dates`, `Calendrier 2021`)."""
    heads = [block for block in parts.blocks if block.kind == "heading"]
    ends = [*(head.start for head in heads[1:]), len(parts.document.text)]
    for head, end in zip(heads, ends, strict=False):  # without a heading there is one end all the same
        below = standing_between(dates, head.start, end)
        if any(d.precision == "day" for d in below) and _OF_DATES.fullmatch(parts.document.words_of(head)):
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
