"""Towns that marks set off: at the head or end of a line, beside a day, an hour, a house or a street."""

from __future__ import annotations

import re

from extract.document import Block
from extract.matching.folding import words_of
from extract.places.gazetteer.automaton import NameMatch
from extract.places.gazetteer.line_heads import is_at_head
from extract.places.gazetteer.words import ORDINARY, PLAIN_WAYS
from extract.places.grammar.addresses import NAMED_STREET
from extract.places.grammar.context import CALENDAR_DAY, DAY, MONTH
from extract.places.grammar.names import PLACE_NOUN, STARTS_WITH_NOUN

SET_OFF_HEAD = re.compile(r"\s?(?:\(\d\d\)\s?)?(?:\s[–—-]\s|[,:|]\s)\s?")
OPENS_SENTENCE = re.compile(r"[.!?]\s$")
SET_OFF = re.compile(r"(?:[,/–—(]|\s-)\s*$")
STREET_BEHIND = re.compile(
    r"\s?[(,]\s?\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|av\.|boulevard|bd|place|quai|all[ée]e|route)\b", re.I
)
# Behind the mark that follows a town its street or its hours go on: `La Grange, Hirson, 9h-11h`.
GOES_ON = re.compile(
    rf"(?:\s?[,(|:]|\s[–—-])\s?(?:(?:de|[àa]|d[èe]s|le|les)\s)?"
    rf"(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di\s|dimanche\s)?{DAY.pattern}|"
    rf"(?:{PLAIN_WAYS})\s(?:(?:de(?:\s(?:la|l['’]))?|du|des)\s?|d['’])?(?-i:[A-ZÀ-Ý]))",
    re.IGNORECASE,
)
# A day behind a town that is set off: `Deuxième étape : Wimereux, le 6 octobre`.
DAY_BEHIND = re.compile(
    rf"\s?[,(]\s?(?:le\s(?:(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\s)?|"
    rf"(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\s)(?:1er|\d{{1,2}})\s{MONTH}\b",
    re.IGNORECASE,
)
CLAUSE_HEAD = re.compile(r"(?:^|[:,;–—(]\s|\b(?:par|puis|ensuite|enfin)\s)$", re.IGNORECASE)
# The end of a bracket, with the département where it is told: `(Maissemy, Aisne)`.
IN_BRACKET = re.compile(r"(?:,\s(?:[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?|\d\d))?\)")
# A town between marks: behind the last figure or letter of a day, and before another mark.
BEHIND_DAY = re.compile(r"\w(?:\t|(?:\s?[,:|(]|\s[–—-])\s|\s?\()$")
BEFORE_MARK = re.compile(r"\s?[,|(:]\s?|\s[–—-]\s")
BRACKET_BEHIND_NUMBER = re.compile(
    rf"(?:(?<![\w/.,])(?:1er|\d{1, 2})|(?<![^\W_])(?:{MONTH})(?:\s\d{4})?)\s\($", re.IGNORECASE
)
AN_HOUR = re.compile(r"(?:de |à |dès )?\d{1,2}\s?(?:h|:)", re.IGNORECASE)
DONE = words_of("marche campagne tricot")  # what people meet for
HOURS_BEHIND = re.compile(r"\s?\((?:de |à |dès )?\d{1,2}\s?(?:h|:)", re.IGNORECASE)
STOP = re.compile(r"\.(?=\s[A-ZÀ-Ý])")  # the end of a sentence that only says when and where
REACH = 40
# Characters before a town within which what it is set off from stands, a house or a street.
LONGEST_LEAD = 160
# A proper name with its article is a house as well, before a town that is no everyday word (`Le Phare, Roye, 14h`).
PROPER_SET_OFF = re.compile(r"(?:^|[,–—:(|-]\s)(?:L[ae]s?\s|L['’])[A-ZÀ-Ý][^,;:()\n]{0,40}(?:[,/–—(]|\s-)\s*$")
# A house right before the mark makes the name behind it a town, even an everyday word (`salle Pommery, Clermont`).
HOUSE_SET_OFF = re.compile(rf"\b{PLACE_NOUN}[^,;:()\n]{{0,50}}(?:[,/–—(]|\s-)\s*$", re.IGNORECASE)
BEHIND_STREET = re.compile(
    rf"(?:\d(?: bis| ter)?,? (?:{PLAIN_WAYS})\s|(?:^|[,:(–—-]\s)(?:{PLAIN_WAYS})\s"
    r"(?:(?:d[eu]s?|de la)\s|(?:de l|d)['’])?(?=(?-i:[A-ZÀ-Ý])|\d))[^,;:()\n]{2,50}, $",
    re.IGNORECASE,
)
# What leads to a house where people only come together: `Guise – RDV à la gare`.
HOUSE_LEAD = re.compile(
    r"(?:rdv|rendez-vous|rv|d[ée]part|accueil)\s?:?\s?(?:devant\s|[àa]\s)?(?:(?:la|le|les)\s|l['’]|du\s|aux?\s)?",
    re.IGNORECASE,
)
AT_HOUSE = re.compile(rf"(?:[àa]\s(?:la\s|l['’])|aux?\s)(?i:{PLACE_NOUN})")
BRACKET = re.compile(r"\s?\([^()]*\)\s*")


def opens_line(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town set off at the head of a line, a house, street or day behind it (`Guise – Mairie`)."""
    head = is_at_head(text, match.start, block)
    if block.kind == "title" or not text[match.start].isupper() or not (head or opens_sentence(text, match, block)):
        return False
    mark = SET_OFF_HEAD.match(text, match.end, block.end)
    if mark is None:
        return False
    lead = HOUSE_LEAD.match(text, mark.end(), block.end)
    house = STARTS_WITH_NOUN.match(text, lead.end() if lead else mark.end(), block.end)
    if house is not None or match.form.key in ORDINARY or not head:
        return house is not None
    return bool(DAY.search(text, mark.end(), block.end) or NAMED_STREET.match(text, mark.end(), block.end))


def opens_sentence(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town that opens a sentence behind a day: `7 mars : entretien. Guise, mairie`."""
    if OPENS_SENTENCE.search(text, max(block.start, match.start - 3), match.start) is None:
        return False
    return CALENDAR_DAY.search(text, block.start, match.start) is not None


def is_set_off_before_day(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town between marks right before a day: `27e rencontre – BRETEUIL – mardi 4 octobre`."""
    if not text[match.start].isupper() or match.form.key in ORDINARY:
        return False
    if any(t.kind == "area" for t in match.form.territories):
        return False
    if SET_OFF.search(text, max(block.start, match.start - 4), match.start) is None:
        return False
    mark = BEFORE_MARK.match(text, match.end, block.end)
    return mark is not None and CALENDAR_DAY.match(text, mark.end(), block.end) is not None


def leads_to_house(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town set off before its house (`le sommeil - Hirson, au centre social`, `(La Fère, mairie)`)."""
    if not text[match.start].isupper() or any(t.kind == "area" for t in match.form.territories):
        return False
    if SET_OFF.search(text, max(block.start, match.start - 4), match.start) is None:
        return False
    mark = BEFORE_MARK.match(text, match.end, block.end)
    if mark is None:
        return False
    bare = match.form.key not in ORDINARY and STARTS_WITH_NOUN.match(text, mark.end(), block.end) is not None
    return bare or AT_HOUSE.match(text, mark.end(), block.end) is not None


# A weekday that heads a line of the programme of a week: `Mercredi : Vervins, salle Chambrelent`.
WEEKDAY_HEAD = re.compile(r"\W*(?:le\s)?(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)", re.IGNORECASE)


def follows_day(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town between marks right behind a day or an hour: `31 mars, 14h – 16h, Bergues (Le Relais)`."""
    if not text[match.start].isupper() or any(t.kind == "area" for t in match.form.territories):
        return False
    before = BEHIND_DAY.search(text, max(block.start, match.start - REACH), match.start)
    mark = (BEFORE_MARK.match(text, match.end, block.end) or STOP.match(text, match.end)) if before else None
    ends = match.end == block.end and CALENDAR_DAY.search(text, block.start, match.start) is not None
    if before is None or (mark is None and not ends):
        return False
    days = list(DAY.finditer(text, max(block.start, match.start - REACH), before.start() + 1))
    beside = bool(days) and days[-1].end() == before.start() + 1
    beside = beside or WEEKDAY_HEAD.fullmatch(text, block.start, before.start() + 1) is not None
    return beside and (
        ends
        or STREET_BEHIND.match(text, match.end, block.end) is not None
        or match.form.key not in ORDINARY
        or (mark is not None and STARTS_WITH_NOUN.match(text, mark.end(), block.end) is not None)
        or (mark is not None and is_field_of_town(text, match, mark.end()))
    )


def is_field_of_town(text: str, match: NameMatch, behind: int) -> bool:
    """Check for an everyday word in capitals between a day and an hour: `Vendredi 17/11 - CLERMONT - 13h45`."""
    capital = text[match.start : match.end].isupper() and match.form.key not in DONE
    return capital and AN_HOUR.match(text, behind) is not None


def is_bracketed_behind_number(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town alone in the bracket behind a day that is told by its number: `les 4 (Somain) et 11 mars`."""
    if not text[match.start].isupper() or match.form.key in ORDINARY or not text.startswith(")", match.end):
        return False
    return BRACKET_BEHIND_NUMBER.search(text, max(block.start, match.start - 20), match.start) is not None


def leads_to_hours(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town set off before a bracket that opens with its hours: `Visite du musée - Guise (10h-16h)`."""
    if not text[match.start].isupper() or SET_OFF.search(text, max(block.start, match.start - 4), match.start) is None:
        return False
    return HOURS_BEHIND.match(text, match.end, block.end) is not None


def leads_to_day(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town at the head of a clause with its day behind it (`Au milieu : Wimereux, le 6 octobre`)."""
    if (
        not text[match.start].isupper()
        or match.form.key in ORDINARY
        or not text.startswith((",", " (", "("), match.end)
    ):
        return False
    head = CLAUSE_HEAD.search(text, max(block.start, match.start - 9), match.start)
    return head is not None and DAY_BEHIND.match(text, match.end, block.end) is not None


def follows_street(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town right behind a street: `28 avenue Foch, La Capelle`, `Le Quai, place Foch, Guise`."""
    return (
        text[match.start].isupper()
        and BEHIND_STREET.search(text, max(block.start, match.start - LONGEST_LEAD), match.start) is not None
    )


def ends_line(text: str, match: NameMatch, block: Block) -> bool:
    """Check for a town that is its line, or is set off at its end or at that of a bracket (`Ferme du Bois / Mouy`)."""
    before = text[max(block.start, match.start - LONGEST_LEAD) : match.start]
    if block.kind == "cell" and not before and BRACKET.fullmatch(text, match.end, block.end):
        return True
    if text[match.end : block.end].strip(" .)"):
        behind = IN_BRACKET.match(text, match.end, block.end) or STREET_BEHIND.match(text, match.end, block.end)
        behind = behind or GOES_ON.match(text, match.end, block.end)
        house = behind and HOUSE_SET_OFF.search(before)
        named = behind and match.form.key not in ORDINARY and PROPER_SET_OFF.search(before)
        return bool(house or named) and text[match.start].isupper()
    set_off = SET_OFF.search(before)
    return not before or bool(set_off and (match.form.key not in ORDINARY or HOUSE_SET_OFF.search(before)))
