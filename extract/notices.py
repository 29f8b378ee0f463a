"""What claims to be a page or a file and is none: error pages, refusals and maintenance notices sent with status 200.

Judged by what the document says itself: by its title, which on such pages is the whole message, and by what could not
be read of it. A page that tells of an event, or bears a date of publication, is content whatever its title.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final, Literal

from extract.plain_keys import plain_key
from extract.records import Reading

NoticeKind = Literal["not_found", "denied", "maintenance", "empty", "unreadable"]

_THING = r"(?:page|contenu|document|fichier|ressource|adresse|content|file)"
_HOUSE = r"(?:site|serveur|service|portail|plateforme|page|website|server)"
_WORDS = r"(?: [^ ]+){0,4}"
_PHRASES: Final[tuple[tuple[NoticeKind, str], ...]] = (
    ("not_found", rf"\b{_THING}{_WORDS} (?:non |pas ete |pu etre )?(?:trouvee?|introuvable|inexistante?|not found)$"),
    ("not_found", rf"\b{_THING}{_WORDS} (?:n'existe|n’existe|existe) (?:pas|plus)$"),
    ("not_found", r"^(?:404|410)?[ -]*not found$|^gone$|^contenu (?:retire|supprime)$"),
    ("denied", r"^(?:acces|page) (?:refusee?|interdite?|non autorisee?|reservee?|restreinte?)$"),
    ("denied", r"^(?:40[13])?[ -]*(?:access denied|forbidden|unauthorized)$"),
    ("denied", r"^(?:connexion|identification|authentification|se connecter|log ?in)(?: requise)?$"),
    (
        "maintenance",
        rf"\b{_HOUSE}{_WORDS} (?:en|en cours de|under|in) maintenance$|^(?:en )?maintenance(?: en cours)?$",
    ),
    ("maintenance", rf"\b{_HOUSE}{_WORDS} (?:indisponible|hors service|unavailable|offline)$|^(?:erreur|error)$"),
)
_CODE = re.compile(r"^(?:http |code )?(?:erreur|error)(?: http)? ?(\d{3})\b|^(\d{3})$")
_CODES: Final[dict[str, NoticeKind]] = {"401": "denied", "403": "denied", "404": "not_found", "410": "not_found"}
_RULES: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _PHRASES)
_MOST_WORDS: Final = 10
UNREADABLE: Final = frozenset({"pdf damaged", "not the document"})
"""The rules that leave a whole document open."""

NOTHING: Final = hashlib.sha256(b"").hexdigest()
"""The digest of an empty document."""

_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands in the place of content, and the words that say so, empty where it says nothing."""

    kind: NoticeKind
    words: str


def is_html(media_type: str) -> bool:
    """Whether a media type, parameters and all, is that of a web page."""
    return media_type.partition(";")[0].strip().lower() in _HTML


def find_notice(reading: Reading) -> Notice | None:
    """Find what a document says in the place of content, None where it is content."""
    if reading.events or reading.page.published_on is not None or reading.page_count is not None:
        return None
    title = reading.page.title
    kind = name_notice(title)
    if kind is not None:
        return Notice(kind, title)
    unread = next((found for found in reading.open if found.rule in UNREADABLE), None)
    if unread is not None:
        return Notice("unreadable", unread.reason)
    return Notice("empty", title) if _is_silent(reading) else None


def name_notice(title: str) -> NoticeKind | None:
    """Name the notice that a title is as a whole: an error, a refusal, maintenance; None where it is none."""
    key = " ".join(plain_key(title).split())
    if not key or len(key.split()) > _MOST_WORDS:
        return None
    if code := _CODE.search(key):
        number = code[1] or code[2]
        return _CODES.get(number) or ("maintenance" if number.startswith("5") else None)
    return next((kind for kind, rule in _RULES if rule.search(key)), None)


def _is_silent(reading: Reading) -> bool:
    """Tell whether an HTML page or an empty file says nothing, but for its title."""
    if reading.source.sha256 == NOTHING:
        return True
    said_nothing = reading.text_digest in (NOTHING, _digest(reading.page.title))
    return said_nothing and is_html(reading.source.media_type)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
