"""A screen that is offered beside a place: two ways to one meeting, told in one sentence or in the one behind it.

A place and a screen in the sentence of one day are one hybrid meeting unless something sets them apart: one stands in
for the other (`finalement en visio`), follows it (`puis en visio`), is another meeting (`et deux webinaires`), or is
what people talk about (`: travailler à distance`). A sentence without a place opens the place before it where the
screen is offered to some, or to all who want it: `Vous pouvez suivre la séance en ligne`.
"""

from __future__ import annotations

import re
from typing import Final

from extract.matching.gates import compile_gated
from extract.places.grammar.context import MEETING_NOUN, MONTH

Span = tuple[int, int]

_DAY: Final = re.compile(rf"(?:1er|\d{{1,2}})\s{MONTH}|\d{{1,2}}/(?:0\d|1[0-2])(?!\d)", re.IGNORECASE)
SET_APART: Final = re.compile(
    r"\b(?:bascul|remplac|transform|transpos|convert|devien|devenu|devr?ai|devi(?:ons|ez)|"
    r"(?<!se )pass(?:e|ent|era?)\b(?! aussi| [ée]galement)|"
    r"au lieu|[àa] la place|plut[ôo]t|final(?:e|ement)\b|initiale?|d['’]abord|annul|report[ée]|contraire|contraint|"
    r"faute|puis\b|ensuite|enfin\b|poursui|prolong|pr[ée]c[ée]d|suivie? (?:d['’]|de |du )|apr[èe]s|avant|altern|"
    r"tant[ôo]t|commenc|d[ée]but(?!s? (?:[àa]|vers)\b)|sauf|hormis|except|enti[èe]rement|uniquement|exclusivement|"
    r"seul|aucun|sans\b|(?:et|mais) (?:non|pas)\b|pas d(?:e |['’])|plus (?:de|en|par|[àa])\b|"
    r"premi[èe]re?s?\b|derni(?:er|[èe]re)|prochain|deuxi[èe]me|second|suivante?s?\b|cette fois|chaque\b)",
    re.IGNORECASE,
)
"""What says that the place and the screen are not of one meeting at one time."""
_SITTINGS: Final = (
    r"(?:s[ée]ances?|sessions?|ateliers?|modules?|rencontres?|journ[ée]es?|jours?|rendez-vous|r[ée]unions?)"
)
_ANOTHER: Final = re.compile(
    rf"\W*(?:(?:enfin|ensuite|puis|[àa] l['’]issue|plus tard|en amont|au pr[ée]alable),?\s)?(?:une?|des|deux|trois)\s"
    rf"(?:(?:dernier|premier|nouve\w+|autre|second)\w*\s)?(?:{MEETING_NOUN}|bilan|point|suivi|retour|entretien|temps|"
    r"regroupement)s?(?![^\W_])[^.;:!?]{0,60}$",
    re.IGNORECASE,
)
"""A thing that has not been spoken of yet, as the article tells."""
_SOME_SITTINGS: Final = compile_gated(
    r"(?<![^\W_])(?:l[ae]s?\s(?:(?:deux|trois|quatre|cinq)\s)?(?:premi(?:er|[èe]re)|derni(?:er|[èe]re)|deuxi[èe]me|seconde?|"
    r"troisi[èe]me|quatri[èe]me|cinqui[èe]me|sixi[èe]me)s?(?!\s(?:fois|ann[ée]e|semaine|[ée]tage|heure|"
    r"partie|moiti[ée]|demi-heure|intervention|table|prise))|"
    rf"{_SITTINGS}\s(?:n\s?°\s?)?\d(?!\d?\s?(?:h|/|\d))|une\sfois|"
    r"d['’]abord|pour (?:commencer|finir)|dans un (?:premier|second) temps)(?![^\W_])",
    re.IGNORECASE,
)
"""What names some sittings of several: `les deux premiers ateliers`, `le troisième`, `les séances 1 et 2`."""
_RANGE: Final = re.compile(r"\d{1,2}\s?[hH](?:[0-5]\d)?\s?(?:à|-|–)\s?\d{1,2}\s?[hH]")
_AT_ONCE: Final = (
    r"(?:aussi|[ée]galement|simultan\w+|parall[èe]le|m[êe]me temps|doubl[ée]+s?|au choix|[àa] la fois|tout en|"
    r"au gr[ée]|convenance|comme (?:[àa]|en|par|sur)|choi(?:x|sir|sissez)|mi-pr[ée]sentiel|"
    r"deux (?:fa[çc]ons|mani[èe]res|modes|formats|possibilit[ée]s)|"
    r"(?:salle|pr[ée]sentiel|sur (?:place|site)) (?:et|ou)(?: en| par)? (?:visio|distanciel|[àa] distance|en ligne))"
)
_ALONE: Final = (
    r"(?=\s?(?:[,;:.)!]|$)| (?:se|ser\w+|en|sur|par|[àa]|au|devant|depuis|derri[èe]re|de|chez|qui|suiv\w+|rejoi\w+|"
    r"particip\w+|assist\w+|connect\w+|branch\w+|pourr\w+|peuvent|peut|ont|auront|aussi|un|une|le|la|c['’]est)(?![^\W_]))"
)
"""`les autres` by themselves: `les autres réseaux` are none of those who come."""
_SOME: Final = (
    rf"(?:l['’]autre|(?:les|d['’]|aux|des) ?autres{_ALONE}|certaine?s|quelques-une?s|ceux|celles|celui|"
    r"(?:autre|une) partie|le reste|"
    r"absente?s|[ée]loign[ée]+s?|loin|emp[êe]ch[ée]+s?|qui (?:ne |n['’])|vous ne pouvez|sinon|"
    r"pr[ée]f[èeé]r\w+|souhait\w+|si vous)"
)
_CAN: Final = (
    r"(?:possib\w+|peut|peuvent|pouvez|pouvons|pourr(?:a|ez|ons|ont)|facult\w+|"
    r"(?:sera|seront|est|sont|reste|restent) (?:[ée]galement |aussi )?(?:ouverte?s?|pr[ée]vue?s?|propos[ée]+s?|"
    r"assur[ée]+s?|offerte?s?|accessibles?)|se sui(?:t|vra|vent)|suivez(?!-nous)|"
    r"connectez-vous|rejoignez-nous)"
)
_OFFER: Final = re.compile(rf"(?<![^\W_])(?:{_SOME}|{_CAN}|{_AT_ONCE})(?![^\W_])", re.IGNORECASE)
"""What offers one of two ways: to some, or to all who want it."""
_TOGETHER: Final = re.compile(rf"(?<![^\W_])(?:{_SOME}|{_AT_ONCE})(?![^\W_])", re.IGNORECASE)
_ONE_MORE: Final = re.compile(
    r"\b(?:une|des|deux|trois|quatre|cinq|six|les|\d+)\s(?!(?:lien|acc[èe]s|connexion|possib|particip|retrans|liaison))"
    r"(?:[\w'’-]+\s)?$",
    re.IGNORECASE,
)
"""Before `visio`: a meeting by itself."""
ONE_MORE_MEETING: Final = re.compile(
    rf"\b(?:une?|des|d['’]autres|les autres|l['’]autre|deux|trois|quatre|\d+)\s(?:autres?\s)?{MEETING_NOUN.pattern}",
    re.IGNORECASE,
)
_PUT: Final = re.compile(r"en ligne$|^(?:sur|via|par) \w+$", re.IGNORECASE)
_PUT_THERE: Final = re.compile(
    r"\b(?:inscri|r[ée]serv|formulaire|candidat|dossier|document|support|comptes?[- ]rendus?|enregistr|replay|revoir|"
    r"ressource|questionn?|paiement|pay|r[eè]gl|adh[ée]|billet|d[ée]march|t[ée]l[ée]ch|consult|publi|mise?s?\b|poster?\b|"
    r"photo|vid[ée]os?\b|tutoriel|kit\b|guide|article|carte|outil|programme|disponib|acheter|vente|diff[ée]r[ée])",
    re.IGNORECASE,
)
_ATTENDED: Final = re.compile(
    r"\b(?:sui(?:v|t)|particip|assist|rejoi|connect|[àa] distance)(?![^.;:!?]{20})[^.;:!?]*$", re.IGNORECASE
)
_CLAUSE: Final = re.compile(r"[.;:!?\n]")
_LONGEST: Final = 800
"""Characters from which on a sentence is a list of all kinds of things."""
_NEAR: Final = 30
_OR: Final = re.compile(r"\b(?:ou|soit|comme|mais aussi)\s[^,;.:!?]*$", re.IGNORECASE)
_TAKE_PART: Final = (
    r"(?:suiv|particip|assist|rejoi|connect|branch|joind|[êe]tre|ser|ven|vien|interven|prend|[ée]cout|choisi|opt|retrouv|"
    r"faire|fera|ten|tiendr|r[ée]uni|accueil|[ée]chang)"
)
_ATTENDS: Final = re.compile(r"suiv|particip|assist|rejoi|connect|branch|joind", re.IGNORECASE)
_TAKES_PART: Final = re.compile(_TAKE_PART, re.IGNORECASE)
_TAKES_PART_THERE: Final = re.compile(
    r"\b(?:suiv(?:r|ez)|particip(?:er|ez|ation)|assist(?:er|ez)|rejoi(?:gn|ndr)|(?:se |vous )?connect(?:er|ez)|branch|"
    r"ser(?:a|ont|ez)\b|vien|joindr|lien|acc[èe]s|connexion)",
    re.IGNORECASE,
)
_WILL_ATTEND: Final = re.compile(
    r"\b(?:suiv(?:r[ao]|ez)|(?:particip|assist|connect)(?:er[ao]|ez)|rejoi(?:ndr[ao]|gnez)|joindr[ao])", re.IGNORECASE
)
_CAN_DO: Final = re.compile(
    r"\b(?:peut|peuvent|pouvez|pouvons|pourr\w+|possib\w+ de) (?:(?!\w+(?:er|ir|re)\b)[\w'’-]+ ){0,3}?"
    r"(?:(?:s|y|l)['’])?(?P<verb>\w+(?:er|ir|re))\b",
    re.IGNORECASE,
)
_CAN_ALONE: Final = re.compile(rf"(?<![^\W_]){_CAN}(?![^\W_])", re.IGNORECASE)
_ADDRESSED: Final = re.compile(
    r"\b(?:vous|votre|vos|\w{2,}r(?:a|ont|ez|ons)|lien|acc[èe]s|connexion)(?![^\W_])", re.IGNORECASE
)
_SERVICE: Final = re.compile(
    r"\b(?:accompagnement|suivi|aide|soutien|travail|enseignement|cours|vente|consultation|conseil|soins?|achats?)s? "
    r"(?:\w+ )?$",
    re.IGNORECASE,
)
"""What is done from afar all year long: `un accompagnement à distance`."""
_FOR_SOME: Final = re.compile(
    r"\W*(?:et )?pour (?:ceux|celles|les (?:autres|absents|personnes|coll[èe]gues|partenaires|plus))(?![^\W_])",
    re.IGNORECASE,
)
_LEADS_TO_PLACE: Final = re.compile(r"\b(?:ou|et|comme|soit)\b[^,;.:]{0,20}$", re.IGNORECASE)
WEAK_SCREEN: Final = compile_gated(
    r"\b(?:zoom|teams|webex|visio(?:conf[ée]rence)?|distanciel|[àa] distance|virtuel(?:le)?(?:lement)?|"
    r"(?:sur|derri[èe]re|devant) (?:l['’]|(?:son|leurs?|votre|notre|vos) )(?:\w+ )?"
    r"(?:[ée]crans?|ordinateurs?|ordis?|t[ée]l[ée]phones?|tablettes?)|"
    r"connect(?:[ée]{1,2}s?|er(?:a|ez|ont)?|ez-vous)|branch(?:e|ent|er|ez)|[àa] domicile|"
    r"[àa] l['’][ée]cran|retransmise?s?|cliqu\w+ sur (?:le|un|ce) lien|"
    r"(?:de|depuis) (?:la maison|chez (?:vous|soi|eux|elles?|lui|nous)|(?:votre|leur|son) "
    r"(?:bureau|domicile|salon|canap[ée]|poste|lieu de travail|fauteuil)))(?![^\W_])",
    re.IGNORECASE,
)
"""Words of the screen that say nothing by themselves: they may be a subject (`les ados devant leurs écrans`)."""


def is_one_meeting(text: str, sentence: Span, screen: Span, place: Span) -> bool:
    """Check that a place and a screen in one sentence are two ways to one meeting (spans in characters)."""
    told = text[slice(*sentence)]
    if len(told) > _LONGEST:
        return False
    if len({day[0] for day in _DAY.finditer(told)}) > 1 or SET_APART.search(told):
        return False
    if is_put_there(text, sentence, screen) or len(_RANGE.findall(told)) > 1:
        return False  # `de 9h à 11h à Laon, ou de 14h à 16h en visio`
    together = _TOGETHER.search(told) is not None
    if place[0] > screen[0]:
        return together or _LEADS_TO_PLACE.search(text, screen[1], place[0]) is not None
    between = text[place[1] : screen[0]]
    return together or not (":" in between or "«" in between or _ONE_MORE.search(text, sentence[0], screen[0]))


def opens_with_another(text: str, start: int, words: int) -> bool:
    """Check that a sentence, up to words of the screen, speaks of one more thing: `Un bilan à distance est proposé`."""
    return _ANOTHER.match(text, start, words) is not None


def names_some_sittings(text: str, start: int, end: int) -> bool:
    """Check that words of a span are said of some sittings only; the page tells a sitting by a rank or number."""
    return _SOME_SITTINGS.search(text, start, end) is not None


def is_offered(text: str, sentence: Span, screen: Span) -> bool:
    """Check that a sentence offers the screen to some, or to all who want it, and tells no other meeting."""
    told = text[slice(*sentence)]
    if (
        len(told) > _LONGEST
        or _OFFER.search(told) is None
        or SET_APART.search(told)
        or is_put_there(text, sentence, screen)
    ):
        return False
    if _SERVICE.search(text, max(sentence[0], screen[0] - _NEAR), screen[0]):
        return False
    verb = _CAN_DO.search(told)
    if verb is not None and _TAKES_PART.match(verb["verb"]) is None:
        return False  # `Les salariés peuvent travailler à distance`
    if _CAN_ALONE.search(told) is None and not (_ADDRESSED.search(told) or _DAY.search(told)):
        return False  # `Certains parents suivent leurs cours à distance`
    return ONE_MORE_MEETING.search(told) is None and len({day[0] for day in _DAY.finditer(told)}) <= 1


def is_for_some(text: str, sentence: Span, screen: Span) -> bool:
    """Check for a screen that is only hinted at and yet offered: to some of those who come, or as the other way.

    `les autres se connecteront`, `on vient à Lens ou on se branche de la maison`, `À distance, on suivra par Teams`.
    """
    if sentence[1] - sentence[0] > _LONGEST:
        return False
    clause = _clause_around(text, sentence, screen)
    told = text[slice(*clause)]
    if SET_APART.search(told) or _PUT_THERE.search(text, clause[0], screen[1]) or ONE_MORE_MEETING.search(told):
        return False
    if _SERVICE.search(text, max(clause[0], screen[0] - _NEAR), screen[0]):
        return False
    verb = _CAN_DO.search(told)
    if _FOR_SOME.match(told) or (verb is not None and _ATTENDS.match(verb["verb"])):
        return True
    if _TOGETHER.search(told) and (_ADDRESSED.search(told) or _DAY.search(text, *sentence)):
        return _TAKES_PART_THERE.search(told) is not None or _DAY.search(text, *sentence) is not None
    if _DAY.search(text, *sentence) and _OR.search(text, max(sentence[0], screen[0] - _NEAR), screen[0]):
        return True
    return screen[0] == sentence[0] and _WILL_ATTEND.search(told) is not None


def _clause_around(text: str, sentence: Span, screen: Span) -> Span:
    """From the mark before the words of the screen to the one behind them."""
    marks = [mark.end() for mark in _CLAUSE.finditer(text, sentence[0], screen[0])]
    behind = _CLAUSE.search(text, screen[1], sentence[1])
    return (marks[-1] if marks else sentence[0]), (behind.start() if behind else sentence[1])


def is_put(words: str) -> bool:
    """Check for words of where things are put as well: `en ligne`, `sur YouTube`."""
    return _PUT.search(words) is not None


def is_put_there(text: str, sentence: Span, screen: Span) -> bool:
    """Check for what is found online and not met there: `L'inscription est également possible en ligne`."""
    if not is_put(text[slice(*screen)]) or _PUT_THERE.search(text, *sentence) is None:
        return False
    return _ATTENDED.search(text, sentence[0], screen[0]) is None
