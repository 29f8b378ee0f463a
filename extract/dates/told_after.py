"""Roles that the words after a day tell: `, la loi …`, `: remise des bilans`, `par Mme Petit`, `dernier délai`."""

from __future__ import annotations

import re
from typing import Final

from extract.dates.cues import ACT_OR_LAW, EVENT_WORDS, HELD, NAMED_DAY
from extract.dates.settings import Setting
from extract.records import DateRole

_CLOSED_AFTER: Final = re.compile(
    r"[\s,:–-]*(?:fermeture|cong[ée]s|rel[âa]che|"
    rf"pas d(?:e |['’])(?:{EVENT_WORDS}|permanences?|cours|animations?|activit[ée]s?|consultations?|passage|"
    r"tourn[ée]e)|"
    r"[^.;:]{2,40}?\s(?:sera|seront|est|sont|restera|resteront)\s+(?:\w+ment\s+)?ferm[ée])"
)
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
_BYLINE: Final = re.compile(r"\s*[,–—|·•-]?\s*[Pp]ar (?:le |la |l['’])?[A-ZÀ-Ü][\w'’-]+")
_HELD_BEFORE: Final = re.compile(rf"(?<![^\W_])(?:{HELD})\w*\s(?:le|les)?\s?$", re.IGNORECASE)
"""A meeting is held by somebody, and no byline: `Organisée le vendredi 8 mars par l'IREV`."""
# A body that only bears the name of one that decides: `Le 24 mai, le conseil départemental de l'accès au droit …`.
_IS_BODY_OF: Final = re.compile(
    r"conseils? \w+ (?:de l['’]|des? |d['’])(?:acc[èe]s|jeunes|enfants|a[îi]n[ée]s|citoyen|sages)"
)
_ARTICLE_AFTER: Final = re.compile(r"\s*,?\s*(?:le |la |les |l['’])")
_BEFORE_NAME: Final = re.compile(r"\s*,?\s*(?:la |une |[(])?")

_HAVING: Final = re.compile(
    r"(?:\s(?:[àa]|au|aux|en)\s[^.;:,\d]{2,40}?)?\s(?:n['’]ayant (?!pas encore)|ayant (?:d[ée]j[àa] )?"
    r"(?!lieu|pour|trait|vocation|besoin|[ée]t[ée]\s(?:\w+ment\s)?(?:annul|report|d[ée]plac|d[ée]cal|repouss|avanc|suppr|interromp|ajourn))"
    r"[^\W\d_]+(?:é|i|u|is|it|ert)(?:e?s?)(?![^\W_]))"
)
"""What was on a day that something else is told by: `celle du 12 septembre ayant réuni trente personnes`."""
_THEN_MEETS: Final = re.compile(
    r"[^.;:!?,]{10,110},\s(?:(?:une?|l[ea]s?|des|notre|nos|cette)\s|l['’])?(?:[^\W\d_][\w'’-]*\s){0,5}?"
    r"(?:(?:est|sont|sera|seront)\s(?:organis|propos|projet|pr[ée]vu)|se (?:ti|d[ée]roul|r[ée]uni)|(?:vous|nous) |"
    r"(?:aura|auront|a|ont) lieu|(?:organis|propos|accueill)\w+(?:e|ent|era|eront|it|issent)(?![^\W_]))"
)
"""What takes place on a named day, behind its name: `, journée mondiale de la santé, un forum se tient`."""
_LETTER_HEAD: Final = re.compile(
    r"\s*(?:[ÀA] |Fait à )?[A-ZÀ-Ý][\w'’-]+(?: [\w'’-]+){0,4},?\s(?:le\s)?(?:[^\W\d_]+di\s)?"
)
_LETTER_BODY: Final = re.compile(
    r"(?:[ .]*\n\W*|\.\s|\s[–—-]\s)(?:communiqu[ée]|dossier de presse|"
    r"note d['’]information|note de service|objet(?![^\W_])|"
    r"(?:nos |v/|n/)?r[ée]f(?:[ée]rences?)?\s?[.:]|[àa] l['’]attention|madame|monsieur|mesdames|messieurs|"
    r"ch(?:er|[èe]re)s?(?![^\W_]))",
    re.IGNORECASE,
)
"""What a letter or a press release goes on with below its place and day: `Lille, le 9 décembre` / `Objet :`."""
_NONE_THEN: Final = re.compile("ferm|cong|[rR]elâche|pas d")
_STEPS: Final = ":–—-"
_LAST_HOURS: Final = (", minuit", "à minuit", "minuit", ", midi", "à midi", ", 23", "à 23")
_TELLING: Final = frozenset("lLuUjJsSmMqQp(")
"""First letters of what tells a role after a date: `, la loi`, `par Mme`, `(semaine nationale`, `une journée`."""


def may_tell_after(setting: Setting) -> bool:
    """Whether the words after begin with a letter that words which tell a role begin with."""
    words = setting.after.lstrip()
    head = words[:1]
    if head == ",":
        head = words[1:].lstrip()[:1]
    elif head in _STEPS and head:
        return True
    return head in _TELLING or words.startswith(_LAST_HOURS)


def has_been(setting: Setting) -> bool:
    """Whether what was on a day is told by a participle behind it, as the reason of something else."""
    return "ayant" in setting.after and _HAVING.match(setting.lower_after) is not None


def tell_after(setting: Setting) -> tuple[DateRole, str] | None:
    """The role of a day that the words after it tell, or a signature before it, with the rule; None without."""
    after = setting.lower_after.lstrip() if may_tell_after(setting) else ""
    if after:
        article = _ARTICLE_AFTER.match(after) if setting.cue is None else None
        if article and ACT_OR_LAW.match(after, article.end()) and not _IS_BODY_OF.match(after, article.end()):
            return "other", "act_after"
        told = _STEP_AFTER.match(after) if after[:1] in _STEPS or after.startswith(_LAST_HOURS) else None
        if told and setting.cue is None:
            return ("registration_deadline" if told["deadline"] else "other"), "step_after"
        if _BYLINE.match(setting.after) and not _HELD_BEFORE.search(setting.before):
            return "publication", "byline"
    if setting.lower.lstrip().startswith("par ") and _BYLINE_BEFORE.match(setting.before):
        return "publication", "byline"
    if setting.has_limit_behind:
        return "registration_deadline", "strict_limit_after"
    if _NONE_THEN.search(setting.after) and _CLOSED_AFTER.match(setting.lower_after):
        return "other", "closed_after"
    name = _BEFORE_NAME.match(after) if after else None
    if name and NAMED_DAY.match(after, name.end()) and not _THEN_MEETS.match(after, name.end()):
        return "other", "named_day_after"
    return None


def heads_letter(text: str, end: int, before: str) -> bool:
    """Whether a day that ends here, behind the town `before` it, heads a letter: its body opens on the next line."""
    return _LETTER_BODY.match(text, end) is not None and _LETTER_HEAD.fullmatch(before) is not None
