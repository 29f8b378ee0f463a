r"""Patterns that leap to where they can begin.

The engine of `re` looks for the first letter of a pattern before it tries the pattern, but only where the pattern
begins with that letter. One that begins with `\b`, `(?<!\w)` or alternatives is tried at every character of a text,
which is most of what it costs. Here the characters with which a match can begin are derived from the pattern itself,
and written into the compiled program where the engine looks for them: it passes over all others at once. What matches
is the same, for the program that matches is the same.

What `re` makes of a pattern is private to it. Where a Python has it elsewhere, or refuses the program, the pattern is
compiled as it is.
"""

from __future__ import annotations

import re
from functools import cache, reduce
from typing import Any, Final

try:
    from re import _casefix as casefix  # type: ignore[attr-defined]
    from re import _compiler as compiler  # type: ignore[attr-defined]
    from re import _constants as op  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]

    engine: Any = compiler._sre
except (ImportError, AttributeError):  # pragma: no cover
    parser = None

_HIGHEST: Final = 0x3000
"""Letters below this one are known with the forms that are the same to a pattern without regard to case."""

First = tuple[tuple[Any, Any], ...]
"""Characters as the members of a set: single ones, ranges and categories."""


class _UnknownError(Exception):
    """A pattern of which it cannot be said with what it begins."""


def compile_leaping(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern as `re.compile` does, with the characters that a match can begin with where they are known."""
    if parser is None:  # pragma: no cover
        return re.compile(pattern, flags)
    parsed = parser.parse(pattern, int(flags))
    first = first_of(parsed)
    return (_build(pattern, parsed, first) if first else None) or re.compile(pattern, flags)


def first_of(parsed: Any) -> First:
    """The characters with which a match of a parsed pattern begins; none where they are not known, or most letters."""
    try:
        first, may_be_empty = _of_sequence(parsed, parsed.state.flags)
    except _UnknownError:
        return ()
    return () if may_be_empty else tuple(dict.fromkeys(first))


def _build(pattern: str, parsed: Any, first: First) -> re.Pattern[str] | None:
    """The compiled pattern with its first characters; none where it has such a mark already, or cannot have it."""
    code: list[int] = compiler._code(parsed, parsed.state.flags)
    size, mask, shortest = code[1:4]
    if code[0] != op.INFO or not shortest or mask & (op.SRE_INFO_PREFIX | op.SRE_INFO_CHARSET):
        return None
    members, _ = compiler._optimize_charset(list(first))
    marked: list[int] = []
    compiler._compile_charset(members, parsed.state.flags & ~re.IGNORECASE, marked)
    code[1:3] = size + len(marked), mask | op.SRE_INFO_CHARSET
    code[1 + size : 1 + size] = marked
    numbers = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in numbers.items():
        names[number] = name
    try:
        built: re.Pattern[str] = engine.compile(
            pattern, parsed.state.flags, code, parsed.state.groups - 1, numbers, tuple(names)
        )
    except RuntimeError:  # pragma: no cover  the engine checks each program, and this one knows another kind
        return None
    return built


def _of_sequence(sequence: Any, flags: int) -> tuple[First, bool]:
    """The first characters of a sequence, and whether it may match nothing."""
    first: First = ()
    for code, value in sequence:
        more, may_be_empty = _of_element(code, value, flags)
        first = _of_either(first, more)
        if not may_be_empty:
            return first, False
    return first, True


def _of_either(one: First, other: First) -> First:
    """The characters of two sets. All but some are known alone only: beside others they would be counted anew."""
    if one and other and op.NEGATE in (one[0][0], other[0][0]):
        raise _UnknownError
    return one + other


def _of_element(code: Any, value: Any, flags: int) -> tuple[First, bool]:
    """The same for one element; what stands between characters or looks back says nothing."""
    if code is op.LITERAL:
        return _forms(value, flags), False
    if code is op.IN:
        return _of_set(value, flags), False
    if code is op.AT or code is op.ASSERT_NOT:
        return (), True
    if code is op.ASSERT:
        return _of_look(value[0], value[1], flags)
    if code is op.BRANCH:
        found = [_of_sequence(alternative, flags) for alternative in value[1]]
        return reduce(_of_either, (first for first, _ in found)), any(may_be_empty for _, may_be_empty in found)
    if code is op.SUBPATTERN:
        _, added, removed, inside = value
        if (added | removed) & ~(re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE):
            raise _UnknownError
        return _of_sequence(inside, (flags | added) & ~removed)
    if code is op.ATOMIC_GROUP:
        return _of_sequence(value, flags)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        first, may_be_empty = _of_sequence(value[2], flags)
        return first, may_be_empty or value[0] == 0
    raise _UnknownError


def _of_look(direction: int, inside: Any, flags: int) -> tuple[First, bool]:
    """What stands ahead begins the match, if it is known; what stands behind does not."""
    if direction < 0:
        return (), True
    try:
        return _of_sequence(inside, flags)
    except _UnknownError:
        return (), True


def _of_set(members: Any, flags: int) -> First:
    """The characters of a set. Of one that leaves out others, only few kinds of members are known."""
    first: First = ()
    for code, value in members:
        if code is op.NEGATE and not flags & re.IGNORECASE:
            first += ((code, value),)
        elif code is op.LITERAL:
            first += _forms(value, flags)
        elif code is op.RANGE and not flags & re.IGNORECASE:
            first += ((code, value),)
        elif code is op.RANGE and value[1] < _HIGHEST:
            first += tuple(form for letter in range(value[0], value[1] + 1) for form in _forms(letter, flags))
        elif code is op.CATEGORY and value in _FEW:
            first += ((code, value),)
        else:
            raise _UnknownError
    return first


def _forms(letter: int, flags: int) -> First:
    """A character with all that match it, where case does not count."""
    if not flags & re.IGNORECASE or not engine.unicode_iscased(letter):
        return ((op.LITERAL, letter),)
    if letter >= _HIGHEST:
        raise _UnknownError
    lower = engine.unicode_tolower(letter)
    same = (lower, *casefix._EXTRA_CASES.get(lower, ()))
    return tuple((op.LITERAL, form) for one in same for form in (one, *_by_lower().get(one, ())))


@cache
def _by_lower() -> dict[int, tuple[int, ...]]:
    """The letters that each small letter stands for where case does not count."""
    found: dict[int, tuple[int, ...]] = {}
    for letter in range(_HIGHEST):
        lower = engine.unicode_tolower(letter)
        if lower != letter:
            found[lower] = (*found.get(lower, ()), letter)
    return found


# Categories that few characters belong to: behind one of them there is something to leap over.
_FEW: Final = () if parser is None else (op.CATEGORY_DIGIT, op.CATEGORY_SPACE)
