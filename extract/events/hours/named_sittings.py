"""Which sittings the words beside some hours name: by rank, weekday, half of the day, mode, group, town or kind.

`le premier jour de chaque module`, `J2 et J3`, `le lundi`, `en semaine`, `le matin`, `en salle`, `le groupe A`,
`à Lens`, `les ateliers`: each is a feature that some of the sittings have and others have not. What all of them have,
or none, names no sitting.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from extract.dates.lexicon import MONTHS, WEEKDAY_NAME, WEEKDAYS, WORDS, fold
from extract.events.hours.sitting_features import HALVES, ON_SITE, REMOTE, Features, words_of
from extract.events.parts import LooseHours, standing_between
from extract.events.scopes import find_days_of_sentence, find_words
from extract.numbers import RANKS

_STOPS: Final = r"(?![^\W_])"
_STARTS: Final = r"(?<![^\W_])"
_OF_RUN: Final = r"(?:modules?|sessions?|stages?|groupes?|cycles?|parcours|regroupements?|promotions?|semaines?)"
_DAY_NOUN: Final = r"(?:jours?|journ[ée]es?|dates?)"
_MONTH: Final = f"(?:{'|'.join(MONTHS)})"
_STREET: Final = (
    r"(?:rue|avenue|av\.?|boulevard|bd|bld|place|pl|quai|all[ée]es?|chemin|route|square|impasse|cours|passage|"
    r"chauss[ée]e|esplanade|mail)(?![^\W_])"
)
"""What stands behind the number of a house: `au 22 rue Foch` is no 22nd."""
_COUNTS: Final = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5}
_WORDS: Final = re.compile(
    rf"{_STARTS}(?:"
    rf"(?:l[ae]\s|du\s|au\s|ce\s)?(?P<rank>{'|'.join(RANKS)}|derni(?:er|[èe]re))(?:\s{_DAY_NOUN}{_STOPS})?"
    rf"(?P<each>\s(?:(?:de|par|d['’])\s?(?:chaque|l[ae]|cette)|des)\s{_OF_RUN}{_STOPS})?|"
    r"(?P<morrow>le\slendemain)|"
    rf"les\s(?P<ranks>premi(?:er|[èe]re)s|seconde?s|deuxi[èe]mes|troisi[èe]mes|derni(?:er|[èe]re)s)(?:\s{_DAY_NOUN}{_STOPS})?|"
    rf"(?P<short>J\s?[1-9](?:\s?(?:et|,|&|/|-|à)\s?J?\s?[1-9]{_STOPS})*)|"
    rf"(?:les?\s|chaque\s|tous\sles\s|du\s|pour\sles?\s)?(?P<weekdays>(?:{WEEKDAY_NAME})s?(?:(?:,|\set|\s&)\s(?:les?\s)?(?:{WEEKDAY_NAME})s?)*)"
    rf"(?!\s?\d|\s(?:{'|'.join(RANKS)})\s)|"
    rf"(?:les?|du|au)\s(?P<days>(?:1er|\d{{1,2}})(?:(?:,|\set)\s(?:le\s)?\d{{1,2}})*)"
    rf"(?!\s?(?:[\dhH/.%€°]|:\d|(?:{'|'.join(MONTHS)}){_STOPS})|(?:\s?(?:bis|ter))?,?\s{_STREET})|"
    rf"(?:en\s|au\smois\sd[e'’]\s?|(?<=\())(?P<months>{_MONTH}(?:(?:,|\set)\s(?:en\s)?{_MONTH})*)|"
    rf"(?:les|ces|aux|des|pour\sles)\s(?P<count>deux|trois|quatre|cinq|[2-5])\s{_DAY_NOUN}|"
    r"(?P<week>en\ssemaine|(?:les?|chaque)\sjours?\sde\ssemaine)|(?P<weekend>(?:les?|chaque|en)\sweek-?ends?)|"
    r"(?P<morning>(?:le\s|en\s|du\s|chaque\s|la\s|les\s)?matin(?:[ée]e)?s?)|"
    r"(?P<whole>(?:la\s|les\s|une?\s)?journ[ée]es?(?:\s(?:enti[èe]re|compl[èe]te)s?)?(?=\s?[:(]?\s?(?:de\s)?\d{1,2}\s?[hH:]))|"
    r"(?P<half>(?:les?\s|la\s|en\s|pour\sles?\s)?demi-journ[ée]es?)|"
    r"(?P<afternoon>(?:en\s|d['’]|cet(?:te)?\s|chaque\s|l['’]|les\s)?apr[èe]s-midis?)|"
    r"(?P<evening>(?:en\s|le\s|du\s|chaque\s|la\s|les\s)?soir(?:[ée]e)?s?)|"
    rf"(?P<online>{REMOTE})|(?P<site>{ON_SITE}))"
    rf"{_STOPS}",
    re.IGNORECASE,
)
_NUMBERS: Final = {**_COUNTS, "six": 6, "sept": 7, "huit": 8}
_COUNT_BEFORE: Final = re.compile(rf"(?<![^\W_])(?P<count>{'|'.join(_NUMBERS)}|[2-8])\s$", re.IGNORECASE)
_LONGEST_COUNT: Final = 8
_FEWEST: Final = 2
_GAP: Final = re.compile(r"\s?(?:,|et|ou|&|puis|/)?\s?(?:pour\s)?", re.IGNORECASE)
_BESIDE: Final = re.compile(r"\s?,?\s", re.IGNORECASE)
_TO_TOWN: Final = re.compile(
    r"(?<![^\W_])(?:[àa]|aux?|sur|pour|(?:le |les )?(?:groupes?|sites?|sessions?|secteurs?)\s(?:de|d['’]))\s?$",
    re.IGNORECASE,
)
_LONGEST_LEAD: Final = 20
_FIGURES: Final = re.compile(r"([1-9])(?:\s?(?:-|à)\s?J?\s?([1-9]))?")
_WEEKEND: Final = 5
_OF_SEVERAL: Final = re.compile(r"\W*(?:tou(?:te)?s )?(?:ces|les|nos)\s", re.IGNORECASE)
"""What leads to several sittings: `ces journées` are more than the one that is called so."""
_MOST_WORDS: Final = 4
_UP_TO_HOUR: Final = re.compile(r"(?:[^\d]|\d(?!\d?\s?(?:h|:\d)))*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """Some sittings, by index, with the span of the words that name them.

    `half` is the half of the day that these name, `rank` the day of which they tell the rank, from 0.
    """

    sittings: frozenset[int]
    start: int
    end: int
    half: str | None = None
    rank: int | None = None


def find_named_in(features: Features, start: int, end: int, heads_end: int) -> list[Named] | None:
    """The words of a span that name some sittings and not all, in order; those joined by `et` name them together.

    None where no words name any. What leads to some days, or their town, counts up to `heads_end`.
    """
    text = features.parts.document.text
    told = find_words(features.parts, features.sittings, start, end, bare=True)
    own = [named for match in _WORDS.finditer(text, start, end) if (named := _resolve(features, match)) is not None]
    own += _by_town(features, start, end)
    found: list[Named] = []
    for named in sorted([*own, *(Named(w.sittings, w.start, w.end) for w in told)], key=lambda n: (n.start, -n.end)):
        if found and named.start < found[-1].end:
            if named.end > found[-1].end and named.sittings:
                found[-1] = named
        elif found and (both := _of_both(text, found[-1], named)):
            found[-1] = replace(found[-1], sittings=both, end=named.end, half=found[-1].half or named.half)
        elif found and _GAP.fullmatch(text, found[-1].end, named.start) and named.start - found[-1].end > 1:
            found[-1] = replace(found[-1], sittings=found[-1].sittings | named.sittings, end=named.end)
        else:
            found.append(named)
    told_apart: frozenset[int] = frozenset().union(*(n.sittings for n in found))
    if told_apart:  # `la première de 14h à 18h, les suivantes de 9h à 12h`
        left = frozenset(range(features.count)) - told_apart
        found = [n if n.sittings or n.half else replace(n, sittings=left) for n in found]
    narrow = [n for n in found if 0 < len(n.sittings) < features.count or (n.half and any(features.halves.values()))]
    return narrow if found else list(_by_head(features, start, heads_end)) or None


def _of_both(text: str, one: Named, other: Named) -> frozenset[int]:
    """The sittings that two words side by side name together: `à Lens, le premier jour`; none where they name apart."""
    if not _BESIDE.fullmatch(text, one.end, other.start):
        return frozenset()
    for ranked, group in ((one, other), (other, one)):
        told = sorted(group.sittings)
        if ranked.rank is not None and group.rank is None and ranked.sittings.isdisjoint(told):
            return frozenset(told[ranked.rank : ranked.rank + 1])
    return one.sittings & other.sittings


def _by_town(features: Features, start: int, end: int) -> Iterator[Named]:
    """The towns of a span that only some sittings are in, with what leads to them: `14h-16h à Caudry`."""
    text = features.parts.document.text
    for town in standing_between(features.parts.territories, start, end) if features.towns else ():
        sittings = features.towns.get(town.territory_id or "")
        lead = _TO_TOWN.search(text, max(start, town.where.start - _LONGEST_LEAD), town.where.start)
        if sittings and lead is not None:
            yield Named(sittings, lead.start(), town.where.end)


def names_others(features: Features, hours: LooseHours, named: Named) -> bool:
    """Whether words behind hours name none of the days that these stand with: they head what follows.

    `Les deux premières (11 et 25 février) de 9h à 12h, la dernière (11 mars) de 14h à 17h`.
    """
    if named.start < hours.end:
        return False
    dates = ((index, sitting.date) for index, sitting in enumerate(features.sittings))
    own = {index for index, date in dates if date.where.end == hours.end and "\n" not in date.text}
    return bool(own) and own.isdisjoint(named.sittings)


def _resolve(features: Features, match: re.Match[str]) -> Named | None:
    """The sittings that a feature picks out; None where it picks none."""
    name = match.lastgroup if match.lastgroup != "each" else "rank"
    of = _PICK[name or ""](features, match)
    half = name if name in HALVES else None
    if half is not None and _counts_all(features, match):
        return None  # `trois matinées (9h-12h)` are all that there are
    rank = RANKS.get((match["rank"] or "").lower()) if name == "rank" else None
    return Named(frozenset(of), match.start(), match.end(), half, rank) if of or half else None


def _counts_all(features: Features, match: re.Match[str]) -> bool:
    """Whether a number before the halves of days counts as many as there are sittings."""
    count = _COUNT_BEFORE.search(match.string, max(0, match.start() - _LONGEST_COUNT), match.start())
    number = count["count"].lower() if count is not None else ""
    return (_NUMBERS.get(number) or int(number or 0)) == features.count


def _by_rank(features: Features, match: re.Match[str]) -> set[int]:
    """The day of a rank, in every run where the words say so or where whole runs are told: `le premier jour`."""
    word = match["rank"].lower()
    rank = RANKS.get(word, -1)
    noun = re.search(_DAY_NOUN, match.group(), re.IGNORECASE)
    near = features.parts.document.text[max(0, match.start() - 90) : match.end()]
    if features.runs and (match["each"] or "jour" in near.lower()):
        return {run[rank] for run in features.runs if rank < len(run)}
    if features.runs or not (noun or match["each"] or _is_bare(features, match)):
        return set()
    inside = find_days_of_sentence(features.parts, match.start(), features.sittings) if noun else []
    if inside:
        return {inside[rank]} if rank < len(inside) else set()
    return {rank % features.count} if rank < features.count else set()


def _is_bare(features: Features, match: re.Match[str]) -> bool:
    """Whether a rank with its article stands without a noun, before a mark or at the end (`9h-16h le second.`)."""
    text = features.parts.document.text
    return (
        match.group().lower().startswith(("le ", "la "))
        and re.match(r"\s?(?:[,;:.)(]|$|\n)|\squi\s", text[match.end() : match.end() + 5]) is not None
    )


def _next_day(features: Features, match: re.Match[str]) -> set[int]:
    if features.runs:
        return {run[1] for run in features.runs if len(run) > 1}
    return {1} if features.count == _FEWEST else set()


def _by_ranks(features: Features, match: re.Match[str]) -> set[int]:
    """The day of one rank in every run: `Les premiers jours commencent à 10h, les seconds à 9h`."""
    word = match["ranks"].lower().removesuffix("s")
    rank = RANKS.get(word, -1)
    return {run[rank] for run in features.runs if rank < len(run)}


def _by_short(features: Features, match: re.Match[str]) -> set[int]:
    numbers: set[int] = set()
    for first, last in _FIGURES.findall(match["short"]):
        numbers |= set(range(int(first), int(last or first) + 1))
    return {number - 1 for number in numbers} if max(numbers) <= features.count else set()


def _by_weekday(features: Features, match: re.Match[str]) -> set[int]:
    days = {WEEKDAYS.index(fold(name)) for name in re.findall(WEEKDAY_NAME, match["weekdays"], re.IGNORECASE)}
    return {index for index, sitting in enumerate(features.sittings) if sitting.first.weekday() in days}


def _by_days(features: Features, match: re.Match[str]) -> set[int]:
    days = {int(figure) for figure in re.findall(r"\d{1,2}", match["days"])}
    return {index for index, sitting in enumerate(features.sittings) if sitting.first.day in days}


def _by_months(features: Features, match: re.Match[str]) -> set[int]:
    months = {WORDS[fold(name)][1] for name in re.findall(_MONTH, match["months"], re.IGNORECASE)}
    return {index for index, sitting in enumerate(features.sittings) if sitting.first.month in months}


def _by_count(features: Features, match: re.Match[str]) -> set[int]:
    """The days of every run of so many, where others are told apart: `Les deux journées` of each session."""
    count = _COUNTS.get(match["count"].lower()) or int(match["count"])
    starts = Counter(sitting.date.where.start for sitting in features.sittings)
    return {index for index, sitting in enumerate(features.sittings) if starts[sitting.date.where.start] == count}


def _by_week(features: Features, match: re.Match[str]) -> set[int]:
    late = match["weekend"] is not None
    return {n for n, sitting in enumerate(features.sittings) if (sitting.first.weekday() >= _WEEKEND) is late}


def _by_half(features: Features, match: re.Match[str]) -> set[int]:
    return features.halves[match.lastgroup or ""]


def _by_whole(features: Features, match: re.Match[str]) -> set[int]:
    """The sittings that are no half of a day, where others are: `journée 9h30-16h30 ; matin 9h-12h`."""
    halves = set().union(*features.halves.values())
    return set(range(features.count)) - halves if halves else set()


def _by_any_half(features: Features, match: re.Match[str]) -> set[int]:
    return set().union(*features.halves.values())


def _by_mode(features: Features, match: re.Match[str]) -> set[int]:
    remote = match["online"] is not None
    return {n for n in range(features.count) if (n in features.online) is remote}


_PICK: Final = {
    "rank": _by_rank,
    "morrow": _next_day,
    "ranks": _by_ranks,
    "short": _by_short,
    "weekdays": _by_weekday,
    "days": _by_days,
    "months": _by_months,
    "count": _by_count,
    "week": _by_week,
    "weekend": _by_week,
    "morning": _by_half,
    "afternoon": _by_half,
    "evening": _by_half,
    "half": _by_any_half,
    "whole": _by_whole,
    "online": _by_mode,
    "site": _by_mode,
}


def _by_head(features: Features, start: int, end: int) -> Iterator[Named]:
    """What a clause speaks of by the word that leads to some days, or by their town: `Le groupe A travaille de`."""
    for clause_start, clause_end in _clauses(features.parts.document.text, start, end):
        head = _UP_TO_HOUR.match(features.parts.document.text, clause_start, clause_end)
        words = list(words_of(head.group()))[:_MOST_WORDS] if head is not None else []
        of = [features.heads[word] for word in words if word in features.heads]
        named = (frozenset.intersection(*of) or of[0]) if of else frozenset()
        if len(named) > 1 or (named and not (head is not None and _OF_SEVERAL.match(head.group()))):
            yield Named(named, clause_start, clause_start)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of a span: a comma parts them."""
    at = start
    for mark in re.finditer(r"[,;:]\s|\s[–—-]\s", text[start:end]):
        yield at, start + mark.start()
        at = start + mark.end()
    yield at, end
