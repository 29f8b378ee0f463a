"""Who organises an event and with whom, where the words say so: as subject, behind `par`, behind a label.

The first body named as organiser is the organiser; the others, and those whose help is told, are its partners. Bodies
that the reference data knows are called by their usual name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extract.document import Block
from extract.events.parts import Parts
from extract.events.stated.bodies import find_last_bodies, is_body, split_bodies
from extract.events.stated.found import Found, find_in_spans, is_in_spans
from extract.matching.gates import GatedPattern, compile_gated

_MADE: Final = (
    r"(?:co-?)?(?:organis[ée]|propos[ée]|port[ée]|initi[ée]|mis en place|mont[ée]|pilot[ée]|"
    r"imagin[ée]|coordonn[ée])e?s?"
)
_OF: Final = r"(?:de\s+|d['’]|du\s+|des\s+)"
_BY: Final = compile_gated(
    rf"(?<![^\W_])(?:{_MADE}(?![^\W_])[^.\n;]{{0,60}}?\spar\s+|(?:sur|à) l['’](?:initiative|invitation|appel|"
    rf"proposition) {_OF}|une? (?:initiative|action|op[ée]ration|[ée]v[ée]nement) {_OF}?)",
    re.IGNORECASE,
)
_LED_BY: Final = compile_gated(r"(?<![^\W_])(?:co-?)?anim[ée]e?s?(?![^\W_])[^.\n;]{0,40}?\spar\s+", re.IGNORECASE)
# `Colloque de la Ligue régionale du sport`: a line that says whose the event is; of many it says for whom.
_WHOSE: Final = compile_gated(
    r"(?<![^\W_])(?:une?\s)?(?:cycle d['’]ateliers|journ[ée]e|colloque|s[ée]minaire|rencontre|atelier|cycle|"
    r"formation|webinaire|"
    r"conf[ée]rence|forum|matin[ée]e|soir[ée]e)(?: (?:annuelle?|r[ée]gionale?|d[ée]partementale?|organis\w+|"
    r"d['’]\w+))? "
    r"(?:du|de la|de l['’])\s?(?P<body>.{3,})",
    re.IGNORECASE,
)
_FORMS: Final = r"(?:e|ent|ait|aient|era|eront|a|[èe]rent)"
_DOES: Final = compile_gated(
    rf"(?<![^\W_])(?:(?:vous|leur|nous|te|y)\s)*(?:(?:(?:co-?)?organis|propos|invit|convi|lan[cç]|mont|consacr|"
    rf"emm[èe]n){_FORMS}|"
    r"(?:a|ont|avait|avaient) (?:(?:co-?)?organis|propos|r[ée]uni|invit|convi|lanc|mont)[ée]?\w{0,2}|"
    r"met(?:tent)? en place|"
    r"donn\w+ rendez-vous|r[ée]uni(?:t|ssait|ssaient|ssent|ra|ront)|(?:a|ont) (?:le plaisir|l['’]honneur)|"
    r"ouvr\w+ (?:grand )?(?:ses|leurs|les) portes)(?![^\W_])",
    re.IGNORECASE,
)
_WITH: Final = compile_gated(
    r"(?<![^\W_])(?:en (?:partenariat|lien|collaboration|association|coop[ée]ration)(?: [ée]troite)? avec\s+|"
    r"avec (?:le (?:soutien|concours|partenariat|appui|financement|parrainage)|l['’](?:appui|aide|accompagnement|"
    r"implication|"
    r"engagement)|la (?:participation|collaboration|contribution))(?: \w+(?:er|el|al|if)\b)? (?:de\s+|d['’]|du\s+|"
    r"des\s+)|"
    r"(?:co-?(?:anim|organis|constru|port)\w+|organis[ée]\w*|anim[ée]\w*|mont[ée]\w*|"
    r"propos[ée]\w*) (?:par .{2,40}? )?avec\s+"
    r"(?!(?:le|la|l['’])\s?(?:soutien|concours|appui|aide|partenariat|financement|parrainage|participation|"
    r"collaboration))|"
    r"aux c[ôo]t[ée]s (?:de\s+|d['’]|du\s+|des\s+)|soutenue?s? par\s+|financ[ée]e?s? par\s+|"
    r"rendue?s? possibles? par\s+)",
    re.IGNORECASE,
)
# `Avec l'ADEME et la Ville`, `L'IREV, avec le rectorat, …`: helpers where they are bodies, speakers where not.
_ALONGSIDE: Final = compile_gated(
    r"(?:(?<=\n)|(?<=, )|(?<=[.!?] ))avec\s+(?=l['’]|la\s|le\s|les\s|[A-ZÀ-Ý])", re.IGNORECASE
)
_ORGANISER_LABEL: Final = re.compile(
    r"\W*(?:(?:co-?)?organisat(?:eur|rice|ion)s?|qui organise|organis[ée]e?s? par|propos[ée]e?s? par|porteurs?)\W*",
    re.IGNORECASE,
)
_PARTNER_LABEL: Final = re.compile(
    r"\W*(?:(?:nos |les |en )?partenaires?(?: \w+)?|en partenariat avec|avec le (?:soutien|concours) (?:de|du|"
    r"des)|soutiens?|"
    r"financeurs?|avec l['’]appui d[eu]s?)\W*",
    re.IGNORECASE,
)
_MOST_LINES: Final = 6
_LONGEST_LIST: Final = 400
_LONGEST_LABEL: Final = 32
_BEFORE: Final = 260


def find_organisers(parts: Parts, spans: list[tuple[int, int]]) -> list[Found[str]]:
    """The bodies that organise, in the order told; by the label, by `par`, then by the subjects of organising."""
    return (
        _find_labelled(parts, spans, _ORGANISER_LABEL, "organiser_label")
        or _find_behind(parts, spans, _BY, "organiser_behind")
        or _find_subjects(parts, spans)
        or _find_behind(parts, spans, _LED_BY, "organiser_leads", certain=True)
        or _find_owner(parts, spans)
    )


def find_partners(parts: Parts, spans: list[tuple[int, int]]) -> list[Found[str]]:
    """The bodies whose help is told, in the order told."""
    found = _find_behind(parts, spans, _WITH, "partner_behind", every=True)
    found += _find_behind(parts, spans, _ALONGSIDE, "partner_alongside", every=True, certain=True)
    return [*_find_labelled(parts, spans, _PARTNER_LABEL, "partner_label"), *found]


def call_body(parts: Parts, name: str) -> str:
    """The usual name of a body that the reference data knows; any other as written."""
    name = " ".join(name.split())
    lower = name.lower()
    for organiser in parts.knowledge.organisers:
        if any(lower.startswith(known.lower()) and not lower[len(known) :][:1].isalnum() for known in organiser.names):
            return organiser.name
    return name


def _found(parts: Parts, bodies: list[tuple[str, int, int]], start: int, rule: str) -> list[Found[str]]:
    return [Found(call_body(parts, name), start + first, start + last, rule) for name, first, last in bodies]


def _find_behind(
    parts: Parts,
    spans: list[tuple[int, int]],
    pattern: GatedPattern,
    rule: str,
    *,
    every: bool = False,
    certain: bool = False,
) -> list[Found[str]]:
    """The bodies behind the words of a pattern: of its first match that has some, or of all.

    With `certain` only what begins with a body that can be no person.
    """
    text = parts.document.text
    found: list[Found[str]] = []
    for match, (_, end) in find_in_spans(pattern, text, spans):
        words = _words_behind(text, match.end(), end)
        if certain and not is_body(words):
            continue
        found += _found(parts, split_bodies(words, of=_OF_END.search(match.group()) is not None), match.end(), rule)
        if found and not every:
            return found
    return found


_OF_END: Final = re.compile(r"(?:de|d['’]|du|des)\s*$", re.IGNORECASE)
_STOP: Final = re.compile(r"[.;:!?(]|\n")
_GOES_ON: Final = re.compile(r"(?<![^\W_])(?:de|du|des|la|le|les|et|[àa]|au|aux|pour)\s*$", re.IGNORECASE)


def _words_behind(text: str, start: int, end: int) -> str:
    """The words up to the end of the clause or the line; into the next line where a name cannot end.

    A clause without an end is cut: no list of bodies is as long.
    """
    end = min(end, start + _LONGEST_LIST)
    stop = _STOP.search(text, start, end)
    if (stop is None or stop.group() == "\n") and _GOES_ON.search(text, start, stop.start() if stop else end):
        end = min(len(text), start + _LONGEST_LIST)
        stop = _STOP.search(text, (stop.end() if stop else end + 1), end)
    return text[start : stop.start() if stop else end]


def _find_subjects(parts: Parts, spans: list[tuple[int, int]]) -> list[Found[str]]:
    """The bodies right before a verb of organising, what stands between commas (`, avec le soutien de X,`) left out."""
    text = parts.document.text
    for match, (start, _) in find_in_spans(_DOES, text, spans):
        first = max(start, parts.sentence_of(match.start())[0], match.start() - _BEFORE)
        words = text[first : match.start()].rstrip()
        colon = words.rfind(" : ") + 1
        bodies = find_last_bodies(_blank_insets(" " * colon + words[colon:]))
        if bodies:
            return _found(parts, bodies, first, "organiser_subject")
    return []


def _find_owner(parts: Parts, spans: list[tuple[int, int]]) -> list[Found[str]]:
    """The one body that an event is said to be of, in a line below the title: `Colloque de la Ligue du sport`."""
    for block in parts.blocks:
        if block.kind not in ("heading", "paragraph", "lead"):
            continue
        match = _WHOSE.match(parts.document.text, block.start, block.end)
        if match and is_body(match["body"]) and is_in_spans(block.start, spans):
            words = _words_behind(parts.document.text, match.start("body"), block.end)
            return _found(parts, split_bodies(words)[:1], match.start("body"), "organiser_owner")
    return []


_SET_IN: Final = re.compile(
    r"(?:^|,)\s*(?:en (?:partenariat|lien|collaboration)|avec|aux c[ôo]t[ée]s|[àa] la demande|[àa] l['’]occasion|"
    r"dans le cadre)"
    r"(?![^\W_])[^,]*(?:,|$)",
    re.IGNORECASE,
)


def _blank_insets(words: str) -> str:
    """The words with what is set in between commas made blank, so that positions stay."""
    return _SET_IN.sub(lambda match: " " * len(match[0]), words)


def _find_labelled(parts: Parts, spans: list[tuple[int, int]], label: re.Pattern[str], rule: str) -> list[Found[str]]:
    """The bodies behind a label, or in the lines below a heading or a line that is one."""
    for index, block in enumerate(parts.blocks):
        if block.label and label.fullmatch(block.label) and is_in_spans(block.start, spans):
            return _found(parts, split_bodies(parts.document.words_of(block)), block.start, rule)
        is_short = block.end - block.start < _LONGEST_LABEL
        if is_short and label.fullmatch(parts.document.words_of(block)) and is_in_spans(block.start, spans):
            found = [
                body
                for below in _lines_below(parts.blocks, index)
                for body in _found(parts, split_bodies(parts.document.words_of(below)), below.start, rule)
            ]
            if found:
                return found
    return []


def _lines_below(blocks: Sequence[Block], index: int) -> Sequence[Block]:
    """The lines below a heading up to the next one."""
    below = blocks[index + 1 : index + 1 + _MOST_LINES]
    end = next((i for i, block in enumerate(below) if block.kind == "heading" or block.label), len(below))
    return below[:end]
