"""The state of a day, by the words around it: moved to another day, called off, or full (`Arras (complet)`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final

from extract.document import Block
from extract.events.hours.hours_above import at_its_line
from extract.events.page.event_nouns import find_first_noun
from extract.events.parts import Parts, standing_between
from extract.events.states.exchanged import STATES as EXCHANGES
from extract.events.states.exchanged import is_exchanged
from extract.events.states.families import (
    ANOTHER_SUBJECT,
    BUT_ELSEWHERE,
    CANNOT_MEET,
    LEADS_TO_NEW,
    MOVING,
    NO_PLACES,
    OFF,
    PLACES_LEFT,
    TITLE_MOVED,
    is_held_elsewhere,
)
from extract.events.states.moved_away import MOVED_AWAY, NEXT_CLAUSE, is_moved_away
from extract.matching.gates import GatedPattern, compile_gated
from extract.records import DateReading, SessionStatus
from extract.tables import Table, find_head_of, find_table

_TWO: Final = 2
_SHORT: Final = 30
"""Characters up to which a sentence is only an aside to the one before it."""
_MOVED_FROM: Final = compile_gated(
    r"(?:initialement|d['’]abord (?=pr[ée]v|programm|annonc|fix|plani)|devait|"
    r"auparavant (?=pr[ée]v|programm|annonc|fix|plani))"
    r"(?:(?!,\s(?:(?:l[ae]s?\s|l['’]|notre\s|nos\s|cette\s)(?!\w+di\s)[^\W\d_]|(?:se|aur\w+|ser\w+|est|sont)\s))"
    r"[^.]){0,60}$|"
    r"(?:au lieu|à la place) d(?:u|es)\s*(?:\w+ )?$|"
    r"(?:report|repouss|d[ée]cal|d[ée]plac)[ée]e?s? du\s*(?:\w+ )?$",
    re.IGNORECASE,
)
MOVES: Final = compile_gated(rf"(?<![^\W_])(?:{MOVING})(?![^\W_])", re.IGNORECASE)
# `La neige nous oblige à repousser la réunion du 7 février`.
_HAS_TO_MOVE: Final = compile_gated(
    r"(?<![^\W_])(?:oblig\w+|contrain\w+|am[èe]n\w+|d[ûu]|devons|doit|d[ée]cid\w+|pr[ée]f[ée]r\w+)\s"
    r"(?:[àa] |de |d['’])?"
    r"(?:repousser|reporter|d[ée]caler|diff[ée]rer)(?![^\W_])[^.;:!?]{0,60}$",
    re.IGNORECASE,
)
# Set off at the end of a line that it was moved says so of its day: `Arras (reportée)`, `14h – REPORTÉ`.
# So with when it may be held: `=> repoussée à une date inconnue`, `– reportée à la rentrée`.
_TO_NO_DAY: Final = (
    r"\s(?:[àa] (?:une (?:autre |nouvelle )?date|plus tard|la rentr[ée]e|l['’](?:automne|[ée]t[ée]|an prochain))|sine|"
    r"ult[ée]rieurement|au (?:printemps|semestre|mois))(?![^\W_])[^.;\d]{0,80}"
)
_SET_OFF_MOVED: Final = re.compile(
    rf"(?:[(\[–—!|>→:-]|,)\s*(?:\w+\s)?{MOVES.pattern}(?:{_TO_NO_DAY})?[\s)\].!]*$", re.IGNORECASE
)
_SAID_MOVED: Final = compile_gated(r"^\W*report[ée]e?s?\s?[:–—-]", re.IGNORECASE)
_CANCELLED: Final = compile_gated(
    rf"(?<![^\W_])(?:{OFF}|"
    r"(?:d[ûu]e?s?|devons|faut|contraint\w*|contraignent|oblig\w+|forc\w+)\s(?:d['’]|[àa] |l['’])?annuler|"
    rf"ne (?:se tiendr\w+ (?:\w+ )?pas(?!{BUT_ELSEWHERE})|pourr\w+ (?:\w+ )?(?:pas )?(?:se tenir|avoir lieu))|"
    rf"n['’](?:aura|auront|a|ont) (?:\w+ment )?pas (?:eu )?lieu(?!{BUT_ELSEWHERE}))(?![^\W_])",
    re.IGNORECASE,
)
_NOT_THEN: Final = compile_gated(
    r"n['’](?:aura|auront) pas lieu (?:(?:à|aux) (?:cette|ces|la) dates?|ce jour[- ]l[àa]|ces jours[- ]l[àa])",
    re.IGNORECASE,
)
_NOT_HELD: Final = compile_gated(
    r"n['’](?:a|ont|avai(?:t|ent)) (?:malheureusement |finalement )?(?:pas|jamais) pu (?:se (?:tenir|d[ée]rouler)|"
    r"avoir lieu|[êe]tre (?:organis|maintenu)\w*)|"
    r"ne (?:pourr(?:a|ont)|peu(?:t|vent)) (?:donc |malheureusement |finalement )?(?:pas )?(?:se (?:tenir|d[ée]rouler)|"
    r"avoir lieu|[êe]tre (?:organis|maintenu|assur)\w*)",
    re.IGNORECASE,
)
_POINTS_BACK: Final = re.compile(
    r"\W*(?:mais\s)?(?:elles?|ils?|cel(?:le|ui)-ci|nous (?:la|le|les)|cette (?:\w+\s){1,2})\s?"
    r"(?:est|sont|a [ée]t[ée]|ont [ée]t[ée]|ser\w+|report|d[ée]cal|repouss)",
    re.IGNORECASE,
)
"""What goes on with the meeting of the sentence before: `Elle est reportée au jeudi 8 octobre`."""
_HELD_LATER: Final = re.compile(
    r"\W*(?:elles?|ils?)\s(?:aur(?:a|ont)\s(?:donc\s|finalement\s)?lieu|se\s(?:tiendr|d[ée]rouler)\w+|"
    r"(?:est|sont|sera|seront)\s(?:reprogramm\w+|remplac[ée]e?s? par|report[ée]e?s?|d[ée]cal[ée]e?s?))\s"
    r"[^.;!?\d]{0,40}\d",
    re.IGNORECASE,
)
"""What goes on with the new day of a meeting that was called off: `Elle aura lieu le vendredi 1er décembre`."""
_STATE_VERB: Final = re.compile(rf"(?<![^\W_])(?:{MOVING}|{OFF}|mainten[^\W_]+)(?![^\W_])", re.IGNORECASE)
_CALLED_OFF_TOO: Final = re.compile(r"(?<![^\W_])annul", re.IGNORECASE)
_INSTEAD: Final = re.compile(
    r"(?:rendez-vous|retrouv\w+|se tiendra|aura lieu|propos\w+)\s(?=[^.;!?\d]{0,60}\d)", re.IGNORECASE
)
"""What is told in place of what could not be held: `Nous vous donnons donc rendez-vous le 22 janvier`."""
_REPLACED: Final = re.compile(r"(?<![^\W_])(?:remplac[ée]e?s? par|au profit d)[^.;:!?\d]{1,60}$", re.IGNORECASE)
_FULL: Final = compile_gated(
    r"(?<![^\W_])(?:(?<!dossier )(?<!programme )(?<!descriptif )complets?|"
    r"(?<!journée )(?<!journées )(?<!semaine )(?<!version )(?<!liste )(?<!adresse )complètes?"
    r"(?!\s(?:l[ea]s?|une?|des|cette|ces?|cet|notre|nos|ainsi|celle|celui)\s|\sl['’])|"
    rf"{NO_PLACES})(?![^\W_])",
    re.IGNORECASE,
)
"""A day that is full, not one that is whole (`journée complète`)."""

_PLACES: Final = compile_gated(rf"(?<![^\W_])(?:{PLACES_LEFT.pattern})(?![^\W_])", re.IGNORECASE)
_NOUGHT: Final = re.compile(r"\W*(?:0|z[ée]ro|aucune)\W*", re.IGNORECASE)
_NONE_LEFT: Final = "aucune place"
_AND: Final = re.compile(r",?\s(?:et|ou|puis)\s(?:[^\W\d_]+\s)?", re.IGNORECASE)
"""What stands between two days of a list."""
_SHOUTED: Final = re.compile(r"(?<!\w)(?:COMPLETE?S?|COMPLÈTES?|ANNUL[ÉE]E?S?|REPORT[ÉE]E?S?)\W*$")
"""What ends a longer cell in capitals: `Le Channel, 173 boulevard Gambetta COMPLET`."""
_IN_END: Final = re.compile(r"[(\[](?P<said>[^()\[\]\n]{3,40})[)\]]\W*$")
"""A bracket that ends a longer cell: `Maison de quartier, rue Berlioz (complet)`."""
_FIRST_CLAUSE: Final = re.compile(r"[,;:.(]|\s[–—-]\s")
"""What a longer cell opens with: `Annulé, reprogrammation au second semestre`."""
_SHOUTED_BEHIND: Final = re.compile(rf"\s[–—:|-]\s*(?P<said>{_SHOUTED.pattern})")
"""What is set behind the name of a meeting: `RENCONTRE DES ÉLUS – ANNULÉE`."""
_LINES_BELOW: Final = 4
_ONLY_STATE: Final = re.compile(
    r"[\W_]*(?:(?:journ[ée]e|session|s[ée]ance|atelier|groupe|date|formation|r[ée]union|rencontre|visite|conf[ée]rence|"
    r"forum|webinaire|soir[ée]e|[ée]v[ée]nement|manifestation)s?\s)?"
    rf"(?:{_FULL.pattern}|{_CANCELLED.pattern}|{MOVES.pattern})"
    r"(?:\s(?:en raison|pour (?:cause|raisons?)|[àa] cause|par manque|faute|suite|du fait|compte tenu)"
    rf"\s[^.;\d]{{2,80}}|{_TO_NO_DAY})?[\W_]*",
    re.IGNORECASE,
)
"""A line that says nothing but the state of the day above it, and why."""

_OWN_BRACKET: Final = re.compile(r"\s?[(\[][^()\[\]\n]{1,60}[)\]]")
"""What stands in a bracket right behind a day is said of that day: `4 mars (complet), 11 mars`."""
_NEW_DATE: Final = compile_gated(r"(?<![^\W_])(?:nouvelle|autre) date(?![^\W_])", re.IGNORECASE)
_STATES: Final = (
    _MOVED_FROM,
    _HAS_TO_MOVE,
    _SAID_MOVED,
    MOVES,
    _CANCELLED,
    _NOT_THEN,
    _NOT_HELD,
    MOVED_AWAY,
    _FULL,
    _PLACES,
    _NEW_DATE,
    *EXCHANGES,
)
"""Without a word of any of these a page says of no day that it was moved, called off or is full."""


def find_status(parts: Parts, date: DateReading) -> SessionStatus:
    """Whether the words around a day say that it was moved, cancelled or is full."""
    if "moved_from" in date.flags or "moved_to" in date.flags:
        return "postponed" if "moved_from" in date.flags else "announced"
    text = parts.document.text
    if not any(state.may_match(text) for state in _STATES):
        return "announced"
    date = _without_lines_below(date)
    start, end = parts.sentence_of(date.where.start)
    beside = standing_between(parts.dates, start, end)
    start = max([start, *(d.where.end for d in beside if not _joins(parts, d, date))])
    start = _behind_clause(parts, start, date, beside)
    bracket = _OWN_BRACKET.match(text, start, date.where.start) if beside else None
    start = bracket.end() if bracket is not None else start
    end = _end_of_clause(parts, date, beside, end)
    before, after = (start, date.where.start), (date.where.end, end)
    later = any(date.where.end < other.where.start < end for other in beside)
    moves = _tells(MOVES, text, after)
    if (
        is_exchanged(parts, date, beside)
        or _tells(_MOVED_FROM, text, before)
        or _tells(_HAS_TO_MOVE, text, before)
        or _tells(_SAID_MOVED, text, before)
        or (moves and (later or "ultérieur" in text[date.where.end : end]))
    ):
        return "postponed"
    if (
        (not later and is_moved_away(parts, date, (start, end)))
        or _tells(_NOT_THEN, text, after)
        or (_tells(_CANCELLED, text, after) and _is_titled_moved(parts))
    ):
        return "postponed"  # what is called off here takes place on another day
    put_off = _state_of_next_words(parts, date, end)
    if put_off is not None:
        return put_off
    near = " | ".join(
        [_aside(parts, end), *_beside_in_row(parts, date), _heading_of(parts, date), _line_below(parts, date)]
    )
    set_off = moves and _SET_OFF_MOVED.search(text[date.where.end : end])
    if set_off or MOVES.search(near) or _is_put_off_in_row(parts, date):
        return "postponed"
    after = (date.where.end, _end_of_own(parts, date, beside, end))
    if _REPLACED.search(text, start, date.where.start):
        before = (date.where.start, date.where.start)  # `annulée, remplacée par une visio le 15 janvier`
    if _tells(_CANCELLED, text, before) or _tells(_CANCELLED, text, after) or _CANCELLED.search(near):
        return "cancelled"
    return "full" if _tells(_FULL, text, before) or _tells(_FULL, text, after) or _FULL.search(near) else "announced"


def _is_titled_moved(parts: Parts) -> bool:
    """Whether the title says that all was moved, and not that some was called off (`Annulations et reports`)."""
    title = parts.document.title
    return MOVES.search(title) is not None and _CALLED_OFF_TOO.search(title) is None


def _behind_clause(parts: Parts, start: int, date: DateReading, beside: list[DateReading]) -> int:
    """Where the clause of a day begins behind that of another: `celui du 9 étant complet, une session ouvre le 23`."""
    if not any(d.where.end == start for d in beside):
        return start
    closed = parts.document.text.find(")", start, date.where.start)
    if closed >= 0 and parts.document.text.find("(", start, closed) < 0:
        return closed + 1  # `(12 et 13 janvier, complète), une seconde session les` 9 et 10 mars
    clause = NEXT_CLAUSE.search(parts.document.text, start, date.where.start)
    return clause.start() if clause is not None else start


def _end_of_clause(parts: Parts, date: DateReading, beside: list[DateReading], end: int) -> int:
    """Where the clause of a day ends that tells its state, before another thing with its own day.

    `L'atelier du 27 est annulé et la fête du 29 est reportée au 6 juillet` tells of two.
    """
    text = parts.document.text
    if not any(other.where.start > date.where.end for other in beside):
        return end
    told = _STATE_VERB.search(text, date.where.end, end)
    other = ANOTHER_SUBJECT.search(text, told.end(), end) if told is not None else None
    if told is None or other is None or any(told.end() < d.where.start < other.start() for d in beside):
        return end
    if not any(d.where.start > other.end() for d in beside) or find_first_noun(text[other.end("lead") : end]) is None:
        return end
    return other.start()


def _state_of_next_words(parts: Parts, date: DateReading, end: int) -> SessionStatus | None:
    """What becomes of a day that could not be kept, by what follows its sentence: `Elle est reportée au 8 octobre`."""
    text, after = parts.document.text, (date.where.end, end)
    below = parts.blocks_after(date.where.start, 1)
    not_held = _tells(_NOT_HELD, text, after)
    lead = text[parts.sentence_of(date.where.start)[0] : date.where.start]
    if not not_held and TITLE_MOVED.search(parts.document.title) and CANNOT_MEET.search(lead):
        return "postponed"
    if not not_held and not _tells(_CANCELLED, text, after):
        span = parts.sentence_of(date.where.start)
        told = parts.document.words_of(below[0]) if below and _tells(_CANCELLED, text, span) else ""
        return "postponed" if _HELD_LATER.match(told) else None
    told = _next_sentence(parts, end) or (parts.document.words_of(below[0]) if below else "")
    if (MOVES.search(told) and (not_held or _POINTS_BACK.match(told))) or _HELD_LATER.match(told):
        return "postponed"
    told = parts.document.words_of(below[0]) if below else told
    if not_held and (TITLE_MOVED.search(parts.document.title) or _INSTEAD.search(told)):
        return "postponed"
    return "cancelled" if not_held else None


def _without_lines_below(date: DateReading) -> DateReading:
    """A date that was read with the hours of a line below it, as nothing but where its own line begins to tell of it.

    What that line says of it may stand before the hours: `18 mai 2027 (complet)` / `Horaires : 9h-17h`.
    """
    date = at_its_line(date)
    return replace(date, where=replace(date.where, end=date.where.start)) if "\n" in date.text else date


def _end_of_own(parts: Parts, date: DateReading, beside: list[DateReading], end: int) -> int:
    """Where the words behind a day end that may tell its state.

    A bracket that ends a sentence tells that of the last day in it: `le 4 à Lens, le 11 à Avion (complet)`.
    """
    later = [d.where.start for d in beside if d.where.start > date.where.start and not _joins(parts, date, d)]
    bracket = parts.document.text.rfind("(", date.where.end, end)
    return bracket if later and bracket > later[0] else end


def _joins(parts: Parts, one: DateReading, date: DateReading) -> bool:
    """Whether a day stands behind another, or is listed right before it: what leads to the first holds for both."""
    return one.where.end > date.where.start or bool(
        _AND.fullmatch(parts.document.text, one.where.end, date.where.start)
    )


def _tells(state: GatedPattern, text: str, span: tuple[int, int]) -> bool:
    """Whether the words of a span tell a state: they are cut out only where the gate of its pattern is open."""
    start, end = span
    is_cut = text[start - 1 : start].isalnum() and text[start : start + 1].isalnum()  # a word that the gate saw whole
    found = state.search(text[start:end]) if is_cut or state.may_match(text, start, end) else None
    return found is not None and not is_held_elsewhere(text, start + found.start(), start + found.end())


def _heading_of(parts: Parts, date: DateReading) -> str:
    """The short line over that of a day, which may tell its state (`Séance 3 – annulée`, `Groupe B (complet)`)."""
    last = bisect_right(parts.blocks, date.where.start, key=lambda block: block.start)
    above = parts.blocks[max(0, last - _TWO) : last]
    if len(above) < _TWO or above[0].end - above[0].start > 2 * _SHORT:
        return ""
    words = parts.document.words_of(above[0])
    if above[0].kind == "heading":
        return words
    said = _IN_END.search(words) if above[0].kind == "paragraph" and above[0].group == above[1].group else None
    dated = standing_between(parts.dates, above[0].start, above[0].end)
    return said["said"] if said is not None and not dated and _ONLY_STATE.fullmatch(said["said"]) else ""


def _line_below(parts: Parts, date: DateReading) -> str:
    """The line among the few below a day, before the next heading or day, that only tells its state (`COMPLET`)."""
    own = parts.block_of(date.where.start)
    cell = (own.row, own.column) if own is not None and own.kind == "cell" else None  # other cells tell of other days
    last = _last_words(parts, own, date) if own is not None else ""
    if last and _ONLY_STATE.fullmatch(last):
        return last  # `Le 12 juin, on marche. Départ à 9h devant la gare. COMPLET.`
    for block in parts.blocks_after(date.where.start, _LINES_BELOW):
        if (
            block.kind == "heading"
            or (cell is not None and block.kind == "cell" and (block.row, block.column) != cell)
            or any(d.role == "event" for d in standing_between(parts.dates, block.start, block.end))
        ):
            break
        words = parts.words(parts.sentence_of(block.end - 1))  # `Salle Jean-Vilar, Arras. Complet.`
        if len(words) <= 3 * _SHORT and _ONLY_STATE.fullmatch(words):
            return words
        if (shouted := _SHOUTED_BEHIND.search(words)) is not None:
            return shouted["said"]
    return ""


def _last_words(parts: Parts, block: Block, date: DateReading) -> str:
    """The short last sentence of a paragraph that tells no other day."""
    if any(d.first_day != date.first_day for d in standing_between(parts.dates, block.start, block.end)):
        return ""
    span = parts.sentence_of(block.end - 1)
    return parts.words(span) if date.where.end <= span[0] and span[1] - span[0] <= 3 * _SHORT else ""


def _beside_in_row(parts: Parts, date: DateReading) -> list[str]:
    """The short cells of the row of a day: one of them may only say that it is full, called off or put off."""
    block = parts.block_of(date.where.start)
    cells = parts.row_of(block) if block is not None else ()
    table = find_table(parts.document, block) if block is not None else None
    remarks = [cell for cell in cells if _puts_off(parts, cell)]
    if any(cell is block for cell in remarks):
        return []  # `Reportée au 8 juillet` tells the state of another day of the row
    if block is not None and table is not None:  # a cell in a column of other days tells of one of them
        cells = tuple(c for c in cells if c.column == block.column or not _holds_days(parts, table, c.column))
    words = [parts.document.words_of(cell) for cell in cells]
    long = [cell for cell in words if len(cell) > _SHORT]
    ends = [match[0] for cell in long if (match := _SHOUTED.search(cell))]
    ends += [match["said"] for cell in long if (match := _IN_END.search(cell)) and _ONLY_STATE.fullmatch(match["said"])]
    ends += [head for cell in long if _ONLY_STATE.fullmatch(head := _FIRST_CLAUSE.split(cell, maxsplit=1)[0])]
    none = [_NONE_LEFT for cell in cells if _tells_none_left(parts, cell)]
    return [*(cell for cell in words if len(cell) <= _SHORT), *ends, *none]


def _tells_none_left(parts: Parts, cell: Block) -> bool:
    """Whether a cell says that nobody more may come: a nought below `Places restantes`."""
    if not _NOUGHT.fullmatch(parts.document.words_of(cell)):
        return False
    head = find_head_of(parts.document, cell)
    return head is not None and PLACES_LEFT.fullmatch(parts.document.words_of(head).strip(" :")) is not None


def _is_put_off_in_row(parts: Parts, date: DateReading) -> bool:
    """Whether another cell of the row of a day leads to the day that took its place."""
    block = parts.block_of(date.where.start)
    cells = parts.row_of(block) if block is not None else ()
    remarks = [cell for cell in cells if _puts_off(parts, cell)]
    return bool(remarks) and not any(cell is block for cell in remarks)


def _puts_off(parts: Parts, cell: Block) -> bool:
    """Whether a cell leads to the new day of its row: `Reportée au 8 juillet`, `Nouvelle date : 8 juillet`."""
    if not (found := standing_between(parts.dates, cell.start, cell.end)):
        return False
    return LEADS_TO_NEW.match(parts.document.text, cell.start, found[0].where.start) is not None


def _holds_days(parts: Parts, table: Table, column: int | None) -> bool:
    """Whether days stand in a column of a table."""
    cells = table.columns.get(column or 0, [])
    return any(d.role == "event" for cell in cells for d in standing_between(parts.dates, cell.start, cell.end))


def _aside(parts: Parts, end: int) -> str:
    """A very short sentence right after another speaks of the same day (`… à partir de 14 heures. Complet !`)."""
    words = _next_sentence(parts, end)
    only = len(words) <= 3 * _SHORT and _ONLY_STATE.fullmatch(words) is not None
    return words if only or len(words) <= _SHORT else ""


def _next_sentence(parts: Parts, end: int) -> str:
    """The sentence of the same block that follows the one that ends here, empty where none does."""
    block = parts.block_of(end)
    if block is None or end >= block.end:
        return ""
    return parts.words(parts.sentence_of(min(end + 1, block.end - 1)))


def status_of(words: str) -> SessionStatus:
    """Cancelled or full, as some words say of the days they speak of."""
    if _CANCELLED.search(words):
        return "cancelled"
    return "full" if _FULL.search(words) else "announced"
