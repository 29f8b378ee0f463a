"""What a date is to the page: the day of an event, of a law, a deadline, a stamp, or something else.

The words before a date in its own sentence decide: the cue nearest to the date governs it. Where no cue stands, a day
is an event's day, and a period is not.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from extract.records import DateRole

_REACH: Final = 170
_SENTENCE: Final = re.compile(r"[.!?;]\s+(?=[A-ZÀ-Ü«\"(])|\n|[•▪]|\s[|]\s")

_LAW: Final = (
    r"lois?|d[ée]crets?|circulaires?|arr[êe]t[ée]s?|ordonnances?|instructions?|directives?|r[èe]glements?|"
    r"notes? de service|notes? techniques?|code (?:du|de|des)|avis|constitution|trait[ée]|d[ée]claration universelle"
)
_ACT: Final = (
    r"comit[ée]s? interminist[ée]riel\w*|conseil des ministres|"
    r"conseils? (?:municipal|communautaire|d[ée]partemental|r[ée]gional|m[ée]tropolitain|d['’]administration)|"
    r"\bciv\b|\bciec\b|\bcir\b|discours|"
    r"d[ée]lib[ée]rations?|attentats?|assassinat|[ée]meutes|violences|drame|confinements?|[ée]lections?|"
    r"recensement|zonage|"
    r"rapport|enqu[êe]te|[ée]tude|"
    r"signatures?|convention sign\w+|accords?[- ]cadres?|protocole|publication|num[ée]ro|lettre"
)
_PAPER: Final = (
    r"plans?|chartes?|conventions?|contrats?|accords?|pactes?|strat[ée]gies?|feuilles? de route|avenants?|"
    r"dispositifs?"
)
_NAMED_DAY: Final = r"(?:journ[ée]e|semaine|mois|quinzaine)s? (?:inter)?(?:nationale?|mondiale?|europ[ée]enne)s?"
_EVENT: Final = (
    r"journ[ée]es?(?: d['’][ée]tudes?)?|demi-journ[ée]es?|rencontres?|s[ée]minaires?|webinaires?|"
    r"web-?conf[ée]rences?|formations?|"
    r"cycles?|sessions?|ateliers?|"
    r"conf[ée]rences?|colloques?|r[ée]unions?|visites?|s[ée]ances?|rendez-vous|rdv|matin[ée]es?|forums?|assises|"
    r"assembl[ée]es?|pl[ée]ni[èe]res?|petits?[- ]d[ée]jeuners?|modules?|visio\w*|visios?-conf[ée]rences?|"
    r"regroupements?|soir[ée]es?|"
    r"d[ée]bats?|ag|barcamp|hackathon|salon|festival|f[êe]te|voyages?(?: d['’][ée]tudes?)?|d[ée]ambulation|"
    r"casse-cro[ûu]te|table[- ]ronde|"
    r"comit[ée] (?:de pilotage|technique)|copil|h[ée]bergement|accueil"
)
_STAMP: Final = (
    r"r[ée]dig[ée]e?s?|envoy[ée]e?s?|publi[ée]e?s?|mise? en ligne|mise? [àa] jour|post[ée]e?|paru(?:e|es|s)?|"
    r"version|actualis[ée]e?|"
    r"date de publication|parution|article|communiqu[ée](?: de presse)?|billet|br[èe]ve"
)
_CHANGED: Final = r"(?:derni[èe]re )?modifi(?:[ée]e?|cation)"
_DEADLINE: Final = (
    r"avant|d['’ ]ici|au plus tard|date limite|dernier d[ée]lai|dead ?-?line|limite d['’e]\w*|date de cl[ôo]ture|"
    r"cl[ôo]ture des? \w+|(?<!de )cl[ôo]tur\w+|fin des? (?:inscriptions?|candidatures?|d[ée]p[ôo]ts?)|"
    r"attendue?s? (?:pour|avant|jusqu['’]au)|"
    r"r[ée]ponses? (?:souhait|attend|demand|avant|pour|au plus|obligatoire)\w*.{0,40}|d[ée]p[ôo]ts? (?:des?|"
    r"du) \w+|retourn\w+.{0,50}|date butoir|"
    r"(?:inscri\w+|candidat\w+|d[ée]p[ôo]t\w*|d[ée]poser|d[ée]pos[ée]\w*|r[ée]pon\w+|s['’]inscrire|dossiers?|"
    r"contributions?|propositions?)"
    r"[^.]{0,60}(?:jusqu['’](?:au|à)|jusque|pour|cl\w+|ferm\w+|close\w*|avant)"
)
_OTHER: Final = (
    r"depuis|[àa] l['’](?:approche|occasion) du|(?:au lendemain|[àa] la veille) du|[àa] (?:compter|partir) du|"
    r"en vigueur(?: au)?|valables?.{0,20}jusqu\w*.{0,3}|n[ée]e?|"
    r"prorog[ée]\w*.{0,30}|"
    r"prolong[ée]\w*.{0,30}|[ée]ch[ée]ance.{0,20}|(?:prend|prennent|prendra|prendront) fin|jusqu['’](?:au|en|"
    r"[àa])|jusque|horizon|"
    r"(?<![^\W_])au(?= ?$)"
)
_STREET: Final = (
    r"rues?|avenues?|av\.?|boulevards?|bd\.?|places?|squares?|quais?|all[ée]es?|impasses?|stade|lyc[ée]e|coll[èe]ge|"
    r"[ée]coles?|salle|r[ée]sidence|cit[ée]|pont|chauss[ée]e|cours|parvis|groupe scolaire|esplanade|m[ée]tro|station"
)

_CUES: Final = re.compile(
    rf"(?<![^\W_])(?:(?P<named>{_NAMED_DAY})|(?P<changed>{_CHANGED})|(?P<deadline>{_DEADLINE})|(?P<stamp>{_STAMP})|"
    rf"(?P<act>{_ACT})|(?P<law>{_LAW})|(?P<paper>{_PAPER})|(?P<event>{_EVENT})|(?P<other>{_OTHER}))(?![^\W_])",
    re.IGNORECASE,
)
_STREET_BEFORE: Final = re.compile(
    rf"(?<![^\W_])(?:{_STREET})\s+(?:[a-zéè]+\s+)?(?:du|des|de la|de)\s*$", re.IGNORECASE
)
_OF: Final = re.compile(
    r"(?:\b(?:du|des|de|en date du|dat[ée]e? du|dat[ée]s du|sign[ée]e? le)|,|\(|:|\ben)?\s*$", re.IGNORECASE
)
_TIED: Final = re.compile(r"(?:\b(?:du|des|de|d['’]|en date du|dat[ée]e?s? (?:du|de)))\s*$", re.IGNORECASE)
_SHORT_NAME: Final = re.compile(r"(?:\s+(?:dite\s+)?«?\s*[A-ZÀ-Ü][\w'’-]*\s*»?){1,4}\s*\(\s*(?:du )?$")
_PAST: Final = re.compile(
    r"(?<![^\W_])(?:initi[ée]e?s?|lanc[ée]e?s?|d[ée]ploy[ée]e?s?|men[ée]e?s?|cr[ée][ée]e?s?|propos[ée]e?s?|"
    r"engag[ée]e?s?|entam[ée]e?s?|"
    r"adopt[ée]e?s?|sign[ée]e?s?|install[ée]e?s?|inaugur[ée]e?s?|r[ée]alis[ée]e?s?|conduite?s?|"
    r"organis[ée]e?s?)(?![^\W_])",
    re.IGNORECASE,
)
_TO_COME: Final = re.compile(r"(?:sera|seront|[êe]tre|est pr[ée]vue?)\s+$", re.IGNORECASE)
_FOUNDED: Final = re.compile(
    r"(?<![^\W_])(?:cr[ée]{2}e?s?|fond[ée]e?s?|sign[ée]e?s?|adopt[ée]e?s?|promulgu[ée]e?s?|vot[ée]e?s?|n[ée]e?s?|"
    r"nomm[ée]e?s?|"
    r"[ée]lue?s?|ouverte?s?|inaugur[ée]e?s?|construite?s?|enregistr[ée]e?s?|film[ée]e?s?|tourn[ée]e?s?|"
    r"diffus[ée]e?s?|approuv[ée]e?s?|valid[ée]e?s?|install[ée]e?s?|entr[ée]e?s? en vigueur|d[ée]c[ée]d[ée]e?s?|"
    r"labellis[ée]e?s?)"
    r"\s+(?:officiellement\s+)?(?:le|en)?\s*$",
    re.IGNORECASE,
)
_FUTURE: Final = re.compile(
    r"(?<![^\W_])(?:aura|auront|sera|seront|se tiendr\w+|se d[ée]rouler\w+|pr[ée]vue?s?|proposera|invit\w+|"
    r"organise(?:nt|ra)?|"
    r"propose(?:nt)?|inscri\w+|rendez-vous|save|programm[ée]\w*|[àa] venir|prochain\w*|vous attend)(?![^\W_])",
    re.IGNORECASE,
)
_HAPPENED: Final = re.compile(
    r"(?<![^\W_])(?:a eu lieu|ont eu lieu|s['’](?:est|[ée]tait|[ée]taient) |se sont |a r[ée]uni|ont r[ée]uni|"
    r"retour sur|"
    r"[ée]taient|[ée]tait|ont particip\w+|a permis|ont permis|a [ée]t[ée]|ont [ée]t[ée]|a accueilli|a organis[ée]|"
    r"tenue?s?\b)",
    re.IGNORECASE,
)
_TO_APPLY: Final = re.compile(
    r"^[^.]{0,12}pour (?:vous |s['’])?(?:candidat\w+|inscri\w+|r[ée]pon\w+|d[ée]pos\w+|postul\w+|particip\w+|"
    r"envoy\w+|transm\w+)",
    re.IGNORECASE,
)
_MEETING_OF_POWERS: Final = re.compile(rf"^\s*,?\s*(?:le |la |les |l['’])(?:{_ACT}|{_LAW})(?![^\W_])", re.IGNORECASE)
_MOVED: Final = re.compile(
    r"(?:report\w+|d[ée]cal\w+|d[ée]plac\w+|avanc\w+|repouss\w+|fix[ée]\w*|pr[ée]vu\w*|programm\w+)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_PAPERWORK: Final = re.compile(
    r"(?<![^\W_])(?:le |un |du )?(?:enregistrements?|vid[ée]os?|replays?|captations?|"
    r"programmes?(?: d[ée]taill[ée]s?)?|invitations?|inscriptions?|bulletins?|"
    r"formulaires?|liens?|"
    r"supports?|actes|informations?|pr[ée]cisions?|r[ée]sultats?|synth[èe]se|publications?)\s+[^.]{0,50}$",
    re.IGNORECASE,
)
_LIMIT_WORD: Final = re.compile(r"avant|d['’ ]ici|au plus tard", re.IGNORECASE)
_BYLINE_BEFORE: Final = re.compile(r"^\s*[Pp]ar [A-ZÀ-Ü][\w.'’ -]{2,40},?\s*(?:le)?\s*$")
_NAMED_AFTER: Final = re.compile(rf"^\s*,?\s*(?:la |une |[(])?{_NAMED_DAY}", re.IGNORECASE)
_BYLINE: Final = re.compile(r"\s*,?\s*par (?:le |la |l['’])?[A-ZÀ-Ü][\w'’-]+")

KNOWN_LAW_DAYS: Final = {
    dt.date(1905, 12, 9): "séparation des Églises et de l'État",
    dt.date(1901, 7, 1): "contrat d'association",
    dt.date(2003, 8, 1): "ville et rénovation urbaine",
    dt.date(2014, 2, 21): "ville et cohésion urbaine",
    dt.date(2017, 1, 27): "égalité et citoyenneté",
    dt.date(2021, 8, 24): "respect des principes de la République",
}
"""Days that the field names by themselves (`du 21 février 2014`): founding laws, from their official titles."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The words around a date: `before` in its own sentence, `after` it, and what they tell."""

    before: str
    after: str

    @property
    def leaning(self) -> int:
        """1 where the words look ahead, -1 where they look back, else 0."""
        words = self.before + " " + self.after
        if _HAPPENED.search(words):
            return -1
        return 1 if _FUTURE.search(words) else 0


def find_setting(text: str, start: int, end: int, floor: int, ceiling: int) -> Setting:
    """The sentence around a date, cut at the dates before and after it (`floor`, `ceiling`)."""
    before = text[max(floor, start - _REACH, 0) : start]
    cut = 0
    for match in _SENTENCE.finditer(before):
        cut = match.end()
    after = text[end : min(ceiling, end + 90)]
    stop = _SENTENCE.search(after)
    return Setting(before[cut:], after[: stop.start()] if stop else after)


def is_street_name(setting: Setting) -> bool:
    """Whether the day is only the name of a street or a building (`rue du 8 mai 1945`)."""
    return _STREET_BEFORE.search(setting.before) is not None


def find_role(setting: Setting, first_day: dt.date, *, is_day: bool, has_hours: bool) -> tuple[DateRole, str]:
    """The role of a date and the name of the rule that gave it."""
    cue = _find_cue(setting.before)
    if not has_hours and _is_founding(setting.before):
        return "past", "founded"
    if not is_day and not has_hours:
        return _period_role(setting, cue, first_day)
    if cue is not None:
        role = _ROLES[cue.lastgroup or ""](setting, cue, has_hours)
        if role == "event" and cue.lastgroup == "other" and _is_effective_day(first_day):
            role = "other"
        if role is not None:
            return role, f"cue:{cue.lastgroup}"
    if first_day in KNOWN_LAW_DAYS and not has_hours:
        return "law", "known_law_day"
    if cue is None and not has_hours and _MEETING_OF_POWERS.match(setting.after):
        return "other", "act_after"
    if _BYLINE.match(setting.after) or _BYLINE_BEFORE.search(setting.before):
        return "publication", "byline"
    if _NAMED_AFTER.match(setting.after):
        return "other", "named_day_after"
    return ("other", "first_of_january") if _is_effective_day(first_day) else ("event", "day")


def _find_cue(before: str) -> re.Match[str] | None:
    """The cue nearest to the date; a law counts only where it still governs the date."""
    cue = None
    for match in _CUES.finditer(before):
        between = before[match.end() :]
        if match.lastgroup == "law" and not _reaches(between):
            continue
        if match.lastgroup == "paper" and (
            not _TIED.search(between)
            or len(between) > 60
            or ":" in between
            or (cue is not None and cue.lastgroup == "law")
        ):
            continue
        cue = match
    return cue


def _is_founding(before: str) -> bool:
    return _FOUNDED.search(before) is not None and not _TO_COME.search(_before_participle(before))


def _is_effective_day(day: dt.date) -> bool:
    """Whether a day is one on which terms begin or end rather than people meet."""
    return (day.month, day.day) in ((1, 1), (12, 31))


def _period_role(setting: Setting, cue: re.Match[str] | None, first_day: dt.date) -> tuple[DateRole, str]:
    """The role of a month, season or longer period: only what is said to happen then is an event's."""
    if _was_done(setting.before, cue.end() if cue and cue.lastgroup == "event" else 0):
        return "past", "period_past"
    if _PAPERWORK.search(setting.before, cue.start() if cue else 0):
        return "other", "paperwork"
    if cue is not None and cue.lastgroup not in ("stamp", "changed"):
        role = _ROLES[cue.lastgroup or ""](setting, cue, False)
        if role is not None:
            return role, f"cue:{cue.lastgroup}"
    if _FUTURE.search(setting.before):
        return "event", "period_ahead"
    return "other", "period"


def _was_done(words: str, start: int) -> bool:
    """Whether a participle tells of something done, not of something that will be."""
    return any(not _TO_COME.search(words[: done.start()]) for done in _PAST.finditer(words, start))


def _before_participle(words: str) -> str:
    match = _FOUNDED.search(words)
    return words[: match.start()] if match else words


def _reaches(between: str) -> bool:
    """Whether a law named earlier still governs the date: by `du`, right before it, or `loi ALUR (24 mars 2014)`."""
    return (
        _SHORT_NAME.fullmatch(between) is not None
        or _TIED.search(between) is not None
        or _OF.fullmatch(between) is not None
    )


def _law(setting: Setting, cue: re.Match[str], has_hours: bool) -> DateRole | None:
    return None if has_hours else "law"


def _act(setting: Setting, cue: re.Match[str], has_hours: bool) -> DateRole | None:
    between = setting.before[cue.end() :]
    return None if has_hours or len(between) > 110 else "other"


def _event(setting: Setting, cue: re.Match[str], has_hours: bool) -> DateRole | None:
    return "event"


def _stamp(setting: Setting, cue: re.Match[str], has_hours: bool) -> DateRole | None:
    between = setting.before[cue.end() :]
    if len(between.strip(" :")) > 12:
        return None
    return "publication"


def _changed(setting: Setting, cue: re.Match[str], has_hours: bool) -> DateRole | None:
    return "modification" if len(setting.before[cue.end() :].strip()) <= 12 else None


def _deadline(setting: Setting, cue: re.Match[str], has_hours: bool) -> DateRole | None:
    between = setting.before[cue.end() :]
    reach = 14 if _LIMIT_WORD.fullmatch(cue.group()) else 45
    return "registration_deadline" if len(between) <= reach and not (reach == 14 and ":" in between) else None


def _named(setting: Setting, cue: re.Match[str], has_hours: bool) -> DateRole | None:
    if cue.lastgroup == "named" and ":" in setting.before[cue.end() :]:
        return "event"  # `Journée nationale des centres : mercredi 12 décembre` announces its own day
    return None if has_hours else "other"


def _other(setting: Setting, cue: re.Match[str], has_hours: bool) -> DateRole | None:
    if cue.group().lower().startswith("jusqu") and _TO_APPLY.search(setting.after):
        return "registration_deadline"
    if cue.group().lower() == "au" and _MOVED.search(setting.before[: cue.start()]):
        return "event"
    return "other" if not has_hours and len(setting.before[cue.end() :].strip()) <= 8 else None


_ROLES: Final = {
    "law": _law,
    "act": _act,
    "event": _event,
    "stamp": _stamp,
    "changed": _changed,
    "deadline": _deadline,
    "named": _named,
    "other": _other,
    "paper": _named,
}
