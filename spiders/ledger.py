"""The completeness account of a crawl: what the site offers against what the archive holds, every difference named.

Four sources say what there is: the sitemap, the listings (their pages and items), the pagers (their last page), and
the links of all pages. An address that one of them names and that was not captured, or not in this run though it was
asked for, is a difference with its reason. Only counted are addresses on other sites, and links to what the profile
excludes by name (logins, searches): each page has its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

_FURNITURE = 0.5
_LEAST_PAGES = 4
_LEAST_SAME = 5
_OFF_SITE = frozenset({"off_site", "not_an_address"})
_EXCLUDED = "never"


@dataclass(slots=True)
class Listing:
    """One listing: the numbers of its pages that were read, those it links to, and the addresses on them."""

    read: set[int] = field(default_factory=set)
    offered: set[int] = field(default_factory=set)
    links: set[str] = field(default_factory=set)


class Ledger:
    """Notes what is offered and what came of it. Addresses are canonical, `key_of` names the page behind one."""

    def __init__(self, key_of: Callable[[str], str]) -> None:
        self._key_of = key_of
        self._sources: dict[str, str] = {}
        self._reasons: dict[str, str] = {}
        self._aliases: set[str] = set()
        self._listings: defaultdict[str, Listing] = defaultdict(Listing)
        self._shown_on: Counter[str] = Counter()
        self._pages = 0
        self._bodies: defaultdict[str, set[str]] = defaultdict(set)
        self._answered = 0

    def note_offer(self, address: str, source: str) -> None:
        """Note that the site names an address; the first source that names it stands for all."""
        self._sources.setdefault(address, source)

    def note_links(self, links: Iterable[str]) -> None:
        """Note the links of one page, to tell its furniture (menus, footers) from what it lists."""
        self._pages += 1
        self._shown_on.update(set(links))

    def note_listing(self, path: str, number: int, offered: Iterable[int], links: Iterable[str]) -> None:
        """Note one page of a listing: its number (from 0), the pages it links to, and all its links."""
        listing = self._listings[path]
        listing.read.add(number)
        listing.offered.update(offered)
        listing.links.update(links)

    def note_alias(self, address: str) -> None:
        """Note another name of a page that was read."""
        self._aliases.add(self._key_of(address))

    def note_reason(self, address: str, reason: str) -> None:
        """Note why an address was not asked for, or what came instead of its content."""
        self._reasons.setdefault(address, reason)

    def note_body(self, address: str, digest: str) -> None:
        """Note the content that the server sent for a page in this run."""
        self._answered += 1
        self._bodies[digest].add(address)

    def find_same_answer(self) -> tuple[int, int]:
        """Find how many pages were answered with one and the same content, and how many were answered at all.

        (0, n) where that is no more than usual. Pages that differ in nothing are a notice, not a site.
        """
        most = max((len(addresses) for addresses in self._bodies.values()), default=0)
        strange = most >= _LEAST_SAME and most >= _FURNITURE * self._answered
        return (most if strange else 0), self._answered

    def build_account(self, is_captured: Callable[[str], bool]) -> dict[str, Any]:
        """Build the account as JSON values. `is_captured` tells whether the archive holds an answer of an address."""
        sources = {address: source for address, source in self._sources.items() if self._is_ours(address, source)}
        captured = {address for address in sources if is_captured(address) or self._key_of(address) in self._aliases}
        differences = [
            {"address": address, "named_by": source, "reason": self._reasons.get(address, "not_asked")}
            for address, source in sorted(sources.items())
            if address in self._reasons or address not in captured
        ]
        same, answered = self.find_same_answer()
        return {
            "sitemap": _count(sources, captured, "sitemap"),
            "links": {"addresses": len(sources), "captured": len(captured)},
            "listings": {path: self._build_listing(listing) for path, listing in sorted(self._listings.items())},
            "other_sites": sum(self._reasons.get(address) in _OFF_SITE for address in self._sources),
            "excluded": sum(self._reasons.get(address) == _EXCLUDED for address in self._sources),
            "same_answer": {"addresses": same, "answered": answered},
            "differences": differences,
        }

    def _is_ours(self, address: str, source: str) -> bool:
        reason = self._reasons.get(address)
        return reason not in _OFF_SITE and (reason != _EXCLUDED or source == "sitemap")

    def _build_listing(self, listing: Listing) -> dict[str, Any]:
        last = max(listing.read | listing.offered)
        return {
            "items": sum(not self._is_furniture(link) for link in listing.links),
            "pages": len(listing.read),
            "last_page": last,
            "missing_pages": sorted(set(range(last + 1)) - listing.read),
        }

    def _is_furniture(self, link: str) -> bool:
        return self._pages >= _LEAST_PAGES and self._shown_on[link] > _FURNITURE * self._pages


def _count(sources: dict[str, str], captured: set[str], source: str) -> dict[str, int]:
    named = {address for address, named_by in sources.items() if named_by == source}
    return {"addresses": len(named), "captured": len(named & captured)}
