"""Clues that people meet on the screen, on pages that never say so: what one needs to take part, or is spared.

No clue is a place: `le lien vous parviendra la veille` may be that of a form. It counts where nothing tells where
people go, and the nearer to the day the more. What may as well be said of a site (`connectez-vous`, `notre page
Facebook`) counts in the sentence of the day alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from extract.matching.gates import compile_gated

_SENDS: Final = (
    r"(?:envo(?:y|ie)\w*|transmi\w*|transmettr\w*|communiqu\w*|adress\w*|parv(?:ien|en)\w*|re[çc](?:u|ev|oi)\w*|"
    r"fourni\w*|partag\w*|donn(?:é|er)\w*|obt(?:en|ien)\w*|demand\w*)"
)
_OTHER_LINK: Final = (
    r"(?!s? (?:social|sociaux|vers|entre|avec|suivant|(?:des? )?familles?|parents?|d['’]inscription|"
    r"pour (?:s['’]|l['’]|vous |y )?(?:inscri|r[ée]pond|t[ée]l[ée]ch)|"
    r"(?:du|de) (?:formulaire|questionnaire|replay|sondage|t[ée]l[ée]ch)))"
)
_TO_JOIN: Final = r"pour (?:nous |y |vous )?(?:rejoindre|suivre|assister|participer|connecter|acc[ée]der)"
_LINK: Final = (
    rf"(?:liens?{_OTHER_LINK} (?:de (?:connexion|la (?:r[ée]union|rencontre|s[ée]ance))|d['’]acc[èe]s|"
    rf"(?:[\w'’]+ ){{0,6}}?(?:{_SENDS}|{_TO_JOIN})(?![^\W_]))|"
    rf"{_SENDS} (?:[\w'’]+ ){{0,3}}?(?:le|un|votre|ce) lien{_OTHER_LINK}(?![^\W_]))"
)
_CODES: Final = (
    r"(?:(?:codes?|identifiants?|mots? de passe) (?:d['’]acc[èe]s|de connexion|de (?:la )?r[ée]union|secret)|"
    r"id(?:entifiant)? de (?:la )?r[ée]union)"
)
_HEARD: Final = r"(?:micros?|cam[ée]ras?)"
_GEAR: Final = (
    rf"(?:webcams?|micro-?casques?|casques?[- ]micro|"
    rf"(?:coup|ferm|allum|activ|ouvr)\w+ (?:bien )?(?:vos|votre|leurs?|les) {_HEARD}|"
    rf"{_HEARD} (?:ferm|ouvert|allum|coup|activ)\w*)"
)
_DEVICE: Final = r"(?:ordinateur|t[ée]l[ée]phone|navigateur)"
_SPARED: Final = (
    r"(?:(?:aucun|sans|pas de|z[ée]ro|(?:nul|pas) besoin de|inutile de|sans avoir [àa]) (?:vous |se |nous )?"
    r"d[ée]plac(?:ements?|er)|sans bouger de (?:chez|votre)|"
    rf"un (?:simple )?{_DEVICE}(?: ou un {_DEVICE})? (?:et une connexion|suffi\w*)|"
    rf"il (?:vous )?suffi\w* d['’]un (?:simple )?{_DEVICE})"
)
_PLATFORM: Final = (
    r"(?:zoom|teams|webex|livestorm|discord|skype|whatsapp|jitsi|bbb|bigbluebutton|youtube|facebook|instagram|"
    r"twitch|linkedin|tiktok)"
)
_CLICK: Final = (
    r"cliqu\w+ (?:ici|sur (?:ce|le) lien)[^.;:!?\n]{0,20} "
    rf"(?:le (?:moment|jour) venu|[àa] l['’]heure|{_TO_JOIN})"
)
_OF_THE_DAY: Final = (
    rf"(?:lives?|directs?) (?:sur )?{_PLATFORM}|{_PLATFORM} lives?|"
    rf"(?:pages?|cha[îi]nes?|comptes?|serveurs?) {_PLATFORM}|"
    rf"rendez-vous sur {_PLATFORM}|sur (?:la|notre) plateforme (?-i:[A-ZÀ-Ý])\w+|"
    r"(?:sur|par|derri[èe]re (?:l['’]|(?:un|vos|votre|nos|notre|les) )?) ?[ée]crans?"
    r"(?! (?:g[ée]ant|de cin|plat|tactile|total))|"
    r"chacune? (?:de |depuis )?chez (?:soi|lui|elle)|"
    r"(?:s['’])?connect(?:ez-vous|ons-nous|[ée]{1,2}s|er(?:a|ez|ont)?)"
)
_ROOM: Final = (
    r"(?:https?://)?(?:[\w-]{1,30}\.){0,3}?(?:zoom\.us|teams\.(?:microsoft|live)|jit\.si|meet\.\w+|bbb|webex\.com|livestorm|"
    r"whereby\.com|gotomeeting|gotowebinar|framatalk|visio|rendez-vous\.renater|webinaire)(?:\.[\w-]{2,30}){0,3}/[\w/?=&.#-]+"
)
"""The address of a room on the screen."""
_ROOM_LINK: Final = re.compile(_ROOM, re.IGNORECASE)
SCREEN_CLUE: Final = compile_gated(
    rf"\b(?:(?P<near>{_OF_THE_DAY})|{_LINK}|{_CODES}|{_GEAR}|{_SPARED}|{_CLICK}|{_ROOM}|"
    r"(?P<virtual>virtuel(?:le)?(?:lement)?s?))(?![^\W_])",
    re.IGNORECASE,
)
# What is virtual where people meet; else it is what they are shown (`une grue virtuelle`, `la réalité virtuelle`).
_MEETING_THERE: Final = re.compile(
    r"(?<![^\W_])(?:en|format|mode|version|[ée]dition|participation|fa[çc]on|mani[èe]re|[ée]v[ée]nements?|salles?|salons?|espaces?|"
    r"pi[èe]ces?|stands?|plateaux?|r[ée]unions?|rencontres?|ateliers?|s[ée]ances?|sessions?|classes?|caf[ée]s?|forums?|"
    r"cours|"
    r"formations?|conf[ée]rences?|colloques?|s[ée]minaires?|journ[ée]es?|permanences?|assembl[ée]es?|rendez-vous|"
    r"groupes?|"
    r"temps|[ée]changes?|points?|et|ou|plut[ôo]t|100 ?%|"
    r"enti[èe]rement|totalement|exclusivement|uniquement|:|est|sera|seront) $",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    r"\s(?:(?:[àa]|sur|dans) (?:votre|son|leur|notre|la plateforme|le site|internet)|pour (?:vous |s['’])?inscri\w*)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
"""What one connects to that is no meeting: `connectez-vous à votre espace`."""

_OWNED: Final = re.compile(r"(?:pages?|cha[îi]nes?|comptes?|serveurs?) ", re.IGNORECASE)
_MET_ON: Final = re.compile(
    r"(?<![^\W_])(?:sur|via|par|depuis|dans|rejoi\w+|live|direct)\s(?:(?:l[ae]s?|une?|notre|nos|votre|vos|sa|son|ses|leurs?|"
    r"cette)\s|l['’]\s?)?(?:\w+\s)?$|(?:^|[\n:(,;|–—-])\s?(?:notre\s|l[ae]\s)?$",
    re.IGNORECASE,
)
"""What leads to a page or a channel on which people meet; else it is told of: `hésiter devant la page Facebook`."""
_LEAD: Final = 30


def is_room(url: str) -> bool:
    """Whether an address is that of a room on the screen."""
    return _ROOM_LINK.match(url) is not None


def _is_named(text: str, start: int, first: int, words: str) -> bool:
    """Whether a page or a channel of somebody is what a sentence tells of and nobody meets on it."""
    return _OWNED.match(words) is not None and _MET_ON.search(text, max(start, first - _LEAD), first) is None


class Clue(NamedTuple):
    """Words that speak of a meeting on the screen; `near` where they do so only in the sentence of its day."""

    start: int
    end: int
    near: bool


def find_screen_clues(text: str, start: int, end: int) -> Iterator[Clue]:
    """The clues in a span, in order."""
    for words in SCREEN_CLUE.finditer(text, start, end):
        of_thing = words["virtual"] and not words["virtual"].lower().startswith("virtuellement")
        if of_thing and not _MEETING_THERE.search(text, max(start, words.start() - 20), words.start()):
            continue
        if words["near"] and (
            _ELSEWHERE.match(text, words.end(), end) or _is_named(text, start, words.start(), words["near"])
        ):
            continue
        yield Clue(words.start(), words.end(), words["near"] is not None)
