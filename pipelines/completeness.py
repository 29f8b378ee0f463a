"""The completeness account of a crawl in words, and what in it is a loss: gaps of a pager, a listing that shrank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

_HALF = 0.5
_LEAST_ITEMS = 4
_MOST_NAMED = 8


def find_gaps(account: Mapping[str, Any], before: Mapping[str, Any]) -> tuple[str, ...]:
    """Find what the crawl missed that no failed request tells, one line each.

    `before` is the account of the last crawl that has one, empty for the first. Ill-formed parts are passed over.
    """
    return (*_find_pager_gaps(account), *_find_shrunk(account, before))


def say_account(account: Mapping[str, Any]) -> Iterator[str]:
    """Say the account in a few lines; the record of the run names every difference."""
    if not account:
        return
    links, sitemap = account.get("links", {}), account.get("sitemap", {})
    listings = account.get("listings", {})
    pages = sum(listing["pages"] for listing in listings.values())
    yield (
        f"complete: {links.get('captured', 0)} of {links.get('addresses', 0)} addresses named by the site are kept; "
        f"{sitemap.get('captured', 0)} of {sitemap.get('addresses', 0)} of the sitemap; "
        f"{len(listings)} listings with {pages} pages"
    )
    differences = account.get("differences", [])
    if differences:
        reasons = Counter(entry["reason"] for entry in differences)
        told = ", ".join(f"{count} {reason.replace('_', ' ')}" for reason, count in sorted(reasons.items()))
        yield f"  {len(differences)} differences, all named in the run's record: {told}"


def say_differences(account: Mapping[str, Any]) -> Iterator[str]:
    """Say the differences one by one, those first that nobody decided on; the rest of a long list is counted."""
    differences = sorted(account.get("differences", []), key=lambda entry: (is_decided(entry), entry["address"]))
    for entry in differences[:_MOST_NAMED]:
        yield f"  {entry['reason'].replace('_', ' ')}: {entry['address']} (named by {entry['named_by']})"
    if len(differences) > _MOST_NAMED:
        yield f"  and {len(differences) - _MOST_NAMED} more"


def count_crawl(account: Mapping[str, Any]) -> dict[str, float]:
    """Count what the gates ask of a crawl: addresses `linked`, those `missing` from the archive, pages of listings.

    Missing is what no answer of is kept, less what somebody decided on; that a page is gone is an answer. Pages of
    listings are `offered` by their pagers, and some may be `unread`. Empty for an empty account.
    """
    links, listings = account.get("links", {}), account.get("listings", {}).values()
    if not links.get("addresses"):
        return {}
    missing = sum(is_missing(entry) for entry in account.get("differences", []))
    return {
        "linked": links["addresses"],
        "missing": min(missing, links["addresses"] - links.get("captured", 0)),
        "offered": sum(listing["last_page"] + 1 for listing in listings),
        "unread": sum(len(listing["missing_pages"]) for listing in listings),
    }


def is_decided(entry: Mapping[str, Any]) -> bool:
    """Tell whether a difference is one that the profile, robots.txt or a limit decided on."""
    return entry["reason"] in ("never", "no_class", "robots", "pager_limit", "too_deep")


def is_missing(entry: Mapping[str, Any]) -> bool:
    """Tell whether content is missing: neither decided on by us, nor answered by the site (gone, or moved away)."""
    return not is_decided(entry) and entry["reason"] not in ("http_404", "http_410", "redirect_off_site")


def _find_pager_gaps(account: Mapping[str, Any]) -> Iterator[str]:
    for path, listing in account.get("listings", {}).items():
        if missing := listing["missing_pages"]:
            named = ", ".join(map(str, missing[:_MOST_NAMED])) + (", …" if len(missing) > _MOST_NAMED else "")
            yield f"{path}: {len(missing)} of {listing['last_page'] + 1} pages of the listing not read ({named})"


def _find_shrunk(account: Mapping[str, Any], before: Mapping[str, Any]) -> Iterator[str]:
    earlier = before.get("listings", {})
    for path in sorted(earlier.keys()):
        had, has = earlier[path]["items"], account.get("listings", {}).get(path, {}).get("items", 0)
        if had >= _LEAST_ITEMS and has <= _HALF * had:
            yield f"{path}: the listing shows {has} items, {had} in the run before"
