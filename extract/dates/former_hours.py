"""Hours that hold no more, as another one takes their place: `prévue à 14h, la réunion commencera à 15h`.

An hour is a former one where it was planned and the same sentence goes on with what holds now, or where it is refused
(`à 15h, et non à 14h`); of the two that something moves between only the second holds (`décalé de 9h à 10h30`).
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.expressions import Hours
from extract.matching.leaping import compile_leaping

_LEAD: Final = 45
_REFUSED: Final = re.compile(
    r"(?<![^\W_])(?:et non(?: pas| plus)?|et pas|au lieu|plut[ôo]t que?)\s(?:(?:de|[àa]|d[èe]s)\s)?\Z", re.IGNORECASE
)
"""Behind it stands the hour that does not hold: `débutera à 14h30, et non à 14h`."""
_PLANNED: Final = compile_leaping(
    r"(?<![^\W_])(?:(?:initialement|d['’]abord)[ ])?(?:pr[ée]vu|annonc[ée]|programm[ée]|fix[ée])e?s?[ ]"
    r"(?:initialement[ ]|d['’]abord[ ])?(?:[àa]|de|pour|vers)[ ]$",
    re.IGNORECASE,
)
_NOW: Final = re.compile(
    r"[^.;!?\n]{0,90}?[ ](?:(?:aura|auront)[ ](?:finalement[ ])?lieu|se[ ](?:tiendr|d[ée]rouler)\w+|"
    r"(?:d[ée]but|commenc|d[ée]marr)er\w+|(?:est|sera)[ ](?:finalement[ ])?(?:d[ée]cal|report|avanc|repouss|ramen)\w+)"
    r"[^.;!?\n]{0,60}?(?<!\d)\d{1,2}[ ]?(?:h(?![^\W\d_])|heures?(?![^\W_])|:\d\d)",
    re.IGNORECASE,
)
"""What goes on with the hour that holds: `, la réunion du 9 mars se tiendra finalement à 17h30`."""
_DENIED: Final = re.compile(r"(?<![^\W_])pas\s(?:de|[àa]|d[èe]s)\s\Z", re.IGNORECASE)
_BUT_THEN: Final = re.compile(r",?\smais\s[^.;!?\n\d]{0,20}\d", re.IGNORECASE)
"""What takes the place of a denied hour: `ne commencera pas à 9h mais à 9h30`."""
_PLANNED_THEN: Final = re.compile(
    r"(?<![^\W_])(?:pr[ée]vu|annonc[ée]|programm[ée]|fix[ée])e?s?[ ][^.;:!?\n]{3,70}[ ](?:[àa]|de)[ ]$", re.IGNORECASE
)
_FINALLY: Final = re.compile(
    r",?[ ](?:(?:elle|il|qui)s?[ ])?(?:se[ ](?:tiendr|d[ée]rouler)\w+|aur(?:a|ont)[ ]lieu|"
    r"(?:d[ée]but|commenc|d[ée]marr)er(?:a|ont)|est|sont|sera|seront)[ ](?:finalement|d[ée]sormais|en fait)[ ]"
    r"[^.;!?\n\d]{0,40}\d",
    re.IGNORECASE,
)
"""What holds behind the hours of a day that was planned: `… le 10 de 9h à 17h se déroulera finalement de 9h30`."""
_LONGEST_STEP: Final = 120
"""Minutes from the old hour to the new one of what `passe de 14h à 15h`; a bus does so from 9h to 17h."""
_MOVES_FROM: Final = compile_leaping(
    r"(?<![^\W_])(?:(?:d[ée]cal|avanc|repouss|report|d[ée]plac|ramen)[ée]+s?|(?P<goes>pass(?:e|ent|era|eront)))"
    r"[ ]de[ ]$",
    re.IGNORECASE,
)
"""What leads to the hours that something moves between: `la séance passe de 18h à 17h30`."""


def is_former(text: str, hours: Hours) -> bool:
    """Whether an hour is no more that of the meeting, for which another one is told in its sentence behind it.

    `La rencontre, annoncée à 14h, commencera à 14h30`.
    """
    start = max(0, hours.start - _LEAD)
    before = text[start : hours.start]
    if ("non" in before or "lieu" in before or "pas" in before or "plut" in before) and _REFUSED.search(before):
        return True
    if "pas " in before and _DENIED.search(before) and _BUT_THEN.match(text, hours.end):
        return True
    if before[-1:] != " " or hours.end >= len(text) or before[-2:-1] not in "àeurs":  # `à`, `de`, `pour`, `vers`
        return False
    if _PLANNED.search(text, start, hours.start) is not None:
        return _NOW.match(text, hours.end) is not None
    floor = max(0, hours.start - 2 * _LEAD)
    return _FINALLY.match(text, hours.end) is not None and _PLANNED_THEN.search(text, floor, hours.start) is not None


def behind_move(text: str, hours: Hours) -> Hours:
    """Hours, of those that something moves between only the second: it is no range (`décalé de 9h à 10h30`)."""
    if hours.starts is None or hours.ends is None or hours.stops > len(("start", "end")):
        return hours
    floor = max(0, hours.start - _LEAD)
    lead = text[floor : hours.start] + ("de " if text.startswith("de ", hours.start) else "")
    moves = _MOVES_FROM.search(lead)
    if moves is None or (moves["goes"] and hours.ends - hours.starts > _LONGEST_STEP):
        return hours
    return Hours(hours.ends, None, hours.start, hours.end, hours.colon)
