"""What holds for all tests: property tests have no deadline; speed is measured in benchmarks, never by a test.

A database in this process works with one thread, as each core has a test process of its own. Tests that are about
threads set other numbers, and the commands that tests start choose for themselves. Files that are made in this process
have small blocks: nearly all of them hold a few rows, and would take ten times the disk. Workers of all kinds are
forked from one server, which imports the readers at once.

Compiled modules are kept, whatever the environment says: the tests start a hundred processes, and each would compile
the project anew.
"""

import os
import sys

import pytest
from hypothesis import HealthCheck, settings

from pipelines.workers import IMPORTED_ONCE
from warehouse.load import CLOSED_WORLD

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

CLOSED_WORLD["threads"] = 1
CLOSED_WORLD["default_block_size"] = 16384
IMPORTED_ONCE.append("pipelines.read_job")

# The files that take longest go to the workers first, so that none of them begins when all else is done.
LONGEST = (
    "test_gold.py",
    "test_nights.py",
    "test_build.py",
    "test_asides.py",
    "test_command_line.py",
    "test_history.py",
    "test_scope.py",
    "test_look_by_look.py",
    "test_operations_guide.py",
    "test_crashes.py",
    "test_site_faults.py",
    "test_gates.py",
    "test_as_of.py",
    "test_export.py",
    "test_replica_changes.py",
    "test_corrections.py",
    "test_releases.py",
    "test_command_demo.py",
    "test_build_archive.py",
    "test_crawled_changes.py",
    "test_other_tools.py",
    "test_slots.py",
    "test_bench.py",
)

settings.register_profile("irev", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("irev")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of the longest files first; the order within a file stays."""
    places = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.name, len(LONGEST)))
