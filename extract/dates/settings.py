"""The words around a date, examined once however often the date is read: its sentence, and the cue that governs it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from extract.dates.cues import Cue, find_cue
from extract.dates.founding import MAY_FOUND, is_founding
from extract.dates.lexicon import lower_case
from extract.dates.limits import has_limit_behind
from extract.dates.word_gates import give_bit, look_through
from extract.matching.leaping import compile_leaping
from extract.records import DateRole

_REACH: Final = 170
_REACH_AFTER: Final = 90
_SENTENCE: Final = re.compile(r"[.!?;\n•▪|](?:(?<=[.!?;])\s+(?=[A-ZÀ-Ü«\"(])|(?<=[\n•▪])|(?<=\s\|)\s)")
"""Where a sentence ends: at its mark before a capital, at the end of a line, at a bullet, at a bar."""
_ENDED: Final = compile_leaping(r"[.!?](?<=[^\W_].)\s+$")
_GOES_ON: Final = compile_leaping(r"(?<![^\W_])(?:avant|jusqu['’]au|plus tard|le|les|du|au|pour)[ ]?$")
"""A line that ends so goes on in the next one (`Réponse avant le` above a day)."""

_PLANNED: Final = r"(?:pr[ée]vu|programm[ée]|annonc[ée]|planifi[ée]|fix[ée]|envisag[ée])e?s?"
_PLANNED_FIRST: Final = re.compile(
    rf"(?:initialement\s+{_PLANNED}|{_PLANNED} initialement)"
    r"(?:\s+(?!(?:est|sont|sera|seront|a|ont|aura|auront|se)\s)\w+){0,3}\s*$"  # `… est reportée au` leads to a new day
)

SAYS_NOTHING: Final = frozenset(
    {"", "le", "les", "la", "l'", "l’", "du", "de", "des", "et", "et le", "et les", "puis le"}
)
"""What stands before most dates and never says what they are: it need not be looked through for cues."""
_MARKS: Final = " ,;:()-–\n"
_SHORT: Final = 12
"""Words before a date of so many characters come again and again (`, le `, ` et `) and are judged once."""


_OF_DAY: Final = re.compile(
    r",?\s(?:(?:pr[ée]vu|fix[ée]|annonc[ée]|programm[ée])e?s?\s)?(?:du|des|de|le|au|les)\s(?:[^\W\d_]+di\s)?$",
    re.IGNORECASE,
)
"""What binds a day to the noun before it."""
_PREDICATE: Final = re.compile(
    r"(?:\s(?:[àa]|au|aux|en|sur|chez|dans)\s(?:(?!\set\s)[^.;:,()!?\n]){2,40}?)?,?\s"
    r"(?:(?:est|sont|sera|seront|doi(?:t|vent)|devr(?:a|ont)|reste(?:nt|ra|ront)?|expire(?:nt|ra)?|"
    r"(?:prend|prennent|prendra|prendront)\sfin)\s|"
    r"(?:se\s|s['’])(?:cl[ôo]|termin|ferm|ach[èe]v|arr[êe]t|fer)|(?:ferme|cl[ôo]ture|finit|finissent)(?:nt|ra|ront)?\s)"
    r"[^.;:!?\n\d]{0,60}$"
)
"""A verb without a subject of its own, up to the next day."""
_SHORTEST_PREDICATE: Final = len(" est ")
_AND_CLOSES: Final = re.compile(
    r"(?:\s(?:[àa]|au|aux|en)\s[^.;:,()!?\n]{2,40}?)?,?\set\s(?:se\s|s['’])(?:cl[ôo]|ferm|termin|ach[èe]v)\w*\s(?:le\s)?$"
)
"""`Le parcours débute le 6 mars à Lens` et se clôt le: a second verb of the same subject."""


class Before(NamedTuple):
    """The words before a date in its own sentence, and what `Setting` tells of them."""

    words: str
    lower: str
    says_nothing: bool
    cue: Cue | None
    is_founding: bool
    may: int


class Setting:
    """The words around a date: `before` in its own sentence, `after` it up to the end of its sentence.

    `lower` and `lower_after` are these words in lower case, `may` what the words before may say (`word_gates`), `cue`
    the one among them that governs the date, `is_founding` whether they end with what is done on one day for good
    (`créé le`); `says_nothing` where they are no more than an article. `plain_role` is the role of an ordinary day
    without hours, `after_role` what the words after tell and `leaning` whether the day lies ahead, once they were
    asked for.
    """

    __slots__ = (
        *("_limit_behind", "after", "after_role", "asked_after", "before", "cue", "is_founding", "leaning", "lower"),
        *("lower_after", "may", "plain_role", "says_nothing"),
    )

    def __init__(self, before: Before, after: str) -> None:
        self.before, self.lower, self.says_nothing, self.cue, self.is_founding, self.may = before
        stop = _SENTENCE.search(after)
        self.after = after if stop is None else after[: stop.start() - (stop.group()[0] == "|")]
        self.lower_after = lower_case(self.after)
        self.leaning: int | None = None
        self.asked_after = False
        self.after_role: tuple[DateRole, str] | None = None
        self.plain_role: tuple[DateRole, str] | None = None
        self._limit_behind: bool | None = None

    @property
    def has_limit_behind(self) -> bool:
        """Whether the words after make the day a limit: `3 mars, dernier délai`."""
        if self._limit_behind is None:
            self._limit_behind = has_limit_behind(self.after, self.lower_after)
        return self._limit_behind

    @property
    def was_planned(self) -> bool:
        """Whether the words before say that this day was given up (`initialement prévu le`)."""
        return "iti" in self.lower and _PLANNED_FIRST.search(self.lower) is not None

    def told_of(self, subject: Setting) -> Setting:
        """The same with the words that lead to the day before it, which its verb is said of."""
        words = _OF_DAY.sub("", subject.before) + self.before
        return Setting(judge_before(words), self.after)


MAY_GO_ON: Final = give_bit(_PREDICATE, _AND_CLOSES)


def goes_on(between: str, subject: str) -> bool:
    """Whether the words between two days go on with a verb whose subject holds the first, or leads to it.

    `La date limite pour l'atelier du 12 mai à Lens` est fixée au 5 mai.
    """
    if not _SHORTEST_PREDICATE <= len(between) < _REACH or "\n" in between:
        return False
    closes = _AND_CLOSES.match(between) is not None and subject[:1].isalpha()
    return closes or _PREDICATE.match(between) is not None


def find_setting(text: str, start: int, end: int, floor: int, ceiling: int) -> Setting:
    """The sentence around a date, cut at the dates before and after it (`floor`, `ceiling`)."""
    before = text[floor if start - floor < _REACH else start - _REACH : start]
    if before and text[start].isupper() and _ENDED.search(before) is not None:
        before = ""  # `… jusqu'à 20h. Le mardi 14 novembre`: the date opens its sentence
    after = text[end : ceiling if ceiling - end < _REACH_AFTER else end + _REACH_AFTER]
    return Setting(_read_short(before) if len(before) <= _SHORT else read_before(before), after)


def read_before(before: str) -> Before:
    """The last sentence of the words before a date, and what it tells."""
    cut = 0
    for match in _SENTENCE.finditer(before):
        if match.group() != "\n" or not _GOES_ON.search(before, cut, match.start()):
            cut = match.end()
    return judge_before(before[cut:] if cut else before)


def judge_before(words: str) -> Before:
    """What the words before a date, all of one sentence, tell."""
    lower = lower_case(words)
    if lower.strip(_MARKS) in SAYS_NOTHING:
        return Before(words, lower, True, None, False, 0)
    may = look_through(lower)
    founding = may & MAY_FOUND != 0 and is_founding(lower)
    return Before(words, lower, False, find_cue(words, lower), founding, may)


_read_short: Final = lru_cache(maxsize=4096)(read_before)
