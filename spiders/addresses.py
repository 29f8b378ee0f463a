"""Addresses as the site profile sees them: which class one belongs to, or why it is not followed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl, unquote, urlsplit

RefusalReason = Literal["not_an_address", "off_site", "never", "pager_limit", "no_class", "too_deep"]


@dataclass(frozen=True, slots=True)
class AddressClass:
    """A class of addresses. `revisit` is the least time between two requests; `pager` allows `?page=`."""

    kind: str
    priority: int
    revisit: dt.timedelta
    paths: tuple[re.Pattern[str], ...] = ()
    pager: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an address is not followed."""

    reason: RefusalReason


@dataclass(frozen=True, slots=True)
class AddressRules:
    """The rules of one site: its hosts, what never to follow, its documents and its classes, first match wins."""

    hosts: frozenset[str]
    never: tuple[re.Pattern[str], ...]
    documents: AddressClass
    suffixes: frozenset[str]
    classes: tuple[AddressClass, ...]
    pager_limit: int

    def classify(self, canonical: str) -> AddressClass | Refusal:
        """Say which class a canonical address belongs to, or why it is not followed."""
        parts = urlsplit(canonical)
        path = unquote(parts.path)
        if parts.netloc not in self.hosts:
            return Refusal("off_site")
        page, rest = split_pager(parts.query)
        shown = f"{path}?{rest}" if rest else path
        if any(pattern.search(path) for pattern in self.never):
            return Refusal("never")
        if page is not None and not (page.isascii() and page.isdigit() and int(page) <= self.pager_limit):
            return Refusal("pager_limit")
        if path.rpartition(".")[2].lower() in self.suffixes and "." in path.rpartition("/")[2]:
            return self.documents
        for candidate in self.classes:
            if any(pattern.search(shown) for pattern in candidate.paths):
                return candidate if page is None or candidate.pager else Refusal("no_class")
        return Refusal("no_class")


def split_pager(query: str) -> tuple[str | None, str]:
    """Take `page=` out of a query: its value or None, and the rest of the query."""
    pages = [value for name, value in parse_qsl(query, keep_blank_values=True) if name == "page"]
    rest = "&".join(part for part in query.split("&") if part.partition("=")[0] != "page")
    return (pages[0] if pages else None), rest
