"""What papers of a meeting are about: minutes, an agenda or a convocation say it in two lines, or in three.

`Relevé de décisions` over `Comité technique « Éducation »`, `Cité de l'emploi d'Amiens` over `Relevé de décisions du
comité de pilotage`: one line tells the kind, another whose meeting it is, and the event is called by both.
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.lexicon import WEEKDAY_NAME
from extract.dates.month_lines import MONTH_NAMES
from extract.document import Block
from extract.events.page.event_nouns import EventNoun, find_first_noun
from extract.events.page.event_types import find_kind_of_body, find_title_noun
from extract.events.page.nameless import names_nothing
from extract.events.parts import Parts, standing_between

_PAPER: Final = re.compile(
    r"\W*(?:(?:projet de\s)?(?:comptes?[- ]rendus?|relev[ée]s? (?:de |des )(?:d[ée]cisions?|conclusions?)|"
    r"proc[èe]s[- ]verba(?:l|ux)|p\.?v\.?|ordres? du jour|odj|convocations?|notes))(?![^\W_])"
    r"(?:\s(?:prises )?(?:lors )?(?:d[eu]s?|[àa]|aux?)(?![^\W_])(?:\s(?:la|notre|votre)(?![^\W_]))?"
    r"|\sde\sl['’]|\s[àa]\sl['’])?\W*",
    re.IGNORECASE,
)
_ENDS_WITH_PAPER: Final = re.compile(
    r"\s?[–—:|,-]\s?(?:comptes?[- ]rendus?|relev[ée]s? de (?:d[ée]cisions?|conclusions?)|proc[èe]s[- ]verba(?:l|ux)|"
    r"ordres? du jour|odj|convocations?)\W*$",
    re.IGNORECASE,
)
# What tells which sitting it was, and nothing of whose: `du 6 juin 2019`, `n° 6`, `trimestrielle`, `de rentrée`.
_ONLY_WHICH: Final = re.compile(
    rf"(?:[\W\d]|(?<![^\W_])(?:du|le|d[eu]|n|no|num[ée]ro|er|ère|e|ème|h|mensuelle?|(?:bi|tri|se)mestrielle?|annuelle?|"
    r"ordinaire|extraordinaire|prochaine?|derni[èe]re?|premi[èe]re?|suivante?|rentr[ée]e|pl[ée]ni[èe]re|technique|pilotage|suivi|"
    rf"travail|et|odj|invitation|{WEEKDAY_NAME}|{MONTH_NAMES})(?![^\W_]))*",
    re.IGNORECASE,
)
_DAY_AT_END: Final = re.compile(rf"\s(?:du|le)\s(?:(?:{WEEKDAY_NAME})\s)?\d.{{0,40}}$", re.IGNORECASE)
_NO_BODY: Final = re.compile(
    r"\W*(?:pr[ée]sent|excus|absent|participant|[ée]taient|avai(?:t|ent)|r[ée]dig|r[ée]dact|secr[ée]tai|anim|date|lieu|"
    r"horaire|heure|s[ée]ance|r[ée]union du|rencontre du|point|nom|objet|bonjour|madame|mesdames|monsieur|ch[èe]r|"
    r"diffusion|document|version|page|r[ée]f|destinataire|\d|salle|le blog)",
    re.IGNORECASE,
)
SPEAKS: Final = re.compile(r"(?<![^\W_])(?:nous|vous|je|on|se|s['’]est|s['’]étai\w+|est|sont|a|ont)(?![^\W_])", re.I)
"""Words of a sentence, of which no name is made."""
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
# A letter or a paper begins with who writes it.
_LETTERHEAD: Final = re.compile(
    r"\W*(?:(?:la|le|les|l['’])\s?)?(?:association|f[ée]d[ée]ration|union|ville|commune|mairie|communaut[ée]|agglom[ée]ration|"
    r"m[ée]tropole|d[ée]partement|r[ée]gion|pr[ée]fecture|sous-pr[ée]fecture|conseil (?:d[ée]partemental|r[ée]gional)|"
    r"centre|cnfpt|ccas|caf|caisse|dreets|ddets|d[ée]l[ée]gation|direction|maison|office|[^\W\d_]+ habitat|"
    r"[^\W\d_]+ [^\W\d_]+ services?|syndicat|mission locale|p[ôo]le|institut|[ée]cole|coll[èe]ge|lyc[ée]e|"
    r"amicale|universit[ée]|cit[ée] [ée]ducative|plateforme|service|agence|cabinet|uriopss|"
    r"m[ée]diath[èe]que|biblioth[èe]que|fondation|h[ôo]pital|clinique|foyer|r[ée]sidence|chambre|france travail|"
    r"r[ée]gie de quartier|groupement|clic|mjc|tiers[- ]lieu|"
    r"comit[ée] (?:des f[êe]tes|local|d[ée]partemental|r[ée]gional)|"
    r"blog|carnet|gazette|[ée]cho|[àa] l['’]attention d\w+|atelier sant[ée] ville)(?![^\W_])",
    re.IGNORECASE,
)
_BODY_IN_LETTERS: Final = re.compile(r"[A-ZÉ]{3,7}(?:\s(?:d[eu]s?\s|de la\s|de l['’]|d['’]).{2,40})?")
"""A body that is called by its letters: `CPTS du Ternois`."""
_OF_BODIES: Final = ("comité", "réunion", "groupe de travail", "groupe de suivi", "commission", "séance", "rencontre")
_NUMBERED: Final = re.compile(r"n\s?[°o]\s?\d", re.IGNORECASE)
_LONGEST: Final = 120
_LINES: Final = 3
_FEWEST: Final = 2


def name_paper(parts: Parts, title: str) -> str | None:
    """The meeting that a paper is of, by its kind and whose it is, where the title tells but one of them; else None.

    Titles that tell both, or that stand over no line that says which paper it is, are left as they are.
    """
    lines = [(line, parts.document.words_of(line)) for line in _lines_beside(parts)]
    of_paper = meant = cut_paper(title)
    if meant is None:
        if find_first_noun(title) is not None:
            return None
        of_paper = next((cut for _, words in lines if (cut := cut_paper(words)) is not None), None)
        of_paper = of_paper or next((words for _, words in lines[:_FEWEST] if _counts_meeting(words)), None)
    if of_paper is None or len(of_paper) > _LONGEST:
        return None
    noun = find_first_noun(of_paper)
    if noun is None and is_of_writer(parts, title) and find_kind_of_body(of_paper):
        return _capitalise(of_paper)  # `Maison des adolescents` over `Compte rendu – Réseau Ados`
    if not (is_bare(of_paper, noun) or _is_of_organiser(parts, of_paper)):
        return None
    written = is_of_writer(parts, title)
    told = [] if meant is not None or written or not title else [title]
    bodies = [words for line, words in lines if _tells_body(parts, line, words)]
    told += [words for words in bodies if not _is_letterhead(words)]
    told += bodies if written else []  # `Communauté de communes` over `Cité éducative de Ham`
    if not told:
        return f"{_capitalise(of_paper)} – {title}" if written and noun is not None and meant is None else None
    if noun is None or find_first_noun(told[0]) is not None:
        return told[0]
    return f"{_capitalise(_DAY_AT_END.sub('', of_paper))} – {told[0]}"


def _counts_meeting(words: str) -> bool:
    """Whether a line tells a meeting of a body by its number and no more: `Comité technique n° 6`."""
    noun = find_first_noun(words)
    return noun is not None and noun.kind in _OF_BODIES and _NUMBERED.search(words) is not None and is_bare(words, noun)


def is_of_writer(parts: Parts, title: str) -> bool:
    """Whether a title is but the first line of a text or a print, who writes it, and names no event."""
    if names_nothing(title):
        return True
    first = parts.document.title_rule in ("first line", "largest type")
    return first and find_title_noun(title) is None and _is_letterhead(title)


def _is_letterhead(words: str) -> bool:
    parts = re.split(r"\s[-–—|]\s", words)
    return any(_LETTERHEAD.match(part) for part in parts) or _BODY_IN_LETTERS.fullmatch(parts[0]) is not None


def cut_paper(words: str) -> str | None:
    """What a line says besides what paper it is; None where it is none."""
    begins = _PAPER.match(words)
    if begins is not None:
        return words[begins.end() :]
    ends = _ENDS_WITH_PAPER.search(words)
    return words[: ends.start()] if ends is not None else None


def is_bare(words: str, noun: EventNoun | None) -> bool:
    """Whether words tell no more than a kind of event and which of its sittings."""
    rest = words if noun is None else words[: noun.start] + " " + words[noun.end :]
    return _ONLY_WHICH.fullmatch(rest.replace("la ", " ")) is not None


def _is_of_organiser(parts: Parts, words: str) -> bool:
    """Whether words are but the name of a body that organises: `IREV`."""
    bare = words.strip(" –—:|-,").lower()
    return any(bare == name.lower() for organiser in parts.knowledge.organisers for name in organiser.names)


def _lines_beside(parts: Parts) -> list[Block]:
    """The lines right below the title of a paper, then the first ones above it."""
    at = next((i for i, b in enumerate(parts.blocks) if b.kind == "title"), -1)
    return [*parts.blocks[at + 1 : at + 1 + _LINES], *parts.blocks[: max(0, at)][:_LINES]]


def _tells_body(parts: Parts, line: Block, words: str) -> bool:
    """Whether a line tells whose meeting it was: short, without a day or a place, no sentence, no people."""
    if line.kind not in ("heading", "paragraph", "lead") or len(words) > _LONGEST or _NO_BODY.match(words):
        return False
    dated = standing_between(parts.dates, line.start, line.end)
    placed = any(v.where.start <= line.start + _FEWEST and v.where.end > line.start for v in parts.venues)
    if dated or placed or SPEAKS.search(words) or cut_paper(words) is not None:
        return False
    return not words.rstrip().endswith((".", ",", ";", ":")) and len(_WORD.findall(words)) >= _FEWEST


def _capitalise(words: str) -> str:
    words = words.strip(" –—:|-,.")
    return words[:1].upper() + words[1:]
