"""The site profile: what is wrong is said in one line; what is right decides which addresses are followed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from pipelines.addresses import canonical_address
from spiders.addresses import AddressClass, Refusal, split_pager
from spiders.profile import (
    ProfileError,
    SiteProfile,
    find_profile,
    load_profile,
    parse_profile,
    replica_profile,
    require_contact,
    with_delay,
)

IREV = load_profile()

FOLLOWED = [
    ("/", "listing"),
    ("/actualites-0", "listing"),
    ("/actualites?page=12", "listing"),
    ("/actualites-0/une-journee-a-lens", "news"),
    ("/thematiques/sante", "overview"),
    ("/thematiques/discriminations-egalite-laicite/discriminations/actions/une-journee", "theme"),
    ("/taxonomy/term/3680?page=1", "overview"),
    ("/node/233364/cycle", "node"),
    ("/region-hauts-de-france-1/departement-du-nord-216", "territory"),
    ("/action/d%C3%A9veloppement-%C3%A9conomique", "action"),
    ("/les-dispositifs", "overview"),
    ("/qui-sommes-nous", "other"),
    ("/sitemap.xml", "sitemap"),
    ("/sites/default/files/atoms/files/plaquette_v4.pdf", "document"),
    ("/sites/default/files/BULLETIN.DOCX", "document"),
    ("/actualites-0/programme-2026-1", "news"),
    ("/print/actualites-0/une-journee", "news"),
    ("/printpdf/233364", "node"),
]

REFUSED = [
    ("https://example.org/actualites-0", "off_site"),
    ("https://autre.irev.fr/actualites-0", "off_site"),
    ("https://irev.fr.example.org/", "off_site"),
    ("https://irev.fr:8443/", "off_site"),
    ("/user/login?destination=node/5", "never"),
    ("/admin", "never"),
    ("/node/5/edit", "never"),
    ("/node/add/page", "never"),
    ("/sites/all/themes/irev/logo.svg", "never"),
    ("/sites/default/files/styles/large/photo.jpg", "never"),
    ("/sites/default/files/photo.JPG", "never"),
    ("/agenda/2026-02", "never"),
    ("/agenda/2026/02/14", "never"),
    ("/agenda/2026-W07", "never"),
    ("/a/a/a", "never"),
    ("/actualites-0?page=201", "pager_limit"),
    ("/actualites-0?page=douze", "pager_limit"),
    ("/actualites-0?page=%C2%B2", "pager_limit"),
    ("/actualites-0/une-journee?page=1", "no_class"),
    ("/actualites-0?sort_by=title", "no_class"),
    ("/agenda?mois=2026-02", "no_class"),
]


def classify(address: str) -> AddressClass | Refusal:
    canonical = canonical_address(address, "https://irev.fr/")
    assert canonical is not None
    return IREV.rules.classify(canonical)


@pytest.mark.parametrize(("address", "kind"), FOLLOWED)
def test_addresses_of_the_site_have_their_class(address: str, kind: str) -> None:
    found = classify(address)
    assert isinstance(found, AddressClass)
    assert found.kind == kind


@pytest.mark.parametrize(("address", "reason"), REFUSED)
def test_traps_are_refused_by_name(address: str, reason: str) -> None:
    assert classify(address) == Refusal(reason)  # type: ignore[arg-type]


def test_listings_come_first_and_old_pages_last() -> None:
    by_kind = {found.kind: found for found in (*IREV.rules.classes, IREV.rules.documents)}
    order = sorted(by_kind, key=lambda kind: -by_kind[kind].priority)
    assert order[0] == "listing"
    assert order.index("news") < order.index("document") < order.index("theme") < order.index("action")
    assert by_kind["listing"].revisit == dt.timedelta(0)
    assert by_kind["news"].revisit == dt.timedelta(hours=20)


def test_requests_go_to_the_origin() -> None:
    assert IREV.request_url("https://irev.fr/a?page=1") == "https://irev.fr/a?page=1"
    replica = replica_profile("http://127.0.0.1:8000")
    assert replica.request_url("https://irev.test/a") == "http://irev.test/a"
    assert replica.request_url("https://autre.test/a") == "https://autre.test/a"


def test_the_replica_has_the_rules_of_the_real_site() -> None:
    replica = replica_profile("http://127.0.0.1:8000")
    assert replica.is_local
    assert replica.rules.never == IREV.rules.never
    assert [found.paths for found in replica.rules.classes] == [found.paths for found in IREV.rules.classes]
    assert {found.revisit for found in replica.rules.classes} == {dt.timedelta(0)}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": ""}, "name must be a text"),
        ({"origin": 5}, "origin must be a text"),
        ({"origin": "irev.fr"}, "origin must be like https://example.org, not 'irev.fr'"),
        ({"origin": "https://irev.fr/fr"}, "origin must be like"),
        ({"hosts": "irev.fr"}, "hosts must be a list of texts"),
        ({"hosts": []}, "hosts must be a list of texts"),
        ({"never": ["("]}, "never: '(' is no regular expression"),
        ({"max_depth": "8"}, "max_depth must be a number"),
        ({"max_requests": 0}, "max_requests must be a number from 1"),
        ({"pager_limit": True}, "pager_limit must be a number"),
        ({"politeness": []}, "politeness must be a table"),
        ({"politeness": {"delay": 0.5}}, "a delay of 0.5 s is for a server on this machine only; 1.0 s is the least"),
        ({"proxy": "127.0.0.1:80"}, "proxy must be like http://127.0.0.1:8080"),
        ({"proxy": "http://10.0.0.1:80", "politeness": {"delay": 0}}, "is for a server on this machine only"),
        ({"documents": {"suffixes": ["pdf"], "revisit": "week"}}, '[documents]: revisit must be like "7d"'),
        ({"class": []}, "at least one [[class]] of addresses is needed"),
        ({"class": [{"kind": "news", "revisit": "1d"}]}, "[[class]] news: paths must be a list of texts"),
        ({"start": ["/user"]}, "the start address '/user' is refused by the profile itself (never)"),
        ({"start": ["https://example.org/"]}, "is refused by the profile itself (off_site)"),
        ({"start": ["javascript:;"]}, "is refused by the profile itself (not_an_address)"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ProfileError) as caught:
        parse_profile({**IREV.data, **change}, "irev.toml")
    assert message in str(caught.value)
    assert str(caught.value).startswith("irev.toml: ")
    assert "\n" not in str(caught.value)


def test_files_that_are_no_profile_are_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("name = ")
    with pytest.raises(ProfileError, match="not TOML"):
        find_profile(str(broken))
    with pytest.raises(ProfileError, match=r"cannot be read \(No such file"):
        find_profile(str(tmp_path / "missing.toml"))
    with pytest.raises(ProfileError, match="no site profile is called 'irv'; known: irev"):
        find_profile("irv")
    assert find_profile("irev") == IREV


@pytest.mark.parametrize("contact", ["name@example.org", "https://example.org/contact"])
def test_a_contact_is_an_address_to_write_to(contact: str) -> None:
    assert require_contact(IREV, contact) == contact


def test_a_contact_is_needed_for_a_real_site_only() -> None:
    with pytest.raises(ProfileError, match="set IREV_CONTACT"):
        require_contact(IREV, None)
    assert require_contact(replica_profile("http://localhost:8000"), None) is None


def local(proxy: str) -> SiteProfile:
    return parse_profile({**IREV.data, "proxy": proxy, "local": True})


def test_local_is_what_never_leaves_this_machine() -> None:
    assert local("http://127.0.0.1:8000").is_local
    assert local("http://[::1]:8000").is_local
    assert not parse_profile({**IREV.data, "proxy": "environment"}).is_local
    assert not IREV.is_local


def test_this_machine_is_reached_only_where_the_profile_says_so() -> None:
    with pytest.raises(ProfileError, match="add the line local = true"):
        parse_profile({**IREV.data, "proxy": "http://127.0.0.1:8000"})
    for proxy in ("http://10.0.0.1:8000", "environment"):
        with pytest.raises(ProfileError, match="local = true is for a server on this machine"):
            local(proxy)


def test_a_delay_may_be_lengthened_everywhere_and_shortened_here_only() -> None:
    assert with_delay(IREV, 5).delay == 5
    assert with_delay(local("http://127.0.0.1:8000"), 0.01).delay == 0.01
    with pytest.raises(ProfileError):
        with_delay(IREV, 0.5)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", (None, "")),
        ("page=3", ("3", "")),
        ("a=1&page=3&b=2", ("3", "a=1&b=2")),
        ("page=", ("", "")),
        ("homepage=3", (None, "homepage=3")),
    ],
)
def test_the_pager_is_taken_out_of_a_query(query: str, expected: tuple[str | None, str]) -> None:
    assert split_pager(query) == expected
