"""A worker that reads documents reaches no network and starts nothing, whatever a document makes it do."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.sandbox import build_filter
from pipelines.workers import Limits, WorkerPool

LINUX = sys.platform == "linux" and build_filter(os.uname().machine) is not None
pytestmark = pytest.mark.skipif(not LINUX, reason="the kernel's filter is known for Linux on x86_64 and aarch64 only")


def try_all(_: object) -> dict[str, str]:
    """Try what a document that has taken over the reader would try."""
    attempts: dict[str, Callable[[], object]] = {
        "socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
        "datagrams": lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
        "local socket": lambda: socket.socket(socket.AF_UNIX),
        "name": lambda: socket.create_connection(("localhost", 80), 1),
        "program": lambda: subprocess.run(["true"], check=True),
        "shell": lambda: os.posix_spawn("/bin/true", ["true"], {}),
        "fork": os.fork,
        "exec": lambda: os.execv("/bin/true", ["true"]),
    }
    return {name: _outcome(attempt) for name, attempt in attempts.items()}


def _outcome(attempt: Callable[[], object]) -> str:
    try:
        attempt()
    except (OSError, subprocess.SubprocessError) as error:
        return type(error).__name__
    return "done"


def work(_: object) -> str:
    """What a reader needs all the same: threads, files, memory."""
    said: list[str] = []
    thread = threading.Thread(target=lambda: said.append(Path(__file__).read_text(encoding="utf-8")[:3]))
    thread.start()
    thread.join()
    return said[0]


def prepare(function: Callable[[object], object]) -> Callable[[object], object]:
    return function


def test_what_a_hostile_document_cannot_do() -> None:
    with WorkerPool(prepare, try_all, 1, Limits(seconds=30)) as pool:
        (outcomes,) = pool.map([None])
    assert isinstance(outcomes, dict)
    assert set(outcomes.values()) <= {"PermissionError", "gaierror"}, outcomes


def test_what_a_reader_can_still_do() -> None:
    with WorkerPool(prepare, work, 1, Limits(seconds=30)) as pool:
        assert list(pool.map([None, None])) == ['"""', '"""']


def test_a_machine_nobody_has_written_down_has_no_filter() -> None:
    assert build_filter("riscv64") is None
    for machine in ("x86_64", "aarch64"):
        program = build_filter(machine)
        assert program is not None
        assert len(program) % 8 == 0
