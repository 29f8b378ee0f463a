"""Days that a page names beside those of its own event: of a file to download, of a former meeting it tells of.

A former meeting is told in the pluperfect (`la première, organisée le 5 octobre, avait réuni …`) or by its papers
(`le compte rendu de la réunion du 9 juin`). It is past only where the page names a later day: a report may speak of
its own event by its papers.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from extract.dates.cues import EVENT_WORDS
from extract.dates.leaning_words import AGREED_THEN, SAID_THEN
from extract.document import Block, Document
from extract.events.days.head_stamps import is_leaf_of_meeting
from extract.events.days.years_told import give_told_years
from extract.events.page.kinds import is_report_by_title, names_minutes, opens_minutes
from extract.events.states.of_day import MOVES
from extract.matching.leaping import compile_leaping
from extract.records import DateReading, DateRole
from extract.sentences import find_sentence

_SIZE: Final = r"\d+(?:[.,]\d+)?\s?(?:[kmg]o|[kmg]i?b|octets?)(?![^\W_])"
_FORMAT: Final = (
    r"(?:\s|[-–—|,;:()/.]|le|du|format|fichier|pdf|docx?|odt|xlsx?|pptx?|jpe?g|png|mis à jour|mis en ligne)*"
)
_SIZE_BEFORE: Final = re.compile(rf"{_SIZE}{_FORMAT}$", re.IGNORECASE)
_SIZE_AFTER: Final = re.compile(rf"{_FORMAT}{_SIZE}", re.IGNORECASE)
"""The size of a file right before or after a day: it is the day of the file (`(format pdf - 312 ko - 18/10/2018)`)."""
_QUOTED: Final = re.compile(
    r"(?:\s?[àa]\s\d{1,2}[:h]\d\d)?,?\s(?:[^.;!?\d]|(?<=\s[A-ZÀ-Ý])\.){3,60}\sa écrit\s?:", re.IGNORECASE
)
"""What stands behind the day of a letter that is quoted in its answer: `Le 12 janv. à 10:02, Paul a écrit :`."""
_POSTED: Final = re.compile(
    r"[A-ZÀ-Ý][^\W\d_]*(?:[ .'’-]{1,2}[^\W\d_]+){0,3}\.?\s?[–—|•·-]{1,2}\s?(?:le\s)?(?:[^\W\d_]+di\s)?"
    r"(?:\d{1,2}|1er)(?:\s[^\W\d_]{3,9}\s|/\d\d/)20\d\d,?\s(?:à\s)?\d{1,2}:\d\d"
)
"""Who wrote, with the minute: the line over what was posted (`Ghislaine P. -- 9 mai 2023, 21:14`)."""
_OF_ISSUE: Final = re.compile(r"(?<![^\W_])(?:n°|no|num[ée]ro)\s?\d{1,4}\s*[•·|,–—-]+\s*(?:le\s|du\s)?$", re.IGNORECASE)
"""What stands before the day of a newsletter in its head: `La Gazette, n° 58 • 5 avril 2022`."""
_PAPER: Final = compile_leaping(
    r"(?<![^\W_])(?:comptes?[- ]rendus?|relev[ée]s? de (?:conclusions|d[ée]cisions)|proc[èe]s[- ]verb(?:al|aux)|"
    r"(?:p\.?v|c\.?r)(?![^\W_])\.?|actes|bilans?|synth[èe]ses?|supports?|diaporamas?|enregistrements?|replays?|captations?|"
    r"vid[ée]os?|photos?|"
    r"retours? (?=sur)|apr[èe]s (?=l['’]|(?:une?|la|les?|deux|trois|notre|nos) )|"
    r"(?:faisant |font |fait )?suites? (?=[àa])|prolongements? (?=d)|lors d|depuis|d[ée]cid[ée]e?s? (?=lors))"
    rf"[^.;:!?\n]{{0,60}}(?<![^\W_])(?:{EVENT_WORDS}|[ée]ditions?)(?![^\W_])"
    r"(?:[^.;:!?\n\d]|(?<!\d)(?:19|20)\d\d(?!\d)){0,40}$",
    re.IGNORECASE,
)
_OWN_CLAUSE: Final = re.compile(
    r"(?:(?:faisant |font |fait )?suites?|apr[èe]s|lors|depuis)\s[^,]*,\s"
    r"(?:(?:l[ae]s?|une?|notre|nos|cette)\s|l['’])",
    re.IGNORECASE,
)
"""A cause, and a meeting told in the clause behind it: `Suite à l'alerte météo, la soirée du`."""
_LOOKS_BACK: Final = re.compile(r"\W*retours? (?:en images )?sur\s", re.IGNORECASE)
_ONE_BEFORE: Final = compile_leaping(
    r"(?<![^\W_])(?:suite|succ[èe]d\w+|remplac\w+|compl[èe]t\w+|prolong\w+|comme|depuis|apr[èe]s|"
    r"pr[ée]c[ée]dente?s?,|derni(?:er|[èe]re)s?,)\s(?:[àa]\s)?"
    r"(?:celles?|celui|ceux)\s(?:du|de|des)\s(?:le\s)?$",
    re.IGNORECASE,
)
"""What points to another of its kind: `cette convention fait suite à celle du` 4 juillet 2016."""
_PLUPERFECT: Final = compile_leaping(
    r"(?<![^\W_])(?:avai(?:t|ent)|s['’](?:était|étaient))\s(?:\w+\s)?\w+(?:ée?s?|ie?s?|ue?s?|it|is|ert)(?![^\W_])",
    re.IGNORECASE,
)
_AFTER_TOWN: Final = compile_leaping(
    r"(?<![^\W_])[aA]pr[èe]s (?:[àa] )?(?=[A-ZÀ-Ý])"
    r"(?:(?!,\s(?:l(?:es?|a|['’])|nous|on|ce|c['’]est|notre|cap|place|direction)(?![^\W_])(?!\s(?:\d|\w+di\s)))[^.;:!?]){2,120}$"
)
"""Where it stopped before: `à Péronne, après Noyon le 3 février et Albert le 7 avril`.

Behind the comma of `Après Noyon le 3 février, le cycle passe par` is told where it stops next."""
_RECORDED: Final = compile_leaping(
    r"(?<![^\W_])(?:[àa] (?:revoir|r[ée][ée]couter)|en replays?|en podcasts?|rediffus\w+)(?![^\W_])[^()–—]*$",
    re.IGNORECASE,
)
"""What can be seen again has been."""
_RECORDED_BEHIND: Final = re.compile(
    r"\s?\([^()]{0,20}(?:replays?|podcasts?|[àa] revoir|[àa] r[ée][ée]couter)[^()]{0,20}\)", re.IGNORECASE
)
"""What says so right behind a day: `10 mars (en replay)`."""
_AGREED: Final = compile_leaping(AGREED_THEN, re.IGNORECASE)
_SAID: Final = compile_leaping(SAID_THEN, re.IGNORECASE)
_POINTS_BACK: Final = (
    (_AGREED, "agreed_then"),
    (_SAID, "said_then"),
    (_ONE_BEFORE, "one_before"),
    (_AFTER_TOWN, "former_stop"),
    (_RECORDED, "recorded"),
)
"""Words before a day that make it one of the past, each with its rule."""
_WAS_MADE: Final = re.compile(
    r"(?!(?:pr[ée]vu|organis|programm|annonc|fix|planifi|report|repouss|d[ée]cal|avanc|maintenu|tenu|initi)[ée]?e?s?\b)"
    r"[A-ZÀ-Ý][a-zà-ÿ]{3,}(?:é|i|u|it|is|ert)e?s?\s"
    r"(?!(?:a|ont|avai\w+|est|sont|[ée]tai\w+|fut|furent|se)(?![^\W_]))"  # a name before its verb: `Beauvais a reçu`
    r"(?:«[^«»]{3,80}»\s|[^.;:!?,«\d]{0,80}\s)?(?:le|en date du)\s?$",
    re.IGNORECASE,
)
"""A sentence that opens with what was done to its subject on a day: `Labellisée « Cité éducative » le 7 mars 2017`."""
# From its first day to its last: `Commencée le 6 novembre, la formation s'est achevée le 27`.
_UP_TO_END: Final = re.compile(
    r",\s[^.;:!?,\d]{3,60}?(?:s['’](?:est|[ée]tait)\s(?:achev|termin|conclu|clos|fini)|a pris fin|prendra fin)",
    re.IGNORECASE,
)
_HAD_BEEN_OFF: Final = re.compile(
    r"(?<![^\W_])[ée]ditions?(?![^\W_])[^.;!?]{0,80}\savai(?:t|ent)\s(?:\w+ment\s)?(?:d[ûu]\s[êe]tre|[ée]t[ée])\s"
    r"(?:annul|report)",
    re.IGNORECASE,
)
"""An earlier edition that was called off: `L'édition 2020, prévue le 12 septembre, avait dû être annulée`."""
_PLANNED: Final = re.compile(r"pr[ée]vu|programm|annonc[ée]|initialement|annul", re.IGNORECASE)
_AND: Final = re.compile(
    r",?\s(?:et|ou|puis|ainsi que)\s(?:(?:celles?|ceux|celui)\s)?(?:(?:du|des|de|le|les)\s)?", re.IGNORECASE
)
"""What joins two days of one list."""
_FOR_EACH: Final = re.compile(r"\spour\s[^.;:,\n]{2,40}(?:,|\set)\s(?:le\s)?", re.IGNORECASE)
"""What joins two days that are each told for something: `le 26 avril pour l'une, le 10 juin pour l'autre`."""
_THAT_OF: Final = re.compile(
    r",?\set\s(?:celles?|celui|ceux)\s(?:de|du|des|d['’])\s?[^.;:()\n\d]{2,80},?\s(?:le\s)?", re.IGNORECASE
)
"""What joins two days of things of one kind: `celui de Cambrai, paraphé le 22 mars, et celui d'Arras, le 5 avril`."""
_AT_EACH: Final = re.compile(
    r"\s(?:[àa]|aux?|en|chez|dans)\s[^.;:()\n\d]{2,50}?(?:,|,?\set(?: enfin)?|\spuis)"
    r"\s(?:(?:celles?|celui|ceux)\s)?(?:(?:les?|du|des)\s)?",
    re.IGNORECASE,
)
"""What joins two days that are each told for a place: `le 14 mars à Hazebrouck et le 11 avril à Bailleul`."""
_WITH_PLACE: Final = re.compile(
    r"\s?\([^()\n\d]{2,50}\)(?:,|,?\s(?:et|puis|ou))\s(?:(?:celles?|celui|ceux)\s)?(?:(?:les?|du|des)\s)?",
    re.IGNORECASE,
)
"""What joins two days, each with its place in brackets: `des 13 novembre (Valenciennes) et 11 décembre (Dunkerque)`."""
_JOINTS: Final = (_AND, _FOR_EACH, _AT_EACH, _THAT_OF, _WITH_PLACE)
_COMMA: Final = re.compile(r",\s(?:(?:le|les)\s)?")
_REACH: Final = 140
_OF_REPORT: Final = ("former_meeting", "paper_of_former_meeting")
"""How a page that looks back by its title tells of its own meeting, which is the first that it names."""
_LONG_BEFORE: Final = 150
"""Days before a page came out from which on even the last meeting it names is only what something came from."""
_SOON: Final = 31
"""Days after a meeting within which its report is written."""


_MEETING_OF: Final = re.compile(
    rf"\W*(?:{EVENT_WORDS})(?:\s(?!du\s)[^\W\d_][\w'’-]*){{0,4}}\s(?:du|de)\s(?:[^\W\d_]+di\s)?\d", re.IGNORECASE
)
_HEAD_OF_MINUTES: Final = 6
"""Lines of a paper within which minutes say of which meeting they are."""
_LETTER: Final = re.compile(
    r"\W*(?:[ÀA] )?[A-ZÀ-Ý][\w'’-]*(?:[ -](?:(?:sur|sous|en|de|du|des|la|le|les|lès|lez|l['’]|"
    r"d['’])[ -]?)*[A-ZÀ-Ý][\w'’-]*){0,3},? le\s*"
)
"""What stands before the day that dates a letter, on a line of their own: `Arras, le 17 septembre 2020`."""
_SENT: Final = "Envoyé le"
"""What the day is called on which a mail was sent, however its head calls it."""
_DATELINE: Final = re.compile(_LETTER.pattern.replace(",? le", ",(?: le)?"))
_BEHIND_DATELINE: Final = re.compile(r"\s?[–—.-]\s(?=[A-ZÀ-Ý«])")
_LONG_TEXT: Final = 60
"""Characters behind a day and its dash from which on they are a text, and not what takes place on it."""
_GREETING: Final = re.compile(
    r"\W*(?:ch(?:er|[èe]re)s?|madame|monsieur|mesdames|messieurs|bonjour|bonsoir)(?![^\W_])", re.IGNORECASE
)
_BARE: Final = re.compile(
    r"(?:le )?(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?(?:1er|\d{1,2}) [^\W\d_]+ \d{4}|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}",
    re.IGNORECASE,
)
"""A day without weekday and hours, as an article is dated at its foot."""


def settle_told(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """The dates of events, those of files and of former meetings set apart."""
    letter = _find_letter(document, dates)
    days = [date for date in dates if date.role == "event" and date.precision == "day"]
    last = max((date.last_day for date in days), default=None)
    published = max((d.last_day for d in dates if d.role == "publication" and d.precision == "day"), default=None)
    last = None if last and published and (published - last).days > _LONG_BEFORE else last  # none of them is its own
    settled = []
    held = _day_of_minutes(document, days)
    own = min(days, key=lambda date: date.where.start, default=None) if is_report_by_title(document) else None
    for date in give_told_years(document, dates):
        if held is not None and date.role == "event" and date.last_day < held and date.ends_at is None:
            settled.append(replace(date, role="past", rule="before_minutes"))
            continue
        rule = _tell(document, date, is_last=date.last_day == last) if date.role == "event" else None
        of_report = own is not None and date.where.start == own.where.start
        rule = None if rule and of_report and rule[1] in _OF_REPORT else rule
        rule = ("publication", "date_of_letter") if date is letter else rule
        settled.append(replace(date, role=rule[0], rule=rule[1]) if rule else date)
    return _share_roles(document, settled)


def _day_of_minutes(document: Document, days: list[DateReading]) -> dt.date | None:
    """The day of the meeting whose minutes a paper is, by the line that says so or one beside it; None in others."""
    head = document.first_lines(_HEAD_OF_MINUTES)
    number = next((n for n, block in enumerate(head) if names_minutes(document, block)), None)
    lines = [head[number], *head[:number], *head[number + 1 :]] if number is not None else []
    if lines and not opens_minutes(document.words_of(lines[0])):  # `Comité X – Compte rendu` may tell of several days
        lines = [line for line in lines if line is lines[0] or line.kind == "field" or _is_of_meeting(document, line)]
    return next((d.first_day for line in lines for d in days if line.start <= d.where.start < line.end), None)


def _is_of_meeting(document: Document, line: Block) -> bool:
    """Whether a line opens with the meeting and its day: `Réunion du 6 décembre 2018, Beauvais`."""
    return _MEETING_OF.match(document.text, line.start, line.end) is not None


def _share_roles(document: Document, dates: list[DateReading]) -> list[DateReading]:
    """Days told in one list with a day that is no event's are none either (`les replays du 5 mars et du 2 avril`)."""
    shared = sorted(dates, key=lambda date: date.where.start)
    for index, (one, other) in enumerate(pairwise(shared), start=1):
        told = shared[index - 1].role
        if other.role != "event" or told == "event" or one.precision != other.precision or other.starts_at is not None:
            continue
        joined = (joint.fullmatch(document.text, one.where.end, other.where.start) for joint in _JOINTS)
        if any(joined) or _in_brackets(document, one, other):
            shared[index] = replace(other, role=told, rule="listed_with_such")
    return shared


def _in_brackets(document: Document, one: DateReading, other: DateReading) -> bool:
    """Whether two days are listed in one bracket, which tells more of what stands before it: `(3 mars, 9 juin)`."""
    opening = document.text.rfind("(", max(0, one.where.start - _REACH), one.where.start)
    listed = _COMMA.fullmatch(document.text, one.where.end, other.where.start) is not None
    return listed and opening >= 0 and ")" not in document.text[opening : other.where.start]


def _find_letter(document: Document, dates: list[DateReading]) -> DateReading | None:
    """The day of a letter: a town and a day without hours are one line, and no other line is like it.

    It comes before the day of a meeting, or right after it at the head or foot of a report; a schedule has several such
    lines.
    """
    found = [d for d in dates if d.role == "event" and d.starts_at is None and _is_letter_line(document, d)]
    if len(found) != 1 or _is_one_of_several(document, found[0], dates):
        return None
    if is_leaf_of_meeting(document, found[0], tuple(dates)):
        return None
    others = [d for d in dates if d.role == "event" and d is not found[0]]
    later = any(d.first_day > found[0].last_day for d in others)
    block = document.block_at(found[0].where.start)
    signs = block is not None and (_is_at_the_foot(document, block) or _is_at_the_head(document, block))
    just = signs and any(0 < (found[0].first_day - d.last_day).days <= _SOON for d in others)
    return found[0] if later or just else None


def find_day_of_sending(document: Document, written: tuple[DateReading, ...]) -> DateReading | None:
    """The day on which a mail or a letter was sent, by its label or by its one line of a town and a day; or None.

    Days without a year are counted from it, so it is asked for before they are read.
    """
    single = [d for d in written if d.precision == "day" and d.first_day == d.last_day]
    blocks = ((date, document.block_at(date.where.start)) for date in single)
    sent = next((date for date, block in blocks if block is not None and block.label == _SENT), None)
    if sent is not None:
        return sent
    lines = [date for date in single if date.starts_at is None and _is_letter_line(document, date)]
    return lines[0] if len(lines) == 1 else None


def _is_one_of_several(document: Document, date: DateReading, dates: list[DateReading]) -> bool:
    """Whether a day is all its line says, as another one's does: `Lens` / `Salle Foch` / `5 mars 2020`.

    Or its town besides, as before two days: `Amiens, jeudi 1er et vendredi 2 février`.
    """
    runs = [d for d in dates if d.role == "event" and d.starts_at is None and d.first_day != d.last_day]
    if any(_is_letter_line(document, d) for d in runs):
        return True
    block = document.block_at(date.where.start)
    if block is None or _BARE.fullmatch(document.words_of(block).strip(" .,")) is None:
        return False
    others = (document.block_at(d.where.start) for d in dates if d.role == "event" and d is not date)
    return any(o is not None and o is not block and _BARE.fullmatch(document.words_of(o).strip(" .,")) for o in others)


def _is_letter_line(document: Document, date: DateReading) -> bool:
    block = document.block_at(date.where.start)
    if block is None or block.kind not in ("paragraph", "lead"):
        return False
    head = document.text[block.start : date.where.start] + ("le " if date.text.startswith("le ") else "")
    if document.text[date.where.end : block.end].strip(" .,"):
        return _opens_letter(document, block, date)
    return _LETTER.fullmatch(head) is not None or (
        (_is_at_the_foot(document, block) or _is_above_title(document, block) or _is_above_greeting(document, block))
        and _BARE.fullmatch(head + date.text) is not None
    )


def _opens_letter(document: Document, block: Block, date: DateReading) -> bool:
    """Whether a town and a day are set before the first words of a text: `Amiens, 8 janvier 2025 – Le collectif …`."""
    head = document.text[block.start : date.where.start]
    if not _DATELINE.fullmatch(head + ("le " if date.text.startswith("le ") else "")):
        return False
    text = _BEHIND_DATELINE.match(document.text, date.where.end, block.end)
    return text is not None and block.end - text.end() >= _LONG_TEXT


def _is_above_greeting(document: Document, block: Block) -> bool:
    """Whether the line below greets those to whom a letter is written: `Chère présidente,`."""
    below = next((other for other in document.blocks if other.start >= block.end and other.kind != "furniture"), None)
    return below is not None and _GREETING.match(document.words_of(below)) is not None


def _is_above_title(document: Document, block: Block) -> bool:
    """Whether a line stands in the head of a letter, above what it is called."""
    title = next((other for other in document.blocks if other.kind == "title"), None)
    return title is not None and block.end <= title.start


def _is_at_the_head(document: Document, block: Block) -> bool:
    """Whether a block is one of the first two lines, what the paper is called left out where that is known."""
    lines = [other for other in document.blocks if other.kind not in ("furniture", "title")]
    return block in lines[:2]


def _is_at_the_foot(document: Document, block: Block) -> bool:
    """Whether a block is the last that is read."""
    return all(other.kind == "furniture" for other in document.blocks if other.start > block.start)


def _tell(document: Document, date: DateReading, *, is_last: bool) -> tuple[DateRole, str] | None:
    """The role of a day that is not the page's own, with the rule; None where nothing says so."""
    block = document.block_at(date.where.start)
    if block is None:
        return None
    before = document.text[max(block.start, date.where.start - _REACH) : date.where.start]
    after = document.text[date.where.end : min(block.end, date.where.end + _REACH)]
    written = _tell_of_writing(date, document.words_of(block), before, after)
    if written is not None or is_last or date.ends_at is not None:
        return written
    start, end = find_sentence(document.text, date.where.start, block.start, block.end)
    of_page = block.kind == "title" or names_minutes(document, block) or _opens_report(document, block)
    paper = None if of_page else _PAPER.search(document.text[max(start, date.where.start - _REACH) : date.where.start])
    if paper is not None and not _OWN_CLAUSE.match(paper.group()):
        return "past", "paper_of_former_meeting"
    lead = document.text[start : date.where.start] + ("le " if date.text.startswith("le ") else "")
    attribute = date.rule == "day" and document.text[date.where.end :][:1] == ","
    if attribute and not _UP_TO_END.match(document.text, date.where.end, end) and _WAS_MADE.fullmatch(lead):
        return "past", "attribute"
    near = max(start, date.where.start - 2 * _REACH)
    pointed = next((rule for words, rule in _POINTS_BACK if words.search(document.text, near, date.where.start)), None)
    pointed = pointed or ("recorded" if _RECORDED_BEHIND.match(after) else None)
    if pointed == "former_stop" and document.published and date.first_day >= document.published.value.date():
        pointed = None  # a tour that is still to begin
    if pointed is not None:
        return "past", pointed
    # Who tells the hour tells of his own meeting: `Rendez-vous avait été donné jeudi à 17h30`.
    return ("past", "former_meeting") if date.starts_at is None and _tells_back(document.text[start:end]) else None


def _tell_of_writing(date: DateReading, line: str, before: str, after: str) -> tuple[DateRole, str] | None:
    """The role of a day on which a letter, a file, an issue or a post was written; None where nothing says so."""
    if _QUOTED.match(after):
        return "other", "quoted_letter"
    if date.starts_at is None and (_SIZE_BEFORE.search(before) or _SIZE_AFTER.match(after)):
        return "other", "day_of_file"
    if _POSTED.fullmatch(line) or (_OF_ISSUE.search(before) and not after.strip(" .|•·")):
        return "publication", "posted"
    return None


def _opens_report(document: Document, block: Block) -> bool:
    """Whether a block is a short first line under the title that says what the page itself looks back on."""
    if not _LOOKS_BACK.match(document.text, block.start, block.end) or block.end - block.start > _REACH:
        return False
    return block == next((b for b in document.blocks if b.kind not in ("furniture", "title")), None)


@lru_cache(maxsize=64)
def _tells_back(sentence: str) -> bool:
    """Whether a sentence tells of a former meeting; it is asked about for each of its days."""
    if _HAD_BEEN_OFF.search(sentence):
        return True
    return _PLUPERFECT.search(sentence) is not None and not _PLANNED.search(sentence) and not MOVES.search(sentence)
