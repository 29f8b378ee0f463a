"""The pieces of a line that lists, each with one letter: its day, a named place, its town, or other words.

`d`: a day and nothing else, `D`: words that end with a day, `t`: a town, `h`: a house, `r`: a room, `x`: a house with
its town, `s`: a street without a number, `w`: other words, `v`: words that tell more than a list does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.knowledge import Territory
from extract.matching.folding import fold
from extract.matching.leaping import compile_leaping
from extract.places.gazetteer.cues import NUMBER_AFTER
from extract.places.gazetteer.place_lists import JOINER
from extract.places.gazetteer.set_off import HOUSE_LEAD
from extract.places.gazetteer.words import GIVEN_NAMES, HONORIFIC
from extract.places.grammar.addresses import NAMED_STREET, city_name, town_of
from extract.places.grammar.context import DAY, MADE_THERE, MEETING_NOUN, OTHER_DAY, PEOPLE
from extract.places.grammar.modes import find_mode_words, may_tell_mode
from extract.places.grammar.names import STARTS_WITH_NOUN, clean_name
from extract.places.grammar.phrases import Parts, Region, parse_region
from extract.places.grammar.schedule import OPENING
from extract.places.grammar.untold import is_untold_place
from extract.places.page import Page
from extract.places.search.from_lines import VERB

# What parts the pieces: commas, brackets, bars, colons, spaced dashes and slashes, the ends of short lines.
MARK = compile_leaping(r"\s*[,;|•:()\n]\s*|\s+[–—/-]\s+|\s+puis\s+(?=(?:[àa]|aux?|dans|en)\s)")
# A title in quotes is one thing, whatever marks and verbs stand in it.
QUOTED = re.compile(r"«[^«»\n]{3,120}»|“[^“”\n]{3,120}”")
# A piece that ends with its day is cut behind it: `Rendez-vous le 14 mars | au Colisée`.
DAY_FILLER = re.compile(
    r"(?:\b(?:le|les|du|au|de|des|et|à|dès|partir|jusqu['’]?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|"
    r"samedis?|dimanches?|"
    r"heures?|min|matin|après|midi|apr[èe]s-midi|soir)\b|[\W\d])*",
    re.IGNORECASE,
)
# A time of day without a figure is that of the day before it: `dès midi`, `le soir`.
TIME_OF_DAY = re.compile(
    r"(?:(?:[àa] partir de|d[èe]s|[àa]|vers|le|en)\s)?(?:midi|matin(?:[ée]e)?|apr[èe]s-midi|soir(?:[ée]e)?)",
    re.IGNORECASE,
)
# Behind a house, how to find it: `salle Mercier, derrière la gare, Lens`.
WAY_TO_FIND = re.compile(
    r"(?:situ[ée]e?\s)?(?:juste\s)?(?:derri[èe]re|(?:en )?face (?:[àa]|aux?|de|du|des)|[àa] (?:c[ôo]t[ée]|deux pas|"
    r"proximit[ée]) d|(?:tout )?pr[èe]s d|au fond d|au bout d|au-dessus d)(?![^\W_]{4})",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"(?P<to>aux?\s|en\s(?=mairie|(?:sous-)?pr[ée]fecture)|(?:[àÀ]|dans|sur|chez|devant)\s(?:(?:la|le|les)\s|l['’]\s?)?)?(?P<article>(?:les?|la)\s|l['’])?",
    re.IGNORECASE,
)
TOWN_LEAD = re.compile(
    r"(?:[àÀA]|(?:ville|commune) (?:de|d['’])|"
    r"(?:(?:et|puis|ensuite|enfin)\s)*(?:ce (?:sera|fut)|c['’](?:est|[ée]tait))"
    r"(?:\s(?:[àa]|au tour (?:de|d['’])))?)?\s?",
    re.IGNORECASE,
)
CAPITAL = re.compile(r"[A-ZÀ-ÝŒ0-9«\"“]")
SMALL_WORD = re.compile(r"(?:de|du|des|la|le|les|l['’]|d['’]|et|en|sur|aux?|à)\b", re.IGNORECASE)
DASH, COMMA = re.compile(r"\s[–—-]\s|\s?:\s"), re.compile(r",\s")
# A subject is told of two things: `l'école et son quartier`, `collège et parents`; not `mairie et école`.
TELLS_OF_TWO = re.compile(
    r"\bet (?:son|sa|ses|leurs?)\b|"
    r"^(?:l['’])?(?:[ée]coles?|coll[èe]ges?|lyc[ée]es?|universit[ée]s?|mairies?|mus[ée]es?|th[ée][âa]tres?|"
    r"gares?|parcs?|jardins?|maisons?|centres? (?:social|sociaux)) et "
    r"(?:familles?|parents?|jeunes\w*|enfants?|quartiers?|habitant\w*|ville|emploi|sant[ée]|culture|sport|[^\W\d_]+(?:tion|isme|it[ée])s?)(?![^\W_])",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"(?:L['’]|Les?\s|La\s)")
ACRONYM = re.compile(r"[A-ZÀ-Ý]\w{0,8}[A-ZÀ-Ý]\w{0,8}")
# The groups that meet at different places are listed like days are: `Groupe A : espace Lapora, Lomme`.
SITTING = (
    r"(?:groupes?|promotions?|promos?|sessions?|s[ée]ances?|ateliers?|[ée]tapes?|dates?|secteurs?|formules?|options?|"
    r"choix|circuits?)\s(?:n°\s?)?"
    r"(?:\d{1,2}|[A-H]|I{1,3}|IV|V)\b\s*"
)
# So are the days of a week: `Lundi : CCI, Hirson`.
WEEKDAY_HEAD = r"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\b\s*"
GROUP = re.compile(rf"\W*(?:{SITTING}|{WEEKDAY_HEAD})", re.IGNORECASE)
CONTRACTED = re.compile(r"aux?\s", re.IGNORECASE)
# What takes place, by its number: `Club lecture n°2`.
NUMBERED = re.compile(r"[^\W\d_]\sn\s?[°º]\s?\d{1,2}$", re.IGNORECASE)
ROOM_FIRST = re.compile(r"(?:salle|amphi\w*|auditorium|hall|b[âa]timent|atrium|salon)\b", re.IGNORECASE)
COUNTED = re.compile(r"\d+\s(?!(?-i:[A-ZÀ-Ý]))")
LONGEST_NAME = 60
# What says that a place is that of before, or is another this time.
AGAIN = re.compile(
    r"(?:(?:[àa]|de) nouveau|toujours|encore|finalement|exceptionnellement|cette fois(?:-ci)?),?\s"
    r"(?=[àa]|dans|chez|sur)",
    re.IGNORECASE,
)
# Grounds that several houses stand in; a quarter is no part of an address.
QUARTER = re.compile(r"(?:[ée]co-?)?quartier\b", re.IGNORECASE)
GROUNDS = re.compile(r"(?:parc|campus|domaine|citadelle|friche|base|quartier)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a line: its span, its letter, and what was read in it; `whole` is its name with the town in it."""

    start: int
    end: int
    letter: str
    name: str | None = None
    city: str | None = None
    commune: Territory | None = None
    whole: str | None = None
    street: str | None = None


def find_pieces(page: Page, start: int, end: int) -> Iterator[Piece]:
    """Cut a stretch at its marks and behind its days, and give each piece its letter."""
    text = page.document.text
    position = start
    quoted = [match.span() for match in QUOTED.finditer(text, start, end)]
    marks = [m.span() for m in MARK.finditer(text, start, end) if not any(a < m.start() < b for a, b in quoted)]
    for stop, following in [*marks, (end, end)]:
        if tells_of_place(text, position, stop, behind=position > start):
            yield from read_piece(page, position, stop)
        position = following


def tells_of_place(text: str, start: int, end: int, *, behind: bool) -> bool:
    """Check for words that can be a piece: not those of an unknown place, of a time of day, of how to find a house."""
    words = text[start:end].strip(" .")
    if not words or is_untold_place(words) or TIME_OF_DAY.fullmatch(words):
        return False
    return not (behind and WAY_TO_FIND.match(words)) and not (NUMBERED.search(words) and not ROOM_FIRST.match(words))


def with_bound_marks(page: Page, pieces: list[Piece]) -> list[Piece]:
    """The pieces, of which a house that only a dash parts from its town gives way to one that a comma binds to it.

    `Club emploi - Arras, Citadelle`: what takes place, then where.
    """
    read = list(pieces)
    for index in range(len(pieces) - 2):
        one, town, other = pieces[index : index + 3]
        if one.letter + town.letter not in ("ht", "rt", "wt"):
            continue
        loose = DASH.search(page.document.text, one.end, town.start) is not None
        bound = COMMA.fullmatch(page.document.text, town.end, other.start) is not None
        if loose and bound and other.letter in "hr" and one.letter in "hr":
            read[index] = replace(one, letter="w")
    return read


def with_articles(page: Page, pieces: list[Piece]) -> list[Piece]:
    """The pieces, with a town by its article before another far from it as a house (`La Capelle, Lens`)."""
    read = list(pieces)
    for index, (one, other) in enumerate(pairwise(pieces)):
        if one.letter + other.letter != "tt" or one.commune is None or other.commune is None:
            continue
        words = page.document.text[one.start : one.end]
        if ARTICLE.match(words) and one.commune.departement != other.commune.departement:
            read[index] = Piece(one.start, one.end, "h", clean_name(words) or words)
    return read


def read_piece(page: Page, start: int, end: int) -> Iterator[Piece]:
    """Read a piece; one with a day in it is the words up to the day, and what follows the day."""
    text = page.document.text
    days = list(DAY.finditer(text, start, end))
    if not days and GROUP.fullmatch(text, start, end):
        yield Piece(start, end, "d")
        return
    if not days:
        yield classify(page, start, end)
        return
    head = text[start : days[0].start()]
    pure = DAY_FILLER.fullmatch(head) is not None
    other = OTHER_DAY.search(head) or MADE_THERE.search(head)
    yield Piece(start, days[-1].end(), "v" if other else "d" if pure else "D")
    rest = text[days[-1].end() : end]
    if not DAY_FILLER.fullmatch(rest):
        yield classify(page, days[-1].end() + len(rest) - len(rest.lstrip()), end)


def classify(page: Page, start: int, end: int) -> Piece:
    """The letter of a piece without a day: a town, a street, a house, a house with its town, or other words."""
    again = AGAIN.match(page.document.text, start, end)
    start = again.end() if again else start
    lead = HOUSE_LEAD.match(page.document.text, start, end)
    if lead is not None and STARTS_WITH_NOUN.match(page.document.text, lead.end(), end):
        start = lead.end()
    words = page.document.text[start:end].rstrip(" .")
    region = page.region(start, start + len(words))
    town = read_town(region)
    if town is not None:
        return town
    if NAMED_STREET.fullmatch(words):
        return Piece(start, region.end, "s", street=words)
    if QUOTED.fullmatch(words) and (VERB.search(words) or len(words) > LONGEST_NAME):
        return Piece(start, end, "w")  # what a talk or a film is called, whatever it says
    if len(words) > LONGEST_NAME:
        return Piece(start, end, "v")
    if is_territory(region) or is_list_of_places(region):
        return Piece(start, end, "w")
    told = may_tell_mode(region.text, region.start, region.end) and any(
        True for _ in find_mode_words(words, 0, len(words))
    )
    if told or not is_house(words):
        return Piece(start, end, "w")
    return read_house(region, words)


def is_territory(region: Region) -> bool:
    """A piece that is the name of an agglomeration, a département or a region says for whom, not where."""
    if len(region.mentions) != 1:
        return False
    mention = region.mentions[0]
    wide = not any(t.kind.startswith("commune") for t in mention.candidates)
    return wide and mention.start == region.start and mention.end == region.end


def is_list_of_places(region: Region) -> bool:
    """A piece that only lists towns and territories (`Vervins et Guise`, `à Lens et à Douai`) names no house."""
    gaps = [region.text[a.end : b.start] for a, b in pairwise(region.mentions)]
    inside = len(gaps) > 0 and all(JOINER.fullmatch(gap) for gap in gaps)
    led = inside and TOWN_LEAD.fullmatch(region.text[region.start : region.mentions[0].start]) is not None
    return (led or (inside and region.mentions[0].start == region.start)) and region.mentions[-1].end == region.end


def read_town(region: Region) -> Piece | None:
    """A piece that is a town and what leads to it, or None."""
    if len(region.mentions) != 1:
        return None
    mention = region.mentions[0]
    number = NUMBER_AFTER.match(region.text, mention.end)
    commune = town_of(mention.candidates, number[1] if number else None)
    if commune is None or mention.end < region.end or not is_town_lead(region.text[region.start : mention.start]):
        return None
    name = city_name(region.text[mention.start : mention.end], commune)
    return Piece(region.start, region.end, "t", city=name, commune=commune)


def read_house(region: Region, words: str) -> Piece:
    """A piece that names a house, with the town that its own name holds."""
    name = clean_name(words)
    found = parse_region(region)
    if not region.mentions or len(found) != 1 or not (found[0].name and found[0].city):
        return Piece(region.start, region.end, "r" if name and ROOM_FIRST.match(name) else "h", name)
    if CONTRACTED.match(words) and found[0].name == found[0].city:
        return Piece(region.start, region.end, "h", name)  # `au Fresnoy`, which a town of its own may follow
    if not is_house(found[0].name) or MADE_THERE.search(region.text, region.start, region.mentions[-1].start):
        return Piece(region.start, region.end, "v")
    return Piece(region.start, region.end, "x", found[0].name, found[0].city, found[0].commune, name)


def is_town_lead(words: str) -> bool:
    """Check that nothing stands before a town but a preposition or the opening of a schedule's line (`Groupe de`)."""
    return TOWN_LEAD.fullmatch(words) is not None or OPENING.fullmatch(words) is not None


# What takes place, or a paper, called with capitals or after a house: `Conseil municipal`, `Procès-verbal du Conseil`.
EVENTS_LIKE_HOUSES = (
    r"conseils? (?:municipa(?:l|ux)|communautaires?|d['’](?:administration|[ée]cole)|des|de (?:maison|quartier))|"
    r"march[ée]s? (?:de no[ëe]l|de printemps|d['’]|aux|nocturnes?|artisana\w+|gourmands?|solidaires?|des)|"
    r"bourses? (?:aux?|[àa])|(?:go[ûu]ters?|arbres?|repas|ch[âa]let) (?:de no[ëe]l|des|du)|voyages?|hommages?|"
    r"proc[èe]s[- ]verba(?:l|ux)|comptes?[- ]rendus?|relev[ée]s? d|ordres? du jour|convocations?|invitations?|"
    r"programmes?|bulletins?|notes? d|lettres? d|feuilles? de|"
    r"th[ée][âa]tres?\s?[:«]|cin[ée]mas?\s?[:«]|world clean\s?up|f[êe]te|loto|super loto"
)
# Who plays, and what leads to something else: neither begins the name of a house.
NO_HOUSE = re.compile(
    r"\W*(?:apr[èe]s|depuis|avant|avec|sans|lors|(?:la |le |les )?(?:chorales?|batucadas?|fanfares?|harmonies?|"
    r"orchestres?|groupe(?! scolaire)|compagnies?|cie|troupes?|collectifs?|duo|trio|quatuor|dj))(?![^\W_])|"
    rf"\W*(?:{EVENTS_LIKE_HOUSES})(?![^\W_])",
    re.IGNORECASE,
)


def is_house(words: str) -> bool:
    """Check for the name of a house: it begins with the noun of one, or is a proper name that is no person's."""
    if clean_name(words) is None or NO_HOUSE.match(words) or VERB.search(words) or TELLS_OF_TWO.search(words):
        return False
    lead = LEAD.match(words)
    name = words[lead.end() :] if lead else words
    if OPENING.fullmatch(words) or COUNTED.match(name) or (MEETING_NOUN.match(name) and not (lead and lead[0])):
        return False
    if STARTS_WITH_NOUN.match(name):
        return PEOPLE.search(words) is None
    if PEOPLE.search(words) or MEETING_NOUN.search(name) or not CAPITAL.match(name):
        return False
    first = re.split(r"[\s.'’-]", name, maxsplit=1)[0]
    if HONORIFIC.match(f"{first} ") or (fold(first) in GIVEN_NAMES and not (lead and lead[0])):
        return False
    if lead and lead[0]:
        return True
    tokens = [word for word in name.split() if not SMALL_WORD.fullmatch(word)]
    return ACRONYM.fullmatch(name) is not None or (len(tokens) > 1 and all(CAPITAL.match(word) for word in tokens))


def with_grounds(pieces: list[Piece]) -> list[Piece]:
    """The pieces, of which grounds behind a house are where it stands: `la Cité de la Danse, parc Gouraud`."""
    return [
        replace(one, letter="s", street=None if QUARTER.match(one.name or "") else one.name)
        if number and one.letter in "hx" and pieces[number - 1].letter == "h" and GROUNDS.match(one.name or "")
        else one
        for number, one in enumerate(pieces)
    ]


def named_pieces(pieces: list[Piece]) -> list[Piece]:
    """The pieces that make the name: a house and its room; of two houses the one beside the town."""
    houses = [piece for piece in pieces if piece.letter in "hx"]
    if len(houses) < 2:
        return [piece for piece in pieces if piece.letter != "s"]
    other = houses[1] if pieces[0].letter == "t" else houses[0]
    return [piece for piece in pieces if piece is not other]


def build_parts(pieces: list[Piece]) -> Parts:
    """The venue of the pieces of one order."""
    pieces = with_grounds(pieces)
    town = next((piece for piece in pieces if piece.letter == "t"), None)
    names = [piece.whole if town and piece.whole else piece.name for piece in named_pieces(pieces)]
    name = ", ".join(name for name in names if name) or None
    town = town or next((piece for piece in pieces if piece.city), pieces[0])
    street = next((piece.street for piece in pieces if piece.street), None)
    return Parts(pieces[0].start, pieces[-1].end, name, street, None, town.city, town.commune, rule="slot")
