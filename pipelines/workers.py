"""Worker processes with limits: a document that hangs, crashes or eats memory costs one rejection.

A pool hands one task at a time to each worker and kills the worker whose task is late. Results come in the
order of the tasks, whatever the number of workers.

Workers are forked from a server process that has imported the readers once and runs no threads: each worker is ready
in milliseconds, where a fresh interpreter would spend most of a second on imports.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from typing import Any, Literal, cast

from pipelines.sandbox import forbid_network

RejectionCause = Literal["time", "memory", "crash", "error"]

_START_SECONDS = 120.0  # to import the readers and the reference data on a busy machine; a hang past that is a fault
IMPORTED_ONCE: list[str] = []
"""What the server imports besides what its first pool needs: for a process that opens pools of several kinds."""

_ORPHAN_SECONDS = 10.0  # past its limit, a worker whose parent was killed ends itself


class WorkerStartError(Exception):
    """A worker could not start: the installation is broken, not a document."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: wall-clock seconds, and bytes of address space of the worker."""

    seconds: float = 60.0
    memory: int = 1 << 30


@dataclass(frozen=True, slots=True)
class Rejection:
    """A task that gave no result, and why, in one line that a person understands."""

    cause: RejectionCause
    reason: str


@dataclass(frozen=True, slots=True)
class Named:
    """A function of a module by its name: it is imported where it is called, and not where a pool is opened."""

    module: str
    name: str

    def __call__(self, argument: object) -> Any:
        """Import the function and call it."""
        return getattr(importlib.import_module(self.module), self.name)(argument)


@dataclass(slots=True)
class _Worker:
    """A running process, the pipe to it, and the index and deadline of what it works on."""

    process: ForkServerProcess
    pipe: Connection
    ready: bool = False
    task: int | None = None
    deadline: float = 0.0


class WorkerPool:
    """Processes that each call `prepare(setup)` once and then the function it returned, once per task.

    `prepare` and `setup` are pickled to the workers: `prepare` must be a function of a module, or `Named`. Use as
    a context manager; leaving it ends every worker. Raises `WorkerStartError` where a worker cannot start.
    """

    def __init__(
        self, prepare: Callable[[Any], Callable[[Any], Any]], setup: object, count: int, limits: Limits
    ) -> None:
        self._prepare = prepare
        self._setup = setup
        self._limits = limits
        self._workers = [self._start() for _ in range(max(1, count))]

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            _end(worker)

    def map(self, tasks: Iterable[Any]) -> Iterator[Any | Rejection]:
        """Yield the result or the `Rejection` of each task, in the order of the tasks, drawn as needed."""
        numbered = enumerate(tasks)
        done: dict[int, Any | Rejection] = {}
        following = 0
        while self._hand_out(numbered) or any(worker.task is not None for worker in self._workers):
            for index, result in self._collect():
                done[index] = result
            while following in done:
                yield done.pop(following)
                following += 1

    def _hand_out(self, numbered: Iterator[tuple[int, Any]]) -> bool:
        """Give each idle worker a task; True when one was given."""
        given = False
        for place, worker in enumerate(self._workers):
            if worker.task is not None:
                continue
            following = next(numbered, None)
            if following is None:
                break
            self._workers[place] = self._send(worker, *following)
            given = True
        return given

    def _send(self, worker: _Worker, index: int, task: object) -> _Worker:
        try:
            _await_start(worker)
            worker.pipe.send(task)
        except OSError:  # it died while idle: once more with a fresh one
            _end(worker)
            worker = self._start()
            _await_start(worker)
            worker.pipe.send(task)
        worker.task = index
        worker.deadline = time.monotonic() + self._limits.seconds
        return worker

    def _collect(self) -> list[tuple[int, Any | Rejection]]:
        """Wait until a worker answers, dies or is late; what came of it. Replaces the lost workers."""
        busy = {worker.pipe: place for place, worker in enumerate(self._workers) if worker.task is not None}
        patience = min(self._workers[place].deadline for place in busy.values()) - time.monotonic()
        answered = wait(list(busy), timeout=max(0.0, patience))
        late = [pipe for pipe, place in busy.items() if self._workers[place].deadline <= time.monotonic()]
        results = []
        for pipe in dict.fromkeys([*answered, *late]):
            place = busy[cast(Connection, pipe)]
            worker = self._workers[place]
            result, usable = self._receive(worker) if pipe in answered else (self._describe_late(), False)
            results.append((cast(int, worker.task), result))
            worker.task = None
            if not usable:
                _end(worker)
                self._workers[place] = self._start()
        return results

    def _receive(self, worker: _Worker) -> tuple[Any | Rejection, bool]:
        """Take the answer of a worker, and whether it can go on working."""
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(5)
            return Rejection("crash", _describe_end(worker.process.exitcode)), False
        spent = isinstance(result, Rejection) and result.cause == "memory"
        return result, not spent

    def _describe_late(self) -> Rejection:
        return Rejection("time", f"not read within {self._limits.seconds:g} s")

    def _start(self) -> _Worker:
        context = multiprocessing.get_context("forkserver")  # fork would copy the threads' locks of the parent
        needed = self._prepare.module if isinstance(self._prepare, Named) else self._prepare.__module__
        context.set_forkserver_preload([needed, *IMPORTED_ONCE])
        ours, theirs = context.Pipe()
        arguments = (theirs, self._prepare, self._setup, self._limits)
        process = context.Process(target=_serve, args=arguments, daemon=True)
        with _same_search_path():
            process.start()
        theirs.close()
        return _Worker(process, ours)


@contextmanager
def _same_search_path() -> Iterator[None]:
    """Let a server that starts here find modules where this process does, and never in the current folder."""
    ours = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONSAFEPATH": "1"}
    before = {name: os.environ.get(name) for name in ours}
    os.environ.update(ours)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value


def call_with_limits(function: Callable[[Any], Any], task: object, limits: Limits) -> Any | Rejection:
    """Call a function of a module once in a worker of its own."""
    with WorkerPool(_prepare_call, function, 1, limits) as pool:
        return next(pool.map([task]))


def count_workers() -> int:
    """Count as many workers as this process may use cores."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _prepare_call(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return function


def _await_start(worker: _Worker) -> None:
    """Wait until a worker is ready, so that the time it takes to start counts for no document."""
    if worker.ready:
        return
    if not worker.pipe.poll(_START_SECONDS):
        raise WorkerStartError(f"a worker was not ready within {_START_SECONDS:g} s")
    try:
        failure = worker.pipe.recv()
    except EOFError:
        worker.process.join(5)
        failure = _describe_end(worker.process.exitcode)
    if failure:
        raise WorkerStartError(f"a worker could not start: {failure}")
    worker.ready = True


def _describe_end(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return f"the reader was ended by {signal.Signals(-exit_code).name}"
    return f"the reader ended with code {exit_code}"


def _end(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.kill()  # a worker holds nothing that needs saving
    worker.process.join()
    worker.process.close()


def _serve(pipe: Connection, prepare: Callable[[Any], Callable[[Any], Any]], setup: object, limits: Limits) -> None:
    """Run inside the worker: answer each task until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    with suppress(ValueError, OSError):  # a stricter limit of the machine stays
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(EOFError, OSError):
        try:
            function = prepare(setup)
        except Exception as error:  # told to the parent, which raises it
            pipe.send(f"{type(error).__name__}: {error}")
            return
        forbid_network()
        pipe.send("")
        while True:
            task = pipe.recv()
            # SIGALRM ends the process even inside C code: no worker outlives a killed parent for long.
            signal.setitimer(signal.ITIMER_REAL, limits.seconds + _ORPHAN_SECONDS)
            answer = _answer(function, task, limits)
            signal.setitimer(signal.ITIMER_REAL, 0)
            pipe.send(answer)


def _answer(function: Callable[[Any], Any], task: object, limits: Limits) -> Any | Rejection:
    try:
        return function(task)
    except MemoryError:
        return Rejection("memory", f"needs more than {limits.memory >> 20} MiB of memory")
    except RecursionError:
        return Rejection("error", "nested too deeply to be read")
    except Exception as error:  # the boundary: whatever a hostile document raises becomes one named rejection
        first_line = (str(error).splitlines() or [""])[0][:200]
        return Rejection("error", f"{type(error).__name__}: {first_line}".rstrip(": "))
