"""A named place beside its town: `à la maison de quartier Vauban de` Lille before it, `, salle Ravel` behind it."""

from __future__ import annotations

import re

from extract.document import Block
from extract.places.grammar.context import DAY, MONTH, touches_day
from extract.places.grammar.names import JOINING_END, NAME_LEAD, NAME_LENGTH, PLACE_NOUN, STARTS_WITH_NOUN, clean_name
from extract.places.grammar.verbs import HELD_BEFORE
from extract.places.page import Page

# What a host opens or lends, before its street: `nous prête le Chevalet, place Briand`.
LENT = (
    r"\b(?:ouvr\w+|pr[êe]t\w+)\s(?:(?:gracieusement|gentiment|[àa] nouveau)\s)?(?:les portes d(?:e (?:la |l['’])?|u ))?"
    r"(?:(?:son|sa|ses|leurs?|le|la|les)\s|l['’])?(?P<house>(?:(?-i:[A-ZÀ-Ý])|cit[ée]\s)[^,;:()\n]{2,60}),\s$"
)
LENT_HOUSE = re.compile(LENT, re.IGNORECASE)
HOUSE_BEFORE = re.compile(
    rf"(?:[àÀ] la |[àÀ] l['’]|\bau |\b(?:dans|devant|sur|sous) (?:la |le |les |l['’])|\bde (?:la |l['’])|\bdu |"
    rf"^|[,:;(|]\s?|\s[–—-]\s){PLACE_NOUN}[^,;:()\n]{{0,50}}[,(]\s?$|"
    # Somebody's own house, and one by a name of its own: `chez Paul Petit, route de Roye`.
    r"\b(?:chez|au|à la|à l['’]|de la|de l['’]|du)\s?(?-i:[A-ZÀ-Ý])[^,;:()\n]{2,50},\s$|"
    # What a host lends, what stands behind a day, what a bracket tells: `(La Citadelle, boulevard Faidherbe)`.
    rf"{LENT}|"
    rf"(?:\d\s{MONTH}(?:\s(?:19|20)\d\d)?|\d\s?h(?:\d\d)?),\s(?-i:[A-ZÀ-Ý])[^,;:()\n\d]{{2,50}},\s$|"
    r"\((?-i:[A-ZÀ-Ý])[^,;:()\n]{2,50},\s$",
    re.IGNORECASE,
)
# What leads to a name that has no noun of place in it (`au Learning Center, Villeneuve-d'Ascq`).
PROPER_LEADS = ("au", "à la", "à l'", "à l’", "au sein de la", "au sein de l'", "au sein du", "au sein de", "chez")
# A named place behind its town: `à Lille, dans la salle Courmont`, `Lille (IREV)`, `Béthune, Maison du projet`.
NAME_BEHIND = re.compile(
    rf"\s(?:[–—/|-]\s|:\s)(?={PLACE_NOUN})[^,;:.()\n–—|/]{{3,70}}|"
    rf",?\s(?:dans (?:la|le|les|l['’])|[àa] la|[àa] l['’]|aux?|chez|en(?=\s(?:mairie|salle|(?:sous-)?pr[ée]fecture))|"
    rf"sur le site (?:de la|de l['’]|du|des|de|d['’]))\s?"
    rf"(?={PLACE_NOUN}|(?-i:[A-ZÀ-Ý]))[^,;:.()\n]{{3,70}}|"
    rf",\s(?={PLACE_NOUN})[^,;:.()\n]{{3,70}}|"
    rf"\s?\((?:(?:dans (?:la|le|les|l['’])|[àa] la|[àa] l['’]|aux?|chez)\s?)?"
    rf"(?=(?-i:[A-ZÀ-Ý])|{PLACE_NOUN})[^()\n]{{2,60}}\)",
    re.IGNORECASE,
)
# Where the sentence goes on behind a place that it stresses: `C'est à Lens, Maison syndicale, que nous serons reçus`.
# So it does with another sitting: `à Creil, gymnase Besson la première fois`, `café Le Zinc et la dernière à Cambrai`.
GOES_ON = re.compile(
    r"\squ(?:e\s|['’])(?!.*\))|(?:\s(?:et|puis|ou))?\s(?:l[ae]s?|cel(?:le|ui)|une?)\s(?:(?:deux|trois|quatre|cinq)\s)?"
    r"(?:premi(?:er|[èe]re)|deuxi[èe]me|troisi[èe]me|quatri[èe]me|seconde?|derni(?:er|[èe]re)|suivante?|autre)s?(?![^\W_])",
    re.IGNORECASE,
)
# What parts a name from another one or from what is no name.
PARTED = re.compile(r",\s|[;:(]|\)(?=\s\w)|\s(?:et|puis|le)\s(?:le\s)?\d")
# What may stand between a day and its place: `6 décembre : exceptionnellement à la Plaine Images`.
ADVERB = re.compile(
    r"\b(?:exceptionnellement|cette fois(?:-ci)?|toujours|finalement|ensuite|puis|enfin|(?:de|[àa]) nouveau|"
    r"encore),?\s$",
    re.IGNORECASE,
)
# What says once more, and plainly, where: `dans la salle de décembre, c'est-à-dire à la Faïencerie de Creil`.
SAYS_PLAINLY = re.compile(
    r"(?:^|[,(–—-]\s?)(?:c['’]est[- ][àa][- ]dire|[àa] savoir|soit|autrement dit|en l['’]occurrence|donc|"
    r"plus (?:pr[ée]cis|exact)[ée]*ment),?\s$",
    re.IGNORECASE,
)
# A house that is said to welcome people: `l'hôtel de ville de` Beauvais accueillera …
HOUSE_THAT_HOSTS = re.compile(
    rf"(?:^|(?<=\s))(?:la |le |les |l['’])(?P<house>(?={PLACE_NOUN})[^,;:.()\n]{{3,60}}(?:,\s[àa]\s)?)$", re.IGNORECASE
)
# A name that ends the line of a schedule behind its day: `Roubaix – mardi 3 juin – La Condition publique`.
ENDS_LINE = re.compile(r"\s*[–—|/-]\s(?=[A-ZÀ-Ý])[^,;:.()\n\d–—|/]{3,60}")
# The half of the day behind its town: `Tourcoing le matin`.
HALF_DAY_BEHIND = re.compile(
    r"\s\(?(?:le (?:matin|soir|midi)|l['’]apr[èe]s-midi|en (?:matin|soir)[ée]e)\b", re.IGNORECASE
)
NOUN_NEAR = re.compile(PLACE_NOUN, re.IGNORECASE)
# A name is looked for behind so many of the last words that can lead to one.
LEADS = 5


def named_place_start(head: str, has_lead: bool) -> int | None:
    """Where a named place begins that leads to a town: `à la maison de quartier Beaujardin à` Valenciennes."""
    if not has_lead and not re.search(r"(?:\bde(?: la)?|\bd['’]|[,(–—-]|[A-ZÀ-Ý][\w-]+)\s*$", head[-40:]):
        return None
    set_off = has_lead or head.rstrip().endswith(",")
    leads = list(NAME_LEAD.finditer(head, max(0, len(head) - NAME_LENGTH)))[-LEADS:]
    for position, lead in reversed(list(enumerate(leads))):
        first = lead.end() if lead[0][:2].lower() in ("du", "de") else lead.start()  # one sets out `du beffroi`
        words = head[first:].rstrip()
        closed = lead[0].startswith("(") and ")" in words  # what stands in brackets is of the town before them
        name = None if closed or PARTED.search(words, 2, len(words) - 1) else clean_name(words.rstrip(" ,(–—-"))
        if not name:
            continue
        if NOUN_NEAR.search(name, 0, 25):
            return wider_start(head, leads[:position], first)
        proper = (name[0].isupper() or name[0].isdigit()) and lead[0].strip(" ").lower() in PROPER_LEADS
        adverb = ADVERB.search(head, 0, lead.start())
        behind = adverb.start() if adverb else lead.start()
        told = set_off or touches_day(head, 0, behind) or is_held(head, behind)
        if proper and (told or SAYS_PLAINLY.search(head, 0, lead.start())):
            return lead.start()
    return None


def is_held(text: str, position: int) -> bool:
    """Check for a verb of meeting that ends right before a position."""
    return HELD_BEFORE.search(text[max(0, position - 60) : position]) is not None


def wider_start(head: str, leads: list[re.Match[str]], start: int) -> int:
    """Where a name begins that has a house behind its room: `Salle du conseil, mairie de` Denain."""
    for lead in leads:
        words = head[lead.start() : start]
        one_piece = words.strip(" ,").count(",") == 0
        if one_piece and STARTS_WITH_NOUN.match(words.lstrip(" ,")) and clean_name(words):
            return lead.start()
    return start


def name_behind(page: Page, block: Block, end: int) -> int:
    """End of a named place that follows a town, else the end of the town."""
    half = HALF_DAY_BEHIND.match(page.document.text, end, block.end)
    match = NAME_BEHIND.match(page.document.text, half.end() if half else end, block.end)
    words = GOES_ON.split(match[0], maxsplit=1)[0] if match else ""
    if match is None or not clean_name(words):
        return end
    day = DAY.search(words)
    if day and "(" in words:
        return end
    words = words[: day.start()] if day else words
    return match.start() + len(JOINING_END.sub("", words.rstrip()) if day else words)


def ends_line(text: str, day_end: int, end: int) -> bool:
    """Check that nothing but a name follows a day on its line, set off as the day is."""
    match = ENDS_LINE.fullmatch(text, day_end, end)
    return match is not None and clean_name(match[0]) is not None


def house_above(page: Page, block: Block) -> Block | None:
    """The line above a town alone on its line, when it holds a house and nothing else."""
    blocks = page.document.blocks
    index = page.document.index_of(block) - 1
    line = blocks[index] if index >= 0 else None
    if line is None or line.row != block.row or line.label or line.kind in ("furniture", "title"):
        return None
    words = page.document.words_of(line)
    is_house = STARTS_WITH_NOUN.match(words) and len(words) < NAME_LENGTH and not DAY.search(words)
    return line if is_house and clean_name(words) and words[-1] not in ".:!?" else None
