"""One address per page: all ways to write an address become its canonical form; what is none is refused.

Canonical is: `https`, host in lower case without `www.`, no default port, no fragment, no tracking or session
parameter, percent-encoding in one form, no duplicate or trailing slash, Drupal's print forms as the page they
print, and links wrapped by a mail filter unwrapped. Canonical addresses are identities; what was really
requested is kept beside them. `canonical_address` is idempotent and never raises.
"""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

_EDGES = " \t\r\n\f\v\u00a0\u200b\ufeff<>"
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST = re.compile(
    r"(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*|\[[0-9a-f:.]+\]"
)
_TRAP = re.compile(r"^(?:javascript|mailto|tel|data|vbscript|about):", re.IGNORECASE)

_ALL_PLAIN = re.compile(r"[A-Za-z0-9._~/=-]*")
_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})?")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PATH_CHARACTERS = _UNRESERVED | frozenset(b"!$&'()*+,=:@")
_QUERY_CHARACTERS = _UNRESERVED | frozenset(b"!$'()*,:@/?")
_PATH_DELIMITERS = frozenset(b"/;")
_QUERY_DELIMITERS = frozenset(b"&=+;")

# Names of parameters that say where a visitor came from or who is visiting, never which page this is.
_TRACKING = re.compile(
    r"(?:utm|mc|pk|piwik|mtm|matomo|oly|vero)_.*|_hs(?:enc|mi)|__hs(?:tc|sc|fp)|hsctatracking|_g[al]"
    r"|(?:fb|g|dc|ms|y|tw|tt|li_fat_)cl(?:id|kid)|li_fat_id|gclsrc|[gw]braid|igshid|mkt_tok|s_kwcid|wt_mc|ref_src"
    r"|at_(?:medium|campaign|custom\d?|creation|format|variant|emailtype|link|recipient.*)|xtor|xtref"
    r"|phpsessid|s?sess[0-9a-z]{16,}|jsessionid|aspsessionid.*|cfid|cftoken",
    re.IGNORECASE,
)
_SESSION_IN_PATH = re.compile(r";(?:jsessionid|phpsessid)=[^/;]*", re.IGNORECASE)

# The Drupal 7 `print` module: /print/<alias>, /print/<nid>, and the same for its pdf, mail and epub forms.
_PRINT = re.compile(r"^/print(?:pdf|mail|epub)?/(?=.)")
_NODE_NUMBER = re.compile(r"^/(\d+)$")
_NODE = re.compile(r"^/(?:[a-z]{2}/)?node/(\d{1,10})(?:/|$)")

_WRAPPED_V3 = re.compile(r"^https?://urldefense(?:\.proofpoint)?\.(?:com|us)/v3/__(.+)$", re.IGNORECASE)
_WRAPPED_V3_END = re.compile(r"__;([A-Za-z0-9_=-]*)!|_{0,2};?!!|__;?$")
_WRAPPED_V3_TOKEN = re.compile(r"\*\*([A-Za-z0-9_-])|\*")
_RUN_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_WRAPPED_QUERY = (
    (re.compile(r"^https?://urldefense(?:\.proofpoint)?\.(?:com|us)/v([12])/url\?", re.IGNORECASE), "u"),
    (re.compile(r"^https?://[a-z0-9.-]+\.safelinks\.protection\.outlook\.com/()", re.IGNORECASE), "url"),
)
_MOST_WRAPPINGS = 5

# What most addresses look like: nothing in them has to be undone but `http:`, `www.` and a slash at the end. So do most
# links of a menu, told from the root of their site. The long way gives the same for them, at ten times the cost.
_PLAIN_SITE = (
    r"https?://(?:www\.)?"
    r"(?P<host>(?!www\.|urldefense\.|[^/]{254})(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,60})"
)
_PLAIN_PATH = r"(?P<path>(?!/print|/index\.php)(?:/[A-Za-z0-9_~=-][A-Za-z0-9._~=-]*)*)/?"
_PLAIN = re.compile(_PLAIN_SITE + _PLAIN_PATH)
_PLAIN_FROM_ROOT = re.compile(r"(?=/)" + _PLAIN_PATH)
_PLAIN_BASE = re.compile(_PLAIN_SITE + r"(?=/)")


def canonical_address(raw: str, base: str | None = None) -> str | None:
    """Give the canonical form of an address as it stood in a link, or None for what is no web address.

    `base` is the address of the page that holds the link; without it a relative address is none. None is also
    the answer to `javascript:`, `mailto:`, `tel:`, their percent-encoded forms as a path, the empty and the
    unparsable.
    """
    if found := _PLAIN.fullmatch(raw):
        return f"https://{found['host']}{found['path'] or '/'}"
    if base and (found := _PLAIN_FROM_ROOT.fullmatch(raw)) and (site := _PLAIN_BASE.match(base)):
        return f"https://{site['host']}{found['path'] or '/'}"
    absolute = _absolute(raw, base)
    if absolute is None:
        return None
    try:
        parts = urlsplit(_unwrapped(absolute))
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    name = _host_name(host)
    path, query = _without_unclean_path(_path(parts.path), _query(parts.query))
    if name is None or _is_trap(path):
        return None
    authority = name if port in (None, 80, 443) else f"{name}:{port}"
    return f"https://{authority}{path}" + (f"?{query}" if query else "")


def node_id_of(url: str) -> int | None:
    """Read the Drupal node number that an address states (`/node/<id>`, with or without slug), or None."""
    canonical = canonical_address(url)
    found = _NODE.match(urlsplit(canonical).path) if canonical else None
    return int(found[1]) if found else None


def page_id_of(canonical: str, node_id: int | None) -> str:
    """Name the identity of a page: `node:<id>` where the node is known, else `url:<canonical>`."""
    return f"url:{canonical}" if node_id is None else f"node:{node_id}"


def _absolute(raw: str, base: str | None) -> str | None:
    """Complete the address, or None where it is empty, relative without a base, or not of the web."""
    text = re.sub(r"[\t\r\n]", "", raw.strip(_EDGES))
    if not text:
        return None
    if text.lower().startswith("www."):
        text = f"https://{text}"
    if text.startswith("//") and base is None:
        text = f"https:{text}"
    try:
        joined = urljoin(base.strip(_EDGES), text) if base else text
    except ValueError:
        return None
    scheme = _SCHEME.match(joined)
    return joined if scheme and scheme[1].lower() in ("http", "https") else None


def _host_name(host: str) -> str | None:
    """Write the host in lower-case ASCII without `www.` or final dot, or None if no host can be called so."""
    try:
        ascii_host = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    while ascii_host.startswith("www.") and ascii_host.count(".") > 1:
        ascii_host = ascii_host[4:]
    if ":" in ascii_host:
        ascii_host = f"[{ascii_host}]"
    return ascii_host if _HOST.fullmatch(ascii_host) else None


def _normal_escapes(text: str, plain: frozenset[int], delimiters: frozenset[int]) -> str:
    """Bring percent-encoding to one form: `plain` characters stay plain, delimiters stay as written.

    Bytes are kept as they are: a name in Latin-1 or in decomposed accents is another name to the server.
    """
    if _ALL_PLAIN.fullmatch(text):
        return text  # nearly all addresses; the loop below is for the rest
    pieces: list[str] = []
    data, position = text.encode("utf-8", "surrogatepass"), 0
    while position < len(data):
        byte, escaped = data[position], False
        found = _PERCENT.match(data, position)
        if found:
            escaped, position = found[1] is not None, found.end()
            byte = int(found[1], 16) if found[1] else byte
        else:
            position += 1
        literal = byte in plain or (byte in delimiters and not escaped)
        pieces.append(chr(byte) if literal else f"%{byte:02X}")
    return "".join(pieces)


def _path(raw: str) -> str:
    """Write the path with single slashes, none at the end, no dot segments, and print forms as their page."""
    text = _SESSION_IN_PATH.sub("", _normal_escapes(raw, _PATH_CHARACTERS, _PATH_DELIMITERS))
    kept: list[str] = []
    for segment in text.split("/"):
        if segment == ".." and kept:
            kept.pop()
        elif segment not in ("", ".", ".."):
            kept.append(segment)
    path = "/" + "/".join(kept)
    if not _PRINT.match(path):
        return path
    while _PRINT.match(path):
        path = _PRINT.sub("/", path)
    return _NODE_NUMBER.sub(r"/node/\1", path)


def _query(raw: str) -> str:
    """Keep the parameters that matter, in order: no tracking, no session, no `page=0` (the first page)."""
    text = re.sub(r"&(?:amp;)+", "&", _normal_escapes(raw, _QUERY_CHARACTERS, _QUERY_DELIMITERS))
    kept = [
        part
        for part in text.split("&")
        if part and part != "page=0" and not _TRACKING.fullmatch(unquote(part.partition("=")[0]))
    ]
    return "&".join(kept)


def _without_unclean_path(path: str, query: str) -> tuple[str, str]:
    """Undo Drupal's unclean addresses: `/?q=node/12` and `/index.php?q=node/12` are `/node/12`."""
    if path == "/index.php":
        path = "/"
    first, _, rest = query.partition("&")
    if path == "/" and first.startswith("q="):
        return _path(first.removeprefix("q=").replace("?", "%3F")), rest
    return path, query


def _is_trap(path: str) -> bool:
    """Tell whether a segment of the path is a script or mail link that was taken for a relative address."""
    return any(_TRAP.match(unquote(segment)) for segment in path.split("/"))


def _unwrapped(address: str) -> str:
    """Take the address out of a mail filter's wrapping (urldefense v1 to v3, Outlook safelinks)."""
    for _ in range(_MOST_WRAPPINGS):
        inner = _unwrapped_v3(address) or _unwrapped_query(address)
        if inner is None:
            return address
        address = inner
    return address


def _unwrapped_query(address: str) -> str | None:
    """Find the address that a wrapper carries in a parameter; version 2 writes `-` for `%`, `_` for `/`."""
    for wrapper, parameter in _WRAPPED_QUERY:
        found = wrapper.match(address)
        values = parse_qs(urlsplit(address).query).get(parameter) if found else None
        if found and values:
            return unquote(values[0].replace("-", "%").replace("_", "/")) if found[1] == "2" else values[0]
    return None


def _unwrapped_v3(address: str) -> str | None:
    """Find the address between `__` and `__;`: `*` is one replaced character, `**X` a run of them.

    The replaced characters follow in base64. An end that an export has damaged (`_!!`) is read as well.
    """
    found = _WRAPPED_V3.match(address)
    if found is None:
        return None
    end = _WRAPPED_V3_END.search(found[1])
    wrapped = found[1][: end.start()] if end else found[1]
    replaced = iter(_replaced_characters(end[1] if end and end[1] else ""))

    def original(token: re.Match[str]) -> str:
        count = _RUN_LENGTHS.index(token[1]) + 2 if token[1] else 1
        return "".join(character for _, character in zip(range(count), replaced, strict=False)) or token[0]

    text = _WRAPPED_V3_TOKEN.sub(original, wrapped)
    return re.sub(r"^(https?):/(?=[^/])", r"\1://", text, flags=re.IGNORECASE)


def _replaced_characters(encoded: str) -> str:
    """Decode the characters that a version 3 wrapping took out, or nothing where they cannot be decoded."""
    try:
        return base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""
