"""Words that a place is not known yet: `lieu à préciser`, `salle à confirmer`, `adresse communiquée aux inscrits`.

They name no house. A town beside them is known all the same: `Chauny (lieu à confirmer)`.
"""

from __future__ import annotations

import re
from typing import Final

UNTOLD: Final = re.compile(
    r"\b(?:lieux?|(?:salle|adresse|rendez-vous|site)s?)\s?(?:exacte?s?\s?)?[:(–-]?\s?"
    r"(?:(?:est|sont|sera|seront|reste\w*|encore|vous)\s)*"
    r"(?:[àa] (?:confirmer|pr[ée]ciser|d[ée]finir|d[ée]terminer|d[ée]cider|choisir|trouver|venir|fixer|communiquer)|"
    r"(?:pr[ée]cis|communiqu|transmis|indiqu|confirm)[ée]?e?s?\b|non (?:d[ée]fini|connu|fix)\w+|en cours de)",
    re.IGNORECASE,
)
"""Words that a place is not known yet."""


def is_untold_place(words: str) -> bool:
    """Check for a piece of a line that begins with such words (`salle à confirmer`)."""
    return UNTOLD.match(words.lstrip(" (")) is not None
