"""All that an announcement states besides days and places, with the evidence of each fact."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.document import Block
from extract.events.parts import Parts
from extract.events.stated.audience import find_audience
from extract.events.stated.found import Found
from extract.events.stated.organisers import find_organisers, find_partners
from extract.events.stated.participants import find_participants
from extract.events.stated.registration import find_registration_link
from extract.events.stated.sittings_told import find_stated_sessions
from extract.records import Evidence

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Details:
    """The stated facts of an event, each None where nothing states it, and their evidence."""

    audience: str | None = None
    participants: int | None = None
    stated_sessions: int | None = None
    organiser: str | None = None
    partners: str | None = None
    registration_url: str | None = None
    evidence: tuple[Evidence, ...] = ()


def read_details(parts: Parts, spans: list[Span], sittings: int, opening: tuple[Block, ...]) -> Details:
    """Read the stated facts in the given spans of the text (the blocks that speak of the event), with its sittings.

    `opening` are the blocks above the first of several events: what they state of whom and by whom holds for each that
    says nothing else, and so does what is said in one sentence with an earlier edition.
    """
    blocks = (*opening, *parts.blocks)
    above, head = replace(parts, blocks=blocks), [(block.start, block.end) for block in blocks]
    if head == spans:
        head = []  # there is nothing else to look at
    audience = find_audience(parts, spans) or find_audience(above, head)
    participants = find_participants(parts, spans, looks_back=parts.page.kind == "report")
    stated = find_stated_sessions(parts, spans, sittings)
    organisers = find_organisers(parts, spans) or find_organisers(above, head)
    organiser = organisers[0] if organisers else None
    helpers = find_partners(parts, spans) or find_partners(above, head)
    partners = _without_twins([*organisers[1:], *helpers], organiser)
    link = find_registration_link(parts, spans) or find_registration_link(above, head)
    told: list[tuple[str, Found[str] | Found[int] | None]] = [
        *(("audience", audience), ("participants", participants), ("stated_sessions", stated)),
        *(("organiser", organiser), ("registration_url", link)),
        *(("partners", partner) for partner in partners),
    ]
    return Details(
        audience.value if audience else None,
        participants.value if participants else None,
        stated.value if stated else None,
        organiser.value if organiser else None,
        "; ".join(partner.value for partner in partners) or None,
        link.value if link else None,
        tuple(parts.evidence(name, f.start, f.end, f.rule, f.certainty) for name, f in told if f is not None),
    )


def _without_twins(partners: list[Found[str]], organiser: Found[str] | None) -> list[Found[str]]:
    """The partners, each once, without the organiser itself."""
    known = {organiser.value.lower()} if organiser else set()
    kept: list[Found[str]] = []
    for partner in partners:
        if partner.value.lower() not in known:
            known.add(partner.value.lower())
            kept.append(partner)
    return kept
