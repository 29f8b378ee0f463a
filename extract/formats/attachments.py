"""Documents that a page offers: brochures, registration forms, programmes, reports, with the size it states."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from rapidfuzz.distance import OSA

from extract.document import Block, Document, Link
from extract.formats.sniff import extension_of
from extract.plain_keys import plain_key
from extract.records import Attachment, AttachmentKind, Place

_DOCUMENTS = frozenset(
    ["pdf", "doc", "docx", "odt", "ppt", "pptx", "pps", "ppsx", "odp", "xls", "xlsx", "ods", "rtf", "zip", "epub"]
)
_SIZE = re.compile(r"\d+(?:[.,]\d+)?\s?(?:[KMG]?o|[kKMG]i?o|octets|[KMG]B|bytes)\b", re.IGNORECASE)
# Word by word, and none given back: `consult\w+` may not be cut into shorter ones when the rest fails.
_GENERIC = re.compile(
    r"(?:(?:telecharge\w*|download|cliquez ici|ici|consult\w+|ouvrir|voir|lire|lien|acceder|fichier|document|pdf|docx?"
    r"|les?|la|l|du|au|ce|format|en|pour|\d+(?:[.,]\d+)? ?(?:[kmg]?o|octets))(?!\w)|\W)*+"
)
_LONG_TEXT = 180
_MOST_BACK = 8

_VOCABULARY: tuple[tuple[AttachmentKind, tuple[str, ...]], ...] = (
    (
        "registration_form",
        (
            "bulletin d inscription",
            "bulletin inscription",
            "formulaire inscription",
            "fiche inscription",
            "coupon reponse",
            "bulletin reponse",
            "formulaire",
            "bulletin",
            "inscription",
            "inscriptions",
            "candidature",
        ),
    ),
    (
        "report",
        (
            "compte rendu",
            "comptes rendus",
            "synthese",
            "actes",
            "rapport",
            "restitution",
            "bilan",
            "retour",
            "verbatim",
            "releve",
            "etude",
            "enquete",
        ),
    ),
    (
        "programme",
        ("programme", "programmes", "deroule", "deroulement", "ordre du jour", "calendrier", "planning", "agenda"),
    ),
    (
        "brochure",
        (
            "plaquette",
            "plaquettes",
            "brochure",
            "depliant",
            "flyer",
            "tract",
            "affiche",
            "invitation",
            "presentation",
            "livret",
            "prospectus",
            "save the date",
        ),
    ),
)
_NOISE = frozenset(("de", "du", "des", "la", "le", "les", "d", "l", "a", "au", "aux", "et", "the"))


def find_attachments(document: Document) -> tuple[Attachment, ...]:
    """Find the documents that a page links to, each once, with its title, kind and stated size.

    The title is the words of the link, or where these say nothing (`Téléchargement`) those that stand before it.
    """
    found: dict[str, Attachment] = {}
    for link in document.links:
        if extension_of(link.url) not in _DOCUMENTS or link.url in found:
            continue
        index = _block_index(document, link)
        if index is None or document.blocks[index].kind == "furniture":
            continue
        title, size, where = _describe(document, index, link)
        found[link.url] = Attachment(link.url, title, attachment_kind(title, link.url), size, where)
    return tuple(found.values())


def _block_index(document: Document, link: Link) -> int | None:
    """The number of the block that holds a link."""
    block = document.block_at(link.start)
    return document.blocks.index(block) if block else None


def _describe(document: Document, index: int, link: Link) -> tuple[str, str | None, Place]:
    """Title, stated size and place of what a link offers."""
    block = document.blocks[index]
    before = _blocks_before(document, index)
    size = _stated_size(document, block, before, index)
    words = _SIZE.sub("", link.text).strip(" ()[],-–:")
    if not _says_nothing(words):
        return link.text, size, document.place(link.start, link.end)
    in_block = document.text[block.start : link.start].strip(" :-–([")
    if not _says_nothing(_SIZE.sub("", in_block)) and len(in_block) <= _LONG_TEXT:
        return in_block, size, document.place(block.start, block.start + len(in_block))
    titles = [other for other in before if not _is_size_line(document.words_of(other))]
    if titles:
        best = next((other for other in reversed(titles) if other.kind == "heading"), titles[0])
        return document.words_of(best), size, document.place(best.start, best.end)
    return _name_of(link.url) or link.text, size, document.place(link.start, link.end)


def _says_nothing(words: str) -> bool:
    """Whether the words of a link name no document: `Téléchargement`, `Télécharger le PDF`, `ici`."""
    return _GENERIC.fullmatch(plain_key(words)) is not None


def _blocks_before(document: Document, index: int) -> list[Block]:
    """The short blocks just before a link, back to prose, a field, or the link of another document."""
    found: list[Block] = []
    row = document.blocks[index].row
    for block in reversed(document.blocks[max(0, index - _MOST_BACK) : index]):
        words = document.words_of(block)
        if block.kind == "furniture":
            continue
        if block.kind in ("field", "title", "lead") or block.row != row or len(words) > _LONG_TEXT:
            break
        if _says_nothing(words) or _has_link(document, block) or (words.endswith(".") and words.count(" ") > 2):
            break
        found.append(block)
        if block.kind == "heading":
            break
    return found[::-1]


def _has_link(document: Document, block: Block) -> bool:
    """Whether a block holds a link."""
    return any(block.start <= link.start < block.end for link in document.links)


def _is_size_line(words: str) -> bool:
    """Whether a line only states the size or the type of a file (`Poids : 260.76 Ko`)."""
    rest = _SIZE.sub("", words)
    return rest != words and len(re.sub(r"\W|poids|taille|size|pdf|format|type", "", plain_key(rest))) <= 4


def _stated_size(document: Document, block: Block, before: list[Block], index: int) -> str | None:
    """The size as written: in the block of the link, in a line of its own before it, or in the one after it."""
    own = _SIZE.search(document.words_of(block))
    if own:
        return own[0]
    following = [b for b in document.blocks[index + 1 : index + 3] if b.kind != "furniture"][:1]
    for other in (*reversed(before), *following):
        words = document.words_of(other)
        if _is_size_line(words) and (match := _SIZE.search(words)):
            return match[0]
    return None


def attachment_kind(title: str, url: str) -> AttachmentKind:
    """Judge the kind by the title, then by the file name; the word that comes first decides."""
    for words in (title, _name_of(url)):
        kind = _kind_of(words)
        if kind:
            return kind
    return "other"


def _kind_of(words: str) -> AttachmentKind | None:
    """The kind of the first word of the vocabulary, with a typing error forgiven in long words."""
    tokens = [token for token in re.findall(r"[a-z]+", plain_key(words)) if token not in _NOISE]
    best: tuple[int, int, AttachmentKind] | None = None
    for kind, phrases in _VOCABULARY:
        for phrase in phrases:
            wanted = [token for token in phrase.split() if token not in _NOISE]
            at = _position(tokens, wanted)
            if at is not None and (best is None or (at, -len(wanted)) < best[:2]):
                best = (at, -len(wanted), kind)
    return best[2] if best else None


def _position(tokens: list[str], wanted: list[str]) -> int | None:
    """Where the wanted words stand one after another."""
    for at in range(len(tokens) - len(wanted) + 1):
        if all(_is_word(tokens[at + k], word) for k, word in enumerate(wanted)):
            return at
    return None


def _is_word(token: str, word: str) -> bool:
    """Whether a token is a word: as written, with a letter of elision before it, or one or two letters wrong."""
    if token == word:
        return True
    if abs(len(token) - len(word)) > 2 or len(word) < 6:
        return False
    if token in (f"d{word}", f"l{word}"):
        return True
    allowed = 2 if len(word) >= 9 else 1
    return token[0] == word[0] and OSA.distance(token, word, score_cutoff=allowed) <= allowed


def _name_of(url: str) -> str:
    """The words of a file name."""
    name = unquote(urlsplit(url).path.rsplit("/", 1)[-1]).rsplit(".", 1)[0]
    return re.sub(r"[-_+.\s]+", " ", name).strip()
