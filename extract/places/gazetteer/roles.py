"""What a place is to the event: its target, its venue, the place of an earlier edition, or only mentioned."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from extract.document import Document
from extract.matching.folding import fold
from extract.matching.gates import compile_gated
from extract.matching.leaping import compile_leaping
from extract.places.gazetteer.clauses import EarlierClauses
from extract.places.gazetteer.mention import Mention
from extract.places.gazetteer.mentions import TERRITORY_LABEL, VENUE_LABEL
from extract.places.gazetteer.publics import heads_group, is_public
from extract.places.grammar.context import DAY, MEETING_NOUN
from extract.places.grammar.sentences import Sentences
from extract.records import TerritoryRole

ACTORS = (
    r"(?:acteurs?|actrices?|professionnel\w*|[ée]lus?|agents?|technicien\w*|chefs? de projets?|d[ée]l[ée]gu[ée]s?|"
    r"associations?|habitants?|conseillers?|pilotes?|[ée]quipes?|partenaires?|territoires?|communes?|villes?|"
    r"agglom[ée]rations?|intercommunalit[ée]s|collectivit[ée]s|quartiers?|contrats? de ville|arrondissements?|"
    r"d[ée]partements?|r[ée]gion|conseils? citoyens?|b[ée]n[ée]voles?|intervenants?|structures?|publics?|"
    r"stagiaires?|participant\w*|membres?|bailleurs?|enseignant\w*|jeunes|femmes|familles|r[ée]sidents?|locataires?|"
    r"m[ée]diat\w+|[ée]ducat\w+|animat\w+|travailleurs sociaux|adultes[- ]relais|ambassad\w+|coordinat\w+|"
    r"r[ée]f[ée]rents?|salari[ée]\w*|maires?|centres sociaux|coll[èe]ges|[ée]coles|mairies|sites?)"
)
ARTICLE = r"(?:de la |de l['’]|de |du |des |d['’]|le |la |les |l['’]|en |[àa] |sur )?"
TARGET = compile_gated(
    r"\b(?:pour|[àa] destination d\w*['’]?|destin[ée]\w* [àa]u?x?|[àa] l['’](?:attention|intention|adresse) d\w*['’]?|"
    r"en direction d\w*['’]?|aupr[èe]s d\w*['’]?|au (?:profit|b[ée]n[ée]fice) d\w*['’]?|ouvert\w* (?:[àa]ux?|à)|"
    r"s['’]adress\w+ (?:[\w ]{0,20})?(?:[àa]ux?|à)|r[ée]serv[ée]\w* (?:[àa]ux?|à)|d[ée]di[ée]\w* (?:[àa]ux?|à)|"
    r"port(?:e|ent|era|eront|ait|ant) (?:aussi )?(?:sur|[àa] l['’][ée]chelle d\w*)|"
    r"propos[ée]\w* (?:[àa]ux?|à|sur)|d[ée]ploy[ée]\w* (?:sur|dans)|[àa]ux)\s*"
    rf"(?:(?:(?:tous |toutes )?(?:les |la |l['’]|des |aux |"
    rf"le )?(?:\w+ ){{0,2}}{ACTORS})(?:[^.;:!?()]{{0,80}}?))?\s?{ARTICLE}$",
    re.IGNORECASE,
)
# Whoever they are, those to whom something goes: `à destination des gardiens et bénévoles associatifs de Thiérache`.
MEANT_FOR = compile_gated(
    r"\b(?:[àa] destination d|destin[ée]\w* (?:[àa]|aux?)\b|[àa] l['’](?:attention|intention|adresse) d|"
    r"s['’]adress\w+ (?:[\w ]{0,20}?)(?:[àa]|aux?)\b|r[ée]serv[ée]\w* (?:[àa]|aux?)\b|ouvert\w* (?:[àa]|aux?)\b|"
    r"pour (?:(?:tous|toutes) )?(?:les|nos|vos)\b)[^.;:!?()]{0,100}?\s(?:(?:de la|de|du|des) |de l['’]|d['’])$",
    re.IGNORECASE,
)
# Those whom an event gathers: `a réuni 34 stagiaires issus de Lens`, `invite les conseils citoyens de Denain`.
GATHERED = compile_gated(
    r"\b(?:invit|convi|r[ée]uni|rassembl|mobilis|accompagn|form|outill|concern|associ)\w*\s(?:[^.;:!?()]{0,40}?\s|"
    r"l['’])?"
    rf"{ACTORS}\b[^.;:!?()]{{0,50}}?\b{ARTICLE}$|"
    rf"\b(?:venez|participez|rejoignez|contribuez|donnez|exprimez|dites)\b[^.;!?()]{{0,110}}?\s{ARTICLE}$|"
    rf"\bvous [êe]tes\s[^.;:!?()]{{3,70}}?\s?{ARTICLE}$",
    re.IGNORECASE,
)
# Where a series runs: `s'installe dans le Douaisis`, `proposé sur quatre territoires du Nord : Roubaix, …`.
RUNS = compile_gated(
    r"\b(?:s['’]install\w+|arrive(?:ra)?|d[ée]barque|se d[ée]plo\w+|se poursui\w+|fait (?:escale|[ée]tape)|revien\w+|"
    r"(?:est|sera|sont|seront) (?:lanc|d[ée]ploy|men|propos|mis)\w+)\s(?:[\w-]+\s){0,3}?"
    r"(?:[àa]|dans|sur|en|aux?|vers)\s(?:le |la |les |l['’])?(?:territoires? d\w*['’]?\s?(?:la |l['’])?)?$|"
    r"\b(?:territoires|villes|communes|agglom[ée]rations|d[ée]partements|arrondissements)\b[^.;:!?()]{0,40}:\s?"
    r"(?:[àa] )?$",
    re.IGNORECASE,
)
# What leads to a target, how far before it that may stand, the rule, and whether only wide territories are led to.
LEADS_TO_TARGET = (
    (TARGET, 200, "destination", False),
    (MEANT_FOR, 160, "destination", True),
    (GATHERED, 160, "gathered", False),
    (RUNS, 120, "runs_there", False),
)
# An event held in a territory wider than a town is for it: `un cycle dans le Cambrésis`.
WIDE = ("area", "epci", "arrondissement", "departement")
ON_TERRITORY = re.compile(
    r"\b(?:dans (?:le|la|l['’]|les)|en|sur (?:le|la|l['’]|les))\s?"
    r"(?:territoires? (?:de la|du|de l['’]|de|des|d['’])\s?)?$",
    re.IGNORECASE,
)
PUBLIC_LABEL = re.compile(r"publics?( .*)?|pour qui ?\??|participants?|destinataires?|a qui .*")
# Those who are invited are the target: `les conseils citoyens de Roubaix et Wattrelos sont invités à …`.
INVITED = re.compile(
    r"\s(?:y\s)?(?:sont|est|seront|sera)\s(?:donc |tous |toutes )?(?:invit|convi|attendu|concern|appel[ée])",
    re.IGNORECASE,
)
# Bodies of a wide territory that meet: `Les CCAS et clubs de la Thiérache se rencontrent à Vervins`.
MEET = re.compile(r"\s(?:se\s(?:rencontr|r[ée]uni|retrouv|rassembl)\w+)", re.IGNORECASE)
# What a line under the title, or a heading, tells of between dashes: `Formations - département de la Somme`.
SET_OFF = re.compile(r"(?:^|\s[–—|-]\s)(?:(?:dans )?(?:les?|la|l['’])\s?)?$")
SET_OFF_BEHIND = re.compile(r"\s*(?:$|\n|[–—|:(-](?=\s|\d))|\s[–—|-]\s")
COLON = re.compile(r"\s?:\s")
LABEL_BEFORE = compile_leaping(
    r"(?:^|[\s•])(?:publics?(?: vis[ée]s?| concern[ée]s?)?|pour qui|destinataires?|"
    r"participants?)\s?[:?]\s?[^.;!?]{0,90}$|"
    r"\b(?:territoires?|p[ée]rim[èe]tres?|zones?|secteurs?)(?: [\w'’ ]{0,30})? ?:\s*"
    r"(?:(?:les?|la) (?:\w+ )?(?:communes?|villes?|quartiers?) (?:de |d['’]|du |des ))?$",
    re.IGNORECASE,
)

LONGEST_LABEL, LABEL_REACH = 40, 110

Span = tuple[int, int]


class Roles:
    """The role of every list of mentions, from its field, its venue, its clause, or the words before it."""

    def __init__(self, document: Document, sentences: Sentences, venues: list[Span], earlier: EarlierClauses) -> None:
        """Hold what the rules look at; `venues` are the spans of venue readings, in order."""
        self.document = document
        self.sentences = sentences
        self.venues = venues
        self.venue_starts = [start for start, _ in venues]
        self.earlier = earlier

    def of(self, group: list[Mention], mention: Mention) -> tuple[TerritoryRole, str]:
        """Give the role of one mention of a list, with the rule that said so."""
        label = fold(mention.block.label or self.question_above(mention)).strip()
        if label and (TERRITORY_LABEL.match(label) or PUBLIC_LABEL.fullmatch(label)):
            return "target", "label"
        if label and VENUE_LABEL.fullmatch(label):
            return "venue", "label"
        if self.holds_list(mention):
            return "mentioned", "holds_a_list"
        return self.by_clause(mention) or self.by_words(group, mention)

    def question_above(self, mention: Mention) -> str:
        """Give the line above a mention's block when it asks or announces something (`Pour qui ?`), else nothing."""
        blocks = self.document.blocks
        index = self.document.index_of(mention.block) - 1
        words = self.document.words_of(blocks[index]) if index >= 0 else ""
        return words if len(words) < LONGEST_LABEL and words.rstrip().endswith(("?", ":")) else ""

    def by_clause(self, mention: Mention) -> tuple[TerritoryRole, str] | None:
        """Give the role that a clause on earlier editions decides: theirs in it, a target set against it."""
        if self.earlier.hold(mention.start):
            return "earlier_edition", "clause_of_earlier_edition"
        if self.earlier.stand_before(mention.start) and not DAY.search(
            self.document.text, *self.sentences.at(mention.start)
        ):
            return "target", "set_against_earlier_editions"
        return None

    def in_venue(self, mention: Mention) -> bool:
        """Check whether a mention lies in the words of a venue."""
        index = bisect_right(self.venue_starts, mention.start) - 1
        return index >= 0 and mention.end <= self.venues[index][1]

    def by_words(self, group: list[Mention], mention: Mention) -> tuple[TerritoryRole, str]:
        """Give the role that a venue around a mention or the words beside its list decide."""
        kind = mention.candidates[0].kind
        if self.in_venue(mention):
            is_town = kind.startswith(("commune", "former"))
            return ("venue", "in_venue") if is_town else ("mentioned", "in_name_of_venue")
        text, start, stop = self.document.text, self.sentences.at(mention.start)[0], group[0].start
        before = text[start:stop]
        labelled = text[max(mention.block.start, stop - LABEL_REACH) : stop]
        if LABEL_BEFORE.search(labelled):
            return "target", "destination"
        for leads, reach, rule, wide_only in LEADS_TO_TARGET:
            may_lead = (kind in WIDE or not wide_only) and leads.may_match(text, start, stop)
            if may_lead and leads.search(before[-reach:]):
                return "target", rule
        if kind in WIDE and ON_TERRITORY.search(before) and MEETING_NOUN.search(before):
            return "target", "event_on_territory"
        if INVITED.match(text, group[-1].end) or (kind in WIDE and MEET.match(text, group[-1].end)):
            return "target", "invited"
        return self.by_layout(group, mention, kind)

    def by_layout(self, group: list[Mention], mention: Mention, kind: str) -> tuple[TerritoryRole, str]:
        """Give the role that a wide territory has by where it stands: in the title, a heading, the first lines."""
        titled = mention.block.kind == "title" and not kind.startswith(("commune", "former"))
        if titled or (kind in WIDE and self.is_headed_by(mention)):
            return "target", "title"
        if kind in WIDE and (is_public(self.document, group[0]) or heads_group(self.document, group[0])):
            return "target", "public"
        return "mentioned", "mention"

    def is_headed_by(self, mention: Mention) -> bool:
        """Check for a territory set off in a heading or in the line under the title, or at the head of a dated line."""
        text, block = self.document.text, mention.block
        if mention.start == block.start and COLON.match(text, mention.end) and DAY.search(text, mention.end, block.end):
            return True
        if block.end - block.start > LABEL_REACH or not self.is_subtitle(mention):
            return False
        ahead = SET_OFF.search(text[block.start : mention.start]) is not None
        return ahead and SET_OFF_BEHIND.match(text, mention.end, block.end) is not None

    def is_subtitle(self, mention: Mention) -> bool:
        """Check for the first heading or line below the title."""
        index = self.document.index_of(mention.block)
        return index > 0 and self.document.blocks[index - 1].kind == "title" and mention.block.kind != "cell"

    def holds_list(self, mention: Mention) -> bool:
        """Check for a territory whose members follow in brackets: `cinq territoires du Nord (Douai, …)`."""
        bracket = re.compile(r"\s?\(\s?").match(self.document.text, mention.end)
        if bracket is None:
            return False
        index = bisect_left(self.earlier.place_starts, bracket.end())
        return index < len(self.earlier.place_starts) and self.earlier.place_starts[index] == bracket.end()
