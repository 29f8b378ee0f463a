"""The parts of a letter or an e-mail that are no content: its head, and the sender's address under the greeting.

`De :`, `À :`, `Objet :` stand above an e-mail as it is copied; its `Date :` is when it was sent. Below `Cordialement`
stand a name, a body and its address, where nobody is invited.
"""

from __future__ import annotations

import re
from itertools import dropwhile, islice, takewhile

from extract.formats.labels import find_label
from extract.formats.lines import Line
from extract.formats.stamps import names_day

HEAD_OF_LETTER = re.compile(
    r"(?P<people>de|from|exp[ée]diteur|[àa]|to|destinataires?|cc|cci|copie)\s?:\s?\S.*|"
    r"(?P<sent>date(?: d['’]envoi)?|envoy[ée](?: le)?|sent)\s?:\s?(?=.*\d)|"
    r"(?P<subject>(?:objet|sujet|subject)\s?:\s?)(?P<words>\S.*)|pi[èe]ces? jointes?\s?:.*",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?\W*$")  # as programs write it: `Date : lundi 4 mars 2024 16:07`
_REPLY = re.compile(r"(?:(?:re|tr|fwd?)\s?:\s*|invitation\s?[:–—-]\s?)+", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:(?:bien|tr[èe]s)\s)?(?:cordialement|amicalement|respectueusement|fraternellement|sinc[èe]rement)\b.{0,40}|"
    r"(?:bien )?[àa] (?:vous|toutes et [àa] tous|tous|(?:tr[èe]s )?bient[ôo]t|(?:la semaine|l['’]ann[ée]e) prochaine)"
    r"[ ,.!]*|"
    r"(?:tr[èe]s )?(?:bonne|belle) (?:r[ée]ception|journ[ée]e|semaine|fin de journ[ée]e)\b.{0,40}",
    re.IGNORECASE,
)
_REGARDS = re.compile(r".{0,120}\b(?:salutations|sentiments|consid[ée]ration|hommages)\b.{0,60}", re.IGNORECASE)
_REGARDS_WORDS = ("salutations", "sentiments", "considération", "consideration", "hommages")
_OPENS_LETTER = re.compile(
    r"(?:bonjour|bonsoir|mesdames|messieurs|madame|monsieur|ch[èe]re?s?|coll[èe]gues)(?![^\W_])|"
    r"-{2,}\s?(?:message|forwarded)",
    re.IGNORECASE,
)
"""Words by which a letter begins."""
# The line above a letter that is quoted below its answer, up to the end.
_QUOTES = re.compile(r"(?:>\s?)?Le\s.*\d.*\ba [ée]crit\s?:", re.IGNORECASE)
_FIRST_LINES, _LONGEST, _MOST_LINES, _LINES_TO_OPENING = 12, 90, 10, 2


def read_letter(lines: list[Line]) -> str:
    """Set aside the heads and signatures of letters among the lines; the subject of the first, or nothing."""
    subject = _read_head(lines[:_FIRST_LINES])
    for index, line in enumerate(lines):
        quotes = line.text.endswith(":") and _QUOTES.fullmatch(line.text) is not None and names_day(line.text)
        if quotes and any(map(_is_answer, lines[:index])):
            for quoted in lines[index + 1 :]:
                quoted.kind = "furniture"
        if line.kind == "paragraph" and len(line.text) <= 2 * _LONGEST and _is_greeting(line.text):
            for signed in takewhile(_is_signature, lines[index + 1 : index + 1 + _MOST_LINES]):
                signed.kind = "furniture"
    return subject


def _is_answer(line: Line) -> bool:
    """Whether a line above a quoted letter answers it: where none does the letter was only sent on."""
    return line.kind in ("paragraph", "item") and HEAD_OF_LETTER.match(line.text) is None


def _is_greeting(text: str) -> bool:
    """Whether a line is the greeting at the end of a letter."""
    if _GREETING.fullmatch(text):
        return True
    lower = text.lower()
    return any(word in lower for word in _REGARDS_WORDS) and _REGARDS.fullmatch(text) is not None


def _read_head(lines: list[Line]) -> str:
    """Name the lines of a mail's head: people are set aside, `Date :` becomes the day on which it was sent."""
    found = [(line, match) for line in lines if (match := HEAD_OF_LETTER.match(line.text))]
    people = [line for line, match in found if match["people"]]
    subject = next((match["words"] for _, match in found if match["subject"]), "")
    clocked = bool(subject) and any(match["sent"] and _CLOCK.search(line.text) for line, match in found)
    if len(found) > 1 and (people or clocked or (subject and _greets_below(lines, found[-1][0]))):
        for line in people:
            line.kind = "furniture"
        for line, match in found:
            if match["sent"]:
                line.kind, line.label, line.value_at = "field", "Envoyé le", match.end()
    return _REPLY.sub("", subject, count=1).strip() if found else ""


def _greets_below(lines: list[Line], last: Line) -> bool:
    """Whether right below the head of a letter somebody is greeted, or the letter that was sent on begins.

    `Date : 21/05/2024` / `Bonjour à tous,`
    """
    below = islice(dropwhile(lambda line: line is not last, lines), 1, 1 + _LINES_TO_OPENING)
    return any(_OPENS_LETTER.match(line.text) is not None for line in below)


def _is_signature(line: Line) -> bool:
    """Whether a line below a greeting can belong to the sender's name and address: short, without day or label."""
    if line.kind not in ("paragraph", "item") or len(line.text) > _LONGEST or names_day(line.text):
        return False
    label = find_label(line)
    return not line.text.endswith(":") and (label is None or _is_contact(label.label))


def _is_contact(label: str) -> bool:
    return label.lower().startswith(("adresse", "contact"))
