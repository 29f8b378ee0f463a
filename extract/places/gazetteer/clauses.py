"""Clauses on earlier editions: `Après avoir été mis en place à …`, `déjà déployé à …`, `lors des éditions passées`.

Such a clause makes every place in it one of an earlier edition, up to the comma that starts the main clause or a
word that turns to the present (`cette fois`, `désormais`). All rules look at one sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from extract.matching.by_initial import words_by_initial
from extract.matching.gates import compile_gated
from extract.places.grammar.sentences import Sentences

PARTICIPLE = r"\w+(?:ée?s?|ies?|is|it|ite|ites|ue?s?|us)\b"
SERIES = (
    r"(?:[ée]ditions?|[ée]tapes?|ateliers?|rencontres?|promotions?|saisons?|cycles?|sessions?|journ[ée]es?|"
    r"formations?|exp[ée]riences?|exp[ée]rimentations?)"
)
_EARLIER = (
    rf"\bapr[èe]s\s+(?=avoir\b|s['’][êe]tre|(?:une?|deux|trois|quatre|cinq|six|plusieurs|des|les|la|le|l['’])\s?\w*\s?"
    rf"(?:premi[èe]re?s?\s|derni[èe]re?s?\s)?{SERIES}|"
    r"(?:les|nos|ses|leurs|deux|trois|quatre|cinq|six)\s\w+s\s(?:de\s|d['’]|[àa]\s)(?-i:[A-ZÀ-Ý])|"
    r"(?-i:[A-ZÀ-Ý])|le (?:succ[èe]s|Nord|Pas)|l['’](?-i:[A-ZÀ-Ý]))|"
    rf"\bd[ée]j[àa]\s+(?:[ée]t[ée]\s+)?{PARTICIPLE}|"
    rf"\b{SERIES}\s+(?:pr[ée]c[ée]dente?s?|pass(?:ée?s?|ees?|és)(?![^\W_])|ant[ée]rieure?s?)\b|"
    rf"\b(?:pr[ée]c[ée]dente?s?|ant[ée]rieure?s?)\s+{SERIES}|"
    r"\b(?:premi[èe]res?|derni[èe]res?|deuxi[èe]me|troisi[èe]me|autres?)\s+[ée]ditions?\b|"
    r"\b(?:lors de|depuis|suite à|apr[èe]s|pendant|convenu lors de)\s(?:notre|votre|la|leur)\sderni[èe]re\s"
    rf"(?:{SERIES}|r[ée]union|s[ée]ance|matin[ée]e|assembl[ée]e)\b|"
    r"\b(?:pr[ée]c[ée]demment|auparavant|ant[ée]rieurement|par le pass[ée])\b|"
    rf"\bavai(?:t|ent)\s+(?:[ée]t[ée]\s+{PARTICIPLE}|eu lieu)|\bs['’](?:[ée]tait|[ée]taient)\s+(?:tenu|d[ée]roul[ée]|"
    rf"rendu|r[ée]uni|retrouv[ée])|"
    rf"\ben (?:19|20)\d\d\s?,\s(?:ce|cette|le|la|l['’]|une?)\s?(?:\w+\s){{0,2}}?{SERIES}\s[^.;:,]{{0,40}}?"
    rf"(?:(?:a|ont|avai(?:t|ent))\s(?:[ée]t[ée]|eu lieu)|s['’](?:est|[ée]tait)\s{PARTICIPLE})|"
    r"\ben (?:19|20)\d\d\b,?\s(?=[^.;:!?]{0,40}?(?:\b[ée]t(?:ai(?:s|t|ent)|ions)\b|\bav(?:ait|aient|ions)\b|"
    rf"\baccueillai(?:t|ent)\b|\ba accueilli\b|\b(?:s['’](?:est|[ée]tai\w+)|sommes|[ée]tions) {PARTICIPLE})|"
    r"c['’]\s?[ée]tait\b)|\bla (?:fois pr[ée]c[ée]dente|derni[èe]re fois)\b,?|"
    r"\bl['’]ann?(?:[ée]e)? (?:derni[èe]re?|pass[ée]e?)\b,?|\bil y a (?:un|une|deux|trois|quatre|cinq|"
    r"quelques) an(?:s|n[ée]es?)?\b,?|"
    rf"\b{SERIES}\s(?:19|20)\d\d\b(?:(?:,| et| à)\s(?:19|20)\d\d)*\s(?:a|ont|s['’]est|se sont|avai\w+)\s|"
    rf"\bsuite (?:au succ[èe]s d\w*|aux?|[àa] la|[àa] l['’])\s?(?:la |l['’])?(?:\w+ )?{SERIES}\b|"
    r"\b(?:s['’]est|a|ont|se sont)\s(?:tout )?(?:d['’]abord|initialement)\b|\bdans un premier temps\b|"
    r"\b(?:initi|exp[ée]riment|inaugur|lanc|n|d[ée]marr|d[ée]but|cr[ée]|test|imagin|amorc|entam|port)[ée]e?s?\s"
    r"(?=(?:[àa]|dans|sur)\s[^.;:]{0,80}\s(?:en (?:19|20)\d\d|avant|"
    r"puis)\b)|"
    r"\bforte?s?\s+d(?:u succ[èe]s|e (?:l['’]|cette|ces|son|sa|ses))|"
    r"\bdans la (?:continuit[ée]|lign[ée]e|foul[ée]e) d\w*|"
    r"\b(?:m[êe]mes?|plus|moins|mieux|autre(?:ment|s)?)(?![^\W_])[^.;:!?]{0,40}\squ['’][àa]\s(?=(?-i:[A-ZÀ-Ý]))|"
    r"\bcomme\s(?:[àa]|en)\s(?=(?-i:[A-ZÀ-Ý]))|\b[àa]\sl['’](?:instar|image|exemple)\s(?:de\s|d['’])|\bsur\sle\smod[èe]le\sd"
)
EARLIER = compile_gated(_EARLIER, re.IGNORECASE, words_by_initial(_EARLIER))
WELCOMED = compile_gated(
    r"\b(?:ont|a|avai(?:t|ent))\s+d[ée]j[àa]\s+(?:accueilli|b[ée]n[ée]fici[ée]|connu|particip[ée]|suivi|"
    r"exp[ée]riment[ée]|vu)|"
    r"\bavai(?:t|ent)\s+(?:d[ée]j[àa]\s+)?(?:r[ée]uni|rassembl|permis|accueilli|attir|mobilis|suscit|donn|port)\w*",
    re.IGNORECASE,
)
FUTURE = re.compile(r"\b(?:aur(?:a|ont)|se tiendr(?:a|ont)|se d[ée]rouler(?:a|ont)|sera|seront|est pr[ée]vue?)\b")
TURN = re.compile(
    r"\b(?:cette fois|d[ée]sormais|maintenant|[àa] pr[ée]sent|cette ann[ée]e|aujourd['’]hui|avant de|arrive)\b",
    re.IGNORECASE,
)
# `L'an dernier, …` opens a clause that tells of then; `Après Lens l'an dernier, …` closes one.
_LEADS_IN = re.compile(r"(?:^|[,;:(])\W*(?:et |mais |or |car |comme )?$", re.IGNORECASE)
# What may stand between a comma and the next place of a list; a conjunction keeps the clause open by itself.
LIST_GOES_ON = re.compile(
    r",\s*(?P<conjunction>et\b|ou\b|puis\b|ainsi\b|enfin\b|notamment\b)?\s*"
    r"(?:(?:[àa]|sur|dans|en|pour|de|du|des|d['’])\s*)?(?:(?:la|le|les|l['’])\s*)?",
    re.IGNORECASE,
)


class EarlierClauses:
    """The clauses on earlier editions of a document, found once per sentence."""

    def __init__(self, text: str, sentences: Sentences, place_starts: Iterable[int]) -> None:
        """Hold the text and where each mention of a place starts."""
        self.text = text
        self.sentences = sentences
        self.place_starts = sorted(place_starts)
        self.found: dict[int, list[tuple[int, int]]] = {}

    def spans(self, position: int) -> list[tuple[int, int]]:
        """Spans of the clauses on earlier editions in the sentence that holds a position."""
        start, end = self.sentences.at(position)
        if start not in self.found:
            first, last = bisect_left(self.place_starts, start), bisect_left(self.place_starts, end)
            places = {place - start for place in self.place_starts[first:last]}
            earlier, welcomed = (words.may_match(self.text, start, end) for words in (EARLIER, WELCOMED))
            spans = clause_spans(self.text[start:end], places, earlier, welcomed) if earlier or welcomed else []
            self.found[start] = [(start + one, start + other) for one, other in spans]
        return self.found[start]

    def hold(self, position: int) -> bool:
        """Check whether a position lies in a clause on earlier editions."""
        return any(start <= position < end for start, end in self.spans(position))

    def stand_before(self, position: int) -> bool:
        """Check whether a place of an earlier edition stands before a position, in its sentence."""
        for start, end in self.spans(position):
            index = bisect_left(self.place_starts, start)
            if index < len(self.place_starts) and self.place_starts[index] < min(end, position):
                return True
        return False


def clause_spans(sentence: str, places: set[int], may_earlier: bool, may_welcomed: bool) -> list[tuple[int, int]]:
    """Spans of the clauses on earlier editions in one sentence; `places` are where places start in it.

    `may_earlier` and `may_welcomed` say whether the gates of their patterns are open in it.
    """
    spans = []
    welcomed = WELCOMED.search(sentence) if may_welcomed else None
    if welcomed:
        pluperfect = welcomed[0].lower().startswith("avai")  # all of it is told of a former meeting
        spans.append((0, clause_end(sentence, welcomed.end(), places) if pluperfect else welcomed.start()))
    for marker in EARLIER.finditer(sentence) if may_earlier else ():
        closed = marker[0].endswith(",") and _LEADS_IN.search(sentence, 0, marker.start()) is None
        end = marker.end() - 1 if closed else clause_end(sentence, marker.end(), places)
        future = FUTURE.search(sentence, marker.start(), end)
        spans.append((marker.start(), future.start() if future else end))
    return spans


def clause_end(sentence: str, start: int, places: set[int]) -> int:
    """End of the clause that is open at `start`: the comma outside brackets that starts another one, or a turn."""
    turn = TURN.search(sentence, start)
    limit = turn.start() if turn else len(sentence)
    depth = 0
    for mark in re.finditer(r"[(),;:]", sentence[:limit]):
        if mark.start() < start:
            continue
        if mark[0] in "()":
            depth = max(0, depth + (1 if mark[0] == "(" else -1))
        elif depth == 0 and not (mark[0] == "," and list_goes_on(sentence, mark.start(), places)):
            return mark.start()
    return limit


def list_goes_on(sentence: str, comma: int, places: set[int]) -> bool:
    """Check whether a comma is followed by a conjunction or by the next place, and not by another clause."""
    following = LIST_GOES_ON.match(sentence, comma)
    return following is not None and (
        bool(following["conjunction"]) or any(comma < place <= following.end() for place in places)
    )
