"""Venues that are hybrid: words that open a meeting to those afar, and the place whose meeting they open.

`à Lille et en visio` says both in one breath; a sentence of its own (`Retransmission en direct`) speaks of the place
that was named last before it, and a cell of a table of that of its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.document import Block
from extract.places.entries.layout import layout_of
from extract.places.grammar.context import CALENDAR_DAY, DAY, MONTH
from extract.places.grammar.offered import is_one_meeting, names_some_sittings, opens_with_another
from extract.places.grammar.phrases import Parts
from extract.places.page import Page
from extract.tables import LABEL_AND_VALUE, find_row

BOTH = re.compile(
    r"[\s,)(]*(?:et|ou|et/ou|ainsi qu(?:e|['’])|mais aussi|/)\s*"
    r"(?:aussi |également |simultan[ée]ment |en (?:parall[èe]le|simultan[ée]|m[êe]me temps|direct) )?"
    r"(?:,? ?pour (?:(?:toutes )?celles et (?:tous )?ceux|(?:toutes )?celles|(?:tous )?ceux|les personnes|les autres)"
    r"(?![^\W_])[^;:.()\n]{0,70}?,? ?)?[(]?"
)
ALL = re.compile(r"\b(?:toutes? les|tous les|chaque|chacune?|l['’]ensemble des|les (?:deux|trois|quatre|cinq))\b", re.I)
PRESENT = re.compile(r"(?:(?:en |sur )?pr[ée]sentiel|sur place)\s?[:(–—-]\s*", re.IGNORECASE)
AFAR = re.compile(r"(?:en |à )?(?:distanciel|distance|visio\w*|ligne)\s?[:(–—-]", re.IGNORECASE)
LABEL = 20
OWN_DAY = 25
LINK = re.compile(r"lien\b", re.IGNORECASE)
UNTIL = re.compile(r"(?:avant|jusqu['’]au|d['’]ici|plus tard)\s(?:le\s|au\s)?(?:[^\W\d_]+di\s)?$", re.IGNORECASE)
AT_LATEST = re.compile(r",?\s(?:au plus tard|dernier d[ée]lai|d[ée]lai de rigueur)", re.IGNORECASE)
CAN = re.compile(r"(?<![^\W_])(?:possib|peut|peuvent|pouvez|pourr)\w*", re.IGNORECASE)
NAMED_DAY = re.compile(
    rf"(?:1er|\d{{1,2}}) {MONTH}|(?<!\d)\d{{1,2}}[/.]\d\d(?:[/.](?:\d\d){{1,2}})?(?!\d)", re.IGNORECASE
)


def with_hybrid(page: Page, ordered: Iterable[Parts]) -> Iterator[Parts]:
    """Make a venue hybrid whose sentence says that one can also take part online; the words then stand for it.

    Words that open a meeting to those afar in a sentence of their own speak of the places named last before them; on
    a page with one town, of all its places.
    """
    by_sentence: dict[tuple[int, int], list[Parts]] = {}
    for parts in ordered:
        by_sentence.setdefault(page.sentences.at(parts.start), []).append(parts)
    groups = list(by_sentence.values())
    with_place = [n for n, together in enumerate(groups) if any(not is_mode_words(p) for p in together)]
    towns = {p.city for together in groups for p in together if not is_mode_words(p)} - {None}
    hybrid = {n for n in with_place if says_both(page, groups[n], [p for p in groups[n] if not is_mode_words(p)])}
    opening = {n for n, together in enumerate(groups) if with_place and opens_alone(page, together)}
    labelled = {n: afar for n in with_place if (afar := labelled_afar(page, groups, n)) is not None}
    opened = {number: place_opened(page, groups, with_place, number) for number in opening}
    opening = {number for number in opening if opened[number] is not None}
    joined = {n for n in with_place if n + 1 < len(groups) and is_joined(page, groups[n], groups[n + 1])}
    hybrid |= joined
    opening |= {n + 1 for n in joined}
    hybrid |= {place for place in opened.values() if place is not None}
    if any(opens_all(page, groups[number]) for number in opening):
        hybrid |= set(with_place)
    if hybrid and len(towns) == 1:
        spread = any(place is not None for place in opened.values())
        hybrid |= {
            n for n in with_place if not (is_in_row(page, groups[n]) or (tells_own_day(page, groups[n]) and not spread))
        }
    hybrid |= set(labelled)
    opening |= set(labelled.values())
    for number, together in enumerate(groups):
        places = [p for p in together if not is_mode_words(p)]
        if number in hybrid:
            yield from (replace(p, mode="hybrid") for p in places)
        elif number not in opening:
            yield from together


def is_joined(page: Page, together: list[Parts], behind: list[Parts]) -> bool:
    """Check for words of the screen that go on a line after the place: `58 boulevard Hugo, Laon` / `ou à distance`."""
    ends = (place.end for place in together if not is_mode_words(place))
    screen = all(is_mode_words(words) for words in behind)
    return screen and any(BOTH.fullmatch(page.document.text, end, behind[0].start) for end in ends)


def labelled_afar(page: Page, groups: list[list[Parts]], number: int) -> int | None:
    """The group of the screen that the next label tells, where a place stands behind `Présentiel :`; None of none.

    Either label may tell its own day or hours: then each is a meeting by itself.
    """
    text, place = page.document.text, groups[number][0]
    led = PRESENT.search(text, max(0, place.start - LABEL), place.start + LABEL)
    if number + 1 >= len(groups) or led is None or led.end() < place.start:
        return None
    words = groups[number + 1]
    if not all(is_mode_words(p) for p in words) or AFAR.search(text, place.end, words[0].end + LABEL) is None:
        return None
    block = page.document.block_at(words[0].start)
    own = block is not None and DAY.search(text, place.start, block.end) is not None
    return None if own else number + 1


def opens_all(page: Page, together: list[Parts]) -> bool:
    """Check for a sentence that opens all meetings to those afar: `Toutes les réunions sont retransmises en direct`."""
    return ALL.search(page.document.text, page.sentences.at(together[0].start)[0], together[0].start) is not None


def tells_own_day(page: Page, together: list[Parts]) -> bool:
    """Check for places in a sentence with a day that stands nowhere else: another sentence says nothing of it."""
    return has_own_day(page, together[0].start)


def is_in_row(page: Page, together: list[Parts]) -> bool:
    """Check for places of a table whose rows each say how people meet."""
    block = page.document.block_at(together[0].start)
    return block is not None and len(find_row(page.document, block)) > LABEL_AND_VALUE


def place_opened(page: Page, groups: list[list[Parts]], with_place: list[int], number: int) -> int | None:
    """Which group of places words that open a meeting speak of: the one before them, in a table that of their row.

    A link to connect leads to the sittings that the page tells as held on the screen, where it tells such.
    """
    block = page.document.block_at(groups[number][0].start)
    if block is not None and len(find_row(page.document, block)) > LABEL_AND_VALUE:
        rows = {n: page.document.block_at(groups[n][0].start) for n in with_place}
        return next((n for n, other in rows.items() if other is not None and other.row == block.row), None)
    words = page.document.text[groups[number][0].start : groups[number][0].end]
    told_afar = (p for group in groups for p in group if p.rule.endswith("mode_words"))
    if LINK.match(words) and any(p.mode == "online" for p in told_afar):
        return None
    before = max((n for n in with_place if n < number), default=None)
    if before is not None and layout_of(page).part(groups[before][0].start, groups[number][0].start):
        return None  # the entry of another day
    if (
        before is not None
        and block is not None
        and has_day_before(page, groups[before][0].start, block, groups[number])
    ):
        return None
    return with_place[0] if before is None and not tells_apart(page, groups, with_place) else before


def has_day_before(page: Page, place: int, block: Block, words: list[Parts]) -> bool:
    """Check for a day of its own in the paragraph of words that open a meeting, where its place stands above that.

    `Suivez la séance de chez vous le 3 décembre. Le lien est envoyé la veille.` says nothing of the entry above.
    """
    if place >= block.start:
        return False
    text = page.document.text
    days = NAMED_DAY.finditer(text, block.start, words[0].start)
    own = (day for day in days if not is_last_day(text, block.start, day))
    return any(text.count(day[0]) == 1 for day in own)


def tells_apart(page: Page, groups: list[list[Parts]], with_place: list[int]) -> bool:
    """Check for a page that tells day by day who meets on the screen and who somewhere: `tantôt en visio, tantôt …`."""
    placed = any(has_own_day(page, groups[n][0].start) for n in with_place)
    return placed and any(
        n not in with_place and has_own_day(page, group[0].start) and all(p.mode == "online" for p in group)
        for n, group in enumerate(groups)
    )


def opens_alone(page: Page, together: list[Parts]) -> bool:
    """Check for a sentence that opens a meeting told elsewhere to those afar, and names no place or day itself.

    A day that is told nowhere else on the page is that of a meeting which only those afar see.
    """
    if not all(is_mode_words(p) for p in together) or has_own_day(page, together[0].start):
        return False
    if names_some_sittings(page.document.text, *page.sentences.at(together[0].start)):
        return False  # `Les séances 1 et 2 sont suivies depuis chez soi (lien transmis)`
    start = page.sentences.at(together[0].start)[0]
    if together[0].mode == "online" and opens_with_another(page.document.text, start, together[0].start):
        return False
    opening = [p for p in together if p.mode == "hybrid" or p.rule == "mode_words_also"]
    dated = CALENDAR_DAY.search(page.document.text, *page.sentences.at(together[0].start)) is not None
    return opening == together or (bool(opening) and not dated)


def has_own_day(page: Page, position: int) -> bool:
    """Check for a day in the sentence around a position that the page names only once.

    It is none until which one says that one wants what is offered: `Vous pouvez la suivre à distance : avant le 3 mai`.
    """
    text = page.document.text
    start, end = page.sentences.at(position)
    offered = CAN.search(text, start, end) is not None
    days = [day[0] for day in NAMED_DAY.finditer(text, start, end) if not (offered and is_last_day(text, start, day))]
    return any(text.count(day) == 1 for day in days)


def is_last_day(text: str, start: int, day: re.Match[str]) -> bool:
    """Check for a day until which people say how they come: `avant le 3 mai`, `pour le 3 mai au plus tard`."""
    until = UNTIL.search(text, max(start, day.start() - 25), day.start())
    return until is not None or AT_LATEST.match(text, day.end()) is not None


def is_mode_words(parts: Parts) -> bool:
    """Check for words that say how people meet and not where."""
    return parts.rule.startswith("mode_words") or (parts.rule.endswith("_mode_words") and parts.mode == "online")


def says_both(page: Page, together: list[Parts], places: list[Parts]) -> bool:
    """Check for a hybrid word in a sentence, or for `à Lille et en visio`, `en visio ou à Lille`."""
    for words in together:
        if not is_mode_words(words):
            continue
        if words.mode == "hybrid":
            return True
        if words.rule == "mode_words_also" and not all(is_of_other_day(page, words, place) for place in places):
            return True
        for place in places:
            first, second = sorted((words, place), key=lambda p: p.start)
            if BOTH.fullmatch(page.document.text, first.end, second.start) and not follows_own_day(page, first, second):
                return True
        sentence = page.sentences.at(words.start)
        own = words.rule == "mode_words" and words.start > sentence[0]
        for place in places:
            apart = own and is_of_other_day(page, words, place)
            if (
                own
                and not apart
                and is_one_meeting(page.document.text, sentence, (words.start, words.end), (place.start, place.end))
            ):
                return True
    return False


def follows_own_day(page: Page, first: Parts, second: Parts) -> bool:
    """Check for a place behind its day and a screen before its own: `à Lens le 3 mai (rue Foch) et en visio le 5`."""
    text, (start, end) = page.document.text, page.sentences.at(first.start)
    day = CALENDAR_DAY.search(text, second.end, min(end, second.end + OWN_DAY))
    behind = day is not None and not re.search(r"[,;:(]", text[second.end : day.start()])
    return behind and CALENDAR_DAY.search(text, start, first.end) is not None


def count_days(text: str, start: int, end: int) -> int:
    """How many days a span tells; the weekday of one, its number and its month are found piece by piece."""
    days = [day.span() for day in CALENDAR_DAY.finditer(text, start, end)]
    return sum(index == 0 or day[0] > days[index - 1][1] + 1 for index, day in enumerate(days))


def is_of_other_day(page: Page, words: Parts, place: Parts) -> bool:
    """Check for words of the screen and a place that each have a day of their own: `le 3 en visio, le 8 à Lens`."""
    text, (start, end) = page.document.text, page.sentences.at(words.start)
    first, second = sorted((words, place), key=lambda parts: parts.start)
    between = count_days(text, first.end, second.start)
    if between != 1:
        return between > 1 or follows_own_day(
            page, first, second
        )  # `en visio le 3 juin ou, en présentiel, le 5 juin à Lens`
    around = CALENDAR_DAY.search(text, start, first.end) or CALENDAR_DAY.search(text, second.end, end)
    return around is not None
