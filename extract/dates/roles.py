"""What a date is to the page: the day of an event, of a law, a deadline, a stamp, or something else.

The words before a date in its own sentence decide: what it hangs on (`extract.dates.limits`, `extract.dates.things`),
else the cue nearest to it (`extract.dates.cues`), else the words after it. Where nothing stands, a day is an event's
day, and a period is not.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from extract.dates.cue_roles import role_by_cue
from extract.dates.cues import EVENT_WORDS
from extract.dates.founding import MAY_BE_DONE_BY, was_done_by
from extract.dates.leaning_words import BEHIND_IT, FUTURE, HAPPENED, HAS_DONE, IF_IT_WERE, LEANS_ON, NEXT_ONES, SAID
from extract.dates.limits import LONGEST_LEAD as LONGEST_LIMIT
from extract.dates.limits import MAY_BE_LABELLED, MAY_BE_LIMIT, is_labelled_limit, is_limit
from extract.dates.period_roles import find_period_role
from extract.dates.settings import Setting
from extract.dates.things import (
    LONGEST_LEAD,
    MAY_BE_KEPT,
    MAY_BE_OF_THING,
    MAY_DATE_PAPER,
    MAY_END_OTHER,
    becomes_behind,
    dates_the_paper,
    ends_other,
    is_of_thing,
    was_kept,
)
from extract.dates.told_after import has_been, tell_after
from extract.dates.word_gates import give_bit, give_bit_of, look_through
from extract.records import DateRole

Role = tuple[DateRole, str]
"""A role and the name of the rule that gave it."""

_PUT_OFF_TO: Final = re.compile(
    r"(?:est|sont|sera|seront|a [ée]t[ée]|ont [ée]t[ée])\s(?:\w+ment\s)?remise?s? (?:au|[àa] (?:ce\s)?)\s?"
    r"(?:[^\W\d_]+di\s)?$"
)
"""To which day a meeting is put off: `La rencontre est remise au`."""
_FORMER: Final = re.compile(r"(?<![^\W_])(?<!les )pr[ée]c[ée]dente?s?\s[^.;:!?\d]{3,80}$")
"""What was before that: `La précédente rencontre, organisée à Hirson le`."""
_NOT_DONE: Final = re.compile(r"n['’](?:aura|auront|a|ont) pas (?:pu|lieu|eu lieu)")
"""What was announced for a day and is not done on it: `La fête, annoncée le 26 juin, n'aura pas lieu`."""
_OFFERED: Final = re.compile(
    rf"(?<![^\W_])(?:date|cr[ée]neau|{EVENT_WORDS})\s(?:[^\W\d_]+\s)?(?:est|a [ée]t[ée])\s"
    r"(?:\w+\s)?ouverte?\s(?:le\s)?$"
)
"""To what people may come then: `une seconde date est ouverte le`."""
_ENDS: Final = re.compile(
    r"(?<![^\W_])(?:s['’]ach[èe]v|se (?:termin|cl[ôo]|conclu|poursui|prolong)|prend\w* fin|d[ée]but|commenc|d[ée]marr|"
    r"fini)\w*\s(?:le\s)?(?:[^\W\d_]+di\s)?$"
)
_AT_TOWN: Final = re.compile(r",?\s[àÀ]\s[A-ZÉÈÂÎ][^\W\d_]")
_SIGNED: Final = re.compile(r"\s*fait (?:à|a|en) [^.;:\d]{2,40},?\s*(?:le\s*)?$")
KNOWN_LAW_DAYS: Final = {
    dt.date(1905, 12, 9): "séparation des Églises et de l'État",
    dt.date(1901, 7, 1): "contrat d'association",
    dt.date(2003, 8, 1): "ville et rénovation urbaine",
    dt.date(2014, 2, 21): "ville et cohésion urbaine",
    dt.date(2017, 1, 27): "égalité et citoyenneté",
    dt.date(2021, 8, 24): "respect des principes de la République",
}
"""Days that the field names by themselves (`du 21 février 2014`): founding laws, from their official titles."""
_LAW_OF_DAY: Final = {(day.month, day.day): day.year for day in KNOWN_LAW_DAYS}
_MARKED_DAYS: Final = frozenset({101, 1231}) | {100 * day.month + day.day for day in KNOWN_LAW_DAYS}
"""Month and day (1231 is 31 December) of the days that may be no event's by themselves."""
_ANY_DAY: Final = dt.date(1, 1, 2)
_FROM_THEN: Final = ("dès", "dès le", "à partir", "à partir du", "à compter", "à compter du")
_OPENS: Final = ("", "le", "ce", "dès le")
"""What stands before a day that opens its sentence."""
_BINDS: Final = re.compile(
    r",?\s[^.;:!?]{3,80}?(?<![^\W_])(?:devr\w+|pourr\w+|(?:ser(?:a|ont)|devien\w+)\s(?:\w+\s)?"
    r"(?:obligatoire|tenu|soumis|remplac|interdit|supprim)\w*|entr\w+ en vigueur|s['’]appliqu\w+)"
)
"""What is bound from a day on: `Dès le 1er septembre, toutes les entreprises devront …`."""
_SURE_CUES: Final = ("deadline", "law", "stamp", "changed")
"""Kinds of cues that say more than what a sentence speaks of."""


def find_role(setting: Setting, first_day: dt.date, *, is_day: bool, has_hours: bool) -> tuple[DateRole, str]:
    """The role of a date and the name of the rule that gave it."""
    if is_day:
        if has_hours or 100 * first_day.month + first_day.day in _MARKED_DAYS:
            return _day_role(setting, first_day, has_hours=has_hours)
        if setting.plain_role is None:
            setting.plain_role = _day_role(setting, _ANY_DAY, has_hours=False)
        return setting.plain_role
    if has_hours:
        return _day_role(setting, first_day, has_hours=True)
    return _told_before(setting) or find_period_role(setting)


def is_limit_day(setting: Setting) -> bool:
    """Whether the words around a day, whatever its year, make it one until which people have to do something."""
    return find_role(setting, _ANY_DAY, is_day=True, has_hours=False)[0] == "registration_deadline"


_ISSUE: Final = re.compile(
    r"\W*(?:l[ae]\s|notre\s|l['’])?(?:(?:info|news)?lettres?|newsletter|bulletin|gazette|journal|actualit[ée]s?|communiqu[ée]|"
    r"br[èe]ve|billet|num[ée]ro|[ée]dition)"
    r"(?:\s(?:d['’]information|d['’]infos?|de presse|du r[ée]seau|hebdomadaire|mensuelle?))?"
    r"(?:,?\s?n\s?°\s?\d+)?\s?(?:du|[–—,|(:-])\s?(?:[^\W\d_]+di\s)?$"
)
"""What a line says before the day on which it came out: `Lettre d'information n° 47 –`, `Actualité du`."""
_MAY_DATE_ISSUE: Final = give_bit(_ISSUE)
_MAY_BE_FROM_THEN: Final = give_bit_of(lambda word: word in ("dès", "partir", "compter"))
_MAY_BE_TOLD: Final = give_bit(_SIGNED, _PUT_OFF_TO, _FORMER) | MAY_DATE_PAPER


def _dates_issue(setting: Setting) -> bool:
    """Whether a line says no more than what came out on its day."""
    return _ISSUE.fullmatch(setting.lower) is not None and not setting.after.partition("\n")[0].strip(" .)|–—-")


def _told_before(setting: Setting) -> tuple[DateRole, str] | None:
    """The role of a date that is signed, or behind what is done on one day for good."""
    if setting.may & _MAY_BE_TOLD:
        if _SIGNED.match(setting.lower):
            return "publication", "signed"
        if _PUT_OFF_TO.search(setting.lower) and not is_of_thing(setting.lower, setting.may):
            return "event", "put_off_to"
        if _FORMER.search(setting.lower):
            return "past", "former"
        if dates_the_paper(setting.lower):
            return "publication", "paper_dated"
    if setting.is_founding and _OFFERED.search(setting.lower):
        return "event", "offered"
    if setting.is_founding and (setting.cue is None or setting.cue.kind not in ("law", "publication")):
        return None if _NOT_DONE.search(setting.after) else ("past", "founded")
    return None


def _day_role(setting: Setting, first_day: dt.date, *, has_hours: bool) -> Role:
    """The role of a day by what it hangs on, then by its cue, then by the words after it."""
    if not has_hours and has_been(setting):
        return "past", "having_been"
    if setting.says_nothing:
        return _untold(setting, first_day, has_hours)
    if setting.may & MAY_BE_KEPT and was_kept(setting.lower):
        return "other", "kept_then"
    if setting.may & _MAY_DATE_ISSUE and _dates_issue(setting):
        return "publication", "day_of_issue"
    told = None if has_hours else _told_before(setting)
    if told is None and setting.may & _MAY_BE_FROM_THEN and not has_hours:
        told = _from_then(setting)
    told = told or _by_limit(setting, has_hours)
    told = told or (_by_end(setting) if has_hours else _by_thing(setting))
    return told or _by_cue(setting, first_day, has_hours) or _untold(setting, first_day, has_hours)


def _from_then(setting: Setting) -> Role | None:
    bound = setting.lower.strip() in _FROM_THEN and _BINDS.match(setting.lower_after) is not None
    return ("other", "effective") if bound else None


def _by_limit(setting: Setting, has_hours: bool) -> Role | None:
    may_be = setting.may & MAY_BE_LIMIT or len(setting.lower) > LONGEST_LIMIT
    if may_be and is_limit(setting.lower, setting.lower_after, has_hours=has_hours):
        return "registration_deadline", "cue:limit"
    if has_hours:
        return None
    if not may_be and setting.may & MAY_BE_LABELLED and is_labelled_limit(setting.lower):
        return "registration_deadline", "cue:limit"
    return ("registration_deadline", "strict_limit_after") if setting.has_limit_behind else None


def _by_thing(setting: Setting) -> Role | None:
    if not setting.may & MAY_BE_OF_THING and len(setting.lower) <= LONGEST_LEAD:
        return None
    unsure = setting.cue is None or setting.cue.kind not in _SURE_CUES
    if _ENDS.search(setting.lower) and _AT_TOWN.match(setting.after):
        return None  # `Le carnet de route s'achèvera le 16 mai à Maubeuge`: what ends at a place is met for
    thing = unsure and is_of_thing(setting.lower, setting.may) and not setting.has_limit_behind
    return ("other", "of_thing") if thing else None


def _by_end(setting: Setting) -> Role | None:
    """The role of an hour at which something ends that is no meeting: `La collecte prend fin le 3 mars à 18h`."""
    if not setting.may & MAY_END_OTHER and len(setting.lower) <= LONGEST_LEAD:
        return None
    if _ENDS.search(setting.lower) and _AT_TOWN.match(setting.after):
        return None
    unsure = setting.cue is None or setting.cue.kind == "other"
    return ("other", "end_of_thing") if unsure and ends_other(setting.lower) else None


def _by_cue(setting: Setting, first_day: dt.date, has_hours: bool) -> Role | None:
    cue = setting.cue
    role = role_by_cue(setting, cue, has_hours=has_hours) if cue is not None else None
    if cue is None or role is None:
        return None
    if role == "event" and cue.kind == "other" and _is_of_terms(setting, first_day, has_hours):
        role = "other"
    return role, f"cue:{cue.kind}"


def _untold(setting: Setting, first_day: dt.date, has_hours: bool) -> Role:
    """The role of a day that nothing before it tells."""
    if first_day in KNOWN_LAW_DAYS and not has_hours:
        return "law", "known_law_day"
    told = told_after(setting)
    if told is not None and not (has_hours and told[1] == "act_after"):
        return told
    if setting.may & MAY_BE_DONE_BY and not has_hours and was_done_by(setting.lower):
        return "other", "done_by"
    if not has_hours and setting.lower.strip() in _OPENS and becomes_behind(setting.lower_after):
        return "other", "of_thing"
    return ("other", "first_of_january") if _is_of_terms(setting, first_day, has_hours) else ("event", "day")


def told_after(setting: Setting) -> Role | None:
    """The role that the words after a day tell, asked for once."""
    if not setting.asked_after:
        setting.asked_after = True
        setting.after_role = tell_after(setting) if setting.after or "par " in setting.lower else None
    return setting.after_role


def _is_of_terms(setting: Setting, day: dt.date, has_hours: bool) -> bool:
    """Whether a day is one on which terms begin or end rather than people meet: they meet on it at an hour.

    The hours behind a bracket are of another line: `les avenants (échéance du 31 décembre)`.
    """
    if (day.month, day.day) not in ((1, 1), (12, 31)):
        return False
    return not has_hours or setting.lower.count("(") > setting.lower.count(")")


def find_year_of_law(setting: Setting, month: int, day: int) -> int | None:
    """The year of a founding law that is called by its day alone: `l'article 7 de la loi du 21 février`."""
    year = _LAW_OF_DAY.get((month, day))
    cue = setting.cue
    return year if year is not None and cue is not None and cue.words.startswith("loi") else None


def find_leaning(setting: Setting) -> int:
    """1 where a day without a year lies ahead by its words, -1 where it lies back, else 0.

    `LEANS_ON` where it lies ahead of whatever else the page tells (`Prochaines réunions :`).
    """
    if setting.leaning is None:
        role, _ = find_role(setting, _ANY_DAY, is_day=True, has_hours=False)
        setting.leaning = {"law": -1, "registration_deadline": 1}.get(role) or _lean_by_verbs(setting)
    return setting.leaning


def find_period_leaning(setting: Setting) -> int:
    """The same for a month or a season."""
    rule = find_role(setting, _ANY_DAY, is_day=False, has_hours=False)[1]
    return -1 if rule == "period_past" else find_leaning(setting)


_MAY_LEAN_BACK: Final = give_bit(IF_IT_WERE, HAPPENED, BEHIND_IT, NEXT_ONES, SAID)
"""What stands among words that say more of a day than that it lies ahead."""


def _lean_by_verbs(setting: Setting) -> int:
    if HAS_DONE.match(setting.lower_after):
        return -1
    words = setting.lower + " " + setting.lower_after
    may = look_through(words)
    if may & _MAY_LEAN_BACK:
        if IF_IT_WERE.search(words):
            return 1
        if HAPPENED.search(words) or BEHIND_IT.search(setting.lower) or SAID.search(setting.lower):
            return -1
        if NEXT_ONES.search(setting.lower):
            return LEANS_ON
    return 1 if FUTURE.search(words) else 0
