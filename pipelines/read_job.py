"""What a worker does that reads: one document out of its bytes. Only workers import this, and with it the readers."""

from __future__ import annotations

import gc
from collections.abc import Callable

from extract.knowledge import Knowledge
from extract.read import read_document
from extract.records import Reading
from pipelines.read_file import Job
from pipelines.reading import Task
from pipelines.reading_cache import Entry
from pipelines.workers import Rejection
from warehouse.reference import load_knowledge


def prepare_reading(knowledge: Knowledge) -> Callable[[tuple[bytes | Rejection, Task]], Entry]:
    """Make the function that runs in each worker of a build."""

    def read(job: tuple[bytes | Rejection, Task]) -> Entry:
        content, task = job
        if isinstance(content, Rejection):
            return content
        url = None if task.url.startswith("urn:") else task.url  # a file whose address nobody knows
        return read_document(content, url, task.media_type, knowledge, path=task.file_name, seen_at=task.seen_at)

    gc.freeze()  # the reference data stays as long as the worker: looking through it for garbage costs a page 6 %
    return read


def read_alone(job: Job) -> Reading:
    """Read a file that stands for itself."""
    return read_document(job.content, job.url, job.media_type, load_knowledge(), path=job.name, seen_at=job.seen_at)
