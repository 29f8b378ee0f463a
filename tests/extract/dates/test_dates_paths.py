"""The quick ways to read the commonest dates give what the general ways give."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import plain_groups, read_dates, settings
from extract.dates.day_groups import parse_days
from extract.dates.expressions import Day, Group, Run
from extract.dates.grammar import GROUP, ONE_DAY
from extract.dates.initials import compile_vocabulary, split_alternatives
from extract.dates.lexicon import MONTHS, WEEKDAYS
from extract.dates.plain_groups import find_shape, parse_group, parse_one_day
from extract.dates.runs import resolve_day, resolve_run
from extract.dates.tokens import tokenize
from extract.dates.years import Year

LEADS = st.sampled_from(["", "le ", "Le ", "les ", *(f"{day} " for day in WEEKDAYS), "le lundi ", "LES JEUDIS "])
TAILS = st.sampled_from(["", " 2020", " 2021", " 1850", " dernier", " 2021 prochain", " prochain délai", "."])
ENDS = re.compile(r"(?<=m)y?")


@given(LEADS, st.integers(1, 31), st.sampled_from([*MONTHS, "septembe", "févr", "avr"]), TAILS)
def test_one_day_by_its_shape_is_what_the_walk_over_its_tokens_gives(
    lead: str, day: int, month: str, tail: str
) -> None:
    tokens = tokenize(f"{lead}{day} {month}{tail}")
    end = ENDS.search(tokens.codes)
    assert end is not None
    assert tokens.codes[: end.end()] in plain_groups.ONE_DAY
    assert parse_one_day(tokens, 0, end.end()) == parse_days(tokens, 0, end.end())


@given(st.from_regex(rf"(?:{ONE_DAY})[a-z.,#>-]{{0,3}}", fullmatch=True))
def test_the_shape_of_one_day_is_matched_as_the_production_of_groups_matches_it(codes: str) -> None:
    match = re.match(ONE_DAY, codes)
    assert match is None or re.match(GROUP, codes)[0] == match[0]  # type: ignore[index]


@given(
    st.sampled_from(["", "entre ", "du ", "Séance ", "salle ", "le ", "les "]),
    st.lists(st.tuples(st.sampled_from(["", "jeudi ", "le ", "mardis "]), st.integers(1, 33)), min_size=1, max_size=5),
    st.lists(st.sampled_from([", ", " et ", " ou ", " au ", "-", "/", " à ", " & "]), min_size=5, max_size=5),
    st.sampled_from(["mars", "septembe", "févr.", "sept"]),
    TAILS,
)
def test_days_by_their_shape_are_what_the_walk_over_their_tokens_gives(
    lead: str, days: list[tuple[str, int]], joins: list[str], month: str, tail: str
) -> None:
    told = "".join(f"{join}{weekday}{day}" for join, (weekday, day) in zip(["", *joins], days, strict=False))
    tokens = tokenize(f"{lead}{told} {month}{tail}")
    for match in re.finditer(GROUP, tokens.codes):
        assert parse_group(tokens, *match.span()) == parse_days(tokens, *match.span())


@given(
    st.sampled_from(["", "le ", "mardi ", "le jeudi "]),
    st.sampled_from(
        ["12/03/2020", "1.2.21", "31/02/2020", "2021-03-12", "26/03", "39/01", "24/7", "00/12/2020", "12/13/2020"]
    ),
    st.sampled_from(["", " prochain", " à 9h", "."]),
)
def test_a_day_in_figures_by_its_shape_is_what_the_walk_gives(lead: str, figures: str, tail: str) -> None:
    tokens = tokenize(f"{lead}{figures}{tail}")
    for match in re.finditer(GROUP, tokens.codes):
        assert parse_group(tokens, *match.span()) == parse_days(tokens, *match.span())


def test_days_of_a_plain_shape_go_by_their_shape() -> None:
    assert find_shape("ln,nenmy") is not None
    assert find_shape("nunD") is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.none() | st.integers(0, 6), st.booleans())
def test_one_day_with_its_year_is_resolved_as_any_run_is(date: dt.date, weekday: int | None, shared: bool) -> None:
    day = Day(date.day, date.month, date.year, weekday)
    group = Group([Run(day, day)], 0, 10, year_from="list" if shared else "written")
    year = Year(date.year, "list", 0.96) if shared else Year(date.year, "written", 0.99)
    assert resolve_day(group, day, date.year) == resolve_run(group, group.runs[0], year)


def test_a_day_that_its_year_does_not_have_is_impossible_either_way() -> None:
    day = Day(29, 2, 2021)
    group = Group([Run(day, day)], 0, 10, year_from="written")
    year = Year(2021, "written", 0.99)
    assert resolve_day(group, day, 2021) == resolve_run(group, group.runs[0], year) == "impossible_day"


VOCABULARY = {
    "first": r"journ[ée]es?(?: d['’][ée]tude)?|(?:se|est) tenue?|[ée]t[ée]",
    "second": r"jour\w*|(?:derni[èe]re )?session|[àa] venir|a[vu]",
}


WORDS = [
    "journée",
    "journées",
    "d'étude",
    "se",
    "est",
    "tenue",
    "ete",
    "été",
    "jours",
    "dernière",
    "session",
    "à",
    "av",
]


@given(st.lists(st.sampled_from([*WORDS, "venir", "au", "a", "x"])))
def test_a_vocabulary_by_first_letters_finds_what_its_alternatives_find(words: list[str]) -> None:
    text = " ".join(words)
    by_letter = compile_vocabulary(VOCABULARY)
    plain = re.compile(r"(?<![^\W_])(?:" + "|".join(f"(?P<{n}>{p})" for n, p in VOCABULARY.items()) + r")(?![^\W_])")
    found = [(m.span(), by_letter.names[(m.lastindex or 1) - 1]) for m in by_letter.pattern.finditer(text)]
    assert found == [(m.span(), m.lastgroup) for m in plain.finditer(text)]


def test_alternatives_are_split_outside_of_groups_and_classes() -> None:
    assert split_alternatives(r"a(?:b|c)|[|]d|e\|f") == [r"a(?:b|c)", "[|]d", r"e\|f"]


@pytest.mark.parametrize("pattern", [r"\w+", "(?<=x)a", "a?b", "(?:a"])
def test_a_vocabulary_word_must_begin_with_a_letter(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"vocabulary word|not closed"):
        compile_vocabulary({"any": pattern})


@pytest.mark.parametrize(
    "before",
    ["créé le ", "Elle fut créée\nen ", "signée officiellement le ", "entrée en vigueur le ", "élu en ", "ouvert le "],
)
def test_what_is_done_on_one_day_for_good_is_seen(before: str) -> None:
    assert settings.Setting(settings.judge_before(before), "").is_founding


@pytest.mark.parametrize("before", ["sera créé le ", "le ", "", "la journée du ", "créé pour le conseil le "])
def test_what_meets_is_not_founded(before: str) -> None:
    assert not settings.Setting(settings.judge_before(before), "").is_founding


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("le 3 mai 2021, la loi sera présentée", "act_after"),
        ("le 3 mai 2021, par Mme Durand", "publication"),
        ("Par Jean Dupont, le 3 mai 2021", "publication"),
        ("le 8 mars 2021, journée internationale des femmes", "named_day_after"),
        ("le 3 mai 2021, lecture à Lille", "day"),
    ],
)
def test_words_after_a_date_tell_its_role(text: str, rule: str) -> None:
    (date,) = read_dates(text).dates
    assert rule in (date.rule, date.role)
