"""Names of bodies in running text: what organises, and with whom. `l'IREV et la communauté d'agglomération de Lens`.

A body is a proper name, or a noun of bodies with what belongs to it. Several of them stand between commas and `et` with
their articles; what follows `et` without one (`Maison de l'emploi et de la formation`) goes on with the same name.
"""

from __future__ import annotations

import re
from typing import Final

# Nouns of bodies, as patterns; `_` stands for a space.
_WORDS: Final = """
agglom[ée]rations? agences? amicales? antennes? assembl[ée]es? associations? ateliers?_sant[ée]_ville bailleurs?
biblioth[èe]ques? bureaux? caisses? campus centres? cercles? chambres? cin[ée]mas? cit[ée]s?_(?:[ée]ducatives?|de)
clubs? collectifs? coll[èe]ges? comit[ée]s? commissions? communaut[ée]s? communes? compagnies? conf[ée]d[ée]rations?
conf[ée]rence_des_financeurs conseils? conservatoires? contrats?_(?:local|locaux|de_ville) coop[ée]ratives?
coordinations? cour d[ée]l[ée]gations? d[ée]l[ée]gu[ée]e?s?_(?:du|de_la)_pr[ée]f[èe]te? d[ée]partements? directions?
[ée]coles? entreprises? [ée]quipes? espaces? [ée]tablissements? [ée]tat f[ée]d[ée]rations? fondations? foyers?
groupements? groupes? h[ôo]pita(?:l|ux) inspections? instances? instituts? laboratoires? librairies? ligues?
lyc[ée]es? maires? mairies? maisons? m[ée]diath[èe]ques? m[ée]tropoles? minist[èe]res? missions? mus[ée]es? mutuelles?
observatoires? offices? ordres? organismes? parcs? pays plateformes? p[ôo]les? points? pr[ée]fectures?
pr[ée]f[èe]te?s? pr[ée]sidente?s? programmes?_de_r[ée]ussite rectorats? r[ée]gies? r[ée]gions? r[ée]seaux?
ressourceries? services? soci[ée]t[ée]s? sous-pr[ée]fectures? sous-pr[ée]f[èe]te?s? structures? syndicats?
th[ée][âa]tres? tiers-lieux? tribuna(?:l|ux) unions? unit[ée]s? universit[ée]s? villes?
"""
_NOUN: Final = rf"(?i:(?:{'|'.join(word.replace('_', ' ') for word in _WORDS.split())})(?![^\W_]))"
_ARTICLE: Final = (
    r"(?i:l['’]\s?|la\s+|le\s+|les\s+|nos\s+|notre\s+|votre\s+|vos\s+|d['’]\s?|du\s+|des\s+|de\s+(?:la\s+|l['’]\s?)?)"
)
_DETERMINER: Final = r"(?i:(?:l[ea]s?|du|des|de|une?)\s|[ld]['’])"
_BODY: Final = re.compile(rf"{_ARTICLE}?(?P<name>(?:(?!{_DETERMINER})[A-ZÀ-Ý«\"“]|{_NOUN})\S?.*)", re.DOTALL)
_AND: Final = r"\s+et\s+(?=(?:l['’]|la\s|le\s|les\s|avec\s|[A-ZÀ-Ý])|ses?\s|leurs?\s{of})"
_OTHER_MARKS: Final = r"\s*,\s+(?:et\s+|ainsi que\s+)?|\s+ainsi que\s+|\s*[;/•·]\s*|\s+[–—]\s+"
_BETWEEN: Final = re.compile(f"{_AND.format(of='')}|{_OTHER_MARKS}")
_BETWEEN_OF: Final = re.compile(f"{_AND.format(of='|(?:du|des|de la)' + chr(92) + 's|de l')}|{_OTHER_MARKS}")
"""The same behind `de`, which is said again: `avec le soutien de la CAF et de la Ville`."""
_NO_BODY: Final = re.compile(
    r"(?i:ses|leurs|sa|son|un|une|deux|trois|plusieurs|dans|pour|apr[èe]s|depuis|pendant|entre|[àa]|au|"
    r"aux|en|"
    r"chaque|ce|cette|ces|tou\w+|d[èe]s|suite|sous|sur|vous|nous|je|il|elle|qui|c['’]est|M\.|Mme|comment|quand|"
    r"pourquoi|merci|retour)(?![^\W_])"
)
# What goes on behind a name without a mark: a verb, a new preposition, a day.
_STOPS: Final = (
    r"vous|nous|leur|qui|que|dont|o[ùu]|avec|dans|lors|afin|pour (?!l|la|le)|sur|les? \d+|ce|cette|depuis|"
    r"en (?:partenariat|lien|vue|\d+|pr[ée]sence)|[àa] (?:l['’]occasion|partir|destination)|est|sont|a|ont|se|puis|"
    r"s['’](?:est|[ée]tait)|(?:organis|propos|invit|convi|lanc|r[ée]uni|anim|accueill|pr[ée]sent)\w+|"
    r"(?:lun|mar|mercre|jeu|vendre|same)di"
)
_END: Final = re.compile(rf"\s+(?=(?:{_STOPS}|aux)(?![^\W_]))")
_CLAUSE: Final = re.compile(rf"\s+(?=(?:{_STOPS})(?![^\W_]))")
"""The same before a verb, where `aux` goes on with the name: `le service de soutien aux tuteurs`."""
_HOLDS_DAY: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<![^\W_])dernier(?![^\W_])")
_LONGEST: Final = 90
_SHORTEST: Final = 2
_MARKS: Final = ' \t\n,;:.–—-«»"“”)'


_NAMED_BODY: Final = re.compile(rf"\s*(?:{_ARTICLE}[A-ZÀ-Ý]|{_ARTICLE}?{_NOUN}|[A-Z]{{2,}}(?![^\W_]))")
"""A piece that names a body for certain, and no person: by its article, a noun of bodies, or initials."""


def is_body(piece: str) -> bool:
    """Whether some words begin with what is a body, and no person, for certain."""
    return _NAMED_BODY.match(piece.lstrip(" ,;:–—-")) is not None


def split_bodies(words: str, *, of: bool = False) -> list[tuple[str, int, int]]:
    """The bodies named at the start of some words, each with its span in them, up to what is no body.

    `of` says that `de` leads to them, so that the next one follows `et de`.
    """
    between = _BETWEEN_OF if of else _BETWEEN
    found: list[tuple[str, int, int]] = []
    at = 0
    for stop in [*(match.span() for match in between.finditer(words)), (len(words), len(words))]:
        piece = words[at : stop[0]]
        body = read_body(piece)
        if body is None:
            if found and not re.match(r"\s*(?:ses|leurs)(?![^\W_])", piece):
                break
            at = stop[1]
            if not found and piece.strip():
                break
            continue
        name, start, end = body
        if found and not is_body(piece) and " " not in name:
            at = stop[1]
            continue  # the second of two towns that one body is of
        found.append((name, at + start, at + end))
        if end < len(piece.rstrip(_MARKS)):
            break  # the sentence goes on
        at = stop[1]
    return found


def read_body(piece: str, *, whole: bool = False) -> tuple[str, int, int] | None:
    """The one body that some words begin with, without its article, with its span; None where they name none.

    `whole` takes all the words for its name, as before a verb, unless a clause begins in them.
    """
    lead = len(piece) - len(piece.lstrip(" ,;:–—-"))
    match = None if _NO_BODY.match(piece, lead) else _BODY.match(piece, lead)
    if match is None:
        return None
    end = (_CLAUSE if whole else _END).search(piece, match.start("name"))
    name = piece[match.start("name") : end.start() if end else len(piece)].strip(_MARKS)
    if not _SHORTEST <= len(name) <= _LONGEST or _HOLDS_DAY.search(name):
        return None
    start = piece.index(name, match.start("name"))
    return name, start, start + len(name)


def find_last_bodies(words: str) -> list[tuple[str, int, int]]:
    """The bodies that some words end with: the subject right before its verb."""
    found: list[tuple[str, int, int]] = []
    starts = [0, *(match.end() for match in _BETWEEN.finditer(words))]
    ends = [*(match.start() for match in _BETWEEN.finditer(words)), len(words)]
    for start, end in reversed(list(zip(starts, ends, strict=True))):
        piece = words[start:end]
        if not piece.strip() or re.match(r"\s*(?:ses|leurs)(?![^\W_])", piece):
            continue
        body = read_body(piece, whole=True)
        if body is None or body[2] < len(piece.rstrip(_MARKS)) or not (is_body(piece) or " " in body[0]):
            break
        found.insert(0, (body[0], start + body[1], start + body[2]))
    return found
