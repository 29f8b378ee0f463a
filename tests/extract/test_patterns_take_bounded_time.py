"""No pattern of the rules may take exponential time: a repeat inside a repeat must not share out the same characters.

`(?:\\d+\\s?)*$` goes through every way to cut a run of digits before it gives up; `(?:\\d++\\s?)*$` goes through one.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import extract
from extract.places.grammar.context import GATHERED_THERE

REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
MANY, FEW = 10, 2
SAMPLE = " -–'’,.;:()/\n_aéZ0"


NOTHING_BEHIND = {"extract.places.grammar.addresses.POSTCODE_CITY"}
"""What stands behind the repeat of these may be left out: they never go back to share it out anew."""


def inner(code: Any, value: Any) -> list[Any]:
    """The sequences inside an item, as alternatives."""
    if code in REPEATS or code is op.POSSESSIVE_REPEAT:
        return [value[2]]
    if code is op.SUBPATTERN:
        return [value[3]]
    if code is op.BRANCH:
        return list(value[1])
    if code in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return [value] if code is op.ATOMIC_GROUP else []


def may_be_empty(code: Any, value: Any) -> bool:
    if code in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return True
    if code in REPEATS or code is op.POSSESSIVE_REPEAT:
        return bool(value[0] == 0) or all(may_be_empty(*item) for item in value[2])
    return any(all(may_be_empty(*item) for item in sequence) for sequence in inner(code, value))


def is_run(code: Any, value: Any) -> bool:
    """Whether an item may be one long repeat and nothing else."""
    if code in REPEATS and (value[1] is op.MAXREPEAT or value[1] >= MANY):
        return True
    return code is not op.POSSESSIVE_REPEAT and any(holds_run(s) for s in inner(code, value))


def holds_run(sequence: Any) -> bool:
    items = list(sequence)
    return any(is_run(*item) and all(may_be_empty(*other) for other in items if other is not item) for item in items)


def find_doubtful(sequence: Any) -> Iterator[str]:
    """The repeats whose body may be a long repeat itself."""
    for code, value in sequence:
        if code in REPEATS and (value[1] is op.MAXREPEAT or value[1] >= MANY) and holds_run(value[2]):
            yield str(value[2])
        for part in inner(code, value):
            yield from find_doubtful(part)


def chars_of(item: tuple[Any, Any]) -> set[str]:
    """The characters of the sample that an item matches by themselves."""
    pattern = compiler.compile(parser.SubPattern(parser.State(), [item]))
    return {character for character in SAMPLE if pattern.fullmatch(character)}


def find_shared(sequence: Any) -> Iterator[str]:
    """The repeats whose mark between two runs may be a part of the runs: `(?:[ -][\\w-]+){0,4}`."""
    for code, value in sequence:
        if code in REPEATS and value[1] >= FEW:
            runs = [item for item in value[2] if item[0] in REPEATS and item[1][1] is op.MAXREPEAT]
            marks = [item for item in value[2] if item not in runs and not may_be_empty(*item)]
            if len(runs) == 1 and all(
                chars_of(mark) & chars_of((op.SUBPATTERN, (None, 0, 0, runs[0][1][2]))) for mark in marks
            ):
                yield str(value[2])
        for part in inner(code, value):
            yield from find_shared(part)


def patterns() -> dict[str, re.Pattern[str]]:
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(extract.__path__, "extract."):
        for name, value in vars(importlib.import_module(module.name)).items():
            pattern = getattr(value, "bare", value)
            if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                found[f"{module.name}.{name}"] = pattern
    return found


def test_no_pattern_of_the_rules_repeats_a_repeat() -> None:
    found = {name: list(find_doubtful(parser.parse(p.pattern, p.flags))) for name, p in patterns().items()}
    assert len(found) > 300
    assert {name: doubtful for name, doubtful in found.items() if doubtful} == {}


@pytest.mark.parametrize("pattern", [r"(?:\d+\s?)*$", r"(?:a|\w+)*b", r"(?:(?:x+)?y?)*z"])
def test_such_a_pattern_is_found(pattern: str) -> None:
    assert list(find_doubtful(parser.parse(pattern)))


@pytest.mark.parametrize("pattern", [r"(?:\d++\s?)*$", r"(?:\w+,)*b", r"(?:x{1,3}y)*z"])
def test_a_bounded_one_is_not(pattern: str) -> None:
    assert not list(find_doubtful(parser.parse(pattern)))


def test_a_long_run_of_digits_ends() -> None:
    assert GATHERED_THERE.search("a réuni " + "0" * 400 + " x") is None


def test_no_mark_between_runs_is_a_part_of_them() -> None:
    found = {name: list(find_shared(parser.parse(p.pattern, p.flags))) for name, p in patterns().items()}
    assert {name for name, shared in found.items() if shared} == NOTHING_BEHIND


@pytest.mark.parametrize(("pattern", "shares"), [(r"(?:[ -][\w-]+){0,4}", 1), (r"(?: [\w-]+){0,4}", 0)])
def test_a_mark_that_is_a_part_of_its_runs_is_found(pattern: str, shares: int) -> None:
    assert len(list(find_shared(parser.parse(pattern)))) == shares
