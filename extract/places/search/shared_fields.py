"""A field that tells several places, each of some sittings: `jours 1 et 2 à Amiens (ESPE), jour 3 à Creil ; visio`.

Its parts are found by what they tell: between two towns, or a town and a screen, stands the mark that parts them, the
strongest there is outside of brackets. A comma or a dash parts them only beside words that name some sittings. Each
part must tell its town or that people meet at a distance: the lines of one address may be set off in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extract.places.grammar.addresses import STREET, town_of
from extract.places.grammar.context import MONTH
from extract.places.grammar.modes import find_mode_words
from extract.places.grammar.names import PLACE_NOUN
from extract.places.grammar.phrases import Parts, parse_region
from extract.places.page import Page

Span = tuple[int, int]

_NOUN: Final = (
    r"(?:jours?|journ[ée]es?|s[ée]ances?|sessions?|modules?|ateliers?|rencontres?|[ée]tapes?|dates?|groupes?|promotions?|"
    r"regroupements?|demi-journ[ée]es?|matin[ée]es?|soir[ée]es?)"
)
_RANK: Final = (
    r"(?:premi(?:er|[èe]re)|derni(?:er|[èe]re)|deuxi[èe]me|seconde?|troisi[èe]me|autre|suivante?|"
    r"\d(?:er|r?e|[èe]re|[èe]me|nde?))s?"
)
_SITTINGS: Final = (
    r"(?:(?:pour|lors d[eu]|de|du|d['’])\s?)?(?:"
    rf"(?:l[ae]s?\s|l['’])(?:\w+\s)?{_RANK}(?:\s{_NOUN})?(?!\s(?!(?:[àa]|aux?|en|dans|chez|et)\s)[a-zà-ÿ])|{_RANK}\s{_NOUN}|"
    r"les?\s\d{1,2}(?:er)?(?:\s?(?:,|et)\s?\d{1,2})*(?=\s*(?:[;,.):]|$)|\s(?:[àa]|aux?|en|dans)\s)|"
    r"(?:l[ae]s?\s|l['’])?(?:"
    rf"{_NOUN}\s(?:n\s?°\s?)?(?:\d{{1,2}}|[A-H]|I{{1,3}})(?:\s?(?:,|et|à|-)\s?\d{{1,2}})*|"
    r"matin|apr[èe]s-midi|(?:lun|mar|mercre|jeu|vendre|same)di|"
    rf"(?:1er|\d{{1,2}})(?:\s?(?:,|et|au|-)\s?(?:1er|\d{{1,2}}))*\s{MONTH}(?:\s20\d\d)?|en\s{MONTH}|\d{{1,2}}[/.]\d{{1,2}}))(?![^\W_])"
)
_NAMED: Final = re.compile(rf"(?<![^\W_]){_SITTINGS}", re.IGNORECASE)
_HEAD: Final = re.compile(rf"\W*{_SITTINGS}\s*(?:[:,–—-]\s*)?", re.IGNORECASE)
"""Words for some sittings that open a part: they are no words of its name."""
_TAIL: Final = re.compile(rf"[\s,(–—-]*{_SITTINGS}[\s).]*$", re.IGNORECASE)
_STRONG: Final = re.compile(r"\s?;\s*|\s/\s|\s\|\s|\s?[•●]\s")
_THEN: Final = re.compile(r",?\s(?:puis|ensuite|enfin)\s", re.IGNORECASE)
_AND: Final = re.compile(
    r",?\s(?:et|ou)\s(?=(?:[àa]|aux?|en|dans|chez|l[ae]s?)\s|[lL]['’]|(?-i:[A-ZÀ-Ý]))", re.IGNORECASE
)
_HOUSE: Final = re.compile(rf"\W*(?:[àa] la\s|[àa] l['’]|aux?\s|l[ae]s?\s|l['’])?{PLACE_NOUN}", re.IGNORECASE)
_WEAK: Final = re.compile(r"(?:,|\s[–—-])\s")
_OF_SITTINGS: Final = re.compile(r";\s+|(?<=\))\s?(?:[,/]|[–—-]\s|(?:et|puis)\s)?\s?(?=\w)", re.IGNORECASE)


def parse_shares(page: Page, start: int, end: int) -> list[Parts]:
    """Read the places of a field part by part, where each part tells where; else the field as a whole."""
    whole = page.region(start, end)
    for spans in (_by_towns(page, start, end), _by_brackets(page, start, end)):
        if len(spans) < 2:
            continue
        parts = [list(_parse_part(page, *span)) for span in spans]
        told = all(any(one.city or one.mode == "online" for one in of_part) for of_part in parts)
        screen = any(one.mode == "online" for of_part in parts for one in of_part)
        if told and (not screen or _NAMED.search(page.document.text, start, end)):
            return [one for of_part in parts for one in of_part]
    return parse_region(whole)


def _parse_part(page: Page, start: int, end: int) -> Iterator[Parts]:
    """The places of a part, read without the words for its sittings; one alone covers these words, too."""
    text = page.document.text
    head = _HEAD.match(text, start, end)
    first = head.end() if head is not None and head.end() < end else start
    tail = _TAIL.search(text[first:end])
    last = first + tail.start() if tail is not None and tail.start() else end
    found = parse_region(page.region(first, last))
    yield from (replace(found[0], start=start, end=end),) if len(found) == 1 else found


def _by_towns(page: Page, start: int, end: int) -> list[Span]:
    """The parts of a field between whose towns or screens a mark stands; one or none where they are not parted so."""
    cuts: list[int] = []
    for (_, first), (last, _) in pairwise(_anchors(page, start, end)):
        gap = _find_gap(page.document.text, start, first, last, end)
        if gap is None:
            return []
        cuts += gap
    return list(zip([start, *cuts[1::2]], [*cuts[::2], end], strict=True))


def _anchors(page: Page, start: int, end: int) -> list[Span]:
    """The spans of the towns and the words for a screen in a field, of which each tells another place than the last."""
    text = page.document.text
    towns = [(m.start, m.end, t.territory_id) for m in page.mentions_in(start, end) if (t := town_of(m.candidates))]
    screens = [(w.start, w.end, "") for w in find_mode_words(text, start, end) if w.mode == "online"]
    told = sorted([*towns, *screens])
    kept = told[:1] + [later for before, later in pairwise(told) if later[2] != before[2]]
    return [(first, last) for first, last, _ in kept]


def _find_gap(text: str, start: int, first: int, last: int, end: int) -> list[int] | None:
    """Where the mark between two places begins and ends, the strongest one outside of brackets; None without any."""
    for mark in (_STRONG, _THEN, _AND):
        outside = [m.span() for m in mark.finditer(text, first - 1, last + 1) if _is_outside(text, start, m.start())]
        if outside and (mark is not _AND or _tells_sittings(text, start, outside[-1], end)):
            return list(outside[-1])
    for match in _WEAK.finditer(text, first, last):
        behind = _NAMED.match(text, match.end(), end)
        if _is_outside(text, start, match.start()) and (behind or _TAIL.search(text[start : match.start()])):
            return list(match.span())
    return None


def _tells_sittings(text: str, start: int, mark: Span, end: int) -> bool:
    """Whether words for sittings, a bracket, a street or a house stand on both sides of a mark."""
    sides = (text[start : mark[0]], text[mark[1] : end])
    if all(_NAMED.search(side) for side in sides) or all("(" in side for side in sides):
        return True
    return all(_HOUSE.match(side) or STREET.search(side) for side in sides)


def _is_outside(text: str, start: int, position: int) -> bool:
    """Whether a position stands in no bracket of its field."""
    return text.count("(", start, position) <= text.count(")", start, position)


def _by_brackets(page: Page, start: int, end: int) -> list[Span]:
    """The parts of a field behind a semicolon or the bracket that names the sittings of a place."""
    text = page.document.text
    cuts = [start]
    for match in _OF_SITTINGS.finditer(text, start, end):
        bracket = text.rfind("(", cuts[-1], match.start())
        if text[match.start()] == ";" or (bracket >= 0 and _NAMED.search(text, bracket, match.start())):
            cuts.append(match.end())
    return [(first, last) for first, last in pairwise([*cuts, end]) if last - first > 1]
