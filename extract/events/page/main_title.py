"""What the event of a page is called: by the title of the page, or below it where the title only says what paper it is.

`Invitation`, `Compte rendu`, `Bulletin d'inscription` and `Journée régionale` are the title of many papers and the name
of none. The line below names the event, or the sentence that invites to it; so does the first line of an old page whose
title stands in its head only and names the site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from extract.dates.lexicon import fold
from extract.document import Block
from extract.events.page.announcing import is_of_call
from extract.events.page.event_nouns import VAGUE, find_first_noun, find_nouns
from extract.events.page.event_types import find_title_noun, is_offered
from extract.events.page.nameless import names_nothing
from extract.events.page.naming import TYPES
from extract.events.page.titles_of_papers import is_of_writer, name_paper
from extract.events.page.told_names import (
    capitalise,
    find_told_name,
    name_in_full,
    name_in_news,
    name_of,
    name_on_call,
    tells_news,
)
from extract.events.parts import Parts, standing_between
from extract.records import DateReading, EventReading
from extract.titles import find_title_evidence

_PAPER: Final = (
    r"(?:fiche|bulletin|formulaire|coupon|talon)s?(?: (?:d['’]inscription|de participation|r[ée]ponse))?|"
    r"invitations?(?: (?:[àa] la |de )?presse(?: et \w+)?)?|"
    r"convocations?|comptes?[- ]rendus?|ordres? du jour|relev[ée]s? de (?:d[ée]cisions?|conclusions?)|"
    r"proc[èe]s[- ]verba(?:l|ux)|save the date|[àa] vos agendas|programmes?|plaquettes?|flyers?|affiches?|documents?|"
    r"dossiers? (?:d['’]inscription|de candidature)|l['’]essentiel(?: d[eu])?|"
    r"communiqu[ée]s? de presse|nouvelles? dates?|changements? (?:de |d['’])\w+(?: pour [^.:]{3,30})?|rappel|"
    r"votre (?:convocation|inscription|invitation)|(?:fiche|convocation) (?:de|[àa] (?:une|la)) formation|"
    r"(?:session|n\s?°|r[ée]f\.?)\s?[\d/-]{1,12}|\d[\d/-]{1,12}"
)
_SCOPE: Final = (
    r"(?:inter)?(?:r[ée]gion|d[ée]partement|commun|territori|nation)\w+|annuel\w*|locale?s?|"
    r"th[ée]matique?s?|gratuite?s?"
)
_KIND: Final = "|".join(pattern for kind, pattern in TYPES if kind not in ("cycle", "fête"))
_SAYS_NO_NAME: Final = re.compile(
    rf"\W*(?:(?:{_PAPER})(?: [àa] (?:un|une|la|l['’]))?\W*)*(?:(?:{_KIND})\s+(?:{_SCOPE})\W*)?(?:{_PAPER})?\W*",
    re.IGNORECASE,
)
_ONLY_KIND: Final = re.compile(
    rf"\W*(?:{_KIND}|r[ée]unions? (?:publiques?|d['’]informations?)|cycles? de qualification)\W*", re.IGNORECASE
)
"""The largest line of a flyer that tells its kind, and the next its name: `RÉUNION PUBLIQUE`."""
_INVITES_TO: Final = re.compile(
    rf".{{3,80}}\s(?:invit|convi|propos)\w+\s(?:à\s|au\s)?(?:une?|son|sa|la|le|l['’]|notre|leur)?\s*"
    rf"(?:prochaine?\s|premi[èe]re?\s|nouve\w+\s)?(?:{_KIND})\W*",
    re.IGNORECASE,
)
"""A title that invites to a kind of event and leaves its name to the next line."""
_NO_NAME_LINE: Final = re.compile(
    r"\s*[(\[☐□]\s{0,2}[)\]☐□]?\s|\W*(?:\d{1,2}\s?h|point\s\d|tou(?:s|tes)\s|"
    r"madame|mesdames|monsieur|messieurs|bonjour|ch[èe]re?s?|objet|pr[ée]sents?|excus[ée]s?|[àa] (?:renvoyer|"
    r"retourner|l['’]attention)|lieu|date|horaires?|contact|adresse|t[ée]l|vous |nous |j['’]|je |par |"
    r"avec |.*(?<![^\W_])(?:convi|invit)\w|.*\.$)",
    re.IGNORECASE,
)
_IS_SENTENCE: Final = re.compile(
    r"(?<![^\W_])(?:se|s['’](?:est|effectu\w+)|est|sont|sera|seront|a|ont|nous|vous)(?![^\W_])|https?:|@", re.IGNORECASE
)
"""What no line has that names an event, whatever it begins with: `L'inscription se fait en ligne`."""
_ONLY_COUNTS: Final = re.compile(
    r"\W*(?:(?:les?|nos|vos|ces)\s)?(?:une?|deux|trois|quatre|cinq|six|\d{1,2}|plusieurs|prochaine?s|dates? des)\s"
    r"(?:sessions?|dates?|s[ée]ances?|cr[ée]neaux|modules?|journ[ée]es?|jours?|groupes?|lieux|sites?|temps)"
    r"(?:\s(?:au choix|possibles?|propos[ée]+s?|"
    r"pr[ée]vue?s?|programm[ée]+s?|disponibles?|identiques?|[àa] venir)){0,2}\W*",
    re.IGNORECASE,
)
"""A line over days that says how many there are: `Deux sessions au choix`."""
_MEETS: Final = re.compile(
    r"\W*(?:(?:le|les|notre)\s)?(?:r[ée]seau|conseils? citoyens?|collectif)(?![^\W_])", re.IGNORECASE
)
_MINUTES: Final = re.compile(
    r"\W*(?:comptes?[- ]rendus?|relev[ée]s?|proc[èe]s[- ]verba|ordres? du jour|convocation|"
    r"(?:s[ée]ance|r[ée]union|rencontre|pl[ée]ni[èe]re)s? du )",
    re.IGNORECASE,
)
# What leads to the name in the next line: `inscrite au stage suivant :`, `vous convier à la formation`, `Intitulé`.
_LEADS_TO_NAME: Final = re.compile(
    rf".*(?:(?:{_KIND})(?:\s(?:suivante?s?|intitul[ée]+s?))?|intitul[ée]|titre|th[èe]me|objet)\s?:?\s*", re.IGNORECASE
)
_DATED_NAME: Final = re.compile(
    r"[^\W\d_]+(?:\s[^\W\d_]+){0,2}\sdu\s(?:[^\W\d_]+\s)?\d{1,2}(?:er)?\s[^\W\d_]+(?:\s\d{4})?\s?[–—:-]\s(?=[^\W\d_])",
    re.IGNORECASE,
)
_PRESS: Final = re.compile(r"\W*communiqu[ée]s? de presse\W*", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"\s*\((?:r[ée]f|code|session|n\s?°)[^()]*\)\s*$", re.IGNORECASE)
_SHORTHAND: Final = frozenset(("slug", "subject"))
"""Where titles say in short what the text says in full: the words of an address, the subject of a mail."""
_FIRST_LINES: Final = 2
_LINES_BELOW: Final = 10
_LONGEST: Final = 160
_SHORTEST_WORDS: Final = 2
_MOST_LINES: Final = 2


def find_main_title(parts: Parts, dates: Sequence[DateReading]) -> str:
    """The name of the page's event: its title, else the line or the words below that name it, else the title again."""
    title = parts.page.title
    shorthand = parts.document.title_rule in _SHORTHAND
    if shorthand and (told := name_in_full(parts, title, dates)):
        return told
    if tells_news(title) and (told := name_in_news(parts, title, dates)):
        return told
    if is_of_writer(parts, title) and (call := _call_below(parts)) is not None:
        title = call
    if is_of_call(title) and (told := name_on_call(parts, title, dates)):
        return f"{told} – {title}"
    if named := _name_below_kind(parts, title) or name_paper(parts, title) or _meeting_of_body(parts, title):
        return named
    if title and not (_leaves_name_open(title) or _is_of_site(parts, title) or is_of_writer(parts, title)):
        return title
    below = _find_blocks_below(parts)
    if led := _find_led_to(parts, below):
        return led
    heads = [title, *map(parts.document.words_of, below[:_FIRST_LINES])]
    press = any(_PRESS.fullmatch(words) for words in heads)
    if press or not title or is_of_writer(parts, title):
        headline = next((b for b in below if _is_headline(parts, b, dated=not press)), None)
        if headline is not None:
            return parts.document.words_of(headline)
    named = _find_line(parts, title, below) or _find_words(parts, below) or _find_heading(parts, title, below)
    return named or title


def _call_below(parts: Parts) -> str | None:
    """The line below who writes that tells which call a paper is about: `Contrat de ville – Appel à projets 2026`."""
    for block in _find_blocks_below(parts)[:_FIRST_LINES]:
        words = parts.document.words_of(block)
        if block.end - block.start <= _LONGEST and is_of_call(words) and not words.rstrip().endswith((".", ":", ",")):
            return words
    return None


def call_by_text(parts: Parts, event: EventReading, dates: Sequence[DateReading]) -> EventReading:
    """The one event of a page, called as its text calls it where its title is only who writes."""
    if event.title and not (is_of_writer(parts, event.title) and _may_be_renamed(parts, event)):
        return event
    told = find_told_name(parts, dates) if event.title else find_told_name(parts, dates, sure=0.0)
    if told is None:
        return event
    proof = find_title_evidence(parts.document, told)
    kept = tuple(e for e in event.evidence if e.field != "title")
    noun = find_title_noun(told)
    kind = noun.kind if noun is not None and noun.kind not in VAGUE else event.event_type
    return replace(event, title=told, event_type=kind, evidence=(proof, *kept))


def tells_of_many(parts: Parts, dates: Sequence[DateReading]) -> bool:
    """Whether a page is a letter or a rubric with each of several days in an item of its own: none of them names it."""
    if not names_nothing(parts.page.title):
        return False
    blocks = {parts.block_of(date.where.start) for date in dates}
    return len(blocks) > 1 and all(block is not None and block.kind in ("item", "cell") for block in blocks)


def _may_be_renamed(parts: Parts, event: EventReading) -> bool:
    """Whether one name may stand for all that an event holds: a letter with days in many lines tells of many things."""
    if not names_nothing(event.title):
        return event.title == parts.page.title
    return len({parts.block_of(session.date.where.start) for session in event.sessions}) <= _MOST_LINES


def _meeting_of_body(parts: Parts, title: str) -> str | None:
    """The meeting of a body whose name stands at the head of its minutes: `Séance – Conseil citoyen d'Isle`."""
    if find_title_noun(title) is not None or _MEETS.match(title) is None or ":" in title:
        return None  # `Conseil citoyen : compte rendu`
    for block in _find_blocks_below(parts)[:_FIRST_LINES]:
        words = parts.document.words_of(block)
        noun = find_title_noun(words) if _MINUTES.match(words) else None
        if noun is not None:
            return f"{words[noun.start : noun.end].capitalize()} – {title}"
    return None


def _find_heading(parts: Parts, title: str, below: list[Block]) -> str | None:
    """The heading that a page opens with, where its title names the site or says it in other words."""
    head = next((b for b in below if b.kind == "heading"), None)
    if head is None or head is not below[0] or not _is_of_site(parts, title) or not _may_be_name(parts, head):
        return None
    return parts.document.words_of(head)


def _leaves_name_open(title: str) -> bool:
    return _SAYS_NO_NAME.fullmatch(title) is not None or _INVITES_TO.fullmatch(title) is not None


def _name_below_kind(parts: Parts, title: str) -> str | None:
    """The title of a print that is but its kind, with the line below it: `RÉUNION PUBLIQUE : L'avenir du port`."""
    below = next(iter(_find_blocks_below(parts)), None)
    if below is None or parts.document.title_rule != "largest type" or _ONLY_KIND.fullmatch(title) is None:
        return None
    if _SAYS_NO_NAME.fullmatch(title):
        return None  # `INVITATION` is no part of a name
    named = below.kind == "heading" and below.label is None and _may_be_name(parts, below)
    return f"{title.strip(' :')} : {parts.document.words_of(below)}" if named else None


def _is_of_site(parts: Parts, title: str) -> bool:
    """Whether a title stands only in the head of an old page, no part of it in the text, and names no event."""
    if parts.document.title_rule != "head" or find_title_noun(title) is not None:
        return False
    lines = {fold(parts.document.words_of(block)).replace("’", "'") for block in parts.blocks}
    return not any(fold(part).replace("’", "'") in lines for part in re.split(r"\s[-–—|]\s", title))


def _find_led_to(parts: Parts, below: list[Block]) -> str | None:
    """The line right behind one that ends with what kind of event it is, and no more: `inscrit au stage suivant :`."""
    for line, name in pairwise(below):
        words, named = parts.document.words_of(line), parts.document.words_of(name)
        if len(words) > _LONGEST or len(named) > _LONGEST or not _LEADS_TO_NAME.fullmatch(words):
            continue
        short = find_title_noun(words) is None or parts.ends_with_colon(line) or " " in words.strip()
        quoted = named.startswith(("«", "“", '"'))
        if short and (quoted or parts.ends_with_colon(line) or line.kind == "heading") and _may_be_name(parts, name):
            return _REFERENCE.sub("", named)
    return None


def _is_headline(parts: Parts, block: Block, *, dated: bool) -> bool:
    """Whether a line of a paper is its headline: that of a press release, or one that names an event and its day."""
    words = parts.document.words_of(block)
    if not dated:
        return _may_be_name(parts, block)
    if block.kind not in ("heading", "paragraph") or len(words) > _LONGEST or _NO_NAME_LINE.match(words):
        return False
    if _IS_SENTENCE.search(words):
        return False
    return find_title_noun(words) is not None and _SAYS_NO_NAME.fullmatch(words) is None and words[-1] not in ".,;:!?"


def _find_blocks_below(parts: Parts) -> list[Block]:
    """The first blocks below the title; those of the top of the page where the title is no block."""
    above = max((i for i, b in enumerate(parts.blocks) if b.kind == "title"), default=-1)
    return list(parts.blocks[above + 1 : above + 1 + _LINES_BELOW])


def _find_line(parts: Parts, title: str, below: list[Block]) -> str | None:
    """The first line below the title that names an event; under a title that tells its kind, the very next name."""
    lines = [b for b in below if _may_be_name(parts, b)]
    named = next((b for b in below if (b in lines and _names(parts, b)) or _opens_with_name(parts, b)), None)
    if (
        below
        and below[0] in lines
        and (_tells_kind(title) or (below[0].kind == "heading" and _leaves_name_open(title)))
    ):
        named = below[0]
    return parts.document.words_of(named) if named is not None else None


def _names(parts: Parts, block: Block) -> bool:
    return find_title_noun(parts.document.words_of(block)) is not None


def _opens_with_name(parts: Parts, block: Block) -> bool:
    """Whether a line begins with its noun and tells the day within its name: `Rencontre du 4 avril - Le sport`."""
    words = parts.document.words_of(block)
    return _DATED_NAME.match(words) is not None and find_first_noun(words) is not None and len(words) <= _LONGEST


def _tells_kind(title: str) -> bool:
    noun = find_title_noun(title)
    return noun is not None and noun.kind != "événement"


def _may_be_name(parts: Parts, block: Block) -> bool:
    """Whether a line can be the name of an event: short, no sentence, and more than when, where and to whom."""
    words = parts.document.words_of(block)
    if (
        block.kind not in ("heading", "lead", "paragraph")
        or len(words) > _LONGEST
        or words.rstrip().endswith((",", ":"))
    ):
        return False
    if (
        _NO_NAME_LINE.match(words)
        or _ONLY_COUNTS.fullmatch(words)
        or _SAYS_NO_NAME.fullmatch(words)
        or standing_between(parts.dates, block.start, block.end)
    ):
        return False
    return len(re.findall(r"[^\W\d_]{3,}", words)) >= _SHORTEST_WORDS and not standing_between(
        parts.venues, block.start, block.end
    )


def _find_words(parts: Parts, below: list[Block]) -> str | None:
    """What the first sentences invite to, with what goes with it: `convier à une réunion de concertation`."""
    text = parts.document.text
    for block in below:
        nouns = find_nouns(text, block.start, block.end) if block.kind in ("lead", "paragraph") else []
        noun = next((n for n in nouns if is_offered(text[block.start : n.start])), None)
        name = name_of(parts, noun, min(block.end, parts.sentence_of(noun.start)[1])) if noun is not None else ""
        if len(name.split()) >= _SHORTEST_WORDS:
            return capitalise(name)
    return None
