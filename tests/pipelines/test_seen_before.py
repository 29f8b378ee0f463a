"""A filter that says no is right; one that says yes is hardly ever wrong."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipelines.payload import digest_of
from pipelines.seen_before import SeenBefore


@given(st.lists(st.text(max_size=20), max_size=50))
def test_what_was_added_is_there(texts: list[str]) -> None:
    seen = SeenBefore()
    for text in texts:
        seen.add(text)
    assert all(text in seen for text in texts)


def test_what_was_not_added_is_hardly_ever_there() -> None:
    seen = SeenBefore()
    assert digest_of(b"0") not in seen
    for number in range(10_000):
        seen.add(digest_of(b"%d" % number))
    wrong = sum(digest_of(b"x%d" % number) in seen for number in range(10_000))
    assert wrong < 50  # two bits of 2**23 each, 20,000 of them set: one in 170,000 is met by chance
