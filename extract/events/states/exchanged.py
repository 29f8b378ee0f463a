"""Two days of one sentence of which one takes the place of the other: `le 12 août et non le 29 juillet`.

Which is the old one is told by what denies it (`non le 3`, `pas le 3 mais`), by what it is put in place of (`au lieu
du 3`), by what it was (`prévue le 3, elle aura finalement lieu le 12`) or by what is said of the date itself
(`la date du 3 n'est plus d'actualité`). A new day behind `Report de la séance du 3 :` is one, too.
"""

from __future__ import annotations

import re
from typing import Final

from extract.events.parts import Parts
from extract.matching.gates import GatedPattern, compile_gated
from extract.records import DateReading

_LE: Final = r"(?:le|du|des|ce|au|les)\s(?:[^\W\d_]+di\s)?"
_DENIED: Final = compile_gated(
    rf"(?<![^\W_])(?:(?:et\s)?non(?:\s(?:pas|plus))?|au lieu|à la place|plut[ôo]t que|remplace|et pas)\s(?:{_LE})?$",
    re.IGNORECASE,
)
"""What leads to the old day: `et non le 29 juillet`, `remplace le 3 mars`."""
_NOT_THIS: Final = compile_gated(
    r"(?<![^\W_])(?:pas|plus)\s(?:lieu\s|pour\s)?(?:le\s(?:[^\W\d_]+di\s)?)?$", re.IGNORECASE
)
_BUT: Final = re.compile(r"[\s,:;]*(?:mais|ce sera|c['’]est)(?![^\W_])", re.IGNORECASE)
"""Between a denied day and the new one: `pas le 3, mais le 12`."""
_WAS: Final = compile_gated(
    r"(?<![^\W_])(?:pr[ée]vue?s?|programm[ée]e?s?|annonc[ée]e?s?|fix[ée]e?s?|initialement)\s[^.;:!?\d]{0,40}$",
    re.IGNORECASE,
)
_IN_THE_END: Final = re.compile(
    r"(?<![^\W_])(?:finalement|plut[ôo]t|d[ée]sormais|en fin de compte|en fait|en r[ée]alit[ée])(?![^\W_])",
    re.IGNORECASE,
)
_PUT_OFF: Final = compile_gated(
    r"(?<![^\W_])report\s(?:de|du|d['’])[^.;:!?\d]{0,60}$|(?<![^\W_])chang\w+ de (?:date|jour)[^.;!?\d]{0,40}$",
    re.IGNORECASE,
)
"""What puts off the meeting of the day behind it: `Report de la formation du`."""
_GONE: Final = compile_gated(
    r"(?<![^\W_])(?:ne\stien(?:t|nent)\splus|n['’]est\splus\s(?:d['’]actualit|valable|la bonne|retenu)|"
    r"est (?:caduque|abandonn[ée]e?))",
    re.IGNORECASE,
)
_NEW_DATE: Final = re.compile(r"(?<![^\W_])(?:nouvelle|autre) date(?![^\W_])", re.IGNORECASE)
_OFF: Final = compile_gated(r"(?<![^\W_])(?:annul|supprim)\w+[^.;:!?\d]{0,60}$", re.IGNORECASE)
STATES: Final = (_DENIED, _NOT_THIS, _WAS, _PUT_OFF, _OFF, _GONE)
"""Without a word of any of these no day of a page was exchanged."""
_AHEAD: Final = 40
_BACK: Final = 120
"""Characters before a day in which what it is stands."""


def is_exchanged(parts: Parts, date: DateReading, beside: list[DateReading]) -> bool:
    """Whether another day of its sentence takes the place of a day; `beside` are the dates of that sentence."""
    days = [d for d in beside if d.precision == "day" and d.first_day != date.first_day]
    text = parts.document.text
    if _found(_GONE, text, (date.where.end, min(len(text), date.where.end + _AHEAD))):
        return True
    return bool(days) and _is_old(text, date, days, parts.sentence_of(date.where.start))


def _is_old(text: str, date: DateReading, days: list[DateReading], sentence: tuple[int, int]) -> bool:
    """Whether the words before a day, or between it and the next one, say that another takes its place."""
    ends = [d.where.end for d in days if d.where.end <= date.where.start]
    start = max([sentence[0], date.where.start - _BACK, *ends])
    after = [d.where.start for d in days if d.where.start >= date.where.end]
    span = (start, date.where.start)
    if _found(_DENIED, text, span):
        return True
    if not after:
        return False
    between = text[date.where.end : min(after)]
    if _found(_NOT_THIS, text, span):
        return _BUT.match(between) is not None
    if _found(_OFF, text, span):
        return _NEW_DATE.search(between) is not None
    return _found(_PUT_OFF, text, span) or (_found(_WAS, text, span) and _IN_THE_END.search(between) is not None)


def _found(pattern: GatedPattern, text: str, span: tuple[int, int]) -> bool:
    return pattern.may_match(text, *span) and pattern.search(text[slice(*span)]) is not None
