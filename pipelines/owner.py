"""Who a process is, beyond its number: numbers are used again, and after a reboot they mean somebody else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Owner:
    """A process: its number, the boot it belongs to, and its start in ticks since that boot. Empty where unknown."""

    pid: int
    boot: str
    started: str


def find_owner(pid: int | None = None, proc: Path = _PROC) -> Owner:
    """Describe a process, this one by default."""
    number = os.getpid() if pid is None else pid
    return Owner(number, _read(proc / "sys/kernel/random/boot_id").strip(), _read_start(proc / str(number) / "stat"))


def is_alive(owner: Owner, proc: Path = _PROC) -> bool:
    """Tell whether this very process still runs, and not another one that got its number."""
    if owner.boot and owner.started:
        return find_owner(owner.pid, proc) == owner
    with suppress(ProcessLookupError):  # a system without /proc: the number is all there is
        try:
            os.kill(owner.pid, 0)
        except PermissionError:
            return True
        return True
    return False


def find_age(owner: Owner, proc: Path = _PROC) -> float:
    """Give for how many seconds a process has run, by the machine's uptime: no clock that is set can change it."""
    with suppress(ValueError, IndexError, OSError):
        uptime = float(_read(proc / "uptime").split()[0])
        return max(0.0, uptime - int(owner.started) / os.sysconf("SC_CLK_TCK"))
    return 0.0


def build_owner(owner: Owner) -> dict[str, Any]:
    """Give an owner as JSON values."""
    return {"pid": owner.pid, "boot": owner.boot, "process_start": owner.started}


def parse_owner(value: Mapping[str, Any]) -> Owner:
    """Read an owner from JSON values. Raises KeyError, ValueError, TypeError."""
    return Owner(int(value["pid"]), str(value.get("boot", "")), str(value.get("process_start", "")))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""


def _read_start(path: Path) -> str:
    """Read the 22nd field of `stat`; the second is a name in brackets that may hold anything."""
    fields = _read(path).rpartition(")")[2].split()
    return fields[19] if len(fields) > 19 and fields[0] not in ("Z", "X") else ""
