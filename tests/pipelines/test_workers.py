"""Worker processes: order, limits, and that a lost worker costs one task."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from typing import Any

import pytest

from pipelines.workers import Limits, Rejection, WorkerPool, WorkerStartError, call_with_limits

ROOMY = Limits(seconds=60)
TIGHT = Limits(seconds=0.5)


def prepare_sum(offset: int) -> Callable[[int], int]:
    return lambda number: number + offset


def prepare_mischief(_: object) -> Callable[[str], object]:
    return do_mischief


def do_mischief(task: str) -> object:
    if task == "hang":
        time.sleep(600)
    if task == "hang in C":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
        time.sleep(600)
    if task == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if task == "leave":
        os._exit(7)
    if task == "eat":
        return bytearray(8 << 30)
    if task == "raise":
        raise ValueError("first line\nsecond line")
    if task == "nest":
        return do_mischief_deeply(0)
    return task.upper()


def do_mischief_deeply(depth: int) -> int:
    return do_mischief_deeply(depth + 1) + 1


def prepare_nothing(_: object) -> Callable[[Any], Any]:
    raise ImportError("a library is missing")


def test_results_come_in_the_order_of_the_tasks() -> None:
    with WorkerPool(prepare_sum, 100, 2, ROOMY) as pool:
        assert list(pool.map(range(25))) == list(range(100, 125))


def test_no_tasks_give_no_results() -> None:
    with WorkerPool(prepare_sum, 0, 1, ROOMY) as pool:
        assert list(pool.map([])) == []


@pytest.mark.parametrize(
    ("task", "cause", "words"),
    [
        ("crash", "crash", "SIGSEGV"),
        ("leave", "crash", "code 7"),
        ("eat", "memory", "1024 MiB"),
        ("raise", "error", "ValueError: first line"),
        ("nest", "error", "nested too deeply"),
    ],
)
def test_a_failing_task_is_one_named_rejection_and_the_rest_goes_on(task: str, cause: str, words: str) -> None:
    with WorkerPool(prepare_mischief, None, 1, ROOMY) as pool:
        before, rejection, after = pool.map(["before", task, "after"])
    assert (before, after) == ("BEFORE", "AFTER")
    assert isinstance(rejection, Rejection)
    assert rejection.cause == cause
    assert words in rejection.reason
    assert "\n" not in rejection.reason


@pytest.mark.parametrize("task", ["hang", "hang in C"])
def test_a_late_task_is_killed_and_the_rest_goes_on(task: str) -> None:
    with WorkerPool(prepare_mischief, None, 2, TIGHT) as pool:
        assert list(pool.map(["one", task, "two"])) == [
            "ONE",
            Rejection("time", "not read within 0.5 s"),
            "TWO",
        ]


def test_a_worker_that_dies_while_idle_is_replaced() -> None:
    with WorkerPool(prepare_mischief, None, 1, ROOMY) as pool:
        assert list(pool.map(["one"])) == ["ONE"]
        pool._workers[0].process.kill()
        pool._workers[0].process.join()
        assert list(pool.map(["two"])) == ["TWO"]


def test_a_broken_installation_is_not_blamed_on_the_documents() -> None:
    with (
        WorkerPool(prepare_nothing, None, 1, ROOMY) as pool,
        pytest.raises(WorkerStartError, match="library is missing"),
    ):
        list(pool.map(["one"]))


def test_one_call_with_limits() -> None:
    assert call_with_limits(do_mischief, "one", ROOMY) == "ONE"


def test_leaving_the_pool_ends_its_workers() -> None:
    with WorkerPool(prepare_mischief, None, 2, ROOMY) as pool:
        list(pool.map(["one", "two"]))
        numbers = [worker.process.pid for worker in pool._workers]
    for number in numbers:
        assert number is not None
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
