"""The memory that a crawl uses now, so that its limit is its own.

Scrapy asks the kernel for the peak. A child begins with the peak of the process that started it, so a crawl started by
a large process would end before it began.
"""

from __future__ import annotations

import resource
from pathlib import Path

from scrapy.extensions.memusage import MemoryUsage

STATM = Path("/proc/self/statm")


class CurrentMemory(MemoryUsage):
    """Scrapy's guard of memory, on what is resident now (bytes); where the kernel does not tell, on the peak."""

    def get_virtual_size(self) -> int:
        """Resident memory in bytes."""
        try:
            pages = int(STATM.read_text(encoding="ascii").split()[1])
        except (OSError, IndexError, ValueError):
            return int(super().get_virtual_size())
        return pages * resource.getpagesize()
