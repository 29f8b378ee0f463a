from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from warehouse.ids import cycle_id, event_id, session_id, source_slug, venue_id


def test_node_gives_readable_identifiers() -> None:
    assert event_id("node:233364", "0") == "event-233364"
    assert event_id("node:235858", "1") == "event-235858-1"
    assert session_id("event-233364", "2017-09-07", "2017-09-07", 1) == "session-233364-2017-09-07"
    assert session_id("event-233364", "2021-04-01", "2021-04-30", 2) == "session-233364-2021-04-01_2021-04-30-2"


def test_pages_and_documents_without_a_node_differ() -> None:
    slugs = {source_slug(s) for s in ("url:https://irev.fr/a", "url:https://irev.fr/b", "sha256:aa", "node:7")}
    assert len(slugs) == 4
    assert {slug[0] for slug in slugs} == {"u", "d", "7"}


def test_long_cycle_keys_are_cut_and_stay_apart() -> None:
    one, two = cycle_id("mot " * 30 + "un"), cycle_id("mot " * 30 + "deux")
    assert one != two
    assert len(one) < 80
    assert cycle_id("egalite citoyennete", "pqn a").startswith("cycle-egalite-citoyennete-")


def test_name_of_a_venue_counts_only_without_a_street() -> None:
    assert venue_id("lille", "1 rue", "irev") == venue_id("lille", "1 rue", "")
    assert venue_id("lille", "", "irev") != venue_id("lille", "", "")


@given(st.text(alphabet=string.printable, min_size=1, max_size=30))
def test_identifiers_need_no_quoting_in_a_shell(key: str) -> None:
    found = event_id("url:https://irev.fr/les-dispositifs", key)
    assert set(found) <= set(string.ascii_letters + string.digits + "-.")
