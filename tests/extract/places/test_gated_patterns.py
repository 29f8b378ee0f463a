"""Gates only ever say that nothing can match: a gated pattern finds what the bare one finds."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extract.read  # noqa: F401  all rules, with all gated patterns
from extract.matching.gates import SHORT, GatedPattern, close_gates, compile_gated, derive_words
from tests.gold.truth import load_pages

PATTERNS = {
    f"{name}.{attribute}": value
    for name, module in sorted(sys.modules.items())
    if name.startswith("extract.")
    for attribute, value in vars(module).items()
    if isinstance(value, GatedPattern) and name.rpartition(".")[2] != "gates"
}
FILLER = "Il pleut. " * (SHORT // 8)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"apr[èe]s\s+avoir|d[ée]j[àa]", {("apres", False), ("deja", False)}),
        (r"\b(?:rue|av\.)\s\w+", {("rue", True), ("av.", True)}),
        (r"(?<![^\W_])cycles?(?![^\W_])", {("cycle", True)}),
        (r"\d+ (?:rue|quai)", {("rue", False), ("quai", False)}),
        (r"l['’]ann[ée]e", {("l'annee", False)}),
        (r"(?:en )?ligne", {("ligne", False)}),
        (r"\w+ou", {("ou", False)}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_words_of_a_pattern_are_derived_from_it(pattern: str, words: set[tuple[str, bool]]) -> None:
    assert derive_words(re.compile(pattern, re.IGNORECASE)) == words


@pytest.mark.parametrize("pattern", [r"\w+", r"[a-z]{3}", r"abc|\d\d", r"(?:abc)?", r"(?=abc)\w", r"[àa]\s"])
def test_a_pattern_that_may_match_without_a_word_has_an_open_gate(pattern: str) -> None:
    gate = compile_gated(pattern)
    close_gates(FILLER)
    assert gate.words == frozenset()
    assert gate.may_match(FILLER)


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_every_gate_of_the_rules_is_closed_where_it_can_be(name: str) -> None:
    gate = PATTERNS[name]
    assert gate.words, "no words can be derived: this pattern gains nothing from a gate"
    close_gates(text := "0 " * SHORT)
    assert not gate.may_match(text)


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_on_the_pages_of_the_gold_a_gate_hides_nothing(name: str) -> None:
    gate = PATTERNS[name]
    for page in load_pages("composed_dev")[::5]:
        close_gates(text := page.content.decode("utf-8", "replace"))
        assert [m.span() for m in gate.finditer(text)] == [m.span() for m in gate.bare.finditer(text)]


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_matches_a_pattern_passes_its_gate(data: st.DataObject) -> None:
    gate = data.draw(st.sampled_from([PATTERNS[name] for name in sorted(PATTERNS)]))
    bare = re.compile(gate.pattern.replace("(?-i:", "(?:"), re.IGNORECASE)
    words = data.draw(st.from_regex(bare))
    close_gates(text := f"{FILLER}{words} {FILLER}")
    found = [match.span() for match in gate.finditer(text)]
    assert found == [match.span() for match in gate.bare.finditer(text)]
    start, end = len(FILLER), len(FILLER) + len(words)
    within = gate.search(text, start, end)
    assert (within and within.span()) == ((bare_match := gate.bare.search(text, start, end)) and bare_match.span())


@pytest.mark.parametrize("letters", ["ſalle", "ſ", "K", "ıı", "’", "É", "œ", "📍"])
def test_letters_that_are_the_same_in_another_dress_do_not_close_a_gate(letters: str) -> None:
    gate = compile_gated(rf"(?:{letters}|salle|lieu d['’]accueil|mik|ki)\b", re.IGNORECASE)
    for said in (letters, "ſalle", "SALLE", "lieu d’accueil", "LİEU D'ACCUEIL", "mıK", "KI"):
        close_gates(text := f"{FILLER}{said} {FILLER}")
        assert (gate.search(text) is None) == (gate.bare.search(text) is None)


def test_a_short_text_is_searched_as_it_is() -> None:
    gate = compile_gated(r"\brue\b")
    close_gates(text := "la rue")
    assert gate.may_match("la route")
    assert gate.search(text) is not None
    assert gate.match("rue") is not None
    assert gate.fullmatch("rues") is None
    assert gate.sub("voie", "la rue") == "la voie"


def test_a_gate_is_closed_for_one_text_at_a_time() -> None:
    gate = compile_gated(r"\bneige\b")
    close_gates(FILLER)
    assert not gate.may_match(FILLER)
    assert gate.may_match(FILLER[: 2 * SHORT // 3])
    close_gates(FILLER + "neige")
    assert gate.may_match(FILLER)


def test_a_pattern_that_is_compiled_later_has_its_gate_too() -> None:
    early = compile_gated(r"\bpremier\b")
    close_gates(FILLER)
    assert not early.may_match(FILLER)
    later = compile_gated(r"\bpleut\b")
    assert later.search(FILLER) is not None
    close_gates(FILLER)
    assert later.search(FILLER) is not None
    assert later.search(FILLER, 0, 3) is None
    assert not early.may_match(FILLER)
