"""Links between tellings that may be one event: pairs that are worth a look (`pairs.py`), judged by named rules.

| rank | rule | what it needs |
|---|---|---|
| 0 | same_page | two forms of one page, the same key |
| 1 | attachment | a document and an event of the page that links it: days agree, or nothing speaks against it |
| 2 | same_title_same_day | one title or quotation, one known day |
| 3 | near_title_same_day | near titles, one known day |
| 4 | linked_page | one page links the other, near titles, days that do not exclude each other |
| 5 | same_title_within | one title, a period that holds the day of the other |
| 6 | near_title_within | the same with near titles of one cycle |

Mentions, undated namesakes, second announcements and reports of the day come after these (`link_events.py`,
`link_announcements.py`, `link_reports.py`): they need to know the groups made so far.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from warehouse.compatible import Agreement, agree_on_days
from warehouse.cycle_keys import CycleName
from warehouse.groups import Link
from warehouse.pairs import find_pairs
from warehouse.tellings import Telling
from warehouse.thresholds import ATTACHMENT_TITLE, NEAR_TITLE
from warehouse.timeline import Timeline
from warehouse.titles import best_score

Pair = tuple[int, int]
Names = Mapping[str, CycleName]


def find_links(tellings: Sequence[Telling], timeline: Timeline, names: Names) -> list[Link]:
    """Give all links that the rules of ranks 0 to 6 see, strongest first."""
    links: dict[Pair, Link] = {}
    for link in (
        *_same_page(tellings),
        *_attachments(tellings, timeline),
        *_linked_pages(tellings, timeline),
        *_titles(tellings, names),
    ):
        pair = (link.left, link.right)
        links[pair] = min(links.get(pair, link), link)
    return sorted(links.values())


def find_attached(timeline: Timeline) -> dict[str, list[str]]:
    """Give the documents that each page links now, by their current content, in the order of the page."""
    attached: dict[str, list[str]] = {}
    for page_id, page in timeline.pages.items():
        urls = [
            file.url for witness in page.witnesses if not witness.superseded for file in witness.reading.attachments
        ]
        found = [timeline.current_digest.get(url, "") for url in urls]
        attached[page_id] = list(dict.fromkeys(digest for digest in found if digest in timeline.documents))
    return attached


def _same_page(tellings: Sequence[Telling]) -> Iterator[Link]:
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        by_key[telling.source_id, telling.event.key].append(place)
    for (source_id, key), places in by_key.items():
        for place in places[1:]:
            why = f"{source_id} tells it under the key {key} in another form"
            yield Link(0, places[0], place, "same_page", why, _score(tellings, places[0], place))


def _attachments(tellings: Sequence[Telling], timeline: Timeline) -> Iterator[Link]:
    by_source = _by_source(tellings)
    for page_id, documents in find_attached(timeline).items():
        hosts = [place for place in by_source.get(page_id, ()) if not tellings[place].mention]
        for document_id in documents:
            guests = [place for place in by_source.get(document_id, ()) if not tellings[place].mention]
            for host in hosts:
                alone = len(hosts) == 1 or all(tellings[h].event.key == tellings[host].event.key for h in hosts)
                yield from _attach(tellings, host, guests, alone=alone)


def tie_attached(tellings: Sequence[Telling], timeline: Timeline) -> Iterator[Pair]:
    """Tie all that a page and its documents tell: how many events they have decides on links between them."""
    by_source = _by_source(tellings)
    for page_id, documents in find_attached(timeline).items():
        hosts = by_source.get(page_id, [])
        for document_id in documents if hosts else ():
            yield from ((hosts[0], place) for place in (*hosts, *by_source.get(document_id, ())))


def _attach(tellings: Sequence[Telling], host: int, guests: Sequence[int], *, alone: bool) -> Iterator[Link]:
    for guest in guests:
        agreement = agree_on_days(tellings[host], tellings[guest])
        score = _score(tellings, host, guest)
        dated = agreement in ("same_day", "within") and (alone or agreement == "same_day" or score >= ATTACHMENT_TITLE)
        undated = agreement == "unknown" and (score >= NEAR_TITLE or (alone and len(guests) == 1))
        if dated or undated:
            why = f"{tellings[host].source_id} links this document; {_words(agreement)}, titles {score:.0f} of 100"
            yield _link(1, host, guest, "attachment", why, score + 10 * (agreement == "same_day"))


def _linked_pages(tellings: Sequence[Telling], timeline: Timeline) -> Iterator[Link]:
    page_at = {capture.url: page.page_id for page in timeline.pages.values() for capture in page.captures}
    by_source = _by_source(tellings)
    for page_id, places in by_source.items():
        if page_id not in timeline.pages:
            continue
        urls = {url for witness in timeline.pages[page_id].witnesses for url in witness.reading.links}
        others = {page_at[url] for url in urls if url in page_at} - {page_id}
        for other in sorted(others & by_source.keys()):
            for left in places:
                for right in by_source[other]:
                    yield from _linked(tellings, left, right)


def _linked(tellings: Sequence[Telling], left: int, right: int) -> Iterator[Link]:
    if tellings[left].mention or tellings[right].mention:
        return
    agreement = agree_on_days(tellings[left], tellings[right])
    score = _score(tellings, left, right)
    near = score >= NEAR_TITLE and agreement in ("unknown", "within", "same_day", "wide")
    alike = score >= ATTACHMENT_TITLE and agreement == "same_day"
    if near or alike:
        why = f"one page links the other; {_words(agreement)}, titles {score:.0f} of 100"
        yield _link(4, left, right, "linked_page", why, score)


def _titles(tellings: Sequence[Telling], names: Names) -> Iterator[Link]:
    for left, right in find_pairs(tellings, names):
        one, two = tellings[left], tellings[right]
        if one.capture.key == two.capture.key:
            continue
        score = best_score(one.keys, two.keys)
        if score < NEAR_TITLE:
            continue
        rule = _judge(one, two, score, agree_on_days(one, two), names)
        if rule is not None:
            yield _link(rule[0], left, right, rule[1], rule[2], score)


def _judge(one: Telling, two: Telling, score: float, agreement: Agreement, names: Names) -> tuple[int, str, str] | None:
    """Give rank, rule and words for two tellings with near titles, or None where the rules say nothing."""
    same = score >= 100
    words = f"{_words(agreement)}, titles {score:.0f} of 100"
    if agreement == "same_day":
        return (2, "same_title_same_day", words) if same else (3, "near_title_same_day", words)
    if agreement != "within" or one.mention or two.mention:
        return None
    if same:
        return 5, "same_title_within", words
    series = {names[telling.name].series for telling in (one, two) if telling.name in names}
    both = one.name in names and two.name in names
    return (6, "near_title_within", f"one cycle, {words}") if both and len(series) == 1 else None


def _by_source(tellings: Sequence[Telling]) -> dict[str, list[int]]:
    by_source: dict[str, list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        by_source[telling.source_id].append(place)
    return by_source


def _score(tellings: Sequence[Telling], left: int, right: int) -> float:
    return best_score(tellings[left].keys, tellings[right].keys)


def _words(agreement: Agreement) -> str:
    return {
        "same_day": "one known day",
        "within": "a period that holds the other's day",
        "wide": "a wide period that holds the other's day",
        "unknown": "no day on one side",
        "conflict": "days that exclude each other",
    }[agreement]


def _link(rank: int, left: int, right: int, rule: str, why: str, score: float) -> Link:
    return Link(rank, min(left, right), max(left, right), rule, why, min(score, 100.0))
