"""Themes of a document: the site's own terms where the page labels them, else words of the vocabulary in its text.

A page that labels its themes has said what it is about: its text is then not searched, so that a passing word does
not become a theme. Without a label the vocabulary is looked for where a page says what it is about: in its title,
lead and headings, and in its first paragraphs; there only forms that are no everyday words count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import ahocorasick

from extract.document import Block, Document, Link
from extract.knowledge import Knowledge, ThemeTerm
from extract.matching.folding import FoldedText, fold, key_of, words_of
from extract.records import ThemeReading
from extract.rubrics import find_lone_terms, find_rubrics

LABEL = re.compile(
    r"thematiques?|themes?|mots?[- ]cles?|domaines?( d.intervention)?|sujets?|"
    r"(?:etiquettes?|tags?)(?: (?:(?:de |d.)?(?:l.)?evenement|(?:de l.)?article))?"
)
TOLD = re.compile(r"themes?|sujets?")
TERM = re.compile(r"/taxonomy/term/(\d+)\b")
NOTE = re.compile(r"\s*\[\d+\]")
# How many paragraphs, from the top, tell what a page is about, and how far into each of them one looks.
PARAGRAPHS, CHARACTERS = 6, 700
# A field names a handful of themes; more terms than this are no themes but noise.
MOST_TERMS = 40
# Everyday words: a theme in a title, not in running text.
EVERYDAY = words_of(
    "culture culturel culturelle sport sports emploi ecole jeunes jeunesse securite logement logements habitat "
    "participation evaluation evaluations evaluer observation sante education seniors patrimoine mobilite "
    "observatoire observatoires concertation handicap precarite accessibilite intervention reussite numerique "
    "discriminatoire laique laiques"
)
HEADING_CERTAINTY, PARAGRAPH_CERTAINTY, TITLE_CERTAINTY = 0.8, 0.6, 0.9


@dataclass(frozen=True, slots=True)
class Zone:
    """A span that tells what a page is about; `plain` zones count everyday words as well."""

    start: int
    end: int
    rule: str
    certainty: float
    plain: bool


def find_themes(document: Document, knowledge: Knowledge) -> tuple[ThemeReading, ...]:
    """Themes of a document, each once, in the order in which they are first named."""
    readings = list(find_labelled(document, knowledge))
    if not readings:
        readings = [*find_in_rubrics(document, knowledge), *find_in_text(document, knowledge)]
    unique: dict[str, ThemeReading] = {}
    for reading in readings:
        unique.setdefault(reading.theme_id, reading)
    return tuple(unique.values())


def find_labelled(document: Document, knowledge: Knowledge) -> Iterator[ThemeReading]:
    """Terms of the field `Thématiques`, with their numbers where the words link to a term."""
    for block in labelled_blocks(document):
        for start, end, link in items(document, block):
            words = document.text[start:end]
            number = TERM.search(link.url) if link else None
            yield labelled_reading(document, knowledge, words, start, end, int(number[1]) if number else None)
    for start, end, link in find_lone_terms(document):
        number = TERM.search(link.url) if link else None
        yield labelled_reading(
            document, knowledge, document.text[start:end], start, end, int(number[1]) if number else None
        )


def labelled_blocks(document: Document) -> list[Block]:
    """The fields of themes. `Thème : …` at several places is what each sitting is about, and none of the page."""
    found = [
        (k, block)
        for k, block in enumerate(document.blocks)
        if block.kind != "furniture" and block.label and LABEL.fullmatch(fold(block.label).strip(" :"))
    ]
    told = [k for k, block in found if block.label and TOLD.fullmatch(fold(block.label).strip(" :"))]
    apart = any(later - k > 1 for k, later in pairwise(told))
    return [block for k, block in found if not (apart and k in told)]


def find_in_rubrics(document: Document, knowledge: Knowledge) -> Iterator[ThemeReading]:
    """The rubrics of a post that the vocabulary knows (`Santé`, not `Agenda`); they say less than a field of themes."""
    for start, end, _ in find_rubrics(document):
        first, last = trimmed(document.text, start, end)
        if known_term(knowledge, document.text[first:last], None) is not None:
            yield labelled_reading(document, knowledge, document.text[first:last], first, last, None)


def items(document: Document, block: Block) -> Iterator[tuple[int, int, Link | None]]:
    """Spans of the terms in a field: its links, else its words between commas."""
    inside = document.links_between(block.start, block.end)
    links = [link for link in inside if link.start < link.end <= block.end]
    if links:
        for link in links[:MOST_TERMS]:
            yield (*trimmed(document.text, link.start, link.end), link)
        return
    for match in islice(re.finditer(r"[^,;|•\n]+", document.text[block.start : block.end]), MOST_TERMS):
        start, end = trimmed(document.text, block.start + match.start(), block.start + match.end())
        if start < end:
            yield start, end, None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without spaces around it and without the footnote mark that print exports add."""
    words = NOTE.sub("", text[start:end]).rstrip()
    left = len(words) - len(words.lstrip())
    return start + left, start + len(words)


def labelled_reading(
    document: Document, knowledge: Knowledge, words: str, start: int, end: int, number: int | None
) -> ThemeReading:
    """Build the reading of a labelled term; one that the vocabulary does not know keeps its own name."""
    term = known_term(knowledge, words, number)
    slug = re.sub(r"[^a-z0-9]+", "-", key_of(words)).strip("-")
    theme_id = term.theme_id if term else (f"term:{number}" if number else f"site:{slug}")
    return ThemeReading(
        theme_id,
        term.label if term else words,
        "label",
        words,
        document.place(start, end),
        number if number is not None else (term.site_term if term else None),
        rule="label_with_term" if number else "label",
    )


def known_term(knowledge: Knowledge, words: str, number: int | None) -> ThemeTerm | None:
    """The term of the vocabulary with this number, else with these words; a number that differs excludes it."""
    by_number, by_key = index_of(knowledge)
    if number is not None and number in by_number:
        return by_number[number]
    bearers = by_key.get(key_of(words), ())
    return next((term for term in bearers if number is None or term.site_term is None), None)


def find_in_text(document: Document, knowledge: Knowledge) -> Iterator[ThemeReading]:
    """Words of the vocabulary in the zones that tell what a page is about."""
    automaton = vocabulary_of(knowledge)
    if automaton is None:
        return
    for zone in zones(document):
        text = document.text[zone.start : zone.end]
        for start, end, key, term in longest(automaton, FoldedText.of(text)):
            words = text[start:end]
            if (not zone.plain and key in EVERYDAY) or not acronym_holds(term, key, words):
                continue
            yield ThemeReading(
                term.theme_id,
                term.label,
                "text",
                words,
                document.place(zone.start + start, zone.start + end),
                term.site_term,
                zone.rule,
                zone.certainty,
            )


def acronym_holds(term: ThemeTerm, key: str, words: str) -> bool:
    """Check that a form in capitals (`PRE`) is written in capitals (and is not `pré`)."""
    forms = [form for form in term.forms if key_of(form) == key]
    return not all(form.isupper() for form in forms) or words in forms


def zones(document: Document) -> Iterator[Zone]:
    """Give the title, the lead, the headings, and the first paragraphs."""
    paragraphs = 0
    for block in document.blocks:
        if block.kind == "title":
            yield Zone(block.start, block.end, "title", TITLE_CERTAINTY, True)
        elif block.kind in ("lead", "heading"):
            yield Zone(block.start, block.end, block.kind, HEADING_CERTAINTY, True)
        elif block.kind in ("paragraph", "item") and paragraphs < PARAGRAPHS:
            paragraphs += 1
            end = min(block.end, block.start + CHARACTERS)
            yield Zone(block.start, end, "first_paragraphs", PARAGRAPH_CERTAINTY, False)


def longest(automaton: ahocorasick.Automaton, folded: FoldedText) -> Iterator[tuple[int, int, str, ThemeTerm]]:
    """Spans of forms, the longest where several overlap, in order."""
    found = []
    for last, (key, term) in automaton.iter(folded.joined):
        words = key.count(" ") + 1
        start, stop = folded.span(folded.word_at(last - len(key) - 1), words)
        found.append((start, -words, stop, key, term))
    end = 0
    for start, _, stop, key, term in sorted(found, key=lambda item: item[:3]):
        if start >= end:
            end = stop
            yield start, stop, key, term


Index = tuple[dict[int, ThemeTerm], dict[str, list[ThemeTerm]]]
_INDEXED: dict[int, tuple[tuple[ThemeTerm, ...], Index]] = {}


def index_of(knowledge: Knowledge) -> Index:
    """Give the vocabulary by term number and by key of its forms, built once for the last knowledge asked for."""
    kept = _INDEXED.get(id(knowledge.themes))
    if kept is None or kept[0] is not knowledge.themes:
        _INDEXED.clear()
        kept = _INDEXED[id(knowledge.themes)] = (knowledge.themes, build_index(knowledge.themes))
    return kept[1]


def build_index(themes: tuple[ThemeTerm, ...]) -> Index:
    """Build both look-ups; of two terms with one number the first counts."""
    by_number: dict[int, ThemeTerm] = {}
    by_key: dict[str, list[ThemeTerm]] = {}
    for term in themes:
        if term.site_term is not None:
            by_number.setdefault(term.site_term, term)
        for key in dict.fromkeys(key_of(form) for form in (term.label, *term.forms)):
            by_key.setdefault(key, []).append(term)
    return by_number, by_key


_BUILT: dict[int, tuple[tuple[ThemeTerm, ...], ahocorasick.Automaton | None]] = {}


def vocabulary_of(knowledge: Knowledge) -> ahocorasick.Automaton | None:
    """Give the automaton over all forms of the vocabulary, built once and kept for the last knowledge asked for."""
    kept = _BUILT.get(id(knowledge.themes))
    if kept is None or kept[0] is not knowledge.themes:
        _BUILT.clear()
        kept = _BUILT[id(knowledge.themes)] = (knowledge.themes, build_vocabulary(knowledge.themes))
    return kept[1]


def build_vocabulary(themes: tuple[ThemeTerm, ...]) -> ahocorasick.Automaton | None:
    """Build the automaton; a form that two themes claim belongs to the first."""
    automaton = ahocorasick.Automaton()
    for term in themes:
        for form in (term.label, *term.forms):
            key = key_of(form)
            if f" {key} " not in automaton:
                automaton.add_word(f" {key} ", (key, term))
    if not len(automaton):
        return None
    automaton.make_automaton()
    return automaton
