"""Keys of the index: addresses in SURT form, the way every WARC tool looks them up (`fr,irev)/actualites-0`)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_WWW = re.compile(r"^www\d*\.")
_SESSION = re.compile(r"(?:^|&)(?:jsessionid|phpsessid|sid|aspsessionid[a-z]*)=[0-9a-z]{24,}(?=&|$)")
_ESCAPE = re.compile(r"%([0-9a-f]{2})")
_ALL_PLAIN = re.compile(r"[!-$&-~]*")
_PLAIN = re.compile(
    r"https?://(?:www\d*\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*)((?:/[A-Za-z0-9._~=-]*)*)"
)  # nearly all addresses
_STAYS_ESCAPED = {"%25", "%23", "%20"}


def surt_key(url: str) -> str:
    """Write the SURT key of an address: host reversed, `www.` and scheme dropped, lower case, parameters sorted.

    What is no web address (`urn:sha256:…`) is its own key. The result holds no space.
    """
    if found := _PLAIN.fullmatch(url):
        return f"{','.join(reversed(found[1].split('.')))}){found[2].lower().rstrip('/') or '/'}"
    if not url.lower().startswith(("http://", "https://")):
        return url.replace(" ", "%20")
    parts = urlsplit(url)
    host = _WWW.sub("", (parts.hostname or "").lower())
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    path = _plain_escapes(parts.path.lower()).rstrip("/") or "/"
    query = "&".join(sorted(_SESSION.sub("", _plain_escapes(parts.query.lower())).strip("&").split("&")))
    return f"{','.join(reversed(host.split('.')))}{port}){path}" + (f"?{query}" if query else "")


def _plain_escapes(text: str) -> str:
    """Undo percent-encoding of printable ASCII, as the other tools do; the rest stays encoded in lower case."""
    if _ALL_PLAIN.fullmatch(text):
        return text  # nearly all addresses; the loop below is for the rest

    def plain(found: re.Match[str]) -> str:
        character = chr(int(found[1], 16))
        return character if "!" <= character <= "~" and found[0] not in _STAYS_ESCAPED else found[0]

    ascii_text = "".join(
        character if "!" <= character <= "~" else "".join(f"%{byte:02x}" for byte in character.encode())
        for character in text
    )
    return _ESCAPE.sub(plain, ascii_text)
