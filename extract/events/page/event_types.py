"""What kind of event an event is: by the noun in its title, by what its text calls it, or by how people meet.

A noun counts for less where it is only named: `Animer une réunion publique` is no public meeting, the `réseau des
ateliers santé ville` no workshop. What the text points at (`ce webinaire`, `organise un séminaire`) counts most.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from extract.document import Block
from extract.events.page.called_cycle import is_called_cycle
from extract.events.page.event_nouns import VAGUE, WEAK, EventNoun, find_head_noun, find_nouns
from extract.events.page.naming import find_event_type, find_type_spans
from extract.events.parts import Parts
from extract.matching.leaping import compile_leaping
from extract.records import DateReading, Evidence
from extract.titles import find_title_evidence


class EventType(NamedTuple):
    """A kind of event with what it was read from."""

    kind: str
    evidence: Evidence


_PART: Final = re.compile(r"\s*(?:[:|«»“”!?]|\s[–—-]\s|\.\s)\s*")
_LASTS: Final = re.compile(r"\(\s?[\d/½]{1,4}\s?$")
"""What tells how long something lasts: `(1/2 journée)`."""
_NAMED_ONLY: Final = compile_leaping(
    r"(?<![^\W_])(?:r[ée]seaux?|collectifs?|centres?|salles?|services?|p[ôo]les?|espaces?|organismes?|instituts?|"
    r"associations?|f[ée]d[ée]rations?|[ée]coles?|plans?|contrats?|m[ée]tiers?|maisons?|offres?|catalogues?|campus|"
    r"responsables?|charg[ée]e?s?|comit[ée]s?|conseils?|club)\s+(?:(?:de|des|du)\s+(?:l[ae]\s+|l['’]\s*)?|d['’]\s*)?"
    r"(?:\w+\s+(?:et|,)\s+(?:(?:de|des|du)\s+(?:l[ae]\s+|l['’]\s*)?|d['’]\s*)?)?$|"
    # `Troisième journée du cycle`, and not `Ouverture du cycle`
    r"(?<![^\W_])(?:journ[ée]e|s[ée]ance|session|rencontre|atelier|matin[ée]e|apr[èe]s-midi|module|webinaire)\s"
    r"(?:(?:n\s?°\s?)?\d{1,2}\s|d['’][^\W\d_]+\s|de [^\W\d_]+\s)?(?:du|de (?:notre|ce))\s+$|"
    r"(?<![^\W_])(?:(?<!inscription )(?<!invitation )(?<!convocation )"
    r"(?<!participation )à la|sur|en|par|prendre|prenez|prise de|pris)\s+$",  # `à la rencontre de`, `sur rendez-vous`
    re.IGNORECASE,
)
# What is done there, not what it is: `Pour bien préparer la rencontre`.
_DONE_THERE: Final = re.compile(
    r"\W*(?:(?:bien|mieux|savoir|pour|comment)\s+)*"
    r"(?!(?:se|notre|votre|autre|entre|contre|premier|dernier|janvier|f[ée]vrier|\w+embre|octobre|quatre)\s)\w{3,}(?:er|ir|re|oir)\s+(?:\w+\s+){0,2}(?:\w['’])?$",
    re.IGNORECASE,
)
_POINTED_AT: Final = compile_leaping(
    r"(?<![^\W_])(?:ce|cet|cette|ces|chaque|prochaine?s?)\s+(?:\w+\s+){0,1}$", re.IGNORECASE
)
_OFFERED: Final = compile_leaping(
    r"(?<![^\W_])(?:organis|propos|assist|lanc|anim|accueill?|inscri|convi|invit|particip|consacr|tien|tenu|"
    r"mis en place|met|"
    r"d[ée]roul|pr[ée]sent|offr|ouvr|report|annul|voici|dates)\w*\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:une?|des|du|aux?|deux|trois|quatre|cinq|six|sept|huit|son|sa|ses|leurs?|notre|nos|votre|vos|l[ae]s?|l['’])\s*"
    r"(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(
    r"^\W*(?:(?:une?|deux|trois|quatre|cinq|six|l[ae]s?|notre|nos|votre|prochaine?s?|\d+)\s+){0,2}(?:l['’])?$",
    re.IGNORECASE,
)
_INDEFINITE: Final = re.compile(r"(?<![^\W_])une?\s+(?:\w+\s+){0,1}$", re.IGNORECASE)
_KIND_LABEL: Final = re.compile(r"\W*(?:types?|formats?|nature|formules?|cat[ée]gories?)(?![^\W_])", re.IGNORECASE)
BEGINS_WITH_HOUR: Final = re.compile(r"\W*\d{1,2}\s*(?:h|:)\s*\d{0,2}(?![^\W_])", re.IGNORECASE)
"""A step of a programme: what it names takes place within the event."""
# The last step of a programme calls the whole by its name: `Fin de la journée`, `Clôture du séminaire`.
_ENDS: Final = compile_leaping(
    r"(?<![^\W_])(?:fin|cl[ôo]ture|conclusion|programme|d[ée]roul(?:ement|[ée])|bilan|synth[èe]se|compte[- ]rendu|"
    r"objectifs?|retour sur|dates?|calendrier)\s+(?:(?:de )?(?:la|cette|ce|l['’])|du|des)\s*$",
    re.IGNORECASE,
)
_ROLES: Final = (
    (
        "formation",
        compile_leaping(
            r"(?<![^\W_])(?:format(?:eur|rice)s?|stagiaires?|formations?|objectifs? p[ée]dagogiques?|pr[ée][- ]?requis|"
            r"opco|qualiopi)(?![^\W_])",
            re.IGNORECASE,
        ),
    ),
    (
        "réunion",
        compile_leaping(
            r"(?<![^\W_])(?:ordre du jour|odj|relev[ée] de d[ée]cisions|[ée]taient pr[ée]sents|excus[ée]e?s? ?:|"
            r"pr[ée]sents ?:)(?![^\W_])",
            re.IGNORECASE,
        ),
    ),
)
"""What only a training or only a meeting has, where no word calls it so: `Formatrice : Nora Dupont`."""
# What people learn to do there: `Animer la participation`, `Prendre ses fonctions de chef de projet`.
_LEARNT: Final = re.compile(
    r"\W*(?:[\d.]+\s+)?(?:(?:mieux|bien|savoir)\s|s['’]|se\s)?"
    r"(?!(?:quart|atel|m[ée]t|chant|cah|prem|dern|doss|pap|escal|foy|atel|part|cour|calendr|plais|aven|souven|hiv)(?:i?er|ir)"
    r"(?![^\W_]))"
    r"(?:[^\W\d_]{2,}(?:er|[^o]ir)|[^\W\d_]*(?:prendre|endre|mettre|crire|lire|(?<![^\W_])dire|faire|duire|struire|"
    r"conna[îi]tre|voir))\s(?:l[ea]s?|une?|des?|du|d['’]|l['’]|sa|son|ses|leurs?|aux?|[àa]|avec|en|sur|dans|par|autrement)"
    r"(?:\s|(?<=['’]))",
    re.IGNORECASE,
)
# News of people at work, and no name of what is learnt: `Évaluer le contrat de ville : les élus de Denain au travail`.
_WHO_DOES: Final = re.compile(r"\s[:\-–—]\s(?:l[ae]s?\s|l['’]|des\s|\d+\s)", re.IGNORECASE)
# Who meets, where no word tells how: `Réseau des coordonnateurs`, `Conseil citoyen de Laon`.
_BODY: Final = re.compile(
    r"\W*(?:(?:le|les|notre)\s)?(?:(?P<network>r[ée]seaux?)|club|groupe|gt|conseils? (?:citoyen|local)|collectif)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_NETWORK: Final = re.compile(r"(?<![^\W_])r[ée]seaux?(?![^\W_])", re.IGNORECASE)
# Parts of a programme: `Atelier 2 : parler des quartiers`, `Ateliers au choix`, `L'IREV y animera un atelier`.
_IS_PART: Final = re.compile(r".\s(?:\d{1,2}|[A-F])(?![^\W_])|s au choix|s\W*\n", re.IGNORECASE)
_WITHIN: Final = re.compile(r"(?<![^\W_])y\s+\w+\s+(?:\w+\s+)?$", re.IGNORECASE)
_MEET: Final = re.compile(r"s(?:e|['’])\s?|r[ée]uni(?:t|ss)", re.IGNORECASE)
_HALF_DAYS: Final = frozenset(("matinée", "après-midi", "soirée"))
_ON_SCREEN_TOO: Final = _HALF_DAYS | {"rencontre", "séance", "atelier"}
_PARTS_OF_TRAINING: Final = frozenset(("journée", "séance"))
_OF_THE_DAY: Final = re.compile(r"(?:la|l['’]|le|en)\s*$", re.IGNORECASE)
_NAMED: Final = {"session": "formation"}
"""What a noun means that says little, where no other word says what kind it is: `Session « Accueillir un public »`."""
_SUBTITLES: Final = 4
_BEFORE: Final = 60
_OPENING: Final = 900
_SURE: Final = 0.4
_WEIGHT_OF_PART: Final = 0.3


def read_event_type(parts: Parts, title: str, dates: Sequence[DateReading], opening: Parts | None = None) -> EventType:
    """The kind of an event: of its title, else of its text, else by its places; `événement` where nothing tells it.

    `parts.blocks` are the blocks that tell of it, `dates` its days. One of several events on a page is, where nothing
    else says it, what the title of the page or its `opening` above them calls them all.
    """
    found = _read_own_type(parts, title, dates)
    found = found._replace(kind="cycle") if is_called_cycle(parts, found.kind, dates) else found
    if found.kind in ("événement", "visioconférence") and opening is not None:
        of_all = _read_own_type(opening, opening.page.title, ())
        more = ("cycle", "événement", *(_ON_SCREEN_TOO if found.kind == "visioconférence" else ()))
        found = of_all if of_all.kind not in more else found
    if found.kind == "événement" and _LEARNT.match(title) and not _WHO_DOES.search(title):
        return found._replace(kind="formation")
    return found._replace(kind=find_kind_of_body(title) or found.kind) if found.kind == "événement" else found


def find_kind_of_body(title: str) -> str:
    """What a body that a title begins with holds: `Réseau des coordonnateurs` meets; `""` where it begins with none."""
    body = _BODY.match(title)
    return "" if body is None else "réunion de réseau" if body["network"] else "réunion"


def _read_own_type(parts: Parts, title: str, dates: Sequence[DateReading]) -> EventType:
    where = find_title_evidence(parts.document, title)
    named = find_title_noun(title)
    if named is not None and named.kind not in WEAK:
        return EventType(named.kind, _cut(parts, where, named))
    told = _find_told_noun(parts, dates)
    if told is not None and (named is None or _is_better(parts, named, told)):
        kind = _say_more(parts, told.kind, title, dates)
        return EventType(kind, parts.evidence("event_type", told.start, told.end, "event_noun_of_text", 0.8))
    if named is not None:
        network = named.kind == "séance" and _NETWORK.search(title) is not None
        kind = "réunion de réseau" if network else _NAMED.get(named.kind, named.kind)
        return EventType(kind, _cut(parts, where, named))
    kind = _find_kind_by_roles(parts) or ("visioconférence" if _is_on_screen(parts) else "événement")
    return EventType(kind, Evidence("event_type", where.words, where.where, "event_noun_of_page", 0.5))


def _say_more(parts: Parts, kind: str, title: str, dates: Sequence[DateReading]) -> str:
    """What a noun of the text that says little means: on screen a `visioconférence`, of what is learnt a training."""
    several = len({date.first_day for date in dates}) > 1
    if kind in _ON_SCREEN_TOO and _is_on_screen(parts):
        return "visioconférence"
    if several and kind in _PARTS_OF_TRAINING and _LEARNT.match(title):
        return "formation"
    if several and kind in _HALF_DAYS and _find_kind_by_roles(parts) == "formation":
        return "formation"
    return ("cycle" if several and not _BODY.match(title) else "réunion") if kind == "séance" else kind


def _find_kind_by_roles(parts: Parts) -> str:
    """The kind that who takes part tells: with trainers and trainees a training, with an agenda a meeting; or `""`."""
    for kind, roles in _ROLES:
        if any(roles.search(parts.document.text, block.start, block.end) for block in parts.blocks):
            return kind
    return ""


def find_title_noun(title: str) -> EventNoun | None:
    """The noun that says what a title announces: the first that is not only named, one that says more than `journée`.

    A sitting of a series is what it is itself: `Cycle X : journée 2` is a day.
    """
    found: list[EventNoun] = []
    for start, end in _parts_of(title):
        head = find_head_noun(title, start, end)
        nouns = [n for n in find_nouns(title, start, end) if not is_named_only(title[start : n.start])]
        nouns = [n for n in nouns if not _LASTS.search(title, start, n.start)]
        found += [head, *nouns] if head is not None and not any(n.start < head.end < n.end for n in nouns) else nouns
    strong = [noun for noun in found if noun.kind not in WEAK]
    return next(iter(strong or found), None)


def _parts_of(title: str) -> Iterator[tuple[int, int]]:
    """The spans of a title between its colons, dashes, quotes and full stops."""
    start = 0
    for mark in _PART.finditer(title):
        yield start, mark.start()
        start = mark.end()
    yield start, len(title)


def support_event_type(parts: Parts, kind: str, title: str, dates: Sequence[DateReading]) -> EventType:
    """A kind that is known already, with the words that name it in the title or beside a day; else the title itself."""
    where = find_title_evidence(parts.document, title)
    for start, end in ((where.where.start, where.where.end), *(parts.sentence_of(d.where.start) for d in dates)):
        for first, last in find_type_spans(parts.document.text, start, end):
            if find_event_type(parts.document.text[first:last]) == kind:
                return EventType(kind, parts.evidence("event_type", first, last, "event_noun"))
    return EventType(kind, Evidence("event_type", where.words, where.where, "event_noun_of_page", 0.7))


def _cut(parts: Parts, title: Evidence, noun: EventNoun) -> Evidence:
    """The evidence of a noun inside its title; the title's own where that was made of the words of an address."""
    start = title.where.start
    if parts.document.text[start : title.where.end] != title.words:
        return Evidence("event_type", title.words, title.where, "event_noun_of_page", 0.7)
    return parts.evidence("event_type", start + noun.start, start + noun.end, "event_noun")


def _is_better(parts: Parts, named: EventNoun, told: EventNoun) -> bool:
    """Whether what the text calls an event says more than the weak noun of its title."""
    if told.kind in WEAK:
        return named.kind in VAGUE or (named.kind == "après-midi" and told.kind not in _HALF_DAYS)
    return named.kind in VAGUE or (told.kind == "webinaire" and _is_on_screen(parts))


def _is_on_screen(parts: Parts) -> bool:
    return bool(parts.venues) and all(venue.mode == "online" for venue in parts.venues)


def _find_told_noun(parts: Parts, dates: Sequence[DateReading]) -> EventNoun | None:
    """What the text calls the event most: each noun weighs by how it is told, and for more where a day stands."""
    weights: dict[str, float] = defaultdict(float)
    first: dict[str, EventNoun] = {}
    beside = {parts.sentence_of(date.where.start) for date in dates}
    opening = parts.blocks[0].start + _OPENING if parts.blocks else 0
    for noun, told in _weigh_nouns(parts):
        by_day = parts.sentence_of(noun.start) in beside
        weight = _WEIGHT_OF_PART if not by_day and _is_part(parts, noun) else told + by_day
        weights[noun.kind] += weight * _share(noun.kind) * (1.5 if noun.start < opening else 1.0)
        first.setdefault(noun.kind, noun)
    named = [kind for kind in weights if kind != "événement"]  # `À vos agendas` says no kind
    best = max(named, key=lambda kind: (weights[kind], -first[kind].start), default=None)
    if best is None or weights[best] < _SURE * _share(best):
        return None
    return first[best]._replace(kind=_NAMED.get(best, best))


def _is_part(parts: Parts, noun: EventNoun) -> bool:
    """Whether a workshop is a part of the programme: one of several that are counted, left to choose, or held there."""
    text = parts.document.text
    within = _WITHIN.search(text, max(0, noun.start - _BEFORE), noun.start) is not None
    return noun.kind == "atelier" and (within or _IS_PART.match(text, noun.end - 1) is not None)


def _share(kind: str) -> float:
    """How much of its weight a noun keeps: less where it tells no kind, least where it is a part of a day."""
    return 0.35 if kind in _HALF_DAYS else 0.5 if kind in WEAK else 1.0


def _weigh_nouns(parts: Parts) -> Iterator[tuple[EventNoun, float]]:
    """The nouns of the text that call the event something, each with its weight."""
    text = parts.document.text
    for index, block in enumerate(parts.blocks):
        is_step = BEGINS_WITH_HOUR.match(text, block.start, block.end) is not None
        for noun in find_nouns(text, block.start, block.end):
            before = text[max(block.start, parts.sentence_of(noun.start)[0], noun.start - _BEFORE) : noun.start]
            if _ENDS.search(before):
                yield noun, 3.0
            elif not is_step and not is_named_only(before):
                yield (
                    noun,
                    _weigh(block, noun.kind, text[noun.start : noun.end], before)
                    + (2.0 if index < _SUBTITLES and _FIRST.match(before) else 0.0),
                )


def is_named_only(before: str) -> bool:
    """Whether the words before a noun make it a part of a name or of what is done: `le centre de`, `prendre`."""
    return _NAMED_ONLY.search(before) is not None or _DONE_THERE.match(before) is not None


def is_offered(before: str) -> bool:
    """Whether the words before a noun offer what it names: `l'IREV organise un`, `vous convier à une`."""
    return _OFFERED.search(before[-_BEFORE:]) is not None


def _weigh(block: Block, kind: str, words: str, before: str) -> float:
    """How much the words before a noun make it the name of what the page is about.

    `La matinée …`, `L'après-midi …` tell of a part of a day.
    """
    if block.label is not None and _KIND_LABEL.match(block.label):
        return 5.0
    if _POINTED_AT.search(before) or is_offered(before):
        return 3.0
    if _MEET.match(words) or (kind.startswith("réunion") and _BODY.match(words)):
        return 2.0
    if kind in _HALF_DAYS and _OF_THE_DAY.search(before):
        return 0.0
    if _FIRST.match(before):
        return 2.0
    return 1.5 if _INDEFINITE.search(before) else 0.5
