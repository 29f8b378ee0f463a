"""For whom an event is: behind a label or a heading, or what is said of it (`s'adresse aux élus`, `ouvert à tous`).

What names groups counts before what only opens the doors (`ouvert à tous`), and both before those who are invited.
"""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block
from extract.events.parts import Parts
from extract.events.stated.found import Found, find_in_spans, is_in_spans
from extract.events.stated.participants import PERSON
from extract.matching.gates import compile_gated

_LABEL: Final = re.compile(
    r"\W*(?:publics?(?: (?:vis[ée]s?|concern[ée]s?|cibles?|attendus?))?|(?:c['’]est )?pour qui|"
    r"(?:[àa] )?qui (?:s['’]adresse|peut|est (?:invit|concern|attend))[^?]*|destinataires?|b[ée]n[ée]ficiaires?|"
    r"participants?|pour|profils?(?: attendus?)?)\s*[?:]*\W*",
    re.IGNORECASE,
)
_WHO: Final = r"(?P<who>[^.;:\n!?]{3,220})"
_GIVEN: Final = (
    r"(?:[àa] (?:destination|l['’]attention|l['’]intention) (?:des\s+|du\s+|de\s+(?=l[ae']|tou)|d['’]|de\s+)|"
    r"(?:s['’]|se )?adress(?:e|ent|era|ait|[ée]e?s?)(?: [\w-]+ment)?(?: en priorit[ée])? (?:aux?\s+|[àa]\s+)|"
    r"(?:r[ée]serv[ée]|destin[ée]|d[ée]di[ée]|pens[ée]|con[çc]u)e?s?(?: \w+ment)? (?:aux?\s+|[àa]\s+|pour\s+)|"
    r"(?:est|sont) propos[ée]e?s?(?: [\w-]+){0,3}? aux\s+|[àa] l['’]usage (?:des\s+|de\s+)|s['’]ouvr\w+ aux\s+|"
    r"publics? (?:vis[ée]s?|concern[ée]s?|cibles?)\s*:\s*)"
)
_NAMED: Final = compile_gated(rf"(?<![^\W_]){_GIVEN}{_WHO}", re.IGNORECASE)
_OPEN: Final = compile_gated(
    rf"(?<![^\W_])(?<!portes )(?<!portes-)(?:ouverte?s?|accessibles?|offerte?s?)(?: et gratuite?s?)?(?: \w+ment)? "
    rf"(?:aux?\s+|[àa]\s+|pour\s+(?=tou|les)){_WHO}",
    re.IGNORECASE,
)
_ALL: Final = compile_gated(
    r"(?<![^\W_])(?P<who>tou(?:t|s) publics?(?:,? (?:d[èe]s|[àa] partir de) \d+ ans)?)(?![^\W_])", re.IGNORECASE
)
_TRAINS: Final = compile_gated(
    r"(?<![^\W_])(?:form|outill|sensibilis)(?:e|ent|era|eront)\s(?P<who>les\s(?!enjeux|"
    r"m[ée]thodes)[^.;:,\n!?]{3,160})",
    re.IGNORECASE,
)
# `Rencontre des conseils citoyens du Boulonnais`, in a line below the title
_OF_GROUP: Final = re.compile(
    r"\W*(?:la |une |le |un )?(?:\w+ )?(?:rencontre|journ[ée]e|s[ée]minaire|r[ée]union|matin[ée]e|atelier|cycle|"
    r"formation|parcours)s?"
    rf"(?: \w+(?:ale|elle|aire|ique|ive)s?)? des (?P<who>(?:{PERSON}|conseils citoyens|[ée]quipes|"
    rf"associations)[^.;:\n!?]{{0,120}})",
    re.IGNORECASE,
)
_WELCOME: Final = compile_gated(
    r"(?<![^\W_])(?P<who>tou(?:t|s|te|tes)\s(?:les?|la)\s[^.;:\n!?]{3,60}?)\s(?:est|sont)\s(?:(?:les?|"
    r"la)\s)?bienvenu",
    re.IGNORECASE,
)
# `propose aux travailleurs sociaux une demi-journée`, `propose quatre formations, gratuites, aux agents`
_PROPOSED: Final = compile_gated(
    r"(?<![^\W_])(?:propos|offr|organis)\w*\s+(?:ainsi\s+)?(?:aux?\s+|[àa]\s+(?=tou|la |l['’]))"
    r"(?P<who>[^.;:\n!?]{3,160}?),?\s(?=(?:une?|des|deux|trois|quatre|cinq|six|sept|huit|son|ses)\s[^\W\d_])",
    re.IGNORECASE,
)
_PROPOSED_TO: Final = compile_gated(
    r"(?<![^\W_])(?:propos|offr|organis)\w*\s+(?:ce|cette|un|une|des|deux|trois|quatre|cinq|six|sept|"
    r"huit)\s[^.;:\n!?]{3,60}?\s"
    r"aux\s(?P<who>[^.;:\n!?]{3,160})",
    re.IGNORECASE,
)
_INVITED: Final = compile_gated(
    r"(?<![^\W_])(?:invit|convi)(?:e|ent|ons|ait|aient|era|eront)\s(?P<who>(?!vous|[àa]\s)[^.;:\n!?]{3,160}?),?\s"
    r"(?=(?:[àa]|au|pour|le \d|afin)(?![^\W_]))",
    re.IGNORECASE,
)
_EXPECTED: Final = compile_gated(
    r"(?<![^\W_])(?P<who>(?:les|tou\w+ les)\s[^.;:\n!?]{3,120}?)\s(?:sont|seront)\s(?:\w+\s)?(?:invit|convi|"
    r"attendu)\w*",
    re.IGNORECASE,
)
_GATHERS: Final = compile_gated(
    r"(?<![^\W_])(?:r[ée]uni(?:t|ra|ront|ssent)|rassemble(?:nt|ra)?|pour (?:outiller|former|accompagner|aider|"
    r"[ée]quiper))\s"
    rf"(?P<who>les\s(?={PERSON}|[ée]quipes)[^.;:,\n!?]{{3,160}})",
    re.IGNORECASE,
)
# `Journée d'échanges pour les professionnels, les parents, les bénévoles`
_FOR: Final = compile_gated(
    r"(?:(?<![^\W_])(?:formations?|journ[ée]es?|ateliers?|cycles?|parcours|rencontres?|s[ée]minaires?|webinaires?|"
    r"stages?|"
    r"sessions?|matin[ée]es?|soir[ée]es?|rendez-vous|visites?|conf[ée]rences?|sensibilisations?|modules?|s[ée]ances?|"
    r"visioconf[ée]rences?|visios?|temps)(?:,?\s[\w'’-]+){0,5}?,?\s|(?<=\n))"
    r"pour\s(?P<who>(?:les\s|tou\w+ les\s|(?=[^\W\d_]{3,}s(?![^\W_])))(?!trois\s|(?:lun|mar|mercre|jeu|vendre|"
    r"same)dis)[^.;:\n!?]{3,160})",
    re.IGNORECASE,
)
# `Parents, enseignants, animateurs : la Ville vous invite`, `Vous êtes élu, technicien ?`
_ADDRESSED: Final = compile_gated(
    rf"(?:(?<=\n)|(?<=[.!?] ))(?P<who>{PERSON}[^.;:\n!?]{{0,120}}?)\s?[:,!]\s(?:venez|rejoignez|participez|"
    rf"inscrivez|vous (?:[êe]tes|avez|"
    r"pouvez)|[^.;:\n!?]{3,40} vous (?:invit|convi|propos|attend))",
    re.IGNORECASE,
)
_YOU_ARE: Final = compile_gated(
    rf"(?<![^\W_])vous [êe]tes (?:une? )?(?P<who>{PERSON}[^.;:\n!?]{{0,140}}?)\s?\?", re.IGNORECASE
)
_RULES: Final = (
    (_NAMED, "audience_named"),
    (_PROPOSED, "audience_proposed"),
    (_PROPOSED_TO, "audience_proposed"),
    (_FOR, "audience_for"),
    (_OPEN, "audience_open"),
    (_ALL, "audience_open"),
    (_WELCOME, "audience_open"),
    (_INVITED, "audience_invited"),
    (_EXPECTED, "audience_invited"),
    (_YOU_ARE, "audience_addressed"),
    (_ADDRESSED, "audience_addressed"),
    (_GATHERS, "audience_gathered"),
    (_TRAINS, "audience_trained"),
)
_NOBODY: Final = re.compile(
    r"(?:personnes [àa] mobilit|\d{1,2}\s?h(?![^\W\d_])|d[ée]part|partir|inscrits?(?![^\W_])|participant|"
    r"(?:vous|nous|eux)(?![^\W_])|celles et ceux$|"
    r"d[ée]butants?(?![^\W_])|(?:les? )?(?:\d+(?:er)?\s(?:et|janv|f[ée]v|mars|avr|mai|juin|juil|ao|sept|oct|nov|"
    r"d[ée]c)|"
    r"(?:lun|mar|mercre|jeu|vendre|same)dis?|repas|frais|dates?)|distance|domicile|pied)",
    re.IGNORECASE,
)
"""Those whom a way, a link or a price is for, and no people at all."""
_TAIL: Final = re.compile(
    r",?\s+(?:(?:a|ont|est|sont|sera|seront|se|aura|permet\w*|vise\w*|afin|pour que|qui(?! (?:ont|sont|travaill))|"
    r"et\s+se|puis|"
    r"sur (?:simple )?(?:inscription|r[ée]servation)|sans (?:inscription|r[ée]servation|condition)|dans la limite|"
    r"pour (?!les|tou)\w+|organis[ée]\w*|propos[ée]\w*|anim[ée]\w*|dont|[àa] raison|en (?:vue|pr[ée]sence|"
    r"visio\w*)|"
    r"entr[ée]e|inscriptions?|gratuit\w*|de \d|les? (?:\d|(?:lun|mar|mercre|jeu|vendre|same)di)|(?:lun|mar|mercre|"
    r"jeu|vendre|same)di\s|partira|"
    r"d[ée]sireu\w+)"
    r"(?![^\W_])|s['’]|qu['’](?!aux?\s))|,\savec\s|\s[–—]\s|,?\s\(",
    re.IGNORECASE,
)
_SUBTITLES: Final = 2
_AFTER_HEADING: Final = 3
_LONGEST: Final = 220
_SHORTEST: Final = 3


def find_audience(parts: Parts, spans: list[tuple[int, int]]) -> Found[str] | None:
    """For whom an event is, in the words of the page."""
    labelled = _find_labelled(parts, spans)
    if labelled is not None:
        return labelled
    text = parts.document.text
    for pattern, rule in _RULES:
        for match, _ in find_in_spans(pattern, text, spans):
            who = _trim(match["who"])
            if len(who) >= _SHORTEST and not _NOBODY.match(who):
                return Found(who, match.start("who"), match.start("who") + len(who), rule)
    return _find_in_subtitle(parts, spans)


def _find_in_subtitle(parts: Parts, spans: list[tuple[int, int]]) -> Found[str] | None:
    """The group that a line right below the title says an event is of."""
    above = max((i for i, block in enumerate(parts.blocks) if block.kind == "title"), default=-1)
    for block in parts.blocks[above + 1 : above + 1 + _SUBTITLES] if above >= 0 else ():
        match = _OF_GROUP.match(parts.document.text, block.start, block.end)
        if match and is_in_spans(block.start, spans):
            who = _trim(match["who"])
            return Found(who, match.start("who"), match.start("who") + len(who), "audience_of_group", 0.7)
    return None


def _find_labelled(parts: Parts, spans: list[tuple[int, int]]) -> Found[str] | None:
    """What stands behind a label of a field, or in the lines below a heading that asks for whom."""
    for index, block in enumerate(parts.blocks):
        if not (block.label or block.kind == "heading") or not is_in_spans(block.start, spans):
            continue
        if block.label and _LABEL.fullmatch(block.label):
            return _whole(parts, [block])
        if block.kind == "heading" and _LABEL.fullmatch(parts.document.words_of(block)):
            lines: list[Block] = []
            for below in parts.blocks[index + 1 : index + 1 + _AFTER_HEADING]:
                if below.kind == "heading" or below.label or (lines and below.kind != "item"):
                    break
                lines.append(below)
            if lines:
                return _whole(parts, lines)
    return None


def _whole(parts: Parts, blocks: list[Block]) -> Found[str] | None:
    """The words of some lines, without what follows the first full stop."""
    words = ", ".join(parts.document.words_of(block).rstrip(" .;,") for block in blocks)
    who = re.split(r"(?<=\w)[.;!]\s", words)[0].strip(" .;,:–-")
    if not _SHORTEST <= len(who) <= _LONGEST or not re.search(r"[^\W\d_]{3}", who):
        return None
    return Found(who, blocks[0].start, blocks[-1].end, "audience_label", 0.95)


def _trim(words: str) -> str:
    """The groups alone, without what the sentence goes on to say."""
    return _TAIL.split(words)[0].strip(' ,:–-«»"“”')
