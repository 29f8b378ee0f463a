"""The crawl's guard of memory counts the crawl's own memory, not that of the process that started it."""

import subprocess
import sys

SCRIPT = """
from spiders.memory import CurrentMemory
print(object.__new__(CurrentMemory).get_virtual_size())
"""


def test_a_large_parent_does_not_count() -> None:
    ballast = b"x" * 200_000_000
    ran = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    own = int(ran.stdout)
    assert len(ballast) == 200_000_000
    assert 1_000_000 < own < 150_000_000
