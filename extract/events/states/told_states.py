"""States told of an event in a sentence without its day: `L'atelier est complet`, `la session de Creil est annulée`.

What is said of the series, of all or of the only sitting holds for all. Where a town is named it holds for the sittings
there, else what one sitting is called (`la séance`) is the one told of last. A condition (`en cas d'annulation`), a
rule for those who sign up and what became of another event are no state.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from extract.dates.lexicon import fold
from extract.events.page.event_nouns import find_nouns
from extract.events.parts import Parts, standing_between
from extract.events.sittings import Sitting
from extract.matching.gates import GatedPattern, compile_gated
from extract.records import SessionStatus, VenueReading
from extract.sentences import find_sentences

Span = tuple[int, int]
Venues = list[tuple[VenueReading, str] | None]

_ENDS: Final = r"(?![^\W_])"
_IS: Final = (
    r"(?:est|sont|a [ée]t[ée]|ont [ée]t[ée]|sera|seront)\s"
    r"(?:(?:donc|malheureusement|d[ée]j[àa]|d[ée]sormais|finalement)\s)?"
)
_FULL: Final = compile_gated(
    rf"(?<![^\W_])(?:(?:{_IS}|affich\w+ |d[ée]j[àa] )(?:au )?compl[eè]te?s?|compl[eè]te?s?\s?!|(?:il n['’](?:y a|"
    rf"en reste) )?plus (?:aucune |de |une seule )"
    rf"places?|toutes les places (?:ont|sont)|jauge (?:maximale )?(?:est )?atteinte|"
    rf"liste d['’]attente (?:uniquement|seulement)|"
    rf"inscriptions? (?:sont |d[ée]sormais )*(?:closes?|termin[ée]es?|ferm[ée]es?))",
    re.IGNORECASE,
)
_OFF: Final = compile_gated(
    rf"(?<![^\W_])(?:(?:{_IS})(?:annul|supprim)[ée]e?s?|n['’](?:aura|auront) (?:donc |finalement |"
    rf"malheureusement )?pas lieu|"
    rf"ne (?:se tiendr|pourr)\w+ (?:donc |malheureusement |finalement )?(?:pas|se tenir|avoir lieu)|"
    rf"annul[ée]e?s? (?:pour|faute|en raison|suite))"
    rf"{_ENDS}",
    re.IGNORECASE,
)
_LATER: Final = compile_gated(
    rf"(?<![^\W_])(?:{_IS})(?:report|repouss|d[ée]cal|diff[ée]r|suspend)\w*{_ENDS}|"
    r"(?<![^\W_])report\s?:|nouvelle date (?:vous )?(?:sera|reste) ",
    re.IGNORECASE,
)
_STATES: Final[tuple[tuple[SessionStatus, GatedPattern], ...]] = (
    ("cancelled", _OFF),
    ("postponed", _LATER),
    ("full", _FULL),
)
_CONDITION: Final = re.compile(
    r"(?<![^\W_])(?:en cas d|si\s|s['’]il|s['’]ils|sauf si|sous r[ée]serve|toute (?:annulation|inscription|"
    r"absence)|pourra|pourront|"
    r"peut|peuvent|risque|ayant|avai(?:t|ent)|dossiers?|l['’]an (?:pass|dernier)|dernier|derni[èe]re|"
    r"pr[ée]c[ée]dente?s?|"
    r"moins de|avant le)(?![^\W_])",
    re.IGNORECASE,
)
_SERIES: Final = frozenset(("cycle", "formation", "parcours", "semaine", "festival", "tournée", "webinaire"))
_ALL: Final = re.compile(r"(?<![^\W_])(?:les|tou\w+|l['’]ensemble|ces|nos)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_UNIT: Final = re.compile(
    r"(?<![^\W_])(?:dates?|s[ée]ances?|cr[ée]neaux?|groupes?|s[ée]jours?)(?![^\W_])", re.IGNORECASE
)
_OF_SIGNING_UP: Final = re.compile(
    r"\W*(?:les\s)?(?:inscriptions?|places?|toutes|il|plus|jauge|liste|compl)", re.IGNORECASE
)
_BARE: Final = 15
"""Characters before words of a state up to which they stand nearly alone (`Hélas, plus de places`)."""


class _Told(NamedTuple):
    """A state with the clause that tells it; `every` where it is said of all."""

    status: SessionStatus
    start: int
    end: int
    every: bool


def give_told_states(parts: Parts, sittings: list[Sitting], venues: Venues) -> list[tuple[SessionStatus, Span | None]]:
    """The state of each sitting, with the words that tell it where they stand apart from its day.

    Only what is announced so far gets one; where any sitting has its own state, what is said apart is said of it.
    """
    states: list[tuple[SessionStatus, Span | None]] = [(sitting.status, None) for sitting in sittings]
    if parts.page.kind == "report" or any(sitting.status != "announced" for sitting in sittings):
        return states
    for told in _find_told(parts):
        for index in _whose(parts, told, sittings, venues):
            if states[index][0] == "announced":
                states[index] = told.status, (told.start, told.end)
    return states


def _find_told(parts: Parts) -> list[_Told]:
    """What sentences without a day of the event tell of it."""
    text = parts.document.text
    if not any(pattern.may_match(text) for _, pattern in _STATES):
        return []
    found = []
    for block in parts.blocks:
        if block.kind in ("title", "field") and block.label is None:
            continue
        for start, end in find_sentences(text, block.start, block.end):
            told = _read_sentence(parts, start, end)
            found += [told] if told is not None else []
    return found


def _read_sentence(parts: Parts, start: int, end: int) -> _Told | None:
    """The state that a sentence tells of the event; none where a day, a condition or another event stands in it."""
    text = parts.document.text
    days = [date for date in standing_between(parts.dates, start, end) if date.precision == "day"]
    if days or _CONDITION.search(text, start, end):
        return None
    for status, pattern in _STATES:
        match = pattern.search(text, start, end)
        if match is None:
            continue
        clause = _start_of_clause(text, start, match.start()) if status == "full" else start
        nouns = find_nouns(text, start, match.start())
        unit = _UNIT.search(text, start, match.start())
        if nouns or unit:
            at = nouns[0].start if nouns else unit.start() if unit else start
            every = (bool(nouns) and nouns[0].kind in _SERIES) or _ALL.search(text, start, at) is not None
            return _Told(status, clause, match.end(), every)
        towns = standing_between(parts.territories, clause, match.start())
        bare = _OF_SIGNING_UP.match(text, clause) or match.start() - start < _BARE
        return _Told(status, clause, match.end(), every=not towns) if bare or towns else None
    return None


def _start_of_clause(text: str, start: int, end: int) -> int:
    """Where the last clause of some words begins: `Il reste des places pour Hirson, Laon est` complet."""
    at = max(start, *(text.rfind(mark, start, end) + 1 for mark in ",;:"))
    return at + len(text[at:end]) - len(text[at:end].lstrip())


def _whose(parts: Parts, told: _Told, sittings: list[Sitting], venues: Venues) -> list[int]:
    """The sittings that a state is told of: those in the town named, all, or the one told of last before it."""
    everywhere = list(range(len(sittings)))
    if len(sittings) == 1:
        return everywhere
    words = fold(parts.document.text[told.start : told.end])
    there = [i for i, found in enumerate(venues) if found and found[0].city and fold(found[0].city) in words]
    if there:
        return there
    if told.every:
        return everywhere
    before = [i for i, sitting in enumerate(sittings) if sitting.date.where.start < told.start]
    return [max(before, key=lambda i: sittings[i].date.where.start)] if before else []
