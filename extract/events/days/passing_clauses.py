"""Clauses that lead to a day which is none of the page's own meeting, whatever the rest of their sentence speaks of.

A sentence may name a meeting and a day that hangs on something else: `Le contrat, voté en conseil, sera signé le 14
avril`. So only the clause right before a day is asked: whether it is set aside (`Par ailleurs, …`), or its verb is one
of what is done, and not of what is held.
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.governors import find_governor
from extract.dates.lexicon import lower_case
from extract.dates.things import is_no_meeting
from extract.dates.verb_families import find_verb

_ASIDE: Final = re.compile(
    r"\W*(?:par ailleurs|pour info(?:rmation)?|au passage|en parallèle|parall[èe]lement|de (?:son|leur) c[ôo]t[ée]|"
    r"dans le m[êe]me temps|entre[- ]temps|d['’]ici là|sans rapport|autre information|(?:nous )?(?:signalons|"
    r"rappelons)|(?:on|nous) (?:vous )?(?:signale|rappelle)(?:ns)?)(?![^\W_])",
    re.IGNORECASE,
)
"""What opens a sentence beside the matter."""
AHEAD: Final = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]{2,}(?:er|ir|dr|tr|rr)(?:a|ont|ez|ons)|dès|des le|[àa] (?:partir|compter) d[eu]|"
    r"(?<!nombreux )(?<!nombreuses )(?<!nombre )(?<!réussi )"
    r"[àa] (?!rev|r[ée][ée]|rel|lire|voir)[^\W\d_]{2,}(?:er|ir|re))(?![^\W_])"
)
"""What looks ahead from where it stands: a future, or what there is to do (`à découvrir dès le`)."""
_STARTS_AGAIN: Final = re.compile(
    r"(?<![^\W_])(?:repren(?:d|nent|dra|dront)|recommenc\w+|red[ée]marr\w+|rouvr\w+)\s(?:d[èe]s\s)?(?:le\s)?$",
    re.IGNORECASE,
)
"""What goes on after a rest: `Les permanences reprendront le`."""
_REMINDED: Final = re.compile(
    r"(?<![^\W_])(?:rappel|signal|indiqu|annon[cç]|inform|[ée]voqu|mentionn)\w*\s(?:aussi\s|[ée]galement\s)?"
    r"(?:la date|les dates|la tenue|l['’]existence|l['’][ée]ch[ée]ance)\s(?:du|des|de|d['’])[^.;!?]{2,80}$",
    re.IGNORECASE,
)
"""Whose day somebody only reminds of: `La DDT rappelle la date du comité d'engagement (`."""
_CONTRAST: Final = re.compile(
    r",\s(?:lui|elle|eux|elles|quant à (?:lui|elle|eux|elles)),\s|"
    r"(?<![^\W_])(?:de (?:son|leur) c[ôo]t[ée]|quant [àa]ux?)(?![^\W_])",
    re.IGNORECASE,
)
"""What sets others against those that a page speaks of: `Le groupe habitat, lui, se réunira le`."""
_BODY: Final = re.compile(
    r"\W*(?:l[ea]s?|l['’]|notre|nos|une?|des)\s?(?:prochaine?s?\s|nouve\w+\s|derni[èe]re?s?\s)?"
    r"(?P<noun>commission|groupe|conseil|bureau|comit[ée]|collectif|congr[èe]s|jury|coll[èe]ge|coll[èe]gues|conf[ée]d[ée]ration|"
    r"f[ée]d[ée]ration|syndicat|association|mission|d[ée]l[ée]gation|[ée]quipe)s?(?![^\W_])"
    r"[^.;:!?\d]{0,80}?\s(?:se|s['’]|est|sont|a|ont)\s?[^.;:!?\d]{0,60}$",
    re.IGNORECASE,
)
"""A body that does something on a day: it is another's day where the page does not speak of that body."""


_COMES_BY: Final = re.compile(r"pass(?:er(?:a|ont|ons)|ent?|ons)\s(?:par|chez)\s")
"""What goes round comes to people: `le ciné plein air passera par Argentine le 8 juillet`."""
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS: Final = 4
"""Words behind a day from which on it is told in a sentence, and no title."""

_LONGEST_WORDS: Final = 40
_STEM: Final = 3
REACH: Final = 160
"""Characters before a day, and behind it, within which its clause is looked for."""


def find_body(text: str, start: int, end: int) -> str:
    """The noun of the body that a sentence up to a day speaks of, in lower case; empty where it speaks of none."""
    body = _BODY.match(text, start, end)
    return body["noun"].lower() if body is not None else ""


def sets_aside(text: str, start: int, end: int) -> bool:
    """Whether a sentence from `start` to a day at `end` is set aside or against others, or tells what goes on."""
    near = max(start, end - REACH)
    aside = _ASIDE.match(text, start, end) or _CONTRAST.search(text, near, end)
    aside = aside or _REMINDED.search(text, near, end)
    return (aside or _STARTS_AGAIN.search(text, near, end)) is not None


def find_other_verb(text: str, start: int, end: int, *, passive: bool = False) -> str:
    """The verb of no meeting that leads from `start` to a day at `end`, in lower case; empty where there is none.

    With `passive` only one that tells what is done with something: `sera signé`.
    """
    lead = lower_case(text[max(start, end - REACH) : end])
    governor = is_no_meeting(lead)
    if governor is None or (passive and not governor.is_passive) or _COMES_BY.match(lead, governor.start):
        return ""
    return governor.word


def leads_ahead(text: str, start: int, end: int) -> bool:
    """Whether a verb in the future leads to a day at `end`, and it is one by which people may meet."""
    lead = lower_case(text[max(start, end - REACH) : end])
    governor = find_governor(lead)
    return governor is not None and AHEAD.match(governor.word) is not None and is_no_meeting(lead) is None


def follows_participle(text: str, start: int, end: int) -> bool:
    """Whether a day at `end` stands right behind what was done on it, and is none of a meeting: `Photo prise le`."""
    words = _WORD.findall(lower_case(text[max(start, end - _LONGEST_WORDS) : end]))
    word = next((word for word in reversed(words) if word != "le"), "")
    verb = find_verb(word)
    if verb is None:
        return len(word) > _STEM and word.endswith(("é", "ée", "és", "ées"))
    return verb.shape == "participle" and verb.family != "meet"


def is_quoted(text: str, start: int, first: int, last: int, end: int) -> bool:
    """Whether the words of somebody hold a day, `first` to `last`, and go on: `« Le 5 mai, nous étions trois »`."""
    opens, closes = text.rfind("«", max(start, first - REACH), first), text.find("»", last, min(end + 2, last + REACH))
    if opens < 0 or text.find("»", opens, first) >= 0 or closes < 0:
        return False
    return len(_WORD.findall(text, last, closes)) >= _FEWEST_WORDS
