"""A pattern that leaps to where it can begin finds what the plain one finds."""

from __future__ import annotations

import re
import sys
from re import _parser as parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extract.read  # noqa: F401  all rules, with all their patterns
from extract.formats import read_format
from extract.matching.gates import GatedPattern
from extract.matching.leaping import compile_leaping, first_of
from tests.gold.truth import load_pages

PATTERNS = {
    f"{name}.{attribute}": bare
    for name, module in sorted(sys.modules.items())
    if name.startswith("extract.")
    for attribute, value in vars(module).items()
    if isinstance(bare := value.bare if isinstance(value, GatedPattern) else value, re.Pattern)
    and isinstance(bare.pattern, str)
    and not any("\ud800" <= letter <= "\udfff" for letter in bare.pattern)  # halves of letters cannot be drawn
}
EVERYTHING = "".join(map(chr, range(sys.maxunicode + 1)))
PAGES = [read_format(page.content, page.media_type, page.url).text for page in load_pages("composed_dev")[::3]]


def first_letters(pattern: str, flags: int = 0) -> str:
    return "".join(
        sorted(chr(value) for code, value in first_of(parser.parse(pattern, flags)) if str(code) == "LITERAL")
    )


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        (r"\b(?:journée|rencontre)s?", "jr"),
        (r"(?<!\w)(?:la )?ville", "lv"),
        (r"(?=[xy])\w+z", "xy"),
        (r"(?:[ab]|(?:cd)?)e", "abce"),
        (r"(?!a)b++", "b"),
        (r"(?P<one>d)(?P=one)", "d"),
    ],
    ids=str,
)
def test_the_first_characters_are_derived_from_the_pattern(pattern: str, letters: str) -> None:
    assert first_letters(pattern) == letters


@pytest.mark.parametrize(
    "pattern",
    [r"\w+", r"[^a]b|c", r"a?[^b]", r"(?i:[^a])b|c", r".a", r"(?:abc)?", r"^\s*$", r"\W*\b", r"(a)?(?(1)b|c)"],
)
def test_of_a_pattern_that_begins_with_nearly_anything_none_are_known(pattern: str) -> None:
    assert first_of(parser.parse(pattern, 0)) == ()
    assert compile_leaping(pattern).pattern == pattern


def test_where_case_does_not_count_all_forms_of_a_letter_are_known() -> None:
    assert first_letters(r"\b[ks]", re.IGNORECASE) == "KSks\u017f\u212a"


@pytest.mark.parametrize("flags", [0, re.IGNORECASE], ids=["as_written", "either_case"])
@pytest.mark.parametrize(
    "pattern",
    [r"\bk", r"(?:s|ı|i|ß)", r"[à-ýa-z]", r"(?<!\d)\d", r"(?-i:É)|é", r"(?i:μ)|ǆ", r"’|\s", r"(?=[^\sa-z])(?:\w|-)"],
)
def test_over_all_characters_the_same_ones_match(pattern: str, flags: int) -> None:
    assert compile_leaping(pattern, flags).findall(EVERYTHING) == re.compile(pattern, flags).findall(EVERYTHING)


def test_names_and_numbers_of_groups_stay() -> None:
    leaping, plain = (build(r"\b(?P<a>x)(y)?(?P<b>z)|w", re.IGNORECASE) for build in (compile_leaping, re.compile))
    assert (leaping.groups, dict(leaping.groupindex), leaping.flags, leaping.pattern) == (
        plain.groups,
        dict(plain.groupindex),
        plain.flags,
        plain.pattern,
    )
    found = leaping.search("-- XZ")
    assert found is not None
    assert (found.span(), found.groupdict(), found.lastgroup) == ((3, 5), {"a": "X", "b": "Z"}, "b")


def test_a_search_begins_and_ends_where_it_is_told() -> None:
    pattern = compile_leaping(r"(?<!\w)(?:rue|quai)\b")
    assert pattern.search("la rue", 4) is None
    assert pattern.search("la rue", 3) is not None
    assert pattern.search("la rue", 0, 5) is None
    assert pattern.sub("voie", "rue, quai") == "voie, voie"
    assert pattern.split("a rue b") == ["a ", " b"]


@pytest.mark.parametrize("part", range(8))
def test_on_pages_of_the_gold_every_pattern_of_the_rules_finds_the_same(part: int) -> None:
    for name in sorted(PATTERNS)[part::8]:
        plain = re.compile(PATTERNS[name].pattern, PATTERNS[name].flags)
        leaping = compile_leaping(plain.pattern, plain.flags)
        for text in PAGES:
            assert [m.span() for m in leaping.finditer(text)] == [m.span() for m in plain.finditer(text)], name


@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_what_matches_a_pattern_is_found_behind_other_words(data: st.DataObject) -> None:
    plain = PATTERNS[data.draw(st.sampled_from(sorted(PATTERNS)))]
    drawn = re.compile(plain.pattern.replace("(?-i:", "(?:"), plain.flags)
    text = f"{data.draw(st.text(max_size=3))}{data.draw(st.from_regex(drawn))}."
    leaping = compile_leaping(plain.pattern, plain.flags)
    again = re.compile(plain.pattern, plain.flags)
    assert [m.span() for m in leaping.finditer(text)] == [m.span() for m in again.finditer(text)]
