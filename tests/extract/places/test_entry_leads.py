"""How many lines above a day belong to it: told by the edges of the list, whatever stands around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.places.entries.leads import MOST_LINES, count_lead
from extract.places.entries.shapes import Form, Shape

TOLD = (Shape.TOWN, Shape.HOURS, Shape.COUNTED, Shape.HEADING)
AROUND: tuple[Form, ...] = ((Shape.LONG, ""), (Shape.FIELD, "public"))


@given(
    st.lists(st.sampled_from(TOLD), max_size=3, unique=True),
    st.lists(st.sampled_from(TOLD), max_size=3, unique=True),
    st.integers(2, 6),
    st.lists(st.sampled_from(AROUND), max_size=4),
    st.lists(st.sampled_from(AROUND), max_size=4),
)
def test_alike_entries_are_cut_where_they_begin(
    lead: list[Shape], tail: list[Shape], count: int, before: list[Form], behind: list[Form]
) -> None:
    head: list[Form] = [(shape, "") for shape in lead]
    rest: list[Form] = [(shape, "") for shape in tail]
    found, fit = count_lead([*before, *head], [[*rest, *head]] * (count - 1), [*rest, *behind])
    assert found == len(head)
    assert fit == len(head) + len(rest)


def test_one_odd_entry_outweighs_no_other() -> None:
    town, street, words = (Shape.TOWN, ""), (Shape.STREET, ""), (Shape.SHORT, "")
    gaps = [[street, town], [words, words, town], [street, town]]
    assert count_lead([words, town], gaps, [street])[0] == 1


def test_nothing_above_the_first_day_leaves_all_lines_below() -> None:
    assert count_lead([], [[(Shape.TOWN, "")]] * 3, [(Shape.TOWN, "")]) == (0, 1.0)
    assert count_lead([], [], []) == (0, 0.0)


def test_no_lead_is_longer_than_looked_for() -> None:
    lines: list[Form] = [(Shape.COUNTED, str(number)) for number in range(3 * MOST_LINES)]
    assert count_lead(lines, [lines], [])[0] <= MOST_LINES
