"""What a town that a page names weighs by its own words: as a place where people meet, whoever's it is otherwise.

No single word decides. `à`, a house before the town, a postcode, a line or a title of its own speak for it; that
somebody comes from there, writes from there, travels through it or was there before speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from extract.document import Block
from extract.events.parts import Parts, standing_between
from extract.matching.gates import compile_gated
from extract.places.elsewhere.affiliations import is_affiliation
from extract.places.elsewhere.guests import WHO as GUESTS
from extract.places.elsewhere.postal import BODY_LEAD, POSTAL, SERVICE
from extract.places.elsewhere.quoted import is_quoted
from extract.places.elsewhere.receivers import is_thanked
from extract.places.elsewhere.senders import BODY as SENDER
from extract.places.elsewhere.senders import CONTACT, PHONE
from extract.places.elsewhere.whereabouts import is_where_people_are_away
from extract.places.elsewhere.workshops import STEP
from extract.places.grammar.context import HALTS, MADE_THERE, MEETING_NOUN, SOMEBODY_THERE, is_passed
from extract.places.grammar.governors import hangs_free
from extract.places.grammar.names import PLACE_NOUN
from extract.places.search.hosting import HOSTS
from extract.places.towns.site_towns import BODY as _BODY
from extract.records import TerritoryReading

_REACH: Final = 90
"""Characters before a town within which its words stand."""
_MEETING_NOUN_LENGTH: Final = 20
_LED: Final = re.compile(
    r"(?<![^\s(«,;:–—-])(?:[àÀ]|[Aa]ux?|[Ee]n|[Ss]ur|[Dd]ans|[Vv]ers|[Cc]hez)\s(?:la\s|les?\s|l['’])?$"
)
_IT_IS: Final = re.compile(r"\b(?:c['’](?:est|était)|ce sera)\s$", re.IGNORECASE)
_OF: Final = re.compile(r"(?<![^\W_])(?:de\s|d['’]|du\s|des\s)$")
_OF_MEETING: Final = re.compile(rf"{MEETING_NOUN.pattern}[^,;:.()!?\n]{{0,40}}\s(?:de\s|d['’]|du\s)$", re.IGNORECASE)
_HOUSE: Final = re.compile(
    rf"{PLACE_NOUN}[^,;:.()!?\n]{{0,50}}(?:,\s(?:[àa]\s)?|\sde\s|\sd['’]|\sdu\s|\s[àa]\s|\s\(|\s[–—-]\s)$",
    re.IGNORECASE,
)
_POSTCODE: Final = re.compile(r"(?<!\d)\d{2}\s?\d{3}\s$")
_LED_HOUSE: Final = re.compile(
    r"(?<![^\s(«,;:–—-])(?P<lead>(?:[àÀ] (?:la\s|l['’])|[Aa]ux?\s|[Dd]ans (?:la\s|les?\s|l['’])|[Cc]hez\s))"
    r"(?!(?:maire|sous-pr[ée]fet|pr[ée]fet|habitant|[ée]lu|initiative|demande|suite|r[ée]alit[ée]|situation|question|nom|profit|sein|"
    r"sujet|titre|service|c[œo]+ur|nord|sud|est|ouest|sortie|faveur|c[ôo]t[ée]|environs|niveau|d[ée]part|retour|train|bus|"
    r"cars?|cadre|moyen|place|fin|d[ée]but)s?(?![^\W_]))"
    r"[^,;:.()!?\n]{2,60}?(?:\sde\s|\sd['’]|\sdu\s|\s[àa]\s)$"
)
"""A house that people are led to, with its town: `à la ruche d'entreprises de Béthune`."""
_STREET: Final = re.compile(
    r"\b\d{1,4}(?:\s?bis)?,?\s(?:rue|avenue|boulevard|place|quai|all[ée]e|chemin|square|route)(?![^\W_])"
)
_SET_OFF: Final = re.compile(r"(?:[,(|:]\s?|\s[–—-]\s|^\W*)$")
_THOSE_OF: Final = re.compile(
    r"(?<![^\W_])(?:habitante?|riverain|locataire|r[ée]sident|voisin|famille|parent|enfant|[ée]colier|coll[ée]gien|"
    r"lyc[ée]en|[ée]l[èe]ve|jeune|a[îi]n[ée]|jardinier|paroissien|citoyen|comm[ée]r[çc]ant)e?s\s(?:de\s|d['’]|du\s|des\s)$",
    re.IGNORECASE,
)
"""Those who live in a town and meet at home most often: `cent vingt locataires de Wattrelos`."""
_MAYOR: Final = re.compile(r"\bmaire(?:sse)?\s(?:de\s(?:la\s)?|d['’]|du\s|des\s)$", re.IGNORECASE)
_QUOTED: Final = re.compile(r"«[^«»]*»")
_OFFICE: Final = re.compile(
    r"(?<![^\W_])(?!(?:secteur|s[ée]minaire|anniversaire|entretien|int[ée]rieur|ext[ée]rieur|territoire|hauteur|si[èe]cle|"
    r"valeur|v[ée]lodrome|locataire|riverain|b[ée]n[ée]ficiaire|citoyen|paroissien|coll[ée]gien|lyc[ée]en)s?\s)(?:sous-)?(?:pr[ée]f(?:et|[èe]te)s?|[^\W\d_]{3,}(?:eur|rice|euse|ien|ienne|iste|logue|aire|ante|ant)s?)"
    r"\s(?:[^\W\d_]+\s)?(?:de\s(?:la\s)?|d['’]|du\s|des\s(?:villes?|communes?|quartiers?)\s(?:de\s|d['’]))$",
    re.IGNORECASE,
)
"""Whose office or trade is told with a town: `le sous-préfet de Douai`, `des techniciens des villes de Calais`."""
_OF_PUBLIC: Final = (
    r"(?:d(?:e |e la |u |['’])(?:ville|r[ée]gion|communaut[ée]|m[ée]tropole|police|d[ée]partement|agglo|entreprises)|"
    r"de l['’]agglo|d[ée]partemental|r[ée]gional|communautaire|m[ée]tropolitain|(?-i:de [A-ZÀ-Ý]))"
)
"""What makes a hotel a house where people meet and not one where they sleep: `l'hôtel communautaire`."""
_ON_THE_WAY: Final = compile_gated(
    r"(?<![^\W_])(?:d[ée]part|retour(?!\ssur)|depuis|ven(?:ant|ez|ue?s?)|vien(?:s|t|nent)|arriv\w+|partir\w*|ligne|direction|sortie|"
    rf"trains?|bus|m[ée]tro|tram\w*|navettes?|h[ôo]tels?(?!\s{_OF_PUBLIC})|h[ée]berg\w+|repas|"
    r"(?<!petit[ -])d[ée]jeuner|d[îi]ner|covoitur\w+)(?![^\W_])[^.;!?]{0,60}$",
    re.IGNORECASE,
)
"""What people do on the way to a meeting, or around it: travel, eat, sleep."""
_DONE_BY: Final = re.compile(
    r"(?<![^\W_])(?:anim|assur|pr[ée]sent|propos|port|con[çc]u|con[çc]ue|men|encadr|offert|offerte)[ée]?e?s?\spar\s[^.;:!?,]{3,60}"
    r"\s(?:de\s(?:la\s|l['’])?|du\s|des\s|d['’])\Z",
    re.IGNORECASE,
)
"""Who does what takes place: `La matinée sera animée par la ludothèque de Chauny`."""
_MET: Final = re.compile(
    r"(?<![^\W_])(?:(?:[ée]changes?|partenariats?|jumelages?|contacts?|liens?)\s(?:[^\W\d_]+\s){0,2}?avec|d[ée]l[ée]gations?|"
    r"(?:nous|on)\s(?:recev|accueill|invit)\w+\s(?:une?|l[ae]s?|l['’]|des|nos|deux|trois))"
    r"\s[^.;:!?,]{0,50}$",
    re.IGNORECASE,
)
"""Whom people meet who come from elsewhere: `Un échange avec le conseil citoyen de Calais est prévu`."""
_VISITED: Final = re.compile(
    r"(?<![^\W_])(?:d[ée]couv(?:ert|rir|rent|riront)|visit(?:é|er|eront|ent|aient)|explor(?:é|er|eront)|parcouru?\w*|arpent(?:é|er))"
    r"\s(?!la\s|le\s|l['’])[^.;:!?]{0,60}\s[àa]\s$",
    re.IGNORECASE,
)
"""What people see who are there: `ont découvert les projets menés à Lille`."""
_SERVES: Final = re.compile(r"\s(?:nous|vous)\s(?:[^\W\d_]+e|\w+(?:ra|ront|nt|it))(?![^\W_])")
"""What one who takes people in does with them: `Abbeville nous reçoit`, `Lens vous attend`."""
_INVITES: Final = re.compile(
    r"\s(?:[^\W\d_]+ment\s|vous\s)?(?:invite|propose|organise|convie|lance|pr[ée]sente|anime|f[êe]te|met\s)\w*(?![^\W_])"
)
"""What one who calls people together does, most often at home: `le collectif de Marcq invite les habitants`."""
_NEXT_IN_LIST: Final = re.compile(
    r"\s?(?:,|/|et|ou|&|-|–)\s?(?:(?:[àa]|de|d['’])\s?|"
    r"(?:de la\s|de l['’]|du\s|des\s|celles?\s|celui\s|ceux\s)(?:[^,;:.()\d\n]{2,40}?\s)??(?:de\s|d['’]|du\s))?",
    re.IGNORECASE,
)
"""Between two towns of a list, of which each may tell whose it is: `de la Caf de Laon et de la CPAM de Soissons`."""
_OWNER: Final = re.compile(r"(?P<noun>[^\W\d_]+)\s(?:de\s(?:la\s|l['’])?|du\s|des\s|d['’])$", re.IGNORECASE)
_BESIDE: Final = re.compile(
    r"face|c[ôo]t[ée]|sein|pr[èe]s|proximit[ée]|lors|enceinte|c[œo]+ur|int[ée]rieur|parvis|cour|murs|entr[ée]e|parking|"
    r"partir|autour|haut|bas|pied|fond",
    re.IGNORECASE,
)
"""What is beside a house or in it, so that people are there: `au pied de la mairie de Lens`."""


_OF_SOMEBODY: Final = -2.0


_READ_ON: Final = re.compile(
    r"\W*(?:[àa] (?:lire|voir|[ée]couter|d[ée]couvrir)|voir|lire|sur le m[êe]me|dans la m[êe]me)\s"
    r"(?:aussi|[ée]galement|encore|sujet|th[èe]me|rubrique)(?![^\W_])",
    re.IGNORECASE,
)
"""What leads to other pages: `À lire aussi : à Lens, un jardin partagé`."""


_IN_MONTH: Final = re.compile(r"\s?[,(]?\s?(?:en\s)?")
_MONTH_AT: Final = re.compile(r"\s?,?\s[àÀ]\s")
_NEXT_TIME: Final = 8
"""Characters between a town and the month in which something was there."""


class Weight(NamedTuple):
    """A town where it is named, with what it weighs there; `wide` where it is told of the page and not of a day."""

    town: TerritoryReading
    weight: float
    wide: bool = False


_LAST: list[tuple[tuple[TerritoryReading, ...], tuple[Weight, ...]]] = []


def weigh_towns(parts: Parts) -> tuple[Weight, ...]:
    """Each naming of a town in the text of a page with its weight, in order; kept for the last page."""
    if not _LAST or _LAST[0][0] is not parts.territories:
        _LAST[:] = [(parts.territories, tuple(_weigh(parts)))]
    return _LAST[0][1]


def is_of_somebody(parts: Parts, town: TerritoryReading) -> bool:
    """Whether the words before a town say that it is somebody's, or that nobody meets there."""
    block = parts.block_of(town.where.start)
    return block is not None and _against(parts, block, town) <= _OF_SOMEBODY


def _weigh(parts: Parts) -> Iterator[Weight]:
    towns = [t for t in parts.territories if t.kind.startswith("commune") and t.territory_id]
    for run in _lists(parts, towns):
        block = parts.block_of(run[0].where.start)
        if block is None or block.kind == "furniture":
            continue
        weight = _against(parts, block, run[0]) + _for(parts, block, run[0]) - _of_list(parts, run)
        if block.kind not in ("title", "heading") and is_quoted(parts.document.text, block.start, run[0].where.start):
            weight -= 3.0  # the title of what takes place: `« Vivre à Dunkerque »`
        wide = block.kind == "title" or _is_of_mayor(parts, run[0].where.start)
        yield from (Weight(town, weight, wide) for town in run)


def _lists(parts: Parts, towns: list[TerritoryReading]) -> list[list[TerritoryReading]]:
    """The towns that stand in one list, whose head tells what they all are; a town alone is a list of one."""
    runs = [towns[:1]] if towns else []
    for one, other in pairwise(towns):
        if _NEXT_IN_LIST.fullmatch(parts.document.text, one.where.end, other.where.start):
            runs[-1].append(other)
        else:
            runs.append([other])
    return runs


def _of_list(parts: Parts, run: list[TerritoryReading]) -> float:
    """What speaks against towns that are told together, more of them than days of their sentence."""
    first, last = parts.sentence_of(run[0].where.start)
    days = sum(first <= date.where.start < last for date in parts.dates if date.precision == "day")
    return 0.7 if len(run) > max(days, 1) else 0.0


def _for(parts: Parts, block: Block, town: TerritoryReading) -> float:
    """How much speaks for a town by how it is said."""
    text, start = parts.document.text, town.where.start
    first = max(parts.sentence_of(start)[0], start - _REACH)
    head = text[first:start]
    weight = 1.0 + (1.5 if block.kind == "title" else 0.5 if block.kind in ("heading", "lead") else 0.0)
    if HOSTS.match(text, town.where.end) or _SERVES.match(text, town.where.end):
        weight += 2.0
    elif _INVITES.match(text, town.where.end):
        weight += 0.8
    if _POSTCODE.search(head):
        return weight + 1.0
    if (led := _LED.search(head)) is not None:
        free = _IT_IS.search(head, 0, led.start()) or hangs_free(text, first, first + led.start())
        return weight + (1.2 if free else 0.2)
    house = _LED_HOUSE.search(head)
    if house is not None and hangs_free(text, first, first + house.start()):
        return weight + 1.5
    if (house := _HOUSE.search(head)) is not None:
        return weight + _for_house(head, house.start())
    if _SET_OFF.search(head):
        return weight + 0.8
    if _is_of_mayor(parts, start):
        return weight + 1.2
    return weight + _for_of(head)


def _for_house(head: str, start: int) -> float:
    """How much speaks for the town of a house by what the house hangs on: those who work in one come from there."""
    owner = _OWNER.search(head, 0, start)
    if owner is None or _BESIDE.fullmatch(owner["noun"]):
        return 1.0
    return 1.0 if _OF_MEETING.search(head, max(0, owner.start() - _MEETING_NOUN_LENGTH), start) else -0.5


def _for_of(head: str) -> float:
    """How much speaks for a town that `de` ties to a word, or against it; nothing where none does."""
    if _OF.search(head) is None or _BODY.search(head):
        return 0.0
    return 0.5 if _OF_MEETING.search(head) or _THOSE_OF.search(head) else -0.5


def _against(parts: Parts, block: Block, town: TerritoryReading) -> float:
    """How much speaks against a town by whose it is; nothing or less."""
    if town.role == "earlier_edition":
        return -5.0
    text, start = parts.document.text, town.where.start
    first = max(parts.sentence_of(start)[0], start - _REACH)
    line = text[parts.line_of(block)[0] : min(block.end, block.start + _REACH)]
    weight = -0.7 if town.rule == "label" and town.role == "target" else 0.0
    weight -= 2.5 if _is_of_other_month(parts, town) else 0.0
    visited = _VISITED.search(text, first, start) is not None
    if _is_of_people(parts, first, start) and not visited:
        weight -= 2.5
    if MADE_THERE.search(text, first, start) or is_where_people_are_away(text, first, start):
        weight -= 2.0
    on_the_way = _ON_THE_WAY.search(text, first, start)
    if (on_the_way and HALTS.search(text, first, start) is None) or is_passed(text, first, start):
        weight -= 2.0
    if is_thanked(text, first, start) or _DONE_BY.search(text, first, start) or _MET.search(text, first, start):
        weight -= 2.0
    if GUESTS.match(line):
        weight -= 2.0  # `Présents : A. Lemaire (CAF du Nord)`
    if _BODY.search(text, first, start):
        return weight
    if STEP.match(line) and not _LED.search(text, first, start):
        weight -= 1.0
    if SENDER.match(line) and _STREET.search(line):
        weight -= 1.0  # the address of a body: `Métropole européenne de Lille, 2 boulevard …`
    return weight - 2.0 if _is_to_ask(parts, block, line, town) else weight


def _is_of_other_month(parts: Parts, town: TerritoryReading) -> bool:
    """Whether a town stands right before the month of something else: `un voyage d'étude à Grenoble en octobre`."""
    text, (start, end) = parts.document.text, (town.where.start, town.where.end)
    near = standing_between(parts.dates, start - _REACH, end + _NEXT_TIME)
    months = [d.where for d in near if d.precision == "month"]
    if not any(_IN_MONTH.fullmatch(text, end, m.start) or _MONTH_AT.fullmatch(text, m.end, start) for m in months):
        return False
    return any(d.role == "event" and d.precision == "day" for d in parts.dates)


def _is_to_ask(parts: Parts, block: Block, line: str, town: TerritoryReading) -> bool:
    """Whether the line of a town tells whom to ask or what else to read, or what serves the meeting."""
    text, (start, end) = parts.document.text, (town.where.start, town.where.end)
    first = max(parts.sentence_of(start)[0], start - _REACH)
    if any(words.match(line) for words in (CONTACT, BODY_LEAD, _READ_ON)):
        return True
    if any(words.search(text, first, start) for words in (POSTAL, SERVICE)):
        return True
    return PHONE.search(text, end, min(block.end, end + _REACH)) is not None


def _is_of_people(parts: Parts, first: int, start: int) -> bool:
    """Whether somebody is told of who works in a town, or comes from there; those who live there may meet there."""
    text = parts.document.text
    if _POSTCODE.search(text, first, start) or _is_of_mayor(parts, start):
        return False
    house = _LED_HOUSE.search(text[first:start])
    head = _QUOTED.sub("", text[first : first + house.start() if house is not None else start])
    somebody = SOMEBODY_THERE.search(head)
    if somebody is not None:
        led = house is not None or _LED.search(head) is not None
        invited = led and MEETING_NOUN.search(head, somebody.start()) is not None  # `des parents à un débat à Lens`
        return not invited and not somebody.group().lower().startswith("habitant")
    return is_affiliation(text, first, start) or _OFFICE.search(text, first, start) is not None


def _is_of_mayor(parts: Parts, start: int) -> bool:
    """Whether the mayor of a town does something on a day, which is done at home: `le 18 mai, le maire d'Outreau a`."""
    if not _MAYOR.search(parts.document.text, max(0, start - _REACH), start):
        return False
    span = parts.sentence_of(start)
    return any(span[0] <= date.where.start < span[1] for date in parts.dates if date.precision == "day")
