"""Pages composed from phrases with slots are read rightly (`tests/gold/slots`)."""

from __future__ import annotations

import pytest

from tests.gold.slots.__main__ import HERE, OPEN, Tally, measure
from tests.gold.slots.drafts import load_bank
from tests.gold.slots.forms import FORMS, make_page
from tests.gold.slots.kinds import KINDS, compose
from warehouse.reference import load_knowledge

HELD_OUT = HERE / "held_out.json"
FLOOR, HELD_OUT_FLOOR = 0.93, 0.88
"""Slightly under what `python -m tests.gold.slots` measures on ten times as many pages, with either bank."""


@pytest.fixture(scope="module")
def tally() -> Tally:
    return measure(OPEN, range(600), load_knowledge())


def test_pages_made_of_open_phrases_are_read(tally: Tally) -> None:
    assert tally.right_share >= FLOOR


def test_pages_made_of_phrases_that_no_rule_writer_reads_are_read() -> None:
    assert measure(HELD_OUT, range(300), load_knowledge()).right_share >= HELD_OUT_FLOOR


def test_every_kind_and_form_is_composed(tally: Tally) -> None:
    assert {*KINDS, *FORMS} <= set(tally.pages)


def test_the_same_seed_gives_the_same_page() -> None:
    bank = load_bank(OPEN)
    first, again, other = (make_page(compose(seed, bank)) for seed in (7, 7, 8))
    assert first == again
    assert first.content != other.content


def test_what_a_page_must_give_stands_on_it() -> None:
    bank = load_bank(OPEN)
    for seed in range(200):
        draft = compose(seed, bank)
        words = "\n".join(draft.lines)
        if draft.kind in ("recurrence", "day counted", "days on end"):  # they stand on it by their bounds
            continue
        for sitting in draft.sittings:
            assert sitting.city is None or sitting.city in words
            assert str(sitting.day.day) in words
            assert sitting.starts_at is None or str(int(sitting.starts_at[:2])) in words
