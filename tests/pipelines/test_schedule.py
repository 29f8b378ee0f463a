"""What a scheduler is given: checked by systemd itself where it is there, and by the grammar of cron."""

from __future__ import annotations

import re
import shutil
import stat
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from pipelines.outcomes import InputError
from pipelines.schedule import KINDS, TEMPLATES, Schedule, fill_schedule

SYSTEMD = shutil.which("systemd-analyze")
needs_systemd = pytest.mark.skipif(SYSTEMD is None, reason="systemd-analyze is not installed: units are not verified")


@pytest.fixture
def schedule(tmp_path: Path) -> Schedule:
    command = tmp_path / "bin" / "irev"
    command.parent.mkdir()
    command.write_text("#!/bin/sh\n")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    return Schedule(tmp_path / "data", "name@example.org", command, user="root", at="3:05")


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_left_to_fill_in(kind: str, schedule: Schedule) -> None:
    files = fill_schedule(kind, schedule)
    assert tuple(files) == KINDS[kind]
    for text in files.values():
        assert "{{" not in text
        assert "name@example.org" in text or "Timer" in text


def write_units(schedule: Schedule, folder: Path) -> list[str]:
    units = []
    for name, text in fill_schedule("systemd", schedule).items():
        (folder / name).write_text(text, encoding="utf-8")
        units.append(str(folder / name))
    return units


@needs_systemd
def test_systemd_finds_nothing_wrong(schedule: Schedule, tmp_path: Path) -> None:
    done = subprocess.run(
        ["systemd-analyze", "verify", *write_units(schedule, tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@needs_systemd
def test_systemd_calls_the_service_safe(schedule: Schedule, tmp_path: Path) -> None:
    service = write_units(schedule, tmp_path)[0]
    text = Path(service).read_text(encoding="utf-8").replace("User=root", "User=irev")
    Path(service).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", service], capture_output=True, text=True, check=False
    )
    level = re.search(r"exposure level for irev\.service: ([\d.]+)", done.stdout)
    assert level is not None, done.stderr
    assert float(level[1]) < 2.0  # from 0 (locked away) to 10; a service without any of it has 9.6


@needs_systemd
def test_the_timer_runs_once_a_night(schedule: Schedule) -> None:
    timer = fill_schedule("systemd", schedule)["irev.timer"]
    calendar = re.search(r"^OnCalendar=(.+)$", timer, re.MULTILINE)
    assert calendar is not None
    done = subprocess.run(
        ["systemd-analyze", "calendar", "--iterations=3", calendar[1]], capture_output=True, text=True, check=True
    )
    days = re.findall(r"(?:Next elapse|Iter\. #\d): \w+ (\d{4}-\d\d-\d\d) ", done.stdout)
    assert len(days) == len(set(days)) == 3


def test_the_line_of_cron_is_a_line_of_cron(schedule: Schedule) -> None:
    (line,) = [
        line for line in fill_schedule("cron", schedule)["irev.cron"].splitlines() if line and not line.startswith("#")
    ]
    fields, command = line.split(" ", 5)[:5], line.split(" ", 5)[5]
    assert fields == ["05", "03", "*", "*", "*"]
    assert "%" not in command  # cron would take it for the end of the line
    done = subprocess.run(["sh", "-n", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"IREV_DATA={schedule.data} " in command


@pytest.mark.parametrize(("kind", "name"), [("systemd", "irev.service"), ("cron", "irev.cron")])
def test_another_site_is_crawled_at_night_too(kind: str, name: str, schedule: Schedule) -> None:
    told = f"{schedule.command} run --site"
    assert told not in fill_schedule(kind, schedule)[name]
    assert f"{told} orcod " in fill_schedule(kind, replace(schedule, site="orcod"))[name].replace("\n", " ")
    assert f"{told} {Path.cwd()}/my.toml " in fill_schedule(kind, replace(schedule, site="my.toml"))[name].replace(
        "\n", " "
    )


def test_a_profile_from_outside_is_mounted_into_the_container(schedule: Schedule) -> None:
    assert (
        "irev-archive run --site orcod" in fill_schedule("container", replace(schedule, site="orcod"))["Containerfile"]
    )
    outside = fill_schedule("container", replace(schedule, site="/srv/my.toml"))["Containerfile"]
    assert "-v /srv/my.toml:/etc/irev/site.toml:ro -e" in outside
    assert "irev-archive run --site /etc/irev/site.toml" in outside


def test_the_container_is_no_root_and_installs_by_hash() -> None:
    lines = (TEMPLATES / "Containerfile").read_text(encoding="utf-8").splitlines()
    assert lines.index("USER irev") < lines.index('ENTRYPOINT ["irev"]')
    assert any("--require-hashes" in line for line in lines)


def test_the_image_is_built_from_the_project_and_nothing_else() -> None:
    """`COPY . .` takes what `.dockerignore` lets through: every package that is imported, no data, no environment."""
    root = TEMPLATES.parent
    lines = (root / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_through = {line.removeprefix("!") for line in lines if line.startswith("!")}
    assert lines[1] == "*"
    assert [name for name in let_through if not (root / name).exists()] == []
    names = {path.parent.name for path in root.glob("*/__init__.py")} - {"tests", "bench"}
    assert names <= let_through
    assert {"irev.py", "pyproject.toml", "requirements.lock", "scrapy.cfg"} <= let_through


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"at": "25:00"}, "--at must be like"),
        ({"user": "root; rm"}, "--user must be"),
        ({"contact": ""}, "whom to write to"),
        ({"contact": "a b@c.fr"}, "holds what a schedule cannot"),
        ({"site": "a b.toml"}, "holds what a schedule cannot"),
        ({"data": Path("/srv/my data")}, "holds what a schedule cannot"),
        ({"data": Path("/srv/100%")}, "holds what a schedule cannot"),
        ({"data": Path("/srv/a\nExecStartPre=/bin/x")}, "holds what a schedule cannot"),
    ],
)
def test_what_cannot_stand_in_a_schedule_is_one_line(
    changes: dict[str, object], words: str, schedule: Schedule
) -> None:
    values = {name: getattr(schedule, name) for name in Schedule.__slots__} | changes
    with pytest.raises(InputError, match=words) as refusal:
        fill_schedule("systemd", Schedule(**values))
    assert "\n" not in str(refusal.value)


def test_an_unknown_scheduler_is_one_line(schedule: Schedule) -> None:
    with pytest.raises(InputError, match="known: systemd, cron, container"):
        fill_schedule("at", schedule)
