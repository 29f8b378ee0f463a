"""The last door before the network: a name is resolved once, judged, and connected to at that very address.

So no answer of a name server, whenever it changes, leads a request to this machine, to the local network or to the
metadata service of a cloud: such addresses are refused before a connection is opened. A profile that says
`local = true` may reach loopback, and nothing else; through a proxy it is the proxy's name that is judged.
"""

from __future__ import annotations

import ipaddress
import logging
from typing import Any, Self

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from spiders.profile import find_profile

logger = logging.getLogger(__name__)

PRIVATE_ADDRESS = "private_address"
"""Why a request was refused: its host's address is not one of the public internet."""

_refused: set[str] = set()


def judge_address(address: str, is_local: bool) -> str | None:
    """Say why no connection may be opened to an IP address, or None where it may.

    `is_local` allows loopback alone; without it only addresses of the public internet are allowed.
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return f"{address!r} is no IP address"
    mapped = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if mapped is not None:
        found = mapped
    if is_local:
        return None if found.is_loopback else f"{address} is not this machine"
    return None if found.is_global and not found.is_multicast else f"{address} is no public address"


def was_refused(host: str) -> bool:
    """Tell whether a connection to this host was refused for where its name led."""
    return host in _refused


class GuardedResolver(CachingThreadedResolver):
    """Scrapy's own resolver (IPv4, cached), whose every answer is judged, the cached ones included."""

    def __init__(self, reactor: ReactorBase, cache_size: int, timeout: float, allows: str | None) -> None:
        super().__init__(reactor, cache_size, timeout)
        self._allows = allows  # "loopback", "any" behind the operator's own proxy, None for the public internet

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: ReactorBase) -> Self:
        """Take the profile of the crawl; Scrapy hands in the process, which has the same settings."""
        settings = crawler.settings
        profile = settings.get("IREV_PROFILE") or find_profile(settings["IREV_SITE"])
        allows = "loopback" if profile.is_local else "any" if profile.proxy == "environment" else None
        return cls(reactor, settings.getint("DNSCACHE_SIZE"), settings.getfloat("DNS_TIMEOUT"), allows)

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:  # noqa: N802 - the name is Twisted's
        """Give the address of a host, or fail with `DNSLookupError` where no connection may be opened to it."""
        return super().getHostByName(name, timeout).addCallback(self._judge, name)

    def _judge(self, address: str, name: str) -> str:
        problem = None if self._allows == "any" else judge_address(address, self._allows == "loopback")
        if problem:
            _refused.add(name)
            logger.error("%s is refused: %s", name, problem)
            raise DNSLookupError(f"{name}: {problem}")
        return address
