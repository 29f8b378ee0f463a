"""Reading order from boxes alone."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from extract.formats.pdf_order import Region, order_regions
from extract.formats.pdf_segments import build_segments
from extract.formats.pdf_words import PageWord


def word(text: str, x: float, y: float, size: float = 10) -> PageWord:
    return PageWord(text, x, y, x + 5 * len(text), y + size, size)


def line(text: str, x: float, y: float) -> list[PageWord]:
    """Words of five points a letter, with spaces of three points."""
    words = []
    for part in text.split():
        words.append(word(part, x, y))
        x = words[-1].x1 + 3
    return words


def read(words: list[PageWord], left: float = 50, right: float = 545) -> list[list[str]]:
    """The words of each region from top to bottom, left to right."""
    return [
        [w.text for segment in sorted(region.segments, key=lambda s: (round(s.top), s.x0)) for w in segment.words]
        for region in order_regions(build_segments(words), left, right)
    ]


def lines(texts: list[str], x: float, y: float, step: float = 13) -> list[PageWord]:
    return [w for n, text in enumerate(texts) for w in line(text, x, y + n * step)]


A = ["alpha un deux trois quatre cinq six sept", "huit neuf dix onze douze treize quatorze", "fin de la colonne a"]
B = ["beta un deux trois quatre cinq six sept", "huit neuf dix onze douze treize quatorze", "fin de la colonne b"]


def test_two_columns_are_two_regions() -> None:
    assert read(lines(A, 50, 100) + lines(B, 310, 100)) == [" ".join(A).split(), " ".join(B).split()]


def test_columns_off_each_other_by_half_a_line() -> None:
    assert read(lines(A, 50, 100) + lines(B, 310, 106)) == [" ".join(A).split(), " ".join(B).split()]


def test_columns_of_unequal_length() -> None:
    longer = A + ["et une suite plus longue encore"] * 4
    assert read(lines(longer, 50, 100) + lines(B, 310, 100)) == [" ".join(longer).split(), " ".join(B).split()]


def test_a_heading_over_both_columns_comes_first_and_one_between_divides() -> None:
    wide = "une phrase de titre qui va nettement au-delà du milieu de la page pour les deux"
    words = lines([wide], 50, 80) + lines(A, 50, 100) + lines(B, 310, 100)
    words += lines([wide], 50, 200) + lines(A, 50, 220) + lines(B, 310, 220)
    expected = [wide.split(), " ".join(A).split(), " ".join(B).split()]
    assert read(words) == expected * 2


def test_a_block_left_above_and_one_right_below_are_no_columns() -> None:
    words = lines(A, 50, 100) + lines(B, 310, 300)
    assert [text for region in read(words) for text in region] == " ".join(A + B).split()


def test_hours_stay_beside_their_subjects() -> None:
    hours, subjects = (
        ["9h00", "10h30", "12h00", "14h00"],
        ["accueil des équipes", "table ronde", "repas", "ateliers et visite"],
    )
    words = lines(hours, 50, 100, 20) + lines(subjects, 120, 100, 20)
    assert read(words) == [" ".join(f"{h} {s}" for h, s in zip(hours, subjects, strict=True)).split()]


def test_short_cells_in_three_columns_are_rows() -> None:
    cells = [["date", "ville", "sujet"], ["3 mars", "Lens", "santé"], ["5 mai", "Arras", "emploi"]]
    words = [
        w for r, row in enumerate(cells) for c, cell in enumerate(row) for w in line(cell, 50 + 170 * c, 100 + 20 * r)
    ]
    (region,) = order_regions(build_segments(words), 50, 545)
    assert region.rows is not None
    found = [[" ".join(w.text for segment in cell for w in segment.words) for cell in row] for row in region.rows]
    assert found == cells


def test_three_columns_of_prose_are_no_table() -> None:
    words = (
        lines([text[:28] for text in A], 50, 100)
        + lines([t[:28] for t in B], 220, 100)
        + lines([t[:28] for t in A], 390, 100)
    )
    assert all(region.rows is None for region in order_regions(build_segments(words), 50, 545))
    assert len(read(words)) == 3


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(40, 500), st.floats(40, 780), st.integers(1, 12)), max_size=60), st.randoms())
def test_no_word_is_lost_or_read_twice_wherever_words_stand(
    places: list[tuple[float, float, int]], dice: random.Random
) -> None:
    words = [word("m" * length, x, y) for x, y, length in places]
    regions: list[Region] = order_regions(build_segments(words), 40, 560)
    seen = [id(w) for region in regions for segment in region.segments for w in segment.words]
    assert sorted(seen) == sorted(id(w) for w in words)


def rows_of(words: list[PageWord]) -> list[list[str]]:
    """The cells of the rows of the first region that has rows."""
    regions = order_regions(build_segments(words), 50, 545)
    found = next(region.rows for region in regions if region.rows is not None)
    return [[" ".join(w.text for s in cell for w in s.words) for cell in row] for row in found]


def test_days_over_several_lines_are_keys_to_what_stands_beside_them() -> None:
    words = lines(["15", "sept.", "2022"], 50, 100) + lines(["Les îlots de chaleur", "Dunkerque"], 120, 100)
    words += lines(["13", "oct.", "2022"], 50, 170) + lines(["La nature en ville", "Bailleul"], 120, 170)
    assert rows_of(words) == [
        ["15 sept. 2022", "Les îlots de chaleur Dunkerque"],
        ["13 oct. 2022", "La nature en ville Bailleul"],
    ]


def test_a_column_beside_a_table_of_days_is_read_by_itself() -> None:
    side = lines(["Le réseau réunit cent", "structures et leurs", "partenaires dans tout", "le département"], 50, 106)
    table = lines(["14 mars", "11 avril", "16 mai"], 220, 100, 20) + lines(["Albert", "Roye", "Ham"], 320, 100, 20)
    assert rows_of(side + table) == [["14 mars", "Albert"], ["11 avril", "Roye"], ["16 mai", "Ham"]]
