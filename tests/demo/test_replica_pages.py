"""The replica's pages: how many, how they hang together, what Drupal markup they wear, and a true calendar."""

from __future__ import annotations

import datetime as dt
import re
from collections import deque
from html import unescape
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html as lxml_html

from demo.content import Site, load_site
from demo.french import MONTHS, WEEKDAYS, format_day, format_moment, paris_offset, to_utc
from demo.markup import address_of
from demo.routes import answer

SITE = load_site(1)
NAMES = "|".join(MONTHS)
WEEKDAY_DAY = re.compile(
    rf"\b({'|'.join(WEEKDAYS)})\s+(\d{{1,2}})(?:er)?\s*(?:({NAMES}|septembe)(?:\s+(\d{{4}}))?|/(\d\d)/(\d\d))",
    re.IGNORECASE,
)
TRAPS = re.compile(r"^/(agenda|user|search|reserve-aux-membres|javascript)|PHPSESSID|/printpdf/")


def parse(body: bytes) -> Any:
    """The tree of a page; lxml's stubs make every xpath a union of seven types."""
    return lxml_html.fromstring(body)


def links_of(target: str, site: Site = SITE) -> list[str]:
    """The targets on the replica's own hosts that a page links to."""
    tree = parse(answer(site, target).body)
    found = []
    for href in tree.xpath("//a/@href"):
        parts = urlsplit(urljoin(f"http://irev.test{target}", href))
        if parts.scheme.startswith("http") and parts.hostname in ("irev.test", "www.irev.test"):
            found.append(unquote(parts.path) + (f"?{parts.query}" if parts.query else ""))
    return found


def text_of(node: int, site: Site = SITE) -> str:
    page = site.pages[node]
    plain = re.sub(r"<[^>]+>", " ", f"{page.title} {page.lead} {page.date_line} {page.body}")
    return re.sub(r"\s+", " ", unescape(plain).replace("\xa0", " "))


def test_the_replica_is_large_enough() -> None:
    assert len(SITE.pages) >= 75
    assert len(SITE.documents) >= 10
    assert {page.era for page in SITE.pages.values()} == {"old", "new"}
    assert {page.kind for page in SITE.pages.values()} == {"news", "cycle", "action", "theme", "territory", "page"}


def test_the_pager_shows_each_news_once_and_stops() -> None:
    seen: list[str] = []
    target, pages = "/actualites-0", 0
    while target:
        tree = parse(answer(SITE, target).body)
        seen += tree.xpath("//div[contains(@class,'view-content')]//div[contains(@class,'views-field-title')]//a/@href")
        following = tree.xpath("//li[contains(@class,'pager-next')]/a/@href")
        target, pages = (following[0] if following else ""), pages + 1
    expected = [address_of(page) for page in SITE.news()]
    assert seen == expected
    assert len(seen) == len(set(seen))
    assert pages == -(-len(expected) // 10) >= 5
    assert answer(SITE, f"/actualites-0?page={pages}").status == 404


def test_every_page_and_document_is_reachable_from_the_start_pages() -> None:
    seen: set[str] = set()
    queue = deque(["/", "/actualites-0"])
    while queue:
        target = queue.popleft()
        found = answer(SITE, target)
        for link in links_of(target) if found.body and found.media_type.startswith("text/html") else []:
            if link not in seen and not TRAPS.search(link):
                seen.add(link)
                queue.append(link)
    missing = [
        page.node for page in SITE.pages.values() if address_of(page) not in seen and f"/node/{page.node}" not in seen
    ]
    assert missing == []
    assert set(SITE.documents) <= seen
    assert {f"/taxonomy/term/{number}" for number in SITE.terms} <= seen
    assert set(SITE.failures) <= seen
    assert set(SITE.redirects) <= seen


def test_the_agenda_never_ends() -> None:
    target = "/agenda?mini=2019-06"
    for _ in range(30):
        target = [link for link in links_of(target) if link.startswith("/agenda?mini=")][1]
    assert target == "/agenda?mini=2021-12"


def test_each_page_carries_a_session_and_other_traps() -> None:
    hrefs = {href for node in SITE.pages for href in parse(answer(SITE, f"/node/{node}").body).xpath("//a/@href")}
    assert "/javascript%3A%3B" in hrefs
    assert len({href for href in hrefs if "PHPSESSID" in href}) > 60
    assert any(href.startswith("https://urldefense.com/v3/__http://irev.test/") for href in hrefs)
    assert any(href.startswith("mailto:") for href in hrefs)
    assert any("utm_source" in href for href in hrefs)
    cut = {page.alias for page in SITE.pages.values() if page.alias.endswith(("-bassin-mi", "-des-di"))}
    assert len(cut) == 2, "slugs cut in mid-word"


def test_aliases_node_forms_and_print_forms_show_one_page() -> None:
    page = SITE.pages[233384]
    addresses = [
        f"/{page.alias}",
        f"/{page.aliases[0]}",
        "/node/233384",
        "/node/233384/anything",
        f"/{page.alias}?utm_source=x",
    ]
    assert len({answer(SITE, address).body for address in addresses}) == 1
    assert answer(SITE, f"/print/{page.alias}").body == answer(SITE, "/print/node/233384").body


def test_the_print_form_closes_with_source_stamp_and_numbered_links() -> None:
    tree = parse(answer(SITE, "/print/node/235858").body)
    source = tree.xpath("string(//div[@class='print-source_url'])")
    assert source == (
        "URL de la source (modifié le 04/10/2021 - 10:50): "
        "http://irev.test/actualites-0/discriminations-une-journee-pour-approfondir-le-cycle-davril"
    )
    links = tree.xpath("string(//div[@class='print-links'])")
    assert "[1] https://urldefense.com/v3/__http://irev.test/" in links
    assert "http://irev.test/taxonomy/term/3680" in links
    notes = tree.xpath("//div[@class='print-content']//span[@class='print-footnote']/text()")
    assert notes == [f"[{number}]" for number in range(1, len(notes) + 1)]


def test_the_two_eras_wear_their_own_markup() -> None:
    old = parse(answer(SITE, "/node/233364").body)
    assert old.xpath("string(//*[@id='site-name'])") == "IREV Nord-Pas de Calais"
    assert old.xpath("string(//div[@class='outils'])") == "A+A-ImprimerPDF"
    dates = old.xpath("//div[contains(@class,'field-name-field-dates')]")[0]
    assert (
        " ".join(dates.text_content().split())
        == "Dates: Jeudi 7 septembre 2017 - 02:00 - Mardi 17 octobre 2017 - 02:00"
    )
    assert dates.xpath(".//span[@class='date-display-end']/@content") == ["2017-10-17T02:00:00+02:00"]
    new = parse(answer(SITE, "/node/235858").body)
    assert new.xpath("string(//h2)") == "Vous êtes ici"
    assert new.xpath("string(//div[@class='date-publication'])") == "Publié le 29 septembre 2021"
    assert new.xpath("//link[@rel='shortlink']/@href") == ["/node/235858"]
    assert new.xpath("//a[@typeof='skos:Concept']/text()") == ["Discrimination", "Lutte contre les discriminations"]
    assert "Territoires :" in new.text_content().replace("\xa0", " ")
    delegates = parse(answer(SITE, "/node/233380").body)
    assert delegates.xpath("string(//h1/following-sibling::div[1])") == "Mercredi 15 novembre 2017"


def test_one_page_does_not_tell_its_number() -> None:
    body = answer(SITE, "/actualites-0/sante-et-contrat-de-ville-reservez-la-date").body.decode()
    assert "203479" not in body.replace("/printpdf/203479", "")


def test_a_territory_page_is_named_by_its_parent() -> None:
    tree = parse(answer(SITE, "/region-hauts-de-france-1/departement-du-nord-216").body)
    assert tree.xpath("string(//h1)") == "Valenciennes Métropole"
    assert "Date de signature :" in tree.text_content()


def test_theme_pages_go_four_levels_deep() -> None:
    path = f"/{SITE.pages[236145].alias}"
    crumbs = parse(answer(SITE, path).body).xpath("//div[@class='breadcrumb']/a/text()")
    assert crumbs == ["Accueil", "Thématiques", "Discriminations, égalité, laïcité", "Discriminations", "Actions"]


@pytest.mark.parametrize("state", [1, 2, 3])
def test_weekdays_are_true_to_the_calendar_but_for_the_one_on_purpose(state: int) -> None:
    site = load_site(state)
    checked, wrong = 0, []
    for node, page in site.pages.items():
        for match in WEEKDAY_DAY.finditer(text_of(node, site)):
            weekday, day, name, year, number, short = match.groups()
            month = int(number) if number else 9 if name.lower() == "septembe" else MONTHS.index(name.lower()) + 1
            when = dt.date(int(year) if year else 2000 + int(short) if short else page.published.year, month, int(day))
            checked += 1
            if WEEKDAYS[when.weekday()] != weekday.lower():
                wrong.append((node, match.group()))
    assert checked > 30
    assert wrong == ([(238420, "lundi 13 juin 2025")] if state == 1 else [])


@pytest.mark.parametrize(
    ("days", "weekday"),
    [
        (["2017-11-16", "2017-11-23", "2017-11-30", "2020-03-12", "2020-03-19", "2020-03-26"], "jeudi"),
        (["2024-10-03", "2024-10-17", "2024-11-14", "2025-01-16"], "jeudi"),
        (["2020-11-23", "2020-12-07"], "lundi"),
    ],
)
def test_lists_of_days_under_one_weekday_are_true_too(days: list[str], weekday: str) -> None:
    assert {WEEKDAYS[dt.date.fromisoformat(day).weekday()] for day in days} == {weekday}


def test_pages_that_say_when_they_were_published_agree_with_node_numbers() -> None:
    recent = sorted((p.node, p.published) for p in SITE.pages.values() if p.node > 233500 and p.kind == "news")
    assert [when for _, when in recent] == sorted(when for _, when in recent)


@pytest.mark.parametrize(
    ("day", "offset"),
    [("2017-03-25", 1), ("2017-03-26", 2), ("2017-10-28", 2), ("2017-10-29", 1), ("2021-07-01", 2), ("2024-12-31", 1)],
)
def test_paris_is_two_hours_ahead_in_summer(day: str, offset: int) -> None:
    assert paris_offset(dt.date.fromisoformat(day)) == offset


def test_moments_are_written_as_the_site_writes_them() -> None:
    assert format_moment(dt.datetime(2021, 9, 29, 10, 0)) == "Mercredi 29 septembre 2021 - 10:00"
    assert format_day(dt.date(2022, 2, 1)) == "1er février 2022"
    assert to_utc(dt.datetime(2017, 9, 7, 2, 0)) == dt.datetime(2017, 9, 7, 0, 0, tzinfo=dt.UTC)
