"""Earlier editions that a page only mentions: `le cycle « … » proposé en avril 2021 a réuni 21 participants`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from extract.dates.governors import find_governor, is_of_noun
from extract.document import Block
from extract.events.page.kinds import TOLD_IN_PAST
from extract.events.page.naming import Name, find_event_type, find_quoted_cycles
from extract.events.parts import Parts
from extract.events.stated.participants import find_participants
from extract.events.stated.sittings_told import find_stated_sessions
from extract.records import DateReading, EventReading, SessionReading
from extract.sentences import find_sentences

_ANAPHORA: Final = re.compile(r"^\s*(?:ce|cette|celui-ci|celle-ci|il|elle)\b", re.IGNORECASE)
_SERIES: Final = re.compile(
    r"(?<![^\W_])(?:cycles?|parcours|formation-action|premi[èe]re [ée]dition|[ée]ditions?)(?![^\W_])", re.IGNORECASE
)
_EXACT: Final = ("day", "month")
"""How exactly a time is told at which something can be looked for."""


_OF_THIS_EVENT: Final = re.compile(
    r"^\s*(?:cette (?:journée|rencontre|session|matinée|réunion|formation|visite)|"
    r"ce (?:webinaire|séminaire|colloque|forum))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An earlier edition with the spans of the sentences that speak of it."""

    event: EventReading
    spans: tuple[tuple[int, int], ...]


def find_mentions(parts: Parts, sessions: list[DateReading], cycle: str | None) -> list[Mention]:
    """Earlier editions of a series, one for each past period or day that is tied to it in a sentence."""
    taken = {(d.first_day, d.last_day) for d in sessions}
    first = min((d.first_day for d in sessions), default=None)
    groups: dict[tuple[object, object], list[tuple[DateReading, Block]]] = {}
    for date in parts.dates:
        if (date.first_day, date.last_day) in taken or not _may_be_earlier(date):
            continue
        if first is not None and date.last_day >= first:
            continue
        block = parts.block_of(date.where.start)
        if block is not None and _in_series_sentence(parts, date):
            groups.setdefault((date.first_day, date.last_day), []).append((date, block))
    names = quoted_cycles(parts)
    title = _best_title(names) or cycle
    if title is None:
        return []
    built = [_build(parts, index, title, mentions) for index, mentions in enumerate(groups.values(), start=1)]
    return [mention for mention in built if _says_enough(mention.event)]


def _says_enough(event: EventReading) -> bool:
    """Whether more is told of an earlier edition than the season or the half of a year in which it was.

    `Ce cycle fait suite à celui qui s'était tenu à l'automne` names no meeting that anybody could look for.
    """
    if event.participants is not None or event.stated_sessions is not None:
        return True
    return all(session.precision in _EXACT for session in event.sessions)


def quoted_cycles(parts: Parts) -> list[Name]:
    """All series that the page names in quotes, in order."""
    return [
        name._replace(start=block.start + name.start, end=block.start + name.end)
        for block in parts.blocks
        for name in find_quoted_cycles(parts.document.words_of(block))
    ]


def _best_title(names: list[Name]) -> str | None:
    """Of the ways a series is named, the one used most, then the longest."""
    if not names:
        return None
    titles = [name.title.lower() for name in names]
    best = max(names, key=lambda name: (titles.count(name.title.lower()), len(name.title)))
    return best.title[:1].upper() + best.title[1:]


def _may_be_earlier(date: DateReading) -> bool:
    if date.rule == "paper_of_former_meeting":
        return False
    return date.role in ("past", "event", "other") and date.certainty >= 0.6 and date.precision != "year"


def _in_series_sentence(parts: Parts, date: DateReading) -> bool:
    start, end = parts.sentence_of(date.where.start)
    words = parts.words((start, end))
    lead = words[: date.where.start - start]
    if date.rule == "named_in_passing" and _SERIES.search(lead) is None and is_of_noun(lead.lower()):
        return False  # what another body met for: `Validé par le comité de pilotage du 3 mars, le cycle comprend`
    governor = find_governor(lead.lower())
    if governor is not None and governor.family in ("become", "decide"):
        return False  # what was done with it: `Le cycle a été validé le 3 mars`
    return _SERIES.search(words) is not None and (
        date.role == "past" or _is_told(words) or (date.precision != "day" and TOLD_IN_PAST.search(words) is not None)
    )


def _is_told(words: str) -> bool:
    return (
        re.search(r"\b(?:s['’]est|a été|ont été|proposée?s?|organisée?s?|déployée?s?|tenue?s?|réunie?s?)\b", words)
        is not None
    )


def _build(parts: Parts, index: int, title: str, mentions: list[tuple[DateReading, Block]]) -> Mention:
    date = max((mention for mention, _ in mentions), key=lambda d: (d.certainty, -d.where.start))
    spans = [span for _, block in mentions for span in _spans_about(parts, block)]
    participants = find_participants(parts, spans, looks_back=True)
    stated = find_stated_sessions(parts, spans, 1)
    told = [("participants", participants), ("stated_sessions", stated)]
    session = SessionReading(
        day=date.first_day if date.precision == "day" and date.first_day == date.last_day else None,
        first_day=date.first_day,
        last_day=date.last_day,
        starts_at=date.starts_at,
        ends_at=date.ends_at,
        precision=date.precision,
        status="announced",
        venue=None,
        date=date,
        evidence=(parts.evidence("day", date.where.start, date.where.end, "earlier_edition", date.certainty),),
    )
    words = parts.words(parts.sentence_of(date.where.start))
    event = EventReading(
        key=f"earlier:{date.first_day.isoformat()}:{index}",
        title=title,
        event_type="cycle" if re.search(r"\bcycle", words, re.IGNORECASE) else find_event_type(words) or "événement",
        cycle=title,
        relation="mentions",
        sessions=(session,),
        participants=participants.value if participants else None,
        stated_sessions=stated.value if stated else None,
        evidence=(
            parts.evidence("title", *parts.sentence_of(date.where.start), "earlier_edition", 0.85),
            parts.evidence("event_type", *parts.sentence_of(date.where.start), "earlier_edition", 0.85),
            *(parts.evidence(name, f.start, f.end, f.rule, f.certainty) for name, f in told if f is not None),
        ),
    )
    return Mention(event, tuple(spans))


def _spans_about(parts: Parts, block: Block) -> list[tuple[int, int]]:
    """The sentences of a block that speak of the earlier edition: those that name it, and `Ce cycle …` after them."""
    spans = []
    speaking = False
    for start, end in find_sentences(parts.document.text, block.start, block.end):
        words = parts.document.text[start:end]
        speaking = bool(_SERIES.search(words)) or (speaking and bool(_ANAPHORA.search(words)))
        speaking = speaking and not _OF_THIS_EVENT.search(words)
        if speaking:
            spans.append((start, end))
    return spans
