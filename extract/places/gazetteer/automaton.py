"""All names of all territories in one automaton: where any of them stands in a text, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import ahocorasick

from extract.knowledge import Knowledge, Territory
from extract.matching.folding import FoldedText, key_of, words_of

# What may stand between two words of one name: a space, a hyphen with or without spaces, an apostrophe.
JOINS = re.compile(r" |[ ]?[-‐‑–][ ]?|[ ]?['’ʼ`][ ]?")
ABBREVIATION_JOINS = re.compile(r"[./][ ]?|[ ]?[-‐‑–][ ]?| ")
ABBREVIATIONS = frozenset(("st", "ste", "s", "ss"))
ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z0-9][A-Z0-9]*[a-z]?[A-Z]?")
# Names that begin with a common noun may be written without a capital.
COMMON_NOUNS = words_of(
    "agglo agglomeration ancien arrondissement bassin ca cc communaute communaupole cote cu departement ex "
    "littoral metropole pays region sud territoire vallee versant sambre"
)
ARTICLES = frozenset(("le", "la", "les", "l", "au", "aux", "du", "des"))
# A commune whose name nobody can tell from the noun, even with a capital (`le Comité interministériel à la Ville`).
UNTELLABLE = frozenset(("ville",))
# A town is called by the first word of its name from this number of inhabitants on.
SHORTENED = 2000
CONTRACTED = {"le": ("au", "du"), "les": ("aux", "des")}


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write some territories. `exact` is set for acronyms, which must be written as they are.

    `short` is set for the first word of a long name (`Bohain`), which is a town only where a word says so.
    """

    key: str
    territories: tuple[Territory, ...]
    exact: tuple[str, ...] = ()
    with_comma: bool = False
    with_slash: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name of the gazetteer found in a text; `words` counts its words."""

    start: int
    end: int
    form: Form
    words: int


class Gazetteer:
    """The automaton over all forms, with look-ups by postcode and by name."""

    def __init__(self, territories: tuple[Territory, ...]) -> None:
        """Build the automaton; about 0.1 s for seven thousand territories."""
        self.by_id = {t.territory_id: t for t in territories}
        self.forms = build_forms(territories)
        self.by_postcode: dict[str, list[Territory]] = {}
        for territory in territories:
            for postcode in territory.postcodes:
                self.by_postcode.setdefault(postcode, []).append(territory)
        self.by_seat = {t.seat_code: t for t in territories if t.kind == "arrondissement"}
        self.by_end: dict[tuple[int, str], list[tuple[str, Territory]]] = {}
        for key, form in self.forms.items():
            for territory in form.territories:
                if territory.kind == "commune" and not is_elsewhere(territory):
                    for end in (key[0], key[-3:]):
                        self.by_end.setdefault((len(key), end), []).append((key, territory))
        self.automaton = ahocorasick.Automaton()
        for key, form in self.forms.items():
            self.automaton.add_word(f" {key} ", form)
        if self.forms:
            self.automaton.make_automaton()

    def named(self, name: str) -> tuple[Territory, ...]:
        """All territories that bear this name."""
        form = self.forms.get(key_of(name))
        return form.territories if form else ()

    def names_near(self, key: str) -> Iterator[tuple[str, Territory]]:
        """Names of communes of the region of its length, give or take one letter, that share an end (twice if both)."""
        for length in (len(key) - 1, len(key), len(key) + 1):
            for end in (key[0], key[-3:]):
                yield from self.by_end.get((length, end), ())

    def find_names(self, folded: FoldedText) -> list[NameMatch]:
        """All names in a text, the longest where several overlap, in order."""
        if not self.forms:
            return []
        found = [match for match in self.all_matches(folded) if is_one_name(folded, match)]
        found.sort(key=lambda match: (match.start, -match.words))
        taken: list[NameMatch] = []
        end = 0
        for match in found:
            if match.start >= end:
                taken.append(match)
                end = match.end
        return taken

    def all_matches(self, folded: FoldedText) -> Iterator[NameMatch]:
        """Every occurrence of every form, overlapping ones included."""
        for last, form in self.automaton.iter(folded.joined):
            words = form.key.count(" ") + 1
            start, end = folded.span(folded.word_at(last - len(form.key) - 1), words)
            yield NameMatch(start, end, form, words)


def is_elsewhere(territory: Territory) -> bool:
    """Check whether a commune lies outside the region that the gazetteer holds in full."""
    return (territory.parent_id or "").startswith("departement:") or is_abroad(territory)


def is_abroad(territory: Territory) -> bool:
    """Check whether a town lies in another country."""
    return territory.territory_id.startswith("abroad:")


def is_one_name(folded: FoldedText, match: NameMatch) -> bool:
    """Tell a name from the same words in a list or over two blocks, by what stands between its words."""
    text = folded.text[match.start : match.end]
    form = match.form
    if form.exact:
        return text.rstrip(".") in form.exact
    if match.words > 1 and not joins_hold(folded.folded[match.start : match.end], form):
        return False
    return is_capitalised(text, form.key)


def joins_hold(text: str, form: Form) -> bool:
    """Check that the words of a name are joined as words of one name are."""
    words = list(re.finditer(r"[0-9a-zœæ]+", text))
    for one, other in pairwise(words):
        gap = text[one.end() : other.start()]
        if JOINS.fullmatch(gap):
            continue
        if one.group() in ABBREVIATIONS and ABBREVIATION_JOINS.fullmatch(gap):
            continue
        if (form.with_comma and gap == ", ") or (form.with_slash and gap == "/"):
            continue
        return False
    return not form.with_slash or "/" in text


def is_capitalised(text: str, key: str) -> bool:
    """Check for the capital of a proper noun, behind an article; names that begin with a noun may lack it."""
    words = key.split(" ")
    if len(words) > 1 and words[0] in COMMON_NOUNS:
        return True
    for word in re.findall(r"[^\W_]+", text):
        if word.lower() in ARTICLES and len(words) > 1:
            continue
        return bool(word[0].isupper() or word[0].isdigit())
    return False


def build_forms(territories: tuple[Territory, ...]) -> dict[str, Form]:
    """All forms by key; names that several territories share give one form with all of them."""
    bearers: dict[str, dict[str, Territory]] = {}
    exact: dict[str, set[str]] = {}
    free: set[str] = set()
    slashed: set[str] = set()
    commas: set[str] = set()
    for territory in territories:
        for name in territory.names:
            key = key_of(name)
            if not key or "(" in name or key in UNTELLABLE:
                continue
            bearers.setdefault(key, {})[territory.territory_id] = territory
            if ACRONYM.fullmatch(name):
                exact.setdefault(key, set()).add(name)
            else:
                free.add(key)
            if "," in name:
                commas.add(key)
            for variant in river_variants(key):
                bearers.setdefault(variant, {})[territory.territory_id] = territory
                (free if " s " in variant or " ss " in variant else slashed).add(variant)
            for variant in contracted_variants(key) if territory.kind == "commune" else ():
                bearers.setdefault(variant, {})[territory.territory_id] = territory
                free.add(variant)
    whole = {
        key: Form(
            key,
            tuple(found.values()),
            () if key in free else tuple(sorted(exact.get(key, ()))),
            key in commas,
            key in slashed and key not in free,
        )
        for key, found in bearers.items()
    }
    return short_forms(territories, whole) | whole


def short_forms(territories: tuple[Territory, ...], whole: dict[str, Form]) -> dict[str, Form]:
    """The first word of `X-en-Y`, `X-sur-Y`, `X-lès-Y`, where it is long and only one living commune begins so."""
    heads: dict[str, list[Territory]] = {}
    for territory in territories:
        head, _, tail = key_of(territory.name).partition(" ")
        here = territory.kind == "commune" and not is_elsewhere(territory)
        if here and tail.partition(" ")[0] in ("en", "sur", "sous", "les") and len(head) > 4:
            heads.setdefault(head, []).append(territory)
    return {
        head: Form(head, tuple(bearers), short=True)
        for head, bearers in heads.items()
        if len(bearers) == 1 and head not in whole and (bearers[0].population or 0) >= SHORTENED
    }


def river_variants(key: str) -> Iterator[str]:
    """Short ways to write `X sur Y`: `X s/ Y`, `X/Y`."""
    for word, short in (("sur", "s"), ("sous", "ss")):
        head, middle, tail = key.partition(f" {word} ")
        if middle:
            yield f"{head} {short} {tail}"
            yield f"{head} {tail}"


def contracted_variants(key: str) -> Iterator[str]:
    """How `Le X` and `Les X` stand behind a preposition: `au X`, `du X`, `aux X`, `des X`."""
    article, _, name = key.partition(" ")
    for contraction in CONTRACTED.get(article, ()):
        yield f"{contraction} {name}"


_BUILT: dict[str, tuple[Knowledge, Gazetteer]] = {}


def gazetteer_of(knowledge: Knowledge) -> Gazetteer:
    """Give the gazetteer of this knowledge, built once per process and kept for the last one asked for."""
    key = knowledge.digest or str(id(knowledge))
    kept = _BUILT.get(key)
    if kept is None or (not knowledge.digest and kept[0] is not knowledge):
        _BUILT.clear()
        kept = _BUILT[key] = (knowledge, Gazetteer(knowledge.territories))
    return kept[1]
