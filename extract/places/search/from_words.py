"""Venues that are only pointed to: an organiser's premises, and words that say that people meet at a distance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.document import Block
from extract.matching.folding import fold
from extract.places.elsewhere.receivers import is_given
from extract.places.gazetteer.automaton import gazetteer_of
from extract.places.grammar.addresses import city_name, town_of
from extract.places.grammar.context import DAY, MEETING_NOUN, is_event_place
from extract.places.grammar.modes import (
    FOR_OTHERS,
    LEARNT,
    NOT_A_MEETING,
    NOT_OPEN,
    NOT_SO,
    ONLINE_NAME,
    THOSE_AWAY,
    VIDEO_NAME,
    ModeWords,
    find_mode_words,
    is_titled_online,
)
from extract.places.grammar.names import PLACE_NOUN, clean_name
from extract.places.grammar.offered import WEAK_SCREEN, is_for_some, is_offered, is_put_there
from extract.places.grammar.phrases import Parts, parse_premises
from extract.places.grammar.premises import find_premises, tells_address, town_of_writer
from extract.places.page import Page
from extract.places.search.headlines import line_after, opens_with_day
from extract.places.search.ticks import heads_ticks, is_unticked
from extract.tables import find_row

# Webinars among other things that are counted: `14 journées, 9 webinaires, 8 cycles`.
COUNTED = re.compile(r"\b\d+ [\w'’-]+(?: [\w'’-]+)?(?:,| et| ou)\s\d+\s$")
# The label of a line that opens a meeting to those afar: `En visio : un lien vous sera transmis`.
AFAR = re.compile(
    r"(?:(?:acces|participation|connexion|retransmission|suivi|possibilite) )?"
    r"(?:(?P<video>(?:en |par )?visio(?:[- ]?conference)?)|a distance|en ligne|(?:en )?distanciel)(?: possible)?"
)
# What stands behind such a label where nobody can: `Accès à distance : non`.
NONE_SO = re.compile(r"\W*(?:non|pas|aucune?|sans|impossible|[–—/-])(?![^\W_])", re.IGNORECASE)
# The same in a line of its own beside the one that says where: `- à distance : lien sur demande`.
AFAR_LINE = re.compile(
    r"\W*(?:[oO]\s)?(?P<and>(?:et|ou)\s)?"
    r"(?P<words>(?:(?:en |par )?visio[\w-]*|[àa] distance|en ligne|(?:en )?distanciel))"
    r"(?:\s?(?::|$)|(?(and)(?![^\W_])|$^))",
    re.IGNORECASE,
)
# Told apart, a line for those who come and one for those who stay away are one hybrid meeting.
ON_SITE_LINE = re.compile(
    r"^\W*(?:sur place|(?:en )?pr[ée]sentiel(?:le)?|sur site|en salle|dans (?:nos locaux|la salle))(?![\w-])",
    re.IGNORECASE | re.MULTILINE,
)
THIS_ONE = re.compile(r"\bcet?(?:te)?\s$", re.IGNORECASE)  # `Ce webinaire remplace la soirée`: that of the page
FROM_TO = re.compile(r"\d ?h ?(?:\d\d)? ?(?:à|-|–) ?\d{1,2} ?h", re.IGNORECASE)
APART, LONGEST_HEAD = 400, 60
# What a screen is told of besides: `En visio aussi`, `Également en visio`.
ALSO_BEHIND = re.compile(r",?\s(?:aussi|[ée]galement)(?![^\W_])", re.IGNORECASE)
ALSO_BEFORE = re.compile(r"(?<![^\W_])(?:aussi|[ée]galement)\s$", re.IGNORECASE)
# What people do online by themselves, below a head or behind its colon: `En ligne` / `questionnaire jusqu'au 15 mai`.
DONE_ALONE = re.compile(
    r"[\s:–—-]*(?:l[ea]s?\s|l['’]|une?\s|notre\s|un\scourt\s)?(?:questionnaires?|formulaires?|enqu[êe]tes?|sondages?|votez|votes?|"
    r"consultations?|r[ée]pond\w+|r[ée]ponses?|inscri\w+|d[ée]pos\w+|donnez votre avis|contribu\w+|billetterie|achats?|"
    r"boutique|p[ée]titions?|signez|cahier d['’]id[ée]es)(?![^\W_])",
    re.IGNORECASE,
)
HOUSE_BEHIND = re.compile(rf"\s(?:du|de la|de l['’])\s?(?P<name>(?={PLACE_NOUN})[^,;:.()\n]{{3,50}})", re.IGNORECASE)


def premises(page: Page, block: Block) -> Iterator[Parts]:
    """Find organisers' premises where an event is; `confié à l'IREV` is none."""
    text = page.document.text
    for found in find_premises(text, page.knowledge, block.start, block.end):
        sentence = page.sentences.at(found.start)
        if found.same:
            house = HOUSE_BEHIND.match(text, found.end, block.end)
            name = clean_name(house["name"]) if house else None
            yield Parts(found.start, house.end() if house and name else found.end, name, rule="same_place")
            continue
        if not found.locaux or found.organiser is None:
            title = block.kind in ("title", "heading")
            alone = found.start - block.start < 3 or _is_all_of(text, sentence, found.start, found.end)
            if is_given(text, sentence[0], found.start):
                continue
            if not alone and not is_event_place(text, sentence, found.start, found.end, title):
                continue
        if found.organiser is None and tells_address(text, found.end, gazetteer_of(page.knowledge)):
            continue
        span = (found.start, found.end)
        home = town_of_writer(text, page.host, page.knowledge, span) if found.organiser is None else None
        if home is not None:
            yield Parts(*span, None, city=home.name, commune=home.commune, rule="premises")
            continue
        parts = parse_premises(page.region(found.start, min(block.end, found.end + 60)))
        if parts:
            yield with_town_before(page, block, parts)


def _is_all_of(text: str, sentence: tuple[int, int], start: int, end: int) -> bool:
    """Check that a sentence holds nothing else: `Mardi 4 avril : rendre compte. Dans nos locaux`."""
    return not (text[sentence[0] : start] + text[end : sentence[1]]).strip(" .!…")


def with_town_before(page: Page, block: Block, premises: Parts) -> Parts:
    """Premises of an organiser with the town right before them: `à Laon, dans les locaux de l'URH`."""
    inside = page.mentions_in(block.start, premises.start)
    told = premises.postcode or page.mentions_in(premises.start, premises.end)
    town = town_of(inside[-1].candidates) if inside and not told else None
    if town is None or page.document.text[inside[-1].end : premises.start].strip() != ",":
        return premises
    name = city_name(page.document.text[inside[-1].start : inside[-1].end], town)
    return replace(premises, start=inside[-1].start, city=name, commune=town)


def is_under_other_heading(page: Page, block: Block) -> bool:
    """Check for a line right below a heading of what is done online without meeting (`Inscription`, `En ligne`)."""
    index = page.document.index_of(block) - 1
    above = page.document.blocks[index] if index >= 0 else None
    words = page.document.words_of(above) if above is not None and above.kind == "heading" else ""
    if not words or MEETING_NOUN.search(words) or NOT_A_MEETING.search(words) is None:
        return False
    return (
        FROM_TO.search(page.document.text, block.start, block.end) is None
    )  # who meets does so from one hour to another


def _of_label(page: Page, block: Block) -> Iterator[Parts]:
    """The screen that the label of a line tells: of its own day, or beside the place of another line."""
    text, label = page.document.text, block.label or ""
    if DAY.search(text, block.start, block.end):
        if is_titled_online(label):  # `Session à distance : 14 mars`
            yield Parts(block.start, block.end, ONLINE_NAME, mode="online", rule="mode_words")
        return
    afar = AFAR.fullmatch(fold(label).strip(" :"))
    if afar is not None and not NONE_SO.match(text, block.start, block.end):
        name = VIDEO_NAME if afar["video"] else ONLINE_NAME
        yield Parts(block.start, block.end, name, mode="online", rule="mode_words_also")


def modes(page: Page, block: Block) -> Iterator[Parts]:
    """Find online and hybrid words where an event is."""
    text = page.document.text
    if heads_ticks(page, block):
        return
    if block.label and (told := list(_of_label(page, block))):
        yield from told
        return
    below = line_after(page, block)
    title = block.kind in ("title", "heading", "lead") or (below is not None and opens_with_day(page, below))
    dated = any(DAY.search(text, cell.start, cell.end) for cell in [block, *find_row(page.document, block)])
    line = None if dated else AFAR_LINE.match(text, block.start, block.end)  # a row with a day tells of that day
    if line is not None and not (line[0].endswith(":") or line["and"]):
        near = ON_SITE_LINE.search(text, max(0, block.start - APART), block.end + APART)
        line = line if near is not None else None
    for words in find_mode_words(text, block.start, block.end):
        if is_unticked(text, words.start):
            continue
        sentence = page.sentences.at(words.start)
        if words.mode == "online" and is_of_no_meeting(page, block, words):
            continue
        heads = text[words.start - 1 : words.start] + text[words.end : words.end + 1] == "()"
        heads = heads or (words.start == block.start and block.end - block.start <= LONGEST_HEAD)
        own = THIS_ONE.search(text, max(sentence[0], words.start - 6), words.start) is not None
        if words.generic and not (title or heads or own or DAY.search(text, *sentence)):
            continue
        if words.generic and COUNTED.search(text, max(sentence[0], words.start - 40), words.start):
            continue
        span = (words.start, words.end)
        if words.also and is_put_there(text, sentence, span):
            continue
        also = (
            words.also
            or (not words.generic and (is_offered(text, sentence, span) or is_for_some(text, sentence, span)))
            or FOR_OTHERS.match(text, words.end, block.end) is not None
            or THOSE_AWAY.search(text, sentence[0], words.start) is not None
            or (line is not None and line.start("words") == words.start)
            or (not words.generic and is_told_besides(text, sentence, span))
        )
        rule = "mode_words_also" if also else "mode_words"
        days = [day.end() for day in DAY.finditer(text, words.start, words.end)]  # `propose le 3 mai en visio`
        yield Parts(max([words.start, *days]), words.end, words.name, mode=words.mode, rule=rule)
    yield from _weak_words(page, block)


def is_of_no_meeting(page: Page, block: Block, words: ModeWords) -> bool:
    """Check for words of a screen on which nobody meets, by the heading above them or by what they head."""
    under = not words.generic and is_under_other_heading(page, block)
    return under or heads_what_is_done_alone(page, block, words.start, words.end)


def heads_what_is_done_alone(page: Page, block: Block, start: int, end: int) -> bool:
    """Check for words of a screen that head what people do there by themselves: `En ligne` / `questionnaire ouvert`."""
    text = page.document.text
    if text[block.start : start].strip(" -–•*"):
        return False
    below = line_after(page, block) if end == block.end else None
    return DONE_ALONE.match(text, below.start if below is not None else end) is not None


def is_told_besides(text: str, sentence: tuple[int, int], span: tuple[int, int]) -> bool:
    """Check for a screen that a sentence without a day tells besides a place: `En visio aussi`."""
    if not (ALSO_BEHIND.match(text, span[1]) or ALSO_BEFORE.search(text, sentence[0], span[0])):
        return False
    return DAY.search(text, *sentence) is None


def _weak_words(page: Page, block: Block) -> Iterator[Parts]:
    """Words that are of a screen only where it is offered: `on vient à Lens ou on se branche de la maison`."""
    text = page.document.text
    for words in WEAK_SCREEN.finditer(text, block.start, block.end):
        near = max(block.start, words.start() - 120)
        quoted = text.rfind("«", near, words.start()) > text.rfind("»", near, words.start())
        head = text[near : words.start()]
        if quoted or NOT_OPEN.search(head) or NOT_SO.search(head[-45:]) or LEARNT.search(head):
            continue
        if is_for_some(text, page.sentences.at(words.start()), words.span()):
            yield Parts(*words.span(), ONLINE_NAME, mode="online", rule="mode_words_also")
