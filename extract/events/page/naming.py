"""What an event is called, what kind of event it is, and the cycle it belongs to."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from extract.dates import scan_dates
from extract.dates.years import Clues
from extract.matching.leaping import compile_leaping

TYPES: Final = (
    ("cycle", r"cycles?"),
    ("webinaire", r"webinaires?|web-?conf[ée]rences?|webinars?"),
    ("visioconférence", r"visio[- ]?conf[ée]rences?|visio"),
    ("séminaire", r"s[ée]minaires?"),
    (
        "journée",
        r"demi-journ[ée]es?|(?<!toute la )(?<!dans la )(?<!fin de )(?<!cours de )(?<!durant la )journ[ée]es?",
    ),
    ("rencontre", r"rencontres?|rendez-vous|rdv"),
    ("formation", r"formations?(?:-actions?)?|modules?|sensibilisations?|stages?"),
    ("atelier", r"ateliers?(?! sant[ée][- ]ville)|groupes? de travail"),
    ("conférence", r"conf[ée]rences?(?:-d[ée]bats?)?"),
    ("colloque", r"colloques?"),
    (
        "réunion",
        r"r[ée]unions?|s[ée]ances?|comit[ée]s? (?:de pilotage|technique|de suivi)s?|copils?|cotechs?|pl[ée]ni[èe]re|"
        r"assembl[ée]e (?:g[ée]n[ée]rale|pl[ée]ni[èe]re)",
    ),
    (
        "visite",
        r"visites?|voyages? d['’][ée]tude|d[ée]ambulations?|marches? exploratoires?|(?:balades?|promenades?) urbaines?|"
        r"portes[- ]ouvertes",
    ),
    ("forum", r"forums?|assises|[ée]tats g[ée]n[ée]raux|salons?|festival"),
    ("petit-déjeuner", r"petits?[- ]d[ée]jeuners?"),
    ("matinée", r"matin[ée]es?"),
    ("après-midi", r"apr[èe]s-midi"),
    ("soirée", r"soir[ée]es?"),
    ("barcamp", r"barcamps?|hackathons?"),
    (
        "débat",
        r"(?:cin[ée]-)?d[ée]bats?|tables?[- ]rondes?|"
        r"caf[ée]s?[- ](?:d[ée]bats?|philo\w*|citoyens?|rencontres?|parents)",
    ),
    ("regroupement", r"regroupements?"),
    ("université d'été", r"universit[ée]s? d['’](?:été|hiver|automne)"),
    (
        "cérémonie",
        r"c[ée]r[ée]monies?|signatures? (?:officielle )?d(?:e|u|es)|inaugurations?|"
        r"installations? (?:officielle )?d(?:es|u|e la) (?:conseils?|comit[ée]s?)|remise (?:des?|du) \w+",
    ),
    ("restitution", r"restitutions?"),
    (
        "fête",
        r"(?<!salle des )(?<!salles des )(?<!comit[ée] des )f[êe]tes?|"  # a house and a body called after it are none
        r"anniversaire|kermesses?|carnavals?|braderies?|pique-niques?|repas partag[ée]s?|"
        r"foires?(?! aux questions)|brocantes?|vide-greniers?|bourses? aux (?:jouets|livres|v[êe]tements|v[ée]los)|"
        r"march[ée]s? de no[ëe]l|guinguettes?",
    ),
    ("vernissage", r"vernissages?"),
    ("exposition", r"expositions?"),
    ("spectacle", r"spectacles?|concerts?"),
    ("événement", r"save the date|[ée]v[ée]nements?|à vos agendas|invitation|convier|convie"),
)
_TYPE: Final = compile_leaping(
    r"(?<![^\W_])(?:" + "|".join(f"(?P<t{i}>{pattern})" for i, (_, pattern) in enumerate(TYPES)) + r")(?![^\W_])",
    re.IGNORECASE,
)
_QUALIFIER: Final = (
    r"(?:\s+(?:de|d['’])\s*(?:qualification|formation(?:-action)?s?|sensibilisation|webinaires?|conf[ée]rences?|"
    r"rencontres?|s[ée]minaires?|[ée]changes?|travail|journ[ée]es?|ateliers?))?(?:\s+inter-?acteurs?)?"
)
_OPENING_MARKS: Final = '«“"'
_QUOTED: Final = r"[«“\"]\s*(?P<{name}>[^«»“”\"\n]{{4,160}}?)\s*[»”\"]"
_CYCLE_QUOTED: Final = compile_leaping(
    rf"(?<![^\W_])(?:cycles?|parcours|s[ée]ries?){_QUALIFIER}\s*(?:intitul[ée]\w?\s*|,\s*|"
    rf":\s*)?{_QUOTED.format(name='title')}",
    re.IGNORECASE,
)
_CYCLE_TITLE: Final = re.compile(
    rf"^(?:[^:]{{0,40}}:\s*)?(?:le |un |nouveau |retour sur le |\d+(?:e|"
    rf"ème) )?cycle{_QUALIFIER}\s*[:–-]?\s*(?P<title>.{{4,}})$",
    re.IGNORECASE,
)
_PART_TITLE: Final = re.compile(
    rf"(?<![^\W_])(?:du|de|au|"
    rf"le) cycle{_QUALIFIER}\s*(?:[:–-]\s*)?(?:[«“\"]\s*)?(?P<title>[^«»“”\"]{{4,}}?)\s*[»”\"]?\s*$",
    re.IGNORECASE,
)


class Name(NamedTuple):
    """A name found in the text, with its span and the rule that found it."""

    title: str
    start: int
    end: int
    rule: str


_TITLE_FIRST: Final = re.compile(
    r"^(?P<title>[^:«»\"]{4,80}?)\s*:\s*(?:le |un |nouveau |retour sur le )?cycle(?![^\W_])(?!\s*[«“\"])", re.IGNORECASE
)
_NAMED_BY: Final = (
    (_CYCLE_QUOTED, "cycle_quoted"),
    (_TITLE_FIRST, "title_of_cycle"),
    (_PART_TITLE, "part_of_cycle"),
    (_CYCLE_TITLE, "cycle_title"),
)


def find_event_type(*texts: str) -> str:
    """The kind of event that the first of the texts to name one names, as a French noun; `""` when none does."""
    for text in texts:
        match = _TYPE.search(text)
        if match and match.lastgroup:
            return TYPES[int(match.lastgroup[1:])][0]
    return ""


def find_type_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of all words that name a kind of event, between two positions of a text."""
    return [match.span() for match in _TYPE.finditer(text, start, end)]


def find_quoted_cycles(text: str) -> list[Name]:
    """All series named with a quoted title: `cycle de qualification « Initier … »`."""
    if not any(mark in text for mark in _OPENING_MARKS):
        return []
    return [
        Name(_tidy(m["title"]), m.start("title"), m.end("title"), "cycle_quoted") for m in _CYCLE_QUOTED.finditer(text)
    ]


def find_cycle_in_title(title: str, is_territory: Callable[[str], bool]) -> Name | None:
    """The series that a page title names: `Cycle de qualification X`, `Journée … du cycle "X"`.

    Dates, territories and edition marks at the tail are no part of the series' name. `is_territory` knows names.
    """
    for pattern, rule in _NAMED_BY:
        match = pattern.search(title)
        if match:
            name = _strip_tail(_tidy(match["title"]), is_territory)
            if len(name) >= 4 and not _ONLY_WHERE.match(name):
                return Name(name, match.start("title"), match.end("title"), rule)
    return None


def _strip_tail(title: str, is_territory: Callable[[str], bool]) -> str:
    """Drop dates and territory names from the end of a title: they tell the edition, not the series."""
    for date in reversed(scan_dates(title).read(Clues()).dates):
        title = title[: date.where.start] if date.where.end >= len(title.rstrip(" )]")) else title
    title = re.sub(r"\s*[(–-]?\s*(?:19|20)\d\d(?:\s*[-/–]\s*(?:19|20)\d\d)?\s*\)?\s*$", "", _tidy(title))
    for match in _WORD_START.finditer(title):
        tail = _LEAD_IN.sub("", title[match.end() :])
        if match.start() >= 4 and _may_be_name(tail) and is_territory(tail):
            return _tidy(_LEAD_IN_END.sub("", title[: match.start()]))
    return _tidy(title)


def _may_be_name(words: str) -> bool:
    """Whether a tail can be a territory's name: capitalised, or (in the words of an address) more than one word."""
    return words[:1].isupper() or words.count(" ") > 0


_ONLY_WHERE: Final = re.compile(r"(?:à|a|au|aux|en|dans|pour|sur|d['’]|de|du|des)\s*", re.IGNORECASE)
_WORD_START: Final = re.compile(r"[\s:,–(-]+")
_LEAD_IN: Final = re.compile(
    r"^(?:(?:à|a|au|aux|en|dans|pour|sur|de|du|des|le|la|les|territoires?)\s+|l['’])+", re.IGNORECASE
)
_LEAD_IN_END: Final = re.compile(
    r"(?:\s+(?:à|a|au|aux|en|dans|pour|sur|de|du|des|le|la|les|territoires?)|\s+l['’])+$", re.IGNORECASE
)


def _tidy(title: str) -> str:
    return title.strip(' \t:;,.–-«»“”"()[]')
