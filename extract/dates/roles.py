"""What a date is to the page: the day of an event, of a law, a deadline, a stamp, or something else.

The words before a date in its own sentence decide: the cue nearest to the date governs it (`extract.dates.cues`). Where
no cue stands, a day is an event's day, and a period is not. The words around a date are examined once (`Setting`),
however often the date is read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from extract.dates.cues import ACT_OR_LAW, EVENT_WORDS, NAMED_DAY, Cue, find_cue
from extract.dates.initials import compile_vocabulary
from extract.dates.lexicon import lower_case
from extract.matching.leaping import compile_leaping
from extract.records import DateRole

_REACH: Final = 170
_REACH_AFTER: Final = 90
_SENTENCE: Final = re.compile(r"[.!?;\n•▪|](?:(?<=[.!?;])\s+(?=[A-ZÀ-Ü«\"(])|(?<=[\n•▪])|(?<=\s\|)\s)")
"""Where a sentence ends: at its mark before a capital, at the end of a line, at a bullet, at a bar."""
_GOES_ON: Final = compile_leaping(r"(?<![^\W_])(?:avant|jusqu['’]au|plus tard|le|les|du|au|pour)[ ]?$")
"""A line that ends so goes on in the next one (`Réponse avant le` above a day)."""

_STREET: Final = (
    r"rues?|avenues?|av\.?|boulevards?|bd\.?|places?|squares?|quais?|all[ée]es?|impasses?|stade|lyc[ée]e|coll[èe]ge|"
    r"[ée]coles?|salle|r[ée]sidence|cit[ée]|pont|chauss[ée]e|cours|parvis|groupe scolaire|esplanade|m[ée]tro|station|"
    r"arr[êe]ts?"
)
_STREET_BEFORE: Final = compile_leaping(rf"(?<![^\W_])(?:{_STREET})\s+(?:[a-zéè]+\s+)?(?:du|des|de la|de)\s*$")
_OF_WORDS: Final = ("du", "des", "de", "de la")
_STOP_MARKS: Final = ' :«"“'
_STOPS: Final = ("arrêt", "arret", "arrêts", "station", "terminus", "bus", "tram", "tramway", "métro")
_STOP_BEFORE: Final = re.compile(
    r"(?<![^\W_])(?:arr[êe]ts?|stations?|terminus)\s+(?:de (?:bus|tram\w*|m[ée]tro)\s+)?(?::\s*)?[«\"“]?\s*$"
)
"""A stop of a bus or tramway, which is often named after a day (`arrêt 8 mai 1945`)."""
_PAST: Final = compile_vocabulary(
    {
        "past": r"initi[ée]e?s?|lanc[ée]e?s?|d[ée]ploy[ée]e?s?|men[ée]e?s?|cr[ée][ée]e?s?|propos[ée]e?s?|engag[ée]e?s?|"
        r"entam[ée]e?s?|adopt[ée]e?s?|sign[ée]e?s?|install[ée]e?s?|inaugur[ée]e?s?|r[ée]alis[ée]e?s?|conduite?s?|"
        r"organis[ée]e?s?"
    }
).pattern
_TO_COME: Final = re.compile(r"(?:sera|seront|[êe]tre|est pr[ée]vue?|initialement)\s+$|\bs['’]$")
_FOUNDING: Final = (
    r"cr[ée]{2}e?s?|fond[ée]e?s?|sign[ée]e?s?|adopt[ée]e?s?|promulgu[ée]e?s?|vot[ée]e?s?|n[ée]e?s?|"
    r"nomm[ée]e?s?|[ée]lue?s?|ouverte?s?(?<!portes.ouvertes)|inaugur[ée]e?s?|construite?s?|enregistr[ée]e?s?|"
    r"film[ée]e?s?|"
    r"tourn[ée]e?s?|diffus[ée]e?s?|approuv[ée]e?s?|valid[ée]e?s?|install[ée]e?s?|entr[ée]e?s? en vigueur|"
    r"d[ée]c[ée]d[ée]e?s?|arriv[ée]e?s?|d[ée]pos[ée]e?s?|transmise?s?|adress[ée]e?s?|sortie?s?|"
    r"sortie?s? en salles?|labellis[ée]e?s?|"
    r"obtenu(?:e?s?)|annonc[ée]e?s?|d[ée]voil[ée]e?s?|"
    r"pr[ée]sent(?<=, pr.sent)[ée]e?s?|lanc(?<=, lanc)[ée]e?s?"
)
_FOUNDED: Final = compile_vocabulary({"founded": _FOUNDING}, after=r"\s+(?:officiellement\s+)?(?:le|en)?\s*$").pattern
_LAST_WORD: Final = compile_vocabulary(
    {
        "last": _FOUNDING.replace("entr[ée]e?s? en ", "")
        .replace("sortie?s? en ", "")
        .replace("(?<=, pr.sent)", "")
        .replace("(?<=, lanc)", "")
    },
    after="$",
).pattern
"""The last word of each of them, by itself."""
_AFTER_PARTICIPLE: Final = ("le", "en", "officiellement")
_REACH_FOUNDED: Final = 80
_FUTURE: Final = compile_vocabulary(
    {
        "future": r"aura|auront|sera|seront|se tiendr\w+|se d[ée]rouler\w+|pr[ée]vue?s?|proposera|invit\w+|"
        r"organise(?:nt|ra)?|propose(?:nt)?|inscri\w+|rendez-vous|save|programm[ée]\w*|[àa] venir|prochain\w*|"
        r"vous attend|(?:d[ée]marr|d[ée]but|commenc|s['’]ouvr|accueill|r[ée]un|repren|rencontr)(?:er|ir|d|dr)?(?:a|ont)"
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
_NOT_DONE: Final = re.compile(r"n['’](?:aura|auront|a|ont) pas (?:pu|lieu|eu lieu)")
"""What was announced for a day and is not done on it: `La fête, annoncée le 26 juin, n'aura pas lieu`."""
_HAPPENED: Final = compile_vocabulary(
    {
        "happened": r"a eu lieu|ont eu lieu|s['’](?:est|[ée]tait|[ée]taient) |se sont |a r[ée]uni|ont r[ée]uni|"
        r"retour sur|[ée]taient|[ée]tait|ont particip\w+|a permis|ont permis|a [ée]t[ée]|ont [ée]t[ée]|a accueilli|"
        r"a organis[ée]|avai(?:t|ent) \w+|pr[ée]c[ée]dente?s? \w+|tenue?s?\b"
    },
    after="",
).pattern
_BEHIND_IT: Final = compile_leaping(
    r"(?<![^\W_])(?:apr[èe]s|depuis|(?:[àa] la )?suite (?:[àa]|d['’e]u?))\s?"
    r"(?:une?|la|le|l['’]|les|deux|trois|quatre|notre|nos|sa|son|ses|celles?|ceux|plusieurs)\s?"
    r"(?!\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[^\W\d_][^,;:]*$"
)
"""What a sentence puts behind itself, up to a day of it: `Après une première séance à Tourcoing le 6 mars`."""
_TO_APPLY: Final = re.compile(
    r"[^.]{0,12}pour (?:vous |s['’])?"
    r"(?:candidat\w+|inscri\w+|r[ée]pon\w+|d[ée]pos\w+|postul\w+|particip\w+|envoy\w+|transm\w+)"
)
_MOVED: Final = re.compile(
    r"(?:report\w+|d[ée]cal\w+|d[ée]plac\w+|avanc\w+|repouss\w+|fix[ée]\w*|"
    r"cal[ée]\w*|positionn\w+|maintenu\w*|pr[ée]vu\w*|programm\w+)(?: \w+){0,2} $"
)
_PAPERWORK: Final = compile_vocabulary(
    {
        "paperwork": r"(?:le |un |du )?(?:enregistrements?|vid[ée]os?|replays?|captations?|"
        r"programmes?(?: d[ée]taill[ée]s?)?|invitations?|inscriptions?|bulletins?|formulaires?|liens?|supports?|actes|"
        r"informations?|pr[ée]cisions?|r[ée]sultats?|synth[èe]se|publications?)"
    },
    after=r"\s+[^.]{0,50}$",
).pattern
_PAPERWORK_OPENS: Final = re.compile(
    r"(?:ouvertures? |inscriptions?|candidatures?|guichets?|plateformes?|d[ée]p[ôo]ts?|r[ée]servations?)"
)
_BY_SERVICE: Final = re.compile(r"\s+par [^.;:]{2,60}(?:,|\s[-–|])?\s*(?:le )?")
_CLOSED_AFTER: Final = re.compile(
    r"[\s,:–-]*(?:fermeture|cong[ée]s|"
    r"[^.;:]{2,40}?\s(?:sera|seront|est|sont|restera|resteront)\s+(?:\w+ment\s+)?ferm[ée])"
)
_STRICT_LIMIT: Final = re.compile(
    r"[\s,(:–-]*(?:(?:d[ée]lai|terme|date limite) de rigueur|au plus tard|dernier d[ée]lai)"
)
_LIMITS: Final = ("rigueur", "plus tard", "dernier")
_PLANNED_FIRST: Final = re.compile(
    r"initialement\s+(?:pr[ée]vu|programm[ée]|annonc[ée]|planifi[ée]|fix[ée]|envisag[ée])e?s?(?:\s+\w+){0,3}\s*$|"
    r"(?:pr[ée]vu|programm[ée]|annonc[ée]|planifi[ée]|fix[ée]|envisag[ée])e?s? initialement(?:\s+\w+){0,3}\s*$"
)
_LIMIT_WORD: Final = re.compile(r"avant|d['’ ]ici|au plus tard")
_STEP_AFTER: Final = re.compile(
    r"(?:,?\s(?:[àa]\s)?(?:minuit|midi|23\s?h\s?59))?\s*[:–—-]\s*"
    r"(?:la |le |les |l['’])?(?:(?P<deadline>(?:date|d[ée]lai|heure) limite|"
    # A close that people come to is none: `Vendredi 8 : clôture à la gare`.
    r"cl[ôo]ture(?!,? (?:(?:festive|conviviale|officielle) )?(?:[àa] |aux? |en |par |avec |chez |dans |"
    r"(?:de|du) (?:la |l['’])?(?:journ[ée]e|semaine|cycle|festival|saison|programme|s[ée]minaire|colloque)))|"
    r"fin des? (?:inscriptions?|"
    r"candidatures?|d[ée]p[ôo]ts?)|(?:remise|d[ée]p[ôo]t|retour|envoi|r[ée]ception|transmission) (?:des?|du) \w+)|"
    r"(?:notification|annonce des?|publication|parution|versement|mise en ligne|r[ée]sultats?|entr[ée]e en vigueur|"
    r"ouverture (?:des? (?:inscriptions?|candidatures?|d[ée]p[ôo]ts?|guichet)|de l['’](?:appel|ami|aap))|"
    r"lancement de l['’](?:appel|ami|aap))(?![^\W_]))"
)
"""The step of a calendar that a day is set before: `30 juin : remise des bilans`, `16 mai – annonce des lauréats`."""
_BYLINE_BEFORE: Final = re.compile(r"\s*[Pp]ar [A-ZÀ-Ü][\w.'’ -]{2,40}(?:,\s[^\W\d_][\w'’ -]{2,40})?,?\s*(?:le)?\s*$")
_SIGNED: Final = re.compile(r"\s*fait (?:à|a|en) [^.;:\d]{2,40},?\s*(?:le\s*)?$")
_BYLINE: Final = re.compile(r"\s*,?\s*par (?:le |la |l['’])?[A-ZÀ-Ü][\w'’-]+")
# A body that only bears the name of one that decides: `Le 24 mai, le conseil départemental de l'accès au droit …`.
_IS_BODY_OF: Final = re.compile(
    r"conseils? \w+ (?:de l['’]|des? |d['’])(?:acc[èe]s|jeunes|enfants|a[îi]n[ée]s|citoyen|sages)"
)
_ARTICLE_AFTER: Final = re.compile(r"\s*,?\s*(?:le |la |les |l['’])")
_BEFORE_NAME: Final = re.compile(r"\s*,?\s*(?:la |une |[(])?")

KNOWN_LAW_DAYS: Final = {
    dt.date(1905, 12, 9): "séparation des Églises et de l'État",
    dt.date(1901, 7, 1): "contrat d'association",
    dt.date(2003, 8, 1): "ville et rénovation urbaine",
    dt.date(2014, 2, 21): "ville et cohésion urbaine",
    dt.date(2017, 1, 27): "égalité et citoyenneté",
    dt.date(2021, 8, 24): "respect des principes de la République",
}
"""Days that the field names by themselves (`du 21 février 2014`): founding laws, from their official titles."""


SAYS_NOTHING: Final = frozenset(
    {"", "le", "les", "la", "l'", "l’", "du", "de", "des", "et", "et le", "et les", "puis le"}
)
"""What stands before most dates and never says what they are: it need not be looked through for cues."""
_MARKS: Final = " ,;:()-–\n"
_STEPS: Final = ":–—-"
_LAST_HOURS: Final = (", minuit", "à minuit", "minuit", ", midi", "à midi", ", 23", "à 23")
_TELLING: Final = frozenset("lLuUjJsSmMqQp(")
"""First letters of what tells a role after a date: `, la loi`, `par Mme`, `(semaine nationale`, `une journée`."""
_MARKED_DAYS: Final = frozenset({101, 1231}) | {100 * day.month + day.day for day in KNOWN_LAW_DAYS}
"""Month and day (1231 is 31 December) of the days that may be no event's by themselves."""
_ANY_DAY: Final = dt.date(1, 1, 2)
_UNTOLD: Final[tuple[DateRole, str]] = ("other", "")
_AFTER_ASIDE: Final = re.compile(r",\s(?!mis|modifi|actualis|publi|dans\b|par\b|à\s\d|rubrique|cat[ée]gorie)[a-zà-ÿ]")
"""What goes on with the sentence behind words that were set between commas."""


class Before(NamedTuple):
    """The words before a date in its own sentence, and what `Setting` tells of them."""

    words: str
    lower: str
    says_nothing: bool
    cue: Cue | None
    is_founding: bool


class Setting:
    """The words around a date: `before` in its own sentence, `after` it up to the end of its sentence.

    `lower` are the words before in lower case, `cue` the one among them that governs the date, `is_founding` whether
    they end with what is done on one day for good (`créé le`); `says_nothing` where they are no more than an article.
    `plain_role` is the role of an ordinary day without hours, once it was asked for.
    """

    __slots__ = ("_after", "_leaning", "_told", "before", "cue", "is_founding", "lower", "plain_role", "says_nothing")

    def __init__(self, before: Before, after: str) -> None:
        self.before, self.lower, self.says_nothing, self.cue, self.is_founding = before
        self._after = after
        self._leaning: int | None = None
        self._told: tuple[DateRole, str] | None = _UNTOLD
        self.plain_role: tuple[DateRole, str] | None = None

    @property
    def after(self) -> str:
        """The words after the date in its own sentence."""
        stop = _SENTENCE.search(self._after)
        if stop is not None:
            self._after = self._after[: stop.start() - (stop.group()[0] == "|")]
        return self._after

    @property
    def was_planned(self) -> bool:
        """Whether the words before say that this day was given up (`initialement prévu le`)."""
        return "iti" in self.lower and _PLANNED_FIRST.search(self.lower) is not None

    @property
    def rest(self) -> str:
        """The words after the date as far as they were kept: its own sentence or more."""
        return self._after

    def may_tell_after(self) -> bool:
        """Whether the words after begin with a letter that words which tell a role begin with."""
        words = self._after.lstrip()
        head = words[:1]
        if head == ",":
            head = words[1:].lstrip()[:1]
        elif head in _STEPS and head:
            return True
        return head in _TELLING or words.startswith(_LAST_HOURS)

    def find_leaning(self) -> int:
        """1 where a day without a year lies ahead by its words, -1 where it lies back, else 0."""
        if self._leaning is None:
            role, _ = find_role(self, _ANY_DAY, is_day=True, has_hours=False)
            self._leaning = {"law": -1, "registration_deadline": 1}.get(role) or self._lean_by_verbs()
        return self._leaning

    def find_period_leaning(self) -> int:
        """The same for a month or a season."""
        rule = find_role(self, _ANY_DAY, is_day=False, has_hours=False)[1]
        return -1 if rule == "period_past" else self.find_leaning()

    def _lean_by_verbs(self) -> int:
        words = self.lower + " " + lower_case(self.after)
        if _HAPPENED.search(words) or _BEHIND_IT.search(self.lower):
            return -1
        return 1 if _FUTURE.search(words) else 0

    @property
    def told_after(self) -> tuple[DateRole, str] | None:
        """The role of a day that the words after it tell, or a signature before it, with the rule; None without."""
        if self._told is _UNTOLD:
            self._told = _tell_after(self)
        return self._told


def find_setting(text: str, start: int, end: int, floor: int, ceiling: int) -> Setting:
    """The sentence around a date, cut at the dates before and after it (`floor`, `ceiling`)."""
    before = text[floor if start - floor < _REACH else start - _REACH : start]
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
        return Before(words, lower, True, None, False)
    return Before(words, lower, False, find_cue(words, lower), _is_founding(lower))


_SHORT: Final = 12
"""Words before a date of so many characters come again and again (`, le `, ` et `) and are judged once."""
_read_short: Final = lru_cache(maxsize=4096)(read_before)


def is_street_name(setting: Setting, words: str) -> bool:
    """Whether a day, `words`, is only the name of a street, a building or a stop (`rue du 8 mai 1945`)."""
    if setting.says_nothing:
        return False
    lower = setting.lower
    if lower.rstrip().endswith(_OF_WORDS):
        return _STREET_BEFORE.search(lower) is not None
    ends = words[:1].isdecimal() and lower.rstrip(_STOP_MARKS).endswith(_STOPS)
    return ends and _STOP_BEFORE.search(lower) is not None


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
    return _told_before(setting) or _period_role(setting, setting.cue, first_day)


def _told_before(setting: Setting) -> tuple[DateRole, str] | None:
    """The role of a date that is signed, or behind what is done on one day for good."""
    if setting.lower.lstrip().startswith("fait ") and _SIGNED.match(setting.lower):
        return "publication", "signed"
    if setting.is_founding and (setting.cue is None or setting.cue.kind not in ("law", "publication")):
        return None if _NOT_DONE.search(setting.after) else ("past", "founded")
    return None


def _day_role(setting: Setting, first_day: dt.date, *, has_hours: bool) -> tuple[DateRole, str]:
    before = None if has_hours or setting.says_nothing else _told_before(setting)
    if before is not None:
        return before
    if not has_hours and setting.lower.strip() in _FROM_THEN and _BINDS.match(lower_case(setting.after)):
        return "other", "effective"
    cue = setting.cue
    if cue is not None:
        role = _ROLES[cue.kind](setting, cue, has_hours)
        if role == "event" and cue.kind == "other" and _is_effective_day(first_day):
            role = "other"
        if role is not None:
            return role, f"cue:{cue.kind}"
    if first_day in KNOWN_LAW_DAYS and not has_hours:
        return "law", "known_law_day"
    told = setting.told_after
    if told is not None and not (has_hours and told[1] == "act_after"):
        return told
    if not (has_hours or setting.says_nothing) and _was_done_by(setting.lower):
        return "other", "done_by"
    return ("other", "first_of_january") if _is_effective_day(first_day) else ("event", "day")


def _was_done_by(before: str) -> bool:
    """Whether words tell by whom something was done for good (`annoncée par le président de la République le`)."""
    done = _BY_AGENT.sub(" ", before) if " par " in before[-_REACH_FOUNDED:] else ""
    return done not in ("", before) and _is_founding(done)


def _tell_after(setting: Setting) -> tuple[DateRole, str] | None:
    after = lower_case(setting.after).lstrip() if setting.may_tell_after() else ""
    if after:
        article = _ARTICLE_AFTER.match(after) if setting.cue is None else None
        if article and ACT_OR_LAW.match(after, article.end()) and not _IS_BODY_OF.match(after, article.end()):
            return "other", "act_after"
        told = _STEP_AFTER.match(after) if after[:1] in _STEPS or after.startswith(_LAST_HOURS) else None
        if told and setting.cue is None:
            return ("registration_deadline" if told["deadline"] else "other"), "step_after"
        if _BYLINE.match(setting.after):
            return "publication", "byline"
    if setting.lower.lstrip().startswith("par ") and _BYLINE_BEFORE.match(setting.before):
        return "publication", "byline"
    rest = setting.rest
    if any(limit in rest for limit in _LIMITS) and _STRICT_LIMIT.match(lower_case(setting.after)):
        return "registration_deadline", "strict_limit_after"
    if ("ferm" in rest or "cong" in rest) and _CLOSED_AFTER.match(lower_case(setting.after)):
        return "other", "closed_after"
    name = _BEFORE_NAME.match(after) if after else None
    if name and NAMED_DAY.match(after, name.end()):
        return "other", "named_day_after"
    return None


# What is decided may be told with its day set off: `le conseil a adopté, le 5 mai, le budget`.
_DECIDED: Final = re.compile(r"((?:adopt|vot|approuv|valid|promulgu|sign)[ée]e?s?), (?=(?:le )?$)")


_BY_AGENT: Final = re.compile(r"\spar\s[^.;:,\d]{3,60}$")


def _is_founding(before: str) -> bool:
    word = _word_before(before)
    if word.endswith(","):
        before = _DECIDED.sub(r"\1 ", before)
        word = _word_before(before)
    if not word or not _ends_participle(word):
        return False
    founded = _FOUNDED.search(before, max(0, len(before) - _REACH_FOUNDED))
    return founded is not None and not _TO_COME.search(before[: founded.start()])


def _word_before(before: str) -> str:
    """The last word before what may stand between a participle and its day; with all before it where that is all."""
    words = before.rsplit(None, 3)
    while words and words[-1] in _AFTER_PARTICIPLE:
        words.pop()
    return words[-1] if words else ""


@lru_cache(maxsize=8192)
def _ends_participle(word: str) -> bool:
    """Whether a word ends what is done on one day for good; each word is asked once."""
    return _LAST_WORD.search(word) is not None


_FROM_THEN: Final = ("dès", "dès le", "à partir", "à partir du", "à compter", "à compter du")
_BINDS: Final = re.compile(
    r",?\s[^.;:!?]{3,80}?(?<![^\W_])(?:devr\w+|pourr\w+|(?:ser(?:a|ont)|devien\w+)\s(?:\w+\s)?"
    r"(?:obligatoire|tenu|soumis|remplac|interdit|supprim)\w*|entr\w+ en vigueur|s['’]appliqu\w+)"
)
"""What is bound from a day on: `Dès le 1er septembre, toutes les entreprises devront …`."""


def _is_effective_day(day: dt.date) -> bool:
    """Whether a day is one on which terms begin or end rather than people meet."""
    return (day.month, day.day) in ((1, 1), (12, 31))


def _period_role(setting: Setting, cue: Cue | None, first_day: dt.date) -> tuple[DateRole, str]:
    """The role of a month, season or longer period: only what is said to happen then is an event's."""
    if _was_done(setting.lower, cue.end if cue and cue.kind == "event" else 0):
        return "past", "period_past"
    if _DONE_BEFORE.match(lower_case(setting.after)):
        return "past", "period_past"
    if _PAPERWORK.search(setting.lower, cue.start if cue else 0):
        return "other", "paperwork"
    if cue is not None and cue.words == "au":
        cue = _look_behind(setting, cue)
    if cue is not None and cue.kind not in ("stamp", "changed"):
        role = _ROLES[cue.kind](setting, cue, False)
        if role is not None:
            return role, f"cue:{cue.kind}"
    if _TO_BE_PUBLISHED.search(setting.lower):
        return "publication", "period_of_publication"
    if _FUTURE.search(setting.lower) or _EVENT_AHEAD.match(lower_case(setting.after)):
        return "event", "period_ahead"
    return "other", "period"


def _look_behind(setting: Setting, cue: Cue) -> Cue | None:
    """The cue before the `au` of a period (`au printemps` is when, not until when), where it tells of an event."""
    behind = find_cue(setting.before[: cue.start], setting.lower[: cue.start])
    return behind if behind is None or behind.kind == "event" else cue


def _was_done(words: str, start: int) -> bool:
    """Whether a participle tells of something done, not of something that will be."""
    return any(not _TO_COME.search(words[: done.start()]) for done in _PAST.finditer(words, start))


def _law(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    own = setting.lower[cue.end :].strip() == "du"  # hours behind it are of something else (`la circulaire du 31 août`)
    return "law" if own or not has_hours else None


def _act(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    between = setting.before[cue.end :]
    return None if has_hours or len(between) > 110 else "other"


def _event(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    return "event"


def _stamp(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    between = setting.before[cue.end :]
    if len(between.strip(" :")) > 12 and not _BY_SERVICE.fullmatch(between):
        return None
    aside = setting.before[: cue.start].rstrip().endswith(",") and _AFTER_ASIDE.match(setting.rest)
    return "other" if aside else "publication"  # `Le guide, paru le 2 mai 2019, reste utile`


def _changed(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    return "modification" if len(setting.before[cue.end :].strip()) <= 12 else None


def _deadline(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    between = setting.before[cue.end :]
    reach = 14 if _LIMIT_WORD.fullmatch(cue.words) else 45
    return "registration_deadline" if len(between) <= reach and not (reach == 14 and ":" in between) else None


def _named(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    if cue.kind == "named" and ":" in setting.before[cue.end :]:
        return "event"  # `Journée nationale des centres : mercredi 12 décembre` announces its own day
    return None if has_hours else "other"


def _other(setting: Setting, cue: Cue, has_hours: bool) -> DateRole | None:
    if cue.words.startswith("jusqu") and _TO_APPLY.match(lower_case(setting.after)):
        return "registration_deadline"
    if cue.words.startswith("jusqu") and _is_deadline(
        find_cue(setting.before[: cue.start], setting.lower[: cue.start])
    ):
        return "registration_deadline"
    if cue.words == "au" and _is_deadline(find_cue(setting.before[: cue.start], setting.lower[: cue.start])):
        return "registration_deadline"
    if cue.words == "au" and _MOVED.search(setting.lower[: cue.start]):
        return "event"
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
