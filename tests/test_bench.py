"""The benchmark is fair: pins are read per peer, days count however they are cut, a stopped peer keeps what it said."""

from __future__ import annotations

import datetime as dt
import re
import statistics

import pytest

from bench.accuracy import is_right, parse_spans, score_part
from bench.install import HERE, split_groups
from bench.run import collect_lines
from bench.speed import time_pages
from bench.texts import build_brochure, build_dense_text, build_page, build_running_text, build_site
from extract.document import Document
from extract.formats import read_format
from tests.gold.truth import Phrase, TruthDate, load_phrases

DAY = dt.date(2024, 5, 21)
RUN = TruthDate((dt.date(2024, 5, 21), dt.date(2024, 5, 22)), (None, None), "day", ("event",))
PHRASE = Phrase("x", "pair", "les 21 et 22 mai 2024", None, ((RUN,),), None, None)


def test_every_peer_is_pinned() -> None:
    groups = split_groups((HERE / "requirements-peers.txt").read_text(encoding="utf-8"))
    assert set(groups) == {"dateparser", "recognizers-text", "timexy", "duckling"}
    assert all(re.fullmatch(r"[A-Za-z0-9-]+==[\w.]+", pin) for pins in groups.values() for pin in pins)


def test_no_registry_stands_in_the_lock_of_npm() -> None:
    assert "http" not in (HERE / "package-lock.json").read_text(encoding="utf-8")


def test_days_count_however_they_are_cut() -> None:
    assert is_right(PHRASE, parse_spans([("2024-05-21", "2024-05-22")]))
    assert is_right(PHRASE, parse_spans([("2024-05-21", "2024-05-21"), ("2024-05-22", "2024-05-22")]))
    assert not is_right(PHRASE, parse_spans([("2024-05-21", "2024-05-21")]))
    assert not is_right(PHRASE, set())


def test_a_silent_reader_is_right_only_where_no_day_stands() -> None:
    score = score_part("dev", {})
    assert score.days_right == 0
    assert score.silent_right == score.silent > 0
    assert score.days + score.silent < len(load_phrases("dev"))


def test_a_stopped_peer_keeps_what_it_said() -> None:
    said = '{"version": "1"}\n{"id": "a", "days": [["2024-05-21", "2024-05-21"]]}\n{"id": "b", "da'
    result = collect_lines("peer", said, "")
    assert result.name == "peer 1"
    assert {name: parse_spans(days) for name, days in result.answers.items()} == {"a": {(DAY, DAY)}}
    assert result.missing is None


def test_a_peer_that_fails_says_so() -> None:
    assert collect_lines("peer", "", "Traceback\nImportError: no").missing == "does not run: ImportError: no"


def test_texts_have_the_size_they_are_asked_for() -> None:
    assert 50_000 <= sum(len(text.encode()) for text in build_running_text(50_000)) < 52_000
    assert 20_000 <= sum(len(text.encode()) for text in build_dense_text(20_000)) < 22_000
    assert 59_000 <= len(build_page(60_000)) <= 60_000
    assert build_brochure(2).startswith(b"%PDF")


@pytest.mark.parametrize("own", [2000, 6000])
def test_all_text_of_the_page_is_read_and_each_page_has_its_own(own: int) -> None:
    texts = []
    for number in (0, 1):
        read = _words_read(read_format(build_page(60_000, own, number), "text/html", None))
        assert sum(map(len, read)) > 0.8 * own
        texts.append(set(read))
    assert len(texts[0] & texts[1]) < 0.5 * len(texts[0])


def test_pages_of_one_site_say_what_their_authors_wrote() -> None:
    """The menu and the styles that they are given are all that is added."""
    pages = build_site(60_000)
    assert len(pages) > 500
    assert statistics.median(map(len, pages)) > 58_000
    for page in pages[::100]:
        document = read_format(page, "text/html", None)
        menu = page.index(b'<ul class="menu">')
        alone = read_format(page[:menu] + page[page.index(b"</ul></div>", menu) :], "text/html", None)
        assert "Thème 7<".encode() in page
        assert _words_read(document) == _words_read(alone)


def _words_read(document: Document) -> list[str]:
    return [document.words_of(block) for block in document.blocks if block.kind != "furniture"]


def test_a_page_is_timed_alone_and_whole() -> None:
    took = time_pages([build_page(20_000, 500, number) for number in range(4)])
    assert 0 < took.alone < took.whole <= took.slow
