"""What a place in running text is said of: the word right before its preposition.

`se retrouveront à Lens`, `la séance à Lens` and `le 3 mai, à Lens` tell where people meet; `syndic à Lens`, `27 % à
Lens` and `l'association à Lens` only tell where somebody or something is. A place that hangs on a verb, on the noun of
an event, on a time or on nothing is where the sentence goes on; one that hangs on any other word is that word's own.
"""

from __future__ import annotations

import re
from typing import Final

from extract.matching.gates import GatedPattern
from extract.places.grammar.context import DONE, MEETING_NOUN, MONTH, WILL
from extract.places.grammar.verbs import MEETING_VERB, WEAK_VERB

_WORD: Final = re.compile(r"(?P<word>[^\W_](?:[\w'’.-]*[\w%])?|%)?(?P<mark>[^\w%]*)$")
# Endings of verbs: of the future, the imperfect, the infinitive, of participles, of the plural.
_VERB: Final = re.compile(
    r"(?:\w+(?:r(?:a|ai|as|ont|ez|ons)|aient|ait|iez|ez|er|ir|oir|ant)|"
    r"\w{2,}(?<!it)(?<!saut)(?<!sant)(?<!naut)(?<!com)(?:é|ée|és|ées)|"
    r"\w*(?:ouvert|offert|découvert|inscrit|fait|écrit|accueilli|réuni|choisi|établi|tenu|venu|reçu|vu|attendu|"
    r"entendu|parcouru|rendu|prévu|mis|pris|transmis|admis)e?s?|"
    r"\w{3,}(?<!m)(?<!ag)(?<!par)(?<!pr[ée]sid)(?<!r[ée]sid)(?<!adh[ée]r)(?<!cli)(?<![ée]tudi)ent|"
    r"(?:accueill|arriv|commenc|continu|d[ée]barqu|d[ée]but|d[ée]marr|d[ée]plac|install|invit|rassembl|retrouv|"
    r"rencontr|arr[êe]t|pos|pass|termin|pr[ée]sent|organis|propos|anim|mont|rest|tourn|voyag|ach[èe]v)e|"
    r"re[çc]oi(?:t|vent)|attend(?:ent)?|tient|vient|revient|reprend|prend|poursuit|r[ée]unit|fait|finit|ouvre|conclut|clôt|va|vont|est|sont|eu|été)",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    rf"(?:{MONTH}|\d+(?:er)?|\d+h\d*|h|heures?|midi|matin|soir|apr[èe]s-midi|matin[ée]e|soir[ée]e|journ[ée]e|"
    r"(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|prochaine?s?|derni[èe]re?s?|suivante?s?|premi(?:er|[èe]re)s?|seconde?s?|(?:deux|trois|quatr|cinqu|six)i[èe]mes?|autres|ann[ée]e|semaine|"
    r"mois|printemps|[ée]t[ée]|automne|hiver|rentr[ée]e)",
    re.IGNORECASE,
)
# Words that tell how, when or that people move: the place behind them is where.
_FREE: Final = re.compile(
    r"(?:\w+ment|ensemble|aussi|[ée]galement|donc|ensuite|enfin|puis|toujours|encore|d[ée]sormais|cette fois|fois|"
    r"ici|l[àa]|et|ou|soit|mais|lieu|place|halte|[ée]tape|escale|cap|rendez-vous|rdv|suite|retour|d[ée]part|direction|"
    r"accueil|jusqu['’]?|porte|portes|travail|terrain|pr[ée]sentiel|salle|public|format|nombreu(?:x|ses)|vous|nous|"
    r"invit[ée]e?s?|convi[ée]e?s?)",
    re.IGNORECASE,
)
# A participle that ends the words before the place: `vous sera servi à`.
_LAST: Final = re.compile(
    r"\b(?:est|sont|sera|seront|[ée]t[ée]|a|ont|aura|auront)\s(?:\w+\s)?\w+(?:[ée]|i|is|it|u|us|t)e?s?\s$",
    re.IGNORECASE,
)
# A participle right behind a noun, with no verb that helps it.
_BOUND: Final = re.compile(
    r"\b(?:une?|l[ae]s?|des|ses|nos|leurs?|ces?|cette|quelques|\d+|l['’]|d['’]|de|du)\s?(?:[\w'’-]+\s){0,2}?"
    r"(?P<noun>[a-zà-ÿ'’-]{3,})\s(?:[a-zà-ÿ]+ment\s)?[a-zà-ÿ]{3,}(?<!it)(?:é|ée|és|ées)\s$|"
    r":\s(?P<first>[a-zà-ÿ'’-]{3,})\s[a-zà-ÿ]{3,}(?:é|ée|és|ées)\s$"
)
# What somebody does with his own things says where he is: `chausseront leurs baskets à`, `posera ses valises à`.
_WITH_OWN: Final = re.compile(
    r"\w(?:r(?:a|ont|ons|ez)|aient)\s(?:[a-zà-ÿ]+\s){0,3}?(?:ses|son|sa|leurs?|nos|notre)\s[a-zà-ÿ-]{3,}\s$"
)
# The place before one in a list: what that hangs on, this one does (`dix ans de rénovation à Arras et à` Lens).
_LISTED: Final = re.compile(r"\s(?:[àa]|aux?|en|dans)\s[A-ZÀ-Ý][^.,;:!?()]{1,40}?,?\s(?:et|ou|puis)\s$")
# What a meeting is for, right behind its noun: `une matinée d'échanges`, `la journée de clôture`.
_FOR: Final = re.compile(r"\s(?:d['’]|de\s|du\s|des\s)[a-zà-ÿ-]{3,}(?:\s(?:et|ou)\s(?:d['’]|de\s)?[a-zà-ÿ-]{3,})?\s*$")
_REACH: Final = 60


def hangs_free(text: str, start: int, first: int) -> bool:
    """Whether a place that begins at `first` tells where its sentence, from `start` on, goes on.

    `first` stands before the preposition of the place.
    """
    head = _LISTED.sub(" ", text[max(start, first - _REACH) : first])
    found = _WORD.search(head)
    word = found["word"] if found else None
    if not word or (found is not None and found["mark"].strip()):
        return True
    if not WILL.search(head) and _ends_with(WEAK_VERB, head):
        return MEETING_NOUN.search(text, start, first) is not None
    if DONE.search(head) and _LAST.search(head):
        return True
    if _WITH_OWN.search(head):
        return True
    if _qualifies_thing(head):
        return _ends_with(MEETING_VERB, head)
    if _VERB.fullmatch(word) or _TIME.fullmatch(word) or _FREE.fullmatch(word):
        return True
    if (purpose := _FOR.search(head)) is not None and _ends_with(MEETING_NOUN, head[: purpose.start()]):
        return True
    return _ends_with(MEETING_NOUN, head) or _ends_with(MEETING_VERB, head)


def _qualifies_thing(head: str) -> bool:
    """Whether words end with a participle behind the noun of a thing: `un outil testé à`, not `la séance tenue à`."""
    bound = _BOUND.search(head)
    return bound is not None and MEETING_NOUN.fullmatch(bound["noun"] or bound["first"]) is None


def _ends_with(pattern: re.Pattern[str] | GatedPattern, head: str) -> bool:
    """Whether words end with a match of a pattern."""
    end = len(head.rstrip())
    return any(match.end() == end for match in pattern.finditer(head))
