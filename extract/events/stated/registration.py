"""Where and until when one can sign up."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from extract.events.parts import Parts
from extract.events.stated.found import Found
from extract.records import DateReading

_TO_REGISTER: Final = re.compile(
    r"inscri|bulletin|r[ée]pon[sd]|retourn|renvoy|candidat|places?\b|formulaire|confirm|r[ée]serv|s['’]annoncer|"
    r"participation|"
    r"pr[ée]venir|coupon|envoyer|ch[èe]que",
    re.IGNORECASE,
)
_REGISTER: Final = re.compile(
    r"s['’]inscri|inscri(?:ption|vez)|je m['’]inscris|formulaire|lien d['’]inscription|r[ée]serv|billetterie|"
    r"je participe",
    re.IGNORECASE,
)
# What people answer to who sign up for no meeting: `Ça recrute`, `Candidatures au poste d'animateur avant le 25 mars`.
_FOR_POST: Final = re.compile(
    r"(?<![^\W_])(?:recrut\w*|offres? d['’]emploi|offres? de stage|postes? (?:de|d['’]|[àa] pourvoir)|appels? [àa] "
    r"(?:projets?|candidatures?|manifestations?))(?![^\W_])|(?<![^\W_])au poste ",
    re.IGNORECASE,
)
_DOCUMENT: Final = re.compile(r"\.(?:pdf|docx?|odt|pptx?|xlsx?)$", re.IGNORECASE)
_MAIL: Final = re.compile(r"mailto:|tel:", re.IGNORECASE)
_SHORT: Final = 40


def find_deadline(parts: Parts, spans: list[tuple[int, int]], first_day: dt.date | None) -> DateReading | None:
    """The day until which one can register. What a report tells is over; a limit for something else is none.

    `first_day` is that of the event's first sitting: on a page that is taken for a report, a limit before it holds.
    """
    told: dict[tuple[int, int], bool] = {}  # a sentence is asked once, however many days stand in it
    for date in parts.dates:
        if date.role != "registration_deadline" or not any(start <= date.where.start < end for start, end in spans):
            continue
        if parts.page.kind == "report" and (first_day is None or date.last_day > first_day):
            continue
        sentence = parts.sentence_of(date.where.start)
        if sentence not in told:
            told[sentence] = _is_to_register(parts, date)
        if told[sentence]:
            return date
    return None


def _is_to_register(parts: Parts, date: DateReading) -> bool:
    block = parts.block_of(date.where.start)
    label = block.label or "" if block is not None else ""
    above = parts.block_above(block) if block is not None else None
    heads = [
        parts.document.words_of(b) for b in (parts.document.heading_over(date.where.start), above) if b is not None
    ]
    heads = [words for words in heads if len(words) < _SHORT]
    if any(_FOR_POST.search(words) for words in (*heads, parts.words(parts.sentence_of(date.where.start)))):
        return False
    words = parts.words(parts.sentence_of(date.where.start))
    return len(words) < _SHORT or _TO_REGISTER.search(label + " " + words) is not None


def find_registration_link(parts: Parts, spans: list[tuple[int, int]]) -> Found[str] | None:
    """The address where one signs up: a link that says so, else one behind words that do, in its own line."""
    links = [
        link
        for start, end in spans
        for link in parts.document.links_between(start, end)
        if not _DOCUMENT.search(link.url.split("?")[0]) and not _MAIL.match(link.url)
    ]
    for link in links:
        if _REGISTER.search(link.text):
            return Found(link.url, link.start, link.end, "registration_link")
    for link in links:
        block = parts.block_of(link.start)
        start = parts.line_of(block)[0] if block is not None else link.start
        if _REGISTER.search(parts.document.text, max(start, parts.sentence_of(link.start)[0] - _SHORT), link.start):
            return Found(link.url, link.start, link.end, "registration_link_behind", 0.8)
    return None
