"""The head of a web page that was copied as text: its menu, breadcrumb and buttons stand above the title.

Drupal's old theme writes `A+A-ImprimerPDF` there, its new one `Vous êtes ici`, `Précédent`, the breadcrumb and
`Favoris`; others have their own. What is known by its words takes the short lines between and above it with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extract.formats.furniture import is_furniture_text
from extract.formats.labels import find_label
from extract.formats.lines import Line
from extract.formats.print_export import is_only_a_date
from extract.plain_keys import plain_key

_CRUMBS: Final = re.compile(r"vous etes ici\b.*|accueil ?(?:>|»|›|/|→|::|\|).*|fil d'ariane|a ?\+ ?a ?-.*")
"""What stands at the head of a site and nowhere in a letter, minutes or a mail."""
_HEAD: Final = 80
"""The lines among which the head of a copied page is looked for: a long menu and the breadcrumb."""
_APART: Final = 4
"""Names of rubrics between two lines of furniture, at most: the parts of a breadcrumb."""
_LONGEST: Final = 80
_FEWEST: Final = 2
_SENTENCE: Final = (".", ",", ";", "!")


def set_head_aside(lines: list[Line]) -> None:
    """Make furniture of what a copied page has above its title; nothing where it begins with its own words."""
    end = _end_of_head(lines[:_HEAD])
    for line in lines[:end]:
        line.kind, line.label, line.value_at = "furniture", None, 0


def _end_of_head(lines: Sequence[Line]) -> int:
    """How many lines the head of a copied page has: up to its last line of furniture, 0 where there is none."""
    last, known, crumbs = -1, 0, False
    for at, line in enumerate(lines):
        if is_furniture_text(line.text):
            crumbs = crumbs or _CRUMBS.fullmatch(plain_key(line.text)) is not None
            last, known = at, known + 1
        elif not _may_be_rubric(line) or (crumbs and at - last > _APART):
            break
    return last + 1 if crumbs and (known >= _FEWEST or last < _APART) else 0


def _may_be_rubric(line: Line) -> bool:
    """Whether a line may be the name of a site or of a rubric: short, no sentence, no field, no day."""
    text = line.text
    if len(text) > _LONGEST or text.endswith(_SENTENCE) or is_only_a_date(text):
        return False
    return find_label(line) is None
