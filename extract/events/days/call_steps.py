"""The steps of a call in its calendar: `Dépôt des dossiers`, `Instruction`, `Comité de pilotage`, each with its day.

Those who meet for it are the ones who decide, and nobody else is asked to come: a committee that is told without hours
and a place among such steps is one of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extract.document import Block, Document
from extract.records import DateReading

_OPENS: Final = r"\W*(?:\d\W+)?(?:(?:le|la|les)\s|l['’])?"
_STEP: Final = re.compile(
    rf"{_OPENS}(?:lancement|ouverture|cl[ôo]ture|d[ée]p[ôo]t|date limite|remise|envoi|retour|r[ée]ception|instruction|"
    r"examen|[ée]tude des (?:dossiers|projets|candidatures)|s[ée]lection|audition|notification|r[ée]ponse|"
    r"r[ée]sultats?|annonce|signature des conventions|versement|paiement|d[ée]marrage des (?:actions|projets)|"
    r"mise en œuvre|bilans?|publication)(?![^\W_])",
    re.IGNORECASE,
)
"""What is done with a call and what is handed in for it, as the items of its calendar begin."""
_DECIDES: Final = re.compile(
    rf"{_OPENS}(?:(?:pr[ée][- ]?)?comit[ée]s?|copil|cotech|commissions?|jurys?|conseils?|bureau|"
    r"r[ée]unions? (?:du|de la|des) (?:jury|comit[ée]|commission|financeurs))(?![^\W_])[^.!?\n]{0,80}$",
    re.IGNORECASE,
)
_CLOSES: Final = re.compile(
    rf"{_OPENS}(?:cl[ôo]ture|d[ée]p[ôo]t|date limite|remise des (?:dossiers|projets))(?![^\W_])",
    re.IGNORECASE,
)
"""The step that a calendar of a call always tells."""
_LED: Final = re.compile(r"\W*(?:(?:du|le|les|dès le|à partir du|entre le|jusqu['’]au)\s)?", re.IGNORECASE)
_DAY_FIRST: Final = re.compile(r"^\W*(?=[^:\n]*\d)[^:\n]{3,45}\s?:\s")
"""A day before the step that it is of: `12 avril 2019 : clôture des dépôts`."""
_FEWEST: Final = 2
_AROUND: Final = 8


def set_call_steps_aside(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """The dates, those of who decides among the steps of a call as no event's."""
    return [
        replace(date, role="other", rule="step_of_call")
        if date.role == "event" and date.starts_at is None and _is_step(document, date)
        else date
        for date in dates
    ]


def _is_step(document: Document, date: DateReading) -> bool:
    line = document.block_at(date.where.start)
    if line is None or line.kind not in ("item", "cell", "paragraph", "field"):
        return False
    before = document.text[line.start : date.where.start] if date.where.start > line.start else ""
    before = f"{line.label} : {before}" if line.label else before
    if _LED.fullmatch(before) is not None:  # `du 15 au 30 avril : instruction`
        before = _words_of(document, line)
    decides = _DECIDES.match(before) is not None
    if not decides and _STEP.match(before) is None:
        return False
    index = document.index_of(line)
    beside = document.blocks[max(0, index - _AROUND) : index + _AROUND]
    alike = [b for b in beside if b is not line and b.kind in (line.kind, "field") and b.group == line.group]
    steps = sum(_STEP.match(_words_of(document, block)) is not None for block in alike)
    return steps >= _FEWEST if decides else any(_CLOSES.match(_words_of(document, block)) for block in alike)


def _words_of(document: Document, block: Block) -> str:
    words = f"{block.label} : {document.words_of(block)}" if block.label else document.words_of(block)
    return _DAY_FIRST.sub("", words)
