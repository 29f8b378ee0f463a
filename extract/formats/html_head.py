"""What a page says of itself in its head and in Drupal's own conventions: title, address, node number, moments."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from lxml import etree

from extract.addresses import canonical_address, node_id_of
from extract.formats.html_page import Page
from extract.formats.lines import tidy_text
from extract.formats.stamps import find_moment
from extract.plain_keys import plain_key

_BODY_CLASS = re.compile(r"(?:^|\s)(?:page-node|postid|node--?nid|page-id)-(\d{1,9})(?:\s|$)")
NODE_NAME = re.compile(r"node-(\d{1,9})")
_NODE_TAB = re.compile(r"/node/(\d{1,9})/(?:edit|view|revisions)(?:$|[?#])|/print(?:pdf|mail)?/(\d{1,9})(?:$|[?#])")
_SEPARATORS = (" | ", " – ", " — ", " - ", " :: ", " • ", " » ")
_PUBLISHED = ("article:published_time", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date")
_MODIFIED = ("article:modified_time", "og:updated_time", "dcterms.modified")
# Names of hAtom, h-entry and schema.org, not those of a theme.
_POSTED = frozenset(("published", "dt-published", "datePublished"))
_CHANGED = frozenset(("updated", "dt-updated", "dateModified"))


class HeadFacts(NamedTuple):
    """Facts of the head: `wanted` is the title without the name of the site, `full` with it."""

    wanted: str
    full: str
    site_name: str
    canonical_url: str | None
    node_id: int | None
    published: str | None
    modified: str | None
    base: str | None


def read_head(root: etree._Element, page: Page, url: str | None) -> HeadFacts:
    """Collect what the head tells; `url` is the address of the capture, used where the page names none."""
    told: dict[str, list[etree._Element]] = {"title": [], "meta": [], "link": [], "base": [], "time": [], "abbr": []}
    for element in root.iter(*told):
        told[str(element.tag)].append(element)
    metas = _metas(told["meta"])
    base = _base(told["base"], url)
    canonical = _canonical(told["link"], metas, base, url)
    site_name = metas.get("og:site_name", "")
    full = tidy_text(told["title"][0].text or "") if told["title"] else ""
    wanted = metas.get("og:title") or metas.get("dcterms.title") or metas.get("dc.title") or full
    return HeadFacts(
        wanted=without_site_name(wanted, site_name, canonical),
        full=full,
        site_name=site_name,
        canonical_url=canonical,
        node_id=_node_id(root, told["link"], page, url, canonical),
        published=next((metas[name] for name in _PUBLISHED if name in metas), None)
        or _time_of([*told["time"], *told["abbr"]], _POSTED),
        modified=next((metas[name] for name in _MODIFIED if name in metas), None) or _time_of(told["time"], _CHANGED),
        base=base,
    )


def _time_of(times: list[etree._Element], names: frozenset[str]) -> str | None:
    """The moment of the one `<time>` or `<abbr>` that a microformat or schema.org calls by one of these names.

    Several are those of a listing, and say nothing of the page itself.
    """
    found = [
        time.get("datetime") or time.get("title") or find_moment("".join(map(str, time.itertext())))
        for time in times
        if not names.isdisjoint(f"{time.get('class') or ''} {time.get('itemprop') or ''}".split())
        or ("pubdate" in time.attrib and names is _POSTED)
    ]
    return found[0] if len(found) == 1 else None


def _metas(metas: list[etree._Element]) -> dict[str, str]:
    """The contents of `<meta>` by their name or property in lower case; the first one counts."""
    found: dict[str, str] = {}
    for meta in metas:
        name = (meta.get("property") or meta.get("name") or "").lower()
        value = tidy_text(meta.get("content") or "")
        if name and value:
            found.setdefault(name, value)
    return found


def _base(bases: list[etree._Element], url: str | None) -> str | None:
    """What relative links are relative to: `<base href>`, else the address of the page."""
    for element in bases:
        href = element.get("href")
        if href and canonical_address(href, url):
            return href if "://" in href or not url else url
    return url


def _links(links: list[etree._Element], relation: str) -> list[str]:
    """The addresses of `<link rel=…>`."""
    return [
        str(link.get("href")).strip()
        for link in links
        if relation in (link.get("rel") or "").lower().split() and link.get("href")
    ]


def _canonical(links: list[etree._Element], metas: dict[str, str], base: str | None, url: str | None) -> str | None:
    """The address that the page names as its own, else the one it was captured from.

    `<base href>` is that of the page where it names one; that of a folder or the whole site (`https://site.fr/`,
    `https://site.fr/index.php`) only tells what links are relative to.
    """
    for raw in (*_links(links, "canonical"), metas.get("og:url", "")):
        address = canonical_address(raw, base) if raw else None
        if address and urlsplit(address).path not in ("", "/"):
            return address
    own = canonical_address(url) if url else None
    named = canonical_address(base) if base and not base.endswith("/") else None
    return named if named and urlsplit(named).path not in ("", "/") else own or named


def _node_id(
    root: etree._Element, links: list[etree._Element], page: Page, url: str | None, canonical: str | None
) -> int | None:
    """The node number: by short link, address, class of the body, id of the one node shown, or its tabs."""
    for address in (*_links(links, "shortlink"), canonical, url):
        node = _node_of(address)
        if node is not None:
            return node
    body = root.find("body")
    match = _BODY_CLASS.search(body.get("class") or "") if body is not None else None
    if match and "page-node" in match[0]:
        return int(match[1])
    return _node_shown(page) or _node_of_tabs(page)


def _node_of(address: str | None) -> int | None:
    """The node number in an address, relative ones too."""
    if not address:
        return None
    found = node_id_of(address) if "://" in address else None
    if found is None and (match := re.match(r"/?(?:[a-z]{2}/)?node/(\d{1,9})(?:[/?#]|$)", address)):
        return int(match[1])
    return found


def _node_shown(page: Page) -> int | None:
    """The number of `id="node-N"` where the page shows exactly one node whole."""
    found = {
        int(match[1])
        for node in page.nodes
        if (name := node.attributes.get("id")) and (match := NODE_NAME.fullmatch(name))
    }
    return found.pop() if len(found) == 1 else None


def _node_of_tabs(page: Page) -> int | None:
    """The number in the links that act on the page itself (`/node/N/edit`, `/printpdf/N`), if they agree."""
    found = {
        int(match[1] or match[2])
        for line in page.lines
        for _, _, raw in line.links
        if "/node/" in raw or "/print" in raw
        if (match := _NODE_TAB.search(raw))
    }
    return found.pop() if len(found) == 1 else None


def without_site_name(title: str, site_name: str, url: str | None) -> str:
    """Take the name of the site off a title (`Santé | IREV`): a part that the site or the host calls itself by."""
    host = (urlsplit(url).hostname or "") if url else ""
    names = {part for part in host.split(".") if len(part) > 2 and part != "www"}
    for separator in _SEPARATORS:
        parts = [part.strip() for part in title.split(separator)]
        if len(parts) < 2:
            continue
        kept = [part for part in parts if not _is_site_name(part, site_name, names)]
        if kept and len(kept) < len(parts):
            return separator.join(kept)
        if separator == " | ":
            return parts[0] or title
    return title


def split_title(title: str) -> list[str]:
    """The parts of a title, cut at the first kind of separator that stands in it: the page, its rubric, its site."""
    separator = next((mark for mark in _SEPARATORS if mark in title), None)
    return [part.strip() for part in title.split(separator)] if separator else [title]


def _is_site_name(part: str, site_name: str, names: set[str]) -> bool:
    """Whether a part of a title names the site."""
    key = plain_key(part)
    if site_name and key == plain_key(site_name):
        return True
    first = re.split(r"\W+", key)[0] if key else ""
    return first in names and len(key) <= 60
