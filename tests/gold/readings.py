"""What the reader says of the pages of the gold, each read once for all that is asked of it in one process."""

from __future__ import annotations

from functools import cache

from extract.read import read_document
from extract.records import Reading
from tests.gold.truth import Page, load_pages
from warehouse.reference import load_knowledge


@cache
def read_part(part: str) -> tuple[tuple[Page, Reading], ...]:
    """Every page of one part with its reading, in the order of its truth."""
    knowledge = load_knowledge()
    return tuple((page, read_document(page.content, page.url, page.media_type, knowledge)) for page in load_pages(part))
