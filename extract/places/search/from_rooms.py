"""Venues that are a room without a town: `s'est tenue à l'université populaire`, `10h, au Palais des Sports`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document import Block
from extract.matching.gates import compile_gated
from extract.places.elsewhere.affiliations import is_affiliation
from extract.places.elsewhere.postal import POSTAL
from extract.places.elsewhere.subjects import TALK
from extract.places.elsewhere.workshops import STEP
from extract.places.grammar.context import CALENDAR_DAY, DAY, MEETING_NOUN
from extract.places.grammar.names import PLACE_NOUN, PLAIN_PLACE_NOUN, clean_name
from extract.places.grammar.phrases import Parts
from extract.places.grammar.verbs import HELD_FIRST
from extract.places.page import Page

LEAD = (
    r"(?:(?:[àÀ] la|[àÀ] l['’]|au|sur le (?:site|parvis) (?:de la|de l['’]|du|des)|(?:dans|devant) (?:la|le|les|"
    r"l['’])|en)"
    r"\s?)?"
)
# Institutions and groups begin like houses but are asked, seen or told, not met in.
NO_ROOM = (
    r"(?!(?:salles? d['’]attente|conseils?|chambre|centres? de ressources|centres?[- ]villes?|villes?|villages?|"
    r"ateliers?|forum|p[ôo]le|cit[ée]s? [ée]ducatives?|agence|communaut[ée]s?|m[ée]tropole|quartiers?)\b)"
)
_ROOM_START = rf"(?<![\w-]){LEAD}{NO_ROOM}"
ROOM_START = compile_gated(f"{_ROOM_START}{PLAIN_PLACE_NOUN}", re.IGNORECASE, f"{_ROOM_START}{PLACE_NOUN}")
ROOM = re.compile(rf"{LEAD}(?={PLACE_NOUN}){NO_ROOM}[^,;:.!?()\n–—]{{3,60}}", re.IGNORECASE)
# The house that ends a line opened by its hour: `10h : gym douce au complexe Facon`.
LAST_ROOM = re.compile(
    rf"(?<=\s)(?P<room>(?:[àÀ] la\s|[àÀ] l['’]\s?|au\s|dans (?:la\s|le\s|les\s|l['’]\s?))(?={PLACE_NOUN}){NO_ROOM}"
    r"[^,;:.!?()\n–—]{3,60})$",
    re.IGNORECASE,
)
# Whose they are is not said: the address that follows tells it.
OWN_ROOMS = r"bureaux|locaux"
# A plural by itself is no house, but what a day is about: `Rendez-vous aux jardins`.
NO_NAME = re.compile(rf"{OWN_ROOMS}|jardins|parcs|quartiers|villages|mus[ée]es|centres|fermes|[ée]coles", re.IGNORECASE)
BEHIND_DAY = re.compile(
    r"[ ,():–—-]+(?:(?:d[ée]part|rendez-vous|rdv|rv|accueil|toujours|encore|(?:de|[àa]) nouveau|exceptionnellement|"
    r"cette fois),?\s)?",
    re.IGNORECASE,
)
# What goes on behind the name of a room: what people come for, with whom, until when; or what is said of the meeting.
NAME_END = re.compile(
    r"\s(?-i:est|sont|sera|seront|ont|aura|auront|devait|devaient|affiche|fait|peut|reste|ne|a)\s|\sn['’]|"
    r"\s(?:la (?:semaine|veille)|le (?:lendemain|surlendemain)|(?:deux|trois|huit|\d+) (?:jours|semaines))(?![^\W_])|"
    r"\s(?:pour(?! tous)|afin|avec|où|qui|dans le cadre|en pr[ée]sence|[àa] partir|[àa] l['’]occasion|lors|puis|dès|"
    r"par (?:l[ae]s?|l['’]|une?|M(?:\.|me|lle)|madame|monsieur)|sur le th[èe]me|autour d|en compagnie)(?![^\W_])",
    re.IGNORECASE,
)
DAY_BEHIND = re.compile(rf",?\s(?:les?\s|du\s)?\d?{CALENDAR_DAY.pattern}", re.IGNORECASE)
# Those who do something, not where they do it: `organisée par les centres sociaux`.
BY_SOMEBODY = re.compile(
    r"\b(?:par|avec)\s(?:(?:la|les?)\s|l['’]\s?)?$|"
    r"\b(?:collectif|association|f[ée]d[ée]ration|union|amicale|comit[ée]|r[ée]seau|conseil|syndicat)\s"
    r"(?:des?\s|du\s|de la\s|de l['’]|d['’])$",
    re.IGNORECASE,
)
# A house that takes people in is where they meet: `on est hébergés par la Maison des Arts`.
TAKEN_IN_BY = re.compile(
    r"\b(?:accueilli|h[ée]berg[ée]|re[çc]u)e?s?\s(?:[^\W\d_]+ment\s)?(?:par|chez)\s(?:(?:la|les?)\s|l['’]\s?)?$",
    re.IGNORECASE,
)
# A proper name that a contracted article leads to, right behind a verb of meeting: `venez au Clos Saint-Victor`.
PROPER = re.compile(
    r"(?:au|[àÀ] la|[àÀ] l['’]|aux)\s?(?P<name>[A-ZÀ-Ý][\w'’-]+(?:\s(?:(?:de|du|des|la|le|les|et)\s|"
    r"[dl]['’])*[A-ZÀ-Ý][\w'’-]+)+)"
)
# Meetings that are offered at a place: `vous propose trois soirées conviviales à la salle Baudin`.
MEETINGS_AT = compile_gated(
    rf"\b(?:propose|organise|anime|offre|lance)(?:nt|ra|ront)?\s(?:[\w'’-]+\s){{1,3}}?{MEETING_NOUN.pattern}"
    r"(?:\s[\w'’-]+){0,2}?\s(?=(?:[àÀ] la|[àÀ] l['’]|au|dans (?:la|le|les|l['’]))\s?)",
    re.IGNORECASE,
)
# A house that does something itself: `les rendez-vous que le relais propose`, `où la maison accueille`.
SUBJECT = re.compile(
    r"\b(?:qu['’]|(?:que|dont|o[ùu]|comme|quand|lorsque|puisque)\s)(?:l[ae]s?\s|l['’]|notre\s|nos\s)$", re.I
)
CLAUSE_END = re.compile(r"[.,;:\n]")
# How far behind a verb of meeting its room may stand.
BEHIND_VERB = 45


def find_rooms(page: Page, block: Block) -> dict[int, re.Match[str]]:
    """Where a room or a house stands behind a day, a verb of meeting or a meeting that is offered, by its start."""
    text = page.document.text
    found: dict[int, re.Match[str]] = {}
    for day in DAY.finditer(text, block.start, block.end):
        gap = BEHIND_DAY.match(text, day.end(), block.end)
        match = ROOM.match(text, gap.end() if gap else day.end(), block.end)
        if match:
            found[match.start()] = match
    step = STEP.match(text, block.start, block.end)
    last = LAST_ROOM.search(text, step.end(), block.end) if step else None
    if step and last and not TALK.search(text, step.end(), last.start()):
        found.setdefault(last.start("room"), last)
    for verb in HELD_FIRST.finditer(text, block.start, block.end):
        stop = CLAUSE_END.search(text, verb.end(), min(block.end, verb.end() + BEHIND_VERB))
        limit = stop.start() if stop else min(block.end, verb.end() + BEHIND_VERB)
        start = ROOM_START.search(text, verb.end(), limit)
        match = ROOM.match(text, start.start(), block.end) if start else None
        host = start and TAKEN_IN_BY.search(text, verb.start(), start.start())
        if match and host:
            found.setdefault(match.start(), match)
            continue
        by_somebody = start and BY_SOMEBODY.search(text, verb.start(), start.start())
        subject = start and SUBJECT.search(text, verb.start(), start.start())
        if match and match[0][0] == match[0][0].lower() and not by_somebody and not subject:
            found.setdefault(match.start(), match)
        proper = PROPER.match(text, verb.end(), block.end)
        if match is None and proper and not page.mentions_in(proper.start("name"), proper.start("name") + 1):
            found.setdefault(proper.start(), proper)
    for noun in MEETINGS_AT.finditer(text, block.start, block.end):
        match = ROOM.match(text, noun.end(), block.end)
        if match:
            found.setdefault(match.start(), match)
    return found


def rooms(page: Page, block: Block) -> Iterator[Parts]:
    """Find rooms and houses right behind an hour, a day or a verb of meeting."""
    if block.kind in ("title", "heading"):
        return
    text = page.document.text
    for start_at, match in sorted(find_rooms(page, block).items()):
        cut = min(
            filter(None, (NAME_END.search(match[0]), DAY_BEHIND.search(match[0]))), key=re.Match.start, default=None
        )
        end = match.start() + (cut.start() if cut else len(match[0]))
        name = clean_name(text[match.start() : end])
        if is_affiliation(text, page.sentences.at(start_at)[0], match.start()):
            continue
        if name and not NO_NAME.fullmatch(name) and not POSTAL.search(text, page.sentences.at(start_at)[0], start_at):
            yield Parts(start_at, end, name, rule="room")
