"""`irev build --accept`: what the command asks of a person before it does anything."""

from __future__ import annotations

from pathlib import Path

import pytest

import irev
from pipelines.outcomes import EXIT_BAD_INPUT


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--accept", "days_in_bounds"], "say why"),
        (["--accept", "days_in_bounds", "--why", " "], "say why"),
        (["--why", "so"], "--why and --who belong to --accept RULE"),
        (["--accept", "days_in_bond", "--why", "so"], "there is no gate days_in_bond"),
        (["--accept", "days_in_bounds", "--why", "so"], "holds nothing yet"),
    ],
)
def test_what_does_not_fit_is_one_clear_line(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("IREV_DATA", str(tmp_path))
    assert irev._call(["build", *arguments], debug=False) == EXIT_BAD_INPUT
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.count("\n") == 1
    assert not (tmp_path / "accepted.csv").exists()
