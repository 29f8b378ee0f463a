"""Names that leave out whose meeting it is: `Prochaine réunion` below the minutes of a committee is the committee's.

The day of a next meeting that minutes end with is called by what kind it is and by the body that the minutes are of.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.page.event_nouns import find_first_noun, find_nouns
from extract.events.page.event_types import find_title_noun
from extract.events.page.titles_of_papers import SPEAKS, cut_paper, is_bare
from extract.records import EventReading

_SAYS_NEXT: Final = re.compile(
    r"\W*(?:(?:l[ea]s?|notre|nos)\s)?(?:prochaine?s?\s|[^\W\d_]+\s(?:suivante?|prochaine)s?(?![^\W_]))", re.IGNORECASE
)

_BODIES: Final = (
    "groupe de travail",
    "groupe de suivi",
    "comité",
    "club",
    "commission",
    "conseil",
    "bureau",
    "réunion",
)
"""Kinds of meetings that are those of a body."""


def call_by_body(event: EventReading, main: EventReading) -> EventReading:
    """A next event, with the name of the main one behind its own where its own says only which."""
    noun = next(iter(find_nouns(event.title, 0, len(event.title))), None)
    if event is main or noun is None or not _SAYS_NEXT.match(event.title) or not is_bare(event.title, noun):
        return event
    meant = cut_paper(main.title)
    body = (main.title if meant is None else meant).rpartition(" – ")[2].strip()
    of_body = find_title_noun(body)
    if not body or SPEAKS.search(body) or is_bare(body, find_first_noun(body)):
        return event
    if any(character.isdecimal() for character in body):
        return event  # what took place on a day, and no body: `Retour sur la rencontre du 8 mars 2017`
    if of_body is not None and of_body.kind not in (noun.kind, *_BODIES):
        return event  # what the page tells of was an occasion, and nobody's
    return replace(event, title=f"{event.title} – {body}")


def look_ahead(event: EventReading, main: list[EventReading]) -> EventReading:
    """An event told beside those that a page reports, as announced where it lies behind all of them."""
    last = max((session.last_day for told in main for session in told.sessions), default=None)
    if event.relation != "reports" or last is None or any(s.first_day <= last for s in event.sessions):
        return event
    return replace(event, relation="announces")
