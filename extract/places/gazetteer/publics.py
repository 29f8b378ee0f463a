"""Those who are meant by a page, told by the territory they are of: `les élus de l'Aisne`, a group, a row, a heading.

A page opens with whom it is for, in no set words: its title, its first lines and its headings name people, quarters or
contracts of a territory, and that territory is its target. Further down the same words tell who speaks or who pays.
"""

from __future__ import annotations

import re
from typing import Final

from extract.document import Document
from extract.matching.gates import compile_gated
from extract.places.gazetteer.mention import Mention

PEOPLE: Final = (
    r"(?:acteurs?|actrices?|professionnel\w*|[ée]lue?s?|agente?s?|technicien\w*|chef(?:fe)?s? de projets?|habitant\w*|"
    r"d[ée]l[ée]gu[ée]e?s?|conseillers?|conseill[èe]res?|conseils? citoyens|quartiers?|contrats? de ville|bailleurs?|"
    r"b[ée]n[ée]voles?|enseignant\w*|jeunes|femmes|familles|parents|locataires?|m[ée]diat\w+|[ée]ducat\w+|animat\w+|"
    r"adultes[- ]relais|r[ée]f[ée]rent\w*|coordinat\w+|coordonnat\w+|maires|communes|villes|collectivit[ée]s|"
    r"associations?|centres sociaux|territoires?|cit[ée]s [ée]ducatives|porteu\w+ de projets?|gardien\w*|stagiaires?|"
    r"travailleu\w+ sociaux|intervenant\w*|salari[ée]\w*|employeurs|entreprises|structures|[ée]quipes|PRE|CCAS)"
)
_OF_PEOPLE: Final = compile_gated(
    rf"\b{PEOPLE}(?: [\w'’-]+){{0,3}} ?(?:(?:de la|de|du|des|en|dans l[ea]) |de l['’]|d['’]|dans l['’])$", re.IGNORECASE
)
_OF_ANOTHER: Final = re.compile(
    r"\b(?:f[ée]d[ée]rations?|unions?|maisons?|instituts?|observatoires?|directions?|minist[èe]res?|agences?|[ée]cole|"
    r"soutien|concours|appui|financ\w+|finances?|projets? de|(?:se sont|[ée]taient?|ont|a|avaient) \w+|une? [ée]quipe|"
    r"l['’][ée]quipe|pr[ée]fecture|association|venu?e?s|issue?s|pr[ée]sents)\b",
    re.IGNORECASE,
)
"""What in the same words tells of a body that is called so, who pays, or of people who met: `Fédération des …`."""
_GROUP: Final = re.compile(
    r"\W*(?:(?:groupe|secteur|antenne|territoires?|bassin|d[ée]partements?|arrondissements?|session|promotion)\s?\w?"
    r"(?:\s?[:–—-])?\s)?[«\"“]?\s?(?:(?:du|de la|de|des|d['’]|de l['’]|le|la|les|l['’])\s?)?",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"\s?[»\"”]?\s?(?:$|\n|[:(–—,-]|et\s)")
_HEAD: Final = 5
_WORDS_BEFORE: Final = 90


def is_public(document: Document, mention: Mention) -> bool:
    """Check for people, quarters or contracts of a wide territory, where a page opens or in a heading."""
    block, text = mention.block, document.text
    opens = document.index_of(block) <= first_of(document) + _HEAD
    if not opens and block.kind not in ("title", "lead", "heading", "cell"):
        return False
    start = max(block.start, mention.start - _WORDS_BEFORE)
    if not _OF_PEOPLE.may_match(text, start, mention.start):
        return False
    words = text[start : mention.start]
    return _OF_PEOPLE.search(words) is not None and _OF_ANOTHER.search(words.rpartition(". ")[2]) is None


def first_of(document: Document) -> int:
    """The index of the title of a page, or of its first line that is no furniture."""
    kinds = [block.kind for block in document.blocks]
    if "title" in kinds:
        return kinds.index("title")
    return next((index for index, kind in enumerate(kinds) if kind != "furniture"), 0)


def heads_group(document: Document, mention: Mention) -> bool:
    """Check for a heading, or the first cell of a row, that is but a wide territory: `Groupe Douaisis`, `Somme`."""
    block, text = mention.block, document.text
    if block.kind != "heading" and (block.kind != "cell" or block.column != 0):
        return False
    group = _GROUP.match(text, block.start, mention.start + 1)
    return group is not None and group.end() == mention.start and _ENDS.match(text, mention.end, block.end) is not None
