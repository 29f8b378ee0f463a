"""Who speaks, at the end of a line or a piece of it: the house or town behind the name is where that person works."""

from __future__ import annotations

import re

from extract.matching.folding import fold
from extract.places.gazetteer.words import GIVEN_NAMES
from extract.places.grammar.context import PEOPLE

ACTS = re.compile(r"\b(?:avec|par|anim[ée]e?s?|intervenante?s?|t[ée]moignages?)\b", re.IGNORECASE)
# Somebody's name that ends a piece: `Conférence de Claire Petit`.
LAST_NAME = re.compile(r"\b(?P<first>[A-ZÀ-Ý][\w-]+)\s(?:(?:de|d['’]|du|le|la)\s?)?[A-ZÀ-Ý][\w'’ -]+$")
BEHIND_QUESTION = re.compile(r"[?!»]\s(?:[A-ZÀ-Ý][\w'’-]+\s){1,2}[A-ZÀ-Ý][\w'’-]+$")
FIRST_LETTER = re.compile(r"\b[A-ZÀ-Ý](?=[\w-]+\s)")
SPEECH = re.compile(
    r"\W*(?:l['’])?(?:introduction|conf[ée]rence|intervention|ouverture|mots?|propos|pr[ée]sentation|[ée]clairage|"
    r"t[ée]moignage|regard|expos[ée]|animation|grand t[ée]moin|synth[èe]se|cl[ôo]ture|conclusion)\b",
    re.IGNORECASE,
)


def names_speaker(words: str) -> bool:
    """Check for words that end with somebody who speaks: the place behind them is where that person works."""
    if BEHIND_QUESTION.search(words):
        return True  # `Pourquoi créer ici ? Nordine Belkacem,` before his town
    names = (LAST_NAME.match(words, capital.start()) for capital in FIRST_LETTER.finditer(words))
    name = next((name for name in names if name and fold(name["first"]) in GIVEN_NAMES), None)
    named = name is not None
    if named and name is not None and not words[: name.start()].strip(" :–—-"):
        return True
    return named and (ACTS.search(words) or PEOPLE.search(words) or SPEECH.match(words)) is not None
