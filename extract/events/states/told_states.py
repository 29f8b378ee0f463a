"""States told of an event in a sentence without its day: `L'atelier est complet`, `la session de Creil est annulée`.

What is said of the series, of all or of the only sitting holds for all. Where a town, a number, a rank or a month is
named (`le groupe 2`, `la séance de mars`) it holds for those sittings, else what one sitting is called (`la séance`) is
the one told of last. A condition (`en cas d'annulation`), a rule for those who sign up and what became of another event
are no state.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from extract.dates.lexicon import fold
from extract.document import Block
from extract.events.page.event_nouns import find_nouns
from extract.events.parts import Parts, standing_between
from extract.events.scopes import find_named
from extract.events.sittings import Sitting
from extract.events.states.families import BUT_ELSEWHERE, NO_PLACES, is_held_elsewhere
from extract.matching.gates import GatedPattern, compile_gated
from extract.numbers import RANKS
from extract.records import DateReading, SessionStatus, VenueReading
from extract.sentences import find_sentences

Span = tuple[int, int]
Venues = list[tuple[VenueReading, str] | None]

_ENDS: Final = r"(?![^\W_])"
_IS: Final = (
    r"(?:est|sont|a [ée]t[ée]|ont [ée]t[ée]|sera|seront)\s"
    r"(?:(?:donc|malheureusement|d[ée]j[àa]|d[ée]sormais|finalement)\s)?"
)
_FULL: Final = compile_gated(
    rf"(?<![^\W_])(?:(?:{_IS}|affich\w+ |d[ée]j[àa] )(?:au )?compl[eè]te?s?|compl[eè]te?s?\s?!|{NO_PLACES}|"
    rf"toutes les places (?:ont|sont)|jauge maximale (?:est )?atteinte|liste d['’]attente (?:uniquement|seulement))",
    re.IGNORECASE,
)
_OFF: Final = compile_gated(
    rf"(?<![^\W_])(?:(?:{_IS})(?:annul|supprim|d[ée]programm)[ée]e?s?|n['’](?:aura|auront) (?:donc |finalement |"
    rf"malheureusement )?pas lieu(?!{BUT_ELSEWHERE})|"
    r"ne (?:se tiendr|pourr)\w+ (?:donc |malheureusement |finalement )?(?:se tenir|avoir lieu|"
    rf"pas(?!{BUT_ELSEWHERE}))|"
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
    r"peut|peuvent|risque|ayant|avai(?:t|ent)|dossiers?|l['’]an (?:pass|dernier)|"
    r"pr[ée]c[ée]dente?s?|"
    r"moins de|avant le)(?![^\W_])",
    re.IGNORECASE,
)
_SERIES: Final = frozenset(("cycle", "formation", "parcours", "semaine", "festival", "tournée", "webinaire"))
_PARTS: Final = frozenset(("visite", "permanence", "exposition", "spectacle", "atelier", "débat", "voyage d'étude"))
"""What may be a part of an event or stand beside it, and has its own state."""
_ALL: Final = re.compile(r"(?<![^\W_])(?:les|tou\w+|l['’]ensemble|ces|nos)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_UNIT: Final = re.compile(
    r"(?<![^\W_])(?:dates?|s[ée]ances?|cr[ée]neaux?|groupes?|s[ée]jours?)(?![^\W_])", re.IGNORECASE
)
_OF_SIGNING_UP: Final = re.compile(
    r"\W*(?:les\s)?(?:\w+\s)?(?:inscriptions?|places?|toutes|il|plus|jauge|liste|compl)", re.IGNORECASE
)
_BARE: Final = 15
"""Characters before words of a state up to which they stand nearly alone (`Hélas, plus de places`)."""
_HAS_SUBJECT: Final = re.compile(
    r"(?<![^\W_])(?:l[ea]s?|l['’]|ces?|cette|mon|ma|nos|notre|une?)\s?[^\W_]", re.IGNORECASE
)
"""Some other subject is told of (`La chambre est` complète), not the event of the page."""
_POINTING: Final = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(RANKS)}|derni[eè]re?s?|autres|cel(?:le|ui|les)|ceux)(?![^\W_])", re.IGNORECASE
)


class _Told(NamedTuple):
    """A state with the words that tell it; `near` is where its own clause begins, `every` where it is said of all."""

    status: SessionStatus
    start: int
    near: int
    end: int
    every: bool


def give_told_states(
    parts: Parts, sittings: list[Sitting], venues: Venues, opening: tuple[Block, ...] = ()
) -> list[tuple[SessionStatus, Span | None]]:
    """The state of each sitting, with the words that tell it where they stand apart from its day.

    Only what is announced so far gets one; where any sitting has its own state, others get one only where they are
    named. `opening` are the blocks before the first of several events: what they say of the whole holds for each.
    """
    states: list[tuple[SessionStatus, Span | None]] = [(sitting.status, None) for sitting in sittings]
    if parts.page.kind == "report":
        return states
    untold = all(sitting.status == "announced" for sitting in sittings)
    for told in _find_told(parts, (*opening, *parts.blocks)):
        named = _named_by(parts, told, sittings, venues)
        meant = _meant_by(told, sittings) if named is None and untold else named
        if told.status == "postponed" and any(sittings[index].status == "postponed" for index in meant or ()):
            continue  # the day that was given up says so itself: the others took its place
        for index in meant or ():
            if states[index][0] == "announced":
                states[index] = told.status, (told.near, told.end)
    return states


def _find_told(parts: Parts, blocks: tuple[Block, ...]) -> list[_Told]:
    """What clauses without a day of the event tell of it."""
    text = parts.document.text
    if not any(pattern.may_match(text) for _, pattern in _STATES):
        return []
    found = []
    for block in blocks:
        if block.kind in ("title", "field") and block.label is None:
            continue
        for start, end in find_sentences(text, block.start, block.end):
            if not any(_is_told_of(date) for date in standing_between(parts.dates, start, end)):
                found += _read_clause(parts, start, end)
    return found


def _is_told_of(date: DateReading) -> bool:
    """Whether a sentence tells of a day; that of the page itself is none (`Mise à jour du 13 mars : …`)."""
    return date.precision == "day" and date.role not in ("publication", "modification")


def _read_clause(parts: Parts, start: int, end: int) -> list[_Told]:
    """The states that some words tell one after the other; none where a condition stands in them."""
    text = parts.document.text
    if _CONDITION.search(text, start, end):
        return []
    matches = sorted(
        (match.start(), match.end(), status)
        for status, pattern in _STATES
        for match in pattern.finditer(text, start, end)
        if not is_held_elsewhere(text, match.start(), match.end())
    )
    found: list[_Told] = []
    last = start
    for first, stop, status in matches:
        told = _read_state(parts, (last, first, stop), status) if first >= last else None
        if told is not None:
            found.append(told)
            last = stop
    return found


def _read_state(parts: Parts, span: tuple[int, int, int], status: SessionStatus) -> _Told | None:
    """The state that words tell of the event: `span` is where what leads to them begins, where they begin and end."""
    text = parts.document.text
    start, first, stop = span
    near = _start_of_clause(text, start, first)
    nouns = find_nouns(text, start, first)
    unit = _UNIT.search(text, start, first)
    if nouns and nouns[0].kind in _PARTS and not _is_of_page(parts, nouns[0].kind):
        return None  # `Les visites prévues l'après-midi sont reportées`, and the forum is held
    if nouns or unit:
        at = nouns[0].start if nouns else unit.start() if unit else start
        every = (bool(nouns) and nouns[0].kind in _SERIES) or _ALL.search(text, start, at) is not None
        return _Told(status, start, near, stop, every)
    if standing_between(parts.territories, near, first) or _POINTING.search(text, near, first):
        return _Told(status, start, near, stop, every=False)
    subject = text[near:first]
    bare = _OF_SIGNING_UP.match(text, near) or (first - start < _BARE and not _HAS_SUBJECT.search(subject))
    return _Told(status, start, near, stop, every=True) if bare else None


def _is_of_page(parts: Parts, kind: str) -> bool:
    """Whether the title, or a line with a day of an event, calls what takes place by a kind."""
    title = parts.page.title
    if any(noun.kind == kind for noun in find_nouns(title, 0, len(title))):
        return True
    days = (date.where.start for date in parts.dates if date.role == "event" and date.precision == "day")
    lines = dict.fromkeys(block for day in days if (block := parts.block_of(day)) is not None)
    lines |= {above: None for line in list(lines) if (above := parts.block_above(line)) is not None}
    text = parts.document.text
    return any(noun.kind == kind for line in lines for noun in find_nouns(text, line.start, line.end))


def _start_of_clause(text: str, start: int, end: int) -> int:
    """Where the last clause of some words begins: `Il reste des places pour Hirson, Laon est` complet."""
    at = max(start, *(text.rfind(mark, start, end) + 1 for mark in ",;:"))
    return at + len(text[at:end]) - len(text[at:end].lstrip())


def _named_by(parts: Parts, told: _Told, sittings: list[Sitting], venues: Venues) -> list[int] | None:
    """The sittings that a clause names by their town, number, rank or month; None where it names none of several.

    What fits all of them names none for certain: `la séance de printemps`, where all are in spring.
    """
    if len(sittings) == 1:
        return None
    words = fold(parts.document.text[told.near : told.end])
    there = [i for i, found in enumerate(venues) if found and found[0].city and _has_word(words, found[0].city)]
    if there:
        return there
    named = find_named(parts, sittings, told.near, told.end) or find_named(parts, sittings, told.start, told.end)
    return (sorted(named) if len(named) < len(sittings) else []) if named else None


def _has_word(words: str, town: str) -> bool:
    """Whether a town stands among some words as a word of its own: Ham is in no `chambre`."""
    return re.search(rf"(?<![^\W_]){re.escape(fold(town))}(?![^\W_])", words) is not None


def _meant_by(told: _Told, sittings: list[Sitting]) -> list[int]:
    """The sittings that a clause means that names none: all, or the one told of last before it."""
    if told.every or len(sittings) == 1:
        return list(range(len(sittings)))
    before = [i for i, sitting in enumerate(sittings) if sitting.date.where.start < told.start]
    return [max(before, key=lambda i: sittings[i].date.where.start)] if before else []
