"""Words grouped by their first letters match what the plain list matches."""

from __future__ import annotations

import random
import re

import pytest

from extract.matching.by_initial import by_initial, words_by_initial
from extract.matching.gates import compile_gated
from extract.places.grammar import context, verbs
from extract.places.search import from_lines

LISTS = {
    "meetings": context.MEETING_NOUN.pattern[5:-3],
    "held": verbs.HELD,
    "verbs": from_lines.VERBS,
    "mixed": r"se |(?:se|la) mer|[ée]t[ée]s?|\w+ons|sel|(?-i:a)|ſi|k|",
}
PIECES = re.findall(
    r"\S+",
    "journées rencontre SÉMINAIRE états généraux petit déjeuner débat concert s'est tenu aura lieu nous retrouvons "
    "accueille organisé été sera qui que pour tous pour s'ouvre se déroule job dating ſéance İnauguration "
    "ınvite Kermesse se la mer sel étés allons a A ſi k étape attendus à Lille vont posent ses valises",
)


@pytest.mark.parametrize("name", list(LISTS))
def test_grouped_words_match_where_the_list_does(name: str) -> None:
    plain = re.compile(rf"\b(?:{LISTS[name]})\b", re.IGNORECASE)
    grouped = re.compile(rf"\b(?:{by_initial(LISTS[name])})\b", re.IGNORECASE)
    dice = random.Random(7)
    found = 0
    for _ in range(400):
        text = " ".join(dice.choices(PIECES, k=9))
        spans = [match.span() for match in plain.finditer(text)]
        assert [match.span() for match in grouped.finditer(text)] == spans, text
        found += len(spans)
    assert found > 100


def test_each_letter_is_asked_for_once() -> None:
    assert by_initial("cap|car|[cé]u|\\d", 1) == r"(?-i:[cC])(?:ap|ar|u)|(?-i:[éÉ])(?:u)|\d"


def test_each_alternative_of_a_pattern_begins_a_word() -> None:
    assert words_by_initial(r"\bcap|\bcar") == r"\b(?:(?-i:[cC])(?:(?-i:[aA])(?:p|r)))"
    with pytest.raises(ValueError, match="begin a word"):
        words_by_initial(r"\bcap|car")


def test_a_gate_knows_the_words_of_the_plain_pattern() -> None:
    gated = compile_gated(r"\b(?:soir|fin)\b", re.IGNORECASE, rf"\b(?:{by_initial('soir|fin')})\b")
    assert gated.pattern == r"\b(?:soir|fin)\b"
    assert {word for word, _ in gated.words} == {"soir", "fin"}
    assert [match.group() for match in gated.finditer("Le SOIR, la fin")] == ["SOIR", "fin"]
    assert gated.findall("Le SOIR, la fin") == ["SOIR", "fin"]


WEEKDAYS = re.compile(
    rf"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:lun|mar|mer|jeu|ven|sam|dim)\.)\s+(?:1er|\d)|"
    rf"(?:1er|\d)\s+{context.MONTH}|\d[/.](?:0\d|1[0-2])(?!\d)",
    re.IGNORECASE,
)
DAY_PIECES = re.findall(
    r"\S+",
    "lundi mardi mercredi jeudi vendredi samedi dimanche lun. mar. mer. jeu. ven. sam. dim. 1er 1 2 3 12 31 mai juin "
    "sept. août décembre MARDI Lun. Jeudi ſamedi dımanche Dİmanche dim / . 05 3/12 3.1 4/13 2/123 1ER er",
)


def test_days_of_the_calendar_match_as_they_are_said() -> None:
    dice = random.Random(5)
    found = 0
    for _ in range(3000):
        text = "".join(dice.choice(DAY_PIECES) + dice.choice([" ", "", " ", "\n"]) for _ in range(6))
        spans = [match.span() for match in WEEKDAYS.finditer(text)]
        assert [match.span() for match in context.CALENDAR_DAY.finditer(text)] == spans, text
        found += len(spans)
    assert found > 1000
