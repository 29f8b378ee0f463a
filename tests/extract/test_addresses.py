"""One address per page: written forms fall together, traps are refused, canonical forms stay as they are."""

from __future__ import annotations

import base64

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.addresses import canonical_address, node_id_of, page_id_of

HERE = "https://irev.fr/actualites-0/une-journee"

SAME_PAGE = [
    ("https://irev.fr/actualites-0", "https://irev.fr/actualites-0"),
    ("http://www.irev.fr/actualites-0", "https://irev.fr/actualites-0"),
    ("HTTPS://WWW.IREV.FR:443/actualites-0/", "https://irev.fr/actualites-0"),
    ("http://irev.fr:80/actualites-0#haut", "https://irev.fr/actualites-0"),
    ("www.irev.fr/actualites-0", "https://irev.fr/actualites-0"),
    ("//irev.fr/actualites-0", "https://irev.fr/actualites-0"),
    ("<https://irev.fr/actualites-0>", "https://irev.fr/actualites-0"),
    ("  https://irev.fr/actua\nlites-0\u00a0", "https://irev.fr/actualites-0"),
    ("https://irev.fr//actualites-0///", "https://irev.fr/actualites-0"),
    ("https://irev.fr/x/../actualites-0/.", "https://irev.fr/actualites-0"),
    ("https://irev.fr/print/actualites-0", "https://irev.fr/actualites-0"),
    ("https://irev.fr/actualites-0?page=0", "https://irev.fr/actualites-0"),
    ("https://irev.fr", "https://irev.fr/"),
    ("https://user:secret@irev.fr/a", "https://irev.fr/a"),
    ("http://irev.test:8080/a", "https://irev.test:8080/a"),
    ("https://irev.fr./a", "https://irev.fr/a"),
    ("https://Bücher.example/a", "https://xn--bcher-kva.example/a"),
    ("https://[::1]:8080/a", "https://[::1]:8080/a"),
]

PRINT_FORMS = [
    ("https://irev.fr/print/233364", "https://irev.fr/node/233364"),
    ("https://irev.fr/printpdf/233364", "https://irev.fr/node/233364"),
    ("https://irev.fr/print/node/233364", "https://irev.fr/node/233364"),
    ("https://irev.fr/print/thematiques/sante/une-journee", "https://irev.fr/thematiques/sante/une-journee"),
    ("https://irev.fr/printpdf/thematiques/sante", "https://irev.fr/thematiques/sante"),
    ("https://irev.fr/print", "https://irev.fr/print"),
    ("https://irev.fr/233364", "https://irev.fr/233364"),
    ("https://irev.fr/?q=node/12&page=2", "https://irev.fr/node/12?page=2"),
    ("https://irev.fr/index.php?q=print/12", "https://irev.fr/node/12"),
    ("https://irev.fr/index.php", "https://irev.fr/"),
]

PARAMETERS = [
    ("?page=3", "?page=3"),
    ("?utm_source=lettre&utm_medium=courriel&page=3", "?page=3"),
    ("?fbclid=abc", ""),
    ("?gclid=1&mc_cid=2&mc_eid=3&xtor=EPR-1", ""),
    ("?PHPSESSID=0a1b2c3d", ""),
    ("?SESS0123456789abcdef0123456789abcdef=z", ""),
    (";jsessionid=0A1B?page=2", "?page=2"),
    ("?b=2&a=1", "?b=2&a=1"),
    ("?a=1&amp;b=2&amp;utm_term=x", "?a=1&b=2"),
    ("?f[0]=theme", "?f%5B0%5D=theme"),
    ("?f%5b0%5d=theme", "?f%5B0%5D=theme"),
    ("?utm%5Fsource=x&titre=%C3%A9t%C3%A9", "?titre=%C3%A9t%C3%A9"),
    ("?titre=été à Lille", "?titre=%C3%A9t%C3%A9%20%C3%A0%20Lille"),
    ("?a=b%26c", "?a=b%26c"),
    ("?", ""),
]

ESCAPES = [
    ("/action/egalite-citoyennet%c3%a9", "/action/egalite-citoyennet%C3%A9"),
    ("/action/egalite-citoyenneté", "/action/egalite-citoyennet%C3%A9"),
    ("/action/l%27%C3%A9t%C3%A9", "/action/l'%C3%A9t%C3%A9"),
    ("/action/%65gal", "/action/egal"),
    ("/a b", "/a%20b"),
    ("/100%", "/100%25"),
    ("/a%2Fb", "/a%2Fb"),
    ("/latin-%e9", "/latin-%E9"),
    ("/plan_(v2).pdf", "/plan_(v2).pdf"),
]

NO_ADDRESS = [
    "",
    "   ",
    "#",
    "javascript:;",
    "JavaScript:void(0)",
    "mailto:contact@example.org",
    "tel:+33320000000",
    "data:text/plain,x",
    "file:///etc/hosts",
    "https://irev.fr/javascript%3A%3B",
    "https://irev.fr/javascript:;",
    "https://irev.fr/a/javascript%3Avoid(0)",
    "https://irev.fr/mailto%3Acontact%40example.org",
    "/actualites-0",
    "actualites-0",
    "https://",
    "https:///a",
    "http://[::1",
    "http://irev.fr:huit/",
    "http://irev.fr:99999/",
    "http://ir ev.fr/",
    "https://-.fr/",
]


@pytest.mark.parametrize(("raw", "canonical"), SAME_PAGE + PRINT_FORMS)
def test_written_forms_fall_together(raw: str, canonical: str) -> None:
    assert canonical_address(raw) == canonical


@pytest.mark.parametrize(("raw", "expected"), PARAMETERS)
def test_parameters_that_matter_stay_in_their_order(raw: str, expected: str) -> None:
    assert canonical_address(f"https://irev.fr/actualites-0{raw}") == f"https://irev.fr/actualites-0{expected}"


@pytest.mark.parametrize(("raw", "expected"), ESCAPES)
def test_percent_encoding_has_one_form(raw: str, expected: str) -> None:
    assert canonical_address(f"https://irev.fr{raw}") == f"https://irev.fr{expected}"


@pytest.mark.parametrize("raw", NO_ADDRESS)
def test_what_is_no_address_is_refused(raw: str) -> None:
    assert canonical_address(raw) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("/les-dispositifs", "https://irev.fr/les-dispositifs"),
        ("autre", "https://irev.fr/actualites-0/autre"),
        ("../les-dispositifs", "https://irev.fr/les-dispositifs"),
        ("?page=2", "https://irev.fr/actualites-0/une-journee?page=2"),
        ("//example.org/x", "https://example.org/x"),
        ("www.example.org/x", "https://example.org/x"),
        ("javascript%3A%3B", None),
        ("javascript:;", None),
        ("", None),
    ],
)
def test_relative_addresses_need_the_page_they_stand_on(raw: str, expected: str | None) -> None:
    assert canonical_address(raw, HERE) == expected


def test_a_base_that_is_no_address_leaves_relative_ones_refused() -> None:
    assert canonical_address("/a", "pas une adresse") is None
    assert canonical_address("/a", "http://[::1") is None


# The wrapped forms below follow Proofpoint's published description of the three versions.
WRAPPED = [
    (
        "https://urldefense.com/v3/__https://irev.fr/inscription__;!!AbC!x-y_z$",
        "https://irev.fr/inscription",
    ),
    # an export swallowed `_;` of the closing `__;`
    (
        "https://urldefense.com/v3/__https://irev.fr/inscription-initier_!!AbC!x$",
        "https://irev.fr/inscription-initier",
    ),
    ("https://urldefense.com/v3/__https://irev.fr/a_b__c__;!!AbC!x$", "https://irev.fr/a_b__c"),
    ("https://urldefense.com/v3/__https:/irev.fr/a__;!!AbC!x$", "https://irev.fr/a"),
    # `*` takes one character of the base64 text, `**B` a run of three (A is two)
    ("https://urldefense.com/v3/__https://irev.fr/a*b__;Iw!!AbC!x$", "https://irev.fr/a"),
    ("https://urldefense.com/v3/__https://irev.fr/*t*__;w6nDqQ!!AbC!x$", "https://irev.fr/%C3%A9t%C3%A9"),
    (
        "https://urldefense.com/v3/__https://irev.fr/x**Bz__;w6nDqcOp!!AbC!x$",
        "https://irev.fr/x%C3%A9%C3%A9%C3%A9z",
    ),
    (
        "https://urldefense.proofpoint.com/v2/url?u=http-3A__www.irev.fr_a-2Db-5Fc&d=DwMF&c=x",
        "https://irev.fr/a-b_c",
    ),
    ("https://urldefense.proofpoint.com/v1/url?u=http://www.irev.fr/a&k=x", "https://irev.fr/a"),
    (
        "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.irev.fr%2Fa%3Fpage%3D1&data=x",
        "https://irev.fr/a?page=1",
    ),
    (
        "https://eur02.safelinks.protection.outlook.com/?url="
        "https%3A%2F%2Furldefense.com%2Fv3%2F__https%3A%2F%2Firev.fr%2Fa__%3B!!AbC!x%24",
        "https://irev.fr/a",
    ),
]


@pytest.mark.parametrize(("raw", "expected"), WRAPPED)
def test_mail_filters_are_unwrapped(raw: str, expected: str) -> None:
    assert canonical_address(raw) == expected


def test_a_wrapped_trap_is_still_a_trap() -> None:
    assert canonical_address("https://urldefense.com/v3/__javascript:alert(1)__;!!AbC!x$") is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://irev.fr/node/233364", 233364),
        ("http://www.irev.fr/node/233364/cycle-de-qualification", 233364),
        ("https://irev.fr/printpdf/233364", 233364),
        ("https://irev.fr/fr/node/12", 12),
        ("https://irev.fr/node", None),
        ("https://irev.fr/node/add", None),
        ("https://irev.fr/noeud/12", None),
        ("https://irev.fr/a/node/12", None),
        ("mailto:node/12", None),
    ],
)
def test_node_numbers_are_read_from_the_path_only(url: str, expected: int | None) -> None:
    assert node_id_of(url) == expected


def test_the_node_is_the_identity_where_it_is_known() -> None:
    assert page_id_of("https://irev.fr/a", 233364) == "node:233364"
    assert page_id_of("https://irev.fr/a", None) == "url:https://irev.fr/a"


@given(st.text(alphabet="abzAZ059%/?&=;:#.@[]*_-+é \\!'\"<>|amp", max_size=60))
@example("%2e%2e/%2E/print/print/12")
@example("?&%61mp;a&amp;amp;b")
@example("?q=?q=/a")
@example("print/..;/print/12")
@example(";jsessionid=;jsessionid=a/b")
def test_canonical_is_idempotent(tail: str) -> None:
    once = canonical_address(f"http://www.irev.fr/{tail}")
    if once is not None:
        assert canonical_address(once) == once
        assert once.isascii()
        assert "#" not in once


PIECES = [
    *("www.", "www2.", "irev", ".fr", ".", "-", "urldefense", ".com", "safelinks.protection.outlook.com", "x" * 64),
    *(
        "/",
        "//",
        "/..",
        "/.a",
        "/print",
        "/printpdf/12",
        "/v3/__",
        "/index.php",
        "/node/12",
        "a",
        "B",
        "~",
        "=",
        "_",
        "12",
    ),
]


@given(st.sampled_from(["http://", "https://irev.fr/", "https://www.irev.fr"]), st.lists(st.sampled_from(PIECES)))
@example("http://", ["www.", "www.", "irev", ".fr"])
@example("https://irev.fr/", ["printpdf/12"])
def test_plain_addresses_are_no_exception(start: str, pieces: list[str]) -> None:
    """Plain addresses go a short way; a fragment, which says nothing, sends the same one the long way."""
    address = start + "".join(pieces)
    assert canonical_address(address) == canonical_address(f"{address}#x")


BASES = (
    "https://irev.fr/a/b",
    "http://www.irev.fr/",
    "https://irev.fr",
    "https://WWW.irev.fr/a",
    "http://www.www.irev.fr/",
)


@given(
    st.sampled_from([*BASES, "https://u@irev.fr/", "https://irev.fr:80/a", "", "/a"]),
    st.lists(st.sampled_from(PIECES)),
)
@example("https://irev.fr/a", ["/", "node/12", "/"])
@example("https://irev.fr/a", ["//", "irev", ".fr"])
def test_plain_addresses_from_the_root_are_no_exception(base: str, pieces: list[str]) -> None:
    """Nor are those of a menu, told from the root of their site."""
    address = "".join(["/", *pieces])
    assert canonical_address(address, base) == canonical_address(f"{address}#x", base)


@given(st.text(max_size=80), st.one_of(st.none(), st.text(max_size=40)))
def test_no_text_makes_it_raise(raw: str, base: str | None) -> None:
    canonical = canonical_address(raw, base)
    assert canonical is None or canonical.startswith("https://")


@given(st.text(alphabet="abcé#?&", min_size=1, max_size=80))
def test_any_replaced_run_comes_back_from_version_3(text: str) -> None:
    """Replaced runs of 2 to 65 characters: the wrapped path reads as the plain one does."""
    run = text[:65] if len(text) > 1 else text * 2
    token = "**" + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[len(run) - 2]
    encoded = base64.urlsafe_b64encode(run.encode()).decode().rstrip("=")
    wrapped = f"https://urldefense.com/v3/__https://irev.fr/x{token}__;{encoded}!!AbC!x$"
    assert canonical_address(wrapped) == canonical_address(f"https://irev.fr/x{run}")
