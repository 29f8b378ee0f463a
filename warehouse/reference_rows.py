"""Rows of the reference tables: the gazetteer and the themes, with the moments at which events named them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from extract.knowledge import Knowledge, ThemeTerm
from extract.records import ThemeReading
from warehouse.rows import Moment, TerritoryRow, ThemeRow
from warehouse.terms import Terms

Spans = Mapping[str, tuple[Moment, Moment]]
NEVER: Final = (None, None)


def cover(named: Iterable[tuple[str, Moment, Moment]]) -> Spans:
    """Give from when until when each name stands among these."""
    spans: dict[str, list[tuple[Moment, Moment]]] = defaultdict(list)
    for name, first, last in named:
        spans[name].append((first, last))
    return {name: _cover(found) for name, found in spans.items()}


def build_territories(knowledge: Knowledge, spans: Spans) -> list[TerritoryRow]:
    """Give the whole gazetteer, one row for each code, in the order of the codes.

    `spans` tell when events named them.
    """
    territories = {territory.territory_id: territory for territory in reversed(knowledge.territories)}
    return [
        TerritoryRow(
            code,
            found.name,
            found.kind,
            found.parent_id,
            found.departement,
            found.vintage,
            found.valid_from,
            found.valid_until,
            *spans.get(code, NEVER),
        )
        for code, found in sorted(territories.items())
    ]


def build_themes(knowledge: Knowledge, told: Iterable[ThemeReading], spans: Spans, terms: Terms) -> list[ThemeRow]:
    """Give the vocabulary and the terms of the site that it does not know, in the order of the identifiers.

    `told` are the themes of events, as the first telling of each has it; `spans` tell when events named them.
    """
    known = {term.theme_id: term for term in reversed(knowledge.themes)}
    numbers = {theme_id: number for number, theme_id in sorted(terms.themes.items(), reverse=True)}
    for found in told:
        known.setdefault(found.theme_id, _as_term(found))
        if found.site_term is not None:
            numbers.setdefault(found.theme_id, found.site_term)
    return [
        ThemeRow(
            key,
            term.label,
            term.parent_id,
            term.site_term or numbers.get(key),
            terms.labels.get(key),
            *spans.get(key, NEVER),
        )
        for key, term in sorted(known.items())
    ]


def _as_term(found: ThemeReading) -> ThemeTerm:
    return ThemeTerm(found.theme_id, found.label, (found.label,), None, found.site_term)


def _cover(spans: Sequence[tuple[Moment, Moment]]) -> tuple[Moment, Moment]:
    firsts = [first for first, _ in spans if first is not None]
    lasts = [last for _, last in spans if last is not None]
    return (min(firsts), max(lasts)) if firsts and lasts else (None, None)
