"""What a page offers to date a day without a year: its stamp, its title, the days it writes in full, its node id."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from extract.dates import Clues, DateScan
from extract.dates.closed_span import read_closed_span
from extract.dates.lexicon import NAMES_WEEKDAY
from extract.document import Block, Document, Stamp
from extract.events.days.clock_stamps import is_of_clock
from extract.events.days.head_years import find_facts, find_year_of_head
from extract.events.days.near_weekdays import looks_back_by_weekday
from extract.events.page.kinds import leaning_of, publication_of
from extract.knowledge import Knowledge
from extract.matching.leaping import compile_leaping
from extract.records import DateReading, PageKind, YearFrom

_BARE_DAY: Final = re.compile(r"(?:le )?(?:\d|1er)", re.IGNORECASE)
_YEAR: Final = compile_leaping(r"(?<!\d)(?:19|20)\d\d(?![\d])")
_FILE: Final = re.compile(r"\.(?:pdf|docx?|odt|pptx?|xlsx?)(?:\?|$)", re.IGNORECASE)
_DATED: Final = compile_leaping(r"dates?|quand|jour|[ée]ch[ée]ance|limite|\ble$", re.IGNORECASE)
# The year of a budget or of a call is a label: its days lie in the year before as well.
_LABEL: Final = compile_leaping(
    r"(?:appels? [àa] (?:projets?|candidatures?|manifestations?)|programmations?|budgets?|campagne|"
    r"plan(?! de formation)|objectif|"
    r"horizon|quartiers|engagements?|vision|agenda)\b[^.;:!?\d]{0,40}(?:19|20)\d\d",
    re.IGNORECASE,
)
_SEASON: Final = compile_leaping(
    r"(?<![^\W_])(?:saisons?|ann[ée]es?(?: scolaires?| universitaires?)?|rentr[ée]e|programmes?|"
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
_SEASON_YEARS: Final = re.compile(r"20\d\d\s?[-–/]\s?20\d\d")
_HEAD_LINES: Final = 4
_SPAN: Final = re.compile(r"(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d")
_LONGEST_SPAN: Final = 7
"""Years: a weekday fits the same day of the year only once in fewer."""


def read_written(document: Document, scan: DateScan) -> tuple[DateReading, ...]:
    """The dates whose year is written, in the blocks that are read."""
    dates = scan.read(Clues()).dates
    return tuple(date for date in dates if date.year_from in ("written", "list") and is_read(document, date))


def is_read(document: Document, date: DateReading) -> bool:
    """Whether a date stands in a block that is read, or is a stamp; not what else stands in page furniture."""
    if any(stamp and is_stamp(date, stamp) for stamp in (document.published, document.modified)):
        return True
    block = document.block_at(date.where.start)
    return block is not None and block.kind != "furniture" and not is_teaser(document, block)


def is_teaser(document: Document, block: Block) -> bool:
    """Whether a block belongs to an entry that leads to another page (`À lire aussi`): its dates are that page's."""
    if block.row is None or block.kind == "cell":
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
    days = frozenset(
        day
        for date in written
        if date.precision == "day" and not {"envelope", "midnight_artefact"} & set(date.flags)
        for day in (date.first_day, date.last_day)
    )
    facts = find_facts(written)
    words = "\n".join(document.words_of(block) for block in document.blocks if block.kind != "furniture")
    seasons = _find_seasons(words) or _seasons_of_title(document.title)
    told = _title_years(document.title) or _told_year(words)
    if not told and reference is None:
        told = find_year_of_head(document, written)
    return Clues(
        reference=reference,
        reference_from=source,
        leaning=leaning_of(kind),
        title_years=told,
        known_days=days,
        facts=facts,
        page_years=_years_alone(words, seasons),
        span_years=_years_of_spans(words),
        season=_season(seasons),
        node_day=_node_day(document.node_id, knowledge),
    )


def _reference(document: Document, written: tuple[DateReading, ...]) -> tuple[dt.date | None, YearFrom]:
    published = publication_of(document)
    if published is not None:
        return published.value.date(), "published"
    stamped = next((date for date in written if date.role == "publication" and date.precision == "day"), None)
    stamped = stamped or find_line_under_title(document, written)
    if stamped is not None:
        return stamped.first_day, "published"
    if document.modified is not None:
        return document.modified.value.date(), "page"
    changed = next((date for date in written if date.role == "modification" and date.precision == "day"), None)
    return (changed.first_day, "page") if changed is not None else (None, "published")


_OF_NEWS: Final = re.compile(
    r"(?:actu(?:alit[ée]s?)?|news|br[èe]ves?|articles?|blog|[àa] la une|communiqu[ée]s?|presse|portraits?|reportages?|"
    r"zoom|dossiers?|vie (?:d[eu]s?|de la|de l['’]|locale|associative)|cat[ée]gories?|rubriques?|non class[ée]|"
    r"auteure?s?|par|r[ée]dig[ée]|publi[ée]|post[ée]|(?:aucun|\d+|pas de) commentaires?|"
    r"(?:laisser|ajouter) un commentaire|(?:temps de )?lecture|"
    r"\d+ (?:min(?:utes?)? de lecture|vues?)|partage[rz]?)(?![^\W_])",
    re.IGNORECASE,
)
"""What stands beside the day on which news were put up, and never beside the day of a meeting."""
_BYLINE: Final = re.compile(r"(?<=\d)\s*[,–—|·•-]?\s*par\s(?:[^\d,;:!?]|(?<=[^\W\d_])\d){2,50}$", re.IGNORECASE)
"""Who put news up: a figure within a name is no day (`par l'équipe de l'E2C`)."""
_BYLINE_AHEAD: Final = re.compile(
    r"^\W*(?i:(?:propos )?(?:recueilli|[ée]crit|r[ée]dig[ée]|publi[ée]|post[ée]|mis en ligne)s?\s)?[Pp]ar\s"
    r"(?:[A-ZÀ-Ý]|(?:l['’]|la |le |les |notre )\s?[^\W\d_])[^\d;:!?]{2,60}?[,–—|·•-]\s(?=le\s|\d|[^\W\d_]+di\s)|"
    r"^\W*(?i:(?:post|publi)[ée]e?s?\sdans)\s[^\d;:!?]{2,60}?\s(?=le\s(?:[^\W\d_]+di\s)?\d)|"
    r"^\W*(?i:actu(?:alit[ée]s?)?|news|article|br[èe]ve|billet|communiqu[ée]|post)\s(?:du\s|en date du\s)"
    r"(?=(?:[^\W\d_]+di\s)?\d)"
)
"""The same before the day, or its rubric: `par Zoé, bénévole, le`, `Posté dans Vie locale le`, `Actualité du`."""
_RUBRIC: Final = re.compile(
    rf"\s*[-–—|·•/]\s*{_OF_NEWS.pattern}[^\d]{{0,60}}(?:\d{{1,3}} ?(?:min|mn|vue|commentaire|r[ée]ponse|partage)\w*)?$",
    re.IGNORECASE,
)


_RUBRIC_BEHIND: Final = re.compile(r"(?<=\d)\s?[·|•–—/-]\s[^\W\d][^\d.!?]{1,40}$")
"""Any rubric, behind the day of who wrote: `Par Fanny · 24/10/2021 · Participation`."""
_STAMP_DAY: Final = re.compile(
    r"(?:le )?(?:[^\W\d_]{3,8} )?(?:\d{1,2}|1er) [^\W\d_]{3,9}\.? (?:19|20)\d\d|\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d",
    re.IGNORECASE,
)


def _below_title(document: Document) -> list[Block]:
    """The first blocks that are read below the title."""
    read = [block for block in document.blocks if block.kind != "furniture"]
    title = next((index for index, block in enumerate(read) if block.kind == "title"), len(read))
    return read[title + 1 : title + _HEAD_LINES]


def find_stamp_lines(document: Document) -> list[tuple[int, int]]:
    """The lines below the title that begin with a day and say by their rubric or author that the page is of that day.

    On a page that states its publication elsewhere as well that day alone is enough; any other may be the meeting's.
    """
    words = (
        (block, document.words_of(block))
        for block in _below_title(document)
        if block.kind in ("paragraph", "lead", "item")
    )
    stamped = ((b, line) for b, line in words if len(line) <= _LONGEST_STAMP and _STAMP_DAY.match(line))
    known = document.published
    return [
        (b.start, b.end)
        for b, line in stamped
        if (known and _tells_day(line, known.value.date())) or _RUBRIC.search(line) or _BYLINE.search(line)
    ]


def _tells_day(line: str, day: dt.date) -> bool:
    """Whether the day that a line begins with may be this one: it has its number and its year."""
    told = _STAMP_DAY.match(line)
    figures = re.findall(r"\d+", told.group()) if told is not None else []
    return bool(figures) and int(figures[0]) == day.day and int(figures[-1]) % 100 == day.year % 100


def find_line_under_title(document: Document, dates: tuple[DateReading, ...]) -> DateReading | None:
    """The day that is a line of its own right under the title, as news pages stamp themselves, or None.

    Weekdays and hours are how meetings are dated; where no other day stands on the page it may be the meeting's.
    """
    above = _find_rubric(document, dates)
    if above is not None:
        return above
    head = _below_title(document)
    if not head:
        return None
    if document.published is not None:
        return _day_of_stamp(document, head, dates, document.published)
    line = head[0]
    found = [d for d in dates if line.start <= d.where.start < line.end]
    others = [d for d in dates if d.precision == "day" and not line.start <= d.where.start < line.end]
    if len(found) == 1 and others and is_of_clock(document.words_of(line), before_all=_is_before_all(found[0], others)):
        return found[0]
    below = head[1] if len(head) > 1 else None
    alone = below is None or below.kind != "item" or _OF_NEWS.match(document.words_of(below)) is not None
    listed = line.kind == "item" and alone
    back = line.kind in ("paragraph", "lead") and (_is_signed(document, line) or looks_back_by_weekday(document))
    if not (listed or line.kind in ("paragraph", "lead")) or len(found) != 1 or not (others or back):
        return None
    if below is not None and any(date.text.partition("\n")[0] == document.words_of(below) for date in others):
        return None  # one of several lines of days
    if len(found) == 1 and NAMES_WEEKDAY.search(found[0].text) and any(_fills_line(document, d) for d in others):
        return None
    date = found[0]
    words = _plain_words(document, line, date).strip("[]()")
    told = date.text.removeprefix("le ").removeprefix("Le ")
    bare = words.removeprefix("le ").removeprefix("Le ") == told
    single = date.precision == "day" and date.first_day == date.last_day and date.starts_at is None
    stamped = back or _is_signed(document, line) or _BARE_DAY.match(told) is not None or _is_before_all(date, others)
    return date if bare and single and stamped and date.year_from == "written" else None


def _is_signed(document: Document, line: Block) -> bool:
    """Whether a line names who wrote beside the day: `mercredi 4 mai 2016, par Zoé`."""
    signed = _BYLINE.search(document.text, line.start, line.end) is not None
    return signed or _BYLINE_AHEAD.search(document.words_of(line)) is not None


def _find_rubric(document: Document, dates: tuple[DateReading, ...]) -> DateReading | None:
    """The day behind the rubric in the line above the title or below it, where others are told: `Santé · 13 mai 2023`.

    Below it only a day in figures is one: `Lens | 13 mai 2023` says when and where people meet.
    """
    index = next((n for n, block in enumerate(document.blocks) if block.kind == "title"), None)
    beside = () if index is None else (document.blocks[max(0, index - 1) : index], _below_title(document)[:1])
    for lines, stamp in zip(beside, (_STAMP_DAY, _FIGURES), strict=False):  # no title, no lines
        for line in lines:
            found = [d for d in dates if line.start <= d.where.start < line.end]
            others = any(d.precision == "day" and not line.start <= d.where.start < line.end for d in dates)
            single = len(found) == 1 and found[0].where.end == line.end and found[0].starts_at is None
            if line.kind not in ("paragraph", "item", "lead") or not others or not single:
                continue
            told = _BEHIND_RUBRIC.fullmatch(document.text, line.start, found[0].where.start)
            if told is not None and stamp.fullmatch(found[0].text):
                return found[0]
    return None


def _fills_line(document: Document, date: DateReading) -> bool:
    """Whether a day of an event with its weekday is all that its line says."""
    block, words = document.block_at(date.where.start), date.text.partition("\n")[0]
    bare = NAMES_WEEKDAY.search(words) is not None and len(words) <= _LONGEST_STAMP
    return date.role == "event" and bare and block is not None and document.words_of(block) == words


_BEHIND_RUBRIC: Final = re.compile(r"[^\W\d][^\n\d:;.!?]{1,40}\s[·|•–—/-]\s(?:le )?")
_FIGURES: Final = re.compile(r"(?:le )?\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d", re.IGNORECASE)
_LONGEST_STAMP: Final = 60


def _day_of_stamp(
    document: Document, lines: list[Block], dates: tuple[DateReading, ...], stamp: Stamp
) -> DateReading | None:
    """The day of publication where it stands once more in a short line in the head of the page.

    Themes set an author and a rubric beside it, with no mark between them (`2 mai 2022 Actualités`).
    """
    for line in lines:
        found = [d for d in dates if line.start <= d.where.start < line.end]
        if len(found) == 1 and found[0].first_day == found[0].last_day == stamp.value.date():
            words = _plain_words(document, line, found[0])
            if words.removeprefix("Le ") == found[0].text.removeprefix("Le "):
                return found[0]
            return found[0] if _is_beside_other_days(document, line, found[0], dates) else None
    return None


_COUNTED: Final = re.compile(r"\d+ (?:commentaire|vue|min|minute|partage|r[ée]ponse|j['’]aime)\w*", re.IGNORECASE)
_PLACED: Final = re.compile(r"(?<![^\W_])(?:[àÀ]|aux?|dans|chez|salle|rue|place)(?![^\W_])|\d", re.IGNORECASE)
"""What stands beside the day of a meeting in the line that tells it."""


def _is_beside_other_days(document: Document, line: Block, date: DateReading, dates: tuple[DateReading, ...]) -> bool:
    """Whether a short line tells neither hour nor place of its day, and what takes place is dated elsewhere."""
    rest = document.text[line.start : date.where.start] + " " + document.text[date.where.end : line.end]
    rest = _COUNTED.sub("", rest)
    if date.starts_at is not None or len(rest) > _LONGEST_STAMP or _PLACED.search(rest):
        return False
    return any(d.role == "event" and d.precision == "day" and d.first_day != date.first_day for d in dates)


def _plain_words(document: Document, line: Block, date: DateReading) -> str:
    """The words of a line without its rubric, its author, and the links behind its day (`3 juillet 2017 Retours`)."""
    text, end = document.text, line.end
    for link in reversed(document.links_between(date.where.end, line.end)):
        if not text[link.end : end].strip(" ,|/·•–—-"):
            end = link.start
    words = text[line.start : end].rstrip(" ,|/·•–—-")
    if _BYLINE_AHEAD.match(words):
        words = _RUBRIC_BEHIND.sub("", words)
    return _BYLINE_AHEAD.sub("", _BYLINE.sub("", _RUBRIC.sub("", words))).strip(" .")


def _is_before_all(date: DateReading, others: list[DateReading]) -> bool:
    """Whether several days follow a day and none repeats it: even with its weekday it is when the page was made."""
    days = {other.first_day for other in others if other.role == "event"}
    return len(days) > 1 and date.first_day < min(days)


def _title_years(title: str) -> tuple[int, ...]:
    plain = _LABEL.sub("", _SPAN.sub("", title))
    return tuple(sorted({int(year) for year in _YEAR.findall(plain)}))


def _told_year(words: str) -> tuple[int, ...]:
    """The one year that a calendar of the page is said to be of (`Année 2022`, `Planning 2023`), or none."""
    if _CALENDAR_YEAR.search(words) is None:
        return ()
    years = {int(match["year"] or match["whole"] or match["led"]) for match in _CALENDAR.finditer(words)}
    return tuple(years) if len(years) == 1 and not _SPAN.search(words) else ()


def _years_alone(words: str, seasons: list[tuple[int, int]]) -> tuple[int, ...]:
    """Years that stand alone in the blocks that are read, or are those of a season; not spans such as `2014-2020`."""
    told = {year for first, last in seasons if last == first + 1 for year in (first, last)}
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
