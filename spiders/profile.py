"""The site profile: read from TOML, checked field by field, with one clear line for whatever is wrong."""

from __future__ import annotations

import ipaddress
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from pipelines.addresses import canonical_address
from spiders.addresses import AddressClass, AddressRules, Refusal
from spiders.fields import Fields, ProfileError
from spiders.plan import RevisitPlan, parse_plan
from spiders.rhythm import Rhythm, parse_rhythm

__all__ = [
    "ProfileError",
    "SiteProfile",
    "find_profile",
    "load_profile",
    "parse_profile",
    "replica_profile",
    "require_contact",
    "with_delay",
]

IREV = Path(__file__).parent / "irev.toml"
LEAST_DELAY = 1.0
"""Seconds between two requests to a real site, at least. Only a server on this machine may be asked faster."""

_CONTACT = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+|https?://\S+\.\S+")


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """One site: where to begin, what belongs to it, how politely it is asked. `data` is what it was read from.

    `timeout` (seconds) and `max_bytes` bound one answer, `patience` (seconds) how long a `Retry-After` is obeyed,
    `failures_in_row` how many requests may fail one after the other before the site is left alone.
    """

    name: str
    origin: str
    start: tuple[str, ...]
    rules: AddressRules
    max_depth: int
    max_requests: int
    delay: float
    timeout: float
    max_bytes: int
    patience: float
    failures_in_row: int
    plan: RevisitPlan
    rhythm: Rhythm | None
    contact: str | None
    proxy: str | None
    local: bool
    data: Mapping[str, Any] = field(repr=False, compare=False)

    @property
    def is_local(self) -> bool:
        """Whether every request stays on this machine, which the profile must say itself (`local = true`)."""
        return self.local and _is_loopback(self.proxy or self.origin)

    def request_url(self, canonical: str) -> str:
        """Give the address to request for a canonical one: with the scheme and the host of the origin."""
        parts = urlsplit(canonical)
        if f"https://{parts.netloc}/" != canonical_address(self.origin):
            return canonical
        return f"{self.origin}{parts.path}" + (f"?{parts.query}" if parts.query else "")


def find_profile(site: str) -> SiteProfile:
    """Read the profile of a site by its name (`irev`) or by the path of its TOML file. Raises `ProfileError`."""
    if re.fullmatch(r"[\w-]+", site) and (named := IREV.with_name(f"{site}.toml")).is_file():
        return load_profile(named)
    if not site.endswith(".toml"):
        known = ", ".join(sorted(path.stem for path in IREV.parent.glob("*.toml")))
        raise ProfileError(f"no site profile is called {site!r}; known: {known}; or give the path of a .toml file")
    return load_profile(Path(site))


def load_profile(path: Path = IREV) -> SiteProfile:
    """Read a site profile from a TOML file. Raises `ProfileError`."""
    try:
        with path.open("rb") as handle:
            data = tomllib.load(handle)
    except OSError as problem:
        raise ProfileError(f"{path}: cannot be read ({problem.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise ProfileError(f"{path}: not TOML: {problem}") from None
    return parse_profile(data, str(path))


def parse_profile(data: Mapping[str, Any], source: str = "profile") -> SiteProfile:
    """Check the fields of a profile and build it. Raises `ProfileError`."""
    reader = Fields(data, source)
    polite = reader.table("politeness")
    origin = reader.text("origin").rstrip("/")
    if urlsplit(origin).scheme not in ("http", "https") or urlsplit(origin).path:
        raise ProfileError(f"{source}: origin must be like https://example.org, not {origin!r}")
    profile = SiteProfile(
        name=reader.text("name"),
        origin=origin,
        start=tuple(reader.texts("start")),
        rules=_parse_rules(reader),
        max_depth=int(reader.number("max_depth", 8, least=0)),
        max_requests=int(reader.number("max_requests", 20_000, least=1)),
        delay=polite.number("delay", 2.0, least=0),
        timeout=polite.number("timeout", 60, least=0.1),
        max_bytes=int(polite.number("max_bytes", 64 * 1024**2, least=1024)),
        patience=polite.number("patience", 300, least=0),
        failures_in_row=int(polite.number("failures_in_row", 20, least=1)),
        plan=parse_plan(reader.table("plan")),
        rhythm=parse_rhythm(reader.table("rhythm")) if "rhythm" in data else None,
        contact=polite.optional_text("contact"),
        proxy=reader.optional_text("proxy"),
        local=data.get("local") is True,
        data=data,
    )
    _check_whole(profile, source)
    return profile


def replica_profile(proxy: str, profile: SiteProfile | None = None) -> SiteProfile:
    """Give the profile for the replica: the same rules on the host `irev.test`, reached through a loopback proxy.

    It may be asked fast and as often as one likes, because the server is ours. Raises `ProfileError`.
    """
    data = dict((profile or load_profile()).data)
    classes = [{**entry, "revisit": "0"} for entry in data["class"]]
    documents = {**data["documents"], "revisit": "0"}
    polite = {"delay": 0.0}
    changes = {
        "origin": "http://irev.test",
        "hosts": ["irev.test"],
        "proxy": proxy,
        "politeness": polite,
        "local": True,
    }
    data.pop("rhythm", None)  # the replica stands still: its silence says nothing
    return parse_profile({**data, **changes, "class": classes, "documents": documents}, "replica")


def require_contact(profile: SiteProfile, contact: str | None) -> str | None:
    """Give the contact that the user agent names; None only on this machine. Raises `ProfileError`."""
    contact = contact or profile.contact
    if contact is None and profile.is_local:
        return None
    if contact is None:
        raise ProfileError(
            f"crawling {profile.origin} needs a contact that its webmaster can write to: "
            "set IREV_CONTACT to a mail address or a web page"
        )
    if not _CONTACT.fullmatch(contact):
        raise ProfileError(f"the contact {contact!r} is neither a mail address nor a web address")
    return contact


def with_delay(profile: SiteProfile, delay: float) -> SiteProfile:
    """Give the same profile with another delay. Raises `ProfileError` where it is too short for a real site."""
    politeness = {**profile.data.get("politeness", {}), "delay": delay}
    return parse_profile({**profile.data, "politeness": politeness}, profile.name)


def _parse_rules(reader: Fields) -> AddressRules:
    documents, entries = reader.table("documents"), reader.data.get("class")
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, Mapping) for entry in entries):
        raise ProfileError(f"{reader.source}: at least one [[class]] of addresses is needed")
    return AddressRules(
        hosts=frozenset(host.lower().removeprefix("www.") for host in reader.texts("hosts")),
        never=reader.patterns("never", least=0),
        documents=AddressClass("document", int(documents.number("priority", 0)), documents.duration("revisit")),
        suffixes=frozenset(suffix.lower().lstrip(".") for suffix in documents.texts("suffixes", least=0)),
        classes=tuple(
            _parse_class(Fields(entry, f"{reader.source}: [[class]] {entry.get('kind')}")) for entry in entries
        ),
        pager_limit=int(reader.number("pager_limit", 200, least=0)),
    )


def _parse_class(reader: Fields) -> AddressClass:
    return AddressClass(
        kind=reader.text("kind"),
        priority=int(reader.number("priority", 0)),
        revisit=reader.duration("revisit"),
        paths=reader.patterns("paths"),
        pager=reader.data.get("pager") is True,
    )


def _check_whole(profile: SiteProfile, source: str) -> None:
    """Check what only several fields together can tell. Raises `ProfileError`."""
    if profile.proxy and urlsplit(profile.proxy).scheme != "http" and profile.proxy != "environment":
        raise ProfileError(f'{source}: proxy must be like http://127.0.0.1:8080, or "environment"')
    if profile.local != _is_loopback(profile.proxy or profile.origin):
        where = profile.proxy or profile.origin
        raise ProfileError(
            f"{source}: local = true is for a server on this machine, which {where} is not"
            if profile.local
            else f"{source}: {where} is on this machine; add the line local = true if that is meant"
        )
    if profile.delay < LEAST_DELAY and not profile.is_local:
        raise ProfileError(
            f"{source}: a delay of {profile.delay} s is for a server on this machine only; {LEAST_DELAY} s is the least"
        )
    for address in profile.start:
        canonical = canonical_address(urljoin(profile.origin + "/", address))
        found = profile.rules.classify(canonical) if canonical else Refusal("not_an_address")
        if isinstance(found, Refusal):
            raise ProfileError(
                f"{source}: the start address {address!r} is refused by the profile itself ({found.reason})"
            )


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or host.endswith(".localhost") or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
