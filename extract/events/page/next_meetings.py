"""The next meeting that a report announces: an event of its own, told in one sentence below what is reported.

What took place is told in the past, what is to come in the future: `Nous étions quarante le 6 février` and
`Un groupe de travail se réunira le 10 avril` are two events on one page, whatever either is called.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple

from extract.events.page.event_nouns import WEAK, EventNoun, find_head_noun, find_nouns
from extract.events.page.event_types import find_title_noun
from extract.events.page.kinds import TOLD_IN_PAST
from extract.events.page.naming import find_event_type
from extract.events.page.told_names import UP_TO_DAY, capitalise, name_of
from extract.events.parts import Parts, standing_between
from extract.matching.leaping import compile_leaping
from extract.records import EventReading, Evidence, SessionReading

_NEXT: Final = re.compile(
    r"(?<![^\W_])(?:prochaine?s?|seconde?s?|deuxi[èe]mes?|nouve(?:au|lle|l)s?|suivante?s?|autres?)(?![^\W_])",
    re.IGNORECASE,
)
_AHEAD: Final = compile_leaping(
    r"(?<![^\W_])(?:(?!op[ée]ra)[^\W\d_]{2,}(?:er|ir|dr|tr|rr|vr|aur|ser)(?:a|ont|ons|ez)|sera|seront|aura|auront|"
    r"rendez-vous|rdv|(?:r[ée]serv|retrouv|rejoign|particip)ez|on (?:se|vous)|vous attend\w*|"
    r"(?:est|sont)\s(?:d[ée]sormais\s|d[ée]j[àa]\s|donc\s)?(?:pr[ée]vu|fix|propos|programm|organis|pris|annonc)\w*|"
    r"se (?:donne|retrouve|r[ée]uni|tien)(?:t|nt|ssent)?)(?![^\W_])",
    re.IGNORECASE,
)
"""What says that a sitting lies ahead."""
_OF_SERIES: Final = re.compile(
    r"(?<![^\W_])(?:du|de (?:ce|notre)|le|notre) (?:cycle|parcours)(?![^\W_])|"
    r"(?<![^\W_])de la (?:formation|s[ée]rie)(?![^\W_])",
    re.IGNORECASE,
)
"""What makes the next one that of a series: `Le prochain webinaire du cycle`."""
_RANK: Final = re.compile(r"\W*(?:la\s)?(?:premi[èe]re|prochaine?|seconde|deuxi[èe]me|\d(?:re|e|ère))\s", re.IGNORECASE)
_IS_SETTLED: Final = re.compile(r"\s(?:est|sont)\s\w+s?$", re.IGNORECASE)
"""What minutes say of what they plan: `Deux ateliers avec les habitants sont arrêtés :`."""
_NEW: Final = re.compile(r"(?<![^\W_])(?:une?|deux|trois|quatre|des)\s(?:\w+\s)?$", re.IGNORECASE)
"""The article of what has not been told of yet."""
_LEADS_TO: Final = re.compile(r"(?:rendez-vous|rdv|rencontre)\s?[:,]\s(?:une?\s|l[ea]s?\s|l['’])?$", re.IGNORECASE)
"""What leads from the next one to what it is: `Prochain rendez-vous : un vide-grenier`."""
_ONE: Final = re.compile(r"une?\s", re.IGNORECASE)
_LONG_WORD: Final = re.compile(r"(?<![^\W_])(?!(?:pour|dans|avec|pr[ée]vue?s?|fix[ée]e?s?)(?![^\W_]))[^\W\d_]{4,}")
_SERIES: Final = ("cycle", "formation", "parcours")
_MOVED: Final = ("postponed", "cancelled")
_PLEASED: Final = re.compile(r"(?<![^\W_])avons (?:le|la|l['’])", re.IGNORECASE)
"""The present of a letter: `Nous avons le plaisir de vous convier`."""
_DONE: Final = re.compile(r"(?<![^\W_])(?:a|ont)\s(?:\w+\s)?faite?s?(?![^\W_])", re.IGNORECASE)
_LABEL: Final = re.compile(r"\W*(?P<words>[^\W\d_][^.;:!?\n\d]{3,70}?)\s?:\s?(?:le\s)?")
_BEHIND: Final = re.compile(r"\s?(?:[,:]|[–—-]\s)\s?")
_POINTS_BACK: Final = re.compile(
    r"(?:elles?|ils?|sa|son|ses|leurs?|cel(?:le|ui)-ci|ce(?:tte)? (?:dernière?|sera))(?![^\W_])", re.IGNORECASE
)
_OF_IT: Final = re.compile(r"(?:sa|leur) (?:premi[èe]re|prochaine) (?:s[ée]ance|r[ée]union|rencontre)", re.IGNORECASE)
_NO_NAME: Final = re.compile(r"s(?:e\s|['’])|r[ée]uni(?!on)|ouvr|rendez-vous|rdv", re.IGNORECASE)
_GROUP: Final = re.compile(
    r"(?<![^\W_])un\s(?P<noun>(?:petit\s|nouveau\s)?groupe)(?![^\W_])(?=(?:\s(?!se\s)[\w'’-]+){0,9}\sse\s)",
    re.IGNORECASE,
)
_KNOWN: Final = re.compile(r"(?<![^\W_])(?:l[ea]s?|notre|ce|cette|du)\s(?:\w+\s)?$|(?<![^\W_])l['’]$", re.IGNORECASE)
"""What points at a meeting that the page has told of."""


def part_next_meetings(parts: Parts, event: EventReading) -> list[EventReading]:
    """An event that a page reports, and behind it what its sentences announce as a later meeting.

    A next meeting is parted last, so that `même lieu, même heure` is known. The next sitting of a series stays with it;
    so does the next one where the report tells no other day, and a day to which a meeting was moved.
    """
    title = find_title_noun(parts.page.title)
    if find_event_type(parts.page.title) in _SERIES or (title is not None and title.kind in _SERIES):
        return [event]
    if any(session.status in _MOVED for session in event.sessions):
        return [event]
    names = _share_names(parts, event, [_name_next(parts, event, session) for session in event.sessions])
    told = tuple(session for session, name in zip(event.sessions, names, strict=True) if name is None)
    coming = [session for session in event.sessions if session not in told]
    if not told:
        return [event]
    # What minutes are of comes first; the next sittings of their body may lie behind what else they announce.
    edge = (min if event.relation == "reports" else max)(s.last_day for s in told)
    if any(session.first_day <= edge for session in coming):
        return [event]
    if event.relation != "reports" and not all(_is_told_in_past(parts, session) for session in told):
        return [event]
    named = [(session, name) for session, name in zip(event.sessions, names, strict=True) if name is not None]
    together = groupby(named, key=lambda told: parts.sentence_of(told[0].date.where.start))
    return [replace(event, sessions=told), *(_build_next(parts, event, list(found)) for _, found in together)]


def _share_names(parts: Parts, event: EventReading, names: list[_Next | None]) -> list[_Next | None]:
    """The names, each also that of the days behind it in its sentence: `Deux ateliers sont fixés : le 9 et le 16`."""
    shared = list(names)
    for index, session in enumerate(event.sessions[1:], 1):
        before = parts.sentence_of(event.sessions[index - 1].date.where.start)
        if shared[index] is None and parts.sentence_of(session.date.where.start) == before:
            shared[index] = shared[index - 1]
    return shared


def _is_told_in_past(parts: Parts, session: SessionReading) -> bool:
    text, sentence = parts.document.text, parts.sentence_of(session.date.where.start)
    told = TOLD_IN_PAST.search(text, *sentence) or _DONE.search(text, *sentence)
    return told is not None and _PLEASED.search(text, *sentence) is None


class _Next(NamedTuple):
    """What a next meeting is called, where that stands and its noun."""

    title: str
    at: int
    noun: EventNoun


def _name_next(parts: Parts, event: EventReading, session: SessionReading) -> _Next | None:
    """The next meeting that the sentence of a day announces; None where it tells of what took place, or names nothing.

    It is named by what makes it the next (`Une seconde rencontre`), else by a noun of events that is not the one of
    the report; where its sentence only points back (`Sa première séance`, `Il se réunira`), by the sentence before.
    """
    text = parts.document.text
    start, end = parts.sentence_of(session.date.where.start)
    day = session.date.where.start
    if _is_of_series(parts, start, end) and "«" not in text[start:end]:
        return None
    nouns = find_nouns(text, start, day)
    if nouns and _NEXT.search(text, start, day):
        return _name_as_next(parts, nouns, start, day)
    if _is_told_in_past(parts, session):
        return None
    if event.relation == "reports" and (labelled := _name_in_line(parts, start, session)) is not None:
        return labelled
    if event.relation == "reports" and (offered := _name_offered(parts, event, start, day)) is not None:
        return offered
    if _AHEAD.search(text, start, end) is None:
        return None
    noun = _find_new(parts, start, day)
    if (noun is None and _POINTS_BACK.match(text, start)) or _OF_IT.match(text, start):
        before = parts.sentence_of(max(0, start - 2))
        meant = _find_new(parts, *before)
        start, day, noun = (*before, meant) if meant is not None else (start, day, noun)
    if noun is None or (noun.kind == event.event_type and _KNOWN.search(text, start, noun.start)):
        return None
    return _Next(name_of(parts, noun, day), noun.start, noun)


def _name_as_next(parts: Parts, nouns: list[EventNoun], start: int, day: int) -> _Next:
    """What words before a day call the next one: all of them, or what a mere `Prochain rendez-vous :` leads to."""
    text = parts.document.text
    told = next((n for n in nouns[1:] if n.kind not in WEAK and _LEADS_TO.search(text, start, n.start)), None)
    if nouns[0].kind == "rencontre" and told is not None:
        return _Next(name_of(parts, told, day), told.start, told)
    title = UP_TO_DAY.sub("", text[start:day].strip(" ,;:–-")).rstrip(" ,")
    return _Next(title, text.index(title, start), nouns[0])


def _name_in_line(parts: Parts, start: int, session: SessionReading) -> _Next | None:
    """What a line of minutes calls a meeting: `Forum des partenaires : 9 octobre`, `Samedi 24 mars, visite du port`."""
    text, day = parts.document.text, session.date.where
    label = _LABEL.fullmatch(text, start, day.start)
    if label is not None:
        first, last = label.span("words")
        ranked = _RANK.match(text, first, last)
        noun = find_head_noun(text, ranked.end() if ranked else first, last) or next(
            iter(find_nouns(text, first, last)), None
        )
        if noun is None:
            return None
        if _IS_SETTLED.search(text, noun.end, last):
            return _Next(name_of(parts, noun, last), noun.start, noun)
        return _Next(label["words"], first, noun)
    end = parts.sentence_of(day.start)[1]
    behind = _BEHIND.match(text, day.end, end)
    if behind is None or text[start : day.start].strip():
        return None
    noun = next(iter(find_nouns(text, behind.end(), end)), None)
    if noun is None or noun.start != behind.end():
        return None
    return _Next(name_of(parts, noun, end), noun.start, noun)


def _name_offered(parts: Parts, event: EventReading, start: int, day: int) -> _Next | None:
    """What minutes decide on or a report ends with, by its article: `le principe d'une visite, le 2 février`.

    A sentence without a verb offers what it begins with: `La suite ? Un café-bricolage mercredi 7 juillet`.
    """
    text = parts.document.text
    nouns = [n for n in find_nouns(text, start, day) if _NEW.search(text, start, n.start)]
    head = find_head_noun(text, start, day) if _ONE.match(text, start, day) else None
    noun = nouns[-1] if nouns else head
    if noun is None or noun.kind == event.event_type or _NO_NAME.match(text, noun.start, noun.end):
        return None
    name = name_of(parts, noun, day)
    if _LONG_WORD.search(text, noun.start + len(name), day):
        return None  # the day is that of something else
    return _Next(name, noun.start, noun)


def _is_of_series(parts: Parts, start: int, end: int) -> bool:
    """Whether a sentence says that its meeting is one of a series; a house is no series: `Maison de la formation`."""
    found = [match.start() for match in _OF_SERIES.finditer(parts.document.text, start, end)]
    houses = [venue.where for venue in standing_between(parts.venues, start, end)] if found else []
    return any(not any(where.start <= at < where.end for where in houses) for at in found)


def _find_new(parts: Parts, start: int, end: int) -> EventNoun | None:
    """The noun of a meeting between two positions, or a new group that is to meet; no verb and no mere `rendez-vous`.

    `un petit groupe sur l'annuaire se donne rendez-vous le`.
    """
    text = parts.document.text
    match = _GROUP.search(text, start, end)
    if match is not None:
        return EventNoun("groupe de travail", match.start("noun"), match.end("noun"))
    return next((n for n in find_nouns(text, start, end) if _NO_NAME.match(text, n.start, n.end) is None), None)


def _build_next(parts: Parts, event: EventReading, told: list[tuple[SessionReading, _Next]]) -> EventReading:
    """The next meeting by the words before its day; what else the report states is of it too where it is no number."""
    title, at, noun = told[0][1]
    named: tuple[Evidence, ...] = (
        parts.evidence("event_type", noun.start, noun.end, "event_noun"),
        parts.evidence("title", at, at + len(title), "next_meeting", 0.8),
    )
    return replace(
        event,
        key=f"next:{told[0][0].first_day.isoformat()}",
        title=capitalise(title),
        event_type=noun.kind,
        relation="announces",
        sessions=tuple(session for session, _ in told),
        audience=None,
        participants=None,
        stated_sessions=None,
        registration_url=None,
        registration_deadline=None,
        evidence=(*named, *(e for e in event.evidence if e.field in ("cycle", "organiser"))),
    )
