"""Places of what takes place only if something else does: `S'il pleut, repli à la salle des fêtes de Guise`.

So are those of what is only wished or thought of: `Une journée du même genre est souhaitée à Abbeville`.

What is planned if it may be (`si les conditions le permettent`) is planned; what people may choose themselves (`Si vous
préférez, en visio`) is offered and no condition.
"""

from __future__ import annotations

import re
from typing import Final

from extract.places.grammar.context import DAY
from extract.places.grammar.phrases import Parts
from extract.places.page import Page

_THEIRS: Final = r"(?!(?:vous|tu|on|besoin|n[ée]cessaire|possible|souhait|d[ée]sir|l['’]on)(?![^\W_]))"
_PERMITS: Final = r"(?![^,.;:!?]{3,40}\s(?:nous\s|vous\s)?le\sperme(?:t|ttent)(?![^\W_]))"
_CASE: Final = (
    rf"(?:si\s{_THEIRS}{_PERMITS}(?=[^.;:!?]{{0,60}}(?:,|$))|s['’]ils?\s(?!vous)|en cas d(?:e\s|['’])"
    r"(?!absence|emp[êe]chement|besoin|d['’]absence|probl[èe]me|difficult)|au cas o[ùu]\s(?!vous))"
)
_IF: Final = re.compile(rf"(?:^|[;:(]\s?|,\s(?:et\s|mais\s)?)\W*{_CASE}", re.IGNORECASE)
_IF_BEHIND: Final = re.compile(
    r"[^.;:!?]{0,40}?\s\(?(?:en cas d(?:e\s|['’])(?:pluies?|intemp\w+|mauvais\w*|m[ée]t[ée]o|orages?|vent|neige|"
    r"confinement)|"
    r"s['’]il (?:pleut|fait|neige)|si (?:le temps|la m[ée]t[ée]o|la situation|les (?:mesures|conditions))"
    # What is planned if it may be: `à la mairie si la situation le permet`.
    r"(?!(?:\s\w+)?\s(?:(?:nous|vous)\s)?le\spermet))",
    re.IGNORECASE,
)
_WISHED: Final = re.compile(
    r"(?<![^\W_])(?:(?:est|sont|serait|seraient|a [ée]t[ée]|ont [ée]t[ée])\s(?:\w+\s){0,2}?"
    r"(?:(?:souhait|envisag|imagin|demand|r[ée]clam|esp[ée]r|[ée]voqu|discut)[ée]e?s?|"
    r"[àa] l['’][ée]tude|en (?:projet|r[ée]flexion|discussion))|"
    r"pourrai(?:t|ent)|aimerai(?:t|ent|ons)|souhait(?:e|ent|ons)|r[êe]v(?:e|ent|ons)|esp[ée]r(?:e|ent|ons))(?![^\W_])",
    re.IGNORECASE,
)
"""What tells of a meeting that nobody has fixed yet."""
_REACH: Final = 160


def without_conditional(page: Page, ordered: list[Parts]) -> list[Parts]:
    """The venues without those told under a condition, where others are left."""
    kept = [parts for parts in ordered if not is_conditional(page, parts)]
    return kept or ordered


def is_conditional(page: Page, parts: Parts) -> bool:
    """Check for a place in a sentence that opens with a condition or goes on with one."""
    text, (start, end) = page.document.text, page.sentences.at(parts.start)
    if end - start > 4 * _REACH:
        return False
    head = text[max(start, parts.start - _REACH) : parts.start]
    if _IF.search(head) is not None or _IF_BEHIND.match(text, parts.end, end) is not None:
        return True
    return _WISHED.search(head) is not None and DAY.search(text, start, end) is None
