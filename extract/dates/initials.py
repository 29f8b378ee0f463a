"""Long vocabularies as one regular expression that is quick to fail: alternatives grouped by their first letter.

The engine of `re` tries alternatives one by one at every word of the text. Written as `j(?:ourn[ée]es?|...)|s(?:...)`
the same vocabulary asks for the first letter once, which is several times faster and matches the very same words. The
vocabularies themselves stay as people write them: `journ[ée]es?|s[ée]minaires?|(?:se|est) tenue`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.matching.leaping import compile_leaping

_DEPTH = 3
"""How many first letters are asked for one by one."""
_REPEATS = frozenset("?*+{")
_PART = re.compile(r"\\.|\[[^\]]*\]|.", re.DOTALL)
"""One element of a pattern: an escape, a class, or a character."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A compiled vocabulary of named lists: `names` says to which list each group of the pattern belongs."""

    pattern: re.Pattern[str]
    names: tuple[str, ...]


def compile_vocabulary(lists: Mapping[str, str], after: str = r"(?![^\W_])") -> Vocabulary:
    """Compile named lists of lower-case alternatives, to be found at the start of a word; earlier lists win.

    `after` is the pattern of what must follow: the end of the word, unless said otherwise.
    Raises ValueError for an alternative that begins with anything but a letter, a class of letters or a group.
    """
    entries = [
        (name, letter, rest) for name, alternatives in lists.items() for letter, rest in split_initials(alternatives)
    ]
    names: list[str] = []
    branches = _branch_by_letter(entries, names, _DEPTH)
    return Vocabulary(compile_leaping(rf"(?<![^\W_])(?:{branches}){after}"), tuple(names))


def _branch_by_letter(entries: list[tuple[str, str, str]], names: list[str], depth: int) -> str:
    """Alternatives (list, first letter, rest) with each letter written once.

    Those of one letter keep their order; those of different letters exclude one another.
    """
    by_letter: dict[str, list[tuple[str, str]]] = {}
    for name, letter, rest in entries:
        by_letter.setdefault(letter, []).append((name, rest))
    return "|".join(re.escape(letter) + _branch(rests, names, depth - 1) for letter, rests in by_letter.items())


def _branch(rests: list[tuple[str, str]], names: list[str], depth: int) -> str:
    """Alternatives (list, pattern) as one group: by their next letter where each has one, else list by list."""
    try:
        entries = (
            [(name, letter, more) for name, rest in rests for letter, more in split_initials(rest)] if depth else []
        )
    except ValueError:
        entries = []
    if entries:
        return f"(?:{_branch_by_letter(entries, names, depth)})"
    by_name: dict[str, list[str]] = {}
    for name, rest in rests:
        by_name.setdefault(name, []).append(rest)
    names += by_name
    return "(?:" + "|".join(f"({'|'.join(patterns)})" for patterns in by_name.values()) + ")"


def split_initials(alternatives: str) -> Iterator[tuple[str, str]]:
    """Each alternative as its first letter and its rest; a group or a class in front is taken apart.

    Raises ValueError where an alternative does not begin with one letter, written out or in a class or a group.
    """
    for alternative in split_alternatives(alternatives):
        head = alternative[:1] and next(_PART.finditer(alternative)).group()
        if alternative.startswith("(?:"):
            end = _find_closing(alternative)
            rest = alternative[end + 1 :]
            if rest[:1] in ("*", "+", "{"):
                raise ValueError(f"a vocabulary word must begin with a letter: {alternative!r}")
            for option in split_alternatives(alternative[3:end]):
                yield from split_initials(option + rest.removeprefix("?"))
            if rest.startswith("?"):
                yield from split_initials(rest[1:])
        elif alternative[len(head) :][:1] in _REPEATS:
            raise ValueError(f"a vocabulary word must begin with a letter: {alternative!r}")
        elif head.startswith("[") and "-" not in head and not head.startswith("[^") and "\\" not in head:
            for letter in head[1:-1]:
                yield letter, alternative[len(head) :]
        elif head.isalpha():
            yield head, alternative[1:]
        else:
            raise ValueError(f"a vocabulary word must begin with a letter: {alternative!r}")


def split_alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern, split at the bars that stand in no group and no class."""
    found, depth = [""], 0
    for part in _PART.findall(pattern):
        depth += (part == "(") - (part == ")")
        if part == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += part
    return found


def _find_closing(pattern: str) -> int:
    """Where the group closes that the pattern opens with."""
    depth = 0
    for part in _PART.finditer(pattern):
        depth += (part.group() == "(") - (part.group() == ")")
        if depth == 0:
            return part.start()
    raise ValueError(f"a group is not closed: {pattern!r}")
