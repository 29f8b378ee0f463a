"""What words may say spares questions and changes no answer: with all gates open the same is read."""

from __future__ import annotations

import re

import pytest

from extract.dates import read_dates, roles, settings
from extract.dates.word_gates import give_bit, give_bit_of, look_through
from tests.gold.truth import load_phrases

OPEN_PARTS = ("dev", "composed_dev", "opened")


@pytest.mark.parametrize("part", OPEN_PARTS)
def test_with_all_gates_open_the_same_is_read(part: str) -> None:
    phrases = [(phrase.text, phrase.reference) for phrase in load_phrases(part)]
    gated = [read_dates(text, reference) for text, reference in phrases]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "look_through", lambda _: ~0)
        patch.setattr(roles, "look_through", lambda _: ~0)
        patch.setattr(settings, "_read_short", settings.read_before)
        assert [read_dates(text, reference) for text, reference in phrases] == gated


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("le séminaire du", True),
        ("(Séminaires)", True),
        ("un préséminaire", False),
        ("le forum du", False),
        ("", False),
    ],
)
def test_a_pattern_is_asked_where_its_word_begins_one(words: str, *, may: bool) -> None:
    bit = give_bit(re.compile(r"\bs[ée]minaires?\b"))
    assert bool(look_through(words.lower()) & bit) is may


def test_a_pattern_without_words_is_always_asked() -> None:
    bit = give_bit(re.compile(r"\d+|forum"))
    assert look_through("") & bit


def test_of_several_words_the_longest_opens() -> None:
    bit = give_bit(re.compile(r"au bord de la route"))
    assert look_through("une route") & bit
    assert not look_through("au bord") & bit


def test_a_question_is_asked_of_each_word() -> None:
    bit = give_bit_of(lambda word: word.endswith("ant"))
    assert look_through("le mercredi suivant") & bit
    assert not look_through("le mercredi") & bit
