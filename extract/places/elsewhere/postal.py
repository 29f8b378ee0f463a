"""Addresses that are no place: to write to, to call at or to be billed at, where to sleep or to park, who organises."""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.document import Block
from extract.matching.folding import fold
from extract.matching.gates import compile_gated
from extract.matching.leaping import compile_leaping
from extract.places.grammar.context import CALENDAR_DAY, DAY, MEETING_NOUN, OTHER_DAY
from extract.places.grammar.modes import is_titled_online
from extract.places.grammar.verbs import MEETING_VERB
from extract.places.page import Page

# An address to write to, to call at or to be billed at is no venue.
POSTAL = compile_gated(
    r"\b(?:adresse postale|[àa] l['’]attention de|candidatures?|cv|"
    r"[àa] (?:retirer|transmettre|remettre)|d[ée]pos(?:er|ez|e|ent|ée?s?)|retir[ée]e?s?|bo[îi]te aux lettres|parvenir|"
    r"renvoy\w+|retourn\w+|adress(?:er|ez|é)\w*|envoy\w+|"
    r"(?-i:courrier|COURRIER|Courrier(?=\s?:))|nous (?:[ée]crire|joindre)|si[èe]ge social|"
    r"factur\w+|contacts?|"
    r"coordonn[ée]es|soussign[ée]\w*|ci-apr[èe]s|repr[ée]sent[ée]e? par|secr[ée]tariat|"
    r"ch[èe]que|ordre de|cachet|signature\s?:|date et signature|"
    r"nom et pr[ée]nom|mentions l[ée]gales|responsable de (?:la )?publication|"
    r"[ée]dit[ée]e? par|direct(?:eur|rice) de (?:la )?publication|siret)\b",
    re.IGNORECASE,
)
# An address that serves the event without being its place: where to sleep, to park, who organises.
SERVICE = compile_gated(
    r"\b(?:h[ée]bergements?|parkings?|stationn\w+|organis[ée]e?s? par|organisateurs?|organisatrice|acc[èe]s|"
    r"restauration|se garer)\b[^.;!?]{0,50}$",
    re.IGNORECASE,
)
# A house that is led to is no body: `Organisé par la Ville à la salle Foch, rue Haute`.
LED = re.compile(r"\s?(?:[àÀ] (?:la|l['’])|au|dans (?:la|le|les|l['’]))(?![^\W_])")
WITH_MEETING = re.compile(rf"\w+\s(?:et|\+|&|/)\s{MEETING_NOUN.pattern}", re.IGNORECASE)
# The same at the head of a line that is no field: `Porteur : association Alpha, 4 rue …`.
BODY_LEAD = re.compile(
    r"\W*(?:porteurs?|structures? (?:porteuse|organisatrice)|organismes?|op[ée]rateur|prestataire|"
    r"ma[îi]tre d['’]ouvrage|organisateurs?|si[èe]ge|(?:cr[ée]dits? )?photos?|cr[ée]dits?|r[ée]daction|conception)\b"
    r"[^:\n]{0,30}\s?:\s",
    re.IGNORECASE,
)
SERVICE_HEADING = re.compile(
    r"\W*(?:se (?:loger|garer|restaurer)|(?:nos |les )?h[ée]bergements?|o[uù] (?:dormir|manger|se garer|se loger)|"
    r"d[ée]parts? (?:en|des?|du) (?:cars?|bus|navettes?|autocars?)|ramassage|covoiturages?|navettes?|"
    r"h[ôo]tels?(?: (?:[àa] proximit[ée]|conseill[ée]s|partenaires))?\W*$|stationne\w*|parkings?)\b"
    r"(?:\s(?:(?:et|ou|&|/)\s[\w-]+(?: [\w-]+)?|sur place|"
    r"[àa] (?:proximit[ée]|c[ôo]t[ée])|conseill\w+|pratiques?|possibles?|partenaires))*"
    r"\W*$",
    re.IGNORECASE,
)
UNDER_HEADING = 8
# Fields that tell who is behind the event.
BODY_LABEL = re.compile(
    r"organis|porteur|propos[ée]e? par|partenaire|structure|ma[îi]tre d['’]ouvrage|intervenant", re.IGNORECASE
)
# Whose address a line tells, by its head: `Organisme : CEMEA, 11 rue …`.
WHOSE = re.compile(
    r"[\W_]*(?:organismes?|structures?|prestataires?|op[ée]rateurs?|porteurs?|employeurs?|si[èe]ge)"
    r"(?:\s[\w'’()-]+){0,3}\s?:\s",
    re.IGNORECASE,
)
# Where somebody works: `Le service se trouve 1 place …`, `nos bureaux sont situés au 3 rue …`.
WORKS_THERE = compile_leaping(
    r"\b(?:services?|[ée]quipe|bureaux?|secr[ée]tariat|associations?|direction|si[èe]ge)\s(?:[\w'’-]+\s){0,5}?"
    r"(?:se (?:trouv|situ)\w+|(?:est|sont) (?:situ|install|implant|bas)[ée]\w*)\W[^.;!?]{0,20}$",
    re.IGNORECASE,
)
SIGN_UP = compile_gated(
    r"\b(?:inscri\w+|renseign\w+|informations?|plus d['’]infos?|r[ée]servations?)\b"
    r"[^.]{0,80}(?:aupr[èe]s|:)[^.]{0,40}$|"
    r"\b(?:renseignements?|informations?|plus d['’]infos?|(?<!sans )(?<!pas d.)(?:inscriptions?|r[ée]servations?)|"
    r"permanences?)(?: et \w+)?\s"
    r"(?:(?:[àa]u?x?|en|dans)\s[^.]{0,60})?$",
    re.IGNORECASE,
)
# What leads to an address where people are received, whatever telephone stands behind it.
LEADS_THERE = compile_leaping(
    r"(?:\battend\w*|\baccueill\w+|\bre[çc]ev\w+|\bretrouv\w+|\brendez-vous|\btiendr\w+|\blieu|\bd[ée]roul\w+)\b"
    r"[^.;!?]{0,60}:\s*$",
    re.IGNORECASE,
)
# Who did something, with the address: `la convocation envoyée par le syndic Foncia,`. Who takes people in is no such.
BY_BODY = compile_leaping(r"\bpar (?:la |le |les |l['’])?[^.;:,()\n]{3,60},\s$", re.IGNORECASE)
TAKES_IN = re.compile(r"\b(?:accueilli|re[çc]u|h[ée]berg|invit)\w*\s[^.;:]{0,40}$", re.IGNORECASE)
# A day until which one may write: `à retourner pour le 20 avril`.
UNTIL = re.compile(
    r"\b(?:pour|avant|d['’]ici|jusqu['’]|au plus tard|dès)\s?(?:le|au|à partir du)?\s(?:\w+di\s)?$", re.IGNORECASE
)
# A line below an address that tells something of its own: `Bus : ligne 2`, `Contact : 03 20 …`.
OTHER_LINE = re.compile(
    r"\n(?!\W*(?:t[ée]l|fax|mail|e-mail|courriel|port(?:able|\.)|standard|accueil|site|www))[^\n:]{2,30}\s?:",
    re.IGNORECASE,
)
# A telephone in the brackets that an address ends: `(Tél. 03 21 00 00 00 - 1 rue Basse, 62380 Lumbres)`.
PHONE_BEFORE = re.compile(
    r"\(\s?(?:T[ée]l[^()]{0,12}|☎\s?|[\w.-]+@[\w.-]+[^()]{0,5})(?:\d\d[ .]?){0,5}[^()\d]{0,6}$", re.IGNORECASE
)
# What people do at their own house.
OPEN_DOORS = re.compile(r"\bportes?[ -]ouvertes?\b|\bouvre(?:nt)? (?:ses|leurs) portes\b|\bJPO\b", re.IGNORECASE)
SHORTEST_NAME = 8
PHONE_OR_MAIL = compile_leaping(
    r"\bT[ée]l(?:[ée]phone|\.)?\s?:?\s?\d|(?:0\d[ .]){2}|\w@\w|\bFax\b|\bwww\.", re.IGNORECASE
)


def is_postal(page: Page, block: Block, start: int, end: int) -> bool:
    """Check whether an address is one to write to: said so before it, or followed by a telephone without any day."""
    text = page.document.text
    blocks = page.document.blocks
    index = bisect_left(blocks, start + 1, key=lambda b: b.start) - 1
    before = max(0, index - 1)
    head = text[max(blocks[before].start, start - 160) : start]
    cue = POSTAL.search(head) or SIGN_UP.search(head)
    if (
        (cue and not names_meeting(head[cue.start() :]) and not MEETING_VERB.search(head, cue.start()))
        or (
            serves_event(text[max(block.start, start - 90) : start + 12].partition("\n")[0])
            and not LED.match(text, start)
        )
        or BODY_LEAD.match(text, block.start, end)
        or POSTAL.search(text, start, end)
        or WHOSE.match(text, block.start, start)
        or is_by_body(text, block.start, start)
        or WORKS_THERE.search(head)
        or is_under_service(page, block)
        or (block.label and (POSTAL.search(block.label) or BODY_LABEL.match(block.label)))
    ):
        return True
    if LEADS_THERE.search(head):
        return False
    if PHONE_BEFORE.search(text, max(block.start, start - 45), start):
        return True
    if is_held_online(page) and not DAY.search(text, block.start, block.end):
        return True
    after = OTHER_LINE.split(text[end : end + 90], maxsplit=1)[0]
    told = bool(PHONE_OR_MAIL.search(after)) and not DAY.search(text[max(0, start - 200) : start])
    return told and not is_at_home(page, text[start:end])


def is_at_home(page: Page, address: str) -> bool:
    """Check for the address of the house that a page is called after, which opens its doors: where to call is there."""
    name = address.partition("\n")[0].strip(" ,–-")
    if len(name) < SHORTEST_NAME or fold(name) not in fold(page.document.title):
        return False
    return any(
        b.kind in ("title", "heading") and OPEN_DOORS.search(page.document.words_of(b)) for b in page.document.blocks
    )


def is_by_body(text: str, first: int, start: int) -> bool:
    """Check for the address of a body that a sentence says to have done something."""
    by = BY_BODY.search(text, max(first, start - 80), start)
    if by is None or DAY.search(by[0]) or MEETING_NOUN.search(by[0]):
        return False  # `remplacée par une rencontre le 19 mai à 10h, 3 rue Haute`
    return TAKES_IN.search(text, max(first, by.start() - 60), by.start()) is None


def serves_event(words: str) -> bool:
    """Check for words that lead to where one sleeps or parks: `Hébergement et formation :` tells of both."""
    service = SERVICE.search(words)
    return service is not None and not WITH_MEETING.match(words, service.start())


def is_under_service(page: Page, block: Block) -> bool:
    """Check for a line under a heading of where to sleep or to park."""
    blocks = page.document.blocks
    index = page.document.index_of(block)
    for line in reversed(blocks[max(0, index - UNDER_HEADING) : index]):
        if line.kind == "heading":
            return SERVICE_HEADING.match(page.document.words_of(line)) is not None
    return False


def names_meeting(words: str) -> bool:
    """Check for a day that is no deadline between a cue and an address: `s'inscrit à la séance du 3 mai, Lens`."""
    last = 0
    for day in CALENDAR_DAY.finditer(words):
        if last and not words[last : day.start()].strip("0123456789"):
            last = day.end()  # `vendredi 2` and `6 mai` are one day
            continue
        if OTHER_DAY.search(words, last, day.start()) is None and not UNTIL.search(words, last, day.start()):
            return True
        last = day.end()
    return False


def is_held_online(page: Page) -> bool:
    """Check for a title that says that people meet on the screen: an address apart from any day is a sender's."""
    return page.document.form != "pdf" and is_titled_online(page.document.title)
