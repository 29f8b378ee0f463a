"""Which records of the WARC files of others are wanted; what is not is counted, by what it is or by its host.

The rule: responses, revisits and resources of web addresses are wanted, for they are what the site said. Passed over,
and counted by what they are: `request`, `metadata`, `warcinfo` and `conversion` records (what the other crawler asked,
noted or made of it), and records of what is no web address (`dns:`, the page infos of browsertrix, the logs of wget).
"""

from __future__ import annotations

import re
from collections import Counter

from pipelines.index import canonical_of

_KINDS = ("response", "resource", "revisit")
_WEB = ("http://", "https://")
_ADDRESSES = {"resource": (*_WEB, "urn:sha256:")}  # the second is what our own imports without an address have
_PORT = re.compile(r":\d+$")


class Wanted:
    """What is wanted of records of certain hosts (without `www.`; None wants all), and the counts of the rest."""

    def __init__(self, hosts: frozenset[str] | None, passed_over: Counter[str], other_hosts: Counter[str]) -> None:
        self._hosts = hosts
        self._passed_over = passed_over
        self._other_hosts = other_hosts

    def takes(self, kind: str, name: str) -> bool:
        """Tell whether a record of this kind is wanted; `name` is its address as it stands there. Counts it if not."""
        address = name.strip("<> ")
        if reason := _why_passed_over(kind, address):
            self._passed_over[reason] += 1
            return False
        if self._hosts is None:
            return True
        host = canonical_of(address).partition("://")[2].partition("/")[0]
        host = _PORT.sub("", host) if ":" in host else host
        if not host or host in self._hosts:
            return True
        self._other_hosts[host] += 1
        return False


def _why_passed_over(kind: str, address: str) -> str | None:
    """Say as what a record is passed over, or None where it is wanted."""
    if kind not in _KINDS:
        return f"{kind} records" if kind else "records without a type"
    is_ours = not address or address.lower().startswith(_ADDRESSES.get(kind, _WEB))
    return None if is_ours else "records of no web address"
