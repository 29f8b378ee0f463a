"""The role of a date by the cue that governs it, where the cue reaches it: each kind of cue has its own reach."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from extract.dates.cues import EVENT_WORDS, Cue, find_cue
from extract.dates.governors import find_clause, find_governor
from extract.dates.settings import Setting
from extract.matching.leaping import compile_leaping
from extract.records import DateRole

_TO_APPLY: Final = re.compile(
    r"[^.]{0,12}pour (?:vous |s['’])?"
    r"(?:candidat\w+|inscri\w+|r[ée]pon\w+|d[ée]pos\w+|postul\w+|particip\w+|envoy\w+|transm\w+)"
)
_MOVED: Final = re.compile(
    r"(?:report\w+|d[ée]cal\w+|d[ée]plac\w+|avanc\w+|repouss\w+|fix[ée]\w*|"
    r"cal[ée]\w*|positionn\w+|maintenu\w*|pr[ée]vu\w*|programm\w+)(?: \w+){0,2} $"
)
_TERM: Final = re.compile(
    r"(?<![^\W_])(?:d[ée]lais?|[ée]ch[ée]ances?|terme|fin|clôture|remise|signature|vote|[ée]lections?|parution|livraison|"
    r"entr[ée]e en vigueur)(?![^\W_])(?: (?!a |aura |se |sera |est |qui )[^\W\d_]+){0,3}"
    r"(?: (?:est|sont|a [ée]t[ée]|sera|[ée]tait))? $"
)
"""What is moved and is no meeting: `délai repoussé au`, `la fin des travaux est reportée au`."""
_PAPERWORK_OPENS: Final = re.compile(
    r"(?:ouvertures? |(?:(?:s|m|vous |nous )['’]? ?)?inscri|candidat|guichets?|plateformes?|d[ée]p[ôo]ts?|r[ée]serv|"
    r"billet|places|(?:en )?ventes?)"
)
_BY_SERVICE: Final = re.compile(r"\s+par [^.;:]{2,60}(?:,|\s[-–|])?\s*(?:le )?")
_ARE: Final = re.compile(r"(?<![^\W_])(?:[êe]tes|est|sont|sommes|suis)\s(?:bien\s|d[ée]j[àa]\s)?$")
_EVENT: Final = re.compile(rf"(?<![^\W_])(?:{EVENT_WORDS})(?![^\W_])")
_OF_MEETING: Final = re.compile(
    rf"(?<![^\W_])(?:{EVENT_WORDS})(?:\s(?!le |avant |au |jusqu)[^\W\d_][\w'’-]*){{0,4}}?"
    r"\s(?:du|des|d['’]un|de)\s?(?:[^\W\d_]+di\s)?$"
)
"""A day of a meeting, whatever ends before it: `Les réponses pour l'atelier du`."""
_COURSE: Final = re.compile(
    rf"(?<![^\W_])(?:{EVENT_WORDS}|parcours|saisons?|programmes?|programmation|tourn[ée]es?|r[ée]sidences?|campus|"
    r"universit[ée]s?|exposition|quinzaine|semaine|mois|ann[ée]e|s[ée]ries?|caf[ée]s?)(?![^\W_])"
)
_ENROLMENT: Final = re.compile(
    r"(?<![^\W_])(?:(?:pr[ée][- ]?)?inscri|candidat|r[ée]serv|billet|ventes?|guichet|d[ée]p[ôo]t|d[ée]pos|adh[ée]sion|"
    r"liste|formulaire|questionnaire|appels?|campagne|concours|dossier|enqu[êe]te|consultation|r[ée]pon)"
)
_HOLDS: Final = re.compile(
    r"(?<![^\W_])(?:(?:co-?)?(?:organis|propos|invit|convi|accueill|r[ée]uni|anim|mont)\w+|donn\w+ rendez-vous|"
    r"(?:a|ont) le plaisir)(?![^\W_])"
)
"""What a council does that holds a meeting, and no act."""
_MINUTES: Final = (
    r"(?:comptes?[- ]rendus?|relev[ée]s? de|proc[èe]s[- ]verba(?:l|ux)|p\.?v\.?|ordres? du jour|convocations?)"
    r"(?![^\W_])"
)
_PAPER_OF: Final = re.compile(rf"\W*(?:projet de )?{_MINUTES}[^.;:!?\d]{{0,60}}")
_PAPER_BEHIND: Final = re.compile(rf"[ ,0-9]*(?::|[–—|(-]) ?(?:projet de )?{_MINUTES}")
_OF_DAY: Final = re.compile(r"(?: [^\W\d_]+){0,4} du (?:[^\W\d_]+di )?")
_AT_TOWN: Final = re.compile(r",?\s(?:à|au|aux|en mairie d[e'’])\s?[A-ZÉÈÂÎ]")
_REACH, _REACH_OF_LIMIT = 45, 14
"""Characters between a cue of signing up, or a word of limit, and its day."""
_BEFORE_SEASON: Final = re.compile(
    r"\s(?:l['’]\s?(?:[ée]t[ée]|hiver|automne)|les (?:vacances|f[êe]tes|cong[ée]s)|"
    r"la (?:rentr[ée]e|tr[êe]ve|pause)|no[ëe]l)"
    r"(?![^\W_])"
)
"""What is no limit: `Dernier café avant l'été le 29 juin`."""
_LIMIT_WORD: Final = re.compile(r"avant|d['’ ]ici|au plus tard")
_APPEARS: Final = compile_leaping(
    r"(?<![^\W_])(?:ser(?:a|ont)|(?:devr(?:ait|aient)|doi(?:t|vent)|va|vont) [êe]tre)\s(?:[^\W\d_]+\s){0,2}?"
    r"(?:publi[ée]|diffus[ée]|communiqu[ée]|annonc[ée]|finalis[ée]|achev[ée]|termin[ée]|livr[ée]|connu|disponible|accessible|"
    r"consultable|t[ée]l[ée]chargeable|(?:mis|rendu)(?=e?s? (?:en (?:ligne|service)|[àa] (?:la )?disposition|public)))"
    r"e?s?(?![^\W_])[^.;:!?\d]{0,60}$"
)
"""What will be there by a day, and nobody has to do anything until then: `La synthèse sera mise en ligne d'ici`."""
_HELD_THEN: Final = re.compile(
    r"(?<![^\W_])(?:(?:se|s['’]) ?(?:d[ée]roul|tien)\w+|a(?:ura)? lieu|est organis[ée]e|posera\w*|"
    r"fait (?:[ée]tape|halte)|est accueillie?|sera (?:accueillie?|organis[ée]e?))(?![^\W_])"
)
_AT_PLACE: Final = re.compile(r"(?<![^\W_])(?:[àÀ]|au|aux|dans|chez|en)\s(?:l[ae]s?\s|l['’]\s?)?[^\W\d_]")
"""A day that is kept everywhere is held at one place here: `La journée nationale des aidants aura lieu à Laon le`."""
_AFTER_ASIDE: Final = re.compile(r",\s(?!mis|modifi|actualis|publi|dans\b|par\b|à\s\d|rubrique|cat[ée]gorie)[a-zà-ÿ]")
"""What goes on with the sentence behind words that were set between commas."""


def role_by_cue(setting: Setting, cue: Cue, *, has_hours: bool) -> DateRole | None:
    """The role of a date by its cue; None where the cue does not reach it."""
    return _ROLES[cue.kind](setting, cue, has_hours)


def _law(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    own = setting.lower[cue.end :].strip() == "du"  # hours behind it are of something else (`la circulaire du 31 août`)
    return "law" if own or not has_hours else None


def _act(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    between = setting.before[cue.end :]
    if _AT_TOWN.match(setting.after) and _is_met_for(setting.lower, cue):
        return "event"  # `L'étude a été restituée le 24 janvier, à Sallaumines`
    if cue.words.startswith("conseil") and _HOLDS.search(between):
        return None  # `Le conseil départemental organise, le 3 juin, une rencontre`
    if cue.words.startswith("conseil") and _is_of_minutes(setting, cue):
        return "event"  # `Compte rendu du conseil municipal du 12 mars`
    return None if has_hours or len(between) > 110 else "other"


def _is_of_minutes(setting: Setting, cue: Cue) -> bool:
    """Whether a line says that a paper is the minutes, the agenda or the convocation of the council of its day."""
    if cue.start == 0 or _PAPER_OF.fullmatch(setting.lower, 0, cue.start):
        named = _OF_DAY.fullmatch(setting.lower, cue.end) is not None
        return named and (cue.start > 0 or _PAPER_BEHIND.match(setting.lower_after) is not None)
    return False


def _is_met_for(lower: str, cue: Cue) -> bool:
    """Whether people meet for what the clause of a day is about, by the verb behind it."""
    governor = find_governor(lower)
    return governor is not None and governor.family == "meet" and not governor.bare and governor.start >= cue.end


def _event(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    return "event"


def _stamp(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    between = setting.before[cue.end :]
    if len(between.strip(" :")) > 12 and not _BY_SERVICE.fullmatch(between):
        return None
    aside = setting.before[: cue.start].rstrip().endswith(",") and _AFTER_ASIDE.match(setting.after)
    return "other" if aside else "publication"  # `Le guide, paru le 2 mai 2019, reste utile`


def _changed(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    return "modification" if len(setting.before[cue.end :].strip()) <= 12 else None


def _deadline(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    between = setting.before[cue.end :]
    if _OF_MEETING.search(setting.lower) or _closes_meeting(setting.lower[: cue.start], cue.words):
        return "event"
    if cue.words.startswith("inscri") and _ARE.search(setting.lower[: cue.start]):
        return "event" if _EVENT.search(between.lower()) else None  # `Vous êtes inscrits à la journée du`
    if _LIMIT_WORD.fullmatch(cue.words) is None:
        return "registration_deadline" if len(between) <= _REACH else None
    if len(between) > _REACH_OF_LIMIT or ":" in between or _BEFORE_SEASON.match(between.lower()):
        return None
    return "other" if _APPEARS.search(setting.lower, 0, cue.start) is not None else "registration_deadline"


def _closes_meeting(before: str, words: str) -> bool:
    """Whether what closes on a day is what people come to, and not signing up: `Le parcours se clôt le`."""
    if not words.startswith(("se cl", "clos", "clôtur")):
        return False
    clause = find_clause(before)[1]
    return _COURSE.search(clause) is not None and _ENROLMENT.search(clause) is None


def _named(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    if cue.kind == "named" and ":" in setting.before[cue.end :]:
        return "event"  # `Journée nationale des centres : mercredi 12 décembre` announces its own day
    held = _HELD_THEN.search(setting.lower, cue.end) if cue.kind == "named" else None
    if held is not None and (
        _AT_PLACE.search(setting.before, held.end()) or _AT_PLACE.match(setting.after.lstrip(" ,"))
    ):
        return "event"
    return None if has_hours else "other"


def _other(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    if cue.words.startswith("jusqu") and _TO_APPLY.match(setting.lower_after):
        return "registration_deadline"
    if cue.words.startswith("jusqu") and _is_deadline(
        find_cue(setting.before[: cue.start], setting.lower[: cue.start])
    ):
        return "registration_deadline"
    if cue.words == "au" and (put := find_cue(setting.before[: cue.start], setting.lower[: cue.start])) is not None:
        if _is_deadline(put):
            return "registration_deadline"
        if put.kind == "other" and _PAPERWORK_OPENS.match(put.words):
            return "other"  # `L'ouverture des inscriptions est fixée au`
    moved = _MOVED.search(setting.lower[: cue.start]) if cue.words == "au" else None
    if moved:
        return "other" if _TERM.search(setting.lower, 0, moved.start()) else "event"
    opens = _PAPERWORK_OPENS.match(cue.words) is not None  # at an hour, too: `les inscriptions ouvrent le 3 mai à 9h`
    opens = opens or cue.words.startswith("jusqu")  # `visible jusqu'au 30 mars, de 10h à 18h`
    return "other" if (opens or not has_hours) and len(setting.before[cue.end :].strip()) <= 8 else None


def _is_deadline(cue: Cue | None) -> bool:
    return cue is not None and cue.kind == "deadline"


def _away(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    between = setting.before[cue.end :]
    return "other" if len(between) <= 25 and "." not in between else None


_ROLES: Final[dict[str, Callable[[Setting, Cue, bool], DateRole | None]]] = {
    "law": _law,
    "act": _act,
    "event": _event,
    "stamp": _stamp,
    "changed": _changed,
    "deadline": _deadline,
    "named": _named,
    "away": _away,
    "other": _other,
    "paper": _named,
}
