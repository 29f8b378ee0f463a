"""States told of a sitting by its number: `la session 1 est complète`, `le module 3 est annulé`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extract.events.ordinals import find_numbers_in, number_before
from extract.events.parts import Parts, standing_between
from extract.events.scopes import Scope
from extract.events.sittings import Sitting, status_of
from extract.records import SessionStatus
from extract.sentences import find_sentences

_IS: Final = re.compile(r"\s(?:est|sont|a [ée]t[ée]|ont [ée]t[ée]|sera|seront|n['’])(?![^\W_])?", re.IGNORECASE)


def give_numbered_states(parts: Parts, sittings: list[Sitting]) -> list[Sitting]:
    """The sittings, those whose number a sentence without a day calls full or cancelled with that state."""
    numbers = [{number_before(parts, date.where.start) for date in s.mentions} - {None} for s in sittings]
    if not any(numbers):
        return sittings
    told = _states_by_number(parts)
    return [
        replace(s, status=told[number]) if len(own) == 1 and (number := next(iter(own))) in told else s
        for s, own in zip(sittings, numbers, strict=True)
    ]


def give_scoped_states(parts: Parts, sittings: list[Sitting], scopes: list[Scope]) -> list[Sitting]:
    """The sittings, some of which a sentence without a day calls off: `La session de printemps est annulée`."""
    told: dict[int, SessionStatus] = {}
    for scope in scopes:
        words = parts.document.text[scope.start : scope.end]
        state = status_of(words) if _IS.match(words) else "announced"
        if state != "announced":
            told.update(dict.fromkeys(scope.sittings, state))
    return [
        replace(s, status=told[index]) if index in told and s.status == "announced" else s
        for index, s in enumerate(sittings)
    ]


def _states_by_number(parts: Parts) -> dict[int | None, SessionStatus]:
    """What sentences (or clauses) without a day say of the sitting whose number they name alone."""
    told: dict[int | None, SessionStatus] = {}
    for block in parts.blocks:
        for start, end in find_sentences(parts.document.text, block.start, block.end):
            if any(d.role == "event" for d in standing_between(parts.dates, start, end)):
                continue
            for clause_start, clause_end in _clauses(parts.document.text, start, end):
                state = status_of(parts.document.text[clause_start:clause_end])
                numbers = find_numbers_in(parts, clause_start, clause_end) if state != "announced" else set()
                if len(numbers) == 1:
                    told[numbers.pop()] = state
    return told


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a sentence, cut at its semicolons."""
    cuts = [start, *(position + 1 for position in range(start, end) if text[position] == ";"), end]
    return list(pairwise(cuts))
