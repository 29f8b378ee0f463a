"""Several things of which one page tells what became of each: `L'atelier est reporté. La rencontre est annulée.`.

A page of cancellations names a thing in each sentence, with its day and its state. The subject of the sentence is what
the sitting is called; the day to which it was moved stands in the same sentence, or in the next one, which points back
(`Elle aura lieu le 8 octobre`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.events.page.event_nouns import find_first_noun
from extract.events.page.titled_columns import SittingName
from extract.events.page.whole_names import whole_name
from extract.events.parts import Parts, standing_between
from extract.events.states.families import ANOTHER_SUBJECT
from extract.matching.gates import compile_gated
from extract.records import DateReading, EventReading, SessionReading

_FEWEST: Final = 2
_STATE: Final = compile_gated(
    r"(?<![^\W_])(?:annul|report|repouss|d[ée]cal|d[ée]plac|suspend|supprim|maint(?:ien|en)|diff[ée]r)[^\W_]*|"
    r"(?<![^\W_])(?:n['’]aura|ne se tiendra|ne pourra)(?:ont)? pas(?![^\W_])",
    re.IGNORECASE,
)
_LEADS_IN: Final = re.compile(r"[^,;:«»\n]{2,90}[,;:]\s+", re.IGNORECASE)
"""What a sentence begins with before its subject: `En raison de la situation sanitaire, l'atelier …`."""
_MOST_LEADS: Final = 2
_ARTICLE: Final = re.compile(r"\W*(?:l['’]\s?|(?:l[ae]s?|notre|nos|votre)\s)?", re.IGNORECASE)
_POINTS_BACK: Final = re.compile(r"\W*(?:elles?|ils?|cel(?:le|ui)-ci|nous (?:la|le))(?![^\W_])", re.IGNORECASE)


def name_by_state(parts: Parts, event: EventReading) -> list[SittingName | None]:
    """What each sitting is called by the sentence that tells what became of it; none where that is one thing."""
    text = parts.document.text
    if not _STATE.may_match(text):
        return []
    sentences = [parts.sentence_of(session.date.where.start) for session in event.sessions]
    told = {span for span in sentences if _STATE.search(parts.words(span))}
    if len(told) < _FEWEST:
        return []
    names = [_subject_of(parts, session.date, span) for session, span in zip(event.sessions, sentences, strict=True)]
    found = {name.words.lower() for name in names if name is not None}
    return list(names) if None not in names and len(found) >= _FEWEST else []


def without_places_of_others(parts: Parts, event: EventReading) -> EventReading:
    """An event whose sittings are things of their own: none is where, or begins when, the sentence of another says."""
    sentences = [parts.sentence_of(session.date.where.start) for session in event.sessions]
    kept = [_keep_own(session, own, sentences) for session, own in zip(event.sessions, sentences, strict=True)]
    return replace(event, sessions=tuple(kept))


def _keep_own(session: SessionReading, own: tuple[int, int], sentences: list[tuple[int, int]]) -> SessionReading:
    foreign = {
        proof.field
        for proof in session.evidence
        if proof.field in ("venue_id", "starts_at", "ends_at") and _is_of_another(proof.where.start, own, sentences)
    }
    if not foreign:
        return session
    return replace(
        session,
        venue=None if "venue_id" in foreign else session.venue,
        starts_at=None if "starts_at" in foreign else session.starts_at,
        ends_at=None if "ends_at" in foreign else session.ends_at,
        evidence=tuple(proof for proof in session.evidence if proof.field not in foreign),
    )


def _is_of_another(at: int, own: tuple[int, int], sentences: list[tuple[int, int]]) -> bool:
    return not own[0] <= at < own[1] and any(start <= at < end for start, end in sentences)


def _subject_of(parts: Parts, date: DateReading, span: tuple[int, int]) -> SittingName | None:
    """What the sentence of a day tells of, or the one before it where it points back."""
    block = parts.block_of(date.where.start)
    if block is None:
        return None
    if _POINTS_BACK.match(parts.words(span)) and span[0] - 1 > block.start:
        span = parts.sentence_of(span[0] - 1)
    start = _find_later_subject(parts, span, date) or _find_subject(parts, span, date.where.start)
    if start is None:
        return None
    words = whole_name(parts, block, parts.document.text[start : span[1]])
    return SittingName(words, block, find_first_noun(words))


def _find_later_subject(parts: Parts, span: tuple[int, int], date: DateReading) -> int | None:
    """Where the name begins of a second thing that a sentence tells of: `… annulé et la fête du 29 est reportée`."""
    others = standing_between(parts.dates, span[0], date.where.start)
    if not others:
        return None
    text = parts.document.text
    for lead in ANOTHER_SUBJECT.finditer(text, others[0].where.end, date.where.start):
        if find_first_noun(text[lead.end() : span[1]]) is not None:
            return lead.end()
    return None


def _find_subject(parts: Parts, span: tuple[int, int], day: int) -> int | None:
    """Where the name of what a sentence tells of begins: at its head, or behind what leads to it."""
    start, end = span
    text = parts.document.text
    for _ in range(_MOST_LEADS + 1):
        article = _ARTICLE.match(text, start, end)
        at = article.end() if article is not None else start
        if at < day and find_first_noun(text[at:end]) is not None:
            return at
        leads = _LEADS_IN.match(text, start, day)
        if leads is None:
            return None
        start = leads.end()
    return None
