"""What verbs are about, by their families: what people meet for, what becomes of papers, money, works and lives.

A verb stands once, by its stem; all its forms are known from how it is conjugated. A verb of no family is a verb all
the same where its form says so (`plancheront`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

Family = Literal["meet", "become", "decide", "get", "begin", ""]
"""`become` is what happens to things or to one life, `decide` what people may come together for, or not. Who gets or
begins what has to be asked for."""
Shape = Literal["finite", "participle", "infinitive", "noun_or_finite"]


class Verb(NamedTuple):
    """The family of a verb and the shape of its form; `noun_or_finite` may be a noun as well (`affiche`)."""

    family: Family
    shape: Shape


_ER: Final = r"(?:[ée]e?s?|es?|e?ons|e?ai(?:t|ent)|e?a|ent|ez|er|er(?:a|ont|ez|ons|ai(?:t|ent))|[èe]rent)"
_IR: Final = r"(?:i(?:e?s?|t|r|r(?:a|ont|ez|ons|ai(?:t|ent))|ss(?:ent|ait|aient|ons|ez)))"
_RE: Final = r"(?:ent|u(?:e?s?)|re|r(?:a|ont|ez|ons|ai(?:t|ent))|ai(?:t|ent)|ons|ez)"


def _conjugate(er: str, ir: str = "", re_: str = "", forms: str = "") -> re.Pattern[str]:
    """All forms of the verbs whose stems end as in `parler`, `finir` and `vendre`, and what is written out."""
    parts = [rf"(?:{stems}){endings}" for stems, endings in ((er, _ER), (ir, _IR), (re_, _RE)) if stems]
    return re.compile("|".join([*parts, *([forms] if forms else [])]))


_MIS: Final = r"met(?:s|tent|tra|tront|trez|trons|tre|tait|taient|tons|tez)?|mis(?:e|es)?"
_PRIS: Final = r"pren(?:d|nent|ons|ez|ait|aient|dre|dra|dront|drez|drons)|pris(?:e|es)?"
_MEET: Final = _conjugate(
    r"retrouv|rencontr|d[ée]roul|(?:r[ée])?organis|propos|anim|c[ée]l[èée]br|f[êe]t|inaugur|rassembl|regroup|invit|convi|"
    r"assist|particip|[ée]chang|dialogu|discut|travaill|visit|march|arpent|explor|exp[ée]riment|(?:re|d[ée])?programm|"
    r"planifi|fix|cal|report|d[ée]cal|repouss|annul|d[ée]plac|avanc|pr[ée]sent|partag|projet|jou|dans|chant|expos|form|"
    r"pouss|travers|consacr|convoqu|d[ée]doubl|restitu|jardin|cuisin|d[ée]jeun|d[îi]n|confirm|mobilis|pench|"
    r"interrog|imagin|abord|[ée]voqu|parl|racont|manifest|d[ée]fil|chemin|plac|plan(?:ch)|d[ée]voil|examin|maintienn|"
    r"[ée]coul|annon[cç]|appel|mang|d[ée]gust|initi|accompagn|permett|dur|reconvoqu|rejou|sillonn",
    r"r[ée]un|chois|r[ée]fl[ée]ch|rejaill|fleur|garant|nourr|réag|ag|b[âa]t",
    r"tend|descend|r[ée]pond",
    r"accueill\w+|(?:main|re|sou|entre)?t(?:ien(?:t|nent|dra|dront|drez|drons)|en(?:u(?:e?s?)|ir|ons|ez|ait|aient))|"
    r"(?:inter|re)?v(?:ien(?:t|nent|dra|dront|drez|drons)|en(?:u(?:e?s?)|ez|ons|ir|ait|aient))|d[ée]batt?\w*|"
    r"si[èée]g\w+|pr[ée]v(?:ue?s?|oi\w+|oy\w+)|parcour\w+|d[ée]couv\w+|rejoi\w+|franchi\w*|suiv(?:ie?s?|ent|ra|ront|re)|lieu|attendu(?:e|s|es)?|"
    r"ser(?:t|vent|vira|viront)|prom(?:et|is)\w*|assises?|plong\w+",
)
_BECOME: Final = _conjugate(
    # what appears
    r"(?:re)?publi|(?:re)?diffus|(?:r[ée])?imprim|(?:r[ée])?[ée]dit|affich|t[ée]l[ée]charg|relay|circul|h[ée]berg|orn|"
    r"num[ée]ris|actualis|r[ée]actualis|index|archiv|"
    # what is sent
    r"(?:r)?envo[iy]|adress|exp[ée]di|notifi|communiqu|livr|post|distribu|achemin|d[ée]livr|retourn|"
    # what is paid
    r"vers|pa[iy]|r[èée]gl|acquitt|factur|rembours|pr[ée]l[eè]v|encaiss|d[ée]bit|cr[ée]dit|cotis|augment|baiss|"
    # what lasts no more, or goes on
    r"expir|renouvell?|prorog|appliqu|"
    # what is built
    r"r[ée]nov|r[ée]habilit|raccord|(?:d[ée]|em)m[ée]nag|transf[èée]r|d[ée]mont|rach[eè]t|achet|log|"
    # what becomes of people and bodies
    r"n[ée](?=e?s?$)|d[ée]c[ée]d|fond|recrut|embauch|mut|incarc[èée]r",
    r"d[ée]mol|fin(?=iss)",
    r"(?:re)?vend|suspend",
    r"(?:r)?enverr(?:a|ont|ez|ons|ai(?:t|ent))|par(?:a[îi]t|aissent|a[îi]tr(?:a|ont|e)|ue?s?|aissait)|"
    r"par(?:vien(?:t|nent|dra|dront)|ven(?:ir|ue?s?))|trans(?:" + _MIS + r")|"
    r"constru(?:it|ite|its|ites|isent|ira|iront|ire)|rep(?:ein(?:t|te|ts|tes))|"
    r"meur(?:t|ent)|mour(?:ra|ut|ir)|na[îi](?:t|tra|tre)|naquit|[ée]choi(?:t|ra)|[ée]chu\w*|souscri\w+|"
    r"[ée]choi(?:t|ra)|souscri\w+",
)
_DECIDE: Final = _conjugate(
    r"promulgu|adopt|vot|ratifi|abrog|ent[ée]rin|approuv|homologu|certifi|attribu|d[ée]cr[èée]t|(?:re)?sign|paraph|"
    r"autoris|agr[ée]|modifi|r[ée]vis|amend|rectifi|remani|d[ée]clar|habilit|accr[ée]dit|valid|labellis|pronon[cç]|d[ée]lib[èée]r|d[ée]cern|nomm|d[ée]sign|institu",
    forms=r"[ée]l(?:u|ue|us|ues|it|isent|ira|iront|ire)",
)
_GET: Final = _conjugate(
    r"touch|conserv|r[ée]cup[èée]r|rapport",
    forms=rf"re[çc]oi(?:t|vent)|recev\w+|re[çc]ue?s?|re(?:{_MIS})|obt(?:ien\w+|enu\w*)|ren(?:d|dent|dra|dront|drez|drons|due?s?|dre)",
)
_BEGIN: Final = _conjugate(
    r"(?:re)?commenc|d[ée]but|(?:re)?d[ée]marr|continu|prolong|termin|ach[eè]v|cl[ôo]tur|lan[cç]|ferm|pass|rentr|engag|"
    r"install|cr[ée]|pos|d[ée]pos|donn|tomb|sign[ai]l|entr|arriv|mont|chang|arr[êe]t|laiss|quitt",
    r"ralent|about",
    "attend",
    forms=r"\w{2,}[aio]bles?|(?:con|sur)venue?s?|(?:r)?ouv(?:re|rent|rira|riront|rirez|rirons|rir|ert|erte|erts|ertes|rait)|cl(?:os|ose|oses|ôt|ot|ora)|"
    r"(?:re)?part(?:s|ent|ira|iront|irez|irons|ir|i|ie|is|ies)?|sort(?:ent|ira|iront|irez|irons|ir|i|ie|is|ies)?|"
    rf"re(?:{_PRIS})|poursui\w+|conclu(?:t|s|e|es|ent|ra|ront|re)?|offr(?:e|ent|ira|iront|ir)|offert(?:e|s|es)?|fai(?:t|te|ts|tes)|font|fer(?:a|ont)|{_PRIS}|{_MIS}|"
    r"(?:re)?di(?:t|te|ts|tes)|[ée]cri(?:t|te|ts|tes|vent|ra|ront)",
)
_FAMILIES: Final[tuple[tuple[Family, re.Pattern[str]], ...]] = (
    ("become", _BECOME),
    ("decide", _DECIDE),
    ("meet", _MEET),
    ("get", _GET),
    ("begin", _BEGIN),
)
_AGAIN: Final = re.compile(r"r[eé](?=[^\W\d_]{4})")
_NO_VERB: Final = frozenset(
    {
        "débat",
        "débats",
        "mort",
        "morts",
        "entre",
        "suite",
        "place",
        "places",
        "cours",
        "jour",
        "jours",
        "finale",
        "pose",
        "poses",
    }
)
"""Words that are hardly ever the form of a verb that they have."""
_PRESENT: Final = re.compile(r".*(?:publ|[cf]|p[ée]d|conv|inv|[ée]tud|soc|init)ies?|.*(?:ib|in|ct|val)ues?")
"""The present of verbs such as `publier` and `distribuer`, which looks like a participle."""
_DONE: Final = re.compile(r".*(?:é(?:e?s?)|(?:[^o]i|[^o]it|is|(?<![qg])u|ert|eint|mort|clos)(?:e|s|es)?)")
_INFINITIVE: Final = re.compile(
    r"[^\W\d_]+(?:er|ir|oir|[ao]?[eo]ndre|ettre|attre|uivre|uire|lire|dire|crire|aire|a[îi]tre|clure)"
)
_AHEAD: Final = re.compile(r"(?!op[ée]ra)[^\W\d_]{2,}(?:er|ir|dr|tr|rr|vr)(?:a|ont|ez|ons|aient|ait)")
_BACK: Final = re.compile(r"[^\W\d_]{3,}(?:aient|èrent)")


@lru_cache(maxsize=16384)
def find_verb(word: str) -> Verb | None:
    """The verb that a word in lower case is a form of, or may be; None for any other word."""
    for family, forms in _FAMILIES if word not in _NO_VERB else ():
        if forms.fullmatch(word) or (family == "begin" and _AGAIN.match(word) and forms.fullmatch(word, 2)):
            return Verb(family, _shape_of(word))
    return Verb("", "finite") if _AHEAD.fullmatch(word) or _BACK.fullmatch(word) else None


@lru_cache(maxsize=16384)
def may_be_participle(word: str) -> bool:
    """Whether a word of any verb has the form of what was done (`nettoyé`, `repeinte`)."""
    return len(word) > 2 and _DONE.fullmatch(word) is not None


def _shape_of(word: str) -> Shape:
    if _INFINITIVE.fullmatch(word):
        return "infinitive"
    if _PRESENT.fullmatch(word):
        return "noun_or_finite"
    if may_be_participle(word) or word.endswith(("ble", "bles")):
        return "participle"
    if _AHEAD.fullmatch(word):
        return "finite"
    return "noun_or_finite" if word.endswith(("e", "es", "a")) or word in ("sort", "part", "mets") else "finite"
