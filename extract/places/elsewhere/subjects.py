"""Towns that a step of a programme only tells of: `14h15 Présentation de l'étude sur l'emploi à Laon et à Tergnier`.

A programme is held where the page says so in its other lines. A town alone in one of its steps, behind the noun of a
talk, is where the talk comes from.
"""

from __future__ import annotations

import re
from typing import Final

from extract.document import Block
from extract.places.elsewhere.workshops import STEP
from extract.places.grammar.context import CALENDAR_DAY, DAY
from extract.places.grammar.modes import HYBRID, IN_PERSON, is_titled_online, names_two_kinds
from extract.places.grammar.offered import names_some_sittings
from extract.places.grammar.phrases import Parts
from extract.places.grammar.verbs import MEETING_VERB
from extract.places.page import Page

TALK: Final = re.compile(
    r"(?<![^\W_])(?:pr[ée]sentations?|t[ée]moignages?|retours?|regards?|exemples?|exp[ée]riences?|[ée]tudes?|"
    r"tables? rondes?|interventions?|focus|zooms? sur|illustrations?|paroles?|points?|bilans?|panorama|actualit[ée]s?|"
    r"[ée]changes?|diagnostics?|enqu[êe]tes?|projets?|initiatives?|conf[ée]rences?|introduction|synth[èe]se|"
    r"[ée]clairages?|restitutions?|pratiques|d[ée]marches?|mots?|ouverture)(?![^\W_])",
    re.IGNORECASE,
)
TITLE_OF_TALK: Final = re.compile(
    rf"[\W_]*(?:(?:le|la|les|une?)\s)?{TALK.pattern}[^,;:()\n]{{0,40}}\s?[:–—-]\s?(?:(?:le|la|les)\s|l['’])?",
    re.IGNORECASE,
)
# A step that sets off what takes place from where: `14h – Table ronde – La Grande Galerie, Roubaix`,
# `18h : Conférence « Sommeil » – Maison de quartier, Longuenesse`.
SLOTS: Final = re.compile(r"\s?[–—|:-]\s[^–—|:\n]+\s[–—|-]\s(?:(?:le|la|les)\s|l['’])?", re.IGNORECASE)
STOP: Final = re.compile(r"(?:gares?|a[ée]roport|arr[êe]t|parking|aire)\b", re.IGNORECASE)
JOURNEY: Final = re.compile(r"\W*(?:d[ée]part|arriv[ée]e|retour|aller|trajet|transport)\b", re.IGNORECASE)
# What leads people to a house: `à la médiathèque de Lomme`, `au Splendid`.
LED_TO: Final = re.compile(
    r"(?:[àÀ] (?:la|l['’])|[Aa]u|[Dd]ans (?:la|le|les|l['’])|[Cc]hez(?! (?:nos|les|leurs|vos)\b))(?![^\W_])"
)
NEIGHBOURS: Final = 4
"""How many lines away the next step of a programme may stand."""
FEWEST: Final = 2


def without_subjects(page: Page, ordered: list[Parts]) -> list[Parts]:
    """The venues without the bare towns of talks in a programme, where the page names another place outside it."""
    blocks = [block for block in page.document.blocks if block.kind != "furniture"]
    on_screen = is_held_on_screen(page) or is_series_on_screen(page, ordered)
    on_screen = on_screen and not has_screen_of_its_own(page, ordered)
    told = [p for p in ordered if (on_screen and is_only_told(p)) or is_subject(page, blocks, p)]
    stops = [p for p in ordered if is_stop(page, p)]
    told += stops if any(p not in stops and (p.name or p.street) for p in ordered) else []
    if len(told) == len(ordered):
        return ordered
    doubted = {id(parts) for parts in told}
    return [parts for parts in ordered if id(parts) not in doubted]


def is_subject(page: Page, blocks: list[Block], parts: Parts) -> bool:
    """Check for a town alone behind the noun of a talk, in a line that begins with its hour and holds no day."""
    if parts.street or not parts.city or parts.mode != "in_person" or "label" in parts.rule:
        return False
    block = page.document.block_at(parts.start)
    if block is None or block.kind in ("title", "heading", "field"):
        return False
    step = STEP.match(page.document.text, block.start, block.end)
    if step is None or not is_programme(page, blocks, block):
        return False
    between = page.document.text[step.end() : parts.start]
    if parts.name:  # `11h Témoignage : la ferme d'Hem`, but not `11h Conférence, salle Foch, Lens`
        return TITLE_OF_TALK.fullmatch(between) is not None and SLOTS.fullmatch(between) is None
    return TALK.search(between) is not None and not DAY.search(between, 6)


def is_stop(page: Page, parts: Parts) -> bool:
    """Check for a station or a car park in a line that tells of a journey (`Arrivée : gare d'Avignon, 11h12`)."""
    block = page.document.block_at(parts.start)
    if block is None or not parts.name or parts.street or not STOP.match(parts.name):
        return False
    return JOURNEY.match(f"{block.label or ''} {page.document.words_of(block)}") is not None


def is_series_on_screen(page: Page, ordered: list[Parts]) -> bool:
    """Check for a page that says before its first day that people meet on the screen, and leads them nowhere else.

    `Un midi par mois, en visio !` over days with what is told of: `un tiers-lieu à Guise`.
    """
    text = page.document.text
    screens = [p for p in ordered if p.mode == "online" and p.rule == "mode_words"]
    if not screens or any(has_number(p) or is_led_to(page, p) for p in ordered if p.mode == "in_person"):
        return False
    if IN_PERSON.search(text) or HYBRID.search(text):
        return False
    first = CALENDAR_DAY.search(text)
    start = page.document.block_at(first.start()) if first else None
    if first is None or start is None or len(CALENDAR_DAY.findall(text)) < FEWEST:
        return False
    head = start.start if start.label is None else text.rfind("\n", 0, start.start)
    if any(p.mode == "in_person" and p.name and p.end <= head and not is_in_title(page, p) for p in ordered):
        return False  # `le 4, à Lens, salle Foch ; le 18, en visio`: the month is told elsewhere
    told = [p for p in screens if p.end <= head and not is_in_title(page, p)]
    said = [page.sentences.at(p.start) for p in told]
    return any(not names_some_sittings(text, *span) and not names_two_kinds(text[slice(*span)]) for span in said)


def is_led_to(page: Page, parts: Parts) -> bool:
    """Check for a place that people are led to: by the preposition of its house, or by a verb of meeting before it."""
    text = page.document.text
    start = page.sentences.at(parts.start)[0]
    return LED_TO.search(text, parts.start, parts.end) is not None or (
        MEETING_VERB.search(text, start, parts.start) is not None
    )


def has_screen_of_its_own(page: Page, ordered: list[Parts]) -> bool:
    """Check for a sentence with a day that tells the screen, beside one with another day that tells a place.

    `18 janvier : sur Zoom` over `30 janvier : Maison de santé, La Capelle`: what is said before is not said of all.
    """
    modes: dict[tuple[int, int], set[str]] = {}
    for parts in ordered:
        block = page.document.block_at(parts.start)
        if block is not None and block.kind not in ("title", "heading", "lead"):
            modes.setdefault(page.sentences.at(parts.start), set()).add(parts.mode)
    dated = [told for span, told in modes.items() if CALENDAR_DAY.search(page.document.text, *span)]
    return {"online"} in dated and {"in_person"} in dated


def has_number(parts: Parts) -> bool:
    """Check for a place with a postcode, a numbered street or a label: nothing is only told of in such words."""
    return bool(parts.postcode or re.match(r"\d", parts.street or "") or "label" in parts.rule)


def is_in_title(page: Page, parts: Parts) -> bool:
    """Check for words of the title."""
    block = page.document.block_at(parts.start)
    return block is not None and block.kind == "title"


def is_held_on_screen(page: Page) -> bool:
    """Check for a title that says that people meet on the screen, on a page that tells of no other meeting."""
    text = page.document.text
    return is_titled_online(page.document.title) and not (
        IN_PERSON.search(text) or HYBRID.search(text) or MEETING_VERB.search(text)
    )


def is_only_told(parts: Parts) -> bool:
    """Check for a place that is told by its name or town alone, and behind no label."""
    return parts.mode == "in_person" and not has_number(parts)


def is_programme(page: Page, blocks: list[Block], block: Block) -> bool:
    """Check for two more lines with an hour at their head near a line."""
    here = next((n for n, other in enumerate(blocks) if other.start == block.start), 0)
    near = blocks[max(0, here - NEIGHBOURS) : here] + blocks[here + 1 : here + 1 + NEIGHBOURS]
    return sum(STEP.match(page.document.words_of(other)) is not None for other in near) >= FEWEST
