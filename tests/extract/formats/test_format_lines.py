"""A line keeps the place of its marks whatever is done to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.formats.lines import Line, LineWriter, cut, join, tidy_text, without


def marked(line: Line) -> list[tuple[str, str]]:
    return [(line.text[start:end], value) for start, end, value in line.links]


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("  deux\u00a0 \n mots\t", "deux mots"),
        ("l’été ‘ici’", "l'été 'ici'"),
        ("oﬃce et ﬂeur", "office et fleur"),
        ("œuvre, Æ", "œuvre, Æ"),
        ("mi\u00adnuit\u200b", "minuit"),
        ("e\u0301te\u0301", "été"),
        ("arc\u2011en\u2010ciel", "arc-en-ciel"),
        ("d\x92été \x96 fin", "d'été – fin"),
        ("a\x00b\x08c", "abc"),
        ("\u2003 ", ""),
        ("2014 – 2020 — oui", "2014 – 2020 — oui"),
    ],
)
def test_tidy_text(raw: str, tidy: str) -> None:
    assert tidy_text(raw) == tidy


@given(st.text())
def test_tidy_text_is_stable(raw: str) -> None:
    tidy = tidy_text(raw)
    assert tidy_text(tidy) == tidy
    assert "  " not in tidy
    assert tidy == tidy.strip()


@given(st.lists(st.text(alphabet="aé \u0301\u00a0b\n", max_size=6), max_size=8), st.integers(0, 7), st.integers(0, 7))
def test_a_span_holds_the_words_written_in_it(pieces: list[str], first: int, last: int) -> None:
    writer = LineWriter()
    inside = ""
    for n, piece in enumerate(pieces):
        if n == first:
            writer.open(True, "x")
        writer.write(piece)
        if first <= n <= last:
            inside += piece
        if n == max(first, last):
            writer.close()
    line = writer.flush()
    if line is None:
        assert not "".join(pieces).strip()
        return
    assert line.text == tidy_text("".join(pieces))
    if first <= last < len(pieces) and not any("\u0301" in piece for piece in pieces):
        assert [words for words, _ in marked(line)] == ([tidy_text(inside)] if inside.strip() else [])


def test_a_span_that_is_open_at_the_end_of_a_line_goes_on() -> None:
    writer = LineWriter()
    writer.write("voir ")
    writer.open(True, "u")
    writer.write("un")
    first = writer.flush()
    writer.write("deux")
    writer.close()
    writer.write(" trois")
    second = writer.flush()
    assert first is not None
    assert second is not None
    assert (marked(first), marked(second)) == ([("un", "u")], [("deux", "u")])


def sample() -> Line:
    line = Line("Voir la page [1] et le site [12] ici.", links=[(5, 12, "a"), (20, 27, "b")])
    line.words = [(0, 4, 1, (0.0, 0.0, 1.0, 1.0)), (33, 36, 1, (5.0, 0.0, 6.0, 1.0))]
    return line


def test_cutting_keeps_marks_inside() -> None:
    part = cut(sample(), 4, 17)
    assert part.text == "la page [1]"
    assert marked(part) == [("la page", "a")]
    assert part.words == []


def test_taking_spans_out_moves_marks_along() -> None:
    line = sample()
    shorter = without(line, [(12, 16), (27, 32)])
    assert shorter.text == "Voir la page et le site ici."
    assert marked(shorter) == [("la page", "a"), ("le site", "b")]
    assert [shorter.text[start:end] for start, end, _, _ in shorter.words] == ["Voir", "ici"]


def test_taking_out_before_a_full_stop_leaves_no_space() -> None:
    assert without(Line("S'inscrire [1]."), [(10, 14)]).text == "S'inscrire."


def test_taking_all_out_leaves_nothing() -> None:
    assert without(Line("[1]"), [(0, 3)]).text == ""


def test_joining_moves_the_marks_of_the_second() -> None:
    line = join(Line("Lieu :", kind="heading", row=2), sample())
    assert line.text.startswith("Lieu : Voir la page")
    assert marked(line) == [("la page", "a"), ("le site", "b")]
    assert (line.kind, line.row) == ("heading", 2)


def test_links_that_are_never_closed_do_not_pile_up_on_every_line() -> None:
    writer = LineWriter()
    for number in range(200):
        writer.open(True, f"/{number}")
    counts = []
    for _ in range(3):
        writer.write("Programme")
        line = writer.flush()
        assert line is not None
        counts.append([raw for _, _, raw in line.links])
    assert counts == [[f"/{number}" for number in range(192, 200)]] * 3
