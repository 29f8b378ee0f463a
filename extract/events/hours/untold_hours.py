"""Hours that a page says are not known yet: `(horaires et lieux communiqués ultérieurement)`, `heure à préciser`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from extract.events.parts import Parts
from extract.events.sittings import Sitting

_UNTOLD: Final = re.compile(
    r"(?<![^\W_])(?:heures?|horaires?)(?![^\W_])"
    r"(?:\s(?:exacte?s?|pr[ée]cis(?:e|es)?|et (?:les? )?(?:lieux?|salles?|adresses?)))*"
    r"\s?[:(–-]?\s?(?:(?:est|sont|sera|seront|restent?|encore|vous|leur)\s)*"
    r"(?:[àa] (?:confirmer|pr[ée]ciser|d[ée]finir|d[ée]terminer|fixer|communiquer|venir)|"
    r"(?:pr[ée]cis|communiqu|transmis|indiqu|confirm|donn|envoy)[ée]?e?s?(?![^\W_])|non (?:d[ée]fini|connu|fix)\w+)",
    re.IGNORECASE,
)


def without_untold_hours(parts: Parts, before: list[Sitting], given: list[Sitting]) -> list[Sitting]:
    """The sittings with the hours given to them, but none for those whose sentence says that theirs are not known."""
    return [
        _without_hours(after) if sitting.date.starts_at is None and _are_untold(parts, sitting) else after
        for sitting, after in zip(before, given, strict=True)
    ]


def _without_hours(sitting: Sitting) -> Sitting:
    return replace(sitting, date=replace(sitting.date, starts_at=None, ends_at=None))


def _are_untold(parts: Parts, sitting: Sitting) -> bool:
    return any(_says_untold(parts.words(parts.sentence_of(date.where.start))) for date in sitting.mentions)


@lru_cache(maxsize=64)
def _says_untold(sentence: str) -> bool:
    """Whether a sentence says so; it is asked about for each of its days."""
    return "h" in sentence and _UNTOLD.search(sentence) is not None
