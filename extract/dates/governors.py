"""What a day hangs on: the verb nearest to it in its clause, or, where none stands, what the clause is about.

`Le kit remis aux participants paraîtra le 2 décembre` is about what appears, whatever else its sentence names: in
French a day belongs to the verb before it; where a clause has none, to its first noun (`Parution des actes de la
journée le 3 mai`); and where the day opens the sentence, to the verb behind it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from extract.dates.lexicon import WEEKDAY_NAME
from extract.dates.verb_families import Family, Verb, find_verb, may_be_participle
from extract.dates.word_gates import give_bit_of
from extract.matching.leaping import compile_leaping

_REACH: Final = 160


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


_TOKEN: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLAUSE: Final = compile_leaping(
    r"[;:–—(«»•|]|\s-\s|[.!?]\s|,\s(?=(?:mais|et|puis|elles?|ils?|on|nous|vous|ce(?:la|ci)?|qu['’]\w+)\s)|"
    r"\s(?:(?:mais|puis)(?![^\W_])|et (?=(?:elles?|ils?|on|nous|vous|sera|seront|a|ont|l[ea]s?|un|une)\s))\s?"
)
"""Where a clause ends and the next begins."""
_BRACKET: Final = re.compile(r"\([^()]{0,60}\)(?=\s[^\W\d_])")
"""What a sentence goes on behind: `Trois matinées (9h-12h) sont au programme`."""
_LEADING: Final = (
    r"(?:(?P<of>du|des|de)|(?:[àa] (?:partir|compter) du|d[èe]s|depuis|au|le|les|la|ce|pour|en|courant|jusqu['’]au))"
)
_LEAD_IN: Final = compile_leaping(rf"\s(?:,\s)?{_LEADING}*(?:\s(?:le|ce|au))?(?:\s(?:{WEEKDAY_NAME}))?\s*$")
_LAST_OF_LEAD_IN: Final = re.compile(rf"{_LEADING}+|{WEEKDAY_NAME}|,")
_LONGEST_LEAD_IN: Final = 48
_FROM_THEN: Final = re.compile(r"(?:partir|compter) du\s\S*\s?$")
_DETERMINES: Final = _words(
    "le la les l un une des du de d ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs "
    "dernier dernière prochain prochaine premier première second seconde nouveau nouvel nouvelle même grand grande "
    "chaque tout toute tous toutes quelques plusieurs aux au à en par pour sans avec sur sous chez dès vers"
)
"""Before one of these a form such as `affiche` is a noun."""
_LEADS_INFINITIVE: Final = _words(
    "à a pour de d va vont doit doivent devra devront peut peuvent pourra pourront vient viennent faire fait fera "
    "allons allez vous nous les le la y s se et ou pouvez devez devons pouvons"
)
_AUXILIARIES: Final = _words(
    "est sont a ont ai as avez avons sera seront aura auront aurez aurons étaient était étions avait avaient avions "
    "fut furent soit soient serait seraient aurait auraient être été suis sommes êtes ayant étant"
)
_IS: Final = _words("sera seront est sont était étaient")
_PASSIVE: Final = _words("sera seront été être fut furent serait seraient")
_BETWEEN: Final = _words(
    "bien bientôt déjà ensuite enfin pas plus tous toutes tout ainsi donc aussi encore désormais été d abord alors "
    "nouveau de à elle-même lui-même eux-mêmes même elles ils il elle on nous vous leur lui y également toujours"
)
"""What may stand between an auxiliary and its participle."""
_RELATIVES: Final = _words("qui que qu dont où laquelle lequel lesquels lesquelles auxquels")
_UNKNOWN: Final = Verb("", "participle")
"""A verb of no family, by the form of its participle."""
_MOST_BETWEEN: Final = 4
_MOST_RELATIVE: Final = 6
_NEAR: Final = 2
"""Words between a participle without auxiliary and its day, at most."""


class _Lead(NamedTuple):
    """The words before a day: where their last clause begins, the clause, what of it the day hangs on.

    Who asks for one of these asks for the others as well.
    """

    start: int
    clause: str
    is_of_noun: bool
    governor: Governor | None


class Governor(NamedTuple):
    """What a day hangs on: the family of a verb (empty for one that is of none), the word, and where it begins.

    `is_done` says that it is a participle: what somebody did or what is done with something (`is_passive`). `bare`
    that it has no auxiliary.
    """

    family: Family
    word: str
    start: int
    end: int
    is_done: bool
    bare: bool
    is_passive: bool


def find_clause(lead: str) -> tuple[int, str]:
    """The clause that leads to a day, from the words before it in lower case, and where it begins in them.

    A mark right before the day belongs to its clause: `Parution des actes : le 3 mai`.
    """
    return _read_lead(lead)[:2]


def find_governor(lead: str) -> Governor | None:
    """The verb that governs a day, from the words of its sentence before it, in lower case; None where none does.

    A day that belongs to a noun (`la synthèse du séminaire du 3 mai`) has no governor among the verbs before it.
    """
    return _read_lead(lead).governor


def is_of_noun(lead: str) -> bool:
    """Whether a day belongs to the noun before it: `du 3 mai`, and not `à partir du 3 mai`."""
    return _read_lead(lead).is_of_noun


@lru_cache(maxsize=1024)
def _read_lead(lead: str) -> _Lead:
    if ")" in lead:
        lead = _BRACKET.sub(_blank, lead)
    end, of_noun = _find_lead_in(lead)
    while end and lead[end - 1] in " :,–—-":
        end -= 1
    start = max(0, end - _REACH)
    for mark in _CLAUSE.finditer(lead, start, end):
        start = mark.end()
    clause = lead[start:end]
    return _Lead(start, clause, of_noun, _find_governor(lead, start, clause, of_noun=of_noun))


def _blank(bracket: re.Match[str]) -> str:
    return " " * (bracket.end() - bracket.start())


def _find_lead_in(lead: str) -> tuple[int, bool]:
    """Where the words begin that only lead to a day (` à partir du`, ` le mardi`), and whether it is one of a noun."""
    last = lead.rsplit(None, 1)[-1:]
    if not last or not _may_lead_in(last[0]):
        return len(lead.rstrip()), False
    if len(lead) > _LONGEST_LEAD_IN:
        stop, shift = _LEAD_IN.search(lead, len(lead) - _LONGEST_LEAD_IN), 0
    else:
        stop, shift = _LEAD_IN.search(" " + lead), 1  # the start of the words is as good as a space
    if stop is None:
        return len(lead), False
    return max(0, stop.start() - shift), stop["of"] is not None and _FROM_THEN.search(lead) is None


@lru_cache(maxsize=4096)
def _may_lead_in(word: str) -> bool:
    """Whether a word is one of those that only lead to a day."""
    return _LAST_OF_LEAD_IN.fullmatch(word) is not None


@lru_cache(maxsize=16384)
def _may_govern(word: str) -> bool:
    """Whether a word is the form of a verb, or may be: only such a word can govern a day."""
    return word in _IS or find_verb(word) is not None or may_be_participle(word)


def _holds_verb(word: str) -> bool:
    """Whether a word with the marks beside it, or a part of it, may govern a day."""
    return any(map(_may_govern, _TOKEN.findall(word)))


MAY_GOVERN: Final = give_bit_of(_holds_verb)


def _find_governor(lead: str, start: int, clause: str, *, of_noun: bool) -> Governor | None:
    """The verb that governs a day, in the clause that begins at `start` of the words before it."""
    words = _TOKEN.findall(clause)
    if not any(map(_may_govern, words[-1:] if of_noun else words)):
        return None
    apart = lead[start + len(clause) : start + len(clause) + 1] == ","
    tokens = [(t.group(), t.start(), t.end()) for t in _TOKEN.finditer(clause)]
    for index in range(len(words) - 1, -1, -1):
        found = _judge(words, index)
        if of_noun and (found is None or index < len(words) - 1):
            return None  # `le décret publié au journal du 3 mars`, and not `distribués du 3 au 21 mars`
        if found is None or (apart and _is_relative(words, index)):
            continue
        family, is_done, bare = found
        if bare and family != "become" and any(_is_finite(words, other) for other in range(index)):
            continue  # `sera déposé sur l'espace partagé le`
        place = start + tokens[index][1], start + tokens[index][2]
        return Governor(family, words[index], *place, is_done, bare, is_done and _is_passive(words, index))
    return None


@lru_cache(maxsize=256)
def find_governor_behind(after: str) -> Governor | None:
    """The first verb of the sentence that a day opens, from the words behind it in lower case (`, la ville publie`)."""
    after = after.lstrip(" ,").rjust(len(after))
    stop = _CLAUSE.search(after)
    clause = after[: stop.start()] if stop is not None else after
    tokens = [(t.group(), t.start(), t.end()) for t in _TOKEN.finditer(clause)]
    words = [word for word, _, _ in tokens]
    for index in range(len(words)):
        found = _judge(words, index)
        if not index and (verb := find_verb(words[0])) is not None and verb.shape == "noun_or_finite":
            found = verb.family, False, False  # `Le 3 mai commence la campagne`
        if found is None or (found[2] and index):
            continue
        return Governor(found[0], words[index], *tokens[index][1:], found[1], found[2], _is_passive(words, index))
    return None


def _judge(words: list[str], index: int) -> tuple[Family, bool, bool] | None:
    """The family of the verb at a place of a clause, whether it is done and whether it has no auxiliary, or None."""
    word = words[index]
    before = words[index - 1] if index else ""
    if word in _IS and not any(map(may_be_participle, words[index + 1 : index + 1 + _NEAR])):
        return "begin", False, False  # `la version annotée y sera le`
    verb = find_verb(word) or (_UNKNOWN if may_be_participle(word) else None)
    if verb is None:
        return None
    if words[index + 1 : index + 2] in (["ça"], ["cela"]) and word.startswith("remet"):
        return "meet", False, False  # `On remet ça le`
    if verb.shape == "participle":
        return _judge_participle(words, index, verb)
    is_noun = {
        "noun_or_finite": before in _DETERMINES or not index,
        "infinitive": before not in _LEADS_INFINITIVE,
        "finite": before in ("des", "les", "ces", "aux") and word.endswith("ent"),  # `nous les publierons`
    }
    return None if is_noun[verb.shape] else (verb.family, False, False)


def _judge_participle(words: list[str], index: int, verb: Verb) -> tuple[Family, bool, bool] | None:
    """The same for a participle: without an auxiliary it governs a day right behind it, or behind who did it."""
    if _has_auxiliary(words, index):
        return verb.family, True, False
    behind = len(words) - 1 - index
    by = words[index + 1 : index + 2] == ["par"] and behind < _MOST_RELATIVE
    heads = not index and verb.family in ("become", "decide")  # `Transmis aux partenaires le`
    near = by or heads or (behind < _NEAR and verb is not _UNKNOWN)
    return (verb.family, True, True) if near and not (index and words[index - 1] in _DETERMINES) else None


def _is_finite(words: list[str], index: int) -> bool:
    found = _judge(words, index)
    return found is not None and not found[2]


def _has_auxiliary(words: list[str], index: int) -> bool:
    """Whether a participle has its auxiliary before it, with no more than adverbs between them."""
    for word in reversed(words[max(0, index - _MOST_BETWEEN) : index]):
        if word in _AUXILIARIES:
            return True
        if word not in _BETWEEN and not word.endswith("ment"):
            return False
    return False


def _is_passive(words: list[str], index: int) -> bool:
    """Whether something is done with what a participle is said of: `sera signé`, and neither `a signé` nor `s'est`."""
    lead = words[max(0, index - _MOST_BETWEEN) : index]
    return any(word in _PASSIVE for word in lead) and not any(word in ("s", "se", "nous") for word in lead)


def _is_relative(words: list[str], index: int) -> bool:
    """Whether a verb stands in a relative clause: `les associations qui publient la revue`."""
    return any(word in _RELATIVES for word in words[max(0, index - _MOST_RELATIVE) : index])
