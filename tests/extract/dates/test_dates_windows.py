"""Only the neighbourhood of words of dates is read: what is read there is what the whole text would give."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import read_dates, windows
from extract.dates.cues import find_cue
from extract.dates.grammar import PHRASE, STARTS
from extract.dates.lexicon import CODES
from extract.dates.settings import SAYS_NOTHING
from extract.dates.tokens import tokenize
from extract.dates.windows import find_windows

FILLER = st.text(alphabet="abcdegimoprstu ,.()'", max_size=260)
DATED = st.sampled_from(
    [
        "les jeudis 12, 19 et 26 mars 2020",
        "Mardi 14 septembre 2021 de 9h à 17hOO",
        "du 28 décembre au 3 janvier 2024",
        "le premier jeudi d'octobre 2022",
        "17/18 février 2022",
        "le 04/05/2022 à 18h30",
        "fin mai 2024",
        "la loi du 24 août 2021",
    ]
)


@given(st.lists(st.tuples(FILLER, DATED), min_size=1, max_size=3), FILLER)
def test_windows_read_what_the_whole_text_gives(parts: list[tuple[str, str]], tail: str) -> None:
    text = "\n".join(line for part in parts for line in part) + "\n" + tail
    narrow = read_dates(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(windows, "_REACH", 10_000)
        assert read_dates(text) == narrow


@pytest.mark.parametrize("space", [" ", "\n", "\u00a0", "\t"], ids=["space", "line", "no-break", "tab"])
def test_the_day_before_its_month_is_kept_after_a_long_word(space: str) -> None:
    text = f"https://exemple.org/{'a' * 90}{space}14 mai 2019"
    assert [date.text for date in read_dates(text).dates] == ["14 mai 2019"]


def test_text_without_words_of_dates_is_not_cut_at_all() -> None:
    text = "Le centre de ressources accompagne les acteurs de la politique de la ville. " * 20
    assert find_windows(text, text.lower()) == []
    assert tokenize(text).codes == ""


def test_what_is_far_from_a_date_is_passed_over() -> None:
    codes = tokenize("mot " * 100 + "le 3 mai 2022" + " mot" * 100).codes
    assert codes.startswith("#x") and "lnmy" in codes and len(codes) < 60


@pytest.mark.parametrize("first", sorted(set("".join(CODES))))
def test_no_production_begins_with_codes_that_are_not_tried(first: str) -> None:
    ungated = PHRASE.pattern.replace(f"(?={STARTS})", "")
    assert ungated != PHRASE.pattern
    tails = ("", "nmy", "wnmy", "dmy", "y", "nmyhah", "hah", "mumy", "wdmy", "dnmy", "uuh", *"krSTPD")
    begun = [first + tail for tail in tails] + [first + second + tail for second in "".join(CODES) for tail in tails]
    assert [codes for codes in begun if re.match(ungated, codes) and not re.match(STARTS, codes)] == []


@pytest.mark.parametrize("words", sorted(SAYS_NOTHING))
def test_words_that_are_not_looked_through_hold_no_cue(words: str) -> None:
    assert find_cue(words + " ", words + " ") is None
