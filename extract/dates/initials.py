"""Long vocabularies as one regular expression that is quick to fail: alternatives grouped by their first letter.

The engine of `re` tries alternatives one by one at every word of the text. Written as `j(?:ourn[ée]es?|...)|s(?:...)`
the same vocabulary asks for the first letter once, which is several times faster and matches the very same words. The
vocabularies themselves stay as people write them: `journ[ée]es?|s[ée]minaires?|(?:se|est) tenue`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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
    by_letter: dict[str, dict[str, list[str]]] = {}
    for name, alternatives in lists.items():
        for letter, rest in split_initials(alternatives):
            by_letter.setdefault(letter, {}).setdefault(name, []).append(rest)
    names: list[str] = []
    branches: list[str] = []
    for letter, named in by_letter.items():
        names += named
        branches.append(letter + "(?:" + "|".join(f"({'|'.join(rests)})" for rests in named.values()) + ")")
    return Vocabulary(re.compile(rf"(?<![^\W_])(?:{'|'.join(branches)}){after}"), tuple(names))


def split_initials(alternatives: str) -> Iterator[tuple[str, str]]:
    """Each alternative as its first letter and its rest; a group or a class in front is taken apart."""
    for alternative in split_alternatives(alternatives):
        head = next(_PART.finditer(alternative)).group()
        if alternative.startswith("(?:"):
            end = _find_closing(alternative)
            rest = alternative[end + 1 :]
            for option in split_alternatives(alternative[3:end]):
                yield from split_initials(option + rest.removeprefix("?"))
            if rest.startswith("?"):
                yield from split_initials(rest[1:])
        elif head.startswith("["):
            for letter in head[1:-1]:
                yield letter, alternative[len(head) :]
        elif head.isalpha() and alternative[1:2] not in ("?", "*", "{"):
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
