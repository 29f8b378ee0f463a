"""What a run shows while it works: few lines in a log, a bar on a terminal, nothing where nobody asked."""

from __future__ import annotations

import io
import os
import pty

import pytest

from pipelines.progress import BarProgress, NoProgress, PlainProgress, choose_progress


@pytest.mark.parametrize(("total", "lines"), [(0, 0), (1, 1), (99, 1), (250, 3), (100_000, 10)])
def test_a_log_gets_ten_lines_at_most(total: int, lines: int) -> None:
    stream = io.StringIO()
    assert list(PlainProgress(stream).track(range(total), total, "reading")) == list(range(total))
    written = stream.getvalue().splitlines()
    assert len(written) == lines
    assert written[-1:] == ([f"reading: {total} of {total}"] if lines else [])


def test_a_stage_without_a_known_end_is_counted_by_hundreds() -> None:
    stream = io.StringIO()
    tell = PlainProgress(stream).counter("crawling")
    for count in range(251):
        tell(count, "https://irev.fr/")
    assert stream.getvalue() == "crawling: 100\ncrawling: 200\n"


def test_a_terminal_gets_a_bar_and_no_control_of_the_site() -> None:
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as terminal:
        progress = choose_progress(terminal)
        assert isinstance(progress, BarProgress)
        progress.counter("crawling")(7, "https://irev.fr/\x1b[2J")
        assert list(progress.track(range(3), 3, "reading")) == [0, 1, 2]
        terminal.flush()
        shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert "crawling: 7  https://irev.fr/\ufffd[2J" in shown
    assert "reading" in shown


def test_a_pipe_gets_lines() -> None:
    assert type(choose_progress(io.StringIO())) is PlainProgress


def test_nothing_is_said_where_nobody_asked() -> None:
    progress = NoProgress()
    progress.say("unheard")
    progress.counter("unheard")(1, "unheard")
    assert list(progress.track([1, 2], 2, "unheard")) == [1, 2]
