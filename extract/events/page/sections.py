"""One page, one event or several: a page whose headings each announce something of their own holds several."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from extract.counters import are_counted
from extract.dates.month_lines import MONTH_NAMES
from extract.document import Block
from extract.events.hours.hours_above import share_hours_above
from extract.events.page.collections import is_series, only_collects
from extract.events.page.event_nouns import VAGUE
from extract.events.page.event_types import find_title_noun
from extract.events.page.line_pieces import LONG_WORD, blank_when, choose_title, line_pieces, words_behind_day
from extract.events.page.naming import find_event_type
from extract.events.page.section_edges import counts_days, edges_of_sections
from extract.events.page.titled_entries import find_entries, find_titled_entries, is_place_line, name_above
from extract.events.parts import Parts, standing_between
from extract.records import DateReading

_NUMBERED: Final = re.compile(
    r"^\W*(?:\d+(?:ère?|re|er|e|ème|nde?)\s+)?(?:sessions?|s[ée]ances?|modules?|journ[ée]es?|jours?|ateliers?|"
    r"rencontres?|webinaires?|dates?|[ée]tapes?|temps|"
    r"partie|matin[ée]e|cycle)\s*(?:n\s*[°o]\s*)?(?:(?P<number>\d+|[IVX]+|une?|deux|trois|quatre|cinq|six)|)"
    r"(?:\s*[/:.–-]|\s*$)",
    re.IGNORECASE,
)
"""What counts a sitting; a noun alone may also lead to what it is about (`Webinaire : les aides à la pierre`)."""
PLAIN: Final = re.compile(
    r"^\W*(?:programme|dates?|calendrier|lieux?|horaires?|infos?|informations?|contacts?|inscriptions?|"
    r"d[ée]roul[ée]|pour qui|objectifs?|"
    r"public|intervenants?|contexte|modalit[ée]s|et)\b.{0,25}$",
    re.IGNORECASE,
)


_AGENDA: Final = re.compile(
    r"(?<![^\W_])(?:agendas?|calendriers?|rendez-vous|newsletter|lettre d['’]information|en bref|br[èe]ves|actus?|"
    r"[ée]v[ée]nements (?:de|du|[àa] venir)|dates? [àa] retenir|[àa] vos agendas)(?![^\W_])",
    re.IGNORECASE,
)


_COUNTED_MEETINGS: Final = re.compile(
    r"(?<![^\W_])(?:\d{1,2}|une?|le|notre|prochain|sur|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze) (?:\w+ )?"
    r"rendez-vous",
    re.IGNORECASE,
)
_DATES_OF_ONE: Final = re.compile(
    r"(?<![^\W_])(?:agenda|calendrier|dates)\s(?:du\s|de la\s|de l['’]|de (?:cette|notre|ce)\s|d['’]une?\s)"
    r"(?P<whose>[^\W\d_]+)",
    re.IGNORECASE,
)
_MEETS_OFTEN: Final = re.compile(
    r"(?<![^\W_])(?:r[ée]seaux?|clubs?|groupes?|collectifs?|comit[ée]s?|commissions?|communaut[ée] de pratiques?|"
    r"r[ée]unions?|rencontres?|s[ée]ances?)(?![^\W_])",
    re.IGNORECASE,
)
MONTHS_ONLY: Final = re.compile(
    rf"\W*(?:{MONTH_NAMES})(?:(?:\s?[-–/,&]\s?|\set\s|\s[àa]\s)(?:{MONTH_NAMES}))*(?:\s(?:19|20)\d\d)?\W*",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(r"[^\W\d_]+(?:[- ][^\W\d_]+)?\s(?:n\s?[°o]\s?)?(?:\d{1,2}|[IVX]+|[A-H])")
_WEEKDAY_LEFT: Final = re.compile(
    r"(?<![^\W_])(?:(?:du|le|de)\s)?(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\W*$", re.I
)
_SERIES: Final = re.compile(r"\W*(?:un |le )?(?:cycle|parcours|formation|stage)(?![^\W_])", re.IGNORECASE)
_LINES_BELOW_TITLE: Final = 2
_LONGEST_SUBTITLE: Final = 100
_PLACE_LINES: Final = 3
_FEWEST_WORDS: Final = 3
_UNNAMED: Final = ("", "événement", "réunion")
"""Kinds of event of a title that names none."""
_FEW_WORDS: Final = 3
"""Words that a line of an agenda may hold besides its day and its place, and still only say when and where."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the page under one heading, with the event days named in it. `heading` is None before the first.

    On an agenda each line is a section of its own; `title` is what it announces.
    """

    heading: Block | None
    start: int
    end: int
    dates: tuple[DateReading, ...]
    title: str = ""


_STEP: Final = re.compile(r"[^\w\n]*(?:(?:de|[àa]|d[èe]s)\s)?\d{1,2}\s?(?:[hH](?![^\W\d_])|heures(?![^\W_])|:[0-5]\d)")
_MOST_STEPS: Final = 20


def is_agenda(heading: str) -> bool:
    """Whether a title says that what follows is a list of events (`Agenda`, `Nos rendez-vous`).

    `Quatre rendez-vous, de 14h à 16h` counts the sittings of one.
    """
    one = _DATES_OF_ONE.search(heading)  # `le calendrier de la formation`
    if one is not None and find_event_type(one["whose"]):
        return False
    return _AGENDA.search(_COUNTED_MEETINGS.sub("", heading)) is not None


def find_sections(parts: Parts, dates: list[DateReading]) -> list[Section]:
    """The page cut at its headings."""
    edges = edges_of_sections(parts, dates)
    starts: list[tuple[int, Block | None]] = [(0, None), *edges]
    ends = [start for start, _ in starts[1:]] + [len(parts.document.text) + 1]
    return [
        Section(heading, start, end, tuple(d for d in dates if start <= d.where.start < end))
        for (start, heading), end in zip(starts, ends, strict=True)
    ]


def find_separate_events(parts: Parts, dates: list[DateReading]) -> list[Section]:
    """The sections that are events of their own, or none where the whole page speaks of one event."""
    if tells_series(parts):
        return []
    dated = [s for s in find_sections(parts, dates) if s.dates and s.heading is not None]
    own = [s for s in dated if announces(parts, s)]
    title = parts.document.title
    unnamed = (find_event_type(title) in _UNNAMED or is_agenda(title)) and not any(_is_town(parts, s) for s in dated)
    if unnamed and (only_collects(title) or 2 * len(own) >= len(dated) > 1):
        own = [s for s in dated if s in own or announces(parts, s, fewest=1)]  # `Loto solidaire` beside longer names
    own = [replace(s, title=_words(parts, s)) for s in own]
    alike = len({_without_when(parts, s).lower() for s in own}) < len(own)
    if len(own) >= 2 and len(own) == len(dated) and not alike and not are_counted([s.title for s in own]):
        return own
    return find_agenda_lines(parts, dates) if is_agenda(parts.document.title) else []


def _is_town(parts: Parts, section: Section) -> bool:
    """Whether a heading is but the name of a town."""
    head = section.heading
    towns = standing_between(parts.territories, head.start, head.end) if head is not None else []
    return head is not None and any(t.where.start == head.start and t.where.end == head.end for t in towns)


def tells_series(parts: Parts) -> bool:
    """Whether the title of a page, or a line right below it, calls what it announces a cycle or a series."""
    title = parts.document.title
    return find_event_type(title) == "cycle" or is_series(title) or _is_called_series(parts)


def _is_called_series(parts: Parts) -> bool:
    """Whether a line right below the title calls the page's event a series: `Cycle de perfectionnement, printemps`."""
    above = max((i for i, b in enumerate(parts.blocks) if b.kind == "title"), default=-1)
    below = [parts.document.words_of(b) for b in parts.blocks[above + 1 : above + 1 + _LINES_BELOW_TITLE]]
    return any(
        (_SERIES.match(words) and len(words) <= _LONGEST_SUBTITLE) or counts_days(parts, words) for words in below
    )


def find_agenda(parts: Parts, dates: list[DateReading]) -> list[Section]:
    """Entries of an agenda under its heading: a line with a day and its town, then what takes place there.

    None where fewer than two such lines stand under a heading that says agenda.
    """
    if is_series(parts.document.title):
        return []
    found: list[Section] = []
    for section in _join_months(parts, find_sections(parts, dates)):
        heading = parts.document.words_of(section.heading) if section.heading else parts.document.title
        if not is_agenda(heading):
            continue
        blocks = [
            b
            for b in parts.blocks
            if section.start <= b.start < section.end and b is not section.heading and b.kind != "title"
        ]
        blocks = [b for b in blocks if b.kind != "heading" or not MONTHS_ONLY.fullmatch(parts.document.words_of(b))]
        told = find_entries(parts, blocks, dates)
        titles = [title for title, *_ in told] or find_titled_entries(parts, blocks, dates)
        if are_counted([parts.document.words_of(title) for title in titles]):
            return []  # the sittings of one event
        if told:
            found += [Section(*entry) for entry in told]
            continue
        if titles:
            found += [
                Section(title, title.start, end, tuple(standing_between(dates, title.start, end)), words)
                for title, end in zip(titles, [*(t.start for t in titles[1:]), section.end], strict=True)
                if (words := parts.document.words_of(title))
            ]
            continue
        heads = [b for b in blocks if _is_entry_head(parts, b, dates)]
        entries: list[Section] = []
        for head, following in zip_longest(heads, heads[1:]):
            end = following.start if following else section.end
            below = next((b for b in blocks if head.end <= b.start < end), None)
            if (
                below is not None
                and LONG_WORD.search(parts.document.words_of(below))
                and not (standing_between(dates, below.start, below.end) or is_place_line(parts, below))
            ):
                title = _first_sentence(parts, below)
                entries.append(Section(head, head.start, end, tuple(standing_between(dates, head.start, end)), title))
        found += entries if len(entries) == len(heads) else []  # lines that follow one another tell what they are
    return found if len(found) >= 2 else []


def _join_months(parts: Parts, sections: list[Section]) -> list[Section]:
    """The sections, those under a heading that only names months with the one before them: they go on with it."""
    joined: list[Section] = []
    for section in sections:
        if joined and section.heading and MONTHS_ONLY.fullmatch(parts.document.words_of(section.heading)):
            joined[-1] = replace(joined[-1], end=section.end, dates=joined[-1].dates + section.dates)
        else:
            joined.append(section)
    return joined


def _is_entry_head(parts: Parts, block: Block, dates: list[DateReading]) -> bool:
    """Whether a line holds a day, and besides it no more than where: at most three words that are no venue's."""
    inside = standing_between(dates, block.start, block.end)
    if not inside or block.kind not in ("paragraph", "heading", "item"):
        return False
    few = len(LONG_WORD.findall(blank_when(parts, block, inside))) <= _FEW_WORDS
    return few and not words_behind_day(parts, block, inside)


def _first_sentence(parts: Parts, block: Block) -> str:
    start, end = parts.sentence_of(block.start)
    words = parts.document.text[start : min(end, block.end)]
    cut = re.search(r",\s+(?:[àa] partir de|d[èe]s|de \d|[àa] \d)", words)
    return (words[: cut.start()] if cut else words).strip(" .;,:–-•")


def find_agenda_lines(parts: Parts, dates: list[DateReading]) -> list[Section]:
    """The lines of an agenda that each announce something on a day of their own, or none where fewer than two do."""
    lines: list[Section] = []
    dates = share_hours_above(parts, dates)
    for block in parts.blocks:
        inside = standing_between(dates, block.start, block.end)
        if not inside or block.kind not in ("item", "paragraph", "lead") or _is_known(inside, lines):
            continue
        end = max(_end_of_places(parts, block), _end_of_steps(parts, block))
        above = name_above(parts, block, inside)
        if above is not None:
            lines.append(Section(above, above.start, end, tuple(inside), parts.document.words_of(above)))
            continue
        lines.append(Section(block, block.start, end, tuple(inside), choose_title(line_pieces(parts, block, inside))))
    titled = [line for line in lines if line.title]
    counted = all(_COUNTED.fullmatch(line.title) for line in titled) or are_counted([line.title for line in titled])
    if len(titled) < 2 or _goes_on_from_title(parts, titled) or counted:
        return []  # `Week-end 1`, `Week-end 2`: sittings of one event
    return [line if line.title else replace(line, title=_short_title(parts, line)) for line in lines]


def _goes_on_from_title(parts: Parts, lines: list[Section]) -> bool:
    """Whether most lines go on in small letters with what one body that meets announces: they are its sittings.

    `Réseau des chefs de projet : le calendrier` over `12 mai à Creil : mobiliser le droit commun`.
    """
    small = [line for line in lines if line.title[:1].islower() and find_title_noun(line.title) is None]
    return 2 * len(small) > len(lines) and _MEETS_OFTEN.search(parts.document.title) is not None


def _end_of_places(parts: Parts, line: Block) -> int:
    """Where the lines end that stand right below the line of a day and only say where people meet."""
    end, above = line.end, parts.block_above(line)
    for below in parts.blocks_after(line.start, _PLACE_LINES):
        venues = standing_between(parts.venues, below.start, below.end)
        if below.kind in ("heading", "title") or not venues or standing_between(parts.dates, below.start, below.end):
            break
        if above is not None and above.group == line.group != below.group:
            break  # what stands apart below a list is said of all of it
        words = parts.words((below.start, venues[0].where.start)) + parts.words((venues[-1].where.end, below.end))
        if len(LONG_WORD.findall(words)) > _FEW_WORDS:
            break
        end = below.end
    return end


def _end_of_steps(parts: Parts, line: Block) -> int:
    """Where the programme ends that stands right below the line of a day, whose lines each begin with an hour."""
    end = line.end
    for below in parts.blocks_after(line.start, _MOST_STEPS):
        if _STEP.match(parts.document.text, below.start, below.end) is None:
            break
        if standing_between(parts.dates, below.start, below.end):
            break
        end = below.end
    return end


def _is_known(dates: list[DateReading], lines: list[Section]) -> bool:
    """Whether a line only names days again that other lines announce (`garde d'enfants le 6 octobre`)."""
    told = {date.first_day for line in lines for date in line.dates}
    return all(date.first_day in told and date.starts_at is None for date in dates)


def _short_title(parts: Parts, line: Section) -> str:
    """What a line of an agenda is called that says it in one word, or leaves it to the page."""
    pieces = [piece for piece in line_pieces(parts, line.heading, list(line.dates)) if LONG_WORD.search(piece)]
    return " : ".join(pieces[:2]) or parts.document.title


def _words(parts: Parts, section: Section) -> str:
    return parts.document.words_of(section.heading) if section.heading is not None else ""


def announces(parts: Parts, section: Section, fewest: int = _FEWEST_WORDS) -> bool:
    """Whether a heading names something of its own in so many words: more than a date, a number or a rubric."""
    if section.heading is None or MONTHS_ONLY.fullmatch(parts.document.words_of(section.heading)):
        return False
    words = _without_when(parts, section)
    noun = find_title_noun(words)
    if noun is not None and noun.kind in VAGUE and not words[: noun.start].strip() and not words[noun.end :].strip():
        return False  # `Visio`
    counted = _NUMBERED.search(words)
    if counted is not None and counted["number"] is None:
        words = words[counted.end() :]
    elif counted is not None or PLAIN.search(words):
        return False
    return len(re.findall(r"[^\W\d_]{3,}", words)) >= fewest


def _without_when(parts: Parts, section: Section) -> str:
    """The words of a heading besides its days and the places with a street or a town that go with them."""
    if section.heading is None:
        return ""
    head = section.heading
    words = parts.document.words_of(head)
    inside = [date.where for date in section.dates if head.start <= date.where.start < head.end]
    places = [venue.where for venue in standing_between(parts.venues, head.start, head.end)] if inside else []
    for where in (*inside, *places):
        start, end = where.start - head.start, min(where.end, head.end) - head.start
        words = words[:start] + " " * (end - start) + words[end:]
    return " ".join(_WEEKDAY_LEFT.sub(" ", words).split()) if inside else words
