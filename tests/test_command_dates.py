"""`irev dates`: one text or a stream of them, by the installed command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

IREV = Path(sys.executable).with_name("irev")


def run_dates(*arguments: str, piped: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {"PATH": os.environ["PATH"], "LANG": "C"}  # a scheduler's bare environment
    return subprocess.run(
        [IREV, "dates", *arguments], input=piped, env=environment, capture_output=True, timeout=60, check=False
    )


def answer_batch(*lines: bytes) -> list[dict[str, Any]]:
    done = run_dates("--batch", piped=b"\n".join(lines))
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_one_date_for_a_person() -> None:
    done = run_dates("le mardi 30 novembre de 9h00 à 16h30", "--reference", "2021-09-29")
    assert done.returncode == 0
    line = done.stdout.decode()
    assert line.startswith("2021-11-30  09:00–16:30  event")
    assert "« le mardi 30 novembre de 9h00 à 16h30 »" in line


def test_one_date_for_a_program_has_the_keys_of_the_design() -> None:
    done = run_dates("Rendez-vous le 12 mars 2020", "--json")
    (date,) = json.loads(done.stdout)["dates"]
    assert list(date) == [
        "text", "first_day", "last_day", "starts_at", "ends_at", "precision", "role", "year_from", "certainty",
        "flags", "where",
    ]  # fmt: skip
    assert (date["first_day"], date["last_day"], date["precision"]) == ("2020-03-12", "2020-03-12", "day")
    start, end = date["where"]["start"], date["where"]["end"]
    assert "Rendez-vous le 12 mars 2020"[start:end] == date["text"]


def test_a_text_may_be_piped() -> None:
    done = run_dates("--json", piped="Atelier le 3 février 2021".encode())
    assert [date["first_day"] for date in json.loads(done.stdout)["dates"]] == ["2021-02-03"]


def test_a_text_without_a_date_is_no_error() -> None:
    done = run_dates("Quartiers anciens")
    assert (done.returncode, done.stdout) == (0, b"no date\n")


def test_a_batch_answers_each_question_in_its_order() -> None:
    answers = answer_batch(
        '{"id": "a", "text": "le 4 décembre", "reference": "2018-11-20"}'.encode(),
        b'{"id": {"page": 7}, "text": "les 5 et 6 mai 2022"}',
        b"",
        b'{"id": 3, "text": "rien", "reference": null}',
    )
    assert [answer["id"] for answer in answers] == ["a", {"page": 7}, 3]
    days = [[date["first_day"] for date in answer["dates"]] for answer in answers]
    assert days[0] == ["2018-12-04"]
    assert (days[1][0], answers[1]["dates"][-1]["last_day"]) == ("2022-05-05", "2022-05-06")
    assert days[2] == []


@pytest.mark.parametrize(
    ("line", "identity", "words"),
    [
        (b"{", None, "no JSON"),
        (b"[1, 2]", None, "no JSON object"),
        (b'{"id": 1}', 1, 'no "text"'),
        (b'{"id": 1, "text": ["a"]}', 1, 'no "text"'),
        (b'{"id": 1, "text": "le 4 mai", "reference": "29/09/2021"}', 1, "2021-09-29"),
        (b'{"id": 1, "text": "\xff"}', None, "no JSON"),
        (b"[" * 100_000, None, "no JSON"),
    ],
)
def test_a_bad_line_is_answered_and_the_rest_goes_on(line: bytes, identity: object, words: str) -> None:
    bad, good = answer_batch(line, b'{"id": 2, "text": "le 4 mai 2021"}')
    assert bad["id"] == identity
    assert words in bad["error"]
    assert good["dates"][0]["first_day"] == "2021-05-04"


def test_hostile_characters_come_back_as_valid_json() -> None:
    (answer,) = answer_batch(rb'{"id": "\ud800\u001b", "text": "\udfff le 4 mai 2021 \u0000"}')
    assert answer["id"] == "\ud800\u001b"
    assert answer["dates"][0]["first_day"] == "2021-05-04"


def test_a_batch_streams() -> None:
    process = subprocess.Popen([IREV, "dates", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    for number in range(3):  # each answer comes before the next question is asked
        process.stdin.write(b'{"id": %d, "text": "le 4 mai 2021"}\n' % number)
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == number
    process.stdin.close()
    assert process.wait(timeout=30) == 0


def test_a_reader_that_leaves_early_hears_no_complaint() -> None:
    command = f'yes \'{{"id": 1, "text": "le 4 mai 2021"}}\' | head -n 20000 | \'{IREV}\' dates --batch | head -n 1'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert json.loads(done.stdout)["id"] == 1
    assert done.stderr == b""


def test_a_wrong_reference_is_one_line() -> None:
    done = run_dates("le 4 mai", "--reference", "demain")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["irev: the reference 'demain' is no day; write it like 2021-09-29"]
