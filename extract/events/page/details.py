"""What an announcement states besides days and places: for whom, how many, by whom, where to register."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from extract.document import Link
from extract.events.parts import Parts
from extract.matching.gates import compile_gated
from extract.numbers import NUMBER, parse_number
from extract.records import Evidence

_STATED: Final = compile_gated(
    rf"(?<![^\W_])(?P<count>{NUMBER})\s+(?P<unit>(?:demi-)?journ[ée]es?|sessions?|s[ée]ances?|modules?|ateliers?|"
    rf"rencontres?|"
    r"webinaires?|temps|rendez-vous|matin[ée]es?)(?![^\W_])",
    re.IGNORECASE,
)
_SERIES: Final = re.compile(
    r"(?<![^\W_])(?:cycle|formation|parcours|s[ée]rie|programme|compos[ée]e?s?|d[ée]clin[ée]e?s?|articul[ée]e?s?|"
    r"structur[ée]e?s?|en|sur)(?![^\W_])[^.]{0,80}$",
    re.IGNORECASE,
)
_WHO: Final = (
    r"(?:participante?s?|personnes|stagiaires|professionnel(?:le)?s|[ée]lue?s|agents|acteurs|habitante?s|"
    r"salari[ée]e?s|"
    r"b[ée]n[ée]voles|d[ée]l[ée]gu[ée]e?s|partenaires|coordinat\w+|membres|inscrits)"
)
_PARTICIPANTS: Final = compile_gated(
    rf"(?<![^\W_])(?:(?:a|ont) (?:r[ée]uni|rassembl[ée]|accueilli|mobilis[ée]|compt[ée])\s+(?P<a>{NUMBER})\s+\w+|"
    rf"(?:ils|elles|nous|vous) (?:[ée]taient|[ée]tions|[ée]tiez|furent) (?P<b>{NUMBER})(?![^\W_])|"
    rf"(?P<c>{NUMBER})\s+{_WHO}(?:\s+[\w'’-]+){{0,5}}?\s+"
    rf"(?:ont|avaient|se sont|s['’][ée]taient|[ée]taient pr[ée]sent\w+)(?![^\W_])|"
    rf"(?P<d>{NUMBER})\s+participante?s?(?![^\W_]))",
    re.IGNORECASE,
)
_ROUGHLY: Final = re.compile(
    r"(?:pr[èe]s d[e']|plus d[e']|environ|quelque|une|moins d[e']|jusqu['’]à)\s*$", re.IGNORECASE
)
_TOLD: Final = re.compile(r"^(?:a|ont) |participant", re.IGNORECASE)
_AUDIENCE: Final = compile_gated(
    r"(?:[àa] (?:destination|l['’]attention|l['’]intention) (?:de(?:s)?|du|d['’])|"
    r"s['’]adress(?:e|ent|era)(?: [\w-]+ment)?(?: en priorit[ée])? (?:aux?|[àa])|(?:est|"
    r"sont) (?:r[ée]serv[ée]e?s?|ouverte?s?|destin[ée]e?s?)(?: \w+)? (?:aux?|[àa])|"
    r"d[ée]di[ée]e? aux?|publics? (?:vis[ée]s?|concern[ée]s?|cibles?)\s*:)\s*(?P<who>[^.;\n]{4,220})",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r",? (?:a|ont|est|sont|sera|seront|se|aura|permet\w*|vise\w*|afin|pour que|qui)(?![^\W_])", re.IGNORECASE
)
_AUDIENCE_LABEL: Final = re.compile(
    r"publics?(?: (?:visés?|concernés?|cibles?))?|pour qui ?\??|destinataires?", re.IGNORECASE
)
_ORGANISES: Final = compile_gated(
    r"(?:\b(?:propos[ée]e?|organis[ée]e?|port[ée]e?|anim[ée]e?|mis en place|"
    r"initi[ée]e?)s?\b[^.\n]{0,40}\bpar\s+(?:l['’]|le |la |les )?|"
    r"^organisateurs?\s*:?\s*)(?P<name>.{2,60})",
    re.IGNORECASE | re.MULTILINE,
)
_PROPOSES: Final = compile_gated(
    r" (?:vous )?(?:organise|propose|invite|convie|a organisé|a proposé|organisait|proposait|organisera|proposera|"
    r"lance|a lancé)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
_REGISTER: Final = re.compile(
    r"s['’]inscrire|inscri(?:ption|vez)|je m['’]inscris|formulaire|lien d['’]inscription|r[ée]server", re.IGNORECASE
)
_DOCUMENT: Final = re.compile(r"\.(?:pdf|docx?|odt|pptx?|xlsx?)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Details:
    """The stated facts of an event, each None where nothing states it, and their evidence."""

    audience: str | None = None
    participants: int | None = None
    stated_sessions: int | None = None
    organiser: str | None = None
    registration_url: str | None = None
    evidence: tuple[Evidence, ...] = ()


def read_details(parts: Parts, spans: list[tuple[int, int]]) -> Details:
    """Read the stated facts in the given spans of the text (the blocks that speak of the event)."""
    evidence: list[Evidence] = []
    audience = _first(_find_audience, parts, spans, evidence)
    participants = _first(_find_participants, parts, spans, evidence)
    stated = _first(_find_stated, parts, spans, evidence)
    organiser = _first(_find_organiser, parts, spans, evidence)
    link = _find_registration(parts, spans, evidence)
    return Details(
        audience,
        parse_number(participants) if participants else None,
        parse_number(stated) if stated else None,
        organiser,
        link.url if link else None,
        tuple(evidence),
    )


def _first(find, parts: Parts, spans: list[tuple[int, int]], evidence: list[Evidence]) -> str | None:  # type: ignore[no-untyped-def]
    for start, end in spans:
        found = find(parts, start, end)
        if found is not None:
            name, value, first, last = found
            evidence.append(parts.evidence(name, first, last, f"stated_{name}", 0.9))
            return str(value)
    return None


_Found = tuple[str, str, int, int] | None


def _find_audience(parts: Parts, start: int, end: int) -> _Found:
    block = parts.block_of(start)
    if block is not None and block.label and _AUDIENCE_LABEL.fullmatch(block.label.strip()):
        return "audience", parts.document.words_of(block), block.start, block.end
    match = _AUDIENCE.search(parts.document.text, start, end)
    if match is None:
        return None
    who = _VERB.split(match["who"])[0].strip(" :,")
    return "audience", who, match.start("who"), match.start("who") + len(who)


def _find_participants(parts: Parts, start: int, end: int) -> _Found:
    match = _PARTICIPANTS.search(parts.document.text, start, end)
    if match is None or (parts.page.kind != "report" and not _TOLD.search(match.group())):
        return None
    if _ROUGHLY.search(parts.document.text[max(start, match.start() - 24) : match.start()]):
        return None
    return "participants", match[match.lastgroup or "a"], match.start(), match.end()


def _find_stated(parts: Parts, start: int, end: int) -> _Found:
    text = parts.document.text
    for match in _STATED.finditer(text, start, end):
        count = parse_number(match["count"]) or 0
        if count > 1 and _SERIES.search(text[max(start, match.start() - 120) : match.start()]):
            return "stated_sessions", match["count"], match.start(), match.end()
    return None


def _find_organiser(parts: Parts, start: int, end: int) -> _Found:
    text = parts.document.text
    for match in _ORGANISES.finditer(text, start, end):
        words = match["name"].lower()
        for organiser in parts.knowledge.organisers:
            for name in organiser.names:
                if words.startswith(name.lower()):
                    return "organiser", organiser.name, match.start(), match.start("name") + len(name)
    for match in _PROPOSES.finditer(text, start, end):
        words = text[max(start, match.start() - 90) : match.start()].lower()
        for organiser in parts.knowledge.organisers:
            for name in organiser.names:
                if words.endswith(name.lower()):
                    return "organiser", organiser.name, match.start() - len(name), match.end()
    return None


def _find_registration(parts: Parts, spans: list[tuple[int, int]], evidence: list[Evidence]) -> Link | None:
    for link in (link for start, end in spans for link in parts.document.links_between(start, end)):
        if _REGISTER.search(link.text) and not _DOCUMENT.search(link.url.split("?")[0]):
            evidence.append(parts.evidence("registration_url", link.start, link.end, "registration_link", 0.9))
            return link
    return None
