"""What a page is: an announcement, a report, other news, a theme, a territory, a listing.

Its own words decide; its address only helps. The kind tells where a missing year leans: a report looks back, an
announcement ahead.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final
from urllib.parse import urlsplit

from extract.document import Block, Document, Stamp
from extract.events.page.told_in_entries import is_told_in_entries
from extract.records import DateReading, PageKind
from extract.sentences import find_sentence

_REPORT_TITLE: Final = re.compile(
    r"(?<![^\W_])(?:(?<!\ble )(?<!\bau )(?<!\bde )retours?|"
    r"compte[- ]rendu|synth[èe]se|bilan|restitution|actes|replay|en images|revivez|"
    r"(?:r)?ésum[ée]|proc[èe]s[- ]verbal|relev[ée] de (?:d[ée]cisions|conclusions)|"
    r"ce qu(?:['’]il faut|['’]on (?:en )?|e (?:nous|vous) (?:en )?)\s?reten\w+|retour en)(?![^\W_])",
    re.IGNORECASE,
)
_LOOKS_BACK: Final = re.compile(
    r"(?<![^\W_])(?:a eu lieu|ont eu lieu|s['’](?:est|étaient|était) (?:\w+ment )?(?:tenue?s?|déroulée?s?|réunie?s?)|"
    r"se sont \w+|"
    r"a réuni|ont réuni|a rassemblé|ont rassemblé|ont participé|ont pu|a permis|ont permis|a été l['’]occasion|"
    r"étaient présents?|"
    r"fut|furent|ont été|a accueilli|retour sur|a visé|a proposé|a organisé|ont échangé|"
    r"(?<!\bla )(?<!\ble )(?<!\bles )(?<!\bce )(?<!\bcette )"
    r"(?:derniers?(?! (?:d[ée]lais?|rappel|jours?|moment))|dernière))(?![^\W_])",
    re.IGNORECASE,
)
TOLD_IN_PAST: Final = re.compile(
    r"(?<![^\W_])(?:[ée]tai(?:t|ent)|[ée]tions|[ée]tiez|avai(?:t|ent)|avions|aviez|avons|"
    r"s['’](?:est|[ée]tai\w+)|se sont|sommes|"
    r"(?:a|ont)\s(?:[^\W\d_]+ment\s|bien\s|tous\s)?(?:eu|pu|[^\W\d_]{2,}(?:é|i|is|u)e?s?)|[^\W\d_]{3,}aient|"
    r"(?!(?:(?:bien|par|satis)?fait|for?fait|souhait|portrait|extrait|(?:re|at|abs)?trait|lait)(?![^\W_]))"
    r"[^\W\d_]{3,}ait)(?![^\W_])",
    re.IGNORECASE,
)
_OPENING_LINES: Final = 3
_SURE: Final = 0.6
_FRESH: Final = 60
"""Days within which a page tells of a meeting as its news."""
_LOOKS_AHEAD: Final = re.compile(
    r"(?<![^\W_])(?:aura|auront|se tiendr\w+|se déroulera\w*|sera|seront|s['’]inscrire|inscri(?:vez|ption|ptions|"
    r"re)\w*|vous invite\w*|"
    r"organise(?:nt)?|propose(?:nt)?|est prévue?|sont prévue?s|save the date|à vos agendas|prochaine?s?|à venir|"
    r"programme|réservez|bulletin d['’]inscription|rendez-vous|places? (?:sont )?limitées?|"
    r"nombre de places)(?![^\W_])",
    re.IGNORECASE,
)


_PAPER_OF_MINUTES: Final = (
    r"(?:compte[- ]rendu|proc[èe]s[- ]verbal|p\.?v\.? (?=de|du)|relev[ée] de (?:d[ée]cisions|conclusions)|"
    r"notes (?:prises )?(?:de|lors de|[àa]) (?:la |notre )?(?:r[ée]union|s[ée]ance|rencontre|pl[ée]ni[èe]re))(?![^\W_])"
)
_OPENS_MINUTES: Final = re.compile(rf"\W*{_PAPER_OF_MINUTES}", re.IGNORECASE)
_PAPER_BEHIND: Final = re.compile(
    rf"\s?[–—:|,(-]\s?(?:{_PAPER_OF_MINUTES}|ordre du jour|convocation)\W*", re.IGNORECASE
)
_OF_MEETING: Final = re.compile(rf"\W*{_PAPER_OF_MINUTES}\s?(?:d[eu]s?\s|d['’])", re.IGNORECASE)
_MINUTES: Final = re.compile(rf"\W*(?:[^.!?\n]{{3,80}}\s[–—:|-]\s)?{_PAPER_OF_MINUTES}", re.IGNORECASE)
_LIST_PATH: Final = re.compile(r"/?|/(?:actualites(?:-\d+)?|les-dispositifs|action)")
_NAMES_ONE: Final = re.compile(
    r"(?:^|&)(?:p|page_id|id|nid|post|article|id_article|attachment_id)=\d|(?:^|&)q=node/\d|^article\d"
)
"""The query of an address that names one page of its site: `/?p=911`."""
_FEWEST_LINKS: Final = 4
_FIRST_LINES: Final = 3
_HEAD_OF_MINUTES: Final = 9
_FEWEST_LISTED: Final = 2
_LONGEST_HEAD: Final = 120
_INVITATION: Final = re.compile(
    r"(?<![^\W_])(?:(?<!à l['’])invitation|convocation|save the date|nous retrouver)(?![^\W_])", re.IGNORECASE
)


def is_report_by_title(document: Document) -> bool:
    """Whether the title of a page says that it looks back: `Retour sur : …`, `Compte rendu`."""
    return _REPORT_TITLE.search(document.title) is not None


def find_kind(document: Document, dates: tuple[DateReading, ...]) -> PageKind:
    """The kind of a page, from its form, its title and its words; `dates` were read without knowing the kind."""
    if is_listing(document):
        return "listing"
    if any(block.kind == "field" and _is_territory_label(block.label) for block in document.blocks):
        return "territory"
    if is_report_by_title(document) or _opens_with_minutes(document):
        return "report"
    if document.form == "pdf" and not any(date.role == "event" for date in dates):
        return "document"
    return _by_words(document, dates)


def names_minutes(document: Document, block: Block) -> bool:
    """Whether a block is one of the first lines and says that the paper itself is the minutes of a meeting."""
    if block.kind not in ("title", "lead", "heading", "paragraph") or not _MINUTES.match(document.words_of(block)):
        return False
    above = [other for other in document.blocks if other.start < block.start and other.kind != "furniture"]
    return len(above) < _FIRST_LINES and block.end - block.start <= _LONGEST_HEAD


def is_paper_of_minutes(document: Document) -> bool:
    """Whether the title or one of the first lines says that the paper itself is the minutes of a meeting."""
    if _MINUTES.match(document.title) is not None:
        return True
    return _opens_with_minutes(document)


def _opens_with_minutes(document: Document) -> bool:
    return any(names_minutes(document, block) for block in document.blocks[:_HEAD_OF_MINUTES])


def opens_minutes(words: str) -> bool:
    """Whether a line begins with what it is: `Compte rendu de la réunion du 3 mai`."""
    return _OPENS_MINUTES.match(words) is not None


def tells_day_of_minutes(document: Document, block: Block, day_end: int) -> bool:
    """Whether a line says of which meeting a paper is the minutes and ends with its day, which ends at `day_end`.

    `Compte rendu de l'échange de pratiques – Laon, 12 juin 2025`.
    """
    behind = document.text[day_end : block.end]
    if _PAPER_BEHIND.fullmatch(behind) is not None:
        return True  # `Conseil d'administration du 5 mai 2026 – relevé de décisions`
    return not behind.strip(" .)") and _OF_MEETING.match(document.words_of(block)) is not None


def is_listing(document: Document) -> bool:
    """Whether a page lists other pages, by its address or by its entries."""
    url = urlsplit(document.canonical_url or "")
    path = url.path if _NAMES_ONE.search(url.query) is None else f"{url.path}?{url.query}"
    return _lists_pages(document, path) and not _is_home_of_one(document, path)


def _lists_pages(document: Document, path: str) -> bool:
    if path and _LIST_PATH.fullmatch(path):
        return True
    rows = {
        block.row for block in document.blocks if block.row is not None and block.kind in ("heading", "item", "title")
    }
    if document.form != "html" or len(rows) < 4 or is_told_in_entries(document):
        return False
    return len({link.url for link in document.links if document.block_at(link.start) is not None}) >= len(rows)


def _is_home_of_one(document: Document, path: str) -> bool:
    """Whether a page where lists stand leads nowhere: a site of one page, or news told on the page itself."""
    rows = any(block.row is not None for block in document.blocks if block.kind != "furniture")
    return _LIST_PATH.fullmatch(path) is not None and len(document.links) < _FEWEST_LINKS and not rows


def _is_territory_label(label: str | None) -> bool:
    return label is not None and label.lower() in ("composition", "liste des signataires", "collectivité pilote")


def _by_words(document: Document, dates: tuple[DateReading, ...]) -> PageKind:
    read = [block for block in document.blocks if block.kind not in ("furniture", "field")]
    text = " ".join(map(document.words_of, read))
    # A point of an agenda looks back as well: `2/ Retour sur l'université d'été`.
    told = " ".join(document.words_of(block) for block in read if block.kind not in ("cell", "item"))
    back, ahead = len(_LOOKS_BACK.findall(told)), len(_LOOKS_AHEAD.findall(text))
    ahead += 3 * bool(_INVITATION.search(text))
    stamp = publication_of(document)
    published = stamp.value.date() if stamp else None
    events = [date for date in dates if date.role == "event" and date.precision == "day" and date.certainty > _SURE]
    if published is not None:
        events = [date for date in events if date.first_day != published or date.ends_at]
        after = sum(date.last_day >= published for date in events)
        # A page may be touched up years after it announced its days: `Mis à jour le`.
        long_ago = sum((published - d.last_day).days > _FRESH for d in events) if document.published is None else 0
        ahead += 3 * after
        back += 3 * (len(events) - after - long_ago) + 3 * _opens_with_past(document, events, published)
    else:
        ahead += _count_listed(document, events) if document.modified is None else 0
        ahead += 3 * sum(date.last_day > day for day in _days_of_text(dates) for date in events)
    if not back and not ahead:
        return "news" if not events else "announcement"
    return "report" if back > ahead else "announcement"


def _count_listed(document: Document, events: list[DateReading]) -> int:
    """How many days open a line or cell of their own, where they are several: who lists days announces them."""
    starts = {d.where.start for d in events}
    lines = sum(block.start in starts for block in document.blocks if block.kind in ("paragraph", "item", "cell"))
    return lines if lines >= _FEWEST_LISTED else 0


def _days_of_text(dates: tuple[DateReading, ...]) -> set[dt.date]:
    """The day on which a text says that it was put up or touched up last; none where it tells several."""
    told = {d.first_day for d in dates if d.role in ("publication", "modification") and d.certainty > _SURE}
    return told if len(told) == 1 else set()


def _opens_with_past(document: Document, events: list[DateReading], published: dt.date) -> bool:
    """Whether the first lines tell in the past tense of the days right before the publication: they are the news."""
    opening = [b for b in document.blocks if b.kind in ("lead", "paragraph")][:_OPENING_LINES]
    for block in opening:
        days = [d for d in events if block.start <= d.where.start < block.end]
        if days:
            fresh = all(0 < (published - d.last_day).days <= _FRESH for d in days)
            start, end = find_sentence(document.text, days[0].where.start, block.start, block.end)
            return fresh and TOLD_IN_PAST.search(document.text, start, end) is not None
    return False


def leaning_of(kind: PageKind) -> int:
    """-1 where a page of this kind looks back, 1 where it looks ahead, 0 where it does neither."""
    return {"report": -1, "announcement": 1}.get(kind, 0)


def publication_of(document: Document) -> Stamp | None:
    """The stamp of publication; where a site stamps only `Mis à jour le`, that one."""
    if document.published is None and document.modified is not None and "jour" in document.modified.rule:
        return document.modified
    return document.published
