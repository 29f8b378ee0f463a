"""The account: what the site offers against what is kept, every difference with its reason."""

from __future__ import annotations

from pipelines.completeness import find_gaps, say_account, say_differences
from spiders.ledger import Ledger


def build() -> Ledger:
    ledger = Ledger(lambda address: address.removeprefix("https://irev.fr"))
    for name in ("a", "b", "lost"):
        ledger.note_offer(f"https://irev.fr/{name}", "sitemap")
    ledger.note_offer("https://irev.fr/a", "link")
    ledger.note_offer("https://irev.fr/login", "link")
    ledger.note_reason("https://irev.fr/login", "never")
    ledger.note_offer("https://example.org/", "link")
    ledger.note_reason("https://example.org/", "off_site")
    ledger.note_reason("https://irev.fr/b", "timeout")
    return ledger


def test_every_difference_is_named_with_who_named_it_and_why() -> None:
    account = build().build_account(lambda address: address.endswith(("/a", "/b")))
    assert account["sitemap"] == {"addresses": 3, "captured": 2}
    assert (account["other_sites"], account["excluded"]) == (1, 1)
    assert account["differences"] == [
        {"address": "https://irev.fr/b", "named_by": "sitemap", "reason": "timeout"},
        {"address": "https://irev.fr/lost", "named_by": "sitemap", "reason": "not_asked"},
    ]


def test_another_name_of_a_kept_page_is_no_difference() -> None:
    ledger = build()
    ledger.note_alias("https://irev.fr/lost")
    reasons = [entry["reason"] for entry in ledger.build_account(lambda address: True)["differences"]]
    assert reasons == ["timeout"]


def test_menus_are_no_items_of_a_listing() -> None:
    ledger, menu = Ledger(str), {"https://irev.fr/menu"}
    for number in range(4):
        items = {f"https://irev.fr/{number}-{item}" for item in range(3)}
        ledger.note_links(menu | items)
        ledger.note_listing("/actualites", number, [number + 1] if number < 4 else [], menu | items)
    listing = ledger.build_account(lambda address: True)["listings"]["/actualites"]
    assert listing == {"items": 12, "pages": 4, "last_page": 4, "missing_pages": [4]}


def test_one_answer_for_all_is_seen_and_a_few_equal_pages_are_not() -> None:
    ledger = Ledger(str)
    for number in range(4):
        ledger.note_body(f"/{number}", "same")
    assert ledger.find_same_answer() == (0, 4)
    ledger.note_body("/4", "same")
    assert ledger.find_same_answer() == (5, 5)
    for number in range(20):
        ledger.note_body(f"/other/{number}", str(number))
    assert ledger.find_same_answer() == (0, 25)


def test_gaps_and_shrunk_listings_are_losses() -> None:
    def account(items: int, missing: list[int]) -> dict[str, object]:
        return {"listings": {"/a": {"items": items, "pages": 3, "last_page": 3, "missing_pages": missing}}}

    assert find_gaps(account(10, []), {}) == ()
    assert find_gaps(account(10, [2]), {}) == ("/a: 1 of 4 pages of the listing not read (2)",)
    assert find_gaps(account(11, []), account(20, [])) == ()
    assert find_gaps(account(10, []), account(20, [])) == ("/a: the listing shows 10 items, 20 in the run before",)
    assert find_gaps({}, account(20, [])) == ("/a: the listing shows 0 items, 20 in the run before",)
    assert find_gaps(account(1, []), account(3, [])) == ()  # too few to tell


def test_the_account_is_said_in_a_few_lines() -> None:
    account = build().build_account(lambda address: address.endswith("/a"))
    lines = list(say_account(account))
    assert lines[0].startswith("complete: 1 of 3 addresses named by the site are kept; 1 of 3 of the sitemap")
    assert lines[1].endswith("1 not asked, 1 timeout")
    assert next(iter(say_differences(account))) == "  timeout: https://irev.fr/b (named by sitemap)"
    assert list(say_account({})) == []
    many = {"differences": [{"address": str(n), "named_by": "link", "reason": "x"} for n in range(20)]}
    assert list(say_differences(many))[-1] == "  and 12 more"
