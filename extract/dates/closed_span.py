"""One clean expression that the grammar does not know, asked of dateparser on a closed span: `juin 24, 2021`.

dateparser is no finder: it is asked only about a short text that is nothing but a date, with one language, one order
and a fixed base, and its answer counts only when the words themselves bear it out.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from extract.records import DateReading, Place

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

LONGEST: Final = 32
"""Characters beyond which a text is more than one clean expression."""
_BASE: Final = dt.datetime(2000, 1, 1)
_MONTH: Final = r"(?:jan|f[ée]v|mar|avr|mai|jui|ao[uû]|sep|oct|nov|d[ée]c)[^\W\d_]{0,6}\.?"
_FIGURES: Final = r"[\s./,'’-]*\d[\d\s./,'’-]*"
_LOOKS_LIKE_ONE: Final = re.compile(
    rf"\s*(?:{_MONTH}{_FIGURES}|{_FIGURES}{_MONTH}{_FIGURES}|\d{{4}}[\s./-]\d\d?[\s./-]\d\d?|\d\d?\s\d\d?\s\d{{4}})\s*",
    re.IGNORECASE,
)
_CERTAINTY: Final = 0.75


def read_closed_span(text: str) -> DateReading | None:
    """The day that a short text is, or None where it is no single clean date or its own figures do not agree."""
    if len(text) > LONGEST or not _LOOKS_LIKE_ONE.fullmatch(text):
        return None
    found = _parser().get_date_data(text.strip()).date_obj
    if found is None or not _bears_out(text, found.date()):
        return None
    day = found.date()
    return DateReading(
        text=text,
        first_day=day,
        last_day=day,
        starts_at=None,
        ends_at=None,
        precision="day",
        role="event",
        year_from="written",
        certainty=_CERTAINTY,
        flags=("dateparser",),
        where=Place(0, len(text)),
        rule="closed_span",
    )


def _bears_out(text: str, day: dt.date) -> bool:
    """Whether the day and the year stand in the text as figures of their own."""
    figures = [int(figure) for figure in re.findall(r"\d+", text)]
    return day.day in figures and (day.year in figures or day.year - 2000 in figures)


@cache
def _parser() -> DateDataParser:
    from dateparser.date import DateDataParser  # noqa: PLC0415  half a second to load, and hardly ever needed

    settings = {
        "DATE_ORDER": "DMY",
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RELATIVE_BASE": _BASE,
        "PARSERS": ["absolute-time"],
    }
    return DateDataParser(languages=["fr"], settings=settings)
