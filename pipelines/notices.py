"""Notices that claim success: maintenance, errors and refusals served with status 200 in the place of content.

To the build such captures are what they say: a page that is not found (404), a refusal (403), or a failure to look
(503). They stay in the archive like everything else, and what was read before them stays current. Five signs tell them:

- one and the same HTML at many addresses on one day;
- a title that is the whole message (`extract.notices`);
- pages that all lost titles of their own, on one day, for one and the same title over the same links;
- a page that said something and now says nothing;
- a file that could be read and now is damaged, empty, or a web page.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final, Literal

from extract.notices import NoticeKind, find_notice, is_html
from extract.records import Reading
from warehouse.sightings import Sighting

LEAST_ADDRESSES: Final = 5
"""Addresses with the same bytes, or the same new title, on one day from which they are a notice.

Aliases of one node are two or three.
"""

Key = tuple[str, str]
Kind = NoticeKind | Literal["same_bytes", "same_title"]

_STATUS: Final[Mapping[Kind, int]] = {"not_found": 404, "denied": 403}
_UNAVAILABLE: Final = 503
_BY_ITSELF: Final = frozenset({"not_found", "denied", "maintenance"})
_SAID: Final[Mapping[Kind, str]] = {
    "not_found": "an error page (not found)",
    "denied": "a refusal",
    "maintenance": "a notice of maintenance",
    "empty": "nothing",
    "unreadable": "what cannot be read",
    "same_bytes": "one and the same page",
    "same_title": "one and the same title",
}
_MOST_NAMED: Final = 3
_ONE_NIGHT: Final = dt.timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class _Said:
    """What judging needs of a reading: little, because there is one for each capture of the archive."""

    title: str
    notice: NoticeKind | None
    is_html: bool
    has_events: bool
    links: int


@dataclass(slots=True)
class _Known:
    """The notices found so far; what was taken for content, never judged again; what each address said last of it."""

    notices: dict[Key, Kind]
    accepted: set[Key] = field(default_factory=set)
    last: dict[str, _Said] = field(default_factory=dict)
    pages: set[str] = field(default_factory=set)

    def accept(self, told: Mapping[Key, _Said]) -> None:
        """Take for content whatever is no notice."""
        for key, said in told.items():
            if key not in self.notices:
                self.accepted.add(key)
                self.last[key[0]] = said
                if said.is_html:
                    self.pages.add(key[0])


def find_same_bytes(sightings: Iterable[Sighting]) -> frozenset[str]:
    """Find the digests of HTML that stood at many addresses on one day."""
    addresses: defaultdict[tuple[str, dt.date], set[str]] = defaultdict(set)
    for seen in sightings:
        if seen.digest and seen.status == 200 and _is_web(seen) and is_html(seen.media_type or ""):
            addresses[seen.digest, _day(seen)].add(seen.url)
    return frozenset(digest for (digest, _), found in addresses.items() if len(found) >= LEAST_ADDRESSES)


def without_same_bytes(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Give the sightings without what need not even be read: one and the same HTML at many addresses."""
    same = find_same_bytes(sightings)
    return [seen for seen in sightings if not (seen.digest in same and _is_web(seen))]


def find_notices(sightings: Sequence[Sighting], readings: Mapping[Key, Reading]) -> dict[Key, Kind]:
    """Find the notices among what was seen, by address and digest. `readings` are filed in the same way; slim ones do.

    Pure, and told in the order of time: what is judged of a day depends on no later one.
    """
    same = find_same_bytes(sightings)
    known = _Known({(seen.url, str(seen.digest)): "same_bytes" for seen in sightings if seen.digest in same})
    contents = [seen for seen in sightings if seen.status == 200 and _is_web(seen)]
    for _, day in groupby(sorted(contents, key=lambda seen: (seen.seen_at, seen.url)), key=_day):
        looks = dict.fromkeys((seen.url, str(seen.digest)) for seen in day)  # each once, in the order of time
        told = {key: _boil_down(readings[key]) for key in looks if key in readings and key not in known.notices}
        _judge_day(told, known)
    return known.notices


def _boil_down(reading: Reading) -> _Said:
    notice = find_notice(reading)
    links = frozenset(link.partition("?")[0] for link in reading.links)  # without the way back to where one came from
    html = is_html(reading.source.media_type)
    return _Said(reading.page.title, notice.kind if notice else None, html, bool(reading.events), hash(links))


def _judge_day(told: Mapping[Key, _Said], known: _Known) -> None:
    """Judge what was seen on one day, and remember what each address said that was no notice."""
    fresh = {key: said for key, said in told.items() if key not in known.accepted}
    known.notices |= {key: kind for key, said in fresh.items() if (kind := _judge(key[0], said, known))}
    fresh = {key: said for key, said in fresh.items() if key not in known.notices}
    known.notices |= dict.fromkeys(_find_same_titles(fresh, known), "same_title")
    known.accept(told)


def _judge(url: str, said: _Said, known: _Known) -> Kind | None:
    """Judge what was said by itself and by what its address said before."""
    if said.notice is not None and (said.notice in _BY_ITSELF or url in known.last):
        return said.notice
    is_page_for_file = url in known.last and url not in known.pages and said.is_html
    return "unreadable" if is_page_for_file else None


def _find_same_titles(told: Mapping[Key, _Said], known: _Known) -> Iterator[Key]:
    """Find the pages that lost titles of their own for one and the same, over the same links, and tell of no event."""
    groups: defaultdict[tuple[str, int], list[Key]] = defaultdict(list)
    for key, said in told.items():
        before = known.last.get(key[0])
        if before is not None and before.title != said.title and not said.has_events:
            groups[said.title, said.links].append(key)
    for keys in groups.values():
        lost = {known.last[url].title for url, _ in keys}
        if len({url for url, _ in keys}) >= LEAST_ADDRESSES and len(lost) > len(keys) / 2:
            yield from keys


def as_seen(sightings: Iterable[Sighting], notices: Mapping[Key, Kind]) -> list[Sighting]:
    """Give the sightings with each notice as what it is: an error, or a failure to look."""
    return [_as_failure(seen, notices) if _is_web(seen) else seen for seen in sightings]


def _as_failure(seen: Sighting, notices: Mapping[Key, Kind]) -> Sighting:
    kind = notices.get((seen.url, str(seen.digest)))
    if kind is None:
        return seen
    return replace(seen, status=_STATUS.get(kind, _UNAVAILABLE), digest=None, media_type=None, size=None)


def say_notices(sightings: Iterable[Sighting], notices: Mapping[Key, Kind]) -> Iterator[tuple[Kind, str]]:
    """Say which addresses answered the last night with a notice: for each kind one line."""
    last = {seen.url: seen for seen in sorted(sightings, key=lambda seen: seen.seen_at)}
    newest = max((seen.seen_at for seen in last.values()), default=None)
    found: defaultdict[Kind, list[str]] = defaultdict(list)
    for url, seen in sorted(last.items()):
        kind = notices.get((url, str(seen.digest)))
        if kind is not None and newest is not None and newest - seen.seen_at < _ONE_NIGHT:
            found[kind].append(url)
    for kind, urls in sorted(found.items()):
        count = "1 address answers" if len(urls) == 1 else f"{len(urls)} addresses answer"
        named = ", ".join(urls[:_MOST_NAMED]) + (", …" if len(urls) > _MOST_NAMED else "")
        yield kind, f"{count} 200 with {_SAID[kind]} in the place of content: {named}"


def _is_web(seen: Sighting) -> bool:
    return seen.kind != "resource"


def _day(seen: Sighting) -> dt.date:
    return seen.seen_at.astimezone(dt.UTC).date()
