"""Judges what the events of a page are called and what kind of event each is.

An event that was read stands for the expected one that shares most of its days. Authors of truth write titles and nouns
freely, so a title is right when it has the words of the expected one, and a kind when both nouns are of one family.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from extract.records import EventReading
from tests.gold.judge_places import fold
from tests.gold.scores import Verdict
from tests.gold.truth import Page, TruthEvent

SAME_TITLE = 85.0
_FAMILIES = (
    "webinaire visioconférence visio visio-débat classe_virtuelle",
    "formation formation-action module stage session sensibilisation parcours cycle_de_formation classe_virtuelle",
    "cycle parcours programme tournée cycle_de_formation",
    "rencontre rencontres rendez-vous rencontre_de_réseau réunion_de_réseau rencontre_nationale réseau club "
    "regroupement rencontre-débat café temps_d'échange",
    "réunion réunion_de_réseau réunion_plénière réunion_publique réunion_d'information réunion_de_concertation "
    "réunions_de_concertation concertation comité comité_technique comité_de_pilotage commission groupe_de_travail "
    "assemblée assemblée_générale conseil_d'administration rencontre_de_réseau club présentation",
    "assemblée assemblée_générale",
    "atelier groupe_de_travail",
    "journée journée_d'étude demi-journée matinée matinée_d'échanges après-midi soirée soirée-débat",
    "café café_des_parents café_des_habitants café_citoyen café-débat café-doc petit-déjeuner",
    "débat ciné-débat ciné-échange rencontre-débat soirée-débat café-débat visio-débat théâtre-forum table_ronde",
    "visite visite_d'étude voyage_d'étude voyage_apprenant marche_exploratoire balade sortie portes_ouvertes",
    "portes_ouvertes journée_portes_ouvertes",
    "forum assises salon festival",
    "séminaire colloque conférence journée_d'étude université université_d'été restitution",
    "fête animation loto tournoi festival spectacle challenge",
    "cérémonie inauguration signature installation",
    "semaine",
    "permanence",
    "hackathon",
    "exposition",
)
_PLURAL = re.compile(r"(?<=[^\W\d_]{4})[sx](?![^\W_])")


def _of_one(noun: str) -> str:
    """A noun for one of its kind, without hyphens: `visio-conférences` are of the kind `visioconférence`."""
    plain = _PLURAL.sub("", noun.lower().replace("’", "'").replace("-", " "))
    return _SPELLINGS.get(plain, plain)


_SPELLINGS = {"visio conférence": "visioconférence", "web conférence": "webinaire", "webconférence": "webinaire"}
FAMILIES = tuple(frozenset(_of_one(noun.replace("_", " ")) for noun in family.split()) for family in _FAMILIES)


def judge_events(page: Page, found: Sequence[EventReading]) -> Iterator[Verdict]:
    """Title and kind of every expected event of which a day was read; events without a day are judged as sessions."""
    for event in page.events:
        match = find_match(event, found)
        if match is None:
            continue
        yield build_verdict("event title", page, is_title(event.title, match.title), event.title, match.title)
        ok = is_kind(event.event_type, match.event_type)
        yield build_verdict("event type", page, ok, event.event_type, match.event_type)


def build_verdict(field: str, page: Page, ok: bool, expected: str, read: str) -> Verdict:
    """One verdict, with what was expected and read where it is wrong."""
    return Verdict(
        field, page.form, page.id, int(ok), int(not ok), int(not ok), "" if ok else f"{expected!r} read {read!r}"
    )


def find_match(event: TruthEvent, found: Sequence[EventReading]) -> EventReading | None:
    """The event that was read for an expected one: by its days, and among those of the same days by its title."""
    shared = [reading for reading in found if count_shared_days(event, reading)]
    if not event.days or not shared:
        return None
    return max(shared, key=lambda reading: (count_shared_days(event, reading), is_title(event.title, reading.title)))


def count_shared_days(event: TruthEvent, reading: EventReading) -> int:
    """How many first days of sessions an event that was read shares with an expected one."""
    return len(event.days & {session.first_day for session in reading.sessions})


def is_title(expected: str, read: str) -> bool:
    """True when the words of one title are those of the other, whatever their order, case and marks."""
    return fuzz.token_set_ratio(fold(expected), fold(read)) >= SAME_TITLE


def is_kind(expected: str, read: str) -> bool:
    """True when two nouns name the same kind of event, by the same noun or one of its family.

    A noun with what goes with it is of the kind of the noun: `réunion de locataires`, `journée professionnelle`; and
    so are several: `ateliers`, `visioconférences`.
    """
    one, other = _of_one(expected), _of_one(read)
    if one == other or one.startswith(f"{other} "):
        return True
    return any(one in family and other in family for family in FAMILIES)
