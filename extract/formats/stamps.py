"""Days that a page states of itself: `Publié le 29 septembre 2021`, `modifié le 08/12/2017 - 11:55`.

A small strict parser: a stamp is machine-made, so what is not one of its few shapes is no stamp.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from extract.plain_keys import unaccented

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("janvier", "janv", "jan"),
            ("fevrier", "fevr", "fev"),
            ("mars", "mar"),
            ("avril", "avr"),
            ("mai",),
            ("juin",),
            ("juillet", "juil"),
            ("aout",),
            ("septembre", "sept", "sep"),
            ("octobre", "oct"),
            ("novembre", "nov"),
            ("decembre", "dec"),
        ),
        start=1,
    )
    for name in names
}
_WEEKDAY = r"(?:(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]{0,6}\.?,?\s+)?"
_DAY = (
    rf"{_WEEKDAY}(?:(?P<d>\d{{1,2}})(?:er)?\s+(?P<m>[a-zéûà]{{3,9}})\.?\s+(?P<y>\d{{4}})"
    r"|(?P<dn>\d{1,2})[/.](?P<mn>\d{1,2})[/.](?P<yn>\d{4}|\d{2})(?!\d)"
    r"|(?P<yi>\d{4})-(?P<mi>\d{2})-(?P<di>\d{2}))"
)
_NAMED_DAY = re.compile(
    rf"(?<!\d)\d{{1,2}}(?:er)?\s*(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})(?![a-z])|"
    r"(?<![\d/])\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?!\d)"
)
_SLOT = re.compile(
    r"(?i:groupe|cr[ée]neau|s[ée]ance|session|atelier|visite|promotion)(?![^\W_])[^\n]{0,60}?(?<!\d)[0-2]?\d\s?(?:[hH]\s?|:)(?:[0-5]\d)?\s?(?:-|–|à|a)\s?[0-2]?\d\s?(?:[hH]|:[0-5]\d)"
)
_HOUR = r"(?:\s*(?:-|–|,|à|a|T)?\s*(?P<h>\d{1,2})\s*[:hH]\s*(?P<min>\d{2})?(?::\d{2})?)?"
_PAPER = (
    r"(?:(?:la|le|cette|ce|notre)\s+)?"
    r"(?:article|page|version|document|fiche|guide|calendrier|programme|agenda|planning|liste|texte|note|site|contenu)"
)
_MODIFIED = (
    r"(?:[^\W\d_][\w'’-]{1,15}\s+){0,3}mise?s?\s+[àa]\s+jour|m[àa]j|"
    rf"derni[eè]re\s+(?:mise\s+[àa]\s+jour|m[àa]j|modification|actualisation|r[ée]vision)(?:\s+(?:de|du)\s+{_PAPER})?|"
    rf"(?:{_PAPER}\s+)?(?:modifi|actualis|r[ée]vis)[ée]+e?s?|{_PAPER}\s+refaite?|"
    r"(?:modification|actualisation|r[ée]vision)(?=\s*:)|"
    r"(?:last\s+)?(?:modified|updated)\s+on"
)
"""The noun before `mis à jour` may be any (`Guide mis à jour le …`): of no meeting it is said."""
_COPIED = (
    r"(?:(?:page|document|fiche|article|copie|version)\s+)?"
    r"(?:imprim|[ée]dit|g[ée]n[ée]r|export|consult|captur|sauvegard|archiv)[ée]e?"
    r"(?:\s+(?:depuis|sur|[àa] partir d[eu])\s+\S{3,80})?"
)
"""What a machine writes under a copy of a page: `Imprimé depuis www.ville.example le 14/03/2023 à 09:27`."""
_PUBLISHED = (
    r"(?:(?:article|actualit[ée]|page|fiche|annonce|[ée]v[ée]nement|[ée]v[èe]nement)\s+)?"
    r"(?:publi[ée]+|mis(?:e)?\s+en\s+ligne|post[ée]+|cr[ée]+|r[ée]dig[ée]+|[ée]crit|ajout[ée]+|"
    r"diffus[ée]+|parue?)|(?:date\s+de\s+)?(?:publication|parution|r[ée]daction|mise\s+en\s+ligne)|soumis|"
    r"article\s+du|cr[ée]ation(?=\s*:)"
)
_AUTHOR = r"(?:\s+par\s+[^\d,|]{2,40}?)?"
_STAMP = re.compile(
    rf"(?:^|[(|\[,;–—•·-]\s*|[.!?]\s+|\bet\s+)(?:(?P<modified>{_MODIFIED}|{_COPIED})|(?P<published>{_PUBLISHED})){_AUTHOR}"
    rf"\s*(?:le\b|:|le\s*:)?\s*:?\s*(?:le\s+)?(?P<day>{_DAY}{_HOUR})",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_GOES_ON = re.compile(r",\s(?!mis|modifi|actualis|r[ée]vis|publi|dans\b|par\b|à\s\d|rubrique|cat[ée]gorie)[a-zà-ÿ]")
_LONGEST_REST = 45
_CLOSED = re.compile(r"\s?[–—|·•-]\s[^.;!?]{3,150}$|\s?\([^()]{3,250}\)\W*$")
"""What may stand behind a stamp that opens its line: who signs (`Édité le 6 mars 2023 – CA de Lens, 62300 Lens`), or
an aside (`Programme actualisé le 4 mai 2020 (les ateliers sont supprimés)`)."""
_BAR = re.compile(r"\s[–—|·•-]\s")
_LONGEST_LINE = 400
_HINTS = (
    *("publi", "jour", "maj", "màj", "modif", "actualis", "ligne", "post", "soumis", "article du"),
    *("ajout", "paru", "diffus", "créé", "cree", "création", "creation", "rédig", "redig", "rédac", "redac"),
    *("crit", "révis", "revis", "parution"),
    *("imprim", "édit", "génér", "export", "consult", "captur", "sauvegard", "archiv"),
    *("modified", "updated", "refait"),
)


class FoundStamp(NamedTuple):
    """A stamp in a line: its moment, the span of the day in the line, and whether it states a modification."""

    value: dt.datetime
    start: int
    end: int
    modified: bool
    label: str


@lru_cache(maxsize=4096)
def find_stamps(text: str) -> tuple[FoundStamp, ...]:
    """Find the publication and modification stamps of one line; a sentence that goes on after the day is none."""
    if len(text) > _LONGEST_LINE or _DIGIT.search(text) is None:
        return ()
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return ()
    found, last = [], 0
    for match in _STAMP.finditer(text):
        value = _moment(match)
        if value is None or (match.start() - last > _LONGEST_REST) or _is_aside(text, match):
            continue
        label = text[match.start("modified") if match["modified"] else match.start("published") : match.start("day")]
        stamp = FoundStamp(value, match.start("day"), match.end("day"), bool(match["modified"]), label.strip(" :"))
        found.append(stamp)
        last = match.end()
    is_whole = len(text) - last <= _LONGEST_REST or _is_source_line(text)
    return tuple(found) if is_whole or (found and _CLOSED.match(text, last) and _opens(text, found[0])) else ()


def find_closing_stamp(text: str) -> tuple[FoundStamp, ...]:
    """The stamp that closes a footer: `Centre social, 60000 Beauvais – Mis à jour le 23 mai 2021`."""
    ends = [match.end() for match in _BAR.finditer(text)]
    shift = ends[-1] if ends else 0
    found = find_stamps(text[shift:]) if shift else ()
    return tuple(one._replace(start=one.start + shift, end=one.end + shift) for one in found)


def _opens(text: str, stamp: FoundStamp) -> bool:
    """Whether a line has nothing before a stamp and its words."""
    return not text[: stamp.start].lower().replace(stamp.label.lower(), "", 1).strip(" :")


def _is_aside(text: str, stamp: re.Match[str]) -> bool:
    """Whether the words stand between commas in a sentence that goes on: `Le rapport, paru le 2 mai 2020, montre …`."""
    return text[stamp.start()] == "," and _GOES_ON.match(text, stamp.end()) is not None


def _is_source_line(text: str) -> bool:
    """Whether the rest of the line is an address, broken or whole: the closing line of a print export."""
    return re.search(r"https?://\S+(?: [\w/%.~-]+){0,4}\W*$", text) is not None


def _moment(match: re.Match[str]) -> dt.datetime | None:
    """The moment of a stamp, or None if no calendar has such a day or hour."""
    if match["d"]:
        month = _MONTHS.get(unaccented(match["m"]))
        parts = (match["y"], month, match["d"])
    elif match["dn"]:
        year = match["yn"] if len(match["yn"]) == 4 else f"20{match['yn']}"
        parts = (year, int(match["mn"]), match["dn"])
    else:
        parts = (match["yi"], int(match["mi"]), match["di"])
    if parts[1] is None:
        return None
    try:
        return dt.datetime(int(parts[0]), parts[1], int(parts[2]), int(match["h"] or 0), int(match["min"] or 0))
    except ValueError:
        return None


_MOMENT = re.compile(rf"\s*(?:le\s+)?{_DAY}{_HOUR}\s*", re.IGNORECASE)


def find_moment(text: str) -> str | None:
    """The moment, as ISO 8601, of words that are nothing but a day, or None (`vendredi 14 février 2025`)."""
    match = _MOMENT.fullmatch(text)
    value = _moment(match) if match else None
    return value.isoformat() if value is not None else None


@lru_cache(maxsize=4096)
def names_day(text: str) -> bool:
    """Whether a line names a day with its month (`Atelier 1, mardi 17 mai`)."""
    return _DIGIT.search(text) is not None and _NAMED_DAY.search(unaccented(text)) is not None


@lru_cache(maxsize=4096)
def names_slot(text: str) -> bool:
    """Whether a line names one of several groups with hours from when to when (`Groupe B, de 14h à 16h`)."""
    return _DIGIT.search(text) is not None and _SLOT.search(text) is not None


def parse_iso_moment(text: str) -> dt.datetime | None:
    """Read a machine-written moment (`2021-09-29T10:50:00+02:00`) as local time without zone, or None."""
    match = re.match(r"\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?", text)
    if not match:
        return None
    try:
        year, month, day, hour, minute = (int(part or 0) for part in match.groups())
        return dt.datetime(year, month, day, hour, minute)
    except ValueError:
        return None
