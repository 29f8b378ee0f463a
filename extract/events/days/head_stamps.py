"""The day in the head of a page that says when it was put up, told from the day of a meeting.

Pages stamp themselves by a line between their title and their text that is a day, with a rubric, an author or a moment
beside it or by itself. It is the page's own where what takes place is told elsewhere, later, and with more words.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from extract.dates.lexicon import NAMES_WEEKDAY
from extract.document import Block, Document, Stamp
from extract.events.days.clock_stamps import is_of_clock
from extract.events.days.near_weekdays import looks_back_by_weekday
from extract.events.page.kinds import tells_day_of_minutes
from extract.events.page.naming import find_event_type
from extract.records import DateReading

_BARE_DAY: Final = re.compile(r"(?:le )?(?:\d|1er)", re.IGNORECASE)
_HEAD_LINES: Final = 4
_LATER_DAYS: Final = 2
_LEAD_OF_COUNTED: Final = 60
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
_FILED: Final = re.compile(
    r"(?<=\d)[\s,·|•–—-]+(?:(?:class|rang|post|publi|archiv)[ée]e?s?\s(?:dans|sous|en)(?:\s[^\d.!?]{1,60})?|"
    r"(?:dans|sous)(?:\s(?-i:[A-ZÀ-Ý])[^\d.!?]{1,60})?)$",
    re.IGNORECASE,
)
"""Under which rubric news were put up: `11 mai 2023 Classé dans Documentation`, `17/12/2024 dans Accès au droit`."""
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


_CAME_OUT: Final = re.compile(
    r"(?<![^\W_])(?:vien(?:t|nent) (?:de |d['’])(?:para[îi]tre|sortir|[êe]tre)|para[îi]t|parutions?|publications?|"
    r"(?:est|sont) (?:parue?s?|sortie?s?|en ligne|disponibles?|[ée]lue?s?)|[àa] (?:lire|t[ée]l[ée]charger|consulter)|"
    r"appels? [àa] (?:projets?|candidatures?|manifestations?)|offres? d['’]emploi|recrut\w+|nouve(?:au|l|lle) "
    r"(?:num[ée]ro|guide|site|fiche|[ée]tude|outil|adresse))(?![^\W_])",
    re.IGNORECASE,
)
"""What a title says of a thing that is there now: `Vient de paraître : l'atlas des quartiers`."""
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
        if (known and _begins_with(line, known.value.date())) or _RUBRIC.search(line) or _BYLINE.search(line)
    ]


def _begins_with(line: str, day: dt.date) -> bool:
    """Whether the day that a line begins with may be this one: it has its number and its year."""
    told = _STAMP_DAY.match(line)
    figures = re.findall(r"\d+", told.group()) if told is not None else []
    return bool(figures) and int(figures[0]) == day.day and int(figures[-1]) % 100 == day.year % 100


def find_line_under_title(document: Document, dates: tuple[DateReading, ...]) -> DateReading | None:
    """The day that is a line of its own right under the title, as news pages stamp themselves, or None.

    Weekdays and hours are how meetings are dated; where no other day stands on the page it may be the meeting's.
    """
    above = _find_rubric(document, dates) or _head_of_post(document, dates)
    if above is not None:
        return above
    head = _below_title(document)
    if not head:
        return None
    if document.published is not None:
        return _day_of_stamp(document, head, dates, document.published)
    found = _first_line(document, head, dates) or _line_apart(document, head, dates)
    line = document.block_at(found.where.start) if found is not None else None
    of_meeting = found is not None and line is not None and tells_day_of_minutes(document, line, found.where.end)
    of_meeting = of_meeting or (found is not None and any(_is_counted_from(document, d, found) for d in dates))
    return None if of_meeting else found


def _first_line(document: Document, head: list[Block], dates: tuple[DateReading, ...]) -> DateReading | None:
    """The day that is all of the line right under the title, but for its rubric, the minute, and who wrote."""
    line = head[0]
    found = [d for d in dates if line.start <= d.where.start < line.end]
    others = [d for d in dates if d.precision == "day" and not line.start <= d.where.start < line.end]
    others = [d for d in others if d.role not in ("law", "past") or (found and _is_near(found[0], d))]
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
    listed_below = any(_fills_line(document, d) and not _tells_hours(d) for d in others)
    if len(found) == 1 and NAMES_WEEKDAY.search(found[0].text) and listed_below:
        return None
    date = found[0]
    words = _plain_words(document, line, date).strip("[]()")
    told = date.text.removeprefix("le ").removeprefix("Le ")
    bare = words.removeprefix("le ").removeprefix("Le ") == told
    single = date.precision == "day" and date.first_day == date.last_day and date.starts_at is None
    stamped = back or _is_signed(document, line) or _BARE_DAY.match(told) is not None or _is_before_all(date, others)
    stamped = stamped or _is_news_of_thing(document.title)
    return date if bare and single and stamped and date.year_from == "written" else None


def _is_news_of_thing(title: str) -> bool:
    """Whether a title tells what came out, was opened to applications or put up, and names nothing people come to."""
    return not find_event_type(title) and _CAME_OUT.search(title) is not None


def _line_apart(document: Document, head: list[Block], dates: tuple[DateReading, ...]) -> DateReading | None:
    """The day of a line of the head that says no more of it, where sittings are told later with their hours or words.

    Who announces a meeting by such a line sets its hours or its place beside it.
    """
    for number, line in enumerate(head):
        found = [d for d in dates if line.start <= d.where.start < line.end]
        if not found:
            if line.kind == "heading" or line.end - line.start > _LONGEST_STAMP:
                return None  # the text begins
            continue
        day = found[0]
        single = len(found) == 1 and day.precision == "day" and day.first_day == day.last_day and day.starts_at is None
        if not single or line.kind not in _KINDS or day.year_from != "written" or day.role != "event":
            return None
        below = next((block for block in head[number + 1 :] if not _tells_day(block, dates)), None)
        headed = line.kind != "heading" or (below is not None and below.kind == "heading")
        listed = any(b.end - b.start <= _LONGEST_STAMP and _tells_day(b, dates) for b in head[number + 1 : number + 2])
        plain = headed and not listed and _says_no_more(document, line, day)
        apart = plain and not _goes_on(document, head[number + 1 :], dates)
        return day if apart and _are_told_better(document, day, dates) else None
    return None


def is_leaf_of_meeting(document: Document, date: DateReading, dates: tuple[DateReading, ...]) -> bool:
    """Whether a day stands above the title, as on the leaf of a calendar, and its hours or its place below it."""
    title = next((block for block in document.blocks if block.kind == "title"), None)
    if title is None or date.where.start > title.start:
        return False
    return _goes_on(document, _below_title(document), dates)


def _tells_day(block: Block, dates: tuple[DateReading, ...]) -> bool:
    """Whether a line names a day."""
    return any(block.start <= date.where.start < block.end for date in dates)


def _says_no_more(document: Document, line: Block, date: DateReading) -> bool:
    """Whether what stands beside a day in its line is a rubric, who wrote and what is counted, and no place."""
    before = document.text[line.start : date.where.start].rstrip()
    rest = _LEADS_DAY.sub("", before) + " | " + document.text[date.where.end : line.end]
    parts = (part.strip(" .,()[]") for part in _BETWEEN_PARTS.split(rest))
    return all(
        not part
        or _COUNTED.fullmatch(part) is not None
        or (len(part) <= _LONGEST_RUBRIC and _PLACED.search(part) is None and find_event_type(part) == "")
        for part in parts
    )


def _goes_on(document: Document, below: list[Block], dates: tuple[DateReading, ...]) -> bool:
    """Whether a line below tells hours or a place without a day: those of the day above it (`9h-17h`, `Salle Foch`)."""
    for block in below:
        words = document.words_of(block)
        if _tells_day(block, dates) or len(words) > _LONGEST_STAMP:
            return False
        if _HOURS.search(words) or (_PLACE_OF_DAY.match(words) and not words.endswith(".")):
            return True
    return False


def _are_told_better(document: Document, date: DateReading, dates: tuple[DateReading, ...]) -> bool:
    """Whether later days are told with their hours or in a sentence, none of them that of the head again."""
    others = [d for d in dates if d.role == "event" and d.precision == "day" and d is not date]
    if any(d.first_day <= date.first_day <= d.last_day for d in others):
        return False
    if NAMES_WEEKDAY.search(date.text) and any(_fills_line(document, d) and not _tells_hours(d) for d in others):
        return False  # one line of a list of days
    later = [d for d in others if d.first_day > date.first_day]
    if len(later) == 1:
        return later[0].starts_at is not None and not _is_next(document, later[0]) and not _left_hours(document, dates)
    return bool(later)


def _tells_hours(date: DateReading) -> bool:
    return _HOURS.search(date.text.partition("\n")[0]) is not None


def _left_hours(document: Document, dates: tuple[DateReading, ...]) -> bool:
    """Whether from when to when people meet is told apart from all days, as for the one in the head: `de 9h à 17h`."""
    spans = [(d.where.start, d.where.end) for d in dates]
    return any(
        not any(start < hours.end() and hours.start() < end for start, end in spans)
        for block in document.blocks
        if block.kind != "furniture"
        for hours in _RANGE.finditer(document.text, block.start, block.end)
    )


def _is_next(document: Document, date: DateReading) -> bool:
    """Whether a day is that of the next sitting, so that another is this one's: `Prochaine visite : le 31 mai`."""
    block = document.block_at(date.where.start)
    start = max(block.start if block is not None else 0, date.where.start - _LONGEST_STAMP)
    return _NEXT.search(document.text, start, date.where.start) is not None


_KINDS: Final = ("paragraph", "lead", "item", "heading")
_LEADS_DAY: Final = re.compile(
    r"\s?(?:(?:actualit[ée]s?|actu|article|billet|br[èe]ve|news|info|nouvelle|annonce|message|post|note)\s)?(?:du|le|de)?$",
    re.IGNORECASE,
)
"""What leads to the day of a piece of news: `Actualité du`."""
_NEXT: Final = re.compile(r"(?<![^\W_])(?:prochaine?s?|suivante?s?|à venir)(?![^\W_])", re.IGNORECASE)
_BETWEEN_PARTS: Final = re.compile(r"\s?[|·•/]\s?|\s[–—-]\s")
_LONGEST_RUBRIC: Final = 40
_HOURS: Final = re.compile(r"(?<!\d)[0-2]?\d\s?(?:h(?![^\W\d_])|heures?|:[0-5]\d)", re.IGNORECASE)
_RANGE: Final = re.compile(r"(?<!\d)[0-2]?\d\s?h\s?(?:[0-5]\d)?\s?(?:[àa–-]|et)\s?[0-2]?\d\s?h", re.IGNORECASE)
_PLACE_OF_DAY: Final = re.compile(
    r"\W*(?:[àÀ]\s|aux?\s|dans\s|chez\s|lieu\b|o[ùÙ]\b|salle|rue|place|espace|maison|h[ôo]tel|mairie|centre|"
    r"m[ée]diath[èe]que|gymnase|en ligne|visio|webinaire)",
    re.IGNORECASE,
)
"""How the place of the day above begins, on a line of its own."""


def _is_signed(document: Document, line: Block) -> bool:
    """Whether a line names who wrote beside the day, or its rubric: `mercredi 4 mai 2016, par Zoé`."""
    signed = _BYLINE.search(document.text, line.start, line.end) is not None
    return any((signed, _BYLINE_AHEAD.search(document.words_of(line)), _FILED.search(document.words_of(line))))


def _head_of_post(document: Document, dates: tuple[DateReading, ...]) -> DateReading | None:
    """The day that is all of the line above the title, as over a post of a blog, where its stamp or its text says so.

    The stamp has the same day; or the text tells two later days at least, and nothing below the title is that day's.
    """
    index = next((n for n, block in enumerate(document.blocks) if block.kind == "title"), 0)
    line = next((block for block in reversed(document.blocks[:index]) if block.kind != "furniture"), None)
    found = [d for d in dates if line is not None and line.start <= d.where.start < line.end]
    if line is None or len(found) != 1 or found[0].year_from != "written" or found[0].starts_at is not None:
        return None
    day = found[0]
    if _LEADS_DAY.sub("", document.words_of(line)).strip(" .") != day.text.removeprefix("le ").removeprefix("Le "):
        return None
    if document.published is not None:
        return day if document.published.value.date() == day.first_day else None
    others = {d.first_day for d in dates if d.role == "event" and d.precision == "day" and d is not day}
    later = len(others) >= _LATER_DAYS and min(others) > day.first_day
    return day if later and not is_leaf_of_meeting(document, day, dates) else None


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
_A_YEAR: Final = 366


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
_PLACED: Final = re.compile(r"(?<![^\W_])(?:[àÀ]|aux?|dans|chez|salle|rue|place)(?![^\W_])|[\d:,]", re.IGNORECASE)
"""What stands beside the day of a meeting in the line that tells it."""


def _is_beside_other_days(document: Document, line: Block, date: DateReading, dates: tuple[DateReading, ...]) -> bool:
    """Whether a short line tells neither hour nor place of its day, and what takes place is dated elsewhere."""
    rest = document.text[line.start : date.where.start] + " " + document.text[date.where.end : line.end]
    rest = _COUNTED.sub("", rest)
    if date.starts_at is not None or len(rest) > _LONGEST_STAMP or _PLACED.search(rest):
        return False
    return any(d.role == "event" and d.precision == "day" and d.first_day != date.first_day for d in dates)


def _is_near(date: DateReading, other: DateReading) -> bool:
    """Whether a day lies within a year of another: what was decided or founded long ago is no meeting's day."""
    return abs((date.first_day - other.first_day).days) <= _A_YEAR


def _is_counted_from(document: Document, date: DateReading, other: DateReading) -> bool:
    """Whether a day is told as the one before or after another: `le lendemain matin : rendez-vous vendredi 24`."""
    lead = document.text[max(0, date.where.start - _LEAD_OF_COUNTED) : date.where.start].lower()
    apart = (date.first_day - other.first_day).days
    return ("lendemain" in lead and apart == 1) or ("veille" in lead and apart == -1)


def _plain_words(document: Document, line: Block, date: DateReading) -> str:
    """The words of a line without its rubric, its author, and the links behind its day (`3 juillet 2017 Retours`)."""
    text, end = document.text, line.end
    for link in reversed(document.links_between(date.where.end, line.end)):
        if not text[link.end : end].strip(" ,|/·•–—-"):
            end = link.start
    words = text[line.start : end].rstrip(" ,|/·•–—-")
    if _BYLINE_AHEAD.match(words):
        words = _RUBRIC_BEHIND.sub("", words)
    return _BYLINE_AHEAD.sub("", _BYLINE.sub("", _RUBRIC.sub("", _FILED.sub("", words)))).strip(" .")


def _is_before_all(date: DateReading, others: list[DateReading]) -> bool:
    """Whether several days follow a day and none repeats it: even with its weekday it is when the page was made."""
    days = {other.first_day for other in others if other.role == "event"}
    return len(days) > 1 and date.first_day < min(days)
