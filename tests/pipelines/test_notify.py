"""Somebody is told how a run ended, by real HTTP and real commands; a silent one never changes the run."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from pipelines.logbook import RunRecord
from pipelines.notify import build_message, notify
from pipelines.outcomes import Outcome

NOON = dt.datetime(2025, 11, 22, 12, tzinfo=dt.UTC)


def record(outcome: Outcome, **values: object) -> RunRecord:
    return RunRecord("r1-run", "run", NOON, NOON, outcome, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.FAILED, Outcome.DEGRADED])
def test_a_bad_end_is_told_to_the_web_hook(outcome: Outcome, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/hook", method="POST").respond_with_data("ok")
    ended = record(outcome, losses=("une page \x1b[31m",), error=None)
    assert list(notify(ended, {"IREV_WEBHOOK": httpserver.url_for("/hook")})) == []
    ((request, _),) = httpserver.log
    told = json.loads(request.get_data())
    assert (told["outcome"], told["exit_code"]) == (outcome.value, outcome.exit_code)
    assert told["text"].startswith(f"irev run: {outcome.value}: ")
    assert "\x1b" not in request.get_data().decode()  # JSON writes control characters in letters


@pytest.mark.parametrize("outcome", [Outcome.PUBLISHED, Outcome.NOTHING_NEW])
def test_a_good_end_only_pings(outcome: Outcome, httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/ping").respond_with_data("ok")
    environ = {"IREV_WEBHOOK": httpserver.url_for("/hook"), "IREV_PING": httpserver.url_for("/ping")}
    assert list(notify(record(outcome), {**environ, "IREV_ALERT_COMMAND": f"touch {tmp_path}/told"})) == []
    assert [request.path for request, _ in httpserver.log] == ["/ping"]
    assert not (tmp_path / "told").exists()


def test_a_failed_run_does_not_ping() -> None:
    asked: list[str] = []
    environ = {"IREV_PING": "https://ping.example.org"}
    list(notify(record(Outcome.FAILED), environ, lambda address, body: asked.append(address)))
    list(notify(record(Outcome.DEGRADED), environ, lambda address, body: asked.append(address)))
    assert asked == ["https://ping.example.org"]  # a degraded run has published: the machine is alive


def test_a_command_gets_the_message_on_its_standard_input(tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    ended = record(Outcome.FAILED, error="`touch /nowhere`; $(id)")
    assert list(notify(ended, {"IREV_ALERT_COMMAND": f"cat > {told}"})) == []
    assert json.loads(told.read_text())["error"] == "`touch /nowhere`; $(id)"


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"IREV_WEBHOOK": "http://127.0.0.1:9/"}, "IREV_WEBHOOK: nobody was told: "),
        ({"IREV_WEBHOOK": "file:///etc/passwd"}, "not a web address"),
        ({"IREV_ALERT_COMMAND": "exit 3"}, "IREV_ALERT_COMMAND: nobody was told: the command ended with code 3"),
    ],
)
def test_nobody_there_is_a_line_and_no_error(environ: dict[str, str], words: str) -> None:
    (line,) = notify(record(Outcome.FAILED), environ)
    assert words in line
    assert "\n" not in line


def test_a_long_list_of_losses_is_cut_for_a_mail() -> None:
    told = build_message(record(Outcome.DEGRADED, losses=tuple(map(str, range(25)))))
    assert (len(told["losses"]), told["more_losses"]) == (20, 5)
