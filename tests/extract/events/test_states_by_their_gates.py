"""The state of a day is told by the same words whether or not its gate is asked first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.events.states import of_day
from extract.matching.gates import SHORT, GatedPattern, close_gates

PIECES = st.sampled_from(
    ["le 3 mars 2021", "annulé", "Annulée", "reporté", "est reportée", "complet", "n'aura pas lieu", "à cette date",
     "n'a pas pu se tenir", "initialement", "au lieu du", "2021", "incomplet", "séance", "inscriptions closes", "("]
)  # fmt: skip
JOINS = st.sampled_from([" ", "", ", ", ". ", " – ", "\n"])


@given(st.sampled_from(of_day._STATES), st.lists(st.tuples(PIECES, JOINS), min_size=2, max_size=8), st.data())
def test_a_closed_gate_hides_no_state(state: GatedPattern, pieces: list[tuple[str, str]], data: st.DataObject) -> None:
    text = "".join(piece + join for piece, join in pieces) + "." * SHORT
    close_gates(text)
    start = data.draw(st.integers(0, len(text) - SHORT))
    end = data.draw(st.integers(start, len(text)))
    assert of_day._tells(state, text, (start, end)) == (state.bare.search(text[start:end]) is not None)
