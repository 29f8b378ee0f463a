"""The files that make a scheduler call `irev run` every night, filled in for this machine. Nothing is installed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipelines.outcomes import InputError

TEMPLATES: Final = Path(__file__).resolve().parent.parent / "deploy"
KINDS: Final = {"systemd": ("irev.service", "irev.timer"), "cron": ("irev.cron",), "container": ("Containerfile",)}

_IN_IMAGE = "/etc/irev/site.toml"  # where a profile that the image does not hold is mounted
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_PLACE = re.compile(r"\{\{(\w+)\}\}")
_USER = re.compile(r"[a-z_][a-z0-9_-]{0,31}")
_PLAIN = re.compile(r"[A-Za-z0-9._@%+=:,/~-]+")


@dataclass(frozen=True, slots=True)
class Schedule:
    """What differs between machines. `at` is `HH:MM`, local in Paris; `command` is the full path of `irev`.

    `site` is the profile of the site: its name, or the path of its file.
    """

    data: Path
    contact: str
    command: Path
    user: str = "irev"
    at: str = "02:40"
    site: str = "irev"


def fill_schedule(kind: str, schedule: Schedule) -> dict[str, str]:
    """Give the files of one kind of scheduler by their names. Raises `InputError` for what cannot stand in them."""
    if kind not in KINDS:
        raise InputError(f"no scheduler is called {kind!r}; known: {', '.join(KINDS)}")
    values = _build_values(schedule)
    if kind == "container" and values["site"].endswith(".toml"):
        values |= {"mount": f"-v {values['site']}:{_IN_IMAGE}:ro ", "run": f"run --site {_IN_IMAGE}"}
    files = {}
    for name in KINDS[kind]:
        try:
            template = (TEMPLATES / name).read_text(encoding="utf-8")
        except OSError as problem:
            raise InputError(f"{TEMPLATES / name}: {problem.strerror}; `irev schedule` needs a clone") from None
        files[name] = _PLACE.sub(lambda found: values[found[1]], template)
    return files


def _build_values(schedule: Schedule) -> dict[str, str]:
    clock = _CLOCK.fullmatch(schedule.at)
    if clock is None:
        raise InputError(f"--at must be like 02:40, not {schedule.at!r}")
    if not _USER.fullmatch(schedule.user):
        raise InputError(f"--user must be the name of an account, not {schedule.user!r}")
    if not schedule.contact:
        raise InputError("the site must know whom to write to: set IREV_CONTACT, or give --contact")
    values = {
        "data": str(schedule.data.absolute()),
        "command": str(schedule.command),
        "contact": schedule.contact,
        "project": str(TEMPLATES.parent),
        "site": str(Path(schedule.site).absolute()) if schedule.site.endswith(".toml") else schedule.site,
    }
    for name, value in values.items():
        if not _PLAIN.fullmatch(value) or "%" in value:
            raise InputError(f"{name} {value!r} holds what a schedule cannot: spaces, quotes or %")
    homes = tuple(f"/{name}/" for name in ("home", "root", "run/user"))
    in_home = any(value.startswith(homes) for value in values.values())
    return {
        **values,
        "mount": "",
        "run": "run" if schedule.site == "irev" else f"run --site {values['site']}",
        "user": schedule.user,
        "hour": clock[1].zfill(2),
        "minute": clock[2],
        "home": "read-only" if in_home else "yes",
    }
