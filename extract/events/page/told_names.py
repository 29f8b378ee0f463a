"""What the text calls an event: the noun that stands with its day or that people are invited to, and what goes with it.

A title may tell news of an event (`La rencontre du 12 mars est reportée`) or who writes. The event is then called as
its own sentence calls it, a name in quotes first: `la rencontre « Lire, écrire, agir »`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extract.dates.lexicon import WEEKDAY_NAME, fold
from extract.dates.month_lines import MONTH_NAMES
from extract.events.page.event_nouns import VAGUE, WEAK, EventNoun, find_head_noun, find_nouns
from extract.events.page.event_types import BEGINS_WITH_HOUR, find_title_noun, is_named_only, is_offered
from extract.events.parts import Parts, standing_between
from extract.events.states.families import MOVING, OFF
from extract.records import DateReading

_NAME: Final = re.compile(
    r"[\w'’-]+(?:\s+(?!(?:qui|que|dont|o[ùu]|est|sont|a|ont|se|nous|vous|en visio\w*|en ligne|[àa] distance|"
    r"[àa] laquelle|initialement|(?:constitu|cr[ée]|lanc|pr[ée]v|propos|(?:co-?)?organis|programm)[éu]\w*|"
    r"ouvr\w+|accueill\w+|repren\w+|revien\w+|tien\w+|rest(?:e|ent)|suiv(?:ent|ront)|auront|lance|commence\w*|continue\w*|d[ée]marre\w*|"
    r"[^\W\d_]{2,}r(?:a|ont))(?![^\W_])|"
    r"(?:qu|s)['’]|l[ea]s? (?:\d|[^\W\d_]+di(?![^\W_]))|du (?:\d|[^\W\d_]+di(?![^\W_])))[\w'’-]+){0,9}"
    r"(?:,?\s+[«“\"][^»”\"\n]{3,120}[»”\"])?",
    re.IGNORECASE,
)
_LEADS_ON: Final = re.compile(
    r"(?:\s+(?:[àa]u?x?|en|dans|chez|sur|de|du|des|l[ea]s?|et|pour)|\s+l['’]|[\s,])+$", re.IGNORECASE
)
UP_TO_DAY: Final = re.compile(
    r"(?<=[\w»”\",])\s+(?:(?:aura|auront|est|sont|sera|seront)\s+"
    r"(?:(?:quant [àa] \w+|(?:d['’]ores et )?d[ée]j[àa]|d[ée]sormais|donc|bien|[^\W\d_]+ment),?\s+){0,2}(?:lieu|"
    r"fix\w+|pr[ée]vu\w*|programm\w+|organis\w+|"
    r"(?:propos|annonc|retenu|arr[êe]t|d[ée]cid)\w*)|se\s+(?:tien|d[ée]roul)\w+)(?![^\W_])[^.;:]*$|"
    r"\s+(?:pr[ée]vue?s?|programm[ée]e?s?|fix[ée]e?s?|report[ée]e?s?|annul[ée]e?s?|commence\w*|d[ée]but\w+|d[ée]marr\w+|"
    r"repren\w+|revien\w+)$|\s+(?:en|au|le|du|pour le|[àa] partir du)$",
    re.IGNORECASE,
)
"""What leads from the name of a meeting to its day: `La dernière séance aura lieu en` juin."""
_NO_NAME: Final = re.compile(r"s(?:e\s|['’])|r[ée]uni(?!on)|ouvr|rendez-vous|rdv|convi|invit|sessions?$", re.IGNORECASE)
_NEWS: Final = re.compile(
    rf"(?<![^\W_])(?:{OFF}|{MOVING}|report|changements?|change(?:nt)? de|compl(?:et|[èe]te)s?|"
    r"n['’](?:aura|auront) pas lieu|"
    r"(?:nouvelle|seconde|deuxi[èe]me|autre) (?:date|session|s[ée]ance))(?![^\W_])",
    re.IGNORECASE,
)
"""Titles that tell what becomes of an event: it is off, it moves, it is full, it is held once more."""
_REMINDS: Final = re.compile(r"\W*rappel(?![^\W_])", re.IGNORECASE)
_ONLY_WHEN: Final = re.compile(
    rf"(?<![^\W_])(?:rappel|urgent|important|prochaine?s?|dates?|{WEEKDAY_NAME}|{MONTH_NAMES})(?![^\W_])",
    re.IGNORECASE,
)
"""Words of a subject that tell which day it is about: `Rappel : journée du 14 mai`."""
_QUOTES: Final = re.compile(r"[«“\"]")
_QUOTED_IN: Final = re.compile(r"\s(?:du|de la|des|de l['’]\s?|[àa] la|au|aux)\s?[^«“\"]*$", re.IGNORECASE)
"""Words before a quoted name that make it that of something else: `Visite du tiers-lieu « La Filature »`."""
_WITHIN: Final = re.compile(r"(?:suivi|pr[ée]c[ée]d)\w* (?:de |d['’]|par )")
"""What leads to a part of an event: `La cérémonie sera suivie d'une visite`."""
_ARTICLE: Final = re.compile(r"(?:l[ea]s?|une?)\s|l['’]\s?", re.IGNORECASE)
_WORD: Final = re.compile(
    r"(?<![^\W_])(?!(?:pour|notre|votre|cette|avec|dates?|lieux?|salles?|horaires?|heures?|jours?|prevue?s?)(?![^\W_]))"
    r"[^\W\d_]{4,}"
)
_AND_WHO: Final = re.compile(r"\s?[:–—]\s(?:nous|vous|on|je|j['’]|ce (?:sera|sont)|c['’])(?![^\W_]).*$", re.IGNORECASE)
"""What goes on from a name to who does what: `Mobilité : nous serons reçus par`."""
_ON_CALLS: Final = frozenset(
    (
        *("réunion d'information", "réunion", "réunion publique", "webinaire", "visioconférence", "présentation"),
        *("séance", "rencontre", "permanence", "atelier", "matinée", "forum", "petit-déjeuner", "café"),
    )
)
_ROOT: Final = 6
_OPENING: Final = 1200
_MOST_DAYS: Final = 4
_BEFORE: Final = 60


def tells_news(title: str) -> bool:
    """Whether a title tells what became of an event: `Annulation du forum`, `La visite change de date`."""
    return _NEWS.search(title) is not None or (_REMINDS.match(title) is not None and find_title_noun(title) is None)


def name_in_news(parts: Parts, title: str, dates: Sequence[DateReading]) -> str | None:
    """The name of what the news of a title are about, in quotes unless the title has but a noun; else None."""
    noun = find_title_noun(title)
    kind = noun.kind if noun is not None and noun.kind not in VAGUE and noun.kind != "session" else None
    for found, name in _rank(parts, dates):
        names = is_quoted(name) or (kind is not None and " " in name and not _roots(title))
        if kind in (None, found.kind) and names and _is_of_news(parts, found, name, title, dates):
            return capitalise(name)
    return None


def name_in_full(parts: Parts, title: str, dates: Sequence[DateReading]) -> str | None:
    """The quoted name of the event that a title says in short, of its kind and with a word of it; else None.

    A title that tells only when (`On se retrouve le 18 !`) leaves the name to the sentence of the day.
    `RAPPEL - webinaire de demain sur l'emploi` over `le webinaire « Emploi et quartiers : qui fait quoi ? »`.
    """
    noun, own = find_title_noun(title), _roots(_ONLY_WHEN.sub(" ", title))
    if noun is not None and _NO_NAME.match(title, noun.start, noun.end):
        noun = None  # `On se retrouve le 18 !`
    for found, name in _rank(parts, dates):
        alike = noun is None or found.kind.startswith(noun.kind)
        told = is_quoted(name) and (own & _roots(name) or (noun is not None and not own))
        if alike and (told or (not own and " " in name and _is_beside(parts, found, dates))):
            return capitalise(name)
    return None


def _is_of_news(parts: Parts, noun: EventNoun, name: str, title: str, dates: Sequence[DateReading]) -> bool:
    """Whether a name is that of what the news of a title are about: the sentence tells them too, or its day.

    A title that names it (`Report de l'atelier « Lire »`) shares a word with the name or has none of its own.
    """
    start, end = parts.sentence_of(noun.start)
    told = _NEWS.search(parts.document.text, start, end) is not None
    return told or any(start <= date.where.start < end for date in dates) or bool(_roots(title) & _roots(name))


def _roots(words: str) -> set[str]:
    """The beginnings of the words of a name, those that tell kinds and news left out."""
    kinds = {word for noun in find_nouns(words, 0, len(words)) for word in fold(words[noun.start : noun.end]).split()}
    own = set(_WORD.findall(fold(_NEWS.sub(" ", words)))) - kinds
    return {word[:_ROOT] for word in own}


def find_told_name(parts: Parts, dates: Sequence[DateReading], sure: float = 1.5) -> str | None:
    """What the text calls the event of some days, the fullest way it does; None where nothing calls it surely."""
    ranked = _rank(parts, dates)
    if not ranked or _weigh(parts, ranked[0][0], ranked[0][1], dates) < sure:
        return None
    return capitalise(ranked[0][1])


def name_on_call(parts: Parts, title: str, dates: Sequence[DateReading]) -> str | None:
    """The meeting that a page about a call tells of: nobody meets at `Appel à projets 2025`, but at its webinar.

    None where the title tells it itself; workshops in a title may be what is called for.
    """
    noun = find_title_noun(title)
    if noun is not None and noun.kind in _ON_CALLS - {"atelier"}:
        return None
    ranked = [told for told in _rank(parts, dates) if told[0].kind in _ON_CALLS and " " in told[1]]
    ranked = [
        told for told in ranked if noun is None or (told[0].kind != noun.kind and _is_beside(parts, told[0], dates))
    ]
    ranked.sort(key=lambda told: told[0].kind == "permanence")  # where people come one by one goes behind a meeting
    return capitalise(ranked[0][1]) if ranked else None


def _is_beside(parts: Parts, noun: EventNoun, dates: Sequence[DateReading]) -> bool:
    """Whether a name stands in the sentence of one of the days."""
    start, end = parts.sentence_of(noun.start)
    return any(start <= date.where.start < end for date in dates)


def name_of(parts: Parts, noun: EventNoun, end: int) -> str:
    """A noun with what goes with it, up to its verb, its day or its place."""
    text = parts.document.text
    places = standing_between(parts.venues, noun.end, end)
    days = standing_between(parts.dates, noun.end, end)
    end = min([end, *(v.where.start for v in places if v.mode != "online"), *(d.where.start for d in days)])
    match = _NAME.match(text, noun.start, end)
    return _LEADS_ON.sub("", match.group()) if match else text[noun.start : noun.end]


def is_quoted(name: str) -> bool:
    """Whether a name has quotes that name the event itself, not its place or its theme."""
    quotes = _QUOTES.search(name)
    return quotes is not None and _QUOTED_IN.search(name[: quotes.start()]) is None


def _rank(parts: Parts, dates: Sequence[DateReading]) -> list[tuple[EventNoun, str]]:
    """The nouns that call the event something with their names, the best first."""
    return sorted(_find_named(parts, dates), key=lambda told: -_weigh(parts, told[0], told[1], dates))


def _find_named(parts: Parts, dates: Sequence[DateReading]) -> Iterator[tuple[EventNoun, str]]:
    text = parts.document.text
    first = parts.blocks[0].start if parts.blocks else 0
    beside = {date.where.start for date in dates[:_MOST_DAYS]}
    for block in parts.blocks:
        if block.kind not in ("lead", "paragraph", "item", "heading") or BEGINS_WITH_HOUR.match(text, block.start):
            continue
        if block.start > first + _OPENING and not any(block.start <= day < block.end for day in beside):
            continue
        head = find_head_noun(text, block.start, block.end) if block.kind in ("lead", "paragraph") else None
        for noun in [*([head] if head is not None else []), *find_nouns(text, block.start, block.end)]:
            start, end = parts.sentence_of(noun.start)
            before = text[max(start, noun.start - _BEFORE) : noun.start]
            if not (_NO_NAME.match(text, noun.start, noun.end) or is_named_only(before)):
                days = [d.where.start for d in standing_between(parts.dates, noun.end, min(end, block.end))]
                yield noun, name_of(parts, noun, min([end, block.end, *days]))


def _weigh(parts: Parts, noun: EventNoun, name: str, dates: Sequence[DateReading]) -> float:
    """How much a noun and its name are what the event is called: in quotes, beside its day, offered, in some words."""
    start, _ = parts.sentence_of(noun.start)
    beside = _is_beside(parts, noun, dates)
    quoted = is_quoted(name)
    offered = is_offered(parts.document.text[start : noun.start])
    weak = noun.kind in WEAK
    within = _WITHIN.search(parts.document.text, start, noun.start) is not None
    return 2.0 * quoted + 2.0 * beside + 1.5 * offered + 0.5 * (" " in name) - 0.5 * weak - 2.0 * within


def cut_to_name(words: str) -> str:
    """Words up to a day without the verb that leads to it: `Une visite du port aura lieu` is the `Visite du port`."""
    name = _AND_WHO.sub("", UP_TO_DAY.sub("", words.rstrip(" ,;:–-")))
    return capitalise(name) if name != words.rstrip(" ,;:–-") else words[:1].upper() + words[1:]


def capitalise(name: str) -> str:
    """A name without its article and with a capital: `la bourse aux vélos` is the `Bourse aux vélos`."""
    name = _ARTICLE.sub("", name.strip(" ,;:–-"), count=1) if _ARTICLE.match(name) else name.strip(" ,;:–-")
    return name[:1].upper() + name[1:]
