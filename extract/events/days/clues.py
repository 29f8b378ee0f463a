"""What a page offers to date a day without a year: its stamp, its title, the days it writes in full, its node id."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from extract.dates import Clues, DateScan
from extract.dates.closed_span import read_closed_span
from extract.document import Block, Document, Stamp
from extract.events.days.head_stamps import find_line_under_title
from extract.events.days.head_years import find_facts, find_month_of_issue, find_year_of_head
from extract.events.days.told import find_day_of_sending
from extract.events.page.kinds import is_listing, leaning_of, publication_of
from extract.events.page.teasers import tells_in_words
from extract.events.page.told_in_entries import is_told_in_entries
from extract.knowledge import Knowledge
from extract.matching.leaping import compile_leaping
from extract.records import DateReading, PageKind, YearFrom

_YEAR: Final = compile_leaping(r"(?<!\d)(?:19|20)\d\d(?![\d])")
_FILE: Final = re.compile(r"\.(?:pdf|docx?|odt|pptx?|xlsx?)(?:\?|$)", re.IGNORECASE)
_FILE_NAME: Final = re.compile(
    r"[\w()-]{0,40}\.(?:pdf|docx?|odt|pptx?|odp|xlsx?|ods|rtf|zip|jpe?g|png)(?![^\W_])", re.IGNORECASE
)
"""What a day goes on into where it is part of the name of a file: `CR_12_mars.pdf`, `invitation 3 mai 2024.docx`."""
_DATED: Final = compile_leaping(r"dates?|quand|jour|[ée]ch[ée]ance|limite|\ble$", re.IGNORECASE)
# The year of a budget or of a call is a label: its days lie in the year before as well.
_LABEL: Final = compile_leaping(
    r"(?:appels? [àa] (?:projets?|candidatures?|manifestations?)|programmations?|budgets?|campagne|"
    r"plan(?! de formation)|objectif|"
    r"horizon|quartiers|engagements?|vision|agenda)\b[^.;:!?\d]{0,40}(?:19|20)\d\d",
    re.IGNORECASE,
)
_SEASON: Final = compile_leaping(
    r"(?<![^\W_])(?:saisons?|hiver|ann[ée]es?(?: scolaires?| universitaires?)?|rentr[ée]e|programmes?|"
    r"(?:plan|parcours|programme) de formation|calendrier|cycle)\s(?:de\s)?"
    r"(?P<first>20\d\d)\s?[-–/]\s?(?P<last>20\d\d)",
    re.IGNORECASE,
)
_CALENDAR: Final = compile_leaping(
    r"(?<![^\W_])(?:ann[ée]e|planning|calendrier|saison|[ée]dition|agenda|sessions|(?-i:Programme)|dates)\s"
    r"(?P<year>20\d\d)(?!\d|\s?[-–/]\s?\d)|"
    r"du 1er janvier au 31 d[ée]cembre (?P<whole>20\d\d)|"
    r"(?<![^\W_])en (?P<led>20\d\d),? [^.;!?\n\d]{3,90}:\s*$",
    re.IGNORECASE | re.MULTILINE,
)
"""The year of a calendar, or in the line that leads to a list of days (`En 2017, elles auront lieu :`)."""
# What each match of these two holds, quick to look for: the year behind its word, and the two years.
_CALENDAR_YEAR: Final = re.compile(
    r"2(?:(?:(?<=ann[ée]e\s2)|(?<=planning\s2)|(?<=calendrier\s2)|(?<=saison\s2)|(?<=[ée]dition\s2)|(?<=agenda\s2)|"
    r"(?<=sessions\s2)|(?<=programme\s2)|(?<=dates\s2))0\d\d(?!\d|\s?[-–/]\s?\d)|"
    r"(?<=en 2)0\d\d,? [^.;!?\n\d]{3,90}:|(?<=31 d[ée]cembre 2)0\d\d)",
    re.IGNORECASE,
)
_OPENS_LINE: Final = re.compile(r"(?:^|[.!?:;•|]|\s[–—-])[\s(«]*\Z", re.MULTILINE)
"""What stands before a calendar that opens a line: `Édition 2025.`, and not `les actes de l'édition 2024`."""
_BEFORE: Final = 12
"""Characters before a calendar that show whether it opens a line."""
_RIGHTS: Final = re.compile(r"©[^\n]{0,60}?(?<!\d)(?:(?:19|20)\d\d\s?[-–]\s?)?(?P<year>20\d\d)(?!\d|\s?[-–]\s?20)")
_SEASON_YEARS: Final = re.compile(r"20\d\d\s?[-–/]\s?20\d\d")
_SPAN: Final = re.compile(r"(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d")
_TOLD: Final = 0.95
"""Certainty of a day whose year stands beside it, or at the other end of its list; not of what a line above gives."""
_LONGEST_SPAN: Final = 7
"""Years: a weekday fits the same day of the year only once in fewer."""


def read_written(document: Document, scan: DateScan) -> tuple[DateReading, ...]:
    """The dates whose year is written, in the blocks that are read; of a listing also the stamps of its entries."""
    dates = [date for date in scan.read(Clues()).dates if date.year_from in ("written", "list")]
    return tuple(
        date if is_read(document, date) else replace(date, role="publication")
        for date in dates
        if is_read(document, date) or _is_stamp_of_entry(document, date)
    )


def _is_stamp_of_entry(document: Document, date: DateReading) -> bool:
    """Whether a day says when the page was put up that an entry of a listing leads to."""
    block = document.block_at(date.where.start)
    return block is not None and block.kind != "furniture" and block.row is not None and is_listing(document)


def is_read(document: Document, date: DateReading) -> bool:
    """Whether a date stands in a block that is read, or is a stamp; not what else stands in page furniture."""
    if any(stamp and is_stamp(date, stamp) for stamp in (document.published, document.modified)):
        return True
    block = document.block_at(date.where.start)
    if block is None or block.kind == "furniture":
        return False
    dot = document.text[date.where.end - 1] == "."  # a month cut short has taken it: `5_dec.pdf`
    if _FILE_NAME.match(document.text, date.where.end - dot):
        return False
    return not is_teaser(document, block) or (tells_in_words(document, block) and is_listing(document))


def is_teaser(document: Document, block: Block) -> bool:
    """Whether a block belongs to an entry that leads to another page (`À lire aussi`): its dates are that page's."""
    if block.row is None or block.kind == "cell" or is_told_in_entries(document):
        return False
    first = last = document.index_of(block)
    while first and document.blocks[first - 1].row == block.row:
        first -= 1
    while last + 1 < len(document.blocks) and document.blocks[last + 1].row == block.row:
        last += 1
    inside = document.links_between(document.blocks[first].start, document.blocks[last].end)
    return any(not _FILE.search(link.url) for link in inside)


def read_closed_fields(document: Document, dates: tuple[DateReading, ...]) -> tuple[DateReading, ...]:
    """Labelled fields that are nothing but a date in a form of their own (`juin 24, 2021`), where none was read."""
    found = []
    for block in document.blocks:
        if (
            block.kind != "field"
            or not _DATED.search(block.label or "")
            or any(d.where.start < block.end and block.start < d.where.end for d in dates)
        ):
            continue
        closed = read_closed_span(document.words_of(block))
        if closed is not None:
            found.append(replace(closed, where=document.place(block.start, block.end)))
    return tuple(found)


def is_stamp(date: DateReading, stamp: Stamp) -> bool:
    """Whether a date is the very words of a stamp."""
    return date.where.start < stamp.end and stamp.start < date.where.end


def build_clues(document: Document, kind: PageKind, written: tuple[DateReading, ...], knowledge: Knowledge) -> Clues:
    """The clues of a page. The reference is its publication, else its last change, else nothing."""
    reference, source = _reference(document, written)
    issue = find_month_of_issue(document) if reference is None else None
    if issue is not None:
        reference, source = issue, "title"
    days = frozenset(
        day
        for date in written
        if date.precision == "day"
        and date.certainty >= _TOLD
        and not {"envelope", "midnight_artefact"} & set(date.flags)
        for day in (date.first_day, date.last_day)
    )
    facts = find_facts(written)
    words = "\n".join(document.words_of(block) for block in document.blocks if block.kind != "furniture")
    seasons = _find_seasons(words) or _seasons_of_title(document.title)
    told = () if issue is not None else _title_years(document.title) or _of_facts(_told_year(words), facts)
    if not told and reference is None:
        told = find_year_of_head(document, written)
    return Clues(
        reference=reference,
        reference_from=source,
        leaning=leaning_of(kind),
        title_years=told,
        known_days=days,
        facts=facts,
        page_years=_years_alone(words, seasons, _years_of_rights(document)),
        span_years=_years_of_spans(words),
        season=_season(seasons),
        node_day=_node_day(document.node_id, knowledge),
    )


def _reference(document: Document, written: tuple[DateReading, ...]) -> tuple[dt.date | None, YearFrom]:
    published = publication_of(document)
    if published is not None:
        return published.value.date(), "published"
    stamped = next((date for date in written if date.role == "publication" and date.precision == "day"), None)
    stamped = stamped or find_line_under_title(document, written) or find_day_of_sending(document, written)
    if stamped is not None:
        return stamped.first_day, "published"
    if document.modified is not None:
        return document.modified.value.date(), "page"
    changed = next((date for date in written if date.role == "modification" and date.precision == "day"), None)
    return (changed.first_day, "page") if changed is not None else (None, "published")


def _title_years(title: str) -> tuple[int, ...]:
    plain = _LABEL.sub("", _SPAN.sub("", title))
    return tuple(sorted({int(year) for year in _YEAR.findall(plain)}))


def _told_year(words: str) -> tuple[int, ...]:
    """The one year that a calendar of the page is said to be of (`Année 2022`, `Planning 2023`), or none."""
    if _CALENDAR_YEAR.search(words) is None:
        return ()
    told = list(_CALENDAR.finditer(words))
    before = ((match, max(0, match.start() - _BEFORE)) for match in told)
    told = [match for match, start in before if _OPENS_LINE.search(words, start, match.start())]
    years = {int(match["year"] or match["whole"] or match["led"]) for match in told}
    return tuple(years) if len(years) == 1 and not _SPAN.search(words) else ()


def _of_facts(years: tuple[int, ...], facts: tuple[dt.date, ...]) -> tuple[int, ...]:
    """The year of a calendar; none that no day told in full lies in: `les thèmes de l'année 2014` on 8 October 2013."""
    return years if not facts or any(day.year in years for day in facts) else ()


def _years_of_rights(document: Document) -> set[int]:
    """The last years of the lines that say whose the page is: `© 2013-2025 Maison de l'emploi`."""
    lines = (document.words_of(block) for block in document.blocks if block.kind == "furniture")
    return {int(match["year"]) for line in lines if "©" in line and (match := _RIGHTS.search(line))}


def _years_alone(words: str, seasons: list[tuple[int, int]], rights: set[int]) -> tuple[int, ...]:
    """Years that stand alone in the blocks that are read, are those of a season, or of the rights to the page.

    Not spans such as `2014-2020`.
    """
    told = rights | {year for first, last in seasons if last == first + 1 for year in (first, last)}
    return tuple(sorted(told | {int(year) for year in _YEAR.findall(_SPAN.sub("", words))}))


def _seasons_of_title(title: str) -> list[tuple[int, int]]:
    """The two years that follow each other in a title: `Les jeudis de l'adolescence 2021-2022`."""
    spans = [tuple(map(int, _YEAR.findall(span))) for span in _SPAN.findall(title)]
    return [(first, last) for first, last in spans if last == first + 1]


def _years_of_spans(words: str) -> tuple[int, ...]:
    """The years of the spans of few years that the page tells (`contrat de ville 2015-2020`)."""
    spans = [tuple(map(int, _YEAR.findall(span))) for span in _SPAN.findall(words)]
    told = {year for first, last in spans if 0 < last - first <= _LONGEST_SPAN for year in range(first, last + 1)}
    return tuple(sorted(told))


def _find_seasons(words: str) -> list[tuple[int, int]]:
    """The two years of each season that is told (`Saison 2013-2014`)."""
    if _SEASON_YEARS.search(words) is None:
        return []
    return [(int(season["first"]), int(season["last"])) for season in _SEASON.finditer(words)]


def _season(seasons: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The two years of the one season that the page is said to be of (`Saison 2013-2014`), or None."""
    told = set(seasons)
    first, last = next(iter(told)) if len(told) == 1 else (0, 0)
    return (first, last) if first and last == first + 1 else None


def _node_day(node_id: int | None, knowledge: Knowledge) -> dt.date | None:
    """The day near which a node of this number was made, from the known pairs around it; None outside them."""
    if node_id is None or not knowledge.node_days:
        return None
    pairs = sorted((node, dt.date.fromisoformat(day)) for node, day in knowledge.node_days)
    below = [pair for pair in pairs if pair[0] <= node_id]
    above = [pair for pair in pairs if pair[0] >= node_id]
    if not below or not above:
        return None
    (low, first), (high, last) = below[-1], above[0]
    if high == low:
        return first
    return first + (last - first) * ((node_id - low) / (high - low))
