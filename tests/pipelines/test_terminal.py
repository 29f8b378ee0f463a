"""Nothing a site writes may command a terminal."""

from __future__ import annotations

import pytest

from pipelines.terminal import clean_line, clean_lines


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[2J",  # clears the screen
        "\x1b]0;owned\x07",  # renames the window
        "\x9b31m",  # the same as ESC [ in eight bits
        "\x08\x08\x7f",
        "\u202egnp.exe",  # shows what follows from right to left
        "\ud800",
    ],
)
def test_controls_are_replaced(hostile: str) -> None:
    for cleaned in (clean_line(f"a{hostile}b"), clean_lines(f"a{hostile}b")):
        assert cleaned.startswith("a\ufffd")
        assert cleaned.isprintable()


def test_french_stays_as_it_is() -> None:
    words = "L’égalité à Béthune : « cœur » – 9 h\u00a030 €"
    assert clean_line(words) == words


def test_a_line_is_one_line() -> None:
    assert clean_line("a\nb\tc\r\u2028d") == "a b c  d"
    assert clean_lines("a\nb\tc") == "a\nb\tc"
