"""What an hour is: when people meet, begin, end, arrive, or when something else takes place.

An hour hangs on its clause. Who or what the clause is about comes first: the meeting, those who meet, the doors through
which they come, or a thing of its own (`le gardien passe à 8h40`), which has hours that are not the meeting's whatever
it does then. Its verb or the noun that heads it comes next: it begins, it ends. A clause without a subject goes on with
that of the one before it (`La navette part à 8h et revient à 17h`); an hour that opens its clause is told of by the
words behind it (`12h30 : repas`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from extract.dates.hour_families import BEGINS, DOORS, ENDS, LEAVES, MEETING, MEETS, OPENS, PAPERS, THINGS
from extract.dates.lexicon import fold
from extract.matching.leaping import compile_leaping

Kind = Literal["start", "end", "held", "arrival", "aside", "foreign", "bare"]
"""`foreign` are hours of a subject that nothing is known of, `bare` those that hang on no word."""
Span = tuple[int, int]

_REACH: Final = 140
_BEHIND: Final = 60
_HOUR: Final = r"(?<![\d.,])\d{1,2}\s?(?:[hH](?![^\W\d_])|heures?(?![^\W_])|:(?=\d\d))\s?(?:\d\d(?!\d))?"
_CUT: Final = compile_leaping(rf"[;()!?|•]|[.](?=\s)|\n|\s[–—-]\s|{_HOUR}")
_AN_HOUR: Final = compile_leaping(_HOUR)
_SEGMENT: Final = re.compile(r",\s|(?<=[^\W\d_])\s:\s|\s(?=(?:et|puis|mais|car)\s)")
_LEAD: Final = re.compile(
    r"(?:(?:^|[\s,])(?:[àa]|au|de|d['’]|d[èe]s|vers|entre|et|ou|pour|l[ae]s?|ce|partir|compter|jusqu['’]?|avant|apr[èe]s|"
    r"environ|pr[ée]cis\w*|ensuite|enfin|puis|matin|midi|soir|apr[èe]s-midi|issue|suite|veille|lendemain|l['’]|"
    r"(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|\d{1,2}(?:er)?|janvier|f[ée]vrier|mars|avril|mai|juin|"
    r"juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|20\d\d)(?![^\W_]))*[\s,:–—-]*",
    re.IGNORECASE,
)
"""What may stand before an hour without telling what it is of: prepositions, days, halves of a day."""
_SAID_BEHIND: Final = re.compile(
    r"\s?(?:\(|(?:pour|=)\s(?:le\s|la\s|l['’])?)"
    r"(?:(?P<start>d[ée]but|commenc\w+|d[ée]marr\w+|coup d['’]envoi|ouverture)|"
    r"fin|cl[ôo]ture|conclure|terminer|finir)(?![^\W_])",
    re.IGNORECASE,
)
"""What an hour is said to be behind it: `9h15 pour le début, 12h15 pour la fin`."""
_BY_PHONE: Final = re.compile(
    r",?\s(?:(?:au|par t[ée]l[ée]phone(?: au)?|t[ée]l\.?)\s?:?\s?)(?:0|\+33\s?)\d?(?:[\s.-]?\d\d){4}", re.IGNORECASE
)
"""What follows the hours at which somebody answers: `de 9h à 12h au 03 20 00 10 90`."""
_BEHIND_PHONE: Final = re.compile(r"(?:0|\+33\s?)\d?(?:[\s.-]?\d\d){4}[^\d.;\n]{0,40}$", re.IGNORECASE)
"""What leads to the hours at which somebody answers: `03 20 00 10 90 – ouvert de 14h à 18h`."""
_HOURS_OF: Final = re.compile(
    r"\W*(?:les\s)?(?:horaires?|heures)\s(?:d['’]ouverture\s)?(?:d[eu]s?\s(?:la\s|l['’]\s?)?|de\sl['’]\s?|d['’])(?P<whose>[^\W\d_].*)",
    re.IGNORECASE | re.DOTALL,
)
"""A label that says whose the hours are: `Horaires de l'accueil`."""
_SPAN_OF_TIME: Final = re.compile(
    r"(?<![^\W_])(?:cr[ée]neaux?(?: horaires?)?|plages?(?: horaires?)?|tranches? horaires?|dur[ée]e|amplitude|timing|"
    r"(?:rendre|[êe]tre|soyez|soyons|rester) (?:disponibles?|libres?))"
    r"(?: (?:totale|retenue?|pr[ée]vue?|propos[ée]e?|suivante?))?\W*(?:de\s|entre\s)?$",
    re.IGNORECASE,
)
"""What a range of hours is said to be, whoever is asked to keep it free: `Réservez le créneau 9h15-12h15`."""
_TIME_OF_DAY: Final = re.compile(
    r"(?<![^\W_])(?:[àa]\sl['’]heure|(?:sur|pendant|durant|dans)\s(?:l[ea]|votre|leur|ta)\s(?:temps|moment|pause))\s(?:du\s|de\s(?:la\s|midi\s?)?|de\sl['’]\s?)?"
    r"(?:(?:petit[- ])?d[ée]jeuner|repas|midi|m[ée]ridienne|go[ûu]ter|ap[ée]ro|ap[ée]ritif|caf[ée]|d[îi]ner|pause)"
    r"\s?[,:(]?\s?(?:de\s|entre\s)?$",
    re.IGNORECASE,
)
"""A time of the day told by its meal: `à l'heure du déjeuner (12h45 - 13h45)`."""
_IS_FOLLOWED: Final = (
    r"\s(?:ser(?:a|ont)\s(?:suivi|pr[ée]c[ée]d[ée]|prolong[ée])e?s?\s(?:de\s|d['’]|par\s)|"
    r"se\sprolonger(?:a|ont)\s(?:par|avec)\s)"
)
_FOLLOWED: Final = re.compile(
    r"(?<![^\W_])(?:l[ae]\s|l['’]|cette\s|ce\s)(?:s[ée]ance|session|r[ée]union|rencontre|assembl[ée]e|formation|"
    r"journ[ée]e|matin[ée]e|demi-journ[ée]e|visite|conf[ée]rence|s[ée]minaire|colloque)(?![^\W_])"
    rf"[^.;:!?\n]{{0,50}}?{_IS_FOLLOWED}",
    re.IGNORECASE,
)
"""What leads to something before or after the meeting: `La séance du 30 mai sera suivie d'une visite (14h-16h)`."""
_FOLLOWED_THEN: Final = re.compile(_IS_FOLLOWED, re.IGNORECASE)
"""The same right behind the day of a meeting."""
_SET_OFF: Final = re.compile(
    r"(?:,|:|\s[–—-])\s*(?:(?:[àa](?: partir de)?|de|d[èe]s|vers|entre|jusqu['’][àa])\s*)?$", re.IGNORECASE
)
_ADJACENT: Final = 14
"""Characters between a thing and the hour that it has for its own (`suivi d'un buffet à 12h30`)."""

_JOINED: Final = (
    r"\W*(?:(?:et|puis|mais|car|ou|que|donc|enfin|ensuite|comme|ainsi|alors|o[ùu]|d[èe]s que|quand|lorsque|pour que|"
    r"cependant|toutefois|attention|nb)[\s,:]+|qu['’])*"
)
_TIMES: Final = (
    r"matin\w*|midi|apr[èe]s|soir(?![ée]e)|jour(?![^\W_])|lendemain|veille|semaine|mois|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|premi[eè]re?s?|second\w*|derni[eè]re?s?|deuxi[èe]me|troisi[èe]me|tout\w*|dates?|"
    r"(?:autres|suivante?s?)\s(?:de|[àa]|d[èe]s|entre|se|s['’]|ont|auront|sont|seront|commenc\w+|d[ée]but\w+)(?![^\W_])"
)
_NOUN: Final = (
    r"(?:(?:les?|la|une?|son|sa|ses|notre|nos|votre|vos|leurs?|cet|cette|ces?|des|deux|trois|quatre)\s|l['’]\s?|"
    r"(?:m\.|mme|monsieur|madame|dr|me)\s|\d+\s(?!places?|cours)(?=[^\W\d_]+s(?![^\W_])))"
)
_SUBJECT: Final = re.compile(
    rf"{_JOINED}(?P<subject>(?P<people>(?:on|nous|vous|chacune?|tout le monde|toutes et tous|tous|toutes|ils|elles?|il)"
    rf"(?![^\W_])|(?:m\.|mme|monsieur|madame|dr)(?=\s))|{_NOUN}(?!(?:(?:deux|trois|quatre|cinq|six)\s)?(?:{_TIMES})|\d)[^\W\d_]+)(?P<rest>.*)",
    re.IGNORECASE,
)
"""Who or what a clause begins with: a pronoun, or a noun behind its article."""
_PERSON: Final = re.compile(r"(?:m\.|mme|monsieur|madame|dr)", re.IGNORECASE)
_LATE: Final = re.compile(r"(?<![^\W_])(?:avant|apr[èe]s|depuis)\s+\W*$", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"[\s,]*(?:et|puis|ou|,)\s", re.IGNORECASE)
_ASKS: Final = re.compile(
    r"\W*(?:(?!rendez-vous)[^\W\d_]+ez(?![^\W_])|merci d|pr[ée]voir|penser|compter|possibilit)", re.IGNORECASE
)
_COMES: Final = re.compile(r"\W*(?:venez|soyez|rejoign|retrouv|participez|assistez)", re.IGNORECASE)
_PAST: Final = re.compile(r"(?<![^\W_])(?:a|ont|avai(?:t|ent)|s['’]est|se sont)\s", re.IGNORECASE)
_COLON: Final = re.compile(r"\s*(?::|[–—-]\s)\s*")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_STEM: Final = 7


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words that an hour hangs on.

    `told` begins with who or what they are about, `words` are those since the last mark. `tied` says that nothing sets
    the hour off from them, `whole` that the hours tell a start and an end.
    """

    told: str
    words: str
    tied: bool
    whole: bool


def read_kind(text: str, hours: Span, sentence: Span, of_title: frozenset[str], *, whole: bool) -> Kind:
    """What the hours in a span are, in their sentence; `whole` are those that tell a start and an end.

    `of_title` are the words of the title (`fold_title`): what the page is called after is no thing of its own.
    """
    (start, end), ceiling = hours, sentence[1]
    if _BY_PHONE.match(text, end) or (whole and _BEHIND_PHONE.search(text, max(0, start - _BEHIND), start)):
        return "aside"
    said = _SAID_BEHIND.match(text, end, min(ceiling, end + _BEHIND))
    if said is not None and not whole:
        return "start" if said["start"] else "end"
    floor = max(sentence[0], start - _REACH)
    if (set_apart := _set_apart(text, floor, start, whole=whole)) is not None:
        return set_apart
    before, reached = _clause_before(text, start, floor)
    if _LEAD.fullmatch(before):
        behind = _words_behind(text, end, ceiling, opens=reached == floor and not whole)
        if behind:
            kind = _kind_of(_Clause(behind, behind, tied=True, whole=whole), of_title)
            return "bare" if kind == "foreign" else kind
        if text[reached - 1 : reached] == "(" and reached > floor + 1:  # `la salle (ouverte de 8h à 18h)`
            before, reached = _clause_before(text, reached - 1, floor)
        if _LEAD.fullmatch(before):
            return "bare"
    if _LATE.search(before) and not ENDS.search(before):
        return "aside"
    told = _told_by(before)
    if told is None and reached > floor and _GOES_ON.match(before):
        told, _ = _clause_before(text, _head_of_hour(text, reached, floor), floor)
        told = _told_by(told) or told
    return _kind_of(_Clause(told or before, before, _SET_OFF.search(before) is None, whole), of_title)


def _set_apart(text: str, floor: int, start: int, *, whole: bool) -> Kind | None:
    """What hours are by words that say so whatever stands between: a time of the day, or what follows a meeting."""
    if not whole:
        return None
    if _TIME_OF_DAY.search(text, floor, start):
        return "held"
    followed = _FOLLOWED_THEN.match(text, floor, start) or _FOLLOWED.search(text, floor, start)
    return "aside" if followed else None


@lru_cache(maxsize=64)
def fold_title(title: str) -> frozenset[str]:
    """The words of a title as they are compared, by their stems; those for papers are no name of a meeting."""
    return frozenset(stem for stem in map(_stem_of_name, _WORD.findall(title)) if stem is not None)


@lru_cache(maxsize=8192)
def _stem_of_name(word: str) -> str | None:
    """The stem of a word that a meeting may be called after; None for papers."""
    return None if PAPERS.match(word) else _stem(word)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    return fold(word)[:_STEM].rstrip("s")


def _clause_before(text: str, start: int, floor: int) -> tuple[str, int]:
    """The words before an hour up to a mark or another hour, and where they begin."""
    cuts = [
        match.end()
        for match in _CUT.finditer(text, floor, start)
        if match.end() < start or match.group() == "(" or match.group()[0].isdigit()  # `Durée : 3 heures (14h-17h)`
    ]
    first = cuts[-1] if cuts else floor
    return text[first:start], first


def _head_of_hour(text: str, end: int, floor: int) -> int:
    """Where the hour begins that ends here."""
    told = [match.start() for match in _AN_HOUR.finditer(text, floor, end)]
    return told[-1] if told else end


def _words_behind(text: str, end: int, ceiling: int, *, opens: bool) -> str:
    """The words behind an hour that tell what it is of (`12h30 : repas`, `À 12h30, nous partagerons un repas`)."""
    last = min(ceiling, end + _BEHIND)
    cut = _CUT.search(text, end, last)
    stop = cut.start() if cut is not None else last
    led = cut is not None and _AN_HOUR.match(text, stop) is not None
    words = text[end:stop]
    colon = _COLON.match(words)
    if colon is not None:
        return words[colon.end() :]
    return words.lstrip(" ,") if opens and not led else ""


def _told_by(clause: str) -> str | None:
    """The last part of a clause that opens with a subject, from there on; None where it has none."""
    starts = [0, *(match.end() for match in _SEGMENT.finditer(clause))]
    for start in reversed(starts):
        if _SUBJECT.match(clause, start) is not None:
            return clause[start:]
    return None


def _kind_of(clause: _Clause, of_title: frozenset[str]) -> Kind:
    """The kind of an hour by the words that tell of what it is, and by its clause."""
    if clause.whole and _SPAN_OF_TIME.search(clause.words):
        return "held"
    subject = _SUBJECT.match(clause.told)
    if subject is None:
        return _kind_of_label(clause, of_title)
    head, rest = subject["subject"], subject["rest"]
    if subject["people"] is not None and _PERSON.match(head):
        return "aside" if clause.tied else "bare"
    own = None if subject["people"] else _kind_of_thing(clause, head, rest, of_title)
    if own is not None:
        return own
    if ENDS.search(clause.words) or BEGINS.search(clause.words):
        return "end" if ENDS.search(clause.words) else "start"
    if _is_of_thing(clause, rest, of_title):
        return "aside"
    return "held" if clause.whole else _kind_of_meeting(clause, opens=not subject["people"])


def _kind_of_thing(clause: _Clause, head: str, rest: str, of_title: frozenset[str]) -> Kind | None:
    """The kind of an hour of something called by its name; None where that is the meeting or those who meet."""
    words = _WORD.findall(head)
    if MEETING.search(head) or (words and _stem(words[-1]) in of_title):
        return None
    if any(thing.start() < len(head) for thing in _find_things(head + rest, of_title)):
        return "aside"  # `L'accueil téléphonique` is more than its first word
    said = clause.words
    if not clause.tied or ENDS.search(said) or BEGINS.search(said) or MEETS.search(rest):
        return None
    if LEAVES.search(said) and _PAST.search(rest):
        return None  # a report tells what others did there (`deux juristes ont répondu jusqu'à 16h`)
    return "arrival" if DOORS.search(head) and not LEAVES.search(said) else "foreign"


def _is_of_thing(clause: _Clause, rest: str, of_title: frozenset[str]) -> bool:
    """Whether a thing stands right before an hour, or in a clause that names no meeting.

    A clause that goes on has its own verb: `Nous commencerons à 9h30 et déjeunerons ensemble vers 12h45`.
    """
    if any(len(clause.words) - thing.end() < _ADJACENT for thing in _find_things(clause.words, of_title)):
        return True
    own, named = (rest, clause.told) if clause.words.endswith(rest) else (clause.words, clause.words)
    return bool(_find_things(own, of_title)) and not MEETS.search(named)


def _kind_of_meeting(clause: _Clause, *, opens: bool) -> Kind:
    """The kind of a single hour of those who meet, or of the meeting, which neither begins nor ends by its words."""
    if DOORS.search(clause.words):
        return "arrival"
    if LEAVES.search(clause.words):
        return "end"
    return "start" if opens and OPENS.search(clause.words) else "held"


def _kind_of_label(clause: _Clause, of_title: frozenset[str]) -> Kind:
    """The kind of an hour behind words without a subject: a label, a noun alone, an imperative."""
    words = clause.words
    whose = _HOURS_OF.match(words)
    if whose is not None and DOORS.match(whose["whose"]):
        return "aside"
    things = _find_things(words, of_title)
    doors, meeting = DOORS.search(words), MEETING.search(words)
    if _ASKS.match(words) and (things or not clause.whole):
        return "arrival" if _COMES.match(words) or doors else "aside"
    first = meeting.start() if meeting is not None else len(words)
    if things and things[0].start() < first and (meeting is None or not ENDS.search(words)):
        return "aside"
    if ENDS.search(words):
        return "end"
    if doors is not None and (doors.start() < first or not BEGINS.search(words)):
        return "aside" if LEAVES.search(words) else "arrival"
    if BEGINS.search(words):
        return "start"
    return _kind_of_meeting(clause, opens=meeting is not None)


def _find_things(words: str, of_title: frozenset[str]) -> list[re.Match[str]]:
    """What has hours of its own among some words, but what the page is called after."""
    return [thing for thing in THINGS.finditer(words) if _stem(thing.group()) not in of_title]
