"""The role of a month, a season or a longer period: only what is said to happen then is an event's."""

from __future__ import annotations

import re
from typing import Final

from extract.dates.cue_roles import role_by_cue
from extract.dates.cues import EVENT_WORDS, Cue, find_cue
from extract.dates.founding import TO_COME
from extract.dates.governors import find_governor
from extract.dates.initials import compile_vocabulary
from extract.dates.leaning_words import FUTURE
from extract.dates.settings import Setting
from extract.dates.word_gates import give_bit
from extract.matching.leaping import compile_leaping
from extract.records import DateRole

_PAST: Final = compile_vocabulary(
    {
        "past": r"initi[ée]e?s?|lanc[ée]e?s?|d[ée]ploy[ée]e?s?|men[ée]e?s?|cr[ée][ée]e?s?|propos[ée]e?s?|engag[ée]e?s?|"
        r"entam[ée]e?s?|adopt[ée]e?s?|sign[ée]e?s?|install[ée]e?s?|inaugur[ée]e?s?|r[ée]alis[ée]e?s?|conduite?s?|"
        r"organis[ée]e?s?"
    }
).pattern
_TO_BE_PUBLISHED: Final = compile_leaping(
    r"(?:(?:diffus|publi|envoy|transmis|communiqu|mis)(?:[ée]e?s?|es?)?|(?:visi|disponi|consulta|accessi|t[ée]l[ée]chargea)bles?)"
    r"(?: en ligne)?(?: (?:\w+ment|[àa] tous|(?:sur|dans) (?:[\w'’]+ ){0,3}[\w'’]+))? "
    r"(?:en|au|courant|d[ée]but|fin|mi|[àa])[ -]?(?:la |l['’])?$"
)
_EVENT_AHEAD: Final = re.compile(
    r"\s*,?\s(?:les? |la |l['’]|une? |deux |trois |quatre |cinq |six |\d+ |des |plusieurs )(?:\w+ )?"
    rf"(?:{EVENT_WORDS})(?![^\W_])[^.;:]{{0,80}}(?:aura|auront|sera|seront|se tiendr\w+|se d[ée]rouler\w+|"
    r"est pr[ée]vue?|sont pr[ée]vue?s)"
    r"(?![^\W_])"
)
"""What comes after a period that opens its sentence: `Entre mars et juin, six ateliers seront animés`."""
_DONE_BEFORE: Final = re.compile(r",\s[^.;:]{3,80}?\savai(?:t|ent)\s(?:\w+\s)?\w+(?:é|i|u|is)e?s?(?![^\W_])")
"""What was done in a period that opens its sentence: `En juin 2016, trois classes avaient visité le chantier`."""
_PAPERWORK: Final = compile_vocabulary(
    {
        "paperwork": r"(?:le |un |du )?(?:enregistrements?|vid[ée]os?|replays?|captations?|"
        r"programmes?(?: d[ée]taill[ée]s?)?|invitations?|inscriptions?|bulletins?|formulaires?|liens?|supports?|actes|"
        r"informations?|pr[ée]cisions?|r[ée]sultats?|synth[èe]se|publications?)"
    },
    after=r"\s+[^.]{0,50}$",
).pattern


_THOUGHT_OF: Final = compile_leaping(
    r"(?<![^\W_])(?:envisag\w+|[àa] l['’][ée]tude|en (?:cours de |pleine )?(?:pr[ée]paration|projet|construction|"
    r"discussion|r[ée]flexion|calage|gestation)|"
    r"(?:est|sont|serait|seraient) (?:\w+ )?(?:imagin|souhait|esp[ée]r)[ée]e?s?)"
    r"(?![^\W_])"
)
"""What nobody has decided yet: `Une session est envisagée à l'automne`."""


_MAY_BE_THOUGHT_OF, _MAY_BE_PAPERWORK = give_bit(_THOUGHT_OF), give_bit(_PAPERWORK)
_MAY_BE_PUBLISHED: Final = give_bit(_TO_BE_PUBLISHED)


def find_period_role(setting: Setting) -> tuple[DateRole, str]:
    """The role of a period, with the rule."""
    cue = setting.cue
    if _lies_back(setting, cue):
        return "past", "period_past"
    if (setting.may & _MAY_BE_THOUGHT_OF and _THOUGHT_OF.search(setting.lower)) or _THOUGHT_OF.match(
        setting.lower_after
    ):
        return "other", "thought_of"
    if setting.may & _MAY_BE_PAPERWORK and _PAPERWORK.search(setting.lower, cue.start if cue else 0):
        return "other", "paperwork"
    if cue is not None and cue.words == "au":
        cue = _look_behind(setting, cue)
    if cue is not None and cue.kind not in ("stamp", "changed"):
        role = role_by_cue(setting, cue, has_hours=False)
        if role is not None:
            return role, f"cue:{cue.kind}"
    if setting.may & _MAY_BE_PUBLISHED and _TO_BE_PUBLISHED.search(setting.lower):
        return "publication", "period_of_publication"
    if FUTURE.search(setting.lower) or _EVENT_AHEAD.match(setting.lower_after):
        return "event", "period_ahead"
    return "other", "period"


def _look_behind(setting: Setting, cue: Cue) -> Cue | None:
    """The cue before the `au` of a period (`au printemps` is when, not until when), where it tells of an event."""
    behind = find_cue(setting.before[: cue.start], setting.lower[: cue.start])
    return behind if behind is None or behind.kind == "event" else cue


def _lies_back(setting: Setting, cue: Cue | None) -> bool:
    """Whether words tell of what was done in a period, before it or behind it."""
    if _was_done(setting.lower, cue.end if cue and cue.kind == "event" else 0):
        return True
    return _DONE_BEFORE.match(setting.lower_after) is not None or _has_been(setting.lower, cue.end if cue else 0)


def _has_been(words: str, start: int) -> bool:
    """Whether the verb behind a cue tells what somebody has done by then, and did not meet: `le choix fait en`."""
    governor = find_governor(words)
    done = governor is not None and governor.is_done and not (governor.bare or governor.is_passive)
    return governor is not None and done and governor.family not in ("meet", "") and governor.start >= start


def _was_done(words: str, start: int) -> bool:
    """Whether a participle tells of something done, not of something that will be."""
    return any(not TO_COME.search(words[: done.start()]) for done in _PAST.finditer(words, start))
