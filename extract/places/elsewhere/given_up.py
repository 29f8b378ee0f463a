"""Places that a meeting was first planned at and that another one took over: nobody meets there any more.

`prévue à Compiègne (espace Foch), la rencontre se tiendra finalement en visioconférence`: however the place is written,
the words before it say that it was planned, and another place or the screen stands behind them.
"""

from __future__ import annotations

import re
from typing import Final

from extract.matching.gates import compile_gated
from extract.matching.leaping import compile_leaping
from extract.places.entries.layout import layout_of
from extract.places.grammar.context import CALENDAR_DAY, MEETING_NOUN
from extract.places.grammar.offered import names_some_sittings
from extract.places.grammar.phrases import Parts
from extract.places.grammar.verbs import MEETING_VERB
from extract.places.page import Page

_PLANNED: Final = r"(?:pr[ée]vu|programm[ée]|annonc[ée]|fix[ée]|organis[ée]|planifi[ée]|envisag[ée])e?s?"
# Between the words of planning and the place stand its preposition, its day and its hours.
AT_FIRST: Final = compile_leaping(
    rf"\b{_PLANNED}\s(?:initialement\s)?(?:(?:le\s)?[^.;:!?,]{{0,40}}\d[^.;:!?,]{{0,20}},?\s)?"
    r"(?:(?:[àa]|aux?|dans|en)(?:\s(?:la|le|les)|\sl['’])?\s?)?$|"
    r"\b(?:d[ûu]|avons|avions|a|ont)\s(?:[êe]tre\s)?(?:annul|report)(?:er|[ée]e?s?)\s"
    r"(?:(?:le|les|du|des)\s[^.;:!?,]{0,40}\d[^.;:!?,]{0,20},?\s)?"
    r"(?:(?:[àa]|aux?|dans|en)(?:\s(?:la|le|les)|\sl['’])?\s?)?$|"
    r"\bdevai(?:t|ent)\s(?:initialement |d['’]abord )?"
    r"(?:avoir lieu|se tenir|se d[ée]rouler|[êe]tre \w+)\s[^.;:!?]{0,60}$|"
    r"\b(?:initialement|d['’]abord|primitivement|au d[ée]part|[àa] l['’]origine|jusque[- ]l[àa])\s"
    # Not where what it is told of comes behind: `Initialement programmé à 14h, le webinaire débutera à 15h`.
    rf"{_PLANNED}\s(?:(?!,\s(?:l[ea]s?\s|l['’]|notre\s|cette\s)(?!\w+di\s)(?:[^\W\d_]|$))[^.;:!?]){{0,60}}$",
    re.IGNORECASE,
)
# What cannot be is not held, wherever it was to be: `ne permet pas de maintenir la journée imaginée à Amiens`.
NOT_KEPT: Final = compile_leaping(
    r"\b(?:ne (?:(?:nous|vous|lui|leur) )?(?:pourr\w+|peu\w+|permet\w*)|n['’](?:a|ont|aur\w+))(?:\s\w+)? (?:pas|plus)"
    r"(?:\s\w+)? (?:de |d['’])?(?:mainten\w+|organis\w+|accueilli\w+|tenir|avoir|r[ée]uni\w+)\b[^.;:!?]{0,90}$",
    re.IGNORECASE,
)
# A place that is denied: `à Béthune et non à Lens`, `à Laon au lieu de Guise`.
DENIED: Final = compile_leaping(
    r"\b(?:non (?:pas |plus )?|plut[ôo]t qu['’]|et pas |(?:au lieu|en lieu et place) d(?:e |['’]))"
    r"(?:[àa]|aux?|dans|en)?(?:\s?(?:la|le|les)|\sl['’])?\s?$",
    re.IGNORECASE,
)
# A place where people are told that they will not be: `nous ne serons pas à la MJC`, `ne venez pas à Lens`.
NOT_THERE: Final = compile_leaping(
    r"\bn['’]aur(?:a|ont)\s(?:\w+\s)?pas\slieu\s(?:(?!\b(?:mais|alors)\b)[^.;:!?\d]){0,60}$|"
    r"\b(?:ne\s|n['’])(?:(?:nous|vous|se|y)\s)?(?:ser\w+|sommes|ven\w+|vien\w+|all\w+|rend\w+|trouv\w+|"
    r"retrouv\w+|d[ée]plac\w+|tien\w+|d[ée]roul\w+)\s(?:donc\s|finalement\s)?(?:pas|plus)\s"
    r"(?:(?!\b(?:mais|alors|seulement|que)\b)[^.;:!?\d]){0,60}$",
    re.IGNORECASE,
)
IN_THE_END: Final = re.compile(
    r"\b(?:finalement|d[ée]sormais|est (?:d[ée]plac|transf[ée]r|d[ée]localis|bascul)\w+|plut[ôo]t|mais)\b|"
    rf"{MEETING_VERB.pattern}",
    re.IGNORECASE,
)
# What was called off, and where it would have been: `nous a fait annuler la soirée prévue à Creil`.
CALLED_OFF: Final = re.compile(
    rf"\b(?:annul|report|supprim|renonc)(?:er|[ée])\s(?:[àa]\s)?(?:l[ea]s?\s|l['’]|notre\s|nos\s|cette\s|ce\s)[^.;:!?,]{{2,50}}?\s{_PLANNED}\b",
    re.IGNORECASE,
)
# A meeting that is named by its town and held on the screen: `la réunion de Liévin se transforme en visioconférence`.
TURNS_TO_SCREEN: Final = re.compile(
    r"\)?,?\s(?:se transforme(?:ra)?|bascule(?:ra)?|passe(?:ra)?|est (?:transform|bascul)[ée]e|"
    r"(?:se (?:tiendr|fer|d[ée]rouler)(?:a|ont)|aur(?:a|ont) lieu|"
    r"(?:ser(?:a|ont)|est|sont) (?:organis|propos|assur|maintenu|tenu)[ée]?e?s?)"
    r"(?: (?:donc|finalement|enti[èe]rement|exceptionnellement))?)"
    r"\s(?:en|[àa]|sur|par)\s(?:une )?(?:visio[\w-]*|web\w*|distanciel|ligne|distance|zoom|teams)"
    r"(?!,?\s(?:et|ou|comme)\s)",
    re.IGNORECASE,
)
# Words that say by themselves that it was moved, wherever to.
MOVED: Final = re.compile(r"\b(?:initialement|finalement|d[ée]sormais|devai(?:t|ent))\b", re.IGNORECASE)
# The meeting that a page tells of takes place on the screen alone: `La rencontre se déroulera finalement en visio`.
_ON_SCREEN: Final = (
    r"(?:en|[àa]|sur|par)\s(?:une? )?(?:visio[\w-]*|web\w*|distanciel|ligne|distance|zoom|teams)"
    r"(?!,?\s(?:et|ou|comme)\s)"
)
_WHOLLY: Final = (
    r"(?:finalement|enti[èe]rement|exclusivement|uniquement|totalement|int[ée]gralement|seulement|100\s?%|"
    r"exceptionnellement)"
)
HELD_ON_SCREEN: Final = compile_gated(
    rf"(?:{MEETING_NOUN.pattern}|(?<![^\W_])(?:[ée]v[ée]nements?|manifestations?|rendez-vous|[ée]ditions?|elles?|ils?|tout)"
    r"(?![^\W_]))(?:[^.;:!?\d\n]{0,60}?\s|\s)(?:"
    r"(?:se (?:tiendr|fer|d[ée]rouler)(?:a|ont)|aur(?:a|ont)(?: donc)? lieu|"
    r"(?:ser(?:a|ont)|est|sont|a [ée]t[ée]) (?:organis|propos|assur|maintenu|tenu|r[ée]alis|programm)[ée]?e?s?) "
    rf"(?:donc )?{_WHOLLY}|"
    r"(?:se transforme|bascule|passe)(?:nt|ra|ront)?(?: donc)?|"
    r"(?:ser(?:a|ont)|est|sont|a [ée]t[ée]) (?:transform|bascul|convert|transpos)[ée]?i?e?s?"
    rf")\s(?:{_WHOLLY}\s)?{_ON_SCREEN}",
    re.IGNORECASE,
)
# What is done there instead: `L'inscription à la journée se fera uniquement en ligne`.
_DONE_THERE: Final = re.compile(
    r"(?<![^\W_])(?:inscri|billet|r[ée]serv|candidat|paiement|adh[ée]|d[ée]p[ôo]t|vot(?:e|er|es)\b|ventes?\b|command|"
    r"questionnaire|enqu[êe]te|dossier|document)",
    re.IGNORECASE,
)
_EXCEPTED: Final = re.compile(r"(?<![^\W_])(?:sauf|hormis|except|[àa] l['’]exception)", re.IGNORECASE)
_SEVERAL: Final = re.compile(
    r"(?<![^\W_])(?:plusieurs|certaine?s?|quelques|une? (?:partie|moiti[ée]|autre|des?)|(?:la )?plupart)(?![^\W_])",
    re.IGNORECASE,
)
_REACH: Final = 160


def without_given_up(page: Page, ordered: list[Parts]) -> list[Parts]:
    """The venues without those that were planned first, where people meet elsewhere or on the screen in the end."""
    moved = find_moves_to_screen(page, ordered)
    if moved:  # that of an entry of several is of what this entry tells alone
        layout = layout_of(page)
        kept = (p for p in ordered if p.mode == "online" or all(layout.part(told, p.start) for told in moved))
        ordered = list(kept)
    given_up = {id(parts) for parts in ordered if is_given_up(page, parts, ordered)}
    return [parts for parts in ordered if id(parts) not in given_up]


def find_moves_to_screen(page: Page, ordered: list[Parts]) -> list[int]:
    """Where a sentence without a day says that the meeting, and not some sitting of it, is on the screen."""
    text = page.document.text
    screens = [parts.start for parts in ordered if parts.mode == "online" and "also" not in parts.rule]
    if not screens or len(screens) == len(ordered) or not HELD_ON_SCREEN.may_match(text):
        return []
    found = []
    for told in HELD_ON_SCREEN.finditer(text):
        start, end = page.sentences.at(told.start())
        own = any(told.start() <= screen <= told.end() for screen in screens)
        other = _DONE_THERE.search(text, start, told.end())
        start = text.rfind(" : ", start, told.start()) + 1 or start
        other = other or _EXCEPTED.search(text, told.end(), end)
        if own and other is None and not _is_of_some(text, start, end):
            found.append(told.start())
    return found


def _is_of_some(text: str, start: int, end: int) -> bool:
    """Check for words that are said of one day or of some sittings (`plusieurs rencontres passent en visio`)."""
    if _SEVERAL.search(text, start, end) is not None:
        return True
    return CALENDAR_DAY.search(text, start, end) is not None or names_some_sittings(text, start, end)


def is_given_up(page: Page, parts: Parts, ordered: list[Parts]) -> bool:
    """Check for a place that was planned, where its sentence says that people meet elsewhere in the end."""
    text = page.document.text
    start, end = page.sentences.at(parts.start)
    if DENIED.search(
        text, max(start, parts.start - 30), parts.start + 2 if text.startswith("à ", parts.start) else parts.start
    ):
        return any(start <= other.start < parts.start for other in ordered)
    lead = parts.start + 2 if text.startswith("à ", parts.start) else parts.start
    if NOT_THERE.search(text, max(start, parts.start - _REACH), lead):
        return any((other.city, other.mode) != (parts.city, parts.mode) for other in ordered)
    if NOT_KEPT.search(text, max(start, parts.start - _REACH), parts.start):
        return any(other.start >= end for other in ordered)
    return _is_left(page, parts, ordered)


def _is_left(page: Page, parts: Parts, ordered: list[Parts]) -> bool:
    """Check for a place that was planned first and that another one, or the screen, took over."""
    text = page.document.text
    start, end = page.sentences.at(parts.start)
    if TURNS_TO_SCREEN.match(text, parts.end, end):
        return True
    if not AT_FIRST.search(text, max(start, parts.start - _REACH), parts.start):
        return False
    if CALLED_OFF.search(text, start, parts.start) is not None:
        return True
    moved = MOVED.search(text, start, parts.start) is not None
    if moved and any("label" in p.rule and (p.city, p.mode) != (parts.city, parts.mode) for p in ordered):
        return True  # `initialement prévue à Lille` over `Où ? En visioconférence`
    if IN_THE_END.search(text, parts.end, end) is None:
        return False
    if MOVED.search(text, start, end) is not None:
        return True
    later = [other for other in ordered if parts.end <= other.start < end]
    return any((other.city, other.mode) != (parts.city, parts.mode) for other in later)
