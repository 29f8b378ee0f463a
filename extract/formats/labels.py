"""Labelled fields, found by the words of their label: `Dates:`, `Lieu :`, `Territoires`, whatever the markup is."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from extract.formats.lines import Line, cut, join
from extract.plain_keys import plain_key
from extract.questions import ASKS_WHERE

# Labels that are known to stand before facts. Each may carry a complement (`Date de la formation`, `Lieu et horaires`).
_HEADS = (
    r"dates?|jours?|quand|lieux?|ou|"
    r"adresse|salle|horaires?|heures?|periode|calendrier|sessions?|duree|cloture|"
    r"echeance|debut|fin|"
    r"dates? et lieux?|points? de (?:rencontre|rendez-vous|rassemblement|depart)|"
    r"thematiques?|themes?|categories?|rubriques?|mots[ -]cles?|etiquettes?|tags?|type|format|objectifs?|"
    r"territoires?|departements?|regions?|communes?|quartiers?|villes?|statut|composition|population|effectifs?|"
    r"contrat de ville|collectivites? pilotes?|pilotes?|(?:liste des )?signataires|publics?|public vise|participants|"
    r"organisat(?:eur|rice|ion)s?|organise(?:e|s)? par|partenaires?|contacts?|intervenante?s?|animat(?:eur|rice|ion)s?|"
    r"auteurs?|source|inscriptions?|(?:lien|formulaire) d'inscription|renseignements?|modalites?|tarifs?|cout|acces|"
    r"programme|"
    r"(?:fichiers?|documents?|pieces?) (?:joint|jointe|lie|liee|associe|associee|attache|attachee|a telecharger)s?|"
    r"documents?|telechargements?|a telecharger"
)
_COMPLEMENT = (
    r"(?: (?:de|du|des|d'|et|&|ou|la|le|les|l'|limite|vise|cible|concerne|en|pour|a|au|aux|[a-z']{2,16})){0,5}"
)
_KNOWN = re.compile(rf"(?:{_HEADS})s?{_COMPLEMENT}")
# Labels that may stand without a colon, as a heading or in bold, because they are nothing else.
_BARE = re.compile(
    r"dates?|dates? et (?:lieux?|horaires?|heures?)|lieux?(?: (?:de |d'|du |des )[a-z' ]{2,30})?|"
    r"horaires?|thematiques?|mots[ -]cles?|territoires?(?: concernes?)?|"
    r"publics?(?: vise| cible| concerne)?s?|adresse|quand|fichiers? joints?|documents? joints?|pieces? jointes?|"
    r"documents? a telecharger|departements?|date de signature|collectivites? pilotes?|liste des signataires|"
    r"organisateurs?|intervenante?s?|partenaires?|"
    r"dates? limites?(?: (?:d'inscription|de depot|de reponse|de candidature)s?)?"
)
# `Lieu(x)`, `Formateur·rices`: both forms in one word.
_BOTH = re.compile(r"\((?:s|x|e|es|e-s|nt)\)|[·.]e?[·.]?s\b")
_WHERE = re.compile(ASKS_WHERE)
_COLON = re.compile(
    r"^(?:(?:[Ll][ae]s?\s|[Ll]['’])(?=(?:dates?|jours?|heures?|horaires?|lieux?|salle|adresse)\s?:))?(?P<label>[^:.!;\d«»\"]{2,48}?)\s*(?::(?!//)|\?\s*:?)\s*"
)
_MARKED = re.compile(r"^(?P<label>.{1,70}?)\s*:?\s*$")
_DIGIT = re.compile(r"\d")
_LONGEST_VALUE = 100
_LONGEST_EXTENT = 1500
_LONGEST_FIELD = 300
_MOST_LINES = 25

Extent = Callable[[int], tuple[int, int]]


class FoundLabel(NamedTuple):
    """A label at the head of a line: its words, and where its value begins (the end of the line if on the next)."""

    label: str
    value_at: int


def find_label(line: Line) -> FoundLabel | None:
    """Find the label that a line begins with, or None. A doubled label (`Lieu Lieu :`) is one."""
    text = line.text
    if line.marked and (whole := _MARKED.match(text)):
        return FoundLabel(_undoubled(whole["label"].rstrip(" ?")), len(text))
    match = _COLON.match(text) if ":" in text[:52] or "?" in text[:52] else None
    if match:
        label = _undoubled(match["label"])
        question = "?" in match[0]
        rest = len(text) - match.end()
        strict = question or rest > _LONGEST_FIELD or (line.kind == "heading" and rest > 0)
        if is_known_label(label, bare=strict) or (question and _WHERE.fullmatch(plain_key(label))):
            return FoundLabel(label, match.end())
    return _bare_label(line)


@lru_cache(maxsize=4096)
def is_known_label(text: str, *, bare: bool = False) -> bool:
    """Whether a phrase is a label of the vocabulary; `bare` asks for one that needs no colon."""
    key = _BOTH.sub("s", plain_key(text)).replace("xs", "x")
    return (_BARE if bare else _KNOWN).fullmatch(key) is not None


def _undoubled(label: str) -> str:
    """`Lieu Lieu` and `Lieu : Lieu` are `Lieu`: themes write the label a second time."""
    words = label.replace(":", " ").split()
    half = len(words) // 2
    if half and len(words) % 2 == 0 and [plain_key(w) for w in words[:half]] == [plain_key(w) for w in words[half:]]:
        words = words[:half]
    return " ".join(words)


def _bare_label(line: Line) -> FoundLabel | None:
    """Find a label without a colon: a whole heading or bold line, or the bold words that begin a line."""
    text = line.text
    if len(text) <= 40 and (line.kind in ("heading", "cell") or line.bold >= len(text)):
        label = _undoubled(text.rstrip(" :?"))
        asked = text.endswith("?") and _WHERE.fullmatch(plain_key(label)) is not None
        return FoundLabel(label, len(text)) if asked or is_known_label(label, bare=True) else None
    if 0 < line.bold <= 40:
        label = _undoubled(text[: line.bold].rstrip(" :?"))
        if is_known_label(label, bare=True):
            return FoundLabel(label, line.bold)
    return None


def apply_labels(lines: list[Line], extent: Extent) -> list[Line]:
    """Turn labelled lines into fields. `extent(i)` gives the lines that may hold the value of a label on line i.

    A label on a line of its own is joined to its first value; each further value is a line with the same label.
    """
    done: list[Line] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        if line.kind == "furniture":
            done.append(line)
            i += 1
            continue
        named = line.kind == "title" or (line.kind == "field" and line.label is not None)
        found = None if named or _heads_column(lines, i) else find_label(line)
        if found is None:
            done.append(line)
            i += 1
            continue
        values, i = _values(lines, i, found, extent)
        done.extend(values)
    return done


def _heads_column(lines: list[Line], i: int) -> bool:
    """Whether a cell is the head of a column: the next cell of its row is a label as well (`Date | Ville`).

    Or both head a row of values, the second in numbers: `Territoire | Signature` over `Arras | 27/03/2024`.
    """
    line, following = lines[i], lines[i + 1] if i + 1 < len(lines) else None
    if line.kind != "cell" or following is None or following.kind != "cell" or following.row != line.row:
        return False
    if is_known_label(following.text.rstrip(" :?")):
        return True
    below = lines[i + 2 : i + 4]
    if line.column != 0 or len(below) < 2 or any(b.kind != "cell" or b.row in (line.row, None) for b in below):
        return False
    first, second = below
    heads = not _DIGIT.search(following.text) and second.column == 1 and _DIGIT.search(second.text) is not None
    return heads and not is_known_label(first.text.rstrip(" :?"))


def _values(lines: list[Line], i: int, found: FoundLabel, extent: Extent) -> tuple[list[Line], int]:
    """The field lines of the label on line i, and the number of the line after them."""
    line = lines[i]
    rest = _text_after(line, found.value_at)
    if rest:
        line.value_at = found.value_at
        while line.value_at < len(line.text) and line.text[line.value_at] in " :":
            line.value_at += 1
        values, after = [line], i + 1
    else:
        values, after = _joined(lines, i, extent)
        if not values:
            if line.kind == "field":
                line.kind = "paragraph"
            return [line], i + 1
    after = _continued(lines, values, after)
    fields: list[Line] = []
    for value in values:
        fields.extend(_split_links(value))
    for value in fields:
        value.kind, value.label, value.level = "field", found.label, 0
    return fields, after


def _text_after(line: Line, value_at: int) -> str:
    """What stands behind the label on its own line; punctuation is nothing."""
    return line.text[value_at:].strip(" :-–")


def _joined(lines: list[Line], i: int, extent: Extent) -> tuple[list[Line], int]:
    """Join a label that stands alone to its values: the lines of its extent, up to the next label."""
    start, end = extent(i)
    values: list[Line] = []
    size = 0
    for k in range(start, min(end, len(lines), start + _MOST_LINES)):
        line = lines[k]
        size += len(line.text)
        if line.kind in ("furniture", "title") or size > _LONGEST_EXTENT:
            break
        if _repeats(lines[i], line) and not values:
            continue
        if find_label(line) is not None and not _repeats(lines[i], line):
            break
        values.append(line)
    if not values:
        return [], i + 1
    last = start + next(k for k, line in enumerate(lines[start:]) if line is values[-1])
    head = lines[i]
    first = values[0]
    again = find_label(first) if _repeats(head, first) else None
    if again:
        first = cut(first, again.value_at, len(first.text))
    joined = join(head, first)
    joined.value_at, joined.row, joined.page = len(head.text) + 1, first.row, first.page
    joined.home = first.home
    return [joined, *values[1:]], last + 1


def _repeats(head: Line, line: Line) -> bool:
    """Whether a line begins with the very label of the line before it."""
    key = plain_key(head.text)
    return plain_key(line.text) == key or bool(
        (found := find_label(line)) and plain_key(found.label) == key and found.value_at < len(line.text)
    )


def _continued(lines: list[Line], values: list[Line], after: int) -> int:
    """Take in the lines that go on with a list of links: links alone, after a value of links alone."""
    while (
        after < len(lines)
        and values[-1].home < 0  # where markup says what belongs to a label, nothing else does
        and values[-1].only_links()
        and lines[after].only_links()
        and lines[after].kind in ("paragraph", "item")
        and lines[after].row == values[-1].row
        and len(lines[after].text) <= _LONGEST_VALUE
    ):
        values.append(lines[after])
        after += 1
    return after


def _split_links(line: Line) -> list[Line]:
    """Cut a value that is a list of links (`Santé, Emploi`) into one line for each."""
    inside = [mark for mark in sorted(line.links) if mark[0] >= line.value_at]
    if len(inside) < 2 or not line.only_links():
        return [line]
    parts = []
    for k, (start, end, _) in enumerate(inside):
        part = cut(line, 0 if k == 0 else start, end)
        part.value_at = line.value_at if k == 0 else 0
        parts.append(part)
    return parts


def next_line_only(lines: list[Line]) -> Extent:
    """The extent of labels in texts without markup: the line after the label, if it is short."""

    def extent(i: int) -> tuple[int, int]:
        if lines[i].kind == "cell":
            return i + 1, _pair_end(lines, i)
        end = i + 2 if i + 1 < len(lines) and len(lines[i + 1].text) <= 2 * _LONGEST_VALUE else i + 1
        return i + 1, end

    return extent


def _pair_end(lines: list[Line], i: int) -> int:
    """The end of a table row of two cells that begins with the label on line i; of other rows a label has no value."""
    row = lines[i].row
    first = i == 0 or lines[i - 1].row != row
    is_pair = first and i + 1 < len(lines) and lines[i + 1].row == row
    return i + 2 if is_pair and (i + 2 >= len(lines) or lines[i + 2].row != row) else i + 1
