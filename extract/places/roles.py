"""What a place is to the event: its target, its venue, the place of an earlier edition, or only mentioned.

All rules look at one sentence. Earlier editions are told by clauses: a clause opened by `Après avoir été mis en
place`, `déjà déployé`, `lors des éditions précédentes`… makes every place in it one of an earlier edition, up to
the comma that starts the main clause or a word that turns to the present (`cette fois`, `désormais`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from extract.document import Document
from extract.places.context import DAY, MEETING_NOUN
from extract.places.folding import fold
from extract.places.mentions import TERRITORY_LABEL, VENUE_LABEL, Mention
from extract.places.sentences import Sentences
from extract.records import TerritoryRole

PARTICIPLE = r"\w+(?:ée?s?|ies?|is|it|ite|ites|ue?s?|us)\b"
SERIES = r"(?:[ée]ditions?|cycles?|sessions?|journ[ée]es?|formations?|exp[ée]riences?|exp[ée]rimentations?)"
EARLIER = re.compile(
    rf"\bapr[èe]s\s+(?=avoir\b|s['’][êe]tre|(?:une?|deux|trois|quatre|cinq|six|plusieurs|des|les|la|le|l['’])\s?\w*\s?"
    rf"(?:premi[èe]re?s?\s|derni[èe]re?s?\s)?{SERIES}|[A-ZÀ-Ý]|le (?:succ[èe]s|Nord|Pas)|l['’][A-ZÀ-Ý])|"
    rf"\bd[ée]j[àa]\s+(?:[ée]t[ée]\s+)?{PARTICIPLE}|"
    rf"\b{SERIES}\s+(?:pr[ée]c[ée]dente?s?|pass[ée]e?s?|ant[ée]rieure?s?)\b|"
    rf"\b(?:pr[ée]c[ée]dente?s?|ant[ée]rieure?s?)\s+{SERIES}|"
    r"\b(?:premi[èe]res?|derni[èe]res?|deuxi[èe]me|troisi[èe]me|autres?)\s+[ée]ditions?\b|"
    r"\b(?:pr[ée]c[ée]demment|auparavant|ant[ée]rieurement|par le pass[ée])\b|"
    rf"\bavai(?:t|ent)\s+(?:[ée]t[ée]\s+{PARTICIPLE}|eu lieu)|\bs['’](?:[ée]tait|[ée]taient)\s+(?:tenu|d[ée]roul[ée])|"
    r"\bforte?s?\s+d(?:u succ[èe]s|e (?:l['’]|cette|ces|son|sa|ses))|"
    r"\bdans la (?:continuit[ée]|lign[ée]e|foul[ée]e) d\w*",
    re.IGNORECASE,
)
WELCOMED = re.compile(
    r"\b(?:ont|a|avai(?:t|ent))\s+d[ée]j[àa]\s+(?:accueilli|b[ée]n[ée]fici[ée]|connu|particip[ée]|suivi|"
    r"exp[ée]riment[ée]|vu)",
    re.IGNORECASE,
)
FUTURE = re.compile(r"\b(?:aur(?:a|ont)|se tiendr(?:a|ont)|se d[ée]rouler(?:a|ont)|sera|seront|est pr[ée]vue?)\b")
TURN = re.compile(
    r"\b(?:cette fois|d[ée]sormais|maintenant|[àa] pr[ée]sent|cette ann[ée]e|aujourd['’]hui|avant de|arrive)\b",
    re.IGNORECASE,
)
# What may stand between a comma and the next place of a list; a conjunction keeps the clause open by itself.
LIST_GOES_ON = re.compile(
    r",\s*(?P<conjunction>et\b|ou\b|puis\b|ainsi\b|enfin\b|notamment\b)?\s*"
    r"(?:(?:[àa]|sur|dans|en|pour|de|du|des|d['’])\s*)?(?:(?:la|le|les|l['’])\s*)?",
    re.IGNORECASE,
)
ACTORS = (
    r"(?:acteurs?|actrices?|professionnel\w*|[ée]lus?|agents?|technicien\w*|chefs? de projets?|d[ée]l[ée]gu[ée]s?|"
    r"associations?|habitants?|conseillers?|pilotes?|[ée]quipes?|partenaires?|territoires?|communes?|villes?|"
    r"agglom[ée]rations?|intercommunalit[ée]s|collectivit[ée]s|quartiers?|contrats? de ville|arrondissements?|"
    r"d[ée]partements?|r[ée]gion|conseils? citoyens?|b[ée]n[ée]voles?|intervenants?|structures?|publics?)"
)
ARTICLE = r"(?:de la |de l['’]|de |du |des |d['’]|le |la |les |l['’]|en |[àa] |sur )?"
TARGET = re.compile(
    r"\b(?:pour|[àa] destination d\w*['’]?|destin[ée]\w* [àa]u?x?|[àa] l['’](?:attention|intention|adresse) d\w*['’]?|"
    r"en direction d\w*['’]?|aupr[èe]s d\w*['’]?|au (?:profit|b[ée]n[ée]fice) d\w*['’]?|ouvert\w* (?:[àa]ux?|à)|"
    r"s['’]adress\w+ (?:[\w ]{0,20})?(?:[àa]ux?|à)|r[ée]serv[ée]\w* (?:[àa]ux?|à)|d[ée]di[ée]\w* (?:[àa]ux?|à)|"
    r"propos[ée]\w* (?:[àa]ux?|à|sur)|d[ée]ploy[ée]\w* (?:sur|dans)|[àa]ux)\s*"
    rf"(?:(?:(?:tous |toutes )?(?:les |la |l['’]|des |aux |"
    rf"le )?(?:\w+ ){{0,2}}{ACTORS})(?:[^.;:!?()]{{0,80}}?))?\s?{ARTICLE}$",
    re.IGNORECASE,
)
# An event held in a territory wider than a town is for it: `un cycle dans le Cambrésis`.
WIDE = ("area", "epci", "arrondissement")
ON_TERRITORY = re.compile(
    r"\b(?:dans (?:le|la|l['’]|les)|en|sur (?:le|la|l['’]|les))\s?"
    r"(?:territoires? (?:de la|du|de l['’]|de|des|d['’])\s?)?$",
    re.IGNORECASE,
)
PUBLIC_LABEL = re.compile(r"publics?( .*)?|pour qui ?\??|participants?|destinataires?|a qui .*")
# Those who are invited are the target: `les conseils citoyens de Roubaix et Wattrelos sont invités à …`.
INVITED = re.compile(
    r"\s(?:sont|est|seront|sera)\s(?:donc |tous |toutes )?(?:invit|convi|attendu|concern|appel[ée])", re.IGNORECASE
)
LABEL_BEFORE = re.compile(r"\bterritoires?(?: [\w ]{0,30})? ?:\s*$", re.IGNORECASE)


class Roles:
    """The role of every list of mentions, from its field, its venue, its clause, or the words before it."""

    def __init__(
        self, document: Document, sentences: Sentences, venues: list[tuple[int, int]], place_starts: Iterable[int]
    ) -> None:
        """Hold what the rules look at: spans of venue readings, and where each mention of a place starts."""
        self.document = document
        self.sentences = sentences
        self.venues = venues
        self.place_starts = sorted(place_starts)

    def of(self, group: list[Mention], mention: Mention) -> tuple[TerritoryRole, str]:
        """Give the role of one mention of a list, with the rule that said so."""
        label = fold(mention.block.label or "").strip()
        if label and (TERRITORY_LABEL.match(label) or PUBLIC_LABEL.fullmatch(label)):
            return "target", "label"
        if label and VENUE_LABEL.fullmatch(label):
            return "venue", "label"
        if self.holds_list(mention):
            return "mentioned", "holds_a_list"
        return self.by_clause(mention) or self.by_words(group, mention)

    def by_clause(self, mention: Mention) -> tuple[TerritoryRole, str] | None:
        """Give the role that a clause on earlier editions decides: theirs in it, a target set against it."""
        start, end = self.sentences.at(mention.start)
        first, last = bisect_left(self.place_starts, start), bisect_left(self.place_starts, end)
        places = {place - start for place in self.place_starts[first:last]}
        sentence = self.document.text[start:end]
        if in_earlier_clause(sentence, mention.start - start, places):
            return "earlier_edition", "clause_of_earlier_edition"
        before = any(in_earlier_clause(sentence, place, places) for place in places if place < mention.start - start)
        if before and not DAY.search(sentence):
            return "target", "set_against_earlier_editions"
        return None

    def by_words(self, group: list[Mention], mention: Mention) -> tuple[TerritoryRole, str]:
        """Give the role that a venue around a mention or the words beside its list decide."""
        kind = mention.candidates[0].kind
        if any(first <= mention.start and mention.end <= last for first, last in self.venues):
            is_town = kind.startswith(("commune", "former"))
            return ("venue", "in_venue") if is_town else ("mentioned", "in_name_of_venue")
        before = self.document.text[self.sentences.at(mention.start)[0] : group[0].start]
        if LABEL_BEFORE.search(before) or TARGET.search(before[-200:]):
            return "target", "destination"
        if kind in WIDE and ON_TERRITORY.search(before) and MEETING_NOUN.search(before):
            return "target", "event_on_territory"
        if INVITED.match(self.document.text, group[-1].end):
            return "target", "invited"
        if mention.block.kind == "title" and not kind.startswith(("commune", "former")):
            return "target", "title"
        return "mentioned", "mention"

    def holds_list(self, mention: Mention) -> bool:
        """Check for a territory whose members follow in brackets: `cinq territoires du Nord (Douai, …)`."""
        bracket = re.compile(r"\s?\(\s?").match(self.document.text, mention.end)
        if bracket is None:
            return False
        index = bisect_left(self.place_starts, bracket.end())
        return index < len(self.place_starts) and self.place_starts[index] == bracket.end()


def in_earlier_clause(sentence: str, position: int, places: set[int]) -> bool:
    """Check whether a position of a sentence lies in a clause on earlier editions."""
    welcomed = WELCOMED.search(sentence)
    if welcomed and position < welcomed.start():
        return True
    for marker in EARLIER.finditer(sentence):
        if marker.start() >= position:
            break
        end = clause_end(sentence, marker.end(), places)
        if position < end and not FUTURE.search(sentence, marker.start(), position):
            return True
    return False


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
